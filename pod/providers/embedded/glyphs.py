"""Pictograms for the long tail of things: which of three one-colour icon sets' pictures are used, and for which words.

The table (``data/glyphs.toml``) is read once; a picture is flattened and inked (`pictograms.py`) the first time it is asked
for. What is not in the table is never drawn: the sets hold marks, letters and signs as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

KEY = "glyph:"
"""What the key of a pictogram begins with, where others have an emoji's code points."""

_TABLE = Path(__file__).with_name("data") / "glyphs.toml"
_NO_SECTIONS = ("inks", "look")


@dataclass(frozen=True, slots=True)
class Glyph:
    """`icon` is its name in the set `set_name`, `ink` the colour of its body, `open_work` says that its gaps are air."""

    label: str
    section: str
    set_name: str
    icon: str
    ink: str
    words: tuple[str, ...]
    open_work: bool

    @property
    def key(self) -> str:
        return KEY + self.label


@cache
def glyphs() -> Mapping[str, Glyph]:
    """By key, in the order of the table."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    inks, open_work = table["inks"], frozenset(table["look"]["open"])
    sections = ((name, rows) for name, rows in table.items() if name not in _NO_SECTIONS)
    found = (_glyph(name, label, row, inks, open_work) for name, rows in sections for label, row in rows.items())
    return {glyph.key: glyph for glyph in found}


def _glyph(section: str, label: str, row: list[str], inks: Mapping[str, str], open_work: frozenset[str]) -> Glyph:
    picture, ink, *words = row
    set_name, _, icon = picture.partition(":")
    return Glyph(label, section, set_name, icon, inks[ink], tuple(words), label in open_work)
