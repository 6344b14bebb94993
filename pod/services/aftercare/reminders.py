"""A claim that its partner has not been told of is reminded of before the partner's window closes."""

from __future__ import annotations

from pod.model.caller import DEFAULT_TENANT
from pod.model.claim import ClaimState
from pod.model.job import Done, Job, JobOutcome, Lane, NewJob
from pod.model.message import Event
from pod.services.aftercare.windows import window_of
from pod.services.messages.announcing import announce
from pod.services.toolbox import Toolbox

_DAYS_BEFORE = (7, 3, 1)


class ClaimReminders:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def schedule(self) -> None:
        """One job an hour, whoever asks for it and how often."""
        hour = self._tools.clock.now().strftime("%Y-%m-%dT%H")
        with self._tools.store.writing() as tx:
            tx.jobs.enqueue(DEFAULT_TENANT, NewJob("remind_claims", Lane.MESSAGES, f"remind_claims:{hour}", hour))

    def remind(self, job: Job) -> JobOutcome:
        """Job `remind_claims`."""
        now, cursor = self._tools.clock.now(), ""
        with self._tools.fenced(job) as tx:
            while True:
                page = tx.claims.page(job.tenant_id, state=ClaimState.REPORTED.value, cursor=cursor, limit=200)
                for claim in page.items:
                    window = window_of(tx, claim)
                    left = window.days_left(now) if window else None
                    n = due(left)
                    if n:
                        said = {"claim": claim.id, "days_left": str(left)}
                        announce(tx, claim.tenant_id, Event.CLAIM_CLOSING, f"{claim.id}.{claim.revision}.{n}", **said)
                cursor = page.next_cursor
                if not cursor:
                    return Done()


def due(days_left: int | None) -> int:
    """The reminder that is due: at 7, 3 and 1 days before the end; 0 for none, also when it is too late."""
    reached = [n for n in _DAYS_BEFORE if days_left is not None and 0 <= days_left < n]
    return reached[-1] if reached else 0
