"""Values as JSON and back, by their own type hints: dataclasses, enums, tuples, times, money, optional fields.

A field that is missing takes its default, so that a row written before the field existed can still be read; a field that
is unknown is dropped.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")

_MICROSECOND = 1_000_000


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC."""
    return round(moment.timestamp() * _MICROSECOND)


def from_micros(micros: int) -> datetime:
    return datetime.fromtimestamp(micros / _MICROSECOND, UTC)


def encode(value: Any) -> Any:
    """`value` as plain JSON types."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return to_micros(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): encode(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    return value


def decode(kind: type[T], raw: Any) -> T:
    """The value of type `kind` that `encode` made `raw` from."""
    return typing.cast("T", _decode(kind, raw))


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _decode(kind: Any, raw: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return None if raw is None else _decode(next(a for a in typing.get_args(kind) if a is not type(None)), raw)
    if origin is tuple:
        args = typing.get_args(kind)
        kinds = [args[0]] * len(raw) if args[-1] is Ellipsis else args
        return tuple(_decode(k, v) for k, v in zip(kinds, raw, strict=True))
    if origin in (dict, Mapping):
        return dict(raw)
    return _decode_plain(kind, raw)


def _decode_plain(kind: Any, raw: Any) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _decode(hints[name], value) for name, value in raw.items() if name in hints})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(raw)
    if kind is datetime:
        return from_micros(raw)
    if kind is date:
        return date.fromisoformat(raw)
    if kind is float:
        return float(raw)
    return raw
