"""What is measured on a print file's own pixels, against its process's limits: millimetres in, sentences out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition import inspect
from pod.composition.labspace import distance_to, eight_bit_lab, lab_of_hex
from pod.composition.parts import parts_of, speck_labels
from pod.composition.prepared import Mask, as_mask, working_copy
from pod.composition.seen import lost_on_cloth
from pod.imaging.colour import pixels_to_lab
from pod.imaging.flat import least_alpha
from pod.model.findings import MOVED_FOR_WORDS, Finding, Findings, Severity
from pod.model.geometry import Box
from pod.model.product import Background, PrintArea, ProcessLimits
from pod.printprep.fineness import Drawn, Narrow, narrow_in
from pod.printprep.fit import Sheet
from pod.printprep.guides import left_guides
from pod.printprep.looking import Looked
from pod.printprep.places import boxes_of
from pod.printprep.strips import strips_in

Pixels = NDArray[np.uint8]

_GONE_SHARE, _FAINT_SHARE = 0.97, 0.35
_FINE_SHARE = 0.02
_EDGE_TOLERANCE_MM = 0.2
_DUST_APART = 0.01
_EVERY = 9
_INKED_ALPHA = 128
_ONE_PLACE_PX = 15
"""Pixels of the small picture that lie nearer to each other are one place to a person."""


def pixel_findings(looked: Looked) -> Findings:
    """All checks; an empty picture is told once and ends them. What was too fine to see is listed as not measured."""
    if looked.ink_px is None:
        return Findings((_blank(),))
    fine = {"thin_lines": looked.limits.min_line_mm, "narrow_gaps": looked.limits.min_gap_mm}
    # a photograph is full of strips, and none of them is a line that somebody drew
    blind = looked.covers_all and not looked.is_drawn
    unseen = tuple(rule for rule, mm in fine.items() if blind or not looked.px(mm))
    return Findings(tuple(found for check in _CHECKS for found in check(looked)), unseen)


def _blank() -> Finding:
    return Finding(
        "blank",
        Severity.BLOCKED,
        "There is no ink on this print file.",
        "0 % ink",
        "some ink",
        way_out="Prepare it again from artwork that shows something.",
    )


def _outside_safe(looked: Looked) -> Iterator[Finding]:
    area, ink = looked.sheet.area, looked.ink_px
    if ink is None or area.safe_mm <= 0 or area.background is Background.FULL:
        return
    box = looked.sheet.to_mm(ink)
    safe = Box(0, 0, area.width_mm, area.height_mm).grown(-area.safe_mm)
    over = max(safe.left - box.left, safe.top - box.top, box.right - safe.right, box.bottom - safe.bottom)
    if over > _EDGE_TOLERANCE_MM:
        found = Finding(
            "outside_safe",
            Severity.CHOOSE,
            f"The art comes {over:.1f} mm into the margin where printing may be cut or shift.",
            f"{over:.1f} mm",
            f"{area.safe_mm:g} mm clear of the edge",
            way_out="Place it smaller.",
        )
        beyond = looked.ink.copy()
        kept = looked.sheet.to_px(safe).scaled(looked.small.shape[1] / looked.sheet.width_px)
        beyond[max(0, round(kept.top)) : round(kept.bottom), max(0, round(kept.left)) : round(kept.right)] = 0
        yield looked.placed(found, boxes_of(beyond, apart_px=_ONE_PLACE_PX))


def _holes_in_ground(looked: Looked) -> Iterator[Finding]:
    """A full-bleed file with transparent pixels would show paper where ink was meant: one row of them is a hairline."""
    if looked.holes:
        found = Finding(
            "transparent_ground",
            Severity.BLOCKED,
            "Parts of this full-bleed file are transparent and would come out as bare paper.",
            f"{looked.holes} transparent pixels",
            "0",
            way_out="Prepare it again; Pod lays a ground to the bleed's edge.",
        )
        yield looked.placed(found, boxes_of(_see_through(looked), apart_px=_ONE_PLACE_PX))


def _see_through(looked: Looked) -> Mask:
    """In the small picture: a lone pixel of the whole one may fall between its samples."""
    return np.asarray(cv2.inRange(cv2.extractChannel(looked.small, 3), 0, 254), dtype=np.uint8)


def _white_hairline(looked: Looked) -> Iterator[Finding]:
    """White along the very edge of a full-bleed file, which is not white a little further in."""
    white = looked.white_edges
    if white:
        found = Finding(
            "white_hairline",
            Severity.BLOCKED,
            f"A white line runs along the {' and '.join(white)} edge, where the picture should go on.",
            ", ".join(white),
            "picture to every edge",
            way_out="Let the picture reach the edge of the bleed, or run `pod prepare` on it.",
        )
        yield looked.placed(found, [_edge(looked.small, side) for side in white])


def _edge(small: Pixels, side: str) -> Box:
    height, width = small.shape[:2]
    left, top = (width - 1 if side == "right" else 0), (height - 1 if side == "bottom" else 0)
    return Box(left, top, width, 1) if side in ("top", "bottom") else Box(left, top, 1, height)


def _white_box(looked: Looked) -> Iterator[Finding]:
    if looked.sheet.area.background is Background.TRANSPARENT and least_alpha(looked.small) == 255:
        yield Finding(
            "opaque_box",
            Severity.CHOOSE,
            "The picture has no transparency: it prints as a rectangle on the product.",
            "100 % covered",
            "a cut-out shape",
            way_out="Cut the subject out (`pod check --repair`), if a rectangle is not meant.",
        )


def _soft_alpha(looked: Looked) -> Iterator[Finding]:
    alpha = cv2.extractChannel(looked.small, 3)
    soft = cv2.inRange(alpha, 25, 231)
    if not cv2.countNonZero(soft):
        return
    inked = cv2.countNonZero(cv2.inRange(alpha, 9, 255))
    # an edge of one pixel is normal and lies around every shape: only what is soft two pixels deep counts
    deep = np.asarray(cv2.erode(soft, np.ones((3, 3), np.uint8), dst=soft), np.uint8)
    share = cv2.countNonZero(deep) / max(1, inked)
    if share > looked.limits.soft_alpha_max_share:
        found = Finding(
            "soft_alpha",
            Severity.CHOOSE,
            "Half-transparent parts (a glow, a shadow) print as speckle on a white underbase.",
            f"{share:.1%} of the ink",
            f"at most {looked.limits.soft_alpha_max_share:.0%}",
            way_out="Use art with solid edges, or a light cloth.",
        )
        yield looked.placed(found, boxes_of(deep, apart_px=_ONE_PLACE_PX))


def _thin_lines(looked: Looked) -> Iterator[Finding]:
    """Ink that a disc of the thinnest line which the process holds does not fit into; in a picture that covers everything,
    strips that are not of its ground."""
    min_mm = looked.limits.min_line_mm
    if looked.covers_all:
        narrow = _strips(looked, min_mm, of_ground=False)
    else:
        narrow = narrow_in(Drawn(looked.ink, gaps=False), looked.px(min_mm))
    if _is_too_fine(narrow):
        found = Finding(
            "thin_lines",
            Severity.CHOOSE,
            "Some lines are thinner than this process prints reliably.",
            _width(narrow, looked),
            f"lines of {min_mm:g} mm or more",
            way_out="Print it larger, or choose a bolder style.",
        )
        yield looked.placed(found, narrow.places)


def _narrow_gaps(looked: Looked) -> Iterator[Finding]:
    min_mm = looked.limits.min_gap_mm
    if looked.covers_all:
        narrow = _strips(looked, min_mm, of_ground=True)
    else:
        narrow = narrow_in(Drawn(looked.ink, gaps=True), looked.px(min_mm))
    if _is_too_fine(narrow):
        found = Finding(
            "narrow_gaps",
            Severity.CHOOSE,
            "Some gaps are so narrow that ink closes them in this process.",
            _width(narrow, looked),
            f"gaps of {min_mm:g} mm or more",
            way_out="Print it larger, or choose a simpler style.",
        )
        yield looked.placed(found, narrow.places)


def _strips(looked: Looked, min_mm: float, *, of_ground: bool) -> Narrow:
    if not looked.px(min_mm) or not looked.is_drawn:
        return Narrow(0.0, [], 0.0)
    found = [s for s in strips_in(looked.small, min_mm * looked.px_per_mm) if s.is_ground is of_ground]
    return Narrow(0.0, [s.box for s in found], min((s.width_px for s in found), default=0.0))


def _is_too_fine(narrow: Narrow) -> bool:
    return narrow.share > _FINE_SHARE or narrow.least_px > 0


def _width(narrow: Narrow, looked: Looked) -> str:
    """The narrowest line, or how much is fine where it is dots and tips."""
    if narrow.least_px:
        return f"{narrow.least_px / looked.px_per_mm:.2f} mm"
    return f"{narrow.share:.1%} of the ink"


def _specks(looked: Looked) -> Iterator[Finding]:
    """Dots too small to print well, or to be cut out, that lie apart from everything else."""
    largest_px = looked.limits.min_speck_mm2 * looked.px_per_mm**2
    if not _has_small_parts(looked.ink, largest_px):
        return
    parts = parts_of(looked.ink)
    ink_px = max(1, int(parts.areas[1:].sum()))
    labels = speck_labels(parts, min(looked.ink.shape), largest_px / ink_px, _DUST_APART)
    if count := len(labels):
        found = Finding(
            "specks",
            Severity.CHOOSE,
            f"{'One speck lies' if count == 1 else f'{count} specks lie'} apart from the drawing and would print as stray dots.",
            str(count),
            f"nothing under {looked.limits.min_speck_mm2:g} mm²",
            way_out="Remove them (`pod check --repair`), or keep them if they belong to the drawing.",
        )
        yield looked.placed(found, [Box(*(float(v) for v in parts.boxes[label])) for label in labels])


def _has_small_parts(ink: Mask, largest_px: float) -> bool:
    """Whether any part is neither wider nor higher than that: told by outlines, without numbering the parts, which takes
    four times the mask's memory. An opaque picture is one rectangle."""
    left, top, width, height = cv2.boundingRect(ink)
    ink = ink[top : top + height, left : left + width]
    if cv2.countNonZero(ink) == width * height:
        return False
    outlines, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    parts = (outline for outline, place in zip(outlines, tree[0], strict=True) if place[3] < 0) if outlines else ()
    return any(max(cv2.boundingRect(outline)[2:]) <= largest_px for outline in parts)


def _flat_inks(looked: Looked) -> Iterator[Finding]:
    """For processes that mix one ink for each colour."""
    limits = looked.limits
    if limits.gradients and not limits.max_colours:
        return
    seen = inspect(looked.small, max_colours=limits.max_colours)
    rules = {"colours": bool(limits.max_colours), "gradients": not limits.gradients}
    yield from (found for rule, asked in rules.items() if asked and (found := seen.finding(rule)) is not None)


def _stitched(looked: Looked) -> Iterator[Finding]:
    """No program's stitches are fit to sew unseen: what becomes satin, fill or run is a person's decision."""
    if looked.limits.digitised:
        yield Finding(
            "needs_digitising",
            Severity.CHOOSE,
            "This is sewn, not printed: a person has to make the stitch file from the picture.",
            "a picture",
            "a stitch file",
            way_out="Let a digitiser make it, and look at the sewn sample.",
        )


def _guides(looked: Looked) -> Iterator[Finding]:
    yield from left_guides(looked.small, looked.sheet, looked.px_per_mm)


def _on_cloth(looked: Looked) -> Iterator[Finding]:
    if not looked.cloth_rgb or _like_cloth(looked) <= _FAINT_SHARE:
        return
    rgb, alpha, factor = working_copy(looked.small)
    inked = alpha >= _INKED_ALPHA
    apart = distance_to(eight_bit_lab(rgb), lab_of_hex(looked.cloth_rgb))
    unseen = lost_on_cloth(apart, inked, looked.limits.cloth_min_delta_e)
    share = float(unseen.sum() / max(1, int(inked.sum())))
    if share > _FAINT_SHARE:
        gone = share > _GONE_SHARE
        found = Finding(
            "invisible_on_cloth",
            Severity.BLOCKED if gone else Severity.CHOOSE,
            "The print can hardly be seen on this cloth." if gone else "A part of the print vanishes into this cloth.",
            f"{share:.1%} of the ink looks like the cloth",
            f"at most {_GONE_SHARE if gone else _FAINT_SHARE:.0%}",
            way_out="Choose another cloth colour, or artwork in other colours.",
        )
        yield looked.placed(found, [box.scaled(factor) for box in boxes_of(as_mask(unseen), apart_px=_ONE_PLACE_PX)])


def _like_cloth(looked: Looked) -> float:
    """Of a sample of the ink, how much has the cloth's colour: only where it is much, what of it is lost is looked for.

    OpenCV makes tables of 70 ms when it is first asked for Lab, a tenth of what a print file costs: here it is not asked.
    """
    sample = np.ascontiguousarray(looked.small[::_EVERY, ::_EVERY])
    apart = np.linalg.norm(pixels_to_lab(sample) - lab_of_hex(looked.cloth_rgb), axis=2)
    inked = sample[..., 3] >= _INKED_ALPHA
    return float((inked & (apart < looked.limits.cloth_min_delta_e)).sum() / max(1, int(inked.sum())))


_CHECKS: tuple[Callable[[Looked], Iterator[Finding]], ...] = (
    _outside_safe,
    _holes_in_ground,
    _white_hairline,
    _white_box,
    _soft_alpha,
    _thin_lines,
    _narrow_gaps,
    _specks,
    _flat_inks,
    _stitched,
    _guides,
    _on_cloth,
)


def resolution(source_ppi: float, sheet: Sheet, limits: ProcessLimits) -> Iterator[Finding]:
    """The resolution that the art really has at its placed size, against the process and the area."""
    block = min(limits.block_ppi, sheet.area.min_ppi)
    if source_ppi < block - 0.5:
        yield _coarse(
            source_ppi, Severity.BLOCKED, "The picture is too small for this print: it would look blocky.", block
        )
    elif source_ppi < (warn := min(limits.warn_ppi, sheet.area.target_ppi)) - 0.5:
        yield _coarse(
            source_ppi, Severity.CHOOSE, "The picture is on the small side: fine detail will look soft.", warn
        )


def _coarse(ppi: float, severity: Severity, message: str, required: int) -> Finding:
    return Finding(
        "low_resolution",
        severity,
        # a number of ppi says nothing to most people
        f"{message} It is sharp at up to {ppi / required:.0%} of this size.",
        f"{ppi:.0f} ppi",
        f"{required} ppi",
        way_out="Print it smaller, or use a larger picture.",
    )


def file_size(size_bytes: int, area: PrintArea) -> Iterator[Finding]:
    """The largest file that whoever prints it takes."""
    size_mb = size_bytes / 1_000_000
    if area.max_mb and size_mb > area.max_mb:
        yield Finding(
            "file_too_large",
            Severity.BLOCKED,
            "The file is larger than the printer takes.",
            f"{size_mb:.1f} MB",
            f"at most {area.max_mb:g} MB",
            way_out="Use flatter artwork: fewer colours and no grain make a smaller file.",
        )


def type_size(x_height_mm: float, limits: ProcessLimits) -> Iterator[Finding]:
    """Lettering's smallest letters at the printed size."""
    if x_height_mm < limits.min_x_height_mm:
        yield Finding(
            "small_type",
            Severity.CHOOSE,
            "The small letters come out so small that they fill in.",
            f"{x_height_mm:.1f} mm",
            f"{limits.min_x_height_mm:g} mm",
            way_out="Use fewer words, or print it larger.",
        )


def lettering_size(x_height_mm: float, required_mm: float) -> Iterator[Finding]:
    """Of words that are set here: nothing is printed that is known to be unreadable, and no type is shrunk until it fits."""
    if round(x_height_mm, 1) < required_mm:
        yield Finding(
            "small_lettering",
            Severity.BLOCKED,
            "The small letters come out so small that they fill in.",
            f"{x_height_mm:.1f} mm",
            f"{required_mm:g} mm",
            way_out="Use fewer words, another layout or a sturdier face, or print it larger.",
        )


def moved_for_words() -> Finding:
    """Only `edit` comes to this: who changes words alone is refused beforehand."""
    return Finding(
        MOVED_FOR_WORDS,
        Severity.FIXED,
        "These words need more room than those before: the picture was placed anew to make it.",
        "more than there was",
        "the place of the words before",
        after="placed by these words",
    )


def words_cut_off() -> Finding:
    return Finding(
        "words_outside",
        Severity.BLOCKED,
        "The words reach out of the printable area beside the picture.",
        "outside",
        "inside the safe area",
        way_out="Use fewer words, or let the picture be placed anew.",
    )
