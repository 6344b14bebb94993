"""A partner's own print area: where a version's art lands on it, and how far that may be from what was approved.

Both areas are looked at from their middles: nobody says where on a garment a partner's area lies.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from pod.model.artwork import FileRef
from pod.model.geometry import MM_PER_INCH, Box, Size
from pod.model.printfile import PrintFile
from pod.model.product import Background, Fit, PrintArea
from pod.model.proof import ApprovalRole
from pod.model.recipe import Placement

MAX_CHANGE = 0.05
"""How much smaller or larger than it was approved the art may come out. This and those below are house values: no partner
publishes any."""

MAX_MOVE_MM = 10.0
"""How far any edge of the art may be from where it was approved: 5 % of a small print is nothing, of a large one it is seen."""

MAX_CUT = 0.01
"""How much more of the art may be cut off than was approved: the ratio that partners' editors call the same."""

MAX_UNLIKE = 0.02
"""How much colour may differ on the average, of all that there is: other art, or other inks."""

_ROUNDED_MM = 0.2
"""Art that was placed on whole pixels may seem to stand this far out."""

_ON_NO_FILE = ("partners", "on_mockup_mm", "offers_black")
"""Fields of an area that no print file depends on."""


@dataclass(frozen=True, slots=True)
class OwnArea:
    """What `partner` prints an area on, of the product in `sizes`; `area` lies as Pod's own area lies."""

    partner: str
    sizes: tuple[str, ...]
    area: PrintArea

    @property
    def sha256(self) -> str:
        """Names the area by everything that its files depend on."""
        told = {name: value for name, value in asdict(self.area).items() if name not in _ON_NO_FILE}
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()

    @property
    def size_mm(self) -> Size:
        return _whole_mm(self.area)


@dataclass(frozen=True, slots=True)
class Departure:
    """How a print on a partner's own area differs from the one that was approved.

    `change` is the art's size, along the side that changes most, negative where it is smaller; `moved_mm` the edge that is
    furthest from where it was; `cut` the share of the art that is cut off and was not; `unlike` the mean difference of
    colour where both have art.
    """

    change: float
    moved_mm: float
    cut: float
    unlike: float = 0.0

    @property
    def within(self) -> bool:
        """The approval covers it. What is beyond needs a proof of its own."""
        return (
            abs(self.change) <= MAX_CHANGE
            and self.moved_mm <= MAX_MOVE_MM
            and self.cut <= MAX_CUT
            and self.unlike <= MAX_UNLIKE
        )

    @property
    def words(self) -> str:
        """Everything in which it goes too far, with what is allowed."""
        size = "smaller" if self.change < 0 else "larger"
        told = (
            (abs(self.change) > MAX_CHANGE, f"the art is {abs(self.change):.0%} {size} ({MAX_CHANGE:.0%} is allowed)"),
            (
                self.moved_mm > MAX_MOVE_MM,
                f"its edge is {self.moved_mm:.0f} mm from where it was ({MAX_MOVE_MM:.0f} mm is allowed)",
            ),
            (self.cut > MAX_CUT, f"{self.cut:.0%} more of it is cut off ({MAX_CUT:.0%} is allowed)"),
            (self.unlike > MAX_UNLIKE, f"its colours differ by {self.unlike:.0%} ({MAX_UNLIKE:.0%} is allowed)"),
        )
        return ", ".join(words for beyond, words in told if beyond)


@dataclass(frozen=True, slots=True)
class OwnPrint:
    """A version's art on a partner's own area: its files, made once from the version's recipe.

    `recipe_sha256` and `approved_sha256` name the recipe that it was made from and the print file of Pod's own area that it
    was compared with. `proof` is there where it departs further than an approval covers.
    """

    id: str
    version_id: str
    partner: str
    sizes: tuple[str, ...]
    area: str
    area_sha256: str
    size_mm: Size
    recipe_sha256: str
    approved_sha256: str
    prep_version: str
    departure: Departure
    files: tuple[PrintFile, ...]
    proof: FileRef | None = None
    shown: FileRef | None = None

    @property
    def hashes(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((f.format, f.file.sha256) for f in self.files))


@dataclass(frozen=True, slots=True)
class OwnApproval:
    """A yes to an own print, by the hashes of its files."""

    version_id: str
    role: ApprovalRole
    own_print_id: str
    hashes: tuple[tuple[str, str], ...]


def own_area(
    ours: PrintArea, partner: str, size: str, told: tuple[tuple[int, int], int] | None = None
) -> OwnArea | None:
    """The area that `partner` wants another file for than Pod's own; None where Pod's own is the same in millimetres, bleed
    and inks. `told` are the pixels and the resolution that the partner says now."""
    theirs = _lying_as(ours, ours.at_partner(partner, size, told))
    return None if _same(ours, theirs) else OwnArea(partner, (size,), theirs)


def _lying_as(ours: PrintArea, theirs: PrintArea) -> PrintArea:
    across = (theirs.width_mm - theirs.height_mm) * (ours.width_mm - ours.height_mm) < 0
    return theirs.turned if across and ours.may_rotate else theirs


def _same(ours: PrintArea, theirs: PrintArea) -> bool:
    pixel_mm = MM_PER_INCH / theirs.target_ppi
    a, b = _whole_mm(ours), _whole_mm(theirs)
    return (
        abs(a.width - b.width) <= pixel_mm
        and abs(a.height - b.height) <= pixel_mm
        and abs(ours.bleed_mm - theirs.bleed_mm) <= pixel_mm
        and (ours.colour, ours.white) == (theirs.colour, theirs.white)
        and theirs.condition in ("", ours.condition)
    )


def _whole_mm(area: PrintArea) -> Size:
    return Size(area.width_mm + 2 * area.bleed_mm, area.height_mm + 2 * area.bleed_mm)


def placement_on(theirs: PrintArea, ours: PrintArea, placement: Placement, art_mm: Box) -> Placement:
    """At the size and the place that were approved, smaller only where there is less room. What runs on to the edge
    is laid by the area's own rule, as it was before."""
    if placement.box_mm is None and _runs_on(ours):
        return placement
    return replace(placement, box_mm=_landed(theirs, ours, art_mm))


def _runs_on(area: PrintArea) -> bool:
    return area.background is Background.FULL or area.bleed_mm > 0 or area.fit is not Fit.CONTAIN


def _landed(theirs: PrintArea, ours: PrintArea, art_mm: Box) -> Box:
    safe = _trim(ours).grown(-ours.safe_mm).contains(art_mm, tolerance=_ROUNDED_MM)
    room = _trim(theirs).grown(-theirs.safe_mm) if safe else _trim(theirs)
    scale = min(1.0, room.width / art_mm.width, room.height / art_mm.height)
    (x, y), (ours_x, ours_y), (theirs_x, theirs_y) = art_mm.centre, _trim(ours).centre, _trim(theirs).centre
    width, height = art_mm.width * scale, art_mm.height * scale
    left, top = theirs_x + (x - ours_x) * scale - width / 2, theirs_y + (y - ours_y) * scale - height / 2
    return Box(
        min(max(left, room.left), room.right - width), min(max(top, room.top), room.bottom - height), width, height
    )


def departure(ours: PrintArea, art_mm: Box, theirs: PrintArea, their_art_mm: Box) -> Departure:
    """In numbers; both boxes are of the art's ink, from their own trim's left upper corner."""
    changes = (their_art_mm.width / art_mm.width - 1, their_art_mm.height / art_mm.height - 1)
    a, b = _from_middle(ours, art_mm), _from_middle(theirs, their_art_mm)
    moves = (a.left - b.left, a.right - b.right, a.top - b.top, a.bottom - b.bottom)
    return Departure(
        change=max(changes, key=abs),
        moved_mm=max(abs(move) for move in moves),
        cut=max(0.0, _cut_off(theirs, their_art_mm) - _cut_off(ours, art_mm)),
    )


def _from_middle(area: PrintArea, art_mm: Box) -> Box:
    """What is seen of the art."""
    return art_mm.within(_trim(area)).moved(-area.width_mm / 2, -area.height_mm / 2)


def _cut_off(area: PrintArea, art_mm: Box) -> float:
    seen = art_mm.within(_trim(area))
    return 1 - seen.width * seen.height / (art_mm.width * art_mm.height)


def _trim(area: PrintArea) -> Box:
    return Box(0, 0, area.width_mm, area.height_mm)
