"""Type to be set, and type in place. All lengths are frame units unless named em."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pod.drawing.paths import Path, Transform
from pod.lettering.fonts import Font
from pod.lettering.shaping import cap_height, joined, stem, x_height
from pod.model.artwork import LetteringSlot
from pod.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Copy:
    """`text` to be set in `slot`. `margin` is kept free around the letters, for what will be drawn around them.

    `line_fonts` are the faces of its lines where that was decided before; `tracking_em` is air beyond the face's own.
    """

    text: str
    font: Font
    slot: LetteringSlot
    tracking_em: float = 0.0
    line_fonts: tuple[Font, ...] = ()
    margin: float = 0.0

    @property
    def room(self) -> Box:
        return self.slot.box.grown(-self.margin)


@dataclass(frozen=True, slots=True)
class Line:
    """One line in its face, at the size `em`."""

    text: str
    outline: Path
    font: Font
    em: float

    def transformed(self, by: Transform) -> Line:
        return replace(self, outline=self.outline.transformed(by), em=self.em * by.factor)


@dataclass(frozen=True, slots=True)
class Laid:
    """`plate` is what the letters stand on, where the layout draws something."""

    lines: tuple[Line, ...]
    plate: Path = Path()

    @property
    def outline(self) -> Path:
        return joined(line.outline for line in self.lines)

    @property
    def em(self) -> float:
        return min(line.em for line in self.lines)

    @property
    def cap_height(self) -> float:
        """Of the smallest line."""
        return min(line.em * cap_height(line.font) for line in self.lines)

    @property
    def x_height(self) -> float:
        return min(line.em * x_height(line.font) for line in self.lines)

    @property
    def stem(self) -> float:
        return min(line.em * stem(line.font) for line in self.lines)

    def transformed(self, by: Transform) -> Laid:
        return Laid(tuple(line.transformed(by) for line in self.lines), self.plate.transformed(by))

    def centred_in(self, room: Box, em: float) -> Laid:
        """At the size `em`, the middle of its ink in the middle of `room`."""
        (from_x, from_y), (to_x, to_y) = joined((self.plate, self.outline)).bounds().centre, room.centre
        into_place = Transform.move(-from_x, -from_y).then(Transform.scale(em)).then(Transform.move(to_x, to_y))
        return self.transformed(into_place)
