"""The window that a view is drawn in: its box, its ground, its light."""

from __future__ import annotations

import random
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.imaging.colour import hue_apart, mix, oklch
from pod.model.geometry import Box
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import waves

_NIGHT_HUE = 265.0
"""OKLCH degrees of a deep blue."""

_STILL_BLUE = 75.0
_NIGHT, _FAIR = "#3a4f86", "#a9d6e3"

_LEAST_LIGHT, _LEAST_CHROMA, _LEAST_OF_A_BLUE = 0.62, 0.07, 0.04
_GREENS, _BLUES = (64.0, 178.0), (178.0, 300.0)
"""OKLCH: no sky is dark, grey, or of a hue from mustard to sea green; a pale blue is one all the same."""


def _is_a_sky(ink: str) -> bool:
    light, chroma, hue = oklch(ink)
    least = _LEAST_OF_A_BLUE if _BLUES[0] < hue < _BLUES[1] else _LEAST_CHROMA
    return light >= _LEAST_LIGHT and chroma >= least and not _GREENS[0] < hue < _GREENS[1]


@dataclass(frozen=True, slots=True)
class View:
    """`box` is the window; the land begins at `ground`. `night` asks for moon and stars; sun and moon stand `aside` of the
    middle by that share of the width. `figures` are what may be seen that is not the land itself: a sun, a moon, palms;
    `weather` is what the sky does, by the names of `weather`; `named` are labels of what will stand there. Where nothing will, the land is `alone`: what it is known by
    stands large in the middle. `ashore` asks for a near bank where the land is water."""

    canvas: Canvas
    box: Box
    ground: float
    palette: Palette
    rng: random.Random
    night: bool
    aside: float = 0.0
    figures: frozenset[str] = frozenset()
    weather: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    alone: bool = False
    ashore: bool = False

    @property
    def cx(self) -> float:
        return self.box.left + self.box.width / 2

    @property
    def has_disc(self) -> bool:
        """Whether sun or moon are seen; else no more than a glow is."""
        return ("moon" if self.night else "sun") in self.figures

    @property
    def sun_x(self) -> float:
        return self.cx + self.aside * self.box.width

    @property
    def unit(self) -> float:
        """A tenth of the window's shorter side."""
        return min(self.box.width, self.box.height) / 10

    @property
    def cool(self) -> str:
        """The palette's accent that is nearest to the blue of night and distance; that blue where none is near."""
        nearest = min(self.palette.accents[1:], key=lambda ink: hue_apart(oklch(ink)[2], _NIGHT_HUE))
        return nearest if hue_apart(oklch(nearest)[2], _NIGHT_HUE) < _STILL_BLUE else mix(_NIGHT, nearest, 0.15)

    @property
    def sky(self) -> str:
        """Of the palette's accents the first that a sky has; no green or brown one."""
        p = self.palette
        if self.night:
            return mix(self.cool, p.dark, 0.5)
        inks = (mix(p.accents[k], p.light, 0.3) for k in (2, 4, 1, 3, 0))
        return next((ink for ink in inks if _is_a_sky(ink)), _FAIR)

    def far(self, share: float) -> str:
        """An ink of the land, 0 near the horizon to 1 in front."""
        return mix(mix(self.cool, self.sky, 0.35), self.palette.dark, 0.2 + 0.7 * share)

    def swell(self, y: float, height: float, length: float, ink: str) -> None:
        b = self.box
        self.canvas.fill(waves(b.left, b.right, y, height, length, self.rng.uniform(0, 6), b.bottom + 20), ink)
