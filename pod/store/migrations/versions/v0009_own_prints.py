"""Print files for partners' own areas, and the yes to those that an approval of Pod's own area does not cover."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
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
        "own_prints",
        sa.Column("id", sa.String(length=32), nullable=False),
        *_who(),
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("area_sha256", sa.String(length=64), nullable=False),
        sa.Column("prep_version", sa.String(length=16), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_prints")),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_own_prints_version_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint(
            "version_id", "area_sha256", "prep_version", name=op.f("uq_own_prints_version_id_area_sha256_prep_version")
        ),
    )
    op.create_table(
        "own_approvals",
        sa.Column("own_print_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        *_who(),
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("own_print_id", "role", name=op.f("pk_own_approvals")),
        sa.ForeignKeyConstraint(
            ["own_print_id"], ["own_prints.id"], name=op.f("fk_own_approvals_own_print_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["versions.id"], name=op.f("fk_own_approvals_version_id"), ondelete="CASCADE"
        ),
    )
