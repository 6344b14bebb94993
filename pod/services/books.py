"""The books: what pictures have cost, and what becomes of a call whose answer was lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.design import DesignState
from pod.model.errors import Conflict
from pod.model.ledger import Cost, LedgerRow, LedgerState
from pod.model.listing import Page
from pod.model.money import Money
from pod.services.asking import is_extra
from pod.services.designs import Designs
from pod.services.ledger import start_of_day
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_look, must_operate


@dataclass(frozen=True, slots=True)
class Spending:
    """`spent_today` may have been spent: reserved, submitted, unknown and settled together.

    `costs` are those of each service, ever; `per_accepted` is all of it, shared among the designs that are approved; None
    while there is none.
    """

    spent_today: Money
    daily_budget: Money
    rows: Page[LedgerRow]
    costs: tuple[Cost, ...]
    per_accepted: Money | None


class Books:
    def __init__(self, tools: Toolbox, designs: Designs) -> None:
        self._tools = tools
        self._designs = designs

    def spending(
        self, caller: Caller, *, design_id: str = "", state: str = "", cursor: str = "", limit: int = 50
    ) -> Spending:
        must_look(caller)
        today = start_of_day(self._tools.clock.now())
        with self._tools.store.reading() as tx:
            rows = tx.ledger.page(caller.tenant_id, design_id=design_id, state=state, cursor=cursor, limit=limit)
            spent, costs = tx.ledger.spent(caller.tenant_id, today), tuple(tx.ledger.costs(caller.tenant_id))
            accepted = tx.designs.page(caller.tenant_id, limit=1).counts.get(DesignState.APPROVED.value, 0)
        return Spending(spent, self._tools.budgets.tenant, rows, costs, _per_accepted(costs, accepted))

    def settle(self, caller: Caller, row_id: str, *, charged: bool) -> LedgerRow:
        """Says whether a call whose answer was lost was charged: a person has looked at the provider's own books."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            row = _unknown(tx, caller, row_id)
            if charged:
                return _settled(tx, caller, row)
            # without a reason: one would tell the next try that this provider has been given up
            return tx.ledger.move(row, LedgerState.RELEASED, caller, "not charged, looked up by hand", reason="")

    def repeat(self, caller: Caller, row_id: str) -> LedgerRow:
        """Books the lost call as paid and draws the candidate again: two calls, both booked."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            # before the candidate is queued: its job would take an open row for the call that it should look for
            row = _unknown(tx, caller, row_id)
            if is_extra(row):
                raise _picture_is_there()
            settled = _settled(tx, caller, row)
            queued = self._designs.queue_failed(tx, caller, tx.designs.get(caller.tenant_id, settled.design_id))
        for job_id, lane in queued:
            self._tools.dispatcher.kick(job_id, lane)
        return settled


def _per_accepted(costs: Sequence[Cost], accepted: int) -> Money | None:
    return Money(round(sum(cost.spent.micros for cost in costs) / accepted)) if accepted else None


def _unknown(tx: Tx, caller: Caller, row_id: str) -> LedgerRow:
    row = tx.ledger.get(caller.tenant_id, row_id)
    if row.state is not LedgerState.UNKNOWN:
        raise Conflict("not_unknown", f"This call is {row.state}: its answer is known.", "There is nothing to decide.")
    return row


def _picture_is_there() -> Conflict:
    return Conflict(
        "picture_is_there",
        "This call was for a better or a larger picture; the one before was kept, and nobody waits for it.",
        "Say whether it was charged. Who wants another picture asks for a new one.",
    )


def _settled(tx: Tx, caller: Caller, row: LedgerRow) -> LedgerRow:
    return tx.ledger.move(row, LedgerState.SETTLED, caller, "charged, looked up by hand", actual=row.estimate)
