"""One message out, try by try; and what people see of all of them, send again and switch off."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.errors import InputRefused
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob
from pod.model.listing import History, Page
from pod.model.message import ROUTES, Channel, Delivery, Message, MessageChoices, MessageState, Outcome
from pod.services.ports import Carrier, Tx
from pod.services.toolbox import Toolbox, must_administer, must_look, must_operate

AGAIN_S = (30.0, 120.0, 600.0, 1800.0, 7200.0, 21_600.0, 43_200.0, 86_400.0)
"""How long after each try the next one is made: nine in two days, then a person decides."""

_SENDER_CHARS = 60
_M = MessageState
_UNDER_WAY = (_M.WAITING, _M.SENDING)


def delivery_job(message_id: str) -> NewJob:
    return NewJob("deliver", Lane.MESSAGES, f"deliver:{message_id}", message_id, max_attempts=30)


class Delivering:
    def __init__(self, tools: Toolbox, carriers: Mapping[Channel, Carrier]) -> None:
        self._tools = tools
        self._carriers = carriers

    # --- the job

    def deliver(self, job: Job) -> JobOutcome:
        """Job `deliver`: announced in the table before it leaves, so that nobody forgets that it may have."""
        me = system_caller(job.tenant_id, "deliver")
        with self._tools.fenced(job) as tx:
            message = tx.messages.get(job.tenant_id, job.subject)
            if message.state not in _UNDER_WAY:
                return Done()
            choices, carrier = tx.messages.choices(job.tenant_id), self._carriers.get(message.channel)
            if message.route.key in choices.off or carrier is None:
                tx.messages.move(message, _M.DROPPED, me, "switched off" if carrier else "not set up any more")
                return Done()
            sending = tx.messages.move(message, _M.SENDING, me, message.last_error, attempts=message.attempts + 1)
        fail_at("message_before_send")
        delivery = carrier.deliver(sending, choices.sender_name)
        fail_at("message_after_send")
        with self._tools.fenced(job) as tx:
            return self._conclude(tx, me, sending, delivery)

    def _conclude(self, tx: Tx, me: Caller, sending: Message, delivery: Delivery) -> JobOutcome:
        if delivery.outcome is Outcome.TAKEN:
            tx.messages.move(sending, _M.SENT, me, sent_at=self._tools.clock.now())
            return Done()
        if delivery.outcome is Outcome.REFUSED or sending.attempts > len(AGAIN_S):
            tx.messages.move(sending, _M.DEAD, me, delivery.words)
            return Done()
        tx.messages.move(sending, _M.WAITING, me, delivery.words)
        return Later(max(AGAIN_S[sending.attempts - 1], delivery.after_s), delivery.words)

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further try is made by itself; a person may send it again."""
        message = tx.messages.get(job.tenant_id, job.subject)
        if message.state in _UNDER_WAY:
            tx.messages.move(message, _M.DEAD, system_caller(job.tenant_id, "deliver"), reason)

    # --- for people

    @property
    def channels(self) -> Collection[Channel]:
        return self._carriers.keys()

    def page(self, caller: Caller, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Message]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.messages.page(caller.tenant_id, state=state, cursor=cursor, limit=max(1, min(200, limit)))

    def history(self, caller: Caller, message_id: str) -> tuple[History, ...]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tuple(tx.designs.history(caller.tenant_id, message_id))

    def redeliver(self, caller: Caller, message_id: str) -> Message:
        """Sends it again under its own name, as often as one that is new would be tried."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            job_id = tx.jobs.wake(caller.tenant_id, delivery_job(message_id))
            message = tx.messages.get(caller.tenant_id, message_id)
            again = tx.messages.move(message, _M.WAITING, caller, "sent again by hand", attempts=0)
        self._tools.dispatcher.kick(job_id, Lane.MESSAGES)
        return again

    def choices(self, caller: Caller) -> MessageChoices:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.messages.choices(caller.tenant_id)

    def choose(self, caller: Caller, sender_name: str, off: Collection[str]) -> MessageChoices:
        """The name that mails come from, and what nobody is to be told of; what waits to be sent is dropped, too."""
        must_administer(caller)
        unknown = sorted(set(off) - {route.key for route in ROUTES})
        name = sender_name.strip()
        if unknown:
            raise InputRefused("unknown_route", f"There is no message “{unknown[0][:60]}”.", "Take one of the list.")
        if len(name) > _SENDER_CHARS or not name.isprintable():
            raise InputRefused(
                "sender_name",
                f"The sender's name has {len(name)} characters.",
                f"Use at most {_SENDER_CHARS}, on one line.",
                measured=len(name),
                required=_SENDER_CHARS,
            )
        choices = MessageChoices(name, frozenset(off))
        with self._tools.store.writing() as tx:
            tx.messages.choose(choices, caller)
        return choices
