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


ABROAD: Mapping[str, Draw] = {"matterhorn": _matterhorn, "gondola": _venice}
