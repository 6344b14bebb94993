"""A snake that is worn. Original art."""

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
