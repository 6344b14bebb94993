"""What operators do to designs and orders: one form, one way of asking, for one thing or for many.

A `GET` shows the form: what will be done to which, and what will not and why. The `POST` does it, each on its own, and
answers with a sentence for each. A pick is ``<id>:<revision>``: what has changed since it was shown is not acted upon.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.bootstrap import Services
from pod.model.caller import Caller
from pod.model.design import Design
from pod.model.errors import Conflict, InputRefused, NotFound, PodError
from pod.model.order import Order
from pod.model.proof import ApprovalRole
from pod.services.deskviews import DesignRow, OrderRow
from pod.services.routing import WAYS
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops import words
from pod.web.pages.ops.frame import ops, own_path, tell
from pod.web.problems import STATUS
from pod.web.strings import text as t

ENDPOINT = "ops.act"
MAX_PICKS = 200


class Reason(StrEnum):
    NONE = "none"
    OPTIONAL = "optional"
    NEEDED = "needed"


@dataclass(frozen=True, slots=True)
class Act:
    """`name` is the verb's as in `may`; `key` is its letter on the keyboard, for those that are done to many at once."""

    name: str
    verb: Callable[[Services], Callable[..., Any]]
    reason: Reason = Reason.NONE
    key: str = ""
    asks: bool = False
    """Whether it is asked for once more where it is started for one thing."""
    weight: str = ""
    """``primary`` or ``danger``: how its button looks."""
    prepared: int = 0
    """How many prepared reasons the catalogue holds for it."""
    choices: Callable[[Services], Sequence[str]] | None = None
    """What is to be chosen from besides, where it is done in more than one way."""

    @property
    def word(self) -> str:
        return self.name.replace("_", "-")

    @property
    def has_form(self) -> bool:
        return self.asks or self.reason is not Reason.NONE

    def run(self, found: Services, me: Caller, key: str, typed: tuple[str, str], seen: int | None) -> Any:
        """`typed` are the choice and the reason."""
        choice, reason = typed
        chosen = (choice,) if self.choices else ()
        given = () if self.reason is Reason.NONE else (reason,)
        return self.verb(found)(me, key, *chosen, *given, seen=seen)


_NEEDED = Reason.NEEDED
ACTS: Mapping[str, tuple[Act, ...]] = {
    "designs": (
        Act("approve", lambda s: partial(s.approvals.approve, role=ApprovalRole.SHOP), key="a", weight="primary"),
        Act("send_back", lambda s: s.approvals.send_back, _NEEDED, key="b", prepared=4),
        Act("reject", lambda s: s.approvals.reject, _NEEDED, key="r", weight="danger", prepared=3),
        Act("take_back", lambda s: s.approvals.take_back),
        Act("try_again", lambda s: s.designs.try_again, key="t"),
        Act("redraw", lambda s: s.redrawing.redraw, asks=True),
    ),
    "orders": (
        Act("mark_paid", lambda s: s.orders.mark_paid, key="p", asks=True, weight="primary"),
        Act("hold", lambda s: s.orders.hold, _NEEDED, key="h", prepared=3),
        Act("release", lambda s: s.orders.release, key="l"),
        Act("hand_off", lambda s: s.orders.hand_off, key="o"),
        Act("route", lambda s: s.routes.choose, _NEEDED, prepared=3, choices=lambda s: (*s.routes.partners, *WAYS)),
        Act("reprint", lambda s: s.reprints.reprint, _NEEDED, prepared=3),
        Act("cancel", lambda s: s.orders.cancel, Reason.OPTIONAL, asks=True, weight="danger"),
    ),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One thing that was picked, and the revision that was seen; `why_not` is "" where the act is open to it."""

    row: DesignRow | OrderRow
    seen: int | None
    why_not: str

    @property
    def key(self) -> str:
        return self.row.design.id if isinstance(self.row, DesignRow) else self.row.order.id

    @property
    def pick(self) -> str:
        return f"{self.key}:{'' if self.seen is None else self.seen}"


@dataclass(frozen=True, slots=True)
class Result:
    chosen: Chosen
    made: Any = None
    error: PodError | None = None
    first: str = ""
    """Who was first, where somebody was."""


@ops.route("/<any(designs, orders):kind>/act/<word>", methods=["GET", "POST"])
@allow("operator")
def act(kind: str, word: str) -> ResponseReturnValue:
    if request.method == "GET":
        return form()
    wanted, chosen = _act(kind, word), _chosen(kind, _act(kind, word))
    if not chosen:
        return form(_nothing()), HTTPStatus.UNPROCESSABLE_ENTITY
    results = [_run(kind, wanted, one) for one in chosen]
    if len(results) > 1:
        return render_template("ops/results.html", kind=kind, act=wanted, results=results, back=_back(kind))
    return _answer(kind, wanted, results[0])


def form(error: PodError | None = None, first: str = "") -> str:
    """The form with what had been typed; `error` is why it is shown again."""
    kind, word = (str((request.view_args or {})[name]) for name in ("kind", "word"))
    wanted = _act(kind, word)
    return render_template(
        "ops/act.html",
        kind=kind,
        act=wanted,
        chosen=_chosen(kind, wanted),
        typed=request.values,
        choices=wanted.choices(services()) if wanted.choices else (),
        back=_back(kind),
        error=error,
        first=first,
    )


def form_address() -> str:
    """The form's address with everything that was typed into it."""
    typed = {
        name: request.form.getlist(name)
        for name in ("pick", "choice", "prepared", "reason", "back")
        if name in request.form
    }
    return url_for(ENDPOINT, **(request.view_args or {}), **typed)  # type: ignore[arg-type]


def _act(kind: str, word: str) -> Act:
    found = next((one for one in ACTS[kind] if one.word == word), None)
    if found is None:
        raise NotFound("no_act", "There is nothing at this address.", "Go back to the queue.")
    return found


def _chosen(kind: str, wanted: Act) -> list[Chosen]:
    """What was picked and is there, in the order it was shown, each once."""
    picks = dict(_pick(text) for text in request.values.getlist("pick"))
    if len(picks) > MAX_PICKS:
        raise InputRefused(
            "too_many_picks",
            f"{len(picks)} were picked.",
            f"Pick at most {MAX_PICKS} at once.",
            measured=len(picks),
            required=MAX_PICKS,
        )
    named = services().desk.designs_named if kind == "designs" else services().desk.orders_named
    return [_as_chosen(wanted, row, picks) for row in named(caller(), list(picks))]


def _pick(text: str) -> tuple[str, int | None]:
    key, _, revision = text.partition(":")
    return key, int(revision) if revision.isascii() and revision.isdigit() else None


def _as_chosen(wanted: Act, row: DesignRow | OrderRow, picks: Mapping[str, int | None]) -> Chosen:
    thing: Design | Order = row.design if isinstance(row, DesignRow) else row.order
    seen = picks[thing.id]
    if seen is not None and seen != thing.revision:
        return Chosen(row, seen, t("ops_act.has_changed"))
    kind = "design" if isinstance(row, DesignRow) else "order"
    closed = t("ops_act.not_from", state=words.state(kind, thing.state.value))
    return Chosen(row, seen, "" if wanted.name in row.may else closed)


def _run(kind: str, wanted: Act, chosen: Chosen) -> Result:
    me = caller()
    try:
        return Result(chosen, wanted.run(services(), me, chosen.key, _typed(wanted), chosen.seen))
    except PodError as e:
        return Result(chosen, error=e, first=_first(kind, chosen.key) if isinstance(e, Conflict) else "")


def _typed(wanted: Act) -> tuple[str, str]:
    return request.form.get("choice", ""), _reason(wanted)


def _reason(wanted: Act) -> str:
    """The prepared words that were chosen, and one's own behind them."""
    prepared = request.form.get("prepared", "")
    numbers = [str(n) for n in range(1, wanted.prepared + 1)]
    chosen = t(f"ops_reasons.{wanted.name}_{prepared}") if prepared in numbers else ""
    return " ".join(part for part in (chosen, request.form.get("reason", "").strip()) if part)


def _first(kind: str, key: str) -> str:
    """Who moved it last, when and to what: the answer to whoever comes second."""
    history = (services().designs if kind == "designs" else services().orders).history(caller(), key)
    if not history:
        return ""
    last = history[-1]
    became = words.state(kind.removesuffix("s"), last.became)
    return t("ops_act.first", who=words.who(last.actor), when=words.when(last.at), became=became)


def _answer(kind: str, wanted: Act, result: Result) -> ResponseReturnValue:
    if result.error:
        return form(result.error, result.first), STATUS[result.error.kind]
    tell(f"ops_done.{wanted.name}", name=words.name_of(result.chosen.row))
    return redirect(_afterwards(kind, result), HTTPStatus.SEE_OTHER)


def _afterwards(kind: str, result: Result) -> str:
    """Back to where it was started; to the new order where one was made."""
    key = result.made.id if isinstance(result.made, Order) else result.chosen.key
    if "back" in request.form and key == result.chosen.key:
        return own_path(request.form["back"])
    return url_for("ops.design", design_id=key) if kind == "designs" else url_for("ops.order", order_id=key)


def _back(kind: str) -> str:
    return own_path(request.values.get("back", "") or url_for(f"ops.{kind}"))


def _nothing() -> InputRefused:
    return InputRefused("nothing_picked", "Nothing is selected.", "Go back, tick one or more rows, then repeat it.")
