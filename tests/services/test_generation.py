"""From a queued candidate to checked artwork: paid for once, whatever the image service answers."""

from __future__ import annotations

import pytest

from pod.model.caller import Caller, Role
from pod.model.design import CandidateState, DesignState
from pod.model.errors import Conflict, LostLease, NotAllowed, TooManyRequests, TooMuchWork, Unavailable
from pod.model.ledger import LedgerState
from pod.model.money import Money
from pod.providers.base import NEXT_PROVIDER, SAFE_TO_REPEAT, Capabilities, Outcome, OutcomeKind
from pod.services.generation import Generation
from pod.services.pictureanswers import SHOWS_WITHIN_S
from pod.services.provider_call import LOOKS, How, Verdict, how_to_ask, verdict
from tests.doubles.studio import PRICE, Fault, Studio, StudioSettings
from tests.services.bench import OPERATOR, SHOPPER
from tests.web.shop import a_picture

HOUR_S = 3600.0
ANSWERED = frozenset({OutcomeKind.BLOCKED, OutcomeKind.NO_IMAGE, OutcomeKind.WRONG_SIZE, OutcomeKind.INVALID_REQUEST})


# --- the decisions, as tables


def can(**yes: bool) -> Capabilities:
    return Capabilities(sizes_px=(), alpha=True, seed=True, edits=False, vector=False, **yes)


@pytest.mark.parametrize(
    ("found", "capabilities", "how"),
    [
        (LedgerState.RESERVED, can(), How.SUBMIT),
        (LedgerState.SUBMITTED, can(), How.POLL),
        (LedgerState.SUBMITTED, can(idempotent=True), How.POLL),
        (LedgerState.SUBMITTING, can(), How.NOBODY_KNOWS),
        (LedgerState.SUBMITTING, can(finds_by_key=True), How.LOOK_UP),
        (LedgerState.SUBMITTING, can(idempotent=True), How.SUBMIT_AGAIN),
        (LedgerState.SUBMITTING, can(idempotent=True, finds_by_key=True), How.SUBMIT_AGAIN),
        (LedgerState.SUBMITTING, can(local_cpu=True), How.SUBMIT),
    ],
)
def test_how_a_call_is_made_depends_on_what_was_found_and_on_what_the_provider_can(found, capabilities, how):
    assert how_to_ask(found, capabilities) is how


@pytest.mark.parametrize("how", How)
@pytest.mark.parametrize("capabilities", [can(), can(finds_by_key=True), can(idempotent=True)])
def test_only_the_first_call_of_a_row_may_be_followed_by_another(how, capabilities):
    bought_anew = {
        kind for kind in OutcomeKind if verdict(how, kind, capabilities) in (Verdict.REPEAT, Verdict.NEXT_PROVIDER)
    }
    assert bought_anew == (SAFE_TO_REPEAT | NEXT_PROVIDER if how is How.SUBMIT else set())


@pytest.mark.parametrize("how", How)
def test_what_was_answered_is_an_end_and_a_lost_answer_never_a_repeat(how):
    answered = ANSWERED - {OutcomeKind.INVALID_REQUEST} if how in LOOKS else ANSWERED
    assert {verdict(how, kind, can()) for kind in answered} == {Verdict.FAIL}
    assert verdict(how, OutcomeKind.UNKNOWN, can()) is Verdict.LOST
    for capabilities in (can(finds_by_key=True), can(idempotent=True)):
        submitted = how in (How.SUBMIT, How.SUBMIT_AGAIN)
        wanted = Verdict.ASK_AGAIN if submitted else Verdict.LOST
        assert verdict(how, OutcomeKind.UNKNOWN, capabilities) is wanted


@pytest.mark.parametrize("how", LOOKS)
def test_a_look_that_was_a_wrong_question_says_nothing_about_the_picture(how):
    assert verdict(how, OutcomeKind.INVALID_REQUEST, can()) is Verdict.LOST
    assert verdict(how, OutcomeKind.INVALID_REQUEST, can(), ended=True) is Verdict.FAIL
    assert verdict(how, OutcomeKind.UNKNOWN, can(), not_there=True) is Verdict.ASK_AGAIN


# --- one candidate


def test_a_drawn_candidate_has_its_artwork_its_prompt_and_one_settled_row(bench):
    design = bench.drawn()
    candidate = bench.candidate(design)
    assert (design.state, candidate.state, candidate.outcome) == (DesignState.ARTWORK_READY, CandidateState.READY, "ok")
    assert candidate.prompt is not None
    assert candidate.prompt.style == "minimal"
    (row,) = bench.ledger(design)
    assert (row.state, row.actual, row.provider) == (LedgerState.SETTLED, PRICE, "studio")
    assert bench.studio.charged == [row.id]
    artwork = bench.designs.artwork(SHOPPER, candidate.artwork_id)
    for ref in (artwork.file, artwork.preview):
        assert bench.files.verify(ref)


@pytest.mark.parametrize("kind", sorted(ANSWERED))
def test_an_answer_without_a_picture_ends_the_candidate_and_costs_nothing(bench, kind):
    bench.studio.submits.append(kind)
    design = bench.drawn()
    ended = DesignState.REFUSED if kind is OutcomeKind.BLOCKED else DesignState.FAILED
    assert (design.state, bench.candidate(design).outcome) == (ended, kind.value)
    assert "So it was scripted." in design.reason
    assert bench.states(design) == ["released"]
    assert bench.spent() == Money(0)
    assert bench.parked() == []


def test_a_failure_that_was_charged_for_is_booked_with_its_price(bench):
    bench.studio.submits.append(Outcome(OutcomeKind.NO_IMAGE, cost=Money(7)))
    design = bench.drawn()
    (row,) = bench.ledger(design)
    assert (row.state, row.actual) == (LedgerState.SETTLED, Money(7))
    assert design.state is DesignState.FAILED


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.EMPTY])
def test_what_was_delivered_and_is_no_picture_was_paid_for_all_the_same(bench, fault):
    bench.studio.submits.append(fault)
    design = bench.drawn()
    (row,) = bench.ledger(design)
    assert (row.state, row.actual) == (LedgerState.SETTLED, PRICE)
    assert (design.state, bench.candidate(design).outcome) == (DesignState.FAILED, "no_image")


@pytest.mark.parametrize("kind", sorted(SAFE_TO_REPEAT))
def test_a_refusal_before_acceptance_is_repeated_and_the_picture_is_paid_for_once(bench, kind):
    bench.studio.submits.extend([kind, kind])
    design = bench.drawn()
    assert design.state is DesignState.GENERATING
    bench.wait(60)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["released", "released", "settled"]
    assert len(bench.studio.charged) == 1


def test_a_service_that_never_answers_ends_with_a_sentence_and_a_new_round_asks_it_again(bench):
    bench.studio.submits.extend([OutcomeKind.UNAVAILABLE] * 3)
    design = bench.drawn()
    bench.wait(600)
    failed = bench.design(design)
    assert failed.state is DesignState.FAILED
    assert "does not answer" in failed.reason
    bench.designs.try_again(SHOPPER, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["released"] * 3 + ["settled"]


def test_a_time_that_the_service_names_is_waited_for(bench):
    until = bench.clock.now().replace(hour=13)
    bench.studio.submits.append(Outcome(OutcomeKind.RATE_LIMITED, until=until))
    design = bench.drawn()
    bench.wait(3000)
    assert bench.design(design).state is DesignState.GENERATING
    bench.wait(900)
    assert bench.design(design).state is DesignState.ARTWORK_READY


# --- several providers


@pytest.fixture
def two(open_a_bench, tmp_path):
    second = Studio(StudioSettings(str(tmp_path / "second")), name="second")
    return open_a_bench(more_providers={"second": second}), second


@pytest.mark.parametrize("kind", sorted(NEXT_PROVIDER - SAFE_TO_REPEAT))
def test_the_next_provider_is_asked_when_the_first_one_cannot(two, kind):
    bench, second = two
    bench.studio.submits.append(kind)
    design = bench.drawn()
    assert design.state is DesignState.ARTWORK_READY
    assert [(r.provider, r.state.value) for r in bench.ledger(design)] == [
        ("studio", "released"),
        ("second", "settled"),
    ]
    assert (len(bench.studio.charged), len(second.charged)) == (0, 1)


def test_a_provider_that_stays_silent_is_given_up_for_the_next_after_a_few_tries(two):
    bench, second = two
    bench.studio.submits.extend([OutcomeKind.UNAVAILABLE] * 9)
    design = bench.drawn()
    bench.wait(600)
    assert [r.provider for r in bench.ledger(design)] == ["studio"] * 3 + ["second"]
    assert len(second.charged) == 1


@pytest.mark.parametrize("kind", sorted(ANSWERED))
def test_an_answer_is_not_taken_to_a_laxer_provider(two, kind):
    bench, second = two
    bench.studio.submits.append(kind)
    design = bench.drawn()
    assert design.state in (DesignState.FAILED, DesignState.REFUSED)
    assert second.asked == []


def test_a_brief_that_names_its_provider_is_taken_to_no_other(two):
    bench, second = two
    bench.studio.submits.append(OutcomeKind.QUOTA)
    design = bench.drawn(provider="studio")
    assert design.state is DesignState.FAILED
    assert "quota" in design.reason
    assert second.asked == []


def test_when_all_have_refused_the_last_ones_own_words_are_the_reason(two):
    bench, second = two
    bench.studio.submits.append(OutcomeKind.AUTH)
    second.submits.append(OutcomeKind.MODEL_GONE)
    design = bench.drawn()
    assert design.state is DesignState.FAILED
    assert "switched off" in design.reason


def test_a_new_round_asks_every_provider_again(two):
    bench, second = two
    bench.studio.submits.append(OutcomeKind.AUTH)
    second.submits.append(OutcomeKind.AUTH)
    design = bench.drawn()
    bench.designs.try_again(SHOPPER, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1


# --- tasks that take their time


def test_a_task_is_submitted_once_and_polled_until_it_is_done(open_a_bench):
    bench = open_a_bench(studio={"waits": True, "polls": 3})
    design = bench.drawn()
    assert bench.states(design) == ["submitted"]
    bench.wait(10)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert [a.split()[0] for a in bench.studio.asked] == ["submit", "poll", "poll", "poll"]
    assert bench.states(design) == ["settled"]


@pytest.mark.parametrize("kind", sorted(SAFE_TO_REPEAT | NEXT_PROVIDER))
def test_a_poll_that_is_refused_is_asked_again_and_nothing_is_bought_anew(open_a_bench, kind):
    """The picture is being made: a refused look at it is no refusal of it."""
    bench = open_a_bench(studio={"waits": True})
    bench.studio.looks.extend([kind, kind])
    design = bench.drawn()
    bench.wait(120)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1
    assert bench.states(design) == ["settled"]


NOT_THERE = Outcome(OutcomeKind.UNKNOWN, reason="The service knows no such task.", not_there=True)


def test_a_task_that_is_not_there_yet_is_looked_for_again(open_a_bench):
    bench = open_a_bench(studio={"waits": True})
    bench.studio.looks.extend([NOT_THERE] * 3)
    design = bench.drawn()
    bench.wait(120)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["settled"]


def test_a_task_that_does_not_show_within_minutes_counts_as_paid_and_says_why(open_a_bench):
    bench = open_a_bench(studio={"waits": True})
    bench.studio.looks.extend([NOT_THERE] * 100)
    design = bench.drawn()
    bench.wait(SHOWS_WITHIN_S - 60)
    assert bench.design(design).state is DesignState.GENERATING
    bench.wait(120)
    assert bench.candidate(design).outcome == "unknown"
    assert NOT_THERE.reason in bench.design(design).reason
    assert bench.states(design) == ["unknown"]
    assert len(bench.studio.charged) == 1


def test_a_question_about_a_task_that_is_wrong_is_not_repeated_and_the_picture_counts_as_paid(open_a_bench):
    bench = open_a_bench(studio={"waits": True}, on_unknown="ask")
    bench.studio.looks.append(OutcomeKind.INVALID_REQUEST)
    design = bench.drawn()
    bench.wait(10)
    assert bench.candidate(design).outcome == "unknown"
    assert "So it was scripted." in bench.design(design).reason
    assert bench.states(design) == ["unknown"]
    assert bench.spent() == PRICE
    assert [a.split()[0] for a in bench.studio.asked] == ["submit", "poll"]


@pytest.mark.parametrize("what", ["never done", "never answered"])
def test_a_task_without_an_end_is_given_up_and_counts_as_paid(open_a_bench, what):
    bench = open_a_bench(studio={"waits": True, "polls": 10**6, "poll_s": 100.0})
    if what == "never answered":
        bench.studio.looks.extend([OutcomeKind.UNAVAILABLE] * 10**4)
    design = bench.drawn()
    bench.wait(HOUR_S - 120)
    assert bench.design(design).state is DesignState.GENERATING
    bench.wait(300)
    assert bench.design(design).state is DesignState.FAILED
    assert bench.states(design) == ["unknown"]
    assert bench.spent() == PRICE


# --- answers that are lost


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_a_lost_answer_counts_as_paid_and_waits_for_an_operator(bench, fault):
    bench.studio.submits.append(fault)
    design = bench.drawn()
    assert (design.state, bench.candidate(design).outcome) == (DesignState.FAILED, "unknown")
    assert bench.states(design) == ["unknown"]
    assert bench.spent() == PRICE
    with pytest.raises(NotAllowed, match="may have been paid"):
        bench.designs.try_again(SHOPPER, design.id)
    assert bench.design(design).state is DesignState.FAILED
    bench.designs.try_again(OPERATOR, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["unknown", "settled"]
    assert bench.spent() == PRICE + PRICE


def test_a_lost_answer_is_looked_up_not_sent_again(open_a_bench):
    bench = open_a_bench(studio={"finds_by_key": True})
    bench.studio.submits.append(Fault.ANSWER_LOST)
    design = bench.drawn()
    bench.wait(60)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1
    assert bench.states(design) == ["settled"]


def test_what_surely_never_arrived_is_sent_anew(open_a_bench):
    bench = open_a_bench(studio={"finds_by_key": True})
    bench.studio.submits.append(Fault.REQUEST_LOST)
    design = bench.drawn()
    bench.wait(60)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1
    assert bench.states(design) == ["released", "settled"]


@pytest.mark.parametrize("kind", sorted(SAFE_TO_REPEAT | NEXT_PROVIDER))
def test_a_look_up_that_failed_is_not_an_absence(open_a_bench, kind):
    bench = open_a_bench(studio={"finds_by_key": True})
    bench.studio.submits.append(Fault.ANSWER_LOST)
    bench.studio.looks.extend([kind, kind])
    design = bench.drawn()
    bench.wait(120)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1


def test_a_provider_that_takes_a_key_once_is_asked_with_the_same_key(open_a_bench):
    bench = open_a_bench(studio={"idempotent": True})
    bench.studio.submits.append(Fault.ANSWER_LOST)
    design = bench.drawn()
    bench.wait(60)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert len(bench.studio.charged) == 1
    assert [a.split()[0] for a in bench.studio.asked] == ["submit", "submit"]


@pytest.mark.parametrize("abilities", [{}, {"finds_by_key": True}, {"idempotent": True}], ids=str)
def test_an_adapter_that_breaks_during_the_call_buys_no_second_picture(open_a_bench, abilities):
    bench = open_a_bench(studio=abilities)
    bench.studio.submits.append(Fault.CRASH)
    design = bench.drawn()
    bench.wait(120)
    assert len(bench.studio.charged) == (1 if abilities else 0)
    assert bench.design(design).state is (DesignState.ARTWORK_READY if abilities else DesignState.FAILED)
    assert "planted-secret" not in bench.design(design).reason


def test_the_written_policy_repeats_a_lost_call_once_and_books_both(open_a_bench):
    bench = open_a_bench(on_unknown="repeat")
    bench.studio.submits.append(Fault.ANSWER_LOST)
    design = bench.drawn()
    assert design.state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["unknown", "settled"]
    assert bench.spent() == PRICE + PRICE


def test_the_written_policy_does_not_repeat_for_ever(open_a_bench):
    bench = open_a_bench(on_unknown="repeat")
    bench.studio.submits.extend([Fault.ANSWER_LOST] * 5)
    design = bench.drawn()
    bench.wait(600)
    assert bench.design(design).state is DesignState.FAILED
    assert bench.states(design) == ["unknown", "unknown"]
    assert len(bench.studio.charged) == 2


# --- settings that change under a running design


def test_a_provider_that_is_no_longer_set_up_is_not_mistaken_for_another(two):
    bench, second = two
    bench.studio.submits.append(Fault.CRASH)
    design = bench.drawn()
    bench.tools.providers = {"second": second}
    bench.wait(60)
    assert bench.design(design).state is DesignState.FAILED
    assert "not set up any more" in bench.design(design).reason
    assert bench.states(design) == ["unknown"]
    assert second.asked == []


def test_a_named_provider_that_is_gone_before_it_was_asked_fails_in_a_sentence_and_costs_nothing(two):
    bench, second = two
    design = bench.asked(provider="studio")
    bench.tools.providers = {"second": second}
    bench.run()
    assert bench.design(design).state is DesignState.FAILED
    assert bench.states(design) == ["released"]
    assert second.asked == []


def test_a_provider_that_is_gone_before_it_was_asked_is_replaced_by_the_next(two):
    bench, second = two
    design = bench.asked()
    bench.tools.providers = {"second": second}
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert [(r.provider, r.state.value) for r in bench.ledger(design)] == [
        ("studio", "released"),
        ("second", "settled"),
    ]


# --- budget


def test_a_request_beyond_the_budget_is_refused_with_the_figures_and_leaves_nothing(open_a_bench):
    bench = open_a_bench(budget=Money(100_000))
    with pytest.raises(TooManyRequests, match=r"0\.10.*0\.04") as refused:
        bench.asked(candidates=3)
    assert refused.value.details["retry_after_s"] == 12 * 3600 - 1
    assert bench.designs.page(OPERATOR).items == ()
    assert bench.spent() == Money(0)
    assert bench.asked(candidates=2).state is DesignState.BRIEFED


def test_trying_again_beyond_the_budget_is_refused_before_anything_changes(open_a_bench):
    bench = open_a_bench(budget=PRICE)
    bench.studio.submits.append(Outcome(OutcomeKind.NO_IMAGE, cost=PRICE))
    design = bench.drawn()
    with pytest.raises(TooManyRequests):
        bench.designs.try_again(SHOPPER, design.id)
    assert bench.design(design) == design


def test_a_failover_beyond_the_budget_ends_in_a_sentence(open_a_bench, tmp_path):
    dear = Studio(StudioSettings(str(tmp_path / "dear")), name="dear", price=Money(999_000))
    bench = open_a_bench(more_providers={"dear": dear}, budget=Money(100_000))
    bench.studio.submits.append(OutcomeKind.QUOTA)
    design = bench.drawn()
    assert (design.state, bench.candidate(design).outcome) == (DesignState.FAILED, "daily_budget")
    assert "opens again" in design.reason
    assert dear.charged == []


def test_another_tenants_spending_is_its_own(open_a_bench):
    bench = open_a_bench(budget=PRICE)
    bench.drawn()
    other = Caller("other", "shopper", Role.SHOPPER)
    assert bench.designs.request_design(other, bench.design(bench.designs.page(OPERATOR).items[0]).brief)


# --- limits and faults of our own


def test_picture_work_that_broke_off_is_done_again(bench):
    bench.offload.breaks.append(TooMuchWork("too_much_work", "It needs too much."))
    design = bench.drawn()
    assert design.state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["settled"]
    assert len(bench.studio.charged) == 1


def test_picture_work_that_breaks_off_again_and_again_is_booked_and_ends(bench):
    bench.offload.breaks.extend([TooMuchWork("too_much_work", "It needs too much.")] * 3)
    design = bench.drawn()
    assert design.state is DesignState.FAILED
    assert bench.states(design) == ["settled"]
    assert len(bench.studio.charged) == 1


def test_an_upload_that_broke_off_is_worked_on_again_and_at_last_refused(bench):
    png = bench.files.put(a_picture(), "image/png")
    upload = bench.pictures.upload(SHOPPER, bench.files.open(png), "mine.png")
    bench.offload.breaks.extend([TooMuchWork("too_much_work", "It needs too much.")] * 3)
    design = bench.drawn(subject="", upload_id=upload.id)
    assert design.state is DesignState.GENERATING
    bench.wait(300)
    assert bench.design(design).state is DesignState.FAILED
    assert "too much" in bench.design(design).reason
    bench.designs.try_again(SHOPPER, design.id)
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.ledger(design) == []


def test_an_upload_whose_file_has_gone_fails_in_a_sentence(bench):
    upload = bench.pictures.upload(SHOPPER, a_picture(), "mine.png")
    bench.files.path(upload.file).unlink()
    design = bench.drawn(subject="", upload_id=upload.id)
    assert design.state is DesignState.FAILED
    assert "cannot be read" in design.reason


def test_what_pod_itself_lacks_is_waited_for_without_an_end(bench):
    bench.offload.breaks.extend([Unavailable("disk_full", "The disk is full.")] * 50)
    upload = bench.files.put(a_picture(), "image/png")
    with pytest.raises(Unavailable):
        bench.pictures.upload(SHOPPER, bench.files.open(upload), "mine.png")
    bench.offload.breaks.clear()
    own = bench.pictures.upload(SHOPPER, a_picture(), "mine.png")
    bench.offload.breaks.extend([Unavailable("disk_full", "The disk is full.")] * 50)
    design = bench.drawn(subject="", upload_id=own.id)
    bench.wait(600)
    assert bench.design(design).state is DesignState.GENERATING
    bench.wait(600)
    assert bench.design(design).state is DesignState.ARTWORK_READY


def test_a_job_that_is_parked_leaves_no_design_waiting_for_it(bench, monkeypatch):
    """A fault of ours at every try: the design ends in a sentence, and asking again works once it is mended."""

    def broken(*_: object) -> None:
        raise KeyError("planted-secret-4711")

    design_id = bench.asked().id
    with monkeypatch.context() as patch:
        patch.setattr("pod.services.asking.request_for", broken)
        bench.run()
        bench.wait(2 * HOUR_S)
    failed = bench.designs.get(SHOPPER, design_id)
    assert failed.state is DesignState.FAILED
    assert "did not foresee" in failed.reason
    assert "planted-secret" not in failed.reason
    assert len(bench.parked()) == 1
    assert bench.states(failed) == ["released"]
    bench.designs.try_again(SHOPPER, design_id)
    bench.run()
    assert bench.designs.get(SHOPPER, design_id).state is DesignState.ARTWORK_READY
    assert bench.parked() == []


def test_a_worker_that_lost_its_lease_does_not_take_a_call_that_is_under_way_for_a_lost_one(bench, monkeypatch):
    """It was paused before it looked into the ledger. When it wakes, another worker is in the middle of the call: without
    the fence it would find that row, take its answer for lost, and fail the candidate under the other's hands."""
    announce, submit = Generation._announce, bench.studio.submit
    refused = []

    def paused(generation, *stale):
        monkeypatch.undo()
        with bench.store.writing() as tx:
            # what a lapse does: another claim, under a newer fence
            tx.jobs.release("bench")

        def meanwhile(request, key):
            try:
                announce(generation, *stale)
            except LostLease as e:
                refused.append(e.code)
            return submit(request, key)

        bench.studio.submit = meanwhile
        bench.run()
        return announce(generation, *stale)

    monkeypatch.setattr(Generation, "_announce", paused)
    design = bench.drawn()
    assert refused == ["lost_lease"]
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["settled"]
    assert len(bench.studio.charged) == 1


def test_other_candidates_go_on_when_one_has_failed(bench):
    bench.studio.submits.append(OutcomeKind.BLOCKED)
    design = bench.drawn(candidates=3)
    assert design.state is DesignState.ARTWORK_READY
    assert sorted(c.state.value for c in design.candidates) == ["failed", "ready", "ready"]
    again = bench.designs.try_again(SHOPPER, design.id)
    assert again.state is DesignState.GENERATING
    bench.run()
    assert [c.state for c in bench.design(design).candidates] == [CandidateState.READY] * 3
    with pytest.raises(Conflict, match="Nothing"):
        bench.designs.try_again(SHOPPER, design.id)


# --- deleted on the way


def test_a_design_that_was_deleted_before_it_was_drawn_costs_nothing(bench):
    design = bench.asked(candidates=2)
    bench.designs.delete(SHOPPER, design.id)
    bench.run()
    assert bench.studio.asked == []
    assert bench.states(design) == ["released", "released"]
    assert bench.design(design).state is DesignState.ARCHIVED
    assert bench.parked() == []


def test_a_design_that_was_deleted_while_it_was_drawn_counts_as_paid(open_a_bench):
    bench = open_a_bench(studio={"waits": True, "polls": 5})
    design = bench.drawn()
    bench.designs.delete(SHOPPER, design.id)
    bench.wait(60)
    assert bench.states(design) == ["unknown"]
    assert bench.design(design).state is DesignState.ARCHIVED
