"""What is done in the air or at the end of a race: a dunk, jumps on boards, the finish line; and the number on a jersey.
Original art."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import boards, effects
from pod.providers.embedded.characters.action import Action
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.gestures import WAVED
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, Pen, limb, oval
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.stage import ANYWHERE, Stage

_STEEL, _CREAM, _RED, _ORANGE, _SNOW = "#a9b3c2", "#fbf2df", "#d9503f", "#ee8434", "#f4fbfb"


# --- a dunk


def _hoop(pen: Pen) -> None:
    """Its rim where the raised hand comes down, its post far below the feet."""
    x, y = WAVED[0] + 150, WAVED[1] - 6
    effects.below_a_jump(pen)
    pen.part(rounded_rect(x + 176, y - 60, 46, 1080, 18), _STEEL)
    pen.part(rounded_rect(x - 30, y - 320, 300, 300, 20), _CREAM)
    pen.canvas.fill(rounded_rect(x + 40, y - 220, 170, 140, 6), _RED)
    pen.canvas.fill(rounded_rect(x + 58, y - 202, 134, 104, 4), _CREAM)
    for dx in (-96, -48, 0, 48, 96):
        for lean in (30, -30):
            line = Path.lines([(x + dx, y + 6), (x + dx * 0.6 + lean, y + 150)], closed=False)
            pen.canvas.stroke(line, INK, 18)
            pen.canvas.stroke(line, _SNOW, 9)
    pen.part(oval(x, y, 132, 26), _ORANGE)


def _ball_over_the_rim(pen: Pen) -> None:
    x, y = WAVED[0] + 96, WAVED[1] - 130
    pen.part(circle(x, y, 116), _ORANGE)
    for d in ("M-116 0L116 0", "M0 -116L0 116", "M-80 -84Q-22 0 -80 84", "M80 -84Q22 0 80 84"):
        pen.canvas.stroke(Path.parse(d).transformed(Transform.move(x, y)), INK, 11)


# --- the end of a race


_NEAR, _FAR = -150.0, 1174.0


def _gate(pen: Pen) -> None:
    effects.floor(pen)
    for x in (_NEAR, _FAR):
        pen.part(rounded_rect(x - 30, -230, 60, 1290, 20), _RED)
    banner = rect(_NEAR - 30, -250, _FAR - _NEAR + 60, 190)
    pen.part(banner, _SNOW)
    with pen.canvas.group(banner):
        for row in range(3):
            for column in range(24):
                if (row + column) % 2:
                    pen.canvas.fill(rect(_NEAR - 30 + 58 * column, -250 + 64 * row, 58, 64), INK)


def _ribbon(pen: Pen) -> None:
    """Across the chest, its ends torn and flying."""
    for d in (
        "M330 740C180 700 60 800 -90 730L-80 800C60 870 190 780 330 820Z",
        "M694 740C840 700 960 800 1110 730L1100 800C960 870 840 780 694 820Z",
    ):
        pen.part(Path.parse(d), mix(_RED, "#ffffff", 0.1))
    pen.part(Path.parse("M316 730Q512 790 708 730L708 812Q512 872 316 812Z"), _RED)


FINISH = Stage(
    Pose("juggle", "stride"),
    _gate,
    _ribbon,
    ("finish line", "finishing line", "finish line tape"),
    ANYWHERE,
)


def _beam(pen: Pen) -> None:
    """Padded, on two trestles, under bare feet."""
    for x in (0.0, 1024.0):
        for side in (-1.0, 1.0):
            pen.part(limb([(x, 1090), (x + side * 90, 1330)], 22, 22), _STEEL)
    pen.part(rounded_rect(-190, 1022, 1404, 76, 26), "#c98a5a")
    pen.canvas.fill(rounded_rect(-176, 1034, 1376, 16, 8), "#e3b48a")


BEAM = Stage(
    Pose("balance", "stand"),
    front=_beam,
    words=("balance beam", "beam"),
    leads=frozenset({"on", "upon", "across", "along"}),
)

STUNTS: Mapping[str, Action] = {
    "dunking": Action(
        ("dunking", "dunks", "dunking a basketball", "slam dunk", "slam dunking", "dunking the ball"),
        Pose("wave", "leap"),
        _hoop,
        over=_ball_over_the_rim,
        lean=6,
    ),
}
"""By name."""


# --- in the air on something


def _flying_board(pen: Pen) -> None:
    boards.snowboard_deck(pen)
    for x, y, r in ((160, 1190, 40), (80, 1130, 26), (300, 1230, 30), (20, 1210, 18)):
        pen.part(circle(x, y, r), _SNOW)


IN_THE_AIR: Mapping[str, Stage] = {
    "snowboard": replace(RIDES["snowboard"], front=_flying_board),
    **{name: RIDES[name] for name in ("skateboard", "roller skates", "bicycle", "motorcycle", "skis")},
}
"""What is jumped with, by name; a jump tilts all of it."""

TILT = -14.0


# --- numbers


_DIGITS: Mapping[str, str] = {
    "0": "M-30 -44Q-30 -66 0 -66Q30 -66 30 -44L30 44Q30 66 0 66Q-30 66 -30 44Z",
    "1": "M-22 -46L6 -66L6 66",
    "2": "M-30 -38Q-30 -66 0 -66Q30 -66 30 -36Q30 -10 -30 66L32 66",
    "3": "M-30 -46Q-22 -66 0 -66Q28 -66 28 -36Q28 -6 -6 -4Q30 -4 30 32Q30 66 0 66Q-24 66 -32 44",
    "4": "M16 66L16 -66L-34 26L36 26",
    "5": "M28 -66L-24 -66L-28 -10Q-10 -22 4 -22Q32 -20 32 22Q32 66 -2 66Q-24 66 -32 46",
    "6": "M24 -62Q-30 -50 -30 24Q-30 66 0 66Q30 66 30 26Q30 -12 0 -12Q-24 -12 -30 16",
    "7": "M-32 -66L32 -66L-8 66",
    "8": "M0 -6Q-28 -10 -28 -36Q-28 -66 0 -66Q28 -66 28 -36Q28 -10 0 -6Q32 -2 32 32Q32 66 0 66Q-32 66 -32 32Q-32 -2 0 -6Z",
    "9": "M-24 62Q30 50 30 -24Q30 -66 0 -66Q-30 -66 -30 -26Q-30 12 0 12Q24 12 30 -16",
}
MOST_DIGITS = 2


def number_on_the_chest(pen: Pen, number: str, ink: str) -> None:
    """In strokes, one or two digits."""
    step = 92.0
    for at, digit in enumerate(number):
        x = MIDDLE_X + (at - (len(number) - 1) / 2) * step
        pen.canvas.stroke(Path.parse(_DIGITS[digit]).transformed(Transform.move(x, 806)), ink, 26)
