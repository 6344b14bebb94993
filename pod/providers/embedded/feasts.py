"""Things that are of a kind of their own on a feast: lamps of Diwali, flags of the fourth of July, eggs of Easter."""

from __future__ import annotations

import re

_JULY = r"(?:4th of july|fourth of july|july 4th|independence day|memorial day|veterans day)"

_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), to)
    for pattern, to in (
        (r"(?P<a>\b(?:diwali|deepavali)\b.*?)\b(?:oil |clay )?(?:lamps?|lights|candles?)\b", r"\g<a>diya lamps"),
        (rf"(?P<a>\b{_JULY}\b.*?)(?<!american )(?<!usa )(?<!us )\bflag(?P<s>s?)\b", r"\g<a>american flag\g<s>"),
        (r"(?P<a>\beaster\b.*?)(?<!easter )\beggs\b", r"\g<a>easter eggs"),
        (r"(?P<a>\b(?:hanukkah|chanukah)\b.*?)(?<!menorah )\bcandles\b", r"\g<a>menorah"),
    )
)


def of_its_feast(sentence: str) -> str:
    for pattern, to in _RULES:
        sentence = pattern.sub(to, sentence)
    return sentence
