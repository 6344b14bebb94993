"""Plates that are no colour: the knife's line and the white underbase, as spot colours that machines know by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pod.drawing.paths import Path
from pod.drawing.pdf import path_operators
from pod.model.errors import InputRefused
from pod.model.product import SPOT_NAME

_CUT_WIDTH_PT = 0.25
"""Cutters follow the line whatever its width; controllers ask for a hairline of 0.25 pt to know it by."""

_MAGENTA, _UNSEEN = (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0)
"""What the eye is shown of a plate. White is shown as nothing: on screen it would tint the art that lies on it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A processing step of ISO 19593-1: what a plate is for, whatever its spot colour is called."""

    title: str
    group: str
    kind: str


CUT_STEP = Step("Kiss cut", "/Structural", "/PartialCutting")
WHITE_STEP = Step("White underbase", "/White", "")


def refused_name(spot: str) -> InputRefused | None:
    """Why nothing can be called so; None where it can. "" is no plate."""
    if not spot or SPOT_NAME.fullmatch(spot):
        return None
    return InputRefused(
        "spot_name",
        f"“{spot[:40]}” is no name for a spot colour.",
        "Write the name that the press knows, in letters, digits, hyphens and spaces: White.",
    )


def separation(pdf: pikepdf.Pdf, name: str, seen_as: Sequence[float]) -> pikepdf.Object:
    """A spot colour by the exact name that a machine acts on, and what the eye sees of it (ISO 32000-2, 8.6.6.4)."""
    tint = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([*map(float, seen_as)]), N=1
    )
    return pdf.make_indirect(Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, pdf.make_indirect(tint)]))


def add_space(page: pikepdf.Object, key: str, space: pikepdf.Object) -> None:
    spaces = page.Resources.get("/ColorSpace") or Dictionary()
    spaces[f"/{key}"] = space
    page.Resources.ColorSpace = spaces


def cut_separation(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return separation(pdf, name, _MAGENTA)


def white_separation(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return separation(pdf, name, _UNSEEN)


def lay_over(page: pikepdf.Object, *, flat: bool) -> None:
    """Gives the page the state ``Over``, in which a plate changes no other that it lies on: multiplied, or where the page may
    not blend, overprinted.

    Multiply leaves every plate alone that a spot colour does not name (11.7.4.2). Overprint beside it does harm: it puts
    what lies underneath into the colour that is multiplied, so that ink comes twice. Overprint alone is right where
    everything is opaque, and wrong on see-through art.
    """
    state = {"OP": True, "op": True, "OPM": 1} if flat else {"BM": Name.Multiply}
    page.Resources.ExtGState = Dictionary(Over=Dictionary(Type=Name.ExtGState, **state))


def cut_operators(line: Path) -> str:
    """Stroked, never filled, each line closed; `line` is in points, y upwards."""
    return f"q /Over gs /Cut CS 1 SCN {_CUT_WIDTH_PT} w 1 j {path_operators(line)}S Q\n"


def filled_white(area: Path) -> str:
    """The plate as paths, even-odd; `area` is in points, y upwards."""
    return f"q /Over gs /White cs 1 scn {path_operators(area)}f* Q\n" if area else ""


def white_operators(at: Sequence[float]) -> str:
    """The plate over the whole of `at`: left, bottom, right, top in points."""
    left, bottom, right, top = at
    return f"q /Over gs {right - left:.5f} 0 0 {top - bottom:.5f} {left:.5f} {bottom:.5f} cm /White Do Q\n"


def as_layer(pdf: pikepdf.Pdf, page: pikepdf.Object, step: Step, operators: str) -> str:
    """The operators inside an optional content group that is on and prints, and says which step it is."""
    metadata = Dictionary(GTS_ProcStepsGroup=Name(step.group))
    if step.kind:
        metadata.GTS_ProcStepsType = Name(step.kind)
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(step.title), GTS_Metadata=metadata))
    announce(pdf, group)
    properties = page.Resources.get("/Properties") or Dictionary()
    key = f"/Step{len(properties.keys())}"
    properties[key] = group
    page.Resources.Properties = properties
    return f"/OC {key} BDC\n{operators}EMC\n"


def announce(pdf: pikepdf.Pdf, group: pikepdf.Object) -> None:
    """A configuration has a name and switches nothing by itself (ISO 15930-7, 6.10)."""
    known = pdf.Root.get("/OCProperties")
    if known is None:
        shown = Dictionary(Name=String("Processing steps"), Order=Array(), ON=Array())
        pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=shown)
        known = pdf.Root.OCProperties
    for listed in (known.OCGs, known.D.Order, known.D.ON):
        listed.append(group)
