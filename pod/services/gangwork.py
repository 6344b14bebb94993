"""Gang sheets, put together in a child process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from pod import printprep
from pod.model.gangsheet import GangAsked
from pod.model.product import ProcessLimits
from pod.printprep.gang import Cut, Ganged, Setup, SheetSize, Wanted, gang


@dataclass(frozen=True, slots=True)
class GangTask:
    """`pieces` are names, print files in the file store, and copies; the sheets go into `folder`."""

    asked: GangAsked
    pieces: tuple[tuple[str, Path, int], ...]
    process: ProcessLimits
    folder: Path
    when: datetime
    press_profile: str = ""


@dataclass(frozen=True, slots=True)
class SheetDone:
    number: int
    width_mm: float
    height_mm: float
    pieces: int
    fill: float
    files: tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class GangDone:
    sheets: tuple[SheetDone, ...]
    left: tuple[tuple[str, int, str], ...]


def setup_of(asked: GangAsked) -> Setup:
    return Setup(
        SheetSize(asked.width_mm, asked.height_mm, roll=asked.roll),
        asked.gap_mm,
        asked.margin_mm,
        asked.ppi,
        may_turn=asked.may_turn,
        nested=asked.nested,
        labels=asked.labels,
        cut=Cut(asked.cut),
        most_sheets=asked.most_sheets,
    )


def make_gang(task: GangTask) -> GangDone:
    made = gang(
        [Wanted(name, path.read_bytes, copies) for name, path, copies in task.pieces],
        setup_of(task.asked),
        task.process,
        task.folder,
        formats=task.asked.formats,
        when=task.when,
        press=partial(printprep.press_profile, task.press_profile),
    )
    sheets = tuple(_done(made, n, task.asked.formats) for n in range(len(made.sheets)))
    return GangDone(sheets, tuple((left.name, left.copies, left.why) for left in made.left))


def _done(made: Ganged, n: int, formats: tuple[str, ...]) -> SheetDone:
    """Files come sheet by sheet, each in every format."""
    sheet, paths = made.sheets[n], made.files[n * len(formats) : (n + 1) * len(formats)]
    size, files = sheet.size_mm, tuple(zip(formats, paths, strict=True))
    return SheetDone(sheet.number, size.width, size.height, len(sheet.placed), sheet.fill, files)
