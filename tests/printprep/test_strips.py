"""Thin lines and narrow gaps in pictures that cover everything: measured in millimetres, whatever way they lie."""

from __future__ import annotations

import io
import math
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from pod.imaging.colour import srgb_icc
from pod.model.findings import Finding
from pod.model.product import Background
from pod.printprep import preflight
from tests.printprep.prints import SHOP

AREA = replace(
    SHOP.product("mug-11oz").areas[0],
    background=Background.FULL, width_mm=40, height_mm=40, px=None, safe_mm=0, bleed_mm=0, min_ppi=100,
)  # fmt: skip
PROCESS = replace(SHOP.process("sublimation"), min_line_mm=0.35, min_gap_mm=0.7, warn_ppi=100, block_ppi=100)
CREAM, RED, NAVY, PINK = (240, 236, 220), (200, 40, 30), (30, 40, 80), (236, 150, 140)
_FINER = 8
"""The control's own drawing: eight times as fine, then the mean of each square, as a smooth edge is."""


def canvas(ppi: int, ground=CREAM) -> np.ndarray:
    side = math.ceil(40 / 25.4 * ppi) * _FINER
    return np.full((side, side, 3), ground, np.uint8)


def bar(
    fine: np.ndarray, ppi: int, mm: float, angle: float, colour, *, aside_px: float = 0.0, long_mm: float = 30
) -> None:
    unit = ppi / 25.4 * _FINER
    along = np.array([math.cos(math.radians(angle)), math.sin(math.radians(angle))])
    across, middle = np.array([-along[1], along[0]]), fine.shape[0] / 2 + aside_px * _FINER
    half_long, half_wide = long_mm / 2 * unit * along, mm / 2 * unit * across
    corners = [
        middle + a + b
        for a, b in ((half_long, half_wide), (half_long, -half_wide), (-half_long, -half_wide), (-half_long, half_wide))
    ]
    cv2.fillPoly(fine, [np.round(np.array(corners) * 16).astype(np.int32)], colour, cv2.LINE_8, 4)


def shrunk(fine: np.ndarray) -> np.ndarray:
    side = fine.shape[0] // _FINER
    return cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)


def checked(pixels: np.ndarray, ppi: int, *, quality: int = 0) -> dict[str, Finding]:
    picture, stream = Image.fromarray(pixels), io.BytesIO()
    if quality:
        noisy = io.BytesIO()
        picture.save(noisy, "JPEG", quality=quality)
        picture = Image.open(noisy)
    picture.save(stream, "PNG", dpi=(ppi, ppi), icc_profile=srgb_icc())
    findings = preflight(stream.getvalue(), replace(AREA, target_ppi=ppi), PROCESS)
    assert not {"thin_lines", "narrow_gaps"} & set(findings.not_measured)
    return {f.rule: f for f in findings.found}


LIES = [(0, 0.0), (0, 0.5), (90, 0.3), (45, 0.0), (22, 0.2)]


@pytest.mark.parametrize(("angle", "aside_px"), LIES)
@pytest.mark.parametrize("ppi", [150, 300])
@pytest.mark.parametrize(("mm", "told"), [(0.2, True), (0.3, True), (0.4, False), (0.6, False)])
def test_a_line_is_told_by_its_width(mm, told, ppi, angle, aside_px):
    fine = canvas(ppi)
    bar(fine, ppi, mm, angle, RED, aside_px=aside_px)
    found = checked(shrunk(fine), ppi)
    assert set(found) == ({"thin_lines"} if told else set())
    if told:
        # below two pixels no pixel need be full, so that a line at its worst lie seems up to one pixel wide
        assert float(found["thin_lines"].measured.split()[0]) == pytest.approx(mm, abs=0.12 if ppi == 150 else 0.03)


@pytest.mark.parametrize("angle", [0, 45, 22])
@pytest.mark.parametrize("ppi", [150, 300])
@pytest.mark.parametrize(("mm", "told"), [(0.3, True), (0.6, True), (0.8, False), (1.2, False)])
def test_a_gap_is_ground_between_two_shapes(mm, told, ppi, angle):
    fine = canvas(ppi)
    bar(fine, ppi, 12, angle, NAVY)
    bar(fine, ppi, mm, angle, CREAM)
    found = checked(shrunk(fine), ppi)
    assert set(found) == ({"narrow_gaps"} if told else set())
    if told:
        assert float(found["narrow_gaps"].measured.split()[0]) == pytest.approx(mm, abs=0.05)


def test_an_outline_is_a_line_whatever_lies_on_either_side():
    """Red on one side, the ground on the other; and a step of greys from light to dark, which is none."""
    fine = canvas(300)
    bar(fine, 300, 10.5, 30, NAVY)
    bar(fine, 300, 10, 30, RED, long_mm=29.5)
    assert set(checked(shrunk(fine), 300)) == {"thin_lines"}
    steps = canvas(300, (250, 250, 250))
    for mm, level in ((10.5, 190), (10, 120), (9.5, 60)):
        bar(steps, 300, mm, 30, (level,) * 3)
    assert checked(shrunk(steps), 300) == {}


def test_the_place_is_told_where_the_line_lies():
    fine = canvas(300)
    bar(fine, 300, 0.2, 90, RED, long_mm=20)
    place = checked(shrunk(fine), 300)["thin_lines"].where_mm
    assert (place.left, place.top, place.width, place.height) == pytest.approx((19.9, 10, 0.2, 20), abs=0.2)


@pytest.mark.parametrize("quality", [60, 90])
def test_what_a_jpeg_leaves_beside_an_edge_is_no_line(quality):
    fine = canvas(300)
    bar(fine, 300, 14, 33, RED)
    bar(fine, 300, 6, 33, NAVY)
    bar(fine, 300, 2, 33, PINK)
    assert checked(shrunk(fine), 300, quality=quality) == {}
    bar(fine, 300, 0.25, 70, CREAM)
    assert "narrow_gaps" in checked(shrunk(fine), 300, quality=quality)


def test_a_line_of_one_pixel_is_a_line():
    """Drawn without smoothing, as many programs do: nothing is thinner."""
    pixels = shrunk(canvas(300))
    pixels[200, 100:300] = RED
    assert checked(pixels, 300)["thin_lines"].measured == "0.08 mm"


def test_a_photograph_is_listed_as_not_measured():
    """Grass: strips without number, of which nobody drew one."""
    blades = np.random.default_rng(7).normal(0, 1, (473, 473)).astype(np.float32)
    blades = cv2.GaussianBlur(blades, (0, 0), sigmaX=0.8, sigmaY=12)
    grey = np.clip(120 + 260 * blades, 0, 255).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(np.dstack([grey // 2, grey, grey // 3])).save(stream, "PNG", dpi=(300, 300), icc_profile=srgb_icc())
    findings = preflight(stream.getvalue(), replace(AREA, target_ppi=300), PROCESS)
    assert findings.not_measured == ("thin_lines", "narrow_gaps")
    assert not findings.found
