"""The port of what partners said of our variants. Of no tenant: a partner's account is the whole shop's."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from pod.model.caller import Caller
from pod.model.freshness import OfferSeen
from pod.model.money import Money


class Offers(Protocol):
    def see(self, caller: Caller, seen: Sequence[OfferSeen]) -> Sequence[OfferSeen]:
        """As they are kept: with what was known before, and what has changed."""
        ...

    def priced(self, caller: Caller, partner: str, prices: Mapping[str, Money]) -> None:
        """By variant, as an order has said; of stock and areas that says nothing."""
        ...

    def of(self, partner: str) -> Sequence[OfferSeen]: ...

    def of_variants(self, variants: Collection[str]) -> Sequence[OfferSeen]:
        """At every partner."""
        ...

    def looked_at(self, caller: Caller, partner: str) -> int:
        """Changes of areas that somebody has looked at are over; how many there were."""
        ...
