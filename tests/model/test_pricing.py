"""A price is found in the rows by what is most specific, and by the day."""

from __future__ import annotations

from datetime import date

import pytest

from pod.model.money import Money
from pod.model.pricing import price_for
from pod.model.product import Cloth, Kind, PriceRow, PrintArea, Product

AREAS = tuple(PrintArea(name, 200, 300, target_ppi=300, min_ppi=150) for name in ("front", "back", "sleeve"))
TODAY = date(2026, 11, 26)
SMALL, LARGE = "tee/S/navy", "tee/XL/navy"


def usd(units: float) -> Money:
    return Money(round(units * 1_000_000))


def row(units: float, since: date = date(2026, 1, 1), currency: str = "USD", **what: str) -> PriceRow:
    return PriceRow(Money(round(units * 1_000_000), currency), since, **what)


def priced(*rows: PriceRow, variant: str = SMALL, areas=("front",), tenant="acme", currency="USD", on=TODAY):
    product = Product(
        sku="tee",
        name="Tee",
        kind=Kind.SHIRTS,
        process="dtg",
        areas=AREAS,
        sizes=("S", "XL"),
        cloths=(Cloth("navy", "#212642"),),
        prices=rows,
        source="a test",
        checked_on=TODAY,
    )
    return price_for(product, variant, areas, tenant, currency, on)


def test_a_variants_own_row_goes_before_the_general_one_whatever_its_date():
    rows = row(24, date(2026, 11, 1)), row(26, date(2026, 2, 1), variant=LARGE)
    assert priced(*rows) == usd(24)
    assert priced(*rows, variant=LARGE) == usd(26)


def test_a_tenants_own_row_goes_before_a_variants():
    rows = row(24), row(26, variant=LARGE), row(20, tenant="acme")
    assert priced(*rows, variant=LARGE) == usd(20)
    assert priced(*rows, variant=LARGE, tenant="other") == usd(26)


def test_the_newest_row_that_has_begun_counts():
    rows = row(24, date(2026, 1, 1)), row(25, date(2026, 11, 26)), row(29, date(2026, 11, 27))
    assert priced(*rows) == usd(25)
    assert priced(*rows, on=date(2026, 11, 25)) == usd(24)
    assert priced(*rows, on=date(2026, 12, 1)) == usd(29)


@pytest.mark.parametrize("on", [date(2025, 12, 31), date(2020, 1, 1)])
def test_before_its_first_row_a_product_has_no_price(on):
    assert priced(row(24), on=on) is None


def test_currencies_are_never_mixed():
    rows = row(24), row(22, currency="EUR"), row(5, area="back"), row(4, currency="EUR", area="back")
    assert priced(*rows, areas=("front", "back")) == usd(29)
    assert priced(*rows, areas=("front", "back"), currency="EUR") == Money(26_000_000, "EUR")
    assert priced(*rows, currency="GBP") is None


@pytest.mark.parametrize(
    ("areas", "units"),
    [
        ((), 24),
        (("front",), 24),
        (("back",), 24),
        (("front", "back"), 29),
        (("back", "front"), 29),
        (("front", "back", "sleeve"), 32),
        (("sleeve", "back"), 29),
        (("front", "front"), 24),
    ],
)
def test_one_print_is_included_and_every_other_adds_its_own(areas, units):
    assert priced(row(24), row(5, area="back"), row(3, area="sleeve"), areas=areas) == usd(units)


def test_what_an_area_adds_follows_the_same_rules():
    rows = row(24), row(5, area="back"), row(7, area="back", variant=LARGE), row(4, area="back", tenant="acme")
    assert priced(*rows, areas=("front", "back"), variant=LARGE) == usd(28)
    assert priced(*rows, areas=("front", "back"), variant=LARGE, tenant="other") == usd(31)
