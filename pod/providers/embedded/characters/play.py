"""What is done at play and in one's own time: flips, a slide, a search for metal, a rope high up, squares of chalk. Original art,
and the rows of actions that show it."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import deeds
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.moods import JOLLY
from pod.providers.embedded.characters.pen import INK, LINE, Pen, limb, oval

_CREAM, _RED, _GOLD, _STEEL, _DARK, _SAND = "#fbf4e6", "#d9503f", "#f3bf4b", "#c3ccd8", "#3d3a48", "#e8cf9a"


def _chute(pen: Pen) -> None:
    """Steps on the right, the slide falling off to the left under whoever is at its top."""
    for x in (900, 1060):
        pen.part(rounded_rect(x - 20, 760, 40, 700, 14), _STEEL)
    for y in (1060, 1190, 1320):
        pen.part(rounded_rect(890, y, 180, 34, 12), _STEEL)
    bed = Path.parse(
        "M1090 900L700 930C420 960 240 1240 -20 1330L-320 1350L-320 1440L20 1430C320 1360 480 1090 740 1040L1090 1010Z"
    )
    pen.part(bed, _RED)
    edge = Path.parse("M1080 960L720 986C460 1020 280 1300 0 1380L-310 1396")
    pen.canvas.stroke(edge, mix(_RED, _CREAM, 0.45), 26)


def _bed_below(pen: Pen) -> None:
    """Seen from its foot, its covers thrown up by whoever leaps on it."""
    pen.part(rounded_rect(-60, 900, 1144, 360, 60), "#a9713f")
    pen.part(rounded_rect(-20, 1090, 1064, 200, 40), "#fdfbf6")
    for x in (190, 560):
        pen.part(rounded_rect(x, 1020, 280, 120, 50), "#fdfbf6")
    quilt = Path.parse("M-60 1180Q200 1120 512 1190Q824 1120 1084 1180L1084 1420Q512 1470 -60 1420Z")
    pen.part(quilt, "#5a8fc0")
    for x, y in ((80, 1290), (290, 1340), (512, 1290), (734, 1340), (944, 1290)):
        pen.canvas.fill(circle(x, y, 30), mix("#5a8fc0", _CREAM, 0.55))


def _detector(pen: Pen) -> None:
    """Its disc over the ground, where something rings."""
    pen.part(limb([(812, 600), (930, 1010)], 16, 16), _DARK)
    pen.part(rounded_rect(770, 540, 90, 90, 24), _GOLD)
    pen.part(oval(960, 1050, 150, 36), _STEEL)
    pen.part(oval(960, 1050, 90, 20), _DARK)
    pen.part(circle(1000, 1140, 40), _GOLD)
    for r in (1, 2):
        ring = Path.parse(f"M{1120 + 46 * r} {990 - 20 * r}Q{1150 + 60 * r} 1050 {1120 + 46 * r} {1110 + 20 * r}")
        pen.canvas.stroke(ring, INK, 14 + 2 * LINE)
        pen.canvas.stroke(ring, _GOLD, 14)


def _sand(pen: Pen) -> None:
    pen.part(oval(660, 1120, 700, 70), _SAND)


_FLIPS = ("backflip", "back flip", "backflips", "somersault", "somersaults", "front flip", "handspring", "flip")

PLAY: Mapping[str, Action] = {
    "flip": Action(
        (
            *forms("do", "turn", after=tuple(f"a {one}" for one in _FLIPS)),
            "doing backflips",
            "backflipping",
            "somersaulting",
        ),
        Pose("juggle", "leap"),
        deeds.wheeling,
        lean=168,
        mood=JOLLY,
    ),
    "down a slide": Action(
        (
            *forms("slide", after=("down a slide", "down the slide", "down a water slide")),
            *("on a slide", "on the slide", "down a slide", "going down a slide"),
        ),
        Pose("juggle", "sit"),
        _chute,
        lean=-14,
        mood=JOLLY,
    ),
    "on the bed": Action(
        forms("jump", "bounce", after=("on the bed", "on a bed", "on her bed", "on his bed", "on their bed")),
        Pose("juggle", "leap"),
        _bed_below,
        mood=JOLLY,
    ),
    "metal detecting": Action(
        (
            *("metal detecting", "with a metal detector", "using a metal detector", "with his metal detector"),
            *("with her metal detector", "metal detectorist"),
        ),
        Pose("pole", "stand"),
        _sand,
        _detector,
    ),
}
"""By name."""
