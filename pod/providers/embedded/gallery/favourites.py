"""What shops sell most of, drawn with more care than an emoji: a bee, an old tractor, a croissant, avocados in love, a dragon wound
about a tower. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rect, ring, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import BLUE, CREAM, DARK, GOLD, GREEN, RED, STONE, WHITE, C, Draw, moved
from pod.providers.embedded.gallery.wound import wound
from pod.providers.embedded.objects.kit import fitted

_BLUSH = "#f5a3ac"


def _eye(pen: Pen, x: float, y: float, r: float) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.32, y - r * 0.36, r * 0.34), WHITE)


def _smile(pen: Pen, x: float, y: float, half: float) -> None:
    pen.canvas.stroke(Path.parse(f"M{x - half} {y}Q{x} {y + half * 1.1} {x + half} {y}"), INK, 13)


# --- a bee


def _bee(pen: Pen) -> None:
    """From the side, flying to the left."""
    for x, y, length, wide, turn in ((600, 430, 430, 230, 28), (500, 430, 440, 250, -8)):
        pen.part(leaf(x, y, length, wide, turn), "#d8eef7")
        pen.canvas.stroke(
            Path.lines([polar(x, y, length * 0.15, turn), polar(x, y, length * 0.7, turn)], closed=False), "#a9cfe0", 9
        )
    pen.part(Path.parse("M900 640L1000 690L900 720Z"), DARK)
    body = oval(560, 660, 390, 260)
    pen.part(body, GOLD)
    with pen.canvas.group(body):
        for x in (520, 680, 840):
            pen.canvas.fill(Path.parse(f"M{x} 380Q{x + 70} 660 {x} 940L{x + 84} 940Q{x + 154} 660 {x + 84} 380Z"), DARK)
    for tip, bend in (((170, 300), (210, 420)), ((300, 260), (300, 400))):
        pen.canvas.stroke(Path((("M", (330, 470)), ("Q", (*bend, *tip)))), INK, 17)
        pen.part(circle(*tip, 26), DARK)
    pen.part(circle(310, 640, 210), mix(GOLD, WHITE, 0.18))
    _eye(pen, 236, 620, 34)
    _eye(pen, 372, 626, 34)
    _smile(pen, 300, 680, 34)
    for x in (180, 424):
        pen.canvas.fill(oval(x, 690, 32, 20), _BLUSH)


# --- an old tractor


def _wheel(pen: Pen, x: float, y: float, r: float, hub: str) -> None:
    pen.part(circle(x, y, r), DARK)
    for k in range(18):
        a, b = polar(x, y, r * 0.82, 20 * k), polar(x, y, r * 0.98, 20 * k + 8)
        pen.canvas.stroke(Path.lines([a, b], closed=False), mix(DARK, WHITE, 0.25), 12)
    pen.part(circle(x, y, r * 0.6), hub)
    pen.canvas.stroke(ring(x, y, r * 0.42, r * 0.4), INK, 7)
    pen.part(circle(x, y, r * 0.2), CREAM)


def _old_tractor(ink: str) -> Draw:
    """Of the fifties: a long rounded bonnet, no cab, an iron seat. To the left."""

    def draw(pen: Pen) -> None:
        pen.part(rounded_rect(330, 250, 40, 250, 12), DARK)
        pen.part(rounded_rect(312, 220, 76, 44, 14), DARK)
        pen.canvas.stroke(Path.parse("M660 470L600 360"), INK, 44)
        pen.canvas.stroke(Path.parse("M660 470L600 360"), DARK, 24)
        pen.canvas.stroke(ring(590, 340, 84, 62), INK, 10)
        pen.part(Path.parse("M120 500Q110 430 190 430L560 430Q640 440 660 520L690 660L150 660Q100 580 120 500Z"), ink)
        pen.canvas.fill(Path.parse("M170 450L540 450Q590 456 610 490L170 490Z"), mix(ink, WHITE, 0.3))
        pen.part(rounded_rect(104, 470, 84, 170, 20), mix(ink, INK, 0.2))
        for y in (505, 545, 585):
            pen.canvas.fill(rounded_rect(120, y, 52, 16, 8), CREAM)
        for x in (270, 350, 430):
            pen.canvas.fill(rounded_rect(x, 530, 46, 70, 10), mix(ink, INK, 0.3))
        pen.part(Path.parse("M160 650L700 650L700 740L300 740L160 700Z"), DARK)
        pen.part(Path.parse("M820 470Q850 380 930 390L940 430Q890 440 880 520L800 540Z"), ink)
        pen.part(
            Path.parse("M560 640Q560 440 760 430Q960 440 980 640L900 640Q880 530 760 530Q640 540 640 640Z"),
            mix(ink, INK, 0.12),
        )
        _wheel(pen, 760, 740, 240, GOLD if ink != GOLD else RED)
        _wheel(pen, 230, 820, 150, GOLD if ink != GOLD else RED)
        pen.part(circle(118, 440, 40), "#fbe08f")

    return draw


# --- a croissant


def _croissant(pen: Pen) -> None:
    crust, shade = "#d9943f", "#a8642a"
    parts = (
        "M60 700C20 620 60 520 150 480C220 520 250 600 230 700C200 770 110 780 60 700Z",
        "M130 500C160 380 260 310 370 310C420 430 400 560 330 650C230 660 160 590 130 500Z",
        "M330 330C380 250 640 250 694 330C700 480 650 600 512 620C374 600 324 480 330 330Z",
        "M894 500C864 380 764 310 654 310C604 430 624 560 694 650C794 660 864 590 894 500Z",
        "M964 700C1004 620 964 520 874 480C804 520 774 600 794 700C824 770 914 780 964 700Z",
    )
    for k in (0, 4, 1, 3, 2):
        pen.part(Path.parse(parts[k]), crust if k % 2 == 0 else mix(crust, "#ffffff", 0.1))
    for d in (
        "M110 540C130 580 150 640 130 700", "M230 380C270 440 290 520 280 600", "M300 350C340 420 352 500 336 590",
        "M420 290C440 370 436 480 420 580", "M512 276L512 600", "M604 290C584 370 588 480 604 580",
        "M724 350C684 420 672 500 688 590", "M794 380C754 440 734 520 744 600", "M914 540C894 580 874 640 894 700",
    ):  # fmt: skip
        pen.canvas.stroke(Path.parse(d), shade, 17)
    for x, y, turn in ((450, 330, -8), (250, 420, -40), (770, 420, 40)):
        pen.canvas.fill(oval(x, y, 34, 14, turn), mix(crust, WHITE, 0.6))


# --- avocados


def _half(pen: Pen, x: float, *, stone: bool, lean: float) -> None:
    """An avocado half on short legs, with its stone for a belly or the hollow where it was."""

    def to(d: str) -> Path:
        return moved(d, x, 560, 1.0, turn=lean)

    for side in SIDES:
        foot = (x + side * 70, 990)
        pen.canvas.fill(limb([(x + side * 60, 860), foot], 18, 18), INK)
        pen.part(oval(foot[0] + side * 16, 1000, 46, 26), "#7a5236")
    pen.part(
        to(
            "M0 -430C110 -430 150 -300 190 -150C260 -20 270 120 200 230C140 320 -140 320 -200 230C-270 120 -260 -20 -190 -150C-150 -300 -110 -430 0 -430Z"
        ),
        "#3f7a3f",
    )
    pen.canvas.fill(
        to(
            "M0 -386C84 -386 116 -270 152 -136C214 -16 222 108 164 200C112 270 -112 270 -164 200C-222 108 -214 -16 -152 -136C-116 -270 -84 -386 0 -386Z"
        ),
        "#cfe08a",
    )
    pen.canvas.fill(
        to(
            "M0 -350C60 -350 90 -250 122 -120C176 -10 180 96 130 172C90 226 -90 226 -130 172C-180 96 -176 -10 -122 -120C-90 -250 -60 -350 0 -350Z"
        ),
        "#eef0b4",
    )
    if stone:
        pen.part(circle(x, 650, 112), "#8f5a33")
        pen.canvas.fill(oval(x - 36, 612, 30, 20, -30), "#b98557")
    else:
        pen.part(circle(x, 650, 108), "#c9cf7a")
        pen.canvas.fill(circle(x + 6, 662, 88), "#d9de92")
    for side in SIDES:
        _eye(pen, x + side * 54, 420, 24)
        pen.canvas.fill(oval(x + side * 92, 474, 28, 18), _BLUSH)
    _smile(pen, x, 452, 26)


def _couple(pen: Pen) -> None:
    _half(pen, 250, stone=True, lean=6)
    _half(pen, 774, stone=False, lean=-6)
    for side in (-1.0, 1.0):
        pen.part(
            limb(curve((C + side * 150, 640), (C + side * 110, 760), (C + side * 60, 770), (C, 750)), 21, 19), "#4f7a3a"
        )
    pen.part(circle(C, 752, 42), CREAM)
    pen.canvas.stroke(Path.parse(f"M{C - 4} 718Q{C + 14} 752 {C - 4} 786"), INK, 9)
    pen.part(
        moved(
            "M0 0.9C-1.3 0.1 -1 -0.9 -0.4 -0.9C-0.16 -0.9 0 -0.7 0 -0.5C0 -0.7 0.16 -0.9 0.4 -0.9C1 -0.9 1.3 0.1 0 0.9Z",
            C,
            170,
            120,
        ),
        RED,
    )


def _cuddle(pen: Pen) -> None:
    """Cheek to cheek, the arms of each round the other."""
    _half(pen, 330, stone=True, lean=9)
    _half(pen, 694, stone=False, lean=-9)
    for side in (-1.0, 1.0):
        reach = curve((C + side * 330, 690), (C + side * 250, 860), (C - side * 20, 850), (C - side * 170, 720), 16)
        pen.part(limb(reach, 24, 22), "#4f7a3a")
        pen.part(circle(*reach[-1], 40), CREAM)
    for x, y, size in ((C, 110, 96), (C - 130, 60, 54), (C + 140, 70, 60)):
        pen.part(
            moved(
                "M0 0.9C-1.3 0.1 -1 -0.9 -0.4 -0.9C-0.16 -0.9 0 -0.7 0 -0.5C0 -0.7 0.16 -0.9 0.4 -0.9C1 -0.9 1.3 0.1 0 0.9Z",
                x,
                y,
                size,
            ),
            RED,
        )


# --- a dragon wound about a tower


def _tower(pen: Pen) -> None:
    body = rect(352, 250, 320, 760)
    pen.part(body, STONE)
    with pen.canvas.group(body):
        for row in range(10):
            for k in range(4):
                pen.canvas.fill(
                    rounded_rect(330 + 108 * k + 54 * (row % 2), 286 + 76 * row, 74, 22, 10), mix(STONE, INK, 0.2)
                )
    pen.part(rect(316, 180, 392, 90), mix(STONE, WHITE, 0.15))
    for k in range(4):
        pen.part(rect(316 + 108 * k, 110, 68, 90), mix(STONE, WHITE, 0.15))
    pen.part(Path.parse("M460 1010L460 900Q512 830 564 900L564 1010Z"), "#6b4a35")
    pen.part(Path.parse("M474 440L474 380Q512 330 550 380L550 440Z"), DARK)


def _castle_tower(pen: Pen) -> None:
    for side in SIDES:
        x = C + side * 330
        pen.part(rect(x - 110, 560, 220, 450), mix(STONE, INK, 0.12))
        pen.part(Path.parse(f"M{x - 140} 570L{x} 320L{x + 140} 570Z"), "#b5473c")
        pen.part(Path.parse(f"M{x - 34} 760L{x - 34} 690Q{x} 650 {x + 34} 690L{x + 34} 760Z"), DARK)
    pen.part(rect(230, 700, 564, 310), mix(STONE, INK, 0.06))
    _tower(pen)


def _bare_rod(pen: Pen) -> None:
    """Leaning, its line hanging to a hook."""
    pen.part(limb([(150, 980), (300, 760)], 40, 34), "#a9713f")
    pen.part(limb([(290, 776), (860, 60)], 20, 7), "#5a4636")
    pen.part(circle(330, 820, 76), STONE)
    pen.part(circle(330, 820, 30), DARK)
    pen.canvas.stroke(Path.parse("M330 820L420 880"), INK, 20)
    pen.part(circle(430, 886, 24), "#a9713f")
    pen.canvas.stroke(Path.parse("M860 62Q890 320 850 620"), INK, 11)
    pen.canvas.stroke(Path.parse("M850 610L850 700Q850 770 790 770Q740 770 740 710L770 730"), INK, 26)
    pen.canvas.stroke(Path.parse("M850 610L850 700Q850 770 790 770Q740 770 740 710L770 730"), "#c3ccd8", 12)
    pen.part(circle(866, 500, 40), RED)


FAVOURITES: Mapping[str, Draw] = {
    "honeybee": fitted(_bee),
    "bare fishing rod": fitted(_bare_rod),
    "vintage tractor": fitted(_old_tractor(RED)),
    "vintage green tractor": fitted(_old_tractor(GREEN)),
    "vintage blue tractor": fitted(_old_tractor(BLUE)),
    "croissant": fitted(_croissant),
    "avocado couple": fitted(_couple),
    "avocados hugging": fitted(_cuddle),
    "dragon around a tower": wound(_tower),
    "dragon around a castle": wound(_castle_tower),
}
"""By the name that the keyword table gives them."""
