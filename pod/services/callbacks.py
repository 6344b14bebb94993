"""Callbacks of image services are hints: a genuine one brings the next look at its task forward, and says nothing else.

What has become of the task is only ever read from the service itself, by the job that polls it anyway. So a callback that
is lost, doubled, late or out of its order changes neither what is drawn nor what is booked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import timedelta

from pod.model.errors import NotFound, NotSignedIn
from pod.model.ledger import LedgerRow, LedgerState
from pod.services.asking import job_of
from pod.services.toolbox import Toolbox

_STILL_TOLD_OF = timedelta(days=7)
"""No service takes a task for longer, or repeats itself for longer."""

_TASK = re.compile(r"[\x21-\x7e]{1,200}")
"""A name that a database can be asked for."""


KEPT = timedelta(days=30)
"""Longer than any service repeats a delivery."""


def source_of(provider: str) -> str:
    """What its deliveries are kept under."""
    return f"callback:{provider}"


class Callbacks:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def hear(self, provider: str, headers: Mapping[str, str], body: bytes) -> None:
        """`NotSignedIn` for one that is not genuine, `NotFound` for a task that is not ours, or not yet: sent again, it may be."""
        row = self._row(provider, self._told(provider, headers, body))
        if row.state is not LedgerState.SUBMITTED:
            # booked already, or a person's to decide
            return
        job = job_of(row)
        with self._tools.store.writing() as tx:
            if not tx.messages.receive(row.tenant_id, source_of(provider), _event(row, body), {}, b""):
                return
            job_id = tx.jobs.wake(row.tenant_id, job)
        self._tools.dispatcher.kick(job_id, job.lane)

    def _told(self, provider: str, headers: Mapping[str, str], body: bytes) -> str:
        if provider not in self._tools.providers:
            raise NotFound("unknown_provider", "This image service is not asked here.", "See `pod providers`.")
        told = self._tools.providers[provider].read_callback(headers, body)
        if told is None:
            raise NotSignedIn(
                "callback_not_genuine",
                "This callback is not signed as it should be, or names no task.",
                "Check the secret that was given out with the webhook.",
            )
        return told

    def _row(self, provider: str, task: str) -> LedgerRow:
        row = None
        if _TASK.fullmatch(task):
            since = self._tools.clock.now() - _STILL_TOLD_OF
            with self._tools.store.reading() as tx:
                row = tx.ledger.of_task(provider, task, since)
        if row is None:
            raise NotFound("unknown_task", "No picture was asked for by this task.", "It is asked about in any case.")
        return row


def _event(row: LedgerRow, body: bytes) -> str:
    """A repeated delivery has the same body, and news of the same task another."""
    return f"{row.id}:{hashlib.sha256(body).hexdigest()}"
