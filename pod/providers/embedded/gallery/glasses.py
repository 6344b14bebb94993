"""Drinks in glasses, as rows of parameters: which glass, what is in it, what hangs on its rim. Original art in a box of 1024
units."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import Pen, cloudlet
from pod.providers.embedded.gallery.citrus import GRAPEFRUIT, LEMON, LIME, ORANGE, Citrus, mint, wheel
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import bar, disc, dot, fitted, glint, line, shape, tube

_GLASS, _FOAM, _STRAW = "#e3f3f8", "#fdf8ec", "#e0564a"


@dataclass(frozen=True, slots=True)
class Glass:
    """`bowl` holds the drink from `top` to `foot`; `rim` is where it ends on the left and the right, `stem` how far down a foot
    stands, 0 for none."""

    bowl: str
    top: float
    foot: float
    rim: tuple[float, float]
    stem: float = 0.0


_GLASSES: Mapping[str, Glass] = {
    "highball": Glass("M300 250L724 250L690 985Q512 1010 334 985Z", 250, 990, (300, 724)),
    "tumbler": Glass("M210 430L814 430L770 975Q512 1010 254 975Z", 430, 985, (210, 814)),
    "pint": Glass("M270 190C262 300 300 350 306 420L364 985Q512 1008 660 985L718 420C724 350 762 300 754 190Z", 190, 990, (270, 754)),
    "balloon": Glass("M300 230L724 230C800 470 700 660 512 660C324 660 224 470 300 230Z", 230, 660, (300, 724), 990),
    "margarita": Glass("M130 300L894 300C894 430 780 480 660 500C650 600 590 640 512 640C434 640 374 600 364 500C244 480 130 430 130 300Z", 300, 640, (130, 894), 990),
    "hurricane": Glass("M310 210L714 210C770 380 650 460 650 540C710 640 680 810 512 830C344 810 314 640 374 540C374 460 254 380 310 210Z", 210, 830, (310, 714), 990),
    "shot": Glass("M330 420L694 420L640 985Q512 1004 384 985Z", 420, 990, (330, 694)),
    "flute": Glass("M404 150L620 150C640 400 640 620 512 660C384 620 384 400 404 150Z", 150, 660, (404, 620), 990),
    "jar": Glass("M330 250L694 250C780 300 800 340 800 420L800 900Q800 985 716 985L308 985Q224 985 224 900L224 420C224 340 244 300 330 250Z", 250, 985, (330, 694)),
}  # fmt: skip

Trim = Callable[[Pen, Glass], None]


@dataclass(frozen=True, slots=True)
class Drink:
    """`layers` are inks from the foot to the top in equal bands, `level` is how far below the rim the drink ends, as a share
    of the bowl; `behind` and `before` are what hangs on the glass and what is on or in it."""

    glass: str
    layers: tuple[str, ...]
    level: float = 0.14
    behind: tuple[Trim, ...] = ()
    before: tuple[Trim, ...] = ()

    def draw(self, pen: Pen) -> None:
        glass = _GLASSES[self.glass]
        for trim in self.behind:
            trim(pen, glass)
        if glass.stem:
            _foot(pen, glass)
        self._bowl(pen, glass)
        for trim in self.before:
            trim(pen, glass)

    def _bowl(self, pen: Pen, glass: Glass) -> None:
        bowl = Path.parse(glass.bowl)
        pen.part(bowl, _GLASS)
        surface = glass.top + self.level * (glass.foot - glass.top)
        band = (glass.foot - surface) / len(self.layers)
        with pen.canvas.group(bowl):
            for k, ink in enumerate(reversed(self.layers)):
                pen.canvas.fill(rect(0, surface + band * k, 1024, 1024), ink)
            pen.canvas.fill(rect(0, surface, 1024, 18), mix(self.layers[-1], "#ffffff", 0.45))
        x = glass.rim[0] + 0.15 * (glass.rim[1] - glass.rim[0])
        gleam = rounded_rect(x, surface + 40, 30, 0.5 * (glass.foot - surface), 15)
        pen.canvas.fill(gleam, mix(self.layers[0], "#ffffff", 0.6))


def _foot(pen: Pen, glass: Glass) -> None:
    pen.part(rounded_rect(C - 24, glass.foot - 20, 48, glass.stem - glass.foot, 10), _GLASS)
    shape(pen, f"M{C - 200} {glass.stem}Q{C} {glass.stem - 110} {C + 200} {glass.stem}Z", _GLASS)


def _straw(ink: str = _STRAW) -> Trim:
    def draw(pen: Pen, glass: Glass) -> None:
        x = C + 0.12 * (glass.rim[1] - glass.rim[0])
        tube(pen, f"M{C} {glass.top + 200}L{x + 40} {glass.top - 150}L{x + 170} {glass.top - 190}", 36, ink)

    return draw


def _slice(fruit: Citrus) -> Trim:
    """A wheel of it on the left of the rim."""

    def draw(pen: Pen, glass: Glass) -> None:
        wheel(pen, glass.rim[0] + 30, glass.top - 10, 150, fruit)

    return draw


def _sprig(pen: Pen, glass: Glass) -> None:
    mint(pen, C - 30, glass.top + 40, 230)


def _celery(pen: Pen, glass: Glass) -> None:
    for side in (-1, 0, 1):
        pen.part(leaf(610 + 50 * side, glass.top - 150, 170, 60, 30 * side + 10), "#5fae4f")
    bar(pen, (570, glass.top + 160), (612, glass.top - 130), 40, "#8fc66a")


def _parasol(pen: Pen, glass: Glass) -> None:
    """A paper one, stuck in on the right."""
    x, y = glass.rim[1] - 10, glass.top - 120
    bar(pen, (x - 110, glass.top + 120), (x, y), 9, "#c99a5f")
    to = Transform.rotate(24, (x, y))
    pen.part(Path.parse(f"M{x - 190} {y + 30}Q{x} {y - 190} {x + 190} {y + 30}Z").transformed(to), "#ee6f8e")
    rib = Path.parse(f"M{x - 64} {y + 30}Q{x - 40} {y - 70} {x} {y - 78}Q{x + 40} {y - 70} {x + 64} {y + 30}Z")
    pen.canvas.fill(rib.transformed(to), "#f9d26a")


def _cherry(pen: Pen, glass: Glass) -> None:
    line(pen, f"M{C + 60} {glass.top - 40}Q{C + 80} {glass.top - 150} {C + 150} {glass.top - 190}", 14, "#6d8f3f")
    disc(pen, C + 60, glass.top - 20, 54, "#c92f3d")
    glint(pen, C + 42, glass.top - 38, 14, 10, -30)


def _wedge(pen: Pen, glass: Glass) -> None:
    """Of pineapple, on the left of the rim."""
    x, y = glass.rim[0] + 10, glass.top - 20
    for turn in (-40, -14, 12):
        pen.part(leaf(x - 70, y - 130, 190, 44, turn), "#4f9a5c")
    shape(pen, f"M{x - 150} {y - 90}Q{x - 40} {y - 190} {x + 60} {y - 120}L{x + 20} {y + 120}Z", "#f3c33f")
    line(pen, f"M{x - 90} {y - 90}L{x + 10} {y + 40}M{x - 10} {y - 120}L{x + 14} {y + 60}", 10, "#d99b2a")


def _ice(pen: Pen, glass: Glass) -> None:
    width = glass.rim[1] - glass.rim[0]
    deep = glass.foot - glass.top
    for dx, down, turn in ((-0.15, 0.3, -14), (0.17, 0.36, 16), (-0.02, 0.58, 8)):
        x, y, half = C + dx * width, glass.top + down * deep, 0.13 * min(width, deep)
        cube = rounded_rect(x - half, y - half, 2 * half, 2 * half, 0.3 * half)
        cube = cube.transformed(Transform.rotate(turn, (x, y)))
        pen.canvas.fill(cube, "#ffffff", 0.5)
        pen.canvas.stroke(cube, "#ffffff", 9)


def _bubbles(pen: Pen, glass: Glass) -> None:
    deep = glass.foot - glass.top
    for dx, down, r in ((-40, 0.4, 13), (30, 0.55, 10), (60, 0.34, 12), (-10, 0.7, 9), (20, 0.82, 8), (-60, 0.6, 9)):
        dot(pen, C + dx, glass.top + down * deep, r, "#fffdf2")


def _froth(ink: str = _FOAM) -> Trim:
    """A head that stands above the rim."""

    def draw(pen: Pen, glass: Glass) -> None:
        width = glass.rim[1] - glass.rim[0]
        pen.part(cloudlet(C, glass.top + 10, width + 40, 190, 5), ink)

    return draw


def _cream(pen: Pen, glass: Glass) -> None:
    """Whipped, with a cherry on top."""
    width = glass.rim[1] - glass.rim[0]
    pen.part(cloudlet(C, glass.top, width + 40, 200, 4), "#fffaf0")
    pen.part(cloudlet(C, glass.top - 110, 0.6 * width, 160, 3), "#fffaf0")
    line(pen, f"M{C} {glass.top - 220}Q{C + 20} {glass.top - 300} {C + 80} {glass.top - 320}", 14, "#6d8f3f")
    disc(pen, C, glass.top - 200, 52, "#c92f3d")
    glint(pen, C - 18, glass.top - 218, 14, 9, -30)


def _salt(pen: Pen, glass: Glass) -> None:
    left, right = glass.rim
    pen.part(rounded_rect(left - 16, glass.top - 22, right - left + 32, 44, 22), "#ffffff")
    for k in range(1, 12):
        dot(pen, left + (right - left) * k / 12, glass.top - 6 + 10 * (k % 2), 6, "#c9d3dc")


def _leaves_in(pen: Pen, glass: Glass) -> None:
    """Mint and lime in the drink."""
    deep = glass.foot - glass.top
    for x, down, turn in ((430, 0.44, 40), (600, 0.56, -50), (450, 0.78, -20), (590, 0.86, 60)):
        pen.canvas.fill(leaf(x, glass.top + down * deep, 100, 32, turn), "#4fae5a")


def _handle(pen: Pen, glass: Glass) -> None:
    right = glass.rim[1]
    tube(pen, f"M{right - 40} {glass.top + 160}C{right + 260} {glass.top + 120} {right + 230} {glass.foot - 150} {right - 60} {glass.foot - 160}", 50, _GLASS)  # fmt: skip


_COFFEE = "#6b4128"

_ROWS: Mapping[str, Drink] = {
    "glass of water": Drink("highball", ("#9fd8ef",), 0.16, (), (_ice,)),
    "glass of milk": Drink("highball", ("#fffaf0",), 0.1),
    "glass of orange juice": Drink("highball", ("#f6a12f",), 0.12, (_slice(ORANGE), _straw())),
    "glass of apple juice": Drink("highball", ("#e9b949",), 0.12, (_straw("#5fa53a"),), (_ice,)),
    "glass of lemonade": Drink("highball", ("#f8e27a",), 0.12, (_slice(LEMON), _straw()), (_ice,)),
    "pink lemonade": Drink("highball", ("#f59ab0",), 0.12, (_slice(LEMON), _straw("#fffaf0")), (_ice,)),
    "iced tea": Drink("highball", ("#b5652a",), 0.12, (_slice(LEMON), _straw()), (_ice,)),
    "iced coffee": Drink("highball", (_COFFEE, "#8a5a36", "#d9b48a"), 0.1, (_straw("#3f978f"),), (_ice,)),
    "iced matcha": Drink("highball", ("#fbf4e4", "#b9d38a", "#7fa84a"), 0.1, (_straw("#3f7f4a"),), (_ice,)),
    "glass of cola": Drink("highball", ("#4a2a20",), 0.12, (_slice(LEMON), _straw()), (_ice, _bubbles)),
    "smoothie": Drink("hurricane", ("#e9577a", "#f291a6"), 0.06, (_straw("#3f978f"), _wedge)),
    "green smoothie": Drink("highball", ("#7fb53f", "#9fcf5a"), 0.06, (_straw("#e0564a"), _slice(LIME))),
    "milkshake": Drink("hurricane", ("#f7a8bb", "#fac4d0"), 0.04, (_straw(),), (_cream,)),
    "chocolate milkshake": Drink("hurricane", ("#7a4a30", "#9a6a48"), 0.04, (_straw(),), (_cream,)),
    "vanilla milkshake": Drink("hurricane", ("#f7e3b5", "#fbf0d0"), 0.04, (_straw(),), (_cream,)),
    "pint of beer": Drink("pint", ("#e8a22c", "#f0b544"), 0.04, (), (_bubbles, _froth())),
    "glass of white wine": Drink("balloon", ("#f1e2a0",), 0.42),
    "glass of rose wine": Drink("balloon", ("#f5a7a4",), 0.42),
    "champagne flute": Drink("flute", ("#f3d27a",), 0.16, (), (_bubbles,)),
    "margarita": Drink("margarita", ("#b9dc7a",), 0.2, (_slice(LIME),), (_salt,)),
    "strawberry daiquiri": Drink("margarita", ("#e9506a",), 0.2, (_parasol,), (_cherry,)),
    "mojito": Drink("highball", ("#d3eec0",), 0.1, (_slice(LIME), _straw("#4fae5a"), _sprig), (_leaves_in, _ice)),
    "aperol spritz": Drink("balloon", ("#f0692a", "#f58a38"), 0.24, (_slice(ORANGE), _straw("#3d3a48")), (_ice, _bubbles)),
    "gin and tonic": Drink("balloon", ("#d9f0ef",), 0.22, (_slice(LIME), _straw("#3f978f")), (_ice, _bubbles)),
    "old fashioned": Drink("tumbler", ("#b9682a",), 0.34, (_slice(ORANGE),), (_ice, _cherry)),
    "glass of whiskey": Drink("tumbler", ("#b9682a",), 0.45, (), (_ice,)),
    "negroni": Drink("tumbler", ("#c93a2a",), 0.3, (_slice(ORANGE),), (_ice,)),
    "paloma": Drink("highball", ("#f4a08f",), 0.12, (_slice(GRAPEFRUIT), _straw("#fffaf0")), (_ice, _salt)),
    "pina colada": Drink("hurricane", ("#fbeeb4", "#fdf6d6"), 0.08, (_wedge, _parasol), (_cherry,)),
    "tequila sunrise": Drink("highball", ("#d93f3f", "#f07f35", "#f6b93f"), 0.1, (_slice(ORANGE), _straw()), (_ice,)),
    "bloody mary": Drink("highball", ("#c4352c",), 0.1, (_celery, _slice(LEMON)), (_ice,)),
    "espresso martini": Drink("margarita", ("#4a2c20", "#4a2c20", "#d9b48a"), 0.12),
    "blue lagoon": Drink("hurricane", ("#2f9fd8", "#6fc4ea"), 0.08, (_slice(LEMON), _parasol), (_ice,)),
    "shot of tequila": Drink("shot", ("#e9b949",), 0.14, (_slice(LIME),), (_salt,)),
    "root beer float": Drink("jar", ("#4a2a20",), 0.06, (_straw(), _handle), (_cream,)),
    "mason jar drink": Drink("jar", ("#f8e27a",), 0.08, (_slice(LEMON), _straw(), _handle), (_ice,)),
}  # fmt: skip


def _fitted(drink: Drink) -> Draw:
    return fitted(drink.draw)


GLASSES: Mapping[str, Draw] = {name: _fitted(drink) for name, drink in _ROWS.items()}
"""By name; each brought to the size of the box, as garnish stands out at the sides."""
