"""What goes round a canvas's edge and is not seen from the front: measured, and told before anybody approves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from pod.model.findings import Finding, Severity
from pod.model.geometry import Box
from pod.model.product import Wrap
from pod.printprep.bleed import edges_of, is_flat
from pod.printprep.fit import Sheet

Pixels = NDArray[np.uint8]
Bools = NDArray[np.bool_]

_LEAST_SHARE = 0.0005
_GROUND_LEVELS = 24.0
"""A picture whose four edges are one flat colour is a drawing on that ground: only what differs more counts as art."""

_TOLD: Mapping[Wrap, tuple[str, str, str]] = {
    Wrap.IMAGE: (
        "goes round the edge and is not seen from the front",
        "on the edge",
        "Choose the wrap “mirror” or “colour”, which keep all of it in front, or use a picture with more ground around it.",
    ),
    Wrap.COLOUR: (
        "lies beyond the front and is cut off, since the edge is one colour",
        "cut off",
        "Choose the wrap “image”, the fit “contain”, or a picture in the shape of the front.",
    ),
}
"""What becomes of it, in a few words, and the way out. Mirrored, what reaches beyond the front is what “cover” always cuts."""


def off_the_face(sheet: Sheet, art_px: Box, samples: Pixels, wrap: Wrap) -> Iterator[Finding]:
    """`samples` are of the whole art, which is laid at `art_px`."""
    share = _share_off(_art_in(samples), art_px, sheet.trim_px)
    if wrap not in _TOLD or share <= _LEAST_SHARE:
        return
    becomes, measured, way_out = _TOLD[wrap]
    yield Finding(
        "off_the_face",
        Severity.CHOOSE,
        f"{share:.1%} of the art {becomes}.",
        f"{share:.1%} {measured}",
        "all of it in front",
        way_out=way_out,
    )


def _art_in(samples: Pixels) -> Bools:
    rgb = samples[..., :3].astype(np.float32)
    edge = np.concatenate(list(edges_of(samples).values()))
    if not is_flat(edge):
        return np.ones(rgb.shape[:2], dtype=bool)
    return np.asarray(np.abs(rgb - np.median(edge[:, :3], axis=0)).max(axis=2) > _GROUND_LEVELS)


def _share_off(art: Bools, art_px: Box, face_px: Box) -> float:
    all_of_it = np.count_nonzero(art)
    if not all_of_it:
        return 0.0
    rows = _on(art.shape[0], art_px.top, art_px.height, face_px.top, face_px.bottom)
    columns = _on(art.shape[1], art_px.left, art_px.width, face_px.left, face_px.right)
    return 1 - np.count_nonzero(art[rows][:, columns]) / all_of_it


def _on(count: int, start: float, length: float, first: float, last: float) -> Bools:
    """Which of so many samples along a side lie on the face."""
    at = np.asarray(start + (np.arange(count) + 0.5) * (length / count), dtype=np.float32)
    return np.asarray((at >= first) & (at <= last), dtype=bool)
