"""Wild animals that no set of pictures has: from the side, or from above as insects are pinned. Original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import BARK, CREAM, DARK, GOLD, GREEN, WHITE, C, Draw, leaves
from pod.providers.embedded.objects.kit import fitted

_BLUSH = "#f2788f"


def _eye(pen: Pen, x: float, y: float, r: float = 24) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.34, r * 0.34), WHITE)


def _pangolin(pen: Pen) -> None:
    """Scales like an artichoke's, row upon row, from its brow down its tail."""
    skin, scale = "#e9cba6", "#a9794a"
    for x in (360, 640):
        pen.part(limb([(x, 640), (x - 20, 830)], 58, 50), mix(skin, INK, 0.16))
    body = Path.parse(
        "M150 560C210 380 420 300 590 330C760 360 850 470 900 620C940 740 1000 800 1090 790C1050 900 880 900 800 790C740 710 640 720 500 720C360 730 200 700 150 560Z"
    )
    pen.part(body, scale)
    with pen.canvas.group(body):
        for row in range(7):
            for k in range(12):
                x, y = 230 + 78 * k + 39 * (row % 2), 320 + 70 * row
                pen.canvas.fill(leaf(x - 46, y, 104, 84, 100), mix(scale, INK, 0.4))
                pen.canvas.fill(leaf(x - 44, y - 4, 92, 70, 100), mix(scale, GOLD, 0.16 * (k % 3)))
    pen.part(
        Path.parse(
            "M300 470C330 560 310 640 250 680C170 690 90 690 20 660C0 640 20 620 50 610C90 520 190 450 300 470Z"
        ),
        skin,
    )
    pen.part(oval(292, 500, 30, 44, -16), mix(skin, INK, 0.12))
    for x in (300, 560):
        pen.part(limb([(x, 650), (x - 6, 850)], 62, 54), skin)
        for toe in (-40, -4, 32):
            pen.part(leaf(x + toe - 8, 872, 60, 26, 196), CREAM)
    _eye(pen, 180, 560)
    pen.canvas.fill(circle(30, 640, 17), INK)
    pen.canvas.stroke(Path.parse("M60 664Q120 680 170 650"), INK, 11)
    pen.canvas.fill(oval(230, 622, 28, 17), _BLUSH)


def _aardvark(pen: Pen) -> None:
    """Ears like a hare's, a snout like a pig's, a back like a hill."""
    hide = "#c9a08a"
    dark = mix(hide, INK, 0.2)
    pen.part(limb(curve((800, 600), (930, 640), (980, 760), (1010, 880)), 76, 14), hide)
    for x in (420, 720):
        pen.part(limb([(x, 620), (x - 6, 860)], 60, 48), dark)
    pen.part(blob(580, 540, 290, 200, 2.2), hide)
    for x in (500, 800):
        pen.part(limb([(x, 640), (x - 6, 870)], 68, 56), hide)
        for toe in (-40, 0, 40):
            pen.part(leaf(x + toe - 6, 886, 48, 28, 184), CREAM)
    for x, turn in ((250, -22), (330, 10)):
        pen.part(leaf(x, 430, 260, 84, turn), hide)
        pen.canvas.fill(leaf(x, 404, 190, 40, turn), "#eeb0a2")
    pen.part(limb([(420, 500), (280, 500), (70, 690)], 128, 50), hide)
    pen.part(oval(66, 700, 56, 60, 40), "#eeb0a2")
    for x, y in ((46, 690), (76, 724)):
        pen.canvas.fill(oval(x, y, 11, 15, 40), INK)
    _eye(pen, 240, 500)
    pen.canvas.fill(oval(300, 580, 32, 19), _BLUSH)


def _cuttlefish(pen: Pen) -> None:
    body, stripe = "#d9895f", "#8f4a3f"
    frill = Path.parse("M300 420C420 240 760 230 960 420Q1010 490 960 560C760 760 420 740 300 570Z")
    pen.part(frill, mix(body, CREAM, 0.55))
    mantle = Path.parse("M300 450C430 310 740 300 910 440Q950 490 910 540C740 680 430 670 300 540Z")
    pen.part(mantle, body)
    with pen.canvas.group(mantle):
        for k in range(6):
            pen.canvas.stroke(Path.parse(f"M{420 + 84 * k} 300Q{460 + 84 * k} 380 {430 + 84 * k} 450"), stripe, 30)
    for k, y in enumerate((440, 480, 520, 560)):
        pen.part(
            limb(curve((300, 480), (190, y), (120, y + 10), (40, 400 + 76 * k)), 36, 10), mix(body, INK, 0.08 * (k % 2))
        )
    pen.part(blob(300, 490, 120, 116, 2.2), body)
    pen.canvas.fill(circle(270, 470, 44), WHITE)
    pen.canvas.stroke(Path.parse("M240 470Q256 500 270 478Q286 500 302 470"), INK, 18)
    pen.canvas.fill(oval(330, 550, 26, 16), _BLUSH)


def _horseshoe_crab(pen: Pen) -> None:
    shell = "#8f7a4f"
    dark = mix(shell, INK, 0.3)
    pen.part(Path.lines([(C - 26, 640), (C + 26, 640), (C, 1020)]), dark)
    back = Path.parse("M330 560L694 560L640 720Q512 800 384 720Z")
    pen.part(back, mix(shell, INK, 0.12))
    for side in SIDES:
        for k in range(4):
            x, y = C + side * (178 - 16 * k), 590 + 40 * k
            pen.part(Path.lines([(x, y), (x + side * 64, y + 34), (x - side * 4, y + 34)]), dark)
    pen.part(
        Path.parse(
            "M120 520C120 220 320 90 512 90C704 90 904 220 904 520C904 600 860 660 800 690C780 600 690 540 512 540C334 540 244 600 224 690C164 660 120 600 120 520Z"
        ),
        shell,
    )
    pen.canvas.stroke(Path.parse("M512 150L512 530"), dark, 20)
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{C + side * 90} 190Q{C + side * 240} 330 {C + side * 250} 540"), dark, 18)
        pen.canvas.fill(oval(C + side * 250, 350, 22, 34, side * -16), INK)
        pen.canvas.fill(circle(C + side * 244, 338, 8), WHITE)


def _centipede(pen: Pen) -> None:
    """In an S, a pair of legs to each joint."""
    joint, leg = "#c9542f", "#e9a23c"
    spine = (
        curve((240, 230), (860, 40), (960, 420), (512, 500), 15)
        + curve((512, 500), (60, 580), (160, 980), (800, 830), 15)[1:]
    )
    for k, (x, y) in enumerate(spine):
        ax, ay = spine[max(0, k - 1)]
        bx, by = spine[min(len(spine) - 1, k + 1)]
        heading = math.degrees(math.atan2(bx - ax, ay - by))
        for side in (-96, 96):
            knee, foot = polar(x, y, 96, heading + side), polar(x, y, 150, heading + side * 1.3)
            pen.part(limb([(x, y), knee, foot], 15, 8), leg)
    for k, (x, y) in reversed(list(enumerate(spine))):
        pen.part(circle(x, y, 62 - 0.8 * k), mix(joint, INK, 0.14 * (k % 2)))
    for turn in (-62, -108):
        pen.part(limb([(220, 210), polar(200, 200, 150, turn), polar(200, 200, 210, turn - 14)], 13, 7), joint)
    pen.part(circle(226, 236, 76), mix(joint, GOLD, 0.2))
    for x, y in ((194, 216), (226, 272)):
        pen.canvas.fill(circle(x, y, 17), INK)


def _cicada(pen: Pen) -> None:
    body, wing = "#3f5a3f", "#dfeee6"
    for side in SIDES:
        for turn, length in ((60, 190), (96, 210), (132, 220)):
            root = (C + side * 90, 430)
            pen.part(limb([root, polar(*root, length, side * turn)], 18, 9), body)
    pen.part(limb([(C, 420), (C, 850)], 130, 46), body)
    for y in (640, 710, 780):
        pen.canvas.fill(blob(C, y, 104 - (y - 600) * 0.25, 13, 3), mix(body, GOLD, 0.55))
    for side in SIDES:
        pane = leaf(C + side * 80, 400, 660, 250, side * 156)
        pen.part(pane, wing)
        with pen.canvas.group(pane):
            for turn in (150, 158, 166):
                pen.canvas.stroke(
                    Path.lines([(C + side * 80, 400), polar(C + side * 80, 400, 640, side * turn)], closed=False),
                    mix(body, GOLD, 0.3),
                    10,
                )
            for reach in (300, 430):
                pen.canvas.stroke(
                    Path.lines(
                        [
                            polar(C + side * 80, 400, reach, side * 140),
                            polar(C + side * 80, 400, reach - 60, side * 176),
                        ],
                        closed=False,
                    ),
                    mix(body, GOLD, 0.3),
                    9,
                )
    pen.part(blob(C, 380, 168, 120, 2.3), body)
    pen.canvas.stroke(Path.parse("M412 360Q512 430 612 360M440 430Q512 400 584 430"), mix(body, GOLD, 0.6), 16)
    pen.part(blob(C, 244, 150, 74, 2.6), body)
    for side in SIDES:
        pen.part(circle(C + side * 148, 240, 52), "#c9402f")
        pen.canvas.fill(circle(C + side * 136, 224, 15), WHITE)


def _stick_insect(pen: Pen) -> None:
    """On a twig with leaves, and a twig itself."""
    wood, skin = BARK, "#a3b04a"
    pen.part(limb([(60, 900), (960, 760)], 30, 20), wood)
    leaves(pen, ((860, 780, 180, 40), (180, 880, 170, 200), (560, 824, 150, 170)), GREEN, 0.36)
    for (x, y), knee, foot in (
        ((640, 400), (820, 420), (850, 780)),
        ((520, 480), (640, 640), (620, 810)),
        ((400, 560), (500, 740), (420, 840)),
        ((620, 410), (560, 230), (330, 260)),
        ((500, 490), (330, 420), (240, 640)),
        ((380, 570), (230, 620), (200, 880)),
    ):
        pen.part(limb([(x, y), knee, foot], 13, 9), mix(skin, INK, 0.12))
    pen.part(limb([(210, 690), (440, 540), (760, 310)], 26, 32), skin)
    for x, y in ((330, 612), (470, 520), (590, 432)):
        pen.canvas.fill(oval(x, y, 9, 30, 54), mix(skin, INK, 0.4))
    for tip in ((960, 120), (990, 230)):
        pen.part(limb([(780, 296), (880, 220), tip], 9, 5), mix(skin, INK, 0.12))
    pen.part(blob(786, 288, 54, 42, 2.2), skin)
    _eye(pen, 804, 276, 15)


def _manatee(pen: Pen) -> None:
    hide = "#97a3ad"
    dark = mix(hide, INK, 0.2)
    pen.part(Path.parse("M820 560C900 540 960 470 1030 480C1060 560 1060 640 1030 720C960 730 900 660 820 640Z"), dark)
    pen.part(limb([(480, 660), (540, 820)], 66, 56), dark)
    pen.part(
        Path.parse(
            "M60 600C40 440 200 360 330 370C560 300 800 420 880 560C880 640 760 760 500 760C300 780 80 740 60 600Z"
        ),
        hide,
    )
    pen.canvas.fill(oval(480, 716, 260, 34), mix(hide, CREAM, 0.34))
    pen.part(
        Path.parse("M40 590C20 520 90 470 170 500C240 530 240 640 190 690C120 720 50 680 40 590Z"),
        mix(hide, CREAM, 0.3),
    )
    pen.part(limb([(350, 660), (330, 830)], 70, 60), hide)
    for x, y in ((70, 570), (110, 550)):
        pen.canvas.fill(oval(x, y, 9, 13), INK)
    for x, y in ((90, 630), (130, 650), (160, 610), (120, 600)):
        pen.canvas.fill(circle(x, y, 7), INK)
    _eye(pen, 250, 500, 20)
    pen.canvas.stroke(Path.parse("M110 690Q160 706 210 670"), INK, 11)
    pen.canvas.fill(oval(280, 570, 30, 18), _BLUSH)


def _mothman(pen: Pen) -> None:
    """Red eyes, no neck, and wings like a moth's."""
    fur, wing = "#4a4450", "#6b5a6f"
    for side in SIDES:
        pen.part(leaf(C + side * 60, 620, 470, 220, side * 118), mix(wing, INK, 0.2))
        upper = leaf(C + side * 60, 520, 560, 300, side * 62)
        pen.part(upper, wing)
        with pen.canvas.group(upper):
            for turn in (46, 62, 78):
                pen.canvas.stroke(
                    Path.lines([(C + side * 60, 520), polar(C + side * 60, 520, 540, side * turn)], closed=False),
                    mix(wing, INK, 0.4),
                    13,
                )
            pen.canvas.fill(circle(*polar(C + side * 60, 520, 360, side * 62), 56), mix(wing, CREAM, 0.4))
            pen.canvas.fill(circle(*polar(C + side * 60, 520, 360, side * 62), 28), DARK)
        pen.part(limb([(C + side * 60, 840), (C + side * 76, 960)], 48, 36), fur)
        for toe in (-40, 0, 40):
            pen.part(leaf(C + side * 76 + toe, 962, 60, 28, 180), CREAM)
        pen.part(limb([(C + side * 40, 280), (C + side * 110, 120), (C + side * 190, 70)], 17, 30), fur)
    pen.part(blob(C, 600, 170, 300, 2.4), fur)
    for row in range(3):
        for k in (-1, 0, 1):
            x, y = C + 84 * k, 600 + 76 * row + (20 if k == 0 else 0)
            pen.canvas.stroke(Path.parse(f"M{x - 34} {y}Q{x} {y + 40} {x + 34} {y}"), mix(fur, CREAM, 0.3), 11)
    for side in SIDES:
        pen.part(circle(C + side * 76, 420, 62), "#e2342f")
        pen.canvas.fill(circle(C + side * 76, 420, 34), "#ff8a6a")
        pen.canvas.fill(circle(C + side * 66, 404, 13), WHITE)


def _black_widow(pen: Pen) -> None:
    """Down a thread, the red hourglass to be seen."""
    pen.canvas.stroke(Path.parse("M512 20L512 320"), mix(DARK, CREAM, 0.5), 10)
    for side in SIDES:
        for (kx, ky), (fx, fy) in (
            ((240, 250), (330, 60)),
            ((320, 360), (440, 250)),
            ((310, 560), (420, 760)),
            ((220, 640), (270, 960)),
        ):
            start = (C + side * 60, 400)
            pen.part(limb([start, (C + side * kx, ky), (C + side * fx, fy)], 26, 12), "#2b2930")
    pen.part(circle(C, 380, 96), "#2b2930")
    pen.part(blob(C, 650, 220, 236, 2.1), "#2b2930")
    pen.canvas.fill(oval(C - 100, 540, 50, 30, -40), "#5f5a68")
    pen.canvas.fill(Path.parse("M430 560L594 560L536 660L594 770L430 770L488 660Z"), "#e2342f")
    for side in SIDES:
        _eye(pen, C + side * 36, 366, 22)


def _arm(pen: Pen, spine: list[tuple[float, float]], thick: float, ink: str) -> None:
    pen.part(limb(spine, thick, 14), ink)
    for k in range(2, len(spine) - 2, 3):
        x, y = spine[k]
        pen.canvas.fill(circle(x + thick * 0.3, y, thick * 0.26 * (1 - k / len(spine)) + 5), mix(ink, CREAM, 0.6))


def _kraken(pen: Pen) -> None:
    """A ship under sail between its arms, and its eyes above the water."""
    skin, sea = "#c9484f", "#2f6f8f"
    for side in SIDES:
        _arm(
            pen,
            curve((C + side * 330, 900), (C + side * 560, 560), (C + side * 420, 120), (C + side * 250, 190), 20),
            58,
            mix(skin, INK, 0.14),
        )
    pen.part(limb([(C, 640), (C, 40)], 13, 10), BARK)
    pen.part(Path.parse("M520 60L640 90L520 130Z"), "#3d3a48")
    for top, high, half in ((150, 170, 190), (350, 210, 250)):
        sail = f"M{C - half * 0.8} {top}L{C + half * 0.8} {top}Q{C + half * 1.2} {top + high * 0.6} {C + half} {top + high}Q{C} {top + high * 0.78} {C - half} {top + high}Q{C - half * 0.6} {top + high * 0.5} {C - half * 0.8} {top}Z"
        pen.part(Path.parse(sail), CREAM)
    pen.part(Path.parse("M180 580L860 580L780 780L270 780Z"), "#8a5a36")
    pen.canvas.stroke(Path.parse("M200 640L838 640"), mix("#8a5a36", INK, 0.4), 14)
    for k in range(4):
        pen.part(circle(350 + 108 * k, 690, 24), DARK)
    _arm(pen, curve((300, 900), (120, 640), (480, 560), (640, 660), 18), 54, skin)
    _arm(pen, curve((760, 900), (960, 640), (800, 480), (600, 480), 18), 50, skin)
    pen.part(blob(C, 900, 230, 150, 2.3), skin)
    for side in SIDES:
        pen.canvas.fill(circle(C + side * 96, 850, 46), "#f6e39a")
        pen.canvas.fill(oval(C + side * 92, 854, 17, 34), INK)
        pen.canvas.stroke(Path.parse(f"M{C + side * 150} 796L{C + side * 56} 824"), INK, 16)
    for k, ink in enumerate((sea, mix(sea, INK, 0.2))):
        wave = " ".join("q43 -46 86 0" for _ in range(13))
        pen.part(Path.parse(f"M{-40 - 40 * k} {930 + 44 * k}{wave}L1064 1060L-40 1060Z"), ink)


def _origami_crane(pen: Pen) -> None:
    ink = "#e4705a"
    for d, shade in (
        ("M512 640L960 180L640 760Z", 0.16),
        ("M512 640L1010 760L600 800Z", 0.3),
        ("M512 640L380 800L640 800L640 740Z", 0.1),
        ("M512 640L250 60L420 720Z", 0.0),
        ("M512 640L620 40L560 700Z", -0.3),
        ("M400 800L60 420L440 690Z", -0.16),
        ("M60 420L20 560L120 486Z", 0.2),
    ):
        pen.part(Path.parse(d), mix(ink, INK, shade) if shade > 0 else mix(ink, CREAM, -shade))


WILDLIFE: Mapping[str, Draw] = {
    "pangolin": fitted(_pangolin),
    "aardvark": fitted(_aardvark),
    "cuttlefish": fitted(_cuttlefish),
    "horseshoe crab": fitted(_horseshoe_crab),
    "centipede": fitted(_centipede),
    "cicada": fitted(_cicada),
    "stick insect": fitted(_stick_insect),
    "swimming manatee": fitted(_manatee),
    "kraken and ship": fitted(_kraken),
    "origami crane": fitted(_origami_crane),
    "black widow": fitted(_black_widow),
    "mothman": fitted(_mothman),
}
"""By the name that the keyword table gives them."""
