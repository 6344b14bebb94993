"""“Make the fox blue”: what a sentence asks of a picture that is there already, read by rule.

Words and cloth are no part of the picture, a ground can be cut out, a shadow and an outline can be drawn: none of that
needs an image model. What nobody here can do is left over as `rest`, in the shopper's own words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from pod.model.brief import MAX_SUBJECT_CHARS, Prompt
from pod.model.edit import Touch, TouchKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from prompts.cleaning import plain
from prompts.sentence import QUOTED, WORDS, colour_words
from prompts.styles import styles

_SAY = r"(?:change|set|make|replace|switch|turn|rewrite|update)"
_ADD = r"(?:add|give\s+(?:it|him|her|them)|put|draw|with|apply|use|i\s+want|include)"
_GONE = r"(?:remove|delete|erase|cut\s+out|cut\s+away|take\s+(?:away|out|off)|get\s+rid\s+of|drop|clear|lose)"
_QUOTE = r"(?:“[^”]+”|„[^“”]+[“”]|«[^»]+»|\"[^\"]+\"|(?<!\w)[‘'][^‘’']+(?:[’']\w[^‘’']*)*[’'](?!\w))"
_NOT = re.compile(r"\b(?:do\s+not|don['’]t|never|without|not)\s+(?:\w+ing\s+)?$", re.IGNORECASE)
_LOOSE = re.compile(
    r"^(?:[\s,;.!?]|\b(?:and|then|also|but|please)\b)+|(?:[\s,;.!?]|\b(?:and|then|also|but|please)\b)+$", re.IGNORECASE
)
_SIZES = r"(?:(?:small|large|big|soft|hard|subtle|strong|nice|thick|thin|bold|heavy|simple|solid|little|long)\s+)*"

_POLITE = re.compile(
    r"^(?:(?:please|hi|hello|hey)[,!]?\s+)*(?:(?:can|could|would|will)\s+(?:you|we|i)\s+(?:please\s+)?|i\s+(?:want|would\s+like)\s+(?:you\s+)?to\s+)?",
    re.IGNORECASE,
)
"""“Could you please make …”."""

KEEP = "Change nothing else: the same subject, drawing style, position, size, framing and colours stay exactly as they are."


@dataclass(frozen=True, slots=True)
class Instruction:
    """`lettering` and `cloth` are None where nothing was said of them. `told` is what has to be drawn; `redraws` says that
    all of it is a colour, a mood or a style, which whoever has drawn the picture from a recipe can do by drawing it again."""

    original: str
    lettering: str | None = None
    cloth: str | None = None
    touches: tuple[Touch, ...] = ()
    told: str = ""
    redraws: bool = False


def read_instruction(text: str, *, cloths: Sequence[str] = (), product: str = "", subject: str = "") -> Instruction:
    """`cloths` are the colours that the product comes in, `product` its SKU, `subject` what the picture shows: a fox in a shirt has a shirt of its own.

    Raises `InputRefused` for a sentence that is empty or too long.
    """
    original = _measured(plain(text))
    reading = _Reading(_POLITE.sub("", original), cloths, product, subject)
    reading.read()
    told = reading.left()
    return Instruction(
        original=original,
        lettering=reading.lettering,
        cloth=reading.cloth,
        touches=tuple(reading.touches),
        told=told,
        redraws=bool(told) and is_redrawable(told),
    )


def is_redrawable(told: str) -> bool:
    """Whether every part is a colour, a mood or a style."""
    parts = [p for p in re.split(r"\s*(?:[,;.]|\band\b|\bthen\b)\s*", told) if p]
    return all(any(pattern.fullmatch(part) for pattern in _redraws()) for part in parts)


def style_asked(told: str) -> str:
    """The name of the style that an instruction asks for, or ""."""
    match = _style_pattern().search(told)
    return _style_names()[match["style"].lower()] if match else ""


def instructed(told: str, prompt: Prompt, region: Box | None = None) -> str:
    """What a model is told that is given the picture: the change, where it is to be, and that the rest is left alone."""
    wanted = told[:1].upper() + told[1:].rstrip(".!")
    parts = (
        f"{wanted}.",
        _where(region) if region else "",
        KEEP,
        prompt.slots.get("wordless", ""),
        prompt.slots.get("ground", ""),
    )
    return " ".join(part for part in parts if part)


def _where(region: Box) -> str:
    across, down = (
        f"{start:.0%} and {end:.0%}" for start, end in ((region.left, region.right), (region.top, region.bottom))
    )
    return (
        f"Do this only inside the rectangle between {across} of the picture's width, from the left, and between {down} of"
        " its height, from the top."
    )


# --- reading


@dataclass
class _Reading:
    """One sentence, from which each thing that is understood is taken away."""

    text: str
    cloths: Sequence[str]
    product: str
    subject: str
    lettering: str | None = None
    cloth: str | None = None
    touches: list[Touch] = field(default_factory=list)

    def read(self) -> None:
        self._words()
        self._touch(_NO_GROUND, TouchKind.REMOVE_GROUND)
        self._cloth()
        self._touch(_shadow(), TouchKind.SHADOW)
        self._touch(_outline(), TouchKind.OUTLINE)

    def left(self) -> str:
        """What nothing was understood of, without the joints that are left where parts were taken away."""
        parts = (plain(_LOOSE.sub("", part)) for part in re.split(r"[,;]", self.text))
        return ", ".join(part for part in parts if part)

    def _words(self) -> None:
        for pattern in (_no_words(), *_new_words()):
            match = self._taken(pattern)
            if match:
                self.lettering = _unquoted(match["words"])
                return

    def _touch(self, pattern: re.Pattern[str], kind: TouchKind) -> None:
        match = self._taken(pattern)
        if match:
            named = match.groupdict()
            colour = (named.get("colour") or named.get("ink") or "").lower()
            self.touches.append(Touch(kind, colour_words()["named"].get(colour, "")))

    def _cloth(self) -> None:
        match = self._taken(self._cloth_pattern)
        if match:
            said = re.sub(r"\s+", " ", next(g for g in match.groups() if g)).lower()
            self.cloth = next((c for c in self.cloths if c.lower() == said), said)

    @cached_property
    def _cloth_pattern(self) -> re.Pattern[str]:
        known = _edit_words()
        named = [w for name, row in known["products"].items() if name in self.product.split("-") for w in row]
        drawn = self.subject.lower()
        # “the colour of the shirt” and “the shirt’s colour” are the same wish
        names = _alternatives([*(n for n in named if not re.search(rf"\b{re.escape(n)}\b", drawn)), *known["cloths"]])
        colour = rf"({_alternatives([*self.cloths, *colour_words()['named']])})"
        own = rf"(?:colou?r\s+of\s+(?:the|my|this)\s+)?(?:{names})(?:['’]s)?(?:\s+colou?r)?"
        return re.compile(
            rf"\b(?:(?:(?:{_SAY}|colou?r|dye)(?:\s+(?:the|my|this|its))?|the|my|this)\s+{own}\s+(?:to|into|in|be)?\s*{colour}"
            rf"|colou?r\s+of\s+(?:the|my|this)\s+{own}\s+(?:to|into|in|be)?\s*{colour}"
            rf"|(?:{_SAY}|put|print|show|have)\s+(?:it|this|that|the\s+(?:design|print|picture))\s+on\s+(?:an?|the|my)?\s*{colour}\s+(?:{names})"
            rf"|(?:on|use|take)\s+(?:an?|the)\s+{colour}\s+(?:{names}))(?:\s+instead)?(?!\w)",
            re.IGNORECASE,
        )

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = next((m for m in pattern.finditer(self.text) if not _NOT.search(self.text[: m.start()])), None)
        if match:
            self.text = f"{self.text[: match.start()]} , {self.text[match.end() :]}"
        return match


def _measured(text: str) -> str:
    if not text:
        raise InputRefused(
            "empty_instruction", "Nothing was asked for.", "Say what should change: “make the fox blue”."
        )
    if len(text) > MAX_SUBJECT_CHARS:
        raise InputRefused(
            "instruction_too_long",
            f"The sentence has {len(text)} characters; {MAX_SUBJECT_CHARS} can be read.",
            "Ask for one or two changes at a time.",
            measured=len(text),
            required=MAX_SUBJECT_CHARS,
        )
    return text


def _unquoted(said: str) -> str:
    match = QUOTED.fullmatch(said.strip())
    return plain(next(g for g in match.groups() if g) if match else said.strip(" .!"))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _edit_words() -> dict[str, Any]:
    edits = tomllib.loads((WORDS / "edits.toml").read_text(encoding="utf-8"))
    products = tomllib.loads((WORDS / "products.toml").read_text(encoding="utf-8"))
    return {**edits, "products": products}


_NO_GROUND = re.compile(
    rf"\b(?:{_GONE}\s+(?:the|its|any|that|all\s+(?:of\s+)?the)?\s*(?:\w+\s+)?(?:back\s?ground|backdrop)"
    rf"|{_SAY}\s+(?:the|its)?\s*(?:back\s?ground|backdrop)\s+(?:to\s+|be\s+)?(?:transparent|clear|see-?through|invisible)"
    rf"|(?:{_ADD}\s+)?(?:an?\s+)?(?:transparent|clear|no)\s+(?:back\s?ground|backdrop))\b",
    re.IGNORECASE,
)


@cache
def _shadow() -> re.Pattern[str]:
    colour = _alternatives(colour_words()["named"])
    return re.compile(
        rf"\b(?:(?:{_ADD}\s+)?(?:an?|the|some)?\s*{_SIZES}(?:(?P<colour>{colour})\s+)?{_SIZES}drop[\s-]?shadows?"
        rf"|{_ADD}\s+(?:an?|the|some)?\s*{_SIZES}(?:(?P<ink>{colour})\s+)?{_SIZES}shadows?)"
        r"(?:\s+(?:behind|under|below|to)\s+(?:it|him|her|them|the\s+\w+))?\b",
        re.IGNORECASE,
    )


@cache
def _outline() -> re.Pattern[str]:
    colour = _alternatives(colour_words()["named"])
    return re.compile(
        rf"\b{_ADD}\s+(?:an?|the)?\s*{_SIZES}(?:(?P<colour>{colour})\s+)?{_SIZES}(?:sticker\s+)?(?:out\s?line|border|contour|stroke|rim)"
        r"(?:\s+(?:around|round|to)\s+(?:it|him|her|them|the\s+\w+|everything))?\b",
        re.IGNORECASE,
    )


@cache
def _no_words() -> re.Pattern[str]:
    named = _alternatives(_edit_words()["lettering"])
    return re.compile(rf"\b{_GONE}\s+(?:the|all(?:\s+the)?|any|its)?\s*(?:{named})\b(?P<words>)", re.IGNORECASE)


@cache
def _new_words() -> tuple[re.Pattern[str], ...]:
    """Quoted where they are; else all that follows."""
    named = rf"(?:the|its|my)?\s*(?:{_alternatives(_edit_words()['lettering'])})"
    words = rf"(?P<words>{_QUOTE})"
    return (
        re.compile(rf"\b{_SAY}\s+(?:{named}\s+)?(?:from\s+)?{_QUOTE}\s+(?:to|with|into|by)\s+{words}", re.IGNORECASE),
        re.compile(
            rf"\b(?:{_SAY}\s+)?{named}\s+(?:should\s+)?(?:to|into|with|say|read|be)\s*:?\s*(?P<words>{_QUOTE}|[^\s“„«\"].*)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:{_SAY}\s+(?:it|this|them)\s+)?(?:say|read|write|put|add)\s+(?:{named}\s*:?\s*)?{words}(?:\s+(?:on\s+it|instead))?",
            re.IGNORECASE,
        ),
    )


@cache
def _redraws() -> tuple[re.Pattern[str], ...]:
    known = _edit_words()
    colours, shades = _alternatives(colour_words()["named"]), _alternatives(known["shades"])
    whom = r"(?:it|him|her|them|everything|(?:the|his|her|its|their)\s+[\w'’-]+(?:\s+[\w'’-]+){0,2})"
    return (
        re.compile(
            rf"(?:make|paint|colou?r|turn|change|dye|recolou?r)\s+{whom}(?:['’]s)?(?:\s+colou?r)?\s+(?:to\s+|into\s+|in\s+|be\s+)?(?:(?:{shades})\s+)?(?:{colours})",
            re.I,
        ),
        re.compile(
            rf"(?:make|let|turn|draw|have|give)\s+{whom}\s+(?:look\s+|be\s+|a\s+)?(?:more\s+|a\s+bit\s+|very\s+)?(?:{_alternatives(known['moods'])})(?:\s+face)?",
            re.I,
        ),
        _style_pattern(),
    )


@cache
def _style_names() -> dict[str, str]:
    return {word.lower(): s.name for s in styles() for word in (s.name, s.title, *s.words, *s.with_style)}


@cache
def _style_pattern() -> re.Pattern[str]:
    named = _alternatives(_style_names())
    return re.compile(
        rf"(?:(?:make|draw|turn|do|redraw|show|change)\s+(?:it|this|everything|the\s+\w+)\s+)?(?:again\s+)?(?:to\s+|into\s+|in\s+|as\s+)?(?:an?\s+|the\s+)?(?P<style>{named})(?:[\s-]+style)?",
        re.IGNORECASE,
    )
