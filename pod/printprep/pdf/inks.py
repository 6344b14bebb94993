"""In which numbers a page states its colours, and what its standard lets it do."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Name, Stream

from pod.drawing.pdf import device_rgb
from pod.imaging.colour import parse_hex, srgb_icc
from pod.imaging.press import Intent, PressProfile, separate
from pod.model.errors import InputRefused
from pod.model.product import PdfStandard, PrintArea

Pixels = NDArray[np.uint8]

_BLACK = "#000000"
_X1A_PROFILE_VERSION = 2


@dataclass(frozen=True, slots=True)
class Inks:
    """`cmyk`: numbers are amounts of the press's own inks. Else they are sRGB, and say so."""

    standard: PdfStandard
    profile: PressProfile | None
    intent: Intent
    cmyk: bool

    @staticmethod
    def of(area: PrintArea, profile: PressProfile | None) -> Inks:
        """Raises `InputRefused` where the area needs a profile that is not there, or X-1a another version of it."""
        if profile is not None and area.pdf is PdfStandard.X1A and profile.version > _X1A_PROFILE_VERSION:
            raise InputRefused(
                "profile_too_new",
                f"{profile.name} is a profile of ICC version {profile.version}; PDF/X-1a takes version 2.",
                "Ask for PDF/X-4, or give the printer's version 2 profile.",
                measured=profile.version,
                required=_X1A_PROFILE_VERSION,
            )
        intent = Intent.PERCEPTUAL if area.perceptual else Intent.RELATIVE
        return Inks.on(profile, area.pdf, intent, cmyk=area.in_cmyk, what=f"The {area.name} area")

    @staticmethod
    def on(profile: PressProfile | None, standard: PdfStandard, intent: Intent, *, cmyk: bool, what: str) -> Inks:
        """For `what` is printed on the press of `profile`. Raises `InputRefused` for inks of a press that nobody knows."""
        if profile is None and cmyk:
            raise InputRefused(
                "no_press_profile",
                f"{what} is printed in CMYK, and there is no press profile to convert into.",
                "Give one with --profile, or set POD_CMYK_PROFILE.",
            )
        return Inks(standard if profile else PdfStandard.PLAIN, profile, intent, cmyk)

    @property
    def flat(self) -> bool:
        """No transparency on the page (ISO 15930-4, 6.6)."""
        return self.standard is PdfStandard.X1A

    def components(self, ink: str) -> Sequence[float]:
        """One ink of a path."""
        return _ink_amounts(ink, self.profile, self.intent) if self.cmyk and self.profile else device_rgb(ink)

    @property
    def channels(self) -> int:
        return 4 if self.cmyk else 3

    @property
    def icc(self) -> bytes:
        """The profile that the numbers are of."""
        return self.profile.icc if self.cmyk and self.profile else srgb_icc()

    def space(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """Of the page's own numbers. sRGB goes by its profile: DeviceRGB is not allowed under a press (ISO 15930-7, 6.3)."""
        if self.cmyk:
            return Name.DeviceCMYK
        profile = pdf.make_indirect(Stream(pdf, srgb_icc(), N=3, Alternate=Name.DeviceRGB))
        return pdf.make_indirect(Array([Name.ICCBased, profile]))

    def blended_in(self, space: pikepdf.Object) -> pikepdf.Object:
        """The press's own space: presses and viewers otherwise each blend see-through ink in a space of their choice."""
        return space if self.profile is None else Name.DeviceCMYK

    def split(self, rows: Pixels) -> tuple[Pixels, Pixels | None]:
        """RGB or RGBA rows as the page's colour, and their alpha where they have one and the page may."""
        if rows.shape[2] == 3:
            return (self._separated(rows) if self.cmyk else rows), None
        if self.flat:
            return self.flattened(rows), None
        alpha = np.asarray(cv2.extractChannel(rows, 3), dtype=np.uint8)
        rgb = np.asarray(cv2.cvtColor(rows, cv2.COLOR_RGBA2RGB), dtype=np.uint8)
        return (self._inked(rgb, alpha) if self.cmyk else rgb), alpha

    def flattened(self, rows: Pixels) -> Pixels:
        """RGB or RGBA rows on white paper, in the press's inks."""
        return self._separated(rows if rows.shape[2] == 3 else _on_white(rows))

    def _inked(self, rgb: Pixels, alpha: Pixels) -> Pixels:
        """Black under alpha 0 is nothing, not all of the ink that the press can lay down."""
        inks = self._separated(rgb)
        inks[(alpha == 0) & (rgb.max(axis=2) == 0)] = 0
        return inks

    def _separated(self, rgb: Pixels) -> Pixels:
        if self.profile is None:
            raise LookupError("CMYK without a profile")
        return separate(rgb, self.profile, self.intent)


@functools.lru_cache(maxsize=4096)
def _ink_amounts(ink: str, profile: PressProfile, intent: Intent) -> tuple[float, ...]:
    """Black of a path is the black ink alone: four plates never lie so exactly that thin lines and type stay sharp."""
    if tuple(parse_hex(ink)) == parse_hex(_BLACK):
        return 0.0, 0.0, 0.0, 1.0
    pixel = np.array([[parse_hex(ink)]], dtype=np.uint8)
    return tuple(float(v) / 255 for v in separate(pixel, profile, intent)[0, 0])


def _on_white(rows: Pixels) -> Pixels:
    alpha = rows[..., 3:].astype(np.uint16)
    if int(alpha.min()) == 255:
        return rows[..., :3]
    mixed = (rows[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)
