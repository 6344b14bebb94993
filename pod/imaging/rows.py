"""PNG pictures row by row: what is resampled from top to bottom is never in memory as a whole.

ISA-L inflates, Pillow's own decoder undoes the row filters: it is handed each window as a small zlib stream of stored
blocks, and writes straight into ours. Only the plainest kinds are read this way (8 bits, RGB or RGBA, sRGB, not
interlaced), which is what services send and what Pod keeps; for everything else there is `load_picture`.
"""

from __future__ import annotations

import contextlib
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray
from PIL import Image, ImageCms

from pod.imaging.colour import srgb_icc
from pod.model.errors import InputRefused

Pixels = NDArray[np.uint8]
PictureFile = bytes | Path

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PLAIN = {(8, 2, 0, 0, 0): 3, (8, 6, 0, 0, 0): 4}
"""IHDR to channels: 8 bits, truecolour without or with alpha, the only compression and filter method there are, not
interlaced (W3C PNG, 11.2.1)."""

_RAW_MODES = {3: ("RGBX", "RGB"), 4: ("RGBA", "RGBA")}
"""Channels to how Pillow keeps the pixels, and how they stand in the file."""

_HARMLESS = frozenset({b"IHDR", b"iCCP", b"sRGB", b"pHYs", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"bKGD", b"sBIT"})
"""Chunks that change no pixel, if the profile is sRGB. gAMA, cHRM, cICP, tRNS, eXIf and acTL do, or may."""

_IsalError: type[Exception] = isal_zlib.IsalError  # type: ignore[assignment]  # its stub calls the class an instance
_DAMAGED = (OSError, EOFError, ValueError, struct.error, _IsalError)
_MAX_CHUNK = 1 << 20
_READ_BYTES = 1 << 16
_STORED_BYTES = 0xFFFF
_PASSED_OVER = 256
"""Rows that are read at a time where nobody asked for them."""


def opened(picture: PictureFile) -> BinaryIO:
    return io.BytesIO(picture) if isinstance(picture, bytes) else picture.open("rb")


def read_whole(picture: PictureFile) -> bytes:
    return picture if isinstance(picture, bytes) else picture.read_bytes()


def weight_of(picture: PictureFile) -> int:
    return len(picture) if isinstance(picture, bytes) else picture.stat().st_size


class PngRows:
    """A picture's rows from the top. `pixels(first, last)` gives a window of them; windows move only downwards.
    `shape` is height, width, channels."""

    def __init__(self, stream: BinaryIO, header: _Header) -> None:
        self.shape = (header.height_px, header.width_px, header.channels)
        self._lines = _Lines(stream)
        self._raw = _RAW_MODES[header.channels]
        self._line_bytes = 1 + header.width_px * header.channels
        self._window = self._spare = np.empty((0, header.width_px, 4), dtype=np.uint8)
        self._first, self._end = 0, 0

    @staticmethod
    def of(stream: BinaryIO, *, max_pixels: int) -> PngRows | None:
        """None where the picture is of another kind, or too large: `load_picture` takes it, or says why not."""
        header = _plain_header(stream)
        if header is None or header.height_px * header.width_px > max_pixels:
            return None
        return PngRows(stream, header)

    def pixels(self, first: int, last: int) -> Pixels:
        """Rows `first` to `last`, four bytes for each pixel: where there are three channels the fourth is 255. They are
        gone by the next but one time.

        `InputRefused` where the file ends early or is damaged.
        """
        with _decoding():
            while first > self._end:  # rows that nobody asked for still have to be read
                self._advance(self._end, min(first, self._end + _PASSED_OVER))
            self._advance(first, last)
        return self._window

    def _advance(self, first: int, last: int) -> None:
        """The window moves on. One row above the new ones is read with them: a filter may look at it."""
        keep_from = min(first, max(0, self._end - 1))
        window = self._spared(last - keep_from)
        kept = self._window[keep_from - self._first : self._end - self._first]
        window[: len(kept)] = kept
        count = last - self._end
        if count:
            self._undo_filters(window, len(kept), self._lines.read(count * self._line_bytes))
        self._window = window[first - keep_from :]
        self._first, self._end = first, last

    def _spared(self, rows: int) -> Pixels:
        """Of two stretches of memory the one that the present window is not in: fetching fresh memory takes longer."""
        held = self._window if self._window.base is None else self._window.base
        if len(self._spare) < rows:
            self._spare = np.empty((rows, *self._window.shape[1:]), dtype=np.uint8)
        spare, self._spare = self._spare, held
        return spare[:rows]

    def _undo_filters(self, window: Pixels, kept: int, data: list[bytes]) -> None:
        """`data` are the lines of the rows from `kept` on, in pieces."""
        height, width, channels = len(window) - kept, window.shape[1], self.shape[2]
        if not any(_first_bytes(data, self._line_bytes)):
            lines = np.frombuffer(b"".join(data), dtype=np.uint8).reshape(height, self._line_bytes)
            window[kept:, :, :channels] = lines[:, 1:].reshape(height, width, channels)
            window[kept:, :, channels:] = 255
            return
        above = window[max(0, kept - 1) : kept, :, :channels].reshape(-1, self._line_bytes - 1)
        unfiltered = b"".join(b"\0" + row.tobytes() for row in above)
        place = window[kept - len(above) :]
        mode, raw = self._raw
        # Pillow writes through it, so that nothing is copied out of its pictures
        image = Image.frombuffer(mode, (width, len(place)), place, "raw", mode, 0, 1)
        image.frombytes(_stored(unfiltered, *data), "zip", raw, 0)


def packed_rows(file: PictureFile) -> Iterator[bytes]:
    """The zlib stream of a PNG of the plainest kinds as it stands in its chunks, in pieces. `ValueError` where it is another
    kind, or damaged."""
    with opened(file) as stream:
        if _plain_header(stream) is None:
            raise ValueError("no PNG whose rows can be read")
        yield from _idat(stream)


class _Lines:
    """The inflated lines of a PNG's IDAT chunks, whose checksums are looked at on the way."""

    def __init__(self, stream: BinaryIO) -> None:
        self._pieces = _idat(stream)
        self._inflate: Any = isal_zlib.decompressobj()

    def read(self, count: int) -> list[bytes]:
        """In pieces, as they are inflated."""
        parts = list[bytes]()
        while count > 0:
            # with nothing more to read there may still be something inside that did not fit the last time
            piece = self._inflate.unconsumed_tail or next(self._pieces, b"")
            parts.append(self._inflate.decompress(piece, count))
            if not piece and not parts[-1]:
                raise EOFError("the picture ends before its last row")
            count -= len(parts[-1])
        _clear_wide_registers()
        return parts


def _first_bytes(pieces: list[bytes], line_bytes: int) -> Iterator[bool]:
    """Of each piece whether any of the lines that begin in it begins with something: the filter of its row."""
    at = 0
    for piece in pieces:
        yield any(piece[-at % line_bytes :: line_bytes])
        at += len(piece)


_LEVELS = np.ones(256, dtype=np.uint8)


def _clear_wide_registers() -> None:
    """ISA-L leaves the upper halves of the vector registers in use, with which Pillow's resampler takes half as long again
    (0.44 for 0.30 s). Any NumPy loop clears them."""
    _LEVELS.max()


def _idat(stream: BinaryIO) -> Iterator[bytes]:
    """From the first IDAT on, in pieces; the stream stands behind that chunk's name."""
    stream.seek(-8, io.SEEK_CUR)
    while True:
        length, name = struct.unpack(">I4s", stream.read(8))
        if name != b"IDAT":
            return
        crc = isal_zlib.crc32(name)
        while length > 0:
            piece = stream.read(min(length, _READ_BYTES))
            if not piece:
                raise EOFError("cut short")
            crc, length = isal_zlib.crc32(piece, crc), length - len(piece)
            yield piece
        if struct.pack(">I", crc) != stream.read(4):
            raise ValueError("a checksum is wrong")


@dataclass(frozen=True, slots=True)
class _Header:
    width_px: int
    height_px: int
    channels: int


def _plain_header(stream: BinaryIO) -> _Header | None:
    """Of a picture of the plainest kinds; `stream` then stands behind the first IDAT's name."""
    if stream.read(8) != _SIGNATURE:
        return None
    found = None
    while True:
        head = stream.read(8)
        if len(head) < 8:
            return None
        length, name = struct.unpack(">I4s", head)
        if name == b"IDAT":
            return found if _ends_harmlessly(stream, length) else None
        if name not in _HARMLESS or length > _MAX_CHUNK:
            return None
        data = stream.read(length)
        stream.read(4)
        if name == b"IHDR":
            found = _plain(data)
            if found is None:
                return None
        if name == b"iCCP" and not _is_srgb(data):
            return None


def _ends_harmlessly(stream: BinaryIO, length: int) -> bool:
    """Whether nothing that changes a pixel stands behind them, where the tag that turns a picture may be (eXIf, 11.3.4.7).
    `length` is that of the chunk in which `stream` stands, and stands again afterwards."""
    place, name = stream.tell(), b"IDAT"
    while name in _HARMLESS or name == b"IDAT":
        stream.seek(length + 4, io.SEEK_CUR)
        head = stream.read(8)
        length, name = struct.unpack(">I4s", head) if len(head) == 8 else (0, b"")
    stream.seek(place)
    return name in (b"IEND", b"")  # one that is cut short is refused where it ends


def _plain(header: bytes) -> _Header | None:
    width, height, *kind = struct.unpack(">IIBBBBB", header) if len(header) == 13 else (0, 0)
    channels = _PLAIN.get(tuple(kind))
    return _Header(width, height, channels) if width and height and channels else None


def _is_srgb(chunk: bytes) -> bool:
    """A profile's name, a zero, the method, and the profile deflated (11.3.2.3)."""
    try:
        profile = isal_zlib.decompressobj().decompress(chunk[chunk.index(b"\0") + 2 :], _MAX_CHUNK)
        if profile == srgb_icc():
            return True
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).startswith("sRGB")
    except (*_DAMAGED, ImageCms.PyCMSError):
        return False


def _stored(*datas: bytes) -> bytes:
    """A zlib stream that only wraps them: stored blocks (RFC 1951, 3.2.4), none marked as the last."""
    parts: list[bytes | memoryview] = [b"\x78\x01"]
    for data in datas:
        view = memoryview(data)
        for at in range(0, len(data), _STORED_BYTES):
            block = view[at : at + _STORED_BYTES]
            parts += [struct.pack("<BHH", 0, len(block), len(block) ^ _STORED_BYTES), block]
    return b"".join(parts)


@contextlib.contextmanager
def _decoding() -> Iterator[None]:
    try:
        yield
    except _DAMAGED as e:
        raise InputRefused(
            "picture_damaged",
            "The file starts like image/png but cannot be read to its end; it is damaged or cut short.",
            "Open it in a picture program, save it again, and send that.",
            cause=f"{type(e).__name__}: {e}",
        ) from e
