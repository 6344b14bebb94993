"""Flags that are flown, waving from a pole: stripes, crosses and what is on them. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, star
from pod.providers.embedded.characters.pen import INK, Pen, limb
from pod.providers.embedded.gallery.kit import Draw, moved

_CLOTH = (
    "M150 130C330 60 480 220 660 150C790 100 880 120 980 160L980 660C880 620 790 600 660 650C480 720 330 560 150 630Z"
)
_LEFT, _TOP, _RIGHT, _LOW = 130.0, 60.0, 990.0, 720.0
_WHITE, _RED, _NAVY, _GREEN, _GOLD = "#fdfbf6", "#c9302c", "#27427c", "#2f8f4e", "#f3c12f"

Field = Callable[[Pen], None]


def _flown(field: Field) -> Draw:
    """On a pole with a golden knob; two folds lie darker over the cloth."""

    def draw(pen: Pen) -> None:
        pen.part(limb([(116, 110), (116, 990)], 24, 28), "#a9713f")
        pen.part(circle(116, 78, 40), _GOLD)
        cloth = Path.parse(_CLOTH)
        pen.part(cloth, _WHITE)
        with pen.canvas.group(cloth):
            field(pen)
            for d in (
                "M420 0L560 0C520 200 600 480 500 800L380 800C470 480 380 200 420 0Z",
                "M840 0L900 0C870 200 930 480 880 800L820 800C870 480 810 200 840 0Z",
            ):
                pen.canvas.fill(Path.parse(d), INK, 0.13)
        pen.canvas.stroke(cloth, INK, 16)

    return draw


def _bands(inks: Sequence[str], pen: Pen, *, upright: bool = False) -> None:
    start, end = (_LEFT, _RIGHT) if upright else (_TOP, _LOW)
    step = (end - start) / len(inks)
    for k, ink in enumerate(inks):
        at = start + k * step
        band = rect(at, 0, step + 2, 800) if upright else rect(0, at, 1024, step + 2)
        pen.canvas.fill(band, ink)


def _wavy(inks: Sequence[str], pen: Pen) -> None:
    """Stripes that wave with the cloth."""
    high = 502 / len(inks)
    for k, ink in enumerate(inks):
        y = 130 + k * high
        top = f"M150 {y}C330 {y - 70} 480 {y + 90} 660 {y + 20}C790 {y - 30} 880 {y - 10} 990 {y + 34}"
        low = f"L990 {y + high + 36}C880 {y + high - 8} 790 {y + high - 28} 660 {y + high + 22}C480 {y + high + 92} 330 {y + high - 68} 150 {y + high + 2}Z"
        pen.canvas.fill(Path.parse(top + low), ink)


def _stars_and_stripes(pen: Pen) -> None:
    _wavy([_RED, _WHITE] * 6 + [_RED], pen)
    pen.canvas.fill(Path.parse("M150 130C300 72 400 160 520 172L520 446C400 436 300 346 150 402Z"), _NAVY)
    for row in range(4):
        for k in range(4 + row % 2):
            x = 200 + 78 * k + (0 if row % 2 else 36)
            lift = 34 * ((x - 150) / 370 - 0.3)
            pen.canvas.fill(star(x, 152 + 66 * row + lift, 24, 5, 0.44), _WHITE)


def _lone_star(pen: Pen) -> None:
    _bands((_WHITE, _RED), pen)
    pen.canvas.fill(rect(0, 0, 430, 800), _NAVY)
    pen.canvas.fill(star(290, 380, 110, 5, 0.42), _WHITE)


def _union(pen: Pen) -> None:
    pen.canvas.fill(rect(0, 0, 1024, 800), _NAVY)
    for ink, width in ((_WHITE, 110.0), (_RED, 44.0)):
        for d in ("M150 100L990 690", "M150 660L990 130"):
            pen.canvas.stroke(Path.parse(d), ink, width)
    for ink, width in ((_WHITE, 190.0), (_RED, 110.0)):
        for d in ("M565 0L565 800", "M100 390L1000 390"):
            pen.canvas.stroke(Path.parse(d), ink, width)


_MAPLE = "M0 -1L0.14 -0.66L0.34 -0.76L0.28 -0.3L0.56 -0.5L0.6 -0.36L0.92 -0.4L0.8 -0.12L0.92 -0.02L0.4 0.36L0.46 0.52L0.05 0.46L0.05 0.9L-0.05 0.9L-0.05 0.46L-0.46 0.52L-0.4 0.36L-0.92 -0.02L-0.8 -0.12L-0.92 -0.4L-0.6 -0.36L-0.56 -0.5L-0.28 -0.3L-0.34 -0.76L-0.14 -0.66Z"


def _maple(pen: Pen) -> None:
    _bands((_RED, _WHITE, _WHITE, _RED), pen, upright=True)
    pen.canvas.fill(moved(_MAPLE, 560, 390, 190), _RED)


def _cross(ground: str, ink: str, inner: str, pen: Pen) -> None:
    """Of the north: its upright nearer to the pole."""
    pen.canvas.fill(rect(0, 0, 1024, 800), ground)
    for colour, width in ((ink, 130.0), (inner, 64.0)):
        if colour:
            for d in ("M430 0L430 800", "M100 390L1000 390"):
                pen.canvas.stroke(Path.parse(d), colour, width)


def _saltire(pen: Pen) -> None:
    pen.canvas.fill(rect(0, 0, 1024, 800), "#2c5faa")
    for d in ("M150 100L990 690", "M150 660L990 130"):
        pen.canvas.stroke(Path.parse(d), _WHITE, 100)


def _disc(pen: Pen) -> None:
    pen.canvas.fill(circle(565, 390, 170), _RED)


def _eagle_on_cactus(pen: Pen) -> None:
    _bands((_GREEN, _WHITE, _RED), pen, upright=True)
    pen.canvas.stroke(Path.parse("M490 440Q560 520 640 440"), _GREEN, 26)
    pen.canvas.fill(
        Path.parse("M500 330C540 300 610 310 640 360C650 400 620 440 570 450C530 440 500 410 520 370L484 352Z"),
        "#7a5236",
    )


def _columns(inks: Sequence[str]) -> Field:
    return partial(_bands, inks, upright=True)


def _sun_of_may(pen: Pen) -> None:
    _bands(("#7fb8e6", _WHITE, "#7fb8e6"), pen)
    for k in range(12):
        pen.canvas.stroke(
            Path.lines([polar(565, 390, 60, 30 * k), polar(565, 390, 100, 30 * k)], closed=False), _GOLD, 12
        )
    pen.canvas.fill(circle(565, 390, 58), _GOLD)


def _diamond(pen: Pen) -> None:
    pen.canvas.fill(rect(0, 0, 1024, 800), _GREEN)
    pen.canvas.fill(Path.parse("M565 140L920 390L565 640L210 390Z"), _GOLD)
    pen.canvas.fill(circle(565, 390, 130), _NAVY)
    pen.canvas.stroke(Path.parse("M440 380Q565 330 690 430"), _WHITE, 24)


_WYVERN = (
    "M300 330L236 372L250 330L214 300L268 290C300 240 350 236 384 276C420 300 470 296 520 300L470 214L430 190L520 176C600 176 664 220 690 300C760 290 800 330 806 380"
    "C812 430 870 420 860 372L836 376L880 330L914 380L892 374C904 470 800 484 762 430L772 500L812 540L736 540L716 470C690 486 660 484 636 480L640 540L680 560L596 560L584 478"
    "C540 476 500 470 470 452L450 520L490 552L404 552L412 470L352 470L310 516L300 470L340 424L412 410C392 372 372 352 340 348Z"
)


def _dragon(pen: Pen) -> None:
    """White over green, a red dragon with a raised claw and its wing up."""
    _bands((_WHITE, _GREEN), pen)
    beast = Path.parse(_WYVERN)
    pen.canvas.stroke(beast, INK, 14)
    pen.canvas.fill(beast, _RED)
    pen.canvas.fill(circle(300, 300, 12), _WHITE)
    pen.canvas.stroke(Path.parse("M470 214C520 240 540 270 560 300M560 196C600 230 620 260 630 300"), "#8a1f1c", 14)


FLAGS: Mapping[str, Draw] = {
    "american flag": _flown(_stars_and_stripes),
    "texas flag": _flown(_lone_star),
    "british flag": _flown(_union),
    "canadian flag": _flown(_maple),
    "mexican flag": _flown(_eagle_on_cactus),
    "brazilian flag": _flown(_diamond),
    "argentine flag": _flown(_sun_of_may),
    "japanese flag": _flown(_disc),
    "scottish flag": _flown(_saltire),
    "english flag": _flown(partial(_cross, _WHITE, _RED, "")),
    "swedish flag": _flown(partial(_cross, "#2a66a8", _GOLD, "")),
    "danish flag": _flown(partial(_cross, _RED, _WHITE, "")),
    "finnish flag": _flown(partial(_cross, _WHITE, "#2a5698", "")),
    "norwegian flag": _flown(partial(_cross, _RED, _WHITE, _NAVY)),
    "welsh flag": _flown(_dragon),
    "irish flag": _flown(_columns((_GREEN, _WHITE, "#ee8434"))),
    "italian flag": _flown(_columns((_GREEN, _WHITE, _RED))),
    "french flag": _flown(_columns((_NAVY, _WHITE, _RED))),
    "belgian flag": _flown(_columns(("#2b2a30", _GOLD, _RED))),
    "german flag": _flown(partial(_bands, ("#2b2a30", _RED, _GOLD))),
    "dutch flag": _flown(partial(_bands, (_RED, _WHITE, _NAVY))),
    "polish flag": _flown(partial(_bands, (_WHITE, _RED))),
    "ukrainian flag": _flown(partial(_bands, ("#3b7fc0", _GOLD))),
    "rainbow flag": _flown(partial(_wavy, ("#d7433b", "#ee8a34", "#f2c53d", "#4fa35b", "#3b7fc0", "#7a57a8"))),
    "trans flag": _flown(partial(_wavy, ("#7cc8ec", "#f4b0c0", _WHITE, "#f4b0c0", "#7cc8ec"))),
}
"""By the name that the keyword table gives them."""
