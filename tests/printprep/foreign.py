"""Print files of other programs: pages and pictures that are right, made by pikepdf and Pillow alone, to be spoiled."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from pod.imaging.colour import srgb_icc
from pod.imaging.plain import PRESS_PROFILE
from pod.model.product import Background
from tests.printprep.prints import RED, SHOP

MM = 72 / 25.4
AREA = replace(SHOP.product("tee").areas[0], width_mm=60, height_mm=80, px=None, safe_mm=3, bleed_mm=0)
FULL = replace(AREA, background=Background.FULL, bleed_mm=3)
DTG, PAPER = SHOP.process("dtg"), SHOP.process("paper")

Change = Callable[[pikepdf.Pdf, pikepdf.Object], dict[str, object] | None]
"""Spoils a page; what it gives are options for saving it."""


def art(area=AREA) -> np.ndarray:
    """A red rectangle with air around it."""
    width, height = area.size_px
    pixels = np.zeros((height, width, 4), dtype=np.uint8)
    pixels[height // 4 : -height // 4, width // 4 : -width // 4] = (*RED, 255)
    return pixels


def full(area=FULL) -> np.ndarray:
    width, height = area.size_px
    return np.full((height, width, 4), (30, 60, 90, 255), dtype=np.uint8)


def as_png(pixels: np.ndarray, *, dpi: float | None = 300, icc: bytes | None = srgb_icc(), **more: object) -> bytes:
    stream = io.BytesIO()
    options = {**({"dpi": (dpi, dpi)} if dpi else {}), **({"icc_profile": icc} if icc else {}), **more}
    Image.fromarray(pixels).save(stream, "PNG", **options)
    return stream.getvalue()


# --- pages

_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped><pdf:Producer>Another</pdf:Producer>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A card</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>Another</xmp:CreatorTool><xmp:CreateDate>2026-05-04T10:00:00+02:00</xmp:CreateDate>
<xmp:ModifyDate>2026-05-04T10:00:00+02:00</xmp:ModifyDate><xmp:MetadataDate>2026-05-04T10:00:00+02:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1c8a8f4e-0000-4000-8000-000000000001</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def plain_page(change: Change | None = None, *, area=FULL, ppi: float = 300, slug_mm: float = 0.0) -> bytes:
    """A page that claims nothing: a dark picture over the bleed, boxes exact."""
    pdf, page = _page(area, slug_mm)
    picture = _picture(pdf, area, ppi, bytes((30, 60, 90)), Name.DeviceRGB)
    return _saved(pdf, page, picture, area, slug_mm, change, version="1.7")


def x4_page(change: Change | None = None, *, area=FULL, ppi: float = 300) -> bytes:
    """PDF/X-4 as its checklist has it: an ICC-based picture under a CMYK intent."""
    pdf, page = _page(area, 0.0)
    space = pdf.make_indirect(Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, srgb_icc(), N=3))]))
    picture = _picture(pdf, area, ppi, bytes((30, 60, 90)), space)
    page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    _intent(pdf)
    pdf.Root.Metadata = Stream(pdf, _XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    _info(pdf)
    return _saved(pdf, page, picture, area, 0.0, change, version="1.6")


def x1a_page(
    change: Change | None = None, *, area=FULL, ppi: float = 300, ink: bytes = bytes((200, 120, 60, 20))
) -> bytes:
    """PDF/X-1a:2003: inks only."""
    pdf, page = _page(area, 0.0)
    picture = _picture(pdf, area, ppi, ink, Name.DeviceCMYK)
    _intent(pdf)
    _info(pdf)
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
    return _saved(pdf, page, picture, area, 0.0, change, version="1.4")


def xmp_with(old: str, new: str) -> Change:
    """The metadata with other words in it."""

    def change(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
        assert old in _XMP
        pdf.Root.Metadata = Stream(pdf, _XMP.replace(old, new).encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def _page(area, slug_mm: float) -> tuple[pikepdf.Pdf, pikepdf.Object]:
    bleed, s = area.bleed_mm, slug_mm
    width, height = area.width_mm + 2 * bleed, area.height_mm + 2 * bleed
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=((width + 2 * s) * MM, (height + 2 * s) * MM))
    page = pdf.pages[0].obj
    page.BleedBox = Array([v * MM for v in (s, s, s + width, s + height)])
    page.TrimBox = Array([v * MM for v in (s + bleed, s + bleed, s + width - bleed, s + height - bleed)])
    return pdf, page


def _picture(pdf: pikepdf.Pdf, area, ppi: float, pixel: bytes, space: pikepdf.Object) -> Stream:
    size = [round((mm + 2 * area.bleed_mm) / 25.4 * ppi) for mm in (area.width_mm, area.height_mm)]
    picture = Stream(pdf, pixel * (size[0] * size[1]))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, *size
    picture.ColorSpace, picture.BitsPerComponent = space, 8
    return picture


def _intent(pdf: pikepdf.Pdf) -> None:
    profile = Stream(pdf, PRESS_PROFILE.read_bytes(), N=4)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=String("FOGRA39"),
                Info=String("Offset on coated paper"),
                RegistryName=String("http://www.color.org"),
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )


def _info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"], pdf.docinfo["/Creator"], pdf.docinfo["/Producer"] = "A card", "Another", "Another"
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = "D:20260504100000+02'00'"
    pdf.docinfo["/Trapped"] = Name("/False")


def _saved(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    picture: Stream,
    area,
    slug_mm: float,
    change: Change | None,
    *,
    version: str,
) -> bytes:
    width, height = area.width_mm + 2 * area.bleed_mm, area.height_mm + 2 * area.bleed_mm
    page.Resources = Dictionary(XObject=Dictionary(Im=pdf.make_indirect(picture)))
    at = slug_mm * MM
    page.Contents = pdf.make_stream(
        f"q {width * MM:.4f} 0 0 {height * MM:.4f} {at:.4f} {at:.4f} cm /Im Do Q\n".encode()
    )
    options = (change(pdf, page) if change else None) or {}
    options = options if "encryption" in options else {"force_version": version, **options}
    stream = io.BytesIO()
    disable = pikepdf.ObjectStreamMode.disable
    pdf.save(stream, object_stream_mode=disable, fix_metadata_version=False, **options)
    return stream.getvalue()


def more_content(operators: str, **resources: object) -> Change:
    """The page with `operators` painted over its picture."""

    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        for kind, named in resources.items():
            table = page.Resources.get(f"/{kind}") or Dictionary()
            made = named(pdf) if callable(named) else named
            for name, value in made.items():
                table[f"/{name}"] = value
            page.Resources[f"/{kind}"] = table
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + operators.encode())

    return change


def spot(pdf: pikepdf.Pdf, name: str, cmyk: tuple[float, ...] = (0, 1, 0, 0)) -> pikepdf.Object:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array(list(cmyk)), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, pdf.make_indirect(tint)]))
