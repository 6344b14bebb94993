"""What stands in parks, gardens and by the sea, and a few more to travel in: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS
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
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    courses,
    leaves,
    moved,
    planks,
    spoked,
    stem,
    wheel,
)


def _slide(pen: Pen) -> None:
    for x in (650, 800):
        pen.part(limb([(x, 260), (x + 70, 960)], 22, 22), TEAL)
    for k in range(5):
        pen.part(limb([(660 + 12 * k, 380 + 120 * k), (830 + 10 * k, 380 + 120 * k)], 18, 18), GOLD)
    chute = curve((720, 330), (500, 420), (420, 860), (60, 900))
    pen.part(limb(chute, 90, 90), RED)
    pen.canvas.stroke(Path.lines(chute, closed=False), mix(RED, CREAM, 0.4), 70)
    pen.part(rounded_rect(620, 290, 260, 56, 22), GOLD)
    for x in (640, 850):
        pen.part(limb([(x, 290), (x, 130)], 18, 18), TEAL)
    pen.part(limb([(640, 130), (850, 130)], 18, 18), TEAL)


def _seesaw(pen: Pen) -> None:
    pen.part(Path.parse("M400 900L512 560L624 900Z"), TEAL)
    pen.part(limb([(60, 720), (964, 420)], 34, 34), GOLD)
    for x, y in ((220, 640), (790, 450)):
        pen.part(limb([(x, y + 20), (x - 20, y - 130)], 17, 17), RED)
        pen.part(limb([(x - 70, y - 120), (x + 40, y - 150)], 17, 17), DARK)
    pen.part(rounded_rect(300, 890, 424, 60, 26), LEAF)


def _cone(pen: Pen) -> None:
    body = Path.parse("M440 90Q512 50 584 90L780 860L244 860Z")
    pen.part(body, ORANGE)
    with pen.canvas.group(body):
        for y, height in ((300, 120), (570, 130)):
            pen.canvas.fill(rect(0, y, 1024, height), WHITE)
    pen.part(rounded_rect(130, 850, 764, 110, 40), mix(ORANGE, INK, 0.15))


def _pillar_box(pen: Pen) -> None:
    pen.part(rect(290, 220, 444, 700), RED)
    pen.part(Path.parse("M270 240Q290 70 512 70Q734 70 754 240Z"), RED)
    pen.part(rounded_rect(380, 330, 264, 60, 20), DARK)
    pen.part(rounded_rect(400, 450, 224, 180, 14), CREAM)
    for y in (500, 540, 580):
        pen.canvas.fill(rounded_rect(430, y, 160, 15, 7), mix(CREAM, INK, 0.4))
    pen.canvas.fill(rect(294, 690, 436, 16), mix(RED, INK, 0.35))
    pen.part(rect(260, 880, 504, 100), DARK)


def _mailbox(pen: Pen) -> None:
    """By the road, with its flag up and flowers at its foot."""
    pen.part(rounded_rect(470, 560, 84, 450, 18), WOOD)
    pen.part(Path.parse("M200 590L200 400Q200 230 360 230L700 230Q860 230 860 400L860 590Z"), BLUE)
    pen.part(Path.parse("M200 590L200 400Q200 230 360 230Q520 230 520 400L520 590Z"), mix(BLUE, CREAM, 0.3))
    pen.part(rounded_rect(310, 380, 100, 40, 18), DARK)
    pen.part(rect(700, 130, 30, 300), RED)
    pen.part(rect(700, 130, 170, 100), RED)
    for x, name in ((330, "daisy"), (700, "poppy")):
        stem(pen, (C + (x - C) * 0.4, 1004), (x, 800), 0, 12)
        FLOWERS[name](pen, x, 790, 110, 0)
    leaves(pen, ((440, 1004, 180, -40), (590, 1004, 180, 40)), GREEN, 0.24)


def _sundial(pen: Pen) -> None:
    pen.part(Path.parse("M420 520L604 520L650 900L374 900Z"), STONE)
    pen.part(rounded_rect(290, 880, 444, 84, 20), mix(STONE, CREAM, 0.3))
    pen.part(oval(C, 470, 420, 130), mix(STONE, CREAM, 0.35))
    for k in range(9):
        x, y = polar(0, 0, 340, -100 + 25 * k)
        pen.canvas.fill(oval(C + x, 470 + y * 0.3, 20, 13), INK)
    pen.part(Path.parse("M300 480L560 440L560 160Z"), GOLD)


def _bird_bath(pen: Pen) -> None:
    pen.part(Path.parse("M440 560Q480 740 410 900L614 900Q544 740 584 560Z"), STONE)
    pen.part(rounded_rect(330, 880, 364, 84, 30), mix(STONE, CREAM, 0.3))
    pen.part(Path.parse("M70 440L954 440Q900 620 512 640Q124 620 70 440Z"), STONE)
    pen.part(oval(C, 440, 442, 84), mix(STONE, CREAM, 0.35))
    pen.part(oval(C, 440, 360, 54), SKY)
    for x, ink, side in ((330, "#6fa3e0", 1.0), (700, RED, -1.0)):
        pen.part(leaf(x - side * 90, 330, 170, 40, side * -76), mix(ink, INK, 0.2))
        pen.part(blob(x, 330, 120, 94, 2.3), ink)
        pen.part(circle(x + side * 84, 230, 78), ink)
        pen.part(Path.lines([(x + side * 152, 214), (x + side * 210, 240), (x + side * 150, 258)]), GOLD)
        pen.canvas.fill(circle(x + side * 100, 214, 14), INK)
        pen.canvas.fill(blob(x + side * 20, 366, 66, 44, 2.3), CREAM)


def _lookout(pen: Pen) -> None:
    """A fire lookout on its stilts, above the pines."""
    for x, tall in ((120, 420), (260, 330), (790, 340), (920, 430)):
        for k in range(3):
            w, y = tall * (0.3 - 0.07 * k), 990 - tall * (0.08 + 0.27 * k)
            pen.part(Path.lines([(x - w, y), (x, y - tall * 0.42), (x + w, y)]), mix(GREEN, INK, 0.24))
    for a, b in (
        ((380, 500), (300, 1000)),
        ((644, 500), (724, 1000)),
        ((370, 640), (690, 900)),
        ((654, 640), (334, 900)),
    ):
        pen.part(limb([a, b], 18, 18), BARK)
    planks(pen, 320, 250, 384, 230, WOOD, 64)
    pen.part(rect(340, 270, 344, 110), SKY)
    for x in (450, 570):
        pen.canvas.fill(rect(x, 270, 11, 110), INK)
    pen.part(Path.parse("M250 260L512 80L774 260Z"), RED)
    pen.part(rounded_rect(270, 470, 484, 46, 14), BARK)


def _bell_tower(pen: Pen) -> None:
    courses(pen, rect(310, 330, 404, 650), "#c9b08f", 560, 960, 310, 714, 66)
    pen.part(Path.parse("M270 340L512 60L754 340Z"), "#b5503f")
    pen.part(moved("M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z", C, 460, 250, 110), DARK)
    pen.part(moved("M-0.2 -0.7Q0 -1 0.2 -0.7Q0.5 -0.4 0.6 0.5L-0.6 0.5Q-0.5 -0.4 -0.2 -0.7Z", C, 490, 120), GOLD)
    pen.part(circle(C, 560, 26), GOLD)
    pen.part(Path.parse("M440 980L440 800Q440 730 512 730Q584 730 584 800L584 980Z"), BARK)


def _bouncy_castle(pen: Pen) -> None:
    for x in (170, 854):
        pen.part(rounded_rect(x - 110, 330, 220, 600, 90), RED)
        pen.part(moved("M-1 0.6Q0 -1.2 1 0.6Z", x, 290, 130), GOLD)
    pen.part(rounded_rect(250, 420, 524, 420, 50), BLUE)
    for k in range(3):
        pen.part(rounded_rect(270 + 170 * k, 330, 140, 160, 46), GOLD)
    pen.part(moved("M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z", C, 640, 300, 200), mix(BLUE, INK, 0.4))
    pen.part(rounded_rect(60, 830, 904, 140, 66), GREEN)
    for x in (230, 420, 610, 800):
        pen.canvas.stroke(Path.lines([(x, 840), (x, 960)], closed=False), mix(GREEN, INK, 0.35), 13)


def _sandcastle(pen: Pen) -> None:
    sand = "#e6c07a"
    for x, top, w in ((230, 480, 170), (794, 480, 170), (C, 300, 220)):
        pen.part(Path.lines([(x - w / 2, top), (x + w / 2, top), (x + w * 0.62, 900), (x - w * 0.62, 900)]), sand)
        for k in range(3):
            pen.part(rect(x - w / 2 + w * 0.37 * k, top - 54, w * 0.26, 60), sand)
    pen.part(Path.parse("M60 960Q80 720 300 740L724 740Q944 720 964 960Z"), sand)
    pen.part(moved("M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z", C, 830, 150, 130), BARK)
    for x, y in ((230, 600), (794, 600), (C, 470)):
        pen.part(rounded_rect(x - 26, y, 52, 80, 24), BARK)
    pen.canvas.stroke(Path.lines([(C, 250), (C, 90)], closed=False), INK, 18)
    pen.part(Path.parse("M520 90L680 140L520 190Z"), RED)
    pen.part(
        moved(
            "M0 -1L0.29 -0.36L0.98 -0.3L0.46 0.16L0.61 0.84L0 0.48L-0.61 0.84L-0.46 0.16L-0.98 -0.3L-0.29 -0.36Z",
            220,
            890,
            80,
        ),
        ORANGE,
    )


def _beach_chair(pen: Pen) -> None:
    """A deck chair under a parasol."""
    pen.part(limb([(640, 1000), (560, 120)], 17, 17), WHITE)
    for k in range(6):
        a, b = 130 + 143 * k, 273 + 143 * k
        pen.part(
            Path.parse(
                f"M{a} {330 - 12 * k}Q{(a + b) / 2} {280 - 12 * k} {b} {330 - 12 * k}Q{(b + 560) / 2} 130 552 90Q{(a + 560) / 2} 130 {a} {330 - 12 * k}Z"
            ),
            (RED, CREAM)[k % 2],
        )
    for leg in (((160, 980), (520, 640)), ((540, 980), (150, 560))):
        pen.part(limb(leg, 20, 20), WOOD)
    sling = limb(curve((130, 520), (230, 800), (420, 880), (580, 700)), 44, 44)
    pen.part(sling, TEAL)
    with pen.canvas.group(sling):
        for x in (200, 320, 440):
            pen.canvas.stroke(Path.lines([(x - 90, 900), (x + 90, 620)], closed=False), CREAM, 40)
    pen.part(Path.parse("M40 1000Q512 920 984 1000L984 1020L40 1020Z"), "#e6c07a")


def _palm_hammock(pen: Pen) -> None:
    for side in SIDES:
        x = C + side * 380
        trunk = curve((x, 990), (x - side * 30, 700), (x + side * 20, 500), (x - side * 20, 280))
        pen.part(limb(trunk, 34, 24), BARK)
        for turn in (-120, -76, -30, 20, 66, 110):
            leaves(pen, ((x - side * 20, 280, 260, turn),), GREEN, 0.26)
    cloth = Path.parse(
        "M150 560C300 760 420 800 512 800C604 800 724 760 874 560C760 600 640 620 512 620C384 620 264 600 150 560Z"
    )
    pen.part(cloth, CREAM)
    with pen.canvas.group(cloth):
        for k in range(8):
            pen.canvas.stroke(
                Path.lines([(200 + 90 * k, 540), (240 + 76 * k, 830)], closed=False), (RED, TEAL)[k % 2], 30
            )
    pen.part(Path.parse("M20 1000Q512 920 1004 1000L1004 1020L20 1020Z"), "#e6c07a")


def _lemonade(pen: Pen) -> None:
    for x in (150, 850):
        pen.part(rect(x - 16, 220, 32, 760), WOOD)
    for k in range(8):
        left = 110 + 100.5 * k
        flap = f"M{left} 180L{left + 100} 180L{left + 100} 300Q{left + 50} 370 {left} 300Z"
        pen.part(Path.parse(flap), (GOLD, WHITE)[k % 2])
    planks(pen, 140, 640, 744, 340, WOOD, 93)
    pen.part(rect(100, 600, 824, 60), mix(WOOD, CREAM, 0.25))
    pen.part(rounded_rect(330, 420, 160, 184, 30), mix(GLOW, WHITE, 0.3))
    pen.canvas.stroke(Path.parse("M490 460Q570 510 490 570"), INK, 22)
    for x in (620, 730):
        pen.part(Path.lines([(x - 44, 480), (x + 44, 480), (x + 34, 604), (x - 34, 604)]), GLOW)
    for x in (360, 512, 664):
        pen.part(oval(x, 800, 70, 56, -20), GOLD)
        pen.canvas.fill(oval(x - 20, 782, 18, 11, -20), WHITE)


def _hay_bales(pen: Pen) -> None:
    for x, y in ((280, 740), (744, 740), (C, 380)):
        pen.part(circle(x, y, 230), "#e3b84f")
        for r in (170, 110, 50):
            pen.canvas.stroke(circle(x, y, r), mix("#e3b84f", INK, 0.35), 16)
        for turn in (20, 140, 250):
            pen.canvas.stroke(Path.lines([polar(x, y, 200, turn), polar(x, y, 226, turn + 14)], closed=False), INK, 13)


def _flowering_fence(pen: Pen) -> None:
    for k, x in enumerate((110, 330, 550, 770, 930)):
        name, y = ("daisy", "poppy", "cosmos", "black-eyed susan", "forget-me-not")[k], 270 - 60 * (k % 2)
        stem(pen, (x, 900), (x, y), 0, 13)
        FLOWERS[name](pen, x, y, 116, 10 * k)
    _picket_fence(pen)


def _picket_fence(pen: Pen) -> None:
    for y in (560, 780):
        pen.part(rect(10, y, 1004, 52), WHITE)
    for k in range(7):
        x = 40 + 142 * k
        pen.part(Path.lines([(x, 980), (x, 480), (x + 46, 410), (x + 92, 480), (x + 92, 980)]), WHITE)


def _beaver_dam(pen: Pen) -> None:
    pen.part(blob(C, 800, 506, 180, 3), "#5f9fc8")
    for x, y, length, turn in (
        (240, 700, 420, 70),
        (780, 700, 430, -68),
        (330, 600, 440, 100),
        (690, 590, 440, -104),
        (C, 500, 420, 86),
        (440, 690, 420, 58),
        (600, 690, 430, -56),
        (C, 390, 300, 96),
        (360, 760, 440, 88),
        (670, 770, 440, -88),
    ):
        a, b = polar(x, y, length / 2, turn), polar(x, y, length / 2, turn + 180)
        pen.part(limb([a, b], 34, 28), mix(WOOD, BARK, (x % 3) / 2))
        pen.part(circle(*a, 28), mix(WOOD, CREAM, 0.5))
    for x, y, w in ((140, 880, 130), (C, 920, 160), (880, 880, 130)):
        pen.canvas.fill(rounded_rect(x - w / 2, y, w, 16, 8), SKY)


def _lighthouse(pen: Pen) -> None:
    """On a rock in the surf, with red bands."""
    tower = Path.parse("M400 300L624 300L690 860L334 860Z")
    pen.part(tower, WHITE)
    with pen.canvas.group(tower):
        for y in (340, 570, 780):
            pen.canvas.fill(rect(0, y, 1024, 110), RED)
    pen.part(rounded_rect(350, 270, 324, 46, 16), DARK)
    pen.part(rect(430, 150, 164, 124), GLOW)
    for x in (474, 540):
        pen.canvas.fill(rect(x, 150, 11, 124), INK)
    pen.part(Path.parse("M390 160Q512 10 634 160Z"), RED)
    for side in SIDES:
        pen.canvas.fill(Path.lines([(C + side * 100, 200), (C + side * 480, 120), (C + side * 480, 290)]), GLOW)
    pen.part(Path.parse("M120 960Q180 780 330 830Q512 760 700 830Q860 790 910 960Z"), STONE)
    pen.part(
        Path.parse(
            "M10 960Q100 890 190 950Q300 1010 400 950Q512 890 620 950Q730 1010 830 950Q930 890 1014 960L1014 1014L10 1014Z"
        ),
        "#4f8fc0",
    )


def _coach(pen: Pen) -> None:
    """A stagecoach with luggage on its roof."""
    for x, w in ((380, 150), (560, 190), (720, 110)):
        pen.part(rounded_rect(x - w / 2, 110, w, 100, 18), (WOOD, BARK)[w > 120])
    pen.part(Path.parse("M180 210L860 210L820 300L220 300Z"), DARK)
    pen.part(Path.parse("M210 290L830 290Q900 560 760 740L290 740Q150 560 210 290Z"), RED)
    for x in (270, 660):
        pen.part(rounded_rect(x, 350, 110, 150, 20), CREAM)
    pen.part(rounded_rect(420, 340, 190, 370, 24), mix(RED, INK, 0.2))
    pen.part(rounded_rect(454, 370, 122, 130, 18), CREAM)
    pen.canvas.stroke(Path.parse("M230 560Q512 620 800 560"), GOLD, 20)
    pen.part(rect(60, 520, 150, 40), WOOD)
    for x, r in ((230, 140), (770, 170)):
        spoked(pen, x, 1000 - r, r, GOLD, 8, 26)


def _steamroller(pen: Pen) -> None:
    pen.part(rect(700, 200, 36, 260), DARK)
    pen.part(rounded_rect(300, 160, 460, 60, 24), DARK)
    pen.part(limb([(340, 210), (340, 460)], 15, 15), DARK)
    pen.part(Path.parse("M280 760L280 500Q280 450 340 450L860 450Q920 450 930 520L950 760Z"), GOLD)
    pen.part(rounded_rect(400, 340, 70, 130, 24), DARK)
    for x in (640, 720, 800):
        pen.canvas.fill(rect(x, 520, 26, 130), INK)
    for x, r, ink in ((230, 220, STEEL), (800, 190, DARK)):
        pen.part(circle(x, 1000 - r, r), ink)
        pen.part(circle(x, 1000 - r, r * 0.5), mix(ink, CREAM, 0.3))
        pen.canvas.fill(circle(x, 1000 - r, r * 0.16), INK)


def _quad(pen: Pen) -> None:
    pen.part(Path.parse("M230 700L320 520L700 500L800 700Z"), DARK)
    pen.part(Path.parse("M60 600Q130 440 300 470L420 440Q430 560 300 580L130 640Z"), RED)
    pen.part(Path.parse("M620 470L900 430Q980 520 960 620L760 600Z"), RED)
    pen.part(rounded_rect(430, 430, 250, 80, 36), DARK)
    pen.canvas.stroke(Path.lines([(330, 480), (400, 320)], closed=False), INK, 30)
    pen.part(limb([(320, 330), (490, 290)], 20, 20), DARK)
    pen.part(oval(130, 560, 44, 36), GLOW)
    for x in (230, 800):
        wheel(pen, x, 790, 180)


OUTDOORS: Mapping[str, Draw] = {
    "playground slide": _slide,
    "seesaw": _seesaw,
    "traffic cone": _cone,
    "pillar box": _pillar_box,
    "mailbox": _mailbox,
    "sundial": _sundial,
    "bird bath": _bird_bath,
    "lookout tower": _lookout,
    "bell tower": _bell_tower,
    "bouncy castle": _bouncy_castle,
    "sandcastle": _sandcastle,
    "beach chair": _beach_chair,
    "hammock between palms": _palm_hammock,
    "lemonade stand": _lemonade,
    "hay bales": _hay_bales,
    "picket fence": _picket_fence,
    "fence with flowers": _flowering_fence,
    "beaver dam": _beaver_dam,
    "striped lighthouse": _lighthouse,
    "stagecoach": _coach,
    "steamroller": _steamroller,
    "quad bike": _quad,
}
"""By the name that the keyword table gives them."""
