"""What a gang sheet is asked for: the pieces, the sheet they go on, and everything that can be wrong with either."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pod.model.errors import InputRefused, PodError, Problems
from pod.model.geometry import MM_PER_INCH, px_covering
from pod.model.product import CUT_CONTOUR
from pod.printprep.pdf.plates import refused_name

LONGEST_MM = 5080.0
"""200 in, which is all that a PDF page can measure (ISO 32000-2, annex C.2: 14 400 units)."""

MOST_PIECES = 2000
_LEAST_MM = 5.0
_CROP_GAP_MM = 3.0
"""Below this the marks of two neighbours run into the pieces."""

_CUT_GAP_MM = 2.0
"""Between two cut lines: nearer, and the vinyl between them tears."""


class Cut(StrEnum):
    """How pieces are told apart: not at all, by corner marks, by a cut line around the box, or around the outline."""

    NONE = "none"
    CROP = "crop"
    BOX = "box"
    CONTOUR = "contour"


@dataclass(frozen=True, slots=True)
class SheetSize:
    """`roll`: `height_mm` is the most that one length may have, and what is used is what is cut off."""

    width_mm: float
    height_mm: float
    roll: bool = False


def _inches(width: float, height: float) -> SheetSize:
    return SheetSize(width * MM_PER_INCH, height * MM_PER_INCH)


SHEETS: Mapping[str, SheetSize] = {
    "a4": SheetSize(210, 297),
    "a3": SheetSize(297, 420),
    "a2": SheetSize(420, 594),
    "sra3": SheetSize(320, 450),
    "8.5x11in": _inches(8.5, 11),
    "13x19in": _inches(13, 19),
    "16x20in": _inches(16, 20),
    "22x12in": _inches(22, 12),
    "22x24in": _inches(22, 24),
    "22x60in": _inches(22, 60),
    "22x120in": _inches(22, 120),
    "22in-roll": SheetSize(22 * MM_PER_INCH, LONGEST_MM, roll=True),
    "24in-roll": SheetSize(24 * MM_PER_INCH, LONGEST_MM, roll=True),
    "60cm-roll": SheetSize(600, LONGEST_MM, roll=True),
}
"""Sheets that are sold: DTF film is 22 in, 24 in or 60 cm wide, office and digital presses take the others."""


@dataclass(frozen=True, slots=True)
class Setup:
    """`may_turn`: pieces by 90°. `nested`: by their true shapes. `border_mm`: what a contour cut leaves around the art.

    `cmyk`: the page's pictures are inks of the press. `white` is the spot colour of an underbase under every piece, as the
    press knows it; "" for none.
    """

    sheet: SheetSize
    gap_mm: float = 3.0
    margin_mm: float = 5.0
    ppi: int = 300
    may_turn: bool = True
    nested: bool = False
    labels: bool = False
    cut: Cut = Cut.NONE
    border_mm: float = 2.0
    most_sheets: int = 0
    cmyk: bool = False
    white: str = ""

    def px(self, mm: float) -> int:
        return px_covering(mm, self.ppi)

    @property
    def room_px(self) -> tuple[int, int]:
        """Inside the margins, whole pixels that are certainly there."""
        width, height = (
            math.floor((side - 2 * self.margin_mm) / MM_PER_INCH * self.ppi + 1e-6)
            for side in (self.sheet.width_mm, self.sheet.height_mm)
        )
        return width, height


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture or a PDF page, how large and how often. Without sizes a PNG's own resolution or the page's trim says how
    large; one side follows the other."""

    name: str
    read: Callable[[], bytes]
    copies: int = 1
    width_mm: float | None = None
    height_mm: float | None = None


def refuse_wrong(wanted: Sequence[Wanted], setup: Setup) -> None:
    """Raises for everything that is wrong before a picture is opened, all at once."""
    refuse_all([*_setup_problems(setup), *_piece_problems(wanted)])


def refuse_all(problems: Sequence[tuple[str, PodError]]) -> None:
    if len(problems) == 1:
        raise problems[0][1]
    if problems:
        raise Problems("gang_refused", "These pieces cannot be put on sheets as they are.", problems)


def _setup_problems(setup: Setup) -> Iterator[tuple[str, PodError]]:
    sheet = setup.sheet
    for name, side in (("width", sheet.width_mm), ("height", sheet.height_mm)):
        if not _LEAST_MM <= side <= LONGEST_MM:
            yield "sheet", _out_of_range("sheet_size", f"The sheet's {name}", side, _LEAST_MM, LONGEST_MM)
    for name, value in (("gap", setup.gap_mm), ("margin", setup.margin_mm), ("border", setup.border_mm)):
        if not 0 <= value <= 100:
            yield name, _out_of_range(f"{name}_size", f"The {name}", value, 0, 100)
    if not 30 <= setup.ppi <= 1200:
        yield "ppi", _out_of_range("ppi", "The resolution", setup.ppi, 30, 1200, unit="ppi")
    least = {Cut.CROP: _CROP_GAP_MM, Cut.BOX: _CUT_GAP_MM, Cut.CONTOUR: _CUT_GAP_MM}.get(setup.cut, 0.0)
    if 0 <= setup.gap_mm < least:
        yield (
            "gap",
            InputRefused(
                "gap_for_cut",
                f"A gap of {setup.gap_mm:g} mm is too narrow for cutting by {setup.cut.value}.",
                f"Use a gap of {least:g} mm or more.",
                measured=setup.gap_mm,
                required=least,
            ),
        )
    if refused := refused_name(setup.white):
        yield "white", refused
    if setup.white.lower() == CUT_CONTOUR.lower():
        yield "white", InputRefused("spot_twice", "The white plate is called like the cut.", "Call it White.")
    if _is_sane(setup) and min(setup.room_px) < 1:
        yield "margin", InputRefused("no_room", "The margins leave nothing of the sheet.", "Use narrower margins.")


def _is_sane(setup: Setup) -> bool:
    sides = (setup.sheet.width_mm, setup.sheet.height_mm, setup.margin_mm)
    return setup.ppi > 0 and all(math.isfinite(side) for side in sides)


def _out_of_range(code: str, what: str, value: float, least: float, most: float, unit: str = "mm") -> InputRefused:
    said = "no number" if math.isnan(value) else f"{value:g} {unit}"
    return InputRefused(
        code,
        f"{what} is {said}.",
        f"Give between {least:g} and {most:g} {unit}.",
        measured=None if math.isnan(value) else value,
        required=[least, most],
    )


def _piece_problems(wanted: Sequence[Wanted]) -> Iterator[tuple[str, PodError]]:
    if not wanted:
        yield "pieces", InputRefused("no_pieces", "There is nothing to put on a sheet.", "Name at least one picture.")
    names = [piece.name for piece in wanted]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield (
                name,
                InputRefused(
                    "piece_named_twice",
                    f"{names.count(name)} pieces are called “{name}”, so nobody could tell them apart on the sheet.",
                    "Rename one of the files, or give it once with copies.",
                ),
            )
    for piece in wanted:
        if piece.copies < 1:
            yield (
                piece.name,
                InputRefused(
                    "no_copies",
                    f"{piece.copies} copies of “{piece.name}” are nothing to print.",
                    "Give 1 or more, or leave the piece out.",
                    measured=piece.copies,
                    required=1,
                ),
            )
        for side, mm in (("width", piece.width_mm), ("height", piece.height_mm)):
            if mm is not None and not _LEAST_MM <= mm <= LONGEST_MM:
                yield (
                    piece.name,
                    _out_of_range("piece_size", f"The {side} of “{piece.name}”", mm, _LEAST_MM, LONGEST_MM),
                )
    if (count := sum(max(0, piece.copies) for piece in wanted)) > MOST_PIECES:
        yield (
            "pieces",
            InputRefused(
                "too_many_pieces",
                f"{count} pieces are more than one run takes.",
                f"Give up to {MOST_PIECES}, in several runs.",
                measured=count,
                required=MOST_PIECES,
            ),
        )
