"""Several pictures as one subject: a hero with its companions, two of a kind side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from types import MappingProxyType

from shapely import affinity
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import polar
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

DRIVEN = STOOD_BEFORE | {label.replace(" ", "-") for label in STOOD_BEFORE}
"""Machines that people stand before."""

_BEHIND = frozenset(["rainbow", "northern lights", "milky-way", "milky way", "fireworks"])
"""What stands around somebody rather than beside."""

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

_LEAST_SAID, _MOST_SAID, _GROWN = 0.45, 1.9, 1.8
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

_IN_THE_AIR = ((0.0, 0.0, 1.0), (-1.04, 0.36, 0.8), (1.06, 0.3, 0.86), (-0.62, -0.72, 0.74), (0.66, -0.7, 0.7), (0.04, 0.98, 0.72),
    (-1.5, -0.42, 0.62), (1.54, -0.46, 0.64), (-0.86, 1.16, 0.6), (0.92, 1.12, 0.62), (0.02, -1.3, 0.6), (1.74, 0.9, 0.56))  # fmt: skip
"""Where each is, from the middle in sizes of the first, and how large beside it."""


def strewn(one: Subject, count: int, others: Sequence[Subject] = (), *, upright: bool) -> Figure:
    """Several in the air, none before another, the nearest the largest; what hangs or floats stays `upright`."""
    turns = (one, *others)
    left, top, right, bottom = one.silhouette.bounds
    wide, high = ((b - a) / max(right - left, bottom - top) for a, b in ((left, right), (top, bottom)))
    placed = [
        place(
            turns[i % len(turns)],
            BOX / 2 + x * BOX * wide * 1.02,
            BOX / 2 + y * BOX * high * 1.02,
            size * BOX,
            turn=0.0 if upright else (i % 3 - 1) * 13.0,
            flip=not upright and i % 2 == 1,
        )
        for i, (x, y, size) in enumerate(_IN_THE_AIR[:count])
    ]
    return as_one(one.name, placed, natural=one.natural)


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
    if one.name.startswith(_ARC):
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


def _is_a_row(one: Subject) -> bool:
    left, top, right, bottom = one.silhouette.bounds
    return right - left > _WIDE * (bottom - top)


_WIDE = 1.8  # times its height is the width of several side by side
_IN_A_ROW, _IN_TWO = 3, 8
_APART, _CLOSE, _FACING = 1.0, 0.9, 1.08  # widths of one by which they stand beside each other; of two beaks that meet

_SQUARE, _CLEAR_OF = 4, 0.9  # of four things two stand right over two
_BEHIND_BY = 0.62  # shares of one's own size by which a row stands above the row before it


def pair(
    one: Subject,
    count: int,
    between: Subject | None = None,
    others: Sequence[Subject] = (),
    *,
    turned: bool = True,
    in_a_line: bool = False,
    nearer: float = 1.0,
) -> Subject:
    """Two or three of a kind, `turned` towards each other, and what is `between` their heads; more stand in rows unless they are to stand `in_a_line`. `others` take
    turns with the first: the same in other colours."""
    turns = (one, *others)
    left, top, right, bottom = one.silhouette.bounds
    width, high = right - left, bottom - top
    crowded = count > _IN_A_ROW and not in_a_line
    nearer = min(nearer, _IN_LINE) if in_a_line and count > _IN_A_ROW else nearer
    apart = _CLOSE if crowded else _APART if between or not turned else _FACING
    by = _BEHIND_BY if one.name in SPECIES or count != _SQUARE else _CLEAR_OF
    stacked = turned and count == _IN_A_ROW and not (in_a_line or between) and width > _WIDE_EACH * high
    step = nearer * apart * BOX * width / max(width, high)
    if not turned and count in _ABREAST and width > _WIDE_ACTS * high:
        return _staggered(turns, count)
    placed = [
        place(
            turns[i % len(turns)],
            BOX / 2 + x * step,
            BOX / 2 - y * BOX * (high / width if stacked else 1.0),
            BOX,
            flip=turned and x > 0,
        )
        for i, (x, y) in enumerate(_line(count) if in_a_line else _PYRAMID if stacked else _spots(count, by))
    ]
    if between is not None:
        top = min(p.area.bounds[1] for p in placed)
        placed.append(place(between, BOX / 2, top + BOX * 0.06, BOX * 0.36))
    return as_one(one.name, placed, natural=one.natural)


_CLUMP = ((0.0, 0.0, 1.0), (-0.56, 0.05, 0.66), (0.54, 0.09, 0.52))
"""Where each stands in widths of the first, how far before it in its heights, and how tall."""


def clump(one: Subject) -> Figure:
    """A large one and two small ones before it, as they grow."""
    left, top, right, bottom = one.silhouette.bounds
    wide, high = (
        BOX * (right - left) / max(right - left, bottom - top),
        BOX * (bottom - top) / max(right - left, bottom - top),
    )
    placed = [
        place_standing(one, BOX / 2 + x * wide, BOX + y * high, size * BOX, size * high, flip=x > 0)
        for x, y, size in _CLUMP
    ]
    return as_one(one.name, placed, natural=one.natural)


_PYRAMID = ((0.0, 0.62), (-0.5, 0.0), (0.5, 0.0))
"""Steps and heights of three that are wider than high: one behind two."""
_WIDE_EACH, _IN_LINE = 1.08, 0.86
"""How wide for its height that is, and how near each other more than three stand in a line."""

_ABREAST, _WIDE_ACTS = (3, 4), 1.5
"""How many are one below the other rather than small in a row, who are so many times as wide as high."""


def _staggered(turns: Sequence[Subject], count: int) -> Figure:
    left, top, right, bottom = turns[0].silhouette.bounds
    down, across = BOX * (bottom - top) / (right - left), 0.18 * BOX
    placed = [
        place(turns[i % len(turns)], BOX / 2 + across * (1 if i % 2 else -1), BOX / 2 + i * down, BOX)
        for i in range(count)
    ]
    return as_one(turns[0].name, placed, natural=turns[0].natural)


def _line(count: int) -> list[tuple[float, float]]:
    return [(i - (count - 1) / 2, 0.0) for i in range(count)]


def _spots(count: int, by: float = _BEHIND_BY) -> list[tuple[float, float]]:
    """Steps from the middle and rows from the front, each `by` so much above the next, the row at the back first."""
    rows = [count] if count <= _IN_A_ROW else [count // 2, count - count // 2]
    if count > _IN_TWO:
        rows = [count // 3, (count + 1) // 3, count - count // 3 - (count + 1) // 3]
    depth = len(rows)
    return [(i - (number - 1) / 2, by * (depth - 1 - row)) for row, number in enumerate(rows) for i in range(number)]


_ARC = "arc of "
"""Before the name of what flies in one."""


def in_an_arc(one: Subject, count: int) -> Figure:
    """Several small ones over whatever is below: five stars, four hearts."""
    spread = min(150.0, 34.0 * count)
    angles = [spread * (i / (count - 1) - 0.5) for i in range(count)]
    placed = [place(one, *polar(BOX / 2, BOX, 0.86 * BOX, at), 0.26 * BOX, turn=0.4 * at) for at in angles]
    return as_one(_ARC + one.name, placed, natural=one.natural)


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
