"""Markings by which one species is told from another: masks, stripes, patches, teeth, and the faces of those without one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import breeds, fowl_heads, hair, hides, myths
from pod.providers.embedded.characters.pen import (
    HEAD_Y,
    INK,
    MIDDLE_X,
    SIDES,
    Pen,
    at,
    blob,
    curve,
    limb,
    mirrored,
    oval,
)
from pod.providers.embedded.characters.people import FACES, knight_visor


def _within_the_head(pen: Pen) -> AbstractContextManager[None]:
    """Whatever is drawn inside the block is cut at the head's edge."""
    return pen.canvas.group(blob(MIDDLE_X, HEAD_Y, *pen.species.head, 2.35, 0.05))


def _mask(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    with _within_the_head(pen):
        pen.both(lambda side: oval(*at(side, 150, y + 52), 116, 92, side * -20), s.light)
    pen.both(lambda side: oval(*at(side, 118, y - 86), 52, 25, side * -18), s.light)
    pen.both(lambda side: mirrored("M88 12C140 42 172 110 168 168C122 152 80 92 68 32Z", side), s.dark)


def _bandit_mask(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    with _within_the_head(pen):
        pen.both(lambda side: oval(*at(side, 170, y + 10), 134, 74, side * 24), s.dark)
    pen.both(lambda side: oval(*at(side, 108, y - 84), 74, 24, side * 22), s.light)
    pen.both(lambda side: circle(*at(side, s.eyes[1], y + s.eyes[2]), s.eyes[0] * 1.5), mix(s.dark, s.light, 0.75))


def _blaze(pen: Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    x, y = MIDDLE_X, HEAD_Y
    strip = (
        ("M", (x - 26, y - ry + 2)),
        ("Q", (x, y - ry - 4, x + 26, y - ry + 2)),
        ("L", (x + 62, y + 62)),
        ("Q", (x, y + 122, x - 62, y + 62)),
        ("Z", ()),
    )
    pen.canvas.fill(Path(strip), s.light)


def _cheeks(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    cheek = lambda side: oval(*at(side, rx * 0.64, HEAD_Y + ry * 0.52), 132, 98, side * -28)  # noqa: E731
    with _within_the_head(pen):
        pen.both(cheek, s.light)


def _brow(pen: Pen) -> None:
    pen.both(lambda side: leaf(*at(side, 70, HEAD_Y - 60), 96, 26, side * 62), pen.species.dark)
    pen.canvas.fill(leaf(MIDDLE_X, HEAD_Y - 40, 150, 44, 0), pen.species.dark)


def _eye_patch(pen: Pen) -> None:
    s = pen.species
    with _within_the_head(pen):
        pen.canvas.fill(oval(MIDDLE_X + 128, HEAD_Y - 18, 98, 122, 14), mix(s.base, s.dark, 0.75))


def _tongue(pen: Pen) -> None:
    pen.canvas.fill(
        Path.parse("M-26 0L26 0Q30 60 0 62Q-30 60 -26 0Z").transformed(Transform.move(MIDDLE_X, HEAD_Y + 120)),
        "#ef7f8b",
    )
    pen.canvas.stroke(Path.lines([(MIDDLE_X, HEAD_Y + 124), (MIDDLE_X, HEAD_Y + 152)], closed=False), "#c9566a", 6)


def _fringe(pen: Pen) -> None:
    """Long wavy hair from between the horns, over the brow and both eyes, and down the cheeks."""
    s, y = pen.species, HEAD_Y
    pale, mid, deep = mix(s.base, s.light, 0.34), mix(s.base, s.light, 0.1), mix(s.base, s.dark, 0.45)
    cheeks = [(side, k) for side in SIDES for k in range(3)]
    for side, k in cheeks:
        root, tip = at(side, 196 - 6 * k, y - 70 + 66 * k), at(side, 262 - 26 * k, y + 120 + 66 * k)
        pen.part(
            limb(curve(root, at(side, 250, y + 66 * k), at(side, 232, y + 66 + 66 * k), tip), 40, 9), (deep, mid)[k % 2]
        )
    for i in (0, 8, 1, 7, 2, 6, 3, 5, 4):
        out = i - 4
        root, tip = (MIDDLE_X + out * 24, y - 236.0), (MIDDLE_X + out * 66, y + 74.0 - abs(out) * 22)
        bend = (MIDDLE_X + out * 44 + (14 if i % 2 else -14), y - 130.0)
        swing = (MIDDLE_X + out * 78 - (16 if i % 2 else -16), y - 20.0)
        pen.part(limb(curve(root, bend, swing, tip), 46, 10), (pale, mid, deep)[i % 3])
    pen.part(blob(MIDDLE_X, y - 226, 120, 50, 2.2), pale)


def _cow_patches(pen: Pen) -> None:
    s = pen.species
    with _within_the_head(pen):
        pen.canvas.fill(oval(MIDDLE_X + 150, HEAD_Y - 90, 130, 150, 24), s.dark)
    radius, apart, drop = s.eyes
    pen.canvas.fill(circle(MIDDLE_X + apart, HEAD_Y + drop, radius * 1.7), s.light)


def _sloth_mask(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    pen.canvas.fill(blob(MIDDLE_X, y + 14, 188, 146, 2.3), s.light)
    pen.both(lambda side: oval(*at(side, 116, y + 16), 74, 36, side * 22), s.dark)


def _panda_eyes(pen: Pen) -> None:
    pen.both(lambda side: oval(*at(side, 110, HEAD_Y + 14), 60, 74, side * 28), pen.species.dark)
    pen.both(lambda side: oval(*at(side, 108, HEAD_Y + 14), 28, 32), "#ffffff")


def _frog_eyes(pen: Pen) -> None:
    y = HEAD_Y - 152
    pen.both(lambda side: circle(*at(side, 150, y), 62), "#fffdf4")
    pen.both(lambda side: circle(*at(side, 146, y + 4), 38), INK)
    pen.both(lambda side: circle(MIDDLE_X + side * 146 - 13, y - 12, 13), "#ffffff")


def _whiskers(pen: Pen) -> None:
    ink = "#efe6d8" if pen.species.iris else INK
    for side in SIDES:
        for k, rise in enumerate((-14, 14, 40)):
            x, y = at(side, 160, HEAD_Y + 74 + k * 18)
            pen.canvas.stroke(Path.lines([(x, y), (x + side * 96, y + rise - 12)], closed=False), ink, 7, 0.75)


def _stripes(pen: Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    for x, length in ((-52, 64), (0, 88), (52, 64)):
        pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry + 4, length, 17, 180), s.dark)


def _tiger_stripes(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    for x, length in ((-66, 74), (0, 104), (66, 74)):
        pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry + 4, length, 24, 180), s.dark)
    for side in SIDES:
        for drop, length in ((-30, 100), (40, 104), (106, 86)):
            edge = at(side, rx * 0.99 - max(0, drop) * 0.28, HEAD_Y + drop)
            pen.canvas.fill(leaf(*edge, length, 22, side * -90), s.dark)


def _zebra_stripes(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head

    with _within_the_head(pen):
        for k in range(4):
            y = HEAD_Y - ry + 44 + 54 * k
            for side in SIDES:
                pen.canvas.fill(leaf(*at(side, rx * 1.02, y), 128 - 8 * k, 24, side * (-96 + 8 * k)), s.dark)
        for x in (-40, 0, 40):
            pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry - 6, 120, 18, 180), s.dark)


def _badger_stripes(pen: Pen) -> None:
    s = pen.species

    with _within_the_head(pen):
        pen.both(
            lambda side: mirrored(
                "M52 -240C150 -220 186 -60 150 130C120 190 86 150 84 70C80 -40 60 -150 40 -240Z", side
            ),
            s.dark,
        )
    pen.both(lambda side: circle(*at(side, s.eyes[1], HEAD_Y + s.eyes[2]), s.eyes[0] * 1.4), "#f5f2ec")


def _white_stripe(pen: Pen) -> None:
    ry = pen.species.head[1]
    pen.canvas.fill(
        Path.parse(
            f"M{MIDDLE_X - 62} {HEAD_Y - ry + 8}Q{MIDDLE_X} {HEAD_Y - ry - 8} {MIDDLE_X + 62} {HEAD_Y - ry + 8}Q{MIDDLE_X + 30} {HEAD_Y} {MIDDLE_X} {HEAD_Y + 40}Q{MIDDLE_X - 30} {HEAD_Y} {MIDDLE_X - 62} {HEAD_Y - ry + 8}Z"
        ),
        pen.species.light,
    )


def _freckles(pen: Pen) -> None:
    for x, y in ((-40, -132), (44, -140), (0, -104), (-84, -96), (86, -100)):
        pen.canvas.fill(oval(MIDDLE_X + x, HEAD_Y + y, 15, 18), mix(pen.species.base, "#fff6e5", 0.72))


def _spots(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head

    with _within_the_head(pen):
        for x, y, r in (
            (-0.7, -0.5, 44),
            (-0.3, -0.82, 36),
            (0.25, -0.78, 42),
            (0.68, -0.46, 46),
            (-0.9, 0.16, 38),
            (0.92, 0.14, 36),
            (0.0, -0.42, 30),
        ):
            pen.canvas.fill(blob(MIDDLE_X + x * rx, HEAD_Y + y * ry, r, r * 0.86, 2.1), mix(s.base, s.dark, 0.86))


def _monkey_face(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    heart = unary_union(
        [circle(*at(side, 84, y - 20), 104).geometry() for side in SIDES]
        + [blob(MIDDLE_X, y + 82, 178, 116, 2.3).geometry()]
    )
    pen.canvas.fill(Path.from_geometry(heart.buffer(-12).buffer(12)), s.light)


def _penguin_face(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    mask = unary_union(
        [circle(*at(side, 90, y + 10), 112).geometry() for side in SIDES]
        + [blob(MIDDLE_X, y + 90, 182, 112, 2.3).geometry()]
    )
    with _within_the_head(pen):
        pen.canvas.fill(Path.from_geometry(mask.buffer(-12).buffer(12)), s.light)


def _owl_discs(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    for grow, paint in ((118, mix(s.light, s.base, 0.35)), (96, s.light)):
        for side in SIDES:
            pen.canvas.fill(circle(*at(side, 104, y - 4), grow), paint)


def _tuft(pen: Pen) -> None:
    """A cowlick of light fur between the ears."""
    top = HEAD_Y - pen.species.head[1] + 24
    locks = [
        limb([(MIDDLE_X, top + 30), (MIDDLE_X + lean, top - 46 - lift)], 34, 8)
        for lean, lift in ((-62, 0), (0, 30), (62, 0))
    ]
    pen.part(Path.from_geometry(unary_union([lock.geometry() for lock in locks])), pen.species.light)


def _topknot(pen: Pen) -> None:
    curls = [
        circle(MIDDLE_X + x, HEAD_Y + y, r).geometry()
        for x, y, r in ((-84, -196, 56), (-30, -222, 64), (36, -220, 64), (88, -194, 54), (0, -176, 70))
    ]
    pen.part(Path.from_geometry(unary_union(curls)), mix(pen.species.base, pen.species.dark, 0.3))


def _forelock(pen: Pen) -> None:
    s = pen.species
    lock = "M-120 -226C-60 -262 90 -258 128 -208C96 -196 84 -150 60 -96C40 -130 16 -150 -6 -110C-26 -150 -60 -156 -74 -124C-80 -160 -96 -196 -120 -226Z"
    pen.part(Path.parse(lock).transformed(Transform.move(MIDDLE_X, HEAD_Y)), s.dark)


def _unicorn_horn(pen: Pen) -> None:
    pen.part(Path.parse("M466 214Q500 90 512 20Q524 90 558 214Q512 236 466 214Z"), "#f6c95a")
    for y, half in ((176, 37), (132, 27), (90, 17)):
        pen.canvas.stroke(Path.lines([(MIDDLE_X - half, y + 8), (MIDDLE_X + half, y - 10)], closed=False), "#d99a33", 9)


def _wool_cap(pen: Pen) -> None:
    """A sheep's cap is wool, its face a little darker."""
    _face_in_wool(pen, mix(pen.species.snout, "#fff1e0", 0.78))


def _dark_wool_cap(pen: Pen) -> None:
    """That of a sheep with a black face."""
    _face_in_wool(pen, pen.species.snout)


def _face_in_wool(pen: Pen, ink: str) -> None:
    s = pen.species
    pen.part(blob(MIDDLE_X, HEAD_Y + 36, 168, 172, 2.3, 0.06), ink)
    curls = [circle(*polar(MIDDLE_X, HEAD_Y - 40, 128, -80 + 32 * i), 66).geometry() for i in range(6)]
    pen.part(Path.from_geometry(unary_union(curls)), s.base)


def _visor(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, HEAD_Y + 6, 204, 164, 2.6), "#2b3a66")
    pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 18, 188, 142, 2.6), "#3e5596")
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y + 6, 196, 156, 2.6)):
        pen.canvas.fill(oval(MIDDLE_X - 96, HEAD_Y - 52, 92, 46, -28), "#a9c4f0")
        pen.canvas.fill(oval(MIDDLE_X + 112, HEAD_Y + 92, 62, 24, -28), "#6d8bd0")
        for x, y in ((40, -70), (110, -20), (-20, 80), (70, 44)):
            pen.canvas.fill(circle(MIDDLE_X + x, HEAD_Y + y, 8), "#fff3c9")


def _screen(pen: Pen) -> None:
    pen.part(rounded_rect(MIDDLE_X - 196, HEAD_Y - 112, 392, 236, 84), "#2f3b4b")
    pen.both(lambda side: oval(*at(side, 92, HEAD_Y - 12), 34, 42), "#7de3d8")
    smile = Path((("M", (MIDDLE_X - 54, HEAD_Y + 62)), ("Q", (MIDDLE_X, HEAD_Y + 104, MIDDLE_X + 54, HEAD_Y + 62))))
    pen.canvas.stroke(smile, "#7de3d8", 15)


def _alien_eyes(pen: Pen) -> None:
    pen.both(lambda side: oval(*at(side, 120, HEAD_Y), 58, 96, side * 28), "#241c2b")
    pen.both(lambda side: oval(MIDDLE_X + side * 128 - 18, HEAD_Y - 40, 17, 24, side * 28), "#ffffff")


def _skull_face(pen: Pen) -> None:
    dark = pen.species.torso
    pen.both(lambda side: blob(*at(side, 100, HEAD_Y + 4), 66, 74, 2.2), dark)
    pen.both(lambda side: circle(MIDDLE_X + side * 100 - 20, HEAD_Y - 20, 16), "#ffffff")
    pen.canvas.fill(
        Path.parse("M-24 30Q0 -34 24 30Q0 16 -24 30Z").transformed(Transform.move(MIDDLE_X, HEAD_Y + 86)), dark
    )
    for x in (-60, -20, 20, 60):
        pen.canvas.stroke(
            Path.lines([(MIDDLE_X + x, HEAD_Y + 150), (MIDDLE_X + x, HEAD_Y + 196)], closed=False), dark, 9
        )
    pen.canvas.stroke(
        Path.lines([(MIDDLE_X - 104, HEAD_Y + 152), (MIDDLE_X + 104, HEAD_Y + 152)], closed=False), dark, 9
    )


def _shark_mouth(pen: Pen) -> None:
    s = pen.species
    with _within_the_head(pen):
        pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 166, 236, 138, 2.2), s.light)
    grin = Path.parse("M-120 0Q0 60 120 0Q100 92 0 96Q-100 92 -120 0Z").transformed(
        Transform.move(MIDDLE_X, HEAD_Y + 66)
    )
    pen.part(grin, "#7a2f3b")
    with pen.canvas.group(grin):
        for i in range(7):
            x = MIDDLE_X - 108 + 36 * i
            pen.canvas.fill(Path.lines([(x - 18, HEAD_Y + 56), (x + 18, HEAD_Y + 56), (x, HEAD_Y + 118)]), "#ffffff")


MARKS: dict[str, Callable[[Pen], None]] = {
    **breeds.MARKS,
    **fowl_heads.MARKS,
    **hides.MARKS,
    **myths.MARKS,
    "mask": _mask,
    "bandit mask": _bandit_mask,
    "blaze": _blaze,
    "cheeks": _cheeks,
    "brow": _brow,
    "eye patch": _eye_patch,
    "cow patches": _cow_patches,
    "sloth mask": _sloth_mask,
    "panda eyes": _panda_eyes,
    "frog eyes": _frog_eyes,
    "stripes": _stripes,
    "tiger stripes": _tiger_stripes,
    "zebra stripes": _zebra_stripes,
    "badger stripes": _badger_stripes,
    "white stripe": _white_stripe,
    "freckles": _freckles,
    "spots": _spots,
    "monkey face": _monkey_face,
    "penguin face": _penguin_face,
    "owl discs": _owl_discs,
    "topknot": _topknot,
    "tuft": _tuft,
    "unicorn horn": _unicorn_horn,
    "wool": _wool_cap,
    "dark wool": _dark_wool_cap,
    "visor": _visor,
    "screen": _screen,
    "alien eyes": _alien_eyes,
    "skull face": _skull_face,
    "shark mouth": _shark_mouth,
    "knight visor": knight_visor,
}


def _teeth(pen: Pen) -> None:
    y = HEAD_Y + (124 if pen.species.nose == "button" else 116)
    pen.canvas.fill(rounded_rect(MIDDLE_X - 26, y, 52, 42, 10), "#ffffff")
    pen.canvas.stroke(Path.lines([(MIDDLE_X, y + 4), (MIDDLE_X, y + 38)], closed=False), "#c9b7ad", 5)


def _big_teeth(pen: Pen) -> None:
    pen.both(lambda side: rounded_rect(MIDDLE_X + side * 62 - 17, HEAD_Y + 148, 34, 40, 11), "#ffffff")


def _tusks(pen: Pen) -> None:
    """A walrus's: down to its chest."""
    for side in SIDES:
        pen.part(
            limb([at(side, 62, HEAD_Y + 140), at(side, 74, HEAD_Y + 236), at(side, 60, HEAD_Y + 322)], 25, 9), "#fbf2df"
        )


def _fangs(pen: Pen) -> None:
    """Two at the corners of the mouth."""
    y = HEAD_Y + (104 if pen.species.muzzle != (0.0, 0.0) else 76)
    pen.both(
        lambda side: Path.lines([(MIDDLE_X + side * 30, y), (MIDDLE_X + side * 58, y), (MIDDLE_X + side * 42, y + 42)]),
        "#ffffff",
    )


def _beard(pen: Pen) -> None:
    pen.part(leaf(MIDDLE_X, HEAD_Y + 150, 130, 60, 180), pen.species.dark)


ON_A_HOOD = frozenset(
    {"plates", "horns", "unicorn", "antlers", "goat horns", "moose antlers", "ossicones", "spots", "frog eyes", "comb"}
)
"""What of a head is on the hood of somebody who is dressed up as it."""

OVER_THE_FACE: dict[str, Callable[[Pen], None]] = {
    **FACES,
    **hair.OVER,
    **breeds.OVER,
    **myths.OVER,
    **hides.OVER,
    "whiskers": _whiskers,
    "forelock": _forelock,
    "fringe": _fringe,
    "tongue": _tongue,
    "teeth": _teeth,
    "fangs": _fangs,
    "big teeth": _big_teeth,
    "tusks": _tusks,
    "beard": _beard,
}
