"""The faces Pod sets type in: pip packages with unmodified font files under open licences, looked up offline.

`faces.toml` says what each is for. A print file outlives an update of its font: the packages are pinned by their hash.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import Any

import uharfbuzz as hb

from pod.model.errors import InputRefused

_TABLE = Path(__file__).with_name("faces.toml")

JOINERS = "\u200c\u200d"
"""Zero width non-joiner and joiner: Persian and the Indic scripts are misspelt without them."""

_INSTEAD = {"blackletter": "serif", "collegiate": "slab"}
"""Kinds that only optional faces are of, and what is meant where these are not installed: a design may have been planned
with one elsewhere."""

_COPYRIGHT = hb.OTNameIdPredefined.COPYRIGHT

OPTICAL_SIZE = "opsz"
"""The axis of a variable font that follows the size: small type opens up and loses its hairlines."""


@dataclass(frozen=True, slots=True)
class Font:
    """One face. `role` says what it is good for, `moods` in which words a person may ask for it; `axes` fixes a variable
    font, `index` is its place in a collection.

    `bold_em` is what its strokes are made wider by. `tracking_em` is the air between letters on a curve; a script's letters join, so it has none. `stand_ins` are the faces
    that draw what this one cannot, the first that can.
    """

    name: str
    family: str
    path: Path
    role: str
    tracking_em: float = 0.04
    axes: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    moods: tuple[str, ...] = ()
    index: int = 0
    min_x_height_mm: float = 0.0
    module: str = ""
    bold_em: float = 0.0
    stand_ins: tuple[Font, ...] = ()

    def __hash__(self) -> int:
        return hash((self.name, *self.axes.values()))

    @property
    def sha256(self) -> str:
        return _sha256(self.path)

    @property
    def package(self) -> str:
        """The name that it is installed by."""
        return self.module.replace("_", "-")

    @property
    def version(self) -> str:
        return metadata.version(self.package)

    @property
    def copyright(self) -> str:
        return " ".join((_face(self.path, self.index).get_name(_COPYRIGHT, "en") or "").split())

    @property
    def licence(self) -> str:
        """Its SPDX name, as the package declares it."""
        return str(metadata.metadata(self.package)["License-Expression"])

    def has(self, character: str) -> bool:
        return ord(character) in code_points(self.path, self.index)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` this face cannot draw, each once, in order; what is not seen needs no glyph."""
        return tuple(dict.fromkeys(c for c in text if not (c.isspace() or c in JOINERS or self.has(c))))

    def at_size(self, em_pt: float) -> Font:
        """The face as it is drawn for type of that size, where it has an axis for it."""
        span = _optical_sizes(self)
        if span is None:
            return self
        size = min(max(round(em_pt), span[0]), span[1])
        return replace(self, axes=MappingProxyType({**self.axes, OPTICAL_SIZE: float(size)}))

    def standing_in(self, *others: Font) -> Font:
        return replace(self, stand_ins=others)


@functools.cache
def fonts() -> tuple[Font, ...]:
    """Every face, in the order in which they are tried."""
    return tuple(_read(row) for row in _rows() if not _is_absent(row))


def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["face"]
    return rows


def _is_absent(row: Mapping[str, Any]) -> bool:
    return bool(row.get("optional")) and not is_installed(row["module"])


def is_installed(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def font_named(name: str) -> Font:
    """The face with this name or family, or the first of this role or mood; refused with the list of names where there is
    none."""
    return fonts_named(name)[0]


def fonts_named(name: str) -> tuple[Font, ...]:
    """The one face with this name or family, or all of this role or mood; refused where there is none."""
    wanted = name.strip().lower()
    for called in (_names, _role, _moods):
        if found := tuple(font for font in fonts() if wanted in called(font)):
            return found
    if wanted in _INSTEAD:
        return fonts_named(_INSTEAD[wanted])
    if any(_is_absent(row) for row in _rows() if wanted in (row["name"], row["family"].lower())):
        raise InputRefused(
            "font_not_installed",
            f"The face “{name}” is not installed here.",
            "Run `pod setup`: what was approved in it is set in no other.",
            font=name,
        )
    names = ", ".join(f"{font.name} ({font.role})" for font in fonts())
    moods = ", ".join(mood_words())
    raise InputRefused(
        "font_unknown", f"There is no face called “{name}”.", f"Use one of: {names}; or a mood: {moods}.", font=name
    )


def mood_words() -> tuple[str, ...]:
    """The words that a face may be asked for by, each once, in alphabetical order."""
    return tuple(sorted({mood for font in fonts() for mood in font.moods}))


def _names(font: Font) -> tuple[str, ...]:
    return font.name, font.family.lower()


def _role(font: Font) -> tuple[str, ...]:
    return (font.role,)


def _moods(font: Font) -> tuple[str, ...]:
    return font.moods


def _read(row: Mapping[str, Any]) -> Font:
    return Font(
        name=row["name"],
        family=row["family"],
        path=_folder(row["module"]) / row["file"],
        role=row["role"],
        tracking_em=row.get("tracking_em", 0.04),
        axes=MappingProxyType(dict(row.get("axes", {}))),
        moods=tuple(row["moods"]),
        index=row.get("index", 0),
        min_x_height_mm=row.get("min_x_height_mm", 0.0),
        module=row["module"],
        bold_em=row.get("bold_em", 0.0),
    )


def _folder(module: str) -> Path:
    """Where a font package lies, without running it."""
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the font package {module} is not installed; run the set-up again")
    return Path(spec.submodule_search_locations[0])


@functools.lru_cache(maxsize=128)
def shaper(font: Font) -> hb.Font:
    """The face as HarfBuzz opens it, its axes set."""
    opened = hb.Font(_face(font.path, font.index))
    if font.axes:
        opened.set_variations(dict(font.axes))
    if font.bold_em:
        opened.synthetic_bold = (font.bold_em, font.bold_em, False)
    return opened


@functools.cache
def _face(path: Path, index: int) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)), index)


@functools.cache
def code_points(path: Path, index: int) -> frozenset[int]:
    """Every character that the file has a glyph for."""
    return frozenset(_face(path, index).unicodes)


@functools.cache
def _optical_sizes(font: Font) -> tuple[float, float] | None:
    axes = {axis.tag: axis for axis in _face(font.path, font.index).axis_infos}
    found = axes.get(OPTICAL_SIZE)
    return None if found is None else (found.min_value, found.max_value)


@functools.cache
def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
