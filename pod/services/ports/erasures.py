"""What was erased, by marks that name nobody: as rows, and in a list that no backup brings back to an older state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from pod.model.caller import Caller
from pod.model.erasure import Forgotten


class Erasures(Protocol):
    def note(self, caller: Caller, marks: Iterable[str]) -> None:
        """Those that are there already stay as they are."""
        ...

    def known(self) -> frozenset[str]: ...

    def has(self, mark: str) -> bool: ...


class ErasedList(Protocol):
    """Grows only. Its marks are keyed: who has the list, and not the key, can neither read nor try out a name."""

    def mark(self, thing: Forgotten) -> str: ...

    def add(self, marks: Iterable[str], at: datetime) -> None:
        """Surely written when it returns; `Unavailable` where it cannot be."""
        ...

    def all(self) -> frozenset[str]:
        """Those of this installation's key."""
        ...
