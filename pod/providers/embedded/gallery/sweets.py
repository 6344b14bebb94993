"""Sweets, biscuits and what is kept in jars: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, polar, rect, rounded_rect, scallop
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, limb, oval
from pod.providers.embedded.gallery.kit import (
    CREAM,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    RED,
    ROSE,
    SKY,
    WHITE,
    WOOD,
    C,
    Draw,
    moved,
)

_CRUST, _COCOA, _TOAST = "#d99a4f", "#6b3f2a", "#c9823f"


def _popsicle(pen: Pen) -> None:
    pen.part(rounded_rect(452, 760, 120, 250, 56), "#e3c08a")
    body = Path.parse("M250 800L250 280Q250 30 512 30Q774 30 774 280L774 800Q774 830 740 830L284 830Q250 830 250 800Z")
    pen.part(body, RED)
    with pen.canvas.group(body):
        pen.canvas.fill(rect(240, 300, 560, 270), WHITE)
        pen.canvas.fill(rect(240, 570, 560, 300), "#5f9fe0")
    for x in (400, 590):
        pen.canvas.fill(rounded_rect(x, 160, 40, 560, 20), mix(INK, WHITE, 0.82))


def _cotton_candy(pen: Pen) -> None:
    pen.part(Path.parse("M470 620L554 620L530 1010L494 1010Z"), CREAM)
    for x, y, r, ink in (
        (330, 470, 180, "#f7b3cf"),
        (700, 470, 180, "#f7b3cf"),
        (512, 560, 190, "#f7b3cf"),
        (400, 270, 180, "#b9dcf4"),
        (630, 270, 180, "#b9dcf4"),
        (512, 160, 150, "#f9c9dd"),
    ):
        pen.part(circle(x, y, r), ink)
    for x, y, r, ink in (
        (340, 460, 168, "#f7b3cf"),
        (690, 460, 168, "#f7b3cf"),
        (512, 520, 190, "#f7b3cf"),
        (420, 290, 150, "#b9dcf4"),
        (610, 290, 150, "#b9dcf4"),
    ):
        pen.canvas.fill(circle(x, y, r), ink)
    for d in ("M300 420Q360 340 460 380", "M560 500Q640 420 740 470", "M420 220Q500 150 590 200"):
        pen.canvas.stroke(Path.parse(d), WHITE, 20)


def _gummy_bears(pen: Pen) -> None:
    for x, y, ink in ((270, 500, RED), (754, 500, GREEN), (512, 560, GOLD)):
        size = 1.2 if x == 512 else 0.92
        for side in SIDES:
            pen.part(circle(x + side * 96 * size, y - 300 * size, 48 * size), ink)
            pen.part(oval(x + side * 110 * size, y + 250 * size, 76 * size, 92 * size, side * -20), ink)
        pen.part(blob(x, y + 70 * size, 160 * size, 220 * size, 2.4), ink)
        pen.part(blob(x, y - 200 * size, 142 * size, 130 * size, 2.3), ink)
        for side in SIDES:
            pen.part(oval(x + side * 134 * size, y - 10 * size, 56 * size, 84 * size, side * -34), mix(ink, WHITE, 0.2))
            pen.canvas.fill(circle(x + side * 46 * size, y - 214 * size, 15 * size), INK)
        pen.canvas.fill(oval(x, y - 164 * size, 26 * size, 18 * size), INK)
        pen.canvas.fill(oval(x - 62 * size, y - 264 * size, 30 * size, 16 * size, -30), mix(ink, WHITE, 0.7))


def _jelly_beans(pen: Pen) -> None:
    bean = (
        "M-0.9 0.2C-1 -0.5 -0.5 -0.6 0 -0.5C0.5 -0.6 1 -0.5 0.9 0.2C0.8 0.6 0.4 0.3 0 0.3C-0.4 0.3 -0.8 0.6 -0.9 0.2Z"
    )
    for k, (x, y, turn) in enumerate(
        (
            (210, 270, -20),
            (520, 190, 30),
            (820, 300, -40),
            (350, 500, 50),
            (670, 510, -10),
            (200, 760, 10),
            (510, 790, -30),
            (820, 770, 36),
        )
    ):
        ink = (RED, GOLD, GREEN, "#8a6cc0", ORANGE, ROSE, SKY, "#5f9fe0")[k]
        pen.part(moved(bean, x, y, 160, turn=turn), ink)
        pen.canvas.fill(oval(*polar(x, y, 52, turn - 60), 40, 17, turn), mix(ink, WHITE, 0.6))


def _jar(contents: str, lid: str, mark: str) -> Draw:
    """A jam jar with a cloth on its lid and a wordless label."""

    def draw(pen: Pen) -> None:
        pen.part(
            Path.parse(
                "M250 340Q190 380 190 470L190 890Q190 980 280 980L744 980Q834 980 834 890L834 470Q834 380 774 340Z"
            ),
            mix(SKY, WHITE, 0.4),
        )
        pen.part(Path.parse("M224 440L800 440L800 890Q800 946 744 946L280 946Q224 946 224 890Z"), contents)
        pen.part(
            Path.parse(
                "M200 350Q240 200 512 200Q784 200 824 350Q770 410 720 350Q670 410 616 350Q570 410 512 350Q460 410 408 350Q360 410 304 350Q250 410 200 350Z"
            ),
            lid,
        )
        for x, y in ((330, 280), (450, 250), (580, 250), (700, 280), (400, 320), (520, 310), (630, 320)):
            pen.canvas.fill(circle(x, y, 20), WHITE)
        pen.part(rounded_rect(300, 540, 424, 300, 40), CREAM)
        _MARKS[mark](pen)
        pen.canvas.fill(rounded_rect(238, 470, 30, 380, 15), mix(contents, WHITE, 0.55))

    return draw


def _berry_mark(pen: Pen) -> None:
    pen.part(
        moved("M-0.8 -0.4C-0.9 -1 0.9 -1 0.8 -0.4C0.7 0.3 0.3 0.8 0 1C-0.3 0.8 -0.7 0.3 -0.8 -0.4Z", C, 710, 100), RED
    )
    pen.part(Path.parse("M440 640L512 590L584 640L512 670Z"), GREEN)
    for x, y in ((480, 700), (544, 700), (512, 750)):
        pen.canvas.fill(circle(x, y, 9), CREAM)


def _gherkin_mark(pen: Pen) -> None:
    pen.part(limb([(420, 740), (610, 640)], 52, 48), GREEN)
    for x, y in ((450, 710), (512, 690), (560, 650)):
        pen.canvas.fill(circle(x, y, 11), LEAF)


def _heart_mark(pen: Pen) -> None:
    pen.part(heart(C, 690, 170), RED)


def _nut_mark(pen: Pen) -> None:
    pen.part(
        moved(
            "M0 -1C0.6 -1 0.6 -0.4 0.44 0C0.7 0.5 0.6 1 0 1C-0.6 1 -0.7 0.5 -0.44 0C-0.6 -0.4 -0.6 -1 0 -1Z",
            C,
            690,
            110,
            turn=34,
        ),
        _TOAST,
    )
    for x, y in ((480, 660), (540, 690), (500, 730)):
        pen.canvas.fill(circle(x, y, 10), mix(_TOAST, INK, 0.4))


_MARKS = {"berry": _berry_mark, "gherkin": _gherkin_mark, "heart": _heart_mark, "nut": _nut_mark}


def _bottles(pen: Pen) -> None:
    """Ketchup and mustard, side by side."""
    for x, ink, side in ((320, RED, -1.0), (704, GOLD, 1.0)):
        pen.part(Path.parse(f"M{x - 30} 190L{x - 14} 30L{x + 14} 30L{x + 30} 190Z"), mix(ink, WHITE, 0.3))
        pen.part(rounded_rect(x - 84, 180, 168, 110, 26), mix(ink, INK, 0.2))
        pen.part(
            Path.parse(
                f"M{x - 100} 290L{x + 100} 290Q{x + 160} 340 {x + 160} 430L{x + 150} 940Q{x + 146} 990 {x + 100} 990L{x - 100} 990Q{x - 146} 990 {x - 150} 940L{x - 160} 430Q{x - 160} 340 {x - 100} 290Z"
            ),
            ink,
        )
        pen.part(rounded_rect(x - 116, 500, 232, 270, 50), CREAM)
        if side < 0:
            pen.part(circle(x, 640, 74), RED)
            pen.part(Path.parse(f"M{x - 46} 580L{x} 550L{x + 46} 580L{x} 610Z"), GREEN)
        else:
            for dx, dy in ((-40, 0), (40, 0), (0, -50), (0, 50)):
                pen.part(circle(x + dx, 636 + dy, 36), GOLD)
        pen.canvas.fill(rounded_rect(x - 134, 380, 28, 90, 14), mix(ink, WHITE, 0.6))


def _lollipop(pen: Pen) -> None:
    pen.part(rounded_rect(486, 600, 52, 410, 24), WHITE)
    pen.part(circle(C, 370, 340), "#ee7f96")
    points = [polar(C, 370, 20 + 0.29 * a, a) for a in range(0, 1040, 15)]
    pen.canvas.stroke(Path.lines(points, closed=False), WHITE, 54)
    pen.canvas.stroke(circle(C, 370, 340), INK, 18)
    for side in SIDES:
        pen.part(Path.parse(f"M{C} 760L{C + side * 190} 680L{C + side * 190} 850Z"), "#5f9fe0")
    pen.part(circle(C, 762, 44), "#4f8fd0")


def _cannoli(pen: Pen) -> None:
    for y, turn in ((690, -10), (400, -10)):
        tube = moved("M-0.42 -0.14L0.42 -0.14Q0.48 0 0.42 0.14L-0.42 0.14Q-0.48 0 -0.42 -0.14Z", C, y, 940, 940, turn)
        pen.part(tube, _TOAST)
        for k in range(-3, 4):
            x, yy = C + 105 * k, y - 105 * k * 0.176
            pen.canvas.fill(oval(x, yy - 40 + 30 * (k % 3), 20, 15), mix(_TOAST, INK, 0.3))
        for side in SIDES:
            pen.part(cloudlet(C + side * 410, y - side * 72 + 20, 190, 220, 3), WHITE)
            for dx, dy in ((-26, 0), (30, -16), (0, 40)):
                pen.canvas.fill(circle(C + side * 410 + dx, y - side * 72 + dy, 13), (_COCOA, GREEN)[y < 500])


def _cookie_stack(pen: Pen) -> None:
    for y in (800, 640, 480, 320):
        pen.part(blob(C + 24 * (1 if y % 320 else -1), y, 390, 110, 2.6), _CRUST)
        for k in range(4):
            pen.canvas.fill(blob(290 + 150 * k, y + 22 * (k % 2) - 8, 44, 28), _COCOA)
    for x, y in ((360, 270), (520, 250), (640, 290), (460, 310)):
        pen.canvas.fill(blob(x, y, 46, 24), _COCOA)


def _gingerbread_man(pen: Pen) -> None:
    ink = "#b9713a"
    for side in SIDES:
        pen.part(limb([(C + side * 60, 520), (C + side * 340, 440)], 100, 90), ink)
        pen.part(limb([(C + side * 40, 680), (C + side * 170, 900)], 120, 96), ink)
    pen.part(blob(C, 580, 190, 230, 2.4), ink)
    pen.part(circle(C, 250, 220), ink)
    pen.canvas.fill(blob(C, 600, 178, 226, 2.4), ink)
    for side in SIDES:
        pen.canvas.fill(circle(C + side * 80, 220, 30), INK)
        pen.canvas.stroke(Path.parse(f"M{C + side * 290} 380Q{C + side * 320} 450 {C + side * 300} 530"), WHITE, 24)
        pen.canvas.stroke(Path.parse(f"M{C + side * 80} 900Q{C + side * 160} 850 {C + side * 240} 850"), WHITE, 24)
    pen.canvas.stroke(Path.parse("M420 310Q512 390 604 310"), WHITE, 24)
    for y, dot in ((500, RED), (600, GREEN), (700, RED)):
        pen.part(circle(C, y, 34), dot)


def _hearts_box(pen: Pen) -> None:
    """Chocolates in a heart-shaped box."""
    pen.part(heart(C, 540, 960), RED)
    pen.part(heart(C, 530, 800), CREAM)
    for k, (x, y) in enumerate(
        ((320, 330), (500, 430), (700, 330), (300, 520), (700, 540), (420, 620), (590, 620), (512, 780))
    ):
        ink = (_COCOA, WHITE, "#8a5236")[k % 3]
        pen.part((scallop(x, y, 66, 9, 9), circle(x, y, 74), rounded_rect(x - 66, y - 66, 132, 132, 28))[k % 3], ink)
        pen.canvas.stroke(
            Path.lines([(x - 30, y + 12), (x, y - 20), (x + 30, y + 12)], closed=False),
            mix(ink, (CREAM if k % 3 != 1 else ROSE), 0.7),
            13,
        )


SWEETS: Mapping[str, Draw] = {
    "popsicle": _popsicle,
    "cotton candy": _cotton_candy,
    "gummy bears": _gummy_bears,
    "jelly beans": _jelly_beans,
    "lollipop": _lollipop,
    "cannoli": _cannoli,
    "stack of cookies": _cookie_stack,
    "gingerbread man": _gingerbread_man,
    "box of chocolates": _hearts_box,
    "jar of jam": _jar("#b8304a", RED, "berry"),
    "jar of pickles": _jar("#8fae4f", GREEN, "gherkin"),
    "jar of peanut butter": _jar(_TOAST, WOOD, "nut"),
    "jar of honey": _jar("#f0a63a", GOLD, "heart"),
    "ketchup and mustard": _bottles,
}
"""By the name that the keyword table gives them."""
