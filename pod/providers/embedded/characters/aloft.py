"""Sports with air or water under somebody: canopies, a delta wing, a cable, a cord, a sail, a curling stone. Rows of actions."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.action import Action
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.moods import JOLLY
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _WATER, _WHITE = "#3d3a48", "#6fb7d6", "#fdfbf6"


def _canopy(pen: Pen) -> None:
    """Gores in two inks over the head, its lines to the shoulders."""
    for side in SIDES:
        for out in (560, 300):
            pen.canvas.stroke(Path.lines([at(side, out, -180), at(side, 120, 690)], closed=False), INK, 11)
    dome = "M-110 -150C-70 -640 1094 -640 1134 -150Q1030 -230 926 -150Q822 -230 718 -150Q615 -230 512 -150Q409 -230 306 -150Q202 -230 98 -150Q-6 -230 -110 -150Z"
    pen.part(Path.parse(dome), _RED)
    with pen.canvas.group(Path.parse(dome)):
        for left, right, lean in ((98, 306, -1.0), (718, 926, 1.0)):
            x = MIDDLE_X + lean * 40
            pen.canvas.fill(
                Path.parse(f"M{left} -130Q{left - lean * 10} -480 {x} -560Q{right} -480 {right} -130Z"), _CREAM
            )


def _delta_wing(pen: Pen) -> None:
    for side in SIDES:
        pen.canvas.stroke(Path.lines([at(side, 260, 60), at(side, 200, 430)], closed=False), INK, 14)
    wing = "M512 -330L1360 90Q1130 40 940 110Q720 60 512 120Q304 60 84 110Q-106 40 -336 90Z"
    pen.part(Path.parse(wing), _GOLD)
    with pen.canvas.group(Path.parse(wing)):
        pen.canvas.fill(Path.parse("M512 -330L760 -210L620 130L404 130L264 -210Z"), _RED)
    pen.part(rounded_rect(250, 180, 524, 36, 16), _STEEL)


def _cable(pen: Pen) -> None:
    """It runs down to the right, a pulley on it over the hands."""
    line = Path.lines([(-330, -10), (1354, 190)], closed=False)
    pen.canvas.stroke(line, INK, 34)
    pen.canvas.stroke(line, _STEEL, 16)
    for side in SIDES:
        pen.canvas.stroke(Path.lines([(MIDDLE_X, 110), at(side, 322, 226)], closed=False), INK, 18)
    pen.part(circle(MIDDLE_X, 92, 62), _RED)
    pen.canvas.fill(circle(MIDDLE_X, 92, 22), _CREAM)
    for y, x in ((520, -260), (640, -310), (760, -270)):
        pen.part(limb([(x, y - 30), (x + 200, y)], 9, 16), _CREAM)


def _cord(pen: Pen) -> None:
    """From above down to the feet of whoever hangs there."""
    pen.canvas.stroke(Path.parse("M540 300C420 420 640 560 480 700C400 800 600 880 512 1000"), INK, 34)
    pen.canvas.stroke(Path.parse("M540 300C420 420 640 560 480 700C400 800 600 880 512 1000"), _RED, 16)
    pen.part(rounded_rect(120, 240, 840, 70, 20), _WOOD)
    for x in (240, 840):
        pen.part(rounded_rect(x - 20, 120, 40, 130, 10), _WOOD)
    pen.part(rounded_rect(120, 96, 840, 36, 14), _WOOD)


def _sail(pen: Pen) -> None:
    """On its mast at the right, its boom in both hands."""
    pen.part(limb([(880, -250), (960, 1040)], 17, 19), _WOOD)
    sail = Path.parse("M884 -240Q1380 260 1330 800Q1120 860 940 800Z")
    pen.part(sail, _RED)
    with pen.canvas.group(sail):
        pen.canvas.fill(Path.parse("M880 260L1400 300L1400 520L880 480Z"), _CREAM)


def _board_on_water(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X + 100, 1120, 860, 96), _WATER)
    board = Path.parse(
        "M-90 1060Q-40 1010 60 1020L1100 1020Q1240 1020 1290 970Q1290 1090 1130 1100L60 1100Q-60 1100 -90 1060Z"
    )
    pen.part(board, _GOLD)
    for x, w in ((-150, 200), (320, 260), (900, 240)):
        pen.canvas.stroke(Path.parse(f"M{x} 1150Q{x + w / 2} 1120 {x + w} 1150"), _WHITE, 14)


def _towed(pen: Pen) -> None:
    """On two skis over water, a rope ahead."""
    pen.part(oval(MIDDLE_X, 1110, 700, 90), _WATER)
    for side in SIDES:
        x = MIDDLE_X + side * 140
        pen.part(
            Path.parse(
                f"M{x - 230} 1060L{x + 170} 1060Q{x + 250} 1050 {x + 270} 990Q{x + 300} 1100 {x + 170} 1100L{x - 230} 1100Z"
            ),
            _RED,
        )
    for x, y, turn in ((-90, 960, -50), (-20, 900, -30), (-150, 1020, -70)):
        drop = Path.parse("M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z")
        pen.part(drop.transformed(Transform.rotate(turn, (0, 0)).then(Transform.move(x, y))), "#8fd0e3")
    pen.canvas.stroke(Path.lines([(862, 760), (1360, 640)], closed=False), INK, 18)
    pen.part(limb([(856, 690), (880, 830)], 20, 20), _DARK)


def _stone_and_broom(pen: Pen) -> None:
    """The stone ahead on the ice, and the broom that sweeps before it."""
    pen.part(limb([(838, 470), (900, 990)], 17, 17), _WOOD)
    pen.part(rounded_rect(820, 980, 200, 60, 20), _RED)
    pen.part(rounded_rect(1080, 940, 260, 110, 54), "#8b93a3")
    pen.canvas.fill(rounded_rect(1084, 984, 252, 22, 10), mix("#8b93a3", INK, 0.4))
    grip = Path.parse("M1160 940L1160 890L1270 890")
    pen.canvas.stroke(grip, INK, 26 + 2 * LINE)
    pen.canvas.stroke(grip, _RED, 26)


ALOFT_ACTIONS: Mapping[str, Action] = {
    "parachuting": Action(
        (
            *("parachuting", "parachutes", "parachutist", "skydiving", "skydives", "skydiver", "sky diving"),
            *("paragliding", "paraglider", "paraglides", "parasailing", "base jumping", "with a parachute"),
        ),
        Pose("juggle", "leap"),
        _canopy,
        mood=JOLLY,
    ),
    "hang gliding": Action(("hang gliding", "hang glider", "hang-gliding"), Pose("overhead", "leap"), _delta_wing),
    "ziplining": Action(
        ("ziplining", "zip lining", "zip line", "zipline", "on a zipline", "on a zip line", "ziplines"),
        Pose("overhead", "leap"),
        _cable,
        mood=JOLLY,
    ),
    "bungee jumping": Action(
        ("bungee jumping", "bungee", "bungee jumper", "bungee jump"),
        Pose("juggle", "stand"),
        _cord,
        lean=180,
        mood=JOLLY,
    ),
    "windsurfing": Action(
        ("windsurfing", "windsurfer", "windsurfs", "wind surfing", "wing foiling"),
        Pose("pole", "stand"),
        _sail,
        _board_on_water,
    ),
    "water skiing": Action(
        ("water skiing", "waterskiing", "water skis", "wakeboarding", "water-skiing"),
        Pose("push", "stand"),
        front=_towed,
    ),
    "curling": Action(
        ("curling", "playing curling", "curling stone"), Pose("pole", "stand"), effects.ice, _stone_and_broom
    ),
}
"""By name."""
