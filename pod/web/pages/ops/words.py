"""Values in words, for the templates of the operations pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import prompts
from pod.model.artwork import Artwork
from pod.model.brief import DesignBrief
from pod.model.findings import Finding, Findings, Severity
from pod.model.handoff import HANDOFF_PREFIX
from pod.model.listing import History
from pod.model.order import ShipTo
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import Wrap
from pod.model.proof import ApprovalRole
from pod.model.routing import NOWHERE, Days, RouteWish
from pod.services.deskviews import CandidateCase, DesignRow, OrderRow
from pod.services.routing import WAYS
from pod.web.context import caller, services
from pod.web.strings import text as t

_STEPS_S = ((86_400, "days"), (3_600, "hours"), (60, "minutes"))
_KILO = 1000
_ACTORS = ("user", "key", "job", "shopper", "cli", "provider", "system")
_DOORS = ("page", "api", "command")
"""Those that say more than the actor does: a customer comes by the link, and Pod's jobs by the worker."""


def age(moment: datetime) -> str:
    return span(_seconds_since(moment))


def span(seconds: float) -> str:
    """In the largest unit that fits."""
    name, count = _unit(seconds)
    return t(f"ops_words.span.{name}", n=count)


def ago(moment: datetime) -> str:
    name, count = _unit(_seconds_since(moment))
    return t(f"ops_words.ago.{name}", n=count)


def _unit(seconds: float) -> tuple[str, int]:
    return next(((name, int(seconds // step_s)) for step_s, name in _STEPS_S if seconds >= step_s), ("moments", 0))


def _seconds_since(moment: datetime) -> float:
    return (services().clock.now() - moment).total_seconds()


def when(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y, %H:%M} UTC"


def address_line(to: ShipTo) -> str:
    return ", ".join(
        filter(None, (to.name, to.line1, to.line2, f"{to.postcode} {to.city}".strip(), to.region, to.country))
    )


def size(count: int) -> str:
    """Bytes, in thousands as file managers count them."""
    amount = float(count)
    for unit in ("B", "kB", "MB"):
        if amount < _KILO:
            return f"{amount:.0f} {unit}" if unit != "MB" else f"{amount:.1f} {unit}"
        amount /= _KILO
    return f"{amount:.1f} GB"


def who(actor: str) -> str:
    """An actor as people know it: ``user:ada`` is ada, and you are you."""
    kind, _, name = actor.partition(":")
    if actor == caller().actor:
        return t("ops_words.you", name=name or actor)
    return t(f"ops_words.actor.{kind}", name=name.replace("_", " ")) if kind in _ACTORS else actor


def door(origin: str) -> str:
    """Where a change came from: ``page 192.0.2.7``."""
    kind, _, address = origin.partition(" ")
    return f"{t(f'ops_words.door.{kind}')} {address}".strip() if kind in _DOORS else ""


def style(name: str) -> str:
    """One that there is no more keeps its name."""
    return next((one.title for one in prompts.styles() if one.name == name), name)


def name_of(row: DesignRow | OrderRow) -> str:
    if isinstance(row, OrderRow):
        return row.order.external_ref
    return row.design.brief.subject or t("ops_words.own_picture")


def open_to_any(rows: Sequence[DesignRow | OrderRow], act: str) -> bool:
    return any(act in row.may for row in rows)


def state(kind: str, value: str) -> str:
    return t(f"ops_states.{kind}.{value}")


def route_to(to: str) -> str:
    """A partner by its name, or one of the ways in words."""
    return t(f"ops_routes.way.{to}") if to in WAYS else to


def wished(wish: RouteWish) -> str:
    """What an operator wants of an order, and is not done yet."""
    if wish.to == NOWHERE:
        return t("ops_routes.wish_cancelled", who=who(wish.actor), reason=wish.reason)
    return t("ops_routes.wish", who=who(wish.actor), to=route_to(wish.to), reason=wish.reason)


def days(span_days: Days | None) -> str:
    return t("ops_routes.days", least=span_days[0], most=span_days[1]) if span_days else ""


def moved(row: History, kind: str) -> str:
    """What a row of a history moved to, "" where it tells of something else; in an order's history stand those of its hand-offs
    too."""
    if not row.became:
        return ""
    if kind == "order" and row.subject.startswith(HANDOFF_PREFIX):
        return t("ops_words.handoff_moved", state=state("handoff", row.became))
    return state(kind, row.became)


def lacking(roles: frozenset[ApprovalRole]) -> str:
    """ "" when nobody's approval is missing."""
    return t(f"ops_words.lacks.{'_and_'.join(sorted(roles))}") if roles else ""


def brief(asked: DesignBrief) -> list[tuple[str, str]]:
    """What was asked for, as labels and values; what was left open is left out."""
    values = {
        "subject": asked.subject,
        "lettering": asked.lettering,
        "product": asked.product,
        "placements": ", ".join(wanted.area for wanted in asked.placements),
        "wrap": "" if asked.wrap is Wrap.MIRROR else asked.wrap,
        "cloth": asked.cloth,
        "style": asked.style,
        "palette": asked.palette_name or ", ".join(asked.palette),
        "candidates": str(asked.candidates),
        "provider": asked.provider,
        "seed": "" if asked.seed is None else str(asked.seed),
        "upload": asked.upload_id[:8],
        "reference": asked.reference_id[:8],
    }
    return [(t(f"ops_design.asked_for.{name}"), value) for name, value in values.items() if value]


def provenance(artwork: Artwork) -> list[tuple[str, str]]:
    """Who made a picture, from what."""
    made = artwork.provenance
    values = {
        "provider": f"{made.provider} {made.model}".strip(),
        "made_at": when(made.made_at),
        "request": made.request_id,
        "cost": str(made.cost) if made.cost else "",
        "master": t(
            "ops_design.pixels", width=artwork.width_px, height=artwork.height_px, size=size(artwork.file.bytes)
        ),
        "hash": artwork.file.sha256[:16],
        "ground": artwork.ground,
        "mending": "; ".join(f"{step.kind.replace('_', ' ')} {step.before} → {step.after}" for step in artwork.mending),
        "credits": "; ".join(made.credits),
        "notes": "; ".join(made.notes),
    }
    return [(t(f"ops_design.made_from.{name}"), value) for name, value in values.items() if value]


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A finding, and the print files that have it."""

    finding: Finding
    area: str
    formats: tuple[str, ...]


def gathered(files: Sequence[PrintFile]) -> list[FoundIn]:
    """The findings of a version's files, each once, the worst first."""
    formats: dict[tuple[str, Finding], list[str]] = {}
    for file in files:
        for finding in file.findings.found:
            formats.setdefault((file.area, finding), []).append(file.format.upper())
    worst_first = sorted(formats.items(), key=lambda entry: _RANK[entry[0][1].severity])
    return [FoundIn(finding, area, tuple(dict.fromkeys(names))) for (area, finding), names in worst_first]


def of_artwork(case: CandidateCase | None) -> list[FoundIn]:
    """The findings of a candidate, where there are no print files yet."""
    return [FoundIn(finding, "", ()) for finding in case.candidate.findings.found] if case else []


def not_measured(files: Sequence[PrintFile]) -> list[str]:
    return list(dict.fromkeys(name for file in files for name in file.findings.not_measured))


def worst(findings: Findings) -> Finding | None:
    """The finding that the verdict comes from; None where all is well."""
    return next((f for f in findings.found if f.severity.value == findings.verdict), None)


_RANK = {Severity.BLOCKED: 0, Severity.CHOOSE: 1, Severity.FIXED: 2}


def own_print(own: OwnPrint) -> str:
    size = own.size_mm
    return t(
        "ops_design.own_proof",
        partner=own.partner,
        sizes=", ".join(own.sizes),
        area=own.area,
        width=f"{size.width:.1f}",
        height=f"{size.height:.1f}",
    )


def own_yes(own: OwnPrint, given: Sequence[OwnApproval]) -> str:
    """Whether the approval covers it; where it does not, why not, and whose yes it has."""
    if own.departure.within:
        return t("ops_design.own_within")
    roles = [a.role.value for a in given if a.own_print_id == own.id]
    said = t("ops_design.own_yes", roles=", ".join(roles)) if roles else t("ops_design.own_no")
    return f"{said}: {own.departure.words}."
