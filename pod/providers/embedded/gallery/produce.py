"""Fruit, vegetables, and dishes in a bowl: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    RED,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    moved,
    petal,
)


def _drupelets(pen: Pen, x: float, y: float, size: float, ink: str) -> None:
    """A raspberry or blackberry, hanging from its leaves."""
    pen.part(
        moved("M-0.8 -0.5C-0.9 -0.9 0.9 -0.9 0.8 -0.5C0.8 0.2 0.4 0.9 0 1C-0.4 0.9 -0.8 0.2 -0.8 -0.5Z", x, y, size),
        mix(ink, INK, 0.25),
    )
    for row, (count, dy) in enumerate(((4, -0.52), (5, -0.2), (4, 0.14), (3, 0.46), (2, 0.76))):
        for k in range(count):
            cx = x + size * 0.36 * (k - (count - 1) / 2)
            r = size * 0.215
            pen.canvas.fill(circle(cx, y + size * dy, r * 1.2), mix(ink, INK, 0.6))
            pen.canvas.fill(circle(cx, y + size * dy, r), mix(ink, CREAM, 0.09 * (row % 2)))
            pen.canvas.fill(circle(cx - r * 0.3, y + size * dy - r * 0.34, r * 0.24), mix(ink, WHITE, 0.65))
    for turn in (-76, -38, 38, 76, 0):
        pen.part(leaf(x, y - size * 0.7, size * 0.52, size * 0.2, turn), GREEN)


def _berries(ink: str) -> Draw:
    def draw(pen: Pen) -> None:
        leaves(pen, ((C, 300, 330, -64), (C, 300, 330, 64)), GREEN, 0.36)
        for x, y, size in ((270, 520, 210), (760, 520, 210), (C, 680, 280)):
            _drupelets(pen, x, y, size, ink)

    return draw


def _round_berries(ink: str) -> Draw:
    """Plums, apricots: two on a twig."""

    def draw(pen: Pen) -> None:
        pen.part(limb(curve((C, 60), (500, 200), (420, 300), (330, 420)), 14, 11), BARK)
        pen.part(limb(curve((C, 60), (540, 200), (640, 300), (720, 440)), 14, 11), BARK)
        leaves(pen, ((C, 120, 400, -74), (C, 120, 400, 74)), GREEN, 0.36)
        for x, y, r in ((320, 600, 230), (720, 640, 240)):
            pen.part(circle(x, y, r), ink)
            pen.canvas.stroke(
                Path.parse(f"M{x} {y - r * 0.94}Q{x + r * 0.4} {y} {x} {y + r * 0.8}"), mix(ink, INK, 0.35), 14
            )
            pen.canvas.fill(oval(x - r * 0.42, y - r * 0.4, r * 0.2, r * 0.13, -40), mix(ink, WHITE, 0.65))

    return draw


def _sprig(ink: str) -> Draw:
    """Small berries along a twig."""

    def draw(pen: Pen) -> None:
        twig = curve((90, 900), (300, 700), (600, 460), (940, 150))
        pen.part(limb(twig, 14, 9), BARK)
        for k in range(1, 15, 2):
            x, y = twig[k]
            leaves(pen, ((x, y, 210, -62), (x, y, 210, 128)), GREEN, 0.34)
        for k, (dx, dy) in enumerate(((40, 90), (-60, -70), (80, 60), (-70, -50), (60, 90), (-60, -60))):
            x, y = twig[2 + 2 * k]
            pen.part(circle(x + dx, y + dy, 96), ink)
            pen.canvas.fill(circle(x + dx - 30, y + dy - 34, 22), mix(ink, WHITE, 0.65))

    return draw


def _fig(pen: Pen) -> None:
    fig = (
        "M0 -1C0.16 -0.6 0.8 -0.3 0.8 0.24C0.8 0.7 0.4 0.9 0 0.9C-0.4 0.9 -0.8 0.7 -0.8 0.24C-0.8 -0.3 -0.16 -0.6 0 -1Z"
    )
    pen.part(moved(fig, 350, 470, 340, 400, -14), "#6a4a7f")
    for dx in (-110, 0, 110):
        pen.canvas.stroke(Path.parse(f"M300 160Q{350 + dx} 400 {370 + dx * 1.2} 760"), mix("#6a4a7f", CREAM, 0.25), 13)
    pen.part(moved(fig, 680, 600, 330, 390, 14), "#6a4a7f")
    pen.part(moved(fig, 680, 610, 270, 320, 14), "#f0d3b8")
    pen.part(moved(fig, 676, 650, 200, 230, 14), "#d9587a")
    for k in range(9):
        x, y = polar(664, 690, 60 + 50 * (k % 2), 40 * k)
        pen.canvas.fill(oval(x, y, 12, 17, 40 * k), CREAM)


def _pomegranate(pen: Pen) -> None:
    fruit = "M-0.16 -0.8L-0.34 -1.16L-0.12 -1.02L0 -1.2L0.12 -1.02L0.34 -1.16L0.16 -0.8C0.6 -0.74 0.96 -0.4 0.96 0.1C0.96 0.6 0.5 0.96 0 0.96C-0.5 0.96 -0.96 0.6 -0.96 0.1C-0.96 -0.4 -0.6 -0.74 -0.16 -0.8Z"
    pen.part(moved(fruit, 480, 520, 420), "#c2334a")
    pen.part(
        moved(
            "M0 -0.9C0.6 -0.8 0.9 -0.3 0.8 0.2C0.7 0.7 0.3 0.9 0 0.9C-0.3 0.7 -0.4 0.3 -0.3 0C-0.4 -0.4 -0.2 -0.8 0 -0.9Z",
            580,
            570,
            360,
        ),
        "#f7dfc8",
    )
    for k in range(14):
        x, y = 560 + 84 * (k % 4) - 30 * (k // 4 % 2), 360 + 100 * (k // 4) + 20 * (k % 2)
        pen.part(oval(x - 20, y, 40, 34, 30 * k), "#d93a52")
        pen.canvas.fill(circle(x - 32, y - 9, 9), "#f9b9c2")
    for x, y in ((880, 880), (790, 950), (960, 960)):
        pen.part(oval(x, y, 44, 38, 20), "#d93a52")


def _dragon_fruit(pen: Pen) -> None:
    for k in range(12):
        turn = 30 * k
        pen.part(leaf(*polar(C, 540, 300, turn), 230, 60, turn + 12), LEAF)
    pen.part(blob(C, 540, 390, 420, 2.2), "#e5387a")
    pen.part(blob(C, 540, 320, 350, 2.2), WHITE)
    for k in range(28):
        x, y = polar(C, 540, 50 + 90 * (k % 3) + 12 * (k % 2), 360 * k * 0.382)
        pen.canvas.fill(oval(x, y * 1.06 - 32, 14, 19, 40 * k), DARK)


def _papaya(pen: Pen) -> None:
    half = "M0 -1C0.34 -0.7 0.7 0 0.6 0.5C0.5 0.9 0.2 1 0 1C-0.2 1 -0.5 0.9 -0.6 0.5C-0.7 0 -0.34 -0.7 0 -1Z"
    pen.part(moved(half, C, 520, 560, 480, 24), "#d9a23a")
    pen.part(moved(half, C, 524, 480, 420, 24), ORANGE)
    pen.part(moved(half, C - 14, 560, 230, 250, 24), "#b5502a")
    for k in range(12):
        x, y = polar(C - 14, 580, 36 + 56 * (k % 3), 137 * k)
        pen.part(oval(x, y, 22, 27), DARK)


def _passion_fruit(pen: Pen) -> None:
    pen.part(circle(360, 400, 330), "#6a4078")
    pen.canvas.fill(oval(250, 270, 60, 36, -40), "#a07ab0")
    pen.part(circle(660, 640, 340), "#6a4078")
    pen.part(circle(660, 640, 284), CREAM)
    pen.part(circle(660, 640, 240), GOLD)
    for k in range(14):
        x, y = polar(660, 640, 60 + 110 * (k % 2), 51 * k)
        pen.part(oval(x, y, 26, 34, 51 * k), DARK)


def _beet(ink: str, tall: float) -> Draw:
    """A root with its leaves: beetroot, radish, turnip."""

    def draw(pen: Pen) -> None:
        for turn in (-34, 34, 0):
            x, y = polar(C, 470, 230, turn)
            pen.part(limb([(C, 500), (x, y)], 20, 15), mix(ink, LEAF, 0.2))
            pen.part(petal("broad", x, y + 60, 330, 250, turn), GREEN)
            pen.canvas.stroke(Path.lines([(x, y), polar(x, y + 40, 220, turn)], closed=False), mix(ink, CREAM, 0.3), 15)
        pen.part(
            Path.parse(
                f"M512 1010C500 {900 + tall} 230 {860 + tall * 0.2} 240 650C250 480 400 440 512 450C624 440 774 480 784 650C794 {860 + tall * 0.2} 524 {900 + tall} 512 1010Z"
            ),
            ink,
        )
        pen.canvas.fill(oval(360, 610, 36, 84, 22), mix(ink, WHITE, 0.4))
        for y in (760, 830):
            pen.canvas.stroke(Path.parse(f"M{440} {y}Q512 {y + 24} 590 {y}"), mix(ink, INK, 0.3), 13)

    return draw


def _asparagus(pen: Pen) -> None:
    for x, top in ((300, 160), (724, 160), (400, 70), (624, 70), (C, 30)):
        pen.part(
            Path.parse(
                f"M{x - 46} 1000L{x - 50} {top + 190}Q{x - 60} {top + 60} {x} {top}Q{x + 60} {top + 60} {x + 50} {top + 190}L{x + 46} 1000Z"
            ),
            "#7faa5a",
        )
        for k, y in enumerate((60, 120, 190)):
            side = 1.0 if k % 2 else -1.0
            pen.part(
                moved("M-0.5 0.5Q-0.6 -0.3 0 -0.8Q0.6 -0.3 0.5 0.5Q0 0.8 -0.5 0.5Z", x + side * 12, top + y, 56),
                "#5f8a5f",
            )
        for y in (480, 820):
            pen.canvas.fill(moved("M-0.6 0.4L0 -0.8L0.6 0.4Z", x, y, 32), "#5f8a5f")
    pen.part(rounded_rect(230, 640, 564, 90, 30), RED)


def _artichoke(pen: Pen) -> None:
    pen.part(rounded_rect(456, 800, 112, 210, 34), LEAF)
    for row, y in enumerate((360, 470, 590, 720)):
        count, size = 3 + row % 2 + (row > 0), 330 - 20 * row
        for k in range(count):
            x = C + (k - (count - 1) / 2) * (150 + 10 * row)
            pen.part(
                petal("pointed", x, y + 190, size, 270, (x - C) * 0.06), mix("#6f9a5a", "#8a6c9a", 0.3 * (3 - row) / 3)
            )
    pen.part(blob(C, 840, 270, 90, 2.4), mix(GREEN, INK, 0.1))


def _cauliflower(pen: Pen) -> None:
    leaves(pen, ((C, 980, 560, -70), (C, 980, 560, 70)), GREEN, 0.4)
    for x, y, r in ((300, 460, 170), (730, 460, 170), (C, 330, 200), (C, 560, 220), (360, 640, 150), (670, 640, 150)):
        pen.part(circle(x, y, r), "#fbf3dc")
    for x, y, r in ((310, 470, 150), (720, 470, 150), (C, 350, 180), (C, 560, 212), (370, 640, 136), (660, 640, 136)):
        pen.canvas.fill(circle(x, y, r), "#fbf3dc")
    for x, y in ((420, 330), (590, 340), (300, 460), (720, 470), (480, 520), (610, 580), (400, 640)):
        pen.canvas.stroke(
            Path.parse(f"M{x - 44} {y + 20}Q{x - 40} {y - 30} {x} {y - 26}Q{x + 40} {y - 30} {x + 44} {y + 16}"),
            "#d3c39a",
            14,
        )
    leaves(pen, ((C - 40, 1000, 470, -42), (C + 40, 1000, 470, 42), (C, 1010, 330, 0)), LEAF, 0.44)


def _celery(pen: Pen) -> None:
    for x, lean in ((330, -14), (694, 14), (430, -6), (600, 6), (C, 0)):
        top = polar(x, 1000, 620, lean)
        for turn in (-46, 0, 46):
            pen.part(petal("frilled", *polar(*top, 30, lean + turn), 210, 190, lean + turn), GREEN)
        pen.part(limb([(x, 980), top], 54, 40), "#a9cf7f")
        pen.canvas.stroke(Path.lines([polar(x, 960, 60, lean), polar(x, 1000, 560, lean)], closed=False), "#7faa5a", 13)


def _bowl(ink: str, rim: float = 560) -> Draw:
    def draw(pen: Pen) -> None:
        pen.part(Path.parse(f"M60 {rim}L964 {rim}Q960 960 640 970L384 970Q64 960 60 {rim}Z"), ink)
        pen.canvas.fill(
            Path.parse(f"M100 {rim + 90}L924 {rim + 90}L910 {rim + 140}L114 {rim + 140}Z"), mix(ink, CREAM, 0.55)
        )

    return draw


def _mac_and_cheese(pen: Pen) -> None:
    for k in range(15):
        x, y = 170 + 170 * (k % 5) + 40 * (k // 5 % 2), 330 + 90 * (k // 5)
        elbow = Path.parse(f"M{x - 60} {y + 50}Q{x - 70} {y - 60} {x + 50} {y - 50}")
        for width, paint in ((92, INK), (72, "#f6b83a"), (22, "#fbdc8a")):
            pen.canvas.stroke(elbow, paint, width)
    _bowl(RED)(pen)


def _nachos(pen: Pen) -> None:
    for k, (x, y, turn) in enumerate(
        (
            (220, 460, -30),
            (420, 350, 10),
            (630, 350, -14),
            (810, 460, 34),
            (330, 560, 160),
            (540, 500, 4),
            (720, 570, 190),
        )
    ):
        chip = moved("M0 -1Q0.2 -0.9 0.9 0.6Q0.8 0.8 0 0.8Q-0.8 0.8 -0.9 0.6Q-0.2 -0.9 0 -1Z", x, y, 190, turn=turn)
        pen.part(chip, ("#e9b04a", "#f0c26a")[k % 2])
    pen.part(
        Path.parse(
            "M200 470Q300 380 420 430Q540 360 640 430Q780 390 840 480Q850 560 800 600Q790 690 740 620Q640 560 600 640Q570 720 530 640Q440 580 380 640Q340 700 310 620Q200 590 200 470Z"
        ),
        ORANGE,
    )
    for x, y, ink in (
        (320, 500, RED),
        (460, 490, GREEN),
        (600, 510, RED),
        (720, 490, GREEN),
        (520, 570, RED),
        (400, 570, DARK),
        (660, 570, DARK),
    ):
        pen.part(circle(x, y, 30), ink)
    _bowl("#3f978f", 640)(pen)


def _cereal(pen: Pen) -> None:
    pen.part(limb([(660, 560), (900, 90)], 20, 26), "#c3ccd8")
    pen.part(Path.parse("M70 570Q100 440 512 430Q924 440 954 570Z"), WHITE)
    for k in range(9):
        x, y = 190 + 82 * k, 500 - 54 * ((k * 2) % 3) * 0.6
        for width, paint in ((62, INK), (42, (RED, GOLD, GREEN, ORANGE, "#8a6cc0")[k % 5])):
            pen.canvas.stroke(circle(x, y, 40), paint, width - 8)
    _bowl("#5f9fe0")(pen)


def _salad(top: str, bits: str, bowl: str) -> Draw:
    """A dip or a mash with something on it."""

    def draw(pen: Pen) -> None:
        pen.part(cloudlet(C, 520, 820, 330, 5), top)
        for k in range(9):
            x, y = 230 + 140 * (k % 5) + 60 * (k // 5), 430 + 84 * (k // 5)
            pen.part(rounded_rect(x - 26, y - 22, 52, 44, 14), bits)
        _bowl(bowl)(pen)

    return draw


def _lasagna(pen: Pen) -> None:
    pen.part(oval(C, 890, 500, 100), WHITE)
    for k in range(4):
        y = 760 - 120 * k
        pen.part(rounded_rect(140, y, 744, 62, 20), "#c2412f")
        pen.part(
            Path.parse(
                f"M120 {y - 50}Q220 {y - 74} 320 {y - 50}Q420 {y - 26} 520 {y - 50}Q620 {y - 74} 720 {y - 50}Q820 {y - 26} 904 {y - 50}L904 {y + 4}Q820 {y + 28} 720 {y + 4}Q620 {y - 20} 520 {y + 4}Q420 {y + 28} 320 {y + 4}Q220 {y - 20} 120 {y + 4}Z"
            ),
            "#f3d08a",
        )
    pen.part(
        Path.parse(
            "M100 340Q120 220 300 230L740 220Q910 230 924 340Q930 420 870 410Q850 520 800 510Q760 500 770 410Q660 370 600 410Q590 560 540 560Q500 540 500 410Q400 380 340 410Q330 480 290 480Q240 470 250 400Q100 420 100 340Z"
        ),
        GOLD,
    )
    for x, y in ((260, 300), (430, 290), (620, 310), (780, 290)):
        pen.canvas.fill(oval(x, y, 46, 20), ORANGE)
    leaves(pen, ((C, 270, 170, -50), (C, 270, 170, 46)), GREEN, 0.36)


def _onigiri(pen: Pen) -> None:
    pen.part(
        moved(
            "M0 -0.9C0.3 -0.9 0.44 -0.6 0.9 0.3C1.1 0.8 0.8 0.9 0.5 0.9L-0.5 0.9C-0.8 0.9 -1.1 0.8 -0.9 0.3C-0.44 -0.6 -0.3 -0.9 0 -0.9Z",
            C,
            520,
            470,
        ),
        WHITE,
    )
    pen.part(rounded_rect(350, 730, 324, 220, 20), "#33423c")


def _sushi_set(pen: Pen) -> None:
    """A roll, salmon on rice, and egg."""
    pen.part(rounded_rect(60, 800, 904, 90, 24), WOOD)
    for x in (160, 790):
        pen.part(rounded_rect(x, 880, 84, 90, 12), BARK)
    pen.part(circle(250, 640, 170), "#33423c")
    pen.part(circle(250, 640, 132), WHITE)
    pen.part(circle(250, 640, 62), ORANGE)
    for x, ink, stripe in ((560, "#f08a5a", WHITE), (830, GOLD, "")):
        pen.part(blob(x, 720, 126, 90, 3), WHITE)
        top = blob(x, 590, 136, 100, 2.6)
        pen.part(top, ink)
        with pen.canvas.group(top):
            for k in range(4 if stripe else 0):
                pen.canvas.stroke(
                    Path.lines([(x - 150 + 80 * k, 720), (x - 80 + 80 * k, 470)], closed=False), stripe, 16
                )
        if not stripe:
            pen.part(rect(x - 30, 500, 60, 300), "#33423c")
    for x, turn in ((420, 60), (450, 66)):
        pen.part(limb([(x - 380, 380 - (turn - 60) * 9), (x + 520, 160 - (turn - 60) * 9)], 16, 12), "#b5503f")


def _dumplings(pen: Pen) -> None:
    for steam in (360, 512, 664):
        pen.part(limb(curve((steam, 300), (steam - 60, 220), (steam + 60, 140), (steam, 60)), 18, 9), "#dfe5ea")
    for x, y, size in ((300, 520, 170), (724, 520, 170), (C, 580, 220)):
        pen.part(
            moved(
                "M0 -0.8C0.2 -0.6 1 -0.3 1 0.3C1 0.8 0.5 0.9 0 0.9C-0.5 0.9 -1 0.8 -1 0.3C-1 -0.3 -0.2 -0.6 0 -0.8Z",
                x,
                y,
                size,
            ),
            "#fbf3e0",
        )
        for dx in (-0.5, 0, 0.5):
            pen.canvas.stroke(
                Path.lines([(x, y - size * 0.66), (x + dx * size, y - size * 0.1)], closed=False), "#c9b48f", 12
            )
    pen.part(Path.parse("M80 720L944 720L910 930Q512 990 114 930Z"), "#d9a85f")
    for y in (790, 860):
        pen.canvas.stroke(Path.parse(f"M96 {y}Q512 {y + 50} 928 {y}"), mix("#d9a85f", INK, 0.35), 15)


def _nuts(pen: Pen) -> None:
    """Almond, walnut, hazelnut and cashew."""
    pen.part(
        moved(
            "M0 -1C0.5 -0.6 0.66 0.2 0.5 0.6C0.3 1 -0.3 1 -0.5 0.6C-0.66 0.2 -0.5 -0.6 0 -1Z", 260, 300, 240, 260, -24
        ),
        "#b5763f",
    )
    for dx in (-60, 0, 60):
        pen.canvas.stroke(
            Path.lines([(230 + dx, 180 + abs(dx)), (280 + dx, 440)], closed=False), mix("#b5763f", CREAM, 0.4), 12
        )
    pen.part(circle(730, 290, 220), "#d9a86a")
    for d in (
        "M730 70L730 510",
        "M620 140Q560 220 640 290Q560 380 640 450",
        "M840 140Q900 220 820 290Q900 380 820 450",
    ):
        pen.canvas.stroke(Path.parse(d), mix("#d9a86a", INK, 0.4), 15)
    pen.part(circle(270, 750, 190), "#c98a4a")
    pen.part(moved("M-0.9 0Q0 -0.5 0.9 0Q0.7 0.8 0 0.8Q-0.7 0.8 -0.9 0Z", 270, 850, 170), "#e9cfa0")
    for width, ink in ((190, INK), (164, "#f0d9a6")):
        pen.canvas.stroke(Path.parse("M580 860C600 560 900 560 880 860"), ink, width)
    for x in (580, 880):
        pen.canvas.fill(circle(x, 860, 95), INK)
        pen.canvas.fill(circle(x, 860, 82), "#f0d9a6")


PRODUCE: Mapping[str, Draw] = {
    "raspberries": _berries("#d9375a"),
    "blackberries": _berries("#54407a"),
    "cranberries": _sprig("#c2263a"),
    "plums": _round_berries("#6a4a9a"),
    "apricots": _round_berries("#f3a04f"),
    "fig": _fig,
    "pomegranate": _pomegranate,
    "dragon fruit": _dragon_fruit,
    "papaya": _papaya,
    "passion fruit": _passion_fruit,
    "beetroot": _beet("#8f2450", 0),
    "radish": _beet("#e0405f", -30),
    "turnip": _beet("#e3cfe3", -60),
    "asparagus": _asparagus,
    "artichoke": _artichoke,
    "cauliflower": _cauliflower,
    "celery": _celery,
    "mac and cheese": _mac_and_cheese,
    "nachos": _nachos,
    "bowl of cereal": _cereal,
    "guacamole": _salad("#8fb84f", RED, DARK),
    "hummus": _salad("#e9cfa0", "#b5502a", "#5f7fb8"),
    "porridge": _salad("#f3e6cf", "#4f5fa8", "#d9a23a"),
    "lasagna": _lasagna,
    "onigiri": _onigiri,
    "sushi platter": _sushi_set,
    "dumpling": _dumplings,
    "mixed nuts": _nuts,
}
"""By the name that the keyword table gives them."""
