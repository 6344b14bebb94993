"""Aeroplanes, space craft and what runs on snow or rails, from their side: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, slab, tube

_GLASS, _CHROME, _TYRE, _CREAM = "#cfeaf5", "#c3ccd8", "#3d3a48", "#fbf2df"


def _propeller(pen: Pen, x: float, y: float, reach: float) -> None:
    for side in SIDES:
        shape(
            pen,
            f"M{x} {y}C{x - 34} {y + side * 0.4 * reach} {x - 30} {y + side * reach} {x} {y + side * reach}C{x + 30} {y + side * reach} {x + 34} {y + side * 0.4 * reach} {x} {y}Z",
            _TYRE,
        )
    shape(pen, f"M{x + 40} {y - 50}C{x - 60} {y - 40} {x - 60} {y + 40} {x + 40} {y + 50}Z", "#f3bf4b")


def _small_plane(pen: Pen) -> None:
    """High on its wheels, one engine in the nose, the wing towards whoever looks."""
    shape(pen, "M820 470L930 230Q944 200 980 210L1000 216L960 500Z", "#e09a2a")
    shape(
        pen,
        "M110 520C120 430 220 400 340 396L420 290Q440 260 480 260L600 260Q640 264 660 300L720 390L980 450Q1010 470 980 500L760 570C640 620 360 660 220 640C140 626 110 590 110 520Z",
        "#f6c53f",
    )
    shape(pen, "M380 396L450 306Q460 296 480 296L530 296L530 396Z", _GLASS)
    shape(pen, "M566 296L600 300Q620 304 634 330L664 396L566 396Z", _GLASS)
    mark(pen, "M130 500C300 560 700 520 970 470L976 494C700 570 320 620 134 560Z", "#d1493f")
    shape(pen, "M400 470L640 470L760 660Q770 690 730 690L590 690Q560 690 540 670Z", "#e09a2a")
    shape(pen, "M830 440L940 430L1010 500L900 510Z", "#e09a2a")
    for x in (280, 480):
        bar(pen, (x + 30, 620), (x, 740), 14, _CHROME)
        disc(pen, x, 760, 58, _TYRE)
        disc(pen, x, 760, 24, _CHROME)
    _propeller(pen, 100, 520, 190)


def _biplane(pen: Pen) -> None:
    shape(pen, "M830 470L920 250Q960 230 990 270L970 500Z", "#d1493f")
    box(pen, 250, 700, 480, 56, "#d1493f", 28)
    shape(
        pen,
        "M120 540C120 440 200 410 340 410L700 430L980 470Q1006 490 980 520L720 640C560 700 300 700 200 670C140 650 120 600 120 540Z",
        "#d1493f",
    )
    mark(pen, "M124 560C300 610 700 560 980 496L980 520C700 620 300 680 150 630Z", _CREAM)
    shape(pen, "M540 424C550 350 640 350 660 428Z", _GLASS)
    disc(pen, 820, 500, 44, _CREAM)
    mark(pen, "M820 470L828 492L850 494L832 508L838 530L820 518L802 530L808 508L790 494L812 492Z", "#d1493f")
    for x in (330, 620):
        bar(pen, (x - 20, 300), (x + 10, 700), 13, "#a9713f")
    box(pen, 200, 250, 560, 62, "#d1493f", 30)
    line(pen, "M310 310L640 700M600 310L340 700", 7)
    for x in (290, 470):
        bar(pen, (x + 40, 740), (x, 850), 13, "#a9713f")
        disc(pen, x, 870, 60, _TYRE)
        disc(pen, x, 870, 24, _CHROME)
    _propeller(pen, 104, 550, 210)


def _seaplane(pen: Pen) -> None:
    for x in (300, 600):
        bar(pen, (x, 600), (x - 10, 770), 14, _CHROME)
    shape(pen, "M90 760C160 720 760 720 860 760C820 850 220 860 90 760Z", "#f3bf4b")
    shape(pen, "M820 450L930 230L990 240L960 490Z", "#d1493f")
    shape(
        pen,
        "M110 510C120 420 240 400 360 390L460 300L620 300L720 390L980 440Q1010 470 980 490L740 580C600 640 360 640 220 620C140 600 110 570 110 510Z",
        "#fbf2df",
    )
    mark(pen, "M116 530C300 570 700 520 980 470L980 492C700 580 320 620 150 590Z", "#d1493f")
    shape(pen, "M420 390L480 336L530 336L530 390Z", _GLASS)
    shape(pen, "M566 336L610 336L660 390L566 390Z", _GLASS)
    box(pen, 320, 240, 480, 62, "#d1493f", 30)
    bar(pen, (500, 560), (440, 300), 11, _CHROME)
    _propeller(pen, 100, 510, 180)


def _paper_plane(pen: Pen) -> None:
    shape(pen, "M20 520L1000 120L420 640Z", "#fdfbf6")
    shape(pen, "M1000 120L420 640L440 900L560 690Z", "#c9d5de")
    shape(pen, "M1000 120L560 690L800 800Z", "#e9eff3")
    for d in ("M60 800Q180 720 300 760", "M160 900Q260 850 340 880"):
        pen.canvas.stroke(Path.parse(d), "#8fb4c8", 18, dash=(44, 30))


def _shuttle(pen: Pen) -> None:
    for x, ink in ((512, "#e08a3c"),):
        shape(pen, f"M{x - 110} 900L{x - 110} 300Q{x} 20 {x + 110} 300L{x + 110} 900Z", ink)
    for x in (330, 694):
        shape(pen, f"M{x - 54} 900L{x - 54} 330Q{x} 180 {x + 54} 330L{x + 54} 900Z", "#fdfbf6")
        slab(pen, x - 50, 420, 100, 30, "#8d97a3", 0)
        for ink, low, half in (("#f2762e", 1020, 60), ("#fbc845", 980, 34)):
            shape(pen, f"M{x - half} 904Q{x} {low + 60} {x + half} 904Z", ink)
    shape(
        pen,
        "M512 240C590 330 600 420 600 520L760 800L760 870L600 850L600 890L424 890L424 850L264 870L264 800L424 520C424 420 434 330 512 240Z",
        "#fdfbf6",
    )
    shape(pen, "M452 420Q512 370 572 420L562 470L462 470Z", _TYRE)
    mark(pen, "M280 810L424 690L424 840L280 858ZM744 810L600 690L600 840L744 858Z", _TYRE)
    shape(pen, "M496 640L528 640L540 890L484 890Z", "#c3ccd8")


def _space_station(pen: Pen) -> None:
    box(pen, 120, 484, 784, 50, _CHROME, 20)
    for x in (60, 250, 650, 840):
        for y in (180, 560):
            box(pen, x, y, 124, 290, "#3f6fa8", 10)
            for k in range(1, 5):
                line(pen, f"M{x + 6} {y + 58 * k}L{x + 118} {y + 58 * k}", 7, "#9fc4e8")
            line(pen, f"M{x + 62} {y + 6}L{x + 62} {y + 284}", 7, "#9fc4e8")
    box(pen, 430, 330, 164, 390, "#fdfbf6", 60)
    box(pen, 400, 440, 224, 140, "#e4edf2", 40)
    for y in (400, 510, 620):
        disc(pen, C, y, 34, "#cfeaf5")
    line(pen, "M512 330L512 230", 14)
    shape(pen, "M440 230Q512 320 584 230Z", _CHROME)


def _skis(pen: Pen) -> None:
    for x, turn, ink in ((420, -14, "#d1493f"), (604, 14, "#3f6fa8")):
        to = Transform.rotate(turn, (C, C))
        pen.part(
            Path.parse(
                f"M{x - 40} 990L{x - 40} 140C{x - 40} 40 {x - 20} 10 {x} 4C{x + 20} 10 {x + 40} 40 {x + 40} 140L{x + 40} 990Q{x} 1010 {x - 40} 990Z"
            ).transformed(to),
            ink,
        )
        pen.canvas.fill(rounded_rect(x - 40, 260, 80, 60, 0).transformed(to), _CREAM)
        pen.part(rounded_rect(x - 50, 520, 100, 180, 24).transformed(to), _TYRE)
    for side in SIDES:
        bar(pen, (C + side * 440, 120), (C + side * 300, 960), 12, _CHROME)
        disc(pen, C + side * 308, 900, 44, _TYRE)
        bar(pen, (C + side * 444, 100), (C + side * 432, 180), 24, _TYRE)


def _crossed_skis(pen: Pen) -> None:
    for side, ink in ((-1.0, "#d1493f"), (1.0, "#3f6fa8")):
        to = Transform.rotate(side * 36, (C, C))
        pen.part(
            Path.parse(
                "M462 1000L462 130C462 40 490 10 512 4C534 10 562 40 562 130L562 1000Q512 1020 462 1000Z"
            ).transformed(to),
            ink,
        )
        pen.canvas.fill(rounded_rect(462, 220, 100, 50, 0).transformed(to), _CREAM)
        pen.part(rounded_rect(450, 640, 124, 160, 24).transformed(to), _TYRE)


def _snowboard(pen: Pen) -> None:
    to = Transform.rotate(24, (C, C))
    body = Path.parse(
        "M512 10C640 10 660 120 640 260C620 420 620 600 640 760C660 900 640 1014 512 1014C384 1014 364 900 384 760C404 600 404 420 384 260C364 120 384 10 512 10Z"
    ).transformed(to)
    pen.part(body, "#3f978f")
    with pen.canvas.group(body):
        pen.canvas.fill(
            Path.parse("M300 60L740 300L740 420L300 180ZM300 620L740 860L740 960L300 720Z").transformed(to), "#f3bf4b"
        )
    for y in (330, 690):
        pen.part(rounded_rect(420, y - 70, 184, 140, 30).transformed(to), _TYRE)
        pen.canvas.fill(rounded_rect(440, y - 20, 144, 30, 12).transformed(to), "#e0564a")


def _snowmobile(pen: Pen) -> None:
    shape(
        pen,
        "M30 780C120 740 160 700 220 640L300 500L440 400L500 420L460 520L560 560L900 540L990 600L960 720L600 760L380 740L300 800L80 830Z",
        "#3f6fa8",
    )
    shape(pen, "M300 500L400 330L450 340L440 400Z", _GLASS)
    shape(pen, "M560 560C600 470 760 470 920 500L930 550L580 570Z", _TYRE)
    tube(pen, "M450 400L540 380", 26, _TYRE)
    shape(pen, "M560 740L940 720Q1010 780 940 860L620 870Q540 820 560 740Z", _TYRE)
    for x in (640, 750, 860):
        disc(pen, x, 800, 36, _CHROME)
    tube(pen, "M20 810Q60 880 160 880L420 880", 26, "#e0564a")
    bar(pen, (240, 780), (260, 876), 14, _CHROME)
    mark(pen, "M240 650L420 560L480 600L320 700Z", "#fdfbf6")


def _steam_engine(pen: Pen) -> None:
    """Seen from the side, with its boiler whole, facing left."""
    for x, y, r in ((250, 90, 80), (380, 50, 100), (540, 70, 80)):
        disc(pen, x, y, r, "#e4e8ec")
    shape(pen, "M170 330L150 170L290 170L270 330Z", _TYRE)
    box(pen, 130, 150, 180, 46, "#d1493f", 14)
    shape(pen, "M400 330C400 270 520 270 520 330Z", "#f3bf4b")
    box(pen, 110, 320, 560, 300, "#3f7a5a", 60)
    for x in (250, 430, 590):
        slab(pen, x, 326, 30, 288, "#f3bf4b", 0)
    disc(pen, 120, 470, 70, "#fbe08f")
    shape(pen, "M640 260L960 260L960 660L640 660Z", "#d1493f")
    box(pen, 600, 210, 400, 64, "#3f7a5a", 20)
    box(pen, 700, 320, 190, 160, "#cfeaf5", 14)
    box(pen, 90, 610, 880, 70, _TYRE, 14)
    shape(pen, "M90 640L20 800L160 800L200 680Z", "#d1493f")
    for x, r in ((280, 92), (470, 92), (760, 140)):
        y = 870 - r
        disc(pen, x, y, r, "#d1493f")
        disc(pen, x, y, 0.7 * r, _CREAM)
        for k in range(4):
            line(
                pen,
                f"M{polar(x, y, 0.7 * r, 45 * k)[0]} {polar(x, y, 0.7 * r, 45 * k)[1]}L{polar(x, y, 0.7 * r, 45 * k + 180)[0]} {polar(x, y, 0.7 * r, 45 * k + 180)[1]}",
                12,
                "#d1493f",
            )
        disc(pen, x, y, 0.22 * r, "#f3bf4b")
    bar(pen, (280, 790), (760, 760), 16, _CHROME)
    slab(pen, 20, 872, 984, 26, "#8d97a3", 8)
    for k in range(9):
        slab(pen, 50 + 108 * k, 898, 60, 30, "#7a5236", 6)


def _vintage_tractor(pen: Pen) -> None:
    tube(pen, "M330 420L330 210", 34, _TYRE)
    shape(pen, "M120 420Q120 400 140 400L560 400L600 470L600 640L140 640Q120 640 120 620Z", "#d1493f")
    for x in (170, 220, 270):
        slab(pen, x, 430, 24, 180, deep("#d1493f", 0.35), 8)
    slab(pen, 330, 470, 230, 30, "#f6e3b5", 8)
    shape(pen, "M470 620C480 430 640 340 790 380C900 410 960 500 970 600C860 470 700 450 620 660Z", "#d1493f")
    bar(pen, (570, 420), (640, 330), 13, _TYRE)
    pen.canvas.stroke(oval(640, 310, 76, 30, -34), INK, 34)
    pen.canvas.stroke(oval(640, 310, 76, 30, -34), "#6b4128", 18)
    shape(pen, "M740 400L830 300Q870 300 870 340L860 420Z", _TYRE)
    for x, y, r in ((760, 690, 230), (220, 770, 150)):
        disc(pen, x, y, r, _TYRE)
        for k in range(16):
            pen.canvas.fill(
                rounded_rect(x - 14, y - r - 8, 28, 50, 8).transformed(Transform.rotate(22.5 * k + 8, (x, y))),
                "#5b5866",
            )
        disc(pen, x, y, 0.56 * r, "#f3bf4b")
        disc(pen, x, y, 0.2 * r, "#d1493f")
    disc(pen, 130, 440, 36, "#fbe08f")


def _wagon(pen: Pen) -> None:
    tube(pen, "M180 700L60 380", 24, _TYRE)
    tube(pen, "M20 400L110 350", 28, _TYRE)
    shape(pen, "M150 420L960 420L920 700L190 700Z", "#d1332e")
    slab(pen, 150, 420, 800, 50, pale("#d1332e", 0.3), 8)
    for x in (320, 800):
        disc(pen, x, 800, 120, _TYRE)
        disc(pen, x, 800, 66, _CREAM)
        dot(pen, x, 800, 24, "#d1332e")


AIRCRAFT: Mapping[str, Draw] = {
    "small plane": fitted(_small_plane),
    "biplane": fitted(_biplane),
    "seaplane": fitted(_seaplane),
    "paper plane": fitted(_paper_plane),
    "space shuttle": fitted(_shuttle),
    "space station": fitted(_space_station),
    "skis": fitted(_skis),
    "crossed skis": fitted(_crossed_skis),
    "snowboard": fitted(_snowboard),
    "snowmobile": fitted(_snowmobile),
    "steam engine": fitted(_steam_engine),
    "vintage tractor": fitted(_vintage_tractor),
    "red wagon": fitted(_wagon),
}
