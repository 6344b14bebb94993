"""What athletes of a sportsman's build hold, stand on and play against, by where their hands and feet are. Original art."""

from __future__ import annotations

import math

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.balls import Ball, off
from pod.providers.embedded.characters.build import SOLE, Build, Gear
from pod.providers.embedded.characters.pen import INK, LINE, Pen, limb, oval

CREAM, RED, GOLD, WOOD, STEEL, WHITE = "#fbf4e6", "#d9503f", "#f3bf4b", "#c98a4b", "#c3ccd8", "#fdfbf6"
DARK, NAVY, GRASS, BALL, ORANGE, ICE = "#3d3a48", "#34507a", "#6fae62", "#dfe85a", "#ee8434", "#d3ebf6"
GROUND = 1040.0 + SOLE
_FAR, _NEAR = 0, 1


def together(*gear: Gear) -> Gear:
    def draw(pen: Pen, build: Build) -> None:
        for one in gear:
            one(pen, build)

    return draw


def rod(pen: Pen, a: Point, b: Point, ink: str, width: float) -> None:
    line = Path.lines([a, b], closed=False)
    pen.canvas.stroke(line, INK, width + 2 * LINE)
    pen.canvas.stroke(line, ink, width)


def flying(ball: Ball, spot: Point, r: float, way: float | None = None) -> Gear:
    """There, and lines behind it where it flies, at `way` degrees clockwise from up."""

    def draw(pen: Pen, _: Build) -> None:
        for side, length in ((-0.7, 90), (0.0, 140), (0.7, 90)) if way is not None else ():
            back = (way or 0.0) + 180
            start = off(off(spot, back, r + 26), back + 90, side * r)
            pen.part(limb([start, off(start, back, length)], 9, 5), CREAM)
        ball(pen, *spot, r)

    return draw


def in_hand(ball: Ball, r: float, angle: float, which: int = _FAR) -> Gear:
    """In that hand, `angle` degrees clockwise from up."""

    def draw(pen: Pen, build: Build) -> None:
        ball(pen, *off(build.hands[which], angle, r + 20), r)

    return draw


# --- what is swung


def racket(angle: float, which: int = _FAR, ink: str = RED) -> Gear:
    def draw(pen: Pen, build: Build) -> None:
        hand = build.hands[which]
        rod(pen, off(hand, angle, -40), off(hand, angle, 100), DARK, 22)
        x, y = off(hand, angle, 200)
        put = Transform.rotate(angle, (x, y))
        face = oval(x, y, 78, 108).transformed(put)
        pen.part(face, ink)
        inner = oval(x, y, 58, 88).transformed(put)
        pen.canvas.fill(inner, CREAM)
        with pen.canvas.group(inner):
            for k in range(-3, 4):
                for d in (
                    f"M{x + 22 * k} {y - 100}L{x + 22 * k} {y + 100}",
                    f"M{x - 80} {y + 26 * k}L{x + 80} {y + 26 * k}",
                ):
                    pen.canvas.stroke(Path.parse(d).transformed(put), mix(STEEL, INK, 0.3), 5)

    return draw


def paddle(angle: float, which: int = _FAR) -> Gear:
    """Of table tennis and pickleball."""

    def draw(pen: Pen, build: Build) -> None:
        hand = build.hands[which]
        rod(pen, off(hand, angle, -20), off(hand, angle, 60), WOOD, 30)
        x, y = off(hand, angle, 130)
        pen.part(oval(x, y, 84, 94).transformed(Transform.rotate(angle, (x, y))), RED)

    return draw


def club(angle: float, length: float = 420.0) -> Gear:
    def draw(pen: Pen, build: Build) -> None:
        hand = build.hands[_FAR]
        end = off(hand, angle, length)
        rod(pen, off(hand, angle, -60), end, STEEL, 14)
        rod(pen, off(hand, angle, -60), off(hand, angle, 50), DARK, 22)
        head = Path.parse("M-20 -30L30 -30Q96 -20 90 30L-20 26Z")
        pen.part(head.transformed(Transform.rotate(angle - 180).then(Transform.move(*end))), DARK)

    return draw


def bat(angle: float, ink: str = WOOD, *, flat: bool = False) -> Gear:
    def draw(pen: Pen, build: Build) -> None:
        hand = build.hands[_FAR]
        near, far = off(hand, angle, -50), off(hand, angle, 330)
        pen.part(limb([near, off(hand, angle, 90)], 15, 17), DARK if flat else ink)
        wide = (44, 44) if flat else (18, 38)
        pen.part(limb([off(hand, angle, 90), far], *wide), ink)

    return draw


def hockey_stick(foot: Point) -> Gear:
    """From the far hand through the near one down to the ice, a puck before its blade."""

    def draw(pen: Pen, build: Build) -> None:
        top = build.hands[_NEAR]
        rod(pen, top, foot, WOOD, 24)
        pen.part(limb([foot, (foot[0] + 130, foot[1] + 6)], 20, 17), DARK)
        pen.part(rounded_rect(foot[0] + 190, foot[1] - 18, 96, 44, 18), DARK)

    return draw


# --- grounds


def grass(pen: Pen, build: Build) -> None:
    middle = build.hips[0]
    pen.part(oval(middle, GROUND + 20, 340, 38), GRASS)


def ice(pen: Pen, build: Build) -> None:
    pen.part(oval(build.hips[0], GROUND + 24, 380, 42), ICE)
    for dx in (-240, 0, 170):
        pen.canvas.fill(rounded_rect(build.hips[0] + dx, GROUND + 20, 90, 9, 4), WHITE)


def floor(pen: Pen, build: Build) -> None:
    pen.part(oval(build.hips[0], GROUND + 14, 310, 26), mix(GOLD, CREAM, 0.5))


def below(pen: Pen, build: Build) -> None:
    """A shadow under a leap."""
    pen.part(oval(build.hips[0], 1150, 240, 24), mix(GOLD, CREAM, 0.5))


def dust(pen: Pen, build: Build) -> None:
    floor(pen, build)
    for x, y, r in ((40, 1046, 44), (120, 1020, 30), (-30, 1010, 26)):
        pen.part(circle(x, y, r), CREAM)
    for y, length in ((480, 150), (600, 200), (720, 150)):
        pen.part(limb([(60, y), (60 + length, y)], 12, 7), CREAM)


def mat(pen: Pen, build: Build) -> None:
    pen.part(rounded_rect(build.hips[0] - 380, GROUND - 6, 760, 52, 26), "#8a6cc0")


def whirl(pen: Pen, _: Build) -> None:
    """Around who turns over."""
    for d in ("M60 330C-50 520 -30 720 90 860", "M964 330C1074 520 1054 720 934 860"):
        pen.canvas.stroke(Path.parse(d), INK, 36)
        pen.canvas.stroke(Path.parse(d), CREAM, 20)


def beam(pen: Pen, _: Build) -> None:
    """Padded, on two trestles."""
    for x in (140, 900):
        for side in (-1, 1):
            rod(pen, (x, GROUND + 30), (x + side * 80, GROUND + 230), STEEL, 30)
    pen.part(rounded_rect(0, GROUND - 4, 1040, 70, 24), WOOD)
    pen.canvas.fill(rounded_rect(14, GROUND + 8, 1010, 16, 8), mix(WOOD, WHITE, 0.4))


def net(pen: Pen, _: Build) -> None:
    """Of a goal, behind who keeps it."""
    frame = rounded_rect(-80, 330, 1184, 760, 40)
    pen.part(frame, CREAM)
    with pen.canvas.group(frame):
        for k in range(1, 16):
            x = -80 + 80 * k
            pen.canvas.stroke(Path.lines([(x, 330), (x, 1090)], closed=False), mix(STEEL, INK, 0.1), 9)
        for k in range(1, 10):
            y = 330 + 80 * k
            pen.canvas.stroke(Path.lines([(-80, y), (1104, y)], closed=False), mix(STEEL, INK, 0.1), 9)
    bar = Path.lines([(-80, 1100), (-80, 330), (1104, 330), (1104, 1100)], closed=False)
    pen.canvas.stroke(bar, INK, 66)
    pen.canvas.stroke(bar, RED, 46)


def goal(pen: Pen, _: Build) -> None:
    """As wide as who dives across it, on grass."""
    left, top, right, foot = -170.0, 40.0, 1090.0, GROUND + 20
    pen.part(oval((left + right) / 2, foot + 10, 760, 46), GRASS)
    for x in range(int(left) + 126, int(right), 126):
        pen.canvas.stroke(Path.lines([(x, top), (x, foot)], closed=False), CREAM, 8)
    for y in range(int(top) + 126, int(foot), 126):
        pen.canvas.stroke(Path.lines([(left, y), (right, y)], closed=False), CREAM, 8)
    bar = Path.lines([(left, foot + 12), (left, top), (right, top), (right, foot + 12)], closed=False)
    pen.canvas.stroke(bar, INK, 62)
    pen.canvas.stroke(bar, WHITE, 42)


def hoop(pen: Pen, x: float, y: float) -> None:
    pen.part(rounded_rect(x + 96, y - 40, 40, 1160 - y, 14), STEEL)
    pen.part(rounded_rect(x + 40, y - 250, 90, 300, 18), CREAM)
    pen.canvas.stroke(rounded_rect(x + 62, y - 130, 44, 110, 4), RED, 12)
    for k in range(5):
        top = x - 120 + 60 * k
        pen.canvas.stroke(Path.lines([(top, y + 10), (x - 20 + (top - x) * 0.5, y + 140)], closed=False), STEEL, 12)
    pen.part(oval(x, y, 128, 24), ORANGE)


# --- on the hands, on the feet


def gloves(pen: Pen, build: Build, ink: str = RED) -> None:
    for x, y in build.hands:
        pen.part(oval(x + 14, y - 8, 72, 66), ink)
        pen.part(oval(x - 34, y - 26, 26, 34, 20), ink)


def barbell(pen: Pen, build: Build) -> None:
    y = build.hands[0][1]
    rod(pen, (build.chest[0] - 480, y), (build.chest[0] + 480, y), STEEL, 22)
    for side in (-1, 1):
        for out, tall, ink in ((350, 270, RED), (418, 200, DARK)):
            pen.part(rounded_rect(build.chest[0] + side * out - 29, y - tall / 2, 58, tall, 24), ink)
    for hand in build.hands:
        pen.part(oval(*hand, 43, 40), pen.species.base)


def board(pen: Pen, build: Build, ink: str, wide: float, tall: float, turn: float) -> None:
    """Under both feet, its tips up."""
    (fx, fy), (nx, ny) = build.feet
    x, y = (fx + nx) / 2 + 20, (fy + ny) / 2 + SOLE - 4
    d = f"M-{wide} -{tall}Q-{wide * 0.86} 0 -{wide * 0.66} 0L{wide * 0.66} 0Q{wide * 0.86} 0 {wide} -{tall}Q{wide * 1.06} 20 {wide * 0.7} 46L-{wide * 0.7} 46Q-{wide * 1.06} 20 -{wide} -{tall}Z"
    pen.part(Path.parse(d).transformed(Transform.rotate(turn).then(Transform.move(x, y))), ink)


def skateboard(pen: Pen, build: Build) -> None:
    turn = _slope(build)
    (fx, fy), (nx, ny) = build.feet
    x, y = (fx + nx) / 2 + 20, (fy + ny) / 2 + SOLE - 4
    put = Transform.rotate(turn).then(Transform.move(x, y))
    for dx in (-210, 210):
        pen.part(rounded_rect(dx - 26, 30, 52, 44, 8).transformed(put), STEEL)
        pen.part(circle(dx - 44, 92, 40).transformed(put), CREAM)
        pen.part(circle(dx + 44, 92, 40).transformed(put), CREAM)
    board(pen, build, RED, 370, 46, turn)


def _slope(build: Build) -> float:
    (fx, fy), (nx, ny) = build.feet
    return math.degrees(math.atan2(fy - ny, fx - nx))


def snowboard(pen: Pen, build: Build) -> None:
    """Powder flies from its tail."""
    x, y = build.feet[1]
    for dx, dy, r in ((-190, 110, 46), (-250, 70, 34), (-110, 130, 40), (-280, 120, 28), (-30, 134, 30)):
        pen.part(circle(x + dx, y + dy - 20, r), WHITE)
    board(pen, build, "#4f79b8", 440, 50, _slope(build))


def surfboard(pen: Pen, build: Build) -> None:
    turn = _slope(build)
    (fx, fy), (nx, ny) = build.feet
    x, y = (fx + nx) / 2 + 20, (fy + ny) / 2 + SOLE + 16
    put = Transform.rotate(turn).then(Transform.move(x, y))
    pen.part(
        Path.parse("M-470 16C-300 -40 260 -34 500 -70C460 30 300 60 60 62C-180 64 -380 54 -470 16Z").transformed(put),
        GOLD,
    )
    pen.canvas.fill(Path.parse("M-400 18C-240 -8 240 -8 430 -34L404 -6C240 24 -240 30 -400 18Z").transformed(put), RED)


def wave(pen: Pen, _: Build) -> None:
    """A breaking wave behind, curling over who rides it."""
    swell = "M-190 1230C-330 900 -300 480 -40 260C150 110 400 110 520 230C570 290 580 350 560 400C500 300 360 270 250 350C110 450 110 700 260 900C380 1050 700 1120 1160 1110L1190 1230Z"
    pen.part(Path.parse(swell), "#4f9fc0")
    for d, share in (
        ("M-140 1230C-250 900 -210 520 0 340C-80 560 -40 800 120 980L330 1230Z", 0.35),
        ("M60 1230C-70 1000 -50 700 90 480C80 680 130 860 280 1010L520 1230Z", 0.15),
    ):
        pen.canvas.fill(Path.parse(d), mix("#4f9fc0", WHITE, share))
    foam = ((548, 380, 40), (540, 300, 54), (470, 220, 66), (360, 170, 70), (240, 170, 66), (120, 210, 58))
    for grow in (LINE, 0):
        for x, y, r in foam:
            pen.canvas.fill(circle(x, y, r + grow), INK if grow else WHITE)


def spray(pen: Pen, build: Build) -> None:
    y = max(foot[1] for foot in build.feet) + 90
    crests = "".join(f"Q{x - 115} {y - 10} {x} {y + 50}" for x in range(40, 1200, 230))
    d = f"M-190 {y + 50}{crests}Q1330 {y + 60} 1390 {y + 80}C1200 {y + 230} 900 {y + 250} 500 {y + 250}C100 {y + 250} -300 {y + 230} -420 {y + 90}Q-330 {y + 20} -190 {y + 50}Z"
    pen.part(Path.parse(d), "#3d84b0")
    for x, dy, wide in ((-180, 120, 150), (160, 160, 190), (620, 150, 220), (980, 120, 170)):
        pen.canvas.fill(oval(x, y + dy, wide / 2, 13), mix("#3d84b0", WHITE, 0.7))


def skis(pen: Pen, build: Build) -> None:
    """Both down a slope, poles out behind, snow flying."""
    pen.part(Path.parse("M20 950L960 1145Q970 1260 930 1260L60 1260Q10 1250 20 985Z"), WHITE)
    pen.canvas.fill(Path.parse("M28 1050L800 1222L60 1252Q26 1240 28 1080Z"), mix(ICE, WHITE, 0.3))
    for (x, y), ink in zip(build.feet, (mix(RED, INK, 0.25), RED), strict=True):
        put = Transform.rotate(12).then(Transform.move(x + 20, y + SOLE - 8))
        pen.part(limb([(-300, 0), (280, 0), (360, -56)], 19, 16).transformed(put), ink)


def poles(pen: Pen, build: Build) -> None:
    for x, y in build.hands:
        rod(pen, (x + 20, y - 40), (x - 250, y + 210), DARK, 13)
        pen.part(oval(x - 216, y + 178, 34, 12, 44), GOLD)


def blades(pen: Pen, build: Build) -> None:
    for (x, y), turn in zip(build.feet, build.turns, strict=True):
        put = Transform.rotate(turn, (x, y))
        for dx in (-16, 62):
            pen.part(rounded_rect(x + dx - 8, y + 36, 16, 26, 3).transformed(put), STEEL)
        pen.part(limb([(x - 60, y + 68), (x + 124, y + 68)], 9, 9).transformed(put), STEEL)


def wheels(pen: Pen, build: Build) -> None:
    for (x, y), turn in zip(build.feet, build.turns, strict=True):
        put = Transform.rotate(turn, (x, y))
        pen.part(rounded_rect(x - 50, y + 34, 150, 20, 8).transformed(put), STEEL)
        for dx in (-24, 74):
            pen.part(circle(x + dx, y + 74, 32).transformed(put), RED)
            pen.canvas.fill(circle(x + dx, y + 74, 12).transformed(put), CREAM)


# --- the end of a race


def gate(pen: Pen, build: Build) -> None:
    floor(pen, build)
    for x in (-20, 1024):
        pen.part(rounded_rect(x - 26, -40, 52, 1120, 20), RED)
    banner = rect(-46, -60, 1096, 150)
    pen.part(banner, WHITE)
    with pen.canvas.group(banner):
        for row in range(3):
            for column in range(22):
                if (row + column) % 2:
                    pen.canvas.fill(rect(-46 + 50 * column, -60 + 50 * row, 50, 50), INK)


def ribbon(pen: Pen, build: Build) -> None:
    """Across the chest, its ends flying behind."""
    x, y = build.chest[0], build.chest[1] + 70
    for side in (-1, 1):
        d = f"M{x} {y - 32}C{x + side * 160} {y - 80} {x + side * 280} {y + 60} {x + side * 430} {y - 30}L{x + side * 420} {y + 50}C{x + side * 280} {y + 140} {x + side * 160} {y} {x} {y + 40}Z"
        pen.part(Path.parse(d), RED)
    pen.canvas.fill(rounded_rect(x - 40, y - 28, 80, 60, 4), RED)


def hooped(x: float, y: float) -> Gear:
    return lambda pen, _: hoop(pen, x, y)


# --- on the body


def goalie(pen: Pen, build: Build) -> None:
    """Pads down both shins, a catching glove with the puck, a broad stick."""
    for knee, ankle in build.legs:
        pen.part(limb([(knee[0], knee[1] - 50), (ankle[0], ankle[1] + 20)], 76, 82), WHITE)
        for y in (knee[1] + 30, knee[1] + 100):
            pen.canvas.stroke(Path.lines([(knee[0] - 70, y), (knee[0] + 70, y)], closed=False), RED, 16)
    x, y = build.hands[_FAR]
    pen.part(oval(x + 20, y - 30, 104, 94), "#9a5b34")
    pen.part(oval(x + 10, y - 30, 60, 34), DARK)
    hand = build.hands[_NEAR]
    foot = (hand[0] + 40, GROUND - 30)
    rod(pen, (hand[0] - 10, hand[1] - 90), foot, WOOD, 34)
    pen.part(limb([foot, (foot[0] + 190, foot[1] + 4)], 30, 24), WOOD)
    pen.part(rounded_rect(hand[0] - 66, hand[1] - 60, 120, 120, 24), WHITE)


_SANDSTONE = "#c2895f"


def crag(pen: Pen, build: Build) -> None:
    """A cliff with ledges and turf on its top, holds, and the rope that comes down it."""
    put = Transform.scale(0.8, 0.92).then(Transform.move(78, 88))
    rock = "M-150 1210L-70 1000L20 930L0 700L110 590L100 380L250 270L300 80L460 10L560 -130L760 -170L900 -90L1060 -150L1170 20L1150 300L1240 560L1190 860L1280 1210Z"
    pen.part(Path.parse(rock).transformed(put), _SANDSTONE)
    for d, share in (
        (
            "M900 -90L1060 -150L1170 20L1150 300L1240 560L1190 860L1280 1210L900 1210L960 900L880 640L960 380L860 140Z",
            0.26,
        ),
        ("M300 80L460 10L420 200L460 330L360 420L250 400L250 270Z", 0.13),
        ("M20 930L180 860L260 960L220 1210L-150 1210L-70 1000Z", 0.16),
        ("M560 1210L620 1060L760 1010L820 1090L800 1210Z", 0.13),
    ):
        pen.canvas.fill(Path.parse(d).transformed(put), mix(_SANDSTONE, INK, share))
    for d in ("M110 590L250 560L330 600", "M0 700L130 740L170 850", "M860 140L760 180L700 300", "M880 640L780 700"):
        pen.canvas.stroke(Path.parse(d).transformed(put), mix(_SANDSTONE, INK, 0.45), 14)
    pen.part(
        Path.parse(
            "M440 30L560 -130L760 -170L900 -90L1060 -150L1180 20Q1080 -30 1010 -10Q940 40 870 0Q800 -60 720 -30Q640 30 560 10Q500 60 440 30Z"
        ).transformed(put),
        "#5f9a56",
    )
    for x, y in (*build.hands, *((x + 20, y + 40) for x, y in build.feet)):
        pen.part(oval(x, y - 8, 62, 40, 14), GOLD)
    rod(pen, (build.hips[0], build.hips[1]), (build.hips[0] + 130, -60), RED, 14)


def pack(pen: Pen, build: Build) -> None:
    grass(pen, build)
    x, y = build.chest
    pen.part(rounded_rect(x - 220, y - 70, 190, 290, 60), GREEN_PACK)
    pen.part(rounded_rect(x - 236, y + 90, 120, 110, 34), mix(GREEN_PACK, INK, 0.2))
    pen.part(rounded_rect(x - 220, y - 136, 200, 72, 36), ORANGE)


GREEN_PACK = "#4f8f5a"


def stick(pen: Pen, build: Build) -> None:
    x, y = build.hands[_FAR]
    rod(pen, (x - 20, y - 200), (x + 30, GROUND), WOOD, 24)
    pen.part(oval(x, y, 41, 38), pen.species.base)
    for dx in (-62, 40):
        cx, cy = build.chest
        pen.canvas.stroke(
            Path.parse(f"M{cx + dx} {cy - 80}Q{cx + dx - 20} {cy + 40} {cx + dx - 40} {cy + 150}"),
            mix(GREEN_PACK, INK, 0.3),
            24,
        )


def belt(pen: Pen, build: Build) -> None:
    """Black, with two ends, and the crossed lapels over it."""
    (cx, cy), (hx, hy) = build.chest, build.hips
    for side in (-1, 1):
        pen.canvas.stroke(
            Path.lines([(cx + side * 44, cy - 80), (cx - side * 30 + (hx - cx) * 0.6, hy - 70)], closed=False),
            mix(CREAM, INK, 0.35),
            12,
        )
    x, y = hx - (hx - cx) * 0.2, hy - (hy - cy) * 0.2
    put = Transform.rotate(math.degrees(math.atan2(cx - hx, hy - cy)), (x, y))
    pen.part(rounded_rect(x - 92, y - 24, 184, 46, 12).transformed(put), DARK)
    for dx, turn in ((-20, 14), (16, -12)):
        end = rounded_rect(x + dx - 16, y + 10, 32, 110, 6)
        pen.part(end.transformed(Transform.rotate(turn, (x, y))), DARK)


def bow(pen: Pen, build: Build) -> None:
    (x, y), (nx, ny) = build.hands
    for a, b in (((x - 20, y - 330), (nx, ny)), ((x - 20, y + 330), (nx, ny))):
        pen.canvas.stroke(Path.lines([a, b], closed=False), CREAM, 8)
    arc = Path.parse(
        f"M{x - 20} {y - 330}C{x + 90} {y - 200} {x + 60} {y - 80} {x + 10} {y}C{x + 60} {y + 80} {x + 90} {y + 200} {x - 20} {y + 330}"
    )
    pen.canvas.stroke(arc, INK, 46)
    pen.canvas.stroke(arc, WOOD, 28)
    rod(pen, (nx, ny), (x + 150, y), CREAM, 12)
    pen.part(Path.lines([(x + 150, y - 36), (x + 220, y), (x + 150, y + 36)]), STEEL)
    pen.part(oval(x, y, 41, 38), pen.species.base)


def pins(pen: Pen, _: Build) -> None:
    pen.part(rounded_rect(60, GROUND - 4, 1060, 40, 20), "#dba45f")
    for x, turn in ((850, -12), (940, 4), (1030, 20)):
        pin = "M0 0C-40 0 -50 -80 -26 -140C-14 -170 -30 -190 -24 -220C-14 -256 14 -256 24 -220C30 -190 14 -170 26 -140C50 -80 40 0 0 0Z"
        put = Transform.rotate(turn).then(Transform.move(x, GROUND - 10))
        pen.part(Path.parse(pin).transformed(put), WHITE)
        pen.canvas.fill(rounded_rect(-24, -176, 48, 16, 4).transformed(put), RED)


def foil(pen: Pen, build: Build) -> None:
    x, y = build.hands[_FAR]
    rod(pen, (x, y), (x + 380, y - 90), STEEL, 12)
    pen.part(oval(x + 34, y - 10, 20, 52, -12), GOLD)
