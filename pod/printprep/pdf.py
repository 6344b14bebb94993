"""The print page: one piece, exact boxes, tagged colour, nothing that a printer's software has to guess.

Boxes come from millimetres, never from pixel counts (ISO 32000-2, 14.11.2). Vector art stays paths; a picture goes in
losslessly, as Flate with PNG's predictors (7.4.4.4) in an ICC-based space, its alpha as a soft mask. The same input
gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path as FilePath

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from pod.drawing import Canvas, Drawing, Transform
from pod.drawing.paths import Path
from pod.drawing.pdf import path_operators, write_form
from pod.drawing.shapes import rect
from pod.imaging.colour import srgb_icc
from pod.model.geometry import Box, mm_to_pt
from pod.printprep.fit import Sheet

_CUT_WIDTH_PT = 0.25
"""Cutters follow the line whatever its width; controllers ask for a hairline of 0.25 pt to know it by."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page. Vector art: `drawing` with its `ink` box placed at `art_mm`, on `ground` if not empty."""

    sheet: Sheet
    title: str
    when: datetime
    drawing: Drawing | None = None
    ink: Box | None = None
    art_mm: Box | None = None
    ground: str = ""
    cut: Path | None = None


@dataclass(frozen=True, slots=True)
class PackedPicture:
    """A picture as `RowPacker` packs it, in pieces. No `alpha`: nothing in it is see-through."""

    width_px: int
    height_px: int
    colour: tuple[bytes, ...]
    alpha: tuple[bytes, ...] = ()


def write_page(path: FilePath, page: Page, picture: PackedPicture | None) -> None:
    """Writes the page; `picture` stands for the art where there is no drawing."""
    pdf = pikepdf.new()
    space = pdf.make_indirect(Array([Name.ICCBased, _profile(pdf)]))
    art = _picture(pdf, picture, space) if picture is not None else _vector(pdf, page, space)
    resources = Dictionary(XObject=Dictionary(Art=art))
    content = _art_operators(page)
    if page.cut is not None:
        resources.ColorSpace = Dictionary(Cut=_separation(pdf, page.sheet.area.cut))
        # the line may not knock out what is printed under it: overprinted, and multiplied where art is see-through
        resources.ExtGState = Dictionary(Over=Dictionary(BM=Name.Multiply, OP=True, op=True, OPM=1))
        content += _cut_operators(page, page.cut)
    media, trim = boxes_pt(page.sheet)
    pdf.pages.append(
        pikepdf.Page(
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Page,
                    MediaBox=Array(media),
                    BleedBox=Array(media),
                    TrimBox=Array(trim),
                    Resources=resources,
                    Contents=pdf.make_stream(content.encode("ascii")),
                    Group=Dictionary(S=Name.Transparency, CS=space, I=True),
                )
            )
        )
    )
    _describe(pdf, page)
    pdf.save(
        path,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
        recompress_flate=False,
        force_version="1.6",
    )


def boxes_pt(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Media (and bleed) box and trim box in points, to five decimals."""
    area, bleed = sheet.area, sheet.area.bleed_mm
    corners = (0.0, 0.0, area.width_mm + 2 * bleed, area.height_mm + 2 * bleed)
    trim = (bleed, bleed, area.width_mm + bleed, area.height_mm + bleed)
    return [round(mm_to_pt(v), 5) for v in corners], [round(mm_to_pt(v), 5) for v in trim]


def _profile(pdf: pikepdf.Pdf) -> pikepdf.Object:
    stream = Stream(pdf, srgb_icc(), N=3, Alternate=Name.DeviceRGB)
    return pdf.make_indirect(stream)


def _picture(pdf: pikepdf.Pdf, picture: PackedPicture, space: pikepdf.Object) -> pikepdf.Object:
    image = _image(pdf, picture, b"".join(picture.colour), 3, space)
    if picture.alpha:
        image.SMask = _image(pdf, picture, b"".join(picture.alpha), 1, Name.DeviceGray)
    return image


def _image(
    pdf: pikepdf.Pdf, picture: PackedPicture, packed: bytes, channels: int, space: pikepdf.Object
) -> pikepdf.Object:
    stream = Stream(pdf, b"")
    stream.write(
        packed,
        filter=Name.FlateDecode,
        decode_parms=Dictionary(Predictor=15, Colors=channels, BitsPerComponent=8, Columns=picture.width_px),
    )
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = picture.width_px, picture.height_px, 8
    stream.ColorSpace = space
    return pdf.make_indirect(stream)


def _vector(pdf: pikepdf.Pdf, page: Page, space: pikepdf.Object) -> pikepdf.Object:
    """The sheet as a form of one unit per point, clipped to the bleed, ground and art as paths."""
    (_, _, width, height), _ = boxes_pt(page.sheet)
    canvas = Canvas(width, height)
    if page.ground:
        canvas.fill(rect(0, 0, width, height), page.ground)
    if page.drawing is not None and page.ink is not None and page.art_mm is not None:
        ink, bleed = page.ink, page.sheet.area.bleed_mm
        at = page.art_mm.moved(bleed, bleed).scaled(mm_to_pt(1.0))
        to_place = Transform.move(-ink.left, -ink.top).then(
            Transform.scale(at.width / ink.width, at.height / ink.height)
        )
        with canvas.group(clip=rect(0, 0, width, height)):
            canvas.place(page.drawing, to_place.then(Transform.move(at.left, at.top)))
    return pdf.make_indirect(write_form(pdf, canvas.drawing(), space=space))


def _art_operators(page: Page) -> str:
    (_, _, width, height), _ = boxes_pt(page.sheet)
    return "/Art Do\n" if page.drawing is not None else f"q {width} 0 0 {height} 0 0 cm /Art Do Q\n"


def _separation(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    """A spot colour by the exact name that the cutter acts on; magenta is what the eye sees of it (8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0, 0]), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, pdf.make_indirect(tint)]))


def _cut_operators(page: Page, cut: Path) -> str:
    """The cut in points, y upwards: stroked, never filled, each line closed."""
    (_, _, _, height), _ = boxes_pt(page.sheet)
    bleed, pt = page.sheet.area.bleed_mm, mm_to_pt(1.0)
    turned = cut.transformed(Transform.move(bleed, bleed).then(Transform(pt, 0, 0, -pt, 0, height)))
    return f"q /Over gs /Cut CS 1 SCN {_CUT_WIDTH_PT} w 1 j {path_operators(turned)}S Q\n"


def _describe(pdf: pikepdf.Pdf, page: Page) -> None:
    made = page.when.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    pdf.docinfo["/Title"] = page.title or page.sheet.area.name
    pdf.docinfo["/Producer"] = "Pod"
    pdf.docinfo["/CreationDate"] = made
    pdf.docinfo["/ModDate"] = made
    pdf.docinfo["/Trapped"] = Name("/False")
