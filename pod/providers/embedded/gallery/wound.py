"""A dragon wound three times around what is tall: a tower, a lighthouse, a tree. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, WHITE, Draw
from pod.providers.embedded.objects.kit import fitted

_SKIN, _BELLY = "#4f9a5c", "#d9e2a0"
_BACK: Sequence[Sequence[Point]] = (
    curve((690, 820), (800, 800), (780, 700), (690, 690)),
    curve((334, 640), (220, 620), (220, 520), (330, 500)),
)


def _coil(pen: Pen, skin: str, start: Point, end: Point, sag: float, thick: float) -> None:
    """One turn in front of the tower, a lighter belly along its lower edge."""
    (ax, ay), (bx, by) = start, end
    spine = curve(start, (ax + (bx - ax) * 0.25, ay + sag), (ax + (bx - ax) * 0.75, by + sag), end)
    for k in range(2, len(spine) - 2, 3):
        x, y = spine[k]
        pen.part(Path.parse(f"M{x - 30} {y - thick + 8}L{x} {y - thick - 44}L{x + 30} {y - thick + 8}Z"), _dark(skin))
    pen.part(limb(spine, thick, thick), skin)
    low = [(x, y + thick * 0.5) for x, y in spine]
    pen.canvas.fill(limb(low, thick * 0.3, thick * 0.3), _BELLY)


def _dark(skin: str) -> str:
    return mix(skin, INK, 0.32)


def wound_behind(pen: Pen, skin: str = _SKIN) -> None:
    """Its wings, and the turns on the far side."""
    for side, x in ((-1.0, 250.0), (1.0, 774.0)):
        wing = (
            f"M{x} 470C{x + side * 60} 300 {x + side * 190} 200 {x + side * 300} 190C{x + side * 290} 260 {x + side * 300} 300 {x + side * 330} 340"
            f"C{x + side * 260} 340 {x + side * 230} 380 {x + side * 240} 430C{x + side * 170} 410 {x + side * 120} 440 {x + side * 100} 500Z"
        )
        pen.part(Path.parse(wing), mix(skin, INK, 0.22))


def wound_before(pen: Pen, skin: str = _SKIN) -> None:
    """The turns on the near side, tail and head."""
    for spine in _BACK:
        pen.part(limb(spine, 62, 62), mix(skin, INK, 0.16))
    _coil(pen, skin, (310, 930), (716, 800), 90, 66)
    _coil(pen, skin, (316, 660), (716, 700), 84, 66)
    _coil(pen, skin, (320, 520), (706, 420), 90, 60)
    pen.part(limb(curve((330, 930), (210, 950), (150, 900), (110, 980)), 52, 12), skin)
    pen.part(Path.parse("M124 940L40 1000L130 1010Z"), _dark(skin))
    pen.part(limb(curve((690, 430), (820, 380), (800, 240), (700, 200)), 58, 66), skin)
    _head(pen, skin)


def _head(pen: Pen, skin: str) -> None:
    for x in (640, 742):
        pen.part(Path.parse(f"M{x - 24} 90L{x + 10} -30L{x + 34} 90Z"), CREAM)
    pen.part(blob(660, 160, 160, 112, 2.4), skin)
    pen.part(blob(560, 196, 116, 76, 2.5), mix(skin, _BELLY, 0.4))
    for dx in (-52, -12):
        pen.canvas.fill(oval(530 + dx, 168, 10, 14), INK)
    pen.canvas.fill(circle(690, 134, 28), INK)
    pen.canvas.fill(circle(681, 124, 10), WHITE)
    pen.canvas.stroke(Path.parse("M470 214Q540 262 640 232"), INK, 13)
    for x in (500, 560):
        pen.canvas.fill(Path.parse(f"M{x} 226L{x + 16} 262L{x + 32} 232Z"), WHITE)


def wound(building: Callable[[Pen], None]) -> Draw:
    """Around that, which stands in its middle."""

    def draw(pen: Pen) -> None:
        wound_behind(pen)
        building(pen)
        wound_before(pen)

    return fitted(draw)
