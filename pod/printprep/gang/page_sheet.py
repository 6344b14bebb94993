"""A gang sheet as PDF: every picture once, losslessly, however often it lies on the sheet; labels and marks as paths.

Cut lines are stroked in a spot colour that cutters know by its name. The same sheet gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf
from isal import isal_zlib
from pikepdf import Array, Dictionary, Name, Stream

from pod.drawing import Canvas, Drawing, Transform
from pod.drawing.pdf import path_operators, write_form
from pod.drawing.shapes import rect
from pod.imaging.colour import srgb_icc
from pod.model.geometry import PT_PER_INCH, mm_to_pt
from pod.printprep.gang.labels import label
from pod.printprep.gang.marks import crop_marks, cut_path
from pod.printprep.gang.places import Placed
from pod.printprep.gang.setup import Cut
from pod.printprep.gang.sheet import GangSheet
from pod.printprep.gang.spool import STRIP_ROWS, Spool
from pod.printprep.pdf.plates import knocking_out_nothing

CUT_NAME = "CutContour"
_CUT_WIDTH_PT = 0.25
_BLACK = "#000000"
_LEVEL = 2


def write_pdf(sheet: GangSheet, spool: Spool, path: FilePath, *, title: str, when: datetime) -> None:
    """The sheet as one page, its boxes from millimetres."""
    pdf = pikepdf.new()
    space = pdf.make_indirect(Array([Name.ICCBased, pdf.make_indirect(Stream(pdf, srgb_icc(), N=3))]))
    with TemporaryDirectory(dir=path.parent) as folder, ExitStack() as opened:
        pictures = {
            name: opened.enter_context(_picture_file(name, spool, FilePath(folder) / f"{n}.pdf"))
            for n, name in enumerate(dict.fromkeys(placed.piece.name for placed in sheet.placed))
        }
        page = Dictionary(
            Type=Name.Page,
            Resources=_resources(pdf, sheet, space, pictures),
            Contents=pdf.make_stream(_content(sheet, list(pictures)).encode("ascii")),
            Group=Dictionary(S=Name.Transparency, CS=space, I=True),
        )
        page.MediaBox = page.BleedBox = page.TrimBox = _box_pt(sheet)
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        _describe(pdf, title, when)
        pdf.save(
            path,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
            recompress_flate=False,
            force_version="1.6",
        )


def _box_pt(sheet: GangSheet) -> Array:
    return Array([0, 0, *(round(mm_to_pt(side), 5) for side in (sheet.size_mm.width, sheet.size_mm.height))])


def _resources(
    pdf: pikepdf.Pdf, sheet: GangSheet, space: pikepdf.Object, pictures: Mapping[str, pikepdf.Pdf]
) -> Dictionary:
    forms = Dictionary(Overlay=pdf.make_indirect(write_form(pdf, _overlay(sheet), space=space)))
    for n, source in enumerate(pictures.values()):
        image = pdf.copy_foreign(source.Root.Picture)
        image.ColorSpace = space
        forms[f"/P{n}"] = image
    resources = Dictionary(XObject=forms)
    if sheet.setup.cut in (Cut.BOX, Cut.CONTOUR):
        resources.ColorSpace = Dictionary(Cut=_separation(pdf))
        resources.ExtGState = Dictionary(Over=knocking_out_nothing(flat=False))
    return resources


def _content(sheet: GangSheet, names: list[str]) -> str:
    pictures = "".join(_place(sheet, placed, f"P{names.index(placed.piece.name)}") for placed in sheet.placed)
    return f"{pictures}/Overlay Do\n{_cut_lines(sheet)}"


def _to_page(sheet: GangSheet) -> Transform:
    """From the sheet's pixels, y down, to its points, y up."""
    pt = PT_PER_INCH / sheet.setup.ppi
    return Transform(pt, 0, 0, -pt, 0, mm_to_pt(sheet.size_mm.height))


def _place(sheet: GangSheet, placed: Placed, key: str) -> str:
    """The unit square that a picture is drawn in, brought onto its place and turned with its piece."""
    art = placed.piece.art_px
    square = Transform(art.width, 0, 0, -art.height, art.left, art.bottom)
    matrix = square.then(placed.to_sheet).then(_to_page(sheet))
    return f"q {' '.join(f'{v:.5f}' for v in matrix.values)} cm /{key} Do Q\n"


def _overlay(sheet: GangSheet) -> Drawing:
    """Labels and corner marks, in points, y down."""
    pt = Transform.scale(PT_PER_INCH / sheet.setup.ppi)
    canvas = Canvas(mm_to_pt(sheet.size_mm.width), mm_to_pt(sheet.size_mm.height))
    for n, placed in enumerate(sheet.placed):
        if strip := placed.piece.label_px:
            at_strip = Transform.move(strip.left, strip.top).then(placed.to_sheet).then(pt)
            canvas.place(label(sheet.label(n), int(strip.width), sheet.setup.ppi), at_strip)
        if sheet.setup.cut is Cut.CROP:
            for bar in crop_marks(placed, sheet.setup):
                canvas.fill(rect(bar.left, bar.top, bar.width, bar.height), _BLACK, transform=pt)
    return canvas.drawing()


def _cut_lines(sheet: GangSheet) -> str:
    if sheet.setup.cut not in (Cut.BOX, Cut.CONTOUR):
        return ""
    paths = (cut_path(placed, sheet.setup) for placed in sheet.placed)
    lines = "".join(f"{path_operators(path.transformed(_to_page(sheet)))}S\n" for path in paths if path)
    return f"q /Over gs /Cut CS 1 SCN {_CUT_WIDTH_PT} w 1 j {lines}Q\n"


def _separation(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The spot colour by the exact name that cutters act on; magenta is what the eye sees (ISO 32000-2, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 0, 0]), N=1)
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{CUT_NAME}"), Name.DeviceCMYK, pdf.make_indirect(tint)]))


def _picture_file(name: str, spool: Spool, path: FilePath) -> pikepdf.Pdf:
    """A picture in a file of its own, opened: qpdf takes it from there when it writes the page, so that the pictures of a
    sheet are never in memory together."""
    with pikepdf.new() as alone:
        image = _image(alone, spool, name, slice(0, 3), Name.DeviceRGB)
        image.SMask = _image(alone, spool, name, slice(3, 4), Name.DeviceGray)
        alone.Root.Picture = image
        alone.save(path, recompress_flate=False)
    return pikepdf.open(path)


def _image(pdf: pikepdf.Pdf, spool: Spool, name: str, channels: slice, space: pikepdf.Object) -> pikepdf.Object:
    width, height = spool.size_px(name)
    count = channels.stop - channels.start
    stream = Stream(pdf, b"")
    stream.write(
        b"".join(_deflated(spool, name, channels)),
        filter=Name.FlateDecode,
        decode_parms=Dictionary(Predictor=15, Colors=count, BitsPerComponent=8, Columns=width),
    )
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent, stream.ColorSpace = width, height, 8, space
    return pdf.make_indirect(stream)


def _deflated(spool: Spool, name: str, channels: slice) -> Iterator[bytes]:
    """Rows with PNG's Sub predictor (ISO 32000-2, 7.4.4.4)."""
    deflate = isal_zlib.compressobj(_LEVEL)
    _, height = spool.size_px(name)
    for top in range(0, height, STRIP_ROWS):
        rows = spool.rows(name, top, min(top + STRIP_ROWS, height))[..., channels]
        before = np.pad(rows[:, :-1], ((0, 0), (1, 0), (0, 0)))
        yield deflate.compress(np.pad((rows - before).reshape(len(rows), -1), ((0, 0), (1, 0)), constant_values=1))
    yield deflate.flush()


def _describe(pdf: pikepdf.Pdf, title: str, when: datetime) -> None:
    made = when.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Producer"] = "Pod"
    pdf.docinfo["/CreationDate"] = made
    pdf.docinfo["/ModDate"] = made
    pdf.docinfo["/Trapped"] = Name("/False")
