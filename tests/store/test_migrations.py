"""The schema's steps: what they lead to is what the code expects, and rows of an earlier release come along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from pod.model.design import Design
from pod.model.errors import NotConfigured
from pod.model.job import Lane
from pod.model.order import Order
from pod.store import sql
from pod.store.codec import encode, to_micros
from pod.store.schema import metadata
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock, a_design, a_job, a_version, an_order

FIRST = sql._steps()[0]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'pod.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = SqlStore(url, HandClock())
    yield store
    store.close()


def brought_to(store: SqlStore, revision: str) -> None:
    """The schema of an earlier release."""
    config = Config()
    config.set_main_option("script_location", str(Path(sql.__file__).parent / "migrations"))
    with store.database.migrating() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def test_the_steps_lead_to_the_very_tables_that_the_code_knows(store):
    store.migrate()
    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def first_release_rows(design: Design, order: Order) -> dict[str, list[dict[str, Any]]]:
    """What the first release wrote, spelled out: its code is not there any more to write it."""
    who = {"tenant_id": "main", "actor": "shopper", "created_at": to_micros(design.created_at)}
    version = a_version(design)
    return {
        "designs": [
            {
                **who,
                "id": design.id,
                "state": "briefed",
                "revision": 0,
                "product": "tee",
                "search": "a fox",
                "reason": "",
                "chosen": None,
                "current_version_id": "",
                "brief": encode(design.brief),
            }
        ],
        "candidates": [
            {**who, "design_id": design.id, "n": c.n, "state": "queued", "body": encode(c)} for c in design.candidates
        ],
        "versions": [
            {
                **who,
                "id": version.id,
                "design_id": design.id,
                "n": 1,
                "recipe": version.recipe.to_json(),
                "recipe_sha256": version.recipe_sha256,
            }
        ],
        "orders": [
            {
                **who,
                "actor": order.actor,
                "id": order.id,
                "external_ref": order.external_ref,
                "state": "received",
                "revision": 0,
                "search": order.external_ref.lower(),
                "body": {k: v for k, v in encode(order).items() if k not in ("items", "ship_to")},
            }
        ],
        "order_items": [
            {**who, "id": i.id, "order_id": order.id, "line": n, "version_id": version.id, "body": encode(i)}
            for n, i in enumerate(order.items, 1)
        ],
        "addresses": [{**who, "order_id": order.id, "body": encode(order.ship_to), "erased_at": None}],
        "jobs": [
            {
                **who,
                "kind": "work",
                "lane": "render",
                "key": "k",
                "subject": design.id,
                "payload": {"n": 1},
                "state": "ready",
                "priority": 100,
                "run_at": 0,
                "attempts": 0,
                "max_attempts": 6,
                "lease_until": None,
                "lease_owner": "",
                "fence": 0,
                "last_error": "",
            }
        ],
    }


def test_a_filled_database_of_the_first_release_keeps_every_row(store):
    brought_to(store, FIRST)
    design = a_design()
    order = an_order(a_version(design))
    with store.database.writing() as connection:
        for name, values in first_release_rows(design, order).items():
            table = sa.Table(name, sa.MetaData(), autoload_with=connection)
            connection.execute(sa.insert(table), values)
    store.migrate()
    store.check_schema()
    with store.writing() as tx:
        assert tx.designs.get("main", design.id) == design
        assert tx.orders.get("main", order.id) == order
        job = tx.jobs.claim(Lane.RENDER, "w", 60)
        assert job is not None
        tx.jobs.finish(job)
        assert tx.jobs.archive(job.run_at.replace(year=9999)) == 1


def test_migrating_again_changes_nothing(store):
    store.migrate()
    with store.writing() as tx:
        tx.jobs.enqueue("main", a_job("k"))
    store.migrate()
    with store.reading() as tx:
        assert tx.jobs.counts()["render"] == {"ready": 1}


def test_a_step_that_fails_leaves_the_schema_as_it_was(store, monkeypatch):
    brought_to(store, FIRST)

    def broken(connection: sa.Connection, _: Path) -> None:
        connection.exec_driver_sql("CREATE TABLE half (n INTEGER)")
        raise RuntimeError("the power went out")

    monkeypatch.setattr("pod.store.upgrade.upgrade", broken)
    with pytest.raises(RuntimeError):
        store.migrate()
    with store.database.reading() as connection:
        assert not sa.inspect(connection).has_table("half")
    with pytest.raises(NotConfigured, match=f"schema {FIRST}"):
        store.check_schema()


def test_a_schema_of_a_newer_release_is_refused_in_a_sentence_and_left_alone(store):
    store.migrate()
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for look in (store.migrate, store.check_schema):
        with pytest.raises(NotConfigured, match="schema 9999") as refused:
            look()
        assert refused.value.hint
