"""Whose pictures, words and letters a design may hold: written beside the packages at set-up, and shown in the docs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import files
from pathlib import Path
from typing import Protocol

from pod.lettering.fonts import Font, fonts

NOTES = """\
What Pod changes: pictures of the icon sets are flattened to plain outlines, placed, and recoloured to a design’s
palette; those of the one-colour sets also get a body, a line and a shade. Each design names the pictures it holds, with
set and licence, in its provenance. Keyword data and typefaces are used as they come, but for Graduate, whose strokes are
set a little wider. The characters, layouts, scenery and ornaments are Pod’s own."""


class Credited(Protocol):
    """What is said of a package."""

    @property
    def folder(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def licence(self) -> str: ...
    @property
    def source(self) -> str: ...


def credits_page(packages: Iterable[Credited]) -> str:
    """Markdown: what each design may be made of, by whom, under which licence, and what was changed."""
    rows = [f"| {p.title} {p.version} | {p.author} | {p.licence} | {p.source} |" for p in packages]
    faces = [f"| {f.family} {f.version} | {_holder(f)} | {f.licence} | with the typeface’s package |" for f in fonts()]
    return "\n".join(
        [
            "# Credits",
            "",
            "| what | by | licence | licence text |",
            "|---|---|---|---|",
            *rows,
            *faces,
            "",
            NOTES,
            "",
        ]
    )


def write_credits(folder: Path, packages: Iterable[Credited]) -> None:
    """`CREDITS.md` and the licence texts that the packages and typefaces bring, into ``<folder>/licences``."""
    packages, texts = tuple(packages), folder / "licences"
    texts.mkdir(parents=True, exist_ok=True)
    brought = {p.folder: folder / p.folder / "LICENSE" for p in packages}
    brought |= {font.name: _licence_file(font) for font in fonts()}
    for name, text in brought.items():
        if text.is_file():
            shutil.copyfile(text, texts / f"{name}.txt")
    (folder / "CREDITS.md").write_text(credits_page(packages), encoding="utf-8")


def renew_credits(folder: Path, packages: Iterable[Credited]) -> None:
    """Where the page is another by now, since typefaces come and go with Pod. A folder that cannot be written keeps its own."""
    packages = tuple(packages)
    with suppress(OSError):
        if (folder / "CREDITS.md").read_text(encoding="utf-8") != credits_page(packages):
            write_credits(folder, packages)


def _licence_file(font: Font) -> Path:
    """Beside the font files, or where packages declare theirs."""
    beside = next((up / "LICENSE" for up in font.path.parents if (up / "LICENSE").is_file()), None)
    declared = [Path(str(f.locate())) for f in files(font.package) or () if f.name.startswith(("LICENSE", "OFL"))]
    return next(filter(None, [beside, *declared]), font.path / "LICENSE")


def _holder(font: Font) -> str:
    """As the font file itself says it."""
    return font.copyright.replace("|", "\\|")
