"""``/styles``, ``/lettering``, ``/products``, ``/providers``, ``/partners``: what there is to choose from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

import prompts
from pod.bootstrap import Found
from pod.lettering import FaceChoice, choices
from pod.model.errors import InputRefused, NotFound
from pod.model.freshness import Stock
from pod.model.pricing import HOUSE_CURRENCY, price_for
from pod.model.product import PrintArea, Product
from pod.services.freshness import PartnerStanding
from pod.web.api.shapes import Answer, MoneyOut, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services

api = APIBlueprint("catalogue", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="catalogue")])


class ProductPath(BaseModel):
    sku: Word


class PaletteOut(Answer):
    name: str
    inks: tuple[str, ...] = Field(examples=[["#1b2a4a", "#f2c14e"]])


class StyleOut(Answer):
    name: str
    version: int
    title: str
    example: str
    palettes: tuple[PaletteOut, ...]
    not_on: tuple[str, ...] = Field(description="Products that it must not be printed on.")
    risk: str = Field(description="What goes wrong with it in print, and what is done about it.")
    offline: str = Field(description="What the `embedded` provider lacks of it; empty where it lacks nothing.")

    @classmethod
    def of(cls, style: prompts.Style) -> Self:
        return cls(
            name=style.name,
            version=style.version,
            title=style.title,
            example=style.example,
            palettes=tuple(PaletteOut(name=p.name, inks=p.inks) for p in style.palettes),
            not_on=style.forbidden_products,
            risk=style.risk,
            offline=style.offline,
        )


class StylesOut(Answer):
    items: tuple[StyleOut, ...]


class AreaOut(Answer):
    name: str = Field(examples=["front"])
    width_mm: float
    height_mm: float
    width_px: int
    height_px: int
    bleed_mm: float
    wrap_mm: float = Field(description="How much of the bleed goes round a canvas frame's edge.")
    offers_black: bool = Field(description="Black art may be left out on black cloth: `black` of an edit.")
    safe_mm: float
    may_rotate: bool = Field(description="Whether the area is turned for a picture that lies the other way.")
    target_ppi: int
    min_ppi: int
    background: str
    formats: tuple[str, ...]

    @classmethod
    def of(cls, area: PrintArea) -> Self:
        width_px, height_px = area.size_px
        return cls(
            name=area.name,
            width_mm=area.width_mm,
            height_mm=area.height_mm,
            width_px=width_px,
            height_px=height_px,
            bleed_mm=area.bleed_mm,
            wrap_mm=area.wrap_mm,
            offers_black=area.offers_black,
            safe_mm=area.safe_mm,
            may_rotate=area.may_rotate,
            target_ppi=area.target_ppi,
            min_ppi=area.min_ppi,
            background=area.background.value,
            formats=area.formats,
        )


class ClothOut(Answer):
    name: str
    rgb: str = Field(examples=["#1f2a44"])


class VariantOut(Answer):
    sku: str = Field(examples=["tee/M/navy"])
    size: str
    cloth: str
    price: MoneyOut | None


class ProductOut(Answer):
    sku: str
    name: str
    kind: str = Field(examples=["shirts"], description="The group that a shopper finds it in.")
    process: str
    listed: bool = Field(description="Whether shoppers are offered it; the others are made for marketplaces.")
    verified: bool = Field(description="Whether its numbers come from the printer itself; else ask before production.")
    areas: tuple[AreaOut, ...]
    sizes: tuple[str, ...]
    cloths: tuple[ClothOut, ...]
    variants: tuple[VariantOut, ...]

    @classmethod
    def of(cls, product: Product, tenant_id: str, on: date) -> Self:
        return cls(
            sku=product.sku,
            name=product.name,
            kind=product.kind.value,
            process=product.process,
            listed=product.listed,
            verified=product.verified,
            areas=tuple(AreaOut.of(a) for a in product.areas),
            sizes=product.sizes,
            cloths=tuple(ClothOut(name=c.name, rgb=c.rgb) for c in product.cloths),
            variants=tuple(_variants(product, tenant_id, on)),
        )


def _variants(product: Product, tenant_id: str, on: date) -> list[VariantOut]:
    """With the price of one print."""
    priced = ((v, price_for(product, v.sku, (), tenant_id, HOUSE_CURRENCY, on)) for v in product.variants)
    return [
        VariantOut(sku=v.sku, size=v.size, cloth=v.cloth, price=MoneyOut.of(price) if price else None)
        for v, price in priced
    ]


def _today() -> date:
    return services().clock.now().date()


class ProductsOut(Answer):
    items: tuple[ProductOut, ...]


class AdapterOut(Answer):
    name: str = Field(examples=["embedded"])
    state: str = Field(examples=["ready"], description="ready, not set up or broken.")
    summary: str
    reason: str = Field(description="What it lacks.")

    @classmethod
    def of(cls, found: Found) -> Self:
        return cls(name=found.name, state=found.state, summary=found.summary, reason=found.reason)


class AdaptersOut(Answer):
    items: tuple[AdapterOut, ...]


class PartnerOut(AdapterOut):
    """`not_asked_before` where its circuit is open or it asks to be left alone, and `why`; what it said last of our variants."""

    not_asked_before: datetime | None = None
    why: str = ""
    failures: int = 0
    variants: int = 0
    read_at: datetime | None = Field(None, description="When what was read longest ago was read.")
    not_verified: int = Field(0, description="Variants that were read more than 30 days ago.")
    out_of_stock: tuple[str, ...] = ()
    discontinued: tuple[str, ...] = ()
    changed: dict[str, str] = Field({}, description="Variants whose print areas have changed, and how.")

    @classmethod
    def seen(cls, found: Found, standing: PartnerStanding | None) -> Self:
        bare = cls.of(found)
        if standing is None:
            return bare
        told = {
            "not_asked_before": standing.health.blocked_until if standing.closed else None,
            "why": standing.health.why if standing.closed else "",
            "failures": standing.health.failures,
            "variants": len(standing.offers),
            "read_at": standing.seen_at,
            "not_verified": len(standing.not_verified),
            "out_of_stock": tuple(offer.variant for offer in standing.of_stock(Stock.OUT)),
            "discontinued": tuple(offer.variant for offer in standing.of_stock(Stock.GONE)),
            "changed": {offer.variant: offer.changed for offer in standing.changed},
        }
        return bare.model_copy(update=told)


class FaceOut(Answer):
    name: str = Field(examples=["righteous"])
    family: str
    kind: str = Field(examples=["retro"])
    moods: tuple[str, ...]
    scripts: tuple[str, ...] = Field(
        description="What it can write. The rest of a text is set in the likest face that can."
    )
    x_height: float = Field(description="Height of its small letters, in that of its capitals.")
    min_x_height_mm: float = Field(description="What its finest strokes ask for; 0 leaves it to the process.")
    licence: str

    @classmethod
    def of(cls, face: FaceChoice) -> Self:
        return cls(**{name: getattr(face, name) for name in cls.model_fields})


class NamedOut(Answer):
    name: str = Field(examples=["stacked"])
    title: str


class LetteringOut(Answer):
    faces: tuple[FaceOut, ...]
    moods: tuple[str, ...] = Field(description="Words that a face may be asked for by.")
    layouts: tuple[NamedOut, ...]
    effects: tuple[NamedOut, ...]


class PartnersOut(Answer):
    items: tuple[PartnerOut, ...]


@api.get("/styles", responses={200: StylesOut})
@allow("anyone")
def list_styles() -> Response:
    """The styles that a design can be asked for in, with their palettes."""
    return answered(StylesOut(items=tuple(StyleOut.of(s) for s in prompts.styles())))


@api.get("/lettering", responses={200: LetteringOut})
@allow("anyone")
def list_lettering() -> Response:
    """How words can be set: faces and moods, layouts, effects."""
    offered = choices()
    return answered(
        LetteringOut(
            faces=tuple(map(FaceOut.of, offered.faces)),
            moods=offered.moods,
            layouts=tuple(NamedOut(name=n.value, title=title) for n, title in offered.layouts.items()),
            effects=tuple(NamedOut(name=n.value, title=title) for n, title in offered.effects.items()),
        )
    )


@api.get("/products", responses={200: ProductsOut})
@allow("anyone")
def list_products() -> Response:
    """What can be printed on, with every print area and variant."""
    found = services().catalogue.products()
    return answered(ProductsOut(items=tuple(ProductOut.of(p, caller().tenant_id, _today()) for p in found)))


@api.get("/products/<sku>", responses={200: ProductOut})
@allow("anyone")
def show_product(path: ProductPath) -> Response:
    """A product with its print areas, and every variant that can be ordered."""
    try:
        found = services().catalogue.product(path.sku)
    except InputRefused as e:
        # named in an address, an unknown product is an address with nothing there
        raise NotFound(e.code, e.message, e.hint) from e
    return answered(ProductOut.of(found, caller().tenant_id, _today()))


@api.get("/providers", responses={200: AdaptersOut})
@allow("viewer")
def list_providers() -> Response:
    """Image providers, and what those that are not ready lack."""
    return answered(AdaptersOut(items=tuple(AdapterOut.of(f) for f in services().providers)))


@api.get("/partners", responses={200: PartnersOut})
@allow("viewer")
def list_partners() -> Response:
    """Fulfillment partners: how each does, what it said last of our variants, and what those that are not ready lack."""
    standing = {one.name: one for one in services().freshness.standing(caller())}
    return answered(PartnersOut(items=tuple(PartnerOut.seen(f, standing.get(f.name)) for f in services().partners)))
