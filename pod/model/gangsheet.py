"""A gang sheet that was asked for: approved print files on as few sheets as they need, for the own press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.artwork import FileRef
from pod.model.states import table


class GangState(StrEnum):
    QUEUED = "queued"
    MADE = "made"
    FAILED = "failed"


GANG_MOVES = table(
    {
        GangState.QUEUED: (GangState.MADE, GangState.FAILED),
        # what failed is asked for anew: its files may have been put away
        GangState.MADE: (),
        GangState.FAILED: (),
    }
)


@dataclass(frozen=True, slots=True)
class GangPiece:
    """Copies of a version's print file for one area; `name` is its job on the labels."""

    name: str
    version_id: str
    area: str
    copies: int


@dataclass(frozen=True, slots=True)
class GangAsked:
    """`cut` is ``none``, ``crop``, ``box`` or ``contour``; a `roll` is cut off where the pieces end."""

    pieces: tuple[GangPiece, ...]
    width_mm: float
    height_mm: float
    roll: bool = False
    gap_mm: float = 3.0
    margin_mm: float = 5.0
    ppi: int = 300
    may_turn: bool = True
    nested: bool = False
    labels: bool = False
    cut: str = "none"
    most_sheets: int = 0
    formats: tuple[str, ...] = ("png", "pdf")


@dataclass(frozen=True, slots=True)
class SheetMade:
    """`fill` is the share of it that pieces cover. Its files by their formats."""

    number: int
    width_mm: float
    height_mm: float
    pieces: int
    fill: float
    files: tuple[tuple[str, FileRef], ...]


@dataclass(frozen=True, slots=True)
class PieceLeft:
    name: str
    copies: int
    why: str


@dataclass(frozen=True, slots=True)
class GangSheets:
    """`reason` says why it failed. `left` are copies that found no place on as many sheets as were allowed."""

    id: str
    tenant_id: str
    state: GangState
    asked: GangAsked
    created_at: datetime
    actor: str
    sheets: tuple[SheetMade, ...] = ()
    left: tuple[PieceLeft, ...] = ()
    reason: str = ""
