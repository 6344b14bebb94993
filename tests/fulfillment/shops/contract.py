"""What every shop that can be asked must do, against a server that was written from the shop's own documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar

import pytest

from fulfillment.shops.base import Shop
from pod.http import Timeouts
from pod.model.errors import PartnerFailed
from pod.model.order import ShipTo
from pod.model.shoporder import NewsKind, Payment, ShopLine, ShopParcel
from tests.servers.partner import NOON
from tests.servers.shop import ADDRESS, Bought, Message, ShopServer

DESIGN = "0123456789abcdef0123456789abcdef"
TEE = Bought("tee/M/navy", 3, (("Size", "M"), ("_design_id", DESIGN)))
MUG = Bought("mug/white", 1)
QUICK = Timeouts(connect_s=2, read_s=0.5, total_s=2)
SINCE = NOON - timedelta(hours=1)
LOST = ("cut after", "hang after", "500 after", "502 after")
NOT_ANSWERED = ("cut before", "hang before", "500 before", "502 before", "503 before", "429 before", "moved before")


def parcel(number: str = "RM1", **quantities: int) -> ShopParcel:
    return ShopParcel("p-" + number, "Royal Mail", number, quantities)


class ShopContract:
    """A subclass has the fixtures `server` and `shop` and says which parcels the shop knows."""

    DESIGN: ClassVar[str] = DESIGN
    """What the first line's properties say of its design."""

    def parcels(self, server: Any, order_id: str) -> list[str]:
        """What the customer is told, a parcel each."""
        raise NotImplementedError

    def adapter(self, server: Any, timeouts: Timeouts | None = None, **settings: str) -> Shop:
        raise NotImplementedError

    def hurried(self, server: Any, fault: str) -> Shop:
        """Waits no longer than a test does, where nobody will answer."""
        return self.adapter(server, QUICK if fault.startswith("hang") else None)

    # --- orders

    def test_an_order_is_read_whole(self, server, shop):
        order_id = server.buy(TEE, MUG)
        order = shop.order(order_id)
        ids = server.line_ids(order_id)
        assert [replace(line, title="") for line in order.lines] == [
            ShopLine(ids[0], "tee/M/navy", 3, design=self.DESIGN),
            ShopLine(ids[1], "mug/white", 1),
        ]
        assert all(line.title for line in order.lines)
        assert (order.id, order.payment, order.cancelled, order.test) == (order_id, Payment.PAID, False, False)
        assert order.number in ("#1001", order_id)
        assert order.changed_at == server.clock.now
        told = replace(order.ship_to, email="")
        assert told == ShipTo(name="Ada Reader", line1="1 Long Street", city="London", postcode="N1 1AA", country="GB")

    @pytest.mark.parametrize(
        ("changes", "name", "line2"),
        [
            ({"company": "Fox Ltd"}, "Ada Reader", "Fox Ltd"),
            ({"company": "Fox Ltd", "address2": "Floor 2"}, "Ada Reader", "Floor 2, Fox Ltd"),
            ({"company": "Fox Ltd", "first_name": "", "last_name": ""}, "Fox Ltd", ""),
            ({"last_name": "", "address2": "Floor 2"}, "Ada", "Floor 2"),
        ],
    )
    def test_a_company_is_on_the_parcel(self, server, shop, changes, name, line2):
        to = shop.order(self.shipped_to(server, ADDRESS | changes)).ship_to
        assert (to.name, to.line2) == (name, line2)

    def shipped_to(self, server: Any, address: dict[str, str]) -> str:
        """An order that is sent there."""
        raise NotImplementedError

    def test_an_order_that_is_not_there_is_none(self, server, shop):
        assert shop.order("404") is None

    # --- reading all over again

    def test_every_order_is_read_once_over_all_pages_oldest_change_first(self, server, shop):
        ids = [server.buy(TEE) for _ in range(205)]
        assert [order.id for order in shop.changed_since(SINCE)] == ids

    def test_only_what_changed_since_is_read_and_what_changed_in_that_very_second_too(self, server, shop):
        before, then, after = (server.buy(TEE) for _ in range(3))
        moment = shop.order(then).changed_at + timedelta(milliseconds=600)
        assert [order.id for order in shop.changed_since(moment)] == [then, after]
        self.change(server, before)
        assert [order.id for order in shop.changed_since(moment)] == [then, after, before]

    def one_of(self, server: Any, order_id: str) -> dict[str, int]:
        return {server.line_ids(order_id)[0]: 1}

    def test_what_changes_while_pages_are_turned_hides_no_other_order(self, server, shop):
        ids = [server.buy(TEE) for _ in range(120)]
        reading = shop.changed_since(SINCE)
        first = next(reading).id
        self.change(server, first)
        assert {order.id for order in reading} >= set(ids[1:])

    def change(self, server: Any, order_id: str) -> None:
        raise NotImplementedError

    # --- parcels

    @pytest.mark.parametrize("fault", LOST)
    def test_a_parcel_is_told_once_although_the_answer_was_lost(self, server, fault):
        order_id, shop = server.buy(TEE), self.hurried(server, fault)
        sent = parcel(**{server.line_ids(order_id)[0]: 2})
        server.faults.append(f"write: {fault}")
        with pytest.raises(PartnerFailed):
            shop.ship(order_id, sent)
        told = shop.ship(order_id, sent)
        assert told
        assert shop.ship(order_id, sent) == told
        assert len(self.parcels(server, order_id)) == 1

    def test_what_was_surely_not_told_is_told_the_next_time(self, server, shop):
        order_id = server.buy(TEE)
        sent = parcel(**self.one_of(server, order_id))
        server.faults.append("write: 500 before")
        with pytest.raises(PartnerFailed):
            shop.ship(order_id, sent)
        assert self.parcels(server, order_id) == []
        assert shop.ship(order_id, sent)
        assert len(self.parcels(server, order_id)) == 1

    def test_two_parcels_are_two(self, server, shop):
        order_id = server.buy(TEE)
        # the first number begins with the second
        told = [shop.ship(order_id, parcel(number, **self.one_of(server, order_id))) for number in ("RM12", "RM1")]
        assert len(set(told)) == 2
        assert [("RM12" in p, "RM1" in p) for p in self.parcels(server, order_id)] == [(True, True), (False, True)]

    # --- out of reach

    @pytest.mark.parametrize("fault", NOT_ANSWERED)
    def test_a_shop_that_does_not_answer_has_not_said_that_there_is_nothing(self, server, fault):
        order_id, shop = server.buy(TEE), self.hurried(server, fault)
        asks = (
            lambda: shop.order(order_id),
            lambda: list(shop.changed_since(SINCE)),
            lambda: shop.ship(order_id, parcel()),
        )
        for ask in asks:
            server.faults.append(f"read: {fault}")
            with pytest.raises(PartnerFailed) as failed:
                ask()
            assert failed.value.code == "shop_unreachable"

    def test_a_page_in_the_place_of_an_answer_is_no_answer(self, server, shop):
        server.faults.append("read: garbage after")
        with pytest.raises(PartnerFailed) as failed:
            shop.order(server.buy(TEE))
        assert failed.value.code == "shop_unreadable"

    def test_a_key_is_good_or_it_is_said_why_not(self, server, shop):
        assert shop.check_key() == ""
        self.spoil_key(server)
        assert "does not accept our key" in shop.check_key()
        with pytest.raises(PartnerFailed) as failed:
            shop.order(server.buy(TEE))
        assert failed.value.code == "shop_key"
        server.stop()
        assert "could not be asked" in shop.check_key()

    def spoil_key(self, server: ShopServer) -> None:
        raise NotImplementedError


WORDS = (
    ((("Personalisation", " OLIVIA "),), "OLIVIA"),
    ((("lettering", "THE\nMILLERS"),), "THE\nMILLERS"),
    ((("_words", "A"), ("Your name", "B")), "A"),
    ((("Gift note", "For Olivia"), ("Personalisation", "")), ""),
)
"""A line's properties, and what its buyer wants to be read on it."""


class TellingShopContract(ShopContract):
    """A shop that sends messages; a subclass says how it tells of an order."""

    TOPIC: ClassVar[str]
    SIGNATURE: ClassVar[str]

    def read(self, shop: Shop, message: Message, **headers: str) -> Any:
        return shop.read_webhook({**message.headers, **headers}, message.body)

    # --- messages

    def test_a_genuine_message_says_which_order_to_ask_for_and_no_more(self, server, shop):
        order_id = server.buy(TEE)
        [news] = self.read(shop, server.told(self.TOPIC, order_id))
        assert (news.kind, news.order_ids, news.order) == (NewsKind.ORDER, (order_id,), None)

    def test_a_message_is_only_believed_in_the_very_bytes_that_were_signed(self, server, shop):
        told = server.told(self.TOPIC, server.buy(TEE))
        assert self.read(shop, told)
        assert self.read(shop, replace(told, body=told.body + b" ")) is None
        assert self.read(shop, told, **{self.SIGNATURE: ""}) is None
        assert self.read(shop, told, **{self.SIGNATURE: "ä"}) is None
        assert self.read(shop, server.told(self.TOPIC, server.buy(TEE), secret="guessed")) is None

    def test_header_names_are_read_in_any_case(self, server, shop):
        told = server.told(self.TOPIC, server.buy(TEE))
        assert shop.read_webhook({name.lower(): v for name, v in told.headers.items()}, told.body)

    def test_the_secret_before_is_good_while_it_is_being_changed(self, server, shop):
        order_id, old = server.buy(TEE), server.secret
        server.secret = "a new secret"
        changing = self.adapter(server, secret=server.secret, old_secret=old)
        for secret in (old, "a new secret"):
            assert self.read(changing, server.told(self.TOPIC, order_id, secret=secret))
        assert self.read(shop, server.told(self.TOPIC, order_id)) is None

    def test_a_message_told_twice_is_one_event_and_two_messages_are_two(self, server, shop):
        order_id = server.buy(TEE)
        told, again = (server.told(self.TOPIC, order_id, event="delivery-1") for _ in range(2))
        other = server.told(self.TOPIC, order_id)
        ids = [self.read(shop, message)[0].event_id for message in (told, again, other)]
        assert ids[0] == ids[1] != ids[2]

    def test_a_signed_message_that_is_no_order_says_nothing(self, server, shop):
        order_id = server.buy(TEE)
        for body in ([], "text", 7, None, {"id": [order_id]}):
            assert self.read(shop, self.signed_body(server, body)) == []

    def signed_body(self, server: Any, body: Any) -> Message:
        raise NotImplementedError
