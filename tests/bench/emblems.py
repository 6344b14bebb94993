"""The picture that is checked, mended and printed, 4096 px wide: as a cut-out, and as a service might send it."""

from __future__ import annotations

import numpy as np

from pod.drawing import rasterise
from tests.drawing.samples import badge

SIDE_PX = 4096
KEY = (0, 255, 127)


def emblem() -> np.ndarray:
    return rasterise(badge(), SIDE_PX)


def on_a_key() -> np.ndarray:
    """Smaller, a little to the right, on a flat green."""
    small = rasterise(badge(), 3600)
    picture = np.full((SIDE_PX, SIDE_PX, 4), (*KEY, 255), dtype=np.uint8)
    place = picture[248:3848, 420:4020]
    share = small[..., 3:] / 255
    place[..., :3] = np.rint(small[..., :3] * share + place[..., :3] * (1 - share))
    return picture
