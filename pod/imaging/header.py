"""What a picture's header says, and whether its end is there: looked at where nothing is decoded yet.

Foreign pixels are decoded in a child process only, through `load`. Here just as much is read as it takes to say what was
delivered.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from pod.imaging.load import DECODERS, decoding, lies_on_its_side, sniff
from pod.model.errors import InputRefused

_TAIL_BYTES = 1024
"""Some writers put a few bytes after the end; none of ours reads them."""

_STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES = 273, 279, 324, 325
"""TIFF 6.0, sections 8 and 15: where each part of the pixels begins, and how many bytes it has."""


@dataclass(frozen=True, slots=True)
class Header:
    """The sides are those of the upright picture: a camera's JPEG may be stored on its side."""

    media_type: str
    width_px: int
    height_px: int
    has_alpha: bool


def read_header(data: bytes) -> Header:
    """`InputRefused` where `data` is no picture of a kind that is taken, or where its end is missing."""
    media_type = sniff(data)
    if media_type not in DECODERS:
        raise InputRefused("picture_type", f"What came is {media_type or 'no picture'}.", measured=media_type)
    with decoding(media_type), Image.open(io.BytesIO(data), formats=(DECODERS[media_type],)) as image:
        if not _ENDS[media_type](data, image):
            raise InputRefused("picture_damaged", f"The {media_type} is cut off after {len(data):,} bytes.")
        has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        stored = image.width, image.height
        width_px, height_px = stored[::-1] if lies_on_its_side(image, data, media_type) else stored
        return Header(media_type, width_px, height_px, has_alpha)


def _ends_with(mark: bytes) -> Callable[[bytes, Image.Image], bool]:
    return lambda data, _: mark in data[-_TAIL_BYTES:]


def _has_all_its_chunks(data: bytes, _: Image.Image) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")  # RFC 9649, 2.4


def _has_all_its_strips(data: bytes, image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    starts = (*tags.get(_STRIPS, ()), *tags.get(_TILES, ()))
    sizes = (*tags.get(_STRIP_BYTES, ()), *tags.get(_TILE_BYTES, ()))
    return bool(starts) and all(start + size <= len(data) for start, size in zip(starts, sizes, strict=False))


_ENDS: dict[str, Callable[[bytes, Image.Image], bool]] = {
    "image/png": _ends_with(b"IEND\xaeB`\x82"),
    "image/jpeg": _ends_with(b"\xff\xd9"),
    "image/webp": _has_all_its_chunks,
    "image/tiff": _has_all_its_strips,
}
