"""The papers of a hand-off: a job ticket for the press, a packing slip for the parcel. A5 and A6 PDF, drawn the same every time."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.graphics.barcode import qrencoder
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from fulfillment.base import HandOffItem, HandOffOrder
from pod.lettering import fonts
from pod.model.geometry import mm_to_pt

_A5_MM = (148.0, 210.0)
_MARGIN_MM = 10.0
_FACE = "pod-ticket"


def job_ticket(order: HandOffOrder, item: HandOffItem) -> bytes:
    """What the press needs to know of one line: picture, cloth, quantity, each file's place in millimetres, a QR code."""
    sheet = _Paper(f"Job ticket {order.reference} line {item.line}")
    sheet.heading("Job ticket", f"{order.reference} · line {item.line}")
    sheet.qr(f"{order.reference}/{item.line}", size_mm=24)
    if item.thumbnail is not None:
        sheet.picture(item.thumbnail, height_mm=78)
    sheet.large(f"{item.quantity} × {item.product_name}")
    sheet.line(f"Size {item.size}   Cloth {item.cloth} ({item.cloth_rgb})")
    if item.lettering:
        sheet.line(f"Lettering: {item.lettering}")
    for file in item.files:
        art = file.art_mm
        sheet.strong(f"{file.area} · {file.format.upper()}")
        sheet.line(
            f"area {file.trim_mm.width:.1f} × {file.trim_mm.height:.1f} mm, bleed {file.bleed_mm:g} mm, {file.width_px} × {file.height_px} px"
        )
        sheet.line(
            f"art {art.width:.1f} × {art.height:.1f} mm, {art.left:.1f} mm from left, {art.top:.1f} mm from top; sha256 {file.sha256[:12]}"
        )
    for check in item.checks:
        sheet.small(check)
    sheet.small(f"approved: {item.approved_by or '-'}   design {item.design_id[:12]} version {item.version}")
    sheet.small(f"order {order.order_ref}   revision {order.revision}   {order.created_at:%Y-%m-%d %H:%M} UTC")
    return sheet.done()


def packing_slip(order: HandOffOrder) -> bytes:
    """What lies in the parcel: the address, the goods, no prices."""
    sheet = _Paper(f"Packing slip {order.reference}")
    sheet.heading("Packing slip", f"{order.order_ref}")
    sheet.qr(order.reference, size_mm=20)
    to = order.ship_to
    town = " ".join(part for part in (to.postcode, to.city, to.region) if part)
    for text in (to.name, to.line1, to.line2, town, to.country):
        if text:
            sheet.line(text)
    sheet.gap(4)
    for item in order.items:
        sheet.strong(f"{item.quantity} × {item.product_name}")
        sheet.line(f"Size {item.size}, {item.cloth}   {item.variant}")
    sheet.gap(4)
    sheet.small(f"{order.reference}   {order.created_at:%Y-%m-%d}   {order.shipping_method}")
    return sheet.done()


class _Paper:
    """A page filled from the top; `at` is the next baseline, in millimetres from the upper edge. New pages as needed."""

    def __init__(self, title: str) -> None:
        _register()
        self._stream = io.BytesIO()
        width, height = (mm_to_pt(v) for v in _A5_MM)
        # without a face of our own ReportLab selects an unembedded Helvetica on every page
        self._canvas = Canvas(self._stream, pagesize=(width, height), initialFontName=_FACE, invariant=1)  # type: ignore[arg-type]  # its stub says float
        self._canvas.setTitle(title)
        self._at = _MARGIN_MM

    def heading(self, title: str, reference: str) -> None:
        self._text(title, 20, 9)
        self._text(reference, 11, 9)

    def large(self, text: str) -> None:
        self.gap(2)
        self._text(text, 15, 7)

    def strong(self, text: str) -> None:
        self.gap(1)
        self._text(text, 10.5, 5)

    def line(self, text: str) -> None:
        self._text(text, 8.5, 4.4)

    def small(self, text: str) -> None:
        self._text(text, 6.8, 3.6)

    def gap(self, mm: float) -> None:
        self._at += mm

    def picture(self, path: Path, *, height_mm: float) -> None:
        reader = ImageReader(str(path))
        width_px, height_px = reader.getSize()
        width_mm = min(_A5_MM[0] - 2 * _MARGIN_MM, height_mm * width_px / height_px)
        height_mm = width_mm * height_px / width_px
        y = _A5_MM[1] - self._at - height_mm
        x_pt, y_pt, width_pt, height_pt = (mm_to_pt(v) for v in (_MARGIN_MM, y, width_mm, height_mm))
        self._canvas.drawImage(reader, x_pt, y_pt, width_pt, height_pt, mask="auto")
        self._at += height_mm + 3

    def qr(self, text: str, *, size_mm: float) -> None:
        """In the right upper corner, beside the heading."""
        code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
        code.addData(text)
        code.make()
        count = len(code.modules)
        step = size_mm / count
        left, top = _A5_MM[0] - _MARGIN_MM - size_mm, _MARGIN_MM - 4
        for row in range(count):
            for column in range(count):
                if code.modules[row][column]:
                    x, y = left + column * step, _A5_MM[1] - top - (row + 1) * step
                    self._canvas.rect(mm_to_pt(x), mm_to_pt(y), mm_to_pt(step), mm_to_pt(step), stroke=0, fill=1)

    def done(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()

    def _text(self, text: str, size_pt: float, advance_mm: float) -> None:
        if self._at + advance_mm > _A5_MM[1] - _MARGIN_MM:
            self._canvas.showPage()
            self._at = _MARGIN_MM
        self._at += advance_mm
        room = mm_to_pt(_A5_MM[0] - 2 * _MARGIN_MM)
        wide = pdfmetrics.stringWidth(text, _FACE, size_pt)
        self._canvas.setFont(_FACE, size_pt * min(1.0, room / max(wide, 1e-6)))
        self._canvas.drawString(mm_to_pt(_MARGIN_MM), mm_to_pt(_A5_MM[1] - self._at), text)


def _register() -> None:
    if _FACE not in pdfmetrics.getRegisteredFontNames():
        face = next(f for f in fonts() if f.role == "round")
        pdfmetrics.registerFont(TTFont(_FACE, str(face.path)))
