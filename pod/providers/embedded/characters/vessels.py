"""What holds things as well as animals: buckets, crates, bowls, mugs, nests, boots, a plate. Fronts only: what is in them is
behind their rim. Original art in the figures' own box."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import ellipse, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, curve, limb, oval

_TIN, _CREAM, _CRATE, _TWIG, _RUBBER, _SOLE = "#b9c6d2", "#fdf8ee", "#c98f4f", "#8a5f3a", "#f3bf3a", "#b98a1e"
_BOWL, _MUG = "#4f8fb8", "#d9604f"


def bucket(pen: Pen) -> None:
    """Of tin, its handle down in front."""
    pen.part(Path.parse("M150 840L874 840L780 1150Q512 1190 244 1150Z"), _TIN)
    for y in (930, 1060):
        pen.canvas.fill(
            Path.parse(
                f"M{150 + 0.3 * (y - 840)} {y}Q512 {y + 36} {874 - 0.3 * (y - 840)} {y}L{874 - 0.3 * (y - 822)} {y + 18}Q512 {y + 54} {150 + 0.3 * (y - 822)} {y + 18}Z"
            ),
            mix(_TIN, INK, 0.3),
        )
    pen.canvas.fill(Path.parse("M226 884L266 888L314 1136L280 1130Z"), mix(_TIN, _CREAM, 0.7))
    pen.part(rounded_rect(120, 812, 784, 60, 30), mix(_TIN, INK, 0.12))
    for width, ink in ((22 + 2 * LINE, INK), (22, mix(_TIN, INK, 0.4))):
        pen.canvas.stroke(Path.parse("M160 850Q512 1140 864 850"), ink, width)


def crate(pen: Pen) -> None:
    """Of slats, with a post at either end."""
    for k in range(3):
        pen.part(rounded_rect(90, 826 + 110 * k, 844, 96, 14), mix(_CRATE, _CREAM, 0.12 * (k % 2)))
        for x in (300, 560):
            pen.canvas.fill(rounded_rect(x + 60 * k, 866 + 110 * k, 120, 10, 5), mix(_CRATE, INK, 0.3))
    for x in (110, 838):
        pen.part(rounded_rect(x, 806, 76, 356, 14), mix(_CRATE, INK, 0.16))
        for k in range(3):
            pen.canvas.fill(ellipse(x + 38, 874 + 110 * k, 12, 12), INK)


def plain_bowl(pen: Pen) -> None:
    pen.part(rounded_rect(352, 1120, 320, 56, 20), mix(_BOWL, INK, 0.25))
    pen.part(Path.parse("M80 850L944 850C940 1020 800 1140 660 1146L364 1146C224 1140 84 1020 80 850Z"), _BOWL)
    pen.canvas.fill(Path.parse("M86 910Q512 960 938 910L930 960Q512 1012 94 960Z"), _CREAM)
    pen.part(rounded_rect(50, 816, 924, 60, 30), mix(_BOWL, _CREAM, 0.25))


def mug(pen: Pen) -> None:
    for width, ink in ((70 + 2 * LINE, INK), (70, _MUG)):
        pen.canvas.stroke(Path.parse("M780 890C1010 860 1010 1090 760 1080"), ink, width)
    pen.part(Path.parse("M190 840L800 840L790 1110Q786 1176 710 1176L280 1176Q204 1176 200 1110Z"), _MUG)
    pen.canvas.fill(rounded_rect(240, 900, 40, 210, 20), mix(_MUG, _CREAM, 0.45))
    pen.part(rounded_rect(166, 812, 658, 54, 27), mix(_MUG, _CREAM, 0.3))


def nest(pen: Pen) -> None:
    """Woven of twigs that stand out of it."""
    for x, y, lean in (
        (120, 900, -70),
        (60, 960, -90),
        (904, 900, 70),
        (964, 970, 90),
        (180, 1060, -60),
        (840, 1060, 60),
    ):
        pen.part(limb([(x, y), (x + 1.2 * lean, y - 50)], 15, 8), mix(_TWIG, _CREAM, 0.2))
    pen.part(Path.parse("M70 850C60 1010 240 1170 512 1170C784 1170 964 1010 954 850Q512 960 70 850Z"), _TWIG)
    for k, (x, y, bend) in enumerate(
        ((130, 930, 70), (180, 1000, 66), (250, 1070, 60), (360, 1120, 40), (110, 880, 90))
    ):
        twig = curve((x, y), (x + 200, y + bend), (824 - x, y + bend), (1024 - x, y))
        pen.canvas.stroke(Path.lines(twig, closed=False), mix(_TWIG, (INK, _CREAM)[k % 2], 0.34), 20)
    for x in (250, 400, 560, 700, 820):
        pen.canvas.stroke(Path.lines([(x - 50, 930), (x + 30, 1040)], closed=False), mix(_TWIG, _CREAM, 0.3), 16)


def rubber_boot(pen: Pen) -> None:
    pen.part(Path.parse("M250 850L730 850L740 1060C880 1070 990 1110 990 1220L240 1220Z"), _RUBBER)
    pen.canvas.fill(rounded_rect(300, 900, 44, 240, 22), mix(_RUBBER, _CREAM, 0.55))
    pen.part(rounded_rect(216, 812, 548, 72, 30), mix(_RUBBER, INK, 0.16))
    pen.part(rounded_rect(222, 1190, 786, 60, 22), _SOLE)


def plate(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 950, 520, 84), _CREAM)
    pen.canvas.fill(oval(MIDDLE_X, 940, 400, 52), mix(_CREAM, "#7fa9c9", 0.45))
    pen.canvas.fill(oval(MIDDLE_X, 936, 350, 40), _CREAM)


def suitcase(pen: Pen) -> None:
    """Open, its lid behind whoever is in it."""
    pen.part(rounded_rect(80, 840, 864, 310, 40), "#a9683f")
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 280 - 36, 832, 72, 326, 12), "#d9a35a")
    pen.part(rounded_rect(50, 812, 924, 56, 24), "#8a5230")
    for width, ink in ((26 + 2 * LINE, INK), (26, "#d9a35a")):
        pen.canvas.stroke(Path.parse("M430 960L430 1020L594 1020L594 960"), ink, width)


def suitcase_lid(pen: Pen) -> None:
    pen.part(rounded_rect(90, 420, 844, 420, 40), "#a9683f")
    pen.canvas.fill(rounded_rect(130, 460, 764, 380, 24), "#e9c9a0")


def barrel(pen: Pen) -> None:
    """Half of one, of staves with two hoops."""
    body = Path.parse("M150 840L874 840C900 960 860 1090 800 1170L224 1170C164 1090 124 960 150 840Z")
    pen.part(body, "#b0763f")
    for x in (270, 390, 512, 634, 754):
        pen.canvas.fill(rounded_rect(x - 5, 850, 10, 310, 5), mix("#b0763f", INK, 0.4))
    for y in (900, 1080):
        pen.canvas.fill(rounded_rect(156, y, 712, 42, 6), _TIN)
    pen.part(rounded_rect(124, 812, 776, 52, 20), mix("#b0763f", INK, 0.18))


def paper_bag(pen: Pen) -> None:
    """Of brown paper, its mouth cut in teeth."""
    teeth = [(150 + 36.2 * k, 840 if k % 2 else 812) for k in range(21)]
    pen.part(Path.lines([*teeth, (850, 1190), (174, 1190)]), "#cfa36d")
    pen.canvas.fill(
        Path.parse("M300 850L330 850L350 1180L316 1180ZM700 850L724 850L716 1180L690 1180Z"), mix("#cfa36d", INK, 0.18)
    )
