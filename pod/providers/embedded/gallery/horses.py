"""Horses by their coats, from the side, and animals from behind: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import DARK, WHITE, C, Draw


@dataclass(frozen=True, slots=True)
class Coat:
    """`socks` is the ink of the feet above the hooves, `marks` what is on flank and face."""

    fur: str
    mane: str
    muzzle: str = ""
    socks: str = ""
    marks: tuple[str, ...] = ()
    patch: str = WHITE


def _leg(
    pen: Pen, hip: tuple[float, float], knee: tuple[float, float], foot: tuple[float, float], coat: Coat, shade: float
) -> None:
    fur = mix(coat.fur, INK, shade)
    pen.part(limb([hip, knee], 58, 34), fur)
    pen.part(limb([knee, foot], 34, 30), fur)
    if coat.socks:
        x, y = knee[0] * 0.35 + foot[0] * 0.65, knee[1] * 0.35 + foot[1] * 0.65
        pen.canvas.fill(limb([(x, y), foot], 30, 29), coat.socks)
    if "feathered" in coat.marks:
        pen.part(leaf(foot[0], foot[1] - 60, 110, 96, 180), coat.socks or coat.mane)
    pen.part(
        Path.parse(
            f"M{foot[0] - 32} {foot[1]}L{foot[0] + 36} {foot[1]}L{foot[0] + 50} {foot[1] + 50}L{foot[0] - 40} {foot[1] + 50}Z"
        ),
        DARK,
    )


def _flank(pen: Pen, body: Path, coat: Coat) -> None:
    with pen.canvas.group(body):
        if "pinto" in coat.marks:
            for x, y, a, b, turn in (
                (330, 560, 120, 90, 10),
                (560, 480, 130, 90, -20),
                (690, 640, 90, 120, 20),
                (430, 690, 80, 60, 0),
            ):
                pen.canvas.fill(oval(x, y, a, b, turn), coat.patch)
        if "dapples" in coat.marks:
            for k in range(12):
                pen.canvas.fill(circle(270 + 40 * k, 520 + 54 * (k % 4), 18), mix(coat.fur, WHITE, 0.5))
        if "blanket" in coat.marks:
            pen.canvas.fill(oval(290, 520, 190, 150), coat.patch)
            for x, y in ((220, 480), (290, 440), (350, 500), (250, 560), (330, 580), (400, 470), (190, 560)):
                pen.canvas.fill(oval(x, y, 20, 15, 20), coat.fur)


_Joints = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Gait:
    """Hip, knee and foot of the legs: the two that are behind, fore and hind, and the two in front of them."""

    behind: tuple[_Joints, _Joints]
    before: tuple[_Joints, _Joints]


_WALK = _Gait(
    (((640, 660), (600, 800), (570, 940)), ((300, 660), (350, 810), (330, 940))),
    (((700, 650), (830, 700), (800, 830)), ((260, 640), (230, 800), (240, 940))),
)
_LEAP = _Gait(
    (((660, 640), (810, 650), (900, 740)), ((290, 650), (190, 770), (60, 820))),
    (((690, 650), (830, 720), (760, 830)), ((260, 640), (130, 720), (-20, 740))),
)
_RISES = Transform.rotate(-16, (C, 560))


def _leaping(coat: Coat) -> Draw:
    def draw(pen: Pen) -> None:
        level = Canvas(BOX, BOX)
        _horse(coat, _LEAP)(Pen(level, pen.species))
        pen.canvas.place(level.drawing(), _RISES)

    return draw


def _horse(coat: Coat, gait: _Gait = _WALK) -> Draw:
    """Going to the right."""

    def draw(pen: Pen) -> None:
        for leg in gait.behind:
            _leg(pen, *leg, coat, 0.22)
        tail = curve((220, 520), (90, 540), (120, 760), (50, 900))
        for lean in (40, 0, -30):
            pen.part(limb([(x + lean * k / 14, y) for k, (x, y) in enumerate(tail)], 44, 12), coat.mane)
        body = Path.parse(
            "M200 560C200 450 330 430 470 470C560 490 600 440 640 330C690 220 760 170 820 160L960 330C990 380 950 430 900 410L800 370C770 420 790 560 760 640C730 730 600 740 480 720C380 710 240 740 210 660Z"
        )
        pen.part(body, coat.fur)
        _flank(pen, body, coat)
        for leg in gait.before:
            _leg(pen, *leg, coat, 0)
        for joint in (blob(300, 600, 90, 100, 2.3), blob(700, 620, 70, 100, 2.3)):  # no line between leg and body
            pen.canvas.fill(joint, coat.fur)
            _flank(pen, joint, coat)
        with pen.canvas.group(body):
            if coat.muzzle:
                pen.canvas.fill(circle(950, 380, 84), coat.muzzle)
            if "blaze" in coat.marks:
                pen.canvas.fill(Path.parse("M800 150L860 180L980 360L930 330Z"), WHITE)
        for x, turn in ((790, 8), (740, -8)):
            pen.part(leaf(x, 200, 120, 50, turn), coat.fur)
        locks = [
            curve((780, 170), (690 - 14 * k, 200 + 50 * k), (640 - 18 * k, 280 + 50 * k), (560 - 12 * k, 330 + 44 * k))
            for k in range(4)
        ]
        for lock in reversed(locks):
            pen.part(limb(lock, 40, 16), coat.mane)
        pen.part(limb(curve((770, 160), (820, 180), (840, 220), (836, 280)), 24, 8), coat.mane)
        pen.canvas.fill(oval(846, 280, 19, 23), INK)
        pen.canvas.fill(circle(840, 272, 7), WHITE)
        pen.canvas.fill(oval(948, 366, 12, 8, 30), mix(coat.fur, INK, 0.7))
        pen.canvas.stroke(Path.parse("M940 412Q910 400 890 380"), mix(coat.fur, INK, 0.7), 10)

    return draw


COATS: Mapping[str, Coat] = {
    "brown horse": Coat("#a9683a", "#4a2c1c", "#8a5230", marks=("blaze",)),
    "white horse": Coat("#fbf8f2", "#d6cfc4", "#e9dcd0"),
    "black horse": Coat("#3d3a42", "#232127", "#55525b"),
    "grey horse": Coat("#a9adb6", "#5f636e", "#8a8e99", marks=("dapples",)),
    "palomino": Coat("#e3b05f", "#fbf3e0", "#d39a4f", socks=WHITE, marks=("blaze",)),
    "chestnut horse": Coat("#b5562a", "#b5562a", "#8f4220", socks=WHITE, marks=("blaze",)),
    "pinto horse": Coat("#8a5230", "#3f2a1e", "#6f4226", socks=WHITE, marks=("pinto",)),
    "appaloosa": Coat("#7d4f36", "#3f2a1e", "#5f3d2a", marks=("blanket",)),
    "clydesdale": Coat("#8f4f2c", "#2f2523", "#6f3d22", socks=WHITE, marks=("blaze", "feathered")),
}

HORSES: Mapping[str, Draw] = {
    **{name: _horse(coat) for name, coat in COATS.items()},
    **{f"leaping {name}": _leaping(coat) for name, coat in COATS.items()},
}


# --- from behind


def _behind(fur: str, ears: str, dark: str, light: str, ear_shape: str, tail: str) -> Draw:
    """Who walks away: ears over a round back, a tail, hind paws with their soles."""

    def draw(pen: Pen) -> None:
        for side in SIDES:
            pen.part(Path.parse(_EARS[ear_shape].format(*(C + side * x for x in _EAR_X[ear_shape]))), ears)
        pen.part(blob(C, 330, 210, 170, 2.3), fur)
        for side in SIDES:
            pen.part(limb([(C + side * 150, 800), (C + side * 170, 930)], 92, 80), fur)
        pen.part(blob(C, 660, 330, 300, 2.3, 0.08), fur)
        if light:
            for side in SIDES:
                pen.canvas.fill(blob(C + side * 128, 760, 140, 150, 2.2), light)
        pen.canvas.stroke(Path.parse(f"M{C} 730Q{C - 8} 830 {C} 930"), mix(light or fur, INK, 0.4), 14)
        for side in SIDES:
            pen.part(blob(C + side * 176, 950, 104, 58, 2.4), light or fur)
            pen.canvas.fill(oval(C + side * 176, 968, 44, 26), dark)
            for toe in (-58, 0, 58):
                pen.canvas.fill(oval(C + side * 176 + toe, 926, 17, 14), dark)
        _RUMPS[tail](pen, fur, light or fur)

    return draw


_EARS: Mapping[str, str] = {
    "tall": "M{0} 250C{1} 60 {2} 10 {3} 20C{4} 110 {5} 200 {6} 300Z",
    "flop": "M{0} 240C{1} 180 {2} 230 {3} 330C{4} 420 {5} 440 {6} 380Z",
    "long": "M{0} 250C{1} 100 {2} -80 {3} -90C{4} -60 {5} 120 {6} 260Z",
}
_EAR_X: Mapping[str, tuple[float, ...]] = {
    "tall": (70, 90, 130, 180, 240, 230, 210),
    "flop": (120, 220, 290, 290, 290, 230, 190),
    "long": (30, 30, 50, 100, 170, 150, 120),
}


def _nub(pen: Pen, fur: str, light: str) -> None:
    pen.part(blob(C, 640, 74, 66, 2.2), mix(fur, light, 0.5))


def _cotton(pen: Pen, _: str, light: str) -> None:
    pen.part(circle(C, 700, 110), mix(light, WHITE, 0.7))


def _raised(pen: Pen, fur: str, _: str) -> None:
    pen.part(limb(curve((C, 700), (C + 20, 500), (C + 220, 420), (C + 140, 240)), 44, 32), fur)


_RUMPS = {"nub": _nub, "cotton": _cotton, "raised": _raised}

FROM_BEHIND: Mapping[str, Draw] = {
    "corgi butt": _behind("#e59a4b", "#e59a4b", "#b9787a", "#fff2de", "tall", "nub"),
    "cat butt": _behind("#8b93a4", "#8b93a4", "#e9a3a8", "", "tall", "raised"),
    "dog butt": _behind("#e3ad70", "#b07a4a", "#b9787a", "", "flop", "raised"),
    "bunny butt": _behind("#dcc8b6", "#dcc8b6", "#e9a3a8", "", "long", "cotton"),
}
STABLE: Mapping[str, Draw] = {**HORSES, **FROM_BEHIND}
"""By the name that the keyword table gives them."""
