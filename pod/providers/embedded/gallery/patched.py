"""Hearts of patches and of paint, a journal, shells on strings, what is left of an apple. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.shapes import circle, heart, polar, rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    RED,
    ROSE,
    TEAL,
    VIOLET,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
)
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, tube

_CLOTHS = (RED, CREAM, TEAL, GOLD, ROSE, BLUE, "#f3e3c8", GREEN, VIOLET)


def _patchwork_heart(pen: Pen) -> None:
    """Nine cloths, with dots, stripes and stitches."""
    whole = heart(C, 540, 960)
    pen.part(whole, CREAM)
    with pen.canvas.group(whole):
        for k, ink in enumerate(_CLOTHS):
            x, y = 20 + 330 * (k % 3), 60 + 320 * (k // 3)
            pen.canvas.fill(rect(x, y, 330, 320), ink)
            for j in range(9) if k % 3 == 0 else ():
                dot(pen, x + 60 + 105 * (j % 3), y + 60 + 100 * (j // 3), 20, pale(ink, 0.6))
            for j in range(5) if k % 3 == 1 else ():
                pen.canvas.fill(rect(x + 20 + 66 * j, y, 22, 320), deep(ink, 0.16))
        for at in (350, 680):
            for j in range(16):
                line(pen, f"M{at - 20} {70 + 62 * j}L{at + 20} {70 + 62 * j}", 10)
                line(pen, f"M{40 + 62 * j} {at + 10}L{40 + 62 * j} {at + 50}", 10)
    pen.canvas.stroke(whole, INK, 18)


def _splattered_heart(pen: Pen) -> None:
    """Thrown paint in five colours, some of it beside the heart."""
    for k, (x, y, r) in enumerate(
        ((90, 160, 40), (950, 240, 50), (60, 640, 30), (930, 760, 36), (820, 930, 26), (200, 900, 32))
    ):
        pen.part(circle(x, y, r), _CLOTHS[(0, 2, 3, 5, 8, 4)[k]])
    whole = heart(C, 540, 860)
    pen.part(whole, WHITE)
    with pen.canvas.group(whole):
        for k, (x, y, r, ink) in enumerate(
            (
                (300, 330, 190, RED),
                (700, 300, 200, BLUE),
                (520, 560, 190, GOLD),
                (360, 640, 150, TEAL),
                (680, 640, 160, VIOLET),
                (512, 860, 140, ROSE),
            )
        ):
            pen.canvas.fill(circle(x, y, r), ink)
            for j in range(7):
                spot = polar(x, y, r * 1.14, 51 * j + 20 * k)
                pen.canvas.fill(circle(*spot, r * (0.22 if j % 2 else 0.13)), ink)
    pen.canvas.stroke(whole, INK, 18)


def _journal(pen: Pen) -> None:
    """Of leather, tied with a strap; a feather in it."""
    shape(pen, "M700 420C700 240 800 60 960 0C990 180 940 360 800 480Z", CREAM)
    line(pen, "M740 470Q820 240 940 50", 13)
    box(pen, 210, 170, 640, 800, "#f6ecd2", 20)
    box(pen, 160, 150, 640, 830, "#8a5230", 40)
    box(pen, 160, 150, 110, 830, deep("#8a5230", 0.25), 40)
    for y in (210, 920):
        line(pen, f"M300 {y}L760 {y}", 11, "#d9a568")
    box(pen, 140, 530, 680, 70, deep("#8a5230", 0.35), 20)
    disc(pen, 560, 565, 66, GOLD)
    for turn in range(0, 360, 72):
        dot(pen, *polar(560, 565, 34, turn), 11, deep(GOLD, 0.4))


def _shell_chime(pen: Pen) -> None:
    """Driftwood with shells on strings."""
    tube(pen, "M300 150Q512 -40 724 150", 14, "#c9a878")
    for k, (x, low) in enumerate(((170.0, 700), (340.0, 860), (C, 940), (684.0, 860), (854.0, 700))):
        line(pen, f"M{x} 190L{x} {low}", 12)
        for j, y in enumerate(range(340, low + 1, 180)):
            ink = ("#f6d9c6", "#f2b3c4", "#e9e3f0", "#bfe0de")[(j + k) % 4]
            shape(
                pen,
                f"M{x} {y - 70}C{x + 90} {y - 60} {x + 90} {y + 40} {x + 30} {y + 70}L{x - 30} {y + 70}C{x - 90} {y + 40} {x - 90} {y - 60} {x} {y - 70}Z",
                ink,
            )
            for dx in (-34, 0, 34):
                line(pen, f"M{x + dx * 0.5} {y + 60}L{x + dx} {y - 44}", 9, deep(ink, 0.25))
    bar(pen, (70, 190), (954, 170), 38, WOOD)
    line(pen, "M140 190Q400 170 700 186", 11, deep(WOOD, 0.3))


def _apple_core(pen: Pen) -> None:
    """With a worm that looks out of it."""
    tube(pen, f"M{C} 190Q500 110 560 40", 30, WOOD)
    leaves(pen, ((540, 110, 200, 70),), GREEN, 0.44)
    shape(
        pen,
        "M512 210C600 130 800 150 840 300C720 360 640 440 640 560C640 690 730 790 830 830C790 960 620 1000 512 950C404 1000 234 960 194 830C294 790 384 690 384 560C384 440 304 360 184 300C224 150 424 130 512 210Z",
        RED,
    )
    shape(
        pen,
        "M760 330C660 400 620 470 620 560C620 680 690 760 770 810Q640 880 512 850Q384 880 254 810C334 760 404 680 404 560C404 470 364 400 264 330Q400 300 512 330Q624 300 760 330Z",
        "#fbf0d0",
    )
    for side in SIDES:
        mark(
            pen,
            f"M{C + side * 30} 520Q{C + side * 70} 560 {C + side * 34} 620Q{C + side * 6} 580 {C + side * 30} 520Z",
            "#6a3f2a",
        )
    tube(pen, "M620 640C760 640 780 560 740 470", 66, "#8fc45f")
    disc(pen, 740, 450, 58, "#8fc45f")
    for dx in (-20, 20):
        dot(pen, 740 + dx, 440, 11)


def _watermelon_popsicle(pen: Pen) -> None:
    box(pen, C - 46, 780, 92, 230, "#e9c48a", 40)
    shape(
        pen,
        "M230 800L230 300C230 100 360 20 512 20C664 20 794 100 794 300L794 800Q794 840 754 840L270 840Q230 840 230 800Z",
        "#ef5f6a",
    )
    mark(pen, "M239 640L785 640L785 720L239 720Z", WHITE)
    mark(pen, "M239 716L785 716L785 800Q785 831 754 831L270 831Q239 831 239 800Z", "#5fa54a")
    for x, y in ((400, 230), (620, 200), (340, 400), (512, 360), (680, 410), (420, 540), (610, 560)):
        pen.canvas.fill(oval(x, y, 19, 34), "#3a2f38")
    tube(pen, "M310 500L310 300Q320 180 400 130", 20, "#f9a9ae")


PATCHED: Mapping[str, Draw] = {
    "patchwork heart": fitted(_patchwork_heart),
    "paint splatter heart": fitted(_splattered_heart),
    "leather journal": fitted(_journal),
    "shell wind chime": fitted(_shell_chime),
    "apple core": fitted(_apple_core),
    "watermelon popsicle": fitted(_watermelon_popsicle),
}
"""By the name that the keyword table gives them."""
