"""What is remembered of restores."""

from __future__ import annotations

from typing import Protocol

from pod.model.restore import Restore


class Restores(Protocol):
    def note(self, restore: Restore) -> None: ...

    def last(self) -> Restore | None: ...
