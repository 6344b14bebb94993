"""One zlib stream (RFC 1950) whose stretches look for repeats near by or far back, as suits what is in them.

Flat art repeats the row above, 18 kB back at 4500 px. Grain repeats itself by chance only: what ISA-L finds far back in it is
three or four bytes long, costs more bits than those bytes themselves, and time to be found. Looking no further than 512
bytes packs a photograph with a little grain into 0.91 of the bytes in two thirds of the time.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np
from isal import igzip_lib, isal_zlib
from numpy.typing import NDArray

LEVEL = 1
"""Of ISA-L's four: 2 and 3 take a tenth longer for two per cent."""

_HEADER = b"\x78\x01"
"""Deflate, for readers that keep the last 32 kB, which is enough for any stretch."""


class Reach(IntEnum):
    """How far back repeats are looked for, as the power of two in bytes: the least that ISA-L takes, and the most."""

    FAR = 15
    NEAR = 9


def better_reach(sample: NDArray[np.uint8]) -> Reach:
    """The one that packs `sample`, some lines of a picture one below the other, into fewer bytes."""
    return min(Reach, key=lambda reach: len(_packed_alone(sample, reach)))


def _packed_alone(sample: NDArray[np.uint8], reach: Reach) -> bytes:
    return bytes(igzip_lib.compress(sample, LEVEL, igzip_lib.COMP_DEFLATE, igzip_lib.MEM_LEVEL_DEFAULT, reach))


class ZlibStream:
    """``add`` data, then ``finish``; both give what is packed by now."""

    def __init__(self) -> None:
        self._packed = bytearray(_HEADER)
        self._checksum = isal_zlib.adler32(b"")
        self._reach = Reach.FAR
        self._deflate = _deflating(self._reach)

    def add(self, data: NDArray[np.uint8], reach: Reach) -> bytes:
        if reach is not self._reach:
            # to the end of a byte, where another compressor goes on, which refers to nothing before it
            self._packed += self._deflate.flush(isal_zlib.Z_SYNC_FLUSH)
            self._reach, self._deflate = reach, _deflating(reach)
        self._checksum = isal_zlib.adler32(data, self._checksum)
        return self._taken(self._deflate.compress(data))

    def finish(self) -> bytes:
        return self._taken(self._deflate.flush() + self._checksum.to_bytes(4, "big"))

    def _taken(self, more: bytes) -> bytes:
        if not self._packed:
            return more
        packed, self._packed = bytes(self._packed) + more, bytearray()
        return packed


def _deflating(reach: Reach) -> Any:
    return isal_zlib.compressobj(LEVEL, wbits=-reach)
