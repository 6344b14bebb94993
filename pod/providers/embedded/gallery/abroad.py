"""Peaks and waters that are known by name: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, limb
from pod.providers.embedded.gallery.kit import CREAM, DARK, GOLD, GREEN, ORANGE, RED, SKY, WHITE, WOOD, Draw


def _matterhorn(pen: Pen) -> None:
    """Its crooked summit leans to the right over two steep faces."""
    rock, shade = "#8a93a3", "#5d6676"
    pen.part(
        Path.parse("M20 940L250 640L330 560L470 230L560 70L640 60L668 130L640 200L720 420L800 560L1004 940Z"), rock
    )
    pen.canvas.fill(
        Path.parse("M560 76L640 66L662 130L634 200L714 420L794 560L990 934L560 934L620 640L540 420L590 220Z"), shade
    )
    pen.canvas.fill(
        Path.parse("M556 84L470 236L350 540L430 470L462 520L520 400L548 450L584 300L576 210L600 120Z"), WHITE
    )
    pen.canvas.fill(Path.parse("M640 210L710 420L670 400L690 500L640 420L620 300Z"), mix(WHITE, shade, 0.25))
    pen.canvas.fill(Path.parse("M240 670L330 580L300 700L380 660L330 780L180 800Z"), WHITE)
    pen.part(Path.parse("M0 940C120 820 300 800 460 860C640 800 860 820 1024 940Z"), WHITE)
    for x, tall in ((110, 190), (220, 230), (330, 170), (760, 180), (870, 240), (960, 180)):
        pen.part(Path.parse(f"M{x - 60} 980L{x} {980 - tall}L{x + 60} 980Z"), mix(GREEN, INK, 0.35))


def _venice(pen: Pen) -> None:
    """A gondola on a canal, houses and a bridge behind it."""
    for x, top, wide, ink in (
        (40, 150, 210, ORANGE),
        (250, 230, 170, CREAM),
        (620, 200, 180, "#e7a6a0"),
        (800, 110, 190, GOLD),
    ):
        pen.part(Path.parse(f"M{x} {top}L{x + wide} {top}L{x + wide} 640L{x} 640Z"), ink)
        pen.part(
            Path.parse(f"M{x - 14} {top}L{x + wide + 14} {top}L{x + wide - 10} {top - 54}L{x + 10} {top - 54}Z"), RED
        )
        for row in range(2):
            for share in (0.28, 0.72):
                cx, y = x + wide * share, top + 60 + 150 * row
                window = f"M{cx - 26} {y + 86}L{cx - 26} {y + 26}C{cx - 26} {y - 14} {cx + 26} {y - 14} {cx + 26} {y + 26}L{cx + 26} {y + 86}Z"
                pen.canvas.fill(Path.parse(window), mix(DARK, ink, 0.25))
    pen.part(Path.parse("M380 640L380 560Q520 400 660 560L660 640L600 640Q520 500 440 640Z"), WHITE)
    pen.part(Path.parse("M20 640L1004 640L1004 950Q512 1010 20 950Z"), "#3f9fb5")
    for x, y in ((90, 700), (330, 690), (700, 700), (860, 760), (140, 900), (520, 940), (800, 900)):
        pen.canvas.stroke(Path.parse(f"M{x} {y}Q{x + 40} {y - 18} {x + 80} {y}"), SKY, 14)
    _gondola(pen)


def _gondola(pen: Pen) -> None:
    """Black, its prow up, the man in stripes at his oar."""
    pen.part(
        Path.parse(
            "M110 640C100 590 60 590 70 540L120 560C150 700 260 740 500 740C740 740 850 700 900 560L960 520C950 720 840 850 500 850C240 850 130 790 110 640Z"
        ),
        DARK,
    )
    pen.part(Path.parse("M400 745C400 660 560 660 560 745Z"), RED)
    pen.part(limb([(900, 260), (610, 900)], 13, 16), WOOD)
    pen.part(Path.parse("M690 735L700 560L800 560L810 725Z"), WHITE)
    for y in (600, 650, 700):
        pen.canvas.fill(Path.parse(f"M698 {y}L804 {y}L806 {y + 22}L696 {y + 22}Z"), "#3b6fb0")
    pen.part(limb([(780, 590), (830, 430)], 22, 20), WHITE)
    pen.part(circle(750, 500, 56), "#f1c7a3")
    pen.part(Path.parse("M676 470L824 470L824 446L796 446L790 400L710 400L704 446L676 446Z"), GOLD)


def _sphinx(pen: Pen) -> None:
    """Lying on its plinth, a striped cloth about the head, a pyramid behind."""
    stone, shade = "#dcb56f", "#a97f42"
    pen.part(Path.parse("M420 820L760 250L1010 820Z"), "#e8c98a")
    pen.canvas.fill(Path.parse("M760 250L1010 820L800 820Z"), "#c9a05c")
    pen.part(Path.parse("M330 560C520 500 760 520 880 620C950 690 960 780 950 850L330 850Z"), stone)
    pen.part(Path.parse("M620 850C600 740 700 660 800 680C900 700 950 780 950 850Z"), mix(stone, shade, 0.3))
    pen.part(Path.parse("M60 760Q60 720 110 720L440 720L440 850L60 850Z"), stone)
    pen.part(
        Path.parse("M210 200C130 260 110 420 130 560L240 600L430 600L520 560C540 420 500 250 420 200Q310 130 210 200Z"),
        "#e6c27a",
    )
    for y in (290, 360, 430, 500):
        pen.canvas.stroke(Path.parse(f"M140 {y}L214 {y - 20}M440 {y - 20}L516 {y}"), "#3f7fa8", 26)
    pen.part(
        Path.parse("M220 260C220 220 420 220 420 260L420 440C420 540 370 580 320 580C270 580 220 540 220 440Z"), stone
    )
    for x in (270, 370):
        pen.canvas.fill(circle(x, 370, 17), INK)
        pen.canvas.stroke(Path.parse(f"M{x - 34} 338Q{x} 322 {x + 34} 338"), INK, 14)
    pen.canvas.stroke(Path.parse("M320 380L306 450L336 452M280 506Q320 526 360 506"), INK, 14)
    pen.part(Path.parse("M210 200C270 150 370 150 430 200L424 262Q320 220 216 262Z"), "#3f7fa8")
    pen.part(Path.parse("M20 850L1004 850L1004 940L20 940Z"), "#e8cf9a")


def _longtail(pen: Pen) -> None:
    """A long hull with a high prow tied with ribbons, a canopy, an engine on a pole."""
    pen.part(limb([(820, 560), (1010, 740)], 12, 12), DARK)
    for x in (380, 700):
        pen.part(limb([(x, 640), (x, 420)], 12, 12), WOOD)
    pen.part(Path.parse("M330 430Q540 350 760 430L740 470L350 470Z"), CREAM)
    pen.part(
        Path.parse(
            "M20 250L76 240C110 470 220 620 400 640L900 640C900 740 860 800 780 820L330 820C160 800 40 560 20 250Z"
        ),
        WOOD,
    )
    pen.canvas.fill(Path.parse("M62 480C120 620 240 690 400 700L894 700L880 740L400 740C230 730 120 650 62 480Z"), RED)
    for x, y, ink in ((44, 330, RED), (56, 390, GOLD), (72, 446, "#3f9fb5")):
        pen.part(Path.parse(f"M{x - 34} {y - 10}L{x + 52} {y - 26}L{x + 58} {y + 26}L{x - 24} {y + 38}Z"), ink)
    pen.part(Path.parse("M40 400L10 520L46 500L66 560L84 420Z"), GOLD)
    pen.part(
        Path.parse(
            "M10 790C100 740 170 830 270 790C370 740 440 830 540 790C640 740 710 830 810 790C890 750 960 820 1014 790L1000 930L30 930Z"
        ),
        "#3f9fb5",
    )


def _shipwreck(pen: Pen) -> None:
    """A broken hull on its side in the sand, weed on it."""
    wood, dark = "#8a6244", "#5a3d2e"
    pen.part(limb([(470, 560), (610, 90)], 20, 14), dark)
    pen.part(limb([(470, 260), (730, 330)], 14, 10), dark)
    pen.part(Path.parse("M500 300L700 356L640 520L540 470Z"), "#d9cfb8")
    pen.part(
        Path.parse(
            "M60 420L180 560L240 500L300 590L700 640L760 580L820 650L980 560C960 760 900 880 820 930L220 930C140 860 80 660 60 420Z"
        ),
        wood,
    )
    for y in (700, 790, 870):
        pen.canvas.stroke(
            Path.parse(f"M{130 + (y - 700) * 0.4} {y}Q520 {y + 40} {920 - (y - 700) * 0.5} {y - 16}"), dark, 14
        )
    pen.part(Path.parse("M380 720L470 700L520 760L480 850L400 830L360 780Z"), "#2a2430")
    for x in (650, 770):
        pen.part(circle(x, 760, 34), "#2a2430")
    for x, lean in ((120, -30), (300, 20), (860, 30), (940, -20)):
        pen.part(
            Path.parse(
                f"M{x - 26} 960C{x - 60} 860 {x + lean} 820 {x + lean} 730C{x + 60} 820 {x + 10} 870 {x + 30} 960Z"
            ),
            GREEN,
        )
    pen.part(Path.parse("M0 960C200 890 360 940 512 920C700 890 860 930 1024 950L1024 1010L0 1010Z"), "#e3c98f")


ABROAD: Mapping[str, Draw] = {
    "sphinx": _sphinx,
    "longtail boat": _longtail,
    "shipwreck": _shipwreck,
    "matterhorn": _matterhorn,
    "gondola": _venice,
    "rowed gondola": _gondola,
}
