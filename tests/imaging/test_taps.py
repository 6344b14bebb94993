"""Lanczos weights: whole steps whose sums float32 holds exactly, so that no order of adding changes the result."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pod.imaging.taps import EIGHTHS, Axis, Room, Window, taken_by

MOST = 2**24
"""Up to here float32 holds every whole number."""

_EIGHTHS_AT_MOST = 2625
"""What comes out of the first axis, in eighths of a level; the second may be another one. Short ones are short of it
by what their steps are coarser."""

LENGTHS = st.integers(1, 400)


@settings(max_examples=200, deadline=None)
@given(LENGTHS, st.integers(1, 900))
def test_no_sum_is_larger_than_float32_holds_exactly(length, result):
    axis = Axis.of(length, result, length / result)
    to_one = 4096 if length >= 16 else 2048
    steps = [block.matrix * (to_one / EIGHTHS) for block in axis.rows(0, result)]
    assert all((matrix == np.rint(matrix)).all() for matrix in steps)
    size = max(np.abs(matrix).sum(axis=1).max() for matrix in steps) / to_one
    above = max(np.maximum(matrix, 0).sum(axis=1).max() for matrix in steps) / to_one
    assert 255 * EIGHTHS * size * to_one <= MOST, "down: in eighths where it is lightness, times whole steps"
    if length >= 16:
        assert (255 * EIGHTHS * above + 1) <= _EIGHTHS_AT_MOST
    assert _EIGHTHS_AT_MOST * size * to_one <= MOST, "across: eighths times whole steps"


@settings(max_examples=100, deadline=None)
@given(LENGTHS, st.integers(1, 900), st.floats(0.5, 3))
def test_all_weights_add_up_to_exactly_one(length, result, sigma):
    for axis in (Axis.of(length, result, length / result), Axis.of(length, result, length / result).blurred(sigma)):
        for block in axis.rows(0, result):
            assert (block.matrix.sum(axis=1, dtype=np.float64) == EIGHTHS).all()
        for block in axis.columns(0, result):
            assert (block.matrix.sum(axis=0, dtype=np.float64) == 1 / EIGHTHS).all()


def test_the_result_is_what_whole_numbers_give():
    """Worked out again in int64, where nothing is ever rounded on the way."""
    planes = np.random.default_rng(1).integers(0, 256, (2, 90, 70)).astype(np.float32)
    lower, wider = Axis.of(90, 101, 90 / 101), Axis.of(70, 83, 70 / 83)
    rows, columns = lower.rows(20, 60), wider.columns(10, 83)
    taken, left = taken_by(rows), taken_by(columns).start
    window = Window(rows, columns, taken.start, left, Room())
    made = window.resampled(np.ascontiguousarray(planes[:, taken, left:]))
    whole = planes.astype(np.int64)
    down = np.concatenate([_steps(b.matrix, 4096 / EIGHTHS) @ whole[:, b.taken] for b in rows], axis=1)
    eighths = np.rint(down * EIGHTHS / 4096).astype(np.int64)
    across = np.concatenate([eighths[..., b.taken] @ _steps(b.matrix, 4096 * EIGHTHS) for b in columns], axis=2)
    assert (made * (4096 * EIGHTHS) == across).all()


def _steps(matrix: np.ndarray, times: float) -> np.ndarray:
    return np.rint(matrix.astype(np.float64) * times).astype(np.int64)


def test_a_gaussian_on_top_is_lanczos_and_then_a_gaussian():
    axis = Axis.of(60, 100, 0.6)
    line = np.random.default_rng(2).uniform(0, 255, 60)
    sharp = (axis.weights * line[axis.starts[:, None] + np.arange(axis.weights.shape[1])]).sum(axis=1)
    soft = axis.blurred(1.5)
    found = (soft.weights * line[soft.starts[:, None] + np.arange(soft.weights.shape[1])]).sum(axis=1)
    taps = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
    wanted = np.convolve(sharp, taps / taps.sum(), "same")
    assert np.abs(found - wanted)[5:-5].max() < 1e-9
