"""From what has happened to one outbox row for each that is told of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from pod.failpoints import fail_at
from pod.model.caller import system_caller
from pod.model.errors import NotFound
from pod.model.job import Done, Job, JobOutcome, Later
from pod.model.message import ROUTES, Audience, Channel, Event, Message, Route
from pod.services.messages.delivering import delivery_job
from pod.services.messages.facts import Facts, facts_of
from pod.services.ports import Carrier
from pod.services.toolbox import Toolbox

_NUMBER_AWAITED = timedelta(days=1)
"""How long a parcel without a tracking number waits for one before it is told of as it is."""

_LOOK_AGAIN_S = 1800.0


class Telling:
    """`carriers` are those that are set up."""

    def __init__(self, tools: Toolbox, carriers: Mapping[Channel, Carrier], public_url: str) -> None:
        self._tools = tools
        self._carriers = carriers
        self._public_url = public_url

    def tell(self, job: Job) -> JobOutcome:
        """Job `tell`."""
        me = system_caller(job.tenant_id, "tell")
        with self._tools.fenced(job) as tx:
            try:
                facts = facts_of(tx, job)
            except NotFound:
                return Done()
            if self._waits_for_a_number(job, facts):
                return Later(_LOOK_AGAIN_S, "the parcel has no tracking number yet")
            off = tx.messages.choices(job.tenant_id).off
            for route in ROUTES:
                if route.event.value != job.payload["event"] or route.key in off:
                    continue
                message = self._message(job, route, facts)
                if message and tx.messages.add(message, me):
                    tx.jobs.enqueue(job.tenant_id, delivery_job(message.id))
            fail_at("told_before_commit")
        return Done()

    def _message(self, job: Job, route: Route, facts: Facts) -> Message | None:
        """None where this way is not set up, or leads to nobody."""
        carrier = self._carriers.get(route.channel)
        if carrier is None:
            return None
        to = facts.customer if route.audience is Audience.CUSTOMER else carrier.shop
        if route.channel is Channel.MAIL and not to:
            return None
        path = (facts.shop_path if route.audience is Audience.SHOP else "") or facts.path
        return Message(
            # the same again, after the restore of a backup, has the name that it had
            id=_name(job, route),
            tenant_id=job.tenant_id,
            event=route.event,
            subject=job.subject,
            channel=route.channel,
            audience=route.audience,
            recipient=to,
            body={**facts.body, "link": f"{self._public_url}{path}"},
            created_at=self._tools.clock.now(),
            order_id=facts.order_id,
        )

    def _waits_for_a_number(self, job: Job, facts: Facts) -> bool:
        """Without a word of when it left nobody can say how long it has been waited for."""
        if job.payload["event"] != Event.SHIPPED.value or facts.body["tracking_number"]:
            return False
        at = str(job.payload["at"])
        return bool(at) and self._tools.clock.now() - datetime.fromisoformat(at) < _NUMBER_AWAITED


def _name(job: Job, route: Route) -> str:
    said = [job.tenant_id, route.key, job.subject]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]
