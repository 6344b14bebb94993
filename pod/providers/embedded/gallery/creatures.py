"""Animals without paws, seen from the side or from above: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    CREAM,
    DARK,
    GLOW,
    GOLD,
    ORANGE,
    RED,
    ROSE,
    SKY,
    WHITE,
    C,
    Draw,
    eyes,
    moved,
)


def _eye(pen: Pen, x: float, y: float, r: float = 26) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.34, r * 0.34), WHITE)


def _smile(pen: Pen, x: float, y: float, reach: float) -> None:
    pen.canvas.stroke(Path((("M", (x - reach, y)), ("Q", (x, y + reach * 0.9, x + reach, y)))), INK, 12)


def _starfish(pen: Pen) -> None:
    arms = [limb([(C, 540), polar(C, 540, 400, 72 * k)], 170, 66) for k in range(5)]
    for arm in arms:
        pen.canvas.stroke(arm, INK, 18)
    for arm in arms:
        pen.canvas.fill(arm, ORANGE)
    for k in range(5):
        for out, r in ((210, 24), (290, 20), (370, 15)):
            pen.canvas.fill(circle(*polar(C, 540, out, 72 * k), r), mix(ORANGE, CREAM, 0.6))
        for lean in (-14, 14):
            pen.canvas.fill(circle(*polar(C, 540, 250, 72 * k + lean), 12), mix(ORANGE, CREAM, 0.6))
    eyes(pen, C, 510, 72, 28)
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 110, 556, 30, 18), RED)


def _sea_urchin(pen: Pen) -> None:
    for k in range(26):
        turn = 360 * k / 26
        pen.part(leaf(*polar(C, 540, 230, turn), 250 - 40 * (k % 2), 26, turn), ("#5a4a8f", "#7a6ab0")[k % 2])
    pen.part(circle(C, 540, 290), "#4f3f80")
    for k in range(8):
        pen.canvas.fill(circle(*polar(C, 540, 190, 45 * k + 20), 22), "#7a6ab0")
    eyes(pen, C, 520, 76, 30)


def _stingray(pen: Pen) -> None:
    pen.part(limb(curve((C, 700), (C - 30, 850), (C + 120, 900), (C + 60, 1010)), 26, 7), "#5f7f9a")
    pen.part(
        Path.parse(
            "M512 120C640 130 720 240 1004 420C900 520 720 600 640 740C600 800 424 800 384 740C304 600 124 520 20 420C304 240 384 130 512 120Z"
        ),
        "#7f9fb8",
    )
    for side in SIDES:
        pen.part(oval(C + side * 78, 776, 60, 36, side * 24), "#7f9fb8")
        _eye(pen, C + side * 96, 250, 26)
        for x, y, r in ((190, 400, 26), (120, 500, 20), (280, 440, 18), (70, 620, 22), (330, 380, 14)):
            pen.canvas.fill(circle(C + side * x, y, r), mix("#7f9fb8", WHITE, 0.6))
    _smile(pen, C, 300, 50)


def _seahorse(pen: Pen) -> None:
    gold = "#f3b04a"
    for k, y in enumerate((420, 510, 600)):
        pen.part(moved("M0 0L1 -0.5L1.1 0.1L1 0.6Z", 640, y, 150 - 10 * k), mix(gold, RED, 0.4))
    tail = curve((560, 660), (620, 900), (330, 1010), (300, 860)) + curve(
        (300, 860), (290, 760), (400, 760), (400, 840)
    )
    pen.part(limb(tail, 84, 26), gold)
    pen.part(blob(540, 530, 150, 230, 2.3), gold)
    for y in (400, 470, 540, 610, 680):
        pen.canvas.stroke(
            Path.parse(f"M{430 + abs(540 - y) * 0.12} {y}Q540 {y + 34} 600 {y}"), mix(gold, CREAM, 0.6), 16
        )
    for turn, length in ((-30, 150), (0, 170), (30, 160), (60, 130)):
        pen.part(leaf(*polar(530, 220, 110, turn), length, 34, turn), mix(gold, RED, 0.4))
    pen.part(limb([(420, 290), (170, 360)], 62, 34), gold)
    pen.part(circle(520, 240, 160), gold)
    pen.canvas.fill(limb([(430, 290), (220, 346)], 50, 26), gold)
    pen.part(circle(166, 362, 40), gold)
    _eye(pen, 480, 210, 34)
    pen.canvas.fill(oval(540, 300, 30, 18), "#f2788f")


def _eel(pen: Pen) -> None:
    body = curve((170, 300), (700, 60), (1050, 420), (600, 560), 20) + curve(
        (600, 560), (200, 680), (200, 1000), (900, 900), 20
    )
    pen.part(limb(body, 110, 16), "#4f8f7a")
    for k in range(4, 36, 4):
        x, y = body[k]
        pen.canvas.fill(circle(x, y + 10, 26 - k * 0.4), "#a9d49a")
    pen.part(oval(190, 300, 150, 120, -16), "#4f8f7a")
    _eye(pen, 170, 260, 28)
    pen.canvas.stroke(Path.parse("M60 340Q160 390 260 330"), INK, 13)


def _koi(pen: Pen) -> None:
    white = "#fdf6ec"
    pen.part(Path.parse("M600 780C760 760 860 860 800 1000C700 960 600 940 560 840Z"), ORANGE)
    pen.part(Path.parse("M560 820C560 900 500 980 380 1000C400 900 440 840 520 790Z"), ORANGE)
    for d in (
        "M330 330C200 320 110 400 110 520C220 510 320 460 360 420Z",
        "M640 330C780 280 880 330 920 440C820 460 700 450 620 420Z",
    ):
        pen.part(Path.parse(d), mix(ORANGE, CREAM, 0.35))
    body = Path.parse(
        "M440 40C600 40 680 180 660 360C640 540 560 620 600 840Q560 880 520 830C420 700 300 560 290 360C280 180 330 40 440 40Z"
    )
    pen.part(body, white)
    with pen.canvas.group(body):
        pen.canvas.fill(blob(500, 210, 150, 90, 2.2), "#e8572f")
        pen.canvas.fill(blob(390, 440, 130, 110, 2.2), "#e8572f")
        pen.canvas.fill(blob(560, 640, 90, 110, 2.2), "#e8572f")
        pen.canvas.fill(blob(590, 430, 50, 60, 2.2), DARK)
    for x in (350, 560):
        _eye(pen, x, 150, 24)
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{450 + side * 50} 60Q{450 + side * 110} 30 {450 + side * 120} -10"), INK, 15)


def _angler(pen: Pen) -> None:
    pen.part(Path.parse("M760 560L1000 420L960 600L1000 780Z"), "#3f4a78")
    pen.canvas.stroke(Path.parse("M420 260Q420 60 230 90Q150 110 150 210"), INK, 26)
    pen.part(circle(150, 250, 66), GLOW)
    pen.part(blob(480, 600, 400, 350, 2.3), "#4f5f94")
    pen.part(Path.parse("M90 640Q360 560 640 680Q560 900 330 890Q120 850 90 640Z"), "#2b2740")
    for x, y in ((150, 640), (250, 622), (350, 620), (450, 634), (550, 660)):
        pen.part(Path.lines([(x - 36, y), (x + 36, y + 8), (x, y + 100)]), WHITE)
    for x, y in ((220, 846), (330, 880), (450, 862)):
        pen.part(Path.lines([(x - 34, y), (x + 34, y), (x, y - 96)]), WHITE)
    pen.part(circle(420, 440, 70), WHITE)
    _eye(pen, 410, 446, 36)
    pen.part(moved("M0 0L1 -0.6L1 0.6Z", 660, 700, 140), "#3f4a78")


def _swordfish(pen: Pen) -> None:
    blue = "#4f7fb0"
    pen.part(Path.parse("M840 430L1004 250Q960 430 1004 620Z"), blue)
    pen.part(Path.parse("M460 330Q520 130 720 110Q640 220 680 360Z"), mix(blue, INK, 0.2))
    pen.part(Path.parse("M20 520L330 440C480 320 760 340 880 430C760 600 500 660 330 580Z"), blue)
    pen.canvas.fill(Path.parse("M320 570C470 590 700 560 850 450C760 590 500 650 330 580Z"), CREAM)
    pen.part(Path.parse("M480 590Q500 740 620 780Q600 660 590 580Z"), mix(blue, INK, 0.2))
    _eye(pen, 390, 480, 26)


def _tardigrade(pen: Pen) -> None:
    skin = "#c9a0b4"
    for x in (250, 430, 620, 790):
        pen.part(limb([(x, 640), (x - 20, 850)], 84, 62), skin)
        for dx in (-44, -14, 18):
            pen.part(limb([(x - 20 + dx, 890), (x - 30 + dx * 1.3, 940)], 11, 6), CREAM)
    pen.part(blob(540, 540, 440, 270, 2.4), skin)
    for x in (420, 590, 750):
        pen.canvas.stroke(Path.parse(f"M{x} 290Q{x + 50} 540 {x} 790"), mix(skin, INK, 0.3), 16)
    pen.part(blob(250, 480, 210, 200, 2.3), skin)
    pen.part(limb([(120, 520), (60, 530)], 74, 62), mix(skin, CREAM, 0.35))
    pen.canvas.fill(oval(44, 530, 22, 34), INK)
    _eye(pen, 250, 420, 22)
    pen.canvas.fill(oval(290, 500, 34, 20), "#f2788f")


def _slug(pen: Pen) -> None:
    skin = "#e3b04f"
    for x in (200, 300):
        pen.part(limb([(x + 30, 520), (x - 20, 260)], 22, 17), skin)
        pen.part(circle(x - 24, 240, 44), skin)
        _eye(pen, x - 28, 236, 20)
    pen.part(
        Path.parse(
            "M100 620C110 420 330 400 420 540C520 470 760 480 900 720C980 800 1010 850 1000 880L140 880C90 860 90 760 100 620Z"
        ),
        skin,
    )
    pen.canvas.stroke(Path.parse("M430 560C560 500 720 540 790 690"), mix(skin, INK, 0.35), 18)
    for x, y in ((540, 640), (640, 620), (700, 700), (590, 720), (460, 690)):
        pen.canvas.fill(circle(x, y, 20), mix(skin, INK, 0.35))
    pen.canvas.stroke(Path.parse("M130 830Q520 800 940 840"), mix(skin, CREAM, 0.5), 20)
    _smile(pen, 200, 650, 44)
    pen.canvas.fill(oval(300, 650, 34, 20), "#f2788f")


def _caterpillar(pen: Pen) -> None:
    for k in range(5, 0, -1):
        x, y = 230 + 150 * k, 640 + (30, -50, 20, -40, 20)[k - 1]
        for dx in (-30, 30):
            pen.part(limb([(x + dx, y + 100), (x + dx, y + 190)], 20, 17), ORANGE)
        pen.part(circle(x, y, 140), ("#8fc45f", "#6fae4f")[k % 2])
        pen.canvas.fill(circle(x, y - 44, 30), GOLD)
    for side in SIDES:
        pen.part(
            limb(
                curve((240 + side * 50, 430), (240 + side * 70, 330), (240 + side * 110, 290), (240 + side * 130, 250)),
                13,
                10,
            ),
            DARK,
        )
        pen.part(circle(240 + side * 134, 236, 34), RED)
    pen.part(circle(240, 580, 190), "#8fc45f")
    eyes(pen, 230, 560, 72, 28)
    for side in SIDES:
        pen.canvas.fill(oval(230 + side * 120, 620, 32, 20), "#f2788f")


def _mantis(pen: Pen) -> None:
    green = "#7fb84f"
    pen.part(limb([(500, 480), (800, 860)], 40, 90), green)
    pen.part(leaf(560, 520, 470, 110, 140), mix(green, CREAM, 0.3))
    for x, y in ((620, 640), (700, 760)):
        pen.canvas.stroke(Path.parse(f"M{x} {y}L{x - 200} {y + 60}L{x - 260} 990"), INK, 34)
        pen.canvas.stroke(Path.parse(f"M{x} {y}L{x - 200} {y + 60}L{x - 260} 990"), green, 17)
    pen.part(limb([(470, 250), (510, 520)], 36, 46), green)
    for dx, dy in ((0, 0), (-100, 50)):
        pen.part(limb([(480 + dx * 0.3, 380 + dy), (300 + dx, 520 + dy)], 24, 30), green)
        pen.part(limb([(300 + dx, 520 + dy), (250 + dx, 300 + dy)], 28, 12), mix(green, INK, 0.12))
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{450 + side * 30} 120Q{450 + side * 60} 40 {450 + side * 150} 20"), INK, 15)
    pen.part(Path.parse("M330 150Q450 80 570 150Q540 250 450 320Q360 250 330 150Z"), green)
    for side in SIDES:
        pen.part(oval(450 + side * 108, 150, 52, 66, side * -20), GOLD)
        pen.canvas.fill(circle(450 + side * 108, 156, 19), INK)


def _firefly(pen: Pen) -> None:
    pen.canvas.fill(circle(C, 760, 250), mix(GLOW, WHITE, 0.5))
    pen.part(circle(C, 760, 250), mix(GLOW, WHITE, 0.55))
    pen.part(blob(C, 720, 130, 210, 2.3), GOLD)
    for y in (720, 810):
        pen.canvas.stroke(Path.parse(f"M{C - 124} {y}Q{C} {y + 34} {C + 124} {y}"), mix(GOLD, INK, 0.35), 14)
    for side in SIDES:
        pen.part(leaf(C + side * 30, 470, 430, 130, side * 118), SKY)
        pen.part(leaf(C + side * 30, 440, 440, 120, side * 74), DARK)
        pen.part(
            limb(curve((C + side * 50, 230), (C + side * 70, 130), (C + side * 130, 110), (C + side * 150, 60)), 13, 9),
            DARK,
        )
    pen.part(blob(C, 480, 120, 120, 2.3), RED)
    pen.part(circle(C, 310, 140), DARK)
    for side in SIDES:
        pen.part(circle(C + side * 62, 300, 42), WHITE)
        _eye(pen, C + side * 58, 304, 24)
    pen.canvas.stroke(Path.parse("M470 366Q512 400 554 366"), CREAM, 12)


def _wasp(pen: Pen) -> None:
    for turn, length in ((40, 440), (76, 400)):
        pen.part(leaf(470, 440, length, 110, turn), SKY)
    body = oval(700, 680, 270, 150, 34)
    pen.part(Path.parse("M880 790L1004 930L850 870Z"), DARK)
    pen.part(body, GOLD)
    with pen.canvas.group(body):
        for k in range(4):
            pen.canvas.stroke(Path.lines([(560 + 110 * k, 860), (690 + 110 * k, 500)], closed=False), DARK, 46)
    pen.part(circle(450, 520, 140), DARK)
    for x in (380, 460, 540):
        pen.canvas.stroke(Path.parse(f"M{x} 630L{x - 40} 740L{x} 850"), INK, 22)
    pen.part(circle(260, 420, 150), GOLD)
    pen.part(oval(220, 400, 52, 70, 10), DARK)
    pen.canvas.fill(circle(206, 376, 15), WHITE)
    for dx in (0, 70):
        pen.canvas.stroke(Path.parse(f"M{240 + dx} 290Q{200 + dx} 180 {110 + dx} 170"), INK, 20)


def _nautilus(pen: Pen) -> None:
    for k, turn in enumerate((-150, -128, -106)):
        pen.part(
            limb(curve((330, 720), (220, 760 + 50 * k), (160, 700 + 90 * k), (80 + 40 * k, 800 + 70 * k)), 30, 11), ROSE
        )
        del turn
    shell = circle(570, 480, 420)
    pen.part(shell, CREAM)
    with pen.canvas.group(shell):
        for k in range(9):
            pen.canvas.stroke(
                Path((("M", (620, 520)), ("Q", (*polar(620, 520, 260, 40 * k + 26), *polar(570, 480, 430, 40 * k))))),
                "#c9703f",
                54,
            )
    pen.part(circle(640, 540, 150), CREAM)
    pen.canvas.fill(circle(660, 560, 80), "#c9703f")
    pen.part(Path.parse("M150 560Q120 820 340 860Q420 800 420 680Q300 660 250 520Q190 500 150 560Z"), ROSE)
    _eye(pen, 250, 680, 34)
    pen.canvas.fill(oval(310, 770, 34, 20), "#d9506a")


def _ammonite(pen: Pen) -> None:
    """A fossil."""
    points = [polar(C, 540, 60 + 0.46 * a, a - 40) for a in range(0, 900, 12)]
    pen.part(limb(points, 30, 118), "#b9a184")
    pen.canvas.stroke(Path.lines(points[20:], closed=False), mix("#b9a184", INK, 0.45), 13)
    for k in range(30, 75, 3):
        (x, y), turn = points[k], 12 * k - 40
        a, b = polar(x, y, 50 + k * 0.7, turn), polar(x, y, 26, turn + 180)
        pen.canvas.stroke(Path.lines([a, b], closed=False), mix("#b9a184", INK, 0.3), 15)


def _trilobite(pen: Pen) -> None:
    shell = "#a98f6f"
    pen.part(blob(C, 560, 330, 440, 2.2), shell)
    for k in range(8):
        y = 420 + 66 * k
        half = 316 - 2.6 * (k - 1) ** 2
        pen.canvas.stroke(
            Path.parse(
                f"M{C - half} {y + 50}Q{C - half * 0.5} {y - 20} {C} {y}Q{C + half * 0.5} {y - 20} {C + half} {y + 50}"
            ),
            mix(shell, INK, 0.4),
            15,
        )
    pen.part(
        Path.parse("M170 440Q160 130 512 110Q864 130 854 440Q680 350 512 370Q344 350 170 440Z"), mix(shell, CREAM, 0.25)
    )
    pen.part(blob(C, 620, 92, 330, 2.4), mix(shell, CREAM, 0.35))
    for k in range(7):
        pen.canvas.stroke(
            Path.lines([(C - 84, 420 + 66 * k), (C + 84, 420 + 66 * k)], closed=False), mix(shell, INK, 0.4), 13
        )
    for side in SIDES:
        pen.part(oval(C + side * 160, 270, 60, 44, side * 20), DARK)


def _isopod(pen: Pen) -> None:
    for k in range(7):
        x = 260 + 92 * k
        pen.canvas.stroke(Path.parse(f"M{x} 690L{x - 24} 840"), INK, 24)
    shell = Path.parse("M90 740C90 420 300 250 540 250C800 250 960 460 960 740Q520 800 90 740Z")
    pen.part(shell, "#7f8aa0")
    with pen.canvas.group(shell):
        for k in range(6):
            pen.canvas.stroke(
                Path.parse(f"M{300 + 110 * k} 200Q{240 + 110 * k} 500 {290 + 110 * k} 820"),
                mix("#7f8aa0", INK, 0.4),
                16,
            )
    for dx in (0, 60):
        pen.canvas.stroke(Path.parse(f"M{140 + dx} 520Q{60 + dx} 440 {30 + dx} 360"), INK, 18)
    _eye(pen, 190, 580, 26)
    _smile(pen, 170, 660, 34)


def _monarch(pen: Pen) -> None:
    """The orange butterfly with black veins."""
    for side in SIDES:
        for length, width, turn, y in ((470, 210, 122, 560), (520, 250, 56, 500)):
            pen.part(leaf(C, y, length, width, side * turn), DARK)
            pen.canvas.fill(leaf(C + side * 20, y, length * 0.8, width * 0.74, side * turn), ORANGE)
            for lean in (-15, 0, 15):
                pen.canvas.stroke(
                    Path.lines([(C, y), polar(C, y, length * 0.8, side * (turn + lean))], closed=False), DARK, 12
                )
            for k in range(4):
                pen.canvas.fill(
                    circle(*polar(C, y, length * (0.88 - 0.05 * abs(k - 1.5)), side * (turn + 6 * (k - 1.5))), 13),
                    WHITE,
                )
        pen.part(
            limb(curve((C + side * 14, 330), (C + side * 40, 230), (C + side * 90, 190), (C + side * 110, 150)), 9, 8),
            DARK,
        )
    pen.part(limb([(C, 350), (C, 740)], 34, 22), DARK)
    pen.part(circle(C, 340, 46), DARK)


def _hammerhead(pen: Pen) -> None:
    grey = "#7f94aa"
    pen.part(Path.parse("M820 470L1004 250Q950 450 1000 640Z"), grey)
    pen.part(Path.parse("M470 370L600 150L640 380Z"), grey)
    pen.part(Path.parse("M120 470C300 330 700 330 880 470C700 640 340 660 120 560Z"), grey)
    pen.canvas.fill(Path.parse("M130 560C340 580 640 580 830 500C690 630 340 650 130 560Z"), WHITE)
    pen.part(Path.parse("M440 600L380 790L560 620Z"), grey)
    pen.part(_rounded(60, 300, 130, 400), grey)
    for y in (330, 670):
        pen.part(circle(80, y, 40), WHITE)
        _eye(pen, 76, y, 22)
    for x in (330, 370, 410):
        pen.canvas.stroke(Path.lines([(x, 470), (x - 14, 540)], closed=False), INK, 13)


def _rounded(x: float, y: float, width: float, height: float) -> Path:
    return blob(x + width / 2, y + height / 2, width / 2, height / 2, 4)


def _pterodactyl(pen: Pen) -> None:
    skin = "#a97f5f"
    pen.part(
        Path.parse(
            "M480 480C380 250 200 160 20 200C120 300 120 400 180 480C240 470 280 520 300 590C360 560 420 580 480 640Z"
        ),
        skin,
    )
    pen.part(
        Path.parse(
            "M560 480C660 250 840 160 1004 200C910 300 910 400 850 480C790 470 760 520 740 590C680 560 620 580 560 640Z"
        ),
        skin,
    )
    for side in SIDES:
        pen.canvas.stroke(
            Path.parse(f"M{520 + side * 50} 500Q{520 + side * 250} 400 {520 + side * 440} 240"),
            mix(skin, INK, 0.35),
            15,
        )
        pen.part(limb([(520 + side * 40, 740), (520 + side * 90, 880)], 24, 17), skin)
    pen.part(blob(520, 600, 100, 190, 2.2), mix(skin, CREAM, 0.3))
    pen.part(Path.parse("M560 330Q700 250 760 130Q640 170 560 250Z"), ORANGE)
    pen.part(Path.parse("M600 330C590 240 460 230 430 320L230 460L450 430Q560 450 600 330Z"), skin)
    _eye(pen, 500, 320, 24)


_BELL, _ARM = "#b48be0", "#7fd0d0"


def _jellyfish(pen: Pen) -> None:
    """A bell with a scalloped rim, frilled arms in the middle and long threads on either side."""
    for k, x in enumerate((240.0, 330.0, 694.0, 784.0)):
        out = -1 if x < C else 1
        thread = curve((x, 520), (x + out * 90, 660), (x - out * 70, 790), (x + out * 50, 1000 - 40 * (k in (1, 2))))
        pen.part(limb(thread, 21, 8), _ARM)
    for middle, lean in ((430, -1), (594, 1), (512, 0)):
        frill = [
            (middle, 500),
            (middle + lean * 50 + 36, 610),
            (middle + lean * 40 - 40, 720),
            (middle + lean * 70 + 30, 830),
            (middle + lean * 60, 990),
        ]
        pen.part(limb(frill, 62, 20), mix(_ARM, WHITE, 0.35))
    bell = Path.parse(
        "M130 520C110 210 300 60 512 60C724 60 914 210 894 520Q850 590 798 530Q740 600 684 534Q626 604 570 536Q512 606 454 536Q398 604 340 534Q284 600 226 530Q174 590 130 520Z"
    )
    pen.part(bell, _BELL)
    with pen.canvas.group(bell):
        pen.canvas.fill(Path.parse("M100 470Q512 400 924 470L924 620L100 620Z"), mix(_BELL, INK, 0.14))
        for across, down, size in ((330, 250, 46), (470, 180, 30), (640, 230, 40), (740, 340, 30)):
            pen.canvas.fill(circle(across, down, size), mix(_BELL, WHITE, 0.45))
    pen.canvas.fill(oval(262, 300, 30, 84, 24), WHITE, 0.7)
    for side in SIDES:
        _eye(pen, C + side * 96, 396, 30)
        pen.canvas.fill(oval(C + side * 160, 440, 32, 18), ROSE, 0.8)
    _smile(pen, C, 410, 34)


CREATURES: Mapping[str, Draw] = {
    "starfish": _starfish,
    "jellyfish": _jellyfish,
    "sea urchin": _sea_urchin,
    "stingray": _stingray,
    "seahorse": _seahorse,
    "moray eel": _eel,
    "koi fish": _koi,
    "anglerfish": _angler,
    "swordfish": _swordfish,
    "hammerhead shark": _hammerhead,
    "nautilus": _nautilus,
    "ammonite": _ammonite,
    "trilobite": _trilobite,
    "tardigrade": _tardigrade,
    "slug": _slug,
    "caterpillar": _caterpillar,
    "praying mantis": _mantis,
    "firefly": _firefly,
    "wasp": _wasp,
    "isopod": _isopod,
    "monarch butterfly": _monarch,
    "pterodactyl": _pterodactyl,
}
"""By the name that the keyword table gives them."""
