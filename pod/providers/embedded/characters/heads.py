"""Ears, and what else stands out from a head: manes, gills, horns that lie behind it."""

from __future__ import annotations

from collections.abc import Callable

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters import (
    birds,
    breed_ears,
    breeds,
    fowl_heads,
    hair,
    hides,
    myths,
    people,
    saurians,
)
from pod.providers.embedded.characters.pen import HEAD_Y, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, mirrored, oval
from pod.providers.embedded.palettes import is_dark

_PINK = "#f3b9aa"


def ears(pen: Pen) -> None:
    """Drawn before the head, which covers their roots."""
    _EARS[pen.species.ears](pen)


def _no_ears(_: Pen) -> None:
    """Hidden in fur or feathers, or none at all."""


def _gills(pen: Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    for side in SIDES:
        for lift, length, drop in ((-38, 215, -95), (-8, 235, -15), (24, 200, 65)):
            heading = 90 + lift if side > 0 else 270 - lift
            x, y = MIDDLE_X + side * rx * 0.84, HEAD_Y + drop
            feathers = [
                leaf(*polar(x, y, length * (0.3 + 0.15 * k), heading), length * (0.38 - 0.05 * k), 23, heading + tilt)
                for k in range(5)
                for tilt in (-42, 42)
            ]
            root = leaf(*polar(x, y, -40, heading), length + 66, 34, heading)
            whole = unary_union([f.geometry() for f in (*feathers, root)])
            pen.part(Path.from_geometry(whole), s.dark)
            pen.canvas.fill(root, s.base)


def _small_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    outer = mix(s.base, s.dark, 0.35)
    pen.parts(lambda side: oval(*at(side, rx * 0.74, HEAD_Y - ry * 0.78), 52, 48, side * 20), outer)
    pen.both(lambda side: oval(*at(side, rx * 0.73, HEAD_Y - ry * 0.74), 28, 26), mix(_PINK, s.dark, 0.25))


def _round_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    outer = s.ear or s.base
    inner = mix(s.dark, "#8a8791", 0.4) if outer == s.dark else s.dark if s.ear else mix(outer, s.light, 0.6)
    pen.parts(lambda side: oval(*at(side, rx * 0.72, HEAD_Y - ry * 0.76), 92, 88), outer)
    pen.both(lambda side: oval(*at(side, rx * 0.71, HEAD_Y - ry * 0.72), 54, 52), inner)


def _tall_ears(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: mirrored("M54 -150Q112 -402 214 -396Q304 -286 264 -58Z", side), s.base)
    if s.ear:
        pen.both(lambda side: mirrored("M128 -318Q162 -392 214 -396Q262 -338 274 -258Q206 -326 128 -318Z", side), s.ear)
    inner = mix(_PINK, s.dark, 0.55) if is_dark(s.base) else mix(_PINK, s.light, 0.25)
    pen.both(lambda side: mirrored("M122 -172Q154 -316 204 -330Q254 -246 230 -108Z", side), inner)


def _pointed_ears(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: mirrored("M70 -170C84 -270 118 -326 156 -338C196 -290 206 -222 176 -140Z", side), s.base)
    pen.both(lambda side: mirrored("M106 -190C114 -250 132 -288 154 -300C176 -262 176 -214 160 -166Z", side), _PINK)


def _flop_ears(pen: Pen) -> None:
    s = pen.species
    flop = "M150 -196C236 -246 330 -196 342 -70C350 30 322 104 280 106C232 106 220 20 214 -54Z"
    pen.parts(lambda side: mirrored(flop, side), mix(s.base, s.dark, 0.75))


def _bat_ears(pen: Pen) -> None:
    """A French bulldog's: upright, broad and round at the tip."""
    s = pen.species
    ear = "M70 -150C78 -300 112 -400 178 -408C262 -400 290 -240 252 -96Z"
    pen.parts(lambda side: mirrored(ear, side), s.base)
    pen.both(lambda side: mirrored("M122 -180C126 -290 148 -352 182 -358C232 -346 246 -236 224 -136Z", side), _PINK)


def _petal_ears(pen: Pen) -> None:
    """A guinea pig's: small, low at the sides, like two petals that hang."""
    s, (rx, _) = pen.species, pen.species.head
    outer = s.ear or mix(s.base, s.dark, 0.3)
    pen.parts(lambda side: oval(*at(side, rx - 24, HEAD_Y - 128), 92, 66, side * 52), outer)
    pen.both(lambda side: oval(*at(side, rx - 22, HEAD_Y - 122), 56, 34, side * 52), mix(_PINK, outer, 0.2))


def _low_ears(pen: Pen) -> None:
    """A Persian cat's: small points, wide apart, that peep out of the fur."""
    s = pen.species
    pen.parts(lambda side: mirrored("M116 -176C140 -262 190 -306 244 -304C274 -250 278 -178 252 -110Z", side), s.base)
    pen.both(lambda side: mirrored("M164 -190C178 -236 206 -264 232 -264C248 -232 248 -192 234 -154Z", side), _PINK)


def _ruff(pen: Pen) -> None:
    """Long fur that stands out all around the face."""
    s, (rx, ry) = pen.species, pen.species.head
    locks = [
        leaf(MIDDLE_X + side * rx * 0.3, HEAD_Y + drop, rx * reach, 120, side * heading).geometry()
        for side in SIDES
        for drop, reach, heading in ((-20, 0.92, 78), (30, 1.06, 96), (70, 1.1, 116), (110, 0.98, 138), (150, 0.8, 158))
    ]
    pen.part(
        Path.from_geometry(unary_union([*locks, oval(MIDDLE_X, HEAD_Y + 40, rx, ry).geometry()])),
        mix(s.base, s.light, 0.5),
    )


def _droop_ears(pen: Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    outer = s.ear or mix(s.base, s.dark, 0.25)
    pen.parts(lambda side: oval(*at(side, rx + 52, HEAD_Y - 56), 96, 44, side * 24), outer)
    pen.both(lambda side: oval(*at(side, rx + 58, HEAD_Y - 50), 58, 22, side * 24), mix(_PINK, outer, 0.3))


def _cow_ears(pen: Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    pen.parts(lambda side: oval(*at(side, rx + 60, HEAD_Y - 88), 104, 50, side * -16), s.ear or s.base)
    pen.both(lambda side: oval(*at(side, rx + 64, HEAD_Y - 84), 66, 27, side * -16), "#eeaaa0")


def _deer_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.parts(lambda side: leaf(*at(side, rx * 0.6, HEAD_Y - ry * 0.55), 230, 74, side * 66), s.base)
    pen.both(lambda side: leaf(*at(side, rx * 0.72, HEAD_Y - ry * 0.6), 172, 40, side * 66), mix(_PINK, s.light, 0.2))


def _banana_ears(pen: Pen) -> None:
    s = pen.species
    banana = "M62 -180C60 -300 96 -372 150 -384C182 -320 176 -236 150 -150Z"
    pen.parts(lambda side: mirrored(banana, side), s.base)
    pen.both(lambda side: mirrored("M94 -196C94 -282 116 -330 146 -344C160 -296 154 -236 134 -180Z", side), _PINK)


def _long_ears(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: oval(*at(side, 104, HEAD_Y - 296), 64, 180, side * 10), s.base)
    pen.both(lambda side: oval(*at(side, 105, HEAD_Y - 288), 34, 138, side * 10), "#f4bfc0")


def _mouse_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.parts(lambda side: circle(*at(side, rx * 0.86, HEAD_Y - ry * 0.84), 124), s.base)
    pen.both(lambda side: circle(*at(side, rx * 0.85, HEAD_Y - ry * 0.8), 84), "#f3b7c0")


def _elephant_ears(pen: Pen) -> None:
    s = pen.species
    fan = "M150 -150C250 -260 420 -250 448 -96C466 30 392 152 268 150C206 140 170 90 160 40Z"
    pen.parts(lambda side: mirrored(fan, side), s.base)
    inner = "M206 -120C282 -196 384 -184 402 -86C414 8 360 98 272 100C228 86 206 50 202 10Z"
    pen.both(lambda side: mirrored(inner, side), "#f0b9c3")


def _pig_ears(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: mirrored("M96 -176C130 -290 220 -306 262 -280C286 -200 270 -120 226 -84Z", side), s.base)
    fold = "M150 -196C180 -256 226 -270 250 -258C262 -206 252 -156 226 -126C206 -160 180 -184 150 -196Z"
    pen.both(lambda side: mirrored(fold, side), s.dark)


def _side_ears(pen: Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    pen.parts(lambda side: circle(*at(side, rx + 22, HEAD_Y - 10), 82), s.base)
    pen.both(lambda side: circle(*at(side, rx + 26, HEAD_Y - 8), 48), s.light)


def _tufted_ears(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: mirrored("M96 -160C112 -250 150 -330 190 -368C222 -300 230 -216 206 -126Z", side), s.base)
    pen.both(lambda side: mirrored("M132 -170C146 -240 166 -286 190 -312C202 -262 200 -204 186 -146Z", side), s.light)


def _owl_tufts(pen: Pen) -> None:
    s = pen.species
    pen.parts(lambda side: mirrored("M96 -168C150 -196 196 -250 240 -318C262 -236 262 -160 236 -96Z", side), s.dark)


def _fluffy_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    inner = mix(s.light, "#f3c4c4", 0.5)
    pen.parts(lambda side: _tuft(*at(side, rx * 0.98, HEAD_Y - ry * 0.5), 122), s.base)
    pen.both(lambda side: _tuft(*at(side, rx * 0.98, HEAD_Y - ry * 0.5), 76), inner)


def _tuft(cx: float, cy: float, r: float) -> Path:
    circles = [circle(*polar(cx, cy, r * 0.62, 60 * i), r * 0.52).geometry() for i in range(6)]
    return Path.from_geometry(unary_union([*circles, circle(cx, cy, r * 0.7).geometry()]), smooth=False)


def _frog_brows(pen: Pen) -> None:
    pen.parts(lambda side: circle(*at(side, 150, HEAD_Y - 150), 92), pen.species.base)


def _mane(pen: Pen) -> None:
    s = pen.species
    locks = [circle(*polar(MIDDLE_X, HEAD_Y + 6, 262, 20 * i), 84).geometry() for i in range(18)]
    pen.part(Path.from_geometry(unary_union([*locks, circle(MIDDLE_X, HEAD_Y + 6, 250).geometry()])), s.dark)
    pen.parts(lambda side: circle(*at(side, 164, HEAD_Y - 172), 62), s.base)
    pen.both(lambda side: circle(*at(side, 163, HEAD_Y - 168), 34), s.light)


def _shark_fin(pen: Pen) -> None:
    pen.part(Path.parse("M452 236C470 120 536 60 626 46C596 104 594 170 612 236Z"), pen.species.base)


def _fins(pen: Pen) -> None:
    s = pen.species
    fin = "M210 -66C286 -130 348 -146 400 -132C376 -98 372 -74 384 -42C350 -36 336 -14 336 20C296 8 250 14 214 38Z"
    pen.parts(lambda side: mirrored(fin, side), mix(s.base, s.light, 0.45))


def _earphones(pen: Pen) -> None:
    pen.parts(lambda side: blob(*at(side, pen.species.head[0] + 6, HEAD_Y + 6), 44, 86, 3.0), pen.species.dark)


def _antenna(pen: Pen) -> None:
    pen.parts(lambda side: blob(*at(side, pen.species.head[0] + 4, HEAD_Y), 34, 70, 3.4), pen.species.dark)
    pen.part(limb([(MIDDLE_X, 240), (MIDDLE_X, 120)], 10, 8), pen.species.dark)
    pen.part(circle(MIDDLE_X, 104, 36), "#ef6a5a")


def _feelers(pen: Pen) -> None:
    for side in SIDES:
        bend = curve(at(side, 90, 240), at(side, 100, 170), at(side, 120, 120), at(side, 176, 96))
        pen.part(limb(bend, 12, 10), pen.species.base)
        pen.part(circle(*at(side, 186, 92), 34), mix(pen.species.base, pen.species.light, 0.5))


_EARS: dict[str, Callable[[Pen], None]] = {
    **breed_ears.EARS,
    "none": _no_ears,
    "gills": _gills,
    "small": _small_ears,
    "round": _round_ears,
    "tall": _tall_ears,
    "pointed": _pointed_ears,
    "flop": _flop_ears,
    "droop": _droop_ears,
    "bat": _bat_ears,
    "petals": _petal_ears,
    "low": _low_ears,
    "cow": _cow_ears,
    "deer": _deer_ears,
    "banana": _banana_ears,
    "long": _long_ears,
    "mouse": _mouse_ears,
    "elephant": _elephant_ears,
    "pig": _pig_ears,
    "side": _side_ears,
    "tufted": _tufted_ears,
    "tufts": _owl_tufts,
    "fluffy": _fluffy_ears,
    "frog": _frog_brows,
    "mane": _mane,
    "fin": _shark_fin,
    "fins": _fins,
    "earphones": _earphones,
    "antenna": _antenna,
    "feelers": _feelers,
}


def behind_head(pen: Pen) -> None:
    """Horns, spines and wool that the head stands in front of."""
    for mark in pen.species.marks:
        if mark in _BEHIND:
            _BEHIND[mark](pen)


def _horns(pen: Pen) -> None:
    pen.parts(
        lambda side: mirrored("M120 -192C262 -190 332 -262 322 -384C404 -262 332 -118 130 -118Z", side), "#f1e2c4"
    )


def _short_horns(pen: Pen) -> None:
    pen.parts(lambda side: mirrored("M92 -190C130 -200 158 -236 160 -296C212 -254 214 -196 168 -150Z", side), "#e9d5ae")


def _goat_horns(pen: Pen) -> None:
    for side in SIDES:
        bend = curve(at(side, 62, 226), at(side, 84, 110), at(side, 150, 60), at(side, 228, 96))
        pen.part(limb(bend, 34, 12), "#d9c3a0")


def _antlers(pen: Pen) -> None:
    for side in SIDES:
        beam = curve(at(side, 70, 224), at(side, 96, 120), at(side, 210, 90), at(side, 214, -40))
        tines = [limb([beam[7], at(side, 96, 34)], 15, 9), limb([beam[10], at(side, 292, 52)], 15, 9)]
        whole = unary_union([part.geometry() for part in (limb(beam, 21, 11), *tines)])
        pen.part(Path.from_geometry(whole.simplify(0.6)), "#a87848")


def _moose_antlers(pen: Pen) -> None:
    palm = "M84 -206C150 -230 196 -262 204 -330L250 -276L276 -366L318 -284L372 -350L374 -258L436 -290C440 -196 380 -128 280 -132C210 -136 150 -150 96 -158Z"
    pen.parts(lambda side: mirrored(palm, side), "#c79b66")


def _ossicones(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 70, 200), at(side, 84, 92)], 19, 16), pen.species.base)
        pen.part(circle(*at(side, 85, 78), 36), pen.species.dark)


def _dragon_horns(pen: Pen) -> None:
    for side in SIDES:
        bend = curve(at(side, 110, 240), at(side, 128, 150), at(side, 180, 110), at(side, 214, 40))
        pen.part(limb(bend, 36, 7), "#f1e2c4")


def _spines(pen: Pen) -> None:
    """A hedgehog is a face in front of its coat."""
    s = pen.species
    tips = []
    for ring, (reach, count) in enumerate(((372, 30), (318, 26))):
        for i in range(count):
            turn = -128 + 256 * (i + 0.5 * ring) / (count - 1)
            tips.append(leaf(*polar(MIDDLE_X, 470, reach - 150, turn), 168, 46, turn).geometry())
    coat = unary_union([*tips, blob(MIDDLE_X, 470, 300, 320, 2.1).geometry()])
    pen.part(Path.from_geometry(coat), s.dark)
    for i in range(15):
        turn = -112 + 16 * i
        pen.canvas.fill(leaf(*polar(MIDDLE_X, 470, 236, turn), 86, 20, turn), mix(s.dark, s.light, 0.34))


def _mane_behind(pen: Pen) -> None:
    s = pen.species
    locks = [circle(MIDDLE_X + 176 + 18 * (i % 2), 208 + 78 * i, 74 - 3 * i).geometry() for i in range(6)]
    pen.part(Path.from_geometry(unary_union(locks)), s.dark)


def _wool_behind(pen: Pen) -> None:
    pen.part(_fleece(MIDDLE_X, HEAD_Y - 40, 214, 11), pen.species.base)


def _fleece(cx: float, cy: float, r: float, count: int) -> Path:
    curls = [circle(*polar(cx, cy, r, 360 * i / count), r * 0.36).geometry() for i in range(count)]
    return Path.from_geometry(unary_union([*curls, circle(cx, cy, r).geometry()]))


def _comb(pen: Pen) -> None:
    crest = [circle(MIDDLE_X + x, y, r).geometry() for x, y, r in ((-62, 206, 50), (0, 172, 60), (62, 206, 50))]
    pen.part(Path.from_geometry(unary_union(crest)), "#dd4b45")


def _tuft_feathers(pen: Pen) -> None:
    for turn, length in ((-34, 120), (0, 150), (34, 116)):
        pen.part(leaf(MIDDLE_X, 232, length, 34, turn), pen.species.base)


def _plates(pen: Pen) -> None:
    """The row of plates along a dinosaur's back, as it is seen from the front."""
    for x, top, half in ((-128, 172, 54), (128, 172, 54), (-66, 132, 62), (66, 132, 62), (0, 104, 70)):
        plate = Path.parse(f"M{-half} 120Q{-half * 0.9} 20 0 0Q{half * 0.9} 20 {half} 120Z")
        pen.part(plate.transformed(Transform.move(MIDDLE_X + x, top)), pen.species.dark)


_BEHIND: dict[str, Callable[[Pen], None]] = {
    **people.BEHIND,
    **hair.BEHIND,
    **birds.BEHIND,
    **breeds.BEHIND,
    **fowl_heads.BEHIND,
    **saurians.BEHIND,
    **hides.BEHIND,
    **myths.BEHIND,
    "horns": _horns,
    "short horns": _short_horns,
    "goat horns": _goat_horns,
    "antlers": _antlers,
    "moose antlers": _moose_antlers,
    "ossicones": _ossicones,
    "dragon horns": _dragon_horns,
    "spines": _spines,
    "mane": _mane_behind,
    "wool": _wool_behind,
    "ruff": _ruff,
    "comb": _comb,
    "tuft feathers": _tuft_feathers,
    "plates": _plates,
}
