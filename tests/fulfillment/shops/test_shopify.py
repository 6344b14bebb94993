"""Shopify, against a server that keeps to what shopify.dev says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from fulfillment.shops.shopify import Shopify, ShopifySettings
from pod.http import Timeouts
from pod.model.errors import PartnerFailed
from pod.model.shoporder import NewsKind, Payment
from tests.fulfillment.shops.contract import DESIGN, MUG, SINCE, TEE, WORDS, TellingShopContract, parcel
from tests.fulfillment.shops.listing_contract import FILES, ListingContract, Shown
from tests.servers.shop import Bought, Message
from tests.servers.shopify import DOMAIN, SECRET, TOKEN, ShopifyServer


@pytest.fixture
def server() -> Iterator[ShopifyServer]:
    with ShopifyServer() as server:
        yield server


def adapter(server: ShopifyServer, timeouts: Timeouts | None = None, **changes: str) -> Shopify:
    known = {"domain": DOMAIN, "token": TOKEN, "secret": SECRET, "base_url": server.url}
    return Shopify(ShopifySettings(**{**known, **changes}), timeouts)


@pytest.fixture
def shop(server: ShopifyServer) -> Shopify:
    return adapter(server)


class TestShopify(TellingShopContract):
    TOPIC = "orders/paid"
    adapter = staticmethod(adapter)
    SIGNATURE = "X-Shopify-Hmac-SHA256"

    def parcels(self, server: Any, order_id: str) -> list[str]:
        return [number for number, _ in server.parcels(order_id)]

    def signed_body(self, server: Any, body: Any) -> Message:
        return server.message(self.TOPIC, body)

    def shipped_to(self, server: Any, address: dict[str, str]) -> str:
        return server.buy(TEE, address=address)

    def change(self, server: Any, order_id: str) -> None:
        server.pay(order_id)

    def spoil_key(self, server: Any) -> None:
        server.token = "another"


# --- messages


@pytest.mark.parametrize(
    "topic",
    ["orders/create", "orders/paid", "orders/updated", "orders/cancelled", "orders/edited", "refunds/create"],
)
def test_every_topic_about_an_order_names_that_order(server, shop, topic):
    order_id = server.buy(TEE)
    told = server.told(topic, order_id)
    [news] = shop.read_webhook(told.headers, told.body)
    # beyond what a float keeps
    assert int(order_id) > 2**53
    assert news.order_ids == (order_id,)


@pytest.mark.parametrize(
    ("topic", "body", "kind", "orders"),
    [
        ("customers/data_request", {"orders_requested": [820982911946154501]}, "WANTS_DATA", ("820982911946154501",)),
        ("customers/redact", {"orders_to_redact": [299938, 280263]}, "ERASE_CUSTOMER", ("299938", "280263")),
        ("shop/redact", {}, "ERASE_SHOP", ()),
    ],
)
def test_the_privacy_topics_say_whose_data_is_meant(server, shop, topic, body, kind, orders):
    told = server.message(topic, {"shop_id": 954889, "shop_domain": DOMAIN, "customer": {"id": 191167}, **body})
    [news] = shop.read_webhook(told.headers, told.body)
    assert (news.kind, news.order_ids) == (NewsKind[kind], orders)


def test_another_topic_says_nothing(server, shop):
    told = server.told("products/update", server.buy(TEE))
    assert shop.read_webhook(told.headers, told.body) == []


def test_a_message_of_another_shop_is_none_of_ours_though_its_signature_is_right(server, shop):
    """The app's secret signs for every shop that has the app."""
    told = server.message("shop/redact", {}, shop="owl-prints.myshopify.com")
    assert shop.read_webhook(told.headers, told.body) is None
    nameless = {name: value for name, value in told.headers.items() if name != "X-Shopify-Shop-Domain"}
    assert shop.read_webhook(nameless, told.body) is None


def test_a_message_that_comes_late_does_not_bring_back_what_it_says(server, shop):
    order_id = server.buy(TEE)
    late = server.told("orders/paid", order_id)
    server.cancel(order_id)
    [news] = shop.read_webhook(late.headers, late.body)
    assert shop.order(news.order_ids[0]).cancelled


# --- orders


@pytest.mark.parametrize(
    ("word", "payment"),
    [
        ("AUTHORIZED", Payment.UNPAID),
        ("EXPIRED", Payment.UNPAID),
        ("PAID", Payment.PAID),
        ("PARTIALLY_PAID", Payment.UNPAID),
        ("PARTIALLY_REFUNDED", Payment.PARTLY_REFUNDED),
        ("PENDING", Payment.UNPAID),
        ("REFUNDED", Payment.REFUNDED),
        ("VOIDED", Payment.REFUNDED),
        (None, Payment.UNPAID),
    ],
)
def test_only_what_is_paid_is_paid(server, shop, word, payment):
    assert shop.order(server.buy(TEE, paid=word)).payment is payment


def test_a_refund_and_an_edit_change_what_is_still_wanted(server, shop):
    order_id = server.buy(TEE, MUG)
    server.refund(order_id, server.line_ids(order_id)[0], 1)
    server.edit(order_id, Bought("poster/A2", 2))
    order = shop.order(order_id)
    assert [(line.sku, line.quantity) for line in order.lines] == [
        ("tee/M/navy", 2),
        ("mug/white", 1),
        ("poster/A2", 2),
    ]
    assert order.payment is Payment.PARTLY_REFUNDED
    for line, quantity in zip(server.line_ids(order_id), (2, 1, 2), strict=True):
        server.refund(order_id, line, quantity)
    gone = shop.order(order_id)
    assert (gone.payment, {line.quantity for line in gone.lines}) == (Payment.REFUNDED, {0})


def test_a_test_order_and_an_order_that_is_not_shipped_are_told_apart(server, shop):
    assert shop.order(server.buy(TEE, test=True)).test
    assert shop.order(server.buy(TEE, address=None)).ship_to is None


def test_no_line_of_a_long_order_is_left_out(server, shop):
    order_id = server.buy(*(Bought(f"sku-{n}", 1, (("_design_id", DESIGN),)) for n in range(300)))
    for order in (shop.order(order_id), *shop.changed_since(SINCE)):
        assert [line.sku for line in order.lines] == [f"sku-{n}" for n in range(300)]
        assert {line.design for line in order.lines} == {DESIGN}


def test_a_throttled_question_is_no_answer(server, shop):
    order_id = server.buy(TEE)
    server.faults.append("read: throttled")
    with pytest.raises(PartnerFailed, match="Throttled"):
        shop.order(order_id)
    assert shop.order(order_id)


def test_a_token_for_another_shop_is_said_to_be(server):
    assert adapter(server, domain="owl-prints.myshopify.com").check_key() == (
        f"The token is for {DOMAIN}, not for owl-prints.myshopify.com."
    )


# --- parcels


def test_a_parcel_tells_the_quantities_that_are_in_it(server, shop):
    order_id = server.buy(TEE, MUG)
    tee, mug = server.line_ids(order_id)
    shop.ship(order_id, parcel("RM1", **{tee: 2}))
    shop.ship(order_id, parcel("RM2", **{tee: 1, mug: 1}))
    assert server.parcels(order_id) == [("RM1", {tee: 2}), ("RM2", {tee: 1, mug: 1})]


@pytest.mark.parametrize(("notify", "told"), [("yes", True), ("no", False)])
def test_customers_are_mailed_where_the_settings_say_so(server, notify, told):
    order_id = server.buy(TEE)
    adapter(server, notify=notify).ship(order_id, parcel(**{server.line_ids(order_id)[0]: 1}))
    asked = server.calls[-1].json()["variables"]["fulfillment"]
    assert asked["notifyCustomer"] is told
    assert asked["trackingInfo"] == {"company": "Royal Mail", "number": "RM1"}


def test_what_was_fulfilled_by_hand_is_not_fulfilled_again(server, shop):
    order_id = server.buy(TEE, MUG)
    tee, mug = server.line_ids(order_id)
    server.fulfil_by_hand(order_id, {tee: 2})
    shop.ship(order_id, parcel(**{tee: 3, mug: 1}))
    assert server.parcels(order_id)[1:] == [("RM1", {tee: 1, mug: 1})]


def test_a_parcel_that_was_told_by_hand_is_not_told_again(server, shop):
    order_id = server.buy(TEE)
    tee = server.line_ids(order_id)[0]
    server.fulfil_by_hand(order_id, {tee: 2}, "RM1")
    assert shop.ship(order_id, parcel(**{tee: 2})).startswith("gid://shopify/Fulfillment/")
    assert server.parcels(order_id) == [("RM1", {tee: 2})]


@pytest.mark.parametrize("status", ["ON_HOLD", "SCHEDULED", "CANCELLED", "CLOSED", "INCOMPLETE"])
def test_what_is_not_open_is_not_asked_for_and_said(server, shop, status):
    order_id = server.buy(TEE)
    server.hold(order_id, status)
    with pytest.raises(PartnerFailed) as failed:
        shop.ship(order_id, parcel(**{server.line_ids(order_id)[0]: 1}))
    assert failed.value.code == "shop_nothing_open"
    assert server.parcels(order_id) == []


def test_what_is_closed_does_not_keep_back_what_is_open(server, shop):
    order_id = server.buy(TEE)
    server.hold(order_id)
    server.edit(order_id, MUG)
    tee, mug = server.line_ids(order_id)
    shop.ship(order_id, parcel(**{tee: 1, mug: 1}))
    assert server.parcels(order_id) == [("RM1", {mug: 1})]


TWO_PLACES = (Bought("tee/M/navy", 2, location="the workshop"), Bought("mug/white", 1, location="the annexe"))


def test_a_parcel_of_two_locations_is_told_for_each(server, shop):
    order_id = server.buy(*TWO_PLACES)
    tee, mug = server.line_ids(order_id)
    sent = parcel(**{tee: 2, mug: 1})
    told = shop.ship(order_id, sent)
    assert server.parcels(order_id) == [("RM1", {tee: 2}), ("RM1", {mug: 1})]
    assert shop.ship(order_id, sent) == told
    assert len(server.parcels(order_id)) == 2


def test_the_second_location_is_told_although_the_first_answer_was_lost(server, shop):
    order_id = server.buy(*TWO_PLACES)
    tee, mug = server.line_ids(order_id)
    server.faults.append("write: cut after")
    with pytest.raises(PartnerFailed):
        shop.ship(order_id, parcel(**{tee: 2, mug: 1}))
    assert server.parcels(order_id) == [("RM1", {tee: 2})]
    shop.ship(order_id, parcel(**{tee: 2, mug: 1}))
    assert server.parcels(order_id) == [("RM1", {tee: 2}), ("RM1", {mug: 1})]


def test_a_refusal_is_told_in_shopifys_words(server, shop, monkeypatch):
    """Somebody was quicker: it was open when we looked."""
    order_id = server.buy(TEE)
    tee = server.line_ids(order_id)[0]
    look = shop._open_lines

    def late(*args: Any) -> Any:
        lines = look(*args)
        server.fulfil_by_hand(order_id, {tee: 2})
        return lines

    monkeypatch.setattr(shop, "_open_lines", late)
    with pytest.raises(PartnerFailed, match=r"Invalid fulfillment order line item quantity requested\."):
        shop.ship(order_id, parcel(**{tee: 3}))
    assert len(server.parcels(order_id)) == 1


# --- on sale


class TestShopifyListings(ListingContract):
    @pytest.fixture
    def lists(self, server: Any) -> Any:
        return self.adapter(server)

    def adapter(self, server: Any, timeouts: Timeouts | None = None) -> Any:
        return adapter(server, timeouts).listings

    def shown(self, server: Any) -> list[Shown]:
        return [
            Shown(
                f"gid://shopify/Product/{p['id']}",
                p["title"],
                p["status"] == "ACTIVE",
                {v["sku"]: v["price"] for v in p["variants"]},
                [m["alt"] for m in p["media"]],
            )
            for p in server.shelf.products.values()
        ]

    def refuse(self, server: Any, sku: str, words: str) -> None:
        server.shelf.refused[sku] = words

    def delete(self, server: Any) -> None:
        server.shelf.products.clear()

    def test_the_picture_that_arrives_is_the_very_file(self, server, lists):
        self.put(lists, self.notes(server))
        [product] = server.shelf.products.values()
        assert [m["data"] for m in product["media"]] == list(FILES.values())[:2]

    def test_a_product_whose_handle_was_changed_in_the_shop_is_still_ours(self, server, lists):
        notes = self.notes(server)
        self.put(lists, notes)
        [product] = server.shelf.products.values()
        product["handle"] = "a-better-name"
        self.put(lists, notes)
        assert len(server.shelf.products) == 1


@pytest.mark.parametrize(("properties", "words"), WORDS)
def test_a_buyers_own_words_are_read_from_a_lines_properties(server, shop, properties, words):
    order_id = server.buy(Bought("tee/M/navy", 1, properties))
    assert shop.order(order_id).lines[0].lettering == words
