"""The Ghent Workgroup's rules on inks, type and lines, and what a page may not carry: each broken once, and kept once."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import fontpkg
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from pod.model.product import PdfStandard, PrintArea, Product
from pod.printprep import preflight
from pod.printprep.carried_rules import CARRIED_RULES
from pod.printprep.ink_rules import INK_RULES
from pod.printprep.pages import content
from tests.printprep.foreign import FULL, PAPER, Change, more_content, plain_page, spot, x1a_page, x4_page
from tests.printprep.page_defects import page
from tests.printprep.picture_defects import Defect
from tests.printprep.prints import EVERY_AREA, SHOP, f_master, made
from tests.printprep.test_defects import assert_told, found_in

PRESS = replace(FULL, colour="cmyk")
FLAT = replace(PRESS, pdf=PdfStandard.X1A)
DOCS = Path(__file__).parents[2] / "docs" / "print.md"


def _font(pdf: pikepdf.Pdf) -> dict[str, object]:
    """A typeface that the file carries."""
    data = Path(fontpkg.path("fira-sans", weight=400)).read_bytes()
    carried = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Fira, Flags=4, FontFile2=pdf.make_indirect(Stream(pdf, data))
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Fira, FontDescriptor=pdf.make_indirect(carried)
    )
    return {"F": pdf.make_indirect(font)}


def type_in(colour: str, size_pt: float, **resources: object) -> Change:
    return more_content(f" {colour} BT /F {size_pt} Tf 60 60 Td (Hello) Tj ET", Font=_font, **resources)


OVER = {"Over": Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)}
OVER_NOTHING = {"Over": Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=0)}


def _two(one: str, other: str):
    return lambda pdf: {"A": spot(pdf, one), "B": spot(pdf, other, (1, 0, 0, 0))}


def _drawn(pdf: pikepdf.Pdf) -> dict[str, object]:
    letter = pdf.make_indirect(Stream(pdf, b"600 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=letter), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97, LastChar=97, Widths=Array([600]), Resources=Dictionary(),
    )  # fmt: skip
    return {"F": pdf.make_indirect(font)}


def _courier(pdf: pikepdf.Pdf) -> dict[str, object]:
    font = _font(pdf)["F"]
    font.BaseFont = Name("/ABCDEF+CourierNew")
    return {"F": font}


def _attached(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    pdf.attachments["prices.csv"] = b"a;b"


def _elsewhere(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject.Im.OPI = Dictionary()


def _two_faced(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    usage = Dictionary(View=Dictionary(ViewState=Name.ON), Print=Dictionary(PrintState=Name.OFF))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Varnish"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name=String("Default")))


BOX = "40 40 60 60 re f"
HALF = {"S": Dictionary(Type=Name.ExtGState, ca=0.5)}

BROKEN: dict[str, Defect] = {
    "type of three points": Defect(page(type_in("0 0 0 1 k", 3)), "small_type", "choose", placed=True),
    "small type in two inks": Defect(page(type_in("0 1 1 0 k", 7.5)), "small_type_inks", "choose", PRESS, placed=True),
    "small white type": Defect(page(type_in("0 0 0 0 k", 7.5)), "small_type_inks", "choose", PRESS, placed=True),
    "tiny type in two inks on a digital press": Defect(page(type_in("0 1 1 0 k", 4.5)), "small_type_inks", "choose", placed=True),
    "black type of four inks": Defect(page(type_in("0.7 0.7 0.7 1 k", 20)), "rich_black_type", "choose", PRESS, placed=True),
    "small black type that knocks out": Defect(page(type_in("0 0 0 1 k", 10), base=x1a_page), "black_knocks_out", "choose", PRESS, placed=True),
    "black type that overprints in mode 0": Defect(
        page(type_in("/Over gs 0 0 0 1 k", 10, ExtGState=OVER_NOTHING), base=x1a_page), "black_knocks_out", "choose", PRESS, placed=True
    ),
    "grey type that overprints": Defect(
        page(type_in("/Over gs 0 g", 10, ExtGState=OVER), base=x1a_page), "black_knocks_out", "choose", PRESS, placed=True
    ),
    "a thin black line that knocks out": Defect(
        page(more_content("1 w 0 0 0 1 K 40 40 m 120 90 l S"), base=x1a_page), "black_knocks_out", "choose", PRESS, placed=True
    ),
    "a thin line in two inks": Defect(
        page(more_content("0.3 w 0 1 1 0 K 40 40 m 120 90 l S"), base=x1a_page), "thin_stroke_inks", "choose", PRESS, placed=True
    ),
    "a hairline that is a box": Defect(page(more_content("0 g 40 40 90 0.1 re f")), "thin_fill", "choose", placed=True),
    "an ink of its own": Defect(
        page(more_content(f"/A cs 1 scn {BOX}", ColorSpace=lambda pdf: {"A": spot(pdf, "Gold")})), "spot_inks", "choose", placed=True
    ),
    "one swatch from two books": Defect(
        page(more_content(f"/A cs 1 scn {BOX} /B cs 1 scn 120 40 20 20 re f", ColorSpace=_two("PANTONE 185 C", "Pantone 185 CV"))),
        "spot_names_alike", "choose", placed=True,
    ),
    "light where inks were asked": Defect(plain_page, "light_on_press", "choose", PRESS, placed=True),
    "inks where light was asked": Defect(x1a_page, "inks_not_asked", "choose", placed=True),
    "inks of no press": Defect(page(more_content(f"0.2 1 0 0 k {BOX}")), "untagged_inks", "choose", PRESS, placed=True),
    "see-through for a printer of flat pages": Defect(page(more_content(f"/S gs 0 g {BOX}", ExtGState=HALF)), "see_through", area=FLAT, placed=True),
    "a page of inks that blends in light": Defect(
        page(lambda pdf, p: (more_content(f"/S gs 0.2 1 0 0 k {BOX}", ExtGState=HALF)(pdf, p), p.__setitem__("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))[0]),
        "blend_space", "choose", PRESS, placed=True,
    ),
    "a font of small drawings": Defect(page(more_content("BT /F 20 Tf 60 60 Td (a) Tj ET", Font=_drawn)), "drawn_font", "choose", placed=True),
    "Courier": Defect(page(more_content("BT /F 20 Tf 60 60 Td (a) Tj ET", Font=_courier)), "courier", "choose"),
    "a file in the file": Defect(page(_attached), "attachment", "choose"),
    "a picture that lies elsewhere": Defect(page(_elsewhere), "outside_content"),
    "a layer with two faces": Defect(page(_two_faced), "layer_differs", "choose"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_told_by_its_name_and_blocks_nothing_else(case):
    defect = BROKEN[case]
    findings = found_in(defect)
    by_rule = {f.rule: f for f in findings.found}
    assert defect.rule in by_rule, sorted(by_rule)
    assert by_rule[defect.rule].severity.value == defect.severity
    assert {f.rule for f in findings.blocked} <= {defect.rule}
    assert_told(by_rule[defect.rule])
    assert (by_rule[defect.rule].where_mm is not None) == defect.placed


KEPT = {
    "type of eight points in two inks": (page(type_in("0 1 1 0 k", 8), base=x1a_page), PRESS),
    "small type in two inks on a digital press": (page(type_in("0 1 1 0 k", 7.5), base=x1a_page), FULL),
    "small black type that overprints": (page(type_in("/Over gs 0 0 0 1 k", 10, ExtGState=OVER), base=x1a_page), PRESS),
    "large black type that knocks out": (page(type_in("0 0 0 1 k", 12), base=x1a_page), PRESS),
    "small black type on paper": (
        page(more_content(" 0 0 0 0 k 0 0 300 300 re f BT /F 10 Tf 60 60 Td 0 0 0 1 k (Hello) Tj ET", Font=_font), base=x1a_page),
        PRESS,
    ),
    "a line of half a point in two inks": (page(more_content("0.5 w 0 1 1 0 K 40 40 m 120 90 l S"), base=x1a_page), PRESS),
    "a thin line in one ink": (page(more_content("0.3 w 0 1 0 0 K 40 40 m 120 90 l S"), base=x1a_page), PRESS),
    "a shading in strips": (page(more_content("".join(f"0.{n} g {40 + n / 5} 40 0.2 60 re f " for n in range(10)))), FULL),
    "the knife's line and the white plate": (
        page(more_content("/A CS 1 SCN 0.25 w 40 40 60 60 re S /B cs 1 scn 60 60 9 9 re f", ColorSpace=_two("CutContour", "White"))),
        replace(FULL, cut="CutContour", white="White"),
    ),
    "two swatches of one book": (
        page(more_content(f"/A cs 1 scn {BOX} /B cs 1 scn 120 40 20 20 re f", ColorSpace=_two("PANTONE 185 C", "PANTONE 186 C"))),
        FULL,
    ),
    "light where light was asked": (plain_page, FULL),
    "inks where inks were asked": (x1a_page, PRESS),
    "see-through in light": (page(more_content(f"/S gs 0 g {BOX}", ExtGState=HALF), base=x4_page), FULL),
}  # fmt: skip
_OF_THESE = {d.rule for d in BROKEN.values()}
_BESIDES = {"two swatches of one book": {"spot_inks"}, "small type in two inks on a digital press": {"inks_not_asked"}}
"""What these are told for another reason."""


@pytest.mark.parametrize("case", KEPT)
def test_what_keeps_the_rules_is_not_told(case):
    make, area = KEPT[case]
    found = {f.rule for f in preflight(make(), area, PAPER).found}
    assert found & _OF_THESE == _BESIDES.get(case, set())


def test_a_letter_of_another_program_is_held_to_the_same_rules():
    """ReportLab: four inks of black, 7 pt; the page names no press."""
    stream = io.BytesIO()
    width, height = (mm * 72 / 25.4 for mm in (66, 86))
    canvas = ReportLabCanvas(stream, pagesize=(width, height))
    canvas.setFillColorCMYK(0.8, 0.8, 0.8, 1)
    canvas.setFont("Courier", 7)
    canvas.drawString(60, 60, "Hello")
    canvas.save()
    found = {f.rule: f for f in preflight(stream.getvalue(), PRESS, PAPER).found}
    assert {"small_type_inks", "rich_black_type", "untagged_inks", "courier"} <= set(found)
    assert found["rich_black_type"].measured == "340 % ink"
    assert (found["small_type_inks"].measured, found["small_type_inks"].required) == (
        "7.0 pt",
        "8 pt or more, or one ink",
    )


def test_every_rule_has_a_defect_and_a_line_in_the_manual():
    manual = DOCS.read_text()
    told = {d.rule for d in BROKEN.values()}
    assert len(told) == len(INK_RULES) + len(CARRIED_RULES)
    assert not [rule for rule in told if f"`{rule}`" not in manual]


# --- what was not read


def test_a_page_that_was_not_read_to_its_end_is_never_called_ready(monkeypatch):
    """Only dots of grey as far as it is read, and then four full inks and a hairline that no rule has seen."""
    monkeypatch.setattr(content, "MOST_STEPS", 3000)
    dots = "0.9 g 0 0 1 1 re f " * 1001
    long = page(more_content(f"{dots} 1 1 1 1 k 40 40 90 90 re f 0 w 40 40 m 90 90 l S"), base=x1a_page)()
    findings = preflight(long, PRESS, PAPER)
    assert findings.verdict == "choose"
    assert "page_content" in findings.not_measured
    [found] = [f for f in findings.found if f.rule == "page_content"]
    assert_told(found)
    assert "over_ink" in {f.rule for f in findings.found}
    assert "zero_width_line" not in {f.rule for f in findings.found}


# --- our own pages


def _own_page(product: Product, area: PrintArea, folder: Path, *, vector: bool) -> bytes:
    coarse = replace(area, target_ppi=30, min_ppi=1, px=None, formats=("pdf",))
    return made(product, coarse, f_master(vector=vector, side_px=512), folder)["pdf"].path.read_bytes()


def _told_of(data: bytes, product: Product, area: PrintArea) -> set[str]:
    return {f.rule for f in preflight(data, replace(area, px=None), SHOP.process(product.process)).found} & _OF_THESE


ONE_OF_A_KIND = {
    (p.process, a.background, bool(a.cut), bool(a.white), bool(a.wrap_mm), bool(a.bleed_mm), bool(a.safe_mm)): (p, a)
    for p, a in EVERY_AREA
}.values()


def test_none_of_our_products_pages_breaks_a_rule(tmp_path):
    told = {
        f"{product.sku} {area.name}": found
        for product, area in ONE_OF_A_KIND
        if (found := _told_of(_own_page(product, area, tmp_path, vector=True), product, area))
    }
    assert told == {}


OWN = {
    "in inks": {"colour": "cmyk"},
    "flat": {"pdf": PdfStandard.X1A},
    "with marks": {"colour": "cmyk", "marks": True},
    "in light with marks": {"marks": True},
    "with cut and white": {"cut": "CutContour", "white": "White", "processing_steps": True},
}


@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
@pytest.mark.parametrize("case", OWN)
def test_no_page_that_we_make_for_a_press_breaks_a_rule(case, vector, tmp_path):
    product = SHOP.product("sticker-4in" if "cut" in case else "business-card")
    area = replace(product.areas[0], **OWN[case])
    assert _told_of(_own_page(product, area, tmp_path, vector=vector), product, area) == set()
