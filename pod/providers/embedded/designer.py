"""From a sentence to a finished wordless design: read, choose, lay out. The same arguments draw the same picture.

The seed walks through layouts and palettes rather than rolling dice for them: designs with neighbouring seeds, the
candidates that a shopper sees side by side, are different by construction.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from pod.drawing.display import Drawing
from pod.imaging.colour import delta_e
from pod.model.artwork import LetteringSlot
from pod.model.errors import InputRefused
from pod.providers.embedded.casting import Cast
from pod.providers.embedded.changes import NONE, Changes, in_mood
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.fabrics.reading import layout_of
from pod.providers.embedded.faces import in_face
from pod.providers.embedded.figures import figures_of
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.ideas import CANDIDATES, MOST_INKS, Idea, first_that_prints
from pod.providers.embedded.inks import Merging, limited, repainted, safe_palettes
from pod.providers.embedded.keywords import index_of, nearest_relative
from pod.providers.embedded.layouts import LAYOUTS, Plan, Sketch, build
from pod.providers.embedded.layouts.room import NOTHING_ASKED, Asked
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import Motif, MotifLibrary
from pod.providers.embedded.palettes import PALETTES, Palette, own_palette, turned_to
from pod.providers.embedded.schemes import Scheme, grounded, inks_of, settled, shown_in
from pod.providers.embedded.sentence import Sentence, sentence_of
from pod.providers.embedded.standing import in_the_air, in_the_land, on_the_bank
from pod.providers.embedded.subjects import Subject, recoloured, visible_shares
from pod.providers.embedded.suiting import layouts_for, scene_for, stands_wide
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import as_set
from pod.providers.embedded.weather import NIGHTLY
from pod.providers.embedded.words import tokens

_WORN_WORDS = frozenset(["vintage", "worn", "distressed", "grunge", "rustic", "old", "washed", "faded", "weathered"])
_SEALS = frozenset({"badge", "crest", "patch"})
_WORN_LAYOUTS = frozenset({"badge", "crest", "sunset"})
_QUIET_CLOTH = "#ffffff"

MOST_PALETTES = 5
"""How many that suit a sentence the seed walks through."""

_PALETTES_EACH = 3

STANDS_OUT = 0.62
"""Share of the hero's area that must be told from its ground at a glance; else the next palette is tried."""

_STANDS_OUT_IN_A_VIEW = 0.45
"""The same where there is one ground only, a moon behind a head: with a line around it, and the rest before the land, a hero is
told from it all the same, and not every seed is sent to the one palette that does better."""

_NEARLY = 0.75
"""Of the best ground's share: where no ground lets the hero stand out, a palette with so much may have its turn."""

GROUND_FROM_CLOTH = 14.0
"""ΔE by which a ground must differ from the cloth, or a badge is a few lines on a shirt."""


NOBODY_FOUND = (
    "No picture was found for this sentence; ornament carries the design."
    " Give it words of your own, or name an animal, a plant or a thing."
)
WORDS_INSTEAD = (
    "No picture was found for this sentence, so its own words are set: “{words}”."
    " Give it other words, or name an animal, a plant or a thing."
)
ASKED_SET = "The words that this asks for are set: “{words}”. Change them, or take them out."
SAYING_SET = "This is something that is said, so its words are set: “{words}”. Change them, or take them out."


@dataclass(frozen=True, slots=True)
class Design:
    """`drawing` has a frame of 4096 units; `credits` name third-party pictures, `notes` what was not drawn as asked.

    `words` are to be set in the first of `slots` where nobody asked for words: a piece of the sentence, in capitals perhaps.
    """

    drawing: Drawing
    slots: tuple[LetteringSlot, ...]
    layout: str
    palette: Palette
    credits: tuple[str, ...]
    notes: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


COLOURS_KEPT = (
    "The colours that are said are kept, and eyes that are blind to some may not tell them apart. Leave them out for a"
    " palette that all eyes can tell."
)

_OF_INK_AND_PAPER = frozenset({"black", "white"})
_GREYS = ("#16161a", "#fdfdfb", "#6f6f78", "#c9c9cf")
"""What a mandala or a pattern in black and white is drawn in."""


def draw(
    subject: str,
    *,
    data_dir: Path,
    seed: int,
    layouts: Sequence[str] = (),
    cloth_rgb: str = "",
    palette: Sequence[str] = (),
    style_inks: Sequence[str] = (),
    room: Asked = NOTHING_ASKED,
    changes: Changes = NONE,
    names: Sequence[str] = (),
) -> Design:
    """A design for the sentence. With `changes`, the design that the other arguments make, so far changed. `layouts` are those that a style allows; without them the sentence decides.

    `palette` are inks that must be used, `style_inks` those of a style, which take their turn where the sentence names no colours. `room` is
    what must find place: words, and the shape of the area; `names` whom it is for, where the sentence no longer says so. Never fails on a sentence:
    where no picture is sure enough, ornament and type carry the design and a note says so.
    """
    library = MotifLibrary(data_dir)
    told = sentence_of(subject, names, library, layouts, plain=bool(palette))
    understood, fabric, scheme = told.understood, told.fabric, told.scheme
    flags = _hero_flags(understood, library)
    spoken = "" if room.letters else told.spoken
    room = replace(room, letters=room.letters or len(spoken))
    suited = _suited(told, layouts, flags, room, library)
    cloth = cloth_rgb or _QUIET_CLOTH

    def idea(at: int) -> Idea:
        name = suited[at % len(suited)]
        shown = shown_in(understood, library, name, at, scheme)
        turn = at // len(suited)
        plan = _planned(told, flags, shown, name, at, turn, cloth, letters=room.letters)
        surface = fabric.at_turn(turn) if fabric else None
        plan = replace(plan, fabric=surface)
        few = len(suited) < CANDIDATES
        own = tuple(palette) or (surface.inks if surface else ())
        pool = _of_scheme(scheme, at, apart=few) or _palettes(
            understood, told.subject, name, at, own, tuple(style_inks), for_all_eyes=told.for_all_eyes, apart=few
        )
        coloured = _coloured(plan, name, pool)
        sketch = _built(name, coloured, told.face)
        sketch = replace(sketch, drawing=settled(sketch.drawing, scheme, coloured.shares))
        merging = Merging(sketch.drawing, coloured.shares)
        return Idea(name, at, shown, coloured, sketch, merging, told.most_inks or MOST_INKS, solid=bool(told.most_inks))

    chosen = first_that_prints(idea, seed, len(suited))
    shown, plan, drawn, inked = chosen.shown, chosen.plan, chosen.sketch, chosen.drawing
    if changes:  # all other inks stay what they were
        shown, plan, kept = _changed(understood, library, chosen.layout, chosen.seed, plan, changes, scheme)
        drawn = _built(chosen.layout, plan, told.face)
        drawn = replace(drawn, drawing=settled(drawn.drawing, scheme, plan.shares, kept))
        inked = limited(drawn.drawing, told.most_inks) if told.most_inks else repainted(drawn.drawing, chosen.becomes)
    words = as_set(spoken, drawn.slots[0], cloth)
    notes = (*_notes(understood, shown, library, words, asked=told.voice.asked, surface=bool(fabric)), *chosen.broken)
    notes += (COLOURS_KEPT,) if told.for_all_eyes and scheme is not None and scheme.palettes else ()
    facts = {"layout": chosen.layout, "palette": plan.palette.name, "hero": shown.name, "scene": plan.scene}
    return Design(inked, drawn.slots, chosen.layout, plan.palette, shown.credits, notes, facts, words)


def _suited(
    told: Sentence, layouts: Sequence[str], flags: frozenset[str], room: Asked, library: MotifLibrary
) -> Sequence[str]:
    """The layouts that candidates take by turns."""
    if told.fabric:
        return grounded((layout_of(told.fabric),), told.scheme)
    wide = stands_wide(told.understood, library)
    text = told.seen if told.seen != told.said else told.subject
    return grounded(layouts_for(text, layouts, told.understood, flags, room, is_wide=wide), told.scheme)


def _of_scheme(scheme: Scheme | None, seed: int, *, apart: bool) -> Sequence[Palette]:
    """Those of the scheme, the seed's own first; that one alone where neighbouring seeds must share none."""
    palettes = scheme.palettes if scheme else ()
    first = seed % len(palettes) if palettes else 0
    own = (*palettes[first:], *palettes[:first])
    return own[:1] if apart and len(own) >= CANDIDATES else own


def _built(name: str, plan: Plan, face: str) -> Sketch:
    sketch = build(name, plan)
    return replace(sketch, slots=in_face(sketch.slots, face))


def _planned(
    told: Sentence,
    flags: frozenset[str],
    shown: Cast,
    name: str,
    at: int,
    turn: int,
    cloth: str,
    *,
    letters: int,
) -> Plan:
    """The seed's plan before anything has a colour."""
    understood = told.understood
    return Plan(
        hero=shown.hero,
        palette=next(iter(PALETTES.values())),
        cloth_rgb=cloth,
        lettering=bool(letters),
        letters=letters,
        scene=scene_for(understood, flags, name),
        turn=turn,
        placed=bool(understood.scene or understood.weather),
        weather=understood.weather,
        named=_labels(understood, shown),
        night=understood.night or understood.scene == "night" or bool(understood.weather & NIGHTLY),
        figures=figures_of(understood, alone=shown.hero is None),
        line_art=shown.line_art,
        seed_text=f"{told.subject}/{at}",
        shares=_shares(shown.hero),
        pieces=shown.pieces,
        aloft=shown.aloft,
        worn=_worn(understood, name, at),
        tones=LAYOUTS[name].tones and not shown.keeps_colours and _in_tones(understood, name),
        outlines=LAYOUTS[name].outlines,
        said=_said(understood, name, told.scheme),
        in_land=in_the_land(understood),
        in_air=in_the_air(understood),
        ashore=on_the_bank(understood),
    )


_OF_THE_COLOURS_SAID = frozenset({"low_poly", "line_art"})
"""Layouts that paint the hero anew, in colours that were said of it."""


def _said(understood: Understanding, layout: str, scheme: Scheme | None) -> tuple[str, ...]:
    """Inks that the picture is to be in: “in navy”, “purple and gold”, and before a name where the hero is painted anew."""
    if scheme is not None and scheme.said:
        return scheme.said
    if layout in _OF_THE_COLOURS_SAID and understood.hero_colour:
        return (ink_of(understood.hero_colour, understood.words),)
    several = "in" in understood.words or len(understood.colours) > 1
    return tuple(ink_of(colour, ()) for colour in understood.colours) if several else ()


def _labels(understood: Understanding, shown: Cast) -> frozenset[str]:
    """Of all that the picture shows before the land; what the land itself is to show is not there already."""
    hero = shown.name if shown.hero is not None else ""
    beside = (c.label for c in understood.companions if c.label not in shown.left_out)
    return frozenset({hero, understood.doing.inside, understood.doing.rides, *beside})


def _changed(
    understood: Understanding,
    library: MotifLibrary,
    name: str,
    seed: int,
    plan: Plan,
    changes: Changes,
    scheme: Scheme | None,
) -> tuple[Cast, Plan, frozenset[str]]:
    """The same plan with its hero anew, and the inks of its dyes. The ground becomes another only where the new colour would
    vanish in it."""
    dyes = {_label(whom, understood, library): ink for whom, ink in changes.dyes}
    moody = in_mood(understood, changes.mood)
    shown = shown_in(moody, library, name, seed, scheme, dyes)
    if shown.hero is None or shown.ornament:
        raise InputRefused(
            "nothing_to_change",
            "There is no figure here whose colour could change.",
            "Ask for another style or sentence.",
        )
    if not dyes:
        changed = replace(plan, hero=shown.hero, pieces=shown.pieces, aloft=shown.aloft, shares=_shares(shown.hero))
        if build(name, changed).drawing == build(name, plan).drawing:
            raise _no_difference()
        return shown, changed, frozenset()
    dyed = inks_of(shown) - inks_of(shown_in(moody, library, name, seed, scheme))
    return shown, _dyed_plan(replace(plan, pieces=shown.pieces, aloft=shown.aloft), name, shown.hero), dyed


def _dyed_plan(plan: Plan, name: str, hero: Subject) -> Plan:
    """What was given a colour is shown in it; the rest as it was, in the palette's tones where those were its own."""
    before = plan.hero.drawing if plan.hero else hero.drawing
    new = set(hero.drawing.inks()) - set(before.inks())
    kept = plan.hero_inks(plan.ground) if plan.tones else {}
    drawing = recoloured(hero.drawing, {ink: tone for ink, tone in kept.items() if ink not in new and ink != INK})
    for natural in (True, False):
        subject = Figure(hero.name, drawing, hero.silhouette, natural)
        changed = replace(
            plan, hero=subject, shares=visible_shares(drawing), line_art=None, tones=False, outlines=False
        )
        if changed.stands_out(changed.ground) < STANDS_OUT:
            changed = _coloured(changed, name, (plan.palette,))
        if new & set(build(name, changed).drawing.inks()):
            return changed
    raise _no_difference()


def _no_difference() -> InputRefused:
    return InputRefused(
        "no_difference",
        "In this style that makes no difference: its colours are not the figure's own.",
        "Ask for another style as well, or choose another drawing.",
    )


def _label(whom: str, understood: Understanding, library: MotifLibrary) -> str:
    """Whose colour it is: "" for the hero, the label of a companion; `InputRefused` for who is not there."""
    if not whom:
        return ""
    hero, *_ = [*understood.heroes, None]
    meant = [choice.label for choice in read(whom, library).heroes]
    partner = [understood.partner] if understood.partner and understood.partner != hero else []
    there = [*([hero] if hero else []), *partner, *understood.companions]
    found = next((c for c in there if c.label in meant[:3] or set(whom.split()) & set(c.label.split())), None)
    if found is None:
        names = " and ".join(f"the {c.label}" for c in there) or "nothing"
        raise InputRefused(
            "not_there", f"There is no “{whom}” here that has a colour of its own.", f"What can be coloured: {names}."
        )
    return "" if found is hero else found.label


def _hero_flags(understood: Understanding, library: MotifLibrary) -> frozenset[str]:
    hero = understood.heroes[0] if understood.heroes else None
    return library.flags(hero.codepoints) if hero else frozenset()


def _shares(hero: Subject | None) -> Mapping[str, float]:
    if hero is None:
        return {}
    return hero.shares if isinstance(hero, Motif) else visible_shares(hero.drawing)


_OF_THE_NIGHT = frozenset({"crescent moon", "full moon", "star", "glowing star"})
"""In whatever colour they are, the sky around them is no olive."""

_OF_SHADES = frozenset({"low_poly", "silhouette", "woodcut", "line_art", "minimal"})
"""Ways to draw that are black and white where that is said."""

_SEVENTIES = ("mustard", "seventies", "harvest", "terracotta", "autumn")
_ERAS: Sequence[tuple[frozenset[str], Sequence[str]]] = (
    (frozenset({"70s", "seventies", "1970s"}), _SEVENTIES),
    (
        frozenset({"retro", "vintage"}),
        ("retro", "seventies", "ocean", "desert", "autumn", "terracotta", "press", "nautical"),
    ),
)
"""Palettes of a time; the later ones are those of sunsets alone, on which nobody calls pink and purple retro."""

_OF_THE_EIGHTIES = frozenset({"80s", "1980s", "eighties", "synthwave", "neon", "vaporwave", "pastel", "pink", "purple"})


def _of_the_era(pool: Sequence[Palette], words: Set[str], layout: str, known: Set[str]) -> Sequence[Palette]:
    """Mustard, rust and brown where the seventies are said; at least warm ones for a retro sunset."""
    named = next((names for of_it, names in _ERAS if of_it & words), ())
    if _OF_THE_EIGHTIES & words or (named is not _SEVENTIES and layout != "sunset"):
        return pool
    return [PALETTES[name] for name in named if name in known] or pool


_OF_PALETTES = frozenset({"colors", "colours", "palette", "tones", "shades", "hues"})


def _palettes(
    understood: Understanding,
    subject: str,
    layout: str,
    seed: int,
    inks: tuple[str, ...],
    style_inks: tuple[str, ...],
    *,
    for_all_eyes: bool,
    apart: bool,
) -> Sequence[Palette]:
    """Own inks alone; else the style's and those that the words call for, of the layout's own where it has some, beginning
    with the seed's turn. `apart` gives neighbouring seeds none of each other's."""
    if inks:
        return (own_palette(inks),)
    in_greys = not understood.heroes or layout in _OF_SHADES
    if in_greys and set(understood.colours) == _OF_INK_AND_PAPER:
        return (own_palette(_GREYS),)
    words = set(understood.words)
    known_by = set(safe_palettes()) if for_all_eyes else LAYOUTS[layout].palettes or set(PALETTES)
    called = (p for p in PALETTES.values() if p.name in known_by and (not p.occasion or words & set(p.words)))
    others = sorted(called, key=lambda p: p.name)
    random.Random(f"{subject}/palettes").shuffle(others)  # noqa: S311 - a drawing, not a secret
    most = _PALETTES_EACH * CANDIDATES if apart else MOST_PALETTES
    pool = sorted(others, key=lambda p: -len(words & set(p.words)))[:most]
    if _OF_PALETTES & words:  # “in 70s colors” are those of the 70s
        pool = [p for p in pool if words & set(p.words)] or pool
    pool = list(_of_the_era(pool, words, layout, known_by))
    if not for_all_eyes:
        dark = understood.night or (understood.heroes and understood.heroes[0].label in _OF_THE_NIGHT)
        pool = pool if dark and understood.hero_colour else [turned_to(p, understood.colours) for p in pool]
    if style_inks:
        pool = [own_palette(style_inks, name="style"), *pool[:-1]]
    if apart and len(pool) >= CANDIDATES:
        own = pool[seed % CANDIDATES :: CANDIDATES]
        turn = seed // CANDIDATES % len(own)
        return (*own[turn:], *own[:turn])
    first = seed % len(pool)
    # where the first will not do, the last: it is the turn of none of the four candidates beside it
    others = [palette for place, palette in enumerate(pool) if place != first]
    return (pool[first], *reversed(others))


def _coloured(plan: Plan, layout: str, pool: Sequence[Palette]) -> Plan:
    """The first palette, and a ground in it, before which the hero stands out and which does not vanish in the cloth. Where
    none is, the first that is nearly as good as the best: that one alone would be the palette of every seed."""
    best_of: list[tuple[float, Plan]] = []
    for palette in pool:
        weighed = _weighed(replace(plan, palette=palette), layout)
        enough = STANDS_OUT if len(weighed) > 1 else _STANDS_OUT_IN_A_VIEW
        good = next((grounded for apart, grounded in weighed if apart >= enough), None)
        if good is not None:
            return good
        best_of.append(max(weighed, key=lambda one: one[0]))
    most = max(apart for apart, _ in best_of)
    return next(grounded for apart, grounded in best_of if apart >= _NEARLY * most)


_SEEN_ON_IT = 0.5


def _weighed(plan: Plan, layout: str) -> list[tuple[float, Plan]]:
    """The plan on each ground of its palette, with how far the hero is told from it; less where it vanishes in the cloth."""
    grounds = list(LAYOUTS[layout].grounds(plan.palette)) or [plan.cloth_rgb]
    plan.rng("ground").shuffle(grounds)
    if layout == "pattern" and len(plan.said) == 1:  # “sharks pattern in navy” is on navy, where sharks are seen on it
        grounds = list(plan.said) if not plan.hero or plan.stands_out(plan.said[0]) >= _SEEN_ON_IT else grounds
    weighed = []
    for ground in grounds:
        apart = plan.stands_out(ground) if plan.hero else 1.0
        if ground != plan.cloth_rgb and delta_e(ground, plan.cloth_rgb) < GROUND_FROM_CLOTH:
            apart *= 0.5
        weighed.append((apart, replace(plan, ground=ground)))
    return weighed


def _in_tones(understood: Understanding, layout: str) -> bool:
    """A seal is printed in a few tones where it is to look old; else things in it have the colours that they are known by."""
    return layout not in _SEALS or bool(_WORN_WORDS & set(understood.words))


def _worn(understood: Understanding, layout: str, seed: int) -> bool:
    if layout not in _WORN_LAYOUTS:
        return False
    return bool(_WORN_WORDS & set(understood.words)) or seed % 3 == 2


def _lacking(word: str) -> str:
    nearest = nearest_relative(word)
    if not nearest:
        return f"No picture was found for “{word}”."
    return f"There is no picture of “{word}”. The nearest is “{nearest}”: ask for that if it will do."


def _notes(
    understood: Understanding, shown: Cast, library: MotifLibrary, words: str, *, asked: bool, surface: bool
) -> tuple[str, ...]:
    notes = []
    if not library.ready:
        notes.append(
            "The motif packages are not set up: only Pod’s own characters and ornaments were used. Run pod setup."
        )
    if words:
        said = SAYING_SET if understood.heroes or understood.scene else WORDS_INSTEAD
        notes.append((ASKED_SET if asked else said).format(words=words.replace("\n", ", ")))
    elif shown.ornament and not (understood.scene and shown.hero is None) and not surface:  # a place alone is a picture
        notes.append(NOBODY_FOUND)
    told = tokens(words)
    notes += [f"“{said}” was read as “{meant}”." for said, meant in understood.respelled]
    notes += [_lacking(word) for word in understood.unknown[:4] if word not in told or nearest_relative(word)]
    if understood.unknown and index_of(library).is_fetched_later(understood.unknown):
        notes.append("Pod has pictures for more words by now. Run pod setup to fetch them.")
    notes += [f"“{said}” is drawn as {label}." for said, label in understood.kin]
    notes += [f"There is no place for “{label}”; it is not drawn." for label in shown.left_out]
    notes += [f"“{word}” is not drawn." for word in understood.unheard[:4] if word not in told]
    if understood.acts and not understood.doing and shown.hero is not None and not shown.ornament:
        notes.append(f"Only Pod’s own characters hold and wear things: what the {shown.name} does is not drawn.")
    return tuple(notes)
