"""Moods on a face: eyes, mouths and what lies over them, tears and bags. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, limb, oval

SLEEPY, GRUMPY, JOLLY = "sleepy", "grumpy", "jolly"
CRYING, SCREAMING, SURPRISED, SMUG, TIRED, ENAMOURED = "crying", "screaming", "surprised", "smug", "tired", "in love"
CHEEKY = "cheeky"

MOOD_WORDS: Mapping[str, tuple[str, ...]] = {
    CHEEKY: ("cheeky", "tongue", "goofy", "derpy", "panting", "silly"),
    CRYING: (
        "crying",
        "cries",
        "cry",
        "sad",
        "sobbing",
        "weeping",
        "heartbroken",
        "tears",
        "teary",
        "depressed",
        "homesick",
        "melancholy",
        "gloomy",
        "lonely",
    ),
    SCREAMING: (
        "screaming",
        "screams",
        "scream",
        "yelling",
        "yells",
        "shouting",
        "roaring",
        "panicking",
        "screeching",
        "freaking",
    ),
    SURPRISED: (
        "surprised",
        "shocked",
        "scared",
        "startled",
        "amazed",
        "astonished",
        "frightened",
        "terrified",
        "nervous",
        "anxious",
        "worried",
        "confused",
        "embarrassed",
        "late",
    ),
    SMUG: (
        "smug",
        "sassy",
        "unimpressed",
        "judging",
        "judgmental",
        "judgy",
        "sarcastic",
        "bored",
        "unbothered",
        "mischievous",
        "suspicious",
        "cheeky",
        "sly",
        "confident",
    ),
    TIRED: ("tired", "exhausted", "overworked", "hungover", "stressed", "burnt", "overwhelmed", "caffeinated"),
    ENAMOURED: ("enamoured", "smitten", "lovestruck", "lovesick", "infatuated"),
    GRUMPY: (
        "grumpy",
        "angry",
        "hates",
        "hate",
        "mad",
        "annoyed",
        "moody",
        "cranky",
        "furious",
        "evil",
        "raging",
        "fierce",
    ),
    SLEEPY: (
        "sleepy",
        "sleeping",
        "asleep",
        "nap",
        "napping",
        "dreaming",
        "lazy",
        "snoozing",
        "sleeps",
        "meditating",
        "meditates",
    ),
    JOLLY: (
        "laughing",
        "happy",
        "joyful",
        "jolly",
        "smiling",
        "cheerful",
        "dancing",
        "singing",
        "zen",
        "smile",
        "smiles",
        "excited",
        "grinning",
    ),
}
"""Words of a sentence that put a mood on a face; the first that is said counts."""

_FROG_EYE = 60.0


def _eye(pen: Pen) -> tuple[float, float, float]:
    """Radius, distance from the middle and height; of a frog's those that its marks draw."""
    radius, apart, drop = pen.species.eyes
    return radius or _FROG_EYE, apart, HEAD_Y + drop


def _light_on_dark(pen: Pen) -> str:
    return "#fff6e5" if pen.species.iris else INK


# --- eyes


def wide_eyes(pen: Pen) -> None:
    radius, apart, y = _eye(pen)
    r = min(max(radius * 1.7, 42), apart - 6)
    for side in SIDES:
        pen.canvas.fill(circle(*at(side, apart, y), r + 8), INK)
        pen.canvas.fill(circle(*at(side, apart, y), r), "#ffffff")
        pen.canvas.fill(circle(*at(side, apart, y), r * 0.4), "#1d161c")


def shut_tight(pen: Pen) -> None:
    """Like > and <."""
    radius, apart, y = _eye(pen)
    wide = max(radius * 1.3, 32)
    for side in SIDES:
        x, _ = at(side, apart, y)
        outer = side * wide
        wedge = [(x + outer, y - wide * 0.7), (x - outer * 0.6, y), (x + outer, y + wide * 0.7)]
        pen.canvas.stroke(Path.lines(wedge, closed=False), _light_on_dark(pen), 15)


def heart_eyes(pen: Pen) -> None:
    radius, apart, y = _eye(pen)
    r = min(max(radius * 3.2, 84), 2 * apart - 20, 132)
    for side in SIDES:
        pen.part(heart(*at(side, apart, y + 4), r), "#e2415f")
        pen.canvas.fill(oval(MIDDLE_X + side * apart - r * 0.22, y - r * 0.16, r * 0.1, r * 0.07, -30), "#ffffff", 0.8)


def half_shut(pen: Pen, open_eyes: Callable[[Pen], None]) -> None:
    """Lids down to the middle of the eyes."""
    open_eyes(pen)
    radius, apart, y = _eye(pen)
    r = radius * (1.3 if pen.species.iris else 1.2) + 3
    skin = mix(pen.species.base, pen.species.dark, 0.12)
    for side in SIDES:
        x, _ = at(side, apart, y)
        lid = _half_disc(x, y, r)
        pen.canvas.fill(lid, skin)
        pen.canvas.stroke(Path.lines([(x - r - 6, y), (x + r + 6, y)], closed=False), INK, 12)


def _half_disc(x: float, y: float, r: float) -> Path:
    k = 0.5523 * r
    d = f"M{x - r} {y}C{x - r} {y - k} {x - k} {y - r} {x} {y - r}C{x + k} {y - r} {x + r} {y - k} {x + r} {y}Z"
    return Path.parse(d)


def sad_brows(pen: Pen) -> None:
    radius, apart, y = _eye(pen)
    for side in SIDES:
        inner, outer = (
            at(side, apart - radius * 1.3, y - radius * 2.5),
            at(side, apart + radius * 1.5, y - radius * 1.6),
        )
        pen.canvas.fill(limb([inner, outer], 8, 8), _light_on_dark(pen))


# --- mouths, at the middle of the face


def frown(canvas: Canvas, y: float, reach: float) -> None:
    x = MIDDLE_X
    canvas.stroke(Path((("M", (x - reach * 0.7, y + 30)), ("Q", (x, y - 14, x + reach * 0.7, y + 30)))), INK, 13)


def wide_open(canvas: Canvas, y: float, reach: float) -> None:
    x, rx = MIDDLE_X, max(reach * 0.9, 52)
    canvas.fill(oval(x, y + 56, rx + 8, 74), INK)
    canvas.fill(oval(x, y + 56, rx, 66), "#7a2f3b")
    canvas.fill(oval(x, y + 92, rx * 0.66, 28), "#f0808a")


def small_o(canvas: Canvas, y: float, reach: float) -> None:
    canvas.fill(oval(MIDDLE_X, y + 34, min(30, reach * 0.5), 36), "#7a2f3b")


def smirk(canvas: Canvas, y: float, reach: float) -> None:
    x = MIDDLE_X
    line = (("M", (x - reach * 0.5, y + 26)), ("Q", (x + reach * 0.3, y + 48, x + reach * 0.9, y - 4)))
    canvas.stroke(Path(line), INK, 13)


def flat(canvas: Canvas, y: float, reach: float) -> None:
    wave = (("M", (MIDDLE_X - reach * 0.6, y + 22)), ("Q", (MIDDLE_X, y + 10, MIDDLE_X + reach * 0.6, y + 26)))
    canvas.stroke(Path(wave), INK, 13)


def laugh(canvas: Canvas, y: float, _: float) -> None:
    mouth = Path.parse("M-62 0Q0 18 62 0Q54 76 0 78Q-54 76 -62 0Z").transformed(Transform.move(MIDDLE_X, y))
    canvas.fill(mouth, "#7a2f3b")
    canvas.fill(oval(MIDDLE_X, y + 58, 30, 18), "#f0808a")


MOUTHS: Mapping[str, Callable[[Canvas, float, float], None]] = {
    GRUMPY: frown,
    CRYING: frown,
    JOLLY: laugh,
    ENAMOURED: laugh,
    SCREAMING: wide_open,
    SURPRISED: small_o,
    SMUG: smirk,
    TIRED: flat,
}
"""Where a mood has a mouth of its own: on a canvas, at a height, so far to each side."""

OPEN_MOUTHED = frozenset({SCREAMING, SURPRISED})
"""Moods that open even a beak."""


# --- over the face


def tears(pen: Pen) -> None:
    """Two streams and a drop beside them."""
    radius, apart, y = _eye(pen)
    for side in SIDES:
        x, _ = at(side, apart + radius * 0.4, y)
        stream = Path.parse("M-22 0L22 0C26 60 34 110 34 140C34 186 -34 186 -34 140C-34 110 -26 60 -22 0Z")
        pen.part(stream.transformed(Transform.move(x, y + radius * 0.9)), "#7cc4ea")
        pen.canvas.fill(oval(x - 12, y + radius + 130, 8, 16), "#ffffff", 0.8)
        drop = Path.parse("M0 -40C26 0 24 28 0 28C-24 28 -26 0 0 -40Z")
        pen.part(drop.transformed(Transform.move(*at(side, apart + radius + 96, y + 96))), "#7cc4ea")


def eye_bags(pen: Pen) -> None:
    radius, apart, y = _eye(pen)
    for side in SIDES:
        x, _ = at(side, apart, y)
        for drop, width in ((radius + 16, 1.0), (radius + 36, 0.7)):
            reach = max(radius * 1.3, 34) * width
            fold = (("M", (x - reach, y + drop)), ("Q", (x, y + drop + 24, x + reach, y + drop)))
            pen.canvas.stroke(Path(fold), mix(pen.species.dark, INK, 0.3), 9)


def floating_hearts(pen: Pen) -> None:
    rx, ry = pen.species.head
    for side, lift, size in ((-1.0, 60, 92), (1.0, 0, 120), (1.0, 150, 70)):
        pen.part(heart(*at(side, rx + 30 + 0.3 * lift, HEAD_Y - ry * 0.5 - lift), size), "#e2415f")


def sweat(pen: Pen) -> None:
    rx, ry = pen.species.head
    drop = Path.parse("M0 -62C40 0 36 44 0 44C-36 44 -40 0 0 -62Z")
    pen.part(
        drop.transformed(Transform.rotate(14).then(Transform.move(MIDDLE_X + rx + 20, HEAD_Y - ry * 0.5))), "#8fd0e3"
    )


def tongue_out(pen: Pen) -> None:
    """Out of the mouth, down to the chin."""
    low = HEAD_Y + (104 if pen.species.nose in ("button", "pink", "koala") else 84)
    to = Transform.scale(1.45).then(Transform.move(MIDDLE_X, low))
    pen.part(Path.parse("M-30 0Q0 14 30 0Q36 66 0 70Q-36 66 -30 0Z").transformed(to), "#ef7f8b")
    pen.canvas.stroke(Path.lines([(MIDDLE_X, low + 16), (MIDDLE_X, low + 60)], closed=False), "#c9566a", 8)


OVER: Mapping[str, Callable[[Pen], None]] = {
    CRYING: tears,
    TIRED: eye_bags,
    ENAMOURED: floating_hearts,
    SURPRISED: sweat,
    CHEEKY: tongue_out,
}
"""What a mood lays over a face."""
