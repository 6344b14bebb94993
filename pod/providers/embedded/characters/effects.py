"""What shows that somebody moves or sleeps: dust, a shadow under a leap, notes, water, snores. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters import holders
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, Pen, cloudlet, curve, limb, oval

_CREAM, _DUST, _BLUE, _GOLD, _RED = "#fbf4e6", "#e8d9bf", "#6f9fc4", "#f3bf4b", "#e0564a"


def shadow(y: float, half: float) -> Path:
    return oval(MIDDLE_X, y, half, 26)


def floor(pen: Pen) -> None:
    """Of dust, not quite a shadow: it is light on dark cloth and dark on none."""
    pen.part(shadow(1064, 330), _DUST)


def ice(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1050, 480, 50), "#cfe8f2")
    for x, y, w in ((250, 1046, 120), (700, 1062, 150)):
        pen.canvas.stroke(Path.lines([(x, y), (x + w, y - 6)], closed=False), "#ffffff", 12)


def dust(pen: Pen) -> None:
    """Puffs and lines behind somebody who runs to the right."""
    for x, y, w in ((-40, 1040, 190), (110, 1064, 220)):
        pen.part(cloudlet(x, y, w, w * 0.5, 3), _DUST)
    for y, start, length in ((560, -90, 190), (680, -150, 220), (800, -100, 170)):
        pen.part(limb([(start, y), (start + length, y)], 9, 16), _CREAM)


def below_a_jump(pen: Pen) -> None:
    pen.part(shadow(1150, 270), _DUST)


def notes(pen: Pen) -> None:
    for x, y, k, ink in ((40, 420, 1.1, _RED), (960, 640, 0.9, _GOLD), (150, 160, 0.8, _BLUE)):
        to = Transform.scale(k).then(Transform.move(x, y))
        stem = Path.parse("M28 40L28 -120L120 -150L120 10").transformed(to)
        pen.canvas.stroke(stem, INK, (22 + 2 * LINE) * k)
        for dx, dy in ((0, 40), (92, 10)):
            pen.part(oval(dx, dy, 44, 34, -20).transformed(to), ink)
        pen.canvas.stroke(stem, ink, 22 * k)


def waved(pen: Pen) -> None:
    for x, y, turn in ((1000, 380, -30), (1006, 470, 20)):
        pen.part(oval(x, y, 12, 40, turn), _CREAM)


def water(pen: Pen) -> None:
    holders.water_behind(pen)


def swell(pen: Pen) -> None:
    holders.water(pen)
    for x, y, turn in ((60, 780, -40), (140, 730, -12), (930, 800, 40), (990, 860, 60)):
        drop = Path.parse("M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z")
        pen.part(drop.transformed(Transform.rotate(turn, (0, 0)).then(Transform.move(x, y))), "#8fd0e3")


def pillow(pen: Pen) -> None:
    rest = (
        "M-40 250C180 190 844 190 1064 250C1110 400 1110 560 1064 680C844 720 180 720 -40 680C-86 560 -86 400 -40 250Z"
    )
    pen.part(Path.parse(rest), "#fdfbf6")
    for x, turn in ((-10, 40), (1034, -40)):
        pen.canvas.stroke(Path.lines([(x, 300), (x + turn, 380)], closed=False), "#d9d3c6", 12)


def blanket(pen: Pen) -> None:
    """Drawn up to the chin."""
    quilt = "M-30 700C160 640 864 640 1054 700C1090 860 1090 1000 1060 1120Q512 1170 -36 1120C-66 1000 -66 860 -30 700Z"
    pen.part(Path.parse(quilt), _BLUE)
    with pen.canvas.group(Path.parse(quilt)):
        for k in range(5):
            for row in range(3):
                x, y = 40 + 236 * k + 118 * (row % 2), 850 + 110 * row
                pen.canvas.fill(circle(x, y, 26), mix(_BLUE, _CREAM, 0.55))
    fold = "M-30 700C160 640 864 640 1054 700L1062 776C864 716 160 716 -38 776Z"
    pen.part(Path.parse(fold), "#fdfbf6")


def snores(pen: Pen) -> None:
    """Three of the letters that everybody reads as sleep, growing as they rise."""
    for x, y, k in ((800, 250, 0.7), (890, 130, 0.95), (1000, -20, 1.25)):
        to = Transform.scale(k).then(Transform.move(x, y))
        zed = Path.parse("M-44 -50L44 -50L44 -26L-12 28L44 28L44 52L-46 52L-46 28L10 -26L-44 -26Z").transformed(to)
        pen.part(zed, _CREAM)


def plate(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), "#fdfbf6")
    pen.canvas.fill(circle(x, y, r * 0.6), "#dfe6ea")


def jet(pen: Pen) -> None:
    """A fountain from where a trunk ends, and its drops."""
    rise = curve((592, 590), (700, 430), (860, 260), (980, 330))
    pen.part(limb(rise, 22, 34), "#7cc4ea")
    for x, y, k in ((1010, 430, 1.0), (940, 400, 0.8), (1060, 520, 1.2), (900, 220, 0.8), (1000, 210, 0.9)):
        drop = Path.parse("M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z")
        pen.part(drop.transformed(Transform.scale(k).then(Transform.move(x, y))), "#8fd0e3")
