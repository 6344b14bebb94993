"""Another address for an order: at every point of its hand-off, and never by half."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from fulfillment.base import Capability, Rejected
from pod.model.errors import Conflict, NotAllowed, Problems
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.model.readdress import AddressChange, AddressState
from pod.services import handoff as handoff_module
from tests.doubles.printshop import Fault, Printshop, PrintshopSettings
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER, Bench
from tests.services.between import Between

MOVED = replace(ADDRESS, line1="2 Other Street", postcode="LS2 2AB")
ABROAD = replace(MOVED, city="Lyon", country="FR", postcode="69001")
MOST_POINTS = 40


@pytest.fixture
def drafting(open_a_shop) -> Bench:
    """Its partner makes drafts first."""
    return open_a_shop(printshop={"capability": Capability.DRAFT_THEN_CONFIRM})


def goes_to(shop: Bench) -> list[dict[str, str]]:
    """Where the partner sends what it is going to make."""
    return [o["to"] for o in shop.printshop.orders if o["reference"] in shop.printshop.to_be_made]


def change_of(shop: Bench, order: Order) -> AddressChange:
    return shop.addresses.of_order(OPERATOR, order.id)[-1]


# --- before it has left


def test_what_has_not_left_is_prepared_for_the_new_address_and_sent_there_once(shop):
    order = shop.paid()
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert goes_to(shop) == [asdict(MOVED)]
    assert shop.order(order).ship_to == MOVED
    assert shop.addresses.of_order(OPERATOR, order.id) == []


def test_what_was_prepared_for_the_old_address_is_never_sent_with_it(shop, monkeypatch):
    order = shop.paid()
    with monkeypatch.context() as context:
        context.setattr(handoff_module.HandOffs, "_send", lambda *_: handoff_module.Later(30.0, "a busy moment"))
        shop.run()
    prepared = shop.handoff(order)
    assert prepared.state is HandOffState.PREPARED
    shop.addresses.change(OPERATOR, order.id, MOVED)
    assert shop.handoff(order).state is HandOffState.WAITING
    shop.run()
    assert goes_to(shop) == [asdict(MOVED)]
    assert shop.handoff(order).payload_sha256 != prepared.payload_sha256
    assert shop.handoff(order).reference == prepared.reference


def test_the_order_asked_for_again_as_at_first_is_the_same_order_wherever_it_goes_by_now(shop):
    order = shop.placed()
    for to in (MOVED, ABROAD):
        shop.addresses.change(OPERATOR, order.id, to)
    assert shop.placed().id == order.id
    with pytest.raises(Conflict, match="another address"):
        shop.orders.place(SHOPPER, order.external_ref, MOVED, order.items)


def test_the_address_that_no_parcel_reaches_is_refused_with_all_that_is_wrong_and_nothing_changes(shop):
    order = shop.paid()
    with pytest.raises(Problems) as refused:
        shop.addresses.change(OPERATOR, order.id, replace(MOVED, city="", country="Gb", line1="No " * 30))
    assert len(refused.value.problems) == 3, "a town, a country, and the partner's own limit"
    assert shop.order(order) == order


def test_only_operators_change_an_address_and_only_what_they_have_seen(shop):
    order = shop.paid()
    for caller in (SHOPPER, VIEWER):
        with pytest.raises(NotAllowed):
            shop.addresses.change(caller, order.id, MOVED)
    with pytest.raises(Conflict, match="changed since"):
        shop.addresses.change(OPERATOR, order.id, MOVED, seen=order.revision - 1)


def test_the_same_address_again_changes_nothing(shop):
    order = shop.sent()
    assert shop.addresses.change(OPERATOR, order.id, ADDRESS) == order
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    moved = shop.order(order)
    assert shop.addresses.change(OPERATOR, order.id, MOVED) == moved
    assert change_of(shop, order).state is AddressState.CHANGED


@pytest.fixture
def two(open_a_shop, tmp_path) -> Bench:
    """A shop that has its orders routed over two partners."""
    southern = Printshop(PrintshopSettings(str(tmp_path / "southern")), name="southern")
    return open_a_shop(more_partners={"southern": southern})


def routed(shop: Bench) -> Order:
    order = shop.placed("routed-1")
    with shop.store.writing() as tx:
        tx.orders.change(tx.orders.get(order.tenant_id, order.id), OPERATOR, "nobody is named", partner="")
    return shop.orders.mark_paid(OPERATOR, order.id)


def test_another_country_has_the_rules_choose_anew_and_says_why(two, monkeypatch):
    order = routed(two)
    monkeypatch.setattr(handoff_module.HandOffs, "_send", lambda *_: handoff_module.Later(30.0, "a busy moment"))
    two.run()
    assert len(two.routes.of(OPERATOR, order.id)) == 1
    two.clock.forward(1)
    two.addresses.change(OPERATOR, order.id, ABROAD)
    two.run()
    assert [r.reason for r in two.routes.of(OPERATOR, order.id)][1:] == ["it goes to FR now, and went to GB"]
    assert two.order(order).wish is None
    monkeypatch.undo()
    two.wait(60)
    assert [h.state for h in two.orders.handoffs(OPERATOR, order.id)].count(HandOffState.ACCEPTED) == 1


def test_the_next_street_keeps_the_route(two):
    order = routed(two)
    two.addresses.change(OPERATOR, order.id, MOVED)
    two.run()
    assert len(two.routes.of(OPERATOR, order.id)) == 1


# --- after it has left


def test_what_its_partner_can_change_is_asked_for_and_read_back(shop):
    order = shop.sent()
    shop.addresses.change(OPERATOR, order.id, MOVED)
    assert change_of(shop, order).state is AddressState.REQUESTED
    shop.run()
    assert (change_of(shop, order).state, change_of(shop, order).was) == (AddressState.CHANGED, ADDRESS)
    assert goes_to(shop) == [asdict(MOVED)]


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_a_change_whose_answer_was_lost_is_looked_up_and_asked_for_again_where_it_is_not_there(shop, fault):
    order = shop.sent()
    shop.printshop.changes.append(fault)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert change_of(shop, order).state is AddressState.REQUESTED
    shop.wait(60)
    assert change_of(shop, order).state is AddressState.CHANGED
    assert goes_to(shop) == [asdict(MOVED)]


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_an_address_that_changes_while_nobody_knows_whether_it_arrived(open_a_shop, fault):
    shop = open_a_shop(printshop={"settle_s": 30.0})
    shop.printshop.submits.append(fault)
    order = shop.paid()
    shop.run()
    assert shop.handoff(order).state is HandOffState.UNKNOWN
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(120)
    assert goes_to(shop) == [asdict(MOVED)]
    assert len(shop.printshop.orders) == 1
    assert change_of(shop, order).state is AddressState.CHANGED


def test_what_is_being_made_is_refused_aloud_with_the_way_out(shop):
    order = shop.sent()
    shop.printshop.says(shop.handoff(order).reference, HandOffState.IN_PRODUCTION)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert change_of(shop, order).state is AddressState.REFUSED
    held = shop.order(order)
    assert held.state is OrderState.ON_HOLD
    assert "Cancel it and order it anew, or write to printshop" in held.reason
    assert goes_to(shop) == [asdict(ADDRESS)]
    shop.orders.release(OPERATOR, order.id)
    shop.wait(7200)
    assert shop.order(order).state is OrderState.IN_PROGRESS, "once a person has read it, it is not held again"


def test_what_is_accepted_where_no_draft_is_made_is_followed_when_its_address_is_refused(shop):
    order = shop.sent()
    shop.printshop.changes.append(Fault.REFUSED)
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    assert (shop.handoff(order).state, shop.order(order).state) == (HandOffState.ACCEPTED, OrderState.ON_HOLD)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.wait(7200)
    assert shop.handoff(order).state is HandOffState.SHIPPED


def test_what_has_left_by_the_parcel_cannot_be_sent_elsewhere(shop):
    order = shop.sent()
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.handoffs.look_up(OPERATOR, shop.handoff(order).reference)
    with pytest.raises(Conflict, match="no longer be changed"):
        shop.addresses.change(OPERATOR, order.id, MOVED)
    assert shop.order(order).ship_to == ADDRESS


def test_a_draft_whose_new_address_is_refused_is_held_and_not_confirmed(drafting):
    drafting.printshop.confirms.append(Fault.NOT_READY)
    order = drafting.paid()
    drafting.run()
    drafting.printshop.changes.append(Fault.REFUSED)
    drafting.addresses.change(OPERATOR, order.id, MOVED)
    drafting.wait(300)
    assert drafting.handoff(order).state is HandOffState.ON_HOLD
    assert "unicorns" in drafting.handoff(order).reason
    assert goes_to(drafting) == []
    drafting.orders.hand_off(OPERATOR, order.id)
    drafting.wait(300)
    assert goes_to(drafting) == [asdict(MOVED)], "let go on by hand, it is asked for once more, and only then confirmed"


def test_where_a_draft_cannot_be_changed_it_is_withdrawn_and_sent_once_more(drafting):
    drafting.printshop.changes_addresses = False
    drafting.printshop.confirms.append(Fault.NOT_READY)
    order = drafting.paid()
    drafting.run()
    drafting.addresses.change(OPERATOR, order.id, MOVED)
    drafting.wait(300)
    states = {h.state: h for h in drafting.orders.handoffs(OPERATOR, order.id)}
    assert set(states) == {HandOffState.CANCELLED, HandOffState.CONFIRMED}
    second = states[HandOffState.CONFIRMED]
    assert goes_to(drafting) == [asdict(MOVED)]
    assert change_of(drafting, order).reason == f"sent anew as {second.reference}"


def test_an_order_that_is_cancelled_while_it_is_withdrawn_is_not_sent_once_more(drafting):
    drafting.printshop.changes_addresses = False
    drafting.printshop.confirms.append(Fault.NOT_READY)
    order = drafting.paid()
    drafting.run()
    drafting.addresses.change(OPERATOR, order.id, MOVED)
    drafting.printshop.cancels.append(Fault.REQUEST_LOST)
    drafting.run()
    assert change_of(drafting, order).state is AddressState.WITHDRAWN
    drafting.orders.cancel(OPERATOR, order.id)
    drafting.wait(300)
    assert drafting.order(order).state is OrderState.CANCELLED
    assert len(drafting.orders.handoffs(OPERATOR, order.id)) == 1
    assert goes_to(drafting) == []


# --- at any point


@pytest.mark.parametrize("changes_addresses", [True, False])
def test_a_change_at_any_point_of_a_hand_off_ends_with_one_parcel_to_the_new_address(drafting, changes_addresses):
    """Or, when the draft was confirmed before anybody asked, with one to the old, and a person who has been told."""
    drafting.printshop.changes_addresses = changes_addresses
    points, asked_too_late = met_at_every_point(drafting)
    assert points > 10
    assert asked_too_late
    assert min(asked_too_late) > 10, "as long as it is a draft it is never too late"


def met_at_every_point(shop: Bench) -> tuple[int, list[int]]:
    late = list[int]()
    # nothing is done between the end of one transaction or call and the beginning of the next: every other one is enough
    for at in range(1, MOST_POINTS, 2):
        order = shop.paid(f"shop-{at}")
        with pytest.MonkeyPatch.context() as monkeypatch:
            between = Between(shop, monkeypatch, at, lambda order=order: moves(shop, order))
            shop.run()
        if between.passed < at:
            return between.passed, late
        shop.wait(120)
        if ends(shop, order) == asdict(ADDRESS):
            assert change_of(shop, order).state is AddressState.REFUSED, f"point {at}"
            assert shop.order(order).state is OrderState.ON_HOLD, f"point {at}"
            late.append(at)
    raise AssertionError("there are more points than that")


def moves(shop: Bench, order: Order) -> None:
    shop.addresses.change(OPERATOR, order.id, MOVED)


def ends(shop: Bench, order: Order) -> dict[str, str]:
    """Where the one parcel of an order goes."""
    ours = {h.reference for h in shop.orders.handoffs(OPERATOR, order.id)}
    [there] = [o for o in shop.printshop.orders if o["reference"] in ours & set(shop.printshop.to_be_made)]
    return dict(there["to"])


def test_control_a_draft_that_is_confirmed_without_a_look_goes_to_the_old_address(
    drafting, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(handoff_module, "to_be_asked", lambda *_: False)
    drafting.printshop.confirms.append(Fault.NOT_READY)
    order = drafting.paid()
    drafting.run()
    moves(drafting, order)
    drafting.wait(300)
    assert goes_to(drafting) == [asdict(ADDRESS)], "the naive one is caught"
    assert drafting.order(order).ship_to == MOVED


# --- whose address it is


def test_neither_the_history_nor_the_answer_holds_an_address_and_both_are_erased(shop: Bench):
    order = shop.sent()
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.run()
    told = [row.note for row in shop.orders.history(OPERATOR, order.id)]
    told += [row.note for row in shop.orders.history(OPERATOR, shop.handoff(order).reference)]
    assert "address changed" in told
    assert not [note for note in told if "Street" in note]
    with shop.store.writing() as tx:
        tx.customers.erase(order.id, OPERATOR)
    assert "Street" not in change_of(shop, order).was.line1


@pytest.mark.parametrize("changes_addresses", [True, False])
def test_what_is_refused_while_its_address_changes_goes_to_the_new_one_and_is_not_asked_about_again(
    shop, changes_addresses
):
    """Its partner shows nobody where an order goes."""
    shop.printshop.changes_addresses = changes_addresses
    shop.printshop.goes_to = lambda *_: False
    order, submit = shop.paid(), shop.printshop.submit

    def refusing(payload):
        moves(shop, order)
        return Rejected("no paper today")

    shop.printshop.submit = refusing
    shop.run()
    assert shop.handoff(order).state is HandOffState.REJECTED
    shop.printshop.submit = submit
    shop.printshop.still_open = lambda there: pytest.fail("it has that address already")
    shop.orders.hand_off(OPERATOR, order.id)
    shop.run()
    assert goes_to(shop) == [asdict(MOVED)]
    assert change_of(shop, order).state is AddressState.CHANGED
    assert len(shop.orders.handoffs(OPERATOR, order.id)) == 1
