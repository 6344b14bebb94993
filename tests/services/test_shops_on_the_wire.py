"""A shop's order from its message to its parcel, over the shop's own interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fulfillment.shops.etsy import Etsy, EtsySettings, Pace
from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.model.caller import DEFAULT_TENANT
from pod.model.errors import NotSignedIn
from pod.model.order import OrderState
from pod.model.shipment import Shipment
from pod.model.shopsku import sold_as
from pod.services.intake import Intake
from pod.services.shopnews import ShopNewsDesk
from tests.servers.etsy import KEYSTRING, REFRESH, SHARED_SECRET, SHOP_ID, EtsyServer
from tests.servers.shop import Bought, Message
from tests.servers.shopify import DOMAIN, SECRET, TOKEN, ShopifyServer
from tests.services.bench import OPERATOR, VIEWER, Bench

VARIANT = "sticker-4in/4in/white"


@pytest.fixture
def server() -> Iterator[ShopifyServer]:
    with ShopifyServer() as server:
        yield server


@pytest.fixture
def wired(shop: Bench, server: ShopifyServer) -> Bench:
    """The bench, with a real shop in the place of the one in the hand."""
    server.clock.now = shop.clock.now()
    shopify = Shopify(ShopifySettings(domain=DOMAIN, token=TOKEN, secret=SECRET, base_url=server.url))
    shops = {shopify.name: shopify}
    shop.intake = Intake(shop.tools, shops, shop.orders)
    shop.shopnews = ShopNewsDesk(shop.tools, shops, shop.orders)
    return shop


def buy(wired: Bench, server: ShopifyServer, **changes: str) -> str:
    design, _ = wired.approved()
    return server.buy(Bought(VARIANT, 2, (("_design_id", design.id),)), Bought("gift-card"), **changes)


def hear(wired: Bench, told: Message) -> None:
    wired.intake.hear("shopify", told.headers, told.body)
    wired.run()


def test_a_paid_order_is_placed_and_paid_once_whatever_is_repeated_or_late(wired, server):
    order_id = buy(wired, server, paid="PENDING")
    early = server.told("orders/create", order_id)
    hear(wired, early)
    [order] = wired.orders.page(VIEWER).items
    assert (order.state, order.paid_at) == (OrderState.RECEIVED, None)
    server.pay(order_id)
    paid = server.told("orders/paid", order_id)
    for told in (paid, paid, early, server.told("orders/updated", order_id)):
        hear(wired, told)
    [order] = wired.orders.page(VIEWER).items
    assert (order.external_ref, order.paid_by) == (f"shopify:{order_id}", "shop:shopify")
    assert [(item.variant, item.quantity) for item in order.items] == [(VARIANT, 2)]
    assert order.ship_to.name == "Ada Reader"
    assert len(wired.orders.handoffs(OPERATOR, order.id)) == 1


def test_a_message_that_says_paid_is_not_believed(wired, server):
    order_id = buy(wired, server)
    told = server.told("orders/paid", order_id)
    server.pay(order_id, "PENDING")
    hear(wired, told)
    [order] = wired.orders.page(VIEWER).items
    assert order.paid_at is None
    forged = server.told("orders/paid", order_id, secret="guessed")
    with pytest.raises(NotSignedIn):
        hear(wired, forged)


def test_an_order_whose_message_was_lost_is_found_all_the_same(wired, server):
    buy(wired, server)
    wired.clock.forward(60)
    wired.intake.schedule()
    wired.run()
    [order] = wired.orders.page(VIEWER).items
    assert order.paid_at


@pytest.mark.parametrize("fault", ["cut after", "500 before", "throttled"])
def test_a_parcel_is_told_to_the_shop_once_whatever_becomes_of_the_answer(wired, server, fault):
    order_id = buy(wired, server)
    hear(wired, server.told("orders/paid", order_id))
    [order] = wired.orders.page(VIEWER).items
    [handoff] = wired.orders.handoffs(OPERATOR, order.id)
    with wired.store.writing() as tx:
        tx.orders.add_shipment(DEFAULT_TENANT, Shipment("p1", handoff.reference, "Royal Mail", "RM1", ()))
    server.faults.append(fault)
    for _ in range(3):
        wired.intake.schedule()
        wired.wait(3600)
    assert list(server.faults) == []
    assert server.parcels(order_id) == [("RM1", {server.line_ids(order_id)[0]: 2})]


# --- a shop that tells nobody


@pytest.fixture
def at_etsy() -> Iterator[EtsyServer]:
    with EtsyServer() as server:
        yield server


@pytest.fixture
def polled(shop: Bench, at_etsy: EtsyServer) -> Bench:
    at_etsy.clock.now = shop.clock.now()
    settings = EtsySettings(
        shop_id=str(SHOP_ID),
        keystring=KEYSTRING,
        shared_secret=SHARED_SECRET,
        refresh_token=REFRESH,
        base_url=at_etsy.url,
    )
    shops = {"etsy": Etsy(settings, now=shop.clock.now, pace=Pace(sleep=lambda _: None))}
    shop.intake = Intake(shop.tools, shops, shop.orders)
    shop.shopnews = ShopNewsDesk(shop.tools, shops, shop.orders)
    return shop


def look(polled: Bench, at_etsy: EtsyServer, seconds: float = 900) -> None:
    polled.clock.forward(seconds)
    at_etsy.clock.now = max(at_etsy.clock.now, polled.clock.now())
    polled.intake.schedule()
    polled.run()


def test_a_receipt_is_found_placed_paid_and_told_of_its_parcel_once(polled, at_etsy):
    design, version = polled.approved()
    order_id = at_etsy.buy(Bought(sold_as(design.id, VARIANT), 2, (("Size", "4in"),)), Bought("a candle"))
    look(polled, at_etsy)
    look(polled, at_etsy)
    [order] = polled.orders.page(VIEWER).items
    assert (order.external_ref, order.paid_by) == (f"etsy:{order_id}", "shop:etsy")
    assert [(i.version_id, i.variant, i.quantity) for i in order.items] == [(version.id, VARIANT, 2)]
    [handoff] = polled.orders.handoffs(OPERATOR, order.id)
    with polled.store.writing() as tx:
        tx.orders.add_shipment(DEFAULT_TENANT, Shipment("p1", handoff.reference, "Royal Mail", "RM1", ()))
    at_etsy.faults.append("write: cut after")
    for _ in range(3):
        look(polled, at_etsy, 3600)
    assert at_etsy.emails == [(order_id, "RM1")]


def test_a_shop_that_is_away_for_a_day_loses_no_receipt(polled, at_etsy):
    design, _ = polled.approved()
    look(polled, at_etsy)
    sold = at_etsy.buy(Bought(sold_as(design.id, VARIANT)))
    at_etsy.left_today = 0
    for _ in range(3):
        look(polled, at_etsy, 8 * 3600)
    assert polled.orders.page(VIEWER).items == ()
    at_etsy.left_today = 10_000
    look(polled, at_etsy)
    assert [order.external_ref for order in polled.orders.page(VIEWER).items] == [f"etsy:{sold}"]
