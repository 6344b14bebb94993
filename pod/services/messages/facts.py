"""What each event has to say. Nothing here names a customer: their address is the envelope's alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pod.model.claim import Claim
from pod.model.job import Job
from pod.model.message import Event
from pod.model.order import Order, OrderState
from pod.services.ports import Tx

_ENDED = (OrderState.DONE, OrderState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Facts:
    """`path` leads to the page where it is seen to, and `shop_path` to the shop's own where the customer has another;
    `customer` is their mail address, where one is known."""

    body: dict[str, str]
    path: str
    order_id: str = ""
    customer: str = ""
    shop_path: str = ""


def facts_of(tx: Tx, job: Job) -> Facts:
    """`NotFound` when what it was about has been deleted meanwhile."""
    return _FACTS[Event(str(job.payload["event"]))](tx, job)


def _proof(tx: Tx, job: Job) -> Facts:
    return _of_design(tx, job, version_id=job.subject)


def _question(tx: Tx, job: Job) -> Facts:
    return _of_design(tx, job, question=str(job.payload["question"]))


def _of_design(tx: Tx, job: Job, **said: str) -> Facts:
    design = tx.designs.get(job.tenant_id, str(job.payload["design"]))
    waiting = [o for o in tx.orders.of_design(job.tenant_id, design.id) if o.state not in _ENDED and o.ship_to.email]
    order = waiting[0] if waiting else None
    body = {"design": design.brief.subject or "your own picture", "design_id": design.id, **said}
    return Facts(body, f"/d/{design.id}", order.id if order else "", order.ship_to.email if order else "")


def _hold(tx: Tx, job: Job) -> Facts:
    order = tx.orders.get(job.tenant_id, str(job.payload["order"]))
    reference = str(job.payload.get("reference", ""))
    held = tx.orders.handoff(job.tenant_id, reference) if reference else order
    since = datetime.fromisoformat(str(job.payload["since"]))
    said = {"reason": held.reason, "held_since": f"{since:%d %B %Y, %H:%M} UTC", "reference": reference}
    return Facts(_named(order) | said, f"/ops/orders/{order.id}", order.id)


def _shipped(tx: Tx, job: Job) -> Facts:
    reference = str(job.payload["reference"])
    handoff = tx.orders.handoff(job.tenant_id, reference)
    order = tx.orders.get(job.tenant_id, handoff.order_id)
    [parcel] = [one for one in tx.orders.shipments(job.tenant_id, reference) if one.id == job.subject]
    said = {
        "reference": reference,
        "carrier": parcel.carrier,
        "tracking_number": parcel.tracking_number,
        "tracking_url": parcel.tracking_url,
    }
    return Facts(_named(order) | said, f"/o/{order.id}", order.id, order.ship_to.email)


def _refused(tx: Tx, job: Job) -> Facts:
    handoff = tx.orders.handoff(job.tenant_id, str(job.payload["reference"]))
    order = tx.orders.get(job.tenant_id, handoff.order_id)
    said = {"partner": handoff.partner, "reference": handoff.reference, "reason": str(job.payload["reason"])}
    return Facts(_named(order) | said, f"/ops/orders/{order.id}", order.id)


def _undone(tx: Tx, job: Job) -> Facts:
    """A cancel or another address, of all of an order or of what one partner has of it."""
    order, reference = tx.orders.get(job.tenant_id, str(job.payload["order"])), str(job.payload["reference"])
    partner = tx.orders.handoff(job.tenant_id, reference).partner if reference else ""
    said = {"partner": partner, "reference": reference, "reason": str(job.payload["reason"])}
    paths = (f"/o/{order.id}", f"/ops/orders/{order.id}")
    return Facts(_named(order) | said, paths[0], order.id, order.ship_to.email, shop_path=paths[1])


def _claim(tx: Tx, job: Job) -> Facts:
    _, order, body = _claimed(tx, job)
    return Facts(body | {"days_left": str(job.payload.get("days_left", ""))}, f"/ops/orders/{order.id}", order.id)


def _claim_settled(tx: Tx, job: Job) -> Facts:
    claim, order, body = _claimed(tx, job)
    again = tx.orders.get(job.tenant_id, claim.reprint_id).external_ref if claim.reprint_id else ""
    said = {"answer": claim.answer, "paid_back": str(claim.cost or ""), "made_again_as": again}
    return Facts(body | said, f"/o/{order.id}", order.id, order.ship_to.email)


def _claimed(tx: Tx, job: Job) -> tuple[Claim, Order, dict[str, str]]:
    claim = tx.claims.get(job.tenant_id, str(job.payload["claim"]))
    order = tx.orders.get(job.tenant_id, claim.order_id)
    said = {"claim_id": claim.id, "kind": claim.kind.value, "state": claim.state.value, "partner": claim.partner}
    return claim, order, _named(order) | said


def _named(order: Order) -> dict[str, str]:
    return {"order": order.external_ref, "order_id": order.id}


_FACTS: Mapping[Event, Callable[[Tx, Job], Facts]] = {
    Event.PROOF_READY: _proof,
    Event.QUESTION: _question,
    Event.HOLD_REMINDER: _hold,
    Event.SHIPPED: _shipped,
    Event.REFUSED: _refused,
    Event.ADDRESS_ASKED: _undone,
    Event.ADDRESS_CHANGED: _undone,
    Event.ADDRESS_REFUSED: _undone,
    Event.ADDRESS_UNANSWERED: _undone,
    Event.CANCEL_ASKED: _undone,
    Event.CANCEL_REFUSED: _undone,
    Event.CANCELLED: _undone,
    Event.CLAIM_REPORTED: _claim,
    Event.CLAIM_CLOSING: _claim,
    Event.CLAIM_SETTLED: _claim_settled,
}
