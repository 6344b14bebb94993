"""Where somebody looks out of: the bed of a truck, a car's window, a sidecar, a conjurer's hat. Original art."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, Pen, blob, limb, oval
from pod.providers.embedded.characters.stage import Stage

_RED, _TEAL, _CREAM, _GLASS, _TYRE, _STEEL, _GOLD = (
    "#d9503f", "#3f8f8a", "#fbf2df", "#cfeaf5", "#3d3a48", "#a9b3c2", "#f3bf4b",
)  # fmt: skip


def _wheel(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _TYRE)
    pen.part(circle(x, y, r * 0.5), _CREAM)
    pen.canvas.fill(circle(x, y, r * 0.17), _STEEL)


def truck_bed(pen: Pen) -> None:
    """A pickup from the side, the cab on the left, the wall of its bed before whoever is in it."""
    pen.part(rounded_rect(240, 836, 800, 230, 20), _RED)
    pen.canvas.fill(rounded_rect(256, 852, 768, 34, 10), mix(_RED, _CREAM, 0.4))
    cab = "M270 1066L270 610Q270 560 226 560L10 560Q-34 560 -60 610L-140 800L-390 826Q-450 836 -450 900L-450 1066Z"
    pen.part(Path.parse(cab), _RED)
    pen.part(Path.parse("M30 620L206 620L206 796L-60 796Z"), _GLASS)
    pen.canvas.stroke(Path.parse("M-90 850L-90 1040M226 850L226 1040"), INK, 2 * LINE)
    pen.canvas.fill(rounded_rect(130, 856, 66, 22, 11), INK)
    pen.part(circle(-410, 910, 38), _GOLD)
    pen.part(rounded_rect(-490, 1020, 150, 56, 22), _STEEL)
    pen.part(rounded_rect(930, 1020, 150, 56, 22), _STEEL)
    for x in (-240, 740):
        _wheel(pen, x, 1080, 128)


def window_behind(pen: Pen) -> None:
    """The roof of a small car, and the light of its window."""
    cabin = "M-60 860L60 350Q90 230 230 230L794 230Q934 230 964 350L1084 860Z"
    pen.part(Path.parse(cabin), _TEAL)
    pen.part(Path.parse("M44 850L140 390Q160 310 250 310L774 310Q864 310 884 390L980 850Z"), _GLASS)


def window_front(pen: Pen) -> None:
    """Its door under the paws."""
    body = "M-330 1076L-340 930Q-330 836 -220 826L1170 826Q1320 836 1340 940L1340 1076Z"
    pen.part(Path.parse(body), _TEAL)
    pen.canvas.fill(rounded_rect(-200, 842, 1380, 26, 12), mix(_TEAL, _CREAM, 0.4))
    pen.canvas.stroke(Path.parse("M50 840L50 1060M974 840L974 1060"), INK, 2 * LINE)
    pen.canvas.fill(rounded_rect(850, 900, 84, 26, 13), INK)
    pen.part(circle(-290, 920, 38), _GOLD)
    pen.part(rounded_rect(1250, 900, 66, 56, 16), _RED)
    for x in (-100, 1110):
        _wheel(pen, x, 1090, 130)


def sidecar_behind(pen: Pen) -> None:
    """The motorcycle beside it, its handlebar and its lamp."""
    _wheel(pen, 1010, 1060, 170)
    pen.part(limb([(1010, 1060), (900, 560)], 26, 22), _STEEL)
    pen.part(Path.parse("M560 900L640 700Q760 640 900 690L960 840L860 980L560 980Z"), _RED)
    pen.part(limb([(890, 560), (780, 520)], 24, 20), _TYRE)
    pen.part(circle(956, 620, 66), _GOLD)


def sidecar(pen: Pen) -> None:
    """A boat on one wheel."""
    tub = "M120 836L800 836Q930 860 960 980Q960 1080 820 1090L240 1090Q60 1080 40 930Q50 850 120 836Z"
    pen.part(Path.parse(tub), _RED)
    pen.canvas.stroke(Path.parse("M70 950L930 950"), _CREAM, 22)
    pen.part(rounded_rect(150, 810, 700, 50, 25), mix(_RED, INK, 0.25))
    _wheel(pen, 400, 1100, 120)


def hat_behind(pen: Pen) -> None:
    """Stars in the air, the dark inside of a top hat."""
    for x, y, r in ((40, 380, 60), (1000, 330, 70), (1050, 640, 40), (-20, 660, 40)):
        pen.part(star(x, y, r), _GOLD)
    pen.part(oval(MIDDLE_X, 850, 420, 80), mix(_TYRE, INK, 0.5))


def hat_front(pen: Pen) -> None:
    """Its crown on the table, its brim to us."""
    pen.part(Path.parse("M240 870L290 1210Q512 1260 734 1210L784 870Z"), _TYRE)
    pen.canvas.fill(Path.parse("M246 910L264 1020Q512 1070 760 1020L778 910Q512 960 246 910Z"), _RED)
    brim = Path.parse(
        "M92 850C92 930 300 950 512 950C724 950 932 930 932 850C860 892 690 900 512 900C334 900 164 892 92 850Z"
    )
    pen.part(brim, _TYRE)


def paper_bag(pen: Pen) -> None:
    """Its near side, with a torn edge."""
    edge = "".join(f"L{210 + 76 * k} {826 if k % 2 else 862}" for k in range(9))
    pen.part(Path.parse(f"M190 840{edge}L834 840L800 1190L224 1190Z"), "#c89a66")
    pen.canvas.stroke(Path.parse("M330 900L350 1170M694 900L674 1170"), mix("#c89a66", INK, 0.25), 10)


def bag_behind(pen: Pen) -> None:
    pen.part(Path.parse("M190 850L226 740L798 740L834 850Z"), mix("#c89a66", INK, 0.3))


def fir_behind(pen: Pen) -> None:
    """A decked fir over whoever sits under it, presents at its foot."""
    x = MIDDLE_X
    pen.part(rounded_rect(x - 60, 900, 120, 130, 16), "#8f5f3d")
    for top, low, half in ((180, 700, 640), (-140, 420, 520), (-400, 120, 380)):
        pen.part(Path.parse(f"M{x} {top - 120}L{x + half} {low}Q{x} {low + 110} {x - half} {low}Z"), "#3f8a55")
    for k, (dx, y) in enumerate(((-120, 30), (110, 60), (-230, 330), (230, 340), (0, 280), (-420, 660), (430, 660), (-300, 520), (310, 520))):  # fmt: skip
        pen.part(circle(x + dx, y, 40), (_RED, _GOLD, "#5fb3c9")[k % 3])
    pen.part(star(x, -520, 120), _GOLD)


def presents(pen: Pen) -> None:
    for x, y, size, ink, band in ((-60, 850, 230, _RED, _GOLD), (850, 880, 210, "#5fb3c9", _CREAM)):
        pen.part(rounded_rect(x, y, size, size * 0.9, 14), ink)
        pen.canvas.fill(rounded_rect(x + size * 0.42, y, size * 0.16, size * 0.9, 4), band)
        for side in (-1.0, 1.0):
            pen.part(oval(x + size / 2 + side * 44, y - 24, 46, 28, side * -24), band)


def wine_glass(pen: Pen) -> None:
    """Red wine to the brim before whoever is in it."""
    pen.part(Path.parse("M482 1120L542 1120L536 1290Q560 1330 720 1340L304 1340Q464 1330 488 1290Z"), _GLASS)
    bowl = Path.parse("M140 840L884 840C880 1030 740 1140 512 1140C284 1140 144 1030 140 840Z")
    pen.part(bowl, "#9c2f45")
    pen.canvas.fill(rounded_rect(170, 850, 684, 26, 13), "#c4536b")
    pen.canvas.stroke(Path.parse("M210 920C230 1000 280 1050 340 1080"), _CREAM, 18, 0.8)


def _cane(pen: Pen, x: float, top: float, low: float) -> None:
    step = 190.0
    y = low
    while y > top:
        pen.part(rounded_rect(x - 62, max(top, y - step), 124, min(step, y - top), 26), "#8dbb57")
        pen.canvas.fill(
            rounded_rect(x - 44, max(top, y - step) + 22, 22, max(20.0, min(step, y - top) - 44), 11), "#b5d67f"
        )
        y -= step


def bamboo_behind(pen: Pen) -> None:
    """A cane behind the face, with leaves at its top."""
    _cane(pen, MIDDLE_X, -200, 660)
    for dx, y, turn in ((-60, -60, -70), (60, -120, 66), (-50, 120, -110), (60, 60, 110)):
        pen.part(leaf(MIDDLE_X + dx, y, 230, 74, turn), "#5f9e4f")


def bamboo_front(pen: Pen) -> None:
    """And before the belly."""
    _cane(pen, MIDDLE_X, 640, 1080)


def petals_behind(pen: Pen) -> None:
    for turn in (-58, 58, -24, 24):
        pen.part(leaf(MIDDLE_X, 1060, 620, 300, turn), mix("#ef8fb0", INK, 0.12))


def petals_front(pen: Pen) -> None:
    """The near petals of a flower on its stalk."""
    pen.part(limb([(MIDDLE_X, 1120), (MIDDLE_X + 20, 1380)], 28, 24), "#5f9e4f")
    pen.part(leaf(MIDDLE_X + 10, 1340, 260, 100, 66), "#5f9e4f")
    for turn in (-62, 62):
        pen.part(leaf(MIDDLE_X, 1150, 480, 260, turn), "#f3a3c0")
    pen.part(leaf(MIDDLE_X, 1170, 330, 330, 0), "#f7b8cf")


def laundry(pen: Pen) -> None:
    """A heap of shirts, socks and towels."""
    for x, y, rx, ry, ink in (
        (250, 1130, 330, 120, "#5fb3c9"),
        (790, 1130, 320, 120, _RED),
        (512, 1060, 420, 120, _CREAM),
        (340, 1010, 230, 80, _GOLD),
        (720, 1010, 220, 80, "#8a6cc0"),
    ):
        pen.part(blob(x, y, rx, ry, 2.5), ink)
        pen.canvas.stroke(
            Path.parse(f"M{x - rx * 0.6} {y + 20}Q{x} {y - ry * 0.5} {x + rx * 0.6} {y + 30}"), mix(ink, INK, 0.25), 12
        )
    pen.part(Path.parse("M60 980L150 960L190 1080L300 1110L280 1180L130 1150Z"), "#7fbf57")


def bag_handles(pen: Pen) -> None:
    strap = Path.parse("M250 860C250 560 774 560 774 860")
    pen.canvas.stroke(strap, INK, 40 + 2 * LINE)
    pen.canvas.stroke(strap, mix("#e58aa6", INK, 0.25), 40)


def handbag(pen: Pen) -> None:
    """Of pink leather, with a clasp."""
    pen.part(Path.parse("M150 840L874 840L930 1150Q930 1210 860 1210L164 1210Q94 1210 94 1150Z"), "#e58aa6")
    pen.part(rounded_rect(130, 812, 764, 70, 30), mix("#e58aa6", INK, 0.2))
    pen.part(circle(MIDDLE_X, 900, 46), _GOLD)
    pen.canvas.stroke(Path.parse("M150 960Q512 1010 874 960"), mix("#e58aa6", INK, 0.3), 11)


_IN = Pose("rim", "none")
_FROM = frozenset({"in", "inside", "out", "from", "of", "into"})

CARRIERS: Mapping[str, Stage] = {
    "truck bed": Stage(_IN, front=truck_bed, words=("truckbed",), leads=_FROM | {"on"}),
    "car window": Stage(_IN, window_behind, window_front, ("carwindow",), _FROM),
    "sidecar": Stage(_IN, sidecar_behind, sidecar, ("sidecar", "side car", "motorcycle sidecar"), _FROM | {"on"}),
    "paper bag": Stage(
        _IN,
        bag_behind,
        paper_bag,
        ("paper bag", "brown paper bag", "brown bag", "grocery bag", "shopping bag", "gift bag", "plastic bag", "sack"),
        _FROM,
    ),
    "hugged bamboo": Stage(
        Pose("hold", "sit"),
        bamboo_behind,
        bamboo_front,
        ("bamboo", "bamboo stalk", "bamboo tree", "bamboo cane"),
        frozenset({"hugging", "hugs", "climbing", "climbs", "clinging", "up"}),
    ),
    "flower": Stage(_IN, petals_behind, petals_front, ("flowercup",), _FROM),
    "laundry": Stage(
        Pose("rest", "sit"),
        laundry,
        words=("laundry", "clothes", "dirty clothes", "clean clothes", "warm laundry", "clean laundry"),
        leads=frozenset({"on", "in", "upon", "atop", "of"}),
    ),
    "handbag": Stage(
        _IN,
        bag_handles,
        handbag,
        ("handbag", "purse", "tote bag", "tote", "hand bag", "shoulder bag", "designer bag"),
        _FROM,
    ),
    "wine glass": Stage(
        _IN,
        front=wine_glass,
        words=("wine glass", "glass of wine", "cocktail glass", "martini glass", "champagne glass", "margarita glass"),
        leads=_FROM - {"from", "of"},
    ),
    "under a fir": Stage(
        Pose("rest", "sit"),
        fir_behind,
        presents,
        ("christmas tree", "xmas tree", "decorated tree"),
        frozenset({"under", "beneath", "underneath", "below"}),
    ),
    "conjurer's hat": Stage(_IN, hat_behind, hat_front, ("conjurerhat",), _FROM),
}
"""Places to be in whose near side hides the lower half."""
