"""Places that are known by a landmark: a land, and what stands in it far away, a little in the colour of the air. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rays, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.lands import across, dusk, lawn
from pod.providers.embedded.scenery import palm, skyline
from pod.providers.embedded.subjects import place_standing, recoloured
from pod.providers.embedded.things import thing
from pod.providers.embedded.view import View

Land = Callable[[View], None]


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing by name with its foot `drop` units below the horizon, at most `tall` units high and `wide` units wide."""

    name: str
    share: float
    tall: float
    wide: float = 5.0
    drop: float = 0.6


_AIR, _NIGHT_AIR = 0.16, 0.34


@lru_cache(maxsize=24)
def _thing(name: str) -> Figure:
    return thing(name)


def _marked(view: View, land: Land, marks: Sequence[Mark]) -> None:
    land(view)
    for mark in _enlarged(marks) if view.alone else marks:
        if "city skyline" in view.named or any(mark.name.endswith(label) for label in view.named if label):
            continue
        floor = view.ground + view.unit * mark.drop
        placed = place_standing(
            _thing(mark.name), across(view, mark.share), floor, view.unit * mark.wide, view.unit * mark.tall
        )
        far, share = (view.palette.dark, _NIGHT_AIR) if view.night else (view.sky, _AIR)
        inks = {ink: mix(ink, far, share) for ink in placed.drawing.inks()}
        view.canvas.place(recoloured(placed.drawing, inks))


_ALONE_TALL, _ALONE_WIDE = 7.0, 7.6
"""Of the tenths of a window, what the one landmark of an empty land may take."""


def _enlarged(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """In a land with nobody in it what it is known by is what the picture is of: one stands in the middle, two nearer to it."""
    if len(marks) == 1:
        drop = marks[0].drop + 0.7
        return (replace(marks[0], share=0.5, tall=_ALONE_TALL, wide=_ALONE_WIDE, drop=drop),)
    return tuple(
        replace(mark, share=0.5 + 0.66 * (mark.share - 0.5), tall=1.15 * mark.tall, wide=1.25 * mark.wide)
        for mark in marks
    )


def _river_town(view: View) -> None:
    """Roofs far away and a river before them."""
    b, u, p = view.box, view.unit, view.palette
    view.canvas.fill(skyline(b.left, b.right, view.ground + u * 0.3, u * 2.4, view.rng), view.far(0.25))
    view.canvas.fill(rect(b.left, view.ground + u * 0.2, b.width, u * 0.6), dusk(view, "#8d8478"))
    water = dusk(view, "#4f87a0")
    view.canvas.fill(rect(b.left, view.ground + u * 0.8, b.width, b.bottom + 20 - view.ground), water)
    for i in range(4):
        view.swell(view.ground + u * (1.2 + 0.6 * i), u * 0.06, u * (3 + i), mix(water, p.dark, 0.06 + 0.08 * i))


def _boulevard(view: View) -> None:
    """Pale houses with grey roofs on both sides, trees and a lawn."""
    b, u = view.box, view.unit
    stone, roof = (mix(dusk(view, ink), view.sky, 0.3) for ink in ("#f3e6cb", "#8d97a8"))
    for i, share in enumerate((-0.02, 0.11, 0.77, 0.9)):
        x, width, tall = across(view, share), b.width * 0.14, u * (2.2 + 0.5 * (i % 2))
        foot = view.ground + u * 0.4
        view.canvas.fill(rect(x, foot - tall, width, tall), stone)
        view.canvas.fill(
            Path.lines(
                [
                    (x, foot - tall),
                    (x + width * 0.14, foot - tall - u * 0.8),
                    (x + width * 0.86, foot - tall - u * 0.8),
                    (x + width, foot - tall),
                ]
            ),
            roof,
        )
        for row in range(3):
            for column in (0.16, 0.44, 0.72):
                view.canvas.fill(
                    rect(x + width * column, foot - tall + u * (0.25 + 0.8 * row), width * 0.14, u * 0.5),
                    mix(roof, stone, 0.1),
                )
    lawn(view, 0.3)


def _bay(view: View) -> None:
    """Green hills around a bay."""
    b, u, p = view.box, view.unit, view.palette
    view.swell(view.ground - u * 1.2, u * 0.7, u * 7, dusk(view, "#8aa06a"))
    water = dusk(view, "#3f8aa8")
    view.canvas.fill(rect(b.left, view.ground - u * 0.4, b.width, b.bottom + 20 - view.ground), water)
    for i in range(5):
        view.swell(view.ground + u * (0.1 + 0.7 * i), u * 0.06, u * (2.6 + i), mix(water, p.dark, 0.05 + 0.07 * i))


def _canal(view: View) -> None:
    """Narrow gabled houses along a canal, a bridge over it."""
    b, u, p = view.box, view.unit, view.palette
    walls = ("#a8503c", "#5f6f7f", "#d9a95c", "#7a4a3f", "#4f7a6f", "#c87a4b")
    foot = view.ground + u * 0.7
    for i in range(8):
        x, width, tall = across(view, i / 8), b.width / 8 + 3, u * (3.6 + 0.7 * ((i * 3) % 4) / 2)
        wall = dusk(view, walls[i % 6])
        step = width / 6
        gable = [
            (x, foot - tall),
            (x + step, foot - tall),
            (x + step, foot - tall - u * 0.45),
            (x + 2 * step, foot - tall - u * 0.45),
            (x + 2 * step, foot - tall - u * 0.9),
            (x + 4 * step, foot - tall - u * 0.9),
            (x + 4 * step, foot - tall - u * 0.45),
            (x + 5 * step, foot - tall - u * 0.45),
            (x + 5 * step, foot - tall),
            (x + width, foot - tall),
        ]
        view.canvas.fill(Path.lines([*gable, (x + width, foot), (x, foot)]), wall)
        for row in range(4):
            for column in (0.18, 0.56):
                view.canvas.fill(
                    rect(x + width * column, foot - tall + u * (0.15 + 0.85 * row), width * 0.26, u * 0.5),
                    mix("#fbf2df", wall, 0.1),
                )
        view.canvas.fill(rect(x + width * 0.36, foot - u * 0.5, width * 0.28, u * 0.5), mix(wall, p.dark, 0.5))
    water = dusk(view, "#4f7f94")
    view.canvas.fill(rect(b.left, foot, b.width, u * 0.3), dusk(view, "#8d8478"))
    view.canvas.fill(rect(b.left, foot + u * 0.3, b.width, b.bottom + 20 - foot), water)
    for i in range(4):
        view.swell(foot + u * (0.6 + 0.6 * i), u * 0.06, u * (2.6 + i), mix(water, p.dark, 0.07 + 0.07 * i))


def _lagoon_town(view: View) -> None:
    """Warm houses with pointed windows at the water, mooring poles before them."""
    b, u, p = view.box, view.unit, view.palette
    walls = ("#e08a4f", "#f1dfc0", "#d9705f", "#f0c25a", "#e7a6a0", "#d98a5a", "#f3e2c4")
    foot = view.ground - u * 0.2
    for i, rise in enumerate((3.2, 4.0, 2.9, 2.4, 3.1, 4.1, 3.5)):
        x, width, tall = across(view, i / 7), b.width / 7 + 3, u * rise
        wall = dusk(view, walls[i])
        roof = [(x - u * 0.06, foot - tall), (x + width * 0.12, foot - tall - u * 0.45)]
        roof += [(x + width * 0.88, foot - tall - u * 0.45), (x + width + u * 0.06, foot - tall)]
        view.canvas.fill(Path.lines(roof), dusk(view, "#b5503f"))
        view.canvas.fill(rect(x, foot - tall, width, tall), wall)
        for row in range(round(rise)):
            for column in (0.2, 0.6):
                _pointed(
                    view, x + width * column, foot - tall + u * (0.3 + row), width * 0.2, mix("#3f4a63", wall, 0.15)
                )
    water = dusk(view, "#2f8fa8")
    view.canvas.fill(rect(b.left, foot, b.width, u * 0.2), dusk(view, "#c9b89a"))
    view.canvas.fill(rect(b.left, foot + u * 0.2, b.width, b.bottom + 20 - foot), water)
    for i in range(4):
        view.swell(foot + u * (0.5 + 0.6 * i), u * 0.06, u * (2.6 + i), mix(water, p.dark, 0.06 + 0.07 * i))
    for share, tall in ((0.08, 2.2), (0.15, 1.7), (0.9, 2.0)):
        x, low = across(view, share), foot + u * 1.1
        for k in range(6):
            ink = dusk(view, ("#d9503f", "#fbf2df")[k % 2])
            view.canvas.fill(rect(x, low - u * tall * (k + 1) / 6, u * 0.2, u * tall / 6 + 2), ink)


def _pointed(view: View, x: float, y: float, width: float, ink: str) -> None:
    u = view.unit
    pane = [
        (x, y + u * 0.62),
        (x, y + u * 0.18),
        (x + width / 2, y),
        (x + width, y + u * 0.18),
        (x + width, y + u * 0.62),
    ]
    view.canvas.fill(Path.lines(pane), ink)


def _lights(view: View) -> None:
    """A town of lights: towers, a starburst sign on a pole, palms."""
    b, u, p = view.box, view.unit, view.palette
    view.canvas.fill(skyline(b.left, b.right, view.ground + u * 0.6, u * 4.6, view.rng), mix(p.dark, "#7a3f8f", 0.45))
    for i in range(44):
        x, y = across(view, view.rng.random()), view.ground - u * view.rng.uniform(-0.4, 2.6)
        view.canvas.fill(rect(x, y, u * 0.16, u * 0.22), ("#f8d25c", "#f06a9a", "#5fd3e0")[i % 3])
    view.canvas.fill(
        rect(b.left, view.ground + u * 0.6, b.width, b.bottom + 20 - view.ground), mix(p.dark, "#3f2a5a", 0.5)
    )
    x, y = across(view, 0.22), view.ground - u * 3.4
    view.canvas.fill(rect(x - u * 0.12, y, u * 0.24, u * 4.6), "#d9d3e0")
    view.canvas.fill(rays(x, y - u * 1.3, u * 0.3, u * 0.95, 8, 0.4), "#f8d25c")
    view.canvas.fill(rounded_rect(x - u * 1.5, y - u * 0.7, u * 3.0, u * 1.5, u * 0.7), "#f06a6a")
    view.canvas.fill(rounded_rect(x - u * 1.3, y - u * 0.52, u * 2.6, u * 1.14, u * 0.5), "#fbf2df")
    for k in range(5):
        view.canvas.fill(circle(x - u * 1.0 + u * 0.5 * k, y + u * 0.05, u * 0.14), ("#f06a6a", "#3f8aa8")[k % 2])
    for share, tall in ((0.84, 4.6), (0.94, 3.6)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 1.2, u * tall, u * 0.4), mix("#3f8f6a", p.dark, 0.4)
        )


def clear_of_the_mark(scene: str) -> float:
    """On which side of the middle a hero leaves the one landmark of a land to be seen: -1, 1, or 0 where there is none, or two."""
    marks = PLACES.get(scene, ("", ()))[1]
    return 0.0 if len(marks) != 1 else (1.0 if marks[0].share < _MIDDLE else -1.0)


_MIDDLE = 0.5


def with_marks(lands: Mapping[str, Land]) -> Mapping[str, Land]:
    """The places by name; `lands` are those that they lie in."""
    lands = {
        **lands,
        "river town": _river_town,
        "boulevard": _boulevard,
        "bay": _bay,
        "canal": _canal,
        "lagoon town": _lagoon_town,
        "lights": _lights,
    }
    return {name: partial(_marked, land=lands[land], marks=marks) for name, (land, marks) in PLACES.items()}


PLACES: Mapping[str, tuple[str, tuple[Mark, ...]]] = {
    "london": (
        "river town",
        (Mark("clock tower", 0.17, 6.2, drop=0.5), Mark("tower bridge", 0.82, 4.0, 4.4, drop=1.2)),
    ),
    "barcelona": ("boulevard", (Mark("sagrada familia", 0.26, 6.2, drop=0.6),)),
    "istanbul": ("river town", (Mark("blue mosque", 0.28, 4.6, 5.4, drop=0.5),)),
    "berlin": ("park", (Mark("brandenburg gate", 0.26, 3.6, 5.0, drop=0.8), Mark("cn tower", 0.86, 5.6, drop=0.4))),
    "toronto": ("city", (Mark("cn tower", 0.2, 7.0, drop=1.3),)),
    "dubai": ("city", (Mark("burj khalifa", 0.5, 7.0, drop=0.7),)),
    "angkor": ("jungle", (Mark("angkor wat", 0.27, 4.6, 5.4, drop=0.9),)),
    "moscow": ("park", (Mark("saint basil's cathedral", 0.26, 4.8, 5.0, drop=0.7),)),
    "athens": ("vineyard", (Mark("acropolis", 0.28, 4.6, 5.2, drop=0.2),)),
    "paris": ("boulevard", (Mark("eiffel tower", 0.24, 6.6, drop=0.7),)),
    "new_york": ("city", (Mark("brooklyn bridge", 0.76, 3.0, 6.4, drop=0.9),)),
    "san_francisco": ("bay", (Mark("suspension bridge", 0.7, 4.6, 6.4, drop=1.0),)),
    "seattle": ("pines", (Mark("space needle", 0.17, 6.4, drop=0.8),)),
    "st_louis": ("river town", (Mark("gateway arch", 0.28, 5.6, drop=0.6),)),
    "las_vegas": ("lights", ()),
    "rome": ("park", (Mark("colosseum", 0.24, 4.2, 4.8, drop=0.8),)),
    "pisa": ("vineyard", (Mark("leaning tower of pisa", 0.2, 5.4, drop=0.6),)),
    "venice": ("lagoon town", (Mark("rowed gondola", 0.8, 2.6, 4.4, drop=2.2),)),
    "amsterdam": ("canal", ()),
    "holland": ("tulips", (Mark("windmill", 0.18, 5.0, drop=0.1),)),
    "sydney": ("bay", (Mark("sydney opera house", 0.26, 3.6, 5.2, drop=0.6),)),
    "rio": ("bay", (Mark("christ the redeemer", 0.24, 6.0, drop=0.2),)),
    "egypt": ("dunes", (Mark("pyramids", 0.26, 4.4, 5.4, drop=0.5),)),
    "india": ("park", (Mark("taj mahal", 0.24, 4.8, 5.2, drop=0.6),)),
    "kyoto": ("fuji", (Mark("pagoda", 0.14, 5.0, drop=0.8), Mark("torii gate", 0.85, 3.2, drop=1.4))),
    "china": ("mountains", (Mark("great wall of china", 0.24, 4.4, 5.0, drop=0.6),)),
    "peru": ("jungle", (Mark("machu picchu", 0.25, 4.8, 5.2, drop=0.8),)),
    "bavaria": ("alps", (Mark("fairytale castle", 0.8, 5.0, drop=0.5),)),
    "yellowstone": ("pines", (Mark("geyser", 0.2, 5.4, drop=1.2),)),
    "arches": ("canyon", (Mark("stone arch", 0.26, 4.6, 5.0, drop=0.9),)),
    "rushmore": ("pines", (Mark("mount rushmore", 0.26, 4.2, 5.0, drop=0.2),)),
    "easter_island": ("meadow", (Mark("moai", 0.15, 4.6, drop=1.0), Mark("moai", 0.87, 3.6, drop=0.7))),
    "stonehenge": ("meadow", (Mark("stonehenge", 0.24, 3.6, 5.0, drop=0.9),)),
    "lighthouse_coast": ("coast", (Mark("striped lighthouse", 0.84, 5.4, drop=-0.6),)),
}
