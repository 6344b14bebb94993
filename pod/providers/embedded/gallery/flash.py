"""Of a tattooist's wall: daggers, hearts and snakes, and the cat that beckons luck. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.shapes import circle, heart
from pod.providers.embedded.characters.pen import SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import GOLD, RED, ROSE, STEEL, C, Draw
from pod.providers.embedded.objects.kit import box, deep, disc, fitted, glint, line, mark, pale, shape, tube

_BLADE = "M452 330L572 330L560 860L512 1020L464 860Z"


def _hilt(pen: Pen) -> None:
    box(pen, C - 44, 70, 88, 210, "#7a3b2e", 24)
    for y in (120, 170, 220):
        line(pen, f"M{C - 34} {y}L{C + 34} {y + 16}", 12, GOLD)
    disc(pen, C, 50, 56, GOLD)
    shape(pen, "M300 270Q512 330 724 270Q760 310 724 350Q512 390 300 350Q264 310 300 270Z", GOLD)
    disc(pen, C, 318, 30, RED)


def _blade(pen: Pen) -> None:
    shape(pen, _BLADE, STEEL)
    mark(pen, "M512 336L566 336L554 856L512 1000Z", deep(STEEL, 0.2))


def _dagger_through_a_heart(pen: Pen) -> None:
    """In from above, out below, two drops."""
    _blade(pen)
    pen.part(heart(C, 590, 620), RED)
    glint(pen, 330, 470, 40, 74, 36, pale(RED, 0.5))
    shape(pen, "M430 420Q512 470 594 420L580 380L444 380Z", deep(RED, 0.45))
    shape(pen, "M452 330L572 330L570 430Q512 460 454 430Z", STEEL)
    mark(pen, "M512 336L566 336L565 430Q540 444 512 446Z", deep(STEEL, 0.2))
    _hilt(pen)
    for x, y in ((420, 900), (610, 960)):
        shape(pen, f"M{x} {y - 70}Q{x + 50} {y} {x} {y + 30}Q{x - 50} {y} {x} {y - 70}Z", RED)


def _lucky_cat(pen: Pen) -> None:
    """One paw up, a bell at its neck, a gold coin before its belly."""
    fur = "#fdf8ee"
    shape(pen, "M250 640C230 800 250 980 330 1000L694 1000C774 980 794 800 774 640Z", fur)
    tube(pen, "M760 760C900 720 900 520 850 380", 120, fur)
    pen.part(circle(846, 330, 84), fur)
    for dx in (-26, 0, 26):
        line(pen, f"M{846 + dx} 270L{846 + dx} 312", 11)
    for side in SIDES:
        shape(pen, f"M{C + side * 280} 330L{C + side * 270} 60L{C + side * 90} 170Z", fur)
        mark(pen, f"M{C + side * 250} 250L{C + side * 246} 130L{C + side * 160} 186Z", ROSE)
    pen.part(oval(C, 390, 310, 260), fur)
    for side in SIDES:
        line(pen, f"M{C + side * 190} 380Q{C + side * 130} 310 {C + side * 70} 380", 18)
        for y in (440, 480):
            line(pen, f"M{C + side * 200} {y}L{C + side * 300} {y - 14}", 10)
    mark(pen, f"M{C - 30} 440L{C + 30} 440L{C} 476Z", ROSE)
    line(pen, f"M{C - 60} 500Q{C - 30} 536 {C} 490Q{C + 30} 536 {C + 60} 500", 14)
    tube(pen, f"M300 620Q{C} 700 724 620", 50, RED)
    disc(pen, C, 690, 54, GOLD)
    pen.part(oval(C, 850, 150, 130), GOLD)
    pen.canvas.stroke(oval(C, 850, 116, 98), deep(GOLD, 0.3), 12)
    box(pen, C - 30, 800, 60, 100, deep(GOLD, 0.2), 10)
    pen.part(oval(330, 960, 90, 50), fur)
    pen.part(oval(694, 960, 90, 50), fur)


FLASH: Mapping[str, Draw] = {
    "dagger through a heart": fitted(_dagger_through_a_heart),
    "lucky cat": fitted(_lucky_cat),
}
"""By the name that the keyword table gives them."""
