"""Which layouts suit a sentence, and which land stands in them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from pod.providers.embedded.casting import cast
from pod.providers.embedded.figures import figures_of, is_a_figure, repeats
from pod.providers.embedded.gallery import FLORA
from pod.providers.embedded.ideas import CANDIDATES
from pod.providers.embedded.keywords import homes
from pod.providers.embedded.kinds import AFLOAT, SEVERAL
from pod.providers.embedded.known import is_known_by_its_coat
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.layouts.room import ROOMS, Asked, of_shape, with_room
from pod.providers.embedded.layouts.sunset import SUN_SETS_ON
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.ornamental import IN_ORNAMENT, ORNAMENT_MARKS
from pod.providers.embedded.placing import is_burning
from pod.providers.embedded.standing import SHOW_A_PLACE, VIEWS, in_the_land
from pod.providers.embedded.things import is_intricate
from pod.providers.embedded.vistas import SCENES
from pod.providers.embedded.words import NUMBERS

_WIDEST = 3
"""Pictures side by side: more of a kind stand in rows."""

_ENOUGH = 6
"""So many plain frames, or those that say something of their own have their turn as well."""

MOST_LAYOUTS = 2 * CANDIDATES
"""How many layouts that suit a sentence the seed walks through. Twice as many layouts as there are candidates: what one of them falls back
to (`ideas`) is no layout of its neighbours."""


def layouts_for(
    subject: str,
    wanted: Sequence[str],
    understood: Understanding,
    flags: frozenset[str],
    room: Asked,
    *,
    is_wide: bool = False,
) -> Sequence[str]:
    """The style's layouts, or those that suit the sentence: seeds take them by turns. What has no room for the words is left
    out wherever another has."""
    room = replace(
        room,
        pictures=max(
            min(understood.count, _WIDEST),
            min(_WIDEST, 1 + (understood.partner is not None) + len(understood.companions)),
        ),
    )
    if room.letters == 1 and not wanted and _is_flowers_at_most(understood):
        return with_room(["monogram"], room)
    if room.letters and not wanted and understood.heroes and understood.heroes[0].label.startswith("circlet of "):
        return with_room(["wreath"], room)  # the words are in it
    if room.letters and not understood.heroes and not understood.scene:
        return with_room(list(wanted), room) or [name for name in _FOR_WORDS_ALONE if ROOMS[name].holds(room)]
    fitting = [name for name in LAYOUTS if _fits(name, understood, flags, lettering=bool(room.letters))]
    styled = [name for name in wanted if name in fitting] or [name for name in wanted if name in LAYOUTS]
    return with_room(styled, room) or _suited(subject, understood, fitting, room, is_wide=is_wide)


def _is_flowers_at_most(understood: Understanding) -> bool:
    """Around an initial a monogram has flowers of its own."""
    named = [choice.label for choice in understood.heroes[:1]]
    return not understood.scene and all(label in FLORA | _BUNCHES for label in named)


_BUNCHES = frozenset({"bouquet", "flowers", "blossom", "tulip", "rose", "hibiscus", "sunflower", "cherry blossom"})


def _suited(
    subject: str, understood: Understanding, fitting: Sequence[str], room: Asked, *, is_wide: bool
) -> Sequence[str]:
    """What the words ask for outright; else those that suit them best, in an order of the sentence's own."""
    words = set(understood.words)
    words -= IN_ORNAMENT if words & ORNAMENT_MARKS else set()  # it is on the animal
    shown = (
        set(understood.heroes[0].label.split()) if understood.heroes else set()
    )  # a stone arch is no arch of letters
    named = [
        name
        for name in LAYOUTS
        if ((words - shown) | (words & _SAID_OF_ANYTHING)) & LAYOUTS[name].named_by
        and (understood.heroes or name in fitting)
    ]
    in_land = in_the_land(understood)  # at sunset it stands in its own land, under that sky
    retro = bool(_RETRO_SUNSET.search(subject))
    named = [
        name
        for name in named
        if (name != "sunset" or ("sunset" in fitting and not (in_land and understood.scene and not retro)))
        and not _repeats(name, understood)
    ]
    if understood.scene:  # stripes of a sunset in the mountains are those of the sky
        named = [name for name in named if name in SHOW_A_PLACE] or named
    named = [name for name in named if name not in _MANNERS] or named
    if named:
        return with_room(named, room)
    unasked = [name for name in fitting if name not in _ONLY_WHEN_NAMED and not is_a_figure(name, words)]
    roomy = with_room([name for name in unasked if not _repeats(name, understood)] or unasked, room)
    order = of_shape(roomy, room)
    plain = [name for name in order if _may_frame(name, words, room)]
    enough = CANDIDATES if order == roomy else _ENOUGH  # few have the shape of a wide or a tall area
    order = plain if len(plain) >= enough else order
    if understood.scene or understood.weather:  # who is said to be at the beach, or in the rain, is shown there
        order = [name for name in order if name in SHOW_A_PLACE] or order
    if in_land:
        order = [name for name in order if name in _WIDE] or order
    if (
        set(understood.colours) - _OF_ONE_INK
        or understood.hero_colour
        or understood.tints
        or understood.doing.inks
        or is_burning(understood.words)
        or understood.young
        or is_known_by_its_coat(understood)
    ):
        # nobody sees red in one ink
        order = [name for name in order if name not in _OF_LINES] or order
    if understood.night:
        order = [name for name in order if name != "sunset"] or order
    if is_wide and not understood.scene:
        order = _with(order, _FOR_A_ROW, CANDIDATES)
    random.Random(f"{subject}/layouts").shuffle(order)  # noqa: S311 - a drawing, not a secret
    asked = {
        name: len(words & LAYOUTS[name].words) + (bool(understood.scene or understood.weather) and name in SHOW_A_PLACE)
        for name in order
    }
    return sorted(order, key=lambda name: -asked[name])[:MOST_LAYOUTS]


def may_show_a_place(understood: Understanding, wanted: Sequence[str]) -> bool:
    """Whether the style, or the words that ask for a layout by name, leave room for a land."""
    said = set(understood.words)
    asked = wanted or [name for name in LAYOUTS if said & LAYOUTS[name].named_by]
    return not asked or any(name in SHOW_A_PLACE for name in asked)


_WIDE_ROW = 2.2
"""How many times its height a row is wide that is small in a round frame."""


def stands_wide(understood: Understanding, library: MotifLibrary) -> bool:
    """Whether several stand in a row that is much wider than high."""
    label = next((choice.label for choice in understood.heroes), "")
    if understood.count < _WIDEST and label not in SEVERAL and not NUMBERS.keys() & set(label.split()):
        return False
    shown = cast(understood, library, "sticker", 0, needs_subject=False).hero
    left, top, right, bottom = shown.silhouette.bounds if shown else (0.0, 0.0, 1.0, 1.0)
    return right - left > _WIDE_ROW * (bottom - top)


def _with(order: list[str], best: Set[str], enough: int) -> list[str]:
    """The best of them where there are enough of these, else what comes next as well."""
    kept = [name for name in order if name in best]
    return [*kept, *(name for name in order if name not in kept)][: max(enough, len(kept))]


_FOR_A_ROW = frozenset(
    {"sticker", "halftone", "patch", "burst", "arch", "typographic", "banner", "nameplate", "sunset", "stamp"}
)
"""Layouts whose frame is as wide as what stands in it: five birds on a wire are large there."""


_SAID_OF_ANYTHING = frozenset({"boho", "bohemian"})
"""Words that name a layout even where they are in the name of a picture."""

_RETRO_SUNSET = re.compile(
    r"\b(?:retro|vintage|70s|80s|seventies|striped) (?:[a-z]+ )?(?:sunset|sunrise)\b|\b(?:sunset|sunrise)\b.*\bstripes\b"
)
"""A sunset that is itself the picture: bands and a disc, whatever stands before them."""

_MANNERS = frozenset({"boho"})
"""Layouts that give way to another that is named: a boho mandala is a mandala."""

_SWIM = frozenset(
    {
        "orca",
        "whale",
        "spouting whale",
        "humpback whale",
        "blue whale",
        "beluga",
        "narwhal",
        "dolphin",
        "shark",
        "seal",
        "sea turtle",
    }
)

_WIDE = frozenset({"scene", "stamp", "poster", "patch", "crest", "card"})
"""Layouts with so much of a land that what stands in it may be small."""

_FOR_AN_EMBLEM = frozenset(
    {
        "wreath",
        "mandala",
        "panes",
        "arches",
        "crest",
        "minimal",
        "sunset",
        "line_art",
        "monogram",
        "synthwave",
        "matchbox",
    }
)
"""What can be drawn well when nobody knows what: ornament around ornament, or a landscape."""

_FOR_A_PLACE = VIEWS | {"line_art", "wash"}
"""What shows the place alone, where nobody knows who is there."""

_FOR_WORDS = frozenset({"typographic", "pennant", "varsity", "nameplate", "arch"})
"""What is half empty without words; who asks for one by name has it all the same."""

_FOR_WORDS_ALONE = ("typographic",)
"""What is a design with nothing but words in it, and shows them large."""

_OF_ONE_INK = frozenset({"black", "white"})
_OF_LINES = frozenset({"minimal", "line_art", "woodcut"})
_STANDS_THERE = {"farm": ("barn",)}
"""What a land would show behind itself where it is the hero."""

_KNOWS_NIGHT = frozenset({"pines", "mountains", "ocean", "coast", "desert", "lake", "snow", "city", "road", "meadow"})
"""Where a thing that is at home there stands when it is night."""

_ROUND = frozenset({"solar system", "open road", "globe showing Americas"})
"""What is in a disc: as lines it is no more than that."""

_IN_LINES = frozenset({"pines", "mountains", "lake", "night"})
"""What the landscape of lines shows."""

_NO_SUN_SETS = frozenset(SCENES) - SUN_SETS_ON

_ONLY_WHEN_NAMED = frozenset(
    {"surface", "low_poly", "pattern", "monogram", "synthwave", "echoes", "blocks", "panes", "deco", "wash", "boho"}
    | {"stitches", "blueprint", "neon", "chalk", "silhouette"}
)

_HAVE_A_SUBJECT = frozenset(
    {"record", "mandala", "checker", "quad", "phases", "woodcut", "line_art", "minimal", "pennant"}
)
"""What says something by itself, or takes the picture's colours: for sentences with a word that it goes with."""

_HAVE_A_PLAQUE = frozenset({"banner", "nameplate", "matchbox", "arch"})
"""What keeps a board for words: without any it is empty, and half of the picture behind it."""


_NO_TEAM = frozenset({"bride", "groom"})
"""Who has a team, and no pennant."""


def _repeats(name: str, understood: Understanding) -> bool:
    """Of a sunset the sun is all that is asked for: the layout is its picture."""
    is_it = name == "sunset" and bool(understood.heroes) and understood.heroes[0].label == "sun"
    return repeats(name, understood) and not is_it


def _may_frame(name: str, words: Set[str], room: Asked) -> bool:
    if name in _HAVE_A_PLAQUE:
        return bool(room.letters)
    if name == "pennant" and words & _NO_TEAM:
        return False
    return name not in _HAVE_A_SUBJECT or bool(words & LAYOUTS[name].words)


def _fits(name: str, understood: Understanding, flags: frozenset[str], *, lettering: bool) -> bool:
    """No taco in a moonlit forest, no head without a body on a hill, no words-only layout without words, no empty badge."""
    hero = understood.heroes[0] if understood.heroes else None
    if name in _FOR_WORDS:
        return lettering
    sunless = understood.scene in _NO_SUN_SETS or bool(understood.weather - {"sunset"})
    if name == "sunset" and (sunless or (hero and not _is_seen_at_sunset(understood))):
        return False
    if hero is None and name == "line_art" and understood.scene:
        return understood.scene in _IN_LINES
    if hero is None:
        return name in (_FOR_A_PLACE if understood.scene or understood.weather else _FOR_AN_EMBLEM)
    if name in _OF_LINES and (hero.label in _ROUND or is_intricate(hero.label)):
        return False
    if name not in VIEWS:
        return True
    said = bool(understood.scene or understood.weather)
    return said and ("face" not in flags or bool(hero.can_be_character))


def _is_seen_at_sunset(understood: Understanding) -> bool:
    return understood.heroes[0].label == "sun" or "sunset" in understood.weather or "sun" in figures_of(understood)


def scene_for(understood: Understanding, flags: frozenset[str], layout: str) -> str:
    """Where the sentence says it is; in a view that was asked for, and where only night is said, where such a thing is at home."""
    hero = understood.heroes[0].label if understood.heroes else ""
    home = homes().get(hero, "ocean" if "water" in flags else "")
    if home == "reef" and understood.weather:  # there is no sky under water
        home = "ocean"
    if understood.scene == "mountains" and home == "coast" and "cliff" in understood.words:
        return home
    if understood.scene == "mountains" and (hero in _SWIM or "water" in flags):  # an orca swims before them
        return "ocean"
    if understood.scene == "beach" and hero in AFLOAT:
        return "ocean"
    if hero in _STANDS_THERE.get(understood.scene, ()):
        return "meadow"
    if understood.scene == "night" and home in _KNOWS_NIGHT:
        return home
    if not understood.scene and understood.weather and hero in AFLOAT | _SWIM:
        return "ocean"
    return understood.scene or (home if layout in VIEWS else "")
