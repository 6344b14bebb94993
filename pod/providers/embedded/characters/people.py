"""What makes a person of a character: hair before and behind the head, beards, a snowman's carrot. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, cloudlet, limb, oval

_HEAD = Transform.move(MIDDLE_X, HEAD_Y)


def _hair(pen: Pen, d: str) -> None:
    """Hair written for a head of 236 × 214, brought to the head it grows on."""
    rx, ry = pen.species.head
    pen.part(Path.parse(d).transformed(Transform.scale(rx / 236, ry / 214).then(_HEAD)), pen.species.dark)


def _short_hair(pen: Pen) -> None:
    _hair(
        pen,
        "M-240 10C-262 -190 -120 -262 20 -246C160 -256 262 -170 240 10C226 -60 200 -100 150 -124C60 -92 -60 -98 -120 -140C-176 -116 -222 -70 -240 10Z",
    )


def _fringe_hair(pen: Pen) -> None:
    _hair(
        pen,
        "M-244 60C-280 -190 -130 -258 0 -250C130 -258 280 -190 244 60C228 -20 214 -70 190 -104Q96 -60 0 -100Q-96 -60 -190 -104C-214 -70 -228 -20 -244 60Z",
    )


def _parted_hair(pen: Pen) -> None:
    _hair(
        pen,
        "M-240 80C-284 -180 -140 -262 0 -250C140 -262 284 -180 240 80C232 -30 180 -120 40 -190C-20 -110 -200 -100 -240 80Z",
    )


def _side_hair(pen: Pen) -> None:
    """What an old man has left."""
    rx, ry = pen.species.head
    pen.parts(lambda side: cloudlet(MIDDLE_X + side * rx * 0.94, HEAD_Y - ry * 0.1, 120, 150, 3), pen.species.dark)


def _long_hair_behind(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, HEAD_Y + 70, pen.species.head[0] + 52, 300, 2.6, 0.1), mix(pen.species.dark, INK, 0.16))


def _bun_behind(pen: Pen) -> None:
    pen.part(circle(MIDDLE_X, HEAD_Y - pen.species.head[1] - 58, 92), pen.species.dark)


def _pigtails_behind(pen: Pen) -> None:
    for side in SIDES:
        tuft = [at(side, 220, HEAD_Y - 60), at(side, 318, HEAD_Y + 20), at(side, 306, HEAD_Y + 150)]
        pen.part(limb(tuft, 66, 34), pen.species.dark)
        pen.part(circle(*at(side, 236, HEAD_Y - 50), 34), "#e5637a")


def _full_beard(pen: Pen) -> None:
    beard = "M-236 -10C-250 150 -160 290 0 310C160 290 250 150 236 -10C210 60 160 84 90 66Q40 36 0 60Q-40 36 -90 66C-160 84 -210 60 -236 -10Z"
    pen.part(Path.parse(beard).transformed(_HEAD), pen.species.light)
    for side in SIDES:
        pen.part(oval(*at(side, 62, HEAD_Y + 92), 84, 38, side * 14), pen.species.light)


def _stubble_beard(pen: Pen) -> None:
    beard = "M-226 10C-232 130 -150 228 0 232C150 228 232 130 226 10C200 70 150 96 70 84Q0 70 -70 84C-150 96 -200 70 -226 10Z"
    pen.part(Path.parse(beard).transformed(_HEAD), pen.species.dark)
    smile = (("M", (MIDDLE_X - 56, HEAD_Y + 140)), ("Q", (MIDDLE_X, HEAD_Y + 176, MIDDLE_X + 56, HEAD_Y + 140)))
    pen.canvas.stroke(Path(smile), pen.species.base, 14)


def _moustache(pen: Pen) -> None:
    for side in SIDES:
        pen.part(oval(*at(side, 58, HEAD_Y + 100), 74, 32, side * 12), pen.species.dark)


def _lashes(pen: Pen) -> None:
    radius, apart, drop = pen.species.eyes
    for side in SIDES:
        x, y = at(side, apart + radius, HEAD_Y + drop - radius * 0.5)
        pen.canvas.stroke(Path.lines([(x - side * 6, y), (x + side * 26, y - 20)], closed=False), INK, 11)


def carrot(pen: Pen, _: float) -> tuple[float, float]:
    """A nose, and coals for a mouth."""
    pen.part(Path.parse("M-22 40L-14 88L128 82Z").transformed(_HEAD), "#ef8a35")
    for x, y in ((-92, 124), (-48, 146), (0, 154), (48, 146), (92, 124)):
        pen.canvas.fill(circle(MIDDLE_X + x, HEAD_Y + y, 13), INK)
    return 0, 0


def knight_visor(pen: Pen) -> None:
    """A closed helmet: eyes in the dark of its slit, a plume on top."""
    rx, ry = pen.species.head
    pen.part(
        limb(
            [(MIDDLE_X, HEAD_Y - ry + 6), (MIDDLE_X + 30, HEAD_Y - ry - 110), (MIDDLE_X + 130, HEAD_Y - ry - 120)],
            40,
            18,
        ),
        "#c63d3f",
    )
    pen.part(blob(MIDDLE_X, HEAD_Y - 6, rx * 0.84, 56, 3.2), "#2f2e3a")
    for side in SIDES:
        pen.canvas.fill(oval(*at(side, 84, HEAD_Y - 6), 24, 28), "#fff6e5")
        pen.canvas.fill(oval(*at(side, 84, HEAD_Y - 2), 12, 15), "#1d161c")
        for k in range(3):
            pen.canvas.fill(circle(*at(side, 50 + 44 * k, HEAD_Y + 110), 13), mix(pen.species.dark, INK, 0.3))
    pen.canvas.stroke(
        Path.lines([(MIDDLE_X, HEAD_Y + 54), (MIDDLE_X, HEAD_Y + ry - 8)], closed=False), pen.species.dark, 12
    )


def _ninja_hood(pen: Pen) -> None:
    """Everything but a strip around the eyes."""
    rx, ry = pen.species.head
    head = blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05).geometry()
    strip = blob(MIDDLE_X, HEAD_Y + 4, rx * 0.86, 66, 2.8).geometry()
    pen.part(Path.from_geometry(head.difference(strip)), pen.species.dark)


def _coals(pen: Pen) -> None:
    for y in (700, 764, 828):
        pen.canvas.fill(circle(MIDDLE_X, y, 20), INK)


FACES: Mapping[str, Callable[[Pen], None]] = {
    "short hair": _short_hair,
    "fringe hair": _fringe_hair,
    "parted hair": _parted_hair,
    "side hair": _side_hair,
    "full beard": _full_beard,
    "stubble": _stubble_beard,
    "moustache": _moustache,
    "lashes": _lashes,
    "coals": _coals,
    "ninja hood": _ninja_hood,
}
"""Over the face."""

BEHIND: Mapping[str, Callable[[Pen], None]] = {
    "long hair": _long_hair_behind,
    "bun": _bun_behind,
    "pigtails": _pigtails_behind,
}
"""Behind the head."""
