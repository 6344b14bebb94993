"""One sheet of a plan, and what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.geometry import MM_PER_INCH, Size, px_covering
from pod.printprep.gang.labels import label_text
from pod.printprep.gang.places import Placed
from pod.printprep.gang.setup import Setup


@dataclass(frozen=True, slots=True)
class GangSheet:
    """`number` counts from 1. `size_mm`: of a roll, what is used of it."""

    number: int
    placed: tuple[Placed, ...]
    size_mm: Size
    setup: Setup

    @property
    def size_px(self) -> tuple[int, int]:
        return px_covering(self.size_mm.width, self.setup.ppi), px_covering(self.size_mm.height, self.setup.ppi)

    def label(self, n: int) -> str:
        """What stands under the n-th piece: its job, which copy, and where it lies."""
        placed = self.placed[n]
        return label_text(placed.piece.name, placed.copy, placed.piece.copies, self.number, n + 1)

    @property
    def fill(self) -> float:
        """The share of the sheet that pieces cover: their boxes, or when nested, what they show."""
        nested, mm = self.setup.nested, MM_PER_INCH / self.setup.ppi
        covered = sum(p.piece.ink_px if nested else p.piece.art_px.width * p.piece.art_px.height for p in self.placed)
        return covered * mm * mm / (self.size_mm.width * self.size_mm.height)
