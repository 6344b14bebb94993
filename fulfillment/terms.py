"""Until when each partner takes claims, and where: from ``terms.toml``, with source and date."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Terms:
    """Claims are taken for `claim_days` after the delivery, as `source` said on `checked_on`; `verified` where that is the
    partner's own page. `told_at` is where a person tells them."""

    claim_days: int
    told_at: str
    source: str
    checked_on: date
    verified: bool

    @property
    def window(self) -> timedelta:
        return timedelta(days=self.claim_days)


def terms_of(partner: str) -> Terms | None:
    """None where nothing is known of a partner's window."""
    return _all().get(partner)


@cache
def _all() -> Mapping[str, Terms]:
    rows = tomllib.loads(Path(__file__).with_name("terms.toml").read_text(encoding="utf-8"))
    return {name: Terms(**row) for name, row in rows.items()}
