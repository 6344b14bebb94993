"""Designs as operators meet them: sent back, taken back, tried again, and never approved unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.caller import DEFAULT_TENANT, Caller, Role, system_caller
from pod.model.design import CandidateState, DesignState
from pod.model.errors import ChecksBlocked, Conflict, InputRefused
from pod.model.job import Lane
from pod.model.ledger import LedgerState
from pod.model.proof import ApprovalRole
from tests.web.shop import a_brief, break_offload

OPERATOR = Caller(DEFAULT_TENANT, "user:ada", Role.OPERATOR)


def state_of(shop, design_id):
    return shop.services.designs.get(OPERATOR, design_id).state


# --- asking the customer


def test_a_question_is_sent_back_and_taken_back(shop):
    design_id = shop.proofed()["id"]
    asked = shop.services.approvals.send_back(OPERATOR, design_id, "Which cloth do you want?")
    assert (asked.state, asked.reason) == (DesignState.WAITING_CUSTOMER, "Which cloth do you want?")
    assert shop.services.approvals.take_back(OPERATOR, design_id).state is DesignState.PROOF_READY


def test_a_question_about_candidates_is_taken_back_to_the_candidates(shop):
    design_id = shop.design()
    shop.services.approvals.send_back(OPERATOR, design_id, "Is this your own picture?")
    assert shop.services.approvals.take_back(OPERATOR, design_id).state is DesignState.ARTWORK_READY


def test_the_customers_answer_is_a_new_version(shop):
    shown = shop.proofed()
    shop.services.approvals.send_back(OPERATOR, shown["id"], "Black, perhaps?")
    shop.services.designs.edit(OPERATOR, shown["id"], cloth="black")
    assert state_of(shop, shown["id"]) is DesignState.PREPARING


def test_what_a_check_has_stopped_is_not_taken_back(shop):
    with pytest.raises(ChecksBlocked, match=r"1\.1 mm"):
        shop.services.approvals.take_back(OPERATOR, shop.stopped()["id"])


@pytest.mark.parametrize("verb", ["send_back", "reject"])
def test_a_question_and_a_rejection_need_words(shop, verb):
    design_id = shop.proofed()["id"]
    with pytest.raises(InputRefused, match="needs a"):
        getattr(shop.services.approvals, verb)(OPERATOR, design_id, " ")


# --- nothing is approved unseen


def test_a_proof_that_has_changed_behind_the_page_is_not_approved(shop):
    design_id = shop.proofed()["id"]
    seen = shop.services.designs.get(OPERATOR, design_id).revision
    shop.services.approvals.send_back(OPERATOR, design_id, "Black?")
    shop.services.approvals.take_back(OPERATOR, design_id)
    with pytest.raises(Conflict, match="changed since the page was loaded"):
        shop.services.approvals.approve(OPERATOR, design_id, ApprovalRole.SHOP, seen=seen)
    assert state_of(shop, design_id) is DesignState.PROOF_READY


# --- trying again


def test_print_files_that_failed_are_made_once_more(shop):
    design_id = shop.design()
    shop.services.designs.choose(OPERATOR, design_id, 1)
    mend = break_offload(shop.services.preparation)
    shop.services.runner.drain()
    failed = shop.services.designs.get(OPERATOR, design_id)
    assert (failed.state, failed.reason) == (DesignState.FAILED, "The picture is too much. Make it smaller.")
    assert list(shop.services.queue.parked(OPERATOR)) == [], "the design itself says what is wrong"
    mend()
    assert shop.services.designs.try_again(OPERATOR, design_id).state is DesignState.PREPARING
    shop.services.runner.drain()
    files, proofs = shop.services.designs.files(OPERATOR, design_id)
    assert sorted(f.format for f in files) == ["pdf", "png"]
    assert len(proofs) == 1


def test_a_provider_that_was_given_up_is_asked_again_when_a_person_says_so(shop):
    mend = break_offload(shop.services.generation)
    design_id = shop.drawn()
    assert state_of(shop, design_id) is DesignState.FAILED
    mend()
    shop.services.designs.try_again(OPERATOR, design_id)
    shop.services.runner.drain()
    done = shop.services.designs.get(OPERATOR, design_id)
    assert (done.state, done.candidates[0].state) == (DesignState.ARTWORK_READY, CandidateState.READY)
    rows = shop.services.books.spending(OPERATOR, design_id=design_id).rows.items
    assert sorted(r.state.value for r in rows) == ["released", "settled"]


def test_where_nothing_failed_nothing_is_tried_again(shop):
    design_id = shop.design()
    with pytest.raises(Conflict, match="Nothing of this design has failed"):
        shop.services.designs.try_again(OPERATOR, design_id)
    assert state_of(shop, design_id) is DesignState.ARTWORK_READY


def test_a_candidate_remembers_the_prompt_it_was_drawn_by(shop):
    drawn = shop.services.designs.get(OPERATOR, shop.drawn())
    [prompt] = [c.prompt for c in drawn.candidates]
    assert "fox" in prompt.text
    assert prompt.style


def test_a_list_gets_a_picture_of_its_own_size(shop):
    [row] = shop.services.desk.designs_named(OPERATOR, [shop.drawn()])
    assert 0 < row.look.picture.bytes < 60_000


# --- a call whose answer was lost


@pytest.fixture
def lost(shop):
    """(shop, design, ledger row): the one candidate's call has gone unanswered."""
    mend = break_offload(shop.services.generation)
    design_id = shop.drawn()
    mend()
    with shop.services.store.writing() as tx:
        worker = system_caller(DEFAULT_TENANT, "generate")
        [given_up] = tx.ledger.page(DEFAULT_TENANT, design_id=design_id).items
        anew = replace(given_up, id="f" * 32, attempt=2, state=LedgerState.RESERVED, reason="")
        row = tx.ledger.move(tx.ledger.reserve(anew), LedgerState.SUBMITTING, worker)
        row = tx.ledger.move(row, LedgerState.UNKNOWN, worker, reason="The answer was lost.")
    return shop, design_id, row


def test_a_lost_call_is_booked_as_charged_or_not(lost):
    shop, _, row = lost
    settled = shop.services.books.settle(OPERATOR, row.id, charged=True)
    assert (settled.state, settled.actual) == (LedgerState.SETTLED, row.estimate)
    with pytest.raises(Conflict, match="settled"):
        shop.services.books.settle(OPERATOR, row.id, charged=False)
    [said] = [h for h in shop.services.orders.history(OPERATOR, row.id) if h.became == "settled"]
    assert (said.actor, said.note) == ("user:ada", "charged, looked up by hand")


def test_a_lost_call_that_was_not_charged_does_not_bar_its_provider(lost):
    shop, design_id, row = lost
    assert shop.services.books.settle(OPERATOR, row.id, charged=False).state is LedgerState.RELEASED
    shop.services.designs.try_again(OPERATOR, design_id)
    shop.services.runner.drain()
    assert state_of(shop, design_id) is DesignState.ARTWORK_READY


def test_a_lost_call_is_repeated_as_a_second_call_and_both_are_booked(lost):
    shop, design_id, row = lost
    shop.services.books.repeat(OPERATOR, row.id)
    shop.services.runner.drain()
    assert state_of(shop, design_id) is DesignState.ARTWORK_READY
    rows = shop.services.books.spending(OPERATOR, design_id=design_id).rows.items
    assert sorted(r.state.value for r in rows) == ["released", "settled", "settled"]
    assert len({(r.job_key, r.attempt) for r in rows}) == 3


def test_a_repeat_that_is_refused_books_nothing(lost):
    shop, design_id, row = lost
    shop.services.designs.delete(OPERATOR, design_id)
    with pytest.raises(Conflict):
        shop.services.books.repeat(OPERATOR, row.id)
    assert shop.services.books.spending(OPERATOR, state="unknown").rows.items == (row,)


# --- parked jobs


def test_a_parked_job_is_shown_with_its_design_and_starts_again(shop, monkeypatch):
    monkeypatch.setattr(type(shop.services.generation), "generate", _broken)
    design_id = shop.browser().post("/api/v1/designs", json=a_brief()).json["id"]
    with shop.services.store.writing() as tx:
        job = tx.jobs.claim(Lane.MODEL, "w", 60)
        tx.jobs.park(job, "RuntimeError: planted")
    [parked] = shop.services.queue.parked(OPERATOR)
    assert (parked.design_id, parked.job.last_error) == (design_id, "RuntimeError: planted")
    monkeypatch.undo()
    shop.services.queue.retry(OPERATOR, parked.job.id)
    shop.services.runner.drain()
    assert state_of(shop, design_id) is DesignState.ARTWORK_READY
    with pytest.raises(Conflict, match="not parked"):
        shop.services.queue.retry(OPERATOR, parked.job.id)


def _broken(*_):
    raise RuntimeError("planted")
