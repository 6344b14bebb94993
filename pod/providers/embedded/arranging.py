"""How those who are shown stand to each other: alone, several of a kind, crossed, or as the first word says that places them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from pod.providers.embedded.abloom import MOST_BLOSSOMS, at_its_foot, flowers_called, is_a_vessel, is_adorned, out_of_it
from pod.providers.embedded.breeding import of_several_breeds, one_of_all
from pod.providers.embedded.changes import dyed
from pod.providers.embedded.characters.doing import IDLE
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.nooks import HELD_IN
from pod.providers.embedded.characters.pen import BOX, Pen
from pod.providers.embedded.characters.rides import CARRY_TWO
from pod.providers.embedded.dressing import at_one
from pod.providers.embedded.dyes import in_one_hue
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import Head
from pod.providers.embedded.groups import (
    ALOFT,
    DISCS,
    FLIES,
    SKY,
    breathing,
    crossed,
    in_a_row,
    overturned,
    piggyback,
    together,
    topped,
    with_young,
)
from pod.providers.embedded.heaps import each_in_its_own, stacked
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.keywords import scene_words
from pod.providers.embedded.kinds import SEVERAL
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.placing import (
    around_a_fire,
    before_crossed,
    gathered_round,
    hung_from,
    is_hung_up,
    knocked_over,
    leapt,
    on_the_shoulder,
    placed_so,
    poured,
    seen_inside,
    sipping,
    under_branches,
)
from pod.providers.embedded.posed import stands_in_flowers
from pod.providers.embedded.rows import clump, in_an_arc, pair, strewn
from pod.providers.embedded.states import behind, made_of, on_a_leash, surrounded, thinking_of
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import drawn, thing
from pod.providers.embedded.verbs import KNOCKING, LEAPS, POURING
from pod.providers.embedded.words import JOINS, NUMBERS

ONE_EACH_SIDE = 2

_BREATHING = frozenset(["breathing", "breathes", "spitting", "spits", "spewing"])
_CROSSING = frozenset(["crossing", "crosses", "over"])
_ABOVE = ("over", "above")
_TIPPED = ("over", "off", "-")
_PULLING = frozenset(["pulling", "pulls", "towing", "tows", "dragging", "drags"])
_FIRES = frozenset({"campfire", "fire", "bonfire"})
_AFTER = frozenset(["chasing", "chases", "hunting", "following", "follows", "stalking", "herding"])

_WALKING = frozenset(["walking", "walks"])
_BEHIND = frozenset(["behind", "peeking"])
_DREAMING = frozenset(["dreaming", "dreams", "thinking", "thinks", "imagining", "wishing"])
_AROUND = frozenset(["surrounded", "covered", "buried"])

_HANGING, _LUGS = frozenset({"hanging", "hangs", "dangling"}), frozenset({"carrying", "carries", "lifting"})
_SIPS, _AT_ONE = frozenset({"hummingbird"}), 3
_SHOULDERS = frozenset({"shoulder", "shoulders"})
_MADE = frozenset({"made", "composed", "formed"})

_IN_LOVE = frozenset(
    [
        "love",
        "loves",
        "lovers",
        "loving",
        "heart",
        "valentine",
        "valentines",
        "kissing",
        "hugging",
        "wedding",
        "married",
        "marrying",
        "couple",
    ]
)

_HEAVENLY = frozenset(
    {
        "sky",
        "sun",
        "rain",
        "snow",
        "lights",
        "rainbow",
        "clouds",
        "sunset",
        "water",
        "sea",
        "trees",
        "pines",
        "palms",
        "leaves",
    }
)


_OVER_CROSSED = ("skull", "pumpkin", "jack-o", "helmet")
"""What stands over two crossed things, and not beside them."""


def arranged(hero: Subject, shown: Sequence[Subject], understood: Understanding, lead: str) -> Subject:
    """Alone, several of a kind, crossed, or with its company."""
    if shown and any(bony in hero.name for bony in _OVER_CROSSED):
        two = shown[0] if shown[0].name.startswith("crossed") else crossed(shown[0], shown[0])
        if understood.crossed or two is shown[0] or "crossed" in understood.words:
            return together(before_crossed(hero, two), shown[1:])
    if understood.crossed:
        of_two = shown and "and" in understood.words and understood.count == 1
        return crossed(hero, shown[0]) if of_two else together(crossed(hero, hero), shown)
    if "upside" in understood.words and not _hangs(understood):
        hero = overturned(hero)
    if _is_a_stack(understood):
        return together(stacked(hero, max(_STACK, understood.count)), shown)
    many = understood.count > 1 and not are_in_one(understood)
    one_or_more = several_of(hero, understood) if many else hero
    if shown and _is_in_flower(understood, shown[0]):
        rest = [one for one in shown if not flowers_called(one.name)]
        return together(_abloom(one_or_more, [one for one in shown if one not in rest], understood), rest)
    sippers = many and understood.count <= _AT_ONE and hero.name in _SIPS  # each at its side of the flower
    if shown and (whole := _in_relation(hero if sippers else one_or_more, shown, understood, lead)) is not None:
        all_of_it = (_WALKING | _MADE) & set(understood.words)  # all on one leash, all of roses
        once = "top" in understood.words  # presents on a sled are one load
        others = [one for one in shown[1:] if not once or one.name != shown[0].name]
        return whole if all_of_it or _strews(shown[0], understood) else together(whole, others)
    if (
        many and shown and hero.name in ALOFT - _PERCHED and understood.count > ONE_EACH_SIDE
    ):  # “a castle with three bats”
        return together(shown[0], [in_an_arc(hero, understood.count), *shown[1:]])
    if many and shown and understood.young:
        return with_young(several_of(hero, understood), shown)
    return together(
        one_or_more,
        shown,
        frozenset(understood.giants),
        equals=len(shown) <= _EQUALS and _are_joined(understood) and not (understood.held or understood.doing.holds),
        sizes={name: size for label, size in understood.sizes for name in (label, label.replace(" ", "-"))},
    )


_PERCHED = frozenset({"owl", "parrot", "eagle"})
"""Who flies, and sits where a number of them is looked at."""

_EQUALS = 2
"""Beside a hero, more than so many are small."""


def _are_joined(understood: Understanding) -> bool:
    """Whether nothing but “and” stands before each of its company: “apple and books”, “coffee and books and cats”."""
    leads = dict(understood.leads)
    return all(leads.get(one.label, "") in JOINS | {"-"} for one in understood.companions)


_INSIDE = frozenset({"inside"})
_STACK = 3
_PILED_ALREADY = SEVERAL | {"books"}
_STACKS = frozenset({"stack", "pile", "tower"})


def _is_a_stack(understood: Understanding) -> bool:
    """“a stack of teacups”; what somebody sits on is none."""
    said, label = understood.words[:3], " ".join(_labels(understood))
    at = next((i for i, word in enumerate(said) if word in _STACKS), -1)
    return (
        at >= 0
        and understood.words[at + 1 : at + 2] == ("of",)
        and not (_STACKS & set(label.split()) or label in _PILED_ALREADY)
        and not understood.doing
    )


def _in_relation(hero: Subject, shown: Sequence[Subject], understood: Understanding, lead: str) -> Subject | None:
    """As the first word of the sentence asks that says how the hero stands to its company; None where none does."""
    words, first, doing = set(understood.words), shown[0], understood.doing
    alone = understood.partner is None
    hung = lead == "under" and is_hung_up(first)  # over two as over one
    so = (
        placed_so(_spoken(understood), lead)
        if (alone or hung) and not doing.inside and first.name not in DISCS
        else None
    )
    hides = any(word in _BEHIND for word in _spoken(understood)[:-1])  # “with mountains behind” hides nobody
    told: tuple[tuple[object, Callable[[], Subject]], ...] = (
        (_MADE & words and "of" in words, lambda: made_of(hero, *_pieces(first))),
        (first.name == "fire" and _BREATHING & words, lambda: breathing(hero, first)),
        (
            hero.name in _SIPS and flowers_called(first.name),
            lambda: sipping(hero, first, min(understood.count, _AT_ONE)),
        ),
        (_HANGING & words and lead == "from", lambda: hung_from(hero, first)),
        (_LUGS & words and alone and len(shown) == 1 and not doing.inside, lambda: topped(hero, first, share=1.0)),
        (_DREAMING & words, lambda: thinking_of(hero, first)),
        (first.name == "blossom branch" and not doing, lambda: under_branches(hero, first)),
        (_AROUND & words, lambda: surrounded(hero, first)),
        (_gather(hero, first, understood, lead), lambda: gathered_round(hero, shown)),
        (_strews(first, understood), lambda: surrounded(hero, first)),
        (_SHOULDERS & words and alone, lambda: on_the_shoulder(hero, first)),
        (so, lambda: so(hero, first) if so else hero),
        (_WALKING & words and not understood.young, lambda: on_a_leash(hero, shown)),
        (hides and not doing.inside, lambda: behind(hero, first)),
        (not alone and first.name in _FIRES, lambda: around_a_fire(hero, [first, *shown[1:]])),
        (understood.doing == IDLE and POURING & words, lambda: poured(hero, first)),
        (_AFTER & words, lambda: in_a_row(first, hero, tied=False)),
        (_PULLING & words, lambda: in_a_row(hero, first, tied=True)),
        ("bridge" in first.name and _CROSSING & words, lambda: topped(first, hero, share=0.8, named=hero.name)),
        (understood.young and "back" in words, lambda: piggyback(hero, first)),
        (_INSIDE & words and understood.doing == IDLE, lambda: seen_inside(hero, first)),
        ("top" in words, lambda: topped(hero, first, share=_GROWING if first.name in _MANY_FLOWERS else _TOPPING)),
        ("over" in words and LEAPS & words and first.name not in SKY | ALOFT, lambda: leapt(hero, first)),
        ("over" in words and LEAPS & words, lambda: topped(first, hero, share=0.8, named=hero.name, sunk=-0.02)),
        (lead in _TIPPED and KNOCKING & words, lambda: knocked_over(hero, first)),
        (
            lead in _ABOVE and not {hero.name, first.name} & SKY,
            lambda: topped(first, hero, share=0.56, named=hero.name),
        ),
    )
    return next((draw() for asked, draw in told if asked), None)


def _gather(hero: Subject, first: Subject, understood: Understanding, lead: str) -> bool:
    """“three witches around a cauldron”; one snake around a dagger is another thing, and bees fly."""
    several = understood.count > 1 or understood.partner is not None
    acts = bool(understood.heroes and understood.heroes[0].can_be_character)
    return lead in ("around", "round") and several and acts and not {hero.name, first.name} & (FLIES | SKY)


def _is_in_flower(understood: Understanding, first: Subject) -> bool:
    if understood.partner is not None or _MADE & set(understood.words):
        return False
    adorned = is_adorned(understood.heroes[0], first.name, understood.words)
    return adorned or stands_in_flowers(understood, first.name)


def _abloom(hero: Subject, flowers: Sequence[Subject], understood: Understanding) -> Subject:
    """As many as were said, one kind in the colour that was; out of it where they grow there, else at its foot."""
    labels = list(dict.fromkeys(one.name for one in flowers))
    colour = dict(understood.tints).get(labels[0], "") if len(labels) == 1 else ""
    ink = ink_of(colour, understood.words) if colour else ""
    told = dict(understood.company).get(labels[0], 0) if NUMBERS.keys() & set(understood.words) else 0
    arrange = out_of_it if "top" in understood.words or is_a_vessel(hero.name) else at_its_foot
    return arrange(hero, labels, ink, told or MOST_BLOSSOMS)


def _strews(first: Subject, understood: Understanding) -> bool:
    """“saturn and stars”, “fox with stars”: as many as there is room for, where no number is said."""
    words = set(understood.words)
    return first.name == "star" and "stars" in words and not NUMBERS.keys() & words and not understood.doing


def _pieces(of: Subject) -> Sequence[Subject]:
    """Many flowers are several kinds, and no bunches."""
    if of.name not in _MANY_FLOWERS:
        return (of,)
    return tuple(drawn(name, partial(_alone, (FLOWERS | TIED)[name])) for name in _KINDS)


_TOPPING, _GROWING = 0.4, 0.72
_MANY_FLOWERS = frozenset({"bouquet", "wildflowers", "flowers", "tulip", "blossom"})
_KINDS = ("daisy", "rose", "cosmos", "cornflower")


def _alone(head: Head, pen: Pen) -> None:
    head(pen, BOX / 2, BOX / 2, 460, 0)


def _spoken(understood: Understanding) -> tuple[str, ...]:
    """The words without the name of the scenery, which may have been added to them; “under the stars” nobody has a roof."""
    words = [word for word in understood.words if word != understood.scene]
    heaven = {i for i, word in enumerate(words) if scene_words().get(word) == "night" or word in _HEAVENLY}
    return tuple(word for i, word in enumerate(words) if not (word == "under" and heaven & {i + 1, i + 2, i + 3}))


_GROW_TOGETHER = frozenset(
    {
        "mushroom",
        "brown mushroom",
        "cactus",
        "evergreen tree",
        "evergreen-tree",
        "palm tree",
        "palm-tree",
        "jack-o-lantern",
        "pumpkin",
    }
)
"""Of these several that nobody counted are a large one and small ones."""

_ASLEEP = "sleeping"


def are_in_one(understood: Understanding) -> bool:
    """“two puppies in a wagon” share it, and so do roses a vase, and ladybugs a leaf."""
    doing = understood.doing
    if each_in_its_own(doing, understood.words):
        return False
    at_a_thing = at_one(doing) is not None and doing.action != _ASLEEP  # each curls up where it is
    shared = doing.inside in HELD_IN or doing.rides in CARRY_TWO or at_a_thing or doing.seat_at >= 0
    return understood.count > 1 and shared


_HANG = frozenset(
    {"red paper lantern", "red-paper-lantern", "hot-air-balloon", "hot air balloon", "balloon", "jellyfish"}
)


_LONG_PERCHES, _ON_ONE_PERCH = frozenset({"fence", "wire", "branch", "log", "tree stump", "hanging branch"}), 0.66
"""What is longer than who sits on it: several share it, their shares of it run into one."""


def several_of(hero: Subject, understood: Understanding) -> Subject:
    """As many as were said, each in its own colour where that is said, a heart between two in love."""
    between = thing("red heart") if _IN_LOVE & set(understood.words) else None
    first, *others = (
        one_of_all(hero, understood)
        or of_several_breeds(hero, understood)
        or _in_colours(hero, inks_of_each(understood))
        or [hero]
    )
    if hero.name in FLIES and understood.count > ONE_EACH_SIDE and understood.doing == IDLE:
        return strewn(first, understood.count, others, upright=hero.name in _HANG)
    if (
        hero.name in _GROW_TOGETHER
        and understood.doing == IDLE
        and not others
        and not NUMBERS.keys() & set(understood.words)
    ):
        return clump(hero)
    shared = understood.doing.inside in _LONG_PERCHES
    return pair(
        first,
        understood.count,
        between,
        others,
        turned=not understood.doing.action,
        in_a_line="inarow" in understood.words or bool(shared),
        nearer=_ON_ONE_PERCH if shared else 1.0,
    )


def _in_colours(hero: Subject, inks: Sequence[str]) -> list[Subject]:
    """One in each ink, of what is motley all of it."""
    if hero.name not in _MOTLEY:
        return [dyed(hero, ink) for ink in inks]
    return [Figure(hero.name, in_one_hue(hero.drawing, ink), hero.silhouette) for ink in inks]


_MOTLEY = frozenset({"hot-air-balloon", "hot air balloon", "butterfly"})

_EACH_ITS_OWN = frozenset(["different", "colourful", "colorful", "multicolored", "multicoloured", "assorted"])
_BRIGHT = ("red", "yellow", "blue", "green", "purple", "orange", "pink")
_OF_ONE_COAT = frozenset({"black", "white"})


_OF_ALL_COLOURS = frozenset(
    {
        "hot air balloon",
        "balloon",
        "butterfly",
        "macaron",
        "kite",
        "umbrella",
        "crayon",
        "pencil",
        "gummy bear",
        "lollipop",
    }
    | {"popsicle", "jelly bean", "easter egg", "party hat", "surfboard", "mitten", "yarn", "flip flop", "candle"}
)
"""Things that are thought of in all colours where there are more than two and none is said."""

_FEW = 2


def _labels(understood: Understanding) -> set[str]:
    return {choice.label for choice in understood.heroes[:1] if choice}


def inks_of_each(understood: Understanding) -> list[str]:
    """“five butterflies in different colours”; “two budgies, one green, one blue” have one each, black and white cats both."""
    said = understood.colours
    if len(said) == understood.count > 1 and set(said) != _OF_ONE_COAT:
        return [ink_of(colour, ()) for colour in said]
    mixed = understood.count > _FEW and not said and bool(_labels(understood) & _OF_ALL_COLOURS)
    if understood.count > 1 and (mixed or _EACH_ITS_OWN & set(understood.words)):
        return [ink_of(colour, ()) for colour in _BRIGHT]
    return []


_OF_TWO_AT_ONCE = frozenset({"striped", "stripes", "checked", "checkered", "gingham", "plaid", "background", "on"})
"""Words of a sentence whose colours are not those of one thing each."""


def in_all_inks(hero: Subject, plain: Subject, understood: Understanding) -> tuple[Subject, ...]:
    """What a pattern repeats by turns: daisies in pink, orange and yellow, mushrooms in every colour."""
    words, said = set(understood.words), dict.fromkeys(understood.colours)
    listed = list(said) if len(said) > 1 and not words & _OF_TWO_AT_ONCE else []
    inks = [ink_of(colour, ()) for colour in listed or (_BRIGHT if words & _EACH_ITS_OWN else ())]
    return tuple(_in_colours(plain, inks)) or (hero,)


def _hangs(understood: Understanding) -> bool:
    """Drawn upside down already."""
    return understood.doing.inside == "hanging branch" or understood.doing.action in ("upside down", "by the tail")
