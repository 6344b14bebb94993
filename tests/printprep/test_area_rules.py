"""What an area's own data changes about its files: which way it lies, who has to digitise it, how large its file may be."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pod.model.findings import Severity
from pod.model.geometry import Box
from pod.model.product import Fit
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PREP_VERSION, Master, preflight, prepare, sketch
from tests.printprep.prints import SHOP, WHEN, f_master, made, photo_master, poppler_boxes

POSTER = SHOP.product("poster-8x10")
FRONT = replace(POSTER.areas[0], target_ppi=60, min_ppi=50)
TRIM_MM, FILE_PX = (203.2, 254.0), (495, 615)


def recipe_of(width_px: int, height_px: int, fit: Fit = Fit.COVER, box: Box | None = None) -> Recipe:
    layer = ArtworkLayer("a", "0" * 64, width_px, height_px)
    return Recipe(layer, POSTER.sku, "white", (Placement("front", fit, box),), PREP_VERSION)


def printed(folder, width_px: int, height_px: int, box: Box | None = None):
    product, process = replace(POSTER, areas=(FRONT,)), SHOP.process(POSTER.process)
    recipe, master = recipe_of(width_px, height_px, box=box), photo_master(width_px, height_px)
    return {f.format: f for f in prepare(recipe, product, process, master, folder, title="A photo", when=WHEN)}


@pytest.mark.parametrize(("picture", "lies"), [((900, 600), True), ((600, 900), False), ((700, 700), False)])
def test_the_area_turns_and_the_picture_does_not(picture, lies, tmp_path):
    """The long side of the paper goes with the long side of the picture, in the PNG, in the PDF and in the quick look."""
    files = printed(tmp_path, *picture)
    turned = slice(None, None, -1 if lies else 1)
    assert (files["png"].trim_mm.width, files["png"].trim_mm.height) == TRIM_MM[turned]
    with Image.open(files["png"].path) as made_of:
        assert made_of.size == FILE_PX[turned]
    trim = poppler_boxes(files["pdf"].path).trim
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([mm / 25.4 * 72 for mm in TRIM_MM[turned]], abs=0.02)
    look = sketch(recipe_of(*picture), POSTER, photo_master(*picture), "front", ppi=20)
    assert (look.shape[1] > look.shape[0]) is lies


def test_a_turned_picture_is_as_it_was_and_not_squeezed(tmp_path):
    """A circle stays one."""
    y, x = np.mgrid[0:600, 0:900]
    pixels = np.full((600, 900, 3), 240, dtype=np.uint8)
    pixels[np.hypot(x - 450, y - 300) < 150] = (200, 40, 30)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    product, process = replace(POSTER, areas=(FRONT,)), SHOP.process(POSTER.process)
    [file] = prepare(
        recipe_of(900, 600), product, process, Master(stream.getvalue()), tmp_path, formats=("png",), when=WHEN
    )
    with Image.open(file.path) as picture:
        red = np.asarray(picture.convert("RGB"))[..., 1] < 120
    rows, columns = np.flatnonzero(red.any(axis=1)), np.flatnonzero(red.any(axis=0))
    assert np.ptp(columns) == pytest.approx(np.ptp(rows), abs=2)


def test_a_place_that_was_asked_for_counts_from_the_area_as_it_stands(tmp_path):
    files = printed(tmp_path, 900, 600, box=Box(10, 10, 150, 100))
    assert (files["png"].trim_mm.width, files["png"].trim_mm.height) == TRIM_MM


@pytest.mark.parametrize("format_", ["png", "pdf"])
def test_a_finished_file_may_lie_either_way(format_, tmp_path):
    process = SHOP.process(POSTER.process)
    for picture in ((900, 600), (600, 900)):
        data = printed(tmp_path, *picture)[format_].path.read_bytes()
        assert preflight(data, FRONT, process).blocked == ()
    data = printed(tmp_path, 900, 600)[format_].path.read_bytes()
    assert preflight(data, replace(FRONT, may_rotate=False), process).verdict == "blocked"


def test_what_is_sewn_is_never_called_ready_by_itself(tmp_path):
    product = SHOP.product("cap")
    files = made(product, product.areas[0], f_master(vector=True, side_px=512), tmp_path)
    assert {format_: f.findings.verdict for format_, f in files.items()} == {"png": "choose", "pdf": "choose"}
    for file in files.values():
        [told] = [f for f in file.findings.found if f.rule == "needs_digitising"]
        assert told.severity is Severity.CHOOSE
        assert "person" in told.message
        again = preflight(file.path.read_bytes(), product.areas[0], SHOP.process(product.process))
        assert "needs_digitising" in {f.rule for f in again.found}


def test_more_thread_colours_than_a_machine_has_are_told(tmp_path):
    product = SHOP.product("sweatshirt")
    pixels = np.zeros((600, 600, 4), dtype=np.uint8)
    inks = ("c8281e", "1e3ca0", "28a050", "f0b428", "782896", "141414", "f0f0f0", "e07828")
    for n, ink in enumerate(inks):
        pixels[100:500, 60 + 60 * n : 120 + 60 * n] = (*bytes.fromhex(ink), 255)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    files = made(product, product.areas[0], Master(stream.getvalue()), tmp_path, formats=("png",))
    [told] = [f for f in files["png"].findings.found if f.rule == "colours"]
    assert "8" in told.measured
    assert "6" in told.required


def test_a_file_larger_than_the_printer_takes_is_blocked_with_both_sizes(tmp_path):
    product = SHOP.product("tee-merch")
    assert product.areas[0].max_mb == 25
    area = replace(product.areas[0], px=(450, 540), target_ppi=30, min_ppi=30, max_mb=0.05)
    noise = np.random.default_rng(3).integers(0, 255, (540, 450, 3), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, "PNG")
    file = made(product, area, Master(stream.getvalue()), tmp_path)["png"]
    for found in (file.findings, preflight(file.path.read_bytes(), area, SHOP.process("dtg"))):
        [told] = [f for f in found.blocked if f.rule == "file_too_large"]
        assert told.measured == f"{file.path.stat().st_size / 1e6:.1f} MB"
        assert told.required == "at most 0.05 MB"
    flat = made(product, area, f_master(vector=True, side_px=256), tmp_path / "flat")["png"]
    assert "file_too_large" not in {f.rule for f in flat.findings.found}


def test_a_picture_as_fine_as_the_area_asks_for_is_fine_enough(tmp_path):
    """All-over prints are asked for at 150 ppi, below what their process would else warn of."""
    product = SHOP.product("pillow-20x12")
    area = product.areas[0]
    assert area.target_ppi < SHOP.process(product.process).warn_ppi
    files = made(product, area, f_master(vector=True, side_px=256), tmp_path, formats=("png",))
    assert files["png"].findings.verdict == "ready"
    coarse = made(product, area, photo_master(1500, 900), tmp_path / "coarse", fit=Fit.COVER, formats=("png",))
    assert [f.severity for f in coarse["png"].findings.found if f.rule == "low_resolution"] == [Severity.BLOCKED]
