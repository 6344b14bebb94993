"""A motif's SVG brought to flat filled paths: no transforms, clips, strokes, references or gradients are left.

Flat inks print better than gradients, and one ink for each path is what recolouring works on. A gradient becomes its
average along its stops; layers too faint to print are dropped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from picosvg.svg import SVG

from pod.drawing.display import Drawing, Fill
from pod.drawing.pathdata import read_path_data
from pod.drawing.paths import Path, Transform

# picosvg carries no type information
_SVG: Any = SVG

BOX = 1024.0
_FAINT = 0.08
_NS = "{http://www.w3.org/2000/svg}"
_GRADIENTS = (f"{_NS}linearGradient", f"{_NS}radialGradient")
_NAMED = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "gray": "#808080", "currentcolor": "#000000"}

Ink = tuple[float, float, float, float]
"""Red, green and blue 0–255 and opacity 0–1."""


def flatten(body: str, size: float) -> Drawing:
    """`body` is what stands inside an ``<svg>`` of `size` × `size`; the answer is in a box of 1024 units.

    Raises `ValueError` for what cannot be flattened (picosvg has no ``symbol`` and no ``image``).
    """
    plain: Any = _SVG.fromstring(_document(body, size)).topicosvg(ndigits=3)
    root = ElementTree.fromstring(plain.tostring())
    averages = {g.get("id", ""): _average(g) for tag in _GRADIENTS for g in root.iter(tag)}
    grow = Transform.scale(BOX / size)
    fills = (_fill(element, averages, grow) for element in root.iter(f"{_NS}path"))
    return Drawing(BOX, BOX, tuple(fill for fill in fills if fill is not None))


def _document(body: str, size: float) -> str:
    """picosvg reads only ``xlink:href``; icon sets write plain ``href``."""
    linked = re.sub(r'(?<![:\w])href="#', 'xlink:href="#', body)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {size:g} {size:g}">{linked}</svg>'
    )


def _fill(element: Element, averages: dict[str, Ink], grow: Transform) -> Fill | None:
    ink = _ink_of(element.get("fill", "#000000"), averages)
    if ink is None:
        return None
    opacity = ink[3] * float(element.get("opacity", "1")) * float(element.get("fill-opacity", "1"))
    if opacity < _FAINT:
        return None
    path = read_path_data(element.get("d", "")).transformed(grow)
    if path and _out_of_sight(path):
        return None
    return Fill(path, "#{:02x}{:02x}{:02x}".format(*(round(v) for v in ink[:3])), round(opacity, 2)) if path else None


def _out_of_sight(path: Path) -> bool:
    """Nothing of it is in the box: sources keep sketches beside the picture, which the box hides (four more gorillas)."""
    box = path.bounds()
    return box.right <= 0 or box.bottom <= 0 or box.left >= BOX or box.top >= BOX


def _ink_of(paint: str, averages: dict[str, Ink]) -> Ink | None:
    if match := re.match(r"url\(#(.+?)\)", paint):
        return averages.get(match[1])
    rgb = _rgb(paint)
    return None if rgb is None else (*rgb, 1.0)


def _rgb(paint: str) -> tuple[float, float, float] | None:
    text = paint.strip().lower()
    text = _NAMED.get(text, text)
    if not re.fullmatch(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", text):
        return None
    digits = text[1:] if len(text) == 7 else "".join(c * 2 for c in text[1:])
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _average(gradient: Element) -> Ink:
    """The mean of the colour ramp from 0 to 1, each stop's stretch weighed by its length."""
    stops = sorted(_stops(gradient), key=lambda stop: stop[0])
    if not stops:
        return 0.0, 0.0, 0.0, 0.0
    ramp = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
    red = green = blue = alpha = 0.0
    for (start, one), (end, other) in itertools.pairwise(ramp):
        share = max(0.0, end - start) / 2
        red += share * (one[0] + other[0])
        green += share * (one[1] + other[1])
        blue += share * (one[2] + other[2])
        alpha += share * (one[3] + other[3])
    return red, green, blue, alpha


def _stops(gradient: Element) -> Iterator[tuple[float, Ink]]:
    for stop in gradient.iter(f"{_NS}stop"):
        at = stop.get("offset", "0")
        place = float(at.rstrip("%")) / 100 if at.endswith("%") else float(at)
        rgb = _rgb(stop.get("stop-color", "#000000")) or (0.0, 0.0, 0.0)
        yield min(1.0, max(0.0, place)), (*rgb, float(stop.get("stop-opacity", "1")))
