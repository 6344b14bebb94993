"""Things that hide the lower half of whoever is in them, and a swing: jars, pots and cans, a bun, a window. Original art."""

from __future__ import annotations

from collections.abc import Callable

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rect, ring, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, limb, oval

Draw = Callable[[Pen], None]

_GLASS, _STEEL, _WOOD, _CREAM, _BLUE, _RED = "#cfe6ea", "#c3ccd8", "#c98a4b", "#fbf2df", "#5aa2c4", "#d1493f"


def swing_ropes(pen: Pen) -> None:
    pen.part(limb([(10, -190), (330, -214), (700, -206), (1014, -180)], 40, 34), "#8f5f3d")
    for side in SIDES:
        rope = Path.lines([at(side, 300, -196), at(side, 330, 960)], closed=False)
        pen.canvas.stroke(rope, INK, 30)
        pen.canvas.stroke(rope, "#d9b77a", 15)


def tree_and_ropes(pen: Pen) -> None:
    """The bough of a tree, its trunk on the right, with two ropes."""
    bark, crown = "#8f5f3d", "#5f9a58"
    pen.part(blob(MIDDLE_X + 120, 1210, 800, 60, 2.2), "#7fae5e")
    pen.part(limb([(1150, 1200), (1110, 500), (1010, -200)], 92, 62), bark)
    pen.part(limb([(1080, 0), (560, -120), (60, -160)], 52, 34), bark)
    for side in SIDES:
        rope = Path.lines([at(side, 300, -130), at(side, 330, 960)], closed=False)
        pen.canvas.stroke(rope, INK, 30)
        pen.canvas.stroke(rope, "#d9b77a", 15)
    puffs = ((60, -330, 210), (420, -480, 270), (860, -480, 290), (1200, -290, 230))
    for x, y, r in puffs:
        pen.part(circle(x, y, r), crown)
    for x, y, r in (*((x, y, r - 10) for x, y, r in puffs), (620, -330, 200)):
        pen.canvas.fill(circle(x, y, r), crown)


def swing_seat(pen: Pen) -> None:
    pen.part(rounded_rect(MIDDLE_X - 380, 936, 760, 66, 24), _WOOD)
    for side in SIDES:
        pen.part(circle(*at(side, 330, 966), 20), "#d9b77a")


def jar(pen: Pen) -> None:
    body = Path.parse(
        "M250 820L774 820C846 846 860 890 860 940L850 1110Q830 1190 750 1190L274 1190Q194 1190 174 1110L164 940C164 890 178 846 250 820Z"
    )
    pen.part(body, _GLASS)
    pen.canvas.fill(Path.parse("M184 960L840 960L832 1104Q816 1170 750 1170L274 1170Q208 1170 192 1104Z"), "#a5d2dd")
    pen.part(rounded_rect(226, 784, 572, 66, 24), _STEEL)
    pen.canvas.fill(rounded_rect(214, 890, 30, 190, 15), "#f7fcfd")


def bulb_foot(pen: Pen) -> None:
    """The lower part of a light bulb, with its screw."""
    pen.part(
        Path.parse("M150 800C170 900 280 980 320 1050L704 1050C744 980 854 900 874 800C760 860 264 860 150 800Z"),
        "#f4efcf",
    )
    for k, half in enumerate((196, 180)):
        pen.part(rounded_rect(512 - half, 1050 + 60 * k, 2 * half, 66, 26), _STEEL)


def vase(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M300 836L724 836C700 880 830 930 830 1030C830 1130 720 1196 512 1196C304 1196 194 1130 194 1030C194 930 324 880 300 836Z"
        ),
        "#3f8f8a",
    )
    pen.canvas.fill(Path.parse("M202 1000Q512 1060 822 1000L826 1060Q512 1120 198 1060Z"), _CREAM)
    pen.part(rounded_rect(280, 806, 464, 52, 26), mix("#3f8f8a", INK, 0.2))


def teapot(pen: Pen) -> None:
    handle = Path.parse("M190 900C-20 860 -20 1120 210 1110")
    pen.canvas.stroke(handle, INK, 60 + 2 * LINE)
    pen.canvas.stroke(handle, "#e79aa8", 60)
    pen.part(Path.parse("M810 1060C920 1040 900 900 1010 850L1060 912C990 950 1000 1120 850 1160Z"), "#e79aa8")
    pen.part(Path.parse("M200 850L824 850C900 960 900 1190 700 1200L324 1200C124 1190 124 960 200 850Z"), "#f2b3bf")
    pen.canvas.fill(Path.parse("M160 980Q512 1060 864 980L868 1040Q512 1120 156 1040Z"), _CREAM)
    pen.part(rounded_rect(180, 818, 664, 60, 30), "#e79aa8")


def watering_can(pen: Pen) -> None:
    handle = Path.parse("M220 880C20 800 0 1090 220 1110")
    pen.canvas.stroke(handle, INK, 54 + 2 * LINE)
    pen.canvas.stroke(handle, mix(_BLUE, INK, 0.2), 54)
    pen.part(Path.parse("M760 1060L960 850L1014 900L800 1160Z"), mix(_BLUE, INK, 0.12))
    pen.part(Path.parse("M914 846L986 760L1080 850L1024 940Z"), mix(_BLUE, _CREAM, 0.25))
    pen.part(Path.parse("M200 850L824 850L850 1190Q512 1226 174 1190Z"), _BLUE)
    pen.canvas.fill(Path.parse("M188 1010L836 1010L842 1080L182 1080Z"), mix(_BLUE, _CREAM, 0.55))


def _in_bread(pen: Pen) -> tuple[float, float]:
    """The middle of a bun and half its length: a low dog lies in it along its whole back."""
    return (340.0, 560.0) if pen.species.body == "long" else (MIDDLE_X, 500.0)


def bun_behind(pen: Pen) -> None:
    x, half = _in_bread(pen)
    pen.part(blob(x, 800, half, 190, 3.0), "#d9924b")
    pen.canvas.fill(blob(x, 760, half * 0.94, 120, 3.0), "#f3d29a")


def bun(pen: Pen) -> None:
    """The near half before the legs, and mustard on whoever is the sausage."""
    x, half = _in_bread(pen)
    long = pen.species.body == "long"
    left, right, y = (-30, 690, 760) if long else (330, 700, 790)
    steps = 9 if long else 5
    step = (right - left) / steps
    turns = "".join(
        f"Q{left + (k + 0.5) * step:.0f} {y + (56 if k % 2 else -56)} {left + (k + 1) * step:.0f} {y}"
        for k in range(steps)
    )
    for width, ink in ((44, INK), (26, "#f6cf4a")):
        pen.canvas.stroke(Path.parse(f"M{left} {y}{turns}"), ink, width)
    pen.part(blob(x, 985, half, 130, 3.0), "#e8ac62")
    for k in range(6):
        pen.canvas.fill(oval(x + (k - 2.5) * half * 0.28, 990 + 30 * (k % 2), 20, 10, -20), _CREAM)


def window_behind(pen: Pen) -> None:
    pen.part(rect(90, 60, 844, 860), "#bfe3ef")
    for side in SIDES:
        pen.part(
            Path.parse(
                f"M{MIDDLE_X + side * 422} 60L{MIDDLE_X + side * 210} 60Q{MIDDLE_X + side * 300} 480 {MIDDLE_X + side * 422} 560Z"
            ),
            "#e79aa8",
        )


def window_sill(pen: Pen) -> None:
    for side in SIDES:
        left = 40 if side < 0 else 914
        pen.part(rect(left, 10, 70, 920), _CREAM)
    pen.part(rect(40, 10, 944, 70), _CREAM)
    pen.part(rounded_rect(-20, 896, 1064, 100, 24), _CREAM)
    for x in (170, 854):
        pen.part(Path.parse(f"M{x - 70} 800L{x + 70} 800L{x + 52} 900L{x - 52} 900Z"), "#cf6f47")
        pen.part(circle(x, 730, 74), "#6aa164")
        for dx, dy in ((-30, -20), (26, 10), (0, 34)):
            pen.canvas.fill(circle(x + dx, 730 + dy, 18), "#ee7f96")


def pocket(pen: Pen) -> None:
    """Of a denim shirt, stitched, with a button in its flap."""
    denim = "#5b7fa8"
    pen.part(Path.parse("M130 840L894 840L894 1120L512 1230L130 1120Z"), denim)
    pen.canvas.stroke(Path.parse("M166 930L166 1094L512 1192L858 1094L858 930"), mix(denim, _CREAM, 0.6), 9)
    pen.part(rounded_rect(104, 800, 816, 100, 26), mix(denim, INK, 0.12))
    pen.canvas.stroke(Path.lines([(134, 872), (890, 872)], closed=False), mix(denim, _CREAM, 0.6), 9)
    pen.part(circle(MIDDLE_X, 846, 30), "#e3b25a")


def wagon(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M900 1010L1090 860L1060 820"), INK, 40)
    pen.canvas.stroke(Path.parse("M900 1010L1090 860L1060 820"), _STEEL, 22)
    pen.part(Path.parse("M70 850L954 850L920 1080L104 1080Z"), _RED)
    pen.canvas.fill(rect(100, 940, 824, 34), _CREAM)
    pen.part(rounded_rect(50, 826, 924, 52, 20), mix(_RED, INK, 0.15))
    for x in (260, 764):
        pen.part(circle(x, 1110, 92), "#3d3a48")
        pen.part(circle(x, 1110, 44), _CREAM)


def water_behind(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 900, 470, 96), mix("#58abc4", INK, 0.12))


def water(pen: Pen) -> None:
    """Up to the chest, with rings running out."""
    swell = "M-20 900C90 850 180 920 290 884C390 850 440 910 512 900C584 910 634 850 734 884C844 920 934 850 1044 900C1060 1030 820 1090 512 1090C204 1090 -36 1030 -20 900Z"
    pen.part(Path.parse(swell), "#58abc4")
    for x, y, rx in ((250, 950, 110), (760, 960, 120), (512, 1010, 150), (300, 1040, 70), (720, 1044, 80)):
        pen.canvas.fill(oval(x, y, rx, 12), "#bfe3ee")


def puddle(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 1046, 460, 66, 2.2), "#58abc4")
    pen.canvas.fill(oval(MIDDLE_X - 120, 1034, 170, 14), "#bfe3ee")
    for x, y, lean in ((90, 960, -30), (190, 900, -16), (830, 900, 16), (934, 960, 30), (300, 950, -8), (724, 950, 8)):
        drop = Path.parse("M0 -52C34 0 30 34 0 34C-30 34 -34 0 0 -52Z")
        pen.part(drop.transformed(Transform.rotate(lean, (0, 0)).then(Transform.move(x, y))), "#8fd0e3")


def wheel_behind(pen: Pen) -> None:
    pen.parts(lambda side: limb([at(side, 60, 520), at(side, 420, 1150)], 26, 26), _STEEL)
    pen.canvas.fill(circle(MIDDLE_X, 560, 600), "#f3e6c8")
    pen.canvas.fill(ring(MIDDLE_X, 560, 612, 520), INK, evenodd=True)
    pen.canvas.fill(ring(MIDDLE_X, 560, 600, 532), "#e0763f", evenodd=True)
    for k in range(24):
        (ax, ay), (bx, by) = polar(MIDDLE_X, 560, 536, 15 * k), polar(MIDDLE_X, 560, 596, 15 * k)
        pen.canvas.stroke(Path.lines([(ax, ay), (bx, by)], closed=False), mix("#e0763f", INK, 0.45), 12)


def wheel_front(pen: Pen) -> None:
    pen.part(rounded_rect(120, 1130, 784, 60, 24), mix(_STEEL, INK, 0.2))


def couch_back(pen: Pen) -> None:
    pen.part(rounded_rect(-40, 420, 1104, 640, 120), "#4f8f8a")
    pen.canvas.fill(rect(506, 440, 12, 560), mix("#4f8f8a", INK, 0.3))


def couch_arms(pen: Pen) -> None:
    pen.part(rounded_rect(20, 940, 984, 150, 50), mix("#4f8f8a", _CREAM, 0.2))
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 520 - 110, 720, 220, 390, 100), "#4f8f8a")
    pen.parts(lambda side: rounded_rect(MIDDLE_X + side * 430 - 26, 1096, 52, 70, 12), _WOOD)


def hanging_ropes(pen: Pen) -> None:
    for side in (-1.0, 0.0, 1.0):
        cord = Path.lines([(MIDDLE_X, -260), at(1.0, side * 300, 850)], closed=False)
        pen.canvas.stroke(cord, INK, 26)
        pen.canvas.stroke(cord, "#e9d3a6", 12)
    pen.part(circle(MIDDLE_X, -262, 38), "#d9b77a")


def hanging_pot(pen: Pen) -> None:
    pen.part(Path.parse("M190 850L834 850C850 1030 720 1150 512 1150C304 1150 174 1030 190 850Z"), _CREAM)
    zigzag = Path.lines([(204 + 77 * k, 960 - 50 * (k % 2)) for k in range(9)], closed=False)
    pen.canvas.stroke(zigzag, "#3f8f8a", 20)
    pen.part(rounded_rect(160, 818, 704, 64, 30), "#f3e6c8")
    for x in (440, 512, 584):
        pen.canvas.stroke(Path.lines([(MIDDLE_X, 1140), (x, 1250)], closed=False), "#b99a5f", 16)


_CROWN = ((240, -60, 220), (520, -260, 260), (860, -220, 260), (1110, -20, 210), (60, 60, 140))
_FRUIT = ((190, -60), (400, -200), (560, -80), (700, -330), (820, -120), (980, -230), (1110, 20), (290, 80), (880, 60))


def _tree_over(crown: str, fruit: str = "") -> Draw:
    """A tree to sit under, its crown and what hangs in it in these inks."""

    def draw(pen: Pen) -> None:
        pen.part(limb([(920, 1000), (880, 500), (800, 40)], 84, 56), "#8f5f3d")
        pen.part(limb([(870, 420), (600, 60)], 38, 22), "#8f5f3d")
        for x, y, r in _CROWN:
            pen.part(circle(x, y, r), crown)
        for x, y, r in (*((x, y, r - 10) for x, y, r in _CROWN), (680, -40, 240)):
            pen.canvas.fill(circle(x, y, r), crown)
        for x, y in _FRUIT if fruit else ():
            pen.part(circle(x, y, 34), fruit)
        pen.part(blob(MIDDLE_X + 30, 1010, 640, 70, 2.2), "#7fae5e")

    return draw


shade_tree = _tree_over("#5f9a58")
apple_tree = _tree_over("#5f9a58", "#d1493f")
blossom_tree = _tree_over("#f4b3c6", "#fbe3ea")


def fir_tree(pen: Pen) -> None:
    """Tall and dark, with three skirts, on a patch of grass."""
    pen.part(rounded_rect(756, 640, 90, 360, 20), "#7a5236")
    for top, half, low in ((380, 420, 780), (120, 350, 520), (-120, 270, 240)):
        skirt = f"M800 {top - 160}L{800 + half} {low}Q{800 + half / 2} {low - 60} 800 {low}Q{800 - half / 2} {low - 60} {800 - half} {low}Z"
        pen.part(Path.parse(skirt), "#3f7f5a")
    pen.part(blob(MIDDLE_X + 30, 1010, 640, 70, 2.2), "#7fae5e")


def trampoline_behind(pen: Pen) -> None:
    for x in (140, 360, 664, 884):
        pen.part(rounded_rect(x - 16, 1060, 32, 190, 14), _STEEL)
    pen.part(oval(MIDDLE_X, 1056, 500, 84), "#4f8fc0")
    pen.part(oval(MIDDLE_X, 1050, 420, 58), "#3d3a48")


def easter_shell(pen: Pen) -> None:
    """The lower half of a painted egg, cracked open."""
    edge = "".join(f"L{130 + 76 * (k + 1)} {830 + 90 * (k % 2)}" for k in range(10))
    shell = Path.parse(f"M130 900{edge}C900 1100 740 1210 512 1210C284 1210 124 1100 130 900Z")
    pen.part(shell, "#f6c3d4")
    with pen.canvas.group(shell):
        pen.canvas.fill(rect(80, 960, 880, 70), "#8fc7e0")
        zigzag = "".join(f"L{120 + 56 * k} {1120 if k % 2 else 1060}" for k in range(1, 16))
        pen.canvas.stroke(Path.parse(f"M120 1120{zigzag}"), "#f6d45c", 34)
        for k in range(7):
            pen.canvas.fill(circle(200 + 104 * k, 995, 20), _CREAM)
    pen.canvas.stroke(shell, INK, 2 * LINE)


def eggshell(pen: Pen) -> None:
    """The lower half, cracked open."""
    edge = "".join(f"L{130 + 76 * (k + 1)} {830 + 90 * (k % 2)}" for k in range(10))
    pen.part(Path.parse(f"M130 900{edge}C900 1100 740 1210 512 1210C284 1210 124 1100 130 900Z"), "#f6ead2")
    for x, y, r in ((300, 1020, 54), (620, 1080, 66), (760, 980, 40), (450, 1130, 36), (520, 960, 34)):
        pen.canvas.fill(oval(x, y, r, r * 0.8), "#9ccf9a")
