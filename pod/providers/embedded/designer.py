"""From a sentence to a finished wordless design: read, choose, lay out. The same arguments draw the same picture.

The seed walks through layouts and palettes rather than rolling dice for them: designs with neighbouring seeds, the
candidates that a shopper sees side by side, are different by construction.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pod.drawing.display import Drawing
from pod.model.artwork import LetteringSlot
from pod.providers.embedded.characters import character
from pod.providers.embedded.keywords import ANIMALS, PLACES, Choice
from pod.providers.embedded.layouts import LAYOUTS, STYLE_LAYOUTS, Plan, build
from pod.providers.embedded.motifs import ONE_INK, Motif, MotifLibrary
from pod.providers.embedded.ornaments import emblem
from pod.providers.embedded.palettes import PALETTES, Palette, own_palette, turned_to
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.understanding import Understanding, read

OPEN_LAYOUTS = (
    "badge",
    "sunset",
    "sticker",
    "scene",
    "wreath",
    "typographic",
    "crest",
    "minimal",
    "mandala",
    "line_art",
)
"""What may be drawn where no style was asked for, in the order that is tried."""

_LAYOUT_WORDS: Mapping[str, frozenset[str]] = {
    "sunset": frozenset(["sunset", "sunrise", "retro", "80s", "1980s", "synthwave", "surf", "surfing"]),
    "badge": frozenset(
        ["badge", "emblem", "logo", "seal", "patch", "club", "est", "brewery", "crew", "team", "ranger"]
    ),
    "crest": frozenset(["crest", "shield", "badge", "emblem", "club", "team", "est"]),
    "sticker": frozenset(["sticker", "kawaii", "cute", "chibi", "cartoon", "baby", "adorable"]),
    "scene": frozenset(["night", "moon", "forest", "stars", "woods", "magical", "dreamy", "mystic", "witchy"]),
    "wreath": frozenset(
        ["floral", "flowers", "wildflowers", "botanical", "cottagecore", "wedding", "wreath", "garden"]
    ),
    "mandala": frozenset(["mandala", "symmetric", "yoga", "boho", "zen"]),
    "minimal": frozenset(["minimal", "minimalist", "simple", "modern", "clean"]),
    "line_art": frozenset(["line", "lineart", "outline", "drawing", "sketch", "ink"]),
    "typographic": frozenset(["quote", "text", "typography", "typographic", "saying", "words", "slogan"]),
}
"""Words of a sentence that ask for a layout where no style was chosen."""

_LAYOUT_NAMES: Mapping[str, frozenset[str]] = {
    "badge": frozenset(["badge", "emblem", "logo", "seal", "patch"]),
    "crest": frozenset(["crest", "shield", "badge", "emblem"]),
    "sticker": frozenset(["sticker", "stickers", "kawaii"]),
    "mandala": frozenset(["mandala"]),
    "wreath": frozenset(["wreath", "botanical"]),
    "line_art": frozenset(["lineart", "line-art", "line", "outline", "sketch"]),
    "minimal": frozenset(["minimal", "minimalist"]),
    "sunset": frozenset(["sunset", "sunrise"]),
}
"""Words that can mean nothing but one kind of picture: they leave the seed no other choice."""

_LAND = frozenset(
    [
        "sun",
        "mountain",
        "snow-capped mountain",
        "evergreen tree",
        "water wave",
        "palm tree",
        "crescent moon",
        "deciduous tree",
    ]
)
"""Pictures that the sunset's own landscape draws better."""

_SOFT_WORDS = frozenset(["kawaii", "cute", "sticker", "baby", "happy", "sweet", "tiny", "little", "adorable", "chibi"])
_WORN_WORDS = frozenset(["vintage", "worn", "distressed", "grunge", "rustic", "old", "washed", "faded", "weathered"])
_QUIET_CLOTH = "#ffffff"
_IN_PAWS: Mapping[str, frozenset[str]] = {
    "cup": frozenset({"hot beverage", "teacup without handle", "teapot", "bubble tea"}),
    "book": frozenset({"books", "open book", "closed book", "green book", "blue book", "orange book"}),
    "flower": frozenset({"bouquet", "blossom", "tulip", "rose", "seedling", "sunflower", "hibiscus"}),
    "heart": frozenset({"red heart", "heart with arrow"}),
    "orange": frozenset({"tangerine"}),
    "gamepad": frozenset({"video game", "joystick"}),
}
"""Pictures that a prop already shows."""


@dataclass(frozen=True, slots=True)
class Design:
    """`drawing` has a frame of 4096 units; `credits` name third-party pictures, `notes` what was not drawn as asked."""

    drawing: Drawing
    slots: tuple[LetteringSlot, ...]
    layout: str
    palette: Palette
    credits: tuple[str, ...]
    notes: tuple[str, ...]
    facts: Mapping[str, str] = field(default_factory=dict)


def draw(
    subject: str,
    *,
    data_dir: Path,
    seed: int,
    style: str = "",
    cloth_rgb: str = "",
    palette: Sequence[str] = (),
    palette_name: str = "",
    lettering: bool = False,
    product_shape: str = "",
    layout: str = "",
) -> Design:
    """A design for the sentence. `palette` are the shopper's own inks; `layout` overrides what style and seed choose.

    Never fails on a sentence: where no picture is sure enough, ornament and type carry the design and a note says so.
    """
    subject = subject.encode("utf-8", "replace").decode()  # half an emoji is no text and has no hash
    library = MotifLibrary(data_dir)
    understood = read(subject, library)
    cloth = cloth_rgb or _QUIET_CLOTH
    flags = _hero_flags(understood, library)
    name = layout or _layout(style, understood, flags, seed, product_shape, lettering=lettering)
    scene = understood.scene or ("ocean" if "water" in flags else "")
    cast = _cast(understood, library, name, style, seed)
    chosen = _palette(understood, subject, seed, tuple(palette), palette_name)
    plan = Plan(
        subjects=cast.subjects,
        palette=chosen,
        cloth_rgb=cloth,
        lettering=lettering,
        scene=scene,
        seed_text=f"{subject}/{seed}",
        line_art=cast.line_art,
        worn=_worn(understood, name, seed),
    )
    sketch = build(name, plan)
    return Design(
        drawing=sketch.drawing,
        slots=sketch.slots,
        layout=name,
        palette=chosen,
        credits=cast.credits(),
        notes=_notes(understood, cast, library),
        facts={"layout": name, "palette": chosen.name, "hero": cast.hero, "scene": scene},
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who is in the picture. `hero` and `left_out` are labels."""

    subjects: tuple[Subject, ...]
    hero: str = ""
    line_art: Motif | None = None
    left_out: tuple[str, ...] = ()
    invented: bool = False

    def credits(self) -> tuple[str, ...]:
        shown = (*self.subjects, *((self.line_art,) if self.line_art else ()))
        return tuple(dict.fromkeys(s.credit for s in shown if isinstance(s, Motif)))


def _hero_flags(understood: Understanding, library: MotifLibrary) -> frozenset[str]:
    hero = understood.heroes[0] if understood.heroes else None
    return library.flags(hero.codepoints) if hero and not hero.can_be_character else frozenset()


def _layout(
    style: str, understood: Understanding, flags: frozenset[str], seed: int, shape: str, *, lettering: bool
) -> str:
    """The style's layouts, or those that suit the sentence, by turns."""
    if style in STYLE_LAYOUTS:
        suited: tuple[str, ...] = STYLE_LAYOUTS[style]
    else:
        suited = _suited(understood, flags, shape, lettering=lettering)
    return suited[seed % len(suited)]


def _suited(understood: Understanding, flags: frozenset[str], shape: str, *, lettering: bool) -> tuple[str, ...]:
    """What the words ask for outright; else the five that suit them best."""
    words = set(understood.words)
    fitting = [name for name in OPEN_LAYOUTS if _fits(name, understood, flags, lettering=lettering)]
    asked = {name: len(words & _LAYOUT_WORDS[name]) for name in fitting}
    if understood.scene:
        asked = {name: count + (name in ("sunset", "scene")) for name, count in asked.items()}
    if shape == "sticker" and "sticker" in asked:
        asked["sticker"] += 3
    named = {name: len(words & _LAYOUT_NAMES[name]) for name in fitting if name in _LAYOUT_NAMES}
    if most := max(named.values(), default=0):
        return tuple(name for name in named if named[name] == most)
    most = max(asked.values())
    if most > 1:
        return tuple(name for name in fitting if asked[name] == most)
    return tuple(sorted(fitting, key=lambda name: -asked[name] - _holds_all(name, understood)))[
        : 3 if understood.companions else 5
    ]


def _holds_all(name: str, understood: Understanding) -> int:
    """A puppy with sunglasses should keep them: layouts for several pictures come first where several were named."""
    return int(bool(understood.companions) and LAYOUTS[name].subjects > 1)


def _fits(name: str, understood: Understanding, flags: frozenset[str], *, lettering: bool) -> bool:
    """No taco in a moonlit forest, no head without a body on a hill, no words-only layout without words, no empty badge."""
    hero = understood.heroes[0] if understood.heroes else None
    if name == "typographic":
        return lettering
    if hero is None:
        return not LAYOUTS[name].needs_subject
    outdoors = hero.group in (ANIMALS, PLACES) or bool(understood.scene)
    banned = {"sunset", "scene"} if "face" in flags or not outdoors else {"scene"} if "water" in flags else set()
    return name not in banned


def _cast(understood: Understanding, library: MotifLibrary, layout: str, style: str, seed: int) -> _Cast:
    room = LAYOUTS[layout].subjects
    hero_choice, hero = _hero(understood, library, layout, style, seed)
    if hero_choice is None or hero is None:
        if LAYOUTS[layout].needs_subject:
            return _Cast((emblem(random.Random(f"{understood.words}/{seed}/emblem")),), "ornament", invented=True)  # noqa: S311 - a drawing, not a secret
        return _Cast((), "")
    if layout in ("sunset", "line_art") and understood.scene and hero_choice.label in _LAND:
        return _Cast((), hero_choice.label)
    in_paws = _IN_PAWS.get(understood.prop, frozenset()) if not isinstance(hero, Motif) else frozenset()
    wanted = [c for c in understood.companions if c.label not in in_paws]
    found = [(c, picture) for c in wanted if (picture := _picture(c, library)) is not None]
    shown = found[: room - 1]
    line_art = (
        library.motif(hero_choice.codepoints, ONE_INK) if layout == "line_art" and hero_choice.codepoints else None
    )
    left_out = tuple(c.label for c in wanted if c not in [shown_choice for shown_choice, _ in shown])
    return _Cast((hero, *(picture for _, picture in shown)), hero_choice.label, line_art, left_out)


def _hero(
    understood: Understanding, library: MotifLibrary, layout: str, style: str, seed: int
) -> tuple[Choice | None, Subject | None]:
    """The best choice that can be drawn; our own animal where it holds something, or where only a head is at hand."""
    for choice in understood.heroes:
        own = choice.can_be_character
        if own and (choice.species or _better_as_character(understood, layout, style, seed)):
            return choice, _figure(own, understood)
        motif = library.motif(choice.codepoints)
        if motif is None or motif.flags & {"text", "scene"}:
            continue
        if own and "face" in motif.flags and layout in ("sunset", "scene"):
            return choice, _figure(own, understood)
        return choice, motif
    return None, None


def _better_as_character(understood: Understanding, layout: str, style: str, seed: int) -> bool:
    soft = style == "kawaii-sticker" or bool(_SOFT_WORDS & set(understood.words))
    return bool(understood.prop) or understood.apron or (soft and layout == "sticker" and seed % 2 == 0)


def _figure(species: str, understood: Understanding) -> Subject:
    return character(species, prop=understood.prop, apron="#4f7f7a" if understood.apron else "")


def _picture(choice: Choice, library: MotifLibrary) -> Subject | None:
    return character(choice.species) if choice.species else library.motif(choice.codepoints)


def _palette(understood: Understanding, subject: str, seed: int, inks: tuple[str, ...], name: str) -> Palette:
    """Own inks win, then a name; else the palettes that the words call for and two or three others, by turns."""
    if inks:
        return own_palette(inks)
    if name in PALETTES:
        return PALETTES[name]
    words = set(understood.words)
    rng = random.Random(f"{subject}/palettes")  # noqa: S311 - a drawing, not a secret
    others = sorted(PALETTES.values(), key=lambda p: p.name)
    rng.shuffle(others)
    pool = sorted(others, key=lambda p: -len(words & set(p.words)))[:5]
    return turned_to(pool[seed % len(pool)], understood.colours)


def _worn(understood: Understanding, layout: str, seed: int) -> bool:
    if layout not in ("badge", "crest", "sunset"):
        return False
    return bool(_WORN_WORDS & set(understood.words)) or seed % 3 == 2


def _notes(understood: Understanding, cast: _Cast, library: MotifLibrary) -> tuple[str, ...]:
    notes = []
    if not library.ready:
        notes.append(
            "The motif packages are not set up: only Pod’s own characters and ornaments were used. Run pod setup."
        )
    if cast.invented or not cast.hero:
        notes.append("No picture was found for this sentence; ornament carries the design.")
    notes += [f"No picture was found for “{word}”." for word in understood.unknown[:4]]
    notes += [f"This layout has no place for “{label}”; it is not drawn." for label in cast.left_out]
    return tuple(notes)
