"""The ground that a sentence puts under somebody: a slope to go down, a cliff to stand on; and smoke over a roof."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import ellipse
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK, cloudlet, outlined
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.gallery.fishes import FISHES
from pod.providers.embedded.gallery.whales import WHALES
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing

_GRASS, _SNOW, _STONE = "#7fae62", "#eef5fa", "#8b93a3"
_STEEP = 13.0
"""Degrees that a slope falls by, to the left, where the machines of the sets look."""

_A = r"(?:an? |the |its )?(?:(?:big|steep|grassy|green|snowy|snow|rocky|rugged|high|tall|sea|dirt|mountain) )*"
DOWNHILL = re.compile(rf"\b(?:down|downhill on) {_A}(?:hill|hillside|slope|mountain|trail|track)\b|\bdownhill\b")
_ON_A_CLIFF = re.compile(rf"\b(?:on|atop|on top of|over|edge of|at) {_A}(?:cliff|clifftop|cliffs|bluff)\b")
IN_SNOW = frozenset({"snow", "snowy", "ski", "skiing", "sled", "sledding", "snowboard", "winter"})


def _as_ground(canvas: Canvas) -> Placed:
    drawing = canvas.drawing()
    return Placed(drawing, silhouette_of(drawing))


def on_a_slope(hero: Subject, words: Sequence[str]) -> Subject:
    """Leaning with a hill that falls away before it: to the right for our own, who ride that way."""
    rightward = hero.name in SPECIES
    rider = place(hero, BOX / 2, BOX / 2, BOX, turn=_STEEP if rightward else -_STEEP)
    _, _, right, bottom = rider.area.bounds
    left = rider.area.bounds[0]
    fall = 0.23 * (right - left)
    middle = bottom - 0.1 * BOX
    ink = _SNOW if IN_SNOW & set(words) else _GRASS
    canvas = Canvas(BOX, BOX)
    wide, foot, crest = right - left, bottom + 0.2 * BOX, middle - fall - 0.03 * BOX
    hill = Path(
        (
            ("M", (left - 0.2 * wide, foot)),
            ("Q", (left - 0.12 * wide, middle + fall + 0.02 * BOX, left + 0.1 * wide, middle + 0.8 * fall)),
            ("L", (right - 0.06 * wide, middle - 0.86 * fall)),
            ("C", (right + 0.1 * wide, crest, right + 0.14 * wide, crest + 0.1 * BOX, right + 0.2 * wide, foot)),
            ("Q", ((left + right) / 2, foot + 0.07 * BOX, left - 0.2 * wide, foot)),
            ("Z", ()),
        )
    )
    over = Transform.scale(-1, 1).then(Transform.move(left + right, 0)) if rightward else Transform.move(0, 0)
    outlined(canvas, hill.transformed(over), ink)
    for x, y in ((0.3, 0.17), (0.62, 0.08), (0.84, -0.02)):
        tuft = rider.area.bounds[0] + x * (right - left), bottom + (y - 0.04) * BOX
        mark = Path.lines([(tuft[0] - 36, tuft[1] + 9), (tuft[0] + 36, tuft[1] - 9)], closed=False)
        canvas.stroke(mark.transformed(over), mix(ink, INK, 0.3), 16)
    return as_one(hero.name, [_as_ground(canvas), rider], natural=hero.natural)


def on_a_cliff(hero: Subject, _: Sequence[str]) -> Subject:
    """At the edge of a rock that falls off steeply."""
    standing = place_standing(hero, BOX / 2, 0, 0.9 * BOX, 0.9 * BOX)
    left, _top, right, low = standing.area.bounds
    wide = max(right - left, 0.55 * BOX)
    x0, x1 = BOX / 2 - 0.85 * wide, BOX / 2 + 0.62 * wide
    deep = 0.62 * BOX
    steps = ((1.0, 0.06), (0.9, 0.2), (0.96, 0.34), (0.78, 0.5), (0.84, 0.68), (0.66, 0.84), (0.7, 1.0))
    face = [(x0 + (x1 - x0) * x, low - 0.03 * BOX + deep * y) for x, y in steps]
    back = ((-0.06, 1.0), (-0.04, 0.7), (0.03, 0.52), (-0.02, 0.3), (0.02, 0.14))
    behind = [(x0 + (x1 - x0) * x, low - 0.03 * BOX + deep * y) for x, y in back]
    rock = Path.lines([(x0, low - 0.05 * BOX), (x1, low - 0.03 * BOX), *face, *behind])
    canvas = Canvas(BOX, BOX)
    outlined(canvas, rock, _STONE)
    with canvas.group(rock):
        shade = [(x0 + (x1 - x0) * (x - 0.2), y) for (x, _), (_, y) in zip(steps, face, strict=True)]
        canvas.fill(Path.lines([*face, *reversed(shade)]), mix(_STONE, INK, 0.28))
        grass = [(x0 - 20, low - 0.09 * BOX), (x1 + 20, low - 0.09 * BOX), (x1 + 20, low + 0.05 * BOX)]
        teeth = [(x1 - (x1 - x0) * i / 9, low + (0.07 if i % 2 else 0.03) * BOX) for i in range(1, 9)]
        canvas.fill(Path.lines([*grass, *teeth, (x0 - 20, low + 0.05 * BOX)]), _GRASS)
    for x, r in ((-0.02, 0.1), (0.2, 0.13), (0.76, 0.12), (0.5, 0.16)):
        foot = x0 + (x1 - x0) * x, low + deep * 0.98
        outlined(canvas, ellipse(*foot, 1.3 * r * BOX, 0.62 * r * BOX), mix(_STONE, INK, 0.12))
    for x, y, long in ((0.2, 0.36, 0.16), (0.42, 0.6, 0.2), (0.5, 0.3, 0.1)):
        start = (x0 + (x1 - x0) * x, low + deep * y)
        crack = Path.lines([start, (start[0] + long * BOX, start[1] + 0.04 * BOX)], closed=False)
        canvas.stroke(crack, mix(_STONE, INK, 0.4), 18)
    return as_one(hero.name, [_as_ground(canvas), standing], natural=hero.natural)


_SMOKE = re.compile(
    r"\bsmoke (?:[a-z]+ )*(?:chimney|stack)\b|\bsmoking chimney\b|\bchimney smoke\b|\bchimney with smoke\b"
)
_CHIMNEY = 0.7
"""How far from the left of a house its chimney is, as a share of the width: so they are drawn in the sets."""


def smoking(hero: Subject, _: Sequence[str]) -> Subject:
    """Puffs that rise from a chimney and grow."""
    house = place(hero, BOX / 2, BOX / 2, BOX)
    left, top, right, _low = house.area.bounds
    x = left + _CHIMNEY * (right - left)
    canvas = Canvas(BOX, BOX)
    for out, up, wide in ((0.2, 0.36, 0.3), (0.11, 0.2, 0.22), (0.02, 0.06, 0.15)):
        puff = cloudlet(x + out * BOX, top - up * BOX, wide * BOX, 0.7 * wide * BOX, 5)
        outlined(canvas, puff, "#eef1f4")
    return as_one(hero.name, [_as_ground(canvas), house], natural=hero.natural)


_WATER, _FOAM = "#4f9fd0", "#eaf6fb"
_LEAPT = 26.0
_LOOK_RIGHT = FISHES.keys() | WHALES.keys()
"""Our own look to the right, those of the sets to the left."""

_OUT_OF_WATER = re.compile(
    r"\b(?:jumping|leaping|jumps|leaps|breaching|breaches|bursting|flying|diving) (?:up )?(?:out of|from) (?:the |a )?"
    r"(?:water|sea|ocean|lake|river|waves)\b|\bbreaching\b"
)


def out_of_water(hero: Subject, _: Sequence[str]) -> Subject:
    """Its head up, over the splash that it made."""
    leaper = place(hero, BOX / 2, BOX / 2, BOX, turn=-_LEAPT if hero.name in _LOOK_RIGHT else _LEAPT)
    left, _top, right, low = leaper.area.bounds
    middle, wide = (left + right) / 2, 0.5 * (right - left)
    sea, splash = Canvas(BOX, BOX), Canvas(BOX, BOX)
    y = low - 0.1 * BOX
    for x, tall, lean in ((-0.5, 0.3, -0.3), (0.46, 0.34, 0.3), (-0.24, 0.2, -0.1), (0.2, 0.22, 0.12)):
        foot, tip = middle + 2 * x * wide * 0.7, middle + 2 * (x * 0.7 + 0.5 * lean) * wide
        jet = Path(
            (
                ("M", (foot - 0.07 * BOX, y + 0.06 * BOX)),
                ("Q", (foot, y - 0.5 * tall * BOX, tip, y - tall * BOX)),
                ("Q", (foot + 0.1 * BOX, y - 0.4 * tall * BOX, foot + 0.1 * BOX, y + 0.06 * BOX)),
                ("Z", ()),
            )
        )
        outlined(sea, jet, _FOAM)
        outlined(sea, ellipse(tip + 0.05 * BOX * (1 if lean > 0 else -1), y - (tall + 0.07) * BOX, 24, 30), _FOAM)
    x0, x1 = middle - 1.2 * wide, middle + 1.2 * wide
    step = (x1 - x0) / 6
    top: list[tuple[str, tuple[float, ...]]] = [("M", (x0, y + 0.06 * BOX))]
    for k in range(6):
        a = x0 + k * step
        top.append(("Q", (a + step / 2, y + (0.12 if k % 2 else -0.02) * BOX, a + step, y + 0.06 * BOX)))
    swell = Path((*top, ("Q", (middle, low + 0.34 * BOX, x0, y + 0.06 * BOX)), ("Z", ())))
    outlined(splash, swell, _WATER)
    for k in (-1, 1):
        a = middle + k * 0.4 * wide
        splash.stroke(
            Path((("M", (a - 90, y + 0.15 * BOX)), ("Q", (a, y + 0.11 * BOX, a + 90, y + 0.15 * BOX)))), _FOAM, 16
        )
    return as_one(hero.name, [_as_ground(sea), leaper, _as_ground(splash)], natural=hero.natural)


_GROUNDS: tuple[tuple[re.Pattern[str], Callable[[Subject, Sequence[str]], Subject]], ...] = (
    (DOWNHILL, on_a_slope),
    (_ON_A_CLIFF, on_a_cliff),
    (_SMOKE, smoking),
    (_OUT_OF_WATER, out_of_water),
)


_ON_SKIS = re.compile(r"\b(?:ski|skis|skier|skiers|skiing)\b")
"""Who has a slope under them as it is."""


def on_its_ground(hero: Subject, words: Sequence[str]) -> Subject:
    """As the sentence says, else as it was."""
    spoken = " ".join(words)
    if _ON_SKIS.search(spoken):
        return hero
    return next((put(hero, words) for said, put in _GROUNDS if said.search(spoken)), hero)
