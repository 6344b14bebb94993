"""An edit that is killed at every point of its way, with real adapters, against test servers that count what they charge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pod.model.design import CandidateState
from pod.providers.base import OutcomeKind
from tests.crash.driver import Driver, started
from tests.crash.flow import Kind, look_into
from tests.crash.torture import KILLED
from tests.servers.evolink import EvolinkService
from tests.servers.gemini import GeminiService
from tests.servers.imageservice import ImageService
from tests.services.bench import OPERATOR

pytestmark = pytest.mark.crash

SOON_S = 900
"""When every lease has lapsed."""
SERVICES: dict[str, type[ImageService]] = {"gemini": GeminiService, "evolink": EvolinkService}


@dataclass(frozen=True)
class Ended:
    edits: int
    state: CandidateState
    outcome: str
    rows: tuple[str, ...]
    charged: int
    versions: int


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


def killed(driver: Driver, folder: Path, name: str, point: str, *, naive: bool = False) -> Ended:
    """Killed at the point, started again much later by a client that asks again under its key; and what it has come to."""
    with SERVICES[name]() as service:
        kind = Kind(services={name: service.url}, edits=True, naive=naive)
        assert driver.run(folder, kind, fail_at=point) == KILLED
        assert driver.run(folder, kind, later_s=SOON_S) == 0
        bench = look_into(folder, kind)
        try:
            [design] = bench.designs.page(OPERATOR).items
            edits = [c for c in design.candidates if c.edit]
            versions = bench.designs.versions(OPERATOR, design.id)
            rows = tuple(bench.states(design))
            return Ended(len(edits), edits[0].state, edits[0].outcome, rows, len(service.charged), len(versions))
        finally:
            bench.store.close()


# the first time that these are passed, it is by the picture of one's own
SHARED = ("design_before_commit:2", "design_after_commit:2", "claim_after_commit:2", "candidate_after_commit:2")


@pytest.mark.parametrize("point", [*SHARED, "ledger_after_intent", "model_after_answer", "task_after_commit"])
def test_with_a_service_that_can_tell_an_edit_is_paid_once_and_becomes_one_version(driver, tmp_path, point):
    """Also one that takes pictures from addresses only, and gives each upload another: the one that was sent is kept."""
    ended = killed(driver, tmp_path / "shop", "evolink", point)
    assert (ended.edits, ended.state, ended.charged, ended.versions) == (1, CandidateState.READY, 1, 2)
    assert ended.rows == ("settled",)


@pytest.mark.parametrize("point", SHARED)
def test_where_nothing_was_under_way_a_service_that_cannot_tell_is_paid_once_too(driver, tmp_path, point):
    ended = killed(driver, tmp_path / "shop", "gemini", point)
    assert (ended.edits, ended.state, ended.charged, ended.versions) == (1, CandidateState.READY, 1, 2)


@pytest.mark.parametrize(("point", "charged"), [("ledger_after_intent", 0), ("model_after_answer", 1)])
def test_a_service_that_cannot_tell_is_never_paid_twice_and_a_person_decides(driver, tmp_path, point, charged):
    ended = killed(driver, tmp_path / "shop", "gemini", point)
    assert ended == Ended(1, CandidateState.FAILED, OutcomeKind.UNKNOWN.value, ("unknown",), charged, 1)


def test_control_calling_again_after_a_crash_pays_twice(driver, tmp_path):
    assert killed(driver, tmp_path / "shop", "gemini", "model_after_answer", naive=True).charged == 2
