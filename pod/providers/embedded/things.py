"""Things that no set of pictures has, or that a design needs larger than an icon: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from pod.drawing.display import Canvas, Drawing, Group, Item
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, polar, ring, rounded_rect
from pod.imaging.colour import mix
from pod.model.geometry import Box
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, cloudlet, oval
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.curios import CURIOS
from pod.providers.embedded.gallery import FLORA, GALLERY
from pod.providers.embedded.loose import LOOSE
from pod.providers.embedded.objects import OBJECTS_DRAWN
from pod.providers.embedded.sights import SIGHTS
from pod.providers.embedded.viewed import VIEWED
from pod.providers.embedded.wares import WARES
from pod.providers.embedded.works import WORKS

_CREAM, _RED, _GOLD, _TEAL, _DARK, _BLUE = "#fbf2df", "#dd5546", "#f3bf4b", "#3f978f", "#3d3a48", "#4f9fc0"
_C = BOX / 2
_FEW_PARTS = 60


def thing(name: str) -> Figure:
    """The thing by name; KeyError for another."""
    return drawn(name, THINGS[name])


def drawn(name: str, draw: Callable[[Pen], None]) -> Figure:
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, next(iter(SPECIES.values()))))
    drawing = canvas.drawing()
    area = silhouette_of(drawing)
    left, top, right, bottom = area.bounds
    if min(left, top) < 0 or max(right, bottom) > BOX:
        drawing = _within_the_box(drawing, Box(left, top, right - left, bottom - top))
        area = silhouette_of(drawing)
    return Figure(name, drawing, area)


@cache
def is_intricate(name: str) -> bool:
    """Whether it has more parts than lines of one ink can tell apart; flowers are alike in all of theirs."""
    return name in THINGS and name not in FLORA and _parts(thing(name).drawing.items) > _FEW_PARTS


def _parts(items: Sequence[Item]) -> int:
    return sum(_parts(item.items) if isinstance(item, Group) else 1 for item in items)


def _within_the_box(drawing: Drawing, ink: Box) -> Drawing:
    """Whatever reaches beyond its box is drawn smaller, in the middle of it."""
    (x, y), share = ink.centre, min(1.0, BOX / max(ink.width, ink.height))
    return drawing.transformed(Transform.move(-x, -y).then(Transform.scale(share)).then(Transform.move(_C, _C)))


def _cassette(pen: Pen) -> None:
    pen.part(rounded_rect(40, 210, 944, 604, 64), _TEAL)
    pen.part(rounded_rect(112, 272, 800, 380, 40), _CREAM)
    for k, ink in enumerate((_RED, "#ee8a3c", _GOLD)):
        pen.canvas.fill(rounded_rect(112, 316 + 52 * k, 800, 38, 0), ink)
    pen.part(rounded_rect(236, 478, 552, 168, 84), _DARK)
    for side in SIDES:
        x = _C + side * 178
        pen.part(circle(x, 562, 66), _CREAM)
        for i in range(6):
            pen.canvas.fill(circle(*polar(x, 562, 46, 60 * i), 15), _DARK)
        pen.canvas.fill(circle(x, 562, 24), _DARK)
    pen.canvas.fill(rounded_rect(_C - 78, 520, 156, 84, 14), mix(_DARK, _CREAM, 0.4))
    pen.part(Path.parse("M272 814L322 690L702 690L752 814Z"), mix(_TEAL, INK, 0.3))
    for x in (378, 646):
        pen.canvas.fill(circle(x, 762, 22), _CREAM)
    for x, y in ((92, 262), (932, 262), (92, 762), (932, 762)):
        pen.canvas.fill(circle(x, y, 17), mix(_TEAL, INK, 0.45))


def _record(pen: Pen) -> None:
    pen.part(circle(_C, _C, 490), _DARK)
    for r in (440, 384, 328, 272):
        pen.canvas.fill(ring(_C, _C, r, r - 12), mix(_DARK, _CREAM, 0.16), evenodd=True)
    shine = [(_C, _C), *(polar(_C, _C, 470, a) for a in range(28, 62, 3))]
    pen.canvas.fill(Path.lines(shine), mix(_DARK, _CREAM, 0.22))
    back = [(_C, _C), *(polar(_C, _C, 470, a) for a in range(208, 242, 3))]
    pen.canvas.fill(Path.lines(back), mix(_DARK, _CREAM, 0.22))
    pen.part(circle(_C, _C, 176), _RED)
    pen.canvas.fill(ring(_C, _C, 146, 118), _GOLD, evenodd=True)
    pen.part(circle(_C, _C, 34), _CREAM)


def _rainbow(pen: Pen) -> None:
    for k, ink in enumerate((_RED, "#ee8a3c", _GOLD, "#6fae6a", _BLUE)):
        r = 470 - 58 * k
        top = [polar(_C, 720, r, a) for a in range(-90, 91, 4)]
        inside = [polar(_C, 720, r - 58, a) for a in range(90, -91, -4)]
        pen.part(Path.lines([*top, *inside]), ink)
    for x in (180, 844):
        pen.part(cloudlet(x, 740, 300, 160, 4), "#fdfbf6")


def _heart(pen: Pen) -> None:
    pen.part(heart(_C, _C, 900), "#e0526a")
    pen.canvas.fill(oval(_C - 210, _C - 190, 84, 52, -35), "#fbd3d8")


THINGS: Mapping[str, Callable[[Pen], None]] = {
    **LOOSE,
    **CURIOS,
    **WORKS,
    **VIEWED,
    **WARES,
    **SIGHTS,
    **OBJECTS_DRAWN,
    **GALLERY,
    "cassette": _cassette,
    "vinyl record": _record,
    "rainbow": _rainbow,
    "red heart": _heart,
}
"""By the picture's label in the keyword tables."""
