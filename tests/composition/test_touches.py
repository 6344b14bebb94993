"""Cutting out of a ground that is not flat, and shadow and outline behind what is cut out."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition import inspect
from pod.composition.cutout import cut_out, refuse_clear
from pod.composition.touches import OUTLINE, SHADOW, ink_for, touched_drawing, touched_pixels
from pod.drawing import Canvas, Path, rasterise
from pod.imaging.colour import delta_e
from pod.model.edit import Touch, TouchKind
from pod.model.errors import InputRefused
from tests.composition.pictures import BLUE, RED, clear, disc, filled, grainy, painted

SIDE = 600
SHAPE = (SIDE, SIDE)
SUBJECT = disc(SHAPE, 300, 320, 150)


def shaded(grain: float = 0.0) -> np.ndarray:
    """A wall that darkens to one side and downwards, as behind a product on a table."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    level = 235 - 70 * x - 50 * y * y
    wall = np.dstack([level, level * 0.98, level * 0.94, np.full(SHAPE, 255)]).round().astype(np.uint8)
    return grainy(wall, grain) if grain else wall


@pytest.mark.parametrize("grain", [0.0, 3.0])
def test_a_subject_before_a_wall_that_darkens_is_cut_out(grain):
    cut = cut_out(painted(shaded(grain), SUBJECT, RED))
    wanted = SUBJECT > 127
    got = cut[..., 3] > 127
    assert (wanted & got).sum() / (wanted | got).sum() > 0.98
    assert not cut[0, :, 3].any()
    assert np.abs(cut[got][:, :3].astype(int).mean(axis=0) - RED).max() < 12, "and no wall is left in its rim"


def test_the_same_picture_is_cut_the_same_way():
    scene = grainy(painted(shaded(), SUBJECT, RED), 12)
    assert np.array_equal(cut_out(scene), cut_out(scene))


def test_what_cannot_be_told_from_its_ground_is_refused_rather_than_halved():
    with pytest.raises(InputRefused, match="cannot be told") as refused:
        cut_out(shaded())
    assert refused.value.hint


def test_where_nothing_stands_behind_there_is_nothing_to_take_away():
    with pytest.raises(InputRefused, match="There is no background"):
        refuse_clear(inspect(painted(clear(SIDE, SIDE), SUBJECT, RED)))
    refuse_clear(inspect(painted(filled(BLUE, SIDE, SIDE), SUBJECT, RED)))


def test_an_outline_goes_round_at_its_width_and_leaves_the_art_as_it_was():
    art = painted(clear(SIDE, SIDE), SUBJECT, RED)
    out = touched_pixels(art, [Touch(TouchKind.OUTLINE, "#ffffff")], (), "#000000")
    row = out[320]
    ink = np.flatnonzero(row[:, 3] > 127)
    assert (ink[0], ink[-1]) == pytest.approx((150 - OUTLINE * SIDE, 450 + OUTLINE * SIDE), abs=1.5)
    assert (row[ink[0] + 3, :3] == 255).all()
    assert np.array_equal(out[SUBJECT == 255], art[SUBJECT == 255])


def test_a_shadow_falls_to_the_right_and_down_and_has_hard_edges():
    art = painted(clear(SIDE, SIDE), SUBJECT, RED)
    out = touched_pixels(art, [Touch(TouchKind.SHADOW, "#000000")], (), "#ffffff")
    left, top, width, height = cv2.boundingRect((out[..., 3] > 127).astype(np.uint8))
    assert (left, top) == pytest.approx((150, 170), abs=1)
    assert (left + width, top + height) == pytest.approx((450 + SHADOW[0] * SIDE, 470 + SHADOW[1] * SIDE), abs=2)
    half = ((out[..., 3] > 20) & (out[..., 3] < 235)).mean()
    assert half < 0.01, "half-transparent ink prints as grey dots"


def test_what_has_no_room_is_made_smaller_in_its_frame():
    art = painted(clear(SIDE, SIDE), disc(SHAPE, 300, 300, 298), RED)
    out = touched_pixels(art, [Touch(TouchKind.OUTLINE)], (), "#ffffff")
    assert out.shape == art.shape
    assert not out[0, :, 3].any()
    assert not out[:, -1, 3].any()


def test_a_drawing_of_paths_stays_one_and_has_the_same_outline():
    canvas = Canvas(4096, 4096)
    canvas.fill(Path.lines([(1000, 1000), (3000, 1000), (3000, 3000), (1000, 3000)]), "#c8281e")
    touched = touched_drawing(canvas.drawing(), [Touch(TouchKind.OUTLINE, "#ffffff")], (), "#000000")
    assert touched.items[1:] == canvas.drawing().items
    pixels = rasterise(touched, 512)
    ink = np.flatnonzero(pixels[256, :, 3] > 127)
    assert (ink[0], ink[-1]) == pytest.approx((125 - OUTLINE * 512, 375 + OUTLINE * 512), abs=2)


@pytest.mark.parametrize("cloth", ["#111111", "#ffffff", "#212642", "#d62828", "#808080"])
@pytest.mark.parametrize("kind", [TouchKind.SHADOW, TouchKind.OUTLINE])
def test_without_a_wish_the_ink_is_one_that_is_seen_on_the_cloth(kind, cloth):
    assert delta_e(ink_for(Touch(kind), ("#c8281e", "#f5ead6"), cloth), cloth) >= 20
