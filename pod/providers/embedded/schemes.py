"""Which inks a sentence wants the whole picture in: two or three that it names, or those of a way: pastel, neon, earth tones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pod.drawing.display import Drawing
from pod.imaging.colour import oklch
from pod.providers.embedded.beside import ANY_PLANT
from pod.providers.embedded.casting import Cast, cast
from pod.providers.embedded.changes import FRAMES, dyed
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.colour_ways import COLOUR_WORDS, OF_INK, WAYS_OF_COLOUR, Turn, aged, grey, in_greys
from pod.providers.embedded.gallery import FLORA
from pod.providers.embedded.gallery.wreaths import WREATHS
from pod.providers.embedded.heroes import NO_DYES
from pod.providers.embedded.hues import COMPOUNDS, TONES, ink_of
from pod.providers.embedded.inked import has_all, in_said_inks, palette_of, shifted
from pod.providers.embedded.inks import repainted
from pod.providers.embedded.kinds import BLOOMS, OWN_PLANTS
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.palettes import HUES, PALETTES, Palette
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.words import COLOURS


@dataclass(frozen=True, slots=True)
class Scheme:
    """`said` are inks that were named, `turn` what becomes of any ink otherwise, `palettes` what the rest of the picture is in.
    `hero_only` says that the colours are the hero's alone, not those of its company, `greys` that there is no colour, `on_it`
    that a ground is all that was said, `of_land` that the sky has one of the colours and the land the other."""

    palettes: tuple[Palette, ...]
    said: tuple[str, ...] = ()
    turn: Turn | None = None
    hero_only: bool = False
    greys: bool = False
    on_it: bool = False
    of_land: bool = False


_BLACK_AND_WHITE = r"(?:black (?:and|&|n) white|black-and-white|b ?& ?w|b/w|gr[ea]yscale)"
_IN_GREYS = re.compile(
    rf"\b(?:in|all|only|just)(?: plain| pure| simple)? {_BLACK_AND_WHITE}|\b{_BLACK_AND_WHITE}(?: only)?\s*$|,\s*{_BLACK_AND_WHITE}|\bgr[ea]yscale\b|\bmonochrome\b(?! (?:{'|'.join(HUES)})\b)",
    re.IGNORECASE,
)

# --- colours that are named

_SHADE = r"(?:(?:light|pale|dark|deep|bright|soft|dusty|hot|royal|baby|sky|forest|mint|lime|olive) )?"
_COLOUR = rf"{_SHADE}(?:{'|'.join(sorted({*HUES, *TONES} - {'neon', 'coral'}, key=lambda word: (-len(word), word)))})"
_LIST = rf"(?P<list>{_COLOUR}(?:,? {_COLOUR}|, {_COLOUR})*,? ?(?:and|&|n) {_COLOUR})"
_AT_THE_END = re.compile(
    rf"(?:\b(?:in|of)(?: (?:shades|tones) of)?|,) {_LIST}(?: {COLOUR_WORDS})?\s*[,.]?\s*$", re.IGNORECASE
)
_BARE = re.compile(rf"(?<=[a-z]) {_LIST}\s*[,.]?\s*$", re.IGNORECASE)
_BEFORE = re.compile(
    rf"^\s*(?:an? |the |my )?(?:[a-z]+ly |two[- ]toned? )?{_LIST} (?!stripe|check|plaid|gingham|polka)(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"\b(?:shades|tones|hues) of (?P<list>{_COLOUR})\b|\b(?:in|all) (?P<tones>{_COLOUR}) {COLOUR_WORDS}\b|\bmonochrome (?P<mono>{_COLOUR})\b",
    re.IGNORECASE,
)
_OF_A_LAND = re.compile(rf"\bin ({_COLOUR})\s*[,.]?\s*$", re.IGNORECASE)
"""Where there is nobody whose colour it could be."""

_WORD = re.compile(rf"\b{_COLOUR}\b", re.IGNORECASE)


_COMPOUNDS = tuple((re.compile(named, re.IGNORECASE), colour) for named, colour in COMPOUNDS)
_GROUND = re.compile(
    rf"\b(?:on|over|against)(?: (?:an?|the)(?= [a-z ]*(?:background|backdrop)))?(?: solid| plain)? (?P<ground>{_COLOUR})(?: (?:background|backdrop|ground))?\s*[,.]?\s*$"
    rf"|\b(?P<behind>{_COLOUR}) (?:background|backdrop)\b",
    re.IGNORECASE,
)
_CONFUSING = re.compile(
    rf"\b(?:in|with)(?: an?)? (?:(?:all )?(?:different |various )?(?:shades|tones|hues) of {_COLOUR}|(?:jewel|gem|earth|desert|sunset|candy)[- ]?{COLOUR_WORDS}|{_COLOUR} (?:shades|tones|hues))\b"
    rf"|\bmonochrome(?= {_COLOUR}\b)|\b(?:jewel|gem)[- ]ton(?:es?|ed)\b|\b(?:candy|jewel|gem)[- ]colou?red\b",
    re.IGNORECASE,
)
"""Ways to say it that name things as well: sunglasses, a jewel, a desert."""


def without_scheme(text: str) -> str:
    """The text without such ways, and without colours in front that are names of things too: sage and cream eucalyptus."""
    bare = _GROUND.sub(" ", _CONFUSING.sub(" ", _plain(text)))
    text = text if bare == _plain(text) else bare
    plain = _plain(text)
    match = _BEFORE.match(plain)
    if match is None or not _is_ambiguous(match["list"]) or _are_plants(match):
        return text
    return plain[: match.start("list")] + plain[match.end("list") :]


def _are_plants(match: re.Match[str]) -> bool:
    """A lavender and sage wreath is made of them."""
    return match["what"] in ANY_PLANT and all(each.lower() in _HERBS for each in _WORD.findall(match["list"]))


_HERBS = frozenset({"lavender", "lilac", "mint", "sage", "peach"})


def _plain(text: str) -> str:
    for named, colour in _COMPOUNDS:
        text = named.sub(colour, text)
    return text


def _is_ambiguous(told: str) -> bool:
    return any(each.lower().split()[-1] not in COLOURS for each in _WORD.findall(told))


def scheme_of(text: str, understood: Understanding) -> Scheme | None:
    """None where each has the colours that it is known by, or one colour of its own."""
    text = _plain(text)
    if _IN_GREYS.search(text) or _all_in_greys(text, understood):
        return Scheme((OF_INK,), turn=grey, greys=True)
    said = _of_sky_and_land(text, understood) or _named(text, understood)
    if said is not None:
        return said
    found = next(((turn, names) for way, turn, names in WAYS_OF_COLOUR if way.search(text)), None)
    if found is None:
        return _on_a_ground(text, understood)
    turn, names = found
    if turn is aged and (understood.hero_colour or understood.scene or understood.weather):
        return None  # a red vintage tractor is red first, and a land has the light of its hour
    return Scheme(tuple(_turned(palette, turn) for palette in _palettes(*names)), turn=turn)


_SKY = re.compile(rf"\b(?P<sky>{_COLOUR}) (?:sky|skies|sun|sunset|sunrise|clouds?|dawn|dusk)\b", re.IGNORECASE)
_LAND = re.compile(
    rf"\b(?P<land>{_COLOUR}) (?:mountains?|hills?|ocean|sea|waves?|lake|water|forest|trees?|pines?|fields?|desert|dunes?|canyon|island|palms?|cliffs?)\b",
    re.IGNORECASE,
)
_OF_THE_LAND = frozenset(
    {"sun", "mountain", "snow-capped mountain", "evergreen tree", "palm tree", "water wave", "cloud"}
)


def _of_sky_and_land(text: str, understood: Understanding) -> Scheme | None:
    """“teal mountains with a pink sky”, “orange sunset over a blue ocean”."""
    sky, land = _SKY.search(text), _LAND.search(text)
    if sky is None or land is None or any(choice.label not in _OF_THE_LAND for choice in understood.heroes[:1]):
        return None
    above, below = _ink(sky["sky"]), _ink(land["land"])
    plain = palette_of((below,), 0)
    accents = (shifted(above, 0.16), shifted(above, 0.08), above, below, shifted(below, -0.08))
    return Scheme((replace(plain, name="said-sky", accents=accents),), of_land=True)


_NEARBY = (0.07, 0.0, 0.03, -0.04, 0.05)


def _on_a_ground(text: str, understood: Understanding) -> Scheme | None:
    """“a gold star on navy”: whatever it stands before is of that colour."""
    match = _GROUND.search(text)
    if match is None:
        return None
    ink = _ink(match["ground"] or match["behind"])
    others = tuple(other for other in _inks(_GROUND.sub(" ", text)) if other != ink)
    if others and not understood.heroes:  # ornament in gold on black
        return Scheme((palette_of((*others, ink), 0),), said=(*others, ink))
    a, b, c, d, e = (shifted(ink, by) for by in _NEARBY)
    plain = palette_of((ink,), 0)
    return Scheme((replace(plain, name=f"on-{ink[1:]}", accents=(a, b, c, d, e)),), on_it=True)


def _palettes(*names: str) -> tuple[Palette, ...]:
    return tuple(PALETTES[name] for name in names)


def _all_in_greys(text: str, understood: Understanding) -> bool:
    """“black and white skull”: nothing that is known by such a coat."""
    hero = next(iter(understood.heroes), None)
    alive = hero is not None and bool(hero.species or hero.can_be_character)
    return bool(re.match(rf"\s*(?:an? |the )?{_BLACK_AND_WHITE} ", text, re.IGNORECASE)) and not alive


def _named(text: str, understood: Understanding) -> Scheme | None:
    one = _ONE.search(text) or (None if understood.heroes else _OF_A_LAND.search(text))
    if one:
        told = next(filter(None, one.groups()))
        inks = _inks(told)
        return Scheme((palette_of(inks, 0),), said=inks)
    match = _AT_THE_END.search(text) or _plainly_at_the_end(text) or _BEFORE.match(text)
    if match is None or _is_one_each(text, match, understood):
        return None
    inks = _inks(match["list"])
    palettes = tuple(palette_of(inks, turn) for turn in range(len(inks)))
    hero_only = match.re is _BEFORE
    there = hero_only and bool(understood.scene or understood.weather)  # a red and blue macaw is in a green jungle
    return Scheme(() if there else palettes, inks, hero_only=hero_only)


def _plainly_at_the_end(text: str) -> re.Match[str] | None:
    """“flames orange and purple”; bread and cream are no two colours."""
    match = _BARE.search(text)
    return None if match is None or _is_ambiguous(match["list"]) else match


def _inks(told: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ink(each) for each in _WORD.findall(told)))


def _ink(told: str) -> str:
    *shades, colour = told.lower().split()
    return ink_of(colour, shades)


def _is_one_each(text: str, match: re.Match[str], understood: Understanding) -> bool:
    """“two budgies in green and blue”, “red and blue balloons”, or a list that holds not all the colours there are: a red cup is
    said to be so."""
    told = match["list"]
    number = len(_WORD.findall(told))
    if number != len(_WORD.findall(text)):
        return True
    if match.re is _BEFORE and _is_ambiguous(told):
        return False
    return understood.count > 1 and (match.re is _BEFORE or number == understood.count)


def _turned(palette: Palette, turn: Turn) -> Palette:
    a, b, c, d, e = (turn(ink) for ink in palette.accents)
    return replace(palette, dark=turn(palette.dark), light=turn(palette.light), accents=(a, b, c, d, e))


# --- what becomes of a picture

_WAYS_THAT_ARE_HUES = frozenset({"neon"})


def plainly(understood: Understanding, scheme: Scheme | None) -> Understanding:
    """Without the colours that all of it will have."""
    if scheme is None:
        return understood
    if scheme.said or scheme.greys or scheme.of_land:
        return replace(understood, hero_colour="", tints=(), colours=())
    return replace(understood, hero_colour="") if understood.hero_colour in _WAYS_THAT_ARE_HUES else understood


_IN_INK_ANYWAY = frozenset({"woodcut", "line_art", "silhouette"})
"""Layouts that need the hero's own lights and darks to draw it by."""


def shown_in(
    understood: Understanding,
    library: MotifLibrary,
    name: str,
    at: int,
    scheme: Scheme | None,
    dyes: Mapping[str, str] = NO_DYES,
) -> Cast:
    """Who is in the picture, in the colours that the sentence gives all of it; what is dyed keeps its dye."""
    plain, needs = plainly(understood, scheme), LAYOUTS[name].needs_subject
    shown = cast(plain, library, name, at, needs_subject=needs, dyes=dyes)
    if scheme is None or name in _IN_INK_ANYWAY:
        return shown
    kept = inks_of(shown) - inks_of(cast(plain, library, name, at, needs_subject=needs)) if dyes else frozenset[str]()
    return in_scheme(shown, scheme, understood, by_turns=name == "pattern", kept=kept)


def inks_of(shown: Cast) -> frozenset[str]:
    return frozenset(shown.hero.drawing.inks()) if shown.hero else frozenset()


def in_scheme(
    shown: Cast, scheme: Scheme | None, understood: Understanding, *, by_turns: bool, kept: frozenset[str] = frozenset()
) -> Cast:
    """`by_turns` says that what is alone is repeated, with another of the said inks first each time; inks that are `kept` stay."""
    if scheme is None or shown.hero is None or not (scheme.said or scheme.turn):
        return shown
    hero, *others = shown.pieces or (shown.hero,)
    skin = _has_skin(understood)
    of_others = {ink for one in others for ink in one.drawing.inks()}
    if by_turns and not others and not has_all(hero.drawing, scheme.said):
        others = [hero] * (len(scheme.said) - 1)
    turns = [replace(scheme, said=(*scheme.said[n:], *scheme.said[:n])) for n in range(1 + len(others))]
    only = frozenset(hero.drawing.inks()) - of_others if scheme.hero_only and others else None
    return replace(
        shown,
        hero=_painted(shown.hero, scheme, only, skin=skin, kept=kept),
        pieces=tuple(
            one
            if n and scheme.hero_only and one is not hero
            else _painted(one, turns[n] if by_turns else scheme, None, skin=skin, kept=kept)
            for n, one in enumerate((hero, *others))
        ),
        aloft=shown.aloft
        if scheme.hero_only
        else tuple(_painted(one, scheme, None, skin=False, kept=kept) for one in shown.aloft),
        keeps_colours=True,
    )


_HALF_HUMAN = frozenset({"mermaid", "merman", "medusa", "centaur", "siren", "harpy", "faun"})


def _has_skin(understood: Understanding) -> bool:
    """A person or half of one: no colour that is said makes a face green."""
    hero = next(iter(understood.heroes), None)
    species = SPECIES.get(hero.species or hero.can_be_character) if hero else None
    return species is not None and (species.arms == "sleeve" or species.name in _HALF_HUMAN)


def _painted(
    subject: Subject, scheme: Scheme, only: frozenset[str] | None, *, skin: bool, kept: frozenset[str] = frozenset()
) -> Subject:
    drawing = subject.drawing
    if kept:
        only = (frozenset(drawing.inks()) if only is None else only) - kept
    if (
        scheme.said and not kept and subject.name in FRAMES
    ):  # a blue and white lighthouse keeps its white, and its light
        return dyed(subject, max(scheme.said, key=lambda ink: oklch(ink)[1]))
    if scheme.said:
        leafy = subject.name in FLORA | OWN_PLANTS | BLOOMS | WREATHS.keys()
        drawing = in_said_inks(drawing, scheme.said, leafy=leafy, skin=skin, only=only)
    elif scheme.greys:
        drawing = in_greys(drawing, kept)
    elif scheme.turn:
        drawing = repainted(drawing, {ink: scheme.turn(ink) for ink in drawing.inks() if ink not in kept})
    return Figure(subject.name, drawing, subject.silhouette, one_way=getattr(subject, "one_way", False))


def settled(
    drawing: Drawing, scheme: Scheme | None, own: Mapping[str, float], kept: frozenset[str] = frozenset()
) -> Drawing:
    """The whole picture in it, ground and land as well; inks that the hero has already, and such as are `kept`, stay."""
    if scheme is None or scheme.turn is None:
        return drawing
    return repainted(
        drawing,
        {ink: scheme.turn(ink) for ink in drawing.inks() if ink not in kept and (scheme.greys or ink not in own)},
    )


_SHOW_THE_GROUND = frozenset({"badge", "crest", "patch", "burst", "halftone", "minimal", "pattern", "low_poly"})


def grounded(suited: Sequence[str], scheme: Scheme | None) -> Sequence[str]:
    """Layouts with a plain field behind the hero, where the colour of that was said."""
    if scheme is None or not scheme.on_it:
        return suited
    return [name for name in suited if name in _SHOW_THE_GROUND] or suited
