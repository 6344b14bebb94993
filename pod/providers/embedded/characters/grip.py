"""What is in the paws, on the head or across a mouth: props and pictures brought to where they are held."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.display import Canvas, Drawing, Fill
from pod.drawing.paths import Point, Transform
from pod.providers.embedded.characters.action import Action
from pod.providers.embedded.characters.bodies import RAISED
from pod.providers.embedded.characters.doing import IN_THE_LAP, ON_THE_NOSE, Doing
from pod.providers.embedded.characters.hats import crown_of
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, INK, LINE, MIDDLE_X, Pen
from pod.providers.embedded.characters.props import HELD_SIZE, PROPS, cup, held_motif, orange, size_in_paws
from pod.providers.embedded.characters.species import Species
from pod.providers.embedded.dyes import dyed_drawing

_ACROSS = 80.0
"""Degrees by which what is long is turned to lie in a mouth."""

_LONG, _STICK, _SQUARE, _OUT_ON_BOTH_SIDES, _UNDER_A_NOSE = 1.5, 3.0, 0.8, 1.3, 36.0
"""What is no longer than that is smaller in a mouth, or it would hide the eyes; a stick is seen beside it."""

_ROUND, _BALL = 1.15, 0.8
"""A ball is smaller still and lower: before a nose it would be a clown's."""

_ON_THE_NOSE: Point = (MIDDLE_X + 10, HEAD_Y + 4)
_LANDED = 236.0

_ON_THE_CHEST = frozenset({"stethoscope", "whistle"})

_LIFTED: Point = (RAISED[0] + 30, RAISED[1] - 40)
_LIFTED_SIZE, _LIFTED_TOOL = 250.0, 380.0


def in_ink(pen: Pen, draw: Callable[[Pen], None], ink: str) -> None:
    """As it is, or in the ink that was asked for."""
    if not ink:
        draw(pen)
        return
    canvas = Canvas(BOX, BOX)
    draw(Pen(canvas, pen.species))
    drawing = canvas.drawing()
    if drawing.items:
        pen.canvas.place(dyed_drawing(drawing, ink))


def prop_drawing(species: Species, name: str) -> Drawing:
    canvas = Canvas(BOX, BOX)
    PROPS[name].draw(Pen(canvas, species))
    return canvas.drawing()


def thing_at(pen: Pen, doing: Doing, picture: Drawing | None, spot: Point, size: float) -> None:
    """One of several: the picture, or a prop drawn small."""
    if picture is not None:
        held_motif(pen, picture, spot, size)
    elif doing.holds == "cup":
        cup(pen, *spot, size / 200)
    elif doing.holds:
        held_motif(pen, prop_drawing(pen.species, doing.holds), spot, size)
    else:
        orange(pen, *spot, size / 2.3)


def balance(pen: Pen, doing: Doing, picture: Drawing | None) -> None:
    y, _ = crown_of(pen)
    if doing.on_head == IN_THE_LAP:
        return
    if doing.on_head == ON_THE_NOSE and picture is not None:
        held_motif(pen, picture, _ON_THE_NOSE, _LANDED)
    elif doing.on_head == "orange":
        orange(pen, MIDDLE_X, y - 92, 84)
    elif picture is not None and doing.on_head == "rider":
        held_motif(pen, picture, (MIDDLE_X, y - 210), 1.75 * HELD_SIZE)
    elif picture is not None:
        held_motif(pen, picture, (MIDDLE_X, y - 70), HELD_SIZE * 0.9)
    elif doing.on_head in PROPS:
        held_motif(pen, prop_drawing(pen.species, doing.on_head), (MIDDLE_X, y - 100), HELD_SIZE * 0.9)


def is_lifted(doing: Doing) -> bool:
    """In one hand, beside what hangs on the chest and would not be seen behind it."""
    upright = not (doing.rides or doing.inside or doing.action)
    hidden = bool(_ON_THE_CHEST & set(doing.wears))
    return upright and (doing.lifts or hidden) and bool(doing.holds or doing.tool or doing.held_at >= 0)


def in_paws(pen: Pen, doing: Doing, picture: Drawing | None) -> None:
    """As a prop has it; a picture in both paws, or in one beside what would be hidden."""
    if is_lifted(doing) and (picture is not None or (doing.holds and PROPS[doing.holds].arms == "hold")):
        thing_at(pen, doing, picture, _LIFTED, _LIFTED_TOOL if doing.lifts else _LIFTED_SIZE)
    elif doing.holds:
        in_ink(pen, PROPS[doing.holds].draw, doing.ink_for(doing.holds))
    elif picture is not None:
        held_motif(pen, picture, size=size_in_paws(picture))


def lay_across(pen: Pen, picture: Drawing, action: Action) -> None:
    """At the height of a head, however long the neck, and wider than high: a bone, a rose by its stem."""
    if action.hand is None:
        return
    box = picture.ink_box()
    x, y = action.hand
    slender = max(box.width, box.height) / min(box.width, box.height)
    size = action.size * (_OUT_ON_BOTH_SIDES if slender > _STICK else 1.0 if slender > _LONG else _SQUARE)
    canvas = Canvas(BOX, BOX)
    to = Transform.rotate(_ACROSS if box.height > box.width else 0, box.centre)
    for item in picture.items:  # a bone is as white as the muzzle that it lies across
        if isinstance(item, Fill):
            canvas.stroke(item.path.transformed(to), INK, 2 * LINE * max(box.width, box.height) / size)
    canvas.place(picture, to)
    size, below = (_BALL * size, _UNDER_A_NOSE) if slender <= _ROUND else (size, 0.0)
    held_motif(pen, canvas.drawing(), (x, y + below - pen.species.lift), size)
