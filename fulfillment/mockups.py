"""The port of partners that draw their own products: what somebody sees there is theirs, and not a proof.

A capability of its own, which an adapter has or has not: whatever has these methods draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from fulfillment.base import HandOffItem, NotSent, Rejected, Unknown
from pod.model.errors import PodError


class MockupProgress(StrEnum):
    PENDING = "pending"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MockupTask:
    """`pictures` are addresses that the partner takes away again, often within a day; `why` is what it says of a failure."""

    id: str
    progress: MockupProgress
    pictures: tuple[str, ...] = ()
    why: str = ""


@runtime_checkable
class DrawsMockups(Protocol):
    """`mockups_per_minute` is how many tasks the partner lets be begun, by all workers together."""

    name: str
    mockups_per_minute: int

    def cannot_draw(self, variant: str, area: str, url: str) -> Sequence[PodError]:
        """Everything that speaks against a mock-up of our `variant` with the file at `url`, found locally. No network."""
        ...

    def begin_mockup(self, item: HandOffItem, area: str) -> MockupTask | Rejected | NotSent | Unknown:
        """Begins a task of its own each time: there is no key, and none can be looked up by anything but its id."""
        ...

    def mockup(self, task_id: str) -> MockupTask | None:
        """None for a task that the partner does not know. `PartnerFailed` where it does not say."""
        ...

    def mockup_picture(self, url: str) -> bytes:
        """`InputRefused` where the address is none that is fetched, `Unavailable` where the picture did not come."""
        ...
