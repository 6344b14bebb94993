"""Riders whose horse leaps or gallops: over a fence, round a barrel. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.horses import COATS, HORSES
from pod.providers.embedded.gallery.kit import CREAM, DARK, GREEN, RED, WOOD, Draw
from pod.providers.embedded.objects.kit import fitted

_SKIN, _BOOT, _HAIR = "#e8b48c", "#3a2a26", "#6b4226"
_RISES = Transform.rotate(-16, (512, 560))


@dataclass(frozen=True, slots=True)
class _Rider:
    """Inks of coat, breeches and what is on the head; `hat` is "helmet" or "cowboy"."""

    coat: str
    breeches: str
    hat: str
    hat_ink: str


def _helmet(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M508 214C500 110 660 104 672 196L700 204Q704 222 676 222Q590 196 508 214Z"), ink)


def _cowboy(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M520 178C520 92 556 96 590 116C626 92 668 96 664 176Z"), ink)
    pen.part(Path.parse("M448 160Q500 206 590 190Q690 178 740 140Q736 212 600 222Q480 232 448 160Z"), ink)


_HATS: Mapping[str, Callable[[Pen, str], None]] = {"helmet": _helmet, "cowboy": _cowboy}


def _rider(pen: Pen, rider: _Rider) -> None:
    """Leaning forward in the stirrups, looking to the right, the reins in hand."""
    pen.canvas.stroke(Path.parse("M690 350Q800 380 905 392"), INK, 12)
    saddle = Path.parse("M330 470Q420 410 540 452L560 590Q450 620 350 580Z")
    pen.part(saddle, mix(WOOD, INK, 0.3))
    pen.part(limb(curve((538, 250), (470, 240), (430, 300), (400, 360)), 26, 10), _HAIR)
    pen.part(limb([(410, 440), (560, 520)], 62, 50), rider.breeches)
    pen.part(limb([(560, 520), (470, 660)], 46, 36), _BOOT)
    pen.part(blob(466, 690, 74, 34, 2.4), _BOOT)
    pen.part(limb([(420, 440), (520, 318)], 78, 66), rider.coat)
    head = circle(592, 232, 84)
    pen.part(head, _SKIN)
    pen.canvas.fill(circle(626, 230, 13), INK)
    pen.canvas.fill(oval(634, 266, 20, 13), "#f0948c")
    pen.canvas.stroke(Path.parse("M648 278Q636 294 620 288"), INK, 9)
    pen.canvas.fill(Path.parse("M512 214Q500 290 540 308Q520 250 560 206Z"), _HAIR)
    _HATS[rider.hat](pen, rider.hat_ink)
    pen.part(limb([(516, 330), (600, 420), (690, 350)], 36, 28), mix(rider.coat, INK, 0.12))
    pen.part(circle(696, 346, 32), CREAM)


def _fence(pen: Pen) -> None:
    for y, ink in ((820, RED), (900, CREAM), (980, RED)):
        pen.part(rounded_rect(420, y, 600, 44, 18), ink)
        for x in (540, 720, 900):
            pen.canvas.fill(rounded_rect(x, y + 4, 70, 36, 4), CREAM if ink == RED else RED)
    for x in (390, 990):
        pen.part(rounded_rect(x, 740, 56, 330, 16), CREAM)
        for dx, dy in ((-30, 0), (30, -20), (0, -46), (60, 10)):
            pen.part(circle(x + 28 + dx, 1040 + dy, 34), GREEN)


def _barrel(pen: Pen) -> None:
    pen.part(Path.parse("M700 760Q860 730 1020 760Q1050 920 1020 1070Q860 1100 700 1070Q670 920 700 760Z"), "#3f6fa8")
    for y in (840, 990):
        pen.canvas.stroke(Path.parse(f"M684 {y}Q860 {y + 30} 1036 {y}"), CREAM, 26)
    pen.part(oval(860, 760, 160, 30), mix("#3f6fa8", CREAM, 0.3))


def _mounted(horse: str, rider: _Rider, before: Callable[[Pen], None] | None = None, *, behind: bool = True) -> Draw:
    """The rider on a leaping horse; `before` is drawn behind both, or else in front."""

    def draw(pen: Pen) -> None:
        if before and behind:
            before(pen)
        canvas = Canvas(BOX, BOX)
        HORSES[horse](Pen(canvas, pen.species))
        pen.canvas.place(canvas.drawing(), Transform.move(0, 0))
        level = Canvas(BOX, BOX)
        _rider(Pen(level, pen.species), rider)
        pen.canvas.place(level.drawing(), _RISES)
        if before and not behind:
            before(pen)

    return fitted(draw)


def _over_the_fence(horse: str) -> Draw:
    """Without a rider, high above it."""

    def draw(pen: Pen) -> None:
        _fence(pen)
        canvas = Canvas(BOX, BOX)
        HORSES[horse](Pen(canvas, pen.species))
        pen.canvas.place(canvas.drawing(), Transform.move(0, -40))

    return fitted(draw)


RIDERS: Mapping[str, Draw] = {
    **{f"fence jumping {coat}": _over_the_fence(f"leaping {coat}") for coat in COATS},
    "show jumper": _mounted("leaping brown horse", _Rider(DARK, CREAM, "helmet", "#2f2c38"), _fence),
    "barrel racer": _mounted(
        "leaping chestnut horse", _Rider("#c8405a", "#3f5f8f", "cowboy", WOOD), _barrel, behind=False
    ),
}
"""By the name that the keyword table gives them."""
