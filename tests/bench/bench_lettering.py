"""What it costs to set words: shaped, laid, outlined, and with the dearest of effects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pod.lettering import letter, set_type
from pod.lettering.shaping import glyph_outline, shape
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect, LetteringLayout
from pod.model.recipe import LetteringLayer
from tests.bench.rows import Row

TITLE = "Lettering: words to outlines"

_FORTY = "around the world in eighty days and home"
_RIM = LetteringSlot("rim", SlotKind.ARC, Box(0, 0, 1, 1), radius=0.36, cap_height=0.09, max_degrees=300.0, max_lines=1)
_BLOCK = LetteringSlot("title", SlotKind.BLOCK, Box(0.1, 0.3, 0.8, 0.4))


def rows() -> Iterator[Row]:
    yield "type set 40 letters on an arc", lambda: partial(_afresh, letter(_FORTY, _RIM))
    yield "type set 40 letters stacked", lambda: partial(_afresh, _stacked(LetteringEffect.PLAIN))
    yield "type set 40 letters stacked and worn", lambda: partial(_afresh, _stacked(LetteringEffect.WORN))
    yield "type set Arabic and Latin", lambda: partial(_afresh, letter("مرحبا بالعالم, hello world", _BLOCK))


def _stacked(effect: LetteringEffect) -> LetteringLayer:
    return letter(_FORTY, _BLOCK, font="slab", layout=LetteringLayout.STACKED, effect=effect)


def _afresh(layer: LetteringLayer) -> object:
    """Without what is known of its letters from before."""
    shape.cache_clear()
    glyph_outline.cache_clear()
    return set_type(layer)
