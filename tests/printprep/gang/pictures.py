"""Pieces with known pixels: every pixel differs from its neighbours, so that a turn or a shift by one shows."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from functools import partial

import numpy as np
from PIL import Image, ImageDraw

from pod.printprep.gang import Wanted

Pixels = np.ndarray


def noise(width: int, height: int, seed: int = 0) -> Pixels:
    """Opaque."""
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    return pixels


def blocks(width: int, height: int, seed: int = 0) -> Pixels:
    """Noise of 8 pixels, for readers that blend."""
    coarse = noise(-(-width // 8), -(-height // 8), seed)
    return np.ascontiguousarray(coarse.repeat(8, axis=0).repeat(8, axis=1)[:height, :width])


def shaped(outline: Sequence[tuple[float, float]], width: int, height: int, seed: int = 0) -> Pixels:
    """Noise inside an outline in shares of the picture, with soft edges, and nothing around it."""
    mask = Image.new("L", (4 * width, 4 * height))
    ImageDraw.Draw(mask).polygon([(x * 4 * width, y * 4 * height) for x, y in outline], fill=255)
    pixels = noise(width, height, seed)
    pixels[..., 3] = np.asarray(mask.resize((width, height), Image.Resampling.BOX))
    pixels[pixels[..., 3] == 0] = 0
    return pixels


STAR = [
    (0.5 + 0.5 * r * math.sin(i * math.pi / 5), 0.5 - 0.5 * r * math.cos(i * math.pi / 5))
    for i, r in enumerate([1, 0.45] * 5)
]
TRIANGLE = [(0.5, 0.0), (1.0, 1.0), (0.0, 1.0)]
ARROW = [(0, 0.35), (0.6, 0.35), (0.6, 0), (1, 0.5), (0.6, 1), (0.6, 0.65), (0, 0.65)]
CORNER = [(0, 0), (0.35, 0), (0.35, 0.65), (1, 0.65), (1, 1), (0, 1)]
DISC = [(0.5 + 0.5 * math.cos(i * math.pi / 48), 0.5 + 0.5 * math.sin(i * math.pi / 48)) for i in range(96)]
MOON = [
    *DISC[24:73],
    *((0.9 - 0.4 * math.cos(i * math.pi / 24), 0.5 - 0.4 * math.sin(i * math.pi / 24)) for i in range(-8, 9)),
]


def png(pixels: Pixels, ppi: float | None = 300) -> bytes:
    stream = io.BytesIO()
    options = {"dpi": (ppi, ppi)} if ppi else {}
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1, **options)
    return stream.getvalue()


def piece(name: str, pixels: Pixels, copies: int = 1, ppi: float | None = 300, **size: float) -> Wanted:
    return Wanted(name, partial(bytes, png(pixels, ppi)), copies, **size)
