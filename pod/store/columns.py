"""What every table is made with: one list of tables, names by rule, and who wrote a row when."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows only in INTEGER; PostgreSQL wants 64 bits
RowId = BigInteger().with_variant(Integer, "sqlite")


def by() -> tuple[Column[str], Column[int]]:
    return Column("actor", String(128), nullable=False), Column("created_at", BigInteger, nullable=False)


def who() -> tuple[Column[str], Column[str], Column[int]]:
    return (Column("tenant_id", String(64), nullable=False), *by())
