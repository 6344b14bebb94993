"""Bleed: opaque art runs on to the edge of the sheet, so that a cut a little off never shows a white hairline.

What lies beyond the art is decided before anything is drawn, from samples of the picture; it is filled while the sheet's
strips go by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import parse_hex
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_FLAT_LEVELS = 6.0
"""Mean difference along an edge up to which it counts as one flat ground, which can run on as it is."""

_EDGE_LEVELS = 40.0
"""A step in brightness that is drawn rather than grown: lettering, an outline, a frame. Grain is smoothed away first."""

_DRAWN_SHARE = 0.004
"""Of a border's pixels that lie on such a step, from which something stands there: one line along a side is twice that."""


class Way(StrEnum):
    """How a side between the art and the sheet's edge is closed."""

    NONE = "none"
    EXTENDED = "extended"
    MIRRORED = "mirrored"
    COLOURED = "coloured"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Side:
    px: int = 0
    way: Way = Way.NONE


@dataclass(frozen=True, slots=True)
class Plan:
    """`colour` fills `COLOURED` sides."""

    left: Side = Side()
    top: Side = Side()
    right: Side = Side()
    bottom: Side = Side()
    colour: tuple[int, int, int] = (255, 255, 255)

    @property
    def ways(self) -> frozenset[Way]:
        return frozenset(side.way for side in (self.left, self.top, self.right, self.bottom))


def ground_rgb(rgb: str) -> tuple[int, int, int, int]:
    return (*parse_hex(rgb), 255)


def planned(
    samples: Pixels, art_px: Box, width_px: int, height_px: int, *, reach_px: int, coloured: bool = False
) -> Plan:
    """How the art, seen in `samples`, goes on from `art_px` to the edges of a sheet.

    A flat edge goes on in its own colours. Another is mirrored where the gap is no wider than `reach_px`, which is what a
    bleed needs; a wider bar is left as the ground it is. `coloured`: every gap in one colour of the edge instead.
    """
    gaps = {
        "left": int(art_px.left),
        "top": int(art_px.top),
        "right": width_px - int(art_px.right),
        "bottom": height_px - int(art_px.bottom),
    }
    lengths = {"left": art_px.width, "right": art_px.width, "top": art_px.height, "bottom": art_px.height}
    edges = edges_of(samples)
    sides = {
        name: Side(max(0, gap), _way(edges[name], gap, min(reach_px, int(lengths[name])), coloured))
        for name, gap in gaps.items()
    }
    return Plan(**sides, colour=_common(edges))


def edges_of(samples: Pixels) -> dict[str, Pixels]:
    return {"left": samples[:, 0], "top": samples[0], "right": samples[:, -1], "bottom": samples[-1]}


def _way(edge: Pixels, gap: int, reach_px: int, coloured: bool) -> Way:
    if gap <= 0:
        return Way.NONE
    if coloured:
        return Way.COLOURED
    if is_flat(edge):
        return Way.EXTENDED
    return Way.MIRRORED if gap <= reach_px else Way.BARS


def is_flat(edge: Pixels) -> bool:
    levels = edge[:, :3].astype(np.float32)
    return float(np.abs(levels - np.median(levels, axis=0)).mean()) <= _FLAT_LEVELS


def _common(edges: dict[str, Pixels]) -> tuple[int, int, int]:
    """The colour in the middle of what all edges show."""
    red, green, blue = np.median(np.concatenate([edge[:, :3] for edge in edges.values()]), axis=0)
    return int(red), int(green), int(blue)


def stands_near_edge(samples: Pixels, share: float) -> bool:
    """Whether something drawn stands within `share` of the shorter side from an edge: what a cut or a mirror would spoil."""
    height, width = samples.shape[:2]
    depth = max(2, round(share * min(height, width)))
    grey = cv2.cvtColor(np.ascontiguousarray(samples[..., :3]), cv2.COLOR_RGB2GRAY)
    calm = cv2.medianBlur(grey, 5)
    # the step between a pixel and its neighbours, whatever its direction
    steps = cv2.morphologyEx(calm, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) >= _EDGE_LEVELS
    borders = (steps[:depth], steps[-depth:], steps[:, :depth], steps[:, -depth:])
    return any(float(border.mean()) >= _DRAWN_SHARE for border in borders)


def run_on(body: Iterator[Pixels], plan: Plan, ground: tuple[int, ...]) -> Iterator[Pixels]:
    """The whole sheet from the strips `body`, its rows between the upper and the lower gap: all gaps closed, none copied
    before its neighbours are known."""
    sideways = (_sides_closed(strip, plan) for strip in body)
    yield from _ends_closed(sideways, plan, ground)


def _sides_closed(strip: Pixels, plan: Plan) -> Pixels:
    lying = strip.transpose(1, 0, 2)
    for side, columns in ((plan.left, lying), (plan.right, lying[::-1])):
        if side.way in _FILLED:
            columns[: side.px] = _filling(side, columns[side.px : 2 * side.px], plan.colour)
    return strip


def _ends_closed(strips: Iterator[Pixels], plan: Plan, ground: tuple[int, ...]) -> Iterator[Pixels]:
    held, upper_done = list[Pixels](), False
    for strip in strips:
        held.append(strip)
        if not upper_done and sum(map(len, held)) >= _needed(plan.top):
            yield from _closed(plan.top, np.concatenate(held), plan, ground)
            upper_done = True
        # the last rows wait for what is made of them
        while upper_done and len(held) > 1 and sum(map(len, held[1:])) >= _needed(plan.bottom):
            yield held.pop(0)
    rest = np.concatenate(held)
    if not upper_done:
        yield from _closed(plan.top, rest, plan, ground)
    yield rest
    for band in _closed(plan.bottom, rest[::-1], plan, ground):
        yield band[::-1]


def _needed(side: Side) -> int:
    return {Way.MIRRORED: side.px, Way.EXTENDED: 1}.get(side.way, 0)


def _closed(side: Side, rows: Pixels, plan: Plan, ground: tuple[int, ...]) -> Iterator[Pixels]:
    """The gap before `rows`, as rows; nothing where there is none."""
    if not side.px:
        return
    gap = np.empty((side.px, *rows.shape[1:]), dtype=np.uint8)
    gap[...] = _filling(side, rows[: side.px], plan.colour) if side.way in _FILLED else ground[: rows.shape[2]]
    yield gap


_FILLED = frozenset({Way.EXTENDED, Way.MIRRORED, Way.COLOURED})


def _filling(side: Side, inner: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """What a gap of this many rows is filled with, given the rows next to it, nearest first."""
    if side.way is Way.COLOURED:
        return np.array((*colour, 255)[: inner.shape[2]], dtype=np.uint8)
    return inner[::-1] if side.way is Way.MIRRORED else inner[:1]
