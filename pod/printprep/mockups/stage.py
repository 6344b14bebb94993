"""The stage: backdrop, shadow, cloth under light, ink on cloth. What every mock-up shares."""

from __future__ import annotations

import functools

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, Drawing, rasterise
from pod.drawing.paths import Path
from pod.imaging.colour import gamma, linear, parse_hex
from pod.imaging.resample import resized
from pod.model.product import PrintArea
from pod.printprep.fit import Sheet
from pod.printprep.mockups.relief import Field, blurred

Pixels = NDArray[np.uint8]

BACKDROP = "#eceeef"
"""A light grey on which white cloth still has an edge."""

_GAMMA_STEPS = 4095


@functools.cache
def _light_levels() -> Field:
    levels: Field = np.array([linear(v / 255) for v in range(256)], dtype=np.float32)
    return levels


@functools.cache
def _gamma_levels() -> Pixels:
    return np.array([round(255 * gamma(i / _GAMMA_STEPS)) for i in range(_GAMMA_STEPS + 1)], dtype=np.uint8)


def to_light(pixels: Pixels) -> Field:
    """sRGB levels as linear light, in which shade and shine are multiplied and added."""
    return np.asarray(cv2.LUT(pixels, _light_levels()), dtype=np.float32)


def light_of(rgb: str) -> Field:
    return np.asarray(to_light(np.array([[parse_hex(rgb)]], dtype=np.uint8))[0, 0], dtype=np.float32)


def coloured(shape: tuple[int, ...], rgb: str) -> Field:
    """A field of one colour, for a scene of this shape."""
    return np.broadcast_to(light_of(rgb), (*shape[:2], 3)).copy()


def to_levels(rgb_light: Field) -> Pixels:
    return _gamma_levels()[(np.clip(rgb_light, 0, 1) * _GAMMA_STEPS + 0.5).astype(np.uint16)]


def backdrop(width_px: int, height_px: int) -> Field:
    """As light: brightest a little above the middle."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    away = np.square(x / width_px - 0.45) + np.square(y / height_px - 0.36)
    return np.asarray((1.06 - 0.42 * away)[..., None] * light_of(BACKDROP), dtype=np.float32)


def cast_shadow(ground: Field, mask: Field, px_per_mm: float, *, depth_mm: float, strength: float = 0.5) -> None:
    """Onto `ground`, in place: a close dark one and a wide soft one, down and to the right of what casts it."""
    for reach, share in ((0.35, 0.5), (1.6, 0.5)):
        far = reach * depth_mm * px_per_mm
        soft = np.roll(blurred(mask, far), (round(0.8 * far), round(0.45 * far)), axis=(0, 1))
        ground *= (1 - strength * share * soft)[..., None]


def mask_of(path: Path, width_mm: float, height_mm: float, width_px: int, height_px: int) -> Field:
    """A shape as 0 to 1."""
    canvas = Canvas(width_mm, height_mm)
    canvas.fill(path, "#000000")
    return cover_of(rasterise(canvas.drawing(), width_px, height_px))


def drawn(drawing: Drawing, width_px: int, height_px: int) -> tuple[Field, Field]:
    """A drawing as light and as its cover, 0 to 1."""
    pixels = rasterise(drawing, width_px, height_px)
    return to_light(np.ascontiguousarray(pixels[..., :3])), cover_of(pixels)


def lay_over(ground: Field, rgb_light: Field, cover: Field) -> None:
    """`rgb_light` over `ground` in place, where and as far as it covers."""
    ground += (rgb_light - ground) * cover[..., None]


def cover_of(pixels: Pixels) -> Field:
    """Alpha as a share of 1."""
    return np.asarray(pixels[..., 3], np.float32) / np.float32(255)


def trimmed(art: Pixels, area: PrintArea) -> Pixels:
    """A print file's pixels without its bleed."""
    trim = Sheet(area, art.shape[1], art.shape[0]).trim_px
    return art[int(trim.top) : int(trim.bottom), int(trim.left) : int(trim.right)]


def at_scale(art: Pixels, area: PrintArea, px_per_mm: float) -> Pixels:
    """A print file's trim at the picture's own scale."""
    trim = trimmed(art, area)
    return resized(trim, max(1, round(area.width_mm * px_per_mm)), max(1, round(area.height_mm * px_per_mm)))


def lay_art(rgb: Field, art: Pixels, area: PrintArea, corner_mm: tuple[float, float], px_per_mm: float) -> None:
    """In place, on whole pixels: the ink is as sharp as the picture can show it."""
    ink = at_scale(art, area, px_per_mm)
    left, top = (round(v * px_per_mm) for v in corner_mm)
    window = rgb[top : top + ink.shape[0], left : left + ink.shape[1]]
    shown = ink[: window.shape[0], : window.shape[1]]
    lay_over(window, to_light(np.ascontiguousarray(shown[..., :3])), cover_of(shown))


def warped(art: Pixels, x: Field, y: Field) -> tuple[Field, Field]:
    """The art looked up at places in its own pixels, as light and cover; nothing outside it. Premultiplied on the way."""
    cover = cover_of(art)
    planes = np.dstack([to_light(np.ascontiguousarray(art[..., :3])) * cover[..., None], cover])
    moved = np.asarray(cv2.remap(planes, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT), dtype=np.float32)
    shown = np.clip(moved[..., 3], 0, 1)
    rgb = np.clip(moved[..., :3] / np.maximum(moved[..., 3:], 1e-3), 0, 1)
    return np.asarray(rgb, np.float32), np.asarray(shown, np.float32)


def lit(rgb_light: Field, brightness: Field, *, sheen: float = 0.0, tint: str = "#ffffff") -> Field:
    """Matte colour under a light. `sheen` is what even black gives back where it faces the light: its folds are seen by
    it. It has something of the `tint` of what it comes from."""
    colour = light_of(tint)
    hue = 0.4 + 0.6 * colour / max(1e-3, float(colour.max()))
    shine = sheen * np.maximum(np.clip(brightness, 0, 1.6) ** 3 - 1, -0.3)
    return np.asarray(rgb_light * brightness[..., None] + shine[..., None] * hue, dtype=np.float32)


_WEAVE_PX = 512


def weave(width_px: int, height_px: int, strength: float) -> Field:
    """The texture of cloth as a factor around 1, the same every time."""
    grain = np.random.default_rng(7).standard_normal((_WEAVE_PX, _WEAVE_PX)).astype(np.float32)
    soft = cv2.GaussianBlur(grain, (0, 0), 0.7)
    swatch = 1 + strength * soft / float(soft.std())
    times = (-(-height_px // _WEAVE_PX), -(-width_px // _WEAVE_PX))
    return np.asarray(np.tile(swatch, times)[:height_px, :width_px], dtype=np.float32)
