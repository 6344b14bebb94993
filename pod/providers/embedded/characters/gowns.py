"""Dresses and skirts: to the knee, to the floor, with flounces; and what goes with them. Original art.

The bodice is the torso in the ink of the dress (`sleeves` of its row in the wardrobe); what is drawn here is from the waist down.
"""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, oval

DRESS, FLAMENCO, GOWN, SILK = "#d9506f", "#cf3a34", "#4f6fb8", "#7d4fb0"
_GOLD = "#f3bf4b"
_KNEE = "M334 742C312 812 276 880 236 936Q512 1000 788 936C748 880 712 812 690 742Q512 796 334 742Z"
_FLOOR = "M338 742C304 850 240 944 176 1012Q512 1064 848 1012C784 944 720 850 686 742Q512 796 338 742Z"


def dress(pen: Pen) -> None:
    """With a sash and a white hem."""
    pen.part(Path.parse(_KNEE), DRESS)
    pen.canvas.stroke(Path.parse("M262 926Q512 984 762 926"), "#fdfbf6", 16)
    _waist(pen, "#fdfbf6")


def skirt(pen: Pen) -> None:
    pen.part(Path.parse(_KNEE), "#7d5fa8")
    _folds(pen, "#7d5fa8", 910)
    _waist(pen, mix("#7d5fa8", INK, 0.25))


def grass_skirt(pen: Pen) -> None:
    """Of long leaves, and a garland of flowers around the neck."""
    for k in range(-8, 9):
        x = MIDDLE_X + 22 * k
        blade = (
            f"M{x - 20} 810L{x + 20} 810L{x + 3.4 * k + 26} {972 - abs(k) * 3}L{x + 3.4 * k - 14} {980 - abs(k) * 3}Z"
        )
        pen.part(Path.parse(blade), mix("#b9a24a", "#6f9a4a", 0.5 * (k % 2)))
    _waist(pen, "#6f9a4a")
    for k in range(-5, 6):
        x, y = MIDDLE_X + 32 * k, 760 - 3.2 * k * k
        pen.part(circle(x, y, 30), ("#e8458f", "#fdf3d0", "#f3a03c")[k % 3])


def gown(pen: Pen) -> None:
    """To the floor, in folds."""
    pen.part(Path.parse(_FLOOR), GOWN)
    _folds(pen, GOWN, 990)
    _waist(pen, mix(GOWN, "#ffffff", 0.5))


def flamenco(pen: Pen) -> None:
    """Three flounces with white dots, each wider than the one above."""
    for half, top, low in ((330, 880, 1010), (272, 810, 916), (214, 744, 836)):
        step = 2 * half / 7
        frill = "".join(
            f"Q{MIDDLE_X + half - (k + 0.5) * step:.0f} {low + 44} {MIDDLE_X + half - (k + 1) * step:.0f} {low}"
            for k in range(7)
        )
        inner = half - 62
        pen.part(
            Path.parse(f"M{MIDDLE_X - inner} {top}L{MIDDLE_X + inner} {top}L{MIDDLE_X + half} {low}{frill}Z"), FLAMENCO
        )
        for k in range(6):
            pen.canvas.fill(circle(MIDDLE_X + half - (k + 1) * step, low - 22, 13), "#fdfbf6")
    _waist(pen, "#2f2b33")


def coins(pen: Pen) -> None:
    """A belly dancer's: a top and a belt of coins, and a long skirt of silk below the hips."""
    pen.part(
        Path.parse("M352 850C310 920 240 970 190 1012Q512 1060 834 1012C784 970 714 920 672 850Q512 902 352 850Z"), SILK
    )
    _folds(pen, SILK, 990)
    for side in SIDES:
        pen.part(oval(*at(side, 84, 680), 82, 52, side * 8), _GOLD)
    belt = Path.parse("M324 816Q512 880 700 816L708 862Q512 928 316 862Z")
    pen.part(belt, _GOLD)
    for k in range(7):
        x = 356 + 52 * k
        pen.part(circle(x, 896 + 22 - abs(k - 3) * 8, 19), "#fbe08f")


def earrings(pen: Pen) -> None:
    """Hoops of gold beside the cheeks."""
    rx, _ = pen.species.head
    for side in SIDES:
        hoop = circle(*at(side, rx + 4, HEAD_Y + 108), 40)
        pen.canvas.stroke(hoop, INK, 34)
        pen.canvas.stroke(hoop, _GOLD, 17)


def moustache(pen: Pen) -> None:
    """On whoever can grow none: people have theirs as a look."""
    if pen.species.arms == "sleeve":
        return
    y = HEAD_Y + (86 if pen.species.muzzle != (0.0, 0.0) else 66)
    half = "M0 -8C40 -40 100 -34 128 6C150 34 186 26 196 -8C216 60 160 92 104 78C56 66 20 40 0 20Z"
    whole = [Path.parse(half).transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))) for side in SIDES]
    for part in whole:
        pen.part(part, "#3d2f33")


def _at_the_mouth(pen: Pen) -> Transform:
    y = HEAD_Y + (122 if pen.species.muzzle != (0.0, 0.0) else 104)
    return Transform.move(MIDDLE_X + 26, y)


def cigar(pen: Pen) -> None:
    """In the corner of the mouth, with smoke."""
    to = _at_the_mouth(pen)
    pen.part(Path.parse("M0 -22L170 22L160 66L-6 16Z").transformed(to), "#7d4a2a")
    pen.canvas.fill(Path.parse("M46 -10L66 -5L58 36L38 30Z").transformed(to), _GOLD)
    pen.part(Path.parse("M150 16L186 26L178 72L142 62Z").transformed(to), "#e8742f")
    _smoke(pen, to, 190, 20)


def _smoke(pen: Pen, to: Transform, x: float, y: float) -> None:
    wisp = Path.parse(f"M{x} {y}C{x + 60} {y - 60} {x - 30} {y - 110} {x + 40} {y - 180}").transformed(to)
    pen.canvas.stroke(wisp, INK, 32)
    pen.canvas.stroke(wisp, "#e6e9ee", 18)


def surgical_mask(pen: Pen) -> None:
    """Over nose and mouth, with its strings to the ears."""
    rx, ry = pen.species.head
    for side in SIDES:
        for y, to in ((40, 10), (150, 96)):
            pen.canvas.stroke(
                Path.lines([at(side, 130, HEAD_Y + y), at(side, rx - 6, HEAD_Y + to)], closed=False), INK, 12
            )
    cloth = Path.parse(f"M-146 40Q0 12 146 40L150 130Q100 {ry - 10} 0 {ry - 6}Q-100 {ry - 10} -150 130Z")
    to_face = Transform.move(MIDDLE_X, HEAD_Y)
    pen.part(cloth.transformed(to_face), "#9fd3de")
    for y in (76, 112, 148):
        fold = Path.parse(f"M-120 {y}Q0 {y - 18} 120 {y}").transformed(to_face)
        pen.canvas.stroke(fold, mix("#9fd3de", INK, 0.28), 9)


def hearing_aid(pen: Pen) -> None:
    """Behind one ear, with its tube."""
    x, y = at(1, pen.species.head[0] - 6, HEAD_Y + 10)
    pen.part(
        Path.parse("M-30 -70C10 -100 60 -60 52 10C46 60 10 84 -14 60C14 40 20 -10 -4 -30Z").transformed(
            Transform.move(x, y)
        ),
        "#4f8fd0",
    )
    tube = Path.parse("M-24 -56C-70 -60 -84 -10 -64 30").transformed(Transform.move(x, y))
    pen.canvas.stroke(tube, INK, 22)
    pen.canvas.stroke(tube, "#e6e9ee", 10)


def vest_top(pen: Pen) -> None:
    """What leaves tattooed arms bare."""
    shape = "M404 596L448 596Q512 690 576 596L620 596C632 680 690 720 712 770C724 840 716 900 700 930Q512 970 324 930C308 900 300 840 312 770C334 720 392 680 404 596Z"
    pen.part(Path.parse(shape), "#f4f1ea")


def vet_cone(pen: Pen) -> None:
    """Of clear plastic, all around the head."""
    rx, ry = pen.species.head
    pen.part(oval(MIDDLE_X, HEAD_Y - 4, rx + 128, ry + 118), "#d5e8ef")
    pen.canvas.stroke(oval(MIDDLE_X, HEAD_Y - 4, rx + 92, ry + 84), mix("#d5e8ef", INK, 0.2), 10)


def cone_band(pen: Pen) -> None:
    """Where the cone is tied under the chin."""
    y = HEAD_Y + pen.species.head[1]
    pen.part(
        Path.parse(
            f"M{MIDDLE_X - 150} {y - 6}Q{MIDDLE_X} {y + 46} {MIDDLE_X + 150} {y - 6}L{MIDDLE_X + 140} {y + 36}Q{MIDDLE_X} {y + 86} {MIDDLE_X - 140} {y + 36}Z"
        ),
        "#4f8fd0",
    )


def flower_in_hair(pen: Pen) -> None:
    """A red one over the ear."""
    rx, ry = pen.species.head
    x, y = MIDDLE_X + rx * 0.74, HEAD_Y - ry * 0.62
    for k in range(5):
        pen.part(circle(*polar(x, y, 42, 72 * k), 36), FLAMENCO)
    pen.part(circle(x, y, 26), _GOLD)


def _waist(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M326 724Q512 776 698 724L702 764Q512 820 322 764Z"), ink)


def _folds(pen: Pen, ink: str, low: float) -> None:
    for side in SIDES:
        for out in (0.34, 0.74):
            fold = Path.lines([at(side, 150 * out, 800), at(side, (low - 690) * out, low)], closed=False)
            pen.canvas.stroke(fold, mix(ink, INK, 0.32), 11)
