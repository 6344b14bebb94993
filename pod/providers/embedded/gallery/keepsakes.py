"""What is handed on, and what lies in boxes: a bible, a thimble, a bobber, a fan. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    CREAM,
    DARK,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    STEEL,
    VIOLET,
    WOOD,
    C,
    Draw,
    petal,
)
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, slab, tube


def _bible(pen: Pen) -> None:
    """Closed, with gilt edges, a cross on its cover and a ribbon."""
    shape(pen, "M240 90L800 90L860 150L860 980L300 980L240 920Z", pale(GOLD, 0.4))
    for x in (818, 836):
        line(pen, f"M{x} 130L{x} 970", 6, deep(GOLD))
    box(pen, 180, 60, 620, 880, "#5b2f3a", 40)
    slab(pen, 180, 60, 74, 880, deep("#5b2f3a", 0.4), 30)
    mark(pen, "M496 190L564 190L564 340L700 340L700 408L564 408L564 760L496 760L496 408L360 408L360 340L496 340Z", GOLD)
    shape(pen, "M640 940L720 940L720 1016L680 984L640 1016Z", RED)


def _bobber(pen: Pen) -> None:
    """A float on a line, half red and half white, with rings on the water."""
    tube(pen, "M512 40Q560 130 512 230", 12, DARK)
    bar(pen, (C, 180), (C, 290), 26, GOLD)
    body = circle(C, 560, 290)
    pen.part(body, CREAM)
    with pen.canvas.group(body):
        mark(pen, "M200 240L824 240L824 560L200 560Z", RED)
        mark(pen, "M200 540L824 540L824 584L200 584Z", INK)
    pen.canvas.fill(oval(400, 430, 40, 74, 34), "#ffffff", 0.8)
    bar(pen, (C, 846), (C, 930), 20, GOLD)
    for k, half in enumerate((300, 420)):
        line(pen, f"M{C - half} {900 + 40 * k}Q{C} {960 + 40 * k} {C + half} {900 + 40 * k}", 14, "#6fb4e0")


def _thimble(pen: Pen) -> None:
    body = Path.parse("M330 160C330 60 694 60 694 160L800 880C800 960 224 960 224 880Z")
    pen.part(body, STEEL)
    with pen.canvas.group(body):
        for row in range(7):
            for k in range(9):
                dot(pen, 210 + 76 * k + 38 * (row % 2), 190 + 84 * row, 20, deep(STEEL, 0.35))
    shape(pen, "M210 820Q512 900 814 820L826 920Q512 1010 198 920Z", pale(STEEL, 0.5))
    slab(pen, 370, 140, 40, 560, "#ffffff", 20)


def _cornucopia(pen: Pen) -> None:
    """A horn of wicker from which the harvest spills."""
    horn = Path.parse(
        "M40 300C120 140 300 180 420 330C520 300 640 330 700 420L560 860C380 860 200 700 190 470C170 390 130 340 40 300Z"
    )
    pen.part(horn, "#c98a45")
    with pen.canvas.group(horn):
        for x in range(100, 760, 76):
            line(pen, f"M{x} 200Q{x + 120} 500 {x - 40} 900", 12, deep("#c98a45"))
        for y in range(280, 900, 88):
            line(pen, f"M40 {y}Q400 {y - 60} 760 {y + 60}", 12, deep("#c98a45"))
    pen.part(oval(640, 640, 130, 250, -16), deep("#c98a45", 0.5))
    for x, y, rx, ry, ink in ((790, 800, 190, 150, ORANGE), (640, 720, 120, 116, RED), (560, 860, 116, 110, "#9ac05a")):
        pen.part(oval(x, y, rx, ry), ink)
    for dx in (-90, 0, 90):
        line(pen, f"M{790 + dx} 668Q{790 + 1.5 * dx} 800 {790 + dx} 934", 9, deep(ORANGE))
    bar(pen, (790, 660), (810, 600), 20, GREEN)
    for k, (x, y) in enumerate(((690, 900), (740, 950), (640, 950), (690, 990), (600, 980))):
        disc(pen, x, y, 48, (VIOLET, deep(VIOLET))[k % 2])
    for turn in (-10, 20, 50):
        ear = [polar(780, 640, out, turn) for out in (40, 300)]
        pen.part(limb(ear, 9, 7), GOLD)
        for k in range(5):
            for side in (-1, 1):
                pen.part(leaf(*polar(780, 640, 180 + 30 * k, turn), 66, 24, turn + side * 36), GOLD)


def _hand_fan(pen: Pen) -> None:
    """Open, of folded paper with a flower on it."""
    ribs = range(-75, 76, 15)
    arc = [polar(C, 860, 720, turn) for turn in range(-80, 81, 5)]
    inner = [polar(C, 860, 300, turn) for turn in range(80, -81, -5)]
    for turn in ribs:
        bar(pen, (C, 860), polar(C, 860, 320, turn), 13, WOOD)
    paper = Path.lines([*arc, *inner])
    pen.part(paper, RED)
    with pen.canvas.group(paper):
        for turn in ribs:
            pen.canvas.stroke(
                Path.lines([polar(C, 860, 290, turn), polar(C, 860, 730, turn)], closed=False), deep(RED), 8
            )
        for x, y, r in ((512, 350, 150), (300, 440, 90), (724, 440, 90)):
            for k in range(5):
                pen.canvas.fill(petal("notched", x, y, r, r, 72 * k), "#fbd3dc")
            dot(pen, x, y, 0.24 * r, GOLD)
    pen.canvas.stroke(Path.lines(arc, closed=False), GOLD, 18)
    disc(pen, C, 860, 40, GOLD)


def _tackle_box(pen: Pen) -> None:
    """Open, with a tray of lures, hooks and a float."""
    shape(pen, "M110 130L914 130L914 420L110 420Z", deep("#4f8a6a", 0.3))
    slab(pen, 150, 170, 724, 250, pale("#4f8a6a", 0.5), 20)
    tube(pen, "M400 130Q400 40 512 40Q624 40 624 130", 30, DARK)
    shape(pen, "M60 420L964 420L964 560L60 560Z", pale(GOLD, 0.3))
    for x in (220, 390, 560, 730):
        line(pen, f"M{x} 430L{x} 556", 10, deep(GOLD, 0.4))
    for x, ink in ((140, RED), (475, "#4f9fc0"), (845, ORANGE)):
        pen.part(oval(x, 420, 56, 92, 0), ink)
        dot(pen, x, 384, 15)
    for x in (305, 650):
        line(pen, f"M{x} 310L{x} 440Q{x} 500 {x + 44} 480L{x + 40} 440", 13, DARK)
    box(pen, 60, 560, 904, 400, "#4f8a6a", 34)
    slab(pen, 60, 640, 904, 34, deep("#4f8a6a", 0.3), 8)
    box(pen, 440, 620, 144, 120, STEEL, 20)


def _christmas_pudding(pen: Pen) -> None:
    """Round and dark, with icing over it and a sprig of holly."""
    shape(pen, "M120 900L904 900L860 980L164 980Z", CREAM)
    body = Path.parse(
        "M150 620C150 330 340 200 512 200C684 200 874 330 874 620C874 820 760 920 512 920C264 920 150 820 150 620Z"
    )
    pen.part(body, "#6b3f2a")
    with pen.canvas.group(body):
        for k in range(22):
            x, y = 190 + 97 * (k % 8), 560 + 110 * (k // 8) + 40 * (k % 2)
            dot(pen, x, y, 22, ("#3f2418", "#a8642f")[k % 2])
    shape(
        pen,
        "M176 520C200 300 360 196 512 196C664 196 824 300 848 520C820 600 770 590 750 520C730 470 690 480 680 560C670 660 590 660 580 560C572 500 520 490 500 550C480 630 410 620 400 540C390 480 340 480 320 540C290 610 200 600 176 520Z",
        "#fdfbf6",
    )
    for side in (-1, 1):
        pen.part(leaf(C, 210, 230, 80, side * 62), GREEN)
    for dx, y in ((-36, 190), (36, 190), (0, 140)):
        disc(pen, C + dx, y, 42, RED)


def _smile_badge(pen: Pen) -> None:
    """The button of the seventies: tall eyes, a wide mouth with a crease at each end."""
    disc(pen, C, C, 490, "#f9cf3f")
    for x in (372, 652):
        pen.canvas.fill(oval(x, 370, 52, 104), INK)
    mouth = curve((216, 590), (300, 860), (724, 860), (808, 590))
    pen.canvas.stroke(Path.lines(mouth, closed=False), INK, 44)
    for side in (-1, 1):
        end = C + side * 306
        pen.canvas.stroke(Path((("M", (end - side * 44, 574)), ("Q", (end, 600, end + side * 44, 560)))), INK, 34)
    pen.canvas.fill(oval(250, 230, 40, 84, 42), "#ffffff", 0.65)


def _kitchen_tongs(pen: Pen) -> None:
    """Two arms from one hinge, each with a scalloped end."""
    for side in SIDES:
        tip = C + side * 210
        pen.part(limb([(C + side * 24, 90), (C + side * 170, 420), (tip, 800)], 34, 40), STEEL)
        shape(
            pen,
            f"M{tip - 62} 770Q{tip} 740 {tip + 62} 770L{tip + 70} 900Q{tip + 34} 870 {tip + 14} 920Q{tip} 880 {tip - 14} 920Q{tip - 34} 870 {tip - 70} 900Z",
            STEEL,
        )
        pen.part(limb([(C + side * 86, 230), (C + side * 166, 410)], 44, 44), DARK)
    disc(pen, C, 96, 64, deep(STEEL, 0.3))
    dot(pen, C, 96, 22, CREAM)


def _strawberry(pen: Pen, x: float, y: float, turn: float) -> None:
    berry = Path.parse("M0 118C-70 76 -104 -10 -62 -54C-34 -80 34 -80 62 -54C104 -10 70 76 0 118Z")
    to = Transform.rotate(turn, (0, 0)).then(Transform.move(x, y))
    pen.part(berry.transformed(to), "#d9343f")
    for sx, sy in ((-34, -10), (34, -6), (0, 30), (-22, 58), (24, 60), (0, -28)):
        pen.canvas.fill(oval(sx, sy, 7, 11).transformed(to), "#f9d98a")
    for lean in (-70, -24, 24, 70):
        pen.part(leaf(0, -56, 84, 34, lean).transformed(to), GREEN)


def _berries_and_cream(pen: Pen) -> None:
    """A bowl heaped with berries, cream poured over them."""
    for x, y, turn in ((260, 420, -24), (764, 420, 24), (400, 330, -8), (630, 330, 10), (512, 420, 0)):
        _strawberry(pen, x, y, turn)
    cream = "M300 470C330 400 400 430 440 380C470 300 560 300 590 380C640 430 700 400 730 470C760 520 700 560 660 540L640 600Q620 640 600 590L560 560L500 620Q470 650 450 600L420 560C360 580 280 540 300 470Z"
    shape(pen, cream, "#fffaf0")
    shape(pen, "M130 520L894 520C880 760 760 900 640 930L384 930C264 900 144 760 130 520Z", "#7fb3d6")
    line(pen, "M150 600Q512 650 874 600", 22, CREAM)
    box(pen, 384, 920, 256, 60, "#7fb3d6", 20)


def _dog_tags(pen: Pen) -> None:
    """A soldier's two, on a chain of beads."""
    for k in range(31):
        pen.part(circle(*polar(C, 330, 270, 11.6 * k), 20), STEEL)
    for turn, ink in ((26.0, deep(STEEL, 0.12)), (-14.0, pale(STEEL, 0.2))):
        tag = Path.parse(
            "M-170 40Q-170 -20 -110 -20L110 -20Q170 -20 170 40L170 480Q170 540 110 540L-110 540Q-170 540 -170 480Z"
        )
        sway = Transform.rotate(turn).then(Transform.move(C, 470))
        pen.part(tag.transformed(sway), ink)
        rim = Path.parse(
            "M-136 56Q-136 14 -94 14L94 14Q136 14 136 56L136 464Q136 506 94 506L-94 506Q-136 506 -136 464Z"
        )
        pen.canvas.stroke(rim.transformed(sway), deep(STEEL, 0.35), 11)
        for row, wide in enumerate((170, 130, 180, 100)):
            text = Path.parse(f"M-92 {190 + 76 * row}L{wide - 92} {190 + 76 * row}")
            pen.canvas.stroke(text.transformed(sway), deep(STEEL, 0.45), 22)
        pen.part(circle(0, 70, 32).transformed(sway), DARK)


KEEPSAKES: Mapping[str, Draw] = {
    "soldier's dog tags": fitted(_dog_tags),
    "smile badge": fitted(_smile_badge),
    "christmas pudding": fitted(_christmas_pudding),
    "kitchen tongs": fitted(_kitchen_tongs),
    "strawberries and cream": fitted(_berries_and_cream),
    "bible": fitted(_bible),
    "fishing bobber": fitted(_bobber),
    "thimble": fitted(_thimble),
    "cornucopia": fitted(_cornucopia),
    "folding hand fan": fitted(_hand_fan),
    "tackle box": fitted(_tackle_box),
}
"""By the name that the keyword table gives them."""
