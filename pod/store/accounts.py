"""Users, sessions, API keys, uploads, the ledger, messages and idempotent answers as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.account import ApiKey, Session, Upload, User
from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.ledger import LEDGER_MOVES, Cost, LedgerRow, LedgerState
from pod.model.listing import Page
from pod.model.message import StoredAnswer
from pod.model.money import Money
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode, from_micros, to_micros
from pod.store.engine import take_lock
from pod.store.rows import Bench


@dataclass(frozen=True, slots=True)
class SqlAccounts:
    bench: Bench

    def add_user(self, user: User, caller: Caller) -> None:
        self.bench.insert(
            t.users,
            name=user.name,
            tenant_id=user.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            password_hash=user.password_hash,
            role=user.role,
        )
        self._remember(caller, user.name, "", user.role, "added")

    def user(self, name: str) -> User | None:
        row = self.bench.one(sa.select(t.users).where(t.users.c.name == name))
        return _user(row) if row else None

    def users(self, tenant_id: str) -> Sequence[User]:
        query = sa.select(t.users).where(t.users.c.tenant_id == tenant_id).order_by(t.users.c.name)
        return [_user(row) for row in self.bench.all(query)]

    def set_password(self, user: User, password_hash: str, caller: Caller) -> None:
        self._change(user, password_hash=password_hash)
        self._remember(caller, user.name, user.role, user.role, "new password")

    def set_role(self, user: User, role: str, caller: Caller) -> None:
        self._change(user, role=role)
        self._remember(caller, user.name, user.role, role, "another role")

    def remove_user(self, user: User, caller: Caller) -> None:
        self.bench.connection.execute(sa.delete(t.users).where(_is_user(user)))
        self._remember(caller, user.name, user.role, "", "removed")

    def _change(self, user: User, **values: Any) -> None:
        self.bench.swap("account", t.users, sa.and_(_is_user(user), t.users.c.role == user.role), **values)

    def _remember(self, caller: Caller, name: str, came_from: str, became: str, note: str) -> None:
        self.bench.remember(caller, f"user:{name}", came_from, became, note)

    def add_session(
        self, session_id_sha256: str, user: User, caller: Caller, expires_at: datetime, idle_until: datetime
    ) -> None:
        self.bench.insert(
            t.sessions,
            id_sha256=session_id_sha256,
            tenant_id=user.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            user_name=user.name,
            expires_at=to_micros(expires_at),
            idle_until=to_micros(idle_until),
        )
        self._remember(caller, user.name, user.role, user.role, "signed in")

    def session(self, session_id_sha256: str, now: datetime) -> Session | None:
        c, moment = t.sessions.c, to_micros(now)
        live = sa.and_(c.id_sha256 == session_id_sha256, c.expires_at > moment, c.idle_until > moment)
        query = sa.select(t.users, c.idle_until).join(t.sessions, c.user_name == t.users.c.name).where(live)
        row = self.bench.one(query)
        return Session(_user(row), from_micros(row["idle_until"])) if row else None

    def keep_session(self, session_id_sha256: str, idle_until: datetime) -> None:
        mine = t.sessions.c.id_sha256 == session_id_sha256
        self.bench.connection.execute(sa.update(t.sessions).where(mine).values(idle_until=to_micros(idle_until)))

    def end_session(self, session_id_sha256: str) -> None:
        self.bench.connection.execute(sa.delete(t.sessions).where(t.sessions.c.id_sha256 == session_id_sha256))

    def end_sessions(self, user: User) -> None:
        self.bench.connection.execute(sa.delete(t.sessions).where(t.sessions.c.user_name == user.name))

    def end_lapsed_sessions(self, now: datetime) -> int:
        c, moment = t.sessions.c, to_micros(now)
        lapsed = sa.delete(t.sessions).where(sa.or_(c.expires_at <= moment, c.idle_until <= moment))
        return int(self.bench.connection.execute(lapsed).rowcount)

    def add_api_key(self, key: ApiKey, caller: Caller) -> None:
        self.bench.insert(
            t.api_keys,
            id=key.id,
            tenant_id=key.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            secret_sha256=key.secret_sha256,
            role=key.role,
            name=key.name,
        )
        self.bench.remember(caller, f"key:{key.id}", "", key.role, f"made for {key.name}")

    def api_key(self, key_id: str) -> ApiKey | None:
        row = self.bench.one(sa.select(t.api_keys).where(t.api_keys.c.id == key_id, t.api_keys.c.revoked_at.is_(None)))
        return _api_key(row) if row else None

    def api_keys(self, tenant_id: str) -> Sequence[ApiKey]:
        c = t.api_keys.c
        query = sa.select(t.api_keys).where(c.tenant_id == tenant_id).order_by(c.created_at.desc(), c.id)
        return [_api_key(row) for row in self.bench.all(query)]

    def use_api_key(self, key_id: str) -> None:
        mine = t.api_keys.c.id == key_id
        self.bench.connection.execute(sa.update(t.api_keys).where(mine).values(last_used_at=self.bench.now()))

    def revoke_api_key(self, tenant_id: str, key_id: str, caller: Caller) -> None:
        c = t.api_keys.c
        live = sa.and_(c.id == key_id, c.tenant_id == tenant_id, c.revoked_at.is_(None))
        self.bench.swap("key", t.api_keys, live, revoked_at=self.bench.now())
        self.bench.remember(caller, f"key:{key_id}", "", "revoked")


def _is_user(user: User) -> sa.ColumnElement[bool]:
    return sa.and_(t.users.c.name == user.name, t.users.c.tenant_id == user.tenant_id)


def _api_key(row: sa.RowMapping) -> ApiKey:
    moments = {name: _moment(row[name]) for name in ("created_at", "last_used_at", "revoked_at")}
    return ApiKey(
        row["id"], row["tenant_id"], row["secret_sha256"], row["role"], row["name"], made_by=row["actor"], **moments
    )


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _user(row: sa.RowMapping) -> User:
    return User(row["name"], row["tenant_id"], row["password_hash"], row["role"])


@dataclass(frozen=True, slots=True)
class SqlUploads:
    bench: Bench

    def add(self, upload: Upload) -> None:
        self.bench.insert(
            t.uploads,
            id=upload.id,
            tenant_id=upload.tenant_id,
            actor="shopper",
            created_at=to_micros(upload.created_at),
            sha256=upload.file.sha256,
            body=encode(upload),
        )

    def get(self, tenant_id: str, upload_id: str) -> Upload:
        row = self.bench.one(
            sa.select(t.uploads.c.body).where(t.uploads.c.tenant_id == tenant_id, t.uploads.c.id == upload_id)
        )
        if row is None:
            raise NotFound("no_upload", "There is no such upload.", "Upload the picture again.", id=upload_id)
        return decode(Upload, row["body"])


_AMOUNT = sa.func.coalesce(t.ledger.c.actual_micros, t.ledger.c.estimate_micros)
"""What a row has cost, or may have."""


def _in_vain() -> sa.ColumnElement[bool]:
    """Paid, or perhaps, and no picture came of it."""
    c = t.ledger.c
    return (c.state == LedgerState.UNKNOWN.value) | ((c.state == LedgerState.SETTLED.value) & (c.reason != ""))


@dataclass(frozen=True, slots=True)
class SqlLedger:
    bench: Bench

    def reserve(self, row: LedgerRow) -> LedgerRow:
        self.bench.insert_once(t.ledger, **_ledger_values(row))
        c = t.ledger.c
        there = self.bench.one(
            sa.select(t.ledger).where(c.job_key == row.job_key, c.attempt == row.attempt, c.tenant_id == row.tenant_id)
        )
        if there is None:
            raise NotFound(
                "no_ledger_row", "The ledger row belongs to another tenant.", "This is a fault of ours: report it."
            )
        return _ledger_row(there)

    def move(self, row: LedgerRow, to: LedgerState, caller: Caller, note: str = "", **changes: Any) -> LedgerRow:
        changed = replace(row, state=moved("ledger row", LEDGER_MOVES, row.state, to), **changes)
        c = t.ledger.c
        self.bench.swap(
            "ledger row", t.ledger, sa.and_(c.id == row.id, c.state == row.state.value), **_ledger_values(changed)
        )
        self.bench.remember(caller, row.id, row.state.value, changed.state.value, note or changed.reason)
        return changed

    def put_up(self, row: LedgerRow, addresses: str) -> LedgerRow:
        c = t.ledger.c
        where = sa.and_(c.id == row.id, c.state == row.state.value, c.sent_along == row.sent_along)
        self.bench.swap("ledger row", t.ledger, where, sent_along=addresses)
        return replace(row, sent_along=addresses)

    def for_job(self, tenant_id: str, job_key: str) -> Sequence[LedgerRow]:
        c = t.ledger.c
        rows = self.bench.all(
            sa.select(t.ledger).where(c.tenant_id == tenant_id, c.job_key == job_key).order_by(c.attempt)
        )
        return _ledger_rows(rows)

    def spent(self, tenant_id: str, since: datetime) -> Money:
        return self._spent(f"budget {tenant_id}", since, t.ledger.c.tenant_id == tenant_id)

    def spent_by_all(self, since: datetime) -> Money:
        return self._spent("budget", since)

    def spent_with(self, provider: str, since: datetime) -> Money:
        return self._spent(f"budget with {provider}", since, t.ledger.c.provider == provider)

    def spent_on(self, visitor: str, since: datetime) -> Money:
        return self._spent(f"budget on {visitor}", since, t.ledger.c.visitor == visitor, ~_in_vain())

    def costs(self, tenant_id: str) -> Sequence[Cost]:
        c = t.ledger.c
        spent = sa.func.coalesce(sa.func.sum(_AMOUNT), 0)
        for_nothing = sa.func.coalesce(sa.func.sum(sa.case((_in_vain(), _AMOUNT), else_=0)), 0)
        rows = self.bench.connection.execute(
            sa.select(c.provider, sa.func.count(), spent, for_nothing)
            .where(c.tenant_id == tenant_id, c.state != LedgerState.RELEASED.value)
            .group_by(c.provider)
            .order_by(spent.desc(), c.provider)
        )
        return [
            Cost(provider, calls, Money(int(all_of_it)), Money(int(part))) for provider, calls, all_of_it, part in rows
        ]

    def _spent(self, purse: str, since: datetime, *whose: sa.ColumnElement[bool]) -> Money:
        # whoever asks before reserving must not be overtaken by another who asks the same
        take_lock(self.bench.connection, purse)
        c = t.ledger.c
        query = sa.select(sa.func.coalesce(sa.func.sum(_AMOUNT), 0)).where(
            c.created_at >= to_micros(since), c.state != LedgerState.RELEASED.value, *whose
        )
        return Money(int(self.bench.connection.execute(query).scalar_one()))

    def get(self, tenant_id: str, row_id: str) -> LedgerRow:
        c = t.ledger.c
        row = self.bench.one(sa.select(t.ledger).where(c.tenant_id == tenant_id, c.id == row_id))
        if row is None:
            raise NotFound("no_ledger_row", "There is no such row in the ledger.", "Check the link.", id=row_id)
        return _ledger_row(row)

    def of_task(self, provider: str, task: str, since: datetime) -> LedgerRow | None:
        c = t.ledger.c
        begins = sa.func.substr(c.task_id.concat("|"), 1, len(task) + 1) == f"{task}|"
        query = sa.select(t.ledger).where(c.created_at >= to_micros(since), c.provider == provider, begins)
        row = self.bench.one(query.order_by(c.created_at.desc(), c.id.desc()).limit(1))
        return _ledger_row(row) if row else None

    def page(
        self, tenant_id: str, *, design_id: str = "", state: str = "", cursor: str = "", limit: int = 50
    ) -> Page[LedgerRow]:
        c = t.ledger.c
        wanted = [c.tenant_id == tenant_id]
        if design_id:
            wanted.append(c.design_id == design_id)
        return self.bench.page(t.ledger, c.id, wanted, _ledger_rows, state=state, cursor=cursor, limit=limit)


def _ledger_values(row: LedgerRow) -> dict[str, Any]:
    values = {k: v for k, v in encode(row).items() if k not in ("estimate", "actual")}
    return {
        **values,
        "estimate_micros": row.estimate.micros,
        "actual_micros": row.actual.micros if row.actual else None,
        "currency": row.estimate.currency,
    }


def _ledger_rows(rows: Sequence[sa.RowMapping]) -> list[LedgerRow]:
    return [_ledger_row(row) for row in rows]


def _ledger_row(row: sa.RowMapping) -> LedgerRow:
    actual = row["actual_micros"]
    plain = {
        k: row[k]
        for k in (
            "id",
            "tenant_id",
            "design_id",
            "job_key",
            "attempt",
            "provider",
            "model",
            "price_table",
            "actor",
            "task_id",
            "request_id",
            "reason",
            "visitor",
            "sent_along",
        )
    }
    return LedgerRow(
        **plain,
        state=LedgerState(row["state"]),
        estimate=Money(row["estimate_micros"], row["currency"]),
        actual=None if actual is None else Money(actual, row["currency"]),
        created_at=from_micros(row["created_at"]),
    )


@dataclass(frozen=True, slots=True)
class SqlIdempotency:
    bench: Bench

    def begin(self, tenant_id: str, scope: str, key: str, request_sha256: str) -> StoredAnswer | None:
        first = self.bench.insert_once(
            t.idempotency,
            tenant_id=tenant_id,
            scope=scope,
            key=key,
            actor=scope,
            created_at=self.bench.now(),
            request_sha256=request_sha256,
            status=0,
            body="",
        )
        return None if first else self.answer(tenant_id, scope, key)

    def answer(self, tenant_id: str, scope: str, key: str) -> StoredAnswer | None:
        row = self.bench.one(sa.select(t.idempotency).where(self._is(tenant_id, scope, key)))
        if row is None:
            return None
        return StoredAnswer(row["request_sha256"], row["status"], row["body"], from_micros(row["created_at"]))

    def finish(self, tenant_id: str, scope: str, key: str, status: int, body: str) -> None:
        self.bench.connection.execute(
            sa.update(t.idempotency).where(self._is(tenant_id, scope, key)).values(status=status, body=body)
        )

    def forget(self, tenant_id: str, scope: str, key: str) -> None:
        self.bench.connection.execute(sa.delete(t.idempotency).where(self._is(tenant_id, scope, key)))

    def forget_before(self, moment: datetime) -> int:
        old = sa.delete(t.idempotency).where(t.idempotency.c.created_at < to_micros(moment))
        return int(self.bench.connection.execute(old).rowcount)

    def _is(self, tenant_id: str, scope: str, key: str) -> sa.ColumnElement[bool]:
        c = t.idempotency.c
        return sa.and_(c.tenant_id == tenant_id, c.scope == scope, c.key == key)
