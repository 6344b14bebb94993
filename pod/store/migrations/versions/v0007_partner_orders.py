"""By which of a partner's own names a hand-off is found, when its messages say no other."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # rows from before are those of the hot folder, which sends no messages
    with op.batch_alter_table("handoffs") as table:
        table.add_column(
            sa.Column("partner_order_id", sa.String(length=128), nullable=False, server_default=sa.text("''"))
        )
        table.create_index("ix_handoffs_partner_order_id", ["partner_order_id"])
