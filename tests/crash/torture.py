"""A shop that draws with real adapters, killed again and again at random points, until everything that was asked for has ended.

The image services go on while Pod is dead, as services do, and have mishaps of their own. What comes of each picture is read
from Pod's books, and what was charged for it from the service's.
"""

from __future__ import annotations

import random
import re
import signal
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from pod.failpoints import POINTS as ALL_POINTS
from pod.model.design import CandidateState, Design
from tests.crash.driver import Driver
from tests.crash.flow import Kind, asked, look_into, subject
from tests.servers.comfyui import ComfyUiService
from tests.servers.evolink import EvolinkService
from tests.servers.fal import FalService
from tests.servers.gemini import GeminiService
from tests.servers.gemini_batch import GeminiBatchService
from tests.servers.imageservice import ImageService
from tests.services.bench import OPERATOR, Bench

KILLED = -signal.SIGKILL

SERVICES: Mapping[str, type[ImageService]] = {
    "gemini": GeminiService,
    "gemini_batch": GeminiBatchService,
    "evolink": EvolinkService,
    "comfyui": ComfyUiService,
    "fal": FalService,
}
CAN_TELL = ("gemini_batch", "evolink", "comfyui")
"""Those that can be asked what became of a call."""

POINTS = ALL_POINTS[: ALL_POINTS.index("prepare_between_files")]
"""All that a picture comes by; the first two only when it is asked for."""

MISHAPS: Mapping[str, Sequence[str]] = {
    "gemini": ("cut", "overloaded", "retry later", "internal"),
    "gemini_batch": ("cut", "retry later", "expired"),
    "evolink": ("cut", "too fast", "unavailable", "upstream failed"),
    "comfyui": ("cut", "crashed", "restarted", "interrupted"),
    "fal": ("cut", "too fast", "timed out", "runner failed"),
}
MISHAP_RATE = 0.25
"""Of a service that refuses one call in two, three tries are often not enough: that would be told, and rightly."""

NTH = (1, 1, 1, 2)
"""At which time that it comes by a point a process is killed there."""

PICTURES = 5
KILLS_A_SHOP = 5
"""Fewer than a job is given up after: that one which ends its worker every time is put aside is another test's subject."""

LIVES = 16
LIFE_S, DEAD_S, LAST_LIFE_S = 30, 65, 7200
"""A process that is not killed lives for half a minute; when the next one begins, every lease has lapsed. All lives together
are shorter than the patience that any service is waited for with."""


@dataclass(frozen=True)
class Ended:
    """What became of one request, and how often its service has charged for it."""

    service: str
    candidate: CandidateState
    outcome: str
    reason: str
    rows: tuple[str, ...]
    charged: int

    @property
    def has_ended(self) -> bool:
        return self.candidate is CandidateState.READY or (self.candidate is CandidateState.FAILED and self.reason != "")

    @property
    def told(self) -> bool:
        return self.service in CAN_TELL

    @property
    def came(self) -> bool:
        return self.candidate is CandidateState.READY


def tortured(
    driver: Driver, folder: Path, seed: int, most_kills: int, *, naive: bool = False
) -> tuple[int, list[Ended]]:
    """How often it was killed, and what everything has come to."""
    chance = random.Random(seed)
    with ExitStack() as running:
        services = {name: running.enter_context(service()) for name, service in SERVICES.items()}
        for name, service in services.items():
            service.play(*_script(name, chance))
        addresses = {name: service.url for name, service in services.items()}
        kind = Kind(services=addresses, pictures=PICTURES, life_s=LIFE_S, naive=naive)
        kills = _killed(driver, folder, kind, chance, min(most_kills, KILLS_A_SHOP))
        return kills, ends(folder, kind, services)


def _script(name: str, chance: random.Random) -> list[str]:
    return [chance.choice(MISHAPS[name]) if chance.random() < MISHAP_RATE else "ok" for _ in range(2 * PICTURES)]


def _killed(driver: Driver, folder: Path, kind: Kind, chance: random.Random, most_kills: int) -> int:
    kills = 0
    for life in range(LIVES):
        if kills == most_kills or _at_rest(folder):
            break
        point = f"{chance.choice(POINTS if life == 0 else POINTS[2:])}:{chance.choice(NTH)}"
        code = driver.run(folder, kind, fail_at=point, later_s=life * (LIFE_S + DEAD_S))
        assert code in (0, KILLED), f"{code} at {point}"
        kills += code == KILLED
    last = replace(kind, life_s=LAST_LIFE_S)
    assert driver.run(folder, last, later_s=LIVES * (LIFE_S + DEAD_S)) == 0
    return kills


def _at_rest(folder: Path) -> bool:
    """Whether everything that was asked for has ended."""
    if not (folder / "pod.db").exists():
        return False
    with closing(sqlite3.connect(folder / "pod.db")) as books:
        [(all_jobs, under_way)] = books.execute("SELECT count(*), sum(state IN ('ready', 'running')) FROM jobs")
    return all_jobs == PICTURES and not under_way


def ends(folder: Path, kind: Kind, services: Mapping[str, ImageService]) -> list[Ended]:
    charged = _charges(services)
    bench = look_into(folder, kind)
    try:
        designs = {design.brief.subject: design for design in bench.designs.page(OPERATOR, limit=200).items}
        assert sorted(designs) == sorted(subject(n) for n in range(kind.pictures)), "each was asked for once"
        return [_ended(bench, designs[subject(n)], asked(kind, n), charged[subject(n)]) for n in range(kind.pictures)]
    finally:
        bench.store.close()


def _ended(bench: Bench, design: Design, service: str, charged: int) -> Ended:
    [candidate] = design.candidates
    rows = tuple(bench.states(design))
    return Ended(service, candidate.state, candidate.outcome, candidate.reason, rows, charged)


def _charges(services: Mapping[str, ImageService]) -> Counter[str]:
    """By the words of the request that was charged for."""
    bodies = [call.body.decode("utf-8", "replace") for service in services.values() for call in service.billed]
    return Counter(found[0] for body in bodies if (found := re.search(r"a fox with \d+ stars", body)))
