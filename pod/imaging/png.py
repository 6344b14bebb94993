"""PNG, written in strips: 8 bit, no interlace, chunks IHDR, iCCP, pHYs, IDAT, IEND (W3C PNG, third edition).

Deflating is the cost of a print file, so ISA-L does it. Two row filters are used: none where the art is flat (runs
compress best as they are) and Sub elsewhere; trying all five per row costs more than it saves. How far back repeats are
looked for is found out by packing a few lines both ways. The same pixels give the same bytes, however they were cut into
strips.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from pod.imaging.deflate import LEVEL, Reach, ZlibStream, better_reach
from pod.imaging.flat import is_flat

_COLOUR_TYPES = {1: 0, 3: 2, 4: 6}
"""Channels to PNG colour type: grey, RGB, RGBA."""

_FILTER_NONE, _FILTER_SUB = 0, 1
_BLOCK_ROWS = 64
"""Rows that share a filter. Blocks are counted from the top of the picture, so the caller's strips do not matter."""

_TRUSTED_BLOCKS = 8
"""How long what a few lines told is kept to: asking in every block would cost a tenth of packing it."""

_LEAST_SAMPLE, _LEAST_LINES = 1 << 15, 2
"""Bytes in which chance has its repeats, and lines of which the second may repeat the first."""

_METRES_PER_INCH = 0.0254


class RowPacker:
    """Rows as one zlib stream of filtered lines: PNG's IDAT, and PDF's FlateDecode with /Predictor 15, take the same.

    The same rows give the same bytes, whatever strips they come in.
    """

    def __init__(self, width_px: int, channels: int) -> None:
        self._shape = (width_px, channels)
        self._stream = ZlibStream()
        self._reach, self._trusted = Reach.FAR, 0
        self._block = np.empty((_BLOCK_ROWS, width_px, channels), dtype=np.uint8)
        self._lines = np.empty((_BLOCK_ROWS, 1 + width_px * channels), dtype=np.uint8)
        self._filled = 0

    def add(self, rows: NDArray[np.uint8]) -> Iterator[bytes]:
        """The next rows, any number of them; gives what is packed by now. `ValueError` when they are of another width."""
        if rows.shape[1:] != self._shape or rows.dtype != np.uint8:
            raise ValueError(f"rows are {rows.shape[1:]} {rows.dtype}, the picture is {self._shape} uint8")
        for block in self._blocks(rows):
            yield self._packed(block)

    def finish(self) -> Iterator[bytes]:
        if self._filled:
            yield self._packed(self._block[: self._filled])
        yield self._stream.finish()

    def _blocks(self, rows: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
        """Whole blocks, straight from `rows` where they line up; what is left over waits for the next strip."""
        while len(rows):
            if self._filled == 0 and len(rows) >= _BLOCK_ROWS:
                yield rows[:_BLOCK_ROWS]
                rows = rows[_BLOCK_ROWS:]
                continue
            taken = min(_BLOCK_ROWS - self._filled, len(rows))
            self._block[self._filled : self._filled + taken] = rows[:taken]
            self._filled += taken
            rows = rows[taken:]
            if self._filled == _BLOCK_ROWS:
                self._filled = 0
                yield self._block

    def _packed(self, block: NDArray[np.uint8]) -> bytes:
        count, channels = len(block), self._shape[1]
        lines = self._lines[:count]
        samples = block.reshape(count, -1)
        if is_flat(block):
            lines[:, 0] = _FILTER_NONE
            lines[:, 1:] = samples
            return self._stream.add(lines, Reach.FAR)
        lines[:, 0] = _FILTER_SUB
        lines[:, 1 : 1 + channels] = samples[:, :channels]
        np.subtract(samples[:, channels:], samples[:, :-channels], out=lines[:, 1 + channels :])
        return self._stream.add(lines, self._reach_of(lines))

    def _reach_of(self, lines: NDArray[np.uint8]) -> Reach:
        if not self._trusted:
            count = max(_LEAST_LINES, -(-_LEAST_SAMPLE // lines.shape[1]))
            first = max(0, (len(lines) - count) // 2)  # in the middle: art seldom begins where a block does
            self._reach, self._trusted = better_reach(lines[first : first + count]), _TRUSTED_BLOCKS
        self._trusted -= 1
        return self._reach


class PngWriter:
    """Writes rows as they come: ``write`` strips of height × `width_px` × `channels` from the top, then ``close``.

    `ppi` becomes pHYs, `icc` an iCCP chunk. `stream` stays open. `packed_to` is given every piece of the rows' zlib
    stream as well, for a file of another kind that holds the same rows.
    """

    def __init__(
        self,
        stream: BinaryIO,
        width_px: int,
        height_px: int,
        channels: int,
        *,
        ppi: float | None = None,
        icc: bytes | None = None,
        packed_to: Callable[[bytes], object] | None = None,
    ) -> None:
        self._stream = stream
        self._packer = RowPacker(width_px, channels)
        self._packed_to = packed_to
        self._rows_left = height_px
        stream.write(b"\x89PNG\r\n\x1a\n")
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, 8, _COLOUR_TYPES[channels], 0, 0, 0))
        if icc is not None:
            self._chunk(b"iCCP", b"ICC profile\0\0" + isal_zlib.compress(icc, LEVEL))
        if ppi is not None:
            per_metre = round(ppi / _METRES_PER_INCH)
            self._chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))

    def write(self, rows: NDArray[np.uint8]) -> PngWriter:
        """The next rows, any number of them. `ValueError` when they are of another width or one too many."""
        self._rows_left -= len(rows)
        if self._rows_left < 0:
            raise ValueError(f"{-self._rows_left} rows more than the picture is high")
        self._data(self._packer.add(rows))
        return self

    def close(self) -> None:
        """Ends the file. `ValueError` when rows are missing: half a picture is not written as a whole one."""
        if self._rows_left:
            raise ValueError(f"{self._rows_left} rows of the picture are missing")
        self._data(self._packer.finish())
        self._chunk(b"IEND", b"")

    def _data(self, pieces: Iterator[bytes]) -> None:
        for piece in pieces:
            if not piece:
                continue
            self._chunk(b"IDAT", piece)
            if self._packed_to is not None:
                self._packed_to(piece)

    def _chunk(self, name: bytes, data: bytes) -> None:
        crc = isal_zlib.crc32(data, isal_zlib.crc32(name))
        self._stream.write(struct.pack(">I", len(data)) + name)
        self._stream.write(data)
        self._stream.write(struct.pack(">I", crc))


def encode_png(pixels: NDArray[np.uint8], *, ppi: float | None = None, icc: bytes | None = None) -> bytes:
    """A height × width × channels picture (1, 3 or 4 channels) as PNG bytes."""
    stream = io.BytesIO()
    height, width, channels = pixels.shape
    PngWriter(stream, width, height, channels, ppi=ppi, icc=icc).write(pixels).close()
    return stream.getvalue()
