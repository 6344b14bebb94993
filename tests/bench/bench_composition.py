"""Composition: all checks, and check, mend and cut-out, of a decoded 4096 px picture, beside the bare steps in OpenCV.

The peer does the picture work alone, as one would write it down: a copy of 2048 px, L*a*b*, the distance to the ground's
colour, parts, inks by k-means, thin lines and gaps by opening and closing, edges; then alpha by that distance at full size,
the move, and ink run on under what is clear. It decides nothing, says nothing, and judges no repair by measuring again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import cv2
import numpy as np

from pod import composition
from pod.composition.inspection import Inspection
from pod.composition.measured import Asked
from pod.imaging.colour import parse_hex
from pod.printprep import press_profile
from tests.bench.emblems import ASKED_INKS, KEY, emblem, in_other_inks, on_a_key
from tests.bench.print_musts import Measured, Must, lines
from tests.bench.rows import Row, Said, Work

TITLE = "Composition: checks, mending, cut-outs"
NOTE = """\
Decoding is not in it; the picture's own 64 MB are in the peak. Mending checks three times: before, after the cut, and after
the move. How well the checks see: [composition](composition.md)."""

_CHECK, _ALL = "all checks of 4096 px on a flat key", "check, mend and cut out 4096 px on a flat key"
_EVERY = "every repair of 4096 px in other inks, with dust and a name"
_MOST_CPU_S = {_CHECK: 1.0, _ALL: 2.5, _EVERY: 2.5}
_MOST_MB = 400
_LOOK_PX, _FINE_PX = 2048, 7
_FLAT = Asked("#00ff7f", "#ffffff", 12.0, palette=ASKED_INKS, flat_inks=True, wordless=True)
_ASKED = {"expected_ground": "#00ff7f", "cloth_rgb": "#26282e", "palette": ("#1d3557", "#e63946"), "px_per_mm": 12.0}


def rows() -> Iterator[Row]:
    yield "all checks of a 4096 px cut-out", partial(_ready, emblem, _check)
    for task, work, peer in ((_CHECK, _check, _bare_checks), (_ALL, _mend, _bare_cut)):
        yield f"{task}: Pod", partial(_ready, on_a_key, work)
        yield f"{task}: the bare steps in OpenCV", partial(_ready, on_a_key, peer)
    yield f"{_EVERY}: Pod", partial(_ready, in_other_inks, _mend_all)
    yield f"{_EVERY}: the bare steps in OpenCV", partial(_ready, in_other_inks, _bare_inks)


def _ready(make: Callable[[], np.ndarray], work: Callable[[np.ndarray], object]) -> Work:
    press_profile("")  # read once a process
    return partial(work, make())


# --- Pod


def _inspect(pixels: np.ndarray) -> Inspection:
    return composition.inspect(pixels, press=press_profile(""), **_ASKED)


def _check(pixels: np.ndarray) -> Said:
    found = _inspect(pixels).findings.found
    return Said(", ".join(finding.rule for finding in found) or "nothing found")


def _mend(pixels: np.ndarray) -> Said:
    return Said(", ".join(step.kind for step in composition.mend(pixels, _inspect(pixels)).steps))


def _mend_all(pixels: np.ndarray) -> Said:
    return Said(", ".join(s.kind for s in composition.mend(pixels, composition.inspect_for(pixels, _FLAT)).steps))


# --- the peer


def _bare_checks(pixels: np.ndarray) -> None:
    rgb = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB), (_LOOK_PX, _LOOK_PX), interpolation=cv2.INTER_AREA)
    away = _from_ground(rgb)
    ink = (away > 8).astype(np.uint8) * 255
    cv2.connectedComponentsWithStats(ink)
    cv2.boundingRect(ink)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_FINE_PX, _FINE_PX))
    for how in (cv2.MORPH_OPEN, cv2.MORPH_CLOSE):
        cv2.connectedComponentsWithStats(cv2.absdiff(cv2.morphologyEx(ink, how, disc), ink))
    cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    cv2.Canny(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), 50, 150)
    sample = np.float32(rgb[::8, ::8].reshape(-1, 3))
    cv2.setRNGSeed(1)
    cv2.kmeans(sample, 8, None, (cv2.TERM_CRITERIA_MAX_ITER, 10, 0), 1, cv2.KMEANS_PP_CENTERS)


def _from_ground(rgb: np.ndarray) -> np.ndarray:
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    ground = cv2.cvtColor(np.uint8([[KEY]]), cv2.COLOR_RGB2LAB).astype(np.float32)
    return np.linalg.norm(lab - ground, axis=-1)


def _bare_cut(pixels: np.ndarray) -> None:
    _bare_checks(pixels)
    rgb = cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB)
    alpha = np.clip((_from_ground(rgb) - 8) * 8, 0, 255).astype(np.uint8)
    outside = (alpha < 8).astype(np.uint8)
    cv2.connectedComponentsWithStats(outside)
    run_on = cv2.dilate(cv2.bitwise_and(rgb, rgb, mask=alpha), np.ones((9, 9), np.uint8))
    rgb = np.where(outside[..., None] > 0, run_on, rgb)
    left, top, width, height = cv2.boundingRect(alpha)
    aside = (pixels.shape[1] - width) // 2 - left, (pixels.shape[0] - height) // 2 - top
    move = np.float32([[1, 0, aside[0]], [0, 1, aside[1]]])
    cv2.warpAffine(np.dstack([rgb, alpha]), move, pixels.shape[1::-1], flags=cv2.INTER_NEAREST)


def _bare_inks(pixels: np.ndarray) -> None:
    """The same, and each pixel in the nearest ink, its edges not kept."""
    _bare_cut(pixels)
    lab = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB), cv2.COLOR_RGB2LAB).astype(np.float32)
    rgb = np.uint8([[parse_hex(ink) for ink in ASKED_INKS]])
    inks = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)[0].astype(np.float32)
    nearest = np.argmin([np.linalg.norm(lab - ink, axis=-1) for ink in inks], axis=0)
    np.take(rgb[0], nearest, axis=0)


# --- what was promised


def verdicts(costs: Sequence[Measured]) -> list[str]:
    return lines(tuple(_musts(costs)))


def _musts(costs: Sequence[Measured]) -> Iterator[Must]:
    for cost in costs:
        task, _, who = cost.name.rpartition(": ")
        if who == "Pod":
            yield Must(f"{task}: CPU", _MOST_CPU_S[task], cost.cpu_s, " s")
            yield Must(f"{task}: peak", _MOST_MB, cost.peak_mb, " MB")


VERDICTS = verdicts
