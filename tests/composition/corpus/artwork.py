"""Correct artwork from three engines: the embedded designer, shapes drawn by OpenCV, and shapes drawn by Pillow."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pod.drawing.raster import rasterise
from pod.providers.embedded.designer import draw
from tests.composition.corpus.scene import SIDE, well_placed

_LISTS = Path(__file__).parents[2] / "providers" / "sentences.toml"
PALETTES = (
    ("#1d3557", "#e63946", "#f1faee", "#a8dadc"),
    ("#264653", "#2a9d8f", "#e9c46a", "#e76f51"),
    ("#2b2d42", "#8d99ae", "#ef233c", "#edf2f4"),
    ("#5f0f40", "#9a031e", "#fb8b24", "#0f4c5c"),
    ("#3d405b", "#e07a5f", "#81b29a", "#f2cc8f"),
    ("#22223b", "#c9ada7", "#9a8c98", "#f2e9e4"),
)


@functools.cache
def sentences() -> tuple[str, ...]:
    lists = tomllib.loads(_LISTS.read_text())
    return tuple(row["say"] for rows in lists.values() for row in rows)


def designed(seed: int, data_dir: Path, *, engine: str = "") -> np.ndarray:
    """By the embedded designer: the sentence and the layout follow from the seed."""
    said = sentences()
    design = draw(said[seed % len(said)], data_dir=data_dir, seed=seed)
    pixels = rasterise(design.drawing, SIDE, engine=engine)
    height, width = pixels.shape[:2]
    if (width, height) != (SIDE, SIDE):
        frame = np.zeros((SIDE, SIDE, 4), np.uint8)
        scale = SIDE / max(width, height)
        size = round(width * scale), round(height * scale)
        left, top = (SIDE - size[0]) // 2, (SIDE - size[1]) // 2
        frame[top : top + size[1], left : left + size[0]] = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        pixels = frame
    return well_placed(pixels)


def shapes(seed: int) -> np.ndarray:
    """A figure of overlapping discs, polygons and bars with outlines, by OpenCV, four times as large and averaged."""
    rng = np.random.default_rng(seed)
    inks = [_rgb(c) for c in PALETTES[seed % len(PALETTES)]]
    big = np.zeros((SIDE * 2, SIDE * 2, 4), np.uint8)
    middle = SIDE
    cv2.circle(big, (middle, middle), int(SIDE * rng.uniform(0.35, 0.55)), (*inks[0], 255), -1)
    for _ in range(int(rng.integers(4, 10))):
        at = tuple(int(v) for v in middle + rng.normal(0, SIDE * 0.25, 2))
        r, ink = int(SIDE * rng.uniform(0.08, 0.3)), (*inks[int(rng.integers(4))], 255)
        kind = int(rng.integers(4))
        if kind == 0:
            cv2.circle(big, at, r, ink, -1)
        elif kind == 1:
            corners = at + r * np.array([[np.cos(a), np.sin(a)] for a in np.sort(rng.uniform(0, 6.28, 5))])
            cv2.fillPoly(big, [corners.astype(np.int32)], ink)
        elif kind == 2:
            cv2.ellipse(big, at, (r, max(20, r // 2)), float(rng.uniform(0, 180)), 0, 360, ink, -1)
        else:
            cv2.circle(big, at, r, ink, max(14, r // 6))
    return well_placed(averaged(big))


def stars(seed: int) -> np.ndarray:
    """Leaves, petals and stars around a middle, by Pillow: thick outlines, holes, up to five inks."""
    rng = np.random.default_rng(seed + 7_000)
    inks = PALETTES[seed % len(PALETTES)]
    picture = Image.new("RGBA", (SIDE * 2, SIDE * 2))
    pen = ImageDraw.Draw(picture)
    middle, count = SIDE, int(rng.integers(5, 14))
    for ring in range(int(rng.integers(2, 5))):
        out, inner = SIDE * (0.8 - 0.18 * ring), SIDE * (0.8 - 0.18 * ring) * rng.uniform(0.5, 0.85)
        turn = rng.uniform(0, 6.28)
        angles = turn + np.arange(2 * count) * np.pi / count
        radii = np.where(np.arange(2 * count) % 2, inner, out)
        corners = [(middle + r * np.cos(a), middle + r * np.sin(a)) for r, a in zip(radii, angles, strict=True)]
        pen.polygon(corners, fill=inks[ring % 4])
    hole = SIDE * rng.uniform(0.05, 0.15)
    if rng.random() < 0.5:
        pen.ellipse((middle - hole, middle - hole, middle + hole, middle + hole), fill=(0, 0, 0, 0))
    return well_placed(averaged(np.array(picture)))


def averaged(big: np.ndarray) -> np.ndarray:
    whole = big.astype(np.float32)
    whole[..., :3] *= whole[..., 3:] / 255
    small = cv2.resize(whole, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    small[..., :3] = np.where(small[..., 3:] > 0, small[..., :3] * 255 / np.maximum(small[..., 3:], 1e-3), 0)
    return np.clip(np.rint(small), 0, 255).astype(np.uint8)


def _rgb(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def racing_flag(seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    tile = int(rng.integers(30, 110))
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    wave = (18 * np.sin(x / rng.uniform(60, 160))).astype(int)
    board = ((x // tile) + ((y + wave) // tile)) % 2
    art = np.zeros((SIDE, SIDE, 4), np.uint8)
    grey = np.where(board, 245, 15)
    inside = (x > 120) & (x < 900) & (y + wave > 220) & (y + wave < 800)
    art[inside] = np.dstack([grey, grey, grey, np.full_like(grey, 255)])[inside]
    return well_placed(art)


def cloth_pattern(seed: int) -> np.ndarray:
    """Gingham, plaid or stripes, in a round or square field: regular, and no painted transparency."""
    rng = np.random.default_rng(seed)
    ink = np.array(_rgb(PALETTES[seed % len(PALETTES)][int(rng.integers(2))]), np.float32)
    period = int(rng.integers(40, 140))
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    across, down = (x % period < period / 2), (y % period < period / 2)
    kind = seed % 3
    weight = (across * 0.5 + down * 0.5, across * 0.6 + (y % (2 * period) < period / 3) * 0.4, across * 1.0)[kind]
    rgb = ink * weight[..., None] + np.float32((250, 248, 240)) * (1 - weight[..., None])
    inside = (
        (x - 512) ** 2 + (y - 512) ** 2 < 420**2 if rng.random() < 0.5 else (abs(x - 512) < 400) & (abs(y - 512) < 330)
    )
    art = np.zeros((SIDE, SIDE, 4), np.uint8)
    art[inside, :3], art[inside, 3] = np.rint(rgb)[inside], 255
    return well_placed(art)


def halftone(seed: int) -> np.ndarray:
    """A disc of dots that shrink to one side."""
    rng = np.random.default_rng(seed)
    ink = (*_rgb(PALETTES[seed % len(PALETTES)][0]), 255)
    big = np.zeros((SIDE * 2, SIDE * 2, 4), np.uint8)
    pitch = int(rng.integers(36, 70)) * 2
    for y in range(pitch, 2 * SIDE, pitch):
        for x in range(pitch, 2 * SIDE, pitch):
            if (x - SIDE) ** 2 + (y - SIDE) ** 2 < (0.8 * SIDE) ** 2:
                cv2.circle(big, (x, y), int(pitch * (0.15 + 0.3 * y / (2 * SIDE))), ink, -1)
    return well_placed(averaged(big))


def frame_design(seed: int) -> np.ndarray:
    """A design that is itself a frame: a wreath or a garland of many parts around an empty middle, nothing straight."""
    rng = np.random.default_rng(seed)
    inks = [_rgb(c) for c in PALETTES[seed % len(PALETTES)]]
    big = np.zeros((SIDE * 2, SIDE * 2, 4), np.uint8)
    count = int(rng.integers(18, 40))
    for n in range(count):
        angle = 2 * np.pi * n / count
        at = (int(SIDE + 0.7 * SIDE * np.cos(angle)), int(SIDE + 0.7 * SIDE * np.sin(angle)))
        size = (int(SIDE * 0.13), int(SIDE * 0.06))
        cv2.ellipse(big, at, size, np.degrees(angle) + (60 if n % 2 else 120), 0, 360, (*inks[n % 4], 255), -1)
    cv2.circle(big, (SIDE, SIDE), int(0.7 * SIDE), (*inks[0], 255), 16)
    return well_placed(averaged(big))


INNOCENT = (racing_flag, cloth_pattern, halftone, frame_design)
"""Correct designs that look like a fault."""
