"""The queue of record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pod.model.caller import Caller
from pod.model.job import Job, Lane, NewJob


class Jobs(Protocol):
    def enqueue(self, tenant_id: str, job: NewJob) -> int:
        """The job's id; the same key again is the same job, whatever has become of it."""
        ...

    def wake(self, tenant_id: str, job: NewJob) -> int:
        """The job of this key, due now: made if it is new, ready again if it had ended, run once more if it is running.

        A thing that goes on after a person's word keeps its one job, so that two workers never have it in hand.
        """
        ...

    def claim(self, lane: Lane, owner: str, lease_s: float) -> Job | None:
        """The next due job of the lane, fairly over tenants: `ready` and due, or `running` with a lapsed lease.

        Counts the attempt and raises the fence in the same statement. With more attempts than `max_attempts` it has ended
        its worker every time, and is claimed to be parked.
        """
        ...

    def renew(self, job: Job, lease_s: float) -> None:
        """A whole lease from now; `LostLease` when a newer claim holds it, who waits until this transaction ends."""
        ...

    def finish(self, job: Job) -> None: ...

    def again(self, job: Job, delay_s: float, error: str = "", *, counts: bool) -> None:
        """Back to `ready`, due in `delay_s`; `counts=False` gives the attempt back."""
        ...

    def park(self, job: Job, reason: str) -> None: ...

    def release(self, owner: str) -> int:
        """Gives back every lease of `owner` at an orderly stop."""
        ...

    def archive(self, before: datetime) -> int:
        """Puts finished jobs that were made before then out of the table that is worked on; returns how many."""
        ...

    def retry_parked(self, tenant_id: str, job_id: int, caller: Caller) -> Lane:
        """The lane in which it is ready again; `Conflict` when it is not parked."""
        ...

    def parked(self, tenant_id: str) -> Sequence[Job]:
        """Oldest first, at most two hundred."""
        ...

    def counts(self) -> dict[str, dict[str, int]]:
        """{lane: {state: number}}."""
        ...

    def due_within(self, seconds: float) -> bool:
        """Whether any job is running or will be due in that time."""
        ...

    def oldest_ready_s(self) -> dict[str, float]:
        """{lane: age in seconds of the oldest due job}."""
        ...
