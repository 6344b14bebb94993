"""Who is in the picture: the hero as a motif or as one of our own characters, its company, and what had to be left out."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from pod.providers.embedded.arranging import ONE_EACH_SIDE, are_in_one, arranged, in_all_inks, inks_of_each, several_of
from pod.providers.embedded.bites import with_a_bite
from pod.providers.embedded.characters.action import NO_ACTION
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import (
    Figure,
    character,
    silhouette_of,
)
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.rides import CARRY_TWO
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import clothes_of
from pod.providers.embedded.company import numbered, poured_into
from pod.providers.embedded.dressing import CUTE_WORDS, DEAR_WORDS, FACE_WORDS, LIMB_WORDS, at_one, dressed, seated
from pod.providers.embedded.duos import CHILDREN, IN_THEIR_OWN_CLOTHES, OF_BOTH, OF_ONE, duo, instruments, joined
from pod.providers.embedded.enacting import enacting
from pod.providers.embedded.figures import SHOWN_THERE
from pod.providers.embedded.gallery import ANIMATE
from pod.providers.embedded.grounds import on_its_ground
from pod.providers.embedded.groups import CLAWS, MOST_BESIDE, together
from pod.providers.embedded.hanging import STRINGS, hung_over, on_the_wing, under_a_string
from pod.providers.embedded.heaps import heap_of, heaped, mates_of
from pod.providers.embedded.households import household
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.keywords import ANIMALS, FOOD, PEOPLE, PLACES, Choice, index_of
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.kinds import DYED_TOO, HAVE_FACES, OF_ITS_OWN_COLOUR, SEESAW, SEVERAL
from pod.providers.embedded.laden import as_pictured, laden
from pod.providers.embedded.landscaped import has_view, with_view
from pod.providers.embedded.litters import litter
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import ONE_INK, Motif, MotifLibrary
from pod.providers.embedded.ornamental import ORNAMENT_MARKS, in_ornament
from pod.providers.embedded.ornaments import TENDER_WORDS, emblem
from pod.providers.embedded.otherwise import NO_ACTION_BEFORE
from pod.providers.embedded.painted import has_a_pot, painted
from pod.providers.embedded.placing import BURNS_BY_ITSELF, burning, is_burning, is_placed
from pod.providers.embedded.printed import MARKS, in_print
from pod.providers.embedded.rows import pair
from pod.providers.embedded.seesaw import on_a_seesaw
from pod.providers.embedded.states import (
    carrying,
    has_a_state,
    in_its_state,
)
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.taken import drawing_of, in_colour, picture_of, pictures_of, taken_by, tints_of
from pod.providers.embedded.things import THINGS, thing
from pod.providers.embedded.variants import as_said, is_shown_in, unshown
from pod.providers.embedded.whereabouts import around_it, has_its_ground
from pod.providers.embedded.wise import are_wise, three_wise
from pod.providers.embedded.words import COLOURS

_LAND = frozenset({
    "sun", "mountain", "snow-capped mountain", "evergreen tree", "palm tree", "crescent moon", "deciduous tree",
    "water wave",
})  # fmt: skip
"""Pictures that a layout's own landscape draws better."""

_IN_THE_SKY = frozenset({"star", "glowing star", "sparkles"})
_LANDSCAPES = frozenset({"sunset", "line_art", "poster", "scene", "card", "stamp", "wash"})

VIEWS = frozenset({"sunset", "scene", "poster", "card", "stamp"})
"""Layouts with a land to stand on: no head without a body there."""

SHOW_A_PLACE = VIEWS | {"badge", "crest", "patch", "wash"}
"""Layouts that draw the land and the weather that were said."""

_WITH_A_SKY = SHOW_A_PLACE - {"sunset", "wash"}

_FOR_CHARACTERS = frozenset({"sticker", "arches", "burst", "wreath", "typographic"})
"""Layouts in which every second design shows one of our own where the sets have a picture too."""


_WEATHER = frozenset({"cloud with rain", "cloud with lightning", "cloud with lightning and rain", "cloud with snow"})
NO_DYES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cast:
    """`hero` is all that is shown, as one subject, but what is `aloft` over the land; `pieces` the same one by one. `name` and `left_out` are labels, `credits` name third-party art.

    `keeps_colours` says that its colours are what it is known by: food, animals, plants, people, and whatever has a colour in its name.
    """

    hero: Subject | None = None
    pieces: tuple[Subject, ...] = ()
    aloft: tuple[Subject, ...] = ()
    name: str = ""
    line_art: Motif | None = None
    left_out: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    ornament: bool = False
    keeps_colours: bool = False


def cast(
    understood: Understanding,
    library: MotifLibrary,
    layout: str,
    seed: int,
    *,
    needs_subject: bool,
    dyes: Mapping[str, str] = NO_DYES,
) -> Cast:
    """The best choice that can be drawn, with whom it was named; an emblem where nothing is sure enough. `dyes` are inks by
    label, that of the hero under ""."""
    choice, hero = _hero(understood, library, layout, seed, dyes)
    if choice is None or hero is None:
        return _nobody(understood, layout, seed, needs_subject=needs_subject)
    original = hero
    if _is_the_land(choice, understood, layout):
        return Cast(name=choice.label)
    asked_ink = _asked_ink(choice, understood)
    if choice.label not in THINGS:
        hero = painted(hero, choice.label, understood.words)
    if understood.partner is None:
        own = choice.can_be_character if isinstance(hero, Figure) and choice.label not in THINGS else ""
        dye = dyes.get(choice.label) or dyes.get("")
        hero = in_colour(hero, dye or asked_ink, own, anew=bool(dye))
    if not choice.can_be_character or _is_itself(
        choice, understood
    ):  # a blue butterfly on a sunflower makes no flower blue
        hero = _at_it(hero, choice, understood, library)
    hero = with_a_bite(in_print(hero, understood.words), choice, understood.words)
    hero = in_ornament(with_view(hero, understood.words), understood.words)
    alone = not understood.companions and understood.count == 1 and not understood.crossed
    beside_it = {label for label, lead in understood.leads if lead in ("and", "with")}  # a donkey and a cactus
    there = (_scenery(understood, layout) - (beside_it - _LAND - _IN_THE_SKY)) | _in_its_own_drawing(understood)
    there |= {mate.label for mate in mates_of(understood)}
    there |= _SHOWN_BY_LAYOUT.get(layout, frozenset())
    company, lead = _company(choice, understood, library, there, dyes)
    beside = company[:MOST_BESIDE]
    shown = (
        [picture for _, picture in beside]
        or litter(hero, understood.young, set(understood.words))
        or poured_into(understood)
    )
    if shown and choice.label in _scenery(understood, layout) & _LAND:  # the mountain is behind the tent
        hero, *shown = shown
        if shown and all(one is hero for one in shown):  # two cows before mountains
            hero, shown = pair(hero, 1 + len(shown)), []
        understood = replace(understood, count=1, crossed=False)
    if shown and choice.label in STRINGS:  # lights on a terrace hang over what stands there
        hero, *shown = shown
        hero = under_a_string(hero, choice.label)
        understood = replace(understood, count=1)
    held = taken_by(understood, library)
    line_art = (
        library.motif(choice.codepoints, ONE_INK) if layout == "line_art" and alone and choice.codepoints else None
    )
    drawn = {c.label for c, _ in beside}
    around = around_it(understood) if layout in _WITH_A_SKY else frozenset()
    aloft = tuple(one for one in shown if one.name in around)
    return Cast(
        hero=_whole(hero, [one for one in shown if one not in aloft], choice, understood, layout, lead),
        aloft=aloft,
        pieces=(hero, *shown) if shown or layout != "pattern" else in_all_inks(hero, original, understood),
        name=choice.label,
        line_art=line_art,
        left_out=tuple(c.label for c in understood.companions if c.label not in drawn | there),
        keeps_colours=bool(asked_ink) or _keeps_colours(choice, [c for c, _ in beside], understood, library),
        credits=_credits((line_art,) if line_art and not hero.natural else (original, *shown, *held)),
    )


def _nobody(understood: Understanding, layout: str, seed: int, *, needs_subject: bool) -> Cast:
    """The land alone where one is said and shown, else an emblem."""
    if (understood.scene and layout in VIEWS | {"wash"}) or not needs_subject:
        return Cast(ornament=True)
    rng = random.Random(f"{understood.words}/{seed}/emblem")  # noqa: S311 - a drawing, not a secret
    mark = emblem(rng, tender=bool(TENDER_WORDS & set(understood.words)))
    return Cast(mark, (mark,), ornament=True)


def _at_it(hero: Subject, choice: Choice, understood: Understanding, library: MotifLibrary) -> Subject:
    """What is none of our own characters, with the face, the limbs, the clothes, the place and the load that the sentence gives it."""
    if choice.label == HOUSEHOLD:  # each of them has it on
        return hero
    told, doing = _ungreeted(unshown(choice.label, understood.words)), understood.doing
    doing = replace(doing, inside="") if doing.inside == "flower pot" and has_a_pot(choice.label) else doing
    of_shoes = {word for word, after in pairwise(told) if word.endswith("ing") and after in NO_ACTION_BEFORE}
    words = set(told) - of_shoes - _OF_OTHERS.get(_PALMS & set(told), frozenset())  # running shoes run nowhere
    pictures = pictures_of(understood, library)
    enacts = bool(doing.action) and not (doing.rides or doing.inside)
    lively = index_of(library).can_have_a_face(choice) and choice.label not in SEVERAL
    limbs = lively and bool(LIMB_WORDS & words) and not enacts
    elsewhere = bool(understood.faced) and choice.label not in understood.faced  # “a dentist with a smiling tooth”
    sweet = bool(CUTE_WORDS & words) and (choice.group == FOOD or index_of(library).is_plant(choice))
    faced = lively and not elsewhere and (sweet or bool(FACE_WORDS & words) or bool(doing.mood))
    mood = doing.mood or ACTIONS.get(doing.action, NO_ACTION).mood
    wears = () if any(tool in choice.label for tool in _HATLESS) else doing.wears
    hero = dressed(
        hero, wears, with_face=limbs or bool(doing.action) or faced, limbs=limbs, mood=mood, ink_for=doing.ink_for
    )
    hero = enacting(hero, doing, pictures.held, alone=understood.count == 1) if enacts else hero
    heap = heap_of(choice, doing, understood.words)
    if heap:
        hero = heaped([hero, *(one for c in mates_of(understood) if (one := picture_of(c, library)))], heap)
    elif are_in_one(understood):
        hero = several_of(hero, understood)
    hero = seated(hero, doing, pictures)
    hero = hero if enacts else _carrying(hero, understood, library)
    return laden(hero, understood, library)


_PALMS = frozenset({"cuppedpalms"})
_OF_OTHERS: Mapping[Set[str], Set[str]] = {_PALMS: frozenset({"hands", "hand"})}
"""Hands that something lies in are none of its own."""

_HATLESS = ("fishing", "hammer", "wrench", "spanner", "saw", "drill", "crossed", "rod")
"""Tools, which have no head: what an occasion puts on things falls off them."""

_GREETED = frozenset(
    {
        "birthday",
        "anniversary",
        "easter",
        "halloween",
        "holidays",
        "retirement",
        "thanksgiving",
        "camper",
        "new",
        "mother's",
        "father's",
        "valentine's",
    }
)


def _ungreeted(words: tuple[str, ...]) -> tuple[str, ...]:
    """Roses of a happy birthday have no faces."""
    return tuple(word for word in words if word != "happy") if _GREETED & set(words) else words


def _is_the_land(choice: Choice, understood: Understanding, layout: str) -> bool:
    """Whether the layout's own landscape draws it, so that nothing stands before it."""
    if any(other.label not in _LAND for other in understood.companions):
        return False
    if layout == "sunset" and choice.label == "sun":
        return True
    return (
        layout in _LANDSCAPES | SHOW_A_PLACE
        and bool(understood.scene)
        and (choice.label in _LAND or choice.label == understood.scene)
        and not understood.doing
    )


def _in_its_own_drawing(understood: Understanding) -> frozenset[str]:
    """Companions that are drawn around the hero as its state: fire, rain."""
    taken = frozenset({"fire"} if is_burning(understood.words) else ())
    return taken | (_WEATHER if has_a_state(understood.words) else frozenset())


def _company(
    choice: Choice, understood: Understanding, library: MotifLibrary, there: Set[str], dyes: Mapping[str, str]
) -> tuple[list[tuple[Choice, Subject]], str]:
    """Who is drawn with the hero, whoever a preposition places first, and that preposition."""
    tints = tints_of(understood)
    company = [
        (c, in_colour(picture, dyes.get(c.label) or ("" if _is_a_person(c) else tints.get(c.label))))
        for c in understood.companions
        if c.label not in there
        and c.label != hung_over(understood)
        and not is_shown_in(choice.label, c.label, understood.words)
        and (picture := _companion(on_the_wing(c, choice, understood.words), understood, library)) is not None
    ]
    leads = dict(understood.leads)
    company = [(c, thing(_BRANCH) if c.label == "cherry blossom" else one) for c, one in company]
    if choice.group == PLACES:
        company = [(c, pair(one, _SPRIG) if _is_strewn(c, one, library) else one) for c, one in company]
    company = sorted(company, key=lambda one: not is_placed(leads.get(one[0].label, "")))
    lead = leads.get(company[0][0].label, "") if company else ""
    return numbered(company, dict(understood.company), understood.words), lead


_BRANCH = "blossom branch"


def _is_strewn(choice: Choice, picture: Subject, library: MotifLibrary) -> bool:
    return index_of(library).is_plant(choice) and "bouquet" not in choice.label and picture.name != _BRANCH


_SHOWN_BY_LAYOUT: Mapping[str, frozenset[str]] = {"phases": frozenset({"phases of the moon"})}
"""What a layout draws around whoever is in it."""

_SPRIG = 4
"""Blossoms at the foot of a building, rather than one as large as it."""


def _whole(
    hero: Subject, shown: Sequence[Subject], choice: Choice, understood: Understanding, layout: str, lead: str
) -> Subject:
    """All of them as one, in the rain or aflame where that is said."""
    outdoors = bool(understood.weather) and layout in SHOW_A_PLACE
    said = unshown(choice.label, understood.words)
    if understood.count == 1 and not understood.doing.inside and not has_its_ground(understood, layout in SHOW_A_PLACE):
        hero = on_its_ground(hero, understood.words)
    hero = under_a_string(hero, hung_over(understood))
    whole = in_its_state(arranged(hero, shown, understood, lead), said, under_a_sky=outdoors)
    aflame = is_burning(understood.words) and choice.label not in BURNS_BY_ITSELF
    return burning(whole) if aflame else whole


def _keeps_colours(choice: Choice, beside: Sequence[Choice], understood: Understanding, library: MotifLibrary) -> bool:
    """Whether colours are what it is known by, or were said."""
    return (
        bool(understood.colours)
        or bool((MARKS | ORNAMENT_MARKS) & set(understood.words))
        or has_view(understood.words)
        or _is_a_person(choice)  # nobody has a green face
        or any(c.group in (ANIMALS, FOOD) or index_of(library).is_plant(c) for c in (choice, *beside))
        or choice.label in OF_ITS_OWN_COLOUR | HAVE_FACES
        or any(c.label == "rainbow" for c in beside)
        or bool(COLOURS & set(choice.label.split()))
        or bool(inks_of_each(understood))
    )


def _scenery(understood: Understanding, layout: str) -> frozenset[str]:
    """What the land has in it already: pines by a lake. Five stars are wanted as five."""
    if layout not in SHOW_A_PLACE:
        return frozenset()
    counted = {label for label, number in understood.company if number > ONE_EACH_SIDE}
    return SHOWN_THERE.get(understood.scene, frozenset()) - counted


def _asked_ink(choice: Choice, understood: Understanding) -> str:
    """In whatever colour was said; food is only what it is, and people are no colour."""
    eaten = choice.group == FOOD and choice.label not in DYED_TOO
    if not understood.hero_colour or eaten or _is_a_person(choice):
        return ""
    return ink_of(understood.hero_colour, understood.words)


def _is_a_person(choice: Choice) -> bool:
    """Of the sets or of ours: who has sleeves."""
    species = SPECIES.get(choice.species or choice.can_be_character)
    return choice.group == PEOPLE or (species is not None and species.arms == "sleeve")


def _carrying(hero: Subject, understood: Understanding, library: MotifLibrary) -> Subject:
    """An animal of the sets with what it has in its mouth or claws."""
    doing = understood.doing
    drawing = drawing_of(understood.held, library) if understood.held else None
    if doing.holds:
        drawing = prop_drawing(SPECIES["cat"], doing.holds)
    if drawing is None:
        return hero
    held = Figure(doing.holds or "held", drawing, silhouette_of(drawing))
    if hero.name in CLAWS:
        return together(hero, [held])
    in_hand = not index_of(library).is_creature(understood.heroes[0])
    return carrying(hero, held, in_hand=in_hand, raised=bool(LIMB_WORDS & set(understood.words)))


def _credits(shown: tuple[Subject | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.credit for one in shown if isinstance(one, Motif)))


def _is_itself(choice: Choice, understood: Understanding) -> bool:
    """A thing of Pod's own that is drawn as the thing, though it might be somebody."""
    doing = understood.doing
    acts = bool(doing.action) and choice.label in ANIMATE
    dressed_up = choice.can_be_character and (doing.wears or doing.holds or acts)
    return choice.label in THINGS and not dressed_up


def _hero(
    understood: Understanding, library: MotifLibrary, layout: str, seed: int, dyes: Mapping[str, str]
) -> tuple[Choice | None, Subject | None]:
    for choice in understood.heroes:
        own = choice.can_be_character  # a rubber duck takes a bath as it is, and is a duck to wear a hat
        if own and understood.partner is not None and choice is understood.heroes[0]:
            return choice, _two(choice, understood.partner, understood, library, dyes)
        if choice.label == HOUSEHOLD:
            return choice, household(understood.words, understood.doing)
        if own and are_wise(understood.words):
            return choice, three_wise(own, understood.doing)
        if _is_itself(choice, understood):
            return choice, as_said(choice.label, understood.words)
        if (pictured := as_pictured(choice, understood, layout, library)) is not None:
            return choice, pictured
        if own and (choice.species or understood.doing):
            return choice, _figure(own, understood, library)
        motif = library.motif(choice.codepoints)
        if motif is None or motif.flags & {"text", "scene"}:
            if own:
                return choice, _figure(own, understood, library)
            continue
        bodily = understood.count > 1 or understood.young > 0 or has_a_state(understood.words)
        several = (bodily or understood.acts) and "face" in motif.flags
        if own and (
            several
            or choice.group == PEOPLE  # the sets have a bust of them
            or (choice.group == ANIMALS and DEAR_WORDS & set(understood.words))
            or (understood.hero_colour and "head" not in understood.words)
            or _only_a_head(motif, layout, understood)
            or (layout in _FOR_CHARACTERS and seed % 2 == 0)
        ):
            return choice, _figure(own, understood, library)
        return choice, motif
    return None, None


def _only_a_head(motif: Motif, layout: str, understood: Understanding) -> bool:
    whole = SHOW_A_PLACE if understood.scene else VIEWS | {"wash"}
    return "face" in motif.flags and layout in whole | _FOR_CHARACTERS


def _figure(species: str, understood: Understanding, library: MotifLibrary) -> Subject:
    if are_in_one(understood):
        doing, pictures = understood.doing, pictures_of(understood, library)
        each = replace(doing, inside="", rides="", action=_together(doing))
        alone = character(species, each, replace(pictures, seat=None))
        return seated(several_of(alone, understood), doing, pictures)
    return character(species, understood.doing, pictures_of(understood, library))


def _together(doing: Doing) -> str:
    """What each of several does who are in one place: they sleep there, and do nothing else with their legs."""
    return doing.action if doing.action == "sleeping" else ""


def _two(
    one: Choice, other: Choice, understood: Understanding, library: MotifLibrary, dyes: Mapping[str, str]
) -> Subject:
    """Both do the same, or something with each other; what they are in or on is under both."""
    doing, pictures = understood.doing, pictures_of(understood, library)
    at_table = at_one(doing) is not None
    in_one = at_table or bool(doing.inside or pictures.seat or doing.rides in CARRY_TWO)
    alone = replace(doing, inside="", rides="", action="" if at_table else doing.action) if in_one else doing
    before_both = understood.act in OF_BOTH or (at_table and ACTIONS[doing.action].hand is not None)
    each = replace(pictures, held=None if before_both else pictures.held, seat=None)
    said = "" if _is_a_person(other) or other is one else tints_of(understood).get(other.label, "")
    asked = {  # the hero last: of two of a kind both have its colour
        other: dyes.get(other.label) or said,
        one: dyes.get(one.label) or dyes.get("") or _asked_ink(one, understood),
    }

    def drawn(who: Choice, what: Doing) -> Subject:
        pet = _is_a_person(one) and not _is_a_person(who)
        if who is other and _is_a_person(who) and not _is_a_person(one):
            what = replace(what, wears=clothes_of(understood.words))
        if pet or set(SPECIES[who.can_be_character].wears) - {"glasses"}:
            what = replace(what, wears=())  # a firefighter's dog wears no helmet, and a groom no veil
        met = who is other and one != other and understood.act in IN_THEIR_OWN_CLOTHES
        if met or (who.species in CHILDREN and one.species not in CHILDREN):
            what = replace(what, wears=tuple(set(what.wears) - set(clothes_of(understood.words))))
        theirs = SPECIES[(other if who is one else one).can_be_character].wears if one is not other else ()
        what = replace(what, wears=tuple(name for name in what.wears if name not in theirs))  # the crown is the queen's
        on_foot = who is other and understood.act == "fight"  # it is the knight who has a horse
        shown = replace(each, ridden=None) if on_foot else each
        what = replace(what, rides="") if on_foot else what
        return in_colour(
            character(who.can_be_character, what, shown), asked.get(who), who.can_be_character, anew=bool(dyes)
        )

    if understood.seat is not None and understood.seat.label == SEESAW:
        return on_a_seesaw(drawn(one, alone), drawn(other, alone))
    both: Subject = duo(
        one, other, alone, understood.act, drawn, pictures.held, dict(understood.sizes), understood.words
    )
    if understood.others:
        kinds = [Choice(name, species=name) for name in understood.others]
        alike = replace(alone, action="" if alone.action in OF_ONE else alone.action)
        played = iter(instruments(alike.holds, understood.words, len(kinds) + 1)[1:])
        both = joined(both, one, kinds, lambda who, looks: drawn(who, replace(alike, looks=looks, holds=next(played))))
    return seated(both, doing, pictures) if in_one else both


def _companion(choice: Choice, understood: Understanding, library: MotifLibrary) -> Subject | None:
    """With a face, and with arms and legs, where it does what the hero does: “avocado and toast holding hands”."""
    picture, words = picture_of(choice, library), set(understood.words)
    if picture is None or not index_of(library).can_have_a_face(choice):
        return picture
    as_hero = "and" in words and understood.heroes and not understood.heroes[0].can_be_character
    faced = choice.label in understood.faced or (as_hero and bool(words & (FACE_WORDS | LIMB_WORDS)))
    if not faced:
        return picture
    return dressed(picture, (), with_face=True, limbs=bool(as_hero and words & LIMB_WORDS), mood=understood.doing.mood)
