"""Designs with other words than the one that they were made from, what they were made for, and which are open to buyers' words."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personal_designs",
        sa.Column("design_id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("parent_id", sa.String(length=32), nullable=False),
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("batch", sa.String(length=160), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("design_id", name=op.f("pk_personal_designs")),
        sa.UniqueConstraint("tenant_id", "batch", "place", name=op.f("uq_personal_designs_tenant_id_batch_place")),
    )
    op.create_index(op.f("ix_personal_designs_tenant_id_parent_id"), "personal_designs", ["tenant_id", "parent_id"])
    op.create_table(
        "personal_offers",
        sa.Column("design_id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("cover", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("design_id", name=op.f("pk_personal_offers")),
    )
    op.create_table(
        "rosters",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("design_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
    )
    op.create_index(op.f("ix_rosters_tenant_id_design_id"), "rosters", ["tenant_id", "design_id"])
