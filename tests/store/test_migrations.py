"""Upgrades of a filled database: nothing is lost, what is new is filled in, and code and schema say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from pod.model.errors import NotConfigured
from pod.store.columns import metadata
from pod.store.sql import _MIGRATIONS as MIGRATIONS
from pod.store.sql import SqlStore
from pod.store.upgrade import upgrade
from tests.contracts.store_contract import HandClock, a_job

WHO = {"tenant_id": "main", "actor": "key:shop", "created_at": 1_764_000_000_000_000}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An empty database without a schema."""
    sqlite = request.param == "sqlite"
    store = SqlStore(
        f"sqlite:///{tmp_path / 'pod.db'}" if sqlite else request.getfixturevalue("postgres_url"), HandClock()
    )
    yield store
    store.close()


def first_schema(store: SqlStore) -> None:
    with store.database.migrating() as connection:
        upgrade(connection, MIGRATIONS, "0001")


def fill_first_schema(store: SqlStore) -> None:
    """An order, its address, and a key, in the words of the first schema."""
    to = {
        "name": "Grace Hopper",
        "line1": "1 Navy Yard",
        "city": "Arlington",
        "country": "US",
        "email": "Grace@Navy.example",
    }
    rows = {
        "orders": {
            "id": "o1",
            "external_ref": "S-1",
            "state": "received",
            "revision": 0,
            "search": "o1 s-1",
            "body": "{}",
        },
        "addresses": {"order_id": "o1", "body": json.dumps(to)},
        "api_keys": {"id": "k1", "secret_sha256": "a" * 64, "role": "operator", "name": "till"},
        "history": {"subject": "o1", "came_from": "", "became": "received", "note": ""},
    }
    with store.database.migrating() as connection:
        for table, row in rows.items():
            values = {**WHO, **row}
            names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
            connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), values)


def test_a_database_of_the_first_schema_keeps_its_rows_and_its_customers_are_found(store):
    first_schema(store)
    fill_first_schema(store)
    store.migrate()
    with store.reading() as tx:
        assert [k.last_used_at for k in tx.accounts.api_keys("main")] == [None]
        assert [h.origin for h in tx.designs.history("main", "o1")] == [""]
        found = tx.bench.connection.execute(sa.text("SELECT search FROM addresses")).scalar_one()
    assert found == "grace hopper grace@navy.example"


def test_an_erased_address_gets_no_words_to_be_found_by(store):
    first_schema(store)
    fill_first_schema(store)
    with store.database.migrating() as connection:
        connection.execute(sa.text("UPDATE addresses SET erased_at = 1"))
    store.migrate()
    with store.reading() as tx:
        assert tx.bench.connection.execute(sa.text("SELECT search FROM addresses")).scalar_one() == ""


def test_the_upgraded_schema_is_what_the_code_describes(store):
    store.migrate()
    with store.reading() as tx:
        assert compare_metadata(MigrationContext.configure(tx.bench.connection), metadata) == []


def test_migrating_again_changes_nothing(store):
    store.migrate()
    with store.writing() as tx:
        tx.jobs.enqueue("main", a_job("k"))
    store.migrate()
    store.check_schema()
    with store.reading() as tx:
        assert tx.jobs.counts()["render"] == {"ready": 1}


def test_a_step_that_fails_leaves_the_schema_as_it_was(store, monkeypatch):
    first_schema(store)

    def broken(connection: sa.Connection, *_: object) -> None:
        connection.exec_driver_sql("CREATE TABLE half (n INTEGER)")
        raise RuntimeError("the power went out")

    monkeypatch.setattr("pod.store.upgrade.upgrade", broken)
    with pytest.raises(RuntimeError):
        store.migrate()
    with store.database.reading() as connection:
        assert not sa.inspect(connection).has_table("half")
    with pytest.raises(NotConfigured, match="schema 0001"):
        store.check_schema()


def test_a_schema_of_a_newer_release_is_refused_in_a_sentence_and_left_alone(store):
    store.migrate()
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for look in (store.migrate, store.check_schema):
        with pytest.raises(NotConfigured, match="schema 9999") as refused:
            look()
        assert refused.value.hint
