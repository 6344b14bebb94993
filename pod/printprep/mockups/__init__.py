"""Mock-ups: the products as drawn things, true to scale, on which a print file's picture is laid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pod.model.product import Cloth, PrintArea, ProcessLimits, Product
from pod.printprep.mockups.cap import CAP, CAP_BACK, CAP_LEFT, CAP_RIGHT
from pod.printprep.mockups.cards import BACK, BUSINESS_CARD, FRONT, INSIDE_LEFT, INSIDE_RIGHT, POSTCARD
from pod.printprep.mockups.mug import MUG, MUG_15OZ, MUG_20OZ
from pod.printprep.mockups.pieces import LABEL, LONG_SLEEVE_FLAT, SLEEVE
from pod.printprep.mockups.sheets import BUMPER, PLAIN, POSTER, STICKER, STICKER_SHEET
from pod.printprep.mockups.stage import Pixels
from pod.printprep.mockups.sweats import HOODIE, HOODIE_BACK, SWEATSHIRT
from pod.printprep.mockups.tee import TEE, TEE_BACK
from pod.printprep.mockups.things import GALAXY, IPHONE, PANEL, PANEL_BACK, PANEL_SLEEVE, Cushion
from pod.printprep.mockups.tops import KIDS, KIDS_BACK, LONG_SLEEVE, LONG_SLEEVE_BACK, TANK, TANK_BACK
from pod.printprep.mockups.tote import TOTE, TOTE_ALL_OVER
from pod.printprep.mockups.walls import CANVAS, FRAMED


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
    "tee left-sleeve": SLEEVE,
    "tee right-sleeve": SLEEVE,
    "tee inside-label": LABEL,
    "tee-kids": KIDS,
    "tee-kids back": KIDS_BACK,
    "long-sleeve": LONG_SLEEVE,
    "long-sleeve back": LONG_SLEEVE_BACK,
    "long-sleeve left-sleeve": LONG_SLEEVE_FLAT,
    "long-sleeve right-sleeve": LONG_SLEEVE_FLAT,
    "tank": TANK,
    "tank back": TANK_BACK,
    "hoodie": HOODIE,
    "hoodie back": HOODIE_BACK,
    "hoodie left-sleeve": LONG_SLEEVE_FLAT,
    "hoodie right-sleeve": LONG_SLEEVE_FLAT,
    "sweatshirt": SWEATSHIRT,
    "cap": CAP,
    "cap left-side": CAP_LEFT,
    "cap right-side": CAP_RIGHT,
    "cap back": CAP_BACK,
    "panel": PANEL,
    "panel back": PANEL_BACK,
    "panel left-sleeve": PANEL_SLEEVE,
    "panel right-sleeve": PANEL_SLEEVE,
    "tote": TOTE,
    "tote-all-over": TOTE_ALL_OVER,
    "mug": MUG,
    "mug-15oz": MUG_15OZ,
    "mug-20oz": MUG_20OZ,
    "poster": POSTER,
    "canvas": CANVAS,
    "framed": FRAMED,
    "greeting-card": FRONT,
    "greeting-card inside-left": INSIDE_LEFT,
    "greeting-card inside-right": INSIDE_RIGHT,
    "greeting-card back": BACK,
    "postcard": POSTCARD,
    "business-card": BUSINESS_CARD,
    "sticker": STICKER,
    "sticker-sheet": STICKER_SHEET,
    "bumper": BUMPER,
    "phone-case": IPHONE,
    "phone-case-galaxy": GALAXY,
    "pillow": Cushion(),
}
"""By a product's `mockup`, or that and the area's name where it looks different from there."""


def mockup_of(product: Product, area: PrintArea) -> Mockup:
    """A product that nobody has drawn is shown as a plain sheet."""
    return _MOCKUPS.get(f"{product.mockup} {area.name}") or _MOCKUPS.get(product.mockup) or PLAIN
