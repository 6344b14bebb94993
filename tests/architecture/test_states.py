"""The state tables: complete, closed, and refusing what is not in them."""

import pytest

from pod.model.claim import CLAIM_MOVES
from pod.model.design import CANDIDATE_MOVES, DESIGN_MOVES, DesignState
from pod.model.errors import IllegalMove
from pod.model.gangsheet import GANG_MOVES
from pod.model.handoff import HANDOFF_MOVES, HandOffState
from pod.model.ledger import LEDGER_MOVES
from pod.model.message import MESSAGE_MOVES
from pod.model.order import ORDER_MOVES, OrderState
from pod.model.states import moved

TABLES = [
    DESIGN_MOVES,
    CANDIDATE_MOVES,
    ORDER_MOVES,
    HANDOFF_MOVES,
    LEDGER_MOVES,
    GANG_MOVES,
    MESSAGE_MOVES,
    CLAIM_MOVES,
]


@pytest.mark.parametrize("table", TABLES)
def test_every_state_has_a_row(table):
    kind = type(next(iter(table)))
    assert set(table) == set(kind)


def test_a_refused_move_names_both_states_and_the_ways_that_are_open():
    with pytest.raises(IllegalMove) as refused:
        moved("order", ORDER_MOVES, OrderState.RECEIVED, OrderState.IN_PROGRESS)
    assert "received" in refused.value.message
    assert "in progress" in refused.value.message
    assert "paid" in refused.value.hint


def test_an_unpaid_order_cannot_get_into_progress_by_any_single_move():
    assert OrderState.IN_PROGRESS not in ORDER_MOVES[OrderState.RECEIVED]


def test_an_approval_is_reached_from_a_proof_only():
    sources = [state for state, ways in DESIGN_MOVES.items() if DesignState.APPROVED in ways]
    assert sources == [DesignState.PROOF_READY]


def test_an_unknown_hand_off_is_never_sent_again_without_passing_prepared():
    assert HandOffState.SENDING not in HANDOFF_MOVES[HandOffState.UNKNOWN]
