"""Sentences as people and programs send them, for both doors: what each is refused with, or that it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

REFUSED_SENTENCES: Mapping[str, tuple[dict[str, str], str, str]] = {
    "empty": ({"subject": ""}, "subject", "empty_sentence"),
    "only spaces": ({"subject": " \t \u00a0 "}, "subject", "empty_sentence"),
    "only invisible characters": ({"subject": "\u200b\u2060\ufeff"}, "subject", "empty_sentence"),
    "only control characters": ({"subject": "\x07\x1b\x7f"}, "subject", "empty_sentence"),
    "one character too many": ({"subject": "x" * 501}, "subject", "sentence_too_long"),
    "10 000 characters": ({"subject": "a fox and " * 1000}, "subject", "sentence_too_long"),
    "10 000 emoji": ({"subject": "\N{FOX FACE}" * 10_000}, "subject", "sentence_too_long"),
    "lettering of 10 000 characters": ({"lettering": "w" * 10_000}, "lettering", "lettering_too_long"),
    "emoji as lettering": ({"lettering": "RIDE \N{FOX FACE}"}, "lettering", "lettering_emoji"),
    "letters that no face has": ({"lettering": "ᚠᚢᚦ"}, "lettering", "lettering_no_glyph"),
    "words in the sentence that no face has": ({"subject": "a cat that says “ᚠᚢᚦ”"}, "lettering", "lettering_no_glyph"),
    "a name": ({"subject": "Mickey Mouse on the moon"}, "subject", "screened_character"),
    "a name as lettering": ({"lettering": "drink Pepsi"}, "lettering", "screened_brand"),
}
"""What is changed in a good brief, the field that is named, and the code."""

DRAWN_SENTENCES: Mapping[str, str] = {
    "emoji": "\N{FOX FACE} on a \N{BICYCLE}",
    "a family of joined emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 by the sea",
    "Arabic": "ثعلب يقرأ كتابا تحت القمر",
    "Hebrew and English": "a fox שועל under the moon",
    "direction marks": "a fox \u202ereading\u202c a \u2067book\u2069",
    "control characters": "a fox\x07\x1b[31m reading\ta\r\nbook",
    "Chinese": "月亮下看书的狐狸",
    "accents on accents": "a fo\u0301\u0301\u0301\u0301\u0301x",
    "exactly 500 characters": "a fox " * 83 + "ab",
    "one long word": "f" + "o" * 498 + "x",
    "looks like markup": "<script>alert('fox')</script> [red]fox[/red] {{ fox }} %s ${fox}",
    "looks like a path": "../../etc/passwd",
    "looks like SQL": "a fox'); DROP TABLE designs; --",
    "looks like an option": "--help",
    "only punctuation": "?!…",
    "only digits": "1234567890",
}


def brief(**changes: Any) -> dict[str, Any]:
    return {"subject": "a fox reading a book", "product": "tee", "cloth": "navy", "candidates": 1, "seed": 7, **changes}
