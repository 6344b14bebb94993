"""Whether a value is of its declared type, all the way down: for values that were read from a file somebody may have edited."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any


def mistyped(value: Any, kind: Any, where: str = "") -> Iterator[str]:
    """A few words for each part of `value` that is not what `kind` declares: ``artwork.width_px is 'x'``."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        if all(any(mistyped(value, arg)) for arg in args):
            yield f"{where} is {value!r}"
    elif origin is tuple and isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from mistyped(item, args[0], f"{where}[{n}]")
    elif origin is not None and isinstance(value, Mapping):
        for name, item in value.items():
            yield from mistyped(item, args[1], f"{where}.{name}")
    elif origin is not None or not _plainly(value, kind):
        yield f"{where} is {value!r}"
    elif dataclasses.is_dataclass(kind):
        for name, hint in typing.get_type_hints(kind).items():
            yield from mistyped(getattr(value, name), hint, f"{where}.{name}".lstrip("."))


def _plainly(value: Any, kind: Any) -> bool:
    if kind is float:
        return type(value) in (int, float) and math.isfinite(value)
    if kind is int:
        return type(value) is int
    return isinstance(value, kind)
