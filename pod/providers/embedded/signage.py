"""What a shop, a team or a day is called, and what its poster, shirt or sign shows.

“brewery poster with hops and barley” is lettered BREWERY and shows hops and barley; “our bowling club the gutter girls with
three pins” is THE GUTTER GIRLS and shows pins. Each function answers the words, as they were typed, and what is left to be
drawn; ("", the text) where there is nothing of the kind.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from pod.providers.embedded.words import INSTITUTIONS, STOP, TRADES, is_manner, tokens

ASKED_WORDS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "data" / "asked_words.toml").read_text(encoding="utf-8")
)

Taken = tuple[str, str]
Test = Callable[[str], bool]


def _either(words: frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_HOUSES = INSTITUTIONS | frozenset(ASKED_WORDS["houses"])
_BEARER = "(?:" + "|".join(ASKED_WORDS["products"]) + ")"
_SEEN, _OCCASIONS = frozenset(ASKED_WORDS["landscapes"]), frozenset(ASKED_WORDS["days"])
_LETTERED, _PLAIN = frozenset(ASKED_WORDS["lettered"]), frozenset(ASKED_WORDS["plain_houses"])
_SHOWS = r"(?:with|showing|featuring|of)"

_BILL = re.compile(
    rf"^(?:(?:an?|the|our|my)\s+)?(?P<house>(?:[\w’'&-]+\s+){{0,4}}?(?P<kind>{_either(_HOUSES | TRADES | frozenset(ASKED_WORDS['days']))}))\s+(?P<what>{_BEARER})\b"
    rf"(?:\s+{_SHOWS})?\s+(?P<rest>(?!(?:for|in|on|to|by|and|about|that|who|from|as|at|please|style|design|art|with)\b).+)$",
    re.IGNORECASE,
)
_FOR_A_HOUSE = re.compile(
    rf"^(?:[\w’'&-]+\s+){{0,4}}?(?P<what>{_BEARER})\s+for\s+(?:an?|our|my|the)\s+(?P<house>[^,]*?\b{_either(_HOUSES)})\b[^,]*?(?:,\s*|\s+){_SHOWS}\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_ON_A_SIGN = re.compile(
    r"^(?!(?:an?|the|two|three|some)\b)(?P<words>[\w’'& -]{3,30}?)\s+with\s+(?P<rest>.+)$", re.IGNORECASE
)
_A_WORD = r"(?!(?:with|featuring|in|on|at|who|that|wearing|riding|for|and\s+(?:an?|the|some|two|three))\b)[\w’'&-]+"
_NO_TEAM = r"(?:girls|boys|ladies|mums|moms|dads|kids|players|colou?rs|sports|shirts|jerseys|gifts)"
_GAMES = r"(?:volleyball|basketball|baseball|softball|soccer|football|hockey|lacrosse|rugby|tennis|netball|cricket|swim|track|wrestling)"
_TEAM_LAST = re.compile(rf"^(?:the )?(?!{_NO_TEAM}\b)(?P<name>[a-z]{{4,}}s) (?P<team>{_GAMES} team)\b", re.IGNORECASE)
"""“tigers volleyball team”: called before it is said what they play."""

_TEAM = re.compile(
    rf"\b(?:{'|'.join(ASKED_WORDS['bands'])})\s+(?P<name>the\s+{_A_WORD}(?:\s+{_A_WORD}){{0,2}}|(?<=team\s)(?!{_NO_TEAM}\b)[a-z]{{4,}}s(?=\s+with\b|\s*$|,?\s+(?:number|no\.?|#)\s*\d))(?=\s*(?:,|$|\b(?:with|featuring|in|on|and|number|no)\b|#))",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(rf"\s+(?:with|and|for|at)\s+(?P<name>[\w-]+['’]s\s+{_either(_HOUSES)})\s*$", re.IGNORECASE)
_CALLED = re.compile(rf"\s*\b(?:called|named)\s+(?P<name>[a-z0-9][\w’'&-]*(?:\s+{_A_WORD}){{0,4}})")
_FAMILY = re.compile(
    r"(?<!\bfrom )\b(?P<name>the (?P<whose>(?!whole|entire|royal|holy|happy|best)[\w’'-]+) family)\b(?=\s*(?:,?\s*est\b|,?\s*since\b|,?\s*\d{4}\b|(?:with|at|on|in|by)\b|tree\b))",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(r"\s*(?:at|on|in|by) (?:the|a|our)\b", re.IGNORECASE)
"""A family that is somewhere is seen there."""

_CLOSING = re.compile(
    rf"^(?P<before>.*\w),?\s+(?P<words>(?:{'|'.join(ASKED_WORDS['closing'])})(?: (?:mrs|mr|ms|miss|dr|coach)\.? [\w’'-]+)?)\s*[.!]*$",
    re.IGNORECASE,
)


def bill(text: str, is_named: Test) -> Taken:
    """A poster, sign or shirt of a house or a day. Of a trade only what is shown counts, and a gift bears no name. Of a bowling
    club’s “three pins” are those of bowling."""
    match = _BILL.match(text)
    if match and match["kind"].lower() not in _SEEN:
        words, rest = _house(match), match["rest"]
        told = _ON_A_SIGN.match(rest) if match["what"].lower() in _SIGNS else None
        if told:
            words, rest = told["words"], told["rest"]
        return words, _still_a(match["what"], rest)
    asked = None if match else _FOR_A_HOUSE.match(text)
    if not asked:
        return "", text
    seen = any(is_named(word) for word in tokens(asked["rest"]) if word not in STOP and not is_manner(word))
    return "", _still_a(asked["what"], asked["rest"] if seen else f"{asked['rest']}, {asked['house']}")


_SIGNS = frozenset({"sign", "banner"})
_KINDS = frozenset({"poster", "sticker", "logo", "badge", "emblem", "banner"})
"""What is a kind of picture as well: it stays in the sentence."""


def _house(match: re.Match[str]) -> str:
    house = match["house"]
    alone = len(tokens(house)) == 1
    named = match["kind"].lower() not in TRADES | _OCCASIONS and not (alone and house.lower() in _PLAIN)
    return house if named and match["what"].lower() in _LETTERED else ""


def _still_a(what: str, rest: str) -> str:
    return f"{rest} {what}" if what.lower() in _KINDS else rest


def team_name(text: str) -> Taken:
    """“robotics team the rusty bolts with a robot”."""
    text = _TEAM_LAST.sub(r"\g<team> \g<name>", text)
    match = _TEAM.search(text)
    return (match["name"], f"{text[: match.start('name')]} {text[match.end() :]}") if match else ("", text)


def house_name(text: str) -> Taken:
    """“a small bakery called crumb and co with a croissant”: a house may have more than one word to its name. A family is one."""
    if (family := _FAMILY.search(text)) and not is_manner(family["whose"].lower()):
        after = text[family.end() :]
        return family["name"], f"{text[: family.start()]} {'family' if _SOMEWHERE.match(after) else ''} {after}"
    if of_somebody := _OF_SOMEBODY.search(text):
        return of_somebody["name"], text[: of_somebody.start()]
    match = _CALLED.search(text) if _HOUSES & set(tokens(text)) else None
    return (match["name"], f"{text[: match.start()]} {text[match.end() :]}") if match else ("", text)


def closing_words(text: str, is_named: Test) -> Taken:
    """“skeleton drinking coffee but first coffee”: what is said after a picture, with or without a comma."""
    match = _CLOSING.match(text)
    seen = match and any(is_named(word) for word in tokens(match["before"]) if word not in STOP and not is_manner(word))
    return (match["words"], match["before"]) if match and seen else ("", text)
