"""What is baked and spread: original art in a box of 1024 units."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    ROSE,
    SKY,
    WHITE,
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


def _griddle_cakes(pen: Pen, *, squares: bool) -> None:
    """A stack under butter and syrup; what has squares are waffles, the others are pancakes, thicker and darker on top."""
    pen.part(oval(C, 900, 490, 86), SKY)
    for y in (760, 660, 560):
        pen.part(oval(C, y, 430, 170), _TOAST if squares else "#f2cf8d")
        pen.part(oval(C, y - 34, 430, 170), _CRUST if squares else "#d2893f")
    face = oval(C, 526, 380, 140)
    if squares:
        with pen.canvas.group(face):
            for k, turn in itertools.product(range(-5, 6), (-1.0, 1.0)):
                groove = [(C + 110 * k - turn * 400, 300), (C + 110 * k + turn * 400, 760)]
                pen.canvas.stroke(Path.lines(groove, closed=False), mix(_CRUST, INK, 0.3), 18)
    else:
        pen.canvas.fill(face, "#e0a055")
    pen.part(
        Path.parse(
            "M260 500Q300 400 512 410Q740 400 770 510Q790 560 760 620Q750 730 710 730Q670 720 680 620Q640 560 560 600Q550 690 510 690Q470 680 480 600Q400 560 350 600Q330 700 300 690Q270 670 280 590Q250 560 260 500Z"
        ),
        mix(ORANGE, _COCOA, 0.35 if squares else 0.7),
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


def _scone(pen: Pen) -> None:
    """With clotted cream and jam."""
    pen.part(oval(C, 900, 480, 84), SKY)
    pen.part(Path.parse("M180 640Q160 880 260 890L764 890Q864 880 844 640Z"), _CRUST)
    for x, y in ((300, 760), (470, 820), (640, 760), (760, 830)):
        pen.canvas.fill(oval(x, y, 34, 20), mix(_CRUST, INK, 0.3))
    pen.part(cloudlet(C, 620, 780, 210, 5), WHITE)
    pen.part(
        Path.parse(
            "M220 560Q300 470 512 480Q724 470 804 560Q800 640 740 600Q690 700 640 610Q560 640 500 600Q440 690 390 600Q300 650 220 560Z"
        ),
        RED,
    )
    pen.part(Path.parse("M190 470Q180 270 512 240Q844 270 834 470Q512 560 190 470Z"), _TOAST)
    pen.canvas.fill(oval(400, 320, 90, 24, -10), mix(_TOAST, CREAM, 0.5))


def _eclair(pen: Pen) -> None:
    pen.part(limb([(210, 640), (814, 560)], 190, 190), _CRUST)
    pen.part(
        Path.parse(
            "M60 600Q120 420 400 440L700 390Q950 350 980 520Q900 640 830 560Q760 660 690 590Q600 680 530 610Q440 700 370 630Q280 720 210 640Q120 700 60 600Z"
        ),
        _COCOA,
    )
    for x, y in ((250, 500), (420, 490), (600, 460), (780, 440)):
        pen.canvas.stroke(Path.parse(f"M{x - 60} {y + 30}Q{x} {y - 40} {x + 60} {y + 10}"), CREAM, 18)


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
    "scone": _scone,
    "eclair": _eclair,
    "buttered toast": _toast,
    "waffles": partial(_griddle_cakes, squares=True),
    "stack of pancakes": partial(_griddle_cakes, squares=False),
    "soft pretzel": _pretzel_bites,
}
"""By the name that the keyword table gives them."""
