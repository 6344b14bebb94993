"""Horns, armour and wings of beasts that stand up to do something: a rhinoceros, an armadillo, a pangolin, a bat. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BODY_Y, HEAD_Y, INK, MIDDLE_X, Pen, blob, curve, limb, mirrored

Part = Callable[[Pen], None]


def _rhino_horn(pen: Pen) -> None:
    """A great one on the nose, and a small one behind it."""
    x, y = MIDDLE_X, HEAD_Y
    pen.part(
        Path.parse(f"M{x - 34} {y - 20}Q{x - 8} {y - 90} {x} {y - 118}Q{x + 8} {y - 90} {x + 34} {y - 20}Z"), "#efe3cb"
    )
    pen.part(
        Path.parse(
            f"M{x - 58} {y + 84}Q{x - 22} {y - 40} {x} {y - 90}Q{x + 22} {y - 40} {x + 58} {y + 84}Q{x} {y + 104} {x - 58} {y + 84}Z"
        ),
        "#efe3cb",
    )


def _bands(pen: Pen) -> None:
    """Plates over the brow and around the flanks."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for k, ink in enumerate((s.dark, mix(s.dark, s.light, 0.3), s.dark)):
            top = HEAD_Y - ry - 250 + 62 * k
            pen.canvas.fill(blob(MIDDLE_X, top, rx * (0.86 - 0.16 * k), 250 - 30 * k, 2.3), ink)


def _scales(pen: Pen) -> None:
    """Over the brow, row upon row, the eyes left free."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for row in range(3):
            for k in range(-4, 5):
                x, y = MIDDLE_X + 78 * k + 39 * (row % 2), HEAD_Y - ry - 40 + 56 * row
                pen.canvas.fill(leaf(x, y, 106, 88, 180), mix(s.dark, INK, 0.35))
                pen.canvas.fill(leaf(x, y - 6, 98, 74, 180), mix(s.dark, s.light, 0.18 * ((k + row) % 3)))


MARKS: Mapping[str, Part] = {"bands": _bands, "scales": _scales}
OVER: Mapping[str, Part] = {"rhino horn": _rhino_horn}


def _eye_stalks(pen: Pen) -> None:
    """A snail's, over the eyes that look at us."""
    for side in (-1.0, 1.0):
        top = (MIDDLE_X + side * 120, HEAD_Y - pen.species.head[1] - 110)
        pen.part(limb([(MIDDLE_X + side * 60, HEAD_Y - 60), top], 24, 17), pen.species.base)
        pen.part(circle(*top, 36), pen.species.base)


BEHIND: Mapping[str, Part] = {"eye stalks": _eye_stalks}


def _armoured_flanks(pen: Pen) -> None:
    s = pen.species
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for side in (-1, 1):
            for k in range(5):
                pen.canvas.fill(
                    leaf(MIDDLE_X + side * 240, 610 + 74 * k, 128, 84, side * -100), mix(s.dark, s.light, 0.2 * (k % 2))
                )


COATS: Mapping[str, Part] = {"armoured flanks": _armoured_flanks}


def _bat_wings(pen: Pen) -> None:
    s = pen.species
    wing = "M120 300C220 170 320 110 470 80C450 150 452 200 476 262C420 262 390 290 380 350C330 330 290 350 270 412C230 380 190 390 150 430Z"
    for side in (-1.0, 1.0):
        pen.part(mirrored(wing, side), mix(s.dark, s.light, 0.16))
        for tip in ((476, 262), (380, 350), (270, 412)):
            x, y = tip
            pen.canvas.stroke(
                Path.lines(
                    [(MIDDLE_X + side * 130, HEAD_Y + 310), (MIDDLE_X + side * (x - 8), HEAD_Y + y - 8)], closed=False
                ),
                s.dark,
                11,
            )


def _scaly_tail(pen: Pen) -> None:
    s = pen.species
    pen.part(limb([(640, 860), (820, 920), (950, 860), (960, 720)], 84, 20), s.dark)
    for x, y, turn in ((720, 866, 60), (800, 884, 60), (880, 866, 36), (930, 800, 10)):
        pen.canvas.fill(leaf(x - 30, y + 14, 80, 56, turn), mix(s.dark, s.light, 0.26))


def _fluke(pen: Pen) -> None:
    """Up behind the shoulder, two lobes."""
    s = pen.species
    pen.part(limb(curve((640, 880), (840, 920), (930, 800), (890, 640)), 80, 34), s.base)
    lobes = (
        "M890 660C840 640 760 600 750 520C810 500 870 530 892 590C910 530 970 490 1040 500C1040 590 960 650 890 660Z"
    )
    pen.part(Path.parse(lobes), s.base)


def _house(pen: Pen) -> None:
    """A snail's, at its back."""
    s = pen.species
    x, y = 724.0, 716.0
    pen.part(circle(x, y, 250), s.dark)
    turns = [polar(x, y, 216 - 5.2 * k, 90 + 22 * k) for k in range(40)]
    pen.canvas.stroke(Path.lines(turns, closed=False), mix(s.dark, "#fbf2df", 0.5), 26)


def _nine_tails(pen: Pen) -> None:
    """In a fan behind it, tipped with light."""
    s = pen.species
    for turn in (-84, 84, -63, 63, -42, 42, -21, 21, 0):
        root = polar(MIDDLE_X, 840, 60, turn)
        tail = leaf(*root, 640 - 1.1 * abs(turn), 170, turn)
        pen.part(tail, s.base)
        with pen.canvas.group(tail):
            pen.canvas.fill(circle(*polar(*root, 640 - 1.1 * abs(turn), turn), 170), s.dark)


TAILS: Mapping[str, Part] = {
    "nine tails": _nine_tails,
    "bat wings": _bat_wings,
    "scaly": _scaly_tail,
    "fluke": _fluke,
    "snail house": _house,
}
