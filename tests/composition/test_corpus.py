"""A fixed dose of the corpus: the gross form of every fault is found. `python -m tests.composition.corpus` counts the rest."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from tests.composition.corpus import artwork
from tests.composition.corpus.counted import ROWS, TUNING, UNSEEN, asked_of, questions_of, rules_found, scene_of

_SEED = 4
CASES = [(row, hurt) for row in ROWS for hurt in row.damages]


@functools.cache
def drawn() -> np.ndarray:
    return artwork.shapes(_SEED)


@pytest.mark.parametrize(("row", "hurt"), CASES, ids=[f"{r.number}-{h.__name__}" for r, h in CASES])
def test_a_gross_fault_is_found(row, hurt):
    scene = scene_of(TUNING, _SEED, drawn(), row.on)
    asked = asked_of(scene) | questions_of(row)
    assert set(row.rules) & rules_found(hurt(scene, 1.0, np.random.default_rng(_SEED)), asked)


def test_the_unseen_set_shares_no_seed_engine_or_codec_with_the_one_for_tuning():
    assert UNSEEN.first_seed - TUNING.first_seed > 100_000
    assert UNSEEN.engine != TUNING.engine
    assert UNSEEN.other is not TUNING.other
    spoiled = [{c for c in which.codecs if c != ("", 0, 0)} for which in (TUNING, UNSEEN)]
    assert not spoiled[0] & spoiled[1]
