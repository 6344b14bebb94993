"""A shape in a print: a leopard heart, a plaid deer, a tie-dye peace sign. Its outline stays, and is filled with the surface."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from pod.drawing import UNITS
from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, LINE
from pod.providers.embedded.fabrics import PAINTERS, Sheet
from pod.providers.embedded.subjects import Subject, place

_PRINTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "leopard": ("leopard", ("#e0b070", "#2b211c", "#b97c3c")),
    "cheetah": ("leopard", ("#e0b070", "#2b211c", "#b97c3c")),
    "zebra": ("zebra", ("#f6f1e6", "#1f1d22")),
    "tiger": ("tiger", ("#ee8f3a", "#2a2024")),
    "cow": ("cow", ("#f6f1e6", "#1f1d22")),
    "camouflage": ("camouflage", ("#8a8f5a", "#4d5a34", "#b9ad82", "#2f3324")),
    "camo": ("camouflage", ("#8a8f5a", "#4d5a34", "#b9ad82", "#2f3324")),
    "buffalo plaid": ("buffalo", ("#c0342f", "#1f1d22", "#6f2426")),
    "buffalo check": ("buffalo", ("#c0342f", "#1f1d22", "#6f2426")),
    "plaid": ("tartan", ("#b3262e", "#1f3f36", "#f2c53d", "#f6efe0", "#23252f")),
    "tartan": ("tartan", ("#b3262e", "#1f3f36", "#f2c53d", "#f6efe0", "#23252f")),
    "gingham": ("gingham", ("#fbf6ea", "#d9486a")),
    "polka dot": ("dots", ("#d9486a", "#fbf6ea")),
    "striped": ("diagonals", ("#fbf6ea", "#d9486a")),
    "houndstooth": ("houndstooth", ("#f6f1e6", "#1f1d22")),
    "checkered": ("checkers", ("#f6f1e6", "#1f1d22")),
    "checkerboard": ("checkers", ("#f6f1e6", "#1f1d22")),
    "tie dye": ("tie-dye", ("#f2c14e", "#e4572e", "#d64583", "#5b4b9a", "#2d8fbf", "#5fae57")),
    "tie dyed": ("tie-dye", ("#f2c14e", "#e4572e", "#d64583", "#5b4b9a", "#2d8fbf", "#5fae57")),
}
"""What shops call a print: the surface, and the inks of its ground and of what is on it."""

_SHAPES = (
    r"(?:heart|star|peace sign|peace(?= *$)|peace symbol|cross|moon|lightning bolt|bolt|lips|skull|cowboy hat|cowboy boots?|mushroom|deer|moose"
    r"|soccer ball|football|baseball|softball|basketball|volleyball|butterfly|dinosaur|elephant|turtle|whale|feather|pumpkin|bunny|rabbit|tree|arrow|crown|anchor|apple|bell|mitten|stocking)"
)
_ASKED = re.compile(
    rf"\b(?P<print>{'|'.join(sorted(_PRINTS, key=len, reverse=True))})(?: print(?:ed)?| pattern(?:ed)?)? (?P<what>{_SHAPES}s?)\b"
    r"(?! (?:background|pattern|print))",
    re.IGNORECASE,
)
_OF_ANIMALS = re.compile(r"\b(?:leopard|cheetah|zebra|tiger|cow)$", re.IGNORECASE)
_MARK = "print"


_BALLS = {"soccer": "soccer ball"}
_OF_A_TEAM = re.compile(
    r"^(?P<who>(?P<sport>soccer|football|baseball|softball|basketball|volleyball) (?:mom|mum|mama|momma|dad|life|vibes|season|sister|grandma|nana|girl))"
    r"(?: (?:in|with))?(?: an?)? (?P<print>leopard|cheetah|zebra|plaid|buffalo plaid|camo|tie dye)(?: print| pattern)?$",
    re.IGNORECASE,
)


def _ball_in_print(match: re.Match[str]) -> str:
    """What a team plays with is what a print is on: “soccer mom leopard print”."""
    sport = match["sport"].lower()
    return f"{match['print']} print {_BALLS.get(sport, sport)}, {match['who']}"


def with_its_ball(sentence: str) -> str:
    """Before a saying is taken out of it, which would leave a leopard."""
    return _OF_A_TEAM.sub(_ball_in_print, sentence.strip())


def shape_first(text: str) -> str:
    """“a leopard print heart” is a heart, in a print that is named in one word at its end."""
    match = _ASKED.search(text.replace("-", " "))
    if match is None or (_OF_ANIMALS.match(match["print"]) and "print" not in match[0].lower()):
        return text
    told = text.replace("-", " ")
    mark = match["print"].lower().replace(" ", "") + _MARK
    return f"{told[: match.start()]}{match['what']}{told[match.end() :]} {mark}"


_BY_MARK = {name.replace(" ", "") + _MARK: said for name, said in _PRINTS.items()}

MARKS = frozenset(_BY_MARK)
"""Words that are none of a sentence's own."""


def in_print(hero: Subject, words: Sequence[str]) -> Subject:
    """The hero's outline filled with the surface that the words ask for; itself where they ask for none."""
    asked = next((_BY_MARK[word] for word in words if word in _BY_MARK), None)
    if asked is None:
        return hero
    name, inks = asked
    placed = place(hero, BOX / 2, BOX / 2, BOX)
    shape = Path.from_geometry(placed.area.buffer(-0.4 * LINE))
    surface, canvas = Canvas(UNITS, UNITS), Canvas(BOX, BOX)
    PAINTERS[name](Sheet(surface, inks, random.Random(name)))  # noqa: S311 - a drawing, not a secret
    canvas.fill(Path.from_geometry(placed.area.buffer(0.9 * LINE)), INK)
    canvas.fill(shape, inks[0])
    with canvas.group(shape):
        middle = Transform.move(-UNITS / 2, -UNITS / 2)
        canvas.place(surface.drawing(), middle.then(Transform.scale(_FINE)).then(Transform.move(BOX / 2, BOX / 2)))
        _sew(canvas, hero.name, placed.area.bounds)
    drawing = canvas.drawing()
    return Figure(hero.name, drawing, silhouette_of(drawing))


_SEAMS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("baseball", "softball"), ("M-70 -78Q-16 0 -70 78", "M70 -78Q16 0 70 78")),
    "basketball": ("M-100 0L100 0", "M0 -100L0 100", "M-72 -72Q-20 0 -72 72", "M72 -72Q20 0 72 72"),
    "volleyball": ("M0 0Q30 -70 88 -56", "M0 0Q46 60 6 100", "M0 0Q-76 10 -94 -40"),
    "american football": ("M-40 -40L40 40", "M-34 -6L-6 -34", "M-14 14L14 -14", "M6 34L34 6"),
    "soccer ball": (
        "M0 -40L38 -12L24 32L-24 32L-38 -12Z",
        *("M0 -40L0 -84M38 -12L80 -28M24 32L50 70M-24 32L-50 70M-38 -12L-80 -28",),
    ),
}
"""By which a ball is that ball whatever it is made of, around its middle, a hundred units to its rim."""


def _sew(canvas: Canvas, name: str, bounds: tuple[float, float, float, float]) -> None:
    x0, y0, x1, y1 = bounds
    put = Transform.scale((x1 - x0) / 200, (y1 - y0) / 200).then(Transform.move((x0 + x1) / 2, (y0 + y1) / 2))
    for seam in _SEAMS.get(name.replace("-", " "), ()):
        path = Path.parse(seam).transformed(put)
        canvas.stroke(path, _THREAD, 40)
        canvas.stroke(path, INK, 20)


_THREAD = "#fbf6ea"

_FINE = 0.42
"""How much smaller a print is on a shape than on a sheet."""
