"""Which visitor a picture was drawn for, as a fingerprint that is another one every day."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("ledger") as table:
        table.add_column(sa.Column("visitor", sa.String(length=64), nullable=False, server_default=sa.text("''")))
        table.create_index("ix_ledger_created_at", ["created_at"])
