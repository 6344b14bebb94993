"""Shaping: a line of text as glyph outlines in place, by HarfBuzz with the face's own kerning."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

import shapely
import uharfbuzz as hb

from pod.drawing.paths import Command, Path, Transform
from pod.lettering.fonts import Font, shaper
from pod.lettering.scripts import Piece, pieces
from pod.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a line in em units, y down: its outline stands with the pen at `x` on the baseline.

    It turns with the letter that it is part of, whose middle is at `middle`. `hangs_on`: it touches its neighbours, so that
    it has to bend where they turn.
    """

    outline: Path
    x: float
    advance: float
    middle: float
    hangs_on: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """One shaped line in em units, from left to right. `advance` is the pen's whole way, without tracking after the last
    glyph; `ink` is the box around `outline`."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    outline: Path
    ink: Box


@functools.lru_cache(maxsize=512)
def shape(font: Font, text: str, tracking_em: float = 0.0) -> Run:
    """`text` set in one line from x = 0. Tracked letters are not joined into ligatures: the gap would be uneven. Letters
    that hang together are never tracked."""
    pen, after, glyphs = 0.0, 0.0, list[Glyph]()
    for piece in pieces(text, font):
        after = 0.0 if piece.is_joined else tracking_em
        way, shaped = _shaped(piece, _size_beside(font, piece.font), after)
        glyphs += [replace(g, x=g.x + pen, middle=g.middle + pen) for g in shaped]
        pen += way
    outline = joined(g.outline.transformed(Transform.move(g.x, 0.0)) for g in glyphs)
    return Run(text, tuple(glyphs), pen - after, outline, outline.bounds())


def _shaped(piece: Piece, size: float, tracking_em: float) -> tuple[float, list[Glyph]]:
    """How far the pen goes over the piece, and its glyphs from x = 0."""
    opened = shaper(piece.font)
    em = size / opened.face.upem
    buffer = _buffer(piece)
    hb.shape(opened, buffer, _features(piece, tracked=tracking_em > 0))
    pen, glyphs = 0.0, list[Glyph]()
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for _, letter in itertools.groupby(placed, key=lambda both: both[0].cluster):
        parts, start = list(letter), pen
        for info, place in parts:
            outline = glyph_outline(piece.font, info.codepoint).transformed(
                Transform.scale(size).then(Transform.move(place.x_offset * em, -place.y_offset * em))
            )
            glyphs.append(Glyph(outline, pen, place.x_advance * em, 0.0, piece.is_joined))
            pen += place.x_advance * em
        middle = (start + pen) / 2
        glyphs[-len(parts) :] = [replace(g, middle=middle) for g in glyphs[-len(parts) :]]
        pen += tracking_em if pen > start else 0.0
    return pen, glyphs


def _buffer(piece: Piece) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(piece.text)
    buffer.direction = "rtl" if piece.leftwards else "ltr"
    buffer.script, buffer.language = piece.script, piece.language
    return buffer


def _features(piece: Piece, *, tracked: bool) -> dict[str, bool]:
    """Full-width signs of East Asian type close up as they do in headlines."""
    return {"kern": True, "liga": not tracked, "clig": not tracked, "palt": piece.is_east_asian}


def _size_beside(font: Font, other: Font) -> float:
    """A face that stands in comes as large as its capitals ask for."""
    return 1.0 if other.path == font.path else cap_height(font) / cap_height(other)


@functools.lru_cache(maxsize=4096)
def glyph_outline(font: Font, glyph_id: int) -> Path:
    """One glyph in em units, y down, its origin at the pen."""
    opened, upem = shaper(font), shaper(font).face.upem
    commands: list[Command] = []
    opened.draw_glyph(glyph_id, _pen(), commands)
    return Path(tuple(commands)).transformed(Transform.scale(1 / upem, -1 / upem))


def joined(paths: Iterable[Path]) -> Path:
    """All outlines as one path."""
    return Path(tuple(command for path in paths for command in path.commands))


@functools.cache
def cap_height(font: Font) -> float:
    """The height of a capital H over the baseline, in em: measured on the glyph, since tables are not always right."""
    return -shape(font, "H").ink.top


@functools.cache
def x_height(font: Font) -> float:
    """The height of a small x over the baseline, in em, measured on the glyph."""
    return -shape(font, "x").ink.top


@functools.cache
def stem(font: Font) -> float:
    """The weight of its strokes, in em: of the widest circle inside a small l, which is one stroke in every face."""
    letter = shape(font, "l").outline.geometry(0.001, evenodd=False)
    radii = shapely.maximum_inscribed_circle([letter])
    return 2 * float(radii[0].length)


@functools.cache
def _pen() -> hb.DrawFuncs:
    """HarfBuzz's callbacks: each appends one command to the list it is given."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, out: out.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, out: out.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda cx, cy, x, y, out: out.append(("Q", (cx, cy, x, y))))
    pen.set_cubic_to_func(lambda ax, ay, bx, by, x, y, out: out.append(("C", (ax, ay, bx, by, x, y))))
    pen.set_close_path_func(lambda out: out.append(("Z", ())))
    return pen
