"""What is carried in both arms: a basket of flowers, a board. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, Pen, oval

_WICKER = "#b9803f"


def flower_basket(pen: Pen) -> None:
    """Of wicker, its handle over three blossoms."""
    handle = Path.parse("M392 800C392 560 632 560 632 800")
    pen.canvas.stroke(handle, INK, 22 + 2 * LINE)
    pen.canvas.stroke(handle, _WICKER, 22)
    for turn in (-60, 60):
        pen.part(leaf(MIDDLE_X, 790, 150, 60, turn), "#5f9d63")
    for x, y, ink in ((430, 740, "#f28da8"), (594, 740, "#f3bf4b"), (512, 706, "#e5534b")):
        for k in range(6):
            pen.canvas.fill(circle(*polar(x, y, 34, 60 * k), 26 + LINE), INK)
        for k in range(6):
            pen.canvas.fill(circle(*polar(x, y, 34, 60 * k), 26), ink)
        pen.canvas.fill(circle(x, y, 22), "#fdf3cf")
    pen.part(Path.parse("M370 790L654 790L616 930L408 930Z"), _WICKER)
    for y in (826, 872):
        pen.canvas.fill(rounded_rect(396, y, 232, 12, 6), mix(_WICKER, INK, 0.4))


def board(pen: Pen) -> None:
    """A surfboard on end beside the head, under one arm."""
    pen.part(oval(232, 560, 104, 470, -6), "#f6d45c")
    stripe = Path.parse("M190 110Q236 560 282 1010")
    pen.canvas.stroke(stripe, "#d9503f", 26)
    for y in (330, 760):
        pen.canvas.fill(rounded_rect(150, y, 170, 44, 10), "#3f8f8a")


def ladder(pen: Pen) -> None:
    """Across both shoulders, longer than its bearer is wide."""
    for y in (636, 742):
        rail = Path.lines([(-140, y + 60), (1160, y - 60)], closed=False)
        pen.canvas.stroke(rail, INK, 40 + 2 * LINE)
        pen.canvas.stroke(rail, "#d9a050", 40)
    for k in range(9):
        x = -80.0 + 148 * k
        low = 636 + 60 - (x + 140) * 120 / 1300
        pen.part(rounded_rect(x - 16, low, 32, 110, 10), "#c07f35")
