"""The press: CMYK by an ICC profile, what of a picture it can print, and how the print will look.

Conversion is Little CMS through Pillow, relative colorimetric with black-point compensation unless asked otherwise.
Nothing here knows alpha: colour is converted, alpha is kept by the caller. Rows are independent, so a picture is
converted in strips.
"""

from __future__ import annotations

import functools
import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from pod.imaging.colour import pixels_to_lab, srgb_icc
from pod.model.errors import InputRefused

Pixels = NDArray[np.uint8]

NO_PROFILE = "none"
"""What a person writes in a profile's place who wants none."""

MAX_PROFILE_BYTES = 16_000_000
"""The largest published press profiles have about 3 MB; a PDF/X carries the profile in every file."""

_DIFFERENT_DELTA_E = 6.0
"""Where print and screen lie further apart than this (CIE76), people call it another colour, not a nuance."""

_GRID_STEPS = 17


class Intent(StrEnum):
    """What happens to colours that the press cannot print (ICC.1, 6.4.3): moved to its edge, or everything eased inwards."""

    RELATIVE = "relative"
    PERCEPTUAL = "perceptual"


_LCMS_INTENT = {
    Intent.RELATIVE: ImageCms.Intent.RELATIVE_COLORIMETRIC,
    Intent.PERCEPTUAL: ImageCms.Intent.PERCEPTUAL,
}

_CONDITIONS = (
    (re.compile(r"FOGRA ?(\d{2})"), r"FOGRA\1"),
    (re.compile(r"ISO ?coated[ _]v2", re.IGNORECASE), "FOGRA39"),
    (re.compile(r"PSO ?coated[ _]v3", re.IGNORECASE), "FOGRA51"),
    (re.compile(r"PSO ?uncoated[ _]v3", re.IGNORECASE), "FOGRA52"),
    (re.compile(r"(?:CGATS )?TR ?(00\d)"), r"CGATS TR \1"),
    (re.compile(r"GRACoL ?2006", re.IGNORECASE), "CGATS TR 006"),
)
"""How makers name the conditions of the ICC's registry (color.org/registry): in a profile's own description."""


@dataclass(frozen=True, slots=True)
class PressProfile:
    """A printing condition; `condition` is its name in the ICC's registry, or "Custom"."""

    icc: bytes = field(repr=False)
    name: str
    condition: str
    version: int

    @property
    def registered(self) -> bool:
        return self.condition != "Custom"


def read_press_profile(icc: bytes, where: str = "The profile") -> PressProfile:
    """Raises `InputRefused` with everything that keeps it from being a PDF/X output intent (ISO 15930-7, 6.2.2)."""
    problems = tuple(_problems(icc))
    if problems:
        raise InputRefused(
            "profile_unusable",
            f"{where} is no profile of a CMYK press: {'; '.join(problems)}.",
            "Give the output profile (.icc) that the printer names, for example PSOcoated_v3.icc.",
            measured="; ".join(problems),
            required="ICC output profile, CMYK, with A2B0 and B2A0",
        )
    name = _opened(icc).profile.profile_description or "unnamed"
    return PressProfile(icc, name.strip(), _condition(name), icc[8])


def _problems(icc: bytes) -> Iterator[str]:
    if len(icc) < 132 or icc[36:40] != b"acsp":
        yield "it is not an ICC profile"
        return
    stated = int(struct.unpack(">I", icc[:4])[0])
    if stated > len(icc):
        yield f"it ends after {len(icc)} of {stated} bytes"
        return
    if len(icc) > MAX_PROFILE_BYTES:
        yield f"it has {len(icc)} bytes, more than {MAX_PROFILE_BYTES}"
        return
    if icc[12:16] != b"prtr":
        yield f"its class is “{_word(icc[12:16])}”, not “prtr” (output)"
    if icc[16:20] != b"CMYK":
        yield f"its colour space is {_word(icc[16:20])}, not CMYK"
    if icc[8] not in (2, 4):
        yield f"its version is {icc[8]}, not 2 or 4"
    lost = {"A2B0", "B2A0"} - set(_tags(icc))
    if lost:
        yield f"it lacks {' and '.join(sorted(lost))}"
    elif not _usable(icc):
        yield "it is damaged"


def _word(four: bytes) -> str:
    return four.decode("latin-1").strip()


def _tags(icc: bytes) -> list[str]:
    """Names in the tag table (ICC.1, 7.3); a table that runs out of the file ends early."""
    count = min(struct.unpack(">I", icc[128:132])[0], 100)
    return [_word(icc[at : at + 4]) for at in range(132, min(132 + 12 * count, len(icc) - 11), 12)]


def _usable(icc: bytes) -> bool:
    """Little CMS can build both ways of it; damaged tables show there and not in the header."""
    try:
        _to_press(icc, Intent.RELATIVE)
        _to_screen(icc, absolute=False)
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def _condition(name: str) -> str:
    for pattern, condition in _CONDITIONS:
        if (match := pattern.search(name)) is not None:
            return match.expand(condition)
    return "Custom"


def separate(pixels: Pixels, profile: PressProfile, intent: Intent = Intent.RELATIVE) -> Pixels:
    """The first three channels, sRGB, as C, M, Y, K: 255 is full ink."""
    return _applied(pixels[..., :3], "RGB", _to_press(profile.icc, intent))


def soft_proof(inks: Pixels, profile: PressProfile, *, paper: bool = False) -> Pixels:
    """C, M, Y, K as they will look, in sRGB. `paper` shows the paper's own white, as beside the real sheet."""
    return _applied(inks, "CMYK", _to_screen(profile.icc, absolute=paper))


def total_ink(inks: Pixels) -> NDArray[np.float32]:
    """Percent of all four inks together, at each pixel."""
    return np.asarray(inks.sum(axis=2, dtype=np.float32) / np.float32(2.55))


@functools.lru_cache(maxsize=4)
def most_ink(profile: PressProfile) -> int:
    """The most ink, in percent of all four together, that a conversion asks for: measured over all of sRGB, since
    profiles do not state it."""
    steps = np.linspace(0, 255, _GRID_STEPS).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(1, -1, 3)
    return round(float(total_ink(separate(grid, profile)).max()))


def changed_colours(pixels: Pixels, inks: Pixels, profile: PressProfile) -> NDArray[np.bool_]:
    """Where the print is visibly another colour than `pixels`.

    Measured on the soft proof, not with Little CMS's gamut alarm: that one calls every deep black unprintable, which
    black-point compensation prints as the press's own black.
    """
    apart = pixels_to_lab(soft_proof(inks, profile)) - pixels_to_lab(pixels)
    return np.asarray(np.linalg.norm(apart, axis=2) > _DIFFERENT_DELTA_E)


def _applied(pixels: Pixels, mode: str, transform: Any) -> Pixels:
    picture = Image.fromarray(np.ascontiguousarray(pixels), mode)
    return np.array(ImageCms.applyTransform(picture, transform))


def _opened(icc: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(icc))


@functools.lru_cache(maxsize=4)
def _to_press(icc: bytes, intent: Intent) -> Any:
    return ImageCms.buildTransform(
        _opened(srgb_icc()),
        _opened(icc),
        "RGB",
        "CMYK",
        renderingIntent=_LCMS_INTENT[intent],
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@functools.lru_cache(maxsize=4)
def _to_screen(icc: bytes, *, absolute: bool) -> Any:
    intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC if absolute else ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.buildTransform(
        _opened(icc),
        _opened(srgb_icc()),
        "CMYK",
        "RGB",
        renderingIntent=intent,
        flags=ImageCms.Flags.NONE if absolute else ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
