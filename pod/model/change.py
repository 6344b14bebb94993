"""What an edit changed of a picture, measured: kept with the artwork that it made."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pod.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Change:
    """Shares of 1. `changed` is of all that is drawn, `elsewhere` of what is drawn outside the `region` of the edit.

    `shift_right` and `shift_down` say how far the drawing has moved, as shares of the sides, and `scale` and
    `turn_degrees` how else; they mean nothing where the two pictures could not be `registered`. `region` is the box
    around the change in shares of the sides, or the one that a person asked about; with `put_back`, what had changed outside
    of it was taken from the picture before.
    """

    registered: bool
    changed: float
    elsewhere: float
    shift_right: float
    shift_down: float
    scale: float
    turn_degrees: float = 0.0
    region: Box | None = None
    put_back: bool = False

    @property
    def shift(self) -> float:
        return math.hypot(self.shift_right, self.shift_down)
