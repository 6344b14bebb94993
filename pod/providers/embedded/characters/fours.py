"""An animal on all fours, seen from the side, its face to whoever looks: what is ridden, runs or leaps. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Point, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import arm_paint
from pod.providers.embedded.characters.curled import curls_up
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, INK, MIDDLE_X, Pen, blob, curve, limb, oval
from pod.providers.embedded.characters.species import Species

_HEAD = Transform.move(-MIDDLE_X, -HEAD_Y).then(Transform.scale(0.8)).then(Transform.move(230, 560))
_NEAR, _FAR = ((410, 860), (760, 860)), ((500, 850), (850, 850))
"""Where the legs on either side grow."""

_SHORT, _BUSHY = frozenset({"puff", "curly"}), frozenset({"brush", "ringed", "bushy", "plume", "hair"})
_NOT_FROM_THE_SIDE = frozenset({"shell", "dome", "fin", "shark", "arrow", "spiked"})
"""Tails that are a tuft, those that are thick, and what is more than a tail."""

SADDLE = 0.4
"""How far down from the top of the ears the back is, as a share of the height."""


def goes_on_fours(species: Species) -> bool:
    """Whose body is a plain one with four paws and a head on its shoulders."""
    return curls_up(species) and species.tail not in _NOT_FROM_THE_SIDE and not species.lift


def on_all_fours(pen: Pen, head: Callable[[Pen], None]) -> None:
    """`head` draws the head as it is upright."""
    s = pen.species
    coat = s.torso or s.base
    for x, y in _FAR:
        pen.part(limb([(x, y - 60), (x, y + 130)], 58, 50), mix(coat, INK, 0.16))
    _tail(pen)
    pen.part(blob(610, 730, 350, 190, 2.5), coat)
    pen.canvas.fill(oval(600, 860, 210, 44), s.light)
    for x, y in _NEAR:
        pen.part(limb([(x, y - 40), (x, y + 140)], 64, 56), coat)
        pen.part(blob(x - 14, y + 166, 82, 42, 2.6), arm_paint(pen))
    _head_in_front(pen, head)


_STRETCHED = (((420, 800), (330, 900), (190, 890)), ((830, 790), (960, 880), (1080, 930)))
_STRETCHED_FAR = (((500, 820), (420, 940), (300, 960)), ((770, 820), (860, 950), (970, 1000)))
_TO_THE_RIGHT = Transform.scale(-1, 1).then(Transform.move(2 * MIDDLE_X + 90, 0))


def bounding(pen: Pen, head: Callable[[Pen], None]) -> None:
    """To the right, all four legs off the ground."""
    s, canvas = pen.species, Canvas(BOX, BOX)
    coat, side = s.torso or s.base, Pen(canvas, s)
    _legs_stretched(side, _STRETCHED_FAR, mix(coat, INK, 0.16), mix(arm_paint(pen), INK, 0.16))
    _tail(side)
    side.part(blob(610, 740, 340, 160, 2.4), coat)
    canvas.fill(oval(600, 850, 200, 36), s.light)
    _legs_stretched(side, _STRETCHED, coat, arm_paint(pen))
    _head_in_front(side, head)
    pen.canvas.place(canvas.drawing(), _TO_THE_RIGHT)


_LOW_HEAD = Transform.move(-MIDDLE_X, -HEAD_Y).then(Transform.scale(0.74)).then(Transform.move(250, 700))
_ON_ITS_SIDE = (
    Transform.move(-MIDDLE_X, -HEAD_Y)
    .then(Transform.scale(0.78))
    .then(Transform.rotate(-64))
    .then(Transform.move(250, 760))
)


def bowing(pen: Pen, head: Callable[[Pen], None]) -> None:
    """A long stretch: chest and forelegs on the ground, the rump up."""
    s = pen.species
    coat = s.torso or s.base
    for x in (830, 760):
        ink = coat if x < 800 else mix(coat, INK, 0.16)
        pen.part(limb([(x, 640), (x + 20, 800), (x - 6, 950)], 84, 50), ink)
        pen.part(blob(x - 24, 972, 78, 40, 2.6), arm_paint(pen) if x < 800 else mix(arm_paint(pen), INK, 0.16))
    if s.tail in _SHORT:
        pen.part(circle(930, 470, 58), s.light if s.tail == "puff" else coat)
    elif s.tail:
        thick, tip = (46, 66) if s.tail in _BUSHY else (36, 24)
        pen.part(limb(curve((880, 560), (950, 480), (930, 360), (990, 280), 14), thick, tip), coat)
    pen.part(limb(curve((800, 610), (640, 640), (480, 760), (330, 870), 16), 168, 120), coat)
    for x, y in ((110, 944), (190, 968)):
        pen.part(limb([(380, y - 20), (x + 40, y)], 56, 46), coat)
        pen.part(oval(x + 10, y + 8, 74, 42), arm_paint(pen))
    _head_at(pen, head, _LOW_HEAD)


def belly_up(pen: Pen, head: Callable[[Pen], None]) -> None:
    """On its back, all four paws in the air."""
    s = pen.species
    coat = s.torso or s.base
    if s.tail:
        pen.part(limb(curve((920, 880), (1020, 900), (1060, 960), (1000, 1000), 12), 36, 28), coat)
    for x, lean in ((520, -20), (820, 30)):
        pen.part(limb([(x, 780), (x + lean, 640)], 56, 46), mix(coat, INK, 0.16))
        pen.part(oval(x + lean, 610, 50, 56), mix(arm_paint(pen), INK, 0.16))
    pen.part(blob(630, 860, 350, 150, 2.4), coat)
    pen.canvas.fill(oval(640, 800, 236, 80), s.light)
    for x, lean in ((440, -46), (740, 16)):
        pen.part(limb([(x, 800), (x + lean, 650)], 60, 48), coat)
        pen.part(oval(x + lean, 620, 54, 60), arm_paint(pen))
    _head_at(pen, head, _ON_ITS_SIDE)


def _legs_stretched(pen: Pen, legs: Sequence[Sequence[Point]], ink: str, paw: str) -> None:
    for leg in legs:
        x, y = leg[-1]
        pen.part(limb(leg, 66, 46), ink)
        pen.part(oval(x, y + 6, 66, 46, 20), paw)


def _tail(pen: Pen) -> None:
    s = pen.species
    coat = s.torso or s.base
    if s.tail in _SHORT:
        pen.part(circle(950, 640, 58), s.light if s.tail == "puff" else coat)
    elif s.tail:
        thick, tip = (46, 66) if s.tail in _BUSHY else (36, 24)
        pen.part(limb(curve((900, 700), (1010, 690), (1040, 560), (1010, 480), 14), thick, tip), coat)


def _head_in_front(pen: Pen, head: Callable[[Pen], None]) -> None:
    _head_at(pen, head, _HEAD)


def _head_at(pen: Pen, head: Callable[[Pen], None], where: Transform) -> None:
    canvas = Canvas(BOX, BOX)
    head(Pen(canvas, pen.species))
    pen.canvas.place(canvas.drawing(), where)


AT: Mapping[str, Callable[[Pen, Callable[[Pen], None]], None]] = {"stretching": bowing, "belly up": belly_up}
"""What is done on all fours otherwise than bounding, by the action."""
