"""More places to be: in a tree, on a peak, on a mat, in a beam of light, and on or behind any picture of the sets."""

from __future__ import annotations

from pod.drawing.display import Drawing
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, at, cloudlet, limb, oval

_BARK, _LEAF, _STONE, _SNOW, _STEEL = "#b98655", "#6aa164", "#8b93a3", "#f7fafb", "#a9b3c2"


def tree_behind(pen: Pen) -> None:
    """Its trunk passes behind a face and before a belly: so it is hugged."""
    pen.part(limb([(MIDDLE_X, 620), (MIDDLE_X + 10, -60)], 96, 84), _BARK)
    for x, y, width in ((-230, -40, 420), (250, -30, 420), (0, -170, 560)):
        pen.part(cloudlet(MIDDLE_X + x, y, width, 260, 5), mix(_LEAF, INK, 0.12 if x else 0.0))


def tree_front(pen: Pen) -> None:
    pen.part(Path.parse("M424 640L600 640C606 900 630 1060 720 1120L304 1120C394 1060 418 900 424 640Z"), _BARK)
    for x, y in ((476, 720), (556, 800), (470, 900), (560, 980)):
        pen.canvas.stroke(Path.lines([(x, y), (x + 6, y + 56)], closed=False), mix(_BARK, INK, 0.4), 9)


def branch_above(pen: Pen) -> None:
    """Held with both paws beside the head, which hides its middle."""
    pen.part(limb([(-40, 560), (300, 530), (740, 548), (1070, 510)], 44, 30), _BARK)
    for x, y, turn in ((20, 520, -30), (110, 600, 200), (930, 470, 20), (1010, 560, 150)):
        pen.part(leaf(x, y, 150, 46, turn), _LEAF)


def lid_behind(pen: Pen) -> None:
    """Pushed aside by whoever looks out."""
    to = Transform.rotate(24, (880, 700))
    pen.part(oval(880, 700, 260, 60).transformed(to), _STEEL)
    pen.part(rounded_rect(840, 616, 80, 44, 20).transformed(to), mix(_STEEL, INK, 0.3))


def trash_can(pen: Pen) -> None:
    pen.part(Path.parse("M170 860L854 860L790 1180Q512 1216 234 1180Z"), _STEEL)
    for x in (-190, -64, 64, 190):
        pen.canvas.fill(rounded_rect(MIDDLE_X + x - 16, 910, 32, 236, 16), mix(_STEEL, INK, 0.28))
    pen.part(rounded_rect(130, 822, 764, 66, 33), mix(_STEEL, INK, 0.15))


def peak(pen: Pen) -> None:
    """A summit under somebody's feet."""
    pen.part(Path.parse("M512 850L640 960L720 1020L860 1080L1080 1260L-56 1260L150 1090L300 1040L400 950Z"), _STONE)
    snow = "M512 850L640 960L700 1006L640 1040L590 1000L530 1060L470 1010L400 1050L340 1020L400 950Z"
    pen.part(Path.parse(snow), _SNOW)
    pen.canvas.fill(Path.parse("M640 1060L860 1100L1040 1250L700 1250L760 1150Z"), mix(_STONE, INK, 0.3))


def mat(pen: Pen) -> None:
    pen.part(Path.parse("M60 930L964 930L1064 1050L-40 1050Z"), "#8468c0")
    pen.part(Path.parse("M-40 1050L1064 1050L1064 1076L-40 1076Z"), mix("#8468c0", INK, 0.35))


def beam_behind(pen: Pen) -> None:
    """The saucer above, its light all around."""
    pen.part(Path.parse("M350 -120L674 -120L980 1010Q512 1080 44 1010Z"), "#f8eaa6")
    pen.canvas.fill(Path.parse("M430 -120L594 -120L800 1000Q512 1044 224 1000Z"), "#fdf6d0")
    pen.part(Path.parse("M360 -230C370 -390 654 -390 664 -230Z"), "#bfe3ec")
    pen.part(oval(MIDDLE_X, -180, 430, 100), _STEEL)
    for x in (-290, -100, 100, 290):
        pen.part(circle(MIDDLE_X + x, -176 + abs(x) * -0.06, 34), "#e0564a" if abs(x) == 100 else "#f3bf4b")


def lily_pad(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1030, 640, 130), "#5aa9bf")
    pad = "M0 960C-330 960 -440 1010 -440 1040C-440 1090 -200 1116 0 1116C220 1116 440 1090 440 1040C440 1024 420 1008 380 996L60 1036L240 972C170 964 90 960 0 960Z"
    pen.part(Path.parse(pad).transformed(Transform.move(MIDDLE_X, 0)), "#5fa35a")
    for side in SIDES:
        pen.canvas.fill(oval(*at(side, 540, 1070), 50, 10), "#dff1f5")


def ladder_behind(pen: Pen) -> None:
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 250 - 26, -120, 52, 1330, 20), "#c98a4b")
    for row in range(9):
        pen.part(rounded_rect(MIDDLE_X - 250, -40 + 150 * row, 500, 40, 12), "#d99d5e")


SEAT_WIDTH, SEAT_TOP = 860.0, 900.0
MOUNT_WIDTH, MOUNT_TOP = 1060.0, 690.0
"""Units: how wide a picture is that somebody sits on or rides, and where its highest point is."""

_TALLEST = 620.0


def seat(pen: Pen, picture: Drawing) -> None:
    """Any picture, under somebody who sits on it."""
    _under(pen, picture, SEAT_WIDTH, SEAT_TOP)


def mount(pen: Pen, picture: Drawing) -> None:
    """Any picture, before the lower half of somebody who rides it."""
    _under(pen, picture, MOUNT_WIDTH, MOUNT_TOP)


def _under(pen: Pen, picture: Drawing, width: float, top: float) -> None:
    box = picture.ink_box()
    k = min(width / box.width, 1.35 * _TALLEST / box.height)
    (x, _) = box.centre
    to = Transform.move(-x, -box.top).then(Transform.scale(k)).then(Transform.move(MIDDLE_X, top))
    pen.canvas.place(picture, to)
