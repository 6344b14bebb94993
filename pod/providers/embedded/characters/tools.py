"""More that a character can hold: what gardeners, cooks, detectives and drummers have in their paws. Original art."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import RAISED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"


def watering_can(pen: Pen) -> None:
    """Its spout to the right, where what is watered stands."""
    over = Transform.scale(-1, 1).then(Transform.move(2 * MIDDLE_X, 0))
    handle = Path.parse("M566 700C650 640 700 760 606 830").transformed(over)
    pen.canvas.stroke(handle, INK, 26 + 2 * LINE)
    pen.canvas.stroke(handle, _TEAL, 26)
    pen.part(Path.parse("M448 800L330 690L300 712L410 850Z").transformed(over), _TEAL)
    pen.part(oval(308, 696, 40, 24, -42).transformed(over), mix(_TEAL, INK, 0.25))
    pen.part(Path.parse("M428 712L596 712L620 880L404 880Z"), _TEAL)
    pen.canvas.fill(rounded_rect(412, 806, 202, 26, 0), _GOLD)
    for x, y in ((762, 720), (800, 770), (756, 800), (830, 830), (776, 868)):
        pen.part(
            Path.parse("M0 -30C22 -4 24 20 0 24C-24 20 -22 -4 0 -30Z").transformed(Transform.move(x, y)), "#7cc4de"
        )


def magnifying_glass(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 10, y + 100), (x + 8, y - 70)], 19, 19), _WOOD)
    pen.part(circle(x + 20, y - 170, 122), _GOLD)
    pen.part(circle(x + 20, y - 170, 92), "#dff1f5")
    pen.canvas.stroke(Path.lines([(x - 26, y - 150), (x + 30, y - 228)], closed=False), "#ffffff", 18)


def drum(pen: Pen) -> None:
    pen.part(Path.parse("M366 740L658 740L640 884Q512 920 384 884Z"), _RED)
    for k in range(4):
        x = 372 + 70 * k
        pen.canvas.stroke(Path.lines([(x, 752), (x + 35, 880), (x + 70, 752)], closed=False), _CREAM, 8)
    pen.part(oval(MIDDLE_X, 738, 150, 40), _CREAM)
    for side in SIDES:
        pen.part(limb([(MIDDLE_X + side * 190, 660), (MIDDLE_X + side * 60, 728)], 12, 12), _WOOD)
        pen.part(circle(MIDDLE_X + side * 56, 728, 20), _WOOD)


def spatula(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 6, y + 90), (x + 16, y - 150)], 13, 13), INK)
    pen.part(Path.parse("M-62 0L62 0L76 -140Q0 -166 -76 -140Z").transformed(Transform.move(x + 20, y - 140)), _STEEL)
    for dx in (-30, 0, 30):
        pen.canvas.fill(rounded_rect(x + 14 + dx, y - 262, 12, 84, 6), mix(_STEEL, INK, 0.5))


def wrench(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 10, y + 110), (x + 6, y - 150)], 24, 24), _STEEL)
    jaw = "M-76 -40C-96 -120 -60 -176 -20 -190L-20 -110L20 -110L20 -190C60 -176 96 -120 76 -40C50 10 -50 10 -76 -40Z"
    pen.part(Path.parse(jaw).transformed(Transform.move(x + 6, y - 160)), _STEEL)


def axe(pen: Pen) -> None:
    x, y = RAISED
    pen.part(limb([(x - 10, y + 120), (x + 14, y - 250)], 16, 16), _WOOD)
    blade = "M-4 -70L70 -96C150 -60 150 60 70 96L-4 60Z"
    pen.part(Path.parse(blade).transformed(Transform.move(x + 14, y - 190)), _STEEL)
    pen.canvas.fill(
        Path.parse("M70 -96C150 -60 150 60 70 96C104 40 104 -40 70 -96Z").transformed(Transform.move(x + 14, y - 190)),
        "#eef2f6",
    )


def present(pen: Pen) -> None:
    pen.part(rounded_rect(398, 728, 228, 156, 10), _RED)
    pen.part(rounded_rect(382, 700, 260, 54, 10), mix(_RED, _CREAM, 0.15))
    pen.canvas.fill(rounded_rect(490, 700, 44, 184, 0), _GOLD)
    for side in SIDES:
        pen.part(oval(MIDDLE_X + side * 46, 676, 50, 28, side * 22), _GOLD)


def trash_bag(pen: Pen) -> None:
    for x, turn, ink in ((440, -24, _GOLD), (590, 20, "#cf5f43")):
        pen.part(oval(x, 638, 20, 70, turn), ink)
    pen.part(Path.parse("M350 930C300 800 400 700 470 690L554 690C624 700 724 800 674 930Q512 980 350 930Z"), "#4b4a58")
    pen.part(rounded_rect(456, 668, 112, 40, 18), "#d9503f")
    pen.canvas.stroke(Path.parse("M430 760Q400 830 420 900"), "#7d7b8c", 12)


def beer(pen: Pen) -> None:
    handle = Path.parse("M596 740C680 730 680 850 592 846")
    pen.canvas.stroke(handle, INK, 26 + 2 * LINE)
    pen.canvas.stroke(handle, "#f6e0b0", 26)
    pen.part(rounded_rect(428, 716, 172, 172, 18), _GOLD)
    for x in (462, 504, 546):
        pen.canvas.fill(rounded_rect(x, 752, 18, 110, 9), mix(_GOLD, _CREAM, 0.55))
    for x, y, r in ((444, 708, 36), (498, 690, 44), (556, 700, 40), (594, 716, 28)):
        pen.part(circle(x, y, r), "#fffaf0")
    pen.canvas.fill(rounded_rect(440, 700, 150, 34, 16), "#fffaf0")


def knitting(pen: Pen) -> None:
    pen.part(Path.parse("M424 720L604 720L620 890L408 890Z"), "#c9a0d8")
    for row in range(4):
        for k in range(5):
            x, y = 444 + 34 * k, 752 + 36 * row
            pen.canvas.stroke(Path.lines([(x - 13, y), (x, y + 17), (x + 13, y)], closed=False), "#fbf4e6", 7)
    for side in SIDES:
        pen.part(limb([(MIDDLE_X - side * 40, 724), (MIDDLE_X + side * 176, 628)], 10, 10), _WOOD)
        pen.part(circle(MIDDLE_X + side * 180, 626, 18), _RED)


def _card(ink: str) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        x, y = RAISED
        pen.part(rounded_rect(x - 76, y - 300, 168, 236, 18).transformed(Transform.rotate(10, RAISED)), ink)

    return draw


red_card, yellow_card = _card("#d9503f"), _card("#f3c63f")
"""What a referee shows."""


def star_rod(pen: Pen) -> None:
    """A fishing rod with a star on its line."""
    x, y = RAISED
    rod = curve((x - 20, y + 80), (x + 40, y - 140), (x + 110, y - 280), (x + 190, y - 330))
    pen.part(limb(rod, 13, 7), "#9a6b43")
    pen.canvas.stroke(Path.lines([(x + 190, y - 330), (x + 190, y - 40)], closed=False), INK, 7)
    pen.part(star(x + 190, y + 50, 104), "#f6c445")
