"""Print files, read back by others: Pillow for the picture, pikepdf and poppler for the page."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageCms

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import circle
from pod.imaging.png import encode_png
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.product import Fit
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, preflight, prepare, proof
from pod.printprep.mockups import SCENES
from pod.store.catalogue import FileCatalogue

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
SHOP = FileCatalogue(templates_dir())
PRODUCTS = [p.sku for p in SHOP.products()]


def disc_master(vector: bool = True) -> Master:
    """A red disc of 3600 of 4096 units, as picture and as SVG."""
    canvas = Canvas(4096, 4096)
    canvas.fill(circle(2048, 2048, 1800), "#cc2222")
    y, x = np.mgrid[0:1024, 0:1024]
    pixels = np.zeros((1024, 1024, 4), dtype=np.uint8)
    pixels[(x - 511.5) ** 2 + (y - 511.5) ** 2 <= 450**2] = (0xCC, 0x22, 0x22, 255)
    return Master(encode_png(pixels), write_svg(canvas.drawing()).encode() if vector else None)


def photo_master(width: int, height: int) -> Master:
    rng = np.random.default_rng(3)
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    pixels[..., :3] = rng.integers(20, 230, (height, width, 3))
    return Master(encode_png(pixels))


def made(sku, master, folder, *, fit=None, formats=None, box=None, cloth=""):
    product = SHOP.product(sku)
    area = product.areas[0]
    recipe = Recipe(
        ArtworkLayer("a", "0" * 64, 4096, 4096),
        sku,
        cloth or product.cloths[0].name,
        (Placement(area.name, fit or area.fit, box),),
        PREP_VERSION,
    )
    files = prepare(
        recipe, product, SHOP.process(product.process), master, folder, formats=formats, title="Disc", when=WHEN
    )
    return area, {f.format: f for f in files}


@pytest.mark.parametrize("sku", PRODUCTS)
def test_a_png_has_the_areas_pixels_resolution_and_profile(sku, tmp_path):
    area, files = made(sku, disc_master(), tmp_path, formats=("png",))
    with Image.open(files["png"].path) as picture:
        picture.load()
        assert picture.size == area.size_px
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.5)
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
        assert "sRGB" in ImageCms.getProfileDescription(profile)
        assert picture.mode == ("RGB" if area.background.value == "full" else "RGBA")


@pytest.mark.parametrize("sku", PRODUCTS)
def test_a_pdf_has_exact_boxes_and_no_untagged_colour(sku, tmp_path):
    area, files = made(sku, disc_master(), tmp_path, formats=("pdf",))
    with pikepdf.open(files["pdf"].path) as document:
        assert document.check_pdf_syntax() == []
        page = document.pages[0].obj
        bleed, per_mm = area.bleed_mm, 72 / 25.4
        trim = [bleed, bleed, bleed + area.width_mm, bleed + area.height_mm]
        whole = [0, 0, area.width_mm + 2 * bleed, area.height_mm + 2 * bleed]
        assert [float(v) for v in page.TrimBox] == pytest.approx([v * per_mm for v in trim], abs=0.001)
        assert [float(v) for v in page.BleedBox] == pytest.approx([v * per_mm for v in whole], abs=0.001)
        assert [float(v) for v in page.MediaBox] == pytest.approx([v * per_mm for v in whole], abs=0.001)
        assert b"/DeviceRGB" not in b"".join(o.unparse() for o in document.objects if _is_form(o))


def _is_form(thing):
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form"


@pytest.mark.parametrize("vector", [True, False])
def test_the_page_shows_what_the_picture_shows(vector, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.skip("poppler is not installed")
    _, files = made("tee", disc_master(vector), tmp_path)
    subprocess.run(
        ["pdftoppm", "-r", "50", "-png", "-singlefile", files["pdf"].path, tmp_path / "page"], check=True, timeout=60
    )
    page = np.asarray(Image.open(tmp_path / "page.png").convert("RGB"), dtype=float)
    picture = Image.open(files["png"].path)
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    shown = np.asarray(paper.convert("RGB").resize(page.shape[1::-1], Image.Resampling.BOX), dtype=float)
    assert np.abs(page - shown).mean() < 1.0


def test_contain_centres_the_ink_inside_the_safe_area(tmp_path):
    area, files = made("tee", disc_master(), tmp_path, formats=("png",))
    with Image.open(files["png"].path) as picture:
        left, top, right, bottom = picture.getchannel("A").point(lambda a: 255 if a > 127 else 0).getbbox()
    per_mm = 300 / 25.4
    assert left / per_mm == pytest.approx(area.safe_mm, abs=0.2)
    assert (left + right) / 2 == pytest.approx(1800, abs=1)
    assert (top + bottom) / 2 == pytest.approx(2400, abs=1)
    art = files["png"].art_mm
    assert (art.left, art.width) == pytest.approx((left / per_mm, (right - left) / per_mm), abs=0.1)


def test_the_same_recipe_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made("sticker-4in", disc_master(), tmp_path / name)
    for name in ("front.png", "front.pdf"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_poster_is_inked_to_the_edge_of_its_bleed(tmp_path):
    _, files = made("poster-18x24", photo_master(1000, 1000), tmp_path, fit=Fit.COVER, formats=("png",))
    with Image.open(files["png"].path) as picture:
        rim = np.concatenate(
            [np.asarray(picture)[[0, -1]].reshape(-1, 3), np.asarray(picture)[:, [0, -1]].reshape(-1, 3)]
        )
    assert (rim.min(axis=1) < 250).mean() > 0.99


def test_a_small_picture_is_reported_at_the_resolution_it_really_has(tmp_path):
    _, files = made("tee", photo_master(600, 800), tmp_path, formats=("png",))
    made_file = files["png"]
    assert made_file.output_ppi == pytest.approx(300, abs=0.5)
    assert made_file.source_ppi == pytest.approx(50, abs=1)
    assert [f.rule for f in made_file.findings.blocked] == ["low_resolution"]


def test_a_sticker_carries_its_cut_as_a_closed_spot_line_inside_the_trim(tmp_path):
    area, files = made("sticker-4in", disc_master(), tmp_path, formats=("pdf",))
    with pikepdf.open(files["pdf"].path) as document:
        page = document.pages[0]
        space = page.Resources.ColorSpace.Cut
        assert (str(space[0]), str(space[1])) == ("/Separation", "/CutContour")
        steps = [
            (str(i.operator), [float(v) for v in i.operands if not isinstance(v, pikepdf.Name)])
            for i in pikepdf.parse_content_stream(page)
            if str(i.operator) in ("m", "l", "c", "h", "S", "f", "f*")
        ]
    names = [name for name, _ in steps]
    assert names[-1] == "S"
    assert names.count("h") == names.count("m") == 1
    assert not {"f", "f*"} & set(names)
    xs = [values[-2] for _, values in steps if values]
    side_pt = area.width_mm * 72 / 25.4
    assert min(xs) > 0
    assert max(xs) < side_pt
    # the disc ends 4 mm inside the trim and the cut runs 2 mm outside the disc
    assert min(xs) / 72 * 25.4 == pytest.approx(2.0, abs=0.3)


def test_white_ink_on_white_cloth_is_blocked(tmp_path):
    canvas = Canvas(4096, 4096)
    canvas.fill(circle(2048, 2048, 1800), "#fdfdfd")
    master = Master(b"", write_svg(canvas.drawing()).encode())
    _, files = made("tee", master, tmp_path, formats=("png",), cloth="white")
    assert "invisible_on_cloth" in [f.rule for f in files["png"].findings.blocked]


def test_preflight_passes_our_own_file_and_names_what_is_wrong_with_others(tmp_path):
    product = SHOP.product("tee")
    area, process = product.areas[0], SHOP.process(product.process)
    _, files = made("tee", disc_master(), tmp_path)
    for made_file in files.values():
        assert preflight(made_file.path.read_bytes(), area, process).verdict == "ready"
    small = encode_png(np.full((480, 360, 4), 255, dtype=np.uint8))
    rules = {f.rule for f in preflight(small, area, process).found}
    assert {"wrong_size", "untagged_colour", "resolution_tag", "low_resolution", "opaque_box"} <= rules
    other = replace(area, width_mm=area.width_mm + 1)
    wrong = preflight(files["pdf"].path.read_bytes(), other, process)
    assert {"trim_box", "bleed_box"} <= {f.rule for f in wrong.blocked}


def test_an_empty_file_is_refused_in_a_sentence():
    product = SHOP.product("tee")
    blank = encode_png(np.zeros((4800, 3600, 4), dtype=np.uint8), ppi=300)
    with pytest.raises(InputRefused, match="nothing would print"):
        preflight(blank, product.areas[0], SHOP.process("dtg"))


@pytest.mark.parametrize("sku", ["tee", "tote", "poster-18x24"])
def test_the_proof_shows_the_ink_within_a_millimetre_of_the_file(sku, tmp_path):
    product = SHOP.product(sku)
    area, files = made(sku, disc_master(), tmp_path, formats=("png",))
    scene = SCENES[product.mockup]
    picture = proof(files["png"].path.read_bytes(), product, area, product.cloths[0], width_px=1200)
    rgb = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB"), dtype=int)
    red = (rgb[..., 0] > 150) & (rgb[..., 1] < 90)
    rows, columns = np.nonzero(red)
    per_mm = 1200 / scene.width_mm
    corner, art = scene.area_mm[area.name], files["png"].art_mm
    shown = Box(
        columns.min() / per_mm, rows.min() / per_mm, (np.ptp(columns) + 1) / per_mm, (np.ptp(rows) + 1) / per_mm
    )
    assert shown.left == pytest.approx(corner[0] + art.left, abs=1.0)
    assert shown.top == pytest.approx(corner[1] + art.top, abs=1.0)
    assert shown.right == pytest.approx(corner[0] + art.right, abs=1.0)
    assert shown.bottom == pytest.approx(corner[1] + art.bottom, abs=1.0)
