"""What any store must do for the routes of orders: a line is at one hand-off at a time, and why it went there is kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.errors import Conflict
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import Order
from pod.model.routing import Candidate, Group, Keep, LineMeasured, Nearness, RouteWish, Routing, Way
from pod.services.ports import Store
from tests.contracts.store_contract import NOON, OPERATOR, a_handoff


def a_routing(order: Order, n: int = 1) -> Routing:
    item_ids = tuple(i.id for i in order.items)
    fit = Candidate("northern", shrink_percent=1.5, nearness=Nearness.NEAR, made_in=("LV",), days=(3, 9), note="a note")
    lines = tuple(LineMeasured(i, (fit, Candidate("southern", ("It is too far.",), away=True))) for i in item_ids)
    ways = (
        Way((Group("northern", item_ids, Money(24_000_000, "EUR"), (3, 9), "job1"),), Money(26_000_000)),
        Way((Group("southern", item_ids),), None, "no price is known"),
    )
    return Routing(
        f"r{n}", "main", order.id, "job:route", NOON, "paid", Keep.SPLIT, lines, ways, "northern: it is best"
    )


class RoutingContract:
    """Mixed into the store's contract, whose fixtures it uses."""

    def test_a_line_is_at_one_hand_off_at_a_time(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            tx.orders.add_handoff(a_handoff(order))
        half = replace(a_handoff(order, "job0002"), item_ids=(order.items[1].id,))
        with pytest.raises(Conflict) as refused, store.writing() as tx:
            tx.orders.add_handoff(half)
        assert refused.value.code == "already_handed_off"
        with store.reading() as tx:
            assert [h.reference for h in tx.orders.handoffs("main", order.id)] == ["job0001"]

    def test_what_was_cancelled_gives_its_lines_up_and_nothing_else_does(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            tx.orders.add_handoff(a_handoff(order))
            held = tx.orders.move_handoff(a_handoff(order), HandOffState.ON_HOLD, OPERATOR, "wait")
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.add_handoff(a_handoff(order, "job0002"))
        with store.writing() as tx:
            tx.orders.move_handoff(held, HandOffState.CANCELLED, OPERATOR, "over")
            tx.orders.add_handoff(a_handoff(order, "job0002"))

    def test_two_that_hand_the_same_line_off_at_once_are_one_too_many(self, store: Store, order: Order) -> None:
        assert self._added_at_once(store, order) == ["added", "refused"]

    def _added_at_once(self, store: Store, order: Order) -> list[str]:
        start = threading.Barrier(2)

        def add(n: int) -> str:
            start.wait(20)
            try:
                with store.writing() as tx:
                    tx.orders.add_handoff(a_handoff(order, f"job000{n}"))
            except Conflict:
                return "refused"
            return "added"

        with ThreadPoolExecutor(2) as pool:
            return sorted(pool.map(add, (1, 2)))

    def test_control_without_the_key_both_are_added(
        self, store: Store, order: Order, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("pod.store.orders.SqlOrders._claim", lambda *_: None)
        assert self._added_at_once(store, order) == ["added", "added"]

    def test_a_decision_is_kept_as_it_was_made(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            tx.orders.add_routing(a_routing(order))
            tx.orders.add_routing(a_routing(order, 2))
        with store.reading() as tx:
            assert tx.orders.routings("main", order.id) == [a_routing(order), a_routing(order, 2)]
            assert tx.orders.routings("other", order.id) == []

    def test_a_wish_is_a_change_that_whoever_looked_before_has_to_see(self, store: Store, order: Order) -> None:
        wish = RouteWish("northern", "They are nearer.", "user:ada", NOON)
        with store.writing() as tx:
            changed = tx.orders.change(order, OPERATOR, "wished", wish=wish, keep=Keep.TOGETHER)
        with store.reading() as tx:
            there = tx.orders.get("main", order.id)
            assert (there.wish, there.keep, there.revision) == (wish, Keep.TOGETHER, order.revision + 1)
            assert there.state is order.state
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.change(order, OPERATOR, "too late", wish=None)
        assert changed.revision == order.revision + 1

    # --- what partners said

    def test_what_a_partner_said_is_kept_and_what_it_does_not_say_anew_stays(self, store: Store) -> None:
        area = AreaSeen("front", 1200, 1600, 300)
        first = OfferSeen("northern", "tee/M/navy", NOON, Stock.IN, (area,), Money(11_690_000), NOON)
        later = replace(first, seen_at=NOON + timedelta(days=1), stock=Stock.OUT, areas=(), price=None, priced_at=None)
        elsewhere = replace(first, partner="southern")
        with store.writing() as tx:
            tx.offers.see(OPERATOR, [first, elsewhere])
            (kept,) = tx.offers.see(OPERATOR, [later])
        assert kept == replace(later, areas=(area,), price=first.price, priced_at=NOON)
        with store.reading() as tx:
            assert tx.offers.of("northern") == [kept]
            assert tx.offers.of_variants(["tee/M/navy", "tee/L/navy"]) == [kept, elsewhere]

    def test_an_area_that_changed_is_told_until_it_was_looked_at(self, store: Store) -> None:
        first = OfferSeen("northern", "tee/M/navy", NOON, Stock.IN, (AreaSeen("front", 1200, 1600, 300),))
        moved = replace(first, seen_at=NOON + timedelta(days=1), areas=(AreaSeen("front", 1300, 1600, 300),))
        same = replace(moved, seen_at=NOON + timedelta(days=2))
        with store.writing() as tx:
            tx.offers.see(OPERATOR, [first])
            tx.offers.see(OPERATOR, [moved])
            (kept,) = tx.offers.see(OPERATOR, [same])
            assert kept.changed == "front 1200 × 1600 px at 300 is now front 1300 × 1600 px at 300"
            assert kept.changed_at == moved.seen_at
            assert tx.offers.looked_at(OPERATOR, "southern") == 0
            assert tx.offers.looked_at(OPERATOR, "northern") == 1
        with store.reading() as tx:
            assert [offer.changed for offer in tx.offers.of("northern")] == [""]
