"""Once a day each partner's orders and ours are laid side by side: whatever stands on one side only is a person's to look at.

It is the net below everything else. A doubled send, an order made by hand, one that the partner has lost: each is found here at
the latest, from the partner's own list, whatever became of its messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from fulfillment.base import PartnerOrder
from pod.model.caller import DEFAULT_TENANT
from pod.model.errors import PodError
from pod.model.handoff import AT_PARTNER, HandOff
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob
from pod.services.news import NOT_MADE
from pod.services.toolbox import Toolbox

LOOKED_BACK = timedelta(days=7)
_JUST_NOW = timedelta(hours=1)
"""What was sent a moment ago may not be in the list yet."""

_ASKED_AGAIN_S = 3600.0
_AFTER_A_RESTORE_S = 3600.0
"""By then the shops have been read again, and what they brought has been found at its partner."""


class PartnerAudit:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def schedule(self) -> None:
        """One job a day for each partner, and one after a restore, whoever asks for it and how often."""
        today = self._tools.clock.now().date().isoformat()
        with self._tools.store.writing() as tx:
            restore = tx.restores.last()
            for name in self._tools.partners:
                tx.jobs.enqueue(DEFAULT_TENANT, NewJob("compare", Lane.UPKEEP, f"compare:{name}:{today}", name))
                if restore and restore.watches(self._tools.clock.now()):
                    key = f"compare:{name}:restored:{restore.restored_at:%Y%m%dT%H%M%S}"
                    tx.jobs.enqueue(
                        DEFAULT_TENANT, NewJob("compare", Lane.UPKEEP, key, name, delay_s=_AFTER_A_RESTORE_S)
                    )

    def compare(self, job: Job) -> JobOutcome:
        """Job `compare`: what one side has and the other has not."""
        partner = self._tools.partners.get(job.subject)
        since = self._looked_back()
        try:
            theirs = partner.recent(since) if partner else None
        except PodError as e:
            return Later(_ASKED_AGAIN_S, str(e))
        if theirs is None:
            return Done()
        with self._tools.store.reading() as tx:
            ours = tx.orders.handoffs_since(job.subject, since)
            known = {o.reference for o in theirs if tx.orders.handoff_at(job.subject, o.reference, "")}
        found = [*self._lost(ours, theirs), *_strange(theirs, known)]
        return NeedsHuman(f"{job.subject}: {' '.join(found)}") if found else Done()

    def _looked_back(self) -> datetime:
        """After a restore as far as its backup, and a day more."""
        now = self._tools.clock.now()
        with self._tools.store.reading() as tx:
            restore = tx.restores.last()
        week = now - LOOKED_BACK
        return min(week, restore.backed_up_at - timedelta(days=1)) if restore and restore.watches(now) else week

    def _lost(self, ours: Sequence[HandOff], theirs: Sequence[PartnerOrder]) -> Iterator[str]:
        there = {order.reference for order in theirs}
        settled = self._tools.clock.now() - _JUST_NOW
        for handoff in ours:
            sent = handoff.state in AT_PARTNER and handoff.sent_at is not None and handoff.sent_at < settled
            if sent and handoff.reference not in there:
                yield f"It does not list {handoff.reference}, which it had taken. Look it up there."


def _strange(theirs: Sequence[PartnerOrder], known: set[str]) -> Iterator[str]:
    live = [order for order in theirs if order.state not in NOT_MADE]
    for order in live:
        if order.reference not in known:
            yield f"It has {order.partner_order_id} ({order.reference or 'without a reference'}), which is none of ours."
    for reference, times in Counter(order.reference for order in live if order.reference in known).items():
        if times > 1:
            yield f"It has {reference} {times} times. Cancel what is too many."
