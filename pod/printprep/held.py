"""Words changed in place: the artwork stays where it was printed with the words before, and the new ones keep to their place.

Art is placed by the ink of all that prints, words included. Were other words to decide anew, a shorter name would move and
enlarge the picture above it; so the words by which it was placed go on deciding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pod.drawing import UNITS, Canvas, Drawing
from pod.imaging.sharpen import Sharpening
from pod.lettering import SetLine, Setting, set_type
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box, Size
from pod.model.recipe import LetteringLayer
from pod.printprep.master import Art, InTurn, Painter, PathPainter, lines_in_units

_SHORTER_ARCS = (0.85, 0.7, 0.55, 0.4)
"""Shares of an arc's own degrees to which words are set smaller, one after the other, until they keep within their room."""

_TOUCHING = 1e-6


@dataclass(frozen=True, slots=True)
class HeldArt:
    """`artwork` is without words, its ink box that of the words before; `words` may reach out of it, to `words_ink`."""

    artwork: Art
    words: Drawing
    words_ink: Box
    set_lines: tuple[SetLine, ...]
    is_rgb: bool = False

    @staticmethod
    def of(artwork: Art, before: Art, setting: Setting) -> HeldArt:
        return HeldArt(
            artwork.placed_like(before), setting.drawing, setting.ink_box.scaled(UNITS), lines_in_units(setting)
        )

    @property
    def ink(self) -> Box:
        return self.artwork.ink

    @property
    def opaque(self) -> bool:
        return self.artwork.opaque

    @property
    def drawing(self) -> Drawing | None:
        art = self.artwork.drawing
        if art is None:
            return None
        canvas = Canvas(art.width, art.height)
        canvas.place(art)
        canvas.place(self.words)
        return canvas.drawing()

    def lettered(self, setting: Setting) -> HeldArt:
        return HeldArt(self.artwork, setting.drawing, setting.ink_box.scaled(UNITS), lines_in_units(setting))

    def placed_like(self, other: Art) -> Art:
        return self.artwork.placed_like(other)

    def painter(self, onto_px: Box, within_px: Box, sharpening: Sharpening | None) -> Painter:
        """The words on a page of their own: the artwork's is the one that it was drawn on before."""
        reach, reach_px = self._reach(onto_px)
        artwork = self.artwork.painter(onto_px, within_px, sharpening)
        return InTurn((artwork, PathPainter.of(self.words, reach, reach_px)))

    def _reach(self, onto_px: Box) -> tuple[Box, Box]:
        """The words' box as whole pixels of the sheet, and the same in design units."""
        ink, words = self.ink, self.words_ink
        x, y = onto_px.width / ink.width, onto_px.height / ink.height
        left, top = math.floor((words.left - ink.left) * x), math.floor((words.top - ink.top) * y)
        right, bottom = math.ceil((words.right - ink.left) * x), math.ceil((words.bottom - ink.top) * y)
        from_px = Box(left, top, max(1, right - left), max(1, bottom - top)).grown(1)
        reach = Box(ink.left + from_px.left / x, ink.top + from_px.top / y, from_px.width / x, from_px.height / y)
        return reach, from_px.moved(onto_px.left, onto_px.top)

    def samples(self) -> NDArray[np.uint8]:
        return self.artwork.samples()

    def source_ppi(self, size_mm: Size) -> float | None:
        return self.artwork.source_ppi(size_mm)


def set_within(layer: LetteringLayer, room: Box, width_mm: float) -> Setting | None:
    """The layer's type where all of it lies in `room` (frame units): as large as its slot has it, else broken or set smaller
    in what of the slot lies there. None where it cannot be read then."""
    for slot in _narrower(layer.slot, room, layer.outline_mm / width_mm):
        try:
            setting = set_type(replace(layer, slot=slot), width_mm=width_mm)
        except InputRefused:
            return None
        if room.contains(setting.ink_box, _TOUCHING):
            return setting
    return None


def place_in(slot: LetteringSlot, room: Box) -> Box:
    """What of `room` is the slot's."""
    return slot.box.within(room) if slot.kind is SlotKind.BLOCK else room


def _narrower(slot: LetteringSlot, room: Box, outline: float) -> Iterator[LetteringSlot]:
    yield slot
    if slot.kind is SlotKind.BLOCK:
        shown = place_in(slot, room)
        if min(shown.width, shown.height) > 2 * outline:
            yield replace(slot, box=shown)
        return
    one_side = replace(slot, max_lines=1)
    yield one_side
    yield from (replace(one_side, max_degrees=slot.max_degrees * share) for share in _SHORTER_ARCS)
