"""The PNG print file, read by Pillow from disk: pixels, resolution, profile, alpha, and art where it was said to be."""

from __future__ import annotations

import functools
import io
import struct
import tracemalloc
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageCms

from pod.drawing.paths import Path as Outline
from pod.drawing.shapes import circle, rect
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.findings import Severity
from pod.model.geometry import Box
from pod.model.product import Background, Fit
from pod.model.recipe import LetteringLayer
from pod.printprep import Master
from tests.printprep.prints import (
    AREA_IDS,
    AREAS,
    BLUE,
    RED,
    SHOP,
    box_of,
    f_master,
    ink_of,
    made,
    photo_master,
    png,
    shape_master,
)

TEE = SHOP.product("tee")
FRONT = TEE.areas[0]
POSTER = SHOP.product("poster-18x24")
MM = 25.4 / 300


def opened(prepared) -> Image.Image:
    with Image.open(prepared.path) as picture:
        picture.load()
        return picture


def chunk_names(data: bytes) -> list[bytes]:
    """Every chunk in order, its CRC checked."""
    at, names = 8, []
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        assert zlib.crc32(data[at + 4 : at + 8 + length]) == struct.unpack_from(">I", data, at + 8 + length)[0]
        names.append(name)
        at += 12 + length
    return names


@pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_a_png_is_what_a_printer_takes(product, area, vector, on_file):
    """Scenario 15, the tee: 3600 × 4800 px of 12 × 16 in, alpha, 300 ppi in the file, sRGB with its profile."""
    prepared = on_file(product, area, vector=vector)["png"]
    picture = opened(prepared)
    bleed_mm, data = area.bleed_mm, prepared.path.read_bytes()
    wanted = area.px or tuple(
        -(-round((mm + 2 * bleed_mm) * 3000 / 25.4, 6) // 10) for mm in (area.width_mm, area.height_mm)
    )
    assert picture.size == wanted
    assert data[data.index(b"pHYs") + 4 :][:9] == struct.pack(">IIB", 11811, 11811, 1)  # 300 per inch, in metres
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    assert picture.mode == ("RGB" if area.background is Background.FULL else "RGBA")
    assert [n for n in chunk_names(data) if n != b"IDAT"] == [b"IHDR", b"iCCP", b"pHYs", b"IEND"]
    assert data[28] == 0, "not interlaced"
    profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert ImageCms.getDefaultIntent(profile) == 0


@pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_contained_art_is_centred_clear_of_the_edge_and_where_it_says(product, area, vector, on_file):
    """Scenario 15: art touches no edge."""
    prepared = on_file(product, area, vector=vector)["png"]
    picture = opened(prepared)
    left, top, right, bottom = box_of(ink_of(picture, area))
    assert (left + right) / 2 == pytest.approx(picture.width / 2, abs=1)
    assert (top + bottom) / 2 == pytest.approx(picture.height / 2, abs=1)
    clear_mm = min(left, top, picture.width - right, picture.height - bottom) * MM - area.bleed_mm
    assert clear_mm == pytest.approx(area.safe_mm, abs=0.1)
    art = prepared.art_mm.moved(area.bleed_mm, area.bleed_mm)
    assert (art.left, art.top, art.right, art.bottom) == pytest.approx(
        (left * MM, top * MM, right * MM, bottom * MM), abs=0.1
    )
    assert (right - left) / (bottom - top) == pytest.approx(2600 / 3100, abs=0.003)


def test_art_lands_where_it_was_asked_to(tmp_path):
    box = Box(20, 30, 95, 155)
    prepared = made(TEE, FRONT, f_master(vector=True), tmp_path, formats=("png",), box=box)["png"]
    left, top, right, bottom = box_of(ink_of(opened(prepared), FRONT))
    assert (left * MM, top * MM, right * MM, bottom * MM) == pytest.approx((20, 30, 115, 185), abs=0.1)


def test_an_area_without_template_pixels_rounds_up_and_says_300(tmp_path):
    """100 mm are 1181.1 px: one less would print at 299.97, and the file's tag is the resolution that was asked for."""
    area = replace(FRONT, width_mm=100, height_mm=63.5, px=None)
    picture = opened(made(TEE, area, f_master(vector=True), tmp_path, formats=("png",))["png"])
    assert picture.size == (1182, 750)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_template_pixels_of_another_resolution_are_tagged_as_what_they_are(tmp_path):
    area = replace(FRONT, width_mm=254, height_mm=254, px=(1500, 1500))
    picture = opened(made(TEE, area, f_master(vector=True), tmp_path, formats=("png",))["png"])
    assert picture.size == (1500, 1500)
    assert picture.info["dpi"] == pytest.approx((150, 150), abs=0.02)  # whole pixels per metre


# --- resolution


@pytest.mark.parametrize(
    ("side_px", "severity"), [(2600, "blocked"), (2800, "choose"), (3700, None)], ids=["too small", "small", "fine"]
)
def test_a_picture_is_judged_by_the_pixels_of_its_trimmed_art_at_its_placed_size(side_px, severity, tmp_path):
    """The F is 2600 of 4096 units wide and is printed 292.1 mm wide: blocked below 150, told below 200."""
    prepared = made(TEE, FRONT, f_master(vector=False, side_px=side_px), tmp_path, formats=("png",))["png"]
    right = 2600 / 4096 * side_px / (292.1 / 25.4)
    assert prepared.source_ppi == pytest.approx(right, rel=0.01)
    assert prepared.output_ppi == pytest.approx(300, abs=0.1)
    found = [f for f in prepared.findings.found if f.rule == "low_resolution"]
    assert [f.severity.value for f in found] == ([severity] if severity else [])
    if found:
        assert found[0].measured == f"{prepared.source_ppi:.0f} ppi"


def test_paths_have_the_resolution_of_the_file_however_small_their_picture_is(tmp_path):
    prepared = made(TEE, FRONT, f_master(vector=True, side_px=64), tmp_path, formats=("png",))["png"]
    assert prepared.source_ppi == pytest.approx(300, abs=0.1)
    assert prepared.findings.verdict == "ready"


@pytest.mark.parametrize(
    ("side_px", "softer"),
    [
        (1280, ()),
        (1120, ("Lines and letters of a few pixels are about 1.1 times as soft",)),
        (
            360,
            ("Lines and letters of a few pixels are about 3.3 times as soft", "Its edges are about 1.1 times as soft"),
        ),
    ],
    ids=["1.9 times", "2.1 times", "6.7 times"],
)
def test_what_is_enlarged_is_told_and_what_of_it_stays_soft(side_px, softer, tmp_path):
    poster = SHOP.product("poster-18x24")
    small = replace(poster.areas[0], width_mm=25.4, height_mm=25.4, bleed_mm=0, target_ppi=2400, px=None)
    prepared = made(poster, small, photo_master(side_px, side_px), tmp_path, formats=("png",))["png"]
    (found,) = (f for f in prepared.findings.found if f.rule == "enlarged")
    assert f"enlarged {2400 / side_px:.2g} times" in found.message
    assert found.message.count("as soft as in the picture") == len(softer)
    assert all(told in found.message for told in softer)


def test_a_sheet_too_large_for_any_machine_is_refused_in_a_sentence(tmp_path):
    area = replace(FRONT, width_mm=3000, height_mm=3000, px=None)
    with pytest.raises(InputRefused, match="3000 × 3000 mm") as refused:
        made(TEE, area, f_master(vector=True), tmp_path, formats=("png",))
    assert refused.value.hint


# --- edges and alpha


@functools.cache
def disc_picture(side_px: int = 1200) -> Master:
    """A disc with smooth edges; white lies under its transparent pixels, as in many a cut-out."""
    y, x = np.ogrid[:side_px, :side_px]
    middle = (side_px - 1) / 2
    alpha = np.clip(0.4 * side_px - np.hypot(x - middle, y - middle) + 0.5, 0, 1)
    pixels = np.full((side_px, side_px, 4), 255, dtype=np.uint8)
    pixels[alpha > 0, :3] = RED
    pixels[..., 3] = np.rint(alpha * 255)
    return png(pixels)


@pytest.mark.parametrize("side_px", [900, 3400, 5000], ids=["enlarged", "about the size", "shrunk"])
def test_edges_keep_their_colour_and_no_fringe_comes_from_under_them(side_px, tmp_path):
    area = replace(FRONT, width_mm=304.8, height_mm=304.8, px=(3600, 3600))
    pixels = np.asarray(opened(made(TEE, area, disc_picture(side_px), tmp_path, formats=("png",))["png"])).astype(int)
    edge = (pixels[..., 3] > 0) & (pixels[..., 3] < 255)
    assert edge.any()
    away = np.abs(pixels[edge][:, :3] - RED).max(axis=1) * pixels[edge][:, 3] / 255
    assert away.max() <= 3


def test_colour_runs_on_under_what_is_transparent(tmp_path):
    """A printer's software that scales colour and alpha apart shows no dark rim; the same file with black there does."""
    picture = opened(made(TEE, FRONT, disc_picture(), tmp_path, formats=("png",))["png"])
    black = np.asarray(picture).copy()
    black[black[..., 3] == 0] = 0
    for pixels, rim in ((np.asarray(picture), 8), (black, 60)):
        colour = Image.fromarray(np.ascontiguousarray(pixels[..., :3])).resize((1200, 1600), Image.Resampling.BOX)
        alpha = picture.getchannel("A").resize((1200, 1600), Image.Resampling.BOX)
        seen = np.asarray(alpha) > 30
        worst = np.abs(np.asarray(colour)[seen].astype(int) - RED).max()
        assert (worst <= rim) if rim == 8 else (worst > rim)


def test_transparent_ground_far_from_the_art_is_plain_nothing(tmp_path):
    pixels = np.asarray(opened(made(TEE, FRONT, disc_picture(), tmp_path, formats=("png",))["png"]))
    assert not pixels[:300].any()


def test_a_glow_is_told_and_a_smooth_edge_is_not(tmp_path):
    y, x = np.mgrid[0:1500, 0:1500]
    away = np.hypot(x - 749.5, y - 749.5)
    glow = np.zeros((1500, 1500, 4), dtype=np.uint8)
    glow[..., :3], glow[..., 3] = RED, np.clip(255 * (700 - away) / 500, 0, 255)
    rules = {f.rule for f in made(TEE, FRONT, png(glow), tmp_path, formats=("png",))["png"].findings.found}
    assert "soft_alpha" in rules
    crisp = made(TEE, FRONT, disc_picture(), tmp_path, formats=("png",))["png"]
    assert "soft_alpha" not in {f.rule for f in crisp.findings.found}


# --- what the process cannot print


@pytest.mark.parametrize(("cloth", "severity"), [("white", "blocked"), ("cream", None), ("navy", None)])
def test_white_ink_on_white_cloth_would_be_a_blank_shirt(cloth, severity, tmp_path):
    master = shape_master(circle(2048, 2048, 1800), "#fdfdfd")
    prepared = made(TEE, FRONT, master, tmp_path, formats=("png",), cloth=cloth)["png"]
    found = [f.severity.value for f in prepared.findings.found if f.rule == "invisible_on_cloth"]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(("gap_px", "severity"), [(0, None), (60, "choose")])
def test_white_is_seen_on_white_cloth_where_a_line_goes_all_around_it(gap_px, severity, tmp_path):
    y, x = np.mgrid[0:1500, 0:1500]
    away = np.hypot(x - 749.5, y - 749.5)
    body = np.zeros((1500, 1500, 4), dtype=np.uint8)
    body[away < 700] = (*RED, 255)
    body[(away < 685) | ((y > 750) & (away < 700) & (np.abs(x - 750) < gap_px / 2))] = (253, 253, 253, 255)
    prepared = made(TEE, FRONT, png(body), tmp_path, formats=("png",), cloth="white")["png"]
    found = [f.severity.value for f in prepared.findings.found if f.rule == "invisible_on_cloth"]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(("width_mm", "found"), [(0.3, True), (0.8, False)])
def test_lines_thinner_than_the_process_holds_are_told(width_mm, found, tmp_path):
    units = width_mm * 3600 / 292.1
    lines = Outline()
    for i in range(60):
        lines += rect(248, 248 + 60 * i, 3600, units)
    rules = {f.rule for f in made(TEE, FRONT, shape_master(lines), tmp_path, formats=("png",))["png"].findings.found}
    assert ("thin_lines" in rules) is found


def test_a_limit_finer_than_can_be_looked_at_is_listed_as_not_measured(tmp_path):
    prepared = made(POSTER, POSTER.areas[0], f_master(vector=True), tmp_path, formats=("png",))["png"]
    assert "thin_lines" in prepared.findings.not_measured


def test_words_that_would_come_out_too_small_to_print_are_refused_in_mm(tmp_path):
    slot = LetteringSlot("below", SlotKind.BLOCK, Box(0.3, 1.03, 0.4, 0.02), max_lines=1, cap_height=0.018)
    words = LetteringLayer("tiny words here", "Fredoka", slot, "#1e3ca0")
    area = replace(FRONT, width_mm=60, height_mm=80, px=None)
    prepared = made(TEE, area, f_master(vector=False), tmp_path, formats=("png",), lettering=words)["png"]
    found = next(f for f in prepared.findings.found if f.rule == "small_lettering")
    assert found.severity is Severity.BLOCKED
    assert found.required == "2 mm"
    assert float(found.measured.split()[0]) < 1


# --- words


def lettered(outline_mm: float) -> LetteringLayer:
    slot = LetteringSlot("below", SlotKind.BLOCK, Box(0.1, 1.05, 0.8, 0.2), max_lines=1, cap_height=0.15)
    return LetteringLayer("IIII", "Anton", slot, "#1e3ca0", "#c8281e" if outline_mm else "", outline_mm)


@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_an_outline_is_as_wide_as_it_says(vector, tmp_path):
    """Along a row through four upright strokes: red, blue, red; the red is the outline's outer half of 2 mm."""
    base = shape_master(circle(2048, 2048, 900), "#3c8c3c") if vector else green_disc()
    prepared = made(TEE, FRONT, base, tmp_path, formats=("png",), lettering=lettered(2.0))["png"]
    pixels = np.asarray(opened(prepared)).astype(int)
    bottom = box_of(pixels[..., 3] > 127)[3]
    row = pixels[bottom - round(12 / MM)]
    red = (row[:, 0] > 150) & (row[:, 2] < 90) & (row[:, 3] > 200)
    runs = np.diff(np.flatnonzero(np.diff(np.concatenate(([0], red.view(np.int8), [0])))))[::2]
    assert len(runs) >= 2
    assert runs[0] * MM == pytest.approx(2.0, abs=0.25)
    assert runs[-1] * MM == pytest.approx(2.0, abs=0.25)


def green_disc() -> Master:
    y, x = np.ogrid[:4096, :4096]
    pixels = np.zeros((4096, 4096, 4), dtype=np.uint8)
    pixels[(x - 2048) ** 2 + (y - 2048) ** 2 <= 900**2] = (60, 140, 60, 255)
    return png(pixels)


# --- the way through


def test_an_unknown_area_or_format_is_refused_with_what_there_is(tmp_path):
    with pytest.raises(InputRefused, match="exe") as refused:
        made(TEE, FRONT, f_master(vector=True), tmp_path, formats=("exe",))
    assert "png" in refused.value.hint
    with pytest.raises(InputRefused, match="no ink"):
        made(TEE, FRONT, Master(b"", b'<svg xmlns="http://www.w3.org/2000/svg" width="4096" height="4096"/>'), tmp_path)


@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_a_large_sheet_is_never_held(vector, tmp_path):
    """4500 × 5400 px are 97 MB; the picture it is made from, where there is one, is 16.8 MB."""
    area = replace(FRONT, width_mm=381, height_mm=457.2, px=(4500, 5400))
    master, sheet = f_master(vector=vector), 4500 * 5400 * 4
    tracemalloc.start()
    try:
        made(TEE, area, master, tmp_path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 0.9 * sheet


@pytest.mark.parametrize("shape", ["fitted", "cover, cut at the sides", "cover, cut above and below", "the same size"])
def test_a_picture_that_is_read_row_by_row_prints_as_one_that_is_loaded(shape, tmp_path):
    """A chunk of text turns nothing; a gAMA chunk of sRGB's own value keeps Pod from reading the picture row by row."""
    size, fit = {
        "fitted": ((640, 700), Fit.CONTAIN),
        "cover, cut at the sides": ((1200, 600), Fit.COVER),
        "cover, cut above and below": ((640, 1500), Fit.COVER),
        "the same size": ((600, 800), Fit.CONTAIN),
    }[shape]
    area = replace(POSTER.areas[0], width_mm=50.8, height_mm=67.733, px=(600, 800), bleed_mm=0)
    by_row = png(np.ascontiguousarray(np.asarray(Image.open(io.BytesIO(photo_master(*size).picture)))[..., :3]))
    loaded = Master(by_row.picture[:33] + gamma_chunk() + by_row.picture[33:])
    one = made(POSTER, area, by_row, tmp_path / "rows", fit=fit)
    other = made(POSTER, area, loaded, tmp_path / "loaded", fit=fit)
    assert (np.asarray(opened(one["png"])) == np.asarray(opened(other["png"]))).all()


def gamma_chunk() -> bytes:
    data = b"gAMA" + struct.pack(">I", 45455)
    return struct.pack(">I", 4) + data + struct.pack(">I", zlib.crc32(data))


def test_cover_fills_every_pixel_of_the_bleed(tmp_path):
    prepared = made(POSTER, POSTER.areas[0], photo_master(900, 900), tmp_path, fit=Fit.COVER, formats=("png",))["png"]
    pixels = np.asarray(opened(prepared))
    assert pixels.max(axis=2).max() < 250, "no white of the paper is left"
    assert prepared.art_mm.height == pytest.approx(615.95, abs=0.1)


def test_blue_ink_stays_the_blue_that_was_given(tmp_path):
    master = shape_master(circle(2048, 2048, 1800), "#1e3ca0")
    pixels = np.asarray(opened(made(TEE, FRONT, master, tmp_path, formats=("png",))["png"]))
    assert (pixels[2400, 1800] == (*BLUE, 255)).all()
