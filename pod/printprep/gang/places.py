"""Which piece lies where: packed as rectangles or nested as shapes, and the same answer from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pod.drawing.paths import Transform
from pod.model.errors import InputRefused, PodError
from pod.model.geometry import MM_PER_INCH, Box
from pod.printprep.gang.nesting import Shape, nest
from pod.printprep.gang.packing import Tile, pack
from pod.printprep.gang.pieces import Piece, cell_px
from pod.printprep.gang.setup import Setup

_QUARTERS = (Transform(), Transform(0, 1, -1, 0), Transform(-1, 0, 0, -1), Transform(0, -1, 1, 0))
"""Clockwise as seen, y being down."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One copy on one sheet. `left_px`, `top_px`: the turned frame's corner on the sheet, margins included.

    `turning_px` is the frame that was turned, which a nested piece rounds up to whole cells.
    """

    piece: Piece
    copy: int
    sheet: int
    left_px: int
    top_px: int
    quarter_turns: int
    turning_px: tuple[int, int]

    @property
    def to_sheet(self) -> Transform:
        """From the upright frame's pixels to the sheet's."""
        width, height = self.turning_px
        back = ((0, 0), (height, 0), (width, height), (0, width))[self.quarter_turns]
        return _QUARTERS[self.quarter_turns].then(Transform.move(self.left_px + back[0], self.top_px + back[1]))

    @property
    def art_px(self) -> Box:
        return self.on_sheet(self.piece.art_px)

    def on_sheet(self, box: Box) -> Box:
        """A box of the upright frame as whole pixels of the sheet."""
        (x0, y0), (x1, y1) = self.to_sheet.apply(box.left, box.top), self.to_sheet.apply(box.right, box.bottom)
        return Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))


@dataclass(frozen=True, slots=True)
class Plan:
    """`used_px` is how far down each sheet is filled, the upper margin included."""

    placed: tuple[Placed, ...]
    used_px: tuple[int, ...]


def too_large(piece: Piece, setup: Setup) -> Iterator[tuple[str, PodError]]:
    """Why the piece fits on no sheet; nothing when it does."""
    room_px, (width, height) = setup.room_px, piece.frame_px
    if width <= room_px[0] and height <= room_px[1]:
        return
    fits_turned = height <= room_px[0] and width <= room_px[1]
    if fits_turned and setup.may_turn:
        return
    mm = MM_PER_INCH / setup.ppi
    yield (
        piece.name,
        InputRefused(
            "piece_too_large",
            f"“{piece.name}” takes {width * mm:.0f} × {height * mm:.0f} mm; the sheet has room for "
            f"{room_px[0] * mm:.0f} × {room_px[1] * mm:.0f} mm inside its margins.",
            "It fits turned: allow turning."
            if fits_turned
            else "Use a larger sheet, narrower margins, or print it smaller.",
            measured_mm=[round(width * mm, 1), round(height * mm, 1)],
            required_mm=[round(room_px[0] * mm, 1), round(room_px[1] * mm, 1)],
        ),
    )


def placed(pieces: Sequence[Piece], setup: Setup) -> Plan:
    """Where every copy goes. Nesting is kept only where it needs no more than rectangles would.

    Every piece has to fit on a sheet (`too_large`).
    """
    packed = _packed(pieces, setup)
    if not (setup.nested and all(_fits_in_cells(piece, setup) for piece in pieces)):
        return packed
    nested = _nested(pieces, setup)
    return min(nested, packed, key=lambda plan: (len(plan.used_px), plan.used_px[-1]))


def _each(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces for _ in range(piece.copies)]


def _numbered(spots: Iterable[Placed]) -> tuple[Placed, ...]:
    """In the order in which a person finds them, sheet by sheet from the top, and the copies counted that way."""
    seen = Counter[str]()
    found = list[Placed]()
    for spot in sorted(spots, key=lambda spot: (spot.sheet, spot.top_px, spot.left_px)):
        seen[spot.piece.name] += 1
        found.append(replace(spot, copy=seen[spot.piece.name]))
    return tuple(found)


def _packed(pieces: Sequence[Piece], setup: Setup) -> Plan:
    """Tiles carry the gap on their right and below; the sheet is that much larger."""
    copies, gap, margin = _each(pieces), setup.px(setup.gap_mm), setup.px(setup.margin_mm)
    tiles = [Tile(piece.frame_px[0] + gap, piece.frame_px[1] + gap, setup.may_turn) for piece in copies]
    layout = pack(tiles, setup.room_px[0] + gap, setup.room_px[1] + gap)
    spots = (
        Placed(copies[s.tile], 0, s.sheet, margin + s.left, margin + s.top, int(s.turned), copies[s.tile].frame_px)
        for s in layout.spots
    )
    return Plan(_numbered(spots), tuple(margin + used - gap for used in layout.used))


def _fits_in_cells(piece: Piece, setup: Setup) -> bool:
    """A piece as large as the sheet may not fit once it is rounded up to cells."""
    columns, rows = (side // cell_px(setup.ppi) for side in setup.room_px)
    height, width = piece.mask.shape
    return (width <= columns and height <= rows) or (setup.may_turn and height <= columns and width <= rows)


def _nested(pieces: Sequence[Piece], setup: Setup) -> Plan:
    copies, margin, cell = _each(pieces), setup.px(setup.margin_mm), cell_px(setup.ppi)
    turns = (0, 1, 2, 3) if setup.may_turn else (0, 2)
    shapes = [Shape(piece.mask, turns) for piece in copies]
    columns, rows = (side // cell for side in setup.room_px)
    found = nest(shapes, columns, rows, gap_cells=setup.px(setup.gap_mm) / cell)
    spots = (
        Placed(
            copies[s.shape],
            0,
            s.sheet,
            margin + s.left * cell,
            margin + s.top * cell,
            s.quarter_turns,
            (copies[s.shape].mask.shape[1] * cell, copies[s.shape].mask.shape[0] * cell),
        )
        for s in found.spots
    )
    return Plan(_numbered(spots), tuple(margin + used * cell for used in found.used))
