"""Pages with one defect each, made on a good file: of any PDF, and of PDF/X-4."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from pod.imaging.colour import srgb_icc
from pod.imaging.plain import PRESS_PROFILE
from tests.printprep.foreign import (
    AREA,
    FULL,
    MM,
    Change,
    more_content,
    plain_page,
    spot,
    x1a_page,
    x4_page,
    xmp_with,
)  # fmt: skip
from tests.printprep.picture_defects import Defect


def put(name: str, value: object) -> Change:
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


def note(kind: str, *rect: float) -> Change:
    return lambda _pdf, page: page.__setitem__(
        "/Annots", Array([Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(list(rect)), F=4)])
    )


def _field(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    note("Widget", 40, 40, 80, 80)(pdf, page)
    page.Annots = Array([pdf.make_indirect(page.Annots[0])])
    pdf.Root.AcroForm = Dictionary(Fields=Array([page.Annots[0]]))


def layer(name: str, *, on: bool = True) -> Change:
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
    "a crop box within the bleed": Defect(page(put("/CropBox", Array([9, 9, 150, 200]))), "crop_box"),
    "a page from below zero": Defect(page(_moved_origin), "page_origin", "choose"),
    "turned": Defect(page(put("/Rotate", 90)), "page_turned"),
    "in other units": Defect(page(put("/UserUnit", 2.0)), "page_turned"),
    "two pages": Defect(page(_second_page), "page_count"),
    "protected": Defect(page(_locked), "encrypted"),
    "a script": Defect(page(_script), "javascript"),
    "a comment": Defect(page(note("Text", 40, 40, 80, 80)), "annotation", placed=True),
    "a form field": Defect(page(_field), "annotation", placed=True),
    "a layer of guides": Defect(page(layer("Guides - do not print")), "template_layer"),
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
    layer("Art")(pdf, page)
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
    "a link on the picture": Defect(page(note("Link", 40, 40, 80, 80), base=x4_page), "pdfx_annotation"),
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
        page(put("/Group", Dictionary(S=Name.Transparency)), base=x1a_page), "pdfx_transparency"
    ),
    "X-1a with layers": Defect(page(layer("Art"), base=x1a_page), "pdfx_layers"),
    "X-1a without dates": Defect(page(lambda pdf, _p: pdf.docinfo.__delitem__("/ModDate"), base=x1a_page), "pdfx_info"),
    "X-1a of 1.6": Defect(lambda: x1a_page().replace(b"%PDF-1.4", b"%PDF-1.6", 1), "pdfx_header"),
}
