"""Orders of shops: taken once, paid where the shop says so, held when they change there, never blank."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from pod.model.caller import DEFAULT_TENANT
from pod.model.errors import Conflict, InputRefused, NotAllowed, NotFound, NotSignedIn
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.model.shipment import Shipment
from pod.model.shoporder import IntakeState, Payment, Repair, ShopLine, ShopOrder, TakenOrder
from pod.services.shopdesk import ShopDesk
from tests.doubles.storefront import GENUINE
from tests.services.bench import ADDRESS, OPERATOR, VIEWER, Bench


class Crash(BaseException):
    """The process is gone: nothing catches this."""


VARIANT = "sticker-4in/4in/white"
GIFT = ShopLine("9", "gift-card", 1, "A gift card")


@pytest.fixture
def desk(shop: Bench) -> ShopDesk:
    return ShopDesk(shop.tools)


@pytest.fixture
def bought(shop: Bench) -> Callable[..., ShopOrder]:
    """Puts an order into the storefront, or another state of it, and has the storefront tell of it."""
    design, _ = shop.approved()

    def buying(**changes: object) -> ShopOrder:
        shop.clock.forward(1)
        line = ShopLine("1", VARIANT, 2, "A sticker", design.id)
        order = ShopOrder("1001", "#1001", Payment.PAID, shop.clock.now(), (line,), ADDRESS)
        told = shop.storefront.orders["1001"] = replace(order, **changes)
        hear(shop, f"event-{shop.clock.now().timestamp()}")
        shop.run()
        return told

    return buying


def hear(shop: Bench, event: str, order: str = "1001", **told: object) -> None:
    shop.intake.hear("storefront", GENUINE, json.dumps({"event": event, "order": order, **told}).encode())


def taken(shop: Bench) -> TakenOrder:
    with shop.store.reading() as tx:
        return tx.shops.get(DEFAULT_TENANT, "storefront", "1001")


def placed(shop: Bench) -> Order:
    return shop.orders.get(OPERATOR, taken(shop).order_id)


# --- taking


def test_a_paid_order_is_placed_and_paid_for_once_however_often_the_shop_tells_of_it(shop, bought):
    bought()
    for event in ("again", "again", "and again"):
        hear(shop, event)
        shop.run()
    [order] = shop.orders.page(VIEWER).items
    assert (order.external_ref, order.paid_by) == ("storefront:1001", "shop:storefront")
    assert [(i.variant, i.quantity) for i in order.items] == [(VARIANT, 2)]
    assert order.ship_to == ADDRESS
    assert len(shop.orders.handoffs(OPERATOR, order.id)) == 1


def test_an_order_is_only_recorded_until_it_is_paid_for(shop, bought):
    bought(payment=Payment.UNPAID)
    assert placed(shop).state is OrderState.RECEIVED
    assert shop.orders.handoffs(OPERATOR, placed(shop).id) == []
    bought()
    assert placed(shop).paid_at


def test_a_message_is_a_hint_and_the_shop_is_asked_whether_it_is_paid(shop, bought):
    bought(payment=Payment.UNPAID)
    hear(shop, "says paid", paid=True, financial_status="paid")
    shop.run()
    assert placed(shop).state is OrderState.RECEIVED


def test_a_message_that_is_not_signed_changes_nothing(shop, bought):
    bought(payment=Payment.UNPAID)
    with pytest.raises(NotSignedIn):
        shop.intake.hear("storefront", {}, b"{}")
    with pytest.raises(NotFound):
        shop.intake.hear("nobody", GENUINE, b"{}")


def test_a_shop_that_cannot_be_asked_again_is_believed_what_it_has_signed(shop, bought):
    shop.storefront.rereads = False
    bought()
    assert placed(shop).paid_at


def test_what_a_shop_sells_besides_is_neither_made_nor_kept(shop, bought):
    bought(lines=(GIFT,))
    with pytest.raises(NotFound):
        taken(shop)
    bought(lines=(GIFT, ShopLine("1", VARIANT, 1, design=shop.approved()[0].id)))
    assert [(i.variant, i.quantity) for i in placed(shop).items] == [(VARIANT, 1)]


def test_a_test_order_is_left(shop, bought):
    bought(test=True)
    assert (taken(shop).state, taken(shop).note) == (IntakeState.LEFT, "a test order of the shop")
    assert shop.orders.page(VIEWER).items == ()


def test_the_address_is_kept_with_the_order_alone_once_it_is_placed(shop, bought):
    bought()
    assert taken(shop).order.ship_to is None
    assert placed(shop).ship_to == ADDRESS


# --- never blank


def test_a_line_without_a_design_is_kept_for_repair_and_the_repair_places_the_order(shop, bought, desk):
    _, version = shop.approved()
    bought(lines=(ShopLine("1", VARIANT, 2),))
    [trouble] = taken(shop).troubles
    assert (taken(shop).state, trouble.line_id, trouble.code) == (IntakeState.NEEDS_REPAIR, "1", "no_design")
    assert "made blank" in trouble.message
    assert shop.orders.page(VIEWER).items == ()
    desk.repair(OPERATOR, "storefront", "1001", Repair("1", version.id))
    shop.run()
    assert placed(shop).items[0].version_id == version.id
    assert placed(shop).paid_at


def test_everything_that_is_wrong_with_its_lines_and_its_address_is_said_at_once(shop, bought):
    design, _ = shop.approved()
    bought(lines=(ShopLine("1", VARIANT, 1), ShopLine("2", "tee/XXS/plaid", 1, design=design.id)))
    assert [(t.line_id, t.code) for t in taken(shop).troubles] == [("1", "no_design"), ("2", "unknown_variant")]
    bought(ship_to=replace(ADDRESS, name="", city=""))
    assert {(t.line_id, t.message) for t in taken(shop).troubles} == {
        ("", "The address has no name."),
        ("", "The address has no town."),
    }


def test_a_design_that_nobody_has_approved_is_not_made(shop, bought):
    other = shop.drawn(seed=11)
    shop.designs.choose(OPERATOR, other.id, 1)
    shop.run()
    bought(lines=(ShopLine("1", VARIANT, 1, design=other.id),))
    assert [t.code for t in taken(shop).troubles] == ["not_approved"]


def test_a_design_that_does_not_exist_is_no_design(shop, bought):
    bought(
        lines=(
            ShopLine("1", VARIANT, 1, design="0" * 32),
            ShopLine("2", VARIANT, 1, design=shop.approved()[0].id + ".9"),
        )
    )
    assert [t.code for t in taken(shop).troubles] == ["no_design", "no_version"]


def test_what_is_mended_in_the_shop_is_placed_without_an_operator(shop, bought):
    bought(lines=(ShopLine("1", VARIANT, 1),))
    assert taken(shop).state is IntakeState.NEEDS_REPAIR
    bought()
    assert taken(shop).state is IntakeState.PLACED


def test_a_repair_is_checked_and_only_an_operator_makes_it(shop, bought, desk):
    bought(lines=(ShopLine("1", VARIANT, 1),))
    _, version = shop.approved()
    with pytest.raises(NotAllowed):
        desk.repair(VIEWER, "storefront", "1001", Repair("1", version.id))
    with pytest.raises(NotFound):
        desk.repair(OPERATOR, "storefront", "1001", Repair("7", version.id))
    with pytest.raises(NotFound):
        desk.repair(OPERATOR, "storefront", "1001", Repair("1", "nothing"))
    with pytest.raises(InputRefused, match="no variant"):
        desk.repair(OPERATOR, "storefront", "1001", Repair("1", version.id, "tee/XXS/plaid"))
    assert taken(shop).repairs == ()


def test_an_order_that_is_left_says_why_and_is_looked_at_again_when_it_changes(shop, bought, desk):
    bought(lines=(ShopLine("1", VARIANT, 1),))
    with pytest.raises(InputRefused, match="needs a reason"):
        desk.leave(OPERATOR, "storefront", "1001", " ")
    assert desk.leave(OPERATOR, "storefront", "1001", "printed elsewhere").note == "printed elsewhere"
    bought()
    assert taken(shop).state is IntakeState.PLACED


# --- changes in the shop


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"lines": (ShopLine("1", VARIANT, 5),)}, f"{VARIANT}: 2 became 5"),
        ({"lines": ()}, f"{VARIANT}: 2 became 0"),
        ({"payment": Payment.PARTLY_REFUNDED}, "what was paid"),
    ],
)
def test_what_changes_in_the_shop_after_it_was_taken_holds_the_order_and_says_what(shop, bought, change, words):
    design, _ = shop.approved()
    bought(payment=Payment.UNPAID)
    if lines := change.get("lines"):
        change = {"lines": tuple(replace(line, design=design.id) for line in lines)}
    bought(**change)
    assert placed(shop).state is OrderState.ON_HOLD
    assert words in placed(shop).reason
    assert shop.orders.handoffs(OPERATOR, placed(shop).id) == []


def test_what_is_paid_while_it_is_held_goes_on_once_it_is_released(shop, bought):
    bought(payment=Payment.UNPAID)
    bought(lines=())
    shop.wait(3600)
    assert placed(shop).state is OrderState.ON_HOLD
    shop.orders.release(OPERATOR, placed(shop).id)
    shop.wait(600)
    assert placed(shop).paid_at


def test_a_second_change_is_a_second_reason_and_what_an_operator_saw_before_is_old(shop, bought):
    bought(payment=Payment.UNPAID)
    line = taken(shop).order.lines[0]
    bought(payment=Payment.UNPAID, lines=(replace(line, quantity=5),))
    seen = placed(shop)
    bought(payment=Payment.UNPAID, lines=())
    assert "2 became 5" in placed(shop).reason
    assert "5 became 0" in placed(shop).reason
    with pytest.raises(Conflict):
        shop.orders.release(OPERATOR, seen.id, seen=seen.revision)


MOVED = replace(ADDRESS, line1="2 Test Street")


def test_another_address_in_the_shop_alone_is_followed_and_nobody_is_asked(shop, bought):
    bought(payment=Payment.UNPAID)
    bought(payment=Payment.UNPAID, ship_to=MOVED)
    assert (placed(shop).state, placed(shop).ship_to) == (OrderState.RECEIVED, MOVED)
    assert taken(shop).order.ship_to is None, "it is kept with the order alone"
    bought(ship_to=MOVED)
    assert [order["to"] for order in shop.printshop.orders] == [asdict(MOVED)]


def test_another_address_in_the_shop_is_asked_for_where_the_order_has_been_sent(shop, bought):
    bought()
    assert [order["to"] for order in shop.printshop.orders] == [asdict(ADDRESS)]
    bought(ship_to=MOVED)
    assert [order["to"] for order in shop.printshop.orders] == [asdict(MOVED)]
    bought(ship_to=MOVED)
    assert placed(shop).state is OrderState.IN_PROGRESS


@pytest.mark.parametrize("to", [replace(ADDRESS, line1="No " * 30), replace(ADDRESS, city="")])
def test_an_address_in_the_shop_to_which_nothing_can_be_sent_holds_the_order(shop, bought, to):
    bought()
    bought(ship_to=to)
    assert (placed(shop).state, placed(shop).ship_to) == (OrderState.ON_HOLD, ADDRESS)
    assert "changed in the shop" in placed(shop).reason
    assert [order["to"] for order in shop.printshop.orders] == [asdict(ADDRESS)]


def test_another_address_in_the_shop_when_it_is_too_late_is_never_passed_over(shop, bought):
    bought()
    shop.printshop.says(shop.handoff(placed(shop)).reference, HandOffState.SHIPPED)
    shop.printshop.tells_of_delivery = True
    shop.printshop.parcels = ()
    shop.wait(120)
    bought(ship_to=MOVED)
    assert placed(shop).ship_to == ADDRESS
    assert "changed in the shop" in (placed(shop).reason or taken(shop).note)


@pytest.mark.parametrize("change", [{"cancelled": True}, {"payment": Payment.REFUNDED}])
def test_what_is_cancelled_or_paid_back_in_the_shop_is_cancelled_here(shop, bought, change):
    bought(payment=Payment.UNPAID)
    bought(**change)
    assert placed(shop).state is OrderState.CANCELLED
    assert taken(shop).state is IntakeState.CANCELLED


def test_what_was_cancelled_before_it_was_taken_is_never_placed(shop, bought):
    bought(cancelled=True)
    assert (taken(shop).state, taken(shop).order_id) == (IntakeState.CANCELLED, "")


def test_a_changed_order_is_taken_anew_once_the_first_is_cancelled_and_not_before(shop, bought, desk):
    bought(payment=Payment.UNPAID)
    first = placed(shop)
    bought(payment=Payment.UNPAID, ship_to=replace(ADDRESS, line1="2 Test Street"))
    with pytest.raises(Conflict, match="must not be made twice"):
        desk.take_anew(OPERATOR, "storefront", "1001")
    shop.orders.cancel(OPERATOR, first.id, "wrong street")
    desk.take_anew(OPERATOR, "storefront", "1001")
    shop.run()
    assert placed(shop).external_ref == "storefront:1001.2"
    assert placed(shop).ship_to.line1 == "2 Test Street"
    assert shop.orders.get(OPERATOR, first.id).state is OrderState.CANCELLED


# --- shops that are silent, slow, or told twice


def test_a_shop_whose_messages_are_lost_only_costs_time(shop, bought):
    design, _ = shop.approved()
    line = ShopLine("1", VARIANT, 2, "A sticker", design.id)
    shop.storefront.orders["1001"] = ShopOrder("1001", "#1001", Payment.PAID, shop.clock.now(), (line,), ADDRESS)
    shop.intake.schedule()
    shop.run()
    assert placed(shop).paid_at


def test_an_order_that_came_in_between_two_polls_is_read_once(shop, bought):
    bought()
    for _ in range(3):
        shop.clock.forward(900)
        shop.intake.schedule()
        shop.run()
    assert len(shop.orders.page(VIEWER).items) == 1


def test_a_shop_out_of_reach_is_asked_again(shop, bought):
    shop.storefront.out_of_reach = True
    bought()
    with pytest.raises(NotFound):
        taken(shop)
    shop.storefront.out_of_reach = False
    shop.wait(3600)
    assert placed(shop).paid_at


@pytest.mark.parametrize(
    ("where", "point"),
    [("intake", "shop_order_recorded"), ("following", "shop_order_placed"), ("following", "shop_order_noted")],
)
def test_a_crash_at_any_point_places_the_order_once(shop, bought, where, point, monkeypatch):
    def crash(here: str) -> None:
        if here == point:
            raise Crash(point)

    monkeypatch.setattr(f"pod.services.{where}.fail_at", crash)
    with pytest.raises(Crash):
        bought()
    monkeypatch.undo()
    shop.wait(3600)
    [order] = shop.orders.page(VIEWER).items
    assert order.paid_at
    assert len(shop.orders.handoffs(OPERATOR, order.id)) == 1


# --- telling the shop


def sent(shop: Bench, number: str, parcel: str) -> None:
    [handoff] = shop.orders.handoffs(OPERATOR, placed(shop).id)
    with shop.store.writing() as tx:
        tx.orders.add_shipment(DEFAULT_TENANT, Shipment(parcel, handoff.reference, "Royal Mail", number, ()))


def test_each_parcel_is_told_to_the_shop_once(shop, bought):
    bought()
    sent(shop, "RM1", "p1")
    for _ in range(3):
        shop.clock.forward(200)
        shop.intake.schedule()
        shop.run()
    sent(shop, "RM2", "p2")
    shop.intake.schedule()
    shop.run()
    assert [(o, p.tracking_number, dict(p.quantities)) for o, p in shop.storefront.parcels] == [
        ("1001", "RM1", {"1": 2}),
        ("1001", "RM2", {"1": 2}),
    ]


def test_a_parcel_that_a_crash_left_unnoted_is_not_told_twice(shop, bought, monkeypatch):
    bought()
    sent(shop, "RM1", "p1")
    monkeypatch.setattr("pod.services.shopnews.fail_at", lambda point: (_ for _ in ()).throw(Crash(point)))
    shop.intake.schedule()
    with pytest.raises(Crash):
        shop.run()
    assert len(shop.storefront.parcels) == 1
    monkeypatch.undo()
    shop.wait(3600)
    assert len(shop.storefront.parcels) == 1
    with shop.store.reading() as tx:
        assert tx.shops.told("storefront", "1001") == {"p1"}


def test_a_shop_that_cannot_be_told_is_told_later(shop, bought):
    bought()
    sent(shop, "RM1", "p1")
    shop.storefront.out_of_reach = True
    shop.intake.schedule()
    shop.run()
    shop.storefront.out_of_reach = False
    shop.wait(3600)
    assert len(shop.storefront.parcels) == 1


# --- privacy


def test_a_customer_is_erased_as_soon_as_nothing_is_sent_to_them_any_more(shop, bought):
    bought(payment=Payment.UNPAID)
    hear(shop, "redact", kind="erase_customer", orders=["1001", "unknown"])
    shop.run()
    assert placed(shop).ship_to == ADDRESS
    shop.orders.cancel(OPERATOR, placed(shop).id, "not wanted")
    shop.wait(25 * 3600)
    assert placed(shop).ship_to.line1 == "(erased)"
    assert shop.orders.page(VIEWER, q="Test Recipient").items == ()


def test_the_reprints_of_an_erased_order_are_erased_with_it(shop, bought):
    bought(payment=Payment.UNPAID)
    again = shop.reprints.reprint(OPERATOR, placed(shop).id, "It came torn.")
    shop.orders.cancel(OPERATOR, placed(shop).id, "not wanted")
    hear(shop, "redact", kind="erase_customer", orders=["1001"])
    shop.run()
    assert placed(shop).ship_to.line1 == "(erased)"
    assert shop.orders.get(OPERATOR, again.id).ship_to == ADDRESS, "it may still be sent"
    shop.orders.cancel(OPERATOR, again.id, "not wanted")
    shop.wait(25 * 3600)
    assert shop.orders.get(OPERATOR, again.id).ship_to.line1 == "(erased)"


def test_an_address_that_waits_for_a_repair_is_erased_at_once(shop, bought):
    bought(lines=(ShopLine("1", VARIANT, 1),))
    assert taken(shop).order.ship_to == ADDRESS
    hear(shop, "shop redact", kind="erase_shop")
    shop.run()
    assert taken(shop).order.ship_to is None


def test_a_customer_who_asks_for_their_data_is_put_before_a_person(shop, bought):
    bought()
    hear(shop, "data", kind="wants_data", orders=["1001"])
    shop.run()
    assert any("asks for their data: 1001" in said for said in shop.parked())


# --- files


def csv(*rows: str) -> bytes:
    head = "order,sku,quantity,design,paid,name,line1,city,country,postcode"
    return "\n".join((head, *rows)).encode()


def test_a_file_of_orders_is_taken_once_and_its_changes_are_changes(shop):
    design, _ = shop.approved()
    row = f"A-1,{VARIANT},1,{design.id},yes,Test Recipient,1 Test Street,Leeds,GB,LS1 4AB"
    for _ in range(2):
        assert shop.intake.take_file(OPERATOR, csv(row)) == ["A-1"]
        shop.run()
    [order] = shop.orders.page(VIEWER).items
    assert (order.external_ref, bool(order.paid_at)) == ("csv:A-1", True)
    shop.clock.forward(60)
    shop.intake.take_file(OPERATOR, csv(row.replace(",1,", ",4,", 1)))
    shop.run()
    assert shop.orders.get(OPERATOR, order.id).state is OrderState.ON_HOLD


def test_only_operators_bring_files(shop):
    with pytest.raises(NotAllowed):
        shop.intake.take_file(VIEWER, csv(f"A-1,{VARIANT},1,,yes,,,,,"))


def test_an_old_message_does_not_undo_a_newer_one(shop, bought):
    shop.storefront.rereads = False
    bought()
    newest = taken(shop).order.changed_at
    shop.storefront.orders["1001"] = replace(
        shop.storefront.orders["1001"], payment=Payment.UNPAID, changed_at=newest - timedelta(hours=1), cancelled=True
    )
    hear(shop, "late")
    shop.run()
    assert placed(shop).state is not OrderState.CANCELLED
