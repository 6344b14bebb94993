"""Of porches and sheds: a wheel, a chain, a feeder, a frame of pressed flowers, a can of tennis balls. Original art in a box of
1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, polar, sparkle, star
from pod.providers.embedded.characters.pen import INK, Pen, oval
from pod.providers.embedded.gallery.flowers import FLOWERS
from pod.providers.embedded.gallery.kit import (
    CREAM,
    DARK,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    RED,
    STEEL,
    TEAL,
    WOOD,
    C,
    Draw,
    courses,
    leaves,
    stem,
)
from pod.providers.embedded.objects.kit import (
    SNOW,
    band,
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    pale,
    shape,
    tube,
)

_LINKS = 26


def _bicycle_wheel(pen: Pen) -> None:
    """A thin tyre, a rim and many spokes."""
    for k in range(24):
        a, b = polar(C, C, 60, 15 * k + 30 * (k % 2)), polar(C, C, 410, 15 * k)
        pen.canvas.stroke(Path.lines([a, b], closed=False), STEEL, 10)
    band(pen, circle(C, C, 466), 60, DARK)
    band(pen, circle(C, C, 412), 30, STEEL)
    disc(pen, C, C, 72, STEEL)
    disc(pen, C, C, 30, DARK)


def _chain_heart(pen: Pen) -> None:
    """A bicycle's chain, laid in the shape of one."""
    outline = heart(C, 540, 860).geometry().boundary
    spots = [outline.interpolate(k / _LINKS, normalized=True) for k in range(_LINKS)]
    for k, spot in enumerate(spots):
        after = spots[(k + 1) % _LINKS]
        bar(pen, (spot.x, spot.y), (after.x, after.y), 30 if k % 2 else 22, STEEL if k % 2 else deep(STEEL, 0.25))
    for spot in spots:
        disc(pen, spot.x, spot.y, 24, pale(STEEL, 0.4))


def _bird_feeder(pen: Pen) -> None:
    """A tube of seeds under a roof, on a hook."""
    line(pen, f"M{C} 130L{C} 20", 18)
    shape(pen, f"M{C} 90L840 330L184 330Z", RED)
    box(pen, 320, 320, 384, 460, "#d9eef5", 30)
    mark(pen, "M334 470L690 470L690 770L334 770Z", "#d9a94f")
    for k in range(24):
        dot(pen, 360 + 60 * (k % 6), 510 + 66 * (k // 6) + 14 * (k % 2), 13, deep("#d9a94f", 0.4))
    for y in (560, 700):
        disc(pen, C, y, 38, DARK)
    box(pen, 180, 770, 664, 70, WOOD, 24)
    tube(pen, "M250 760L250 700M774 760L774 700", 22, WOOD)
    bar(pen, (C, 840), (C, 960), 30, WOOD)


def _pressed_flowers(pen: Pen) -> None:
    box(pen, 60, 20, 904, 984, WOOD, 20)
    box(pen, 150, 110, 724, 804, CREAM, 10)
    for x, y, r, name in (
        (330, 380, 110, "cosmos"),
        (690, 400, 110, "cornflower"),
        (C, 300, 120, "daisy"),
        (420, 600, 84, "buttercup"),
        (620, 600, 84, "violet"),
    ):
        stem(pen, (C + 0.3 * (x - C), 860), (x, y), 0, 10)
        FLOWERS[name](pen, x, y, r, 0)
    leaves(pen, ((C, 850, 230, -60), (C, 850, 230, 60), (C, 780, 190, -36), (C, 780, 190, 36)), LEAF, 0.26)


def _tennis_balls(pen: Pen) -> None:
    """Three in their tube, one on top."""
    for y in (840, 560, 280):
        disc(pen, C, y, 170, "#d9e34f")
        line(
            pen,
            f"M{C - 140} {y - 90}Q{C - 40} {y} {C - 140} {y + 90}M{C + 140} {y - 90}Q{C + 40} {y} {C + 140} {y + 90}",
            16,
            CREAM,
        )
    tube_wall = Path.parse("M320 420L704 420L704 980Q704 1010 670 1010L354 1010Q320 1010 320 980Z")
    pen.canvas.fill(tube_wall, "#d9eef5", 0.45)
    pen.canvas.stroke(tube_wall, INK, 18)
    box(pen, 320, 660, 384, 150, GREEN, 10)
    pen.canvas.fill(oval(C, 735, 60, 44), CREAM)
    box(pen, 300, 390, 424, 56, TEAL, 24)


def _chimney(pen: Pen) -> None:
    """Of brick, through a snowy roof; its rim is wide enough to look out of."""
    shape(pen, "M60 1010L300 720L724 720L964 1010Z", "#a14a3f")
    courses(pen, Path.parse("M262 330L762 330L762 860L512 940L262 860Z"), "#b9654a", 330, 940, 262, 762, 78)
    box(pen, 206, 220, 612, 130, "#9c4f39", 18)
    shape(
        pen,
        "M196 250C180 150 300 130 360 160C430 110 540 120 580 160C640 120 850 130 828 250C800 300 760 262 720 270C690 330 630 262 580 270C540 340 470 262 420 270C370 320 330 262 290 270C250 290 206 300 196 250Z",
        SNOW,
    )
    shape(
        pen,
        "M40 1020L250 770C300 800 300 880 352 872C420 860 440 960 512 950C584 960 604 860 672 872C724 880 724 800 774 770L984 1020Z",
        SNOW,
    )


def _sparkler(pen: Pen) -> None:
    line(pen, f"M{C - 250} 1004L{C + 20} 470", 30, INK)
    line(pen, f"M{C - 246} 996L{C - 110} 730", 14, STEEL)
    for k in range(16):
        far = 400 if k % 2 == 0 else 280
        tip, foot = polar(C + 60, 390, far, 22.5 * k), polar(C + 60, 390, 90, 22.5 * k)
        pen.canvas.stroke(Path.lines([foot, tip], closed=False), (GOLD, ORANGE)[k % 2], 22)
        if k % 2 == 0:
            pen.canvas.fill(sparkle(*tip, 52), GOLD)
    pen.part(star(C + 60, 390, 190, 8, 0.5), GOLD)
    pen.canvas.fill(star(C + 60, 390, 110, 8, 0.5), CREAM)


PORCH: Mapping[str, Draw] = {
    "bicycle wheel": fitted(_bicycle_wheel),
    "bicycle chain heart": fitted(_chain_heart),
    "bird feeder": fitted(_bird_feeder),
    "pressed flowers in a frame": fitted(_pressed_flowers),
    "can of tennis balls": fitted(_tennis_balls),
    "chimney": fitted(_chimney),
    "sparkler": fitted(_sparkler),
}
"""By the name that the keyword table gives them."""
