"""Money is whole minor units of a named currency: no floats, no silent conversion."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """`micros` is millionths of the currency's unit: a 4K picture costs 0.151 USD = 151_000 micros."""

    micros: int
    currency: str = "USD"

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.micros + other.micros, self.currency)

    def times(self, quantity: int) -> Money:
        return Money(self.micros * quantity, self.currency)

    def __str__(self) -> str:
        text = f"{self.micros / 1_000_000:.6f}".rstrip("0")
        whole, _, fraction = text.partition(".")
        return f"{whole}.{fraction.ljust(2, '0')} {self.currency}"
