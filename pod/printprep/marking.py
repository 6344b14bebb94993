"""A picture of a file with the places of its findings marked and numbered, and the sentences below it."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass

import fontpkg
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pod.imaging.resample import resized
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_LONGEST_PX = 1400
_LEAST_WIDTH_PX = 900
_MARGIN, _LINE, _TEXT = 28, 26, 18
_TILE = 12
_BADGE, _LEAST_FRAME = 13.0, 14.0
_COLOURS = {Severity.BLOCKED: (196, 22, 28), Severity.CHOOSE: (176, 96, 0), Severity.FIXED: (0, 112, 60)}
_PAPER, _INK, _CHECK = (255, 255, 255), (32, 32, 32), (236, 236, 236)


def marked(pixels: Pixels, findings: Findings) -> Pixels:
    """`pixels` is what was checked; places are in its pixels."""
    scale = min(1.0, _LONGEST_PX / max(pixels.shape[:2]))
    shown = _on_checks(_shrunk(pixels, scale))
    lines = list(_legend(findings))
    width = max(_LEAST_WIDTH_PX, shown.width + 2 * _MARGIN)
    board = Image.new("RGB", (width, shown.height + 3 * _MARGIN + _LINE * len(_wrapped(lines, width))), _PAPER)
    corner = ((width - shown.width) // 2, _MARGIN)
    board.paste(shown, corner)
    draw = ImageDraw.Draw(board)
    draw.rectangle(
        (corner[0] - 1, corner[1] - 1, corner[0] + shown.width, corner[1] + shown.height), outline=(190, 190, 190)
    )
    room = Box(_BADGE, _BADGE, board.width - 2 * _BADGE, corner[1] + shown.height + _MARGIN - 2 * _BADGE)
    badges = list[_Badge]()
    for number, found in enumerate(findings.found, 1):
        for place in _places(found):
            around = _frame(draw, place.scaled(scale).moved(*corner), _COLOURS[found.severity])
            badges.append(_beside(around, number, _COLOURS[found.severity], badges, room))
    for badge in badges:
        _draw_badge(draw, badge)
    top = shown.height + 2 * _MARGIN
    for line, colour in _wrapped(lines, width):
        draw.text((_MARGIN, top), line, fill=colour, font=_font(_TEXT))
        top += _LINE
    return np.asarray(board)


def _shrunk(pixels: Pixels, scale: float) -> Pixels:
    height, width = pixels.shape[:2]
    return pixels if scale == 1.0 else resized(pixels, max(1, round(width * scale)), max(1, round(height * scale)))


def _on_checks(pixels: Pixels) -> Image.Image:
    """What is see-through is shown on pale squares, as picture programs do."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width] // _TILE
    squares = np.where(((x + y) % 2)[..., None], np.uint8(255), np.array(_CHECK, np.uint8)).astype(np.uint8)
    ground = Image.fromarray(squares)
    art = Image.fromarray(np.ascontiguousarray(pixels))
    ground.paste(art, mask=art.getchannel("A") if art.mode == "RGBA" else None)
    return ground


def _places(found: Finding) -> tuple[Box, ...]:
    return (found.where_px, *found.also_px) if found.where_px else ()


@dataclass(frozen=True, slots=True)
class _Badge:
    x: float
    y: float
    number: int
    colour: tuple[int, int, int]


def _frame(draw: ImageDraw.ImageDraw, box: Box, colour: tuple[int, int, int]) -> Box:
    """A frame around the place, never smaller than can be seen."""
    around = box.grown(max(3.0, (_LEAST_FRAME - min(box.width, box.height)) / 2))
    draw.rectangle((around.left - 2, around.top - 2, around.right + 2, around.bottom + 2), outline=_PAPER, width=2)
    draw.rectangle((around.left, around.top, around.right, around.bottom), outline=colour, width=3)
    return around


def _beside(around: Box, number: int, colour: tuple[int, int, int], taken: list[_Badge], room: Box) -> _Badge:
    """Outside the frame's corner, within the board, and moved along where another number stands already."""
    x = min(max(around.left - _BADGE, room.left), room.right)
    y = min(max(around.top - _BADGE, room.top), room.bottom)
    while any(math.hypot(x - other.x, y - other.y) < 2 * _BADGE for other in taken):
        x += 2 * _BADGE
        if x > room.right:
            x, y = room.left, y + 2 * _BADGE
    return _Badge(x, y, number, colour)


def _draw_badge(draw: ImageDraw.ImageDraw, badge: _Badge) -> None:
    x, y = badge.x, badge.y
    draw.ellipse((x - _BADGE, y - _BADGE, x + _BADGE, y + _BADGE), fill=badge.colour, outline=_PAPER, width=2)
    draw.text((x, y), str(badge.number), fill=_PAPER, font=_font(15), anchor="mm")


def _legend(findings: Findings) -> Iterator[tuple[str, tuple[int, int, int]]]:
    if not findings.found:
        yield "Nothing found: this file is ready.", _COLOURS[Severity.FIXED]
    for number, found in enumerate(findings.found, 1):
        where = f" At {found.where_mm.left:.0f}, {found.where_mm.top:.0f} mm." if found.where_mm else ""
        numbers = f"{found.measured}; needs {found.required}"
        yield f"{number}  {found.severity}: {found.message} ({numbers}){where}", _COLOURS[found.severity]
    if findings.not_measured:
        yield f"Not measured: {', '.join(findings.not_measured)}", _INK


def _wrapped(lines: list[tuple[str, tuple[int, int, int]]], width: int) -> list[tuple[str, tuple[int, int, int]]]:
    return [(part, colour) for text, colour in lines for part in _broken(text, width - 2 * _MARGIN)]


def _broken(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and _font(_TEXT).getlength(longer) > room:
            yield line
            line = "    " + word
        else:
            line = longer
    yield line


@functools.cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fontpkg.path("fira-sans", weight=400)), size)
