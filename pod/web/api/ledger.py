"""``/ledger``: what pictures have cost, one row for each call of a model."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field

from pod.model.ledger import LedgerRow
from pod.web.api.shapes import Answer, Asked, MoneyOut, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services

api = APIBlueprint("ledger", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="ledger")])


class LedgerAsked(Asked):
    design: Word = ""
    limit: int = Field(200, ge=1, le=1000)


class LedgerRowOut(Answer):
    id: str
    design_id: str
    attempt: int
    provider: str
    model: str
    state: str = Field(examples=["settled"], description="`unknown`: the answer was lost; it counts as paid.")
    estimate: MoneyOut
    actual: MoneyOut | None
    price_table: str
    created_at: datetime
    request_id: str
    reason: str

    @classmethod
    def of(cls, row: LedgerRow) -> Self:
        return cls(
            id=row.id,
            design_id=row.design_id,
            attempt=row.attempt,
            provider=row.provider,
            model=row.model,
            state=row.state.value,
            estimate=MoneyOut.of(row.estimate),
            actual=MoneyOut.of(row.actual) if row.actual else None,
            price_table=row.price_table,
            created_at=row.created_at,
            request_id=row.request_id,
            reason=row.reason,
        )


class CostOut(Answer):
    provider: str = Field(examples=["embedded"])
    calls: int
    spent: MoneyOut
    in_vain: MoneyOut = Field(description="The part that was paid, or may have been, and brought no picture.")


class LedgerOut(Answer):
    spent_today: MoneyOut = Field(description="Reserved and settled together.")
    daily_budget: MoneyOut
    per_accepted_design: MoneyOut | None = Field(
        description="All that was ever spent, shared among the approved designs; null while there is none."
    )
    costs: tuple[CostOut, ...] = Field(description="Of each service, ever; the dearest first.")
    items: tuple[LedgerRowOut, ...]


@api.get("/ledger", responses={200: LedgerOut})
@allow("viewer")
def list_ledger(query: LedgerAsked) -> Response:
    """The newest rows, of one design where `design` names it."""
    found = services().books.spending(caller(), design_id=query.design, limit=query.limit)
    return answered(
        LedgerOut(
            spent_today=MoneyOut.of(found.spent_today),
            daily_budget=MoneyOut.of(found.daily_budget),
            per_accepted_design=MoneyOut.of(found.per_accepted) if found.per_accepted else None,
            costs=tuple(
                CostOut(provider=c.provider, calls=c.calls, spent=MoneyOut.of(c.spent), in_vain=MoneyOut.of(c.in_vain))
                for c in found.costs
            ),
            items=tuple(LedgerRowOut.of(r) for r in found.rows.items),
        )
    )
