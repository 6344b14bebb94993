"""What any store must do with addresses that change after an order was taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.errors import Conflict, IllegalMove
from pod.model.handoff import HandOff, HandOffState
from pod.model.order import Order, ShipTo, fingerprint
from pod.model.readdress import AddressState
from pod.services.ports import Store, Tx
from tests.contracts.store_contract import NOON, OPERATOR

MOVED = ShipTo("Test Recipient", "2 Other Street", "Leeds", "GB", "LS2 2AB", email="moved@example.com")


def handed_off(tx: Tx, order: Order) -> HandOff:
    state, items = HandOffState.WAITING, tuple(item.id for item in order.items)
    handoff = HandOff("job4711", "main", order.id, "printful", state, items, NOON, "ada")
    tx.orders.add_handoff(handoff)
    return handoff


class StoreAddressesContract:
    def test_the_address_changes_and_is_found_and_what_was_seen_before_is_old(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            moved = tx.address_changes.readdress(order, MOVED, OPERATOR)
        with store.reading() as tx:
            assert tx.orders.get("main", order.id) == moved
            assert (moved.ship_to, moved.placed_to) == (MOVED, fingerprint(order.ship_to))
            assert [o.id for o in tx.orders.page("main", q="moved@example").items] == [order.id]
            assert [row.note for row in tx.designs.history("main", order.id)][-1] == "address changed"
        with pytest.raises(Conflict), store.writing() as tx:
            tx.address_changes.readdress(order, order.ship_to, OPERATOR)
        with store.writing() as tx:
            back = tx.address_changes.readdress(moved, replace(MOVED, line2="Flat 2"), OPERATOR)
            assert back.placed_to == moved.placed_to, "the first one that it was placed with"

    def test_what_a_partner_was_asked_keeps_the_address_that_it_has(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            handoff = handed_off(tx, order)
            assert tx.address_changes.of("main", handoff.reference) is None
            first = tx.address_changes.ask(handoff, order.ship_to, OPERATOR)
            again = tx.address_changes.ask(handoff, MOVED, OPERATOR)
            assert (again.was, again.state) == (order.ship_to, AddressState.REQUESTED)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.address_changes.move(first, AddressState.CHANGED, OPERATOR)
        with store.writing() as tx:
            done = tx.address_changes.move(again, AddressState.CHANGED, OPERATOR)
            assert tx.address_changes.ask(handoff, MOVED, OPERATOR).was == MOVED
        with pytest.raises(IllegalMove), store.writing() as tx:
            tx.address_changes.move(done, AddressState.REFUSED, OPERATOR)
        with store.reading() as tx:
            assert [c.reference for c in tx.address_changes.of_order("main", order.id)] == [handoff.reference]
            assert tx.address_changes.of("other", handoff.reference) is None
            assert list(tx.address_changes.of_order("other", order.id)) == []

    def test_how_long_a_partner_has_been_silent_is_kept_until_something_else_is_said(
        self, store: Store, order: Order
    ) -> None:
        with store.writing() as tx:
            asked = tx.address_changes.ask(handed_off(tx, order), order.ship_to, OPERATOR)
            silent = tx.address_changes.move(asked, AddressState.REQUESTED, OPERATOR, silent_since=NOON)
            told = {"silent_since": NOON, "held_until": NOON + timedelta(days=1)}
            tx.address_changes.move(silent, AddressState.UNANSWERED, OPERATOR, "no answer", **told)
        with store.reading() as tx:
            kept = tx.address_changes.of("main", asked.reference)
            assert kept == replace(silent, state=AddressState.UNANSWERED, reason="no answer", revision=2, **told)
        with store.writing() as tx:
            by_word = tx.address_changes.move(kept, AddressState.FORMER, OPERATOR, "said so on the phone")
            assert (by_word.silent_since, by_word.held_until) == (None, None)

    def test_neither_address_stands_in_what_was_answered_and_both_are_erased(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            handoff = handed_off(tx, order)
            tx.address_changes.readdress(order, MOVED, OPERATOR)
            change = tx.address_changes.ask(handoff, order.ship_to, OPERATOR)
            said = f"No lab for {MOVED.line1}; it goes to {order.ship_to.line1}."
            refused = tx.address_changes.move(change, AddressState.REFUSED, OPERATOR, said)
            assert refused.reason == "No lab for (street); it goes to (street)."
            tx.customers.erase(order.id, OPERATOR)
        with store.reading() as tx:
            [kept] = tx.address_changes.of_order("main", order.id)
            assert kept.was.line1 == "(erased)"
