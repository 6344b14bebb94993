"""Pictures as an image service is given them, in a child process: without alpha, and no larger than is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import parse_hex
from pod.imaging.header import read_header
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.imaging.resample import resized
from pod.imaging.webp import encode_webp
from pod.model.geometry import Box
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX

Pixels = NDArray[np.uint8]

_LONGEST_PX = 2048
"""Services look at less, and every megabyte is sent on each call."""

_MOST_BYTES = 4_000_000
"""What every service takes: Evolink's pages name 4, 10 and 20 MB for a picture that comes along."""

_WHITE = "#ffffff"
_PPI = 300.0


def as_sent(pixels: Pixels, ground: str) -> bytes:
    """`ground` is laid behind what is clear: services make black of it, or a checkerboard. PNG, or WebP of what is too heavy
    for that, as a photograph is."""
    scale = min(1.0, _LONGEST_PX / max(pixels.shape[:2]))
    if scale < 1:
        pixels = resized(pixels, round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    share = pixels[..., 3:].astype(np.float32) / 255
    rgb = pixels[..., :3] * share + np.array(parse_hex(ground or _WHITE), np.float32) * (1 - share)
    flat = np.rint(rgb).astype(np.uint8)
    png = encode_png(flat, ppi=_PPI)
    return png if len(png) <= _MOST_BYTES else encode_webp(flat)


def mask_like(picture: bytes, region: Box) -> bytes:
    """A PNG of the picture's size, clear where it may change."""
    header = read_header(picture)
    pixels = np.full((header.height_px, header.width_px, 4), 255, np.uint8)
    left, right = round(region.left * header.width_px), round(region.right * header.width_px)
    pixels[round(region.top * header.height_px) : round(region.bottom * header.height_px), left:right] = 0
    return encode_png(pixels, ppi=_PPI)


@dataclass(frozen=True, slots=True)
class GuideTask:
    """A picture that a drawing of `width_px` × `height_px` is made after."""

    picture: Path
    ground: str
    width_px: int
    height_px: int


def guide_picture(task: GuideTask) -> bytes:
    """In the middle of the frame that is asked for: some services draw in the shape of what they are given."""
    data = task.picture.read_bytes()
    pixels = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels
    return as_sent(_in_frame(pixels, task.width_px, task.height_px), task.ground)


def _in_frame(pixels: Pixels, width_px: int, height_px: int) -> Pixels:
    smaller = min(1.0, _LONGEST_PX / max(width_px, height_px))
    frame = np.zeros((round(height_px * smaller), round(width_px * smaller), 4), np.uint8)
    scale = min(frame.shape[1] / pixels.shape[1], frame.shape[0] / pixels.shape[0])
    inside = resized(pixels, max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    top, left = ((whole - part) // 2 for whole, part in zip(frame.shape[:2], inside.shape[:2], strict=True))
    frame[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    return frame
