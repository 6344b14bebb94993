"""What a press is to be given, as it is typed: the page's standard, its colours, its plates, its marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

import typer

from pod.model.product import PdfStandard, PrintArea, SoftAlpha


class Colour(StrEnum):
    SRGB = "srgb"
    CMYK = "cmyk"


_CUT = "CutContour"
"""What a cut is called where the area has no name for it: most cutters act on this one."""

PdfOption = Annotated[PdfStandard | None, typer.Option("--pdf", help="What the PDF is; the area's own if left out.")]
ColourOption = Annotated[Colour | None, typer.Option(help="Colours of PDF and TIFF; the area's own if left out.")]
IccOption = Annotated[
    str,
    typer.Option(
        "--icc",
        envvar="POD_CMYK_PROFILE",
        help="Press profile (.icc) of PDF/X and CMYK, or `none`; Pod's own if left out.",
    ),
]
MarksOption = Annotated[bool, typer.Option("--marks", help="Crop marks, colour bar and slug line on the page.")]
CutOption = Annotated[float, typer.Option(help="A cut line, this far outside the art.", min=0, max=50)]
WhiteOption = Annotated[str, typer.Option(help="Spot colour of a white underbase on dark cloth, as `White`.")]
SoftOption = Annotated[SoftAlpha | None, typer.Option(help="What becomes of half-transparent ink.")]
BlackOption = Annotated[bool, typer.Option("--remove-black", help="No black ink on black cloth.")]


@dataclass(frozen=True, slots=True)
class PressWanted:
    """The options by which a command changes how an area is printed; what is left out stays the area's own."""

    pdf: PdfStandard | None = None
    colour: Colour | None = None
    marks: bool = False
    cut_offset_mm: float = 0.0
    white: str = ""
    soft_alpha: SoftAlpha | None = None
    remove_black: bool = False

    def of(self, area: PrintArea) -> PrintArea:
        return replace(
            area,
            pdf=self.pdf or area.pdf,
            colour=self.colour.value if self.colour else area.colour,
            marks=self.marks or area.marks,
            cut=area.cut or (_CUT if self.cut_offset_mm else ""),
            cut_offset_mm=self.cut_offset_mm or area.cut_offset_mm,
            white=self.white or area.white,
            soft_alpha=self.soft_alpha or area.soft_alpha,
            remove_black=self.remove_black or area.remove_black,
        )
