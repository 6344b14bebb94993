"""What is remembered of a restore: from then on nothing is sent or bought before it was looked for where it may be already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

WATCHED = timedelta(days=30)
"""How long after a restore an order may come in once more that was handed off before: shops and people repeat late."""

SHOPS_FIRST = timedelta(minutes=10)
"""Time for the shops to be read again: what was cancelled there since the backup is not handed off."""


@dataclass(frozen=True, slots=True)
class Restore:
    """`backed_up_at` is as of when the data are; what was done between then and `restored_at` is in nobody's books here."""

    tenant_id: str
    restored_at: datetime
    backed_up_at: datetime
    actor: str

    def watches(self, now: datetime) -> bool:
        return now - self.restored_at < WATCHED

    def shops_are_read_s(self, now: datetime) -> float:
        """Seconds until the shops have had time to be read again."""
        return max(0.0, (self.restored_at + SHOPS_FIRST - now).total_seconds())
