"""How the image services are doing, which of their models are gone, and which calls are under way."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UNDER_WAY = sa.text("state IN ('submitting', 'submitted')")


def _who() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
    )


def upgrade() -> None:
    op.create_table(
        "provider_health",
        sa.Column("provider", sa.String(length=64), nullable=False),
        *_who(),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("blocked_until", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("milliturns", sa.BigInteger(), nullable=False),
        sa.Column("turns_at", sa.BigInteger(), nullable=True),
        sa.Column("latency_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("provider", name=op.f("pk_provider_health")),
    )
    op.create_table(
        "dead_models",
        sa.Column("provider", sa.String(length=64), nullable=False),
        sa.Column("model", sa.String(length=128), nullable=False),
        *_who(),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("provider", "model", name=op.f("pk_dead_models")),
    )
    op.create_index("ix_ledger_under_way", "ledger", ["provider"], sqlite_where=_UNDER_WAY, postgresql_where=_UNDER_WAY)
