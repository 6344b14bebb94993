"""Animals that are known by their outline and so are drawn from the side: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import BARK, CREAM, DARK, GOLD, GREEN, WHITE, C, Draw, leaves

_BLUSH = "#f2788f"


def _eye(pen: Pen, x: float, y: float, r: float = 24) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.34, r * 0.34), WHITE)


def _legs(pen: Pen, spots: tuple[float, ...], top: float, foot: float, width: float, ink: str) -> None:
    for x in spots:
        pen.part(limb([(x, top), (x, foot - width * 0.8)], width, width), ink)


def _armadillo(pen: Pen) -> None:
    hide, shell = "#e3c3b0", "#b08f7c"
    pen.part(limb(curve((820, 640), (940, 640), (960, 760), (1010, 800)), 44, 13), shell)
    _legs(pen, (330, 470, 690, 800), 700, 860, 54, hide)
    pen.part(Path.parse("M330 560C270 420 150 400 110 520L20 640Q10 690 60 690L330 700Z"), hide)
    for x in (190, 260):
        pen.part(leaf(x, 440, 190, 60, 6), hide)
    body = Path.parse("M230 700C230 420 370 260 580 260C790 260 900 440 900 720Q560 800 230 700Z")
    pen.part(body, shell)
    with pen.canvas.group(body):
        for k in range(6):
            for width, ink in ((40, mix(shell, INK, 0.3)), (20, mix(shell, CREAM, 0.35))):
                pen.canvas.stroke(Path.parse(f"M{410 + 66 * k} 230Q{370 + 66 * k} 500 {400 + 66 * k} 800"), ink, width)
    _eye(pen, 170, 570)
    pen.canvas.fill(circle(36, 650, 24), INK)
    pen.canvas.fill(oval(240, 630, 30, 18), _BLUSH)


def _anteater(pen: Pen) -> None:
    fur, tail = "#8f8580", "#5f5654"
    for k, turn in enumerate((110, 92, 74, 56)):
        pen.part(leaf(690, 600, 420 - 20 * k, 100, turn), mix(tail, fur, 0.2 * (k % 2)))
    _legs(pen, (420, 680), 640, 900, 62, tail)
    pen.part(blob(550, 530, 250, 180, 2.3), fur)
    pen.part(Path.parse("M330 480L470 640L600 500Q480 520 400 380Z"), DARK)
    pen.canvas.stroke(Path.parse("M350 450L480 600L610 500"), WHITE, 20)
    _legs(pen, (500,), 640, 900, 66, fur)
    pen.part(limb([(380, 470), (240, 560), (60, 760)], 110, 22), mix(fur, CREAM, 0.25))
    pen.part(oval(370, 390, 44, 56, -20), fur)
    pen.canvas.fill(circle(56, 768, 17), INK)
    _eye(pen, 290, 500, 20)
    pen.canvas.fill(oval(330, 560, 28, 17), _BLUSH)


def _tapir(pen: Pen) -> None:
    dark, white = "#45414c", "#f4f1ea"
    _legs(pen, (330, 770), 640, 920, 66, dark)
    body = blob(580, 530, 370, 230, 2.4)
    pen.part(body, dark)
    with pen.canvas.group(body):
        pen.canvas.fill(blob(690, 510, 230, 300, 3), white)
    _legs(pen, (430, 870), 640, 920, 70, dark)
    pen.part(limb(curve((330, 440), (220, 420), (130, 480), (100, 640)), 140, 40), dark)
    for x in (300, 400):
        pen.part(circle(x, 320, 62), dark)
        pen.canvas.fill(circle(x, 322, 32), white)
    pen.canvas.fill(circle(222, 420, 34), mix(dark, CREAM, 0.35))
    _eye(pen, 222, 420, 22)
    pen.canvas.fill(oval(290, 520, 32, 19), _BLUSH)


def _chameleon(pen: Pen) -> None:
    """On a branch, its tail rolled up."""
    skin, crest = "#6cbf6a", "#2f8f7f"
    pen.part(limb([(20, 840), (1004, 760)], 38, 26), BARK)
    leaves(pen, ((120, 840, 190, 150), (900, 770, 200, 24)), GREEN, 0.34)
    roll = curve((760, 560), (1000, 560), (1020, 900), (850, 900)) + curve(
        (850, 900), (700, 890), (710, 720), (830, 740)
    )
    pen.part(limb(roll, 74, 20), skin)
    for x in (330, 640):
        pen.part(limb([(x, 640), (x + 20, 800)], 44, 34), mix(skin, crest, 0.3))
    for k in range(6):
        pen.part(leaf(380 + 70 * k, 390 + 20 * abs(k - 2), 100, 44, -16 + 12 * k), crest)
    body = blob(560, 560, 270, 180, 2.3)
    pen.part(body, skin)
    with pen.canvas.group(body):
        for k in range(4):
            pen.canvas.stroke(
                Path.parse(f"M{440 + 90 * k} 380Q{480 + 90 * k} 560 {420 + 90 * k} 760"), (GOLD, crest)[k % 2], 26
            )
    pen.part(
        Path.parse("M60 540C60 420 180 330 280 330L360 160Q440 300 420 480C420 600 300 660 200 640Q70 640 60 540Z"),
        skin,
    )
    pen.part(circle(230, 450, 92), mix(skin, GOLD, 0.5))
    _eye(pen, 214, 446, 34)
    pen.canvas.stroke(Path.parse("M80 560Q190 620 320 570"), INK, 13)


def _deaths_head(pen: Pen) -> None:
    """A death's head moth: a skull on its back."""
    for side in (-1.0, 1.0):
        pen.part(leaf(C, 520, 430, 190, side * 128), "#d9a24a")
        pen.part(leaf(C, 460, 520, 230, side * 74), "#5f4a3f")
        pen.canvas.fill(leaf(C + side * 60, 460, 400, 120, side * 74), "#8a6a52")
        for out in (250, 360):
            pen.canvas.fill(circle(C + side * out, 460 - out * 0.24, 24), "#d9a24a")
        pen.part(leaf(C + side * 30, 250, 200, 30, side * 34), BARK)
    pen.part(limb([(C, 380), (C, 860)], 92, 44), "#d9a24a")
    for y in (600, 680, 760):
        pen.canvas.fill(blob(C, y, 78, 19, 3), DARK)
    pen.part(circle(C, 290, 84), "#5f4a3f")
    pen.part(blob(C, 440, 86, 78, 2.4), CREAM)
    pen.part(blob(C, 520, 48, 40, 3), CREAM)
    for side in (-1.0, 1.0):
        pen.canvas.fill(oval(C + side * 36, 446, 24, 28), INK)
    pen.canvas.fill(Path.lines([(C, 470), (C - 14, 500), (C + 14, 500)]), INK)


def _peacock_feather(pen: Pen) -> None:
    pen.part(limb(curve((420, 1010), (420, 800), (500, 640), (C, 480)), 15, 9), GOLD)
    for k in range(7):
        for side in (-1.0, 1.0):
            x, y = 432 + 12 * k, 900 - 62 * k
            pen.part(leaf(x, y, 210, 34, side * 46 + 8), mix(GREEN, GOLD, 0.14 * k))
    for turn in range(-150, 151, 20):
        pen.part(leaf(C, 320, 300 - abs(turn) * 0.24, 60, turn), mix(GREEN, GOLD, 0.3 if turn % 40 else 0.1))
    for rx, ry, ink in ((170, 200, GOLD), (136, 164, "#3fa796"), (96, 116, "#2f6fb8"), (58, 70, "#27346b")):
        pen.part(blob(C, 330 - (200 - ry) * 0.3, rx, ry, 2.0), ink)


def _hermit_crab(pen: Pen) -> None:
    skin, shell = "#ee7a4a", "#e9c48a"
    for x, foot in ((620, 720), (700, 850), (560, 600), (480, 470)):
        pen.part(limb([(x, 760), (foot + 40, 800), (foot, 930)], 30, 12), mix(skin, INK, 0.12))
    whorl = Path.parse(
        "M150 760C90 560 170 330 380 250C480 120 560 120 600 180C760 260 820 480 760 680C720 800 240 840 150 760Z"
    )
    pen.part(whorl, shell)
    with pen.canvas.group(whorl):
        for d in (
            "M180 700C240 480 420 420 780 560",
            "M260 460C340 320 520 280 740 400",
            "M400 270C470 210 560 210 640 260",
        ):
            pen.canvas.stroke(Path.parse(d), mix(shell, BARK, 0.5), 22)
    for x in (770, 880):
        pen.part(limb([(x - 20, 660), (x + 10, 500)], 17, 13), skin)
        pen.part(circle(x + 12, 480, 42), WHITE)
        _eye(pen, x + 18, 482, 22)
    pen.part(blob(780, 740, 150, 110, 2.3), skin)
    pen.canvas.stroke(Path.parse("M760 780Q820 830 880 770"), INK, 12)
    pen.canvas.fill(oval(720, 770, 28, 17), _BLUSH)
    pen.part(limb([(880, 800), (960, 850)], 40, 50), skin)
    pen.part(Path.parse("M930 830C900 720 1000 700 1010 780L970 800L1024 830C1020 920 950 920 930 830Z"), skin)


BEASTS: Mapping[str, Draw] = {
    "armadillo": _armadillo,
    "anteater": _anteater,
    "tapir": _tapir,
    "chameleon": _chameleon,
    "death's head moth": _deaths_head,
    "peacock feather": _peacock_feather,
    "hermit crab": _hermit_crab,
}
"""By the name that the keyword table gives them."""
