"""What several Pods on one machine know of the image services together, each with a database of its own: the commands.

What a service was asked for in a minute, whether its circuit is open and which models are gone, are rows of one more
database, in transactions of their own. How many calls are under way, each counts for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from pod.model.caller import Caller
from pod.model.health import Health, Pace
from pod.store.health import SqlHealth


@dataclass(frozen=True, slots=True)
class SharedHealth:
    """`opened` begins a transaction of the shared database, and commits it."""

    own: SqlHealth
    opened: Callable[[], AbstractContextManager[SqlHealth]]

    def of(self, providers: Collection[str]) -> Mapping[str, Health]:
        with self.opened() as shared:
            return shared.of(providers)

    def take_turn(self, provider: str, pace: Pace) -> float:
        wait_s = self.own.take_turn(provider, replace(pace, per_minute=0))
        if wait_s:
            return wait_s
        with self.opened() as shared:
            return shared.take_turn(provider, replace(pace, parallel=0))

    def change(self, provider: str, change: Callable[[Health], Health]) -> None:
        with self.opened() as shared:
            shared.change(provider, change)

    def bury(self, caller: Caller, provider: str, model: str, reason: str) -> None:
        with self.opened() as shared:
            shared.bury(caller, provider, model, reason)

    def revive(self, provider: str) -> int:
        with self.opened() as shared:
            return shared.revive(provider)

    def dead(self) -> Mapping[tuple[str, str], str]:
        with self.opened() as shared:
            return shared.dead()
