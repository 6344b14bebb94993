"""How one thing stands to another where neither is one of our own: on fire, under it, around it, on its back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shapely.ops import polylabel

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform, polygons_of
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, LINE, curve, limb
from pod.providers.embedded.coils import COILERS, coiled_about
from pod.providers.embedded.groups import ON_WHEELS, as_one
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing

_FLAME = "M0 0C-70 -10 -96 -70 -80 -130C-70 -170 -40 -190 -46 -250C0 -220 10 -180 16 -150C34 -170 36 -190 34 -206C70 -170 92 -120 84 -74C76 -20 40 0 0 0Z"
_ORANGE, _YELLOW = "#f2762e", "#fbc845"

_TALL = ((-0.42, 0.8), (0.42, 0.74), (-0.16, 1.05), (0.18, 1.12))
_LOW = ((-0.48, 0.3), (-0.24, 0.2), (0.04, 0.22), (0.28, 0.19), (0.5, 0.32))
"""Flames behind and before: shares of the width beside the middle, and of the height."""

_UNDER = ("under", "beneath", "underneath", "below")
_ROUND = ("round", "around")


_FIRE_HIGH, _FIRE_LOW = 0.5, 0.2
"""Of the height of those around it: how high a fire is, and how far before their feet."""


def around_a_fire(people: Subject, company: Sequence[Subject]) -> Subject:
    """Several behind the fire in their middle, what else they have beside it."""
    behind = place(people, BOX / 2, BOX / 2, 1.5 * BOX, by="width")
    left, top, right, low = behind.area.bounds
    tall, floor = _FIRE_HIGH * (low - top), low + _FIRE_LOW * (low - top)
    spots = (BOX / 2, right - 0.08 * (right - left), left + 0.08 * (right - left))
    front = [
        place_standing(one, x, floor, 1.2 * tall, tall * (1.0 if k == 0 else 0.8))
        for k, (one, x) in enumerate(zip(company, spots, strict=False))
    ]
    return as_one(people.name, [behind, *front], natural=people.natural)


_STANDS_TALL = ("tree", "maypole", "statue", "totem", "fountain", "snowman", "castle", "scarecrow")


def gathered_round(people: Subject, company: Sequence[Subject]) -> Subject:
    """Several behind a pot, a cake or a table in their middle; what is taller than they are stands behind them."""
    first = company[0]
    if not any(first.name.lower().endswith(tall) for tall in _STANDS_TALL):
        return around_a_fire(people, company)
    front = place(people, BOX / 2, BOX / 2, 1.5 * BOX, by="width")
    left, top, right, low = front.area.bounds
    tall = 1.9 * (low - top)
    behind = place_standing(first, (left + right) / 2, low - 0.04 * tall, right - left, tall)
    return as_one(people.name, [behind, front], natural=people.natural)


_IN_FRONT, _LOWER = 0.7, 0.06


def before_crossed(hero: Subject, two: Subject) -> Subject:
    """A skull over two crossed things, as over bones: they look out on all four sides."""
    behind = place(two, BOX / 2, BOX / 2, 1.25 * BOX)
    front = place(hero, BOX / 2, (0.5 - _LOWER) * BOX, _IN_FRONT * BOX)
    return as_one(hero.name, [behind, front], natural=hero.natural)


def _flames(centre: Placed, spots: Sequence[tuple[float, float]], *, low: float) -> Placed:
    left, top, right, bottom = centre.area.bounds
    canvas = Canvas(BOX, BOX)
    for x, tall in spots:
        k = tall * (bottom - top) / 250
        for ink, share in ((_ORANGE, 1.0), (_YELLOW, 0.58)):
            to = Transform.scale(k * share).then(Transform.move((left + right) / 2 + x * (right - left), low))
            flame = Path.parse(_FLAME).transformed(to)
            if share == 1.0:
                canvas.stroke(flame, INK, 2 * LINE)
            canvas.fill(flame, ink)
    drawing = canvas.drawing()
    return Placed(drawing, silhouette_of(drawing))


_BROAD = 1.0


def burning(hero: Subject) -> Figure:
    """Flames out of it from behind, and along its foot."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    bottom = centre.area.bounds[3]
    high = _flames(centre, _TALL, low=bottom - 20)
    left, top, right, _ = centre.area.bounds
    if hero.name in ON_WHEELS or right - left > _BROAD * (
        bottom - top
    ):  # a drum kit, a car: what is low and broad is seen before its fire
        return as_one(hero.name, [high, centre], natural=hero.natural)
    return as_one(hero.name, [high, centre, _flames(centre, _LOW, low=bottom + 30)], natural=hero.natural)


def sheltered(hero: Subject, by: Subject) -> Figure:
    """Below what it is under, which is as wide and as high again; at the foot of a post."""
    if is_hung_up(by):
        return _hung_over(hero, by)
    if _is_a_post(by):
        return _at_the_foot(hero, by)
    front = place_standing(hero, BOX / 2, BOX, 0.8 * BOX, 0.8 * BOX)
    left, top, right, _ = front.area.bounds
    over = place(by, BOX / 2, 0, 1.5 * (right - left), by="width")
    height = over.area.bounds[3] - over.area.bounds[1]
    over = place(by, BOX / 2, top + 0.12 * BOX - height / 2, 1.5 * (right - left), by="width")
    return as_one(hero.name, [over, front], natural=hero.natural)


_HUNG_UP = frozenset({"mistletoe", "disco ball", "chandelier", "mirror ball", "paper lantern", "red paper lantern"})
"""What is small, and hangs over whoever is under it."""


def is_hung_up(one: Subject) -> bool:
    return one.name.replace("-", " ") in _HUNG_UP


def _hung_over(hero: Subject, by: Subject) -> Figure:
    front = place_standing(hero, BOX / 2, BOX, BOX, BOX)
    left, top, right, _ = front.area.bounds
    over = place(by, (left + right) / 2, top - 0.16 * BOX, 0.36 * BOX)
    return as_one(hero.name, [over, front], natural=hero.natural)


_SLIM = 1.8
"""How many times its width is the height of a post: a street lamp, a palm."""


def _is_a_post(one: Subject) -> bool:
    left, top, right, bottom = one.silhouette.bounds
    return bottom - top > _SLIM * (right - left)


def _at_the_foot(hero: Subject, post: Subject) -> Figure:
    behind = place_standing(post, 0.24 * BOX, BOX, 1.5 * BOX, 1.5 * BOX)
    front = place_standing(hero, 0.7 * BOX, 1.04 * BOX, 1.1 * BOX, BOX)
    return as_one(hero.name, [behind, front], natural=hero.natural)


_WIDE_HURDLE, _HIGH_HURDLE, _CLEAR = 0.8, 0.46, 0.04


def leapt(hero: Subject, over: Subject) -> Figure:
    """In the air over a thing that is lower than it, and clear of it."""
    hurdle = place_standing(over, BOX / 2, BOX, _WIDE_HURDLE * BOX, _HIGH_HURDLE * BOX)
    top = hurdle.area.bounds[1]
    leaper = place_standing(hero, BOX / 2, top - _CLEAR * BOX, BOX, BOX)
    return as_one(hero.name, [hurdle, leaper], natural=hero.natural)


def knocked_over(hero: Subject, what: Subject) -> Figure:
    """On its side at the hero's feet, where it was pushed."""
    front = place_standing(hero, BOX / 2, BOX, BOX, BOX)
    x, size = front.area.bounds[2] + 0.2 * BOX, 0.56 * BOX
    low = place(what, x, 0, size, turn=_TOPPLED).area.bounds[3]
    return as_one(hero.name, [place(what, x, BOX - low, size, turn=_TOPPLED), front], natural=hero.natural)


_TOPPLED = 66.0
"""Degrees out of the upright of what is falling."""


def wound(hero: Subject, about: Subject) -> Figure:
    """Around the foot of something taller, which stands up behind it; who is long enough lies all around it."""
    if hero.name in COILERS:
        return coiled_about(hero, about)
    post = place(about, BOX / 2, BOX / 2, 1.5 * BOX, by="height")
    low = post.area.bounds[3]
    front = place_standing(hero, BOX / 2 - 0.04 * BOX, low + 0.06 * BOX, BOX, 0.86 * BOX)
    return as_one(hero.name, [post, front], natural=hero.natural)


def under_branches(hero: Subject, branch: Subject) -> Figure:
    """Between two branches that come in from above, one on either side."""
    middle = place(hero, BOX / 2, BOX / 2, BOX, by="height")
    left, top, right, bottom = middle.area.bounds
    tall = bottom - top
    near = place(branch, left + 0.02 * tall, top + 0.2 * tall, 0.62 * tall, turn=24)
    far = place(branch, right - 0.02 * tall, top + 0.12 * tall, 0.5 * tall, turn=-18, flip=True)
    return as_one(hero.name, [near, far, middle], natural=hero.natural)


_ROOM = 1.45
"""Of the radius of the largest disc within it, how large what is seen inside a thing is."""


def seen_inside(hero: Subject, what: Subject) -> Figure:
    """Where the thing has most room: a galaxy in a crystal ball, mountains on a mug."""
    whole = place(hero, BOX / 2, BOX / 2, BOX)
    largest = max(polygons_of(whole.area), key=lambda part: part.area)
    spot = polylabel(largest, 8.0)
    inner = place(what, spot.x, spot.y, _ROOM * spot.distance(largest.boundary))
    return as_one(hero.name, [whole, inner], natural=hero.natural or what.natural)


_SPOUT_ON_THE_RIGHT = frozenset({"kettle", "watering can"})


def poured(hero: Subject, into: Subject) -> Figure:
    """Tilted over what it pours into, which stands below its spout; spouts look to the left."""
    above = place(hero, 0.66 * BOX, 0.3 * BOX, 0.8 * BOX, turn=-34, flip=hero.name in _SPOUT_ON_THE_RIGHT)
    below = place_standing(into, 0.16 * BOX, 1.16 * BOX, 0.5 * BOX, 0.5 * BOX)
    left, top, right, _ = below.area.bounds
    spout = above.area.bounds[0] + 0.05 * BOX
    canvas = Canvas(BOX, BOX)
    x = (left + right) / 2
    fall = curve((spout, 0.42 * BOX), (spout - 0.06 * BOX, 0.44 * BOX), (x, 0.5 * BOX), (x, top + 0.08 * BOX))
    stream = limb(fall, 20, 14)
    canvas.stroke(stream, INK, 2 * LINE)
    canvas.fill(stream, "#a8622c")
    drawing = canvas.drawing()
    return as_one(hero.name, [Placed(drawing, silhouette_of(drawing)), above, below], natural=hero.natural)


_PERCHED, _SHOULDER = 0.42, (0.29, 0.6)
"""How large a pet is on a shoulder, and where that is: from the middle and from the top, in heights of whose it is."""


def on_the_shoulder(hero: Subject, pet: Subject) -> Figure:
    """Beside the cheek, before the arm."""
    below = place_standing(hero, BOX / 2, BOX, BOX, BOX)
    _, top, _, bottom = below.area.bounds
    out, down = ((bottom - top) * share for share in _SHOULDER)
    size = _PERCHED * (bottom - top)
    return as_one(hero.name, [below, place_standing(pet, BOX / 2 + out, top + down, size, size)], natural=hero.natural)


_BLOOM, _IN_THE_BLOOM, _DOWNWARD = 0.7, 0.12, 58.0
"""How large a flower is that a bird drinks from, as a share of the bird, and how far its beak is in it."""


def sipping(bird: Subject, flower: Subject, birds: int = 1) -> Figure:
    """Its beak, which is what reaches out farthest to one side, in the middle of the flower; of more birds
    the second is at its other side and a third above it."""
    above = place(bird, BOX / 2, BOX / 2, BOX)
    x, y = max((point for part in polygons_of(above.area) for point in part.exterior.coords), key=lambda at: at[0])
    size = _BLOOM * BOX
    middle = x + (0.5 - _IN_THE_BLOOM) * size
    others = [
        place(bird, 2 * middle - BOX / 2, BOX / 2, BOX, flip=True),
        place(bird, middle - 0.3 * size, y - 0.98 * size, 0.9 * BOX, turn=_DOWNWARD),
    ][: birds - 1]
    return as_one(bird.name, [place(flower, middle, y + 0.04 * size, size), above, *others], natural=True)


Arranges = Callable[[Subject, Subject], Figure]


def backed(hero: Subject, by: Subject) -> Figure:
    """In front of something larger, which is seen all around it."""
    front = place_standing(hero, BOX / 2, BOX, 0.8 * BOX, 0.8 * BOX)
    left, top, right, bottom = front.area.bounds
    size = 1.5 * max(right - left, bottom - top)
    behind = place(by, (left + right) / 2, bottom - 0.46 * size, size)
    return as_one(hero.name, [behind, front], natural=hero.natural)


_HEAD_OUT, _BEFORE = 0.66, 0.92
"""Of who is in a thing: how much is seen over its rim; and how wide the thing is beside them."""


_SEEN_THROUGH = frozenset(
    {"crystal ball", "bubble", "bubbles", "terrarium", "magnifying glass", "camera lens", "ice cube"}
)
"""What is seen through."""


_RING, _WITHIN = 1.7, 0.9
"""How wide a wreath is around somebody, and how large they are in it."""


def is_a_ring(one: Subject) -> bool:
    return one.name.startswith("circlet of") or one.name == "holly wreath"


def ringed(hero: Subject, by: Subject) -> Figure:
    """In the middle of a wreath."""
    around = place(by, BOX / 2, BOX / 2, _RING * BOX)
    return as_one(hero.name, [around, place(hero, BOX / 2, BOX / 2, _WITHIN * BOX)], natural=hero.natural)


def looking_out(hero: Subject, of: Subject) -> Figure:
    """The lower part behind what they are in; in the crown of a tree all of them."""
    if of.name.lower().endswith(("tree", "palm")):
        whole = place(of, BOX / 2, BOX / 2, 1.5 * BOX, by="height")
        left, top, right, bottom = whole.area.bounds
        inner = place(hero, (left + right) / 2, top + 0.34 * (bottom - top), 0.36 * (bottom - top))
        return as_one(hero.name, [whole, inner], natural=hero.natural)
    if is_a_ring(of):
        return ringed(hero, of)
    if of.name.replace("-", " ") in _SEEN_THROUGH:
        return seen_inside(of, hero)
    above = place_standing(hero, BOX / 2, BOX, BOX, BOX)
    left, top, right, bottom = above.area.bounds
    front = place(of, BOX / 2, 0, max(_BEFORE * BOX, right - left), by="width")
    rim = front.area.bounds[1]
    y = top + _HEAD_OUT * (bottom - top) - rim
    front = place(of, BOX / 2, y, max(_BEFORE * BOX, right - left), by="width")
    return as_one(hero.name, [above, front], natural=hero.natural)


_INTO = ("in", "inside", "into", "within", "out")


def hung_from(hero: Subject, above: Subject) -> Figure:
    """On a thread below what it hangs from."""
    over = place(above, BOX / 2, 0.2 * BOX, 0.7 * BOX)
    bottom = over.area.bounds[3]
    below = place_standing(hero, BOX / 2, bottom + 0.86 * BOX, 0.7 * BOX, 0.62 * BOX)
    canvas = Canvas(BOX, BOX)
    canvas.fill(limb([(BOX / 2, 0.2 * BOX), (BOX / 2, below.area.bounds[1] + 30)], 9, 9), INK)
    thread = canvas.drawing()
    return as_one(hero.name, [Placed(thread, silhouette_of(thread)), over, below], natural=hero.natural)


_PLACES: Mapping[tuple[str, ...], Arranges] = {
    _UNDER: sheltered,
    _ROUND: wound,
    ("front",): backed,
}
_LED_TO: Mapping[tuple[str, ...], Arranges] = {_INTO: looking_out}
"""Said only of what they lead to: “in” stands in every second sentence."""


def placed_so(words: Sequence[str], lead: str = "") -> Arranges | None:
    """What the preposition of place before somebody's company asks for, or the first of the sentence where nothing is known of
    that; “all around”, with nothing after it, asks for nothing."""
    said = {lead} if lead else set(words[:-1])
    table = {**_PLACES, **_LED_TO} if lead else _PLACES
    return next((arrange for leads, arrange in table.items() if said & set(leads)), None)


def is_placed(lead: str) -> bool:
    return any(lead in leads for leads in _PLACES)


_FIRE = (
    " on fire ",
    " with flames ",
    " and flames ",
    " with fire ",
    " engulfed in ",
    " in flames ",
    " burning ",
    " burns ",
    " ablaze ",
    " flaming ",
)


BURNS_BY_ITSELF = frozenset(
    {
        "candle",
        "candle in a bottle",
        "grill with sausages",
        "campfire",
        "fire",
        "fireplace",
        "matches",
        "lighter",
        "diya lamp",
        "flaming heart",
        "sacred heart",
    }
)
"""What has a flame in its picture already."""


def is_burning(words: Sequence[str]) -> bool:
    spoken = f" {' '.join(words)} "
    return any(phrase in spoken for phrase in _FIRE)
