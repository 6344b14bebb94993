"""Whether a print file suits the area that a partner prints it on: nothing is stretched, cropped or enlarged unseen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fulfillment.base import HandOffFile
from pod.model.errors import InputRefused, PodError
from pod.model.geometry import MM_PER_INCH, Size

RATIO_TOLERANCE = 0.01
"""Long side by short side, as partners' own editors allow."""

SCALE_TOLERANCE = 0.05
"""How much larger or smaller than it was approved a picture may come out: a bleed that the partner does not cut."""


AREA_DIFFERS = "area_differs"
"""The code of a file that is not for the partner's area: one may be made."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where on the partner's area the file lies, from its left upper corner, at the size that was approved."""

    area: Size
    width: float
    height: float
    left: float
    top: float


def fits(where: str, partner: str, file: HandOffFile, *, places_art: bool, may_turn: bool) -> Iterator[PodError]:
    place = place_mm(file, may_turn=may_turn)
    if place is None:
        return
    size = file.size_mm
    fills = abs((size.width / size.height) / (place.width / place.height) - 1) <= RATIO_TOLERANCE
    if fills and abs(size.width / place.width - 1) <= SCALE_TOLERANCE:
        return
    if places_art and size.width <= place.width and size.height <= place.height:
        return
    yield InputRefused(
        AREA_DIFFERS,
        f"{where}: the file for {file.area} is {_words(size)}, and {partner} prints {_words(place)} there.",
        "Prepare the design for that partner's area, or choose another partner.",
        measured=_words(size),
        required=_words(place),
    )


def place_mm(file: HandOffFile, *, may_turn: bool) -> Size | None:
    """The partner's area, lying as the file does where it may be turned; None where it prints Pod's own."""
    if file.place_px is None:
        return None
    width, height = (px / file.place_ppi * MM_PER_INCH for px in file.place_px)
    turn = may_turn and (width - height) * (file.size_mm.width - file.size_mm.height) < 0
    return Size(height, width) if turn else Size(width, height)


def position(file: HandOffFile, *, may_turn: bool = False) -> Position | None:
    """The file in the middle of the partner's area; None where it fills it."""
    place, size = place_mm(file, may_turn=may_turn), file.size_mm
    if place is None or size.width > place.width or size.height > place.height:
        return None
    return Position(place, size.width, size.height, (place.width - size.width) / 2, (place.height - size.height) / 2)


def shrink_percent(file: HandOffFile) -> float:
    """By how much smaller than it was approved the picture comes out there; 0 where it keeps its size."""
    place, size = place_mm(file, may_turn=True), file.size_mm
    if place is None or position(file, may_turn=True):
        return 0.0
    return max(0.0, 1 - min(place.width / size.width, place.height / size.height)) * 100


def _words(size: Size) -> str:
    return f"{size.width:.1f} × {size.height:.1f} mm"
