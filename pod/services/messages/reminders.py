"""What is held waits for a person, however long that takes; the shop is reminded of it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from pod.model.caller import DEFAULT_TENANT
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Lane, NewJob
from pod.model.listing import Page
from pod.model.message import Event
from pod.model.order import Order, OrderState
from pod.services.messages.announcing import announce
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

_FIRST_DAYS = (1, 3, 7)
_THEN_EVERY_DAYS = 7

T = TypeVar("T")


class Reminders:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def schedule(self) -> None:
        """One job an hour, whoever asks for it and how often."""
        hour = self._tools.clock.now().strftime("%Y-%m-%dT%H")
        with self._tools.store.writing() as tx:
            tx.jobs.enqueue(DEFAULT_TENANT, NewJob("remind", Lane.MESSAGES, f"remind:{hour}", hour))

    def remind(self, job: Job) -> JobOutcome:
        """Job `remind`: of every order and every hand-off that is held, as often as it is due by now."""
        with self._tools.fenced(job) as tx:
            for order in _every(partial(tx.orders.page, job.tenant_id, state=OrderState.ON_HOLD.value)):
                self._remind(tx, order, order.id, "")
            for handoff in _every(partial(tx.orders.page_handoffs, job.tenant_id, state=HandOffState.ON_HOLD.value)):
                self._remind(tx, handoff, handoff.order_id, handoff.reference)
        return Done()

    def _remind(self, tx: Tx, held: Order | HandOff, order_id: str, reference: str) -> None:
        thing = reference or order_id
        since = _held_since(tx, held.tenant_id, thing)
        n = due(self._tools.clock.now() - since)
        if n:
            said = {"order": order_id, "reference": reference, "since": since.isoformat()}
            announce(tx, held.tenant_id, Event.HOLD_REMINDER, f"{thing}.{since:%y%m%d%H%M%S}.{n}", **said)


def due(held: timedelta) -> int:
    """The number of the reminder that is due after so long: after one, three and seven days, then every week."""
    early = sum(held >= timedelta(days=days) for days in _FIRST_DAYS)
    late = (held - timedelta(days=_FIRST_DAYS[-1])) // timedelta(days=_THEN_EVERY_DAYS)
    return early + max(0, late)


def _held_since(tx: Tx, tenant_id: str, subject: str) -> datetime:
    """When it was last put on hold; another reason for the same hold is no new one."""
    held = OrderState.ON_HOLD.value
    rows = tx.designs.history(tenant_id, subject)
    return [row.at for row in rows if row.became == held and row.came_from != held][-1]


def _every(page: Callable[..., Page[T]]) -> Iterator[T]:
    cursor = ""
    while True:
        found = page(cursor=cursor, limit=200)
        yield from found.items
        cursor = found.next_cursor
        if not cursor:
            return
