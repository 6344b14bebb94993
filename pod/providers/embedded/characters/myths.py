"""Who is in no zoo: Medusa, mermaids, griffins, werewolves, and manes in all colours. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.fowl import facing_right
from pod.providers.embedded.characters.pen import BODY_Y, HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

Part = Callable[[Pen], None]
_RAINBOW = ("#e5484d", "#f08a3c", "#f6d34f", "#5cb85c", "#4a90d9", "#8a6cc0")


def _snake_hair(pen: Pen) -> None:
    """Snakes all around the head, each with eyes and a tongue."""
    greens = (pen.species.dark, mix(pen.species.dark, "#d9e88a", 0.4))
    turns = (-118, 118, -92, 92, -66, 66, -40, 40, -14, 14)
    for k, turn in enumerate(turns):
        reach = 420 - 20 * (k // 2 % 2)
        side = 1 if turn > 0 else -1
        root, tip = polar(MIDDLE_X, HEAD_Y, 120, turn), polar(MIDDLE_X, HEAD_Y, reach, turn)
        bend = curve(
            root, polar(MIDDLE_X, HEAD_Y, 260, turn - side * 26), polar(MIDDLE_X, HEAD_Y, 330, turn + side * 26), tip
        )
        ink = greens[k // 2 % 2]
        tongue = Path.lines([tip, polar(MIDDLE_X, HEAD_Y, reach + 78, turn)], closed=False)
        pen.canvas.stroke(tongue, "#d9365a", 11)
        pen.part(limb(bend, 44, 30), ink)
        pen.part(oval(*polar(MIDDLE_X, HEAD_Y, reach + 6, turn), 42, 54, turn), ink)
        for lean in (-3.6, 3.6):
            x, y = polar(MIDDLE_X, HEAD_Y, reach + 16, turn + lean)
            pen.canvas.fill(circle(x, y, 12), "#fdf3c0")
            pen.canvas.fill(circle(x, y, 6), INK)


def _rainbow_mane(pen: Pen) -> None:
    """A mane down one side of the neck, a lock in each colour."""
    for k, ink in enumerate(_RAINBOW):
        pen.part(circle(MIDDLE_X + 176 + 20 * (k % 2), 200 + 80 * k, 78 - 3 * k), ink)
    hair = curve((660, 840), (800, 740), (930, 800), (940, 980))
    for k, ink in enumerate(_RAINBOW):
        pen.part(limb([(x - 14 * k, y + 10 * k) for x, y in hair], 34, 16), ink)


def _rainbow_forelock(pen: Pen) -> None:
    for k, ink in enumerate(_RAINBOW[:5]):
        pen.part(leaf(MIDDLE_X - 84 + 42 * k, HEAD_Y - 236, 132 - 14 * abs(k - 2), 56, 180 + 14 - 7 * k), ink)


def _rainbow_stripes(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for k in range(5):
            for side in SIDES:
                stripe = leaf(*at(side, rx * 1.02, HEAD_Y - ry + 40 + 54 * k), 140 - 8 * k, 30, side * (-96 + 8 * k))
                pen.canvas.fill(stripe, _RAINBOW[k])
        for k, x in enumerate((-48, 0, 48)):
            pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry - 6, 126, 24, 180), _RAINBOW[2 * k])
    if s.coat:
        return
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for k, drop in enumerate((-116, -62, -8, 46, 100, 150)):
            for side in SIDES:
                pen.canvas.fill(leaf(*at(side, 240, BODY_Y + drop), 150, 30, side * -92), _RAINBOW[k])


def _frill(pen: Pen) -> None:
    """A triceratops's: a shield of bone with points, and a horn over each eye."""
    s = pen.species
    for turn in range(-105, 106, 30):
        pen.part(leaf(*polar(MIDDLE_X, HEAD_Y, 290, turn), 110, 76, turn), "#f1e2c4")
    pen.part(blob(MIDDLE_X, HEAD_Y - 10, 350, 320, 2.2), s.dark)
    pen.canvas.fill(blob(MIDDLE_X, HEAD_Y - 10, 296, 268, 2.2), mix(s.dark, s.light, 0.4))


def _brow_horns(pen: Pen) -> None:
    for side in SIDES:
        pen.part(
            limb([at(side, 118, HEAD_Y - 130), at(side, 166, HEAD_Y - 230), at(side, 160, HEAD_Y - 330)], 38, 8),
            "#f1e2c4",
        )
    pen.part(
        Path.parse(
            f"M{MIDDLE_X - 40} {HEAD_Y + 34}Q{MIDDLE_X - 16} {HEAD_Y - 40} {MIDDLE_X} {HEAD_Y - 60}Q{MIDDLE_X + 16} {HEAD_Y - 40} {MIDDLE_X + 40} {HEAD_Y + 34}Z"
        ),
        "#f1e2c4",
    )


def _snake_fringe(pen: Pen) -> None:
    """Small ones side by side over the brow, heads down, so that no scalp is bare."""
    rx, ry = pen.species.head
    for k in range(7):
        x = MIDDLE_X + (k - 3) * rx * 0.3
        top, low = HEAD_Y - ry * (1.06 - 0.05 * abs(k - 3) ** 1.4), HEAD_Y - ry * (0.5 - 0.06 * abs(k - 3))
        ink = mix(pen.species.dark, "#9fd08a", 0.35 * (k % 2))
        pen.part(limb([(x, top), (x + 18, (top + low) / 2), (x - 6, low)], 38, 24), ink)
        for side in SIDES:
            pen.canvas.fill(circle(x - 6 + side * 9, low - 2, 6), "#fdf3c0")


BEHIND: Mapping[str, Part] = {"snake hair": _snake_hair, "rainbow mane": _rainbow_mane, "frill": _frill}
MARKS: Mapping[str, Part] = {"rainbow stripes": _rainbow_stripes}
OVER: Mapping[str, Part] = {
    "snake fringe": _snake_fringe,
    "rainbow forelock": _rainbow_forelock,
    "brow horns": _brow_horns,
}


def _mermaid(pen: Pen) -> None:
    """Bare shoulders, two shells, and a tail with scales instead of legs."""
    s = pen.species
    fin = "M700 900C760 880 800 800 900 770C890 850 920 890 980 930C890 960 820 1010 790 1060C760 1010 720 960 660 960Z"
    pen.part(Path.parse(fin), mix(s.feet, "#fdfbf6", 0.3))
    pen.part(blob(MIDDLE_X, BODY_Y - 20, 170, 170, 2.5, 0.06), s.base)
    tail = Path.parse(
        "M340 760Q510 690 684 760C716 860 690 900 740 930C690 1010 560 1030 470 990C370 940 330 860 340 760Z"
    )
    pen.part(tail, s.feet)
    with pen.canvas.group(tail):
        for row in range(5):
            for k in range(7):
                x, y = 350 + 60 * k + 30 * (row % 2), 790 + 46 * row
                scale = f"M{x - 30} {y}Q{x} {y + 46} {x + 30} {y}"
                pen.canvas.stroke(Path.parse(scale), mix(s.feet, INK, 0.24), 9)
    for side in SIDES:
        pen.part(blob(*at(side, 62, 690), 58, 44, 2.2), s.torso)


def _griffin(pen: Pen) -> None:
    """An eagle before, a lion behind, sitting."""
    s = pen.species
    lion = s.torso
    pen.part(limb(curve((760, 900), (930, 930), (980, 800), (920, 690)), 26, 18), lion)
    pen.part(leaf(914, 726, 130, 76, -8), s.dark)
    pen.part(
        Path.parse("M400 470C380 640 420 860 470 960L640 980C820 980 860 860 800 740C740 620 660 560 640 440Z"), lion
    )
    with pen.canvas.group(Path.parse("M380 430C370 600 400 700 440 760Q560 700 640 560L660 430Z")):
        pen.canvas.fill(Path.parse("M360 420L680 420L640 560L590 600L560 560L520 640L480 600L450 680L400 640Z"), s.base)
    for k, (turn, length) in enumerate(((64, 470), (48, 500), (32, 470))):
        pen.part(leaf(580, 720, length, 120, turn), mix(s.dark, s.light, 0.16 * k))
    pen.part(blob(700, 890, 150, 110, 2.2), lion)
    pen.part(blob(650, 990, 110, 40, 2.6), lion)
    for x in (430, 520):
        pen.part(limb([(x, 760), (x - 6, 980)], 44, 36), s.light)
        for toe in (-36, 0, 36):
            pen.part(limb([(x - 6, 990), (x - 6 + toe, 1020)], 13, 8), "#f0a93a")


def _gown(pen: Pen) -> None:
    """A draped gown with a sash of gold, and bare shoulders."""
    s = pen.species
    pen.part(blob(MIDDLE_X, BODY_Y - 60, 160, 130, 2.5, 0.06), s.base)
    gown = Path.parse(
        "M352 700Q440 650 512 726Q584 650 672 700C740 800 760 960 772 1040Q512 1090 252 1040C264 960 284 800 352 700Z"
    )
    pen.part(gown, s.torso)
    with pen.canvas.group(gown):
        for x, low in ((380, 300), (470, 430), (560, 590), (650, 730)):
            fold = Path((("M", (x, 880)), ("Q", ((x + low) / 2, 960, low, 1090))))
            pen.canvas.stroke(fold, mix(s.torso, INK, 0.3), 11)
    pen.part(Path.parse("M318 838Q512 896 706 838L716 888Q512 948 308 888Z"), s.feet)
    pen.part(circle(MIDDLE_X, 896, 30), s.feet)


BODIES: Mapping[str, Part] = {"mermaid": _mermaid, "gown": _gown, "griffin": facing_right(_griffin)}
