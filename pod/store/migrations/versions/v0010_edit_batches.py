"""Batches of edits; and, with a call of an image service, where the pictures are that went along with it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edit_batches",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edit_batches")),
    )
    op.create_index(op.f("ix_edit_batches_tenant_id_created_at"), "edit_batches", ["tenant_id", "created_at"])
    op.add_column("ledger", sa.Column("sent_along", sa.Text(), server_default=sa.text("''"), nullable=False))
