"""Etsy, against a server that keeps to what its reference says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from fulfillment.shops.base import InMemory
from fulfillment.shops.etsy import Etsy, EtsySettings, Pace
from fulfillment.shops.listings import ListingRefused
from pod.http import Timeouts
from pod.model.errors import PartnerFailed
from pod.model.shoporder import Payment, ShopParcel
from tests.fulfillment.shops.contract import MUG, SINCE, TEE, ShopContract, parcel
from tests.fulfillment.shops.listing_contract import FILES, LISTING, ListingContract, Shown
from tests.servers.etsy import KEYSTRING, REFRESH, SHARED_SECRET, SHOP_ID, EtsyServer
from tests.servers.shop import ADDRESS, Bought


@pytest.fixture
def server() -> Iterator[EtsyServer]:
    with EtsyServer() as server:
        yield server


class Quick(Pace):
    """Says how long it would wait, and does not."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        super().__init__(clock=lambda: 100.0, sleep=self.slept.append)


def adapter(server: EtsyServer, timeouts: Timeouts | None = None, **changes: str) -> Etsy:
    known = {
        "shop_id": str(SHOP_ID),
        "keystring": KEYSTRING,
        "shared_secret": SHARED_SECRET,
        "refresh_token": REFRESH,
        "base_url": server.url,
        "taxonomy": "shirts=482, 1062",
        "shipping_profile": "11",
        "processing_profile": "12",
    }
    return Etsy(EtsySettings(**{**known, **changes}), timeouts, lambda: server.clock.now, Quick())


@pytest.fixture
def shop(server: EtsyServer) -> Etsy:
    return adapter(server)


class TestEtsy(ShopContract):
    DESIGN = ""
    adapter = staticmethod(adapter)

    def parcels(self, server: Any, order_id: str) -> list[str]:
        return [code for number, code in server.emails if number == order_id]

    def shipped_to(self, server: Any, address: dict[str, str]) -> str:
        return server.buy(TEE, address=address)

    def change(self, server: Any, order_id: str) -> None:
        server.become(order_id, "completed")

    def spoil_key(self, server: Any) -> None:
        server.shared_secret = "another"


# --- orders


@pytest.mark.parametrize(
    ("status", "payment", "cancelled"),
    [
        ("open", Payment.UNPAID, False),
        ("payment processing", Payment.UNPAID, False),
        ("paid", Payment.PAID, False),
        ("completed", Payment.PAID, False),
        ("canceled", Payment.UNPAID, True),
        ("fully refunded", Payment.REFUNDED, False),
        ("partially refunded", Payment.PARTLY_REFUNDED, False),
    ],
)
def test_every_status_is_paid_or_not(server, shop, status, payment, cancelled):
    order = shop.order(server.buy(TEE, status=status))
    assert (order.payment, order.cancelled) == (payment, cancelled)


def test_a_word_that_says_paid_is_not_believed_when_no_money_has_come(server, shop):
    assert shop.order(server.buy(TEE, is_paid=False)).payment is Payment.UNPAID


def test_money_that_went_back_is_seen_whatever_the_status_says(server, shop):
    order_id = server.buy(TEE)
    server.refund(order_id, 500)
    server.become(order_id, "completed")
    assert shop.order(order_id).payment is Payment.PARTLY_REFUNDED


@pytest.mark.parametrize(
    ("told", "read"), [("Zo&euml; &amp; Max", "Zoë & Max"), ("Not requested on this item.", ""), ("", "")]
)
def test_what_a_buyer_wants_to_have_printed_is_read_from_the_personalisation_alone(server, shop, told, read):
    bought = Bought("tee/M/navy", 1, (("Size", "M"), ("Personalization", told)))
    [line] = shop.order(server.buy(bought)).lines
    assert line.lettering == read


def test_an_address_that_is_not_shown_to_us_is_none(server, shop):
    assert shop.order(server.buy(TEE, address=ADDRESS | {"address1": ""})).ship_to is None


def test_many_changes_of_one_second_are_all_read(server, shop):
    ids = {server.buy(TEE) for _ in range(250)}
    for order in server.orders.values():
        order["updated"] = server.clock.now
    read = [order.id for order in shop.changed_since(server.clock.now)]
    assert (set(read), len(read)) == (ids, 250)


def test_paid_or_not_every_receipt_is_read(server, shop):
    ids = [server.buy(TEE, status=status) for status in ("open", "paid", "canceled")]
    assert [order.id for order in shop.changed_since(SINCE)] == ids


def test_a_shop_that_is_not_ours_has_not_said_that_there_is_no_such_order(server):
    with pytest.raises(PartnerFailed):
        adapter(server, shop_id="7").order(server.buy(TEE))


def test_nothing_that_is_posted_to_us_is_genuine(server, shop):
    assert shop.read_webhook({}, b'{"receipt_id": 1}') is None


# --- keys


def test_a_key_is_fetched_once_and_used_until_it_lapses(server, shop):
    for _ in range(3):
        shop.order("404")
    assert server.refreshed == 1
    server.clock.advance(3590)
    shop.order("404")
    assert server.refreshed == 2


def test_a_key_that_is_refused_is_fetched_anew_once_and_the_call_is_made_again(server, shop):
    order_id = server.buy(TEE)
    shop.order(order_id)
    server.access_tokens.clear()
    assert shop.ship(order_id, parcel())
    assert (server.refreshed, len(server.emails)) == (2, 1)


def test_a_key_that_is_refused_again_is_said_and_not_asked_for_ever(server, shop):
    server.faults.extend(["read: key expired", "read: key expired"])
    with pytest.raises(PartnerFailed, match="does not accept our key"):
        shop.order("404")


def test_what_a_refresh_gives_outlives_the_process_and_is_known_to_the_others(server):
    one, two, later = (adapter(server) for _ in range(3))
    one.keep = two.keep = later.keep = InMemory()
    for each in (one, two, later):
        assert each.order("404") is None
    assert server.refreshed == 1
    server.clock.advance(7200)
    for each in (two, one):
        assert each.order("404") is None
    assert server.refreshed == 2


def test_a_token_that_another_process_used_a_moment_before_is_not_the_end(server):
    one, two = adapter(server), adapter(server)
    one.keep = InMemory()

    class Behind(InMemory):
        """Shows the other process's token only once it has been tried for."""

        looks = 0

        def kept(self, shop: str) -> str:
            self.looks += 1
            return one.keep.kept(shop) if self.looks > 1 else ""

    two.keep = Behind()
    one.order("404")
    assert two.order("404") is None
    assert server.refreshed == 1


def test_a_new_sign_in_goes_before_what_was_kept_of_the_one_before(server):
    keep = InMemory()
    first = adapter(server)
    first.keep = keep
    first.order("404")
    server.refresh_tokens = {"4567.signed-in-anew"}
    server.access_tokens.clear()
    with pytest.raises(PartnerFailed, match="POD_ETSY_REFRESH_TOKEN") as failed:
        first.order("404")
    assert failed.value.code == "shop_key"
    anew = adapter(server, refresh_token="4567.signed-in-anew")
    anew.keep = keep
    assert anew.order("404") is None


def test_no_token_and_no_secret_is_in_what_is_said(server, shop):
    server.refresh_tokens.clear()
    words = shop.check_key()
    assert words
    assert not any(secret in words for secret in (REFRESH, SHARED_SECRET))


# --- how often


def test_calls_come_no_closer_than_half_the_limit_per_second_allows(server):
    pace = Quick()
    shop = adapter(server)
    shop._pace = pace
    for _ in range(4):
        shop.order("404")
    assert [round(s, 3) for s in pace.slept] == [0.2, 0.4, 0.6]


def test_what_is_left_of_the_day_is_kept_for_parcels_and_reading_goes_on_later(server, shop):
    order_id = server.buy(TEE)
    server.left_today = 300
    shop.order(order_id)
    with pytest.raises(PartnerFailed, match="nearly used up") as failed:
        list(shop.changed_since(SINCE))
    assert failed.value.details["retry_after_s"] == 3600
    assert shop.ship(order_id, parcel())
    server.left_today = server.per_day
    shop._pace.left = 1.0
    assert [order.id for order in shop.changed_since(SINCE)] == [order_id]


def test_a_shop_that_says_when_it_may_be_asked_again_is_left_alone_until_then(server, shop):
    shop.order("404")
    server.left_today = 0
    with pytest.raises(PartnerFailed) as failed:
        shop.order("404")
    assert 3500 < failed.value.details["retry_after_s"] <= 3600


# --- parcels


def test_buyers_are_told_the_carrier_by_etsys_own_word_for_it(server, shop):
    order_id = server.buy(TEE)
    for carrier, number in (("Royal Mail", "RM1"), ("A Man With a Van", "7")):
        shop.ship(order_id, ShopParcel(number, carrier, number))
    told = [(s["carrier"], s["code"]) for s in server.orders[int(order_id)]["shipments"]]
    assert told == [("royal-mail", "RM1"), ("other", "7")]


def test_a_parcel_without_a_number_marks_the_receipt_and_mails_once(server, shop):
    order_id = server.buy(TEE)
    told = [shop.ship(order_id, ShopParcel(shipment, "DHL", "")) for shipment in ("s1", "s2", "s1")]
    assert told == ["shipped"] * 3
    assert server.emails == [(order_id, "")]


def test_a_parcel_of_an_order_that_is_cancelled_is_not_told(server, shop):
    with pytest.raises(PartnerFailed):
        shop.ship(server.buy(MUG, status="canceled"), replace(parcel(), carrier="DHL"))
    assert server.emails == []


def test_a_key_that_may_only_read_is_refused_when_it_writes(server, shop):
    order_id = server.buy(TEE)
    server.scopes = {"transactions_r"}
    assert shop.order(order_id)
    with pytest.raises(PartnerFailed, match="transactions_w") as failed:
        shop.ship(order_id, parcel())
    assert failed.value.code == "shop_key"


# --- on sale


class TestEtsyListings(ListingContract):
    @pytest.fixture
    def lists(self, server: Any) -> Any:
        return self.adapter(server)

    def adapter(self, server: Any, timeouts: Timeouts | None = None) -> Any:
        return adapter(server, timeouts, refresh_token=anew(server)).listings

    def shown(self, server: Any) -> list[Shown]:
        return [
            Shown(
                str(row["id"]),
                row["title"],
                row["state"] == "active",
                {
                    p["sku"]: f"{p['offerings'][0]['price']:.2f}"
                    for p in (row["inventory"] or {"products": ()})["products"]
                    if p["offerings"][0]["is_enabled"]
                },
                [i["alt"] for i in sorted(row["images"], key=lambda i: i["rank"])],
            )
            for row in server.shelf.listings.values()
        ]

    def refuse(self, server: Any, sku: str, words: str) -> None:
        server.shelf.refused[sku] = words

    def delete(self, server: Any) -> None:
        server.shelf.listings.clear()

    def test_a_sku_that_the_shop_does_not_take_is_named_with_its_words(self, server, lists):
        """Etsy refuses the inventory as a whole, and does not say which: nothing of it is put on sale."""
        self.refuse(server, LISTING.variants[2].sku, "The price is too high.")
        with pytest.raises(ListingRefused, match="too high"):
            self.put(lists, self.notes(server), replace(LISTING, on_sale=True))
        [product] = self.shown(server)
        assert (product.on_sale, product.prices) == (False, {})

    def test_what_nobody_approved_is_named_and_not_shown(self, server, lists):
        self.put(lists, self.notes(server))
        [row] = server.shelf.listings.values()
        hidden = [p for p in row["inventory"]["products"] if not p["offerings"][0]["is_enabled"]]
        assert [(p["sku"], [v["values"] for v in p["property_values"]]) for p in hidden] == [
            ("", [["white"], ["L"]]),
            ("", [["white"], ["2XL"]]),
        ]

    def test_a_sellers_own_picture_is_left(self, server, lists):
        notes = self.notes(server)
        self.put(lists, notes)
        [row] = server.shelf.listings.values()
        row["images"].append({"id": 5, "rank": 9, "alt": "Me at my table", "data": b""})
        self.put(lists, notes)
        assert [i["data"] for i in row["images"]] == [*list(FILES.values())[:2], b""]

    def test_a_listing_on_sale_is_never_without_a_picture(self, server, lists):
        for _ in range(2):
            self.put(lists, self.notes(server), replace(LISTING, pictures=LISTING.pictures[:1], on_sale=True))
        [product] = self.shown(server)
        assert (product.on_sale, len(product.alts)) == (True, 1)

    def test_everything_that_the_settings_lack_is_said_at_once_and_nothing_is_made(self, server):
        bare = adapter(server, taxonomy="mugs=1062", shipping_profile="", processing_profile="").listings
        with pytest.raises(ListingRefused) as refused:
            self.put(bare, self.notes(server))
        for name in ("TAXONOMY", "SHIPPING_PROFILE", "PROCESSING_PROFILE"):
            assert f"POD_ETSY_{name}" in str(refused.value)
        assert server.shelf.listings == {}

    def test_a_draft_among_many_is_found_by_its_mark(self, server, lists):
        for n in range(230):
            server.shelf.listings[n] = {
                "id": n,
                "state": "draft",
                "title": "t",
                "description": f"Ref. pod-{n}",
                "images": [],
                "inventory": None,
                "updated": 0,
            }
        for _ in range(2):
            self.put(lists, self.notes(server))
        assert len(server.shelf.listings) == 231


def anew(server: EtsyServer) -> str:
    """Somebody signs in: a process that lost its notes has its key all the same."""
    token = f"4567.signed-in-{server.next_number()}"
    server.refresh_tokens.add(token)
    return token
