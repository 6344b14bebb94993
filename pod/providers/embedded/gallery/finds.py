"""What is picked up and looked at: a cicada, a sand dollar. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import CREAM, GOLD, RED, fitted, line

_WING = "#cfe6e2"


def _cicada(pen: Pen) -> None:
    """From above: wide-set eyes, a banded body, two pairs of veined wings."""
    for side in SIDES:
        for start, end in (((60, 420), (250, 330)), ((80, 520), (300, 520)), ((70, 620), (260, 760))):
            pen.part(limb([(C + side * start[0], start[1]), (C + side * end[0], end[1])], 16, 8), "#3f4a35")
    for side in SIDES:
        for d, veins in (
            (
                "M0 0C120 40 240 220 250 460C252 520 220 540 190 500C120 400 20 240 -20 60Z",
                ((230, 470), (180, 440), (120, 330)),
            ),
            ("M0 40C70 120 130 260 120 400C110 440 80 430 60 390C20 300 -20 180 -20 80Z", ((100, 390), (60, 330))),
        ):
            to = Transform.scale(side, 1).then(Transform.move(C + side * 96, 420))
            pen.part(Path.parse(d).transformed(to), _WING)
            for x, y in veins:
                pen.canvas.stroke(Path.lines([(0, 30), (x, y)], closed=False).transformed(to), mix(_WING, INK, 0.45), 8)
    pen.part(Path.parse("M400 420C380 600 440 860 512 940C584 860 644 600 624 420Z"), "#5f7a45")
    for k in range(5):
        y, half = 560 + 72 * k, 104 - 17 * k
        line(pen, f"M{C - half} {y}Q{C} {y + 30} {C + half} {y}", 14, "#39482c")
    pen.part(Path.parse("M372 300Q512 250 652 300L640 440Q512 490 384 440Z"), "#6f8a4f")
    pen.canvas.stroke(Path.parse("M512 290L512 460M440 300L460 450M584 300L564 450"), "#39482c", 10)
    pen.part(Path.parse("M392 290C400 200 624 200 632 290Q512 330 392 290Z"), "#5f7a45")
    for side in SIDES:
        pen.part(circle(C + side * 128, 246, 46), RED)
        pen.canvas.fill(circle(C + side * 136, 240, 17), "#7a1f24")
        line(pen, f"M{C + side * 40} 214Q{C + side * 70} 130 {C + side * 120} 110", 9)


def _sand_dollar(pen: Pen) -> None:
    """With its star of five petals and the slots between them."""
    shell = "#efe4cb"
    pen.part(circle(C, C, 470), shell)
    pen.canvas.stroke(circle(C, C, 424), mix(shell, INK, 0.16), 10)
    for k in range(5):
        petal = leaf(*polar(C, C, 26, 72 * k), 270, 128, 72 * k)
        pen.canvas.fill(petal, mix(shell, GOLD, 0.3))
        pen.canvas.stroke(petal, mix(shell, INK, 0.5), 13)
        for j in range(4):
            at = polar(C, C, 90 + 48 * j, 72 * k)
            ends = [polar(*at, 26, 72 * k + way) for way in (70, -70)]
            pen.canvas.stroke(Path.lines([ends[0], at, ends[1]], closed=False), mix(shell, INK, 0.4), 7)
        x, y = polar(C, C, 368, 72 * k + 36)
        pen.canvas.fill(oval(x, y, 20, 52, 72 * k + 36), mix(shell, INK, 0.62))
    pen.canvas.fill(circle(C, C, 24), CREAM)
    pen.canvas.stroke(circle(C, C, 24), INK, 9)


FINDS: Mapping[str, Draw] = {"cicada": fitted(_cicada), "sand dollar": fitted(_sand_dollar)}
"""By the name that the keyword table gives them."""
