"""Preflight: our own files pass, and every way in which another's can be wrong has its sentence, all at once."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from pod.imaging.colour import srgb_icc
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.model.product import Background
from pod.printprep import preflight
from tests.printprep.prints import AREA_IDS, AREAS, RED, SHOP

TEE = SHOP.product("tee")
AREA = replace(TEE.areas[0], width_mm=60, height_mm=80, px=None, safe_mm=3)
FULL = replace(AREA, background=Background.FULL, bleed_mm=3)
DTG, PAPER = SHOP.process("dtg"), SHOP.process("paper")
MM = 72 / 25.4


@pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_our_own_files_pass(product, area, vector, on_file):
    process = SHOP.process(product.process)
    for prepared in on_file(product, area, vector=vector).values():
        found = preflight(prepared.path.read_bytes(), area, process)
        # how coarse the master was cannot be seen from the finished file any more: that was told when it was made
        told = {f.rule for f in prepared.findings.found} - {"low_resolution", "enlarged"}
        assert {f.rule for f in found.found} == told == set(), prepared.format


# --- pictures


def art(area=AREA, *, px: tuple[int, int] | None = None) -> np.ndarray:
    width, height = px or area.size_px
    pixels = np.zeros((height, width, 4), dtype=np.uint8)
    pixels[height // 4 : -height // 4, width // 4 : -width // 4] = (*RED, 255)
    return pixels


def as_png(pixels: np.ndarray, *, dpi: float | None = 300, icc: bytes | None = srgb_icc(), **more) -> bytes:
    stream = io.BytesIO()
    options = {**({"dpi": (dpi, dpi)} if dpi else {}), **({"icc_profile": icc} if icc else {}), **more}
    Image.fromarray(pixels).save(stream, "PNG", **options)
    return stream.getvalue()


def rules(data: bytes, area=AREA, process=DTG) -> set[str]:
    return {f.rule for f in preflight(data, area, process).found}


def test_a_right_file_of_another_program_passes():
    assert preflight(as_png(art()), AREA, DTG).verdict == "ready"


def test_a_wrong_size_is_blocked_in_pixels():
    found = preflight(as_png(art(px=(700, 940))), AREA, DTG)
    size = next(f for f in found.blocked if f.rule == "wrong_size")
    assert (size.measured, size.required) == ("700 × 940 px", "709 × 945 px")


def test_everything_wrong_is_told_at_once():
    small = np.full((240, 180, 4), (*RED, 255), dtype=np.uint8)
    assert {"wrong_size", "low_resolution", "untagged_colour", "resolution_tag", "opaque_box", "outside_safe"} <= rules(
        as_png(small, dpi=None, icc=None)
    )


@pytest.mark.parametrize("dpi", [72, 299, None])
def test_a_wrong_resolution_tag_is_told(dpi):
    found = preflight(as_png(art(), dpi=dpi), AREA, DTG)
    assert [f.rule for f in found.found] == ["resolution_tag"]


def test_a_file_without_a_profile_is_told_and_one_that_says_srgb_by_its_chunk_is_not():
    assert rules(as_png(art(), icc=None)) == {"untagged_colour"}
    tag = PngImagePlugin.PngInfo()
    tag.add(b"sRGB", b"\0")
    assert rules(as_png(art(), icc=None, pnginfo=tag)) == set()


def test_a_jpeg_has_no_transparency():
    stream = io.BytesIO()
    Image.fromarray(art()[..., :3]).save(stream, "JPEG", quality=95, icc_profile=srgb_icc())
    assert "opaque_box" in rules(stream.getvalue())


def full(area=FULL) -> np.ndarray:
    width, height = area.size_px
    return np.full((height, width, 4), (30, 60, 90, 255), dtype=np.uint8)


def test_one_transparent_pixel_in_a_full_bleed_file_is_blocked():
    pixels = full()
    pixels[500, 300, 3] = 254
    found = preflight(as_png(pixels), FULL, PAPER)
    assert next(f for f in found.blocked if f.rule == "transparent_ground").measured == "1 transparent pixels"
    assert "transparent_ground" not in rules(as_png(full()), FULL, PAPER)


@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_one_white_row_at_the_edge_is_blocked_by_name(side):
    pixels = full()
    place = {"top": np.s_[0], "bottom": np.s_[-1], "left": np.s_[:, 0], "right": np.s_[:, -1]}[side]
    pixels[place] = 255
    found = preflight(as_png(pixels), FULL, PAPER)
    assert side in next(f for f in found.blocked if f.rule == "white_hairline").message


def test_white_that_goes_on_inwards_is_no_hairline():
    pixels = full()
    pixels[:60] = 255
    assert "white_hairline" not in rules(as_png(pixels), FULL, PAPER)


def test_art_in_the_margin_is_told_in_millimetres():
    pixels = art()
    pixels[:40, 100:200] = (*RED, 255)
    found = next(f for f in preflight(as_png(pixels), AREA, DTG).found if f.rule == "outside_safe")
    assert found.measured == "3.0 mm"


def test_dust_beside_the_drawing_is_told():
    pixels = art()
    pixels[30:34, 660:664] = (*RED, 255)
    assert "specks" in rules(as_png(pixels), replace(AREA, safe_mm=1))


def test_a_press_with_four_inks_and_no_screens_is_told_of_more_and_of_shading():
    screen = SHOP.process("screen")
    pixels = art()
    height, width = pixels.shape[:2]
    for i, ink in enumerate(
        [(200, 40, 30), (30, 60, 160), (40, 160, 60), (240, 200, 40), (20, 20, 20), (150, 60, 160)]
    ):
        pixels[height // 4 : -height // 4, width // 4 + 59 * i : width // 4 + 59 * (i + 1)] = (*ink, 255)
    assert "colours" in rules(as_png(pixels), AREA, screen)
    assert "colours" not in rules(as_png(pixels), AREA, DTG)
    ramp = art()
    shown = ramp[..., 3] > 0
    ramp[..., 0] = np.where(shown, np.linspace(20, 250, width)[None], 0)
    assert "gradients" in rules(as_png(ramp), AREA, screen)
    assert "gradients" not in rules(as_png(ramp), AREA, DTG)


@pytest.mark.parametrize("data", [b"", b"hello", b"GIF89a" + bytes(50), as_png(art())[:3000]])
def test_what_is_no_print_file_is_refused_in_a_sentence(data):
    with pytest.raises(InputRefused) as refused:
        preflight(data, AREA, DTG)
    assert refused.value.hint


def test_a_blank_file_is_refused():
    with pytest.raises(InputRefused, match="nothing would print"):
        preflight(as_png(np.zeros_like(art())), AREA, DTG)


# --- pages

Change = Callable[[pikepdf.Pdf, pikepdf.Object], None]


def page_pdf(change: Change | None = None, *, area=FULL, ppi: float = 300, slug_mm: float = 0.0) -> bytes:
    """A page made with pikepdf alone: a dark picture over the bleed, boxes exact, then changed."""
    bleed, width, height = area.bleed_mm, area.width_mm + 2 * area.bleed_mm, area.height_mm + 2 * area.bleed_mm
    pdf = pikepdf.new()
    size = (round(width / 25.4 * ppi), round(height / 25.4 * ppi))
    picture = Stream(pdf, bytes((30, 60, 90)) * (size[0] * size[1]))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, *size
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    s = slug_mm
    content = f"q {width * MM:.4f} 0 0 {height * MM:.4f} {s * MM:.4f} {s * MM:.4f} cm /Im Do Q".encode()
    pdf.add_blank_page(page_size=((width + 2 * s) * MM, (height + 2 * s) * MM))
    page = pdf.pages[0].obj
    page.BleedBox = Array([v * MM for v in (s, s, s + width, s + height)])
    page.TrimBox = Array([v * MM for v in (s + bleed, s + bleed, s + width - bleed, s + height - bleed)])
    page.Resources = Dictionary(XObject=Dictionary(Im=pdf.make_indirect(picture)))
    page.Contents = pdf.make_stream(content)
    if change:
        change(pdf, page)
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def checked(change: Change | None = None, **options) -> Findings:
    return preflight(page_pdf(change, **options), FULL, PAPER)


def test_a_right_page_passes():
    assert checked().verdict == "ready"


def test_marks_in_the_slug_are_not_taken_for_the_picture():
    """Crop marks outside the bleed are paper around the print, not holes in it."""
    assert checked(slug_mm=12).verdict == "ready"


def _shift(name: str, *by_mm: float) -> Change:
    def change(_pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        box = [float(v) for v in page[name]]
        page[name] = Array([v + mm * MM for v, mm in zip(box, by_mm, strict=True)])

    return change


def _drop(name: str) -> Change:
    return lambda _pdf, page: page.__delitem__(name)


def _put(name: str, value: object) -> Change:
    return lambda _pdf, page: page.__setitem__(name, value)


def _second_page(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    pdf.add_blank_page()


@pytest.mark.parametrize(
    ("change", "rule", "measured"),
    [
        (_shift("/TrimBox", 0, 0, 1, 0), "trim_box", "61.00 × 80.00 mm"),
        (_shift("/BleedBox", 0, 0, 0, -0.5), "bleed_box", "66.00 × 85.50 mm"),
        (_shift("/TrimBox", 1, 0, 1, 0), "bleed_uneven", "4.00, 3.00, 2.00, 3.00 mm"),
        (_drop("/TrimBox"), "trim_box", "66.00 × 86.00 mm"),
        (_put("/Rotate", 90), "page_turned", "rotated 90°, scaled 1"),
        (_put("/UserUnit", 2.0), "page_turned", "rotated 0°, scaled 2"),
        (_second_page, "page_count", "2 pages"),
    ],
    ids=["trim", "bleed", "uneven", "no trim", "rotated", "unit", "pages"],
)
def test_a_page_that_is_wrong_is_blocked_with_its_numbers(change, rule, measured):
    found = {f.rule: f for f in checked(change).blocked}
    assert found[rule].measured == measured
    assert found[rule].way_out


def test_half_a_hundredth_of_a_millimetre_is_no_matter():
    assert checked(_shift("/TrimBox", 0, 0, 0.005, 0)).verdict == "ready"


@pytest.mark.parametrize(("ppi", "severity"), [(300, None), (150, "choose"), (80, "blocked")])
def test_pictures_in_a_page_are_judged_at_the_size_they_are_placed(ppi, severity):
    found = [f for f in checked(ppi=ppi).found if f.rule == "low_resolution"]
    assert [f.severity.value for f in found] == ([severity] if severity else [])
    if found:
        assert float(found[0].measured.split()[0]) == pytest.approx(ppi, abs=1)


def test_a_picture_is_found_in_a_form_in_a_form():
    def nested(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        inner = Stream(
            pdf,
            bytes(page.Contents.read_bytes()),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 999, 999]),
            Matrix=Array([2, 0, 0, 2, 0, 0]),
            Resources=page.Resources,
        )
        page.Resources = Dictionary(XObject=Dictionary(Fm=pdf.make_indirect(inner)))
        page.Contents = pdf.make_stream(b"q 0.5 0 0 0.5 0 0 cm q /Fm Do Q Q")

    found = [f for f in checked(nested, ppi=120).found if f.rule == "low_resolution"]
    assert float(found[0].measured.split()[0]) == pytest.approx(120, abs=1)


def test_a_picture_short_of_the_bleed_is_blocked():
    def short(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        width, height = 66 * MM, 86 * MM
        page.Contents = pdf.make_stream(f"q {width - 0.6:.3f} 0 0 {height:.3f} 0 0 cm /Im Do Q".encode())

    assert "transparent_ground" in {f.rule for f in checked(short).blocked}


def test_a_font_that_the_file_does_not_carry_is_blocked_by_name():
    stream = io.BytesIO()
    canvas = ReportLabCanvas(stream, pagesize=(60 * MM, 80 * MM))
    canvas.setFont("Helvetica", 20)
    canvas.drawString(20, 60, "Hello")
    canvas.save()
    found = {f.rule: f for f in preflight(stream.getvalue(), AREA, DTG).blocked}
    assert "Helvetica" in found["font_not_embedded"].measured


def test_a_sticker_whose_cut_has_another_name_is_blocked(on_file):
    sticker = SHOP.product("sticker-4in")
    data = on_file(sticker, sticker.areas[0])["pdf"].path.read_bytes()
    wrong = replace(sticker.areas[0], cut="Cut Contour")
    found = next(f for f in preflight(data, wrong, SHOP.process("sticker")).blocked if f.rule == "cut_missing")
    assert (found.measured, found.required) == ("CutContour", "Cut Contour")


def locked() -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(page_pdf())) as document:
        document.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    return stream.getvalue()


def pageless() -> bytes:
    stream = io.BytesIO()
    pikepdf.new().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", page_pdf()[:400], locked(), pageless()])
def test_a_pdf_that_cannot_be_read_is_refused_in_a_sentence(data):
    with pytest.raises(InputRefused) as refused:
        preflight(data, FULL, PAPER)
    assert refused.value.hint
