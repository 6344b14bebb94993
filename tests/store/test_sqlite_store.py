"""The store on SQLite, and the driver's traps that its hooks are against, each beside the control that falls in."""

from __future__ import annotations

import fcntl
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from pod.model.errors import NotConfigured, Unavailable
from pod.store import engine as engine_module
from pod.store import sql
from pod.store.engine import PRAGMAS, Database, make_engine
from pod.store.sql import SqlStore, SqlTx
from tests.contracts.store_addresses import StoreAddressesContract
from tests.contracts.store_batches import BatchesContract
from tests.contracts.store_claims import StoreClaimsContract
from tests.contracts.store_contract import HandClock, StoreContract, a_design, a_job
from tests.contracts.store_customers import StoreCustomersContract
from tests.contracts.store_erasures import StoreErasuresContract
from tests.contracts.store_messages import StoreMessagesContract
from tests.contracts.store_mockups import MockupsContract
from tests.contracts.store_ownprints import OwnPrintsContract
from tests.contracts.store_personal import PersonalContract
from tests.contracts.store_publications import PublicationsContract
from tests.contracts.store_routing import RoutingContract
from tests.contracts.store_turnouts import StoreTurnoutsContract
from tests.contracts.store_uploads import UploadsContract


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'pod.db'}"


class TestSqliteStore(
    StoreContract,
    StoreMessagesContract,
    StoreAddressesContract,
    StoreClaimsContract,
    StoreCustomersContract,
    StoreErasuresContract,
    UploadsContract,
    MockupsContract,
    OwnPrintsContract,
    BatchesContract,
    RoutingContract,
    PublicationsContract,
    StoreTurnoutsContract,
    PersonalContract,
):
    @pytest.fixture
    def store(self, url: str, clock: HandClock) -> Iterator[SqlStore]:
        store = SqlStore(url, clock)
        store.migrate()
        yield store
        store.close()


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = SqlStore(url, HandClock())
    store.migrate()
    yield store
    store.close()


def plain_engine(url: str) -> sa.Engine:
    """The control: SQLAlchemy's engine without our hooks."""
    return sa.create_engine(url, connect_args={"timeout": 10})


ENGINES = pytest.mark.parametrize(("make", "safe"), [(make_engine, True), (plain_engine, False)])


@ENGINES
def test_a_rolled_back_table_is_gone(url: str, make: object, safe: bool) -> None:
    engine = make(url)  # type: ignore[operator]
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
        connection.rollback()
    assert sa.inspect(engine).has_table("t") is not safe
    engine.dispose()


@ENGINES
def test_a_released_savepoint_goes_with_its_transaction(url: str, make: object, safe: bool) -> None:
    engine = make(url)  # type: ignore[operator]
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
    with engine.connect() as connection:
        with connection.begin_nested():
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        connection.rollback()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM t").scalar() == (0 if safe else 1)
    engine.dispose()


@ENGINES
def test_two_read_modify_writes_keep_both_only_with_the_hooks(url: str, make: object, safe: bool) -> None:
    engine = make(url)  # type: ignore[operator]
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (n INTEGER)")
        connection.exec_driver_sql("INSERT INTO t VALUES (0)")
    # both have read before either writes; where reading takes the lock, the second cannot have, and the wait runs out
    both_read = threading.Barrier(2)

    def add_one(_: int) -> None:
        with engine.begin() as connection:
            n = connection.exec_driver_sql("SELECT n FROM t").scalar_one()
            try:
                both_read.wait(0.3)
            except threading.BrokenBarrierError:
                assert safe
            connection.execute(sa.text("UPDATE t SET n = :n"), {"n": n + 1})

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add_one, range(2)))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT n FROM t").scalar() == (2 if safe else 1)
    engine.dispose()


def test_every_connection_has_the_pragmas(url: str) -> None:
    database = Database(url)
    with database.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in (p.partition("=")[0] for p in PRAGMAS)
        }
    database.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10000,
        "wal_autocheckpoint": 0,
        "temp_store": 2,
        "trusted_schema": 0,
    }


def test_the_version_of_sqlite_is_named(store: SqlStore) -> None:
    assert store.database.version == f"SQLite {sqlite3.sqlite_version}"


def test_a_checkpoint_empties_the_log(store: SqlStore) -> None:
    with store.writing() as tx:
        tx.designs.add(a_design())
    assert store.database.wal_bytes() > 0
    store.checkpoint()
    assert store.database.wal_bytes() == 0


def test_a_checkpoint_beside_a_reader_leaves_the_rest_for_the_next(store: SqlStore) -> None:
    with store.reading() as tx:
        assert tx.designs.page("main").items == ()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(_add_a_design, store).result()
            pool.submit(store.checkpoint).result()
        assert store.database.wal_bytes() > 0
        assert tx.designs.page("main").items == ()
    store.checkpoint()
    assert store.database.wal_bytes() == 0
    with store.reading() as tx:
        assert len(tx.designs.page("main").items) == 1


def _add_a_design(store: SqlStore) -> None:
    with store.writing() as tx:
        tx.designs.add(a_design())


def test_a_log_past_its_limit_is_folded_in_after_the_commit(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "WAL_LIMIT_BYTES", 1000)
    _add_a_design(store)
    assert store.database.wal_bytes() == 0


def plans(store: SqlStore, starts: str, work: Callable[[SqlTx], object]) -> list[list[str]]:
    """How SQLite finds the rows of each statement of `work` that begins so."""
    statements: list[tuple[str, object]] = []

    @sa.event.listens_for(store.database.engine, "before_cursor_execute")
    def remember(connection: object, cursor: object, statement: str, parameters: object, *_: object) -> None:
        statements.append((statement, parameters))

    with store.writing() as tx:
        work(tx)
    with closing(sqlite3.connect(str(store.database.engine.url.database))) as raw:
        return [
            [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]  # type: ignore[arg-type]
            for statement, parameters in statements
            if statement.startswith(starts) and "jobs" in statement
        ]


def test_claims_use_the_partial_index_however_many_jobs_are_done(store: SqlStore) -> None:
    with store.writing() as tx:
        tx.jobs.enqueue("main", a_job("k"))
    updates = plans(store, "UPDATE jobs", lambda tx: tx.jobs.claim(a_job("k").lane, "w", 60))
    assert len(updates) == 1
    for plan in updates:
        assert any("ix_jobs_open" in step for step in plan), plan
        assert not any(step == "SCAN jobs" for step in plan), plan


def test_parked_jobs_are_found_by_an_index_of_their_own(store: SqlStore) -> None:
    [plan] = plans(store, "SELECT", lambda tx: tx.jobs.parked("main"))
    assert any("ix_jobs_parked" in step for step in plan), plan


def test_the_newest_step_is_found_by_its_name() -> None:
    steps = ScriptDirectory(str(Path(sql.__file__).parent / "migrations"))
    assert steps.get_current_head() == sql._head()
    assert [s.revision for s in steps.walk_revisions()] == sorted(
        (s.revision for s in steps.walk_revisions()), reverse=True
    )


def test_a_database_that_another_version_made_is_not_written_into(store: SqlStore) -> None:
    store.check_schema()
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NotConfigured, match="schema 9999, this Pod needs"):
        store.check_schema()


def test_a_writer_waits_for_one_in_another_process(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = Path(f"{store.database.engine.url.database}-writer")
    with beside.open("ab") as other:  # flock knows open files, not processes: this stands for another one's
        fcntl.flock(other, fcntl.LOCK_EX)
        monkeypatch.setattr(engine_module, "WRITER_WAIT_S", 0.05)
        with pytest.raises(Unavailable, match="Another process"), store.writing():
            pytest.fail("two writers at once")
    with store.writing() as tx:
        assert tx.accounts.users("main") == []


def test_a_full_disk_is_said_in_words_and_changes_nothing(store: SqlStore) -> None:
    with store.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    # SQLite's own limit gives the same error as a full disk, for this connection only
    connection_limit = f"PRAGMA max_page_count={pages}"

    def fill() -> None:
        with store.writing() as tx:
            tx.bench.connection.exec_driver_sql(connection_limit)
            for n in range(500):
                tx.jobs.enqueue("main", a_job(f"{n}", subject="x" * 64))

    with pytest.raises(Unavailable, match="disk is full"):
        fill()
    with store.writing() as tx:
        tx.bench.connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        assert tx.jobs.counts()["render"] == {}
        tx.jobs.enqueue("main", a_job("k"))


def test_a_file_that_is_no_database_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "pod.db").write_bytes(b"something else " * 100)
    store = SqlStore(f"sqlite:///{tmp_path / 'pod.db'}", HandClock())
    with pytest.raises(NotConfigured, match="damaged"):
        store.check_schema()
    store.close()


@pytest.mark.parametrize("url", ["mysql://h/d", "nonsense"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(NotConfigured):
        make_engine(url)
