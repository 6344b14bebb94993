"""Outbox and inbox as rows, and what a tenant has decided about its messages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.listing import Page
from pod.model.message import MESSAGE_MOVES, Audience, Channel, Event, Message, MessageChoices, MessageState
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import from_micros, to_micros
from pod.store.rows import Bench

_EVENT_CHARS = 200


@dataclass(frozen=True, slots=True)
class SqlMessages:
    bench: Bench

    def add(self, message: Message, caller: Caller) -> bool:
        return self.bench.insert_once(
            t.outbox,
            id=message.id,
            tenant_id=message.tenant_id,
            actor=caller.actor,
            created_at=to_micros(message.created_at),
            topic=message.event.value,
            subject=message.subject,
            channel=message.channel.value,
            audience=message.audience.value,
            state=message.state.value,
            attempts=message.attempts,
            last_error=message.last_error,
            order_id=message.order_id,
            recipient=message.recipient,
            body=message.body,
        )

    def get(self, tenant_id: str, message_id: str) -> Message:
        c = t.outbox.c
        found = self.bench.one(sa.select(t.outbox).where(c.tenant_id == tenant_id, c.id == message_id))
        if found is None:
            raise NotFound("no_message", "There is no such message.", "Check the list of messages.", id=message_id)
        return _message(found)

    def move(self, message: Message, to: MessageState, caller: Caller, note: str = "", **changes: Any) -> Message:
        became = moved("message", MESSAGE_MOVES, message.state, to)
        changed = replace(message, state=became, last_error=note, **changes)
        c = t.outbox.c
        self.bench.swap(
            "message",
            t.outbox,
            sa.and_(
                c.id == message.id,
                c.tenant_id == message.tenant_id,
                c.state == message.state.value,
                c.attempts == message.attempts,
            ),
            state=became.value,
            attempts=changed.attempts,
            sent_at=to_micros(changed.sent_at) if changed.sent_at else None,
            last_error=note,
        )
        self.bench.remember(caller, message.id, message.state.value, became.value, note)
        return changed

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Message]:
        c = t.outbox.c
        return self.bench.page(
            t.outbox, c.id, [c.tenant_id == tenant_id], _all, state=state, cursor=cursor, limit=limit
        )

    def erase(self, tenant_id: str, order_id: str) -> int:
        c = t.outbox.c
        of_order = sa.and_(c.tenant_id == tenant_id, c.order_id == order_id)
        waiting = c.state.in_([MessageState.WAITING.value, MessageState.SENDING.value, MessageState.DEAD.value])
        state = sa.case((waiting, MessageState.DROPPED.value), else_=c.state)
        gone = sa.update(t.outbox).where(of_order).values(recipient="", body={}, last_error="", state=state)
        return self.bench.connection.execute(gone).rowcount

    # --- what a tenant has decided

    def choices(self, tenant_id: str) -> MessageChoices:
        found = self.bench.one(sa.select(t.message_choices).where(t.message_choices.c.tenant_id == tenant_id))
        return MessageChoices(found["sender_name"], frozenset(found["switched_off"])) if found else MessageChoices()

    def choose(self, choices: MessageChoices, caller: Caller) -> None:
        told = {"sender_name": choices.sender_name, "switched_off": sorted(choices.off), "actor": caller.actor}
        first = self.bench.insert_once(
            t.message_choices, tenant_id=caller.tenant_id, created_at=self.bench.now(), **told
        )
        if not first:
            mine = t.message_choices.c.tenant_id == caller.tenant_id
            self.bench.connection.execute(sa.update(t.message_choices).where(mine).values(**told))
        off = ", ".join(sorted(choices.off)) or "nothing"
        self.bench.remember(caller, "messages", "", "chosen", f"from “{choices.sender_name}”, switched off: {off}")

    # --- what is heard

    def receive(self, tenant_id: str, source: str, event_id: str, headers: dict[str, str], body: bytes) -> bool:
        return self.bench.insert_once(
            t.inbox,
            source=source,
            event_id=_event_key(event_id),
            tenant_id=tenant_id,
            actor=source,
            created_at=self.bench.now(),
            headers=headers,
            body=body,
        )

    def forget_received(self, before: datetime) -> int:
        old = sa.delete(t.inbox).where(t.inbox.c.created_at < to_micros(before))
        return self.bench.connection.execute(old).rowcount


def _all(rows: Sequence[sa.RowMapping]) -> list[Message]:
    return [_message(row) for row in rows]


def _message(row: sa.RowMapping) -> Message:
    return Message(
        id=row["id"],
        tenant_id=row["tenant_id"],
        event=Event(row["topic"]),
        subject=row["subject"],
        channel=Channel(row["channel"]),
        audience=Audience(row["audience"]),
        recipient=row["recipient"],
        body=dict(row["body"]),
        created_at=from_micros(row["created_at"]),
        order_id=row["order_id"],
        state=MessageState(row["state"]),
        attempts=row["attempts"],
        sent_at=from_micros(row["sent_at"]) if row["sent_at"] is not None else None,
        last_error=row["last_error"],
    )


def _event_key(event_id: str) -> str:
    """What a sender calls its message may be longer than the inbox has room for; then it goes by its hash."""
    return event_id if len(event_id) <= _EVENT_CHARS else hashlib.sha256(event_id.encode()).hexdigest()
