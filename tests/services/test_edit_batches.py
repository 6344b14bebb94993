"""A batch of edits: one sentence for many pictures, each paid once, gone on with after a crash, reported row by row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from pod.jobs.claim import run_one
from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.design import DesignState
from pod.model.editbatch import BatchItem, BatchRow, ItemState, Sweep
from pod.model.errors import Conflict, InputRefused, NotAllowed, Problems
from pod.model.job import Lane
from pod.model.money import Money
from pod.providers.base import OutcomeKind
from pod.services.editing import BatchAsked, as_csv
from pod.services.restoring import Restoring
from tests.doubles.studio import PRICE, Fault
from tests.services.bench import KEY, OPERATOR, SHOPPER
from tests.web.shop import a_picture

ADMIN = Caller(DEFAULT_TENANT, "cli", Role.ADMIN)
HAT = Sweep("give it a hat", "sticker-4in")
EDITS = {"studio": {"edits": True}}


@pytest.fixture
def shop(open_a_bench):
    return open_a_bench(**EDITS)


def uploads(bench, count=2):
    made = (bench.pictures.upload(SHOPPER, a_picture(240 + 8 * n, 240), f"sku-{n}.png") for n in range(count))
    return tuple(upload.id for upload in made)


def begun(bench, asked=None, key=KEY):
    return bench.batches.begin_once(OPERATOR, asked or BatchAsked(HAT, uploads(bench)), key)


def gone_through(bench, batch, passes=12):
    """The batch's job and its pictures, without print files, until nothing is under way."""
    for _ in range(passes):
        for lane in (Lane.UPKEEP, Lane.MODEL):
            while run_one(bench.store, bench.work(), lane, "bench"):
                pass
        bench.clock.forward(3)
    return bench.batches.report(OPERATOR, bench.batches.get(OPERATOR, batch.id))


def test_each_upload_becomes_a_design_with_its_edit_and_its_row_in_the_ledger(shop):
    batch, _ = begun(shop)
    rows = gone_through(shop, batch)
    assert [(row.state, row.provider, row.cost_usd) for row in rows] == [(ItemState.DONE, "studio", 0.04)] * 2
    assert len({row.design for row in rows}) == len(shop.studio.charged) == 2
    for row in rows:
        versions = shop.designs.versions(OPERATOR, row.design)
        assert [v.n for v in versions] == [1, 2]
        assert (versions[1].id, 0 < row.changed < 0.5) == (row.version, True)
        assert [r.state.value for r in shop.ledger(shop.designs.get(OPERATOR, row.design))] == ["settled"]
    with shop.store.reading() as tx:
        assert tx.designs.print_files(OPERATOR.tenant_id, shop.designs.versions(OPERATOR, rows[0].design)[0].id) == []


def test_a_design_that_is_there_gets_its_next_version_and_keeps_its_words(with_a_proof):
    bench = with_a_proof(**EDITS)
    design = bench.proofed()
    batch, _ = begun(bench, BatchAsked(Sweep("give it a hat"), designs=(design.id,)))
    [row] = gone_through(bench, batch)
    assert (row.state, row.design, row.upload) == (ItemState.DONE, design.id, "")
    assert bench.designs.get(OPERATOR, design.id).current_version_id == row.version


def test_what_needs_no_drawing_is_done_for_nothing(with_a_proof):
    bench = with_a_proof(**EDITS)
    batch, _ = begun(bench, BatchAsked(Sweep("change the words to “SALE”"), designs=(bench.proofed().id,)))
    [row] = gone_through(bench, batch)
    assert (row.state, row.cost_usd) == (ItemState.DONE, 0.0)
    assert len(bench.studio.charged) == 1, "the first drawing"


def test_the_same_key_is_the_same_batch_and_another_batch_under_it_is_refused(shop):
    asked = BatchAsked(HAT, uploads(shop))
    first, again = begun(shop, asked), begun(shop, asked)
    assert (again[0].id, first[1], again[1]) == (first[0].id, True, False)
    gone_through(shop, first[0])
    assert len(shop.studio.charged) == 2
    with pytest.raises(InputRefused, match="used for another request"):
        begun(shop, replace(asked, uploads=asked.uploads[:1]))


def test_one_that_fails_says_why_and_the_others_are_done(shop):
    shop.studio.submits.extend([OutcomeKind.BLOCKED, OutcomeKind.OK])
    batch, _ = begun(shop)
    rows = gone_through(shop, batch)
    assert sorted(row.state for row in rows) == [ItemState.DONE, ItemState.FAILED]
    [failed] = [row for row in rows if row.state is ItemState.FAILED]
    assert "refused to draw" in failed.reason
    shop.batches.try_again(OPERATOR, batch.id)
    rows = gone_through(shop, batch)
    assert {row.state for row in rows} == {ItemState.DONE}
    assert len(shop.studio.charged) == 2, "what was done is not asked for again"


def test_what_was_lost_is_not_asked_for_again_by_a_retry_and_an_operators_repeat_shows(shop):
    shop.studio.submits.append(Fault.ANSWER_LOST)
    batch, _ = begun(shop, BatchAsked(HAT, uploads(shop, 1)))
    [row] = gone_through(shop, batch)
    assert (row.state, row.cost_usd) == (ItemState.FAILED, 0.04)
    with pytest.raises(Conflict, match="asked for again"):
        shop.batches.try_again(OPERATOR, batch.id)
    shop.designs.try_again(OPERATOR, row.design)
    [row] = gone_through(shop, batch)
    assert (row.state, row.cost_usd) == (ItemState.DONE, 0.08)


def test_a_budget_that_is_used_up_stops_the_rest_with_a_reason_and_a_retry_goes_on(open_a_bench):
    bench = open_a_bench(budget=Money(PRICE.micros * 3 // 2), **EDITS)
    batch, _ = begun(bench)
    rows = gone_through(bench, batch)
    assert [row.state for row in rows] == [ItemState.DONE, ItemState.FAILED]
    assert "opens again" in rows[1].reason
    bench.clock.forward(24 * 3600)
    bench.batches.try_again(OPERATOR, batch.id)
    assert [row.state for row in gone_through(bench, batch)] == [ItemState.DONE, ItemState.DONE]
    assert len(bench.studio.charged) == 2


@pytest.mark.parametrize("saves", range(1, 4))
def test_cut_off_before_anything_is_written_down_it_goes_on_and_pays_once(shop, monkeypatch, saves):
    """The steps are done and the batch does not know it yet: the same steps under the same keys find what they have made."""
    batch, _ = begun(shop)
    whole, count = type(shop.tools).fenced, iter(range(100))

    def cut_off(tools, job):
        if job.kind == "edit_batch" and next(count) == saves:
            raise RuntimeError("killed")
        return whole(tools, job)

    monkeypatch.setattr(type(shop.tools), "fenced", cut_off)
    rows = gone_through(shop, batch, passes=60)
    assert [row.state for row in rows] == [ItemState.DONE] * 2
    assert len(shop.studio.charged) == len(shop.designs.page(OPERATOR).items) == 2


def test_control_steps_without_a_key_of_their_own_pay_again(shop):
    item = BatchItem(upload_id=uploads(shop, 1)[0])
    for n in range(2):
        step = item
        for _ in range(3):
            step = shop.batches._sweeping.step(OPERATOR, step, HAT, f"run-{n}")
            while run_one(shop.store, shop.work(), Lane.MODEL, "bench"):
                pass
    assert len(shop.studio.charged) == 2


def test_not_more_than_a_few_are_under_way_at_a_time(shop):
    begun(shop, BatchAsked(HAT, uploads(shop, 9)))
    for _ in range(2):
        run_one(shop.store, shop.work(), Lane.UPKEEP, "bench")
        shop.clock.forward(3)
    assert len(shop.designs.page(OPERATOR).items) == 8


def test_a_batch_whose_job_is_given_up_says_so_of_what_was_not_begun(shop):
    batch, _ = begun(shop, BatchAsked(HAT, uploads(shop, 1)))
    with shop.store.writing() as tx:
        job = tx.jobs.claim(Lane.UPKEEP, "bench", 60)
        shop.batches.give_up(tx, job, "It broke off six times.")
    [row] = shop.batches.report(OPERATOR, shop.batches.get(OPERATOR, batch.id))
    assert (row.state, row.reason) == (ItemState.FAILED, "It broke off six times.")


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        (BatchAsked(Sweep("")), {"instruction", "uploads"}),
        (BatchAsked(Sweep("x" * 501, "spaceship", "none"), ("a", "a"), ("b",)), {"instruction", "uploads"}),
        (BatchAsked(Sweep("a hat", "spaceship", "none"), ("a",)), {"product", "provider"}),
        (BatchAsked(Sweep("a hat"), ("no-such", "nor-this")), {"uploads.0", "uploads.1"}),
        (BatchAsked(Sweep("a hat"), (), ("0" * 32,)), {"designs.0"}),
        (BatchAsked(Sweep("a hat"), tuple(map(str, range(501)))), {"uploads"}),
    ],
)
def test_all_that_is_wrong_with_a_batch_is_said_before_any_picture_is_begun(shop, asked, where):
    with pytest.raises(Problems) as refused:
        begun(shop, asked)
    assert {name for name, _ in refused.value.problems} >= where
    assert shop.batches.newest(OPERATOR) == []


def test_a_word_that_is_screened_refuses_the_whole_batch(shop):
    with pytest.raises(InputRefused, match="Pepsi"):
        begun(shop, BatchAsked(Sweep("make it drink Pepsi"), uploads(shop, 1)))


def test_batches_are_for_the_shops_people(shop):
    with pytest.raises(NotAllowed):
        shop.batches.begin_once(SHOPPER, BatchAsked(HAT, uploads(shop, 1)), KEY)


def test_a_report_is_a_table_and_no_formula():
    rows = [BatchRow("u", "d", ItemState.FAILED, reason="=HYPERLINK(1)"), BatchRow("v", "e", ItemState.DONE)]
    read = list(csv.DictReader(io.StringIO(as_csv(BatchRow, rows))))
    assert [(row["state"], row["reason"]) for row in read] == [("failed", "'=HYPERLINK(1)"), ("done", "")]


def test_a_design_of_an_upload_waits_for_its_next_step_without_print_files(shop):
    batch, _ = begun(shop, BatchAsked(HAT, uploads(shop, 1)))
    run_one(shop.store, shop.work(), Lane.UPKEEP, "bench")
    [design] = shop.designs.page(OPERATOR).items
    assert design.state is DesignState.BRIEFED
    [row] = gone_through(shop, batch)
    assert shop.designs.get(OPERATOR, row.design).state is DesignState.PREPARING


def test_what_may_have_been_drawn_since_a_backup_is_not_bought_again_by_itself(shop):
    batch, _ = begun(shop)
    shop.clock.forward(1)
    Restoring(shop.tools).begin(ADMIN, shop.clock.now())
    rows = gone_through(shop, batch, passes=3)
    assert (shop.studio.charged, {row.state for row in rows}) == ([], {ItemState.FAILED})
    assert "it may have been drawn and paid for since" in rows[0].reason
    shop.batches.try_again(OPERATOR, batch.id)
    assert {row.state for row in gone_through(shop, batch)} == {ItemState.DONE}
    assert len(shop.studio.charged) == 2
