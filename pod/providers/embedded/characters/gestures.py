"""Arms and legs of whoever does something: running, waving, leaping, on one leg. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pod.drawing.paths import Path, Point
from pod.providers.embedded.characters.pen import SIDES, at, limb, oval

WAVED: Point = (884.0, 424.0)
"""Where a hand is that is raised over the shoulder."""

AT_MOUTH: Point = (626.0, 574.0)
"""Where a hand is that has something before its mouth."""

REACHED: Point = (880.0, 690.0)
"""Where a hand is that is held out to the right."""


AT_SWING: Point = (820.0, 610.0)
"""Where both hands are that hold a bat over the shoulder."""


Spine = tuple[Point, ...]
"""A limb from its root over its joint to its end."""

_AT_REST = 170.0


def _arm(side: float, elbow: Point, hand: Point) -> Spine:
    """From the shoulder on that side; `elbow` and `hand` are so far out from the middle, and so far down."""
    return at(side, 144, 706), at(side, *elbow), at(side, *hand)


def _both(elbow: Point, hand: Point) -> tuple[Spine, ...]:
    return tuple(_arm(side, elbow, hand) for side in SIDES)


def _right(elbow: Point, hand: Point) -> tuple[Spine, ...]:
    """The left one hangs."""
    return _arm(-1.0, (190.0, 770.0), (200.0, 820.0)), _arm(1.0, elbow, hand)


def _twirl(side: float) -> tuple[Spine, ...]:
    """One hand up to a partner's on that side, the other on the hip."""
    return _arm(-side, (320, 780), (190, 860)), _arm(side, (300, 640), (350, 420))


SPINES: Mapping[str, tuple[Spine, ...]] = {
    "wave": _right((300, 640), (372, 424)),
    "salute": _right((370, 590), (206, 330)),
    "overhead": _both((300, 560), (322, 226)),
    "joined": tuple((at(s, 146, 704), at(s, 330, 560), at(s, 372, 330), at(s, 240, 110), at(s, 30, 60)) for s in SIDES),
    "press": _both((232, 800), (30, 690)),
    "palms": _both((270, 850), (28, 770)),
    "knees": _both((270, 800), (284, 926)),
    "run": (_arm(-1.0, (290, 760), (330, 640)), _arm(1.0, (210, 830), (60, 770))),
    "throw": (_arm(-1.0, (270, 720), (390, 690)), _arm(1.0, (300, 640), (372, 424))),
    "mouth": _right((250, 760), (118, 590)),
    "over the eyes": _both((270, 620), (92, 400)),
    "over the ears": _both((330, 620), (226, 390)),
    "over the mouth": _both((270, 700), (56, 510)),
    "chin": _both((280, 740), (150, 580)),
    "fists": _both((262, 780), (150, 640)),
    "crawl": (_arm(-1.0, (300, 560), (420, 640)), _arm(1.0, (250, 780), (340, 850))),
    "pole": (_arm(1.0, (250, 690), (330, 640)), (at(-1.0, 130, 720), (512, 790), (800, 770))),
    "push": ((at(-1.0, 120, 720), (600, 770), (850, 760)), _arm(1.0, (250, 700), (372, 690))),
    "reach": _right((262, 730), (368, 690)),
    "hips": _both((320, 780), (190, 860)),
    "swing": ((at(-1.0, 120, 720), (620, 760), (780, 650)), _arm(1.0, (250, 700), (300, 600))),
    "address": ((at(-1.0, 130, 720), (500, 830), (680, 770)), _arm(1.0, (250, 730), (190, 800))),
    "stretched": _both((330, 500), (116, 90)),
    "jackhammer": _both((280, 800), (150, 716)),
    "guard": (_arm(-1.0, (300, 780), (330, 640)), _arm(1.0, (240, 800), (90, 730))),
    "twirl right": _twirl(1.0),
    "twirl left": _twirl(-1.0),
    "lunge": (_arm(-1.0, (300, 700), (390, 520)), _arm(1.0, (262, 730), (368, 690))),
    "sway": (_arm(-1.0, (300, 740), (380, 830)), _arm(1.0, (300, 640), (372, 424))),
}
"""Arms by name, from back to front: joined over the head, palms pressed together, hands at a pole on the right, on the hips."""


def _outlines(spines: Sequence[Spine]) -> list[Path]:
    """An arm that hangs is an oval, as in every other pose."""
    return [
        oval(*at(-1.0, _AT_REST, 768), 46, 92, 26) if spine == _HANGS else limb(spine, 50, 36 if len(spine) > 3 else 41)
        for spine in spines
    ]


_HANGS = _right((0, 0), (0, 0))[0]

GESTURES: Mapping[str, Callable[[], list[Path]]] = {name: partial(_outlines, spines) for name, spines in SPINES.items()}


@dataclass(frozen=True, slots=True)
class Step:
    """Legs from back to front; feet by place and turn. `slim` legs stand on their toes."""

    legs: tuple[Spine, ...]
    feet: tuple[tuple[float, float, float], ...]
    slim: bool = False

    def outlines(self) -> list[Path]:
        return [limb(leg, *((52, 34) if self.slim else (62, 48))) for leg in self.legs]

    def shoes(self) -> list[Path]:
        wide, high = (62, 34) if self.slim else (82, 42)
        return [oval(x, y, wide, high, turn) for x, y, turn in self.feet]


STEPS: Mapping[str, Step] = {
    "run": Step(
        (((450, 880), (400, 1040), (220, 1050)), ((590, 880), (770, 900), (770, 1060))),
        ((178, 1030, 78), (808, 1096, -4)),
    ),
    "stride": Step((((430, 880), (380, 990)), ((590, 880), (650, 990))), ((366, 1030, 12), (690, 1024, -14))),
    "leap": Step(
        (((430, 880), (300, 950), (250, 900)), ((594, 880), (724, 950), (774, 900))), ((222, 880, 58), (802, 880, -58))
    ),
    "kick": Step((((440, 880), (420, 980)), ((590, 870), (730, 900), (850, 860))), ((404, 1024, 0), (880, 830, -66))),
    "high kick": Step((((440, 880), (430, 990)), ((590, 850), (920, 690))), ((414, 1030, 0), (960, 650, -62))),
    "wind up": Step((((440, 880), (430, 990)), ((590, 880), (760, 850), (740, 970))), ((414, 1030, 0), (764, 1000, 8))),
    "squat": Step(
        tuple((at(s, 70, 880), at(s, 250, 880), at(s, 230, 1000)) for s in SIDES),
        tuple((*at(s, 254, 1030), 0.0) for s in SIDES),
    ),
    "dance": Step((((440, 880), (430, 980)), ((590, 880), (720, 930), (640, 1010))), ((414, 1024, 0), (610, 1030, 24))),
    "point": Step(
        (((480, 880), (490, 1060)), ((570, 880), (690, 960), (540, 1010))),
        ((490, 1084, 90), (520, 1018, 14)),
        slim=True,
    ),
    "kneel": Step(
        (((440, 880), (430, 1010), (270, 1030)), ((590, 880), (740, 900), (740, 1010))),
        ((236, 1020, 64), (766, 1044, 0)),
    ),
    "split": Step(
        tuple((at(s, 70, 900), at(s, 240, 950), at(s, 420, 960)) for s in SIDES),
        tuple((*at(s, 462, 950), s * -62.0) for s in SIDES),
    ),
    "lotus": Step(
        tuple((at(s, 110, 890), at(s, 290, 950), at(-s, 20, 1000)) for s in SIDES),
        tuple((*at(s, 120, 1006), 0.0) for s in SIDES),
    ),
}
"""By name."""
