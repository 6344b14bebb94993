"""What the steps of a hand-off's job share: its partner, its transactions, when it is asked again, and when a person is asked.

Each kind of step has a room of its own; whoever comes by here finds the hand-off as it stands and leaves it further, held,
or to be looked at later.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import structlog

from fulfillment.base import Accepted, Partner, PartnerOrder
from pod.model.caller import Caller
from pod.model.errors import Conflict, PodError
from pod.model.handoff import HANDOFF_MOVES, HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later, NeedsHuman
from pod.model.order import Order, OrderState
from pod.services.handoffjobs import route_job
from pod.services.news import OVER, told_of
from pod.services.partnercare import PartnerCare
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

log = structlog.get_logger("pod.handoff")

BY_POD = "pod"
"""Who holds a hand-off that Pod itself has held; a partner's own hold carries the partner's name."""

TRY_AGAIN_S = 15.0
UNCLEAR_S = 600.0
"""How long a look-up may go without an answer before a person is asked."""

SELDOM_S = 3600.0
"""How often a partner is asked on, once a person has been told that it does not answer."""

_NEWS_S = (60.0, 3600.0)
"""How often a partner is asked for news: every minute at first, an old hand-off once an hour."""

_PARCEL_NEWS_S = (3600.0, 86_400.0)
_PARCEL_S = 45 * 86_400.0
"""How long a parcel is followed that nobody reports as delivered."""

HOLD_DEADLINE = timedelta(days=1)
"""When somebody should have looked at what is held. It is only shown: a hold never ends by itself."""

GONE = "The partner no longer knows of it. Call the partner; then hand it off again, or cancel it."

_H = HandOffState
_ENDED = (OrderState.DONE, OrderState.CANCELLED)
TO_BE_CONFIRMED = (_H.ACCEPTED, _H.WAITING_PARTNER, _H.READY_TO_CONFIRM)


class Steps:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._care = PartnerCare(tools)

    @contextmanager
    def _in_hand(self, job: Job, handoff: HandOff) -> Iterator[tuple[Tx, Order]]:
        """The job's transaction, with the order locked: a hold or a cancel that was granted is never overtaken by a send."""
        with self._tools.fenced(job) as tx:
            yield tx, tx.orders.lock(handoff.tenant_id, handoff.order_id)

    def _hold(self, job: Job, me: Caller, handoff: HandOff, reason: str, refused: str = "") -> JobOutcome:
        with self._looking_further(job, handoff, refused) as (tx, further):
            held = self._put_on_hold(tx, me, handoff, reason, refused)
        return Done() if further else NeedsHuman(held.reason)

    def _put_on_hold(self, tx: Tx, me: Caller, handoff: HandOff, reason: str, refused: str = "") -> HandOff:
        return held_here(tx, me, handoff, reason, self._tools.clock.now(), refused)

    @contextmanager
    def _looking_further(self, job: Job, handoff: HandOff, refused: str) -> Iterator[tuple[Tx, bool]]:
        """As `_in_hand`; and where the partner has refused what nobody asked of this very partner, another is looked for.
        Its job is woken before the order is locked, as everywhere."""
        with self._tools.fenced(job) as tx:
            further = bool(refused) and not tx.orders.get(handoff.tenant_id, handoff.order_id).partner
            if further:
                tx.jobs.wake(handoff.tenant_id, route_job(handoff.order_id))
            tx.orders.lock(handoff.tenant_id, handoff.order_id)
            yield tx, further

    def _again_or_hold(
        self, job: Job, me: Caller, handoff: HandOff, reason: str, again_s: float = TRY_AGAIN_S
    ) -> JobOutcome:
        """What is away is asked again; before long a person is told."""
        unclear = self._trying_s(handoff) > UNCLEAR_S
        return self._hold(job, me, handoff, reason) if unclear else Later(max(TRY_AGAIN_S, again_s), reason)

    def _trying_s(self, handoff: HandOff) -> float:
        """Since it might go out: what was held until a moment ago has not been tried for long."""
        with self._tools.store.reading() as tx:
            released_at = tx.orders.get(handoff.tenant_id, handoff.order_id).released_at
        begun = max(filter(None, (handoff.created_at, handoff.asked_at, released_at)))
        return (self._tools.clock.now() - begun).total_seconds()

    def _withdraw_extras(self, partner: Partner, handoff: HandOff, found: PartnerOrder | None) -> str:
        """Cancels what a doubled send has left over there; "" when none is left, or the sentence for a person."""
        left = []
        for known_as in found.extras if found else ():
            verdict = partner.cancel(handoff.reference, known_as)
            log.warning("handoff.doubled", reference=handoff.reference, partner=partner.name, known_as=known_as)
            left += [] if isinstance(verdict, Accepted) else [known_as]
        if not left:
            return ""
        return f"{partner.name} has this order more than once, and did not cancel {', '.join(left)}: call them."

    def _unsettled_s(self, handoff: HandOff, partner: Partner) -> float:
        """Seconds in which the partner may still be working on what it was sent."""
        return partner.settle_s - self._age_s(handoff) if handoff.sent_at else 0.0

    def _age_s(self, handoff: HandOff) -> float:
        """Since it was last sent, or since it was made."""
        return (self._tools.clock.now() - (handoff.sent_at or handoff.created_at)).total_seconds()

    # --- news

    def _follow(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        try:
            partner = self._partner(handoff)
            with self._care.asking(handoff.partner):
                found = partner.get(handoff.reference, handoff.partner_order_id)
                extras = self._withdraw_extras(partner, handoff, found)
        except PodError as e:
            # no answer is no news
            return Later(self._news_s(handoff), str(e))
        self._care.answered(handoff.partner)
        if found is None and _H.ON_HOLD in HANDOFF_MOVES[handoff.state]:
            return self._hold(job, me, handoff, GONE)
        if found is None:
            return Later(self._news_s(handoff), GONE)
        if extras:
            log.error("handoff.still_doubled", reference=handoff.reference, reason=extras)
        with self._in_hand(job, handoff) as (tx, _):
            now = told_of(tx, me, handoff, found)
        return self._next_look(now)

    def _parcel_awaited(self, handoff: HandOff) -> bool:
        """Whether its partner still has something to say of what has been shipped."""
        tells = self._partner(handoff).tells_of_delivery
        return tells and handoff.state is _H.SHIPPED and self._age_s(handoff) < _PARCEL_S

    def _next_look(self, handoff: HandOff) -> JobOutcome:
        if handoff.state is _H.REJECTED:
            return NeedsHuman(handoff.reason)
        if handoff.state in OVER and not self._parcel_awaited(handoff):
            return Done()
        if handoff.state in TO_BE_CONFIRMED and self._partner(handoff).needs_confirm:
            return Later(0.0, "to be confirmed")
        return Later(self._news_s(handoff), "waiting for news")

    def _news_s(self, handoff: HandOff) -> float:
        often, seldom = _NEWS_S if handoff.state is not _H.SHIPPED else _PARCEL_NEWS_S
        return min(seldom, max(often, self._age_s(handoff) / 10))

    def _partner(self, handoff: HandOff) -> Partner:
        partner = self._tools.partners.get(handoff.partner)
        if partner is None:
            raise Conflict(
                "partner_not_set_up",
                f"The partner {handoff.partner} is not set up (any more).",
                "Set it up again; see `pod partners`.",
            )
        return partner


def held_here(tx: Tx, me: Caller, handoff: HandOff, reason: str, now: datetime, refused: str = "") -> HandOff:
    held = {"held_by": BY_POD, "held_until": now + HOLD_DEADLINE, "refused": refused}
    return tx.orders.move_handoff(handoff, _H.ON_HOLD, me, reason, **held)


def order_waits(tx: Tx, me: Caller, order: Order, reason: str) -> None:
    """For a person, who reads why; one that is held already is held for this, too."""
    held_longer(tx, me, order, reason)
    if order.state not in (OrderState.ON_HOLD, *_ENDED):
        tx.orders.move(order, OrderState.ON_HOLD, me, reason[:1000])


def held_longer(tx: Tx, me: Caller, order: Order, reason: str) -> None:
    if order.state is OrderState.ON_HOLD and reason not in order.reason:
        tx.orders.hold_longer(order, me, f"{order.reason} {reason}"[:1000])
