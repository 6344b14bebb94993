"""Whether two print files show the same art, whatever the areas that they were made for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pod.imaging.resample import resized
from pod.model.geometry import Box, Size

Pixels = NDArray[np.uint8]

_LOOK_PX = 192
"""Longest side of the look: finer than this, another resolution draws thin lines otherwise."""

_GREY = 128.0


@dataclass(frozen=True, slots=True)
class Printed:
    """A print file's pixels, its bleed among them, and where its art lies, from the trim's left upper corner."""

    pixels: Pixels
    trim_mm: Size
    bleed_mm: float
    art_mm: Box

    @property
    def art_px(self) -> Box:
        height_px, width_px = self.pixels.shape[:2]
        x, y = (
            width_px / (self.trim_mm.width + 2 * self.bleed_mm),
            height_px / (self.trim_mm.height + 2 * self.bleed_mm),
        )
        art, bleed = self.art_mm, self.bleed_mm
        return Box((art.left + bleed) * x, (art.top + bleed) * y, art.width * x, art.height * y)


def unlike(ours: Printed, theirs: Printed) -> float:
    """The mean difference of colour, 0 to 1, over that part of the art that both have on their sheet. Colour counts as it
    looks on middle grey, so that ink and its absence differ in any colour but that."""
    seen = _seen(ours).within(_seen(theirs))
    if seen.width <= 0 or seen.height <= 0:
        return 1.0
    sides = ours.art_px.width * seen.width, ours.art_px.height * seen.height
    width_px, height_px = (max(1, round(_LOOK_PX * side / max(sides))) for side in sides)
    looks = [_look(printed, seen, width_px, height_px) for printed in (ours, theirs)]
    return float(np.abs(looks[0] - looks[1]).mean() / 255)


def _seen(printed: Printed) -> Box:
    """What of the art is on the sheet, in shares of the art."""
    art, (height_px, width_px) = printed.art_px, printed.pixels.shape[:2]
    there = art.within(Box(0, 0, width_px, height_px))
    return Box(
        (there.left - art.left) / art.width,
        (there.top - art.top) / art.height,
        there.width / art.width,
        there.height / art.height,
    )


def _look(printed: Printed, seen: Box, width_px: int, height_px: int) -> NDArray[np.float32]:
    art = printed.art_px
    left, top = round(art.left + seen.left * art.width), round(art.top + seen.top * art.height)
    right, bottom = round(art.left + seen.right * art.width), round(art.top + seen.bottom * art.height)
    cut = np.ascontiguousarray(printed.pixels[top : max(bottom, top + 1), left : max(right, left + 1)])
    small = resized(cut, width_px, height_px).astype(np.float32)
    if small.shape[2] == 3:
        return small
    alpha = small[..., 3:] / 255
    return np.asarray(small[..., :3] * alpha + _GREY * (1 - alpha), np.float32)
