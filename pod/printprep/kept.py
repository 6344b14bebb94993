"""A picture's rows kept on disk once they are decoded: to read them again costs a tenth of decoding them again."""

from __future__ import annotations

import tempfile
import weakref

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


class KeptRows:
    """``keep`` a picture's rows (four bytes for each pixel) from the top, then ``pixels`` gives any of them. They are in a
    file without a name, and gone with this object."""

    def __init__(self, width_px: int) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when nobody holds these rows any more
        weakref.finalize(self, self._file.close)
        self._width_px = width_px
        self._rows = np.empty((0, width_px, 4), dtype=np.uint8)

    def keep(self, band: Pixels) -> None:
        """`OSError` where the disk is full."""
        self._file.write(np.ascontiguousarray(band).data)

    def pixels(self, first: int, last: int) -> Pixels:
        """They are written over the next time."""
        if len(self._rows) < last - first:
            self._rows = np.empty((last - first, self._width_px, 4), dtype=np.uint8)
        rows = self._rows[: last - first]
        self._file.seek(first * rows[0].nbytes)
        if self._file.readinto(rows.data) != rows.nbytes:
            raise EOFError(f"rows {first} to {last} were not kept")
        return rows
