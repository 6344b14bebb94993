"""Bodies on four short legs, drawn from the side behind a head that looks at us: a dachshund, a basset."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import MIDDLE_X, Pen, blob, curve, limb, oval

_REAR = -60.0
_LEGS = (_REAR + 70, _REAR + 190, MIDDLE_X - 30, MIDDLE_X + 110)


def _long(pen: Pen) -> None:
    """As long as three heads, its tail up."""
    s = pen.species
    coat = s.torso or s.base
    paws = s.feet or mix(s.base, s.dark, 0.2)
    pen.part(limb(curve((_REAR + 30, 740), (_REAR - 80, 720), (_REAR - 120, 620), (_REAR - 90, 540)), 30, 14), coat)
    for k, x in enumerate(_LEGS):
        behind = k % 2 == 1
        pen.part(limb([(x, 840), (x, 960)], 50, 44), mix(coat, s.dark, 0.35) if behind else coat)
        pen.part(blob(x + 18, 976, 66, 34, 2.6), paws)
    body = Path.parse(
        f"M{_REAR + 90} 660C{_REAR + 260} 640 {MIDDLE_X - 220} 680 {MIDDLE_X - 80} 560L{MIDDLE_X + 120} 560C{MIDDLE_X + 230} 680 {MIDDLE_X + 210} 880 {MIDDLE_X + 90} 900L{_REAR + 110} 900C{_REAR - 30} 900 {_REAR - 30} 680 {_REAR + 90} 660Z"
    )
    pen.part(body, coat)
    with pen.canvas.group(body):
        pen.canvas.fill(oval(MIDDLE_X + 60, 720, 110, 150), s.light)
        pen.canvas.fill(blob(MIDDLE_X - 160, 920, 420, 56, 2.6), mix(coat, s.light, 0.45))
        if "patches" in s.coat:
            pen.canvas.fill(oval(_REAR + 130, 690, 130, 80, 10), s.dark)
            pen.canvas.fill(oval(MIDDLE_X - 150, 690, 110, 80, -10), s.dark)


BODIES: Mapping[str, Callable[[Pen], None]] = {"long": _long}
