"""What any store must do with the marks of what was erased, and how what they mark is found again."""

from __future__ import annotations

from pod.model.design import Version
from pod.model.order import Order
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services.ports import Store
from tests.contracts.store_contract import FILE, NOON, OPERATOR, SHA


class StoreErasuresContract:
    def test_a_mark_is_kept_once_whoever_notes_it(self, store: Store) -> None:
        with store.writing() as tx:
            tx.erasures.note(OPERATOR, ["b" * 64, "a" * 64])
            tx.erasures.note(OPERATOR, ["a" * 64])
        with store.reading() as tx:
            assert tx.erasures.known() == {"a" * 64, "b" * 64}
            assert tx.erasures.has("a" * 64)
            assert not tx.erasures.has("c" * 64)

    def test_every_order_is_named_and_every_shops_order_that_none_was_placed_for(
        self, store: Store, order: Order
    ) -> None:
        line = ShopLine("1", "tee/m/white", 1)
        with store.writing() as tx:
            for number in ("7", "8"):
                tx.shops.record(OPERATOR, "store", ShopOrder(number, number, Payment.PAID, NOON, (line,), None))
            tx.shops.change(tx.shops.get("main", "store", "8"), order_id=order.id)
        with store.reading() as tx:
            assert list(tx.customers.all_orders()) == [("main", order.id, order.external_ref)]
            assert list(tx.customers.all_waiting()) == [("main", "store", "7")]

    def test_of_a_version_whose_print_set_is_dropped_neither_file_nor_yes_is_left_and_it_gets_others(
        self, store: Store, version: Version
    ) -> None:
        first, second = (Proof(f"p{n}", version.id, "front", FILE, SHA, "white") for n in (1, 2))
        with store.writing() as tx:
            tx.designs.add_print_set("main", version.id, [], [first])
            tx.designs.add_approval("main", Approval(version.id, ApprovalRole.SHOP, "user:ada", NOON, SHA, SHA, ()))
            tx.designs.drop_print_set("other", version.id)
            assert list(tx.designs.proofs("main", version.id)) == [first]
            tx.designs.drop_print_set("main", version.id)
            assert tx.designs.proofs("main", version.id) == tx.designs.approvals("main", version.id) == []
            tx.designs.add_print_set("main", version.id, [], [second])
            assert list(tx.designs.proofs("main", version.id)) == [second]
