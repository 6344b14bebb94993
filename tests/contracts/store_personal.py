"""What any store must do with designs that have other words, and with the lists of names that they were made for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pod.model.errors import NotFound
from pod.model.personal import Cover, PersonalDesign, PersonalOffer, Roster, RosterLine
from pod.services.ports import Store
from tests.contracts.store_contract import NOON


def a_personal(mark: str = "1", **changes: object) -> PersonalDesign:
    made = PersonalDesign(f"d{mark}", "main", "parent", "v1", "roster:r1", mark, "key:shop", NOON)
    return replace(made, **changes)  # type: ignore[arg-type]


def a_roster(mark: str = "1", **changes: object) -> Roster:
    lines = (RosterLine(2, "JO", "0002-jo"), RosterLine(3, "ANNA\nMAY", "may", "tee/m/white", 3))
    return replace(Roster(f"r{mark}", "main", "key:shop", NOON, "parent", "v1", lines), **changes)  # type: ignore[arg-type]


class PersonalContract:
    def test_nothing_is_made_for_the_same_place_twice(self, store: Store) -> None:
        with store.writing() as tx:
            assert tx.personal.add(a_personal())
            assert not tx.personal.add(a_personal(design_id="d9"))
            assert tx.personal.add(a_personal(design_id="d8", tenant_id="other"))
            assert tx.personal.made_for("main", "roster:r1", "1") == a_personal()
            assert tx.personal.get("main", "d1") == a_personal()
            assert tx.personal.get("main", "d9") is tx.personal.get("other", "d1") is None
            assert tx.personal.made_for("main", "roster:r1", "2") is None

    def test_what_was_made_for_a_batch_comes_in_the_order_in_which_it_was_made(self, store: Store) -> None:
        with store.writing() as tx:
            for n in range(3):
                tx.personal.add(a_personal(str(9 - n), created_at=NOON + timedelta(minutes=n)))
            tx.personal.add(a_personal("x", batch="roster:r2"))
            assert [made.place for made in tx.personal.of_batch("main", "roster:r1")] == ["9", "8", "7"]
            assert tx.personal.of_batch("other", "roster:r1") == []

    def test_a_design_is_open_to_buyers_words_in_one_way_or_not_at_all(self, store: Store) -> None:
        offer = PersonalOffer("d1", "main", Cover.EACH, "user:ada", NOON)
        with store.writing() as tx:
            assert tx.personal.offer("main", "d1") is None
            tx.personal.set_offer(offer)
            tx.personal.set_offer(replace(offer, cover=Cover.PATTERN))
            assert tx.personal.offer("main", "d1") == replace(offer, cover=Cover.PATTERN)
            tx.personal.drop_offer("other", "d1")
            assert tx.personal.offer("other", "d1") is None
            assert tx.personal.offer("main", "d1")
            tx.personal.drop_offer("main", "d1")
            assert tx.personal.offer("main", "d1") is None

    def test_a_list_of_names_comes_back_as_it_was_put_in_and_only_to_its_shop(self, store: Store) -> None:
        with store.writing() as tx:
            tx.personal.add_roster(a_roster())
            tx.personal.add_roster(a_roster("2", created_at=NOON + timedelta(minutes=1)))
            assert tx.personal.roster("main", "r1") == a_roster()
            assert [roster.id for roster in tx.personal.rosters_of("main", "parent")] == ["r2", "r1"]
            tx.personal.save_roster(a_roster(stopped="the disk is full"))
            assert tx.personal.roster("main", "r1").stopped == "the disk is full"
            assert tx.personal.rosters_of("other", "parent") == []
            with pytest.raises(NotFound):
                tx.personal.roster("other", "r1")
