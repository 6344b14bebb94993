"""A shape with a landscape in it: a bear full of mountains, a whale full of stars. Its outline stays, and the view is inside."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, LINE, Pen
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, Head
from pod.providers.embedded.states import features
from pod.providers.embedded.subjects import Subject, place

_View = Callable[[Canvas, random.Random], None]
"""Fills the whole box."""

_DUSK = ("#f9d79a", "#f4ac6b", "#e57a5c", "#b9535f")
_RANGES = ("#7d4a68", "#523556", "#2f2340")
_NIGHT = ("#27325c", "#2f3d6b", "#3d4b7c", "#51608c")
_FOREST = ("#dfe8d4", "#b9d0b4", "#86ae8c", "#568a6c", "#2f634f", "#1d4238")
_SEA = ("#3f8fb8", "#2f77a6", "#245f8e", "#1b4873")
_STAR = "#fdf3cf"


def _bands(canvas: Canvas, inks: Sequence[str], bottom: float) -> None:
    step = bottom / len(inks)
    for k, ink in enumerate(inks):
        canvas.fill(rect(-20, k * step - 20, BOX + 40, BOX - k * step + 60), ink)


def _range(canvas: Canvas, rng: random.Random, y: float, tall: float, ink: str, snow: str = "") -> None:
    """Peaks from one side to the other, with caps where `snow` is told."""
    x, ridge = -60.0, list[Point]()
    tops = list[Point]()
    while x < BOX + 60:
        wide = rng.uniform(120, 190)
        top = (x + wide / 2, y - tall * rng.uniform(0.6, 1.0))
        ridge += [(x, y - tall * rng.uniform(0.1, 0.25)), top]
        tops.append(top)
        x += wide
    canvas.fill(Path.lines([*ridge, (BOX + 80, y), (BOX + 80, BOX + 60), (-80, BOX + 60)]), ink)
    for tx, ty in tops if snow else ():
        cap = [
            (tx, ty),
            (tx + 34, ty + 0.3 * tall),
            (tx + 8, ty + 0.22 * tall),
            (tx - 8, ty + 0.32 * tall),
            (tx - 34, ty + 0.28 * tall),
        ]
        canvas.fill(Path.lines(cap), snow)


def _pines(canvas: Canvas, rng: random.Random, y: float, tall: float, ink: str) -> None:
    x = -30.0
    while x < BOX + 40:
        high = tall * rng.uniform(0.65, 1.0)
        half = 0.24 * high
        for share in (0.0, 0.3, 0.6):
            top, foot, wide = (
                y - high * (1 - share * 0.9),
                y - high * (0.62 - 0.62 * share),
                half * (0.55 + 0.6 * share),
            )
            canvas.fill(Path.lines([(x, top), (x + wide, foot), (x - wide, foot)]), ink)
        x += half * 1.25
    canvas.fill(rect(-40, y - 0.1 * tall, BOX + 80, BOX), ink)


def _stars(canvas: Canvas, rng: random.Random, bottom: float, count: int) -> None:
    for _ in range(count):
        canvas.fill(circle(rng.uniform(20, BOX - 20), rng.uniform(20, bottom), rng.choice((5, 6, 9))), _STAR)


def _mountains(canvas: Canvas, rng: random.Random) -> None:
    _bands(canvas, _DUSK, 0.62 * BOX)
    canvas.fill(circle(0.56 * BOX, 0.36 * BOX, 0.13 * BOX), "#fff2cf")
    _range(canvas, rng, 0.62 * BOX, 0.26 * BOX, _RANGES[0], snow="#fbe9dc")
    _range(canvas, rng, 0.74 * BOX, 0.18 * BOX, _RANGES[1])
    _pines(canvas, rng, 0.9 * BOX, 0.2 * BOX, _RANGES[2])


def _night(canvas: Canvas, rng: random.Random) -> None:
    _bands(canvas, _NIGHT, 0.7 * BOX)
    _stars(canvas, rng, 0.55 * BOX, 40)
    canvas.fill(circle(0.58 * BOX, 0.3 * BOX, 0.11 * BOX), _STAR)
    _range(canvas, rng, 0.7 * BOX, 0.26 * BOX, "#1f2a4a", snow="#dfe6f4")
    _pines(canvas, rng, 0.9 * BOX, 0.24 * BOX, "#121a30")


def _forest(canvas: Canvas, rng: random.Random) -> None:
    canvas.fill(rect(-20, -20, BOX + 40, BOX + 40), _FOREST[0])
    canvas.fill(circle(0.56 * BOX, 0.26 * BOX, 0.11 * BOX), "#fff6dc")
    for k, ink in enumerate(_FOREST[1:]):
        _pines(canvas, rng, (0.46 + 0.14 * k) * BOX, (0.2 + 0.03 * k) * BOX, ink)


def _galaxy(canvas: Canvas, rng: random.Random) -> None:
    canvas.fill(rect(-20, -20, BOX + 40, BOX + 40), "#1d1a3a")
    for k, ink in enumerate(("#33285f", "#57348a", "#8a3f9a", "#c95f9a")):
        for j in range(5):
            x, y = 0.05 * BOX + 0.22 * BOX * j, 0.88 * BOX - 0.18 * BOX * j + rng.uniform(-60, 60)
            canvas.fill(circle(x, y, (0.3 - 0.06 * k) * BOX), ink, 0.5)
    _stars(canvas, rng, BOX - 20, 90)
    for x, y, r, ink in ((0.28, 0.3, 46, "#f2b45a"), (0.72, 0.68, 60, "#6fc3d8"), (0.62, 0.2, 28, "#f4f0e0")):
        canvas.fill(circle(x * BOX, y * BOX, r), ink)


def _ocean(canvas: Canvas, rng: random.Random) -> None:
    _bands(canvas, _DUSK, 0.5 * BOX)
    canvas.fill(circle(0.5 * BOX, 0.44 * BOX, 0.15 * BOX), "#fff2cf")
    for k, ink in enumerate((*_SEA, mix(_SEA[-1], INK, 0.3))):
        y, step = (0.5 + 0.1 * k) * BOX, 128.0
        start = -rng.uniform(0, step)
        crest = "".join(
            f"Q{start + step * (i + 0.5):.1f} {y - 46:.1f} {start + step * (i + 1):.1f} {y:.1f}" for i in range(10)
        )
        canvas.fill(Path.parse(f"M{start:.1f} {y:.1f}{crest}L{BOX + 300} {BOX + 40}L-300 {BOX + 40}Z"), ink)


def _blooms(heads: Sequence[Head], ground: str, size: float = 1.0) -> _View:
    """Flowers close together, large and little, leaves between them."""

    def paint(canvas: Canvas, rng: random.Random) -> None:
        pen = Pen(canvas, next(iter(SPECIES.values())))
        canvas.fill(rect(-20, -20, BOX + 40, BOX + 40), ground)
        spots = [(x, y) for y in range(-20, 1080, 128) for x in range(-40, 1100, 138)]
        for k, (x, y) in enumerate(spots):
            canvas.fill(leaf(x + 40, y + 50, 110, 44, 37.0 * k % 360), (GREEN, LEAF)[k % 2])
        for k, (x, y) in enumerate(spots):
            across = 69 if (y + 20) // 128 % 2 else 0
            r = size * (76, 58, 66)[k % 3]
            heads[(k + k // 5) % len(heads)](pen, x + across + rng.uniform(-10, 10), y + rng.uniform(-10, 10), r, 0)

    return paint


def _foliage(inks: Sequence[str], ground: str) -> _View:
    def paint(canvas: Canvas, rng: random.Random) -> None:
        canvas.fill(rect(-20, -20, BOX + 40, BOX + 40), ground)
        for k in range(190):
            x, y = rng.uniform(-60, BOX + 40), rng.uniform(-60, BOX + 60)
            one = leaf(x, y, 150, 66, rng.uniform(0, 360))
            canvas.fill(one.offset(7), ground)
            canvas.fill(one, inks[k % len(inks)])

    return paint


VIEWS: Mapping[str, _View] = {
    "flowersinside": _blooms(MEADOW, "#23413a"),
    "rosesinside": _blooms((TIED["rose"],), "#3f7f55", 1.7),
    "sunflowersinside": _blooms((TIED["sunflower"],), "#3f5a33"),
    "daisiesinside": _blooms((FLOWERS["daisy"],), "#2f6f73"),
    "leavesinside": _foliage(("#5f9d63", "#3f7f55", "#8fb86a"), "#1f4238"),
    "autumninside": _foliage(("#d9652f", "#e9a23a", "#b5422f"), "#4a2a1e"),
    "mountainsinside": _mountains,
    "nightinside": _night,
    "forestinside": _forest,
    "galaxyinside": _galaxy,
    "oceaninside": _ocean,
}
"""By the one word that a sentence is given for them."""

_GROWING = frozenset(mark for mark in VIEWS if mark.startswith(("flower", "rose", "sun", "dais", "lea", "autumn")))
"""Of these a whole is made, so that its face is seen; what is full of mountains has none."""

_HALO, _CREAM = 13.0, "#fbf2df"

MARKS = frozenset(VIEWS)
"""Words that are none of a sentence's own."""

_KINDS: Sequence[tuple[str, str]] = (
    ("sunflowersinside", r"\bsunflowers\b"),
    ("rosesinside", r"\broses\b"),
    ("daisiesinside", r"\bdaisies\b"),
    ("flowersinside", r"\b(?:flowers|wildflowers|blossoms|blooms|florals?)\b"),
    ("autumninside", r"\b(?:autumn|fall|maple|oak) leaves\b"),
    ("leavesinside", r"\b(?:leaves|foliage|ferns|vines)\b"),
    ("nightinside", r"\b(?:night sky|mountains? at night|night scene|moon|northern lights|starry)\b"),
    ("galaxyinside", r"\b(?:galaxy|galaxies|space|universe|cosmos|stars|planets|nebula)\b"),
    ("mountainsinside", r"\b(?:mountains?|mountain range|sunset|sunrise|landscape|scenery|desert|wilderness|nature)\b"),
    ("forestinside", r"\b(?:forest|woods|pines?|pine trees?|trees|evergreens)\b"),
    ("oceaninside", r"\b(?:ocean|sea|waves?|beach|underwater)\b"),
)
_PLACE = (
    r"(?P<view>(?:an? |the )?(?:[a-z]+ ){0,2}?(?:night sky|mountains?(?: range| landscape)?|sunset|sunrise|landscape|scenery|desert|wilderness|nature|galaxy|galaxies"
    r"|space|universe|cosmos|stars|nebula|forest|woods|pines?|pine trees?|trees|evergreens|ocean|sea|waves?)(?: (?:scene|landscape|view|sky))?"
    r"(?: (?:and|with) (?:an? |the )?(?:[a-z]+ )?(?:mountains?|moon|stars|trees|pines?|pine trees|forest|river|lake|sun|sky))?)"
)
_GROWN = (
    r"(?P<view>(?:an? |the )?(?:[a-z]+ ){0,2}?(?:flowers|wildflowers|blossoms|blooms|florals|roses|sunflowers|daisies|leaves|foliage|ferns|vines)"
    r"(?: and (?:[a-z]+ )?(?:flowers|wildflowers|leaves|vines|ferns|roses|daisies))?)"
)
_WHOM = r"(?P<who>(?:an? |the )?(?:[a-z]+ ){0,1}?[a-z]+)"
_SHAPE = r"(?:silhouette|outline|shape|contour)"
_PHRASES = tuple(
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        rf"\b{_WHOM}(?: {_SHAPE})? (?:with|containing) {_PLACE} (?:inside (?:of )?(?:it|its body)|in it|in (?:its|the) body|inside|within)\b",
        rf"\b{_WHOM} {_SHAPE} with {_PLACE}(?=$|[,.;])",
        rf"\b{_WHOM}(?: {_SHAPE})?,? filled with {_PLACE}(?=$|[,.;])",
        rf"\b{_WHOM} {_SHAPE} (?:made (?:out )?of|of|full of) {_PLACE}(?=$|[,.;])",
        rf"^{_PLACE} (?:in|inside|within) (?:an? |the )?(?:{_SHAPE} of )(?P<who>(?:an? |the )?[a-z]+(?: [a-z]+)?)$",
        rf"^{_PLACE} (?:in|inside|within) (?P<who>(?:an? |the )?[a-z]+) {_SHAPE}$",
        rf"\b{_WHOM} double exposure (?:and|with|of) {_PLACE}(?=$|[,.;])",
        rf"\b{_WHOM}(?: {_SHAPE})?,? (?:filled with|made (?:out )?of|made up of|made from) {_GROWN}(?=$|[,.;])",
        rf"\b{_WHOM} {_SHAPE} (?:with|of|full of) {_GROWN}(?: (?:inside|within|in it|inside it))?(?=$|[,.;])",
        r"\bfloral (?P<who>(?!heart|wreath|skull|border|pattern|crown|arch|frame|bouquet|letter)[a-z]+) (?:silhouette|shape)(?P<view>)$",
        rf"\bdouble exposure(?: of)? {_WHOM} (?:and|with) {_PLACE}(?=$|[,.;])",
    )
)
_NO_SHAPE = re.compile(
    r"\b(?:glass|jar|bottle|globe|vase|wreath|basket|bouquet|pot|bucket|crown|arch|garden|field|border|boot|skirt|dress|bike|bicycle|wheelbarrow|bathtub|heart hands|[a-z]+box|letter|word|initial|mug|cup|bulb|lightbulb|frame|window|circle|triangle|diamond|hexagon|truck|car|van|camper|tent|person|man|woman|girl|boy|text|letters?|sign)s?\b",
    re.IGNORECASE,
)
"""What a view is seen in without being its outline."""


def view_inside(text: str) -> str:
    """“bear silhouette with mountains inside” is a bear, with the view named in one word at its end."""
    match = next((found for phrase in _PHRASES if (found := phrase.search(text))), None)
    if match is None or _NO_SHAPE.search(match["who"]):
        return text
    mark = next(
        (mark for mark, said in _KINDS if re.search(said, match["view"] or "flowers", re.IGNORECASE)), "mountainsinside"
    )
    return f"{text[: match.start()]}{match['who']}{text[match.end() :]} {mark}"


_BEAR = (
    "M60 500C70 450 120 420 170 405C175 370 200 345 232 350C250 356 256 372 256 390C330 380 380 330 450 300C520 270 640 300 740 310"
    "C850 320 930 390 950 500C965 580 950 640 955 700L965 790C960 815 930 815 880 812C850 812 848 790 860 770C840 700 800 660 770 640"
    "C700 660 600 670 520 655C515 700 505 740 512 790C512 815 480 815 420 812C392 812 392 790 410 772C400 720 395 670 380 630"
    "C370 680 350 730 352 790C350 815 320 815 262 812C236 812 236 790 252 772C262 700 262 620 262 560C220 570 160 575 120 560"
    "C80 556 52 540 60 500Z"
)
_OUTLINES: Mapping[str, str] = dict.fromkeys(("bear", "polar bear", "grizzly bear", "black bear", "bear face"), _BEAR)
"""By name those who are a head or a toy by their own outline, and walk here."""


def has_view(words: Sequence[str]) -> bool:
    return bool(MARKS & set(words))


def with_view(hero: Subject, words: Sequence[str]) -> Subject:
    """The hero's outline with the view in it that the words ask for; itself where they ask for none."""
    mark = next((word for word in words if word in VIEWS), "")
    if not mark:
        return hero
    own, base = _OUTLINES.get(hero.name), place(hero, BOX / 2, BOX / 2, BOX)
    area = Path.parse(own).geometry() if own else base.area
    shape, canvas = Path.from_geometry(area.buffer(-0.4 * LINE)), Canvas(BOX, BOX)
    canvas.fill(Path.from_geometry(area.buffer(0.9 * LINE)), INK)
    with canvas.group(shape):
        VIEWS[mark](canvas, random.Random(mark))  # noqa: S311 - a drawing, not a secret
    for feature in features(base, area.area) if mark in _GROWING and not own else ():
        canvas.fill(Path.from_geometry(feature.area.buffer(_HALO)), _CREAM)
        canvas.fill(Path.from_geometry(feature.area), INK)
    drawing = canvas.drawing()
    return Figure(hero.name, drawing, silhouette_of(drawing))
