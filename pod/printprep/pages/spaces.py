"""Colour spaces as a page states them (ISO 32000-2, 8.6): how many numbers, which spots, and what they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Stream

_COLOUR_DEEP = 4
_INKS = 4


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its `family` (8.6.3), how many components, the spot `names` it holds, and what it stands on."""

    family: str
    components: int
    names: tuple[str, ...] = ()
    base: Space | None = None
    tint: str = ""

    @property
    def process(self) -> str:
        """The family that ends up on the press: an Indexed's base, a spot's alternate."""
        return self.base.process if self.base else self.family

    @property
    def is_ink(self) -> bool:
        """Four inks, by device or by profile; a spot alone is one plate."""
        if self.base is not None and not self.names:
            return self.base.is_ink
        return self.components == _INKS and self.family in ("/DeviceCMYK", "/ICCBased")


GREY, RGB, CMYK = Space("/DeviceGray", 1), Space("/DeviceRGB", 3), Space("/DeviceCMYK", 4)
_DEVICE = {"/DeviceGray": GREY, "/G": GREY, "/DeviceRGB": RGB, "/RGB": RGB, "/DeviceCMYK": CMYK, "/CMYK": CMYK}
_UNKNOWN = Space("", 0)


@dataclass(frozen=True, slots=True)
class Colour:
    space: Space = GREY
    values: tuple[float, ...] = (0.0,)


def space_of(said: Any, resources: pikepdf.Object, depth: int = 0) -> Space:
    """Any colour space that a dictionary or an operator names (8.6)."""
    if said is None or depth > _COLOUR_DEEP:
        return _UNKNOWN
    if not isinstance(said, Array):
        name = str(said)
        if name in _DEVICE:
            return _DEVICE[name]
        stated = named(resources, "/ColorSpace", name)
        return space_of(stated, resources, depth + 1) if stated is not None else Space(name, 0)
    if not len(said):
        return _UNKNOWN
    family = str(said[0])
    read = _SPACES.get(family)
    return read(said, resources, depth + 1) if read else _DEVICE.get(family, Space(family, 0))


def _icc(said: Any, _resources: Any, _depth: int) -> Space:
    return Space("/ICCBased", int(said[1].get("/N", 0)) if len(said) > 1 else 0)


def _indexed(said: Any, resources: Any, depth: int) -> Space:
    return Space("/Indexed", 1, base=space_of(said[1], resources, depth) if len(said) > 1 else None)


def _spot(said: Any, resources: Any, depth: int) -> Space:
    names = [said[1]] if str(said[0]) == "/Separation" else list(said[1])
    plain = tuple(str(n).removeprefix("/") for n in names)
    return Space(str(said[0]), len(plain), plain, space_of(said[2], resources, depth), _tint(said[3]))


def _pattern(said: Any, resources: Any, depth: int) -> Space:
    return Space("/Pattern", 0, base=space_of(said[1], resources, depth) if len(said) > 1 else None)


def _tint(function: Any) -> str:
    """A spot's tint function, to be compared: what full ink looks like."""
    if isinstance(function, (Dictionary, Stream)) and isinstance(full := function.get("/C1"), Array):
        return " ".join(f"{v:.3f}" for v in numbers_of(full))
    return "program" if isinstance(function, Stream) else ""


_SPACES: Mapping[str, Callable[[Any, Any, int], Space]] = {
    "/ICCBased": _icc,
    "/Indexed": _indexed,
    "/I": _indexed,
    "/Separation": _spot,
    "/DeviceN": _spot,
    "/Pattern": _pattern,
    "/CalGray": lambda *_: Space("/CalGray", 1),
    "/CalRGB": lambda *_: Space("/CalRGB", 3),
    "/Lab": lambda *_: Space("/Lab", 3),
}


def named(resources: pikepdf.Object, kind: str, name: Any) -> Any:
    table = resources.get(kind)
    return table.get(str(name)) if isinstance(table, Dictionary) and str(name).startswith("/") else None


def numbers_of(v: Iterable[Any]) -> tuple[float, ...]:
    """The numbers among operands: a pattern's name may stand behind them."""
    return tuple(float(n) for n in v if isinstance(n, (int, float)) or _is_decimal(n))


def _is_decimal(n: Any) -> bool:
    return type(n).__name__ == "Decimal"
