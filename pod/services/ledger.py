"""Money: what a picture may cost is reserved before it is asked for, and what it did cost is settled afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pod.model.budget import Budgets
from pod.model.caller import Caller, is_customer
from pod.model.errors import TooManyRequests
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.money import Money
from pod.providers.base import Enlarger, Provider, ProviderRequest
from pod.providers.models import model_named
from pod.services.ports import Tx
from pod.services.router import model_of


def start_of_day(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Purse:
    """A budget of the day: whose it is, its setting, what it holds, and how much of it may have been spent."""

    whose: str
    setting: str
    holds: Money | None
    spent: Callable[[], Money]


def purses(tx: Tx, budgets: Budgets, tenant_id: str, provider: str, visitor: str, since: datetime) -> list[Purse]:
    """Always in this order: who asks for one keeps others waiting for it, and nobody may wait in a ring."""
    books = tx.ledger
    found = [
        Purse("Today's budget for all", "POD_DAILY_BUDGET_ALL", budgets.everybody, lambda: books.spent_by_all(since)),
        Purse(
            f"Today's budget with {provider}",
            "POD_DAILY_BUDGET_PER_PROVIDER",
            budgets.provider,
            lambda: books.spent_with(provider, since),
        ),
        Purse("Today's budget", "POD_DAILY_BUDGET", budgets.tenant, lambda: books.spent(tenant_id, since)),
        Purse(*_whose(visitor, budgets), lambda: books.spent_on(visitor, since)),
    ]
    return [purse for purse in found if purse.holds is not None]


def _whose(visitor: str, budgets: Budgets) -> tuple[str, str, Money | None]:
    if is_customer(visitor):
        return "Today's budget for this customer", "POD_DAILY_BUDGET_PER_CUSTOMER", budgets.customer
    return "Today's budget for this address", "POD_DAILY_BUDGET_PER_VISITOR", budgets.visitor if visitor else None


def reserve(
    tx: Tx,
    caller: Caller,
    budgets: Budgets,
    now: datetime,
    design_id: str,
    job_key: str,
    provider: Provider,
    request: ProviderRequest,
) -> LedgerRow:
    """A row in `reserved` for one picture; refused when a budget of the day does not hold it. Free pictures always fit.

    A row that is made later on for the same picture is on the same visitor.
    """
    estimate, since = provider.estimate(request), start_of_day(now)
    before = tx.ledger.for_job(caller.tenant_id, job_key)
    visitor = caller.visitor or next((row.visitor for row in before), "")
    if estimate.micros:
        for purse in purses(tx, budgets, caller.tenant_id, provider.name, visitor, since):
            _must_hold(purse, estimate, now)
    return tx.ledger.reserve(
        LedgerRow(
            id=secrets.token_hex(16),
            tenant_id=caller.tenant_id,
            design_id=design_id,
            job_key=job_key,
            attempt=len(before) + 1,
            provider=provider.name,
            model=model_of(provider, request),
            state=LedgerState.RESERVED,
            estimate=estimate,
            actual=None,
            price_table=_price_table(provider, request),
            created_at=now,
            actor=caller.actor,
            visitor=visitor,
        )
    )


def _price_table(provider: Provider, request: ProviderRequest) -> str:
    """Since when the price stands that the estimate was made by."""
    enlargers = provider.enlargers if isinstance(provider, Enlarger) else ()
    model = model_named((*provider.models, *enlargers), model_of(provider, request))
    return model.price_since.isoformat() if model else ""


def _must_hold(purse: Purse, estimate: Money, now: datetime) -> None:
    spent = purse.spent()
    if purse.holds is None or spent.micros + estimate.micros <= purse.holds.micros:
        return
    opens = start_of_day(now) + timedelta(days=1)
    raise TooManyRequests(
        "daily_budget",
        f"{purse.whose} of {purse.holds} does not hold another picture of {estimate}: {spent} are spent or reserved.",
        f"It opens again at {opens:%H:%M} UTC, or set {purse.setting}, or use the embedded provider, which is free.",
        measured=str(spent + estimate),
        required=str(purse.holds),
        retry_after_s=int((opens - now).total_seconds()),
    )
