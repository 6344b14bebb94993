"""RGB spaces that a picture names by numbers and not by a profile: primaries, white and curve, converted to sRGB.

PNG says them in cICP (code points of ITU-T H.273) or in gAMA and cHRM (W3C PNG, third edition, 11.3.2); a camera says
Adobe RGB by one letter of its Exif. Colours outside sRGB are clipped.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import linear

Pixels = NDArray[np.uint8]
Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]
Chromaticities = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""White, red, green, blue: x and y."""

_D65, _C, _DCI = (0.3127, 0.3290), (0.310, 0.316), (0.314, 0.351)

SRGB_PRIMARIES: Chromaticities = (_D65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_PRIMARIES: Mapping[int, tuple[str, Chromaticities]] = {
    1: ("BT.709", SRGB_PRIMARIES),
    4: ("BT.470 M", (_C, (0.67, 0.33), (0.21, 0.71), (0.14, 0.08))),
    5: ("BT.601, 625 lines", (_D65, (0.64, 0.33), (0.29, 0.60), (0.15, 0.06))),
    6: ("BT.601, 525 lines", (_D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07))),
    7: ("SMPTE 240M", (_D65, (0.63, 0.34), (0.31, 0.595), (0.155, 0.07))),
    9: ("BT.2020", (_D65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046))),
    11: ("DCI-P3", (_DCI, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060))),
    12: ("Display P3", (_D65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060))),
}
"""H.273, table 2."""

_REFERENCE_WHITE_NITS = 203.0
"""Paper white of a picture for bright screens (ITU-R BT.2408, 2.2): what is brighter than that no paper can show."""

_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
_ROWS = 128


def _power(exponent: float) -> Curve:
    return lambda v: v**exponent


def _srgb(v: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.vectorize(linear)(v)  # type: ignore[no-any-return]


def _bt709(v: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(v < 0.081, v / 4.5, ((v + 0.099) / 1.099) ** (1 / 0.45))


def _smpte240(v: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(v < 0.0912, v / 4.0, ((v + 0.1115) / 1.1115) ** (1 / 0.45))


def _pq(v: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084, 10 000 nits at full signal."""
    root = v ** (1 / 78.84375)
    nits = 10_000 * (np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)) ** (1 / 0.1593017578125)
    return nits / _REFERENCE_WHITE_NITS


def _hlg(v: NDArray[np.float64]) -> NDArray[np.float64]:
    """ITU-R BT.2100 on a screen of 1000 nits; its system gamma is taken for each channel."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(v <= 0.5, v**2 / 3, (np.exp((v - c) / a) + b) / 12)
    return 1000 * scene**1.2 / _REFERENCE_WHITE_NITS


_CURVES: Mapping[int, Curve] = {
    1: _bt709,
    4: _power(2.2),
    5: _power(2.8),
    6: _bt709,
    7: _smpte240,
    8: _power(1.0),
    13: _srgb,
    14: _bt709,
    15: _bt709,
    16: _pq,
    18: _hlg,
}
"""H.273, table 3: signal to light."""

_BRIGHT = frozenset({16, 18})


@dataclass(frozen=True, slots=True)
class RgbSpace:
    """`bright`: light above paper white is meant, and is cut off here. `full`: levels 0 to 255, not 16 to 235."""

    name: str
    chromaticities: Chromaticities
    curve: Curve
    full: bool = True
    bright: bool = False


_SRGB_GAMMA_SLACK, _SAME_PRIMARIES = 0.01, 0.003

SRGB = RgbSpace("sRGB", SRGB_PRIMARIES, _srgb)
ADOBE_RGB = RgbSpace("Adobe RGB (1998)", (_D65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06)), _power(563 / 256))


def coded_space(primaries: int, transfer: int, *, full: bool) -> RgbSpace | None:
    """The space of two H.273 code points; None where they name none that we know."""
    if primaries not in _PRIMARIES or transfer not in _CURVES:
        return None
    name, chromaticities = _PRIMARIES[primaries]
    return RgbSpace(name, chromaticities, _CURVES[transfer], full, transfer in _BRIGHT)


def measured_space(gamma: float, chromaticities: Chromaticities) -> RgbSpace:
    """A space by its file gamma (about 0.45 for screens) and chromaticities, as gAMA and cHRM write them.

    1/2.2 with sRGB's primaries is how PNG writes sRGB for readers that know no better (11.3.2.5).
    """
    if abs(gamma - 1 / 2.2) < _SRGB_GAMMA_SLACK and _are_srgb(chromaticities):
        return SRGB
    return RgbSpace(f"gamma {1 / gamma:.2f}", chromaticities, _power(1 / gamma))


def is_srgb(space: RgbSpace) -> bool:
    """Whether its numbers are sRGB's already."""
    return space.curve is _srgb and space.full and _are_srgb(space.chromaticities)


def _are_srgb(chromaticities: Chromaticities) -> bool:
    return bool(np.abs(np.subtract(chromaticities, SRGB_PRIMARIES)).max() < _SAME_PRIMARIES)


def to_srgb(pixels: Pixels, space: RgbSpace) -> None:
    """Height × width × 3 in place, a few rows at a time."""
    light, matrix = _light_table(space), _matrix(space.chromaticities).astype(np.float32)
    for top in range(0, len(pixels), _ROWS):
        rows = pixels[top : top + _ROWS]
        mixed = np.clip(light[rows] @ matrix.T, 0.0, 1.0)
        rows[...] = _encoded()[np.rint(mixed * 65535).astype(np.uint16)]


def _light_table(space: RgbSpace) -> NDArray[np.float32]:
    levels = np.arange(256) / 255 if space.full else np.clip((np.arange(256) - 16) / 219, 0, 1)
    return space.curve(levels).astype(np.float32)


@functools.cache
def _encoded() -> Pixels:
    light = np.arange(65536) / 65535
    return np.asarray(
        np.rint(255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)), np.uint8
    )


def _matrix(chromaticities: Chromaticities) -> NDArray[np.float64]:
    """Linear light of the space to linear sRGB, adapted from its white to D65 (Bradford)."""
    return np.asarray(np.linalg.inv(_to_xyz(SRGB_PRIMARIES)) @ _adapted(chromaticities[0]) @ _to_xyz(chromaticities))


def _to_xyz(chromaticities: Chromaticities) -> NDArray[np.float64]:
    white, *primaries = (np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in chromaticities)
    columns = np.stack(primaries, axis=1)
    return columns * np.linalg.solve(columns, white)


def _adapted(white: tuple[float, float]) -> NDArray[np.float64]:
    cones = [_BRADFORD @ np.array([x / y, 1.0, (1 - x - y) / y]) for x, y in (white, _D65)]
    return np.asarray(np.linalg.inv(_BRADFORD) @ np.diag(cones[1] / cones[0]) @ _BRADFORD)
