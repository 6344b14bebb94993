"""From whatever a decoder gave to plain pixels: upright, sRGB, 8 bit, RGBA. Palette, grey, 16 bit, CMYK, any profile."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

Pixels = NDArray[np.uint8]

_TAGGED_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
"""A profile's colour space (ICC.1, 7.2.6) to the Pillow mode that it can describe."""

_UNTAGGED_NOTE = "The picture names no colour profile; it was read as sRGB."
_DEEP_NOTE = "The picture has 16 bits per channel; 8 of them are kept."


@dataclass(frozen=True, slots=True)
class Plain:
    """`source_mode` is Pillow's mode of the file; `notes` are sentences about what was assumed on the way."""

    pixels: Pixels
    source_mode: str
    notes: tuple[str, ...]


def upright_srgb(image: Image.Image, *, deep: bool = False) -> Plain:
    """The loaded `image` as RGBA pixels in sRGB. `deep`: the file had 16 bits, which Pillow has already cut for colour."""
    notes: list[str] = [_DEEP_NOTE] if deep else []
    profile = image.info.get("icc_profile")
    image_mode = image.mode
    upright = ImageOps.exif_transpose(image)
    colour, alpha = _apart(upright)
    colour, note = _to_srgb(colour, profile)
    notes += [note] if note else []
    if alpha is not None:
        colour.putalpha(alpha)
    return Plain(np.array(colour.convert("RGBA")), image_mode, tuple(notes))


def _apart(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Colour as L, RGB or CMYK, and alpha: a profile transform would drop it."""
    if image.mode.startswith("I"):
        image = _eight_bit(image)
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode in ("RGBA", "LA"):
        return image.convert(image.mode[:-1]), image.getchannel("A")
    return (image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")), None


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey, scaled: Pillow's own conversion to L clips everything above 255 to white."""
    deep = np.asarray(image).astype(np.uint32)
    return Image.fromarray(((deep + 128) // 257).astype(np.uint8))


def _to_srgb(colour: Image.Image, profile: bytes | None) -> tuple[Image.Image, str]:
    """`colour` through its profile, and a sentence about it where one is due."""
    if not profile:
        return colour.convert("RGB"), _UNTAGGED_NOTE
    source = _readable(profile)
    if source is None:
        return colour.convert("RGB"), "The picture's colour profile is damaged; it was read as sRGB."
    if _TAGGED_MODES.get(source.profile.xcolor_space.strip()) != colour.mode:
        return colour.convert(
            "RGB"
        ), "The picture's colour profile is for another kind of picture; it was read as sRGB."
    name = ImageCms.getProfileDescription(source).strip()
    if colour.mode == "RGB" and name.startswith("sRGB"):
        return colour, ""  # a transform to itself would move levels by rounding
    converted = ImageCms.profileToProfile(
        colour,
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:  # only with inPlace, which is not asked for
        raise ImageCms.PyCMSError("the colour transform gave no picture")
    return converted, f"Its colours were converted from {name} to sRGB."


def _readable(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None
