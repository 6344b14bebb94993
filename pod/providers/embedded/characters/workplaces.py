"""What somebody is at: decks, a stove, a drum kit, a piano, a climbing wall, a rock to howl from. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.gestures import REACHED, WAVED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _STONE, _ORANGE, _BLUE, _PURPLE = "#3d3a48", "#9aa0aa", "#ee8a3c", "#4f9fc0", "#8468c0"


def rock(pen: Pen) -> None:
    pen.part(Path.parse("M60 1180C120 1020 280 950 420 960L640 950C800 960 930 1040 980 1180Z"), _STONE)
    pen.canvas.fill(
        Path.parse("M420 985L600 980C640 990 600 1010 520 1012C460 1012 420 1004 420 985Z"), mix(_STONE, _CREAM, 0.5)
    )


def decks(pen: Pen) -> None:
    """Two turntables and a mixer between, before somebody."""
    pen.part(Path.parse("M20 830L1004 830L1084 1020L-60 1020Z"), _DARK)
    for side in SIDES:
        pen.part(oval(*at(side, 320, 920), 190, 66), "#1f1d26")
        pen.canvas.fill(oval(*at(side, 320, 920), 66, 23), _RED if side < 0 else _GOLD)
        pen.canvas.fill(oval(*at(side, 320, 920), 14, 6), _CREAM)
    for k in range(3):
        pen.part(rounded_rect(452 + 44 * k, 868, 22, 110, 8), _STEEL)
        pen.canvas.fill(rounded_rect(446 + 44 * k, 884 + 30 * ((k * 2) % 3), 34, 20, 6), _TEAL)
    pen.part(rounded_rect(-80, 1010, 1184, 130, 30), _PURPLE)
    for k in range(5):
        pen.canvas.fill(star(120 + 196 * k, 1074, 40), _GOLD)


def ladle(pen: Pen) -> None:
    pen.part(limb([(REACHED[0] - 10, 640), (700, 860)], 14, 14), _WOOD)


def pot_on_a_stove(pen: Pen) -> None:
    """Steaming, large, in front of all but a head."""
    for x in (170, 854):  # beside a face, never before it
        wisp = curve((x, 740), (x - 40, 690), (x + 40, 640), (x, 570))
        pen.part(limb(wisp, 15, 7), "#e9eef2")
    for side in SIDES:
        handle = Path.parse("M0 -40C90 -60 90 60 0 40").transformed(
            Transform.scale(side, 1).then(Transform.move(*at(side, 340, 880)))
        )
        pen.canvas.stroke(handle, INK, 34 + 2 * LINE)
        pen.canvas.stroke(handle, mix(_RED, INK, 0.2), 34)
    pen.part(Path.parse("M170 800L854 800L824 1030Q512 1070 200 1030Z"), _RED)
    pen.canvas.fill(rounded_rect(226, 850, 40, 140, 20), mix(_RED, _CREAM, 0.45))
    pen.part(rounded_rect(140, 776, 744, 58, 28), mix(_RED, INK, 0.15))
    pen.part(rounded_rect(40, 1040, 944, 110, 24), _STEEL)
    for x in (220, 414, 610, 804):
        pen.part(circle(x, 1096, 34), _DARK)


def sparkling_wand(pen: Pen) -> None:
    """In the raised hand, stars streaming from its tip."""
    x, y = WAVED
    pen.part(limb([(x - 40, y + 90), (x + 70, y - 150)], 13, 11), "#6b4a8f")
    for dx, dy, r in (
        (86, -190, 74),
        (-40, -250, 40),
        (210, -90, 40),
        (190, -290, 52),
        (60, -350, 34),
        (310, -190, 30),
    ):
        pen.part(star(x + dx, y + dy, r, 5 if r > 45 else 4, 0.42), "#f8d05c" if r != 40 else "#9ccbe0")


def drum_kit(pen: Pen) -> None:
    """A bass drum in the middle, toms on it, a cymbal on either side."""
    for side in SIDES:
        pen.part(limb([at(side, 520, 640), at(side, 500, 1130)], 12, 14), _STEEL)
        pen.part(oval(*at(side, 520, 636), 190, 34, side * 12), _GOLD)
        pen.canvas.fill(circle(*at(side, 520, 622), 18), mix(_GOLD, INK, 0.4))
    for side in SIDES:
        x, y = at(side, 400, 900)
        pen.part(
            Path.parse(
                f"M{x - 130} {y - 20}L{x + 130} {y - 20}L{x + 120} {y + 170}Q{x} {y + 210} {x - 120} {y + 170}Z"
            ),
            _RED,
        )
        pen.part(oval(x, y - 20, 136, 40), _CREAM)
    pen.part(circle(MIDDLE_X, 1000, 226), _RED)
    pen.part(circle(MIDDLE_X, 1000, 178), _CREAM)
    pen.canvas.fill(star(MIDDLE_X, 1000, 112), _GOLD)
    for side in SIDES:
        tom_x, tom_y = at(side, 140, 776)
        pen.part(rounded_rect(tom_x - 108, tom_y - 4, 216, 96, 26), _RED)
        pen.part(oval(tom_x, tom_y, 110, 34), _CREAM)


def drum_sticks(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 344, 580), at(side, 196, 690)], 13, 10), _WOOD)
        pen.part(circle(*at(side, 190, 694), 20), _WOOD)


def piano(pen: Pen) -> None:
    """An upright one, its keys along the top for all to see."""
    pen.part(Path.parse("M-40 960L1064 960L1044 1200L-20 1200Z"), "#5b3a2a")
    for x in (190, 512, 834):
        pen.canvas.fill(rounded_rect(x - 110, 1010, 220, 140, 18), mix("#5b3a2a", _CREAM, 0.16))
    pen.part(Path.parse("M10 820L1014 820L1074 980L-50 980Z"), _CREAM)
    top, low, count = (10.0, 1014.0), (-50.0, 1074.0), 15
    for k in range(1, count):
        share = k / count
        line = [(top[0] + (top[1] - top[0]) * share, 824), (low[0] + (low[1] - low[0]) * share, 976)]
        pen.canvas.stroke(Path.lines(line, closed=False), INK, 7)
        if k % 7 not in (3, 0):
            key_x = line[0][0] + (line[1][0] - line[0][0]) * 0.28
            pen.canvas.fill(rounded_rect(key_x - 22, 822, 44, 92, 6), _DARK)
    pen.part(rounded_rect(-30, 784, 1084, 48, 20), "#6b4632")


def climbing_wall(pen: Pen) -> None:
    """Boards behind somebody, with holds of many colours."""
    pen.part(rounded_rect(-40, -120, 1104, 1240, 40), "#d9c4a0")
    for y in (190, 500, 810):
        pen.canvas.fill(rounded_rect(-30, y, 1084, 10, 4), mix("#d9c4a0", INK, 0.2))
    holds = (
        *(
            (180, 200, _RED),
            (850, 200, _BLUE),
            (230, 930, _TEAL),
            (800, 930, _PURPLE),
            (60, 560, _GOLD),
            (960, 520, _RED),
        ),
        *(
            (420, -30, _TEAL),
            (700, 20, _GOLD),
            (60, 60, _PURPLE),
            (970, -40, _ORANGE),
            (512, 1050, _ORANGE),
            (40, 860, _BLUE),
        ),
    )
    for x, y, ink in holds:
        pen.part(blob(x, y, 62, 44, 2.3, 0.2), ink)


def flower_bed(pen: Pen) -> None:
    """Earth with sprouts and flowers in a row, a trowel in the hand."""
    for x, tall, ink in ((120, 210, _RED), (290, 170, _GOLD), (460, 120, ""), (930, 190, _PURPLE)):
        top = 1000 - tall
        pen.part(limb([(x, 1000), (x, top)], 11, 10), "#4f9a5c")
        for side in SIDES:
            pen.part(oval(x + side * 44, 1000 - tall * 0.42, 46, 20, side * -24), "#5fae6a")
        for k in range(6 if ink else 0):
            pen.part(circle(*polar(x, top, 40, 60 * k), 30), ink)
        if ink:
            pen.part(circle(x, top, 28), _CREAM)
    pen.part(limb([(REACHED[0] - 10, 640), (REACHED[0] - 60, 800)], 24, 18), _WOOD)
    blade = "M-56 0L56 0L44 120Q0 190 -44 120Z"
    pen.part(
        Path.parse(blade).transformed(Transform.rotate(16, (0, 0)).then(Transform.move(REACHED[0] - 66, 806))), _STEEL
    )
    pen.part(
        Path.parse(
            "M-40 1010C60 940 200 970 330 960C480 940 620 980 760 960C900 940 1010 970 1070 1010L1070 1120Q512 1170 -40 1120Z"
        ),
        "#7a5233",
    )
    for x, y in ((100, 1050), (300, 1080), (520, 1040), (700, 1090), (900, 1050)):
        pen.canvas.fill(oval(x, y, 30, 12), "#9a6f48")


def chopped_log(pen: Pen) -> None:
    """A block with a log on it, split, to the right."""
    pen.part(Path.parse("M900 960L1180 960L1200 1100L880 1100Z"), "#8f5f3d")
    pen.part(oval(1040, 960, 140, 34), "#e3b983")
    for dx, lean in ((-54, -14), (54, 14)):
        half = rounded_rect(1040 + dx - 40, 800, 80, 160, 12).transformed(Transform.rotate(lean, (1040 + dx, 960)))
        pen.part(half, "#c98a4b")


def raised_axe(pen: Pen) -> None:
    x, y = WAVED
    pen.part(limb([(x - 30, y + 80), (x + 60, y - 260)], 16, 16), _WOOD)
    blade = "M-4 -70L70 -96C150 -60 150 60 70 96L-4 60Z"
    pen.part(Path.parse(blade).transformed(Transform.rotate(14, (0, 0)).then(Transform.move(x + 46, y - 200))), _STEEL)


def kettle_grill(pen: Pen) -> None:
    """On three legs before somebody, glowing, its grate level with the hips."""
    for x, foot in ((300, 240), (724, 784), (512, 512)):
        pen.part(limb([(x, 960), (foot, 1150)], 17, 14), _DARK)
    pen.part(Path.parse("M170 860L854 860C840 990 700 1050 512 1050C324 1050 184 990 170 860Z"), _RED)
    pen.canvas.fill(Path.parse("M214 900L810 900Q790 950 740 970L290 970Q236 950 214 900Z"), mix(_RED, INK, 0.25))
    pen.part(rounded_rect(140, 826, 744, 48, 22), _DARK)


def turner(pen: Pen) -> None:
    """In the raised hand, smoke rising from the grate."""
    x, y = WAVED
    pen.part(limb([(x - 10, y + 70), (x + 30, y - 130)], 14, 14), _WOOD)
    pen.part(Path.parse(f"M{x - 30} {y - 140}L{x + 100} {y - 116}L{x + 80} {y - 270}L{x - 10} {y - 280}Z"), _STEEL)
    for sx in (190, 110):
        wisp = Path.parse(f"M{sx} 760C{sx - 60} 700 {sx + 50} 660 {sx} 580")
        pen.canvas.stroke(wisp, INK, 34)
        pen.canvas.stroke(wisp, _CREAM, 18)
