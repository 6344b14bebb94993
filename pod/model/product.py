"""Products, their variants and print areas, as the data files in ``templates/products`` describe them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pod.model.geometry import mm_of_px, px_covering
from pod.model.money import Money


class Kind(StrEnum):
    """What a shopper looks for, in the order of the shop window."""

    SHIRTS = "shirts"
    HOODIES = "hoodies"
    HATS = "hats"
    BAGS = "bags"
    MUGS = "mugs"
    POSTERS = "posters"
    FRAMES = "frames"
    CARDS = "cards"
    STICKERS = "stickers"
    CASES = "cases"
    PILLOWS = "pillows"


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


class BlackInk(StrEnum):
    """What becomes of black art on black cloth: printed, which is stiff, or left out, so that the cloth shows through."""

    PRINT = "print"
    CLOTH = "cloth"


SPOT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*( [A-Za-z0-9_-]+)*")
"""A spot colour's name, as cutters and white-ink presses know it: case and all."""

CUT_CONTOUR = "CutContour"
"""What the knife's line is called where nobody says otherwise: most cutters act on this exact name."""

LEAST_CUT_OFFSET_MM = 1.0
"""0.04 in: no knife turns tighter (thesigndude.com, cut paths), and nearer than that it would run through the art."""

_TURNS_FROM = 1.1
"""How much longer than wide art has to be before an area is turned for it: what is nearly square says nothing."""


@dataclass(frozen=True, slots=True)
class PartnerArea:
    """What one partner asks for in an area's place, for some sizes of the product or, without `sizes`, for all.

    `product` is the partner's own name of the thing. `px` includes `bleed_mm`, and `ppi` is what they are printed at.
    `colour` is what the partner wants, ``srgb`` or ``cmyk``, for the printing `condition` that it names, and `white` the
    name of the underbase that its file has to carry: "" where the partner lays its own.
    """

    partner: str
    product: str
    px: tuple[int, int]
    ppi: int
    checked_on: date
    sizes: tuple[str, ...] = ()
    bleed_mm: float = 0.0
    colour: str = "srgb"
    condition: str = ""
    white: str = ""
    verified: bool = True


class PdfStandard(StrEnum):
    """What the page promises. `PLAIN` is PDF without a promise: where no press profile is at hand, nothing else is true."""

    X4 = "x-4"
    X1A = "x-1a"
    PLAIN = "plain"


class SoftAlpha(StrEnum):
    """What becomes of half-transparent ink, which a white underbase makes into speckle."""

    KEEP = "keep"
    THRESHOLD = "threshold"
    HALFTONE = "halftone"
    MATTE = "matte"


@dataclass(frozen=True, slots=True)
class PrintArea:
    """A place on a product that takes ink.

    `width_mm` x `height_mm` is the trim (finished) size. `px` are the partner's own template pixels for the area
    *including bleed*; where given they win over arithmetic. `safe_mm` lies inside the trim. Of a canvas the trim is its
    face, and `wrap_mm` of the bleed goes round the frame's edge. `max_mb` is the largest file that is taken, in millions
    of bytes; 0 is any. `on_mockup_mm` is where the trim's left upper corner sits on the product's mock-up, in that
    mock-up's millimetres; None is the mock-up's middle.
    `colour` is what the press is given: ``srgb`` or ``cmyk``; `condition` is the printing condition that the printer asks for,
    by its name in the ICC's registry (``FOGRA51``, ``CGATS TR 006``), where it asks for one. `cut` and `white` name spot colours as the machine knows
    them; empty means none. `cut_offset_mm` of 0 leaves it to the process. `processing_steps` marks both as layers of
    ISO 19593-1 besides. `remove_black` leaves black ink out on black cloth; `offers_black` lets the shopper decide that.
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
    condition: str = ""
    perceptual: bool = False
    pdf: PdfStandard = PdfStandard.X4
    marks: bool = False
    cut: str = ""
    cut_offset_mm: float = 0.0
    white: str = ""
    soft_alpha: SoftAlpha = SoftAlpha.KEEP
    remove_black: bool = False
    offers_black: bool = False
    processing_steps: bool = False
    max_mb: float = 0.0
    on_mockup_mm: tuple[float, float] | None = None
    partners: tuple[PartnerArea, ...] = ()

    @property
    def in_cmyk(self) -> bool:
        """The printer is sent amounts of ink; PDF/X-1a knows no other colours."""
        return self.colour == "cmyk" or self.pdf is PdfStandard.X1A

    @property
    def size_px(self) -> tuple[int, int]:
        """Pixels of the file, bleed included."""
        if self.px:
            return self.px
        return (
            px_covering(self.width_mm + 2 * self.bleed_mm, self.target_ppi),
            px_covering(self.height_mm + 2 * self.bleed_mm, self.target_ppi),
        )

    @property
    def whole(self) -> PrintArea:
        """The area as one that ends where its bleed does."""
        return replace(
            self,
            width_mm=self.width_mm + 2 * self.bleed_mm,
            height_mm=self.height_mm + 2 * self.bleed_mm,
            bleed_mm=0.0,
            wrap_mm=0.0,
        )

    def facing(self, width: float, height: float) -> PrintArea:
        """The area as it lies for a picture of this shape: where it may be turned, the long side goes with the long
        side."""
        turn = self.may_rotate and (width - height) * (self.width_mm - self.height_mm) < 0
        return self.turned if turn and max(width, height) >= _TURNS_FROM * min(width, height) else self

    @property
    def turned(self) -> PrintArea:
        px = (self.px[1], self.px[0]) if self.px else None
        return replace(self, width_mm=self.height_mm, height_mm=self.width_mm, px=px)

    def row_of(self, partner: str, size: str) -> PartnerArea | None:
        """What `partner` says of its own about this area, for `size`."""
        rows = [row for row in self.partners if row.partner == partner and (size in row.sizes or not row.sizes)]
        # a row of the size's own goes before one for all sizes
        return max(rows, key=lambda r: bool(r.sizes), default=None)

    def at_partner(self, partner: str, size: str, told: tuple[tuple[int, int], int] | None = None) -> PrintArea:
        """The area as `partner` asks for it, for `size`; the area itself where the partner says nothing of its own.

        `told` are pixels and resolution as the partner's API says them now, which win over the product's file.
        """
        row = self.row_of(partner, size)
        if row is None:
            return self._of_px(*told, self.bleed_mm) if told else self
        px, ppi = told or (row.px, row.ppi)
        return replace(
            self._of_px(px, ppi, row.bleed_mm),
            wrap_mm=min(self.wrap_mm, row.bleed_mm),
            colour=row.colour,
            condition=row.condition,
            white=row.white,
        )

    def _of_px(self, px: tuple[int, int], ppi: int, bleed_mm: float) -> PrintArea:
        width_mm, height_mm = (mm_of_px(side, ppi) - 2 * bleed_mm for side in px)
        return replace(
            self,
            width_mm=width_mm,
            height_mm=height_mm,
            px=px,
            bleed_mm=bleed_mm,
            target_ppi=ppi,
            min_ppi=min(self.min_ppi, ppi),
        )


@dataclass(frozen=True, slots=True)
class Cloth:
    """A colour the product exists in. `rgb` is ``#rrggbb``, measured or published by the maker."""

    name: str
    rgb: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that can be ordered: a size in a cloth colour."""

    sku: str
    size: str
    cloth: str


@dataclass(frozen=True, slots=True)
class PriceRow:
    """What a shopper pays, from a date on. Empty `variant` or `tenant` means all of them; with an `area` it is what
    printing that area adds. See `pod.model.pricing`."""

    price: Money
    since: date
    variant: str = ""
    area: str = ""
    tenant: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """`verified` says that its numbers come from a printer's own data. One that is not `listed` stands in no shop window:
    it is made for a marketplace."""

    sku: str
    name: str
    kind: Kind
    process: str
    areas: tuple[PrintArea, ...]
    sizes: tuple[str, ...]
    cloths: tuple[Cloth, ...]
    prices: tuple[PriceRow, ...]
    source: str
    checked_on: date
    mockup: str = ""
    verified: bool = True
    listed: bool = True
    note: str = ""

    def area(self, name: str) -> PrintArea | None:
        return next((a for a in self.areas if a.name == name), None)

    def area_for(self, partner: str, size: str, name: str) -> PrintArea | None:
        """The print area that `partner` wants a file for, of the product in `size`; None where there is no such area."""
        area = self.area(name)
        return area.at_partner(partner, size) if area else None

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

    `cut_border_mm` is what a kiss cut leaves around the art; 0 for a process that cuts nothing. `max_ink_percent` is all
    inks together; 0 leaves it to the press profile. `white_choke_mm` is how far the underbase stays inside the ink;
    `white_under_all` is a process whose white lies under all ink, whatever the cloth, as on film.
    `digitised` is a process for which a person first has to turn the picture into the machine's own language, as an
    embroidery's stitches. `sharpen_radius_mm` and `sharpen_amount` are how edges of enlarged
    pictures are sharpened; an amount of 0 leaves them.
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
    max_ink_percent: int = 0
    white_choke_mm: float = 0.15
    white_under_all: bool = False
    halftone_lpi: float = 40.0
    sharpen_radius_mm: float = 0.127
    sharpen_amount: float = 0.0
    max_colours: int = 0
    gradients: bool = True
    digitised: bool = False
    source: str = ""
    checked_on: date | None = None
