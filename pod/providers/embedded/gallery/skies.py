"""Heavens, weather and wonders of nature: original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, ellipse, polar, rays, rect, rounded_rect, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    GLOW,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    RED,
    ROSE,
    SKY,
    STONE,
    TEAL,
    WHITE,
    C,
    Draw,
    leaves,
    moved,
)

_NIGHT, _ICE = "#2a2750", "#d3ebf5"


def _stars(pen: Pen, spots: tuple[tuple[float, float, float], ...], ink: str = CREAM) -> None:
    for k, (x, y, r) in enumerate(spots):
        pen.canvas.fill(sparkle(x, y, r * 2) if k % 3 == 0 else circle(x, y, r * 0.6), ink)


_FEW = ((140, 200, 26), (300, 90, 20), (850, 160, 20), (900, 420, 24), (90, 560, 18), (760, 70, 16), (930, 680, 20))


def _planet(ink: str, marks: str) -> Draw:
    """One of `_SURFACES` on a ball of `ink`."""

    def draw(pen: Pen) -> None:
        ball = circle(C, C, 470)
        pen.part(ball, ink)
        with pen.canvas.group(ball):
            _SURFACES[marks](pen, ink)
            shade = circle(C, C, 520).geometry().difference(circle(C - 90, C - 80, 500).geometry())
            pen.canvas.fill(Path.from_geometry(shade), mix(ink, INK, 0.35), 0.55)

    return draw


def _bands(pen: Pen, ink: str) -> None:
    for y, height, paint in (
        (150, 60, mix(ink, CREAM, 0.4)),
        (260, 90, mix(ink, "#a5502a", 0.45)),
        (400, 50, mix(ink, CREAM, 0.5)),
        (520, 110, mix(ink, "#a5502a", 0.3)),
        (700, 70, mix(ink, CREAM, 0.4)),
        (820, 60, mix(ink, "#a5502a", 0.45)),
    ):
        pen.canvas.fill(
            Path.parse(
                f"M0 {y}Q260 {y + 30} 512 {y}Q760 {y - 30} 1024 {y}L1024 {y + height}Q760 {y + height - 30} 512 {y + height}Q260 {y + height + 30} 0 {y + height}Z"
            ),
            paint,
        )
    pen.part(oval(670, 640, 150, 90, -6), "#c9503a")
    pen.canvas.fill(oval(670, 640, 96, 48, -6), "#e07a5a")


def _craters(pen: Pen, ink: str) -> None:
    for x, y, r in (
        (330, 300, 96),
        (620, 220, 60),
        (720, 480, 120),
        (400, 620, 84),
        (250, 500, 46),
        (600, 780, 70),
        (480, 420, 40),
        (820, 700, 50),
    ):
        pen.canvas.fill(circle(x, y, r), mix(ink, INK, 0.28))
        pen.canvas.fill(circle(x + r * 0.12, y + r * 0.14, r * 0.76), mix(ink, INK, 0.14))


def _rusty(pen: Pen, ink: str) -> None:
    _craters(pen, ink)
    pen.canvas.fill(Path.parse("M120 90Q512 240 900 90L900 0L120 0Z"), CREAM)
    pen.canvas.stroke(Path.parse("M120 560Q380 500 520 580Q700 660 930 590"), mix(ink, INK, 0.4), 30)


def _swirls(pen: Pen, ink: str) -> None:
    for y, lean in ((230, 40), (400, -30), (580, 40), (760, -20)):
        pen.canvas.stroke(
            Path.parse(f"M0 {y}Q260 {y + lean} 512 {y}Q760 {y - lean} 1024 {y}"), mix(ink, CREAM, 0.4), 44
        )


def _continents(pen: Pen, _ink: str) -> None:
    for d in (
        "M180 260C300 130 470 120 520 190C540 280 440 300 430 380C380 420 300 360 250 420C190 420 130 350 180 260Z",
        "M380 480C480 440 580 520 600 600C560 680 540 800 460 850C390 800 420 700 370 640C330 580 330 520 380 480Z",
        "M680 180C800 190 930 330 960 470C900 520 840 440 760 460C680 440 640 380 660 320C620 260 630 190 680 180Z",
        "M700 620C780 580 880 640 860 720C800 780 700 740 700 620Z",
    ):
        pen.part(Path.parse(d), GREEN)
    for x, y, w in ((300, 560, 220), (730, 540, 240), (520, 300, 170)):
        pen.canvas.fill(rounded_rect(x - w / 2, y, w, 40, 20), WHITE)


_SURFACES = {"bands": _bands, "craters": _craters, "rust": _rusty, "swirls": _swirls, "land": _continents}


_Bands = Sequence[tuple[float, str]]
_RINGS: _Bands = ((104, INK), (84, "#d9b98a"), (20, "#a5855a"))
_BRIGHT_RINGS: _Bands = (
    (150, INK), (130, "#d1493f"), (104, "#ee8a3c"), (80, "#f3d04f"), (56, "#4fa86a"), (32, "#4f8fd8"), (12, "#8a6cc0"),
)  # fmt: skip
"""How wide each is, the widest first."""


def _saturn(pen: Pen, bands: _Bands = _RINGS) -> None:
    back = [(C + 500 * math.cos(a), 520 + 150 * math.sin(a)) for a in (math.radians(d) for d in range(0, 361, 6))]
    _ring(pen, back, bands)
    ball = circle(C, 520, 300)
    pen.part(ball, "#ecc98a")
    with pen.canvas.group(ball):
        for y, paint in ((330, "#f6e0b0"), (450, "#d9a86a"), (640, "#f6e0b0"), (730, "#d9a86a")):
            pen.canvas.fill(rect(0, y, 1024, 50), paint)
    _ring(pen, [(x, y) for x, y in back if y >= 520], bands)


def _ring(pen: Pen, spots: Sequence[Point], bands: _Bands) -> None:
    """Through the spots, leaning."""
    leaning = Path.lines([(x, y - (x - C) * 0.24) for x, y in spots], closed=False)
    for width, ink in bands:
        pen.canvas.stroke(leaning, ink, width)


def _eclipse(pen: Pen) -> None:
    pen.part(rays(C, C, 330, 500, 24, 0.42), ORANGE)
    pen.part(circle(C, C, 400), GOLD)
    pen.canvas.fill(circle(C, C, 372), GLOW)
    pen.part(circle(C + 14, C + 10, 330), "#2b2740")
    for x, y, r in ((420, 430, 44), (600, 560, 66), (470, 640, 36), (610, 380, 30)):
        pen.canvas.fill(circle(x, y, r), "#3c3656")


def _black_hole(pen: Pen) -> None:
    for r, ink in ((300, ORANGE), (258, GOLD)):
        pen.part(circle(C, C, r + 24), ink)
    pen.part(ellipse(C, C, 500, 96), ORANGE)
    pen.canvas.fill(ellipse(C, C, 430, 64), GOLD)
    pen.canvas.fill(ellipse(C, C, 350, 34), CREAM)
    pen.part(circle(C, C, 232), "#17141f")
    lower = Path.parse("M12 520Q512 640 1012 520Q960 640 512 650Q64 640 12 520Z")
    pen.part(lower, ORANGE)
    pen.canvas.fill(Path.parse("M90 548Q512 640 934 548Q800 612 512 616Q224 612 90 548Z"), CREAM)


def _constellation(points: tuple[tuple[float, float], ...], lines: tuple[tuple[int, int], ...]) -> Draw:
    """Stars joined by lines, on a disc of night."""

    def draw(pen: Pen) -> None:
        pen.part(circle(C, C, 490), _NIGHT)
        for x, y, r in (
            (250, 240, 12),
            (760, 240, 10),
            (180, 560, 10),
            (860, 620, 12),
            (400, 860, 10),
            (640, 880, 12),
            (500, 120, 10),
            (330, 720, 9),
        ):
            pen.canvas.fill(circle(x, y, r), mix(_NIGHT, CREAM, 0.7))
        for a, b in lines:
            pen.canvas.stroke(Path.lines([points[a], points[b]], closed=False), mix(_NIGHT, GOLD, 0.7), 12)
        for at in points:
            pen.canvas.fill(sparkle(*at, 66, 0.2), GLOW)
            pen.canvas.fill(circle(*at, 20), WHITE)

    return draw


def _aurora(pen: Pen) -> None:
    frame = circle(C, C, 490)
    pen.part(frame, _NIGHT)
    with pen.canvas.group(frame):
        for dy, ink in ((0, "#2f7f7a"), (60, "#4fb592"), (130, "#8fdca0")):
            for x, lift in ((60, 0), (380, -60), (700, 20)):
                band = f"M{x} {620 + lift + dy}C{x + 60} {480 + lift} {x + 140} {560 + lift} {x + 200} {420 + lift + dy}C{x + 260} {300 + lift} {x + 330} {360 + lift} {x + 400} {240 + lift + dy}L{x + 360} {20 + dy}L{x - 40} {200 + dy}Z"
                pen.canvas.fill(Path.parse(band), ink, 0.8)
        _stars(pen, _FEW, WHITE)
        pen.canvas.fill(
            Path.parse("M0 780L220 560L380 720L560 520L760 740L900 620L1024 760L1024 1024L0 1024Z"), "#4a5a8f"
        )
        for peak in ("M220 560L280 622L220 660L170 612Z", "M560 520L630 600L560 650L500 590Z"):
            pen.canvas.fill(Path.parse(peak), WHITE)
        for x, tall in ((120, 220), (250, 280), (390, 200), (640, 240), (780, 300), (900, 210)):
            for k in range(3):
                w, y = tall * (0.32 - 0.08 * k), 960 - tall * (0.1 + 0.28 * k)
                pen.canvas.fill(Path.lines([(x - w, y), (x, y - tall * 0.44), (x + w, y)]), "#1f2f3f")
        pen.canvas.fill(rect(0, 930, 1024, 100), "#1f2f3f")


def _nebula(pen: Pen) -> None:
    frame = circle(C, C, 490)
    pen.part(frame, _NIGHT)
    with pen.canvas.group(frame):
        for x, y, w, h, ink in (
            (400, 420, 700, 420, "#5a3f94"),
            (620, 620, 640, 380, "#8a4aa0"),
            (430, 560, 500, 300, "#d9629a"),
            (600, 440, 380, 240, "#f29a8f"),
            (520, 520, 240, 150, "#fbd9a0"),
        ):
            pen.canvas.fill(cloudlet(x, y, w, h, 5), ink)
        _stars(pen, (*_FEW, (420, 470, 26), (640, 560, 22), (520, 760, 18), (500, 330, 20)), WHITE)


def _waterfall(pen: Pen) -> None:
    rock = "#7f8796"
    pen.part(Path.parse("M20 960L60 260Q90 200 200 210L330 190L360 960Z"), rock)
    pen.part(Path.parse("M1004 960L970 300Q930 220 830 230L700 190L664 960Z"), mix(rock, INK, 0.14))
    water = Path.parse("M330 200Q512 150 700 200L720 900Q512 980 310 900Z")
    pen.part(water, "#6fb5dc")
    with pen.canvas.group(water):
        for x, top, w in ((380, 230, 34), (470, 190, 46), (570, 240, 30), (650, 200, 30)):
            pen.canvas.fill(rounded_rect(x - w / 2, top, w, 620, w / 2), _ICE)
    for x, y in ((140, 420), (250, 640), (840, 480), (900, 700), (760, 640), (120, 760)):
        pen.canvas.fill(rounded_rect(x - 60, y, 120, 24, 12), mix(rock, INK, 0.32))
    for x, y, r in ((120, 220, 96), (250, 190, 84), (800, 220, 92), (920, 270, 84)):
        pen.part(circle(x, y, r), GREEN)
        pen.canvas.fill(circle(x - 24, y - 20, 26), LEAF)
    pen.part(blob(C, 920, 500, 90, 2.8), "#4f8fc0")
    for x, r in ((330, 84), (450, 100), (580, 100), (700, 84)):
        pen.part(circle(x, 880, r), WHITE)
    pen.canvas.fill(rect(330, 880, 370, 60), WHITE)


def _cave(pen: Pen) -> None:
    pen.part(Path.parse("M20 960C40 500 200 140 512 130C824 140 984 500 1004 960Z"), "#8a7f78")
    mouth = Path.parse("M210 960C220 640 330 380 512 380C694 380 804 640 814 960Z")
    pen.part(mouth, "#2b2630")
    with pen.canvas.group(mouth):
        for x, tall in ((300, 330), (400, 220), (500, 280), (610, 200), (700, 320)):
            pen.canvas.fill(Path.lines([(x - 46, 360), (x + 46, 360), (x, 380 + tall)]), "#6f6560")
        for x, tall in ((290, 150), (430, 220), (600, 180), (740, 140)):
            pen.canvas.fill(Path.lines([(x - 54, 970), (x + 54, 970), (x, 960 - tall)]), "#5a514f")
    for x, y in ((160, 640), (240, 380), (512, 240), (780, 380), (880, 660), (120, 820)):
        pen.canvas.fill(rounded_rect(x - 56, y, 112, 24, 12), mix("#8a7f78", INK, 0.3))
    leaves(pen, ((90, 970, 190, -30), (130, 970, 220, 6), (900, 970, 210, -6), (950, 970, 180, 28)), GREEN, 0.22)


def _volcano(pen: Pen) -> None:
    for x, y, r in ((512, 160, 130), (380, 210, 100), (650, 200, 104), (470, 80, 80), (580, 70, 76)):
        pen.part(circle(x, y, r), "#8d8a96")
    for x, y, r in ((512, 170, 110), (400, 214, 76), (630, 208, 80)):
        pen.canvas.fill(circle(x, y, r), "#8d8a96")
    pen.part(
        Path.parse(
            "M512 420C440 300 360 280 300 320C380 300 440 360 460 440L564 440C600 360 660 290 730 310C670 270 580 310 512 420Z"
        ),
        ORANGE,
    )
    cone = Path.parse("M20 960C200 900 300 620 370 420L654 420C724 620 824 900 1004 960Z")
    pen.part(cone, "#6f5a5f")
    pen.part(
        Path.parse(
            "M360 430Q512 380 664 430L690 520Q670 620 630 560Q600 520 580 620Q560 800 510 760Q480 640 450 640Q420 740 390 700Q380 600 340 540Z"
        ),
        RED,
    )
    pen.canvas.fill(
        Path.parse("M400 440Q512 410 624 440L610 500Q560 480 540 600Q510 680 490 580Q440 560 410 520Z"), GOLD
    )
    for x, y in ((250, 330), (790, 360), (200, 430), (850, 250)):
        pen.part(circle(x, y, 30), ORANGE)


def _iceberg(pen: Pen) -> None:
    """Most of it under water."""
    pen.part(Path.parse("M10 430L1014 430L1014 900Q512 1080 10 900Z"), "#3f86b5")
    pen.part(Path.parse("M150 430L874 430L780 640L640 820L520 960L400 800L260 660Z"), "#8fc4de")
    for d in ("M300 440L420 640L520 940", "M620 440L560 660L520 940"):
        pen.canvas.stroke(Path.parse(d), mix("#8fc4de", WHITE, 0.5), 14)
    pen.part(Path.parse("M230 430L330 230L430 270L540 60L660 220L720 200L800 430Z"), WHITE)
    pen.canvas.fill(Path.parse("M540 74L660 226L640 420L560 420L520 260Z"), _ICE)
    for x, y, w in ((90, 500, 120), (900, 520, 120), (120, 640, 90), (880, 700, 100)):
        pen.canvas.fill(rounded_rect(x - w / 2, y, w, 15, 7), SKY)


def _geyser(pen: Pen) -> None:
    for x, y, r in ((512, 150, 140), (360, 200, 110), (664, 200, 110), (430, 90, 84), (600, 90, 84)):
        pen.part(circle(x, y, r), WHITE)
    for x, y, r in ((512, 180, 130), (380, 214, 90), (644, 214, 90)):
        pen.canvas.fill(circle(x, y, r), WHITE)
    pen.part(Path.parse("M430 240Q512 210 594 240L570 820L454 820Z"), _ICE)
    for side in SIDES:
        pen.part(
            limb(
                curve((C + side * 40, 700), (C + side * 90, 380), (C + side * 190, 330), (C + side * 220, 520)), 22, 12
            ),
            _ICE,
        )
    pen.part(Path.parse("M120 960Q260 780 420 770Q512 850 604 770Q764 780 904 960Z"), "#b98a5a")
    pen.part(Path.parse("M10 980Q512 900 1014 980L1014 1010L10 1010Z"), TEAL)


def _shooting_star(pen: Pen) -> None:
    for k, ink in enumerate((ROSE, GOLD, TEAL)):
        pen.part(
            limb(
                curve(
                    (760 - 60 * k, 330 + 70 * k),
                    (560 - 60 * k, 420 + 90 * k),
                    (300, 620 + 90 * k),
                    (80 + 70 * k, 860 + 60 * k),
                ),
                34,
                10,
            ),
            ink,
        )
    five = "M0 -1L0.29 -0.36L0.98 -0.3L0.46 0.16L0.61 0.84L0 0.48L-0.61 0.84L-0.46 0.16L-0.98 -0.3L-0.29 -0.36Z"
    pen.part(moved(five, 700, 330, 310, turn=14), GLOW)


def _desert_plant(pen: Pen) -> None:
    """A tumbleweed on its way."""
    for k in range(11):
        turn, out = 33 * k, 400 - 46 * (k % 3)
        a, b = polar(560, 500, out, turn), polar(560, 500, 400 - 30 * (k % 2), turn + 150)
        m = polar(560, 500, 420 - 90 * (k % 2), turn + 74)
        for width, ink in ((36, INK), (18, ("#c99a5a", "#a9793f")[k % 2])):
            pen.canvas.stroke(Path((("M", a), ("Q", (*m, *b)))), ink, width)
        pen.canvas.stroke(Path.lines([b, polar(*b, 70, turn + 110)], closed=False), INK, 20)
    for x, y, w in ((10, 420, 130), (30, 620, 90), (60, 300, 80)):
        pen.canvas.fill(rounded_rect(x, y, w, 22, 11), STONE)
    pen.part(Path.parse("M60 950Q512 890 1000 950L1000 990L60 990Z"), "#e3c08a")


def _sunset_beach(pen: Pen) -> None:
    """The sun going down into the sea, a palm before it."""
    frame = circle(C, C, 490)
    pen.part(frame, "#f7b36a")
    with pen.canvas.group(frame):
        pen.canvas.fill(rect(0, 0, 1024, 260), "#ee7f6a")
        pen.canvas.fill(circle(C, 600, 250), GLOW)
        pen.canvas.fill(rect(0, 600, 1024, 430), TEAL)
        for y, w in ((650, 360), (720, 250), (790, 150)):
            pen.canvas.fill(rounded_rect(C - w / 2, y, w, 24, 12), GLOW)
        pen.canvas.fill(Path.parse("M0 900Q400 780 1024 880L1024 1024L0 1024Z"), "#e9cf9a")
    pen.part(limb(curve((330, 920), (300, 700), (330, 520), (420, 360)), 32, 22), BARK)
    for turn in (-110, -64, -20, 30, 76, 120):
        leaves(pen, ((420, 360, 300, turn),), GREEN, 0.24)


def _gull(pen: Pen) -> None:
    """On spread wings with dark tips, from its side."""
    grey, tips = "#aab4c1", "#3f434c"
    far = Path.parse("M520 560C600 400 720 250 960 190C900 330 820 430 640 610Z")
    pen.part(far, mix(grey, WHITE, 0.3))
    with pen.canvas.group(far):
        pen.canvas.fill(circle(960, 190, 110), tips)
    pen.part(Path.parse("M700 640L930 640L880 700L940 740L700 720Z"), WHITE)
    pen.part(
        Path.parse(
            "M170 640C150 560 240 500 330 540C450 570 640 560 800 660C700 760 480 800 340 740C260 720 190 720 170 640Z"
        ),
        WHITE,
    )
    pen.part(Path.parse("M178 610L60 650L176 676Z"), "#f3b13c")
    near = Path.parse("M400 640C330 480 220 330 20 240C60 420 200 620 470 700C560 720 620 680 600 640Z")
    pen.part(near, grey)
    with pen.canvas.group(near):
        pen.canvas.fill(circle(20, 240, 130), tips)
    pen.canvas.fill(circle(250, 606, 24), INK)


SKIES: Mapping[str, Draw] = {
    "planet mars": _planet("#cf5f3a", "rust"),
    "planet jupiter": _planet("#e3b07a", "bands"),
    "planet saturn": _saturn,
    "saturn with bright rings": partial(_saturn, bands=_BRIGHT_RINGS),
    "planet venus": _planet("#eec57a", "swirls"),
    "planet neptune": _planet("#4f78d0", "swirls"),
    "planet uranus": _planet("#8fd0d8", "swirls"),
    "planet mercury": _planet("#b0a59a", "craters"),
    "planet earth": _planet("#5fa3d8", "land"),
    "cratered moon": _planet("#e6e2d6", "craters"),
    "eclipse": _eclipse,
    "black hole": _black_hole,
    "big dipper": _constellation(
        ((190, 350), (340, 330), (440, 420), (560, 480), (600, 640), (830, 650), (800, 480)),
        ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 3)),
    ),
    "orion": _constellation(
        ((330, 230), (690, 270), (440, 500), (512, 510), (584, 520), (360, 790), (700, 780)),
        ((0, 1), (0, 2), (1, 4), (2, 3), (3, 4), (2, 5), (4, 6), (5, 6)),
    ),
    "northern lights": _aurora,
    "nebula": _nebula,
    "shooting star": _shooting_star,
    "waterfall": _waterfall,
    "cave": _cave,
    "volcano": _volcano,
    "iceberg": _iceberg,
    "geyser": _geyser,
    "tumbleweed": _desert_plant,
    "beach at sunset": _sunset_beach,
    "flying seagull": _gull,
}
"""By the name that the keyword table gives them."""
