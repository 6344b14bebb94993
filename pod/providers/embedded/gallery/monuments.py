"""Buildings that whole cities are known by: spires, domes, gates, towers. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.drawing.shapes import circle, rect
from pod.providers.embedded.characters.pen import INK, Pen
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    RED,
    SNOW,
    WOOD,
    bar,
    box,
    deep,
    disc,
    dot,
    line,
    mark,
    pale,
    shape,
    slab,
)

_STONE, _SAND, _GLASS = "#c9b79c", "#e3cfa4", "#8fc4dd"


def _slits(pen: Pen, x: float, top: float, count: int, step: float, half: float = 12) -> None:
    for k in range(count):
        slab(pen, x - half, top + step * k, 2 * half, 0.55 * step, deep(_STONE, 0.5), half)


def _spire(pen: Pen, x: float, top: float, half: float, low: float) -> None:
    """A tower that narrows like a candle that has run, a cross on it."""
    bar(pen, (x, top - 60), (x, top + 20), 9, GOLD)
    bar(pen, (x - 24, top - 34), (x + 24, top - 34), 8, GOLD)
    shape(
        pen,
        f"M{x - half} {low}C{x - half} {top + 300} {x - 0.55 * half} {top + 80} {x} {top}C{x + 0.55 * half} {top + 80} {x + half} {top + 300} {x + half} {low}Z",
        _STONE,
    )
    mark(
        pen,
        f"M{x + 0.2 * half} {low - 10}C{x + 0.2 * half} {top + 300} {x + 0.2 * half} {top + 120} {x} {top + 20}C{x + 0.5 * half} {top + 90} {x + 0.9 * half} {top + 300} {x + 0.9 * half} {low - 10}Z",
        deep(_STONE, 0.14),
    )
    _slits(pen, x, top + 130, round((low - top - 200) / 90), 90)


def _sagrada(pen: Pen) -> None:
    for x, top, half in ((300, 190, 82), (724, 190, 82), (430, 90, 88), (594, 90, 88)):
        _spire(pen, x, top, half, 800)
    for x, top in ((170, 480), (854, 480)):
        _spire(pen, x, top, 66, 860)
    shape(pen, "M120 960L120 760L240 700L330 760L420 620L512 540L604 620L694 760L784 700L904 760L904 960Z", _STONE)
    shape(pen, "M420 960L420 800C420 700 604 700 604 800L604 960Z", deep(_STONE, 0.5))
    for x in (270, 754):
        shape(
            pen, f"M{x - 60} 960L{x - 60} 850C{x - 60} 780 {x + 60} 780 {x + 60} 850L{x + 60} 960Z", deep(_STONE, 0.5)
        )
    disc(pen, 512, 640, 50, _GLASS)
    line(pen, "M512 590L512 690M462 640L562 640", 10)


def _pavilion(pen: Pen) -> None:
    """Three golden storeys with curved roofs over a pond, a phoenix on top."""
    shape(pen, "M20 860C200 820 800 820 1004 860L980 960Q512 1010 44 960Z", BLUE)
    for y, half, tall in ((700, 330, 150), (490, 290, 140), (310, 190, 110)):
        box(pen, 512 - half + 60, y, 2 * half - 120, tall, GOLD if y < 700 else WOOD, 4)
        for k in range(5):
            x = 512 - half + 90 + (2 * half - 180) * k / 4
            slab(pen, x - 14, y + 30, 28, tall - 40, deep(GOLD, 0.35) if y < 700 else CREAM, 4)
        shape(
            pen,
            f"M{512 - half - 90} {y + 24}C{512 - half} {y} {512 - 0.6 * half} {y - 40} {512 - 0.5 * half} {y - 76}L{512 + 0.5 * half} {y - 76}C{512 + 0.6 * half} {y - 40} {512 + half} {y} {512 + half + 90} {y + 24}Z",
            "#7a5a45",
        )
    box(pen, 180, 840, 664, 46, deep(WOOD, 0.3), 6)
    bar(pen, (512, 240), (512, 170), 10, GOLD)
    shape(pen, "M512 190C440 150 440 90 500 120C510 70 560 70 560 120C600 90 620 140 512 190Z", GOLD)
    for x, r in ((110, 120), (920, 130)):
        bar(pen, (x, 860), (x, 700), 16, WOOD)
        disc(pen, x, 660, r, GREEN)


def _dome(pen: Pen, x: float, base: float, r: float, ink: str) -> None:
    bar(pen, (x, base - 1.25 * r), (x, base - 0.9 * r), 8, GOLD)
    disc(pen, x, base - 1.3 * r, 14, GOLD)
    shape(
        pen,
        f"M{x - r} {base}C{x - r} {base - 0.7 * r} {x - 0.5 * r} {base - r} {x} {base - 1.04 * r}C{x + 0.5 * r} {base - r} {x + r} {base - 0.7 * r} {x + r} {base}Z",
        ink,
    )
    mark(
        pen,
        f"M{x - 0.7 * r} {base - 0.2 * r}C{x - 0.66 * r} {base - 0.6 * r} {x - 0.4 * r} {base - 0.82 * r} {x - 0.2 * r} {base - 0.9 * r}C{x - 0.4 * r} {base - 0.6 * r} {x - 0.46 * r} {base - 0.4 * r} {x - 0.5 * r} {base - 0.2 * r}Z",
        pale(ink, 0.4),
    )


def _minaret(pen: Pen, x: float, top: float) -> None:
    shape(pen, f"M{x - 30} {top}L{x} {top - 140}L{x + 30} {top}Z", "#5f7f9a")
    box(pen, x - 28, top, 56, 900 - top, _SAND, 4)
    for y in (top + 110, top + 300):
        box(pen, x - 48, y, 96, 34, CREAM, 8)


def _blue_mosque(pen: Pen) -> None:
    for x, top in ((70, 260), (954, 260), (220, 200), (804, 200)):
        _minaret(pen, x, top)
    _dome(pen, 512, 470, 190, "#6f9ab5")
    for x in (330, 694):
        _dome(pen, x, 590, 120, "#6f9ab5")
    box(pen, 300, 470, 424, 120, _SAND, 6)
    _dome(pen, 512, 660, 120, "#7fa9c0")
    box(pen, 200, 590, 624, 340, _SAND, 6)
    for k in range(5):
        x = 280 + 116 * k
        shape(
            pen,
            f"M{x - 38} 930L{x - 38} 790Q{x - 38} 740 {x} 720Q{x + 38} 740 {x + 38} 790L{x + 38} 930Z",
            deep(_SAND, 0.45),
        )
    for k in range(7):
        slab(pen, 256 + 80 * k, 630, 34, 54, _GLASS, 16)
    box(pen, 30, 910, 964, 60, CREAM, 8)


def _pillared(pen: Pen, xs: Sequence[float], top: float, low: float, half: float) -> None:
    for x in xs:
        box(pen, x - half, top, 2 * half, low - top, _SAND, 4)
        slab(pen, x + 0.2 * half, top + 8, 0.5 * half, low - top - 16, deep(_SAND, 0.16), 2)


def _brandenburg(pen: Pen) -> None:
    for x in (452, 512, 572):
        shape(pen, f"M{x - 26} 250C{x - 40} 170 {x + 10} 150 {x + 26} 180L{x + 20} 250Z", "#6fa08c")
    shape(pen, "M560 250L560 150L590 110L620 150L620 250Z", "#6fa08c")
    box(pen, 340, 250, 344, 74, _SAND, 4)
    box(pen, 120, 320, 784, 110, _SAND, 4)
    slab(pen, 150, 356, 724, 22, deep(_SAND, 0.2))
    _pillared(pen, (170, 306, 442, 582, 718, 854), 430, 880, 36)
    box(pen, 60, 870, 904, 80, _STONE, 6)


def _arc_de_triomphe(pen: Pen) -> None:
    box(pen, 130, 130, 764, 130, _SAND, 4)
    box(pen, 160, 250, 704, 680, _SAND, 4)
    box(pen, 120, 250, 784, 46, CREAM, 4)
    shape(pen, "M370 930L370 560C370 380 654 380 654 560L654 930Z", deep(_SAND, 0.55))
    for x in (260, 764):
        box(pen, x - 70, 360, 140, 110, deep(_SAND, 0.14), 4)
        box(pen, x - 70, 560, 140, 280, deep(_SAND, 0.2), 4)
    for k in range(7):
        disc(pen, 200 + 104 * k, 190, 22, CREAM)
    box(pen, 90, 920, 844, 60, _STONE, 6)


def _needle_tower(pen: Pen) -> None:
    """A slim shaft, a round pod high up on it, a mast."""
    bar(pen, (512, 20), (512, 260), 12, SNOW)
    shape(pen, "M470 990L492 260L532 260L554 990Z", "#c9d0d8")
    mark(pen, "M520 262L532 262L552 988L524 988Z", deep("#c9d0d8", 0.18))
    shape(pen, "M400 360C400 320 624 320 624 360L590 430L434 430Z", "#c9d0d8")
    slab(pen, 420, 366, 184, 24, RED, 10)
    shape(pen, "M330 990Q512 900 694 990Z", DARK)


def _stepped_tower(pen: Pen) -> None:
    """A tower of glass that narrows in steps to a needle."""
    bar(pen, (512, 10), (512, 180), 9, SNOW)
    for half, top in ((34, 150), (62, 260), (92, 400), (128, 560), (170, 720)):
        box(pen, 512 - half, top, 2 * half, 980 - top, _GLASS, 6)
    for half, top, low in ((34, 150, 260), (62, 270, 400), (92, 410, 560), (128, 570, 720), (170, 730, 970)):
        for k in range(1, 5):
            slab(pen, 512 - half + 2 * half * k / 5 - 4, top + 16, 8, low - top - 24, deep(_GLASS, 0.28), 2)
    shape(pen, "M200 990Q512 900 824 990Z", _SAND)


def _onion(pen: Pen, x: float, base: float, r: float, inks: tuple[str, str]) -> None:
    bar(pen, (x, base - 2.3 * r), (x, base - 1.6 * r), 7, GOLD)
    bar(pen, (x - 18, base - 2.1 * r), (x + 18, base - 2.1 * r), 6, GOLD)
    outline = f"M{x - 0.6 * r} {base}C{x - 1.4 * r} {base - 0.5 * r} {x - 0.9 * r} {base - 1.2 * r} {x} {base - 1.8 * r}C{x + 0.9 * r} {base - 1.2 * r} {x + 1.4 * r} {base - 0.5 * r} {x + 0.6 * r} {base}Z"
    shape(pen, outline, inks[0])
    for k in (-0.5, 0.0, 0.5):
        mark(
            pen,
            f"M{x + k * r - 0.12 * r} {base - 6}C{x + 1.6 * k * r - 0.2 * r} {base - 0.6 * r} {x + k * r - 0.1 * r} {base - 1.1 * r} {x} {base - 1.7 * r}C{x + k * r + 0.1 * r} {base - 1.1 * r} {x + 1.6 * k * r + 0.14 * r} {base - 0.6 * r} {x + k * r + 0.12 * r} {base - 6}Z",
            inks[1],
        )


def _onion_domes(pen: Pen) -> None:
    brick = "#c8574a"
    for x, base, half, r, inks in (
        (170, 560, 70, 84, (BLUE, SNOW)),
        (854, 560, 70, 84, (GREEN, GOLD)),
        (330, 450, 78, 92, (GOLD, RED)),
        (694, 450, 78, 92, (GREEN, SNOW)),
        (512, 330, 96, 70, (GOLD, "#d9a02e")),
    ):
        box(pen, x - half, base, 2 * half, 900 - base, brick, 4)
        for y in (base + 60, base + 200):
            shape(pen, f"M{x - 26} {y + 80}L{x - 26} {y + 20}Q{x} {y - 20} {x + 26} {y + 20}L{x + 26} {y + 80}Z", CREAM)
        _onion(pen, x, base, r, inks)
    box(pen, 70, 800, 884, 140, brick, 6)
    for k in range(7):
        x = 140 + 124 * k
        shape(
            pen, f"M{x - 40} 940L{x - 40} 870Q{x} 820 {x + 40} 870L{x + 40} 940Z", CREAM if k != 3 else deep(brick, 0.5)
        )


def _gothic(pen: Pen) -> None:
    """Two square towers with a rose window between them over three doors."""
    shape(pen, "M500 330L524 60L548 330Z", "#6f7f8f")
    box(pen, 380, 330, 264, 600, _STONE, 4)
    for x in (260, 764):
        box(pen, x - 130, 190, 260, 740, _STONE, 4)
        for dx in (-56, 56):
            shape(
                pen,
                f"M{x + dx - 34} 430L{x + dx - 34} 280Q{x + dx} 220 {x + dx + 34} 280L{x + dx + 34} 430Z",
                deep(_STONE, 0.5),
            )
        slab(pen, x - 130, 460, 260, 22, deep(_STONE, 0.24))
    slab(pen, 130, 680, 764, 24, deep(_STONE, 0.24))
    disc(pen, 512, 570, 92, _GLASS)
    for k in range(4):
        turn = (("M420 570L604 570", "M512 478L512 662", "M447 505L577 635", "M577 505L447 635"))[k]
        line(pen, turn, 9)
    dot(pen, 512, 570, 22, RED)
    for x in (260, 512, 764):
        shape(pen, f"M{x - 72} 930L{x - 72} 800Q{x} 700 {x + 72} 800L{x + 72} 930Z", deep(_STONE, 0.55))
    box(pen, 90, 920, 844, 50, deep(_STONE, 0.1), 6)


def _angkor(pen: Pen) -> None:
    """Five towers like buds over galleries, and their water."""
    for x, base, r in ((180, 620, 66), (844, 620, 66), (330, 520, 80), (694, 520, 80), (512, 430, 104)):
        for k in range(4):
            half = r * (1 - 0.2 * k)
            box(pen, x - half, base - 74 * (k + 1), 2 * half, 84, deep(_SAND, 0.12 + 0.05 * (k % 2)), 16)
        shape(pen, f"M{x - 0.34 * r} {base - 296}Q{x} {base - 420} {x + 0.34 * r} {base - 296}Z", deep(_SAND, 0.2))
        box(pen, x - 0.7 * r, base, 1.4 * r, 800 - base, deep(_SAND, 0.1), 4)
    box(pen, 60, 650, 904, 130, _SAND, 6)
    for k in range(11):
        slab(pen, 96 + 78 * k, 680, 40, 100, deep(_SAND, 0.5), 4)
    shape(pen, "M430 790L470 590L554 590L594 790Z", deep(_SAND, 0.25))
    box(pen, 20, 770, 984, 50, deep(_SAND, 0.16), 6)
    shape(pen, "M20 820L1004 820L960 940Q512 980 64 940Z", BLUE)
    for x, r in ((70, 90), (954, 90)):
        pen.canvas.fill(rect(x - 10, 640, 20, 150), WOOD)
        pen.part(circle(x, 620, r * 0.7), GREEN)


def _acropolis(pen: Pen) -> None:
    """A temple of columns on its rock."""
    shape(pen, "M20 980L110 760L240 700L800 700L920 770L1004 980Z", _STONE)
    mark(pen, "M240 700L300 980L200 980L170 740ZM560 700L640 980L520 980L500 720Z", deep(_STONE, 0.14))
    box(pen, 190, 640, 644, 70, CREAM, 4)
    _pillared(pen, tuple(236 + 92 * k for k in range(7)), 380, 645, 26)
    box(pen, 190, 310, 644, 76, CREAM, 4)
    shape(pen, "M170 312L512 170L854 312Z", CREAM)
    mark(pen, "M270 292L512 196L754 292Z", deep(CREAM, 0.2))
    line(pen, "M60 900L200 860M760 900L900 880", 14, INK)


def _steel_arch(pen: Pen) -> None:
    """A bow of steel over a flat deck between two pairs of towers, and the water."""
    steel = "#6f7f8f"
    for k in range(11):
        x = 172 + 68 * k
        rise = 330 * (1 - ((x - 512) / 400) ** 2)
        bar(pen, (x, 640), (x, 640 - rise), 7, steel)
    line(pen, "M112 680Q512 60 912 680", 64)
    line(pen, "M112 680Q512 60 912 680", 36, steel)
    line(pen, "M152 700Q512 220 872 700", 44)
    line(pen, "M152 700Q512 220 872 700", 20, steel)
    box(pen, 10, 620, 1004, 56, deep(steel, 0.2), 4)
    for x in (60, 170, 794, 904):
        box(pen, x - 12, 420, 84, 430, _SAND, 4)
        slab(pen, x + 10, 470, 40, 70, deep(_SAND, 0.35), 18)
    shape(
        pen,
        "M0 840C90 800 160 880 260 840C360 800 430 880 530 840C630 800 700 880 800 840C890 810 960 870 1024 840L1010 950L14 950Z",
        BLUE,
    )


MONUMENTS: Mapping[str, Draw] = {
    "sagrada familia": _sagrada,
    "golden pavilion": _pavilion,
    "blue mosque": _blue_mosque,
    "brandenburg gate": _brandenburg,
    "arc de triomphe": _arc_de_triomphe,
    "cn tower": _needle_tower,
    "burj khalifa": _stepped_tower,
    "saint basil's cathedral": _onion_domes,
    "notre dame": _gothic,
    "angkor wat": _angkor,
    "acropolis": _acropolis,
    "steel arch bridge": _steel_arch,
}
