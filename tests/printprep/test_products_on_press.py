"""What product data asks of a press, seen in the files by readers that are not ours: inks, white, cuts, dots."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import circle, rect
from pod.model.product import SoftAlpha
from pod.printprep import Master
from pod.printprep.profiles import shipped_profile
from tests.printprep.pdfx import broken
from tests.printprep.prints import EVERY_AREA, SHOP, f_master, made, needs, png, ran
from tests.printprep.test_plates import deep_soft, plates_of, soft_disc

CARD, TOTE, STICKER = (SHOP.product(sku) for sku in ("business-card", "tote", "sticker-3in"))
FILM = replace(TOTE.areas[0], width_mm=50.8, height_mm=50.8, safe_mm=2, px=None)


def drawn(*shapes) -> Master:
    canvas = Canvas(4096, 4096)
    for outline, ink in shapes:
        canvas.fill(outline, ink)
    return Master(b"", write_svg(canvas.drawing()).encode())


def pictures_in(path) -> int:
    return len(ran(needs("pdfimages"), "-list", path).splitlines()) - 2


# --- inks


def test_a_business_cards_black_is_one_ink_on_its_plate(tmp_path):
    master = drawn((rect(500, 1500, 3000, 500), "#000000"), (rect(500, 2200, 3000, 500), "#c8281e"))
    file = made(CARD, CARD.areas[0], master, tmp_path, formats=("pdf",))["pdf"]
    plates = plates_of(file.path, tmp_path, 150)
    black = plates["Black"] == 255
    assert 0.01 < black.mean() < 0.3
    assert max(plates[name][black].max() for name in ("Cyan", "Magenta", "Yellow")) == 0
    assert file.colour == "cmyk"
    assert pictures_in(file.path) == 0
    assert broken(file.path) == set()


@pytest.mark.parametrize(
    ("sku", "partner", "colour"),
    [
        ("postcard-4x6", "", "srgb"),
        ("postcard-4x6", "gelato", "cmyk"),
        ("poster-18x24", "printful", "srgb"),
        ("poster-a3", "prodigi", "srgb"),
    ],
)
def test_every_partner_gets_the_colours_that_it_asks_for(sku, partner, colour, tmp_path):
    product = SHOP.product(sku)
    area = replace(product.areas[0].at_partner(partner, ""), target_ppi=40, min_ppi=30, px=None)
    file = made(product, area, f_master(vector=False, side_px=300), tmp_path, formats=("pdf",))["pdf"]
    with pikepdf.open(file.path) as document:
        space = document.pages[0].obj.Resources.XObject.Art.ColorSpace
        assert (space == "/DeviceCMYK") is (colour == "cmyk")
    assert broken(file.path) == set()


def test_a_printer_that_names_its_press_is_told_of_another(tmp_path):
    """Gelato prints stationery by GRACoL 2006 (CGATS TR 006); the profile that Pod has is FOGRA39's."""
    product = SHOP.product("postcard-4x6")
    area = replace(product.areas[0].at_partner("gelato", ""), target_ppi=40, min_ppi=30, px=None)

    def found(press, where) -> dict:
        made_of = made(product, area, f_master(vector=True), tmp_path / where, formats=("pdf",), press=press)["pdf"]
        return {f.rule: f for f in made_of.findings.found}

    told = found(shipped_profile, "other")["other_press"]
    assert (told.severity, told.measured, told.required) == ("choose", "FOGRA39", "CGATS TR 006")
    gracol = replace(shipped_profile(), name="GRACoL2006_Coated1v2", condition="CGATS TR 006")
    assert "other_press" not in found(lambda: gracol, "own")
    assert "other_press" not in {
        f.rule
        for f in made(product, product.areas[0], f_master(vector=True), tmp_path / "shop", formats=("pdf",))[
            "pdf"
        ].findings.found
    }


# --- white on film


@pytest.mark.parametrize("cloth", ["natural", "black"])
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_film_has_white_under_all_ink_whatever_the_cloth(vector, cloth, tmp_path):
    file = made(TOTE, FILM, f_master(vector=vector), tmp_path, cloth=cloth, formats=("pdf",))["pdf"]
    plates = plates_of(file.path, tmp_path, 150)
    inked, white = plates["Magenta"] > 127, plates["White"] > 127
    assert 0.9 < white.sum() / inked.sum() < 1
    assert not (white & ~inked).any()
    assert broken(file.path) == set()
    assert pictures_in(file.path) == (0 if vector else 3), "picture, its alpha, its white; or none of them"


def test_a_partner_that_lays_its_own_white_gets_none(tmp_path):
    area = TOTE.areas[0].at_partner("printify", "one")
    assert (TOTE.areas[0].white, area.white) == ("White", "")
    small = replace(area, target_ppi=40, min_ppi=30, px=None)
    file = made(TOTE, small, f_master(vector=True), tmp_path, cloth="black", formats=("pdf",))["pdf"]
    assert "White" not in plates_of(file.path, tmp_path, 40)


def test_cloth_printed_directly_gets_no_white_on_its_light_colours(tmp_path):
    """The control: only film has white everywhere."""
    tee = SHOP.product("tee")
    area = replace(tee.areas[0], width_mm=50.8, height_mm=50.8, safe_mm=2, px=None, white="White")
    file = made(tee, area, f_master(vector=True), tmp_path, cloth="white", formats=("pdf",))["pdf"]
    assert "White" not in plates_of(file.path, tmp_path, 72)


# --- soft ink and black


def test_a_glow_is_dots_on_film(tmp_path):
    files = made(TOTE, FILM, png(soft_disc()), tmp_path, cloth="natural", formats=("png",))
    with Image.open(files["png"].path) as picture:
        assert deep_soft(np.asarray(picture)[..., 3]) == 0
    assert "soft_alpha_changed" in {f.rule for f in files["png"].findings.found}


@pytest.mark.parametrize(("cloth", "pictures"), [("black", 2), ("natural", 0)])
def test_black_is_left_to_black_cloth_and_only_then_are_paths_given_up(cloth, pictures, tmp_path):
    master = drawn((rect(500, 500, 3000, 3000), "#000000"), (circle(2000, 2000, 1000), "#f0b428"))
    area = replace(FILM, white="", remove_black=True)
    file = made(TOTE, area, master, tmp_path, cloth=cloth, formats=("pdf",))["pdf"]
    assert pictures_in(file.path) == pictures
    plates = plates_of(file.path, tmp_path, 100)
    inked = float((plates["Black"] > 127).mean())
    assert inked > 0.4 if cloth == "natural" else inked < 0.01
    assert plates["Yellow"].max() > 150


def test_soft_strokes_over_solid_ink_leave_paths_as_they_are(tmp_path):
    """A shading that lies on solid ink is no soft edge, with the white under it or without."""
    canvas = Canvas(4096, 4096)
    canvas.fill(circle(2048, 2048, 1500), "#f0b428")
    canvas.fill(circle(2048, 2048, 900), "#c8281e", 0.4)
    over = Master(b"", write_svg(canvas.drawing()).encode())
    file = made(TOTE, FILM, over, tmp_path / "over", cloth="natural", formats=("pdf",))["pdf"]
    assert pictures_in(file.path) == 0
    canvas.fill(circle(2048, 400, 390), "#c8281e", 0.4)
    beside = Master(b"", write_svg(canvas.drawing()).encode())
    file = made(TOTE, FILM, beside, tmp_path / "beside", cloth="natural", formats=("pdf",))["pdf"]
    assert pictures_in(file.path) == 3, "the control: beside the ink it is soft"


# --- stickers


def test_a_stickers_cut_is_a_layer_that_says_what_it_is(tmp_path):
    file = made(STICKER, STICKER.areas[0], f_master(vector=True), tmp_path, formats=("pdf",))["pdf"]
    with pikepdf.open(file.path) as document:
        [layer] = document.Root.OCProperties.OCGs
        metadata = layer.GTS_Metadata
        assert (metadata.GTS_ProcStepsGroup, metadata.GTS_ProcStepsType) == ("/Structural", "/PartialCutting")
        assert [str(g.Name) for g in document.Root.OCProperties.D.ON] == ["Kiss cut"]
    assert plates_of(file.path, tmp_path, 100)["CutContour"].max() > 60, "the layer is on"
    assert pictures_in(file.path) == 0, "paths that have nothing soft stay paths"
    assert broken(file.path) == set()


def test_a_stickers_shadow_gets_an_edge_for_the_knife(tmp_path):
    files = made(STICKER, STICKER.areas[0], png(soft_disc()), tmp_path, formats=("png", "pdf"))
    with Image.open(files["png"].path) as picture:
        assert deep_soft(np.asarray(picture)[..., 3]) == 0
    assert {"soft_alpha_changed"} <= {f.rule for f in files["png"].findings.found}


# --- the data


def test_every_product_that_is_pressed_by_film_or_knife_has_its_rule():
    for product, area in EVERY_AREA:
        by_film, by_knife = product.process == "dtf", product.process == "sticker" and bool(area.cut)
        assert bool(area.white) is by_film, product.sku
        assert (area.cut == "CutContour" and area.processing_steps) is by_knife, product.sku
        assert (area.soft_alpha is not SoftAlpha.KEEP) is (by_film or by_knife), product.sku
