"""Tails, which are drawn before everything else of a body."""

from __future__ import annotations

import math
from collections.abc import Callable

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters import hides, saurians
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, blob, curve, limb, oval


def _fin_tail(pen: Pen) -> None:
    s = pen.species
    pen.part(Path.parse("M640 800C800 862 902 762 908 642C962 762 932 902 800 932C720 952 640 922 610 882Z"), s.dark)
    pen.canvas.fill(
        Path.parse("M650 822C770 862 862 802 892 702C900 804 842 882 770 902C710 912 660 892 630 872Z"), s.base
    )


def _brush_tail(pen: Pen) -> None:
    s = pen.species
    brush = Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z")
    tip = "M902 640C876 566 790 590 792 668C794 690 792 708 786 722C836 716 880 700 908 676C908 664 906 652 902 640Z"
    pen.part(brush, s.base)
    pen.canvas.fill(Path.parse(tip), s.light)


def _ringed_tail(pen: Pen) -> None:
    s = pen.species
    brush = Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z")
    pen.part(brush, s.base)
    with pen.canvas.group(brush):
        for x, y, turn in ((850, 622, 20), (858, 716, -24), (800, 806, -62)):
            pen.canvas.fill(oval(x, y, 84, 22, turn), s.dark)


def _bushy_tail(pen: Pen) -> None:
    s = pen.species
    bush = "M640 892C860 960 990 830 960 650C950 560 880 520 810 552C770 572 776 626 820 632C860 700 820 776 700 776Z"
    pen.part(Path.parse(bush), s.base)
    pen.canvas.fill(
        Path.parse("M680 868C838 902 930 800 908 660C900 612 872 588 840 592C884 700 850 800 690 822Z"),
        s.light,
    )


def _plume_tail(pen: Pen) -> None:
    """As broad as the body, upright and shaggy on both sides, fullest below its tip."""
    s = pen.species
    plume = (
        "M610 950C720 1010 850 1000 930 930L1000 946L984 870L1064 860L1020 792L1100 754L1034 700L1104 640L1030 606"
        "L1082 530L1004 520L1032 436L956 446C930 390 880 350 820 330C836 390 806 420 780 456L712 450L738 524L672 548"
        "L724 610C740 680 690 760 600 800Z"
    )
    pen.part(Path.parse(plume), s.base)
    tip = "M820 340C806 420 770 440 760 500C810 470 900 480 960 460C930 400 880 350 820 340Z"
    pen.canvas.fill(Path.parse(tip), mix(s.base, s.dark, 0.55))
    for d in ("M700 900C840 900 920 800 900 640", "M760 760C810 700 820 640 800 580", "M900 880Q980 800 970 680"):
        pen.canvas.stroke(Path.parse(d), mix(s.base, s.dark, 0.4), 16)


def _thin_tail(pen: Pen) -> list[Point]:
    bend = curve((660, 884), (800, 930), (930, 860), (894, 740), 18)
    pen.part(limb(bend, 30, 24), pen.species.base)
    return bend


def _curl_tail(pen: Pen) -> None:
    pen.part(limb(curve((664, 880), (860, 920), (930, 760), (846, 690), 18), 32, 25), pen.species.base)


def _banded_tail(pen: Pen) -> None:
    bend = _thin_tail(pen)
    for i in (5, 8, 11, 14):
        (x0, y0), (x1, y1) = bend[i], bend[i + 1]
        pen.canvas.fill(oval(x0, y0, 11, 27, math.degrees(math.atan2(y1 - y0, x1 - x0))), pen.species.dark)
    pen.canvas.fill(limb(bend[-2:], 24, 23), pen.species.dark)


def _tuft_tail(pen: Pen) -> None:
    bend = _thin_tail(pen)
    x, y = bend[-1]
    pen.part(Path.from_geometry(leaf(x, y + 34, 150, 60, 8).geometry().buffer(8)), pen.species.dark)


def _long_tail(pen: Pen) -> None:
    pen.part(
        limb(curve((660, 892), (860, 960), (1010, 840), (900, 720), 20), 18, 13), mix(pen.species.base, "#f3b7c0", 0.35)
    )


def _wagging_tail(pen: Pen) -> None:
    pen.part(limb(curve((660, 870), (760, 880), (850, 800), (856, 700), 14), 38, 24), pen.species.base)


def _hair_tail(pen: Pen) -> None:
    hair = "M650 800C780 720 900 780 900 900C900 950 930 968 950 972C880 1010 780 1000 740 930C716 896 690 880 640 880Z"
    pen.part(Path.parse(hair), pen.species.dark)


def _puff_tail(pen: Pen) -> None:
    pen.part(circle(716, 850, 62), pen.species.light)


def _curly_tail(pen: Pen) -> None:
    loop = Path.parse("M690 846C760 880 800 800 752 784C712 776 706 836 760 842C800 844 822 818 826 792")
    pen.canvas.stroke(loop, "#3a2430", 36)
    pen.canvas.stroke(loop, pen.species.base, 20)


def _paddle_tail(pen: Pen) -> None:
    pen.part(
        Path.parse("M640 900C760 930 900 900 930 770C946 690 880 690 850 760C826 816 740 830 640 810Z"),
        pen.species.dark,
    )


def _spiked_tail(pen: Pen) -> None:
    bend = curve((630, 850), (790, 900), (930, 880), (960, 720), 18)
    for i in (6, 9, 12, 15):
        (x0, y0), (x1, y1) = bend[i], bend[i + 1]
        heading = math.degrees(math.atan2(x1 - x0, y0 - y1))
        pen.part(leaf(x0, y0, 96 - 3 * i, 40, heading - 78), pen.species.dark)
    pen.part(limb(bend, 82, 16), pen.species.base)


def _arrow_tail(pen: Pen) -> None:
    for side in SIDES:
        x = MIDDLE_X
        wing = f"M{x + side * 150} 760C{x + side * 250} 600 {x + side * 360} 560 {x + side * 462} 590C{x + side * 420} 640 {x + side * 416} 680 {x + side * 432} 724C{x + side * 384} 706 {x + side * 350} 724 {x + side * 336} 776C{x + side * 290} 760 {x + side * 230} 790 {x + side * 190} 850Z"
        pen.part(Path.parse(wing), mix(pen.species.base, pen.species.light, 0.45))
    bend = curve((640, 880), (800, 950), (950, 920), (950, 830), 16)
    pen.part(limb(bend, 46, 14), pen.species.base)
    pen.part(leaf(950, 850, 110, 62, 4), pen.species.dark)


def _shell(pen: Pen) -> None:
    s = pen.species
    pen.part(blob(MIDDLE_X, 752, 286, 222, 2.2), s.dark)
    pen.canvas.fill(blob(MIDDLE_X, 752, 262, 198, 2.2), mix(s.dark, "#8a6a3a", 0.4))


def _dome(pen: Pen) -> None:
    """A tortoise's: higher and wider than its body, of plates with rings."""
    s = pen.species
    rim, plate = mix(s.dark, INK, 0.25), mix(s.dark, s.light, 0.28)
    pen.part(blob(MIDDLE_X, 736, 410, 250, 2.4), rim)
    for angle in (-116, -87, -58, 58, 87, 116):
        x, y = polar(MIDDLE_X, 740, 322, angle)
        pen.canvas.fill(blob(x, y, 62, 58, 3.0), plate)
        pen.canvas.fill(blob(x, y, 32, 30, 3.0), mix(plate, rim, 0.45))


def _shark_tail(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M650 830C740 850 800 820 836 690C900 730 930 790 926 850C960 872 980 910 980 956C880 950 760 940 640 900Z"
        ),
        pen.species.base,
    )


TAILS: dict[str, Callable[[Pen], None]] = {
    "fin": _fin_tail,
    "brush": _brush_tail,
    "ringed": _ringed_tail,
    "bushy": _bushy_tail,
    "plume": _plume_tail,
    "curl": _curl_tail,
    "banded": _banded_tail,
    "tuft": _tuft_tail,
    "long": _long_tail,
    "wag": _wagging_tail,
    "hair": _hair_tail,
    "puff": _puff_tail,
    "curly": _curly_tail,
    "paddle": _paddle_tail,
    "spiked": _spiked_tail,
    "arrow": _arrow_tail,
    "shell": _shell,
    "dome": _dome,
    "shark": _shark_tail,
    **saurians.TAILS,
    **hides.TAILS,
}
