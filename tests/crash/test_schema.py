"""The schema's steps and the clock: what is neither a call nor an order, and may go wrong all the same."""

from __future__ import annotations

import signal
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from fulfillment.base import Capability
from pod.model.errors import NotConfigured, PodError
from pod.model.handoff import HandOffState
from pod.store.sql import _MIGRATIONS as MIGRATIONS
from pod.store.sql import SqlStore
from pod.store.upgrade import upgrade
from tests.contracts.store_contract import HandClock
from tests.crash.broken_off import Killed
from tests.crash.flow import NaiveHandOffs
from tests.services.bench import Bench
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


def test_control_a_step_that_keeps_each_statement_leaves_half_a_schema_that_no_start_can_take(tmp_path):
    database = tmp_path / "pod.db"
    _old(database)
    as_it_goes = sa.create_engine(f"sqlite:///{database}", isolation_level="AUTOCOMMIT")
    with as_it_goes.connect() as connection, suppress(Killed):
        sa.event.listen(connection, "after_cursor_execute", _killed_after_the_first_table)
        upgrade(connection, MIGRATIONS)
    as_it_goes.dispose()
    store = SqlStore(f"sqlite:///{database}", HandClock())
    with pytest.raises(NotConfigured, match="schema 0001"):
        store.check_schema()
    with pytest.raises(PodError) as refused:
        store.migrate()
    assert "already exists" in str(refused.value.__cause__)
    store.close()


def test_broken_off_in_the_middle_of_a_step_nothing_of_it_is_there(tmp_path):
    """The same break, within the transaction that steps are taken in."""
    database = tmp_path / "pod.db"
    _old(database)
    store = SqlStore(f"sqlite:///{database}", HandClock())
    with suppress(Killed), store.database.migrating() as connection:
        sa.event.listen(connection, "after_cursor_execute", _killed_after_the_first_table)
        upgrade(connection, MIGRATIONS)
    with pytest.raises(NotConfigured, match="schema 0001"):
        store.check_schema()
    store.migrate()
    store.check_schema()
    store.close()


def _killed_after_the_first_table(_connection, _cursor, statement, *_):
    if "CREATE TABLE" in statement:
        raise Killed


@pytest.fixture
def jumping(open_a_shop):
    """Opens a shop whose clock jumps when its partner has just taken the order, and in which another worker goes on then."""

    def opened(jump_s: float) -> Bench:
        shop = open_a_shop(printshop={"capability": Capability.LOOKUP_ONLY})
        submit, theirs = shop.printshop.submit, shop.clock.now()
        # the partner's own clock does not jump
        shop.printshop.now = lambda: theirs

        def jumps(payload):
            shop.printshop.submit = submit
            answer = submit(payload)
            shop.clock.forward(jump_s)
            shop.run()
            return answer

        shop.printshop.submit = jumps
        return shop

    return opened


@pytest.mark.parametrize("jump_s", [3600.0, -3600.0])
def test_a_clock_that_jumps_by_an_hour_loses_no_order_and_doubles_none(jumping, jump_s):
    """While a send is under way: its worker's lease seems to have lapsed, or to last for an hour more."""
    shop = jumping(jump_s)
    order = shop.paid()
    shop.run()
    shop.wait(3 * 3600)
    assert shop.printshop.to_be_made == [shop.handoff(order).reference]
    handoff = shop.handoff(order)
    assert (handoff.state, handoff.reason) == (HandOffState.ACCEPTED, "")


def test_control_whoever_takes_a_lapsed_lease_for_a_send_that_never_was_doubles_it(jumping):
    shop = jumping(3600.0)
    shop.handoffs = NaiveHandOffs(shop.tools)
    order = shop.paid()
    shop.run()
    assert shop.printshop.to_be_made == [shop.handoff(order).reference] * 2
