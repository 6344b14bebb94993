"""Things that people ask for and that no set of pictures has: original art in a box of 1024 units, drawn with a `Pen`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, polygon, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.gallery.posies import fish_bowl

_C = BOX / 2
_CREAM, _RED, _GOLD, _TEAL, _DARK, _BLUE = "#fbf2df", "#dd5546", "#f3bf4b", "#3f978f", "#3d3a48", "#4f9fc0"
_GREEN, _WOOD, _STONE, _STEEL = "#4f9a5c", "#a9713f", "#9aa0aa", "#c3ccd8"


def _lighthouse(pen: Pen) -> None:
    for side in SIDES:
        light = Path.lines(
            [(_C + side * 60, 150), (_C + side * 500, 40), (_C + side * 500, 290), (_C + side * 60, 200)]
        )
        pen.canvas.fill(light, "#fbe08f")
    tower = Path.parse("M404 300L620 300L680 900L344 900Z")
    pen.part(tower, _CREAM)
    with pen.canvas.group(tower):
        for y in (390, 610, 830):
            pen.canvas.fill(Path.lines([(300, y), (724, y - 40), (724, y + 70), (300, y + 110)]), _RED)
    pen.part(rounded_rect(470, 800, 84, 104, 42), _DARK)
    for y in (480, 680):
        pen.part(rounded_rect(486, y, 52, 76, 26), "#7cc4de")
    pen.part(rounded_rect(370, 276, 284, 40, 12), _DARK)
    pen.part(rounded_rect(440, 120, 144, 160, 10), "#fbe08f")
    for x in (472, 512, 552):
        pen.canvas.fill(rect(x - 5, 120, 10, 160), _DARK)
    pen.part(Path.parse("M412 124Q512 -40 612 124Z"), _RED)
    pen.part(circle(_C, 30, 22), _GOLD)
    for x, y, r in ((290, 930, 130), (520, 950, 150), (740, 936, 130)):
        pen.part(blob(x, y, r, r * 0.5, 2.6), mix(_STONE, _DARK, 0.25))


def _typewriter(pen: Pen) -> None:
    pen.part(Path.lines([(300, 60), (724, 60), (724, 380), (300, 380)]), _CREAM)
    for row in range(4):
        pen.canvas.fill(rounded_rect(352, 116 + 54 * row, 320 - 90 * (row == 3), 16, 8), "#b9a98d")
    pen.part(rounded_rect(120, 330, 784, 96, 44), _DARK)
    for side in SIDES:
        pen.part(rounded_rect(_C + side * 436 - 44, 338, 88, 80, 26), _GOLD)
    pen.part(Path.parse("M200 420L824 420L880 620L940 900Q512 960 84 900L144 620Z"), _TEAL)
    pen.part(Path.parse("M240 470L784 470L806 560L218 560Z"), mix(_TEAL, INK, 0.4))
    for row in range(3):
        for k in range(8 - row % 2):
            x = 230 - 14 * row + (k + 0.5 * (row % 2)) * (80 + 4 * row)
            pen.part(circle(x, 640 + 78 * row, 27), _CREAM)
    pen.part(rounded_rect(330, 858, 364, 44, 22), _CREAM)


def _balloon(pen: Pen) -> None:
    whole = Path.parse(
        "M512 20C780 20 940 210 920 420C904 570 700 690 620 790L404 790C324 690 120 570 104 420C84 210 244 20 512 20Z"
    )
    pen.part(whole, _RED)
    with pen.canvas.group(whole):
        for k, ink in ((1.0, _RED), (0.74, _GOLD), (0.46, _TEAL), (0.18, _CREAM)):
            pen.canvas.fill(oval(_C, 420, 430 * k, 520), ink)
        pen.canvas.stroke(Path.parse("M90 470Q512 600 934 470"), _CREAM, 30)
    for side in SIDES:
        pen.canvas.stroke(Path.lines([(_C + side * 96, 796), (_C + side * 70, 880)], closed=False), INK, 12)
    pen.part(rounded_rect(428, 876, 168, 130, 26), _WOOD)
    pen.canvas.fill(rounded_rect(428, 900, 168, 22, 0), mix(_WOOD, INK, 0.35))


def _d20(pen: Pen) -> None:
    c, r = (_C, _C), 490.0
    hull = [polar(*c, r, a) for a in range(0, 360, 60)]
    inner = [polar(*c, 290, a) for a in (0, 120, 240)]
    pen.part(Path.lines(hull), "#7b4fb5")
    tints = (0.36, 0.1, 0.22, 0.05, 0.3, 0.16, 0.42, 0.0, 0.12)
    faces = [
        (hull[0], hull[1], inner[0]),
        (hull[1], inner[1], inner[0]),
        (hull[1], hull[2], inner[1]),
        (hull[2], hull[3], inner[1]),
        (hull[3], inner[2], inner[1]),
        (hull[3], hull[4], inner[2]),
        (hull[4], hull[5], inner[2]),
        (hull[5], inner[0], inner[2]),
        (hull[5], hull[0], inner[0]),
    ]
    for face, tint in zip(faces, tints, strict=True):
        pen.canvas.fill(Path.lines(face), mix("#7b4fb5", "#2e1a4f" if tint < 0.15 else "#f3e6ff", max(tint, 0.12)))
    pen.canvas.fill(Path.lines(inner), "#8f63cc")
    for face in faces:
        pen.canvas.stroke(Path.lines(face), INK, 11)
    pen.canvas.fill(star(_C, _C + 24, 130, 5), "#f6d777")


_MONSTERA = "M512 250C560 110 760 70 880 190C1000 320 960 560 840 720C750 840 620 930 512 1000Z"
_SLITS = (
    "M1030 150L720 250Q640 286 706 316L1030 262Z",
    "M1040 390L716 400Q636 416 690 456L1010 500Z",
    "M1000 610L690 530Q614 530 660 584L940 720Z",
    "M880 830L640 660Q580 642 606 708L800 900Z",
)
"""Of the right half, each open to the rim and round at its end."""


def _monstera(pen: Pen) -> None:
    """Hanging a little aslant from its stalk: a heart that is slit deep from the rim, with holes along the midrib."""
    slant = Transform.rotate(24, (_C, 560))
    pen.part(
        limb(curve((300, 60), (420, 60), (490, 130), (512, 270)), 22, 18).transformed(slant), mix(_GREEN, INK, 0.3)
    )
    for side in SIDES:
        put = Transform.scale(side, 1).then(Transform.move(_C - side * _C, 0)).then(slant)
        half = Path.parse(_MONSTERA).geometry()
        for slit in _SLITS:
            half = half.difference(Path.parse(slit).geometry())
        for x, y in ((606, 330), (592, 480), (574, 620)):
            half = half.difference(oval(x, y, 17, 44, 62).geometry())
        green = _GREEN if side > 0 else mix(_GREEN, INK, 0.14)
        pen.part(Path.from_geometry(half.buffer(-7).buffer(7)).transformed(put), green)
        for x, y in ((800, 220), (860, 370), (800, 540), (700, 690)):
            rib = Path.parse(f"M512 {y + 110}Q{(512 + x) / 2} {y + 50} {x} {y}").transformed(put)
            pen.canvas.stroke(rib, mix(_GREEN, "#eef6d8", 0.35), 9)
    rib = Path.lines([(_C, 260), (_C, 960)], closed=False).transformed(slant)
    pen.canvas.stroke(rib, mix(_GREEN, "#eef6d8", 0.55), 20)


def _monstera_outline(pen: Pen) -> None:
    """The same leaf as one shape, whole along its midrib: what is drawn in lines alone has none within it but that."""
    slant = Transform.rotate(24, (_C, 560))
    stalk = limb(curve((300, 60), (420, 60), (490, 130), (512, 300)), 22, 18).geometry()
    halves = []
    for side in SIDES:
        put = Transform.scale(side, 1).then(Transform.move(_C - side * _C, 0))
        half: BaseGeometry = Path.parse(_MONSTERA).geometry().buffer(4)
        for slit in _SLITS:
            half = half.difference(Path.parse(slit).geometry())
        halves.append(Path.from_geometry(half.buffer(-7).buffer(7)).transformed(put).geometry())
    pen.part(Path.from_geometry(unary_union([stalk, *halves])).transformed(slant), _GREEN)
    rib = limb([(_C, 300), (_C, 900)], 12, 8)
    pen.canvas.fill(rib.transformed(slant), INK)


def _bonsai(pen: Pen) -> None:
    trunk = limb(curve((470, 800), (420, 660), (640, 600), (520, 420)), 74, 40).geometry()
    trunk = trunk.union(limb(curve((540, 600), (620, 560), (700, 560), (760, 500)), 36, 20).geometry())
    trunk = trunk.union(limb(curve((510, 700), (420, 640), (330, 640), (280, 590)), 32, 18).geometry())
    pen.part(Path.from_geometry(trunk), _WOOD)
    for x, y, w, h, tint in (
        (270, 560, 380, 210, 0.16),
        (770, 470, 360, 200, 0.16),
        (520, 330, 560, 300, 0.0),
        (430, 190, 360, 190, 0.08),
    ):
        pen.part(cloudlet(x, y, w, h, 5), mix(_GREEN, INK, tint))
    pen.part(Path.parse("M190 820L834 820L780 970L244 970Z"), "#b5503f")
    pen.part(rounded_rect(160, 780, 704, 66, 22), "#c9604c")
    pen.canvas.fill(oval(_C, 780, 300, 26), mix(_GREEN, "#e3e8a0", 0.3))
    for x in (300, 724):
        pen.part(rounded_rect(x - 40, 962, 80, 40, 10), "#8f3d31")


def _windmill(pen: Pen) -> None:
    pen.part(Path.parse("M388 420L636 420L720 1000L304 1000Z"), _CREAM)
    pen.part(rounded_rect(456, 840, 112, 160, 56), _WOOD)
    for y in (560, 700):
        pen.part(rounded_rect(474, y, 76, 80, 10), "#7cc4de")
    pen.part(Path.parse("M364 430Q512 200 660 430Z"), _RED)
    for turn in (20, 110, 200, 290):
        to = Transform.rotate(turn, (_C, 360))
        pen.part(rounded_rect(_C - 12, -10, 24, 370, 8).transformed(to), _WOOD)
        pen.part(rounded_rect(_C + 8, 0, 104, 270, 10).transformed(to), _CREAM)
        for k in range(3):
            pen.canvas.fill(rect(_C + 8, 60 + 70 * k, 104, 12).transformed(to), _WOOD)
    pen.part(circle(_C, 360, 46), _GOLD)


def _boots(pen: Pen) -> None:
    boot = "M-120 -420C-60 -380 60 -380 120 -420C130 -240 96 -80 110 30C160 110 330 110 372 200C388 250 370 280 330 284L-130 284C-150 120 -90 -40 -104 -160Z"
    for dx, tint in ((-60, 0.28), (-250, 0.0)):
        to = Transform.move(_C + dx, 540)
        pen.part(Path.parse("M-130 280L-50 280L-60 380L-120 380Z").transformed(to), _DARK)
        pen.part(Path.parse(boot).transformed(to), mix("#b5693a", INK, tint))
        pen.part(
            Path.parse("M-134 270L334 270C384 270 384 318 334 318L-40 318L-134 300Z").transformed(to),
            mix(_DARK, _WOOD, 0.3),
        )
        pen.canvas.stroke(
            Path.parse("M-70 -300C-20 -200 20 -200 70 -300M-84 -180C-20 -60 20 -60 84 -180").transformed(to), _GOLD, 16
        )
        pen.canvas.fill(star(0, -50, 60).transformed(to), _GOLD)


def _lavender(pen: Pen) -> None:
    for x, turn, height in ((512, 0, 840), (372, -12, 740), (652, 12, 740), (270, -24, 620), (754, 24, 620)):
        root = (_C + (x - _C) * 0.2, 960.0)
        tip = polar(*root, height, turn)
        pen.canvas.stroke(Path.lines([root, tip], closed=False), INK, 34)
        pen.canvas.stroke(Path.lines([root, tip], closed=False), "#6f9a5c", 16)
        for k in range(7):
            px, py = polar(*root, height - 46 * k, turn)
            for lean in (-52, 52):
                pen.part(leaf(px, py, 78 + 4 * k, 26, turn + lean), ("#9b7fd0", "#b79ce0")[k % 2])
    pen.part(Path.parse("M420 800Q512 840 604 800L618 856Q512 900 406 856Z"), _GOLD)
    for side in SIDES:
        pen.part(oval(_C + side * 84, 840, 80, 42, side * 20), _GOLD)


def _campfire(pen: Pen) -> None:
    flames = (
        (
            "M512 40C600 220 820 360 780 620C760 780 650 850 512 850C374 850 264 780 244 620C220 440 400 400 400 240C470 260 500 180 512 40Z",
            "#e8572f",
        ),
        (
            "M530 280C590 400 700 480 676 640C660 760 590 810 512 810C434 810 364 760 348 640C340 540 440 500 450 420C500 440 520 360 530 280Z",
            "#f49a36",
        ),
        (
            "M512 520C560 590 600 640 590 710C580 770 550 796 512 796C474 796 444 770 434 710C430 640 490 610 512 520Z",
            "#fbe08f",
        ),
    )
    for k, (d, ink) in enumerate(flames):
        (pen.part if k == 0 else pen.canvas.fill)(Path.parse(d), ink)
    for turn in (-16, 16):
        pen.part(rounded_rect(140, 830, 744, 110, 55).transformed(Transform.rotate(turn, (_C, 885))), _WOOD)
        end = polar(_C, 885, 330, 90 + turn)
        pen.part(oval(*end, 34, 50, turn), "#e3b983")


def _trout(pen: Pen) -> None:
    to = Transform.rotate(-32, (_C, _C))
    pen.part(Path.parse("M820 512L1000 360C970 470 970 560 1000 670Z").transformed(to), mix(_TEAL, INK, 0.2))
    pen.part(Path.parse("M430 350C520 220 640 250 680 370Z").transformed(to), mix(_TEAL, INK, 0.2))
    body = Path.parse(
        "M20 530C120 370 360 320 560 360C700 390 800 460 850 512C800 590 700 650 540 676C340 706 130 680 20 530Z"
    ).transformed(to)
    pen.part(body, _TEAL)
    with pen.canvas.group(body):
        pen.canvas.fill(Path.parse("M0 560C260 560 520 600 860 520L860 760L0 760Z").transformed(to), _CREAM)
        pen.canvas.fill(
            Path.parse("M220 520C420 530 640 540 860 500L860 560C640 590 420 590 220 570Z").transformed(to), "#ee8f7f"
        )
        for k in range(16):
            x, y = 330 + 34 * k - 20 * (k % 2), 410 + 44 * (k % 3)
            pen.canvas.fill(circle(x, y, 13).transformed(to), mix(_TEAL, INK, 0.5))
        pen.canvas.stroke(Path.parse("M250 390C300 470 300 570 250 650").transformed(to), INK, 12)
    pen.part(
        Path.parse("M400 620C440 700 420 760 350 790C350 720 350 660 340 630Z").transformed(to), mix(_TEAL, INK, 0.2)
    )
    pen.part(circle(150, 490, 36).transformed(to), _CREAM)
    pen.canvas.fill(circle(146, 490, 19).transformed(to), INK)
    for x, y, r in ((250, 900, 50), (420, 950, 70), (600, 930, 54), (120, 800, 30), (760, 860, 34)):
        pen.part(circle(x, y, r), "#8fd0e3")


def _grill(pen: Pen) -> None:
    for x in (360, 512, 664):
        smoke = curve((x, 200), (x - 60, 140), (x + 60, 90), (x, 20))
        pen.part(limb(smoke, 22, 9), "#dfe5ea")
    for dx, lean in ((-230, -90), (230, 90), (0, 0)):
        pen.part(limb([(_C + dx * 0.7, 660), (_C + dx * 0.7 + lean, 1000)], 20, 18), _DARK)
    pen.part(Path.parse("M90 420L934 420C934 620 760 740 512 740C264 740 90 620 90 420Z"), _RED)
    pen.part(rounded_rect(60, 380, 904, 62, 31), _DARK)
    for x, ink in ((240, "#8a4a2c"), (430, "#8a4a2c"), (640, "#c4573f"), (800, "#c4573f")):
        pen.part(oval(x, 360, 92, 40), ink)
    pen.canvas.fill(rounded_rect(280, 520, 464, 24, 12), mix(_RED, _CREAM, 0.5))


def _kettlebell(pen: Pen) -> None:
    ring = circle(_C, 320, 260).geometry().difference(circle(_C, 330, 150).geometry())
    pen.part(Path.from_geometry(ring.segmentize(30)), _STEEL)
    pen.part(blob(_C, 660, 400, 330, 2.3), _DARK)
    pen.canvas.fill(circle(_C, 660, 190), _RED)
    pen.canvas.fill(star(_C, 660, 130), _CREAM)
    pen.canvas.fill(oval(300, 520, 40, 90, 30), mix(_DARK, _CREAM, 0.35))


def _surfboards(pen: Pen) -> None:
    for turn, ink, stripe in ((-14, _TEAL, _CREAM), (14, _GOLD, _RED)):
        to = Transform.rotate(turn, (_C, 900))
        board = Path.parse(
            "M512 14C660 170 690 560 640 900C610 1000 414 1000 384 900C334 560 364 170 512 14Z"
        ).transformed(to)
        pen.part(board, ink)
        with pen.canvas.group(board):
            pen.canvas.fill(rect(486, -80, 52, 1200).transformed(to), stripe)
            pen.canvas.fill(rect(200, 640, 624, 70).transformed(to), stripe)


def _easter_egg(pen: Pen) -> None:
    egg = Path.parse(
        "M512 20C740 20 880 380 880 610C880 850 720 1000 512 1000C304 1000 144 850 144 610C144 380 284 20 512 20Z"
    )
    pen.part(egg, "#f6a6c1")
    with pen.canvas.group(egg):
        for y, ink in ((300, "#fff0b8"), (560, "#93d4c0"), (800, "#a7b8f0")):
            pen.canvas.fill(rect(100, y, 824, 130), ink)
        for k in range(9):
            zig = [(110 + 100 * k, 520), (160 + 100 * k, 450), (210 + 100 * k, 520)]
            pen.canvas.stroke(Path.lines(zig, closed=False), _CREAM, 26)
            pen.canvas.fill(circle(150 + 100 * k, 365, 28), _RED)
            pen.canvas.fill(circle(120 + 100 * k, 865, 30), _CREAM)
        for k in range(6):
            x = 210 + 122 * k
            for i in range(5):
                pen.canvas.fill(circle(*polar(x, 625, 26, 72 * i), 20), _GOLD)
            pen.canvas.fill(circle(x, 625, 16), _RED)


def _tennis_ball(pen: Pen) -> None:
    ball = circle(_C, _C, 470)
    pen.part(ball, "#cfe05a")
    with pen.canvas.group(ball):
        for side in SIDES:
            seam = (("M", (_C + side * 200, 20)), ("Q", (_C + side * 60, _C, _C + side * 200, 1004)))
            pen.canvas.stroke(Path(seam), _CREAM, 54)
        pen.canvas.fill(oval(300, 240, 90, 50, -40), "#e6f08f")


def _dragonfly(pen: Pen) -> None:
    for turn, length, ink in (
        (62, 520, "#8fd0e3"),
        (112, 470, "#a9dcec"),
        (-62, 520, "#8fd0e3"),
        (-112, 470, "#a9dcec"),
    ):
        pen.part(leaf(_C, 330, length, 110, turn), ink)
        pen.canvas.stroke(Path.lines([(_C, 330), polar(_C, 330, length * 0.82, turn)], closed=False), "#e3f3f6", 12)
    pen.part(limb([(_C, 380), (_C, 990)], 40, 20), _TEAL)
    for k in range(5):
        pen.canvas.fill(rect(_C - 30, 520 + 88 * k, 60, 20), mix(_TEAL, INK, 0.4))
    pen.part(oval(_C, 330, 84, 130), mix(_TEAL, INK, 0.15))
    pen.part(circle(_C, 170, 78), _TEAL)
    for side in SIDES:
        pen.part(circle(_C + side * 62, 142, 50), _RED)
        pen.canvas.fill(circle(_C + side * 72, 128, 14), _CREAM)


def _moth(pen: Pen) -> None:
    for side in SIDES:
        to = Transform.scale(side, 1).then(Transform.move(_C, 0))
        pen.part(
            Path.parse("M20 520C160 560 260 660 250 800C240 900 330 960 300 1000C200 1000 90 860 20 640Z").transformed(
                to
            ),
            "#8fb08a",
        )
        pen.part(
            Path.parse("M20 460C120 200 330 90 490 120C470 260 440 300 460 420C400 560 180 600 20 560Z").transformed(
                to
            ),
            "#b6cf9f",
        )
        pen.canvas.fill(
            Path.parse("M60 420C160 240 320 140 470 140C330 190 180 290 80 470Z").transformed(to), "#9a6f86"
        )
        pen.part(circle(_C + side * 270, 360, 50), _GOLD)
        pen.canvas.fill(circle(_C + side * 270, 360, 24), _DARK)
        pen.part(circle(_C + side * 150, 720, 34), _GOLD)
        antenna = leaf(_C + side * 30, 330, 220, 40, side * 26)
        pen.part(antenna, "#d9b98c")
    pen.part(limb([(_C, 380), (_C, 690)], 60, 34), _CREAM)
    pen.part(circle(_C, 360, 62), _CREAM)


def _pickleball(pen: Pen) -> None:
    to = Transform.rotate(-28, (_C, _C))
    pen.part(rounded_rect(_C - 42, 640, 84, 330, 36).transformed(to), _DARK)
    pen.part(rounded_rect(_C - 240, 40, 480, 620, 190).transformed(to), _BLUE)
    pen.canvas.fill(rounded_rect(_C - 190, 90, 380, 520, 150).transformed(to), mix(_BLUE, _CREAM, 0.25))
    pen.part(circle(770, 720, 190), "#d6e35a")
    for x, y in ((770, 720), (680, 660), (860, 660), (700, 800), (840, 800), (770, 600), (650, 740), (890, 740)):
        pen.canvas.fill(circle(x, y, 24), mix("#d6e35a", INK, 0.55))


def _pirate_ship(pen: Pen) -> None:
    for x, top in ((330, 120), (660, 40)):
        pen.part(rect(x - 14, top, 28, 640), _WOOD)
    for x, y, w, h in ((330, 190, 300, 190), (330, 420, 340, 200), (660, 130, 340, 220), (660, 390, 380, 230)):
        bulge = f"M{x - w / 2} {y}Q{x} {y + 30} {x + w / 2} {y}Q{x + w / 2 + 50} {y + h / 2} {x + w / 2} {y + h}Q{x} {y + h + 40} {x - w / 2} {y + h}Q{x - w / 2 + 50} {y + h / 2} {x - w / 2} {y}Z"
        pen.part(Path.parse(bulge), _CREAM)
    pen.canvas.fill(circle(676, 486, 60), _DARK)
    pen.canvas.fill(rounded_rect(644, 520, 64, 50, 12), _DARK)
    for side in SIDES:
        pen.canvas.fill(circle(676 + side * 24, 490, 16), _CREAM)
    pen.part(Path.parse("M674 40L860 10L820 60L860 110L674 100Z"), _DARK)
    pen.part(
        Path.parse("M60 640L150 720L820 720L980 600L930 860Q760 940 480 940Q230 940 150 880Z"), mix(_WOOD, INK, 0.15)
    )
    pen.canvas.fill(Path.parse("M110 740L950 740L940 790L130 790Z"), _GOLD)
    for k in range(5):
        pen.part(circle(270 + 130 * k, 850, 30), _DARK)
    pen.part(
        Path.parse(
            "M-6 930C90 880 160 980 260 930C360 880 430 980 530 930C630 880 700 980 800 930C880 890 960 960 1030 930L1030 1020L-6 1020Z"
        ),
        _BLUE,
    )


def _honeycomb(pen: Pen) -> None:
    for k in range(7):
        x, y = (_C, _C) if k == 0 else polar(_C, _C, 300, 60 * k)
        pen.part(polygon(x, y, 168, 6, 30), (_GOLD, "#f6d06a", "#e8a238")[k % 3])


CURIOS: Mapping[str, Callable[[Pen], None]] = {
    "lighthouse": _lighthouse,
    "typewriter": _typewriter,
    "hot air balloon": _balloon,
    "d20": _d20,
    "monstera leaf": _monstera,
    "slitted leaf": _monstera_outline,
    "fish bowl": fish_bowl(1),
    "bonsai": _bonsai,
    "windmill": _windmill,
    "cowboy boots": _boots,
    "lavender": _lavender,
    "campfire": _campfire,
    "trout": _trout,
    "grill": _grill,
    "kettlebell": _kettlebell,
    "surfboards": _surfboards,
    "easter egg": _easter_egg,
    "tennis ball": _tennis_ball,
    "dragonfly": _dragonfly,
    "moth": _moth,
    "pickleball": _pickleball,
    "pirate ship": _pirate_ship,
    "honeycomb": _honeycomb,
}
"""By the name that the curated table gives them (``thing:<name>``)."""

OUTDOORS = frozenset(
    {"lighthouse", "hot air balloon", "windmill", "campfire", "bonsai", "lavender", "trout", "dragonfly"}
)
"""Those of them that may stand in a landscape."""
