"""The tables of where orders go: beside `pod.store.schema`, in the same metadata."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, String, Table

from pod.store.columns import metadata, who

# a line of an order is at one hand-off at a time: the key holds whatever the code above it believes
line_claims = Table(
    "line_claims",
    metadata,
    Column("item_id", String(32), primary_key=True),
    *who(),
    Column("reference", String(32), ForeignKey("handoffs.reference", ondelete="CASCADE"), nullable=False, index=True),
)

# why each order went where it went
routings = Table(
    "routings",
    metadata,
    Column("id", String(32), primary_key=True),
    *who(),
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("body", JSON, nullable=False),
)
