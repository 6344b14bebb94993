"""From whatever a decoder gave to plain pixels: upright, sRGB, 8 bit, RGBA. Palette, grey, inks, any profile.

What was assumed or converted on the way is a `Note`: a picture whose colours nobody named is not silently called sRGB.
"""

from __future__ import annotations

import functools
import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageCms, ImageOps

from pod.imaging.spaces import (
    ADOBE_RGB,
    SRGB_PRIMARIES,
    Chromaticities,
    RgbSpace,
    coded_space,
    is_srgb,
    measured_space,
    to_srgb,
)

Pixels = NDArray[np.uint8]

_PROFILE_SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}
"""A profile's colour space (ICC.1, 7.2.6) to the Pillow mode that it can describe."""

PRESS_PROFILE = Path(__file__).parent.parent / "printprep" / "profiles" / "ISOcoated_v2_300_bas.icc"
"""What inks without a profile are taken as: offset on coated paper, FOGRA39, the usual sender's press."""

_ORIENTATION, _INTEROP_IFD, _INTEROP_INDEX, _DCF_OPTION = 0x0112, 0xA005, 1, "R03"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was assumed or converted. `rule` is a stable code; `measured` is what the file says of itself."""

    rule: str
    message: str
    measured: str = ""


@dataclass(frozen=True, slots=True)
class _Picture:
    """An image in its usual mode, with all that its file says of its colours."""

    usual: Image.Image
    file: Image.Image
    cicp: bytes

    @property
    def is_ink(self) -> bool:
        return self.usual.mode in _INKS


@dataclass(frozen=True, slots=True)
class _Source:
    """How an image's numbers become sRGB; None: they are already."""

    convert: Callable[[Image.Image], Image.Image] | None = None
    note: Note | None = None


_UNTAGGED = Note(
    "untagged_colour", "The picture names no colour profile that can be used; it was read as sRGB.", "no profile"
)
_UNTAGGED_INKS = Note(
    "untagged_inks",
    "The picture holds inks (CMYK) and names no press profile; it was read as offset on coated paper (FOGRA39).",
    "CMYK without a profile",
)
_DEEP = Note(
    "sixteen_bits",
    "The picture has 16 bits per channel; they were brought to 8, with a fine noise that keeps ramps smooth.",
    "16 bits",
)
_TURNED = Note("turned", "The picture was stored turned or mirrored; it was put upright.")
_BRIGHT = Note(
    "bright_colour",
    "The picture is meant for bright screens (HDR); what is brighter than paper white became white.",
    "HDR",
)


def upright_srgb(
    image: Image.Image, *, cicp: bytes = b"", deep: bool = False, turned: bool = False
) -> tuple[Pixels, tuple[Note, ...]]:
    """The loaded 8-bit `image` as RGBA pixels in sRGB, and what was done for that; it is turned upright in place."""
    upright, notes = upright_image(image, cicp=cicp, deep=deep, turned=turned)
    return _rgba(upright), notes


def upright_image(
    image: Image.Image, *, cicp: bytes = b"", deep: bool = False, turned: bool = False
) -> tuple[Image.Image, tuple[Note, ...]]:
    """The same before it becomes pixels: an image in L, LA, RGB or RGBA.

    `cicp` is PNG's chunk of that name, which Pillow does not read. `deep`: the file had 16 bits. `turned`: the file asks
    to be turned, which a decoder may have done already.
    """
    ImageOps.exif_transpose(image, in_place=True)
    usual = _usual_mode(image)
    source, passed_over = _source_of(_Picture(usual, image, cicp))
    notes = [*([_DEEP] if deep else []), *([_TURNED] if turned else []), *passed_over]
    notes += [source.note] if source.note else []
    return source.convert(usual) if source.convert else usual, tuple(notes)


def is_upright_srgb(image: Image.Image) -> bool:
    """Whether `upright_image` would give an RGB image's pixels as they are: asked before they are decoded."""
    if image.mode != "RGB" or image.getexif().get(_ORIENTATION, 1) != 1:
        return False
    return _usual_mode(image) is image and _source_of(_Picture(image, image, b""))[0].convert is None


def inks_of(image: Image.Image) -> Image.Image:
    """CMYK as ink, 255 being full: Pillow takes every CMYK JPEG as inverted, which only Adobe's are (APP14 marker)."""
    stored_upright = image.format == "JPEG" and "adobe" not in image.info
    return ImageChops.invert(image) if stored_upright else image


def _usual_mode(image: Image.Image) -> Image.Image:
    """L, RGB, CMYK or LAB, or one of LA and RGBA: palettes looked up."""
    if image.mode == "CMYK":
        return inks_of(image)
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("L", "LA", "RGB", "RGBA", "LAB") else image.convert("RGB")


def _source_of(picture: _Picture) -> tuple[_Source, list[Note]]:
    """What the file says of its colours: the first statement that can be used; and those that could not."""
    passed_over = list[Note]()
    for claim in _CLAIMS:
        said = claim(picture)
        if isinstance(said, _Source):
            return said, passed_over
        passed_over += [said] if said else []
    return _INKS.get(picture.usual.mode, lambda: _Source(None, _UNTAGGED))(), passed_over


def _by_code_points(picture: _Picture) -> _Source | Note | None:
    """cICP: primaries, transfer, matrix (always 0: RGB), full range (11.3.2.6)."""
    cicp = picture.cicp
    if not cicp or picture.is_ink:
        return None
    known = len(cicp) == 4 and cicp[2] == 0
    space = coded_space(cicp[0], cicp[1], full=cicp[3] != 0) if known else None
    return _by_space(space) if space else _unusable("given by code points that we do not know")


def _by_profile(picture: _Picture) -> _Source | Note | None:
    profile = picture.file.info.get("icc_profile")
    if not profile:
        return None
    source = _readable(profile)
    if source is None:
        return _unusable("damaged")
    kind = _PROFILE_SPACES.get(source.profile.xcolor_space.strip())
    if kind != picture.usual.mode.removesuffix("A"):
        return _unusable("for another kind of picture")
    name = ImageCms.getProfileDescription(source).strip() or "an unnamed profile"
    if kind == "RGB" and name.startswith("sRGB"):
        return _Source()  # a transform to itself would move levels by rounding
    return _Source(functools.partial(_through_profile, source=source), _converted_note(name))


def _by_srgb_chunk(picture: _Picture) -> _Source | None:
    """PNG's own chunk for "these are sRGB numbers", which needs no profile."""
    return _Source() if "srgb" in picture.file.info else None


def _by_numbers(picture: _Picture) -> _Source | None:
    """PNG's gAMA and cHRM, or the letter with which cameras say Adobe RGB (DCF 2.0, option file)."""
    space = None if picture.is_ink else _named_space(picture.file)
    return _by_space(space) if space else None


def _named_space(image: Image.Image) -> RgbSpace | None:
    gamma, chromaticities = image.info.get("gamma"), _chromaticities(image.info.get("chromaticity"))
    if gamma and 0.1 <= gamma <= 5:
        return measured_space(gamma, chromaticities or SRGB_PRIMARIES)
    if chromaticities:
        return measured_space(1 / 2.2, chromaticities)
    interop = image.getexif().get_ifd(_INTEROP_IFD).get(_INTEROP_INDEX, "")
    return ADOBE_RGB if str(interop).startswith(_DCF_OPTION) else None


def _chromaticities(eight: tuple[float, ...] | None) -> Chromaticities | None:
    if eight is None or len(eight) != 8 or not all(0 < v < 1 for v in eight):
        return None
    white, red, green, blue = zip(eight[::2], eight[1::2], strict=True)
    return white, red, green, blue


def _by_space(space: RgbSpace) -> _Source:
    if is_srgb(space):
        return _Source()
    return _Source(
        functools.partial(_through_space, space=space), _BRIGHT if space.bright else _converted_note(space.name)
    )


def _through_space(image: Image.Image, *, space: RgbSpace) -> Image.Image:
    alpha = image.getchannel("A") if image.mode.endswith("A") else None
    pixels = np.array(image.convert("RGB"))
    to_srgb(pixels, space)
    converted = Image.fromarray(pixels)
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def _through_profile(image: Image.Image, *, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """Colour through the profile; alpha stays beside it, because the transform would drop it."""
    alpha = image.getchannel("A") if image.mode.endswith("A") else None
    converted = ImageCms.profileToProfile(
        image.convert(image.mode.removesuffix("A")),
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:  # only with inPlace, which is not asked for
        raise ImageCms.PyCMSError("the colour transform gave no picture")
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def _untagged_inks() -> _Source:
    source = ImageCms.ImageCmsProfile(io.BytesIO(PRESS_PROFILE.read_bytes()))
    return _Source(functools.partial(_through_profile, source=source), _UNTAGGED_INKS)


def _lab() -> _Source:
    """L*a*b* names its own colours: D50, as TIFF and ICC have it."""
    source = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return _Source(functools.partial(_through_profile, source=source), _converted_note("L*a*b*"))


_INKS: Mapping[str, Callable[[], _Source]] = {"CMYK": _untagged_inks, "LAB": _lab}
"""Modes whose numbers are no RGB, and how they are read where no profile says better."""

_CLAIMS: tuple[Callable[[_Picture], _Source | Note | None], ...] = (
    _by_code_points,
    _by_profile,
    _by_srgb_chunk,
    _by_numbers,
)
"""In the order of precedence (W3C PNG, third edition, 4.3). A `Note` is a statement that had to be passed over."""


def _converted_note(name: str) -> Note:
    return Note("converted_colour", f"Its colours were converted from {name} to sRGB.", name)


def _unusable(what: str) -> Note:
    return Note("unusable_profile", f"The picture's colour profile is {what} and was passed over.", what)


def _readable(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None


_STRIP_ROWS = 256


def _rgba(image: Image.Image) -> Pixels:
    """As an array of its own, in strips: Pillow's way makes two more copies of the whole picture."""
    pixels = np.empty((image.height, image.width, 4), dtype=np.uint8)
    for top in range(0, image.height, _STRIP_ROWS):
        strip = image.crop((0, top, image.width, min(top + _STRIP_ROWS, image.height)))
        if image.mode in ("RGBA", "LA"):
            pixels[top : top + _STRIP_ROWS] = np.asarray(strip.convert("RGBA"))
        else:
            cv2.cvtColor(np.asarray(strip.convert("RGB")), cv2.COLOR_RGB2RGBA, dst=pixels[top : top + _STRIP_ROWS])
    return pixels


def png_chunk(data: bytes, name: bytes, *, anywhere: bool = False) -> bytes:
    """A PNG's chunk of this name, before its pixels or `anywhere` (W3C PNG, third edition, 5.3); empty where there is none."""
    at = 8
    while at + 8 <= len(data):
        length, found = struct.unpack(">I4s", data[at : at + 8])
        if found == b"IDAT" and not anywhere:
            break
        if found == name:
            return data[at + 8 : at + 8 + length]
        at += 12 + length
    return b""
