"""Bodies below the head: tails, legs, torsos and arms, in the pose that an occupation asks for."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely import geometry as shapes

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters import fowl
from pod.providers.embedded.characters.coats import coat
from pod.providers.embedded.characters.pen import (
    BODY_Y,
    INK,
    MIDDLE_X,
    SIDES,
    Pen,
    at,
    blob,
    cloudlet,
    curve,
    limb,
    oval,
)
from pod.providers.embedded.characters.species import Species


@dataclass(frozen=True, slots=True)
class Pose:
    """`arms`: rest, hold, raise, juggle, balance, steer, rim, none, or a gesture: flex, one hand out to somebody on the left or
    right, an arm around them. `legs`: sit, stand, astride or none."""

    arms: str = "rest"
    legs: str = "sit"


BAR: Point = (806.0, 706.0)
"""Where a handlebar is gripped."""

RAISED: Point = (818.0, 560.0)
"""Where the raised right paw is."""

TIPS: tuple[Point, ...] = ((152.0, 548.0), (872.0, 548.0), (96.0, 812.0), (928.0, 812.0))
"""The four tips with which an octopus holds."""


def tail(pen: Pen) -> None:
    if pen.species.tail and pen.species.body not in fowl.BODIES:
        _TAILS[pen.species.tail](pen)


def legs(pen: Pen, pose: Pose) -> None:
    """Behind the body; none for those that float or hide them."""
    if pen.species.body == "plush":
        _LEGS[pose.legs](pen)
    elif pen.species.body == "octopus" and pose.legs == "stand":
        _standing_arms(pen)


def torso(pen: Pen) -> None:
    _TORSOS[pen.species.body](pen)


def arms(pen: Pen, pose: Pose) -> None:
    """In front of what is held."""
    folded = pen.species.body in fowl.BODIES and pose.arms not in _GRIPS
    if pen.species.arms == "tentacle" or folded:
        return
    for path in _ARMS[pose.arms]():
        pen.part(path, arm_paint(pen))


def mittens(pen: Pen, pose: Pose) -> None:
    """Over the end of each arm, which is what is farthest from its shoulder."""
    if pen.species.arms == "tentacle":
        for x, y in TIPS:
            pen.part(circle(x, y, 46), "#d1493f")
        return
    for path in _ARMS[pose.arms]():
        area = path.geometry()
        shoulder = at(-1.0 if area.centroid.x < MIDDLE_X else 1.0, 200, 640)
        x, y = max((point for ring in path.rings() for point in ring), key=lambda point: math.dist(point, shoulder))
        hand = area.intersection(shapes.Point(x, y).buffer(96)).buffer(8)
        pen.part(Path.from_geometry(hand, smooth=True), "#d1493f")
        pen.canvas.fill(circle(hand.centroid.x, hand.centroid.y, 15), "#fbf2df")


def arm_paint(pen: Pen) -> str:
    """A paw's own ink, a person's sleeve, or the fur a little darker."""
    s = pen.species
    if s.arms in ("sleeve", "wing") and s.torso:
        return s.torso
    return s.feet if s.feet and s.arms == "paw" else mix(s.base, s.dark, 0.08)


def foot_paint(pen: Pen) -> str:
    return foot_ink(pen.species)


def foot_ink(species: Species) -> str:
    return species.feet or mix(species.base, species.dark, 0.1)


# --- tails


def _fin_tail(pen: Pen) -> None:
    s = pen.species
    pen.part(Path.parse("M640 800C800 862 902 762 908 642C962 762 932 902 800 932C720 952 640 922 610 882Z"), s.dark)
    pen.canvas.fill(
        Path.parse("M650 822C770 862 862 802 892 702C900 804 842 882 770 902C710 912 660 892 630 872Z"), s.base
    )


def _brush_tail(pen: Pen) -> None:
    s = pen.species
    brush = Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z")
    tip = "M902 640C876 566 790 590 792 668C794 690 792 708 786 722C836 716 880 700 908 676C908 664 906 652 902 640Z"
    pen.part(brush, s.base)
    pen.canvas.fill(Path.parse(tip), s.light)


def _ringed_tail(pen: Pen) -> None:
    s = pen.species
    brush = Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z")
    pen.part(brush, s.base)
    with pen.canvas.group(brush):
        for x, y, turn in ((850, 622, 20), (858, 716, -24), (800, 806, -62)):
            pen.canvas.fill(oval(x, y, 84, 22, turn), s.dark)


def _bushy_tail(pen: Pen) -> None:
    s = pen.species
    bush = "M640 892C860 960 990 830 960 650C950 560 880 520 810 552C770 572 776 626 820 632C860 700 820 776 700 776Z"
    pen.part(Path.parse(bush), s.base)
    pen.canvas.fill(
        Path.parse("M680 868C838 902 930 800 908 660C900 612 872 588 840 592C884 700 850 800 690 822Z"),
        mix(s.base, s.light, 0.5),
    )


def _plume_tail(pen: Pen) -> None:
    """As large as the body and curled over at the top."""
    s = pen.species
    plume = "M620 900C780 990 960 920 968 720C974 600 900 540 912 430C920 370 980 360 1000 400C1030 280 930 200 840 244C730 300 740 440 770 540C796 630 760 730 640 770Z"
    pen.part(Path.parse(plume), s.base)
    light = "M700 866C830 920 920 850 916 720C912 610 850 560 858 430C862 360 900 310 950 330C900 280 820 300 806 390C792 500 856 580 850 680C844 780 780 810 690 820Z"
    pen.canvas.fill(Path.parse(light), mix(s.base, s.light, 0.5))


def _thin_tail(pen: Pen) -> list[Point]:
    bend = curve((660, 884), (800, 930), (930, 860), (894, 740), 18)
    pen.part(limb(bend, 30, 24), pen.species.base)
    return bend


def _curl_tail(pen: Pen) -> None:
    pen.part(limb(curve((664, 880), (860, 920), (930, 760), (846, 690), 18), 32, 25), pen.species.base)


def _banded_tail(pen: Pen) -> None:
    bend = _thin_tail(pen)
    for i in (5, 8, 11, 14):
        (x0, y0), (x1, y1) = bend[i], bend[i + 1]
        pen.canvas.fill(oval(x0, y0, 11, 27, math.degrees(math.atan2(y1 - y0, x1 - x0))), pen.species.dark)
    pen.canvas.fill(limb(bend[-2:], 24, 23), pen.species.dark)


def _tuft_tail(pen: Pen) -> None:
    bend = _thin_tail(pen)
    x, y = bend[-1]
    pen.part(Path.from_geometry(leaf(x, y + 34, 150, 60, 8).geometry().buffer(8)), pen.species.dark)


def _long_tail(pen: Pen) -> None:
    pen.part(
        limb(curve((660, 892), (860, 960), (1010, 840), (900, 720), 20), 18, 13), mix(pen.species.base, "#f3b7c0", 0.35)
    )


def _wagging_tail(pen: Pen) -> None:
    pen.part(limb(curve((660, 870), (760, 880), (850, 800), (856, 700), 14), 38, 24), pen.species.base)


def _hair_tail(pen: Pen) -> None:
    hair = "M650 800C780 720 900 780 900 900C900 950 930 968 950 972C880 1010 780 1000 740 930C716 896 690 880 640 880Z"
    pen.part(Path.parse(hair), pen.species.dark)


def _puff_tail(pen: Pen) -> None:
    pen.part(circle(716, 850, 62), mix(pen.species.base, pen.species.light, 0.6))


def _curly_tail(pen: Pen) -> None:
    loop = Path.parse("M690 846C760 880 800 800 752 784C712 776 706 836 760 842C800 844 822 818 826 792")
    pen.canvas.stroke(loop, "#3a2430", 36)
    pen.canvas.stroke(loop, pen.species.base, 20)


def _paddle_tail(pen: Pen) -> None:
    pen.part(
        Path.parse("M640 900C760 930 900 900 930 770C946 690 880 690 850 760C826 816 740 830 640 810Z"),
        pen.species.dark,
    )


def _spiked_tail(pen: Pen) -> None:
    bend = curve((630, 850), (790, 900), (930, 880), (960, 720), 18)
    for i in (6, 9, 12, 15):
        (x0, y0), (x1, y1) = bend[i], bend[i + 1]
        heading = math.degrees(math.atan2(x1 - x0, y0 - y1))
        pen.part(leaf(x0, y0, 96 - 3 * i, 40, heading - 78), pen.species.dark)
    pen.part(limb(bend, 82, 16), pen.species.base)


def _arrow_tail(pen: Pen) -> None:
    for side in SIDES:
        x = MIDDLE_X
        wing = f"M{x + side * 150} 760C{x + side * 250} 600 {x + side * 360} 560 {x + side * 462} 590C{x + side * 420} 640 {x + side * 416} 680 {x + side * 432} 724C{x + side * 384} 706 {x + side * 350} 724 {x + side * 336} 776C{x + side * 290} 760 {x + side * 230} 790 {x + side * 190} 850Z"
        pen.part(Path.parse(wing), mix(pen.species.base, pen.species.light, 0.45))
    bend = curve((640, 880), (800, 950), (950, 920), (950, 830), 16)
    pen.part(limb(bend, 46, 14), pen.species.base)
    pen.part(leaf(950, 850, 110, 62, 4), pen.species.dark)


def _shell(pen: Pen) -> None:
    s = pen.species
    pen.part(blob(MIDDLE_X, 752, 286, 222, 2.2), s.dark)
    pen.canvas.fill(blob(MIDDLE_X, 752, 262, 198, 2.2), mix(s.dark, "#8a6a3a", 0.4))


def _dome(pen: Pen) -> None:
    """A tortoise's: higher and wider than its body, of plates with rings."""
    s = pen.species
    rim, plate = mix(s.dark, INK, 0.25), mix(s.dark, s.light, 0.28)
    pen.part(blob(MIDDLE_X, 736, 410, 250, 2.4), rim)
    for angle in (-116, -87, -58, 58, 87, 116):
        x, y = polar(MIDDLE_X, 740, 322, angle)
        pen.canvas.fill(blob(x, y, 62, 58, 3.0), plate)
        pen.canvas.fill(blob(x, y, 32, 30, 3.0), mix(plate, rim, 0.45))


def _shark_tail(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M650 830C740 850 800 820 836 690C900 730 930 790 926 850C960 872 980 910 980 956C880 950 760 940 640 900Z"
        ),
        pen.species.base,
    )


_TAILS: dict[str, Callable[[Pen], None]] = {
    "fin": _fin_tail,
    "brush": _brush_tail,
    "ringed": _ringed_tail,
    "bushy": _bushy_tail,
    "plume": _plume_tail,
    "curl": _curl_tail,
    "banded": _banded_tail,
    "tuft": _tuft_tail,
    "long": _long_tail,
    "wag": _wagging_tail,
    "hair": _hair_tail,
    "puff": _puff_tail,
    "curly": _curly_tail,
    "paddle": _paddle_tail,
    "spiked": _spiked_tail,
    "arrow": _arrow_tail,
    "shell": _shell,
    "dome": _dome,
    "shark": _shark_tail,
}


# --- legs


def _sitting_legs(pen: Pen) -> None:
    paint = foot_paint(pen)
    pen.parts(lambda side: oval(*at(side, 122, 922), 88, 50), paint)
    sole = mix(paint, pen.species.light, 0.5)
    pen.both(lambda side: oval(*at(side, 122, 930), 46, 26), sole)


def _standing_legs(pen: Pen) -> None:
    paint = foot_paint(pen)
    pen.parts(lambda side: limb([at(side, 96, 880), at(side, 118, 960)], 62, 54), pen.species.torso or pen.species.base)
    pen.parts(lambda side: blob(*at(side, 132, 1000), 86, 38, 2.6), paint)


def _standing_arms(pen: Pen) -> None:
    """An octopus floats; on a board it stands on two of its arms."""
    s = pen.species
    for side in SIDES:
        reach = curve(at(side, 70, 620), at(side, 70, 800), at(side, 190, 900), at(side, 130, 1034), 14)
        pen.part(limb(reach, 60, 34), mix(s.base, s.dark, 0.16))


def _no_legs(_: Pen) -> None:
    """Inside something, or drawn by what is ridden."""


_LEGS: dict[str, Callable[[Pen], None]] = {
    "sit": _sitting_legs,
    "stand": _standing_legs,
    "astride": _no_legs,
    "none": _no_legs,
}


def near_leg(pen: Pen, knee: Point, foot: Point) -> None:
    """The one leg that shows beside a vehicle, from the hip over the knee to the foot."""
    s = pen.species
    if s.body == "plush":
        pen.part(limb([(MIDDLE_X + 66, 880), knee, foot], 60, 42), s.torso or s.base)
        pen.part(blob(foot[0] + 22, foot[1] + 18, 70, 36, 2.6), foot_paint(pen))


# --- torsos


def _plush(pen: Pen) -> None:
    s = pen.species
    pen.part(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12), s.torso or s.base)
    if s.belly:
        pen.canvas.fill(blob(MIDDLE_X, 806, 134, 128, 2.4), s.light)
    coat(pen)
    if s.body == "plush" and "skull face" in s.marks:
        for y in (690, 744, 798):
            rib = Path((("M", (MIDDLE_X - 104, y - 8)), ("Q", (MIDDLE_X, y + 40, MIDDLE_X + 104, y - 8))))
            pen.canvas.stroke(rib, s.base, 22)


def _plumage(pen: Pen) -> None:
    """An ostrich: a great ball of feathers, white at the sides, on two long legs."""
    s = pen.species
    for side in SIDES:
        pen.part(limb([at(side, 84, 860), at(side, 92, 1060)], 24, 18), s.base)
        pen.part(blob(*at(side, 116, 1076), 74, 26, 2.6), s.base)
    for side in SIDES:
        for turn, length in ((126, 230), (100, 250), (74, 210)):
            pen.part(leaf(*at(side, 170, 790), length, 96, side * turn), s.light)
    pen.part(cloudlet(MIDDLE_X, 790, 560, 300, 7), s.torso)
    pen.part(blob(MIDDLE_X, 790, 262, 150, 2.2), s.torso)
    for x, y in ((-130, 750), (0, 710), (130, 750), (-70, 820), (70, 820), (0, 880)):
        lock = Path.parse(f"M{MIDDLE_X + x - 46} {y}Q{MIDDLE_X + x} {y + 56} {MIDDLE_X + x + 46} {y}")
        pen.canvas.stroke(lock, mix(s.torso, s.light, 0.4), 12)


def _sheet(pen: Pen) -> None:
    """A ghost: from the head down in one piece, with a wavy hem."""
    hem = [(MIDDLE_X - 250 + 500 * i / 60, 912 + 34 * math.sin(2 * math.pi * 3.5 * i / 60)) for i in range(61)]
    cloth = shapes.Polygon([(MIDDLE_X - 218, 420), (MIDDLE_X + 218, 420), *reversed(hem)])
    pen.part(Path.from_geometry(cloth), pen.species.base)


def _octopus(pen: Pen) -> None:
    """Eight arms from under the head: four hang and curl, four are free to hold."""
    s = pen.species
    for start, out, end in ((60, 170, 80), (150, 330, 250)):
        for side in SIDES:
            foot = curve(
                at(side, start, 600), at(side, start + 20, 800), at(side, out, 960), at(side, end + 40, 880), 18
            )
            pen.part(limb(foot, 64, 24), mix(s.base, s.dark, 0.16))
    for (x, y), lift in zip(TIPS, (640, 640, 700, 700), strict=True):
        side = 1.0 if x > MIDDLE_X else -1.0
        reach = curve(at(side, 130, 600), at(side, 250, 760), at(side, 400, lift + 120), (x, y), 18)
        pen.part(limb(reach, 62, 26), s.base)


_TORSOS: dict[str, Callable[[Pen], None]] = {
    "plush": _plush,
    "ghost": _sheet,
    "octopus": _octopus,
    "plumage": _plumage,
    **fowl.BODIES,
}


_GRIPS = frozenset({"hold", "steer", "raise", "rim", "hang", "hang by one"})
"""Poses for which a bird unfolds a wing."""


# --- arms: each answers the outlines, from back to front


def _resting() -> list[Path]:
    return [oval(*at(side, 170, 768), 46, 92, side * -26) for side in SIDES]


def _holding() -> list[Path]:
    return [oval(*at(side, 138, 772), 46, 88, side * 54) for side in SIDES]


def _balancing() -> list[Path]:
    return [limb([at(side, 150, 700), at(side, 262, 668), at(side, 330, 604)], 50, 42) for side in SIDES]


def _raising() -> list[Path]:
    return [oval(*at(-1.0, 170, 768), 46, 92, 26), limb([at(1.0, 140, 708), at(1.0, 244, 676), RAISED], 50, 42)]


def _over_the_rim() -> list[Path]:
    return [oval(*at(side, 168, 846), 58, 46, side * -8) for side in SIDES]


def _out_of_sight() -> list[Path]:
    return []


def _juggling() -> list[Path]:
    return [limb([at(side, 146, 704), at(side, 250, 660), at(side, 318, 540)], 50, 42) for side in SIDES]


def _steering() -> list[Path]:
    return [
        limb([at(-1.0, 120, 716), (MIDDLE_X + 90, 742), (BAR[0] - 46, BAR[1] - 6)], 46, 38),
        limb([at(1.0, 140, 704), BAR], 50, 40),
    ]


def _flexing() -> list[Path]:
    """Upper arms out, fists beside the ears, with muscles."""
    arms = [limb([at(side, 140, 706), at(side, 330, 700), at(side, 316, 556)], 56, 46) for side in SIDES]
    return [*arms, *(oval(*at(side, 262, 664), 58, 44, side * 10) for side in SIDES)]


def _hand_out(side: float) -> list[Path]:
    """One arm hangs, the other reaches out and down to somebody beside."""
    resting = oval(*at(-side, 170, 768), 46, 92, side * 26)
    return [resting, limb([at(side, 140, 712), at(side, 260, 778), at(side, 372, 806)], 48, 42)]


def _arm_around(side: float) -> list[Path]:
    resting = oval(*at(-side, 138, 772), 46, 88, side * -54)
    return [resting, limb([at(side, 130, 712), at(side, 320, 730), at(side, 470, 742)], 50, 44)]


def _hanging() -> list[Path]:
    """Up to what somebody hangs from, one arm where the other is needed for something."""
    return [limb([at(side, 146, 704), at(side, 262, 560), at(side, 268, 150)], 50, 42) for side in SIDES]


def _hanging_by_one() -> list[Path]:
    return [
        oval(*at(-1.0, 138, 772), 46, 88, -54),
        limb([at(1.0, 146, 704), at(1.0, 262, 560), at(1.0, 268, 150)], 50, 42),
    ]


_ARMS: dict[str, Callable[[], list[Path]]] = {
    "rest": _resting,
    "hold": _holding,
    "balance": _balancing,
    "raise": _raising,
    "juggle": _juggling,
    "hang": _hanging,
    "hang by one": _hanging_by_one,
    "steer": _steering,
    "rim": _over_the_rim,
    "none": _out_of_sight,
    "flex": _flexing,
    "hand left": lambda: _hand_out(-1.0),
    "hand right": lambda: _hand_out(1.0),
    "around left": lambda: _arm_around(-1.0),
    "around right": lambda: _arm_around(1.0),
}
