"""Shops' orders belong to a tenant: two may bring a file with the same numbers. The secrets
that shops change by themselves, and what is on sale there."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("shop_orders") as batch:
        batch.drop_constraint("pk_shop_orders", type_="primary")
        batch.create_primary_key("pk_shop_orders", ["tenant_id", "shop", "id"])
    op.create_table(
        "shop_keys",
        sa.Column("shop", sa.String(length=64), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("shop", name="pk_shop_keys"),
    )
    op.create_table(
        "publications",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("shop", sa.String(length=64), nullable=False),
        sa.Column("design_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publications"),
        sa.UniqueConstraint("tenant_id", "shop", "design_id", name="uq_publications_tenant_id_shop_design_id"),
    )
    op.create_index("ix_publications_tenant_id_state_created_at", "publications", ["tenant_id", "state", "created_at"])
