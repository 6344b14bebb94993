"""Sizes and areas as they are typed: ``--size-mm 300x400`` makes a print area of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from pod.model.errors import InputRefused
from pod.model.product import Background, Cloth, Fit, PrintArea, ProcessLimits, Product
from pod.services.ports import Catalogue

_SIZE = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*[xX×]\s*(\d+(?:\.\d+)?)\s*$")
_LARGEST_MM = 5000.0


def parse_size_mm(text: str) -> tuple[float, float]:
    """``300x400`` as millimetres; anything else is refused with an example."""
    match = _SIZE.match(text)
    if not match:
        raise InputRefused(
            "size_unreadable", f"“{text}” is not a size.", "Write width x height in millimetres, for example 300x400."
        )
    width_mm, height_mm = float(match[1]), float(match[2])
    if not (5 <= width_mm <= _LARGEST_MM and 5 <= height_mm <= _LARGEST_MM):
        raise InputRefused(
            "size_out_of_range",
            f"{width_mm:g} × {height_mm:g} mm cannot be printed.",
            f"Give sides between 5 and {_LARGEST_MM:g} mm.",
            measured_mm=[width_mm, height_mm],
            allowed_mm=[5, _LARGEST_MM],
        )
    return width_mm, height_mm


@dataclass(frozen=True, slots=True)
class AreaWanted:
    """The options by which a command names a print area: a product's, or a size of one's own."""

    product: str = ""
    area: str = ""
    size_mm: str = ""
    bleed_mm: float = 0.0
    safe_mm: float = 0.0
    dpi: int = 0
    fit: str = ""


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
    if wanted.product and (wanted.bleed_mm or wanted.safe_mm):
        raise InputRefused(
            "product_has_margins",
            "A product's print area has its own bleed and safe margin.",
            "Leave --bleed-mm and --safe-mm out, or give a size of your own with --size-mm.",
        )
    product = catalogue.product(wanted.product) if wanted.product else _own_size(wanted)
    areas = _areas(product, wanted)
    return Target(product, catalogue.process(product.process), tuple(_adjusted(a, wanted) for a in areas))


def _areas(product: Product, wanted: AreaWanted) -> tuple[PrintArea, ...]:
    if not wanted.area:
        return product.areas[:1]
    area = product.area(wanted.area)
    if area is None:
        names = ", ".join(a.name for a in product.areas)
        raise InputRefused("unknown_area", f"{product.name} has no print area “{wanted.area}”.", f"It has: {names}.")
    return (area,)


def _adjusted(area: PrintArea, wanted: AreaWanted) -> PrintArea:
    """The area with `--dpi` and `--fit`; another resolution cannot keep a template's pixels."""
    if wanted.dpi:
        area = replace(area, target_ppi=wanted.dpi, px=None)
    return replace(area, fit=Fit(wanted.fit)) if wanted.fit else area


def _own_size(wanted: AreaWanted) -> Product:
    width_mm, height_mm = parse_size_mm(wanted.size_mm)
    _refuse_margins(wanted, min(width_mm, height_mm))
    area = PrintArea(
        name="custom",
        width_mm=width_mm,
        height_mm=height_mm,
        target_ppi=wanted.dpi or 300,
        min_ppi=150,
        bleed_mm=wanted.bleed_mm,
        safe_mm=wanted.safe_mm,
        background=Background.EITHER,
    )
    return Product(
        sku=f"custom-{width_mm:g}x{height_mm:g}mm",
        name=f"{width_mm:g} × {height_mm:g} mm",
        process="paper",
        areas=(area,),
        sizes=("one",),
        cloths=(Cloth("white", "#ffffff"),),
        prices=(),
        source="given on the command line",
        checked_on=date(2026, 1, 1),
        verified=False,
    )


def _refuse_margins(wanted: AreaWanted, side_mm: float) -> None:
    if 2 * wanted.safe_mm >= side_mm:
        raise InputRefused(
            "margins_out_of_range",
            f"A safe margin of {wanted.safe_mm:g} mm leaves nothing of a side of {side_mm:g} mm.",
            f"Give a safe margin below {side_mm / 2:g} mm.",
            measured_mm=wanted.safe_mm,
            required_mm=side_mm / 2,
        )
