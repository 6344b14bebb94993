"""Sport and games beside those of the icon sets: rackets, gloves, pins, targets, chess. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import BLUE, CREAM, GOLD, RED, C, Draw
from pod.providers.embedded.objects.kit import (
    bar,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
)

_TYRE, _STEEL, _CREAM, _WOOD = "#3d3a48", "#c3ccd8", "#fbf2df", "#b0763f"


def _racket(pen: Pen, to: Transform, ink: str = "#e0564a") -> None:
    """Upright about the middle, head up, put where `to` says."""
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{C + side * 130} 510L{C} 690").transformed(to), INK, 48)
        pen.canvas.stroke(Path.parse(f"M{C + side * 130} 510L{C} 690").transformed(to), ink, 30)
    pen.part(rounded_rect(C - 36, 660, 72, 340, 30).transformed(to), _TYRE)
    for k in range(5):
        pen.canvas.stroke(Path.parse(f"M{C - 34} {720 + 54 * k}L{C + 34} {700 + 54 * k}").transformed(to), "#6b6876", 9)
    head = oval(C, 290, 220, 270).transformed(to)
    pen.canvas.fill(head, "#fdfbf6")
    with pen.canvas.group(head):
        for k in range(-5, 6):
            pen.canvas.stroke(Path.parse(f"M{C + 42 * k} 0L{C + 42 * k} 600").transformed(to), "#9fa8b3", 7)
            pen.canvas.stroke(
                Path.parse(f"M{C - 260} {290 + 48 * k}L{C + 260} {290 + 48 * k}").transformed(to), "#9fa8b3", 7
            )
    pen.canvas.stroke(head, INK, 54)
    pen.canvas.stroke(head, ink, 36)


def _tennis_ball(pen: Pen, x: float, y: float, r: float) -> None:
    ball = circle(x, y, r)
    pen.part(ball, "#d6e54a")
    with pen.canvas.group(ball):
        for side in SIDES:
            pen.canvas.stroke(circle(x + side * 1.25 * r, y, 0.92 * r), "#fdfbf6", 0.13 * r)


def _racket_and_balls(count: int) -> Draw:
    def draw(pen: Pen) -> None:
        _racket(pen, Transform.rotate(32, (C, C)))
        for x, y in ((240, 720), (430, 890))[:count]:
            _tennis_ball(pen, x, y, 130)

    return fitted(draw)


def _crossed_rackets(pen: Pen) -> None:
    for side, ink in ((-1.0, "#3f6fa8"), (1.0, "#e0564a")):
        _racket(pen, Transform.rotate(side * 36, (C, 560)), ink)
    _tennis_ball(pen, C, 900, 110)


def _dumbbell(pen: Pen) -> None:
    to = Transform.rotate(-28, (C, C))
    pen.part(limb([(260, C), (764, C)], 36, 36).transformed(to), _STEEL)
    for side in SIDES:
        for out, half, wide in ((230, 190, 90), (330, 230, 100), (424, 150, 70)):
            pen.part(rounded_rect(C + side * out - wide / 2, C - half, wide, 2 * half, 28).transformed(to), _TYRE)
        pen.canvas.fill(rounded_rect(C + side * 330 - 24, C - 190, 22, 180, 11).transformed(to), "#6b6876")


def _bow_and_arrow(pen: Pen) -> None:
    tube(pen, "M300 60C760 120 904 300 964 724", 40, _WOOD)
    line(pen, "M300 60L380 644L964 724", 9)
    bar(pen, (300, 724), (860, 164), 14, "#d9b077")
    shape(pen, "M960 64L930 220L804 94Z", _STEEL)
    for d in ("M300 724L180 724L120 784L240 784Z", "M300 724L300 844L240 904L240 784Z"):
        shape(pen, d, "#e0564a")
    tube(pen, "M740 190Q810 250 850 300", 46, "#7a4a2c")


def _target(pen: Pen, arrow: bool = True) -> None:
    for r, ink in ((480, "#fdfbf6"), (390, "#d9403a"), (290, "#fdfbf6"), (190, "#d9403a"), (90, "#f3bf4b")):
        disc(pen, C, C, r, ink)
    if arrow:
        bar(pen, (C, C), (900, 124), 15, _WOOD)
        for d in ("M850 174L850 40L960 -50L960 64Z", "M850 174L984 174L1074 64L960 64Z"):
            shape(pen, d, "#3f6fa8")


def _boxing_gloves(ink: str) -> Draw:
    def draw(pen: Pen) -> None:
        for side in SIDES:
            line(pen, f"M{C + side * 220} 330Q{C + side * 120} 60 {C} 40", 16)
            to = Transform.scale(side, 1).then(Transform.rotate(side * -8)).then(Transform.move(C + side * 240, 600))
            glove = "M-150 200L-160 20C-220 0 -230 -120 -170 -150C-130 -170 -110 -150 -100 -130C-110 -250 -20 -300 80 -280C190 -260 220 -140 200 -20C190 60 160 110 150 200Z"
            pen.part(Path.parse(glove).transformed(to), ink)
            pen.canvas.stroke(Path.parse("M-160 20C-110 40 -80 20 -70 -40").transformed(to), INK, 14)
            pen.canvas.fill(
                Path.parse("M-40 -200C0 -250 80 -240 110 -200C60 -210 0 -200 -20 -140Z").transformed(to), pale(ink, 0.5)
            )
            pen.part(rounded_rect(-160, 190, 320, 130, 30).transformed(to), "#fdfbf6")
            pen.canvas.fill(rounded_rect(-152, 236, 304, 40, 0).transformed(to), ink)

    return fitted(draw)


_PIN = "M0 -480C70 -480 96 -420 84 -340C76 -290 60 -270 66 -210C80 -100 150 0 150 170C150 320 110 420 70 480L-70 480C-110 420 -150 320 -150 170C-150 0 -80 -100 -66 -210C-60 -270 -76 -290 -84 -340C-96 -420 -70 -480 0 -480Z"


def _pin(pen: Pen, x: float, y: float, size: float, turn: float = 0.0) -> None:
    to = Transform.scale(size).then(Transform.rotate(turn)).then(Transform.move(x, y))
    body = Path.parse(_PIN).transformed(to)
    pen.part(body, "#fdfbf6")
    with pen.canvas.group(body):
        for low in (-300, -244):
            pen.canvas.fill(rounded_rect(-160, low, 320, 30, 0).transformed(to), "#d9403a")
        pen.canvas.fill(rounded_rect(-110, 60, 34, 240, 17).transformed(to), "#e6e0d2")


def _bowling_ball(pen: Pen, x: float, y: float, r: float) -> None:
    disc(pen, x, y, r, "#35507f")
    for dx, dy in ((-0.1, -0.44), (0.2, -0.4), (0.06, -0.14)):
        dot(pen, x + dx * r, y + dy * r, 0.1 * r, INK)
    glint(pen, x - 0.5 * r, y - 0.4 * r, 0.2 * r, 0.1 * r, -45, "#8fa8d0")


def _three_pins(pen: Pen) -> None:
    for x, turn in ((250, -6), (774, 6), (C, 0)):
        _pin(pen, x, 520 if x != C else 540, 0.94, turn)


def _pins_and_ball(pen: Pen) -> None:
    for x, turn in ((200, -8), (824, 8), (C, 0)):
        _pin(pen, x, 440, 0.84, turn)
    _bowling_ball(pen, C, 780, 230)


def _strike(pen: Pen) -> None:
    """The ball among pins that fall to all sides."""
    for x, y, turn in ((230, 330, -38), (520, 230, 8), (800, 330, 42), (150, 640, -78), (880, 640, 80)):
        _pin(pen, x, y, 0.62, turn)
    for turn in range(-80, 81, 20):
        a, b = ((C + out * 512 * 0.9 * (turn / 100), 640 - out * (300 - abs(turn))) for out in (0.96, 1.12))
        pen.canvas.stroke(Path.lines([a, b], closed=False), "#f3bf4b", 16)
    _bowling_ball(pen, C, 760, 240)


def _eight_ball(pen: Pen) -> None:
    disc(pen, C, C, 480, "#2f2c3a")
    dot(pen, C, 440, 220, "#fdfbf6")
    for y, r in ((380, 62), (500, 76)):
        pen.canvas.stroke(circle(C, y, r), INK, 44)
    glint(pen, 250, 230, 110, 50, -42, "#8a8796")


def _billiards(pen: Pen) -> None:
    inks = (
        "#f3bf4b",
        "#3f6fa8",
        "#d9403a",
        "#8468c0",
        "#ee8a3c",
        "#4f9a5c",
        "#2f2c3a",
        "#b5473f",
        "#f3bf4b",
        "#3f978f",
    )
    k = 0
    for row in range(4):
        for i in range(row + 1):
            x, y = C + (i - row / 2) * 236, 130 + 206 * row
            disc(pen, x, y, 114, inks[k])
            dot(pen, x, y, 46, "#fdfbf6")
            line(pen, f"M{x} {y - 22}L{x} {y + 22}", 14)
            glint(pen, x - 54, y - 60, 24, 12, -42)
            k += 1


_PIECES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "pawn": ("M-120 170C-70 100 -60 20 -56 -60L56 -60C60 20 70 100 120 170Z", ("head",)),
    "rook": ("M-130 170C-90 80 -90 -40 -96 -140L96 -140C90 -40 90 80 130 170Z", ("castle",)),
    "bishop": ("M-130 170C-80 80 -56 -20 -50 -110L50 -110C56 -20 80 80 130 170Z", ("mitre",)),
    "queen": ("M-140 170C-90 80 -70 -40 -66 -180L66 -180C70 -40 90 80 140 170Z", ("coronet",)),
    "king": ("M-140 170C-90 80 -76 -40 -72 -200L72 -200C76 -40 90 80 140 170Z", ("cross",)),
    "knight": (
        "M-140 170C-140 60 -60 10 -40 -60C-80 -50 -120 -20 -160 -30C-190 -50 -190 -90 -160 -120C-130 -180 -110 -260 -20 -300L0 -360L40 -310C140 -290 170 -160 150 -40C140 60 130 110 140 170Z",
        ("eye",),
    ),
}


def piece(pen: Pen, name: str, x: float, foot: float, size: float, ink: str) -> None:
    """A chessman on its base, `foot` its lowest line."""
    to = Transform.scale(size).then(Transform.move(x, foot - 290 * size))
    body, tops = _PIECES[name]
    shade = pale(ink, 0.35) if ink == _BLACK else deep(ink, 0.12)
    pen.part(Path.parse(body).transformed(to), ink)
    for top in tops:
        _CROWNS[top](pen, to, ink)
    pen.part(rounded_rect(-170, 160, 340, 60, 26).transformed(to), ink)
    pen.part(rounded_rect(-200, 212, 400, 78, 26).transformed(to), ink)
    pen.canvas.fill(rounded_rect(-150, 234, 220, 18, 9).transformed(to), shade)


_BLACK, _IVORY = "#3d3a48", "#f6e9cf"


def _round_head(pen: Pen, to: Transform, ink: str) -> None:
    pen.part(rounded_rect(-96, -90, 192, 44, 22).transformed(to), ink)
    pen.part(circle(0, -170, 104).transformed(to), ink)


def _castle(pen: Pen, to: Transform, ink: str) -> None:
    pen.part(
        Path.parse(
            "M-130 -140L-140 -310L-80 -310L-80 -260L-34 -260L-34 -310L34 -310L34 -260L80 -260L80 -310L140 -310L130 -140Z"
        ).transformed(to),
        ink,
    )


def _mitre(pen: Pen, to: Transform, ink: str) -> None:
    pen.part(rounded_rect(-90, -150, 180, 46, 22).transformed(to), ink)
    pen.part(Path.parse("M0 -400C90 -330 120 -250 70 -150L-70 -150C-120 -250 -90 -330 0 -400Z").transformed(to), ink)
    pen.canvas.stroke(Path.parse("M60 -330L0 -230").transformed(to), INK, 15)
    pen.part(circle(0, -410, 30).transformed(to), ink)


def _coronet(pen: Pen, to: Transform, ink: str) -> None:
    pen.part(
        Path.parse("M-90 -180L-150 -390L-76 -310L-40 -420L0 -320L40 -420L76 -310L150 -390L90 -180Z").transformed(to),
        ink,
    )
    for x, y in ((-150, -400), (-42, -432), (42, -432), (150, -400)):
        pen.part(circle(x, y, 24).transformed(to), ink)


def _cross(pen: Pen, to: Transform, ink: str) -> None:
    pen.part(Path.parse("M-90 -200L-130 -340Q0 -400 130 -340L90 -200Z").transformed(to), ink)
    pen.part(
        Path.parse(
            "M-22 -370L-22 -420L-66 -420L-66 -464L-22 -464L-22 -510L22 -510L22 -464L66 -464L66 -420L22 -420L22 -370Z"
        ).transformed(to),
        ink,
    )


def _eye(pen: Pen, to: Transform, ink: str) -> None:
    light = "#fdfbf6" if ink == _BLACK else INK
    pen.canvas.fill(circle(-54, -170, 18).transformed(to), light)
    pen.canvas.stroke(
        Path.parse("M70 -270C130 -200 130 -80 100 40").transformed(to),
        pale(ink, 0.35) if ink == _BLACK else deep(ink, 0.3),
        16,
    )


_CROWNS: Mapping[str, Callable[[Pen, Transform, str], None]] = {
    "head": _round_head,
    "castle": _castle,
    "mitre": _mitre,
    "coronet": _coronet,
    "cross": _cross,
    "eye": _eye,
}


def _one_piece(name: str, ink: str = _BLACK) -> Draw:
    return fitted(lambda pen: piece(pen, name, C, 1000, 1.3, ink))


def _row(names: tuple[str, ...], inks: tuple[str, ...]) -> Draw:
    """Side by side, overlapping a little."""

    def draw(pen: Pen) -> None:
        for k, name in enumerate(names):
            piece(pen, name, 330 * k, 1000, 0.86, inks[k % len(inks)])

    return fitted(draw)


def _two_rows(pen: Pen) -> None:
    for row, names in enumerate((("king", "queen", "bishop"), ("knight", "rook", "pawn"))):
        for k, name in enumerate(names):
            piece(pen, name, 430 * k, 760 + 660 * row, 0.86, (_BLACK, _IVORY)[(k + row) % 2])


def _chess_board(pen: Pen) -> None:
    shape(pen, "M512 330L1010 600L512 880L14 600Z", _WOOD)
    for i in range(6):
        for j in range(6):
            x, y = C + (i - j) * 75, 372 + (i + j) * 41.5
            mark(
                pen,
                f"M{x} {y}L{x + 75} {y + 41.5}L{x} {y + 83}L{x - 75} {y + 41.5}Z",
                _CREAM if (i + j) % 2 else "#6b4128",
            )
    shape(pen, "M14 600L512 880L512 950L14 670Z", deep(_WOOD, 0.2))
    shape(pen, "M1010 600L512 880L512 950L1010 670Z", deep(_WOOD, 0.35))
    for name, x, foot, ink in (("queen", 400, 560, _BLACK), ("knight", 660, 610, _IVORY), ("pawn", 480, 740, _IVORY)):
        piece(pen, name, x, foot, 0.62 if name != "pawn" else 0.5, ink)


def _cube(pen: Pen) -> None:
    faces = (
        ("M512 40L940 250L512 460L84 250Z", "top"),
        ("M84 250L512 460L512 980L84 770Z", "left"),
        ("M940 250L512 460L512 980L940 770Z", "right"),
    )
    inks = ("#d9403a", "#f3bf4b", "#4f9a5c", "#3f6fa8", "#ee8a3c", "#fdfbf6")
    frames = {
        "top": ((512, 40), (428, 210), (-428, 210)),
        "left": ((84, 250), (428, 210), (0, 520)),
        "right": ((512, 460), (428, -210), (0, 520)),
    }
    seed = 0
    for d, name in faces:
        shape(pen, d, _TYRE)
        (ox, oy), (ux, uy), (vx, vy) = frames[name]
        for i in range(3):
            for j in range(3):
                corners = [
                    (ox + ux * a / 3 + vx * b / 3, oy + uy * a / 3 + vy * b / 3)
                    for a, b in ((i + 0.08, j + 0.08), (i + 0.92, j + 0.08), (i + 0.92, j + 0.92), (i + 0.08, j + 0.92))
                ]
                pen.canvas.fill(Path.lines(corners), inks[(seed * 5 + i * 2 + j * 3 + seed // 4) % 6])
                seed += 1


def _brick(pen: Pen) -> None:
    shape(pen, "M80 420L560 300L960 420L960 760L480 900L80 760Z", "#d9403a")
    shape(pen, "M80 420L480 540L480 900L80 760Z", "#d9403a")
    shape(pen, "M960 420L480 540L480 900L960 760Z", deep("#d9403a", 0.2))
    shape(pen, "M80 420L560 300L960 420L480 540Z", pale("#d9403a", 0.14))
    for x, y in ((560, 370), (350, 415), (720, 425), (520, 475)):
        shape(
            pen,
            f"M{x - 80} {y}L{x - 80} {y - 60}Q{x} {y - 110} {x + 80} {y - 60}L{x + 80} {y}Q{x} {y + 50} {x - 80} {y}Z",
            "#d9403a",
        )
        pen.part(oval(x, y - 62, 80, 34), pale("#d9403a", 0.2))


_ALL_COLOURS = ("#f3bf4b", "#3f9fc0", "#8468c0", "#4f9a5c", "#e0475c")


def _balloons(pen: Pen, inks: Sequence[str] = _ALL_COLOURS) -> None:
    places = ((250, 330), (774, 330), (400, 500), (640, 500), (C, 250))
    for (x, y), ink in zip(places, inks, strict=True):
        line(pen, f"M{x} {y + 200}Q{C + 0.3 * (x - C)} 800 {C} 1000", 9)
        shape(pen, f"M{x - 30} {y + 220}L{x} {y + 176}L{x + 30} {y + 220}Z", ink)
        pen.part(oval(x, y, 160, 194), ink)
        glint(pen, x - 66, y - 80, 26, 50, 28, pale(ink, 0.6))


def _gold_balloons(pen: Pen) -> None:
    for x, y, ink in ((270, 330, "#e9b93f"), (754, 330, "#f3d27a"), (C, 260, "#d99b2a")):
        line(pen, f"M{x} {y + 230}Q{C + 0.3 * (x - C)} 800 {C} 1000", 9)
        shape(pen, f"M{x - 30} {y + 250}L{x} {y + 206}L{x + 30} {y + 250}Z", ink)
        pen.part(oval(x, y, 190, 226), ink)
        glint(pen, x - 80, y - 90, 28, 56, 28, "#fdf3cf")


def _pinata(pen: Pen) -> None:
    inks = ("#e0475c", "#f3bf4b", "#4f9a5c", "#3f9fc0", "#8468c0")
    body = Path.parse(
        "M180 420L320 420C330 300 300 220 340 120L400 200L440 100L490 210C560 240 580 330 560 400L860 400Q930 410 930 480L910 960L800 960L780 720L420 720L400 960L290 960L280 620C200 640 120 600 120 520Q130 440 180 420Z"
    )
    pen.part(body, inks[0])
    with pen.canvas.group(body):
        for k in range(12):
            y = 90 + 76 * k
            pen.canvas.fill(rounded_rect(0, y, 1024, 76, 0), inks[k % 5])
            for j in range(18):
                pen.canvas.fill(
                    Path.parse(f"M{60 * j} {y + 70}L{60 * j + 30} {y + 110}L{60 * j + 60} {y + 70}Z"), inks[k % 5]
                )
    pen.canvas.stroke(body, INK, 16)
    dot(pen, 360, 380, 30, INK)
    dot(pen, 350, 370, 10, "#fdfbf6")
    shape(pen, "M920 500C1000 560 1010 660 980 740C950 680 920 640 900 620Z", inks[1])


def _awareness_ribbon(pen: Pen) -> None:
    for d in (
        "M330 1000C420 760 640 560 660 300C670 120 590 40 512 40",
        "M694 1000C604 760 384 560 364 300C354 120 434 40 512 40",
    ):
        path = Path.parse(d)
        pen.canvas.stroke(path, INK, 148)
        pen.canvas.stroke(path, "#f07fa3", 130)
    for d in ("M694 1000C604 760 384 560 364 300C354 120 434 40 512 40",):
        pen.canvas.stroke(Path.parse(d), "#f8a9c0", 26)


def _frisbee(pen: Pen) -> None:
    """Tilted in flight, its rim below."""
    pen.part(oval(C, 560, 490, 250, -14), deep(RED, 0.3))
    pen.part(oval(C, 500, 490, 240, -14), RED)
    pen.canvas.stroke(oval(C, 496, 380, 172, -14), pale(RED, 0.45), 26)
    pen.canvas.stroke(oval(C, 496, 250, 104, -14), deep(RED, 0.2), 16)


def _prize_rosette(pen: Pen) -> None:
    """Pleats around a gold middle, and two tails."""
    for side in SIDES:
        tail = Path.parse("M40 560L300 980L200 950L150 1020L0 640Z")
        pen.part(tail.transformed(Transform.scale(side, 1).then(Transform.move(C, 0))), deep(BLUE, 0.2))
    pen.part(circle(C, 400, 380), BLUE)
    for k in range(24):
        x, y = polar(C, 400, 360, 15 * k)
        inner = polar(C, 400, 250, 15 * k)
        pen.canvas.stroke(Path.lines([inner, (x, y)], closed=False), deep(BLUE, 0.34), 13)
    pen.part(circle(C, 400, 250), CREAM)
    pen.part(circle(C, 400, 196), GOLD)
    pen.canvas.fill(Path.parse("M470 340L530 290L564 290L564 520L508 520L508 362L478 384Z"), deep(GOLD, 0.5))


def _yoga_mat(pen: Pen) -> None:
    shape(pen, "M180 560L820 420L820 620L180 780Z", "#8468c0")
    for x, y in ((330, 0), (660, -70)):
        slab(pen, x, 560 + y, 60, 190, "#f3bf4b", 10)
    disc(pen, 180, 670, 130, "#9a80d0")
    for r in (92, 58, 24):
        pen.canvas.stroke(circle(180, 670, r), "#5f479a", 18)


LEISURE: Mapping[str, Draw] = {
    "tennis racket": _racket_and_balls(1),
    "tennis racket and two balls": _racket_and_balls(2),
    "crossed tennis rackets": fitted(_crossed_rackets),
    "dumbbell": fitted(_dumbbell),
    "bow and arrow": fitted(_bow_and_arrow),
    "target": lambda pen: _target(pen, arrow=False),
    "target with an arrow": fitted(_target),
    "boxing gloves": _boxing_gloves("#d9332e"),
    "bowling pins": fitted(_three_pins),
    "bowling strike": fitted(_strike),
    "bowling pins and ball": fitted(_pins_and_ball),
    "eight ball": _eight_ball,
    "billiard balls": fitted(_billiards),
    "chess pieces": fitted(_two_rows),
    "chess knight and queen": _row(("knight", "queen"), (_BLACK, _IVORY)),
    "chess king and queen": _row(("king", "queen"), (_BLACK, _IVORY)),
    "chess rook": _one_piece("rook"),
    "chess bishop": _one_piece("bishop"),
    "chess knight": _one_piece("knight"),
    "chess king": _one_piece("king"),
    "chess queen": _one_piece("queen", _IVORY),
    "chess pawn": _one_piece("pawn"),
    "chess board": fitted(_chess_board),
    "rubiks cube": _cube,
    "building brick": fitted(_brick),
    "bunch of balloons": fitted(_balloons),
    "matching balloons": fitted(partial(_balloons, inks=5 * ("#e0475c",))),
    "gold balloons": fitted(_gold_balloons),
    "pinata": fitted(_pinata),
    "awareness ribbon": fitted(_awareness_ribbon),
    "yoga mat": fitted(_yoga_mat),
    "frisbee": fitted(_frisbee),
    "prize rosette": fitted(_prize_rosette),
}
