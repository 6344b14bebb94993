"""What people keep, wear, grow and play with, and no set of pictures has: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, blob, curve, limb, oval

_C = BOX / 2
_CREAM, _RED, _GOLD, _TEAL, _DARK, _BLUE = "#fbf2df", "#d1493f", "#f3bf4b", "#3f978f", "#3d3a48", "#4f9fc0"
_GREEN, _WOOD, _STEEL, _CLAY = "#4f9a5c", "#a9713f", "#c3ccd8", "#cf6f47"


def _watering_can(pen: Pen) -> None:
    handle = Path.parse("M300 470C160 300 20 480 110 640C150 710 210 740 270 750")
    for width, ink in ((78, INK), (56, mix(_BLUE, INK, 0.2))):
        pen.canvas.stroke(handle, ink, width)
    pen.part(Path.parse("M700 780L900 470L956 500L780 900Z"), mix(_BLUE, INK, 0.12))
    pen.part(Path.parse("M846 470L920 372L1016 440L968 540Z"), mix(_BLUE, _CREAM, 0.25))
    for x, y in ((898, 452), (932, 430), (944, 474), (968, 452)):
        pen.canvas.fill(circle(x, y, 11), INK)
    pen.part(Path.parse("M260 440L764 440L806 930Q512 984 218 930Z"), _BLUE)
    pen.canvas.fill(Path.parse("M236 720L788 720L796 810L228 810Z"), mix(_BLUE, _CREAM, 0.55))
    pen.part(oval(_C, 440, 256, 54), mix(_BLUE, INK, 0.45))


def _tulips_can(pen: Pen) -> None:
    """A watering can full of tulips."""
    for x, top, lean, ink in ((360, 230, -60, _RED), (512, 130, 0, _GOLD), (664, 230, 60, "#ee7f96")):
        pen.part(limb([(_C + (x - _C) * 0.5, 470), (x, top + 120)], 14, 12), _GREEN)
        pen.part(leaf(x, 470, 270, 70, lean * 0.7 - 14), mix(_GREEN, INK, 0.1))
        bloom = Path.parse("M-84 -96Q-60 -60 -40 -110Q0 -40 40 -110Q60 -60 84 -96Q110 70 0 96Q-110 70 -84 -96Z")
        pen.part(bloom.transformed(Transform.rotate(lean * 0.25, (0, 0)).then(Transform.move(x, top + 40))), ink)
    _watering_can(pen)


def _fork(pen: Pen) -> None:
    for x in (410, 478, 546, 614):
        pen.part(rounded_rect(x - 22, 40, 44, 300, 22), _STEEL)
    pen.part(Path.parse("M388 280L636 280C640 420 580 470 552 500L472 500C444 470 384 420 388 280Z"), _STEEL)
    pen.part(Path.parse("M472 490L552 490L570 960Q512 1010 454 960Z"), mix(_STEEL, INK, 0.12))


def _table_knife(pen: Pen) -> None:
    pen.part(Path.parse("M470 40C620 120 640 380 590 560L462 560Z"), _STEEL)
    pen.canvas.fill(Path.parse("M490 110C560 200 570 380 548 520L490 520Z"), mix(_STEEL, "#ffffff", 0.6))
    pen.part(Path.parse("M462 560L590 560L590 960Q526 1010 462 960Z"), mix(_STEEL, INK, 0.2))


def _yarn(pen: Pen) -> None:
    for (x0, y0), (x1, y1) in (((190, 60), (760, 900)), ((834, 60), (264, 900))):
        pen.part(limb([(x0, y0), (x1, y1)], 20, 12), _WOOD)
        pen.part(circle(x0, y0, 46), _GOLD)
    ball = circle(_C, 590, 360)
    pen.part(ball, "#d9628a")
    with pen.canvas.group(ball):
        for turn, ink in ((0, "#b8446d"), (62, "#ee93b2"), (122, "#b8446d")):
            for k in (-2, -1, 0, 1, 2):
                thread = (("M", (_C - 420, 590 + 92 * k)), ("Q", (_C, 470 + 92 * k, _C + 420, 590 + 92 * k)))
                pen.canvas.stroke(Path(thread).transformed(Transform.rotate(turn, (_C, 590))), ink, 18)
    pen.canvas.stroke(Path.parse("M790 830C900 960 700 1010 900 990"), INK, 44)
    pen.canvas.stroke(Path.parse("M790 830C900 960 700 1010 900 990"), "#d9628a", 26)


def _fire_helmet(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M20 760C60 640 200 640 250 620L774 620C824 640 964 640 1004 760C860 860 690 830 512 830C334 830 164 860 20 760Z"
        ),
        _RED,
    )
    pen.part(Path.parse("M190 650C170 330 330 150 512 150C694 150 854 330 834 650Q512 720 190 650Z"), _RED)
    for x in (350, 674):
        pen.canvas.stroke(Path.parse(f"M{x} 640Q{x + (x - _C) * -0.25} 360 {_C} 170"), mix(_RED, INK, 0.35), 22)
    pen.part(Path.parse("M470 170Q512 60 554 170L540 300L484 300Z"), _GOLD)
    pen.part(Path.parse("M388 330Q512 260 636 330Q650 560 512 660Q374 560 388 330Z"), _GOLD)
    flame = "M512 380C580 450 590 520 548 580C560 540 540 520 526 506C520 550 470 540 478 590C440 540 440 470 512 380Z"
    pen.part(Path.parse(flame), _RED)


def _pot_of_gold(pen: Pen) -> None:
    for x, y in ((330, 330), (512, 250), (690, 330), (420, 260), (604, 270), (260, 400), (764, 400), (512, 340)):
        pen.part(circle(x, y, 84), _GOLD)
        pen.canvas.fill(circle(x, y, 52), mix(_GOLD, _CREAM, 0.5))
    pen.part(blob(_C, 690, 420, 290, 2.4), _DARK)
    pen.canvas.fill(oval(280, 640, 50, 140, 16), mix(_DARK, _CREAM, 0.22))
    pen.part(rounded_rect(90, 400, 844, 110, 55), mix(_DARK, _CREAM, 0.1))
    for side in SIDES:
        pen.part(oval(_C + side * 300, 970, 62, 48), _DARK)
    for turn in range(0, 360, 90):
        pen.part(circle(*polar(_C, 690, 62, turn), 58), _GREEN)
    pen.part(Path.parse("M500 690L540 690L560 860L520 860Z"), _GREEN)


def _avocado_toast(pen: Pen) -> None:
    crust = Path.parse(
        "M120 330C20 160 190 60 330 110C440 40 590 40 700 110C840 60 1000 160 904 330L880 900Q512 980 144 900Z"
    )
    pen.part(crust, _WOOD)
    pen.canvas.fill(crust.offset(-50), "#f0d29a")
    spread = Path.parse(
        "M220 330C180 210 330 190 400 230C520 170 640 190 700 230C820 190 850 260 800 360C860 520 800 640 800 800C640 880 380 880 222 800C240 640 170 520 220 330Z"
    )
    pen.part(spread, "#a8cf66")
    for x in (330, 512, 694):
        slice_ = Path.parse(
            f"M{x - 60} 330C{x + 80} 420 {x + 80} 640 {x - 60} 760C{x - 10} 620 {x - 10} 470 {x - 60} 330Z"
        )
        pen.part(slice_, "#d6e68f")
    for x, y in ((300, 280), (640, 290), (470, 560), (760, 520), (260, 660), (600, 800), (450, 330)):
        pen.canvas.fill(circle(x, y, 14), _RED)


def _snake_plant(pen: Pen) -> None:
    for x, length, turn in (
        (430, 560, -26),
        (600, 560, 26),
        (350, 430, -42),
        (680, 430, 42),
        (470, 690, -8),
        (560, 640, 9),
    ):
        blade = leaf(x, 700, length, 104, turn)
        pen.part(blade, "#e5d67a")
        pen.canvas.fill(leaf(x, 690, length * 0.93, 70, turn), _GREEN)
        for share in (0.25, 0.45, 0.65):
            pen.canvas.fill(oval(*polar(x, 690, length * share, turn), 28, 9, turn), mix(_GREEN, INK, 0.35))
    _pot(pen)


def _aloe(pen: Pen) -> None:
    for length, turn in ((420, -74), (420, 74), (520, -48), (520, 48), (600, -22), (600, 22), (640, 0)):
        pen.part(leaf(_C, 720, length, 130, turn), mix(_GREEN, _TEAL, 0.3))
        for share in (0.3, 0.5, 0.7):
            pen.canvas.fill(circle(*polar(_C, 720, length * share, turn), 10), mix(_GREEN, _CREAM, 0.6))
    _pot(pen)


def _candy_cane(pen: Pen) -> None:
    cane = limb([*curve((330, 380), (330, 40), (760, 40), (740, 380), 16), (704, 900)], 84, 84)
    pen.part(cane, "#fdfbf6")
    with pen.canvas.group(cane):
        for k in range(9):
            y = 40 + 130 * k
            pen.canvas.fill(Path.lines([(180, y + 90), (900, y - 120), (900, y - 50), (180, y + 160)]), _RED)
    pen.part(
        Path.parse(
            "M700 620C600 540 540 600 560 680C580 720 640 690 700 650C760 690 830 720 850 680C860 600 800 540 700 620Z"
        ),
        _GREEN,
    )
    pen.part(circle(704, 646, 44), _GOLD)


def _pot(pen: Pen) -> None:
    pen.part(Path.parse("M290 700L734 700L690 980Q512 1010 334 980Z"), _CLAY)
    pen.part(rounded_rect(254, 640, 516, 96, 26), mix(_CLAY, _CREAM, 0.15))


def _mushroom_house(pen: Pen) -> None:
    pen.part(Path.parse("M330 500L694 500C700 700 760 860 800 960L224 960C264 860 324 700 330 500Z"), _CREAM)
    pen.part(Path.parse("M430 960L430 770Q512 660 594 770L594 960Z"), mix(_WOOD, INK, 0.1))
    pen.canvas.fill(circle(564, 850, 15), _GOLD)
    for x in (370, 654):
        pen.part(circle(x, 680, 48), "#fbe08f")
        pen.canvas.fill(rect(x - 5, 636, 10, 88), INK)
        pen.canvas.fill(rect(x - 44, 675, 88, 10), INK)
    pen.part(rect(690, 100, 80, 200), mix(_WOOD, INK, 0.3))
    pen.part(
        Path.parse(
            "M60 560C40 280 260 70 512 70C764 70 984 280 964 560C840 640 660 570 512 570C364 570 184 640 60 560Z"
        ),
        _RED,
    )
    for x, y, r in ((300, 330, 84), (560, 220, 96), (780, 400, 78), (480, 450, 60), (150, 490, 50), (870, 530, 40)):
        pen.canvas.fill(oval(x, y, r, r * 0.8), _CREAM)
    for x, turn in ((190, -30), (240, 10), (800, -10), (850, 30)):
        pen.part(leaf(x, 980, 130, 40, turn), _GREEN)


def _bouquet_jar(pen: Pen) -> None:
    """Wildflowers in a mason jar."""
    stems = (
        (300, 260, _GOLD),
        (430, 150, "#b48ad0"),
        (512, 300, _CREAM),
        (600, 140, "#ee7f96"),
        (724, 260, _BLUE),
        (380, 380, _RED),
        (650, 380, _GOLD),
    )
    for x, y, _ in stems:
        pen.part(limb(curve((_C + (x - _C) * 0.2, 700), (_C, 560), (x, y + 160), (x, y)), 12, 9), _GREEN)
    for x, turn in ((330, -46), (700, 46), (440, -16), (590, 18)):
        pen.part(leaf(x, 560, 230, 60, turn), mix(_GREEN, INK, 0.1))
    for x, y, ink in stems:
        for k in range(8):
            pen.part(leaf(x, y, 104, 48, 45 * k), ink)
        pen.part(circle(x, y, 34), mix(_GOLD, _WOOD, 0.5))
    pen.part(
        Path.parse(
            "M330 580L694 580C780 620 790 680 790 760L780 930Q760 1000 690 1000L334 1000Q264 1000 244 930L234 760C234 680 244 620 330 580Z"
        ),
        "#cfe6ea",
    )
    pen.canvas.fill(Path.parse("M250 770L774 770L766 920Q750 978 690 978L334 978Q274 978 258 920Z"), "#a5d2dd")
    pen.part(rounded_rect(314, 540, 396, 66, 22), _STEEL)
    pen.canvas.fill(rounded_rect(300, 660, 30, 240, 15), "#f4fbfc")


def _pumpkin(pen: Pen) -> None:
    """A plain one, with its vine."""
    pen.part(limb(curve((_C, 330), (_C - 10, 240), (_C + 60, 200), (_C + 50, 130)), 40, 26), _GREEN)
    vine = "M540 250C700 120 820 260 760 320C720 360 680 310 720 290C820 240 930 330 900 420"
    pen.canvas.stroke(Path.parse(vine), INK, 34)
    pen.canvas.stroke(Path.parse(vine), _GREEN, 18)
    pen.part(leaf(470, 270, 330, 200, -66), mix(_GREEN, _CREAM, 0.12))
    pen.canvas.stroke(Path.lines([(450, 262), (210, 156)], closed=False), mix(_GREEN, INK, 0.3), 10)
    for x, rx in ((-330, 160), (330, 160), (-190, 190), (190, 190), (0, 190)):
        pen.part(oval(_C + x, 640, rx, 320 - abs(x) * 0.16), mix("#ee8a35", INK, 0.1 * (abs(x) > 300)))
    for shine in (-190, 0, 190):
        pen.canvas.fill(oval(_C + shine - 60, 560, 24, 120, 6), mix("#ee8a35", _CREAM, 0.4))


def _peonies(pen: Pen) -> None:
    for stem_x, turn in ((400, -30), (620, 28), (512, 0)):
        pen.part(limb([(stem_x, 500), (_C + (stem_x - _C) * 0.25, 1000)], 16, 14), _GREEN)
        pen.part(leaf(_C, 820, 360, 110, turn * 1.9), mix(_GREEN, INK, 0.08))
    for x, y, r, ink in ((300, 420, 200, "#e9849f"), (730, 430, 200, "#f2a9ba"), (_C, 270, 236, "#dd6587")):
        for k, share in enumerate((1.0, 0.78, 0.54, 0.3)):
            for i in range(8 - k):
                px, py = polar(x, y, r * share * 0.56, 360 * i / (8 - k) + 20 * k)
                pen.part(circle(px, py, r * share * 0.42), mix(ink, ("#ffffff", _RED)[k % 2], 0.12 * k))
        pen.canvas.fill(circle(x, y, r * 0.14), _GOLD)


def _sugar_skull(pen: Pen) -> None:
    skull = "M512 40C800 40 960 240 950 470C944 610 860 650 800 700L790 900Q512 1000 234 900L224 700C164 650 80 610 74 470C64 240 224 40 512 40Z"
    pen.part(Path.parse(skull), _CREAM)
    for side in SIDES:
        x = _C + side * 200
        for k in range(10):
            pen.part(circle(*polar(x, 480, 134, 36 * k), 46), (_TEAL, "#d9628a")[k % 2])
        pen.part(circle(x, 480, 122), _DARK)
        pen.canvas.fill(circle(x, 480, 50), _GOLD)
        for k in range(3):
            pen.canvas.fill(circle(_C + side * (330 - 24 * k), 700 + 50 * k, 17), ("#d9628a", _GOLD, _TEAL)[k])
        swirl = Path.parse("M40 150C150 130 200 230 120 260C80 270 60 230 92 214")
        pen.canvas.stroke(
            swirl.transformed(Transform.scale(side, 1).then(Transform.move(_C + side * 130, 60))), _BLUE, 18
        )
    pen.part(Path.parse("M512 580C560 640 580 690 540 700Q512 680 484 700C444 690 464 640 512 580Z"), _DARK)
    for k in range(6):
        pen.part(leaf(_C, 220, 130, 64, 60 * k), ("#d9628a", _RED)[k % 2])
    pen.part(circle(_C, 220, 36), _GOLD)
    pen.canvas.stroke(Path.parse("M300 800Q512 880 724 800"), INK, 14)
    for x in (340, 426, 512, 598, 684):
        pen.canvas.stroke(Path.lines([(x, 776), (x, 876)], closed=False), INK, 12)


def _menorah(pen: Pen) -> None:
    for r in (400, 300, 200, 100):
        arm = Path.lines([polar(_C, 430, r, a) for a in range(90, 271, 6)], closed=False)
        pen.canvas.stroke(arm, INK, 66)
        pen.canvas.stroke(arm, _GOLD, 44)
    pen.part(rounded_rect(_C - 28, 330, 56, 560, 12), _GOLD)
    pen.part(Path.parse("M330 880L694 880L760 990L264 990Z"), _GOLD)
    for k in range(9):
        x, top = _C + (k - 4) * 100, 230 if k == 4 else 300
        pen.part(rounded_rect(x - 44, 420 - 60 * (k == 4), 88, 34, 12), mix(_GOLD, INK, 0.15))
        pen.part(rect(x - 20, top, 40, 122), (_BLUE, _CREAM)[k % 2])
        pen.part(
            Path.parse(
                f"M{x} {top - 150}C{x + 56} {top - 70} {x + 40} {top} {x} {top}C{x - 40} {top} {x - 56} {top - 70} {x} {top - 150}Z"
            ),
            "#f39a3d",
        )


def _fruit_tree(fruit: str) -> Callable[[Pen], None]:
    def tree(pen: Pen) -> None:
        pen.part(Path.parse("M460 1000C480 860 470 760 440 640L584 640C554 760 544 860 564 1000Z"), _WOOD)
        crown = ((300, 480, 208), (724, 480, 208), (_C, 300, 258), (_C, 540, 238))
        for x, y, r in crown:
            pen.part(circle(x, y, r), _GREEN)
        for x, y, r in crown:
            pen.canvas.fill(circle(x, y, r), _GREEN)
        for x, y in ((260, 420), (400, 560), (_C, 250), (640, 380), (780, 500), (590, 640), (360, 320), (480, 440)):
            pen.part(circle(x, y, 48), fruit)
            pen.canvas.fill(oval(x - 16, y - 16, 12, 8, -40), mix(fruit, "#ffffff", 0.6))
            pen.canvas.fill(leaf(x, y - 44, 60, 28, 50), mix(_GREEN, INK, 0.25))

    return tree


def _blossom_branch(pen: Pen) -> None:
    pen.part(limb(curve((50, 900), (300, 800), (560, 620), (970, 250)), 34, 12), _WOOD)
    for start, end in (((420, 730), (330, 420)), ((640, 560), (840, 640)), ((720, 480), (660, 220))):
        pen.part(limb([start, end], 18, 9), _WOOD)
    for x, y, r in (
        (330, 400, 104),
        (180, 800, 92),
        (500, 640, 110),
        (840, 640, 96),
        (660, 210, 104),
        (790, 410, 100),
        (930, 250, 78),
        (430, 520, 70),
    ):
        for k in range(5):
            pen.part(circle(*polar(x, y, r * 0.55, 72 * k), r * 0.5), "#f7bccb")
        pen.canvas.fill(circle(x, y, r * 0.42), "#f7bccb")
        pen.canvas.fill(circle(x, y, r * 0.22), "#d9628a")
        for k in range(5):
            pen.canvas.fill(circle(*polar(x, y, r * 0.36, 72 * k + 36), r * 0.07), _GOLD)
    for x, y, turn in ((560, 700, 150), (250, 720, -40), (850, 430, 120)):
        pen.part(leaf(x, y, 110, 46, turn), _GREEN)


WARES: Mapping[str, Callable[[Pen], None]] = {
    "watering can": _watering_can,
    "can of tulips": _tulips_can,
    "fork": _fork,
    "table knife": _table_knife,
    "ball of yarn": _yarn,
    "aloe": _aloe,
    "candy cane": _candy_cane,
    "fire helmet": _fire_helmet,
    "pot of gold": _pot_of_gold,
    "avocado toast": _avocado_toast,
    "snake plant": _snake_plant,
    "mushroom house": _mushroom_house,
    "jar of flowers": _bouquet_jar,
    "pumpkin": _pumpkin,
    "lemon tree": _fruit_tree("#f4d33f"),
    "orange tree": _fruit_tree("#f0913a"),
    "apple tree": _fruit_tree("#d9443b"),
    "pear tree": _fruit_tree("#b9cc4a"),
    "cherry tree": _fruit_tree("#b3274a"),
    "blossom branch": _blossom_branch,
    "peonies": _peonies,
    "sugar skull": _sugar_skull,
    "menorah": _menorah,
}
"""By the name that the curated table gives them (``thing:<name>``)."""
