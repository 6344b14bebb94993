"""A parked job that is retried by hand takes up again what it was for, and not only itself."""

from __future__ import annotations

import pytest

from pod.model.design import DesignState
from pod.model.errors import Conflict, NotAllowed
from pod.model.handoff import HandOffState
from pod.services.queue import Queue
from tests.services.bench import OPERATOR, VIEWER


def broken(*_: object) -> None:
    raise KeyError("a fault of ours")


def queue_of(bench) -> Queue:
    return Queue(bench.tools, bench.designs, bench.orders)


def parked(bench) -> int:
    [found] = queue_of(bench).parked(OPERATOR)
    return found.job.id


def test_a_drawing_that_was_given_up_is_drawn(bench, monkeypatch):
    design = bench.asked()
    with monkeypatch.context() as fault:
        fault.setattr("pod.services.asking.request_for", broken)
        bench.run()
        bench.wait(7200)
    assert bench.design(design).state is DesignState.FAILED
    queue_of(bench).retry(OPERATOR, parked(bench))
    bench.run()
    assert bench.design(design).state is DesignState.ARTWORK_READY
    assert queue_of(bench).parked(OPERATOR) == []


def test_print_files_that_were_given_up_are_made(bench):
    design = bench.drawn()
    bench.designs.choose(OPERATOR, design.id, 1)
    bench.offload.breaks.extend([KeyError("a fault of ours")] * 6)
    bench.run()
    bench.wait(7200)
    assert bench.design(design).state is DesignState.FAILED
    queue_of(bench).retry(OPERATOR, parked(bench))
    bench.run()
    assert bench.design(design).state is DesignState.PROOF_READY


def test_a_hand_off_that_was_given_up_goes_out(shop, monkeypatch):
    order = shop.paid()
    with monkeypatch.context() as fault:
        fault.setattr("pod.services.handoff.drawn_papers", broken)
        shop.run()
        shop.wait(6 * 3600)
    assert shop.handoff(order).state is HandOffState.ON_HOLD
    queue_of(shop).retry(OPERATOR, parked(shop))
    shop.run()
    assert shop.handoff(order).state is HandOffState.ACCEPTED


def test_a_subject_that_has_gone_another_way_stays_as_it_is(bench, monkeypatch):
    design = bench.asked()
    with monkeypatch.context() as fault:
        fault.setattr("pod.services.asking.request_for", broken)
        bench.run()
        bench.wait(7200)
    bench.designs.delete(OPERATOR, design.id)
    job_id = parked(bench)
    queue_of(bench).retry(OPERATOR, job_id)
    bench.run()
    assert bench.design(design).state is DesignState.ARCHIVED
    assert queue_of(bench).parked(OPERATOR) == []
    with pytest.raises(Conflict, match="not parked"):
        queue_of(bench).retry(OPERATOR, job_id)
    with pytest.raises(NotAllowed):
        queue_of(bench).retry(VIEWER, job_id)
