"""Half-transparent ink, made printable by the area's rule; and black taken off black cloth, which needs no ink for it.

A white underbase lies under everything inked, so ink at 40 % comes out as colour on speckles of white. The smooth edge of
one pixel that every shape has is no such thing and stays. Strips see a little of their neighbours, so that they meet
without a seam.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Drawing
from pod.imaging.colour import lab, parse_hex
from pod.model.findings import Finding, Severity
from pod.model.geometry import MM_PER_INCH
from pod.model.product import PrintArea, ProcessLimits, SoftAlpha
from pod.printprep.coverage import Coverage
from pod.printprep.white_paths import CHORD_MM

Pixels = NDArray[np.uint8]
Alpha = NDArray[np.uint8]

_HALO = 6
_FAINTEST, _NEARLY_SOLID = 10, 245
_SOLID = 128
_STEEP = 100
"""Levels over five pixels: a smooth edge goes from nothing to solid in three."""

_GONE = 13
"""5 %: matted colour is the cloth's own by then."""

_SCREEN_DEGREES = 22.5
"""The angle of one-colour halftones on cloth: it beats neither with the weave nor with the printer's rows."""

_BLACK_BELOW, _BLACK_KNEE = 12, 64
_BLACK_CLOTH_L = 12.0


@dataclass(frozen=True, slots=True)
class _Window:
    """A strip's alpha with up to `_HALO` rows more on either side, all as they were; `inner` are the strip's own rows,
    the first of which lies `top` px down the sheet. `rgb` is a view of the strip."""

    alpha: Alpha
    inner: slice
    rgb: Pixels
    top: int


def is_black(cloth_rgb: str) -> bool:
    return bool(cloth_rgb) and lab(cloth_rgb)[0] <= _BLACK_CLOTH_L


class SoftInk:
    """Gives a sheet's strips on as the area wants them (``strips``); ``findings`` says afterwards what was changed.

    `drawing` is the art in millimetres where it is paths. Nothing of it is changed where none of it is soft, and none dark
    that should go: what little is half-transparent in its pixels are the seams between its shapes.
    """

    def __init__(
        self,
        area: PrintArea,
        limits: ProcessLimits,
        *,
        cloth_rgb: str,
        px_per_mm: float,
        drawing: Drawing | None = None,
    ) -> None:
        black_goes = area.remove_black and is_black(cloth_rgb)
        self._takes_black = black_goes and (drawing is None or _has_black(drawing))
        # where black is taken away, dark tones become see-through: dots keep their shading
        rule = SoftAlpha.HALFTONE if self._takes_black and area.soft_alpha is SoftAlpha.KEEP else area.soft_alpha
        if drawing is not None and not self._takes_black and rule is not SoftAlpha.KEEP:
            rule = rule if Coverage(CHORD_MM).shows_softness(drawing) else SoftAlpha.KEEP
        self._rule = rule
        self._cloth_rgb = cloth_rgb or "#ffffff"
        self._cell_px = px_per_mm * MM_PER_INCH / limits.halftone_lpi
        self._inked_px = self._soft_px = self._dark_px = 0

    @property
    def changes(self) -> bool:
        return self._rule is not SoftAlpha.KEEP

    def strips(self, strips: Iterator[Pixels]) -> Iterator[Pixels]:
        """Opaque strips pass as they are, and so does everything where nothing was asked for."""
        return self._changed(strips) if self.changes else strips

    def findings(self) -> Iterator[Finding]:
        inked_px = max(1, self._inked_px)
        if self._dark_px:
            yield _black_removed(self._dark_px / inked_px)
        if self._soft_px:
            yield _hardened(self._rule, self._soft_px / inked_px)

    def _changed(self, strips: Iterator[Pixels]) -> Iterator[Pixels]:
        above, top = None, 0
        strip = self._without_black(next(strips, None))
        while strip is not None:
            below = self._without_black(next(strips, None))
            window = _window(above, strip, below, top)
            above, top = window.alpha[window.inner][-_HALO:], top + len(strip)
            self._harden(strip, window)
            yield strip
            strip = below

    def _without_black(self, strip: Pixels | None) -> Pixels | None:
        if strip is not None and strip.shape[2] == 4 and self._takes_black:
            self._dark_px += _remove_black(strip)
        return strip

    def _harden(self, strip: Pixels, window: _Window) -> None:
        if strip.shape[2] == 3 or self._rule is SoftAlpha.KEEP:
            return
        soft, inner = _deep(window.alpha)[window.inner], window.alpha[window.inner]
        self._inked_px += cv2.countNonZero(inner)
        self._soft_px += int(np.count_nonzero(soft))
        settled = _settled(inner)
        if soft.any():
            change = _RULES[self._rule](window, soft, cloth_rgb=self._cloth_rgb, dots=_dots(self._cell_px))
            settled = np.where(soft, change, settled)
        strip[..., 3] = settled


def _has_black(drawing: Drawing) -> bool:
    return any(max(parse_hex(ink)) < _BLACK_KNEE for ink in drawing.inks())


def _window(above: Alpha | None, strip: Pixels, below: Pixels | None, top: int) -> _Window:
    parts = [strip[:0, :, -1] if above is None else above, strip[..., -1]]
    if below is not None:
        parts.append(below[:_HALO, :, -1])
    return _Window(np.concatenate(parts), slice(len(parts[0]), len(parts[0]) + len(strip)), strip[..., :3], top)


def _deep(alpha: Alpha) -> NDArray[np.bool_]:
    """What is soft more than a pixel deep or fades slowly, and the soft pixels around it; never a shape's own smooth edge."""
    soft = cv2.inRange(alpha, _FAINTEST, _NEARLY_SOLID)
    deep = cv2.erode(soft, np.ones((3, 3), np.uint8), borderValue=0)
    near = np.ones((5, 5), np.uint8)
    steep = cv2.inRange(cv2.subtract(cv2.dilate(alpha, near), cv2.erode(alpha, near)), _STEEP, 255)
    seeds = cv2.bitwise_or(deep, cv2.bitwise_and(soft, cv2.bitwise_not(steep)))
    return np.asarray(cv2.bitwise_and(soft, cv2.dilate(seeds, near)) > 0)


def _settled(alpha: Alpha) -> Alpha:
    """Without the dust and the dents, a few levels deep, that resampling leaves beside every edge."""
    return np.where(alpha < _FAINTEST, np.uint8(0), np.where(alpha > _NEARLY_SOLID, np.uint8(255), alpha))


def _thresholded(window: _Window, _soft: NDArray[np.bool_], **_: object) -> Alpha:
    """Solid from half on, cut at twice the resolution so that the new edge is smooth."""
    height, width = window.alpha.shape
    twice = cv2.resize(window.alpha, (2 * width, 2 * height), interpolation=cv2.INTER_LINEAR)
    hard = cv2.inRange(twice, _SOLID, 255)
    smooth = np.asarray(cv2.resize(hard, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    return smooth[window.inner]


def _halftoned(window: _Window, soft: NDArray[np.bool_], *, dots: Alpha, **_: object) -> Alpha:
    """Dots whose size carries the tone; `dots` repeats over the whole sheet, so strips meet without a seam."""
    rows = (window.top + np.arange(len(soft))) % len(dots)
    columns = np.arange(soft.shape[1]) % len(dots)
    inner = window.alpha[window.inner]
    return np.where(inner > dots[rows[:, None], columns], np.uint8(255), np.uint8(0))


def _matted(window: _Window, soft: NDArray[np.bool_], *, cloth_rgb: str, **_: object) -> Alpha:
    """Mixed with the cloth's colour and printed solid, as far as it can be told from the cloth."""
    inner = window.alpha[window.inner]
    cover = inner[soft][:, None].astype(np.float32) / 255
    cloth = np.array(parse_hex(cloth_rgb), dtype=np.float32)
    window.rgb[soft] = np.rint(window.rgb[soft] * cover + cloth * (1 - cover)).astype(np.uint8)
    return np.where(inner >= _GONE, np.uint8(255), np.uint8(0))


_RULES: Mapping[SoftAlpha, Callable[..., Alpha]] = {
    SoftAlpha.THRESHOLD: _thresholded,
    SoftAlpha.HALFTONE: _halftoned,
    SoftAlpha.MATTE: _matted,
}


@functools.lru_cache(maxsize=8)
def _dots(cell_px: float) -> Alpha:
    """A square of thresholds 0–254 that tiles without a seam: round dots about `cell_px` apart, turned by 22.5°.

    The screen's two axes are whole pixels (a, b) and (−b, a), so it repeats after a² + b². Thresholds are ranks: each
    tone covers exactly its share.
    """
    a = max(1, round(cell_px * math.cos(math.radians(_SCREEN_DEGREES))))
    b = round(cell_px * math.sin(math.radians(_SCREEN_DEGREES)))
    period = a * a + b * b
    y, x = np.mgrid[0:period, 0:period]
    turn = 2 * np.pi / period
    height = np.cos(turn * (a * x + b * y)) + np.cos(turn * (a * y - b * x))
    # equal heights in the order of a hash, not of rows: a tone in between would otherwise fill the tile from the top
    order = np.lexsort((((x * 7919 + y * 104729) % 10007).ravel(), -np.round(height, 9).ravel()))
    ranks = np.empty(period * period, dtype=np.int64)
    ranks[order] = np.arange(period * period)
    return (ranks * 255 // (period * period)).astype(np.uint8).reshape(period, period)


def _remove_black(strip: Pixels) -> int:
    """Dark ink becomes thin ink over black cloth, which looks the same: colour × alpha stays. How many pixels it was."""
    brightest = strip[..., :3].max(axis=2)
    dark = (brightest < _BLACK_KNEE) & (strip[..., 3] > 0)
    light = brightest[dark].astype(np.float32) / _BLACK_KNEE
    light[brightest[dark] < _BLACK_BELOW] = 0
    ink = strip[dark].astype(np.float32)
    ink[:, :3] = np.minimum(255, ink[:, :3] / np.maximum(light, 1 / 255)[:, None])
    ink[:, 3] *= light
    ink[light == 0] = 0
    strip[dark] = np.rint(ink).astype(np.uint8)
    return int(np.count_nonzero(dark))


_SENTENCES = {
    SoftAlpha.THRESHOLD: "Half-transparent parts were cut at half their strength: what was fainter is gone, the rest is solid.",
    SoftAlpha.HALFTONE: "Half-transparent parts are printed as fine dots.",
    SoftAlpha.MATTE: "Half-transparent parts were mixed with the cloth's colour and are printed solid.",
}


def _hardened(rule: SoftAlpha, share: float) -> Finding:
    return Finding(
        "soft_alpha_changed",
        Severity.FIXED,
        _SENTENCES[rule],
        f"{share:.1%} of the ink half-transparent",
        "solid ink or none",
        after="0 %, but for smooth edges",
    )


def _black_removed(share: float) -> Finding:
    return Finding(
        "black_removed",
        Severity.FIXED,
        "Black was taken away where the cloth is black: the cloth shows instead of ink.",
        f"{share:.1%} of the ink dark",
        "no ink where the cloth is as dark",
        after="0 % black ink",
    )
