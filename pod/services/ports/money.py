"""What pictures cost, and how the services that draw them are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.health import Health, Pace
from pod.model.ledger import Cost, LedgerRow, LedgerState
from pod.model.listing import Page
from pod.model.money import Money


class Ledger(Protocol):
    def reserve(self, row: LedgerRow) -> LedgerRow:
        """Inserts it in `reserved`; the same (`job_key`, `attempt`) again returns the row that is there."""
        ...

    def move(self, row: LedgerRow, to: LedgerState, caller: Caller, note: str = "", **changes: Any) -> LedgerRow:
        """`note` is for the history only; without one, the row's reason stands there."""
        ...

    def put_up(self, row: LedgerRow, addresses: str) -> LedgerRow:
        """Where the pictures are that go along with the call; written down before it is made. Its state stays."""
        ...

    def for_job(self, tenant_id: str, job_key: str) -> Sequence[LedgerRow]: ...

    def spent(self, tenant_id: str, since: datetime) -> Money:
        """Reserved, submitted, unknown and settled together: what may have been spent since then.

        Whoever asks keeps others who ask the same waiting until the transaction ends; so do the three below.
        """
        ...

    def costs(self, tenant_id: str) -> Sequence[Cost]:
        """Of every service that was ever called for this tenant, the dearest first. Locks nothing."""
        ...

    def spent_by_all(self, since: datetime) -> Money: ...

    def spent_with(self, provider: str, since: datetime) -> Money:
        """By all tenants."""
        ...

    def spent_on(self, visitor: str, since: datetime) -> Money:
        """Without what came to nothing or was lost: that is the shop's loss, and not the visitor's."""
        ...

    def get(self, tenant_id: str, row_id: str) -> LedgerRow: ...

    def of_task(self, provider: str, task: str, since: datetime) -> LedgerRow | None:
        """The newest row of any tenant whose task a service calls by this name: it stands before the ``|`` of the task id."""
        ...

    def page(
        self, tenant_id: str, *, design_id: str = "", state: str = "", cursor: str = "", limit: int = 50
    ) -> Page[LedgerRow]: ...


class ProviderHealth(Protocol):
    """What all workers know of the image services; of no tenant, as the accounts are the whole shop's."""

    def of(self, providers: Collection[str]) -> Mapping[str, Health]:
        """One for each name, also for services that nobody has asked yet."""
        ...

    def take_turn(self, provider: str, pace: Pace) -> float:
        """0, and the turn is taken; or in how many seconds there may be one. Holds until the transaction ends."""
        ...

    def change(self, provider: str, change: Callable[[Health], Health]) -> None:
        """No other transaction changes it meanwhile. Its turns are counted by `take_turn` alone."""
        ...

    def bury(self, caller: Caller, provider: str, model: str, reason: str) -> None:
        """The model is gone, and is not asked any more."""
        ...

    def revive(self, provider: str) -> int:
        """Its models count as there again; how many were gone."""
        ...

    def dead(self) -> Mapping[tuple[str, str], str]:
        """Provider and model, and what was said when it was gone."""
        ...
