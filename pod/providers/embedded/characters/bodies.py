"""Bodies below the head: tails, legs, torsos and arms, in the pose that an occupation asks for."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely import geometry as shapes

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, heart, leaf, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters import fowl, low, myths, saurians
from pod.providers.embedded.characters.coats import coat
from pod.providers.embedded.characters.gestures import GESTURES, STEPS, Step
from pod.providers.embedded.characters.pen import (
    BODY_Y,
    HEAD_Y,
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
from pod.providers.embedded.characters.tails import TAILS


@dataclass(frozen=True, slots=True)
class Pose:
    """`arms`: rest, hold, raise, juggle, balance, steer, rim, none, or a gesture: flex, one hand out to somebody on the left or
    right, an arm around them, or one of `GESTURES`. `legs`: sit, stand, astride, none or one of `STEPS`."""

    arms: str = "rest"
    legs: str = "sit"


BAR: Point = (806.0, 706.0)
"""Where a handlebar is gripped."""

RAISED: Point = (818.0, 560.0)
"""Where the raised right paw is."""

TIPS: tuple[Point, ...] = ((152.0, 548.0), (872.0, 548.0), (96.0, 812.0), (928.0, 812.0))
"""The four tips with which an octopus holds."""


def tail(pen: Pen) -> None:
    if pen.species.tail and pen.species.body not in _WITH_TAILS:
        TAILS[pen.species.tail](pen)


def legs(pen: Pen, pose: Pose) -> None:
    """Behind the body; none for those that float or hide them."""
    if pen.species.body == "plush":
        _LEGS[pose.legs](pen)
    elif pen.species.body == "octopus" and pose.legs == "stand":
        _standing_arms(pen)


def torso(pen: Pen) -> None:
    _TORSOS[pen.species.body](pen)


def neck(pen: Pen) -> None:
    """From the chest up to a head that is higher than everybody's."""
    s = pen.species
    if not s.lift:
        return
    top = HEAD_Y - s.lift
    pen.part(limb([(MIDDLE_X, top), (MIDDLE_X, 650)], s.head[0] * 0.46, s.head[0] * 0.56), s.ear or s.base)
    if "patches" in s.coat:
        for x, y in ((-46, 0.34), (50, 0.5), (-40, 0.68), (52, 0.84), (-30, 1.0)):
            pen.canvas.fill(blob(MIDDLE_X + x, top + 190 + y * (s.lift + 10), 34, 28, 2.4), s.dark)


def arms(pen: Pen, pose: Pose) -> None:
    """In front of what is held."""
    folded = pen.species.body in _WITH_TAILS and pose.arms not in _GRIPS
    if pen.species.arms == "tentacle" or folded:
        return
    outlines = _ARMS[pose.arms]()
    if pen.species.arms == "claw":
        outlines = saurians.short_arms(outlines, resting=pose.arms == "rest")
    for path in outlines:
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


_INKED = "#3f5583"


def tattoos(pen: Pen, pose: Pose) -> None:
    """A heart, a band and a star on each bare arm."""
    for path in _ARMS[pose.arms]():
        x, y = path.geometry().centroid.coords[0]
        with pen.canvas.group(path):
            pen.canvas.fill(heart(x, y - 44, 58), "#c9485b")
            for drop in (4, 26):
                pen.canvas.stroke(Path.lines([(x - 130, y + drop), (x + 130, y + drop)], closed=False), _INKED, 11)
            pen.canvas.fill(star(x, y + 70, 34), _INKED)


def arm_paint(pen: Pen) -> str:
    """A paw's own ink, a person's sleeve, or the fur a little darker."""
    s = pen.species
    if s.arms in ("sleeve", "wing") and s.torso:
        return s.torso
    return s.feet if s.feet and s.arms == "paw" else mix(s.base, s.dark, 0.1)


def foot_paint(pen: Pen) -> str:
    return foot_ink(pen.species)


def foot_ink(species: Species) -> str:
    return species.feet or mix(species.base, species.dark, 0.1)


# --- legs


def _sitting_legs(pen: Pen) -> None:
    paint = foot_paint(pen)
    if pen.species.arms == "claw":
        saurians.clawed_feet(pen, paint)
        return
    pen.parts(lambda side: oval(*at(side, 122, 922), 88, 50), paint)
    sole = pen.species.light
    pen.both(lambda side: oval(*at(side, 122, 930), 46, 26), sole)


def _standing_legs(pen: Pen) -> None:
    paint = foot_paint(pen)
    pen.parts(lambda side: limb([at(side, 96, 880), at(side, 118, 960)], 62, 54), pen.species.torso or pen.species.base)
    pen.parts(lambda side: blob(*at(side, 132, 1000), 86, 38, 2.6), paint)
    if pen.species.arms == "claw":
        pen.parts(lambda side: leaf(*at(side, 190, 1000), 54, 34, 180), "#fbf2df")


def _standing_arms(pen: Pen) -> None:
    """An octopus floats; on a board it stands on two of its arms."""
    s = pen.species
    for side in SIDES:
        reach = curve(at(side, 70, 620), at(side, 70, 800), at(side, 190, 900), at(side, 130, 1034), 14)
        pen.part(limb(reach, 60, 34), mix(s.base, s.dark, 0.16))


def _no_legs(_: Pen) -> None:
    """Inside something, or drawn by what is ridden."""


def _stepping(step: Step) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        for leg in step.outlines():
            pen.part(leg, pen.species.torso or pen.species.base)
        for foot in step.shoes():
            pen.part(foot, foot_paint(pen))

    return draw


_LEGS: dict[str, Callable[[Pen], None]] = {
    "sit": _sitting_legs,
    "stand": _standing_legs,
    "astride": _no_legs,
    "none": _no_legs,
    **{name: _stepping(step) for name, step in STEPS.items()},
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
        ribs(pen)
        for side in SIDES:
            pen.canvas.fill(blob(*at(side, 58, 886), 62, 36, 2.4), s.base)
            pen.canvas.fill(circle(*at(side, 58, 890), 17), s.torso or s.dark)


def ribs(pen: Pen) -> None:
    """A skeleton's, on its spine."""
    base = pen.species.base
    for y in (690, 744, 798):
        rib = Path((("M", (MIDDLE_X - 104, y - 8)), ("Q", (MIDDLE_X, y + 40, MIDDLE_X + 104, y - 8))))
        pen.canvas.stroke(rib, base, 22)
    pen.canvas.fill(rounded_rect(MIDDLE_X - 13, 660, 26, 230, 12), base)


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
    pen.part(Path.from_geometry(cloth), pen.species.torso or pen.species.base)


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
    **myths.BODIES,
    **low.BODIES,
}


_GRIPS = frozenset({"hold", "steer", "raise", "rim", "hang", "hang by one"})
"""Poses for which a bird unfolds a wing, and a low dog lifts its paws."""

_WITH_TAILS = fowl.BODIES.keys() | low.BODIES.keys()
"""Bodies from the side, which bring tail and legs of their own."""


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


def _hanging_at_a_drink() -> list[Path]:
    return [limb([at(-1.0, 146, 706), at(-1.0, 250, 790), at(-1.0, 120, 700)], 50, 41), _hanging_by_one()[1]]


_ARMS: dict[str, Callable[[], list[Path]]] = {
    "rest": _resting,
    "hold": _holding,
    "balance": _balancing,
    "raise": _raising,
    "juggle": _juggling,
    "hang": _hanging,
    "hang by one": _hanging_by_one,
    "hang and sip": _hanging_at_a_drink,
    "steer": _steering,
    "rim": _over_the_rim,
    "none": _out_of_sight,
    "flex": _flexing,
    "hand left": lambda: _hand_out(-1.0),
    "hand right": lambda: _hand_out(1.0),
    "around left": lambda: _arm_around(-1.0),
    "around right": lambda: _arm_around(1.0),
    **GESTURES,
}
