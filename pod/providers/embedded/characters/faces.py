"""Faces: the head itself, eyes in a mood, noses and mouths."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters import fowl_heads, moods
from pod.providers.embedded.characters.birds import BEAKS
from pod.providers.embedded.characters.marks import MARKS, OVER_THE_FACE
from pod.providers.embedded.characters.pen import BLUSH, HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, limb, oval
from pod.providers.embedded.characters.people import carrot


def head(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    outline = blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)
    pen.part(outline, s.base)
    with pen.canvas.group(outline):
        shade = Path((*blob(MIDDLE_X, HEAD_Y - 22, rx * 1.02, ry, 2.35, 0.05).commands, *outline.commands))
        pen.canvas.fill(shade, mix(s.base, s.dark, 0.3), evenodd=True)


def face(pen: Pen, mood: str = "") -> None:
    """Markings, muzzle, nose, mouth and eyes."""
    for mark in pen.species.marks:
        if mark in MARKS:
            MARKS[mark](pen)
    if pen.species.nose in fowl_heads.BILLS:
        fowl_heads.profile(pen, mood)
        return
    if pen.species.nose == "none":
        _over(pen, mood)
        return
    _muzzle(pen)
    _nose_and_mouth(pen, mood)
    if pen.species.eyes[0] or "frog eyes" in pen.species.marks:
        _eyes(pen, mood)
    _blush(pen)
    for mark in pen.species.marks:
        if mark in OVER_THE_FACE:
            OVER_THE_FACE[mark](pen)
    _over(pen, mood)


def _over(pen: Pen, mood: str) -> None:
    if mood in moods.OVER:
        moods.OVER[mood](pen)


def _eyes(pen: Pen, mood: str) -> None:
    """A frog's calm eyes are among its marks."""
    if pen.species.eyes[0] or mood in _EYES_ON_A_FROG:
        _EYES.get(mood, _open_eyes)(pen)


def _muzzle(pen: Pen) -> None:
    s = pen.species
    if s.muzzle != (0.0, 0.0):
        pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 92, *s.muzzle, 2.3, 0.12), s.snout or s.light)


def _nose_and_mouth(pen: Pen, mood: str) -> None:
    s = pen.species
    nose_y = HEAD_Y + (60 if s.muzzle != (0.0, 0.0) else 46)
    drop, reach = _NOSES[s.nose](pen, nose_y)
    if not reach and mood in moods.OPEN_MOUTHED:
        drop, reach = 30, 50
    if reach:
        _mouth(pen.canvas, nose_y + drop, reach, mood)


def _mouth(canvas: Canvas, y: float, reach: float, mood: str) -> None:
    if mood in moods.MOUTHS:
        moods.MOUTHS[mood](canvas, y, reach)
        return
    x = MIDDLE_X
    curve = (
        ("M", (x - reach, y)),
        ("Q", (x - reach * 0.5, y + 54, x, y + 16)),
        ("Q", (x + reach * 0.5, y + 54, x + reach, y)),
    )
    canvas.stroke(Path(curve), INK, 13)


def _blush(pen: Pen) -> None:
    s = pen.species
    apart, y = s.eyes[1] + 62, HEAD_Y + max(74.0, s.eyes[2] + 78)
    pen.both(lambda side: oval(*at(side, min(apart, s.head[0] - 44), y), 38, 24), mix(BLUSH, s.base, 0.4))


# --- eyes


def _open_eyes(pen: Pen) -> None:
    radius, apart, drop = pen.species.eyes
    y = HEAD_Y + drop
    if pen.species.iris:
        pen.both(lambda side: circle(*at(side, apart, y), radius * 1.25), INK)
        pen.both(lambda side: circle(*at(side, apart, y), radius * 1.06), pen.species.iris)
        pen.both(lambda side: oval(*at(side, apart, y), radius * 0.66, radius * 0.78), "#1d161c")
    else:
        pen.both(lambda side: oval(*at(side, apart, y), radius, radius * 1.16), INK)
    glint = radius * (0.36 if not pen.species.iris else 0.28)
    pen.both(lambda side: circle(MIDDLE_X + side * apart - radius * 0.3, y - radius * 0.42, glint), "#ffffff")
    pen.both(
        lambda side: circle(MIDDLE_X + side * apart + radius * 0.34, y + radius * 0.4, radius * 0.16), "#ffffff", 0.85
    )


def _closed_eyes(pen: Pen, bend: float) -> None:
    """Arcs: hanging for sleep, arched for joy."""
    radius, apart, drop = pen.species.eyes
    wide = max(radius * 1.35, 30)
    ink = "#fff6e5" if pen.species.iris else INK
    for side in SIDES:
        x, y = at(side, apart, HEAD_Y + drop)
        pen.canvas.stroke(Path((("M", (x - wide, y)), ("Q", (x, y + bend, x + wide, y)))), ink, 14)


def _sleeping_eyes(pen: Pen) -> None:
    _closed_eyes(pen, 44)


def _joyful_eyes(pen: Pen) -> None:
    _closed_eyes(pen, -58)


def _grumpy_eyes(pen: Pen) -> None:
    _open_eyes(pen)
    radius, apart, drop = pen.species.eyes
    ink = "#fff6e5" if pen.species.iris else INK
    for side in SIDES:
        inner = at(side, apart - radius * 1.5, HEAD_Y + drop - radius * 1.3)
        outer = at(side, apart + radius * 1.7, HEAD_Y + drop - radius * 2.3)
        pen.canvas.fill(limb([inner, outer], 9, 9), ink)


def _sad_eyes(pen: Pen) -> None:
    if pen.species.eyes[0]:
        _open_eyes(pen)
    moods.sad_brows(pen)


def _half_shut_eyes(pen: Pen) -> None:
    moods.half_shut(pen, _open_eyes if pen.species.eyes[0] else lambda _: None)


_EYES: dict[str, Callable[[Pen], None]] = {
    moods.SLEEPY: _sleeping_eyes,
    moods.JOLLY: _joyful_eyes,
    moods.GRUMPY: _grumpy_eyes,
    moods.CRYING: _sad_eyes,
    moods.SCREAMING: moods.shut_tight,
    moods.SURPRISED: moods.wide_eyes,
    moods.SMUG: _half_shut_eyes,
    moods.TIRED: _half_shut_eyes,
    moods.ENAMOURED: moods.heart_eyes,
}
_EYES_ON_A_FROG = frozenset({moods.CRYING, moods.SURPRISED, moods.SMUG, moods.TIRED, moods.ENAMOURED})


# --- noses: each answers how far below it the mouth is, and how wide


def _no_nose(_pen: Pen, _y: float) -> tuple[float, float]:
    return 18, 96


def _button_nose(pen: Pen, y: float) -> tuple[float, float]:
    button = Path.parse("M-42 -20Q0 -42 42 -20Q22 24 0 26Q-22 24 -42 -20Z")
    pen.canvas.fill(button.transformed(Transform.move(MIDDLE_X, y)), INK)
    pen.canvas.fill(oval(MIDDLE_X - 12, y - 16, 12, 6, -14), "#ffffff", 0.5)
    return 40, 66


def _pink_nose(pen: Pen, y: float) -> tuple[float, float]:
    pink = Path.parse("M-30 -16Q0 -26 30 -16Q16 16 0 18Q-16 16 -30 -16Z")
    pen.canvas.fill(pink.transformed(Transform.move(MIDDLE_X, y)), "#e77f8c")
    return 32, 56


def _wide_nose(pen: Pen, y: float) -> tuple[float, float]:
    pen.both(lambda side: oval(*at(side, 48, y - 6), 18, 12, side * 25), INK)
    return 46, 70


def _cow_nose(pen: Pen, y: float) -> tuple[float, float]:
    pen.both(lambda side: oval(*at(side, 62, y + 16), 22, 15), "#8f5a4c")
    return 62, 58


def _koala_nose(pen: Pen, y: float) -> tuple[float, float]:
    pen.canvas.fill(blob(MIDDLE_X, y + 6, 46, 70, 2.5, 0.1), INK)
    pen.canvas.fill(oval(MIDDLE_X - 14, y - 26, 11, 22, 10), "#ffffff", 0.35)
    return 84, 60


def _nostrils(pen: Pen, y: float) -> tuple[float, float]:
    pen.both(lambda side: oval(*at(side, 26, y - 26), 9, 7), INK, 0.8)
    return 22, 84


def _beak(pen: Pen, y: float) -> tuple[float, float]:
    beak = Path.parse("M-46 -16Q0 -44 46 -16Q30 34 0 48Q-30 34 -46 -16Z").transformed(Transform.move(MIDDLE_X, y))
    pen.part(beak, "#f3a536")
    pen.canvas.fill(
        Path.parse("M-40 6Q0 22 40 6Q26 38 0 48Q-26 38 -40 6Z").transformed(Transform.move(MIDDLE_X, y)), "#d9822b"
    )
    return 0, 0


def _bill(pen: Pen, y: float) -> tuple[float, float]:
    ink = pen.species.snout or "#f0992f"
    pen.part(blob(MIDDLE_X, y + 14, 112, 50, 2.5), ink)
    smile = Path((("M", (MIDDLE_X - 92, y + 18)), ("Q", (MIDDLE_X, y + 52, MIDDLE_X + 92, y + 18))))
    line = mix(ink, INK, 0.4)
    pen.canvas.stroke(smile, line, 9)
    pen.both(lambda side: oval(*at(side, 26, y - 10), 8, 6), line)
    return 0, 0


def _snout(pen: Pen, y: float) -> tuple[float, float]:
    pen.part(blob(MIDDLE_X, y + 6, 92, 62, 2.3), mix(pen.species.base, pen.species.dark, 0.4))
    pen.both(lambda side: oval(*at(side, 32, y + 6), 15, 22), "#a94e60")
    return 88, 54


def _trunk(pen: Pen, y: float) -> tuple[float, float]:
    bend = [(MIDDLE_X, y - 60), (MIDDLE_X, y + 60), (MIDDLE_X + 14, y + 130), (MIDDLE_X + 66, y + 178)]
    pen.part(limb(bend, 62, 38), mix(pen.species.base, pen.species.light, 0.14))
    for k in range(4):
        rung = y + 6 + 40 * k
        fold = Path((("M", (MIDDLE_X - 34, rung)), ("Q", (MIDDLE_X, rung + 16, MIDDLE_X + 34, rung))))
        pen.canvas.stroke(fold, pen.species.dark, 8)
    return 0, 0


def _soft_nose(pen: Pen, y: float) -> tuple[float, float]:
    pen.canvas.fill(oval(MIDDLE_X, y - 8, 22, 16), mix(pen.species.base, BLUSH, 0.5))
    return 34, 60


_NOSES: dict[str, Callable[[Pen, float], tuple[float, float]]] = {
    **BEAKS,
    "soft": _soft_nose,
    "carrot": carrot,
    "": _no_nose,
    "button": _button_nose,
    "pink": _pink_nose,
    "wide": _wide_nose,
    "cow": _cow_nose,
    "koala": _koala_nose,
    "nostrils": _nostrils,
    "beak": _beak,
    "bill": _bill,
    "snout": _snout,
    "trunk": _trunk,
}
