"""Marks, colour bar and slug line: outside the bleed, on the right plates, and nothing of the page moves for them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pikepdf
import pytest

from pod.model.product import PdfStandard
from tests.printprep.pdfx import broken
from tests.printprep.prints import SHOP, f_master, made, poppler_boxes
from tests.printprep.test_cut import cut_of
from tests.printprep.test_plates import plates_of

PT = 72 / 25.4
POSTER, STICKER, TEE = (SHOP.product(sku) for sku in ("poster-18x24", "sticker-4in", "tee"))
CARD = replace(POSTER.areas[0], width_mm=85, height_mm=55, px=None, marks=True)
"""With 3.175 mm of bleed; the marks begin where it ends."""

NO_BLEED = replace(TEE.areas[0], width_mm=85, height_mm=55, safe_mm=3, px=None, marks=True)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("marks")

    def page(name, product, area, cloth=""):
        return area, made(product, area, f_master(vector=True), folder / name, formats=("pdf",), cloth=cloth)[
            "pdf"
        ].path

    return {
        "bleed": page("bleed", POSTER, CARD),
        "no bleed": page("none", TEE, NO_BLEED),
        "cut": page("cut", STICKER, replace(STICKER.areas[0], marks=True)),
        "white": page("white", TEE, replace(NO_BLEED, white="White"), cloth="black"),
        "flat": page("flat", POSTER, replace(CARD, pdf=PdfStandard.X1A)),
    }


NAMES = pytest.mark.parametrize("name", ["bleed", "no bleed", "cut", "white", "flat"])


@NAMES
def test_the_sheet_grows_and_the_piece_keeps_its_size(name, pages):
    area, path = pages[name]
    boxes = poppler_boxes(path)
    slug_mm = max(area.bleed_mm, 3) - area.bleed_mm + 5 + 1
    trim = [(slug_mm + area.bleed_mm) * PT] * 2
    trim += [trim[0] + area.width_mm * PT, trim[1] + area.height_mm * PT]
    around = [side + sign * area.bleed_mm * PT for side, sign in zip(trim, (-1, -1, 1, 1), strict=True)]
    assert boxes.trim == pytest.approx(trim, abs=0.01)
    assert boxes.bleed == pytest.approx(around, abs=0.01)
    assert boxes.media == pytest.approx((0, 0, around[2] + slug_mm * PT, around[3] + slug_mm * PT), abs=0.01)
    assert broken(path, trim=tuple(trim), bleed=tuple(around)) == set()


def crop_lines(path) -> list[tuple[float, ...]]:
    """Straight lines of two points in all four inks, in mm from the trim's left lower corner."""
    with pikepdf.open(path) as document:
        page = document.pages[0]
        left, bottom = (float(v) for v in list(page.obj.TrimBox)[:2])
        lines, at, marking = [], None, False
        for step in pikepdf.parse_content_stream(page):
            name = str(step.operator)
            marking = name == "K" or (marking and name != "Q")
            numbers = tuple(float(v) for v in step.operands) if marking and name in ("m", "l") else ()
            if marking and name == "l" and at is not None:
                lines.append(tuple((v - o) / PT for v, o in zip((*at, *numbers), (left, bottom) * 2, strict=True)))
            at = numbers if name == "m" else None
        return lines[:8]


@NAMES
def test_eight_marks_of_five_millimetres_point_at_the_corners(name, pages):
    area, path = pages[name]
    near, far = max(area.bleed_mm, 3), max(area.bleed_mm, 3) + 5
    width, height = area.width_mm, area.height_mm
    upright = {(x, *y) for x in (0, width) for y in ((-far, -near), (height + near, height + far))}
    lying = {(y, *x) for y in (0, height) for x in ((-far, -near), (width + near, width + far))}
    found = crop_lines(path)
    assert len(found) == 8
    for x1, y1, x2, y2 in found:
        if x1 == pytest.approx(x2, abs=0.001):
            wanted, line = upright, (x1, *sorted((y1, y2)))
        else:
            wanted, line = lying, (y1, *sorted((x1, x2)))
        assert any(line == pytest.approx(w, abs=0.002) for w in wanted), line


def test_marks_are_on_all_four_plates_of_the_press(pages, tmp_path):
    """Outside the bleed each plate has the same eight lines; the colour bar and the slug line are beside them."""
    area, path = pages["bleed"]
    plates = plates_of(path, tmp_path, 300)
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black"}
    x = round((6 + area.bleed_mm) / 25.4 * 300)
    for name, plate in plates.items():
        foot = plate[-round(4 / 25.4 * 300) : -round(2 / 25.4 * 300), x - 3 : x + 4]
        assert (foot.max(axis=1) > 200).all(), name


@pytest.mark.parametrize(("name", "spot"), [("cut", "CutContour"), ("white", "White")])
def test_no_mark_is_cut_or_printed_in_white(name, spot, pages, tmp_path):
    area, path = pages[name]
    plates = plates_of(path, tmp_path, 150)
    slug = round((max(area.bleed_mm, 3) + 6 - area.bleed_mm) / 25.4 * 150)
    outside = np.ones_like(plates[spot], dtype=bool)
    outside[slug:-slug, slug:-slug] = False
    assert plates[spot].max() > 100
    assert not plates[spot][outside].any()
    assert all(plates[name][outside].max() > 200 for name in ("Cyan", "Magenta", "Yellow", "Black"))
    with pikepdf.open(path) as document:
        assert b"/All" not in document.pages[0].obj.Resources.unparse(resolved=True)


def test_the_colour_bar_has_solids_half_tones_and_a_grey(pages, tmp_path):
    _, path = pages["bleed"]
    plates = plates_of(path, tmp_path, 150)
    bar = {name: plate[: round(5 / 25.4 * 150)] for name, plate in plates.items()}
    for name in ("Cyan", "Magenta", "Yellow", "Black"):
        full, half = bar[name] > 250, np.abs(bar[name].astype(int) - 128) < 3
        assert full.sum() > 400, name
        assert half.sum() > 400, name


def test_the_slug_says_what_it_is_in_outlines(pages, tmp_path):
    """Black ink in the foot, between the marks, and no font in the file (the checker says so too)."""
    _, path = pages["bleed"]
    foot = plates_of(path, tmp_path, 300)["Black"][-round(6 / 25.4 * 300) :]
    between = foot[:, round(12 / 25.4 * 300) : -round(12 / 25.4 * 300)]
    assert 0.01 < (between > 128).mean() < 0.3
    assert len(np.flatnonzero((between > 128).any(axis=1))) / 300 * 25.4 == pytest.approx(2.1, abs=0.5)


def test_marks_move_neither_art_nor_cut(pages, tmp_path):
    without = made(STICKER, STICKER.areas[0], f_master(vector=True), tmp_path, formats=("pdf",))["pdf"].path
    one, other = cut_of(pages["cut"][1]).rings[0], cut_of(without).rings[0]
    assert np.abs(one - other).max() < 0.01


def test_nobody_gets_marks_unasked(tmp_path):
    area = replace(CARD, marks=False)
    path = made(POSTER, area, f_master(vector=True), tmp_path, formats=("pdf",))["pdf"].path
    boxes = poppler_boxes(path)
    assert boxes.media == boxes.bleed
    assert crop_lines(path) == []
