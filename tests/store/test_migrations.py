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
from pod.store.schema import shop_orders
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


def test_what_was_on_its_way_before_there_were_routes_holds_its_lines(store):
    first_schema(store)
    fill_first_schema(store)
    rows = [("job1", "cancelled", ["i1"]), ("job2", "accepted", ["i1", "i2"]), ("job3", "on_hold", ["i3"])]
    with store.database.migrating() as connection:
        for reference, state, item_ids in rows:
            values = {**WHO, "reference": reference, "state": state, "body": json.dumps({"item_ids": item_ids})}
            connection.execute(
                sa.text(
                    "INSERT INTO handoffs (reference, tenant_id, actor, created_at, order_id, partner, state, attempts, body)"
                    " VALUES (:reference, :tenant_id, :actor, :created_at, 'o1', 'manual', :state, 0, :body)"
                ),
                values,
            )
    store.migrate()
    with store.reading() as tx:
        found = tx.bench.connection.execute(sa.text("SELECT item_id, reference FROM line_claims ORDER BY item_id"))
        assert list(map(tuple, found)) == [("i1", "job2"), ("i2", "job2"), ("i3", "job3")]


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


def test_orders_of_shops_are_kept_when_they_become_a_tenants_own(store):
    with store.database.migrating() as connection:
        upgrade(connection, MIGRATIONS, "0008")
        row = {
            **WHO,
            "shop": "csv",
            "id": "7",
            "number": "7",
            "state": "left",
            "revision": 3,
            "order_id": "",
            "body": "{}",
        }
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        connection.execute(sa.text(f"INSERT INTO shop_orders ({names}) VALUES ({places})"), row)
    store.migrate()
    with store.writing() as tx:
        tx.bench.insert(
            shop_orders,
            **{**WHO, "tenant_id": "other"},
            shop="csv",
            id="7",
            number="7",
            state="left",
            revision=0,
            order_id="",
            body={},
        )
        kept = tx.bench.connection.execute(sa.text("SELECT tenant_id, revision FROM shop_orders ORDER BY 1")).all()
    assert [tuple(row) for row in kept] == [("main", 3), ("other", 0)]
