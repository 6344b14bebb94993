"""A correct picture before it is flattened: artwork with true alpha, and the ground that it stands on."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import cv2
import numpy as np
from PIL import Image

SIDE = 1024
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Scene:
    """`art` is RGBA with known alpha; `ground` is None for real transparency. `grain` says how it was delivered: clean, or
    through a JPEG or WebP of that quality, with that many levels of noise before."""

    art: np.ndarray
    ground: Colour | None = None
    codec: str = ""
    quality: int = 95
    noise: float = 0.0
    seed: int = 0

    def on(self, ground: Colour | np.ndarray | None) -> Scene:
        return replace(self, ground=ground)

    def delivered(self) -> np.ndarray:
        """What a service sends."""
        if self.ground is None:
            return self.art
        return through(composed(self.art, self.ground), self.codec, self.quality, self.noise, self.seed)

    def flattened(self, picture: np.ndarray) -> np.ndarray:
        """A picture that was painted over the scene, delivered as the scene is."""
        return through(picture, self.codec, self.quality, self.noise, self.seed)


def composed(art: np.ndarray, ground: Colour | np.ndarray) -> np.ndarray:
    """`art` over one colour or over a picture, opaque."""
    alpha = art[..., 3:].astype(np.float32) / 255
    behind = np.broadcast_to(np.asarray(ground, np.float32), (*art.shape[:2], 3))
    rgb = np.rint(art[..., :3] * alpha + behind * (1 - alpha)).astype(np.uint8)
    return np.dstack([rgb, np.full(art.shape[:2], 255, np.uint8)])


def through(picture: np.ndarray, codec: str, quality: int, noise: float, seed: int) -> np.ndarray:
    rgb = picture[..., :3]
    if noise:
        grain = np.random.default_rng(seed).normal(0, noise, rgb.shape)
        rgb = np.clip(np.rint(rgb + grain), 0, 255).astype(np.uint8)
    if codec:
        stream = io.BytesIO()
        Image.fromarray(rgb).save(stream, codec, quality=quality)
        rgb = np.asarray(Image.open(stream).convert("RGB"))
    return np.dstack([rgb, picture[..., 3]])


def laid_over(under: np.ndarray, over: np.ndarray) -> np.ndarray:
    """Two drawings with alpha, one over the other."""
    part, behind = (art[..., 3:].astype(np.float32) / 255 for art in (over, under))
    alpha = part + behind * (1 - part)
    rgb = (over[..., :3] * part + under[..., :3] * behind * (1 - part)) / np.maximum(alpha, 1e-4)
    return np.rint(np.dstack([rgb, alpha * 255])).clip(0, 255).astype(np.uint8)


def moved(art: np.ndarray, dx: float, dy: float, scale: float = 1.0) -> np.ndarray:
    """Scaled around the middle, then moved; what leaves the frame is lost. Premultiplied, so that no edge gets a tint."""
    height, width = art.shape[:2]
    matrix = np.float32([[scale, 0, (1 - scale) * width / 2 + dx], [0, scale, (1 - scale) * height / 2 + dy]])
    whole = art.astype(np.float32)
    whole[..., :3] *= whole[..., 3:] / 255
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    if scale < 1:  # warping alone would skip pixels
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = cv2.resize(whole, size, interpolation=how)
        # by whole pixels: an edge that is moved by parts of one is another, softer edge
        matrix = np.float32([[1, 0, round((width - size[0]) / 2 + dx)], [0, 1, round((height - size[1]) / 2 + dy)]])
        whole = small
    out = cv2.warpAffine(whole, matrix, (width, height), flags=cv2.INTER_LINEAR)
    alpha = out[..., 3:]
    out[..., :3] = np.where(alpha > 0, out[..., :3] * 255 / np.maximum(alpha, 1e-3), 0)
    return np.clip(np.rint(out), 0, 255).astype(np.uint8)


def packed(art: np.ndarray) -> bytes:
    """As PNG, in whichever order the channels are: it is only kept to be read again."""
    return cv2.imencode(".png", art, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()


def unpacked(data: bytes) -> np.ndarray:
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)


def solid_ink(art: np.ndarray, every: int = 1) -> np.ndarray:
    """The colours of every n-th pixel of whole ink. (By their places: a mask over all four channels is ten times slower.)"""
    places = np.flatnonzero(art[..., 3] == 255)[::every]
    return art.reshape(-1, 4)[places, :3]


def box_of(art: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, width, height of what shows."""
    return tuple(int(v) for v in cv2.boundingRect((art[..., 3] >= 8).astype(np.uint8)))


def well_placed(art: np.ndarray, fill: float = 0.8) -> np.ndarray:
    """In the middle, its longer side over `fill` of the frame."""
    left, top, width, height = box_of(art)
    side = art.shape[0]
    scale = fill * side / max(width, height)
    dx = side / 2 - (left + width / 2)
    dy = side / 2 - (top + height / 2)
    return moved(art, dx * scale, dy * scale, scale)
