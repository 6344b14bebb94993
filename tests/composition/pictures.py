"""Pictures with known answers: drawn here, so that every number a check reports can be worked out by hand."""

from __future__ import annotations

import functools
import io

import cv2
import numpy as np
from PIL import Image

from pod.composition import inspect

SIDE = 1000
SHAPE = (SIDE, SIDE)
RED, BLUE, WHITE, BLACK, GREEN = (200, 40, 30), (30, 60, 160), (255, 255, 255), (0, 0, 0), (0, 255, 0)
SMOOTH = 4
"""Drawn this many times larger and averaged: smooth edges whose alpha is known."""


def clear(width: int = SIDE, height: int = SIDE) -> np.ndarray:
    """See-through, without a colour underneath."""
    return np.zeros((height, width, 4), dtype=np.uint8)


def filled(colour: tuple[int, int, int], width: int = SIDE, height: int = SIDE) -> np.ndarray:
    return np.full((height, width, 4), (*colour, 255), dtype=np.uint8)


def mask_of(shape: tuple[int, ...], draw) -> np.ndarray:
    """0–255 with smooth edges; `draw(big, scale)` paints 255 on a picture `scale` times as large."""
    big = np.zeros((shape[0] * SMOOTH, shape[1] * SMOOTH), dtype=np.uint8)
    draw(big, SMOOTH)
    mask = cv2.resize(big, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    mask.flags.writeable = False  # masks are kept and shared
    return mask


def painted(picture: np.ndarray, mask: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """`colour` over the picture where the mask is, in a new picture. Over nothing the mask becomes the alpha."""
    out = picture.copy()
    out[mask == 255] = (*colour, 255)
    soft = (mask > 0) & (mask < 255)
    share, under = mask[soft][:, None] / 255, picture[soft][:, 3:] / 255
    alpha = share + under * (1 - share)
    rgb = (np.array(colour) * share + picture[soft][:, :3] * under * (1 - share)) / alpha
    out[soft] = np.rint(np.hstack([rgb, alpha * 255]))
    return out


@functools.cache
def disc(shape: tuple[int, ...], x: float, y: float, r: float) -> np.ndarray:
    """As a mask: centre and radius in pixels."""
    return mask_of(shape, lambda big, s: cv2.circle(big, (round(x * s), round(y * s)), round(r * s), 255, -1))


def box(shape: tuple[int, ...], left: float, top: float, width: float, height: float) -> np.ndarray:
    mask = np.zeros(shape[:2], dtype=np.uint8)
    mask[round(top) : round(top + height), round(left) : round(left + width)] = 255
    return mask


def polygon(shape: tuple[int, ...], *points: tuple[float, float]) -> np.ndarray:
    def draw(big: np.ndarray, s: int) -> None:
        cv2.fillPoly(big, [np.rint(np.array(points) * s).astype(np.int32)], 255)

    return mask_of(shape, draw)


def ring(shape: tuple[int, ...], x: float, y: float, outer: float, inner: float) -> np.ndarray:
    return cv2.subtract(disc(shape, x, y, outer), disc(shape, x, y, inner))


def checkered(tile: int, light: int = 255, dark: int = 204, *, shift: int = 0, side: int = SIDE) -> np.ndarray:
    """The grey board that drawing programs show for transparency, painted as if it were picture."""
    y, x = np.mgrid[0:side, 0:side] + shift
    grey = np.where(((x // tile) + (y // tile)) % 2 == 0, light, dark).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def grainy(picture: np.ndarray, levels: float) -> np.ndarray:
    """With normal noise of this standard deviation on its colours."""
    grain = np.random.default_rng(5).normal(0, levels, (*picture.shape[:2], 3))
    out = picture.copy()
    out[..., :3] = np.clip(np.rint(picture[..., :3] + grain), 0, 255)
    return out


def as_jpeg(picture: np.ndarray, quality: int = 85) -> np.ndarray:
    """Through a JPEG with its halved colour planes, as many services deliver."""
    stream = io.BytesIO()
    Image.fromarray(picture[..., :3]).save(stream, "JPEG", quality=quality)
    return np.dstack([np.asarray(Image.open(stream)), picture[..., 3]])


@functools.cache
def subject(shape: tuple[int, ...] = (SIDE, SIDE)) -> np.ndarray:
    """A mask in the middle, 70 % of the frame: a body with two ears, so that not everything is a circle."""
    height, width = shape[:2]
    x, y, r = width / 2, height / 2, 0.35 * min(width, height)
    ears = [disc(shape, x + side * 0.7 * r, y - 0.75 * r, 0.25 * r) for side in (-1, 1)]
    return np.maximum.reduce([disc(shape, x, y, r), *ears])


def on_nothing(mask: np.ndarray, colour=RED) -> np.ndarray:
    return painted(clear(mask.shape[1], mask.shape[0]), mask, colour)


def rules(pixels: np.ndarray, **asked) -> set[str]:
    return {f.rule for f in inspect(pixels, **asked).findings.found}
