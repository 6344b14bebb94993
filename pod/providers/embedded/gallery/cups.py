"""Hot drinks in cups and mugs, and drinks in cartons, cans and bottles. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import SIDES, Pen, cloudlet, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import (
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
)

_STEAM, _PORCELAIN = "#c9d8df", "#fdfbf6"
_COFFEE, _TEA, _COCOA, _MATCHA = "#6b4128", "#b5652a", "#7a4a30", "#8fb54a"


def steam(pen: Pen, x: float, y: float, height: float, apart: float = 120.0) -> None:
    """Three wisps that rise from (x, y)."""
    for dx, share in ((-1, 0.8), (0, 1.0), (1, 0.8)):
        at, up = x + dx * apart, height * share
        wisp = f"M{at} {y}C{at - 60} {y - 0.3 * up} {at + 60} {y - 0.6 * up} {at} {y - up}"
        tube(pen, wisp, 18, _STEAM)


@dataclass(frozen=True, slots=True)
class Hot:
    """A cup seen a little from above. `art` is what lies on the drink, `tag` says that a tea bag hangs over the edge."""

    drink: str
    cup: str = _PORCELAIN
    art: str = ""
    tag: bool = False
    saucer: bool = True
    small: float = 0.0
    """How much narrower than a coffee cup, in units on each side."""


def _cup(hot: Hot) -> Draw:
    def draw(pen: Pen) -> None:
        steam(pen, C - 30, 330, 250)
        if hot.saucer:
            pen.part(oval(C - 20, 910, 440 - hot.small, 90), deep(hot.cup, 0.08))
            pen.part(oval(C - 20, 890, 270 - hot.small, 44), deep(hot.cup, 0.16))
        left, right = 130 + hot.small, 850 - hot.small
        tube(pen, f"M{right - 40} 520C{right + 190} 470 {right + 170} 740 {right - 90} 740", 54, hot.cup)
        shape(pen, f"M{left} 430L{right} 430C{right} 700 {right - 120} 900 {C - 20} 900C{left + 120} 900 {left} 700 {left} 430Z", hot.cup)  # fmt: skip
        mark(pen, f"M{left + 50} 560C{left + 70} 680 {left + 120} 780 {left + 190} 830C{left + 120} 700 {left + 100} 640 {left + 96} 560Z", pale(hot.cup, 0.6) if hot.cup != _PORCELAIN else "#e8e3d8")  # fmt: skip
        across = (right - left) / 2
        pen.part(oval(C - 22, 430, across, 104), hot.cup)
        pen.canvas.fill(oval(C - 22, 440, across - 40, 78), hot.drink)
        _ART[hot.art](pen)
        if hot.tag:
            line(pen, f"M{C - 40} 500C{C + 20} 560 {C + 30} 580 {C + 30} 640", 12)
            shape(pen, f"M{C + 30} 640L{C + 90} 690L{C + 90} 800L{C - 30} 800L{C - 30} 690Z", "#f3d9a0")
            pen.canvas.fill(leaf(C + 30, 780, 90, 34, 0), "#4f9a5c")

    return draw


def _nothing(pen: Pen) -> None:
    del pen


def _heart_art(pen: Pen) -> None:
    flat = Path.parse(
        "M490 502C330 460 360 376 440 376C474 376 488 392 490 404C492 392 506 376 540 376C620 376 650 460 490 502Z"
    )
    pen.canvas.fill(flat, "#fbf0dc")
    inner = Path.parse(
        "M490 476C420 452 424 408 458 406C478 406 488 416 490 424C492 416 502 406 522 406C556 408 560 452 490 476Z"
    )
    pen.canvas.stroke(inner, "#d9b48a", 9)


def _leaf_art(pen: Pen) -> None:
    for k in range(4):
        y, half = 480 - 24 * k, 130 - 26 * k
        pen.canvas.stroke(Path.parse(f"M{490 - half} {y - 22}Q490 {y + 34} {490 + half} {y - 22}"), "#fbf0dc", 15)


def _foam_art(pen: Pen) -> None:
    pen.canvas.fill(oval(490, 440, 240, 58), "#fbf0dc")
    for x, y, r in ((420, 424, 15), (500, 450, 12), (560, 426, 16), (470, 466, 10), (600, 452, 9), (380, 450, 9)):
        dot(pen, x, y, r, "#a9713f")


def _marshmallow_art(pen: Pen) -> None:
    for x, y in ((330, 400), (470, 380), (620, 402), (400, 450), (550, 456)):
        pen.part(rounded_rect(x - 62, y - 46, 124, 92, 34), "#fffaf4")
        pen.canvas.fill(oval(x, y - 22, 44, 15), "#fbe3e0")


def _cream_art(pen: Pen) -> None:
    pen.part(cloudlet(490, 400, 560, 150, 4), "#fffaf0")
    pen.part(cloudlet(490, 310, 330, 130, 3), "#fffaf0")
    for x, y in ((420, 300), (520, 290), (580, 370), (390, 380), (480, 360)):
        dot(pen, x, y, 11, "#a9652f")


def _lemon_art(pen: Pen) -> None:
    pen.canvas.fill(oval(540, 440, 110, 42), "#f4c430")
    pen.canvas.fill(oval(540, 440, 92, 33), "#fdf6dc")
    for k in range(8):
        x, y = polar(540, 440, 1, 45 * k)
        pen.canvas.fill(oval(540 + 58 * (x - 540), 440 + 22 * (y - 440), 22, 8, 45 * k), "#f9de6a")


_ART = {
    "": _nothing,
    "heart": _heart_art,
    "leaf": _leaf_art,
    "foam": _foam_art,
    "marshmallows": _marshmallow_art,
    "cream": _cream_art,
    "lemon": _lemon_art,
}

_HOT: Mapping[str, Hot] = {
    "cup of coffee": Hot(_COFFEE),
    "cup of tea": Hot(_TEA, tag=True),
    "green tea": Hot("#c3cf6a", "#8fbf9a", tag=True, saucer=False),
    "lemon tea": Hot(_TEA, "#f6e3a6", "lemon"),
    "latte": Hot("#a9713f", "#f1e4d0", "leaf"),
    "cappuccino": Hot("#a9713f", "#e0705a", "foam"),
    "flat white": Hot("#a9713f", "#6fb3b8", "heart"),
    "espresso": Hot("#4a2c20", small=110),
    "matcha latte": Hot(_MATCHA, "#e9efe0", "heart"),
    "hot chocolate": Hot(_COCOA, "#d9503f", "marshmallows", saucer=False),
    "pumpkin spice latte": Hot("#b5713a", "#e58432", "cream"),
    "cream coffee": Hot("#8a5a36", "#7f9fc4", "cream"),
}


def _mug(pen: Pen) -> None:
    steam(pen, 440, 260, 220)
    tube(pen, "M760 470C980 440 980 800 740 790", 66, "#d9503f")
    shape(pen, "M150 330L770 330L770 900Q770 990 680 990L240 990Q150 990 150 900Z", "#d9503f")
    slab(pen, 196, 440, 46, 420, pale("#d9503f", 0.35), 23)
    pen.part(oval(460, 330, 310, 78), "#d9503f")
    pen.canvas.fill(oval(460, 338, 264, 54), _COFFEE)
    pen.canvas.fill(heart(470, 680, 220), _PORCELAIN)


def _to_go(lid: str, cup: str, sleeve: str) -> Draw:
    def draw(pen: Pen) -> None:
        shape(pen, "M250 270L774 270L706 960Q700 1000 660 1000L364 1000Q324 1000 318 960Z", cup)
        shape(pen, "M272 470L752 470L722 780L302 780Z", sleeve)
        pen.part(oval(C, 620, 90, 112, 24), _COFFEE)
        line(pen, "M560 530C480 590 550 650 466 712", 16, pale(_COFFEE))
        box(pen, 220, 190, 584, 90, lid, 30)
        shape(pen, "M290 190L330 90Q336 70 360 70L664 70Q688 70 694 90L734 190Z", lid)
        slab(pen, 400, 110, 120, 22, deep(lid, 0.3), 11)

    return draw


def _at(x: float, y: float, turn: float) -> Transform:
    return Transform.rotate(turn).then(Transform.move(x, y))


def _beans(pen: Pen) -> None:
    for x, y, r, turn in ((330, 330, 250, -32), (720, 420, 240, 28), (450, 740, 250, 74)):
        bean = oval(x, y, 0.72 * r, r, turn)
        pen.part(bean, "#7a4a2c")
        seam = Path.parse(f"M0 {-r * 0.92}C{r * 0.5} {-r * 0.3} {-r * 0.5} {r * 0.3} 0 {r * 0.92}")
        seam = seam.transformed(_at(x, y, turn))
        pen.canvas.stroke(seam, "#3d2418", 30)
        shine = oval(-0.44 * r, -0.2 * r, 0.1 * r, 0.3 * r).transformed(_at(x, y, turn))
        pen.canvas.fill(shine, "#a9754d")


def _carton(ink: str, picture: str) -> Draw:
    def draw(pen: Pen) -> None:
        shape(pen, "M240 380L640 380L640 980L240 980Z", ink)
        shape(pen, "M640 380L800 320L800 900L640 980Z", deep(ink, 0.16))
        shape(pen, "M240 380L320 190L660 190L640 380Z", pale(ink, 0.25))
        shape(pen, "M640 380L660 190L740 180L800 320Z", deep(ink, 0.24))
        shape(pen, "M320 190L300 90L700 70L740 180L660 190Z", _PORCELAIN)
        mark(pen, "M246 560C330 510 380 600 440 560C510 516 560 600 634 550L634 974L246 974Z", _PORCELAIN)
        _CARTONS[picture](pen)

    return draw


def _berry_label(pen: Pen) -> None:
    shape(pen, "M440 890C340 830 320 730 360 700C400 676 480 676 520 700C560 730 540 830 440 890Z", "#e0424f")
    for x, y in ((400, 750), (470, 750), (435, 800), (400, 810), (480, 800)):
        dot(pen, x, y, 8, "#fbe3a0")
    for turn in (-60, -20, 20, 60):
        pen.canvas.fill(leaf(440, 700, 76, 24, turn), "#4f9a5c")


def _cow_label(pen: Pen) -> None:
    for x, y, rx, ry in ((340, 700, 60, 44), (520, 790, 74, 56), (330, 890, 50, 40), (540, 640, 34, 26)):
        pen.canvas.fill(oval(x, y, rx, ry, 20), "#3d3a48")


def _banana_label(pen: Pen) -> None:
    shape(pen, "M340 720C360 880 480 900 560 820L570 780C500 830 420 800 390 690Z", "#f6cf4a")


def _cocoa_label(pen: Pen) -> None:
    for x in (0, 1):
        for y in (0, 1, 2):
            pen.part(rounded_rect(364 + 76 * x, 660 + 76 * y, 70, 70, 12), "#6b3f2a")


def _orange_label(pen: Pen) -> None:
    disc(pen, 440, 780, 100, "#f08a2c")
    pen.canvas.fill(leaf(440, 690, 100, 34, 50), "#4f9a5c")


_CARTONS = {
    "cow": _cow_label,
    "strawberry": _berry_label,
    "banana": _banana_label,
    "chocolate": _cocoa_label,
    "orange": _orange_label,
}


def _can(ink: str, trim: str) -> Draw:
    def draw(pen: Pen) -> None:
        shape(pen, "M300 150L724 150L790 240L790 880L730 980L294 980L234 880L234 240Z", ink)
        shape(pen, "M300 150L724 150L790 240L234 240Z", "#c3ccd8")
        shape(pen, "M234 880L790 880L730 980L294 980Z", "#c3ccd8")
        pen.part(oval(C, 150, 214, 46), "#dfe5ea")
        pen.canvas.fill(oval(C + 30, 152, 70, 18), "#8d97a3")
        mark(pen, "M243 560C400 440 620 700 781 520L781 690C620 850 400 600 243 720Z", trim)
        slab(pen, 276, 290, 40, 540, pale(ink, 0.45), 20)

    return draw


def _bottle(glass: str, label: str, drink: str, *, shoulders: str = "wine", cap: str = "#c9a24a") -> Draw:
    body, mouth = _BOTTLES[shoulders]

    def draw(pen: Pen) -> None:
        shape(pen, body, glass)
        with pen.canvas.group(Path.parse(body)):
            slab(pen, 376, 300, 34, 680, pale(glass, 0.4), 17)
        box(pen, *mouth, cap, 14)
        box(pen, 340, 610, 344, 240, label, 10)
        _LABELS[drink](pen)

    return draw


_BOTTLES = {
    "wine": ("M452 80L572 80L572 330C572 400 700 430 700 540L700 960Q700 1000 660 1000L364 1000Q324 1000 324 960L324 540C324 430 452 400 452 330Z", (440, 40, 144, 150)),
    "beer": ("M462 120L562 120C562 300 690 380 690 520L690 960Q690 1000 650 1000L374 1000Q334 1000 334 960L334 520C334 380 462 300 462 120Z", (446, 60, 132, 70)),
    "spirit": ("M450 120L574 120L574 300C700 310 724 360 724 430L724 960Q724 1000 684 1000L340 1000Q300 1000 300 960L300 430C300 360 324 310 450 300Z", (436, 40, 152, 130)),
    "sauce": ("M452 170L572 170C580 330 690 380 690 480L690 960Q690 1000 650 1000L374 1000Q334 1000 334 960L334 480C334 380 444 330 452 170Z", (430, 60, 164, 120)),
}  # fmt: skip


def _grape_label(pen: Pen) -> None:
    for k, (x, y) in enumerate(((470, 680), (512, 680), (554, 680), (490, 716), (534, 716), (512, 752))):
        dot(pen, x, y, 24, ("#7a3a72", "#8a4a82")[k % 2])
    pen.canvas.fill(leaf(512, 664, 60, 26, 60), "#4f9a5c")
    slab(pen, 410, 796, 204, 16, "#9a8a70")


def _star_label(pen: Pen) -> None:
    pen.canvas.fill(star(C, 720, 84, 5), "#d9503f")
    slab(pen, 410, 806, 204, 16, "#9a8a70")


def _plain_label(pen: Pen) -> None:
    for y, half in ((680, 120), (730, 84), (780, 110)):
        slab(pen, C - half, y, 2 * half, 20, "#8a6a44")


def _chili_label(pen: Pen) -> None:
    shape(pen, "M440 680C480 660 520 680 530 720C540 770 580 800 610 800C540 830 450 790 440 680Z", "#d1332e")
    line(pen, "M446 684Q440 650 466 640", 14, "#4f9a5c")


def _olive_label(pen: Pen) -> None:
    for x, y in ((460, 750), (560, 730)):
        disc(pen, x, y, 44, "#8a9a3c")
    for turn in (-50, 0, 50):
        pen.canvas.fill(leaf(512, 720, 84, 24, turn), "#4f8a4a")


def _leaf_label(pen: Pen) -> None:
    for turn in (-90, -45, 0, 45, 90):
        pen.canvas.fill(leaf(512, 790, 120, 34, turn), "#c9682a")


def _seal_label(pen: Pen) -> None:
    disc(pen, C, 730, 76, "#d1332e")
    slab(pen, 470, 700, 84, 18, "#fdfbf6")
    slab(pen, 470, 742, 84, 18, "#fdfbf6")


def _tomato_label(pen: Pen) -> None:
    disc(pen, C, 750, 74, "#d93a32")
    for turn in (-80, -40, 0, 40, 80):
        pen.canvas.fill(leaf(C, 700, 66, 18, turn), "#4f9a5c")


_LABELS = {
    "grapes": _grape_label,
    "star": _star_label,
    "plain": _plain_label,
    "chili": _chili_label,
    "olives": _olive_label,
    "leaf": _leaf_label,
    "seal": _seal_label,
    "tomato": _tomato_label,
}


def _tiki(pen: Pen) -> None:
    tube(pen, "M600 240L660 60L780 20", 34, "#e0564a")
    for turn in (-50, -20, 10):
        pen.part(leaf(380, 240, 250, 54, turn), "#4f9a5c")
    shape(pen, "M270 220L754 220Q790 600 720 960Q512 1010 304 960Q234 600 270 220Z", "#b5713f")
    pen.part(oval(C, 220, 242, 50), "#7a4a2c")
    for side in SIDES:
        shape(pen, f"M{C + side * 60} 400L{C + side * 220} 360L{C + side * 210} 520L{C + side * 80} 520Z", "#f6e3b5")
        disc(pen, C + side * 130, 460, 36, "#3d2418")
        line(pen, f"M{C + side * 40} 330L{C + side * 230} 290", 24, "#5f3a20")
    shape(pen, "M462 460L562 460L620 640Q512 700 404 640Z", "#93582f")
    shape(pen, "M330 720L694 720L660 870Q512 910 364 870Z", "#3d2418")
    for k in range(5):
        box(pen, 362 + 62 * k, 716, 52, 70, "#f6e3b5", 6)


def _mule(pen: Pen) -> None:
    tube(pen, "M740 460C980 420 980 800 720 800", 54, "#c97a4a")
    for turn, length in ((-40, 270), (0, 300), (40, 250)):
        pen.part(leaf(400, 330, length, 70, turn), "#4fae5a")
    shape(pen, "M170 340L780 340C800 600 790 800 740 980L210 980C160 800 150 600 170 340Z", "#c97a4a")
    pen.part(oval(475, 340, 306, 70), "#e8a678")
    pen.canvas.fill(oval(475, 346, 262, 48), "#f6e9b4")
    for x, y in ((300, 520), (420, 620), (560, 540), (650, 680), (360, 800), (520, 780), (640, 860)):
        pen.canvas.stroke(circle(x, y, 46), "#a85f35", 9)
    slab(pen, 216, 460, 36, 380, "#e8a678", 18)


CUPS: Mapping[str, Draw] = {
    **{name: fitted(_cup(hot)) for name, hot in _HOT.items()},
    "coffee mug": _mug,
    "coffee to go": _to_go("#5a3a2c", "#fdfbf6", "#c99a62"),
    "coffee beans": fitted(_beans),
    "milk carton": _carton("#5f9fd8", "cow"),
    "strawberry milk": _carton("#f2879f", "strawberry"),
    "banana milk": _carton("#f3c84a", "banana"),
    "chocolate milk": _carton("#8a5a3c", "chocolate"),
    "juice box": _carton("#f08a3c", "orange"),
    "soda can": _can("#d9403a", "#fdfbf6"),
    "beer can": _can("#e0a93c", "#3f6a4f"),
    "bottle of red wine": _bottle("#3f5a44", "#f6ecd2", "grapes", cap="#7a2f3a"),
    "bottle of white wine": _bottle("#b9c98a", "#f6ecd2", "grapes"),
    "bottle of beer": _bottle("#7a4a2a", "#f6e3b0", "star", shoulders="beer"),
    "bottle of whiskey": _bottle("#c47a34", "#f3e2c0", "plain", shoulders="spirit", cap="#3d3a48"),
    "bottle of tequila": _bottle("#e3c46a", "#fdf6e0", "leaf", shoulders="spirit", cap="#a9713f"),
    "bottle of hot sauce": _bottle("#d8432f", "#fbeec4", "chili", shoulders="sauce", cap="#4f9a5c"),
    "bottle of ketchup": _bottle("#c9302c", "#fdf3dc", "tomato", shoulders="sauce", cap="#fdfbf6"),
    "bottle of mustard": _bottle("#edbb3a", "#fdf3dc", "star", shoulders="sauce", cap="#d9503f"),
    "bottle of soy sauce": _bottle("#3a2620", "#f3e2c0", "seal", shoulders="sauce", cap="#c9302c"),
    "bottle of olive oil": _bottle("#b9b04a", "#fbf3d8", "olives", shoulders="wine", cap="#7a5a34"),
    "bottle of maple syrup": _bottle("#a8541f", "#f9ecc8", "leaf", shoulders="spirit", cap="#d1493f"),
    "tiki mug": _tiki,
    "moscow mule": fitted(_mule),
}
