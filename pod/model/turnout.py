"""How drawn pictures turned out: how many could be used as they came, and what the others have cost."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.money import Money

FEW = 20
"""Fewer pictures say nothing about a style."""

LEAST_RATE = 0.6


@dataclass(frozen=True, slots=True)
class Turnout:
    """The pictures of one `name`, a style's or a model's. `passed` could be used as they came, with what is mended for
    nothing; for the others `repairs` more were asked for, and `rejected` is what pictures have cost that nobody uses."""

    name: str
    pictures: int
    passed: int
    repairs: int
    rejected: Money

    @property
    def rate(self) -> float:
        return self.passed / self.pictures

    @property
    def poor(self) -> bool:
        return self.pictures >= FEW and self.rate < LEAST_RATE


@dataclass(frozen=True, slots=True)
class Fault:
    """One `rule` for which pictures were asked for again, or would have been: how many `pictures` came with it, how many
    `repairs` that led to, and how many are rid of it."""

    rule: str
    pictures: int
    repairs: int
    mended: int
    rejected: Money


@dataclass(frozen=True, slots=True)
class Turnouts:
    """Each with most pictures first. `days` back from now."""

    days: int
    styles: tuple[Turnout, ...]
    models: tuple[Turnout, ...]
    faults: tuple[Fault, ...]

    @property
    def poor(self) -> tuple[Turnout, ...]:
        """The styles that somebody should look at."""
        return tuple(one for one in self.styles if one.poor)
