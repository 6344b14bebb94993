"""A wreath that is the picture itself, told from one that is to go around something else."""

from __future__ import annotations

import re

from pod.providers.embedded.words import COLOURS

_KINDS = {
    "flower": "wildflowers",
    "floral": "wildflowers",
    "meadow": "wildflowers",
    "wildflower": "wildflowers",
    "lavender": "lavender",
    "eucalyptus": "eucalyptus",
    "laurel": "leaves",
    "leaf": "leaves",
    "leafy": "leaves",
    "leaves": "leaves",
    "greenery": "leaves",
    "olive": "leaves",
    "ferns": "ferns",
    "fern": "ferns",
    "fern leaves": "ferns",
    "autumn leaves": "autumn leaves",
    "autumn leaf": "autumn leaves",
    "fall leaves": "autumn leaves",
    "fall leaf": "autumn leaves",
    "maple leaves": "autumn leaves",
    "maple leaf": "autumn leaves",
    **{
        flower: flower
        for flower in (
            *("roses", "tulips", "sunflowers", "peonies", "daisies", "poppies", "dahlias", "carnations", "asters"),
            *("cosmos", "marigolds", "zinnias", "anemones", "magnolias", "daffodils", "gerberas", "buttercups"),
            *("cornflowers", "pansies", "violets", "orchids", "hydrangeas", "chrysanthemums", "wildflowers"),
        )
    },
}
"""What is said of a wreath, and what the drawn one is of."""

_SINGULAR = {re.sub(r"ies$", "y", kind).removesuffix("s"): of for kind, of in _KINDS.items() if kind == of}
_CALLED = {**_SINGULAR, **_KINDS, "flowers": "wildflowers"}
_KIND = rf"(?P<kind>{'|'.join(sorted(_CALLED, key=len, reverse=True))})"
_FIRST = r"^\s*(?:an? |the )?(?:(?:spring|summer|rustic|pretty|beautiful|delicate|simple|watercolou?r|boho|round|circular) )*"
_COLOUR = rf"(?P<colour>(?:(?:{'|'.join(sorted(COLOURS))}) )?)"
_ENDS = r"(?=\s*(?:$|[,.;]| with (?:an? )?(?:[a-z]+ )?(?:bees?|butterfl(?:y|ies)|bow|ribbon|ladybugs?|hummingbird)\b))"
_WREATHS = (
    re.compile(rf"{_FIRST}wreath (?:of|made of) {_COLOUR}{_KIND}{_ENDS}", re.IGNORECASE),
    re.compile(rf"{_FIRST}{_COLOUR}{_KIND} wreath{_ENDS}", re.IGNORECASE),
)
_BORDER = re.compile(rf"{_FIRST}(?!l(?:avender|aurel|ea)|eucal|green|olive){_KIND} border{_ENDS}", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:(?:in|inside|with|within|surrounded by|framed by|and)) an? (?:(?:flower|floral|wildflower|rose) )wreath\b(?: around (?:it|him|her|them))?",
    re.IGNORECASE,
)


_INSIDE_IT = re.compile(
    r"(?<=wreath) (?:around (?:it|the (?:name|words?))|(?:in the )?inside|in the (?:middle|center|centre)|within)\s*$",
    re.IGNORECASE,
)
"""What is left of “wildflower wreath with the name Elsie inside”."""
_ALONE = re.compile(
    rf"^\W*(?:in|inside|within|surrounded by|framed by|with|and) (?:an? )?(?P<wreath>{_COLOUR}{_KIND} wreath|wreath of {_KIND.replace('<kind>', '<of>')})\s*$",
    re.IGNORECASE,
)
"""Around a name there is nothing but the wreath."""

_RINGED = re.compile(
    rf"\b(?:in|inside|within|framed by|surrounded by) (?:the middle of )?(?:an? |the )(?:wreath (?:of|made of) {_KIND}|(?P<what>(?!flower|floral|wildflower|rose )[a-z]+) wreath)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_OF_HOLLY = frozenset({"christmas", "xmas", "holly", "pine", "evergreen", "fir", "holiday", "winter"})


def _ringed(match: re.Match[str]) -> str:
    """“a dog in a wreath of sunflowers” has them all around."""
    if (match["what"] or "").lower() in _OF_HOLLY:
        return "in a hollyring"
    kind = _CALLED.get((match["kind"] or match["what"]).lower(), "")
    return f"in a circlet of {kind}" if kind else match[0]


def wreathed(text: str) -> str:
    """“peony wreath” is a circlet of peonies; a wreath around a fox stays what layouts are named by."""
    text = _INSIDE_IT.sub("", _ALONE.sub(r"\g<wreath>", text))
    for wreath in _WREATHS:
        text = wreath.sub(lambda m: f"{m['colour']}circlet of {_CALLED[m['kind'].lower()]}", text)
    text = _RINGED.sub(_ringed, text)
    text = _BORDER.sub(lambda m: f"border of {_CALLED[m['kind'].lower()]}", text)
    return _AROUND.sub(", wreath blooms", text)
