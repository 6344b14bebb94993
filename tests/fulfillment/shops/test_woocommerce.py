"""WooCommerce, against a server that keeps to what its reference says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from fulfillment.shops.listings import ListingRefused
from fulfillment.shops.woocommerce import WooCommerce, WooCommerceSettings
from pod.http import Timeouts
from pod.model.errors import PartnerFailed
from pod.model.shoporder import Payment, ShopParcel
from tests.fulfillment.shops.contract import MUG, SINCE, TEE, WORDS, TellingShopContract, parcel
from tests.fulfillment.shops.listing_contract import FILES, LISTING, ListingContract, Notes, Shown, variant
from tests.servers.serving import Call, HttpServer, Reply
from tests.servers.shop import ADDRESS, Bought, Message
from tests.servers.woocommerce import KEY, PASSWORD, SECRET, WooCommerceServer


@pytest.fixture
def server() -> Iterator[WooCommerceServer]:
    with WooCommerceServer() as server:
        yield server


def adapter(server: WooCommerceServer, timeouts: Timeouts | None = None, **changes: str) -> WooCommerce:
    known = {"base_url": server.url, "key": KEY, "key_secret": PASSWORD, "secret": SECRET}
    return WooCommerce(WooCommerceSettings(**{**known, **changes}), timeouts)


@pytest.fixture
def shop(server: WooCommerceServer) -> WooCommerce:
    return adapter(server)


class TestWooCommerce(TellingShopContract):
    TOPIC = "order.updated"
    adapter = staticmethod(adapter)
    SIGNATURE = "X-WC-Webhook-Signature"

    def parcels(self, server: Any, order_id: str) -> list[str]:
        return [note["note"] for note in server.notes[int(order_id)] if note["customer_note"]]

    def signed_body(self, server: Any, body: Any) -> Message:
        return server.told(self.TOPIC, server.buy(TEE), raw=body)

    def shipped_to(self, server: Any, address: dict[str, str]) -> str:
        return server.buy(TEE, shipping=address)

    def change(self, server: Any, order_id: str) -> None:
        server.become(order_id, "completed")

    def spoil_key(self, server: Any) -> None:
        server.password = "another"


# --- messages


@pytest.mark.parametrize("topic", ["order.created", "order.updated", "order.deleted", "order.restored"])
def test_every_topic_about_an_order_names_that_order(server, shop, topic):
    order_id = server.buy(TEE)
    told = server.told(topic, order_id)
    [news] = shop.read_webhook(told.headers, told.body)
    assert news.order_ids == (order_id,)


def test_what_is_no_order_says_nothing(server, shop):
    told = server.told("product.updated", server.buy(TEE))
    assert shop.read_webhook(told.headers, told.body) == []


def test_the_unsigned_ping_is_taken_and_says_nothing_and_nothing_else_unsigned_is(server, shop):
    ping = server.ping()
    assert shop.read_webhook(ping.headers, ping.body) == []
    for body in (b"webhook_id=12&id=727", b"webhook_id=x", b"", b'{"id": 727}'):
        assert shop.read_webhook(ping.headers, body) is None


# --- orders


@pytest.mark.parametrize(
    ("status", "payment", "cancelled"),
    [
        ("pending", Payment.UNPAID, False),
        ("processing", Payment.PAID, False),
        ("on-hold", Payment.UNPAID, False),
        ("completed", Payment.PAID, False),
        ("cancelled", Payment.UNPAID, True),
        ("refunded", Payment.REFUNDED, False),
        ("failed", Payment.UNPAID, False),
        ("trash", Payment.UNPAID, True),
        ("checkout-draft", Payment.UNPAID, False),
        ("a-plugins-own", Payment.UNPAID, False),
    ],
)
def test_every_status_is_paid_or_not(server, shop, status, payment, cancelled):
    order = shop.order(server.buy(TEE, status=status))
    assert (order.payment, order.cancelled) == (payment, cancelled)


def test_what_was_paid_back_is_not_wanted_any_more(server, shop):
    order_id = server.buy(TEE, MUG)
    tee, mug = server.line_ids(order_id)
    for quantities in ({tee: 1}, {tee: 1, mug: 1}):
        server.refund(order_id, quantities)
    for order in (shop.order(order_id), *shop.changed_since(SINCE)):
        assert (order.payment, [line.quantity for line in order.lines]) == (Payment.PARTLY_REFUNDED, [1, 0])
    server.refund(order_id, {tee: 1})
    assert shop.order(order_id).payment is Payment.REFUNDED


def test_without_an_address_to_ship_to_it_goes_where_the_bill_goes(server, shop):
    nowhere = dict.fromkeys(ADDRESS, "")
    to = shop.order(server.buy(TEE, shipping=nowhere)).ship_to
    assert (to.line1, to.email) == ("1 Long Street", "ada@reader.example")
    assert shop.order(server.buy(TEE, shipping=nowhere, billing=nowhere)).ship_to is None


def test_the_address_to_ship_to_goes_before_that_of_the_bill(server, shop):
    to = shop.order(
        server.buy(TEE, shipping=ADDRESS | {"city": "Leeds"}, billing=ADDRESS | {"phone": "0113 1"})
    ).ship_to
    assert (to.city, to.phone) == ("Leeds", "0113 1")


def test_a_shop_without_this_interface_has_not_said_that_there_is_no_such_order(server):
    """Its permalinks are off, or its address is another's: that is a 404, too."""
    with pytest.raises(PartnerFailed):
        adapter(server, base_url=server.url + "/blog").order(server.buy(TEE))


def test_many_changes_of_one_second_are_all_read(server, shop):
    ids = {server.buy(TEE) for _ in range(250)}
    for order in server.orders.values():
        order["modified"] = server.clock.now + timedelta(milliseconds=order["id"] % 900)
    read = [order.id for order in shop.changed_since(server.clock.now)]
    assert (set(read), len(read)) == (ids, 250)


# --- parcels


def test_customers_are_told_who_brings_it_and_its_number(server, shop):
    order_id = server.buy(TEE)
    shop.ship(order_id, parcel("RM1"))
    [note] = server.notes[int(order_id)]
    assert (note["note"], note["customer_note"]) == ("Your parcel is on its way: Royal Mail RM1", True)


def test_two_parcels_of_one_carrier_without_numbers_are_two(server, shop):
    order_id = server.buy(TEE)
    told = [
        shop.ship(order_id, ShopParcel(shipment, "DHL", number))
        for shipment, number in (("s1", "7"), ("s2", ""), ("s3", ""))
    ]
    assert len(set(told)) == len(server.notes[int(order_id)]) == 3


def test_a_key_that_may_only_read_is_refused_when_it_writes(server, shop):
    order_id = server.buy(TEE)
    server.can_write = False
    assert shop.order(order_id)
    with pytest.raises(PartnerFailed, match="write permissions") as failed:
        shop.ship(order_id, parcel())
    assert failed.value.code == "shop_key"


def test_a_key_that_is_not_known_is_refused(server):
    assert "cannot list resources" in adapter(server, key="ck_another").check_key()


def test_a_parcel_of_an_order_that_is_not_there_is_not_told(server, shop):
    with pytest.raises(PartnerFailed):
        shop.ship("404", parcel())


# --- on sale


class Gallery(HttpServer):
    """Where the shop fetches its pictures."""

    def respond(self, call: Call) -> Reply:
        sha256 = call.route.strip("/").removesuffix(".png")
        return Reply(200, FILES[sha256], {"Content-Type": "image/png"}) if sha256 in FILES else Reply(404)


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    with Gallery() as gallery:
        yield gallery


class TestWooCommerceListings(ListingContract):
    @pytest.fixture(autouse=True)
    def _fetched_from(self, gallery: Gallery) -> None:
        self.gallery = gallery

    @pytest.fixture
    def lists(self, server: Any) -> Any:
        return self.adapter(server)

    def adapter(self, server: Any, timeouts: Timeouts | None = None) -> Any:
        return adapter(server, timeouts).listings

    def notes(self, server: Any) -> Notes:
        return Notes(served=self.gallery.url)

    def shown(self, server: Any) -> list[Shown]:
        return [
            Shown(
                str(p["id"]),
                p["name"],
                p["status"] == "publish",
                {v["sku"]: v["regular_price"] for v in p["variations"].values()},
                [i["alt"] for i in p["images"]],
            )
            for p in server.shelf.products.values()
            if p["status"] != "trash"
        ]

    def refuse(self, server: Any, sku: str, words: str) -> None:
        server.shelf.refused[sku] = words

    def delete(self, server: Any) -> None:
        for product in server.shelf.products.values():
            product["status"] = "trash"

    def test_the_others_are_on_sale_where_one_sku_is_not_taken(self, server, lists):
        bad = LISTING.variants[2].sku
        self.refuse(server, bad, "The price is too high.")
        notes = self.notes(server)
        self.put(lists, notes)
        [product] = self.shown(server)
        assert set(product.prices) == {v.sku for v in LISTING.variants} - {bad}
        assert bad not in notes.known

    def test_more_skus_than_a_batch_takes_are_all_there_once(self, server, lists):
        many = tuple(variant(f"{n}", "navy") for n in range(130))
        for _ in range(2):
            self.put(lists, self.notes(server), replace(LISTING, variants=many))
        [product] = self.shown(server)
        assert product.prices.keys() == {v.sku for v in many}

    def test_a_variation_that_somebody_else_has_added_is_left(self, server, lists):
        self.put(lists, self.notes(server))
        [product] = server.shelf.products.values()
        product["variations"][5] = {"id": 5, "sku": "gift-wrapped", "regular_price": "1.00"}
        self.put(lists, self.notes(server))
        assert 5 in product["variations"]

    def test_pictures_that_cannot_be_fetched_are_said(self, server, lists):
        with pytest.raises(ListingRefused, match="getting remote image"):
            self.put(lists, Notes(served=self.gallery.url + "/elsewhere"))


@pytest.mark.parametrize(("properties", "words"), WORDS)
def test_a_buyers_own_words_are_read_from_a_lines_properties(server, shop, properties, words):
    order_id = server.buy(Bought("tee/M/navy", 1, properties))
    assert shop.order(order_id).lines[0].lettering == words
