"""A job carries ids, looks at the state first, and may run twice.

The job table is the queue of record. A hint from an engine ("look at job 17") may be lost, doubled or late.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Lane(StrEnum):
    """Separate pools: a paid order never queues behind previews. `LEASE_S` and `WORKERS` are per lane."""

    MODEL = "model"
    RENDER = "render"
    HANDOFF = "handoff"
    UPKEEP = "upkeep"
    MESSAGES = "messages"


LEASE_S = {Lane.MODEL: 60, Lane.RENDER: 120, Lane.HANDOFF: 60, Lane.UPKEEP: 60, Lane.MESSAGES: 60}
"""How long a claim holds without renewal; a side thread renews at a third of it."""


class JobState(StrEnum):
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class NewJob:
    """`key` makes creating it repeatable: the same key is the same job (``generate:<design>:<n>``)."""

    kind: str
    lane: Lane
    key: str
    subject: str
    payload: dict[str, str | int] = field(default_factory=dict)
    delay_s: float = 0.0
    priority: int = 100
    max_attempts: int = 6


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed job. Every later write carries `fence`; a newer claim makes this one worthless.

    `run_at` as it was claimed: a later one in the table means that somebody woke the job while it ran. `lease_s` is what
    it was claimed for, and what a renewal asks for again.
    """

    id: int
    kind: str
    lane: Lane
    key: str
    tenant_id: str
    subject: str
    payload: dict[str, str | int]
    state: JobState
    attempts: int
    max_attempts: int
    fence: int
    run_at: datetime
    last_error: str = ""
    lease_s: float = 0.0


# What a stage answers. No stage waits: it submits, stores what it needs, and says `Later`.


@dataclass(frozen=True, slots=True)
class Done:
    """Finished; nothing more to do."""


@dataclass(frozen=True, slots=True)
class Later:
    """Not an error: look again in `seconds`. Does not count as a failed attempt."""

    seconds: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Failed in a way that is safe to repeat: again after exponential back-off with full jitter, and not before `after_s`."""

    error: str
    after_s: float = 0.0


@dataclass(frozen=True, slots=True)
class NeedsHuman:
    """Parked with a reason and a button: no retry will mend it."""

    reason: str


JobOutcome = Done | Later | Retry | NeedsHuman
