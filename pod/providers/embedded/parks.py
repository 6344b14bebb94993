"""Lands that are known by one shape: granite walls, joshua trees, redwoods, blue ridges, dunes, Fuji. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, lawn, outline
from pod.providers.embedded.scenery import palm, pine
from pod.providers.embedded.view import View

_GRANITE, _BARK, _DUNE = "#b9bcc0", "#9a5a3c", "#e6bd78"


def _yosemite(view: View) -> None:
    """A sheer wall on the left, a dome cut in half on the right, a valley of pines between them."""
    u, p = view.unit, view.palette
    rock = dusk(view, _GRANITE)
    dome = ((0.5, 0.4), (0.56, 3.2), (0.6, 4.6), (0.66, 5.5), (0.76, 5.9), (0.84, 5.6), (0.88, 4.9), (0.9, 0.4))
    wall = ((0.0, 5.4), (0.16, 5.7), (0.24, 5.2), (0.3, 3.0), (0.36, 0.4))
    for line, shade in ((dome, 0.0), (wall, 0.1)):
        body = outline(view, line, 0.4)
        view.canvas.fill(body, mix(rock, p.dark, shade))
        with view.canvas.group(body):
            face = line[-2][0] if line is dome else line[2][0]
            side = [(face - 0.14, 7.0), (face - 0.06, 3.0), (face - 0.1, -1.0), (1.1, -1.0), (1.1, 7.0)]
            view.canvas.fill(outline(view, side, 0.4), mix(rock, p.dark, 0.28 + shade))
            for k in range(4):
                x = across(view, line[0][0] + 0.05 + 0.045 * k)
                view.canvas.fill(
                    rounded_rect(x, view.ground - u * (3.6 - 0.5 * k), u * 0.07, u * 2.6, u * 0.03),
                    mix(rock, p.dark, 0.2),
                )
    trees = Path()
    for i in range(17):
        out = abs(2 * (i + 0.5) / 17 - 1)
        trees += pine(
            across(view, (i + 0.5) / 17),
            view.ground + u * 0.5,
            u * (0.9 + 1.3 * out) * view.rng.uniform(0.8, 1.1),
            view.rng,
        )
    view.canvas.fill(trees, dusk(view, "#3f6b4a", 0.4))
    lawn(view, 0.4)


def _joshua_tree(view: View, share: float, tall: float, drop: float) -> None:
    u, x, foot = view.unit, across(view, share), view.ground + view.unit * drop
    k = u * tall / 4
    arms = (
        ((0.0, 0.0), (0.0, 1.8), (-0.9, 2.6), (-1.0, 3.3)),
        ((0.0, 1.6), (0.7, 2.5), (0.6, 3.5)),
        ((0.6, 2.4), (1.4, 2.9)),
        ((-0.8, 2.5), (-1.6, 2.7)),
        ((0.0, 1.8), (-0.1, 3.7)),
    )
    for arm in arms:
        view.canvas.stroke(
            Path.lines([(x + k * dx, foot - k * dy) for dx, dy in arm], closed=False),
            dusk(view, "#6b4f3a", 0.4),
            k * 0.32,
        )
    for arm in arms:
        tip = (x + k * arm[-1][0], foot - k * arm[-1][1])
        for turn in range(0, 360, 30):
            view.canvas.fill(leaf(*tip, k * 0.66, k * 0.17, turn), dusk(view, "#5f7f4a", 0.4))


def _joshua(view: View) -> None:
    """Spiky trees and heaps of round boulders on sand."""
    u = view.unit
    sand, rock = dusk(view, "#e3b983"), dusk(view, "#c48a5c")
    view.canvas.fill(
        outline(view, ((0.0, 0.8), (0.2, 1.5), (0.44, 0.8), (0.7, 1.7), (1.0, 0.9)), 0.4), mix(rock, view.sky, 0.4)
    )
    for share, lift, r in ((0.66, 0.2, 1.0), (0.78, 0.5, 1.2), (0.72, 1.5, 0.9), (0.9, 0.1, 0.9), (0.34, 0.1, 0.6)):
        at = across(view, share), view.ground - u * lift
        view.canvas.fill(ellipse(*at, u * r, u * r * 0.8), rock)
        view.canvas.fill(
            ellipse(at[0] - u * r * 0.2, at[1] - u * r * 0.24, u * r * 0.6, u * r * 0.4), mix(rock, "#ffffff", 0.2)
        )
    view.swell(view.ground + u * 0.3, u * 0.14, u * 8, sand)
    view.swell(view.ground + u * 1.5, u * 0.16, u * 7, mix(sand, view.palette.dark, 0.14))
    _joshua_tree(view, 0.17, 5.2, 1.0)
    _joshua_tree(view, 0.9, 3.4, 0.8)


def _redwoods(view: View) -> None:
    """Trunks as wide as a house, ferns at their feet."""
    b, u, p = view.box, view.unit, view.palette
    view.canvas.fill(rect(b.left, b.top, b.width, b.height), mix(dusk(view, "#cfdcc0"), view.sky, 0.3))
    for share, half, near in ((0.3, 0.3, 0.2), (0.45, 0.24, 0.1), (0.62, 0.28, 0.15), (0.74, 0.36, 0.3)):
        x = across(view, share)
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * half * 0.8, b.top),
                    (x + u * half * 0.8, b.top),
                    (x + u * half * 1.3, view.ground + u),
                    (x - u * half * 1.3, view.ground + u),
                ]
            ),
            mix(dusk(view, _BARK), mix(view.sky, "#cfdcc0", 0.5), 0.6 - near),
        )
    view.swell(view.ground + u * 0.3, u * 0.2, u * 6, dusk(view, "#6f9a55"))
    for share, half in ((0.08, 1.1), (0.93, 1.25)):
        x, bark = across(view, share), dusk(view, _BARK)
        trunk = Path.parse(
            f"M{x - u * half * 0.8} {b.top - 20}L{x + u * half * 0.8} {b.top - 20}Q{x + u * half} {view.ground} {x + u * half * 1.9} {view.ground + u * 1.6}L{x - u * half * 1.9} {view.ground + u * 1.6}Q{x - u * half} {view.ground} {x - u * half * 0.8} {b.top - 20}Z"
        )
        view.canvas.fill(trunk, bark)
        with view.canvas.group(trunk):
            for k in range(5):
                view.canvas.fill(
                    rect(x + u * half * (-0.75 + 0.36 * k), b.top - 20, u * 0.12, b.height), mix(bark, p.dark, 0.3)
                )
    view.swell(view.ground + u * 1.3, u * 0.2, u * 7, dusk(view, "#557f45"))
    for share in (0.2, 0.34, 0.68, 0.8):
        for turn in (-60, -30, 0, 30, 60):
            view.canvas.fill(
                leaf(across(view, share), view.ground + u * 2.2, u * 1.3, u * 0.28, turn), dusk(view, "#3f7a45")
            )


def _ridges(view: View) -> None:
    """Blue ridges, one behind the other, each paler than the one before it."""
    u, p = view.unit, view.palette
    near, far = dusk(view, "#2f4f6b"), mix(view.sky, "#a9c3d8", 0.6)
    for k in range(6):
        lift = 3.6 - 0.75 * k
        line = [(i / 10, lift + 0.55 * ((i * (k + 3) * 7) % 5 - 2) / 2) for i in range(11)]
        view.canvas.fill(outline(view, line, 4.0), mix(far, near, k / 5.5))
    trees = Path()
    for i in range(15):
        out = abs(2 * (i + 0.5) / 15 - 1)
        trees += pine(across(view, (i + 0.5) / 15), view.ground + u * 1.4, u * (0.5 + 2.2 * out**1.6), view.rng)
    view.canvas.fill(trees, mix(near, p.dark, 0.45))
    view.swell(view.ground + u * 1.2, u * 0.2, u * 7, mix(near, p.dark, 0.45))


def _dunes(view: View) -> None:
    """Bare dunes, lit from one side, a few palms by a well of green."""
    u, p = view.unit, view.palette
    sand = dusk(view, _DUNE)
    view.canvas.fill(
        outline(view, ((0.0, 0.5), (0.24, 1.7), (0.5, 0.4), (0.74, 1.5), (1.0, 0.6)), 0.6), mix(sand, view.sky, 0.25)
    )
    for points, shade in (
        (((0.24, 1.7), (0.32, 0.7), (0.28, -0.3), (0.5, 0.4)), 0.2),
        (((0.74, 1.5), (0.82, 0.5), (0.78, -0.3), (1.0, 0.6)), 0.2),
    ):
        view.canvas.fill(
            Path.lines([(across(view, x), view.ground - u * y) for x, y in points]), mix(sand, p.dark, shade)
        )
    view.swell(view.ground + u * 0.2, u * 0.3, u * 9, sand)
    view.swell(view.ground + u * 1.4, u * 0.26, u * 7, mix(sand, p.dark, 0.16))
    for share, tall, lean in ((0.07, 3.4, 0.5), (0.13, 2.5, -0.4), (0.93, 3.0, -0.5)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 1.1, u * tall, u * lean), dusk(view, "#4f7a4a", 0.5)
        )


def _fuji(view: View) -> None:
    """The mountain with its white cap, and branches in bloom over it."""
    b, u, p = view.box, view.unit, view.palette
    slope = dusk(view, "#6f86b0")
    cone = ((0.08, 0.0), (0.26, 1.8), (0.4, 4.6), (0.46, 5.3), (0.54, 5.2), (0.6, 4.6), (0.74, 1.8), (0.92, 0.0))
    body = outline(view, cone, 0.5)
    view.canvas.fill(body, slope)
    with view.canvas.group(body):
        cap = (
            (0.3, 6.0),
            (0.36, 3.3),
            (0.4, 3.9),
            (0.44, 3.0),
            (0.5, 3.8),
            (0.55, 3.0),
            (0.6, 3.9),
            (0.65, 3.3),
            (0.7, 6.0),
        )
        view.canvas.fill(Path.lines([(across(view, x), view.ground - u * y) for x, y in cap]), "#fbfdff")
    view.swell(view.ground - u * 0.1, u * 0.2, u * 7, dusk(view, "#5f8f6f"))
    view.canvas.fill(rect(b.left, view.ground + u * 0.5, b.width, b.bottom + 20 - view.ground), dusk(view, "#7fb3c8"))
    for i in range(4):
        view.swell(
            view.ground + u * (0.8 + 0.7 * i), u * 0.05, u * (3 + i), mix(dusk(view, "#7fb3c8"), p.dark, 0.06 * (i + 1))
        )
    for side in (-1, 1):
        edge = b.left if side < 0 else b.right
        bough = [
            (edge, b.top + u * 1.6),
            (edge - side * u * 1.6, b.top + u * 1.9),
            (edge - side * u * 3.3, b.top + u * 1.3),
        ]
        view.canvas.stroke(Path.lines(bough, closed=False), dusk(view, "#5a4038"), u * 0.2)
        for k in range(14):
            x, y = edge - side * u * (0.2 + 0.26 * k), b.top + u * (1.6 + 0.6 * ((k * 5) % 4 - 1.5) / 1.5)
            for turn in range(0, 360, 72):
                view.canvas.fill(circle(*polar(x, y, u * 0.17, turn), u * 0.15), ("#f7c4d4", "#f3a9c0")[k % 2])
            view.canvas.fill(circle(x, y, u * 0.08), "#c84f78")


def _cave(view: View) -> None:
    """Dark rock all around, stone that hangs and stone that grows, light from outside."""
    b, u, p = view.box, view.unit, view.palette
    rock = mix("#4f4a5c", p.dark, 0.25)
    view.canvas.fill(ellipse(view.cx, view.ground - u * 1.6, b.width * 0.36, u * 4.6), mix("#bfe0e8", view.sky, 0.3))
    view.canvas.fill(ellipse(view.cx, view.ground - u * 0.6, b.width * 0.3, u * 2.8), "#e9f5f3")
    frame = rect(b.left - 20, b.top - 20, b.width + 40, b.height + 60) + ellipse(
        view.cx, view.ground - u * 1.4, b.width * 0.37, u * 4.4
    )
    view.canvas.fill(frame, rock, evenodd=True)
    for share, long, wide in (
        (0.1, 3.0, 1.0),
        (0.22, 1.9, 0.8),
        (0.36, 2.3, 0.7),
        (0.5, 1.4, 0.7),
        (0.64, 2.4, 0.8),
        (0.78, 1.8, 0.8),
        (0.9, 3.2, 1.1),
    ):
        x = across(view, share)
        view.canvas.fill(
            Path.lines([(x - u * wide / 2, b.top - 20), (x + u * wide / 2, b.top - 20), (x, b.top + u * long)]),
            mix(rock, p.dark, 0.35),
        )
    view.swell(view.ground + u * 0.6, u * 0.24, u * 5, mix(rock, "#8a8494", 0.3))
    for share, tall in ((0.1, 1.9), (0.24, 1.1), (0.8, 1.3), (0.92, 2.2)):
        x = across(view, share)
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * 0.5, view.ground + u * 1.4),
                    (x, view.ground + u * (1.2 - tall)),
                    (x + u * 0.5, view.ground + u * 1.4),
                ]
            ),
            mix(rock, p.dark, 0.2),
        )


_ON_BOTH_SIDES = (
    (-0.02, 3.0, 0.22, True),
    (0.16, 1.6, 0.16, False),
    (0.06, 0.4, 0.2, True),
    (0.78, 2.2, 0.24, True),
    (0.68, 0.9, 0.16, False),
    (0.84, 0.0, 0.2, True),
)
_ON_A_SLOPE = (
    (-0.02, 5.2, 0.2, False),
    (0.14, 4.2, 0.26, True),
    (-0.04, 3.2, 0.2, True),
    (0.36, 2.6, 0.17, False),
    (0.16, 1.9, 0.18, False),
    (0.3, 1.0, 0.28, True),
    (0.54, 1.4, 0.16, False),
    (0.0, 0.7, 0.24, True),
    (0.54, -0.4, 0.18, True),
    (0.24, -1.0, 0.24, False),
    (0.84, -0.6, 0.2, True),
)
"""Houses from behind to before: where they begin, how far over the horizon their roof is, how broad they are, whether a dome is on
it."""


def _cliff_town(view: View) -> None:
    """White cubes with blue domes on both sides of a deep blue sea."""
    b, u, p = view.box, view.unit, view.palette
    sea, white, blue = dusk(view, "#2f7fb5"), dusk(view, "#fbf9f2"), dusk(view, "#2f66b0")
    view.canvas.fill(
        outline(view, ((0.3, 0.0), (0.44, 0.9), (0.58, 0.5), (0.7, 1.1), (0.8, 0.0)), 0.3),
        mix("#9a8a8a", view.sky, 0.3),
    )
    view.canvas.fill(rect(b.left, view.ground - u * 0.1, b.width, b.bottom + 20 - view.ground), sea)
    for i in range(4):
        view.swell(view.ground + u * (0.4 + 0.7 * i), u * 0.05, u * (3 + i), mix(sea, p.dark, 0.06 * (i + 1)))
    for share, lift, wide, domed in _ON_A_SLOPE if view.alone else _ON_BOTH_SIDES:
        x, top, width = across(view, share), view.ground - u * lift, b.width * wide
        if domed:
            view.canvas.fill(ellipse(x + width / 2, top, width * 0.3, u * 0.95), blue)
            view.canvas.fill(
                rect(x + width / 2 - u * 0.04, top - u * 1.4, u * 0.08, u * 0.5)
                + rect(x + width / 2 - u * 0.16, top - u * 1.26, u * 0.32, u * 0.08),
                white,
            )
        view.canvas.fill(rect(x, top, width, b.bottom + 20 - top), white)
        view.canvas.fill(rect(x + width * 0.72, top, width * 0.28, b.bottom + 20 - top), mix(white, "#8fa8c8", 0.3))
        view.canvas.fill(rounded_rect(x + width * 0.16, top + u * 0.5, u * 0.46, u * 0.9, u * 0.2), blue)
        view.canvas.fill(rect(x + width * 0.46, top + u * 0.55, u * 0.36, u * 0.36), mix(blue, white, 0.3))
    for share, drop in ((0.16, 1.9), (0.84, 2.1), (0.56, 2.7)):  # bougainvillea
        for dx, dy, ink in ((-0.5, 0.1, "#c23a73"), (0.6, 0.14, "#c23a73"), (0.05, -0.2, "#e0558c")):
            view.canvas.fill(
                cloudlet(across(view, share) + u * dx, view.ground + u * (drop + dy), u * 1.3, u * 0.8, 5),
                dusk(view, ink),
            )


def _cappadocia(view: View) -> None:
    """Cones of pale rock with doors in them, small balloons over them."""
    u, p = view.unit, view.palette
    rock = dusk(view, "#e0b98c")
    far = ((0.0, 1.0), (0.16, 1.5), (0.3, 0.8), (0.46, 1.3), (0.62, 0.7), (0.8, 1.4), (1.0, 1.0))
    view.canvas.fill(outline(view, far, 0.4), mix(rock, view.sky, 0.55))
    cones = (
        (0.39, 0.055, 1.9),
        (0.6, 0.05, 1.7),
        (0.08, 0.1, 4.4),
        (0.25, 0.075, 3.2),
        (0.75, 0.075, 3.4),
        (0.92, 0.1, 4.6),
    )
    for share, half, tall in cones:
        cone = (
            (share - half, -0.4),
            (share - half * 0.5, tall * 0.6),
            (share - half * 0.2, tall),
            (share + half * 0.2, tall),
        )
        body = outline(view, (*cone, (share + half * 0.5, tall * 0.6), (share + half, -0.4)), 0.6)
        view.canvas.fill(body, rock)
        with view.canvas.group(body):
            shade = [(share + half * 0.1, tall + 1), (share + half * 0.3, -1.0), (1.2, -1.0), (1.2, tall + 1)]
            view.canvas.fill(outline(view, shade, 0.4), mix(rock, p.dark, 0.2))
        x, top = across(view, share), view.ground - u * tall
        view.canvas.fill(ellipse(x, top, u * 0.5, u * 0.34), mix(rock, p.dark, 0.38))
        for dx, lift in ((-0.2, 1.0), (0.16, 1.7)):
            door = rounded_rect(x + u * dx - u * 0.14, view.ground - u * lift, u * 0.28, u * 0.5, u * 0.13)
            view.canvas.fill(door, mix(rock, p.dark, 0.6))
    view.swell(view.ground + u * 0.3, u * 0.16, u * 8, mix(rock, "#c98a5c", 0.4))
    view.swell(view.ground + u * 1.5, u * 0.18, u * 7, mix(rock, "#a8703f", 0.5))
    for share, lift, r, ink in ((0.2, 6.0, 0.55, "#d9503f"), (0.8, 5.9, 0.5, "#3f978f"), (0.36, 6.4, 0.34, "#f3bf4b")):
        x, y = across(view, share), view.ground - u * lift
        view.canvas.fill(
            Path.lines([(x - u * r * 0.8, y + u * r * 0.5), (x + u * r * 0.8, y + u * r * 0.5), (x, y + u * r * 1.5)]),
            ink,
        )
        view.canvas.fill(circle(x, y, u * r), ink)
        view.canvas.fill(ellipse(x, y, u * r * 0.4, u * r), mix(ink, "#ffffff", 0.35))
        view.canvas.fill(rect(x - u * r * 0.2, y + u * r * 1.5, u * r * 0.4, u * r * 0.3), dusk(view, "#8a5a3c"))


PARKS: Mapping[str, Callable[[View], None]] = {
    "yosemite": _yosemite,
    "joshua": _joshua,
    "redwoods": _redwoods,
    "ridges": _ridges,
    "dunes": _dunes,
    "fuji": _fuji,
    "cappadocia": _cappadocia,
    "cave": _cave,
    "cliff_town": _cliff_town,
}
