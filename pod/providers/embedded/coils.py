"""A dragon or a snake that lies around something: half of it behind, half before, its head over the top. Original art."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from shapely import get_coordinates

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.gallery.wound import wound_before, wound_behind
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing, visible_shares

_WIDE, _HIGH, _FLOOR = 590.0, 660.0, 940.0
"""The room that the coils leave to what is in their middle, and where it stands."""

_CREAM, _WHITE = "#fbf2df", "#fdfbf6"
_NO_SKIN = frozenset({INK, "#ffffff", _WHITE, _CREAM})

Draw = Callable[[Pen, str], None]


def coiled_about(hero: Subject, about: Subject) -> Figure:
    """One of `COILERS` in its own ink, around `about`, which stays to be seen."""
    skin = _skin(hero)
    if hero.name in _WINDS and _TOWERS & set(about.name.lower().split()):
        tower = place_standing(about, BOX / 2, BOX - 8, _ABOVE_IT * BOX, _ABOVE_IT * BOX)
        return as_one(hero.name, [_layer(wound_behind, skin), tower, _layer(wound_before, skin)], natural=hero.natural)
    behind, before = COILERS[hero.name]
    middle = _upright(about) if _is_long(about) else place_standing(about, BOX / 2, _FLOOR, _WIDE, _HIGH)
    return as_one(hero.name, [_layer(behind, skin), middle, _layer(before, skin)], natural=hero.natural)


_WINDS, _TOWERS = (
    frozenset({"dragon", "dragon face"}),
    frozenset({"lighthouse", "tower", "column", "pillar", "skyscraper"}),
)
"""Who goes up in turns, and around what."""

_ABOVE_IT = 1.34
"""How tall that is, in heights of who winds around it: its top is seen over the head."""

_LONG, _BLADE = 2.0, 1180.0


def _sides(one: Subject) -> tuple[float, float, float]:
    """The long side, the short one, and by how many degrees the long one leans out of the upright."""
    corners = get_coordinates(one.silhouette.minimum_rotated_rectangle)
    (a, b), (c, d), (e, f) = ((float(x), float(y)) for x, y in corners[:3])
    first, second = (c - a, d - b), (e - c, f - d)
    long, short = sorted((first, second), key=lambda side: -math.hypot(*side))
    lean = math.degrees(math.atan2(long[0], -long[1]))
    return math.hypot(*long), math.hypot(*short), lean


def _is_long(one: Subject) -> bool:
    """A sword, a wand: what stands up out of the coils."""
    long, short, _ = _sides(one)
    return long > _LONG * short


def _upright(one: Subject) -> Placed:
    """On its point, as tall as the whole."""
    *_, lean = _sides(one)
    turn = -lean if abs(lean) < 90 else 180 - lean
    return place(one, BOX / 2, 0.5 * BOX, _BLADE, by="longest", turn=turn)


def _layer(draw: Draw, skin: str) -> Placed:
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, next(iter(SPECIES.values()))), skin)
    drawing = canvas.drawing()
    return Placed(drawing, silhouette_of(drawing))


def _skin(hero: Subject) -> str:
    """The ink that most of it has."""
    shares = visible_shares(hero.drawing)
    return max((ink for ink in shares if ink not in _NO_SKIN), key=lambda ink: shares[ink], default="#4f9a5c")


_BACK_HALF = curve((940, 850), (900, 690), (120, 690), (84, 850), 24)
_FRONT_HALF = curve((84, 850), (110, 1040), (900, 1050), (930, 850), 24)
_TAIL = curve((84, 860), (10, 760), (60, 640), (150, 600), 16)
_NECK = curve((930, 850), (1010, 650), (1010, 380), (860, 300), 20)


def _shade(skin: str) -> str:
    return mix(skin, INK, 0.24)


def _behind(pen: Pen, skin: str) -> None:
    pen.part(limb(_BACK_HALF, 58, 58), _shade(skin))


def _winged(pen: Pen, skin: str) -> None:
    """The far half, and two wings that stand up behind."""
    web = mix(skin, _CREAM, 0.3)
    for to_left in (False, True):
        wing = (
            "M880 640C890 470 960 330 1110 250C1096 320 1110 360 1150 400C1090 420 1070 460 1080 520C1030 516 1000 550 990 610C960 610 930 640 930 700Z"
            if not to_left
            else "M170 660C150 500 90 380 -50 310C-40 370 -60 410 -96 446C-40 460 -20 500 -30 556C20 556 40 586 50 640C84 636 110 660 116 716Z"
        )
        pen.part(Path.parse(wing), web)
        ribs = ((1100, 262), (1072, 516)) if not to_left else ((-40, 322), (-24, 552))
        root = (906, 680) if not to_left else (140, 690)
        for x, y in ribs:
            pen.canvas.stroke(Path.lines([root, (x, y)], closed=False), _shade(skin), 13)
    _behind(pen, skin)


def _spined(pen: Pen, skin: str) -> None:
    for k in range(3, len(_FRONT_HALF) - 3, 3):
        x, y = _FRONT_HALF[k]
        pen.part(Path.lines([(x - 34, y - 46), (x, y - 112), (x + 34, y - 46)]), _shade(skin))


def _body(pen: Pen, skin: str, *, thick: float, tip: float) -> None:
    """Tail, the half before, and the neck; a lighter belly along the lower edge."""
    belly = mix(skin, _CREAM, 0.62)
    pen.part(limb(_TAIL, thick * 0.86, tip), skin)
    pen.part(limb(_FRONT_HALF, thick, thick), skin)
    low = [(x, y + thick * 0.52) for x, y in _FRONT_HALF[2:-2]]
    pen.canvas.fill(limb(low, thick * 0.3, thick * 0.3), belly)
    pen.part(limb(_NECK, thick, thick * 0.74), skin)
    pen.canvas.fill(limb(_FRONT_HALF[-5:], thick - 2, thick - 2), skin)
    inner = [(x - thick * 0.42, y) for x, y in _NECK[4:16]]
    pen.canvas.fill(limb(inner, thick * 0.26, thick * 0.2), belly)


def _dragon(pen: Pen, skin: str) -> None:
    _spined(pen, skin)
    pen.part(Path.lines([(190, 640), (130, 470), (60, 620)]), _shade(skin))
    _body(pen, skin, thick=66, tip=20)
    for x, turn in ((860, 12), (930, 40)):
        pen.part(leaf(x, 220, 170, 46, turn), _CREAM)
    pen.part(leaf(956, 300, 120, 70, 96), _shade(skin))
    pen.part(blob(840, 286, 136, 104, 2.4), skin)
    pen.part(blob(738, 326, 108, 72, 2.5), mix(skin, _CREAM, 0.34))
    for x in (682, 720):
        pen.canvas.fill(oval(x, 296, 9, 13), INK)
    _eye(pen, 850, 268, 30)
    pen.canvas.stroke(Path.parse("M660 344Q730 396 820 356"), INK, 13)
    for x in (690, 744):
        pen.canvas.fill(Path.lines([(x, 360), (x + 30, 364), (x + 14, 392)]), _WHITE)
    pen.canvas.fill(oval(900, 340, 30, 18), "#f2788f")


def _snake(pen: Pen, skin: str) -> None:
    _body(pen, skin, thick=54, tip=8)
    for k in range(2, len(_FRONT_HALF) - 2, 3):
        x, y = _FRONT_HALF[k]
        pen.canvas.fill(oval(x, y - 14, 34, 20, 8), _shade(skin))
    for k in (6, 11, 16):
        x, y = _NECK[k]
        pen.canvas.fill(oval(x + 16, y, 18, 32, 10), _shade(skin))
    for d in ("M690 330Q640 350 606 330", "M690 330Q640 350 616 386"):
        pen.canvas.stroke(Path.parse(d), "#d9365a", 13)
    pen.part(Path.parse("M670 330C680 250 780 200 870 216C950 230 970 330 900 372C820 404 690 400 670 330Z"), skin)
    _eye(pen, 800, 272, 26)
    pen.canvas.stroke(Path.parse("M680 338Q770 380 850 340"), INK, 11)


def _eye(pen: Pen, x: float, y: float, r: float) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.34, r * 0.34), _WHITE)


_SNAKE = (_behind, _snake)

COILERS: Mapping[str, tuple[Draw, Draw]] = {
    "dragon": (_winged, _dragon),
    "dragon face": (_winged, _dragon),
    **dict.fromkeys(("coiled snake", "snake", "python", "rattlesnake", "cobra", "coral snake"), _SNAKE),
}
"""By the name of whoever can: what is drawn behind, and what before."""
