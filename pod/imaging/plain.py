"""From whatever a decoder gave to plain pixels: upright, sRGB, 8 bit, RGBA. Palette, grey, 16 bit, CMYK, any profile."""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
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
    """The loaded `image` as RGBA pixels in sRGB. `deep`: the file had 16 bits, which Pillow has already cut for colour.

    `image` is turned upright in place.
    """
    notes: list[str] = [_DEEP_NOTE] if deep else []
    profile, image_mode = image.info.get("icc_profile"), image.mode
    says_srgb = "srgb" in image.info  # PNG's own chunk for "these are sRGB numbers", which needs no profile
    ImageOps.exif_transpose(image, in_place=True)
    usual = _usual_mode(image)
    source, note = (None, "") if says_srgb and not profile else _profile_of(usual, profile)
    notes += [note] if note else []
    return Plain(_rgba(usual if source is None else _converted(usual, source)), image_mode, tuple(notes))


def _usual_mode(image: Image.Image) -> Image.Image:
    """L, RGB or CMYK, or one of LA and RGBA: palettes looked up, 16 bits made 8."""
    if image.mode.startswith("I"):
        image = _eight_bit(image)
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("RGB")


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


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit grey, scaled: Pillow's own conversion to L clips everything above 255 to white."""
    deep = np.asarray(image).astype(np.uint32)
    return Image.fromarray(((deep + 128) // 257).astype(np.uint8))


def _profile_of(image: Image.Image, profile: bytes | None) -> tuple[ImageCms.ImageCmsProfile | None, str]:
    """The profile that `image` has to be converted from (None: its numbers are sRGB), and a sentence where one is due."""
    if not profile:
        return None, _UNTAGGED_NOTE
    source = _readable(profile)
    if source is None:
        return None, "The picture's colour profile is damaged; it was read as sRGB."
    if _TAGGED_MODES.get(source.profile.xcolor_space.strip()) != image.mode.removesuffix("A"):
        return None, "The picture's colour profile is for another kind of picture; it was read as sRGB."
    name = ImageCms.getProfileDescription(source).strip()
    if image.mode.startswith("RGB") and name.startswith("sRGB"):
        return None, ""  # a transform to itself would move levels by rounding
    return source, f"Its colours were converted from {name} to sRGB."


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
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


def _readable(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None
