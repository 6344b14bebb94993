"""One great figure instead of a tile: rays, a spiral, bands that bend, a splash."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing import UNITS
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rays
from pod.providers.embedded.fabrics.sheet import LEFT, PERIOD, TOP, Painter, Sheet, blob, smooth

_C = UNITS / 2
_FAR = 2.9 * PERIOD / 2
"""Beyond the corners."""


def _sunburst(sheet: Sheet) -> None:
    for k in range(len(sheet.others)):
        count = 14
        sheet.canvas.fill(
            rays(_C, _C, 0, _FAR, count, 0.5 / len(sheet.others), turn=k * 180 / count / len(sheet.others)),
            sheet.other(k),
        )
    sheet.canvas.fill(circle(_C, _C, 420), sheet.ground)
    sheet.canvas.fill(circle(_C, _C, 350), sheet.other(0))


def _spiral(sheet: Sheet) -> None:
    """Arms that grow wider as they turn outwards, one ink's each."""
    arms = 2 * len(sheet.others)
    for k in range(arms):
        sheet.canvas.fill(_arm(360 * k / arms, 180 / arms, turns=1.6), sheet.other(k))


def _tie_dye(sheet: Sheet) -> None:
    arms = 2 * len(sheet.inks)
    for k in range(arms):
        sheet.canvas.fill(_arm(360 * k / arms, 372 / arms, turns=0.8, ragged=46 * (1 + k % 3)), sheet.ink(k))


def _arm(start: float, wide: float, *, turns: float, ragged: float = 0.0) -> Path:
    """Between two spirals `wide` degrees apart; a `ragged` one has a wavy edge, by so many units."""
    steps = 60
    reach = [_FAR * (i / steps) for i in range(steps + 1)]

    def edge(from_degrees: float, sign: float) -> list[tuple[float, float]]:
        points = []
        for i, r in enumerate(reach):
            wave = sign * ragged * math.sin(i * 1.9) / max(r, 300.0)
            points.append(polar(_C, _C, r, from_degrees + 360 * turns * i / steps + math.degrees(wave)))
        return points

    return smooth([*edge(start, 1), *reversed(edge(start + wide, 1))])


def _bent_bands(sheet: Sheet) -> None:
    """The seventies: stripes side by side that come down, bend and run out to the right."""
    inks = [*sheet.others, *sheet.others][: max(4, len(sheet.others))]
    width = 1500 / len(inks)
    for k, ink in enumerate(inks):
        r = 500 + (len(inks) - k - 0.5) * width
        x, y = LEFT + 2 * PERIOD - 900 - r, TOP + 2 * PERIOD - 700 - 500 - len(inks) * width
        corner = (x, y + 500 + len(inks) * width - (500 + len(inks) * width - r))
        bend = 0.5523 * r
        start = (corner[0], corner[1])
        path = Path(
            (
                ("M", (start[0], TOP - 200)),
                ("L", start),
                ("C", (start[0], start[1] + bend, start[0] + r - bend, start[1] + r, start[0] + r, start[1] + r)),
                ("L", (LEFT + 2 * PERIOD + 200, start[1] + r)),
            )
        )
        sheet.canvas.stroke(path, ink, width * 1.02)


def _splashes(sheet: Sheet) -> None:
    """Thrown paint: a few great blots with drops around them."""
    for k in range(max(5, 2 * len(sheet.others))):
        x, y = polar(_C, _C, sheet.rng.uniform(100, 1150), 137.5 * k)
        r, ink = sheet.rng.uniform(260, 520), sheet.other(k)
        spikes = [polar(0, 0, r * (sheet.rng.uniform(1.05, 1.6) if i % 2 else 0.78), 360 * i / 22) for i in range(22)]
        sheet.canvas.fill(smooth(spikes, x, y), ink)
        for _ in range(16):
            at = polar(x, y, r * sheet.rng.uniform(1.3, 2.1), sheet.rng.uniform(0, 360))
            sheet.canvas.fill(smooth(blob(sheet.rng, sheet.rng.uniform(22, 74), 7, 0.15), *at), ink)


SINGLE: Mapping[str, Painter] = {
    "sunburst": _sunburst,
    "spiral": _spiral,
    "tie-dye": _tie_dye,
    "bent bands": _bent_bands,
    "splashes": _splashes,
}
