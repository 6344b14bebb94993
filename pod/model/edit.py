"""What a person asked of a picture that is there already, as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pod.model.geometry import Box


class TouchKind(StrEnum):
    """What is done to a picture here, without an image model."""

    REMOVE_GROUND = "remove_ground"
    SHADOW = "shadow"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Touch:
    """`ink` is a colour as ``#rrggbb`` where one was named."""

    kind: TouchKind
    ink: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """What makes a candidate of version `version_id`. `instruction` is what was typed, `told` the part that has to be drawn:
    from its recipe, by whoever drew the picture, where it `redraws`; else by a service that is given the picture.
    `touches` are done here afterwards. `lettering` and `cloth` are None where they stay.

    What is edited was made by `drawn_by`, goes back to the drawing `root`, and is `ratio` times as wide as high.
    A picture is drawn again from its beginning: `told` and `touches` then hold all that was ever asked of it. `redrawn` and
    `touched` remember that for the next edit. `region` is the only part that may change, in shares of the picture's sides.
    """

    version_id: str
    instruction: str
    drawn_by: str = ""
    root: int = 1
    ratio: float = 1.0
    told: str = ""
    redraws: bool = False
    touches: tuple[Touch, ...] = ()
    lettering: str | None = None
    cloth: str | None = None
    redrawn: str = ""
    touched: tuple[Touch, ...] = ()
    region: Box | None = None
