"""Things in flower: blossoms at their foot, out of their top, or all around them, each kind as it is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shapely.geometry import box

from pod.drawing.display import Canvas
from pod.drawing.shapes import polar
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, Pen, oval
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.dyes import dyed_drawing
from pod.providers.embedded.gallery import SIGHTLY
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, Head, leaves, stem
from pod.providers.embedded.gallery.potted import several_flowers
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.keywords import ANIMALS, PEOPLE, Choice
from pod.providers.embedded.subjects import Placed, Subject, place

_IN_A_COLOUR = FLOWERS["cosmos"]
"""What flowers of no kind are where a colour is said: one kind, all of it in that."""

_VIOLETS = ("#9a7fd0", "#b39ae0")


def _sprig(pen: Pen, x: float, y: float, r: float, lean: float) -> None:
    """Lavender: pairs of blossoms up a stalk."""
    for k in range(6):
        at = polar(x, y, (0.32 * k - 0.8) * r, lean)
        for side in (-1.0, 1.0):
            pen.part(oval(at[0] + side * 0.17 * r, at[1], 0.2 * r, 0.25 * r, side * 24 + lean), _VIOLETS[k % 2])
    pen.part(oval(*polar(x, y, 1.1 * r, lean), 0.14 * r, 0.22 * r, lean), _VIOLETS[0])


_HEADS: Mapping[str, Head] = FLOWERS | TIED
_MIXED: tuple[Head, ...] = (TIED["rose"], FLOWERS["daisy"], FLOWERS["cosmos"], FLOWERS["cornflower"])
_KINDS: Mapping[str, Sequence[Head]] = {
    **{name: (head,) for name, head in _HEADS.items()},
    **{f"bouquet of {name}": (head,) for name, head in _HEADS.items()},
    "peonies": (TIED["peony"],),
    "hibiscus": (FLOWERS["petunia"],),
    "cherry blossom": (FLOWERS["magnolia"],),
    "lavender": (_sprig,),
    "lavender bunch": (_sprig,),
    "bouquet": _MIXED,
    "wildflowers": MEADOW,
    "bouquet of wildflowers": MEADOW,
}
"""Flower heads, by the label of the picture that a sentence names."""

_SINGLE: Mapping[str, str] = {
    **{several_flowers(name): name for name in _HEADS},
    **{name: name for name in (*_HEADS, "lavender", "peonies")},
}

_MANY = frozenset(
    {"flowers", "floral", "florals", "wildflowers", "blooms", "blossoms", "peonies", "bouquet", "lavender"}
) | {several_flowers(name).split()[-1] for name in _HEADS}
"""Words that say more than one: beside a guitar one rose lies alone."""

_LEANING = frozenset(
    {"acoustic guitar", "guitar", "electric guitar", "violin", "saxophone", "trumpet", "banjo", "ukulele", "cello"}
)
"""What is highest where nothing comes out of it."""

_VESSELS = frozenset(
    {"empty vase", "porcelain jug", "milk churn", "watering can", "amphora", "bucket", "clay flower pot", "jar"}
)
"""Made to have flowers in them, however narrow their necks are."""

_Spot = tuple[float, float, float]

_NOT_ADORNED = frozenset({ANIMALS, PEOPLE})
_GROWN = frozenset(
    {"mushroom", "brown mushroom", "fly agarics", "cactus", "wood", "tree stump", "spiral shell", "feather"}
)
"""Filed with the animals, and things all the same."""


_BESIDE = (
    (0.47, 0.36, 0.2),
    (-0.45, 0.38, 0.19),
    (0.25, 0.47, 0.15),
    (-0.24, 0.48, 0.16),
    (0.57, 0.13, 0.12),
    (-0.56, 0.16, 0.12),
    (0.02, 0.52, 0.13),
)
"""Where heads are at somebody's foot, from the middle, and how large: shares of width and height, and of the longer."""

_ABOVE = (
    (-0.78, 0.06, 0.17),
    (0.78, 0.04, 0.17),
    (0.0, 0.34, 0.18),
    (-0.44, 0.25, 0.17),
    (0.46, 0.26, 0.17),
    (-0.22, 0.05, 0.18),
    (0.3, 0.04, 0.18),
)
"""Where heads are over an opening: shares of half its width, and of the thing's longer side above its rim."""

MOST_BLOSSOMS = len(_ABOVE)
_LEAN = 90.0
"""Degrees by which a head leans outward a whole width from the middle."""

_BEHIND_RIM = 5
"""How many of those are behind the rim."""

_OPENING = 0.22
"""Of its height, how far from the top a thing is looked at for its opening."""


def flowers_called(label: str) -> Sequence[Head]:
    """Their heads; none for what is no flower from the front."""
    return _KINDS.get(label, ())


def kind_called(word: str) -> str:
    """The flower of one kind that the word names, in singular or plural."""
    return _SINGLE.get(word, "")


def are_many_flowers(words: Sequence[str]) -> bool:
    """Whether more than one is spoken of: “roses”, “wildflowers”."""
    return bool(_MANY & set(words))


def is_a_vessel(name: str) -> bool:
    return name in _VESSELS


def is_adorned(hero: Choice, first: str, words: Sequence[str]) -> bool:
    """Whether what is first beside the thing is said to be flowers, and the thing can have them around it."""
    still = hero.group not in _NOT_ADORNED or hero.label in _GROWN
    able = still and hero.label not in SIGHTLY and not (hero.species or flowers_called(hero.label))
    return able and bool(flowers_called(first)) and bool(_MANY & set(words))


def at_its_foot(hero: Subject, labels: Sequence[str], ink: str = "", count: int = MOST_BLOSSOMS) -> Figure:
    """Flowers low on either side of the thing, before it, with leaves behind."""
    centre = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = centre.area.bounds
    wide, high, size = right - left, bottom - top, max(right - left, bottom - top)
    across = max(wide, 0.62 * size)
    spots = [((left + right) / 2 + x * across, (top + bottom) / 2 + y * high, r * size) for x, y, r in _BESIDE[:count]]
    fan = (-112, -84, -56, 56, 84, 112)
    sides = {-1: (left + right - across) / 2 + 0.1 * size, 1: (left + right + across) / 2 - 0.1 * size}
    green = _green([(sides[-1 if turn < 0 else 1], bottom - 0.14 * size, 0.36 * size, turn) for turn in fan])
    return as_one(hero.name, [green, centre, _heads(labels, ink, spots)], natural=hero.natural)


def out_of_it(hero: Subject, labels: Sequence[str], ink: str = "", count: int = MOST_BLOSSOMS) -> Figure:
    """Flowers out of the thing's top; what has none to speak of, a guitar's neck, has them at its foot."""
    base = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, bottom = base.area.bounds
    high, size = bottom - top, max(right - left, bottom - top)
    rim = base.area.intersection(box(left, top, right, top + _OPENING * high)).bounds
    half = (rim[2] - rim[0]) / 2
    if hero.name in _VESSELS:
        half = max(half, 0.28 * size)
    elif half < 0.12 * size or hero.name in _LEANING:
        return at_its_foot(hero, labels, ink, count)
    half, x = min(half, 0.4 * size), (rim[0] + rim[2]) / 2
    spots = [(x + dx * half, top - dy * size, r * size) for dx, dy, r in _ABOVE[:count]]
    fan = [
        (x + 0.4 * half * turn / 80, top + 0.06 * size, 0.4 * size, float(turn)) for turn in (-80, 80, -48, 48, -16, 18)
    ]
    behind = [_stalks(x, top, half, spots), _green(fan)]
    return as_one(
        hero.name,
        [*behind, _heads(labels, ink, spots[:_BEHIND_RIM]), base, *_front(labels, ink, spots[_BEHIND_RIM:])],
        natural=hero.natural,
    )


def _heads(labels: Sequence[str], ink: str, spots: Sequence[_Spot]) -> Placed:
    """Each kind by turns, drawn at its size, for lines as wide as everybody's; in the `ink` that was said."""
    kinds = [head for label in labels for head in flowers_called(label)]
    kinds = [_IN_A_COLOUR] if ink and len(kinds) > 1 else kinds

    def draw(pen: Pen) -> None:
        for k, (x, y, r) in enumerate(spots):
            kinds[k % len(kinds)](pen, x, y, r, _LEAN * (x - BOX / 2) / BOX)

    plain = _drawn(draw)
    return Placed(dyed_drawing(plain.drawing, ink), plain.area) if ink else plain


def _front(labels: Sequence[str], ink: str, spots: Sequence[_Spot]) -> list[Placed]:
    return [_heads(labels, ink, spots)] if spots else []


def _drawn(draw: Callable[[Pen], None]) -> Placed:
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, next(iter(SPECIES.values()))))
    drawing = canvas.drawing()
    return Placed(drawing, silhouette_of(drawing))


def _green(fan: Sequence[tuple[float, float, float, float]]) -> Placed:
    def draw(pen: Pen) -> None:
        leaves(pen, fan[::2], GREEN, 0.3)
        leaves(pen, fan[1::2], LEAF, 0.3)

    return _drawn(draw)


def _stalks(x: float, top: float, half: float, spots: Sequence[tuple[float, float, float]]) -> Placed:
    def draw(pen: Pen) -> None:
        for k, (to_x, to_y, _) in enumerate(spots):
            stem(pen, (x + (to_x - x) * 0.4, top + 0.1 * BOX), (to_x, to_y), 0.1 * half * (k % 3 - 1), 11)

    return _drawn(draw)
