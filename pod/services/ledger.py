"""Money: what a picture may cost is reserved before it is asked for, and what it did cost is settled afterwards."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from pod.model.caller import Caller
from pod.model.errors import TooManyRequests
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.money import Money
from pod.providers.base import Provider, ProviderRequest
from pod.providers.models import model_named
from pod.services.ports import Tx
from pod.services.router import model_of


def start_of_day(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def reserve(
    tx: Tx,
    caller: Caller,
    budget: Money,
    now: datetime,
    design_id: str,
    job_key: str,
    provider: Provider,
    request: ProviderRequest,
) -> LedgerRow:
    """A row in `reserved` for one picture; refused when the day's budget does not hold it. Free pictures always fit."""
    estimate = provider.estimate(request)
    spent = tx.ledger.spent(caller.tenant_id, start_of_day(now))
    if estimate.micros and spent.micros + estimate.micros > budget.micros:
        opens = start_of_day(now) + timedelta(days=1)
        raise TooManyRequests(
            "daily_budget",
            f"Today's budget of {budget} does not hold another picture of {estimate}: {spent} are spent or reserved.",
            f"It opens again at {opens:%H:%M} UTC, or set POD_DAILY_BUDGET, or use the embedded provider, which is free.",
            measured=str(spent + estimate),
            required=str(budget),
            retry_after_s=int((opens - now).total_seconds()),
        )
    return tx.ledger.reserve(
        LedgerRow(
            id=secrets.token_hex(16),
            tenant_id=caller.tenant_id,
            design_id=design_id,
            job_key=job_key,
            attempt=len(tx.ledger.for_job(caller.tenant_id, job_key)) + 1,
            provider=provider.name,
            model=model_of(provider, request),
            state=LedgerState.RESERVED,
            estimate=estimate,
            actual=None,
            price_table=_price_table(provider, request),
            created_at=now,
            actor=caller.actor,
        )
    )


def _price_table(provider: Provider, request: ProviderRequest) -> str:
    """Since when the price stands that the estimate was made by."""
    model = model_named(provider.models, model_of(provider, request))
    return model.price_since.isoformat() if model else ""
