"""Things that are full of something: a pickup with pumpkins, a bicycle with flowers, a boot as a vase. Original art."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    DARK,
    GLOW,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    Head,
    leaves,
    moved,
    spoked,
    stem,
    wheel,
)
from pod.providers.embedded.objects.kit import fitted

_RUBBER = "#f2b01e"

_MIXED: tuple[Head, ...] = (FLOWERS["daisy"], FLOWERS["poppy"], FLOWERS["cosmos"], FLOWERS["aster"])


def _posy(pen: Pen, x: float, y: float, half: float, heads: tuple[Head, ...], r: float = 96.0) -> None:
    """Flowers out of an opening `half` wide on either side of x, at height y."""
    leaves(pen, [(x + half * a / 80, y + 10, 250, a) for a in (-60, 60, -34, 34, -10, 12)], GREEN, 0.28)
    spots = ((-1.0, -70, -30), (1.0, -80, 30), (-0.5, -170, -14), (0.52, -180, 14), (0.0, -110, 0), (0.0, -270, 0))
    for k, (out, up, lean) in enumerate(spots):
        at = (x + out * half * 0.9, y + up * r / 96)
        stem(pen, (x + out * half * 0.4, y + 30), at, 0, 10)
        heads[k % len(heads)](pen, *at, r, lean)


def _pickup(load: str) -> Draw:
    """An old one, in red, seen from the side with something on its bed."""

    def draw(pen: Pen) -> None:
        _LOADS[load](pen)
        pen.part(Path.parse("M520 560L980 560Q1004 560 1004 590L1000 760L520 760Z"), RED)
        pen.part(
            Path.parse(
                "M20 760L20 640Q20 560 110 550L240 540L290 380Q300 340 350 340L500 340Q540 340 540 380L550 760Z"
            ),
            RED,
        )
        pen.part(Path.parse("M290 540L326 416Q332 396 352 396L470 396Q490 396 490 416L494 540Z"), SKY)
        pen.canvas.fill(rounded_rect(420, 590, 70, 20, 10), mix(RED, INK, 0.45))
        pen.canvas.fill(rect(560, 620, 420, 16), mix(RED, INK, 0.3))
        pen.part(oval(44, 650, 30, 38), GLOW)
        pen.part(rounded_rect(-6, 740, 1020, 46, 20), STEEL)
        for x in (220, 790):
            pen.part(moved("M-1 0.3C-1 -1 1 -1 1 0.3Z", x, 750, 160, 150), mix(RED, INK, 0.15))
            wheel(pen, x, 810, 116)

    return draw


def _fir(pen: Pen) -> None:
    for k in range(4):
        x, w = 960 - 170 * k, 190 - 34 * k
        pen.part(
            Path.lines([(x + 30, 470 - w), (x + 30, 470 + w), (x - 220, 470)]), mix(GREEN, INK, 0.15 + 0.05 * (k % 2))
        )
    for k, (x, y) in enumerate(((900, 420), (820, 520), (740, 420), (640, 480), (560, 440))):
        pen.part(circle(x, y, 26), (GOLD, RED, "#8fc4e8")[k % 3])


def _pumpkins(pen: Pen) -> None:
    for x, y, r in ((620, 500, 120), (900, 500, 120), (760, 440, 150)):
        for dx, w in ((-0.6, 0.5), (0.6, 0.5), (0.0, 0.62)):
            pen.part(oval(x + dx * r, y, w * r, r * 0.86), mix(ORANGE, RED, 0.16 * abs(dx)))
        pen.part(limb([(x, y - r * 0.8), (x + 16, y - r * 1.15)], 18, 14), GREEN)


def _blooms(pen: Pen) -> None:
    _posy(pen, 760, 560, 200, _MIXED, 104)


def _sunflowers(pen: Pen) -> None:
    _posy(pen, 760, 560, 200, (TIED["sunflower"],), 110)


def _hay(pen: Pen) -> None:
    for x, y in ((560, 430), (760, 430), (660, 300)):
        pen.part(rounded_rect(x, y, 210, 140, 18), "#e3b84f")
        for dx in (60, 140):
            pen.canvas.fill(rect(x + dx, y, 13, 140), mix("#e3b84f", INK, 0.4))


def _hearts(pen: Pen) -> None:
    for k, (x, y, size) in enumerate(
        ((600, 480, 190), (900, 490, 190), (750, 420, 240), (650, 270, 150), (850, 250, 160), (760, 110, 120))
    ):
        pen.part(heart(x, y, size), ("#ee7f96", "#d9405a", "#f7b3c4")[k % 3])


_LOADS = {
    "fir": _fir,
    "pumpkins": _pumpkins,
    "flowers": _blooms,
    "sunflowers": _sunflowers,
    "hay": _hay,
    "hearts": _hearts,
}


def _bicycle(heads: tuple[Head, ...]) -> Draw:
    """With a basket of flowers before the handlebar."""

    def draw(pen: Pen) -> None:
        for x in (230, 800):
            spoked(pen, x, 760, 200, DARK, 10, 22)
        for width, ink in ((46, INK), (26, TEAL)):
            for d in (
                "M800 760L560 760L400 470L680 470L560 760",
                "M230 760L330 420L300 350",
                "M330 440L560 760M680 470L800 760M650 400L690 480",
            ):
                pen.canvas.stroke(Path.parse(d), ink, width)
        pen.part(Path.parse("M570 380Q660 350 740 390Q720 430 640 420Z"), BARK)
        pen.part(limb(curve((250, 330), (300, 300), (360, 310), (420, 360)), 16, 16), DARK)
        pen.part(circle(560, 760, 44), STEEL)
        _posy(pen, 190, 330, 130, heads, 78)
        pen.part(Path.parse("M60 330L330 330L300 520L90 520Z"), WOOD)
        for y in (380, 440):
            pen.canvas.stroke(Path.lines([(74, y), (316, y)], closed=False), mix(WOOD, INK, 0.4), 14)

    return draw


def _boot(pen: Pen) -> None:
    _posy(pen, 560, 430, 170, _MIXED, 104)
    pen.part(Path.parse("M390 420L740 420L720 700Q760 860 720 940L140 940Q90 820 220 780Q380 740 400 620Z"), WOOD)
    pen.part(rounded_rect(100, 920, 640, 60, 24), DARK)
    pen.part(rounded_rect(360, 400, 410, 70, 30), mix(WOOD, CREAM, 0.3))
    for y in (560, 640, 720):
        pen.canvas.stroke(Path.lines([(400 - (y - 560) * 0.4, y), (520, y + 20)], closed=False), CREAM, 18)


def _wellies(pen: Pen) -> None:
    """A pair of rubber boots, the far one a little behind."""
    for x, y, ink in ((300, -60, mix(_RUBBER, INK, 0.14)), (0, 0, _RUBBER)):
        _posy(pen, x + 340, y + 420, 130, _MIXED, 92)
        to = Transform.move(x, y)
        pen.part(Path.parse("M190 420L490 420L486 700Q640 740 680 850Q690 900 670 930L190 930Z").transformed(to), ink)
        pen.part(rounded_rect(x + 170, y + 400, 340, 74, 30), mix(ink, WHITE, 0.4))
        pen.part(rounded_rect(x + 174, y + 912, 520, 62, 26), mix(ink, INK, 0.35))
        pen.canvas.fill(rounded_rect(x + 236, y + 520, 34, 270, 17), mix(ink, WHITE, 0.45))


def _can(heads: tuple[Head, ...]) -> Draw:
    """A milk can."""

    def draw(pen: Pen) -> None:
        _posy(pen, C, 430, 190, heads, 124)
        pen.part(
            Path.parse(
                "M390 420L634 420L634 520Q760 560 760 660L740 960Q736 1000 690 1000L334 1000Q288 1000 284 960L264 660Q264 560 390 520Z"
            ),
            STEEL,
        )
        pen.part(rounded_rect(350, 400, 324, 60, 26), mix(STEEL, INK, 0.15))
        for side in SIDES:
            pen.canvas.stroke(Path.parse(f"M{C + side * 170} 540Q{C + side * 320} 560 {C + side * 250} 680"), INK, 30)
        pen.canvas.fill(rounded_rect(310, 680, 30, 240, 15), WHITE)
        pen.canvas.fill(rect(274, 800, 476, 16), mix(STEEL, INK, 0.35))

    return draw


def _tin(heads: tuple[Head, ...], ink: str) -> Draw:
    """A mug full of flowers."""

    def draw(pen: Pen) -> None:
        _posy(pen, 480, 480, 220, heads, 124)
        for width, paint in ((92, INK), (70, ink)):
            pen.canvas.stroke(Path.parse("M740 600C960 560 960 880 720 860"), paint, width)
        pen.part(Path.parse("M200 460L760 460L740 920Q736 990 660 990L300 990Q224 990 220 920Z"), ink)
        pen.part(heart(480, 740, 190), CREAM)

    return draw


def _terrarium(pen: Pen) -> None:
    glass = Path.parse("M400 60L624 60L624 180Q880 300 880 600Q880 960 512 980Q144 960 144 600Q144 300 400 180Z")
    pen.part(glass, mix(SKY, WHITE, 0.4))
    with pen.canvas.group(glass):
        pen.canvas.fill(blob(C, 960, 460, 220, 2.4), BARK)
        pen.canvas.fill(blob(C, 900, 400, 110, 2.4), mix(BARK, CREAM, 0.3))
    leaves(pen, ((380, 830, 330, -22), (380, 830, 270, 16), (380, 830, 220, -50)), GREEN, 0.26)
    for turn in range(0, 360, 45):
        pen.part(moved("M0 0C-0.62 -0.3 -0.5 -0.72 0 -1C0.5 -0.72 0.62 -0.3 0 0Z", 650, 780, 80, 130, turn), "#8fb5a2")
    pen.part(circle(650, 780, 50), "#b5d4c2")
    pen.part(limb([(520, 840), (520, 700)], 22, 20), CREAM)
    pen.part(moved("M-1 0C-1 -0.9 1 -0.9 1 0Z", 520, 700, 90), RED)
    pen.part(rounded_rect(380, 20, 264, 76, 24), WOOD)
    pen.canvas.stroke(Path.parse("M230 480Q240 360 340 290"), WHITE, 24)


def _succulents(pen: Pen) -> None:
    for x, y, r, ink in ((290, 600, 220, "#8fb5a2"), (740, 600, 220, "#c98fa5"), (C, 400, 250, "#7fb56a")):
        for layer, (count, share) in enumerate(((9, 1.0), (7, 0.72), (5, 0.46))):
            for k in range(count):
                d = "M0 0C-0.6 -0.2 -0.62 -0.8 0 -1C0.62 -0.8 0.6 -0.2 0 0Z"
                pen.part(
                    moved(d, x, y, r * share * 0.62, r * share, 360 * k / count + 20 * layer),
                    mix(ink, CREAM, 0.16 * layer),
                )
    pen.part(Path.parse("M130 720L894 720L840 960Q512 1000 184 960Z"), "#cf6f47")
    pen.part(rounded_rect(90, 690, 844, 80, 26), "#b85c38")


LOADS: Mapping[str, Draw] = {
    "truck with a christmas tree": _pickup("fir"),
    "truck with pumpkins": _pickup("pumpkins"),
    "truck with flowers": _pickup("flowers"),
    "truck with sunflowers": _pickup("sunflowers"),
    "truck with hay": _pickup("hay"),
    "truck with hearts": _pickup("hearts"),
    "bicycle with flowers": _bicycle(_MIXED),
    "bicycle with sunflowers": _bicycle((TIED["sunflower"],)),
    "bicycle with tulips": _bicycle((TIED["tulip"],)),
    "boot of flowers": _boot,
    "wellies of flowers": fitted(_wellies),
    "milk can of flowers": _can(_MIXED),
    "milk can of sunflowers": _can((TIED["sunflower"],)),
    "mug of flowers": _tin(_MIXED, TEAL),
    "mug of roses": _tin((TIED["rose"],), "#8fc4e8"),
    "terrarium": _terrarium,
    "succulents": _succulents,
}
"""By the name that the keyword table gives them."""
