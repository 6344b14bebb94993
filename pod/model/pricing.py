"""What a product costs: its price rows, read for one variant, one tenant, one currency and one day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pod.model.money import Money
from pod.model.product import PriceRow, Product

HOUSE_CURRENCY = "USD"
"""What is asked for where nobody names a currency."""


def price_for(
    product: Product, variant: str, areas: Iterable[str], tenant: str, currency: str, on: date
) -> Money | None:
    """The price of one piece on the day `on`, printed on `areas`; None where the product has no price in `currency`.

    Of the rows that fit, a tenant's own goes before one for all tenants, then a variant's own before one for all, then
    the newest that has begun. One print is included: the areas' rows say what each adds, and the least of them is free.
    """
    rows = [row for row in product.prices if _fits(row, variant, tenant, currency, on)]
    piece = _best(rows, "")
    if piece is None:
        return None
    added = sorted((_best(rows, area) or Money(0, currency) for area in set(areas)), key=lambda money: money.micros)
    return sum(added[1:], piece)


def _fits(row: PriceRow, variant: str, tenant: str, currency: str, on: date) -> bool:
    whose = row.tenant in ("", tenant) and row.variant in ("", variant)
    return whose and row.price.currency == currency and row.since <= on


def _best(rows: list[PriceRow], area: str) -> Money | None:
    of_area = (row for row in rows if row.area == area)
    best = max(of_area, key=lambda row: (row.tenant != "", row.variant != "", row.since), default=None)
    return best.price if best else None
