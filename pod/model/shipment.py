"""What a partner reports back: events, and the parcels they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
    """News of the order under `reference`, or, where the partner does not say it, under its own `partner_order_id`; or of a
    mock-up, by the partner's `task_id`."""

    kind: EventKind
    reference: str
    at: datetime
    event_id: str
    note: str = ""
    raw: Mapping[str, object] | None = None
    partner_order_id: str = ""
    task_id: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    id: str
    reference: str
    carrier: str
    tracking_number: str
    item_ids: tuple[str, ...]
    shipped_at: datetime | None = None
    tracking_url: str = ""

    def completed_by(self, told: Shipment) -> Shipment:
        """With what another telling of the same parcel knows and this one does not."""
        missing = {
            name: getattr(told, name)
            for name in ("carrier", "tracking_number", "item_ids", "shipped_at", "tracking_url")
            if not getattr(self, name)
        }
        return replace(self, **missing)
