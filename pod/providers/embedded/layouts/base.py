"""What a layout is: a plan in, a fitted wordless drawing and its places for type out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pod.drawing import UNITS
from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Transform
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.providers.embedded.palettes import Palette, is_dark
from pod.providers.embedded.subjects import Subject

MARGIN = 0.055
"""Share of the frame that stays empty on every side."""

MIDDLE = UNITS / 2


@dataclass(frozen=True, slots=True)
class Plan:
    """`subjects` are the hero and its companions; `line_art` is the hero in the one-ink set, where there is one.

    `scene` is "", pines, mountains, ocean, desert, night or city. `worn` asks for the washed-out texture.
    """

    subjects: tuple[Subject, ...]
    palette: Palette
    cloth_rgb: str
    lettering: bool
    scene: str
    seed_text: str
    line_art: Subject | None = None
    worn: bool = False

    def rng(self, purpose: str) -> random.Random:
        """A random source of its own for each part, so that changing one part leaves the others as they were."""
        return random.Random(f"{self.seed_text}/{purpose}")  # noqa: S311 - a drawing, not a secret

    @property
    def on_dark(self) -> bool:
        return is_dark(self.cloth_rgb)


@dataclass(slots=True)
class Draft:
    """A layout at work: the canvas, and slots in design units before anything is fitted."""

    canvas: Canvas = field(default_factory=lambda: Canvas(UNITS, UNITS))
    slots: list[LetteringSlot] = field(default_factory=list)

    def block(self, name: str, box: Box, ink: str, *, font: str = "", lines: int = 2) -> None:
        self.slots.append(
            LetteringSlot(name, SlotKind.BLOCK, box, ink=ink, font=font, max_lines=lines, cap_height=box.height / lines)
        )

    def arc(
        self,
        name: str,
        cx: float,
        cy: float,
        radius: float,
        cap_height: float,
        ink: str,
        *,
        upright: bool,
        degrees: float,
        font: str = "",
    ) -> None:
        around = Box(
            cx - radius - cap_height, cy - radius - cap_height, 2 * (radius + cap_height), 2 * (radius + cap_height)
        )
        self.slots.append(
            LetteringSlot(name, SlotKind.ARC, around, cx, cy, radius, degrees, cap_height, upright, ink, font, 1)
        )


@dataclass(frozen=True, slots=True)
class Sketch:
    """A finished layout: ink centred in the frame within its margin, slots in frame units."""

    drawing: Drawing
    slots: tuple[LetteringSlot, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """`subjects` is how many motifs it takes; `build` draws a plan into a draft."""

    name: str
    build: Callable[[Plan, Draft], None]
    subjects: int = 1
    needs_subject: bool = True


def finish(draft: Draft) -> Sketch:
    """Scales and moves the ink into the margin box, and the slots with it."""
    drawing = draft.canvas.drawing()
    ink = drawing.ink_box()
    room = UNITS * (1 - 2 * MARGIN)
    factor = min(room / ink.width, room / ink.height)
    (x, y) = ink.centre
    to_frame = Transform.move(-x, -y).then(Transform.scale(factor)).then(Transform.move(MIDDLE, MIDDLE))
    return Sketch(drawing.transformed(to_frame), tuple(_in_frame(slot, to_frame) for slot in draft.slots))


def _in_frame(slot: LetteringSlot, by: Transform) -> LetteringSlot:
    left, top = by.apply(slot.box.left, slot.box.top)
    cx, cy = by.apply(slot.centre_x, slot.centre_y)
    k = by.factor / UNITS
    return replace(
        slot,
        box=Box(left / UNITS, top / UNITS, slot.box.width * k, slot.box.height * k),
        centre_x=cx / UNITS,
        centre_y=cy / UNITS,
        radius=slot.radius * k,
        cap_height=slot.cap_height * k,
    )
