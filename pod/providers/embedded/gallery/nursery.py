"""Of toy boxes, bathrooms, jewel cases and desks. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import (
    BLUE,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    LEAF,
    RED,
    SKY,
    STEEL,
    TEAL,
    VIOLET,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
)
from pod.providers.embedded.objects.kit import (
    band,
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    tube,
    turned,
)


def _pearl_earrings(pen: Pen) -> None:
    for x in (280, 744):
        tube(pen, f"M{x - 60} 200C{x - 60} 60 {x + 90} 60 {x + 70} 200L{x} 300", 20, GOLD)
        disc(pen, x, 330, 50, GOLD)
        line(pen, f"M{x} 380L{x} 450", 22, GOLD)
        disc(pen, x, 640, 190, "#f6efe6")
        glint(pen, x - 70, 570, 40, 60, 30, WHITE)
        pen.canvas.fill(oval(x + 50, 740, 80, 40, -24), "#e3d6cc")


def _hoop_earrings(pen: Pen) -> None:
    for x in (290, 734):
        band(pen, circle(x, 600, 260), 60, GOLD)
        tube(pen, f"M{x - 30} 330C{x - 40} 200 {x + 60} 180 {x + 60} 280", 18, GOLD)
        glint(pen, x - 214, 500, 14, 70, 24, "#fdf3c4")


def _locket(pen: Pen) -> None:
    """Open, on its chain: a portrait on one side, a lock of roses on the other."""
    for side in SIDES:
        for k in range(9):
            dot_x, dot_y = C + side * (60 + 46 * k), 330 - 40 * k
            disc(pen, dot_x, dot_y, 20, STEEL)
    disc(pen, C, 350, 46, STEEL)
    for side in SIDES:
        pen.part(turned(heart(C + side * 230, 680, 470), side * 10, C, 680), STEEL)
        pen.canvas.fill(turned(heart(C + side * 230, 680, 360), side * 10, C, 680), CREAM)
    box(pen, C - 24, 560, 48, 200, deep(STEEL, 0.2), 20)
    disc(pen, 290, 640, 62, "#e0ac86")
    mark(pen, "M224 640C220 560 360 560 356 640Q290 590 224 640Z", "#6a4026")
    mark(pen, "M210 790Q220 710 290 706Q360 710 370 790L290 850Z", TEAL)
    TIED["rose"](pen, 740, 680, 96, 0)


def _bath_bomb(pen: Pen) -> None:
    """Two balls, fizzing."""
    for x, y, r, ink in ((380, 520, 300, "#f2a3bd"), (760, 720, 210, "#a9c8ee")):
        pen.part(circle(x, y, r), ink)
        line(pen, f"M{x - r} {y}Q{x} {y + 0.34 * r} {x + r} {y}", 16, deep(ink, 0.2))
        for dx, dy in ((-0.5, -0.3), (0.1, -0.56), (0.44, -0.2), (-0.2, 0.5), (0.4, 0.54), (-0.6, 0.3)):
            dot(pen, x + dx * r, y + dy * r, 0.06 * r, pale(ink, 0.6))
    FLOWERS["forget-me-not"](pen, 330, 420, 90, 0)
    for x, y, r in (
        (140, 880, 60),
        (260, 930, 80),
        (430, 900, 70),
        (560, 950, 60),
        (900, 400, 44),
        (830, 300, 30),
        (690, 360, 36),
    ):
        disc(pen, x, y, r, "#eef8fb")


def _shaving_set(pen: Pen) -> None:
    """A badger brush on a bowl of foam, a safety razor beside it."""
    shape(pen, "M120 620L640 620C630 860 540 960 380 960C220 960 130 860 120 620Z", WOOD)
    for x, y, r in ((200, 580, 90), (320, 540, 110), (450, 550, 100), (560, 590, 80)):
        pen.part(circle(x, y, r), WHITE)
    shape(pen, "M300 480C240 330 260 220 380 200C500 220 520 330 460 480Z", "#d9c3a0")
    for dx in (-50, 0, 50):
        line(pen, f"M{380 + 0.5 * dx} 470L{380 + 1.2 * dx} 250", 11, deep("#d9c3a0", 0.3))
    shape(pen, "M310 210L300 110Q380 60 460 110L450 210Q380 240 310 210Z", DARK)
    bar(pen, (820, 380), (820, 940), 34, STEEL)
    for y in (600, 680, 760, 840):
        line(pen, f"M790 {y}L850 {y + 20}", 11, deep(STEEL, 0.4))
    box(pen, 660, 270, 320, 110, STEEL, 36)
    line(pen, "M680 360L960 360", 16, DARK)


def _folded_towels(pen: Pen) -> None:
    """Three, with a flower on top."""
    for k, ink in enumerate(("#8fc4c0", "#f3e3c8", "#f2b3c4")):
        y = 760 - 190 * k
        shape(
            pen,
            f"M150 {y}L860 {y}Q960 {y} 960 {y + 90}Q960 {y + 180} 860 {y + 180}L150 {y + 180}Q64 {y + 170} 64 {y + 90}Q64 {y} 150 {y}Z",
            ink,
        )
        line(pen, f"M860 {y + 90}L150 {y + 90}", 12, deep(ink, 0.25))
        line(pen, f"M860 {y + 46}Q910 {y + 90} 860 {y + 134}", 12, deep(ink, 0.25))
    FLOWERS["magnolia"](pen, C, 330, 190, 0)
    leaves(pen, ((380, 390, 190, -70), (644, 390, 190, 70)), LEAF, 0.34)


def _origami_crane(pen: Pen) -> None:
    """Folded from one sheet: flat facets, no curve in it."""
    ink = "#ee8fa3"
    for points, shade in (
        ("M500 620L250 90L620 430Z", pale(ink, 0.3)),
        ("M500 620L620 430L720 560Z", deep(ink, 0.15)),
        ("M560 600L860 60L760 560Z", ink),
        ("M330 640L20 360L400 560Z", deep(ink, 0.1)),
        ("M330 640L400 560L560 600L700 760L420 900Z", pale(ink, 0.45)),
        ("M420 900L700 760L560 600Z", ink),
        ("M640 700L760 560L1000 420L720 760Z", pale(ink, 0.2)),
        ("M1000 420L900 430L890 490Z", deep(ink, 0.25)),
    ):
        shape(pen, points, shade)


def _paper_boat(pen: Pen) -> None:
    shape(pen, "M512 120L780 620L244 620Z", WHITE)
    mark(pen, "M512 126L772 612L512 612Z", deep(WHITE, 0.12))
    shape(pen, "M40 520L300 620L724 620L984 520L800 860L224 860Z", WHITE)
    mark(pen, "M512 626L724 626L970 530L796 852L512 852Z", deep(WHITE, 0.1))
    for x in range(3):
        at = 20 + 330 * x
        tube(pen, f"M{at} 900Q{at + 82} 820 {at + 164} 900Q{at + 246} 980 {at + 320} 900", 34, SKY if x % 2 else BLUE)


def _alphabet_blocks(pen: Pen) -> None:
    """A, B and C."""
    letters = {
        "A": "M-70 100L0 -110L70 100M-42 30L42 30",
        "B": "M-56 100L-56 -100L10 -100Q64 -100 64 -52Q64 -4 0 -4L-56 -4M0 -4Q76 -4 76 50Q76 100 10 100L-56 100",
        "C": "M70 -62Q40 -106 0 -106Q-76 -100 -76 0Q-76 100 0 106Q44 104 70 62",
    }
    for letter, x, y, ink in (("A", 290, 760, RED), ("B", 734, 760, BLUE), ("C", C, 330, GREEN)):
        box(pen, x - 210, y - 210, 420, 420, "#e9c48a", 40)
        box(pen, x - 150, y - 150, 300, 300, CREAM, 26)
        strokes = Path.parse(letters[letter])
        pen.canvas.stroke(strokes.transformed(Transform.move(x, y)), ink, 46)


def _tin_robot(pen: Pen) -> None:
    """A toy of tin, with a key in its side."""
    band(pen, oval(960, 600, 60, 44), 34, GOLD)
    band(pen, oval(960, 700, 60, 44), 34, GOLD)
    bar(pen, (760, 650), (930, 650), 20, GOLD)
    line(pen, f"M{C} 120L{C} 40", 22)
    disc(pen, C, 40, 40, RED)
    box(pen, 320, 110, 384, 270, TEAL, 40)
    for x in (420, 604):
        disc(pen, x, 220, 54, "#fbe08f")
        dot(pen, x, 220, 22)
    box(pen, 400, 300, 224, 46, CREAM, 14)
    for x in (446, 496, 546, 590):
        line(pen, f"M{x} 304L{x} 342", 9)
    box(pen, 270, 400, 484, 380, TEAL, 40)
    box(pen, 350, 460, 324, 200, CREAM, 24)
    for x, ink in ((420, RED), (512, GOLD), (604, GREEN)):
        disc(pen, x, 530, 32, ink)
    line(pen, "M380 610L644 610", 16, DARK)
    tube(pen, "M262 470Q132 480 142 640", 60, STEEL)
    for side in SIDES:
        box(pen, C + side * 130 - 80, 780, 160, 130, STEEL, 20)
        box(pen, C + side * 140 - 120, 890, 240, 110, RED, 40)


def _marbles(pen: Pen) -> None:
    """Seven, with cats' eyes."""
    spots = (
        (230, 740, 190, BLUE),
        (790, 760, 180, RED),
        (C, 820, 190, GREEN),
        (380, 500, 180, GOLD),
        (680, 520, 180, VIOLET),
        (C, 270, 170, TEAL),
    )
    for k, (x, y, r, ink) in enumerate(spots):
        pen.part(circle(x, y, r), pale(ink, 0.62))
        swirl = turned(
            Path.parse(
                f"M{x - 0.8 * r} {y}C{x - 0.3 * r} {y - 0.7 * r} {x + 0.3 * r} {y + 0.2 * r} {x + 0.8 * r} {y - 0.1 * r}C{x + 0.3 * r} {y + 0.7 * r} {x - 0.3 * r} {y - 0.1 * r} {x - 0.8 * r} {y}Z"
            ),
            50 * k,
            x,
            y,
        )
        pen.canvas.fill(swirl, ink)
        glint(pen, x - 0.4 * r, y - 0.5 * r, 0.14 * r, 0.2 * r, 30, WHITE)


def _desk_globe(pen: Pen) -> None:
    """On a stand, tilted in its ring."""
    disc(pen, C, 420, 330, "#6fb6dc")
    sea = circle(C, 420, 330)
    with pen.canvas.group(sea):
        for d in (
            "M300 160Q420 120 500 190Q540 260 470 300Q440 380 400 360Q340 340 330 280Q260 260 300 160Z",
            "M450 420Q560 400 590 480Q600 580 530 640Q500 720 470 680Q470 560 430 500Z",
            "M640 180Q760 200 860 330L840 480Q760 470 740 380Q660 330 640 180Z",
        ):
            pen.canvas.fill(Path.parse(d), "#7fb86a")
    pen.canvas.stroke(sea, INK, 16)
    ring = [polar(C, 420, 400, a) for a in range(20, 215, 6)]
    arc = Path.lines(ring, closed=False)
    pen.canvas.stroke(arc, INK, 62)
    pen.canvas.stroke(arc, GOLD, 38)
    for a in (20, 212):
        disc(pen, *polar(C, 420, 390, a), 36, GOLD)
    box(pen, C - 34, 810, 68, 100, GOLD, 10)
    shape(pen, "M290 1000Q300 900 512 900Q724 900 734 1000Z", WOOD)


def _rainbow_umbrella(pen: Pen) -> None:
    """Open, a colour to each panel."""
    tube(pen, f"M{C} 200L{C} 860Q{C} 980 {C + 100} 980Q{C + 190} 980 {C + 190} 880", 34, WOOD)
    xs = [40 + 157.3 * k for k in range(7)]
    for k, ink in enumerate((RED, "#ee8a3c", GOLD, GREEN, BLUE, VIOLET)):
        a, b = xs[k], xs[k + 1]
        shape(
            pen,
            f"M{C} 90Q{a + 0.25 * (C - a)} 180 {a} 560Q{(a + b) / 2} 480 {b} 560Q{b + 0.25 * (C - b)} 180 {C} 90Z",
            ink,
        )
    bar(pen, (C, 90), (C, 40), 16, WOOD)


NURSERY: Mapping[str, Draw] = {
    "pearl earrings": fitted(_pearl_earrings),
    "hoop earrings": fitted(_hoop_earrings),
    "locket": fitted(_locket),
    "bath bombs": fitted(_bath_bomb),
    "shaving set": fitted(_shaving_set),
    "folded towels": fitted(_folded_towels),
    "origami crane": fitted(_origami_crane),
    "paper boat": fitted(_paper_boat),
    "alphabet blocks": fitted(_alphabet_blocks),
    "tin robot": fitted(_tin_robot),
    "rainbow umbrella": fitted(_rainbow_umbrella),
    "marbles": fitted(_marbles),
    "desk globe": fitted(_desk_globe),
}
"""By the name that the keyword table gives them."""
