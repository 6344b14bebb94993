"""The picture that is checked, mended and printed, 4096 px wide: as a cut-out, and as a service might send it."""

from __future__ import annotations

import cv2
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


ASKED_INKS = ("#c8281e", "#f4e9c1", "#161a30", "#144a8c")


def in_other_inks() -> np.ndarray:
    """Flat areas in inks a little off those of `ASKED_INKS`, to the right of the middle, on the flat green; with dust, and with
    a name in the corner."""
    red, cream, navy, blue = (206, 60, 48), (250, 228, 170), (34, 40, 66), (30, 92, 150)
    picture = np.full((SIDE_PX, SIDE_PX, 4), (*KEY, 255), dtype=np.uint8)
    discs = (
        (2200, 2000, 1400, navy),
        (2200, 2000, 1370, red),
        (1900, 1800, 600, cream),
        (2700, 2400, 450, navy),
        (2700, 2400, 430, red),
        (2800, 1500, 170, blue),
        (300, 700, 9, navy),
        (3800, 500, 7, navy),
    )
    for across, down, radius, ink in discs:
        cv2.circle(picture, (across, down), radius, (*ink, 255), -1, cv2.LINE_AA)
    cv2.putText(picture, "Mila V.", (3300, 3900), cv2.FONT_HERSHEY_DUPLEX, 4.0, (*navy, 255), 10, cv2.LINE_AA)
    return picture
