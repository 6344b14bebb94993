"""Straight lines under each other: all of one size, or each as wide as the others."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from pod.drawing.paths import Transform
from pod.lettering.breaking import LOOSE_END_COST, breakings, ends_loose
from pod.lettering.fonts import Font
from pod.lettering.laid import Copy, Laid, Line
from pod.lettering.pairing import widths_of
from pod.lettering.shaping import Run, cap_height, shape
from pod.model.geometry import Box

_LEADING_CAPS = 1.32
"""Baseline to baseline of stacked lines, in cap heights, where neither accents nor tails ask for more."""
_AIR_CAPS = 0.14
"""Least air between the ink of one line and the next, in cap heights."""

_STACK_AIR = 0.045
"""Air between lines that are as wide as each other, in their width."""
_MOST_UNEVEN = 2.6
"""How many times higher the capitals of one stacked line may be than those of another."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """Lines under each other in em units. `cap_stack` is from the first line's capitals down to the last baseline."""

    laid: Laid
    cap_stack: float

    def em_in(self, room: Box) -> float:
        """The largest size at which the ink fits. Words without capitals or tails grow no larger than others would."""
        ink = self.laid.outline.bounds()
        return max(0.0, min(room.width / ink.width, room.height / max(ink.height, self.cap_stack)))


def lay_lines(copy: Copy) -> Laid:
    """The line breaking that gives the largest type, centred by its ink."""
    stacks = [_stacked(lines, copy) for lines in breakings(copy.text, copy.font, copy.slot.max_lines)]

    def worth(stack: _Stack) -> float:
        loose = sum(ends_loose(line.text) for line in stack.laid.lines[:-1])
        return stack.em_in(copy.room) * LOOSE_END_COST**-loose

    stack = max(stacks, key=worth)
    return stack.laid.centred_in(copy.room, stack.em_in(copy.room))


def _stacked(lines: tuple[str, ...], copy: Copy) -> _Stack:
    """The lines evenly leaded, each centred on x = 0 by its ink."""
    runs = [shape(copy.font, line, copy.tracking_em) for line in lines]
    leading = _leading(runs, copy.font)
    placed = tuple(
        Line(run.text, run.outline.transformed(Transform.move(-run.ink.centre[0], i * leading)), copy.font, 1.0)
        for i, run in enumerate(runs)
    )
    return _Stack(Laid(placed), cap_height(copy.font) + (len(lines) - 1) * leading)


def _leading(runs: list[Run], font: Font) -> float:
    cap = cap_height(font)
    boxes = [run.ink for run in runs]
    needed = (above.bottom - below.top + _AIR_CAPS * cap for above, below in itertools.pairwise(boxes))
    return max([_LEADING_CAPS * cap, *needed])


# --- each line as wide as the others


def lay_stacked(copy: Copy) -> Laid:
    """Every line fills the width; short words come large. A line may have a face of its own, so that their heights do not
    fall apart."""
    tried = [_filled(lines, copy) for lines in _wanted_lines(copy)]
    laid = max(tried, key=lambda laid: _worth(laid, copy.room))
    return laid.centred_in(copy.room, _size_in(laid, copy.room))


def _wanted_lines(copy: Copy) -> Iterator[tuple[str, ...]]:
    """More than one, where there is more than one word: one line is no stack."""
    tried = list(breakings(copy.text, copy.font, copy.slot.max_lines))
    if copy.line_fonts:
        yield from (lines for lines in tried if len(lines) == len(copy.line_fonts))
    else:
        yield from tried[1:] or tried


def _filled(lines: tuple[str, ...], copy: Copy) -> Laid:
    """Lines of width 1, the upper edge of the first at 0."""
    target = copy.room.height / copy.room.width / len(lines) - _STACK_AIR
    faces = copy.line_fonts or tuple(_face_for(line, copy, target) for line in lines)
    top, placed = 0.0, list[Line]()
    for line, face in zip(lines, faces, strict=True):
        run = shape(face, line, copy.tracking_em)
        em = 1 / run.ink.width
        into = Transform.move(-run.ink.left, -run.ink.top).then(Transform.scale(em)).then(Transform.move(0.0, top))
        placed.append(Line(line, run.outline.transformed(into), face, em))
        top += run.ink.height * em + _STACK_AIR
    return Laid(tuple(placed))


def _face_for(line: str, copy: Copy, target: float) -> Font:
    """Of the face and those of its kind that are wider or narrower, the one whose line comes nearest to the height that is
    there for it."""

    def off(face: Font) -> float:
        ink = shape(face, line, copy.tracking_em).ink
        return abs(ink.height / ink.width - target)

    return min(widths_of(copy.font, line), key=off)


def _worth(laid: Laid, room: Box) -> float:
    """How large the smallest letters come out, less where the others are out of all proportion to them."""
    caps = [line.em * cap_height(line.font) for line in laid.lines]
    return min(caps) * _size_in(laid, room) * min(1.0, _MOST_UNEVEN * min(caps) / max(caps))


def _size_in(laid: Laid, room: Box) -> float:
    ink = laid.outline.bounds()
    return max(0.0, min(room.width / ink.width, room.height / ink.height))
