"""Shrinking for the eye, and the light pictures that pages show."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from pod.imaging.resample import reduced
from pod.imaging.webp import encode_webp


def soft_disc(side_px: int = 240) -> np.ndarray:
    """Orange on transparency, its edge soft, the colour under alpha 0 black."""
    y, x = np.mgrid[0:side_px, 0:side_px]
    away = np.hypot(x - side_px / 2, y - side_px / 2)
    pixels = np.zeros((side_px, side_px, 4), dtype=np.uint8)
    pixels[..., 3] = (255 * (side_px * 0.4 - away).clip(0, 1)).astype(np.uint8)
    pixels[pixels[..., 3] > 0, :3] = (240, 130, 20)
    return pixels


@pytest.mark.parametrize("factor", [2, 3, 7])
def test_reducing_averages_and_pulls_no_black_into_soft_edges(factor):
    small = reduced(soft_disc(), factor)
    assert small.shape == (240 // factor, 240 // factor, 4)
    inked = small[small[..., 3] > 40]
    assert np.abs(inked[:, :3].astype(int) - (240, 130, 20)).max() <= 6
    whole = soft_disc()[..., 3].mean()
    assert small[..., 3].mean() == pytest.approx(whole, rel=0.04)


@pytest.mark.parametrize("factor", [0, 1])
def test_what_need_not_be_reduced_is_left_alone(factor):
    pixels = soft_disc()
    assert reduced(pixels, factor) is pixels


def test_webp_keeps_alpha_exactly_and_colour_nearly():
    pixels = soft_disc()
    with Image.open(io.BytesIO(encode_webp(pixels))) as picture:
        assert (picture.format, picture.mode) == ("WEBP", "RGBA")
        back = np.asarray(picture)
    assert (back[..., 3] == pixels[..., 3]).all()
    assert np.abs(back[120, 120, :3].astype(int) - pixels[120, 120, :3]).max() <= 8


@pytest.mark.parametrize("channels", [3, 4])
def test_webp_of_an_opaque_picture_carries_no_alpha(channels):
    pixels = np.full((40, 40, channels), 255, dtype=np.uint8)
    with Image.open(io.BytesIO(encode_webp(pixels))) as picture:
        assert picture.mode == "RGB"


def test_a_picture_without_alpha_becomes_a_webp_without_it():
    pixels = np.full((40, 60, 3), (30, 60, 160), dtype=np.uint8)
    with Image.open(io.BytesIO(encode_webp(pixels))) as picture:
        assert (picture.mode, picture.size) == ("RGB", (60, 40))
        assert np.abs(np.asarray(picture).astype(int) - (30, 60, 160)).max() <= 4
