"""A print shop that makes only some things, at a price of its own: for the choice between several."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fulfillment.base import Capability, HandOffItem, HandOffOrder, Quote
from pod.model.errors import InputRefused, PartnerFailed, PodError
from pod.model.money import Money
from tests.doubles.printshop import Printshop, PrintshopSettings


def _anything(_: HandOffItem) -> bool:
    return True


class House(Printshop):
    """`each` is its price of a piece, and `parcel` that of sending it. `makes` says whether it makes a line at all."""

    def __init__(
        self,
        folder: Path,
        name: str,
        *,
        each: float = 10.0,
        parcel: float = 4.0,
        currency: str = "USD",
        days: tuple[int, int] | None = None,
        made_in: tuple[str, ...] = (),
        makes: Callable[[HandOffItem], bool] = _anything,
        capability: Capability = Capability.IDEMPOTENT_CREATE,
    ) -> None:
        super().__init__(PrintshopSettings(str(folder / name)), name=name, capability=capability)
        self.each, self.parcel, self.currency = each, parcel, currency
        self.days, self.made_in, self.makes = days, made_in, makes
        self.silent = False
        self.asked = 0

    def quote(self, order: HandOffOrder) -> Quote:
        self.asked += 1
        if self.silent:
            raise PartnerFailed("no_quote", f"{self.name} does not answer.", "Ask again later.")
        pieces = sum(item.quantity for item in order.items)
        cost, shipping = (
            Money(round(amount * 1_000_000), self.currency) for amount in (pieces * self.each, self.parcel)
        )
        return Quote(cost, shipping, days=self.days, made_in=self.made_in)

    def validate(self, order: HandOffOrder) -> list[PodError]:
        lacking = [i for i in order.items if not self.makes(i)]
        return [
            *super().validate(order),
            *(InputRefused("not_offered", f"{self.name} does not make {i.variant}.", "Ask another.") for i in lacking),
        ]
