"""Layouts: shaped lines brought to size and place in a slot. All lengths here are frame units unless named em."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pod.drawing.paths import Path, Transform
from pod.lettering.fonts import Font
from pod.lettering.shaping import Glyph, Run, cap_height, joined, shape
from pod.lettering.text import LINES_ON_CIRCLE
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box

MOST_DEGREES = 340.0
"""A line on a circle never meets its own end: at least 20 degrees stay free."""

_LEADING_CAPS = 1.32
"""Baseline to baseline of stacked lines, in cap heights, where neither accents nor tails ask for more."""
_AIR_CAPS = 0.14
"""Least air between the ink of one line and the next, in cap heights."""
_SECOND_LINE_COST = 1.2
"""How much larger type must get for a line to be broken onto the other side of a circle."""
_LOOSE_END_COST = 1.25
"""How much smaller type may get to keep a little word with the word it belongs to."""
_LOOSE_ENDS = frozenset(
    (
        *("a", "an", "the", "of", "to", "in", "on", "at", "and", "&", "or", "for", "by"),
        *("la", "le", "les", "el", "de", "du", "der", "die", "das", "und", "et", "y"),
    )
)


@dataclass(frozen=True, slots=True)
class Laid:
    """Type in place: its outline in frame units, and the size of one em there."""

    outline: Path
    em: float
    lines: tuple[str, ...]


def lay(text: str, font: Font, slot: LetteringSlot, margin: float = 0.0) -> Laid:
    """`text` in `slot`, with `margin` kept free for an outline around the letters."""
    return _LAYOUTS[slot.kind](text, font, slot, margin)


# --- block


@dataclass(frozen=True, slots=True)
class _Stack:
    """Lines under each other in em units. `cap_stack` is from the first line's capitals down to the last baseline."""

    outline: Path
    lines: tuple[str, ...]
    cap_stack: float

    def em_in(self, room: Box) -> float:
        """The largest size at which the ink fits. Words without capitals or tails grow no larger than others would."""
        ink = self.outline.bounds()
        return max(0.0, min(room.width / ink.width, room.height / max(ink.height, self.cap_stack)))


def _lay_block(text: str, font: Font, slot: LetteringSlot, margin: float) -> Laid:
    """The line breaking that gives the largest type, centred by its ink."""
    room = slot.box.grown(-margin)
    stacks = [_stacked(lines, font) for lines in _breakings(text, font, slot.max_lines)]
    stack = max(
        stacks, key=lambda stack: stack.em_in(room) * _LOOSE_END_COST ** -sum(map(_ends_loose, stack.lines[:-1]))
    )
    em = stack.em_in(room)
    (from_x, from_y), (to_x, to_y) = stack.outline.bounds().centre, room.centre
    into_place = Transform.move(-from_x, -from_y).then(Transform.scale(em)).then(Transform.move(to_x, to_y))
    return Laid(stack.outline.transformed(into_place), em, stack.lines)


def _breakings(text: str, font: Font, max_lines: int) -> Iterator[tuple[str, ...]]:
    """For each number of lines the most even breaking; line breaks that were typed are the only ones then."""
    if "\n" in text:
        yield tuple(text.split("\n"))
        return
    words = tuple(text.split(" "))
    for count in range(1, min(max_lines, len(words)) + 1):
        yield _evenly_broken(words, font, count)


def _evenly_broken(words: tuple[str, ...], font: Font, count: int) -> tuple[str, ...]:
    """`words` in `count` lines whose longest is as short as can be; a line with a loose end counts as longer."""
    # best[n] is (longest line, breaks) for the first n words in the lines so far
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        best = {
            n: min(
                (max(best[k][0], _length(words, k, n, font)), (*best[k][1], n)) for k in range(line - 1, n) if k in best
            )
            for n in range(line, len(words) + 1)
        }
    breaks = (0, *best[len(words)][1])
    return tuple(" ".join(words[a:b]) for a, b in itertools.pairwise(breaks))


def _length(words: tuple[str, ...], first: int, end: int, font: Font) -> float:
    line = " ".join(words[first:end])
    return shape(font, line).advance * (_LOOSE_END_COST if end < len(words) and _ends_loose(line) else 1.0)


def _ends_loose(line: str) -> bool:
    """Whether the line ends on a little word that belongs to the next one."""
    return line.split()[-1].lower() in _LOOSE_ENDS


def _stacked(lines: tuple[str, ...], font: Font) -> _Stack:
    """The lines evenly leaded, each centred on x = 0 by its ink."""
    runs = [shape(font, line) for line in lines]
    leading = _leading(runs, font)
    placed = (run.outline.transformed(Transform.move(-run.ink.centre[0], i * leading)) for i, run in enumerate(runs))
    return _Stack(joined(placed), lines, cap_height(font) + (len(lines) - 1) * leading)


def _leading(runs: list[Run], font: Font) -> float:
    cap = cap_height(font)
    boxes = [run.ink for run in runs]
    needed = (above.bottom - below.top + _AIR_CAPS * cap for above, below in itertools.pairwise(boxes))
    return max([_LEADING_CAPS * cap, *needed])


# --- arc


@dataclass(frozen=True, slots=True)
class _Rim:
    """One line, or two on opposite sides of the same band, at the size at which all of them fit."""

    runs: tuple[Run, ...]
    em: float


def _lay_arc(text: str, font: Font, slot: LetteringSlot, margin: float) -> Laid:
    """Lines along the circle, each letter turned as a whole; smaller where they would run too far round."""
    if slot.radius <= 0:
        raise InputRefused(
            "slot_without_circle",
            f"The place “{slot.name}” asks for type on an arc, but its radius is {slot.radius}.",
            "Give the slot a radius above 0, or make it a block.",
            measured=slot.radius,
        )
    rims = [_rim(lines, font, slot, margin) for lines in _breakings(text, font, min(slot.max_lines, LINES_ON_CIRCLE))]
    rim = max(rims, key=lambda rim: rim.em * _SECOND_LINE_COST ** (1 - len(rim.runs)))
    cap = rim.em * cap_height(font)
    lines = zip(rim.runs, _SIDES, strict=False)
    outline = joined(_on_side(run, font, side(slot, cap), rim.em) for run, side in lines)
    return Laid(outline, rim.em, tuple(run.text for run in rim.runs))


def _rim(lines: tuple[str, ...], font: Font, slot: LetteringSlot, margin: float) -> _Rim:
    runs = tuple(shape(font, line, font.tracking_em) for line in lines)
    fitting = (_largest_em(run, font, slot, margin, side) for run, side in zip(runs, _SIDES, strict=False))
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
    return joined(_on_circle(glyph, letter, run, slot, em, turn) for glyph, letter in _letters(run))


def _largest_em(run: Run, font: Font, slot: LetteringSlot, margin: float, side: _Side) -> float:
    """The size, up to the one planned, at which the line keeps within its degrees; found by halving, since radius and
    spacing follow the size."""
    allowed = min(slot.max_degrees, MOST_DEGREES) - math.degrees(2 * margin / slot.radius)
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


def _letters(run: Run) -> Iterator[tuple[Glyph, Glyph]]:
    """Each glyph with the letter it turns with: itself, or for a mark the letter it stands on."""
    letter = run.glyphs[0]
    for glyph in run.glyphs:
        letter = glyph if glyph.advance else letter
        yield glyph, letter


def _on_circle(glyph: Glyph, letter: Glyph, run: Run, slot: LetteringSlot, em: float, turn: float) -> Path:
    """The glyph with the middle of its letter's advance on the circle, its baseline a tangent there."""
    middle = letter.x + letter.advance / 2
    share = (middle - run.ink.left) / run.ink.width - 0.5
    degrees, side = (share * turn, -1) if slot.upright else (-share * turn, 1)
    return glyph.outline.transformed(
        Transform.move(glyph.x - middle, 0.0)
        .then(Transform.scale(em))
        .then(Transform.move(slot.centre_x, slot.centre_y + side * slot.radius))
        .then(Transform.rotate(degrees, (slot.centre_x, slot.centre_y)))
    )


_LAYOUTS = {SlotKind.BLOCK: _lay_block, SlotKind.ARC: _lay_arc}
