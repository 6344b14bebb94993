"""Mock-ups: the products as drawn things, true to scale, on which a print file's picture is laid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pod.model.product import Cloth, PrintArea, ProcessLimits, Product
from pod.printprep.mockups.mug import MUG
from pod.printprep.mockups.sheets import PLAIN, POSTER, STICKER
from pod.printprep.mockups.stage import Pixels
from pod.printprep.mockups.tee import TEE, TEE_BACK
from pod.printprep.mockups.tote import TOTE


class Mockup(Protocol):
    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, limits: ProcessLimits, width_px: int) -> Pixels:
        """The product with `art` (a print file's pixels with its bleed, RGBA) on it, as `width_px` wide RGB. What is
        cut off is not seen."""
        ...

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        """Where the trim's left upper corner lies in the picture."""
        ...

    def width_mm(self, area: PrintArea) -> float:
        """What the picture's width shows."""
        ...


_MOCKUPS: Mapping[str, Mockup] = {
    "tee": TEE,
    "tee back": TEE_BACK,
    "mug": MUG,
    "poster": POSTER,
    "sticker": STICKER,
    "tote": TOTE,
}
"""By a product's `mockup`, or that and the area's name where it looks different from there."""


def mockup_of(product: Product, area: PrintArea) -> Mockup:
    """A product that nobody has drawn is shown as a plain sheet."""
    return _MOCKUPS.get(f"{product.mockup} {area.name}") or _MOCKUPS.get(product.mockup) or PLAIN
