"""What the checks found, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Sequence

from pod.model.findings import Finding, Findings, Severity
from pod.web.strings import section_of

_SEVERITIES = tuple(reversed(Severity))


def worst_first(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each once: the files of one area are measured alike."""
    once = {(f.rule, f.message, f.measured): f for f in found}.values()
    return tuple(sorted(once, key=lambda f: _SEVERITIES.index(f.severity)))


def unmeasured(checked: Findings) -> tuple[str, ...]:
    """What nobody has looked at, by the catalogue's name."""
    known = section_of("unmeasured")
    return tuple(n for n in dict.fromkeys(checked.not_measured) if n in known)
