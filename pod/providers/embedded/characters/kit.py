"""Tools of trades that a character holds: what the icon sets have no picture of, or none that stands upright. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import RAISED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_X, _Y = RAISED


def first_aid_kit(pen: Pen) -> None:
    handle = Path.parse("M456 716C456 650 568 650 568 716")
    pen.canvas.stroke(handle, INK, 24 + 2 * LINE)
    pen.canvas.stroke(handle, "#b23a34", 24)
    pen.part(rounded_rect(380, 706, 264, 182, 26), _RED)
    pen.canvas.fill(circle(MIDDLE_X, 798, 66), _CREAM)
    for w, h in ((34, 96), (96, 34)):
        pen.canvas.fill(rounded_rect(MIDDLE_X - w / 2, 798 - h / 2, w, h, 6), _RED)


def calculator(pen: Pen) -> None:
    pen.part(rounded_rect(414, 676, 196, 226, 22), "#4b4f63")
    pen.canvas.fill(rounded_rect(434, 696, 156, 54, 8), "#cfe3c2")
    for row in range(3):
        for column in range(4):
            ink = "#f0843a" if column == 3 else _CREAM
            pen.canvas.fill(rounded_rect(436 + 40 * column, 766 + 42 * row, 30, 30, 7), ink)


def gavel(pen: Pen) -> None:
    to = Transform.rotate(22, (_X, _Y))
    pen.part(limb([(_X, _Y + 100), (_X, _Y - 170)], 16, 16).transformed(to), _WOOD)
    pen.part(rounded_rect(_X - 128, _Y - 250, 256, 112, 22).transformed(to), "#8f5a33")
    for x in (-112, 84):
        pen.canvas.fill(rounded_rect(_X + x, _Y - 246, 28, 104, 6).transformed(to), _GOLD)


def welding_torch(pen: Pen) -> None:
    pen.part(limb([(_X - 6, _Y + 90), (_X + 6, _Y - 90), (_X + 70, _Y - 160)], 24, 17), "#7b8595")
    pen.part(limb([(_X - 6, _Y + 60), (_X - 8, _Y - 30)], 34, 34), _RED)
    pen.canvas.fill(star(_X + 110, _Y - 220, 128, 9, 0.45), "#f6cf4a")
    pen.canvas.fill(star(_X + 110, _Y - 220, 72, 9, 0.5), "#fffbe6")
    for turn, far in ((30, 190), (70, 240), (110, 200), (150, 250), (-10, 230), (-50, 190)):
        spark = rounded_rect(_X + 104, _Y - 220 - far, 13, 62, 6).transformed(
            Transform.rotate(turn, (_X + 110, _Y - 220))
        )
        pen.canvas.fill(spark, "#f0843a")


def screwdriver(pen: Pen) -> None:
    pen.part(rounded_rect(_X - 34, _Y - 60, 68, 170, 28), _RED)
    pen.part(rounded_rect(_X - 14, _Y - 250, 28, 200, 6), _STEEL)
    pen.part(Path.lines([(_X - 22, _Y - 246), (_X + 22, _Y - 246), (_X + 14, _Y - 300), (_X - 14, _Y - 300)]), _STEEL)


def light_bulb(pen: Pen) -> None:
    for turn in range(-60, 61, 30):
        ray = rounded_rect(_X - 7, _Y - 360, 14, 56, 6)
        pen.canvas.fill(ray.transformed(Transform.rotate(turn, (_X, _Y - 150))), _GOLD)
    pen.part(circle(_X, _Y - 160, 112), "#fbe08f")
    pen.part(rounded_rect(_X - 52, _Y - 80, 104, 96, 18), _STEEL)
    for y in (-54, -24):
        pen.canvas.fill(rounded_rect(_X - 52, _Y + y, 104, 12, 4), mix(_STEEL, INK, 0.4))
    coil = Path.parse(
        f"M{_X - 40} {_Y - 90}L{_X - 30} {_Y - 170}L{_X - 10} {_Y - 140}L{_X + 10} {_Y - 170}L{_X + 30} {_Y - 140}L{_X + 40} {_Y - 90}"
    )
    pen.canvas.stroke(coil, "#d9822b", 9)


def plunger(pen: Pen) -> None:
    pen.part(limb([(_X, _Y + 110), (_X, _Y - 200)], 16, 16), _WOOD)
    pen.part(
        Path.parse("M-112 0C-112 -96 -60 -130 0 -130C60 -130 112 -96 112 0Q0 34 -112 0Z")
        .transformed(Transform.rotate(180))
        .transformed(Transform.move(_X, _Y - 320)),
        _RED,
    )


def scissors(pen: Pen) -> None:
    for side in SIDES:
        blade = limb([(_X - side * 44, _Y + 20), (_X + side * 60, _Y - 270)], 20, 7)
        pen.part(blade, _STEEL)
        pen.part(circle(_X - side * 52, _Y + 44, 52), _RED)
        pen.canvas.fill(circle(_X - side * 52, _Y + 44, 26), _CREAM)
    pen.canvas.fill(circle(_X, _Y - 100, 12), INK)


def letter(pen: Pen) -> None:
    pen.part(rounded_rect(378, 712, 268, 176, 12), _CREAM)
    flap = Path.lines([(384, 722), (MIDDLE_X, 820), (640, 722)], closed=False)
    pen.canvas.stroke(flap, mix(_CREAM, INK, 0.45), 11)
    pen.part(circle(MIDDLE_X, 826, 28), _RED)


def rolling_pin(pen: Pen) -> None:
    to = Transform.rotate(18, (_X, _Y - 100))
    pen.part(rounded_rect(_X - 15, _Y - 330, 30, 460, 15).transformed(to), mix(_WOOD, INK, 0.2))
    pen.part(rounded_rect(_X - 48, _Y - 260, 96, 300, 30).transformed(to), "#e2b077")


def frying_pan(pen: Pen) -> None:
    pen.part(limb([(_X - 8, _Y + 100), (_X + 50, _Y - 120)], 19, 17), INK)
    pen.part(circle(_X + 70, _Y - 220, 128), "#4b4f63")
    pen.canvas.fill(circle(_X + 70, _Y - 220, 100), "#383b4c")
    pen.canvas.fill(oval(_X + 66, _Y - 214, 76, 62, 20), "#fdfbf5")
    pen.canvas.fill(circle(_X + 78, _Y - 222, 30), _GOLD)


def hammer(pen: Pen) -> None:
    to = Transform.rotate(22, (_X, _Y))
    pen.part(limb([(_X, _Y + 120), (_X, _Y - 200)], 18, 16).transformed(to), _WOOD)
    pen.part(rounded_rect(_X - 60, _Y - 260, 150, 84, 14).transformed(to), _STEEL)
    claw = Path.parse(
        f"M{_X - 60} {_Y - 256}C{_X - 120} {_Y - 250} {_X - 150} {_Y - 220} {_X - 164} {_Y - 170}C{_X - 130} {_Y - 190} {_X - 100} {_Y - 196} {_X - 60} {_Y - 190}Z"
    )
    pen.part(claw.transformed(to), _STEEL)


def briefcase(pen: Pen) -> None:
    handle = Path.parse("M460 726C460 672 564 672 564 726")
    pen.canvas.stroke(handle, INK, 22 + 2 * LINE)
    pen.canvas.stroke(handle, "#6d4224", 22)
    pen.part(rounded_rect(376, 720, 272, 172, 22), "#a9713f")
    pen.canvas.fill(rounded_rect(376, 790, 272, 14, 0), "#6d4224")
    pen.part(rounded_rect(MIDDLE_X - 26, 778, 52, 40, 8), _GOLD)


def tray(pen: Pen) -> None:
    """Held up, with two glasses on it."""
    for x, ink in ((8, "#e0564a"), (140, "#f0a93a")):
        pen.part(
            Path.parse(
                f"M{_X + x - 44} {_Y - 250}L{_X + x + 44} {_Y - 250}L{_X + x + 30} {_Y - 92}L{_X + x - 30} {_Y - 92}Z"
            ),
            "#e8f3f5",
        )
        pen.canvas.fill(
            Path.parse(
                f"M{_X + x - 38} {_Y - 196}L{_X + x + 38} {_Y - 196}L{_X + x + 28} {_Y - 100}L{_X + x - 28} {_Y - 100}Z"
            ),
            ink,
        )
    pen.part(oval(_X + 74, _Y - 76, 172, 30), _STEEL)


def clipboard(pen: Pen) -> None:
    pen.part(rounded_rect(412, 676, 200, 226, 16), "#b07a48")
    pen.canvas.fill(rounded_rect(430, 704, 164, 182, 6), _CREAM)
    for k in range(4):
        pen.canvas.fill(rounded_rect(446, 732 + 36 * k, 130 - 30 * (k % 2), 11, 5), "#b9b2a2")
    pen.part(rounded_rect(466, 658, 92, 44, 12), _STEEL)


def toothbrush(pen: Pen) -> None:
    pen.part(limb([(_X, _Y + 100), (_X + 4, _Y - 280)], 19, 15), "#5aa7c7")
    pen.part(rounded_rect(_X - 62, _Y - 300, 54, 124, 8), _CREAM)
    for k in range(4):
        pen.canvas.fill(rounded_rect(_X - 62, _Y - 286 + 30 * k, 54, 8, 3), "#a9d4e4")


def fire_hose(pen: Pen) -> None:
    loop = Path.parse(f"M{_X - 30} {_Y + 420}C{_X + 150} {_Y + 330} {_X + 120} {_Y + 120} {_X} {_Y + 40}")
    pen.canvas.stroke(loop, INK, 40 + 2 * LINE)
    pen.canvas.stroke(loop, "#c98a4b", 40)
    pen.part(limb([(_X, _Y + 60), (_X + 10, _Y - 120)], 32, 20), _GOLD)
    for dx, dy, r in ((10, -190, 30), (-30, -260, 38), (50, -264, 36), (10, -330, 30), (-60, -330, 22), (84, -336, 24)):
        pen.part(circle(_X + dx, _Y + dy, r), "#8fd0e3")


def comb(pen: Pen) -> None:
    pen.part(rounded_rect(_X - 44, _Y - 280, 52, 360, 18), "#3d3a48")
    for k in range(9):
        pen.canvas.fill(rounded_rect(_X + 4, _Y - 264 + 32 * k, 62, 14, 6), "#3d3a48")


def lasso(pen: Pen) -> None:
    for ink, width in ((INK, 44), ("#d9b77a", 24)):
        pen.canvas.stroke(oval(_X - 20, _Y - 300, 190, 74, -10), ink, width)
        pen.canvas.stroke(
            Path.parse(f"M{_X} {_Y + 60}C{_X + 60} {_Y - 60} {_X + 60} {_Y - 160} {_X + 60} {_Y - 236}"), ink, width
        )


def paddle(pen: Pen) -> None:
    pen.part(limb([(_X + 20, _Y + 330), (_X - 10, _Y - 240)], 15, 15), _WOOD)
    pen.part(oval(_X - 16, _Y - 300, 56, 118, -3), "#e0763f")


def racket(pen: Pen) -> None:
    pen.part(limb([(_X, _Y + 100), (_X + 4, _Y - 90)], 20, 16), INK)
    pen.part(oval(_X + 6, _Y - 220, 112, 144), _RED)
    pen.canvas.fill(oval(_X + 6, _Y - 220, 88, 120), _CREAM)
    for k in range(-2, 3):
        pen.canvas.stroke(
            Path.lines(
                [(_X + 6 + 32 * k, _Y - 320 + abs(k) * 20), (_X + 6 + 32 * k, _Y - 120 - abs(k) * 20)], closed=False
            ),
            "#b9a98d",
            6,
        )
        pen.canvas.stroke(
            Path.lines(
                [(_X - 70 + abs(k) * 16, _Y - 220 + 38 * k), (_X + 82 - abs(k) * 16, _Y - 220 + 38 * k)], closed=False
            ),
            "#b9a98d",
            6,
        )


def bat(pen: Pen) -> None:
    to = Transform.rotate(16, (_X, _Y))
    pen.part(limb([(_X, _Y + 110), (_X, _Y - 100), (_X, _Y - 330)], 16, 44).transformed(to), "#d9a066")
    pen.part(circle(_X, _Y + 116, 28).transformed(to), "#b9793f")


def cello(pen: Pen) -> None:
    """Before the belly, its neck over one shoulder, the bow across."""
    to = Transform.rotate(12, (MIDDLE_X, 800))
    pen.part(rounded_rect(MIDDLE_X - 17, 420, 34, 300, 8).transformed(to), "#4a2c1c")
    pen.part(circle(MIDDLE_X, 412, 32).transformed(to), "#6d4224")
    body = "M512 640C582 640 606 690 586 742C560 780 566 800 600 836C640 900 610 980 512 984C414 980 384 900 424 836C458 800 464 780 438 742C418 690 442 640 512 640Z"
    pen.part(Path.parse(body).transformed(to), "#b5622f")
    pen.canvas.fill(rounded_rect(MIDDLE_X - 11, 660, 22, 190, 6).transformed(to), "#4a2c1c")
    for side in SIDES:
        pen.canvas.stroke(
            Path.parse(
                f"M{MIDDLE_X + side * 52} 800Q{MIDDLE_X + side * 36} 840 {MIDDLE_X + side * 56} 880"
            ).transformed(to),
            "#4a2c1c",
            10,
        )
    pen.part(limb([(330, 800), (740, 720)], 8, 8), "#f3e2c0")


def keyboard(pen: Pen) -> None:
    """A piano's, across the belly."""
    pen.part(rounded_rect(262, 786, 500, 128, 22), "#3d3a48")
    pen.canvas.fill(rounded_rect(284, 826, 456, 72, 6), "#fdfbf5")
    for k in range(1, 12):
        pen.canvas.fill(rounded_rect(284 + 38 * k - 2, 826, 4, 72, 0), "#9a95a2")
        if k % 7 not in (3, 0):
            pen.canvas.fill(rounded_rect(284 + 38 * k - 11, 826, 22, 42, 3), "#26232c")


def golf_club(pen: Pen) -> None:
    to = Transform.rotate(14, (_X, _Y))
    pen.part(limb([(_X, _Y + 80), (_X, _Y - 320)], 10, 8).transformed(to), _STEEL)
    pen.part(limb([(_X, _Y + 100), (_X, _Y + 10)], 18, 15).transformed(to), INK)
    head = Path.parse("M-14 16L-10 -40Q60 -70 106 -40Q124 -10 84 8Z").transformed(Transform.move(_X, _Y - 320))
    pen.part(head.transformed(to), "#7b8595")


def kite(pen: Pen) -> None:
    """High in the air and as large as a head, on a string from the raised paw."""
    x, y = _X + 200, _Y - 640
    pen.canvas.stroke(Path((("M", (x, y + 60)), ("Q", (x - 20, _Y - 160, _X, _Y - 20)))), INK, 10)
    to = Transform.scale(1.7).then(Transform.move(x, y))
    tail = Path.parse("M-20 150C70 200 -40 250 60 310").transformed(to)
    pen.canvas.stroke(tail, INK, 12)
    for dx, dy in ((24, 196), (4, 246), (50, 300)):
        pen.part(oval(dx, dy, 26, 14, 30).transformed(to), _GOLD)
    pen.part(Path.lines([(0, -160), (118, -20), (-20, 160), (-118, -10)]).transformed(to), _RED)
    pen.canvas.fill(Path.lines([(0, -152), (108, -20), (-8, -16)]).transformed(to), _GOLD)
    pen.canvas.fill(Path.lines([(-8, -16), (-108, -10), (-20, 148)]).transformed(to), _TEAL)


def placard(pen: Pen) -> None:
    """A board on a stick, held up before the belly with nothing on it: words are set as type."""
    pen.part(rounded_rect(MIDDLE_X - 22, 820, 44, 200, 10), _WOOD)
    pen.part(rounded_rect(MIDDLE_X - 190, 640, 380, 230, 18), _CREAM)
    for row in range(3):
        pen.canvas.fill(
            rounded_rect(MIDDLE_X - 140, 690 + 52 * row, 280 - 70 * (row == 2), 20, 8), mix(_CREAM, INK, 0.3)
        )


def baby(pen: Pen) -> None:
    """Wrapped in a cloth, with a face."""
    pen.part(oval(540, 800, 200, 100, -28), "#a9d4e4")
    pen.canvas.stroke(Path.parse("M470 830C540 850 640 800 690 730"), mix("#a9d4e4", INK, 0.25), 8)
    pen.part(circle(404, 668, 104), "#a9d4e4")
    pen.part(circle(404, 680, 80), "#f4c8a8")
    pen.canvas.stroke(Path.parse("M404 602C392 620 412 632 424 618"), "#6b4327", 9)
    for x in (374, 434):
        pen.canvas.stroke(Path((("M", (x - 16, 676)), ("Q", (x, 692, x + 16, 676)))), INK, 8)
        pen.canvas.fill(circle(x - 6 + 12 * (x > 404), 708, 13), "#f09a86")
    pen.canvas.stroke(Path((("M", (390, 714)), ("Q", (404, 726, 418, 714)))), INK, 8)


def ball(pen: Pen) -> None:
    pen.part(circle(MIDDLE_X, 784, 112), _RED)
    pen.canvas.fill(
        Path.parse(
            f"M{MIDDLE_X} 672C{MIDDLE_X - 70} 700 {MIDDLE_X - 70} 868 {MIDDLE_X} 896C{MIDDLE_X + 70} 868 {MIDDLE_X + 70} 700 {MIDDLE_X} 672Z"
        ),
        _CREAM,
    )
    pen.canvas.fill(circle(MIDDLE_X, 690, 22), _GOLD)


def steering_wheel(pen: Pen) -> None:
    pen.part(circle(MIDDLE_X, 780, 128), "#3d3a48")
    pen.canvas.fill(circle(MIDDLE_X, 780, 92), _CREAM)
    pen.part(rounded_rect(MIDDLE_X - 104, 766, 208, 34, 10), "#3d3a48")
    pen.part(rounded_rect(MIDDLE_X - 17, 780, 34, 104, 10), "#3d3a48")
    pen.part(circle(MIDDLE_X, 782, 40), _RED)


def phone(pen: Pen) -> None:
    pen.part(rounded_rect(436, 668, 152, 236, 26), "#3d3a48")
    pen.canvas.fill(rounded_rect(452, 692, 120, 180, 8), "#9fd0e3")
    pen.canvas.fill(heart(MIDDLE_X, 782, 54), _RED)
    pen.canvas.fill(circle(MIDDLE_X, 888, 8), _CREAM)


def stick(pen: Pen) -> None:
    bark = mix(_WOOD, INK, 0.45)
    pen.part(limb([(300, 812), (512, 780), (730, 796)], 28, 22), bark)
    pen.part(limb([(600, 780), (660, 716)], 17, 13), bark)
    pen.part(oval(676, 700, 30, 16, -40), "#6aa164")


def crook(pen: Pen) -> None:
    """A shepherd's staff."""
    bend = [
        (_X, _Y + 420),
        (_X, _Y - 260),
        (_X + 20, _Y - 330),
        (_X + 80, _Y - 340),
        (_X + 110, _Y - 280),
        (_X + 90, _Y - 230),
    ]
    pen.part(limb(bend, 17, 15), _WOOD)


def bamboo(pen: Pen) -> None:
    for dx, top in ((-26, -300), (26, -240)):
        pen.part(limb([(_X + dx * 0.4, _Y + 90), (_X + dx * 1.6, _Y + top)], 19, 17), "#8cb84f")
        for k in range(4):
            pen.canvas.fill(rounded_rect(_X + dx * (0.6 + 0.25 * k) - 19, _Y + 20 - 76 * k, 38, 9, 4), "#5f8f37")
    for x, y, turn in (
        (_X - 90, _Y - 290, -70),
        (_X + 100, _Y - 260, 64),
        (_X + 80, _Y - 160, 80),
        (_X - 70, _Y - 200, -84),
    ):
        pen.part(leaf(x, y, 120, 38, turn), "#6aa145")
