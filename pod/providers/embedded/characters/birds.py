"""What makes a bird of a character: beaks, necks, crests, a fan of feathers. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, Pen, limb, oval

Nose = Callable[[Pen, float], tuple[float, float]]
_BEAK = "#f3a536"


def _bill_ink(pen: Pen) -> str:
    return pen.species.snout or _BEAK


def _hooked(pen: Pen, y: float) -> tuple[float, float]:
    """An eagle's and a parrot's."""
    ink, to = _bill_ink(pen), Transform.move(MIDDLE_X, y)
    pen.part(Path.parse("M-78 -46C-60 -96 60 -96 78 -46C84 20 44 74 0 112C-44 74 -84 20 -78 -46Z").transformed(to), ink)
    lower = Path.parse("M-66 14Q0 44 66 14C54 52 28 84 0 112C-28 84 -54 52 -66 14Z").transformed(to)
    pen.canvas.fill(lower, mix(ink, INK, 0.22))
    for x in (-28, 28):
        pen.canvas.fill(oval(MIDDLE_X + x, y - 46, 9, 7), mix(ink, INK, 0.6))
    return 0, 0


def _great(pen: Pen, y: float) -> tuple[float, float]:
    """A toucan's or a puffin's: as wide as the face, with bands."""
    ink, to = _bill_ink(pen), Transform.move(MIDDLE_X, y)
    whole = Path.parse(
        "M-128 -40C-100 -112 100 -112 128 -40C136 50 70 130 0 150C-70 130 -136 50 -128 -40Z"
    ).transformed(to)
    pen.part(whole, ink)
    with pen.canvas.group(whole):
        pen.canvas.fill(oval(MIDDLE_X, y + 150, 130, 96), mix("#2b2630", ink, 0.15))
        pen.canvas.fill(oval(MIDDLE_X, y - 96, 150, 46), mix(ink, "#e2414a", 0.75))
    pen.canvas.stroke(
        Path((("M", (MIDDLE_X - 122, y + 10)), ("Q", (MIDDLE_X, y + 62, MIDDLE_X + 122, y + 10)))), INK, 10
    )
    return 0, 0


def _pouch(pen: Pen, y: float) -> tuple[float, float]:
    """A flamingo's, a swan's, a goose's: broad and bent down, dark at the tip."""
    ink, to = _bill_ink(pen), Transform.move(MIDDLE_X, y)
    whole = Path.parse("M-70 -40C-50 -74 50 -74 70 -40C82 30 60 96 0 108C-60 96 -82 30 -70 -40Z").transformed(to)
    pen.part(whole, ink)
    with pen.canvas.group(whole):
        pen.canvas.fill(oval(MIDDLE_X, y + 104, 90, 46), mix(INK, ink, 0.15))
    return 0, 0


def _needle(pen: Pen, y: float) -> tuple[float, float]:
    """A hummingbird's, a kiwi's: long and thin, a little to the side to be seen."""
    pen.part(
        limb([(MIDDLE_X, y - 20), (MIDDLE_X + 60, y + 40), (MIDDLE_X + 170, y + 90)], 26, 8),
        pen.species.snout or "#4a4650",
    )
    return 0, 0


BEAKS: Mapping[str, Nose] = {"hooked": _hooked, "great": _great, "pouch": _pouch, "needle": _needle}


def _long_neck(pen: Pen) -> None:
    s = pen.species
    pen.part(limb([(MIDDLE_X, HEAD_Y + 60), (MIDDLE_X - 14, HEAD_Y + 200), (MIDDLE_X, 660)], 62, 84), s.ear or s.base)


def _crest(pen: Pen) -> None:
    top = HEAD_Y - pen.species.head[1] + 40
    for turn in (-34, 34, -12, 12):
        pen.part(leaf(MIDDLE_X, top, 190 - abs(turn) * 1.6, 46, turn), pen.species.dark)


def _fan(pen: Pen) -> None:
    """A peacock's or a turkey's tail, behind everything."""
    s, cx, cy = pen.species, MIDDLE_X, 720.0
    for turn in sorted(range(-96, 97, 24), key=abs, reverse=True):
        pen.part(leaf(cx, cy, 600, 130, turn), s.dark)
        x, y = polar(cx, cy, 440, turn)
        pen.canvas.fill(circle(x, y, 52), s.ear or s.light)
        pen.canvas.fill(circle(x, y, 28), s.base)


BEHIND: Mapping[str, Callable[[Pen], None]] = {"long neck": _long_neck, "crest": _crest, "fan": _fan}
"""Behind the head."""
