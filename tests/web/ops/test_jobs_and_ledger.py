"""Parked jobs, and calls without an answer."""

from __future__ import annotations

import pytest

from pod.model.design import DesignState
from pod.model.job import Lane
from tests.web.ops.desk import (
    HOSTILE,
    OPERATOR,
    said,
)
from tests.web.ops.planted import failed_design, lost_row
from tests.web.shop import a_brief


def test_jobs_show_each_lane_and_a_parked_one_starts_again(desk):
    shop = desk.shop
    shop.browser().post("/api/v1/designs", json=a_brief())
    with shop.services.store.writing() as tx:
        tx.jobs.park(tx.jobs.claim(Lane.MODEL, "w", 60), f"planted {HOSTILE}")
    [parked] = shop.services.queue.parked(OPERATOR)
    text = said(desk.get("/ops/jobs"))
    for there in ("Pictures 0 nothing due 0 1 1", "Drawing a picture", "planted", "No worker is at work"):
        assert there in text, there
    assert f"Job {parked.job.id} starts again." in desk.told(desk.post(f"/ops/jobs/{parked.job.id}/retry"))
    assert "This job is not parked (any more)." in said(desk.post(f"/ops/jobs/{parked.job.id}/retry", 409))


def test_a_parked_job_that_nobody_waits_for_stands_among_the_jobs_only(desk):
    shop = desk.shop
    design_id = shop.browser().post("/api/v1/designs", json=a_brief()).json["id"]
    with shop.services.store.writing() as tx:
        tx.jobs.park(tx.jobs.claim(Lane.MODEL, "w", 60), "planted")
    shop.services.designs.delete(OPERATOR, design_id)
    assert "has gone another way" in said(desk.get("/ops/jobs"))
    assert "planted" not in said(desk.get("/ops"))


@pytest.mark.parametrize(
    ("answer", "state", "words_said"),
    [("charged", "settled", "Booked as charged."), ("not_charged", "released", "Booked as not charged.")],
)
def test_a_call_without_an_answer_is_marked_and_decided(desk, answer, state, words_said):
    row = lost_row(desk.shop, failed_design(desk.shop).id)
    assert "Calls without an answer 1" in said(desk.get("/ops"))
    text = said(desk.get("/ops/ledger?state=unknown"))
    assert "no answer No answer." in text
    assert "0.151 USD spent or reserved today" in text
    assert words_said in desk.told(desk.post(f"/ops/ledger/{row.id}/{answer}"))
    assert desk.shop.services.books.spending(OPERATOR).rows.counts[state] == 1
    assert "its answer is known" in said(desk.post(f"/ops/ledger/{row.id}/{answer}", 409))


def test_a_call_without_an_answer_is_repeated(desk):
    row = lost_row(desk.shop, failed_design(desk.shop).id)
    assert "drawn again as a second call" in desk.told(desk.post(f"/ops/ledger/{row.id}/repeat"))
    assert desk.shop.services.designs.get(OPERATOR, row.design_id).state is DesignState.GENERATING
