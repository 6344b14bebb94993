"""The inks against the palette that was asked for, and against the press."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from pod.composition import inspect
from pod.imaging.colour import parse_hex
from pod.printprep import press_profile
from tests.composition.pictures import BLUE, RED, SIDE, WHITE, as_jpeg, box, clear, disc, filled, grainy, painted

SHAPE = (SIDE, SIDE)
RED_INK, BLUE_INK = "#c8281e", "#1e3ca0"


@functools.cache
def two_inks() -> np.ndarray:
    """Three quarters red, one quarter blue, without a gap between them."""
    square = painted(clear(), box(SHAPE, 150, 150, 700, 700), RED)
    return painted(square, box(SHAPE, 150, 675, 700, 175), BLUE)


def test_ink_that_nobody_asked_for_is_named_with_its_share():
    finding = inspect(two_inks(), palette=(RED_INK, "#ffffff")).finding("off_palette")
    assert finding.measured == "25 %"
    assert BLUE_INK in finding.message


@pytest.mark.parametrize(
    "palette",
    [(), (RED_INK, BLUE_INK), (RED_INK, "#2440a4"), (RED_INK, BLUE_INK, "#00ff00")],
    ids=["none asked", "both", "one a shade away", "one more than is used"],
)
def test_the_asked_inks_are_no_finding(palette):
    assert inspect(two_inks(), palette=palette).finding("off_palette") is None


def test_a_trace_of_another_ink_is_no_finding():
    traced = painted(two_inks(), disc(SHAPE, 500, 400, 60), (240, 200, 40))
    assert inspect(traced, palette=(RED_INK, BLUE_INK)).finding("off_palette") is None


@pytest.mark.parametrize("spoil", [as_jpeg, lambda p: grainy(p, 2)], ids=["jpeg", "grain"])
def test_blends_along_edges_are_nobodys_ink(spoil):
    striped = filled(WHITE)
    for n in range(20):
        striped = painted(striped, box(SHAPE, 150 + 36 * n, 150, 18, 700), (RED, BLUE)[n % 2])
    assert inspect(spoil(striped), palette=(RED_INK, BLUE_INK, "#ffffff")).finding("off_palette") is None


@functools.cache
def press():
    return press_profile("")


@pytest.mark.parametrize("neon", ["#00ff3c", "#0028ff", "#ff00dc"])
def test_a_colour_that_the_press_cannot_reach_is_named_with_its_share(neon):
    picture = painted(two_inks(), box(SHAPE, 150, 675, 700, 175), parse_hex(neon))
    finding = inspect(picture, press=press()).finding("unprintable_colours")
    assert finding.measured == "25 %"
    assert neon in finding.message
    assert inspect(picture).finding("unprintable_colours") is None  # cloth is not printed by that press


def test_calm_colours_reach_the_paper():
    calm = painted(two_inks(), box(SHAPE, 150, 675, 700, 175), (120, 150, 130))
    assert inspect(calm, press=press()).finding("unprintable_colours") is None
