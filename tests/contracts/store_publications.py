"""What any store must do with designs that are on sale in shops, whichever database is below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.artwork import FileRef
from pod.model.errors import Conflict, IllegalMove, NotFound
from pod.model.money import Money
from pod.model.publication import Listing, ListingPicture, ListingVariant, Publication, PublicationState
from pod.model.shopsku import sold_as
from pod.services.ports import Store
from tests.contracts.store_contract import NOON, OPERATOR

P = PublicationState
SKU = "0" * 25 + "-AAAAAA"
LISTING = Listing(
    "pod-1",
    "A fox",
    ("One.", "Two."),
    ("fox",),
    "shirts",
    ("Size",),
    (ListingVariant(SKU, "tee/M/navy", "v1", ("M",), Money(24_000_000)),),
    (ListingPicture(FileRef("a" * 64, 12, "image/png"), "A fox, navy"),),
)


def a_publication(number: str = "p1", **changes: object) -> Publication:
    made = Publication(number, "main", "shopify", "d1", P.WAITING, LISTING, NOON, "user:ada")
    return replace(made, **changes)


class PublicationsContract:
    def test_a_publication_is_read_as_it_was_written_with_every_piece(self, store: Store) -> None:
        with store.writing() as tx:
            tx.publications.add(a_publication(), OPERATOR)
            there = tx.publications.get("main", "p1")
            changed = tx.publications.change(there, pieces={SKU: "7"}, known_as="9", troubles={"x": "y"})
        with store.reading() as tx:
            assert tx.publications.get("main", "p1") == changed
            assert tx.publications.of_design("main", "d1") == [changed]
            assert (changed.done, changed.listing) == (1, LISTING)

    def test_a_design_is_published_once_in_each_shop(self, store: Store) -> None:
        with store.writing() as tx:
            tx.publications.add(a_publication(), OPERATOR)
            tx.publications.add(a_publication("p2", shop="etsy"), OPERATOR)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.publications.add(a_publication("p3"), OPERATOR)
        with store.reading() as tx:
            assert [p.shop for p in tx.publications.of_design("main", "d1")] == ["etsy", "shopify"]

    def test_whoever_comes_second_changes_nothing(self, store: Store) -> None:
        with store.writing() as tx:
            tx.publications.add(a_publication(), OPERATOR)
            seen = tx.publications.get("main", "p1")
            tx.publications.move(seen, P.PUBLISHING, OPERATOR)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.publications.change(seen, pieces={SKU: "7"})
        with pytest.raises(Conflict), store.writing() as tx:
            tx.publications.move(seen, P.WITHDRAWING, OPERATOR)

    def test_its_moves_are_in_the_table_and_in_the_history(self, store: Store) -> None:
        with store.writing() as tx:
            tx.publications.add(a_publication(), OPERATOR)
            there = tx.publications.get("main", "p1")
            with pytest.raises(IllegalMove):
                tx.publications.move(there, P.PUBLISHED, OPERATOR)
            failed = tx.publications.move(there, P.FAILED, OPERATOR, "no key", reason="no key")
        with store.reading() as tx:
            assert tx.publications.get("main", "p1") == failed
            moves = [(h.came_from, h.became, h.note) for h in tx.designs.history("main", "p1")]
        assert moves == [("", "waiting", "for shopify"), ("waiting", "failed", "no key")]

    def test_what_sells_a_design_is_found_by_its_skus_whosever_product_it_is(self, store: Store) -> None:
        one, other = (f"{n:032x}" for n in (1, 2**127))
        sold_in = {"mine": (one,), "both": (one, other), "theirs": (other,)}
        skus = {name: tuple(sold_as(d, "tee/M/navy") for d in named) for name, named in sold_in.items()}
        with store.writing() as tx:
            for name, sold in skus.items():
                variants = tuple(replace(LISTING.variants[0], sku=sku) for sku in sold)
                told = replace(LISTING, title=f"{sold_as(other, 'x')} in words", variants=variants)
                tx.publications.add(a_publication(name, design_id=name, listing=told), OPERATOR)
        with store.reading() as tx:
            assert [p.id for p in tx.publications.selling("main", one)] == ["both", "mine"]
            assert [p.id for p in tx.publications.selling("main", other)] == ["both", "theirs"]
            assert tx.publications.selling("other", one) == []

    def test_another_tenant_sees_none_of_it(self, store: Store) -> None:
        with store.writing() as tx:
            tx.publications.add(a_publication(), OPERATOR)
        with store.reading() as tx:
            assert tx.publications.of_design("other", "d1") == []
            assert tx.publications.page("other").items == ()
            with pytest.raises(NotFound):
                tx.publications.get("other", "p1")

    def test_they_are_listed_by_state(self, store: Store) -> None:
        with store.writing() as tx:
            for n, state in enumerate((P.WAITING, P.PUBLISHED, P.PUBLISHED)):
                tx.publications.add(a_publication(f"p{n}", design_id=f"d{n}", state=state), OPERATOR)
        with store.reading() as tx:
            page = tx.publications.page("main", state="published", limit=1)
            rest = tx.publications.page("main", state="published", limit=1, cursor=page.next_cursor)
        assert [p.id for p in (*page.items, *rest.items)] == ["p2", "p1"]
        assert (page.counts, rest.next_cursor) == ({"waiting": 1, "published": 2}, "")
