"""What any store must do, whichever database is below it. A store's test is a subclass and a fixture."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pod.model.account import ApiKey, Session, Upload, User
from pod.model.artwork import Artwork, FileRef, LetteringSlot, Provenance, SlotKind
from pod.model.brief import DesignBrief, Wanted
from pod.model.caller import Caller, Role
from pod.model.design import Candidate, CandidateState, Design, DesignState, Version, new_design_id
from pod.model.errors import Conflict, IllegalMove, InputRefused, LostLease, NotFound, PodError
from pod.model.geometry import Box, Size
from pod.model.handoff import HandOff, HandOffState
from pod.model.health import Health, Pace
from pod.model.job import Job, JobState, Lane, NewJob
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.listing import Needs
from pod.model.money import Money
from pod.model.order import Order, OrderItem, OrderState, ShipTo
from pod.model.printfile import PrintFile
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.recipe import ArtworkLayer, LetteringLayer, Placement, Recipe
from pod.model.shipment import Shipment
from pod.services.ports import Jobs, Store

NOON = datetime(2026, 11, 24, 12, 0, 0, 123456, tzinfo=UTC)
OPERATOR = Caller("main", "user:ada", Role.OPERATOR)
SHA = "a" * 64
FILE = FileRef(SHA, 12, "image/png")


class HandClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def forward(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


def a_design(**changes: object) -> Design:
    design_id = new_design_id()
    design = Design(
        id=design_id,
        tenant_id="main",
        brief=DesignBrief(
            "a fox reading a Book", "tee", placements=(Wanted("front"),), palette=("#112233",), lettering="Öl & Co"
        ),
        state=DesignState.BRIEFED,
        actor="shopper",
        created_at=NOON,
        candidates=tuple(Candidate(design_id, n, CandidateState.QUEUED, seed=40 + n) for n in (1, 2)),
    )
    return replace(design, **changes)  # type: ignore[arg-type]


def a_version(design: Design, n: int = 1) -> Version:
    recipe = Recipe(
        ArtworkLayer("art1", SHA, 4096, 4096), "tee", "black", (Placement("front", box_mm=Box(1, 2, 3.5, 4)),), "1"
    )
    return Version(f"v{n}-{design.id[:24]}", design.id, n, recipe, recipe.sha256, NOON, "shopper")


def an_order(version: Version, **changes: object) -> Order:
    key = new_design_id()
    order = Order(
        id=key,
        tenant_id="main",
        external_ref=f"SHOP-{key[:8]}",
        state=OrderState.RECEIVED,
        items=tuple(OrderItem(f"{key[:8]}-{n}", version.id, "tee", "tee/L/black", n, Money(2100)) for n in (1, 2)),
        ship_to=ShipTo("Grace Hopper", "1 Navy Yard", "Arlington", "US", postcode="22202"),
        created_at=NOON,
        actor="key:shop",
    )
    return replace(order, **changes)  # type: ignore[arg-type]


def a_handoff(order: Order, reference: str = "job0001") -> HandOff:
    return HandOff(
        reference, "main", order.id, "manual", HandOffState.WAITING, tuple(i.id for i in order.items), NOON, "job:x"
    )


def a_ledger_row(key: str = "generate:d:1", attempt: int = 1, **changes: object) -> LedgerRow:
    row = LedgerRow(
        id=new_design_id(),
        tenant_id="main",
        design_id="d",
        job_key=key,
        attempt=attempt,
        provider="embedded",
        model="m",
        state=LedgerState.RESERVED,
        estimate=Money(151_000),
        actual=None,
        price_table="2026-11",
        created_at=NOON,
        actor="job:generate",
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def a_job(key: str, **changes: object) -> NewJob:
    return replace(NewJob("work", Lane.RENDER, key, "design 1", {"design": "1", "n": 2}), **changes)  # type: ignore[arg-type]


class StoreContract:
    """Subclasses give `store` (migrated, empty, on `clock`) and `clock`."""

    @pytest.fixture
    def clock(self) -> HandClock:
        return HandClock()

    @pytest.fixture
    def design(self, store: Store) -> Design:
        design = a_design()
        with store.writing() as tx:
            tx.designs.add(design)
        return design

    @pytest.fixture
    def version(self, store: Store, design: Design) -> Version:
        version = a_version(design)
        with store.writing() as tx:
            tx.designs.add_version("main", version)
        return version

    @pytest.fixture
    def order(self, store: Store, version: Version) -> Order:
        order = an_order(version)
        with store.writing() as tx:
            tx.orders.add(order)
        return order

    # --- transactions ---

    def test_an_exception_rolls_everything_back(self, store: Store) -> None:
        design = a_design()

        def cut_off() -> None:
            with store.writing() as tx:
                tx.designs.add(design)
                tx.jobs.enqueue("main", a_job("k"))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            cut_off()
        with store.reading() as tx:
            assert tx.jobs.counts()["render"] == {}
            with pytest.raises(NotFound):
                tx.designs.get("main", design.id)

    def test_a_reading_transaction_cannot_write(self, store: Store) -> None:
        with pytest.raises(PodError), store.reading() as tx:
            tx.jobs.enqueue("main", a_job("k"))
        with store.reading() as tx:
            assert tx.jobs.counts()["render"] == {}

    def test_what_cannot_be_stored_is_refused_in_words(self, store: Store) -> None:
        with pytest.raises(InputRefused, match="cannot be stored"), store.writing() as tx:
            tx.idempotency.begin("main", "designs", "\ud800", SHA)

    # --- designs ---

    def test_a_design_comes_back_as_it_went_in(self, store: Store, design: Design) -> None:
        with store.reading() as tx:
            assert tx.designs.get("main", design.id) == design

    def test_another_tenant_sees_nothing(self, store: Store, order: Order, version: Version, design: Design) -> None:
        with store.reading() as tx:
            for look in (
                lambda: tx.designs.get("other", design.id),
                lambda: tx.designs.version("other", version.id),
                lambda: tx.orders.get("other", order.id),
            ):
                with pytest.raises(NotFound):
                    look()
            assert tx.designs.page("other").items == ()
            assert tx.orders.page("other").items == ()
            assert tx.orders.by_external_ref("other", order.external_ref) is None
            assert list(tx.designs.versions("other", design.id)) == []

    def test_a_move_swaps_the_state_raises_the_revision_and_is_remembered(self, store: Store, design: Design) -> None:
        with store.writing() as tx:
            became = tx.designs.move(design, DesignState.GENERATING, OPERATOR, "go")
        assert (became.state, became.revision, became.reason) == (DesignState.GENERATING, 1, "go")
        with store.reading() as tx:
            (entry,) = tx.designs.history("main", design.id)
        assert (entry.came_from, entry.became, entry.actor, entry.note, entry.at) == (
            "briefed",
            "generating",
            "user:ada",
            "go",
            NOON,
        )

    def test_a_move_that_the_table_forbids_is_refused(self, store: Store, design: Design) -> None:
        with pytest.raises(IllegalMove, match="briefed"), store.writing() as tx:
            tx.designs.move(design, DesignState.APPROVED, OPERATOR)

    def test_whoever_moves_second_from_the_same_state_conflicts(self, store: Store, design: Design) -> None:
        with store.writing() as tx:
            tx.designs.move(design, DesignState.GENERATING, OPERATOR)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.designs.move(design, DesignState.FAILED, OPERATOR)
        with store.reading() as tx:
            assert tx.designs.get("main", design.id).state is DesignState.GENERATING
            assert len(tx.designs.history("main", design.id)) == 1

    def test_a_candidates_move_raises_its_designs_revision(self, store: Store, design: Design) -> None:
        with store.writing() as tx:
            drawing = tx.designs.move_candidate("main", design.candidates[1], CandidateState.DRAWING)
            tx.designs.move_candidate("main", drawing, CandidateState.READY, artwork_id="art1", outcome="ok")
        with store.reading() as tx:
            now = tx.designs.get("main", design.id)
        assert [c.state for c in now.candidates] == [CandidateState.QUEUED, CandidateState.READY]
        assert (now.candidates[1].artwork_id, now.revision) == ("art1", 2)

    def test_artwork_versions_files_proofs_and_approvals_come_back(self, store: Store, design: Design) -> None:
        artwork = Artwork(
            "art1",
            design.id,
            FILE,
            10,
            20,
            mode="RGBA",
            has_alpha=True,
            provenance=Provenance("embedded", "m", "f", NOON, seed=7, cost=Money(5)),
            facts={"a": "b"},
        )
        one, two = a_version(design), a_version(design, 2)
        file = PrintFile(
            "pf1", one.id, "front", "png", FILE, 10, 20, Size(1.5, 2), 0.0, Box(0, 0, 1, 1), 300, 250.5, "rgb", "1"
        )
        proof = Proof("pr1", one.id, "front", FILE, SHA, "black")
        approval = Approval(one.id, ApprovalRole.SHOPPER, "shopper", NOON, SHA, SHA, (("front.png", SHA),))
        with store.writing() as tx:
            tx.designs.add_artwork("main", artwork)
            tx.designs.add_version("main", two)
            tx.designs.add_version("main", one)
            tx.designs.add_print_set("main", one.id, [file], [proof])
            tx.designs.add_approval("main", approval)
            chosen = tx.designs.choose(design, 2, one.id)
        assert (chosen.chosen, chosen.current_version_id) == (2, one.id)
        with store.reading() as tx:
            assert tx.designs.artwork("main", "art1") == artwork
            assert list(tx.designs.versions("main", design.id)) == [one, two]
            assert tx.designs.version("main", one.id).recipe.sha256 == one.recipe_sha256
            assert list(tx.designs.print_files("main", one.id)) == [file]
            assert list(tx.designs.proofs("main", one.id)) == [proof]
            assert list(tx.designs.approvals("main", one.id)) == [approval]

    def test_a_second_print_set_of_a_version_changes_nothing(self, store: Store, version: Version) -> None:
        first, second = (Proof(f"p{n}", version.id, "front", FILE, SHA, cloth) for n, cloth in enumerate(("a", "b")))
        for proof in (first, second):
            with store.writing() as tx:
                tx.designs.add_print_set("main", version.id, [], [proof])
        with store.reading() as tx:
            assert list(tx.designs.proofs("main", version.id)) == [first]

    def test_the_first_approval_of_a_role_stands(self, store: Store, version: Version) -> None:
        first = Approval(version.id, ApprovalRole.SHOP, "user:ada", NOON, SHA, SHA, ())
        for approval in (first, replace(first, actor="user:eve")):
            with store.writing() as tx:
                tx.designs.add_approval("main", approval)
        with store.reading() as tx:
            assert list(tx.designs.approvals("main", version.id)) == [first]

    # --- listings ---

    def test_pages_follow_each_other_newest_first_with_none_twice(self, store: Store) -> None:
        # pairs share their time, so that the key must decide within them
        designs = [a_design(created_at=NOON + timedelta(seconds=n // 2)) for n in range(7)]
        with store.writing() as tx:
            for design in designs:
                tx.designs.add(design)
        seen: list[str] = []
        cursor = ""
        with store.reading() as tx:
            for _ in range(4):
                page = tx.designs.page("main", cursor=cursor, limit=2)
                seen += [d.id for d in page.items]
                cursor = page.next_cursor
                if not cursor:
                    break
        wanted = sorted(designs, key=lambda d: (d.created_at, d.id), reverse=True)
        assert seen == [d.id for d in wanted]

    def test_oldest_first_is_the_same_pages_from_the_other_end(self, store: Store) -> None:
        designs = [a_design(created_at=NOON + timedelta(seconds=n // 2)) for n in range(5)]
        with store.writing() as tx:
            for design in designs:
                tx.designs.add(design)
        with store.reading() as tx:
            first = tx.designs.page("main", limit=3, oldest_first=True)
            rest = tx.designs.page("main", limit=3, oldest_first=True, cursor=first.next_cursor)
        assert [d.id for d in (*first.items, *rest.items)] == [
            d.id for d in sorted(designs, key=lambda d: (d.created_at, d.id))
        ]

    def test_counts_are_per_state_over_the_whole_filter(self, store: Store) -> None:
        states = (DesignState.BRIEFED, DesignState.BRIEFED, DesignState.FAILED)
        with store.writing() as tx:
            for state in states:
                tx.designs.add(a_design(state=state))
        with store.reading() as tx:
            page = tx.designs.page("main", state="failed", limit=1)
        assert (len(page.items), page.next_cursor, page.counts) == (1, "", {"briefed": 2, "failed": 1})

    @pytest.mark.parametrize("q", ["FOX", "book", "öl & co", "shop-", "%"])
    def test_a_search_finds_subject_lettering_and_order_and_takes_no_wildcards(
        self, store: Store, order: Order, design: Design, q: str
    ) -> None:
        with store.writing() as tx:
            tx.designs.add(a_design(brief=DesignBrief("a boat", "mug")))
        with store.reading() as tx:
            found = [d.id for d in tx.designs.page("main", q=q).items]
        assert found == ([] if q == "%" else [design.id])

    @pytest.mark.parametrize("q", ["HOPPER", "grace@navy", "shop-", "read a"])
    def test_a_search_finds_the_customer_and_the_words_on_either_side(
        self, store: Store, design: Design, version: Version, q: str
    ) -> None:
        to = ShipTo("Grace Hopper", "1 Navy Yard", "Arlington", "US", email="Grace@navy.example")
        lettered = LetteringLayer(
            "READ AGAIN", "round", LetteringSlot("below", SlotKind.BLOCK, Box(0, 1, 1, 1)), "#000000"
        )
        edited = replace(a_version(design, 2), recipe=replace(version.recipe, lettering=lettered))
        order = an_order(version, ship_to=to)
        with store.writing() as tx:
            tx.designs.add_version("main", edited)
            tx.orders.add(order)
            tx.designs.add(a_design(brief=DesignBrief("a boat", "mug")))
        with store.reading() as tx:
            assert [d.id for d in tx.designs.page("main", q=q).items] == [design.id]
            assert [o.id for o in tx.orders.page("main", q=q).items] == [order.id]
            assert tx.orders.page("main", q="boat").items == ()

    def test_what_waits_for_the_shop_is_found(
        self, store: Store, order: Order, version: Version, design: Design
    ) -> None:
        def needing(needs: Needs) -> list[str]:
            with store.reading() as tx:
                return [d.id for d in tx.designs.page("main", needs=needs).items]

        worker = Caller("main", "job:prepare", Role.SYSTEM)
        failed = a_design(state=DesignState.FAILED)
        asked, stopped, proofed = (a_design(state=DesignState.PREPARING) for _ in range(3))
        with store.writing() as tx:
            for one in (failed, asked, stopped, proofed):
                tx.designs.add(one)
            tx.designs.move(stopped, DesignState.WAITING_CUSTOMER, worker, "letters too small")
            ready = tx.designs.move(asked, DesignState.PROOF_READY, worker)
            tx.designs.move(ready, DesignState.WAITING_CUSTOMER, OPERATOR, "which colour?")
            tx.designs.move(proofed, DesignState.PROOF_READY, worker)
            tx.designs.add_version("main", a_version(proofed))
            tx.designs.choose(proofed, 1, a_version(proofed).id)
        assert set(needing(Needs.REPAIR)) == {failed.id, stopped.id}
        assert needing(Needs.APPROVAL) == [proofed.id]
        with store.writing() as tx:
            yes = Approval(a_version(proofed).id, ApprovalRole.SHOP, "user:ada", NOON, SHA, SHA, ())
            tx.designs.add_approval("main", yes)
        assert needing(Needs.APPROVAL) == []

    def test_an_order_needs_its_partner_while_a_hand_off_is_stopped(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            tx.orders.move(order, OrderState.PAID, OPERATOR)
            tx.orders.add_handoff(a_handoff(order))
            assert tx.orders.page("main", needs=Needs.PARTNER).items == ()
            tx.orders.move_handoff(a_handoff(order), HandOffState.ON_HOLD, OPERATOR, "no approval")
            assert [o.id for o in tx.orders.page("main", needs=Needs.PARTNER).items] == [order.id]
            assert tx.orders.page("main", product="mug").items == ()
            assert [o.id for o in tx.orders.page("main", product="tee").items] == [order.id]

    @pytest.mark.parametrize("cursor", ["%", "AAAA", "bm90IGEgbnVtYmVyOjE="])
    def test_a_foreign_cursor_is_refused(self, store: Store, cursor: str) -> None:
        with store.reading() as tx, pytest.raises(InputRefused, match="page marker"):
            tx.designs.page("main", cursor=cursor)

    # --- files ---

    def test_every_file_that_a_row_names_is_in_use_until_its_design_is_put_away(self, store: Store) -> None:
        kept, dropped = (self.a_whole_design(store, mark) for mark in "kd")
        upload = Upload("u-free", "main", a_file("free upload"), 10, 20, "cat.png", NOON)
        with store.writing() as tx:
            tx.uploads.add(upload)
            assert tx.designs.files_in_use() == {*files_of("k"), *files_of("d"), upload.file.key}
            tx.designs.move(dropped, DesignState.ARCHIVED, OPERATOR)
            assert tx.designs.files_in_use() == {*files_of("k"), upload.file.key}
            tx.designs.move(kept, DesignState.ARCHIVED, OPERATOR)
            assert tx.designs.files_in_use() == {upload.file.key}

    def test_what_was_ordered_stays_in_use_after_its_design_was_put_away(self, store: Store) -> None:
        design = self.a_whole_design(store, "k")
        with store.writing() as tx:
            (version,) = tx.designs.versions("main", design.id)
            tx.orders.add(an_order(version))
            tx.designs.move(design, DesignState.ARCHIVED, OPERATOR)
            assert tx.designs.files_in_use() == set(files_of("k"))

    def a_whole_design(self, store: Store, mark: str) -> Design:
        """A design of an own picture, with every file that one can have."""
        master, vector, preview, made, picture, own = (a_file(f"{name} {mark}") for name in FILE_NAMES)
        design = a_design()
        design = replace(design, brief=replace(design.brief, upload_id=f"u-{mark}"))
        version = a_version(design)
        artwork = Artwork(
            f"art-{mark}",
            design.id,
            master,
            10,
            20,
            mode="RGBA",
            has_alpha=True,
            provenance=Provenance("upload", "", "", NOON),
            vector=vector,
            preview=preview,
        )
        file = PrintFile(
            f"pf-{mark}",
            version.id,
            "front",
            "png",
            made,
            10,
            20,
            Size(1, 2),
            0.0,
            Box(0, 0, 1, 1),
            300,
            300,
            "rgb",
            "1",
        )
        with store.writing() as tx:
            tx.uploads.add(Upload(f"u-{mark}", "main", own, 10, 20, "cat.png", NOON))
            tx.designs.add(design)
            tx.designs.add_artwork("main", artwork)
            tx.designs.add_version("main", version)
            proof = Proof(f"pr-{mark}", version.id, "front", picture, SHA, "black")
            tx.designs.add_print_set("main", version.id, [file], [proof])
            return tx.designs.get("main", design.id)

    # --- orders and hand-offs ---

    def test_a_locked_order_is_moved_by_nobody_else_meanwhile(self, store: Store, order: Order) -> None:
        """A hold that is asked for while somebody decides by the order's state comes after what he decided."""
        events, read = [], threading.Event()

        def hold() -> None:
            read.wait()
            with store.writing() as tx:
                tx.orders.move(tx.orders.lock("main", order.id), OrderState.ON_HOLD, OPERATOR, "wait")
                events.append("held")

        with ThreadPoolExecutor(1) as pool:
            with store.writing() as tx:
                assert tx.orders.lock("main", order.id).state is OrderState.RECEIVED
                holding = pool.submit(hold)
                read.set()
                with pytest.raises(FutureTimeout):
                    holding.result(0.3)
                events.append("decided")
            holding.result(20)
        assert events == ["decided", "held"]

    def test_an_order_comes_back_as_it_went_in(self, store: Store, order: Order) -> None:
        with store.reading() as tx:
            assert tx.orders.get("main", order.id) == order
            assert tx.orders.by_external_ref("main", order.external_ref) == order
            assert tx.orders.page("main", q=order.external_ref[5:].lower()).items == (order,)

    def test_the_same_external_reference_twice_conflicts(self, store: Store, order: Order, version: Version) -> None:
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.add(an_order(version, external_ref=order.external_ref))

    def test_a_hold_remembers_where_it_came_from_and_forgets_it_on_release(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            paid = tx.orders.move(order, OrderState.PAID, OPERATOR, paid_by="user:ada", paid_at=NOON)
            held = tx.orders.move(paid, OrderState.ON_HOLD, OPERATOR, "address unclear")
            back = tx.orders.move(held, OrderState.PAID, OPERATOR)
        assert (held.held_from, held.reason, back.held_from) == ("paid", "address unclear", "")
        with store.reading() as tx:
            assert tx.orders.get("main", order.id) == back
            assert [h.became for h in tx.designs.history("main", order.id)] == ["paid", "on_hold", "paid"]

    def test_a_stale_order_cannot_be_moved(self, store: Store, order: Order) -> None:
        with store.writing() as tx:
            held = tx.orders.move(order, OrderState.ON_HOLD, OPERATOR)
            tx.orders.move(held, OrderState.RECEIVED, OPERATOR)
        # the state is the same again, the order is not
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.move(order, OrderState.PAID, OPERATOR)

    def test_a_handoff_moves_once_per_state_and_keeps_its_fields(self, store: Store, order: Order) -> None:
        handoff = a_handoff(order)
        with store.writing() as tx:
            tx.orders.add_handoff(handoff)
            ready = tx.orders.move_handoff(handoff, HandOffState.PREPARED, OPERATOR)
            sent = tx.orders.move_handoff(ready, HandOffState.SENDING, OPERATOR, attempts=1, sent_at=NOON)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.orders.move_handoff(ready, HandOffState.SENDING, OPERATOR, attempts=1)
        with store.reading() as tx:
            assert tx.orders.handoff("main", "job0001") == sent
            assert list(tx.orders.handoffs("main", order.id)) == [sent]
            page = tx.orders.page_handoffs("main", state="sending")
        assert (page.items, page.counts) == ((sent,), {"sending": 1})

    def test_the_same_parcel_twice_is_one_shipment(self, store: Store, order: Order) -> None:
        parcel = Shipment("s1", "job0001", "UPS", "1Z", (order.items[0].id,), NOON)
        with store.writing() as tx:
            tx.orders.add_handoff(a_handoff(order))
            tx.orders.add_shipment("main", parcel)
            tx.orders.add_shipment("main", replace(parcel, carrier="DHL"))
        with store.reading() as tx:
            assert list(tx.orders.shipments("main", "job0001")) == [parcel]

    def test_a_parcel_told_of_again_is_completed_and_loses_nothing(self, store: Store, order: Order) -> None:
        first = Shipment("s1", "job0001", "UPS", "", ())
        later = Shipment("s1", "job0001", "", "1Z", (order.items[0].id,), NOON, "https://ups.example/1Z")
        with store.writing() as tx:
            tx.orders.add_handoff(a_handoff(order))
            for told in (first, later, first):
                tx.orders.add_shipment("main", told)
        with store.reading() as tx:
            assert list(tx.orders.shipments("main", "job0001")) == [replace(later, carrier="UPS")]

    def test_a_hand_off_is_found_by_the_partners_own_id_and_at_that_partner_only(
        self, store: Store, order: Order
    ) -> None:
        with store.writing() as tx:
            tx.orders.add_handoff(replace(a_handoff(order), state=HandOffState.SENDING))
            sent = tx.orders.handoff("main", "job0001")
            known = tx.orders.move_handoff(sent, HandOffState.ACCEPTED, OPERATOR, partner_order_id="ord_7")
        with store.reading() as tx:
            find = tx.orders.handoff_at
            assert find(known.partner, "job0001", "") == find(known.partner, "", "ord_7") == known
            assert find("another", "job0001", "") is find("another", "", "ord_7") is find(known.partner, "", "") is None

    # --- ledger ---

    def test_reserving_the_same_attempt_again_returns_the_row_that_is_there(self, store: Store) -> None:
        first = a_ledger_row()
        with store.writing() as tx:
            tx.ledger.reserve(first)
        with store.writing() as tx:
            again = tx.ledger.reserve(replace(first, id=new_design_id(), estimate=Money(1)))
        assert again == first

    def test_spent_counts_what_may_have_been_spent_and_nothing_released(self, store: Store) -> None:
        with store.writing() as tx:
            for attempt, states in enumerate(
                ([], ["submitting", "unknown"], ["submitting", "settled"], ["released"]), 1
            ):
                row = tx.ledger.reserve(a_ledger_row(attempt=attempt))
                for state in states:
                    actual = {"actual": Money(7)} if state == "settled" else {}
                    row = tx.ledger.move(row, LedgerState(state), OPERATOR, **actual)
            tx.ledger.reserve(a_ledger_row("old", created_at=NOON - timedelta(days=2)))
            tx.ledger.reserve(a_ledger_row("theirs", tenant_id="other"))
        with store.reading() as tx:
            assert tx.ledger.spent("main", NOON - timedelta(days=1)) == Money(151_000 * 2 + 7)
            assert [r.state.value for r in tx.ledger.for_job("main", "generate:d:1")] == [
                "reserved",
                "unknown",
                "settled",
                "released",
            ]

    def test_a_row_is_found_by_what_the_service_calls_its_task(self, store: Store) -> None:
        with store.writing() as tx:
            for n, task in enumerate(("batches/a|m|1K|1:1", "batches/ab|m|1K|1:1", "whole"), 1):
                tx.ledger.reserve(a_ledger_row(attempt=n, task_id=task, tenant_id="other"))
            tx.ledger.reserve(a_ledger_row("elsewhere", task_id="batches/a|m|1K|1:1", provider="evolink"))

        def attempt(task: str, provider: str = "embedded", since: datetime = NOON) -> int:
            row = tx.ledger.of_task(provider, task, since)
            return row.attempt if row else 0

        with store.reading() as tx:
            assert [attempt(t) for t in ("batches/a", "batches/ab", "whole")] == [1, 2, 3]
            assert [attempt(t) for t in ("batches", "BATCHES/A", "batches/_", "%", "")] == [0] * 5
            assert attempt("batches/a", "fal") == 0
            assert attempt("batches/a", since=NOON + timedelta(seconds=1)) == 0

    def test_the_ledger_is_paged_by_design_and_state(self, store: Store) -> None:
        with store.writing() as tx:
            rows = [
                tx.ledger.reserve(a_ledger_row(attempt=n, created_at=NOON + timedelta(seconds=n))) for n in (1, 2, 3)
            ]
            tx.ledger.reserve(a_ledger_row("elsewhere", design_id="e"))
            tx.ledger.move(rows[1], LedgerState.RELEASED, OPERATOR, "said by hand")
        with store.reading() as tx:
            first = tx.ledger.page("main", design_id="d", limit=2)
            rest = tx.ledger.page("main", design_id="d", limit=2, cursor=first.next_cursor)
            assert [r.attempt for r in (*first.items, *rest.items)] == [3, 2, 1]
            assert first.counts == {"reserved": 2, "released": 1}
            assert [r.attempt for r in tx.ledger.page("main", state="released").items] == [2]
            assert [h.note for h in tx.designs.history("main", rows[1].id)] == ["said by hand"]
            with pytest.raises(NotFound):
                tx.ledger.get("other", rows[0].id)

    # --- jobs ---

    def claim(self, store: Store, lane: Lane = Lane.RENDER, lease_s: float = 60, owner: str = "w") -> Job | None:
        with store.writing() as tx:
            return tx.jobs.claim(lane, owner, lease_s)

    def enqueue(self, store: Store, *keys: str, tenant: str = "main", **changes: object) -> list[int]:
        with store.writing() as tx:
            return [tx.jobs.enqueue(tenant, a_job(key, **changes)) for key in keys]

    def test_the_same_key_is_the_same_job(self, store: Store) -> None:
        (one,), (same,) = self.enqueue(store, "k"), self.enqueue(store, "k")
        assert one == same

    def test_a_claim_counts_the_attempt_raises_the_fence_and_hides_the_job(self, store: Store) -> None:
        self.enqueue(store, "k")
        job = self.claim(store)
        assert job is not None
        assert (job.attempts, job.fence, job.state, job.payload) == (1, 1, JobState.RUNNING, {"design": "1", "n": 2})
        assert self.claim(store) is None

    def test_lanes_do_not_see_each_other(self, store: Store) -> None:
        self.enqueue(store, "k", lane=Lane.HANDOFF)
        assert self.claim(store, Lane.RENDER) is None
        assert self.claim(store, Lane.HANDOFF) is not None

    def test_a_job_that_is_not_due_is_left_alone(self, store: Store) -> None:
        self.enqueue(store, "k", delay_s=3600)
        assert self.claim(store) is None
        with store.reading() as tx:
            assert not tx.jobs.due_within(60)
            assert tx.jobs.due_within(7200)

    def test_every_tenants_first_job_comes_before_anybodys_second(self, store: Store) -> None:
        self.enqueue(store, *(f"big{n}" for n in range(40)), tenant="big")
        self.enqueue(store, "small0", "small1", tenant="small")
        keys = [job.key for job in (self.claim(store) for _ in range(4)) if job]
        assert keys[:2] == ["big0", "small0"]
        assert keys[2:] == ["big1", "small1"]

    def test_a_smaller_priority_comes_first(self, store: Store) -> None:
        self.enqueue(store, "later")
        self.enqueue(store, "first", priority=10)
        job = self.claim(store)
        assert job is not None
        assert job.key == "first"

    def test_a_lapsed_lease_is_taken_over_and_the_stale_worker_writes_nothing(self, store: Store) -> None:
        self.enqueue(store, "k")
        stale = self.claim(store, lease_s=-1)
        fresh = self.claim(store, owner="other")
        assert stale is not None
        assert fresh is not None
        assert (fresh.id, fresh.fence, fresh.attempts) == (stale.id, stale.fence + 1, 2)
        writes: tuple[Callable[[Store], None], ...] = (
            lambda s: _with(s, lambda jobs: jobs.finish(stale)),
            lambda s: _with(s, lambda jobs: jobs.renew(stale, 60)),
            lambda s: _with(s, lambda jobs: jobs.park(stale, "no")),
            lambda s: _with(s, lambda jobs: jobs.again(stale, 0, counts=True)),
        )
        for write in writes:
            with pytest.raises(LostLease):
                write(store)
        with store.writing() as tx:
            tx.jobs.finish(fresh)
            assert tx.jobs.counts()["render"] == {"done": 1}

    def test_a_renewed_lease_holds(self, store: Store) -> None:
        self.enqueue(store, "k")
        job = self.claim(store, lease_s=-1)
        assert job is not None
        with store.writing() as tx:
            tx.jobs.renew(job, 60)
        assert self.claim(store) is None

    def test_a_job_that_ends_its_worker_every_time_is_claimed_once_more_to_be_parked(self, store: Store) -> None:
        self.enqueue(store, "poison", max_attempts=2)
        claimed = [self.claim(store, lease_s=-1) for _ in range(3)]
        assert [job and (job.attempts, job.max_attempts) for job in claimed] == [(1, 2), (2, 2), (3, 2)]

    def test_a_parked_job_waits_for_a_person_of_its_own_tenant(self, store: Store) -> None:
        (job_id,) = self.enqueue(store, "poison")
        job = self.claim(store)
        assert job is not None
        with store.writing() as tx:
            tx.jobs.park(job, "it cannot be done")
        assert self.claim(store) is None
        with store.writing() as tx:
            (parked,) = tx.jobs.parked("main")
            assert (parked.key, parked.last_error) == ("poison", "it cannot be done")
            with pytest.raises(Conflict):
                tx.jobs.retry_parked("other", job_id, OPERATOR)
        with store.writing() as tx:
            assert tx.jobs.retry_parked("main", job_id, OPERATOR) is Lane.RENDER
        again = self.claim(store)
        assert again is not None
        assert again.attempts == 1

    # an ended or a waiting job that is woken is due at once; one that runs has to notice it when it ends
    ENDS: Mapping[str, Callable[[Jobs, Job], None]] = {
        "finished": lambda jobs, job: jobs.finish(job),
        "parked": lambda jobs, job: jobs.park(job, "no"),
        "put off": lambda jobs, job: jobs.again(job, 3600, "later", counts=True),
    }

    @pytest.mark.parametrize("how", ENDS)
    def test_waking_a_job_that_has_ended_makes_it_due(self, store: Store, how: str) -> None:
        self.enqueue(store, "k", max_attempts=2)
        job = self.claim(store)
        assert job is not None
        with store.writing() as tx:
            self.ENDS[how](tx.jobs, job)
        assert self.claim(store) is None
        with store.writing() as tx:
            assert tx.jobs.wake("main", a_job("k")) == job.id
        again = self.claim(store)
        assert again is not None
        # its tries begin anew, except those of a job that was only waiting for its next one
        assert (again.id, again.attempts) == (job.id, 2 if how == "put off" else 1)

    @pytest.mark.parametrize("how", ENDS)
    def test_waking_a_job_that_runs_has_it_run_once_more(self, store: Store, how: str) -> None:
        self.enqueue(store, "k")
        job = self.claim(store)
        assert job is not None
        with store.writing() as tx:
            tx.jobs.wake("main", a_job("k"))
        assert self.claim(store) is None, "it is in other hands"
        with store.writing() as tx:
            self.ENDS[how](tx.jobs, job)
        again = self.claim(store)
        assert again is not None
        with store.writing() as tx:
            tx.jobs.finish(again)
        assert self.claim(store) is None, "woken once, run once more"

    def test_waking_a_job_that_is_new_makes_it(self, store: Store) -> None:
        with store.writing() as tx:
            tx.jobs.wake("main", a_job("k"))
        assert self.claim(store) is not None

    def test_finished_jobs_are_archived_and_their_key_is_free_again(self, store: Store, clock: HandClock) -> None:
        self.enqueue(store, "done", "waiting")
        job = self.claim(store)
        assert job is not None
        with store.writing() as tx:
            tx.jobs.finish(job)
            assert tx.jobs.archive(NOON - timedelta(days=1)) == 0
            assert tx.jobs.archive(datetime.now(UTC) + timedelta(days=3650)) == 1
            assert tx.jobs.counts()["render"] == {"ready": 1}
        self.enqueue(store, "done")
        with store.reading() as tx:
            assert tx.jobs.counts()["render"] == {"ready": 2}

    def test_later_gives_the_attempt_back_and_a_retry_does_not(self, store: Store) -> None:
        self.enqueue(store, "k")
        for counts, attempts in ((False, 1), (True, 2)):
            job = self.claim(store)
            assert job is not None
            with store.writing() as tx:
                tx.jobs.again(job, 0, "why", counts=counts)
            job = self.claim(store)
            assert job is not None
            assert (job.attempts, job.last_error) == (attempts, "why")
            with store.writing() as tx:
                tx.jobs.again(job, 0, "why", counts=False)

    def test_a_stopping_worker_gives_its_leases_back_unharmed(self, store: Store) -> None:
        self.enqueue(store, "a", "b")
        job, _ = self.claim(store, owner="w1"), self.claim(store, owner="w2")
        assert job is not None
        with store.writing() as tx:
            assert tx.jobs.release("w1") == 1
        with pytest.raises(LostLease), store.writing() as tx:
            tx.jobs.finish(job)
        again = self.claim(store)
        assert again is not None
        assert (again.id, again.attempts) == (job.id, 1)

    def test_eight_claiming_threads_never_get_the_same_job(self, store: Store) -> None:
        keys = [f"k{n}" for n in range(60)]
        self.enqueue(store, *keys)
        start = threading.Barrier(8)

        def work(n: int) -> list[str]:
            start.wait()
            got, misses = [], 0
            # with SKIP LOCKED a look may find only what others hold: nothing then does not mean nothing is left
            while misses < 20:
                job = self.claim(store, owner=f"w{n}")
                misses = 0 if job else misses + 1
                got += [job.key] if job else []
            return got

        with ThreadPoolExecutor(8) as pool:
            claimed = [key for got in pool.map(work, range(8)) for key in got]
        assert sorted(claimed) == sorted(keys)

    def test_a_fence_that_was_checked_holds_until_the_commit(self, store: Store) -> None:
        """Its lease had lapsed, but it is renewed first: whoever claims meanwhile finds nothing."""
        self.enqueue(store, "k")
        job = self.claim(store, lease_s=-1)
        assert job is not None
        with ThreadPoolExecutor(1) as pool:
            with store.writing() as tx:
                tx.jobs.renew(job, 60)
                rival = pool.submit(self.claim, store)
                with pytest.raises(FutureTimeout) if store_waits(store) else nullcontext():
                    assert rival.result(0.3) is None
            assert rival.result(20) is None

    def test_a_budget_asked_for_by_many_at_once_is_given_out_once(self, store: Store) -> None:
        """Each reads what is spent and reserves when it fits: ten fit, whoever comes first."""
        price, budget = 100, 1000
        start = threading.Barrier(8)

        def ask(n: int) -> int:
            start.wait()
            return sum(self.reserve_within(store, f"{n}.{i}", price, budget) for i in range(5))

        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(ask, range(8))) == budget // price
        with store.reading() as tx:
            assert tx.ledger.spent("main", NOON - timedelta(days=1)) == Money(budget)

    def reserve_within(self, store: Store, key: str, price: int, budget: int) -> bool:
        with store.writing() as tx:
            if tx.ledger.spent("main", NOON - timedelta(days=1)).micros + price > budget:
                return False
            tx.ledger.reserve(a_ledger_row(key, estimate=Money(price)))
            return True

    # --- image services ---

    def test_what_is_known_of_a_service_is_kept_and_nothing_of_others(self, store: Store, clock: HandClock) -> None:
        until = NOON + timedelta(minutes=5)
        ill = Health("painter", failures=5, blocked_until=until, why="5 failures in a row", latency_ms=1200)
        with store.writing() as tx:
            tx.health.change("painter", lambda _: ill)
            tx.health.bury(OPERATOR, "painter", "painter-1", "404")
            tx.health.bury(OPERATOR, "painter", "painter-1", "said again")
        with store.reading() as tx:
            assert tx.health.of(["painter", "other"]) == {"painter": ill, "other": Health("other")}
            assert tx.health.dead() == {("painter", "painter-1"): "404"}

    def test_turns_asked_for_by_many_at_once_are_given_out_once(self, store: Store) -> None:
        """Each in a transaction of its own, as workers in other processes are."""
        start = threading.Barrier(6)

        def ask(_: int) -> int:
            start.wait()
            return sum(self.turn(store, Pace(0, 7)) for _ in range(4))

        with ThreadPoolExecutor(6) as pool:
            assert sum(pool.map(ask, range(6))) == 7

    def test_places_are_taken_by_what_is_under_way_whoever_began_it(self, store: Store) -> None:
        pace = Pace(2, 0)
        for n in range(2):
            assert self.turn(store, pace)
            with store.writing() as tx:
                row = tx.ledger.reserve(a_ledger_row(f"painter.{n}", provider="painter"))
                row = tx.ledger.move(row, LedgerState.SUBMITTING, OPERATOR)
        assert not self.turn(store, pace)
        with store.writing() as tx:
            tx.ledger.move(row, LedgerState.RELEASED, OPERATOR)
        assert self.turn(store, pace)

    def turn(self, store: Store, pace: Pace) -> bool:
        with store.writing() as tx:
            return tx.health.take_turn("painter", pace) == 0

    # --- the rest ---

    def test_kept_answers_are_forgotten_one_by_one_and_by_age(self, store: Store, clock: HandClock) -> None:
        with store.writing() as tx:
            for key in "ab":
                tx.idempotency.begin("main", "s", key, SHA)
            tx.idempotency.forget("main", "s", "a")
            assert tx.idempotency.begin("main", "s", "a", SHA) is None
            there = tx.idempotency.begin("main", "s", "b", SHA)
            assert there is not None
            assert there.at == NOON
        clock.forward(3600)
        with store.writing() as tx:
            tx.idempotency.begin("main", "s", "c", SHA)
            assert tx.idempotency.forget_before(clock.now()) == 2
            assert tx.idempotency.begin("main", "s", "b", SHA) is None
            assert tx.idempotency.begin("main", "s", "c", SHA) is not None

    def test_two_read_modify_writes_at_once_keep_both(self, store: Store, design: Design) -> None:
        start = threading.Barrier(2)

        def raise_revision(_: int) -> None:
            start.wait()
            for _ in range(20):
                with store.writing() as tx:
                    tx.designs.choose(tx.designs.get("main", design.id), 1, "v")

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(raise_revision, range(2)))
        with store.reading() as tx:
            assert tx.designs.get("main", design.id).revision == 40

    def test_an_idempotency_key_is_taken_once_and_answers_the_same(self, store: Store) -> None:
        with store.writing() as tx:
            assert tx.idempotency.begin("main", "key:1", "k", SHA) is None
        with store.writing() as tx:
            running = tx.idempotency.begin("main", "key:1", "k", SHA)
            assert running is not None
            assert running.status == 0
            tx.idempotency.finish("main", "key:1", "k", 202, "{}")
        with store.writing() as tx:
            answer = tx.idempotency.begin("main", "key:1", "k", "b" * 64)
            assert answer is not None
            assert (answer.status, answer.body, answer.request_sha256) == (202, "{}", SHA)
            assert answer.at == running.at
            assert tx.idempotency.answer("main", "key:1", "k") == answer
            assert tx.idempotency.begin("main", "key:2", "k", SHA) is None

    def test_a_key_that_is_forgotten_is_free_for_its_caller_and_no_other(self, store: Store) -> None:
        with store.writing() as tx:
            for caller in ("key:1", "key:2"):
                tx.idempotency.begin("main", caller, "k", SHA)
            tx.idempotency.forget("main", "key:1", "k")
        with store.writing() as tx:
            assert tx.idempotency.answer("main", "key:1", "k") is None
            assert tx.idempotency.answer("main", "key:2", "k") is not None
            assert tx.idempotency.begin("main", "key:1", "k", "b" * 64) is None

    def test_an_event_is_received_once(self, store: Store) -> None:
        with store.writing() as tx:
            arrivals = [tx.messages.receive("main", "shopify", "e1", {"A": "b"}, b"\x00raw") for _ in range(2)]
        assert arrivals == [True, False]

    def test_a_session_ends_by_idling_by_age_and_by_signing_out(self, store: Store) -> None:
        user, minute = User("ada", "main", "hash", "operator"), timedelta(minutes=1)
        one, two = "1" * 64, "2" * 64
        with store.writing() as tx:
            tx.accounts.add_user(user, OPERATOR)
            for key in (one, two):
                tx.accounts.add_session(key, user, OPERATOR, NOON + 10 * minute, NOON + minute)
        with store.writing() as tx:
            assert tx.accounts.session(one, NOON) == Session(user, NOON + minute)
            assert tx.accounts.session(one, NOON + 2 * minute) is None
            tx.accounts.keep_session(two, NOON + 99 * minute)
            assert tx.accounts.session(two, NOON + 9 * minute) is not None
            assert tx.accounts.session(two, NOON + 11 * minute) is None
            tx.accounts.end_session(two)
            assert tx.accounts.session(two, NOON) is None

    def test_lapsed_sessions_are_swept_and_live_ones_stay(self, store: Store) -> None:
        user, minute = User("ada", "main", "hash", "operator"), timedelta(minutes=1)
        with store.writing() as tx:
            tx.accounts.add_user(user, OPERATOR)
            for key, idle in (("1" * 64, 1), ("2" * 64, 5)):
                tx.accounts.add_session(key, user, OPERATOR, NOON + 10 * minute, NOON + idle * minute)
            assert tx.accounts.end_lapsed_sessions(NOON + 2 * minute) == 1
            # asked about a moment when both would live
            assert [tx.accounts.session(key * 64, NOON) is None for key in "12"] == [True, False]

    def test_a_removed_users_sessions_are_gone_and_the_history_stays(self, store: Store) -> None:
        user, later = User("ada", "main", "hash", "operator"), NOON + timedelta(hours=1)
        with store.writing() as tx:
            tx.accounts.add_user(user, OPERATOR)
            tx.accounts.add_session("1" * 64, user, OPERATOR, later, later)
            tx.accounts.set_password(user, "other", OPERATOR)
            tx.accounts.set_role(user, "viewer", OPERATOR)
            tx.accounts.remove_user(replace(user, role="viewer"), OPERATOR)
        with store.reading() as tx:
            assert tx.accounts.user("ada") is None
            assert tx.accounts.session("1" * 64, NOON) is None
            notes = [h.note for h in tx.designs.history("main", "user:ada")]
        assert notes == ["added", "signed in", "new password", "another role", "removed"]

    def test_two_administrators_who_change_a_role_at_once_do_not_both_succeed(self, store: Store) -> None:
        user = User("ada", "main", "hash", "operator")
        with store.writing() as tx:
            tx.accounts.add_user(user, OPERATOR)
            tx.accounts.set_role(user, "admin", OPERATOR)
        with pytest.raises(Conflict), store.writing() as tx:
            tx.accounts.set_role(user, "viewer", OPERATOR)

    def test_a_key_is_used_revoked_and_only_by_its_tenant(self, store: Store) -> None:
        with store.writing() as tx:
            tx.accounts.add_api_key(ApiKey("k1", "main", SHA, "operator", "till"), OPERATOR)
            (made,) = tx.accounts.api_keys("main")
            assert (made.made_by, made.created_at, made.last_used_at) == ("user:ada", NOON, None)
            tx.accounts.use_api_key("k1")
            assert tx.accounts.api_key("k1").last_used_at == NOON
        with pytest.raises(Conflict), store.writing() as tx:
            tx.accounts.revoke_api_key("other", "k1", OPERATOR)
        with store.writing() as tx:
            tx.accounts.revoke_api_key("main", "k1", OPERATOR)
            assert tx.accounts.api_key("k1") is None
            assert [k.revoked_at for k in tx.accounts.api_keys("main")] == [NOON]

    def test_a_new_password_ends_that_users_sessions_and_nobody_elses(self, store: Store) -> None:
        ada, eve = (User(name, "main", "old", "operator") for name in ("ada", "eve"))
        later = NOON + timedelta(hours=1)
        with store.writing() as tx:
            for user in (ada, eve):
                tx.accounts.add_user(user, OPERATOR)
                tx.accounts.add_session(f"{user.name:0>64}", user, OPERATOR, later, later)
        with store.writing() as tx:
            tx.accounts.set_password(ada, "new", OPERATOR)
            tx.accounts.end_sessions(ada)
        with store.reading() as tx:
            assert tx.accounts.user("ada") == replace(ada, password_hash="new")
            assert tx.accounts.user("eve") == eve
            assert tx.accounts.session(f"{'ada':0>64}", NOON) is None
            assert tx.accounts.session(f"{'eve':0>64}", NOON) is not None

    def test_users_keys_and_uploads_come_back(self, store: Store) -> None:
        key = ApiKey("k1", "main", SHA, "operator", "till", made_by="user:ada", created_at=NOON)
        upload = Upload("u1", "main", FILE, 10, 20, "cat.png", NOON)
        with store.writing() as tx:
            tx.accounts.add_user(User("ada", "main", "hash", "admin"), OPERATOR)
            tx.accounts.add_api_key(key, OPERATOR)
            tx.uploads.add(upload)
        with store.reading() as tx:
            assert [u.name for u in tx.accounts.users("main")] == ["ada"]
            assert tx.accounts.api_key("k1") == key
            assert tx.accounts.api_key("k2") is None
            assert tx.uploads.get("main", "u1") == upload
            with pytest.raises(NotFound):
                tx.uploads.get("other", "u1")


FILE_NAMES = ("master", "vector", "preview", "print file", "proof", "upload")


def a_file(name: str) -> FileRef:
    return FileRef(hashlib.sha256(name.encode()).hexdigest(), 12, "image/png")


def files_of(mark: str) -> list[str]:
    return [a_file(f"{name} {mark}").key for name in FILE_NAMES]


def store_waits(store: Store) -> bool:
    """SQLite lets one writer in at a time; PostgreSQL passes over a row that is locked."""
    return bool(getattr(store, "database").is_sqlite)  # noqa: B009 - not in the port: only how the test looks on


def _with(store: Store, write: Callable[..., None]) -> None:
    with store.writing() as tx:
        write(tx.jobs)
