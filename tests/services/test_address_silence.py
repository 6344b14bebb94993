"""A partner that says nothing about another address: a person is told in time, and nothing is decided by waiting."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from fulfillment.base import Accepted, Capability
from pod.model.errors import Conflict, NotAllowed
from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.model.readdress import AddressChange, AddressDecision, AddressState
from pod.services.desk import Desk
from pod.services.handoffsteps import HOLD_DEADLINE, UNCLEAR_S
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, VIEWER, Bench
from tests.services.test_addresses import MOVED, change_of, goes_to

DAY_S = 86_400.0
A_WHILE_S = UNCLEAR_S + 120.0


@pytest.fixture
def drafting(open_a_shop) -> Bench:
    return open_a_shop(printshop={"capability": Capability.DRAFT_THEN_CONFIRM})


def drafted(shop: Bench) -> Order:
    shop.printshop.confirms.append(Fault.NOT_READY)
    order = shop.paid()
    shop.run()
    return order


def left_unanswered(shop: Bench, order: Order) -> AddressChange:
    shop.printshop.is_silent_about("change_address")
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(A_WHILE_S)
    return change_of(shop, order)


def test_a_change_that_is_not_answered_is_a_persons_with_reason_owner_deadline_and_the_ways_out(shop):
    order = shop.sent()
    change = left_unanswered(shop, order)
    held = shop.order(order)
    assert (change.state, held.state) == (AddressState.UNANSWERED, OrderState.ON_HOLD)
    assert change.silent_since is not None
    assert change.held_until is not None
    assert timedelta(0) < change.held_until - change.silent_since - HOLD_DEADLINE < timedelta(seconds=A_WHILE_S)
    for said in ("since 20", "The connection was cut.", "Call printshop", "ask again", "former address", "cancel"):
        assert said in held.reason, held.reason
    desk = Desk(shop.tools)
    [case] = desk.order(OPERATOR, order.id).handoffs
    assert "decide_address" in case.may
    assert [row.order.id for group in desk.waiting(OPERATOR).orders for row in group.rows] == [order.id]


def test_before_the_deadline_nobody_is_bothered(shop):
    order = shop.sent()
    shop.printshop.is_silent_about("change_address")
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(UNCLEAR_S - 60)
    assert (change_of(shop, order).state, shop.order(order).state) == (AddressState.REQUESTED, OrderState.IN_PROGRESS)


def test_it_never_releases_itself_and_is_asked_on_seldom(shop):
    order = shop.sent()
    left_unanswered(shop, order)
    asked = shop.printshop.is_silent_about("change_address")
    shop.wait(DAY_S)
    assert 20 <= len(asked) <= 25, "about once an hour: neither never nor always"
    assert (change_of(shop, order).state, shop.order(order).state) == (AddressState.UNANSWERED, OrderState.ON_HOLD)


def test_an_answer_that_comes_late_is_read_and_the_order_waits_for_its_release_all_the_same(shop):
    order = shop.sent()
    left_unanswered(shop, order)
    shop.printshop.answers("change_address")
    shop.wait(2 * 3600)
    assert change_of(shop, order).state is AddressState.CHANGED
    held = shop.order(order)
    assert held.state is OrderState.ON_HOLD
    assert "it goes to the new address. Release the order." in held.reason
    assert goes_to(shop) == [asdict(MOVED)]


def test_a_partner_that_cannot_be_reached_at_all_is_told_of_too(shop):
    order = shop.sent()
    shop.printshop.away = True
    shop.addresses.change(OPERATOR, order.id, MOVED)
    shop.wait(2 * A_WHILE_S)
    assert change_of(shop, order).state is AddressState.UNANSWERED, "behind a closed door, too"
    shop.printshop.away = False
    shop.wait(2 * 3600)
    assert change_of(shop, order).state is AddressState.CHANGED


def test_a_partner_that_is_no_longer_set_up_is_told_of_too(shop):
    order = shop.sent()
    shop.tools.partners.pop("printshop")
    with shop.store.writing() as tx:
        tx.address_changes.readdress(tx.orders.lock(order.tenant_id, order.id), MOVED, OPERATOR)
        tx.address_changes.ask(tx.orders.handoff(order.tenant_id, shop.handoff(order).reference), ADDRESS, OPERATOR)
    shop.wait(2 * 3600)
    assert change_of(shop, order).state is AddressState.UNANSWERED
    assert "not set up" in shop.order(order).reason


def test_a_draft_is_not_confirmed_meanwhile_nor_by_a_release_alone(drafting):
    order = drafted(drafting)
    left_unanswered(drafting, order)
    drafting.orders.release(OPERATOR, order.id)
    drafting.wait(DAY_S)
    assert goes_to(drafting) == []
    assert drafting.order(order).state is OrderState.ON_HOLD, "nobody has decided, and it is held once more"


def test_what_is_being_made_goes_on_when_it_is_released_and_is_not_held_again(shop):
    order = shop.sent()
    left_unanswered(shop, order)
    shop.orders.release(OPERATOR, order.id)
    shop.wait(DAY_S)
    assert shop.order(order).state is OrderState.IN_PROGRESS
    assert change_of(shop, order).state is AddressState.UNANSWERED, "and it can be read that nobody has said so"


def test_news_is_read_while_nothing_is_said_about_the_address(shop):
    order = shop.sent()
    left_unanswered(shop, order)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.SHIPPED)
    shop.wait(2 * 3600)
    assert shop.handoff(order).state is HandOffState.SHIPPED
    assert change_of(shop, order).state is AddressState.REFUSED, "what has left goes where it was sent"


def test_a_person_has_it_asked_again_and_gets_as_long_an_answer_as_at_first(drafting):
    order = drafted(drafting)
    change = left_unanswered(drafting, order)
    drafting.addresses.decide(OPERATOR, order.id, change.reference, AddressDecision.ASK_AGAIN)
    again = change_of(drafting, order)
    assert (again.state, again.silent_since, again.held_until) == (AddressState.REQUESTED, None, None)
    drafting.printshop.answers("change_address")
    drafting.run()
    assert change_of(drafting, order).state is AddressState.CHANGED
    assert goes_to(drafting) == [], "still held"
    drafting.orders.release(OPERATOR, order.id)
    drafting.wait(300)
    assert goes_to(drafting) == [asdict(MOVED)]


def test_by_a_persons_word_a_draft_goes_to_its_former_address_once_the_order_is_released(drafting):
    order = drafted(drafting)
    change = left_unanswered(drafting, order)
    drafting.addresses.decide(OPERATOR, order.id, change.reference, AddressDecision.FORMER, "said so on the phone")
    drafting.wait(300)
    assert goes_to(drafting) == []
    drafting.orders.release(OPERATOR, order.id)
    drafting.wait(300)
    assert goes_to(drafting) == [asdict(ADDRESS)]
    assert change_of(drafting, order).reason == "said so on the phone"


def test_a_draft_that_was_changed_all_the_same_is_not_confirmed_as_the_former(drafting):
    order = drafted(drafting)
    change = left_unanswered(drafting, order)
    drafting.addresses.decide(OPERATOR, order.id, change.reference, AddressDecision.FORMER)
    drafting.printshop.answers("change_address")
    drafting.printshop.change_address(drafting.printshop.find(change.reference), MOVED)
    drafting.orders.release(OPERATOR, order.id)
    drafting.wait(300)
    assert goes_to(drafting) == []
    assert "changed it to the new one all the same" in drafting.handoff(order).reason
    drafting.addresses.decide(OPERATOR, order.id, change.reference, AddressDecision.ASK_AGAIN)
    drafting.orders.hand_off(OPERATOR, order.id)
    drafting.wait(300)
    assert goes_to(drafting) == [asdict(MOVED)]


def test_the_word_of_a_person_in_the_midst_of_a_question_is_not_overtaken_by_its_answer(drafting):
    order = drafted(drafting)
    change = left_unanswered(drafting, order)

    def meanwhile(there, to):
        drafting.addresses.decide(OPERATOR, order.id, change.reference, AddressDecision.FORMER)
        return Accepted(there.partner_order_id, there.state)

    drafting.printshop.change_address = meanwhile
    drafting.wait(2 * 3600)
    assert change_of(drafting, order).state is AddressState.FORMER


def test_only_operators_decide_and_only_what_is_open(shop):
    order = shop.sent()
    reference = shop.handoff(order).reference
    with pytest.raises(Conflict, match="Nothing is to be decided"):
        shop.addresses.decide(OPERATOR, order.id, reference, AddressDecision.FORMER)
    left_unanswered(shop, order)
    with pytest.raises(NotAllowed):
        shop.addresses.decide(VIEWER, order.id, reference, AddressDecision.FORMER)
    seen = shop.order(order).revision - 1
    with pytest.raises(Conflict, match="changed since"):
        shop.addresses.decide(OPERATOR, order.id, reference, AddressDecision.FORMER, seen=seen)


def test_yet_another_address_begins_anew(shop):
    order = shop.sent()
    left_unanswered(shop, order)
    shop.addresses.change(OPERATOR, order.id, replace(MOVED, line1="3 Third Street"))
    anew = change_of(shop, order)
    assert (anew.state, anew.silent_since, anew.was) == (AddressState.REQUESTED, None, ADDRESS)


def test_what_surely_never_left_is_prepared_for_the_new_address_and_goes_out_by_itself(shop):
    order, submit = shop.paid(), shop.printshop.submit
    tried = []

    def nowhere_and_then_there(payload):
        tried.append(payload)
        if len(tried) > 1:
            return submit(payload)
        shop.addresses.change(OPERATOR, order.id, MOVED)
        shop.printshop.submits.append(Fault.NOT_SENT)
        return submit(payload)

    shop.printshop.submit = nowhere_and_then_there
    shop.wait(120)
    assert goes_to(shop) == [asdict(MOVED)]
    assert shop.handoff(order).state is HandOffState.ACCEPTED
    assert [t.ship_to for t in tried] == [ADDRESS, MOVED]
    assert len({t.reference for t in tried}) == 1, "the same name"
    assert change_of(shop, order).state is AddressState.CHANGED
