"""What a picture's header says, and whether its end is there: looked at where nothing is decoded yet.

Foreign pixels are decoded in a child process only, through `load`. Here just as much is read as it takes to say what was
delivered.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from pod.imaging.load import DECODERS, decoding, sniff
from pod.model.errors import InputRefused

_TAIL_BYTES = 1024
"""Some writers put a few bytes after the end; none of ours reads them."""

_ENDS = {"image/png": b"IEND\xaeB`\x82", "image/jpeg": b"\xff\xd9"}


@dataclass(frozen=True, slots=True)
class Header:
    media_type: str
    width_px: int
    height_px: int
    has_alpha: bool


def read_header(data: bytes) -> Header:
    """`InputRefused` where `data` is no picture of a kind that is taken, or where its end is missing."""
    media_type = sniff(data)
    if media_type not in DECODERS:
        raise InputRefused("picture_type", f"What came is {media_type or 'no picture'}.", measured=media_type)
    if not _ends(data, media_type):
        raise InputRefused("picture_damaged", f"The {media_type} is cut off after {len(data):,} bytes.")
    with decoding(media_type), Image.open(io.BytesIO(data), formats=(DECODERS[media_type],)) as image:
        has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        return Header(media_type, image.width, image.height, has_alpha)


def _ends(data: bytes, media_type: str) -> bool:
    if media_type == "image/webp":
        return len(data) >= 8 + int.from_bytes(data[4:8], "little")  # RFC 9649, 2.4
    return _ENDS[media_type] in data[-_TAIL_BYTES:]
