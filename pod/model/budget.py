"""What may be spent on pictures in a day: by whom, and with whom."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.money import Money


@dataclass(frozen=True, slots=True)
class Budgets:
    """`tenant` always holds; None is no bound. A visitor is an address, of IPv6 its first 64 bits; a customer is whom a
    shop's program names."""

    tenant: Money
    everybody: Money | None = None
    provider: Money | None = None
    visitor: Money | None = None
    customer: Money | None = None
