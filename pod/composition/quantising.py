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

from pod.composition.labspace import Pixels, alpha_of, distance_to, eight_bit_lab, lab_of_hex
from pod.composition.prepared import EMPTY_BELOW, as_mask
from pod.composition.tiles import bands
from pod.imaging.colour import parse_hex

Values = Mapping[str, float | str]
Levels = NDArray[np.float32]
Holds = NDArray[np.bool_]
Places = tuple[NDArray[np.intp], NDArray[np.intp]]

_NEARLY_PURE: Final = 0.06
"""A smaller share of the second ink is a codec's noise, no edge."""

_NO_INK, _HIDDEN = 254, 255
"""Codes of what is no ink's, and of what is not seen. All others are twice the new ink's number, and one more where the colour
is only alike."""

_CELL_BITS: Final = 2
"""Colours are told by cells of four levels."""

_SQUARE: Final = np.ones((3, 3), np.uint8)


def written(inks: Sequence[tuple[str, str]]) -> str:
    """Which ink becomes which, as `quantise` reads it."""
    return " ".join(f"{old}>{new}" for old, new in inks)


def quantise(own: Pixels, values: Values) -> Pixels:
    """`own` in the new inks, in place. `values`: inks (as `written`), pure and alike (ΔE up to which a colour is an ink,
    and up to which it may be an area's), edge_px (how far an edge's pixel lies from both its inks), blend and smeared
    (RGB levels by which a blend may be off the line between two inks, at first and in the end)."""
    inks = _Inks.read(str(values["inks"]))
    table = inks.coded(float(values["pure"]), float(values["alike"]))
    for band in bands(own):
        left, _, across, _ = cv2.boundingRect(cv2.reduce(alpha_of(band.window), 0, cv2.REDUCE_MAX))
        if across:
            _redraw(band.window[:, left : left + across], inks, table, values)
            band.inside[:] = band.window[band.core]
    return own


@dataclass(frozen=True, slots=True)
class _Inks:
    """Per ink its colour before and its new one, as RGB; `becomes` is the number of the new one, of which some share one."""

    names: tuple[str, ...]
    old: Levels
    new: Levels
    becomes: tuple[int, ...]

    @staticmethod
    def read(text: str) -> _Inks:
        pairs = [pair.split(">") for pair in text.split()]
        old, new = (np.array([parse_hex(pair[k]) for pair in pairs], dtype=np.float32) for k in (0, 1))
        all_new = sorted({pair[1] for pair in pairs})
        return _Inks(tuple(pair[0] for pair in pairs), old, new, tuple(all_new.index(pair[1]) for pair in pairs))

    def coded(self, pure: float, alike: float) -> Pixels:
        """The code of every cell of colours."""
        side = 256 >> _CELL_BITS
        middles = (np.arange(side) << _CELL_BITS) + (1 << _CELL_BITS) // 2
        cells = np.stack(np.meshgrid(middles, middles, middles, indexing="ij")[::-1], axis=-1).astype(np.uint8)
        lab = eight_bit_lab(cells.reshape(side, -1, 3))
        away = np.stack([distance_to(lab, lab_of_hex(name)) for name in self.names])
        nearest, far = away.argmin(axis=0), away.min(axis=0)
        codes = 2 * np.array(self.becomes, np.uint8)[nearest] + (far > pure)
        return np.where(far > alike, np.uint8(_NO_INK), codes.astype(np.uint8)).reshape(-1)

    def words(self) -> NDArray[np.uint32]:
        """Per code the new colour, as the three lower bytes of a pixel."""
        out = np.zeros(256, np.uint32)
        for number, (red, green, blue) in zip(self.becomes, self.new.astype(np.uint32).tolist(), strict=True):
            out[2 * number : 2 * number + 2] = red | green << 8 | blue << 16
        return out

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each with itself too: near one ink alone, a pixel is that ink or none."""
        return combinations_with_replacement(range(len(self.old)), 2)


def _redraw(window: Pixels, inks: _Inks, table: Pixels, values: Values) -> None:
    shown = as_mask(alpha_of(window) >= EMPTY_BELOW)
    words = window.view("<u4")[..., 0]
    codes = table[_cells(words)] | ~shown
    # a neighbour that is not seen is no neighbour: it is neither the least code nor the largest
    even = (cv2.erode(codes, _SQUARE) == cv2.dilate(codes & shown, _SQUARE)) & (codes < _NO_INK)
    np.copyto(words, words & np.uint32(0xFF000000) | inks.words()[codes], where=even)
    rows, columns = np.nonzero((shown > 0) & ~even)
    if len(rows):
        _redraw_edges(window, _Near(codes, int(values["edge_px"])), even, (rows, columns), inks, values)


def _cells(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return np.asarray(words >> 2 & 0x3F | words >> 4 & 0xFC0 | words >> 6 & 0x3F000, np.uint32)


@dataclass(frozen=True, slots=True)
class _Near:
    codes: Pixels
    edge_px: int

    def at(self, places: Places, sure: Holds, inks: _Inks) -> Holds:
        """Per ink which of these places have it within reach, of what is `sure`."""
        codes = np.where(sure, self.codes >> 1, np.uint8(_NO_INK))
        reach = np.ones((2 * self.edge_px + 1,) * 2, np.uint8)
        there = np.flatnonzero(cv2.calcHist([codes], [0], None, [256], [0, 256]))
        nowhere = np.zeros(len(places[0]), dtype=bool)
        found = {new: cv2.dilate(as_mask(codes == new), reach)[places] > 0 for new in there.tolist()}
        return np.stack([found.get(new, nowhere) for new in inks.becomes])


def _redraw_edges(window: Pixels, near: _Near, even: Holds, places: Places, inks: _Inks, values: Values) -> None:
    """Each pixel that is no area's as a blend of two inks near by."""
    blend, smeared = float(values["blend"]), float(values["smeared"])
    left = _blended(window, places, near.at(places, even, inks), inks, blend)
    if not len(left[0]):
        return
    # a line too fine for an area of its own: what has its ink is no blend of those around
    fine = even.copy()
    fine[left] = near.codes[left] < _NO_INK
    left = _blended(window, left, near.at(left, fine, inks), inks, blend)
    # and one so fine that it nowhere has its own ink is a blend with one of those around
    _blended(window, left, near.at(left, fine, inks), inks, smeared, both=False)


def _blended(window: Pixels, places: Places, near: Holds, inks: _Inks, most_off: float, *, both: bool = True) -> Places:
    """Draws each pixel as the blend of two new inks that it was of two old ones, `both` or one of them near. Returns those
    that are no such blend."""
    seen = window[places][:, :3].astype(np.float32)
    best, colours = np.full(len(seen), np.inf, dtype=np.float32), np.zeros((len(seen), 3), dtype=np.float32)
    joined = np.logical_and if both else np.logical_or
    for first, second in inks.pairs():
        here = np.flatnonzero(joined(near[first], near[second]))
        if not len(here):
            continue
        share, off = _blend(seen[here], inks.old[first], inks.old[second])
        better = off < best[here]
        here, share = here[better], share[better, None]
        best[here] = off[better]
        colours[here] = inks.new[first] + share * (inks.new[second] - inks.new[first])
    told = best <= most_off
    rows, columns = places
    window[rows[told], columns[told], :3] = np.rint(colours[told])
    return rows[~told], columns[~told]


def _blend(seen: Levels, first: Levels, second: Levels) -> tuple[Levels, Levels]:
    """Per pixel which share of it is the second ink, and how far it is off the line between the two."""
    along = second - first
    share = ((seen - first) @ along / max(float(along @ along), 1.0)).clip(0, 1)
    share[share < _NEARLY_PURE] = 0
    share[share > 1 - _NEARLY_PURE] = 1
    return share, np.linalg.norm(seen - first - share[:, None] * along, axis=-1)
