"""Styles: what a design looks like, as data. One file for each in ``prompts/styles/``, found by its name.

A changed style is a new version: its number is part of every prompt's fingerprint.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.errors import InputRefused

FOLDER = Path(__file__).parent / "styles"

LETTERING_PLACES = ("above", "below", "rim")


@dataclass(frozen=True, slots=True)
class Palette:
    """Inks as ``#rrggbb``, the main one first where a style has a main one."""

    name: str
    inks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """`descriptor`, `line` and `tags` say what is seen, never what is not: most models have no negation.

    `words` are how people ask for it; `with_style` words that ask for it only as “… style”: a vintage car is a car.
    `lettering` is where its type likes to stand; `layouts` are the embedded designer's, and `offline` says what of the
    style it lacks. `risk` is what goes wrong in print, and what the style does about it. Some are drawn
    `only_when_asked`: nobody who left the style open expects them. `flat_inks` are
    drawn in flat areas that can be given other inks; a style that lives by its shades or by its texture is not.
    """

    name: str
    version: int
    title: str
    words: tuple[str, ...]
    descriptor: str
    tags: tuple[str, ...]
    least_inks: int
    most_inks: int
    line: str
    min_stroke_mm: float
    risk: str
    example: str
    palettes: tuple[Palette, ...]
    lettering: str
    layouts: tuple[str, ...]
    with_style: tuple[str, ...] = ()
    offline: str = ""
    only_when_asked: bool = False
    flat_inks: bool = False
    forbidden_products: tuple[str, ...] = ()
    forbidden_processes: tuple[str, ...] = ()

    def palette(self, name: str) -> Palette | None:
        return next((p for p in self.palettes if p.name == name), None)

    def unsuited(self, product: str = "", process: str = "") -> str:
        """Which of the two this style must not be printed on, or ""."""
        if product in self.forbidden_products:
            return product
        return process if process in self.forbidden_processes else ""


@cache
def styles() -> tuple[Style, ...]:
    """Every style there is, by name. `Problems` names everything wrong in all files."""
    return read_styles(FOLDER)


def style(name: str) -> Style:
    found = next((s for s in styles() if s.name == name), None)
    if found is None:
        known = [s.name for s in styles()]
        near = get_close_matches(name.lower(), known, n=3, cutoff=0.4)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(known)}."
        raise InputRefused("unknown_style", f"There is no style “{name[:60]}”.", hint, nearest=near, known=known)
    return found


def style_of_layout(layout: str, tried: str) -> str:
    """Of the styles that the embedded designer draws in `layout`, the one that was tried, or else the first by name; ""
    where none is."""
    of_it = [s.name for s in styles() if layout in s.layouts]
    return tried if tried in of_it else next(iter(of_it), "")


def read_styles(folder: Path) -> tuple[Style, ...]:
    notes: list[Note] = []
    tables = [(path, read_toml(path, notes)) for path in sorted(folder.glob("*.toml"))]
    found = tuple(_style(Reader(table, path.name, notes)) for path, table in tables if table is not None)
    refuse(notes, "style files")
    return found


def _style(r: Reader) -> Style:
    least, most = r.pair("inks") or (1, 1)
    if "inks" not in r.raw:
        r.note("inks", "inks is missing.", "Give the least and the most number of inks, as [2, 5].")
    read = Style(
        name=r.text("name", pattern=r"[a-z0-9]+(-[a-z0-9]+)*"),
        version=r.whole("version", least=1),
        title=r.text("title"),
        words=r.texts("words"),
        descriptor=r.text("descriptor"),
        tags=r.texts("tags"),
        least_inks=least,
        most_inks=most,
        line=r.text("line"),
        min_stroke_mm=r.number("min_stroke_mm", above=True),
        risk=r.text("risk"),
        example=r.text("example"),
        palettes=read_palettes(r),
        lettering=r.text("lettering", pattern="|".join(LETTERING_PLACES)),
        layouts=r.texts("layouts"),
        with_style=r.texts("with_style", ()),
        offline=r.text("offline", ""),
        only_when_asked=r.flag("only_when_asked", default=False),
        flat_inks=r.flag("flat_inks", default=False),
        forbidden_products=r.texts("forbidden_products", ()),
        forbidden_processes=r.texts("forbidden_processes", ()),
    )
    _sane(r, read)
    r.done()
    return read


def read_palettes(r: Reader) -> tuple[Palette, ...]:
    table = r.table("palettes")
    if table is None:
        r.note("palettes", "palettes is missing.", "Give at least one list of #rrggbb inks.")
        return ()
    return tuple(Palette(name, table.colour_list(name)) for name in table.raw)


def _sane(r: Reader, read: Style) -> None:
    if read.name and f"{read.name}.toml" != r.where:
        r.note("name", f"name is {read.name!r} in {r.where}.", f"Name the file {read.name}.toml, or change name.")
    if read.least_inks > read.most_inks:
        r.note("inks", f"inks is [{read.least_inks}, {read.most_inks}].", "The least comes first.")
    for palette in read.palettes:
        if not read.least_inks <= len(palette.inks) <= read.most_inks:
            measured = f"{palette.name} has {len(palette.inks)} inks."
            r.note("palettes", measured, f"The style takes {read.least_inks} to {read.most_inks}.")
