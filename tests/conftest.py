"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.contracts")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected texts anew; read the difference before you commit it",
    )


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
