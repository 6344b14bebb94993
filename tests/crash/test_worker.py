"""The real worker, on the real parts, killed five times on the way of one order: the embedded designer, children, the hot folder.

`pod worker` runs as a process of its own; the test is the client beside it, as the web door would be.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from pod.bootstrap import Services, build
from pod.model.design import DesignState
from pod.model.handoff import HandOffState
from pod.model.order import OrderItem
from pod.model.proof import ApprovalRole
from pod.providers.embedded.packages import packages_ready
from pod.settings import Settings
from tests.crash.flow import checksums_hold
from tests.services.bench import ADDRESS, BRIEF, OPERATOR, SHOPPER

pytestmark = pytest.mark.crash

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 240


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    assert packages_ready(ROOT / "var"), "run `make setup-dev` once: it fetches the motif packages"
    return {**os.environ, "POD_DATA_DIR": str(tmp_path), "POD_EMBEDDED_DATA_DIR": str(ROOT / "var")}


@pytest.fixture
def client(environ: dict[str, str]) -> Iterator[Services]:
    services = build(Settings.from_env(environ))
    yield services
    services.close()


@contextmanager
def a_worker(environ: dict[str, str], fail_at: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """Begun when the leases of the one before it have lapsed."""
    data_dir = Path(environ["POD_DATA_DIR"])
    raw = sqlite3.connect(data_dir / "pod.db", timeout=30)
    raw.execute("UPDATE jobs SET lease_until = 0 WHERE state = 'running'")
    raw.commit()
    raw.close()
    worker = subprocess.Popen(
        [sys.executable, "-m", "pod", "worker"], env={**environ, "POD_FAIL_AT": fail_at}, stderr=subprocess.DEVNULL
    )
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def until(met: Callable[[], bool]) -> None:
    pause, waited_s = threading.Event(), 0.0
    while not met():
        assert waited_s < PATIENCE_S, "it did not get there"
        pause.wait(0.2)
        waited_s += 0.2


@pytest.mark.timeout(900)
def test_an_order_whose_worker_is_killed_five_times_is_made_once(client, environ, tmp_path):
    design = client.designs.request_design(SHOPPER, BRIEF)

    def state() -> DesignState:
        return client.designs.get(SHOPPER, design.id).state

    for point in ("claim_after_commit", "ledger_after_intent", "model_after_answer"):
        with a_worker(environ, point) as worker:
            assert_killed(worker, point)
    with a_worker(environ, "prepare_between_files") as worker:
        until(lambda: state() is DesignState.ARTWORK_READY)
        client.designs.choose(SHOPPER, design.id, 1)
        assert_killed(worker, "prepare_between_files")
    with a_worker(environ, "handoff_in_finish") as worker:
        until(lambda: state() is DesignState.PROOF_READY)
        client.approvals.approve(SHOPPER, design.id, ApprovalRole.SHOPPER)
        order_id = paid(client, design.id)
        assert_killed(worker, "handoff_in_finish")
    with a_worker(environ) as worker:
        until(lambda: client.orders.handoffs(OPERATOR, order_id)[0].state is HandOffState.ACCEPTED)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(PATIENCE_S) == 0, "an orderly stop"
    assert_made_once(client, design.id, order_id, tmp_path)


def assert_killed(worker: subprocess.Popen[bytes], point: str) -> None:
    assert worker.wait(PATIENCE_S) == -signal.SIGKILL, f"{point} was not passed"


def paid(client: Services, design_id: str) -> str:
    version_id = client.designs.get(SHOPPER, design_id).current_version_id
    item = OrderItem("", version_id, "sticker-4in", "sticker-4in/4in/white", 1)
    order, _ = client.orders.place(SHOPPER, "crash-1", ADDRESS, [item])
    client.orders.mark_paid(OPERATOR, order.id)
    return order.id


def assert_made_once(client: Services, design_id: str, order_id: str, data_dir: Path) -> None:
    with client.store.reading() as tx:
        assert [r.state.value for r in tx.ledger.page("main", design_id=design_id).items] == ["settled"]
        assert tx.jobs.parked("main") == []
    [candidate] = client.designs.get(SHOPPER, design_id).candidates
    artwork = client.designs.artwork(SHOPPER, candidate.artwork_id)
    with Image.open(client.files.path(artwork.file)) as master:
        assert master.size == (4096, 4096)
    [handoff] = client.orders.handoffs(OPERATOR, order_id)
    [folder] = [p for p in (data_dir / "handoff").iterdir() if not p.name.startswith(".")]
    assert folder.name == handoff.reference
    assert handoff.attempts == 1, "what was delivered was adopted, not sent again"
    assert checksums_hold(folder)
    raw = sqlite3.connect(data_dir / "pod.db")
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("SELECT count(*) FROM artworks").fetchall() == [(1,)]
    raw.close()
