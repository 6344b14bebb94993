"""Lines along a circle: on the rim that the artwork keeps free, or on an arc that is laid into a block."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from pod.drawing.paths import Path, Transform
from pod.lettering.bending import bent
from pod.lettering.breaking import breakings
from pod.lettering.fonts import Font
from pod.lettering.laid import Copy, Laid, Line
from pod.lettering.shaping import Glyph, Run, cap_height, joined, shape
from pod.lettering.text import LINES_ON_CIRCLE
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused

MOST_DEGREES = 340.0
"""A line on a circle never meets its own end: at least 20 degrees stay free."""

_SECOND_LINE_COST = 1.2
"""How much larger type must get for a line to be broken onto the other side of a circle."""

_BEND_EM = 0.1
"""Letters that hang together are bent in pieces no longer than this."""


@dataclass(frozen=True, slots=True)
class _Rim:
    """One line, or two on opposite sides of the same band, at the size at which all of them fit."""

    runs: tuple[Run, ...]
    em: float


def lay_rim(copy: Copy) -> Laid:
    """Lines along the circle, each letter turned as a whole; smaller where they would run too far round."""
    slot, font = copy.slot, copy.font
    if slot.radius <= 0:
        raise InputRefused(
            "slot_without_circle",
            f"The place “{slot.name}” asks for type on an arc, but its radius is {slot.radius}.",
            "Give the slot a radius above 0, or make it a block.",
            measured=slot.radius,
        )
    rims = [_rim(lines, copy) for lines in breakings(copy.text, font, min(slot.max_lines, LINES_ON_CIRCLE))]
    rim = max(rims, key=lambda rim: rim.em * _SECOND_LINE_COST ** (1 - len(rim.runs)))
    cap = rim.em * cap_height(font)
    return Laid(
        tuple(
            Line(run.text, _on_side(run, font, side(slot, cap), rim.em), font, rim.em)
            for run, side in zip(rim.runs, _SIDES, strict=False)
        )
    )


def _rim(lines: tuple[str, ...], copy: Copy) -> _Rim:
    tracking = copy.font.tracking_em + copy.tracking_em
    runs = tuple(shape(copy.font, line, tracking) for line in lines)
    fitting = (_largest_em(run, copy, side) for run, side in zip(runs, _SIDES, strict=False))
    return _Rim(runs, min(fitting))


def _in_band(slot: LetteringSlot, cap: float) -> LetteringSlot:
    """Type smaller than planned keeps to the middle of the band that was kept free for it."""
    slack = (slot.cap_height - cap) / 2
    return replace(slot, radius=slot.radius + (slack if slot.upright else -slack))


def _across(slot: LetteringSlot, cap: float) -> LetteringSlot:
    """The opposite side of the circle, in the same band: what stood on the baseline above hangs to it below."""
    band = _in_band(slot, cap)
    return replace(band, upright=not slot.upright, radius=band.radius + (cap if slot.upright else -cap))


_Side = Callable[[LetteringSlot, float], LetteringSlot]
_SIDES: tuple[_Side, _Side] = (_in_band, _across)
"""Where the first line runs and where the second, given the height of its capitals."""


def _on_side(run: Run, font: Font, slot: LetteringSlot, em: float) -> Path:
    turn = _degrees(run, font, slot, em)
    return joined(_on_circle(glyph, run, slot, em, turn) for glyph in run.glyphs)


def _largest_em(run: Run, copy: Copy, side: _Side) -> float:
    """The size, up to the one planned, at which the line keeps within its degrees; found by halving, since radius and
    spacing follow the size."""
    slot, font = copy.slot, copy.font
    allowed = min(slot.max_degrees, MOST_DEGREES) - math.degrees(2 * copy.margin / slot.radius)
    low, high = 0.0, slot.cap_height / cap_height(font)
    for _ in range(40):
        middle = (low + high) / 2
        there = side(slot, middle * cap_height(font))
        low, high = (middle, high) if _degrees(run, font, there, middle) <= allowed else (low, middle)
    return low


def _degrees(run: Run, font: Font, slot: LetteringSlot, em: float) -> float:
    """The angle between the first letter's ink and the last's."""
    return math.degrees(run.ink.width * em / _spacing_radius(font, slot, em))


def _spacing_radius(font: Font, slot: LetteringSlot, em: float) -> float:
    """Where on the letters their distance is measured. Inside a circle letters close up towards their tops, so they are
    spaced at half cap height; outside they open, and the baseline is what must not touch."""
    return slot.radius if slot.upright else slot.radius - em * cap_height(font) / 2


def _on_circle(glyph: Glyph, run: Run, slot: LetteringSlot, em: float, turn: float) -> Path:
    """The glyph with the middle of its letter's advance on the circle, its baseline a tangent there."""
    side = -1 if slot.upright else 1

    def turned(x: float) -> Transform:
        """What carries the point `x` of the baseline onto the circle."""
        share = (x - run.ink.left) / run.ink.width - 0.5
        return (
            Transform.move(-x, 0.0)
            .then(Transform.scale(em))
            .then(Transform.move(slot.centre_x, slot.centre_y + side * slot.radius))
            .then(Transform.rotate(-side * share * turn, (slot.centre_x, slot.centre_y)))
        )

    into_line = Transform.move(glyph.x, 0.0)
    if glyph.hangs_on:
        return bent(glyph.outline.transformed(into_line), lambda x, y: turned(x).apply(x, y), reach=_BEND_EM)
    return glyph.outline.transformed(into_line.then(turned(glyph.middle)))


# --- an arc in a block

_ARCS = (120.0, 100.0, 80.0, 60.0, 45.0, 30.0)
"""Degrees that are tried, the roundest first."""

_ROUND_ENOUGH = 0.72
"""A rounder arc is worth this much smaller type."""


def lay_arc(copy: Copy) -> Laid:
    """One line on the roundest arc that leaves it large enough."""
    run = shape(copy.font, copy.text.replace("\n", " "), copy.font.tracking_em + copy.tracking_em)
    arcs = [_arc(run, copy, degrees) for degrees in _ARCS]
    largest = max(size for size, _ in arcs)
    size, laid = next((size, laid) for size, laid in arcs if size >= _ROUND_ENOUGH * largest)
    return laid.centred_in(copy.room, size)


def _arc(run: Run, copy: Copy, degrees: float) -> tuple[float, Laid]:
    """The line on an arc of so many degrees, in em units, and the size at which it fits."""
    radius = run.ink.width / math.radians(degrees)
    slot = replace(copy.slot, kind=SlotKind.ARC, centre_x=0.0, centre_y=0.0, radius=radius, upright=True)
    line = Line(run.text, _on_side(run, copy.font, slot, 1.0), copy.font, 1.0)
    ink = line.outline.bounds()
    return max(0.0, min(copy.room.width / ink.width, copy.room.height / ink.height)), Laid((line,))
