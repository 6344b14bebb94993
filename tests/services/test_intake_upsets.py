"""Orders of shops when things come at a bad moment: within one second, between two steps of ours, after the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pod.model.caller import DEFAULT_TENANT, Caller, Role, shop_caller
from pod.model.errors import Conflict, InputRefused
from pod.model.order import OrderItem, OrderState
from pod.model.shipment import Shipment
from pod.model.shoporder import IntakeState, Payment, ShopLine, ShopOrder
from pod.services.intake import Intake
from pod.services.restoring import Restoring
from pod.services.shopdesk import ShopDesk
from pod.services.shopnews import ShopNewsDesk
from tests.services.bench import ADDRESS, OPERATOR, VIEWER, Bench
from tests.services.test_intake import GIFT, VARIANT, Crash, csv, hear, placed, sent, taken

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)


@pytest.fixture
def buys(shop: Bench) -> Callable[..., ShopOrder]:
    """Another state of the storefront's order, at the moment that the clock shows."""
    design, _ = shop.approved()

    def buying(**changes: object) -> ShopOrder:
        line = ShopLine("1", VARIANT, 2, "A sticker", design.id)
        order = ShopOrder("1001", "#1001", Payment.PAID, shop.clock.now(), (line,), ADDRESS)
        told = shop.storefront.orders["1001"] = replace(order, **changes)
        return told

    return buying


@pytest.fixture
def bought(shop: Bench, buys: Callable[..., ShopOrder]) -> Callable[..., ShopOrder]:
    """Such a state, a second later, and the storefront tells of it."""

    def buying(**changes: object) -> ShopOrder:
        shop.clock.forward(1)
        told = buys(**changes)
        told_of_it(shop)
        return told

    return buying


def told_of_it(shop: Bench) -> None:
    shop.clock.forward(0.001)
    hear(shop, f"event-{shop.clock.now().timestamp()}")
    shop.run()


# --- within one second


@pytest.mark.parametrize("by", ["message", "poll"])
def test_what_was_paid_in_the_second_in_which_it_was_read_is_paid(shop, bought, by):
    unpaid = bought(payment=Payment.UNPAID)
    shop.storefront.orders["1001"] = replace(unpaid, payment=Payment.PAID)
    if by == "poll":
        shop.intake.schedule()
        shop.run()
    else:
        told_of_it(shop)
    assert placed(shop).paid_at


def test_what_was_cancelled_in_the_second_in_which_it_was_paid_is_cancelled(shop, bought):
    unpaid = bought(payment=Payment.UNPAID)
    shop.storefront.orders["1001"] = replace(unpaid, cancelled=True)
    told_of_it(shop)
    assert placed(shop).state is OrderState.CANCELLED


def test_of_two_messages_of_one_second_the_first_is_believed_where_nobody_can_be_asked(shop, bought):
    shop.storefront.rereads = False
    cancelled = bought(cancelled=True)
    shop.storefront.orders["1001"] = replace(cancelled, cancelled=False)
    told_of_it(shop)
    assert taken(shop).state is IntakeState.CANCELLED


def test_what_changed_just_before_the_mark_and_was_listed_late_is_read_too(shop, buys):
    shop.intake.schedule()
    shop.run()
    late = buys()
    shop.clock.forward(60)
    shop.storefront.orders["1002"] = replace(late, id="1002", changed_at=shop.clock.now())
    del shop.storefront.orders["1001"]
    shop.clock.forward(900)
    shop.intake.schedule()
    shop.run()
    shop.storefront.orders["1001"] = late
    shop.clock.forward(900)
    shop.intake.schedule()
    shop.run()
    assert {order.external_ref for order in shop.orders.page(VIEWER).items} == {"storefront:1001", "storefront:1002"}


# --- between two steps of ours


def test_what_changed_after_it_was_placed_and_before_that_was_noted_is_held_and_not_asked_for_ever(
    shop, bought, monkeypatch
):
    def crash(point: str) -> None:
        if point == "shop_order_placed":
            raise Crash(point)

    monkeypatch.setattr("pod.services.following.fail_at", crash)
    with pytest.raises(Crash):
        bought()
    monkeypatch.undo()
    bought(ship_to=replace(ADDRESS, line1="2 Test Street"))
    shop.wait(3600)
    assert (placed(shop).state, placed(shop).ship_to) == (OrderState.ON_HOLD, ADDRESS)
    assert "Changed in the shop while it was taken in" in placed(shop).reason
    shop.orders.cancel(OPERATOR, placed(shop).id, "wrong street")
    ShopDesk(shop.tools).take_anew(OPERATOR, "storefront", "1001")
    shop.run()
    assert (placed(shop).ship_to.line1, bool(placed(shop).paid_at)) == ("2 Test Street", True)


def test_an_order_that_somebody_else_has_placed_under_the_reference_is_put_before_a_person(shop, bought):
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", VARIANT, 7)
    shop.orders.place(OPERATOR, "storefront:1001", ADDRESS, [item])
    bought()
    shop.wait(3600)
    assert any("belongs to an order with other lines" in said for said in shop.parked())
    assert taken(shop).order_id == ""


# --- money that goes back


def test_what_is_no_longer_paid_for_in_the_shop_is_held_once_and_goes_on_when_a_person_says_so(shop, bought):
    bought()
    assert placed(shop).paid_at
    bought(payment=Payment.UNPAID)
    assert placed(shop).state is OrderState.ON_HOLD
    assert "no longer paid for" in placed(shop).reason
    shop.orders.release(OPERATOR, placed(shop).id)
    bought(payment=Payment.UNPAID)
    assert placed(shop).state is not OrderState.ON_HOLD


def test_what_was_partly_paid_back_before_it_was_taken_in_waits_for_a_person(shop, bought):
    bought(payment=Payment.PARTLY_REFUNDED)
    shop.wait(3600)
    assert (placed(shop).state, placed(shop).paid_at) == (OrderState.ON_HOLD, None)
    assert shop.orders.handoffs(OPERATOR, placed(shop).id) == []
    shop.orders.release(OPERATOR, placed(shop).id)
    shop.wait(600)
    assert placed(shop).paid_at


@pytest.mark.parametrize("first", [Payment.UNPAID, None])
def test_what_a_shop_cancelled_and_was_paid_for_after_all_is_made(shop, bought, first):
    if first:
        bought(payment=first)
    bought(payment=Payment.UNPAID, cancelled=True)
    assert taken(shop).state is IntakeState.CANCELLED
    bought()
    assert (placed(shop).ship_to, bool(placed(shop).paid_at)) == (ADDRESS, True)
    assert [o.state for o in shop.orders.page(VIEWER).items].count(OrderState.CANCELLED) == (1 if first else 0)


@pytest.mark.parametrize("wait_s", [0, 700])
def test_so_is_what_was_cancelled_here_only_once_its_partners_were_asked(shop, bought, wait_s):
    """After a restore nobody knows here whether it had gone out; the money may come before they have answered, or after."""
    bought(payment=Payment.UNPAID)
    shop.clock.forward(1)
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    shop.printshop.away = True
    bought(payment=Payment.UNPAID, cancelled=True)
    assert placed(shop).state is OrderState.ON_HOLD
    shop.printshop.away = not wait_s
    shop.wait(wait_s)
    bought()
    shop.printshop.away = False
    shop.wait(3600)
    assert placed(shop).paid_at
    assert sorted(o.state for o in shop.orders.page(VIEWER).items) == [OrderState.CANCELLED, OrderState.IN_PROGRESS]


# --- parcels


def test_a_parcel_names_the_lines_that_its_items_were_made_of(shop, bought):
    design, _ = shop.approved()
    bought(lines=(GIFT, ShopLine("1", VARIANT, 2, design=design.id)))
    sent(shop, "RM1", "p1")
    shop.intake.schedule()
    shop.run()
    [(_, parcel)] = shop.storefront.parcels
    assert dict(parcel.quantities) == {"1": 2}


def test_a_shop_that_is_not_set_up_for_a_while_is_told_afterwards(shop, bought):
    bought()
    sent(shop, "RM1", "p1")
    shop.intake.schedule()
    tools, orders = shop.tools, shop.orders
    everybody = shop.intake, shop.shopnews
    shop.intake, shop.shopnews = Intake(tools, {}, orders), ShopNewsDesk(tools, {}, orders)
    shop.run()
    shop.intake.schedule()
    shop.run()
    shop.intake, shop.shopnews = everybody
    shop.wait(2 * 3600)
    assert [order for order, _ in shop.storefront.parcels] == ["1001"]


def test_orders_that_cannot_be_told_do_not_stand_in_the_way_of_newer_ones(shop, bought):
    for n in range(3):
        order, _ = shop.orders.place(OPERATOR, f"old-{n}", ADDRESS, shop.placed(f"made-{n}").items)
        parcel_of(shop, order, f"old-{n}")
    shop.clock.forward(1)
    bought()
    sent(shop, "RM1", "p1")
    with shop.store.reading() as tx:
        [newest] = tx.shops.untold(DEFAULT_TENANT, ("storefront",), limit=1)
    assert newest.order.id == "1001"


def parcel_of(shop: Bench, order, number: str) -> None:
    """A shop's order, noted and never told of its parcel."""
    caller = shop_caller("storefront")
    paid = shop.orders.mark_paid(OPERATOR, order.id)
    [handoff] = shop.orders.handoffs(OPERATOR, paid.id)
    line = ShopLine("1", VARIANT, 2)
    with shop.store.writing() as tx:
        tx.orders.add_shipment(DEFAULT_TENANT, Shipment(number, handoff.reference, "Royal Mail", number, ()))
        tx.shops.record(
            caller,
            "storefront",
            ShopOrder(number, number, Payment.PAID, shop.clock.now(), (line,), ADDRESS),
        )
        recorded = tx.shops.get(DEFAULT_TENANT, "storefront", number)
        tx.shops.move(recorded, IntakeState.PLACED, caller, order_id=order.id)


# --- privacy


def test_an_address_that_is_erased_while_its_order_is_in_hand_is_not_written_back(shop, bought):
    bought(lines=(ShopLine("1", VARIANT, 1),))
    in_hand = taken(shop)
    hear(shop, "redact", kind="erase_customer", orders=["1001"])
    shop.run()
    with pytest.raises(Conflict), shop.store.writing() as tx:
        tx.shops.change(in_hand, troubles=())
    assert taken(shop).order.ship_to is None


# --- names


@pytest.mark.parametrize("number", ["2026/17", "..", "."])
def test_a_number_that_no_address_can_hold_is_refused_when_it_is_brought(shop, number):
    with pytest.raises(InputRefused, match="cannot be a shop's order"):
        shop.intake.take_file(OPERATOR, csv(f"{number},{VARIANT},1,,yes,,,,,"))


def test_a_message_whose_own_name_is_long_is_noted_under_a_short_one(shop, buys):
    buys()
    hear(shop, "e" * 5000)
    shop.run()
    with shop.store.database.reading() as connection:
        longest = connection.exec_driver_sql("SELECT max(length(event_id)) FROM inbox").scalar()
    assert longest <= 200
    assert placed(shop).paid_at
