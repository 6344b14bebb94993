"""Views to stand in: a sky with its sun or moon, and a land in front of it, inside whatever frame a layout clips them to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, ellipse, leaf, polar, rays, rect, ring, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.boughs import BOUGHS
from pod.providers.embedded.byways import BYWAYS
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.cities import with_marks
from pod.providers.embedded.crossings import CROSSINGS
from pod.providers.embedded.facades import FACADES
from pod.providers.embedded.fields import FIELDS
from pod.providers.embedded.hamlets import HAMLETS
from pod.providers.embedded.headlands import HEADLANDS
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.lands import LANDS
from pod.providers.embedded.leisure import LEISURE
from pod.providers.embedded.parks import PARKS
from pod.providers.embedded.ponds import PONDS
from pod.providers.embedded.regions import REGIONS
from pod.providers.embedded.scenery import bird, cactus, moon, mountains, palm, pine, skyline
from pod.providers.embedded.settled import SETTLED
from pod.providers.embedded.shores import SHORES, WATERS, bank
from pod.providers.embedded.slopes import SLOPES
from pod.providers.embedded.travels import TRAVELS
from pod.providers.embedded.view import View
from pod.providers.embedded.waters import WATERS_AND_HEIGHTS
from pod.providers.embedded.weather import SUNLESS, air, arc_over, heaven, sky_of
from pod.providers.embedded.worlds import WORLDS

BY_NIGHT = frozenset({"night", "space", "moon", "christmas_village", "neon_street", "roofs"})
"""Scenes whose sky is dark whatever the palette."""

NOWHERE = "nowhere"
"""What is behind somebody of whom no place is said: light on a wall, and a floor."""


def vista(view: View, scene: str) -> None:
    """Sky and land of one scene, or the walls and the floor of a room."""
    if scene in INTERIORS:
        INTERIORS[scene](view)
        return
    if scene == NOWHERE:
        _nowhere(view)
        return
    view.canvas.fill(rect(view.box.left, view.box.top, view.box.width, view.box.height), sky_of(view))
    _HEAVENS.get(scene, _sky)(view)
    if "mountains" in view.figures and scene in _BEFORE_MOUNTAINS:
        _far_range(view)
    _LANDS[scene](view)
    if view.ashore and scene in WATERS:
        bank(view, scene)
    if scene in _FILL_THE_SKY and "rainbow" in view.weather:
        arc_over(view, before=True)
    air(view)


_BEFORE_MOUNTAINS = frozenset(FIELDS) | {
    "meadow",
    "farm",
    "garden",
    "vineyard",
    "blossom",
    "park",
    "road",
    "desert",
    "ocean",
    "night",
    "camp",
    "city",
}
"""Lands that have no mountains of their own, and may lie before some."""


def _far_range(view: View) -> None:
    b, u = view.box, view.unit
    blue = view.far(0.12)
    tops = mix(view.palette.light, view.sky, 0.15)
    mountains(
        view.canvas,
        b.left,
        b.right,
        view.ground,
        u * 4.2,
        b.bottom,
        blue,
        mix(blue, view.palette.dark, 0.22),
        view.rng,
        tops,
    )


def _nowhere(view: View) -> None:
    """Rays and rings around the middle; no thing that anybody could name."""
    b, p, u = view.box, view.palette, view.unit
    y = view.ground - u * 2.5
    view.canvas.fill(rect(b.left, b.top, b.width, b.height), view.sky)
    view.canvas.fill(rays(view.cx, y, 0, b.height * 1.2, 28, turn=180 / 28), mix(view.sky, p.light, 0.2))
    for k, share in ((1.8, 0.3), (1.4, 0.5), (1.0, 0.75)):
        view.canvas.fill(circle(view.cx, y, u * 2.7 * k), mix(view.sky, mix(p.accents[0], p.light, 0.33), share))
    view.canvas.fill(rect(b.left, view.ground + u * 0.9, b.width, b.bottom - view.ground), view.far(0.5))
    view.canvas.fill(rect(b.left, view.ground + u * 0.9, b.width, u * 0.16), view.far(0.9))


def _sky(view: View) -> None:
    """Halos around a low sun or a high moon, stars or clouds and birds; what the weather makes of them."""
    heaven(view)
    if view.weather & SUNLESS:
        return
    if "rainbow" in view.weather:
        _clouds(view)
        return
    if any({"moon", "sun", "planet"} & set(label.split()) for label in view.named):
        (_stars if view.night else _clouds)(view)  # the sentence's own moon is the only one
        return
    p, canvas, u = view.palette, view.canvas, view.unit
    x, y, r = view.sun_x, view.ground - u * (4.0 if view.night else 2.5), u * (2.2 if view.night else 2.5)
    glow = p.accents[0]
    for k, share in ((2.1, 0.16), (1.7, 0.3), (1.34, 0.46)) if _has_a_halo(view) else ():
        canvas.fill(circle(x, y, r * k), mix(view.sky, mix(view.cool, p.light, 0.5) if view.night else glow, share))
    if view.has_disc and view.night:
        _moon(view, x, y, r)
    elif view.has_disc:
        canvas.fill(circle(x, y, r), mix(glow, p.light, 0.35))
    (_stars if view.night else _clouds)(view)


def _has_a_halo(view: View) -> bool:
    return not view.night or (view.has_disc and "crescent" not in view.figures)


def _moon(view: View, x: float, y: float, r: float) -> None:
    p, glow = view.palette, view.palette.accents[0]
    ink = mix(glow, p.light, 0.3)
    if "crescent" not in view.figures:
        moon(view.canvas, x, y, r, ink, mix(glow, p.accents[2], 0.25), view.rng)
        return
    dark = circle(x + 0.42 * r, y - 0.18 * r, 0.86 * r).geometry()
    view.canvas.fill(Path.from_geometry(circle(x, y, r).geometry().difference(dark)), ink)


def _stars(view: View) -> None:
    b, rng = view.box, view.rng
    for i in range(40):
        x = b.left + b.width * rng.uniform(0.03, 0.97)
        y = b.top + (view.ground - b.top) * rng.uniform(0.02, 0.72)
        if math.hypot(x - view.sun_x, y - view.ground + 4 * view.unit) < 2.5 * view.unit:
            continue
        small = view.unit * rng.uniform(0.03, 0.055)
        shape = sparkle(x, y, view.unit * rng.uniform(0.12, 0.26)) if i % 4 == 0 else circle(x, y, small)
        view.canvas.fill(shape, view.palette.light)


def _clouds(view: View) -> None:
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    for share, lift in ((0.17, 0.3), (0.85, 0.2), (0.74, 0.52)):
        width = u * rng.uniform(1.7, 2.3)
        y = b.top + (view.ground - b.top) * lift
        view.canvas.fill(cloudlet(b.left + b.width * share, y, width, width * 0.42, 4), mix(view.sky, p.light, 0.8))
    for i in range(3):
        view.canvas.fill(
            bird(b.left + b.width * (0.26 + 0.07 * i), b.top + u * (1.6 - 0.28 * i), u * (0.3 - 0.04 * i)), p.dark
        )


# --- lands


def _pines(view: View) -> None:
    b, u, rng = view.box, view.unit, view.rng
    view.swell(view.ground - u * 0.7, u * 0.3, u * 9, view.far(0.25))
    for row, (count, low, tall, share) in enumerate(((15, -0.2, 1.9, 0.45), (11, 0.5, 3.2, 0.75))):
        trees = Path()
        for i in range(count):
            out = abs(2 * (i + 0.5) / count - 1)
            x = b.left + b.width * (i + 0.5) / count + rng.uniform(-0.2, 0.2) * u
            trees += pine(
                x, view.ground + u * (low + 0.3 * rng.random()), u * tall * (0.45 + 0.75 * out ** (1.4 + row)), rng
            )
        view.canvas.fill(trees, view.far(share))
    view.swell(view.ground + u * 0.4, u * 0.22, u * 8, view.far(0.9))


def _hills(view: View) -> None:
    """Where it is night and no more is said: bare hills under the sky."""
    for lift, height, length, share in ((1.3, 0.6, 9, 0.04), (0.5, 0.5, 12, 0.3), (-0.5, 0.3, 10, 0.62)):
        view.swell(view.ground - view.unit * lift, view.unit * height, view.unit * length, view.far(share))


def _mountains(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    far = mix(view.far(0.15), p.light, 0.16 if view.night else 0.0)  # peaks in the moonlight
    mountains(
        view.canvas,
        b.left,
        b.right,
        view.ground,
        u * (4.2 if view.alone else 5.6),  # above the roof of what stands before them
        b.bottom,
        far,
        mix(far, p.dark, 0.35),
        view.rng,
        p.light,
    )
    view.swell(view.ground - u * 0.4, u * 0.3, u * 9, view.far(0.5))
    trees = Path()
    for i in range(17):
        x = b.left + b.width * (i + 0.5) / 17
        trees += pine(x, view.ground + u * 0.3, u * view.rng.uniform(0.7, 1.5), view.rng)
    view.canvas.fill(trees, view.far(0.75))
    view.swell(view.ground + u * 0.3, u * 0.2, u * 7, view.far(0.9))


def _ocean(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    sea = mix("#2a7f9e", p.accents[3], 0.3)
    for i in range(6):
        ink = mix(sea, p.dark, 0.05 + 0.13 * i)
        view.swell(view.ground - u * 0.5 + i * u * 0.8, u * (0.1 + 0.05 * i), u * (2.4 + 0.4 * i), ink)
    for side, lean in ((0.04, 0.9), (0.96, -0.9)) if "palms" in view.figures else ():
        x = b.left + b.width * side
        view.canvas.fill(palm(x, view.ground + u * 2.4, u * 5.2, u * lean), mix(p.dark, sea, 0.1))
    for k in range(7):  # crests with foam on them
        x, y = b.left + b.width * (k + 0.5) / 7, view.ground + u * (0.5 + 0.9 * (k * 3 % 4))
        view.canvas.fill(leaf(x - u * 0.7, y, u * 1.4, u * 0.26, 90), mix(sea, p.light, 0.75))
    for _ in range(9):
        x, y = b.left + b.width * view.rng.uniform(0.12, 0.88), view.ground + u * view.rng.uniform(0.2, 3.2)
        view.canvas.fill(ellipse(x, y, u * 0.34, u * 0.05), mix(sea, p.light, 0.6))


def _lake(view: View) -> None:
    """Still water before a wooded shore, mountains beyond it where they are spoken of."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    shore = view.ground - u * 1.3
    if "mountains" in view.figures:
        far = view.far(0.15)
        mountains(view.canvas, b.left, b.right, shore, u * 3.6, b.bottom, far, mix(far, p.dark, 0.35), rng, p.light)
    view.swell(shore - u * 1.0, u * 0.5, u * 8, view.far(0.2))
    trees = Path()
    for i in range(21):
        x = b.left + b.width * (i + 0.5) / 21
        out = abs(2 * (i + 0.5) / 21 - 1)
        trees += pine(x, shore + u * 0.1, u * (0.8 + 1.7 * out) * rng.uniform(0.8, 1.1), rng)
    view.canvas.fill(trees, view.far(0.7))
    water = mix("#3f86a3", p.accents[3], 0.25)
    view.canvas.fill(rect(b.left, shore, b.width, b.bottom + 20 - shore), mix(water, p.dark, 0.1))
    for i in range(5):
        view.swell(shore + u * (1.0 + 1.0 * i), u * 0.07, u * (3.2 + i), mix(water, p.dark, 0.16 + 0.1 * i))
    for _ in range(14):
        x, y = b.left + b.width * rng.uniform(0.06, 0.94), shore + u * rng.uniform(0.3, 4.2)
        view.canvas.fill(ellipse(x, y, u * rng.uniform(0.3, 0.7), u * 0.05), mix(water, p.light, 0.55))


def _mountain_lake(view: View) -> None:
    """The same below white peaks."""
    b, u, p = view.box, view.unit, view.palette
    far = view.far(0.12)
    shade = mix(far, p.dark, 0.3)
    mountains(view.canvas, b.left, b.right, view.ground - u * 1.2, u * 4.6, b.bottom, far, shade, view.rng, "#f6f9fb")
    _lake(view)


def _desert(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    sand = mix(mix(p.accents[1], p.accents[2], 0.5), "#d99a55", 0.65)  # and never green
    mesa = [
        (0.0, 0.1),
        (0.09, 0.1),
        (0.13, -1.7),
        (0.28, -1.7),
        (0.32, 0.1),
        (0.66, 0.1),
        (0.71, -2.3),
        (0.84, -2.3),
        (0.89, 0.1),
        (1.0, 0.1),
    ]
    line = [(b.left + b.width * x, view.ground + u * y) for x, y in mesa]
    view.canvas.fill(Path.lines([*line, (b.right, b.bottom), (b.left, b.bottom)]), mix(sand, p.dark, 0.35))
    view.swell(view.ground + u * 0.1, u * 0.3, u * 10, mix(sand, p.dark, 0.12))
    view.swell(view.ground + u * 1.0, u * 0.24, u * 8, mix(sand, p.dark, 0.5))
    for share, height in ((0.12, 3.2), (0.88, 2.6), (0.26, 1.5)):
        view.canvas.fill(
            cactus(b.left + b.width * share, view.ground + u * 1.3, u * height), mix("#3f7a56", p.dark, 0.45)
        )


def _city(view: View) -> None:
    """Two rows of towers, their windows lit by night, and a road before them."""
    b, u, p = view.box, view.unit, view.palette
    view.canvas.fill(skyline(b.left, b.right, view.ground + u * 0.6, u * 4.6, view.rng), view.far(0.3))
    near = view.far(0.75)
    for i in range(9):
        wide, tall = b.width / 9, u * (1.6 + 0.75 * ((i * 5) % 4))
        x, top = b.left + wide * i, view.ground + u * 1.5 - tall
        view.canvas.fill(rect(x + wide * 0.05, top, wide * 0.9, tall), near)
        if i % 3 == 1:
            view.canvas.fill(
                Path.lines([(x + wide * 0.3, top), (x + wide * 0.5, top - u), (x + wide * 0.7, top)]), near
            )
        for row in range(int(tall / u / 0.5) - 1):
            for column in (0.2, 0.44, 0.68):
                lit = (i * 3 + row * 5 + round(column * 10)) % 3 > 0
                ink = mix(p.accents[0], "#fbd46a", 0.5) if lit else mix(near, p.light, 0.16)
                view.canvas.fill(rect(x + wide * column, top + u * (0.24 + 0.5 * row), wide * 0.14, u * 0.24), ink)
    view.canvas.fill(rect(b.left, view.ground + u * 1.4, b.width, b.bottom - view.ground), mix(p.dark, view.sky, 0.15))
    for i in range(5):
        view.canvas.fill(
            rect(b.left + b.width * (0.04 + 0.2 * i), view.ground + u * 2.1, b.width * 0.1, u * 0.12),
            mix(p.light, p.dark, 0.2),
        )


def _meadow(view: View) -> None:
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    green = mix(p.accents[3], "#6fa35a", 0.6)
    view.swell(view.ground - u * 0.9, u * 0.5, u * 8, mix(green, p.light, 0.35))
    view.swell(view.ground - u * 0.1, u * 0.4, u * 11, mix(green, p.light, 0.12))
    view.swell(view.ground + u * 0.9, u * 0.24, u * 9, mix(green, p.dark, 0.25))
    for share, size in ((0.08, 1.5), (0.19, 1.1), (0.9, 1.6), (0.8, 1.0)):
        x, y = b.left + b.width * share, view.ground - u * 0.3
        view.canvas.fill(rect(x - u * 0.08, y - u * 0.6, u * 0.16, u * 0.8), mix(p.dark, green, 0.2))
        view.canvas.fill(circle(x, y - u * (0.5 + size * 0.5), u * size * 0.62), mix(green, p.dark, 0.35))
    for i in range(22):
        x, y = b.left + b.width * rng.random(), view.ground + u * rng.uniform(0.6, 3.4)
        ink = (p.accents[4], p.light, p.accents[0])[i % 3]
        for turn in range(0, 360, 72):
            view.canvas.fill(circle(*polar(x, y, u * 0.1, turn), u * 0.085), ink)
        view.canvas.fill(circle(x, y, u * 0.07), p.accents[1])


def _snow(view: View) -> None:
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    ice = mix(p.light, "#cfe4f2", 0.6)
    mountains(
        view.canvas,
        b.left,
        b.right,
        view.ground,
        u * 3.6,
        b.bottom,
        mix(ice, view.sky, 0.45),
        mix(ice, view.sky, 0.7),
        rng,
        ice,
    )
    trees = Path()
    for share in (0.06, 0.15, 0.24, 0.78, 0.87, 0.95):
        trees += pine(b.left + b.width * share, view.ground + u * 0.5, u * rng.uniform(1.8, 3.0), rng)
    view.canvas.fill(trees, view.far(0.7))
    view.swell(view.ground + u * 0.1, u * 0.26, u * 8, mix(ice, view.sky, 0.12))
    view.swell(view.ground + u * 1.1, u * 0.2, u * 7, ice)
    for _ in range(36):
        x, y = b.left + b.width * rng.random(), b.top + (b.height) * rng.uniform(0.02, 0.75)
        view.canvas.fill(circle(x, y, u * rng.uniform(0.04, 0.09)), "#fbfdff")


def _space(view: View) -> None:
    u, p, b = view.unit, view.palette, view.box
    if "planets" in view.figures:
        x, y = b.left + b.width * 0.8, b.top + u * 1.9
        view.canvas.fill(circle(x, y, u * 0.9), p.accents[2])
        view.canvas.fill(ellipse(x - u * 0.2, y - u * 0.3, u * 0.5, u * 0.14), mix(p.accents[2], p.light, 0.4))
        view.canvas.fill(_flattened(ring(0, 0, u * 1.7, u * 1.45), x, y), p.accents[0], evenodd=True)
        view.canvas.fill(circle(b.left + b.width * 0.16, b.top + u * 2.4, u * 0.5), p.accents[4])
    soil = mix(p.accents[2], p.light, 0.2)
    view.swell(view.ground + u * 0.5, u * 0.18, u * 9, mix(soil, p.dark, 0.3))
    for share, drop, r in ((0.18, 1.4, 0.5), (0.44, 2.2, 0.7), (0.78, 1.5, 0.6), (0.9, 2.6, 0.4)):
        view.canvas.fill(
            ellipse(b.left + b.width * share, view.ground + u * drop, u * r, u * r * 0.34), mix(soil, p.dark, 0.48)
        )


def _flattened(path: Path, x: float, y: float) -> Path:
    return path.transformed(Transform.scale(1, 0.3).then(Transform.rotate(-16)).then(Transform.move(x, y)))


def _under_water(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    sea = mix("#2f9bb5", p.accents[2], 0.2)
    view.canvas.fill(rect(b.left, b.top, b.width, b.height), sea)
    view.canvas.fill(rays(view.cx, b.top - u, 0, b.height * 1.2, 26, turn=7), mix(sea, p.light, 0.14))
    for i in range(4):
        view.swell(b.top + u * (1.6 + 2.2 * i), u * 0.16, u * 4, mix(sea, p.dark, 0.1 + 0.1 * i))


_CORALS = (
    (0.07, 1.3, "#f0705f"),
    (0.24, 0.9, "#f6a24b"),
    (0.78, 1.0, "#f2889b"),
    (0.93, 1.4, "#e8604f"),
    (0.5, 0.6, "#b47ac0"),
)
"""Where, how long its stem, its ink."""


def _coral(view: View, foot: Point, long: float, turn: float, ink: str, depth: int) -> None:
    """A stem that forks, and each of its arms again."""
    tip = polar(*foot, long, turn)
    view.canvas.stroke(Path.lines([foot, tip], closed=False), ink, view.unit * (0.1 + 0.07 * depth))
    for side in (-1, 1) if depth > 1 else ():
        _coral(view, tip, long * 0.7, turn + side * 27, ink, depth - 1)


def _reef(view: View) -> None:
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    sea = mix("#2f9bb5", p.dark, 0.3)
    view.swell(view.ground + u * 0.2, u * 0.4, u * 6, mix(sea, p.dark, 0.2))
    for share in (0.14, 0.28, 0.72, 0.86):
        weed = leaf(
            b.left + b.width * share, view.ground + u * 1.3, u * rng.uniform(2.0, 3.6), u * 0.3, rng.uniform(-12, 12)
        )
        view.canvas.fill(weed, mix("#3f8a62", p.dark, 0.1))
    for share, tall, ink in _CORALS:
        _coral(view, (b.left + b.width * share, view.ground + u * 1.4), u * tall, 0.0, ink, 4)
    view.swell(view.ground + u * 0.8, u * 0.2, u * 5, mix(p.accents[0], p.dark, 0.2))
    for _ in range(14):
        x, y = b.left + b.width * rng.uniform(0.05, 0.95), b.top + b.height * rng.uniform(0.08, 0.7)
        r = u * rng.uniform(0.07, 0.2)
        view.canvas.fill(ring(x, y, r, r * 0.72), mix(p.light, p.accents[2], 0.2), evenodd=True)


_OPEN: Mapping[str, Callable[[View], None]] = {
    "pines": _pines,
    "mountains": _mountains,
    "ocean": _ocean,
    "lake": _lake,
    "mountain_lake": _mountain_lake,
    "desert": _desert,
    "night": _hills,
    "city": _city,
    "meadow": _meadow,
    "reef": _reef,
    "snow": _snow,
    "space": _space,
    **LANDS,
    **SETTLED,
    **WORLDS,
    **REGIONS,
    **SHORES,
    **SLOPES,
    **PONDS,
    **PARKS,
    **FIELDS,
    **LEISURE,
    **CROSSINGS,
    **BYWAYS,
    **FACADES,
    **HAMLETS,
    **BOUGHS,
    **HEADLANDS,
    **TRAVELS,
    **WATERS_AND_HEIGHTS,
}
_FILL_THE_SKY = frozenset({"waterfall", "redwoods", "jungle", "canyon"})
"""Lands before which a rainbow stands."""

_HEAVENS: Mapping[str, Callable[[View], None]] = {"reef": _under_water, "koi_pond": lambda _view: None}
"""What is over a land instead of a sky."""

_LANDS: Mapping[str, Callable[[View], None]] = {**_OPEN, **with_marks(_OPEN)}

SCENES = (*_LANDS, *INTERIORS)
