"""A few of the pictures that ``python -m tests.composition.cutouts`` counts, one for each way of coming out wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pod.composition import inspect, mend
from pod.composition.steps import replay
from pod.imaging.colour import delta_e, to_hex
from pod.model.artwork import MendKind
from tests.composition.corpus.artwork import shapes
from tests.composition.corpus.scene import SIDE
from tests.composition.cutouts import GROUNDS, Case, cases, error_of, rings, soft, worth

GREEN = (0, 177, 64)


def case(art: np.ndarray, ground: str = "plain", key=GREEN, codec: str = "", quality: int = 100) -> Case:
    return Case("one", art, key, GROUNDS[ground](key, np.random.default_rng(3)), codec, quality, 0.0, 3)


@pytest.mark.parametrize("ground", ["plain", "tinted", "vignette"])
def test_every_ground_is_cut_away_and_leaves_the_true_alpha(ground):
    found = worth(case(shapes(1), ground, codec="JPEG", quality=90))
    assert found.cut
    assert found.all < 0.005
    assert found.edge < 0.06


def test_the_holes_of_small_rings_are_open_on_white_as_well():
    found = worth(case(rings(4), key=(255, 255, 255)))
    assert found.cut
    assert found.halo < 0.03


def test_without_the_rule_for_holes_small_rings_stay_filled():
    art = case(rings(4), key=(255, 255, 255))
    picture = art.delivered()
    [key_out, *_] = mend(picture, inspect(picture, expected_ground=to_hex(art.key))).steps
    assert key_out.kind is MendKind.KEY_OUT
    before_it = replace(key_out, values={n: v for n, v in key_out.values.items() if n != "ring"})
    open_now, filled = (replay(picture, [step])[..., 3] for step in (key_out, before_it))
    assert (filled.astype(int) - open_now).clip(0).sum() > 255 * 500


def test_an_edge_that_is_soft_stays_soft_and_takes_no_colour_from_the_ground():
    found = worth(case(soft(2)))
    assert found.edge < 0.04
    assert found.halo < 0.005


def test_the_white_of_an_eye_is_no_hole():
    """Thick ink parts it from the ground, which was not asked for."""
    art = np.zeros((SIDE, SIDE, 4), np.uint8)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    art[(x - 512) ** 2 + (y - 512) ** 2 < 380**2] = (40, 60, 120, 255)
    art[(x - 420) ** 2 + (y - 430) ** 2 < 9**2] = (255, 255, 255, 255)
    picture = case(art, key=(255, 255, 255)).delivered()
    cut = mend(picture, inspect(picture)).pixels
    assert cut[430, 420, 3] == 255
    assert cut[20, 20, 3] == 0


def cut_again(of: Case, without: tuple[str, ...] = ()) -> np.ndarray:
    """By the step that mends it, less some of its numbers."""
    picture = of.delivered()
    [key_out, *_] = mend(picture, inspect(picture, expected_ground=to_hex(of.key))).steps
    values = {name: value for name, value in key_out.values.items() if name not in without}
    return replay(picture, [replace(key_out, values=values)])


@pytest.mark.parametrize(
    ("seed", "number"),
    [(5045, "faint"), (5211, "smeared"), (5163, "shading")],
    ids=[
        "slits and corners that a codec has mixed with their ink",
        "ink's colour smeared over a grey ground",
        "a grey ground that is hardly shaded",
    ],
)
def test_no_rim_of_the_ground_is_left_and_without_the_number_for_it_there_is_one(seed, number):
    [one] = cases(1, first_seed=seed)
    assert error_of(one, cut_again(one)).halo < 0.0015
    assert error_of(one, cut_again(one, (number,))).halo > 0.004


def test_slits_go_too_where_the_ground_came_a_little_off_the_colour_that_was_asked_for():
    """A tinted ground, seen through lines of two pixels between two inks: as near to the ground as the middle to any ink."""
    [design] = cases(1, first_seed=9226)
    assert error_of(design, cut_again(design)).halo < 0.004
    assert error_of(design, cut_again(design, ("faint",))).halo > 0.04


def test_a_vignette_is_as_far_off_the_colour_that_was_asked_for_as_its_surface_and_not_as_its_border():
    """By the border alone nothing that is seen through a slit would pass for this ground."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j].astype(np.float32)
    ground = np.float32((255, 40, 255)) * (1 - 0.15 * (x * x + y * y))[..., None]
    picture = Case("one", shapes(1), (255, 0, 255), ground, "", 100, 0.0, 3).delivered()
    seen = inspect(picture, expected_ground="#ff00ff")
    assert seen.measured_ground.shading is not None
    assert delta_e(seen.measured_ground.colour, "#ff00ff") > 20
    [key_out, *_] = mend(picture, seen).steps
    assert key_out.values["faint"] > 16


def worn(art: np.ndarray, flecks: int) -> np.ndarray:
    """With round holes of one to three pixels, as a print's texture has them."""
    rng = np.random.default_rng(5)
    out, (y, x) = art.copy(), np.mgrid[-3:4, -3:4]
    for across, down in rng.integers(200, SIDE - 200, (flecks, 2)):
        hole = np.clip(rng.uniform(1.0, 1.9) - np.hypot(x, y), 0, 1)
        here = np.s_[down - 3 : down + 4, across - 3 : across + 4, 3]
        out[here] = np.rint(out[here] * (1 - hole))
    return out


@pytest.mark.parametrize("ground", ["plain", "vignette"])
@pytest.mark.parametrize(("codec", "most"), [("", 0.0005), ("JPEG", 0.013)])
def test_flecks_that_are_blends_all_through_are_seen_through(ground, codec, most):
    one = case(worn(shapes(1), 400), ground, codec=codec, quality=90)
    assert error_of(one, cut_again(one)).halo < most
    assert error_of(one, cut_again(one, ("flecks",))).halo > 0.012


def test_a_few_spots_that_lean_to_the_grounds_hue_are_the_drawings_own():
    one = case(worn(shapes(1), 6))
    assert (cut_again(one) == cut_again(one, ("flecks",))).all()


def test_many_spots_of_an_ink_that_is_no_blend_with_the_ground_stay():
    """Yellow on red has more of the green ground's hue than red has, and lies on no way from one to the other."""
    art = np.zeros((SIDE, SIDE, 4), np.uint8)
    art[200:824, 200:824] = (200, 40, 30, 255)
    rng = np.random.default_rng(5)
    for across, down in rng.integers(230, SIDE - 230, (100, 2)):
        art[down : down + 2, across : across + 2, :3] = (255, 214, 0)
    one = case(art)
    assert (cut_again(one)[230:794, 230:794] == art[230:794, 230:794]).all()


def test_ink_that_has_a_little_of_the_grounds_own_hue_is_no_rim_of_it():
    """Navy before a muted blue, with grain: it was taken for a halo, and the picture left as it came."""
    [navy_star] = cases(1, first_seed=5028)
    found = worth(navy_star)
    assert found.cut
    assert found.halo < 0.001


def test_a_line_of_pixels_along_a_soft_edge_is_a_rim_and_no_reason_to_leave_the_ground():
    [one] = cases(1, first_seed=2_200_190)
    found = worth(one)
    assert found.cut
    assert found.halo < 0.001
    assert found.all < 0.005


def test_a_recipe_from_before_is_cut_as_it_was():
    """It has none of the numbers that came later, and what they stand for is not done."""
    one = case(shapes(1), "tinted", codec="JPEG", quality=90)
    later = ("faint", "smeared", "flecks")
    assert (cut_again(one, later) != cut_again(one)).any()
    picture = one.delivered()
    step = mend(picture, inspect(picture, expected_ground=to_hex(one.key))).steps[0]
    as_before = step.values | {"faint": 0.0, "smeared": 0.0, "flecks": 0}
    assert (replay(picture, [replace(step, values=as_before)]) == cut_again(one, later)).all()
