"""Whose name, or what number, a sentence asks to be set: “called Marmalade”, “for my grandson Jack, aged 4”, “number 12”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pod.providers.embedded.signage import ASKED_WORDS
from pod.providers.embedded.words import STOP, is_manner, tokens


def any_of(name: str) -> str:
    return "(?:" + "|".join(ASKED_WORDS[name]) + ")"


Names = Callable[[str], bool]
"""Whether a word is the name of something."""

CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?<![’']s)"
_NAME = rf"{CAPITALISED}(?:\s+(?:the\s+)?{CAPITALISED})*(?:\s*(?:&|\+|\band\b)\s*{CAPITALISED}(?:\s+{CAPITALISED})*)*"
_LOW = rf"(?:(?i:{'|'.join(ASKED_WORDS['titles'])})\.?\s+)?[^\W\d_][\w’'-]*"
_AGE = r"(?:,?\s*\(?(?i:aged?|is\s+turning|turning|turns|who\s+is|who['’]s|is)\s+(?P<age>\d{1,3})(?:\s+(?i:years?\s+old|today))?\)?|,\s*(?P<bare>\d{1,3})(?=\s*(?:,|$)))?"

_CALLED = re.compile(
    r"(?:,?\s*\b(?i:(?:(?:who|which|that)(?:\s+is|['’]s)\s+)?(?:called|named)"
    r"|(?:(?:with|and|plus|has)\s+)?(?:the|her|his|their|its|a|our|my|family)\s+(?:\w+['’]s\s+)?(?:sur|first\s+|family\s+)?names?(?:\s+(?:is|of|are))?"
    r"|(?<=,\s)names?\s+(?:is|are)"
    r"|(?:with|and)\s+names?|personali[sz]ed\s+(?:with|for))\s+)"
    rf"(?P<name>{_NAME}|(?<=names ){_LOW}\s+(?:and|&)\s+{_LOW}|{_LOW}){_AGE}(?P<where>\s+(?i:on\s+(?:it|top|the\s+(?:front|back|collar|side|banner|ribbon))|underneath|below|above)\b)?"
)
_RELATED = re.compile(
    rf"(?P<whom>(?P<for>\b(?i:for)\s+)?\b(?i:my|our|his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?(?i:{'|'.join(ASKED_WORDS['relations'])}))\s+(?P<name>{_NAME}){_AGE}"
    r"(?P<on>\s+(?i:who|she|he|they|that)\b)?"
)
_RELATED_LOW = re.compile(
    rf"(?P<whom>(?P<for>\bfor\s+)?\b(?:my|our)\s+(?:{'|'.join(ASKED_WORDS['relations'])}))\s+(?P<name>[a-z]+)(?=,?\s+(?:aged?|turning|who is turning)\s+\d){_AGE}"
    r"(?P<on>\s+(?:who|she|he|they)\b)?",
    re.IGNORECASE,
)
GIVEN = "(?:" + "|".join(ASKED_WORDS["first_names"]) + ")"
_RELATED_PLAIN = re.compile(
    rf"(?P<whom>(?P<for>\bfor\s+)?\b(?:my|our)\s+(?:[a-z-]+\s+)?(?:{'|'.join(ASKED_WORDS['relations'])})s?)\s+"
    rf"(?P<name>{GIVEN}(?:\s+(?:and|&)\s+{GIVEN})?)\b(?!['’]){_AGE}(?P<on>\s+(?:who|she|he|they)\b)?",
    re.IGNORECASE,
)
_KINSMAN = re.compile(
    rf"^\s*(?P<name>(?:aunt|auntie|aunty|uncle|grandpa|grandma|grandad|granny|nana|papa|pop|coach|nurse|chef|captain|farmer)\s+{GIVEN})\b(?!['’]){_AGE}(?=\s+\S)",
    re.IGNORECASE,
)
"""“grandpa joe fishing”: who it is is drawn as well."""

_CELEBRATED = re.compile(
    rf"\b(?P<name>(?:happy\s+)?(?:{any_of('celebrations')})\s+(?:(?i:of|for)\s+)?{GIVEN}(?:\s+(?:and|&)\s+{GIVEN}|\s+{GIVEN})?(?:\s+\d{{1,2}})?|{GIVEN}\s+(?:and|&)\s+{GIVEN}(?:['’]s)?\s+(?:wedding|engagement|anniversary)(?:\s+(?:19|20)\d\d)?|(?:princess|prince|captain|king|queen)\s+{GIVEN},?\s+aged?\s+\d{{1,2}}|(?:(?:princess|prince|captain|king|queen|little|baby)\s+)?{GIVEN}\s+(?:is\s+turning|turns|is)\s+\d{{1,2}})\b(?!['’]|\s+(?:years|months|weeks))(?P<age>)(?P<bare>)",
    re.IGNORECASE,
)
"""“quinceañera sofia 15 with a tiara”: the day and whose it is."""

_DEAR = re.compile(
    rf"\b(?:gifts?|presents?|cards?|mugs?|(?:t-?)?shirts?|tee|something|tote|hoodie|keepsake|print|poster)\b[^,;.]*?\bfor\s+(?:(?:my|our)\s+)?(?:[a-z]+\s+)?(?P<name>{any_of('dear')})\b(?=,?\s+(?:who|she|he|that)\b)(?P<age>)(?P<bare>)",
    re.IGNORECASE,
)
"""Who is given it has it in letters, but for those who have a name: “a mug for my nan who loves knitting”."""

_FOR_PLAIN = re.compile(
    rf",?\s*\bfor\s+(?:(?:baby|little)\s+)?(?P<name>(?:(?:grandma|grandpa|grandad|granny|nana|nan|papa|aunt|auntie|uncle|mom|mum|dad|sister|brother|cousin)\s+)?{GIVEN}(?:\s+(?:and|&)\s+{GIVEN})?){_AGE}(?=\s*(?:$|[,;.!]|\b(?:who|with|and|in|on)\b))",
    re.IGNORECASE,
)
"""As many type them, without a capital: only names that many bear."""

_NAMED_LAST = re.compile(rf",\s*(?P<name>{GIVEN}(?:\s*(?:and|&|\+)\s*{GIVEN})?){_AGE}\s*[.!]*$", re.IGNORECASE)
"""“wedding rings with a wreath, anna and tom”."""

_ADDRESSED = re.compile(
    r"(?:,?\s*\b(?:for|from|to)\b)?[\s,]+(?P<name>(?:miss|mrs|mr|ms|coach|dr|nurse|aunt(?:ie|y)?|uncle)\.?\s+(?P<who>[^\W\d_]+))\s*[.!]*$",
    re.IGNORECASE,
)
"""“teacher gift with apples, miss parker”, but not “a cup of tea for mr fox”."""

_OWN = re.compile(rf"\b(?P<whom>(?:(?i:my|our)\s+)?(?:[a-z-]+\s+)?(?P<who>[a-z]+))\s+(?P<name>{_NAME}){_AGE}(?![’'])")
_FOR = re.compile(
    rf",?\s*\b(?i:for)\s+(?:(?i:baby|little|our|my)\s+)?(?P<name>{_NAME}){_AGE}(?=\s*(?:$|[,;.!]|\b(?i:who|with|and|in|on)\b))"
)


@dataclass
class Reading:
    """A sentence that gives up piece after piece."""

    text: str
    words: list[str]
    names: list[str]
    is_named: Names
    is_animal: Names

    def take(self, match: re.Match[str], kept: str = " ") -> None:
        self.text = f"{self.text[: match.start()]}{kept}{self.text[match.end() :]}"


_COORDINATES = re.compile(
    r"[\s,]*(?:\b(?:with|and)\s+)?(?:\b(?:the\s+)?coordinates\s*:?\s*)?(?P<where>\b\d{1,2}(?:\.\d+)?\s?°?\s?[NS],?\s+\d{1,3}(?:\.\d+)?\s?°?\s?[EW])\b",
    re.IGNORECASE,
)


_NUMBERED = re.compile(
    r"[\s,]+(?:(?:with|and|in)\s+)?(?:the\s+|a\s+)?(?:jersey\s+|shirt\s+)?number\s+(?P<number>\d{1,3})\s*$",
    re.IGNORECASE,
)


def take_names(reading: Reading) -> None:
    if numbered := _NUMBERED.search(reading.text):  # before it a saying may end: “softball mom with number 12”
        reading.names.append(numbered["number"])
        reading.take(numbered)
    if place := _COORDINATES.search(reading.text):
        reading.names.append(place["where"])
        reading.take(place)
    _take_called(reading)
    _take_addressed(reading)
    headline = is_headline(reading.text)
    patterns = (
        (_RELATED_LOW,)
        if headline
        else (_CELEBRATED, _KINSMAN, _NAMED_LAST, _RELATED, _RELATED_LOW, _RELATED_PLAIN, _OWN, _FOR, _FOR_PLAIN)
    )
    for pattern in patterns:
        match = next((m for m in pattern.finditer(reading.text) if _is_a_name(m, pattern, reading)), None)
        if match:
            reading.names += _named(match["name"], match)
            reading.take(match, _left_of(match))
    if not reading.names and (dear := _DEAR.search(reading.text)):
        reading.names.append(dear["name"])


def _take_called(reading: Reading) -> None:
    headline = is_headline(reading.text)
    while match := next((m for m in _CALLED.finditer(reading.text) if _calls(m)), None):
        told = match.group().strip(" ,")
        name = match["name"].split()[0] if headline and told[:1].isupper() else match["name"]
        second = _SECOND.match(reading.text[match.end() :]) if _TWO.search(reading.text[: match.start()]) else None
        if second and name == match["name"]:  # both of “two cats named salt and pepper”
            reading.text = reading.text[: match.end()] + reading.text[match.end() + second.end() :]
            name += second.group()
        reading.names += _named(name, match)
        rest = match["name"][len(name) :]
        reading.take(match, f" {rest} ")


def _calls(match: re.Match[str]) -> bool:
    """Not “hello my name is trouble”, which is said."""
    return match["name"].lower() not in _NO_NAME and not _GREETS.search(match.string[: match.start()])


_GREETS = re.compile(r"\b(?:hello|hi|hey),?\s*$", re.IGNORECASE)


def _take_addressed(reading: Reading) -> None:
    match = _ADDRESSED.search(reading.text)
    who = match["who"].lower() if match else ""
    told = match is not None and any(
        reading.is_named(word) for word in tokens(reading.text[: match.start()]) if word not in STOP
    )
    if match and told and not (reading.is_named(who) or is_nobody(who) or who in STOP or is_manner(who)):
        reading.names.append(match["name"])
        reading.take(match)


_TWO = re.compile(r"\b(?:two|2|both|twins?|pair|duo|three|3|four|4)\b[^,;.]*$", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:\s*,?\s*(?!and\b)[^\W\d_]+){0,3}\s+(?:and|&)\s+(?!the\b|an?\b)[^\W\d_][\w-]*(?=\s*(?:$|[,.;]|\b(?:on|in|with|at|by|under|[a-z]+ing)\b))"
)

_NO_NAME = frozenset(ASKED_WORDS["no_name"])
_NOBODY, _RELATIONS = (frozenset(word.lower() for word in ASKED_WORDS[name]) for name in ("nobody", "relations"))


def is_nobody(name: str) -> bool:
    """“Easter”, “Grandad”; Uncle Dave is somebody."""
    words = {word.lower() for word in re.findall(r"[\w-]+", name)} - {"and", "the"}
    return bool(words & _NOBODY) or words <= _RELATIONS


def _is_a_name(match: re.Match[str], pattern: re.Pattern[str], reading: Reading) -> bool:
    if is_nobody(match["name"]):
        return False
    if pattern is not _OWN:
        return True
    mine = re.match(r"(?:my|our)\b", match["whom"], re.IGNORECASE)
    return reading.is_animal(match["who"]) or bool(mine and reading.is_named(match["who"]) and match["who"] not in STOP)


def _named(name: str, match: re.Match[str]) -> list[str]:
    age = match["age"] or match["bare"]
    return [name, *([age] if age else [])]


def _left_of(match: re.Match[str]) -> str:
    """“a gift for my son Alfie who loves frogs” is for my son who does; “a digger for my son Alfie” is a digger."""
    told = match.groupdict()
    if match.re is _KINSMAN:
        return f"{match['name'].split()[0]} "
    if told.get("on"):
        return f"{told['whom']}{told['on']}"
    return " " if told.get("for") or "whom" not in told else f"{told['whom']} "


def is_headline(text: str) -> bool:
    """Where Every Word Has A Capital none of them tells a name."""
    words = re.findall(r"[^\W\d_]+", text)[1:]
    return len(words) > 1 and sum(word[0].isupper() for word in words) > 0.6 * len(words)
