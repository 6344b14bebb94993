"""What rows of two pictures are made from: a correct drawing, and another one of the same sentence."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from pod.model.geometry import Box
from tests.composition.corpus import artwork
from tests.composition.corpus.counted import Set, scene_of
from tests.composition.corpus.scene import SIDE, Scene, packed, unpacked

Random = np.random.Generator

_PLAINLY = 60
"""Levels, summed over the channels, from which a pixel is plainly another: a good deal more than any limit."""


@dataclass(frozen=True)
class Case:
    """A correct drawing, `other` that was drawn for the same sentence, and how strong a damage is to be."""

    scene: Scene
    other: np.ndarray
    strength: float
    rng: Random

    @property
    def art(self) -> np.ndarray:
        return self.scene.art

    def delivered(self, art: np.ndarray) -> np.ndarray:
        """As the scene is, with grain of its own: no service gives the same bytes twice."""
        return replace(self.scene, art=art, seed=int(self.rng.integers(1 << 30))).delivered()


@dataclass(frozen=True)
class Pair:
    first: np.ndarray
    second: np.ndarray
    asked: Box | None = None


def case_of(row_number: int, which: Set, number: int, data_dir: Path) -> Case:
    """The drawings are the same for every row; what becomes of them is drawn by lot for each."""
    # the other one of each pair of numbers is of the same sentence
    art, other = (unpacked(_drawing(which, n, data_dir)) for n in (number, number ^ 1))
    rng = np.random.default_rng((which.first_seed, row_number, number))
    return Case(scene_of(which, number, art, "any"), other, (number // 2 % 8) / 7, rng)


@functools.cache
def _drawing(which: Set, number: int, data_dir: Path) -> bytes:
    """By the designer two times in three; the next number in the same pair has another seed of the same sentence or palette."""
    seed, (pair, again) = which.first_seed + 40_000, divmod(number, 2)
    words = pair % len(artwork.sentences()) + again * len(artwork.sentences())
    if pair // 3 % 3:
        return packed(artwork.designed(seed + words, data_dir, engine=which.engine))
    return packed(which.other(seed + pair + again * 1_000 * len(artwork.PALETTES)))


def share_that_is_other(one: np.ndarray, other: np.ndarray, but: Box | None = None) -> float:
    """Of the ink in either: how much of it is plainly another in the other one, outside `but`."""
    shown = [np.where(art[..., 3:] > 128, art[..., :3], 128).astype(np.int16) for art in (one, other)]
    differs = (np.abs(shown[0] - shown[1]).sum(axis=-1) > _PLAINLY) | ((one[..., 3] > 128) != (other[..., 3] > 128))
    differs &= cv2.erode(differs.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    if but:
        differs[within(but)] = False
    ink = (one[..., 3] > 128) | (other[..., 3] > 128)
    return float(differs.sum() / max(1, ink.sum()))


def within(box: Box) -> tuple[slice, slice]:
    """Rows and columns of a made picture."""
    top, bottom, left, right = (max(0, round(share * SIDE)) for share in (box.top, box.bottom, box.left, box.right))
    return slice(top, bottom), slice(left, right)
