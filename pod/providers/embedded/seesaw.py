"""Two at the ends of one plank: whoever is the heavier is down."""

from __future__ import annotations

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, limb, outlined
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.subjects import Placed, Subject, place_standing

_HALF, _RISE, _SEAT_Y, _TALL = 820.0, 150.0, 820.0, 760.0
"""How far out somebody sits, how far the one is up and the other down, in units."""

_PLANK, _POST, _BALL = "#f3bf4b", "#3f978f", "#d9503f"


def on_a_seesaw(low: Subject, high: Subject) -> Figure:
    """`low` at the left end, `high` at the right one, up in the air."""
    canvas, middle = Canvas(BOX, BOX), BOX / 2
    left, right = (middle - _HALF, _SEAT_Y + _RISE), (middle + _HALF, _SEAT_Y - _RISE)
    outlined(canvas, Path.lines([(middle, _SEAT_Y), (middle + 150, 1080), (middle - 150, 1080)]), _POST)
    outlined(canvas, limb([(left[0] - 130, left[1] + 24), (right[0] + 130, right[1] - 24)], 34, 34), _PLANK)
    outlined(canvas, circle(middle, _SEAT_Y, 44), _BALL)
    for x, y in (left, right):
        inwards = 250 if x < middle else -250
        slope = -_RISE / _HALF * inwards
        outlined(canvas, rounded_rect(x + inwards - 16, y + slope - 130, 32, 120, 12), _POST)
    drawing = canvas.drawing()
    plank = Placed(drawing, silhouette_of(drawing))
    sitting = [place_standing(one, x, y + 10, _TALL, _TALL) for one, (x, y) in ((low, left), (high, right))]
    return as_one(low.name, [plank, *sitting], natural=True)
