"""What a press is to be given, as it is typed: the page's standard, its colours, its plates, its marks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import typer

from pod.model.errors import InputRefused
from pod.model.product import CUT_CONTOUR, PdfStandard, PrintArea, SoftAlpha
from pod.printprep.pdf.plates import refused_name
from pod.settings.reading import cmyk_profile_of


class Colour(StrEnum):
    SRGB = "srgb"
    CMYK = "cmyk"


class Pdfx(StrEnum):
    X4 = "4"
    X1A = "1a"
    NONE = "none"


_STANDARDS: Mapping[Pdfx, PdfStandard] = {
    Pdfx.X4: PdfStandard.X4,
    Pdfx.X1A: PdfStandard.X1A,
    Pdfx.NONE: PdfStandard.PLAIN,
}

PdfxOption = Annotated[Pdfx | None, typer.Option("--pdfx", help="PDF/X of the page; the area's own if left out.")]
ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="srgb|cmyk|FILE.icc",
        help="Colours of PDF and TIFF: srgb, the press's inks, or those of a press profile; the area's own if left out."
        " The press is POD_CMYK_PROFILE's, or Pod's own.",
    ),
]
PressOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="FILE.icc",
        help="The press profile that limits a CMYK file's ink; POD_CMYK_PROFILE's if left out, or Pod's own.",
    ),
]
MarksOption = Annotated[bool, typer.Option("--marks", help="Crop marks, colour bar and slug line on the page.")]
CutOption = Annotated[
    float, typer.Option("--cut-contour", help="A cut line, this many mm outside the art.", min=0, max=50)
]
WhiteOption = Annotated[str, typer.Option(help="Spot colour of a white underbase on dark cloth, as `White`.")]
SoftOption = Annotated[SoftAlpha | None, typer.Option(help="What becomes of half-transparent ink.")]
BlackOption = Annotated[bool, typer.Option("--remove-black", help="No black ink on black cloth.")]


@dataclass(frozen=True, slots=True)
class Profile:
    """`colour` is None where the area's own counts. `press` is as `pod.printprep.press_profile` takes it."""

    colour: Colour | None
    press: str


def chosen_profile(text: str) -> Profile:
    """``srgb``, ``cmyk``, a press profile's file, or nothing. The press is the file's, or that of the settings."""
    if text in list(Colour):
        return Profile(Colour(text), cmyk_profile_of(os.environ))
    return Profile(Colour.CMYK, text) if text else Profile(None, cmyk_profile_of(os.environ))


@dataclass(frozen=True, slots=True)
class PressWanted:
    """The options by which a command changes how an area is printed; what is left out stays the area's own."""

    pdfx: Pdfx | None = None
    colour: Colour | None = None
    marks: bool = False
    cut_offset_mm: float = 0.0
    white: str = ""
    soft_alpha: SoftAlpha | None = None
    remove_black: bool = False

    def of(self, area: PrintArea) -> PrintArea:
        """Raises `InputRefused` for what no page can be."""
        if refused := refused_name(self.white):
            raise refused
        if self.pdfx is Pdfx.X1A and self.colour is Colour.SRGB:
            raise InputRefused(
                "x1a_in_srgb",
                "PDF/X-1a knows no colours but a press's inks, and sRGB is asked for.",
                "Leave --profile out, name a press with it, or ask for --pdfx 4.",
            )
        return replace(
            area,
            pdf=_STANDARDS[self.pdfx] if self.pdfx else area.pdf,
            colour=self.colour.value if self.colour else area.colour,
            marks=self.marks or area.marks,
            cut=area.cut or (CUT_CONTOUR if self.cut_offset_mm else ""),
            cut_offset_mm=self.cut_offset_mm or area.cut_offset_mm,
            white=self.white or area.white,
            soft_alpha=self.soft_alpha or area.soft_alpha,
            remove_black=self.remove_black or area.remove_black,
        )
