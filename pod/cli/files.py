"""Files that commands read and write: whole or not at all, and every refusal a sentence."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pod.model.errors import InputRefused

STANDARD_INPUT = Path("-")

MAX_BYTES = 1_000_000_000
"""More than any print file; an endless device is not read for ever."""


def read_file(path: Path) -> bytes:
    """The file's bytes, or standard input's for ``-``; a missing or unreadable one is a sentence, not a trace."""
    try:
        with sys.stdin.buffer if path == STANDARD_INPUT else path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as e:
        raise InputRefused(
            "file_unreadable",
            f"{path} cannot be read: {e.strerror or e}.",
            "Check the name and the permissions; `-` is standard input.",
        ) from e
    if len(data) > MAX_BYTES:
        raise InputRefused(
            "file_too_heavy",
            f"{path} has more than {MAX_BYTES / 1e6:.0f} MB.",
            "Give the picture or print file itself.",
            required=MAX_BYTES,
        )
    return data


def name_of(path: Path) -> str:
    return "standard input" if path == STANDARD_INPUT else path.name


def write_file(path: Path, data: bytes) -> None:
    """Written beside and renamed: a full disk never leaves half a file under the final name."""
    make_folder(path.parent)
    beside = path.with_name(f".{os.getpid()}.partial")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as e:
        raise _cannot_write(path, e) from e
    finally:
        beside.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """There afterwards, and known to take files."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as e:
        raise _cannot_write(path, e) from e


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder beside the results, for files that somebody else writes: they are moved into `out` when all are whole."""
    new = not out.exists()
    make_folder(out)
    try:
        with tempfile.TemporaryDirectory(prefix=".", suffix=".partial", dir=out, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
            for path in sorted(Path(folder).iterdir()):
                path.replace(out / path.name)
    except OSError as e:
        raise _cannot_write(out, e) from e
    finally:
        if new and not any(out.iterdir()):
            out.rmdir()


def _cannot_write(path: Path, error: OSError) -> InputRefused:
    return InputRefused(
        "cannot_write",
        f"{path} cannot be written: {error.strerror or error}.",
        "Choose another folder with --out, or make room.",
    )
