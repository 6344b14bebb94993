"""A picture's rows kept on disk once they are decoded: to read them again costs a tenth of decoding them again, and what is
on disk is in no process's memory."""

from __future__ import annotations

import mmap
import os

import numpy as np
from numpy.typing import NDArray

from pod.imaging.unnamed import unnamed_file

Pixels = NDArray[np.uint8]


class KeptRows:
    """Rows of four bytes for each pixel. ``keep`` them from the top, or write all of them into `space`; then ``pixels`` gives
    any. They are in a file without a name, and gone with this object. `OSError` where the disk is full."""

    def __init__(self, width_px: int) -> None:
        self._file = unnamed_file(self)
        self._width_px = width_px
        self._rows = np.empty((0, width_px, 4), dtype=np.uint8)

    def keep(self, band: Pixels) -> None:
        self._file.write(np.ascontiguousarray(band).data)

    def space(self, height_px: int) -> mmap.mmap:
        """Memory that is the file's. The room for it is taken on the disk beforehand: who writes where there is none left is
        ended by the system, without a word."""
        size = height_px * self._width_px * 4
        os.posix_fallocate(self._file.fileno(), 0, size)
        return mmap.mmap(self._file.fileno(), size)

    def pixels(self, first: int, last: int) -> Pixels:
        """They are written over the next time."""
        if len(self._rows) < last - first:
            self._rows = np.empty((last - first, self._width_px, 4), dtype=np.uint8)
        rows = self._rows[: last - first]
        self._file.seek(first * self._width_px * 4)
        if self._file.readinto(rows.data) != rows.nbytes:
            raise EOFError(f"rows {first} to {last} were not kept")
        return rows
