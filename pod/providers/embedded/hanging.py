"""What is over a scene rather than beside somebody: a string of lights or flags between two poles, gulls on the wing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, outlined
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.keywords import ANIMALS, PEOPLE, Choice
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.subjects import Placed, Subject, place

_BULBS = ("#f8d25c", "#f08a4b", "#fbe08f")
_FLAGS = ("#d9403a", "#f3bf4b", "#3f9fc0", "#4f9a5c")
_WOOD = "#8a5a3c"
_PIECES = 9
_OUT, _OVER, _SAG = 0.16, 0.5, 0.13
"""Of what is under the string: how far out the poles stand, how far above it they end, how deep the string hangs."""

_SAID = re.compile(r"\b(?:string|fairy|festoon|party|cafe|patio|twinkle|bistro) lights\b")

_NO_ROOM_UNDER = frozenset({"Christmas tree", "christmas tree", "evergreen tree", "wreath"})
"""What has the lights on it."""

_GULL, _FLYING = "seagull", "flying seagull"
_AT_REST = frozenset({"sitting", "sits", "standing", "stands", "perched", "stealing", "steals", "eating"})


def hung_over(understood: Understanding) -> str:
    """The label of a string of lights or flags that hangs over the hero, or ""."""
    hero = next((choice.label for choice in understood.heroes), "")
    if not hero or hero in _NO_ROOM_UNDER or hero in STRINGS or "christmas lights" in understood.doing.wears:
        return ""
    if _SAID.search(" ".join(understood.words)):
        return "christmas lights"
    return next((choice.label for choice in understood.companions if choice.label in STRINGS), "")


def on_the_wing(one: Choice, hero: Choice, words: Sequence[str]) -> Choice:
    """Gulls over a lighthouse, a pier or a boat fly."""
    flies = one.label == _GULL and hero.group not in (ANIMALS, PEOPLE) and not hero.can_be_character
    return replace(one, label=_FLYING, species="") if flies and not _AT_REST & set(words) else one


def under_a_string(hero: Subject, of: str) -> Subject:
    """The hero between two poles, the string from one to the other above it."""
    if of not in STRINGS:
        return hero
    below = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, low = below.area.bounds
    out = _OUT * max(right - left, 0.7 * BOX)
    ends = left - out, right + out
    high = top - _OVER * (low - top)
    canvas = Canvas(BOX, BOX)
    for x in ends:
        outlined(canvas, rounded_rect(x - 17, high - 24, 34, low - high + 24, 14), _WOOD)
    spots = [_spot(ends, high, _SAG * (ends[1] - ends[0]), i / _PIECES) for i in range(_PIECES + 1)]
    canvas.stroke(Path.lines(spots, closed=False), INK, 15)
    for k, (x, y) in enumerate(spots[1:-1]):
        STRINGS[of](canvas, x, y, k)
    drawing = canvas.drawing()
    return as_one(hero.name, [Placed(drawing, silhouette_of(drawing)), below], natural=hero.natural)


def _spot(ends: tuple[float, float], high: float, sag: float, share: float) -> tuple[float, float]:
    return ends[0] + (ends[1] - ends[0]) * share, high + 4 * sag * share * (1 - share)


def _bulb(canvas: Canvas, x: float, y: float, k: int) -> None:
    ink = _BULBS[k % len(_BULBS)]
    canvas.fill(circle(x, y + 52, 62), mix(ink, "#ffffff", 0.5), 0.5)
    outlined(canvas, rounded_rect(x - 13, y - 4, 26, 30, 6), INK)
    outlined(canvas, circle(x, y + 52, 31), ink)


def _flag(canvas: Canvas, x: float, y: float, k: int) -> None:
    outlined(canvas, Path.lines([(x - 44, y - 2), (x + 44, y - 2), (x, y + 96)]), _FLAGS[k % len(_FLAGS)])


STRINGS: Mapping[str, Callable[[Canvas, float, float, int], None]] = {"christmas lights": _bulb, "bunting": _flag}
"""By the label of what is strung → one piece of it at (x, y), the k-th."""
