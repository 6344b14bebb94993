"""Which inks of a flat drawing become which of those that were asked for. An ink that would become another colour, or
could no longer be told from its neighbour, is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pod.composition.ground import GroundKind
from pod.composition.inspection import Inspection
from pod.composition.quantising import written
from pod.composition.rules import limit
from pod.imaging.colour import delta_e
from pod.model.artwork import MendKind, MendStep
from pod.model.findings import Finding

Inks = Sequence[tuple[str, str]]

_MOST_INKS: Final = 40
"""A picture with more of them is not drawn in flat areas."""

_PURE_DELTA_E, _AREA_DELTA_E = 8.0, 16.0
_EDGE_PX, _MOST_PX = 3, 12
"""In working pixels, and the most in the picture's own."""

_BLEND, _SMEARED = 28.0, 60.0
"""RGB levels off the line between two inks: grain and a JPEG's noise; and where it has smeared a fine line's hue."""


def too_many_inks(inspection: Inspection) -> Finding | None:
    """The finding that other inks would mend: in a flat style alone, since shading would turn into bands. What was left
    opaque on a plain ground is a question of its cut-out first."""
    asked, kind = inspection.asked, inspection.measured_ground.kind
    if not asked.flat_inks or kind not in (GroundKind.TRANSPARENT, GroundKind.SCENE) or inspection.finding("gradients"):
        return None
    counted = inspection.finding("colours") if asked.max_colours and not asked.palette else None
    return inspection.finding("off_palette") or counted


def to_asked_inks(inspection: Inspection) -> MendStep | None:
    """The step that draws the picture in the inks that were asked for, or in as many; None where no ink would change."""
    finding = too_many_inks(inspection)
    if finding is None:
        return None
    asked, areas = inspection.asked, inspection.area_inks
    if len(areas) > _MOST_INKS:
        return None
    inks = to_palette(areas, asked.palette) if asked.palette else to_count(areas, asked.max_colours)
    if all(old == new for old, new in inks):
        return None
    values: dict[str, float | str] = {
        "inks": written(inks),
        "pure": _PURE_DELTA_E,
        "alike": _AREA_DELTA_E,
        "edge_px": min(_EDGE_PX * inspection.factor, _MOST_PX),
        "blend": _BLEND,
        "smeared": _SMEARED,
    }
    before = f"{finding.rule} {finding.measured}"
    return MendStep(MendKind.QUANTISE, values, before=before, after=f"{len({new for _, new in inks})} inks")


def to_palette(inks: Sequence[tuple[str, float]], palette: Sequence[str]) -> Inks:
    """Each ink to its nearest of the palette, the nearest first; too far off, or too unlike one that goes there already,
    it stays."""
    nearest = [(ink, _nearest(ink, palette)) for ink, _ in inks]
    mapped: dict[str, str] = {}
    for ink, asked in sorted(nearest, key=lambda pair: delta_e(*pair)):
        sharing = [other for other, new in mapped.items() if new == asked]
        fits = delta_e(ink, asked) <= limit("mapped_delta_e") and _pass_for_one(ink, sharing)
        mapped[ink] = asked if fits else ink
    return [(ink, mapped[ink]) for ink, _ in inks]


def _nearest(ink: str, palette: Sequence[str]) -> str:
    return min(palette, key=lambda asked: delta_e(ink, asked))


def to_count(inks: Sequence[tuple[str, float]], most: int) -> Inks:
    """The two most alike become the larger of them until there are no more than `most`, or no two are alike enough."""
    groups = [[ink] for ink, _ in inks]  # the largest ink first, in each of them too
    while len(groups) > most:
        pairs = [(i, j) for i in range(len(groups)) for j in range(i + 1, len(groups))]
        i, j = min(pairs, key=lambda pair: delta_e(groups[pair[0]][0], groups[pair[1]][0]))
        if not all(_pass_for_one(ink, groups[i]) for ink in groups[j]):
            break
        groups[i] += groups.pop(j)
    return [(ink, group[0]) for group in groups for ink in group]


def _pass_for_one(ink: str, others: Sequence[str]) -> bool:
    return all(delta_e(ink, other) <= limit("merged_delta_e") for other in others)
