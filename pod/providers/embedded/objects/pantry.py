"""Coffee bar, bakery, farmyard and the witch's shelf: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, rounded_rect, sparkle, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    SNOW,
    STEEL,
    TEAL,
    WOOD,
    C,
    Draw,
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)

_BRASS = "#e8b84a"


def _espresso_machine(pen: Pen) -> None:
    for x in (230, 400):
        box(pen, x, 70, 120, 90, SNOW, 24)
    shape(pen, "M110 160L914 160L890 330L134 330Z", RED)
    box(pen, 150, 320, 724, 480, STEEL, 10)
    slab(pen, 170, 500, 684, 280, deep(STEEL), 10)
    box(pen, 70, 790, 884, 130, DARK, 30)
    disc(pen, 250, 245, 54, CREAM)
    line(pen, "M250 245L280 215", 12)
    for x, ink in ((620, GOLD), (710, TEAL), (800, CREAM)):
        dot(pen, x, 245, 32, ink)
    for x in (340, 690):
        box(pen, x - 84, 430, 168, 70, DARK, 20)
        bar(pen, (x, 500), (x, 560), 26, STEEL)
        shape(pen, f"M{x - 84} 640L{x + 84} 640L{x + 56} 790L{x - 56} 790Z", SNOW)
        line(pen, f"M{x} 570L{x} 640", 14, "#5a3421")
    tube(pen, "M880 420C960 460 960 600 930 700", 22, STEEL)


def _coffee_grinder(pen: Pen) -> None:
    tube(pen, "M512 160L780 130L780 60", 24, STEEL)
    disc(pen, 780, 60, 44, WOOD)
    shape(pen, "M250 440C270 260 390 170 512 170C634 170 754 260 774 440Z", _BRASS)
    mark(pen, "M330 410C350 310 400 250 460 226C420 290 400 350 400 410Z", pale(_BRASS, 0.6))
    box(pen, 210, 430, 604, 70, deep(WOOD), 20)
    box(pen, 240, 490, 544, 420, WOOD, 16)
    box(pen, 320, 640, 384, 190, deep(WOOD, 0.15), 16)
    disc(pen, C, 734, 40, _BRASS)
    box(pen, 200, 890, 624, 84, deep(WOOD), 24)


def _waffle_iron(pen: Pen) -> None:
    pen.part(circle(470, 330, 290), DARK)
    pen.canvas.fill(circle(470, 330, 240), STEEL)
    for k in (-2, -1, 0, 1, 2):
        line(pen, f"M{470 + 84 * k} 130L{470 + 84 * k} 530M270 {330 + 84 * k}L670 {330 + 84 * k}", 16, DARK)
    pen.part(oval(470, 740, 380, 130), DARK)
    pen.part(oval(470, 710, 320, 100), "#e2a75a")
    for k in (-2, -1, 0, 1, 2):
        line(pen, f"M{470 + 100 * k} {640 + 6 * abs(k)}L{470 + 120 * k} {780 - 10 * abs(k)}", 14, deep("#e2a75a"))
    line(pen, "M190 690L750 690M180 740L760 740", 14, deep("#e2a75a"))
    box(pen, 820, 690, 190, 70, DARK, 30)
    box(pen, 430, 680, 80, 50, "#fff0a8", 10)


def _mortar(pen: Pen) -> None:
    bar(pen, (780, 80), (560, 440), 44, STEEL, 66)
    for x, turn in ((380, -30), (470, -8), (330, -56)):
        pen.part(leaf(x, 460, 230, 60, turn), GREEN)
    shape(pen, "M140 430L884 430C884 640 790 760 680 800L730 940L294 940L344 800C234 760 140 640 140 430Z", STEEL)
    pen.part(rounded_rect(100, 400, 824, 76, 38), pale(STEEL, 0.4))
    mark(pen, "M220 520L290 520C310 640 350 710 400 750C280 710 230 620 220 520Z", SNOW)


def _cake_stand(pen: Pen) -> None:
    bar(pen, (C, 700), (C, 940), 40, PINK, 56)
    box(pen, 300, 920, 424, 70, PINK, 34)
    for x, ink in ((260, PINK), (512, CREAM), (764, "#8a5a3c")):
        shape(pen, f"M{x - 84} 520L{x + 84} 520L{x + 60} 650L{x - 60} 650Z", TEAL)
        pen.part(cloudlet(x, 490, 200, 130, 3), ink)
        disc(pen, x, 390, 32, RED)
    box(pen, 70, 640, 884, 80, pale(PINK, 0.3), 40)


def _pizza_cutter(pen: Pen) -> None:
    disc(pen, 350, 640, 300, STEEL)
    pen.canvas.stroke(circle(350, 640, 230), pale(STEEL, 0.6), 20)
    bar(pen, (350, 640), (600, 390), 44, DARK)
    disc(pen, 350, 640, 50, RED)
    bar(pen, (620, 370), (920, 80), 66, RED, 76)
    dot(pen, 920, 90, 26, CREAM)


def _wok(pen: Pen) -> None:
    bar(pen, (760, 520), (1000, 380), 34, WOOD)
    for x, y, ink in (
        (300, 350, GREEN),
        (430, 280, RED),
        (540, 340, GOLD),
        (380, 420, ORANGE),
        (620, 420, GREEN),
        (230, 440, GOLD),
    ):
        pen.part(blob(x, y, 76, 60), ink)
    tube(pen, "M410 180C380 130 440 110 410 50", 14, SNOW)
    tube(pen, "M520 190C490 140 550 120 520 60", 14, SNOW)
    shape(pen, "M60 480L860 480C840 740 660 860 460 860C260 860 80 740 60 480Z", DARK)
    box(pen, 30, 440, 860, 70, pale(DARK, 0.2), 35)
    tube(pen, "M50 490C-20 500 0 600 80 590", 30, DARK)


def _milk_can(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 240} 330C{C + side * 390} 330 {C + side * 390} 470 {C + side * 290} 480", 34, STEEL)
    shape(pen, "M360 250L664 250C670 340 800 380 810 500L790 960L234 960L214 500C224 380 354 340 360 250Z", STEEL)
    mark(pen, "M290 520C300 450 360 410 400 380L380 940L300 940Z", SNOW)
    for y in (560, 860):
        slab(pen, 224, y, 576, 26, deep(STEEL), 8)
    box(pen, 330, 180, 364, 90, STEEL, 24)
    shape(pen, "M380 180Q512 40 644 180Z", deep(STEEL))
    pen.canvas.fill(heart(C, 720, 140), BLUE)


def _hay_bale(pen: Pen) -> None:
    hay = "#e2b64f"
    shape(pen, "M80 470L250 300L960 300L940 700L790 880L80 880Z", hay)
    shape(pen, "M80 470L790 470L960 300M790 470L790 880", hay)
    for x, y, turn in (
        (140, 560, 20),
        (300, 640, -16),
        (460, 580, 12),
        (600, 700, -24),
        (200, 760, 30),
        (380, 800, -10),
        (560, 820, 18),
        (680, 580, -12),
        (860, 560, 60),
        (850, 700, 50),
        (400, 380, 70),
        (620, 390, 100),
    ):
        pen.canvas.fill(moved("M-50 -8L50 -8L50 8L-50 8Z", x, y, turn), deep(hay))
    for x in (260, 600):
        line(pen, f"M{x} 470L{x} 880M{x} 470L{x + 170} 304", 30, RED)
    for x, y in ((60, 850), (300, 900), (640, 900), (820, 840)):
        tube(pen, f"M{x} {y}L{x - 30} {y + 60}", 10, hay)


def _rain_boots(pen: Pen) -> None:
    for x, y in ((150, -60), (0, 40)):
        shape(
            pen,
            f"M{260 + x} {140 + y}L{560 + x} {140 + y}L{570 + x} {560 + y}C{700 + x} {580 + y} {850 + x} {640 + y} {860 + x} {780 + y}L{860 + x} {860 + y}L{270 + x} {860 + y}Z",
            GOLD,
        )
        mark(pen, f"M{300 + x} {240 + y}L{350 + x} {240 + y}L{350 + x} {700 + y}L{310 + x} {700 + y}Z", pale(GOLD, 0.6))
        box(pen, 240 + x, 120 + y, 340, 80, deep(GOLD), 30)
        box(pen, 250 + x, 850 + y, 630, 60, DARK, 24)
    shape(pen, "M40 950Q260 900 500 940Q760 910 980 950Q760 1010 500 990Q240 1010 40 950Z", BLUE)


def _bird_cage(pen: Pen) -> None:
    tube(pen, "M512 130C440 30 584 30 512 130", 20, GOLD)
    shape(pen, "M200 850L200 480C200 260 340 130 512 130C684 130 824 260 824 480L824 850Z", GLASS)
    bar(pen, (230, 640), (794, 640), 14, WOOD)
    shape(
        pen, "M400 620C380 480 480 400 580 420C660 430 700 500 660 580C640 630 560 650 500 640L390 730L410 640Z", GOLD
    )
    shape(pen, "M660 470L740 500L664 530Z", ORANGE)
    dot(pen, 610, 480, 18)
    for x, top in ((280, 270), (396, 170), (512, 130), (628, 170), (744, 270)):
        tube(pen, f"M{x} 850C{x} 500 {C + (x - C) * 0.9} 300 {C + (x - C) * 0.6} {top}", 12, GOLD)
    line(pen, "M204 480L820 480", 26)
    line(pen, "M204 480L820 480", 12, GOLD)
    box(pen, 150, 830, 724, 110, GOLD, 40)


def _potion(pen: Pen) -> None:
    box(pen, 440, 30, 144, 120, WOOD, 24)
    box(pen, 400, 130, 224, 70, GLASS, 24)
    shape(
        pen,
        "M430 200L594 200L594 380C760 430 860 560 860 700C860 870 720 990 512 990C304 990 164 870 164 700C164 560 264 430 430 380Z",
        GLASS,
    )
    mark(pen, "M180 640Q350 570 512 640Q680 710 844 640C880 840 740 972 512 972C284 972 144 840 180 640Z", PURPLE)
    for x, y, r in ((380, 740, 44), (560, 820, 60), (660, 720, 30), (460, 880, 26), (500, 560, 34), (590, 490, 24)):
        dot(pen, x, y, r, pale(PURPLE, 0.5))
    pen.canvas.fill(star(C, 790, 120), GOLD)
    mark(pen, "M230 640C250 540 330 470 420 440C350 510 310 570 300 650Z", SNOW)


def _crystals(pen: Pen) -> None:
    for x, top, half, turn in (
        (300, 360, 80, -26),
        (720, 340, 84, 26),
        (420, 180, 100, -10),
        (630, 220, 90, 12),
        (520, 60, 110, 0),
    ):
        pen.part(
            turned(
                Path.lines([(x - half, 900), (x - half, top + 130), (x, top), (x + half, top + 130), (x + half, 900)]),
                turn,
                C,
                940,
            ),
            PURPLE,
        )
        pen.canvas.fill(
            turned(
                Path.lines([(x - half + 12, 890), (x - half + 12, top + 136), (x, top + 20), (x - 20, 890)]),
                turn,
                C,
                940,
            ),
            pale(PURPLE),
        )
    shape(
        pen,
        "M120 900C200 820 330 860 420 840C520 810 640 870 720 840C820 830 900 860 920 920C860 1000 200 1000 120 900Z",
        DARK,
    )


def _dog_bowl(pen: Pen) -> None:
    for x, y in ((330, 430), (450, 380), (570, 390), (690, 430), (400, 460), (620, 460), (512, 450)):
        pen.part(blob(x, y, 74, 56), "#a9683c")
    shape(pen, "M230 480L794 480L960 850L64 850Z", RED)
    pen.canvas.fill(
        moved(
            "M-120 -30C-150 -90 -220 -70 -200 -10C-240 40 -180 90 -130 40L130 40C180 90 240 40 200 -10C220 -70 150 -90 120 -30Z",
            C,
            680,
        ),
        SNOW,
    )
    box(pen, 40, 830, 944, 80, deep(RED), 40)


def _air_fryer(pen: Pen) -> None:
    shape(pen, "M230 160Q240 60 340 60L684 60Q784 60 794 160L840 880Q840 960 760 960L264 960Q184 960 184 880Z", DARK)
    box(pen, 330, 130, 364, 170, deep(DARK, 0.3), 30)
    slab(pen, 380, 180, 150, 70, "#7ee08a", 10)
    disc(pen, 620, 215, 44, STEEL)
    line(pen, "M204 420L820 420", 14)
    box(pen, 410, 540, 204, 260, STEEL, 50)
    box(pen, 260, 940, 120, 50, STEEL, 14)
    box(pen, 644, 940, 120, 50, STEEL, 14)


def _game_console(pen: Pen) -> None:
    tube(pen, "M360 600C300 760 480 740 420 860", 18, DARK)
    box(pen, 110, 220, 804, 340, STEEL, 30)
    box(pen, 110, 440, 804, 120, deep(STEEL), 20)
    box(pen, 330, 150, 364, 130, DARK, 16)
    slab(pen, 370, 176, 284, 60, GOLD, 8)
    for x, ink in ((200, RED), (290, DARK)):
        box(pen, x, 480, 64, 44, ink, 10)
    for x in (620, 760):
        slab(pen, x, 474, 100, 54, INK, 10)
    box(pen, 280, 730, 560, 230, CREAM, 50)
    shape(
        pen, "M350 825L400 825L400 775L450 775L450 825L500 825L500 875L450 875L450 925L400 925L400 875L350 875Z", DARK
    )
    for x in (650, 750):
        disc(pen, x, 850, 44, RED)


def _turntable(pen: Pen) -> None:
    box(pen, 50, 180, 924, 700, WOOD, 40)
    for x in (130, 894):
        box(pen, x - 60, 870, 120, 60, DARK, 20)
    disc(pen, 420, 530, 310, DARK)
    for r in (270, 220, 170):
        pen.canvas.stroke(circle(420, 530, r), pale(DARK, 0.2), 10)
    disc(pen, 420, 530, 110, RED)
    dot(pen, 420, 530, 24, CREAM)
    disc(pen, 840, 310, 76, STEEL)
    tube(pen, "M840 310L850 600L660 720", 26, STEEL)
    box(pen, 600, 690, 100, 60, CREAM, 14)
    for y in (740, 810):
        dot(pen, 870, y, 24, GOLD)


def _sitar(pen: Pen) -> None:
    bar(pen, (400, 660), (880, 90), 46, WOOD, 36)
    disc(pen, 790, 170, 74, "#c98a4b")
    shape(
        pen,
        "M130 700C130 560 260 500 380 560C470 600 520 680 500 780C480 900 380 980 270 960C180 940 130 820 130 700Z",
        "#c98a4b",
    )
    pen.part(oval(320, 770, 120, 130, 20), CREAM)
    line(pen, "M300 800L860 110M340 800L890 130", 7, CREAM)
    for k in range(5):
        x, y = 520 + 70 * k, 520 - 84 * k
        line(pen, f"M{x - 40} {y - 34}L{x + 40} {y + 34}", 16, GOLD)
        disc(pen, x + 64, y + 54, 22, DARK)
    box(pen, 270, 780, 110, 34, DARK, 10)


def _cleats(pen: Pen) -> None:
    for x, y, ink in ((130, -200, deep(ORANGE)), (0, 120, ORANGE)):
        for k in range(5):
            box(pen, 120 + x + 150 * k, 770 + y - 120, 60, 90, DARK, 16)
        shape(
            pen,
            f"M{80 + x} {330 + y}C{140 + x} {300 + y} {260 + x} {320 + y} {300 + x} {280 + y}C{380 + x} {400 + y} {560 + x} {460 + y} {700 + x} {480 + y}C{800 + x} {500 + y} {860 + x} {560 + y} {860 + x} {660 + y}L{90 + x} {660 + y}Q{60 + x} {480 + y} {80 + x} {330 + y}Z",
            ink,
        )
        box(pen, 70 + x, 640 + y, 800, 54, SNOW, 26)
        for k in range(3):
            line(pen, f"M{390 + x + 80 * k} {400 + y + 24 * k}L{350 + x + 84 * k} {470 + y + 20 * k}", 18, SNOW)


def _tarot(pen: Pen) -> None:
    for turn in (-22, 22, 0):
        pen.part(turned(rounded_rect(320, 150, 384, 640, 36), turn, C, 900), PURPLE)
        pen.canvas.stroke(turned(rounded_rect(352, 182, 320, 576, 20), turn, C, 900), GOLD, 12)
    pen.canvas.fill(star(C, 470, 160, 12, 0.6), GOLD)
    disc(pen, C, 470, 84, GOLD)
    for x, y in ((400, 250), (624, 250), (400, 690), (624, 690)):
        pen.canvas.fill(sparkle(x, y, 44, 0.2), GOLD)


def _spray_can(pen: Pen) -> None:
    for x, y, r in ((130, 170, 90), (250, 110, 70), (60, 290, 60), (240, 240, 60)):
        dot(pen, x, y, r, pale(PINK, 0.1))
    box(pen, 440, 110, 130, 110, SNOW, 24)
    shape(pen, "M330 330Q340 220 440 210L590 210Q690 220 700 330Z", STEEL)
    box(pen, 310, 310, 410, 670, PINK, 40)
    slab(pen, 320, 360, 390, 40, STEEL, 0)
    slab(pen, 360, 430, 44, 480, pale(PINK, 0.6), 22)
    pen.canvas.fill(star(560, 660, 120), CREAM)


def _fire_hydrant(pen: Pen) -> None:
    box(pen, 200, 890, 624, 90, deep(RED), 24)
    for side in SIDES:
        box(pen, C + side * 250 - 90, 440, 180, 150, deep(RED, 0.12), 30)
        box(pen, C + side * 340 - 30, 420, 60, 190, GOLD, 16)
    box(pen, 320, 340, 384, 560, RED, 20)
    shape(pen, "M300 330C310 190 400 110 512 110C624 110 714 190 724 330Z", RED)
    box(pen, 460, 40, 104, 90, GOLD, 20)
    box(pen, 270, 310, 484, 70, deep(RED), 30)
    disc(pen, C, 560, 120, GOLD)
    disc(pen, C, 560, 60, deep(GOLD))
    slab(pen, 360, 400, 40, 440, pale(RED), 20)


PANTRY: Mapping[str, Draw] = {
    "espresso machine": _espresso_machine,
    "coffee grinder": _coffee_grinder,
    "waffle iron": _waffle_iron,
    "mortar and pestle": _mortar,
    "cake stand": _cake_stand,
    "pizza cutter": _pizza_cutter,
    "wok": fitted(_wok),
    "milk churn": _milk_can,
    "hay bale": _hay_bale,
    "rain boots": _rain_boots,
    "bird cage": _bird_cage,
    "potion bottle": _potion,
    "crystal cluster": _crystals,
    "dog bowl": _dog_bowl,
    "air fryer": _air_fryer,
    "game console": _game_console,
    "turntable": _turntable,
    "sitar": _sitar,
    "cleats": fitted(_cleats),
    "tarot cards": _tarot,
    "spray can": _spray_can,
    "fire hydrant": _fire_hydrant,
}
