"""What a partner reports back: events, and the parcels they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """Partners' own words stay in their adapter; a word nobody knows becomes `UNKNOWN` with the raw body kept."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    IN_PRODUCTION = "in_production"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    ON_HOLD = "on_hold"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PartnerEvent:
    kind: EventKind
    reference: str
    at: datetime
    event_id: str
    note: str = ""
    raw: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    id: str
    reference: str
    carrier: str
    tracking_number: str
    item_ids: tuple[str, ...]
    shipped_at: datetime | None = None
