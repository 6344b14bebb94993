"""Waters and heights that travellers know: huts over a lagoon, karst cliffs, a flat mountain by the sea, a lake with villas, a sea of clouds.
Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, far_peaks, green_of, outline
from pod.providers.embedded.scenery import palm
from pod.providers.embedded.view import View

_TURQUOISE, _THATCH = "#3fb8c0", "#c99a5a"


def _water(view: View, drop: float, ink: str) -> None:
    b, u, p = view.box, view.unit, view.palette
    top = view.ground + u * drop
    view.canvas.fill(rect(b.left, top, b.width, b.bottom + 20 - top), ink)
    for i in range(4):
        view.swell(top + u * (0.5 + 0.65 * i), u * 0.06, u * (2.6 + i), mix(ink, p.dark, 0.05 + 0.07 * i))
    for share, down, long in ((0.2, 0.3, 0.6), (0.7, 0.9, 0.9), (0.34, 1.6, 1.0), (0.8, 2.1, 1.2)):
        view.canvas.fill(ellipse(across(view, share), top + u * down, u * long, u * 0.05), mix(ink, p.light, 0.55))


def _hut(view: View, share: float, drop: float, size: float) -> None:
    """On stilts in the water, under a thatched roof, with a deck and a ladder."""
    u, x, foot = view.unit * size, across(view, share), view.ground + view.unit * drop
    wood, thatch = dusk(view, "#8a5a3c"), dusk(view, _THATCH)
    for dx in (-1.3, -0.45, 0.45, 1.3):
        view.canvas.fill(
            rect(x + u * dx - u * 0.07, foot - u * 0.9, u * 0.14, u * 1.1), mix(wood, view.palette.dark, 0.3)
        )
    view.canvas.fill(rect(x - u * 1.6, foot - u * 0.95, u * 3.2, u * 0.22), wood)
    view.canvas.fill(rect(x - u * 1.05, foot - u * 2.0, u * 2.1, u * 1.1), dusk(view, "#f0dcb4"))
    view.canvas.fill(rect(x - u * 0.28, foot - u * 1.75, u * 0.56, u * 0.85), mix(wood, view.palette.dark, 0.2))
    for dx in (-0.78, 0.5):
        view.canvas.fill(rect(x + u * dx, foot - u * 1.7, u * 0.3, u * 0.4), dusk(view, "#7fc4d8"))
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 1.6, foot - u * 1.85),
                (x - u * 0.3, foot - u * 3.3),
                (x + u * 0.3, foot - u * 3.3),
                (x + u * 1.6, foot - u * 1.85),
            ]
        ),
        thatch,
    )
    for k in (-0.8, -0.27, 0.27, 0.8):
        view.canvas.stroke(
            Path.lines([(x + u * k * 0.3, foot - u * 3.2), (x + u * k * 1.5, foot - u * 1.9)], closed=False),
            mix(thatch, view.palette.dark, 0.25),
            u * 0.06,
        )


def _lagoon(view: View) -> None:
    """Huts on stilts in a turquoise lagoon, a palm island behind, a plank way to them."""
    b, u, p = view.box, view.unit, view.palette
    _water(view, -0.4, dusk(view, _TURQUOISE))
    x = across(view, 0.86)
    view.canvas.fill(ellipse(x, view.ground - u * 0.3, u * 2.2, u * 0.5), dusk(view, "#f0dcb0"))
    for dx, tall, lean in ((-0.8, 3.2, -0.6), (0.2, 3.9, 0.4), (0.9, 3.0, 0.7)):
        view.canvas.fill(
            palm(x + u * dx, view.ground - u * 0.3, u * tall, u * lean), mix(dusk(view, "#2f7a55"), p.dark, 0.15)
        )
    wood = dusk(view, "#a8744a")
    view.canvas.fill(
        Path.lines(
            [
                (b.right, view.ground + u * 0.5),
                (across(view, 0.2), view.ground + u * 0.62),
                (across(view, 0.2), view.ground + u * 0.8),
                (b.right, view.ground + u * 0.7),
            ]
        ),
        wood,
    )
    for share in (0.3, 0.45, 0.6, 0.75, 0.9):
        view.canvas.fill(rect(across(view, share), view.ground + u * 0.7, u * 0.1, u * 0.6), mix(wood, p.dark, 0.3))
    _hut(view, 0.56, 0.7, 0.72)
    _hut(view, 0.24, 1.5, 1.2)


def _karst(view: View) -> None:
    """Steep green rocks that stand out of a turquoise bay."""
    u, p = view.unit, view.palette
    rock, green = dusk(view, "#b9b09a"), green_of(view)
    far = ((0.3, -0.3), (0.33, 2.0), (0.38, 2.6), (0.43, 2.2), (0.46, -0.3))
    view.canvas.fill(outline(view, far, 0.4), mix(green, view.sky, 0.5))
    towers = ((0.02, 0.28, 5.0), (0.62, 0.76, 3.4), (0.76, 1.02, 5.4))
    for left, right, tall in towers:
        wide = right - left
        body = outline(
            view,
            (
                (left, -0.2),
                (left + wide * 0.06, tall * 0.6),
                (left + wide * 0.22, tall * 0.92),
                (left + wide * 0.5, tall),
                (left + wide * 0.76, tall * 0.9),
                (left + wide * 0.92, tall * 0.55),
                (right, -0.2),
            ),
            0.4,
        )
        view.canvas.fill(body, rock)
        with view.canvas.group(body):
            for i in range(5):
                cx = across(view, left + wide * (i + 0.4) / 5)
                view.canvas.fill(
                    cloudlet(cx, view.ground - u * tall * (0.94 if i % 2 else 0.82), u * wide * 5, u * tall * 0.34, 5),
                    mix(green, p.dark, 0.1 + 0.12 * (i % 2)),
                )
                view.canvas.fill(
                    rect(cx, view.ground - u * tall * 0.6, u * 0.16, u * tall * 0.4), mix(rock, p.dark, 0.16)
                )
            view.canvas.fill(
                cloudlet(across(view, left + wide / 2), view.ground + u * 0.1, u * wide * 11, u * 0.9, 7),
                mix(green, p.dark, 0.22),
            )
    _water(view, 0.1, dusk(view, _TURQUOISE))


def _table_mountain(view: View) -> None:
    """A mountain with a flat top under its cloth of cloud, a white town at its foot, the sea."""
    b, u, p = view.box, view.unit, view.palette
    rock = dusk(view, "#7f7f8a")
    view.canvas.fill(
        outline(
            view,
            (
                (0.0, 0.4),
                (0.06, 2.6),
                (0.1, 3.3),
                (0.13, 2.4),
                (0.19, 3.4),
                (0.22, 3.9),
                (0.74, 3.8),
                (0.78, 3.2),
                (0.84, 1.8),
                (0.88, 2.2),
                (0.93, 1.4),
                (1.0, 0.8),
            ),
            0.6,
        ),
        rock,
    )
    for share in (0.27, 0.36, 0.46, 0.56, 0.66, 0.72):
        x = across(view, share)
        view.canvas.fill(
            Path.lines(
                [
                    (x, view.ground - u * 3.7),
                    (x + u * 0.3, view.ground - u * 2.4),
                    (x + u * 0.05, view.ground - u * 1.4),
                    (x - u * 0.2, view.ground - u * 2.4),
                ]
            ),
            mix(rock, p.dark, 0.25),
        )
    for share, wide in ((0.3, 2.6), (0.46, 3.0), (0.62, 2.6)):
        view.canvas.fill(
            cloudlet(across(view, share), view.ground - u * 4.0, u * wide, u * 0.6, 6), mix("#ffffff", view.sky, 0.1)
        )
    view.canvas.fill(
        outline(view, ((0.0, 0.9), (0.2, 1.5), (0.5, 1.2), (0.8, 1.3), (1.0, 0.7)), 0.7),
        mix(green_of(view), p.dark, 0.1),
    )
    for i in range(16):
        x, tall = across(view, (i + 0.3) / 16), u * (0.35 + 0.22 * ((i * 5) % 4))
        view.canvas.fill(
            rect(x, view.ground + u * 0.5 - tall, b.width / 22, tall),
            dusk(view, ("#f6f0e4", "#f0c9a0", "#d9e4ea", "#e8a88f")[i % 4]),
        )
    _water(view, 0.5, dusk(view, "#3f8fb5"))


def _villa_lake(view: View) -> None:
    """A long lake between mountains, coloured villas with cypresses on its shore."""
    u, p = view.unit, view.palette
    far_peaks(view, "#f6f9fb", rise=0.3, tall=4.2, share=0.08)
    green = green_of(view)
    view.canvas.fill(outline(view, ((0.0, 2.6), (0.14, 2.2), (0.3, 1.1), (0.42, 0.0)), 0.6), mix(green, p.dark, 0.15))
    view.canvas.fill(outline(view, ((0.5, 0.0), (0.66, 1.2), (0.84, 2.4), (1.0, 3.0)), 0.6), mix(green, p.dark, 0.28))
    _water(view, 0.5, dusk(view, "#3f86a8"))
    for k, (share, wide, tall, wall) in enumerate(
        (
            (0.03, 1.4, 1.7, "#f0b45f"),
            (0.17, 1.2, 1.3, "#e88f6f"),
            (0.29, 1.0, 1.1, "#f3dfb0"),
            (0.72, 1.2, 1.3, "#e8a0a0"),
            (0.86, 1.5, 1.9, "#f6e4b4"),
        )
    ):
        x, foot, ink = across(view, share), view.ground + u * 0.55, dusk(view, wall)
        view.canvas.fill(rect(x, foot - u * tall, u * wide, u * tall), ink)
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * 0.12, foot - u * tall),
                    (x + u * wide / 2, foot - u * (tall + 0.45)),
                    (x + u * (wide + 0.12), foot - u * tall),
                ]
            ),
            dusk(view, "#b5593f"),
        )
        for row in range(round(tall / 0.6)):
            for column in (0.2, 0.6):
                view.canvas.fill(
                    rounded_rect(
                        x + u * wide * column, foot - u * (tall - 0.2 - 0.56 * row), u * 0.22, u * 0.34, u * 0.1
                    ),
                    dusk(view, "#4f7f6f" if k % 2 else "#3f5f84"),
                )
    for share, tall in ((0.0, 2.6), (0.14, 2.2), (0.26, 1.8), (0.69, 1.9), (0.83, 2.6), (0.99, 2.8)):
        view.canvas.fill(
            ellipse(across(view, share), view.ground + u * (0.55 - tall / 2), u * 0.2, u * tall / 2),
            mix("#2f5a3f", p.dark, 0.25),
        )


def _clouds(view: View) -> None:
    """A sea of clouds, bank before bank, lit from above."""
    b, u, p = view.box, view.unit, view.palette
    for row in range(5):
        y = view.ground - u * (1.5 - 1.05 * row)
        ink = mix(mix("#ffffff", view.sky, 0.42 - 0.09 * row), p.dark, 0.28 if view.night else 0.0)
        for i in range(5):
            x = across(view, (i + 0.5 * (row % 2)) / 4.4) + u * view.rng.uniform(-0.3, 0.3)
            view.canvas.fill(cloudlet(x, y, u * (2.6 + 0.5 * row), u * (1.0 + 0.24 * row), 5), ink)
        view.canvas.fill(rect(b.left, y + u * 0.1, b.width, b.bottom + 20 - y), ink)


def _stacks(view: View) -> None:
    """Great rocks that stand in the surf before a sandy shore."""
    u, p = view.unit, view.palette
    rock = dusk(view, "#6f6a72")
    _water(view, -0.3, dusk(view, "#3f8fa8"))
    for left, right, tall, low in (
        (0.06, 0.4, 4.2, 0.5),
        (0.46, 0.56, 2.0, 0.3),
        (0.66, 0.78, 2.9, 0.4),
        (0.84, 0.9, 1.5, 0.3),
    ):
        wide = right - left
        body = outline(
            view,
            (
                (left, -low),
                (left + wide * 0.1, tall * 0.5),
                (left + wide * 0.26, tall * 0.9),
                (left + wide * 0.42, tall),
                (left + wide * 0.6, tall * 0.84),
                (left + wide * 0.86, tall * 0.4),
                (right, -low),
            ),
            low,
        )
        view.canvas.fill(body, rock)
        with view.canvas.group(body):
            x = across(view, left + wide * 0.56)
            view.canvas.fill(rect(x, view.ground - u * tall, u * 9 * wide, u * (tall + 1)), mix(rock, p.dark, 0.25))
            view.canvas.fill(
                cloudlet(across(view, left + wide * 0.42), view.ground - u * tall * 0.98, u * wide * 4.4, u * 0.7, 5),
                green_of(view),
            )
        view.canvas.fill(
            cloudlet(across(view, left + wide / 2), view.ground + u * low, u * wide * 11, u * 0.4, 7), "#f2fafd"
        )
    view.swell(view.ground + u * 1.3, u * 0.12, u * 5, "#f2fafd")
    view.swell(view.ground + u * 1.55, u * 0.12, u * 5, dusk(view, "#e3c79a"))


def breaker(view: View, x: float, foot: float, size: float, ink: str) -> None:
    """A breaker that rolls over to the right, foam on its lip."""
    u, p = view.unit * size, view.palette
    body = Path((
        ("M", (x - u * 3.4, foot)),
        ("C", (x - u * 2.2, foot - u * 0.4, x - u * 1.6, foot - u * 2.6, x + u * 0.2, foot - u * 2.7)),
        ("C", (x + u * 1.5, foot - u * 2.7, x + u * 2.0, foot - u * 1.7, x + u * 1.5, foot - u * 1.1)),
        ("C", (x + u * 1.5, foot - u * 1.7, x + u * 0.9, foot - u * 2.0, x + u * 0.5, foot - u * 1.7)),
        ("C", (x - u * 0.2, foot - u * 1.2, x + u * 0.6, foot - u * 0.2, x + u * 2.2, foot)),
        ("Z", ()),
    ))  # fmt: skip
    view.canvas.fill(body, ink)
    lip = Path((
        ("M", (x - u * 1.3, foot - u * 2.1)),
        ("C", (x - u * 0.7, foot - u * 2.9, x + u * 1.9, foot - u * 3.2, x + u * 1.8, foot - u * 1.2)),
        ("C", (x + u * 1.4, foot - u * 2.2, x + u * 0.2, foot - u * 2.5, x - u * 1.3, foot - u * 2.1)),
        ("Z", ()),
    ))  # fmt: skip
    view.canvas.fill(lip, "#f2fafd")
    for dx, dy, r in ((1.9, 1.1, 0.2), (1.5, 0.9, 0.14), (2.2, 1.6, 0.12), (1.9, 2.6, 0.12), (1.2, 3.2, 0.1)):
        view.canvas.fill(circle(x + u * dx, foot - u * dy, u * r), "#f2fafd")
    for k in range(2):
        streak = Path(
            (
                ("M", (x - u * (2.4 - 0.6 * k), foot - u * 0.3)),
                (
                    "C",
                    (
                        x - u * (1.6 - 0.5 * k),
                        foot - u * 0.8,
                        x - u * (1.2 - 0.4 * k),
                        foot - u * 1.9,
                        x - u * 0.1,
                        foot - u * 2.1,
                    ),
                ),
            )
        )
        view.canvas.stroke(streak, mix(ink, p.light, 0.35), u * 0.1)


def _breakers(view: View) -> None:
    """High seas that roll over and break on rocks."""
    u, p = view.unit, view.palette
    sea = dusk(view, "#2f7fa0")
    _water(view, -0.2, mix(sea, p.light, 0.1))
    breaker(view, across(view, 0.74), view.ground + u * 0.7, 1.15, mix(sea, p.dark, 0.12))
    breaker(view, across(view, 0.18), view.ground + u * 1.2, 1.0, sea)
    for share, drop, size in ((0.02, 1.6, 1.6), (0.14, 2.0, 1.1), (0.97, 1.7, 1.5)):
        x, y, rock = across(view, share), view.ground + u * drop, dusk(view, "#5f5d68")
        view.canvas.fill(ellipse(x, y, u * size * 0.9, u * size * 0.8), rock)
        view.canvas.fill(
            ellipse(x - u * 0.2, y - u * size * 0.3, u * size * 0.4, u * size * 0.26), mix(rock, p.light, 0.3)
        )
        view.canvas.fill(cloudlet(x, y + u * size * 0.4, u * size * 2.4, u * size * 0.6, 6), "#f2fafd")
    view.swell(view.ground + u * 1.8, u * 0.3, u * 4, mix(sea, p.dark, 0.2))
    view.swell(view.ground + u * 2.3, u * 0.26, u * 3, mix(sea, p.dark, 0.34))


def _drive_in(view: View) -> None:
    """A great pale screen over a field by night, rows of cars before it, a string of lamps."""
    b, u, p = view.box, view.unit, view.palette
    foot = view.ground + u * 0.7
    view.canvas.fill(rect(b.left, foot - u * 0.4, b.width, b.bottom + 20 - foot), mix("#3f4a5f", p.dark, 0.4))
    for share in (0.3, 0.7):
        view.canvas.fill(
            rect(across(view, share) - u * 0.14, foot - u * 2.0, u * 0.28, u * 2.2), mix("#6b5a55", p.dark, 0.3)
        )
    view.canvas.fill(
        rounded_rect(across(view, 0.14), foot - u * 5.4, b.width * 0.72, u * 3.7, u * 0.14), mix("#5a4a55", p.dark, 0.3)
    )
    view.canvas.fill(rect(across(view, 0.17), foot - u * 5.15, b.width * 0.66, u * 3.2), "#f4efe0")
    view.canvas.fill(circle(view.cx, foot - u * 3.5, u * 0.9), mix("#f4efe0", "#7f95b5", 0.35))
    view.canvas.fill(
        Path.lines(
            [
                (view.cx - u * 0.26, foot - u * 3.95),
                (view.cx + u * 0.5, foot - u * 3.5),
                (view.cx - u * 0.26, foot - u * 3.05),
            ]
        ),
        "#f4efe0",
    )
    for i in range(5):
        x, ink = across(view, 0.1 + 0.2 * i), ("#c8503c", "#3f8fa0", "#f0c25a", "#7a8f5f", "#8f5f8a")[i]
        view.canvas.fill(rounded_rect(x - u * 0.7, foot - u * 0.2, u * 1.4, u * 0.6, u * 0.2), ink)
        view.canvas.fill(rounded_rect(x - u * 0.5, foot - u * 0.6, u * 1.0, u * 0.6, u * 0.22), mix(ink, p.dark, 0.3))
        for dx in (-0.5, 0.5):
            view.canvas.fill(circle(x + u * dx, foot + u * 0.06, u * 0.12), "#ff5a4a")


WATERS_AND_HEIGHTS: Mapping[str, Callable[[View], None]] = {
    "lagoon": _lagoon,
    "karst_bay": _karst,
    "table_mountain": _table_mountain,
    "villa_lake": _villa_lake,
    "clouds": _clouds,
    "sea_stacks": _stacks,
    "breakers": _breakers,
    "drive_in": _drive_in,
}
