"""What may be set: exactly what was typed, or a refusal that names the character and the way out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pod.lettering.fonts import JOINERS
from pod.lettering.pairing import undrawable
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused, PodError, Problems

# More than this cannot be read at the size a slot leaves for it.
CHARACTERS_PER_LINE = 36
CHARACTERS_ON_ARC = 48

MOST_CHARACTERS = 4 * CHARACTERS_PER_LINE
"""What the slot with the most lines can hold."""
LINES_ON_CIRCLE = 2

# The pictograph planes, and any sign made a picture by what follows it (U+FE0F emoji style, U+20E3 keycap): UTS #51.
_STRAY_JOINER = re.compile(f"(?<![\u0600-\u0dff])[{JOINERS}]|[{JOINERS}](?![\u0600-\u0dff])")
"""Anywhere but between letters of Arabic and of the Indic scripts, which are the ones that join."""

_EMOJI = re.compile("[\U0001f000-\U0001faff]|.[\ufe0f\u20e3]+|[\ufe0f\u20e3]")


def cleaned(text: str) -> str:
    """`text` in NFC without control and formatting characters; runs of blanks are one blank, line breaks stay, and so do the
    joiners that some scripts spell with."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    visible = "".join(
        c for c in composed if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c in JOINERS
    )
    visible = _STRAY_JOINER.sub("", visible)
    lines = (re.sub(r"\s+", " ", line).strip() for line in visible.split("\n"))
    return "\n".join(line for line in lines if line)


def line_limit(slot: LetteringSlot) -> int:
    """A circle has an upper and a lower half, and no third."""
    return min(slot.max_lines, LINES_ON_CIRCLE) if slot.kind is SlotKind.ARC else slot.max_lines


def character_limit(slot: LetteringSlot) -> int:
    return (CHARACTERS_ON_ARC if slot.kind is SlotKind.ARC else CHARACTERS_PER_LINE) * line_limit(slot)


def refuse_unsettable(text: str, slot: LetteringSlot) -> None:
    """Raise for everything that keeps the cleaned `text` from being set in this slot, all at once."""
    problems = list(_problems(text, slot))
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems("lettering_refused", "This text cannot be set.", (("lettering", p) for p in problems))


def _problems(text: str, slot: LetteringSlot) -> Iterator[PodError]:
    if not text:
        yield InputRefused("lettering_empty", "There is no text to set.", "Type at least one character.")
        return
    limit, lines = character_limit(slot), text.count("\n") + 1
    if len(text) > limit:
        yield too_long(len(text), limit)
        return
    if lines > line_limit(slot):
        yield _too_many_lines(lines, line_limit(slot))
    yield from wrong_characters(text)


def wrong_characters(text: str) -> Iterator[PodError]:
    """What in the cleaned `text` cannot be set, wherever it would stand."""
    emoji = tuple(dict.fromkeys(found[0] for found in _EMOJI.findall(text)))
    if emoji:
        yield _no_emoji(emoji)
    if missing := undrawable(_EMOJI.sub("", text)):
        yield _no_glyph(missing)


def too_long(count: int, limit: int) -> InputRefused:
    return InputRefused(
        "lettering_too_long",
        f"The text has {count} characters; here is room for {limit} that can still be read.",
        "Shorten it, or choose a layout with more lines.",
        measured=count,
        required=limit,
    )


def _too_many_lines(lines: int, allowed: int) -> InputRefused:
    return InputRefused(
        "lettering_too_many_lines",
        f"The text has {lines} lines; here is room for {allowed}.",
        "Remove line breaks, or choose a layout with more lines.",
        measured=lines,
        required=allowed,
    )


def _no_emoji(emoji: tuple[str, ...]) -> InputRefused:
    shown = ", ".join(_named(c) for c in emoji)
    return InputRefused(
        "lettering_emoji",
        f"Emoji are pictures, not letters, and no face draws them: {shown}.",
        "Take it out of the text, and ask for it in the design's sentence instead.",
        characters=[f"U+{ord(c):04X}" for c in emoji],
    )


def _no_glyph(missing: tuple[str, ...]) -> InputRefused:
    """Letters with their marks are named by all of their characters."""
    shown = ", ".join(" with ".join(_named(c) for c in letter) for letter in missing)
    return InputRefused(
        "lettering_no_glyph",
        f"No face here can draw {shown}.",
        "Write it in other characters; `pod fonts` lists the faces and the scripts that they have.",
        characters=[f"U+{ord(c):04X}" for letter in missing for c in letter],
    )


def _named(character: str) -> str:
    return f"“{character}” (U+{ord(character):04X} {unicodedata.name(character, 'without a name')})"
