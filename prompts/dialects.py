"""How each family of image models wants to be spoken to. One table; an adapter names its family in its capabilities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pod.model.errors import InputRefused


class Form(StrEnum):
    """Whole sentences, a few short ones (long prompts may be typeset into the picture), or a list of tags."""

    SENTENCES = "sentences"
    SHORT = "short"
    TAGS = "tags"


UNWANTED = (
    "photo", "realistic", "3d render", "mockup", "t-shirt", "clothing", "mug", "hanger", "frame", "border",
    "paper texture", "gradient", "glow", "drop shadow", "bokeh", "text", "letters", "watermark", "signature",
    "cropped", "out of frame", "multiple views", "grid", "collage", "blurry", "jpeg artifacts",
)  # fmt: skip
UNWANTED_EIGHT = ("photo", "3d render", "mockup", "text", "watermark", "gradient", "cropped", "frame")
UNWANTED_FIVE = ("mockup", "watermark", "gradient", "frame", "shadow")
UNWANTED_NOUNS = ("mockup", "frame", "text", "watermark", "shadow")


@dataclass(frozen=True, slots=True)
class Dialect:
    """`unwanted` goes into the family's own negative field. Without such a field it stays empty: a list that is sent
    to a model without one is dropped, or appended to the prompt and drawn."""

    family: str
    form: Form
    unwanted: tuple[str, ...] = ()


DIALECTS: Mapping[str, Dialect] = {
    d.family: d
    for d in (
        Dialect("sentences", Form.SENTENCES),  # Gemini image models, gpt-image, and readers of slots
        Dialect("short", Form.SHORT),  # Flux, Imagen: no negative field
        Dialect("short-negative", Form.SHORT, UNWANTED_FIVE),  # Ideogram, Recraft raster: few and concrete
        Dialect("tags", Form.TAGS, UNWANTED),  # SD 1.5, SDXL and relatives: a true list helps
        Dialect("tags-eight", Form.TAGS, UNWANTED_EIGHT),  # SD 3.5: at most eight, low guidance
        Dialect("tags-nouns", Form.TAGS, UNWANTED_NOUNS),  # Midjourney --no: judged word by word, so single nouns
    )
}


def dialect(family: str) -> Dialect:
    found = DIALECTS.get(family)
    if found is None:
        known = ", ".join(DIALECTS)
        raise InputRefused("unknown_family", f"There is no prompt family “{family}”.", f"There are: {known}.")
    return found


def negative(spoken: Dialect) -> str:
    return ", ".join(spoken.unwanted)


def rendered(spoken: Dialect, slots: Mapping[str, str]) -> str:
    """The prompt's text from its slots: see `prompts.compose` for what each holds."""
    return {Form.SENTENCES: _sentences, Form.SHORT: _short, Form.TAGS: _tags}[spoken.form](slots)


def _sentences(slots: Mapping[str, str]) -> str:
    parts = (
        f"{slots['kind']} “{slots['subject']}”.",
        f"Style: {slots['style']}.",
        slots.get("guide", ""),
        slots["colour"],
        slots["line"],
        slots["composition"],
        slots["stronger"],
        slots["room"],
        slots["wordless"],
        slots["ground"],
    )
    return " ".join(part for part in parts if part)


def _short(slots: Mapping[str, str]) -> str:
    parts = (
        f"{_unquoted(slots['subject'])}, {slots['style']}.",
        slots.get("guide", ""),
        slots["colour"],
        "One complete subject in the middle, seen flat from the front, with wide empty space around it.",
        slots["stronger"],
        slots["room"],
        slots["ground"],
    )
    return " ".join(part for part in parts if part)


def _tags(slots: Mapping[str, str]) -> str:
    parts = (
        _unquoted(slots["subject"]),
        slots["tags"],
        slots["colour_tag"],
        "crisp edges",
        "single complete subject",
        "centred",
        "front view",
        "wide empty margin",
        slots["stronger"].lower().replace(". ", ", ").rstrip("."),
        slots["ground_tag"],
    )
    return ", ".join(part for part in parts if part)


OPERATORS = re.compile(r"\b(?:BREAK|AND|ADDCOMM|ADDBASE)\b")
"""In capitals these part a prompt of Stable Diffusion's programs into several."""

SYNTAX = re.compile(r"[()\[\]{}<>|\\]|--+|:+\d*(?:\.\d+)?")
"""Weights, model files, alternatives, options."""


def _unquoted(subject: str) -> str:
    """These families set what stands in quotes as type. Without quotes nothing in the subject may end a sentence, weigh
    a word, load a model or be an option."""
    bare = OPERATORS.sub(lambda m: m.group(0).lower(), SYNTAX.sub(" ", subject))
    return re.sub(r"\s+(,?)\s*", r"\1 ", re.sub(r"\s*[.;!?]+(?=\s|$)", ",", bare)).strip(" ,")
