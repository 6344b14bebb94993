"""An animal asleep, curled up: its head on its paws, its tail around it. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import arm_paint
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, INK, MIDDLE_X, Pen, blob, curve, limb, oval
from pod.providers.embedded.characters.perches import bed_of_leaves
from pod.providers.embedded.characters.species import Species

_HEAD = Transform.move(-MIDDLE_X, -HEAD_Y).then(Transform.scale(0.86)).then(Transform.move(300, 790))
_BREATH = Transform.move(-200, 400)


SLEPT_ON: Mapping[str, Callable[[Pen], None]] = {"leaf pile": bed_of_leaves}
"""By place: what is under somebody curled up where others are in it up to the neck."""


def curls_up(species: Species) -> bool:
    """Whoever walks on four paws; birds and people lie in a bed."""
    return species.body == "plush" and species.arms == "paw"


def curled(pen: Pen, head: Callable[[Pen], None], snores: Callable[[Pen], None]) -> None:
    """On the ground of a sitter; `head` draws the head as it is upright."""
    s = pen.species
    coat = s.torso or s.base
    pen.part(blob(600, 850, 400, 138, 2.3), coat)
    pen.canvas.stroke(Path.parse("M700 960C640 860 720 780 850 800"), mix(coat, INK, 0.55), 12)
    if s.tail:
        pen.part(limb(curve((960, 880), (1000, 990), (700, 1000), (520, 968), 16), 42, 30), coat)
    canvas = Canvas(BOX, BOX)
    head(Pen(canvas, s))
    pen.canvas.place(canvas.drawing(), _HEAD)
    for x, y in ((210, 962), (372, 970)):
        pen.part(oval(x, y, 82, 38), arm_paint(pen))
    breath = Canvas(BOX, BOX)
    snores(Pen(breath, s))
    pen.canvas.place(breath.drawing(), _BREATH)
