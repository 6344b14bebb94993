"""Products and styles as the shopper's pages show them: the shop window and its prices."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import prompts
from pod.model.money import Money
from pod.model.pricing import HOUSE_CURRENCY, price_for
from pod.model.product import Kind, Product
from pod.web.context import caller, services
from pod.web.pages import wording


@dataclass(frozen=True, slots=True)
class SizeShown:
    name: str
    price: Money | None
    price_text: str


@dataclass(frozen=True, slots=True)
class ProductShown:
    sku: str
    name: str
    kind: Kind
    mockup: str
    cloths: tuple[tuple[str, str], ...]
    sizes: tuple[SizeShown, ...]
    price_text: str

    @staticmethod
    def of(product: Product, cloth: str = "", areas: tuple[str, ...] = ()) -> ProductShown:
        """With today's prices of `cloth`, printed on `areas`; or over all cloths, with one print."""
        return _priced(product, cloth, areas, caller().tenant_id, services().clock.now().date())


def shelves(products: Sequence[Product]) -> tuple[tuple[Kind, tuple[ProductShown, ...]], ...]:
    """The shop window: every kind that there is, with its products, the widest choice first, then the smallest size."""
    widest = sorted((p for p in products if p.listed), key=lambda p: (-len(p.variants), p.areas[0].width_mm))
    of_kind = {kind: tuple(ProductShown.of(p) for p in widest if p.kind is kind) for kind in Kind}
    return tuple((kind, shown) for kind, shown in of_kind.items() if shown)


@functools.lru_cache(maxsize=512)
def _priced(product: Product, cloth: str, areas: tuple[str, ...], tenant: str, on: date) -> ProductShown:
    """Kept: every visit of the shop window asks for the price of each of its variants."""
    prices = {v: price_for(product, v.sku, areas, tenant, HOUSE_CURRENCY, on) for v in product.variants}
    of_size = {v.size: price for v, price in prices.items() if v.cloth == (cloth or product.cloths[0].name)}
    return ProductShown(
        product.sku,
        product.name,
        product.kind,
        product.mockup,
        tuple((c.name, c.rgb) for c in product.cloths),
        tuple(SizeShown(size, price, wording.money(price) if price else "") for size, price in of_size.items()),
        wording.money_range(price for v, price in prices.items() if price and cloth in ("", v.cloth)),
    )


@dataclass(frozen=True, slots=True)
class StyleShown:
    name: str
    title: str
    picture: str
    not_on: tuple[str, ...]


def styles(static_folder: Path) -> tuple[StyleShown, ...]:
    """Every style; `picture` is "" for one that has none in the static folder."""
    return tuple(
        StyleShown(s.name, s.title, _style_picture(static_folder, s.name), s.forbidden_products)
        for s in prompts.styles()
    )


def _style_picture(static_folder: Path, name: str) -> str:
    file = f"styles/{name}.webp"
    return file if (static_folder / file).is_file() else ""
