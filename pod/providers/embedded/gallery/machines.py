"""Lorries and machines at work: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    BLUE,
    CREAM,
    DARK,
    GLOW,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    RED,
    SKY,
    STEEL,
    STONE,
    WOOD,
    Draw,
    moved,
    wheel,
)


def _cab(pen: Pen, x: float, ink: str, *, top: float = 400) -> None:
    """A lorry's cab facing left, its front at x, down to the axles."""
    pen.part(
        Path.parse(
            f"M{x} 760L{x} 620Q{x} 570 {x + 40} 560L{x + 80} {top + 40}Q{x + 96} {top} {x + 140} {top}L{x + 300} {top}L{x + 300} 760Z"
        ),
        ink,
    )
    pen.part(
        Path.parse(
            f"M{x + 92} 570L{x + 120} {top + 66}Q{x + 126} {top + 44} {x + 150} {top + 44}L{x + 256} {top + 44}L{x + 256} 570Z"
        ),
        SKY,
    )
    pen.canvas.fill(rounded_rect(x + 190, 620, 70, 22, 10), mix(ink, INK, 0.4))
    pen.part(oval(x + 22, 650, 22, 32), GLOW)
    pen.part(rounded_rect(x - 18, 720, 330, 56, 18), DARK)


def _lorry(body: str) -> Draw:
    """A cab with one of `_BODIES` behind it, on three axles."""
    kind, ink = body.split()

    def draw(pen: Pen) -> None:
        pen.part(rounded_rect(300, 720, 690, 60, 16), DARK)
        _BODIES[kind](pen, ink)
        _cab(pen, 50, ink if kind != "mixer" else RED)
        for x in (190, 600, 850):
            wheel(pen, x, 800, 112)
        if kind == "plow":
            pen.part(Path.parse("M60 560Q-40 740 70 930L0 930Q-110 740 -10 560Z"), mix(ink, INK, 0.25))

    return draw


def _dump(pen: Pen, ink: str) -> None:
    for x, r in ((520, 110), (660, 140), (810, 110)):
        pen.part(circle(x, 410, r), BARK)
    pen.part(Path.parse("M370 400L1000 400L940 720L420 720Z"), ink)
    for x in (480, 620, 760, 900):
        pen.canvas.fill(rect(x - 20, 440, 22, 240), mix(ink, INK, 0.28))


def _garbage(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M370 330L820 330Q990 340 1000 560L1000 720L370 720Z"), ink)
    pen.part(Path.parse("M820 330Q990 340 1000 560L1000 720L820 720Z"), mix(ink, INK, 0.25))
    pen.canvas.fill(circle(600, 520, 96), CREAM)
    for turn in (0, 120, 240):
        a, b = polar(600, 520, 54, turn - 40), polar(600, 520, 54, turn + 40)
        pen.canvas.stroke(Path.lines([a, b], closed=False), GREEN, 26)
        pen.canvas.fill(circle(*b, 22), GREEN)


def _mixer(pen: Pen, ink: str) -> None:
    drum = Path.parse("M400 560C440 380 560 300 680 310L930 330L990 470L900 640C760 740 500 760 400 560Z")
    pen.part(drum, ink)
    with pen.canvas.group(drum):
        for x in (480, 660, 840):
            pen.canvas.fill(Path.lines([(x, 200), (x + 80, 200), (x + 10, 800), (x - 70, 800)]), RED)
    pen.part(oval(960, 400, 44, 84, -20), DARK)
    pen.part(Path.parse("M930 520L1010 640L960 680L890 560Z"), STEEL)


def _tow(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M370 620L980 620L980 720L370 720Z"), ink)
    pen.part(limb([(420, 610), (860, 300)], 30, 24), DARK)
    pen.part(limb([(640, 610), (640, 470)], 20, 20), STEEL)
    pen.canvas.stroke(Path.parse("M880 300L880 470Q960 470 950 540Q930 600 870 570"), INK, 24)
    pen.part(rounded_rect(200, 340, 96, 60, 24), ORANGE)


def _flat(pen: Pen, ink: str) -> None:
    """A snow plough: a gritter's hopper behind, the blade before."""
    pen.part(Path.parse("M400 400L980 400L920 720L440 720Z"), STEEL)
    pen.canvas.fill(rect(420, 440, 540, 40), ink)
    pen.part(limb([(20, 820), (140, 780)], 20, 20), DARK)


_BODIES = {"dump": _dump, "garbage": _garbage, "mixer": _mixer, "tow": _tow, "plow": _flat}


def _tracks(pen: Pen, x: float, width: float, y: float = 740, height: float = 210) -> None:
    """A crawler's chain with its rollers."""
    pen.part(rounded_rect(x, y, width, height, height / 2), DARK)
    pen.part(rounded_rect(x + 44, y + 44, width - 88, height - 88, height / 2 - 44), mix(DARK, CREAM, 0.3))
    count = max(3, round(width / 150))
    for k in range(count):
        pen.part(circle(x + 110 + (width - 220) * k / (count - 1), y + height / 2, 44), STEEL)


def _bulldozer(pen: Pen) -> None:
    pen.part(limb([(190, 820), (520, 820)], 24, 24), STEEL)
    pen.part(Path.parse("M90 520Q190 720 70 950L20 950Q90 720 20 520Z"), DARK)
    pen.part(Path.parse("M240 740L240 560Q240 520 290 516L560 500L560 740Z"), GOLD)
    for x in (300, 370, 440):
        pen.canvas.fill(rect(x, 570, 22, 120), INK)
    pen.part(Path.parse("M520 740L520 250L860 250L900 740Z"), GOLD)
    pen.part(Path.parse("M570 520L570 310L800 310L824 520Z"), SKY)
    pen.part(rounded_rect(480, 200, 450, 64, 24), DARK)
    pen.part(rounded_rect(380, 360, 34, 160, 14), DARK)
    _tracks(pen, 220, 770)


def _tank(pen: Pen) -> None:
    pen.part(limb([(420, 400), (40, 340)], 28, 26), "#5f7a4a")
    pen.part(rounded_rect(10, 300, 64, 84, 16), "#4f6a3c")
    pen.part(Path.parse("M340 560Q340 320 460 310L700 310Q800 320 820 560Z"), "#6f8a55")
    pen.part(rounded_rect(520, 250, 170, 70, 24), "#5f7a4a")
    pen.part(Path.parse("M90 700L190 540L900 540L1000 700Z"), "#6f8a55")
    pen.canvas.fill(rect(250, 590, 560, 20), "#4f6a3c")
    star_d = "M0 -1L0.24 -0.3L0.95 -0.3L0.38 0.12L0.6 0.82L0 0.4L-0.6 0.82L-0.38 0.12L-0.95 -0.3L-0.24 -0.3Z"
    pen.canvas.fill(moved(star_d, 590, 440, 66), CREAM)
    _tracks(pen, 30, 964, 680, 230)


def _forklift(pen: Pen) -> None:
    for x in (250, 330):
        pen.part(rect(x, 160, 36, 740), DARK)
    pen.part(rect(30, 420, 210, 200), WOOD)
    pen.canvas.stroke(Path.parse("M40 430L230 610M230 430L40 610"), mix(WOOD, INK, 0.4), 18)
    pen.part(Path.parse("M10 620L290 620L290 560L330 560L330 660L10 660Z"), STEEL)
    pen.part(Path.parse("M390 800L390 600L560 560L880 560Q990 570 990 700L990 800Z"), ORANGE)
    for a, b in (((440, 590), (480, 250)), ((860, 560), (820, 250))):
        pen.part(limb([a, b], 18, 18), DARK)
    pen.part(rounded_rect(430, 210, 460, 56, 20), DARK)
    pen.part(rounded_rect(650, 420, 60, 150, 22), DARK)
    pen.part(rounded_rect(590, 530, 170, 56, 22), DARK)
    for x, r in ((470, 104), (860, 96)):
        wheel(pen, x, 850, r)


def _combine(pen: Pen) -> None:
    pen.part(Path.parse("M330 700L330 330Q330 290 380 290L940 290Q990 300 990 360L990 700Z"), GREEN)
    pen.canvas.fill(rect(560, 420, 400, 40), GOLD)
    pen.part(Path.parse("M360 560L340 250Q340 210 380 210L560 210L560 560Z"), SKY)
    pen.part(rounded_rect(320, 180, 270, 50, 18), DARK)
    pen.part(limb([(760, 300), (980, 150)], 32, 26), GREEN)
    pen.part(Path.parse("M120 840L330 640L430 640L300 880Z"), GREEN)
    for k in range(6):
        pen.canvas.stroke(Path.lines([(130, 780), polar(130, 780, 120, 60 * k + 12)], closed=False), INK, 22)
    for width, ink in ((38, INK), (20, GOLD)):
        pen.canvas.stroke(circle(130, 780, 116), ink, width)
    pen.part(circle(130, 780, 28), GOLD)
    for x in (20, 70, 190, 250):
        pen.part(moved("M-0.2 0Q-0.4 -0.6 0 -1Q0.4 -0.6 0.2 0Z", x, 990, 60, 120, -6), GOLD)
    wheel(pen, 480, 820, 160)
    wheel(pen, 850, 860, 116)


def _lawn_mower(pen: Pen) -> None:
    for width, ink in ((54, INK), (34, STEEL)):
        pen.canvas.stroke(Path.parse("M560 640L860 150L990 120"), ink, width)
    pen.canvas.stroke(Path.parse("M900 140L996 116"), DARK, 44)
    pen.part(Path.parse("M120 820L160 660Q180 620 240 620L620 620Q680 620 700 680L740 820Z"), RED)
    pen.part(rounded_rect(300, 470, 250, 160, 44), DARK)
    pen.part(rounded_rect(350, 420, 140, 60, 24), STEEL)
    pen.part(circle(700, 720, 90), mix(GREEN, INK, 0.1))
    wheel(pen, 210, 850, 104)
    wheel(pen, 650, 850, 104)
    for x in (30, 80, 130, 320, 400, 480, 560, 800, 860, 920, 980):
        pen.part(moved("M-0.3 0L0 -1L0.3 0Z", x, 1000, 50, 90, 6 * (x % 3 - 1)), LEAF)


def _crane(pen: Pen) -> None:
    """A tower crane with a girder on its hook."""
    for a, b in (((330, 260), (330, 990)), ((450, 260), (450, 990))):
        pen.part(limb([a, b], 15, 15), GOLD)
    for k in range(7):
        y = 290 + 100 * k
        pen.canvas.stroke(Path.lines([(330, y), (450, y + 100)], closed=False), INK, 22)
        pen.canvas.stroke(Path.lines([(330, y), (450, y + 100)], closed=False), GOLD, 10)
    pen.part(Path.parse("M30 200L1000 200L960 270L60 270Z"), GOLD)
    for k in range(9):
        x = 100 + 100 * k
        pen.canvas.stroke(Path.lines([(x, 262), (x + 50, 208), (x + 100, 262)], closed=False), mix(GOLD, INK, 0.5), 12)
    for x in (60, 960):
        pen.canvas.stroke(Path.lines([(390, 40), (x, 205)], closed=False), INK, 15)
    pen.part(Path.parse("M340 210L390 30L440 210Z"), GOLD)
    pen.part(rect(40, 260, 170, 130), DARK)
    pen.part(rect(450, 270, 130, 130), RED)
    pen.part(rect(490, 296, 70, 60), SKY)
    pen.canvas.stroke(Path.lines([(810, 270), (810, 560)], closed=False), INK, 16)
    pen.canvas.stroke(Path.lines([(810, 550), (690, 640), (930, 640), (810, 550)], closed=False), INK, 14)
    pen.part(rect(640, 640, 340, 60), RED)
    pen.part(rect(240, 950, 300, 56), STONE)


MACHINES: Mapping[str, Draw] = {
    "dump truck": _lorry(f"dump {GOLD}"),
    "garbage truck": _lorry(f"garbage {GREEN}"),
    "cement mixer": _lorry(f"mixer {CREAM}"),
    "tow truck": _lorry(f"tow {BLUE}"),
    "snowplow": _lorry(f"plow {ORANGE}"),
    "bulldozer": _bulldozer,
    "tank": _tank,
    "forklift": _forklift,
    "combine harvester": _combine,
    "lawn mower": _lawn_mower,
    "tower crane": _crane,
}
"""By the name that the keyword table gives them."""
