"""Claims as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.claim import CLAIM_MOVES, Claim, ClaimState, Payer
from pod.model.errors import NotFound
from pod.model.listing import Page
from pod.model.money import Money
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode, to_micros
from pod.store.rows import Bench


@dataclass(frozen=True, slots=True)
class SqlClaims:
    bench: Bench

    def add(self, claim: Claim, caller: Caller) -> bool:
        new = self.bench.insert_once(
            t.claims,
            id=claim.id,
            tenant_id=claim.tenant_id,
            actor=claim.actor,
            created_at=to_micros(claim.created_at),
            order_id=claim.order_id,
            state=claim.state.value,
            revision=claim.revision,
            body=encode(claim),
        )
        if new:
            self.bench.remember(caller, claim.id, "", claim.state.value, claim.kind.value)
        return new

    def get(self, tenant_id: str, claim_id: str) -> Claim:
        c = t.claims.c
        found = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.id == claim_id))
        if found is None:
            raise NotFound("no_claim", "There is no such claim.", "Look at the order that it is about.", id=claim_id)
        return decode(Claim, found["body"])

    def of_order(self, tenant_id: str, order_id: str) -> Sequence[Claim]:
        c = t.claims.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.order_id == order_id)
        return _all(self.bench.all(query.order_by(c.created_at, c.id)))

    def move(self, claim: Claim, to: ClaimState, caller: Caller, note: str = "", **changes: Any) -> Claim:
        became = moved("claim", CLAIM_MOVES, claim.state, to)
        changed = replace(claim, state=became, revision=claim.revision + 1, **changes)
        self._swap(claim, changed)
        self.bench.remember(caller, claim.id, claim.state.value, became.value, note)
        return changed

    def _swap(self, was: Claim, becomes: Claim) -> None:
        c = t.claims.c
        here = sa.and_(
            c.id == was.id,
            c.tenant_id == was.tenant_id,
            c.state == was.state.value,
            c.revision == was.revision,
        )
        self.bench.swap(
            "claim", t.claims, here, state=becomes.state.value, revision=becomes.revision, body=encode(becomes)
        )

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Claim]:
        c = t.claims.c
        return self.bench.page(
            t.claims, c.id, [c.tenant_id == tenant_id], _all, state=state, cursor=cursor, limit=limit
        )

    def costs(self, tenant_id: str) -> Mapping[Payer, Sequence[Money]]:
        c = t.claims.c
        settled = sa.select(c.body).where(c.tenant_id == tenant_id, c.state == ClaimState.REFUNDED.value)
        sums: dict[Payer, dict[str, Money]] = {}
        for claim in _all(self.bench.all(settled)):
            if claim.payer and claim.cost:
                by_currency = sums.setdefault(claim.payer, {})
                so_far = by_currency.get(claim.cost.currency, Money(0, claim.cost.currency))
                by_currency[claim.cost.currency] = so_far + claim.cost
        return {payer: [found[name] for name in sorted(found)] for payer, found in sums.items()}

    def erase(self, tenant_id: str, order_id: str) -> int:
        found = self.of_order(tenant_id, order_id)
        for claim in found:
            self._swap(claim, replace(claim, words="", answer="", pictures=(), revision=claim.revision + 1))
        return len(found)


def _all(rows: Sequence[sa.RowMapping]) -> list[Claim]:
    return [decode(Claim, row["body"]) for row in rows]
