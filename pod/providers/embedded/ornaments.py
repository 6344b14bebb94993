"""Emblems for designs whose sentence names nothing that can be drawn: original art, in a box of 1024 units."""

from __future__ import annotations

import random
from collections.abc import Callable

from pod.drawing.display import Canvas
from pod.drawing.shapes import circle, heart, leaf, polar, sparkle, star
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX

_DARK, _MIDDLE, _BRIGHT, _LIGHT = "#2e2233", "#b8553f", "#eeb04f", "#fbf0d9"
_C = BOX / 2


TENDER_WORDS = frozenset(
    [
        "beautiful",
        "lovely",
        "pretty",
        "mother",
        "mom",
        "mum",
        "mama",
        "grandmother",
        "grandma",
        "granny",
        "nana",
        "wife",
        "sister",
        "daughter",
        "girl",
        "wedding",
        "love",
        "thank",
        "thanks",
        "sweet",
        "gentle",
        "elegant",
        "flowers",
        "spring",
    ]
)
"""Words that ask for flowers where nothing else is sure."""


def emblem(rng: random.Random, *, tender: bool = False) -> Figure:
    """One of a handful of marks that stand for no thing in particular."""
    name = "posy" if tender else rng.choice(sorted(_EMBLEMS))
    canvas = Canvas(BOX, BOX)
    _EMBLEMS[name](canvas)
    drawing = canvas.drawing()
    return Figure(name, drawing, silhouette_of(drawing), natural=False)


def _compass_star(canvas: Canvas) -> None:
    canvas.fill(star(_C, _C, 420, 8, 0.36, 22.5), _MIDDLE)
    canvas.fill(star(_C, _C, 490, 4, 0.24), _DARK)
    canvas.fill(star(_C, _C, 440, 4, 0.2), _BRIGHT)
    canvas.fill(circle(_C, _C, 92), _DARK)
    canvas.fill(circle(_C, _C, 62), _LIGHT)


def _rosette(canvas: Canvas) -> None:
    for length, width, ink, turn in ((480, 190, _MIDDLE, 0), (400, 160, _BRIGHT, 22.5), (280, 120, _LIGHT, 0)):
        for i in range(8):
            canvas.fill(leaf(_C, _C, length, width, turn + 45 * i), ink)
    canvas.fill(circle(_C, _C, 96), _DARK)
    canvas.fill(circle(_C, _C, 58), _BRIGHT)


def _sun(canvas: Canvas) -> None:
    for i in range(16):
        canvas.fill(
            leaf(*polar(_C, _C, 250, 22.5 * i), 240 if i % 2 else 180, 84, 22.5 * i), _BRIGHT if i % 2 else _MIDDLE
        )
    canvas.fill(circle(_C, _C, 262), _DARK)
    canvas.fill(circle(_C, _C, 232), _BRIGHT)
    canvas.fill(sparkle(_C, _C, 170, 0.2), _LIGHT)


def _sacred_heart(canvas: Canvas) -> None:
    for i in range(24):
        x, y = polar(_C, _C - 10, 330, 15 * i)
        canvas.fill(leaf(x, y, 150 if i % 2 else 110, 44, 15 * i), _BRIGHT)
    canvas.fill(heart(_C, _C + 10, 640), _DARK)
    canvas.fill(heart(_C, _C + 4, 560), _MIDDLE)
    canvas.fill(sparkle(_C, _C - 20, 150, 0.2), _LIGHT)


def _posy(canvas: Canvas) -> None:
    """Five blooms and their leaves: for whoever it may be."""
    for turn in range(-150, 151, 30):
        canvas.fill(leaf(*polar(_C, _C + 40, 150, turn), 300, 84, turn), "#5f8f63" if turn % 60 else "#7fae6d")
    for x, y, r, ink in (
        (-190, -60, 150, _BRIGHT),
        (190, -60, 150, _BRIGHT),
        (0, 190, 160, _BRIGHT),
        (0, -190, 150, _LIGHT),
        (0, 10, 210, _MIDDLE),
    ):
        for i in range(8):
            canvas.fill(circle(*polar(_C + x, _C + y, r * 0.62, 45 * i), r * 0.36), _DARK)
        for i in range(8):
            canvas.fill(circle(*polar(_C + x, _C + y, r * 0.62, 45 * i), r * 0.31), ink)
        canvas.fill(circle(_C + x, _C + y, r * 0.5), ink)
        canvas.fill(circle(_C + x, _C + y, r * 0.26), _DARK)
        canvas.fill(circle(_C + x, _C + y, r * 0.19), _LIGHT if ink != _LIGHT else _BRIGHT)


_EMBLEMS: dict[str, Callable[[Canvas], None]] = {
    "compass star": _compass_star,
    "rosette": _rosette,
    "sun": _sun,
    "radiant heart": _sacred_heart,
    "posy": _posy,
}
