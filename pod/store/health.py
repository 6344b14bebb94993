"""What all workers know of the image services: rows, so that limits hold across processes and machines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.health import Health, Pace
from pod.model.ledger import LedgerState
from pod.store import schema as t
from pod.store.codec import from_micros, to_micros
from pod.store.engine import take_lock
from pod.store.rows import Bench

_IN_FLIGHT = (LedgerState.SUBMITTING.value, LedgerState.SUBMITTED.value)
_EVERY_TENANT = ""


@dataclass(frozen=True, slots=True)
class SqlHealth:
    bench: Bench

    def of(self, providers: Collection[str]) -> Mapping[str, Health]:
        rows = self.bench.all(sa.select(t.provider_health).where(t.provider_health.c.provider.in_(providers)))
        known = {row["provider"]: _health(row) for row in rows}
        return {name: known.get(name, Health(name)) for name in providers}

    def take_turn(self, provider: str, pace: Pace) -> float:
        # whoever counts must not be overtaken by another who counts the same
        take_lock(self.bench.connection, f"provider {provider}")
        known = self.of([provider])[provider]
        if pace.parallel and self._in_flight(provider) >= pace.parallel:
            return known.place_in_s()
        if not pace.per_minute:
            return 0.0
        health = known.with_turns(self.bench.clock.now(), pace.per_minute, pace.at_once)
        wait_s = health.turn_in_s(pace.per_minute)
        if not wait_s:
            left = health.with_turn_taken()
            self._write(provider, milliturns=round(left.turns * 1000), turns_at=self.bench.now())
        return wait_s

    def change(self, provider: str, change: Callable[[Health], Health]) -> None:
        take_lock(self.bench.connection, f"provider {provider}")
        health = change(self.of([provider])[provider])
        self._write(
            provider,
            failures=health.failures,
            blocked_until=to_micros(health.blocked_until) if health.blocked_until else None,
            why=health.why,
            latency_ms=health.latency_ms,
        )

    def bury(self, caller: Caller, provider: str, model: str, reason: str) -> None:
        self.bench.insert_once(
            t.dead_models,
            provider=provider,
            model=model,
            tenant_id=_EVERY_TENANT,
            actor=caller.actor,
            created_at=self.bench.now(),
            reason=reason,
        )

    def revive(self, provider: str) -> int:
        gone = sa.delete(t.dead_models).where(t.dead_models.c.provider == provider)
        return self.bench.connection.execute(gone).rowcount

    def dead(self) -> Mapping[tuple[str, str], str]:
        return {(row["provider"], row["model"]): row["reason"] for row in self.bench.all(sa.select(t.dead_models))}

    def _in_flight(self, provider: str) -> int:
        c = t.ledger.c
        count = sa.select(sa.func.count()).where(c.provider == provider, c.state.in_(_IN_FLIGHT))
        return int(self.bench.connection.execute(count).scalar_one())

    def _write(self, provider: str, **changed: Any) -> None:
        new = {"tenant_id": _EVERY_TENANT, "actor": "system", "created_at": self.bench.now()}
        unknown = {"failures": 0, "why": "", "milliturns": 0, "latency_ms": 0}
        if not self.bench.insert_once(t.provider_health, provider=provider, **{**new, **unknown, **changed}):
            where = t.provider_health.c.provider == provider
            self.bench.connection.execute(sa.update(t.provider_health).where(where).values(**changed))


def _health(row: sa.RowMapping) -> Health:
    return Health(
        provider=row["provider"],
        failures=row["failures"],
        blocked_until=None if row["blocked_until"] is None else from_micros(row["blocked_until"]),
        why=row["why"],
        turns=row["milliturns"] / 1000,
        turns_at=None if row["turns_at"] is None else from_micros(row["turns_at"]),
        latency_ms=row["latency_ms"],
    )
