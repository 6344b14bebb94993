"""Every repair against pictures whose right answer is known, and every repair again from the recipe's steps alone."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace

import cv2
import numpy as np
import pytest

from pod.composition import Mended, alike, bleed_colour, fingerprint, inspect, mend, replay
from pod.composition.edges import hidden_share
from pod.composition.mending import got_worse
from pod.model.artwork import MendKind, MendStep
from pod.model.findings import Severity
from pod.model.product import Fit
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from tests.composition.pictures import (
    BLACK,
    BLUE,
    RED,
    SIDE,
    WHITE,
    as_jpeg,
    box,
    checkered,
    clear,
    disc,
    filled,
    grainy,
    painted,
    ring,
    subject,
)

SHAPE = (SIDE, SIDE)
CREAM, KEY = (253, 246, 227), (0, 255, 127)


def mended(pixels: np.ndarray, **asked) -> Mended:
    return mend(pixels, inspect(pixels, **asked))


def fixed(result: Mended, rule: str):
    return next(f for f in result.findings.found if f.rule == rule and f.severity is Severity.FIXED)


def kinds(result: Mended) -> list[MendKind]:
    return [step.kind for step in result.steps]


def as_where(mask: np.ndarray) -> np.ndarray:
    return mask.astype(np.uint8)


def ink_box(pixels: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(pixels[..., 3] > 127)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


# --- move and pad


def off_and_narrow() -> np.ndarray:
    """12 % right of the middle, 2 % from the right edge."""
    return painted(clear(), np.maximum(box(SHAPE, 260, 400, 720, 200), box(SHAPE, 520, 100, 200, 800)), RED)


def test_what_sits_off_centre_with_a_narrow_margin_is_moved_and_both_numbers_are_told():
    before = off_and_narrow()
    result = mended(before)
    assert kinds(result) == [MendKind.MOVE_AND_PAD]
    left, top, right, bottom = ink_box(result.pixels)
    height, width = result.pixels.shape[:2]
    assert (left + right, top + bottom) == (width, height)
    centre, margin = fixed(result, "off_centre"), fixed(result, "margin")
    assert (centre.measured, centre.after) == ("12 %", "0.0 %")
    assert (margin.measured, margin.after) == ("2.0 %", "10 %")
    assert result.findings.verdict == "fixed"


def test_moving_keeps_every_pixel_of_the_drawing():
    before = off_and_narrow()
    result = mended(before)
    left, top, right, bottom = ink_box(result.pixels)
    assert (result.pixels[top:bottom, left:right] == before[100:900, 260:980]).all()
    assert (result.pixels[..., 3] > 0).sum() == (before[..., 3] > 0).sum()


def test_where_moving_is_not_enough_the_frame_grows_in_its_own_shape():
    before = painted(clear(1200, 900), box((900, 1200), 300, 10, 600, 880), BLUE)
    result = mended(before)
    height, width = result.pixels.shape[:2]
    assert height > 900
    assert width / height == pytest.approx(4 / 3, abs=0.002)
    left, top, right, bottom = ink_box(result.pixels)
    assert (right - left, bottom - top) == (600, 880)  # padded, not shrunk
    assert min(top, height - bottom) / height >= 0.05


def test_a_small_drawing_is_cropped_to_a_good_size_and_not_enlarged():
    result = mended(painted(clear(), disc(SHAPE, 400, 420, 150), RED))
    left, _, right, _ = ink_box(result.pixels)
    assert right - left == pytest.approx(300, abs=2)
    assert (right - left) / result.pixels.shape[1] == pytest.approx(0.8, abs=0.01)
    assert fixed(result, "too_small").measured == "30 %"
    assert fixed(result, "too_small").after == "80 %"


@pytest.mark.parametrize(("x", "y"), [(500, 1000), (500, 0), (0, 500), (1000, 500), (980, 980)])
@pytest.mark.parametrize("ground", [clear, lambda: filled(KEY)], ids=["transparent", "key"])
def test_what_an_edge_cuts_is_left_to_a_person_and_never_moved_or_shrunk(x, y, ground):
    before = painted(ground(), disc(SHAPE, x, y, 320), RED)
    result = mended(before)
    assert MendKind.MOVE_AND_PAD not in kinds(result)
    assert result.pixels.shape == before.shape
    left = next(f for f in result.findings.found if f.rule == "cut_by_edge")
    assert left.severity is Severity.CHOOSE
    assert "whole figure" in left.way_out
    assert result.findings.verdict == "choose"


# --- specks


def test_specks_are_erased_and_counted():
    dust = [disc(SHAPE, 40, 500, 4), disc(SHAPE, 970, 960, 3), disc(SHAPE, 500, 15, 2)]
    clean = painted(clear(), subject(), RED)
    result = mended(painted(clear(), np.maximum.reduce([subject(), *dust]), RED))
    assert MendKind.DESPECK in kinds(result)
    assert (fixed(result, "specks").measured, fixed(result, "specks").after) == ("3", "0")
    assert ((result.pixels[..., 3] > 0) == (clean[..., 3] > 0)).all()


def test_a_dot_that_belongs_to_the_drawing_stays():
    mask = np.maximum(subject(), disc(SHAPE, 860, 500, 4))
    result = mended(painted(clear(), mask, RED))
    assert result.steps == ()


# --- cut out


def error_of(result: Mended, mask: np.ndarray) -> np.ndarray:
    return np.abs(result.pixels[..., 3].astype(int) - mask)


GROUNDS = {"key": KEY, "white": WHITE, "cream": CREAM, "grey": (128, 128, 128), "night": (20, 24, 40)}


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
@pytest.mark.parametrize("ink", [RED, (120, 60, 200)], ids=["red", "violet"])
def test_a_flat_ground_is_cut_to_the_true_alpha_and_leaves_no_tint(ground, ink):
    result = mended(painted(filled(ground), subject(), ink))
    assert kinds(result)[0] is MendKind.KEY_OUT
    assert error_of(result, subject()).max() <= 16
    assert error_of(result, subject()).mean() < 0.05
    seen = result.pixels[..., 3] >= 16
    assert np.abs(result.pixels[seen][:, :3].astype(int) - ink).max() <= 6
    assert fixed(result, "opaque_ground").after == "see-through"
    assert result.findings.verdict == "fixed"


@pytest.mark.parametrize(
    "spoil", [as_jpeg, lambda p: as_jpeg(p, 70), lambda p: grainy(p, 3)], ids=["85", "70", "grain"]
)
@pytest.mark.parametrize("ground", [KEY, WHITE, CREAM], ids=["key", "white", "cream"])
def test_a_spoilt_ground_is_cut_as_cleanly_as_it_can_be(ground, spoil):
    result = mended(spoil(painted(filled(ground), subject(), RED)))
    assert kinds(result)[0] is MendKind.KEY_OUT
    apart = error_of(result, subject())
    away = cv2.distanceTransform(as_where(subject() == 0), cv2.DIST_L2, 5)
    assert apart[cv2.erode(subject(), np.ones((9, 9))) == 255].max() == 0
    assert apart[away > 8].max() == 0  # farther off than a JPEG's squares of eight reach
    assert apart[away > 2].mean() < 0.01
    assert "halo" not in {f.rule for f in result.findings.found}


def test_the_ground_is_cut_by_the_colour_it_has_and_not_by_the_one_that_was_asked_for():
    result = mended(painted(filled((255, 240, 200)), subject(), RED), expected_ground="#00ff00")
    assert error_of(result, subject()).max() <= 16
    step = result.steps[0]
    assert step.values["ground"] == "#fff0c8"
    assert fixed(result, "unexpected_ground").measured == "#fff0c8"


def test_ground_inside_rings_and_handles_is_cut_too():
    mask = ring(SHAPE, 500, 500, 350, 200)
    for ground in (KEY, WHITE, CREAM):
        assert error_of(mended(painted(filled(ground), mask, RED)), mask).max() <= 16


def test_a_tiny_enclosed_patch_of_a_key_colour_is_ground_but_a_white_eye_on_white_is_not():
    eyes = np.maximum(disc(SHAPE, 430, 450, 8), disc(SHAPE, 570, 450, 8))
    on_key = mended(painted(painted(filled(KEY), subject(), RED), eyes, KEY))
    assert on_key.pixels[450, 430, 3] == 0
    on_white = mended(painted(painted(filled(WHITE), subject(), RED), eyes, WHITE))
    assert (on_white.pixels[450, 430] == (255, 255, 255, 255)).all()


def test_a_subject_that_wears_the_grounds_hue_keeps_its_colour():
    leaf = (40, 160, 60)
    result = mended(painted(filled(KEY), subject(), leaf))
    solid = result.pixels[..., 3] == 255
    assert solid.mean() > 0.3
    assert np.abs(result.pixels[solid][:, :3].astype(int) - leaf).max() <= 2


def test_a_thin_outline_of_another_colour_survives_the_cut():
    outlined = painted(painted(filled(WHITE), disc(SHAPE, 500, 500, 346), BLACK), disc(SHAPE, 500, 500, 342), RED)
    result = mended(outlined)
    line = result.pixels[500, 500 - 345 : 500 - 342]
    assert line[..., 3].min() == 255
    assert line[..., :3].max() < 60


@pytest.mark.parametrize("tile", [8, 40])
@pytest.mark.parametrize("tones", [(255, 204), (255, 239), (204, 153)], ids=str)
@pytest.mark.parametrize("mask", [subject(), ring(SHAPE, 500, 500, 350, 200)], ids=["subject", "ring"])
def test_a_painted_checkerboard_is_cut_away(tile, tones, mask):
    result = mended(painted(checkered(tile, *tones), mask, RED))
    assert fixed(result, "checkerboard").measured.startswith(f"{tile} px")
    assert result.findings.verdict == "fixed"
    assert error_of(result, mask).mean() < 0.3
    solid = result.pixels[..., 3] == 255
    assert np.abs(result.pixels[solid][:, :3].astype(int) - RED).mean() < 1


def test_a_grey_patch_of_the_subject_is_not_taken_for_checkerboard():
    eye = disc(SHAPE, 500, 450, 60)
    result = mended(painted(painted(checkered(20), subject(), RED), eye, (204, 204, 204)))
    assert (result.pixels[450, 500] == (204, 204, 204, 255)).all()


@pytest.mark.parametrize("ground", [KEY, WHITE], ids=["key", "white"])
def test_a_glow_that_fades_into_its_ground_is_told_and_not_cut_into_a_ring_of_it(ground):
    glow = cv2.GaussianBlur(disc(SHAPE, 500, 500, 250), (0, 0), 50)
    before = painted(filled(ground), glow, RED)
    result = mended(before)
    assert result.pixels is before
    assert result.steps == ()
    assert {"opaque_ground", "fades_out"} <= {f.rule for f in result.findings.found}
    assert "hard edges" in next(f.way_out for f in result.findings.found if f.rule == "fades_out")


def test_a_soft_shadow_is_told_where_it_runs_into_the_ground():
    shadow = cv2.GaussianBlur(disc(SHAPE, 500, 560, 330), (0, 0), 25) // 2
    before = painted(painted(filled(WHITE), shadow, BLACK), disc(SHAPE, 500, 480, 330), RED)
    assert "fades_out" in {f.rule for f in mended(before).findings.found}


@pytest.mark.parametrize("pale", [(250, 240, 215), (235, 235, 235), (255, 236, 236)])
@pytest.mark.parametrize("spoil", [lambda p: p, as_jpeg, lambda p: grainy(p, 2)], ids=["clean", "jpeg", "grain"])
@pytest.mark.parametrize("outline_px", [6, 10, 46])
def test_ink_that_is_only_pale_is_no_fade(pale, spoil, outline_px):
    body = disc(SHAPE, 500, 500, 346 - outline_px)
    pale_rim = painted(painted(filled(WHITE), disc(SHAPE, 500, 500, 346), pale), body, BLUE)
    assert "fades_out" not in {f.rule for f in inspect(spoil(pale_rim)).findings.found}


def test_a_repair_that_makes_a_veil_or_a_hole_is_seen_as_a_worsening():
    whole = inspect(painted(filled(KEY), subject(), RED))
    veil = inspect(painted(clear(), cv2.GaussianBlur(subject(), (0, 0), 40), RED))
    assert "half_transparent" in got_worse(whole, veil)
    assert got_worse(whole, inspect(painted(clear(), subject(), RED))) == ()
    assert got_worse(whole, inspect(clear())) == ("blank",)


def test_a_scene_is_not_touched():
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    before = np.dstack([(x // 4) % 256, (y // 4) % 256, (x + y) // 8 % 256, np.full_like(x, 255)]).astype(np.uint8)
    result = mended(before)
    assert result.pixels is before
    assert result.findings.verdict in ("choose", "blocked")


def test_an_empty_picture_is_not_mended_into_a_transparent_one():
    result = mended(filled(WHITE))
    assert result.steps == ()
    assert [f.rule for f in result.findings.blocked] == ["blank"]


# --- colour under nothing


def test_hidden_white_gives_way_to_the_drawings_own_colour():
    before = painted(clear(), subject(), RED)
    before[before[..., 3] == 0, :3] = 255
    result = mended(before)
    assert kinds(result) == [MendKind.BLEED_COLOUR]
    assert fixed(result, "hidden_colour").measured == "100 %"
    assert hidden_share(result.pixels) == 0
    assert (result.pixels[..., 3] == before[..., 3]).all()
    nothing = cv2.dilate(before[..., 3], np.ones((21, 21))) == 0
    assert not result.pixels[nothing].any()


def test_a_cut_out_scaled_without_its_alpha_shows_no_fringe():
    """What some printers' software does: colour and alpha are resized apart."""
    result = mended(painted(filled(WHITE), subject(), RED))
    rgb = cv2.resize(result.pixels[..., :3], (430, 430), interpolation=cv2.INTER_AREA)
    alpha = cv2.resize(result.pixels[..., 3], (430, 430), interpolation=cv2.INTER_AREA)
    assert np.abs(rgb[alpha > 8].astype(int) - RED).max() <= 8
    plain = result.pixels.copy()
    plain[plain[..., 3] == 0] = 0
    fringed = cv2.resize(plain[..., :3], (430, 430), interpolation=cv2.INTER_AREA)
    assert np.abs(fringed[alpha > 8].astype(int) - RED).max() > 80  # what it guards against


# --- again, from the recipe


def cases() -> dict[str, np.ndarray]:
    hidden = painted(clear(), subject(), RED)
    hidden[hidden[..., 3] == 0, :3] = 255
    dusty = np.maximum(disc(SHAPE, 650, 480, 280), disc(SHAPE, 40, 500, 4))
    return {
        "moved": off_and_narrow(),
        "dusty and off": painted(clear(), dusty, BLUE),
        "hidden": hidden,
        "key": painted(filled(KEY), disc(SHAPE, 600, 480, 300), RED),
        "jpeg on cream": as_jpeg(painted(filled(CREAM), disc(SHAPE, 420, 480, 300), RED)),
        "checkerboard": painted(checkered(20), ring(SHAPE, 540, 500, 350, 200), RED),
        "large": cv2.resize(painted(filled(KEY), disc(SHAPE, 600, 480, 300), RED), (4096, 4096)),
    }


@pytest.mark.parametrize("name", cases())
def test_the_steps_alone_do_it_again_byte_for_byte(name):
    before = cases()[name]
    kept = before.copy()
    result = mended(before)
    assert result.steps
    assert (before == kept).all(), "the picture that was given is not changed"
    assert (replay(before, through_a_recipe(result.steps)) == result.pixels).all()
    assert (before == kept).all()
    assert (replay(before, result.steps, in_place=True) == result.pixels).all()


def through_a_recipe(steps: tuple[MendStep, ...]) -> tuple[MendStep, ...]:
    """As they come back from the JSON that a version is stored as."""
    recipe = Recipe(ArtworkLayer("a", "0" * 64, 1, 1), "tee", "white", (Placement("front", Fit.CONTAIN),), "1", steps)
    again = Recipe.from_json(recipe.to_json())
    assert again == replace(recipe, mending=again.mending)
    return again.mending


def test_another_process_mends_to_the_same_bytes():
    ours = mended(cases()["jpeg on cream"])
    script = (
        "import hashlib; from tests.composition.test_mending import cases, mended;"
        "print(hashlib.sha256(mended(cases()['jpeg on cream']).pixels.tobytes()).hexdigest())"
    )
    theirs = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120)
    assert theirs.stdout.strip() == hashlib.sha256(ours.pixels.tobytes()).hexdigest()


def test_a_mended_picture_needs_no_mending():
    for name, before in cases().items():
        result = mended(before)
        again = mended(result.pixels)
        assert again.steps == (), name
        assert again.pixels is result.pixels


def test_every_step_says_what_it_changed():
    for before in cases().values():
        assert all(step.before and step.after for step in mended(before).steps)


def test_replaying_nothing_gives_the_picture_itself():
    before = painted(clear(), subject(), RED)
    assert replay(before, ()) is before


# --- likeness


def test_a_picture_is_like_its_copy_and_unlike_another():
    one = painted(filled(WHITE), subject(), RED)
    again = as_jpeg(cv2.resize(one, (700, 700), interpolation=cv2.INTER_AREA), 60)
    other = painted(filled(WHITE), ring(SHAPE, 400, 600, 250, 150), BLUE)
    assert alike(fingerprint(one), fingerprint(again))
    assert not alike(fingerprint(one), fingerprint(other))


def test_colour_runs_on_only_as_far_as_it_was_told():
    picture = painted(clear(), box(SHAPE, 400, 400, 200, 200), RED)
    out = bleed_colour(picture.copy(), {"reach_px": 2.0})
    assert (out[500, 398:400, :3] == RED).all()
    assert not out[500, 397].any()


@pytest.mark.parametrize("shaded", [False, True])
def test_thin_lines_of_ink_stay_where_the_ground_came_in_another_colour_than_was_asked_for(shaded):
    """The key that was asked for is apart from every ink; cream paper, which came, is near to pale yellow."""
    pixels = filled(CREAM)
    if shaded:
        pixels[..., :3] = np.linspace(CREAM, (238, 229, 208), SIDE)[:, None].round().astype(np.uint8)
    cv2.circle(pixels, (SIDE // 2, SIDE // 2), SIDE // 3, (40, 30, 60, 255), -1)
    lines = np.zeros(SHAPE, np.uint8)
    for top in range(-SIDE // 8, SIDE // 8, SIDE // 16):
        cv2.line(lines, (SIDE // 3, SIDE // 2 + top), (SIDE - SIDE // 3, SIDE // 2 + top), 255, 3)
    pixels[lines > 0] = (255, 237, 184, 255)
    cut = mended(pixels, expected_ground="#00ff7f").pixels
    assert (cut[0, 0, 3], cut[lines > 0, 3].min()) == (0, 255)
