"""Where art lands on an area, how large, and how it runs on to the edge: decided before a pixel is drawn, and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pod.drawing import UNITS
from pod.imaging.sharpen import FROM, STEEP_UP_TO, UNSHARP_UP_TO, Sharpening
from pod.lettering import Setting, set_type
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box, Size, px_covering
from pod.model.product import Background, Fit, PrintArea, ProcessLimits, Wrap
from pod.model.recipe import LetteringLayer, Placement
from pod.printprep import bleed, checks
from pod.printprep.fit import MAX_SHEET_PX, Sheet, placed
from pod.printprep.held import HeldArt, place_in, set_within
from pod.printprep.inking import Inking
from pod.printprep.master import Art
from pod.printprep.wrap import off_the_face

Pixels = NDArray[np.uint8]

_CLEAR_SHARE = 0.01
"""How much further in than the knife something has to stand before its neighbourhood may be cut off."""

_SEEN_TWICE_MM = 10.0
"""From the edge of a canvas: what stands there is seen with its mirror image beside it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """`findings` are those that need no pixels of the sheet."""

    inking: Inking
    process: ProcessLimits
    cloth_rgb: str
    source_ppi: float
    findings: Findings


@dataclass(frozen=True, slots=True)
class Worded:
    """Art with its words; `width_mm` is what the artwork's own width comes out as. `beside_mm` is there where they do not fit
    beside the picture as it was printed: what they need, and the room that there is."""

    art: Art
    setting: Setting
    width_mm: float
    beside_mm: tuple[Size, Size] | None = None

    @property
    def held(self) -> bool:
        """Whether nothing but words has changed since others stood in their place."""
        return self.beside_mm is None

    @property
    def x_height_mm(self) -> float:
        return self.setting.x_height * self.width_mm

    def required_mm(self, process: ProcessLimits) -> float:
        """What the process asks for, or the faces, whose finest strokes may need more."""
        return max(self.setting.min_x_height_mm, process.min_x_height_mm)


@dataclass(frozen=True, slots=True)
class _Place:
    """The art's box on the sheet, what of it may show, and how it goes on beyond."""

    art_px: Box
    shown_px: Box
    bleed: bleed.Plan = bleed.Plan()
    findings: tuple[Finding, ...] = ()


def lay(
    artwork: Art,
    lettering: LetteringLayer | None,
    area: PrintArea,
    placement: Placement,
    process: ProcessLimits,
    cloth_rgb: str,
) -> Laid:
    sheet = _sheet(area)
    worded = lettered(artwork, lettering, area, placement) if lettering else None
    art = worded.art if worded else artwork
    place = _placed(sheet, art, placement)
    inking = replace(_inking(sheet, art, place, cloth_rgb), sharpening=_sharpening(sheet, process))
    art_mm = sheet.to_mm(place.art_px)
    source_ppi = art.source_ppi(Size(art_mm.width, art_mm.height)) or sheet.ppi
    coarse = tuple(checks.resolution(source_ppi, sheet, process))
    found = [
        *place.findings,
        *(coarse or _enlarged(source_ppi, sheet, process)),
        *(_told_of_words(worded, process) if worded else ()),
    ]
    return Laid(inking, process, cloth_rgb, source_ppi, Findings(tuple(found)))


def inked(
    artwork: Art, lettering: LetteringLayer | None, area: PrintArea, placement: Placement, cloth_rgb: str
) -> Inking:
    """The same, for a picture to look at: nothing is told, and nothing is sharpened for a press."""
    sheet = _sheet(area)
    art = lettered(artwork, lettering, area, placement).art if lettering else artwork
    return _inking(sheet, art, _placed(sheet, art, placement), cloth_rgb)


def _sheet(area: PrintArea) -> Sheet:
    sheet = Sheet.of(area)
    if sheet.width_px * sheet.height_px > MAX_SHEET_PX:
        raise InputRefused(
            "print_too_large",
            f"{area.width_mm:g} × {area.height_mm:g} mm at {area.target_ppi} ppi are {sheet.width_px} × {sheet.height_px} px.",
            "Ask for a lower resolution: large prints are looked at from afar.",
            measured=sheet.width_px * sheet.height_px,
            required=MAX_SHEET_PX,
        )
    return sheet


def _inking(sheet: Sheet, art: Art, place: _Place, cloth_rgb: str) -> Inking:
    ground = cloth_rgb or "#ffffff" if sheet.area.background is Background.FULL else ""
    return Inking(sheet, art, place.art_px, place.shown_px, ground, place.bleed)


def _sharpening(sheet: Sheet, process: ProcessLimits) -> Sharpening:
    return Sharpening(process.sharpen_radius_mm * min(sheet.px_per_mm), process.sharpen_amount)


def lettered(artwork: Art, layer: LetteringLayer, area: PrintArea, placement: Placement) -> Worded:
    """The artwork with its words: where it lay with those before, or placed by these where they are the first, or need more
    room than there is."""
    if layer.placed_by is None:
        return _placed_by(artwork, layer, area, placement)
    before = _placed_by(artwork, layer.placed_by, area, placement)
    room = _room(before, area, placement)
    setting = set_within(layer, room, before.width_mm)
    if setting:
        return replace(before, art=HeldArt.of(artwork, before.art, setting), setting=setting)
    setting = set_type(layer, width_mm=before.width_mm)
    beside_mm = (_size_mm(setting.ink_box, before.width_mm), _size_mm(place_in(layer.slot, room), before.width_mm))
    if placement.box_mm is None:
        return replace(_placed_by(artwork, layer, area, placement), beside_mm=beside_mm)
    # the place that was asked for is that of the art with the words before
    return replace(before, art=HeldArt.of(artwork, before.art, setting), setting=setting, beside_mm=beside_mm)


def _size_mm(box: Box, width_mm: float) -> Size:
    return Size(box.width * width_mm, box.height * width_mm)


def _placed_by(artwork: Art, layer: LetteringLayer, area: PrintArea, placement: Placement) -> Worded:
    """An outline is given in mm, but how large the artwork comes out depends on the ink, outline included: set once to find
    out, and again to be exact."""
    width_mm = min(area.width_mm, area.height_mm)
    for _ in range(2 if layer.outline_mm else 1):
        setting = set_type(layer, width_mm=width_mm)
        art = artwork.lettered(setting)
        width_mm = _box_mm(art, area, placement).width / art.ink.width * UNITS
    return Worded(art, setting, width_mm)


def _room(before: Worded, area: PrintArea, placement: Placement) -> Box:
    """Where words may stand, in frame units: in the safe area, and wherever the words before them stood."""
    (ink, at), safe = _frame_and_print(before.art, area, placement), _safe_mm(area)
    return _carried(safe, at, ink).union(before.setting.ink_box)


def words_box_mm(worded: Worded, area: PrintArea, placement: Placement) -> Box:
    """Where the words are printed, from the trim's left upper corner."""
    ink, at = _frame_and_print(worded.art, area, placement)
    return _carried(worded.setting.ink_box, ink, at)


def _frame_and_print(art: Art, area: PrintArea, placement: Placement) -> tuple[Box, Box]:
    """The ink box in frame units, and where it is printed."""
    return art.ink.scaled(1 / UNITS), _box_mm(art, area, placement)


def _carried(box: Box, old: Box, new: Box) -> Box:
    """`box` as it lies when what lies at `old` lies at `new`."""
    x, y = new.width / old.width, new.height / old.height
    return Box(new.left + (box.left - old.left) * x, new.top + (box.top - old.top) * y, box.width * x, box.height * y)


def _safe_mm(area: PrintArea) -> Box:
    return Box(0, 0, area.width_mm, area.height_mm).grown(-area.safe_mm)


def _told_of_words(worded: Worded, process: ProcessLimits) -> Iterator[Finding]:
    yield from checks.lettering_size(worded.x_height_mm, worded.required_mm(process))
    if not worded.held and isinstance(worded.art, HeldArt):
        yield checks.words_cut_off()
    elif not worded.held:
        yield checks.moved_for_words()


def _box_mm(art: Art, area: PrintArea, placement: Placement) -> Box:
    fit = Fit.COVER if area.wrap_mm and placement.wrap is Wrap.IMAGE else placement.fit
    aspect = art.ink.width / art.ink.height
    return placed(area, fit, aspect, opaque=art.opaque, asked_mm=placement.box_mm, wrap=placement.wrap)


def runs_on(art: Art, area: PrintArea) -> bool:
    return art.opaque and (area.background is Background.FULL or area.bleed_mm > 0)


def _placed(sheet: Sheet, art: Art, placement: Placement) -> _Place:
    """Opaque art on an area with bleed or a full ground runs on to the edge; other art stands where it stands."""
    area, whole = sheet.area, Box(0, 0, sheet.width_px, sheet.height_px)
    art_px = sheet.to_px(_box_mm(art, area, placement))
    if not runs_on(art, area):
        return _Place(art_px, whole)
    samples = art.samples()
    if area.wrap_mm:
        return _wrapped(sheet, art_px, samples, placement.wrap)
    reach_px = px_covering(2 * area.bleed_mm, area.target_ppi)
    plan = bleed.planned(samples, art_px, sheet.width_px, sheet.height_px, reach_px=reach_px)
    if bleed.Way.BARS in plan.ways:
        return _Place(art_px, whole, plan, (_bars(sheet, art_px),))
    if bleed.Way.MIRRORED not in plan.ways:
        return _Place(art_px, whole, plan)
    return _scaled(sheet, art, placement, samples) or _Place(
        art_px, whole, plan, (_mirrored(area, near=bleed.stands_near_edge(samples, _share(area, area.bleed_mm))),)
    )


def _share(area: PrintArea, mm: float) -> float:
    return mm / min(area.width_mm, area.height_mm)


def _scaled(sheet: Sheet, art: Art, placement: Placement, samples: Pixels) -> _Place | None:
    """Real pixels in the bleed by printing a little larger, where nothing that is drawn would be cut off by it."""
    if placement.box_mm is not None:
        return None
    area = sheet.area
    trim = Box(0, 0, area.width_mm, area.height_mm)
    beyond = trim.grown(area.bleed_mm)
    aspect = art.ink.width / art.ink.height
    larger = beyond if placement.fit is Fit.STRETCH else placed(area, Fit.COVER, aspect, opaque=True)
    cut_off = max((trim.left - larger.left) / larger.width, (trim.top - larger.top) / larger.height)
    if bleed.stands_near_edge(samples, cut_off + _CLEAR_SHARE):
        return None
    grown = max(larger.width / trim.width, larger.height / trim.height) - 1
    return _Place(
        sheet.to_px(larger), Box(0, 0, sheet.width_px, sheet.height_px), findings=(_printed_larger(area, grown),)
    )


def _wrapped(sheet: Sheet, art_px: Box, samples: Pixels, wrap: Wrap) -> _Place:
    """The face keeps its composition: what goes round the edge begins where the face ends."""
    area, whole = sheet.area, Box(0, 0, sheet.width_px, sheet.height_px)
    shown_px = sheet.trim_px if wrap is Wrap.COLOUR else whole
    seen_px = art_px.within(shown_px)
    sides_px = px_covering(area.bleed_mm, area.target_ppi) + 1
    plan = bleed.planned(
        samples, seen_px, sheet.width_px, sheet.height_px, reach_px=sides_px, coloured=wrap is Wrap.COLOUR
    )
    off_face = tuple(off_the_face(sheet, art_px, samples, wrap))
    if bleed.Way.BARS in plan.ways:
        return _Place(art_px, shown_px, plan, (*off_face, _bars(sheet, art_px)))
    twice = bleed.Way.MIRRORED in plan.ways and bleed.stands_near_edge(samples, _share(area, _SEEN_TWICE_MM))
    return _Place(art_px, shown_px, plan, (*off_face, _seen_twice()) if twice else off_face)


def _bars(sheet: Sheet, art_px: Box) -> Finding:
    return Finding(
        "bars",
        Severity.CHOOSE,
        "The picture has another shape than the print: empty bars stay beside it.",
        f"{art_px.width:.0f} × {art_px.height:.0f} px",
        f"{sheet.width_px} × {sheet.height_px} px",
        way_out="Choose the fit “cover”, which fills the print and cuts a little off.",
    )


def _mirrored(area: PrintArea, *, near: bool) -> Finding:
    told = "The picture ended at the cut; its edge was mirrored outwards."
    if near:
        told += " Something stands so near the edge that a cut a little off would show it twice."
    return Finding(
        "bleed_mirrored",
        Severity.CHOOSE if near else Severity.FIXED,
        told,
        "0 mm bleed",
        f"{area.bleed_mm:g} mm",
        after=f"{area.bleed_mm:g} mm",
        way_out=f"Leave {2 * area.bleed_mm:g} mm free along the edge, or send the picture with its bleed."
        if near
        else "",
    )


def _printed_larger(area: PrintArea, grown: float) -> Finding:
    return Finding(
        "bleed_scaled",
        Severity.FIXED,
        f"The picture ended at the cut; it is printed {grown:.1%} larger, so that it runs on into the bleed.",
        "0 mm bleed",
        f"{area.bleed_mm:g} mm",
        after=f"{area.bleed_mm:g} mm",
    )


def _seen_twice() -> Finding:
    return Finding(
        "wrap_mirrored",
        Severity.CHOOSE,
        "Something near the edge of the picture is seen again, mirrored, on the side of the canvas.",
        f"within {_SEEN_TWICE_MM:g} mm of the edge",
        f"nothing within {_SEEN_TWICE_MM:g} mm",
        way_out="Choose the wrap “colour” or “image”, or leave more room around it.",
    )


def _enlarged(source_ppi: float, sheet: Sheet, process: ProcessLimits) -> Iterator[Finding]:
    factor = sheet.ppi / source_ppi
    if factor <= FROM:
        return
    yield Finding(
        "enlarged",
        Severity.FIXED,
        f"The picture has fewer pixels than the print: it was enlarged {factor:.2g} times.{_sharpened(factor, process)}",
        f"{source_ppi:.0f} ppi",
        f"{sheet.ppi:.0f} ppi",
        after=f"{sheet.ppi:.0f} ppi in the file",
    )


_SHARP_UP_TO = {"Lines and letters of a few pixels": UNSHARP_UP_TO, "Its edges": STEEP_UP_TO}
"""What of an enlarged picture is as sharp as in the picture, up to which enlargement."""


def _sharpened(factor: float, process: ProcessLimits) -> str:
    if not process.sharpen_amount:
        return ""
    told = " Soft edges were sharpened, flat art was left as it is."
    softer = (
        f" {what} are about {factor / full_up_to:.1f} times as soft as in the picture."
        for what, full_up_to in _SHARP_UP_TO.items()
        if factor > full_up_to
    )
    return told + "".join(softer)
