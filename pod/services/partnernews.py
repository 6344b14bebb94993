"""Messages of partners are hints: a genuine one brings the next look at its order forward, and says nothing else.

How an order stands is only ever read from the partner itself, by the hand-off's job, which asks in any case. So a message
that is lost, doubled, late or out of its order changes nothing twice, and one that is forged changes nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping

import structlog

from fulfillment.base import Partner
from pod.failpoints import fail_at
from pod.model.errors import NotFound, NotSignedIn
from pod.model.job import NewJob
from pod.model.shipment import PartnerEvent
from pod.services.handoffjobs import handoff_job
from pod.services.mockups import mockup_job
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

log = structlog.get_logger("pod.partnernews")


class PartnerNews:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def hear(self, name: str, headers: Mapping[str, str], body: bytes) -> None:
        """`NotFound` for a partner that is not set up, `NotSignedIn` for a message that is not genuine.

        News of an order that is not ours is heard and forgotten: a partner whose messages are refused stops sending any.
        """
        for event in self._events(name, headers, body):
            self._take(name, event)

    def _events(self, name: str, headers: Mapping[str, str], body: bytes) -> list[PartnerEvent]:
        partner: Partner | None = self._tools.partners.get(name)
        if partner is None:
            raise NotFound("unknown_partner", "This partner is not set up here.", "See `pod partners`.")
        events = partner.read_webhook(headers, body)
        if events is None:
            raise NotSignedIn(
                "message_not_genuine",
                "This message is not signed as it should be, or is none of this partner's.",
                "Check the secret that was given out with the webhook, and POD_<NAME>_WEBHOOK_SECRET.",
            )
        return events

    def _take(self, name: str, event: PartnerEvent) -> None:
        with self._tools.store.writing() as tx:
            found = _job_of(tx, name, event)
            if found is None:
                log.info("partnernews.not_ours", partner=name, order=event.partner_order_id, task=event.task_id)
                return
            tenant_id, job = found
            # without its body: it may hold an address, and what it says is asked for anew
            if not tx.messages.receive(tenant_id, f"partner:{name}", event.event_id, {}, b""):
                return
            job_id = tx.jobs.wake(tenant_id, job)
            fail_at("news_before_commit")
        fail_at("news_after_commit")
        self._tools.dispatcher.kick(job_id, job.lane)


def _job_of(tx: Tx, partner: str, event: PartnerEvent) -> tuple[str, NewJob] | None:
    """Of the order, or of the mock-up, that it is about, with its tenant; None where it is none of ours."""
    if event.task_id:
        mockup = tx.mockups.drawing(partner, event.task_id)
        return (mockup.tenant_id, mockup_job(mockup.id)) if mockup else None
    handoff = tx.orders.handoff_at(partner, event.reference, event.partner_order_id)
    return (handoff.tenant_id, handoff_job(handoff.reference)) if handoff else None
