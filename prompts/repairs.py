"""Which findings a picture is asked for again for, and how: ``words/repairs.toml``, read once and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pod.model.brief import Prompt
from pod.model.findings import Finding, Severity
from pod.model.repair import Way
from prompts.compose import clauses, ground_of

REPAIRS = Path(__file__).parent / "words" / "repairs.toml"
_BLOCKED = "blocked"

_STAYS = "The subject, its drawing style and its colours stay as they are."


@dataclass(frozen=True, slots=True)
class Remedy:
    """The `ways` of one finding; `edit` is what is said where a picture is changed. `cut_out`: only where the ground is to
    be cut away."""

    ways: tuple[Way, ...]
    edit: str = ""
    cut_out: bool = False


@cache
def remedies() -> Mapping[str, Remedy]:
    """Finding → its remedy; what has none may be liked."""
    found = tomllib.loads(REPAIRS.read_text(encoding="utf-8"))
    return {rule: Remedy(**{**row, "ways": tuple(map(Way, row["ways"]))}) for rule, row in found.items()}


def wanting(found: Iterable[Finding], *, cut_out: bool) -> tuple[str, ...]:
    """The rules of those findings for which a picture is asked for again; what blocks it comes first."""
    left = [f for f in found if f.severity is not Severity.FIXED and _remedy(f, cut_out=cut_out)]
    left.sort(key=lambda f: f.severity is not Severity.BLOCKED)
    return tuple(dict.fromkeys(f.rule for f in left))


def _remedy(finding: Finding, *, cut_out: bool) -> Remedy | None:
    own = remedies().get(finding.rule)
    if own and (cut_out or not own.cut_out):
        return own
    return remedies()[_BLOCKED] if finding.severity is Severity.BLOCKED else None


def ways_for(rules: Iterable[str]) -> tuple[Way, ...]:
    """In the ladder's order: the ways that each of these findings has. One that cannot be edited away is not edited for."""
    each = [set(_of(rule).ways) for rule in rules]
    return tuple(way for way in Way if each and all(way in ways for ways in each))


def told_by(rules: Iterable[str], way: Way, prompt: Prompt) -> str:
    """What is said: the whole instruction of an edit, or the rules that are said more strongly in the prompt."""
    if way is not Way.EDIT:
        return " ".join(clauses()[rule] for rule in sayable(rules))
    ground = ground_of(prompt).upper()
    wanted = (f"{_of(rule).edit.format(ground=ground)}." for rule in rules)
    parts = (*wanted, _STAYS, prompt.slots.get("wordless", ""), prompt.slots.get("ground", ""))
    return " ".join(part for part in parts if part)


def sayable(rules: Iterable[str]) -> tuple[str, ...]:
    """Those that can be said more strongly."""
    return tuple(rule for rule in rules if rule in clauses())


def _of(rule: str) -> Remedy:
    return remedies().get(rule, remedies()[_BLOCKED])
