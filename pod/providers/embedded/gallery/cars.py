"""Cars, vans and buses from their side, facing left: one body and one row of glass each. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import INK, Pen
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, shape, slab, tube

_GLASS, _CHROME, _TYRE = "#cfeaf5", "#d5dde5", "#3d3a48"


@dataclass(frozen=True, slots=True)
class Car:
    """`body` is outlined first, `panes` are its windows; wheels stand at `axles` on the line `floor`."""

    body: str
    panes: tuple[str, ...]
    axles: tuple[float, ...]
    ink: str
    r: float = 112.0
    floor: float = 800.0
    extra: tuple[Callable[[Pen], None], ...] = ()
    """What lies over the body."""
    roof: tuple[Callable[[Pen], None], ...] = ()
    """What stands on it, drawn before it."""
    white_walls: bool = False


def _car(car: Car) -> Draw:
    def draw(pen: Pen) -> None:
        for part in car.roof:
            part(pen)
        shape(pen, car.body, car.ink)
        for pane in car.panes:
            shape(pen, pane, _GLASS)
        for part in car.extra:
            part(pen)
        for x in car.axles:
            pen.canvas.fill(circle(x, car.floor - 8, car.r + 30), deep(car.ink, 0.55))
            _wheel(pen, x, car.floor, car.r, white=car.white_walls)

    return fitted(draw)


def _wheel(pen: Pen, x: float, y: float, r: float, *, white: bool) -> None:
    disc(pen, x, y, r, _TYRE)
    if white:
        dot(pen, x, y, 0.76 * r, "#fdfbf6")
    disc(pen, x, y, 0.5 * r, _CHROME)
    dot(pen, x, y, 0.2 * r, "#8d97a3")


def _lamp(x: float, y: float, r: float = 40.0) -> Callable[[Pen], None]:
    return lambda pen: disc(pen, x, y, r, "#fbe08f")


def _tail(x: float, y: float) -> Callable[[Pen], None]:
    return lambda pen: box(pen, x, y, 36, 70, "#e0564a", 14)


def _strip(y: float, left: float, right: float, ink: str = _CHROME, thick: float = 26) -> Callable[[Pen], None]:
    return lambda pen: slab(pen, left, y, right - left, thick, ink, thick / 2)


def _bumpers(left: float, right: float, y: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        for x in (left, right):
            box(pen, x - 50, y, 100, 46, _CHROME, 22)

    return draw


def _door(d: str) -> Callable[[Pen], None]:
    return lambda pen: line(pen, d, 11, INK)


def _handle(x: float, y: float) -> Callable[[Pen], None]:
    return lambda pen: slab(pen, x, y, 70, 16, INK, 8)


def _lower(d: str, ink: str) -> Callable[[Pen], None]:
    return lambda pen: shape(pen, d, ink)


def _boards(roof: float) -> Callable[[Pen], None]:
    """Two of them, on bars over the roof."""

    def draw(pen: Pen) -> None:
        for x in (360, 700):
            bar(pen, (x, roof - 60), (x, roof + 30), 14, _TYRE)
        for y, ink in ((roof - 60, "#f3bf4b"), (roof - 120, "#fdfbf6")):
            shape(
                pen,
                f"M170 {y + 20}C330 {y - 40} 700 {y - 40} 900 {y + 30}C700 {y + 70} 330 {y + 70} 170 {y + 20}Z",
                ink,
            )
            line(pen, f"M240 {y + 18}L840 {y + 26}", 10, "#e0564a")

    return draw


def _lights(pen: Pen) -> None:
    box(pen, 400, 240, 110, 70, "#4f79d8", 24)
    box(pen, 520, 240, 110, 70, "#e0475c", 24)


def _checks(pen: Pen) -> None:
    for k in range(16):
        for row in (0, 1):
            if (k + row) % 2 == 0:
                slab(pen, 110 + 52 * k, 590 + 34 * row, 52, 34, _TYRE, 0)


def _star_door(pen: Pen) -> None:
    mark(pen, "M330 500L640 500L640 700L330 700Z", "#fdfbf6")
    disc(pen, 486, 600, 58, "#4f79d8")
    dot(pen, 486, 600, 28, "#f3c84a")


def _flowers(pen: Pen) -> None:
    for x, y in ((300, 650), (560, 660), (800, 640)):
        for k in range(5):
            dot(pen, *polar(x, y, 42, 72 * k), 28, "#fdfbf6")
        dot(pen, x, y, 22, "#f3c84a")


_SALOON = "M50 780L50 640C50 580 90 560 150 550L300 530L400 350C416 318 440 300 480 300L690 300C740 300 770 320 800 350L890 520C950 530 980 570 980 640L980 780Z"
_SALOON_PANES = (
    "M350 530L440 370Q452 350 480 350L560 350L560 530Z",
    "M600 350L680 350Q720 350 744 384L820 530L600 530Z",
)
_BEETLE = "M40 790L40 720C40 600 130 560 250 540C320 400 400 280 560 280C720 280 800 380 850 520C940 560 990 640 990 720L990 790Z"
_BEETLE_PANES = ("M320 530C370 430 430 350 540 346L540 530Z", "M590 346C690 356 740 430 776 530L590 530Z")
_OLD = "M40 790L40 650C40 590 90 580 150 580L320 570L390 380C400 340 430 330 470 330L760 330C820 330 860 370 870 430L890 590C960 590 990 640 990 720L990 790Z"
_OLD_PANES = ("M390 560L440 400Q446 386 470 386L570 386L570 560Z", "M620 386L750 386Q790 386 800 430L826 560L620 560Z")
_MUSCLE = "M-176 690L-168 590Q-160 540 -100 530L400 496L560 384Q590 360 650 360L850 362Q920 366 980 420L1090 500L1180 512Q1214 524 1210 580L1200 690Q1196 740 1150 740L-130 740Q-176 740 -176 690Z"
_MUSCLE_PANES = ("M462 494L582 404L716 400L722 494Z", "M752 400L850 402L948 470L930 494L756 494Z")
_SPORTS = "M20 780C20 690 60 640 150 620L350 580C430 480 520 420 660 420C790 420 880 500 920 580C980 600 1000 660 1000 720L1000 780Z"
_SPORTS_PANES = ("M420 580C480 510 550 470 640 466L640 580Z", "M690 466C770 476 820 520 850 580L690 580Z")
_OPEN = "M40 780L40 640C40 580 90 560 150 556L380 540L500 530L780 530L850 500L900 520C960 540 990 590 990 650L990 780Z"
_VAN = "M60 830L60 520C60 480 74 440 100 390L150 250Q180 170 270 170L860 170Q970 170 970 280L970 830Z"


def _wind_screen(pen: Pen) -> None:
    shape(pen, "M360 540L440 380L500 380L440 540Z", _GLASS)
    shape(pen, "M560 540C560 440 660 440 664 540Z", "#a9713f")
    tube(pen, "M500 520L540 440", 16, _TYRE)
    shape(pen, "M700 540C700 430 810 430 820 530Z", "#a9713f")


def _stripe(pen: Pen) -> None:
    """Two along the flank, chrome at both ends, pipes under the sill."""
    for y, high in ((560, 34), (606, 12)):
        slab(pen, -120, y, 1290, high, "#fdfbf6", 0)
    for x in (-206, 1136):
        box(pen, x, 650, 110, 50, _CHROME, 22)
    box(pen, 300, 736, 420, 34, _CHROME, 16)


def _scoop(pen: Pen) -> None:
    """On the bonnet."""
    shape(pen, "M90 530L130 466L330 452L360 520Z", "#3d3a48")


def _roof_top(pen: Pen) -> None:
    shape(pen, "M330 170L420 60L860 60L860 170Z", "#fdfbf6")
    for x in (480, 600, 720):
        line(pen, f"M{x} 66L{x} 164", 10, "#c9b58a")


def _nose(pen: Pen) -> None:
    disc(pen, 130, 620, 48, "#fbe08f")
    box(pen, 20, 760, 190, 50, _CHROME, 24)
    box(pen, 830, 760, 190, 50, _CHROME, 24)


def _van(ink: str, upper: str, *, pop_up: bool = False, surfboards: bool = False, deco: bool = False) -> Draw:
    """The camper of two colours with a rounded front."""
    panes = ("M150 470L200 290Q212 250 250 250L330 250L330 470Z", "M390 250L570 250L570 470L390 470Z", "M630 250L800 250L800 470L630 470Z", "M850 250L890 270L900 470L850 470Z")  # fmt: skip
    belt = "M66 500L970 500L970 830L60 830L60 560Q60 530 66 500Z"
    return _car(
        Car(
            _VAN,
            panes,
            (270, 770),
            upper,
            r=108,
            floor=840,
            extra=(_lower(belt, ink), _nose, _door("M600 500L600 820M360 500L360 820"), _handle(390, 560), *((_flowers,) if deco else ())),
            roof=(*((_roof_top,) if pop_up else ()), *((_boards(170),) if surfboards else ())),
            white_walls=True,
        )
    )  # fmt: skip


def _double_decker(pen: Pen) -> None:
    shape(pen, "M70 880L70 160Q70 90 140 90L890 90Q960 90 960 160L960 880Z", "#d1332e")
    for k in range(5):
        box(pen, 110 + 166 * k, 160, 140, 150, _GLASS, 14)
    slab(pen, 78, 370, 874, 40, "#fbf2df", 0)
    for k in range(4):
        box(pen, 276 + 166 * k, 460, 140, 150, _GLASS, 14)
    box(pen, 100, 450, 140, 400, _GLASS, 16)
    line(pen, "M170 450L170 850", 12, INK)
    slab(pen, 290, 680, 640, 30, "#f3bf4b", 0)
    disc(pen, 90, 800, 30, "#fbe08f")
    for x in (370, 780):
        pen.canvas.fill(circle(x, 870, 130), "#7a1f22")
        _wheel(pen, x, 880, 104, white=False)


def _school_bus(pen: Pen) -> None:
    shape(pen, "M210 850L210 270Q210 210 270 210L920 210Q980 210 980 270L980 850Z", "#f6b92c")
    shape(pen, "M30 850L30 640Q30 560 110 550L220 540L220 850Z", "#f6b92c")
    box(pen, 240, 290, 130, 200, _GLASS, 14)
    for k in range(4):
        box(pen, 410 + 138 * k, 290, 110, 150, _GLASS, 14)
    for y in (530, 640):
        slab(pen, 218, y, 756, 26, _TYRE, 0)
    box(pen, 430, 160, 60, 56, "#e0564a", 16)
    box(pen, 800, 160, 60, 56, "#e0564a", 16)
    shape(pen, "M700 560L760 590L760 650L700 680L640 650L640 590Z", "#e0475c")
    disc(pen, 70, 680, 36, "#fbe08f")
    box(pen, 10, 800, 110, 50, _TYRE, 16)
    for x in (250, 800):
        pen.canvas.fill(circle(x, 850, 136), deep("#f6b92c", 0.5))
        _wheel(pen, x, 860, 108, white=False)


def _semi(pen: Pen) -> None:
    box(pen, 400, 240, 610, 470, "#fbf2df", 16)
    slab(pen, 410, 560, 590, 70, "#d1493f", 0)
    box(pen, 330, 700, 680, 70, "#8d97a3", 10)
    tube(pen, "M366 640L366 150", 34, _CHROME)
    shape(pen, "M20 760L20 560Q20 500 80 490L190 480L190 280Q190 230 240 230L350 230L350 760Z", "#d1332e")
    shape(pen, "M212 450L212 310Q212 280 244 280L320 280L320 450Z", _GLASS)
    for y in (540, 590, 640):
        slab(pen, 36, y, 110, 22, _CHROME, 8)
    box(pen, 6, 700, 130, 70, _CHROME, 20)
    disc(pen, 150, 570, 34, "#fbe08f")
    for x in (150, 420, 610, 760, 920):
        _wheel(pen, x, 800, 92, white=False)


def _taxi_words(pen: Pen) -> None:
    box(pen, 470, 220, 180, 84, "#fdfbf6", 18)
    for k in range(6):
        slab(pen, 488 + 26 * k, 246 + 18 * (k % 2), 22, 18, _TYRE, 0)


CARS: Mapping[str, Draw] = {
    "vintage car": _car(Car(_OLD, _OLD_PANES, (230, 790), "#3f8f8a", extra=(_strip(660, 330, 680), _lamp(90, 640), _tail(960, 650), _door("M596 570L596 770M360 580L340 770"), _handle(480, 610), _bumpers(60, 980, 770)), white_walls=True)),
    "muscle car": _car(Car(_MUSCLE, _MUSCLE_PANES, (90, 930), "#d1332e", r=132, floor=756, extra=(_stripe, _lamp(-128, 600, 34), _tail(1180, 580), _door("M738 500L730 730M440 500L410 730"), _handle(640, 560)), roof=(_scoop,))),
    "sports car": _car(Car(_SPORTS, _SPORTS_PANES, (230, 790), "#e0422f", r=112, floor=790, extra=(_lamp(110, 670, 34), _tail(956, 640), _door("M660 580L640 760M430 590L420 760"), _handle(560, 640)), roof=(lambda pen: shape(pen, "M860 470L980 430L1000 470L900 530Z", "#b53024"),))),
    "beetle car": _car(Car(_BEETLE, _BEETLE_PANES, (230, 790), "#6fb3b8", extra=(_lamp(110, 640, 44), _tail(940, 640), _door("M566 346L566 770M320 550L320 770"), _handle(450, 600), _bumpers(50, 980, 760), _strip(660, 350, 680)), white_walls=True)),
    "flower power car": _car(Car(_BEETLE, _BEETLE_PANES, (230, 790), "#e97fa0", extra=(_lamp(110, 640, 44), _flowers, _bumpers(50, 980, 760)), white_walls=True)),
    "convertible": _car(Car(_OPEN, (), (230, 790), "#4f8fd0", extra=(_lamp(90, 620), _tail(956, 600), _strip(650, 340, 690), _door("M640 540L630 760M400 550L390 760"), _handle(520, 600), _bumpers(60, 980, 760)), roof=(_wind_screen,), white_walls=True)),
    "car with surfboards": _car(Car(_OLD, _OLD_PANES, (230, 790), "#4f8fd0", extra=(_strip(660, 330, 680), _lamp(90, 640), _tail(960, 650), _door("M596 570L596 770"), _bumpers(60, 980, 770)), roof=(_boards(330),), white_walls=True)),
    "yellow cab": _car(Car(_SALOON, _SALOON_PANES, (230, 790), "#f6b92c", extra=(_checks, _lamp(80, 640, 34), _tail(950, 600), _door("M580 350L580 770")), roof=(_taxi_words,))),
    "police patrol car": _car(Car(_SALOON, _SALOON_PANES, (230, 790), "#35405c", extra=(_star_door, _lamp(80, 640, 34), _tail(950, 600)), roof=(_lights,))),
    "camper van": _van("#3f978f", "#fbf2df"),
    "orange camper van": _van("#ee8a3c", "#fbf2df"),
    "flower camper van": _van("#6fb3d8", "#fbf2df", deco=True),
    "camper van with surfboards": _van("#ee6f6a", "#fbf2df", surfboards=True),
    "pop top camper": _van("#d1493f", "#fbf2df", pop_up=True),
    "red double-decker bus": _double_decker,
    "yellow school bus": fitted(_school_bus),
    "semi truck": fitted(_semi),
}  # fmt: skip
