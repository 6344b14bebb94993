"""Somebody astride a picture of an animal that is seen from the side: its back under them, one leg before it. Original art."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.display import Drawing
from pod.drawing.paths import Transform
from pod.providers.embedded.characters.bodies import near_leg
from pod.providers.embedded.characters.pen import MIDDLE_X, Pen


@dataclass(frozen=True, slots=True)
class Back:
    """Where one sits, as shares of the picture's width and height from its left and its top; whether it faces left."""

    x: float
    y: float
    left: bool = True


_OF_OURS = Back(0.41, 0.42, left=False)

BACKS: Mapping[str, Back] = {
    "horse": Back(0.6, 0.36),
    **dict.fromkeys(
        (
            "brown horse",
            "white horse",
            "black horse",
            "grey horse",
            "palomino",
            "chestnut horse",
            "pinto horse",
            "appaloosa",
            "clydesdale",
        ),
        _OF_OURS,
    ),
    "camel": Back(0.44, 0.5),
    "two-hump camel": Back(0.7, 0.3),
    "llama": Back(0.6, 0.4),
    "elephant": Back(0.62, 0.14),
    "zebra": Back(0.64, 0.33),
    "bison": Back(0.74, 0.24),
    "giraffe": Back(0.68, 0.47),
    "rhinoceros": Back(0.68, 0.1),
    "hippopotamus": Back(0.64, 0.05),
    "T-Rex": Back(0.55, 0.28),
    "sauropod": Back(0.56, 0.55),
    "tiger": Back(0.58, 0.24),
    "leopard": Back(0.58, 0.24),
}
"""The backs of pictures, by label. What is not here is ridden on its top."""

_WIDEST, _TALLEST = 1460.0, 1320.0
_SEAT_Y = 880.0
"""Where whoever is astride sits."""


def under(pen: Pen, picture: Drawing, back: Back) -> None:
    """The animal, facing right, its back where whoever rides it sits."""
    box = picture.ink_box()
    k = min(_WIDEST / box.width, _TALLEST / box.height)
    to = Transform.move(-box.left - back.x * box.width, -box.top - back.y * box.height)
    turned = Transform.scale(-k if back.left else k, k)
    pen.canvas.place(picture, to.then(turned).then(Transform.move(MIDDLE_X, _SEAT_Y)))


def leg(pen: Pen) -> None:
    near_leg(pen, (612.0, 1000.0), (600.0, 1130.0))
