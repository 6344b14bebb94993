"""Colour: sRGB hex, CIE L*a*b*, OKLab, contrast, and the sRGB profile that print files carry.

Distances are CIE76 in L*a*b* under D65 (IEC 61966-2-1 white), good enough to say "these two look alike" and fast enough
for whole pictures. Mixing and ramps use OKLab, whose lightness is even to the eye.
"""

from __future__ import annotations

import functools
import math
import re
import struct

import numpy as np
from numpy.typing import NDArray

from pod.model.errors import InputRefused

Rgb = tuple[int, int, int]

_HEX = re.compile(r"^#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$")
_WHITE_D65 = (0.95047, 1.0, 1.08883)
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]],
    dtype=np.float32,
)
"""Linear sRGB to XYZ, IEC 61966-2-1."""


def parse_hex(text: str) -> Rgb:
    """``#rrggbb`` or ``#rgb`` as three numbers 0–255."""
    match = _HEX.match(text.strip())
    if not match:
        raise InputRefused(
            "colour_unreadable", f"“{text}” is not a colour.", "Write it as #rrggbb, for example #1f3a5f."
        )
    digits = match[1] if len(match[1]) == 6 else "".join(d * 2 for d in match[1])
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def to_hex(rgb: tuple[float, float, float]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(max(0, min(255, round(v))) for v in rgb))


def linear(value: float) -> float:
    """One sRGB channel 0–1 as linear light."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def gamma(value: float) -> float:
    """Linear light 0–1 as one sRGB channel, clipped to the gamut."""
    value = max(0.0, min(1.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@functools.lru_cache(maxsize=8192)
def lab(colour: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a hex colour."""
    row = pixels_to_lab(np.array([[parse_hex(colour)]], dtype=np.uint8))[0, 0]
    return float(row[0]), float(row[1]), float(row[2])


def delta_e(first: str, second: str) -> float:
    """CIE76 distance. About 2 is a just visible difference side by side; 12 and more is plainly another colour."""
    return math.dist(lab(first), lab(second))


@functools.cache
def _linear_table() -> NDArray[np.float32]:
    return np.array([linear(v / 255) for v in range(256)], dtype=np.float32)


def pixels_to_lab(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """H×W×3 (or more channels, of which three are read) sRGB bytes as float32 L*a*b*."""
    light = _linear_table()[pixels[..., :3]]
    xyz = light @ _TO_XYZ.T
    xyz /= np.array(_WHITE_D65, dtype=np.float32)
    curved = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = curved[..., 0], curved[..., 1], curved[..., 2]
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1).astype(np.float32)


@functools.lru_cache(maxsize=16384)
def oklab(colour: str) -> tuple[float, float, float]:
    """OKLab (Ottosson 2020) of a hex colour: lightness 0–1, then two opponent axes."""
    r, g, b = (linear(v / 255) for v in parse_hex(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> str:
    """The nearest sRGB hex colour; out-of-gamut channels are clipped."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return to_hex(
        (
            255 * gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
            255 * gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
            255 * gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
        )
    )


def oklch(colour: str) -> tuple[float, float, float]:
    """OKLab in polar form: lightness 0–1, chroma 0–0.4, hue in degrees."""
    lightness, a, b = oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    angle = math.radians(hue)
    return from_oklab(lightness, chroma * math.cos(angle), chroma * math.sin(angle))


def distance(first: str, second: str) -> float:
    """Euclidean distance in OKLab: 0.02 is just visible side by side, black to white is 1."""
    return math.dist(oklab(first), oklab(second))


def hue_apart(first: float, second: float) -> float:
    """Degrees between two hues, the short way round."""
    return abs((first - second + 180) % 360 - 180)


def mix(first: str, second: str, share: float) -> str:
    """`first` with `share` (0–1) of `second`, mixed evenly to the eye."""
    one, two = oklab(first), oklab(second)
    lightness, a, b = (x + (y - x) * share for x, y in zip(one, two, strict=True))
    return from_oklab(lightness, a, b)


def luminance(colour: str) -> float:
    """Relative luminance 0–1 (WCAG 2.2)."""
    r, g, b = (linear(v / 255) for v in parse_hex(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1–21 (WCAG 2.2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@functools.cache
def srgb_icc() -> bytes:
    """An sRGB display profile (ICC.1:2001-04, version 2.1), the same bytes every time.

    Written here because library-made profiles carry the moment they were made, and a print file's bytes may not depend
    on the clock. Primaries are the Bradford-adapted D50 values that every sRGB profile carries; the curve has 1024 points.
    """
    curve = b"curv" + bytes(4) + struct.pack(">I1024H", 1024, *(round(65535 * linear(i / 1023)) for i in range(1024)))
    tags = {
        b"desc": _description("sRGB IEC61966-2.1"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(v * 65536) for v in (x, y, z)))


def _description(text: str) -> bytes:
    ascii_text = text.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    """The tag table and the data behind it; equal data is stored once."""
    offset = 128 + 4 + 12 * len(tags)
    table, body, places = b"", b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:
            places[data] = offset + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3I4s",
        offset + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp", bytes(4), 0, bytes(4), bytes(4), 0, 0,
        0xF6D6, 0x10000, 0xD32D, bytes(4),
    )  # fmt: skip
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
