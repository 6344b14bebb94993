"""Sharpening of what is enlarged: edges as steep as in the source, no rim, no alpha touched, no seam, none on flat art, and
beyond twice the size neither grain nor lines nor corners any different for it."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest

from pod.imaging import resample, sharpen, taps
from pod.imaging.resample import resized_strips
from pod.imaging.sharpen import Sharpening

LOW, HIGH = 60, 190
PAPER = Sharpening(radius_px=1.5, amount=0.7)
STRONG = Sharpening(radius_px=1.5, amount=1.0)
HEIGHT, WIDTH = 90, 200


def step(sigma_px: float) -> np.ndarray:
    """A soft step from left to right under grain of one level, so that nobody takes it for flat art."""
    x = np.arange(WIDTH) - WIDTH / 2 + 0.3
    line = LOW + (HIGH - LOW) * 0.5 * (1 + np.array([math.erf(v / (sigma_px * math.sqrt(2))) for v in x]))
    grain = np.random.default_rng(2).integers(-1, 2, (HEIGHT, WIDTH, 3))
    return np.clip(np.rint(line)[None, :, None] + grain, 0, 255).astype(np.uint8)


def enlarged(pixels: np.ndarray, factor: float, by: Sharpening | None = PAPER) -> np.ndarray:
    size = round(pixels.shape[1] * factor), round(pixels.shape[0] * factor)
    return np.concatenate(list(resized_strips(pixels, *size, sharpening=by)))


def rise_px(pixels: np.ndarray) -> float:
    """From a tenth to nine tenths of the step, along the mean of all rows."""
    line = pixels[..., :3].astype(float).mean(axis=(0, 2))
    share = (line - line[:30].mean()) / (line[-30:].mean() - line[:30].mean())
    middle = int(np.argmax(share >= 0.5))
    around = slice(middle - 12, middle + 12)
    at = np.interp((0.1, 0.9), np.maximum.accumulate(share[around]), np.arange(24))
    return float(at[1] - at[0])


@pytest.mark.parametrize("factor", [1.12, 1.15, 1.25, 1.4, 1.6, 1.8, 2.0, 2.05, 2.5, 3.0, 4.0, 6.0])
@pytest.mark.parametrize("sigma_px", [0.5, 0.7, 0.9, 1.1])
def test_an_enlarged_edge_is_as_steep_in_pixels_as_the_sources(sigma_px, factor):
    source = step(sigma_px)
    assert rise_px(enlarged(source, factor)) == pytest.approx(rise_px(source), rel=0.1)


@pytest.mark.parametrize("sigma_px", [0.5, 0.7, 0.9])
def test_without_it_the_edge_is_softer_by_more_than_that(sigma_px):
    """The check above can fail."""
    source = step(sigma_px)
    assert rise_px(enlarged(source, 1.4, None)) > 1.2 * rise_px(source)


@pytest.fixture
def unsharp_alone(monkeypatch):
    """Enlarges as if steps were not narrowed beyond twice the size: for comparison."""

    def as_before(pixels: np.ndarray, factor: float) -> np.ndarray:
        with monkeypatch.context() as without:
            without.setattr(sharpen, "_NARROWER", 0.0)
            return enlarged(pixels, factor)

    return as_before


@pytest.mark.parametrize("sigma_px", [0.5, 0.7, 0.9, 1.1])
def test_unsharp_masking_alone_leaves_edges_soft_beyond_twice_the_size(sigma_px, unsharp_alone):
    source = step(sigma_px)
    assert rise_px(unsharp_alone(source, 4.0)) > 1.8 * rise_px(source)


@pytest.mark.parametrize("factor", [1.15, 1.4, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("sigma_px", [0.3, 0.5, 1.1])
def test_no_edge_goes_more_than_four_levels_beyond_its_surroundings(sigma_px, factor):
    """Grain of one level is allowed on top, and one of rounding."""
    out = enlarged(step(sigma_px), factor, Sharpening(1.5, 3.0)).astype(int).mean(axis=2)
    assert out.max() <= HIGH + 1 + 4 + 1
    assert out.min() >= LOW - 1 - 4 - 1


@pytest.mark.parametrize("factor", [1.0, 1.05, 1.1, 0.7, 0.3])
def test_what_is_not_enlarged_is_left_as_it_is(factor):
    source = step(0.7)
    assert (enlarged(source, factor) == enlarged(source, factor, None)).all()


@pytest.mark.parametrize("channels", [3, 4])
def test_flat_art_is_left_as_it_is(channels):
    flat = np.full((80, 120, channels), 255, dtype=np.uint8)
    flat[20:60, 30:90, :3] = (30, 60, 160)
    assert (enlarged(flat, 1.4) == enlarged(flat, 1.4, None)).all()


def cut_out() -> np.ndarray:
    """The step with a soft hole, and black under what is transparent."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    alpha = np.clip(255 * (np.hypot(x - 100, y - 45) - 20) / 8, 0, 255).astype(np.uint8)
    pixels = np.dstack([step(0.9), alpha])
    pixels[alpha == 0] = 0
    return pixels


def test_alpha_is_never_touched_and_no_dark_rim_is_sharpened_in():
    plain, sharp = enlarged(cut_out(), 1.4, None), enlarged(cut_out(), 1.4)
    assert (plain[..., 3] == sharp[..., 3]).all()
    faint = (sharp[..., 3] > 0) & (sharp[..., 3] < 120)
    assert faint.sum() > 200
    away = np.abs(sharp[..., :3].astype(int) - plain[..., :3])[faint]
    assert np.percentile(away, 90) <= 6, "beside the hole the step's own two colours go on"
    assert (np.abs(sharp.astype(int) - plain) > 8).any(), "the step itself is sharpened"


@pytest.mark.parametrize("picture", [step(0.7)[:40], cut_out()], ids=["opaque", "cut-out"])
@pytest.mark.parametrize("factor", [1.3, 2.0, 3.0, 6.0])
def test_bands_and_blocks_of_any_size_give_the_same_bytes(picture, factor, monkeypatch):
    whole = enlarged(picture, factor)
    for band, columns in ((1, 32), (7, 5), (64, 50), (500, 500)):
        monkeypatch.setattr(resample, "_BAND_ROWS", band)
        monkeypatch.setattr(taps, "_COLUMNS_AT_ONCE", columns)
        assert (enlarged(picture, factor) == whole).all()


def test_it_is_an_unsharp_mask_of_lightness():
    """Worked out again in float64, far from where it is held back: hue stays, and lightness moves as it should."""
    source = step(2.0)
    source[..., 0] //= 2
    plain, sharp = (enlarged(source, 1.4, by).astype(float) for by in (None, STRONG))
    light = plain @ (0.299, 0.587, 0.114)
    by = STRONG.for_enlargement(1.4)
    reach = math.ceil(3 * by.radius_px)
    taps = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * by.radius_px**2))
    taps /= taps.sum()
    blurred = light
    for axis in (0, 1):
        blurred = np.apply_along_axis(lambda line: np.convolve(line, taps, "same"), axis, blurred)
    away = light - blurred
    wanted = by.amount * away * np.clip((np.abs(away) - 1) / 2, 0, 1)
    inner = (slice(reach, -reach), slice(reach, -reach))
    moved = (sharp - plain)[inner]
    assert np.abs(moved - wanted[inner][..., None]).max() <= 1.5
    assert np.abs(moved).max() >= 6


# --- beyond twice the size


def drawn(draw, size_px: int, blur_px: float = 0.6, fine: int = 8) -> np.ndarray:
    """What `draw` puts on a canvas of 1 × 1, smoothed and under grain of one level."""
    side = size_px * fine
    canvas = np.full((side, side, 3), (225, 215, 195), dtype=np.uint8)
    draw(canvas, side)
    small = cv2.resize(canvas, (size_px, size_px), interpolation=cv2.INTER_AREA).astype(np.float32)
    soft = cv2.GaussianBlur(small, (0, 0), blur_px)
    return np.clip(np.rint(soft + np.random.default_rng(5).integers(-1, 2, soft.shape)), 0, 255).astype(np.uint8)


def disc(canvas: np.ndarray, side: int) -> None:
    cv2.circle(canvas, (side // 2, side // 2), round(side * 0.3), (40, 90, 160), -1)


def slanted(canvas: np.ndarray, side: int) -> None:
    corners = np.array([(0.1, 0.2), (0.9, 0.33), (0.83, 0.9), (0.2, 0.75)]) * side
    cv2.fillPoly(canvas, [np.rint(corners).astype(np.int32)], (60, 120, 60))


@pytest.mark.parametrize("shape", [disc, slanted])
@pytest.mark.parametrize("factor", [3, 4])
def test_curves_and_diagonals_come_out_as_if_they_had_been_drawn_that_large(shape, factor, unsharp_alone):
    """As soft in pixels as the source is: beyond grain not half as often away from that as without. (Corners are, a little.)"""
    source, wanted = drawn(shape, 60), drawn(shape, 60 * factor).astype(float)
    sharp, before = (np.abs(e(source, factor) - wanted).max(axis=2) for e in (enlarged, unsharp_alone))
    assert (sharp > 12).mean() < 0.5 * (before > 12).mean()
    assert np.percentile(sharp, 99) < 0.6 * np.percentile(before, 99), "no steps, no frays"


def test_corners_stay_where_they_are():
    def square(canvas: np.ndarray, side: int) -> None:
        canvas[side // 4 : side * 3 // 4, side // 4 : side * 3 // 4] = (40, 40, 60)

    light = enlarged(drawn(square, 40), 4.0).mean(axis=2)
    inside = light < (215 + 47) / 2
    assert inside.sum() == pytest.approx(80 * 80, rel=0.01)
    for corner in (np.s_[40:48, 40:48], np.s_[40:48, 112:120], np.s_[112:120, 40:48], np.s_[112:120, 112:120]):
        assert inside[corner].mean() > 0.8


def hairlines() -> np.ndarray:
    """Lines of a half to two pixels, and letters of eight pixels."""

    def lines(canvas: np.ndarray, side: int) -> None:
        for n, width in enumerate((0.5, 0.8, 1.0, 1.5, 2.0)):
            at = side * (n + 1) / 12
            cv2.line(canvas, (side // 10, round(at)), (side * 9 // 10, round(at * 1.3)), (30, 30, 50), round(8 * width))
        cv2.putText(canvas, "Rag 8&", (side // 10, side * 9 // 10), cv2.FONT_HERSHEY_SIMPLEX, 2.6, (40, 40, 60), 10)

    return drawn(lines, 80)


def test_thin_lines_and_small_letters_are_as_they_are_at_twice_the_size(unsharp_alone):
    """Narrowed, they would fall apart where they pass between two pixels."""
    sharp, before = enlarged(hairlines(), 4.0).astype(int), unsharp_alone(hairlines(), 4.0)
    assert (np.abs(sharp - before).max(axis=2) <= 8).mean() > 0.98


@pytest.mark.parametrize("grain", [4, 12])
@pytest.mark.parametrize("channels", [1, 3], ids=["of lightness", "of each colour"])
def test_grain_stands_out_no_more_than_at_twice_the_size(grain, channels, unsharp_alone):
    noise = np.random.default_rng(4).normal(0, grain, (80, 80, channels))
    source = np.clip(np.rint(128 + np.broadcast_to(noise, (80, 80, 3))), 0, 255).astype(np.uint8)
    sharp, before = enlarged(source, 4.0), unsharp_alone(source, 4.0)
    assert sharp.std() <= 1.005 * before.std()
    assert (sharp != before).any(axis=2).mean() < 0.05


def test_beside_an_edge_grain_is_what_it_is_elsewhere():
    """No calm rim and no coarse one, in the third and the seventh pixel of the source from the edge."""
    source = step(0.7)[:60].astype(int) + np.random.default_rng(8).normal(0, 6, (60, WIDTH, 1))
    sharp = enlarged(np.clip(np.rint(source), 0, 255).astype(np.uint8), 4.0).mean(axis=2)
    edge = round((WIDTH / 2 - 0.3 + 0.5) * 4)
    for side in (-1, 1):
        near, far = (sharp[:, edge + side * px * 4 - 6 : edge + side * px * 4 + 6] for px in (3, 40))
        assert abs(near.mean() - far.mean()) < 3
        assert 0.45 < near.std() / far.std() < 1.15
