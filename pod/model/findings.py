"""A finding: one measured fact about artwork or a print file, in a shopper's words.

Checks give findings, not exceptions. Three severities and no others: *fixed* (we changed it), *choose* (it prints, but
look), *blocked* (it cannot print).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pod.model.geometry import Box

MOVED_FOR_WORDS = "words_moved_art"
"""The rule by which a print tells that its picture was placed anew to make room for other words."""


class Severity(StrEnum):
    FIXED = "fixed"
    CHOOSE = "choose"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is a stable code (``off_centre``); `measured` and `required` carry their unit as text ("7.1 %", "150 ppi").

    For a *fixed* finding `measured` is the value before and `after` the value now. `where_px` marks the worst place in the
    picture that was checked, `also_px` others of the same kind; `where_mm` is the worst place on the print, from the left
    upper corner of its trim.
    """

    rule: str
    severity: Severity
    message: str
    measured: str
    required: str
    after: str = ""
    way_out: str = ""
    where_px: Box | None = None
    where_mm: Box | None = None
    also_px: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found, and by name what it could not measure: silence is never taken for a pass."""

    found: tuple[Finding, ...] = ()
    not_measured: tuple[str, ...] = ()

    @property
    def blocked(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.found if f.severity is Severity.BLOCKED)

    @property
    def verdict(self) -> str:
        """ready, fixed, choose or blocked: the worst severity found."""
        for severity in (Severity.BLOCKED, Severity.CHOOSE, Severity.FIXED):
            if any(f.severity is severity for f in self.found):
                return severity.value
        return "ready"

    def without(self, rule: str) -> Findings:
        """As if this one had never been looked at: another check has the say."""
        return Findings(
            tuple(f for f in self.found if f.rule != rule), tuple(name for name in self.not_measured if name != rule)
        )

    def __add__(self, other: Findings) -> Findings:
        return Findings(self.found + other.found, self.not_measured + other.not_measured)
