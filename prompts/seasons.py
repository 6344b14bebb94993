"""Seasons: when a shop shows which styles, subjects and palettes, as data. One file for each in ``prompts/seasons/``.

A season's palettes may be asked for in every style that takes as many inks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pod.model.datafile import Note, Reader, read_toml, refuse
from prompts.styles import Palette, read_palettes, styles

FOLDER = Path(__file__).parent / "seasons"

DAY = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"


@dataclass(frozen=True, slots=True)
class Season:
    """`first_day` and `last_day` are ``MM-DD``; a season may run over the turn of the year."""

    name: str
    version: int
    title: str
    first_day: str
    last_day: str
    styles: tuple[str, ...]
    subjects: tuple[str, ...]
    palettes: tuple[Palette, ...]


@cache
def seasons() -> tuple[Season, ...]:
    """Every season there is, by name. `Problems` names everything wrong in all files."""
    return read_seasons(FOLDER)


def seasonal_palette(name: str) -> Palette | None:
    return next((p for season in seasons() for p in season.palettes if p.name == name), None)


def read_seasons(folder: Path) -> tuple[Season, ...]:
    notes: list[Note] = []
    tables = [(path, read_toml(path, notes)) for path in sorted(folder.glob("*.toml"))]
    found = tuple(_season(Reader(table, path.name, notes)) for path, table in tables if table is not None)
    refuse(notes, "season files")
    return found


def _season(r: Reader) -> Season:
    read = Season(
        name=r.text("name", pattern=r"[a-z0-9]+(-[a-z0-9]+)*"),
        version=r.whole("version", least=1),
        title=r.text("title"),
        first_day=r.text("first_day", pattern=DAY),
        last_day=r.text("last_day", pattern=DAY),
        styles=r.texts("styles", allowed=[style.name for style in styles()]),
        subjects=r.texts("subjects"),
        palettes=read_palettes(r),
    )
    if read.name and f"{read.name}.toml" != r.where:
        r.note("name", f"name is {read.name!r} in {r.where}.", f"Name the file {read.name}.toml, or change name.")
    r.done()
    return read
