"""Row 28: the master is said to be the picture of the preview, and shows something else."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from tests.composition.corpus.cases import Case, Pair, share_that_is_other
from tests.composition.corpus.damage import mixed, seen_ink, side_of
from tests.composition.corpus.scene import SIDE, box_of, moved, through

_LEAST_OTHER = 0.03
"""Three times what a copy may differ by."""


# correct
def made_smaller(case: Case) -> Pair:
    """The preview is the master made smaller and saved with loss, as previews are."""
    return _pair(case, case.art)


def enlarged(case: Case) -> Pair:
    """The master was made from the preview by an enlarger."""
    pair = made_smaller(case)
    side = int(case.rng.choice((1024, 1536)))
    how = int(case.rng.choice((cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)))
    return replace(pair, second=cv2.resize(pair.first, (side, side), interpolation=how))


def sharpened(case: Case) -> Pair:
    pair = made_smaller(case)
    soft = cv2.GaussianBlur(pair.second, (0, 0), case.rng.uniform(1, 2.5))
    sharp = cv2.addWeighted(pair.second, 1.8, soft, -0.8, 0)
    return replace(pair, second=np.dstack([sharp[..., :3], pair.second[..., 3]]))


def saved_again(case: Case) -> Pair:
    pair, codec = made_smaller(case), str(case.rng.choice(("JPEG", "WEBP")))
    return replace(pair, second=through(pair.second, codec, int(case.rng.integers(60, 96)), 0, 0))


def smoothed(case: Case) -> Pair:
    """Without grain, as an enlarger leaves it, and some levels lighter or darker, as another profile makes it."""
    pair = made_smaller(case)
    smooth = cv2.bilateralFilter(np.ascontiguousarray(pair.second[..., :3]), 5, 18, 2).astype(np.int16)
    smooth += int(case.rng.integers(-6, 7))
    return replace(pair, second=np.dstack([smooth.clip(0, 255).astype(np.uint8), pair.second[..., 3]]))


# wrong
def drawn_again(case: Case) -> Pair:
    """The master of a second call for the same words."""
    return _pair(case, case.other)


def mirrored(case: Case) -> Pair | None:
    return _if_other(case, np.ascontiguousarray(case.art[:, ::-1]))


def recoloured(case: Case) -> Pair | None:
    art = case.art.copy()
    where = side_of(art, mixed(0.05, 0.5, case.strength), case.rng)
    art[where, :3] = 255 - art[where, :3]
    return _if_other(case, art)


def placed_elsewhere(case: Case) -> Pair:
    return _pair(case, moved(case.art, mixed(0.02, 0.08, case.strength) * SIDE, 0, mixed(0.97, 0.9, case.strength)))


def cropped(case: Case) -> Pair:
    """A part of the frame, as large as all of it."""
    return _pair(case, moved(case.art, 0, 0, mixed(1.04, 1.4, case.strength)))


def with_something_more(case: Case) -> Pair | None:
    art, (left, top, width, height) = case.art.copy(), box_of(case.art)
    at = (
        int(left + case.rng.uniform(0.1, 0.9) * width),
        int(top + case.rng.uniform(0.1, 0.9) * height),
    )
    ink = 255 - seen_ink(case.scene, art, case.rng)
    cv2.circle(art, at, int(mixed(0.06, 0.15, case.strength) * SIDE), (*ink.tolist(), 255), -1)
    return _if_other(case, art)


def with_something_less(case: Case) -> Pair | None:
    art = case.art.copy()
    art[side_of(art, mixed(0.05, 0.4, case.strength), case.rng)] = 0
    return _if_other(case, art)


def _pair(case: Case, art: np.ndarray) -> Pair:
    """The preview of the drawing as it was, and `art` as its master."""
    side = int(case.rng.choice((384, 512, 768)))
    small = cv2.resize(case.delivered(case.art), (side, side), interpolation=cv2.INTER_AREA)
    return Pair(replace(case.scene, codec="WEBP", quality=80, noise=0).flattened(small), case.delivered(art))


def _if_other(case: Case, art: np.ndarray) -> Pair | None:
    """None where it looks the same: a drawing that is even on both sides has no mirror."""
    return None if share_that_is_other(case.art, art) < _LEAST_OTHER else _pair(case, art)


RIGHT = (made_smaller, enlarged, sharpened, saved_again, smoothed)
WRONG = (drawn_again, mirrored, recoloured, placed_elsewhere, cropped, with_something_more, with_something_less)
