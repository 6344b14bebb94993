"""Motifs: pictures of the icon sets, flattened the first time one is asked for and kept in the data folder.

A motif is a drawing in a box of 1024 units, the area it covers, and what must be known before it is used: whether it
is only a face, a whole scene, carries text, stands on ground. What the pictures do not say themselves stands in
``data/motifs.toml``.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Drawing, Fill
from pod.drawing.paths import Path as Outline
from pod.drawing.paths import polygons_of
from pod.providers.embedded.flatten import BOX, flatten
from pod.providers.embedded.glyphs import Glyph, glyphs
from pod.providers.embedded.packages import BASE, PACKAGES, packages_dir, packages_there
from pod.providers.embedded.pictograms import draw_glyph
from pod.providers.embedded.subjects import visible_shares

log = structlog.get_logger()

COLOUR = "noto"
"""The set of layered colour pictures."""

ONE_INK = "high-contrast"
"""The set of solid pictures in one ink: line art and marks."""

_SOLID = 0.4
"""Opacity from which a layer belongs to the outline: the glow of candles on a cake does not."""

_CACHE_VERSION = 2
_CURATED = Path(__file__).with_name("data") / "motifs.toml"
_SPECK = 60.0
_REFUSED = frozenset({"text", "scene"})
"""A wordless design has no place for letters, and a layout none for a picture with a sky of its own."""

_CREDIT = {package.folder: package for package in PACKAGES}


@dataclass(frozen=True, slots=True)
class Motif:
    """`flags` are among face, ground, water, scene, text, line; `shares` how much of the picture each ink covers, 0–1."""

    name: str
    set_name: str
    licence: str
    drawing: Drawing
    silhouette: BaseGeometry
    flags: frozenset[str]
    shares: Mapping[str, float]

    @property
    def natural(self) -> bool:
        return False

    @property
    def credit(self) -> str:
        """Named in a design's provenance: “fox — Noto Emoji, Google, Apache-2.0”."""
        package = _CREDIT[self.set_name]
        return f"{self.name} — {package.title}, {package.author}, {package.licence}"


_TRUE_INKS: Mapping[str, Mapping[str, str]] = {
    "red-apple": {"#ff5117": "#d9282f", "#dc0d28": "#b5182a"},
}
"""Inks, by motif, that the mean of a gradient gets wrong: a red apple that comes out orange."""


class MotifLibrary:
    """The sets in one data folder. Empty, and no error, until ``pod setup`` has run."""

    def __init__(self, data_dir: Path) -> None:
        self._packages = packages_dir(data_dir)
        self._cache = data_dir / "motifs"
        self.there = packages_there(data_dir)
        """Folders of the packages that are there in the pinned version."""
        self.ready = self.there >= BASE
        self._curated = curated_flags()

    @property
    def packages(self) -> Path:
        return self._packages

    def motif(self, codepoints: str, set_name: str = COLOUR) -> Motif | None:
        """The picture of an emoji, by its code points in hex ("1f98a"), or a pictogram by its key; None where the set has
        none that can be used."""
        if not self.ready:
            return None
        if glyph := glyphs().get(codepoints):
            return self._pictogram(glyph) if set_name == COLOUR else None
        name = _names(self._packages / set_name).get(_key(codepoints))
        return self.named(name, set_name) if name else None

    def offers(self, codepoints: str, set_name: str = COLOUR) -> bool:
        """Whether the set has this emoji and nothing is known against it; nothing is flattened for the answer."""
        name = _names(self._packages / set_name).get(_key(codepoints)) if self.ready else None
        return name is not None and not self._curated.get(name, frozenset()) & _REFUSED

    def flags(self, codepoints: str) -> frozenset[str]:
        """What is known of the colour picture, without drawing it."""
        name = _names(self._packages / COLOUR).get(_key(codepoints)) if self.ready else None
        return self._curated.get(name, frozenset()) if name else frozenset()

    def pictograms(self) -> tuple[Glyph, ...]:
        """Those whose set is there; nothing is read of the sets for the answer."""
        return tuple(glyph for glyph in glyphs().values() if glyph.set_name in self.there) if self.ready else ()

    def named(self, name: str, set_name: str = COLOUR) -> Motif | None:
        return self._motif(name, set_name, self._stored(name, set_name) or self._made(name, set_name))

    def _pictogram(self, glyph: Glyph) -> Motif | None:
        if glyph.set_name not in self.there:
            return None
        kept_as = f"{glyph.icon}-{glyph.ink[1:]}{'-open' if glyph.open_work else ''}"
        stored = self._stored(kept_as, glyph.set_name) or self._drawn(glyph, kept_as)
        return self._motif(glyph.label, glyph.set_name, stored)

    def _drawn(self, glyph: Glyph, kept_as: str) -> dict[str, Any] | None:
        """The set is read for one picture and let go: it is ten megabytes, and its next picture is a rare one."""
        drawing = draw_glyph(glyph, _read(self._packages / glyph.set_name / "icons.json"))
        if drawing is None:
            return None
        made = _stored_form(drawing)
        _keep(self._file(kept_as, glyph.set_name), made)
        return made

    def _motif(self, name: str, set_name: str, stored: dict[str, Any] | None) -> Motif | None:
        if stored is None or not stored["fills"]:
            return None
        true = _TRUE_INKS.get(name, {})
        fills = tuple(Fill(Outline.parse(d), true.get(ink, ink), opacity) for d, ink, opacity in stored["fills"])
        return Motif(
            name=name,
            set_name=set_name,
            licence=_CREDIT[set_name].licence,
            drawing=Drawing(BOX, BOX, fills),
            silhouette=_area(stored["silhouette"]),
            flags=self._curated.get(name, frozenset()),
            shares={true.get(ink, ink): share for ink, share in stored["shares"].items()},
        )

    def _file(self, name: str, set_name: str) -> Path:
        return self._cache / set_name / f"{name}.v{_CACHE_VERSION}.json"

    def _stored(self, name: str, set_name: str) -> dict[str, Any] | None:
        try:
            stored: dict[str, Any] = json.loads(self._file(name, set_name).read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return stored

    def _made(self, name: str, set_name: str) -> dict[str, Any] | None:
        icons = _icons(self._packages / set_name)
        body = _body(icons, name)
        if body is None:
            return None
        made = _flattened(body, float(icons.get("width", 16)), name)
        _keep(self._file(name, set_name), made)
        return made


def curated_flags() -> dict[str, frozenset[str]]:
    """What was seen by eye: motif name → flags."""
    table = tomllib.loads(_CURATED.read_text(encoding="utf-8"))["flags"]
    names = {name for listed in table.values() for name in listed}
    return {name: frozenset(flag for flag, listed in table.items() if name in listed) for name in names}


def _flattened(body: str, size: float, name: str) -> dict[str, Any]:
    """What is stored of a motif; without fills when it cannot be flattened, so that it is tried only once."""
    try:
        drawing = flatten(body, size)
    except Exception as error:  # noqa: BLE001 - picosvg raises bare ValueError, AssertionError and KeyError: the motif is passed over
        log.warning("motif not usable", motif=name, reason=str(error)[:200])
        return {"fills": [], "silhouette": [], "shares": {}}
    return _stored_form(drawing)


def _stored_form(drawing: Drawing) -> dict[str, Any]:
    fills = [(f.path.d, f.paint, f.opacity) for f in drawing.items if isinstance(f, Fill)]
    shares = {ink: round(share, 4) for ink, share in visible_shares(drawing).items()}
    return {"fills": fills, "silhouette": _rings(_silhouette(drawing)), "shares": shares}


def _silhouette(drawing: Drawing) -> BaseGeometry:
    """The covered area: hairline gaps closed, specks dropped, corners kept within a unit."""
    areas = [item.path.geometry() for item in drawing.items if isinstance(item, Fill) and item.opacity >= _SOLID]
    whole = unary_union(areas).buffer(3, quad_segs=4).buffer(-3, quad_segs=4).simplify(0.8)
    parts = [p for p in polygons_of(whole) if p.area > _SPECK]
    return unary_union(parts)


def _rings(area: BaseGeometry) -> list[list[list[list[float]]]]:
    return [
        [[[round(x, 1), round(y, 1)] for x, y in ring.coords[:-1]] for ring in (p.exterior, *p.interiors)]
        for p in polygons_of(area)
    ]


def _area(rings: list[list[list[list[float]]]]) -> BaseGeometry:
    return unary_union([shapes.Polygon(outer, holes).buffer(0) for outer, *holes in rings])


def _keep(path: Path, made: dict[str, Any]) -> None:
    """Written beside and moved: two processes may flatten the same motif at once. A read-only folder only costs time."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(made, separators=(",", ":")), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        log.info("motif not cached", path=str(path), reason=error.strerror)


@lru_cache(maxsize=4)
def _icons(folder: Path) -> dict[str, Any]:
    return _read(folder / "icons.json")


def _read(path: Path) -> dict[str, Any]:
    icons: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return icons


@lru_cache(maxsize=4)
def _names(folder: Path) -> dict[str, str]:
    chars: dict[str, str] = json.loads((folder / "chars.json").read_text(encoding="utf-8"))
    return {_key(char): name for char, name in chars.items()}


def _key(codepoints: str) -> str:
    """Variation selectors differ between the sets and mean nothing here."""
    return "-".join(part for part in codepoints.lower().split("-") if part != "fe0f")


def _body(icons: dict[str, Any], name: str) -> str | None:
    """An icon's markup, through one alias."""
    alias = icons.get("aliases", {}).get(name, {})
    found = icons["icons"].get(alias.get("parent", name))
    return found["body"] if found else None
