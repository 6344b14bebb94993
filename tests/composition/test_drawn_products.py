"""A product that was drawn instead of the artwork, and artwork that only has a body of one colour."""

from __future__ import annotations

import functools

import cv2
import numpy as np
import pytest

from pod.composition import inspect
from tests.composition.corpus import drawn_products
from tests.composition.corpus.artwork import shapes
from tests.composition.corpus.scene import SIDE, Scene
from tests.composition.pictures import BLUE, RED, WHITE, clear, disc, filled, painted

SHAPE = (SIDE, SIDE)


@functools.cache
def artwork() -> Scene:
    return Scene(shapes(3), WHITE)


def found_in(pixels: np.ndarray):
    return inspect(pixels).finding("drawn_product")


@pytest.mark.parametrize("seed", range(6))  # shirts, bags and mugs in their order of chance
def test_a_painted_product_with_the_drawing_on_it_is_found(seed):
    assert found_in(drawn_products.flat(artwork(), 1.0, np.random.default_rng(seed))) is not None


def test_the_drawing_alone_is_no_product():
    assert found_in(artwork().delivered()) is None


def badge(light: float) -> np.ndarray:
    """A round body with a drawing in its middle; its light goes up by so many levels from left to right."""
    picture = painted(filled(WHITE, SIDE, SIDE), disc(SHAPE, 512, 512, 400), (120, 130, 140))
    ramp = np.linspace(0, light, SIDE)[None, :, None]
    body = (picture[..., :3] == (120, 130, 140)).all(axis=-1)
    picture[..., :3] = np.where(body[..., None], picture[..., :3] + ramp, picture[..., :3])
    return painted(picture, disc(SHAPE, 512, 512, 150), RED)


@pytest.mark.parametrize("light", [0, 40])
def test_a_round_badge_is_no_product_however_it_is_lit(light):
    assert found_in(badge(light)) is None


def sheet(light: float) -> np.ndarray:
    picture = filled(WHITE, SIDE, SIDE)
    ramp = np.linspace(-light, light, 664)[None, :, None]
    picture[120:904, 180:844, :3] = np.clip(ramp + np.array((225, 222, 214)), 0, 255)
    return painted(picture, disc(SHAPE, 512, 512, 200), BLUE)


def test_a_sheet_in_light_is_a_product_and_one_flat_colour_is_a_card():
    assert found_in(sheet(12)) is not None
    assert found_in(sheet(0)) is None


def test_see_through_artwork_of_one_ink_with_a_hole_is_no_product():
    ring = cv2.subtract(disc(SHAPE, 512, 512, 400), disc(SHAPE, 512, 512, 200))
    assert found_in(painted(clear(SIDE, SIDE), ring, RED)) is None
