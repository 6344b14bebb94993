"""Two who do something with each other: hold hands, hug, kiss, share one thing, dance, or stand side by side, all as one picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Path, Transform
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.bouts import FACE_TO_FACE
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.pen import BOX, INK, MIDDLE_X
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.species import ALIASES, SPECIES
from pod.providers.embedded.characters.stances import STANCES
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing
from pod.providers.embedded.things import thing

CHILDREN = frozenset({"girl", "boy", "baby"})
"""Who has no trade: of a teacher's pupils none wears the teacher's glasses."""

_SMALL = CHILDREN | {"mouse", "fairy", "hamster", "gnome"}
_CHILD = 0.78
"""How large a child is beside somebody grown up."""

_SHARED, _BUILT = 420.0, 660.0
"""Units of the longest side of what two share, and of what they build; what is put up over both is larger."""

_OVERHEAD = frozenset({"umbrella"})
_LONG = frozenset({"fishing rod", "sword", "flag", "lantern", "balloon", "baseball bat", "broom", "paddle"})


@dataclass(frozen=True, slots=True)
class Act:
    """`apart` is how far their middles are apart in units; arms of the left one and of the right one, how far they lean towards
    each other in degrees, what their faces show, what is between their heads, the action of the left one alone, that
    of both, whose legs they have, and what each of them has on."""

    words: tuple[str, ...]
    apart: float
    arms: tuple[str, str] = ("", "")
    lean: float = 0.0
    mood: str = ""
    over: str = ""
    does: str = ""
    step: str = ""
    dress: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


ACTS: Mapping[str, Act] = {
    "kiss": Act(
        ("kissing", "kiss", "kisses", "smooching"), 520, ("hand right", "hand left"), 9, "sleepy", over="red heart"
    ),
    "hug": Act(
        ("hugging", "hugs", "hug", "cuddling", "cuddles", "snuggling", "embracing"),
        490,
        ("around right", "around left"),
        7,
        "jolly",
    ),
    "hands": Act(
        (
            "holding hands",
            "holding paws",
            "holding flippers",
            "hand in hand",
            "paw in paw",
            "holding wings",
            "skipping",
        ),
        720,
        ("hand right", "hand left"),
    ),
    "high five": Act(
        ("high fiving", "high five", "high-five", "high-fiving", "fist bump", "fist bumping"),
        750,
        ("wave", "wave"),
        mood="jolly",
    ),
    "shake hands": Act(("shaking hands", "shakes hands", "shake hands", "handshake"), 700, ("hand right", "hand left")),
    "catch": Act(
        (
            *("playing catch", "plays catch", "playing ball", "playing fetch together", "throwing a ball"),
            *("tossing a ball", "passing a ball"),
        ),
        900,
        ("juggle", "juggle"),
        mood="jolly",
        over="ball",
    ),
    "share": Act(("sharing", "shares", "share"), 620, ("hand right", "hand left"), 2),
    "dance": Act(
        ("dancing", "dance", "waltzing", "tango"),
        590,
        ("twirl right", "twirl left"),
        5,
        "jolly",
        step="dancing together",
    ),
    "build": Act(
        ("building", "builds", "making a snowman", "making a sandcastle", "decorating", "assembling", "constructing"),
        1000,
        ("hand right", "hand left"),
        3,
        "jolly",
    ),
    "whisper": Act(
        (
            *("whispering", "whispers", "gossiping", "sharing a secret", "sharing secrets", "telling a secret"),
            *("telling secrets", "telling each other secrets"),
        ),
        560,
        ("mouth", "rest"),
        5,
        "jolly",
    ),
    "wed": Act(
        ("getting married", "marrying", "tying the knot", "getting wed"),
        700,
        ("hand right", "hand left"),
        3,
        "jolly",
        dress=(("top hat", "bow tie"), ("bridal veil",)),
        over="red heart",
    ),
    "chase": Act(("chasing", "chases", "following", "follows", "running after"), 560),
    "argue": Act(
        ("arguing", "shouting at each other", "having an argument", "quarrelling", "quarreling", "bickering"),
        480,
        ("fists", "fists"),
        mood="grumpy",
    ),
    "squabble": Act(("squabbling",), 700, ("hand right", "hand left"), 4, "grumpy"),
    "propose": Act(
        ("proposing", "proposes", "popping the question", "proposal"),
        700,
        ("", "fists"),
        mood="jolly",
        does="proposing",
    ),
    "fight": Act(("fighting", "wrestling", "battling", "versus", "vs"), 700, ("flex", "flex"), -4, "grumpy"),
}
"""What two do together, by name; the first that is said counts."""

CHASE = "chase"
"""The one that is only done with people."""

SIDE_BY_SIDE = Act((), 640)
_WALK = Act((), 730, ("hand right", "hand left"), step="walking together")
"""Who walks with somebody goes hand in hand; alone there is nobody to hold."""

MAKING = "build"
"""What two do with what is between them, and never with somebody."""
_BAND_PLAYS: Mapping[str, tuple[str, ...]] = {
    "saxophone": ("trumpet", "drum", "guitar"),
    "trumpet": ("drum", "saxophone", "trumpet"),
    "guitar": ("microphone", "drum", "guitar"),
    "banjo": ("violin", "guitar", "accordion"),
}
_BANDS = frozenset({"band", "quartet", "trio", "orchestra"})


def instruments(first: str, words: Sequence[str], others: int) -> tuple[str, ...]:
    """What the others have in hand, where the first holds that: the same, but in a band each plays something else."""
    turns = _BAND_PLAYS.get(first, ()) if _BANDS & set(words) else ()
    return tuple(turns[i % len(turns)] if turns else first for i in range(others))


OF_BOTH = frozenset({"share", "squabble", MAKING})
"""Acts with one thing between the two, which neither has alone."""

IN_THEIR_OWN_CLOTHES = frozenset({"hug", "kiss", "hands", "shake hands", "propose"})
"""Acts in which a nurse's patient is no nurse."""

OF_ONE = frozenset({"teaching"})
"""What one does and the others are there for."""

_APART = 860
"""How far apart two are who do the same with arms and legs."""

_APARTS: Mapping[str, int] = {"tennis": 1556}
"""By action, where that would be too near: with the one ball halfway between them."""

WITH_SOMEBODY = frozenset(ACTS)

_EMPTY_HANDED = frozenset({"hug", "kiss", "hands", "high five", "shake hands"})
_UNDER_ONE = _EMPTY_HANDED | {"dance"}
"""What two do under one umbrella."""

_MIRRORED = frozenset({"wave"})
"""Poses of one arm, which the one on the right has the other way round."""


def act_of(words: Sequence[str]) -> str:
    spoken = f" {' '.join(words)} "
    said = next((name for name, act in ACTS.items() if any(f" {word} " in spoken for word in act.words)), "")
    return said or ("share" if any(f" {one} umbrella " in spoken for one in ("an", "one", "the", "red")) else "")


Draws = Callable[[Choice, Doing], Subject]

_UNLIKE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "woman": (("red hair", "curls"), ("dark skin", "afro"), ("blonde hair", "ponytail")),
    "man": (("dark skin", "moustache"), ("blonde hair", "bearded"), ("fair skin", "black hair")),
    "girl": (("blonde hair", "ponytail"), ("dark skin", "curls"), ("red hair", "braids")),
    "boy": (("red hair", "freckles"), ("fair skin", "blonde hair"), ("dark skin", "curls")),
}
"""How the second, third and fourth of a kind look: friends are no twins."""


def _unlike(species: str, number: int) -> tuple[str, ...]:
    looks = _UNLIKE.get(species, ())
    return looks[number % len(looks)] if looks else ()


def duo(
    left: Choice,
    right: Choice,
    doing: Doing,
    act_name: str,
    draw: Draws,
    shared: Drawing | None = None,
    sizes: Mapping[str, float] = MappingProxyType({}),
    words: Sequence[str] = (),
) -> Figure:
    """Two of our own at the same `doing`. What they share is the picture `shared`, else the prop that `doing` holds; `sizes`
    are told of those by label."""
    strolls = doing.action == "skipping" and not doing.holds and not shared
    act = ACTS.get(act_name, _WALK if strolls else SIDE_BY_SIDE)
    share = (act_name in OF_BOTH and (shared is not None or doing.holds in PROPS)) or (
        act_name in _UNDER_ONE and doing.holds in _OVERHEAD
    )
    empty = share or act_name in _EMPTY_HANDED
    alike = doing.action if not any(act.arms) else ""
    each = replace(doing, holds="" if empty else doing.holds, mood=doing.mood or act.mood, action=alike)
    unlike = _unlike(right.can_be_character, 0) if left == right else ()
    too = "" if alike in OF_ONE else alike
    holds = instruments(each.holds, words, 1)[0]
    both = (
        replace(each, action=act.does or act.step or alike, wears=(*each.wears, *act.dress[0])),
        replace(
            each,
            looks=doing.looks or unlike,
            action=act.step or too,
            holds=holds,
            wears=(*each.wears, *act.dress[1]),
        ),
    )
    figures = [draw(who, _posed(does, arms)) for who, does, arms in zip((left, right), both, act.arms, strict=True)]
    kinds = (left.can_be_character, right.can_be_character)
    both_sizes = _told(left, right, sizes) if sizes else _at_heel(_sizes(*kinds), kinds, doing)
    mirrored = (
        alike in FACE_TO_FACE
        or act.arms[1] in _MIRRORED
        or not (any(act.arms) or alike or doing.rides in _ONE_AFTER_ANOTHER)
    )  # who runs along runs the same way
    outwards = mirrored and each.holds in _LONG  # no rod before the other's face
    reach = (_APARTS.get(alike, _APART) if alike and not ACTIONS[alike].anywhere else act.apart) * sum(both_sizes) / 4
    placed = [
        _standing(figures[0], MIDDLE_X - reach, both_sizes[0], act.lean, flip=outwards),
        _standing(figures[1], MIDDLE_X + reach, both_sizes[1], -act.lean, flip=mirrored and not outwards),
    ]
    pieces = placed[::-1]
    if share:
        size = _BUILT if act_name == MAKING else _SHARED
        pieces = _with_shared(pieces, doing.holds, shared, left.can_be_character, size)
    if act.over:
        top = min(p.area.bounds[1] for p in placed)
        pieces = [*pieces, place(_aloft(act.over), MIDDLE_X, top + 10, 230)]
    return as_one(figures[0].name, [*_music(pieces), *pieces] if act_name == "dance" else pieces, natural=True)


def _aloft(name: str) -> Subject:
    if name not in PROPS:
        return thing(name)
    drawing = prop_drawing(SPECIES["cat"], name)
    return Figure(name, drawing, silhouette_of(drawing))


_NOTE_INK = "#e0564a"
_NOTE = "M0 0C30 -20 74 -6 74 26C74 62 20 80 -14 58C-44 36 -30 0 0 0ZM50 20L50 -210L76 -210C84 -150 150 -140 140 -50C126 -90 100 -104 76 -110L76 30Z"


def _music(pieces: Sequence[Placed]) -> list[Placed]:
    """Notes over the outer shoulders of two who dance."""
    left, top, right, bottom = as_one("", pieces, natural=True).silhouette.bounds
    size = 0.0009 * (bottom - top)
    notes = []
    for x, turn in ((left - 0.07 * (right - left), -14.0), (right + 0.01 * (right - left), 12.0)):
        canvas = Canvas(BOX, BOX)
        to = Transform.scale(size).then(Transform.rotate(turn)).then(Transform.move(x, top + 0.12 * (bottom - top)))
        note = Path.parse(_NOTE).transformed(to)
        canvas.stroke(note, INK, 40 * size)
        canvas.fill(note, _NOTE_INK)
        drawing = canvas.drawing()
        notes.append(Placed(drawing, silhouette_of(drawing)))
    return notes


def joined(
    two: Subject, hero: Choice, others: Sequence[Choice], draw: Callable[[Choice, tuple[str, ...]], Subject]
) -> Figure:
    """The others on either side of the two, on one ground, or several children before them; none is like another."""
    pieces = [place_standing(two, 0, BOX, 2 * BOX, BOX)]
    left, top, right, bottom = pieces[0].area.bounds
    tall = bottom - top
    drawn = [
        (draw(who, _unlike(who.can_be_character, number + 1)), _sizes(hero.can_be_character, who.can_be_character)[1])
        for number, who in enumerate(others)
    ]
    if len(drawn) > 1 and all(size < 1 for _, size in drawn) and right - left < _NARROW * tall:
        step = _CHILD_APART * tall
        front = [
            place_standing(one, (i - (len(drawn) - 1) / 2) * step, BOX + _BEFORE * tall, size * tall, size * tall)
            for i, (one, size) in enumerate(drawn)
        ]
        return as_one(two.name, [*pieces, *front], natural=True)
    for number, (one, size) in enumerate(drawn):
        half = place_standing(one, 0, BOX, size * tall, size * tall).area.bounds[2]
        right_side = number % 2 == 0
        edge = max(p.area.bounds[2] for p in pieces) if right_side else min(p.area.bounds[0] for p in pieces)
        x = edge + (_SHOULDER if right_side else -_SHOULDER) * half
        pieces.insert(0, place_standing(one, x, BOX, size * tall, size * tall))
    return as_one(two.name, pieces, natural=True)


_NARROW = 1.75
"""How many times their height two are wide whom children can stand before: who rides stays in a row."""

_CHILD_APART, _BEFORE = 0.62, 0.26
"""Shares of the height of the two, by which children stand apart, and before them."""

_SHOULDER = 0.8
"""Half widths of one by which they stand from the next: a crew stands close."""

_LEAST = 0.45


def _posed(doing: Doing, arms: str) -> Doing:
    return replace(doing, gesture=arms) if arms else doing


def _sizes(left: str, right: str) -> tuple[float, float]:
    young = [who in _SMALL for who in (left, right)]
    if all(young) or not any(young):
        return 1.0, 1.0
    return (_CHILD, 1.0) if young[0] else (1.0, _CHILD)


_ONE_AFTER_ANOTHER = frozenset(
    {"skis", "snowboard", "surfboard", "bicycle", "motorcycle", "motor scooter", "kick scooter"}
)
"""What two who ride it side by side ride the same way."""

_HEEL = 0.62


def _at_heel(sizes: tuple[float, float], kinds: tuple[str, str], doing: Doing) -> tuple[float, float]:
    """An animal beside somebody at a sport reaches to the hip: the one is all limbs, the other mostly head."""
    people = [SPECIES[who].arms == "sleeve" for who in kinds]
    if len(set(people)) == 1 or (doing.rides or doing.action) not in STANCES:
        return sizes
    return (sizes[0] * (1 if people[0] else _HEEL), sizes[1] * (1 if people[1] else _HEEL))


def _told(left: Choice, right: Choice, sizes: Mapping[str, float]) -> tuple[float, float]:
    """The larger at its full size."""
    one, other = (sizes.get(who.label, 1.0) for who in (left, right))
    most = max(one, other)
    return max(_LEAST, one / most), max(_LEAST, other / most)


def _standing(figure: Subject, x: float, size: float, turn: float, *, flip: bool) -> Placed:
    """At its own scale, feet on one ground; turned around its feet."""
    left, top, right, bottom = figure.silhouette.bounds
    longest = max(right - left, bottom - top)
    middle = (left + right) / 2 - MIDDLE_X
    shift = -middle if flip else middle
    return place(figure, x + shift * size, BOX - (bottom - top) * size / 2, longest * size, turn=turn, flip=flip)


def _with_shared(
    pieces: Sequence[Placed], prop: str, picture: Drawing | None, species: str, size: float
) -> list[Placed]:
    drawing = picture or prop_drawing(SPECIES[ALIASES.get(species, species)], prop)
    subject = Figure(prop, drawing, silhouette_of(drawing))
    if prop in _OVERHEAD:
        top = min(p.area.bounds[1] for p in pieces)
        return [place(subject, MIDDLE_X + 40, top + 220, 1250), *pieces]
    return [*pieces, place_standing(subject, MIDDLE_X, BOX - 250 + _SHARED / 2, size, size)]
