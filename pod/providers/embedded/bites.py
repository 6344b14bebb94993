"""Food that somebody has bitten into, where no drawing of its own shows that."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import BOX, INK, LINE
from pod.providers.embedded.keywords import FOOD, Choice
from pod.providers.embedded.subjects import Subject, place
from pod.providers.embedded.things import THINGS

_SAID = frozenset({"bite", "bites", "bitten"})
_TEETH = ((0.0, -0.16, 0.11), (-0.07, -0.03, 0.12), (-0.04, 0.11, 0.11))
"""Beside the right edge and the middle, and how large: shares of the longer side."""


def with_a_bite(food: Subject, choice: Choice, words: Sequence[str]) -> Subject:
    """As it is unless a bite is said of it."""
    shown = choice.group == FOOD and _SAID & set(words) and f"bitten {choice.label}" not in THINGS
    return _bitten(food) if shown else food


def _bitten(food: Subject) -> Figure:
    whole = place(food, BOX / 2, BOX / 2, 0.94 * BOX)
    mouth = _mouth(whole.area)
    left = whole.area.difference(mouth)
    canvas = Canvas(BOX, BOX)
    with canvas.group(Path.from_geometry(box(-BOX, -BOX, 2 * BOX, 2 * BOX).difference(mouth))):
        canvas.place(whole.drawing)
    canvas.fill(Path.from_geometry(mouth.boundary.intersection(whole.area).buffer(LINE / 2)), INK)
    return Figure(food.name, canvas.drawing(), left, food.natural)


def _mouth(area: BaseGeometry) -> BaseGeometry:
    """Three rounds at the right edge, at the height where that is."""
    _, top, _, bottom = area.bounds
    middle = top + 0.45 * (bottom - top)
    strip = area.intersection(box(-BOX, middle - 30, 2 * BOX, middle + 30))
    edge = strip.bounds[2]
    return unary_union([Point(edge + x * BOX, middle + y * BOX).buffer(r * BOX) for x, y, r in _TEETH])
