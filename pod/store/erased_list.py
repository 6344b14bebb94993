"""The list of what was erased: a file beside the data folder, and outside of it, so that no restore takes it back.

One line for each mark, `<key><name> <day>`: both parts are keyed hashes. The first tells marks of another key apart, which
nobody here can compare. Lines are only ever added; one that was cut off by a crash is no mark, and the next begins anew.
"""

from __future__ import annotations

import fcntl
import hmac
import json
import os
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pod.model.erasure import Forgotten
from pod.model.errors import Unavailable
from pod.store.disk import sync

_KEY_CHARS, _MARK_CHARS = 8, 64
_LINE = re.compile(rf"([0-9a-f]{{{_MARK_CHARS}}}) \d{{4}}-\d{{2}}-\d{{2}}")


class FileErasedList:
    def __init__(self, path: Path, secret_key: str) -> None:
        self.path, self._secret = path, secret_key.encode()
        self._key = self._hashed("the list of what was erased")[:_KEY_CHARS]

    def mark(self, thing: Forgotten) -> str:
        named = json.dumps([thing.stage.value, thing.tenant_id, thing.kind, thing.name])
        return f"{self._key}{self._hashed(named)}"[:_MARK_CHARS]

    def add(self, marks: Iterable[str], at: datetime) -> None:
        # marks of a key that was changed since stand there as well, and in the rows
        if new := sorted(set(marks) - {line[:_MARK_CHARS] for line in _lines(self.path)}):
            _append(self.path, (f"{mark} {at:%Y-%m-%d}" for mark in new))

    def all(self) -> frozenset[str]:
        return frozenset(line[:_MARK_CHARS] for line in _lines(self.path) if line.startswith(self._key))

    @property
    def of_other_keys(self) -> int:
        """How many lines nobody can compare here."""
        return sum(not line.startswith(self._key) for line in _lines(self.path))

    def _hashed(self, text: str) -> str:
        return hmac.new(self._secret, f"erased:{text}".encode(), "sha256").hexdigest()


def bring_together(into: Path, others: Iterable[Path]) -> None:
    """Adds what other lists have beyond it: those that lie in backups."""
    there = set(_lines(into))
    if missing := {line for other in others for line in _lines(other)} - there:
        _append(into, sorted(missing))


def _lines(path: Path) -> Iterator[str]:
    try:
        text = path.read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return
    except OSError as e:
        raise _unavailable(path, "read", e) from e
    yield from (line for line in text.splitlines() if _LINE.fullmatch(line))


def _append(path: Path, lines: Iterable[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write("".join((_gap(file.fileno()), *(f"{line}\n" for line in lines))).encode())
            file.flush()
            os.fsync(file.fileno())
        sync(path.parent)
    except OSError as e:
        raise _unavailable(path, "written", e) from e


def _gap(handle: int) -> str:
    """What ends a line that was cut off."""
    size = os.fstat(handle).st_size
    return "\n" if size and os.pread(handle, 1, size - 1) != b"\n" else ""


def _unavailable(path: Path, what: str, e: OSError) -> Unavailable:
    return Unavailable(
        "erased_list",
        f"The list of what was erased, {path}, cannot be {what} ({e.strerror}): nothing was erased.",
        "Set POD_ERASED_LIST to a file outside the data folder that Pod may write, and that is kept when the data is restored.",
    )
