"""Correct designs that have much of the cloth's own colour (row 22): other ink surrounds all of it, so that it is seen."""

from __future__ import annotations

import itertools

import cv2
import numpy as np

from tests.composition.corpus.artwork import PALETTES, averaged
from tests.composition.corpus.damage import CLOTH
from tests.composition.corpus.scene import SIDE, well_placed

_BIG = 2 * SIDE
Ink = tuple[int, int, int, int]


def figure_on_a_disc(seed: int) -> np.ndarray:
    """A star, a leaf or a ring in the cloth's colour on a disc of another ink."""
    rng, big, ink = _begun(seed)
    cv2.circle(big, (SIDE, SIDE), int(0.8 * SIDE), ink, -1)
    size = SIDE * rng.uniform(0.5, 0.72)
    kind = seed % 3
    if kind == 0:
        cv2.fillPoly(big, [_star(rng, size)], _shade(rng))
    elif kind == 1:
        cv2.ellipse(big, (SIDE, SIDE), (int(size), int(0.6 * size)), rng.uniform(0, 180), 0, 360, _shade(rng), -1)
    else:
        cv2.circle(big, (SIDE, SIDE), int(0.75 * size), _shade(rng), int(0.45 * size))
    return well_placed(averaged(big))


def outlined(seed: int) -> np.ndarray:
    """Overlapping bodies in the cloth's colour, each with an outline: a drawing that is only lines on its cloth."""
    rng, big, ink = _begun(seed)
    width = int(rng.integers(14, 44))
    for _ in range(int(rng.integers(1, 5))):
        x, y = (int(v) for v in SIDE + rng.normal(0, 0.16 * SIDE, 2))
        sides = int(SIDE * rng.uniform(0.25, 0.5)), int(SIDE * rng.uniform(0.25, 0.5))
        turn = rng.uniform(0, 180)
        cv2.ellipse(big, (x, y), sides, turn, 0, 360, _shade(rng), -1)
        cv2.ellipse(big, (x, y), sides, turn, 0, 360, ink, width)
    return well_placed(averaged(big))


def fields_in_a_frame(seed: int) -> np.ndarray:
    """Checks or stripes of the cloth's colour between those of another ink, a frame around all."""
    rng, big, ink = _begun(seed)
    low, high = int(0.25 * SIDE), int(1.75 * SIDE)
    cv2.rectangle(big, (low, low), (high, high), ink, -1)
    frame, count = int(rng.integers(30, 90)), int(rng.integers(3, 9))
    lines = np.linspace(low + frame, high - frame, count + 1).astype(int)
    for row, (top, bottom) in enumerate(itertools.pairwise(lines)):
        for column, (left, right) in enumerate(itertools.pairwise(lines)):
            if column % 2 == 0 and (seed % 2 or row % 2 == 0):
                cv2.rectangle(big, (left, top), (right - 24, bottom - 24), _shade(rng), -1)
    return well_placed(averaged(big))


SURROUNDED = (figure_on_a_disc, outlined, fields_in_a_frame)


def _begun(seed: int) -> tuple[np.random.Generator, np.ndarray, Ink]:
    """Dice, an empty picture, and an ink that is told from the cloth at a glance."""
    rng = np.random.default_rng((seed, 22))
    inks = [tuple(int(ink[i : i + 2], 16) for i in (1, 3, 5)) for palette in PALETTES for ink in palette]
    bright = [ink for ink in inks if sum(ink) - sum(CLOTH) > 150]
    return rng, np.zeros((_BIG, _BIG, 4), np.uint8), (*bright[int(rng.integers(len(bright)))], 255)


def _shade(rng: np.random.Generator) -> Ink:
    """The cloth's colour, give or take what the damaged ones are given."""
    return (*(int(v) for v in np.clip(np.array(CLOTH) + rng.integers(-5, 6, 3), 0, 255)), 255)


def _star(rng: np.random.Generator, size: float) -> np.ndarray:
    count = int(rng.integers(4, 9))
    angles = rng.uniform(0, 6.28) + np.arange(2 * count) * np.pi / count
    radii = np.where(np.arange(2 * count) % 2, size * rng.uniform(0.4, 0.8), size)
    return np.int32(np.stack((SIDE + radii * np.cos(angles), SIDE + radii * np.sin(angles)), axis=1))
