"""The part of a picture that a person asks about, as a rectangle in shares of the picture's sides."""

from __future__ import annotations

from dataclasses import asdict, replace

import prompts
from pod.model.artwork import Artwork, MendKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box

LEAST = 0.02
"""A part that is narrower holds nothing that could be drawn anew."""

_SLACK = 1e-6


def refuse_region(region: Box) -> None:
    inside = min(region.left, region.top) >= -_SLACK and max(region.right, region.bottom) <= 1 + _SLACK
    if inside and min(region.width, region.height) >= LEAST - _SLACK:
        return
    raise InputRefused(
        "region",
        f"A part from {region.left:.2f}, {region.top:.2f} that is {region.width:.2f} wide and {region.height:.2f} high is none of"
        " the picture.",
        f"Give shares of the picture's sides: inside 0 to 1, and at least {LEAST} wide and high.",
        measured={name: round(value, 4) for name, value in asdict(region).items()},
        required=f"0 to 1, at least {LEAST}",
    )


def refuse_part_of(read: prompts.Instruction, *, more: bool) -> None:
    """A part can be drawn anew; words, cloth, a ground, a shadow and an outline belong to the whole. `more`: words or cloth
    were asked for as well."""
    if read.told and not (read.touches or more or read.lettering is not None or read.cloth is not None):
        return
    raise InputRefused(
        "region_of_the_whole",
        "Words, cloth, a clear background, a shadow and an outline belong to the whole picture, not to a part of it.",
        "Ask for them without a part; or say what should be drawn anew inside it.",
    )


def in_artwork(seen: Box, artwork: Artwork) -> Box:
    """A part of the picture as pages show it, mended, as a part of the artwork itself: what lies outside of that is cut off."""
    width_px, height_px = artwork.width_px, artwork.height_px
    left_px, top_px, across_px, down_px = 0.0, 0.0, float(width_px), float(height_px)
    for step in artwork.mending:
        if step.kind is MendKind.MOVE_AND_PAD:
            left_px, top_px = left_px + float(step.values["left"]), top_px + float(step.values["top"])
            across_px, down_px = float(step.values["width"]), float(step.values["height"])
    left, right = (_within((left_px + share * across_px) / width_px) for share in (seen.left, seen.right))
    top, bottom = (_within((top_px + share * down_px) / height_px) for share in (seen.top, seen.bottom))
    return Box(left, top, right - left, bottom - top)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def tidied(region: Box) -> Box:
    """Without what rounding has put over the edge."""
    left, top = max(0.0, region.left), max(0.0, region.top)
    return replace(region, left=left, top=top, width=min(region.width, 1 - left), height=min(region.height, 1 - top))
