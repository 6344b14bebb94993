"""A JPEG decoded onto disk. Pillow's decoder gives a picture only as a whole, which for 4096 × 4096 px is 67 MB: here it
writes into a map of a file, and each time it asks for more of the JPEG, what it has written is let go of.

Such an image is of Pillow's mode RGBX, which is how RGB lies in its memory as well.
"""

from __future__ import annotations

import io
import mmap
import os
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFile

from pod.imaging.kept import KeptRows, Pixels

_BLOCK_BYTES = 1 << 13
"""Of the JPEG at a time: flat art is packed a hundred times smaller than its pixels."""

_CAN_LET_GO = hasattr(mmap, "MADV_DONTNEED") and hasattr(os, "posix_fallocate")


class JpegBytes(io.BytesIO):
    """What the decoder reads from. `written` is let go of at each reading."""

    written: mmap.mmap | None = None

    def read(self, size: int | None = -1) -> bytes:
        if self.written is not None:
            self.written.madvise(mmap.MADV_DONTNEED)
        return super().read(size)


@dataclass(frozen=True, slots=True)
class DecodedRows:
    """Upright rows on disk, four bytes for each pixel, the fourth 255."""

    shape: tuple[int, int, int]
    rows: KeptRows

    def pixels(self, first: int, last: int) -> Pixels:
        return self.rows.pixels(first, last)


def decoded_onto_disk(image: ImageFile.ImageFile, source: JpegBytes) -> DecodedRows | None:
    """`image` is the JPEG of `source` in mode RGB, of which nothing is decoded yet. None where there is no room for it, or
    where the system cannot let go."""
    if not _CAN_LET_GO:
        return None
    kept = KeptRows(image.width)
    try:
        space = kept.space(image.height)
    except OSError:
        return None
    pixels = np.frombuffer(space, dtype=np.uint8)
    image.im = Image.frombuffer("RGBX", image.size, pixels, "raw", "RGBX", 0, 1).im
    image.decodermaxblock = _BLOCK_BYTES
    source.written = space
    image.load()
    return DecodedRows((image.height, image.width, 3), kept)
