"""The string catalogue: every word of the pages is in it, and nothing in it is unused."""

from __future__ import annotations

import re
from pathlib import Path

from pod.web.strings import catalogue

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates" / "web").rglob("*.html"))
USED = re.compile(r"""\b(?:t|tell|text)\(\s*["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""")
COMPUTED = re.compile(r"""\b(?:t|tell)\(\s*f?["']([a-z_]+(?:\.[a-z_0-9]+)*\.)(?:["']\s*~|\{)""")
SECTIONS = re.compile(r"""(?:strings_for|section_of)\(\s*["']([a-z_]+(?:\.[a-z_0-9]+)*)["']""")


def _texts() -> str:
    code = sorted((ROOT / "pod" / "web").rglob("*.py"))
    return "\n".join(path.read_text() for path in (*TEMPLATES, *code))


def test_every_key_that_a_page_asks_for_is_in_the_catalogue():
    assert set(USED.findall(_texts())) - set(catalogue()) == set()


def test_every_sentence_of_the_catalogue_is_on_some_page():
    text = _texts()
    used, starts = set(USED.findall(text)), (*COMPUTED.findall(text), *(f"{s}." for s in SECTIONS.findall(text)))
    assert [key for key in catalogue() if key not in used and not key.startswith(starts)] == []


def test_templates_hold_no_words_of_their_own():
    for path in TEMPLATES:
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(?:script|style).*?</(?:script|style)>|<[^>]*>",
            " ",
            path.read_text(),
            flags=re.DOTALL,
        )
        assert re.findall(r"[A-Za-z]{3,}", text) == [], path
