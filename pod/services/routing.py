"""Which partner gets what of an order, and what becomes of it where that partner refuses.

An order that names no partner is routed when it is paid: every partner is measured before every line, the ways to have
everything made are weighed by the shop's rules, and what was found is kept with the order. One that is refused before
anything was charged goes to the next best, but only once the first is known to have come to nothing: what is at a partner,
or may be, is never sent anywhere else. Two hand-offs can never hold the same line: the store has a key for that.

An order has one job for this, as a hand-off has one for all of its life.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog

from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.errors import Conflict, InputRefused, PartnerFailed
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, Retry
from pod.model.order import Order, OrderItem, OrderState
from pod.model.routing import NOWHERE, Group, Keep, LineMeasured, RouteWish, Routing, Way
from pod.model.states import in_words
from pod.services.cancelling import Cancelling
from pod.services.choosing import able, groupings, nobody_for, weighed
from pod.services.handoffjobs import handoff_job, never_placed, new_handoff, route_job
from pod.services.handoffsteps import BY_POD, held_here
from pod.services.measuring import Measuring
from pod.services.news import NOT_MADE, announce_refusal
from pod.services.partnercare import PartnerCare
from pod.services.placedsince import placed_since
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate

log = structlog.get_logger("pod.routing")

_H = HandOffState
_MAY_GO_OUT = (OrderState.PAID, OrderState.IN_PROGRESS)
_OVER = (OrderState.DONE, OrderState.CANCELLED)
_NOT_LEFT = (_H.WAITING, _H.PREPARED)
_AWAY_S = 30.0
_AWAY_FOR_S = 600.0
"""How long partners that do not answer are waited for, where no other can make it, before a person is asked."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An order before it is decided: `loose` are the lines to be placed, out of `aside`, which give them up."""

    order: Order
    loose: tuple[OrderItem, ...]
    aside: tuple[HandOff, ...]
    refused: frozenset[tuple[str, str]]
    reason: str


class Routes:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._care = PartnerCare(tools)
        self._cancelling = Cancelling(tools)

    # --- for people

    @property
    def partners(self) -> tuple[str, ...]:
        return tuple(self._tools.partners)

    def of(self, caller: Caller, order_id: str) -> Sequence[Routing]:
        """Every decision about it, oldest first."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.orders.routings(caller.tenant_id, tx.orders.get(caller.tenant_id, order_id).id)

    def choose(self, caller: Caller, order_id: str, to: str, reason: str, *, seen: int | None = None) -> Order:
        """An operator's word over the rules: `to` is a partner, or ``together``, ``split``, or ``rules`` to let them decide.

        What is at a partner already stays there. What is not, or was refused and has come to nothing, goes where it is
        said.
        """
        must_operate(caller)
        self._refuse_wish(to, reason)
        with self._tools.store.writing() as tx:
            job_id = tx.jobs.wake(caller.tenant_id, route_job(order_id))
            order = tx.orders.lock(caller.tenant_id, order_id)
            must_be_seen("order", order.revision, seen)
            self._refuse_late(tx, order)
            wish = RouteWish(to, reason.strip()[:500], caller.actor, self._tools.clock.now())
            # what is not paid yet is routed when it is, by what stands there then
            waits = OrderState.RECEIVED not in (order.state, order.held_from)
            told = {**_told(to), "wish": wish if waits else None}
            order = tx.orders.change(order, caller, f"route to {to}: {wish.reason}", **told)
        self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return order

    def _refuse_wish(self, to: str, reason: str) -> None:
        if not reason.strip():
            raise InputRefused(
                "no_reason", "A change of the route needs a reason.", "Say why the rules do not fit here."
            )
        if to not in (*_WAYS, *self._tools.partners):
            raise InputRefused(
                "unknown_partner",
                f"There is no partner “{to}” here.",
                f"Name one of {', '.join(self._tools.partners)}, or say {', '.join(_WAYS)}.",
                measured=to,
            )

    def _refuse_late(self, tx: Tx, order: Order) -> None:
        handoffs = tx.orders.handoffs(order.tenant_id, order.id)
        fixed = [h for h in handoffs if h.state is not _H.CANCELLED and not gives_way(h)]
        placed = {item_id for h in fixed for item_id in h.item_ids}
        if order.state in _OVER or (fixed and placed >= {i.id for i in order.items}):
            where = ", ".join(f"{h.partner} has {h.reference} ({in_words(h.state)})" for h in fixed)
            raise Conflict(
                "too_late",
                f"Nothing of this order can go elsewhere any more: {where or f'it is {in_words(order.state)}'}.",
                "Cancel it first; what the partner does not make can be ordered anew.",
            )

    # --- the job

    def decide(self, job: Job) -> JobOutcome:
        """Job `route`: the lines that are at no partner find theirs."""
        me = system_caller(job.tenant_id, "route")
        with self._tools.store.reading() as tx:
            order = tx.orders.get(job.tenant_id, job.subject)
            handoffs = tx.orders.handoffs(job.tenant_id, order.id)
            unclaimed = never_placed(tx, order)
            restore = tx.restores.last()
        if order.wish and order.wish.to == NOWHERE:
            return self._cancelling.step(job, me, order, order.wish)
        if order.state not in _MAY_GO_OUT:
            return Done()
        wanted = [h for h in handoffs if (gives_way(h) if order.wish else _refused(h, order))]
        try:
            aside = tuple(h for h in wanted if self._is_dead(h))
        except PartnerFailed as e:
            return Retry(str(e), _AWAY_S)
        if not aside and not unclaimed:
            return self._nothing_to_place(job, me, order, wanted)
        case = _Case(order, _loose(order, unclaimed, aside), aside, _tried(order, handoffs), _led_to_it(order, aside))
        routing = self._decided(me, case)
        if routing.taken is None:
            return self._nowhere(job, me, case, routing)
        new = self._new(me, order, routing.taken, len(handoffs))
        try:
            elsewhere = placed_since(self._tools, restore, me, order, new, len(handoffs), routing.able)
        except PartnerFailed as e:
            return Retry(str(e), _AWAY_S)
        if elsewhere:
            return self._forgotten(job, me, case, elsewhere)
        return self._placed(job, me, case, routing, new)

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """An order that nobody has found a partner for must not look as if it were on its way, and a refusal after which no
        other takes it is told of now."""
        me = system_caller(job.tenant_id, "route")
        order = tx.orders.lock(job.tenant_id, job.subject)
        if order.state in _MAY_GO_OUT and never_placed(tx, order):
            tx.orders.move(order, OrderState.ON_HOLD, me, reason)
        for handoff in tx.orders.handoffs(job.tenant_id, order.id):
            if handoff.state is _H.REJECTED:
                announce_refusal(tx, handoff)

    def _is_dead(self, handoff: HandOff) -> bool:
        """Whether it has surely come to nothing: what may be sent again by the hand-off's own rule, and what its partner
        does not have or will not make. A look-up that fails says nothing, and is made again."""
        if (handoff.held_from or handoff.state) in _NOT_LEFT:
            return True
        partner = self._tools.partners.get(handoff.partner)
        if partner is None:
            return False
        with self._care.asking(partner.name):
            found = partner.find(handoff.reference, handoff.partner_order_id)
        return found is None or (found.state in NOT_MADE and not found.extras)

    def _decided(self, me: Caller, case: _Case) -> Routing:
        """Every partner before every line, and the ways to have all of it made, weighed."""
        order = case.order
        measuring = Measuring(self._tools, me, order)
        lines = measuring.lines(case.loose, set(case.refused))
        asked = [] if nobody_for(lines, order.partner) else self._asked(measuring, order, lines)
        ways, why = weighed(asked, lines, measuring.rules) if asked else ((), "")
        return Routing(
            id=secrets.token_hex(16),
            tenant_id=order.tenant_id,
            order_id=order.id,
            actor=order.wish.actor if order.wish else me.actor,
            created_at=self._tools.clock.now(),
            reason=case.reason,
            keep=order.keep,
            lines=lines,
            ways=ways,
            why=why,
        )

    def _asked(self, measuring: Measuring, order: Order, lines: Sequence[LineMeasured]) -> list[tuple[Group, ...]]:
        found = able(lines, measuring.rules, order.keep, order.partner)
        return [measuring.priced(grouping) for grouping in groupings(found, order.keep)]

    def _new(self, me: Caller, order: Order, taken: Way, so_far: int) -> list[HandOff]:
        now, numbered = self._tools.clock.now(), enumerate(taken.groups, so_far)
        return [new_handoff(me, order, g.partner, g.item_ids, now, nth) for nth, g in numbered]

    def _forgotten(self, job: Job, me: Caller, case: _Case, reason: str) -> JobOutcome:
        """A restored backup does not know of what a partner has."""
        self._forget_wish(job, me, case.order, case.aside, reason)
        return NeedsHuman(reason)

    def _placed(self, job: Job, me: Caller, case: _Case, routing: Routing, new: Sequence[HandOff]) -> JobOutcome:
        """All of it in one transaction: what gives way is put away, the new hand-offs hold its lines, and the reason is
        kept."""
        with self._tools.fenced(job) as tx:
            order = tx.orders.lock(job.tenant_id, case.order.id)
            if order.revision != case.order.revision or order.state not in _MAY_GO_OUT:
                return Later(0.0, "the order has changed meanwhile")
            for handoff in case.aside:
                _put_away(tx, me, handoff, new)
            for handoff in new:
                tx.orders.add_handoff(handoff)
            jobs = [tx.jobs.enqueue(order.tenant_id, handoff_job(handoff.reference)) for handoff in new]
            tx.orders.add_routing(_named(routing, new))
            if order.wish:
                tx.orders.change(order, me, f"routed: {routing.why}", wish=None)
            fail_at("route_before_commit")
        fail_at("route_after_commit")
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return Done()

    def _nothing_to_place(self, job: Job, me: Caller, order: Order, wanted: Sequence[HandOff]) -> JobOutcome:
        if order.wish:
            self._forget_wish(job, me, order, (), "nothing of it can go elsewhere any more")
        if not wanted:
            return Done()
        where = ", ".join(f"{h.partner} ({h.reference})" for h in wanted)
        return NeedsHuman(f"It was refused, and is still to be seen at {where}. Look there before it goes elsewhere.")

    def _nowhere(self, job: Job, me: Caller, case: _Case, routing: Routing) -> JobOutcome:
        """Nobody can make it now. Whoever may only be away is asked again; then it is a person's."""
        away = any(c.away for line in routing.lines for c in line.candidates)
        waited_s = (self._tools.clock.now() - _since(case)).total_seconds()
        if away and waited_s < _AWAY_FOR_S:
            return Later(_AWAY_S, "a partner that may make it does not answer")
        reason = _in_words(case, routing)
        self._forget_wish(job, me, case.order, case.aside, reason, routing)
        log.warning("routing.nobody", order_id=case.order.id)
        return NeedsHuman(reason)

    def _forget_wish(
        self,
        job: Job,
        me: Caller,
        order: Order,
        aside: Sequence[HandOff],
        reason: str,
        routing: Routing | None = None,
    ) -> None:
        """What was on its way stays, on hold: it must not go where an operator did not want it."""
        with self._tools.fenced(job) as tx:
            now = tx.orders.lock(job.tenant_id, order.id)
            if routing:
                tx.orders.add_routing(routing)
            if order.wish and now.wish == order.wish:
                tx.orders.change(now, me, f"not routed: {reason}", wish=None)
                for handoff in (h for h in aside if h.state in _NOT_LEFT):
                    held_here(tx, me, handoff, reason, self._tools.clock.now())


_WAYS: Mapping[str, Keep] = {
    "rules": Keep.AS_RULED,
    Keep.TOGETHER.value: Keep.TOGETHER,
    Keep.SPLIT.value: Keep.SPLIT,
}
"""What an operator may say instead of a partner."""

WAYS = tuple(_WAYS)


def _told(to: str) -> dict[str, Any]:
    return {"partner": "" if to in _WAYS else to, "keep": _WAYS.get(to, Keep.AS_RULED)}


def gives_way(handoff: HandOff) -> bool:
    """What an operator may send elsewhere, if it has come to nothing: what no partner is making, as far as we know."""
    held_by_us = handoff.state is _H.ON_HOLD and handoff.held_by == BY_POD
    return handoff.state in (*_NOT_LEFT, _H.REJECTED) or held_by_us


def _refused(handoff: HandOff, order: Order) -> bool:
    """What goes elsewhere by itself: its partner has refused it, and nobody has asked for this very partner."""
    held_for_it = handoff.state is _H.ON_HOLD and bool(handoff.refused)
    return not order.partner and (handoff.state is _H.REJECTED or held_for_it)


def _tried(order: Order, handoffs: Sequence[HandOff]) -> frozenset[tuple[str, str]]:
    """(partner, line) that has come to nothing. An operator may want it tried once more."""
    over = [h for h in handoffs if h.refused or h.state is _H.REJECTED]
    return frozenset() if order.wish else frozenset((h.partner, item_id) for h in over for item_id in h.item_ids)


def _loose(order: Order, unclaimed: Sequence[str], aside: Sequence[HandOff]) -> tuple[OrderItem, ...]:
    free = {*unclaimed, *(item_id for h in aside for item_id in h.item_ids)}
    return tuple(item for item in order.items if item.id in free)


def _led_to_it(order: Order, aside: Sequence[HandOff]) -> str:
    if order.wish:
        return order.wish.reason
    if not aside:
        return "paid, and no partner was named"
    return " ".join(f"{h.partner} has refused it: {h.reason}" for h in aside)


def _put_away(tx: Tx, me: Caller, handoff: HandOff, new: Sequence[HandOff]) -> None:
    to = dict.fromkeys(n.partner for n in new if set(n.item_ids) & set(handoff.item_ids))
    refused = handoff.reason if handoff.state is _H.REJECTED else handoff.refused
    note = " ".join(filter(None, (handoff.reason, f"It goes to {', '.join(to)} instead.")))
    tx.orders.move_handoff(handoff, _H.CANCELLED, me, note, refused=refused)


def _named(routing: Routing, new: Sequence[HandOff]) -> Routing:
    """With the references under which the way that was taken goes out."""
    references = {(h.partner, h.item_ids): h.reference for h in new}
    ways = tuple(
        way
        if way.why_not
        else replace(way, groups=tuple(replace(g, reference=references[g.partner, g.item_ids]) for g in way.groups))
        for way in routing.ways
    )
    return replace(routing, ways=ways)


def _since(case: _Case) -> datetime:
    order = case.order
    moments = (order.created_at, order.paid_at, order.released_at, order.wish.at if order.wish else None)
    return max(moment for moment in moments if moment)


def _in_words(case: _Case, routing: Routing) -> str:
    nobody = set(nobody_for(routing.lines, case.order.partner))
    if not nobody:
        return "No single partner can make all of it. Let it be split, or cancel what cannot be made."
    said = []
    for line, item in zip(routing.lines, case.loose, strict=True):
        if line.item_id in nobody:
            asked = [c for c in line.candidates if case.order.partner in ("", c.partner)]
            whys = " ".join(f"{c.partner}: {c.unfit[0]}" for c in asked)
            said.append(
                f"{case.order.partner or 'No partner'} can{'not' if case.order.partner else ''} make {item.variant}. {whys}"
            )
    return " ".join(said)[:1500]
