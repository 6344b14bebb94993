"""The one door for foreign bytes: sniffed, measured from the header, decoded, turned upright and into plain sRGB.

What comes out is pixels and nothing else: every tag, profile and comment of the file stays behind. What cannot be used
is refused with a sentence (`InputRefused`), before it is decoded wherever the header already says so.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.imaging.plain import upright_srgb
from pod.model.errors import InputRefused, PodError

Pixels = NDArray[np.uint8]

Image.MAX_IMAGE_PIXELS = None
"""Pillow's own guard warns on standard error and names no sides: ours reads them from the header before it decodes."""

MAX_BYTES = 25_000_000
MAX_PIXELS = 50_000_000
MIN_SIDE_PX = 16
"""Below this nothing can be told about a picture, let alone printed; 1 × 1 tracking pixels end here."""

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (8, b"WEBP", "image/webp"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypheix", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (0, b"BM", "image/bmp"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"<svg", "image/svg+xml"),
    (0, b"<?xml", "image/svg+xml"),
)
"""(offset, bytes, media type): enough to name what someone sent, also where it is refused."""

DECODERS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
"""The only Pillow decoders that ever see foreign bytes: each of the forty others is one more way in."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A decoded picture: `pixels` height × width × 4, sRGB, straight alpha. `notes` says in sentences what was assumed."""

    pixels: Pixels
    media_type: str
    source_mode: str
    notes: tuple[str, ...] = ()


def sniff(data: bytes) -> str:
    """The media type by the first bytes, whatever the name says; "" when they are of nothing known."""
    for offset, signature, media_type in _SIGNATURES:
        if data[offset : offset + len(signature)] == signature:
            return media_type
    return ""


def load_picture(data: bytes, *, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS) -> Raster:
    """The picture in `data`. `InputRefused` says what is wrong with it and what to send instead."""
    _refuse_weight(data, max_bytes)
    media_type = _accepted_type(data)
    with decoding(media_type), Image.open(io.BytesIO(data), formats=(DECODERS[media_type],)) as image:
        _refuse_header(image, media_type, max_pixels)
        deep = _is_deep_png(data, media_type)
        image.load()
        plain = upright_srgb(image, deep=deep)
    _refuse_invisible(plain.pixels)
    return Raster(plain.pixels, media_type, plain.source_mode, plain.notes)


@contextlib.contextmanager
def decoding(media_type: str) -> Iterator[None]:
    """Whatever a decoder stumbles over becomes a refusal with its cause; running out of memory stays what it is."""
    try:
        yield
    except (PodError, MemoryError):
        raise
    except Exception as e:  # Pillow's decoders raise OSError, SyntaxError, ValueError, struct.error, EOFError, …
        raise InputRefused(
            "picture_damaged",
            f"The file starts like {media_type} but cannot be read to its end; it is damaged or cut short.",
            "Open it in a picture program, save it again, and send that.",
            cause=f"{type(e).__name__}: {e}",
        ) from e


def _is_deep_png(data: bytes, media_type: str) -> bool:
    """Whether the file has 16 bits per channel: byte 24 is IHDR's bit depth, which Pillow does not tell for colour."""
    return media_type == "image/png" and data[24:25] == b"\x10"


def _refuse_weight(data: bytes, max_bytes: int) -> None:
    if not data:
        raise InputRefused("picture_empty", "The file is empty.", "Send the picture again.")
    if len(data) > max_bytes:
        raise InputRefused(
            "picture_too_heavy",
            f"The file is {len(data) / 1e6:.1f} MB; up to {max_bytes / 1e6:.0f} MB can be taken.",
            "Save it as a JPEG or WebP, or a little smaller.",
            measured=len(data),
            required=max_bytes,
        )


def _accepted_type(data: bytes) -> str:
    media_type = sniff(data)
    if media_type not in DECODERS:
        seen = f"This is {media_type}, which is not taken." if media_type else "This is not a picture that we can read."
        raise InputRefused(
            "picture_type", seen, "Save it as PNG, JPEG or WebP.", measured=media_type, required=", ".join(DECODERS)
        )
    return media_type


def _refuse_header(image: Image.Image, media_type: str, max_pixels: int) -> None:
    """Everything that the header says before a single pixel is decoded."""
    width, height = image.size
    if width * height > max_pixels:
        raise InputRefused(
            "picture_too_large",
            f"The picture has {width} × {height} pixels; up to {max_pixels / 1e6:.0f} million can be taken.",
            "Send it smaller: 5000 × 5000 is sharp up to 42 cm wide.",
            measured=f"{width}x{height}",
            required=max_pixels,
        )
    if min(width, height) < MIN_SIDE_PX:
        raise InputRefused(
            "picture_too_small",
            f"The picture is only {width} × {height} pixels.",
            f"Send one that is at least {MIN_SIDE_PX} pixels on each side; for print, 2000 or more.",
            measured=f"{width}x{height}",
            required=MIN_SIDE_PX,
        )
    # a JPEG's further frames are depth and gain maps that phones add: the picture is the first
    if media_type != "image/jpeg" and getattr(image, "is_animated", False):
        raise InputRefused(
            "picture_animated",
            "This picture moves; cloth does not.",
            "Send the one frame that you want printed.",
        )


def _refuse_invisible(pixels: Pixels) -> None:
    if not pixels[..., 3].any():
        raise InputRefused(
            "picture_invisible",
            "Every pixel of this picture is fully transparent: nothing would print.",
            "Send the picture with its drawing visible.",
        )
