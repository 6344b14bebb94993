"""Which of the promises about print files hold, worked out from the measured rows: a table for the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

_PEER_DEFAULT, _PEER_DEFAULT_ALPHA, _PEER_FASTEST, _FASTEST_FILE = 0.36, 1.0, 0.7, 1.3
_FILE, _PEAK_MB, _GROWTH_MB = 1.15, 150, 3
_BOTH_OPAQUE, _BOTH_ALPHA = 1.1, 1.4


class Measured(Protocol):
    name: str
    cpu_s: float
    peak_mb: float
    said: str


@dataclass(frozen=True)
class Must:
    """`found` may be at most `asked`, both of `what`."""

    what: str
    asked: float
    found: float
    unit: str = " ×"

    def told(self) -> str:
        held = "holds" if self.found <= self.asked else "does not hold"
        digits = 0 if self.unit == " MB" else 2
        return f"| {self.what} | {self.found:.{digits}f}{self.unit} | {self.asked:g}{self.unit} | {held} |"


def table(rows: Sequence[Measured]) -> list[str]:
    return lines((*_against_others(rows), *_both_files(rows), *_memory(rows)))


def lines(musts: Sequence[Must]) -> list[str]:
    head = ["| | measured | at most | |", "|---|---:|---:|---|"]
    return [*head, *(must.told() for must in musts)] if musts else []


def _against_others(rows: Sequence[Measured]) -> Iterator[Must]:
    for task, by in _tasks(rows).items():
        pod, pillow = by.get("Pod"), by.get("plain Pillow")
        if pod is None or pillow is None:
            continue
        default = _PEER_DEFAULT_ALPHA if "with alpha" in task else _PEER_DEFAULT
        for who in ("libvips", "sharp"):
            if who in by:
                yield Must(f"{task}: CPU beside {who}'s default", default, pod.cpu_s / by[who].cpu_s)
        small = [r for who, r in by.items() if "fastest" in who and _megabytes(r) <= _FASTEST_FILE * _megabytes(pillow)]
        if small:
            least = min(row.cpu_s for row in small)
            yield Must(
                f"{task}: CPU beside the fastest with a file no larger than Pillow's × 1.3",
                _PEER_FASTEST,
                pod.cpu_s / least,
            )
        yield Must(f"{task}: file beside Pillow's", _FILE, _megabytes(pod) / _megabytes(pillow))


def _both_files(rows: Sequence[Measured]) -> Iterator[Must]:
    for task, by in _tasks(rows).items():
        if {"PNG", "PNG and PDF"} <= set(by):
            most = _BOTH_OPAQUE if task.startswith("opaque") else _BOTH_ALPHA
            yield Must(f"{task}: PNG and PDF beside PNG alone", most, by["PNG and PDF"].cpu_s / by["PNG"].cpu_s)


def _memory(rows: Sequence[Measured]) -> Iterator[Must]:
    for row in rows:
        if row.name.endswith((": Pod", ": PNG", ": PNG and PDF")) or ": " not in row.name:
            yield Must(f"{row.name}: peak", _PEAK_MB, row.peak_mb, " MB")
        if peaks := re.search(r"after 1, 10, 100 files: (\d+), (\d+), (\d+) MB", row.said):
            yield Must(f"{row.name}: grown from file 10 to 100", _GROWTH_MB, int(peaks[3]) - int(peaks[2]), " MB")


def _tasks(rows: Sequence[Measured]) -> dict[str, dict[str, Measured]]:
    found = dict[str, dict[str, Measured]]()
    for row in rows:
        task, _, who = row.name.rpartition(": ")
        found.setdefault(task, {})[who] = row
    return found


def _megabytes(row: Measured) -> float:
    return float(row.said.removesuffix(" MB"))
