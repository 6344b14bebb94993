"""What tells one breed from another beside its ears: fur around the head, blazes and masks, beards, jowls, wrinkles."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import (
    HEAD_Y,
    INK,
    LINE,
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

Mark = Callable[[Pen], None]


# --- behind the head


def _tufts(pen: Pen, ink: str, angles: tuple[float, ...], reach: float, width: float) -> None:
    rx, ry = pen.species.head
    points = [
        leaf(
            *polar(MIDDLE_X, HEAD_Y, min(rx, ry) * 0.5, turn),
            min(rx, ry) * 0.5 + (rx - ry) * abs(angle_out(turn)) + reach,
            width,
            turn,
        ).geometry()
        for turn in angles
    ]
    pen.part(Path.from_geometry(unary_union([*points, blob(MIDDLE_X, HEAD_Y, rx, ry).geometry()])), ink)


def angle_out(turn: float) -> float:
    """1 to the sides, 0 straight up or down: how far the longer half of a head counts towards `turn`."""
    quarter = abs((turn + 180) % 180 - 90) / 90
    return 1 - quarter


def _cheek_fur(pen: Pen) -> None:
    """Pointed fur at both sides of the jaw: a wolf, a lynx, a Maine coon."""
    s = pen.species
    turns = tuple(side * turn for side in SIDES for turn in (98, 112, 126, 140))
    _tufts(pen, s.light if "cheeks" in s.marks else s.base, turns, 74, 84)


def _fluff(pen: Pen) -> None:
    """Fur that stands out all around: a Pomeranian, a Samoyed."""
    s = pen.species
    _tufts(pen, s.base, tuple(15.0 * k for k in range(24)), 84, 92)


def _curls(pen: Pen) -> None:
    """A head of curls: a poodle, a bichon."""
    rx, ry = pen.species.head
    rings = [
        circle(MIDDLE_X + rx * 0.86 * polar(0, 0, 1, 24 * k)[0], HEAD_Y - 16 + ry * 0.9 * polar(0, 0, 1, 24 * k)[1], 74)
        for k in range(15)
    ]
    pen.part(
        Path.from_geometry(unary_union([ring.geometry() for ring in rings])),
        pen.species.base,
    )


def _long_hair(pen: Pen) -> None:
    """Hair that falls straight from the crown to the floor on both sides: a Yorkie, a Maltese."""
    s = pen.species
    for side in SIDES:
        fall = "M20 -196C190 -250 320 -130 330 40C340 160 366 260 346 360L306 336L282 372L248 340L216 366L180 300Z"
        pen.part(mirrored(fall, side), s.ear or s.base)
        for out in (262, 300):
            strand = Path.lines([at(side, out - 16, HEAD_Y + 20), at(side, out + 8, HEAD_Y + 250)], closed=False)
            pen.canvas.stroke(strand, mix(s.ear or s.base, s.dark, 0.5), 12)


def _ram_horns(pen: Pen) -> None:
    """Curled round beside the cheeks."""
    for side in SIDES:
        x, y = at(side, 262, HEAD_Y - 30)
        turns = [polar(x, y, 150 - 4.6 * k, side * (-60 + 22 * k)) for k in range(22)]
        pen.part(limb(turns, 62, 12), "#d9bd8f")
        for k in range(2, 18, 3):
            a, b = polar(x, y, 190 - 4.6 * k, side * (-60 + 22 * k)), polar(x, y, 118 - 3 * k, side * (-60 + 22 * k))
            pen.canvas.stroke(Path.lines([a, b], closed=False), "#a5844f", 9)


def _long_horns(pen: Pen) -> None:
    """As wide as two heads, turned up at the tips."""
    for side in SIDES:
        bend = curve(
            at(side, 90, HEAD_Y - 150),
            at(side, 330, HEAD_Y - 170),
            at(side, 480, HEAD_Y - 130),
            at(side, 520, HEAD_Y - 300),
        )
        pen.part(limb(bend, 40, 8), "#f1e2c4")
        pen.canvas.fill(limb(bend[-5:], 17, 6), "#8a6a4a")


def _great_antlers(pen: Pen) -> None:
    """An elk's: up and out in one sweep, with five tines."""
    for side in SIDES:
        beam = curve(at(side, 64, 230), at(side, 130, 130), at(side, 320, 150), at(side, 330, 0), 16)
        tines = [
            limb([beam[k], at(side, out, top)], 15, 8)
            for k, out, top in ((3, 90, 70), (6, 176, 30), (9, 252, 6), (12, 414, 60))
        ]
        whole = unary_union([part.geometry() for part in (limb(beam, 24, 11), *tines)])
        pen.part(Path.from_geometry(whole.simplify(0.6)), "#b58b5a")


def _sprout(pen: Pen) -> None:
    """Hair tied up on the crown."""
    top = HEAD_Y - pen.species.head[1] + 16
    locks = [
        limb(
            curve(
                (MIDDLE_X, top),
                (MIDDLE_X + lean * 0.3, top - 96),
                (MIDDLE_X + lean, top - 110),
                (MIDDLE_X + lean * 1.3, top - 14),
            ),
            30,
            10,
        )
        for lean in (-66.0, 66.0, 0.0)
    ]
    pen.part(Path.from_geometry(unary_union([lock.geometry() for lock in locks])), pen.species.ear or pen.species.light)


BEHIND: Mapping[str, Mark] = {
    "cheek fur": _cheek_fur,
    "fluff": _fluff,
    "curls": _curls,
    "long fall": _long_hair,
    "sprout": _sprout,
    "great antlers": _great_antlers,
    "long horns": _long_horns,
    "ram horns": _ram_horns,
}


# --- on the face


def _tan_points(pen: Pen) -> None:
    """Black and tan: a dot over each eye, and tan cheeks beside the muzzle."""
    s, (rx, ry) = pen.species, pen.species.head
    tan = s.feet or s.light
    pen.both(lambda side: oval(*at(side, s.eyes[1] - 14, HEAD_Y + s.eyes[2] - 76), 32, 22, side * -16), tan)
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.both(lambda side: oval(*at(side, rx * 0.5, HEAD_Y + ry * 0.66), 116, 78, side * -24), tan)


def _wide_blaze(pen: Pen) -> None:
    """White from the crown down, wide at the muzzle, with colour left around both eyes."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        y = HEAD_Y
        strip = f"M{MIDDLE_X - 40} {y - ry - 10}L{MIDDLE_X + 40} {y - ry - 10}C{MIDDLE_X + 50} {y - 70} {MIDDLE_X + 40} {y - 10} {MIDDLE_X + 120} {y + 40}C{MIDDLE_X + 200} {y + 90} {MIDDLE_X + 200} {y + 240} {MIDDLE_X} {y + 250}C{MIDDLE_X - 200} {y + 240} {MIDDLE_X - 200} {y + 90} {MIDDLE_X - 120} {y + 40}C{MIDDLE_X - 40} {y - 10} {MIDDLE_X - 50} {y - 70} {MIDDLE_X - 40} {y - ry - 10}Z"
        pen.canvas.fill(Path.parse(strip), s.light)


def _husky_mask(pen: Pen) -> None:
    """A white face below a dark cap that comes down between the eyes, with white brows."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        face = "M0 -40C40 -70 60 -120 110 -124C170 -120 190 -60 186 0C220 40 250 90 300 120L300 300L0 300Z"
        pen.both(lambda side: mirrored(face, side), s.light)
        pen.canvas.fill(leaf(MIDDLE_X, HEAD_Y + 44, 150, 74, 0), s.base)


def _dark_mask(pen: Pen) -> None:
    """Dark from the eyes to the chin: a shepherd, a boxer, a Great Dane."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 100, rx * 0.68, 132, 2.2), mix(s.base, s.dark, 0.72))
        pen.canvas.fill(leaf(MIDDLE_X, HEAD_Y + 30, 190, 96, 0), mix(s.base, s.dark, 0.72))


def _merle(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        for x, y, r in ((-0.72, -0.3, 62), (-0.44, -0.78, 44), (0.56, -0.6, 60), (0.86, 0.02, 48), (-0.86, 0.24, 40)):
            pen.canvas.fill(blob(MIDDLE_X + x * rx, HEAD_Y + y * ry, r, r * 0.72, 2.0), s.dark)


def _tabby(pen: Pen) -> None:
    """The M on the brow, and two bars on each cheek."""
    s, (rx, ry) = pen.species, pen.species.head
    ink = mix(s.base, s.dark, 0.85)
    for x, length in ((-96, 66), (-46, 104), (0, 78), (46, 104), (96, 66)):
        pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry + 2 + abs(x) * 0.16, length, 22, 180 - x * 0.1), ink)
    for side in SIDES:
        for drop, length in ((22, 92), (74, 84)):
            pen.canvas.fill(leaf(*at(side, rx * (1.0 - drop * 0.0006), HEAD_Y + drop), length, 20, side * -84), ink)


def _tortie(pen: Pen) -> None:
    """Black and ginger, mixed, one half of the nose in each."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X + rx * 0.52, HEAD_Y - 36, 118, 128, 20), s.light)
        for x, y, a, b, turn in ((-0.8, 0.3, 74, 52, 40), (-0.5, -0.8, 70, 46, -20), (0.2, 0.92, 96, 40, 0)):
            pen.canvas.fill(oval(MIDDLE_X + x * rx, HEAD_Y + y * ry, a, b, turn), s.light)
        for x, y, r in ((0.78, -0.5, 36), (0.5, 0.12, 30), (0.9, 0.2, 34)):
            pen.canvas.fill(circle(MIDDLE_X + x * rx, HEAD_Y + y * ry, r), s.base)


def _calico(pen: Pen) -> None:
    """White with a ginger patch over one eye and a black one over the other."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.canvas.fill(oval(MIDDLE_X + rx * 0.58, HEAD_Y - ry * 0.5, 128, 116, 30), s.dark)
        pen.canvas.fill(oval(MIDDLE_X - rx * 0.62, HEAD_Y - ry * 0.62, 116, 96, -30), s.ear or INK)


def _soft_chin(pen: Pen) -> None:
    """Soft hair around the muzzle, as small long-haired dogs have it."""
    s = pen.species
    locks = [
        leaf(MIDDLE_X, HEAD_Y + 96, 152 - abs(turn - 180) * 0.16, 62, turn).geometry() for turn in range(96, 265, 24)
    ]
    pen.part(Path.from_geometry(unary_union(locks)), s.snout or s.light)


def _siamese_mask(pen: Pen) -> None:
    """Dark around the eyes, with a light inverted V: a ragdoll."""
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.both(
            lambda side: oval(*at(side, rx * 0.5, HEAD_Y - ry * 0.34), 124, 110, side * 24), mix(s.base, s.dark, 0.8)
        )


def _tears(pen: Pen) -> None:
    """A cheetah's dark lines from the eyes to the mouth."""
    s = pen.species
    x, y = s.eyes[1] - 18, s.eyes[2] + 16
    pen.both(
        lambda side: mirrored(
            f"M{x} {y}C{x - 20} {y + 50} {x - 30} {y + 90} {x - 18} {y + 150}C{x - 50} {y + 110} {x - 50} {y + 50} {x - 26} {y - 6}Z",
            side,
        ),
        s.dark,
    )


def _red_eyes(pen: Pen) -> None:
    """A tree frog's, with upright pupils, over those that every frog has."""
    y = HEAD_Y - 152
    pen.both(lambda side: circle(*at(side, 150, y), 62), "#e2413c")
    pen.both(lambda side: oval(*at(side, 146, y + 4), 17, 44), INK)
    pen.both(lambda side: circle(MIDDLE_X + side * 146 - 16, y - 24, 13), "#ffffff")


def _heart_face(pen: Pen) -> None:
    """A barn owl's."""
    s, y = pen.species, HEAD_Y
    heart = f"M{MIDDLE_X} {y + 150}C{MIDDLE_X - 150} {y + 120} {MIDDLE_X - 236} {y - 20} {MIDDLE_X - 150} {y - 130}C{MIDDLE_X - 90} {y - 180} {MIDDLE_X - 20} {y - 140} {MIDDLE_X} {y - 90}C{MIDDLE_X + 20} {y - 140} {MIDDLE_X + 90} {y - 180} {MIDDLE_X + 150} {y - 130}C{MIDDLE_X + 236} {y - 20} {MIDDLE_X + 150} {y + 120} {MIDDLE_X} {y + 150}Z"
    pen.part(Path.parse(heart), s.light)


def _dark_stripe(pen: Pen) -> None:
    """From between the eyes over the crown, and a ring around each eye: a sugar glider."""
    s, (rx, ry) = pen.species, pen.species.head
    radius, apart, drop = s.eyes
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.both(
            lambda side: oval(*at(side, apart + 8, HEAD_Y + drop - 16), radius * 1.8, radius * 2.0, side * 24), s.dark
        )
        pen.canvas.fill(leaf(MIDDLE_X, HEAD_Y + 46, ry + 70, 64, 0), s.dark)


MARKS: Mapping[str, Mark] = {
    "dark stripe": _dark_stripe,
    "heart face": _heart_face,
    "red frog eyes": _red_eyes,
    "siamese mask": _siamese_mask,
    "tears": _tears,
    "soft chin": _soft_chin,
    "tan points": _tan_points,
    "wide blaze": _wide_blaze,
    "husky mask": _husky_mask,
    "dark mask": _dark_mask,
    "merle": _merle,
    "tabby": _tabby,
    "tortie": _tortie,
    "calico": _calico,
}


# --- over the face


def _beard_and_brows(pen: Pen) -> None:
    """A schnauzer's: bushy eyebrows, and a square beard below the nose."""
    s = pen.species
    ink = s.snout or s.light
    for side in SIDES:
        brow = [leaf(*at(side, 46, HEAD_Y - 46), 112 - 14 * k, 40, side * (96 - 26 * k)).geometry() for k in range(3)]
        pen.part(Path.from_geometry(unary_union(brow)), ink)
    locks = [
        limb([(MIDDLE_X + x, HEAD_Y + 118), (MIDDLE_X + x * 1.25, HEAD_Y + 204 - abs(x) * 0.3)], 40, 14)
        for x in (-104, -52, 0, 52, 104)
    ]
    pen.part(Path.from_geometry(unary_union([lock.geometry() for lock in locks])), ink)
    smile = Path((("M", (MIDDLE_X - 44, HEAD_Y + 112)), ("Q", (MIDDLE_X, HEAD_Y + 150, MIDDLE_X + 44, HEAD_Y + 112))))
    pen.canvas.stroke(smile, mix(ink, INK, 0.8), 11)


def _jowls(pen: Pen) -> None:
    """Lips that hang beside the chin."""
    s = pen.species
    ink = s.snout or s.light
    pen.canvas.fill(rounded_rect(MIDDLE_X - 40, HEAD_Y + 130, 80, 62, 26), mix(ink, INK, 0.5))
    flews = [mirrored("M0 84C40 66 128 84 138 150C142 212 66 222 44 176C32 150 10 140 0 132Z", side) for side in SIDES]
    whole = Path.from_geometry(unary_union([flew.geometry().buffer(1) for flew in flews]))
    pen.canvas.stroke(whole, mix(ink, INK, 0.72), LINE * 1.6)
    pen.canvas.fill(whole, ink)
    pen.canvas.stroke(
        Path.lines([(MIDDLE_X, HEAD_Y + 84), (MIDDLE_X, HEAD_Y + 132)], closed=False), mix(ink, INK, 0.72), 11
    )


def _underbite(pen: Pen) -> None:
    """Two lower teeth that show."""
    for side in SIDES:
        pen.canvas.fill(
            mirrored("M44 178L76 178L60 140Z", side),
            "#ffffff",
        )


def _wrinkles(pen: Pen) -> None:
    ink = mix(pen.species.base, INK, 0.42)
    for drop, reach in ((-98, 44), (-66, 70)):
        fold = f"M{MIDDLE_X - reach} {HEAD_Y + drop + 14}Q{MIDDLE_X} {HEAD_Y + drop - 22} {MIDDLE_X + reach} {HEAD_Y + drop + 14}"
        pen.canvas.stroke(Path.parse(fold), ink, 12)


def _nose_ring(pen: Pen) -> None:
    ring = Path.parse(
        f"M{MIDDLE_X - 34} {HEAD_Y + 84}C{MIDDLE_X - 60} {HEAD_Y + 170} {MIDDLE_X + 60} {HEAD_Y + 170} {MIDDLE_X + 34} {HEAD_Y + 84}"
    )
    pen.canvas.stroke(ring, INK, 30)
    pen.canvas.stroke(ring, "#f3bf4b", 15)


def _droopy_lids(pen: Pen) -> None:
    """A bloodhound's sad eyes."""
    s = pen.species
    radius, apart, drop = s.eyes
    for side in SIDES:
        lid = oval(*at(side, apart, HEAD_Y + drop - radius * 0.95), radius * 1.5, radius * 0.86, side * 24)
        pen.canvas.fill(lid, mix(s.base, s.dark, 0.35))


OVER: Mapping[str, Mark] = {
    "beard and brows": _beard_and_brows,
    "jowls": _jowls,
    "underbite": _underbite,
    "wrinkles": _wrinkles,
    "droopy lids": _droopy_lids,
    "nose ring": _nose_ring,
}
