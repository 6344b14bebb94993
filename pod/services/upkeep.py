"""Upkeep: what has been left behind or has ended is put away. Nothing here is needed for anything to be right."""

from __future__ import annotations

from datetime import timedelta

import structlog

from pod.model.caller import DEFAULT_TENANT
from pod.model.job import Done, Job, JobOutcome, Lane, NewJob
from pod.services.callbacks import KEPT
from pod.services.gangsheets import KEPT as SHEETS_KEPT
from pod.services.repeats import KEPT_DAYS
from pod.services.toolbox import Toolbox

log = structlog.get_logger("pod.upkeep")

_JOBS_KEPT = timedelta(days=30)


class Upkeep:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def schedule(self) -> None:
        """One job a day, whoever asks for it and how often."""
        today = self._tools.clock.now().date().isoformat()
        with self._tools.store.writing() as tx:
            tx.jobs.enqueue(DEFAULT_TENANT, NewJob("upkeep", Lane.UPKEEP, f"upkeep:{today}", today))

    def tidy(self, _: Job) -> JobOutcome:
        """Job `upkeep`: answers that are kept long enough, lapsed sessions, finished jobs, what image services,
        partners and shops have told, gang sheets, files that nobody needs."""
        now = self._tools.clock.now()
        with self._tools.store.writing() as tx:
            answers = tx.idempotency.forget_before(now - timedelta(days=KEPT_DAYS))
            sessions = tx.accounts.end_lapsed_sessions(now)
            jobs = tx.jobs.archive(now - _JOBS_KEPT)
            heard = tx.messages.forget_received(now - KEPT)
            tx.gang_sheets.forget(now - SHEETS_KEPT)
        with self._tools.store.reading() as tx:
            in_use = tx.designs.files_in_use() | tx.gang_sheets.files_in_use()
        files = self._tools.files.sweep(in_use)
        log.info("upkeep.tidied", answers=answers, sessions=sessions, jobs=jobs, files=files, heard=heard)
        return Done()
