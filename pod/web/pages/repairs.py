"""What the pages show of a picture that was asked for again: what was seen, what was done, and both pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pod.model.repair import Repair
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.strings import section_of, text


@dataclass(frozen=True, slots=True)
class RepairShown:
    """`before` and `after` are addresses of pictures, "" where nothing came."""

    saw: str
    did: str
    result: str
    before: str
    after: str
    kept: bool


def shown(repairs: Sequence[Repair]) -> tuple[RepairShown, ...]:
    """Those that have ended, the first one first."""
    return tuple(_shown(repair) for repair in repairs if not repair.under_way)


def _shown(repair: Repair) -> RepairShown:
    return RepairShown(
        saw=text("repair.saw", what=_named(repair.reasons, repair)),
        did=section_of("repair.way")[repair.way],
        result=_result(repair),
        before=_picture(repair.before),
        after=_picture(repair.after),
        kept=repair.kept,
    )


def _result(repair: Repair) -> str:
    if not repair.after:
        return text("repair.nothing_came", why=repair.outcome)
    if repair.worse and not repair.kept:
        return text("repair.worse", what=", ".join(map(rule_name, repair.worse)))
    if not repair.kept:
        return text("repair.no_better")
    left = [rule_name(rule) for rule in repair.found]
    return text("repair.left", what=", ".join(left)) if left else text("repair.better")


def _named(rules: Iterable[str], repair: Repair) -> str:
    return ", ".join(f"{rule_name(rule)} ({repair.left[rule]})" for rule in rules if rule in repair.left)


def rule_name(rule: str) -> str:
    """What a check finds, in a few words."""
    return section_of("rule").get(rule, rule.replace("_", " "))


def _picture(artwork_id: str) -> str:
    if not artwork_id:
        return ""
    artwork = services().designs.artwork(caller(), artwork_id)
    return file_url(artwork.preview) if artwork.preview else ""
