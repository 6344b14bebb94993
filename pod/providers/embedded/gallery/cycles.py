"""Bicycles, motorcycles and scooters from their side, facing left: frames of tubes on spoked wheels. Original art in a box of
1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import INK, Pen
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import band, bar, box, disc, dot, fitted, line, mark, pale, shape, tube

_TYRE, _CHROME, _SADDLE = "#3d3a48", "#c3ccd8", "#7a4a2c"


def _wheel(pen: Pen, x: float, y: float, r: float, spokes: int = 12, tyre: float = 34.0) -> None:
    """To be seen through."""
    band(pen, circle(x, y, r), tyre, _TYRE)
    pen.canvas.stroke(circle(x, y, r - tyre * 0.7), _CHROME, 10)
    for k in range(spokes):
        pen.canvas.stroke(Path.lines([(x, y), polar(x, y, r - tyre / 2, 360 * k / spokes)], closed=False), "#7d8591", 6)
    disc(pen, x, y, 0.12 * r + 10, _CHROME)


def _frame(pen: Pen, ink: str, *lines: str) -> None:
    for d in lines:
        tube(pen, d, 28, ink)


def _saddle(pen: Pen, x: float, y: float) -> None:
    shape(
        pen,
        f"M{x - 90} {y - 6}C{x - 40} {y - 30} {x + 60} {y - 50} {x + 100} {y - 30}C{x + 100} {y + 20} {x + 40} {y + 30} {x - 90} {y + 14}Z",
        _SADDLE,
    )


def _crank(pen: Pen, x: float, y: float) -> None:
    disc(pen, x, y, 62, _CHROME)
    dot(pen, x, y, 22, INK)
    bar(pen, (x, y), (x + 40, y + 110), 12, _TYRE)
    box(pen, x, y + 100, 90, 28, _TYRE, 12)


def _city_bike(pen: Pen) -> None:
    for x in (230, 794):
        _wheel(pen, x, 720, 220)
    _frame(
        pen, "#4fa39a", "M794 720L640 380L500 720L794 720", "M640 400L350 460", "M500 720L340 420", "M230 720L330 350"
    )
    tube(pen, "M330 350C320 290 240 270 210 300C190 330 220 350 250 346", 24, _CHROME)
    bar(pen, (634, 380), (620, 320), 14, _CHROME)
    _saddle(pen, 620, 300)
    _crank(pen, 500, 720)
    shape(pen, "M120 360L330 360L300 520L150 520Z", "#d9a35a")
    for x in (170, 225, 280):
        line(pen, f"M{x} 366L{C - 290 + 0.8 * (x - 225)} 514", 10, "#a9713a")
    line(pen, "M130 420L316 420M140 470L306 470", 10, "#a9713a")


def _mountain_bike(pen: Pen) -> None:
    """Wide tyres with knobs, a fork with springs, a straight bar, no basket."""
    for x in (224, 800):
        for k in range(26):
            pen.part(circle(*polar(x, 710, 238, 360 * k / 26), 21), _TYRE)
        _wheel(pen, x, 710, 210, spokes=14, tyre=62)
    _frame(pen, "#d9482f", "M800 710L640 430L486 720L800 710", "M640 430L340 420", "M486 720L345 500")
    tube(pen, "M224 710L310 470", 40, _CHROME)
    tube(pen, "M268 590L330 410", 34, "#3d3a48")
    for k in range(4):
        line(pen, f"M{236 + 11 * k} {640 - 30 * k}L{272 + 11 * k} {652 - 30 * k}", 11, INK)
    tube(pen, "M330 410L352 330M300 300L420 352", 24, _TYRE)
    bar(pen, (288, 296), (330, 314), 24, "#d9482f")
    bar(pen, (632, 430), (612, 330), 15, _CHROME)
    _saddle(pen, 606, 316)
    _crank(pen, 486, 720)
    disc(pen, 800, 710, 46, _CHROME)
    line(pen, "M486 662L800 666M490 780L800 752", 12, INK)


def _tandem(pen: Pen) -> None:
    for x in (170, 860):
        _wheel(pen, x, 720, 160)
    _frame(
        pen,
        "#e0564a",
        "M860 720L750 440L660 720L860 720",
        "M750 460L450 480L380 720L660 720",
        "M450 480L260 470L380 720M660 720L450 480",
        "M170 720L250 420",
    )
    for x in (450, 750):
        bar(pen, (x, 470), (x - 10, 390), 13, _CHROME)
        _saddle(pen, x - 14, 376)
    for x, y in ((250, 420), (570, 470)):
        tube(pen, f"M{x} {y}C{x - 6} {y - 80} {x - 70} {y - 90} {x - 90} {y - 60}", 20, _CHROME)
    for x in (380, 660):
        _crank(pen, x, 720)


def _tricycle(pen: Pen) -> None:
    _wheel(pen, 250, 720, 220, 10, 44)
    for x in (700, 850):
        _wheel(pen, x, 820, 120, 8, 36)
    _frame(pen, "#e0564a", "M270 330L400 640L780 760", "M270 330L250 720", "M560 690L600 520")
    tube(pen, "M160 330L380 300", 28, _CHROME)
    for x, y in ((150, 332), (390, 298)):
        bar(pen, (x - 20, y), (x + 20, y), 24, "#4f79d8")
    _saddle(pen, 610, 510)
    disc(pen, 250, 720, 44, _CHROME)
    bar(pen, (250, 720), (320, 800), 12, _TYRE)


def _unicycle(pen: Pen) -> None:
    _wheel(pen, C, 700, 270, 16, 40)
    for x in (C - 50, C + 50):
        tube(pen, f"M{x} 700L{x} 360", 26, "#e0564a")
    tube(pen, f"M{C - 50} 370Q{C} 300 {C + 50} 370", 26, "#e0564a")
    bar(pen, (C, 330), (C, 190), 18, _CHROME)
    shape(pen, "M360 130C420 170 600 170 670 110C700 170 660 220 512 220C400 220 350 190 360 130Z", _SADDLE)
    disc(pen, C, 700, 54, _CHROME)
    bar(pen, (C, 700), (C - 90, 800), 14, _TYRE)
    box(pen, C - 180, 790, 120, 30, _TYRE, 12)


def _chopper(pen: Pen) -> None:
    _wheel(pen, 160, 760, 150, 14)
    _wheel(pen, 800, 740, 170, 14, 60)
    for d in ("M160 760L330 340", "M190 770L360 350"):
        tube(pen, d, 22, _CHROME)
    shape(pen, "M640 560C720 500 900 520 960 620L990 690C900 590 760 560 660 620Z", "#d1332e")
    tube(pen, "M350 420L480 740L760 740", 40, _TYRE)
    shape(pen, "M360 430C400 360 560 360 640 470L620 540L420 540Z", "#d1332e")
    mark(pen, "M420 470C470 410 560 430 600 480C540 470 480 500 440 520Z", "#f3bf4b")
    shape(pen, "M600 500C640 530 700 510 760 480C800 440 860 440 870 470C860 560 720 600 620 570Z", _SADDLE)
    for x, turn in ((470, -24), (590, 20)):
        shape(pen, f"M{x - 50 + turn} 570L{x + 50 + turn} 570L{x + 60} 730L{x - 60} 730Z", _CHROME)
        for k in range(3):
            line(pen, f"M{x - 48 + turn} {604 + 34 * k}L{x + 48 + turn} {604 + 34 * k}", 9, "#7d8591")
    disc(pen, 530, 750, 70, _CHROME)
    for y in (800, 850):
        tube(pen, f"M480 {y - 20}L560 {y}L960 {y}", 30, _CHROME)
    tube(pen, "M350 350C330 250 380 200 480 210", 22, _CHROME)
    bar(pen, (470, 210), (540, 226), 22, _TYRE)
    disc(pen, 290, 400, 60, "#fbe08f")


def _dirt_bike(pen: Pen) -> None:
    for x in (200, 824):
        _wheel(pen, x, 740, 180, 14, 56)
        for k in range(20):
            dot(pen, *polar(x, 740, 212, 18 * k), 13, _TYRE)
    tube(pen, "M200 740L350 330", 36, _CHROME)
    tube(pen, "M824 740L560 680", 40, _CHROME)
    shape(pen, "M60 520C160 440 300 430 380 470L360 520C280 490 180 490 60 520Z", "#3f8fd0")
    shape(pen, "M350 410C420 360 560 380 640 420L980 390L960 450L700 520L560 640L430 600Z", "#3f8fd0")
    mark(pen, "M430 460L600 450L540 570L470 560Z", "#fdfbf6")
    shape(pen, "M520 400C600 380 760 370 860 380L840 430L600 460Z", _TYRE)
    shape(pen, "M420 600L610 600L640 740L400 740Z", _CHROME)
    disc(pen, 540, 690, 56, "#8d97a3")
    tube(pen, "M620 640C700 560 760 540 900 520", 34, _CHROME)
    tube(pen, "M350 330L300 270L380 250", 24, _TYRE)


def _scooter(ink: str, *, basket: bool = False) -> Draw:
    """Step-through, with a shield before the knees."""

    def draw(pen: Pen) -> None:
        if basket:
            for x, y, petal in (
                (110, 230, "#ee7f96"),
                (200, 190, "#f3bf4b"),
                (290, 230, "#fdfbf6"),
                (160, 250, "#8a6cc0"),
                (250, 260, "#ee8a3c"),
            ):
                for k in range(6):
                    disc(pen, *polar(x, y, 40, 60 * k), 24, petal)
                disc(pen, x, y, 22, "#f6d24a" if petal != "#f3bf4b" else "#a9652f")
            shape(pen, "M50 280L350 280L320 440L80 440Z", "#d9a35a")
            for y in (330, 385):
                line(pen, f"M64 {y}L338 {y}", 12, "#a9713a")
            for x in (120, 200, 280):
                line(pen, f"M{x} 288L{200 + 0.85 * (x - 200)} 434", 12, "#a9713a")
        for x in (220, 800):
            disc(pen, x, 820, 130, _TYRE)
            dot(pen, x, 820, 96, "#fdfbf6")
            disc(pen, x, 820, 62, _CHROME)
        tube(pen, "M330 260L220 820", 44, _CHROME)
        shape(pen, "M90 800C80 690 160 640 230 640C320 640 350 700 360 780L300 740C240 700 150 720 90 800Z", ink)
        shape(
            pen,
            "M300 300C350 280 400 300 400 360L380 720Q390 780 450 780L560 780L560 850L400 850C320 850 290 800 296 720Z",
            ink,
        )
        shape(
            pen,
            "M540 850L560 620C570 540 620 500 700 500L860 520C960 560 990 680 970 800C930 700 860 680 800 680C720 680 660 740 650 850Z",
            ink,
        )
        mark(pen, "M620 640C640 580 680 556 740 560C700 590 670 620 660 690Z", pale(ink, 0.5))
        shape(pen, "M560 500C560 440 620 420 700 430L880 440C930 450 930 510 890 520L600 520Z", _SADDLE)
        disc(pen, 310, 250, 66, ink)
        disc(pen, 262, 256, 46, "#fbe08f")
        tube(pen, "M330 230C350 180 420 170 460 190", 26, _CHROME)
        bar(pen, (440, 184), (500, 204), 22, _TYRE)
        disc(pen, 440, 90, 56, _CHROME)
        line(pen, "M390 190L430 140", 14)
        box(pen, 940, 600, 50, 60, "#e0564a", 18)

    return fitted(draw)


CYCLES: Mapping[str, Draw] = {
    "vintage bicycle": fitted(_city_bike),
    "mountain bike": fitted(_mountain_bike),
    "tandem bicycle": fitted(_tandem),
    "tricycle": fitted(_tricycle),
    "unicycle": _unicycle,
    "chopper motorcycle": fitted(_chopper),
    "dirt bike": fitted(_dirt_bike),
    "vespa scooter": _scooter("#8fd0b9"),
    "scooter with a basket of flowers": _scooter("#8fd0b9", basket=True),
}
