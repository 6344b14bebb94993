"""What is measured on a print file's own pixels, against its process's limits: millimetres in, sentences out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import parse_hex, pixels_to_lab
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box
from pod.model.product import Background, ProcessLimits
from pod.printprep.fit import Sheet
from pod.printprep.master import ink_box_px

Pixels = NDArray[np.uint8]

_LOOK_PX = 2400
_GONE_SHARE, _FAINT_SHARE = 0.97, 0.35
_THIN_SHARE = 0.02
_EDGE_TOLERANCE_MM = 0.2


@dataclass(frozen=True, slots=True)
class Looked:
    """A print file's pixels made small enough to measure at once; `px_per_mm` is this small picture's."""

    pixels: Pixels
    px_per_mm: float
    sheet: Sheet
    limits: ProcessLimits
    cloth_rgb: str
    ink_px: Box | None

    @property
    def ink(self) -> NDArray[np.bool_]:
        return np.asarray(self.pixels[..., 3] >= 128)


def look(pixels: Pixels, sheet: Sheet, limits: ProcessLimits, cloth_rgb: str) -> Looked:
    height, width = pixels.shape[:2]
    factor = min(1.0, _LOOK_PX / max(width, height))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = pixels if factor == 1.0 else np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    return Looked(small, min(sheet.px_per_mm) * factor, sheet, limits, cloth_rgb, ink_box_px(pixels))


def pixel_findings(looked: Looked) -> Findings:
    """All checks; an empty picture is told once and ends them."""
    if looked.ink_px is None:
        return Findings((_blank(),))
    return Findings(tuple(found for check in _CHECKS for found in check(looked)))


def _blank() -> Finding:
    return Finding(
        "blank",
        Severity.BLOCKED,
        "There is no ink on this print file.",
        "0 % ink",
        "some ink",
        way_out="Prepare it again from artwork that shows something.",
    )


def _outside_safe(looked: Looked) -> Iterator[Finding]:
    area, ink = looked.sheet.area, looked.ink_px
    if ink is None or area.safe_mm <= 0 or area.background is Background.FULL:
        return
    box = looked.sheet.to_mm(ink)
    safe = Box(0, 0, area.width_mm, area.height_mm).grown(-area.safe_mm)
    over = max(safe.left - box.left, safe.top - box.top, box.right - safe.right, box.bottom - safe.bottom)
    if over > _EDGE_TOLERANCE_MM:
        yield Finding(
            "outside_safe",
            Severity.CHOOSE,
            f"The art comes {over:.1f} mm into the margin where printing may be cut or shift.",
            f"{over:.1f} mm",
            f"{area.safe_mm:g} mm clear of the edge",
            way_out="Fit it with contain, or place it smaller.",
            where_px=ink,
        )


def _holes_in_ground(looked: Looked) -> Iterator[Finding]:
    """A full-bleed file with transparent pixels would show paper where ink was meant."""
    if looked.sheet.area.background is not Background.FULL:
        return
    share = float((looked.pixels[..., 3] < 255).mean())
    if share > 0:
        yield Finding(
            "transparent_ground",
            Severity.BLOCKED,
            "Parts of this full-bleed file are transparent and would come out as bare paper.",
            f"{share:.2%} transparent",
            "0 %",
            way_out="Prepare it again; Pod lays a ground to the bleed's edge.",
        )


def _white_box(looked: Looked) -> Iterator[Finding]:
    if looked.sheet.area.background is Background.TRANSPARENT and bool((looked.pixels[..., 3] == 255).all()):
        yield Finding(
            "opaque_box",
            Severity.CHOOSE,
            "The picture has no transparency: it prints as a rectangle on the product.",
            "100 % covered",
            "a cut-out shape",
            way_out="Cut the subject out (`pod check --repair`), if a rectangle is not meant.",
        )


def _soft_alpha(looked: Looked) -> Iterator[Finding]:
    alpha = looked.pixels[..., 3]
    inked = int((alpha > 8).sum())
    # an edge of one pixel is normal and lies around every shape: only what is soft two pixels deep counts
    soft = ((alpha > 24) & (alpha < 232)).astype(np.uint8)
    deep = int(cv2.erode(soft, np.ones((3, 3), np.uint8)).sum())
    share = deep / max(1, inked)
    if share > looked.limits.soft_alpha_max_share:
        yield Finding(
            "soft_alpha",
            Severity.CHOOSE,
            "Half-transparent parts (a glow, a shadow) print as speckle on a white underbase.",
            f"{share:.1%} of the ink",
            f"at most {looked.limits.soft_alpha_max_share:.0%}",
            way_out="Use art with solid edges, or a light cloth.",
        )


def _thin_lines(looked: Looked) -> Iterator[Finding]:
    """Ink that vanishes when opened with a disc of the thinnest line that the process holds."""
    least_px = looked.limits.min_line_mm * looked.px_per_mm
    if least_px < 2:
        return
    ink = looked.ink.astype(np.uint8)
    size = max(2, int(least_px))
    kept = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
    lost = int(ink.sum()) - int(kept.sum())
    share = lost / max(1, int(ink.sum()))
    if share > _THIN_SHARE:
        yield Finding(
            "thin_lines",
            Severity.CHOOSE,
            "Some lines are thinner than this process prints reliably.",
            f"{share:.1%} of the ink",
            f"lines of {looked.limits.min_line_mm:g} mm or more",
            way_out="Print it larger, or choose a bolder style.",
        )


def _on_cloth(looked: Looked) -> Iterator[Finding]:
    if not looked.cloth_rgb:
        return
    inks = looked.pixels[looked.ink][::7]
    if not len(inks):
        return
    cloth = pixels_to_lab(np.array([[parse_hex(looked.cloth_rgb)]], dtype=np.uint8))[0, 0]
    apart = np.linalg.norm(pixels_to_lab(inks[None, :, :3])[0] - cloth, axis=1)
    share = float((apart < looked.limits.cloth_min_delta_e).mean())
    if share > _FAINT_SHARE:
        gone = share > _GONE_SHARE
        yield Finding(
            "invisible_on_cloth",
            Severity.BLOCKED if gone else Severity.CHOOSE,
            "The print can hardly be seen on this cloth." if gone else "A part of the print vanishes into this cloth.",
            f"{share:.0%} of the ink within {looked.limits.cloth_min_delta_e:g} of the cloth's colour",
            f"at most {_GONE_SHARE if gone else _FAINT_SHARE:.0%}",
            way_out="Choose another cloth colour, or artwork in other colours.",
        )


_CHECKS: tuple[Callable[[Looked], Iterator[Finding]], ...] = (
    _outside_safe,
    _holes_in_ground,
    _white_box,
    _soft_alpha,
    _thin_lines,
    _on_cloth,
)


def resolution(source_ppi: float, sheet: Sheet, limits: ProcessLimits) -> Iterator[Finding]:
    """The resolution that the art really has at its placed size, against the process and the area."""
    block = min(limits.block_ppi, sheet.area.min_ppi)
    if source_ppi < block - 0.5:
        yield _coarse(
            source_ppi, Severity.BLOCKED, "The picture is too small for this print: it would look blocky.", block
        )
    elif source_ppi < limits.warn_ppi - 0.5:
        yield _coarse(
            source_ppi,
            Severity.CHOOSE,
            "The picture is on the small side: fine detail will look soft.",
            limits.warn_ppi,
        )


def _coarse(ppi: float, severity: Severity, message: str, required: int) -> Finding:
    return Finding(
        "low_resolution",
        severity,
        message,
        f"{ppi:.0f} ppi",
        f"{required} ppi",
        way_out="Print it smaller, or use a larger picture.",
    )
