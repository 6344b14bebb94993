"""What is baked, fried, spread and sucked: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, polar, rect, rounded_rect, scallop
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
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

_CRUST, _CRUMB, _COCOA, _TOAST = "#d99a4f", "#f0cf96", "#6b3f2a", "#c9823f"


def _cinnamon_roll(pen: Pen) -> None:
    pen.part(blob(C, 580, 470, 390, 2.5), _TOAST)
    pen.part(blob(C, 500, 430, 330, 2.3), _CRUMB)
    points = [polar(C, 500, 26 + 0.345 * a, a) for a in range(0, 1060, 15)]
    spiral = Path.lines([(x, 500 + (y - 500) * 0.78) for x, y in points], closed=False)
    pen.canvas.stroke(spiral, mix(_COCOA, _TOAST, 0.3), 30)
    icing = Path.parse(
        "M200 400C260 220 480 180 620 220C780 230 880 360 850 470C850 560 780 560 770 490C740 470 700 500 700 560C690 640 620 640 610 570C580 520 520 540 510 600C490 690 420 690 410 600C390 540 330 520 300 560C260 600 180 520 200 400Z"
    )
    pen.part(icing, WHITE)
    pen.canvas.stroke(Path.parse("M330 410C400 290 640 290 690 400C700 470 580 480 520 440"), "#e6d6bd", 22)


def _macarons(pen: Pen) -> None:
    for y, ink in ((800, "#f2a6bd"), (540, "#a8d5b5"), (280, "#f3dc8c")):
        pen.part(Path.parse(f"M170 {y + 10}Q180 {y - 130} 512 {y - 130}Q844 {y - 130} 854 {y + 10}Z"), ink)
        pen.part(rounded_rect(190, y - 6, 644, 54, 26), mix(ink, _COCOA, 0.35))
        for side in (0, 1):
            for k in range(9):
                pen.canvas.fill(circle(200 + 78 * k, y + 2 + 50 * side, 24), ink)
        pen.part(
            Path.parse(
                f"M170 {y + 40}L854 {y + 40}Q850 {y + 130} 700 {y + 136}L324 {y + 136}Q174 {y + 130} 170 {y + 40}Z"
            ),
            ink,
        )
        pen.canvas.fill(oval(340, y - 70, 70, 22, -12), mix(ink, WHITE, 0.6))


def _brownie(pen: Pen) -> None:
    for y in (760, 470):
        pen.part(rounded_rect(150, y, 724, 230, 40), _COCOA)
        pen.part(rounded_rect(130, y - 40, 764, 110, 46), mix(_COCOA, INK, 0.35))
        for k, x in enumerate((230, 380, 560, 720, 820)):
            pen.canvas.fill(blob(x, y + 130 + 34 * (k % 2), 34, 24), mix(_COCOA, INK, 0.5))
    pen.part(
        Path.parse(
            "M260 430Q300 250 512 240Q724 250 764 430Q690 500 640 440Q590 520 512 450Q430 520 390 440Q330 500 260 430Z"
        ),
        WHITE,
    )
    pen.part(circle(C, 220, 86), RED)
    pen.canvas.stroke(Path.parse("M520 140Q540 60 620 40"), INK, 18)


def _slice(sponge: str, icing: str, topping: str) -> Draw:
    """A wedge of cake in layers."""

    def draw(pen: Pen) -> None:
        pen.part(oval(C, 900, 490, 90), SKY)
        pen.part(Path.parse("M90 420L900 330L960 420L960 790L900 860L90 860Z"), icing)
        pen.part(Path.parse("M90 430L900 430L900 860L90 860Z"), sponge)
        for y in (550, 700):
            pen.canvas.fill(rect(94, y, 802, 46), icing)
        pen.part(Path.parse("M900 430L960 400L960 800L900 860Z"), mix(sponge, INK, 0.15))
        pen.part(
            Path.parse(
                "M60 440Q60 380 120 370L880 270Q960 270 980 360L980 460Q960 540 920 470Q890 430 850 480Q820 570 780 480Q740 430 700 490Q670 590 620 490Q580 430 540 490Q500 580 460 490Q420 430 380 490Q340 560 310 490Q270 430 220 490Q190 560 150 500Q60 520 60 440Z"
            ),
            icing,
        )
        _TOPPINGS[topping](pen)

    return draw


def _with_strawberry(pen: Pen) -> None:
    pen.part(
        moved("M-0.8 -0.4C-0.9 -1 0.9 -1 0.8 -0.4C0.7 0.3 0.3 0.8 0 1C-0.3 0.8 -0.7 0.3 -0.8 -0.4Z", 640, 240, 150), RED
    )
    for x, y in ((590, 200), (690, 200), (640, 250), (600, 300), (680, 300)):
        pen.canvas.fill(oval(x, y, 9, 14), CREAM)
    for turn in (-70, -30, 30, 70):
        pen.part(moved("M0 0C-0.5 -0.4 -0.3 -0.9 0 -1C0.3 -0.9 0.5 -0.4 0 0Z", 640, 150, 70, 84, turn), GREEN)


def _with_cherry(pen: Pen) -> None:
    pen.part(cloudlet(640, 300, 300, 170, 4), WHITE)
    pen.part(circle(640, 190, 86), RED)
    pen.canvas.fill(circle(610, 160, 20), WHITE)
    pen.canvas.stroke(Path.parse("M646 110Q660 40 740 20"), INK, 18)


def _with_berries(pen: Pen) -> None:
    for x, y, ink in ((520, 290, "#4f5fa8"), (640, 220, RED), (740, 270, "#4f5fa8"), (620, 310, RED)):
        pen.part(circle(x, y, 66), ink)
        pen.canvas.fill(circle(x - 20, y - 22, 16), CREAM)


def _with_candle(pen: Pen) -> None:
    pen.part(rounded_rect(600, 90, 70, 250, 16), SKY)
    for y in (140, 210, 280):
        pen.canvas.stroke(Path.lines([(604, y + 30), (666, y)], closed=False), BLUE, 20)
    pen.part(Path.parse("M635 -20Q690 50 635 86Q580 50 635 -20Z"), GOLD)


_TOPPINGS = {"strawberry": _with_strawberry, "cherry": _with_cherry, "berries": _with_berries, "candle": _with_candle}


def _pie_slice(pen: Pen) -> None:
    pen.part(oval(C, 880, 490, 90), SKY)
    pen.part(Path.parse("M60 560L880 420L960 560L960 790L60 830Z"), "#a83244")
    for x, y in ((200, 690), (330, 740), (460, 660), (600, 740), (740, 660), (860, 730)):
        pen.part(circle(x, y, 58), RED)
        pen.canvas.fill(circle(x - 18, y - 18, 14), "#f6b5ad")
    pen.part(Path.parse("M50 790L970 770L950 870L80 880Z"), _CRUST)
    top = Path.parse("M30 580L820 330Q900 330 930 400L980 540Z")
    pen.part(top, _CRUST)
    with pen.canvas.group(top):
        for k in range(8):
            pen.canvas.stroke(
                Path.lines([(120 + 120 * k, 200), (60 + 120 * k, 640)], closed=False), mix(_CRUST, INK, 0.28), 16
            )
            pen.canvas.stroke(
                Path.lines([(0, 330 + 60 * k), (1024, 230 + 90 * k)], closed=False), mix(_CRUST, INK, 0.28), 16
            )
    pen.part(limb(curve((800, 350), (900, 330), (980, 430), (980, 560)), 44, 40), mix(_CRUST, CREAM, 0.25))


def _toast(pen: Pen) -> None:
    crust = Path.parse(
        "M200 960L200 470C60 420 60 130 330 130L694 130C964 130 964 420 824 470L824 960Q824 980 800 980L224 980Q200 980 200 960Z"
    )
    pen.part(crust, _TOAST)
    pen.canvas.fill(
        moved(
            "M-0.31 0.45L-0.31 -0.04C-0.47 -0.1 -0.43 -0.34 -0.2 -0.34L0.2 -0.34C0.43 -0.34 0.47 -0.1 0.31 -0.04L0.31 0.45Z",
            C,
            520,
            900,
        ),
        _CRUMB,
    )
    pen.part(
        moved(
            "M-0.5 -0.3Q-0.3 -0.5 0 -0.42Q0.4 -0.5 0.5 -0.2Q0.4 0.3 0.2 0.2Q0 0.1 -0.1 0.4Q-0.4 0.4 -0.4 0.1Q-0.6 0 -0.5 -0.3Z",
            C,
            500,
            420,
        ),
        GOLD,
    )
    pen.part(Path.parse("M430 420L600 390L640 500L470 540Z"), "#fbe8a6")


def _waffles(pen: Pen) -> None:
    pen.part(oval(C, 900, 490, 86), SKY)
    for y in (760, 660, 560):
        pen.part(oval(C, y, 430, 170), _TOAST)
        pen.part(oval(C, y - 34, 430, 170), _CRUST)
    face = oval(C, 526, 380, 140)
    with pen.canvas.group(face):
        for k in range(-5, 6):
            for turn in (-1.0, 1.0):
                pen.canvas.stroke(
                    Path.lines([(C + 110 * k - turn * 400, 300), (C + 110 * k + turn * 400, 760)], closed=False),
                    mix(_CRUST, INK, 0.3),
                    18,
                )
    pen.part(
        Path.parse(
            "M260 500Q300 400 512 410Q740 400 770 510Q790 560 760 620Q750 730 710 730Q670 720 680 620Q640 560 560 600Q550 690 510 690Q470 680 480 600Q400 560 350 600Q330 700 300 690Q270 670 280 590Q250 560 260 500Z"
        ),
        mix(ORANGE, _COCOA, 0.35),
    )
    pen.part(Path.parse("M420 330L600 310L640 420L450 450Z"), "#fbe8a6")


def _pretzel_bites(pen: Pen) -> None:
    """A soft pretzel with salt."""
    rope = curve((330, 900), (760, 700), (980, 120), (700, 150), 24) + curve(
        (700, 150), (580, 160), (560, 300), (512, 420), 12
    )
    for side in SIDES:
        pts = [(C + side * (x - C), y) for x, y in rope]
        pen.part(limb(pts, 62, 76), "#b5702f")
    for x, y in (
        (250, 280),
        (330, 180),
        (700, 180),
        (780, 290),
        (420, 300),
        (610, 300),
        (300, 520),
        (730, 520),
        (400, 800),
        (620, 800),
    ):
        pen.canvas.fill(rounded_rect(x - 17, y - 17, 34, 34, 9), WHITE)


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


BAKING: Mapping[str, Draw] = {
    "cinnamon roll": _cinnamon_roll,
    "macarons": _macarons,
    "brownie": _brownie,
    "slice of cake": _slice(_CRUMB, ROSE, "strawberry"),
    "cheesecake": _slice("#fbe8b4", "#f7d98a", "berries"),
    "slice of chocolate cake": _slice(_COCOA, "#8a5236", "cherry"),
    "slice of birthday cake": _slice("#fbe8b4", "#8fc4e8", "candle"),
    "tiramisu": _slice("#e9c79a", "#7a4f34", "cherry"),
    "slice of pie": _pie_slice,
    "buttered toast": _toast,
    "waffles": _waffles,
    "soft pretzel": _pretzel_bites,
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
