"""A seed's idea of a design, looked at before anybody else sees it; where it does not print, the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from pod.drawing.display import Drawing
from pod.providers.embedded.casting import Cast
from pod.providers.embedded.inks import Merging, repainted
from pod.providers.embedded.layouts import Plan, Sketch
from pod.providers.embedded.printable import kept_for_words, look_at, unprintable, wanting

CANDIDATES = 4
"""As many are seen side by side. Where fewer layouts suit, no two of them may have a palette in common."""

MOST_INKS = 12
"""As many as the composition checks let pass: what more shades there are in a picture of the sets, nobody misses."""

_FEWER_INKS = (10, 8)
"""Glazes make shades of their own, so that twelve inks may be seen as more."""

_VARIANTS = 4
"""How many forms a layout has: that many turns on it has the same form again, drawn with other dice."""

_TRIES, _ELSEWHERE = 4, 3
_VEILED = "half_transparent"

_MOST_LOOKS = 8
"""Each is drawn and measured: what is wrong with the hero itself, no dice mend."""


@dataclass(frozen=True)
class Idea:
    """A layout and the seed that leads to it, who is in it, how it is coloured, and that drawn; `most_inks` are as many as
    there may be, `solid` says that glazes are inks as well."""

    layout: str
    seed: int
    shown: Cast
    plan: Plan
    sketch: Sketch
    merging: Merging
    most_inks: int
    solid: bool

    @cached_property
    def becomes(self) -> Mapping[str, str]:
        """Inks that give way to others where there are too many."""
        return self.merging.into(self.most_inks)

    @cached_property
    def drawing(self) -> Drawing:
        return repainted(self.sketch.drawing, self.becomes, solid=self.solid)

    @cached_property
    def broken(self) -> tuple[str, ...]:
        """The printer's rules that it breaks, as sentences."""
        words = kept_for_words(self.sketch.slots) if self.plan.lettering else 0.0
        return unprintable(self.drawing, self.plan.cloth_rgb, words=words, look=self._look)

    @cached_property
    def _look(self) -> NDArray[np.uint8]:
        return look_at(self.drawing)

    @cached_property
    def wanting(self) -> tuple[str, ...]:
        """The composition checks that will find something, by name."""
        found = wanting(self.drawing, self.plan.cloth_rgb, look=self._look)
        if _VEILED in found:  # in the small picture, missing flecks and fine lines are veils
            return wanting(self.drawing, self.plan.cloth_rgb, look=look_at(self.drawing, closely=True))
        return found

    @property
    def sound(self) -> bool:
        return not self.broken and not self.wanting

    def in_fewer(self, most: int) -> Idea:
        return replace(self, most_inks=most)


def first_that_prints(idea: Callable[[int], Idea], seed: int, layouts: int) -> Idea:
    """The seed's own idea where nothing speaks against it, or the next that is sound: with fewer inks, of the same layout and
    form with other dice, of another of the `layouts`. Else the first that keeps the printer's rules, else the first.

    Candidates beside it stay different: their seeds lie between."""
    tried = []
    for other in islice(_ideas(idea, seed, layouts), _MOST_LOOKS):
        if other.sound:
            return other
        tried.append(other)
    return next((one for one in tried if not one.broken), tried[0])


def _ideas(idea: Callable[[int], Idea], seed: int, layouts: int) -> Iterator[Idea]:
    for at in _seeds(seed, layouts):
        one = idea(at)
        yield one
        if one.wanting == ("colours",):
            yield from map(one.in_fewer, _FEWER_INKS)


def _seeds(seed: int, layouts: int) -> Iterator[int]:
    turn = _VARIANTS * layouts
    yield from (seed + k * turn for k in range(_TRIES))
    if layouts > CANDIDATES:
        # beyond the four that are seen side by side, each in another layout
        yield from (seed + CANDIDATES + k * (turn + 1) for k in range(_ELSEWHERE))
