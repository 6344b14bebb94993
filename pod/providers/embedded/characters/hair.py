"""Hair that a sentence asks for by name: an afro, curls, braids, a ponytail, a beard; freckles, a headscarf. Original art."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, limb, oval


def _puffs(spots: list[tuple[Point, float]]) -> Path:
    area = unary_union([circle(x, y, r).geometry() for (x, y), r in spots])
    return Path.from_geometry(area.simplify(0.6).segmentize(24), smooth=True)


def _ring_of_puffs(x: float, y: float, rx: float, ry: float, r: float, turns: range) -> list[tuple[Point, float]]:
    return [((x + rx * math.cos(math.radians(t)), y + ry * math.sin(math.radians(t))), r) for t in turns]


def _afro_behind(pen: Pen) -> None:
    rx, ry = pen.species.head
    round_it = _ring_of_puffs(MIDDLE_X, HEAD_Y - 50, rx + 46, ry + 70, 92, range(-210, 31, 20))
    pen.part(_puffs([*round_it, ((MIDDLE_X, HEAD_Y - 60), ry + 60)]), mix(pen.species.dark, INK, 0.1))


def _curly_behind(pen: Pen) -> None:
    rx, ry = pen.species.head
    spots = _ring_of_puffs(MIDDLE_X, HEAD_Y + 30, rx + 20, ry + 66, 82, range(-240, 61, 20))
    pen.part(_puffs([*spots, ((MIDDLE_X, HEAD_Y + 20), ry + 30)]), mix(pen.species.dark, INK, 0.12))


def _curly_fringe(pen: Pen) -> None:
    rx, ry = pen.species.head
    spots = [((MIDDLE_X + rx * x, HEAD_Y - ry * y), r) for x, y, r in _CURLS]
    pen.part(_puffs(spots), pen.species.dark)


_CURLS = (
    *((-0.9, 0.38, 50.0), (-0.76, 0.68, 60.0), (-0.46, 0.82, 66.0), (-0.12, 0.86, 68.0)),
    *(
        (0.22, 0.84, 66.0),
        (0.54, 0.76, 62.0),
        (0.82, 0.58, 54.0),
        (0.92, 0.3, 46.0),
        (-0.3, 1.0, 60.0),
        (0.3, 1.0, 60.0),
    ),
)


def _braids_behind(pen: Pen) -> None:
    for side in SIDES:
        for k in range(6):
            x, y = at(side, 232 + 6 * k, HEAD_Y - 10 + 66 * k)
            pen.part(oval(x, y, 52 - 3 * k, 46, side * 14), pen.species.dark)
        pen.part(circle(*at(side, 268, HEAD_Y + 376), 24), "#e5637a")


def _ponytail_behind(pen: Pen) -> None:
    rx, ry = pen.species.head
    swing = [
        (MIDDLE_X + 120, HEAD_Y - ry - 10),
        (MIDDLE_X + rx + 70, HEAD_Y - ry + 20),
        (MIDDLE_X + rx + 96, HEAD_Y + 190),
    ]
    pen.part(limb(swing, 76, 26), pen.species.dark)
    pen.part(circle(MIDDLE_X + 136, HEAD_Y - ry - 4, 42), "#e5637a")


def _locks_behind(pen: Pen) -> None:
    rx, _ = pen.species.head
    for side in SIDES:
        for k in range(3):
            start, end = at(side, rx - 50 + 30 * k, HEAD_Y - 110), at(side, rx - 30 + 44 * k, HEAD_Y + 250 - 60 * k)
            pen.part(limb([start, end], 34, 30), mix(pen.species.dark, INK, 0.08 * k))


def _mohawk_behind(pen: Pen) -> None:
    _, ry = pen.species.head
    for k, lean in enumerate((-34, -17, 0, 17, 34)):
        spike = Path.parse("M-52 0L0 -190L52 0Z").transformed(Transform.rotate(lean * 0.8, (0, 0)))
        pen.part(
            spike.transformed(Transform.move(MIDDLE_X + 2.4 * lean, HEAD_Y - ry + 46 + abs(k - 2) * 8)),
            pen.species.dark,
        )


def _curl(pen: Pen) -> None:
    """All that a baby has."""
    _, ry = pen.species.head
    lock = Path.parse("M-70 30C-60 -70 60 -90 70 -10C74 50 0 50 6 8")
    to = Transform.move(MIDDLE_X, HEAD_Y - ry)
    pen.canvas.stroke(lock.transformed(to), INK, 44)
    pen.canvas.stroke(lock.transformed(to), pen.species.dark, 26)


def _dark_beard(pen: Pen) -> None:
    """Down to the chest, as full as that of a lumberjack."""
    beard = "M-234 -6C-254 160 -170 300 0 330C170 300 254 160 234 -6C210 64 160 88 90 70Q40 42 0 64Q-40 42 -90 70C-160 88 -210 64 -234 -6Z"
    to = Transform.scale(pen.species.head[0] / 236, 1).then(Transform.move(MIDDLE_X, HEAD_Y))
    pen.part(Path.parse(beard).transformed(to), pen.species.dark)
    for side in SIDES:
        pen.part(oval(*at(side, 60, HEAD_Y + 94), 82, 36, side * 14), pen.species.dark)


def _cheek_freckles(pen: Pen) -> None:
    ink = mix(pen.species.base, "#a3502c", 0.62)
    for side in SIDES:
        for x, y in ((92, 66), (128, 54), (160, 74), (112, 92), (146, 100)):
            pen.canvas.fill(circle(*at(side, x, HEAD_Y + y), 9), ink)


def hijab(pen: Pen) -> None:
    """A scarf around the face, laid over the chest."""
    rx, ry = pen.species.head
    ink = "#b0608f"
    drape = "M-210 120C-250 260 -230 330 -170 350Q0 400 170 350C230 330 250 260 210 120Z"
    pen.part(Path.parse(drape).transformed(Transform.move(MIDDLE_X, HEAD_Y + 60)), mix(ink, INK, 0.12))
    outer = blob(MIDDLE_X, HEAD_Y + 4, rx + 34, ry + 40, 2.3).geometry()
    face = blob(MIDDLE_X, HEAD_Y + 30, rx * 0.8, ry * 0.82, 2.3).geometry()
    pen.part(Path.from_geometry(outer.difference(face)), ink)
    fold = Path.parse("M-150 196C-60 236 90 230 200 120")
    pen.canvas.stroke(fold.transformed(Transform.move(MIDDLE_X, HEAD_Y + 16)), mix(ink, INK, 0.3), 11)


def turban(pen: Pen) -> None:
    rx, ry = pen.species.head
    ink = "#e0763f"
    wrap = "M-250 -60C-300 -250 -150 -350 0 -350C150 -350 300 -250 250 -60C180 -120 90 -150 0 -70C-90 -150 -180 -120 -250 -60Z"
    to = Transform.scale(rx / 236, ry / 214).then(Transform.move(MIDDLE_X, HEAD_Y))
    pen.part(Path.parse(wrap).transformed(to), ink)
    for d in (
        "M-240 -110C-120 -250 80 -290 180 -300",
        "M240 -110C140 -230 20 -250 -60 -320",
        "M-190 -100C-100 -190 -20 -170 0 -80",
    ):
        pen.canvas.stroke(Path.parse(d).transformed(to), mix(ink, INK, 0.32), 12)


def bridal_veil(pen: Pen) -> None:
    """From a wreath of small flowers down to the ground."""
    pen.part(blob(MIDDLE_X, HEAD_Y + 220, pen.species.head[0] + 96, 440, 2.8, 0.16), "#f3eef4")


def bridal_wreath(pen: Pen) -> None:
    rx, ry = pen.species.head
    for k in range(7):
        t = math.radians(-150 + 20 * k)
        x, y = MIDDLE_X + rx * 0.96 * math.cos(t), HEAD_Y + (ry + 4) * math.sin(t)
        pen.part(circle(x, y, 34), "#fdfbf6" if k % 2 else "#f7b5c4")
        pen.canvas.fill(circle(x, y, 12), "#f3bf4b")


def _bandages(pen: Pen) -> None:
    """Strips across, one gap for the eyes, one end loose."""
    rx, ry = pen.species.head
    head = blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)
    with pen.canvas.group(head):
        for d in (
            "M-300 -190L300 -140",
            "M-300 -120L300 -170",
            "M-300 -70L300 -100",
            "M-300 90L300 60",
            "M-300 130L300 170",
            "M-300 210L300 150",
        ):
            pen.canvas.stroke(
                Path.parse(d).transformed(Transform.move(MIDDLE_X, HEAD_Y)), mix(pen.species.base, INK, 0.4), 10
            )
    end = [(MIDDLE_X + rx - 20, HEAD_Y - 90), (MIDDLE_X + rx + 80, HEAD_Y - 60), (MIDDLE_X + rx + 110, HEAD_Y + 40)]
    pen.part(limb(end, 26, 22), pen.species.base)


def _stitches(pen: Pen) -> None:
    """A scar across the brow, and a bolt on either side of the neck."""
    rx, ry = pen.species.head
    y = HEAD_Y - ry * 0.42
    pen.canvas.stroke(Path.lines([(MIDDLE_X + 20, y), (MIDDLE_X + rx * 0.7, y - 20)], closed=False), INK, 9)
    for k in range(4):
        x = MIDDLE_X + 44 + 34 * k
        pen.canvas.stroke(Path.lines([(x, y - 30), (x + 4, y + 22)], closed=False), INK, 8)


def _bolts_behind(pen: Pen) -> None:
    rx, ry = pen.species.head
    for side in SIDES:
        x, y = at(side, rx - 6, HEAD_Y + ry * 0.6)
        pen.part(limb([(x, y), (x + side * 60, y)], 24, 24), "#9aa0aa")
        pen.part(limb([(x + side * 62, y - 34), (x + side * 62, y + 34)], 16, 16), "#9aa0aa")


def _flat_hair(pen: Pen) -> None:
    rx, ry = pen.species.head
    top = "M-244 -40L-250 -236L250 -236L244 -40L200 -110L150 -60L90 -116L30 -66L-40 -118L-100 -64L-160 -112L-200 -56Z"
    pen.part(
        Path.parse(top).transformed(Transform.scale(rx / 236, ry / 214).then(Transform.move(MIDDLE_X, HEAD_Y))),
        pen.species.dark,
    )


def _pointed_ears_behind(pen: Pen) -> None:
    rx, _ = pen.species.head
    for side in SIDES:
        ear = Path.parse("M-40 -60Q90 -130 170 -170Q150 0 -20 70Z").transformed(Transform.scale(side, 1))
        pen.part(ear.transformed(Transform.move(MIDDLE_X + side * (rx - 20), HEAD_Y + 20)), pen.species.base)


OVER: Mapping[str, Callable[[Pen], None]] = {
    "curly fringe": _curly_fringe,
    "curl": _curl,
    "bandages": _bandages,
    "stitches": _stitches,
    "flat hair": _flat_hair,
    "dark beard": _dark_beard,
    "cheek freckles": _cheek_freckles,
}
"""Over the face."""

BEHIND: Mapping[str, Callable[[Pen], None]] = {
    "afro": _afro_behind,
    "curls": _curly_behind,
    "braids": _braids_behind,
    "ponytail": _ponytail_behind,
    "locks": _locks_behind,
    "mohawk": _mohawk_behind,
    "bolts": _bolts_behind,
    "pointed ears": _pointed_ears_behind,
}
"""Behind the head."""
