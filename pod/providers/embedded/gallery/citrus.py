"""Fruit that is cut across: citrus wheels, halves and wedges, kiwi, and the whole fruit with its leaves. Original art in a
box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, oval
from pod.providers.embedded.gallery.kit import GREEN, C, Draw, leaves
from pod.providers.embedded.objects.kit import fitted

_PITH = "#fdf6dc"
_SEGMENTS = 8


@dataclass(frozen=True, slots=True)
class Citrus:
    rind: str
    pulp: str
    long: bool = False
    """Drawn out to a tip, as lemons are."""


LEMON = Citrus("#f4c430", "#f9de6a", long=True)
LIME = Citrus("#5fa53a", "#a9d862", long=True)
ORANGE = Citrus("#ee8a2c", "#f8a94c")
GRAPEFRUIT = Citrus("#f0a04b", "#ef7f75")


def wheel(pen: Pen, x: float, y: float, r: float, fruit: Citrus, turn: float = 0.0) -> None:
    """A slice across."""
    pen.part(circle(x, y, r), fruit.rind)
    pen.canvas.fill(circle(x, y, r * 0.87), _PITH)
    for k in range(_SEGMENTS):
        pen.canvas.fill(_segment(x, y, r * 0.78, turn + 360 * k / _SEGMENTS), fruit.pulp)


def half_wheel(pen: Pen, x: float, y: float, r: float, fruit: Citrus, turn: float = 0.0) -> None:
    """Half a slice, its round side towards `turn` (0 is down)."""
    to = Transform.rotate(turn, (x, y))
    for share, ink in ((1.0, fruit.rind), (0.87, _PITH)):
        across = r * share
        half = Path.lines([polar(x, y, across, a) for a in range(90, 271, 6)]).transformed(to)
        if share == 1.0:
            pen.part(half, ink)
        else:
            pen.canvas.fill(half, ink)
    for k in range(_SEGMENTS // 2):
        pen.canvas.fill(_segment(x, y, r * 0.78, 112.5 + 45 * k).transformed(to), fruit.pulp)


def _segment(x: float, y: float, r: float, turn: float) -> Path:
    """One of eight, its tip near the middle, around `turn`."""
    half = 180 / _SEGMENTS - 3
    arc = [polar(x, y, r, turn + half * (i / 3 - 1)) for i in range(7)]
    return Path.lines([polar(x, y, r * 0.14, turn), *arc])


def whole(pen: Pen, x: float, y: float, r: float, fruit: Citrus, turn: float = 0.0) -> None:
    """The fruit, with a gleam; a lemon's tip points to the lower right."""
    if fruit.long:
        to = Transform.scale(r, r).then(Transform.rotate(turn)).then(Transform.move(x, y))
        body = "M-1.2 -0.1C-1.2 -0.2 -1.1 -0.26 -1 -0.34C-0.6 -1 0.5 -1 0.92 -0.36C1.02 -0.28 1.3 -0.2 1.3 0C1.3 0.2 1.02 0.28 0.92 0.36C0.5 1 -0.6 1 -1 0.34C-1.1 0.26 -1.2 0.2 -1.2 -0.1Z"
        pen.part(Path.parse(body).transformed(to), fruit.rind)
    else:
        pen.part(circle(x, y, r), fruit.rind)
        pen.canvas.fill(circle(x + 0.1 * r, y - 0.74 * r, r * 0.07), mix(fruit.rind, INK, 0.4))
    pen.canvas.fill(oval(x - 0.42 * r, y - 0.42 * r, 0.24 * r, 0.12 * r, -38), mix(fruit.rind, "#ffffff", 0.55))
    for dx, dy in ((0.3, 0.3), (0.5, 0.0), (0.1, 0.55), (0.0, 0.1)):
        pen.canvas.fill(circle(x + dx * r, y + dy * r, r * 0.035), mix(fruit.rind, INK, 0.2))


def _one(fruit: Citrus) -> Draw:
    def draw(pen: Pen) -> None:
        leaves(pen, ((C, 250, 330, 70), (C, 250, 260, 20)), GREEN, 0.3)
        whole(pen, C, 600, 370, fruit, -28 if fruit.long else 0)

    return draw


def _with_slices(fruit: Citrus) -> Draw:
    """A whole one, a wheel and a half, with leaves."""

    def draw(pen: Pen) -> None:
        leaves(pen, ((470, 300, 330, -52), (500, 280, 340, 14), (520, 300, 330, 66)), GREEN, 0.3)
        whole(pen, 430, 480, 300, fruit, -28)
        half_wheel(pen, 800, 560, 210, fruit, -62)
        wheel(pen, 570, 740, 240, fruit, 10)

    return draw


def _wheel(fruit: Citrus) -> Draw:
    def draw(pen: Pen) -> None:
        wheel(pen, C, C, 480, fruit)

    return draw


def _wheels(fruit: Citrus) -> Draw:
    """Three slices that overlap."""

    def draw(pen: Pen) -> None:
        leaves(pen, ((C, 330, 320, -40), (C, 330, 320, 40)), GREEN, 0.3)
        wheel(pen, 300, 440, 260, fruit, 12)
        wheel(pen, 724, 440, 260, fruit, -8)
        wheel(pen, C, 720, 280, fruit, 4)

    return draw


def mint(pen: Pen, x: float, y: float, size: float) -> None:
    """A sprig: two pairs of toothed leaves and one at the tip."""
    for turn, length in ((-84, 0.8), (84, 0.8), (-44, 0.94), (44, 0.94), (0, 1.0)):
        _mint_leaf(pen, x, y, size * length, turn)


def _mint_leaf(pen: Pen, x: float, y: float, length: float, turn: float) -> None:
    edge = [(0.0, 0.0), (0.13, -0.12), (0.2, -0.22), (0.22, -0.24), (0.25, -0.38), (0.275, -0.39), (0.27, -0.52), (0.285, -0.54), (0.24, -0.66), (0.24, -0.69), (0.16, -0.8), (0.14, -0.84), (0.0, -1.0)]  # fmt: skip
    outline = [*edge, *((-dx, dy) for dx, dy in reversed(edge[1:-1]))]
    to = Transform.scale(length).then(Transform.rotate(turn)).then(Transform.move(x, y))
    pen.part(Path.lines(outline).transformed(to), "#4fae5a")
    vein = "M0 -0.08L0 -0.86M0 -0.3L0.16 -0.42M0 -0.3L-0.16 -0.42M0 -0.52L0.16 -0.64M0 -0.52L-0.16 -0.64"
    pen.canvas.stroke(Path.parse(vein).transformed(to), "#2f7f3f", max(6.0, length * 0.026))


def _mint(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M512 1000L512 560"), INK, 44)
    pen.canvas.stroke(Path.parse("M512 1000L512 560"), "#3f8f4a", 26)
    _mint_leaf(pen, C, 900, 330, -70)
    _mint_leaf(pen, C, 900, 330, 70)
    mint(pen, C, 620, 500)


def _with_mint(fruit: Citrus) -> Draw:
    def draw(pen: Pen) -> None:
        mint(pen, 690, 460, 360)
        wheel(pen, 330, 420, 270, fruit, 10)
        half_wheel(pen, 700, 720, 260, fruit, -20)
        wheel(pen, 400, 740, 230, fruit, -6)

    return draw


def _half(pen: Pen, x: float, y: float, r: float, fruit: Citrus) -> None:
    """Cut through the middle, its rind behind the cut."""
    if fruit.long:
        pen.part(
            Path.parse(
                f"M{x + 0.5 * r} {y - 0.86 * r}C{x + 1.2 * r} {y - 0.8 * r} {x + 1.5 * r} {y - 0.2 * r} {x + 1.72 * r} {y + 0.16 * r}C{x + 1.5 * r} {y + 0.5 * r} {x + 1.1 * r} {y + 0.9 * r} {x + 0.3 * r} {y + 0.95 * r}Z"
            ),
            fruit.rind,
        )
    else:
        pen.part(circle(x + 0.4 * r, y + 0.1 * r, r), fruit.rind)
    wheel(pen, x, y, r, fruit, 6)


def _half_alone(fruit: Citrus) -> Draw:
    return fitted(lambda pen: _half(pen, C, C, 400, fruit))


def _half_with_mint(fruit: Citrus) -> Draw:
    def draw(pen: Pen) -> None:
        mint(pen, 250, 440, 380)
        _half(pen, C, 640, 340, fruit)

    return fitted(draw)


def _kiwi_half(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), "#8a6238")
    pen.canvas.fill(circle(x, y, r * 0.92), "#7fb83c")
    pen.canvas.fill(circle(x, y, r * 0.62), "#9fd052")
    for k in range(14):
        pen.canvas.fill(oval(*polar(x, y, r * 0.46, 360 * k / 14), r * 0.03, r * 0.07, 360 * k / 14), "#2d2a26")
    pen.canvas.fill(oval(x, y, r * 0.26, r * 0.22), "#f3f3cf")


def _cherry(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M512 360Q540 180 700 60"), INK, 46)
    pen.canvas.stroke(Path.parse("M512 360Q540 180 700 60"), GREEN, 22)
    pen.part(
        Path.parse(
            "M512 380C640 300 900 340 900 640C900 860 720 990 512 990C304 990 124 860 124 640C124 340 384 300 512 380Z"
        ),
        "#c92f3c",
    )
    pen.canvas.fill(oval(300, 560, 60, 100, 24), "#ee8a8f")


def _kiwi(pen: Pen) -> None:
    pen.part(oval(380, 430, 340, 290, -20), "#8a6238")
    pen.canvas.fill(oval(270, 320, 90, 40, -34), "#b08a58")
    _kiwi_half(pen, 640, 640, 330)


def _kiwi_slice(pen: Pen) -> None:
    _kiwi_half(pen, C, C, 480)


CITRUS: Mapping[str, Draw] = {
    "lemon and slices": _with_slices(LEMON),
    "half lemon": _half_alone(LEMON),
    "half lemon with mint": _half_with_mint(LEMON),
    "half lime": _half_alone(LIME),
    "half orange": _half_alone(ORANGE),
    "half grapefruit": _half_alone(GRAPEFRUIT),
    "whole lemon": _one(LEMON),
    "lemon wheel": _wheel(LEMON),
    "lemon slices": _wheels(LEMON),
    "lemon slices with mint": _with_mint(LEMON),
    "whole lime": _one(LIME),
    "lime and slices": _with_slices(LIME),
    "lime wheel": _wheel(LIME),
    "lime slices": _wheels(LIME),
    "lime slices with mint": _with_mint(LIME),
    "whole orange": _one(ORANGE),
    "orange and slices": _with_slices(ORANGE),
    "orange wheel": _wheel(ORANGE),
    "orange slices": _wheels(ORANGE),
    "grapefruit and slices": _with_slices(GRAPEFRUIT),
    "grapefruit wheel": _wheel(GRAPEFRUIT),
    "grapefruit slices": _wheels(GRAPEFRUIT),
    "whole cherry": _cherry,
    "mint sprig": _mint,
    "kiwi and half": _kiwi,
    "kiwi slice": _kiwi_slice,
}
