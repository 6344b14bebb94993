"""Bread, cheese, sweets, greens and fruit that the sets have only a near relative of. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, GOLD, GREEN, LEAF, WHITE, WOOD, C, Draw, leaves, petal
from pod.providers.embedded.objects.kit import (
    box,
    deep,
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

_CRUST = "#b9783c"


def _sourdough(pen: Pen) -> None:
    """A round loaf, scored, dusted with flour."""
    loaf = oval(C, 560, 490, 380)
    pen.part(loaf, _CRUST)
    with pen.canvas.group(loaf):
        pen.canvas.fill(oval(C, 470, 440, 280), pale(_CRUST, 0.3))
        for d in (
            "M150 640C300 300 560 220 800 330C600 350 360 450 230 720Z",
            "M330 790C450 520 660 430 880 500C720 560 560 680 470 850Z",
        ):
            mark(pen, d, "#f6e6c6")
            line(pen, d, 12, deep(_CRUST, 0.3))
        for x, y in ((560, 300), (700, 420), (420, 600), (640, 720), (800, 640), (250, 520), (520, 480)):
            dot(pen, x, y, 13, WHITE)
    for k in range(5):
        at = 640 + 60 * k
        line(pen, f"M{at} {760 - 12 * k}Q{at + 40} {700 - 12 * k} {at + 30} {640 - 8 * k}", 12, deep(_CRUST, 0.3))


def _carrots(pen: Pen) -> None:
    """Three, tied by their greens."""
    for x, turn in ((C, 26), (C, -26), (C, 0)):
        root = Path.parse("M0 0C120 0 130 60 110 160C90 300 40 470 0 560C-40 470 -90 300 -110 160C-130 60 -120 0 0 0Z")
        body = turned(root.transformed(Transform.move(x, 420)), turn, C, 330)
        pen.part(body, "#ee8a3c")
        with pen.canvas.group(body):
            for dy, side in ((90, -1), (180, 1), (270, -1)):
                nick = Path.lines([(x + side * 110, 420 + dy), (x + side * 30, 424 + dy)], closed=False)
                pen.canvas.stroke(turned(nick, turn, C, 330), deep("#ee8a3c", 0.3), 16)
    for turn in (-62, 62, -40, 40, -20, 20, 0):
        pen.part(petal("frilled", C, 420, 380 - abs(turn), 190, turn), (GREEN, LEAF)[abs(turn) % 40 // 20])
    box(pen, C - 110, 360, 220, 70, "#d9b77a", 30)


def _caprese(pen: Pen) -> None:
    """Slices of tomato and mozzarella by turns, basil on top."""
    pen.part(oval(C, 640, 500, 230), "#7fa9c9")
    pen.part(oval(C, 620, 400, 170), WHITE)
    for k in range(6):
        x = 190 + 128 * k
        ink = "#e0493f" if k % 2 == 0 else "#fffaf0"
        pen.part(oval(x, 560, 120, 170, 14), ink)
        if k % 2 == 0:
            for dx, dy in ((-30, -60), (30, -20), (-24, 40), (26, 80)):
                pen.canvas.fill(oval(x + dx, 560 + dy, 26, 34, 14), "#f6a08a")
        else:
            glint(pen, x - 30, 480, 22, 46, 14, "#e9e2d2")
    for x, y, turn in ((330, 470, -30), (420, 430, 40), (590, 460, -20), (690, 430, 50)):
        pen.part(petal("broad", x, y + 60, 150, 110, turn), GREEN)


def _mozzarella(pen: Pen) -> None:
    pen.part(circle(400, 560, 330), "#fffaf0")
    glint(pen, 300, 430, 50, 90, 30, "#ffffff")
    pen.canvas.fill(oval(430, 720, 200, 90), "#efe6d4")
    for x, y in ((640, 760), (800, 760)):
        pen.part(oval(x, y, 150, 150), "#fffaf0")
        pen.canvas.fill(oval(x + 20, y + 60, 80, 40), "#efe6d4")


def _brie(pen: Pen) -> None:
    """A wheel with a wedge cut out of it."""
    rind = "#f7f1e2"
    shape(pen, "M30 520C30 660 260 780 512 780C764 780 994 660 994 520L994 420L30 420Z", deep(rind, 0.08))
    pen.part(oval(C, 420, 482, 220), rind)
    shape(pen, f"M{C} 420L980 500Q960 600 860 660L{C} 640Z", "#f3d48a")
    shape(pen, f"M{C} 420L860 560L860 700Q700 780 560 780L{C} 640Z", "#f6dfa0")
    mark(pen, f"M{C} 430L850 566L850 590L{C} 460Z", rind)
    shape(pen, "M690 760L1010 700L1010 800L760 900Z", "#f6dfa0")
    shape(pen, "M690 760L760 690L1010 700Z", rind)
    for x, y in ((260, 380), (400, 330), (340, 470), (620, 320), (220, 470)):
        dot(pen, x, y, 14, deep(rind, 0.14))


def _blue_cheese(pen: Pen) -> None:
    shape(pen, "M60 520L900 300L980 520L980 760L60 800Z", "#f6edd0")
    shape(pen, "M60 520L900 300L980 520Z", "#fbf6e3")
    for d in (
        "M160 610Q230 580 280 640Q240 700 170 680Z",
        "M380 660Q450 590 520 660Q480 730 400 710Z",
        "M640 590Q720 560 760 620Q700 680 640 650Z",
        "M820 660Q890 640 920 700Q860 740 820 710Z",
        "M260 730Q330 700 360 750Q300 780 260 770Z",
        "M570 730Q640 700 690 740Q620 780 570 760Z",
        "M560 440Q640 420 680 450Q620 480 560 470Z",
        "M780 400Q830 390 860 420Q820 440 780 430Z",
    ):
        mark(pen, d, "#5f86a8")


def _sprouts(pen: Pen) -> None:
    for x, y, r in ((300, 360, 230), (740, 400, 220), (C, 720, 250)):
        pen.part(circle(x, y, r), "#8fbf5f")
        for turn, share in ((-50, 1.0), (50, 0.96)):
            pen.part(
                petal("round", x, y + r * 0.96, 1.7 * r * share, 1.3 * r, turn * 0.5),
                mix("#a9d077", GREEN, 0.3 * (turn > 0)),
            )
        for lean in (-0.34, 0.1, 0.4):
            line(
                pen,
                f"M{x} {y + 0.9 * r}Q{x + lean * r} {y + 0.3 * r} {x + 1.3 * lean * r} {y - 0.4 * r}",
                11,
                "#d6ecb4",
            )
        pen.part(oval(x, y + 0.98 * r, 0.26 * r, 0.16 * r), "#efe6c4")


def _okra(pen: Pen) -> None:
    for x, y, turn in ((330, 500, -24), (680, 480, 22), (C, 540, 0)):
        pod = turned(
            Path.parse(
                f"M{x - 90} {y - 300}C{x - 100} {y} {x - 40} {y + 300} {x} {y + 440}C{x + 40} {y + 300} {x + 100} {y} {x + 90} {y - 300}Z"
            ),
            turn,
            x,
            y,
        )
        pen.part(pod, "#7fae4a")
        for dx in (-34, 0, 34):
            rib = Path.lines([(x + dx, y - 280), (x + dx * 0.6, y + 120), (x, y + 380)], closed=False)
            pen.canvas.stroke(turned(rib, turn, x, y), deep("#7fae4a", 0.25), 12)
        pen.part(turned(rounded_rect(x - 104, y - 340, 208, 66, 30), turn, x, y), "#5f8f3a")
        pen.part(turned(rounded_rect(x - 24, y - 410, 48, 90, 20), turn, x, y), "#5f8f3a")


def _guava(pen: Pen) -> None:
    pen.part(oval(360, 430, 310, 330, -12), "#9fc45a")
    glint(pen, 250, 300, 46, 80, 30, "#cfe39a")
    leaves(pen, ((420, 130, 260, 62),), GREEN, 0.4)
    pen.part(circle(660, 650, 320), "#9fc45a")
    pen.canvas.fill(circle(660, 650, 280), "#f9d7c9")
    pen.canvas.fill(circle(660, 650, 236), "#ef7f86")
    for k in range(12):
        dot(pen, *polar(660, 650, 120 if k % 2 else 70, 30 * k), 17, "#fbe3b4")


def _sage_bundle(pen: Pen) -> None:
    """Dried, bound with thread, its end smoking."""
    pen.part(limb(curve((300, 880), (460, 700), (600, 520), (720, 400)), 90, 120), "#9db38a")
    for t in range(6):
        x, y = 360 + 68 * t, 820 - 82 * t
        pen.part(petal("pointed", x, y, 220, 90, 20), pale("#9db38a", 0.3 * (t % 2)))
        pen.part(petal("pointed", x, y, 210, 90, 70), deep("#9db38a", 0.12 * (t % 2)))
    for k in range(4):
        x, y = 360 + 76 * k, 830 - 92 * k
        tube(pen, f"M{x - 80} {y - 70}L{x + 90} {y + 80}", 15, "#f3e3c8")
    dot(pen, 770, 380, 40, "#ee8a3c")
    for dx, top in ((0, 40), (90, 110)):
        tube(pen, f"M{770 + dx} 330Q{700 + dx} 250 {780 + dx} 190Q{860 + dx} 130 {790 + dx} {top}", 22, "#e3e6ea")


def _bay(pen: Pen) -> None:
    tube(pen, f"M{C} 1000Q500 620 530 160", 18, WOOD)
    for k, (y, size) in enumerate(((900, 330), (720, 340), (540, 330), (370, 280))):
        for turn in (-58, 58):
            leaves(pen, ((C, y, size, turn),), mix(GREEN, "#3f6f3a", 0.4 * (k % 2)), 0.34)
    leaves(pen, ((528, 230, 230, 4),), GREEN, 0.36)


def _lily_pads(pen: Pen) -> None:
    """Three on the water, one with a flower."""
    pen.part(blob(C, 680, 500, 250, 2.6), "#8fcbe3")
    for x, y, rx in ((270, 620, 190), (760, 600, 200), (C, 810, 230)):
        pen.part(
            Path.parse(
                f"M{x} {y}L{x + 0.94 * rx} {y - 0.12 * rx}C{x + rx} {y - 0.6 * rx} {x - rx} {y - 0.7 * rx} {x - rx} {y}C{x - rx} {y + 0.66 * rx} {x + rx} {y + 0.66 * rx} {x + 0.96 * rx} {y + 0.1 * rx}Z"
            ),
            "#6fae5a",
        )
        for dx, dy in ((-0.6, -0.2), (-0.7, 0.14), (-0.3, 0.34), (-0.2, -0.38)):
            line(pen, f"M{x} {y}L{x + dx * rx} {y + dy * rx}", 10, pale("#6fae5a", 0.4))
    for r, count, ink in ((200, 8, "#f3a6c0"), (150, 7, "#f7c4d4")):
        for k in range(count):
            turn = -84 + 168 * k / (count - 1)
            pen.part(petal("pointed", 760, 590, r * 1.2, 0.5 * r, turn), ink)
    dot(pen, 760, 560, 34, GOLD)


def _sweet_peas(pen: Pen) -> None:
    for x, y, ink, lean in ((300, 380, "#f2a3bd", -16), (730, 360, "#b39ae0", 16), (C, 200, "#ee7f96", 0)):
        tube(pen, f"M{C} 1000Q{C + 0.4 * (x - C)} 700 {x} {y + 60}", 15, GREEN)
        for dy, size in ((150, 0.7), (0, 1.0)):
            for turn in (-44, 44):
                pen.part(petal("broad", x, y + dy + 40, 210 * size, 220 * size, turn + lean), ink)
            for turn in (-22, 22):
                pen.part(petal("round", x, y + dy + 90 * size, 150 * size, 110 * size, turn + lean), pale(ink, 0.45))
    for side in SIDES:
        leaves(pen, ((C, 900, 260, side * 60), (C, 760, 220, side * 50)), LEAF, 0.34)
        line(
            pen,
            f"M{C + side * 20} 700Q{C + side * 160} 660 {C + side * 170} 560Q{C + side * 150} 500 {C + side * 120} 560",
            12,
            GREEN,
        )


def _bougainvillea(pen: Pen) -> None:
    tube(pen, "M120 980Q360 760 520 560Q660 380 900 160", 20, WOOD)
    for x, y, turn in (
        (260, 800, -40),
        (420, 660, 60),
        (640, 440, -60),
        (820, 240, 60),
        (560, 560, 120),
        (760, 330, -30),
    ):
        leaves(pen, ((x, y, 200, turn),), GREEN, 0.4)
    for x, y, r, lean in (
        (300, 620, 150, 0),
        (520, 760, 140, 30),
        (560, 400, 160, 50),
        (760, 560, 140, 10),
        (720, 180, 150, 20),
        (900, 380, 120, 40),
    ):
        for turn in (0, 120, 240):
            pen.part(petal("broad", x, y, r, r * 1.1, turn + lean), ("#d93f8f", "#e862a6")[int(x) // 20 % 2])
        for turn in (60, 180, 300):
            dot(pen, *polar(x, y, 26, turn + lean), 15, CREAM)


def _peppers(pen: Pen) -> None:
    """Red, yellow and green."""
    for x, y, ink in ((260, 520, "#f3bf4b"), (764, 520, "#5f9f4a"), (C, 600, "#d1433a")):
        shape(
            pen,
            f"M{x - 200} {y - 160}C{x - 180} {y - 280} {x - 60} {y - 260} {x} {y - 200}C{x + 60} {y - 260} {x + 180} {y - 280} {x + 200} {y - 160}C{x + 250} {y + 60} {x + 160} {y + 330} {x + 80} {y + 340}Q{x} {y + 300} {x - 80} {y + 340}C{x - 160} {y + 330} {x - 250} {y + 60} {x - 200} {y - 160}Z",
            ink,
        )
        line(
            pen,
            f"M{x - 60} {y - 180}Q{x - 100} {y + 60} {x - 50} {y + 260}M{x + 60} {y - 180}Q{x + 100} {y + 60} {x + 50} {y + 260}",
            12,
            deep(ink, 0.25),
        )
        glint(pen, x - 150, y - 60, 22, 80, 8, pale(ink, 0.5))
        tube(pen, f"M{x} {y - 200}Q{x - 10} {y - 300} {x + 50} {y - 340}", 38, "#4f8a3f")


def _hellebore(pen: Pen) -> None:
    for x, y in ((290, 400), (740, 430), (C, 260)):
        tube(pen, f"M{C} 1000Q{C + 0.3 * (x - C)} 700 {x} {y}", 16, "#6f8f4a")
    for turn in (-70, -40, 40, 70):
        leaves(pen, ((C, 960, 380, turn),), "#4f7f4a", 0.24)
    for x, y, r, ink in ((290, 400, 200, "#c9a3b8"), (740, 430, 190, "#dfe3c4"), (C, 260, 220, "#a86f8f")):
        for k in range(5):
            pen.part(petal("broad", x, y, r, r, 72 * k), ink)
        for k in range(10):
            dot(pen, *polar(x, y, 0.3 * r, 36 * k), 13, "#f6e6a0")
        dot(pen, x, y, 0.14 * r, "#8fae5a")


LARDER: Mapping[str, Draw] = {
    "sourdough loaf": fitted(_sourdough),
    "bunch of carrots": fitted(_carrots),
    "caprese salad": fitted(_caprese),
    "mozzarella": fitted(_mozzarella),
    "brie": fitted(_brie),
    "blue cheese": fitted(_blue_cheese),
    "brussels sprouts": fitted(_sprouts),
    "okra": fitted(_okra),
    "guava": fitted(_guava),
    "three bell peppers": fitted(_peppers),
}
"""By the name that the keyword table gives them."""

GREENERY: Mapping[str, Draw] = {
    "sage bundle": fitted(_sage_bundle),
    "bay leaves": fitted(_bay),
    "lily pads": fitted(_lily_pads),
    "sweet peas": fitted(_sweet_peas),
    "bougainvillea": fitted(_bougainvillea),
    "hellebore": fitted(_hellebore),
}
"""What grows, likewise."""
