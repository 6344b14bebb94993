"""Ways to draw whose names have several words, or are things as well: each is heard as one word that layouts are named by."""

from __future__ import annotations

import re

_WAYS = (
    (r"\b(?:pixel[- ]art|pixelated|pixelled|(?:8|16)[- ]?bit)(?: style)?\b", "pixelart"),
    (r"^\s*(?:an? |the |my )?stained[- ]glass(?: windows?)?\s*$", "stainedglass rose"),  # it shows something
    (r"\bstained[- ]glass(?: (?:style|effect|windows?))?\b", "stainedglass"),
    (r"^\s*blueprint (?!paper|drawings?)(?=[a-z]+\s*$)", "bluedraft"),
    (r"^\s*chalkboard (?!sign|menu|with)(?=[a-z]+(?: [a-z]+)?\s*$)", "chalkdrawing"),
    (r"\blow[- ]?poly(?:gon|gonal)?(?: style)?\b", "lowpoly"),
    (r"\bart[- ]?deco(?: style)?\b", "artdeco"),
    (r"\bwater[- ]colou?rs?(?: style| painting)?\b", "watercolour"),
    (r"\bblueprints? (?:of|for)\b|\b(?:in )?blueprint style\b|(?<=[a-z] )blueprints?\s*$", "bluedraft"),
    (
        (
            r"\bneon (?:sign|outline|style)(?: (?:of|in the shape of)\b)?(?= )(?! (?:that|saying|says|with|reading))|(?<=[a-z] )neon sign$"
            r"|\bneon(?= [a-z]+(?:$| (?:with|wearing|and|holding|riding|in an?) [a-z ]+$))(?! (?:green|pink|blue|orange|yellow|purple|red|lights?|signs?|city|colou?rs?|grid|nights?|dreams?))"
        ),
        "neontube",
    ),
    (r"\bneon (?P<what>[a-z]+(?: [a-z]+)?) sign\s*$(?<!street sign)(?<!city sign)", r"neontube \g<what>"),
    (r"(?<=[a-z] )(?:in )?(?:(?:80s|retro) )?(?:style )?neon(?: style)?\s*$", "neontube"),
    (r"\bchalk(?:board)? (?:drawing|art|style|sketch)(?: of\b)?|\bchalkboard(?= [a-z]+ [a-z]+$)", "chalkdrawing"),
    (
        r"\b(?:one|single|continuous)[- ]line(?: art| drawing)?(?: of)? (?!(?:joke|quote|poem|up|dance)\b)(?=(?:an? )?[a-z]+)",
        "lineart",
    ),
    (r"\bsilhouettes? of\b", "silhouette"),
    (
        r"^\s*(?:an? )?(?:(?:pencil|ink|pen|simple|rough|hand[- ]drawn|black and white|black|minimal|minimalist) )*(?:sketch|line drawing|outline) of\b",
        "lineart",
    ),
    (
        (
            r"^\s*(?:an? |my )?cross[- ]?stitch(?:ed)?(?: pattern)?(?: of)?(?= [a-z])"
            r"(?! (?:club|queen|king|addict|lover|mum|mom|mama|nan|kit|squad|society|hoop|needle|supplies|is|and|with|girl))"
        ),
        "crossstitch",
    ),
)
"""“neon green” is a colour and “cross stitch club” a club; a bare blueprint is a thing."""

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), word) for pattern, word in _WAYS)


def in_one_word(text: str) -> str:
    """The text with every way to draw as one word."""
    for pattern, word in _COMPILED:
        text = pattern.sub(f" {word} ", text)
    return text
