"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from pod.providers.embedded.packages import packages_ready
from tests.servers import postgres

pytest.register_assert_rewrite("tests.contracts", "tests.web.shop")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected texts anew; read the difference before you commit it",
    )


CHECKOUT_DATA = Path(__file__).resolve().parent.parent / "var"


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder with the motif packages that `make test` has fetched; only motifs are ever cached in it."""
    assert packages_ready(CHECKOUT_DATA), "run `make setup-dev` once: it fetches the motif packages"
    return CHECKOUT_DATA


@pytest.fixture
def as_expected(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``as_expected(path, text)``: the text equals the file's, or becomes it under --update-expected."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--update-expected"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: run pytest --update-expected and read what it writes"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """One server for the session. Without the program tests are skipped, except where CI says that it must be there."""
    if postgres.binaries() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(postgres.MISSING)
        pytest.skip(postgres.MISSING)
    with postgres.cluster() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty database of the test's own."""
    name = f"t{uuid4().hex}"
    server = sa.create_engine(
        sa.make_url(postgres_server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sa.make_url(postgres_server).set(database=name).render_as_string()
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()
