"""Several pictures as one subject: a hero with its companions, two of a kind side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Transform
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import BOX, INK
from pod.providers.embedded.subjects import Placed, Subject, place

_ALOFT = frozenset(
    [
        "crescent-moon",
        "full-moon",
        "star",
        "glowing-star",
        "sun",
        "cloud",
        "bat",
        "butterfly",
        "honeybee",
        "bird",
        "balloon",
        "kite",
        "red-heart",
        "heart-with-arrow",
        "musical-notes",
        "musical-note",
        "snowflake",
        "high-voltage",
        "airplane",
        "rocket",
        "ringed-planet",
        "sparkles",
        "comet",
        "firecracker",
        "dove",
        "black-bird",
        "eagle",
        "owl",
        "parrot",
        "crystal-ball",
        "candle",
    ]
)
"""What belongs into the air beside a head rather than at somebody's feet."""

_BEHIND = frozenset(["rainbow"])
"""What stands around somebody rather than beside."""

_HOVERS = frozenset(["flying-saucer", "parachute", "helicopter", "hot-air-balloon", "flying saucer"])
"""Heroes whose company is below them."""

MOST_BESIDE = 2
"""More than two companions and nobody is a hero any more."""

_ASLANT = 42.0
"""Degrees out of the upright at which crossed things lie."""

_RIM = 15.0
"""How far a picture in front sets itself off from those behind it."""


def together(hero: Subject, company: Sequence[Subject]) -> Subject:
    """The hero with up to two others: what flies at its shoulder, what stands at its feet, all as one picture."""
    if not company:
        return hero
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    placed = [_beside(centre, one, at, hero.name) for at, one in enumerate(company[:MOST_BESIDE])]
    behind = [p for p, one in zip(placed, company, strict=False) if one.name in _ALOFT | _BEHIND]
    front = [p for p, one in zip(placed, company, strict=False) if one.name not in _ALOFT | _BEHIND]
    return _as_one(hero.name, [*behind, centre, *front], natural=hero.natural)


def _beside(hero: Placed, one: Subject, at: int, hero_name: str) -> Placed:
    left, top, right, bottom = hero.area.bounds
    width, height = right - left, bottom - top
    side = 1 if at == 0 else -1
    middle = (left + right) / 2
    size = 0.44 * max(width, height)
    if one.name in _BEHIND:
        return place(one, middle, (top + bottom) / 2 - height * 0.06, 1.5 * max(width, height * 0.8), by="width")
    if hero_name in _HOVERS:
        return place(one, middle, bottom + size * 0.3, size)
    if one.name in _ALOFT:
        return place(one, middle + side * (width / 2 + size * 0.12), top + size * 0.42, size * 0.9)
    standing = place(one, 0, 0, size)
    half_width, half_height = ((b - a) / 2 for a, b in (standing.area.bounds[::2], standing.area.bounds[1::2]))
    return place(
        one, middle + side * (width / 2 + half_width * 0.34), bottom - half_height + size * 0.04, size, flip=side < 0
    )


def pair(one: Subject, count: int, between: Subject | None = None) -> Subject:
    """Two or three of a kind, turned towards each other, and what is `between` their heads."""
    width = one.silhouette.bounds[2] - one.silhouette.bounds[0]
    step = 0.86 * BOX * width / max(width, one.silhouette.bounds[3] - one.silhouette.bounds[1])
    spots = [(i - (count - 1) / 2) * step for i in range(count)]
    placed = [place(one, BOX / 2 + x, BOX / 2, BOX, flip=x > 0) for x in spots]
    if between is not None:
        top = min(p.area.bounds[1] for p in placed)
        placed.append(place(between, BOX / 2, top + BOX * 0.06, BOX * 0.36))
    return _as_one(one.name, placed, natural=one.natural)


def crossed(one: Subject, other: Subject) -> Subject:
    """Two long things like swords over a fireplace."""
    placed = [
        place(one, BOX / 2, BOX / 2, BOX, turn=_ASLANT - _lean(one)),
        place(other, BOX / 2, BOX / 2, BOX, turn=_lean(other) - _ASLANT, flip=True),
    ]
    return _as_one(one.name, placed, natural=one.natural)


def overturned(one: Subject) -> Subject:
    """Upside down."""
    return _as_one(one.name, [place(one, BOX / 2, BOX / 2, BOX, turn=180)], natural=one.natural)


def _lean(subject: Subject) -> float:
    """How far a thing is drawn out of the upright already, in degrees: hammers and pencils lie aslant in the sets."""
    largest = max(shapely.get_parts(subject.silhouette), key=lambda part: part.area)
    (ax, ay), (bx, by), (cx, cy), *_ = shapely.get_coordinates(largest.minimum_rotated_rectangle)
    long = (bx - ax, by - ay) if math.hypot(bx - ax, by - ay) > math.hypot(cx - bx, cy - by) else (cx - bx, cy - by)
    return (math.degrees(math.atan2(long[1], long[0])) + 90 + 90) % 180 - 90


def _as_one(name: str, placed: Sequence[Placed], *, natural: bool) -> Figure:
    """The pictures from back to front, each set off from what it covers, brought back to the size of one."""
    canvas = Canvas(BOX, BOX)
    for i, one in enumerate(placed):
        if i and any(one.area.intersects(other.area) for other in placed[:i]):
            canvas.fill(one.outline(_RIM), INK)
        canvas.place(one.drawing)
    whole: BaseGeometry = unary_union([one.area for one in placed])
    left, top, right, bottom = whole.bounds
    k = BOX / max(right - left, bottom - top)
    to_box = Transform.move(-left, -top).then(Transform.scale(k))
    moved = affinity.affine_transform(whole, [k, 0, 0, k, -left * k, -top * k])
    return Figure(name, canvas.drawing().transformed(to_box), moved, natural)
