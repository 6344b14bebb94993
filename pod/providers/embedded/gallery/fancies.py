"""What artists put together: flowers out of books, skulls and hearts, plants in bulbs, fireflies in jars. Original art in a box of
1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw, Head, leaves, stem
from pod.providers.embedded.objects.kit import box, deep, disc, dot, fitted, glint, line, mark, shape, slab, tube

_BONE, _GLASS, _CREAM, _STEEL = "#fbf6ea", "#d9f0f7", "#fbf2df", "#c3ccd8"
_ROSES: tuple[Head, ...] = (TIED["rose"],)
_MIXED: tuple[Head, ...] = tuple(
    (FLOWERS | TIED)[name] for name in ("daisy", "rose", "cornflower", "cosmos", "sunflower")
)


def _skull(pen: Pen) -> None:
    shape(
        pen,
        "M512 120C760 120 880 290 860 480C850 580 800 640 740 680L720 820C710 880 660 900 600 900L424 900C364 900 314 880 304 820L284 680C224 640 174 580 164 480C144 290 264 120 512 120Z",
        _BONE,
    )
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 160, 510, 104, 116, side * 12), INK)
    mark(pen, "M512 600C540 640 560 680 552 710L512 690L472 710C464 680 484 640 512 600Z", INK)
    for x in (-130, -66, 0, 66, 130):
        line(pen, f"M{C + x} 790L{C + x} 890", 13)
    line(pen, "M360 790L664 790", 13)


def _skull_with(heads: tuple[Head, ...]) -> Draw:
    """A wreath of flowers over the brow and at the jaw."""

    def draw(pen: Pen) -> None:
        leaves(
            pen,
            (
                (300, 240, 240, -80),
                (724, 240, 240, 80),
                (C, 160, 220, -30),
                (C, 160, 220, 30),
                (190, 860, 220, -110),
                (834, 860, 220, 110),
            ),
            GREEN,
            0.32,
        )
        _skull(pen)
        for k, (x, y, r) in enumerate(
            (
                (230, 290, 120),
                (794, 290, 120),
                (360, 180, 130),
                (664, 180, 130),
                (C, 150, 150),
                (200, 850, 130),
                (824, 850, 130),
            )
        ):
            heads[k % len(heads)](pen, x, y, r, (x - C) * 0.06)

    return fitted(draw)


def _heart_of_flowers(pen: Pen) -> None:
    """A heart as in anatomy, flowers for its vessels."""
    for x, y in ((340, 200), (520, 120), (700, 220)):
        stem(pen, (C + 0.3 * (x - C), 500), (x, y), 0, 14)
    leaves(pen, ((430, 380, 260, -70), (620, 380, 260, 70), (C, 340, 260, 10)), LEAF, 0.3)
    tube(pen, "M470 520L450 330", 84, "#c9404c")
    tube(pen, "M590 520C600 400 680 380 730 430", 84, "#5b7fc4")
    shape(
        pen,
        "M330 470C420 400 500 440 540 480C620 430 780 450 820 600C850 760 700 900 560 1000C400 960 240 820 230 640C226 560 270 500 330 470Z",
        "#d9475a",
    )
    for d in (
        "M540 480C520 600 560 760 640 860",
        "M560 640C480 680 420 760 410 820",
        "M600 600C680 600 740 660 750 720",
    ):
        line(pen, d, 16, "#a92f42")
    for k, (x, y, r) in enumerate(((340, 190, 130), (700, 210, 130), (520, 100, 150))):
        _MIXED[k](pen, x, y, r, 0)


def _book_of_flowers(pen: Pen) -> None:
    for x, y in ((240, 330), (400, 210), (C, 330), (640, 190), (790, 330)):
        stem(pen, (C + 0.2 * (x - C), 760), (x, y), 0.1 * (x - C), 13)
    leaves(pen, ((420, 640, 240, -60), (604, 640, 240, 60), (470, 560, 220, -20), (560, 560, 220, 24)), GREEN, 0.28)
    for side in SIDES:
        shape(
            pen,
            f"M{C} 720C{C + side * 140} 640 {C + side * 340} 640 {C + side * 480} 700L{C + side * 480} 960C{C + side * 340} 900 {C + side * 140} 900 {C} 980Z",
            "#b5473f",
        )
        shape(
            pen,
            f"M{C} 700C{C + side * 140} 620 {C + side * 320} 620 {C + side * 440} 670L{C + side * 440} 910C{C + side * 320} 860 {C + side * 140} 860 {C} 940Z",
            "#fdf8ea",
        )
        for k in range(3):
            y = 740 + 54 * k
            line(pen, f"M{C + side * 70} {y - 4}Q{C + side * 220} {y - 60} {C + side * 380} {y - 20}", 11, "#b9ad94")
    for k, (x, y, r) in enumerate(((240, 320, 120), (790, 320, 120), (400, 190, 130), (640, 170, 130), (C, 330, 130))):
        _MIXED[k](pen, x, y, r, (x - C) * 0.05)


def _bulb_with_plant(pen: Pen) -> None:
    body = "M512 60C720 60 860 220 860 400C860 540 780 610 720 690C690 730 680 760 676 800L348 800C344 760 334 730 304 690C244 610 164 540 164 400C164 220 304 60 512 60Z"
    pen.part(Path.parse(body), _GLASS)
    with pen.canvas.group(Path.parse(body)):
        pen.canvas.fill(Path.parse("M200 660Q512 600 824 660L824 820L200 820Z"), "#7a5236")
    stem(pen, (C, 660), (C, 330), 0, 15)
    leaves(
        pen,
        ((C, 560, 230, -70), (C, 560, 230, 70), (C, 450, 210, -50), (C, 450, 210, 50), (C, 350, 200, 0)),
        GREEN,
        0.36,
    )
    pen.canvas.stroke(Path.parse("M270 260Q320 160 420 130"), "#ffffff", 26)
    for k in range(3):
        box(pen, 352, 800 + 58 * k, 320, 62, _STEEL, 26)
    shape(pen, "M440 970L584 970L560 1020L464 1020Z", "#3d3a48")


def _jar_of_fireflies(pen: Pen) -> None:
    body = Path.parse(
        "M330 250L694 250C770 300 790 340 790 420L790 900Q790 985 706 985L318 985Q234 985 234 900L234 420C234 340 254 300 330 250Z"
    )
    pen.part(body, "#35406b")
    with pen.canvas.group(body):
        pen.canvas.fill(Path.parse("M200 860Q360 800 512 850Q664 900 824 840L824 1000L200 1000Z"), "#3f7a4f")
    for x, y in ((360, 420), (620, 380), (480, 560), (680, 620), (350, 700), (560, 760)):
        pen.canvas.fill(circle(x, y, 62), "#5f6a7a")
        pen.canvas.fill(circle(x, y, 42), "#e3d06a")
        pen.canvas.fill(circle(x, y, 24), "#fdf6b5")
        for side in SIDES:
            pen.canvas.fill(oval(x + side * 22, y - 32, 12, 24, side * 30), "#dfe9f5")
        pen.canvas.fill(oval(x, y - 20, 11, 20), INK)
    slab(pen, 276, 420, 28, 360, "#8f9ac4", 14)
    box(pen, 306, 130, 412, 130, "#c9a24a", 24)
    tube(pen, "M312 240Q512 300 712 240", 14, "#d9b77a")


def _cracked_egg(pen: Pen) -> None:
    shape(
        pen,
        "M130 850C110 780 260 740 400 760C560 720 760 740 900 800C960 850 900 930 760 930C620 990 420 970 330 940C220 940 150 910 130 850Z",
        "#fdfbf4",
    )
    disc(pen, 540, 820, 100, "#f6b93a")
    for half in (
        "M200 560L290 480L370 560L460 470L540 560L620 480L700 560C690 720 600 800 450 800C300 800 210 720 200 560Z",
        "M330 360L420 280L500 370L590 290L660 380L740 300L810 380C820 200 720 60 590 40C450 40 340 180 330 360Z",
    ):
        shape(pen, half, "#f0c79a")
    glint(pen, 300, 640, 24, 60, 20)


def _spilled_coffee(pen: Pen) -> None:
    shape(
        pen,
        "M40 860C20 800 160 760 300 780C420 730 560 760 600 800C760 780 960 800 990 870C1000 950 820 970 700 950C560 1000 340 990 240 950C120 950 60 920 40 860Z",
        "#6b4128",
    )
    cup = "M420 330L890 170C980 330 1000 560 900 700L620 780C500 720 420 520 420 330Z"
    tube(pen, "M700 220C720 40 900 0 930 140", 52, "#d9503f")
    shape(pen, cup, "#d9503f")
    pen.part(oval(470, 560, 110, 250, -18), "#c9432f")
    pen.canvas.fill(oval(470, 590, 78, 200, -18), "#6b4128")
    shape(pen, "M430 700C380 760 380 820 420 850L560 850C580 800 560 760 520 740Z", "#6b4128")


def _teacup_of_flowers(pen: Pen) -> None:
    leaves(pen, ((300, 480, 240, -70), (724, 480, 240, 70), (C, 400, 260, -24), (C, 400, 260, 24)), GREEN, 0.3)
    for k, (x, y, r) in enumerate(((250, 440, 130), (774, 440, 130), (380, 300, 140), (644, 300, 140), (C, 430, 150))):
        _MIXED[k](pen, x, y, r, (x - C) * 0.06)
    pen.part(oval(C - 20, 960, 420, 64), deep(_CREAM, 0.1))
    tube(pen, "M800 600C990 560 970 800 740 800", 48, _CREAM)
    shape(pen, "M130 540L850 540C850 760 740 940 490 940C240 940 130 760 130 540Z", _CREAM)
    mark(pen, "M136 610C360 680 620 680 844 610L836 660C620 730 360 730 146 660Z", "#f2a3b6")
    for x in (300, 490, 680):
        for k in range(5):
            pen.canvas.fill(circle(x + 24 * (k % 3 - 1), 800 + 22 * (k // 3), 13), "#8fb4d8")
        dot(pen, x, 806, 9, "#f3bf4b")


def _bookworm(pen: Pen) -> None:
    """A worm with round glasses that looks out of an open book."""
    body = [(420, 720), (380, 560), (500, 470), (600, 380), (560, 250)]
    pen.part(limb([*curve(body[0], body[1], body[2], body[3]), body[4]], 92, 96), LEAF)
    for x, y, turn in ((402, 640, 20), (450, 530, 52), (546, 440, 60)):
        pen.canvas.stroke(Path.lines([polar(x, y, 70, turn - 90), polar(x, y, 70, turn + 90)], closed=False), GREEN, 16)
    pen.part(circle(566, 240, 150), LEAF)
    for lens in (500, 640):
        pen.part(circle(lens, 226, 70), _CREAM)
        pen.canvas.fill(circle(lens, 226, 52), _GLASS)
        pen.canvas.fill(circle(lens + 6, 230, 24), INK)
        pen.canvas.fill(circle(lens + 14, 221, 8), _CREAM)
    pen.canvas.stroke(Path.parse("M520 322Q566 362 616 322"), INK, 12)
    pen.part(
        Path.parse(
            "M60 660C200 610 400 620 512 700C624 620 824 610 964 660L964 960C820 915 624 925 512 1000C400 925 204 915 60 960Z"
        ),
        "#8a4f9e",
    )
    pen.part(Path.parse("M96 640C220 600 410 606 512 680L512 950C410 890 220 880 96 915Z"), _CREAM)
    pen.part(Path.parse("M928 640C804 600 614 606 512 680L512 950C614 890 804 880 928 915Z"), _CREAM)
    for k in range(4):
        for side in (-1, 1):
            page, y = C + side * 216, 710 + 50 * k
            pen.canvas.stroke(
                Path.lines([(page - 140, y - 8 * side), (page + 140, y + 8 * side)], closed=False), _STEEL, 14
            )


FANCIES: Mapping[str, Draw] = {
    "skull with roses": _skull_with(_ROSES),
    "skull with flowers": _skull_with(_MIXED),
    "heart with flowers": fitted(_heart_of_flowers),
    "book with flowers": fitted(_book_of_flowers),
    "light bulb with a plant": fitted(_bulb_with_plant),
    "jar of fireflies": fitted(_jar_of_fireflies),
    "cracked egg": fitted(_cracked_egg),
    "spilled coffee": fitted(_spilled_coffee),
    "bookworm": fitted(_bookworm),
    "teacup of flowers": fitted(_teacup_of_flowers),
}
