"""The port of mock-ups in the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.mockup import Mockup, MockupState


class Mockups(Protocol):
    def add(self, mockup: Mockup, caller: Caller) -> Mockup:
        """The one that is there already where its version, partner, area and variant have one."""
        ...

    def get(self, tenant_id: str, mockup_id: str) -> Mockup: ...

    def of_version(self, tenant_id: str, version_id: str) -> Sequence[Mockup]:
        """Oldest first."""
        ...

    def drawing(self, partner: str, task_id: str) -> Mockup | None:
        """The one that the partner draws under this id of its own, whosoever it is; None where there is none."""
        ...

    def move(self, mockup: Mockup, to: MockupState, caller: Caller, reason: str = "", **changes: Any) -> Mockup:
        """Compare-and-set on `revision`, with a history row; `changes` are other fields of `Mockup`."""
        ...
