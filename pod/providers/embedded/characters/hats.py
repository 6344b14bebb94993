"""Hats, and where they sit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, leaf, polar, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, MIDDLE_X, SIDES, Pen, at, blob, cloudlet, limb, oval

_RED, _TEAL, _GOLD, _CREAM, _WHITE = "#d9503f", "#3f8f8a", "#f3bf4b", "#fbf2df", "#fdfbf5"


def crown_of(pen: Pen) -> tuple[float, float]:
    """Where a hat's brim lies, and half its width: between the eyes of a frog, in front of everyone else's ears."""
    rx, ry = pen.species.head
    if pen.species.ears == "frog":
        return HEAD_Y - ry * 0.86, 92.0
    return HEAD_Y - ry * 0.76, min(rx * 0.66, 172.0)


def hat(pen: Pen, *pieces: tuple[str, str], lift: float = 0.0) -> None:
    """Pieces as (outline, ink), written around the middle of a brim 300 units wide."""
    y, half = crown_of(pen)
    to_head = Transform.scale(half / 150).then(Transform.move(MIDDLE_X, y + lift))
    for d, ink in pieces:
        pen.part(Path.parse(d).transformed(to_head), ink)


def on_hat(pen: Pen, path: Path, ink: str) -> None:
    y, half = crown_of(pen)
    pen.canvas.fill(path.transformed(Transform.scale(half / 150).then(Transform.move(MIDDLE_X, y))), ink)


def party_hat(pen: Pen) -> None:
    hat(pen, ("M-112 10Q-40 -160 0 -252Q40 -160 112 10Q0 48 -112 10Z", "#ef6f6c"))
    for d in ("M-84 -52Q0 -18 84 -52L64 -100Q0 -66 -64 -100Z", "M-46 -148Q0 -126 46 -148L28 -192Q0 -176 -28 -192Z"):
        on_hat(pen, Path.parse(d), "#fbe3a1")
    y, half = crown_of(pen)
    pen.part(circle(MIDDLE_X, y - 258 * half / 150, 36 * half / 150), "#f8d05c")


def top_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-106 -16L-118 -226Q0 -262 118 -226L106 -16Z", "#39344a"),
        ("M-190 -6C-160 -44 160 -44 190 -6C150 40 -150 40 -190 -6Z", "#39344a"),
    )
    on_hat(pen, Path.parse("M-109 -40Q0 -10 109 -40L112 -92Q0 -62 -112 -92Z"), _RED)


def striped_hat(pen: Pen) -> None:
    """Red and white, with a starred band."""
    hat(
        pen,
        ("M-110 -16L-128 -246Q0 -282 128 -246L110 -16Z", "#fdfbf5"),
        ("M-196 -6C-160 -44 160 -44 196 -6C150 40 -150 40 -196 -6Z", "#3f5f9f"),
    )
    for x in (-92, -34, 24, 82):
        on_hat(pen, Path.parse(f"M{x - 4} -96L{x * 1.13 - 6} -252L{x * 1.13 + 24} -254L{x + 24} -92Z"), _RED)
    on_hat(pen, Path.parse("M-113 -36Q0 -6 113 -36L117 -92Q0 -60 -117 -92Z"), "#3f5f9f")
    for x in (-78, -26, 26, 78):
        on_hat(pen, star(x, -58 + abs(x) * -0.06, 20), "#fdfbf5")


def wizard_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-128 -8C-76 -120 -60 -240 60 -330C52 -286 70 -270 104 -262C70 -226 84 -120 128 -8Z", "#5a4b9a"),
        ("M-216 -2C-160 -58 160 -58 216 -2C150 44 -150 44 -216 -2Z", "#5a4b9a"),
    )
    on_hat(pen, Path.parse("M-121 -26Q0 10 121 -26L110 -66Q0 -34 -110 -66Z"), _GOLD)
    for x, y, r in ((-28, -120, 30), (44, -176, 22), (34, -92, 16)):
        on_hat(pen, star(x, y, r), "#fbe08f")


def witch_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-120 -8C-76 -130 -40 -250 96 -318C76 -268 96 -240 132 -240C92 -190 96 -110 120 -8Z", "#43395c"),
        ("M-226 0C-170 -60 170 -60 226 0C160 46 -160 46 -226 0Z", "#43395c"),
    )
    on_hat(pen, Path.parse("M-113 -26Q0 10 113 -26L104 -70Q0 -38 -104 -70Z"), "#e9813f")
    on_hat(pen, Path.parse("M-26 -52L26 -52L26 -8L-26 -8Z"), _GOLD)


def crown(pen: Pen) -> None:
    hat(pen, ("M-124 18L-142 -138L-70 -72L0 -172L70 -72L142 -138L124 18Q0 52 -124 18Z", _GOLD))
    on_hat(pen, Path.parse("M-124 18Q0 52 124 18L126 -16Q0 18 -126 -16Z"), "#d8963a")
    for x, y, ink in ((0, -28, "#d9503f"), (-76, -38, "#4f9fc9"), (76, -38, "#4f9fc9")):
        on_hat(pen, circle(x, y, 19), ink)


def santa_hat(pen: Pen) -> None:
    hat(pen, ("M-138 -6C-120 -150 -10 -232 96 -206C176 -186 214 -120 222 -50C176 -104 140 -116 128 -6Z", "#d2403d"))
    y, half = crown_of(pen)
    k = half / 150
    pen.part(cloudlet(MIDDLE_X, y + 6 * k, 330 * k, 92 * k, 6), _WHITE)
    pen.part(circle(MIDDLE_X + 226 * k, y - 30 * k, 46 * k), _WHITE)


def cowboy_hat(pen: Pen) -> None:
    hat(
        pen,
        (
            "M-112 -12C-116 -120 -96 -176 -56 -176C-30 -176 -20 -154 0 -154C20 -154 30 -176 56 -176C96 -176 116 -120 112 -12Z",
            "#b9793f",
        ),
        (
            "M-252 -62C-220 -46 -160 -50 -112 -42C-50 -30 50 -30 112 -42C160 -50 220 -46 252 -62C240 16 120 44 0 44C-120 44 -240 16 -252 -62Z",
            "#b9793f",
        ),
    )
    on_hat(pen, Path.parse("M-112 -44Q0 -22 112 -44L113 -76Q0 -56 -113 -76Z"), "#6d4224")


def beanie(pen: Pen) -> None:
    hat(pen, ("M-140 10C-150 -130 -70 -180 0 -180C70 -180 150 -130 140 10Z", _TEAL))
    y, half = crown_of(pen)
    k = half / 150
    pen.part(rounded_rect(MIDDLE_X - 154 * k, y - 26 * k, 308 * k, 66 * k, 30 * k), mix(_TEAL, _CREAM, 0.35))
    pen.part(circle(MIDDLE_X, y - 190 * k, 44 * k), _CREAM)


def cap(pen: Pen) -> None:
    hat(
        pen,
        ("M-136 4C-146 -120 -70 -158 0 -158C70 -158 146 -120 136 4Z", "#4a7fb5"),
        ("M-60 -6C20 -44 160 -40 250 6C236 38 120 36 40 26C0 22 -40 16 -60 -6Z", "#345f8f"),
    )
    on_hat(pen, circle(0, -156, 16), "#345f8f")
    on_hat(pen, Path.parse("M-54 -110C-20 -124 20 -124 54 -110C62 -70 40 -48 0 -46C-40 -48 -62 -70 -54 -110Z"), _CREAM)


def flower_behind_the_ear(pen: Pen) -> None:
    """A large daisy at the temple, two leaves behind it."""
    rx, ry = pen.species.head
    x, y = MIDDLE_X + rx * 0.78, crown_of(pen)[0] + ry * 0.42
    for turn in (30, 96):
        pen.part(leaf(x, y, 130, 50, turn), "#6aa164")
    _bloom(pen, x, y, 72, "#fff6ea")


def crown_of_thorns(pen: Pen) -> None:
    """Twigs that are wound into a ring, with thorns."""
    y, half = crown_of(pen)
    for lift, ink in ((16, "#5b3a26"), (-10, "#7a5236")):
        for k in range(9):
            x = MIDDLE_X + half * 1.08 * (k - 4) / 4
            thorn = [(x - 15, y + lift), (x + 15, y + lift), (x + (18 if k % 2 else -18), y + lift - 62)]
            pen.part(Path.lines(thorn), ink)
        wave = [(MIDDLE_X + half * 1.14 * (k - 8) / 8, y + lift + (13 if k % 2 else -13)) for k in range(17)]
        pen.part(limb(wave, 17, 17), ink)


_MIXED = ("#f5a3b4", "#fff1e4", "#f3bf4b")


def crown_of_flowers(petals: Sequence[str], heart: str = "") -> Callable[[Pen], None]:
    """A wreath on the brow, its flowers in these colours by turns, each around a `heart`."""
    return partial(_flower_crown, petals, heart)


def _flower_crown(petals: Sequence[str], heart: str, pen: Pen) -> None:
    if "antlers" in pen.species.marks:
        _in_antlers(pen, petals, heart)
    y, half = crown_of(pen)
    for i in range(7):
        x = MIDDLE_X + half * 1.16 * (i - 3) / 3
        lift = 30 * (1 - ((i - 3) / 3) ** 2)
        for turn in (-60, 60):
            pen.canvas.fill(leaf(x, y - lift + 6, 62, 20, turn), "#6aa164")
    for i in (1, 5, 0, 6, 2, 4, 3):
        x = MIDDLE_X + half * 1.16 * (i - 3) / 3
        lift = 30 * (1 - ((i - 3) / 3) ** 2)
        r = 34 if i % 2 else 44
        _bloom(pen, x, y - lift, r, petals[i % len(petals)], heart)


flower_crown = crown_of_flowers(_MIXED)


_ON_ANTLERS = ((214, -30, 46), (96, 44, 38), (290, 60, 40), (140, 120, 44), (214, 60, 36))
"""Where flowers are wound into antlers: out from the middle, from the top, and how large."""


def _in_antlers(pen: Pen, petals: Sequence[str], heart: str) -> None:
    for side in SIDES:
        for k, (out, y, r) in enumerate(_ON_ANTLERS):
            x, _ = at(side, out, y)
            for turn in (-50, 50, 180):
                pen.part(leaf(x, y, r * 1.9, r * 0.7, turn), "#6aa164")
            _bloom(pen, x, y, r, petals[k % len(petals)], heart)


_BULBS = ("#f2c14e", "#e4572e", "#5fae57", "#4f9fc9", "#d64583")


def antler_lights(pen: Pen) -> None:
    """A string of coloured bulbs from one antler to the other; round the brow of who has none."""
    y, half = crown_of(pen)
    spots = [at(side, out, high)[:2] for side in (-1, 1) for out, high, _ in _ON_ANTLERS]
    spots = sorted(spots) if "antlers" in pen.species.marks else [(MIDDLE_X + half * (k - 3) / 3, y) for k in range(7)]
    pen.canvas.stroke(Path.lines(spots, closed=False), "#2f4f3a", 12)
    for k, (x, top) in enumerate(spots):
        ink = _BULBS[k % len(_BULBS)]
        pen.canvas.fill(circle(x, top + 20, 46), ink, 0.25)
        pen.part(oval(x, top + 26, 24, 32), ink)


def _bloom(pen: Pen, x: float, y: float, r: float, petal: str, heart: str = "") -> None:
    petals = [circle(*polar(x, y, r * 0.62, 72 * i), r * 0.52).geometry() for i in range(5)]
    whole = petals[0]
    for one in petals[1:]:
        whole = whole.union(one)
    pen.part(Path.from_geometry(whole), petal)
    pen.canvas.fill(circle(x, y, r * 0.36), heart or ("#e38a35" if petal != _GOLD else "#b9652c"))


def graduation_cap(pen: Pen) -> None:
    hat(
        pen,
        ("M-116 14L-116 -86L116 -86L116 14Q0 50 -116 14Z", "#3a3f58"),
        ("M0 -190L232 -104L0 -18L-232 -104Z", "#4a5070"),
    )
    y, half = crown_of(pen)
    k = half / 150
    x0, y0 = MIDDLE_X + 170 * k, y - 96 * k
    pen.canvas.stroke(
        Path.lines([(MIDDLE_X, y - 104 * k), (x0, y0), (x0 + 8 * k, y0 + 90 * k)], closed=False), _GOLD, 11
    )
    pen.part(rounded_rect(x0 - 14 * k, y0 + 70 * k, 44 * k, 70 * k, 16 * k), _GOLD)


def chef_hat(pen: Pen) -> None:
    y, half = crown_of(pen)
    k = half / 150
    pen.part(cloudlet(MIDDLE_X, y - 150 * k, 380 * k, 220 * k, 4), _WHITE)
    pen.part(
        Path.parse("M-118 14L-126 -110L126 -110L118 14Q0 48 -118 14Z").transformed(
            Transform.scale(k).then(Transform.move(MIDDLE_X, y))
        ),
        _WHITE,
    )
    for x in (-54, 0, 54):
        pen.canvas.stroke(
            Path.lines([(MIDDLE_X + x * k, y - 84 * k), (MIDDLE_X + x * k, y - 22 * k)], closed=False), "#cfc8ba", 8
        )


def straw_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-118 -16C-122 -130 -60 -160 0 -160C60 -160 122 -130 118 -16Z", "#edc878"),
        ("M-246 8C-190 -60 190 -60 246 8C170 48 -170 48 -246 8Z", "#edc878"),
    )
    on_hat(pen, Path.parse("M-118 -36Q0 -8 118 -36L119 -76Q0 -50 -119 -76Z"), _RED)


def pirate_hat(pen: Pen) -> None:
    hat(
        pen,
        (
            "M-226 -10C-170 -30 -160 -130 -92 -156C-40 -186 40 -186 92 -156C160 -130 170 -30 226 -10C150 50 -150 50 -226 -10Z",
            "#37333f",
        ),
    )
    on_hat(pen, Path.parse("M-200 -4C-130 40 130 40 200 -4L206 -16C130 22 -130 22 -206 -16Z"), _GOLD)
    on_hat(pen, circle(0, -84, 36), _CREAM)
    on_hat(pen, rounded_rect(-20, -64, 40, 34, 8), _CREAM)
    for x in (-14, 14):
        on_hat(pen, circle(x, -86, 9), "#37333f")


def viking_helmet(pen: Pen) -> None:
    y, half = crown_of(pen)
    k = half / 150
    for side in SIDES:
        horn = Path.parse("M104 -60C190 -60 246 -110 236 -216C306 -120 280 0 128 8Z")
        pen.part(horn.transformed(Transform.scale(side * k, k).then(Transform.move(MIDDLE_X, y))), "#f3e6c8")
    hat(pen, ("M-138 10C-146 -120 -70 -166 0 -166C70 -166 146 -120 138 10Z", "#9aa3b0"))
    on_hat(pen, Path.parse("M-138 10Q0 44 138 10L139 -34Q0 0 -139 -34Z"), "#6c7583")
    on_hat(pen, Path.parse("M-18 -166L18 -166L16 16L-16 16Z"), "#6c7583")


def sombrero(pen: Pen) -> None:
    hat(
        pen,
        (
            "M-330 -20C-300 -70 -240 -40 -150 -24C-90 -14 90 -14 150 -24C240 -40 300 -70 330 -20C300 60 160 70 0 70C-160 70 -300 60 -330 -20Z",
            "#e2b04f",
        ),
        ("M-112 -14C-108 -150 -70 -236 0 -236C70 -236 108 -150 112 -14Q0 22 -112 -14Z", "#e2b04f"),
    )
    on_hat(pen, Path.parse("M-112 -20Q0 16 112 -20L108 -72Q0 -38 -108 -72Z"), "#c63d3f")
    for x in (-250, -170, -85, 0, 85, 170, 250):
        on_hat(pen, circle(x, 44 - abs(x) * 0.1, 15), ("#3f8f8a", "#c63d3f")[x % 2])


def pilgrim_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-96 -10L-76 -236L76 -236L96 -10Z", "#39344a"),
        ("M-190 -4C-160 -40 160 -40 190 -4C150 40 -150 40 -190 -4Z", "#39344a"),
    )
    on_hat(pen, Path.parse("M-97 -36Q0 -10 97 -36L92 -86Q0 -60 -92 -86Z"), "#fbf2df")
    on_hat(pen, Path.parse("M-40 -98L40 -98L40 -14L-40 -14ZM-20 -76L-20 -36L20 -36L20 -76Z"), "#f3bf4b")


def hard_hat(pen: Pen) -> None:
    hat(
        pen,
        ("M-134 2C-142 -116 -70 -162 0 -162C70 -162 142 -116 134 2Z", "#f4bd3a"),
        ("M-190 2C-150 -30 150 -30 190 2C150 40 -150 40 -190 2Z", "#f4bd3a"),
    )
    on_hat(pen, Path.parse("M-24 -160L24 -160L22 -30L-22 -30Z"), "#d99a26")


def ribbon(pen: Pen) -> None:
    hat(
        pen,
        ("M0 -20C-60 -96 -140 -96 -150 -66C-160 -20 -150 22 -120 30C-80 34 -40 10 0 -20Z", "#ee7f96"),
        ("M0 -20C60 -96 140 -96 150 -66C160 -20 150 22 120 30C80 34 40 10 0 -20Z", "#ee7f96"),
        ("M-34 -22C-30 -50 30 -50 34 -22C30 12 -30 12 -34 -22Z", "#d85f7a"),
    )


def headphones(pen: Pen) -> None:
    rx, ry = pen.species.head
    band = [polar(MIDDLE_X, HEAD_Y + 4, 1.0, a) for a in range(-86, 87, 8)]
    arc = [(MIDDLE_X + (x - MIDDLE_X) * (rx + 16), HEAD_Y + 4 + (y - HEAD_Y - 4) * (ry + 30)) for x, y in band]
    pen.part(limb(arc, 34, 34), "#e8573f")
    pen.parts(lambda side: blob(*at(side, rx + 20, HEAD_Y + 22), 92, 128, 3.0), "#e8573f")
    pen.both(lambda side: blob(*at(side, rx + 32, HEAD_Y + 22), 50, 84, 3.0), "#fbd28a")


def earmuffs(pen: Pen) -> None:
    rx, ry = pen.species.head
    band = [polar(MIDDLE_X, HEAD_Y + 4, 1.0, a) for a in range(-86, 87, 8)]
    arc = [(MIDDLE_X + (x - MIDDLE_X) * (rx + 16), HEAD_Y + 4 + (y - HEAD_Y - 4) * (ry + 30)) for x, y in band]
    pen.part(limb(arc, 15, 15), "#fbf4e6")
    pen.parts(lambda side: blob(*at(side, rx + 8, HEAD_Y + 26), 78, 104, 2.3), "#ee8fa3")
    pen.both(lambda side: blob(*at(side, rx + 8, HEAD_Y + 20), 48, 66, 2.2), "#f6bcc8")


def crash_helmet(pen: Pen) -> None:
    """Over the skull and the cheeks, open before the face."""
    rx, ry = pen.species.head
    outside = [_on_head(rx + 36, ry + 40, a) for a in range(-112, 113, 8)]
    brow = [_on_head(rx - 14, ry * 0.5, a) for a in range(112, -113, -8)]
    pen.part(Path.lines([*outside, *brow]), "#d9503f")
    stripe = [_on_head(rx + 30, ry + 34, -9), _on_head(rx + 30, ry + 34, 9), _on_head(rx, ry * 0.54, 14)]
    pen.canvas.fill(Path.lines([*stripe, _on_head(rx, ry * 0.54, -14)]), "#fbf4e6")


def football_helmet(pen: Pen) -> None:
    crash_helmet(pen)
    rx, ry = pen.species.head
    for low, out in ((0.5, 0.98), (0.86, 0.8)):
        y = HEAD_Y + ry * low
        guard = Path.parse(f"M{MIDDLE_X - rx * out} {y - 20}Q{MIDDLE_X} {y + 60} {MIDDLE_X + rx * out} {y - 20}")
        pen.canvas.stroke(guard, INK, 40)
        pen.canvas.stroke(guard, "#c3ccd8", 22)


def _on_head(rx: float, ry: float, degrees: float) -> Point:
    """On an ellipse about the middle of the head, `degrees` from its top, clockwise."""
    (x, y) = polar(0, 0, 1, degrees)
    return MIDDLE_X + rx * x, HEAD_Y + ry * y
