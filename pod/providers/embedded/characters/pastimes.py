"""Games and idle hours: cards, chess, darts, bowling, a pan that tosses, hands that say something, a shower. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.bodies import arm_paint
from pod.providers.embedded.characters.gestures import AT_MOUTH, REACHED, WAVED
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _BLUE, _ORANGE, _WHITE = "#3d3a48", "#4f9fc0", "#ee8a3c", "#fdfbf6"


def hand_of_cards(pen: Pen) -> None:
    """A fan of five before the belly, their faces to whoever looks."""
    for k in range(5):
        to = Transform.rotate(-32 + 16 * k, (MIDDLE_X, 930))
        pen.part(rounded_rect(MIDDLE_X - 62, 640, 124, 180, 14).transformed(to), _WHITE)
        if k % 2:
            diamond = [(MIDDLE_X, 668), (MIDDLE_X + 24, 704), (MIDDLE_X, 740), (MIDDLE_X - 24, 704)]
            pen.canvas.fill(Path.lines(diamond).transformed(to), _DARK)
        else:
            pen.canvas.fill(heart(MIDDLE_X, 706, 56).transformed(to), _RED)


def chess_board(pen: Pen) -> None:
    """On a table, with pieces of both sides."""
    pen.part(Path.parse("M90 860L934 860L1044 1060L-20 1060Z"), _WOOD)
    for row in range(4):
        y0, y1 = 872 + 44 * row, 872 + 44 * (row + 1)
        left0, left1 = 120 - 24 * row, 120 - 24 * (row + 1)
        for k in range(8):
            w0, w1 = (1024 - 2 * left0) / 8, (1024 - 2 * left1) / 8
            square = [
                (left0 + w0 * k, y0),
                (left0 + w0 * (k + 1), y0),
                (left1 + w1 * (k + 1), y1),
                (left1 + w1 * k, y1),
            ]
            pen.canvas.fill(Path.lines(square), _CREAM if (row + k) % 2 else "#6b4632")
    for x, y, ink, tall in (
        (250, 940, _DARK, 150),
        (400, 910, _DARK, 110),
        (620, 910, _WHITE, 110),
        (780, 940, _WHITE, 150),
        (520, 1010, _WHITE, 110),
    ):
        _piece(pen, x, y, ink, tall)
    pen.part(rounded_rect(-50, 1050, 1124, 60, 24), mix(_WOOD, INK, 0.25))


def _piece(pen: Pen, x: float, y: float, ink: str, tall: float) -> None:
    body = f"M{x - 44} {y}L{x - 20} {y - tall * 0.6}L{x + 20} {y - tall * 0.6}L{x + 44} {y}Z"
    pen.part(Path.parse(body), ink)
    pen.part(circle(x, y - tall * 0.7, 32), ink)
    if tall > 120:
        pen.part(rounded_rect(x - 9, y - tall - 20, 18, 64, 6), ink)
        pen.part(rounded_rect(x - 26, y - tall, 52, 18, 6), ink)


def dart_board(pen: Pen) -> None:
    """On the right, a dart in its middle and one in the hand."""
    effects.floor(pen)
    for r, ink in ((230, _DARK), (190, _CREAM), (140, _RED), (92, _CREAM), (46, "#4f9a5c")):
        pen.part(circle(1180, 420, r), ink)
    _dart(pen, 1150, 424)


def dart(pen: Pen) -> None:
    _dart(pen, WAVED[0] + 60, WAVED[1] - 60)


def _dart(pen: Pen, x: float, y: float) -> None:
    pen.part(limb([(x - 150, y), (x, y)], 13, 8), _STEEL)
    for lift in (-1.0, 1.0):
        pen.part(Path.lines([(x - 100, y), (x - 180, y + lift * 56), (x - 200, y + lift * 30), (x - 150, y)]), _GOLD)


def bowling_lane(pen: Pen) -> None:
    """Pins on the right."""
    effects.floor(pen)
    for x, y in ((1130, 960), (1060, 1040), (1210, 1040)):
        pin = f"M{x - 50} {y}C{x - 76} {y - 110} {x - 20} {y - 170} {x - 24} {y - 220}C{x - 30} {y - 290} {x + 30} {y - 290} {x + 24} {y - 220}C{x + 20} {y - 170} {x + 76} {y - 110} {x + 50} {y}Z"
        pen.part(Path.parse(pin), _WHITE)
        pen.canvas.fill(rect(x - 24, y - 206, 48, 18), _RED)


def bowling_ball(pen: Pen) -> None:
    x, y = REACHED[0] + 20, REACHED[1] + 50
    pen.part(circle(x, y, 100), "#4f5fa8")
    for dx, dy in ((-20, -40), (22, -44), (4, -8)):
        pen.canvas.fill(circle(x + dx, y + dy, 13), INK)


def tossing_pan(pen: Pen) -> None:
    x, y = WAVED
    pen.part(limb([(x - 20, y + 60), (x + 40, y - 40)], 18, 16), _WOOD)
    pen.part(
        Path.parse(
            f"M{x - 100} {y - 70}L{x + 240} {y - 70}Q{x + 220} {y + 10} {x + 150} {y + 10}L{x - 20} {y + 10}Q{x - 90} {y + 10} {x - 100} {y - 70}Z"
        ),
        _DARK,
    )
    pen.part(oval(x + 70, y - 70, 172, 26), mix(_DARK, _CREAM, 0.2))


def thumb_up(pen: Pen) -> None:
    """A fist as large as it has to be to be read."""
    x, y = WAVED
    ink = arm_paint(pen) if pen.species.arms != "sleeve" else pen.species.base
    pen.part(rounded_rect(x - 40, y - 210, 70, 170, 34), ink)
    pen.part(rounded_rect(x - 90, y - 110, 190, 160, 56), ink)
    for k in range(3):
        pen.canvas.stroke(Path.lines([(x + 10, y - 64 + 38 * k), (x + 88, y - 64 + 38 * k)], closed=False), INK, 9)


def finger(pen: Pen) -> None:
    """Upright before the lips."""
    x, y = AT_MOUTH
    ink = arm_paint(pen) if pen.species.arms != "sleeve" else pen.species.base
    pen.part(limb([(x - 90, y - 10), (x - 100, y - 110)], 25, 22), ink)
    pen.part(rounded_rect(x - 130, y - 50, 120, 100, 44), ink)


def two_fingers(pen: Pen) -> None:
    x, y = WAVED
    ink = arm_paint(pen) if pen.species.arms != "sleeve" else pen.species.base
    for lean in (-48, 48):
        pen.part(limb([(x, y - 30), (x + lean, y - 200)], 32, 28), ink)
    pen.part(rounded_rect(x - 84, y - 96, 168, 148, 58), ink)
    pen.canvas.stroke(Path.parse(f"M{x - 70} {y - 10}Q{x - 10} {y - 50} {x + 50} {y - 10}"), INK, 9)


def confetti(pen: Pen) -> None:
    spots = (
        *(
            (60, 120, _RED, 20),
            (180, -20, _GOLD, -30),
            (330, 60, _TEAL, 60),
            (700, 10, _BLUE, -50),
            (860, 90, _RED, 30),
        ),
        *(
            (980, 220, _GOLD, 70),
            (20, 380, _BLUE, -20),
            (1010, 460, _TEAL, 40),
            (512, -60, _ORANGE, 10),
            (110, 620, _GOLD, 50),
        ),
        *((930, 680, _RED, -40), (240, 240, _ORANGE, -60), (800, 280, _GOLD, 20)),
    )
    for x, y, ink, turn in spots:
        pen.part(rounded_rect(x - 26, y - 12, 52, 24, 6).transformed(Transform.rotate(turn, (x, y))), ink)


def shower_behind(pen: Pen) -> None:
    """Tiles, a pipe and a head over somebody's own."""
    pen.part(rounded_rect(40, -260, 944, 1340, 40), "#d6ecf2")
    for k in range(1, 5):
        pen.canvas.fill(rect(40, -260 + 268 * k, 944, 8), _WHITE)
        pen.canvas.fill(rect(40 + 189 * k, -260, 8, 1340), _WHITE)
    pipe = Path.parse("M900 700L900 -160Q900 -210 850 -210L512 -210")
    pen.canvas.stroke(pipe, INK, 44)
    pen.canvas.stroke(pipe, _STEEL, 26)
    pen.part(Path.parse("M470 -226L554 -226L660 -110L364 -110Z"), _STEEL)


def shower_front(pen: Pen) -> None:
    for x, y in (
        (300, 0),
        (410, 60),
        (512, -20),
        (620, 60),
        (730, 0),
        (230, 200),
        (800, 200),
        (180, 420),
        (850, 440),
        (240, 620),
        (790, 640),
    ):
        drop = Path.parse("M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z")
        pen.part(drop.transformed(Transform.move(x, y)), "#7cc4ea")
    for x, y, r in ((250, 1040, 70), (380, 1060, 84), (512, 1050, 76), (650, 1062, 84), (780, 1040, 68)):
        pen.part(circle(x, y, r), "#f1fafa")


def toilet_behind(pen: Pen) -> None:
    pen.part(rounded_rect(230, 520, 564, 330, 40), _WHITE)
    pen.part(rounded_rect(206, 480, 612, 70, 28), "#e9edf0")
    pen.part(oval(MIDDLE_X, 780, 330, 190), "#e9edf0")


def toilet_front(pen: Pen) -> None:
    """The bowl, from before."""
    pen.part(
        Path.parse(
            "M180 950Q512 1060 844 950C840 1060 760 1110 680 1130L700 1240L324 1240L344 1130C264 1110 184 1060 180 950Z"
        ),
        _WHITE,
    )
    pen.part(Path.parse("M160 920Q512 1030 864 920Q880 960 850 976Q512 1084 174 976Q144 960 160 920Z"), "#e9edf0")


def treat_bucket(pen: Pen) -> None:
    """A pumpkin with a handle, sweets on top."""
    x, y = REACHED[0] + 10, REACHED[1] + 170
    pen.canvas.stroke(
        Path.parse(f"M{x - 90} {y - 40}C{x - 90} {y - 190} {x + 90} {y - 190} {x + 90} {y - 40}"), INK, 20
    )
    for dx, ink in ((-60, _RED), (0, "#8468c0"), (56, _TEAL)):
        pen.part(circle(x + dx, y - 70, 40), ink)
    for dx, rx in ((-70, 70), (70, 70), (0, 80)):
        pen.part(oval(x + dx, y + 20, rx, 106), _ORANGE)
    for side in SIDES:
        ex = x + side * 46
        pen.canvas.fill(Path.lines([(ex - 26, y + 16), (ex + 26, y + 16), (ex, y - 30)]), INK)
    pen.canvas.fill(
        Path.parse(f"M{x - 70} {y + 44}Q{x} {y + 110} {x + 70} {y + 44}Q{x} {y + 70} {x - 70} {y + 44}Z"), INK
    )
