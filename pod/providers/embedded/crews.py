"""Crews, clubs, bands and families said as the people who are in them: “nurse team” are three nurses, a book club reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from pod.providers.embedded.characters.trades import CALLED
from pod.providers.embedded.words import NUMBERS

_CREW = r"(?:team|squad|crew|gang|club|group|society|besties|buddies)"
_NO_PEOPLE = (
    r"(?! (?:logo|badge|sign|emblem|crest|mascot|poster|banner|shirts?|jersey|room|house|building|photo|gift|spirit|life|captain"
    r"|chicken|sandwich|music|poster|called|named|\d))"
)
"""After a crew: what shows its mark and nobody of it."""

_AT_IT = {
    "soccer": "soccer players",
    "baseball": "baseball players",
    "softball": "softball players",
    "basketball": "basketball players",
    "volleyball": "volleyball players",
    "tennis": "tennis players",
    "pickleball": "pickleball players",
    "hockey": "hockey players",
    "cheer": "cheerleaders",
    "golf": "golfers",
    "fire": "firefighters",
    "construction": "construction workers",
    "hiking": "hikers",
    "cycling": "women riding bicycles",
    "running": "women running",
    "run": "women running",
    "yoga": "women doing yoga",
    "dance": "women dancing",
    "book": "women reading books",
    "wine": "women drinking wine",
    "coffee": "women drinking coffee",
    "knitting": "women knitting",
    "fishing": "men fishing",
    "gardening": "gardeners",
    "garden": "gardeners",
    "skiing": "skiers",
    "ski": "skiers",
    "surf": "surfers",
    "surfing": "surfers",
    "chess": "men playing chess",
    "camping": "friends camping",
    "nursing": "nurses",
    "medical": "doctors",
    "kitchen": "chefs",
}
"""What a crew is for → who is in it and what they do."""

_WHOSE = rf"(?P<for>{'|'.join(sorted((*_AT_IT, *CALLED), key=len, reverse=True))})s?"
_NUMBER = rf"(?:{'|'.join(sorted(NUMBERS))}|[2-6])"
_PARENT = r"(?:mom|mum|mama|mommy|mother|dad|daddy|papa|father|grandma|grandpa|nana|granny|grandad|grandmother|grandfather|teacher|coach)"
_DRAWN_AS = {
    **dict.fromkeys(("mom", "mum", "mama", "mommy", "wife", "aunt", "lady", "chick", "babe"), "woman"),
    **dict.fromkeys(("dad", "daddy", "papa", "husband", "uncle", "guy", "dude"), "man"),
    **dict.fromkeys(("grandma", "nana", "granny"), "grandma"),
    **dict.fromkeys(("grandpa", "grandad", "gramps"), "grandpa"),
    "girl": "girl",
    "boy": "boy",
}
"""A relative after a trade → who is drawn at it."""

_KIDS = r"(?:kids|children|sons|daughters|boys|girls|grandkids|grandchildren|granddaughters|grandsons|little girls|little boys|students)"
_RIDERS = (
    rf"(?:(?:happy|little|some|{_NUMBER}) )*(?:kids|children|students|people|friends|girls|boys|women|men|grandparents)"
)
_CARRIER = r"(?:(?:[a-z]+ ){0,3})(?:bus|van|car|jeep|minivan|pickup|train|boat|canoe|rowboat|sleigh|wagon|sled|rocket)"
_ACTS = r"(?:camping|hiking|fishing|skiing|sledding|biking|cycling|running|reading|gardening|roasting|dancing|riding|walking|surfing|swimming|kayaking|canoeing|picnicking|cooking|baking|building|decorating|playing|watching|sitting)"


def _crew(match: re.Match[str]) -> str:
    named = match["for"].lower()
    who = _AT_IT.get(named) or _several(CALLED[named].name)
    doing = match["doing"] or ""
    if doing and " " in who and not who.startswith(named):  # a club that does something else than read
        who = who.split()[0]
    return f"three {who}{doing}"


def _several(trade: str) -> str:
    return f"{trade.removesuffix('man')}men" if trade.endswith("man") else f"{trade}s"


def _relative(match: re.Match[str]) -> str:
    """“nurse mom” is a woman who is one."""
    return f"a {_DRAWN_AS[match['who'].lower()]} {match['trade']}"


def _family(match: re.Match[str]) -> str:
    number = (match["n"] or "four").lower()
    kids = {"three": "a boy", "3": "a boy", "five": "three kids", "5": "three kids"}.get(number, "two kids")
    return f"a couple with {kids} {match['does']}"


_Told = str | Callable[[re.Match[str]], str]

_TRADE = rf"(?P<trade>{'|'.join(sorted(CALLED, key=len, reverse=True))})"
_OF_A_SAYING = r"(?! (?:and|who|loves|life|mode|fuel|jokes|to be|of)\b)"
_OURS = r"(?:an? |the |my |our |proud |cool |best |happy |cute )*"
_ABROAD = r"(?P<where>[a-z ]+ (?:park|mountains?|beach|canyon|lake|trail|island|alps))"
_OUT_THERE = r"(?P<who>hikers?|campers?|surfers?|skiers?|climbers?|kayakers?)"

_RULES: tuple[tuple[str, _Told], ...] = (
    (rf"^{_OURS}{_WHOSE} {_CREW}\b{_NO_PEOPLE}(?! with (?:an?|the|crossed|two) )(?P<doing> [a-z]+ing\b)?", _crew),
    (rf"^{_OURS}{_TRADE} (?P<who>{'|'.join(_DRAWN_AS)})\b{_OF_A_SAYING}", _relative),
    (rf"^{_ABROAD} {_OUT_THERE}$", r"\g<who> in \g<where>"),
    (rf"^{_OURS}(?P<does>{_ACTS}) (?P<who>family|couple|friends)\b", r"\g<who> \g<does>"),
    (rf"^{_OURS}family(?: of (?P<n>{_NUMBER}))?(?: (?:is|are))? (?P<does>{_ACTS})\b", _family),
    (rf"\b(?P<who>{_PARENT}) and (?:her |his |the )?(?P<n>(?:{_NUMBER} )?{_KIDS})\b", r"\g<who> with \g<n>"),
    (
        rf"^{_OURS}(?P<in>{_CARRIER}) (?:with|full of|filled with|carrying|and) (?P<who>{_RIDERS})\b(?: inside| in it)?",
        r"\g<who> in a \g<in>",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), to) for pattern, to in _RULES)


def peopled(text: str) -> str:
    for pattern, to in _COMPILED:
        text = pattern.sub(to, text)
    return text
