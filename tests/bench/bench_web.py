"""The status poll: how many answers a second one process gives, most of them "nothing new" by ETag."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.bench.rows import Row, Said, Work

TITLE = "Web: the status poll, one server process, eight browsers"

ROOT = Path(__file__).resolve().parents[2]
BROWSERS, REQUESTS = 8, 2000
NEW_EVERY = 10
"""Of so many polls one brings news, and its answer is sent whole."""


def rows() -> Iterator[Row]:
    yield f"{REQUESTS} status polls, 90 % nothing new: ETag", partial(_polling, use_etag=True)
    yield f"{REQUESTS} status polls, 90 % nothing new: every answer whole", partial(_polling, use_etag=False)


def _polling(*, use_etag: bool) -> Work:
    return partial(_poll, use_etag=use_etag)


def _poll(*, use_etag: bool) -> Said:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.bench.poll_server", folder]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
        try:
            host, path = _said(server)
            before = _cpu_s(server)
            statuses, seconds = _asked(host, path, use_etag=use_etag)
            each_ms = 1000 * (_cpu_s(server) - before) / len(statuses)
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert set(statuses) <= {200, 304}, set(statuses)
    share = statuses.count(304) / len(statuses)
    cpu = f", {each_ms:.1f} ms of the server's CPU each" if each_ms else ""
    return Said(f"{len(statuses) / seconds:.0f} requests/s, {share:.0%} of them 304{cpu}")


def _cpu_s(server: subprocess.Popen[str]) -> float:
    """What the server has used since it started, where the system tells (proc(5)); 0 elsewhere."""
    stat = Path(f"/proc/{server.pid}/stat")
    if not stat.exists():
        return 0.0
    used = stat.read_text().rpartition(")")[2].split()[11:13]
    return sum(int(ticks) for ticks in used) / os.sysconf("SC_CLK_TCK")


def _said(server: subprocess.Popen[str]) -> tuple[str, str]:
    """The server's host and the design's path, from its first line."""
    assert server.stdout is not None
    words = server.stdout.readline().split()
    return next(w for w in words if w.startswith("http://")).removeprefix("http://"), words[-1]


def _asked(host: str, path: str, *, use_etag: bool) -> tuple[list[int], float]:
    """Every answer's status, and the seconds from the first question to the last answer."""
    one = partial(_browser, host, path, use_etag=use_etag)
    started = time.perf_counter()
    with ThreadPoolExecutor(BROWSERS) as pool:
        statuses = [s for several in pool.map(lambda _: one(), range(BROWSERS)) for s in several]
    return statuses, time.perf_counter() - started


def _browser(host: str, path: str, *, use_etag: bool) -> list[int]:
    """One kept connection, as a page that polls has it."""
    connection = http.client.HTTPConnection(host, timeout=30)
    statuses, etag = [], ""
    for n in range(REQUESTS // BROWSERS):
        known = {"If-None-Match": etag} if use_etag and etag and n % NEW_EVERY else {}
        connection.request("GET", path, headers=known)
        answer = connection.getresponse()
        answer.read()
        statuses.append(answer.status)
        etag = answer.headers.get("ETag", etag)
    connection.close()
    return statuses
