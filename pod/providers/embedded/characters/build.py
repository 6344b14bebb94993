"""People of an athlete's build: a small head, a slim trunk, limbs long enough to run, jump and swing with. Original art.

Whoever is drawn so keeps head, hair, skin and hat; the clothes are those of the sport."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, INK, MIDDLE_X, Pen, limb, oval

HEAD_SIZE = 0.56
"""Of an athlete's head beside that of everybody else."""

SOLE = 36.0
"""How far the ground is below an ankle."""

Limb = tuple[Point, Point]
"""Its joint and its end: elbow and hand, knee and ankle."""


@dataclass(frozen=True, slots=True)
class Build:
    """Where the parts are in a box of 1024 units. Of two limbs the first is the far one; `turns` are those of the feet, `tilt` of the head."""

    head: Point
    chest: Point
    hips: Point
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]
    turns: tuple[float, float] = (0.0, 0.0)
    tilt: float = 0.0

    @property
    def hands(self) -> tuple[Point, Point]:
        return self.arms[0][1], self.arms[1][1]

    @property
    def feet(self) -> tuple[Point, Point]:
        return self.legs[0][1], self.legs[1][1]


BARE = "bare"
BONES = "bones"


@dataclass(frozen=True, slots=True)
class Kit:
    """Inks of what is worn, "" for the wearer's own shirt or bare skin. `sleeves` are long, short or bare, `legs` long, short or bones."""

    top: str = ""
    bottom: str = "#3a4a78"
    sleeves: str = "short"
    legs: str = "short"
    socks: str = ""
    shoes: str = "#f7f3ea"
    gloves: str = ""


Gear = Callable[[Pen, Build], None]


_FAR, _NEAR = 0, 1


def no_gear(_: Pen, __: Build) -> None:
    """Empty-handed."""


@dataclass(frozen=True, slots=True)
class Stance:
    """`under` stands behind everybody, `held` lies over the trunk and under the near arm, `over` before all."""

    build: Build
    kit: Kit = Kit()
    under: Gear = no_gear
    held: Gear = no_gear
    over: Gear = no_gear
    wears: tuple[str, ...] = ()
    lean: float = 0.0
    """By which all of it is turned, in degrees."""


_SHOULDER, _HIP = 54.0, 34.0
"""Half the width between the two of them."""

_SHARES = {"short": 0.42, "long": 1.0, "bare": 0.0}


@dataclass(frozen=True, slots=True)
class Person:
    """What is drawn as on anybody, and set where it belongs: the number on the chest, the hair behind, the head."""

    number: Callable[[Pen], None]
    hair: Callable[[Pen], None]
    head: Callable[[Pen], None]


def athlete(pen: Pen, stance: Stance, person: Person) -> None:
    """From back to front."""
    build, kit = stance.build, stance.kit
    shirt = kit.top or pen.species.torso or pen.species.base
    stance.under(pen, build)
    far = mix(shirt, INK, 0.16)
    _arm(pen, build, _FAR, far, kit)
    _placed(pen, person.hair, (MIDDLE_X, HEAD_Y), build.head, build.tilt, HEAD_SIZE)
    _leg(pen, build, _FAR, kit)
    _leg(pen, build, _NEAR, kit)
    _trunk(pen, build, shirt, kit)
    _trousers(pen, build, kit)
    _placed(pen, person.number, (MIDDLE_X, 806), _between(build.chest, build.hips, 0.4), _lean(build), 0.62)
    _placed(pen, person.head, (MIDDLE_X, HEAD_Y), build.head, build.tilt, HEAD_SIZE)
    stance.held(pen, build)
    _arm(pen, build, _NEAR, shirt, kit)
    stance.over(pen, build)


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _lean(build: Build) -> float:
    """Of the trunk, in degrees from upright."""
    (cx, cy), (hx, hy) = build.chest, build.hips
    return math.degrees(math.atan2(cx - hx, hy - cy))


def _beside(build: Build, root: Point, out: float, which: int) -> Point:
    """The far one of two to the right of an upright trunk, the near one to its left."""
    turn = math.radians(_lean(build))
    out = out if which == _FAR else -out
    return root[0] + out * math.cos(turn), root[1] + out * math.sin(turn)


def _arm(pen: Pen, build: Build, which: int, shirt: str, kit: Kit) -> None:
    shoulder = _beside(build, build.chest, _SHOULDER, which)
    elbow, hand = build.arms[which]
    if kit.legs == BONES:
        _bone(pen, (shoulder, elbow, hand), 42)
        return
    skin = pen.species.base
    share = _SHARES[kit.sleeves]
    pen.part(limb([shoulder, elbow, hand], 47, 33), shirt if share == 1.0 else skin)
    pen.part(oval(*hand, 41, 38), kit.gloves or skin)
    if 0 < share < 1:
        pen.part(limb([shoulder, _between(shoulder, elbow, 0.72)], 53, 51), shirt)


def _leg(pen: Pen, build: Build, which: int, kit: Kit) -> None:
    """As far as it is bare: foot, shin and sock; long trousers are drawn by `_trousers`."""
    hip = _beside(build, build.hips, _HIP, which)
    knee, ankle = build.legs[which]
    if kit.legs == BONES:
        _foot(pen, ankle, build.turns[which], pen.species.base)
        _bone(pen, (hip, knee, ankle), 36)
        return
    skin = pen.species.base
    shade = 0.16 if which == _FAR else 0.0
    _foot(pen, ankle, build.turns[which], mix(skin if kit.shoes == BARE else kit.shoes, INK, shade))
    pen.part(limb([hip, knee, ankle], 64, 38), skin)
    if kit.socks:
        pen.part(limb([_between(knee, ankle, 0.42), ankle], 43, 40), kit.socks)


def _trousers(pen: Pen, build: Build, kit: Kit) -> None:
    """The near leg in one piece with the waist."""
    if kit.legs == BONES:
        pen.part(limb([_beside(build, build.hips, 36, which) for which in (_FAR, _NEAR)], 44, 44), pen.species.base)
        return
    for which in (_FAR, _NEAR):
        hip = _beside(build, build.hips, _HIP, which)
        knee, ankle = build.legs[which]
        short = kit.legs == "short"
        leg = limb([hip, _between(hip, knee, 0.74)], 74, 68) if short else limb([hip, knee, ankle], 70, 44)
        if which == _FAR:
            pen.part(leg, mix(kit.bottom, INK, 0.16))
            continue
        waist = limb([_between(build.chest, build.hips, 0.86), build.hips], 88, 91)
        whole = leg.geometry().union(waist.geometry())
        pen.part(Path.from_geometry(whole.simplify(0.6).segmentize(26), smooth=True), kit.bottom)


def _bone(pen: Pen, joints: tuple[Point, ...], end: float) -> None:
    """Thin between its joints, which are knobs."""
    shaft = limb(joints, 20, 20).geometry()
    knobs = [circle(x, y, 34).geometry() for x, y in joints[:-1]]
    whole = unary_union([shaft, *knobs, circle(*joints[-1], end).geometry()])
    pen.part(Path.from_geometry(whole.simplify(0.6).segmentize(26), smooth=True), pen.species.base)


def _foot(pen: Pen, ankle: Point, turn: float, ink: str) -> None:
    """The toe to the right where it is not turned; a shoe with a sole."""
    x, y = ankle
    put = Transform.rotate(turn, ankle)
    shoe = Path.parse(
        f"M{x - 40} {y - 26}L{x + 26} {y - 26}Q{x + 44} {y + 4} {x + 92} {y + 10}Q{x + 112} {y + 22} {x + 104} {y + 36}L{x - 44} {y + 36}Q{x - 54} {y + 4} {x - 40} {y - 26}Z"
    )
    pen.part(shoe.transformed(put), ink)
    sole = Path.parse(f"M{x - 46} {y + 22}L{x + 108} {y + 22}L{x + 104} {y + 38}L{x - 44} {y + 38}Z")
    pen.canvas.fill(sole.transformed(put), mix(ink, INK, 0.55))


def _trunk(pen: Pen, build: Build, shirt: str, kit: Kit) -> None:
    neck = (build.chest[0], build.chest[1] - 10)
    pen.part(limb([neck, _between(neck, build.head, 0.5)], 40, 36), pen.species.base)
    pen.part(limb([build.chest, build.hips], 106, 50 if kit.legs == BONES else 88), shirt)


def _placed(pen: Pen, draw: Callable[[Pen], None], from_: Point, to: Point, turn: float, size: float) -> None:
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, pen.species))
    put = Transform.move(-from_[0], -from_[1]).then(Transform.scale(size, size)).then(Transform.rotate(turn, (0, 0)))
    pen.canvas.place(canvas.drawing(), put.then(Transform.move(*to)))
