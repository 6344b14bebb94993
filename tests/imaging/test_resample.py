"""Resampling: strips without seams, no fringe from hidden colour, no ringing on flat art, light kept when shrinking."""

import cv2
import numpy as np
import pytest
from PIL import Image

from pod.imaging import resample, taps
from pod.imaging.resample import Resampling, resized, resized_strips
from pod.model.geometry import Box


def disc(size: int = 400, *, under=(0, 255, 0)) -> np.ndarray:
    art = np.zeros((size, size, 4), dtype=np.uint8)
    art[..., :3] = under
    mask = np.zeros((size, size), dtype=np.uint8)
    cv2.circle(mask, (size // 2, size // 2), size // 3, 255, -1, cv2.LINE_AA)
    art[mask > 0, :3] = (200, 30, 20)
    art[..., 3] = mask
    return art


def photo(height: int = 350, width: int = 400) -> np.ndarray:
    grain = np.random.default_rng(3).normal(128, 500, (height, width, 3)).astype(np.float32)
    soft = cv2.GaussianBlur(grain, (0, 0), 4).clip(0, 255).astype(np.uint8)
    return np.dstack([soft, np.full((height, width), 255, dtype=np.uint8)])


def glow() -> np.ndarray:
    art = disc()
    art[..., :3] = (200, 30, 20)
    art[..., 3] = cv2.GaussianBlur(art[..., 3], (0, 0), 40)
    return art


@pytest.mark.parametrize("picture", [disc(), photo(), glow()], ids=["disc", "photo", "glow"])
@pytest.mark.parametrize("size", [(613, 700), (1100, 1203), (90, 80)])
@pytest.mark.parametrize("rows", [1, 100, 256, 300, 5000])
def test_strips_of_any_height_are_the_whole_picture(picture, size, rows):
    strips = list(resized_strips(picture, *size, rows=rows))
    assert all(len(s) == rows for s in strips[:-1])
    assert (np.concatenate(strips) == resized(picture, *size)).all()


@pytest.mark.parametrize("size", [(1100, 1203), (330, 380), (1999, 1750)])
def test_opaque_pixels_are_lanczos_to_two_thirds_of_a_level(size):
    exact = np.dstack([lanczos(plane, size) for plane in photo().transpose(2, 0, 1)])
    assert np.abs(resized(photo(), *size) - exact).max() <= 0.67


def lanczos(plane: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    whole = Image.fromarray(plane.astype(np.float32)).resize(size, Image.Resampling.LANCZOS)
    return np.asarray(whole).clip(0, 255)


@pytest.mark.parametrize("size", [(97, 83), (61, 40), (40, 35)])
def test_a_strong_shrink_of_grain_is_close_to_one_filter_over_everything(size):
    art = np.kron(photo(), np.ones((2, 2, 1), dtype=np.uint8))
    exact = np.dstack([lanczos(255 * linear_of(plane), size) for plane in art[..., :3].transpose(2, 0, 1)]) / 255
    away = np.abs(linear_of(resized(art, *size)[..., :3]) - exact)
    assert away.mean() < 0.005
    assert away.max() < 0.03


def linear_of(levels: np.ndarray) -> np.ndarray:
    share = levels / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def visible_error(red_art: np.ndarray) -> float:
    """The largest colour error over pixels that show, weighted by how much they show."""
    error = np.abs(red_art[..., :3].astype(int) - (200, 30, 20)).max(axis=2)
    return float((error * (red_art[..., 3] / 255)).max())


def test_colour_under_alpha_zero_never_reaches_an_edge():
    for size in (150, 330, 900):
        out = resized(disc(under=(0, 255, 0)), size, size)
        assert visible_error(out) <= 2


def test_soft_alpha_keeps_its_colour_where_eight_bits_would_lose_it():
    out = resized(glow(), 600, 600)
    faint = (out[..., 3] > 2) & (out[..., 3] < 16)
    assert faint.sum() > 500
    assert np.abs(out[faint][:, :3].astype(int) - (200, 30, 20)).max() <= 1
    pillow = np.asarray(Image.fromarray(glow()).resize((600, 600), Image.Resampling.LANCZOS))
    assert np.abs(pillow[faint][:, :3].astype(int) - (200, 30, 20)).max() > 5


def test_enlarged_flat_art_does_not_ring():
    art = np.full((200, 200, 4), 255, dtype=np.uint8)
    art[:, :100, :3], art[:, 100:, :3] = 20, 235
    out = resized(art, 800, 800)
    assert out[..., :3].min() == 20
    assert out[..., :3].max() == 235
    assert visible_error(resized(disc(200), 800, 800)) <= 2


def test_shrinking_keeps_the_light_of_fine_bright_lines():
    lines = np.zeros((800, 800, 4), dtype=np.uint8)
    lines[..., 3] = 255
    lines[:, ::4, :3] = 255
    middle = int(resized(lines, 100, 100)[50, 50, 0])
    assert middle == pytest.approx(137, abs=4)  # a quarter of the light is sRGB 137; averaging levels would give 64


def test_the_same_size_is_the_same_picture():
    assert (resized(photo(), 400, 350) == photo()).all()


def test_three_channels_stay_three():
    assert resized(np.ascontiguousarray(photo()[..., :3]), 900, 800).shape == (800, 900, 3)


def weights64(source: int, result: int) -> np.ndarray:
    """Lanczos with three lobes, widened where it shrinks, as one exact matrix."""
    scale = source / result
    support = 3 * max(scale, 1.0)
    centres = (np.arange(result) + 0.5) * scale
    away = (np.arange(source) + 0.5 - centres[:, None]) / max(scale, 1.0)
    weights = np.where(np.abs(away) * max(scale, 1.0) < support, np.sinc(away) * np.sinc(away / 3), 0.0)
    return weights / weights.sum(axis=1, keepdims=True)


def lanczos64(planes: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    down, across = weights64(planes.shape[0], size[1]), weights64(planes.shape[1], size[0])
    lower = np.tensordot(down, planes.astype(np.float64), axes=(1, 0))
    return np.tensordot(across, lower, axes=(1, 1)).transpose(1, 0, 2)


def soft_ramp() -> np.ndarray:
    source = cv2.resize(glow(), (120, 120), interpolation=cv2.INTER_AREA)
    source[..., 1] = np.arange(120, dtype=np.uint8) * 2
    return source


def cut_photo() -> np.ndarray:
    """Grain in a disc with a smooth edge: empty, opaque and soft side by side."""
    return np.dstack([photo(400)[..., :3], disc()[..., 3]])


@pytest.mark.parametrize("size", [(450, 395), (433, 378), (310, 270)], ids=["1.125", "1.08", "0.77"])
def test_an_opaque_picture_is_lanczos_in_float64_everywhere(size):
    source = np.ascontiguousarray(photo()[..., :3])
    exact = lanczos64(source, size).clip(0, 255)
    assert np.abs(resized(source, *size) - exact).max() <= 0.67, "rounded once, after an eighth of a level between"


def test_soft_alpha_is_premultiplied_lanczos_in_float64_everywhere():
    source = soft_ramp()
    exact = lanczos64(np.dstack([source[..., :3] * (source[..., 3:] / 255.0), source[..., 3] / 255.0]), (131, 150))
    out = resized(source, 131, 150).astype(float)
    assert np.abs(out[..., 3] - 255 * exact[..., 3].clip(0, 1)).max() <= 0.52
    inked = out[..., 3] >= 2
    colour = (exact[..., :3] / np.maximum(exact[..., 3:], 1 / 1024)).clip(0, 255)
    assert np.abs(out[..., :3] - colour)[inked].max() <= 0.6


CUTS = {"opaque": photo()[..., :3], "cut-out": cut_photo(), "soft": soft_ramp()}
SIZES = {"larger": 1.19, "smaller": 0.7, "much smaller": 0.31, "much larger": 1.7}


@pytest.mark.parametrize("picture", CUTS)
@pytest.mark.parametrize("size", SIZES)
def test_bands_and_blocks_of_any_size_give_the_same_bytes(picture, size, monkeypatch):
    source = np.ascontiguousarray(CUTS[picture])
    asked = [round(side * SIZES[size]) for side in source.shape[1::-1]]
    whole = resized(source, *asked)
    for band, down, across, together in ((1, 1, 32, 32), (7, 16, 5, 1), (64, 3, 50, 2), (500, 500, 500, 99)):
        monkeypatch.setattr(resample, "_BAND_ROWS", band)
        monkeypatch.setattr(resample, "_MOST_BLOCKS", together)
        monkeypatch.setattr(taps, "_ROWS_AT_ONCE", down)
        monkeypatch.setattr(taps, "_COLUMNS_AT_ONCE", across)
        assert (resized(source, *asked) == whole).all()


@pytest.mark.parametrize("picture", CUTS)
def test_only_what_is_visible_is_made_and_it_is_the_same(picture):
    source = np.ascontiguousarray(CUTS[picture])
    whole = resized(source, 900, 800)
    part = np.concatenate(list(resized_strips(source, 900, 800, visible=Box(130, 270, 500, 401))))
    assert (part == whole[270:671, 130:630]).all()


@pytest.mark.parametrize("size", [(613, 700), (400, 350)], ids=["resampled", "as it is"])
@pytest.mark.parametrize("channels", [3, 4])
def test_it_is_drawn_onto_a_larger_sheet_where_it_is_wanted_opaque_where_it_has_no_alpha(size, channels):
    source = np.ascontiguousarray(photo()[..., :channels])
    sheet = np.zeros((size[1] + 20, size[0] + 30, 4), dtype=np.uint8)
    drawn, picture = sheet[5 : 5 + size[1], 7 : 7 + size[0]], Resampling.of(source, *size)
    for top in range(0, size[1], 90):
        picture.draw(drawn[top : top + 90], top)
    assert (drawn == resized(photo(), *size)).all()
    drawn[:] = 0
    assert not sheet.any()
