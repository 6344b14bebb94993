"""Where partners' test servers fetch print files from; made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.filehost import FileHost


@pytest.fixture(scope="session")
def files() -> Iterator[FileHost]:
    with FileHost() as host:
        yield host
