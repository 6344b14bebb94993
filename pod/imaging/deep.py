"""Pictures of 16 bits per channel, read whole and brought to 8 with a fixed pattern of noise, so that ramps keep no steps.

Pillow opens colour of 16 bits by throwing the low bytes away. Asked for the same pixels in the other byte order it gives
exactly those bytes: two readings are the whole picture.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Deep = NDArray[np.uint16]

_NATIVE = {"little": "L", "big": "B"}[sys.byteorder]
_OTHER = {"L": "B", "B": "L"}
_TWICE = ("RGB", "RGBX", "RGBA", "RGBa", "CMYK")
_GREY_ALPHA = "LA;16B"
_STRIP_ROWS = 128
_STEP = 257
"""A level of 8 bits in levels of 16: 65535 / 255."""


def is_deep(image: Image.Image) -> bool:
    """Whether the file has 16 bits per channel. To be asked before the pixels are loaded."""
    raw = _raw_mode(image)
    return image.mode.startswith("I;16") or raw == _GREY_ALPHA or _kind(raw) is not None


def read_deep(image: Image.Image, again: Callable[[], Image.Image]) -> Image.Image:
    """The picture in 8 bits. `image` is opened and not loaded yet, `again` opens the same file once more."""
    levels, mode = _read(image, again)
    height, width = levels.shape[:2]
    made = Image.frombuffer(mode, (width, height), _dithered(levels, mode), "raw", mode, 0, 1)
    made.info = {k: v for k, v in image.info.items() if k != "transparency"}
    hidden = image.info.get("transparency")
    if hidden is not None and mode in ("L", "RGB"):
        made.putalpha(Image.fromarray(_shown(levels, hidden)))
    return made


def _raw_mode(image: Any) -> str:
    if not image.tile:
        return ""
    args = image.tile[0].args
    return str(args[0] if isinstance(args, tuple) else args)


def _kind(raw: str) -> tuple[str, str] | None:
    """(channels, byte order) of a raw mode like ``RGB;16L``."""
    channels, _, depth = raw.partition(";")
    if channels in _TWICE and depth in ("16L", "16B", "16N"):
        return channels, _NATIVE if depth == "16N" else depth[-1]
    return None


def _read(image: Image.Image, again: Callable[[], Image.Image]) -> tuple[Deep, str]:
    """All 16 bits as height × width (× channels), and the Pillow mode that they mean."""
    raw = _raw_mode(image)
    if image.mode.startswith("I;16"):
        image.load()
        return np.asarray(image).astype(np.uint16), "L"
    if raw == _GREY_ALPHA:  # four bytes for each pixel: Pillow has it as RGBA
        grey = _bytes_of(image, "RGBA")
        return _joined(grey[..., 0::2], grey[..., 1::2]), "LA"
    channels, order = _kind(raw) or ("", "")
    plain = channels.upper() if channels == "RGBa" else channels
    high, low = _bytes_of(image, f"{plain};16{order}"), _bytes_of(again(), f"{plain};16{_OTHER[order]}")
    levels = _joined(high, low)
    return (_straight(levels), "RGBA") if channels == "RGBa" else (levels, image.mode)


def _bytes_of(image: Any, raw: str) -> Pixels:
    image.tile = [
        tile._replace(args=(raw, *tile.args[1:]) if isinstance(tile.args, tuple) else raw) for tile in image.tile
    ]
    image.load()
    return np.asarray(image)


def _joined(high: Pixels, low: Pixels) -> Deep:
    levels = high.astype(np.uint16)
    levels <<= 8
    levels |= low
    return levels


def _straight(levels: Deep) -> Deep:
    """Colour that was stored multiplied by its alpha (TIFF's associated alpha)."""
    for rows in _strips(levels):
        alpha = np.maximum(rows[..., 3:].astype(np.uint64), 1)
        rows[..., :3] = np.minimum((rows[..., :3].astype(np.uint64) * 65535 + alpha // 2) // alpha, 65535)
    return levels


def _dithered(levels: Deep, mode: str) -> Pixels:
    """Colour with noise, equal in all channels so that grey stays grey; alpha rounded, so that solid stays solid."""
    channels = levels.reshape(*levels.shape[:2], -1)
    made = np.empty(channels.shape, dtype=np.uint8)
    colours = channels.shape[2] - mode.endswith("A")
    for top in range(0, len(channels), _STRIP_ROWS):
        wide = channels[top : top + _STRIP_ROWS].astype(np.uint32)
        wide[..., :colours] += _noise(top, len(wide), wide.shape[1])[..., None]
        wide[..., colours:] += np.uint32(_STEP // 2)
        made[top : top + _STRIP_ROWS] = wide // _STEP
    return made


def _noise(top: int, rows: int, width: int) -> NDArray[np.uint32]:
    """0 to 256, spread evenly over every small neighbourhood: interleaved gradient noise (Jimenez 2014)."""
    y, x = np.arange(top, top + rows)[:, None], np.arange(width)[None]
    wave = (52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1.0)) % 1.0
    return (wave * _STEP).astype(np.uint32)


def _shown(levels: Deep, hidden: Any) -> Pixels:
    """PNG's tRNS: one colour, all 16 bits of it, is transparent."""
    same = levels == np.array(hidden, dtype=np.uint16)
    return np.where(same if levels.ndim == 2 else same.all(axis=2), 0, 255).astype(np.uint8)


def _strips(levels: Deep) -> Iterator[Deep]:
    for top in range(0, len(levels), _STRIP_ROWS):
        yield levels[top : top + _STRIP_ROWS]
