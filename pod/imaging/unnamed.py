"""A file that has no name, for what is too large for memory and wanted only while somebody holds it."""

from __future__ import annotations

import contextlib
import tempfile
import weakref
from io import BufferedRandom
from pathlib import Path


def unnamed_file(holder: object, folder: Path | None = None) -> BufferedRandom:
    """In `folder`, or where the system keeps what is temporary; closed, and so gone, with its `holder`."""
    file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with its holder
    weakref.finalize(holder, _let_go, file)
    return file


def _let_go(file: BufferedRandom) -> None:
    """On a full disk something may still be left to be written, which nobody wants any more."""
    with contextlib.suppress(OSError):
        file.close()
