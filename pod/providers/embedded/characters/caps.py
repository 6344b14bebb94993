"""Hats of gentlemen and shepherds: a bowler, a flat cap; and a shower cap. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.providers.embedded.characters.hats import crown_of, hat, on_hat
from pod.providers.embedded.characters.pen import HEAD_Y, MIDDLE_X, Pen, cloudlet

_FELT, _BAND, _TWEED, _PEAK = "#3d3a48", "#8b6f5a", "#9a8a6b", "#7a6c52"


def bowler(pen: Pen) -> None:
    """A round crown with a band, its brim turned up at the sides."""
    hat(
        pen,
        ("M-132 6C-150 -190 150 -190 132 6Z", _FELT),
        ("M-136 -40Q0 -14 136 -40L134 8Q0 34 -134 8Z", _BAND),
        ("M-206 -26C-200 -50 -180 -44 -168 -24Q0 24 168 -24C180 -44 200 -50 206 -26C196 44 -196 44 -206 -26Z", _FELT),
    )


def flat_cap(pen: Pen) -> None:
    """Of tweed, pulled down over a short peak."""
    hat(
        pen,
        ("M-160 4Q0 46 160 4Q176 60 96 66Q0 74 -96 66Q-176 60 -160 4Z", _PEAK),
        ("M-196 16C-226 -80 -110 -142 20 -136C140 -130 226 -70 196 16Q100 44 0 44Q-100 44 -196 16Z", _TWEED),
        ("M-16 -134Q0 -150 16 -134L12 -120L-12 -120Z", _PEAK),
    )


def shower_cap(pen: Pen) -> None:
    """Puffed up over the ears, gathered at the brow."""
    rx, ry = pen.species.head
    y, ink = HEAD_Y - ry * 0.62, "#8fc7e0"
    pen.part(cloudlet(MIDDLE_X, y - ry * 0.36, rx * 2.1, ry * 1.1, 6), ink)
    for x, drop in ((-0.6, -0.3), (0.0, -0.66), (0.6, -0.3), (-0.2, -0.2), (0.3, -0.5)):
        pen.canvas.fill(circle(MIDDLE_X + x * rx, y + drop * ry, 24), "#fdfbf6")
    pen.part(rounded_rect(MIDDLE_X - rx * 0.94, y - 6, rx * 1.88, 50, 25), "#fdfbf6")


def nightcap(pen: Pen) -> None:
    """Long, striped, its tassel down beside the cheek."""
    cap = "M-150 10C-120 -150 -20 -220 90 -190C210 -160 270 -40 280 130L236 140C220 30 190 -30 140 -20Q90 20 150 20Q0 56 -150 10Z"
    hat(pen, (cap, "#7fa9d6"), ("M-160 4Q0 50 160 4Q178 62 100 68Q0 82 -100 68Q-178 62 -160 4Z", "#fdfbf6"))
    for d in ("M-96 -78L-60 -120L40 -10L-10 0Z", "M20 -190L80 -196L150 -20L100 0Z", "M200 -130L240 -90L262 20L226 30Z"):
        on_hat(pen, Path.parse(d), "#dbe8f6")
    y, half = crown_of(pen)
    pen.part(circle(MIDDLE_X + half * 1.72, y + half * 0.98, half * 0.26), "#fdfbf6")
