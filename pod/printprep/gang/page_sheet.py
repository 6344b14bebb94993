"""A gang sheet as PDF: every piece once, however often it lies on the sheet; labels and marks as paths.

Wherever a press profile is at hand the sheet is PDF/X-4. Cut lines and white are spot colours that machines know by their
names. The same sheet gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path as FilePath

import pikepdf
from pikepdf import Array, Dictionary, Name

from pod.drawing import Canvas, Drawing, Transform
from pod.drawing.pdf import write_form
from pod.drawing.shapes import rect
from pod.model.geometry import PT_PER_INCH, mm_to_pt
from pod.model.product import CUT_CONTOUR
from pod.printprep.gang.labels import label
from pod.printprep.gang.marks import crop_marks, cut_path
from pod.printprep.gang.places import Placed
from pod.printprep.gang.setup import Cut
from pod.printprep.gang.sheet import GangSheet
from pod.printprep.gang.spool import Spool
from pod.printprep.gang.stock import Stock, stock
from pod.printprep.pdf import plates
from pod.printprep.pdf.describe import write_described
from pod.printprep.pdf.inks import Inks

_BLACK = "#000000"
_BLACK_INK = (0.0, 0.0, 0.0, 1.0)


def write_pdf(
    sheet: GangSheet, spool: Spool, path: FilePath, inks: Inks, *, choke_mm: float, title: str, when: datetime
) -> None:
    """The sheet as one page, its boxes from millimetres."""
    pdf = pikepdf.new()
    space = inks.space(pdf)
    keys = {name: n for n, name in enumerate(dict.fromkeys(placed.piece.name for placed in sheet.placed))}
    with stock(path) as pieces:
        page = pdf.make_indirect(
            Dictionary(Type=Name.Page, Resources=Dictionary(XObject=_pieces(pdf, pieces, spool, inks, space, keys)))
        )
        page.MediaBox = page.BleedBox = page.TrimBox = _box_pt(sheet)
        page.Resources.XObject.Overlay = _overlay(pdf, sheet, inks, space)
        content = f"{_places(sheet, keys, 'P')}/Overlay Do\n"
        content += _white(pdf, page, sheet, spool, pieces, keys, choke_mm) + _cut_lines(pdf, page, sheet)
        page.Contents = pdf.make_stream(content.encode("ascii"))
        if _blends(page):
            page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=inks.blended_in(space), I=True)
        pdf.pages.append(pikepdf.Page(page))
        write_described(pdf, path, inks.standard, inks.profile, title, when)


def _blends(page: pikepdf.Object) -> bool:
    """Whether anything on it is see-through; a plate is multiplied."""
    return "/ExtGState" in page.Resources or any("/SMask" in piece for piece in page.Resources.XObject.values())


def _box_pt(sheet: GangSheet) -> Array:
    return Array([0, 0, *(round(mm_to_pt(side), 5) for side in (sheet.size_mm.width, sheet.size_mm.height))])


def _pieces(
    pdf: pikepdf.Pdf, pieces: Stock, spool: Spool, inks: Inks, space: pikepdf.Object, keys: Mapping[str, int]
) -> Dictionary:
    objects = Dictionary()
    for name, n in keys.items():
        objects[f"/P{n}"] = pieces.picture(pdf, spool, name, inks, space)
    return objects


def _to_page(sheet: GangSheet) -> Transform:
    """From the sheet's pixels, y down, to its points, y up."""
    pt = PT_PER_INCH / sheet.setup.ppi
    return Transform(pt, 0, 0, -pt, 0, mm_to_pt(sheet.size_mm.height))


def _places(sheet: GangSheet, keys: Mapping[str, int], kind: str) -> str:
    return "".join(_place(sheet, placed, f"{kind}{keys[placed.piece.name]}") for placed in sheet.placed)


def _place(sheet: GangSheet, placed: Placed, key: str) -> str:
    """The unit square that a piece is drawn in, brought onto its place and turned with it."""
    art = placed.piece.art_px
    square = Transform(art.width, 0, 0, -art.height, art.left, art.bottom)
    matrix = square.then(placed.to_sheet).then(_to_page(sheet))
    return f"q {' '.join(f'{v:.5f}' for v in matrix.values)} cm /{key} Do Q\n"


def _overlay(pdf: pikepdf.Pdf, sheet: GangSheet, inks: Inks, space: pikepdf.Object) -> pikepdf.Object:
    """Labels and corner marks: on a press in black ink alone, however the pieces state their colours."""
    if inks.profile is None:
        return pdf.make_indirect(write_form(pdf, _marks(sheet), space=space))
    form = write_form(pdf, _marks(sheet), space=Name.DeviceCMYK, components=lambda _: _BLACK_INK)
    return pdf.make_indirect(form)


def _marks(sheet: GangSheet) -> Drawing:
    """In points, y down."""
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


def _white(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    sheet: GangSheet,
    spool: Spool,
    pieces: Stock,
    keys: Mapping[str, int],
    choke_mm: float,
) -> str:
    """The underbase of every piece, over the art and changing nothing of it."""
    if not sheet.setup.white:
        return ""
    space = plates.white_separation(pdf, sheet.setup.white)
    for name, n in keys.items():
        plate = pieces.white(pdf, spool, name, space, ppi=sheet.setup.ppi, choke_mm=choke_mm)
        page.Resources.XObject[f"/W{n}"] = plate
    plates.lay_over(page, flat=False)
    return f"q /Over gs\n{_places(sheet, keys, 'W')}Q\n"


def _cut_lines(pdf: pikepdf.Pdf, page: pikepdf.Object, sheet: GangSheet) -> str:
    paths = [path for placed in sheet.placed if (path := cut_path(placed, sheet.setup))]
    if not paths:
        return ""
    plates.add_space(page, "Cut", plates.cut_separation(pdf, CUT_CONTOUR))
    plates.lay_over(page, flat=False)
    return "".join(plates.cut_operators(path.transformed(_to_page(sheet))) for path in paths)
