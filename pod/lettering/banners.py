"""Lines that are bent as a whole, and lines on a ribbon."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from pod.drawing.paths import Path, Transform
from pod.lettering.bending import Bend, bent
from pod.lettering.blocks import lay_lines
from pod.lettering.laid import Copy, Laid
from pod.model.geometry import Box

_REACH = 0.02
"""Of the line's width: straight strokes are bent in pieces no longer than this."""

_RISE = 0.16
"""How high the middle of an arch stands over its ends, in the width of the line."""
_SWING = 0.07
"""How far a wave goes up and down."""


def lay_arch(copy: Copy) -> Laid:
    """Every upright stays upright; the lines under and over the letters are arched, highest in the middle."""
    return _bent_lines(copy, _RISE, _arched)


def lay_wave(copy: Copy) -> Laid:
    return _bent_lines(copy, 2 * _SWING, _waved)


def _arched(box: Box) -> Bend:
    middle, half = box.centre[0], box.width / 2
    return lambda x, y: (x, y - _RISE * box.width * (1 - ((x - middle) / half) ** 2))


def _waved(box: Box) -> Bend:
    return lambda x, y: (x, y - _SWING * box.width * math.sin(2 * math.pi * (x - box.left) / box.width))


def _bent_lines(copy: Copy, rise: float, bend: Callable[[Box], Bend]) -> Laid:
    """Straight lines in what the bend leaves free of the height, bent, and brought to the size that fits."""
    room = copy.room
    flat = replace(copy.slot, box=replace(room, height=max(room.height - rise * room.width, room.height / 3)))
    straight = lay_lines(replace(copy, slot=flat, margin=0.0))
    box = straight.outline.bounds()
    by = bend(box)
    lines = tuple(replace(line, outline=bent(line.outline, by, reach=_REACH * box.width)) for line in straight.lines)
    ink = Laid(lines).outline.bounds()
    return Laid(lines).centred_in(room, min(room.width / ink.width, room.height / ink.height))


# --- a ribbon

_PAD, _AIR = 0.9, 0.42
"""Ribbon beside the letters and over them, in the height of their line."""
_TAIL, _NOTCH, _DROP, _GAP = 0.75, 0.32, 0.24, 0.07
"""In the height of the band: a tail's length beside it, the cut in its end, how much lower it hangs, and the line of cloth
that parts it from the band."""


def lay_ribbon(copy: Copy) -> Laid:
    """One or two lines on a band with two tails, as large as the place allows."""
    line = lay_lines(replace(copy, slot=replace(copy.slot, max_lines=min(2, copy.slot.max_lines)), margin=0.0))
    ink = line.outline.bounds()
    pad, air = _PAD * ink.height / len(line.lines), _AIR * ink.height / len(line.lines)
    band = Box(ink.left - pad, ink.top - air, ink.width + 2 * pad, ink.height + 2 * air)
    laid = Laid(line.lines, ribbon(band))
    whole, room = laid.plate.bounds(), copy.room
    return laid.centred_in(room, min(room.width / whole.width, room.height / whole.height))


def ribbon(band: Box) -> Path:
    """The band and a tail behind each of its ends, as outlines that do not touch."""
    left = _tail(band)
    middle = band.centre[0]
    right = left.transformed(Transform(-1, 0, 0, 1, 2 * middle, 0))
    return Path.lines(_corners(band)) + left + right


def _tail(band: Box) -> Path:
    """The left one: it begins behind the band, and shows below it."""
    h = band.height
    inner, outer, gap = band.left + _TAIL * h / 2, band.left - _TAIL * h, _GAP * h
    top, bottom = band.top + _DROP * h, band.bottom + _DROP * h
    return Path.lines(
        [
            (outer, top),
            (band.left - gap, top),
            (band.left - gap, band.bottom + gap),
            (inner, band.bottom + gap),
            (inner - _DROP * h / 2, bottom),
            (outer, bottom),
            (outer + _NOTCH * h, (top + bottom) / 2),
        ]
    )


def _corners(box: Box) -> list[tuple[float, float]]:
    return [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
