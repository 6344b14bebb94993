"""In which of our states each partner takes a cancel and another address, and the words for it.

What a partner's own page says is in ``terms.toml``; where its API tells of a single order, the adapter asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fulfillment.terms import Terms
from pod.model.handoff import HandOffState
from pod.model.recall import Chance, May, StillOpen
from pod.model.states import in_words

Chances = Mapping[HandOffState, Chance]

DRAFTS = (HandOffState.ACCEPTED, HandOffState.WAITING_PARTNER, HandOffState.READY_TO_CONFIRM)
"""States of an order at a partner that waits for our word: nothing is charged yet."""


@dataclass(frozen=True, slots=True)
class RecallRules:
    """Every state that is not named is too late."""

    cancel: Chances = field(default_factory=dict)
    address: Chances = field(default_factory=dict)

    def open_in(self, state: HandOffState, terms: Terms) -> StillOpen:
        return StillOpen(
            cancel=_may(self.cancel, state, terms.cancel_until),
            address=_may(self.address, state, terms.address_until),
        )


def too_late(why: str) -> May:
    return May(Chance.NO, why)


def _may(chances: Chances, state: HandOffState, until: str) -> May:
    chance = chances.get(state, Chance.NO)
    return (
        too_late(f"it takes one until {until}, and it is {in_words(state)} now")
        if chance is Chance.NO
        else May(chance, f"until {until}")
    )
