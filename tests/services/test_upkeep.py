"""Upkeep: once a day, what has ended or been left behind is put away, and nothing else."""

from __future__ import annotations

import os
import time
from datetime import timedelta

from pod.model.account import User
from pod.services.callbacks import source_of
from pod.services.upkeep import Upkeep
from tests.services.bench import BRIEF, KEY, OPERATOR, SHOPPER


def counts(bench, lane):
    with bench.store.reading() as tx:
        return tx.jobs.counts()[lane]


def aged(bench) -> None:
    then = time.time() - 25 * 3600
    for path in bench.files._blobs.rglob("*"):
        os.utime(path, (then, then))


def test_it_is_done_once_a_day_however_often_it_is_asked_for(bench):
    upkeep = Upkeep(bench.tools)
    for _ in range(3):
        upkeep.schedule()
        bench.run()
    assert counts(bench, "upkeep") == {"done": 1}
    bench.clock.forward(24 * 3600)
    upkeep.schedule()
    bench.run()
    assert counts(bench, "upkeep") == {"done": 2}


def test_kept_answers_lapsed_sessions_and_finished_jobs_are_put_away_when_their_time_has_come(bench):
    design = bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    bench.run()
    with bench.store.writing() as tx:
        user, until = User("ada", "main", "hash", "operator"), bench.clock.now() + timedelta(hours=1)
        tx.accounts.add_user(user, OPERATOR)
        tx.accounts.add_session("1" * 64, user, OPERATOR, until, until)
    bench.clock.forward(6 * 24 * 3600)
    tidy(bench)
    assert bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY).id == design.id
    assert counts(bench, "model") == {"done": 1}
    bench.clock.forward(25 * 24 * 3600)
    tidy(bench)
    assert bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY).id != design.id
    assert counts(bench, "model") == {"ready": 1}
    with bench.store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sessions").scalar() == 0
        assert connection.exec_driver_sql("SELECT kind FROM jobs_archive WHERE lane = 'model'").scalar() == "generate"


def test_what_others_have_told_is_forgotten_a_month_later_and_nothing_younger(bench):
    sources = (source_of("studio"), "partner:printshop", "shop:storefront", "shop:no longer set up")
    for age_days, event in ((31, "old"), (1, "young")):
        bench.clock.forward(-age_days * 24 * 3600)
        for source in sources:
            received(bench, source, event)
        bench.clock.forward(age_days * 24 * 3600)
    tidy(bench)
    assert [received(bench, source, "old") for source in sources] == [True] * 4, "forgotten"
    assert [received(bench, source, "young") for source in sources] == [False] * 4


def received(bench, source, event) -> bool:
    with bench.store.writing() as tx:
        return tx.messages.receive("main", source, event, {}, b"")


def tidy(bench) -> None:
    Upkeep(bench.tools).schedule()
    bench.run()


def test_a_deleted_designs_files_go_and_all_others_stay(shop):
    design, _ = shop.approved()
    kept = shop.drawn(seed=99)
    deleted = shop.drawn(seed=100)
    shop.designs.delete(SHOPPER, deleted.id)
    gone = shop.designs.artwork(SHOPPER, shop.candidate(deleted).artwork_id).file
    aged(shop)
    tidy(shop)
    assert not shop.files.exists(gone)
    for ref in (f.file for f in shop.designs.files(SHOPPER, design.id)[0]):
        assert shop.files.verify(ref)
    assert shop.files.verify(shop.designs.artwork(SHOPPER, shop.candidate(kept).artwork_id).file)
