"""What the operations pages ask for: search by customer, where a change came from, when a key was last used."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("history") as table:
        table.add_column(sa.Column("origin", sa.String(length=64), nullable=False, server_default=sa.text("''")))
    with op.batch_alter_table("api_keys") as table:
        table.add_column(sa.Column("last_used_at", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("addresses") as table:
        table.add_column(sa.Column("search", sa.Text(), nullable=False, server_default=sa.text("''")))
    with op.batch_alter_table("orders") as table:
        table.create_index(op.f("ix_orders_tenant_id_state"), ["tenant_id", "state"])
    op.create_index(
        "ix_jobs_parked",
        "jobs",
        ["tenant_id", "id"],
        sqlite_where=sa.text("state = 'parked'"),
        postgresql_where=sa.text("state = 'parked'"),
    )
    _fill_search()


def _fill_search() -> None:
    addresses = sa.table(
        "addresses",
        sa.column("order_id", sa.String),
        sa.column("body", sa.JSON),
        sa.column("search", sa.Text),
        sa.column("erased_at", sa.BigInteger),
    )
    bind = op.get_bind()
    kept = sa.select(addresses.c.order_id, addresses.c.body).where(addresses.c.erased_at.is_(None))
    for order_id, body in bind.execute(kept).all():
        words = f"{body.get('name', '')} {body.get('email', '')}".lower()
        bind.execute(sa.update(addresses).where(addresses.c.order_id == order_id).values(search=words))
