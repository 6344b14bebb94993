"""Where an order goes: the best by the rules, split where it has to be, elsewhere when it is refused, and never to two."""

from __future__ import annotations

import json

import pytest

from fulfillment.base import NotSent, Rejected
from fulfillment.routingrules import routing_book
from pod.model.errors import Conflict, InputRefused, NotAllowed
from pod.model.handoff import HandOffState
from pod.model.health import FAILURES_IN_A_ROW, LONGEST_PAUSE
from pod.model.order import Order, OrderItem, OrderState
from pod.model.routing import Routing
from pod.services.handoffsteps import BY_POD
from pod.services.partnercare import PartnerCare
from tests.doubles.house import House
from tests.doubles.printshop import Fault
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, VIEWER, Bench

MANY, FEW = 7, 2
"""Quantities by which the lines of a test are told apart."""


@pytest.fixture
def houses(tmp_path):
    return {name: House(tmp_path / "houses", name) for name in ("northern", "southern")}


@pytest.fixture
def shop(open_a_shop, houses):
    """Two houses, and the print shop of the bench, which makes nothing here."""
    shop = open_a_shop(more_partners=houses)
    shop.printshop.validate = lambda order: [InputRefused("not_offered", "We make nothing.", "Ask another.")]
    return shop


def order(shop: Bench, *quantities: int, partner: str = "") -> Order:
    _, version = shop.approved()
    items = [OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", n) for n in quantities or (FEW,)]
    placed, _ = shop.orders.place(SHOPPER, "shop-1", ADDRESS, items, partner)
    return shop.orders.mark_paid(OPERATOR, placed.id)


def live(shop: Bench, order: Order) -> dict[str, str]:
    return {
        h.partner: h.state.value
        for h in shop.orders.handoffs(OPERATOR, order.id)
        if h.state is not HandOffState.CANCELLED
    }


def made(*houses: House) -> list[int]:
    return [len(house.orders) for house in houses]


def decided(shop: Bench, order: Order, reason: str) -> Routing:
    return next(r for r in shop.routes.of(OPERATOR, order.id) if r.reason == reason)


# --- which


def test_where_there_is_one_partner_nothing_is_chosen(open_a_shop):
    shop = open_a_shop()
    taken = order(shop)
    assert taken.partner == "printshop"
    shop.run()
    assert live(shop, taken) == {"printshop": "accepted"}
    assert shop.routes.of(OPERATOR, taken.id) == []


def test_the_cheapest_gets_it_and_every_measure_is_kept(shop, houses):
    houses["southern"].each = 8.0
    taken = order(shop)
    shop.run()
    assert live(shop, taken) == {"southern": "accepted"}
    [routing] = shop.routes.of(OPERATOR, taken.id)
    best, other = routing.ways
    assert ([g.partner for g in best.groups], best.why_not) == (["southern"], "")
    assert best.groups[0].reference == shop.handoff(taken).reference
    assert (str(best.score), str(other.score)) == ("20.00 USD", "24.00 USD")
    assert other.why_not == "24.00 USD against 20.00 USD with everything weighed"
    assert routing.why == "southern: 20.00 USD with everything weighed; the next is 24.00 USD"
    [line] = routing.lines
    assert line.of("printshop").unfit == ("We make nothing. Ask another.",)
    assert str(line.of("northern").price) == "24.00 USD"


@pytest.mark.parametrize(
    ("southern", "why"),
    [
        ({"each": 9.0, "days": (3, 12)}, "twelve days more are worth more than two dollars"),
        ({"each": 9.0, "made_in": ("US",)}, "it comes from far away, and is two dollars cheaper"),
        ({"each": 1.0, "currency": "XTS"}, "nobody knows what that money is worth"),
    ],
)
def test_what_is_cheap_and_worse_is_not_taken(shop, houses, southern, why):
    houses["northern"].made_in = ("GB",)
    for name, value in southern.items():
        setattr(houses["southern"], name, value)
    taken = order(shop)
    shop.run()
    assert live(shop, taken) == {"northern": "accepted"}, why


def test_a_shops_own_rules_win_and_a_tenants_own_over_them(open_a_shop, houses, tmp_path):
    own = tmp_path / "routing.toml"
    own.write_text(
        '[[rules]]\nnever = ["northern"]\nsource = "ours"\nchecked_on = 2026-11-26\n'
        '[[rules]]\ntenant = "main"\nnever = []\nprefer = ["southern"]\nsource = "ours"\nchecked_on = 2026-11-26\n'
        "[rules.rates]\nEUR = 1.1\n"
    )
    book = routing_book(str(own))
    assert (book.for_all.never, book.of("main").never, book.of("main").prefer) == (("northern",), (), ("southern",))
    assert (book.of("main").rates, book.of("main").weights) == ({"EUR": 1.1}, routing_book().for_all.weights)
    shop = open_a_shop(more_partners=houses, routing=book)
    taken = order(shop)
    shop.run()
    assert "southern" in live(shop, taken), "the same price, and it is preferred"


# --- how many


def test_lines_that_no_single_partner_makes_are_split_and_the_order_follows_all(shop, houses):
    houses["northern"].makes = lambda item: item.quantity == MANY
    houses["southern"].makes = lambda item: item.quantity == FEW
    taken = order(shop, MANY, FEW)
    shop.run()
    assert live(shop, taken) == {"northern": "accepted", "southern": "accepted"}
    first, second = shop.orders.handoffs(OPERATOR, taken.id)
    assert first.reference != second.reference
    assert {*first.item_ids, *second.item_ids} == {item.id for item in taken.items}
    houses[first.partner].says(first.reference, HandOffState.SHIPPED)
    shop.wait(7200)
    assert shop.order(taken).state is OrderState.IN_PROGRESS
    houses[second.partner].says(second.reference, HandOffState.SHIPPED)
    shop.wait(7200)
    assert shop.order(taken).state is OrderState.DONE


@pytest.mark.parametrize(("surcharge", "parcels"), [(0.3, 1), (5.0, 2)])
def test_an_order_is_parted_only_where_that_is_worth_a_second_parcel(shop, houses, monkeypatch, surcharge, parcels):
    """Each house is cheaper for one of the lines: by a little, or by a lot."""
    for name, mine in (("northern", MANY), ("southern", FEW)):
        house, plain = houses[name], houses[name].quote

        def dearer(asked, plain=plain, mine=mine):
            told = plain(asked)
            extra = sum(round(surcharge * 1e6) for item in asked.items if item.quantity != mine)
            return type(told)(type(told.cost)(told.cost.micros + extra), told.shipping)

        monkeypatch.setattr(house, "parcel", 1.0)
        monkeypatch.setattr(house, "quote", dearer)
    taken = order(shop, MANY, FEW)
    shop.run()
    assert len(live(shop, taken)) == parcels


# --- the second choice


def test_what_is_refused_goes_to_the_next_once_the_first_has_surely_come_to_nothing(shop, houses):
    houses["southern"].each = 8.0
    houses["southern"].submits.append(Fault.REFUSED)
    taken = order(shop)
    shop.run()
    ended = {h.partner: (h.state.value, h.refused) for h in shop.orders.handoffs(OPERATOR, taken.id)}
    assert ended == {"southern": ("cancelled", "We do not print unicorns."), "northern": ("accepted", "")}
    assert made(houses["southern"], houses["northern"]) == [0, 1]
    assert shop.order(taken).state is OrderState.IN_PROGRESS
    decision = decided(shop, taken, "southern has refused it: We do not print unicorns.")
    assert decision.lines[0].of("southern").unfit == ("it has refused this line already",)
    assert shop.parked() == []


def test_what_was_refused_and_is_there_all_the_same_goes_nowhere_else(shop, houses):
    """The partner says no, and has it: nobody knows what it will do."""
    southern = houses["southern"]
    southern.each = 8.0
    submit = southern.submit
    southern.submit = lambda asked: (submit(asked), Rejected("We do not print unicorns."))[-1]
    taken = order(shop)
    shop.wait(3600)
    assert live(shop, taken) == {"southern": "rejected"}
    assert made(southern, houses["northern"]) == [1, 0]
    assert "still to be seen at southern" in shop.parked()[-1]


def test_a_hand_off_without_an_answer_is_never_sent_to_another(shop, houses):
    houses["southern"].each = 8.0
    houses["southern"].submits.append(Fault.ANSWER_LOST)
    houses["southern"].away = True
    taken = order(shop)
    shop.wait(3 * 3600)
    assert made(houses["southern"], houses["northern"]) == [1, 0]
    with pytest.raises(Conflict) as refused:
        _unheld(shop, taken)
    assert refused.value.code == "too_late"
    assert made(houses["southern"], houses["northern"]) == [1, 0]


def _unheld(shop: Bench, taken: Order) -> None:
    """What was held without an answer goes on by a look-up: the order is chosen for while it is unknown."""
    shop.orders.hand_off(OPERATOR, taken.id)
    shop.routes.choose(OPERATOR, taken.id, "northern", "Southern does not answer.")


def test_what_nobody_can_make_is_held_with_what_each_has_said(shop, houses):
    for house in houses.values():
        house.makes = lambda _: False
    taken = order(shop)
    shop.run()
    held = shop.order(taken)
    assert held.state is OrderState.ON_HOLD
    assert "northern: northern does not make sticker-4in/4in/white" in held.reason
    assert "southern: southern does not make sticker-4in/4in/white" in held.reason
    houses["northern"].makes = lambda _: True
    shop.orders.release(OPERATOR, taken.id)
    shop.run()
    assert live(shop, taken) == {"northern": "accepted"}


def test_one_that_does_not_answer_is_passed_over_and_waited_for_where_it_is_the_only_one(shop, houses):
    houses["southern"].each, houses["southern"].silent = 1.0, True
    first = order(shop)
    shop.run()
    assert live(shop, first) == {"northern": "accepted"}
    [routing] = shop.routes.of(OPERATOR, first.id)
    assert routing.lines[0].of("southern").away
    houses["northern"].makes = lambda _: False
    _, version = shop.approved()
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 2)
    second, _ = shop.orders.place(SHOPPER, "shop-2", ADDRESS, [item])
    shop.orders.mark_paid(OPERATOR, second.id)
    shop.wait(120)
    assert (shop.order(second).state, live(shop, second)) == (OrderState.PAID, {})
    houses["southern"].silent = False
    shop.wait(300)
    assert live(shop, second) == {"southern": "accepted"}


# --- an operator's word


def test_several_lines_do_not_wait_for_ever_for_one_that_has_failed_and_is_asked_by_one_at_a_time(shop, houses):
    houses["southern"].makes = lambda _: False
    care = PartnerCare(shop.tools)
    for _ in range(FAILURES_IN_A_ROW):
        care.heard("northern", NotSent("No route."))
    shop.clock.forward(LONGEST_PAUSE.total_seconds())
    taken = order(shop, MANY, FEW)
    shop.wait(3600)
    held = shop.order(taken)
    assert (held.state, "is asked by one at a time" in held.reason) == (OrderState.ON_HOLD, True)
    care.answered("northern")
    shop.orders.release(OPERATOR, taken.id)
    shop.run()
    assert live(shop, taken) == {"northern": "accepted"}


def test_an_operator_sends_what_has_not_left_to_another_partner_with_a_reason(shop, houses):
    houses["southern"].each = 8.0
    houses["southern"].submits.extend([Fault.NOT_SENT] * 99)
    taken = order(shop)
    shop.run()
    shop.routes.choose(OPERATOR, taken.id, "northern", "Southern moves house this week.")
    houses["southern"].submits.clear()
    shop.wait(120)
    assert live(shop, taken) == {"northern": "accepted"}
    assert made(houses["southern"], houses["northern"]) == [0, 1]
    assert decided(shop, taken, "Southern moves house this week.").actor == OPERATOR.actor
    assert (shop.order(taken).partner, shop.order(taken).wish) == ("northern", None)


def test_what_a_partner_has_stays_there_whatever_an_operator_says(shop, houses):
    taken = order(shop)
    shop.run()
    with pytest.raises(Conflict) as refused:
        shop.routes.choose(OPERATOR, taken.id, "southern", "I like it better.")
    assert refused.value.code == "too_late"
    assert "northern has job" in str(refused.value)


def test_a_choice_needs_an_operator_a_reason_and_a_partner_that_there_is(shop):
    taken = order(shop)
    with pytest.raises(NotAllowed):
        shop.routes.choose(VIEWER, taken.id, "northern", "because")
    with pytest.raises(InputRefused, match="needs a reason"):
        shop.routes.choose(OPERATOR, taken.id, "northern", " ")
    with pytest.raises(InputRefused, match="no partner “eastern”"):
        shop.routes.choose(OPERATOR, taken.id, "eastern", "because")


@pytest.mark.parametrize(("to", "parcels"), [("together", 1), ("split", 2)])
def test_an_operator_keeps_an_order_together_or_splits_it(shop, houses, to, parcels):
    for name, mine in (("northern", MANY), ("southern", FEW)):
        house = houses[name]
        plain = house.quote
        house.quote = lambda asked, plain=plain, mine=mine: plain(asked) if _only(asked, mine) else _dear(plain(asked))
    _, version = shop.approved()
    items = [OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", n) for n in (MANY, FEW)]
    placed, _ = shop.orders.place(SHOPPER, "shop-1", ADDRESS, items)
    shop.routes.choose(OPERATOR, placed.id, to, "The buyer has asked for it.")
    shop.orders.mark_paid(OPERATOR, placed.id)
    shop.run()
    assert len(live(shop, placed)) == parcels


def _only(asked, quantity: int) -> bool:
    return all(item.quantity == quantity for item in asked.items)


def _dear(told):
    return type(told)(told.cost + told.cost, told.shipping)


def test_a_partner_that_an_operator_wants_and_that_cannot_leaves_the_order_on_hold_where_it_was(shop, houses):
    houses["northern"].makes = lambda _: False
    houses["southern"].submits.extend([Fault.NOT_SENT] * 99)
    taken = order(shop)
    shop.run()
    shop.routes.choose(OPERATOR, taken.id, "northern", "They are nearer.")
    shop.wait(60)
    [handoff] = shop.orders.handoffs(OPERATOR, taken.id)
    assert (handoff.partner, handoff.state, handoff.held_by) == ("southern", "on_hold", BY_POD)
    assert "northern cannot make" in handoff.reason
    assert handoff.held_until is not None
    assert made(*houses.values()) == [0, 0]


# --- a part of it ends


def parted(shop: Bench, houses: dict[str, House]) -> Order:
    """One line at each house, by its quantity."""
    houses["northern"].makes = lambda item: item.quantity == MANY
    houses["southern"].makes = lambda item: item.quantity == FEW
    return order(shop, MANY, FEW)


def test_what_was_cancelled_of_a_split_order_is_not_placed_anew(shop, houses):
    """One line has not left, and the other is asked back by its job meanwhile."""
    houses["southern"].submits.extend([Fault.NOT_SENT] * 99)
    taken = parted(shop, houses)
    shop.run()
    houses["southern"].submits.clear()
    shop.orders.cancel(OPERATOR, taken.id, "changed their mind")
    shop.wait(3600)
    assert (live(shop, taken), shop.order(taken).state) == ({}, OrderState.CANCELLED)
    assert made(houses["southern"]) == [0]


def test_what_one_partner_has_shipped_does_not_keep_the_rest_from_being_cancelled(shop, houses):
    taken = parted(shop, houses)
    shop.run()
    of_north = next(h for h in shop.orders.handoffs(OPERATOR, taken.id) if h.partner == "northern")
    houses["northern"].says(of_north.reference, HandOffState.SHIPPED)
    shop.wait(7200)
    shop.orders.cancel(OPERATOR, taken.id, "changed their mind")
    shop.wait(3600)
    assert live(shop, taken) == {"northern": "shipped"}
    assert shop.order(taken).state is OrderState.DONE
    assert houses["southern"].to_be_made == []


def test_a_refusal_is_told_of_once_no_other_partner_is_left(shop, houses):
    for house in houses.values():
        house.submits.append(Fault.REFUSED)
    taken = order(shop)
    shop.run()
    assert sorted(h.state for h in shop.orders.handoffs(OPERATOR, taken.id)) == ["cancelled", "rejected"]
    [left] = [h for h in shop.orders.handoffs(OPERATOR, taken.id) if h.state is HandOffState.REJECTED]
    assert told_of_refusals(shop) == [left.reference]


def told_of_refusals(shop: Bench) -> list[str]:
    with shop.store.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT payload FROM jobs WHERE kind = 'tell'").scalars().all()
    said = [json.loads(payload) for payload in found]
    return [told["reference"] for told in said if told["event"] == "refused"]
