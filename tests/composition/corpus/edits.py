"""Row 25: an edit that moved, enlarged or redrew what nobody asked about."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from pod.model.geometry import Box
from tests.composition.corpus.cases import Case, Pair, share_that_is_other, within
from tests.composition.corpus.damage import mixed, seen_ink, side_of
from tests.composition.corpus.scene import SIDE, box_of, laid_over, moved, through

_LEAST_ELSEWHERE = 0.06
"""Twice what an edit may change elsewhere."""


# correct
def recoloured(case: Case) -> Pair:
    """A part of the ink in other colours, and the rest as it was."""
    art, asked = _recoloured(case)
    return Pair(case.delivered(case.art), case.delivered(art), asked)


def recoloured_by_words(case: Case) -> Pair:
    """The same, where nobody said where."""
    return replace(recoloured(case), asked=None)


def added_to(case: Case) -> Pair:
    """A new shape, in the box that was asked for, partly over the drawing."""
    left, top, width, height = box_of(case.art)
    r = int(case.rng.uniform(0.06, 0.14) * SIDE)
    x = int(left + case.rng.uniform(0.1, 0.9) * width)
    y = int(np.clip(top + case.rng.choice((0.1, 0.9)) * height, r + 4, SIDE - r - 4))
    art, ink = case.art.copy(), seen_ink(case.scene, case.art, case.rng)
    cv2.circle(art, (x, y), r, (*(255 - ink).tolist(), 255), -1, cv2.LINE_AA)
    return Pair(case.delivered(case.art), case.delivered(art), _box(x - r, y - r, 2 * r, 2 * r, room=8))


def taken_from(case: Case) -> Pair:
    """What was in the box is gone."""
    art, asked = case.art.copy(), _some_of(case, 0.35)
    art[within(asked)] = 0
    return Pair(case.delivered(case.art), case.delivered(art), asked)


def delivered_otherwise(case: Case) -> Pair:
    """Changed as asked; in another size, through another codec, and a hair's breadth aside, as every service does."""
    art, asked = _recoloured(case)
    reach, way = case.rng.uniform(0, 0.004) * SIDE, case.rng.uniform(0, 2 * np.pi)
    aside = moved(art, reach * np.cos(way), reach * np.sin(way), case.rng.uniform(0.992, 1.008))
    side = int(case.rng.choice((768, 896, 1280)))
    second = cv2.resize(case.delivered(aside), (side, side), interpolation=cv2.INTER_AREA)
    codec, quality = str(case.rng.choice(("JPEG", "WEBP"))), int(case.rng.integers(75, 96))
    return Pair(case.delivered(case.art), through(second, codec, quality, 0, 0), asked)


# wrong
def shifted(case: Case) -> Pair:
    art, asked = _recoloured(case)
    way, reach = case.rng.uniform(0, 2 * np.pi), SIDE * mixed(0.02, 0.06, case.strength)
    return Pair(case.delivered(case.art), case.delivered(moved(art, reach * np.cos(way), reach * np.sin(way))), asked)


def shrunk(case: Case) -> Pair:
    art, asked = _recoloured(case)
    return Pair(case.delivered(case.art), case.delivered(moved(art, 0, 0, mixed(0.96, 0.85, case.strength))), asked)


def grown(case: Case) -> Pair:
    """Nearer to its edges, or cropped by them."""
    art, asked = _recoloured(case)
    return Pair(case.delivered(case.art), case.delivered(moved(art, 0, 0, mixed(1.04, 1.3, case.strength))), asked)


def changed_elsewhere(case: Case) -> Pair | None:
    art, asked = _recoloured(case)
    far = side_of(art, mixed(0.15, 0.5, case.strength), case.rng)
    far[within(asked)] = False
    art[far, :3] = 255 - art[far, :3]
    return _if_elsewhere(case, art, asked)


def part_moved(case: Case) -> Pair | None:
    """A side of the drawing came out at another place."""
    art, asked = _recoloured(case)
    where = side_of(art, mixed(0.2, 0.5, case.strength), case.rng)
    part = np.where(where[..., None], art, 0).astype(np.uint8)
    way, reach = case.rng.uniform(0, 2 * np.pi), SIDE * mixed(0.04, 0.12, case.strength)
    rest = np.where(where[..., None], 0, art).astype(np.uint8)
    return _if_elsewhere(case, laid_over(rest, moved(part, reach * np.cos(way), reach * np.sin(way))), asked)


def part_gone(case: Case) -> Pair | None:
    art, asked = _recoloured(case)
    far = side_of(art, mixed(0.12, 0.5, case.strength), case.rng)
    far[within(asked)] = False
    art[far] = 0
    return _if_elsewhere(case, art, asked)


def drawn_anew(case: Case) -> Pair:
    return Pair(case.delivered(case.art), case.delivered(case.other), _some_of(case, 0.45))


def _if_elsewhere(case: Case, art: np.ndarray, asked: Box) -> Pair | None:
    """None where hardly anything outside the box has become another: ink of one colour can move and look the same."""
    if share_that_is_other(case.art, art, but=asked) < _LEAST_ELSEWHERE:
        return None
    return Pair(case.delivered(case.art), case.delivered(art), asked)


def _recoloured(case: Case) -> tuple[np.ndarray, Box]:
    """With a part of the drawing in other colours, which is what was asked for."""
    art, asked = case.art.copy(), _some_of(case, 0.45)
    box = within(asked)
    art[(*box, slice(3))] = 255 - art[(*box, slice(3))][..., ::-1]
    return art, asked


def _some_of(case: Case, share: float) -> Box:
    """A box of that share of the drawing's sides, somewhere over it."""
    left, top, width, height = box_of(case.art)
    wide, high = int(width * share), int(height * share)
    x = int(left + case.rng.uniform(0, width - wide))
    return _box(x, int(top + case.rng.uniform(0, height - high)), wide, high)


def _box(left: float, top: float, width: float, height: float, room: float = 0) -> Box:
    return Box((left - room) / SIDE, (top - room) / SIDE, (width + 2 * room) / SIDE, (height + 2 * room) / SIDE)


RIGHT = (recoloured, recoloured_by_words, added_to, taken_from, delivered_otherwise)
WRONG = (shifted, shrunk, grown, changed_elsewhere, part_moved, part_gone, drawn_anew)
