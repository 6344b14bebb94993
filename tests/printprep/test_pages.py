"""The PDF print page, read by pikepdf, poppler and Ghostscript: boxes, pictures, bleed to its very edge, the cut's plate."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pod.model.product import Background, Fit
from tests.printprep.prints import (
    AREA_IDS,
    AREAS,
    SHOP,
    box_of,
    f_master,
    ink_of,
    made,
    needs,
    photo_master,
    png,
    poppler_boxes,
    ran,
)

POSTER = SHOP.product("poster-18x24")
PT = 72 / 25.4
EVERY_AREA = pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
BOTH_KINDS = pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])


@EVERY_AREA
@BOTH_KINDS
def test_page_boxes_are_exact_to_a_hundredth_of_a_point(product, area, vector, on_file):
    """Scenario 15, the pages of poster and mug among them: TrimBox and BleedBox, as pikepdf and poppler read them."""
    bleed = area.bleed_mm
    trim = [v * PT for v in (bleed, bleed, bleed + area.width_mm, bleed + area.height_mm)]
    whole = [v * PT for v in (0, 0, area.width_mm + 2 * bleed, area.height_mm + 2 * bleed)]
    with pikepdf.open(on_file(product, area, vector=vector)["pdf"].path) as document:
        assert document.check_pdf_syntax() == []
        assert len(document.pages) == 1
        page = document.pages[0].obj
        assert [float(v) for v in page.TrimBox] == pytest.approx(trim, abs=0.0001)
        assert [float(v) for v in page.BleedBox] == pytest.approx(whole, abs=0.0001)
        assert [float(v) for v in page.MediaBox] == pytest.approx(whole, abs=0.0001)
        assert not {"/ArtBox", "/CropBox", "/Rotate", "/UserUnit"} & set(page.keys())
    boxes = poppler_boxes(on_file(product, area, vector=vector)["pdf"].path)
    assert boxes.trim == pytest.approx(trim, abs=0.01)
    assert boxes.bleed == boxes.media == pytest.approx(whole, abs=0.01)


def space_name(space: pikepdf.Object) -> str:
    return str(space if isinstance(space, pikepdf.Name) else space[0])


@EVERY_AREA
@BOTH_KINDS
def test_every_colour_of_the_page_is_tagged(product, area, vector, on_file):
    with pikepdf.open(on_file(product, area, vector=vector)["pdf"].path) as document:
        raw = b"".join(o.unparse() for o in document.objects if not isinstance(o, pikepdf.Stream))
        streams = [o for o in document.objects if isinstance(o, pikepdf.Stream)]
        forms = [o for o in streams if o.get("/Subtype") == "/Form"]
        pictures = [o for o in streams if o.get("/Subtype") == "/Image"]
        profiles = [o for o in streams if o.get("/N") is not None]
        stated = [] if area.in_cmyk else [3]
        assert sorted(int(p.N) for p in profiles) == [*stated, 4], "sRGB of the art, and the press that is meant"
        assert all(p.read_bytes()[36:40] == b"acsp" for p in profiles)
        used = b"".join(form.read_bytes() for form in forms)
        assert not re.search(rb"(?<![\w.])(rg|RG|k|K)\s", used), "only colours of a space by name"
        assert b"/DeviceRGB" not in raw.replace(b"/Alternate /DeviceRGB", b"")
        spaces = [p.ColorSpace for p in pictures if "/SMask" in p or p.ColorSpace != "/DeviceGray"]
        allowed = {"/DeviceCMYK"} if area.in_cmyk else {"/ICCBased"}
        assert {space_name(space) for space in spaces} <= allowed | ({"/Separation"} if area.white else set())


@EVERY_AREA
def test_a_picture_is_on_the_page_at_the_files_resolution(product, area, on_file):
    text = ran(needs("pdfimages"), "-list", on_file(product, area, vector=False)["pdf"].path)
    rows = [line.split() for line in text.splitlines()[2:]]
    kinds = {row[2] for row in rows}
    assert kinds == ({"image"} if area.background is Background.FULL else {"image", "smask"})
    for row in rows:
        assert (int(row[3]), int(row[4])) == area.size_px
        assert [int(row[12]), int(row[13])] == pytest.approx([300, 300], abs=1)


@EVERY_AREA
def test_paths_stay_paths(product, area, on_file):
    assert len(ran(needs("pdfimages"), "-list", on_file(product, area)["pdf"].path).splitlines()) == 2


@EVERY_AREA
def test_a_page_carries_no_font_and_nothing_that_acts(product, area, on_file):
    path = on_file(product, area)["pdf"].path
    with pikepdf.open(path) as document:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(document.Root.keys())
        assert ("/OCProperties" in document.Root) is area.processing_steps
        assert "/Annots" not in document.pages[0].obj
        assert not any(isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font" for o in document.objects)


@BOTH_KINDS
@pytest.mark.parametrize(("product", "area"), [AREAS[AREA_IDS.index(i)] for i in ("tee front", "poster-18x24 front")])
def test_the_page_shows_what_the_picture_shows(product, area, vector, on_file, tmp_path):
    files = on_file(product, area, vector=vector)
    ran(needs("pdftoppm"), "-r", "50", "-png", "-singlefile", files["pdf"].path, tmp_path / "page")
    page = np.asarray(Image.open(tmp_path / "page.png").convert("RGB"), dtype=float)
    with Image.open(files["png"].path) as picture:
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture.convert("RGBA"))
    shown = np.asarray(paper.convert("RGB").resize(page.shape[1::-1], Image.Resampling.BOX), dtype=float)
    # poppler shows a page through its output intent: to the press's inks and back, rounded twice
    assert np.abs(page - shown).mean() < 4
    assert np.abs(page - shown[::-1]).mean() > 12, "an F upside down would be noticed"


# --- bleed


def strips_at_600(path: Path, area, folder: Path) -> dict[str, np.ndarray]:
    """The outermost six pixels of the page at 600 dpi, side by side: 0.25 mm."""
    width, height = (round((mm + 2 * area.bleed_mm) / 25.4 * 600) for mm in (area.width_mm, area.height_mm))
    places = {
        "top": (0, 0, width, 6),
        "bottom": (0, height - 6, width, 6),
        "left": (0, 0, 6, height),
        "right": (width - 6, 0, 6, height),
    }
    strips = {}
    for side, (x, y, w, h) in places.items():
        out = folder / side
        ran(
            needs("pdftoppm"),
            "-r",
            "600",
            "-x",
            str(x),
            "-y",
            str(y),
            "-W",
            str(w),
            "-H",
            str(h),
            "-png",
            "-singlefile",
            path,
            out,
        )
        strips[side] = np.asarray(Image.open(f"{out}.png").convert("RGB"))
        assert strips[side].shape[:2] == (h, w)
    return strips


@pytest.mark.parametrize(
    ("size", "fit"),
    [((900, 1200), Fit.CONTAIN), ((900, 900), Fit.COVER), ((700, 1300), Fit.STRETCH)],
    ids=["contain, mirrored", "cover", "stretch"],
)
def test_no_white_line_is_left_at_the_edge_of_the_bleed(size, fit, tmp_path):
    """Scenario 15: real picture in all of the bleed. None of it is lighter than 190: one white row, or a blend with it, would be."""
    area = replace(POSTER.areas[0], width_mm=76.2, height_mm=101.6)
    files = made(POSTER, area, photo_master(*size), tmp_path, fit=fit)
    for side, strip in strips_at_600(files["pdf"].path, area, tmp_path).items():
        assert strip.min(axis=2).max() < 200, side
    with Image.open(files["png"].path) as picture:
        pixels = np.asarray(picture)
    for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
        assert edge.min(axis=1).max() < 200


def test_a_page_with_paths_on_a_coloured_ground_is_inked_to_its_edge(tmp_path):
    """The same for a vector page: its ground is drawn, not left to the paper."""
    poster = replace(POSTER, cloths=(replace(POSTER.cloths[0], name="night", rgb="#101830"),))
    area = replace(POSTER.areas[0], width_mm=76.2, height_mm=101.6)
    files = made(poster, area, f_master(vector=True), tmp_path, cloth="night")
    for side, strip in strips_at_600(files["pdf"].path, area, tmp_path).items():
        assert (np.abs(strip.astype(int) - (16, 24, 48)).max(axis=2) <= 6).all(), side


def test_a_picture_of_another_shape_gets_bars_and_a_sentence_and_no_mirrored_stripe(tmp_path):
    area = replace(POSTER.areas[0], width_mm=76.2, height_mm=101.6)
    files = made(POSTER, area, photo_master(900, 900), tmp_path, formats=("png",))
    assert "bars" in {f.rule for f in files["png"].findings.found}
    with Image.open(files["png"].path) as picture:
        ink = ink_of(picture, replace(area, background=Background.FULL)) | (np.asarray(picture).min(axis=2) < 250)
    left, top, right, bottom = box_of(ink)
    assert (left, right) == (0, picture.width), "the sides bleed"
    assert bottom - top == pytest.approx(76.2 / 25.4 * 300, abs=2), "above and below stays paper"


def test_a_flat_edge_runs_on_in_its_own_colour(tmp_path):
    pixels = np.full((900, 900, 4), (30, 90, 60, 255), dtype=np.uint8)
    pixels[300:600, 300:600, :3] = (220, 200, 40)
    area = replace(POSTER.areas[0], width_mm=76.2, height_mm=101.6)
    files = made(POSTER, area, png(pixels), tmp_path, formats=("png",))
    with Image.open(files["png"].path) as picture:
        corners = np.asarray(picture)[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners == (30, 90, 60)).all()
    assert "bars" not in {f.rule for f in files["png"].findings.found}
