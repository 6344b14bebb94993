"""The schema's steps and the clock: what is neither a call nor an order, and may go wrong all the same."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import sqlalchemy as sa

from pod.model.errors import NotConfigured
from pod.model.handoff import HandOffState
from pod.store.sql import _MIGRATIONS as MIGRATIONS
from pod.store.sql import SqlStore
from pod.store.upgrade import upgrade
from tests.contracts.store_contract import HandClock
from tests.terminal import pod

pytestmark = pytest.mark.crash


def _old(database: Path) -> None:
    store = SqlStore(f"sqlite:///{database}", HandClock())
    with store.database.migrating() as connection:
        upgrade(connection, MIGRATIONS, "0001")
    store.close()


def test_killed_within_a_step_of_the_schema_the_next_start_finds_it_as_it_was_and_takes_it(tmp_path):
    database, environ = tmp_path / "data" / "pod.db", {"POD_DATA_DIR": str(tmp_path / "data")}
    database.parent.mkdir()
    _old(database)
    killed = {"exit_code": -signal.SIGKILL, "POD_FAIL_AT": "migration_before_commit"}
    pod("user", "list", cwd=tmp_path, **killed, **environ)
    store = SqlStore(f"sqlite:///{database}", HandClock())
    with pytest.raises(NotConfigured, match="schema 0001"):
        store.check_schema()
    with store.database.reading() as connection:
        assert not sa.inspect(connection).has_table("restores")
    store.close()
    pod("user", "list", cwd=tmp_path, **environ)
    store = SqlStore(f"sqlite:///{database}", HandClock())
    store.check_schema()
    store.close()


@pytest.mark.parametrize("jump_s", [3600.0, -3600.0])
def test_a_clock_that_jumps_by_an_hour_loses_no_order_and_doubles_none(shop, jump_s):
    """While a send is under way: its worker's lease seems to have lapsed, or to last for an hour more."""
    order = shop.paid()
    submit = shop.printshop.submit

    def jumps(payload):
        shop.clock.forward(jump_s)
        return submit(payload)

    shop.printshop.submit = jumps
    shop.run()
    shop.printshop.submit = submit
    shop.wait(3 * 3600)
    assert shop.printshop.to_be_made == [shop.handoff(order).reference]
    assert shop.handoff(order).state is HandOffState.ACCEPTED
