"""Customer and shop are told what becomes of another address and of a cancel: once each, and under the same name after a restore."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fulfillment.base import Unknown
from pod.model.handoff import HandOffState
from pod.model.message import Channel
from pod.model.order import Order, OrderItem
from pod.model.readdress import AddressDecision
from tests.doubles.carrier import Mailbox
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench, copied
from tests.services.test_address_silence import A_WHILE_S
from tests.services.test_messages import READER, SHOP

HOME = replace(ADDRESS, email=READER)
MOVED = replace(HOME, line1="2 Other Street")
THIRD = replace(HOME, line1="3 Third Street")


class Told:
    """What has been brought, as (event, to whom); "" is the shop's own program."""

    def __init__(self, folder: Path) -> None:
        self.mail = Mailbox(folder / "mail.jsonl", shop=SHOP)
        self.hook = Mailbox(folder / "hook.jsonl", Channel.WEBHOOK)

    @property
    def of(self) -> list[tuple[str, str]]:
        return sorted((m["event"], m["to"]) for m in self.brought)

    @property
    def brought(self) -> list[dict[str, str]]:
        return [*self.mail.brought, *self.hook.brought]

    def names(self) -> set[str]:
        return {m["id"] for m in self.brought}


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


@pytest.fixture
def shop(open_a_shop: Callable[..., Bench], told: Told) -> Bench:
    return open_a_shop(carriers={Channel.MAIL: told.mail, Channel.WEBHOOK: told.hook})


def bought(shop: Bench, quantities: tuple[int, ...] = (2,)) -> Order:
    _, version = shop.approved()
    items = [OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", n) for n in quantities]
    order, _ = shop.orders.place(SHOPPER, "shop-1", HOME, items, shop.printshop.name)
    return shop.orders.mark_paid(OPERATOR, order.id)


def sent(shop: Bench) -> Order:
    order = bought(shop)
    shop.run()
    return order


def to_both(event: str) -> list[tuple[str, str]]:
    return [(event, ""), (event, READER)]


def to_all(event: str) -> list[tuple[str, str]]:
    return [(event, ""), (event, READER), (event, SHOP)]


def test_an_address_that_nobody_has_to_be_asked_about_is_told_of_as_changed(shop, told):
    order = bought(shop)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert told.of == to_both("address_changed")
    assert not [m for m in told.brought if "Street" in str(m)], "nobody is told where they live"


def test_it_is_told_when_it_was_asked_for_and_when_it_is_done_once_each(shop, told):
    order = sent(shop)
    shop.printshop.changes.append(Fault.ANSWER_LOST)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert told.of == to_both("address_asked")
    shop.wait(7200)
    assert told.of == [*to_both("address_asked"), *to_both("address_changed")]


def test_back_and_forth_is_told_of_each_time(shop, told):
    order = sent(shop)
    for to in (MOVED, HOME, MOVED):
        shop.addresses.change(OPERATOR, order.id, to)
        shop.run()
    assert told.of.count(("address_changed", READER)) == 3


def test_a_refusal_is_told_to_both_with_a_way_out_for_each(shop, told):
    order = sent(shop)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.IN_PRODUCTION)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(7200)
    assert told.of == [*to_both("address_asked"), *to_all("address_refused")]
    links = {m["to"]: m["link"].rpartition("8080")[2] for m in told.brought if m["event"] == "address_refused"}
    assert links == {READER: f"/o/{order.id}", SHOP: f"/ops/orders/{order.id}", "": f"/ops/orders/{order.id}"}


def test_silence_is_the_shops_to_hear_of_and_its_end_the_customers_too(shop, told):
    order = sent(shop)
    shop.printshop.change_address = lambda *_: Unknown("The line was cut.")
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(A_WHILE_S + 7200)
    asked, silence = to_both("address_asked"), [("address_unanswered", ""), ("address_unanswered", SHOP)]
    assert told.of == [*asked, *silence]
    former = AddressDecision.FORMER
    shop.addresses.decide(OPERATOR, order.id, shop.handoff(order).reference, former, "said so on the phone")
    shop.run()
    assert told.of == sorted([*asked, *silence, *to_all("address_refused")])


def test_what_never_left_is_cancelled_and_told_of_at_once(shop, told):
    order = bought(shop)
    shop.orders.cancel(OPERATOR, order.id)
    shop.run()
    assert told.of == to_both("cancelled")


def test_a_cancel_is_told_of_when_it_was_asked_for_and_when_it_is_done(shop, told):
    order = sent(shop)
    shop.printshop.cancels.append(Fault.ANSWER_LOST)
    shop.orders.cancel(OPERATOR, order.id)
    shop.run()
    assert told.of == to_both("cancel_asked")
    shop.wait(7200)
    assert told.of == sorted([*to_both("cancel_asked"), *to_both("cancelled")])


def test_a_cancel_that_is_refused_is_told_of_and_so_is_the_next_one(shop, told):
    order = sent(shop)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.IN_PRODUCTION)
    for n in (1, 2):
        shop.orders.cancel(OPERATOR, order.id)
        shop.run()
        assert told.of == sorted([*to_both("cancel_asked"), *to_all("cancel_refused")] * n)
    assert {m["partner"] for m in told.brought if m["event"] == "cancel_refused"} == {"printshop"}


@pytest.mark.parametrize("what", ["address", "cancel"])
def test_what_is_asked_for_and_done_once_more_after_a_restore_has_the_name_that_it_had(
    shop, told, open_a_bench, tmp_path, what
):
    order = sent(shop)
    shop.store.checkpoint()
    backup = copied(tmp_path / "shop", tmp_path / "backup")

    def ask(pod: Bench) -> None:
        pod.addresses.change(OPERATOR, order.id, MOVED) if what == "address" else pod.orders.cancel(OPERATOR, order.id)
        pod.run()

    ask(shop)
    before = told.names()
    assert len(before) == 4, "asked for, and done: to the customer, and to the shop's program"
    restored = open_a_bench(backup, carriers={Channel.MAIL: told.mail, Channel.WEBHOOK: told.hook})
    restored.printshop.folder = shop.printshop.folder  # its partner goes on as it is
    ask(restored)
    assert told.names() == before
