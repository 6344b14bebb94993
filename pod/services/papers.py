"""The papers of a hand-off, as A5 PDF: a job ticket for the press, a packing slip for the parcel. Drawn the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fulfillment.base import HandOffFile, HandOffItem, HandOffOrder
from fulfillment.tickets import file_name
from pod.model.geometry import Box
from pod.printprep.paper import BODY, BOLD, HUGE, INK, LARGE, MARGIN_MM, QUIET, SMALL, STRONG, TITLE, Paper, Type

_QR_MM = 27.0
_PICTURE_MM = 62.0
_PLAN_MM = 34.0
_GAP_MM = 5.0
_TICK_MM = 4.5
_DIGITS = Type(BOLD, 11, 5)


def job_ticket(order: HandOffOrder, item: HandOffItem) -> bytes:
    """One line of the order for the press: picture, cloth, quantity, where each area's art goes in millimetres, a QR code."""
    paper = Paper(f"Job ticket {order.reference} line {item.line}")
    _head(paper, "JOB TICKET", f"{order.reference} · line {item.line}", f"{order.reference}/{item.line}", order)
    _subject(paper, item)
    for _, files in groupby(item.files, key=lambda file: file.area):
        _placement(paper, order.reference, item, list(files))
    _proven(paper, item)
    return paper.done()


def packing_slip(order: HandOffOrder) -> bytes:
    """What lies in the parcel: the address, the goods with a box to tick, no prices."""
    paper = Paper(f"Packing slip {order.reference}")
    _head(paper, "PACKING SLIP", order.order_ref, order.reference, order)
    for text in _address(order):
        paper.lines(text, LARGE if text == order.ship_to.name else BODY)
    paper.rule()
    for item in order.items:
        _packed(paper, item)
    paper.lines(f"{sum(item.quantity for item in order.items)} pieces in all", STRONG)
    return paper.done()


def _head(paper: Paper, title: str, name: str, code: str, order: HandOffOrder) -> None:
    """Title and name on the left, the QR code on the right."""
    left_mm = paper.size_mm.width - MARGIN_MM - _QR_MM
    paper.qr(code, Box(left_mm, MARGIN_MM - 3, _QR_MM, _QR_MM))
    room_mm = paper.width_mm - _QR_MM - _GAP_MM
    paper.lines(title, TITLE, width_mm=room_mm)
    paper.lines(name, LARGE, width_mm=room_mm)
    paper.lines(f"Order {order.order_ref}, revision {order.revision}", BODY, width_mm=room_mm)
    paper.lines(f"{order.created_at:%d %B %Y, %H:%M} UTC · shipping: {order.shipping_method}", SMALL, width_mm=room_mm)
    paper.at_mm = max(paper.at_mm, MARGIN_MM + _QR_MM - 5)
    paper.rule()


def _subject(paper: Paper, item: HandOffItem) -> None:
    """The proof on the left; how many, of what, in which size and cloth on the right."""
    top_mm = bottom_mm = paper.at_mm
    if item.thumbnail is not None:
        bottom_mm = paper.picture(item.thumbnail, Box(MARGIN_MM, top_mm, _PICTURE_MM, _PICTURE_MM))
    left_mm = MARGIN_MM + _PICTURE_MM + _GAP_MM
    paper.lines(f"{item.quantity} ×", HUGE, left_mm=left_mm)
    paper.lines(item.product_name, LARGE, left_mm=left_mm)
    paper.lines(f"Size {item.size}", LARGE, left_mm=left_mm)
    paper.rectangle(Box(left_mm, paper.at_mm + 1, 8, 5), fill=item.cloth_rgb, stroke=QUIET)
    paper.write(item.cloth, STRONG, left_mm + 10, paper.at_mm + 4.8)
    paper.at_mm += 8
    if item.lettering:
        paper.lines("Reads", SMALL, left_mm=left_mm)
        for line in item.lettering.splitlines():
            paper.lines(line, STRONG, left_mm=left_mm)
    paper.lines(item.variant, SMALL, left_mm=left_mm)
    paper.at_mm = max(paper.at_mm, bottom_mm)
    paper.rule()


def _placement(paper: Paper, reference: str, item: HandOffItem, files: Sequence[HandOffFile]) -> None:
    """One print area: its plan to scale on the left, the millimetres and the file names on the right."""
    paper.ensure(_PLAN_MM + _GAP_MM)
    top_mm, file = paper.at_mm, files[0]
    _plan(paper, file, Box(MARGIN_MM, top_mm, _PLAN_MM, _PLAN_MM))
    left_mm, art = MARGIN_MM + _PLAN_MM + _GAP_MM, file.art_mm
    paper.lines(file.area.replace("-", " ").capitalize(), LARGE, left_mm=left_mm)
    paper.lines(f"Art {art.width:.1f} × {art.height:.1f} mm", STRONG, left_mm=left_mm)
    paper.lines(f"{art.left:.1f} mm from the left, {art.top:.1f} mm from the top", BODY, left_mm=left_mm)
    trim = file.trim_mm
    paper.lines(f"Area {trim.width:.1f} × {trim.height:.1f} mm, bleed {file.bleed_mm:g} mm", BODY, left_mm=left_mm)
    for each in files:
        paper.lines(file_name(reference, item, each), SMALL, left_mm=left_mm)
        size = f"{each.width_px} × {each.height_px} px, " if each.width_px else ""
        paper.lines(f"{size}{each.colour}, sha256 {each.sha256[:16]}", SMALL, left_mm=left_mm)
    paper.at_mm = max(paper.at_mm, top_mm + _PLAN_MM) + 3


def _plan(paper: Paper, file: HandOffFile, frame_mm: Box) -> None:
    """Trim as a thin box, the art inside it as a strong one."""
    scale = min(frame_mm.width / file.trim_mm.width, frame_mm.height / file.trim_mm.height)
    width_mm, height_mm = file.trim_mm.width * scale, file.trim_mm.height * scale
    left_mm = frame_mm.left + (frame_mm.width - width_mm) / 2
    paper.rectangle(Box(left_mm, frame_mm.top, width_mm, height_mm), stroke=QUIET)
    art = file.art_mm.scaled(scale).moved(left_mm, frame_mm.top)
    paper.rectangle(art, fill="#e5f1ee", stroke=INK, line_pt=0.9)


def _proven(paper: Paper, item: HandOffItem) -> None:
    """Who said yes to what, and what was checked."""
    paper.rule()
    paper.lines(f"Approved: {item.approved_by or 'by nobody'}", STRONG)
    for check in item.checks:
        paper.lines(check, SMALL)
    paper.lines(f"design {item.design_id}, version {item.version}", SMALL)


def _address(order: HandOffOrder) -> Iterator[str]:
    to = order.ship_to
    town = " ".join(part for part in (to.postcode, to.city, to.region) if part)
    return (text for text in (to.name, to.line1, to.line2, town, to.country) if text)


def _packed(paper: Paper, item: HandOffItem) -> None:
    """A line of the parcel, with its picture and a box to tick."""
    paper.ensure(24)
    top_mm, left_mm = paper.at_mm, MARGIN_MM + _TICK_MM + 3
    paper.rectangle(Box(MARGIN_MM, top_mm + 1, _TICK_MM, _TICK_MM), stroke=INK, line_pt=0.8)
    text_mm, bottom_mm = left_mm, top_mm
    if item.thumbnail is not None:
        bottom_mm = paper.picture(item.thumbnail, Box(left_mm, top_mm, 22, 20))
        text_mm += 26
    paper.lines(f"{item.quantity} × {item.product_name}", _DIGITS, left_mm=text_mm)
    paper.lines(f"Size {item.size}, {item.cloth}", BODY, left_mm=text_mm)
    if item.lettering:
        paper.lines(f"“{' / '.join(item.lettering.splitlines())}”", BODY, left_mm=text_mm)
    paper.lines(item.variant, SMALL, left_mm=text_mm)
    paper.at_mm = max(paper.at_mm, bottom_mm) + 2
    paper.rule()
