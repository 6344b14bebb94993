"""A gang sheet as PDF: every piece once, however often it lies on the sheet; labels and marks as paths.

Wherever a press profile is at hand the sheet is PDF/X-4. Cut lines and white are spot colours that machines know by their
names. The same sheet gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path as FilePath

import pikepdf
from pikepdf import Array, Dictionary, Name

from pod.drawing import Canvas, Drawing, Transform
from pod.drawing.pdf import write_form
from pod.drawing.shapes import rect
from pod.model.geometry import PT_PER_INCH, mm_to_pt
from pod.model.product import CUT_CONTOUR, PdfStandard
from pod.printprep.gang.labels import label
from pod.printprep.gang.marks import crop_marks, cut_path
from pod.printprep.gang.pieces import Piece, PlacedPage
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
    with stock(path) as pieces:
        page = pdf.make_indirect(Dictionary(Type=Name.Page, Resources=Dictionary()))
        drawn = _Drawn(pdf, page, sheet, spool, inks, inks.space(pdf), pieces)
        content = drawn.art() + drawn.marks() + drawn.white(choke_mm) + drawn.cuts()
        page.MediaBox = page.BleedBox = page.TrimBox = _box_pt(sheet)
        page.Contents = pdf.make_stream(content.encode("ascii"))
        if _blends(page):
            page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=inks.blended_in(drawn.space), I=True)
        pdf.pages.append(pikepdf.Page(page))
        # a sheet that makes no promise names no press: a piece on it may be meant for another one
        press = None if inks.standard is PdfStandard.PLAIN else inks.profile
        write_described(pdf, path, inks.standard, press, title, when)


def _blends(page: pikepdf.Object) -> bool:
    """Whether anything on it is see-through, or may be: a plate is multiplied, and a page has what it has."""
    objects = (piece for key, piece in page.Resources.XObject.items() if key != "/Overlay")
    return "/ExtGState" in page.Resources or any("/SMask" in o or o.Subtype == "/Form" for o in objects)


def _box_pt(sheet: GangSheet) -> Array:
    return Array([0, 0, *(round(mm_to_pt(side), 5) for side in (sheet.size_mm.width, sheet.size_mm.height))])


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Puts what a sheet needs into its page's resources, and gives the operators that draw it."""

    pdf: pikepdf.Pdf
    page: pikepdf.Object
    sheet: GangSheet
    spool: Spool
    inks: Inks
    space: pikepdf.Object
    stock: Stock

    @property
    def _pieces(self) -> dict[str, Piece]:
        """Each once, in the order in which it is first laid."""
        return {placed.piece.name: placed.piece for placed in self.sheet.placed}

    def art(self) -> str:
        self.page.Resources.XObject = Dictionary()
        for n, (name, piece) in enumerate(self._pieces.items()):
            if piece.page is None:
                laid = self.stock.picture(self.pdf, self.spool, name, self.inks, self.space)
            else:
                laid = self.stock.page(self.pdf, self.spool.get(name), piece.page.page)
            self.page.Resources.XObject[f"/P{n}"] = laid
        return self._placed(
            "P", lambda piece: _upright_page(piece, piece.page, self.sheet) if piece.page else _square(piece)
        )

    def marks(self) -> str:
        """Labels and corner marks: on a press in black ink alone, however the pieces state their colours."""
        if not (drawing := _marks(self.sheet)).items:
            return ""
        if self.inks.profile is None:
            form = write_form(self.pdf, drawing, space=self.space)
        else:
            form = write_form(self.pdf, drawing, space=Name.DeviceCMYK, components=lambda _: _BLACK_INK)
        self.page.Resources.XObject.Overlay = self.pdf.make_indirect(form)
        return "/Overlay Do\n"

    def white(self, choke_mm: float) -> str:
        """The underbase of every piece, over the art and changing nothing of it."""
        setup = self.sheet.setup
        if not setup.white:
            return ""
        space = plates.white_separation(self.pdf, setup.white)
        for n, name in enumerate(self._pieces):
            plate = self.stock.white(self.pdf, self.spool, name, space, ppi=setup.ppi, choke_mm=choke_mm)
            self.page.Resources.XObject[f"/W{n}"] = plate
        plates.lay_over(self.page, flat=False)
        return f"q /Over gs\n{self._placed('W', _square)}Q\n"

    def cuts(self) -> str:
        paths = [path for placed in self.sheet.placed if (path := cut_path(placed, self.sheet.setup))]
        if not paths:
            return ""
        plates.add_space(self.page, "Cut", plates.cut_separation(self.pdf, CUT_CONTOUR))
        plates.lay_over(self.page, flat=False)
        return "".join(plates.cut_operators(path.transformed(_to_page(self.sheet))) for path in paths)

    def _placed(self, kind: str, upright: Callable[[Piece], Transform]) -> str:
        numbers = {name: n for n, name in enumerate(self._pieces)}
        return "".join(
            _place(self.sheet, placed, f"{kind}{numbers[placed.piece.name]}", upright(placed.piece))
            for placed in self.sheet.placed
        )


def _to_page(sheet: GangSheet) -> Transform:
    """From the sheet's pixels, y down, to its points, y up."""
    pt = PT_PER_INCH / sheet.setup.ppi
    return Transform(pt, 0, 0, -pt, 0, mm_to_pt(sheet.size_mm.height))


def _place(sheet: GangSheet, placed: Placed, key: str, upright: Transform) -> str:
    """What `upright` brings into the piece's own frame, brought onto its place and turned with it."""
    matrix = upright.then(placed.to_sheet).then(_to_page(sheet))
    return f"q {' '.join(f'{v:.6f}' for v in matrix.values)} cm /{key} Do Q\n"


def _square(piece: Piece) -> Transform:
    """The unit square, in which every picture is drawn (ISO 32000-2, 8.9.5), over the piece's whole pixels."""
    art = piece.art_px
    return Transform(art.width, 0, 0, -art.height, art.left, art.bottom)


def _upright_page(piece: Piece, placed: PlacedPage, sheet: GangSheet) -> Transform:
    """A page in points, y up, at its exact size: whole pixels would stretch it by a fraction of one."""
    art, own = piece.art_px, placed.page.size_pt
    px = placed.scale * sheet.setup.ppi / PT_PER_INCH
    left, bottom = art.left + (art.width - px * own.width) / 2, art.bottom - (art.height - px * own.height) / 2
    return Transform(px, 0, 0, -px, left, bottom)


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
