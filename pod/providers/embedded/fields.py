"""Fields of one crop or flower, in rows that grow larger to the front: known by their own colours. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, ellipse, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.view import View

_ROWS = 6
_SOIL, _STRAW, _LEAF = "#7a5a3c", "#c08c38", "#5f9a4a"

Grows = Callable[[View, float, float, float, int], None]
"""Draws one plant with its head at x, y, of a size, the k-th in its row."""


def _shaded(view: View, ink: str) -> str:
    return mix(ink, view.palette.dark, 0.34 if view.night else 0.04)


def _field(ground: str, grows: Grows, wide: float = 1.5) -> Callable[[View], None]:
    """Hills, a hedge far off, and rows of the plant from there to the front."""

    def draw(view: View) -> None:
        b, u = view.box, view.unit
        ink = _shaded(view, ground)
        view.swell(view.ground - u * 1.2, u * 0.5, u * 8, mix(ink, view.sky, 0.45))
        view.canvas.fill(_hedge(view), mix(_shaded(view, _LEAF), view.palette.dark, 0.3))
        view.canvas.fill(rect(b.left, view.ground - u * 0.2, b.width, b.bottom + 20 - view.ground + u), ink)
        depth = b.bottom - view.ground
        for row in range(_ROWS):
            share = ((row + 0.4) / _ROWS) ** 1.5
            size = u * (0.3 + 1.3 * share)
            y, step = view.ground + depth * share, size * wide
            for k in range(int(b.width / step) + 2):
                grows(view, b.left + step * (k - 0.5 * (row % 2)), y, size, k + row)

    return draw


def _hedge(view: View) -> Path:
    path, b, u = Path(), view.box, view.unit
    for k in range(15):
        path += circle(b.left + b.width * (k + 0.5) / 15, view.ground - u * 0.24, u * (0.36 + 0.12 * (k % 3)))
    return path


def _stalk(view: View, x: float, y: float, size: float) -> None:
    green = _shaded(view, _LEAF)
    blades = rect(x - size * 0.05, y, size * 0.1, size * 1.5)
    blades += leaf(x, y + size * 1.1, size * 0.7, size * 0.16, -50) + leaf(
        x, y + size * 1.2, size * 0.7, size * 0.16, 50
    )
    view.canvas.fill(blades, mix(green, view.palette.dark, 0.12))


def _poppy(view: View, x: float, y: float, size: float, k: int) -> None:
    _stalk(view, x, y, size)
    head = Path()
    for turn in range(0, 360, 90):
        head += circle(*polar(x, y, size * 0.24, turn + 20 * (k % 4)), size * 0.3)
    view.canvas.fill(head, _shaded(view, ("#dd3f2e", "#c9302a")[k % 2]))
    view.canvas.fill(circle(x, y, size * 0.15), _shaded(view, "#3a2430"))


def _sunflower(view: View, x: float, y: float, size: float, k: int) -> None:
    _stalk(view, x, y, size)
    petals = Path()
    for turn in range(0, 360, 30):
        petals += leaf(x, y, size * 0.66, size * 0.17, turn + 15 * (k % 2))
    view.canvas.fill(petals, _shaded(view, ("#f6bd2f", "#eeae22")[k % 2]))
    view.canvas.fill(circle(x, y, size * 0.28), _shaded(view, "#6b4426"))


def _tulip(view: View, x: float, y: float, size: float, k: int) -> None:
    _stalk(view, x, y, size)
    cup = Path.parse(
        "M-0.34 -0.5Q-0.17 -0.2 0 -0.56Q0.17 -0.2 0.34 -0.5C0.44 0.1 0.24 0.34 0 0.34C-0.24 0.34 -0.44 0.1 -0.34 -0.5Z"
    )
    view.canvas.fill(_put(cup, x, y, size), _shaded(view, ("#e0475c", "#f3b63a", "#ee7fa3", "#f6f0e3")[(k // 2) % 4]))


def _lavender(view: View, x: float, y: float, size: float, k: int) -> None:
    spike = Path()
    for turn in (-20, 0, 20):
        for j in range(4):
            spike += ellipse(*polar(x, y + size * 0.9, size * (0.5 + 0.24 * j), turn), size * 0.12, size * 0.15)
    stalks = leaf(x, y + size * 1.3, size * 0.9, size * 0.2, -14) + leaf(x, y + size * 1.3, size * 0.9, size * 0.2, 14)
    view.canvas.fill(stalks, _shaded(view, "#7f9a6a"))
    view.canvas.fill(spike, _shaded(view, ("#8d78c8", "#a58fda")[k % 2]))


def _wheat(view: View, x: float, y: float, size: float, k: int) -> None:
    lean = (-10, 4, 12)[k % 3]
    ear = rect(x - size * 0.03, y, size * 0.06, size * 1.6)
    for j in range(4):
        at = polar(x, y + size * 0.4, size * 0.26 * j, lean)
        ear += leaf(*at, size * 0.42, size * 0.12, lean - 28) + leaf(*at, size * 0.42, size * 0.12, lean + 28)
    view.canvas.fill(ear, _shaded(view, ("#f3cf72", "#e8ba52")[k % 2]))


def _maize(view: View, x: float, y: float, size: float, k: int) -> None:
    green = _shaded(view, ("#5f9a45", "#6fab50")[k % 2])
    plant = rect(x - size * 0.06, y - size * 0.9, size * 0.12, size * 2.6)
    for j, turn in enumerate((-56, 52, -40, 38)):
        plant += leaf(x, y + size * (0.7 - 0.34 * j), size * 1.05, size * 0.16, turn)
    view.canvas.fill(plant, green)
    view.canvas.fill(
        rounded_rect(x + size * 0.05, y - size * 0.3, size * 0.24, size * 0.62, size * 0.12), _shaded(view, "#f3c33f")
    )


def _put(path: Path, x: float, y: float, size: float) -> Path:
    return path.transformed(Transform.scale(size).then(Transform.move(x, y)))


FIELDS: Mapping[str, Callable[[View], None]] = {
    "poppy_field": _field(_LEAF, _poppy),
    "sunflower_field": _field(_LEAF, _sunflower, 1.4),
    "tulip_field": _field(_LEAF, _tulip, 0.9),
    "lavender_field": _field("#7d9168", _lavender, 0.95),
    "wheat_field": _field(_STRAW, _wheat, 0.7),
    "corn_field": _field(_SOIL, _maize, 1.1),
}
