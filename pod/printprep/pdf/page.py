"""One page, put together: boxes, art, plates, marks, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path as FilePath

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name

from pod.drawing import Canvas, Drawing, Transform
from pod.drawing.paths import Path
from pod.drawing.pdf import write_form
from pod.drawing.shapes import rect
from pod.lettering import SetLine
from pod.model.geometry import Box, mm_to_pt
from pod.printprep.coverage import Coverage
from pod.printprep.fit import Sheet
from pod.printprep.pdf import marks, plates
from pod.printprep.pdf.describe import write_described
from pod.printprep.pdf.inks import Inks
from pod.printprep.pdf.pictures import PackedPicture, add_picture, add_plate
from pod.printprep.pdf.words import Words, write_words

_CHORD_UNITS = 0.1
"""Of 4096 across the art: a hundredth of a millimetre on a shirt."""

Sides = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page. Vector art: `drawing` with its `ink` box placed at `art_mm`, on `ground` if not empty.

    `words` are the art's, in its own units: they are there to be read, and are not seen. `cut` is in the trim's millimetres, y down; `white` as well, even-odd, or it has the sheet's pixels.
    """

    sheet: Sheet
    inks: Inks
    title: str
    when: datetime
    drawing: Drawing | None = None
    ink: Box | None = None
    art_mm: Box | None = None
    ground: str = ""
    cut: Path | None = None
    white: NDArray[np.bool_] | Path | None = None
    words: tuple[SetLine, ...] = ()


@dataclass(frozen=True, slots=True)
class _Boxes:
    media: Sides
    bleed: Sides
    trim: Sides


def drawn_as_paths(drawing: Drawing | None, inks: Inks) -> Drawing | None:
    """The art as it goes onto the page in paths; None where it cannot. A page without transparency has no knock-outs, and
    nothing that is see-through."""
    if drawing is None or not inks.flat or drawing.is_solid:
        return drawing
    return Coverage(_CHORD_UNITS).without_knock_outs(drawing) if drawing.is_hard else None


def write_page(path: FilePath, page: Page, picture: PackedPicture | None) -> None:
    """Writes the page; `picture`, in the page's own colours, stands for the art where it does not go on as paths."""
    pdf = pikepdf.new()
    boxes, space = _boxes(page.sheet), page.inks.space(pdf)
    sheet = _sheet(pdf, boxes, _art(pdf, page, picture, space))
    content = _art_operators(page, boxes) + write_words(pdf, sheet, _words(page, boxes))
    content += _plates(pdf, page, sheet, boxes)
    if page.sheet.area.marks:
        content += marks.mark_operators(page.sheet.area, boxes.trim, slug=_slug(page))
    if _blends(page, sheet):
        sheet.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=page.inks.blended_in(space), I=True)
    sheet.Contents = pdf.make_stream(content.encode("ascii"))
    pdf.pages.append(pikepdf.Page(sheet))
    apart = () if picture is None else picture.apart
    write_described(pdf, path, page.inks.standard, page.inks.profile, _title(page), page.when, apart=apart)


def boxes_pt(sheet: Sheet) -> tuple[list[float], list[float]]:
    """Bleed box and trim box in points, to five decimals, as they lie on a page without marks."""
    boxes = _placed(sheet, 0.0)
    return list(boxes.bleed), list(boxes.trim)


def _boxes(sheet: Sheet) -> _Boxes:
    return _placed(sheet, marks.slug_mm(sheet.area) if sheet.area.marks else 0.0)


def _placed(sheet: Sheet, slug_mm: float) -> _Boxes:
    """The MediaBox begins at 0 0; BleedBox and TrimBox lie inside it by millimetres."""
    area = sheet.area
    inset_mm = slug_mm + area.bleed_mm
    trim_mm = (inset_mm, inset_mm, inset_mm + area.width_mm, inset_mm + area.height_mm)
    return _Boxes(
        media=_in_pt((0.0, 0.0, trim_mm[2] + inset_mm, trim_mm[3] + inset_mm)),
        bleed=_in_pt(_grown(trim_mm, area.bleed_mm)),
        trim=_in_pt(trim_mm),
    )


def _grown(sides: Sides, by: float) -> Sides:
    return sides[0] - by, sides[1] - by, sides[2] + by, sides[3] + by


def _in_pt(sides_mm: Sides) -> Sides:
    left, bottom, right, top = (round(mm_to_pt(v), 5) for v in sides_mm)
    return left, bottom, right, top


def _sheet(pdf: pikepdf.Pdf, boxes: _Boxes, art: pikepdf.Object) -> pikepdf.Object:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array(boxes.media),
            BleedBox=Array(boxes.bleed),
            TrimBox=Array(boxes.trim),
            Resources=Dictionary(XObject=Dictionary(Art=art)),
        )
    )


def _title(page: Page) -> str:
    """Without what XML cannot hold, so that Info and XMP say the same."""
    return "".join(c for c in page.title if c.isprintable()).strip() or page.sheet.area.name


def _blends(page: Page, sheet: pikepdf.Object) -> bool:
    """Whether anything on the page is see-through; a plate is multiplied."""
    if page.inks.flat:
        return False
    see_through = page.drawing is not None and not page.drawing.is_solid
    return see_through or "/SMask" in sheet.Resources.XObject.Art or bool(_spots(page))


def _art(pdf: pikepdf.Pdf, page: Page, picture: PackedPicture | None, space: pikepdf.Object) -> pikepdf.Object:
    if picture is None:
        return _paths(pdf, page, space)
    return add_picture(pdf, picture, page.inks.channels, space)


def _paths(pdf: pikepdf.Pdf, page: Page, space: pikepdf.Object) -> pikepdf.Object:
    """The sheet as a form of one unit per point, clipped to the bleed, ground and art as paths."""
    _, _, width, height = boxes_pt(page.sheet)[0]
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
    return pdf.make_indirect(write_form(pdf, canvas.drawing(), space=space, components=page.inks.components))


def _art_operators(page: Page, boxes: _Boxes) -> str:
    left, bottom, right, top = boxes.bleed
    scale = "1 0 0 1" if page.drawing is not None else f"{right - left:.5f} 0 0 {top - bottom:.5f}"
    return f"q {scale} {left:.5f} {bottom:.5f} cm /Art Do Q\n"


def _words(page: Page, boxes: _Boxes) -> list[Words]:
    """Each line where its ink is."""
    if page.ink is None or page.art_mm is None:
        return []
    ink, at = page.ink, page.art_mm
    onto_page = (
        Transform.move(-ink.left, -ink.top)
        .then(Transform.scale(at.width / ink.width, at.height / ink.height))
        .then(Transform.move(at.left, at.top))
        .then(_to_points(boxes))
    )
    return [_seen(line, onto_page) for line in page.words]


def _seen(line: SetLine, onto_page: Transform) -> Words:
    left, bottom = onto_page.apply(line.box.left, line.box.bottom)
    right, top = onto_page.apply(line.box.right, line.box.top)
    return Words(line.text, left, bottom, right - left, top - bottom)


def _plates(pdf: pikepdf.Pdf, page: Page, sheet: pikepdf.Object, boxes: _Boxes) -> str:
    """White first, then the cut: both lie over the art and change nothing of it."""
    area, content = page.sheet.area, ""
    if page.white is None and page.cut is None:
        return content
    plates.lay_over(sheet, flat=page.inks.flat)
    layered = area.processing_steps and not page.inks.flat
    steps = ((plates.WHITE_STEP, _white(pdf, page, sheet, boxes)), (plates.CUT_STEP, _cut(pdf, page, sheet, boxes)))
    for step, drawn in steps:
        content += plates.as_layer(pdf, sheet, step, drawn) if drawn and layered else drawn
    return content


def _white(pdf: pikepdf.Pdf, page: Page, sheet: pikepdf.Object, boxes: _Boxes) -> str:
    if page.white is None:
        return ""
    space = plates.white_separation(pdf, page.sheet.area.white)
    if isinstance(page.white, Path):
        plates.add_space(sheet, "White", space)
        return plates.filled_white(page.white.transformed(_to_points(boxes)))
    sheet.Resources.XObject.White = add_plate(pdf, page.white.shape[::-1], (page.white,), space)
    return plates.white_operators(boxes.bleed)


def _cut(pdf: pikepdf.Pdf, page: Page, sheet: pikepdf.Object, boxes: _Boxes) -> str:
    if page.cut is None:
        return ""
    plates.add_space(sheet, "Cut", plates.cut_separation(pdf, page.sheet.area.cut))
    return plates.cut_operators(page.cut.transformed(_to_points(boxes)))


def _to_points(boxes: _Boxes) -> Transform:
    """From the trim's millimetres, y down, to the page's points, y up."""
    pt = mm_to_pt(1.0)
    return Transform(pt, 0, 0, -pt, boxes.trim[0], boxes.trim[3])


def _spots(page: Page) -> tuple[str, ...]:
    area = page.sheet.area
    shown = ((area.white, page.white is not None), (area.cut, page.cut is not None))
    return tuple(name for name, is_there in shown if is_there)


def _slug(page: Page) -> str:
    area, profile = page.sheet.area, page.inks.profile
    size = f"{area.width_mm:g} × {area.height_mm:g} mm, bleed {area.bleed_mm:g} mm"
    condition = profile.condition if profile else "no press profile"
    return "   ".join((_title(page), area.name, size, condition, *_spots(page), f"{page.when:%Y-%m-%d}"))
