"""What happens to whoever is in the picture: rain and snow on them, mud, water, melting, a thought, a ring of things around. Original art."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence

from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix, oklab
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, LINE, cloudlet
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.linework import parts
from pod.providers.embedded.silhouettes import filled
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing, visible_shares

_WATER, _MUD, _CLOUD, _SNOW = "#7cc4ea", "#7a5233", "#c9d3e0", "#fdfdfb"

_DROP = "M0 -60C40 2 36 44 0 44C-36 44 -40 2 0 -60Z"


def _line(canvas: Canvas, path: Path, ink: str) -> None:
    canvas.stroke(path, INK, 2 * LINE)
    canvas.fill(path, ink)


def _under_a_cloud(hero: Subject, falls: Callable[[float, float], Path], ink: str) -> Figure:
    """A cloud over the head, and what falls from it in front of it all, clear of the face."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    width, middle = max(right - left, 0.7 * (bottom - top)), (left + right) / 2
    canvas = Canvas(BOX, BOX)
    cloud_y = top - 0.13 * BOX
    for row, (y, shares) in enumerate(
        ((0.24, (-0.52, 0.52)), (0.44, (-0.44, 0.46)), (0.64, (-0.53, 0.52)), (0.84, (-0.46, 0.44)))
    ):
        for share in shares:
            _line(canvas, falls(middle + share * width + 12 * row, cloud_y + y * (bottom - cloud_y)), ink)
    _line(canvas, cloudlet(middle, cloud_y, 1.16 * width, 0.3 * BOX, 5), _CLOUD if ink == _WATER else "#e4eaf1")
    drawing = canvas.drawing()
    return as_one(hero.name, [centre, Placed(drawing, silhouette_of(drawing))], natural=hero.natural)


def _raindrop(x: float, y: float) -> Path:
    return Path.parse(_DROP).transformed(Transform.rotate(10).then(Transform.move(x, y)))


def _snowflake(x: float, y: float) -> Path:
    return circle(x, y, 34)


def rained_on(hero: Subject) -> Figure:
    return _under_a_cloud(hero, _raindrop, _WATER)


def snowed_on(hero: Subject) -> Figure:
    return _under_a_cloud(hero, _snowflake, _SNOW)


def wet(hero: Subject) -> Figure:
    """Drops that run down and a puddle under it."""
    return _soaked(hero, _WATER, ((-0.4, 0.1), (0.42, 0.02), (-0.5, 0.42), (0.5, 0.36), (-0.36, 0.7), (0.4, 0.68)))


def _soaked(hero: Subject, ink: str, spots: Sequence[tuple[float, float]]) -> Figure:
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    width, height, middle = right - left, bottom - top, (left + right) / 2
    pool, drops = Canvas(BOX, BOX), Canvas(BOX, BOX)
    _line(pool, _puddle(middle, bottom - 10, 0.62 * width), ink)
    for x, y in spots:
        _line(drops, _raindrop(middle + x * width, top + (0.1 + y * 0.8) * height), ink)
    front = drops.drawing()
    below = pool.drawing()
    pieces = [Placed(below, silhouette_of(below)), centre, Placed(front, silhouette_of(front))]
    return as_one(hero.name, pieces, natural=hero.natural)


def _puddle(x: float, y: float, half: float) -> Path:
    shape = "M-100 4C-96 -22 -58 -12 -44 -20C-16 -34 20 -34 44 -20C62 -10 100 -22 100 6C92 30 52 20 36 30C8 42 -22 40 -46 28C-62 20 -98 28 -100 4Z"
    return Path.parse(shape).transformed(Transform.scale(half / 100, half / 140).then(Transform.move(x, y)))


def melting(hero: Subject) -> Figure:
    """It stands in a puddle of its own, and runs down at the sides."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    ink = _main_ink(hero)
    pool, drips = Canvas(BOX, BOX), Canvas(BOX, BOX)
    middle, width, height = (left + right) / 2, right - left, bottom - top
    _line(pool, _puddle(middle, bottom - 6, 0.7 * width), ink)
    for share, start, length in ((-0.3, 0.3, 0.26), (0.24, 0.26, 0.34), (0.02, 0.42, 0.2)):
        x, y = middle + share * width, top + start * height
        r = 0.035 * width
        drip = Path.parse(
            f"M{x - r} {y}L{x + r} {y}L{x + r} {y + length * height}C{x + 2.2 * r} {y + length * height + 4 * r} {x - 2.2 * r} {y + length * height + 4 * r} {x - r} {y + length * height}Z"
        )
        drips.fill(drip, mix(ink, "#ffffff", 0.25))
    below, front = pool.drawing(), drips.drawing()
    return as_one(hero.name, [Placed(below, silhouette_of(below)), _merged(centre, front)], natural=hero.natural)


def _merged(one: Placed, drawing: Drawing) -> Placed:
    canvas = Canvas(BOX, BOX)
    canvas.place(one.drawing)
    canvas.place(drawing)
    return Placed(canvas.drawing(), one.area)


def _main_ink(hero: Subject) -> str:
    shares = {ink: share for ink, share in visible_shares(hero.drawing).items() if ink != INK}
    return max(shares, key=lambda ink: shares[ink], default=_WATER)


def muddy(hero: Subject) -> Figure:
    """Splashes on it up to the middle, and a puddle of mud."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    width, height, middle = right - left, bottom - top, (left + right) / 2
    pool, splashes = Canvas(BOX, BOX), Canvas(BOX, BOX)
    _line(pool, _puddle(middle, bottom - 10, 0.66 * width), _MUD)
    with splashes.group(Path.from_geometry(centre.area.buffer(-6))):
        for x, y, r in (
            (-0.3, 0.86, 0.15),
            (0.28, 0.9, 0.17),
            (0.02, 0.97, 0.2),
            (-0.36, 0.62, 0.06),
            (0.3, 0.64, 0.08),
            (0.06, 0.72, 0.05),
            (-0.16, 0.3, 0.06),
            (0.26, 0.36, 0.05),
        ):
            splashes.fill(circle(middle + x * width, top + y * height, r * width), _MUD)
    below = pool.drawing()
    return as_one(
        hero.name, [Placed(below, silhouette_of(below)), _merged(centre, splashes.drawing())], natural=hero.natural
    )


def thinking_of(hero: Subject, thought: Subject) -> Figure:
    """A cloud of thought at its head, and the thing in it."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    _, top, right, bottom = centre.area.bounds
    height = bottom - top
    x, y = right + 0.26 * height, top + 0.02 * height
    canvas = Canvas(BOX, BOX)
    for dx, dy, r in ((-0.3, 0.36, 0.035), (-0.22, 0.28, 0.055)):
        _line(canvas, circle(x + dx * height, y + dy * height, r * height), _SNOW)
    _line(canvas, cloudlet(x, y, 0.72 * height, 0.52 * height, 5), _SNOW)
    drawing = canvas.drawing()
    inside = place(thought, x, y - 0.04 * height, 0.32 * height)
    return as_one(hero.name, [centre, Placed(drawing, silhouette_of(drawing)), inside], natural=hero.natural)


_AROUND = 7
"""How many of a thing surround somebody."""


_THIN = 11.0
_DARK = 0.45
"""OKLab lightness of eyes and noses."""

_PACKED = 24.0
"""How often a picture that another is made of fits into its area."""


def made_of(hero: Subject, *kinds: Subject) -> Figure:
    """The hero's shape, filled to its edge with many of the others by turns on a dark ground."""
    base = place(hero, BOX / 2, BOX / 2, BOX)
    area = filled(base.area.buffer(0.02 * BOX))
    size = 1.5 * math.sqrt(area.area / _PACKED)
    left, top, right, bottom = area.bounds
    step, inner, pieces = 0.5 * size, area.buffer(-0.13 * size), list[Placed]()
    for row in range(int((bottom - top) / step) + 2):
        for column in range(int((right - left) / step) + 2):
            x, y = left + (column + 0.5 * (row % 2)) * step, top + row * step * 0.86
            if inner.contains(Point(x, y)):
                piece = kinds[len(pieces) % len(kinds)]
                pieces.append(place(piece, x, y, 0.62 * size, turn=(37 * (row + 2 * column)) % 70 - 35))
    canvas = Canvas(BOX, BOX)
    canvas.fill(Path.from_geometry(area.buffer(16)), INK)
    shares = visible_shares(kinds[0].drawing)
    canvas.fill(Path.from_geometry(area.simplify(1)), mix(max(shares, key=lambda ink: shares[ink]), INK, 0.6))
    face = features(base, area.area)
    return as_one(hero.name, [Placed(canvas.drawing(), area.buffer(16)), *pieces, *face], natural=True)


_FEATURE = (0.0012, 0.06)
"""Shares of the whole that eyes, noses and the sockets of a skull are; the rest of the drawing is made of the pieces."""


def features(base: Placed, whole: float) -> list[Placed]:
    """What is dark and small, so that a face stays one; `whole` is the area of the drawing."""
    dark = [
        part.area
        for part in parts(base.drawing.items, None)
        if oklab(part.paint)[0] < _DARK and _FEATURE[0] < part.area.area / whole < _FEATURE[1]
    ]
    if not dark:
        return []
    area = unary_union(dark).buffer(-_THIN).buffer(_THIN)  # outlines are no features
    if area.is_empty:
        return []
    canvas = Canvas(BOX, BOX)
    canvas.fill(Path.from_geometry(area), INK)
    return [Placed(canvas.drawing(), area)]


def surrounded(hero: Subject, by: Subject) -> Figure:
    """The same thing all around, from the left foot over the head to the right foot."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    x, y, rx, ry = (left + right) / 2, (top + bottom) / 2, (right - left) / 2 + 120, (bottom - top) / 2 + 90
    pieces = []
    for k in range(_AROUND):
        angle = math.radians(-215 + 250 * k / (_AROUND - 1))
        pieces.append(place(by, x + rx * math.cos(angle), y + ry * math.sin(angle), 0.27 * BOX, turn=(k % 3 - 1) * 12))
    return as_one(hero.name, [*pieces, centre], natural=hero.natural)


_ROPE = "#c63d3f"


def on_a_leash(hero: Subject, pets: Sequence[Subject]) -> Figure:
    """Somebody, and what they take for a walk, tied to a hand: the first on the right, the second on the left."""
    walker = place_standing(hero, 0, BOX, BOX, BOX)
    pieces = [walker]
    for pet, side in zip(pets, (1.0, -1.0), strict=False):
        pieces += _led(walker, pet, side)
    return as_one(hero.name, pieces, natural=hero.natural)


def _led(walker: Placed, pet: Subject, side: float) -> list[Placed]:
    left, top, right, bottom = pet.silhouette.bounds
    size = (
        0.5 * BOX * min(_MOST_OF_THEM, max(1.0, (right - left) / (bottom - top)))
    )  # three in a row are each as large as one
    at_origin = place_standing(pet, 0, BOX, size, size, flip=side > 0)
    half = (at_origin.area.bounds[2] - at_origin.area.bounds[0]) / 2
    edge = walker.area.bounds[2] if side > 0 else walker.area.bounds[0]
    led = place_standing(pet, edge + side * (half + 0.12 * BOX), BOX, size, size, flip=side > 0)
    left, top, right, bottom = led.area.bounds
    hand = (edge - side * 0.1 * BOX, 0.74 * BOX)
    neck = ((left + right) / 2 - side * 0.2 * (right - left), top + 0.5 * (bottom - top))
    canvas = Canvas(BOX, BOX)
    lead = Path((("M", hand), ("Q", ((hand[0] + neck[0]) / 2, max(hand[1], neck[1]) + 0.08 * BOX, *neck))))
    canvas.stroke(lead, INK, 34)
    canvas.stroke(lead, _ROPE, 17)
    area: BaseGeometry = box(min(hand[0], neck[0]), hand[1], max(hand[0], neck[0]), hand[1] + 1)
    return [led, Placed(canvas.drawing(), area)]


_MOST_OF_THEM = 2.2


def behind(hero: Subject, thing: Subject) -> Figure:
    """Somebody who looks over the top of a thing."""
    front = place(thing, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = front.area.bounds
    size = 0.9 * BOX
    hidden = place_standing(hero, (left + right) / 2, min(bottom - 30, top + 0.66 * size), size, size)
    return as_one(hero.name, [hidden, front], natural=hero.natural)


_HANDS: Mapping[str, tuple[float, float]] = {
    "snail": (0.16, 0.66),
    "honeybee": (0.3, 0.62),
    "butterfly": (0.5, 0.66),
    "snake": (0.3, 0.4),
}
_HAND, _RAISED = (0.62, 0.74), (0.95, 0.4)
_MOUTH = (0.2, 0.62)
"""Where a picture of the sets holds something: a mouth or a claw, as shares of its width and height; most look to the left."""


def carrying(hero: Subject, held: Subject, *, in_hand: bool = False, raised: bool = False) -> Figure:
    """An animal without hands, and what it has in its mouth or before it; a thing has it `in_hand`, or up in a `raised` one."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    x, y = (_RAISED if raised else _HAND) if in_hand else _HANDS.get(hero.name, _MOUTH)
    size = 0.46 * max(right - left, bottom - top)
    thing = place(held, left + x * (right - left), top + y * (bottom - top), size)
    return as_one(hero.name, [centre, thing], natural=hero.natural)


STATES: Mapping[str, tuple[Callable[[Subject], Figure], frozenset[str]]] = {
    "muddy": (muddy, frozenset({"muddy", "mud", "dirty", "filthy"})),
    "melting": (melting, frozenset({"melting", "melts", "melted"})),
    "wet": (wet, frozenset({"wet", "soaked", "soaking", "dripping", "drenched", "sweating", "sweaty"})),
    "rained on": (
        rained_on,
        frozenset({"rain", "rainy", "raining", "rainstorm", "downpour", "drizzle", "storm", "stormy", "thunderstorm"}),
    ),
    "snowed on": (snowed_on, frozenset({"snowing", "snowfall", "snowstorm", "blizzard", "snowflakes"})),
}
"""By name: how it is drawn, and the words that ask for it."""


_WORN_IN_RAIN = frozenset({"boot", "boots", "coat", "jacket", "hat", "forest", "cloud", "or", "check", "barrel"})


_THICK = frozenset(
    {
        "honey",
        "syrup",
        "chocolate",
        "icing",
        "frosting",
        "paint",
        "cream",
        "cheese",
        "wax",
        "gold",
        "slime",
        "sauce",
        "caramel",
    }
)
"""What drips and is no water."""


_MELTS = re.compile(r"\b(?:on|in|of|with|eating) (?:a |an |the )?(?:melting|melted) ")
"""Ice that somebody stands on melts, and nobody on it does."""

_FALLS = frozenset({"rained on", "snowed on"})


def in_its_state(hero: Subject, words: Sequence[str], *, under_a_sky: bool = False) -> Subject:
    """As the first state that is said; rain boots are no rain. What falls from a sky that is drawn needs no cloud of its own."""
    said = _said(words)
    left = (draw for name, (draw, asked) in STATES.items() if asked & said and not (under_a_sky and name in _FALLS))
    return next((draw(hero) for draw in left), hero)


def has_a_state(words: Sequence[str]) -> bool:
    return any(asked & _said(words) for _, asked in STATES.values())


def _said(words: Sequence[str]) -> set[str]:
    spoken = " ".join(words)
    words = tuple(word for word in words if not (word in ("melting", "melted") and _MELTS.search(spoken)))
    thick = "dripping" if _THICK & set(words) else ""
    return {
        word
        for word, after in zip(words, (*words[1:], ""), strict=False)
        if after not in _WORN_IN_RAIN and word != thick
    }
