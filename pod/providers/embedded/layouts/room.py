"""What each layout has room for, as it declares in ``data/layouts.toml``, and which hold what is asked of a design."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).parent.parent / "data" / "layouts.toml"

_MOST_BY_SHAPE = 6
"""How many layouts of nearly the area's own shape there are to choose from where that is wide or tall."""

_NEARLY_SQUARE = (0.8, 1.25)


@dataclass(frozen=True, slots=True)
class Room:
    """`letters` of words stay large, on at most `lines` lines; `shows` pictures are told apart at a glance.

    `aspect` is (least, most) width over height of what is drawn, over its forms. `least_mm` is the width of print from
    which its details hold.
    """

    letters: int
    lines: int
    shows: int
    aspect: tuple[float, float]
    least_mm: float

    def holds(self, asked: Asked) -> bool:
        return (
            asked.letters <= self.letters
            and asked.pictures <= self.shows
            and (not asked.width_mm or self.least_mm <= asked.width_mm)
        )

    def unlike(self, aspect: float) -> float:
        """How far its shape is from that of an area, 0 where one of its forms has it."""
        least, most = (math.log(one / aspect) for one in self.aspect)
        return max(0.0, least, -most)


@dataclass(frozen=True, slots=True)
class Asked:
    """How many `letters` will be set, how many `pictures` shown, the area's width over its height, and its width where it is
    a small one."""

    letters: int = 0
    pictures: int = 1
    aspect: float = 1.0
    width_mm: float = 0.0


NOTHING_ASKED = Asked()


def _read() -> Mapping[str, Room]:
    rows = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return {name: Room(**{**row, "aspect": tuple(row["aspect"])}) for name, row in rows.items()}


ROOMS: Mapping[str, Room] = _read()


def with_room(names: Sequence[str], asked: Asked) -> list[str]:
    """Those of the layouts that hold what is asked; where none does, those with the most room for words."""
    holding = [name for name in names if ROOMS[name].holds(asked)]
    most = max((ROOMS[name].letters for name in names), default=0)
    return holding or [name for name in names if ROOMS[name].letters == most]


def of_shape(names: Sequence[str], asked: Asked) -> list[str]:
    """For a wide or a tall area the layouts that are nearest to its shape, in their order; else all."""
    least, most = _NEARLY_SQUARE
    if least <= asked.aspect <= most:
        return list(names)
    nearest = sorted(names, key=lambda name: ROOMS[name].unlike(asked.aspect))[:_MOST_BY_SHAPE]
    return [name for name in names if name in nearest]
