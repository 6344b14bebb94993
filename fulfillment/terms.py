"""Until when each partner takes claims, cancels and changes of the address: from ``terms.toml``, with source and date.

Where a partner has told the world nothing, a shop may have an agreement of its own: ``POD_<NAME>_CLAIM_DAYS``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from pod.model.errors import NotConfigured

CLAIM_DAYS: Mapping[str, Any] = {
    "help": "For how many days after the delivery it takes claims, where you have agreed on that; empty is as its own terms say."
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Claims are taken for `claim_days` after the delivery, 0 where nobody has said so; `agreed` where the shop's own setting
    says it. An order can be cancelled until `cancel_until`, and be sent elsewhere until `address_until`. Each as its source
    said on `checked_on`; `verified` and `recall_verified` where that is the partner's own page. `told_at` is where a person
    tells them."""

    told_at: str
    checked_on: date
    cancel_until: str
    address_until: str
    recall_source: str
    recall_verified: bool
    claim_days: int = 0
    source: str = ""
    verified: bool = False
    agreed: bool = False

    @property
    def window(self) -> timedelta | None:
        return timedelta(days=self.claim_days) if self.claim_days else None

    def as_agreed(self, partner: str, days: str) -> Terms:
        """With the days that the shop's setting says, if it says any."""
        if not days:
            return self
        if not days.isascii() or not days.isdigit() or int(days) < 1:
            variable = f"POD_{partner.upper()}_CLAIM_DAYS"
            raise NotConfigured("setting_wrong", f"{variable} cannot be “{days}”.", "Give a whole number of days.")
        return replace(
            self, claim_days=int(days), source=f"POD_{partner.upper()}_CLAIM_DAYS", agreed=True, verified=False
        )


def terms_of(partner: str) -> Terms:
    """By the partner's name; those of an adapter from outside, of which nothing is on record, are the most careful ones."""
    return _all().get(partner, _UNKNOWN)


_UNKNOWN = Terms(
    "", date(2026, 11, 26), "it is made", "it has been sent", "nothing is on record", recall_verified=False
)


@cache
def _all() -> Mapping[str, Terms]:
    rows = tomllib.loads(Path(__file__).with_name("terms.toml").read_text(encoding="utf-8"))
    return {name: Terms(**row) for name, row in rows.items()}
