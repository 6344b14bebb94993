"""Art that fills its frame runs on to the sheet's edge: with real pixels, its own ground, or mirrored; round a canvas too."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pod.model.findings import Finding, Severity
from pod.model.geometry import Box
from pod.model.product import Fit, Wrap
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PREP_VERSION, Master, inking, prepare
from tests.printprep.prints import SHOP, WHEN, made, photo_master, png

POSTER = SHOP.product("poster-18x24")
AREA = replace(POSTER.areas[0], width_mm=76.2, height_mm=101.6)
GAP = 38
"""Pixels of 3.175 mm at 300 ppi."""


def pixels_of(prepared) -> np.ndarray:
    with Image.open(prepared.path) as picture:
        return np.asarray(picture).astype(int)


def photo(width: int, height: int) -> np.ndarray:
    return np.array(Image.open(io.BytesIO(photo_master(width, height).picture)))


def framed(width: int = 900, height: int = 1200) -> Master:
    """A dark line runs round the picture a little inside its edge: neither cut nor mirrored it would look right."""
    pixels = photo(width, height)
    for inset in range(8, 13):
        pixels[inset, inset:-inset, :3] = pixels[-inset - 1, inset:-inset, :3] = 10
        pixels[inset:-inset, inset, :3] = pixels[inset:-inset, -inset - 1, :3] = 10
    return png(pixels)


def findings(files) -> dict[str, Finding]:
    return {f.rule: f for f in files["png"].findings.found}


@pytest.mark.parametrize("fit", [Fit.CONTAIN, Fit.STRETCH])
def test_a_picture_with_nothing_near_its_edge_is_printed_a_little_larger(fit, tmp_path):
    files = made(POSTER, AREA, photo_master(900, 1200), tmp_path, fit=fit, formats=("png",))
    told = findings(files)["bleed_scaled"]
    assert (told.severity.value, told.measured, told.after) == ("fixed", "0 mm bleed", "3.175 mm")
    art, pixels = files["png"].art_mm, pixels_of(files["png"])
    assert art.left <= -3.1
    assert art.top <= -3.1
    assert np.abs(pixels[:GAP] - pixels[GAP : 2 * GAP][::-1]).mean() > 3, "nothing is mirrored"
    wanted = Image.fromarray(photo(900, 1200)[..., :3]).resize(
        (round(art.width / 25.4 * 300), round(art.height / 25.4 * 300)), Image.Resampling.LANCZOS
    )
    left, top = (wanted.width - pixels.shape[1]) // 2, (wanted.height - pixels.shape[0]) // 2
    shown = np.asarray(wanted).astype(int)[top : top + pixels.shape[0], left : left + pixels.shape[1]]
    assert np.abs(shown - pixels).mean() < 2


def test_what_stands_near_the_edge_is_kept_whole_mirrored_and_told(tmp_path):
    files = made(POSTER, AREA, framed(), tmp_path, formats=("png",))
    pixels = pixels_of(files["png"])
    assert np.abs(pixels[:GAP, GAP:-GAP] - pixels[GAP : 2 * GAP, GAP:-GAP][::-1]).max() == 0
    assert np.abs(pixels[:, :GAP] - pixels[:, GAP : 2 * GAP][:, ::-1]).max() == 0
    low = len(pixels) - round((101.6 + 3.175) / (101.6 + 2 * 3.175) * len(pixels))  # whole pixels, rounded from above
    assert np.abs(pixels[-low:] - pixels[-2 * low : -low][::-1]).max() == 0
    told = findings(files)["bleed_mirrored"]
    assert (told.severity.value, told.measured, told.after) == ("choose", "0 mm bleed", "3.175 mm")
    assert "6.35 mm" in told.way_out


def test_a_place_that_was_asked_for_is_kept_and_mirrored(tmp_path):
    box = Box(0, 0, AREA.width_mm, AREA.height_mm)
    files = made(POSTER, AREA, photo_master(900, 1200), tmp_path, box=box, formats=("png",))
    assert findings(files)["bleed_mirrored"].severity.value == "fixed"
    art = files["png"].art_mm
    assert (art.left, art.top, art.width, art.height) == pytest.approx((0, 0, 76.2, 101.6), abs=0.1)


@pytest.mark.parametrize("picture", ["plain", "framed", "flat edge"])
@pytest.mark.parametrize("fit", list(Fit))
def test_no_outer_row_is_lighter_than_the_picture_further_in(picture, fit, tmp_path):
    flat = photo(900, 1200)
    flat[:40, :, :3] = flat[-40:, :, :3] = flat[:, :40, :3] = flat[:, -40:, :3] = (30, 90, 60)
    master = {"plain": photo_master(900, 1200), "framed": framed(), "flat edge": png(flat)}[picture]
    files = made(POSTER, AREA, master, tmp_path, fit=fit, formats=("png",))
    assert not {"transparent_ground", "white_hairline", "bars"} & set(findings(files))
    pixels = pixels_of(files["png"])
    for edge in (pixels, pixels[::-1], pixels.swapaxes(0, 1), pixels.swapaxes(0, 1)[::-1]):
        assert edge[0].mean() <= edge[10:60].mean(axis=(1, 2)).max() + 12
        assert edge[0].min(axis=1).max() < 200


@pytest.mark.parametrize("rows", [1, 2, 3, 10, 37, 38, 39, 500, 5000])
def test_strips_of_any_height_close_the_same_gaps(rows, tmp_path, monkeypatch):
    area = replace(AREA, width_mm=25.4, height_mm=33.866, target_ppi=150, px=None)
    usual = pixels_of(made(POSTER, area, framed(300, 400), tmp_path / "a", formats=("png",))["png"])
    monkeypatch.setattr(inking, "STRIP_ROWS", rows)
    assert (pixels_of(made(POSTER, area, framed(300, 400), tmp_path / "b", formats=("png",))["png"]) == usual).all()


# --- round a canvas

CANVAS = SHOP.product("canvas-12x12")
FACE, SIDE = 300, 75
ROUND = replace(
    CANVAS.areas[0], width_mm=50.8, height_mm=50.8, bleed_mm=12.7, wrap_mm=12.7, target_ppi=150, px=(450, 450)
)


def canvas(wrap: Wrap, folder, master: Master, *, fit: Fit = Fit.COVER) -> tuple[np.ndarray, dict[str, Finding]]:
    folder.mkdir()
    product = replace(CANVAS, areas=(ROUND,))
    place = Placement(ROUND.name, fit, wrap=wrap)
    recipe = Recipe(ArtworkLayer("a", "0" * 64, 600, 600), CANVAS.sku, CANVAS.cloths[0].name, (place,), PREP_VERSION)
    files = prepare(recipe, product, SHOP.process("canvas"), master, folder, formats=("png",), when=WHEN)
    return pixels_of(files[0]), findings({"png": files[0]})


def test_the_face_keeps_its_composition_whatever_goes_round_the_edge(tmp_path):
    face = slice(SIDE, SIDE + FACE)
    mirrored, _ = canvas(Wrap.MIRROR, tmp_path / "m", photo_master(600, 600))
    coloured, _ = canvas(Wrap.COLOUR, tmp_path / "c", photo_master(600, 600))
    wanted = np.asarray(Image.fromarray(photo(600, 600)[..., :3]).resize((FACE, FACE), Image.Resampling.LANCZOS))
    assert np.abs(mirrored[face, face] - wanted).mean() < 1
    assert (mirrored[face, face] == coloured[face, face]).all()


def test_a_mirrored_wrap_is_the_faces_own_border_turned_over(tmp_path):
    pixels, told = canvas(Wrap.MIRROR, tmp_path / "m", photo_master(600, 600))
    assert (pixels[:SIDE] == pixels[SIDE : 2 * SIDE][::-1]).all()
    assert (pixels[:, -SIDE:] == pixels[:, -2 * SIDE : -SIDE][:, ::-1]).all()
    assert "wrap_mirrored" not in told
    _, told = canvas(Wrap.MIRROR, tmp_path / "f", framed(600, 600))
    assert "image" in told["wrap_mirrored"].way_out


def test_a_coloured_wrap_is_one_colour_of_the_pictures_edge(tmp_path):
    pixels, told = canvas(Wrap.COLOUR, tmp_path / "c", photo_master(600, 900))
    sides = np.concatenate([pixels[:SIDE].reshape(-1, 3), pixels[:, :SIDE].reshape(-1, 3)])
    assert len(np.unique(sides, axis=0)) == 1
    edge = photo(600, 900)[..., :3]
    border = np.concatenate([edge[0], edge[-1], edge[:, 0], edge[:, -1]])
    assert np.abs(sides[0] - np.median(border, axis=0)).max() <= 8
    # of a picture half as high again as wide a third is cut off, above and below
    assert told["off_the_face"].measured == "33.3% cut off"


def test_an_image_wrap_goes_on_with_the_picture_and_the_face_shows_less(tmp_path):
    pixels, told = canvas(Wrap.IMAGE, tmp_path / "i", photo_master(600, 600), fit=Fit.CONTAIN)
    wanted = np.asarray(Image.fromarray(photo(600, 600)[..., :3]).resize((450, 450), Image.Resampling.LANCZOS))
    assert np.abs(pixels - wanted).mean() < 1
    # the face is 300 of 450 pixels each way: the edge has five ninths
    assert told["off_the_face"].measured == "55.6% on the edge"


def dotted(side_px: int, at_px: int) -> Master:
    """On one ground a square in the middle, and one of a hundredth of it whose corner stands `at_px` from the edges."""
    pixels = np.full((side_px, side_px, 4), (240, 236, 220, 255), dtype=np.uint8)
    pixels[250:350, 250:350] = (30, 60, 90, 255)
    pixels[at_px : at_px + 10, at_px : at_px + 10] = (200, 40, 30, 255)
    return png(pixels)


def test_only_what_is_drawn_counts_as_art_that_lies_on_the_edge(tmp_path):
    """The side takes 100 of 600 pixels: a dot of 100 px lies there, one of 10 000 px in front."""
    _, told = canvas(Wrap.IMAGE, tmp_path / "on", dotted(600, 60), fit=Fit.CONTAIN)
    assert told["off_the_face"].measured == "1.0% on the edge"
    assert told["off_the_face"].severity is Severity.CHOOSE
    _, told = canvas(Wrap.IMAGE, tmp_path / "in-front", dotted(600, 140), fit=Fit.CONTAIN)
    assert "off_the_face" not in told
    _, told = canvas(Wrap.COLOUR, tmp_path / "coloured", dotted(600, 60), fit=Fit.CONTAIN)
    assert "off_the_face" not in told


def test_where_a_picture_reaches_beyond_the_face_its_real_pixels_go_round(tmp_path):
    """Twice as high as wide, covering a square face: above and below the picture itself goes on, at the sides its mirror."""
    pixels, _ = canvas(Wrap.MIRROR, tmp_path / "m", photo_master(600, 1200))
    wanted = np.asarray(Image.fromarray(photo(600, 1200)[..., :3]).resize((300, 600), Image.Resampling.LANCZOS))
    assert np.abs(pixels[:, SIDE:-SIDE] - wanted[75:525]).mean() < 1.5
    assert (pixels[:, :SIDE] == pixels[:, SIDE : 2 * SIDE][:, ::-1]).all()


def test_a_picture_of_another_shape_than_the_face_stays_whole_and_is_told(tmp_path):
    _, told = canvas(Wrap.MIRROR, tmp_path / "m", photo_master(600, 1200), fit=Fit.CONTAIN)
    assert "bars" in told
