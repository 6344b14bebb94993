"""Sizes and areas as they are typed: ``--size-mm 300x400+3`` makes a product of its own, with a bleed of 3 mm."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date

from pod.model.errors import InputRefused
from pod.model.product import CUT_CONTOUR, Background, Cloth, Fit, Kind, PrintArea, ProcessLimits, Product
from pod.services.ports import Catalogue

_NUMBER = r"(-?\d+(?:\.\d+)?|nan|-?inf)"
_SIZE = re.compile(rf"\s*{_NUMBER}\s*[x×]\s*{_NUMBER}\s*(?:\+\s*{_NUMBER}\s*)?", re.IGNORECASE)
_LARGEST_MM, _LARGEST_MARGIN_MM = 5000.0, 100.0
_OWN_PPI = 300
_LEAST_LEFT_MM = 0.5
"""Of a side, between a safe margin and the middle."""


@dataclass(frozen=True, slots=True)
class OwnSize:
    """A size that no product has, and how it is printed."""

    width_mm: float
    height_mm: float
    bleed_mm: float = 0.0


def parse_size_mm(text: str) -> OwnSize:
    """``300x400`` or, with a bleed, ``300x400+3`` in millimetres; anything else is refused with an example."""
    match = _SIZE.fullmatch(text)
    if not match:
        raise InputRefused(
            "size_unreadable",
            f"“{text[:40]}” is not a size.",
            "Write width x height in millimetres, and the bleed where there is one: 300x400 or 300x400+3.",
        )
    width_mm, height_mm, bleed_mm = (float(number or 0) for number in match.groups())
    if not (5 <= width_mm <= _LARGEST_MM and 5 <= height_mm <= _LARGEST_MM):
        raise InputRefused(
            "size_out_of_range",
            f"{width_mm:g} × {height_mm:g} mm cannot be printed.",
            f"Give sides between 5 and {_LARGEST_MM:g} mm.",
            measured_mm=[width_mm, height_mm],
            allowed_mm=[5, _LARGEST_MM],
        )
    _refuse_margin("bleed", bleed_mm, _LARGEST_MARGIN_MM)
    return OwnSize(width_mm, height_mm, bleed_mm)


@dataclass(frozen=True, slots=True)
class AreaWanted:
    """The options by which a command names a print area: a product's, or a size of one's own."""

    product: str = ""
    area: str = ""
    size_mm: str = ""
    bleed_mm: float = 0.0
    safe_mm: float = 0.0
    ppi: int = 0
    process: str = ""
    fit: str = ""
    partner: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    product: Product
    process: ProcessLimits
    areas: tuple[PrintArea, ...]


def find_target(catalogue: Catalogue, wanted: AreaWanted) -> Target:
    """The product, its process and the print areas that the options name."""
    if bool(wanted.product) == bool(wanted.size_mm):
        raise InputRefused(
            "which_area",
            "Say either which product this is for, or a size.",
            "Use --product tee (see `pod products`), or --size-mm 300x400.",
        )
    if wanted.product and (wanted.bleed_mm or wanted.safe_mm or wanted.process):
        raise InputRefused(
            "product_has_margins",
            "A product has its own process, and its print areas their own bleed and safe margin.",
            "Leave --process, --bleed-mm and --safe-mm out, or give a size of your own with --size-mm.",
        )
    product = catalogue.product(wanted.product) if wanted.product else _own_product(catalogue, wanted)
    areas = _areas(product, wanted)
    return Target(product, catalogue.process(product.process), tuple(_adjusted(a, wanted) for a in areas))


def _areas(product: Product, wanted: AreaWanted) -> tuple[PrintArea, ...]:
    area = product.area(wanted.area) if wanted.area else product.areas[0]
    if area is None:
        names = ", ".join(a.name for a in product.areas)
        raise InputRefused("unknown_area", f"{product.name} has no print area “{wanted.area}”.", f"It has: {names}.")
    if wanted.partner or wanted.size:
        _refuse_partner(product, area, wanted)
        area = product.area_for(wanted.partner, wanted.size, area.name)
    return (area,) if area else ()


def _refuse_partner(product: Product, area: PrintArea, wanted: AreaWanted) -> None:
    """A partner that asks for nothing of its own here, or for other areas in other sizes."""
    rows = [row for row in area.partners if row.partner == wanted.partner]
    if not rows:
        known = ", ".join(dict.fromkeys(row.partner for row in area.partners)) or "nobody"
        raise InputRefused(
            "no_partner_area",
            f"“{wanted.partner}” asks for no {area.name} area of its own on {product.name}.",
            f"Leave --partner and --size out, or name one that does: {known}.",
        )
    sizes = list(dict.fromkeys(size for row in rows for size in row.sizes))
    if sizes and wanted.size not in sizes:
        raise InputRefused(
            "which_size",
            f"{wanted.partner} asks for another {area.name} area in each size; “{wanted.size}” is none of them.",
            f"Give --size {' or '.join(sizes)}.",
        )


def _adjusted(area: PrintArea, wanted: AreaWanted) -> PrintArea:
    """The area with `--ppi` and `--fit`; another resolution cannot keep a template's pixels."""
    if wanted.ppi:
        area = replace(area, target_ppi=wanted.ppi, px=None)
    return replace(area, fit=Fit(wanted.fit)) if wanted.fit else area


def _own_product(catalogue: Catalogue, wanted: AreaWanted) -> Product:
    """A product for `--size-mm`, which goes the same way as any other: one area, one size, on white."""
    size = parse_size_mm(wanted.size_mm)
    process = catalogue.process(wanted.process or "paper")
    area = PrintArea(
        name="custom",
        width_mm=size.width_mm,
        height_mm=size.height_mm,
        target_ppi=wanted.ppi or _OWN_PPI,
        min_ppi=min(process.block_ppi, wanted.ppi or _OWN_PPI),
        bleed_mm=_bleed_mm(size, wanted),
        safe_mm=_safe_mm(size, wanted, process),
        background=Background.EITHER,
        cut=CUT_CONTOUR if process.cut_border_mm else "",
    )
    return Product(
        sku=f"own-{size.width_mm:g}x{size.height_mm:g}mm",
        name=f"{size.width_mm:g} × {size.height_mm:g} mm",
        kind=Kind.POSTERS,
        process=process.name,
        areas=(area,),
        sizes=("one",),
        cloths=(Cloth("white", "#ffffff"),),
        prices=(),
        source="given on the command line",
        checked_on=date(2026, 1, 1),
        verified=False,
    )


def _bleed_mm(size: OwnSize, wanted: AreaWanted) -> float:
    if size.bleed_mm and wanted.bleed_mm and size.bleed_mm != wanted.bleed_mm:
        raise InputRefused(
            "bleed_twice",
            f"The size says {size.bleed_mm:g} mm of bleed, --bleed-mm says {wanted.bleed_mm:g} mm.",
            "Say it once.",
        )
    _refuse_margin("bleed", wanted.bleed_mm, _LARGEST_MARGIN_MM)
    return size.bleed_mm or wanted.bleed_mm


def _safe_mm(size: OwnSize, wanted: AreaWanted, process: ProcessLimits) -> float:
    """Where a knife goes around the art, there has to be room for its border and for the knife itself."""
    side_mm = min(size.width_mm, size.height_mm)
    _refuse_margin("safe margin", wanted.safe_mm, side_mm / 2 - _LEAST_LEFT_MM)
    return wanted.safe_mm or 2 * process.cut_border_mm


def _refuse_margin(what: str, margin_mm: float, most_mm: float) -> None:
    if math.isfinite(margin_mm) and 0 <= margin_mm <= most_mm:
        return
    raise InputRefused(
        "margins_out_of_range",
        f"A {what} of {margin_mm:g} mm cannot be made here.",
        f"Give 0 to {most_mm:g} mm.",
        measured_mm=margin_mm,
        required_mm=[0, most_mm],
    )
