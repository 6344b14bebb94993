"""What has happened is written down with the change that it is about; who is told of it is found out later, by a job."""

from __future__ import annotations

from pod.model.design import Design
from pod.model.job import Lane, NewJob
from pod.model.message import Event
from pod.services.ports import Tx


def announce(tx: Tx, tenant_id: str, event: Event, subject: str, **said: str) -> None:
    """`subject` names what it is about, and this time of it: the same again is told of once."""
    payload: dict[str, str | int] = {"event": event.value, **said}
    tx.jobs.enqueue(tenant_id, NewJob("tell", Lane.MESSAGES, f"tell:{event}:{subject}", subject, payload))


def ask_customer(tx: Tx, design: Design) -> None:
    """The design waits for its customer, who is told why."""
    subject = f"{design.id}.{design.revision}"
    announce(tx, design.tenant_id, Event.QUESTION, subject, design=design.id, question=design.reason)
