"""What an edit has changed: pictures that were moved, enlarged, recoloured or drawn anew by known amounts."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition.drift import compare, drift_findings, shown_beside
from pod.model.geometry import Box
from tests.composition.pictures import BLUE, RED, WHITE, clear, disc, painted, polygon

SIDE = 800
SHAPE = (SIDE, SIDE)
ORANGE, GREEN = (230, 130, 40), (40, 140, 70)


def drawing(body=RED, *, shift=(0.0, 0.0), scale=1.0, hat=False) -> np.ndarray:
    """A figure of a few flat parts about the middle; `shift` in pixels, `scale` about the picture's own middle."""

    def at(x: float, y: float) -> tuple[float, float]:
        return SIDE / 2 + (x - SIDE / 2) * scale + shift[0], SIDE / 2 + (y - SIDE / 2) * scale + shift[1]

    def dot(picture, x, y, r, colour):
        return painted(picture, disc(SHAPE, *at(x, y), r * scale), colour)

    picture = dot(clear(SIDE, SIDE), 400, 480, 200, body)
    picture = dot(picture, 400, 250, 120, body)
    picture = dot(dot(picture, 360, 240, 16, WHITE), 440, 240, 16, WHITE)
    picture = dot(picture, 400, 500, 90, ORANGE)
    picture = painted(picture, polygon(SHAPE, at(120, 640), at(200, 640), at(150, 420)), GREEN)
    return dot(picture, 400, 130, 60, BLUE) if hat else picture


BEFORE = drawing()


def rules(change, **how) -> set[str]:
    return {f.rule for f in drift_findings(change, **how).found}


def test_the_same_picture_has_not_changed_and_that_is_said():
    change = compare(BEFORE, BEFORE).change
    assert change.registered
    assert (change.changed, change.elsewhere, change.region) == (0, 0, None)
    assert rules(change) == {"edit_unchanged"}


@pytest.mark.parametrize("shift_px", [(3, 0), (0, -3), (31, 17)])
def test_a_shift_is_measured_to_a_tenth_of_a_pixel(shift_px):
    change = compare(BEFORE, drawing(shift=shift_px)).change
    assert (change.shift_right * SIDE, change.shift_down * SIDE) == pytest.approx(shift_px, abs=0.1)
    assert change.scale == pytest.approx(1, abs=0.0005)
    assert change.changed < 0.001, "what has only moved has not changed"


def test_three_pixels_are_no_drift_that_anybody_sees_and_thirty_are_told():
    assert "edit_shift" not in rules(compare(BEFORE, drawing(shift=(3, 0))).change)
    assert "edit_shift" in rules(compare(BEFORE, drawing(shift=(31, 17))).change)


@pytest.mark.parametrize("scale", [1.01, 0.97, 1.04])
def test_a_scale_is_measured_to_a_twentieth_of_a_per_cent(scale):
    change = compare(BEFORE, drawing(scale=scale)).change
    assert change.scale == pytest.approx(scale, abs=0.0005)
    assert change.shift < 0.001
    assert ("edit_scale" in rules(change)) == (abs(scale - 1) > 0.02)


def test_a_turn_is_measured():
    spin = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), -2.0, 1.0)
    change = compare(BEFORE, cv2.warpAffine(BEFORE, spin, SHAPE)).change
    assert change.turn_degrees == pytest.approx(2.0, abs=0.05)


def test_a_recoloured_part_is_the_region_and_nothing_else_has_changed():
    before, after = drawing(hat=True), drawing(hat=True)
    after[disc(SHAPE, 400, 130, 60) > 0, :3] = GREEN
    change = compare(before, after).change
    assert (change.region.left, change.region.width) == pytest.approx((340 / SIDE, 120 / SIDE), abs=0.005)
    hat = np.count_nonzero(disc(SHAPE, 400, 130, 60)) - 900  # the head covers a little of it
    assert change.changed == pytest.approx(hat / np.count_nonzero(before[..., 3]), abs=0.01)
    assert change.elsewhere == 0
    assert rules(change) == set()


def test_a_part_that_was_added_does_not_pull_at_what_was_there():
    change = compare(BEFORE, drawing(hat=True, shift=(12, 4))).change
    assert (change.shift_right * SIDE, change.shift_down * SIDE) == pytest.approx((12, 4), abs=0.3)
    assert change.elsewhere < 0.01
    assert change.region.top * SIDE == pytest.approx(70, abs=4)


def test_a_new_body_colour_is_a_change_in_its_place_and_no_new_drawing():
    change = compare(BEFORE, drawing(body=BLUE)).change
    assert change.registered
    assert change.changed > 0.5
    assert change.shift < 0.001
    assert rules(change) == set()


def test_what_changed_outside_the_asked_region_is_told():
    after = drawing(hat=True)
    after[polygon(SHAPE, (120, 640), (200, 640), (150, 420)) > 0, :3] = BLUE
    change = compare(BEFORE, after, asked=Box(0.35, 0.05, 0.3, 0.2)).change
    tree = np.count_nonzero(polygon(SHAPE, (120, 640), (200, 640), (150, 420)))
    rest = np.count_nonzero(BEFORE[..., 3])
    assert change.elsewhere == pytest.approx(tree / rest, abs=0.02)
    assert "edit_elsewhere" in rules(change)


def test_a_disc_with_little_else_on_it_is_laid_on_itself_whatever_was_asked_for_in_its_middle():
    """It fills its frame and can be turned for nothing: only its rim says where it has gone."""
    before = painted(clear(SIDE, SIDE), disc(SHAPE, 400, 400, 334), ORANGE)
    after = painted(clear(SIDE, SIDE), disc(SHAPE, 404, 402, 334), ORANGE)
    after = painted(after, polygon(SHAPE, (324, 322), (484, 322), (484, 402), (324, 402)), BLUE)
    after = painted(after, polygon(SHAPE, (324, 522), (484, 522), (484, 562), (324, 562)), GREEN)
    change = compare(before, after, asked=Box(0.375, 0.375, 0.25, 0.15)).change
    assert change.registered
    assert (change.shift_right * SIDE, change.shift_down * SIDE) == pytest.approx((4, 2), abs=0.3)
    assert 0.01 < change.elsewhere < 0.04


def test_a_picture_that_was_drawn_anew_is_told_unless_that_was_asked_for():
    chance = np.random.default_rng(3)
    anew = cv2.resize(chance.integers(0, 255, (20, 20, 3), dtype=np.uint8), SHAPE, interpolation=cv2.INTER_CUBIC)
    change = compare(BEFORE, np.dstack([anew, np.full(SHAPE, 255, np.uint8)])).change
    assert not change.registered
    assert rules(change) == {"edit_everything"}
    assert rules(change, whole=True) == set()


def test_everything_in_other_colours_is_told():
    after = BEFORE.copy()
    after[..., :3] = 255 - after[..., :3]
    change = compare(BEFORE, after).change
    assert change.changed > 0.95
    assert "edit_everything" in rules(change)


def test_a_picture_of_another_size_is_compared_at_the_size_before():
    change = compare(BEFORE, np.ascontiguousarray(drawing(hat=True)[::2, ::2])).change
    assert change.registered
    assert change.shift < 0.002
    assert change.elsewhere < 0.02


def test_an_empty_picture_is_no_registered_one():
    assert not compare(BEFORE, clear(SIDE, SIDE)).change.registered


def test_before_and_after_are_shown_with_the_region_outlined_in_both():
    shown = shown_beside(compare(BEFORE, drawing(hat=True)))
    assert shown.shape == (SIDE, 2 * SIDE + 16, 3)
    line = (shown == (214, 32, 143)).all(axis=-1)
    assert line[:, :SIDE].any()
    assert line[:, SIDE + 16 :].any()
    assert not line[SIDE // 2 :].any(), "and nothing else is"
