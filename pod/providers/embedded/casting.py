"""Who is in the picture: the hero as a motif or as one of our own characters, its company, and what had to be left out."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from pod.providers.embedded.arranging import ONE_EACH_SIDE, are_in_one, arranged, in_all_inks, inks_of_each, several_of
from pod.providers.embedded.bites import with_a_bite
from pod.providers.embedded.characters.action import NO_ACTION
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.figure import (
    Figure,
    silhouette_of,
)
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.company import numbered, poured_into
from pod.providers.embedded.dressing import CUTE_WORDS, FACE_WORDS, LIMB_WORDS, dressed, seated
from pod.providers.embedded.enacting import enacting
from pod.providers.embedded.figures import SHOWN_THERE
from pod.providers.embedded.grounds import on_its_ground
from pod.providers.embedded.groups import CLAWS, MOST_BESIDE, together
from pod.providers.embedded.hanging import STRINGS, hung_over, on_the_wing, under_a_string
from pod.providers.embedded.heaps import heap_of, heaped, mates_of
from pod.providers.embedded.heroes import NO_DYES, asked_ink, hero_of, is_a_person, is_itself
from pod.providers.embedded.keywords import ANIMALS, FOOD, PLACES, Choice, index_of
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.kinds import HAVE_FACES, OF_ITS_OWN_COLOUR, SEVERAL
from pod.providers.embedded.laden import laden
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
from pod.providers.embedded.standing import SHOW_A_PLACE, VIEWS
from pod.providers.embedded.states import (
    carrying,
    has_a_state,
    in_its_state,
)
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.taken import drawing_of, in_colour, picture_of, pictures_of, taken_by, tints_of
from pod.providers.embedded.things import THINGS, thing
from pod.providers.embedded.variants import is_shown_in, unshown
from pod.providers.embedded.whereabouts import around_it, has_its_ground
from pod.providers.embedded.words import COLOURS

_LAND = frozenset({
    "sun", "mountain", "snow-capped mountain", "evergreen tree", "palm tree", "crescent moon", "deciduous tree",
    "water wave",
})  # fmt: skip
"""Pictures that a layout's own landscape draws better."""

_IN_THE_SKY = frozenset({"star", "glowing star", "sparkles"})
_LANDSCAPES = frozenset({"sunset", "line_art", "poster", "scene", "card", "stamp", "wash"})

_WITH_A_SKY = SHOW_A_PLACE - {"sunset", "wash"}

_WEATHER = frozenset({"cloud with rain", "cloud with lightning", "cloud with lightning and rain", "cloud with snow"})


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
    choice, original = hero_of(understood, library, layout, seed, dyes)
    if choice is None or original is None:
        return _nobody(understood, layout, seed, needs_subject=needs_subject)
    if _is_the_land(choice, understood, layout):
        return Cast(name=choice.label)
    hero = _as_told(original, choice, understood, library, dyes)
    alone = not understood.companions and understood.count == 1 and not understood.crossed
    there = _there_already(understood, layout)
    company, lead = _company(choice, understood, library, there, dyes)
    beside = company[:MOST_BESIDE]
    shown: list[Subject] = (
        [picture for _, picture in beside]
        or litter(hero, understood.young, set(understood.words))
        or poured_into(understood)
    )
    if shown and (choice.label in STRINGS or choice.label in _scenery(understood, layout) & _LAND):
        hero, shown = _before_it(choice.label, *shown)
        understood = replace(understood, count=1, crossed=False)
    line_art = (
        library.motif(choice.codepoints, ONE_INK) if layout == "line_art" and alone and choice.codepoints else None
    )
    drawn = {c.label for c, _ in beside}
    around = around_it(understood) if layout in _WITH_A_SKY else frozenset()
    aloft = tuple(one for one in shown if one.name in around)
    held = taken_by(understood, library)
    return Cast(
        hero=_whole(hero, [one for one in shown if one not in aloft], choice, understood, layout, lead),
        aloft=aloft,
        pieces=(hero, *shown) if shown or layout != "pattern" else in_all_inks(hero, original, understood),
        name=choice.label,
        line_art=line_art,
        left_out=tuple(c.label for c in understood.companions if c.label not in drawn | there),
        keeps_colours=_keeps_colours(choice, [c for c, _ in beside], understood, library),
        credits=_credits((line_art,) if line_art and not hero.natural else (original, *shown, *held)),
    )


def _as_told(
    hero: Subject, choice: Choice, understood: Understanding, library: MotifLibrary, dyes: Mapping[str, str]
) -> Subject:
    """The hero by itself, in the colour, the clothes, the print and the state that the sentence gives it."""
    if choice.label not in THINGS:
        hero = painted(hero, choice.label, understood.words)
    if understood.partner is None:
        own = choice.can_be_character if isinstance(hero, Figure) and choice.label not in THINGS else ""
        dye = dyes.get(choice.label) or dyes.get("")
        hero = in_colour(hero, dye or asked_ink(choice, understood), own, anew=bool(dye))
    if not choice.can_be_character or is_itself(choice, understood):
        hero = _at_it(hero, choice, understood, library)
    hero = with_a_bite(in_print(hero, understood.words), choice, understood.words)
    return in_ornament(with_view(hero, understood.words), understood.words)


def _there_already(understood: Understanding, layout: str) -> frozenset[str]:
    """What the land, the hero's own drawing or the layout shows of what is named beside the hero."""
    beside_it = {label for label, lead in understood.leads if lead in ("and", "with")}  # a donkey and a cactus
    land = _scenery(understood, layout) - (beside_it - _LAND - _IN_THE_SKY)
    mates = {mate.label for mate in mates_of(understood)}
    return land | _in_its_own_drawing(understood) | mates | _SHOWN_BY_LAYOUT.get(layout, frozenset())


def _before_it(label: str, first: Subject, *others: Subject) -> tuple[Subject, list[Subject]]:
    """Whoever stands before a mountain or under a string of lights is the hero: the tent, the two cows."""
    if label in STRINGS:
        return under_a_string(first, label), list(others)
    if others and all(one is first for one in others):
        return pair(first, 1 + len(others)), []
    return first, list(others)


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
        (c, in_colour(picture, dyes.get(c.label) or ("" if is_a_person(c) else tints.get(c.label))))
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
        or bool(asked_ink(choice, understood))
        or bool((MARKS | ORNAMENT_MARKS) & set(understood.words))
        or has_view(understood.words)
        or is_a_person(choice)  # nobody has a green face
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
