"""What two do against each other, each on their own half: tug of war, pillow, snowball and water fights, arm wrestling, swords.
Original art; the one on the right is seen the other way round (`FACE_TO_FACE`)."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.gestures import REACHED, WAVED
from pod.providers.embedded.characters.moods import JOLLY
from pod.providers.embedded.characters.pen import INK, Pen, limb, oval

_CREAM, _ROPE, _SNOW, _BLUE, _STEEL, _WOOD, _RED = (
    "#fbf4e6",
    "#d9b27a",
    "#f4fbfb",
    "#7cc4ea",
    "#c3ccd8",
    "#a9713f",
    "#d9503f",
)


def _rope(pen: Pen) -> None:
    """Out of both hands to where the other's begins, its end hanging down behind."""
    pen.part(limb([(330, 790), (1010, 764)], 20, 20), _ROPE)
    pen.part(limb([(330, 790), (250, 900), (270, 1000)], 20, 18), _ROPE)
    for x in range(380, 1000, 70):
        pen.canvas.stroke(Path.lines([(x - 12, 776), (x + 12, 800)], closed=False), mix(_ROPE, INK, 0.4), 9)
    pen.part(Path.lines([(960, 740), (1010, 740), (1010, 860), (985, 830), (960, 860)]), _RED)


def _pillow(pen: Pen) -> None:
    """In the raised hand, feathers flying."""
    x, y = WAVED
    turn = Transform.rotate(24, (x, y - 90))
    pillow = Path.parse(
        f"M{x - 170} {y - 230}Q{x} {y - 190} {x + 170} {y - 230}Q{x + 140} {y - 90} {x + 170} {y + 40}Q{x} {y} {x - 170} {y + 40}Q{x - 140} {y - 90} {x - 170} {y - 230}Z"
    )
    pen.part(pillow.transformed(turn), _SNOW)
    for dx in (-80, 0, 80):
        seam = Path.lines([(x + dx, y - 196), (x + dx, y + 6)], closed=False).transformed(turn)
        pen.canvas.stroke(seam, "#9cc3dd", 14)
    for dx, dy, tilt in ((220, -260, 30), (270, -60, -40), (160, 120, 80), (-260, -250, 10)):
        feather = oval(x + dx, y + dy, 18, 48, tilt)
        pen.part(feather, _CREAM)


def _snowball(pen: Pen) -> None:
    """One in the raised hand, a heap of others at the feet, one that has flown."""
    x, y = WAVED
    for bx, by in ((150, 1030), (240, 1040), (196, 960)):
        pen.part(circle(bx, by, 52), _SNOW)
    pen.part(circle(x + 8, y - 70, 74), _SNOW)
    pen.part(circle(x + 230, y - 200, 52), _SNOW)
    for lift in (-26, 26):
        pen.part(limb([(x + 160, y - 190 + lift), (x + 100, y - 160 + lift)], 7, 5), _CREAM)


def _water_pistol(pen: Pen) -> None:
    x, y = REACHED
    pen.part(
        Path.parse(
            f"M{x + 120} {y - 60}Q{x + 260} {y - 130} {x + 420} {y - 60}L{x + 400} {y - 24}Q{x + 260} {y - 90} {x + 120} {y - 30}Z"
        ),
        _BLUE,
    )
    pen.part(
        Path.parse(
            f"M{x - 90} {y - 90}L{x + 130} {y - 70}L{x + 130} {y - 16}L{x + 10} {y - 6}L{x - 10} {y + 80}L{x - 70} {y + 80}L{x - 80} {y}Z"
        ),
        "#f3bf4b",
    )
    pen.part(rounded_rect(x - 60, y - 160, 120, 76, 30), "#63b36a")
    for dx, dy in ((460, -90), (500, -20), (450, 30)):
        pen.part(circle(x + dx, y + dy, 24), _BLUE)


def _table_between(pen: Pen) -> None:
    """An elbow on it, the hand up to meet the other's."""
    pen.part(rounded_rect(560, 880, 460, 56, 18), _WOOD)
    pen.part(rounded_rect(880, 930, 100, 150, 14), mix(_WOOD, INK, 0.2))


def _forearm(pen: Pen) -> None:
    paint = pen.species.torso if pen.species.arms == "sleeve" and pen.species.torso else pen.species.base
    pen.part(limb([(650, 730), (840, 870), (950, 690)], 50, 42), paint)
    pen.part(circle(960, 670, 56), pen.species.base)


def _sword(pen: Pen) -> None:
    x, y = WAVED
    turn = Transform.rotate(40, (x, y))
    pen.part(
        Path.lines(
            [(x - 26, y - 60), (x - 26, y - 420), (x, y - 480), (x + 26, y - 420), (x + 26, y - 60)]
        ).transformed(turn),
        _STEEL,
    )
    pen.part(rounded_rect(x - 90, y - 72, 180, 36, 16).transformed(turn), "#f3bf4b")
    pen.part(rounded_rect(x - 18, y - 40, 36, 110, 14).transformed(turn), _WOOD)


def _having(*what: str) -> tuple[str, ...]:
    return tuple(f"{does} {one}" for one in what for does in ("having a", "in a", "have a", "playing")) + what


BOUTS: Mapping[str, Action] = {
    "tug of war": Action(
        (*_having("tug of war", "tug-of-war", "tug o war"), "pulling a rope", "pulling on a rope"),
        Pose("push", "stride"),
        effects.floor,
        _rope,
        lean=-16,
    ),
    "pillow fight": Action(
        (*_having("pillow fight"), "pillow fighting"), Pose("wave", "stride"), over=_pillow, lean=5, mood=JOLLY
    ),
    "snowball fight": Action(
        (*_having("snowball fight"), *forms("throw", after=("snowballs", "a snowball")), "snowball fighting"),
        Pose("wave", "stride"),
        over=_snowball,
        lean=5,
        mood=JOLLY,
    ),
    "water fight": Action(
        (*_having("water fight", "water gun fight", "water pistol fight"), "squirting a water gun"),
        Pose("reach", "stride"),
        over=_water_pistol,
        mood=JOLLY,
    ),
    "arm wrestling": Action(
        ("armwrestling", "armwrestles", "armwrestle"),
        Pose("none", "sit"),
        _table_between,
        over=_forearm,
    ),
    "sword fight": Action(
        (
            *_having("sword fight", "duel"),
            "sword fighting",
            "duelling with swords",
            "dueling with swords",
            "crossing swords",
        ),
        Pose("wave", "stride"),
        effects.floor,
        over=_sword,
        lean=6,
    ),
}
"""By name."""

FACE_TO_FACE = frozenset(BOUTS) | {"fencing", "boxing", "table tennis", "kicking high", "marshmallows"}
"""What the one on the right does the other way round."""
