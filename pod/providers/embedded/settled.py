"""Land that people have built on or ploughed: a road, a street, a vineyard, a farm, a park, a stadium."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, green_of, lawn
from pod.providers.embedded.view import View

_SIDES = (-1, 1)
_WOOD, _SAND, _BRICK = "#8a5a3c", "#e8cf9a", "#b5593f"


def _road(view: View) -> None:
    """A road that runs to the horizon through open land."""
    b, u, p = view.box, view.unit, view.palette
    land, cx = mix(p.accents[1], p.dark, 0.35), view.cx
    view.swell(view.ground - u * 0.6, u * 0.4, u * 7, view.far(0.3))
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), land)
    low, half = b.bottom + 20, b.width * 0.4
    view.canvas.fill(
        Path.lines([(cx - u * 0.16, view.ground), (cx + u * 0.16, view.ground), (cx + half, low), (cx - half, low)]),
        mix(p.dark, land, 0.14),
    )
    for side in _SIDES:
        edge = [(cx + side * u * 0.12, view.ground), (cx + side * half * 0.92, low), (cx + side * half * 0.86, low)]
        view.canvas.fill(Path.lines(edge), mix(p.light, land, 0.2))
    for start, end in ((0.06, 0.14), (0.24, 0.38), (0.52, 0.72), (0.86, 1.0)):
        y0, y1 = (view.ground + (low - view.ground) * s for s in (start, end))
        view.canvas.fill(
            Path.lines(
                [
                    (cx - u * 0.3 * start, y0),
                    (cx + u * 0.3 * start, y0),
                    (cx + u * 0.3 * end, y1),
                    (cx - u * 0.3 * end, y1),
                ]
            ),
            p.accents[0],
        )
    for share, tall in ((0.1, 3.4), (0.26, 1.7), (0.9, 3.4), (0.74, 1.7)):
        x, foot = across(view, share), view.ground + u * tall * 0.22
        pole = rect(x - u * 0.05 * tall, foot - u * tall, u * 0.1 * tall, u * tall) + rect(
            x - u * 0.32 * tall, foot - u * tall * 0.88, u * 0.64 * tall, u * 0.08 * tall
        )
        view.canvas.fill(pole, mix(p.dark, land, 0.1))


def _street(view: View) -> None:
    """Houses on both sides with lit windows and awnings, and the pavement between them."""
    b, u, p = view.box, view.unit, view.palette
    walls = (p.accents[1], p.accents[4], mix(p.accents[2], p.dark, 0.2), mix(p.accents[0], p.dark, 0.15))
    view.canvas.fill(
        rect(b.left, view.ground + u * 0.9, b.width, b.bottom + 20 - view.ground), mix(p.dark, p.light, 0.42)
    )
    for i, (share, tall) in enumerate(((0.0, 5.6), (0.17, 4.6), (0.34, 3.8), (0.5, 4.2), (0.66, 3.8), (0.83, 5.2))):
        x, width, top = across(view, share), b.width * 0.172, view.ground + u * 1.1 - u * tall
        wall = mix(walls[i % 4], view.sky, 0.18)
        view.canvas.fill(
            Path.lines([(x - u * 0.08, top), (x + width / 2, top - u * 0.9), (x + width + u * 0.08, top)]),
            mix(wall, p.dark, 0.5),
        )
        view.canvas.fill(rect(x, top, width, u * tall), wall)
        for row in range(round(tall) - 2):
            for column in (0.18, 0.6):
                view.canvas.fill(
                    rounded_rect(x + width * column, top + u * (0.35 + 0.95 * row), width * 0.24, u * 0.6, u * 0.06),
                    mix(p.accents[0], p.light, 0.5),
                )
        foot = view.ground + u * 1.1
        view.canvas.fill(rect(x + width * 0.14, foot - u * 0.95, width * 0.72, u * 0.95), mix(wall, p.dark, 0.6))
        for k in range(4):
            view.canvas.fill(
                rect(x + width * (0.08 + 0.21 * k), foot - u * 1.3, width * 0.21, u * 0.4),
                p.light if k % 2 else mix(walls[(i + 1) % 4], p.dark, 0.1),
            )
    view.canvas.fill(rect(b.left, view.ground + u * 1.1, b.width, u * 0.3), mix(p.light, p.dark, 0.3))
    for side in _SIDES:
        x = view.cx + side * b.width * 0.38
        view.canvas.fill(
            rect(x - u * 0.07, view.ground - u * 1.6, u * 0.14, u * 3.6)
            + rect(x - u * 0.22, view.ground + u * 1.8, u * 0.44, u * 0.24),
            p.dark,
        )
        view.canvas.fill(circle(x, view.ground - u * 1.8, u * 0.34), p.accents[0])


def _vineyard(view: View) -> None:
    """Rows of vines over the hills, a cypress on each side."""
    b, u, p = view.box, view.unit, view.palette
    green = green_of(view)
    view.swell(view.ground - u * 1.1, u * 0.5, u * 7, mix(green, p.light, 0.35))
    view.canvas.fill(
        rect(b.left, view.ground - u * 0.2, b.width, b.bottom + 20 - view.ground), mix("#b98d55", p.dark, 0.15)
    )
    for k in range(-4, 5):
        low, top = view.cx + k * b.width * 0.2, view.cx + k * b.width * 0.055
        row = [
            (top - u * 0.06, view.ground - u * 0.2),
            (top + u * 0.06, view.ground - u * 0.2),
            (low + u * 0.5, b.bottom + 20),
            (low - u * 0.5, b.bottom + 20),
        ]
        view.canvas.fill(Path.lines(row), mix(green, p.dark, 0.2))
        for i in range(1, 6):
            share = (i / 5.5) ** 1.4
            x, y = top + (low - top) * share, view.ground + (b.bottom - view.ground) * share
            view.canvas.fill(
                cloudlet(x, y, u * (0.4 + 1.0 * share), u * (0.34 + 0.7 * share), 5),
                mix(green, p.dark, 0.05 + 0.3 * (i % 2)),
            )
            view.canvas.fill(circle(x, y + u * 0.2 * share, u * (0.05 + 0.14 * share)), mix("#6f4a8c", p.dark, 0.1))
    for share, tall in ((0.05, 4.4), (0.13, 3.2), (0.95, 4.6), (0.87, 3.0)):
        view.canvas.fill(
            ellipse(across(view, share), view.ground - u * (tall * 0.45 - 0.4), u * 0.36, u * tall * 0.5),
            mix(green, p.dark, 0.5),
        )


def _farm(view: View) -> None:
    """A barn and a silo behind a fence, ploughed fields before them."""
    b, u, p = view.box, view.unit, view.palette
    lawn(view, -0.4)
    red = mix(_BRICK, p.dark, 0.2 if view.night else 0.0)
    x, foot = across(view, 0.06), view.ground + u * 0.4
    view.canvas.fill(
        Path.lines(
            [
                (x, foot),
                (x, foot - u * 2.0),
                (x + u * 0.5, foot - u * 3.0),
                (x + u * 1.4, foot - u * 3.6),
                (x + u * 2.3, foot - u * 3.0),
                (x + u * 2.8, foot - u * 2.0),
                (x + u * 2.8, foot),
            ]
        ),
        red,
    )
    roof = [
        (x - u * 0.2, foot - u * 1.9),
        (x + u * 0.4, foot - u * 3.1),
        (x + u * 1.4, foot - u * 3.8),
        (x + u * 2.4, foot - u * 3.1),
        (x + u * 3.0, foot - u * 1.9),
    ]
    view.canvas.stroke(Path.lines(roof, closed=False), mix(red, p.dark, 0.55), u * 0.22)
    view.canvas.fill(rect(x + u * 0.8, foot - u * 1.5, u * 1.2, u * 1.5), mix(red, p.dark, 0.35))
    for ends in (((0.8, 1.5), (2.0, 0.0)), ((2.0, 1.5), (0.8, 0.0))):
        view.canvas.stroke(
            Path.lines([(x + u * across, foot - u * up) for across, up in ends], closed=False), p.light, u * 0.12
        )
    silo = mix(p.light, p.dark, 0.28)
    view.canvas.fill(rect(across(view, 0.83), foot - u * 3.4, u * 1.1, u * 3.4), silo)
    view.canvas.fill(circle(across(view, 0.83) + u * 0.55, foot - u * 3.4, u * 0.55), mix(silo, p.dark, 0.35))
    rails = Path()
    for i in range(11):
        rails += rect(across(view, i / 10.4) - u * 0.08, foot - u * 0.5, u * 0.2, u * 1.0)
    for drop in (-0.3, 0.1):
        rails += rect(b.left, foot + u * drop, b.width, u * 0.16)
    view.canvas.fill(rails, mix(_WOOD, p.light, 0.35))
    soil = mix("#8f6a42", p.dark, 0.15)
    view.swell(foot + u * 1.4, u * 0.14, u * 9, soil)
    for k in range(-3, 4):
        low, top = view.cx + k * b.width * 0.2, view.cx + k * b.width * 0.09
        view.canvas.fill(
            Path.lines(
                [
                    (top - u * 0.1, foot + u * 1.5),
                    (top + u * 0.1, foot + u * 1.5),
                    (low + u * 0.3, b.bottom + 20),
                    (low - u * 0.3, b.bottom + 20),
                ]
            ),
            mix(soil, p.dark, 0.3),
        )


def _park(view: View) -> None:
    """Round trees, a path, a bench and a lamp."""
    b, u, p = view.box, view.unit, view.palette
    green = green_of(view)
    for i in range(8):
        view.canvas.fill(
            cloudlet(across(view, (i + 0.5) / 8), view.ground - u * 0.4, u * 2.0, u * 1.9, 5), mix(green, p.dark, 0.35)
        )
    lawn(view, 0.1)
    for share, tall in ((0.1, 4.2), (0.9, 4.6)):
        x = across(view, share)
        view.canvas.fill(
            rect(x - u * 0.16, view.ground - u * tall * 0.5, u * 0.32, u * tall * 0.62), mix(_WOOD, p.dark, 0.35)
        )
        view.canvas.fill(cloudlet(x, view.ground - u * tall * 0.72, u * tall * 0.62, u * tall * 0.62, 7), green)
    low = b.bottom + 20
    view.canvas.fill(
        Path.lines(
            [
                (view.cx - u * 0.3, view.ground + u * 0.3),
                (view.cx + u * 0.3, view.ground + u * 0.3),
                (view.cx + b.width * 0.3, low),
                (view.cx - b.width * 0.3, low),
            ]
        ),
        mix(_SAND, p.dark, 0.12),
    )
    x, y = across(view, 0.72), view.ground + u * 0.5
    bench = (
        rect(x, y, u * 2.0, u * 0.2) + rect(x, y - u * 0.7, u * 2.0, u * 0.2) + rect(x, y - u * 0.4, u * 2.0, u * 0.16)
    )
    legs = rect(x + u * 0.1, y - u * 0.7, u * 0.14, u * 1.4) + rect(x + u * 1.76, y - u * 0.7, u * 0.14, u * 1.4)
    view.canvas.fill(legs, p.dark)
    view.canvas.fill(bench, mix(_WOOD, p.light, 0.2))
    x = across(view, 0.24)
    view.canvas.fill(
        rect(x - u * 0.07, view.ground - u * 2.2, u * 0.14, u * 3.2)
        + rect(x - u * 0.2, view.ground + u * 0.9, u * 0.4, u * 0.2),
        p.dark,
    )
    view.canvas.fill(circle(x, view.ground - u * 2.4, u * 0.36), mix(p.accents[0], p.light, 0.3))


def _stadium(view: View) -> None:
    """Stands with floodlights around a striped pitch."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    stand = mix(p.dark, view.sky, 0.2)
    view.canvas.fill(
        Path.lines(
            [
                (b.left - 20, view.ground - u * 2.4),
                (view.cx, view.ground - u * 1.5),
                (b.right + 20, view.ground - u * 2.4),
                (b.right + 20, view.ground + u),
                (b.left - 20, view.ground + u),
            ]
        ),
        stand,
    )
    for _ in range(90):
        x, y = across(view, rng.random()), view.ground - u * rng.uniform(0.1, 1.5)
        view.canvas.fill(circle(x, y, u * 0.1), (p.accents[0], p.light, p.accents[4], p.accents[1])[rng.randrange(4)])
    for side in _SIDES:
        x = view.cx + side * b.width * 0.4
        view.canvas.fill(rect(x - u * 0.08, view.ground - u * 4.4, u * 0.16, u * 3.0), mix(stand, p.light, 0.3))
        view.canvas.fill(
            rounded_rect(x - u * 0.8, view.ground - u * 5.0, u * 1.6, u * 0.8, u * 0.1), mix(stand, p.light, 0.3)
        )
        for k in range(6):
            view.canvas.fill(
                circle(x + u * (-0.52 + 0.52 * (k % 3)), view.ground - u * (4.8 - 0.36 * (k // 3)), u * 0.15),
                mix(p.accents[0], p.light, 0.6),
            )
    grass = green_of(view)
    depth = b.bottom + 20 - view.ground
    for k in range(5):
        y = view.ground + depth * (k / 5) ** 1.3
        view.canvas.fill(rect(b.left, y, b.width, b.bottom + 20 - y), mix(grass, p.light, 0.16 if k % 2 else 0.02))
    view.canvas.stroke(
        ellipse(view.cx, view.ground + depth * 0.6, b.width * 0.3, depth * 0.24), mix(p.light, grass, 0.1), u * 0.12
    )
    view.canvas.fill(rect(b.left, view.ground + u * 0.14, b.width, u * 0.12), mix(p.light, grass, 0.1))


SETTLED: Mapping[str, Callable[[View], None]] = {
    "road": _road,
    "street": _street,
    "vineyard": _vineyard,
    "farm": _farm,
    "park": _park,
    "stadium": _stadium,
}
