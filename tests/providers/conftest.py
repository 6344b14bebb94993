"""What the tests of the providers share."""

from __future__ import annotations

import pytest

from pod.providers.embedded.motifs import MotifLibrary


@pytest.fixture(scope="session")
def library(data_dir) -> MotifLibrary:
    return MotifLibrary(data_dir)
