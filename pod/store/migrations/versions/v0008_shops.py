"""Shops: the orders that were bought there, the parcels that they have been told of, and how far they have been read."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _who() -> tuple[sa.Column[str], sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
    )


def upgrade() -> None:
    op.create_table(
        "shop_orders",
        sa.Column("shop", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        *_who(),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("ship_to", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("shop", "id", name=op.f("pk_shop_orders")),
    )
    op.create_index(op.f("ix_shop_orders_order_id"), "shop_orders", ["order_id"])
    op.create_index(
        op.f("ix_shop_orders_tenant_id_state_created_at"), "shop_orders", ["tenant_id", "state", "created_at"]
    )
    op.create_table(
        "shop_parcels",
        sa.Column("shop", sa.String(length=64), nullable=False),
        sa.Column("shipment_id", sa.String(length=64), nullable=False),
        *_who(),
        sa.Column("shop_order_id", sa.String(length=64), nullable=False),
        sa.Column("told_as", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("shop", "shipment_id", name=op.f("pk_shop_parcels")),
    )
    op.create_table(
        "shop_marks",
        sa.Column("shop", sa.String(length=64), nullable=False),
        *_who(),
        sa.Column("read_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("shop", name=op.f("pk_shop_marks")),
    )
