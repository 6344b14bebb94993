"""Many stored files as one ZIP, written while it is sent: never whole in memory, and never on the disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

_CHUNK = 256 * 1024


class _Drain(io.RawIOBase):
    """What was written since it was taken last. It cannot go back, and so the sizes follow each file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = bytes(data)  # type: ignore[call-overload]
        self._parts.append(part)
        return len(part)

    def taken(self) -> bytes:
        found, self._parts = b"".join(self._parts), []
        return found


def zipped(files: Iterable[tuple[str, BinaryIO]]) -> Iterator[bytes]:
    """PNG and PDF are packed as they are. The same files are the same bytes: no date of today is in it."""
    drain = _Drain()
    with zipfile.ZipFile(drain, "w", zipfile.ZIP_STORED) as archive:
        for name, source in files:
            with source, archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as packed:
                while chunk := source.read(_CHUNK):
                    packed.write(chunk)
                    yield drain.taken()
    yield drain.taken()
