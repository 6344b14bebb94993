"""What a partner's answer makes of a hand-off, where the answer alone decides."""

from __future__ import annotations

from fulfillment.base import Accepted, NotReady, NotSent, Partner, PartnerOrder, Rejected, Unknown
from pod.model.handoff import HandOffState
from pod.services.news import NOT_MADE

_H = HandOffState


def asked_back(partner: Partner, found: PartnerOrder | None, extras: str) -> Accepted | Rejected | Unknown:
    """What is not there, or will not be made, is cancelled without a word."""
    if extras:
        return Rejected(extras)
    if found is None or found.state in NOT_MADE:
        return Accepted("", _H.CANCELLED)
    return partner.cancel(found.reference, found.partner_order_id)


def without_answer(state: HandOffState, verdict: NotSent | NotReady | Unknown) -> HandOffState:
    if isinstance(verdict, Unknown):
        return _H.UNKNOWN
    if isinstance(verdict, NotSent):
        return _H.PREPARED
    return _H.WAITING_PARTNER if state is _H.SENDING else _H.READY_TO_CONFIRM
