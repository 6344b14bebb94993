"""What any store must do with what it knows of customers."""

from __future__ import annotations

from dataclasses import replace

from pod.model.handoff import HandOffState
from pod.model.order import Order
from pod.services.ports import Store
from tests.contracts.store_contract import OPERATOR, a_handoff


class StoreCustomersContract:
    def test_a_customers_orders_are_found_by_number_and_by_street_with_postcode(
        self, store: Store, order: Order
    ) -> None:
        with store.reading() as tx:
            for wanted in (order.id, order.external_ref, "1 navy yard, 22202"):
                assert list(tx.customers.orders_of("main", wanted)) == [order.id]
                assert list(tx.customers.orders_of("other", wanted)) == []
            assert list(tx.customers.orders_of("main", "Grace Hopper")) == [], "two people may have one name"

    def test_an_erased_order_names_nobody_in_its_history_its_reasons_and_its_jobs(
        self, store: Store, order: Order
    ) -> None:
        handoff = a_handoff(order)
        with store.writing() as tx:
            tx.orders.add_handoff(handoff)
            tx.orders.change(order, OPERATOR, "Grace Hopper, 1 Navy Yard, has called")
            tx.orders.move_handoff(handoff, HandOffState.ON_HOLD, OPERATOR, "Arlington, not Grace  Hopper")
        with store.writing() as tx:
            assert tx.customers.erase(order.id, OPERATOR)["words"] == 1, (
                "the partner's were kept without her from the start"
            )
        with store.reading() as tx:
            notes = [h.note for h in tx.designs.history("main", order.id, handoff.reference)]
            assert notes == ["(name), (street), has called", "Arlington, not (name)", "address erased"]
            assert tx.orders.handoff("main", handoff.reference).reason == "Arlington, not (name)"
            assert tx.orders.get("main", order.id).ship_to.name == "(erased)"
            assert list(tx.customers.orders_of("main", "1 navy yard, 22202")) == []
            assert list(tx.customers.orders_of("main", order.external_ref)) == [order.id]

    def test_erasing_again_changes_nothing(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            tx.customers.erase(order.id, OPERATOR)
            assert tx.customers.erase(order.id, OPERATOR) == {"words": 0, "messages": 0, "claims": 0}
            assert tx.orders.get("main", order.id) == replace(order, ship_to=tx.orders.get("main", order.id).ship_to)
