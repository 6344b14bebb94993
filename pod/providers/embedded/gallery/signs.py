"""Signs: the zodiac's, old letters, figures of circles, and a face in one line. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen
from pod.providers.embedded.gallery.kit import CREAM, GOLD, GREEN, ROSE, C, Draw, moved

_NIGHT, _LINE = "#2a2750", 44.0

_ZODIAC: Mapping[str, str] = {
    "aries": "M-34 -14C-40 -44 -8 -50 0 -16L0 46M34 -14C40 -44 8 -50 0 -16",
    "taurus": "M-32 -46C-26 -18 26 -18 32 -46M0 -23C-26 -23 -30 2 -30 14C-30 32 -16 44 0 44C16 44 30 32 30 14C30 2 26 -23 0 -23Z",
    "gemini": "M-34 -44C-14 -34 14 -34 34 -44M-34 44C-14 34 14 34 34 44M-14 -36L-14 36M14 -36L14 36",
    "cancer": "M-38 -18C-22 -40 16 -40 38 -26M-38 -16C-38 -28 -18 -28 -18 -14C-18 0 -38 0 -38 -14ZM38 18C22 40 -16 40 -38 26M38 16C38 28 18 28 18 14C18 0 38 0 38 14Z",
    "leo": "M-14 16C-32 16 -32 40 -16 40C0 40 -4 18 -8 4C-16 -20 -14 -46 10 -46C36 -46 34 -18 22 2C12 20 10 40 26 40C34 40 38 34 38 28",
    "virgo": "M-42 -36C-32 -36 -32 -26 -32 -18L-32 30M-32 -20C-32 -40 -12 -40 -12 -20L-12 30M-12 -20C-12 -40 8 -40 8 -20L8 22C8 36 16 44 30 46M8 -14C20 -32 40 -20 36 0C32 20 10 36 -4 44",
    "libra": "M-42 40L42 40M-42 18L-16 18C-36 -4 -22 -40 0 -40C22 -40 36 -4 16 18L42 18",
    "scorpio": "M-44 -36C-34 -36 -34 -26 -34 -18L-34 30M-34 -20C-34 -40 -14 -40 -14 -20L-14 30M-14 -20C-14 -40 6 -40 6 -20L6 28C6 42 22 44 36 34M24 30L40 30L42 46",
    "sagittarius": "M-38 40L38 -40M8 -42L40 -42L40 -10M-26 -2L8 34",
    "capricorn": "M-42 -36C-28 -40 -24 -28 -24 -12L-24 22M-24 -12C-20 -40 8 -46 8 -16L8 18C8 40 -8 46 -16 38M8 14C14 -4 40 -2 38 18C36 38 10 36 8 14Z",
    "aquarius": "M-44 -8L-26 -28L-12 -10L6 -28L20 -10L42 -28M-44 28L-26 8L-12 26L6 8L20 26L42 8",
    "pisces": "M-34 -46C-8 -24 -8 24 -34 46M34 -46C8 -24 8 24 34 46M-36 0L36 0",
}
"""Strokes around the middle of a box of a hundred units."""


def _zodiac(pen: Pen, strokes: str) -> None:
    """The sign in gold among stars on a disc of night."""
    pen.part(circle(C, C, 478), _NIGHT)
    pen.canvas.stroke(circle(C, C, 430), GOLD, 14)
    for k in range(12):
        pen.canvas.fill(circle(*polar(C, C, 430, 30 * k), 17), GOLD)
    for k, (x, y, r) in enumerate(((240, 330, 40), (790, 300, 34), (250, 720, 30), (780, 730, 42), (512, 176, 26))):
        pen.canvas.fill(sparkle(x, y, r, 0.2) if k % 2 == 0 else circle(x, y, r * 0.36), CREAM)
    pen.canvas.stroke(moved(strokes, C, C, 5.2), GOLD, _LINE)


def _cut(strokes: str, ink: str, size: float = 8.4, width: float = 96.0) -> Draw:
    """A sign as if cut out of one board, with a light edge."""

    def draw(pen: Pen) -> None:
        sign = moved(strokes, C, C, size)
        pen.canvas.stroke(sign, INK, width + 26)
        pen.canvas.stroke(sign, ink, width)
        pen.canvas.stroke(sign, mix(ink, CREAM, 0.45), width * 0.2)

    return draw


_ANKH = "M0 8C-30 -18 -24 -52 0 -52C24 -52 30 -18 0 8ZM0 8L0 54M-36 10L36 10"
_RUNES = "M-40 -44L-40 44M-40 -44L-18 -24L-40 -2M0 -44L0 44M0 -30L24 -10M0 -8L24 12M44 -44L44 44"
_PI = "M-46 -30C-36 -42 -24 -40 -8 -40L46 -40M-16 -38C-16 -6 -18 24 -34 44M18 -38L18 26C18 44 34 46 44 34"


def _pentagram(pen: Pen) -> None:
    pen.part(circle(C, C, 478), _NIGHT)
    tips = [polar(C, C, 420, 144 * k) for k in range(5)]
    for width, ink in ((62.0, INK), (38.0, GOLD)):
        pen.canvas.stroke(circle(C, C, 426), ink, width)
        pen.canvas.stroke(Path.lines(tips), ink, width)


def _flower_of_life(pen: Pen) -> None:
    """Nineteen circles of one size, each through the middles of those beside it."""
    r = 158.0
    pen.part(circle(C, C, 478), CREAM)
    middles = [(C, C)] + [polar(C, C, r, 60 * k) for k in range(6)]
    middles += [polar(C, C, 2 * r, 60 * k) for k in range(6)]
    middles += [polar(C, C, r * 3**0.5, 30 + 60 * k) for k in range(6)]
    for at in middles:
        pen.canvas.stroke(circle(*at, r), "#3f978f", 15)
    pen.canvas.stroke(circle(C, C, 478), "#3f978f", 26)


def _pie_pi(pen: Pen) -> None:
    """The number as a pie: a crimped rim, a golden crust, the sign cut into it."""
    for k in range(28):
        pen.part(circle(*polar(C, C, 424, 360 * k / 28), 56), "#d99a4e")
    pen.part(circle(C, C, 410), "#ecc07a")
    pen.canvas.stroke(moved(_PI, C, C + 6, 5.6), "#8d4a26", 84)
    pen.canvas.stroke(moved(_PI, C, C + 6, 5.6), "#b3243b", 54)


_FACE: Sequence[str] = (
    # a brow into the nose, the other brow, eyes closed with lashes, lips, cheeks and chin, hair parted, neck
    "M330 404C380 352 474 340 484 420C490 480 470 544 452 598C440 640 478 660 524 650",
    "M590 396C640 350 710 356 750 408",
    "M340 484C372 528 440 532 472 490M352 508L326 538M394 524L386 562M436 520L448 556",
    "M590 490C622 532 690 528 724 484M626 520L614 556M668 524L676 562M710 508L736 538",
    "M446 716C476 690 500 688 512 704C526 688 550 690 580 716M422 742C462 732 490 744 512 752C534 744 566 732 604 742M462 792C490 820 538 820 566 792",
    "M256 440C258 570 300 700 372 790C424 852 466 880 512 880C562 880 620 846 680 770C742 690 780 570 784 440",
    "M512 196C500 290 400 330 330 348C286 360 262 394 256 440M512 196C524 290 640 326 704 344C752 358 780 396 784 440",
    "M512 196C470 96 250 120 196 320C160 460 214 560 176 700C160 770 184 816 236 832M512 196C580 96 790 130 836 330C868 460 812 560 850 700C866 770 840 816 790 832",
    "M414 846C416 910 400 956 336 996M616 842C616 910 634 956 700 996",
)


_PAPER = (
    "M512 196C470 96 250 120 196 320C160 460 214 560 176 700C160 770 184 816 236 832C330 842 390 820 414 846C416 910 400 956 336 996"
    "L700 996C654 956 634 910 616 846C640 820 700 842 790 832C840 816 866 770 850 700C812 560 868 460 836 330C790 130 580 96 512 196Z"
)
"""What the lines are drawn on, so that they are one figure on any ground."""


def line_strokes(pen: Pen) -> None:
    """A face in a few strokes."""
    paper = Path.parse(_PAPER)
    pen.canvas.stroke(paper, CREAM, 30)
    pen.canvas.fill(paper, CREAM)
    for strokes in _FACE:
        pen.canvas.stroke(Path.parse(strokes), INK, 17)


def _line_face(pen: Pen) -> None:
    """With a flower in the hair."""
    line_strokes(pen)
    for k in range(5):
        pen.part(circle(*polar(742, 196, 56, 72 * k), 46), ROSE)
    pen.part(circle(742, 196, 34), GOLD)
    for turn in (70.0, 130.0):
        pen.part(leaf(*polar(742, 196, 84, turn), 150, 48, turn), GREEN)


def _moon_phases(pen: Pen) -> None:
    """From new to full and back, seven in an arc; a great one below with what everybody sees in it."""
    for k in range(7):
        x, y = polar(C, 640, 430, 30 * (k - 3))
        r = 78 if k == 3 else 66
        lit = circle(x, y, r).geometry()
        if k != 3:
            side = 1 if k < 3 else -1
            lit = lit.difference(
                circle(x - side * r * 2 * (k if k < 3 else 6 - k) / 3 * 0.62 - side * 8, y, r).geometry()
            )
        pen.canvas.fill(circle(x, y, r + 15), INK)
        pen.canvas.fill(circle(x, y, r), _NIGHT)
        pen.canvas.fill(Path.from_geometry(lit), "#f4e7bd")
    pen.part(circle(C, 660, 250), "#f4e7bd")
    for x, y, r in ((430, 580, 52), (610, 620, 38), (470, 740, 66), (600, 770, 34), (380, 680, 28), (550, 520, 24)):
        pen.canvas.fill(circle(x, y, r), "#dccb97")


SIGNS: Mapping[str, Draw] = {
    **{f"sign of {name}": partial(_zodiac, strokes=strokes) for name, strokes in _ZODIAC.items()},
    "golden ankh": _cut(_ANKH, GOLD),
    "viking runes": _cut(_RUNES, "#9aa0aa", 8.2, 84.0),
    "pentagram": _pentagram,
    "flower of life": _flower_of_life,
    "pi pie": _pie_pi,
    "phases of the moon": _moon_phases,
    "line face": _line_face,
}
"""By the name that the keyword table gives them."""
