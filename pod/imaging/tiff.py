"""TIFF, written in strips: 8 bit, chunky, deflate with the horizontal predictor, profile and resolution (TIFF 6.0 with
Adobe's Supplement 2). What a CMYK press without PDF asks for. The same pixels give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from enum import IntEnum
from typing import BinaryIO

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_STRIP_ROWS = 64
_LEVEL = 2
_LITTLE_ENDIAN = b"II*\0"


class Photometric(IntEnum):
    """What the samples mean, by their number in the file."""

    RGB = 2
    CMYK = 5


Entry = tuple[int, tuple[int, ...] | bytes]

_COLOURS = {Photometric.RGB: 3, Photometric.CMYK: 4}
_SHORT, _LONG, _RATIONAL, _UNDEFINED = 3, 4, 5, 7
_SIZES = {_SHORT: 2, _LONG: 4, _RATIONAL: 8, _UNDEFINED: 1}
_RATIONAL_PARTS = 10_000

_NO_PREMULTIPLIED_ALPHA = 2
_DEFLATE, _HORIZONTAL_PREDICTOR, _CMYK_INKS, _PER_INCH, _CHUNKY = 8, 2, 1, 2, 1


class TiffWriter:
    """Writes rows as they come: ``write`` strips of height × width × channels from the top, then ``close``.

    A channel more than the colour has is straight alpha. `stream` has to be one that can seek, and stays open.
    """

    def __init__(self, stream: BinaryIO, photometric: Photometric, *, ppi: float, icc: bytes) -> None:
        self._stream, self._photometric, self._ppi, self._icc = stream, photometric, ppi, icc
        self._waiting: Pixels | None = None
        self._shape = (0, 0)
        self._height = 0
        self._offsets, self._sizes = list[int](), list[int]()
        stream.write(_LITTLE_ENDIAN + bytes(4))

    def write(self, rows: Pixels) -> TiffWriter:
        """The next rows, any number of them."""
        rows = rows if self._waiting is None else np.concatenate([self._waiting, rows])
        while len(rows) >= _STRIP_ROWS:
            self._write_strip(rows[:_STRIP_ROWS])
            rows = rows[_STRIP_ROWS:]
        self._waiting = rows.copy()
        return self

    def close(self) -> None:
        """Ends the file with the table of what is in it."""
        if self._waiting is not None and len(self._waiting):
            self._write_strip(self._waiting)
        directory = self._stream.tell()
        self._stream.write(_directory(self._entries(), directory))
        self._stream.seek(len(_LITTLE_ENDIAN))
        self._stream.write(struct.pack("<I", directory))

    def _write_strip(self, strip: Pixels) -> None:
        self._shape = strip.shape[1], strip.shape[2]
        self._height += len(strip)
        packed = isal_zlib.compress(_differences(strip), _LEVEL)
        self._offsets.append(self._stream.tell())
        self._sizes.append(len(packed))
        self._stream.write(packed + bytes(len(packed) % 2))

    def _entries(self) -> Mapping[int, Entry]:
        """Tag number to type and values, in the order of their numbers."""
        width, channels = self._shape
        resolution = (round(self._ppi * _RATIONAL_PARTS), _RATIONAL_PARTS)
        extra = channels - _COLOURS[self._photometric]
        tags: dict[int, Entry] = {
            256: (_LONG, (width,)),
            257: (_LONG, (self._height,)),
            258: (_SHORT, (8,) * channels),
            259: (_SHORT, (_DEFLATE,)),
            262: (_SHORT, (self._photometric,)),
            273: (_LONG, tuple(self._offsets)),
            277: (_SHORT, (channels,)),
            278: (_LONG, (_STRIP_ROWS,)),
            279: (_LONG, tuple(self._sizes)),
            282: (_RATIONAL, resolution),
            283: (_RATIONAL, resolution),
            284: (_SHORT, (_CHUNKY,)),
            296: (_SHORT, (_PER_INCH,)),
            317: (_SHORT, (_HORIZONTAL_PREDICTOR,)),
        }
        if self._photometric is Photometric.CMYK:
            tags[332] = (_SHORT, (_CMYK_INKS,))
        if extra:
            tags[338] = (_SHORT, (_NO_PREMULTIPLIED_ALPHA,) * extra)
        tags[34675] = (_UNDEFINED, self._icc)
        return tags


def _differences(strip: Pixels) -> bytes:
    """Each sample less the one to its left (TIFF 6.0, section 14)."""
    shifted = np.array(strip, dtype=np.uint8)
    np.subtract(strip[:, 1:], strip[:, :-1], out=shifted[:, 1:])
    return shifted.tobytes()


def _directory(entries: Mapping[int, Entry], at: int) -> bytes:
    """The table of tags; values of more than four bytes follow it, each at an even place."""
    after = at + 2 + 12 * len(entries) + 4
    table, values = struct.pack("<H", len(entries)), b""
    for tag, (kind, content) in entries.items():
        data = content if isinstance(content, bytes) else _packed(kind, content)
        table += struct.pack("<HHI", tag, kind, len(data) // _SIZES[kind])
        if len(data) <= 4:
            table += data.ljust(4, b"\0")
        else:
            table += struct.pack("<I", after + len(values))
            values += data + bytes(len(data) % 2)
    return table + bytes(4) + values


def _packed(kind: int, values: tuple[int, ...]) -> bytes:
    letter = {_SHORT: "H", _LONG: "I", _RATIONAL: "I"}[kind]
    return struct.pack(f"<{len(values)}{letter}", *values)
