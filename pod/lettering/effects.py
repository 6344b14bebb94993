"""What is done to set letters: everything is drawn as areas, so that what lies under them stays as it is.

Lengths are in the height of the smallest capitals, areas come from outlines that are flattened to a hundredth of a
millimetre on a shirt.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from pod.drawing import Canvas
from pod.drawing.paths import Path, polygons_of
from pod.model.errors import InputRefused
from pod.model.lettering import LetteringEffect

_FLAT = 0.2
"""How far a flattened outline strays, in design units of 4096 across."""

_GAP, _RING = 0.075, 0.075
"""Cloth between the letters and their outline, and the outline's own weight."""

_SHADOW, _BLOCK = 0.13, 0.16
"""How far to the right and down it falls."""
_RELIEF, _SLIVER = 0.05, 0.028
"""Cloth between the letters and what lies behind them; and what would be thinner than this is left out."""

_INLINE, _LEAST_INLINE = 0.3, 0.022
"""The fine line inside, in the weight of a stem; and the finest that still shows."""

_CLUSTERS, _SPECKS_EACH, _STREWN = 6, 15, 60
"""Worn spots on an area as large as the square of a capital: in patches, and between them."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What an effect has to know: the outline, the height of the smallest capitals, the weight of their stems, and `text`,
    which tells one worn print from another."""

    outline: Path
    cap: float
    stem: float
    text: str

    @property
    def area(self) -> BaseGeometry:
        return self.outline.geometry(_FLAT, evenodd=False)


@dataclass(frozen=True, slots=True)
class Inked:
    """`letters` and what an effect puts behind them; the second ink is that of the `shade`."""

    letters: Path
    shade: Path | None = None

    def draw(self, canvas: Canvas, ink: str, second: str) -> None:
        if self.shade is not None:
            canvas.fill(self.shade, second, evenodd=True)
        canvas.fill(self.letters, ink, evenodd=self.is_flattened)

    @property
    def is_flattened(self) -> bool:
        """A flattened outline has its holes by parity; a font's has them by direction."""
        return all(name in "MLZ" for name, _ in self.letters.commands)


def reach(effect: LetteringEffect) -> float:
    """How far the effect goes beyond the letters on any side."""
    return _REACH.get(effect, 0.0)


def inked(effect: LetteringEffect, letters: Letters) -> Inked:
    """Raises `InputRefused` for letters that are too fine for it."""
    refuse_too_fine(effect, letters.cap, letters.stem)
    return _EFFECTS[effect](letters)


def _plain(letters: Letters) -> Inked:
    return Inked(letters.outline)


def _outline(letters: Letters) -> Inked:
    area, cap = letters.area, letters.cap
    inner, outer = area.buffer(_GAP * cap, quad_segs=6), area.buffer((_GAP + _RING) * cap, quad_segs=6)
    return Inked(letters.outline, _path(outer.difference(inner)))


def refuse_too_fine(effect: LetteringEffect, cap: float, stem: float) -> None:
    """Raises `InputRefused` for letters that the effect would break up."""
    fine = _INLINE * stem / cap
    if effect is LetteringEffect.INLINE and fine < _LEAST_INLINE:
        raise InputRefused(
            "effect_too_fine",
            f"A line inside these letters would be {fine:.1%} of their height; below {_LEAST_INLINE:.1%} it fills in.",
            "Choose a heavier face, or another effect.",
            measured=round(fine, 4),
            required=_LEAST_INLINE,
        )


def _inline(letters: Letters) -> Inked:
    """A fine line of cloth along the middle of every stem; finer strokes stay whole."""
    fine, area = _INLINE * letters.stem, letters.area
    inside = area.buffer((fine - letters.stem) / 2, quad_segs=6)
    return Inked(_path(area.difference(_without_slivers(inside, fine / 3))))


def _shadow(letters: Letters) -> Inked:
    fall = _SHADOW * letters.cap
    return _behind(letters, translate(letters.area, fall, fall))


def _block(letters: Letters) -> Inked:
    """As if the letters were cut from thick wood: what they pass over on their way to the shadow is filled."""
    return _behind(letters, _swept(letters.area, _BLOCK * letters.cap))


def _behind(letters: Letters, shade: BaseGeometry) -> Inked:
    """`shade` behind the letters, a line of cloth between the two."""
    seen = shade.difference(letters.area.buffer(_RELIEF * letters.cap, quad_segs=6))
    return Inked(letters.outline, _path(_without_slivers(seen, _SLIVER * letters.cap)))


def _worn(letters: Letters) -> Inked:
    area = letters.area
    return Inked(_path(area.difference(shapely.union_all(_specks(area, letters)))))


_EFFECTS: dict[LetteringEffect, Callable[[Letters], Inked]] = {
    LetteringEffect.PLAIN: _plain,
    LetteringEffect.OUTLINE: _outline,
    LetteringEffect.INLINE: _inline,
    LetteringEffect.SHADOW: _shadow,
    LetteringEffect.BLOCK: _block,
    LetteringEffect.WORN: _worn,
}
_REACH = {
    LetteringEffect.OUTLINE: _GAP + _RING,
    LetteringEffect.SHADOW: _SHADOW,
    LetteringEffect.BLOCK: _BLOCK,
}


def _path(area: BaseGeometry) -> Path:
    return Path.from_geometry(area.simplify(_FLAT / 4))


def _without_slivers(area: BaseGeometry, width: float) -> BaseGeometry:
    return area.buffer(-width / 2, quad_segs=4).buffer(width / 2, quad_segs=6)


def _swept(area: BaseGeometry, fall: float) -> BaseGeometry:
    """Everything that the area passes over on its way: its edges each sweep a parallelogram."""
    rings = [ring for polygon in polygons_of(area) for ring in (polygon.exterior, *polygon.interiors)]
    ends = [np.asarray(ring.coords) for ring in rings]
    first, last = np.concatenate([e[:-1] for e in ends]), np.concatenate([e[1:] for e in ends])
    edges = np.asarray(shapely.polygons(np.stack([first, last, last + fall, first + fall], axis=1)))
    passed = shapely.make_valid(edges[shapely.area(edges) > 0])
    return shapely.union_all([area, translate(area, fall, fall), *passed])


def _specks(area: BaseGeometry, letters: Letters) -> NDArray[np.object_]:
    """Small uneven spots, in patches and strewn between them, on the letters and nowhere else."""
    rng = np.random.default_rng(zlib.crc32(f"worn/{letters.text}".encode()))
    places = _places(area, letters.cap, rng)
    shapely.prepare(area)
    places = places[shapely.contains_xy(area, places)]
    radii = letters.cap * (0.003 + 0.016 * rng.random((len(places), 1)) ** 5)
    turns = math.tau * (np.arange(7) + rng.uniform(-0.35, 0.35, (len(places), 7))) / 7
    reach = radii * rng.uniform(0.5, 1.4, (len(places), 7))
    corners = np.stack([np.cos(turns), np.sin(turns)], axis=2) * reach[..., None]
    return np.asarray(shapely.polygons(places[:, None, :] + corners))


def _places(area: BaseGeometry, cap: float, rng: np.random.Generator) -> NDArray[np.float64]:
    left, top, right, bottom = area.bounds
    size = (right - left) * (bottom - top) / cap**2
    low, high = (left, top), (right, bottom)
    strewn = rng.uniform(low, high, (round(_STREWN * size), 2))
    patches = rng.uniform(low, high, (round(_CLUSTERS * size), 1, 2))
    near = rng.normal(0.0, 0.12 * cap, (len(patches), _SPECKS_EACH, 2))
    return np.concatenate([strewn, (patches + near).reshape(-1, 2)])
