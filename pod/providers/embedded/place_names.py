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
    r"(?=$|[,.;]| (?:at|by|in|with|during|under|over|and|on|while|near|beach|coast|countryside|harbou?r|skyline|streets?|hills?|mountains?|[a-z]+ing)\b)",
    re.IGNORECASE,
)

_OF_IT = (
    "beach|beaches|coast|coastline|street|streets|skyline|mountains?|hills?|valley|canals?|harbou?r|bay|bridge|bridges|lighthouse|countryside"
    "|village|landscape|scene|scenery|sunset|sunrise|night|at night|waterfalls?|river|lake|desert|canyon|tram|trams|gondolas?|vineyards?|fjords?"
    "|volcano|castle|half dome|geyser|balcony|balconies|french quarter|chapel|church|farm|meadow|autumn|winter|in autumn|waves?|dunes?|surf|surfing|island|islands|palm trees?|vacation|holiday|road trip|rooftops?|market|old town|cafe|geyser|cliffs?|loch"
    "|rice terraces|cherry blossoms?|temple|temples|pyramids?|elephants?|camels?|taxi|cab|subway|ferry|windmills?|farmhouse|rainforest|jungle"
)

_BEFORE_IT = re.compile(
    rf"^(?:(?:an?|the|vintage|retro|sunny|snowy|rainy|old|yellow|red|green|blue|pink|orange|white) )*(?P<place>(?:{_NAMES})(?: national park)?)(?:$| (?:{_OF_IT})\b| (?:at|in|with|by|under|during)\b)",
    re.IGNORECASE,
)


def place_written(sentence: str) -> str:
    """The place as it was typed, or "" where none is the scene; of two neither."""
    for pattern in (_BEFORE_IT, _IN_IT):
        found = list(pattern.finditer(sentence))
        if len(found) == 1 and found[0]["place"].lower() not in _OTHERWISE:
            return found[0]["place"]
    return ""
