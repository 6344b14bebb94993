"""Every defect that preflight knows, each made on a good file: found by its own rule, blocked by no other, and placed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from pod.imaging.colour import srgb_icc
from pod.imaging.plain import PRESS_PROFILE
from pod.model.findings import Finding, Findings
from pod.printprep import preflight
from tests.imaging import files
from tests.imaging.test_input_colour import DISPLAY_P3
from tests.printprep.foreign import (
    AREA,
    DTG,
    FULL,
    MM,
    PAPER,
    Change,
    art,
    as_png,
    full,
    more_content,
    plain_page,
    spot,
    x1a_page,
    x4_page,
    xmp_with,
)  # fmt: skip

WHITE = "#ffffff"


@dataclass(frozen=True)
class Defect:
    """`make` gives the file; `rule` is who finds it; `placed` whether it has a place."""

    make: Callable[[], bytes]
    rule: str
    severity: str = "blocked"
    area: object = FULL
    process: object = PAPER
    cloth_rgb: str = ""
    placed: bool = False


def picture(change: Callable[[np.ndarray], None], *, base=art, **options) -> Callable[[], bytes]:
    def make() -> bytes:
        pixels = base()
        change(pixels)
        return as_png(pixels, **options)

    return make


def _unchanged(_pixels: np.ndarray) -> None:
    """For defects that lie beside the pixels."""


def _ink(where: tuple, colour: tuple[int, ...] = (200, 40, 30, 255)) -> Callable[[np.ndarray], None]:
    return lambda pixels: pixels.__setitem__(where, colour)


def _glow(pixels: np.ndarray) -> None:
    pixels[180:230, 200:500] = (200, 40, 30, 120)


def _white_letters(pixels: np.ndarray) -> None:
    pixels[pixels[..., 3] > 0] = (250, 250, 250, 255)


def _guide_box(inset_px: int, colour: tuple[int, int, int], width_px: int = 2) -> Callable[[np.ndarray], None]:
    def draw(pixels: np.ndarray) -> None:
        height, width = pixels.shape[:2]
        a, b = inset_px, inset_px + width_px
        for where in (
            np.s_[a:b, a : width - a],
            np.s_[height - b : height - a, a : width - a],
            np.s_[a : height - a, a:b],
            np.s_[a : height - a, width - b : width - a],
        ):
            pixels[where] = (*colour, 255)

    return draw


def _crosses(pixels: np.ndarray) -> None:
    height, width = pixels.shape[:2]
    trim = round(3 / 25.4 * 300)
    for y in (trim, height - trim):
        for x in (trim, width - trim):
            pixels[y - 1 : y + 1, max(0, x - 30) : x + 30] = (0, 255, 255, 255)
            pixels[max(0, y - 30) : y + 30, x - 1 : x + 1] = (0, 255, 255, 255)


def tiff(levels: np.ndarray, photometric: int, **options) -> Callable[[], bytes]:
    """With the right resolution tag, so that nothing else is wrong with it."""

    def make() -> bytes:
        data = files.tiff(levels, photometric, **options)
        return data.replace(b"", b"")

    return make


def _inks(*level: int) -> np.ndarray:
    width, height = FULL.size_px
    return np.full((height, width, 4), level, np.uint8)


def _trim_only() -> bytes:
    return as_png(full(replace(FULL, bleed_mm=0)))


PICTURES: dict[str, Defect] = {
    "wrong size": Defect(lambda: as_png(full(replace(FULL, width_mm=50))), "wrong_size"),
    "no bleed": Defect(_trim_only, "missing_bleed"),
    "no profile": Defect(picture(_unchanged, icc=None), "untagged_colour", "choose", AREA, DTG),
    "a wide profile": Defect(picture(_unchanged, icc=DISPLAY_P3), "converted_colour", "choose", AREA, DTG),
    "a profile that is none": Defect(picture(_unchanged, icc=b"x" * 300), "unusable_profile", "choose", AREA, DTG),
    "a wrong resolution tag": Defect(picture(_unchanged, dpi=72), "resolution_tag", "choose", AREA, DTG),
    "art in the margin": Defect(picture(_ink(np.s_[:60, 200:400])), "outside_safe", "choose", AREA, DTG, placed=True),
    "a box of ground": Defect(
        picture(_ink(np.s_[:, :], (90, 90, 90, 255))), "opaque_box", "choose", replace(AREA, safe_mm=0), DTG
    ),
    "a glow": Defect(picture(_glow), "soft_alpha", "choose", AREA, DTG, placed=True),
    "a hairline": Defect(picture(_ink(np.s_[100:103, 100:600])), "thin_lines", "choose", AREA, DTG, placed=True),
    "a narrow gap": Defect(
        picture(_ink(np.s_[400:405, 200:500], (0, 0, 0, 0))), "narrow_gaps", "choose", AREA, DTG, placed=True
    ),
    "dust": Defect(picture(_ink(np.s_[100:104, 600:604])), "specks", "choose", AREA, DTG, placed=True),
    "a hole in the ground": Defect(
        picture(_ink(np.s_[500:520, 300:320], (30, 60, 90, 0)), base=full), "transparent_ground", placed=True
    ),
    "a white edge": Defect(picture(_ink(np.s_[:, -1], (255, 255, 255, 255)), base=full), "white_hairline", placed=True),
    "white on white": Defect(picture(_white_letters), "invisible_on_cloth", "blocked", AREA, DTG, WHITE, placed=True),
    "half of it white on white": Defect(
        picture(_ink(np.s_[240:540, 120:500], (252, 252, 252, 255))),
        "invisible_on_cloth",
        "choose",
        AREA,
        DTG,
        WHITE,
        placed=True,
    ),
    "magenta guides at the trim": Defect(
        picture(_guide_box(35, (255, 0, 255)), base=full), "template_guides", placed=True
    ),
    "press-magenta guides in the safe area": Defect(
        picture(_guide_box(71, (230, 0, 126)), base=full), "template_guides", placed=True
    ),
    "cyan crosses at the corners": Defect(picture(_crosses, base=full), "template_guides", placed=True),
    "16 bits": Defect(
        lambda: files.png(full().astype(np.uint16) * 257, {b"sRGB": b"\0", **_phys()}), "sixteen_bits", "choose"
    ),
    "lying on its side": Defect(lambda: _turned(), "turned", "choose"),
    "inks without a profile": Defect(lambda: _cmyk_tiff((60, 40, 20, 0), b""), "untagged_inks", "choose"),
    "too much ink": Defect(
        lambda: _cmyk_tiff((255, 230, 230, 200), PRESS_PROFILE.read_bytes()), "over_ink", "choose", placed=True
    ),
}


def _phys() -> dict[bytes, bytes]:
    return {b"pHYs": b"\0\0\x2e\x23\0\0\x2e\x23\x01"}


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return as_png(np.ascontiguousarray(np.rot90(full(), 1)), exif=exif)


def _cmyk_tiff(ink: tuple[int, int, int, int], icc: bytes) -> bytes:
    stream = io.BytesIO()
    image = Image.frombytes("CMYK", FULL.size_px, _inks(*ink).tobytes())
    image.save(stream, "TIFF", dpi=(300, 300), compression="tiff_lzw", **({"icc_profile": icc} if icc else {}))
    return stream.getvalue()


# --- pages


def _put(name: str, value: object) -> Change:
    return lambda _pdf, page: page.__setitem__(name, value)


def _drop(name: str) -> Change:
    return lambda _pdf, page: page.__delitem__(name)


def _shift(name: str, *by_mm: float) -> Change:
    def change(_pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        page[name] = Array([float(v) + mm * MM for v, mm in zip(page[name], by_mm, strict=True)])

    return change


def _both(first: Change, second: Change) -> Change:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        first(pdf, page)
        second(pdf, page)

    return change


def _bleed_is_trim(_pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.BleedBox = page.TrimBox
    page.MediaBox = page.TrimBox


def _moved_origin(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    for name in ("/MediaBox", "/BleedBox", "/TrimBox"):
        page[name] = Array([float(v) - 20 for v in page[name]])
    page.Contents = pdf.make_stream(b"1 0 0 1 -20 -20 cm " + page.Contents.read_bytes())


def _script(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    action = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


def _note(kind: str, *rect: float) -> Change:
    return lambda _pdf, page: page.__setitem__(
        "/Annots", Array([Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(list(rect)), F=4)])
    )


def _field(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    _note("Widget", 40, 40, 80, 80)(pdf, page)
    page.Annots = Array([pdf.make_indirect(page.Annots[0])])
    pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[0]]))


def _layer(name: str, *, on: bool = True) -> Change:
    def change(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
        off = Array([]) if on else Array([layer])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name=String("Default"), OFF=off))

    return change


def _locked(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> dict[str, object]:
    return {"encryption": pikepdf.Encryption(owner="a", user="", R=6)}


def _helvetica(pdf: pikepdf.Pdf) -> dict[str, object]:
    return {"F": pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))}


def _bitmap(pdf: pikepdf.Pdf) -> dict[str, object]:
    stencil = Stream(
        pdf,
        bytes(50 * 400),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=400,
        Height=400,
        BitsPerComponent=1,
        ImageMask=True,
    )
    return {"Bit": pdf.make_indirect(stencil)}


def _over(op: bool = True) -> dict[str, object]:
    return {"Over": Dictionary(Type=Name.ExtGState, OP=op, op=op, OPM=1)}


def _two_spots(one: str, other: str, *inks: tuple[float, ...]) -> Callable[[pikepdf.Pdf], dict[str, object]]:
    first, second = inks or ((0, 1, 0, 0), (0, 1, 0, 0))
    return lambda pdf: {"A": spot(pdf, one, first), "B": spot(pdf, other, second)}


TWO_BOXES = "/A cs 1 scn 30 30 40 40 re f /B cs 1 scn 90 90 40 40 re f"


def _itself(pdf: pikepdf.Pdf) -> dict[str, object]:
    form = pdf.make_indirect(Stream(pdf, b"/Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    form.Resources = Dictionary(XObject=Dictionary(Me=form))
    return {"Me": form}


def _second_page(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    pdf.add_blank_page()


def page(change: Change, *, base=plain_page, **options) -> Callable[[], bytes]:
    return lambda: base(change, **options)


PAGES: dict[str, Defect] = {
    "another trim": Defect(page(_shift("/TrimBox", 0, 0, 1, 0)), "trim_box"),
    "another bleed": Defect(page(_shift("/BleedBox", 0, 0, 0, -0.5)), "bleed_box"),
    "a trim off the middle": Defect(page(_shift("/TrimBox", 1, 0, 1, 0)), "bleed_uneven"),
    "a trim off by 0.05 mm": Defect(page(_shift("/TrimBox", 0, 0, 0.05, 0)), "trim_box"),
    "a page without bleed": Defect(page(_bleed_is_trim), "missing_bleed"),
    "no trim": Defect(
        page(_drop("/TrimBox"), area=replace(AREA, background=FULL.background)),
        "no_trim_box",
        "choose",
        replace(AREA, background=FULL.background),
    ),
    "a bleed beyond the page": Defect(page(_shift("/MediaBox", 0, 0, -2, 0)), "box_nesting"),
    "a crop box within the bleed": Defect(page(_put("/CropBox", Array([9, 9, 150, 200]))), "crop_box"),
    "a page from below zero": Defect(page(_moved_origin), "page_origin", "choose"),
    "turned": Defect(page(_put("/Rotate", 90)), "page_turned"),
    "in other units": Defect(page(_put("/UserUnit", 2.0)), "page_turned"),
    "two pages": Defect(page(_second_page), "page_count"),
    "protected": Defect(page(_locked), "encrypted"),
    "a script": Defect(page(_script), "javascript"),
    "a comment": Defect(page(_note("Text", 40, 40, 80, 80)), "annotation", placed=True),
    "a form field": Defect(page(_field), "annotation", placed=True),
    "a layer of guides": Defect(page(_layer("Guides - do not print")), "template_layer"),
    "a font of the printer's": Defect(
        page(more_content("BT /F 12 Tf 40 40 Td (Hello) Tj ET", Font=_helvetica)), "font_not_embedded", placed=True
    ),
    "a coarse picture": Defect(page(lambda *_: None, ppi=80), "low_resolution", placed=True),
    "a soft picture": Defect(page(lambda *_: None, ppi=150), "low_resolution", "choose", placed=True),
    "a coarse bitmap": Defect(
        page(more_content("q 100 0 0 100 40 40 cm /Bit Do Q", XObject=_bitmap)), "coarse_bitmap", placed=True
    ),
    "a line without width": Defect(page(more_content("0 w 0.9 G 40 40 m 120 90 l S")), "zero_width_line", placed=True),
    "a line of a tenth of a point": Defect(
        page(more_content("0.1 w 0.9 G 40 40 m 120 90 l S")), "thin_stroke", "choose", placed=True
    ),
    "white that overprints": Defect(
        page(more_content("/Over gs 0 0 0 0 k 40 40 60 60 re f", ExtGState=_over())), "white_overprint", placed=True
    ),
    "white type that overprints": Defect(
        page(more_content("/Over gs 1 g 40 40 60 60 re f", ExtGState=_over())), "white_overprint", placed=True
    ),
    "one spot in two spellings": Defect(
        page(more_content(TWO_BOXES, ColorSpace=_two_spots("Gold", "gold"))), "spot_names_differ", placed=True
    ),
    "one spot of two colours": Defect(
        page(more_content(TWO_BOXES, ColorSpace=_two_spots("Gold", "Gold", (0, 1, 0, 0), (1, 0, 0, 0)))),
        "spot_means_two",
        "choose",
    ),
    "art in the marks' colour": Defect(
        page(more_content("/A cs 1 scn 40 40 9 9 re f", ColorSpace=lambda pdf: {"A": spot(pdf, "All", (1, 1, 1, 1))})),
        "registration_colour",
        "choose",
        placed=True,
    ),
    "a form in itself": Defect(page(more_content("/Me Do", XObject=_itself)), "page_loop"),
    "no cut": Defect(plain_page, "cut_missing", area=replace(FULL, cut="CutContour")),
    "too much ink on the page": Defect(
        lambda: x1a_page(ink=bytes((255, 240, 230, 200))), "over_ink", "choose", placed=True
    ),
}


def _no(name: str) -> Change:
    return lambda pdf, _page: pdf.Root.__delitem__(name)


def _intent_with(**changes: object) -> Change:
    def change(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
        intent = pdf.Root.OutputIntents[0]
        for key, value in changes.items():
            if value is None:
                del intent[f"/{key}"]
            else:
                intent[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def _two_intents(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def _monitor(pdf: pikepdf.Pdf) -> object:
    return pdf.make_indirect(Stream(pdf, srgb_icc(), N=3))


def _wrong_n(pdf: pikepdf.Pdf) -> object:
    return pdf.make_indirect(Stream(pdf, PRESS_PROFILE.read_bytes(), N=3))


def _info_with(key: str, value: object) -> Change:
    return lambda pdf, _page: pdf.docinfo.__setitem__(key, value)


def _state(**entries: object) -> dict[str, object]:
    return {"S": Dictionary(Type=Name.ExtGState, **entries)}


def _lzw(pdf: pikepdf.Pdf, page: pikepdf.Object) -> dict[str, object]:
    """LZW of 9-bit codes: clear, a space, end (7.4.4)."""
    bits = "".join(f"{code:09b}" for code in (256, 32, 257))
    packed = int(bits.ljust(32, "0"), 2).to_bytes(4, "big")
    extra = Stream(pdf, b"")
    extra.write(packed, filter=Name.LZWDecode)
    page.Contents = Array([page.Contents, pdf.make_indirect(extra)])
    return {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}


def _external(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject.Im.Alternates = Array([])


def _device_rgb(_pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject.Im.ColorSpace = Name.DeviceRGB


def _wrong_icc(_pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject.Im.ColorSpace[1].N = 4


def _icc_that_is_none(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject.Im.ColorSpace[1] = pdf.make_indirect(Stream(pdf, b"no profile", N=3))


def _unnamed_layers(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    _layer("Art")(pdf, page)
    del pdf.Root.OCProperties.D.Name


def _newer(data: bytes) -> bytes:
    return data.replace(b"%PDF-1.6", b"%PDF-1.7", 1)


def _without_high_bytes(data: bytes) -> bytes:
    second = data.index(b"%", 1)
    return data[:second] + b"%abcd" + data[second + 5 :]


def _without_id(data: bytes) -> bytes:
    """The trailer's /ID renamed, so that nothing moves."""
    return data.replace(b"/ID [", b"/Xx [")


X4: dict[str, Defect] = {
    "PDF 1.7": Defect(lambda: _newer(x4_page()), "pdfx_header"),
    "no high bytes": Defect(lambda: _without_high_bytes(x4_page()), "pdfx_header"),
    "no file identifier": Defect(lambda: _without_id(x4_page()), "pdfx_id"),
    "LZW": Defect(page(_lzw, base=x4_page), "pdfx_filter"),
    "alternate pictures": Defect(page(_external, base=x4_page), "pdfx_external"),
    "metadata that is no XML": Defect(
        page(_both(xmp_with("</rdf:RDF>", ""), _info_with("/GTS_PDFXVersion", "PDF/X-4")), base=x4_page),
        "pdfx_metadata",
    ),
    "the claim in another namespace": Defect(
        page(xmp_with("www.npes.org/pdfx/ns/id/", "ns.adobe.com/pdfx/1.3/"), base=x4_page), "pdfx_flavour"
    ),
    "Info of another flavour": Defect(
        page(_info_with("/GTS_PDFXVersion", "PDF/X-1a:2003"), base=x4_page), "pdfx_flavour"
    ),
    "no title": Defect(page(xmp_with("A card", ""), base=x4_page), "pdfx_properties"),
    "no version id": Defect(
        page(xmp_with("<xmpMM:VersionID>1</xmpMM:VersionID>", ""), base=x4_page), "pdfx_properties"
    ),
    "trapped unknown": Defect(
        page(
            _both(xmp_with("<pdf:Trapped>False", "<pdf:Trapped>Unknown"), _info_with("/Trapped", Name.Unknown)),
            base=x4_page,
        ),
        "pdfx_trapped",
    ),
    "trapped by a wrong name": Defect(page(_info_with("/Trapped", Name("/False_")), base=x4_page), "pdfx_trapped"),
    "two titles": Defect(page(_info_with("/Title", "Another card"), base=x4_page), "pdfx_info_differs"),
    "two dates": Defect(page(_info_with("/ModDate", "D:20260504100000+00'00'"), base=x4_page), "pdfx_info_differs"),
    "no intent": Defect(page(_no("/OutputIntents"), base=x4_page), "pdfx_intent"),
    "two intents": Defect(page(_two_intents, base=x4_page), "pdfx_intent"),
    "a condition without a name": Defect(
        page(_intent_with(OutputConditionIdentifier=None), base=x4_page), "pdfx_condition"
    ),
    "a monitor as the press": Defect(
        page(_intent_with(DestOutputProfile=_monitor), base=x4_page), "pdfx_intent_profile"
    ),
    "a wrong N": Defect(page(_intent_with(DestOutputProfile=_wrong_n), base=x4_page), "pdfx_intent_profile"),
    "no profile in the intent": Defect(page(_intent_with(DestOutputProfile=None), base=x4_page), "pdfx_intent_profile"),
    "trim and art": Defect(page(lambda _pdf, p: p.__setitem__("/ArtBox", p.TrimBox), base=x4_page), "pdfx_trim"),
    "a link on the picture": Defect(page(_note("Link", 40, 40, 80, 80), base=x4_page), "pdfx_annotation"),
    "something done on opening": Defect(
        page(lambda pdf, _p: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.GoTo)), base=x4_page), "pdfx_action"
    ),
    "device RGB": Defect(page(_device_rgb, base=x4_page), "pdfx_device_colour"),
    "device RGB in a shape": Defect(
        page(more_content("1 0 0 rg 40 40 20 20 re f"), base=x4_page), "pdfx_device_colour"
    ),
    "a wrong N in a picture": Defect(page(_wrong_icc, base=x4_page), "pdfx_icc"),
    "a picture's profile that is none": Defect(page(_icc_that_is_none, base=x4_page), "pdfx_icc"),
    "a transfer function": Defect(
        page(more_content("/S gs", ExtGState=_state(TR=Name.Identity)), base=x4_page), "pdfx_halftone"
    ),
    "an unknown blend": Defect(
        page(more_content("/S gs 0 0 0 1 k 40 40 9 9 re f", ExtGState=_state(BM=Name("/Burnish"))), base=x4_page),
        "pdfx_blend",
    ),
    "layers without a name": Defect(page(_unnamed_layers, base=x4_page), "pdfx_layer_names"),
    "X-1a with light": Defect(page(more_content("1 0 0 rg 40 40 20 20 re f"), base=x1a_page), "pdfx_colour"),
    "X-1a with opacity": Defect(
        page(more_content("/S gs 0 0 0 1 k 40 40 20 20 re f", ExtGState=_state(ca=0.5)), base=x1a_page),
        "pdfx_transparency",
    ),
    "X-1a with a group": Defect(
        page(_put("/Group", Dictionary(S=Name.Transparency)), base=x1a_page), "pdfx_transparency"
    ),
    "X-1a with layers": Defect(page(_layer("Art"), base=x1a_page), "pdfx_layers"),
    "X-1a without dates": Defect(page(lambda pdf, _p: pdf.docinfo.__delitem__("/ModDate"), base=x1a_page), "pdfx_info"),
    "X-1a of 1.6": Defect(lambda: x1a_page().replace(b"%PDF-1.4", b"%PDF-1.6", 1), "pdfx_header"),
}

DEFECTS = {**PICTURES, **PAGES, **X4}


def found_in(defect: Defect) -> Findings:
    return preflight(defect.make(), defect.area, defect.process, cloth_rgb=defect.cloth_rgb)


GOOD = {
    "cut-out PNG": (lambda: as_png(art()), AREA, DTG),
    "full PNG": (lambda: as_png(full()), FULL, PAPER),
    "CMYK TIFF": (lambda: _cmyk_tiff((60, 40, 20, 0), PRESS_PROFILE.read_bytes()), FULL, PAPER),
    "plain page": (plain_page, FULL, PAPER),
    "X-4 page": (x4_page, FULL, PAPER),
    "X-1a page": (x1a_page, replace(FULL, colour="cmyk"), PAPER),
    "page with marks in its slug": (lambda: plain_page(slug_mm=12), FULL, PAPER),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_good_file_has_no_defect(case):
    make, area, process = GOOD[case]
    found = preflight(make(), area, process)
    # inks are told: a shop that wants sRGB has to know
    assert {f.rule for f in found.found} <= {"converted_colour"} if "TIFF" in case else not found.found


@pytest.mark.parametrize("case", DEFECTS)
def test_a_defect_is_found_by_its_rule_and_blocked_by_no_other(case):
    defect = DEFECTS[case]
    findings = found_in(defect)
    by_rule = {f.rule: f for f in findings.found}
    assert defect.rule in by_rule, sorted(by_rule)
    found = by_rule[defect.rule]
    assert found.severity.value == defect.severity
    assert {f.rule for f in findings.blocked} <= {defect.rule}
    assert_told(found)
    if defect.placed:
        assert found.where_px is not None
        assert found.where_mm is not None


def assert_told(found: Finding) -> None:
    for text in (found.message, found.measured, found.required, found.way_out):
        assert text.strip()
    assert found.message.endswith(".")


def test_there_are_more_than_forty_of_them():
    assert len(DEFECTS) >= 40
    assert len({d.rule for d in DEFECTS.values()}) >= 40


@pytest.mark.parametrize(
    ("case", "box"),
    [
        ("a hairline", (8.5, 8.5, 42.3, 0.25)),
        ("art in the margin", (16.9, 0, 16.9, 3.0)),
        ("dust", (50.8, 8.5, 0.34, 0.34)),
        ("a hole in the ground", (22.4, 39.3, 1.7, 1.7)),
        ("a comment", (11.1, 54.8, 14.1, 14.1)),
        ("white that overprints", (11.1, 47.7, 21.2, 21.2)),
    ],
)
def test_the_place_is_told_in_millimetres_from_the_trim(case, box):
    defect = DEFECTS[case]
    found = next(f for f in found_in(defect).found if f.rule == defect.rule)
    place = found.where_mm
    assert (place.left, place.top, place.width, place.height) == pytest.approx(box, abs=0.25)


def test_the_width_of_a_hairline_is_measured():
    found = next(f for f in found_in(DEFECTS["a hairline"]).found if f.rule == "thin_lines")
    assert float(found.measured.split()[0]) == pytest.approx(3 / 300 * 25.4, abs=0.05)


def test_a_switched_off_layer_and_a_marks_annotation_are_no_defect():
    assert not preflight(plain_page(_layer("Guides", on=False)), FULL, PAPER).found
    assert not preflight(x4_page(_note("PrinterMark", 0, 0, 5, 5)), FULL, PAPER).found


def test_magenta_art_is_no_guide():
    """A magenta frame inside the picture, a thick one at its edge, and a single magenta line."""
    for draw in (
        _guide_box(200, (255, 0, 255)),
        _guide_box(35, (255, 0, 255), width_px=40),
        _ink(np.s_[71:73, 100:700], (255, 0, 255, 255)),
    ):
        pixels = full()
        draw(pixels)
        assert "template_guides" not in {f.rule for f in preflight(as_png(pixels), FULL, PAPER).found}


def test_what_could_not_be_measured_is_listed(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert preflight(x1a_page(), FULL, PAPER).not_measured == ("over_ink",)
    assert preflight(as_png(art()), AREA, DTG).not_measured == ()
    turned = preflight(plain_page(_put("/Rotate", 90)), FULL, PAPER)
    assert "pixels" in turned.not_measured


HEAVY = {
    "a TIFF": lambda: _cmyk_tiff((255, 204, 153, 26), PRESS_PROFILE.read_bytes()),
    "a page": lambda: x1a_page(ink=bytes((255, 204, 153, 26))),
}
"""250 % of ink."""


@pytest.mark.parametrize("make", HEAVY.values(), ids=HEAVY)
def test_how_much_ink_is_too_much_the_process_says(make):
    newspaper, silent = replace(PAPER, max_ink_percent=240), replace(PAPER, max_ink_percent=0)
    [found] = [f for f in preflight(make(), FULL, newspaper).found if f.rule == "over_ink"]
    assert (found.measured, found.required) == ("250 % ink", "at most 240 %")
    within = preflight(make(), FULL, silent)
    assert "over_ink" not in {*within.not_measured, *(f.rule for f in within.found)}
    assert "over_ink" in preflight(make(), FULL, silent, press=lambda: None).not_measured


def test_where_the_process_is_silent_the_press_profile_limits_the_ink():
    """ISO Coated v2 300 % never asks for more than 298 %, over all of sRGB."""
    heavier = _cmyk_tiff((255, 255, 230, 40), PRESS_PROFILE.read_bytes())
    [found] = [f for f in preflight(heavier, FULL, replace(PAPER, max_ink_percent=0)).found if f.rule == "over_ink"]
    assert (found.measured, found.required) == ("306 % ink", "at most 298 %")
    allowed = preflight(heavier, FULL, replace(PAPER, max_ink_percent=320))
    assert "over_ink" not in {f.rule for f in allowed.found}


def test_a_page_of_another_program_is_read():
    stream = io.BytesIO()
    canvas = ReportLabCanvas(stream, pagesize=(60 * MM, 80 * MM), initialFontName="Helvetica")
    canvas.rect(30, 30, 60, 60, fill=1)
    canvas.save()
    assert {f.rule for f in preflight(stream.getvalue(), AREA, DTG).found} == {"no_trim_box", "font_not_embedded"}
