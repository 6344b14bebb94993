"""Many pictures that are changed by one sentence: what was asked for, and how far each of them has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ItemState(StrEnum):
    WAITING = "waiting"
    DRAWING = "drawing"
    DONE = "done"
    FAILED = "failed"


ENDED = frozenset({ItemState.DONE, ItemState.FAILED})


@dataclass(frozen=True, slots=True)
class Sweep:
    """What every picture of a batch is to come to. `product` and `provider` are for pictures that are no design yet."""

    instruction: str
    product: str = ""
    provider: str = ""


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One picture: an upload, of which a design is made, or a design that is there. Its edit is the design's `candidate`, or
    the version `version_id` where nothing had to be drawn. `reason` is what kept it from being asked; `tries` counts how
    often it was asked for again. One that is `over` is not looked at any more."""

    upload_id: str = ""
    design_id: str = ""
    candidate: int = 0
    version_id: str = ""
    reason: str = ""
    tries: int = 0
    over: bool = False

    @property
    def begun(self) -> bool:
        return bool(self.candidate or self.version_id or self.reason)


@dataclass(frozen=True, slots=True)
class EditBatch:
    id: str
    tenant_id: str
    actor: str
    created_at: datetime
    sweep: Sweep
    items: tuple[BatchItem, ...]
    revision: int = 0
    asked_again_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What became of one picture, for a report. `cost_usd` is what was booked for it, also where it failed; `changed` and
    `elsewhere` are shares of the drawing."""

    upload: str
    design: str
    state: ItemState
    version: str = ""
    reason: str = ""
    provider: str = ""
    cost_usd: float = 0.0
    changed: float | None = None
    elsewhere: float | None = None
