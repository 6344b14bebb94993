"""What hot folders have in common once something lies in them: it is withdrawn while nobody has touched it, and never changed."""

from __future__ import annotations

from fulfillment.base import Accepted, PartnerOrder, Rejected, Unknown
from fulfillment.recall import RecallRules
from fulfillment.terms import Terms
from pod.model.errors import PodError
from pod.model.handoff import HandOffState
from pod.model.order import ShipTo
from pod.model.recall import Chance, StillOpen

_RULES = RecallRules(
    cancel={HandOffState.ACCEPTED: Chance.YES, HandOffState.ON_HOLD: Chance.MAYBE},
    address={HandOffState.ACCEPTED: Chance.ANEW},
)


class HotFolder:
    terms: Terms

    def address_problems(self, to: ShipTo) -> list[PodError]:  # noqa: ARG002 - the port's signature
        return []

    def open_in(self, state: HandOffState) -> StillOpen:
        return _RULES.open_in(state, self.terms)

    def still_open(self, there: PartnerOrder) -> StillOpen:
        return self.open_in(there.state)

    def goes_to(self, there: PartnerOrder, to: ShipTo) -> bool:  # noqa: ARG002 - the port's signature
        return False

    def change_address(self, there: PartnerOrder, to: ShipTo) -> Accepted | Rejected | Unknown:  # noqa: ARG002
        return Rejected("What was delivered is not changed: tell the printer, or withdraw it and hand it off anew.")
