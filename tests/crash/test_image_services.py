"""Real adapters, killed while a picture is being made, against test servers that count what they charge.

The service goes on while Pod is dead, as services do. `make torture` is the long run: kills at random points, with random
mishaps at the service.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pod.model.design import CandidateState
from pod.providers.base import OutcomeKind
from tests.crash.driver import Driver, started
from tests.crash.flow import Kind, open_shop
from tests.servers.evolink import EvolinkService
from tests.servers.gemini import GeminiService
from tests.servers.gemini_batch import GeminiBatchService
from tests.servers.imageservice import ImageService
from tests.services.bench import OPERATOR

pytestmark = pytest.mark.crash

KILLED = -signal.SIGKILL
SOON_S = 900
"""How much later a restart is: every lease has lapsed by then, and no task has been waited for too long."""

KILLS = int(os.environ.get("POD_TORTURE_KILLS", "2"))
SEED = int(os.environ.get("POD_TORTURE_SEED", "7"))

SERVICES: dict[str, type[ImageService]] = {
    "gemini": GeminiService,
    "gemini_batch": GeminiBatchService,
    "evolink": EvolinkService,
}
CAN_TELL = ("gemini_batch", "evolink")
"""Those that can be asked what became of a call."""

POINTS = (
    "claim_after_commit",
    "ledger_after_intent",
    "model_after_answer",
    "task_after_commit",
    "candidate_after_commit",
)


@dataclass(frozen=True)
class Ended:
    candidate: CandidateState
    outcome: str
    rows: tuple[str, ...]
    charged: int


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


def killed(
    driver: Driver, folder: Path, name: str, point: str, *mishaps: str, starts: int = 1, naive: bool = False
) -> Ended:
    """Killed at the point, started again, each time much later; and what it has come to."""
    with SERVICES[name]() as service:
        service.play(*mishaps)
        kind = Kind(service=name, address=service.url, only_draws=True, naive=naive)
        assert driver.run(folder, kind, fail_at=point) in (0, KILLED)
        for n in range(1, starts + 1):
            assert driver.run(folder, kind, later_s=n * SOON_S) == 0
        bench = open_shop(folder, Kind(service=name, address=service.url, only_draws=True))
        try:
            [design] = bench.designs.page(OPERATOR).items
            [candidate] = design.candidates
            rows = tuple(bench.states(design))
            return Ended(candidate.state, candidate.outcome, rows, len(service.charged))
        finally:
            bench.store.close()


@pytest.mark.parametrize("point", ["ledger_after_intent", "model_after_answer"])
@pytest.mark.parametrize("name", CAN_TELL)
def test_a_service_that_can_tell_is_paid_once_and_its_picture_comes(driver, tmp_path, name, point):
    ended = killed(driver, tmp_path / "shop", name, point)
    assert (ended.candidate, ended.charged) == (CandidateState.READY, 1)
    assert ended.rows.count("settled") == 1
    assert set(ended.rows) <= {"settled", "released"}


@pytest.mark.parametrize(("point", "charged"), [("ledger_after_intent", 0), ("model_after_answer", 1)])
def test_a_service_that_cannot_tell_is_never_paid_twice_and_a_person_decides(driver, tmp_path, point, charged):
    ended = killed(driver, tmp_path / "shop", "gemini", point)
    assert ended == Ended(CandidateState.FAILED, OutcomeKind.UNKNOWN.value, ("unknown",), charged)


def test_control_calling_again_after_a_crash_pays_twice(driver, tmp_path):
    assert killed(driver, tmp_path / "shop", "gemini", "model_after_answer", naive=True).charged == 2


MISHAPS = {
    "gemini": ("ok", "ok", "cut", "overloaded", "retry later", "internal"),
    "gemini_batch": ("ok", "ok", "cut", "retry later", "expired"),
    "evolink": ("ok", "ok", "cut", "too fast", "unavailable", "upstream failed"),
}


def test_killed_at_random_no_request_is_paid_twice_and_every_one_ends(driver, tmp_path):
    """Of the services that can tell, nearly all pictures come; whatever does not come says why."""
    chance = random.Random(SEED)
    told, came = 0, 0
    for n in range(KILLS):
        name = chance.choice(list(SERVICES))
        point = f"{chance.choice(POINTS)}:{chance.choice((1, 1, 2))}"
        mishap = chance.choice(MISHAPS[name])
        ended = killed(driver, tmp_path / str(n), name, point, mishap, starts=2)
        case = f"{SEED}.{n}: {name}, killed at {point}, {mishap}: {ended}"
        assert ended.charged <= 1, case
        assert ended.candidate in (CandidateState.READY, CandidateState.FAILED), case
        assert ended.candidate is CandidateState.READY or ended.outcome, case
        assert ended.candidate is not CandidateState.READY or ended.rows.count("settled") == 1, case
        told += name in CAN_TELL
        came += name in CAN_TELL and ended.candidate is CandidateState.READY
    sys.stdout.write(f"{KILLS} kills, seed {SEED}: {came} of {told} pictures came from services that can tell\n")
    assert came >= 0.95 * told
