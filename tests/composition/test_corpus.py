"""A fixed dose of the corpus: the gross form of every fault is found. `python -m tests.composition.corpus` counts the rest."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from tests.composition.corpus import artwork
from tests.composition.corpus.cases import Case
from tests.composition.corpus.counted import (
    ROWS,
    TUNING,
    UNSEEN,
    asked_of,
    found_on_a_cut,
    is_found,
    questions_of,
    scene_of,
)
from tests.composition.corpus.deliveries import DELIVERY_ROWS, count_deliveries
from tests.composition.corpus.faultless_cuts import CUTS
from tests.composition.corpus.pairs import PAIR_ROWS

_SEED = 4
CASES = [(row, hurt) for row in ROWS for hurt in row.damages]


@functools.cache
def drawn() -> np.ndarray:
    return artwork.shapes(_SEED)


@pytest.mark.parametrize(("row", "hurt"), CASES, ids=[f"{r.number}-{h.__name__}" for r, h in CASES])
def test_a_gross_fault_is_found(row, hurt):
    scene = scene_of(TUNING, _SEED, drawn(), row.on)
    asked = asked_of(scene) | questions_of(row)
    assert is_found(row, hurt(scene, 1.0, np.random.default_rng(_SEED)), asked)


@pytest.mark.parametrize("cut", range(len(CUTS)), ids=[cut.__name__ for cut in CUTS])
def test_a_drawing_that_was_cut_without_a_fault_has_no_halo(cut):
    row = next(row for row in ROWS if row.on == "key")
    assert found_on_a_cut(row, TUNING, 4 * cut, drawn()) is False


@pytest.mark.parametrize("row", PAIR_ROWS, ids=lambda row: row.name)
def test_of_two_pictures_the_wrong_one_is_told_from_the_right_one(row):
    scene = scene_of(TUNING, _SEED, drawn(), "any")
    case = Case(scene, artwork.shapes(_SEED + 6), 0.5, np.random.default_rng(_SEED))
    wrong = {make.__name__: make(case) for make in row.wrong}
    assert [name for name, pair in wrong.items() if pair is not None and not row.is_found(pair)] == []
    assert sum(pair is not None for pair in wrong.values()) >= len(wrong) - 1, "hardly any could be made"
    assert [make.__name__ for make in row.right if row.is_found(make(case))] == []


def test_a_file_of_another_size_or_type_is_found_and_what_was_asked_for_is_not():
    for row in DELIVERY_ROWS:
        count = count_deliveries(row, TUNING, clean=12, damaged=16)
        assert (row.name, count.recall, count.false_alarms) == (row.name, 1.0, 0.0)


def test_the_unseen_set_shares_no_seed_engine_or_codec_with_the_one_for_tuning():
    assert UNSEEN.first_seed - TUNING.first_seed > 100_000
    assert UNSEEN.engine != TUNING.engine
    assert UNSEEN.other is not TUNING.other
    spoiled = [{c for c in which.codecs if c != ("", 0, 0)} for which in (TUNING, UNSEEN)]
    assert not spoiled[0] & spoiled[1]
