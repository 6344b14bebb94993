"""A shopper's sentence, taken apart: the subject to draw, the words to set, and hints on style, colour and product.

The sentence is data. Nothing in it can change a rule; a passage aimed at the system is cut and reported.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pod.model.brief import MAX_SUBJECT_CHARS
from pod.model.errors import InputRefused
from prompts.cleaning import plain
from prompts.styles import styles

WORDS = Path(__file__).parent / "words"

QUOTED = re.compile(
    r"“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|\"([^\"]+)\"|(?<!\w)[‘'](?!\w[’'](?!\w))([^‘’']+(?:[’']\w[^‘’']*)*)[’'](?!\w)"
)
"""Single quotes count only around words: a robin's nest has none."""

REQUEST = re.compile(
    r"^(?:please\s+|hi,?\s+|hello,?\s+)*(?:(?:can|could|would) you\s+(?:please\s+)?)?"
    r"(?:design|create|make|draw|generate|paint|give|show|print|i want|i would like|i['’]d like|i need)\s+(?:me\s+|us\s+)?",
    re.IGNORECASE,
)
"""What is said to a person before the subject: “please draw me”."""

DEPICTION = re.compile(
    r"^(?:(?:an?|the|some)\s+)?(?:(?:simple|realistic|photorealistic|isolated|vector|flat|3d|nice)\s+)*"
    r"(?:(?:picture|image|illustration|drawing|artwork|graphic|design|photo|photograph|painting|sketch|render|rendering|"
    r"clip\s?art|mock[- ]?ups?)\s+(?:of|with|showing)|logo\s+(?:of|with|showing|for))\s+",
    re.IGNORECASE,
)
"""“a picture of”: that there is to be a picture goes without saying, and “a photo of” draws a photo."""

PAPER = "posters?|prints?|size|format|paper|sheets?|cards?|canvas"
"""Before these an A3 is a size and no motorway."""

ANNOUNCING = r"(?:saying|says|say|captioned|titled|(?:with )?the (?:words?|text|caption|slogan|name|letters)|with text|text:|caption:)"

ANNOUNCED = re.compile(
    rf"(?i:(?:,\s*)?(?:\b(?:that|which|and)\s+)?\b{ANNOUNCING}):?\s+"
    r"(?P<words>(?:[^a-z\s,.;!]{2,}(?=\s)(?:\s+[^a-z\s,.;!]+(?!\S))*(?=\s+[a-z]))"
    r"|.+?(?=\s*(?:[,.;!]|$)|\s+(?i:in|on|for|under|over|above|below)\s+(?i:a|an|the|it|my)\b))",
)
"""“… saying happy birthday, in red”: the words end at a stop or where the sentence goes on; words in capitals end where the
small letters begin."""

QUOTES = re.compile(r"[\"“”„‟«»‹›＂″‶〝〞〟「」『』❝❞]")

HYPHEN = re.compile(r"[\u2010\u2011\ufe63\uff0d]")

INVERTED = re.compile(r",\s*(?:says|said)\s+(?:the|an?|my|our|his|her)\s+\w+\s*[.!]?$", re.IGNORECASE)
"""“stranger things have happened, says the owl”: the owl is who speaks, not what is set."""

ANNOUNCEMENT = re.compile(
    rf"(?:,\s*)?(?:\b(?:that|which|and|it)\s+)?\b(?:{ANNOUNCING}|reading|reads|write|writing|put|add|print):?\s*$",
    re.IGNORECASE,
)
"""What stands before a quotation and goes with it."""

LETTERING_MANNER = re.compile(
    r",?\s*\bin\s+(?:\w+\s+){0,2}(?:letters|lettering|font|typeface|script|writing)\b", re.IGNORECASE
)

INITIAL = re.compile(r"\b(?:the )?(?:letter|initial) (?P<before>[A-ZÀ-ÖØ-Þ])\b|\b(?P<after>[A-ZÀ-ÖØ-Þ]) (?=monogram\b)")
"""“the letter M”, “an M monogram”: one letter that is set, not drawn."""

FOR_NAME = re.compile(
    r",?\s*\bfor\s+(?:my\s+\w+\s+|our\s+\w+\s+)?"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w-]+(?:\s+[A-ZÀ-ÖØ-Þ][\w-]+)?)(?![\w-]|['’]s)"
)

AIMED_AT_SYSTEM = re.compile(
    r"[^.!?;\n]*\b(?:(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,4}(?:instructions?|rules?|prompts?|guidelines?|filters?)"
    r"|(?:system|developer)\s+(?:prompt|message)|you are now|act as (?:an?|the) (?:ai|assistant|system)|jailbreak)\b[^.!?;\n]*[.!?;]?",
    re.IGNORECASE,
)

BACKGROUND = re.compile(
    r",?\s*\b(?:on|with|against|and)?\s*\b(?:an?\s+)?(?:no|transparent|clear|plain|white|removed|empty)\s+background\b",
    re.IGNORECASE,
)

_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = r"(?:[\"”″]|''|inch(?:es)?\b|in\b(?!\s+(?:an?|the|my|each)\b)|cm\b|mm\b|px\b|pixels?\b)"
SIZE = re.compile(
    rf",?\s*(?:\b(?:in|at|about)\s+)?(?<![\w.])(?:"
    rf"{_NUMBER}\s*{_UNIT}\s*(?:x|×|by)\s*{_NUMBER}\s*{_UNIT}?"
    rf"|{_NUMBER}\s*(?:x|×|by)\s*{_NUMBER}\s*{_UNIT}"
    rf"|{_NUMBER}\s*(?:inch(?:es)?|cm|mm|px|pixels?|dpi|ppi)\b(?:\s+(?:wide|high|tall|square|across))?"
    rf"|(?:format\s+)?(?<!\bthe\s)[Aa][0-6]\b(?=\s+(?:{PAPER})|\s*(?:[,.;]|$))"
    rf"|sizes?\s+(?:[2-5]?x{{0,3}}[sl]|m)\b(?:\s*(?:,|and|/)\s*(?:[2-5]?x{{0,3}}[sl]|m)\b)*)",
    re.IGNORECASE,
)
"""“24" x 36"”, “30 cm wide”, “A3 poster”, “size XL”, “300 dpi”; a 4 x 4 truck has no unit and stays."""

REPHRASED = {
    "png": "",
    "svg": "",
    "jpg": "",
    "mockup": "",
    "mock-up": "",
    "cutout": "",
    "cut-out": "",
    "transparent": "clear",
    "transparency": "clearness",
    "checkerboard": "chequered",
    "alpha": "leading",
    "4k": "",
    "8k": "",
    "isolated": "",
    "die-cut": "",
    "die cut": "",
    "vector": "",
    "logo": "emblem",
    "photorealistic": "",
    "photo-realistic": "",
    "hyperrealistic": "",
    "realistic": "",
    "3d render": "",
    "in 3d": "",
    "mockups": "",
    "mock-ups": "",
    "mock up": "",
    "mock ups": "",
    "transparently": "clearly",
    "translucent": "clear",
    "checkerboards": "chequered boards",
    "t-shirt": "jersey",
    "t-shirts": "jerseys",
    "tshirt": "jersey",
    "tshirts": "jerseys",
    "t shirt": "jersey",
    "t shirts": "jerseys",
    "tee-shirt": "jersey",
    "tee-shirts": "jerseys",
    "tee shirt": "jersey",
    "tee shirts": "jerseys",
    "transparent png": "",
    "transparent svg": "",
}
"""Words that make image models draw a grey checkerboard, a photo or a photographed product, and what is put in their place."""

TAIL = re.compile(r"[\s,;:.–-]+$|\s+(?:on|for|with|in|of|and|as|to|a|an|the|my)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`suggestions` are words that may be meant as lettering (a name after “for”): offered, never set by themselves.

    `style_words` are as found, `styles` the styles they mean; `colours` are (word, ``#rrggbb``); `cut` is what was
    taken out because it was aimed at the system.
    """

    original: str
    subject: str
    lettering: str = ""
    suggestions: tuple[str, ...] = ()
    style_words: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    colours: tuple[tuple[str, str], ...] = ()
    product_words: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    cloth: str = ""
    cut: tuple[str, ...] = ()


def read_sentence(text: str) -> Sentence:
    """Raises `InputRefused` for a sentence that is empty or too long; nothing else is an error here."""
    original = _measured(plain(text))
    rest, cut = _taken(AIMED_AT_SYSTEM, HYPHEN.sub("-", original))
    rest, sizes = _taken(SIZE, rest)
    rest, lettering = _lettering(DEPICTION.sub("", REQUEST.sub("", rest.strip())))
    rest, suggestions = _names(rest)
    rest, products, cloth = _products(rest)
    rest, styles_found, words = _style_words(rest)
    subject = _tidy(_rephrased(BACKGROUND.sub("", rest)))
    return Sentence(
        original=original,
        subject=subject,
        lettering=lettering,
        suggestions=suggestions,
        style_words=words,
        styles=styles_found,
        colours=colours_in(subject),
        product_words=products,
        sizes=tuple(size.strip(" ,") for size in sizes),
        cloth=cloth,
        cut=cut,
    )


def colours_in(text: str) -> tuple[tuple[str, str], ...]:
    """The colour words of a text in their order, each once."""
    named = colour_words()["named"]
    found = dict.fromkeys(w for w in re.findall(r"\w+", text.lower()) if w in named)
    return tuple((word, named[word]) for word in found)


@cache
def colour_words() -> dict[str, dict[str, str]]:
    """``{"named": {word: #rrggbb}, "things": {word: #rrggbb}}``."""
    return tomllib.loads((WORDS / "colours.toml").read_text(encoding="utf-8"))


@cache
def _product_names() -> dict[str, str]:
    rows = tomllib.loads((WORDS / "products.toml").read_text(encoding="utf-8"))
    return {word: name for name, words in rows.items() for word in words}


def _measured(text: str) -> str:
    if not text:
        raise InputRefused("empty_sentence", "There is no sentence.", "Say what you want to see: “a fox on a bicycle”.")
    if len(text) > MAX_SUBJECT_CHARS:
        raise InputRefused(
            "sentence_too_long",
            f"The sentence has {len(text)} characters; at most {MAX_SUBJECT_CHARS} are read.",
            "Keep the subject, and put the words to print in the lettering field.",
            measured=len(text),
            required=MAX_SUBJECT_CHARS,
        )
    return text


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    """The text without every match, and what matched."""
    taken = tuple(m.group(0).strip() for m in pattern.finditer(text))
    return pattern.sub(" ", text), taken


def _lettering(text: str) -> tuple[str, str]:
    """Quotations first; without any, what “saying …” announces."""
    found: list[str] = []
    while match := QUOTED.search(text):
        found.append(next(g for g in match.groups() if g))
        before = ANNOUNCEMENT.sub("", text[: match.start()].rstrip())
        text = f"{before} {text[match.end() :].lstrip()}"
    announced = None if found or INVERTED.search(text) else ANNOUNCED.search(text)
    if announced:
        found.append(announced["words"])
        text = f"{text[: announced.start()]} {text[announced.end() :]}"
    if not found and (initial := INITIAL.search(text)):
        found.append(initial["before"] or initial["after"])
        monogram = "" if "monogram" in text.lower() else "monogram"
        text = f"{text[: initial.start()]} {monogram} {text[initial.end() :]}"
    if found:
        text = LETTERING_MANNER.sub("", text)
    return text, "\n".join(plain(words) for words in found)


def _names(text: str) -> tuple[str, tuple[str, ...]]:
    """“for my mum Sarah” says for whom, not what to draw: the name is offered as lettering."""
    names = [m for m in FOR_NAME.finditer(text) if m["name"].lower() not in _product_names()]
    for match in reversed(names):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, tuple(m["name"] for m in names)


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first: “tote bag” before “tote”."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _product_patterns() -> tuple[re.Pattern[str], ...]:
    product = rf"(?P<product>{_alternatives(_product_names())})"
    colour = rf"(?:(?P<cloth>{_alternatives(colour_words()['named'])})\s+)?"
    kind = r"(?:\s+(?:design|print|artwork|graphic|art))?"
    return (
        # “… on a navy t-shirt”, “for my mug”
        re.compile(rf"\b(?:on|onto|for|as)\s+(?:an?|the|my|our)?\s*{colour}{product}{kind}\b", re.IGNORECASE),
        # “a poster of …”, “t-shirt design with …”
        re.compile(rf"^\s*(?:an?|the|my)?\s*{colour}{product}{kind}\s+(?:of|with|showing|featuring)\b", re.IGNORECASE),
        # “a kawaii cat sticker”
        re.compile(
            rf"(?<=\w)(?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bmy)(?<!\bof)(?<!\bin)(?<!\bwith)(?<!\band)(?<!wearing)(?<!\bt)(?<!\btee)\s+{colour}{product}{kind}\s*[.!]?\s*$",
            re.IGNORECASE,
        ),
    )


def _products(text: str) -> tuple[str, tuple[str, ...], str]:
    """Product words are taken out only where they say what to print on: a cat in a mug keeps its mug."""
    products: dict[str, None] = {}
    cloth = ""
    for pattern in _product_patterns():
        for match in pattern.finditer(text):
            products[_product_names()[match["product"].lower()]] = None
            cloth = cloth or (match["cloth"] or "").lower()
        text = pattern.sub(" ", text)
    return text, tuple(products), cloth


def _style_words(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """“in retro style” is taken out; a bare “retro” stays part of the subject and is a hint."""
    named: dict[str, None] = {}
    found: dict[str, None] = {}
    for each in styles():
        asked = _alternatives((*each.words, *each.with_style))
        phrase = rf",?\s*\b(?:in\s+)?(?:an?\s+|the\s+)?(?P<words>(?:{asked})(?:\s+(?:{asked}))*)[\s-]+style\b"
        bare = rf"\b(?P<words>{_alternatives(each.words)})\b"
        for match in (*re.finditer(phrase, text, re.IGNORECASE), *re.finditer(bare, text, re.IGNORECASE)):
            named[each.name] = None
            found[match["words"].lower()] = None
        text = re.sub(phrase, " ", text, flags=re.IGNORECASE)
    return text, tuple(named), tuple(found)


def _rephrased(text: str) -> str:
    return re.sub(
        rf"\b(?:{_alternatives(REPHRASED)})\b", lambda m: REPHRASED[m.group(0).lower()], text, flags=re.IGNORECASE
    )


def _tidy(text: str) -> str:
    """No quotation marks of any kind (the frame sets its own), no loose ends."""
    text = plain(QUOTES.sub(" ", text))
    text = re.sub(r"\s+([,.;:!?])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).lstrip(" ,;:.-")
    while (shorter := TAIL.sub("", text)) != text:
        text = shorter
    return text
