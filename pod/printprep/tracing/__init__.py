"""Pictures as paths: flat art traced into a few inks, and how far the paths are from the picture.

`traced` reduces the picture to the inks that it is made of, drops what is too small to print, outlines every patch, draws the
paths again and measures them against the picture. What is not flat art is refused: paths of a photograph print something
that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pod.drawing import Drawing, rasterise
from pod.drawing.display import Fill
from pod.imaging.resample import resized
from pod.model.errors import InputRefused
from pod.printprep.tracing.inks import MOST_INKS, Inked, inked
from pod.printprep.tracing.islands import evened, without_islands
from pod.printprep.tracing.outlines import outlined

Pixels = NDArray[np.uint8]

MOST_MEAN = 8.0
MOST_FAR_SHARE = 0.08
"""Flat art with soft edges measures about half of either; a shading in bands, or a photograph, measures more."""

_FAR_LEVELS = 32
_GROUND = 128.0
_WORKING_PX = 2000
_MOST_ENLARGED = 3
_BAND_ROWS = 256


@dataclass(frozen=True, slots=True)
class Difference:
    """Between picture and paths where either shows, both on middle grey, by the channel that differs most: the mean in
    levels, and the share of pixels that differ by more than 32."""

    mean: float
    far_share: float


@dataclass(frozen=True, slots=True)
class Traced:
    """`drawing` is as large as the picture, in its pixels. `nodes` counts the ends of lines and curves."""

    drawing: Drawing
    inks: tuple[str, ...]
    nodes: int
    difference: Difference


def traced(pixels: Pixels, *, apart_px: float, inside_px: float) -> Traced:
    """The RGBA picture as paths. Islands in the open smaller than `apart_px`, and flecks and holes within the art smaller
    than `inside_px` (both areas in pixels), are too small to print and left out.

    Raises `InputRefused` for what is not flat art.
    """
    height, width = pixels.shape[:2]
    enlarged = max(1, min(_MOST_ENLARGED, -(-_WORKING_PX // max(width, height))))
    art = inked(pixels, resized(pixels, width * enlarged, height * enlarged), enlarged=enlarged)
    if art is None:
        raise _not_flat(f"more than {MOST_INKS} colours", f"up to {MOST_INKS} colours")
    area = enlarged**2
    labels = without_islands(
        evened(art.labels, enlarged=enlarged), apart_px=apart_px * area, inside_px=inside_px * area
    )
    drawing = outlined(Inked(labels, art.rgb), 1 / enlarged)
    difference = difference_of(pixels, rasterise(drawing, width, height))
    if difference.mean > MOST_MEAN or difference.far_share > MOST_FAR_SHARE:
        raise _not_flat(
            f"a mean of {difference.mean:.1f} levels, {difference.far_share:.1%} of it by more than {_FAR_LEVELS}",
            f"{MOST_MEAN:g} levels and {MOST_FAR_SHARE:.0%}",
        )
    return Traced(drawing, drawing.inks(), _nodes(drawing), difference)


def _nodes(drawing: Drawing) -> int:
    fills = (item for item in drawing.items if isinstance(item, Fill))
    return sum(len(values) > 0 for fill in fills for _, values in fill.path.commands)


def difference_of(picture: Pixels, drawn: Pixels) -> Difference:
    total, far, shown = 0.0, 0, 0
    for one, other in _bands(picture, drawn):
        shows = (one[..., 3] > 0) | (other[..., 3] > 0)
        apart = np.abs(_on_grey(one) - _on_grey(other)).max(axis=2)[shows]
        total += float(apart.sum())
        far += int(np.count_nonzero(apart > _FAR_LEVELS))
        shown += len(apart)
    return Difference(total / max(1, shown), far / max(1, shown))


def _bands(one: Pixels, other: Pixels) -> Iterator[tuple[Pixels, Pixels]]:
    for top in range(0, len(one), _BAND_ROWS):
        yield one[top : top + _BAND_ROWS], other[top : top + _BAND_ROWS]


def _on_grey(pixels: Pixels) -> NDArray[np.float32]:
    cover = pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(pixels[..., :3] * cover + _GROUND * (1 - cover), dtype=np.float32)


def _not_flat(measured: str, required: str) -> InputRefused:
    return InputRefused(
        "not_flat_art",
        f"This picture is not flat art: as paths it would print as something else ({measured}).",
        "Print it as PNG or PDF without svg, or use a drawing in a few plain colours.",
        measured=measured,
        required=required,
    )
