"""Flat drawings in inks that nobody asked for, against the same drawing in the inks that were."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from pod.composition import Mended, mend, replay
from pod.composition.inkmap import to_count, to_palette
from pod.composition.inspection import inspect_for
from pod.composition.measured import Asked
from pod.composition.quantising import quantise, written
from pod.imaging.colour import delta_e, to_hex
from pod.model.artwork import MendKind, MendStep, Questions
from pod.model.findings import Severity
from pod.model.product import Fit
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from tests.composition.pictures import as_jpeg, clear, disc, filled, grainy, painted, ring

Inks = tuple[tuple[int, int, int], ...]

SHAPE = (600, 600)
KEY = (0, 255, 127)
ASKED: Inks = ((200, 40, 30), (244, 233, 193), (22, 26, 48), (20, 74, 140))
DRAWN: Inks = ((206, 60, 48), (250, 228, 170), (34, 40, 66), (30, 92, 150))
"""Each a little off, in one place more than two inks that pass for one."""


def hexes(inks: Inks) -> tuple[str, ...]:
    return tuple(to_hex(ink) for ink in inks)


@functools.cache
def art(inks: Inks, ground: tuple[int, int, int] | None = None) -> np.ndarray:
    """Areas that overlap, outlined, and lines of three pixels and of one across two of them."""
    body, inner, line, dot = inks
    picture = clear(*SHAPE) if ground is None else filled(ground, *SHAPE)
    shapes = [
        (disc(SHAPE, 300, 300, 210), line),
        (disc(SHAPE, 300, 300, 202), body),
        (disc(SHAPE, 255, 255, 90), inner),
        (ring(SHAPE, 335, 335, 75, 72), line),
        (ring(SHAPE, 335, 335, 55, 54), line),
        (disc(SHAPE, 370, 230, 25), dot),
    ]
    picture = functools.reduce(lambda under, shape: painted(under, *shape), shapes, picture)
    picture.flags.writeable = False
    return picture


def mended(picture: np.ndarray, *, flat_inks: bool = True, **asked) -> Mended:
    asked = {"palette": hexes(ASKED)} | asked
    return mend(picture, inspect_for(picture, Asked(**asked, flat_inks=flat_inks)))


def kinds(result: Mended) -> list[MendKind]:
    return [step.kind for step in result.steps]


def off(result: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Per pixel that is clearly seen, by how many levels its colour differs."""
    seen = truth[..., 3] > 40
    return np.abs(result[..., :3].astype(int) - truth[..., :3])[seen].max(axis=-1)


# --- to a palette


@pytest.mark.parametrize("ground", [None, KEY], ids=["clear", "key"])
def test_a_drawing_in_other_inks_becomes_the_one_that_was_asked_for_with_every_edge_kept(ground):
    result = mended(art(DRAWN, ground), expected_ground=to_hex(ground) if ground else "")
    assert MendKind.QUANTISE in kinds(result)
    apart = off(result.pixels, art(ASKED))
    assert np.percentile(apart, 99.8) <= 3  # where three inks meet a pixel is no blend of two
    assert apart.max() <= 30
    assert off(art(DRAWN), art(ASKED)).mean() > 15  # what it was before
    assert np.abs(result.pixels[..., 3].astype(int) - art(ASKED)[..., 3]).max() <= 16


def test_what_was_done_is_told_with_both_numbers():
    result = mended(art(DRAWN))
    told = next(f for f in result.findings.found if f.rule == "off_palette")
    assert told.severity is Severity.FIXED
    assert "nearest ink that was asked for" in told.message
    assert told.after == "at most 5 %"
    step = result.steps[0]
    assert step.before == f"off_palette {told.measured}"
    assert step.after == "4 inks"


@pytest.mark.parametrize("spoil", [as_jpeg, lambda p: grainy(p, 3)], ids=["jpeg", "grain"])
def test_a_spoilt_drawings_areas_become_clean_and_its_edges_get_no_third_ink(spoil):
    result = mended(spoil(art(DRAWN, KEY)), expected_ground=to_hex(KEY))
    assert MendKind.QUANTISE in kinds(result)
    apart = off(result.pixels, art(ASKED))
    assert np.median(apart) == 0
    as_asked = off(mended(spoil(art(ASKED, KEY)), expected_ground=to_hex(KEY)).pixels, art(ASKED))
    assert (apart > 24).mean() < 1.2 * (as_asked > 24).mean() + 0.002  # a JPEG blurs the hue of every edge
    # around the dot, on red and cream alone, nothing of the dark line's ink
    beside = result.pixels[200:260, 340:400, :3].reshape(-1, 3).astype(int)
    assert (np.abs(beside - ASKED[2]).max(axis=-1) < 12).sum() == 0


def test_a_blend_that_looks_like_a_third_ink_stays_a_blend():
    """Half red, half white is pink, and pink is in the picture too: the rim between red and white is no pink line."""
    red, white, pink = (200, 30, 40), (250, 250, 250), (225, 140, 145)
    picture = painted(painted(painted(clear(*SHAPE), disc(SHAPE, 300, 300, 220), red), disc(SHAPE, 300, 200, 70), white),
                      disc(SHAPE, 300, 420, 60), pink)  # fmt: skip
    new = {red: (180, 20, 60), white: (240, 236, 220), pink: (120, 150, 210)}
    values = {"pure": 8.0, "alike": 16.0, "edge_px": 3, "blend": 28.0, "smeared": 60.0}
    inks = written([(to_hex(old), to_hex(changed)) for old, changed in new.items()])
    out = quantise(picture.copy(), {"inks": inks, **values})
    assert (out[420, 300, :3] == new[pink]).all()
    around_white = out[100:300, 200:400, :3].reshape(-1, 3).astype(int)
    assert (np.linalg.norm(around_white - np.array(new[pink]), axis=-1) < 40).sum() == 0


# --- what is left to a person


def test_only_a_flat_style_is_drawn_in_other_inks():
    result = mended(art(DRAWN), flat_inks=False)
    assert result.steps == ()
    assert "off_palette" in {f.rule for f in result.findings.found if f.severity is Severity.CHOOSE}


def test_shading_is_not_turned_into_bands():
    picture = art(DRAWN).copy()
    picture[..., :3] = picture[..., :3] * np.linspace(0.3, 1, SHAPE[0])[:, None, None]
    result = mended(picture)
    assert MendKind.QUANTISE not in kinds(result)
    assert "gradients" in {f.rule for f in result.findings.found}


def test_an_ink_that_would_become_another_colour_is_left_and_told():
    green = (40, 140, 60)
    result = mended(art((green, *DRAWN[1:])))
    assert result.steps == ()
    assert "off_palette" in {f.rule for f in result.findings.found}


def test_inks_that_would_be_lost_on_the_cloth_are_left_as_they_were():
    red = (222, 84, 66)
    outlined, open_to_the_cloth = art((red, *DRAWN[1:])), art((red, DRAWN[1], red, DRAWN[3]))
    on_red = {"cloth_rgb": to_hex(ASKED[0])}
    assert MendKind.QUANTISE in kinds(mended(open_to_the_cloth))
    assert MendKind.QUANTISE not in kinds(mended(open_to_the_cloth, **on_red))
    assert MendKind.QUANTISE in kinds(mended(outlined, **on_red)), "a dark line around it shows it on red cloth"


def test_a_drawing_in_the_inks_that_were_asked_for_is_not_touched():
    assert mended(art(ASKED)).steps == ()


def test_inks_that_are_told_apart_do_not_become_one():
    navy, blue, near_navy = "#161a30", "#2b3460", "#14172a"
    assert delta_e(navy, blue) > 16 > delta_e(navy, near_navy)
    inks = to_palette([(blue, 0.5), (near_navy, 0.5)], [navy])
    assert dict(inks) == {blue: blue, near_navy: navy}


# --- to a count


def test_the_inks_most_alike_become_the_larger_of_them_until_the_process_can_print_them():
    shades = [("#c8281e", 0.4), ("#f4e9c1", 0.3), ("#d0382c", 0.2), ("#161a30", 0.1)]
    assert dict(to_count(shades, 3)) == {
        "#c8281e": "#c8281e",
        "#d0382c": "#c8281e",
        "#f4e9c1": "#f4e9c1",
        "#161a30": "#161a30",
    }
    assert {new for _, new in to_count(shades, 1)} == {"#c8281e", "#f4e9c1", "#161a30"}  # red is not drawn as cream


def test_a_drawing_with_more_inks_than_the_process_takes_is_drawn_in_as_many():
    shades: Inks = ((200, 40, 30), (222, 76, 56), (22, 26, 48), (22, 26, 48))
    before = art(shades)
    result = mended(before, palette=(), max_colours=2)
    told = next(f for f in result.findings.found if f.rule == "colours")
    assert (told.severity, told.measured, told.after) == (Severity.FIXED, "3 colours", "2 colours")
    truth = art((shades[0], shades[0], *shades[2:]))
    assert np.percentile(off(result.pixels, truth), 99.8) <= 3


# --- again, from the recipe


def test_a_recipe_draws_the_same_inks_again_byte_for_byte():
    before = art(DRAWN, KEY)
    result = mended(before, expected_ground=to_hex(KEY))
    again = through_a_recipe(result.steps).mending
    assert (replay(before, again) == result.pixels).all()
    assert (replay(before.copy(), again, in_place=True) == result.pixels).all()


def test_a_band_of_rows_sees_its_neighbours_as_they_were():
    """A picture is worked on in bands of 256 rows: where they meet, edges are drawn as anywhere else."""
    step = next(s for s in mended(art(DRAWN)).steps if s.kind is MendKind.QUANTISE)
    whole = quantise(art(DRAWN).copy(), step.values)
    part = quantise(art(DRAWN)[90:, 90:].copy(), step.values)
    assert (whole[120:, 120:] == part[30:, 30:]).all()


def test_a_recipe_from_before_there_were_flat_styles_keeps_its_text():
    recipe = through_a_recipe((), Questions(palette=("#112233",)))
    assert "flat_inks" not in recipe.to_json()
    assert through_a_recipe((), Questions(flat_inks=True)).asked == Questions(flat_inks=True)


def through_a_recipe(steps: tuple[MendStep, ...], asked: Questions | None = None) -> Recipe:
    placements = (Placement("front", Fit.CONTAIN),)
    recipe = Recipe(ArtworkLayer("a", "0" * 64, 1, 1), "tee", "white", placements, "1", steps, asked=asked)
    return Recipe.from_json(recipe.to_json())
