"""Shaping: a line of text as glyph outlines in place, by HarfBuzz with the face's own kerning."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass

import uharfbuzz as hb

from pod.drawing.paths import Command, Path, Transform
from pod.lettering.fonts import Font, shaper
from pod.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a line in em units, y down: its outline stands with the pen at `x` on the baseline."""

    outline: Path
    x: float
    advance: float
    cluster: int


@dataclass(frozen=True, slots=True)
class Run:
    """One shaped line in em units. `advance` is the pen's whole way, without tracking after the last glyph; `ink` is
    the box around `outline`."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    outline: Path
    ink: Box


@functools.lru_cache(maxsize=512)
def shape(font: Font, text: str, tracking_em: float = 0.0) -> Run:
    """`text` set in one line from x = 0. Tracked letters are not joined into ligatures: the gap would be uneven."""
    opened, upem = shaper(font), shaper(font).face.upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(opened, buffer, {"kern": True, "liga": not tracking_em, "clig": not tracking_em})
    pen, glyphs = 0.0, list[Glyph]()
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        outline = glyph_outline(font, info.codepoint).transformed(
            Transform.move(place.x_offset / upem, -place.y_offset / upem)
        )
        advance = place.x_advance / upem
        glyphs.append(Glyph(outline, pen, advance, info.cluster))
        # a mark has no advance of its own and stays with the letter before it
        pen += advance + (tracking_em if advance else 0.0)
    outline = joined(g.outline.transformed(Transform.move(g.x, 0.0)) for g in glyphs)
    return Run(text, tuple(glyphs), pen - tracking_em, outline, outline.bounds())


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
def _pen() -> hb.DrawFuncs:
    """HarfBuzz's callbacks: each appends one command to the list it is given."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, out: out.append(("M", (x, y))))
    pen.set_line_to_func(lambda x, y, out: out.append(("L", (x, y))))
    pen.set_quadratic_to_func(lambda cx, cy, x, y, out: out.append(("Q", (cx, cy, x, y))))
    pen.set_cubic_to_func(lambda ax, ay, bx, by, x, y, out: out.append(("C", (ax, ay, bx, by, x, y))))
    pen.set_close_path_func(lambda out: out.append(("Z", ())))
    return pen
