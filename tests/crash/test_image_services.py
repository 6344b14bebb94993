"""Real adapters, killed while a picture is being made, against test servers that count what they charge.

The service goes on while Pod is dead, as services do. `make torture` is the long run: kills at random points, with random
mishaps at the service.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pod.model.design import CandidateState
from pod.providers.base import OutcomeKind
from tests.crash.driver import Driver, started
from tests.crash.flow import Kind
from tests.crash.torture import KILLED, SERVICES, Ended, ends, tortured

pytestmark = pytest.mark.crash

SOON_S = 900
"""How much later a restart is: every lease has lapsed by then, and no task has been waited for too long."""

KILLS = int(os.environ.get("POD_TORTURE_KILLS", "10"))
SEED = int(os.environ.get("POD_TORTURE_SEED", "7"))


@pytest.fixture(scope="module")
def driver() -> Iterator[Driver]:
    with started() as driver:
        yield driver


def killed(driver: Driver, folder: Path, name: str, point: str, *, naive: bool = False) -> Ended:
    """Killed at the point, started again much later; and what it has come to."""
    with SERVICES[name]() as service:
        kind = Kind(services={name: service.url}, pictures=1, naive=naive)
        assert driver.run(folder, kind, fail_at=point) == KILLED
        assert driver.run(folder, kind, later_s=SOON_S) == 0
        [ended] = ends(folder, kind, {name: service})
        return ended


@pytest.mark.parametrize("point", ["ledger_after_intent", "model_after_answer"])
@pytest.mark.parametrize("name", ["gemini_batch", "evolink"])
def test_a_service_that_can_tell_is_paid_once_and_its_picture_comes(driver, tmp_path, name, point):
    ended = killed(driver, tmp_path / "shop", name, point)
    assert (ended.candidate, ended.charged) == (CandidateState.READY, 1)
    assert ended.rows.count("settled") == 1
    assert set(ended.rows) <= {"settled", "released"}


@pytest.mark.parametrize(("point", "charged"), [("ledger_after_intent", 0), ("model_after_answer", 1)])
def test_a_service_that_cannot_tell_is_never_paid_twice_and_a_person_decides(driver, tmp_path, point, charged):
    ended = killed(driver, tmp_path / "shop", "gemini", point)
    assert (ended.candidate, ended.outcome) == (CandidateState.FAILED, OutcomeKind.UNKNOWN.value)
    assert (ended.rows, ended.charged) == (("unknown",), charged)


def test_control_calling_again_after_a_crash_pays_twice(driver, tmp_path):
    assert killed(driver, tmp_path / "shop", "gemini", "model_after_answer", naive=True).charged == 2


def test_killed_at_random_no_request_is_paid_twice_and_every_one_ends(driver, tmp_path):
    """Of the services that can tell, nearly all pictures come; whatever does not come says why."""
    kills, all_ended = 0, list[Ended]()
    for shop in itertools.count():
        more, ended = tortured(driver, tmp_path / str(shop), SEED + shop, KILLS - kills)
        case = f"seed {SEED + shop}"
        assert [e for e in ended if e.charged > 1] == [], case
        assert [e for e in ended if not e.has_ended] == [], case
        assert [e for e in ended if e.came and e.rows.count("settled") != 1] == [], case
        kills, all_ended = kills + more, all_ended + ended
        shutil.rmtree(tmp_path / str(shop))
        if kills >= KILLS:
            break
    sys.stdout.write(summary(kills, all_ended))
    told = [e for e in all_ended if e.told]
    assert sum(e.came for e in told) >= 0.95 * len(told)


def summary(kills: int, all_ended: Sequence[Ended]) -> str:
    """What `make torture` prints: of each service how many pictures came, and what became of the others."""
    lines = [f"{kills} kills, {len(all_ended)} requests, from seed {SEED}"]
    for name in SERVICES:
        ends = Counter(e.outcome for e in all_ended if e.service == name)
        most = max((e.charged for e in all_ended if e.service == name), default=0)
        lines.append(f"  {name}: {dict(ends)}; charged for one request at most {most} times")
    return "\n".join(["", *lines, ""])


def test_control_a_shop_that_calls_again_is_charged_twice_in_the_same_torture(driver, tmp_path):
    shops = (tortured(driver, tmp_path / str(n), SEED + n, 12, naive=True) for n in range(5))
    assert any(e.charged > 1 for _, ended in shops for e in ended)
