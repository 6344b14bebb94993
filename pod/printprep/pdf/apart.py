"""Streams that are never in memory: they lie in a file, and are copied into the page's when that is written.

qpdf writes the page with a name in the place of each. In the copy that stays the streams stand there instead, and every
length and offset that they move is set right (ISO 32000-2, 7.3.8.2 and 7.5.4). The name is the stream's own hash, so what
qpdf and we make of the page's content, its identifiers, follows from the streams as well.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pikepdf

from pod.imaging.rows import packed_rows
from pod.imaging.unnamed import unnamed_file

_BLOCK_BYTES = 1 << 18
_NAME = re.compile(rb"%rows [0-9a-f]{64}%")
_ENTRY = re.compile(rb"(\d{10})(?= \d{5} n)")


class Packed(Protocol):
    """A picture's rows as `RowPacker` packs them. `name` stands for them on the page."""

    @property
    def name(self) -> bytes: ...
    @property
    def size(self) -> int: ...
    def blocks(self) -> Iterator[bytes]: ...


class _Counted:
    def __init__(self) -> None:
        self._sha256, self.size = hashlib.sha256(), 0

    def add(self, piece: bytes) -> None:
        self._sha256.update(piece)
        self.size += len(piece)

    @property
    def name(self) -> bytes:
        return b"%%rows %b%%" % self._sha256.hexdigest().encode()


class PackedRows(_Counted):
    """``add`` the pieces; they wait in a file without a name in `folder`, which is gone with this object."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = unnamed_file(self, folder)

    def add(self, piece: bytes) -> None:
        super().add(piece)
        self._file.write(piece)

    def add_all(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self.add(piece)

    def blocks(self) -> Iterator[bytes]:
        self._file.seek(0)
        while block := self._file.read(_BLOCK_BYTES):
            yield block


class RowsOfPng(_Counted):
    """The pieces that a PNG is written of, which only have to be counted here: they stand in its file, once it is closed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def blocks(self) -> Iterator[bytes]:
        return packed_rows(self._path)


def save(pdf: pikepdf.Pdf, path: Path, apart: Sequence[Packed], **options: Any) -> None:
    """As ``pdf.save`` does with these options, without object streams, and with the streams that are `apart` where their
    names stand."""
    options |= {"object_stream_mode": pikepdf.ObjectStreamMode.disable}
    if not apart:
        pdf.save(path, **options)
        return
    page = io.BytesIO()
    pdf.save(page, **options)
    with path.open("wb") as file:
        file.writelines(_with_streams(page.getvalue(), {packed.name: packed for packed in apart}))


@dataclass(frozen=True, slots=True)
class _Change:
    """What takes the place of `start` to `stop` of the page, and how long it is."""

    start: int
    stop: int
    size: int
    blocks: Callable[[], Iterable[bytes]]


def _with_streams(page: bytes, apart: dict[bytes, Packed]) -> Iterator[bytes]:
    tail = page.rindex(b"startxref")
    table = int(page[tail:].split()[1])
    changes = [change for name in _NAME.finditer(page, 0, table) for change in _stream(page, name, apart[name[0]])]

    def moved(offset: int) -> int:
        return offset + sum(c.size - (c.stop - c.start) for c in changes if c.stop <= offset)

    at = 0
    for change in changes:
        yield page[at : change.start]
        yield from _all_of(change)
        at = change.stop
    yield page[at:table]
    yield _ENTRY.sub(lambda entry: b"%010d" % moved(int(entry[0])), page[table:tail])
    yield b"startxref\n%d\n%%%%EOF\n" % moved(table)


def _stream(page: bytes, name: re.Match[bytes], packed: Packed) -> Iterator[_Change]:
    """Its length, which stands before it in its own dictionary, and the stream itself."""
    number = page.rindex(b"/Length ", 0, name.start()) + len(b"/Length ")
    length, before = b"%d" % packed.size, b"%d" % len(name[0])
    if not page.startswith(before + b" ", number):
        raise ValueError("a stream's length stands where it is not looked for")
    yield _Change(number, number + len(before), len(length), lambda: (length,))
    yield _Change(name.start(), name.end(), packed.size, packed.blocks)


def _all_of(change: _Change) -> Iterator[bytes]:
    size = 0
    for block in change.blocks():
        size += len(block)
        yield block
    if size != change.size:
        raise ValueError(f"{size} bytes of a stream of {change.size} are there")
