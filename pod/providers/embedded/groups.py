"""Several pictures as one subject: a hero with its companions, one on another, one behind the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from shapely import affinity
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import BOX, INK
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.flitting import around, flit
from pod.providers.embedded.gallery import GRAND
from pod.providers.embedded.kinds import AS_TALL, BLOOMS, SMALL_BESIDE, STOOD_BEFORE, VISITORS
from pod.providers.embedded.people import persons
from pod.providers.embedded.slants import standing_lean
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing
from pod.providers.embedded.uses import TOO_LARGE

ALOFT = frozenset((
    "crescent-moon", "full-moon", "star", "glowing-star", "sun", "cloud", "bat", "butterfly", "honeybee", "bird",
    "balloon", "kite", "red-heart", "heart-with-arrow", "musical-notes", "musical-note", "snowflake", "high-voltage",
    "airplane", "rocket", "ringed-planet", "sparkles", "comet", "firecracker", "dove", "black-bird", "eagle", "owl",
    "parrot", "crystal-ball", "bubbles", "flying seagull",
))  # fmt: skip
"""What belongs into the air beside a head rather than at somebody's feet."""

_LARGE = (GRAND - {"birdhouse", "weathervane", "windsock", "gingerbread house", "signpost", "statue"}) | {
    "barn",
    "log cabin",
    "stone bridge",
    "ferris wheel",
    "lighthouse",
    "windmill",
    "eiffel tower",
    "pyramids",
    "suspension bridge",
    "clock tower",
    "haunted house",
    "castle",
    "house",
    "house-with-garden",
    "church",
    "hut",
    "tent",
    "circus-tent",
    "statue-of-liberty",
    "mount-fuji",
    "giraffe",
    "elephant",
}
"""Companions larger than life: they stand behind the shoulder of whoever is not as large."""

ARC = "arc of "
"""Before the name of what flies in one."""

DRIVEN = STOOD_BEFORE | {label.replace(" ", "-") for label in STOOD_BEFORE}
"""Machines that people stand before."""

_BEHIND = frozenset(["rainbow", "northern lights", "milky-way", "milky way", "fireworks"])
"""What stands around somebody rather than beside."""

ON_WHEELS = DRIVEN | {"motorcycle", "chopper motorcycle"}

_BOLTS = frozenset(["high voltage", "high-voltage"])
"""What strikes behind somebody, taller than they are."""

DISCS = frozenset(
    ["full-moon", "full-moon-face", "new-moon", "sun", "sun-with-face", "full moon", "red disc of the sun"]
)
"""What stands in the sky behind somebody, large, and never at a shoulder."""

BRANCH = "blossom branch"

IN_A_SKY = DISCS | {
    BRANCH,
    "flying seagull",
    "seagull",
    "bird",
    "black-bird",
    "dove",
    "eagle",
    "bat",
    "crescent-moon",
    "crescent moon",
    "hot air balloon",
}
"""What is in the sky of a land that has one."""

_MOONS = frozenset(["crescent-moon", "crescent moon", "waxing-crescent-moon"])

_HOVERS = frozenset(["flying-saucer", "parachute", "helicopter", "hot-air-balloon", "flying saucer"])
"""Heroes whose company is below them."""

SKY = _BEHIND | DISCS
"""What others stand before rather than beside."""

MOST_BESIDE = 3
"""More companions and nobody is a hero any more."""

_ONE_EACH_SIDE = 2
_AS_LARGE, _OF_THREE = 0.72, 0.62
"""Of the hero's size, what is named with it by “and” alone: milk and cookies; of three, each of the two others."""

_BESIDE, _BESIDE_A_GREAT = 0.44, 0.56
"""Of the hero's size, what is named with it by “with”: beside a lighthouse or a jeep it is still to be seen."""

_AS_LONG = 1.45
"""Of whoever stands before it, how long a truck is."""

_BITE = 0.3
"""Of somebody's height, a biscuit, a cup or a comb beside them."""

_CROWD = 1.2
"""How many times their height people are wide before what stands beside them is measured by that."""

_LEAST_SAID, _MOST_SAID, _GROWN = 0.45, 2.2, 2.2
_LAPS_OVER, _STANDS_FREE = 0.34, 0.76
"""Half widths of what stands beside somebody by which its middle is beyond their edge: of what is small, and of what is as tall."""

_ASLANT = 42.0
"""Degrees out of the upright at which crossed things lie."""

_ROPE_INK = "#d9b77a"
_RIM = 15.0
"""How far a picture in front sets itself off from those behind it."""


CLAWS: Mapping[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "crab": ((0.05, 0.12), (0.95, 0.12)),
    "lobster": ((0.12, 0.1), (0.88, 0.1)),
    "scorpion": ((0.08, 0.62), (0.3, 0.78)),
}
"""Where the claws of a motif end, as shares of its width and height."""


def together(
    hero: Subject,
    company: Sequence[Subject],
    giants: Set[str] = frozenset(),
    *,
    equals: bool = False,
    sizes: Mapping[str, float] = MappingProxyType({}),
) -> Subject:
    """The hero with up to three others: what flies at its shoulder, what stands at its feet, all as one picture. Names of
    `giants` are larger than the hero; of `equals` neither is much the smaller; `sizes` are told of those by name."""
    if not company:
        return hero
    if (
        hero.name in _BEHIND | DISCS and company[0].name not in ALOFT | _BEHIND | DISCS
    ):  # a cabin stands before the lights over it
        return together(company[0], [hero, *company[1:]], giants)
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    if flit(company):
        return as_one(hero.name, [centre, *around(centre, company)], natural=hero.natural)
    if hero.name in CLAWS and not any(one.name in _LARGE | TOO_LARGE for one in company):
        return as_one(hero.name, [*_in_claws(centre, company, hero.name), centre], natural=hero.natural)
    as_large = _AS_LARGE if equals and len(company) == 1 else _OF_THREE if equals else 0.0
    placed = [
        _beside(
            centre, one, at, hero.name, giant=one.name in giants, equals=as_large, said=_beside_it(sizes, hero, one)
        )
        for at, one in enumerate(company[:MOST_BESIDE])
    ]
    back = (
        ALOFT
        | _BEHIND
        | _BOLTS
        | DISCS
        | giants
        | (DRIVEN if hero.name in persons() else frozenset())
        | (_LARGE if hero.name not in _LARGE else frozenset())
    ) - (VISITORS if hero.name in BLOOMS else frozenset())
    behind = [p for p, one in zip(placed, company, strict=False) if one.name in back]
    front = [p for p, one in zip(placed, company, strict=False) if one.name not in back]
    return as_one(hero.name, [*behind, centre, *front], natural=hero.natural)


def _beside_it(sizes: Mapping[str, float], hero: Subject, one: Subject) -> float:
    """By how much the one is larger or smaller beside the hero than it would be, as far as both can be seen."""
    tall = one.name in AS_TALL and hero.name not in AS_TALL and hero.name in SPECIES
    grown = _GROWN if tall else 1.0
    return min(_MOST_SAID, max(_LEAST_SAID, grown * sizes.get(one.name, 1.0) / sizes.get(hero.name, 1.0)))


def _in_claws(hero: Placed, company: Sequence[Subject], name: str) -> list[Placed]:
    left, top, right, bottom = hero.area.bounds
    size = 0.5 * (right - left)
    spots = [(left + x * (right - left), top + y * (bottom - top)) for x, y in CLAWS[name]]
    leans = (-16.0, 16.0)
    return [
        place(one, x, y - size * 0.32, size, turn=lean - standing_lean(one))
        for one, (x, y), lean in zip(company, spots, leans, strict=False)
    ]


FLIES = frozenset([
    "butterfly", "honeybee", "bee", "hot-air-balloon", "bird", "bat", "balloon", "kite", "dragonfly", "lady-beetle",
    "dove", "fish", "tropical-fish", "jellyfish", "hummingbird", "monarch butterfly", "moth", "hot air balloon",
    "paper airplane", "red paper lantern", "red-paper-lantern", "swallow",
])  # fmt: skip
"""What several of hang in the air, or in the water, and stand in no rows."""

_YOUNG_HIGH, _YOUNG_APART = 0.5, 0.62


def with_young(parents: Subject, young: Sequence[Subject]) -> Figure:
    """Both parents and, before and between them, whoever is half as high."""
    behind = place(parents, BOX / 2, BOX / 2, 1.6 * BOX, by="width")
    _, top, _, low = behind.area.bounds
    high = _YOUNG_HIGH * (low - top)
    middle = (len(young) - 1) / 2
    front = [
        place_standing(one, BOX / 2 + (i - middle) * _YOUNG_APART * high * 1.3, low + 0.06 * high, 2 * high, high)
        for i, one in enumerate(young)
    ]
    return as_one(parents.name, [behind, *front], natural=parents.natural)


def in_a_row(first: Subject, second: Subject, *, tied: bool) -> Subject:
    """One behind the other, on one ground: a dog that pulls a sled, a cat that runs after a mouse."""
    size = BOX if tied else 0.62 * BOX
    ahead = place_standing(first, 0, BOX, size * (2 if _is_a_row(first) else 1), size)
    second_size = BOX if not tied else 0.86 * BOX
    behind = place_standing(second, 0, BOX, second_size, 0.9 * second_size)
    x = ahead.area.bounds[2] - behind.area.bounds[0] + (0.2 if tied else 0.06) * BOX
    behind = place_standing(second, x, BOX, second_size, 0.9 * second_size)
    rope = [_rope(ahead, behind)] if tied else []
    return as_one(first.name, [*rope, behind, ahead], natural=first.natural)


def topped(below: Subject, above: Subject, *, share: float = 0.4, named: str = "", sunk: float = 0.1) -> Subject:
    """One on top of the other, `sunk` into it by that share: a cherry on a cake, a cow over the moon."""
    base = place(below, BOX / 2, BOX / 2, BOX)
    _, top, _, _ = base.area.bounds
    on_top = place_standing(above, BOX / 2, top + sunk * BOX, share * BOX, share * BOX)
    return as_one(named or below.name, [base, on_top], natural=(above if named else below).natural)


def on_the_back(below: Subject, load: Subject) -> Subject:
    """On the lowest stretch of its upper side: between the head and a tail that stands up."""
    base = place(below, BOX / 2, BOX / 2, BOX)
    left, _, right, _ = base.area.bounds
    x, y = max(((at, _top_of(base, at)) for at in _across(left, right)), key=lambda spot: spot[1])
    on_top = place_standing(load, x, y + 0.05 * BOX, 0.42 * BOX, 0.42 * BOX)
    return as_one(below.name, [on_top, base], natural=below.natural)


def piggyback(parent: Subject, cub: Subject) -> Subject:
    """A cub that looks over the shoulder of whoever carries it."""
    front = place(parent, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = front.area.bounds
    behind = place(cub, right - 0.1 * (right - left), top + 0.5 * (bottom - top), 0.5 * BOX, turn=14)
    return as_one(parent.name, [behind, front], natural=parent.natural)


_STRETCH = 0.09


def _across(left: float, right: float) -> list[float]:
    return [left + (right - left) * share for share in (0.32, 0.38, 0.44, 0.5, 0.56, 0.62)]


def _top_of(base: Placed, x: float) -> float:
    strip = base.area.intersection(box(x - _STRETCH * BOX, -BOX, x + _STRETCH * BOX, 3 * BOX))
    return float(strip.bounds[1]) if not strip.is_empty else -BOX


def breathing(hero: Subject, flame: Subject) -> Subject:
    """What comes out of a mouth: at the height of the head, pointing away."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    size = 0.5 * max(right - left, bottom - top)
    out = place(flame, left - 0.2 * size, top + 0.4 * (bottom - top), size, turn=-82)
    return as_one(hero.name, [out, centre], natural=hero.natural)


def _rope(ahead: Placed, behind: Placed) -> Placed:
    (_, _, from_x, _), (to_x, top, _, bottom) = ahead.area.bounds, behind.area.bounds
    y = (top + bottom) / 2
    line = [(from_x - 0.2 * BOX, BOX * 0.66), ((from_x + to_x) / 2, max(y, BOX * 0.66) + 46), (to_x + 0.2 * BOX, y)]
    area = LineString(line).buffer(14)
    canvas = Canvas(BOX, BOX)
    canvas.fill(Path.from_geometry(area.buffer(9)), INK)
    canvas.fill(Path.from_geometry(area), _ROPE_INK)
    return Placed(canvas.drawing(), area)


def _in_the_sky(hero: Placed, one: Subject, hero_name: str, side: int, reach: float) -> Placed | None:
    """What is around, behind or over the hero; None for what stands beside."""
    left, top, right, bottom = hero.area.bounds
    width, height, middle = right - left, bottom - top, (left + right) / 2
    if one.name in _BEHIND:
        return place(one, middle, (top + bottom) / 2 - height * 0.06, 1.5 * max(width, height * 0.8), by="width")
    if one.name == "flying seagull" and "lighthouse" in hero_name:  # clear of its beams
        return place(one, middle + side * 0.66 * reach, top + (0.5 if side > 0 else 0.66) * height, 0.34 * height)
    if one.name == "eagle" and hero_name in ON_WHEELS:  # with spread wings over it, as on the back of a rider's jacket
        return place(one, middle, top - 0.2 * height, 0.84 * max(width, height))
    if one.name in _BOLTS:
        return place(one, middle + side * 0.16 * width, (top + bottom) / 2, 1.24 * max(width, height))
    if one.name in DISCS and hero_name not in DISCS:
        return place(one, middle + side * 0.3 * width, top + 0.16 * height, 0.92 * max(width, height))
    return None


def _beside(
    hero: Placed,
    one: Subject,
    at: int,
    hero_name: str,
    *,
    giant: bool = False,
    equals: float = 0.0,
    said: float = 1.0,
) -> Placed:
    left, top, right, bottom = hero.area.bounds
    width, height = right - left, bottom - top
    side = 1 if at == 0 else -1
    middle = (left + right) / 2
    reach = min(width, _CROWD * height) if hero_name in persons() else width  # a cookie is none the larger for a crowd
    share = _BESIDE_A_GREAT if hero_name in DRIVEN | _LARGE else _BESIDE
    size = (max(_AS_LARGE if _is_a_row(one) else 0.0, equals) or share) * said * max(reach, height)
    if hero_name in persons() and one.name.replace("-", " ") in SMALL_BESIDE:
        size = _BITE * said * height
    if giant:
        tall = 1.25 * max(width, height)
        return place_standing(one, middle + side * 0.85 * width, bottom, tall, tall, flip=side < 0)
    if (above := _in_the_sky(hero, one, hero_name, side, reach)) is not None:
        return above
    if hero_name in _LARGE and _is_for_its_foot(one, width, height):
        return _at_its_foot(hero, one, side, 0.46 * said * height)
    if one.name.startswith(ARC):
        wide = 1.35 * max(width, height)
        over = place(one, middle, top, wide, by="width")
        return place(one, middle, top + 0.28 * (over.area.bounds[3] - over.area.bounds[1]), wide, by="width")
    if hero_name in _HOVERS:
        return place(one, middle, bottom + size * 0.3, size)
    if one.name in _MOONS:
        return place(one, middle + side * (width / 2 + size * 0.2), top + size * 0.5, size * 1.35)
    if one.name in ALOFT:
        return place(one, middle + side * (width / 2 + size * 0.12), top + size * 0.42, size * 0.9)
    if one.name in DRIVEN and hero_name in persons():
        crowd = width > _CROWD * height
        tall, low = (1.35, 0.28) if crowd else (1.1, 0.1)  # over the heads of several
        long = _AS_LONG * max(width, height)
        return place_standing(one, middle + side * 0.4 * min(width, height), bottom - low * height, long, tall * height)
    if one.name in _LARGE and hero_name not in _LARGE:
        tall = 1.12 * max(width, height)
        return place_standing(one, middle + side * 0.5 * width, bottom - 0.04 * height, 1.3 * tall, tall)
    if at >= _ONE_EACH_SIDE:
        return place_standing(one, middle, bottom + 0.5 * size, 0.9 * size, 0.8 * size)
    standing = place(one, 0, 0, size)
    apart = _STANDS_FREE if said >= _GROWN else _LAPS_OVER
    half_width, half_height = ((b - a) / 2 for a, b in (standing.area.bounds[::2], standing.area.bounds[1::2]))
    return place(
        one, middle + side * (width / 2 + half_width * apart), bottom - half_height + size * 0.04, size, flip=side < 0
    )


_TOWERS = 1.3
"""So many times as high as wide is a tower: what is shown with it lies before its foot."""


def _is_for_its_foot(one: Subject, width: float, height: float) -> bool:
    return height > _TOWERS * width and not one.name.startswith(ARC) and one.name not in _LARGE | ALOFT | _MOONS


def _at_its_foot(hero: Placed, one: Subject, side: int, size: float) -> Placed:
    left, top, right, bottom = hero.area.bounds
    x = (left + right) / 2 + side * (0.3 * (right - left) + 0.34 * size)
    return place_standing(one, x, bottom + 0.07 * (bottom - top), size, size, flip=side < 0)


def _is_a_row(one: Subject) -> bool:
    left, top, right, bottom = one.silhouette.bounds
    return right - left > _WIDE * (bottom - top)


_WIDE = 1.8  # times its height is the width of several side by side


def crossed(one: Subject, other: Subject) -> Subject:
    """Two long things like swords over a fireplace."""
    placed = [
        place(one, BOX / 2, BOX / 2, BOX, turn=_ASLANT - standing_lean(one)),
        place(other, BOX / 2, BOX / 2, BOX, turn=standing_lean(other) - _ASLANT, flip=True),
    ]
    return as_one(one.name, placed, natural=one.natural)


def overturned(one: Subject) -> Subject:
    """Upside down."""
    return as_one(one.name, [place(one, BOX / 2, BOX / 2, BOX, turn=180)], natural=one.natural)


def as_one(name: str, placed: Sequence[Placed], *, natural: bool) -> Figure:
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
