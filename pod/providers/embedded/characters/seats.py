"""Furniture with somebody in it: what is behind them and what is in front. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, polar, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

_CREAM, _WOOD, _STEEL, _RED, _GOLD, _TEAL = "#fbf2df", "#b0763f", "#a9b3c2", "#d1493f", "#f3bf4b", "#3f978f"
_LEATHER, _IRON, _BLUE = "#b5533c", "#3d3a48", "#5a86c0"


def _deep(ink: str, share: float = 0.22) -> str:
    return mix(ink, INK, share)


def armchair_back(pen: Pen) -> None:
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 330 - 44, 1090, 88, 110, 20), _WOOD)
    back = "M150 1080L130 320C120 130 280 90 512 90C744 90 904 130 894 320L874 1080Z"
    pen.part(Path.parse(back), _LEATHER)
    for x, y in ((300, 260), (512, 230), (724, 260), (230, 450), (794, 450)):
        pen.canvas.fill(circle(x, y, 20), _deep(_LEATHER, 0.4))


def armchair_front(pen: Pen) -> None:
    pen.part(rounded_rect(150, 930, 724, 170, 60), mix(_LEATHER, _CREAM, 0.14))
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 380 - 96, 690, 192, 440, 90), _LEATHER)
    pen.both(lambda side: circle(MIDDLE_X + side * 380, 780, 46), _deep(_LEATHER))


def rocker_back(pen: Pen) -> None:
    for x in (-210, -105, 0, 105, 210):
        pen.part(limb([(MIDDLE_X + x * 1.25, 170), (MIDDLE_X + x * 1.1, 960)], 22, 22), _deep(_WOOD))
    for side in SIDES:
        pen.part(limb([at(side, 380, 110), at(side, 330, 980)], 34, 34), _WOOD)
    top = "M90 150C180 50 300 60 512 30C724 60 844 50 934 150L910 260C760 200 640 190 512 190C384 190 264 200 114 260Z"
    pen.part(Path.parse(top), _WOOD)


def rocker_front(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 300, 1000), at(side, 370, 1200)], 32, 28), _WOOD)
        pen.part(limb([at(side, 360, 760), at(side, 350, 980)], 24, 24), _WOOD)
        pen.part(limb([at(side, 330, 745), at(side, 470, 765)], 34, 34), _WOOD)
    pen.part(rounded_rect(130, 950, 764, 84, 36), _WOOD)
    runner = Path.parse("M-60 1120Q512 1380 1084 1120")
    pen.canvas.stroke(runner, INK, 58 + 2 * LINE)
    pen.canvas.stroke(runner, _deep(_WOOD), 58)


def deck_chair_back(pen: Pen) -> None:
    pen.parts(lambda side: limb([at(side, 400, 60), at(side, 400, 1010)], 30, 30), _WOOD)
    cloth = rounded_rect(140, 90, 744, 960, 40)
    pen.part(cloth, _CREAM)
    with pen.canvas.group(cloth):
        for k in range(4):
            pen.canvas.fill(rect(200 + 180 * k, 60, 90, 1000), _RED)
    pen.canvas.stroke(cloth, INK, 2 * LINE)
    pen.part(rounded_rect(70, 40, 884, 66, 33), _WOOD)


def deck_chair_front(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 430, 980), at(side, 330, 1210)], 28, 28), _deep(_WOOD))
        pen.part(limb([at(side, 330, 990), at(side, 430, 1210)], 28, 28), _WOOD)
    pen.part(rounded_rect(50, 960, 924, 70, 34), _WOOD)


def bench_back(pen: Pen) -> None:
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 430 - 26, 500, 52, 700, 20), _IRON)
    for y in (560, 680, 800):
        pen.part(rounded_rect(-90, y, 1204, 84, 30), _WOOD)


def bench_seat(pen: Pen) -> None:
    for y in (950, 1030):
        pen.part(rounded_rect(-110, y, 1244, 66, 26), mix(_WOOD, _CREAM, 0.14))
    for side in SIDES:
        arm = Path.parse(
            f"M{MIDDLE_X + side * 470} 990C{MIDDLE_X + side * 640} 990 {MIDDLE_X + side * 640} 780 {MIDDLE_X + side * 480} 790"
        )
        pen.canvas.stroke(arm, INK, 40 + 2 * LINE)
        pen.canvas.stroke(arm, _IRON, 40)
        pen.part(limb([at(side, 430, 1090), at(side, 490, 1230)], 28, 28), _IRON)


def bed_back(pen: Pen) -> None:
    pen.part(Path.parse("M-60 1100L-60 260Q512 20 1084 260L1084 1100Z"), _WOOD)
    pen.canvas.fill(Path.parse("M20 900L20 330Q512 120 1004 330L1004 900Z"), mix(_WOOD, _CREAM, 0.25))
    pen.part(blob(MIDDLE_X, 640, 430, 230, 3.0), _CREAM)


def bed_cover(pen: Pen) -> None:
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 510 - 40, 1120, 80, 130, 20), _WOOD)
    pen.part(Path.parse("M-70 900Q512 820 1094 900L1110 1190L-86 1190Z"), _BLUE)
    for row, y in enumerate((1030, 1120)):
        for k in range(7):
            pen.canvas.fill(star(60 + 150 * k + 60 * row, y, 34), _GOLD)
    pen.part(Path.parse("M-76 880Q512 800 1100 880L1100 966Q512 890 -76 966Z"), _CREAM)


def stool(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 190, 1010), at(side, 290, 1420)], 24, 22), _WOOD)
    pen.part(rounded_rect(MIDDLE_X - 260, 1210, 520, 40, 18), _deep(_WOOD))
    pen.part(rounded_rect(MIDDLE_X - 270, 940, 540, 96, 44), _RED)


def bean_bag(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M60 1180C-120 1160 -60 880 120 720C260 600 320 420 512 400C704 420 764 600 904 720C1084 880 1144 1160 964 1180Q512 1230 60 1180Z"
        ),
        "#8468c0",
    )
    for x in (330, 694):
        pen.canvas.stroke(Path.parse(f"M512 420Q{x} 700 {x + (x - MIDDLE_X) * 0.8} 1150"), _deep("#8468c0", 0.3), 14)


def desk(pen: Pen) -> None:
    pen.part(rounded_rect(30, 900, 660, 200, 8), _deep(_WOOD, 0.34))
    pen.part(rounded_rect(660, 860, 400, 360, 16), _deep(_WOOD, 0.12))
    for y in (920, 1020, 1120):
        pen.part(rounded_rect(700, y, 320, 78, 14), _WOOD)
        pen.canvas.fill(circle(860, y + 39, 16), _GOLD)
    pen.part(rounded_rect(0, 900, 60, 320, 12), _deep(_WOOD, 0.12))
    pen.part(rounded_rect(-90, 850, 1204, 76, 24), _WOOD)
    for y, width, ink in ((800, 230, _TEAL), (750, 200, _RED)):
        pen.part(rounded_rect(-50, y, width, 50, 12), ink)
    pen.part(limb([(1010, 840), (1040, 690), (950, 600)], 14, 14), _IRON)
    pen.part(rounded_rect(940, 816, 150, 40, 18), _IRON)
    pen.part(Path.parse("M990 520L880 560L850 690L1010 610Z"), _GOLD)


def table(pen: Pen) -> None:
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 440 - 34, 980, 68, 250, 14), _WOOD)
    cloth = Path.parse(
        "M-90 850L1114 850L1080 1080Q1000 1030 900 1080Q800 1030 700 1080Q610 1030 512 1080Q414 1030 324 1080Q224 1030 124 1080Q24 1030 -56 1080Z"
    )
    pen.part(cloth, _CREAM)
    with pen.canvas.group(cloth):
        for k in range(9):
            pen.canvas.fill(rect(-100 + 150 * k, 840, 70, 260), mix(_RED, _CREAM, 0.35))
        pen.canvas.fill(rect(-100, 950, 1230, 56), mix(_RED, _CREAM, 0.35))
    pen.canvas.stroke(cloth, INK, 2 * LINE)


def sleigh(pen: Pen) -> None:
    runner = Path.parse("M-60 1180L900 1180C1060 1180 1090 1040 980 1010")
    pen.canvas.stroke(runner, INK, 40 + 2 * LINE)
    pen.canvas.stroke(runner, _GOLD, 40)
    for x in (220, 720):
        pen.part(rounded_rect(x - 18, 1060, 36, 130, 10), _GOLD)
    hull = "M-100 700C-100 580 60 570 90 700C120 830 240 850 400 850L620 850C740 840 800 770 880 690C980 600 1110 650 1100 770C1080 870 1000 860 1000 800C940 960 960 1080 780 1080L180 1080C20 1080 -90 900 -100 700Z"
    pen.part(Path.parse(hull), _RED)
    pen.canvas.stroke(Path.parse("M40 900C110 1010 200 1020 320 1020L700 1020"), _GOLD, 20)
    pen.canvas.fill(star(520, 950, 70), _GOLD)


def hoop_front(pen: Pen) -> None:
    """A hula hoop about the waist: its near half."""
    near = Path.parse("M40 800C80 920 290 960 512 960C734 960 944 920 984 800")
    pen.canvas.stroke(near, INK, 44 + 2 * LINE)
    pen.canvas.stroke(near, "#ee8fa3", 44)
    for share in range(5):
        pen.canvas.fill(oval(140 + 186 * share, (884, 940, 960, 940, 884)[share], 30, 20), _CREAM)


def hoop_behind(pen: Pen) -> None:
    far = Path.parse("M40 800C80 720 290 690 512 690C734 690 944 720 984 800")
    pen.canvas.stroke(far, INK, 44 + 2 * LINE)
    pen.canvas.stroke(far, _deep("#ee8fa3", 0.15), 44)


def rope_behind(pen: Pen) -> None:
    """A jump rope: over the head, from paw to paw."""
    rope = Path.parse("M194 560C-140 260 60 -140 512 -140C964 -140 1164 260 830 560")
    pen.canvas.stroke(rope, INK, 22 + 2 * LINE)
    pen.canvas.stroke(rope, _GOLD, 22)
    for side in SIDES:
        pen.part(limb([at(side, 330, 590), at(side, 296, 480)], 26, 26), _RED)


def pogo_behind(pen: Pen) -> None:
    pen.part(rounded_rect(MIDDLE_X - 22, 1060, 44, 210, 14), _STEEL)
    coil = Path.lines([(MIDDLE_X - 60 + 120 * (k % 2), 1120 + 30 * k) for k in range(5)], closed=False)
    pen.canvas.stroke(coil, INK, 22)
    pen.part(rounded_rect(MIDDLE_X - 38, 1260, 76, 60, 20), _IRON)


def pogo_front(pen: Pen) -> None:
    pen.part(rounded_rect(MIDDLE_X - 34, 700, 68, 370, 24), _RED)
    pen.part(rounded_rect(MIDDLE_X - 220, 1060, 440, 56, 24), _GOLD)
    pen.part(rounded_rect(MIDDLE_X - 230, 690, 460, 56, 28), _IRON)


def tub_of_a_barrow(pen: Pen) -> None:
    """A wheelbarrow."""
    pen.part(limb([(800, 960), (1130, 760)], 24, 24), _WOOD)
    pen.part(limb([(760, 1080), (820, 1250)], 26, 24), _deep(_WOOD))
    pen.part(Path.parse("M60 830L984 830L820 1130L300 1130Z"), "#4f9a5c")
    pen.part(rounded_rect(30, 806, 984, 56, 26), _deep("#4f9a5c"))
    pen.part(circle(190, 1170, 110), _IRON)
    pen.part(circle(190, 1170, 54), _CREAM)


def stocking(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M180 940L844 940L820 1180C900 1230 1000 1250 1020 1330C1030 1440 900 1490 780 1470C600 1450 380 1410 260 1320C190 1270 180 1230 190 1180Z"
        ),
        _RED,
    )
    pen.part(Path.parse("M790 1466C780 1350 900 1250 1012 1300C1050 1430 920 1490 790 1466Z"), _CREAM)
    pen.canvas.fill(heart(500, 1160, 150), _GOLD)
    pen.part(rounded_rect(120, 820, 784, 150, 70), "#fdfbf6")


def ball_behind(pen: Pen) -> None:
    """Of clear plastic, to run in."""
    pen.part(circle(MIDDLE_X, 520, 640), "#cfeaf5")


def ball_front(pen: Pen) -> None:
    """Its seam, the slots that let in air, and light on it."""
    pen.canvas.stroke(circle(MIDDLE_X, 520, 640), INK, 22)
    for turn in range(-60, 61, 24):
        x, y = polar(MIDDLE_X, 520, 560, 180 + turn)
        pen.canvas.fill(oval(x, y, 40, 13, turn), "#6f9fb5")
    shine = curve((40, 330), (90, 150), (230, 20), (400, -50))
    pen.canvas.stroke(Path.lines(shine, closed=False), "#ffffff", 34, 0.85)


def globe_behind(pen: Pen) -> None:
    pen.part(circle(MIDDLE_X, 500, 690), "#bfe6f3")
    for x, y, k in ((40, 960, 1.1), (960, 980, 1.0)):
        for row in range(3):
            half, low = (190 - 40 * row) * k, y - 170 * row * k
            pen.part(Path.lines([(x - half, low), (x, low - 280 * k), (x + half, low)]), "#4f9a5c")
    for x, y in ((60, 380), (180, 180), (360, 20), (640, -40), (820, 120), (960, 330), (200, 540), (860, 560)):
        pen.canvas.fill(circle(x, y, 24), "#fdfbf6")


def globe_front(pen: Pen) -> None:
    glass = circle(MIDDLE_X, 500, 681)
    with pen.canvas.group(glass):
        pen.canvas.fill(oval(MIDDLE_X, 1180, 800, 230), INK)
        pen.canvas.fill(oval(MIDDLE_X, 1190, 800, 222), "#fdfbf6")
    pen.canvas.fill(Path.parse("M-90 470C-80 240 50 60 230 -40C110 90 30 250 -10 490Z"), "#fdfbf6")
    pen.part(Path.parse("M60 1080L964 1080L1050 1330L-26 1330Z"), _WOOD)
    pen.canvas.fill(rounded_rect(90, 1180, 844, 60, 24), _GOLD)


def cage_behind(pen: Pen) -> None:
    hook = circle(MIDDLE_X, -250, 60)
    pen.canvas.stroke(hook, INK, 26 + 2 * LINE)
    pen.canvas.stroke(hook, _GOLD, 26)
    pen.part(Path.parse("M-60 1090L-60 400C-60 40 200 -190 512 -190C824 -190 1084 40 1084 400L1084 1090Z"), "#bfe6f3")


def cage_bars(pen: Pen) -> None:
    for out in (-572, -420, -260, 260, 420, 572):
        bar = Path.parse(
            f"M{MIDDLE_X + out} 1090L{MIDDLE_X + out} 420C{MIDDLE_X + out} 140 {MIDDLE_X + out * 0.8} 0 {MIDDLE_X + out * 0.2} -190"
        )
        pen.canvas.stroke(bar, INK, 20 + 2 * LINE)
        pen.canvas.stroke(bar, _GOLD, 20)
    pen.part(rounded_rect(-120, 1070, 1264, 110, 50), _GOLD)
