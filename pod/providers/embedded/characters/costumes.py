"""Costumes of what is no animal: a hot dog, a banana, a strawberry. The body is inside, a hood lies behind the head, and the face and
the ears of whoever it is look out. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.garb import Layer, Worn
from pod.providers.embedded.characters.hats import crown_of
from pod.providers.embedded.characters.pen import (
    BODY_Y,
    HEAD_Y,
    INK,
    LINE,
    MIDDLE_X,
    SIDES,
    Pen,
    at,
    blob,
    cloudlet,
    limb,
    oval,
)

Draw = Callable[[Pen], None]
_CREAM, _WHITE, _GREEN, _RED, _GOLD, _DARK = "#fbf2df", "#fdfbf6", "#5f9e4f", "#e0423f", "#f6c945", "#2f2a33"


def _nothing(_: Pen) -> None:
    """The face is all that shows there."""


@dataclass(frozen=True, slots=True)
class Costume:
    """`ink` is that of the body and the arms; what is drawn over the body, behind the head, and on top of it."""

    ink: str
    body: Draw = _nothing
    hood: Draw = _nothing
    top: Draw = _nothing


def _hood(ink: str, wide: float = 1.24) -> Draw:
    """As wide as the head and more, down to the shoulders."""

    def draw(pen: Pen) -> None:
        rx, ry = pen.species.head
        pen.part(blob(MIDDLE_X, HEAD_Y + 14, rx * wide, ry * wide + 6, 2.3), ink)

    return draw


def _both(*draws: Draw) -> Draw:
    def draw(pen: Pen) -> None:
        for one in draws:
            one(pen)

    return draw


def _stalk(ink: str, height: float = 80) -> Draw:
    def draw(pen: Pen) -> None:
        y, _ = crown_of(pen)
        pen.part(limb([(MIDDLE_X, y), (MIDDLE_X + 20, y - height)], 26, 20), ink)

    return draw


def _leaves(*turns: float, size: float = 150, ink: str = _GREEN) -> Draw:
    """A tuft on the crown."""

    def draw(pen: Pen) -> None:
        y, _ = crown_of(pen)
        for turn in turns:
            pen.part(leaf(MIDDLE_X, y + 10, size, size * 0.42, turn), ink)

    return draw


def _seeds(spots: tuple[tuple[float, float], ...], ink: str, size: float = 16) -> Draw:
    def draw(pen: Pen) -> None:
        for x, y in spots:
            pen.canvas.fill(oval(MIDDLE_X + x, y, size * 0.7, size), ink)

    return draw


_ON_THE_BELLY = ((-110, 700), (0, 720), (110, 700), (-60, 780), (60, 780), (-120, 850), (0, 850), (120, 850))


# --- a hot dog


def _in_a_bun(pen: Pen) -> None:
    if pen.species.body == "long":
        for y, ink in ((640, "#d99a52"), (905, "#e0a95e")):
            pen.part(blob(MIDDLE_X - 250, y, 430, 74, 3.0), ink)
        wave = "".join(f"Q{x + 40} {740 + 50 * (-1) ** k} {x + 80} 760" for k, x in enumerate(range(-20, 300, 80)))
        pen.canvas.stroke(Path.parse(f"M-20 760{wave}"), _GOLD, 30)
        return
    pen.parts(lambda side: blob(*at(side, 226, 620), 108, 400, 2.4), "#e2a860")
    pen.part(rounded_rect(300, 560, 424, 390, 190), "#b5512f")
    _mustard(pen)


def _sausage(pen: Pen) -> None:
    rx, ry = pen.species.head
    pen.part(rounded_rect(MIDDLE_X - rx * 1.14, HEAD_Y - ry * 1.34, rx * 2.28, 640, rx * 1.1), "#b5512f")


def _mustard(pen: Pen) -> None:
    line = "M512 650Q400 690 512 720Q624 750 512 790Q400 820 512 850Q600 880 520 910"
    pen.canvas.stroke(Path.parse(line), INK, 30 + 2 * LINE)
    pen.canvas.stroke(Path.parse(line), _GOLD, 30)


# --- fruit


def _peel(pen: Pen) -> None:
    for side in SIDES:
        flap = f"M{MIDDLE_X} 600C{MIDDLE_X + side * 180} 590 {MIDDLE_X + side * 330} 700 {MIDDLE_X + side * 350} 900C{MIDDLE_X + side * 250} 860 {MIDDLE_X + side * 160} 800 {MIDDLE_X} 720Z"
        pen.part(Path.parse(flap), mix("#f7d047", _WHITE, 0.3))


def _tip(pen: Pen) -> None:
    rx, ry = pen.species.head
    x, top = MIDDLE_X, HEAD_Y - ry
    edge = rx * 1.22
    pen.part(
        Path.parse(
            f"M{x - edge} {HEAD_Y + ry}C{x - edge * 1.2} {HEAD_Y - 100} {x - 130} {top - 60} {x - 30} {top - 190}L{x + 50} {top - 190}C{x + 150} {top - 60} {x + edge * 1.2} {HEAD_Y - 100} {x + edge} {HEAD_Y + ry}Z"
        ),
        "#f7d047",
    )
    pen.part(rounded_rect(x - 34, top - 244, 92, 70, 20), "#7a5233")


def _calyx(pen: Pen) -> None:
    y, half = crown_of(pen)
    _stalk("#7fae55", 70)(pen)
    points = [polar(MIDDLE_X, y + 10, half * (1.25 if k % 2 == 0 else 0.5), -90 + 22.5 * k) for k in range(9)]
    low = [(MIDDLE_X + half * (1.1 - 0.275 * k), y + (56 if k % 2 else 10)) for k in range(9)]
    pen.part(Path.lines([*points, *low]), _GREEN)


def _round(ink: str, rx: float = 270, ry: float = 200) -> Draw:
    return lambda pen: pen.part(blob(MIDDLE_X, BODY_Y + 6, rx, ry, 2.3), ink)


def _ribs(pen: Pen) -> None:
    for x, bend in ((-190, -70), (-80, -40), (80, 40), (190, 70)):
        rib = Path.parse(f"M{MIDDLE_X + x * 0.6} 580Q{MIDDLE_X + x + bend} 760 {MIDDLE_X + x * 0.6} 946")
        pen.canvas.stroke(rib, "#b9591c", 14)


def _stone(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, BODY_Y, 290, 206, 2.2, 0.08), "#4f7f3a")
    pen.canvas.fill(blob(MIDDLE_X, BODY_Y, 236, 164, 2.2, 0.08), "#e9eda0")
    pen.part(circle(MIDDLE_X, 800, 92), "#8a5a35")


def _pear(pen: Pen) -> None:
    rx, ry = pen.species.head
    pen.part(blob(MIDDLE_X, HEAD_Y - 6, rx * 1.3, ry * 1.34, 2.2), "#4f7f3a")
    pen.canvas.fill(blob(MIDDLE_X, HEAD_Y, rx * 1.14, ry * 1.18, 2.2), "#e9eda0")


def _diamonds(pen: Pen) -> None:
    body = blob(MIDDLE_X, BODY_Y, 250, 196, 2.3)
    pen.part(body, "#f0b93a")
    with pen.canvas.group(body):
        for k in range(-6, 7):
            for lean in (-1, 1):
                x = MIDDLE_X + 84 * k
                pen.canvas.stroke(
                    Path.lines([(x - lean * 200, 560), (x + lean * 200, 960)], closed=False), "#b97a24", 12
                )


def _melon(pen: Pen) -> None:
    slice_of_it = "M222 620L802 620C802 800 690 950 512 950C334 950 222 800 222 620Z"
    pen.part(Path.parse(slice_of_it), "#3f8a45")
    pen.canvas.fill(Path.parse("M254 620L770 620C770 780 670 910 512 910C354 910 254 780 254 620Z"), _CREAM)
    pen.canvas.fill(Path.parse("M276 620L748 620C748 770 656 884 512 884C368 884 276 770 276 620Z"), "#ee5a5f")
    _seeds(((-120, 700), (-40, 730), (40, 700), (120, 720), (-80, 800), (0, 810), (80, 800)), _DARK)(pen)


# --- animals without a head of their own among the characters


def _spotted_shell(pen: Pen) -> None:
    for side in SIDES:
        wing = oval(*at(side, 166, 770), 140, 200, side * -14)
        pen.part(wing, _RED)
        for x, y in ((170, 670), (236, 770), (150, 830), (210, 880)):
            pen.canvas.fill(circle(*at(side, x, y), 32), _DARK)


def _feelers(ink: str) -> Draw:
    def draw(pen: Pen) -> None:
        y, half = crown_of(pen)
        for side in SIDES:
            tip = at(side, half * 0.66, y - 170)
            pen.canvas.fill(limb([at(side, 40, y), at(side, half * 0.3, y - 110), tip], 14, 12), INK)
            pen.part(circle(*tip, 32), ink)

    return draw


def _claws(pen: Pen) -> None:
    for y in (700, 766, 832):
        pen.canvas.stroke(Path.parse(f"M340 {y}Q512 {y + 50} 684 {y}"), "#a32c22", 13)
    for side in SIDES:
        claw = "M0 60C-60 20 -70 -90 20 -150C10 -100 20 -70 40 -50C60 -80 90 -100 130 -100C150 -10 90 60 0 60Z"
        to = Transform.scale(side * 1.25, 1.25).then(Transform.move(MIDDLE_X + side * 270, 800))
        pen.part(Path.parse(claw).transformed(to), "#d8402f")


def _petals(ink: str) -> Draw:
    def draw(pen: Pen) -> None:
        rx, ry = pen.species.head
        for k in range(14):
            turn = 360 / 14 * k
            pen.part(leaf(*polar(MIDDLE_X, HEAD_Y, max(rx, ry), turn), 150, 116, turn), ink)
        pen.part(blob(MIDDLE_X, HEAD_Y, rx * 1.12, ry * 1.12, 2.2), "#8a5a35")

    return draw


# --- what is eaten, and what is under a sheet


def _burger(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 900, 290, 66, 3.0), "#dd9c4d")
    pen.part(rounded_rect(236, 770, 552, 90, 44), "#7a4630")
    pen.part(Path.parse("M240 770L784 770L690 830L610 770L512 850L420 770L330 830Z"), _GOLD)
    pen.part(cloudlet(MIDDLE_X, 740, 590, 70, 8), "#7fbf57")
    pen.part(rounded_rect(250, 680, 524, 56, 28), _RED)


def _bun_on_top(pen: Pen) -> None:
    y, half = crown_of(pen)
    pen.part(Path.parse(f"M{MIDDLE_X - half * 1.3} {y + 40}C{MIDDLE_X - half * 1.3} {y - 200} {MIDDLE_X + half * 1.3} {y - 200} {MIDDLE_X + half * 1.3} {y + 40}Q{MIDDLE_X} {y + 80} {MIDDLE_X - half * 1.3} {y + 40}Z"), "#dd9c4d")  # fmt: skip
    for x, drop in ((-80, -40), (0, -84), (84, -44), (-30, -20), (40, -10)):
        pen.canvas.fill(oval(MIDDLE_X + x, y + drop, 20, 12, x * 0.2), _CREAM)


def _paper_cup(pen: Pen) -> None:
    cup = Path.parse("M250 700L774 700L706 960Q512 1000 318 960Z")
    pen.part(cup, "#7cc0b8")
    with pen.canvas.group(cup):
        for k in range(7):
            pen.canvas.fill(rect(270 + 76 * k, 690, 32, 300), mix("#7cc0b8", _WHITE, 0.5))
    pen.canvas.stroke(cup, INK, 2 * LINE)
    pen.part(cloudlet(MIDDLE_X, 690, 610, 110, 6), "#f3a3b8")


def _icing(pen: Pen) -> None:
    rx, ry = pen.species.head
    for y, wide in ((0.5, 2.7), (-0.1, 2.5), (-0.7, 2.0)):
        pen.part(cloudlet(MIDDLE_X, HEAD_Y + ry * y, rx * wide, ry * 1.0, 6), "#f3a3b8")


def _cherry(pen: Pen) -> None:
    y, _ = crown_of(pen)
    pen.canvas.stroke(Path.parse(f"M{MIDDLE_X} {y - 60}Q{MIDDLE_X + 10} {y - 150} {MIDDLE_X + 70} {y - 170}"), INK, 16)
    pen.part(circle(MIDDLE_X, y - 40, 60), _RED)


def _slice(pen: Pen) -> None:
    pen.part(Path.parse("M200 640L824 640L512 1010Z"), _GOLD)
    for x, y in ((-130, 720), (110, 730), (-10, 820)):
        pen.part(circle(MIDDLE_X + x, y, 52), _RED)
    pen.part(rounded_rect(170, 600, 684, 84, 42), "#c98a4b")


def _ring(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 790, 350, 150, 2.2), "#dd9c4d")
    pen.part(blob(MIDDLE_X, 770, 330, 118, 2.2), "#f08fb4")
    for k, (x, y) in enumerate(((-230, 760), (-150, 830), (-60, 740), (30, 840), (120, 750), (210, 810), (250, 740))):
        pen.canvas.fill(rounded_rect(MIDDLE_X + x - 20, y - 8, 40, 16, 8), (_GOLD, _WHITE, "#5fb3c9")[k % 3])


def _toast(pen: Pen) -> None:
    rx, ry = pen.species.head
    x, top, low = rx * 1.34, HEAD_Y - ry * 1.3, HEAD_Y + ry * 1.2
    crust = f"M{MIDDLE_X - x * 0.86} {low}L{MIDDLE_X - x * 0.86} {HEAD_Y}C{MIDDLE_X - x * 1.4} {HEAD_Y - 60} {MIDDLE_X - x * 1.1} {top} {MIDDLE_X} {top}C{MIDDLE_X + x * 1.1} {top} {MIDDLE_X + x * 1.4} {HEAD_Y - 60} {MIDDLE_X + x * 0.86} {HEAD_Y}L{MIDDLE_X + x * 0.86} {low}Z"
    pen.part(Path.parse(crust), "#b9743a")
    inner = Path.parse(crust).transformed(Transform.move(-MIDDLE_X, -HEAD_Y).then(Transform.scale(0.9)).then(Transform.move(MIDDLE_X, HEAD_Y)))  # fmt: skip
    pen.canvas.fill(inner, "#f0cf92")


def _spotted_cap(pen: Pen) -> None:
    y, half = crown_of(pen)
    wide = half * 1.7
    cap = f"M{MIDDLE_X - wide} {y + 50}C{MIDDLE_X - wide} {y - 260} {MIDDLE_X + wide} {y - 260} {MIDDLE_X + wide} {y + 50}Q{MIDDLE_X} {y + 110} {MIDDLE_X - wide} {y + 50}Z"
    pen.part(Path.parse(cap), _RED)
    for x, drop, r in ((-150, -10, 36), (0, -80, 46), (150, -14, 36), (-70, 34, 24), (80, 30, 24)):
        pen.canvas.fill(circle(MIDDLE_X + x, y + drop, r), _WHITE)


def _prickles(pen: Pen) -> None:
    for x, y in (*_ON_THE_BELLY, (-180, 770), (180, 770)):
        pen.canvas.stroke(Path.lines([(MIDDLE_X + x - 14, y + 16), (MIDDLE_X + x, y - 16), (MIDDLE_X + x + 14, y + 16)], closed=False), _WHITE, 10)  # fmt: skip


def _blossom(pen: Pen) -> None:
    y, _ = crown_of(pen)
    for k in range(5):
        pen.part(circle(*polar(MIDDLE_X, y - 30, 46, 72 * k), 36), "#f08fb4")
    pen.canvas.fill(circle(MIDDLE_X, y - 30, 26), _GOLD)


def _fir(pen: Pen) -> None:
    for top, low, half in ((760, 960, 350), (640, 850, 290), (560, 730, 220)):
        pen.part(Path.parse(f"M{MIDDLE_X} {top - 60}L{MIDDLE_X + half} {low}Q{MIDDLE_X} {low + 50} {MIDDLE_X - half} {low}Z"), "#3f8a55")  # fmt: skip
    for k, (x, y) in enumerate(((-90, 690), (80, 700), (-170, 820), (0, 800), (170, 820), (-220, 930), (-70, 940), (90, 940), (230, 930))):  # fmt: skip
        pen.canvas.fill(circle(MIDDLE_X + x, y, 24), (_RED, _GOLD, "#5fb3c9")[k % 3])


def _star_on_top(pen: Pen) -> None:
    y, _ = crown_of(pen)
    pen.part(star(MIDDLE_X, y - 70, 96), _GOLD)


def _sheet(pen: Pen) -> None:
    hem = "".join(f"Q{x - 44} {1000 if k % 2 else 900} {x - 88} 950" for k, x in enumerate(range(864, 200, -88)))
    pen.part(Path.parse(f"M300 480L724 480C790 640 850 820 864 950{hem}C172 900 240 640 300 480Z"), _WHITE)


def _sheet_hood(pen: Pen) -> None:
    rx, ry = pen.species.head
    pen.part(blob(MIDDLE_X, HEAD_Y + 4, rx * 1.26, ry * 1.28, 2.2), _WHITE)
    pen.canvas.fill(
        Path.parse(f"M{MIDDLE_X - rx} {HEAD_Y + 120}L{MIDDLE_X + rx} {HEAD_Y + 120}L724 620L300 620Z"), _WHITE
    )


def _roll(pen: Pen) -> None:
    pen.part(rounded_rect(260, 700, 504, 150, 40), _DARK)


def _salmon(pen: Pen) -> None:
    y, half = crown_of(pen)
    slab = blob(MIDDLE_X, y - 30, half * 1.5, 84, 2.6)
    pen.part(slab, "#f58a5b")
    with pen.canvas.group(slab):
        for x in (-170, -80, 10, 100, 190):
            pen.canvas.stroke(Path.parse(f"M{MIDDLE_X + x - 40} {y - 130}L{MIDDLE_X + x + 40} {y + 70}"), "#fbd3bd", 16)


def _belted(pen: Pen) -> None:
    """Red, with fur down the front, along the hem and at the neck, and a black belt."""
    pen.part(rounded_rect(470, 590, 84, 340, 40), _WHITE)
    pen.part(rounded_rect(310, 884, 404, 76, 38), _WHITE)
    pen.part(rounded_rect(300, 770, 424, 66, 12), _DARK)
    pen.part(rounded_rect(456, 756, 112, 94, 14), _GOLD)
    pen.part(rounded_rect(340, 570, 344, 70, 35), _WHITE)


COSTUMES: Mapping[str, Costume] = {
    "hotdog": Costume("#b5512f", _in_a_bun, _sausage),
    "banana": Costume("#f7d047", _peel, _tip),
    "strawberry": Costume(_RED, _seeds(_ON_THE_BELLY, "#fbe3a1"), _hood(_RED), _calyx),
    "pumpkin": Costume("#ef8a2b", _both(_round("#ef8a2b", 300), _ribs), _hood("#ef8a2b"), _both(_stalk("#6f8f3f"), _leaves(70, size=120))),
    "avocado": Costume("#4f7f3a", _stone, _pear),
    "pineapple": Costume("#f0b93a", _diamonds, _hood("#f0b93a"), _leaves(-50, 50, -24, 24, 0, size=190)),
    "watermelon": Costume("#3f8a45", _melon, _hood("#3f8a45")),
    "carrot": Costume("#f08a35", _seeds(((-120, 690), (90, 720), (-60, 800), (110, 850)), "#c9621c", 20), _hood("#f08a35"), _leaves(-36, 36, 0, size=190)),
    "ladybug": Costume(_DARK, _spotted_shell, _hood(_DARK), _feelers(_RED)),
    "lobster": Costume("#d8402f", _claws, _hood("#d8402f"), _feelers(_DARK)),
    "flower": Costume(_GREEN, _nothing, _petals("#f6b93a")),
    "burger": Costume("#dd9c4d", _burger, top=_bun_on_top),
    "cupcake": Costume("#f3a3b8", _paper_cup, _icing, _cherry),
    "pizza": Costume("#e8a94e", _slice, _hood("#e8a94e")),
    "donut": Costume("#f08fb4", _ring),
    "bread": Costume("#c98a4b", _nothing, _toast),
    "mushroom": Costume(_CREAM, top=_spotted_cap),
    "cactus": Costume("#5a9b56", _prickles, _hood("#5a9b56"), _blossom),
    "christmastree": Costume("#3f8a55", _fir, top=_star_on_top),
    "ghost": Costume(_WHITE, _sheet, _sheet_hood),
    "santa": Costume("#cf3a34", _belted),
    "sushi": Costume(_WHITE, _roll, top=_salmon),
}  # fmt: skip
"""By what somebody is dressed as, in one word."""


SUITS: Mapping[str, Worn] = {
    f"{name} costume": Worn(Layer.BODY, one.body, (f"{name}suit",), sleeves=one.ink) for name, one in COSTUMES.items()
}
HOODS: Mapping[str, Draw] = {f"{name} costume": one.hood for name, one in COSTUMES.items()}
TOPS: Mapping[str, Draw] = {f"{name} costume": one.top for name, one in COSTUMES.items()}
"""By the garment's name, as the wardrobe has it."""
