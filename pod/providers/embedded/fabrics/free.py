"""Surfaces that grow or fall as they like, and meet at the tile's edges all the same: coats, camouflage, chips of stone."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, polygon, rect, ring, sparkle
from pod.imaging.colour import oklab
from pod.providers.embedded.fabrics.sheet import (
    LEFT,
    PERIOD,
    TOP,
    Painter,
    Sheet,
    blob,
    copies,
    smooth,
    spread,
    wrapped,
)


def _spots(sheet: Sheet) -> None:
    """A leopard's: rings broken into two or three pieces around a darker middle, and a few dots between them."""
    by_light = sorted(sheet.others, key=lambda ink: oklab(ink)[0])
    rim, heart = by_light[0], by_light[-1]
    rosettes = spread(sheet.rng, 30, 290)
    for x, y in rosettes:
        r = sheet.rng.uniform(100, 138)
        inner = blob(sheet.rng, 0.66 * r)
        pieces = _broken_ring(sheet.rng, r)
        for at_x, at_y in copies(x, y, 2 * r):
            if heart != rim:
                sheet.canvas.fill(smooth(inner, at_x, at_y), heart)
            for piece in pieces:
                sheet.canvas.fill(smooth(piece, at_x, at_y), rim)
    for x, y in spread(sheet.rng, 90, 150):
        if all(math.hypot(wrapped(x - a), wrapped(y - b)) > 190 for a, b in rosettes):
            dot = blob(sheet.rng, sheet.rng.uniform(26, 44), 6)
            for at_x, at_y in copies(x, y, 80):
                sheet.canvas.fill(smooth(dot, at_x, at_y), rim)


def _broken_ring(rng: random.Random, r: float) -> list[list[tuple[float, float]]]:
    """Two or three arcs of uneven thickness, gaps between them."""
    number = rng.choice((2, 3, 3))
    turn, pieces = rng.uniform(0, 360), []
    for k in range(number):
        start = turn + 360 / number * k
        sweep = 360 / number - rng.uniform(26, 58)
        angles = [start + sweep * i / 6 for i in range(7)]
        outer = [polar(0, 0, r * rng.uniform(0.95, 1.12), at) for at in angles]
        inner = [polar(0, 0, r * rng.uniform(0.52, 0.68), at) for at in reversed(angles[1:-1])]
        pieces.append([*outer, *inner])
    return pieces


def _coat(sheet: Sheet) -> None:
    """A zebra's: bands that swell and shrink, and close up at the tile's edges."""
    bands, steps = 7, 24
    step = PERIOD / bands
    phases = [sheet.rng.uniform(0, 2 * math.pi) for _ in range(bands)]

    def middle(k: int, t: float) -> float:
        return (
            (k + 0.5) * step
            + 0.3 * step * math.sin(2 * math.pi * t + 0.8)
            + 0.16 * step * math.sin(4 * math.pi * t + phases[k % bands])
        )

    for k in range(-2, 2 * bands + 2):
        rows = [i / steps for i in range(2 * steps + 1)]
        wide = [step * (0.26 + 0.15 * math.sin(4 * math.pi * t + 2 * phases[k % bands])) for t in rows]
        left = [(LEFT + middle(k, t) - w, TOP + t * PERIOD) for t, w in zip(rows, wide, strict=True)]
        right = [(LEFT + middle(k, t) + w, TOP + t * PERIOD) for t, w in zip(rows, wide, strict=True)]
        sheet.canvas.fill(smooth([*left, *reversed(right)]), sheet.other(0))


def _patches(sheet: Sheet, *, count: int, least: float, most: float, apart: float) -> None:
    """Large soft shapes: a cow's, or an army's where there are more inks."""
    for turn in range(len(sheet.others)):
        for x, y in spread(sheet.rng, count, apart):
            r = sheet.rng.uniform(least, most)
            shape = blob(sheet.rng, r, 9, 0.42)
            for at_x, at_y in copies(x, y, 1.6 * r):
                sheet.canvas.fill(smooth(shape, at_x, at_y), sheet.other(turn))


def _chips(sheet: Sheet) -> None:
    """Terrazzo: broken stone, no two pieces alike."""
    for k, (x, y) in enumerate(spread(sheet.rng, 90, 118)):
        r = sheet.rng.uniform(30, 82)
        piece = blob(sheet.rng, r, sheet.rng.choice((4, 5, 6)), 0.35)
        for at_x, at_y in copies(x, y, 2 * r):
            sheet.canvas.fill(Path.lines([(at_x + a, at_y + b) for a, b in piece]), sheet.other(k))


def _party(sheet: Sheet) -> None:
    """The eighties: squiggles, crosses, triangles, rings."""
    for k, (x, y) in enumerate(spread(sheet.rng, 24, 290)):
        turn, ink = sheet.rng.uniform(0, 360), sheet.other(k)
        for at_x, at_y in copies(x, y, 280):
            _toy(sheet, k % 5, at_x, at_y, turn, ink)


def _toy(sheet: Sheet, kind: int, x: float, y: float, turn: float, ink: str) -> None:
    canvas = sheet.canvas
    if kind == 0:
        across = [polar(x, y, 58.0 * (i - 3), turn) for i in range(7)]
        aside = [polar(*at, 62.0 * (1 if i % 2 else -1), turn + 90) for i, at in enumerate(across)]
        canvas.stroke(Path.lines(aside, closed=False), ink, 42)
    elif kind == 1:
        canvas.fill(polygon(x, y, 128, 3, turn), ink)
    elif kind == 2:
        canvas.fill(ring(x, y, 114, 62), ink, evenodd=True)
    elif kind == 3:
        for at in (turn, turn + 90):
            canvas.stroke(Path.lines([polar(x, y, 118, at), polar(x, y, 118, at + 180)], closed=False), ink, 44)
    else:
        for i in range(5):
            canvas.fill(circle(*polar(x, y, 0 if i == 4 else 92, turn + 90 * i), 30), ink)


def _atoms(sheet: Sheet) -> None:
    """The fifties: thin stars, boomerangs, discs on sticks."""
    for k, (x, y) in enumerate(spread(sheet.rng, 20, 320)):
        turn, ink = sheet.rng.uniform(0, 360), sheet.other(k)
        for at_x, at_y in copies(x, y, 260):
            if k % 3 == 0:
                for i in range(8):
                    tip = polar(at_x, at_y, 190 if i % 2 else 130, turn + 45 * i)
                    sheet.canvas.stroke(Path.lines([(at_x, at_y), tip], closed=False), ink, 16)
                    sheet.canvas.fill(circle(*tip, 20), sheet.other(k + 1))
            elif k % 3 == 1:
                sheet.canvas.fill(_boomerang(at_x, at_y, turn), ink)
            else:
                sheet.canvas.fill(sparkle(at_x, at_y, 190, 0.12), ink)


def _boomerang(x: float, y: float, turn: float) -> Path:
    a, b, inner, outer = (polar(x, y, r, turn + at) for r, at in ((200, -70), (200, 70), (10, 0), (150, 0)))
    return Path((("M", a), ("Q", (*outer, *b)), ("Q", (*inner, *a)), ("Z", ())))


def _cut_outs(sheet: Sheet) -> None:
    """Paper cut with scissors: soft stones, arches, leaves, half moons, dots."""
    for k, (x, y) in enumerate(spread(sheet.rng, 13, 400)):
        turn = sheet.rng.uniform(0, 360)
        stone = blob(sheet.rng, 190, 7, 0.22)
        for at_x, at_y in copies(x, y, 360):
            _cut_out(sheet, k, at_x, at_y, turn, stone)


def _cut_out(sheet: Sheet, k: int, x: float, y: float, turn: float, stone: list[tuple[float, float]]) -> None:
    canvas, ink = sheet.canvas, sheet.other(k)
    if k % 5 == 0:
        canvas.fill(smooth(stone, x, y), ink)
        canvas.fill(circle(x, y, 60), sheet.ground)
    elif k % 5 == 1:
        with canvas.group(rect(x - 230, y - 230, 460, 300)):
            for ring_no in range(4):
                canvas.fill(circle(x, y + 70, 220 - 58 * ring_no), (ink, sheet.ground)[ring_no % 2])
    elif k % 5 == 2:
        foot, top = polar(x, y, 240, turn), polar(x, y, 240, turn + 180)
        canvas.stroke(Path.lines([foot, top], closed=False), ink, 22)
        for i in range(8):
            at = polar(*foot, 60 + 50 * i, turn + 180)
            canvas.fill(leaf(*at, 130, 46, turn + 180 + (52 if i % 2 else -52)), ink)
    elif k % 5 == 3:
        canvas.fill(circle(x, y, 170), ink)
        canvas.fill(circle(*polar(x, y, 80, turn), 140), sheet.ground)
    else:
        for i in range(9):
            canvas.fill(circle(x + 100 * (i % 3 - 1), y + 100 * (i // 3 - 1), 30), ink)


def _heights(sheet: Sheet) -> None:
    """A map's lines of equal height: hills of rings, the later ones before the earlier."""
    ink = sheet.other(0)
    for x, y in spread(sheet.rng, 9, 520):
        foot = blob(sheet.rng, 470, 9, 0.3)
        for ring_of in range(8, 0, -1):
            level = [(a * ring_of / 8, b * ring_of / 8) for a, b in foot]
            for at_x, at_y in copies(x, y, 680):
                outline = smooth(level, at_x, at_y)
                sheet.canvas.fill(outline, sheet.ground)
                sheet.canvas.stroke(outline, ink if ring_of % 4 else sheet.other(1), 13 if ring_of % 4 else 24)


def _lines_and_circles(sheet: Sheet) -> None:
    """Discs, rings and halves among rows of fine lines, turned this way and that."""
    for k, (x, y) in enumerate(spread(sheet.rng, 16, 390)):
        r, turn, ink = sheet.rng.uniform(120, 185), sheet.rng.choice((0, 45, 90, 135)), sheet.other(k)
        for at_x, at_y in copies(x, y, 420):
            if k % 2:
                rows = (polar(at_x, at_y, 46 * i, turn) for i in range(-3, 4))
                for middle in rows:
                    ends = [polar(*middle, far, turn + 90) for far in (-r, r)]
                    sheet.canvas.stroke(Path.lines(ends, closed=False), ink, 15)
            elif k % 4:
                for inner in (r, 0.68 * r, 0.36 * r):
                    sheet.canvas.stroke(circle(at_x, at_y, inner), ink, 15)
            else:
                sheet.canvas.fill(circle(at_x, at_y, r), ink)


FREE: Mapping[str, Painter] = {
    "leopard": _spots,
    "zebra": _coat,
    "tiger": _coat,
    "cow": partial(_patches, count=9, least=150, most=270, apart=430),
    "camouflage": partial(_patches, count=9, least=190, most=330, apart=380),
    "terrazzo": _chips,
    "memphis": _party,
    "atomic": _atoms,
    "cut-outs": _cut_outs,
    "heights": _heights,
    "lines and circles": _lines_and_circles,
}
