"""Products, their variants and print areas, as the data files in ``templates/products`` describe them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pod.model.geometry import px_covering
from pod.model.money import Money


class Background(StrEnum):
    """What a print area wants behind the art."""

    TRANSPARENT = "transparent"
    FULL = "full"
    EITHER = "either"


class Fit(StrEnum):
    CONTAIN = "contain"
    COVER = "cover"
    STRETCH = "stretch"


class Wrap(StrEnum):
    """What goes round the edge of a canvas: the picture mirrored, one colour of its edge, or the picture going on, of
    which the face then shows less."""

    MIRROR = "mirror"
    COLOUR = "colour"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class PrintArea:
    """A place on a product that takes ink.

    `width_mm` x `height_mm` is the trim (finished) size. `px` are the partner's own template pixels for the area
    *including bleed*; where given they win over arithmetic. `safe_mm` lies inside the trim. Of a canvas the trim is its
    face, and `wrap_mm` of the bleed goes round the frame's edge. `on_mockup_mm` is where the trim's left upper corner sits
    on the product's mock-up, in that mock-up's millimetres; None is the mock-up's middle.
    """

    name: str
    width_mm: float
    height_mm: float
    target_ppi: int
    min_ppi: int
    bleed_mm: float = 0.0
    wrap_mm: float = 0.0
    safe_mm: float = 0.0
    px: tuple[int, int] | None = None
    background: Background = Background.TRANSPARENT
    fit: Fit = Fit.CONTAIN
    may_rotate: bool = False
    formats: tuple[str, ...] = ("png", "pdf")
    colour: str = "srgb"
    cut: str = ""
    extra_cost: Money | None = None
    on_mockup_mm: tuple[float, float] | None = None

    @property
    def size_px(self) -> tuple[int, int]:
        """Pixels of the file, bleed included."""
        if self.px:
            return self.px
        return (
            px_covering(self.width_mm + 2 * self.bleed_mm, self.target_ppi),
            px_covering(self.height_mm + 2 * self.bleed_mm, self.target_ppi),
        )


@dataclass(frozen=True, slots=True)
class Cloth:
    """A colour the product exists in. `rgb` is ``#rrggbb``, measured or published by the maker."""

    name: str
    rgb: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that can be ordered: a size in a cloth colour. `partner_areas` overrides areas by partner and size."""

    sku: str
    size: str
    cloth: str


@dataclass(frozen=True, slots=True)
class PriceRow:
    """What a shopper pays, from a date on. Empty `variant` or `area` means all of them."""

    price: Money
    since: date
    variant: str = ""
    area: str = ""
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    sku: str
    name: str
    process: str
    areas: tuple[PrintArea, ...]
    sizes: tuple[str, ...]
    cloths: tuple[Cloth, ...]
    prices: tuple[PriceRow, ...]
    source: str
    checked_on: date
    mockup: str = ""
    verified: bool = True
    note: str = ""

    def area(self, name: str) -> PrintArea | None:
        return next((a for a in self.areas if a.name == name), None)

    def cloth(self, name: str) -> Cloth | None:
        return next((c for c in self.cloths if c.name == name), None)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Every size in every cloth colour; the variant's SKU is ``<product>/<size>/<cloth>``."""
        return tuple(
            Variant(f"{self.sku}/{size}/{cloth.name}", size, cloth.name) for size in self.sizes for cloth in self.cloths
        )


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """Every print limit of one process (``templates/processes/<name>.toml``), once, in millimetres, with its source.

    `cut_border_mm` is what a kiss cut leaves around the art; 0 for a process that cuts nothing.
    """

    name: str
    min_line_mm: float
    min_gap_mm: float
    min_x_height_mm: float
    soft_alpha_max_share: float
    min_speck_mm2: float
    warn_ppi: int
    block_ppi: int
    cloth_min_delta_e: float
    cut_border_mm: float = 0.0
    max_colours: int = 0
    gradients: bool = True
    source: str = ""
    checked_on: date | None = None
