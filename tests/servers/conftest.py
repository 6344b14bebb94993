"""A host of print files, and somebody who is told of news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.filehost import FileHost
from tests.servers.samples import PRINT, Ear


@pytest.fixture(scope="module")
def files() -> Iterator[FileHost]:
    with FileHost() as host:
        host.put("front.png", PRINT)
        yield host


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as ear:
        yield ear
