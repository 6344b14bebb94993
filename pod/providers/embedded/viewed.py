"""A view in a vessel: an ocean in a coffee cup, mountains in a light bulb. Original art in a box of 1024 units."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, LINE, MIDDLE_X, Pen
from pod.providers.embedded.landscaped import VIEWS
from pod.providers.embedded.objects.kit import fitted

_GLASS, _CREAM, _WOOD, _STEEL = "#d9eef5", "#fbf2df", "#c99a63", "#b9c2cc"
_JAR = "M282 190L742 190C850 236 890 300 890 380L890 930Q890 1024 796 1024L228 1024Q134 1024 134 930L134 380C134 300 174 236 282 190Z"
_BULB = "M512 30C760 30 900 200 900 400C900 560 800 640 740 740C710 790 700 830 696 850L328 850C324 830 314 790 284 740C224 640 124 560 124 400C124 200 264 30 512 30Z"
_BOTTLE = "M430 150L594 150L594 330C760 400 800 470 800 560L800 940Q800 1020 720 1020L304 1020Q224 1020 224 940L224 560C224 470 264 400 430 330Z"
_BOWL = "M220 40L804 40C850 300 800 560 620 620L404 620C224 560 174 300 220 40Z"
_STEM = "M470 610L554 610L546 880Q548 930 720 950Q740 1010 700 1016L324 1016Q284 1010 304 950Q476 930 478 880Z"


def _filled(pen: Pen, outline: Path, view: str, to: Transform) -> None:
    """The view within that outline."""
    pen.canvas.stroke(outline, INK, 2 * LINE)
    pen.canvas.fill(outline, _GLASS)
    with pen.canvas.group(outline), pen.canvas.group(None, to):
        VIEWS[view](pen.canvas, random.Random(view))  # noqa: S311 - a drawing, not a secret


def _shine(pen: Pen, x: float, y: float, tall: float) -> None:
    pen.canvas.fill(rounded_rect(x, y, 32, tall, 16), "#ffffff", 0.8)


def _in_a_jar(pen: Pen, view: str) -> None:
    pen.part(rounded_rect(330, 20, BOX - 660, 130, 26), _WOOD)
    _filled(pen, Path.parse(_JAR), view, Transform.move(0, 90))
    pen.part(rounded_rect(258, 128, BOX - 516, 84, 30), mix(_GLASS, INK, 0.14))
    _shine(pen, 186, 380, 420)


def _in_a_bulb(pen: Pen, view: str) -> None:
    _filled(pen, Path.parse(_BULB), view, Transform.move(0, -60))
    _shine(pen, 220, 250, 230)
    for k, half in enumerate((176, 168, 156)):
        pen.part(rounded_rect(MIDDLE_X - half, 850 + 56 * k, 2 * half, 62, 26), _STEEL)


def _in_a_bottle(pen: Pen, view: str) -> None:
    pen.part(rounded_rect(440, 30, 144, 130, 20), _WOOD)
    _filled(pen, Path.parse(_BOTTLE), view, Transform.move(0, 70))
    pen.part(rounded_rect(404, 130, 216, 60, 24), mix(_GLASS, INK, 0.14))
    _shine(pen, 270, 560, 320)


def _in_a_glass(pen: Pen, view: str) -> None:
    pen.part(Path.parse(_STEM), _GLASS)
    _filled(pen, Path.parse(_BOWL), view, Transform.scale(0.72).then(Transform.move(143, -60)))
    _shine(pen, 246, 160, 240)


def _in_a_cup(pen: Pen, view: str) -> None:
    """Rising over its rim."""
    handle = Path.parse("M760 640C960 600 960 880 740 880")
    for width, ink in ((64 + 2 * LINE, INK), (64, _CREAM)):
        pen.canvas.stroke(handle, ink, width)
    _filled(pen, circle(MIDDLE_X, 380, 370), view, Transform.scale(0.78).then(Transform.move(112, -110)))
    pen.part(Path.parse("M150 560Q480 620 800 560L760 900Q740 1000 640 1000L310 1000Q210 1000 190 900Z"), _CREAM)
    pen.canvas.stroke(Path.parse("M210 660L236 880"), mix(_CREAM, INK, 0.18), 26)


_VESSELS: Mapping[str, tuple[str, Callable[[Pen, str], None]]] = {
    "cup": ("coffee cup", _in_a_cup),
    "jar": ("jar", _in_a_jar),
    "bulb": ("light bulb", _in_a_bulb),
    "bottle": ("bottle", _in_a_bottle),
    "glass": ("wine glass", _in_a_glass),
}
_SHOWN: Mapping[str, tuple[str, str]] = {
    "mountains": ("mountains", "mountainsinside"),
    "forest": ("forest", "forestinside"),
    "ocean": ("ocean", "oceaninside"),
    "galaxy": ("galaxy", "galaxyinside"),
    "nightsky": ("night sky", "nightinside"),
}


def _with_view(draw: Callable[[Pen, str], None], mark: str) -> Callable[[Pen], None]:
    return lambda pen: draw(pen, mark)


VIEWED: Mapping[str, Callable[[Pen], None]] = {
    f"{view} in a {vessel}": fitted(_with_view(draw, mark))
    for view, mark in _SHOWN.values()
    for vessel, draw in _VESSELS.values()
}
VIEWED_WORDS: Mapping[str, str] = {
    f"{view}{vessel}": f"{name} in a {held}"
    for view, (name, _) in _SHOWN.items()
    for vessel, (held, _) in _VESSELS.items()
}
"""The one word that a sentence is retold to, “mountainscup”, and what is drawn for it."""
