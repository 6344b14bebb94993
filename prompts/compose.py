"""A brief, a style and a print area become a prompt: a fixed frame with slots, filled in this order.

kind → subject → style → colour → line → composition → what is said more strongly → room for type → wordless → ground

The frame owns the rules, the shopper owns the subject. Every clause says what is to be seen. Which colours, which frame
and which ground are decisions of this module and part of the result, so that they can be checked and cut out later.
"""

from __future__ import annotations

import hashlib
import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

from pod.imaging.colour import delta_e, lab
from pod.model.brief import DesignBrief, Prompt
from pod.model.errors import InputRefused
from pod.model.product import Background, PrintArea
from prompts.cleaning import shortened
from prompts.dialects import dialect, negative, rendered
from prompts.grounds import key_colour
from prompts.seasons import seasonal_palette
from prompts.sentence import Sentence, read_sentence
from prompts.styles import Palette, Style

TEMPLATE_VERSION = 3
"""Raised with any change of wording or of a decision below: the same number is the same prompt."""

SUBJECT_CHARS = 300

CLAUSES = Path(__file__).parent / "words" / "clauses.toml"

NATIVE_4K_PX: Mapping[str, tuple[int, int]] = {
    "1:1": (4096, 4096),
    "2:3": (3392, 5056),
    "3:2": (5056, 3392),
    "3:4": (3584, 4800),
    "4:3": (4800, 3584),
    "4:5": (3712, 4608),
    "5:4": (4608, 3712),
    "9:16": (3072, 5504),
    "16:9": (5504, 3072),
    "21:9": (6336, 2688),
}
"""Pixels that Gemini image models deliver at "4K" (ai.google.dev, image generation, table of aspects)."""

LIGHT = 85.0
"""CIE L* from which an ink can be paper."""

KIND = "Draw a single piece of print artwork:"
WORDLESS = "The picture consists of shapes only, and its surface is clean ink."
NO_SUBJECT = "a simple symmetric ornament"
"""With lettering alone the drawing is an ornament beside it."""

ROOM = {
    "above": "The upper fifth of the frame is plain background.",
    "below": "The lower fifth of the frame is plain background.",
    "rim": "The band around the rim is one plain solid colour.",
}
"""Where type will be set. An “empty banner” is never asked for: it attracts gibberish."""

GUIDE = (
    "The attached picture is a guide: take what it shows, its pose and its arrangement from it, and draw all of it anew in"
    " this style and these colours."
)
"""Said to models that are spoken to in sentences; those that are told in tags begin from the picture itself."""

SMALL_MM = 120.0
"""Width of an area under which not every layout of the embedded designer holds its details: it is told of it."""

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")


def compose(
    brief: DesignBrief,
    style: Style,
    area: PrintArea,
    *,
    cloth_rgb: str = "",
    family: str = "sentences",
    stronger: tuple[str, ...] = (),
) -> Prompt:
    """The prompt for one model family. The same arguments give the same prompt, fingerprint included.

    `stronger` are the findings of a picture that is asked for again: each has a clause of its own.

    Refuses a brief whose product the style is not made for, an unknown family, a palette no ground colour keeps apart
    from, and what `read_sentence` refuses.
    """
    _suitable(brief, style)
    spoken = dialect(family)
    read = read_sentence(brief.subject)
    subject = shortened(read.subject, SUBJECT_CHARS) or NO_SUBJECT
    inks, palette = _inks(brief, style, cloth_rgb)
    key = "" if area.background is Background.FULL else key_colour(inks, subject)
    aspect, (width_px, height_px) = nearest_frame(area)
    slots = _slots(brief, style, subject, inks, palette, key or _paper(inks), aspect) | _asked_for(read)
    slots |= {"cloth": cloth_rgb, "stronger": " ".join(map(_clause, dict.fromkeys(stronger)))}
    if brief.lettering:
        slots |= {"letters": str(len(brief.lettering))}
    if area.width_mm < SMALL_MM:
        slots |= {"small_mm": f"{area.width_mm:g}"}
    if brief.reference_sha256:
        # only then: the fingerprint of whatever has no guide stays what it was
        slots |= {"guide": GUIDE, "reference": brief.reference_sha256}
    prompt = Prompt(
        text=rendered(spoken, slots),
        negative=negative(spoken),
        family=family,
        style=style.name,
        style_version=style.version,
        template_version=TEMPLATE_VERSION,
        fingerprint="",
        aspect=aspect,
        width_px=width_px,
        height_px=height_px,
        key_rgb=key,
        inks=inks,
        slots=slots,
    )
    return _fingerprinted(prompt)


def nearest_frame(area: PrintArea) -> tuple[str, tuple[int, int]]:
    """The aspect, and its pixels, whose ratio is nearest to the area's file: twice as wide is as far as half as wide."""
    width_px, height_px = area.size_px
    wanted = math.log(width_px / height_px)
    return min(NATIVE_4K_PX.items(), key=lambda frame: abs(math.log(frame[1][0] / frame[1][1]) - wanted))


def _suitable(brief: DesignBrief, style: Style) -> None:
    if style.unsuited(brief.product):
        raise InputRefused(
            "style_unsuited",
            f"The style “{style.title}” does not print well on {brief.product}.",
            "Choose another style, or another product.",
            style=style.name,
            product=brief.product,
        )


@cache
def clauses() -> Mapping[str, str]:
    """Finding → the sentence that is added when the picture is asked for again."""
    return dict(tomllib.loads(CLAUSES.read_text(encoding="utf-8")))


def _clause(finding: str) -> str:
    if finding not in clauses():
        known = ", ".join(clauses())
        raise InputRefused(
            "unknown_clause", f"Nothing can be said more strongly about “{finding}”.", f"There are: {known}."
        )
    return clauses()[finding]


def _asked_for(read: Sentence) -> dict[str, str]:
    """What the sentence says beside its subject, for the recipe and for readers of slots; none of it is drawn."""
    return {
        "asked_names": ", ".join(read.suggestions),
        "asked_size": ", ".join(read.sizes),
        "asked_product": ", ".join(read.product_words),
        "asked_colours": ", ".join(f"{word} {rgb}" for word, rgb in read.colours),
    }


def _inks(brief: DesignBrief, style: Style, cloth_rgb: str) -> tuple[tuple[str, ...], str]:
    """The brief's own inks, else its named palette, else the style's that stands out most from the cloth."""
    if brief.palette:
        return brief.palette, "own"
    if brief.palette_name:
        palette = _named(style, brief.palette_name)
    elif cloth_rgb:
        palette = max(style.palettes, key=lambda p: min(delta_e(ink, cloth_rgb) for ink in p.inks))
    else:
        palette = style.palettes[0]
    return palette.inks, palette.name


def ground_of(prompt: Prompt) -> str:
    """The colour behind the subject that a prompt asks for."""
    return prompt.key_rgb or _paper(prompt.inks)


def _paper(inks: tuple[str, ...]) -> str:
    """The ground of a picture that keeps its ground: the palette's own light ink where it has one, else white.

    A key colour is for cutting out: asked for here it would be printed, as a green frame.
    """
    lightest = max(inks, key=lambda ink: lab(ink)[0])
    return lightest if len(inks) > 1 and lab(lightest)[0] >= LIGHT else "#ffffff"


def _named(style: Style, name: str) -> Palette:
    """The style's own palette of that name, or a season's."""
    found = style.palette(name) or seasonal_palette(name)
    known = f"It has: {', '.join(p.name for p in style.palettes)}; or give inks as #rrggbb."
    if found is None:
        raise InputRefused("unknown_palette", f"The style “{style.title}” has no palette “{name[:60]}”.", known)
    if not style.least_inks <= len(found.inks) <= style.most_inks:
        raise InputRefused(
            "palette_inks",
            f"The palette “{name}” has {len(found.inks)} inks; {style.title} takes {style.least_inks} to"
            f" {style.most_inks}.",
            known,
            measured=len(found.inks),
            required=f"{style.least_inks}–{style.most_inks}",
        )
    return found


def _slots(
    brief: DesignBrief, style: Style, subject: str, inks: tuple[str, ...], palette: str, ground: str, aspect: str
) -> dict[str, str]:
    # a style that was not asked for is one try among several: a designer that knows better may do otherwise
    asked = brief.style == style.name
    count = NUMBERS[len(inks)] if len(inks) < len(NUMBERS) else str(len(inks))
    colours = "colour" if len(inks) == 1 else "colours"
    return {
        "kind": KIND,
        "subject": subject,
        "style": style.descriptor,
        "tags": ", ".join(style.tags),
        "colour": f"Use exactly {count} flat solid {colours}: {', '.join(ink.upper() for ink in inks)};"
        " every area is one solid colour with a crisp edge.",
        "colour_tag": f"{count} flat solid {colours}",
        "palette": palette,
        "palette_by": "shopper" if brief.palette or brief.palette_name else "style" if asked else "",
        "line": style.line,
        "composition": "The subject is complete and whole, drawn once, exactly in the middle, seen flat from the front,"
        f" filling about four fifths of the {_shape(aspect)} frame, with a generous empty band on all four sides.",
        "room": ROOM[style.lettering] if brief.lettering else "",
        "wordless": WORDLESS,
        "ground": f"The entire background is one perfectly flat, uniform {ground.upper()} from edge to edge.",
        "ground_tag": f"flat uniform {ground.upper()} background",
        "lettering_place": style.lettering,
        "layouts": " ".join(style.layouts) if asked else "",
    }


def _shape(aspect: str) -> str:
    width, height = (int(n) for n in aspect.split(":"))
    return "square" if width == height else "wide" if width > height else "upright"


def _fingerprinted(prompt: Prompt) -> Prompt:
    """With the SHA-256 over everything that shaped it: template, style, slots, family, inks, ground, sizes."""
    fields = {name: value for name, value in asdict(prompt).items() if name != "fingerprint"}
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return Prompt(**{**fields, "fingerprint": hashlib.sha256(canonical.encode()).hexdigest()})
