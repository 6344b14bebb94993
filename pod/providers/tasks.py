"""What adapters of services share that take tasks: a task is taken on, is asked about, and ends with a link or a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from pod.http import Reply
from pod.providers.answers import Answered, answered, delivered, read_json, text_at
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Pending
from pod.providers.remote import Order, Remote, Ticket


class Tasks(Remote):
    """`poll_s` is the time between two looks, `patience_s` how long a task is waited for."""

    poll_s: ClassVar[float]
    patience_s: ClassVar[float]

    @property
    def capabilities(self) -> Capabilities:
        return replace(super().capabilities, patience_s=self.patience_s)

    def _taken_on(self, reply: Reply, order: Order, *where: str) -> Outcome | Pending:
        """Where the answer names a task, it is only asked about from now on; where it names none, nobody knows."""
        task = text_at(read_json(reply), *where)
        if not 200 <= reply.status < 300 or not task:
            return self._refused(reply)
        return self._waiting(Ticket(task, order.model, order.frame))

    def _waiting(self, ticket: Ticket) -> Pending:
        return Pending(str(ticket), self.poll_s)

    def _brought(self, reply: Reply, given: str, ticket: Ticket, **about: Any) -> Outcome | Pending:
        """What a task that is over has brought. A link that has lapsed is no loss: asked again, the task has another one."""
        about["model"] = ticket.model.id
        if not given:
            return answered(OutcomeKind.NO_IMAGE, "It answered without a picture", **about)
        try:
            return delivered(self._file(reply, given, ticket.model), ticket.frame, **about)
        except Answered:
            return self._waiting(ticket)
