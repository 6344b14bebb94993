"""What athletes have on, in hand and before them: bats, mitts, pads, nets, oars, clubs, hoses. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.gestures import AT_SWING, REACHED, WAVED
from pod.providers.embedded.characters.pen import HEAD_Y, INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _WHITE = "#fbf4e6", "#d9503f", "#f3bf4b", "#c98a4b", "#c3ccd8", "#fdfbf6"
_DARK, _LEATHER, _NAVY, _GRASS, _WATER, _BALL = "#3d3a48", "#9a5b34", "#34507a", "#6fae62", "#6fb7d6", "#dfe85a"
_DROP = "M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z"


def _speed(pen: Pen, x: float, y: float, way: float) -> None:
    """Three lines that a ball leaves behind it."""
    for lift, length in ((-60, 110), (0, 170), (60, 110)):
        pen.part(limb([(x, y + lift), (x + way * length, y + lift)], 10, 6), _CREAM)


# --- baseball and softball


def _baseball(pen: Pen, x: float, y: float, r: float = 74.0) -> None:
    pen.part(circle(x, y, r), _WHITE)
    for side in (-1.0, 1.0):
        seam = Path.parse(
            f"M{x + side * r * 0.7} {y - r * 0.66}Q{x + side * r * 0.1} {y} {x + side * r * 0.7} {y + r * 0.66}"
        )
        pen.canvas.stroke(seam, _RED, 11)


def _mitt(pen: Pen, x: float, y: float, side: float) -> None:
    """Open towards whoever looks, its thumb on the inner `side`."""
    for out, lift, turn in ((-92, -96, -22), (-34, -128, -8), (32, -126, 8), (88, -92, 24)):
        pen.part(oval(x + out, y + lift * 0.7, 38, 82, turn), _LEATHER)
    pen.part(oval(x - side * 128, y + 20, 40, 78, side * -52), _LEATHER)
    pen.part(blob(x, y + 16, 128, 112, 2.5), _LEATHER)
    pen.canvas.fill(oval(x, y + 12, 76, 66), mix(_LEATHER, INK, 0.3))


def mound(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1070, 480, 56), "#c8925c")
    pen.part(rounded_rect(400, 1044, 150, 26, 8), _WHITE)


def pitched(pen: Pen) -> None:
    """The ball in the raised hand, the glove on the other one."""
    _mitt(pen, 116, 690, 1.0)
    _baseball(pen, WAVED[0] + 20, WAVED[1] - 66, 84)


def plate_and_ball(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1070, 460, 50), "#c8925c")
    pen.part(Path.lines([(60, 1050), (220, 1050), (240, 1080), (140, 1108), (40, 1080)]), _WHITE)
    _baseball(pen, -60, 560, 84)
    _speed(pen, -170, 560, -1.0)


def bat_over_the_shoulder(pen: Pen) -> None:
    x, y = AT_SWING
    pen.part(limb([(x - 40, y + 90), (x + 30, y - 60), (x + 150, y - 380)], 18, 50), "#d9a066")
    pen.part(circle(x - 44, y + 96, 32), "#b9793f")


def chest_protector(pen: Pen) -> None:
    with pen.canvas.group(blob(MIDDLE_X, 757, 208, 186, 2.5, 0.12)):
        pen.canvas.fill(rounded_rect(360, 640, 304, 250, 90), _NAVY)
        for y in (720, 790):
            pen.canvas.fill(rounded_rect(360, y, 304, 12, 4), mix(_NAVY, INK, 0.5))


def cage(pen: Pen) -> None:
    """Before a face, which is seen through it."""
    rx, ry = pen.species.head[0] * 0.84, pen.species.head[1] * 0.8
    y = HEAD_Y + 36
    bars = [oval(MIDDLE_X, y, rx, ry)]
    for dy in (-0.42, 0.46):
        half = rx * (1 - dy * dy) ** 0.5
        bars.append(Path.lines([(MIDDLE_X - half, y + dy * ry), (MIDDLE_X + half, y + dy * ry)], closed=False))
    for dx in (-0.5, 0.5):
        half = ry * (1 - dx * dx) ** 0.5
        bars.append(Path.lines([(MIDDLE_X + dx * rx, y + 0.46 * ry), (MIDDLE_X + dx * rx, y + half)], closed=False))
    for ink, width in ((INK, 30), (_STEEL, 14)):
        for bar in bars:
            pen.canvas.stroke(bar, ink, width)


def mitt_held_out(pen: Pen) -> None:
    cage(pen)
    _mitt(pen, REACHED[0] + 40, REACHED[1] - 20, 1.0)
    _baseball(pen, REACHED[0] + 40, REACHED[1] - 16, 70)


def infield(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1060, 460, 50), "#c8925c")


# --- goals


def _net(pen: Pen, left: float, top: float, right: float, bottom: float, posts: str) -> None:
    for k in range(1, 9):
        x = left + (right - left) * k / 9
        pen.canvas.stroke(Path.lines([(x, top), (x, bottom)], closed=False), "#b9c3cf", 8)
    for k in range(1, 7):
        y = top + (bottom - top) * k / 7
        pen.canvas.stroke(Path.lines([(left, y), (right, y)], closed=False), "#b9c3cf", 8)
    pen.tube(Path.lines([(left, bottom), (left, top), (right, top), (right, bottom)], closed=False), posts, 36)


def hockey_net(pen: Pen) -> None:
    effects.ice(pen)
    _net(pen, -150, 250, 1174, 1060, _RED)


def leg_pads(pen: Pen) -> None:
    """As wide as two legs, before them; the stick in the left hand."""
    for side in SIDES:
        x = MIDDLE_X + side * 150
        pen.part(rounded_rect(x - 110, 780, 220, 290, 60), _WHITE)
        for y in (850, 920, 990):
            pen.canvas.stroke(Path.lines([(x - 96, y), (x + 96, y)], closed=False), _NAVY, 18)
    pen.tube(Path.lines([(160, 560), (60, 1030)], closed=False), _WOOD, 34)
    pen.part(rounded_rect(-190, 1010, 270, 56, 24), _WOOD)


def glove_and_puck(pen: Pen) -> None:
    cage(pen)
    pen.part(rounded_rect(56, 730, 170, 190, 34), _WHITE)  # the blocker
    pen.canvas.stroke(Path.lines([(76, 820), (206, 820)], closed=False), _NAVY, 16)
    _mitt(pen, WAVED[0] + 30, WAVED[1] - 20, -1.0)
    pen.part(oval(WAVED[0] + 30, WAVED[1] - 30, 84, 40, -18), _DARK)


def goal(pen: Pen) -> None:
    _net(pen, -120, 90, 1560, 1070, _WHITE)
    pen.part(oval(700, 1080, 900, 46), _GRASS)


def ball_in_both_hands(pen: Pen) -> None:
    """White with dark patches, over the head of whoever stretches for it."""
    ball = circle(MIDDLE_X, 20, 124)
    pen.part(ball, _WHITE)
    with pen.canvas.group(ball):
        for dx, dy in ((0, 0), (-112, -44), (112, -44), (-70, 104), (70, 104), (0, -130)):
            pen.canvas.fill(blob(MIDDLE_X + dx, 20 + dy, 42, 40, 2.1), _DARK)


def keepers_gloves(pen: Pen) -> None:
    for side in SIDES:
        pen.part(blob(*at(side, 112, 74), 70, 78, 2.6), _GOLD)


# --- rackets, clubs, blades


def swung_racket(pen: Pen) -> None:
    x, y = WAVED
    to = Transform.rotate(34, (x, y))
    pen.part(limb([(x, y + 60), (x, y - 110)], 22, 18).transformed(to), _DARK)
    pen.part(oval(x, y - 270, 146, 184).transformed(to), _RED)
    frame = oval(x, y - 270, 114, 152).transformed(to)
    pen.canvas.fill(frame, _CREAM)
    with pen.canvas.group(frame):
        for k in range(-3, 4):
            for mesh in (
                ((x + 38 * k, y - 430), (x + 38 * k, y - 110)),
                ((x - 120, y - 270 + 44 * k), (x + 120, y - 270 + 44 * k)),
            ):
                pen.canvas.stroke(Path.lines(list(mesh), closed=False).transformed(to), "#b9a98d", 8)


def ball_that_comes(pen: Pen) -> None:
    effects.floor(pen)
    pen.part(circle(1290, 560, 76), _BALL)
    pen.canvas.stroke(Path.parse("M1240 510Q1300 560 1250 616"), _WHITE, 11)
    _speed(pen, 1390, 560, 1.0)


def green(pen: Pen) -> None:
    """With the flag at the hole."""
    pen.part(oval(620, 1076, 760, 60), _GRASS)
    pen.part(oval(1230, 1064, 60, 16), _DARK)
    pen.tube(Path.lines([(1230, 1060), (1230, 430)], closed=False), _WHITE, 18)
    pen.part(Path.lines([(1238, 430), (1450, 505), (1238, 580)]), _RED)


def club_at_the_ball(pen: Pen) -> None:
    pen.tube(Path.lines([(690, 760), (860, 1010)], closed=False), _STEEL, 18)
    pen.part(limb([(676, 740), (720, 806)], 22, 20), _DARK)
    pen.part(blob(884, 1030, 76, 34, 2.4), "#7b8595")
    pen.part(circle(1010, 1030, 42), _WHITE)


def foil(pen: Pen) -> None:
    x, y = REACHED
    pen.tube(Path.lines([(x, y), (x + 480, y - 110)], closed=False), _STEEL, 14)
    pen.part(limb([(x - 60, y + 12), (x + 30, y - 6)], 20, 20), _DARK)
    pen.part(oval(x + 44, y - 12, 34, 74, -12), _GOLD)


def paddled_ball(pen: Pen) -> None:
    """A table between, the bat in the raised hand."""
    x, y = WAVED
    pen.part(limb([(x, y + 50), (x, y - 60)], 24, 24), _WOOD)
    pen.part(circle(x + 4, y - 140, 122), _RED)
    pen.part(circle(x + 270, y - 60, 46), _WHITE)


# --- on and over water


def boat_and_oars(pen: Pen) -> None:
    """From the side, an oar out on either side."""
    pen.part(oval(MIDDLE_X, 1110, 780, 90), _WATER)
    hull = Path.parse("M-180 880Q512 950 1204 880Q1130 1110 900 1130L124 1130Q-106 1110 -180 880Z")
    pen.part(hull, "#b9673a")
    with pen.canvas.group(hull):
        pen.canvas.fill(Path.parse("M-200 880Q512 960 1224 880L1224 930Q512 1010 -200 930Z"), _GOLD)
    for x, w in ((-160, 220), (420, 240), (960, 220)):
        pen.canvas.stroke(Path.parse(f"M{x} 1146Q{x + w / 2} 1116 {x + w} 1146"), _WHITE, 14)


def oars(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 130, 800), at(side, 620, 1060)], 17, 17), _WOOD)
        pen.part(oval(*at(side, 690, 1096), 116, 52, side * 28), _GOLD)


def board_on_water(pen: Pen) -> None:
    """From the side, under both feet."""
    pen.part(oval(MIDDLE_X, 1120, 760, 90), _WATER)
    pen.part(
        Path.parse("M-150 1040L1120 1040Q1230 1030 1270 980Q1280 1100 1120 1110L-90 1110Q-170 1100 -150 1040Z"), _GOLD
    )
    pen.canvas.fill(Path.parse("M-120 1066L1180 1066L1160 1086L-120 1086Z"), _RED)
    for x, w in ((-100, 220), (420, 240), (900, 200)):
        pen.canvas.stroke(Path.parse(f"M{x} 1156Q{x + w / 2} 1128 {x + w} 1156"), _WHITE, 14)


def long_paddle(pen: Pen) -> None:
    pen.part(limb([(812, 360), (868, 980)], 18, 18), _WOOD)
    pen.part(oval(880, 1070, 60, 130, -5), _RED)


def open_water(pen: Pen) -> None:
    """Seen from above, around whoever lies on it."""
    pen.part(oval(180, 990, 860, 430), _WATER)
    for x, y, w in ((-420, 760, 260), (300, 690, 240), (640, 1180, 260), (-300, 1260, 300)):
        pen.canvas.stroke(
            Path.parse(f"M{x} {y}Q{x + w / 4} {y - 40} {x + w / 2} {y}Q{x + w * 0.75} {y + 40} {x + w} {y}"), _WHITE, 16
        )


def pool_and_board(pen: Pen) -> None:
    """A springboard behind the toes, the water far below."""
    pen.part(rounded_rect(-260, 1040, 700, 50, 22), _GOLD)
    for x in (-200, -40):
        pen.part(rounded_rect(x, 1090, 44, 760, 14), _STEEL)
    pen.part(oval(820, 1880, 900, 100), _WATER)
    for x, y, turn, k in ((860, 1770, -30, 1.6), (1010, 1720, 0, 2.0), (1170, 1770, 30, 1.6), (1310, 1830, 50, 1.2)):
        to = Transform.scale(k).then(Transform.rotate(turn)).then(Transform.move(x, y))
        pen.part(Path.parse(_DROP).transformed(to), "#8fd0e3")


# --- at work


def whistle(pen: Pen) -> None:
    """On a cord around the neck."""
    y = HEAD_Y + pen.species.head[1]
    cord = Path.parse(
        f"M{MIDDLE_X - 96} {y - 6}Q{MIDDLE_X - 60} {y + 110} {MIDDLE_X} {y + 150}Q{MIDDLE_X + 60} {y + 110} {MIDDLE_X + 96} {y - 6}"
    )
    pen.canvas.stroke(cord, INK, 14 + 2 * LINE)
    pen.canvas.stroke(cord, _RED, 14)
    pen.part(rounded_rect(MIDDLE_X - 20, y + 132, 130, 54, 12), _STEEL)
    pen.part(circle(MIDDLE_X - 14, y + 182, 62), _STEEL)
    pen.canvas.fill(circle(MIDDLE_X - 14, y + 182, 22), INK)


def jackhammer(pen: Pen) -> None:
    """Upright before the body, both hands on its handles, the ground in pieces under it."""
    pen.part(oval(MIDDLE_X, 1120, 420, 52), "#9aa0ab")
    for x, y, turn in ((300, 1080, 20), (400, 1120, -14), (640, 1116, 30), (740, 1076, -24)):
        pen.part(rounded_rect(x - 44, y - 30, 88, 60, 12).transformed(Transform.rotate(turn, (x, y))), "#7d838f")
    pen.part(Path.lines([(480, 930), (544, 930), (528, 1130), (512, 1160), (496, 1130)]), _STEEL)
    pen.part(rounded_rect(434, 700, 156, 240, 40), _GOLD)
    for y in (770, 820, 870):
        pen.canvas.stroke(Path.lines([(456, y), (568, y)], closed=False), mix(_GOLD, INK, 0.4), 12)
    pen.part(rounded_rect(330, 690, 364, 52, 26), _DARK)


def shaken_ground(pen: Pen) -> None:
    for side in SIDES:
        for out, y in ((330, 960), (400, 1030)):
            pen.part(limb([at(side, out, y), at(side, out + 90, y - 40)], 12, 8), _CREAM)


# --- a hose


def long_hose(pen: Pen) -> None:
    """From coils on the ground behind up to both hands."""
    effects.floor(pen)
    for y, wide in ((1040, 190), (1000, 170), (964, 150)):
        ring = oval(10, y, wide, 46)
        pen.canvas.stroke(ring, INK, 44 + 2 * LINE)
        pen.canvas.stroke(ring, _WOOD, 44)
    pen.part(limb(curve((120, 1040), (420, 1180), (520, 860), (760, 770), 18), 25, 25), _WOOD)


def jet_from_a_nozzle(pen: Pen) -> None:
    x, y = 850.0, 740.0
    stream = Path.parse(f"M{x + 130} {y - 60}Q1240 560 1500 620Q1560 720 1500 800Q1260 690 {x + 140} {y - 10}Z")
    pen.part(stream, "#7cc4ea")
    pen.canvas.fill(Path.parse(f"M{x + 130} {y - 44}Q1240 600 1490 680Q1240 650 {x + 134} {y - 24}Z"), "#bfe3f6")
    for dx, dy, turn in ((1560, 560, 60), (1620, 700, 90), (1560, 860, 130), (1420, 500, 40)):
        to = Transform.scale(1.3).then(Transform.rotate(turn)).then(Transform.move(dx, dy))
        pen.part(Path.parse(_DROP).transformed(to), "#8fd0e3")
    pen.part(limb([(x - 120, y + 50), (x + 60, y - 10)], 34, 30), _STEEL)
    pen.part(limb([(x + 60, y - 10), (x + 136, y - 36)], 40, 46), _GOLD)


# --- hanging by the feet


def branch_at_the_feet(pen: Pen) -> None:
    pen.part(limb([(-60, 1010), (300, 984), (740, 1000), (1090, 964)], 44, 30), "#a9713f")
    for x, y, turn in ((0, 970, -30), (980, 920, 20), (1050, 1016, 150)):
        pen.part(oval(x, y, 28, 76, turn), "#6d9c53")


def tail_on_a_branch(pen: Pen) -> None:
    """A tail goes once around the branch that its owner hangs from, head down."""
    s = pen.species
    ink = mix(s.base, s.dark, 0.35)
    pen.part(limb(curve((512, 1100), (600, 960), (400, 900), (470, 780)), 40, 32), ink)
    pen.part(limb([(-60, 730), (300, 704), (740, 720), (1090, 684)], 44, 30), "#a9713f")
    for x, y, turn in ((0, 690, -30), (980, 640, 20), (1050, 736, 150)):
        pen.part(oval(x, y, 28, 76, turn), "#6d9c53")
    pen.part(limb(curve((466, 790), (420, 620), (610, 620), (580, 800)), 32, 20), ink)


# --- on the head


def swim_cap(pen: Pen) -> None:
    """Tight, down to the brows, goggles over the eyes."""
    rx, ry = pen.species.head
    rx, top = rx + 6, HEAD_Y - ry - 10
    brim = HEAD_Y - ry * 0.28
    cap = Path.parse(
        f"M{MIDDLE_X - rx} {brim}C{MIDDLE_X - rx} {top + 30} {MIDDLE_X - rx * 0.5} {top - 10} {MIDDLE_X} {top - 10}"
        f"C{MIDDLE_X + rx * 0.5} {top - 10} {MIDDLE_X + rx} {top + 30} {MIDDLE_X + rx} {brim}Q{MIDDLE_X} {brim - 60} {MIDDLE_X - rx} {brim}Z"
    )
    pen.part(cap, "#3f7fc0")
    radius, apart, drop = pen.species.eyes
    y = HEAD_Y + drop
    pen.tube(Path.lines([at(-1.0, rx - 8, y), at(1.0, rx - 8, y)], closed=False), _DARK, 14)
    for side in SIDES:
        pen.part(blob(*at(side, apart, y), radius + 46, radius + 30, 2.6), "#9fdcec")
        pen.canvas.fill(circle(*at(side, apart, y), radius), INK)
        pen.canvas.fill(circle(MIDDLE_X + side * apart - 8, y - 9, radius * 0.34), _WHITE)
