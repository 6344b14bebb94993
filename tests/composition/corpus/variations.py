"""Row 24: of two drawings that were to be different, the second is nearly the first."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from tests.composition.corpus.cases import Case, Pair, Random
from tests.composition.corpus.counted import apart_from, grounds_apart_from, palette_of
from tests.composition.corpus.damage import mixed, seen_ink
from tests.composition.corpus.scene import SIDE, box_of, laid_over, moved, through

_MAIN_INKS = 6
_STANDS_OUT = 120.0
"""Levels between a ground and nearly all ink: before a nearer one, a drawing loses parts of its own."""


# correct
def two_designs(case: Case) -> Pair:
    return Pair(case.delivered(case.art), case.delivered(case.other))


def in_the_same_inks(case: Case) -> Pair:
    """Two designs of one sentence and one palette."""
    return Pair(case.delivered(case.art), case.delivered(_repainted(case.other, _main_inks(case.art))))


def on_a_badge(case: Case) -> Pair:
    """The same subject once more, on a disc that was not there."""
    badge = np.zeros_like(case.art)
    cv2.circle(badge, (SIDE // 2, SIDE // 2), int(0.4 * SIDE), (*_seen(case), 255), -1, cv2.LINE_AA)
    return Pair(case.delivered(case.art), case.delivered(laid_over(badge, moved(case.art, 0, 0, 0.6))))


def in_company(case: Case) -> Pair:
    """The same subject with another one beside it."""
    both = laid_over(moved(case.art, -0.21 * SIDE, 0, 0.5), moved(case.other, 0.21 * SIDE, 0, 0.5))
    return Pair(case.delivered(case.art), case.delivered(both))


def _seen(case: Case) -> tuple[int, ...]:
    return tuple(int(v) for v in seen_ink(case.scene, case.art, case.rng))


def _main_inks(art: np.ndarray) -> np.ndarray:
    """By lightness, darkest first."""
    inks = [tuple(int(ink[n : n + 2], 16) for n in (1, 3, 5)) for ink in palette_of(art)[:_MAIN_INKS]]
    return np.array(sorted(inks, key=sum), np.float32)


def _repainted(art: np.ndarray, inks: np.ndarray) -> np.ndarray:
    """Each of its main inks in one of `inks`, dark in dark and light in light."""
    own = _main_inks(art)
    chosen = inks[np.linspace(0, len(inks) - 1, len(own)).round().astype(int)]
    cells = np.stack(np.meshgrid(*[np.arange(32) * 8 + 4] * 3, indexing="ij"), axis=-1).reshape(-1, 1, 3)
    table = chosen[np.abs(cells - own).sum(axis=-1).argmin(axis=1)].reshape(32, 32, 32, 3).astype(np.uint8)
    red, green, blue = (art[..., n] >> 3 for n in range(3))
    return np.dstack([table[red, green, blue], art[..., 3]])


# wrong
def drawn_alike(case: Case) -> Pair:
    """The same drawing once more, a little smaller, a little aside, in other shades, or with one more dot."""
    size, aside = mixed(1.0, 0.97, case.strength), mixed(0, 0.008, case.strength) * SIDE
    art = moved(case.art, aside, -aside, size)
    shift = case.rng.integers(-24, 25, 3) * case.strength
    art[..., :3] = np.clip(art[..., :3] + shift, 0, 255)
    return Pair(case.delivered(case.art), case.delivered(_dotted(art, case.rng, mixed(0, 0.03, case.strength))))


def _dotted(art: np.ndarray, rng: Random, radius: float) -> np.ndarray:
    left, top, width, height = box_of(art)
    at = (int(left + rng.uniform(0.3, 0.7) * width), int(top + rng.uniform(0.3, 0.7) * height))
    return cv2.circle(art.copy(), at, max(1, round(radius * SIDE)), (200, 60, 90, 255), -1)


def placed_otherwise(case: Case) -> Pair:
    """The same drawing, smaller in its frame and aside."""
    reach, way = mixed(0.01, 0.08, case.strength) * SIDE, case.rng.uniform(0, 2 * np.pi)
    art = moved(case.art, reach * np.cos(way), reach * np.sin(way), mixed(0.95, 0.7, case.strength))
    return Pair(case.delivered(case.art), case.delivered(art))


def on_another_ground(case: Case) -> Pair | None:
    """None where no other ground is far enough from its ink: what is lost in the ground is no longer the same drawing."""
    grounds = [g for g in grounds_apart_from(case.art) if g != case.scene.ground]
    if apart_from(case.art, grounds[0]) < _STANDS_OUT:
        return None
    return Pair(case.delivered(case.art), replace(case.scene, ground=grounds[0]).delivered())


def saved_again(case: Case) -> Pair:
    """Through one more codec, of poor quality: the bytes are others, the drawing is not."""
    first, codec = case.delivered(case.art), str(case.rng.choice(("JPEG", "WEBP")))
    return Pair(first, through(first, codec, int(mixed(80, 35, case.strength)), 0, 0))


def outlined(case: Case) -> Pair:
    """The same drawing with a line around it."""
    width = 2 * round(mixed(2, 8, case.strength)) + 1
    grown = cv2.dilate(case.art[..., 3], cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width)))
    line = np.dstack([np.full((SIDE, SIDE, 3), _seen(case), np.uint8), grown])
    return Pair(case.delivered(case.art), case.delivered(laid_over(line, case.art)))


RIGHT = (two_designs, in_the_same_inks, on_a_badge, in_company)
WRONG = (drawn_alike, placed_otherwise, on_another_ground, saved_again, outlined)
