"""Shops' orders belong to a tenant: two may bring a file with the same numbers. And the secrets that shops change by themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
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
