"""A finished page against a print area: boxes, what is painted, the document around it, what it claims; then its pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray

from pod.drawing.pdfium_engine import PDFIUM_LOCK
from pod.imaging.press import PressProfile
from pod.model.findings import Finding, Findings, Severity
from pod.model.product import ProcessLimits
from pod.printprep import checks
from pod.printprep.carried_rules import CARRIED_RULES
from pod.printprep.fit import Sheet
from pod.printprep.ink_load import ink_findings, plates_of
from pod.printprep.ink_rules import INK_RULES
from pod.printprep.looking import look
from pod.printprep.pages.boxes import BOX_RULES, box_pt, media_pt, outside_bleed
from pod.printprep.pages.content import Sides, read_content
from pod.printprep.pages.document import DOCUMENT_RULES, damage
from pod.printprep.pages.opening import opened, unreadable
from pod.printprep.pages.painted import PAINT_RULES
from pod.printprep.pages.pdfx import claimed_rules
from pod.printprep.pages.read import Frame, PageRead, Rule
from pod.printprep.pages.spots import spots_of, without_strokes

Pixels = NDArray[np.uint8]
Press = Callable[[], PressProfile | None]
"""Opened only for a file that has inks."""

_LOOK_PX = 2000
_END_BYTES = 1024


def page_findings(
    data: bytes, sheet: Sheet, process: ProcessLimits, press: Press, cloth_rgb: str
) -> tuple[Findings, Pixels | None]:
    """The findings, and the page within its bleed as pixels; None where it cannot be shown."""
    with opened(data) as document:
        page = document.pages[0]
        left, bottom, right, top = media_pt(page)
        sheet = Sheet.of(sheet.area.facing(right - left, top - bottom))
        read = _read(document, data, sheet, process)
        unread = () if read.content.complete else ("page_content",)
        found = Findings(tuple(finding for rule in _RULES for finding in rule(read)), unread)
        crop = outside_bleed(page)
        to_look_at = without_strokes(document, page, sheet.area.cut) if sheet.area.cut else data
    if crop is None or read.content.tangled or read.content.loops:
        return found + Findings((), ("pixels",)), None
    pixels = _rendered(to_look_at, crop)
    as_shown = replace(sheet, width_px=pixels.shape[1], height_px=pixels.shape[0])
    if _has_inks(read) or not read.content.complete:
        # how inks add up only separations tell: overprint, masks and blending are the press's own arithmetic
        found += ink_findings(plates_of(data), as_shown, process, press())
    return found + checks.pixel_findings(look(pixels, as_shown, process, cloth_rgb)), pixels


def _read(document: pikepdf.Pdf, data: bytes, sheet: Sheet, process: ProcessLimits) -> PageRead:
    page = document.pages[0]
    bleed = box_pt(page, "/BleedBox")
    longest_pt = max(bleed[2] - bleed[0], bleed[3] - bleed[1], 1.0)
    frame = Frame(bleed, box_pt(page, "/TrimBox"), _LOOK_PX / longest_pt)
    content = read_content(document, page)
    return PageRead(document, page, data[:_END_BYTES], data[-_END_BYTES:], content, sheet, process, frame)


def _cut(read: PageRead) -> Iterator[Finding]:
    """Cutters act on the exact name, case and all."""
    wanted, found = read.sheet.area.cut, sorted(set(spots_of(read.page).values()))
    if wanted and wanted not in found:
        yield Finding(
            "cut_missing",
            Severity.BLOCKED,
            f"The page has no line in the spot colour {wanted}: nothing would be cut.",
            ", ".join(found) or "no spot colour",
            wanted,
            way_out="Run `pod prepare` on the picture: it draws the cut.",
        )


def _unread(read: PageRead) -> Iterator[Finding]:
    """What was not read may be anything: such a page is for a person to look at, never ready."""
    if not read.content.complete:
        yield Finding(
            "page_content",
            Severity.CHOOSE,
            "The page holds more than Pod reads: what lies beyond that was not checked.",
            f"more than {len(read.marks):,} parts".replace(",", " "),
            "a page that can be read to its end",
            way_out="Look at the whole page on the proof, or export it with fewer and simpler parts.",
        )


_RULES: tuple[Rule, ...] = (
    *DOCUMENT_RULES,
    *BOX_RULES,
    *PAINT_RULES,
    *INK_RULES,
    *CARRIED_RULES,
    _cut,
    _unread,
    claimed_rules,
    damage,
)


def _has_inks(read: PageRead) -> bool:
    return any(mark.colour.space.is_ink for mark in read.marks)


def _rendered(data: bytes, crop: Sides) -> Pixels:
    """The first page within its bleed, on transparency."""
    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as e:
            raise unreadable(e) from e
        try:
            page = document[0]
            width_pt, height_pt = page.get_size()
            bitmap = page.render(
                scale=_LOOK_PX / max(width_pt - crop[0] - crop[2], height_pt - crop[1] - crop[3]),
                crop=crop,
                fill_color=(0, 0, 0, 0),
                rev_byteorder=True,
                force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
            )
            return np.array(bitmap.to_numpy())
        finally:
            document.close()
