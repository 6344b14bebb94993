"""Table for orders' addresses that change while a partner has them. Made by migration 0017."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table

from pod.store.columns import metadata, who

# `was` is an address: it is erased with the order's own
address_changes = Table(
    "address_changes",
    metadata,
    Column("reference", String(32), ForeignKey("handoffs.reference", ondelete="CASCADE"), primary_key=True),
    *who(),
    Column("order_id", String(32), ForeignKey("orders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("was", JSON, nullable=False),
)
