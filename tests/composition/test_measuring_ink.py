"""The checks of the ink itself, and of its edges, against pictures whose answer is known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition import inspect
from tests.composition.pictures import (
    BLACK,
    BLUE,
    GREEN,
    RED,
    SHAPE,
    SIDE,
    WHITE,
    as_jpeg,
    box,
    clear,
    disc,
    filled,
    grainy,
    on_nothing,
    painted,
    ring,
    rules,
    subject,
)


def test_a_small_figure_is_small_and_not_nothing():
    found = rules(on_nothing(disc(SHAPE, 500, 500, 60)))
    assert "too_small" in found
    assert "blank" not in found


def test_one_colour_all_over_is_blank_and_only_that():
    for pixels in (filled(BLACK), filled((250, 250, 250)), on_nothing(disc(SHAPE, 500, 500, 20))):
        findings = inspect(pixels).findings
        assert [f.rule for f in findings.found] == ["blank"]
        assert findings.verdict == "blocked"


def test_a_few_thin_strokes_are_a_drawing():
    assert "blank" not in rules(on_nothing(ring(SHAPE, 500, 500, 400, 396)))


@pytest.mark.parametrize(
    ("mask", "found"),
    [
        (box(SHAPE, 300, 300, 400, 300), True),
        (disc(SHAPE, 500, 500, 300), False),
        (box(SHAPE, 200, 480, 600, 60), False),  # a bar under a line of words
    ],
    ids=["slab", "disc", "bar"],
)
def test_a_filled_black_box_is_a_slab(mask, found):
    picture = painted(on_nothing(subject(), (230, 180, 60)), mask, BLACK)
    assert ("black_slab" in rules(picture)) is found


def test_lines_that_touch_a_black_box_do_not_hide_it():
    picture = painted(on_nothing(subject(), (230, 180, 60)), box(SHAPE, 300, 300, 400, 300), BLACK)
    lined = painted(picture, box(SHAPE, 250, 440, 500, 12), BLACK)
    assert "black_slab" in rules(lined)


def test_the_black_fields_of_a_flag_are_no_boxes():
    fields = np.zeros(SHAPE, np.uint8)
    for row in range(4):
        for column in range(4):
            fields |= box(SHAPE, 140 + 180 * column + 90 * (row % 2), 200 + 140 * row, 90, 140)
    assert "black_slab" not in rules(painted(on_nothing(box(SHAPE, 140, 200, 720, 560)), fields, BLACK))


def test_a_piece_of_a_black_panel_is_no_box():
    """A panel under a picture, too long for a box, with a row of ornaments on it: between two of them is a square of black."""
    sky = painted(on_nothing(box(SHAPE, 140, 60, 720, 880), (250, 240, 250)), box(SHAPE, 160, 80, 680, 680), BLUE)
    panel = painted(sky, box(SHAPE, 160, 780, 680, 150), BLACK)
    stars = np.maximum.reduce([disc(SHAPE, x, 855, 22) for x in (340, 500, 660)])
    assert "black_slab" not in rules(painted(panel, stars, (250, 240, 250)))
    alone = painted(sky, box(SHAPE, 160, 780, 165, 150), BLACK)
    assert "black_slab" in rules(alone)


def test_a_bar_of_a_black_frame_is_no_box():
    panes = [box(SHAPE, x, y, 260, 260) for x in (200, 540) for y in (200, 540)]
    window = cv2.subtract(box(SHAPE, 120, 120, 760, 760), np.maximum.reduce(panes))
    assert "black_slab" not in rules(painted(on_nothing(box(SHAPE, 120, 120, 760, 760)), window, BLACK))


def shaded(levels: float) -> np.ndarray:
    """The subject, its colour going up by so many levels from left to right."""
    ramp = np.linspace(0, levels, SIDE)[None, :, None]
    picture = on_nothing(subject(), (60, 90, 120))
    picture[..., :3] = np.where(picture[..., 3:] > 0, np.rint(np.array((60, 90, 120)) + ramp), 0)
    return picture


def test_soft_shading_is_measured_and_flat_colour_is_not_taken_for_it():
    assert inspect(shaded(0)).finding("gradients") is None
    assert inspect(as_jpeg(painted(filled(WHITE), subject(), RED))).finding("gradients") is None
    assert inspect(grainy(on_nothing(subject()), 4)).finding("gradients") is None
    assert int(inspect(shaded(100)).finding("gradients").measured.split()[0]) > 90


@pytest.mark.parametrize("width_px", [8, 14])
def test_stripes_of_like_inks_are_no_shading(width_px):
    """Flat tones that go up and down again in steps, as the ribs of a cactus do: over a few of them they look like a slope."""
    picture = on_nothing(subject())
    tones = 100 + 12 * np.abs(np.arange(SIDE) // width_px % 6 - 3)
    picture[..., :3] = np.where(picture[..., 3:] > 0, tones[None, :, None], 0)
    assert inspect(picture).finding("gradients") is None


@pytest.mark.parametrize("side", [500, 1000, 2000, 4096])
def test_soft_shading_is_soft_at_any_size(side):
    picture = cv2.resize(shaded(150), (side, side), interpolation=cv2.INTER_LINEAR)
    assert int(inspect(picture).finding("gradients").measured.split()[0]) > 80


@pytest.mark.parametrize(("count", "found"), [(6, False), (12, False), (16, True)])
def test_colours_are_counted(count, found):
    picture = clear()
    for i in range(count):
        hue = cv2.cvtColor(np.uint8([[[int(180 * i / count), 200, 110 + 120 * (i % 2)]]]), cv2.COLOR_HSV2RGB)[0, 0]
        picture = painted(picture, box(SHAPE, 150 + 700 * i / count, 150, 700 / count, 700), tuple(int(v) for v in hue))
    seen = inspect(picture)
    assert (seen.finding("colours") is not None) is found
    assert len(seen.inks) == count


def test_a_process_with_four_inks_counts_to_four():
    picture = clear()
    for i, colour in enumerate([RED, BLUE, GREEN, BLACK, (240, 200, 40)]):
        picture = painted(picture, box(SHAPE, 150 + 140 * i, 150, 140, 700), colour)
    assert inspect(picture, max_colours=4).finding("colours").measured == "5 colours"


@pytest.mark.parametrize(("width_px", "found"), [(2, True), (3, True), (4, False), (5, False), (20, False)])
def test_hairlines_are_measured_at_the_printed_size(width_px, found):
    """At 10 px to the millimetre, where the limit of 0.35 mm lies between 3 and 4 px."""
    mask = np.maximum(subject(), box(SHAPE, 150, 60, 700, width_px))
    assert ("hairlines" in rules(on_nothing(mask), px_per_mm=10)) is found


@pytest.mark.parametrize(("width_px", "found"), [(3, True), (6, True), (7, False), (20, False)])
def test_narrow_gaps_are_measured_at_the_printed_size(width_px, found):
    mask = box(SHAPE, 150, 150, 700, 700)
    mask[:, 500 : 500 + width_px] = 0
    assert ("tiny_gaps" in rules(on_nothing(mask), px_per_mm=10)) is found


def test_a_glow_is_half_transparent_and_a_smooth_edge_is_not():
    glow = on_nothing(cv2.GaussianBlur(disc(SHAPE, 500, 500, 250), (0, 0), 40))
    assert "half_transparent" in rules(glow)
    assert "half_transparent" not in rules(on_nothing(subject()))


def test_hidden_white_along_the_ink_is_found_and_plain_nothing_is_not():
    picture = on_nothing(subject())
    hidden = picture.copy()
    hidden[picture[..., 3] == 0, :3] = 255
    assert inspect(hidden).finding("hidden_colour").measured == "100 %"
    assert "hidden_colour" not in rules(picture)


def test_a_fine_line_has_a_soft_edge_and_is_not_half_transparent():
    whiskers = [box(SHAPE, 150, 300 + 40 * n, 700, 1) for n in range(8)]
    faint = np.minimum(np.maximum.reduce(whiskers), 190)
    assert "half_transparent" not in rules(on_nothing(np.maximum(subject(), faint)))


def test_a_rim_of_the_key_colour_is_a_halo():
    picture = painted(on_nothing(disc(SHAPE, 500, 500, 342), GREEN), disc(SHAPE, 500, 500, 340), RED)
    assert "halo" in rules(picture, expected_ground="#00ff00")
    assert "halo" not in rules(on_nothing(subject()), expected_ground="#00ff00")
    leaf_inside = painted(picture, disc(SHAPE, 500, 500, 130), GREEN)
    assert "halo" in rules(leaf_inside, expected_ground="#00ff00")
    green_on_purpose = on_nothing(subject(), GREEN)
    assert "halo" not in rules(green_on_purpose, expected_ground="#00ff00")


def test_a_rim_as_wide_as_the_line_that_it_is_left_along_is_a_halo():
    rims = painted(clear(), ring(SHAPE, 400, 400, 259, 236), (0, 255, 0))
    thin = painted(rims, ring(SHAPE, 400, 400, 252, 243), BLUE)
    assert "halo" in rules(thin, expected_ground="#00ff00")
    apple = painted(painted(clear(), disc(SHAPE, 400, 400, 260), (0, 255, 0)), disc(SHAPE, 400, 400, 190), RED)
    assert "halo" not in rules(apple, expected_ground="#00ff00"), "a broad green peel is drawn"


def test_what_takes_reading_or_knowing_is_listed_as_not_measured():
    assert {"words_in_the_drawing", "protected_marks"} <= set(inspect(on_nothing(subject())).findings.not_measured)


@pytest.mark.parametrize("side", [16, 17, 40, 333])
def test_small_pictures_are_measured_too(side):
    picture = painted(clear(side, side), disc((side, side), side / 2, side / 2, 0.35 * side), RED)
    assert inspect(picture).off_centre == pytest.approx((0, 0), abs=0.5 / side + 0.01)


def test_a_large_picture_is_measured_as_the_small_one_is():
    small = on_nothing(np.maximum(disc(SHAPE, 620, 500, 300), disc(SHAPE, 30, 30, 4)))
    large = cv2.resize(small, (4096, 4096), interpolation=cv2.INTER_NEAREST)
    seen, again = inspect(small), inspect(large)
    assert again.off_centre == pytest.approx(seen.off_centre, abs=0.002)
    assert [f.rule for f in again.findings.found] == [f.rule for f in seen.findings.found]
