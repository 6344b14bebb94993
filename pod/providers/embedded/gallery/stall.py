"""From the market stall and the sweet counter: what is rarely drawn, and asked for by name. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
    GOLD,
    GREEN,
    LEAF,
    RED,
    ROSE,
    VIOLET,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    petal,
)
from pod.providers.embedded.objects.kit import (
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    tube,
    turned,
)


def _red_cabbage(pen: Pen) -> None:
    """Cut in half, its leaves wound in white."""
    ink = "#7a3f8f"
    pen.part(circle(400, 470, 350), ink)
    for d in ("M400 800Q280 560 160 360", "M400 800Q400 500 400 160", "M400 800Q520 560 640 380"):
        line(pen, d, 15, pale(ink, 0.5))
    pen.part(oval(660, 640, 330, 300), ink)
    pen.canvas.fill(oval(660, 640, 290, 262), "#f3e6f3")
    for k, r in enumerate((230, 180, 130, 80)):
        for turn in (-1, 1):
            d = f"M660 {640 + 200}Q{660 + turn * r * 1.3} {640 + 60} {660 + turn * r * 0.6} {640 - 0.9 * r}Q{660 + turn * r * 0.2} {640 - 0.5 * r} 660 {640 - 0.3 * r}"
            line(pen, d, 20 - 2 * k, ink)
    mark(pen, "M620 900L640 700L680 700L700 900Z", WHITE)


def _fennel(pen: Pen) -> None:
    for turn in (-34, -14, 10, 32):
        top = polar(C, 560, 500, turn)
        tube(pen, f"M{C + 2 * turn} 520L{top[0]} {top[1] + 60}", 56, "#a9cf8a")
        for side in SIDES:
            for j in range(3):
                tip = polar(*top, 130, turn + side * (20 + 30 * j))
                line(pen, f"M{top[0]} {top[1] + 40}L{tip[0]} {tip[1]}", 15, GREEN)
    shape(
        pen,
        "M440 470C300 560 180 700 220 860C260 960 400 1000 512 1000C624 1000 764 960 804 860C844 700 724 560 584 470Z",
        "#eaf3d8",
    )
    for d in (
        "M500 500Q360 720 400 980",
        "M524 500Q664 720 624 980",
        "M470 500Q270 700 270 900",
        "M554 500Q754 700 754 900",
    ):
        line(pen, d, 13, "#a9cf8a")


def _rhubarb(pen: Pen) -> None:
    """Three red stalks under broad leaves."""
    for x, turn in ((440, -24), (584, 24), (C, 0)):
        x_top, y_top = polar(x, 1000, 560, turn)
        pen.part(petal("frilled", x_top, y_top + 60, 400, 420, turn), LEAF if turn else GREEN)
        tip = polar(x_top, y_top + 60, 300, turn)
        line(pen, f"M{x_top} {y_top}L{tip[0]} {tip[1]}", 16, "#d9506a")
        pen.part(
            turned(Path.parse(f"M{x - 52} 1000L{x - 40} 420L{x + 40} 420L{x + 52} 1000Z"), turn, x, 1000), "#d9506a"
        )
        for dx in (-18, 18):
            rib = Path.lines([(x + dx, 440), (x + dx * 1.3, 980)], closed=False)
            pen.canvas.stroke(turned(rib, turn, x, 1000), pale("#d9506a", 0.45), 10)


def _persimmon(pen: Pen) -> None:
    """Two on a branch."""
    tube(pen, "M40 150Q500 60 980 220", 28, WOOD)
    for x in (300, 710):
        tube(pen, f"M{x} 130L{x} 330", 22, WOOD)
        pen.part(oval(x, 600, 260, 240), "#f08a35")
        glint(pen, x - 130, 540, 34, 70, 24, "#fbd0a0")
        for turn in (-70, -24, 24, 70):
            pen.part(petal("broad", x, 370, 180, 130, turn + 180), "#6f9a4a")
        dot(pen, x, 376, 24, WOOD)
    leaves(pen, ((140, 150, 240, 160), (520, 110, 240, 20), (880, 180, 230, 60)), GREEN, 0.44)


def _pistachios(pen: Pen) -> None:
    """Five, split open."""
    for x, y, turn in ((270, 330, -30), (720, 300, 24), (500, 560, 4), (260, 800, 30), (770, 780, -24)):
        for side in SIDES:
            shell = turned(
                Path.parse(f"M{x} {y - 170}C{x + side * 200} {y - 120} {x + side * 190} {y + 110} {x} {y + 150}Z"),
                turn + side * 14,
                x,
                y + 150,
            )
            pen.part(shell, "#ead2a6")
        pen.part(turned(oval(x, y - 20, 62, 130), turn, x, y), "#9fbf4f")
        pen.canvas.fill(turned(oval(x - 18, y - 40, 14, 60), turn, x, y), "#c9dd8a")


def _gumdrops(pen: Pen) -> None:
    for k, (x, y) in enumerate(((230, 820), (512, 820), (794, 820), (370, 540), (654, 540), (512, 260))):
        ink = (RED, "#ee8a3c", GREEN, GOLD, VIOLET, ROSE)[k]
        shape(
            pen,
            f"M{x - 130} {y + 120}C{x - 120} {y - 190} {x + 120} {y - 190} {x + 130} {y + 120}Q{x} {y + 160} {x - 130} {y + 120}Z",
            ink,
        )
        for dx, dy in ((-50, -40), (10, -90), (56, -10), (-70, 60), (0, 20), (66, 76), (-10, 100)):
            dot(pen, x + dx, y + dy, 12, pale(ink, 0.65))


def _allsorts(pen: Pen) -> None:
    """Layered squares, a coil, a ball and a roll."""
    for x, y, outer in ((220, 260, ROSE), (760, 760, GOLD)):
        for k, ink in enumerate((outer, "#2d2a33", WHITE, "#2d2a33", outer)):
            box(pen, x - 170, y - 180 + 72 * k, 340, 72, ink, 10)
    disc(pen, 740, 280, 190, BLUE)
    for k in range(18):
        dot(pen, *polar(740, 280, 60 + 100 * (k % 2), 40 * k), 14, pale(BLUE, 0.6))
    disc(pen, 250, 760, 200, "#f3a6c0")
    disc(pen, 250, 760, 84, "#2d2a33")
    for k in range(16):
        dot(pen, *polar(250, 760, 142, 22.5 * k), 12, WHITE)
    disc(pen, 500, 510, 120, "#2d2a33")
    disc(pen, 500, 510, 66, WHITE)


def _fudge(pen: Pen) -> None:
    """Three squares in a pile."""
    for x, y, ink in ((60, 600, "#8a5a34"), (530, 600, "#d9a568"), (290, 260, "#6a3f2a")):
        shape(pen, f"M{x} {y + 60}L{x + 90} {y}L{x + 440} {y}L{x + 350} {y + 60}Z", pale(ink, 0.3))
        shape(pen, f"M{x + 350} {y + 60}L{x + 440} {y}L{x + 440} {y + 280}L{x + 350} {y + 350}Z", deep(ink, 0.2))
        box(pen, x, y + 60, 350, 290, ink, 10)
        for dx, dy in ((80, 140), (200, 110), (270, 240), (120, 280)):
            dot(pen, x + dx, y + dy + 30, 15, deep(ink, 0.3))


STALL: Mapping[str, Draw] = {
    "red cabbage": fitted(_red_cabbage),
    "fennel bulb": fitted(_fennel),
    "rhubarb": fitted(_rhubarb),
    "persimmons": fitted(_persimmon),
    "pistachios": fitted(_pistachios),
    "gumdrops": fitted(_gumdrops),
    "liquorice allsorts": fitted(_allsorts),
    "fudge": fitted(_fudge),
}
"""By the name that the keyword table gives them."""
