"""A cancel where nobody here can know whether it was sent: a partner that cannot be asked has not said that it has nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from fulfillment.manual import Manual, ManualSettings
from fulfillment.routingrules import routing_book
from pod.model.caller import DEFAULT_TENANT, Caller, Role, shop_caller
from pod.model.handoff import HandOff, HandOffState
from pod.model.order import Order, OrderItem, OrderState
from pod.model.restore import WATCHED
from pod.services import handoff
from pod.services.handoffjobs import new_handoff
from pod.services.handoffsteps import UNCLEAR_S
from pod.services.openverbs import handoff_verbs
from pod.services.restoring import Restoring
from tests.doubles.house import House
from tests.services.bench import ADDRESS, OPERATOR, SHOPPER, Bench

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
SHOP = shop_caller("storefront")
"""Who cancels here what was cancelled in its shop."""


@pytest.fixture(autouse=True)
def no_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handoff, "drawn_papers", lambda payload, folder: ())


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return tmp_path / "press"


@pytest.fixture
def pod(open_a_shop: Callable[..., Bench], press: Path) -> Bench:
    """With a hot folder."""
    return open_a_shop(more_partners={"manual": Manual(ManualSettings(str(press)))})


def bought(bench: Bench, partner: str = "") -> Order:
    version = bench.approved()[1]
    item = OrderItem("", version.id, "sticker-4in", "sticker-4in/4in/white", 1)
    return bench.orders.place(SHOPPER, "one", ADDRESS, [item], partner)[0]


def paid(bench: Bench, partner: str = "") -> Order:
    return bench.orders.mark_paid(OPERATOR, bought(bench, partner).id)


def brought_back(bench: Bench) -> None:
    bench.clock.forward(1)
    Restoring(bench.tools).begin(ADMIN, bench.clock.now())
    bench.clock.forward(1)


def cancelled_by(bench: Bench, caller: Caller, order: Order) -> tuple[OrderState, HandOff]:
    bench.orders.cancel(caller, order.id, "changed my mind")
    bench.run()
    return bench.order(order).state, bench.handoff(order)


# --- a hand-off to a folder


def test_after_a_restore_an_empty_folder_is_a_persons_to_ask_about_before_it_is_cancelled(pod):
    order = paid(pod, "manual")
    brought_back(pod)
    state, held = cancelled_by(pod, OPERATOR, order)
    assert (state, held.state) == (OrderState.PAID, HandOffState.ON_HOLD)
    assert "Ask manual. Where they have not made it, cancel it once more" in held.reason
    assert held.held_until is not None
    state, ended = cancelled_by(pod, OPERATOR, order)
    assert (state, ended.state) == (OrderState.CANCELLED, HandOffState.CANCELLED), "whoever has read that has asked"


def test_a_shop_that_says_it_again_has_asked_nobody(pod):
    order = paid(pod, "manual")
    brought_back(pod)
    for _ in range(3):
        state, held = cancelled_by(pod, SHOP, order)
        assert (state, held.state) == (OrderState.PAID, HandOffState.ON_HOLD)


def test_what_is_being_made_is_looked_up_once_the_folder_says_so(pod, press):
    order = paid(pod, "manual")
    brought_back(pod)
    _, held = cancelled_by(pod, OPERATOR, order)
    assert "look_up" in handoff_verbs(held, None)
    (press / "accepted").mkdir(parents=True, exist_ok=True)
    (press / "accepted" / f"{held.reference}.txt").write_text("On the press.")
    pod.handoffs.look_up(OPERATOR, held.reference)
    assert pod.handoff(order).state is HandOffState.CONFIRMED
    assert pod.order(order).state is not OrderState.CANCELLED


def test_a_shops_cancel_does_not_answer_what_was_asked_when_it_was_looked_for(pod):
    order = paid(pod, "manual")
    brought_back(pod)
    pod.wait(700)
    assert pod.handoff(order).state is HandOffState.ON_HOLD
    state, held = cancelled_by(pod, SHOP, order)
    assert (state, held.state) == (OrderState.PAID, HandOffState.ON_HOLD)
    assert cancelled_by(pod, OPERATOR, order)[0] is OrderState.CANCELLED


def test_what_lay_in_a_folder_that_was_swept_is_not_taken_for_cancelled(pod, press):
    order = paid(pod, "manual")
    pod.run()
    assert pod.handoff(order).state is HandOffState.ACCEPTED
    shutil.rmtree(press)
    state, held = cancelled_by(pod, OPERATOR, order)
    assert (state, held.state) == (OrderState.IN_PROGRESS, HandOffState.ON_HOLD)
    assert cancelled_by(pod, OPERATOR, order)[0] is OrderState.CANCELLED


def test_what_was_perhaps_taken_out_is_not_delivered_once_more_to_another_address(pod, press):
    order = paid(pod, "manual")
    pod.run()
    pod.printshop.away = True
    pod.addresses.change(OPERATOR, order.id, replace(ADDRESS, line1="2 Test Street"))
    withdrawn_at = pod.tools.partners["manual"].find
    pod.tools.partners["manual"].find = lambda *of: _swept(press, withdrawn_at, *of)
    pod.run()
    [held] = pod.orders.handoffs(OPERATOR, order.id)
    assert held.state is HandOffState.ON_HOLD
    assert cancelled_by(pod, OPERATOR, order)[0] is OrderState.CANCELLED
    assert len(pod.orders.handoffs(OPERATOR, order.id)) == 1


def _swept(press: Path, find: Callable[..., object], *of: str) -> object:
    """Whoever looks finds it for the last time."""
    found = find(*of)
    shutil.rmtree(press)
    return found


def test_control_a_folder_that_was_never_left_is_believed(pod):
    order = paid(pod, "manual")
    assert cancelled_by(pod, OPERATOR, order)[0] is OrderState.CANCELLED


# --- an order without a hand-off


@pytest.fixture
def houses(open_a_shop: Callable[..., Bench], tmp_path: Path) -> Bench:
    """Two partners, so that the rules choose; neither is a folder."""
    return open_a_shop(more_partners={"northern": House(tmp_path / "houses", "northern")})


def cancelled(bench: Bench, order: Order, caller: Caller = OPERATOR) -> Order:
    bench.orders.cancel(caller, order.id, "changed my mind")
    bench.run()
    return bench.order(order)


def test_nobody_is_asked_about_an_order_that_was_taken_in_since_and_never_paid(houses):
    brought_back(houses)
    order = bought(houses)
    houses.printshop.away = True
    assert houses.orders.cancel(OPERATOR, order.id).state is OrderState.CANCELLED


def test_without_a_restore_nobody_is_asked(houses):
    order = paid(houses)
    houses.printshop.away = True
    assert houses.orders.cancel(OPERATOR, order.id).state is OrderState.CANCELLED


def test_while_a_partner_does_not_answer_the_cancel_stands_and_goes_on_by_itself(houses):
    order = paid(houses)
    brought_back(houses)
    houses.printshop.away = True
    asked = houses.orders.cancel(OPERATOR, order.id, "changed my mind")
    assert asked.state is OrderState.ON_HOLD
    assert "To be cancelled." in asked.reason
    houses.run()
    assert "printshop does not say whether it has any of it" in houses.order(order).reason
    houses.printshop.away = False
    houses.wait(UNCLEAR_S)
    ended = houses.order(order)
    assert (ended.state, ended.reason) == (OrderState.CANCELLED, "changed my mind")
    assert houses.printshop.orders == []


def test_one_that_goes_on_saying_nothing_is_a_persons_to_call_and_its_late_answer_is_read(houses):
    order = paid(houses)
    brought_back(houses)
    houses.printshop.away = True
    cancelled(houses, order)
    houses.wait(2 * 3600)
    assert "Where they have nothing of it, cancel it once more" in houses.order(order).reason
    assert cancelled(houses, order, SHOP).state is OrderState.ON_HOLD, "a shop has called nobody"
    assert cancelled(houses, order).state is OrderState.CANCELLED


def test_the_late_answer_of_one_that_said_nothing_is_read(houses):
    order = paid(houses)
    brought_back(houses)
    houses.printshop.away = True
    cancelled(houses, order)
    houses.wait(3600)
    houses.printshop.away = False
    houses.wait(3 * 3600)
    assert houses.order(order).state is OrderState.CANCELLED


def test_what_a_partner_has_of_it_is_said_and_it_is_cancelled_once_it_is_there(houses):
    order, northern = paid(houses), houses.tools.partners["northern"]
    reference = _already_at(northern, order)
    brought_back(houses)
    for caller in (OPERATOR, SHOP, OPERATOR):
        held = cancelled(houses, order, caller)
        assert held.state is OrderState.ON_HOLD
        assert f"northern has {reference} of it since the backup" in held.reason
    northern.cancel(reference)
    assert cancelled(houses, order).state is OrderState.CANCELLED
    assert northern.to_be_made == []


def test_a_partner_that_is_not_set_up_any_more_has_not_said_that_it_has_nothing(houses):
    order = paid(houses)
    with houses.store.writing() as tx:
        tx.orders.change(tx.orders.get(order.tenant_id, order.id), OPERATOR, "named", partner="southern")
    brought_back(houses)
    held = cancelled(houses, order)
    assert held.state is OrderState.ON_HOLD
    assert "southern does not say whether it has any of it" in held.reason


def test_whoever_releases_it_does_not_want_it_cancelled_any_more(houses):
    order = paid(houses)
    brought_back(houses)
    houses.printshop.away = True
    cancelled(houses, order)
    houses.orders.release(OPERATOR, order.id)
    houses.printshop.away = False
    houses.wait(3600)
    assert houses.order(order).state is OrderState.IN_PROGRESS
    made = [*houses.printshop.orders, *houses.tools.partners["northern"].orders]
    assert len(made) == 1


def test_a_folder_that_may_have_had_it_is_a_persons_to_ask_about_and_not_of_what_was_never_paid(pod):
    order = paid(pod)
    brought_back(pod)
    held = cancelled(pod, order)
    assert held.state is OrderState.ON_HOLD
    assert "manual has nothing of it in its folder, which does not remember" in held.reason
    assert cancelled(pod, order, SHOP).state is OrderState.ON_HOLD
    assert cancelled(pod, order).state is OrderState.CANCELLED


def test_what_a_partner_has_is_not_forgotten_when_the_restore_is_watched_no_more(houses):
    order, northern = paid(houses), houses.tools.partners["northern"]
    reference = _already_at(northern, order)
    brought_back(houses)
    cancelled(houses, order)
    houses.clock.forward(WATCHED.total_seconds())
    for caller in (SHOP, OPERATOR):
        assert cancelled(houses, order, caller).state is OrderState.ON_HOLD
    northern.cancel(reference)
    assert cancelled(houses, order).state is OrderState.CANCELLED


def test_silence_cancels_nothing_however_long_it_lasts(houses):
    order = paid(houses)
    brought_back(houses)
    houses.printshop.away = True
    cancelled(houses, order)
    houses.clock.forward(WATCHED.total_seconds())
    houses.wait(2 * 3600)
    assert houses.order(order).state is OrderState.ON_HOLD
    houses.printshop.away = False
    houses.wait(3 * 3600)
    assert houses.order(order).state is OrderState.CANCELLED


def test_what_was_not_paid_at_the_backup_and_may_have_been_since_is_asked_for_where_that_can_be(pod):
    order = bought(pod)
    brought_back(pod)
    assert pod.orders.cancel(OPERATOR, order.id).state is OrderState.ON_HOLD
    pod.run()
    assert pod.order(order).state is OrderState.CANCELLED


# --- and before it is routed


def routed(bench: Bench) -> Order:
    bench.wait(700)
    return bench.order(bench.orders.page(OPERATOR).items[0])


def test_what_a_folder_may_have_had_is_not_made_elsewhere_before_a_person_has_asked(pod):
    order = paid(pod)
    brought_back(pod)
    held = routed(pod)
    assert held.state is OrderState.ON_HOLD
    assert "Ask manual. Then choose where it goes, and release it." in held.reason
    assert pod.printshop.orders == []
    pod.routes.choose(OPERATOR, order.id, "printshop", "They have nothing of it.")
    pod.orders.release(OPERATOR, order.id)
    assert routed(pod).state is OrderState.IN_PROGRESS
    assert len(pod.printshop.orders) == 1


def test_what_is_found_where_it_goes_today_was_in_no_folder(pod):
    order = paid(pod)
    reference = _already_at(pod.printshop, order)
    brought_back(pod)
    assert routed(pod).state is OrderState.IN_PROGRESS
    assert [o["reference"] for o in pod.printshop.orders] == [reference]


def test_a_folder_that_gets_nothing_by_itself_is_not_doubted(open_a_shop, press, tmp_path):
    rules = tmp_path / "routing.toml"
    rules.write_text('[[rules]]\nnever = ["manual"]\nsource = "ours"\nchecked_on = 2026-11-26\n')
    folder = Manual(ManualSettings(str(press)))
    pod = open_a_shop(more_partners={"manual": folder}, routing=routing_book(rules))
    paid(pod)
    brought_back(pod)
    assert routed(pod).state is OrderState.IN_PROGRESS


def _already_at(house: House, order: Order) -> str:
    """Since the backup, under the name that it has there whenever it is handed off."""
    reference = new_handoff(OPERATOR, order, house.name, tuple(i.id for i in order.items), order.created_at).reference
    there = {"id": reference, "reference": reference, "payload_sha256": "", "note": "", "state": "accepted"}
    house._write([there])
    return reference
