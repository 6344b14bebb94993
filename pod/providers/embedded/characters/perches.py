"""More places to be: in a tree, on a peak, on a mat, in a beam of light, and on or behind any picture of the sets."""

from __future__ import annotations

from pod.drawing.display import Drawing
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, MIDDLE_X, SIDES, Pen, at, cloudlet, limb, oval

_BARK, _LEAF, _STONE, _SNOW, _STEEL = "#b98655", "#6aa164", "#8b93a3", "#f7fafb", "#a9b3c2"


def tree_behind(pen: Pen) -> None:
    """Its trunk passes behind a face and before a belly: so it is hugged."""
    pen.part(limb([(MIDDLE_X, 620), (MIDDLE_X + 10, -60)], 96, 84), _BARK)
    for x, y, width in ((-230, -40, 420), (250, -30, 420), (0, -170, 560)):
        pen.part(cloudlet(MIDDLE_X + x, y, width, 260, 5), mix(_LEAF, INK, 0.12 if x else 0.0))


def tree_front(pen: Pen) -> None:
    pen.part(Path.parse("M424 640L600 640C606 900 630 1060 720 1120L304 1120C394 1060 418 900 424 640Z"), _BARK)
    for x, y in ((476, 720), (556, 800), (470, 900), (560, 980)):
        pen.canvas.stroke(Path.lines([(x, y), (x + 6, y + 56)], closed=False), mix(_BARK, INK, 0.4), 9)


def branch_above(pen: Pen) -> None:
    """Over the head, at the height that an arm reaches."""
    pen.part(limb([(-40, 120), (300, 90), (740, 108), (1070, 70)], 44, 30), _BARK)
    for x, y, turn in ((20, 80, -30), (110, 160, 200), (930, 30, 20), (1010, 120, 150)):
        pen.part(leaf(x, y, 150, 46, turn), _LEAF)


def _can_lid(pen: Pen) -> None:
    """Thrown off by whoever looks out, it leans against the can, before which all of it is seen: half hidden it is the ear of a cup."""
    at_foot = Transform.rotate(-12, (850, 1050))
    pen.part(oval(850, 1050, 150, 164).transformed(at_foot), mix(_STEEL, INK, 0.1))
    pen.part(oval(846, 1048, 108, 120).transformed(at_foot), mix(_STEEL, _SNOW, 0.3))
    pen.part(rounded_rect(796, 1028, 104, 42, 21).transformed(at_foot), mix(_STEEL, INK, 0.4))


def trash_can(pen: Pen) -> None:
    pen.part(Path.parse("M170 860L854 860L790 1180Q512 1216 234 1180Z"), _STEEL)
    for x in (-190, -64, 64, 190):
        pen.canvas.fill(rounded_rect(MIDDLE_X + x - 16, 910, 32, 236, 16), mix(_STEEL, INK, 0.28))
    pen.part(rounded_rect(130, 822, 764, 66, 33), mix(_STEEL, INK, 0.15))
    _can_lid(pen)


def peak(pen: Pen) -> None:
    """A summit under somebody's feet."""
    pen.part(Path.parse("M512 850L640 960L720 1020L860 1080L1080 1260L-56 1260L150 1090L300 1040L400 950Z"), _STONE)
    snow = "M512 850L640 960L700 1006L640 1040L590 1000L530 1060L470 1010L400 1050L340 1020L400 950Z"
    pen.part(Path.parse(snow), _SNOW)
    pen.canvas.fill(Path.parse("M640 1060L860 1100L1040 1250L700 1250L760 1150Z"), mix(_STONE, INK, 0.3))


def beam_behind(pen: Pen) -> None:
    """The saucer above, its light all around."""
    pen.part(Path.parse("M350 -120L674 -120L980 1010Q512 1080 44 1010Z"), "#f8eaa6")
    pen.canvas.fill(Path.parse("M430 -120L594 -120L800 1000Q512 1044 224 1000Z"), "#fdf6d0")
    pen.part(Path.parse("M360 -230C370 -390 654 -390 664 -230Z"), "#bfe3ec")
    pen.part(oval(MIDDLE_X, -180, 430, 100), _STEEL)
    for x in (-290, -100, 100, 290):
        pen.part(circle(MIDDLE_X + x, -176 + abs(x) * -0.06, 34), "#e0564a" if abs(x) == 100 else "#f3bf4b")


def lily_pad(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1030, 640, 130), "#5aa9bf")
    pad = "M0 960C-330 960 -440 1010 -440 1040C-440 1090 -200 1116 0 1116C220 1116 440 1090 440 1040C440 1024 420 1008 380 996L60 1036L240 972C170 964 90 960 0 960Z"
    pen.part(Path.parse(pad).transformed(Transform.move(MIDDLE_X, 0)), "#5fa35a")
    for side in SIDES:
        pen.canvas.fill(oval(*at(side, 540, 1070), 50, 10), "#dff1f5")


def broad_leaf(pen: Pen) -> None:
    """Laid flat, its stalk to the left: what small ones sit on."""
    pen.part(limb([(-150, 1120), (20, 1060)], 20, 16), mix(_LEAF, INK, 0.2))
    blade = Path.parse(
        "M0 1050C150 900 560 860 820 920C960 950 1090 1010 1170 1090C1000 1180 700 1240 420 1220C220 1206 70 1140 0 1050Z"
    )
    pen.part(blade, _LEAF)
    with pen.canvas.group(blade):
        pen.canvas.fill(
            Path.parse("M0 1050Q560 1020 1170 1090C1000 1180 700 1240 420 1220C220 1206 70 1140 0 1050Z"),
            mix(_LEAF, INK, 0.16),
        )
        for x in (240, 440, 640, 840):
            for rise in (-150, 150):
                vein = Path.lines([(x, 1046), (x + 150, 1056 + rise)], closed=False)
                pen.canvas.stroke(vein, mix(_LEAF, _SNOW, 0.3), 9)
        pen.canvas.stroke(Path.parse("M0 1050Q560 1020 1170 1090"), mix(_LEAF, _SNOW, 0.3), 14)


def ladder_behind(pen: Pen) -> None:
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 250 - 26, -120, 52, 1330, 20), "#c98a4b")
    for row in range(9):
        pen.part(rounded_rect(MIDDLE_X - 250, -40 + 150 * row, 500, 40, 12), "#d99d5e")


SEAT_WIDTH, SEAT_TOP = 860.0, 900.0
MOUNT_WIDTH, MOUNT_TOP = 1060.0, 690.0
"""Units: how wide a picture is that somebody sits on or rides, and where its highest point is."""

_TALLEST = 620.0


def seat(pen: Pen, picture: Drawing) -> None:
    """Any picture, under somebody who sits on it."""
    _under(pen, picture, SEAT_WIDTH, SEAT_TOP)


def mount(pen: Pen, picture: Drawing, saddle: float = 0.0) -> None:
    """Any picture, before the lower half of somebody who rides it; one with a `saddle`, so far down as a share of its height, is
    under them and has its head in front of them."""
    if not saddle:
        _under(pen, picture, MOUNT_WIDTH, MOUNT_TOP)
        return
    box = picture.ink_box()
    k = MOUNT_WIDTH / box.width
    x, _ = box.centre
    to = Transform.move(-x, -box.top - saddle * box.height).then(Transform.scale(k))
    pen.canvas.place(picture, to.then(Transform.move(MIDDLE_X - _BEFORE_A_RIDER, _BACK_Y)))


_BEFORE_A_RIDER, _BACK_Y = 90.0, 850.0
"""How far a mount stands ahead of the middle, and at which height its back is."""


def _under(pen: Pen, picture: Drawing, width: float, top: float) -> None:
    box = picture.ink_box()
    k = min(width / box.width, 1.35 * _TALLEST / box.height)
    (x, _) = box.centre
    to = Transform.move(-x, -box.top).then(Transform.scale(k)).then(Transform.move(MIDDLE_X, top))
    pen.canvas.place(picture, to)


def blanket(pen: Pen) -> None:
    """Around the shoulders, down to the ground."""
    wrap = "M512 640C400 600 300 640 270 740C240 840 230 930 236 1000Q512 1060 788 1000C794 930 784 840 754 740C724 640 624 600 512 640Z"
    pen.part(Path.parse(wrap), "#c65a4f")
    for x in (330, 460, 590, 700):
        pen.canvas.stroke(Path.lines([(x, 680), (x - 10, 1010)], closed=False), "#e9b9a3", 12)
    for y in (760, 860, 950):
        pen.canvas.stroke(Path((("M", (250, y)), ("Q", (MIDDLE_X, y + 60, 774, y)))), "#e9b9a3", 12)
    pen.part(Path.parse("M512 640L420 690L512 1000L560 1010L640 690Z"), mix("#c65a4f", INK, 0.15))


def wheelbarrow(pen: Pen) -> None:
    """Pushed from behind, full of earth and flowers."""
    for x, y, ink in ((330, 800, "#ee7f96"), (470, 750, "#f3bf4b"), (600, 780, "#e0564a"), (720, 820, "#c9a0d8")):
        pen.part(limb([(x, 880), (x, y)], 9, 9), _LEAF)
        pen.part(circle(x, y, 46), ink)
        pen.canvas.fill(circle(x, y, 18), _SNOW)
    pen.part(oval(520, 890, 330, 60), "#6d4a33")
    pen.part(Path.parse("M160 880L880 880L740 1090L320 1090Z"), "#4f9a6a")
    pen.part(rounded_rect(130, 856, 780, 50, 20), mix("#4f9a6a", INK, 0.2))
    for side in SIDES:
        pen.part(limb([(MIDDLE_X + side * 60 - 10, 1080), (MIDDLE_X + side * 250 - 20, 1200)], 18, 18), _BARK)
    pen.part(circle(512, 1150, 92), "#3d3a48")
    pen.part(circle(512, 1150, 38), _STEEL)


def pushcart(pen: Pen) -> None:
    """A shopping cart, from behind its bar."""
    pen.part(Path.parse("M180 830L844 830L770 1050L254 1050Z"), _SNOW)
    for k in range(1, 6):
        pen.canvas.stroke(Path.lines([(180 + 110 * k, 836), (254 + 86 * k, 1046)], closed=False), _STEEL, 14)
    for y in (890, 950, 1005):
        pen.canvas.stroke(
            Path.lines([(196 + (y - 840) * 0.3, y), (828 - (y - 840) * 0.3, y)], closed=False), _STEEL, 14
        )
    pen.part(rounded_rect(140, 800, 744, 50, 25), "#e0564a")
    for x in (290, 734):
        pen.part(rounded_rect(x - 12, 1050, 24, 90, 8), _STEEL)
        pen.part(circle(x, 1160, 46), "#3d3a48")
        pen.canvas.fill(circle(x, 1160, 16), _STEEL)


def stroller(pen: Pen) -> None:
    pen.part(Path.parse("M230 850L794 850C794 1010 700 1080 512 1080C324 1080 230 1010 230 850Z"), "#5f8fb5")
    pen.part(Path.parse("M230 850C230 690 380 640 512 640L512 850Z"), "#8fb5d0")
    for x in (330, 694):
        pen.part(circle(x, 1130, 76), "#3d3a48")
        pen.part(circle(x, 1130, 32), _SNOW)


def mower(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 200, 800), at(side, 130, 1020)], 16, 16), mix(_STEEL, INK, 0.5))
    pen.part(rounded_rect(290, 780, 444, 44, 20), mix(_STEEL, INK, 0.5))
    pen.part(rounded_rect(240, 1000, 544, 130, 40), "#e0564a")
    pen.part(rounded_rect(420, 920, 184, 100, 24), "#3d3a48")
    for x in (280, 744):
        pen.part(circle(x, 1130, 62), "#3d3a48")
        pen.canvas.fill(circle(x, 1130, 22), _STEEL)


def boot(pen: Pen) -> None:
    """A boot as tall as whoever climbs out of it."""
    shape = "M240 840L760 840L774 1060C900 1070 990 1110 990 1210L230 1210Z"
    pen.part(Path.parse(shape), "#a9713f")
    pen.part(rounded_rect(206, 806, 590, 70, 30), "#c98a4b")
    pen.part(rounded_rect(214, 1190, 792, 50, 16), mix("#a9713f", INK, 0.5))
    for y in (910, 970, 1030):
        pen.canvas.stroke(Path.lines([(620, y), (740, y + 24)], closed=False), "#f3e3c8", 16)


def bush_front(pen: Pen) -> None:
    """Hides all but a head."""
    for x, y, r in ((120, 960, 190), (330, 880, 200), (540, 930, 210), (740, 880, 190), (930, 970, 180)):
        pen.part(circle(x, y, r), mix(_LEAF, INK, 0.08))
    for x, y, r in (
        (120, 970, 180),
        (330, 890, 190),
        (540, 940, 200),
        (740, 890, 180),
        (930, 980, 170),
        (430, 1050, 180),
        (660, 1050, 180),
    ):
        pen.canvas.fill(circle(x, y, r), mix(_LEAF, INK, 0.08))
    for x, y in ((260, 860), (420, 980), (640, 880), (800, 980), (180, 1010)):
        pen.canvas.fill(leaf(x, y, 90, 34, 40), mix(_LEAF, _SNOW, 0.2))


_TURNED = ("#e8743b", "#f2b134", "#c8452e", "#d98c2b", "#a8542c")
"""Leaves of autumn."""


def leaf_pile(pen: Pen) -> None:
    """A heap of turned leaves that hides all but a head, some of them in the air."""
    heap = Path.parse("M-60 1150C-40 960 120 900 240 860C380 800 660 800 780 860C920 900 1070 960 1090 1150Z")
    pen.part(heap, mix(_TURNED[0], INK, 0.12))
    for row, (y, wide, count) in enumerate(((900, 540, 5), (960, 760, 7), (1030, 920, 8), (1096, 1040, 9))):
        for k in range(count):
            x = 512 - wide / 2 + wide * (k + 0.5) / count
            shape = leaf(x - 60, y + 30 * ((k + row) % 2), 150, 74, 40 + 67 * ((3 * k + 2 * row) % 5))
            pen.part(shape, _TURNED[(k + 2 * row) % 5])
    for x, y, turn, ink in ((40, 640, 30, 1), (990, 600, 130, 0), (930, 300, 60, 3), (90, 300, 110, 2)):
        pen.part(leaf(x, y, 120, 60, turn), _TURNED[ink])


def bed_of_leaves(pen: Pen) -> None:
    """As broad as somebody curled up on it, who hides most of it, and a few leaves that come down."""
    for row, (y, wide, count) in enumerate(((960, 1240, 9), (1030, 1360, 10))):
        for k in range(count):
            x = 560 - wide / 2 + wide * (k + 0.5) / count
            shape = leaf(x - 70, y + 26 * ((k + row) % 2), 160, 80, 40 + 67 * ((3 * k + 2 * row) % 5))
            pen.part(shape, _TURNED[(k + 2 * row) % 5])
    for x, y, turn, ink in ((760, 560, 30, 1), (1010, 660, 130, 0), (900, 440, 60, 3)):
        pen.part(leaf(x, y, 120, 60, turn), _TURNED[ink])


def trunk_front(pen: Pen) -> None:
    """A tree that somebody looks around from behind."""
    for x, y, width in ((560, -60, 520), (860, -40, 420), (720, -190, 560)):
        pen.part(cloudlet(x, y, width, 260, 5), mix(_LEAF, INK, 0.12 if x != 720 else 0.0))
    trunk = "M590 60L860 60C860 500 870 860 960 1100L480 1100C570 860 590 500 590 60Z"
    pen.part(Path.parse(trunk), _BARK)
    for x, y in ((680, 260), (770, 420), (690, 600), (780, 780), (680, 900)):
        pen.canvas.stroke(Path.lines([(x, y), (x + 6, y + 70)], closed=False), mix(_BARK, INK, 0.4), 10)


def hoard(pen: Pen) -> None:
    """A heap of gold with gems in it."""
    pen.part(Path.parse("M-90 1130C60 960 260 900 512 890C764 900 964 960 1114 1130Q512 1190 -90 1130Z"), "#f3bf4b")
    for k in range(22):
        x, y = 40 + 46 * k, 1090 - 130 * (1 - ((k - 10.5) / 11) ** 2) + 34 * (k % 3)
        pen.part(oval(x, y, 40, 24), "#f8d878" if k % 2 else "#e0a42f")
    for x, y, ink in ((250, 990, "#e0564a"), (512, 960, "#4f9fc9"), (780, 1000, "#5fa35a")):
        pen.part(Path.lines([(x - 56, y), (x - 28, y - 44), (x + 28, y - 44), (x + 56, y), (x, y + 62)]), ink)
