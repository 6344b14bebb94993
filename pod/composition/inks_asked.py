"""The inks against what was asked for and what the press can print."""

from __future__ import annotations

import numpy as np

from pod.composition.measured import Measured
from pod.composition.rules import LIMITS, limit, percent
from pod.imaging.colour import delta_e, parse_hex
from pod.imaging.press import changed_colours, separate
from pod.model.findings import Finding, Severity


def off_palette(m: Measured) -> Finding | None:
    """Ink in colours that are none of the palette's."""
    if not m.asked.palette or not m.flat_inks.colours:
        return None
    strange = [(ink, share) for ink, share in m.flat_inks.colours if not _in_palette(ink, m.asked.palette)]
    share = sum(s for _, s in strange)
    if share <= limit("off_palette"):
        return None
    named = ", ".join(ink for ink, _ in strange[:3])
    return Finding(
        "off_palette",
        Severity.CHOOSE,
        f"{percent(share)} of the drawing is in colours that were not asked for: {named}.",
        percent(share),
        f"at most {LIMITS['off_palette']}",
        way_out="Have them mapped to the nearest of the palette, or keep them.",
        where_px=m.box_px,
    )


def _in_palette(ink: str, palette: tuple[str, ...]) -> bool:
    return any(delta_e(ink, asked) <= limit("palette_delta_e") for asked in palette)


def unprintable_colours(m: Measured) -> Finding | None:
    """Inks that the press turns into visibly other colours."""
    if m.asked.press is None or not m.flat_inks.colours:
        return None
    rgb = np.array([[parse_hex(ink) for ink, _ in m.flat_inks.colours]], dtype=np.uint8)
    changed = changed_colours(rgb, separate(rgb, m.asked.press), m.asked.press)[0]
    dull = [one for one, lost in zip(m.flat_inks.colours, changed, strict=True) if lost]
    share = sum(s for _, s in dull)
    if share <= limit("unprintable"):
        return None
    return Finding(
        "unprintable_colours",
        Severity.CHOOSE,
        f"{percent(share)} of the drawing is in colours that ink on paper cannot reach: {', '.join(ink for ink, _ in dull[:3])}.",
        percent(share),
        f"at most {LIMITS['unprintable']}",
        way_out="Look at the soft proof, which shows what they become, or choose calmer colours.",
        where_px=m.box_px,
    )
