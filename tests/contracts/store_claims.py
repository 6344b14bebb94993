"""What any store must do with claims, and with notes about orders."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.claim import Claim, ClaimKind, ClaimState, Payer
from pod.model.errors import Conflict, IllegalMove, NotFound
from pod.model.money import Money
from pod.model.order import Order
from pod.services.ports import Store
from tests.contracts.store_contract import FILE, NOON, OPERATOR

CLAIM = Claim("c1", "main", "", "job1", "printful", ClaimKind.LOST, "It never came.", NOON, "shopper", pictures=(FILE,))


class StoreClaimsContract:
    def test_a_claim_comes_back_and_is_added_once(self, store: Store, order: Order) -> None:
        claim = replace(CLAIM, order_id=order.id)
        with store.writing() as tx:
            assert [tx.claims.add(claim, OPERATOR) for _ in range(2)] == [True, False]
        with store.reading() as tx:
            assert tx.claims.get("main", "c1") == claim
            assert list(tx.claims.of_order("main", claim.order_id)) == [claim]
            assert list(tx.claims.of_order("other", claim.order_id)) == []
            with pytest.raises(NotFound):
                tx.claims.get("other", "c1")

    def test_a_claim_moves_as_its_table_says_and_for_one_of_two(self, store: Store, order: Order) -> None:
        claim = replace(CLAIM, order_id=order.id)
        with store.writing() as tx:
            tx.claims.add(claim, OPERATOR)
            told = tx.claims.move(claim, ClaimState.WITH_PARTNER, OPERATOR)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.claims.move(claim, ClaimState.REFUSED, OPERATOR, answer="no")
        with store.writing() as tx:
            done = tx.claims.move(told, ClaimState.REFUNDED, OPERATOR, cost=Money(5, "EUR"), payer=Payer.SHOP)
            assert tx.claims.get("main", "c1") == done
            assert [h.became for h in tx.designs.history("main", "c1")] == ["reported", "with_partner", "refunded"]
        with pytest.raises(IllegalMove), store.writing() as tx:
            tx.claims.move(done, ClaimState.REPORTED, OPERATOR)

    def test_claims_are_listed_by_state_and_what_they_cost_by_who_bears_it(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            for n in range(3):
                claim = replace(CLAIM, id=f"c{n}", order_id=order.id, created_at=NOON + timedelta(seconds=n))
                tx.claims.add(claim, OPERATOR)
                if n:
                    money = {"cost": Money(n * 1_000_000, "GBP"), "payer": Payer.PARTNER}
                    tx.claims.move(claim, ClaimState.REFUNDED, OPERATOR, **money)
        with store.reading() as tx:
            page = tx.claims.page("main", limit=2)
            assert [c.id for c in page.items] == ["c2", "c1"]
            assert page.counts == {"reported": 1, "refunded": 2}
            assert [c.id for c in tx.claims.page("main", cursor=page.next_cursor).items] == ["c0"]
            assert tx.claims.costs("main") == {Payer.PARTNER: [Money(3_000_000, "GBP")]}
            assert tx.claims.costs("other") == {}

    def test_an_erased_customers_words_and_pictures_are_in_no_claim(self, store: Store, order: Order) -> None:
        claim = replace(CLAIM, order_id=order.id)
        with store.writing() as tx:
            tx.claims.add(claim, OPERATOR)
            assert FILE.key in tx.designs.files_in_use()
            assert tx.claims.erase("main", claim.order_id) == 1
        with store.reading() as tx:
            kept = tx.claims.get("main", "c1")
            assert (kept.words, kept.pictures, kept.kind) == ("", (), ClaimKind.LOST)
            assert FILE.key not in tx.designs.files_in_use()

    def test_a_note_makes_an_order_another_one_for_whoever_looked_before(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            noted = tx.orders.change(order, OPERATOR, "printed again")
            assert noted == tx.orders.get("main", order.id)
            assert noted == replace(order, revision=order.revision + 1)
            assert tx.designs.history("main", order.id)[-1].note == "printed again"
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.change(order, OPERATOR, "printed again")
