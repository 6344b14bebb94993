"""What vehicles stand in front of: a school, a fire station, a petrol station, a race track, an airfield. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, heart, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of
from pod.providers.embedded.view import View

_GLASS, _TRIM = "#a9d6ea", "#f6ecd8"


@dataclass(frozen=True, slots=True)
class _House:
    """A long house: its walls, `gates` wide doors or a door with steps, its sign, a tower or a flag on it."""

    wall: str
    roof: str
    sign: str
    gates: int = 0
    gate: str = "#d9473c"
    tower: bool = False
    flag: bool = False


def _ground(view: View, ink: str) -> None:
    b, u = view.box, view.unit
    view.canvas.fill(rect(b.left, view.ground + u * 0.9, b.width, b.bottom + 20 - view.ground), ink)
    view.canvas.fill(rect(b.left, view.ground + u * 0.9, b.width, u * 0.3), mix(ink, "#ffffff", 0.35))
    for i in range(4):
        view.canvas.fill(
            rect(across(view, 0.04 + 0.27 * i), view.ground + u * 2.35, b.width * 0.12, u * 0.12), "#f6ecd8"
        )


def _bushes(view: View) -> None:
    green = mix(green_of(view), view.palette.dark, 0.1)
    for share, size in ((0.0, 2.4), (0.1, 1.6), (0.92, 1.7), (1.0, 2.5)):
        at = across(view, share), view.ground + view.unit * 0.6
        view.canvas.fill(cloudlet(*at, view.unit * size, view.unit * size * 0.8, 5), green)


def _house(view: View, house: _House) -> None:
    b, u, p = view.box, view.unit, view.palette
    _bushes(view)
    wall, roof, trim = dusk(view, house.wall), dusk(view, house.roof), dusk(view, _TRIM)
    foot, half, tall = view.ground + u * 1.0, b.width * 0.4, u * 3.4
    left, top = view.cx - half, foot - tall
    if house.tower:
        view.canvas.fill(rect(left + u * 0.3, top - u * 1.8, u * 1.6, u * 2), wall)
        view.canvas.fill(
            Path.lines(
                [(left + u * 0.1, top - u * 1.7), (left + u * 1.1, top - u * 2.7), (left + u * 2.1, top - u * 1.7)]
            ),
            roof,
        )
        view.canvas.fill(circle(left + u * 1.1, top - u * 0.9, u * 0.42), trim)
    view.canvas.fill(rect(left, top, 2 * half, tall), wall)
    view.canvas.fill(rect(left - u * 0.2, top - u * 0.34, 2 * half + u * 0.4, u * 0.5), roof)
    view.canvas.fill(
        Path.lines([(view.cx - u * 1.6, top - u * 0.3), (view.cx, top - u * 1.3), (view.cx + u * 1.6, top - u * 0.3)]),
        roof,
    )
    if house.flag:
        view.canvas.fill(rect(view.cx - u * 0.05, top - u * 3.0, u * 0.1, u * 1.8), mix(p.dark, trim, 0.3))
        view.canvas.fill(
            Path.lines(
                [
                    (view.cx + u * 0.05, top - u * 3.0),
                    (view.cx + u * 1.1, top - u * 2.7),
                    (view.cx + u * 0.05, top - u * 2.4),
                ]
            ),
            dusk(view, "#d9473c"),
        )
    windows = 5
    for i in range(windows):
        x = left + 2 * half * (i + 0.5) / windows
        view.canvas.fill(rect(x - u * 0.42, top + u * 0.4, u * 0.84, u * 0.8), trim)
        view.canvas.fill(
            rect(x - u * 0.34, top + u * 0.48, u * 0.3, u * 0.64)
            + rect(x + u * 0.04, top + u * 0.48, u * 0.3, u * 0.64),
            dusk(view, _GLASS),
        )
    for i in range(house.gates):
        x, wide = left + 2 * half * (i + 0.5) / house.gates, half * 1.5 / house.gates
        view.canvas.fill(rounded_rect(x - wide / 2, foot - u * 1.9, wide, u * 1.95, u * 0.3), trim)
        view.canvas.fill(
            rounded_rect(x - wide / 2 + u * 0.14, foot - u * 1.76, wide - u * 0.28, u * 1.8, u * 0.24),
            dusk(view, house.gate),
        )
        for row in range(3):
            view.canvas.fill(
                rect(x - wide / 2 + u * 0.3, foot - u * (1.4 - 0.5 * row), wide - u * 0.6, u * 0.16),
                mix(dusk(view, house.gate), "#ffffff", 0.3),
            )
    if not house.gates:
        view.canvas.fill(rounded_rect(view.cx - u * 0.75, foot - u * 1.8, u * 1.5, u * 1.9, u * 0.4), trim)
        view.canvas.fill(
            rounded_rect(view.cx - u * 0.6, foot - u * 1.65, u * 1.2, u * 1.75, u * 0.3), mix(wall, p.dark, 0.5)
        )
    _ground(view, dusk(view, "#8d8a90"))
    _emblem(view, house.sign, view.cx, top - u * 0.55, u * 0.4)


def _emblem(view: View, sign: str, x: float, y: float, r: float) -> None:
    shapes: Mapping[str, Path] = {
        "cross": rect(x - r, y - r * 0.32, 2 * r, r * 0.64) + rect(x - r * 0.32, y - r, r * 0.64, 2 * r),
        "star": star(x, y, r * 1.15),
        "heart": heart(x, y, 2 * r),
        "clock": circle(x, y, r),
        "flame": Path((("M", (x, y - r * 1.2)), ("C", (x + r * 1.5, y, x + r * 0.8, y + r, x, y + r)), ("C", (x - r * 0.8, y + r, x - r * 1.3, y, x, y - r * 1.2)), ("Z", ()))),
    }  # fmt: skip
    inks = {"cross": "#ffffff", "star": "#ffd84f", "heart": "#ffffff", "clock": "#ffffff", "flame": "#ffb02e"}
    view.canvas.fill(shapes[sign], inks[sign])
    if sign == "clock":
        view.canvas.fill(
            rect(x - r * 0.08, y - r * 0.7, r * 0.16, r * 0.8) + rect(x, y - r * 0.08, r * 0.5, r * 0.16), "#33303c"
        )


def _petrol(view: View) -> None:
    """A canopy on posts over two old pumps, a shop with a striped awning behind."""
    b, u, p = view.box, view.unit, view.palette
    _bushes(view)
    foot = view.ground + u * 1.0
    red, cream = dusk(view, "#d9473c"), dusk(view, _TRIM)
    left, width = across(view, 0.14), b.width * 0.46
    view.canvas.fill(rect(left, foot - u * 2.3, width, u * 2.3), cream)
    view.canvas.fill(rect(left + u * 0.3, foot - u * 1.5, width - u * 2.2, u * 0.9), dusk(view, _GLASS))
    view.canvas.fill(rect(left + width - u * 1.3, foot - u * 1.7, u * 0.9, u * 1.7), mix(red, p.dark, 0.2))
    for k in range(8):
        view.canvas.fill(rect(left + width * k / 8, foot - u * 2.5, width / 8, u * 0.6), cream if k % 2 else red)
    view.canvas.fill(rounded_rect(across(view, 0.3), foot - u * 4.2, b.width * 0.64, u * 0.8, u * 0.3), red)
    view.canvas.fill(rect(across(view, 0.3), foot - u * 3.66, b.width * 0.64, u * 0.16), cream)
    for share in (0.64, 0.88):
        view.canvas.fill(rect(across(view, share), foot - u * 3.5, u * 0.24, u * 3.5), mix(cream, p.dark, 0.25))
    for share in (0.71, 0.8):
        x = across(view, share)
        view.canvas.fill(rounded_rect(x - u * 0.34, foot - u * 1.7, u * 0.68, u * 1.7, u * 0.14), red)
        view.canvas.fill(rect(x - u * 0.22, foot - u * 1.4, u * 0.44, u * 0.4), cream)
        view.canvas.fill(circle(x, foot - u * 2.0, u * 0.34), cream)
    _ground(view, dusk(view, "#8d8a90"))


def _track(view: View) -> None:
    """A bend of asphalt with red and white kerbs, a stand with a crowd, chequered flags."""
    b, u, p = view.box, view.unit, view.palette
    foot = view.ground + u * 0.4
    view.canvas.fill(
        Path.lines([(b.left, foot - u * 3.2), (b.right, foot - u * 2.2), (b.right, foot), (b.left, foot)]),
        dusk(view, "#8f97a8"),
    )
    inks = ("#d9473c", "#f6c64a", "#4f9fd0", "#f6ecd8", "#7fb36a")
    for row in range(4):
        for i in range(22):
            x, slope = across(view, (i + 0.5 * (row % 2)) / 22), (i / 22)
            view.canvas.fill(
                circle(x, foot - u * (2.6 - 0.62 * row) + u * slope * (0.9 - 0.2 * row), u * 0.17),
                dusk(view, inks[(i * 3 + row) % 5]),
            )
    green = green_of(view)
    view.canvas.fill(rect(b.left, foot, b.width, b.bottom + 20 - foot), green)
    road = [
        (b.left - 20, foot + u * 0.75),
        (b.right + 20, foot + u * 0.45),
        (b.right + 20, foot + u * 2.6),
        (b.left - 20, foot + u * 3.0),
    ]
    view.canvas.fill(Path.lines(road), mix("#4a4652", p.dark, 0.2))
    for i in range(16):
        for near, y0, y1 in ((0.0, 0.75, 0.45), (0.24, 3.0, 2.6)):
            x0, x1 = b.left + b.width * i / 16, b.left + b.width * (i + 1) / 16 + 2
            at = foot + u * (y0 + (y1 - y0) * i / 16)
            view.canvas.fill(rect(x0, at, x1 - x0, u * (0.2 + near)), "#d9473c" if i % 2 else "#fbf6ec")
    for share, lean in ((0.1, 1), (0.9, -1)):
        _chequered(view, across(view, share), foot - u * 4.6, lean)


def _chequered(view: View, x: float, y: float, lean: int) -> None:
    u = view.unit
    view.canvas.fill(rect(x - u * 0.07, y, u * 0.14, u * 4.8), "#8a7a66")
    for row in range(4):
        for column in range(5):
            at = x + lean * u * (0.07 + 0.34 * column) - (u * 0.34 if lean < 0 else 0)
            view.canvas.fill(
                rect(at, y + u * (0.34 * row + 0.06 * column), u * 0.35, u * 0.35),
                "#fbf6ec" if (row + column) % 2 else "#26242c",
            )


def _airfield(view: View) -> None:
    """A runway with its marks, a hangar and a tower far behind, a windsock."""
    b, u, p = view.box, view.unit, view.palette
    green = green_of(view)
    view.swell(view.ground - u * 0.3, u * 0.3, u * 8, view.far(0.2))
    view.canvas.fill(rect(b.left, view.ground + u * 0.4, b.width, b.bottom + 20 - view.ground), green)
    wall, foot = dusk(view, "#c9ced6"), view.ground + u * 0.6
    x = across(view, 0.24)
    view.canvas.fill(ellipse(x, foot - u * 1.0, u * 2.0, u * 1.3), dusk(view, "#7f95a8"))
    view.canvas.fill(rect(x - u * 2.0, foot - u * 1.0, u * 4.0, u * 1.0), wall)
    view.canvas.fill(rect(x - u * 1.3, foot - u * 1.2, u * 2.6, u * 1.2), mix(wall, p.dark, 0.45))
    tx = across(view, 0.8)
    view.canvas.fill(rect(tx - u * 0.34, foot - u * 3.4, u * 0.68, u * 3.4), wall)
    view.canvas.fill(
        Path.lines(
            [
                (tx - u * 0.7, foot - u * 3.2),
                (tx - u * 0.95, foot - u * 4.3),
                (tx + u * 0.95, foot - u * 4.3),
                (tx + u * 0.7, foot - u * 3.2),
            ]
        ),
        dusk(view, _GLASS),
    )
    view.canvas.fill(rect(tx - u * 1.05, foot - u * 4.55, u * 2.1, u * 0.3), dusk(view, "#d9473c"))
    view.canvas.fill(
        Path.lines(
            [
                (b.left - 20, foot + u * 0.6),
                (b.right + 20, foot + u * 0.6),
                (b.right + 20, b.bottom + 20),
                (b.left - 20, b.bottom + 20),
            ]
        ),
        mix("#56545e", p.dark, 0.15),
    )
    for i in range(5):
        view.canvas.fill(rect(across(view, 0.03 + 0.21 * i), foot + u * 1.7, b.width * 0.1, u * 0.16), "#fbf6ec")


_HOUSES: Mapping[str, _House] = {
    "school_front": _House("#c8684a", "#5f5a6a", "clock", flag=True),
    "fire_station": _House("#d8a07a", "#8a4a3f", "flame", gates=2, tower=True),
    "hospital_front": _House("#e8edf0", "#4f8fb0", "cross", gates=0),
    "police_station": _House("#8fa3b8", "#34507a", "star", gates=2, gate="#4f6f9a"),
    "train_station": _House("#d9b98f", "#7a4a3f", "clock", gates=3, gate="#5f7f6a"),
}

FACADES: Mapping[str, Callable[[View], None]] = {
    **{name: partial(_house, house=house) for name, house in _HOUSES.items()},
    "petrol_station": _petrol,
    "race_track": _track,
    "airfield": _airfield,
}
