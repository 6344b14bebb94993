"""What any store must do with the marks of what was erased, and how what they mark is found again."""

from __future__ import annotations

from dataclasses import replace

from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.design import Version
from pod.model.geometry import Box
from pod.model.order import Order
from pod.model.personal import PersonalDesign
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.recipe import LetteringLayer
from pod.model.screening import Hit, Screening, Verdict
from pod.model.shoporder import Payment, ShopLine, ShopOrder
from pod.services.ports import Store
from tests.contracts.store_contract import FILE, NOON, OPERATOR, SHA, a_design, a_version

WORDS = "Öl & Co"
"""Those of the contract's design."""


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

    def test_a_designs_words_go_out_of_everything_that_says_them_and_every_hash_stays(self, store: Store) -> None:
        design = a_design()
        slot = LetteringSlot("name", SlotKind.BLOCK, Box(0.1, 0.2, 0.9, 0.3))
        plain = a_version(design)
        recipe = replace(plain.recipe, lettering=LetteringLayer(WORDS, "Anton", slot, "#1e3ca0"))
        version = replace(plain, recipe=recipe, recipe_sha256=recipe.sha256)
        with store.writing() as tx:
            tx.designs.add(design)
            tx.designs.add_version("main", version)
            tx.designs.add_print_set("main", version.id, [], [Proof("p1", version.id, "front", FILE, SHA, "white")])
            tx.designs.note(design, OPERATOR, f"“{WORDS}” was asked for, and not {WORDS}t")
            made = PersonalDesign(
                design.id, "main", "parent", "v0", "shop:store:7", "a-hash-of-words", "shop:store", NOON
            )
            tx.personal.add(made)
            tx.customers.unsay("other", design.id)
            assert tx.designs.version("main", version.id) == version, "another shop's is another's"
            tx.customers.unsay("main", design.id)
        with store.reading() as tx:
            bare = tx.designs.get("main", design.id)
            assert (bare.brief.subject, bare.brief.lettering) == (design.brief.subject, "(erased)")
            assert tx.designs.page("main", q="co").items == ()
            kept = tx.designs.version("main", version.id)
            assert (kept.recipe.lettering.text, kept.recipe_sha256) == ("(erased)", version.recipe_sha256)
            assert kept.recipe.artwork == version.recipe.artwork
            assert tx.designs.proofs("main", version.id) == []
            notes = [row.note for row in tx.designs.history("main", design.id) if row.note]
            assert notes == [f"“(words)” was asked for, and not {WORDS}t"]
            assert tx.personal.made_for("main", "shop:store:7", "a-hash-of-words") is None
            assert len(tx.personal.of_batch("main", "shop:store:7")) == 1

    def test_a_refused_sentence_goes_out_of_every_decision_about_it_and_no_other(self, store: Store) -> None:
        hit = Hit("Mickey Mouse", "character", "We have no licence.")
        refused = Screening(
            "s1", "main", "Mickey Mouse", SHA, Verdict.REFUSED, "l1", (hit,), "shop:store", NOON, brief=a_design().brief
        )
        others = (
            replace(refused, id="s2", verdict=Verdict.OVERRULED, reason="They own it."),
            replace(refused, id="s3", sentence="a fox", sentence_sha256="b" * 64),
            replace(refused, id="s4", tenant_id="other"),
        )
        with store.writing() as tx:
            for each in (refused, *others):
                tx.screenings.keep(each)
            tx.screenings.unsay("main", ["s1"])
        with store.reading() as tx:
            for name, verdict in (("s1", Verdict.REFUSED), ("s2", Verdict.OVERRULED)):
                bare = tx.screenings.get("main", name)
                assert (bare.sentence, bare.verdict, bare.brief) == ("(erased)", verdict, None)
                assert [each.words for each in bare.hits] == ["(erased)"]
            assert tx.screenings.overruled("main", [SHA]) == frozenset()
            assert tx.screenings.get("main", "s3") == others[1]
            assert tx.screenings.get("other", "s4") == others[2]
