"""Reading data files (TOML) field by field, so that everything wrong with a file is said at once.

A `Reader` never raises: a missing or wrong field is noted with its place and what is allowed, and a stand-in of the
right type is returned. The caller builds its value and asks `notes` at the end.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from pod.model.errors import InputRefused, PodError, Problems

E = TypeVar("E", bound=StrEnum)

COLOUR = re.compile(r"^#[0-9a-f]{6}$")

Note = tuple[str, PodError]
"""Where, and what is wrong there."""


def read_toml(path: Path, notes: list[Note]) -> dict[str, Any] | None:
    """The file's top table, or None with a note when it cannot be read as TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        problem = InputRefused(
            "data_file_unreadable",
            f"{path.name} cannot be read: {e}.",
            "Make it UTF-8 TOML; the files beside it are examples.",
        )
        notes.append((path.name, problem))
        return None


def refuse(notes: Sequence[Note], what: str) -> None:
    """Raises `Problems` when anything was noted; `what` names the kind of file, in the plural."""
    if notes:
        raise Problems("data_files", f"{len(notes)} thing(s) wrong in the {what}.", notes)


class Reader:
    """One table of a data file. `where` is its place for people: ``tee.toml, areas[1]``."""

    def __init__(self, raw: Mapping[str, Any], where: str, notes: list[Note]) -> None:
        self.where = where
        self.notes = notes
        self.raw = raw
        self._seen: set[str] = set()

    def note(self, key: str, message: str, hint: str) -> None:
        self.notes.append((f"{self.where}: {key}", InputRefused("data_file_field", message, hint)))

    def _take(self, key: str, kind: type | tuple[type, ...], expected: str, default: Any) -> Any:
        self._seen.add(key)
        if key not in self.raw:
            if default is None:
                self.note(key, f"{key} is missing.", f"Give {expected}.")
            return default
        value = self.raw[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.note(key, f"{key} is {value!r}.", f"It must be {expected}.")
            return default
        return value

    def text(self, key: str, default: str | None = None, *, pattern: str = "") -> str:
        value = str(self._take(key, str, "a text", default) or "")
        if pattern and value and not re.fullmatch(pattern, value):
            self.note(key, f"{key} is {value!r}.", f"It must match {pattern}.")
        return value

    def number(self, key: str, default: float | None = None, *, least: float = 0.0, above: bool = False) -> float:
        """`above` means more than `least`, not equal to it."""
        value = self._take(key, (int, float), "a number", default)
        if value is None:
            return least + 1.0
        if not math.isfinite(value) or value < least or (above and value == least):
            self.note(key, f"{key} is {value}.", f"It must be {'more than' if above else 'at least'} {least:g}.")
        return float(value)

    def whole(self, key: str, default: int | None = None, *, least: int = 0) -> int:
        value = self._take(key, int, "a whole number", default)
        if value is None:
            return max(least, 1)
        if value < least:
            self.note(key, f"{key} is {value}.", f"It must be at least {least}.")
        return int(value)

    def flag(self, key: str, *, default: bool) -> bool:
        return bool(self._take(key, bool, "true or false", default))

    def day(self, key: str) -> date:
        value = self._take(key, date, "a date, as 2026-11-20", None)
        return value if isinstance(value, date) else date.min

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        allowed = [member.value for member in kind]
        value = self.text(key, default.value if default else None)
        if value not in allowed:
            if key in self.raw:
                self.note(key, f"{key} is {value!r}.", f"It must be one of: {', '.join(allowed)}.")
            return default or next(iter(kind))
        return kind(value)

    def texts(
        self, key: str, default: tuple[str, ...] | None = None, *, allowed: Sequence[str] = ()
    ) -> tuple[str, ...]:
        values = self._take(key, (list, tuple), "a list of texts", default) or ()
        if default is None and key in self.raw and not values:
            self.note(key, f"{key} is empty.", "Give at least one.")
        for value in values:
            if not isinstance(value, str) or (allowed and value not in allowed):
                self.note(key, f"{key} has {value!r}.", f"Allowed: {', '.join(allowed) or 'texts'}.")
        return tuple(str(v) for v in values)

    def pair(self, key: str) -> tuple[int, int] | None:
        """Two whole numbers above zero, or None where the key is absent."""
        values = self._take(key, list, "two whole numbers", ())
        if not values:
            return None
        if len(values) != 2 or not all(isinstance(v, int) and v > 0 for v in values):
            self.note(key, f"{key} is {values!r}.", "It must be two whole numbers above zero.")
            return None
        return values[0], values[1]

    def place(self, key: str) -> tuple[float, float] | None:
        """Two numbers, or None where the key is absent."""
        values = self._take(key, list, "two numbers", ())
        if not values:
            return None
        if len(values) != 2 or not all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values):
            self.note(key, f"{key} is {values!r}.", "It must be two numbers, as [331.1, 150].")
            return None
        return float(values[0]), float(values[1])

    def colours(self, key: str) -> dict[str, str]:
        """A table of name to ``#rrggbb``."""
        table = self._take(key, dict, "a table of names and colours", None) or {}
        for name, value in table.items():
            if not isinstance(value, str) or not COLOUR.fullmatch(value):
                self.note(f"{key}.{name}", f"{name} is {value!r}.", "A colour is written as #rrggbb, in small letters.")
        return {str(name): str(value) for name, value in table.items()}

    def words(self, key: str) -> dict[str, str]:
        """A table of texts; empty where it is absent."""
        table = self._take(key, dict, "a table of texts", {})
        for name, value in table.items():
            if not isinstance(value, str):
                self.note(f"{key}.{name}", f"{name} is {value!r}.", "It must be a text.")
        return {str(name): str(value) for name, value in table.items()}

    def colour_list(self, key: str) -> tuple[str, ...]:
        """One or more ``#rrggbb``."""
        values = self.texts(key)
        for value in values:
            if not COLOUR.fullmatch(value):
                self.note(key, f"{key} has {value!r}.", "A colour is written as #rrggbb, in small letters.")
        return values

    def table(self, key: str) -> Reader | None:
        """The table under `key`, or None where it is absent."""
        raw = self._take(key, dict, "a table", {})
        return Reader(raw, f"{self.where}, {key}", self.notes) if raw else None

    def tables(self, key: str, *, required: bool = False) -> list[Reader]:
        rows = self._take(key, list, "a list of tables", None if required else ()) or ()
        return [
            Reader(row, f"{self.where}, {key}[{n}]", self.notes) for n, row in enumerate(rows) if isinstance(row, dict)
        ]

    def done(self) -> None:
        """Notes every key that nothing has asked for: a misspelt limit must not pass in silence."""
        for key in sorted(set(self.raw) - self._seen):
            near = get_close_matches(key, self._seen, n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(sorted(self._seen))}."
            self.note(key, f"{key} is not a known field.", hint)
