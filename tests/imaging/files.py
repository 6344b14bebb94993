"""Pictures written by hand, bit for bit as their formats say: of 16 bits, in either byte order, with any chunk or tag."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

import numpy as np

PNG_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}


def png(levels: np.ndarray, chunks: Mapping[bytes, bytes] | None = None) -> bytes:
    """A PNG of 8 or 16 bits from height × width × channels; `chunks` stand before its pixels."""
    height, width, channels = levels.shape
    depth = levels.dtype.itemsize * 8
    rows = levels.astype(f">u{levels.dtype.itemsize}")
    body = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, depth, PNG_COLOUR_TYPES[channels], 0, 0, 0)
    parts = {b"IHDR": head, **(chunks or {}), b"IDAT": zlib.compress(body), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts.items())


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


GREY, RGB, INKS, LAB = 1, 2, 5, 8


def tiff(
    levels: np.ndarray,
    photometric: int,
    *,
    order: str = "<",
    extra: int | None = None,
    icc: bytes = b"",
    orientation: int = 1,
) -> bytes:
    """An uncompressed TIFF 6.0 of one strip; `extra` is its ExtraSamples value (1: premultiplied alpha, 2: straight)."""
    height, width, channels = levels.shape
    pixels = levels.astype(f"{order}u{levels.dtype.itemsize}").tobytes()
    long, short, undefined = 4, 3, 7
    tags: list[tuple[int, int, list[int] | bytes]] = [
        (256, long, [width]),
        (257, long, [height]),
        (258, short, [levels.dtype.itemsize * 8] * channels),
        (259, short, [1]),
        (262, short, [photometric]),
        (273, long, [8]),
        (274, short, [orientation]),
        (277, short, [channels]),
        (278, long, [height]),
        (279, long, [len(pixels)]),
    ]
    tags += [(338, short, [extra])] if extra is not None else []
    tags += [(34675, undefined, icc)] if icc else []
    at = 8 + len(pixels)
    overflow, entries = b"", b""
    for tag, kind, values in tags:
        raw = values if isinstance(values, bytes) else struct.pack(f"{order}{len(values)}{'HI'[kind == long]}", *values)
        place = raw.ljust(4, b"\0")
        if len(raw) > 4:
            place = struct.pack(order + "I", at + 2 + 12 * len(tags) + 4 + len(overflow))
            overflow += raw + bytes(len(raw) % 2)
        entries += struct.pack(order + "HHI", tag, kind, len(values)) + place
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, at)
    return head + pixels + struct.pack(order + "H", len(tags)) + entries + bytes(4) + overflow
