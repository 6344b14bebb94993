"""What weddings and births are remembered by: rings through each other, little feet and hands. In a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.providers.embedded.characters.pen import SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw, moved
from pod.providers.embedded.objects.kit import band, fitted, mark, pale, shape

_GOLD, _GEM, _ROSE, _SKY, _RED = "#f3bf4b", "#bfe6f3", "#f2a3b3", "#8fc0e0", "#d9574f"
_LEFT, _RIGHT, _LEVEL, _RADIUS = 350.0, 674.0, 640.0, 290.0


def _wedding_rings(pen: Pen) -> None:
    """Two gold bands, the left one over the right above and under it below."""
    left, right = circle(_LEFT, _LEVEL, _RADIUS), circle(_RIGHT, _LEVEL, _RADIUS)
    band(pen, left, 84, _GOLD)
    band(pen, right, 84, "#e2a53a")
    with pen.canvas.group(circle(C, _LEVEL - 240, 150)):
        band(pen, left, 84, _GOLD)
    for x, ink in ((_LEFT, pale(_GOLD, 0.6)), (_RIGHT, pale(_GOLD, 0.45))):
        shine = Path.parse(f"M{x - 262} {_LEVEL + 90}Q{x - 210} {_LEVEL + 220} {x - 70} {_LEVEL + 278}")
        pen.canvas.stroke(shine, ink, 22)
    x, y = _LEFT - 70, _LEVEL - 330
    shape(pen, f"M{x - 150} {y - 60}L{x - 80} {y - 160}L{x + 80} {y - 160}L{x + 150} {y - 60}L{x} {y + 120}Z", _GEM)
    mark(pen, f"M{x - 60} {y - 60}L{x} {y - 150}L{x + 60} {y - 60}L{x} {y + 96}Z", pale(_GEM, 0.6))


_SOLE = "M10 -190C130 -190 150 -60 112 50C92 116 112 160 84 226C50 300 -60 296 -84 220C-106 140 -66 96 -96 16C-128 -76 -110 -190 10 -190Z"
_TOES = ((-92, -262, 62), (8, -300, 46), (84, -282, 40), (140, -240, 35), (178, -186, 30))


def _footprints(pen: Pen) -> None:
    """A left and a right one, toes up."""
    for side, ink in zip(SIDES, (_ROSE, _SKY), strict=True):
        x, lean = C + side * 240, 12 * side
        mirrored = Transform.scale(side, 1).then(Transform.rotate(lean)).then(Transform.move(x, 560))
        pen.part(Path.parse(_SOLE).transformed(mirrored), ink)
        for dx, dy, r in _TOES:
            pen.part(circle(dx, dy, r).transformed(mirrored), ink)


_FINGERS = (
    ((-150, -40), (-250, -260)),
    ((-60, -120), (-110, -420)),
    ((40, -130), (40, -460)),
    ((130, -90), (190, -400)),
)


def _handprint(pen: Pen) -> None:
    """An open palm, its fingers spread."""
    whole = moved("M-190 -60C-180 -190 180 -190 190 -60C210 120 150 290 0 300C-150 290 -210 120 -190 -60Z", C, 620, 1)
    area: BaseGeometry = whole.geometry().buffer(0)
    for foot, tip in (*_FINGERS, ((150, 90), (360, -60))):
        area = area.union(limb([(C + foot[0], 620 + foot[1]), (C + tip[0], 620 + tip[1])], 74, 64).geometry().buffer(0))
    pen.part(Path.from_geometry(area), _RED)
    pen.canvas.fill(oval(C, 690, 90, 110), pale(_RED, 0.25))


MEMENTOES: Mapping[str, Draw] = {
    "wedding rings": fitted(_wedding_rings),
    "baby footprints": fitted(_footprints),
    "handprint": fitted(_handprint),
}
