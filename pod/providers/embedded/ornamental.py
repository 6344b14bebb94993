"""An animal in ornament: a mandala elephant, a tribal turtle, a wolf in celtic knots. Its outline and its lines stay, and what is
between them is filled."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, ellipse, leaf, polar, star
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, LINE
from pod.providers.embedded.linework import line_work
from pod.providers.embedded.subjects import Subject, place

_Paint = Callable[[Canvas, float, float, Sequence[str]], None]
_CONTOUR = 15.0
_REACH = 760.0
"""How far an ornament goes from its middle: to the tip of a tail."""


@dataclass(frozen=True, slots=True)
class Ornament:
    """`inks` are the line around it, its ground, and what is painted on that."""

    paint: _Paint
    inks: tuple[str, ...]


def _mandala(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Rings of petals, the outer first, each overlapped by the next."""
    line, _, *tones = inks
    for k, radius in enumerate((700, 590, 490, 400, 320, 246, 180, 122)):
        number, ink = max(8, round(radius / 15)), tones[k % len(tones)]
        wide = 2 * math.pi * radius / number * 0.92
        for i in range(number):
            turn = 360 * (i + 0.5 * (k % 2)) / number
            root = polar(x, y, radius * 0.52, turn)
            canvas.fill(leaf(*root, radius * 0.48, wide + 8, turn), line)
            canvas.fill(leaf(*root, radius * 0.45, wide - 6, turn), ink)
            canvas.fill(circle(*polar(x, y, radius * 0.84, turn), wide * 0.13), line)
    canvas.fill(circle(x, y, 62), line)
    canvas.fill(circle(x, y, 52), tones[0])
    canvas.fill(circle(x, y, 24), line)


def _tribal(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Rings of spirals and of teeth."""
    light = inks[2]
    for k, radius in enumerate(range(80, round(_REACH), 92)):
        number = max(6, round(2 * math.pi * radius / (100 if k % 2 else 66)))
        for i in range(number):
            turn = 360 * (i + 0.25 * k) / number
            at = polar(x, y, radius, turn)
            if k % 2:
                canvas.stroke(Path.lines(_spiral(*at, 36, turn), closed=False), light, 12)
            else:
                foot = (polar(x, y, radius - 30, turn - 1500 / radius), polar(x, y, radius - 30, turn + 1500 / radius))
                canvas.fill(Path.lines([*foot, polar(x, y, radius + 34, turn)]), light)
        canvas.stroke(circle(x, y, radius + 44), light, 7)


def _spiral(x: float, y: float, radius: float, turn: float) -> list[tuple[float, float]]:
    return [polar(x, y, radius * (1 - i / 22), turn + 27 * i) for i in range(20)]


def _knots(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Rings linked to rings."""
    line, _, *bands = inks
    step = 124.0
    for row in range(-6, 7):
        for column in range(-6, 7):
            at = x + step * (column + 0.5 * (row % 2)), y + step * 0.86 * row
            canvas.stroke(circle(*at, 88), line, 36)
            canvas.stroke(circle(*at, 88), bands[(row + column) % len(bands)], 20)


def _steps(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Bands of stepped diamonds and of triangles."""
    line, _, *tones = inks
    for row, top in enumerate(range(round(y - _REACH), round(y + _REACH), 84)):
        ink, other = tones[row % len(tones)], tones[(row + 1) % len(tones)]
        canvas.fill(
            Path.lines([(x - _REACH, top), (x + _REACH, top), (x + _REACH, top + 76), (x - _REACH, top + 76)]), ink
        )
        for k in range(-8, 9):
            cx = x + 96 * k
            if row % 2:
                canvas.fill(Path.lines([(cx - 44, top + 76), (cx + 44, top + 76), (cx, top + 6)]), other)
            else:
                stairs = ((0, -36), (14, -36), (14, -20), (30, -20), (30, -7), (44, -7))
                half = [*stairs, *((a, -b) for a, b in reversed(stairs))]
                outline = [*half, *((-a, b) for a, b in reversed(half))]
                canvas.fill(Path.lines([(cx + a, top + 38 + b) for a, b in outline]), other)
                canvas.fill(circle(cx, top + 38, 10), line)


def _blossoms(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Flowers and leaves of folk art."""
    _, _, *tones = inks
    petals, green = tones[:-1], tones[-1]
    for row in range(-5, 6):
        for column in range(-5, 6):
            cx, cy = x + 150 * (column + 0.5 * (row % 2)), y + 132 * row
            for turn in (60, 150, 240, 330):
                canvas.fill(leaf(*polar(cx, cy, 44, turn), 56, 26, turn), green)
            ink = petals[(row + 2 * column) % len(petals)]
            for turn in range(0, 360, 60):
                canvas.fill(leaf(*polar(cx, cy, 8, turn), 46, 34, turn), ink)
            canvas.fill(circle(cx, cy, 15), petals[(row + 2 * column + 1) % len(petals)])


def _galaxy(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    """Clouds of stars, a planet with its ring."""
    light, _, *clouds = inks
    for k in range(26):
        cx, cy = polar(x, y, 60 + 27 * k, 137.5 * k)
        canvas.fill(circle(cx, cy, 150 - 3 * k), clouds[k % len(clouds)], 0.55)
    for k in range(170):
        cx, cy = polar(x, y, 8.6 * k**0.86, 137.5 * k + 20)
        if k % 9 == 0:
            canvas.fill(star(cx, cy, 22, 4, 0.3), light)
        else:
            canvas.fill(circle(cx, cy, 4 + k % 3 * 2), light)
    canvas.fill(circle(x + 60, y - 40, 56), "#f3bf4b")
    canvas.stroke(ellipse(x + 60, y - 40, 98, 24).transformed(Transform.rotate(-18, (x + 60, y - 40))), light, 10)


def _rainbow(canvas: Canvas, x: float, y: float, inks: Sequence[str]) -> None:
    for k, ink in enumerate((*inks[2:], *inks[2:])):
        top = y - _REACH + 2 * _REACH * k / (2 * len(inks) - 4)
        wave = [(x - _REACH + 60 * i, top + 26 * math.sin(i * 0.7)) for i in range(27)]
        canvas.fill(Path.lines([*wave, (x + _REACH, y + _REACH), (x - _REACH, y + _REACH)]), ink)


_BLACK, _CREAM = "#211f26", "#fbf2df"
_ORNAMENTS: Mapping[str, Ornament] = {
    "mandala": Ornament(_mandala, ("#2b2a4c", _CREAM, "#3f978f", "#f3bf4b", "#e4705a", "#fbf2df")),
    "zentangle": Ornament(_mandala, (_BLACK, "#ffffff", "#ffffff", "#d9d6d0", "#ffffff", "#b9b6b2")),
    "henna": Ornament(_mandala, ("#6b2f1c", _CREAM, "#e9b98a", "#c9763f", "#f6dcb8")),
    "tribal": Ornament(_tribal, (_BLACK, _BLACK, _CREAM)),
    "celtic": Ornament(_knots, ("#143a2c", "#1f5a44", "#e9c25f", "#7fc29a")),
    "aztec": Ornament(_steps, (_BLACK, "#c9542f", "#c9542f", "#f3bf4b", "#2f8f8a", "#fbf2df", "#3a2430")),
    "galaxy": Ornament(_galaxy, ("#f6efff", "#1f1c4a", "#5b3fa0", "#2f4fa8", "#b0479c", "#2a2468")),
    "rainbow": Ornament(
        _rainbow, ("#2f2540", "#e5484d", "#e5484d", "#f08a3c", "#f6d34f", "#5cb85c", "#4a90d9", "#8a6cc0")
    ),
    "folk": Ornament(_blossoms, ("#1f2547", "#27346b", "#e4705a", "#f3bf4b", "#fbf2df", "#5fae8a")),
}

_STYLES: Mapping[str, str] = {
    "mandala": "mandala", "zentangle": "zentangle", "zen tangle": "zentangle", "doodle art": "zentangle", "henna": "henna", "mehndi": "henna",
    "paisley": "henna", "tribal": "tribal", "polynesian": "tribal", "maori": "tribal", "haida": "tribal", "hawaiian tribal": "tribal",
    "celtic": "celtic", "celtic knot": "celtic", "celtic knotwork": "celtic", "aztec": "aztec", "mayan": "aztec", "inca": "aztec",
    "southwestern": "aztec", "folk art": "folk", "scandinavian folk": "folk", "scandi": "folk", "floral pattern": "folk",
    "galaxy": "galaxy", "cosmic": "galaxy", "nebula": "galaxy", "galactic": "galaxy", "rainbow": "rainbow", "rainbow coloured": "rainbow",
    "rainbow colored": "rainbow", "psychedelic": "rainbow", "trippy": "rainbow", "celestial": "galaxy", "starry": "galaxy", "totem": "tribal",
    "floral": "folk", "flowery": "folk", "lace": "zentangle", "lacy": "zentangle", "floral patterned": "folk", "boho mandala": "mandala",
}  # fmt: skip
"""What shops call an ornament."""

ANIMAL = (
    r"(?:sea turtle|polar bear|elephant|turtle|tortoise|wolf|lion|tiger|bear|owl|eagle|hawk|fox|deer|stag|horse|cat|dog|fish|koi|shark|whale|orca|dolphin"
    r"|octopus|manta ray|stingray|seahorse|gecko|lizard|snake|serpent|dragon|phoenix|raven|crow|hummingbird|butterfly|dragonfly|bee|beetle|moth|peacock"
    r"|rooster|swan|crane|heron|parrot|toucan|jaguar|panther|leopard|hippo|rhino|giraffe|zebra|camel|llama|bull|buffalo|bison|goat|ram|sheep|pig|rabbit|hare"
    r"|hedgehog|squirrel|mouse|frog|toad|bat|spider|scorpion|crab|lobster|jellyfish|starfish|snail|unicorn|pegasus|griffin|hound|monkey|gorilla|sloth|panda|koala|kitten|puppy|kitty|bunny|corgi|pug|dachshund|chihuahua|beagle|husky|hamster|guinea pig|capybara|axolotl|raccoon|otter|penguin|duck|goose|chicken|hen|cow|highland cow|donkey|opossum|possum|skunk|badger|moose|elk|lynx|cheetah|flamingo|kangaroo|dinosaur|t-rex|trex|puffin|pigeon|ferret|mole|red panda|polar bear|walrus|seal|rat|hyena|lemur|alpaca)"
)
_WAY = rf"(?P<way>{'|'.join(sorted(_STYLES, key=len, reverse=True))})"
_ART = r"(?: (?:style|colou?rs?|art|design|tattoo|pattern(?:ed)?|print|inspired|knot(?:work)?))*"
_SAID = (
    re.compile(rf"\b{_WAY}{_ART}(?: of)?(?: an?)? (?P<how>(?:[a-z]+ )?)(?P<what>{ANIMAL}(?: (?:head|face))?s?)\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<how>)(?P<what>{ANIMAL}(?: (?:head|face))?s?) (?:(?:in|with|as|made of) )?(?:an? )?{_WAY}{_ART}s?(?= *(?:$|,|with|on|in|and))",
        re.IGNORECASE,
    ),
)  # fmt: skip
_MARK = "ornament"
_BY_MARK = {name + _MARK: said for name, said in _ORNAMENTS.items()}

ORNAMENT_MARKS = frozenset(_BY_MARK)
"""Words that are none of a sentence's own."""


IN_ORNAMENT = frozenset({"mandala", "rainbow", "silhouette", "silhouettes"})
"""What a layout would be named by, and is said of what fills somebody."""

_FILLED = re.compile(
    rf"\b(?P<what>{ANIMAL}) (?:(?:filled|covered|decorated|patterned|adorned) (?:with|in)|full of) (?:[a-z]+ )?(?:flowers|wildflowers|florals?|blossoms)\b",
    re.IGNORECASE,
)


def animal_first(text: str) -> str:
    """“a tribal sea turtle” is a sea turtle, its ornament named in one word at its end."""
    if filled := _FILLED.search(text):
        return f"{text[: filled.start()]}{filled['what']}{text[filled.end() :]} folk{_MARK}"
    match = next((found for said in _SAID if (found := said.search(text)) is not None), None)
    if match is None:
        return text
    mark = _STYLES[match["way"].lower()] + _MARK
    rest = re.sub(r"^ *tattoos?\b", "", text[match.end() :])
    what = "sea turtle" if match["what"].lower() == "turtle" else match["what"]
    if match["way"].lower() == "rainbow" and re.match(r"unicorn|zebra|butterfly|trout|fish", what):
        return text  # those are drawn so
    return f"{text[: match.start()]}{match['how']}{what}{rest} {mark}"


def in_ornament(hero: Subject, words: Sequence[str]) -> Subject:
    """The hero filled with the ornament that the words ask for; itself where they ask for none."""
    asked = next((_BY_MARK[word] for word in words if word in _BY_MARK), None)
    if asked is None:
        return hero
    placed = place(hero, BOX / 2, BOX / 2, BOX)
    inside, middle = Path.from_geometry(placed.area), placed.area.centroid
    line, ground, *_ = asked.inks
    canvas = Canvas(BOX, BOX)
    canvas.fill(Path.from_geometry(placed.area.buffer(LINE)), line)
    canvas.fill(inside, ground)
    with canvas.group(inside):
        asked.paint(canvas, middle.x, middle.y, asked.inks)
    contour = line_work(placed.drawing, placed.area, _CONTOUR)
    if ground == line:
        canvas.fill(Path.from_geometry(contour.geometry().buffer(9)), asked.inks[2])
    canvas.fill(contour, line)
    drawing = canvas.drawing()
    return Figure(hero.name, drawing, silhouette_of(drawing))
