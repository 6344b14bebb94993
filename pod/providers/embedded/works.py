"""Buildings, machines and tools that people ask for and that no set of pictures has: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, ring, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, blob, oval

_C = BOX / 2
_CREAM, _RED, _GOLD, _TEAL, _DARK, _BLUE = "#fbf2df", "#c94a3d", "#f3bf4b", "#3f978f", "#3d3a48", "#4f9fc0"
_GREEN, _WOOD, _STONE, _STEEL = "#4f9a5c", "#a9713f", "#9aa0aa", "#c3ccd8"


def _barn(pen: Pen) -> None:
    pen.part(Path.parse("M120 940L120 420L250 250L512 110L774 250L904 420L904 940Z"), _RED)
    for x in range(200, 880, 76):
        pen.canvas.fill(rect(x, 430, 8, 510), mix(_RED, INK, 0.25))
    pen.part(Path.parse("M70 440L226 216L512 60L798 216L954 440L904 476L760 268L512 146L264 268L120 476Z"), _CREAM)
    pen.part(rect(430, 300, 164, 150), _DARK)
    pen.part(rect(316, 560, 392, 380), _CREAM)
    for side in SIDES:
        left = _C + (side - 1) * 90 - 2
        pen.part(rect(left, 580, 184, 350), mix(_RED, INK, 0.12))
        pen.canvas.fill(Path.lines([(left, 580), (left + 36, 580), (left + 184, 930), (left + 148, 930)]), _CREAM)
        pen.canvas.fill(Path.lines([(left + 148, 580), (left + 184, 580), (left + 36, 930), (left, 930)]), _CREAM)
    pen.canvas.fill(rect(508, 300, 8, 150), _CREAM)


def _cabin(pen: Pen) -> None:
    pen.part(rect(690, 130, 110, 240), _STONE)
    for row in range(6):
        y = 470 + 78 * row
        pen.part(rounded_rect(110, y, 804, 78, 38), mix(_WOOD, INK, 0.1 * (row % 2)))
        for side in SIDES:
            pen.part(circle(_C + side * 384, y + 39, 37), mix(_WOOD, _CREAM, 0.5))
            pen.canvas.fill(circle(_C + side * 384, y + 39, 15), mix(_WOOD, INK, 0.2))
    pen.part(Path.parse("M30 500L512 150L994 500L930 560L512 262L94 560Z"), mix(_GREEN, INK, 0.25))
    pen.part(Path.parse("M200 470L512 262L824 470Z"), mix(_WOOD, _CREAM, 0.25))
    pen.part(rounded_rect(420, 640, 184, 300, 20), mix(_RED, INK, 0.1))
    pen.canvas.fill(circle(566, 800, 16), _GOLD)
    for x in (210, 676):
        pen.part(rect(x, 590, 138, 140), "#fbe08f")
        pen.canvas.fill(rect(x + 63, 590, 12, 140), INK)
        pen.canvas.fill(rect(x, 654, 138, 12), INK)
    pen.part(circle(_C, 386, 46), "#fbe08f")


def _bridge(pen: Pen) -> None:
    pen.part(blob(_C, 880, 500, 90, 2.6), _BLUE)
    for x, w in ((200, 220), (500, 160), (780, 120)):
        pen.canvas.fill(rounded_rect(x - w / 2, 880, w, 14, 7), mix(_BLUE, "#ffffff", 0.6))
    pen.part(
        Path.parse(
            "M20 860L20 520Q512 250 1004 520L1004 860L880 860Q870 640 740 640Q610 640 600 860L424 860Q414 640 284 640Q154 640 144 860Z"
        ),
        _STONE,
    )
    for x, y in ((90, 620), (510, 560), (430, 480), (600, 480), (510, 700), (930, 620), (250, 540), (780, 540)):
        pen.canvas.fill(rounded_rect(x - 46, y - 20, 92, 40, 14), mix(_STONE, INK, 0.2))
    pen.part(Path.parse("M20 520Q512 240 1004 520L1004 440Q512 150 20 440Z"), mix(_STONE, _CREAM, 0.4))
    for post_x, top in ((60.0, 330), (964.0, 330), (_C, 190)):
        pen.part(rect(post_x - 12, top, 24, 110), _DARK)
        pen.part(circle(post_x, top - 20, 44), "#fbe08f")


def _horseshoe(pen: Pen) -> None:
    shoe = Path.parse(
        "M180 900C60 640 40 60 512 60C984 60 964 640 844 900L690 900C790 640 800 240 512 240C224 240 234 640 334 900Z"
    )
    pen.part(shoe, mix(_STEEL, INK, 0.12))
    pen.canvas.fill(
        Path.parse("M196 640C150 300 260 110 512 110C420 130 250 210 240 520Z"), mix(_STEEL, "#ffffff", 0.5)
    )
    for side in SIDES:
        pen.part(rounded_rect(_C + side * 255 - 104, 872, 208, 90, 24), mix(_STEEL, INK, 0.12))
        for turn in (28, 62, 96):
            x, y = polar(_C, 480, 350, side * turn)
            pen.canvas.fill(circle(x, y, 22), INK)


def _cauldron(pen: Pen) -> None:
    for x, ink in ((400, _GOLD), (620, _GOLD), (512, _RED)):
        pen.part(Path.parse(f"M{x - 80} 1010Q{x - 130} 900 {x - 10} 780Q{x + 130} 900 {x + 80} 1010Z"), ink)
    pen.parts(lambda side: oval(_C + side * 330, 880, 46, 90, side * -24), _DARK)
    pen.part(blob(_C, 610, 420, 320, 2.3), _DARK)
    pen.canvas.fill(oval(300, 560, 60, 150, 18), mix(_DARK, _CREAM, 0.22))
    pen.part(oval(_C, 370, 420, 92), mix(_DARK, _CREAM, 0.12))
    pen.part(oval(_C, 366, 350, 62), "#8ecb5c")
    for x, y, r in ((430, 300, 70), (580, 270, 92), (500, 160, 54), (640, 120, 38), (380, 190, 30)):
        pen.part(circle(x, y, r), "#b4e07f")
        pen.canvas.fill(circle(x - r * 0.3, y - r * 0.3, r * 0.24), "#eefad9")


def _submarine(pen: Pen) -> None:
    pen.part(Path.parse("M540 330L540 120Q540 90 570 90L690 90L690 150L600 150L600 330Z"), _STEEL)
    pen.part(Path.parse("M380 380L410 240Q416 220 440 220L660 220Q684 220 690 240L720 380Z"), mix(_GOLD, INK, 0.1))
    pen.part(rounded_rect(10, 520, 60, 240, 28), _STEEL)
    pen.part(Path.parse("M60 560L200 500L200 780L60 720Z"), mix(_GOLD, INK, 0.2))
    pen.part(blob(560, 640, 440, 270, 2.6), _GOLD)
    with pen.canvas.group(blob(560, 640, 440, 270, 2.6)):
        pen.canvas.fill(rect(60, 740, 1000, 260), mix(_GOLD, _RED, 0.55))
    for k in range(3):
        pen.part(circle(350 + 220 * k, 620, 84), mix(_GOLD, INK, 0.3))
        pen.part(circle(350 + 220 * k, 620, 58), "#bfe6f3")
        pen.canvas.fill(oval(332 + 220 * k, 600, 24, 12, -35), "#ffffff")


def _excavator(pen: Pen) -> None:
    boom = Path.parse("M560 470L520 130Q516 90 470 100L190 220Q160 236 176 270L196 300L452 196L470 480Z")
    pen.part(boom, _GOLD)
    pen.part(Path.parse("M176 220L232 250L200 560L120 560Z"), mix(_GOLD, INK, 0.15))
    pen.part(Path.parse("M60 540L250 540Q270 700 150 730L110 690L84 740L60 690L30 730Q20 620 60 540Z"), _DARK)
    pen.part(Path.parse("M420 700L420 470L900 470Q980 470 980 560L980 700Z"), _GOLD)
    pen.part(Path.parse("M470 470L500 260Q504 230 540 230L700 230Q730 230 730 260L730 470Z"), _GOLD)
    pen.part(Path.parse("M520 440L540 280L690 280L690 440Z"), "#bfe6f3")
    pen.canvas.fill(rect(780, 540, 150, 22), INK)
    pen.canvas.fill(rect(780, 590, 150, 22), INK)
    pen.part(rounded_rect(330, 730, 670, 210, 104), _DARK)
    pen.part(rounded_rect(380, 778, 570, 114, 57), mix(_DARK, _CREAM, 0.3))
    for k in range(4):
        pen.part(circle(445 + 147 * k, 835, 46), _STEEL)


def _ferris_wheel(pen: Pen) -> None:
    for side in SIDES:
        leg = [(_C, 430), (_C + side * 40, 430), (_C + side * 330, 970), (_C + side * 250, 970)]
        pen.part(Path.lines(leg), mix(_TEAL, INK, 0.2))
    pen.part(rounded_rect(160, 950, 704, 56, 20), mix(_TEAL, INK, 0.3))
    for k in range(4):
        (ax, ay), (bx, by) = polar(_C, 450, 360, 45 * k + 22), polar(_C, 450, 360, 45 * k + 202)
        pen.canvas.stroke(Path.lines([(ax, ay), (bx, by)]), INK, 20)
        pen.canvas.stroke(Path.lines([(ax, ay), (bx, by)]), _CREAM, 8)
    pen.canvas.fill(ring(_C, 450, 392, 332), INK, evenodd=True)
    pen.canvas.fill(ring(_C, 450, 380, 344), _CREAM, evenodd=True)
    for k in range(8):
        x, y = polar(_C, 450, 362, 45 * k + 22)
        ink = (_RED, _GOLD, _TEAL, _BLUE)[k % 4]
        pen.part(Path.parse(f"M{x - 66} {y + 20}L{x + 66} {y + 20}L{x + 50} {y + 92}L{x - 50} {y + 92}Z"), ink)
        pen.part(Path.parse(f"M{x - 74} {y + 6}Q{x} {y - 90} {x + 74} {y + 6}Z"), mix(ink, _CREAM, 0.3))
    pen.part(circle(_C, 450, 62), _GOLD)


WORKS: Mapping[str, Callable[[Pen], None]] = {
    "barn": _barn,
    "log cabin": _cabin,
    "stone bridge": _bridge,
    "horseshoe": _horseshoe,
    "cauldron": _cauldron,
    "submarine": _submarine,
    "excavator": _excavator,
    "ferris wheel": _ferris_wheel,
}
"""By the name that the curated table gives them (``thing:<name>``)."""

STAND_OUTDOORS = frozenset({"barn", "log cabin", "stone bridge", "excavator", "ferris wheel"})
