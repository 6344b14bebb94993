"""A page's boxes against a print area, and against each other (ISO 32000-2, 14.11.2; Ghent Workgroup 2022, page boxes)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary

from pod.model.errors import InputRefused
from pod.model.findings import Finding, Severity
from pod.model.geometry import pt_to_mm
from pod.printprep.fit import Sheet
from pod.printprep.pages.content import Sides
from pod.printprep.pages.read import PageRead, Rule
from pod.printprep.pdf import boxes_pt

_TOLERANCE_PT = 0.05
_PAGE_TREE_DEEP = 32
_NESTED = (("/TrimBox", "/BleedBox"), ("/BleedBox", "/MediaBox"), ("/ArtBox", "/MediaBox"))


def box_pt(page: pikepdf.Page, name: str) -> Sides:
    """Left, bottom, right, top; a box that is not there is the CropBox, and that the MediaBox."""
    stated = page.obj.get(name)
    return _sides(page.cropbox if stated is None else stated, name)


def media_pt(page: pikepdf.Page) -> Sides:
    media = _sides(page.mediabox, "/MediaBox")
    if media[2] - media[0] < 1 or media[3] - media[1] < 1:
        raise InputRefused(
            "pdf_page_size",
            "The page of this PDF has no size.",
            "Export it again at the size that it is to be printed.",
            measured=f"{media[2] - media[0]:g} × {media[3] - media[1]:g} pt",
        )
    return media


def _sides(stated: object, name: str) -> Sides:
    if not isinstance(stated, Array) or len(stated) != 4:
        raise InputRefused(
            "pdf_box", f"The page's {name[1:]} is not four numbers.", "Export it again from the program it comes from."
        )
    x1, y1, x2, y2 = (float(v) for v in stated)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def rotation(page: pikepdf.Page) -> int:
    """/Rotate is inherited from the page tree (7.7.3.4), which a damaged file may have bent into a ring."""
    node: pikepdf.Object | None = page.obj
    for _ in range(_PAGE_TREE_DEEP):
        if not isinstance(node, Dictionary):
            break
        if (turn := node.get("/Rotate")) is not None:
            return int(turn) % 360
        node = node.get("/Parent")
    return 0


def outside_bleed(page: pikepdf.Page) -> Sides | None:
    """How much of the page lies around its bleed (left, bottom, right, top), or None where it cannot be told."""
    if rotation(page):
        return None
    bleed, shown = box_pt(page, "/BleedBox"), _sides(page.cropbox, "/CropBox")
    left, bottom, right, top = bleed[0] - shown[0], bleed[1] - shown[1], shown[2] - bleed[2], shown[3] - bleed[3]
    cut = max(0.0, left), max(0.0, bottom), max(0.0, right), max(0.0, top)
    left_over = shown[2] - shown[0] - cut[0] - cut[2], shown[3] - shown[1] - cut[1] - cut[3]
    return cut if min(left_over) >= 1 else None


def _turned(read: PageRead) -> Iterator[Finding]:
    """Ghent Workgroup 2022: neither /Rotate nor /UserUnit; presses differ in whether they heed them."""
    turn, unit = rotation(read.page), float(read.page.obj.get("/UserUnit", 1))
    if turn or unit != 1:
        yield Finding(
            "page_turned",
            Severity.BLOCKED,
            "The page is turned or scaled by a setting that not every press heeds.",
            f"rotated {turn}°, scaled {unit:g}",
            "0°, 1",
            way_out="Export it upright and at its real size.",
        )


def _sizes(read: PageRead) -> Iterator[Finding]:
    trim, bleed = box_pt(read.page, "/TrimBox"), box_pt(read.page, "/BleedBox")
    wanted_bleed, wanted_trim = boxes_pt(read.sheet)
    bleed_mm = read.sheet.area.bleed_mm
    if bleed_mm and not _differ(_size(bleed), _size(wanted_trim)) and not _differ(_size(trim), _size(wanted_trim)):
        yield no_bleed(read.sheet)
        return
    for name, box, wanted in (("TrimBox", trim, wanted_trim), ("BleedBox", bleed, wanted_bleed)):
        measured, required = _size(box), _size(wanted)
        if _differ(measured, required):
            yield Finding(
                f"{name.lower().removesuffix('box')}_box",
                Severity.BLOCKED,
                f"The page's {name} has another size than the print area.",
                _in_mm(measured, " × "),
                _in_mm(required, " × "),
                way_out="Export it at the area's size, or run `pod prepare` on the picture.",
            )
    measured, required = _margins(trim, bleed), _margins(wanted_trim, wanted_bleed)
    right_sizes = not _differ(_size(trim), _size(wanted_trim)) and not _differ(_size(bleed), _size(wanted_bleed))
    if right_sizes and _differ(measured, required):
        yield Finding(
            "bleed_uneven",
            Severity.BLOCKED,
            "The bleed is not as wide as it has to be on every side.",
            _in_mm(measured, ", "),
            _in_mm(required, ", "),
            way_out="Export it with the same bleed on all four sides.",
        )


def no_bleed(sheet: Sheet) -> Finding:
    return Finding(
        "missing_bleed",
        Severity.BLOCKED,
        "The file ends at the cut: the smallest shift of the knife leaves a white edge.",
        "0 mm",
        f"{sheet.area.bleed_mm:g} mm on every side",
        way_out="Export it with bleed, or run `pod prepare` on the picture: it makes the bleed.",
    )


def _nesting(read: PageRead) -> Iterator[Finding]:
    """Trim in bleed in media (14.11.2.1); a box may not be stated and lie outside the one around it."""
    media = _sides(read.page.mediabox, "/MediaBox")
    for inner, outer in _NESTED:
        if inner not in read.page.obj:
            continue
        box = box_pt(read.page, inner)
        around = media if outer == "/MediaBox" else box_pt(read.page, outer)
        over = max(around[0] - box[0], around[1] - box[1], box[2] - around[2], box[3] - around[3])
        if over > _TOLERANCE_PT:
            yield Finding(
                "box_nesting",
                Severity.BLOCKED,
                f"The page's {inner[1:]} reaches out of its {outer[1:]}.",
                f"{pt_to_mm(over):.2f} mm outside",
                "inside",
                way_out="Export it again with the boxes inside each other.",
            )


def _no_trim(read: PageRead) -> Iterator[Finding]:
    """Without a TrimBox a press has to guess where the piece ends: it takes the whole page (14.11.2.1)."""
    if "/TrimBox" not in read.page.obj and "/ArtBox" not in read.page.obj:
        yield Finding(
            "no_trim_box",
            Severity.CHOOSE,
            "The page does not say where it is cut; its whole size is taken.",
            "no TrimBox",
            "TrimBox",
            way_out="Export it with a TrimBox, as every PDF/X has one.",
        )


def _crop(read: PageRead) -> Iterator[Finding]:
    """Ghent Workgroup 2022: no CropBox, or the MediaBox's size. One that cuts into the bleed hides real picture."""
    if "/CropBox" not in read.page.obj:
        return
    crop, media, bleed = (
        _sides(read.page.obj.get(n, read.page.mediabox), n) for n in ("/CropBox", "/MediaBox", "/BleedBox")
    )
    if not _differ(crop, media):
        return
    cuts = (
        "/BleedBox" in read.page.obj
        and max(crop[0] - bleed[0], crop[1] - bleed[1], bleed[2] - crop[2], bleed[3] - crop[3]) > _TOLERANCE_PT
    )
    yield Finding(
        "crop_box",
        Severity.BLOCKED if cuts else Severity.CHOOSE,
        "The page's CropBox hides a part of the bleed."
        if cuts
        else "The page's CropBox is not its MediaBox; some software prints only what lies in it.",
        _in_mm(_size(crop), " × "),
        _in_mm(_size(media), " × "),
        way_out="Export it without a CropBox.",
    )


def _origin(read: PageRead) -> Iterator[Finding]:
    media = _sides(read.page.mediabox, "/MediaBox")
    if max(abs(media[0]), abs(media[1])) > _TOLERANCE_PT:
        yield Finding(
            "page_origin",
            Severity.CHOOSE,
            "The page does not start at 0 0; some imposition software places it shifted.",
            f"{media[0]:g} {media[1]:g} pt",
            "0 0",
            way_out="Export it again, or print it to a new PDF.",
        )


def _size(box: Sequence[float]) -> tuple[float, ...]:
    return box[2] - box[0], box[3] - box[1]


def _margins(trim: Sequence[float], bleed: Sequence[float]) -> tuple[float, ...]:
    """Left, top, right, bottom."""
    return trim[0] - bleed[0], bleed[3] - trim[3], bleed[2] - trim[2], trim[1] - bleed[1]


def _differ(measured: Sequence[float], required: Sequence[float]) -> bool:
    return any(abs(a - b) > _TOLERANCE_PT for a, b in zip(measured, required, strict=True))


def _in_mm(values_pt: Sequence[float], between: str) -> str:
    return between.join(f"{pt_to_mm(v):.2f}" for v in values_pt) + " mm"


BOX_RULES: tuple[Rule, ...] = (_turned, _sizes, _nesting, _no_trim, _crop, _origin)
