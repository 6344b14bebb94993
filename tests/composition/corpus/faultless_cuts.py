"""Correct pictures for what a cut may leave along its edge: artwork whose key colour is gone without a trace."""

from __future__ import annotations

import cv2
import numpy as np

from pod.composition import inspect, plans
from pod.composition.steps import apply
from pod.imaging.colour import to_hex
from tests.composition.corpus.scene import SIDE, Scene, moved
from tests.composition.cutouts import Case, error_of

_LEAST_EDGE = 0.001
"""Share of the edge that may carry the ground: what a cut-out is held to."""


def as_drawn(scene: Scene) -> np.ndarray:
    return scene.art


def into_the_ink(scene: Scene) -> np.ndarray:
    """One or two pixels tighter, as programs cut."""
    art = scene.art.copy()
    art[..., 3] = cv2.erode(art[..., 3], np.ones((3 + 2 * (scene.seed % 2),) * 2, np.uint8))
    return art


def made_smaller(scene: Scene) -> np.ndarray:
    """Resampled with its alpha, which leaves a softer edge."""
    return moved(scene.art, 0.5, 0.5, 0.83)


def cut_here(scene: Scene) -> np.ndarray | None:
    """As it is cut here at the first try, whatever the check under test would say; None unless the truth finds no fault."""
    picture = scene.delivered()
    step = plans.key_out(0)(picture, inspect(picture, expected_ground=to_hex(scene.ground)), ())
    cut = apply(picture.copy(), step)
    truth = np.broadcast_to(np.float32(scene.ground), (SIDE, SIDE, 3))
    case = Case("", scene.art, scene.ground, truth, scene.codec, scene.quality, scene.noise, scene.seed)
    return cut if error_of(case, cut).halo <= _LEAST_EDGE else None


CUTS = (as_drawn, into_the_ink, made_smaller, cut_here)
