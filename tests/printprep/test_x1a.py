"""PDF/X-1a:2003, which any area can be asked for: from drawn art, flat, in the press's inks, by pikepdf and Ghostscript."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from pod.drawing import Canvas, LinearGradient, write_svg
from pod.drawing.shapes import circle, rect
from pod.model.product import PdfStandard, PrintArea, Product
from pod.printprep import Master
from tests.printprep.pdfx import broken
from tests.printprep.prints import EVERY_AREA, SHOP, made, needs, ran
from tests.printprep.test_cmyk import inks_on_disk
from tests.printprep.test_plates import plates_of

TEE = SHOP.product("tee")
SMALL = replace(TEE.areas[0], pdf=PdfStandard.X1A, width_mm=50.8, height_mm=50.8, safe_mm=2, px=None)


def unlike(pairs: list[tuple[Product, PrintArea]]) -> list[tuple[Product, PrintArea]]:
    """One area of each kind that its data makes a difference to on the page."""
    kinds = {(p.process, a.background, a.colour, a.cut, a.white, a.bleed_mm > 0): (p, a) for p, a in pairs}
    return list(kinds.values())


def drawing(*, soft: bool) -> Master:
    """Black, red, a shading, and holes through all of it; soft: with a veil over its lower half as well."""
    canvas = Canvas(4096, 4096)
    canvas.fill(rect(300, 300, 3400, 1200), "#000000")
    canvas.fill(rect(300, 1500, 3400, 2200), "#c8281e")
    canvas.fill(circle(3000, 2600, 500), LinearGradient(2500, 0, 3500, 0, ((0, "#f0b428"), (1, "#1e3ca0"))))
    canvas.knock_out(circle(1000, 1500, 500))
    canvas.stroke(rect(900, 1400, 200, 200), "#1e3ca0", 40)
    if soft:
        canvas.fill(rect(300, 2900, 1500, 800), "#ffffff", 0.5)
    return Master(b"", write_svg(canvas.drawing()).encode())


@pytest.mark.parametrize(
    ("product", "area"), unlike(EVERY_AREA), ids=[f"{p.sku} {a.name}" for p, a in unlike(EVERY_AREA)]
)
@pytest.mark.parametrize("soft", [False, True], ids=["hard", "soft"])
def test_every_kind_of_area_can_be_asked_for_x1a(soft, product, area, tmp_path):
    own = replace(area, pdf=PdfStandard.X1A, target_ppi=20, min_ppi=20, px=None)
    file = made(product, own, drawing(soft=soft), tmp_path, cloth=product.cloths[-1].name, formats=("pdf",))["pdf"]
    assert broken(file.path) == set()
    assert file.colour == "cmyk"


def test_hard_paths_stay_paths_without_what_is_knocked_out(tmp_path):
    """As the page with transparency has them, plate by plate."""
    plates = {}
    for standard in (PdfStandard.X1A, PdfStandard.X4):
        area = replace(SMALL, pdf=standard, colour="cmyk")
        file = made(TEE, area, drawing(soft=False), tmp_path / standard, formats=("pdf",))["pdf"]
        assert len(ran(needs("pdfimages"), "-list", file.path).splitlines()) == 2
        plates[standard] = plates_of(file.path, tmp_path / standard, 150)
    with pikepdf.open(tmp_path / "x-1a" / "front.pdf") as document:
        assert "/ExtGState" not in document.pages[0].obj.Resources
    assert plates[PdfStandard.X4]["Magenta"].max() > 200
    for name, plate in plates[PdfStandard.X1A].items():
        apart = (np.abs(plate.astype(int) - plates[PdfStandard.X4][name]) > 8).astype(np.uint8)
        deepest = cv2.distanceTransform(apart, cv2.DIST_L2, cv2.DIST_MASK_PRECISE).max()
        assert deepest <= 1, f"{name}: an edge may lie a pixel beside itself, and nothing else"


def test_soft_paths_are_flattened_on_white_in_the_presss_inks(tmp_path):
    file = made(TEE, SMALL, drawing(soft=True), tmp_path, formats=("pdf",))["pdf"]
    plates = plates_of(file.path, tmp_path, 100)
    veiled = [int(np.median(plates[n][150:160, 40:60])) for n in ("Cyan", "Magenta", "Yellow", "Black")]
    wanted = inks_on_disk(Image.new("RGB", (1, 1), (228, 148, 142)), tmp_path)[0, 0]
    assert np.abs(np.array(veiled) - wanted).max() <= 2
    hole = (slice(60, 66), slice(40, 46))
    assert max(int(plates[n][hole].max()) for n in plates) == 0, "what is knocked out is paper"


def test_plates_of_a_flat_page_overprint(tmp_path):
    """White under the ink and the inks as without it: no plate knocks out another."""
    with_white = replace(SMALL, white="White", cut="CutContour", cut_offset_mm=2)
    one = made(TEE, with_white, drawing(soft=False), tmp_path / "a", cloth="black", formats=("pdf",))["pdf"]
    other = made(TEE, SMALL, drawing(soft=False), tmp_path / "b", cloth="black", formats=("pdf",))["pdf"]
    assert broken(one.path) == set()
    mine, plain = (plates_of(f.path, f.path.parent, 150) for f in (one, other))
    assert set(mine) - set(plain) == {"White", "CutContour"}
    assert max(np.abs(mine[n].astype(int) - plain[n]).max() for n in plain) <= 1
