"""Gang sheets that were asked for over the API or the operations pages; which own prints need a yes of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gang_sheets",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("tenant_id", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gang_sheets")),
    )
    op.create_index(op.f("ix_gang_sheets_tenant_id_created_at_id"), "gang_sheets", ["tenant_id", "created_at", "id"])
    # what was made before this said so is asked for once more rather than not at all
    op.add_column("own_prints", sa.Column("needs_yes", sa.Boolean(), nullable=False, server_default=sa.true()))
