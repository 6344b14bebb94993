"""A picture that came smaller than asked for is made larger by Stability: paid for once, and kept whatever becomes of it."""

from __future__ import annotations

import pytest

from pod.http import any_address
from pod.model.budget import Budgets
from pod.model.design import CandidateState
from pod.model.money import Money
from pod.providers.remote import Outside
from pod.providers.stability import Stability, StabilitySettings
from tests.doubles.studio import PRICE
from tests.servers.stability import KEY, StabilityService
from tests.services.bench import OPERATOR
from tests.services.test_routing import smaller

FAST = Money(20_000)


@pytest.fixture
def service():
    with StabilityService() as service:
        yield service


@pytest.fixture
def shop(open_a_bench, service):
    """The studio draws; whatever it delivers too small is made larger."""
    adapter = Stability(StabilitySettings(api_key=KEY, base_url=service.url), Outside(links=any_address))
    return lambda **more: open_a_bench(more_providers={"stability": adapter}, on_wrong_size="upscale", **more)


def drawn(bench):
    """The side of the picture that is kept, what is said of it, and the books as (provider, state)."""
    bench.studio.submits.append(smaller())
    design = bench.drawn(provider="studio")
    return looked_at(bench, design)


def looked_at(bench, design):
    candidate = bench.candidate(design)
    assert candidate.state is CandidateState.READY
    artwork = bench.designs.artwork(OPERATOR, candidate.artwork_id)
    rows = [(row.provider, row.state.value) for row in bench.ledger(design)]
    return artwork.width_px, " ".join(artwork.provenance.notes), rows


def test_it_is_made_larger_and_both_calls_are_booked_and_said(shop, service):
    bench = shop()
    width_px, notes, rows = drawn(bench)
    assert width_px == 4 * 400
    assert "400 × 400 px were delivered" in notes
    assert "made larger by upscale-fast of stability: 1600 × 1600 px" in notes
    assert rows == [("studio", "settled"), ("stability", "settled")]
    assert bench.spent() == Money(PRICE.micros + FAST.micros)
    assert [call.route for call in service.paid_calls()] == ["/v2beta/stable-image/upscale/fast"]


@pytest.mark.parametrize(
    ("mode", "state", "charged"),
    [("internal", "released", 0), ("nothing left", "released", 0), ("filtered", "settled", 1), ("cut", "unknown", 1)],
)
def test_where_that_fails_it_is_kept_as_it_came_and_says_why(shop, service, mode, state, charged):
    service.play(mode)
    width_px, notes, rows = drawn(shop())
    assert width_px == 400
    assert "kept as it came: making it larger has failed" in notes
    assert rows == [("studio", "settled"), ("stability", state)]
    assert len(service.charged) == charged


def test_what_shows_another_picture_is_paid_for_and_not_taken(shop, service):
    """The service redraws what it was to enlarge."""
    service.play("redrawn")
    width_px, notes, rows = drawn(shop())
    assert width_px == 400
    assert "kept as it came: what stability made of it is another picture" in notes
    assert rows == [("studio", "settled"), ("stability", "settled")]


def test_a_budget_that_does_not_hold_it_is_kept_to(shop, service):
    width_px, notes, rows = drawn(shop(budgets=Budgets(Money(PRICE.micros + FAST.micros - 1))))
    assert width_px == 400
    assert "does not hold another picture" in notes
    assert (rows, service.calls) == ([("studio", "settled")], [])


def test_where_nobody_makes_it_larger_it_is_kept(open_a_bench):
    width_px, notes, _ = drawn(open_a_bench(on_wrong_size="upscale"))
    assert width_px == 400
    assert "no service that is set up" in notes


def test_a_call_that_broke_off_is_not_made_again_and_counts_as_paid(shop, service, monkeypatch):
    bench = shop(studio={"waits": True})
    bench.studio.looks.extend([smaller(), smaller()])
    enlarge, died = Stability.enlarge, []

    def dies_once(*args):
        answer = enlarge(*args)
        if not died:
            died.append(answer)
            raise RuntimeError("between the answer and the books")
        return answer

    monkeypatch.setattr(Stability, "enlarge", dies_once)
    design = bench.drawn(provider="studio")
    bench.wait(600)
    width_px, notes, rows = looked_at(bench, design)
    assert width_px == 400
    assert "not paid for twice" in notes
    assert rows == [("studio", "settled"), ("stability", "unknown")]
    assert len(service.charged) == 1
