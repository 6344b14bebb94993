"""What any store must do for counting how pictures turned out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pod.model.artwork import Artwork, Provenance, Questions
from pod.model.design import CandidateState
from pod.model.findings import Finding, Findings, Severity
from pod.model.money import Money
from pod.model.repair import Repair, Way
from pod.services.ports import Store
from tests.contracts.store_contract import FILE, NOON, HandClock, a_design

STEP = Repair(
    nth=1,
    way=Way.EDIT,
    reasons=("cut_by_edge",),
    among=("gemini",),
    seed=8,
    told="Zoom out.",
    before="a1",
    left={"cut_by_edge": "69 %"},
    after="a2",
    kept=True,
    outcome="better",
)
SEEN = Findings((Finding("cut_by_edge", Severity.FIXED, "It was cut off.", "69 %", "0 %", after="none"),))


class StoreTurnoutsContract:
    def test_a_repaired_picture_comes_back_with_every_step(self, store: Store) -> None:
        design = a_design()
        first = design.candidates[0]
        with store.writing() as tx:
            tx.designs.add(design)
            drawing = tx.designs.move_candidate("main", first, CandidateState.DRAWING)
            under_way = replace(STEP, after="", outcome="", kept=False)
            again = tx.designs.move_candidate(
                "main", drawing, CandidateState.DRAWING, artwork_id="a1", repairs=(under_way,)
            )
            assert again.repair == under_way
            tx.designs.move_candidate(
                "main", again, CandidateState.READY, artwork_id="a2", findings=SEEN, repairs=(STEP,)
            )
        with store.reading() as tx:
            kept = tx.designs.get("main", design.id).candidates[0]
        assert (kept.repairs, kept.repair, kept.artworks) == ((STEP,), None, {"a1", "a2"})

    def test_what_was_drawn_since_a_time_is_found_for_one_tenant(self, store: Store, clock: HandClock) -> None:
        design = a_design()
        asked = Questions("#00ff00", "#ffffff", 90.0, 90.0, 6, ("#112233",), in_cmyk=True)
        made = Provenance("gemini", "m", "f", NOON, cost=Money(9))
        artwork = Artwork("a1", design.id, FILE, 800, 800, "RGBA", has_alpha=True, provenance=made, asked=asked)
        with store.writing() as tx:
            tx.designs.add(design)
            tx.designs.add_artwork("main", artwork)
            drawing = tx.designs.move_candidate("main", design.candidates[0], CandidateState.DRAWING)
            ready = tx.designs.move_candidate("main", drawing, CandidateState.READY, artwork_id=artwork.id)
        now = clock.now()
        with store.reading() as tx:
            before, after = now - timedelta(hours=1), now + timedelta(hours=1)
            assert list(tx.designs.drawn_since("main", before)) == [ready], "those that are not drawn are left out"
            assert dict(tx.designs.artworks_since("main", before)) == {artwork.id: artwork}
            for tenant, since in (("other", before), ("main", after)):
                assert list(tx.designs.drawn_since(tenant, since)) == []
                assert dict(tx.designs.artworks_since(tenant, since)) == {}
