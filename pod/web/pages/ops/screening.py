"""Screening: what was decided about each sentence, an operator who decides otherwise, and the shop's own words."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import PodError
from pod.model.screening import Verdict
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell
from pod.web.problems import STATUS


@ops.get("/screening")
@allow("viewer")
def screening() -> ResponseReturnValue:
    return _page()


@ops.post("/screening/words/<any(refuse, allow, drop):change>")
@allow("operator")
def change_word(change: str) -> ResponseReturnValue:
    words = _typed("words")
    changes: dict[str, Callable[[], None]] = {
        "refuse": lambda: services().rules.refuse_word(caller(), words, _typed("instead")),
        "allow": lambda: services().rules.allow_word(caller(), words, _typed("why")),
        "drop": lambda: services().rules.drop_word(caller(), words),
    }
    try:
        changes[change]()
    except PodError as e:
        return _page(change, e)
    tell(f"ops_screening.done.{change}", words=words)
    return redirect(url_for("ops.screening"), 303)


@ops.post("/screening/<screening_id>/overrule")
@allow("operator")
def overrule(screening_id: str) -> ResponseReturnValue:
    try:
        design = services().rules.overrule(caller(), screening_id, _typed("reason"))
    except PodError as e:
        return _page(screening_id, e)
    tell("ops_screening.done.overruled")
    return redirect(url_for("ops.design", design_id=design.id), 303)


@ops.post("/screening/outside")
@allow("admin")
def ask_outside() -> ResponseReturnValue:
    allowed = _typed("allowed") == "yes"
    services().rules.ask_outside(caller(), allowed=allowed)
    tell(f"ops_screening.done.{'outside' if allowed else 'inside'}")
    return redirect(url_for("ops.screening"), 303)


def _page(form: str = "", error: PodError | None = None) -> ResponseReturnValue:
    """`error` stands at the form that it is about, with what was typed there."""
    rules, me = services().rules, caller()
    verdict = request.args.get("verdict", "")
    sentence = request.args.get("sentence", "")[:1000]
    decisions = rules.decisions(me, verdict=verdict, cursor=request.args.get("cursor", ""))
    page = render_template(
        "ops/screening.html",
        decisions=decisions,
        let_through=rules.let_through(me, decisions.items),
        shown=rules.rules(me),
        verdicts=Verdict,
        verdict=verdict,
        sentence=sentence,
        tried=rules.tried(me, sentence) if sentence else None,
        form=form,
        error=error,
        typed=request.form if error else {},
    )
    return page, STATUS[error.kind] if error else 200


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()
