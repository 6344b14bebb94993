"""Several image services in one shop: who is asked, who is passed over, and what a picture of the wrong size comes to."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from pod.model.design import CandidateState, DesignState
from pod.model.errors import ProviderFailed
from pod.model.health import FAILURES_IN_A_ROW
from pod.model.money import Money
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Picture
from tests.doubles.studio import MODEL, PRICE, Fault, Studio, StudioSettings
from tests.services.bench import OPERATOR
from tests.web.shop import a_picture


class Paced(Studio):
    """A studio that may be asked only so often."""

    pace = (0, 0)

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, parallel=self.pace[0], per_minute=self.pace[1])


@pytest.fixture
def second(tmp_path):
    return Paced(StudioSettings(str(tmp_path / "second")), name="second", price=Money(1_000))


@pytest.fixture
def bench(open_a_bench, second):
    return open_a_bench(more_providers={"second": second})


def asked(bench, **changes) -> list[str]:
    """Who is asked for a picture, one after the other. Nobody draws it: that takes a second, and is not the point."""
    for studio in bench.tools.providers.values():
        studio.submits.append(OutcomeKind.NO_IMAGE)
    return providers_of(bench, bench.drawn(**changes))


def providers_of(bench, design) -> list[str]:
    return [row.provider for row in bench.ledger(design)]


# --- models that are gone


def test_a_model_that_is_gone_is_not_asked_again_by_anybody(bench, second):
    bench.studio.submits.append(OutcomeKind.MODEL_GONE)
    assert asked(bench) == ["studio", "second"]
    assert asked(bench, seed=8) == ["second"]
    assert len(bench.studio.asked) == 1
    with bench.store.reading() as tx:
        assert "So it was scripted." in tx.health.dead()["studio", MODEL]


def test_where_only_a_model_that_is_gone_is_left_nothing_is_sent_and_the_reason_is_said(open_a_bench):
    bench = open_a_bench()
    bench.studio.submits.append(OutcomeKind.MODEL_GONE)
    bench.drawn()
    with pytest.raises(ProviderFailed, match=f"studio: its model {MODEL} is gone"):
        bench.asked(seed=8)
    assert len(bench.studio.asked) == 1


def test_a_task_that_is_not_found_is_no_model_that_is_gone(open_a_bench):
    bench = open_a_bench(studio={"waits": True})
    bench.studio.looks.append(OutcomeKind.MODEL_GONE)
    design = bench.drawn()
    bench.wait(60)
    assert bench.states(design) == ["settled"]
    with bench.store.reading() as tx:
        assert tx.health.dead() == {}


# --- circuits


def test_a_service_that_keeps_failing_is_passed_over_and_tried_again_later(bench, second):
    bench.studio.submits.extend([OutcomeKind.AUTH] * FAILURES_IN_A_ROW)
    for seed in range(FAILURES_IN_A_ROW):
        assert asked(bench, seed=seed) == ["studio", "second"]
    assert asked(bench, seed=50)[-1] == "second"
    assert len(bench.studio.asked) == FAILURES_IN_A_ROW
    bench.clock.forward(60)
    assert asked(bench, seed=51) == ["studio"]


def test_the_reason_for_the_choice_stands_in_the_history_of_the_row(bench, second):
    bench.studio.submits.append(OutcomeKind.QUOTA)
    second.submits.append(OutcomeKind.NO_IMAGE)
    *_, row = bench.ledger(bench.drawn())
    with bench.store.reading() as tx:
        (note,) = [h.note for h in tx.designs.history("main", row.id) if h.became == "submitting"]
    assert "second" in note
    assert "studio: was asked for this before" in note


def test_a_wait_that_one_picture_was_told_of_holds_for_the_others(bench, second):
    until = bench.clock.now().replace(hour=13)
    bench.studio.submits.append(Outcome(OutcomeKind.RATE_LIMITED, until=until))
    bench.drawn()
    assert asked(bench, seed=8)[-1] == "second"
    assert len(bench.studio.asked) == 1


# --- the route


@pytest.mark.parametrize(("route", "first"), [("order", "studio"), ("price", "second")])
def test_the_shops_route_decides_who_is_asked_first(open_a_bench, second, route, first):
    bench = open_a_bench(more_providers={"second": second}, route=route)
    assert asked(bench) == [first]


def test_the_fastest_of_late_is_asked_first_once_it_is_known(open_a_bench, second):
    bench = open_a_bench(more_providers={"second": second}, route="speed")
    with bench.store.writing() as tx:
        tx.health.change("studio", lambda h: replace(h, latency_ms=30_000))
        tx.health.change("second", lambda h: replace(h, latency_ms=10_000))
    assert asked(bench) == ["second"]


# --- turns


def test_no_more_are_asked_for_at_a_time_than_the_service_bears(open_a_bench, tmp_path):
    slow = Paced(StudioSettings(str(tmp_path / "slow")), name="slow", waits=True, polls=2, poll_s=5.0)
    slow.pace = (1, 0)
    bench = open_a_bench(more_providers={"slow": slow})
    design = bench.drawn(provider="slow", candidates=2)
    assert sorted(bench.states(design)) == ["reserved", "submitted"]
    bench.wait(60)
    assert bench.states(design) == ["settled"] * 2
    assert len(slow.charged) == 2


def test_no_more_are_asked_for_in_a_minute_than_the_service_bears(open_a_bench, second):
    second.pace = (2, 6)
    second.submits.extend([OutcomeKind.NO_IMAGE] * 4)
    bench = open_a_bench(more_providers={"second": second})
    bench.drawn(provider="second", candidates=4)
    assert len(second.asked) == 2
    bench.wait(9)
    assert len(second.asked) == 2
    bench.wait(60)
    assert len(second.asked) == 4


# --- tasks that are over


def test_a_task_that_ended_without_a_picture_and_a_charge_is_asked_for_anew(open_a_bench, monkeypatch):
    bench = open_a_bench(studio={"waits": True})
    ended = Outcome(OutcomeKind.UNAVAILABLE, reason="The task has failed.", ended=True)
    answers = [ended]
    polled = bench.studio.poll
    monkeypatch.setattr(bench.studio, "poll", lambda task: answers.pop() if answers else polled(task))
    design = bench.drawn()
    bench.wait(120)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["released", "settled"]


def test_the_time_in_which_this_program_was_down_is_not_held_against_a_task(open_a_bench):
    bench = open_a_bench(studio={"waits": True, "polls": 3, "idempotent": True})
    bench.studio.submits.append(Fault.CRASH)
    design = bench.drawn()
    bench.clock.forward(7200)
    bench.wait(60)
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert bench.states(design) == ["settled"]


def test_a_task_that_is_waited_for_long_is_waited_for_as_long_as_its_service_needs(open_a_bench, tmp_path):
    class Patient(Studio):
        @property
        def capabilities(self) -> Capabilities:
            return replace(super().capabilities, patience_s=48 * 3600.0)

    patient = Patient(StudioSettings(str(tmp_path / "patient")), name="patient", waits=True, polls=30, poll_s=3600.0)
    bench = open_a_bench(more_providers={"patient": patient})
    design = bench.drawn(provider="patient")
    bench.wait(31 * 3600)
    assert bench.design(design).state is DesignState.ARTWORK_READY


# --- pictures of the wrong size


def smaller() -> Outcome:
    with Image.open(io.BytesIO(a_picture(400))) as picture:
        data = io.BytesIO()
        picture.save(data, "PNG")
    note = "4096 × 4096 px were asked for, 400 × 400 px were delivered."
    picture = Picture(data.getvalue(), notes=(note,))
    return Outcome(OutcomeKind.WRONG_SIZE, picture, MODEL, cost=PRICE, reason=note)


def test_a_smaller_picture_is_kept_as_what_it_is_and_says_so(open_a_bench):
    bench = open_a_bench(on_wrong_size="keep")
    bench.studio.submits.append(smaller())
    design = bench.drawn()
    candidate = bench.candidate(design)
    assert candidate.state is CandidateState.READY
    artwork = bench.designs.artwork(OPERATOR, candidate.artwork_id)
    assert (artwork.width_px, artwork.height_px) == (400, 400)
    assert any("were delivered" in note for note in artwork.provenance.notes)
    assert bench.states(design) == ["settled"]


def test_a_smaller_picture_is_paid_for_and_asked_for_elsewhere_where_the_shop_says_so(open_a_bench, second):
    bench = open_a_bench(more_providers={"second": second}, on_wrong_size="elsewhere")
    bench.studio.submits.append(smaller())
    design = bench.drawn()
    assert design.state is DesignState.ARTWORK_READY
    assert providers_of(bench, design) == ["studio", "second"]
    assert bench.states(design) == ["settled", "settled"]
    assert bench.spent() == PRICE + Money(1_000)


def test_a_smaller_picture_is_refused_where_the_shop_says_so_and_booked_all_the_same(open_a_bench):
    bench = open_a_bench(on_wrong_size="refuse")
    bench.studio.submits.append(smaller())
    design = bench.drawn()
    assert design.state is DesignState.FAILED
    assert "were delivered" in design.reason
    assert bench.spent() == PRICE
