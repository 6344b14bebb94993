"""The store: transactions over one database, and its schema kept at the version this code was written for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path

import sqlalchemy as sa

from pod.failpoints import fail_at
from pod.model.clock import Clock
from pod.model.errors import NotConfigured
from pod.store.accounts import SqlAccounts, SqlIdempotency, SqlLedger, SqlUploads
from pod.store.batches import SqlEditBatches
from pod.store.claims import SqlClaims
from pod.store.customers import SqlCustomers
from pod.store.designs import SqlDesigns
from pod.store.engine import Database
from pod.store.erasures import SqlErasures
from pod.store.gangsheets import SqlGangSheets
from pod.store.health import SqlHealth
from pod.store.jobs import SqlJobs
from pod.store.messages import SqlMessages
from pod.store.mockups import SqlMockups
from pod.store.offers import SqlOffers
from pod.store.orders import SqlOrders
from pod.store.ownprints import SqlOwnPrints
from pod.store.personal import SqlPersonal
from pod.store.publications import SqlPublications
from pod.store.readdress import SqlAddressChanges
from pod.store.restores import SqlRestores
from pod.store.rows import Bench
from pod.store.screening import SqlScreenings
from pod.store.shared_health import SharedHealth
from pod.store.shops import SqlShopOrders

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_NOTED = sa.table("alembic_version", sa.column("version_num", sa.String))


class SqlTx:
    """One transaction's repositories, all on the same connection."""

    def __init__(self, bench: Bench, known: SqlStore | None = None) -> None:
        self.bench, self._known = bench, known

    @cached_property
    def designs(self) -> SqlDesigns:
        return SqlDesigns(self.bench)

    @cached_property
    def gang_sheets(self) -> SqlGangSheets:
        return SqlGangSheets(self.bench)

    @cached_property
    def orders(self) -> SqlOrders:
        return SqlOrders(self.bench)

    @cached_property
    def offers(self) -> SqlOffers:
        return SqlOffers(self.bench)

    @cached_property
    def own_prints(self) -> SqlOwnPrints:
        return SqlOwnPrints(self.bench)

    @cached_property
    def ledger(self) -> SqlLedger:
        return SqlLedger(self.bench)

    @cached_property
    def health(self) -> SqlHealth | SharedHealth:
        own = SqlHealth(self.bench)
        return SharedHealth(own, self._known.knowing) if self._known else own

    @cached_property
    def screenings(self) -> SqlScreenings:
        return SqlScreenings(self.bench)

    @cached_property
    def jobs(self) -> SqlJobs:
        return SqlJobs(self.bench)

    @cached_property
    def idempotency(self) -> SqlIdempotency:
        return SqlIdempotency(self.bench)

    @cached_property
    def accounts(self) -> SqlAccounts:
        return SqlAccounts(self.bench)

    @cached_property
    def uploads(self) -> SqlUploads:
        return SqlUploads(self.bench)

    @cached_property
    def edit_batches(self) -> SqlEditBatches:
        return SqlEditBatches(self.bench)

    @cached_property
    def shops(self) -> SqlShopOrders:
        return SqlShopOrders(self.bench)

    @cached_property
    def erasures(self) -> SqlErasures:
        return SqlErasures(self.bench)

    @cached_property
    def restores(self) -> SqlRestores:
        return SqlRestores(self.bench)

    @cached_property
    def personal(self) -> SqlPersonal:
        return SqlPersonal(self.bench)

    @cached_property
    def publications(self) -> SqlPublications:
        return SqlPublications(self.bench)

    @cached_property
    def address_changes(self) -> SqlAddressChanges:
        return SqlAddressChanges(self.bench)

    @cached_property
    def claims(self) -> SqlClaims:
        return SqlClaims(self.bench)

    @cached_property
    def customers(self) -> SqlCustomers:
        return SqlCustomers(self.bench)

    @cached_property
    def messages(self) -> SqlMessages:
        return SqlMessages(self.bench)

    @cached_property
    def mockups(self) -> SqlMockups:
        return SqlMockups(self.bench)


class SqlStore:
    """`url` is ``sqlite:///FILE`` or ``postgresql://…``. `migrate()` first; every read and write is one transaction.

    `known` is a database that this one shares with others: what is known of the image services is kept there.
    """

    def __init__(self, url: str, clock: Clock, known: SqlStore | None = None) -> None:
        self.database = Database(url)
        self._clock, self._known = clock, known

    @contextmanager
    def writing(self) -> Iterator[SqlTx]:
        with self.database.writing() as connection:
            yield SqlTx(Bench(connection, self._clock), self._known)

    @contextmanager
    def reading(self) -> Iterator[SqlTx]:
        with self.database.reading() as connection:
            yield SqlTx(Bench(connection, self._clock), self._known)

    @contextmanager
    def knowing(self) -> Iterator[SqlHealth]:
        """What this database holds of the image services, in a transaction of its own."""
        with self.database.writing() as connection:
            yield SqlHealth(Bench(connection, self._clock))

    def migrate(self) -> None:
        """Brings the schema to this code's version; nothing happens when it is there already."""
        with self.database.migrating() as connection:
            found = _revision(connection)
            if found and found not in _steps():
                raise _other_version(found)
            if found != _head():
                # Alembic takes a quarter of a second to import, and nearly every start finds its schema in place
                from pod.store.upgrade import upgrade

                upgrade(connection, _MIGRATIONS)
                fail_at("migration_before_commit")

    def check_schema(self) -> None:
        """Refuses a database of another version, rather than writing into it."""
        with self.database.reading() as connection:
            found = _revision(connection)
        if found != _head():
            raise _other_version(found)

    def checkpoint(self) -> None:
        self.database.checkpoint()

    def close(self) -> None:
        self.database.close()
        if self._known:
            self._known.close()


@cache
def _steps() -> tuple[str, ...]:
    """Every step there is, oldest first: ``versions/v0001_first.py`` brings revision 0001."""
    return tuple(sorted(path.name[1:5] for path in (_MIGRATIONS / "versions").glob("v[0-9]*.py")))


def _head() -> str:
    return _steps()[-1]


def _other_version(found: str | None) -> NotConfigured:
    return NotConfigured(
        "schema_version",
        f"The database has schema {found or 'none'}, this Pod needs {_head()}.",
        "Start it with `pod serve`, which brings an older schema up to date, or use the Pod version that made it.",
        measured=found or "",
        required=_head(),
    )


def _revision(connection: sa.Connection) -> str | None:
    """What Alembic has noted in its table; None for a database without one."""
    if not sa.inspect(connection).has_table(_NOTED.name):
        return None
    return connection.execute(sa.select(_NOTED.c.version_num)).scalar()
