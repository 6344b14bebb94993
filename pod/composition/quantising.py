"""A flat drawing in other inks, its edges kept: an area takes its ink's new colour, an edge the same blend of two new ones.

What is no blend of inks near by (a fleck of some other colour) stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Lab, Pixels, alpha_of, distance_to, eight_bit_lab, lab_of_hex, rgb_of, steepness
from pod.composition.prepared import EMPTY_BELOW, as_mask, disc
from pod.composition.tiles import Nearest, tiles
from pod.imaging.colour import parse_hex

Values = Mapping[str, float | str]
Levels = NDArray[np.float32]
Holds = NDArray[np.bool_]

_NEARLY_PURE: Final = 0.06
"""A smaller share of the second ink is a codec's noise, no edge."""


def written(inks: Sequence[tuple[str, str]]) -> str:
    """Which ink becomes which, as `quantise` reads it."""
    return " ".join(f"{old}>{new}" for old, new in inks)


def quantise(own: Pixels, values: Values) -> Pixels:
    """A new picture in the new inks. `values`: inks (as `written`), even (levels of Lab within an area), alike (ΔE up to
    which an area is an ink's), edge_px (how far an edge's pixel lies from both its inks), blend and smeared (RGB levels by
    which a blend may be off the line between two inks, at first and in the end)."""
    inks = _Inks.read(str(values["inks"]))
    out = own.copy()
    for tile in tiles(*own.shape[:2]):
        shown = np.asarray(alpha_of(own[tile.window]) >= EMPTY_BELOW)
        if not shown[tile.core].any():
            continue
        drawn = _redrawn(_run_on(rgb_of(own[tile.window]), shown), shown, inks, values)
        inside, mine = out[tile.inside], shown[tile.core]
        inside[..., :3][mine] = drawn[tile.core][mine]
    return out


@dataclass(frozen=True, slots=True)
class _Inks:
    """Per ink its colour before, as L*a*b* and RGB, and its new one."""

    lab: tuple[Lab, ...]
    old: Levels
    new: Levels

    @staticmethod
    def read(text: str) -> _Inks:
        pairs = [pair.split(">") for pair in text.split()]
        old, new = (np.array([parse_hex(pair[k]) for pair in pairs], dtype=np.float32) for k in (0, 1))
        return _Inks(tuple(lab_of_hex(first) for first, _ in pairs), old, new)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each with itself too: near one ink alone, a pixel is that ink or none."""
        return combinations_with_replacement(range(len(self.old)), 2)


def _run_on(rgb: Pixels, shown: Holds) -> Pixels:
    """With the colour that is seen run on under what is not, so that no edge is found where only the alpha has one."""
    if shown.all():
        return rgb
    rows, columns = np.nonzero(~shown)
    out = rgb.copy()
    out[rows, columns] = Nearest.to(shown).colours(rgb, rows, columns)
    return out


def _redrawn(rgb: Pixels, shown: Holds, inks: _Inks, values: Values) -> Pixels:
    lab = eight_bit_lab(rgb)
    away = np.stack([distance_to(lab, ink) for ink in inks.lab])
    ink_of, alike = away.argmin(axis=0), away.min(axis=0) <= float(values["alike"])
    areas = shown & alike & (steepness(lab) < float(values["even"]))
    out = rgb.copy()
    out[areas] = inks.new[ink_of[areas]]
    edges = _Edges(rgb, shown & ~areas, inks, int(values["edge_px"]))
    left = edges.draw(out, edges.near(ink_of, areas), float(values["blend"]))
    # a line too fine for an area of its own: what has its ink is no blend of those around
    near = edges.near(ink_of, areas | (left & alike))
    left = edges.draw(out, near, float(values["blend"]), left)
    # and one so fine that it nowhere has its own ink is a blend with one of those around
    edges.draw(out, near, float(values["smeared"]), left, both=False)
    return out


@dataclass(frozen=True, slots=True)
class _Edges:
    """The pixels `where` no area is, each a blend of two inks that lie within `edge_px`."""

    rgb: Pixels
    where: Holds
    inks: _Inks
    edge_px: int

    def near(self, ink_of: NDArray[np.intp], sure: Holds) -> Holds:
        """Per ink where it lies within reach."""
        reach = disc(self.edge_px)
        return np.stack([cv2.dilate(as_mask(sure & (ink_of == i)), reach) > 0 for i in range(len(self.inks.old))])

    def draw(
        self, out: Pixels, near: Holds, most_off: float, where: Holds | None = None, *, both: bool = True
    ) -> Holds:
        """Each pixel as the blend of two new inks that it was of two old ones, `both` or one of them near. Returns those
        that are no such blend."""
        rows, columns = np.nonzero(self.where if where is None else where)
        seen, may_be = self.rgb[rows, columns].astype(np.float32), near[:, rows, columns]
        best, colours = np.full(len(rows), np.inf, dtype=np.float32), np.zeros((len(rows), 3), dtype=np.float32)
        joined = np.logical_and if both else np.logical_or
        for first, second in self.inks.pairs():
            here = np.flatnonzero(joined(may_be[first], may_be[second]))
            share, off = _blend(seen[here], self.inks.old[first], self.inks.old[second])
            better = off < best[here]
            here, share = here[better], share[better, None]
            best[here] = off[better]
            colours[here] = self.inks.new[first] + share * (self.inks.new[second] - self.inks.new[first])
        told = best <= most_off
        out[rows[told], columns[told]] = np.rint(colours[told])
        left = np.zeros(self.where.shape, dtype=bool)
        left[rows[~told], columns[~told]] = True
        return left


def _blend(seen: Levels, first: Levels, second: Levels) -> tuple[Levels, Levels]:
    """Per pixel which share of it is the second ink, and how far it is off the line between the two."""
    along = second - first
    share = ((seen - first) @ along / max(float(along @ along), 1.0)).clip(0, 1)
    share[share < _NEARLY_PURE] = 0
    share[share > 1 - _NEARLY_PURE] = 1
    return share, np.linalg.norm(seen - first - share[:, None] * along, axis=-1)
