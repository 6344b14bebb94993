"""Pictures as image services do send them: well made, and with what they are known for. Each form is drawn from its size alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import numpy as np
from PIL import Image, ImageDraw, ImageFont

_KEY = (0, 255, 0)
_INK = (40, 60, 140)


def _ground(width_px: int, height_px: int) -> Image.Image:
    return Image.new("RGB", (width_px, height_px), _KEY)


def _emblem(picture: Image.Image, down: float = 0.0) -> Image.Image:
    """A disc with a hole of four fifths of the frame, lowered by a share of its height."""
    width, height = picture.size
    side, top = min(width, height) * 0.8, height * down
    left, up = (width - side) / 2, (height - side) / 2 + top
    draw = ImageDraw.Draw(picture)
    draw.ellipse((left, up, left + side, up + side), fill=_INK)
    inner = side * 0.3
    draw.ellipse((left + inner, up + inner, left + side - inner, up + side - inner), fill=(230, 180, 60))
    return picture


def whole(width_px: int, height_px: int) -> Image.Image:
    return _emblem(_ground(width_px, height_px))


def cut(width_px: int, height_px: int) -> Image.Image:
    """A third of it lies below the picture."""
    return _emblem(_ground(width_px, height_px), 0.3)


def scene(width_px: int, height_px: int) -> Image.Image:
    """On a landscape: bands, a sun and grain, where one flat colour was asked for."""
    random = np.random.default_rng(5)
    picture = np.zeros((height_px, width_px, 3), np.uint8)
    across = np.linspace(0, 6 * np.pi, width_px)
    for band, ink in enumerate(((120, 190, 230), (90, 160, 90), (200, 170, 110), (110, 80, 60))):
        line = height_px * band / 4 + height_px / 20 * np.sin(across + band)
        picture[np.arange(height_px)[:, None] >= line[None, :]] = ink
    grain = random.integers(-25, 26, picture.shape)
    return _emblem(Image.fromarray(np.clip(picture + grain, 0, 255).astype(np.uint8)))


def blank(width_px: int, height_px: int) -> Image.Image:
    return Image.new("RGB", (width_px, height_px), (3, 3, 3))


def slab(width_px: int, height_px: int) -> Image.Image:
    """With a black box over a corner of it."""
    picture = whole(width_px, height_px)
    box = (width_px * 0.55, height_px * 0.6, width_px * 0.8, height_px * 0.85)
    ImageDraw.Draw(picture).rectangle(box, fill=(0, 0, 0))
    return picture


def signed(width_px: int, height_px: int) -> Image.Image:
    """With a name in the corner."""
    picture = whole(width_px, height_px)
    font = ImageFont.load_default(height_px * 0.035)
    ImageDraw.Draw(picture).text((width_px * 0.87, height_px * 0.93), "Mila", font=font, fill=_INK)
    return picture


FORMS: Mapping[str, Callable[[int, int], Image.Image]] = {
    form.__name__: form for form in (whole, cut, scene, blank, slab, signed)
}


def drawn_as(form: str, width_px: int, height_px: int, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    FORMS[form](width_px, height_px).save(out, kind, **({"compress_level": 1} if kind == "PNG" else {}))
    return out.getvalue()
