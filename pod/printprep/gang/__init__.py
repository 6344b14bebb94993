"""Gang sheets: different designs on one sheet, packed as rectangles or nested by their true shapes.

`gang` opens every picture and page once, finds how few sheets they need, and writes each sheet as PNG and PDF. A piece's pixels on
a sheet are its print file's own, at most turned by quarters.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pod.imaging.press import Intent, PressProfile
from pod.model.errors import InputRefused, PodError
from pod.model.geometry import MM_PER_INCH, Size
from pod.model.product import PdfStandard, ProcessLimits
from pod.printprep.gang.page_sheet import write_pdf
from pod.printprep.gang.pieces import Piece, open_piece
from pod.printprep.gang.places import Plan, placed, too_large
from pod.printprep.gang.raster_sheet import write_png
from pod.printprep.gang.setup import SHEETS, Cut, Setup, SheetSize, Wanted, refuse_all, refuse_wrong
from pod.printprep.gang.sheet import GangSheet
from pod.printprep.gang.spool import Spool
from pod.printprep.pdf.inks import Inks
from pod.printprep.profiles import shipped_profile

__all__ = ["SHEETS", "Cut", "GangSheet", "Ganged", "Left", "Setup", "SheetSize", "Wanted", "gang"]


@dataclass(frozen=True, slots=True)
class Left:
    """Copies of a piece that are on no sheet, and why."""

    name: str
    copies: int
    why: str


@dataclass(frozen=True, slots=True)
class Ganged:
    """`files` in the order of the sheets. `fill` is the share of all sheets that pieces cover. `unpromised` are pages for
    whose sake the PDFs are no PDF/X: none themselves, or for another press."""

    sheets: tuple[GangSheet, ...]
    files: tuple[Path, ...]
    pieces: tuple[Piece, ...]
    left: tuple[Left, ...]
    unpromised: tuple[str, ...] = ()

    @property
    def fill(self) -> float:
        areas = [sheet.size_mm.width * sheet.size_mm.height for sheet in self.sheets]
        return sum(s.fill * area for s, area in zip(self.sheets, areas, strict=True)) / sum(areas)


@dataclass(frozen=True, slots=True)
class _Job:
    """What the sheets of a job share."""

    inks: Inks
    choke_mm: float
    title: str
    when: datetime


def gang(
    wanted: Sequence[Wanted],
    setup: Setup,
    limits: ProcessLimits,
    out_dir: Path,
    *,
    formats: tuple[str, ...] = ("png", "pdf"),
    title: str = "Gang sheet",
    when: datetime,
    press: Callable[[], PressProfile | None] = shipped_profile,
) -> Ganged:
    """Writes ``sheet-1.png``, ``sheet-1.pdf`` … into `out_dir`.

    Raises `InputRefused` for everything that is wrong with the pieces or the sheet, all at once, before a sheet is
    written. `when` is written into the PDFs: the same input and date give the same bytes. `press` gives the profile of
    PDF/X and of inks.
    """
    _refuse_formats(formats)
    refuse_wrong(wanted, setup)
    inks = Inks.on(press(), PdfStandard.X4, Intent.RELATIVE, cmyk=setup.cmyk, what="The sheet")
    with Spool(Path(tempfile.gettempdir())) as spool:
        pieces = _opened(wanted, setup, limits, spool, formats)
        unpromised = _unpromised(pieces, inks)
        job = _Job(
            replace(inks, standard=PdfStandard.PLAIN) if unpromised else inks, limits.white_choke_mm, title, when
        )
        plan = placed(pieces, setup)
        sheets = _sheets(plan, setup)
        files = tuple(
            _WRITERS[format_](sheet, spool, out_dir / f"sheet-{sheet.number}.{format_}", job)
            for sheet in sheets
            for format_ in formats
        )
    return Ganged(sheets, files, pieces, _left(pieces, sheets, setup), unpromised)


def _unpromised(pieces: Sequence[Piece], inks: Inks) -> tuple[str, ...]:
    """A sheet is PDF/X where every page on it is, for the same press: its inks would be others elsewhere."""
    if inks.profile is None:
        return ()
    return tuple(p.name for p in pieces if p.page is not None and p.page.page.press != inks.profile.icc)


def _refuse_formats(formats: tuple[str, ...]) -> None:
    if unknown := [f for f in formats if f not in _WRITERS]:
        raise InputRefused(
            "unknown_format", f"Gang sheets are not made as {', '.join(unknown)}.", f"Use: {', '.join(_WRITERS)}."
        )


def _opened(
    wanted: Sequence[Wanted], setup: Setup, limits: ProcessLimits, spool: Spool, formats: tuple[str, ...]
) -> tuple[Piece, ...]:
    """Every picture and page as a piece. What is wrong with any of them is told together."""
    pieces, problems = list[Piece](), list[tuple[str, PodError]]()
    for one in wanted:
        try:
            piece = open_piece(one, setup, limits, spool)
        except InputRefused as refused:
            problems.append((one.name, refused))
        else:
            pieces.append(piece)
            problems += too_large(piece, setup)
            problems += _inks_in_pixels(piece) if "png" in formats else ()
    refuse_all(problems)
    return tuple(pieces)


def _inks_in_pixels(piece: Piece) -> Iterator[tuple[str, PodError]]:
    """What amounts of ink look like only their press knows: a PNG would print in other colours than the page."""
    if piece.page is not None and piece.page.page.in_inks:
        refused = InputRefused(
            "piece_in_inks",
            f"“{piece.name}” is in a press's inks; a PNG of the sheet would have other colours.",
            "Ask for --format pdf, or give the piece in sRGB.",
        )
        yield piece.name, refused


def _sheets(plan: Plan, setup: Setup) -> tuple[GangSheet, ...]:
    """The sheets that may be used; of a roll, as much as is filled."""
    count = min(len(plan.used_px), setup.most_sheets or len(plan.used_px))
    return tuple(
        GangSheet(
            number=n + 1,
            placed=tuple(p for p in plan.placed if p.sheet == n),
            size_mm=Size(setup.sheet.width_mm, _length_mm(plan.used_px[n], setup)),
            setup=setup,
        )
        for n in range(count)
    )


def _length_mm(used_px: int, setup: Setup) -> float:
    used_mm = used_px * MM_PER_INCH / setup.ppi + setup.margin_mm
    return used_mm if setup.sheet.roll else setup.sheet.height_mm


def _left(pieces: Sequence[Piece], sheets: Sequence[GangSheet], setup: Setup) -> tuple[Left, ...]:
    on_sheets = [p.piece.name for sheet in sheets for p in sheet.placed]
    why = f"there is no more room on {setup.most_sheets} sheet{'s' if setup.most_sheets > 1 else ''}"
    counts = ((piece.name, piece.copies - on_sheets.count(piece.name)) for piece in pieces)
    return tuple(Left(name, missing, why) for name, missing in counts if missing)


def _png(sheet: GangSheet, spool: Spool, path: Path, _: _Job) -> Path:
    write_png(sheet, spool, path)
    return path


def _pdf(sheet: GangSheet, spool: Spool, path: Path, job: _Job) -> Path:
    title = f"{job.title} {sheet.number}"
    write_pdf(sheet, spool, path, job.inks, choke_mm=job.choke_mm, title=title, when=job.when)
    return path


_WRITERS: Mapping[str, Callable[[GangSheet, Spool, Path, _Job], Path]] = {"png": _png, "pdf": _pdf}
