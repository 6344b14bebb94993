"""The checks of place and ground against pictures whose answer is known, right ones and wrong ones."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition import inspect
from pod.composition.ground import GroundKind
from pod.model.findings import Severity
from tests.composition.pictures import (
    BLUE,
    GREEN,
    RED,
    SHAPE,
    SIDE,
    WHITE,
    as_jpeg,
    box,
    checkered,
    disc,
    filled,
    grainy,
    on_nothing,
    painted,
    polygon,
    rules,
    subject,
)

# --- place


def test_a_centred_whole_drawing_is_ready():
    seen = inspect(on_nothing(subject()))
    assert seen.findings.verdict == "ready"
    assert seen.filled == pytest.approx(0.70, abs=0.01)
    assert seen.smallest_margin == pytest.approx(0.15, abs=0.01)


def test_the_box_decides_about_the_middle_and_not_the_mass():
    mask = polygon(SHAPE, (200, 800), (800, 800), (200, 200))
    mass_x = (np.nonzero(mask)[1].mean() - SIDE / 2) / SIDE
    assert abs(mass_x) > 0.09  # a third of the way along: by its mass this triangle is far off
    seen = inspect(on_nothing(mask))
    assert seen.off_centre == pytest.approx((0, 0), abs=0.002)
    assert seen.finding("off_centre") is None


@pytest.mark.parametrize(
    ("across", "down", "said"),
    [
        (0.12, 0.0, "12 % to the right"),
        (-0.05, 0.0, "5.0 % to the left"),
        (0.0, 0.03, "3.0 % too low"),
        (0.0, -0.08, "8.0 % too high"),
        (0.02, 0.02, "2.0 % to the right and 2.0 % too low"),
    ],
)
def test_off_centre_says_how_far_and_where(across, down, said):
    seen = inspect(on_nothing(box(SHAPE, 180 + SIDE * across, 180 + SIDE * down, 640, 640)))
    finding = seen.finding("off_centre")
    assert said in finding.message
    assert finding.measured == f"{100 * max(abs(across), abs(down)):.1f} %".replace("12.0", "12")
    assert finding.required == "at most 1.5 %"
    assert seen.off_centre == pytest.approx((across, down), abs=0.002)


def test_a_little_off_is_no_matter():
    assert "off_centre" not in rules(on_nothing(disc(SHAPE, 510, 500, 320)))


@pytest.mark.parametrize(("margin_px", "measured"), [(20, "2.0 %"), (10, "1.0 %"), (49, "4.9 %")])
def test_a_narrow_margin_is_measured(margin_px, measured):
    pixels = on_nothing(box(SHAPE, 100, margin_px, 800, 1000 - 2 * margin_px))
    assert inspect(pixels).finding("margin").measured == measured


def test_a_margin_of_a_twentieth_is_enough():
    assert "margin" not in rules(on_nothing(box(SHAPE, 50, 50, 900, 900)))


def test_margins_are_shares_of_the_shorter_side():
    pixels = on_nothing(box((500, 1000), 30, 100, 940, 300))
    assert inspect(pixels).smallest_margin == pytest.approx(30 / 500)


def test_a_small_drawing_is_measured():
    assert inspect(on_nothing(disc(SHAPE, 500, 500, 200))).finding("too_small").measured == "40 %"


@pytest.mark.parametrize(
    ("side", "x", "y"), [("lower", 500, 1000), ("upper", 500, 0), ("left", 0, 500), ("right", 1000, 500)]
)
def test_a_disc_cut_by_an_edge_is_found_with_the_share_that_is_cut(side, x, y):
    seen = inspect(on_nothing(disc(SHAPE, x, y, 320)))
    finding = seen.finding("cut_by_edge")
    assert finding.measured == "64 %"  # a diameter of 640 of 1000
    assert {"lower": "bottom", "upper": "top"}.get(side, side) in finding.message
    assert seen.finding("margin") is None


def test_ink_that_only_touches_the_edge_in_a_point_is_not_cut():
    assert "cut_by_edge" not in rules(on_nothing(polygon(SHAPE, (500, 0), (800, 500), (500, 1000), (200, 500))))


def test_an_edge_is_cut_on_a_flat_ground_too():
    assert "cut_by_edge" in rules(painted(filled(GREEN), disc(SHAPE, 500, 1000, 320), RED))


# --- one of it, clean


def test_specks_are_counted_and_do_not_move_the_box():
    mask = np.maximum.reduce([subject(), disc(SHAPE, 40, 500, 4), disc(SHAPE, 970, 960, 3)])
    seen = inspect(on_nothing(mask))
    assert seen.finding("specks").measured == "2"
    clean = inspect(on_nothing(subject()))
    assert seen.ink_box_px == clean.ink_box_px
    assert seen.finding("margin") is None


def test_small_parts_beside_the_drawing_belong_to_it():
    whiskers = disc(SHAPE, 500 + 360, 500, 4)  # 10 px off a body whose radius is 350
    assert "specks" not in rules(on_nothing(np.maximum(subject(), whiskers)))


@pytest.mark.parametrize(("count", "found"), [(1, False), (2, False), (3, True), (4, True)])
def test_three_like_drawings_are_a_sheet_of_variants(count, found):
    step = SIDE / count
    masks = [disc(SHAPE, step * (i + 0.5), 500, 0.4 * step) for i in range(count)]
    assert ("several_subjects" in rules(on_nothing(np.maximum.reduce(masks)))) is found


def test_two_branches_that_bend_around_a_thin_thing_are_its_wreath():
    hero = disc(SHAPE, 500, 500, 130)
    ring = np.minimum(disc(SHAPE, 500, 500, 420), 255 - disc(SHAPE, 500, 500, 360))
    left, right = (np.minimum(ring, box(SHAPE, x, 150, 330, 700)) for x in (60, 610))
    assert "several_subjects" not in rules(on_nothing(np.maximum.reduce([hero, left, right])))
    swapped = np.maximum.reduce([hero, np.roll(left, 620, axis=1), np.roll(right, -620, axis=1)])
    assert "several_subjects" in rules(on_nothing(swapped)), "they bend away from it"


def test_rules_above_and_below_a_place_for_words_are_no_drawings():
    hero, rules_of_type = disc(SHAPE, 500, 200, 70), [box(SHAPE, 80, y, 840, 14) for y in (320, 920)]
    assert "several_subjects" not in rules(on_nothing(np.maximum.reduce([hero, *rules_of_type])))
    three = [hero, disc(SHAPE, 200, 200, 70), disc(SHAPE, 800, 200, 70), *rules_of_type]
    assert "several_subjects" in rules(on_nothing(np.maximum.reduce(three)))


def test_a_line_around_the_drawing_is_a_frame():
    line = cv2.subtract(box(SHAPE, 80, 80, 840, 840), box(SHAPE, 92, 92, 816, 816))
    framed = painted(on_nothing(line, BLUE), disc(SHAPE, 500, 500, 250), RED)
    assert inspect(framed).finding("frame_line").measured == "4 sides"
    assert inspect(framed, border_meant=True).finding("frame_line") is None
    assert "frame_line" not in rules(on_nothing(subject()))


def test_a_line_around_the_drawing_on_a_flat_ground_is_a_frame_and_no_second_ground():
    line = cv2.subtract(box(SHAPE, 18, 18, 964, 964), box(SHAPE, 48, 48, 904, 904))
    framed = painted(painted(filled(WHITE), line, BLUE), disc(SHAPE, 500, 500, 250), RED)
    assert inspect(framed).ground == "#ffffff"
    assert "frame_line" in rules(framed)


def test_a_thin_frame_whose_colour_a_jpeg_smears_is_one():
    line = cv2.subtract(box(SHAPE, 49, 49, 903, 903), box(SHAPE, 53, 53, 895, 895))
    framed = as_jpeg(painted(painted(filled(GREEN), line, (230, 57, 70)), disc(SHAPE, 500, 500, 250), RED))
    ends = [framed[500, at, :3].astype(int) for at in (51, 949)]
    assert np.abs(ends[0] - ends[1]).max() > 20, "the codec made two colours of one"
    assert inspect(framed).finding("frame_line").measured == "4 sides"


def test_sides_of_three_inks_are_no_frame():
    picture = painted(filled(GREEN), disc(SHAPE, 500, 500, 250), RED)
    sides = (box(SHAPE, 49, 49, 12, 903), box(SHAPE, 940, 49, 12, 903), box(SHAPE, 61, 49, 879, 12))
    for side, ink in zip(sides, ((200, 40, 30), (30, 90, 200), (120, 70, 10)), strict=True):
        picture = painted(picture, side, ink)
    assert "frame_line" not in rules(picture)


def test_a_frame_well_inside_the_picture_is_the_designs_own():
    line = cv2.subtract(box(SHAPE, 130, 130, 740, 740), box(SHAPE, 142, 142, 716, 716))
    assert "frame_line" not in rules(painted(on_nothing(line, BLUE), disc(SHAPE, 500, 500, 250), RED))


# --- ground


@pytest.mark.parametrize("colour", [WHITE, (253, 246, 227), (240, 240, 240), GREEN, (30, 30, 34)])
@pytest.mark.parametrize("spoil", [lambda p: p, as_jpeg, lambda p: grainy(p, 2)], ids=["clean", "jpeg", "grain"])
def test_a_flat_ground_has_the_colour_that_it_has(colour, spoil):
    seen = inspect(spoil(painted(filled(colour), subject(), RED)))
    assert seen.measured_ground.kind is GroundKind.FLAT
    measured = [int(seen.ground[i : i + 2], 16) for i in (1, 3, 5)]
    assert np.abs(np.subtract(measured, colour)).max() <= 2
    assert seen.finding("opaque_ground").severity is Severity.CHOOSE
    assert seen.off_centre == pytest.approx((0, 0), abs=0.004)


def test_another_ground_than_was_asked_for_is_said_with_both_colours():
    finding = inspect(painted(filled((255, 240, 200)), subject(), RED), expected_ground="#00ff00").finding(
        "unexpected_ground"
    )
    assert (finding.measured, finding.required) == ("#fff0c8", "#00ff00")
    asked_for = painted(filled(GREEN), subject(), RED)
    assert "unexpected_ground" not in rules(asked_for, expected_ground="#00ff00")


def vignette() -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE - 0.5
    grey = (250 - 160 * (x * x + y * y)).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def scene() -> np.ndarray:
    sky = painted(filled((150, 190, 230)), box(SHAPE, 0, 550, 1000, 450), (80, 120, 60))
    return painted(sky, polygon(SHAPE, (0, 560), (300, 150), (620, 560)), (110, 100, 95))


@pytest.mark.parametrize(("make", "kind"), [(vignette, GroundKind.SHADED), (scene, GroundKind.SCENE)])
def test_a_ground_that_is_not_flat_is_named_and_what_hangs_on_it_is_not_claimed(make, kind):
    seen = inspect(painted(make(), subject(), RED))
    assert seen.measured_ground.kind is kind
    assert seen.finding("ground_not_flat") is not None
    assert {"off_centre", "margin", "cut_by_edge", "specks"} <= set(seen.findings.not_measured)


@pytest.mark.parametrize("tile", [8, 16, 25, 40])
@pytest.mark.parametrize("tones", [(255, 204), (255, 239), (204, 153), (120, 80)], ids=str)
def test_a_painted_checkerboard_is_found_with_its_tile_size(tile, tones):
    finding = inspect(painted(checkered(tile, *tones), subject(), RED)).finding("checkerboard")
    assert finding.severity is Severity.BLOCKED
    assert finding.measured.startswith(f"{tile} px tiles")


@pytest.mark.parametrize(
    "spoil",
    [as_jpeg, lambda p: grainy(p, 3), lambda p: cv2.GaussianBlur(p, (0, 0), 1.2)],
    ids=["jpeg", "grain", "soft"],
)
def test_a_worn_checkerboard_is_still_one(spoil):
    assert "checkerboard" in rules(spoil(painted(checkered(20, shift=7), subject(), RED)))


def test_a_checkerboard_of_a_full_size_picture_is_found():
    large = cv2.resize(painted(checkered(16), subject(), RED), (4000, 4000), interpolation=cv2.INTER_NEAREST)
    assert inspect(large).finding("checkerboard").measured.startswith("64 px tiles")


def flag() -> np.ndarray:
    return checkered(50, 255, 0)


def plaid() -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    grey = (150 + 40 * ((x // 40) % 2) + 40 * ((y // 40) % 2)).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def stripes() -> np.ndarray:
    grey = np.broadcast_to(np.where((np.arange(SIDE) // 30) % 2, 255, 204), SHAPE).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def bricks() -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    joint = (y % 50 < 6) | ((x + 60 * ((y // 50) % 2)) % 120 < 6)
    grey = np.where(joint, 220, 150).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def dots() -> np.ndarray:
    y, x = np.mgrid[0:SIDE, 0:SIDE] % 40 - 20
    grey = np.where(x * x + y * y < 100, 204, 255).astype(np.uint8)
    return np.dstack([grey, grey, grey, np.full_like(grey, 255)])


def board_on_white() -> np.ndarray:
    picture = filled(WHITE)
    picture[250:750, 250:750] = checkered(50, 235, 90)[250:750, 250:750]
    return picture


@pytest.mark.parametrize(
    "make",
    [
        flag,
        plaid,
        stripes,
        bricks,
        dots,
        board_on_white,
        vignette,
        scene,
        lambda: filled(WHITE),
        lambda: grainy(filled((128, 128, 128)), 30),
        lambda: painted(filled(WHITE), box(SHAPE, 0, 0, 500, 1000), (204, 204, 204)),
        lambda: (
            painted(checkered(30, 200, 60), subject(), RED) * np.array([1, 1, 1, 0], np.uint8)
            + np.uint8([0, 0, 60, 0])
            + np.uint8([0, 0, 0, 255])
        ),
    ],
    ids=[
        "flag",
        "plaid",
        "stripes",
        "bricks",
        "dots",
        "board",
        "vignette",
        "scene",
        "white",
        "noise",
        "halves",
        "tinted",
    ],
)
def test_what_only_resembles_a_checkerboard_is_none(make):
    assert "checkerboard" not in rules(make())
