"""Titles that stand where none is looked for: of “boat and anchor grandpas crew” the crew is the title, of “book club drinking
wine” the club, and “rose cottage with roses” is a cottage that is called so. They stay as they were typed."""

from __future__ import annotations

import re

from pod.providers.embedded.words import RELATIVES

_CREW = "(?:crew|squad|club|gang|team|society)"
_DOES = "(?:fishing|camping|hiking|golf|golfing|boating|sailing|biking|gaming|bbq|book|poker|bowling|running|knitting)"
_KIN = "|".join(sorted((f"{word}s" for word in RELATIVES if not word.endswith("s")), key=len, reverse=True))
_A_THING = r"(?!(?:with|the|an?|of|for|my|our|from|to|is|are)\b)[a-z]+"

_ITS_THINGS = {"book": "books", "knitting": "yarn and needles", "crochet": "yarn", "chess": "chess pieces"}

_CREW_LAST = re.compile(
    rf"^(?P<what>{_A_THING}(?: {_A_THING})? and {_A_THING}(?: {_A_THING})?) (?P<title>(?:{_KIN}) (?:{_DOES} )?{_CREW})$",
    re.IGNORECASE,
)
_AT_THE_TABLE = re.compile(
    r"^(?P<title>(?:[a-z’']+ ){0,2}?(?P<of>book|knitting|crochet|chess) (?:club|night|group|society)) (?:drinking|with|and) (?P<what>wine|tea|coffee|beer|prosecco|champagne|cocktails|gin|cocoa)$",
    re.IGNORECASE,
)
_COTTAGE = re.compile(
    r"^(?P<title>(?:the )?(?:rose|ivy|oak|willow|holly|primrose|lavender|honeysuckle|lilac|bluebell|foxglove|orchard|maple|cedar|pine|birch|apple tree|cherry tree|cherry|daisy|wisteria|jasmine|robin|swallow|owl|badger|seagull|sea breeze|hill ?top|mill|sunflower) (?:cottage|lodge|manor|villa|farmhouse))(?=,? (?:with|and)\b)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"^(?P<title>(?:the )?(?!(?:kids|girls|boys|cats|dogs|christmas|swiss|glass)\b)[a-z]{2,}s['’]? (?:kitchen|garage|workshop|bar|pub|tavern|bakery|smokehouse|man cave|she shed|bbq|barbecue))(?= with\b)",
    re.IGNORECASE,
)
"""Somebody's, whether the sign was typed or not: “the browns kitchen with a whisk”."""


def title_in(text: str) -> tuple[str, str]:
    """A crew's name after what it is shown by, a club's or a cottage's before it, and the picture; ("", the text) where there is none."""
    if crew := _CREW_LAST.match(text.strip()):
        return crew["title"], crew["what"]
    if table := _AT_THE_TABLE.match(text.strip()):
        return table["title"], f"{table['what']} and {_ITS_THINGS[table['of'].lower()]}"
    named = _COTTAGE.match(text.strip()) or _ROOM.match(text.strip())
    return (named["title"], text) if named else ("", text)
