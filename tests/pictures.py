"""Pictures as people send them: good ones, odd ones that are taken, and files that no picture program would open."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

import numpy as np
from PIL import Image, ImageDraw

RED, NIGHT = (200, 40, 40, 255), (30, 40, 80, 255)


def a_badge(side_px: int = 1600) -> bytes:
    """Cut-out art, centred, with margins: every composition check passes."""
    return saved(_badge(side_px), "PNG", dpi=(300, 300))


def _badge(side_px: int) -> Image.Image:
    picture = Image.new("RGBA", (side_px, side_px), (0, 0, 0, 0))
    draw, edge = ImageDraw.Draw(picture), side_px // 8
    draw.ellipse((edge, edge, side_px - edge, side_px - edge), fill=NIGHT)
    draw.ellipse((edge * 2, edge * 2, side_px - edge * 2, side_px - edge * 2), fill=RED)
    return picture


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, kind, **options)
    return made.getvalue()


def one_colour() -> bytes:
    """A file that can be read and a picture of nothing: checks block it."""
    return saved(Image.new("RGB", (900, 900), "red"), "PNG")


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width_px: int, height_px: int, rows: bytes) -> bytes:
    """A grey PNG whose header says what it likes; `rows` are deflated."""
    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def bomb(side_px: int) -> bytes:
    """A whole PNG: a few hundred kilobytes that decode to side × side pixels."""
    deflate = zlib.compressobj(9)
    rows = b"".join(deflate.compress(bytes(side_px + 1)) for _ in range(side_px)) + deflate.flush()
    return png_of(side_px, side_px, rows)


def _photo(width_px: int = 640, height_px: int = 480) -> Image.Image:
    across, down = np.meshgrid(np.linspace(0, 255, width_px), np.linspace(0, 255, height_px))
    return Image.fromarray(np.dstack([across, down, 255 - across]).astype(np.uint8), "RGB")


def _rotated() -> bytes:
    """A JPEG that a phone held upright has written lying down: EXIF orientation 6."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved(_photo(), "JPEG", exif=exif)


def _sixteen_bits() -> bytes:
    grey = (np.linspace(0, 65535, 640 * 480).reshape(480, 640)).astype(np.uint16)
    return saved(Image.fromarray(grey), "PNG")


def _two_pages() -> bytes:
    return saved(_photo(), "TIFF", save_all=True, append_images=[_photo()])


def _moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (640, 480), colour) for colour in ("red", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


ODD: Mapping[str, bytes] = {
    "16 bits": _sixteen_bits(),
    "CMYK": saved(_photo().convert("CMYK"), "JPEG"),
    "palette": saved(_photo().quantize(16), "PNG"),
    "lying on its side": _rotated(),
    "grey": saved(_photo().convert("L"), "PNG"),
    "WebP": saved(_photo(), "WEBP"),
    "TIFF": saved(_photo(), "TIFF"),
}
"""Taken, whatever they are: what comes out is upright sRGB."""

UPRIGHT_PX: Mapping[str, tuple[int, int]] = {name: (480, 640) if "side" in name else (640, 480) for name in ODD}

REFUSED: Mapping[str, tuple[bytes, str]] = {
    "a letter": (b"this is a letter, not a picture", "picture_type"),
    "nothing": (b"", "picture_empty"),
    "half a PNG": (a_badge()[: len(a_badge()) // 2], "picture_damaged"),
    "half a JPEG": (saved(_photo(), "JPEG")[:9000], "picture_damaged"),
    "a PNG with a changed byte": (bytes(b ^ (n == 60) for n, b in enumerate(a_badge())), "picture_damaged"),
    "an animated GIF": (_moving("GIF"), "picture_type"),
    "an animated PNG": (_moving("PNG"), "picture_animated"),
    "an animated WebP": (_moving("WEBP"), "picture_animated"),
    "20 000 × 20 000 px in the header": (png_of(20_000, 20_000, zlib.compress(b"\0" * 100)), "picture_too_large"),
    "12 000 × 12 000 px, all of them there": (bomb(12_000), "picture_too_large"),
    "one pixel": (saved(Image.new("RGB", (1, 1), "red"), "PNG"), "picture_too_small"),
    "nothing to be seen": (saved(Image.new("RGBA", (640, 480), (0, 0, 0, 0)), "PNG"), "picture_invisible"),
    "an SVG": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_type"),
    "a TIFF of two pages": (_two_pages(), "picture_pages"),
    "a TIFF of measurements": (saved(Image.new("F", (640, 480)), "TIFF"), "picture_depth"),
}
"""What it is: the bytes, and the code that it is refused with."""

LARGE_PRINTS = frozenset({"12 000 × 12 000 px, all of them there"})
"""Too large for a picture that somebody sends, and not for a finished print file, which preflight looks at."""
