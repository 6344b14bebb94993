"""The name of a place that a sentence takes its picture to: “yellow tram in lisbon” has LISBON written under it.

A souvenir is known by its name: what few can tell by its hills alone is told by its letters.
"""

from __future__ import annotations

import re

from pod.providers.embedded.signage import ASKED_WORDS

_NAMES = "|".join(sorted(ASKED_WORDS["written_places"], key=len, reverse=True))

_OTHERWISE = frozenset({"bath", "cork", "turkey", "arches", "china", "georgia", "virginia", "florence", "savannah", "sequoia", "austin", "washington"})  # fmt: skip
"""What is a thing or somebody as well."""

_IN_IT = re.compile(
    rf"\b(?:in|at|on|over|through|near|around|across|from|visiting|above|along|of) (?:the |an? )?(?P<place>(?:{_NAMES})(?: national park)?)\b"
    r"(?=$|[,.;]| (?:at|by|in|with|during|under|over|and|on|while|near|beach|coast|countryside|harbou?r|skyline|streets?|hills?|mountains?|[a-z]+ing)\b| [a-z]+$)",
    re.IGNORECASE,
)

_OF_A_KIND = (
    "pizza|cheesecake|style|roll|rolls|toast|map|flag|state|outline|shape|bulldogs?|longhorns?|mastiff|shepherd|hot chicken|bbq|barbecue|girl|boy|strong|proud"
    "|cowboys?|cowgirl|mom|dad|lovers?|fan|team|football|baseball|basketball|hockey|university|college|school|wedding|bachelorette|trip|crew|reunion|hat|orchids?|roses?"
    "|ham|cake|chocolate|cheese|mule|dog|dogs|cat|cats|vs|and|to|or|born|made|est|native|nights?$|fudge|lobsters?|peaches|peach|oranges?|wine|beer|coffee|tea|curry|sprouts?"
)
"""What a place before it is only the kind of, or what has words of its own."""

_BEFORE_IT = re.compile(
    rf"^(?:(?:an?|the|vintage|retro|classic|foggy|misty|cosy|cozy|stormy|beautiful|sunny|snowy|rainy|old|yellow|red|green|blue|pink|orange|white) )*"
    rf"(?P<place>(?:{_NAMES})(?: national park)?(?:,? (?:{_NAMES}))?)(?=$|[ ,])(?! (?:{_OF_A_KIND})\b)",
    re.IGNORECASE,
)

_LAST = re.compile(
    rf"^(?!.*\b(?:to|from|my|our|i|we|i['’]m)\b)[a-z]+(?: [a-z]+){{0,4}},? (?P<place>(?:{_NAMES})(?: national park)?)(?:,? (?:{_NAMES}))?$",
    re.IGNORECASE,
)
"""“lighthouse cape cod”, “camper van yosemite”."""


def place_written(sentence: str) -> str:
    """The place as it was typed, or "" where none is the scene; of two neither."""
    for pattern in (_BEFORE_IT, _IN_IT, _LAST):
        found = list(pattern.finditer(sentence))
        if len(found) == 1 and found[0]["place"].lower() not in _OTHERWISE:
            return found[0]["place"]
    return ""
