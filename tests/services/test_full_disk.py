"""A picture that was paid for meets a full disk: had once more where the service can, else booked as paid, and said."""

from __future__ import annotations

import pytest

from pod.model.design import CandidateState, DesignState
from pod.model.errors import NotAllowed, Unavailable
from pod.model.money import Money
from pod.providers.base import OutcomeKind
from tests.doubles.studio import PRICE
from tests.services.bench import OPERATOR, SHOPPER


@pytest.fixture
def full(open_a_bench, monkeypatch):
    """Opens a bench whose disk has no room; with what makes room."""

    def opened(**studio):
        bench = open_a_bench(studio=studio)
        put = type(bench.files).put

        def refuse(*_):
            raise Unavailable("disk_full", "The disk is full.", "Make room.")

        monkeypatch.setattr(type(bench.files), "put", refuse)
        return bench, lambda: monkeypatch.setattr(type(bench.files), "put", put)

    return opened


@pytest.mark.parametrize("studio", [{"waits": True}, {"idempotent": True}, {"finds_by_key": True}])
def test_what_can_be_had_once_more_is_fetched_when_there_is_room_and_paid_once(full, studio):
    bench, make_room = full(**studio)
    design = bench.drawn()
    bench.wait(30)
    assert bench.candidate(design).state is CandidateState.DRAWING
    make_room()
    bench.wait(120)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert (bench.states(design), len(bench.studio.charged)) == (["settled"], 1)


def test_what_cannot_is_booked_as_paid_and_asked_for_again_by_an_operator_alone(full):
    bench, make_room = full()
    design = bench.drawn()
    [row] = bench.ledger(design)
    assert (row.state.value, row.actual, row.reason) == ("settled", PRICE, "Paid, not stored: The disk is full.")
    candidate = bench.candidate(design)
    assert (candidate.state, candidate.outcome) == (CandidateState.FAILED, OutcomeKind.UNKNOWN.value)
    assert "could not be stored: The disk is full. Once there is room" in candidate.reason
    make_room()
    with pytest.raises(NotAllowed, match="paid for already"):
        bench.designs.try_again(SHOPPER, design.id)
    bench.designs.try_again(OPERATOR, design.id)
    bench.run()
    assert bench.candidate(design).state is CandidateState.READY
    assert (len(bench.studio.charged), bench.spent()) == (2, Money(2 * PRICE.micros))
