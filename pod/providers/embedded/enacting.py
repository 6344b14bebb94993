"""What a thing does that has been given a face, arms and legs: an avocado at yoga, a cactus that dances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shapely.geometry import box

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle
from pod.providers.embedded.characters.action import Action
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.effects import notes
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.gestures import SPINES, STEPS, WAVED, Spine
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.pen import BOX, INK, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval
from pod.providers.embedded.characters.props import HELD_SIZE, IN_PAWS, held_motif
from pod.providers.embedded.characters.species import SPECIES, Species
from pod.providers.embedded.subjects import Placed, Subject, place

_GLOVE, _SHOE = "#fdfbf6", "#d9503f"
_NOBODY = Species("thing", "#ffffff", "#ffffff", "#ffffff", (200, 200), (26, 90, 0), body="thing")
_TALL, _WIDE, _TOP_Y, _FOOT_Y, _SHOULDER_Y, _HIP_Y = 760.0, 640.0, 200.0, 950.0, 690.0, 880.0
"""How large a thing is where a character has its head and body, and where its limbs grow."""

_OVERHEAD: tuple[Spine, ...] = tuple((at(s, 144, 706), at(s, 520, 640), at(s, 500, 150), at(s, 34, 96)) for s in SIDES)
"""Palms together above, in one bow: before the chest they would hide the face."""

_BOW = 3
"""Points after the shoulder of an arm that is one curve."""

_ARMS: Mapping[str, tuple[Spine, ...]] = {
    **SPINES,
    "balance": tuple((at(s, 144, 706), at(s, 262, 668), at(s, 350, 590)) for s in SIDES),
    "juggle": tuple((at(s, 144, 706), at(s, 280, 660), at(s, 360, 520)) for s in SIDES),
    "hold": tuple((at(s, 144, 706), at(s, 300, 800), at(s, 110, 800)) for s in SIDES),
    "rim": tuple((at(s, 144, 706), at(s, 260, 760), at(s, 170, 850)) for s in SIDES),
    "joined": _OVERHEAD,
    "palms": _OVERHEAD,
    "none": (),
    "flex": tuple((at(s, 144, 706), at(s, 370, 700), at(s, 350, 540)) for s in SIDES),
}
_RAISED, _IN_THE_AIR = frozenset({"sway", "wave"}), 330.0
"""Arms that have what they hold up in the air, where it hides no face, and how large it is there."""

_SEATED: tuple[Spine, ...] = tuple((at(s, 100, 890), at(s, 130, 930)) for s in SIDES)
_UPRIGHT: tuple[Spine, ...] = tuple((at(s, 100, 880), at(s, 112, 1010)) for s in SIDES)


def enacting(thing: Subject, doing: Doing, held: Drawing | None = None, *, alone: bool = True) -> Figure:
    """The `thing`, which has a face already, at its action, with what it holds. Where it is not `alone` no notes keep its
    neighbours away: each is the larger for it."""
    action = ACTIONS[doing.action]
    canvas, body = Canvas(BOX, BOX), Canvas(BOX, BOX)
    if alone or action.behind is not notes:
        action.behind(Pen(canvas, _NOBODY))
    _acting(Pen(body, _NOBODY), thing, action, held or _prop(doing))
    canvas.place(body.drawing(), Transform.rotate(action.lean, (MIDDLE_X, 1000.0)))
    drawing = canvas.drawing()
    return Figure(thing.name, drawing, silhouette_of(drawing), thing.natural)


def _prop(doing: Doing) -> Drawing | None:
    return prop_drawing(SPECIES["cat"], doing.holds) if doing.holds else None


def _acting(pen: Pen, thing: Subject, action: Action, held: Drawing | None) -> None:
    placed = _stood(thing, hidden=action.pose.legs == "none")
    _legs(pen, action.pose.legs, placed)
    pen.canvas.place(placed.drawing)
    action.front(pen)
    swung = held is not None and not action.hand and action.pose.arms in _RAISED
    if held is not None:
        spot = WAVED if swung else _beside_a_mouth(action) or IN_PAWS
        held_motif(pen, held, spot, action.size if action.hand else _IN_THE_AIR if swung else HELD_SIZE)
    by_hand = "hold" if held is not None and not (action.hand or swung) else action.pose.arms
    for spine in _ARMS.get(by_hand, _ARMS["hold"]):
        _arm(pen, spine, placed)
    action.over(pen)


def _beside_a_mouth(action: Action) -> Point | None:
    """A thing is all face: what it eats or drinks is at its cheek."""
    return (MIDDLE_X + 190, action.hand[1]) if action.hand and action.hand[0] == MIDDLE_X else action.hand


def _stood(thing: Subject, *, hidden: bool) -> Placed:
    """On its legs; where its lower half is `hidden`, with its top where a head would have it."""
    left, top, right, bottom = thing.silhouette.bounds
    size = min(_TALL, _WIDE * max(1.0, (bottom - top) / (right - left)))
    standing = place(thing, MIDDLE_X, 0, size)
    _, top, _, bottom = standing.area.bounds
    return place(thing, MIDDLE_X, _TOP_Y - top if hidden else _FOOT_Y - bottom, size)


def _half_width(placed: Placed, y: float) -> float:
    """How far the thing reaches from the middle at that height."""
    strip = placed.area.intersection(box(0, y - 20, BOX, y + 20))
    return 60.0 if strip.is_empty else float(strip.bounds[2] - strip.bounds[0]) / 2


def _arm(pen: Pen, spine: Spine, placed: Placed) -> None:
    """Thin, with a glove, as in old cartoons."""
    side = -1.0 if spine[0][0] < MIDDLE_X else 1.0
    shoulder = at(side, _half_width(placed, _SHOULDER_Y) - 24, _SHOULDER_Y)
    onward = spine[1:]
    bow = curve(shoulder, onward[0], onward[1], onward[2]) if len(onward) == _BOW else (shoulder, *onward)
    pen.canvas.fill(limb(bow, 19, 17), INK)
    pen.part(circle(*spine[-1], 46), _GLOVE)


def _legs(pen: Pen, name: str, placed: Placed) -> None:
    step = STEPS.get(name)
    if name in ("none", "astride"):
        return
    if name == "lotus":
        _crossed_legs(pen, placed)
        return
    legs = step.legs if step else _SEATED if name == "sit" else _UPRIGHT
    apart = min(1.0, _half_width(placed, _HIP_Y) / 130)
    for spine in legs:
        hip = (MIDDLE_X + (spine[0][0] - MIDDLE_X) * apart, spine[0][1])
        pen.canvas.fill(limb((hip, *spine[1:]), 20, 18), INK)
    for shoe in _shoes(step.feet if step else [(x, y + 26, 0.0) for *_, (x, y) in legs]):
        pen.part(shoe, _SHOE)


def _crossed_legs(pen: Pen, placed: Placed) -> None:
    """Knees out at both sides, each foot before the other's shin."""
    out = _half_width(placed, _HIP_Y) + 150
    for side in SIDES:
        legs = (at(side, 90, 890), at(side, out, 950), at(side, out - 70, 1010), at(-side, 10, 1040))
        pen.canvas.fill(limb(legs, 22, 20), INK)
    for side in SIDES:
        pen.part(oval(*at(side, 110, 1036), 84, 40, 0), _SHOE)


def _shoes(feet: Sequence[tuple[float, float, float]]) -> list[Path]:
    return [oval(x, y, 76, 40, turn) if turn else blob(x, y, 76, 38, 2.6) for x, y, turn in feet]
