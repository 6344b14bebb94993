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

from pod.imaging.deep import is_deep, read_deep
from pod.imaging.jpeg import DecodedRows, JpegBytes, decoded_onto_disk
from pod.imaging.plain import Note, inks_of, is_upright_srgb, png_chunk, upright_image, upright_srgb
from pod.model.errors import InputRefused, PodError

# Pillow imports its decoders at the first picture; in a child that is short of memory, Python then speaks of syntax errors
Image.preinit()

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
    (0, b"II+\0", "image/tiff"),
    (0, b"MM\0+", "image/tiff"),
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

DECODERS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/tiff": "TIFF"}
"""The only Pillow decoders that ever see foreign bytes: each of the forty others is one more way in."""


_MOVES = ("picture_animated", "This picture moves; cloth does not.", "Send the one frame that you want printed.")
_PAGES = ("picture_pages", "This TIFF holds several pictures.", "Save the one that you want as a file of its own.")
_FRAMES_REFUSED = {"image/png": _MOVES, "image/webp": _MOVES, "image/tiff": _PAGES}
"""A JPEG's further frames are depth and gain maps that phones add: the picture is the first."""

_UNPRINTABLE_MODES = ("I", "F")
_ORIENTATION, _TURNS, _SIDEWAYS = 0x0112, range(2, 9), range(5, 9)
_NEW_SUBFILE_TYPE, _REDUCED_COPY = 254, 1


@dataclass(frozen=True, slots=True)
class Raster:
    """A decoded picture: `pixels` height × width × 4, sRGB, straight alpha. `notes` says what was assumed or converted.

    `tag_ppi` is the resolution that the file says of itself, the poorer axis; 0 where it says none.
    """

    pixels: Pixels
    media_type: str
    source_mode: str
    notes: tuple[Note, ...] = ()
    tag_ppi: float = 0.0


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
    with decoding(media_type), _opened(data, media_type) as image:
        _refuse_header(image, media_type, max_pixels)
        deep, turned_by_decoder = is_deep(image), media_type == "image/tiff" and _is_turned(image)
        upright = _decoded(image, data, media_type)
        turned = turned_by_decoder or _is_turned(image)
        cicp = png_chunk(data, b"cICP") if media_type == "image/png" else b""
        source_mode, tag_ppi = image.mode, _tag_ppi(image)
        pixels, notes = upright_srgb(upright, cicp=cicp, deep=deep, turned=turned)
    refuse_invisible(int(pixels[..., 3].max()))
    return Raster(pixels, media_type, source_mode, notes, tag_ppi)


class OpaqueRows:
    """A picture without alpha as its decoder holds it, upright and in sRGB, read in bands: half of what `load_picture` needs."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self.shape = (image.height, image.width, 3)

    def pixels(self, first: int, last: int) -> Pixels:
        """Rows `first` to `last`, four bytes for each pixel, the fourth 255."""
        band = self._image.crop((0, first, self._image.width, last))
        pixels = np.frombuffer(band.tobytes("raw", "RGBX"), dtype=np.uint8).reshape(last - first, self._image.width, 4)
        pixels = pixels.copy()
        pixels[..., 3] = 255  # colour management leaves anything there
        return pixels


def load_opaque(
    data: bytes, *, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS
) -> OpaqueRows | DecodedRows | None:
    """A JPEG, which has no alpha; None for other kinds. `InputRefused` as by `load_picture`. One whose pixels are to be taken
    as they are is not held in memory."""
    if sniff(data) != "image/jpeg":
        return None
    _refuse_weight(data, max_bytes)
    source = JpegBytes(data)
    with decoding("image/jpeg"), Image.open(source, formats=(DECODERS["image/jpeg"],)) as image:
        _refuse_header(image, "image/jpeg", max_pixels)
        rows = decoded_onto_disk(image, source) if is_upright_srgb(image) else None
        if rows is not None:
            return rows
        image.load()
        upright = upright_image(image)[0]
        return OpaqueRows(upright if upright.mode == "RGB" else upright.convert("RGB"))


def upright_size(data: bytes, *, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS) -> tuple[int, int]:
    """Width and height as `load_picture` would give them, from the header. What can be refused by that is refused."""
    _refuse_weight(data, max_bytes)
    media_type = _accepted_type(data)
    with decoding(media_type), _opened(data, media_type) as image:
        _refuse_header(image, media_type, max_pixels)
        width, height = image.size
        return (height, width) if lies_on_its_side(image, data, media_type) else (width, height)


def load_inks(data: bytes, *, max_bytes: int = MAX_BYTES, max_pixels: int = MAX_PIXELS) -> Pixels | None:
    """A CMYK picture's own inks, height × width × 4 with 255 for full ink, as stored; None where it holds no inks."""
    _refuse_weight(data, max_bytes)
    media_type = _accepted_type(data)
    with decoding(media_type), _opened(data, media_type) as image:
        _refuse_header(image, media_type, max_pixels)
        if image.mode != "CMYK":
            return None
        return np.asarray(inks_of(_decoded(image, data, media_type)))


def _opened(data: bytes, media_type: str) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=(DECODERS[media_type],))


def _decoded(image: Image.Image, data: bytes, media_type: str) -> Image.Image:
    """The picture in 8 bits, its pixels read."""
    if is_deep(image):
        return read_deep(image, lambda: _opened(data, media_type))
    image.load()
    return image


def _is_turned(image: Image.Image) -> bool:
    """Pillow turns a TIFF as it reads it and forgets its tag; a PNG's may stand behind its pixels."""
    return image.getexif().get(_ORIENTATION, 1) in _TURNS


def lies_on_its_side(image: Image.Image, data: bytes, media_type: str) -> bool:
    """Whether its sides are the other way round than the file says, as the file itself asks to be turned."""
    if media_type == "image/tiff":  # whose size Pillow has turned already
        return False
    exif = Image.Exif()
    if media_type == "image/png":  # asking the picture would decode it: the tag may stand behind its pixels
        exif.load(png_chunk(data, b"eXIf", anywhere=True))
    else:
        exif = image.getexif()
    return exif.get(_ORIENTATION, 1) in _SIDEWAYS


def _tag_ppi(image: Image.Image) -> float:
    """PNG and TIFF per inch, JPEG's density or its Exif; zero, nonsense and aspect ratios are no resolution."""
    across, down = (float(v) for v in image.info.get("dpi", (0, 0)))
    return min(across, down) if across > 1 and down > 1 else 0.0


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
            "picture_type",
            seen,
            "Save it as PNG, JPEG, WebP or TIFF.",
            measured=media_type,
            required=", ".join(DECODERS),
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
    if image.mode in _UNPRINTABLE_MODES:
        raise InputRefused(
            "picture_depth",
            "The picture's pixels are measurements of 32 bits, not colours.",
            "Save it with 8 or 16 bits per channel.",
            measured=image.mode,
        )
    if media_type in _FRAMES_REFUSED and _has_further_frames(image):
        raise InputRefused(*_FRAMES_REFUSED[media_type])


def _has_further_frames(image: Image.Image) -> bool:
    """Whether a second picture follows that is more than a small copy of the first (TIFF 6.0, NewSubfileType)."""
    if not getattr(image, "is_animated", False):
        return False
    if image.format != "TIFF":
        return True
    image.seek(1)
    subfile = int(getattr(image, "tag_v2", {}).get(_NEW_SUBFILE_TYPE, 0))
    image.seek(0)
    return not subfile & _REDUCED_COPY


def refuse_invisible(most_alpha: int) -> None:
    if not most_alpha:
        raise InputRefused(
            "picture_invisible",
            "Every pixel of this picture is fully transparent: nothing would print.",
            "Send the picture with its drawing visible.",
        )
