"""Routing: each line of an order at one live hand-off at a time, why it went there, and what partners said last."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_HANDOFFS = sa.table(
    "handoffs",
    sa.column("reference", sa.String),
    sa.column("tenant_id", sa.String),
    sa.column("actor", sa.String),
    sa.column("created_at", sa.BigInteger),
    sa.column("state", sa.String),
    sa.column("body", sa.JSON),
)


def _who() -> tuple[sa.Column[str], sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
    )


def upgrade() -> None:
    claims = op.create_table(
        "line_claims",
        sa.Column("item_id", sa.String(length=32), nullable=False),
        *_who(),
        sa.Column("reference", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["reference"],
            ["handoffs.reference"],
            name=op.f("fk_line_claims_reference_handoffs"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_line_claims")),
    )
    op.create_index(op.f("ix_line_claims_reference"), "line_claims", ["reference"])
    op.create_table(
        "routings",
        sa.Column("id", sa.String(length=32), nullable=False),
        *_who(),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_routings_order_id_orders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routings")),
    )
    op.create_index(op.f("ix_routings_order_id"), "routings", ["order_id"])
    op.create_table(
        "partner_offers",
        sa.Column("partner", sa.String(length=64), nullable=False),
        sa.Column("variant", sa.String(length=128), nullable=False),
        *_who(),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("partner", "variant", name=op.f("pk_partner_offers")),
    )
    rows = list(_claims_of(op.get_bind()))
    if rows:
        op.bulk_insert(claims, rows)


def _claims_of(connection: sa.Connection) -> Iterator[dict[str, object]]:
    """What is at a partner, or on its way, holds its lines. Until now an order had one hand-off that was not put away."""
    c, seen = _HANDOFFS.c, set[str]()
    live = sa.select(_HANDOFFS).where(c.state != "cancelled").order_by(c.created_at)
    for row in connection.execute(live).mappings():
        who = {name: row[name] for name in ("tenant_id", "actor", "created_at", "reference")}
        new = [item_id for item_id in row["body"]["item_ids"] if item_id not in seen]
        seen.update(new)
        yield from ({"item_id": item_id, **who} for item_id in new)
