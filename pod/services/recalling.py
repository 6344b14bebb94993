"""What can still be undone of an order: whether each hand-off can be called off, and be sent to another address, and what has
been asked already.

Shown without asking anybody: how far it is, and what its partner's terms say. Asked for by a person, the partners say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fulfillment.base import Partner
from pod.model.caller import Caller
from pod.model.errors import PodError
from pod.model.handoff import AT_PARTNER, HandOff, HandOffState
from pod.model.readdress import AddressChange, AddressState
from pod.model.recall import Chance, May, StillOpen
from pod.services.handoffsteps import BY_POD
from pod.services.partnercare import PartnerCare
from pod.services.toolbox import Toolbox, must_look, must_operate

_H = HandOffState

_NOT_LEFT = StillOpen(May(Chance.YES, "until it leaves"), May(Chance.YES, "until it leaves"))
_NOT_KNOWN = StillOpen(
    May(Chance.MAYBE, "once it is known whether it has arrived"),
    May(Chance.MAYBE, "once it is known whether it has arrived"),
)
_OVER = May(Chance.NO, "it is over")
_WITHOUT_ASKING: Mapping[HandOffState, StillOpen] = {
    **dict.fromkeys((_H.WAITING, _H.PREPARED, _H.REJECTED), _NOT_LEFT),
    **dict.fromkeys((_H.SENDING, _H.CONFIRMING, _H.UNKNOWN), _NOT_KNOWN),
    _H.CANCEL_REQUESTED: StillOpen(May(Chance.REQUESTED), May(Chance.MAYBE, "where its cancel is refused")),
    _H.CANCELLED: StillOpen(May(Chance.DONE), _OVER),
    _H.FAILED: StillOpen(_OVER, _OVER),
}
"""Where Pod knows by itself how it stands."""

_ADDRESS: Mapping[AddressState, Chance] = {
    AddressState.REQUESTED: Chance.REQUESTED,
    AddressState.UNANSWERED: Chance.REQUESTED,
    AddressState.WITHDRAWN: Chance.REQUESTED,
    AddressState.CHANGED: Chance.DONE,
    AddressState.REFUSED: Chance.REFUSED,
}
_TO_BE_ASKED = (*AT_PARTNER, _H.ON_HOLD, _H.CANCEL_REFUSED)


@dataclass(frozen=True, slots=True)
class HandOffOpen:
    """`asked`: its partner has just said so. `not_asked` is why it could not."""

    handoff: HandOff
    open: StillOpen
    asked: bool = False
    not_asked: str = ""


def open_without_asking(handoff: HandOff, partner: Partner | None, change: AddressChange | None) -> StillOpen:
    held_here = handoff.state is _H.ON_HOLD and handoff.held_by == BY_POD
    state = _H(handoff.held_from) if held_here and handoff.held_from else handoff.state
    return _with_answers(_known(state, partner), handoff, change)


def _known(state: HandOffState, partner: Partner | None) -> StillOpen:
    if state in _WITHOUT_ASKING:
        return _WITHOUT_ASKING[state]
    if partner is None:
        unknown = May(Chance.MAYBE, "once its partner is set up again")
        return StillOpen(unknown, unknown)
    return partner.open_in(state)


def _with_answers(known: StillOpen, handoff: HandOff, change: AddressChange | None) -> StillOpen:
    """What was asked before, and what was said of it, goes before what might be."""
    if handoff.state is _H.CANCEL_REFUSED:
        known = replace(known, cancel=May(Chance.REFUSED, handoff.reason))
    if change and change.state in _ADDRESS and handoff.state not in (_H.CANCELLED, _H.REJECTED):
        known = replace(known, address=May(_ADDRESS[change.state], change.reason))
    return known


class Recalling:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._care = PartnerCare(tools)

    def of_order(self, caller: Caller, order_id: str) -> tuple[HandOffOpen, ...]:
        """Nobody is asked."""
        must_look(caller)
        return tuple(HandOffOpen(h, self._without_asking(h, change)) for h, change in self._handoffs(caller, order_id))

    def asked(self, caller: Caller, order_id: str) -> tuple[HandOffOpen, ...]:
        """Each partner is asked what it still does of what it has."""
        must_operate(caller)
        return tuple(self._asked(handoff, change) for handoff, change in self._handoffs(caller, order_id))

    def _handoffs(self, caller: Caller, order_id: str) -> Sequence[tuple[HandOff, AddressChange | None]]:
        with self._tools.store.reading() as tx:
            handoffs = tx.orders.handoffs(caller.tenant_id, tx.orders.get(caller.tenant_id, order_id).id)
            changes = {c.reference: c for c in tx.address_changes.of_order(caller.tenant_id, order_id)}
        return [(handoff, changes.get(handoff.reference)) for handoff in handoffs]

    def _without_asking(self, handoff: HandOff, change: AddressChange | None) -> StillOpen:
        return open_without_asking(handoff, self._tools.partners.get(handoff.partner), change)

    def _asked(self, handoff: HandOff, change: AddressChange | None) -> HandOffOpen:
        known = HandOffOpen(handoff, self._without_asking(handoff, change))
        partner = self._tools.partners.get(handoff.partner)
        held_here = handoff.state is _H.ON_HOLD and handoff.held_by == BY_POD
        if partner is None or held_here or handoff.state not in _TO_BE_ASKED:
            return known
        if closed := self._care.not_asked(partner.name):
            return replace(known, not_asked=closed)
        try:
            with self._care.asking(partner.name):
                there = partner.find(handoff.reference, handoff.partner_order_id)
                said = partner.still_open(there) if there else known.open
        except PodError as e:
            return replace(known, not_asked=str(e))
        return HandOffOpen(handoff, _with_answers(said, handoff, change), asked=there is not None)
