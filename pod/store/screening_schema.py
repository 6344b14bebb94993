"""The tables of screening and of what a shop has decided for itself: beside `pod.store.schema`, in the same metadata."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, String, Table, Text

from pod.store.columns import metadata, who

# append-only: an overrule is a row of its own. `state` is the verdict
screenings = Table(
    "screenings",
    metadata,
    Column("id", String(32), primary_key=True),
    *who(),
    Column("state", String(16), nullable=False),
    Column("sentence", Text, nullable=False),
    Column("sentence_sha256", String(64), nullable=False),
    Column("list_version", String(32), nullable=False),
    Column("design_id", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("hits", JSON, nullable=False),
    Column("brief", JSON),
    Index(None, "tenant_id", "created_at", "id"),
    Index(None, "tenant_id", "sentence_sha256"),
)

house_words = Table(
    "house_words",
    metadata,
    Column("tenant_id", String(64), primary_key=True),
    Column("words", String(128), primary_key=True),
    Column("actor", String(128), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("rule", String(16), nullable=False),
    Column("instead", Text, nullable=False),
    Column("why", Text, nullable=False),
)

# what a tenant has decided; one without a row has decided nothing
tenants = Table(
    "tenants",
    metadata,
    Column("tenant_id", String(64), primary_key=True),
    Column("actor", String(128), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("outside_providers", Boolean, nullable=False),
)
