"""Rows that take two pictures: variations that are alike, edits that moved something, a master that is not its preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from pod.composition import alike, fingerprint
from pod.composition.drift import compare, drift_findings, shows_the_same
from pod.model.geometry import Box
from tests.composition.corpus import artwork, damage
from tests.composition.corpus.counted import Count, Set, scene_of
from tests.composition.corpus.damage import mixed
from tests.composition.corpus.scene import SIDE, Scene, box_of, moved

Random = np.random.Generator


@dataclass(frozen=True)
class Case:
    """A correct drawing, `other` that was drawn for the same sentence, and how strong a damage is to be."""

    scene: Scene
    other: np.ndarray
    strength: float
    rng: Random

    def delivered(self, art: np.ndarray) -> np.ndarray:
        """As the scene is, with grain of its own: no service gives the same bytes twice."""
        return replace(self.scene, art=art, seed=int(self.rng.integers(1 << 30))).delivered()


@dataclass(frozen=True)
class Pair:
    first: np.ndarray
    second: np.ndarray
    asked: Box | None = None


Make = Callable[[Case], Pair]


@dataclass(frozen=True)
class PairRow:
    number: int
    name: str
    right: tuple[Make, ...]
    wrong: tuple[Make, ...]
    is_found: Callable[[Pair], bool]
    recall: float = 0.9
    false_alarms: float = 0.03


# 24
def two_designs(case: Case) -> Pair:
    return Pair(case.delivered(case.scene.art), case.delivered(case.other))


def drawn_alike(case: Case) -> Pair:
    """The same drawing once more, a little smaller, a little aside, in other shades, or with one more dot."""
    size, aside = mixed(1.0, 0.97, case.strength), mixed(0, 0.008, case.strength) * SIDE
    art = moved(case.scene.art, aside, -aside, size)
    shift = case.rng.integers(-24, 25, 3) * case.strength
    art[..., :3] = np.clip(art[..., :3] + shift, 0, 255)
    return Pair(case.delivered(case.scene.art), case.delivered(_dotted(art, case.rng, mixed(0, 0.03, case.strength))))


def _dotted(art: np.ndarray, rng: Random, radius: float) -> np.ndarray:
    left, top, width, height = box_of(art)
    at = (int(left + rng.uniform(0.3, 0.7) * width), int(top + rng.uniform(0.3, 0.7) * height))
    return cv2.circle(art.copy(), at, max(1, round(radius * SIDE)), (200, 60, 90, 255), -1)


# 25
def as_asked(case: Case) -> Pair:
    """A fifth of the ink in another colour, and the rest as it was."""
    art, asked = _recoloured(case)
    return Pair(case.delivered(case.scene.art), case.delivered(art), asked)


def shifted(case: Case) -> Pair:
    art, asked = _recoloured(case)
    way, reach = case.rng.uniform(0, 2 * np.pi), SIDE * mixed(0.02, 0.06, case.strength)
    return Pair(
        case.delivered(case.scene.art), case.delivered(moved(art, reach * np.cos(way), reach * np.sin(way))), asked
    )


def scaled(case: Case) -> Pair:
    art, asked = _recoloured(case)
    return Pair(
        case.delivered(case.scene.art), case.delivered(moved(art, 0, 0, mixed(0.96, 0.85, case.strength))), asked
    )


def changed_elsewhere(case: Case) -> Pair:
    art, asked = _recoloured(case)
    far = damage._half(art, mixed(0.15, 0.5, case.strength), np.random.default_rng(1))
    box = np.zeros(far.shape, bool)
    box[_rows(asked.top, asked.bottom), _rows(asked.left, asked.right)] = True
    art[far & ~box, :3] = 255 - art[far & ~box, :3]
    return Pair(case.delivered(case.scene.art), case.delivered(art), asked)


def _rows(first: float, last: float) -> slice:
    return slice(int(first * SIDE), int(np.ceil(last * SIDE)))


def _recoloured(case: Case) -> tuple[np.ndarray, Box]:
    """With the middle of the drawing in other colours, which is what was asked for."""
    art = case.scene.art.copy()
    left, top, width, height = box_of(art)
    wide, high = int(width * 0.45), int(height * 0.45)
    x, y = (int(v) for v in (left + case.rng.uniform(0, width - wide), top + case.rng.uniform(0, height - high)))
    art[y : y + high, x : x + wide, :3] = 255 - art[y : y + high, x : x + wide, :3][..., ::-1]
    return art, Box(x / SIDE, y / SIDE, wide / SIDE, high / SIDE)


# 28
def its_preview(case: Case) -> Pair:
    """The master made smaller and saved with loss, as previews are."""
    master = case.delivered(case.scene.art)
    side = int(case.rng.choice((384, 512, 768)))
    small = cv2.resize(master, (side, side), interpolation=cv2.INTER_AREA)
    return Pair(replace(case.scene, codec="WEBP", quality=80, noise=0).flattened(small), master)


def drawn_again(case: Case) -> Pair:
    """The master of a second call for the same words."""
    return Pair(its_preview(case).first, case.delivered(case.other))


def recoloured_again(case: Case) -> Pair:
    art = case.scene.art.copy()
    where = damage._half(art, mixed(0.05, 0.5, case.strength), case.rng)
    art[where, :3] = 255 - art[where, :3]
    return Pair(its_preview(case).first, case.delivered(art))


def placed_elsewhere(case: Case) -> Pair:
    art = moved(case.scene.art, mixed(0.02, 0.08, case.strength) * SIDE, 0, mixed(0.97, 0.9, case.strength))
    return Pair(its_preview(case).first, case.delivered(art))


def _has_drifted(pair: Pair) -> bool:
    rules = {f.rule for f in drift_findings(compare(pair.first, pair.second, asked=pair.asked).change).found}
    return bool(rules - {"edit_unchanged"})


PAIR_ROWS = (
    PairRow(
        24,
        "variations alike",
        (two_designs,),
        (drawn_alike,),
        lambda pair: alike(fingerprint(pair.first), fingerprint(pair.second)),
    ),
    PairRow(25, "moved edits", (as_asked,), (shifted, scaled, changed_elsewhere), _has_drifted),
    PairRow(
        28,
        "master is not the preview",
        (its_preview,),
        (drawn_again, recoloured_again, placed_elsewhere),
        lambda pair: not shows_the_same(compare(pair.first, pair.second).change),
    ),
)


def count_pairs(row: PairRow, which: Set, data_dir: Path, *, clean: int, damaged: int) -> Count:
    count = Count()
    for number in range(max(clean, damaged)):
        case = case_of(row, which, number, data_dir)
        if number < clean:
            make = row.right[number % len(row.right)]
            count.clean += 1
            if row.is_found(make(case)):
                count.falsely += 1
                count.wrongly.append((number, make.__name__))
        if number < damaged:
            make = row.wrong[number % len(row.wrong)]
            count.of += 1
            if row.is_found(make(case)):
                count.found += 1
            else:
                count.missed.append((number, round(case.strength, 2), make.__name__))
    return count


def case_of(row: PairRow, which: Set, number: int, data_dir: Path) -> Case:
    seed = which.first_seed + 40_000 + number
    rng = np.random.default_rng((which.first_seed, row.number, number))
    if number % 3:
        words = len(artwork.sentences())
        art, other = (artwork.designed(s, data_dir, engine=which.engine) for s in (seed, seed + words))
    else:
        art, other = which.other(seed), which.other(seed + len(artwork.PALETTES))
    return Case(scene_of(which, number, art, "any"), other, (number // 2 % 8) / 7, rng)
