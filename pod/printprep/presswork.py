"""What a CMYK press makes of a sheet: how much ink lies on it, which colours change, and how it will look."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging import press
from pod.imaging.press import Intent, PressProfile, changed_colours, separate, total_ink
from pod.model.findings import Finding, Severity
from pod.model.product import PdfStandard, PrintArea, ProcessLimits
from pod.printprep.ink_load import ink_limit_percent

Pixels = NDArray[np.uint8]

_LOOK_PX = 1000
_INK_OVER_MM = 15.0
"""Total ink is the mean over any square of this side (Ghent Workgroup 2022, total area coverage)."""

_CHANGED_SHARE = 0.1
_ROWS = 256


def soft_proof(pixels: Pixels, profile: PressProfile, *, perceptual: bool = False, paper: bool = False) -> Pixels:
    """The same picture (RGB or RGBA) in the colours that the press will give it."""
    seen = pixels.copy()
    for top in range(0, len(pixels), _ROWS):
        inks = separate(pixels[top : top + _ROWS], profile, _intent(perceptual=perceptual))
        seen[top : top + _ROWS, :, :3] = press.soft_proof(inks, profile, paper=paper)
    return seen


def press_findings(
    pixels: Pixels, area: PrintArea, limits: ProcessLimits, profile: PressProfile | None
) -> Iterator[Finding]:
    """For any page: whether it can be PDF/X. For one that is printed in CMYK: ink and colours, measured on a small copy."""
    if profile is None:
        if area.pdf is not PdfStandard.PLAIN:
            yield _no_promise(area)
        return
    if area.condition and area.condition != profile.condition:
        yield _other_press(area, profile)
    if not area.in_cmyk:
        return
    step = max(1, max(pixels.shape[:2]) // _LOOK_PX)
    small = pixels[::step, ::step]
    ink = small[..., 3] >= 128
    inks = separate(small, profile, _intent(perceptual=area.perceptual))
    yield from _colours_change(changed_colours(small, inks, profile), ink)
    per_mm = small.shape[1] / (area.width_mm + 2 * area.bleed_mm)
    yield from _too_much_ink(np.where(ink, total_ink(inks), np.float32(0)), per_mm, limits, profile)


def _intent(*, perceptual: bool) -> Intent:
    return Intent.PERCEPTUAL if perceptual else Intent.RELATIVE


def _no_promise(area: PrintArea) -> Finding:
    return Finding(
        "no_press_profile",
        Severity.CHOOSE,
        "The PDF is no PDF/X: there is no press profile to put into it.",
        "plain PDF",
        f"PD{area.pdf.value.upper().replace('X-', 'F/X-')}",
        way_out="Give a CMYK profile with --profile, or set POD_CMYK_PROFILE.",
    )


def _other_press(area: PrintArea, profile: PressProfile) -> Finding:
    return Finding(
        "other_press",
        Severity.CHOOSE,
        "The file is made for another press than the printer asks for: its colours would come out differently.",
        profile.condition if profile.registered else profile.name,
        area.condition,
        way_out="Give the printer's profile with --profile, or set POD_CMYK_PROFILE.",
    )


def _colours_change(changed: NDArray[np.bool_], ink: NDArray[np.bool_]) -> Iterator[Finding]:
    share = float(changed[ink].mean()) if ink.any() else 0.0
    if share > _CHANGED_SHARE:
        yield Finding(
            "out_of_gamut",
            Severity.CHOOSE,
            "Some colours are brighter than this press can print: they come out duller than on the screen.",
            f"{share:.0%} of the ink",
            f"at most {_CHANGED_SHARE:.0%}",
            way_out="Look at the proof, which shows the printed colours, or choose calmer ones.",
        )


def _too_much_ink(
    percent: NDArray[np.float32], per_mm: float, limits: ProcessLimits, profile: PressProfile
) -> Iterator[Finding]:
    limit = ink_limit_percent(limits, profile)
    side = max(1, round(_INK_OVER_MM * per_mm))
    mean = cv2.blur(percent, (min(side, percent.shape[1]), min(side, percent.shape[0])), borderType=cv2.BORDER_REFLECT)
    heaviest = float(mean.max())
    if heaviest > limit + 0.5:
        row, column = np.unravel_index(int(mean.argmax()), mean.shape)
        yield Finding(
            "too_much_ink",
            Severity.CHOOSE,
            f"So much ink lies on one spot ({column / per_mm:.0f} mm from the left, {row / per_mm:.0f} mm from the top) that it may not dry.",
            f"{heaviest:.0f} % ink over {_INK_OVER_MM:g} mm",
            f"at most {limit} %",
            way_out="Give a press profile with a lower ink limit (--profile), or use lighter colours.",
        )
