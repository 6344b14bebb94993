"""What the tests of the providers share."""

from __future__ import annotations

from pathlib import Path

import pytest

from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.packages import packages_ready

CHECKOUT_DATA = Path(__file__).resolve().parent.parent.parent / "var"


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The folder with the motif packages that `make test` has fetched; only motifs are ever cached in it."""
    assert packages_ready(CHECKOUT_DATA), "run `make setup-dev` once: it fetches the motif packages"
    return CHECKOUT_DATA


@pytest.fixture(scope="session")
def library(data_dir) -> MotifLibrary:
    return MotifLibrary(data_dir)
