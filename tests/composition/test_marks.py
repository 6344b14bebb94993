"""Words, names and marks beside a drawing; rows of shapes that are none."""

from __future__ import annotations

import functools

import cv2
import fontpkg
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pod.composition import inspect
from tests.composition.pictures import BLUE, RED, SIDE, box, clear, disc, painted, polygon

SHAPE = (SIDE, SIDE)


@functools.cache
def drawing() -> np.ndarray:
    """A figure that leaves the corners and the lowest quarter empty."""
    figure = np.maximum(disc(SHAPE, 500, 420, 260), disc(SHAPE, 500, 230, 120))
    return painted(clear(), figure, RED)


def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fontpkg.path(face)), size)


def written(text: str, left: int, top: int, *, size: int = 40, face: str = "anton") -> np.ndarray:
    sheet = Image.new("L", SHAPE)
    ImageDraw.Draw(sheet).text((left, top), text, fill=255, font=font(face, size))
    return painted(drawing(), np.array(sheet), BLUE)


def found_in(pixels: np.ndarray):
    return inspect(pixels).finding("stray_words")


@pytest.mark.parametrize("text", ["2026-11-26", "Lorem ipsum", "SAMPLE"])
@pytest.mark.parametrize("size", [24, 60])
def test_a_line_of_letters_below_the_drawing_is_found_where_it_stands(text, size):
    finding = found_in(written(text, 380, 780, size=size))
    assert finding is not None
    assert 370 <= finding.where_px.left <= 420
    assert 780 <= finding.where_px.top <= 830


def test_two_lines_are_told_as_two_places():
    finding = found_in(written("flat colors, bold\nplain background", 360, 740, size=36))
    assert finding.measured == "2"
    assert len(finding.also_px) == 1
    assert finding.also_px[0].top > finding.where_px.top


@pytest.mark.parametrize(("left", "top"), [(40, 30), (810, 30), (40, 900), (810, 900)])
def test_a_name_in_joined_letters_is_found_in_any_corner(left, top):
    assert found_in(written("Ann", left, top, face="pacifico")) is not None


def sparkle(x: float, y: float, r: float = 28) -> np.ndarray:
    turn = np.arange(8) * np.pi / 4
    far = np.where(np.arange(8) % 2, 0.28 * r, r)
    return polygon(SHAPE, *zip(x + far * np.cos(turn), y + far * np.sin(turn), strict=True))


def test_a_lone_mark_in_one_corner_is_found_and_four_of_them_are_ornament():
    assert found_in(painted(drawing(), sparkle(940, 940), BLUE)) is not None
    four = np.maximum.reduce([sparkle(x, y) for x in (60, 940) for y in (60, 940)])
    assert found_in(painted(drawing(), four, BLUE)) is None


@pytest.mark.parametrize("tilt", [0, 2], ids=["level", "rising"])
def test_dots_in_a_row_are_no_letters(tilt):
    dots = np.maximum.reduce([disc(SHAPE, 250 + 45 * n, 800 + tilt * n, 14) for n in range(12)])
    assert found_in(painted(drawing(), dots, BLUE)) is None


def test_an_ornament_that_is_the_same_from_both_ends_is_no_line_of_letters():
    chevrons = [polygon(SHAPE, (x, 780), (x + 20, 800), (x, 820), (x + 8, 800)) for x in range(300, 460, 36)]
    left = np.maximum.reduce(chevrons)
    row = np.maximum.reduce([left, left[:, ::-1], disc(SHAPE, 500, 800, 26)])
    assert found_in(painted(drawing(), row, BLUE)) is None


def test_hatching_inside_an_outline_is_the_drawings():
    frame = cv2.subtract(box(SHAPE, 100, 100, 800, 800), box(SHAPE, 120, 120, 760, 760))
    strokes = [box(SHAPE, 300 + 30 * n, 780, 4 + 7 * (n % 4), 30 + 8 * (n % 2)) for n in range(10)]
    hatched = painted(clear(), np.maximum.reduce([frame, *strokes]), RED)
    assert found_in(hatched) is None
    assert found_in(painted(drawing(), np.maximum.reduce(strokes), RED)) is not None


def test_rays_and_petals_around_the_drawing_are_no_letters():
    turn = np.arange(24) * 2 * np.pi / 24
    petals = np.zeros(SHAPE, np.uint8)
    for angle in turn:
        at = (int(500 + 400 * np.cos(angle)), int(420 + 330 * np.sin(angle)))
        cv2.ellipse(petals, at, (30, 12), np.degrees(angle), 0, 360, 255, -1)
    assert found_in(painted(drawing(), petals, BLUE)) is None


def test_large_lettering_is_what_the_drawing_is_about():
    assert found_in(written("FOX", 300, 730, size=200)) is None
