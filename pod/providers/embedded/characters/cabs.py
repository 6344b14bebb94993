"""What somebody drives from a seat or behind a windscreen: a tractor from the side, buses, lorries and trains from the front. Original art."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.boards import wheel
from pod.providers.embedded.characters.bodies import near_leg
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, at, limb, oval

_GREEN, _RED, _YELLOW, _BLUE, _TEAL = "#4f9a55", "#dd5546", "#f3bf4b", "#3f78b0", "#3f978f"
_CREAM, _STEEL, _RUBBER, _GLASS, _GLOW = "#fbf2df", "#a9b3c2", "#3d3a48", "#e6f0f3", "#ffe9a8"


def tractor_behind(pen: Pen) -> None:
    """An old one without a cab: a bonnet with its chimney, a seat over the mudguard."""
    pen.part(rounded_rect(706, 640, 34, 250, 12), _RUBBER)
    pen.part(Path.parse("M560 900C640 852 820 846 1000 876Q1050 890 1052 950L1052 1090L540 1090Z"), _GREEN)
    pen.canvas.fill(rounded_rect(600, 1030, 440, 44, 0), mix(_GREEN, INK, 0.3))
    for x in (820, 876, 932):
        pen.canvas.fill(rounded_rect(x, 906, 26, 104, 8), mix(_GREEN, INK, 0.3))
    pen.part(circle(1040, 930, 42), _GLOW)
    pen.part(Path.parse("M20 1010C40 860 200 800 360 850C440 876 500 930 540 1000L560 1100L20 1100Z"), _GREEN)
    pen.part(rounded_rect(330, 900, 300, 56, 24), _RUBBER)


def tractor_front(pen: Pen) -> None:
    near_leg(pen, (650.0, 1000.0), (640.0, 1110.0))
    wheel(pen, 220, 1090, 220)
    pen.canvas.fill(circle(220, 1090, 96), _YELLOW)
    pen.canvas.fill(circle(220, 1090, 34), _RUBBER)
    wheel(pen, 916, 1174, 130)
    pen.canvas.fill(circle(916, 1174, 52), _YELLOW)
    pen.part(limb([(744.0, 884.0), (782.0, 760.0)], 14, 13), _RUBBER)
    pen.part(limb([(736.0, 724.0), (836.0, 778.0)], 15, 15), _RUBBER)


def mower_behind(pen: Pen) -> None:
    """A seat on a red body, the bonnet low before it, and the grass it stands in."""
    pen.part(rounded_rect(214, 690, 90, 250, 40), _RUBBER)
    pen.part(rounded_rect(240, 900, 380, 60, 28), _RUBBER)
    pen.part(
        Path.parse("M150 1010Q160 940 260 940L600 940L640 900Q700 860 900 880Q1010 900 1010 1000L1010 1090L150 1090Z"),
        _RED,
    )
    pen.canvas.fill(rounded_rect(650, 1010, 350, 40, 12), mix(_RED, INK, 0.3))
    pen.part(circle(960, 960, 34), _GLOW)


def mower_front(pen: Pen) -> None:
    """Grass cut short behind it, and what flies out at its side."""
    near_leg(pen, (660.0, 980.0), (680.0, 1060.0))
    pen.part(Path.parse("M380 1080L780 1080L830 1190L330 1190Z"), _YELLOW)
    wheel(pen, 220, 1110, 150)
    pen.canvas.fill(circle(220, 1110, 60), _YELLOW)
    wheel(pen, 920, 1160, 100)
    pen.canvas.fill(circle(920, 1160, 40), _YELLOW)
    pen.part(limb([(744.0, 884.0), (782.0, 760.0)], 14, 13), _RUBBER)
    pen.part(limb([(736.0, 724.0), (836.0, 778.0)], 15, 15), _RUBBER)
    for x in range(1030, 1400, 62):
        pen.part(Path.lines([(x - 30, 1262), (x - 6, 1130), (x + 20, 1262)]), _GREEN)
    pen.part(rounded_rect(-120, 1236, 1540, 44, 20), _GREEN)
    for x, y, turn in ((-20, 1080, 30), (-90, 1000, -20), (20, 960, 60), (-150, 1110, 10)):
        pen.part(rounded_rect(x, y, 20, 70, 10).transformed(Transform.rotate(turn, (x, y))), _GREEN)


Draw = Callable[[Pen], None]


def _windscreen(ink: str, *, top: float, crest: str = "") -> Draw:
    """The upper half of something seen from its front, the pane dark behind whoever drives."""

    def draw(pen: Pen) -> None:
        for side in SIDES:
            pen.part(rounded_rect(at(side, 546, 0)[0] - 35, 560, 70, 170, 26), _RUBBER)
        pen.part(
            Path.parse(f"M40 1000L40 {top + 120}Q44 {top} 170 {top}L854 {top}Q980 {top} 984 {top + 120}L984 1000Z"), ink
        )
        pen.part(rounded_rect(110, top + 96, 804, 760 - top, 60), _GLASS)
        pen.canvas.fill(
            Path.lines([(160, top + 420), (330, top + 110), (410, top + 110), (200, top + 500)]),
            mix(_GLASS, _CREAM, 0.3),
        )
        if crest:
            pen.part(rounded_rect(262, top + 22, 500, 56, 20), crest)

    return draw


def _bonnet(ink: str, band: str = _CREAM) -> Draw:
    """The lower half: a band, a grille between two lamps, a bumper, and the wheels under it."""

    def draw(pen: Pen) -> None:
        for side in SIDES:
            pen.part(rounded_rect(at(side, 340, 0)[0] - 80, 1110, 160, 130, 30), _RUBBER)
        pen.part(Path.parse("M40 800L984 800L996 1100Q996 1150 946 1150L78 1150Q28 1150 28 1100Z"), ink)
        pen.canvas.fill(rounded_rect(40, 830, 944, 40, 0), band)
        pen.part(rounded_rect(352, 920, 320, 120, 24), mix(ink, INK, 0.45))
        for y in (950, 980, 1010):
            pen.canvas.fill(rounded_rect(372, y - 6, 280, 12, 6), _STEEL)
        for side in SIDES:
            pen.part(circle(*at(side, 330, 980), 62), _GLOW)
        pen.part(rounded_rect(-4, 1086, 1032, 62, 28), _STEEL)

    return draw


def _buffers(pen: Pen) -> None:
    """The lower half of a train, above its rails."""
    for x in (60, 812):
        pen.part(rounded_rect(x, 1110, 152, 130, 20), _RUBBER)
    pen.part(Path.parse("M40 800L984 800L984 1120L40 1120Z"), _RED)
    pen.part(circle(MIDDLE_X, 944, 82), _GLOW)
    pen.canvas.fill(rounded_rect(40, 830, 944, 26, 0), _YELLOW)
    for side in SIDES:
        pen.part(circle(*at(side, 300, 1060), 72), _STEEL)
    pen.part(Path.parse("M330 1120L694 1120L800 1250L224 1250Z"), _RUBBER)
    pen.part(oval(MIDDLE_X, 1120, 500, 22), mix(_RED, INK, 0.4))


bus_behind, bus_front = _windscreen(_YELLOW, top=60, crest=_RUBBER), _bonnet(_YELLOW, _RUBBER)
lorry_behind, lorry_front = _windscreen(_BLUE, top=90), _bonnet(_BLUE)
van_behind, van_front = _windscreen(_TEAL, top=90), _bonnet(_TEAL)
fire_engine_behind, fire_engine_front = _windscreen(_RED, top=90, crest="#6fb3dd"), _bonnet(_RED)
train_behind, train_front = _windscreen(_RED, top=80, crest=_GLOW), _buffers
