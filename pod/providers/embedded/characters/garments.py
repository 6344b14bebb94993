"""Glasses, what is tied around a neck, clothes on the body, and the bowl of a space suit."""

from __future__ import annotations

import math

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, ring, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import (
    BODY_Y,
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
    oval,
)

_RED, _GOLD, _CREAM = "#d9503f", "#f3bf4b", "#fbf2df"


# --- before the eyes


def _eye_line(pen: Pen) -> tuple[float, float, float]:
    """Radius of a lens, distance from the middle, height."""
    _, apart, drop = pen.species.eyes
    return min(92.0, apart - 16), apart, HEAD_Y + drop


def laser_eyes(pen: Pen) -> None:
    """Two beams out of the eyes, downwards and outwards."""
    r, apart, y = _eye_line(pen)
    for side in SIDES:
        start, end = at(side, apart, y), at(side, apart + 430, y + 330)
        for ink, width in (("#26222e", 0.62), ("#f0352f", 0.46), ("#ffd9c9", 0.16)):
            pen.canvas.fill(limb([start, end], r * width, r * width * 1.7), ink)
        pen.canvas.fill(circle(*start, r * 0.8), "#f0352f")
        pen.canvas.fill(circle(*start, r * 0.4), "#ffd9c9")


def sunglasses(pen: Pen) -> None:
    r, apart, y = _eye_line(pen)
    lens = f"M{-r} {-r * 0.62}Q0 {-r * 0.78} {r} {-r * 0.62}C{r * 1.04} {r * 0.3} {r * 0.6} {r * 0.84} 0 {r * 0.84}C{-r * 0.6} {r * 0.84} {-r * 1.04} {r * 0.3} {-r} {-r * 0.62}Z"
    bridge = limb([(MIDDLE_X - apart, y - r * 0.5), (MIDDLE_X + apart, y - r * 0.5)], 12, 12)
    arms = [
        limb([at(side, apart + r * 0.9, y - r * 0.46), at(side, pen.species.head[0] - 6, y - r * 0.62)], 10, 9)
        for side in SIDES
    ]
    for path in (bridge, *arms):
        pen.canvas.fill(path, "#26222e")
    for side in SIDES:
        pen.part(Path.parse(lens).transformed(Transform.move(*at(side, apart, y))), "#26222e")
        glint = f"M{-r * 0.62} {-r * 0.34}L{-r * 0.2} {-r * 0.38}L{-r * 0.5} {r * 0.4}Q{-r * 0.72} {r * 0.1} {-r * 0.62} {-r * 0.34}Z"
        pen.canvas.fill(Path.parse(glint).transformed(Transform.move(*at(side, apart, y))), "#6d6880")


def glasses(pen: Pen) -> None:
    r, apart, y = _eye_line(pen)
    r = min(r, 76.0)
    for side in SIDES:
        pen.canvas.fill(circle(*at(side, apart, y), r), "#ffffff", 0.28)
        pen.canvas.fill(ring(*at(side, apart, y), r + 9, r - 8), INK, evenodd=True)
        pen.canvas.fill(limb([at(side, apart + r, y - 8), at(side, pen.species.head[0] - 8, y - 22)], 8, 7), INK)
    gap = apart - r
    bridge = Path((("M", (MIDDLE_X - gap, y - 6)), ("Q", (MIDDLE_X, y - 34, MIDDLE_X + gap, y - 6))))
    pen.canvas.stroke(bridge, INK, 16)


def monocle(pen: Pen) -> None:
    r, apart, y = _eye_line(pen)
    r = min(r, 84.0)
    chain = Path.parse(
        f"M{MIDDLE_X + apart + r * 0.8} {y + r * 0.7}Q{MIDDLE_X + apart + 110} {y + 230} {MIDDLE_X + apart + 20} {y + 320}"
    )
    pen.canvas.stroke(chain, INK, 22)
    pen.canvas.stroke(chain, _GOLD, 9)
    pen.canvas.fill(circle(*at(1, apart, y), r), "#ffffff", 0.28)
    pen.canvas.fill(ring(*at(1, apart, y), r + 18, r - 14), INK, evenodd=True)
    pen.canvas.fill(ring(*at(1, apart, y), r + 11, r - 7), _GOLD, evenodd=True)


def eye_mask(pen: Pen) -> None:
    r, apart, y = _eye_line(pen)
    lens = circle(*at(-1, apart, y), r).geometry().union(circle(*at(1, apart, y), r).geometry())
    whole = lens.union(limb([at(-1, apart, y), at(1, apart, y)], r * 0.62, r * 0.62).geometry())
    holes = [circle(*at(side, apart, y), pen.species.eyes[0] * 1.7 + 6).geometry() for side in SIDES]
    pen.canvas.fill(Path.from_geometry(whole.difference(holes[0]).difference(holes[1])), "#c63d3f")


def eye_patch(pen: Pen) -> None:
    r, apart, y = _eye_line(pen)
    strap = limb([at(-1, pen.species.head[0] * 0.86, y - 110), at(1, pen.species.head[0] * 0.9, y + 10)], 9, 9)
    pen.canvas.fill(strap, "#2c2733")
    pen.canvas.fill(blob(*at(1, apart, y), r * 0.66, r * 0.62, 2.2, 0.1), "#2c2733")


# --- at the neck


def _neck_y(pen: Pen) -> float:
    return HEAD_Y + pen.species.head[1] + 8


def pearls(pen: Pen) -> None:
    y = _neck_y(pen)
    for k in range(13):
        share = k / 6 - 1
        pen.part(circle(MIDDLE_X + 190 * share, y - 20 + 84 * (1 - share * share), 25), "#fdf3f0")


def scarf(pen: Pen) -> None:
    y = _neck_y(pen)
    pen.part(Path.parse("M-30 0L66 0L86 190L-6 196Z").transformed(Transform.move(MIDDLE_X + 84, y + 6)), _RED)
    pen.part(blob(MIDDLE_X, y + 8, 206, 52, 2.8), _RED)
    for x in (-130, -50, 30, 110):
        pen.canvas.stroke(Path.lines([(MIDDLE_X + x, y - 34), (MIDDLE_X + x + 24, y + 50)], closed=False), _CREAM, 16)
    for k in (0.62, 0.82):
        pen.canvas.stroke(
            Path.lines([(MIDDLE_X + 66 + 10 * k, y + 196 * k), (MIDDLE_X + 152 + 14 * k, y + 192 * k)], closed=False),
            _CREAM,
            14,
        )


_GOLD = "#f3bf4b"


def gold_chain(pen: Pen) -> None:
    """Thick links down on the chest, and a disc on the lowest."""
    y = _neck_y(pen)
    drop, wide = 150.0, 172.0
    for k in range(11):
        share = k / 5 - 1
        turn = -62 * share
        pen.part(oval(MIDDLE_X + wide * share, y - 16 + drop * (1 - share * share), 30, 21, turn), _GOLD)
        pen.canvas.fill(
            oval(MIDDLE_X + wide * share, y - 16 + drop * (1 - share * share), 11, 5, turn), mix(_GOLD, INK, 0.5)
        )
    pen.part(circle(MIDDLE_X, y + drop + 48, 54), _GOLD)
    pen.canvas.fill(circle(MIDDLE_X, y + drop + 48, 34), mix(_GOLD, "#ffffff", 0.4))


def collar(pen: Pen) -> None:
    """A band with a tag, as dogs and cats wear it."""
    y = _neck_y(pen)
    pen.part(Path.parse("M-176 -26Q0 46 176 -26L180 22Q0 98 -180 22Z").transformed(Transform.move(MIDDLE_X, y)), _RED)
    pen.part(circle(MIDDLE_X, y + 92, 38), "#f3bf4b")


def bow_tie(pen: Pen) -> None:
    y = _neck_y(pen) + 42
    for side in SIDES:
        wing = Path.parse("M0 0C40 -54 100 -62 116 -48C128 -10 128 20 116 50C90 62 40 50 0 0Z")
        pen.part(wing.transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))), _RED)
    pen.part(rounded_rect(MIDDLE_X - 27, y - 30, 54, 60, 18), mix(_RED, INK, 0.25))


def necktie(pen: Pen) -> None:
    y = _neck_y(pen) + 14
    pen.part(Path.parse("M-26 40L26 40L50 196L0 244L-50 196Z").transformed(Transform.move(MIDDLE_X, y)), "#3f6f9f")
    pen.part(Path.parse("M-38 0L38 0L26 46L-26 46Z").transformed(Transform.move(MIDDLE_X, y)), "#3f6f9f")


def bandana(pen: Pen) -> None:
    y = _neck_y(pen) - 12
    pen.part(
        Path.parse("M-196 0Q0 64 196 0Q150 84 0 178Q-150 84 -196 0Z").transformed(Transform.move(MIDDLE_X, y)), _RED
    )
    for x, dy in ((-88, 50), (0, 66), (88, 50), (-40, 104), (40, 104)):
        pen.canvas.fill(circle(MIDDLE_X + x, y + dy, 12), _CREAM)


def stethoscope(pen: Pen) -> None:
    y = _neck_y(pen) - 10
    loop = Path(
        (
            ("M", (MIDDLE_X - 132, y - 10)),
            ("C", (MIDDLE_X - 120, y + 130, MIDDLE_X + 120, y + 130, MIDDLE_X + 132, y - 10)),
        )
    )
    tube = Path((("M", (MIDDLE_X, y + 96)), ("L", (MIDDLE_X, y + 150))))
    for path in (loop, tube):  # down the middle, between arms that hang
        pen.canvas.stroke(path, "#f4f6f8", 46)
    for path in (loop, tube):
        pen.canvas.stroke(path, "#34435c", 28)
    pen.part(circle(MIDDLE_X, y + 178, 50), "#e4e9ef")
    pen.canvas.fill(circle(MIDDLE_X, y + 178, 22), "#8b97a8")


# --- on the body


def _on_body(pen: Pen, paint: str, shape: str) -> None:
    """A garment cut at the body's own outline."""
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        pen.canvas.stroke(Path.parse(shape), INK, 2 * LINE)
        pen.canvas.fill(Path.parse(shape), paint)


def apron(pen: Pen) -> None:
    colour = "#4f8f8a"
    pen.parts(lambda side: limb([at(side, 108, 690), at(side, 136, 604)], 15, 15), colour)
    pen.part(Path.parse("M392 690Q512 706 632 690L664 900Q512 948 360 900Z"), colour)
    pen.canvas.fill(Path.parse("M450 816L574 816L568 872Q512 890 456 872Z"), mix(colour, INK, 0.28))


def sweater(pen: Pen) -> None:
    _on_body(pen, "#d9673f", "M280 560L744 560L760 872Q512 930 264 872Z")
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for y in (690, 756, 822):
            band = Path((("M", (280, y)), ("Q", (MIDDLE_X, y + 50, 744, y))))
            pen.canvas.stroke(band, _CREAM, 24)


def christmas_sweater(pen: Pen) -> None:
    """Red, with zigzags, snowflakes and a tree."""
    _on_body(pen, "#c2372f", "M280 560L744 560L760 872Q512 930 264 872Z")
    with pen.canvas.group(blob(MIDDLE_X, BODY_Y, 208, 186, 2.5, 0.12)):
        for y, ink in ((668, _CREAM), (868, "#3f8a4f")):
            zigzag = [(280 + 40 * k, y + (18 if k % 2 else -18)) for k in range(13)]
            pen.canvas.stroke(Path.lines(zigzag, closed=False), ink, 15)
        pen.canvas.fill(
            Path.parse(
                f"M{MIDDLE_X} 690L{MIDDLE_X + 62} 780L{MIDDLE_X + 34} 780L{MIDDLE_X + 76} 842L{MIDDLE_X - 76} 842L{MIDDLE_X - 34} 780L{MIDDLE_X - 62} 780Z"
            ),
            "#3f8a4f",
        )
        pen.canvas.fill(star(MIDDLE_X, 690, 26, 5, 0.45), "#f3c12f")
        for dx in (-140, 140):
            for k in range(3):
                a, b = polar(MIDDLE_X + dx, 776, 34, 60 * k), polar(MIDDLE_X + dx, 776, 34, 60 * k + 180)
                pen.canvas.stroke(Path.lines([a, b], closed=False), _CREAM, 10)


def leotard(pen: Pen) -> None:
    """A swirl of stones over the chest."""
    for k in range(9):
        x, y = polar(MIDDLE_X - 30, 770, 60 + 9 * k, 200 - 24 * k)
        pen.canvas.fill(circle(x, y, 11), "#fbe3f0")
    pen.canvas.stroke(Path.parse("M400 860Q500 800 520 700"), "#f3bf4b", 14)


def kilt(pen: Pen) -> None:
    """Pleated tartan from the waist to the knees, a sporran before it."""
    cloth = Path.parse("M316 790L708 790L770 962L254 962Z")
    pen.part(cloth, "#a8323a")
    with pen.canvas.group(cloth):
        for k in range(7):
            x = 270 + 80 * k
            pen.canvas.fill(Path.parse(f"M{x} 780L{x + 30} 780L{x + 38} 980L{x - 8} 980Z"), "#2f5a45")
            pen.canvas.stroke(Path.lines([(x + 56, 780), (x + 60, 980)], closed=False), "#f3d98a", 5)
        for y in (826, 900):
            pen.canvas.fill(rounded_rect(230, y, 570, 26, 2), "#2f5a45", 0.75)
            pen.canvas.stroke(Path.lines([(230, y + 46), (800, y + 46)], closed=False), "#f3d98a", 5)
    pen.part(rounded_rect(308, 766, 408, 42, 16), "#3a3040")
    pen.part(Path.parse("M460 806L564 806Q580 880 512 910Q444 880 460 806Z"), "#f2ead8")
    for dx in (-26, 0, 26):
        pen.canvas.stroke(Path.lines([(MIDDLE_X + dx, 860), (MIDDLE_X + dx, 920)], closed=False), "#3a3040", 12)


def tutu(pen: Pen) -> None:
    """Three stiff layers that stand out from the waist, the longest below."""
    for half, low, ink in ((400, 934, "#ee9cb8"), (350, 900, "#f7b6cb"), (280, 864, "#fbd3e0")):
        scallops = "".join(
            f"Q{MIDDLE_X + half - (2 * k + 1) * half / 7:.0f} {low + 46} {MIDDLE_X + half - (2 * k + 2) * half / 7:.0f} {low}"
            for k in range(7)
        )
        pen.part(Path.parse(f"M{MIDDLE_X - 170} 800L{MIDDLE_X + 170} 800L{MIDDLE_X + half} {low}{scallops}Z"), ink)
    pen.part(rounded_rect(MIDDLE_X - 182, 780, 364, 42, 20), "#e58aa8")


def raincoat(pen: Pen) -> None:
    """Down to the feet, with a collar and three buttons; the hood lies on the back."""
    coat = "M330 660C300 760 286 860 270 938Q512 990 754 938C738 860 724 760 694 660Q512 610 330 660Z"
    pen.part(Path.parse(coat), "#f4c93f")
    pen.canvas.stroke(Path.lines([(MIDDLE_X, 650), (MIDDLE_X, 958)], closed=False), mix("#f4c93f", INK, 0.4), 10)
    for side in SIDES:
        pen.part(
            Path.parse("M0 640L150 610L120 720Z").transformed(
                Transform.scale(side, 1).then(Transform.move(MIDDLE_X, 0))
            ),
            "#e0b12e",
        )
        pen.part(rounded_rect(MIDDLE_X + side * 118 - 52, 846, 104, 30, 12), "#e0b12e")
    for y in (746, 812, 878):
        pen.canvas.fill(circle(MIDDLE_X + 34, y, 13), INK)


def fairy_lights(pen: Pen) -> None:
    """A cord wound three times around, with bulbs in four colours."""
    for k, y in enumerate((690, 772, 854)):
        left, right = (MIDDLE_X - 196 - 8 * k, y), (MIDDLE_X + 196 + 8 * k, y + 30)
        cord = curve(left, (MIDDLE_X - 70, y + 70), (MIDDLE_X + 70, y + 70), right, 12)
        pen.canvas.stroke(Path.lines(cord, closed=False), "#3f7a56", 13)
        for i in range(1, 12, 2):
            x, at_y = cord[i]
            pen.part(oval(x, at_y + 22, 15, 22), ("#e2414a", "#f3bf4b", "#4f9fc0", "#6fae6a")[(i // 2 + k) % 4])


def overalls(pen: Pen) -> None:
    _on_body(pen, "#4a74a8", "M280 800Q512 846 744 800L760 960L264 960Z")
    pen.part(Path.parse("M420 712L604 712L622 836L402 836Z"), "#4a74a8")
    pen.parts(lambda side: limb([at(side, 84, 722), at(side, 120, 628)], 17, 17), "#4a74a8")
    pen.both(lambda side: circle(*at(side, 82, 728), 14), _GOLD)


def boots(pen: Pen) -> None:
    for side in SIDES:
        boot = "M-56 -96L46 -96L52 -30C92 -24 112 -4 112 34L-64 34Z"
        at_foot = Transform.scale(side * 1.16, 1.24).then(Transform.move(MIDDLE_X + side * 122, 914))
        pen.part(Path.parse(boot).transformed(at_foot), _RED)
        pen.canvas.fill(Path.parse("M-64 14L112 14L112 34L-64 34Z").transformed(at_foot), mix(_RED, INK, 0.42))
        pen.canvas.fill(Path.parse("M-56 -96L46 -96L48 -70L-58 -70Z").transformed(at_foot), mix(_RED, "#ffffff", 0.62))


def cowboy_boots(pen: Pen) -> None:
    """Tall shafts with a dip and stitches, a pointed toe, a heel."""
    leather, seam = "#9a5f35", "#f0d9a8"
    for side in SIDES:
        at_foot = Transform.scale(side, 1).then(Transform.move(MIDDLE_X + side * 112, 922))
        boot = "M-66 -150Q-4 -116 58 -150L54 -40C84 -24 124 0 136 34L-20 34L-24 22L-34 22L-34 34L-66 34Z"
        pen.part(Path.parse(boot).transformed(at_foot), leather)
        pen.canvas.fill(
            Path.parse("M-66 30L136 30L136 42L-20 42L-24 34L-66 46Z").transformed(at_foot), mix(leather, INK, 0.6)
        )
        for stitch in (
            "M-40 -100C-20 -70 12 -70 32 -100",
            "M-40 -72C-20 -42 12 -42 32 -72",
            "M66 -18C84 -22 98 -6 104 14",
        ):
            pen.canvas.stroke(Path.parse(stitch).transformed(at_foot), seam, 7)


def sneakers(pen: Pen) -> None:
    """Low shoes with a white sole, a white toe and laces."""
    for side in SIDES:
        at_foot = Transform.scale(side, 1).then(Transform.move(MIDDLE_X + side * 122, 916))
        shoe = "M-92 -44Q-60 -64 -20 -56L40 -30C92 -20 116 6 116 42L-96 42Z"
        pen.part(Path.parse(shoe).transformed(at_foot), "#d9503f")
        pen.part(Path.parse("M-100 24L120 24Q122 56 100 58L-84 58Q-104 54 -100 24Z").transformed(at_foot), "#fdfbf6")
        for x in (-14, 18):
            lace = Path.lines([(x, -34), (x + 22, -8)], closed=False).transformed(at_foot)
            pen.canvas.stroke(lace, "#fdfbf6", 11)


def slippers(pen: Pen) -> None:
    for side in SIDES:
        x, y = at(side, 126, 936)
        pen.part(blob(x, y, 82, 44, 2.6), "#ee8fa3")
        for ear in SIDES:
            pen.part(oval(x + ear * 30, y - 46, 15, 40, ear * 14), "#ee8fa3")
            pen.canvas.fill(circle(x + ear * 24, y - 6, 8), INK)


def life_jacket(pen: Pen) -> None:
    _on_body(pen, "#ee8a3c", "M270 640Q512 700 754 640L770 960L254 960Z")
    pen.part(Path.parse("M440 620L584 620L512 760Z"), _CREAM)
    for y in (790, 880):
        pen.canvas.fill(rounded_rect(330, y, 364, 30, 6), "#3d3a48")
        pen.part(rounded_rect(476, y - 10, 72, 50, 12), _GOLD)


def cape(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M372 610C300 720 214 850 176 944C300 980 420 930 512 950C604 930 724 980 848 944C810 850 724 720 652 610Z"
        ),
        "#c63d3f",
    )


_NIGHT, _LINING = "#2b2833", "#b32a3a"


def vampire_cape(pen: Pen) -> None:
    """Black, lined with red, its collar standing up behind the cheeks."""
    wide = "M372 600C290 710 196 850 150 960C300 990 420 940 512 960C604 940 724 990 874 960C828 850 734 710 652 600Z"
    pen.part(Path.parse(wide), _NIGHT)
    pen.canvas.fill(
        Path.parse(
            "M420 640C340 740 300 850 280 930C400 930 450 920 512 930C574 920 624 930 744 930C724 850 684 740 604 640Z"
        ),
        _LINING,
    )
    for side in SIDES:
        collar = f"M{MIDDLE_X + side * 60} 690L{MIDDLE_X + side * 330} 420Q{MIDDLE_X + side * 300} 600 {MIDDLE_X + side * 150} 720Z"
        pen.part(Path.parse(collar), _LINING)
        pen.canvas.stroke(
            Path.parse(f"M{MIDDLE_X + side * 318} 440Q{MIDDLE_X + side * 292} 600 {MIDDLE_X + side * 150} 712"),
            _NIGHT,
            22,
        )


def vampire_clasp(pen: Pen) -> None:
    """The cord in front, and two teeth."""
    y = _neck_y(pen)
    pen.part(blob(MIDDLE_X, y + 4, 150, 26, 2.8), _NIGHT)
    pen.part(circle(MIDDLE_X, y + 18, 34), _LINING)


def wings(pen: Pen) -> None:
    feathers = "M60 -10C150 -150 330 -210 430 -150C400 -130 420 -90 390 -70C420 -50 380 10 340 10C360 50 290 90 250 70C230 120 120 110 60 60Z"
    for side in SIDES:
        to = Transform.scale(side, 1).then(Transform.move(MIDDLE_X + side * 70, 700))
        pen.part(Path.parse(feathers).transformed(to), _CREAM)
        for d in ("M150 -40C240 -70 310 -80 360 -76", "M150 10C220 -10 280 -10 320 0"):
            pen.canvas.stroke(Path.parse(d).transformed(to), "#c9bfae", 10)


def cape_knot(pen: Pen) -> None:
    y = _neck_y(pen)
    pen.part(blob(MIDDLE_X, y + 4, 150, 34, 2.8), "#c63d3f")
    pen.part(star(MIDDLE_X, y + 24, 48), _GOLD)


def space_suit(pen: Pen) -> None:
    """The torso in white, with a panel; the arms and feet follow in `characters`."""
    pen.part(blob(MIDDLE_X, BODY_Y, 226, 196, 2.6, 0.1), "#f3f4f8")
    pen.canvas.fill(Path.parse("M300 826Q512 876 724 826L730 862Q512 914 294 862Z"), "#e2763f")
    pen.part(rounded_rect(MIDDLE_X - 92, 700, 184, 104, 26), "#c9cfdd")
    for x, ink in ((-48, "#d9503f"), (0, "#f3bf4b"), (48, "#4f9fc9")):
        pen.canvas.fill(circle(MIDDLE_X + x, 752, 19), ink)


def dome_back(pen: Pen) -> None:
    cx, cy, r = dome_of(pen)
    pen.part(circle(cx, cy, r), "#dcecf5")


def dome_front(pen: Pen) -> None:
    cx, cy, r = dome_of(pen)
    pen.canvas.fill(ring(cx, cy, r, r - 30), "#f3f4f8", evenodd=True)
    pen.canvas.fill(ring(cx, cy, r - 30, r - 38), INK, evenodd=True)
    shine = [polar(cx, cy, r - 74, a) for a in range(-62, -19, 4)]
    pen.canvas.fill(limb(shine, 17, 15), "#ffffff", 0.85)
    pen.canvas.fill(circle(*polar(cx, cy, r - 74, -8), 16), "#ffffff", 0.85)
    pen.part(blob(cx, cy + r - 14, r * 0.62, 44, 3.0), "#c9cfdd")


def dome_of(pen: Pen) -> tuple[float, float, float]:
    """A glass bowl around head and ears: middle and radius."""
    rx, ry = pen.species.head
    top = {"tall": 396, "long": 480, "banana": 384, "pointed": 338, "tufted": 368, "mouse": 292, "tufts": 318}.get(
        pen.species.ears, ry + 60
    )
    wide = {
        "gills": 470,
        "elephant": 440,
        "cow": 370,
        "deer": 330,
        "fluffy": 372,
        "droop": 330,
        "mouse": 330,
        "flop": 346,
    }.get(pen.species.ears, rx)
    low = ry + 10
    cy = HEAD_Y + (low - top) / 2
    reach = max((top + low) / 2, math.hypot(wide, 60), math.hypot(rx * 0.86, (top + low) / 2 - 40))
    return MIDDLE_X, cy, reach + 52
