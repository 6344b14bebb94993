"""Landmarks, and what stands by the road and in the field: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, limb, oval
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
    STONE,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    moved,
)

_ARCH = "M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z"


def _arches(pen: Pen, y: float, spots: tuple[float, ...], width: float, height: float, ink: str) -> None:
    for x in spots:
        pen.part(moved(_ARCH, x, y, width, height), ink)


def _colosseum(pen: Pen) -> None:
    wall, shade = "#e0b98a", "#7a5236"
    pen.part(
        Path.parse("M40 940L40 330Q300 150 700 200L700 330L800 360L800 480L900 520L990 560L990 940Q512 1010 40 940Z"),
        wall,
    )
    for y, xs in (
        (330, (130, 250, 370, 490, 610)),
        (530, (120, 245, 370, 495, 620, 745)),
        (740, (120, 250, 380, 510, 640, 770, 900)),
    ):
        _arches(pen, y, xs, 74, 110, shade)
    for y in (470, 680):
        pen.canvas.stroke(Path.parse(f"M40 {y}Q400 {y - 26} {790 if y < 500 else 990} {y}"), mix(wall, INK, 0.35), 18)
    pen.canvas.stroke(Path.parse("M40 900Q512 960 990 900"), mix(wall, INK, 0.35), 18)


def _taj_mahal(pen: Pen) -> None:
    white, shade = "#fbf3e6", "#8fa3c4"
    for x in (90, 934):
        pen.part(Path.lines([(x - 34, 920), (x - 24, 330), (x + 24, 330), (x + 34, 920)]), white)
        pen.part(moved("M-0.5 0.3C-0.62 -0.2 -0.2 -0.4 0 -0.8C0.2 -0.4 0.62 -0.2 0.5 0.3Z", x, 300, 76), white)
        for y in (480, 680):
            pen.part(rounded_rect(x - 40, y, 80, 26, 8), shade)
    pen.part(rect(210, 520, 604, 400), white)
    pen.part(Path.parse("M360 430C250 250 470 200 512 60C554 200 774 250 664 430Z"), white)
    pen.part(rect(360, 420, 304, 60), shade)
    for x in (280, 744):
        pen.part(moved("M-0.5 0.3C-0.7 -0.3 -0.2 -0.4 0 -0.9C0.2 -0.4 0.7 -0.3 0.5 0.3Z", x, 460, 130), white)
    pen.part(rect(390, 470, 244, 450), white)
    _arches(pen, 660, (C,), 160, 260, shade)
    for y in (610, 800):
        _arches(pen, y, (290, 734), 76, 96, shade)
    pen.part(rect(30, 910, 964, 50), CREAM)
    pen.part(Path.parse("M440 1010L470 960L554 960L584 1010Z"), BLUE)


def _pisa(pen: Pen) -> None:
    lean = Transform.rotate(9, (C, 980))
    white, shade = "#fbf3e6", "#b39a7f"
    for k in range(7):
        top, half = 850 - 116 * k, 170 - 5 * k
        if k == 6:
            half = 120
        pen.part(rect(C - half, top, 2 * half, 110).transformed(lean), white)
        for i in range(5):
            x = C - half * 0.76 + half * 0.38 * i
            pen.canvas.fill(moved(_ARCH, x, top + 46, half * 0.2, 58).transformed(lean), shade)
        pen.part(rect(C - half - 18, top - 18, 2 * half + 36, 26).transformed(lean), CREAM)
    pen.part(rect(300, 964, 424, 40), LEAF)


def _stonehenge(pen: Pen) -> None:
    pen.part(Path.parse("M10 960Q200 820 512 830Q824 820 1014 960L1014 1000L10 1000Z"), LEAF)
    for x, top, w in ((330, 420, 90), (512, 400, 96), (694, 420, 90)):
        pen.part(blob(x, (top + 850) / 2, w / 2, (850 - top) / 2, 6), mix(STONE, INK, 0.18))
    pen.part(blob(C, 380, 260, 44, 7), mix(STONE, INK, 0.1))
    for x, top in ((110, 360), (290, 340), (734, 340), (914, 360)):
        pen.part(blob(x, (top + 930) / 2, 74, (930 - top) / 2, 6), STONE)
        pen.canvas.fill(rounded_rect(x - 40, top + 90, 24, 190, 12), mix(STONE, CREAM, 0.45))
    for x in (200, 824):
        pen.part(blob(x, 310, 186, 56, 7), mix(STONE, CREAM, 0.2))


def _mount_rushmore(pen: Pen) -> None:
    pen.part(Path.parse("M0 960L90 420L300 180L520 120L760 200L930 420L1024 960Z"), mix(STONE, CREAM, 0.2))
    for x, y in ((200, 560), (400, 470), (620, 480), (820, 570)):
        pen.part(blob(x, y, 96, 140, 2.6), STONE)
        pen.part(
            moved("M-0.9 0C-0.9 -0.8 0.9 -0.8 0.9 0C0.5 -0.3 -0.5 -0.3 -0.9 0Z", x, y - 70, 110), mix(STONE, INK, 0.25)
        )
        for side in SIDES:
            pen.canvas.fill(oval(x + side * 36, y - 20, 16, 10), INK)
        pen.canvas.stroke(
            Path.parse(f"M{x} {y - 14}L{x - 16} {y + 34}L{x + 12} {y + 36}M{x - 30} {y + 80}L{x + 30} {y + 80}"),
            INK,
            11,
        )
    for x, tall in ((60, 240), (180, 180), (330, 220), (500, 170), (680, 230), (840, 180), (960, 240)):
        pen.part(Path.lines([(x - 84, 1000), (x, 1000 - tall), (x + 84, 1000)]), GREEN)


def _space_needle(pen: Pen) -> None:
    for side in SIDES:
        pen.part(
            Path.parse(
                f"M{C + side * 20} 380L{C + side * 60} 380Q{C + side * 20} 640 {C + side * 190} 1000L{C + side * 120} 1000Q{C - side * 10} 660 {C + side * 20} 380Z"
            ),
            WHITE,
        )
    pen.part(rect(C - 26, 360, 52, 640), mix(STONE, CREAM, 0.5))
    pen.part(Path.parse("M110 300Q512 210 914 300Q760 390 512 400Q264 390 110 300Z"), ORANGE)
    pen.canvas.fill(Path.parse("M210 310Q512 260 814 310Q700 340 512 344Q324 340 210 310Z"), SKY)
    pen.part(Path.parse("M300 250Q512 150 724 250Q512 200 300 250Z"), WHITE)
    pen.part(limb([(C, 190), (C, 20)], 20, 6), WHITE)


def _gateway_arch(pen: Pen) -> None:
    legs = (
        "M110 960C180 300 360 70 512 70C664 70 844 300 914 960L824 960C770 400 620 170 512 170C404 170 254 400 200 960Z"
    )
    pen.part(Path.parse(legs), "#c3ccd8")
    pen.canvas.stroke(Path.parse("M156 930C230 340 380 120 512 120C644 120 794 340 868 930"), WHITE, 13)
    for x, w, top in ((300, 90, 800), (400, 80, 720), (500, 90, 780), (610, 90, 700)):
        pen.part(rect(x, top, w, 960 - top), BLUE)
        pen.canvas.fill(rect(x + 26, top + 40, 20, 30), GLOW)
        pen.canvas.fill(rect(x + 26, top + 100, 20, 30), GLOW)
    pen.part(rect(40, 946, 944, 56), LEAF)


def _tower_bridge(pen: Pen) -> None:
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{C + side * 500} 700Q{C + side * 360} 660 {C + side * 280} 430"), INK, 40)
        pen.canvas.stroke(Path.parse(f"M{C + side * 500} 700Q{C + side * 360} 660 {C + side * 280} 430"), SKY, 22)
    pen.part(rect(8, 700, 1008, 56), BLUE)
    pen.part(rect(290, 330, 444, 56), BLUE)
    for side in SIDES:
        x = C + side * 210
        pen.part(rect(x - 90, 290, 180, 660), "#d9c4a0")
        pen.part(Path.lines([(x - 90, 300), (x, 110), (x + 90, 300)]), "#5a6f8f")
        for dx in (-78, 78):
            pen.part(Path.lines([(x + dx - 24, 320), (x + dx, 190), (x + dx + 24, 320)]), "#d9c4a0")
        for y in (360, 500):
            _arches(pen, y + 20, (x - 34, x + 34), 40, 70, DARK)
        _arches(pen, 680, (x,), 84, 90, DARK)
        pen.part(rect(x - 120, 830, 240, 130), mix("#d9c4a0", INK, 0.25))
    pen.part(blob(C, 980, 504, 36, 3), "#5f9fc8")


def _opera_house(pen: Pen) -> None:
    for x, size, lean in ((330, 300, -1.0), (500, 420, -1.0), (680, 330, -1.0), (850, 240, 1.0)):
        shell = f"M{x - lean * size * 0.5} 800C{x - lean * size * 0.42} {800 - size} {x + lean * size * 0.1} {800 - size * 1.5} {x + lean * size * 0.62} {800 - size * 1.6}C{x + lean * size * 0.42} {800 - size} {x + lean * size * 0.4} {800 - size * 0.4} {x + lean * size * 0.5} 800Z"
        pen.part(Path.parse(shell), WHITE)
        rib = f"M{x - lean * size * 0.1} 790C{x} {800 - size * 0.8} {x + lean * size * 0.3} {800 - size * 1.3} {x + lean * size * 0.56} {800 - size * 1.5}"
        pen.canvas.stroke(Path.parse(rib), "#d3cbbd", 12)
    pen.part(rect(60, 790, 904, 90), "#cf9f7a")
    pen.part(blob(C, 930, 504, 70, 3), BLUE)


def _statue(pen: Pen) -> None:
    """A figure of stone upon its plinth."""
    pen.part(rect(330, 760, 364, 210), STONE)
    pen.part(rect(280, 730, 464, 50), mix(STONE, CREAM, 0.3))
    pen.part(rect(240, 950, 544, 54), mix(STONE, CREAM, 0.3))
    marble = "#e6e2da"
    pen.part(Path.parse("M400 740C380 560 420 440 450 380L580 380C640 470 640 600 624 740Z"), marble)
    pen.part(limb([(470, 400), (380, 520), (440, 590)], 36, 28), marble)
    pen.part(limb([(580, 400), (680, 300), (690, 170)], 36, 28), marble)
    pen.part(circle(690, 130, 44), GOLD)
    pen.part(oval(516, 270, 84, 104), marble)
    pen.part(moved("M-1 0.1C-1.1 -1 1.1 -1 1 0.1C0.6 -0.4 -0.6 -0.4 -1 0.1Z", 516, 240, 94), mix(marble, INK, 0.2))
    for x in (460, 512, 566):
        pen.canvas.stroke(Path.parse(f"M{x} 470Q{x - 20} 600 {x} 720"), mix(marble, INK, 0.3), 12)


def _phone_box(pen: Pen) -> None:
    pen.part(rect(290, 150, 444, 800), RED)
    pen.part(Path.parse("M280 170Q300 40 512 40Q724 40 744 170Z"), RED)
    pen.part(rect(340, 180, 344, 60), CREAM)
    for row in range(6):
        for k, w in enumerate((60, 130, 60)):
            pen.part(rect((350, 447, 614)[k], 290 + 92 * row, w, 68), SKY)
    pen.part(rect(260, 930, 504, 70), DARK)
    pen.canvas.fill(circle(C, 104, 28), GOLD)


def _street_lamp(pen: Pen) -> None:
    pen.part(limb([(C, 400), (C, 940)], 22, 28), DARK)
    pen.part(rounded_rect(400, 930, 224, 70, 20), DARK)
    pen.part(rounded_rect(450, 760, 124, 44, 18), DARK)
    pen.part(limb([(360, 500), (664, 500)], 16, 16), DARK)
    pen.part(Path.parse("M400 150L624 150L590 400L434 400Z"), GLOW)
    pen.canvas.stroke(Path.lines([(C, 150), (C, 400)], closed=False), INK, 12)
    pen.part(Path.parse("M360 160L512 50L664 160Z"), DARK)
    pen.part(rounded_rect(410, 390, 204, 44, 16), DARK)
    pen.part(circle(C, 44, 28), DARK)


def _signpost(pen: Pen) -> None:
    pen.part(rounded_rect(476, 80, 72, 920, 24), BARK)
    for y, side, ink in ((170, 1.0, WOOD), (370, -1.0, "#c98a4a"), (570, 1.0, "#b5763f")):
        a, b, tip = C - side * 300, C + side * 300, C + side * 420
        pen.part(Path.lines([(a, y), (b, y), (tip, y + 74), (b, y + 148), (a, y + 148)]), ink)
        for dx in (-210, -60, 90):
            pen.canvas.fill(rounded_rect(C + side * dx - 60, y + 64, 110, 18, 9), mix(ink, INK, 0.35))
    leaves(pen, ((430, 1000, 190, -36), (470, 1000, 150, -6), (590, 1000, 190, 36), (560, 1000, 150, 8)), GREEN, 0.2)


def _scarecrow(pen: Pen) -> None:
    pen.part(rounded_rect(486, 600, 52, 410, 18), BARK)
    pen.part(rounded_rect(90, 470, 844, 50, 20), BARK)
    straw = "#e9c25a"
    for x, y, out in ((120, 500, -90), (904, 500, 90), (440, 860, 180), (590, 860, 180)):
        for lean in (-24, 0, 24):
            pen.part(petal_of(x, y, out + lean), straw)
    pen.part(Path.parse("M180 440L440 420L584 420L844 440L850 560L650 570L670 720L354 720L374 570L174 560Z"), RED)
    for x in (400, 512, 624):
        pen.canvas.fill(rect(x - 8, 430, 16, 290), mix(RED, INK, 0.3))
    for y in (500, 620):
        pen.canvas.fill(rect(380, y, 264, 16), mix(RED, INK, 0.3))
    pen.part(Path.parse("M360 710L664 710L640 890L540 890L512 770L484 890L384 890Z"), BLUE)
    for lean in (-140, -110, 110, 140):
        pen.part(petal_of(C, 330, lean, 220), straw)
    pen.part(blob(C, 300, 140, 150, 2.5), "#e3c08a")
    for side in SIDES:
        pen.canvas.fill(circle(C + side * 56, 290, 20), INK)
    pen.part(Path.lines([(C, 310), (C - 28, 360), (C + 28, 360)]), ORANGE)
    pen.canvas.stroke(Path.parse("M440 390Q512 440 584 390"), INK, 13)
    pen.part(oval(C, 200, 260, 52), WOOD)
    pen.part(Path.parse("M380 190C390 60 440 40 512 40C590 40 634 70 644 190Q512 230 380 190Z"), WOOD)
    pen.canvas.fill(Path.parse("M384 160Q512 200 640 160L644 190Q512 230 380 190Z"), RED)


def petal_of(x: float, y: float, turn: float, length: float = 120) -> Path:
    return moved("M-0.16 0L-0.1 -1L0.1 -1L0.16 0Z", x, y, length, length, turn)


def _weathervane(pen: Pen) -> None:
    """An iron cock on an arrow, the quarters of the wind below it."""
    pen.part(limb([(C, 470), (C, 1000)], 15, 20), DARK)
    pen.part(Path.parse("M70 560L150 500L150 540L860 540L860 490L960 560L860 630L860 580L150 580L150 620Z"), DARK)
    for x in (240, 784):
        pen.part(circle(x, 760, 42), GOLD)
    pen.part(limb([(240, 760), (784, 760)], 15, 15), DARK)
    pen.part(circle(C, 760, 54), GOLD)
    pen.part(
        Path.parse(
            "M330 520C250 440 230 330 260 220C300 260 330 250 340 210C390 250 400 300 400 340C470 360 520 320 560 250C570 190 600 150 660 140C720 140 760 190 750 250C740 400 680 520 540 530Z"
        ),
        mix(DARK, RED, 0.12),
    )
    pen.part(Path.parse("M610 150L600 80L640 110L664 50L690 110L730 84L716 156Z"), RED)
    pen.part(Path.parse("M748 200L830 226L748 256Z"), GOLD)
    pen.part(oval(716, 290, 30, 50), RED)
    pen.canvas.fill(circle(690, 200, 15), CREAM)
    pen.canvas.stroke(Path.parse("M400 430Q500 490 600 400"), CREAM, 13)


def _totem_pole(pen: Pen) -> None:
    pen.part(Path.parse("M300 300L20 220L60 330L10 380L300 420Z"), TEAL)
    pen.part(Path.parse("M724 300L1004 220L964 330L1014 380L724 420Z"), TEAL)
    for y, ink, snout in ((60, RED, GOLD), (370, TEAL, ORANGE), (680, "#c98a4a", RED)):
        pen.part(rounded_rect(310, y, 404, 310, 56), ink)
        for side in SIDES:
            pen.part(circle(C + side * 100, y + 100, 54), CREAM)
            pen.canvas.fill(circle(C + side * 94, y + 104, 24), INK)
        pen.part(Path.lines([(C - 54, y + 110), (C + 54, y + 110), (C, y + 190)]), snout)
        pen.part(rounded_rect(400, y + 214, 224, 56, 26), CREAM)
        for x in (456, 512, 568):
            pen.canvas.fill(rect(x - 5, y + 214, 10, 56), INK)
    pen.part(rounded_rect(250, 980, 524, 40, 14), BARK)


def _windsock(pen: Pen) -> None:
    pen.part(limb([(180, 60), (180, 1000)], 20, 26), STONE)
    pen.part(rounded_rect(90, 970, 180, 44, 16), STONE)
    for k in range(5):
        a, b = 200 + 150 * k, 350 + 150 * k
        ha, hb = 150 - 18 * k, 132 - 18 * k
        ya, yb = 230 + 12 * k, 242 + 12 * k
        pen.part(Path.lines([(a, ya - ha), (b, yb - hb), (b, yb + hb), (a, ya + ha)]), (ORANGE, WHITE)[k % 2])


def _wind_turbine(pen: Pen) -> None:
    for x, y, size in ((260, 500, 0.56), (800, 470, 0.6), (530, 330, 1.0)):
        pen.part(
            Path.lines([(x - 14 * size, y), (x + 14 * size, y), (x + 30 * size, 960), (x - 30 * size, 960)]), WHITE
        )
        for turn in (10, 130, 250):
            pen.part(
                moved(
                    "M-0.08 0C-0.16 -0.4 -0.06 -0.8 0 -1C0.1 -0.7 0.14 -0.3 0.08 0Z", x, y, 310 * size, 310 * size, turn
                ),
                WHITE,
            )
        pen.part(circle(x, y, 36 * size), STONE)
    pen.part(Path.parse("M10 980Q260 880 520 940Q780 880 1014 970L1014 1010L10 1010Z"), LEAF)


def _stone_arch(pen: Pen) -> None:
    """The desert arch of red rock."""
    pen.part(
        Path.parse(
            "M90 940C120 600 150 380 280 250C420 120 700 110 810 260C900 390 910 640 950 940L700 940C720 760 740 560 640 440C560 360 430 380 380 480C330 600 340 780 350 940Z"
        ),
        "#d9774a",
    )
    for d in (
        "M150 800Q220 790 330 810",
        "M180 600Q260 580 350 590",
        "M300 320Q480 210 740 290",
        "M740 560Q820 550 890 570",
        "M730 780Q820 770 920 790",
    ):
        pen.canvas.stroke(Path.parse(d), mix("#d9774a", INK, 0.3), 18)
    pen.part(Path.parse("M10 950Q512 900 1014 950L1014 1000L10 1000Z"), "#e9b06a")


def _statue_head(pen: Pen) -> None:
    """One of the heads of Easter Island."""
    pen.part(Path.parse("M330 920C300 700 290 420 320 240C340 90 690 90 710 240C740 420 730 700 700 920Z"), STONE)
    pen.part(Path.parse("M300 380Q512 290 730 380L716 450Q512 380 318 450Z"), mix(STONE, INK, 0.22))
    pen.part(Path.parse("M470 400L554 400L590 650Q512 700 434 650Z"), mix(STONE, CREAM, 0.25))
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 116, 470, 54, 26), INK)
        pen.part(rounded_rect(C + side * 210 - 26, 420, 52, 250, 24), mix(STONE, INK, 0.12))
    pen.part(rounded_rect(400, 740, 224, 54, 26), mix(STONE, INK, 0.3))
    pen.part(Path.parse("M40 1000Q120 880 300 920L724 920Q904 880 984 1000Z"), LEAF)


def _pagoda(pen: Pen) -> None:
    for k in range(4):
        y, half = 800 - 190 * k, 300 - 54 * k
        pen.part(rect(C - half * 0.7, y, half * 1.4, 140), RED)
        for i in range(3):
            pen.part(rect(C + (i - 1) * half * 0.44 - 26, y + 40, 52, 100), GLOW)
        roof = f"M{C - half - 90} {y - 10}Q{C - half * 0.7} {y - 10} {C - half * 0.6} {y - 70}L{C + half * 0.6} {y - 70}Q{C + half * 0.7} {y - 10} {C + half + 90} {y - 10}Q{C} {y + 50} {C - half - 90} {y - 10}Z"
        pen.part(Path.parse(roof), TEAL)
    pen.part(limb([(C, 170), (C, 20)], 18, 6), GOLD)
    pen.part(rect(160, 930, 704, 60), STONE)


def _torii(pen: Pen) -> None:
    for x in (250, 774):
        pen.part(Path.lines([(x - 38, 300), (x + 38, 300), (x + 52, 960), (x - 52, 960)]), RED)
        pen.part(rounded_rect(x - 74, 930, 148, 70, 14), DARK)
    pen.part(rect(130, 440, 764, 74), RED)
    pen.part(rect(474, 270, 76, 180), DARK)
    pen.part(Path.parse("M20 160Q512 260 1004 160L980 250Q512 330 44 250Z"), RED)
    pen.part(Path.parse("M6 110Q512 220 1018 110L1004 176Q512 280 20 176Z"), DARK)


def _carousel(pen: Pen) -> None:
    for x in (200, 400, 624, 824):
        pen.part(rect(x - 13, 400, 26, 480), GOLD)
    pen.part(rect(440, 400, 144, 480), CREAM)
    for x, y, ink in ((250, 640, WHITE), (774, 600, "#c98a4a")):
        side = 1.0 if x < C else -1.0
        for dx in (-60, 60):
            pen.part(limb([(x + dx, y + 40), (x + dx + side * 24, y + 150)], 20, 15), ink)
        pen.part(limb([(x + side * 60, y), (x + side * 110, y - 110)], 44, 34), ink)
        pen.part(oval(x + side * 140, y - 120, 62, 36, side * 24), ink)
        pen.part(blob(x, y + 10, 110, 58, 2.4), ink)
        pen.part(rounded_rect(x - 44, y - 56, 88, 70, 24), RED)
    for k in range(8):
        x = 80 + 108 * k
        pen.part(Path.parse(f"M{x} 370L{x + 108} 370L{x + 108} 430Q{x + 54} 490 {x} 430Z"), (RED, CREAM)[k % 2])
    pen.part(Path.parse("M50 384L512 120L974 384Z"), RED)
    for a, b in ((280, 430), (590, 744)):
        pen.canvas.fill(Path.parse(f"M{a} 374L512 130L{b} 374Z"), CREAM)
    pen.part(star(C, 80, 70), GOLD)
    pen.part(rounded_rect(60, 870, 904, 80, 24), TEAL)
    pen.part(rounded_rect(120, 940, 784, 54, 20), DARK)


def _circus_tent(pen: Pen) -> None:
    pen.part(Path.parse("M120 520L904 520L860 960L164 960Z"), CREAM)
    for k in range(4):
        a = 130 + 218 * k
        pen.canvas.fill(
            Path.lines([(a, 530), (a + 109, 530), (a + 109 - (a - 400) * 0.05, 950), (a - (a - 500) * 0.06, 950)]), RED
        )
    pen.part(Path.parse("M60 530Q380 420 512 160Q644 420 964 530Q512 590 60 530Z"), RED)
    for d in ("M220 540Q420 420 512 170Q470 430 400 556Z", "M624 556Q554 430 512 170Q604 420 804 540Z"):
        pen.canvas.fill(Path.parse(d), CREAM)
    pen.part(Path.parse("M430 960L512 600L594 960Z"), DARK)
    pen.canvas.stroke(Path.lines([(C, 170), (C, 40)], closed=False), INK, 18)
    pen.part(Path.parse("M516 40L660 80L516 126Z"), GOLD)


LANDMARKS: Mapping[str, Draw] = {
    "colosseum": _colosseum,
    "taj mahal": _taj_mahal,
    "leaning tower of pisa": _pisa,
    "stonehenge": _stonehenge,
    "mount rushmore": _mount_rushmore,
    "space needle": _space_needle,
    "gateway arch": _gateway_arch,
    "tower bridge": _tower_bridge,
    "sydney opera house": _opera_house,
    "statue": _statue,
    "moai": _statue_head,
    "pagoda": _pagoda,
    "torii gate": _torii,
    "stone arch": _stone_arch,
    "phone box": _phone_box,
    "street lamp": _street_lamp,
    "signpost": _signpost,
    "scarecrow": _scarecrow,
    "weathervane": _weathervane,
    "totem pole": _totem_pole,
    "windsock": _windsock,
    "wind turbines": _wind_turbine,
    "carousel": _carousel,
    "circus tent": _circus_tent,
}
"""By the name that the keyword table gives them."""
