"""Secrets that shops change by themselves: kept over a restart, sealed in the database, gone with the key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pod.store.shopkeys import ShopKeys
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'pod.db'}" if sqlite else request.getfixturevalue("postgres_url")
    store = SqlStore(url, HandClock())
    store.migrate()
    yield store
    store.close()


def test_a_secret_is_kept_for_each_shop_and_the_last_one_counts(store):
    ShopKeys(store, "k" * 32).keep("etsy", "first")
    ShopKeys(store, "k" * 32).keep("etsy", "second")
    again = ShopKeys(store, "k" * 32)
    assert (again.kept("etsy"), again.kept("another")) == ("second", "")


def test_the_database_alone_does_not_open_it_and_another_key_has_none(store):
    ShopKeys(store, "k" * 32).keep("etsy", "a-secret-of-the-shop")
    with store.reading() as tx:
        [row] = tx.bench.connection.execute(sa.text("SELECT * FROM shop_keys")).all()
    assert "a-secret-of-the-shop" not in str(row)
    assert ShopKeys(store, "another" * 5).kept("etsy") == ""
