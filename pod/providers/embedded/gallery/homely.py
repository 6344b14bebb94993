"""What is used in house, garden and camp, beside what the icon sets have: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import (
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
    woven_basket,
)

_IRON, _STEEL, _WOOD, _CLAY, _RED, _GOLD = "#3d3a48", "#c3ccd8", "#b0763f", "#cf7a4f", "#d1493f", "#f3bf4b"


def _frying_pan(pen: Pen, *, egg: bool = False) -> None:
    bar(pen, (620, 620), (930, 930), 46, _WOOD)
    dot(pen, 910, 910, 18)
    disc(pen, 400, 400, 380, _IRON)
    disc(pen, 400, 400, 310, "#55525f")
    pen.canvas.stroke(Path.lines([polar(400, 400, 250, a) for a in range(-80, -19, 6)], closed=False), "#8d8a96", 26)
    if egg:
        shape(
            pen,
            "M400 180C520 160 640 260 610 400C640 520 520 600 420 580C300 620 180 540 200 400C180 280 280 180 400 180Z",
            "#fdfbf4",
        )
        disc(pen, 410, 390, 100, "#f6b93a")
        glint(pen, 376, 350, 26, 16, -40)


def _breakfast_pan(pen: Pen) -> None:
    """Two fried eggs and two rashers."""
    _frying_pan(pen)
    for x, y in ((300, 270), (470, 240)):
        shape(
            pen,
            f"M{x - 100} {y}C{x - 100} {y - 90} {x + 20} {y - 120} {x + 90} {y - 60}C{x + 130} {y + 10} {x + 80} {y + 100} {x} {y + 90}C{x - 70} {y + 90} {x - 110} {y + 60} {x - 100} {y}Z",
            "#fdfbf4",
        )
        disc(pen, x, y - 6, 46, "#f6b93a")
    for dy in (0, 100):
        strip = f"M170 {430 + dy}C240 {380 + dy} 300 {480 + dy} 380 {430 + dy}C460 {380 + dy} 520 {480 + dy} 620 {420 + dy}L630 {486 + dy}C540 {540 + dy} 460 {440 + dy} 390 {494 + dy}C310 {540 + dy} 240 {440 + dy} 180 {494 + dy}Z"
        shape(pen, strip, "#c9483a")
        line(
            pen,
            f"M180 {462 + dy}C250 {412 + dy} 300 {510 + dy} 384 {462 + dy}C460 {412 + dy} 530 {510 + dy} 624 {452 + dy}",
            16,
            "#f6c9b5",
        )


def _skillet(pen: Pen) -> None:
    _frying_pan(pen)
    shape(pen, "M60 260L-20 230L20 170L110 190Z", _IRON)


def _saucepan(pen: Pen) -> None:
    bar(pen, (700, 470), (1000, 400), 34, _IRON)
    shape(pen, "M90 420L730 420L700 800Q690 870 620 870L200 870Q130 870 120 800Z", _STEEL)
    mark(pen, "M150 470L210 470L230 820L190 820Q172 820 168 790Z", "#eef2f6")
    box(pen, 60, 370, 700, 70, pale(_STEEL, 0.3), 30)
    shape(pen, "M130 370C150 270 670 270 690 370Z", _STEEL)
    disc(pen, 410, 270, 40, _IRON)


def _stock_pot(pen: Pen) -> None:
    for side in SIDES:
        tube(
            pen,
            f"M{C + side * 370} 470Q{C + side * 500} 470 {C + side * 490} 560Q{C + side * 480} 610 {C + side * 370} 610",
            34,
            _IRON,
        )
    shape(pen, "M130 400L894 400L880 860Q870 930 800 930L224 930Q154 930 144 860Z", _RED)
    mark(pen, "M180 450L240 450L250 880L214 880Q196 880 194 850Z", pale(_RED, 0.35))
    box(pen, 96, 350, 832, 74, deep(_RED, 0.15), 34)
    shape(pen, "M170 350C200 210 824 210 854 350Z", _RED)
    disc(pen, C, 216, 50, _IRON)


def _spatula(pen: Pen) -> None:
    to = Transform.rotate(30, (C, C))
    pen.part(limb([(C, 470), (C, 1000)], 28, 34).transformed(to), _WOOD)
    pen.part(rounded_rect(C - 20, 380, 40, 120, 10).transformed(to), _STEEL)
    pen.part(Path.parse("M372 40Q512 10 652 40L620 380Q512 410 404 380Z").transformed(to), _STEEL)
    for x in (440, 512, 584):
        pen.canvas.fill(rounded_rect(x - 14, 90, 28, 220, 14).transformed(to), INK)


def _crossed_utensils(pen: Pen) -> None:
    """Spatula and fork of a barbecue."""
    left = Transform.rotate(-34, (C, C))
    pen.part(limb([(C, 420), (C, 1010)], 26, 34).transformed(left), _WOOD)
    pen.part(Path.parse("M392 20Q512 -10 632 20L604 330Q512 356 420 330Z").transformed(left), _STEEL)
    pen.part(rounded_rect(C - 18, 330, 36, 120, 10).transformed(left), _STEEL)
    for x in (454, 512, 570):
        pen.canvas.fill(rounded_rect(x - 12, 70, 24, 190, 12).transformed(left), INK)
    right = Transform.rotate(34, (C, C))
    pen.part(limb([(C, 420), (C, 1010)], 26, 34).transformed(right), _WOOD)
    pen.part(
        Path.parse(
            "M412 10Q412 0 436 0Q460 0 460 20L460 210Q512 260 564 210L564 20Q564 0 588 0Q612 0 612 10L612 230Q600 320 534 350L534 450L490 450L490 350Q424 320 412 230Z"
        ).transformed(right),
        _STEEL,
    )


def _plain_bowl(pen: Pen, ink: str = "#4f8fb8") -> None:
    shape(pen, "M40 420C60 720 240 880 400 900L624 900C784 880 964 720 984 420Z", ink)
    pen.part(oval(C, 420, 472, 110), pale(ink, 0.35))
    pen.canvas.fill(oval(C, 440, 410, 80), deep(ink, 0.2))
    mark(pen, "M90 540C120 680 220 780 330 830C230 720 170 640 160 540Z", pale(ink, 0.4))


def _fruit_bowl(pen: Pen) -> None:
    for x, y, r, ink in (
        (300, 400, 150, "#d9403a"),
        (700, 400, 150, "#f08a2c"),
        (520, 320, 150, "#8fb84a"),
        (420, 470, 140, "#f6c53f"),
        (620, 480, 140, "#d9403a"),
    ):
        disc(pen, x, y, r, ink)
        glint(pen, x - 0.4 * r, y - 0.4 * r, 0.2 * r, 0.1 * r, -40, pale(ink, 0.6))
    for x, y in ((300, 250), (520, 170), (620, 340)):
        line(pen, f"M{x} {y + 20}Q{x + 6} {y - 30} {x + 30} {y - 50}", 14, "#6b4a2c")
        pen.part(leaf(x + 10, y, 90, 28, 70), "#5fa84f")
    for k in range(9):
        x, y = 800 + 52 * (k % 3) - 20 * (k // 3), 420 + 50 * (k // 3)
        disc(pen, x, y, 36, "#7a4a8f")
    shape(pen, "M60 520L964 520C940 760 780 880 640 900L640 950L384 950L384 900C244 880 84 760 60 520Z", "#e3d3b5")
    mark(pen, "M84 600Q512 700 940 600L930 650Q512 750 94 650Z", "#4f8fb8")


def _basket_of(ink: str, stalk: str = "leaf") -> Draw:
    """Round fruit heaped in a basket."""

    def draw(pen: Pen) -> None:
        tube(pen, "M150 560C140 60 884 60 874 560", 44, "#c98a4b")
        for x, y in ((270, 520), (754, 520), (390, 410), (634, 410), (512, 350), (512, 500)):
            disc(pen, x, y, 128, ink)
            glint(pen, x - 50, y - 56, 28, 14, -40, pale(ink, 0.6))
            line(pen, f"M{x} {y - 110}Q{x + 4} {y - 150} {x + 26} {y - 166}", 13, "#6b4a2c")
            if stalk == "leaf":
                pen.part(leaf(x + 8, y - 120, 80, 26, 66), "#5fa84f")
        body = Path.parse("M90 560L934 560L840 960Q512 1010 184 960Z")
        pen.part(body, "#d9a35a")
        with pen.canvas.group(body):
            for row in range(5):
                for k in range(12):
                    slab(pen, 40 + 86 * k + 43 * (row % 2), 590 + 84 * row, 68, 46, "#b97f3a", 20)
        box(pen, 70, 530, 884, 70, "#c98a4b", 34)

    return draw


def _strawberry(pen: Pen, x: float, y: float, k: float) -> None:
    shape(
        pen,
        f"M{x} {y + 150 * k}C{x - 140 * k} {y + 60 * k} {x - 150 * k} {y - 100 * k} {x - 90 * k} {y - 120 * k}Q{x} {y - 150 * k} {x + 90 * k} {y - 120 * k}C{x + 150 * k} {y - 100 * k} {x + 140 * k} {y + 60 * k} {x} {y + 150 * k}Z",
        "#e0424f",
    )
    for dx, dy in ((-60, -60), (10, -50), (66, -54), (-30, 0), (40, 10), (0, 66)):
        dot(pen, x + dx * k, y + dy * k, 9 * k, "#fbe3a0")
    for turn in (-80, -40, 0, 40, 80):
        pen.part(leaf(x, y - 110 * k, 90 * k, 26 * k, turn), "#4f9a5c")


def _basket_of_strawberries(pen: Pen) -> None:
    tube(pen, "M150 560C140 60 884 60 874 560", 44, "#c98a4b")
    for x, y in ((250, 500), (774, 500), (380, 380), (644, 380), (512, 330), (512, 520)):
        _strawberry(pen, x, y, 0.98)
    woven_basket(pen)


def _jug(pen: Pen) -> None:
    tube(pen, "M680 300C960 280 940 720 720 740", 60, "#6f9fc0")
    shape(
        pen,
        "M330 120L640 120L700 80L690 220C700 330 800 440 800 650C800 860 700 980 620 990L400 990C320 980 220 860 220 650C220 440 330 330 330 120Z",
        "#6f9fc0",
    )
    mark(pen, "M226 600C380 660 660 660 796 600L800 680C660 730 380 730 222 680Z", "#fbf6ea")
    for x in (360, 510, 660):
        pen.canvas.fill(heart(x, 470, 70), "#fbf6ea")


def _beehive(pen: Pen) -> None:
    for k, (half, y) in enumerate(((250, 900), (310, 780), (330, 650), (310, 520), (250, 390), (160, 270))):
        box(pen, C - half, y - 70, 2 * half, 140, ("#f0bf4c", "#e6ae3a")[k % 2], 66)
    shape(pen, "M430 960L430 820Q430 740 512 740Q594 740 594 820L594 960Z", "#5f3a20")
    for x, y, flip in ((140, 330, 1), (880, 480, -1), (790, 180, -1)):
        for turn in (-30, 20):
            pen.part(oval(x + flip * 6 + turn * 0.4, y - 56, 26, 46, turn), "#e3f1f8")
        body = oval(x, y, 66, 46)
        pen.part(body, "#f6cf4a")
        with pen.canvas.group(body):
            for dx in (-10, 30):
                slab(pen, x + dx - 10, y - 60, 20, 120, INK, 0)
        dot(pen, x - flip * 44, y - 8, 9)


def _garden_tools(pen: Pen) -> None:
    """Trowel, hand fork and shears, fanned out."""
    for turn, kind in ((-34, "trowel"), (34, "fork"), (0, "shears")):
        to = Transform.rotate(turn, (C, 980))
        if kind == "shears":
            for side in SIDES:
                pen.part(
                    Path.parse(
                        f"M{C + side * 6} 420C{C + side * 70} 330 {C + side * 90} 160 {C + side * 40} 40C{C - side * 6} 140 {C - side * 20} 300 {C - side * 6} 420Z"
                    ).transformed(to),
                    _STEEL,
                )
                pen.canvas.stroke(
                    Path.parse(f"M{C} 420C{C - side * 30} 560 {C - side * 100} 640 {C - side * 70} 900").transformed(
                        to
                    ),
                    INK,
                    76,
                )
                pen.canvas.stroke(
                    Path.parse(f"M{C} 420C{C - side * 30} 560 {C - side * 100} 640 {C - side * 70} 900").transformed(
                        to
                    ),
                    _RED,
                    56,
                )
            pen.part(circle(C, 420, 36).transformed(to), "#8d97a3")
            continue
        pen.part(limb([(C, 620), (C, 940)], 42, 50).transformed(to), _WOOD)
        pen.part(rounded_rect(C - 20, 420, 40, 220, 10).transformed(to), "#8d97a3")
        if kind == "trowel":
            pen.part(
                Path.parse("M422 430L412 220Q430 80 512 20Q594 80 612 220L602 430Q512 480 422 430Z").transformed(to),
                _STEEL,
            )
            pen.canvas.stroke(Path.parse("M512 100L512 400").transformed(to), "#8d97a3", 14)
        else:
            pen.part(
                Path.parse(
                    "M402 60L438 60L438 270Q438 310 494 310L494 40L530 40L530 310Q586 310 586 270L586 60L622 60L622 300Q620 400 540 420L484 420Q404 400 402 300Z"
                ).transformed(to),
                _STEEL,
            )


def _gloves(pen: Pen) -> None:
    for side in SIDES:
        to = Transform.scale(side, 1).then(Transform.rotate(side * 8)).then(Transform.move(C + side * 250, 520))
        hand = "M-130 200L-150 -60C-150 -110 -100 -110 -90 -60L-80 30L-84 -240C-84 -300 -24 -300 -20 -240L-10 0L0 -290C0 -350 60 -350 60 -290L64 0L90 -230C100 -290 150 -280 148 -220L130 60L200 -20C240 -60 280 -10 250 40L130 200Z"
        pen.part(Path.parse(hand).transformed(to), "#7fae5a")
        for x, y in ((-50, 60), (40, 90), (0, 150), (90, 130)):
            for k in range(5):
                pen.canvas.fill(circle(*polar(x, y, 17, 72 * k), 12).transformed(to), "#fdfbf6")
            pen.canvas.fill(circle(x, y, 9).transformed(to), _GOLD)
        pen.part(rounded_rect(-150, 190, 300, 150, 30).transformed(to), "#e9913f")


def _flower_pot(pen: Pen) -> None:
    shape(pen, "M180 360L844 360L730 960Q720 1000 680 1000L344 1000Q304 1000 294 960Z", _CLAY)
    box(pen, 110, 240, 804, 170, _CLAY, 34)
    pen.canvas.fill(oval(C, 250, 340, 30), "#5f3a24")
    slab(pen, 270, 460, 46, 420, pale(_CLAY, 0.3), 23)


def _seeds(pen: Pen) -> None:
    to = Transform.rotate(-6, (C, C))
    pen.part(rounded_rect(210, 40, 604, 940, 16).transformed(to), "#f6ecd0")
    pen.canvas.fill(rounded_rect(250, 90, 524, 110, 10).transformed(to), "#5fa84f")
    for k in range(10):
        pen.part(leaf(512, 580, 250, 60, 36 * k).transformed(to), "#f6bd2f")
    pen.part(circle(512, 580, 110).transformed(to), "#6b4426")
    for x in (330, 520, 690):
        pen.canvas.fill(oval(x, 900, 26, 40, 20).transformed(to), "#3d2a1c")


def _sleeping_bag(pen: Pen) -> None:
    to = Transform.rotate(-18, (C, C))
    body = Path.parse(
        "M512 20C680 20 740 140 740 320L700 900Q690 1000 600 1000L424 1000Q334 1000 324 900L284 320C284 140 344 20 512 20Z"
    ).transformed(to)
    pen.part(body, "#e0703f")
    pen.part(oval(C, 220, 170, 150).transformed(to), "#f6ddb5")
    pen.part(rounded_rect(392, 180, 240, 120, 56).transformed(to), "#fdfbf6")
    for y in (470, 610, 750, 890):
        pen.canvas.stroke(Path.parse(f"M310 {y}Q512 {y + 60} 714 {y}").transformed(to), deep("#e0703f", 0.3), 14)
    pen.canvas.stroke(Path.parse("M560 370L540 960").transformed(to), _GOLD, 16)


def _hammock(pen: Pen) -> None:
    for x in (90, 934):
        bar(pen, (x, 130), (x, 960), 46, "#8a5a34")
        disc(pen, x, 120, 110, "#5fa84f")
        disc(pen, x - 60, 190, 84, "#5fa84f")
        disc(pen, x + 60, 190, 84, "#5fa84f")
    for d in ("M100 420L240 560M100 420L200 640", "M924 420L784 560M924 420L824 640"):
        line(pen, d, 12, "#c9a86a")
    body = Path.parse("M180 540C300 780 724 780 844 540C860 720 740 880 512 880C284 880 164 720 180 540Z")
    pen.part(body, "#e0564a")
    with pen.canvas.group(body):
        for k, ink in enumerate(("#f3bf4b", "#fbf2df", "#3f978f")):
            pen.canvas.stroke(
                Path.parse(f"M150 {610 + 66 * k}C300 {850 + 50 * k} 724 {850 + 50 * k} 874 {610 + 66 * k}"), ink, 30
            )


def _swiss_knife(pen: Pen) -> None:
    for turn, length in ((-58, 470), (-24, 400), (34, 380)):
        x = 240 if turn < 0 else 790
        to = Transform.rotate(turn, (x, 640))
        pen.part(
            Path.parse(
                f"M{x - 44} 640L{x - 50} {640 - length}Q{x - 10} {600 - length} {x + 44} {700 - length}L{x + 44} 640Z"
            ).transformed(to),
            _STEEL,
        )
    pen.part(limb([(200, 690), (830, 690)], 130, 130), "#d1332e")
    mark(
        pen,
        "M490 620L534 620L534 668L582 668L582 712L534 712L534 760L490 760L490 712L442 712L442 668L490 668Z",
        "#fdfbf6",
    )
    pen.canvas.stroke(circle(950, 690, 40), INK, 34)
    pen.canvas.stroke(circle(950, 690, 40), _STEEL, 18)
    dot(pen, 160, 690, 22, _STEEL)


def _needle_and_thread(pen: Pen) -> None:
    tube(pen, "M880 150C700 60 560 260 640 380C720 500 860 400 760 330", 12, "#d9403a")
    to = Transform.rotate(44, (C, C))
    pen.part(
        Path.parse("M482 -60Q512 -110 542 -60L546 140L524 1080L512 1120L500 1080L478 140Z").transformed(to), _STEEL
    )
    pen.canvas.fill(oval(C, -10, 13, 56).transformed(to), INK)
    for y in (560, 900):
        box(pen, 60, y, 330, 70, _WOOD, 24)
    shape(pen, "M90 630L360 630L360 900L90 900Z", "#d9403a")
    for k in range(5):
        line(pen, f"M94 {660 + 52 * k}L356 {680 + 52 * k}", 10, deep("#d9403a", 0.3))


def _sewing_buttons(pen: Pen) -> None:
    for x, y, r, ink, holes in (
        (330, 340, 300, "#e0705a", 4),
        (730, 560, 250, "#3f978f", 2),
        (390, 790, 200, "#f3bf4b", 4),
    ):
        disc(pen, x, y, r, ink)
        pen.canvas.stroke(circle(x, y, 0.72 * r), deep(ink, 0.25), 0.07 * r)
        for k in range(holes):
            dot(pen, *polar(x, y, 0.24 * r, 45 + 360 * k / holes), 0.1 * r, INK)


def _straight_razor(pen: Pen) -> None:
    to = Transform.rotate(24, (C, C))
    pen.part(Path.parse("M460 560L440 110Q440 60 490 60L610 60Q630 60 624 90L570 560Z").transformed(to), "#dfe5ea")
    pen.canvas.stroke(Path.parse("M600 90L556 540").transformed(to), "#9aa6b2", 13)
    pen.part(limb([(C, 560), (640, 780), (820, 900)], 44, 40).transformed(to), "#5f3a24")
    for x, y in ((C, 560), (790, 880)):
        pen.part(circle(x, y, 20).transformed(to), _GOLD)


def _coffee_sack(pen: Pen) -> None:
    for x, y, turn in (
        (120, 940, 30),
        (230, 980, -20),
        (820, 960, 10),
        (930, 930, 60),
        (740, 990, -40),
        (330, 960, 50),
    ):
        pen.part(oval(x, y, 52, 38, turn), "#6b4128")
    shape(pen, "M200 380C80 520 60 780 150 930Q512 1000 874 930C964 780 944 520 824 380Z", "#d9b77a")
    shape(pen, "M170 330C240 250 784 250 854 330C870 400 790 420 512 420C234 420 154 400 170 330Z", "#c9a260")
    pen.part(oval(C, 320, 300, 70), "#6b4128")
    for k in range(16):
        pen.part(oval(C + 250 * (k % 8 - 3.5) / 4, 290 - 60 * (k // 8) + 18 * (k % 3), 46, 33, 40 * k), "#7a4a2c")
    pen.part(oval(C, 680, 120, 160, 20), "#6b4128")
    pen.canvas.stroke(Path.parse("M560 540C470 620 560 740 466 820"), "#d9b77a", 20)
    for y in (500, 560):
        pen.canvas.stroke(Path.parse(f"M130 {y}L250 {y}M780 {y}L890 {y}"), "#b9945a", 10)


def _adirondack(pen: Pen) -> None:
    for x in (330, 420, 512, 604, 694):
        top = 130 + abs(x - C) * 0.4
        box(pen, x - 40, top, 80, 620 - top, "#3f8fa8", 30)
    box(pen, 250, 600, 524, 70, "#3f8fa8", 16)
    box(pen, 230, 670, 564, 60, "#3f8fa8", 16)
    for x in (230, 724):
        box(pen, x, 560, 70, 420, deep("#3f8fa8", 0.12), 14)
    for x in (150, 654):
        box(pen, x, 520, 220, 60, pale("#3f8fa8", 0.2), 26)


HOMELY: Mapping[str, Draw] = {
    "frying pan": fitted(_frying_pan),
    "frying pan with an egg": fitted(lambda pen: _frying_pan(pen, egg=True)),
    "bacon and eggs in a pan": fitted(_breakfast_pan),
    "cast iron skillet": fitted(_skillet),
    "saucepan": fitted(_saucepan),
    "stock pot": fitted(_stock_pot),
    "kitchen spatula": fitted(_spatula),
    "crossed spatula and fork": fitted(_crossed_utensils),
    "empty bowl": fitted(_plain_bowl),
    "bowl of fruit": fitted(_fruit_bowl),
    "basket of apples": _basket_of("#d1332e"),
    "basket of peaches": _basket_of("#f5a06a"),
    "basket of oranges": _basket_of("#f08a2c"),
    "basket of lemons": _basket_of("#f4cf3a"),
    "basket of strawberries": _basket_of_strawberries,
    "porcelain jug": fitted(_jug),
    "straw beehive": fitted(_beehive),
    "garden tools": fitted(_garden_tools),
    "gardening gloves": fitted(_gloves),
    "clay flower pot": fitted(_flower_pot),
    "seed packet": fitted(_seeds),
    "sleeping bag": fitted(_sleeping_bag),
    "hammock": fitted(_hammock),
    "swiss army knife": fitted(_swiss_knife),
    "needle and thread": fitted(_needle_and_thread),
    "sewing buttons": fitted(_sewing_buttons),
    "straight razor": fitted(_straight_razor),
    "sack of coffee beans": fitted(_coffee_sack),
    "adirondack chair": fitted(_adirondack),
}
