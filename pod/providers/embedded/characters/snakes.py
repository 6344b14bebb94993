"""What is wound about somebody: a snake, yarn. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, curve, limb, oval

_RED, _CREAM = "#d9503f", "#fbf2df"


def neck_snake(pen: Pen) -> None:
    """Once around the neck, its head up on one side, its tail down on the other."""
    skin, y = "#5f9e4f", 612.0
    pen.part(limb(curve((330, y + 10), (300, y + 130), (350, y + 200), (300, y + 270)), 40, 10), skin)
    pen.part(limb(curve((320, y), (430, y + 70), (600, y + 70), (710, y)), 44, 44), skin)
    pen.part(limb(curve((704, y), (820, y - 40), (800, y - 130), (770, y - 170)), 42, 34), skin)
    pen.canvas.stroke(Path.parse(f"M830 {y - 190}L890 {y - 190}M860 {y - 190}L890 {y - 214}"), _RED, 11)
    pen.part(oval(784, y - 190, 62, 44), skin)
    pen.canvas.fill(circle(800, y - 204, 10), INK)
    for x in (390, 470, 550, 630):
        pen.canvas.fill(oval(x, y + 44 - abs(x - 510) * 0.16, 16, 24), mix(skin, _CREAM, 0.5))


def tangle(pen: Pen) -> None:
    """Yarn all over the body, and the ball that it comes off."""
    ink = "#e0567a"
    loops = (
        "M320 660C420 760 600 600 710 700",
        "M310 760C430 700 560 860 716 780",
        "M330 860C420 800 600 900 700 850",
        "M360 640C300 800 480 940 420 950",
        "M660 640C720 780 560 900 640 940",
        "M700 850C820 860 800 960 880 980",
    )
    for loop in loops:
        pen.canvas.stroke(Path.parse(loop), INK, 40)
    for loop in loops:
        pen.canvas.stroke(Path.parse(loop), ink, 22)
    pen.part(circle(900, 900, 120), ink)
    for bend in (-50, 0, 50):
        pen.canvas.stroke(Path.parse(f"M{820 + bend} 830Q{900 + bend} 900 {860 + bend} 990"), mix(ink, INK, 0.3), 11)
