"""The faces Pod sets type in: pip packages with unmodified OFL-1.1 font files, looked up offline.

A print file outlives an update of its font, so every face is named together with the hash of its file.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import fontpkg
import uharfbuzz as hb

from pod.model.errors import InputRefused


@dataclass(frozen=True, slots=True)
class Font:
    """One face. `role` says what it is good for: slab, condensed, round or script. `axes` fixes a variable font.

    `tracking_em` is the air between letters on a curve; a script's letters join, so it has none.
    """

    name: str
    family: str
    path: Path
    role: str
    sha256: str
    tracking_em: float = 0.04
    axes: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def __hash__(self) -> int:
        return hash((self.name, self.sha256))

    def has(self, character: str) -> bool:
        return ord(character) in _code_points(self)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` this face cannot draw, each once, in order; white space needs no glyph."""
        return tuple(dict.fromkeys(c for c in text if not c.isspace() and not self.has(c)))


# By package name: family, role, tracking in em, axes of a variable font.
_FACES: Mapping[str, tuple[str, str, float, Mapping[str, float]]] = {
    "alfa-slab-one": ("Alfa Slab One", "slab", 0.04, {}),
    "anton": ("Anton", "condensed", 0.05, {}),
    "fredoka": ("Fredoka", "round", 0.04, {"wght": 700.0, "wdth": 100.0}),
    "pacifico": ("Pacifico", "script", 0.0, {}),
}


@functools.cache
def fonts() -> tuple[Font, ...]:
    """Every face, in the order in which they are tried."""
    return tuple(_read(name, family, role, tracking, axes) for name, (family, role, tracking, axes) in _FACES.items())


def font_named(name: str) -> Font:
    """The face with this name, family or role; refused with the list of names where there is none."""
    wanted = name.strip().lower()
    for font in fonts():
        if wanted in (font.name, font.family.lower(), font.role):
            return font
    names = ", ".join(f"{font.name} ({font.role})" for font in fonts())
    raise InputRefused("font_unknown", f"There is no face called “{name}”.", f"Use one of: {names}.", font=name)


def _read(name: str, family: str, role: str, tracking: float, axes: Mapping[str, float]) -> Font:
    path = fontpkg.path(name)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Font(name, family, path, role, sha256, tracking, MappingProxyType(dict(axes)))


@functools.cache
def shaper(font: Font) -> hb.Font:
    """The face as HarfBuzz opens it, its axes set."""
    opened = hb.Font(hb.Face(hb.Blob.from_file_path(str(font.path))))
    if font.axes:
        opened.set_variations(dict(font.axes))
    return opened


@functools.cache
def _code_points(font: Font) -> frozenset[int]:
    return frozenset(shaper(font).face.unicodes)
