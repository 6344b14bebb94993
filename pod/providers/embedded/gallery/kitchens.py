"""Fruit and herbs as cooks have them: peeled, halved, in sprigs; what is poured and dipped. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, GOLD, GREEN, LEAF, RED, WHITE, WOOD, C, Draw, leaves, petal
from pod.providers.embedded.objects.kit import (
    bar,
    box,
    deep,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    tube,
    turned,
)


def _peeled_banana(pen: Pen) -> None:
    flesh, peel = "#fbf0c8", "#f4cf3f"
    pen.part(limb(curve((560, 760), (600, 560), (600, 300), (520, 110)), 120, 70), flesh)
    line(pen, "M600 640Q640 420 560 200", 12, deep(flesh, 0.2))
    shape(pen, "M440 560C300 560 160 640 120 800C260 740 380 740 470 700Z", pale(peel, 0.4))
    shape(pen, "M690 560C840 540 960 640 980 800C860 720 760 720 670 700Z", pale(peel, 0.4))
    shape(
        pen,
        "M430 600C420 820 480 960 600 1000C660 1010 690 980 690 940C700 820 720 720 700 580C640 660 500 670 430 600Z",
        peel,
    )
    shape(pen, "M500 610C480 700 520 800 560 860C610 800 640 700 630 620Q560 650 500 610Z", pale(peel, 0.4))
    box(pen, 590, 970, 90, 60, WOOD, 16)


def _avocado_halves(pen: Pen) -> None:
    """One with the stone, one with its hollow."""
    for x, turn, ink in ((320, -16, "#8a5a34"), (710, 16, "#d9d98f")):
        for share, paint in ((1.0, "#3f5f34"), (0.88, "#a9c65f"), (0.74, "#f0eeb4")):
            d = f"M{x} {C - 440 * share}C{x + 150 * share} {C - 420 * share} {x + 150 * share} {C - 150 * share} {x + 230 * share} {C + 60 * share}C{x + 320 * share} {C + 330 * share} {x + 160 * share} {C + 450 * share} {x} {C + 450 * share}C{x - 160 * share} {C + 450 * share} {x - 320 * share} {C + 330 * share} {x - 230 * share} {C + 60 * share}C{x - 150 * share} {C - 150 * share} {x - 150 * share} {C - 420 * share} {x} {C - 440 * share}Z"
            half = turned(Path.parse(d), turn, x, C)
            if share == 1.0:
                pen.part(half, paint)
            else:
                pen.canvas.fill(half, paint)
        pen.part(circle(x - turn, 690, 128), ink)
        glint(pen, x - turn - 44, 640, 26, 40, 30, pale(ink, 0.5))


def _garlic_and_cloves(pen: Pen) -> None:
    skin = "#f4ecf0"
    for dx, w in ((-210, 150), (210, 150), (-110, 150), (110, 150), (0, 150)):
        pen.part(
            Path.parse(
                f"M{C} 150C{C + dx * 0.3 - w * 0.3} 300 {C + dx - w} 380 {C + dx - w} 560C{C + dx - w} 740 {C + dx} 800 {C + dx * 0.6} 800C{C + dx + w} 780 {C + dx + w} 600 {C + dx + w} 560C{C + dx + w} 380 {C + dx * 0.3 + w * 0.3} 300 {C} 150Z"
            ),
            skin,
        )
        line(pen, f"M{C + dx * 0.5} 330Q{C + dx} 480 {C + dx * 0.8} 720", 9, "#c9a3bf")
    shape(pen, "M470 260L490 30L540 30L556 260Z", skin)
    for x, y, turn in ((150, 880, -60), (860, 890, 60), (700, 950, 100)):
        clove = turned(
            Path.parse(
                f"M{x} {y - 150}C{x + 120} {y - 60} {x + 100} {y + 90} {x} {y + 100}C{x - 90} {y + 90} {x - 80} {y - 40} {x} {y - 150}Z"
            ),
            turn,
            x,
            y,
        )
        pen.part(clove, pale(skin, 0.3))
        pen.canvas.fill(turned(oval(x - 26, y, 14, 60), turn, x, y), "#c9a3bf")


def _butternut(pen: Pen) -> None:
    ink = "#e9b878"
    tube(pen, f"M{C} 170Q500 90 560 30", 54, "#8a6a3a")
    shape(
        pen,
        "M360 260C360 130 664 130 664 260C670 430 640 480 720 580C860 760 780 1000 512 1000C244 1000 164 760 304 580C384 480 354 430 360 260Z",
        ink,
    )
    mark(
        pen,
        "M410 260C410 220 440 190 470 186C440 420 440 520 380 620C320 720 310 800 340 880C250 800 260 700 350 590C420 500 410 400 410 260Z",
        pale(ink, 0.4),
    )
    line(pen, "M590 230Q590 450 650 580Q720 720 660 900M520 960L520 990", 12, deep(ink, 0.2))


def _basil_pot(pen: Pen) -> None:
    for x, y in ((300, 420), (724, 420), (C, 240)):
        tube(pen, f"M{C} 720Q{C + 0.3 * (x - C)} 560 {x} {y + 60}", 16, GREEN)
        for turn in (-78, 78, -30, 30):
            pen.part(petal("broad", x, y + 70, 210, 170, turn + (x - C) * 0.06), (GREEN, LEAF)[abs(turn) < 40])
            tip = polar(x, y + 70, 150, turn + (x - C) * 0.06)
            line(pen, f"M{x} {y + 70}L{tip[0]} {tip[1]}", 9, pale(LEAF, 0.4))
    shape(pen, "M300 760L724 760L670 1010L354 1010Z", "#cf6f47")
    box(pen, 264, 680, 496, 96, "#d98260", 22)


def _sprig(leaf_shape: str, size: float, width: float, ink: str, rows: int = 7) -> Draw:
    """Stalks with pairs of small leaves."""

    def draw(pen: Pen) -> None:
        for lean in (-26, 26, 0):
            top = polar(C, 980, 880 - 4 * abs(lean), lean)
            stalk = curve((C, 980), polar(C, 980, 300, 0.4 * lean), polar(C, 980, 600, 0.8 * lean), top)
            pen.part(limb(stalk, 13, 7), deep(ink, 0.2))
            for k in range(rows):
                x, y = stalk[2 + (k + 1) * (len(stalk) - 3) // rows]
                for side in SIDES:
                    pen.part(petal(leaf_shape, x, y, size, width, lean + side * 58), mix(ink, WHITE, 0.14 * (k % 2)))
            pen.part(petal(leaf_shape, *top, size, width, lean), ink)

    return fitted(draw)


def _parsley(pen: Pen) -> None:
    for x, y in ((240, 420), (784, 420), (C, 230)):
        tube(pen, f"M{C} 1000Q{C + 0.2 * (x - C)} 700 {x} {y}", 20, "#6fa04a")
        for turn in (-72, 72, 0):
            at = polar(x, y + 30, 120, turn)
            pen.part(petal("frilled", *at, 190, 210, turn), "#4f9a45")
            for lean in (-44, 44):
                pen.part(petal("frilled", *at, 150, 170, turn + lean), "#5fae50")
            line(pen, f"M{x} {y + 30}L{at[0]} {at[1]}", 14, "#6fa04a")


def _dill(pen: Pen) -> None:
    """Fine as hair: all of it is lined at once."""
    threads = []
    for lean in (-28, 28, 0):
        top = polar(C, 1000, 900, lean * 1.1)
        threads.append(Path.lines([(C, 1000), top], closed=False))
        for k in range(5):
            x, y = polar(C, 1000, 380 + 125 * k, lean * 1.1)
            for side in SIDES:
                tips = [polar(x, y, 170 - 16 * k, lean + side * (24 + 26 * j)) for j in range(3)]
                threads += [Path.lines([(x, y), tip], closed=False) for tip in tips]
    for width, ink in ((34, INK), (17, "#6fb062")):
        for thread in threads:
            pen.canvas.stroke(thread, ink, width)


def _honey_and_dipper(pen: Pen) -> None:
    bar(pen, (620, 420), (880, 30), 22, WOOD)
    shape(
        pen,
        "M200 300L700 300C790 380 800 440 800 520L800 880Q800 990 690 990L210 990Q100 990 100 880L100 520C100 440 110 380 200 300Z",
        "#f2b233",
    )
    mark(pen, "M150 520C150 450 170 400 220 360L260 360C210 420 200 470 200 540L200 840L150 840Z", pale("#f2b233", 0.5))
    box(pen, 170, 560, 560, 260, CREAM, 30)
    shape(pen, "M370 620L450 570L530 620L530 720L450 770L370 720Z", "#f2b233")
    box(pen, 160, 240, 580, 90, "#fbe3a0", 30)
    for k, (half, at) in enumerate(((70, 0), (96, 56), (104, 112), (96, 168), (66, 224))):
        x, y = 560 + 0.555 * (280 - at), 500 - 0.83 * (280 - at)
        pen.part(turned(rounded_rect(x - half, y - 22, 2 * half, 44, 22), 34, x, y), (WOOD, deep(WOOD, 0.15))[k % 2])
    tube(pen, "M590 470Q600 560 590 640", 30, "#f2b233")


def _beer_flight(pen: Pen) -> None:
    """Four small glasses on a board."""
    for k, ink in enumerate(("#f6d868", "#e9a53a", "#b5622a", "#4a2a1e")):
        x = 60 + 236 * k
        shape(pen, f"M{x} 330L{x + 200} 330L{x + 176} 800L{x + 24} 800Z", "#e6f1f4")
        shape(pen, f"M{x + 12} 430L{x + 188} 430L{x + 170} 780L{x + 30} 780Z", ink)
        for dx, r in ((30, 50), (96, 62), (164, 50)):
            pen.part(circle(x + dx, 400, r), "#fdf6e0")
        mark(pen, f"M{x + 40} 500L{x + 62} 500L{x + 66} 740L{x + 50} 740Z", pale(ink, 0.5))
    box(pen, 0, 780, 1024, 110, WOOD, 40)
    line(pen, "M60 836Q400 816 960 840", 12, deep(WOOD, 0.3))


def _gelato_cups(pen: Pen) -> None:
    """Three, each of another kind."""
    for x, y, scoop, cup in (
        (250, 560, "#a9d9b4", "#ee8fa3"),
        (774, 560, "#f3e3b8", "#6fb0d9"),
        (C, 640, "#f2a3bd", "#f3bf4b"),
    ):
        bar(pen, (x + 90, y - 100), (x + 180, y - 330), 20, "#c9d3dd")
        for dx, dy, r in ((-80, -40, 130), (80, -40, 130), (0, -140, 140)):
            pen.part(circle(x + dx, y + dy, r), (scoop, pale(scoop, 0.3))[dy < -100])
        for dx, dy in ((-60, -150), (40, -190), (-110, -40), (90, -60)):
            dot(pen, x + dx, y + dy, 13, deep(scoop, 0.3))
        shape(pen, f"M{x - 230} {y}L{x + 230} {y}L{x + 150} {y + 320}L{x - 150} {y + 320}Z", cup)
        for k in range(3):
            mark(
                pen,
                f"M{x - 130 + 110 * k} {y + 20}L{x - 90 + 110 * k} {y + 20}L{x - 66 + 80 * k} {y + 300}L{x - 92 + 80 * k} {y + 300}Z",
                pale(cup, 0.5),
            )


def _cake_on_a_stand(pen: Pen) -> None:
    """A whole one, iced, with strawberries on top."""
    for x in (250, 380, C, 644, 774):
        y = 210 if x == C else 226
        shape(
            pen,
            f"M{x - 62} {y}C{x - 62} {y - 70} {x + 62} {y - 70} {x + 62} {y}C{x + 50} {y + 90} {x + 10} {y + 120} {x} {y + 124}C{x - 10} {y + 120} {x - 50} {y + 90} {x - 62} {y}Z",
            RED,
        )
        leaves(pen, ((x, y - 46, 60, -70), (x, y - 46, 60, 70), (x, y - 46, 56, 0)), GREEN, 0.4)
        for dx, dy in ((-24, 10), (22, 14), (0, 56)):
            dot(pen, x + dx, y + dy, 7, GOLD)
    shape(pen, "M170 330L854 330L854 700L170 700Z", "#f6e3c0")
    mark(pen, "M170 520L854 520L854 580L170 580Z", "#e8637f")
    drip = "M150 300Q150 270 200 270L824 270Q874 270 874 300L874 420Q850 500 800 430Q760 380 720 450Q680 530 630 440Q590 380 540 450Q490 540 440 440Q400 380 350 450Q310 520 260 440Q220 380 190 440Q160 470 150 420Z"
    shape(pen, drip, "#f7b3c4")
    box(pen, 60, 690, 904, 64, WHITE, 32)
    shape(pen, "M470 750L554 750L570 900L454 900Z", WHITE)
    pen.part(oval(C, 940, 230, 54), WHITE)


KITCHENS: Mapping[str, Draw] = {
    "peeled banana": fitted(_peeled_banana),
    "avocado halves": fitted(_avocado_halves),
    "garlic and cloves": fitted(_garlic_and_cloves),
    "butternut squash": fitted(_butternut),
    "jar of honey with a dipper": fitted(_honey_and_dipper),
    "beer flight": fitted(_beer_flight),
    "gelato cups": fitted(_gelato_cups),
    "cake on a cake stand": fitted(_cake_on_a_stand),
}
"""By the name that the keyword table gives them."""

HERBS: Mapping[str, Draw] = {
    "pot of basil": fitted(_basil_pot),
    "thyme": _sprig("round", 70, 46, "#6f9a62", 9),
    "oregano": _sprig("broad", 120, 96, "#5f9a4f", 5),
    "parsley": fitted(_parsley),
    "dill": fitted(_dill),
}
"""What grows, likewise."""
