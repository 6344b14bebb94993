"""A repair that is killed on its way, with real adapters, against test servers that return a bad picture and count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pod.model.design import CandidateState
from pod.model.repair import left_in
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
    state: CandidateState
    repairs: int
    left: tuple[str, ...]
    rows: tuple[str, ...]
    charged: int


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


def killed(driver: Driver, folder: Path, name: str, point: str, *, naive: bool = False) -> Ended:
    """The first picture comes cut off; killed at the point, and started again much later."""
    with SERVICES[name]() as service:
        service.returns("cut", "whole", "whole", "whole")
        kind = Kind(services={name: service.url}, pictures=1, naive=naive)
        assert driver.run(folder, kind, fail_at=point) == KILLED
        assert driver.run(folder, kind, later_s=SOON_S) == 0
        bench = look_into(folder, kind)
        try:
            [design] = bench.designs.page(OPERATOR).items
            candidate = bench.candidate(design)
            left = tuple(left_in(candidate.findings))
            rows = tuple(bench.states(design))
            return Ended(candidate.state, len(candidate.repairs), left, rows, len(service.charged))
        finally:
            bench.store.close()


# the first time that the other points are passed, it is by the first picture
@pytest.mark.parametrize("point", ["candidate_after_commit", "ledger_after_intent:2", "model_after_answer:2"])
def test_with_a_service_that_can_tell_the_better_picture_is_paid_once_and_comes(driver, tmp_path, point):
    ended = killed(driver, tmp_path / "shop", "evolink", point)
    assert ended == Ended(CandidateState.READY, 1, (), ("settled", "settled"), 2)


def test_where_nothing_was_under_way_a_service_that_cannot_tell_is_paid_once_too(driver, tmp_path):
    ended = killed(driver, tmp_path / "shop", "gemini", "candidate_after_commit")
    assert ended == Ended(CandidateState.READY, 1, (), ("settled", "settled"), 2)


@pytest.mark.parametrize(("point", "charged"), [("ledger_after_intent:2", 1), ("model_after_answer:2", 2)])
def test_a_service_that_cannot_tell_is_not_asked_again_and_the_first_picture_stays(driver, tmp_path, point, charged):
    ended = killed(driver, tmp_path / "shop", "gemini", point)
    assert (ended.state, ended.rows, ended.charged) == (CandidateState.READY, ("settled", "unknown"), charged)
    assert ended.left[0] == "cut_by_edge"


def test_control_calling_again_after_a_crash_pays_twice(driver, tmp_path):
    assert killed(driver, tmp_path / "shop", "gemini", "model_after_answer:2", naive=True).charged == 3
