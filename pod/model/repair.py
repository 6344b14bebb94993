"""A picture that is asked for again because of what its checks found: which way was tried, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pod.model.findings import Findings, Severity

MOST_PAID_REPAIRS = 2
"""For one picture, however many ways there are: what two have not mended, a third seldom does."""


class Way(StrEnum):
    """How a picture is asked for again; a person comes after all of them."""

    EDIT = "edit"
    """Whoever drew it is given it and told what to change."""
    REROLL = "reroll"
    """Whoever drew it draws another, with its rule said more strongly."""
    ELSEWHERE = "elsewhere"
    """Another image service draws it."""
    EMBEDDED = "embedded"
    """This machine draws it, which costs nothing."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One step of the ladder, the `nth` of its picture. `reasons` are the findings that it is for, `among` who may be asked,
    `told` what is said beside the prompt.

    `before` is the artwork that it was to improve on, with what was `left` to find in it; `after` is what came, with what is
    found in that one, and both are "" and empty where nothing came. `worse` are the checks that only the new picture
    fails. `kept` says which of the two went on. An `outcome` of "" means that it is still under way.
    `asked_by` is the person who has asked for it, and "" where it was asked for by itself.
    """

    nth: int
    way: Way
    reasons: tuple[str, ...]
    among: tuple[str, ...]
    seed: int
    told: str
    before: str
    left: Mapping[str, str] = field(default_factory=dict)
    after: str = ""
    found: Mapping[str, str] = field(default_factory=dict)
    worse: tuple[str, ...] = ()
    kept: bool = False
    outcome: str = ""
    asked_by: str = ""

    @property
    def under_way(self) -> bool:
        return not self.outcome

    @property
    def strengthens(self) -> tuple[str, ...]:
        """The findings whose rule is said more strongly: an edit says in its own words what is to change."""
        return () if self.way is Way.EDIT else self.reasons

    def ended(self, outcome: str) -> Repair:
        """It brought no picture."""
        return replace(self, outcome=outcome)

    def compared(self, after: str, old: Findings, new: Findings) -> Repair:
        """With the picture that came, and whether it takes the other's place."""
        worse = got_worse(old, new)
        kept = is_better(old, new, self.reasons)
        return replace(
            self,
            after=after,
            found=left_in(new),
            worse=worse,
            kept=kept,
            outcome=_IN_SHORT[kept, bool(worse)],
        )


_IN_SHORT = {
    (True, False): "better",
    (True, True): "it prints, and the other did not",
    (False, True): "another check got worse",
    (False, False): "no better",
}


def left_in(findings: Findings) -> dict[str, str]:
    """What is not mended, by its rule, with what was measured."""
    return {f.rule: f.measured for f in findings.found if f.severity is not Severity.FIXED}


def got_worse(old: Findings, new: Findings) -> tuple[str, ...]:
    """Checks that the new picture fails and the old one passed, or fails harder. What was not measured before, an empty
    picture's place among it, did not pass."""
    if "blank" in left_in(old):
        return ()
    had = {f.rule: f.severity for f in old.found}
    return tuple(
        f.rule
        for f in new.found
        if f.severity is not Severity.FIXED
        and f.rule not in old.not_measured
        and had.get(f.rule, Severity.FIXED) is not f.severity
        and had.get(f.rule) is not Severity.BLOCKED
    )


def is_better(old: Findings, new: Findings, reasons: tuple[str, ...]) -> bool:
    """One that prints is better than one that does not. Else a reason has to be gone, and no check may have got worse."""
    if bool(old.blocked) != bool(new.blocked):
        return bool(old.blocked)
    gone = set(reasons) - set(left_in(new))
    return bool(gone) and not got_worse(old, new)
