"""Drawings as SVG, and back. True vectors only: paths, clips, masks and gradients, no text, no pictures, no links.

`read_svg` reads exactly what `write_svg` writes; it is no general SVG reader, and foreign SVG is refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from pod.drawing.display import Drawing, Fill, Group, Item, KnockOut, LinearGradient, Paint, RadialGradient, Stroke
from pod.drawing.paths import Path, number
from pod.imaging.colour import parse_hex, to_hex
from pod.model.errors import InputRefused

_NS = "{http://www.w3.org/2000/svg}"
_RULE = {True: ' fill-rule="evenodd"', False: ""}


def write_svg(drawing: Drawing) -> str:
    """The drawing as one SVG document; equal drawings give equal text."""
    writer = _Writer(drawing)
    body = writer.listed(drawing.items)
    size = f'width="{number(drawing.width)}" height="{number(drawing.height)}" viewBox="0 0 {number(drawing.width)} {number(drawing.height)}"'
    defs = f"<defs>{''.join(writer.defs)}</defs>" if writer.defs else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{defs}{body}</svg>\n'


@dataclass(slots=True)
class _Writer:
    drawing: Drawing
    defs: list[str] = field(default_factory=list)

    def listed(self, items: tuple[Item, ...]) -> str:
        """Items in order. Knock-outs next to each other share one mask: each mask costs a reader a whole layer."""
        body, holes = "", list[KnockOut]()
        for item in items:
            if isinstance(item, KnockOut):
                holes.append(item)
                continue
            body, holes = self._masked(body, holes), []
            body += self._one(item)
        return self._masked(body, holes)

    def _one(self, item: Fill | Stroke | Group) -> str:
        if isinstance(item, Group):
            name = self._define("c", f'<clipPath id="%s"><path d="{item.clip.d}"/></clipPath>')
            return f'<g clip-path="url(#{name})">{self.listed(item.items)}</g>'
        opacity = f' opacity="{_share(item.opacity)}"' if item.opacity < 1 else ""
        if isinstance(item, Fill):
            return f'<path d="{item.path.d}" fill="{self._paint(item.paint)}"{_RULE[item.evenodd]}{opacity}/>'
        dash = f' stroke-dasharray="{number(item.dash[0])} {number(item.dash[1])}"' if item.dash else ""
        return (
            f'<path d="{item.path.d}" fill="none" stroke="{self._paint(item.paint)}" stroke-width="{number(item.width)}"'
            f' stroke-linejoin="round" stroke-linecap="round"{dash}{opacity}/>'
        )

    def _masked(self, body: str, holes: list[KnockOut]) -> str:
        if not holes or not body:
            return body
        frame = self.drawing
        x, y, w, h = (number(v) for v in (-frame.width, -frame.height, 3 * frame.width, 3 * frame.height))
        cuts = "".join(f'<path d="{hole.path.d}" fill="#000"{_RULE[hole.evenodd]}/>' for hole in holes)
        name = self._define(
            "k",
            f'<mask id="%s" maskUnits="userSpaceOnUse" x="{x}" y="{y}" width="{w}" height="{h}">'
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="#fff"/>{cuts}</mask>',
        )
        return f'<g mask="url(#{name})">{body}</g>'

    def _paint(self, paint: Paint) -> str:
        if isinstance(paint, str):
            return _ink(paint)
        stops = "".join(f'<stop offset="{_share(at)}" stop-color="{_ink(ink)}"/>' for at, ink in paint.stops)
        if isinstance(paint, LinearGradient):
            ends = f'x1="{number(paint.x1)}" y1="{number(paint.y1)}" x2="{number(paint.x2)}" y2="{number(paint.y2)}"'
            name = self._define(
                "g", f'<linearGradient id="%s" gradientUnits="userSpaceOnUse" {ends}>{stops}</linearGradient>'
            )
            return f"url(#{name})"
        disc = f'cx="{number(paint.cx)}" cy="{number(paint.cy)}" r="{number(paint.r)}"'
        name = self._define(
            "g", f'<radialGradient id="%s" gradientUnits="userSpaceOnUse" {disc}>{stops}</radialGradient>'
        )
        return f"url(#{name})"

    def _define(self, kind: str, template: str) -> str:
        name = f"{kind}{len(self.defs) + 1}"
        self.defs.append(template % name)
        return name


def _share(value: float) -> str:
    """A number from 0 to 1: finer than a coordinate, for a step of 1/255 to survive."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def _ink(colour: str) -> str:
    """The colour in one spelling, and nothing but a colour: what stands in an attribute is never the caller's text."""
    return to_hex(parse_hex(colour))


def read_svg(text: str) -> Drawing:
    """The drawing that `write_svg` wrote; `InputRefused` for anything else."""
    try:
        root = ElementTree.fromstring(text, forbid_dtd=True)
        return _Reader(root).drawing()
    except (ElementTree.ParseError, DefusedXmlException, KeyError, ValueError, IndexError) as e:
        raise InputRefused(
            "svg_unreadable",
            f"This SVG was not written by Pod ({e}).",
            "Use the artwork.svg that came with the recipe, or a PNG.",
        ) from e


class _Reader:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._defs = {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}

    def drawing(self) -> Drawing:
        width, height = (float(self._root.attrib[k]) for k in ("width", "height"))
        if not (0 < width < math.inf and 0 < height < math.inf):
            raise ValueError(f"a frame of {width} × {height}")
        return Drawing(width, height, tuple(self._items(self._root)))

    def _items(self, parent: Element) -> Iterator[Item]:
        for element in parent:
            tag = element.tag.removeprefix(_NS)
            if tag == "path":
                yield self._path(element)
            elif tag == "g" and "clip-path" in element.attrib:
                [clip] = self._referred(element.attrib["clip-path"])
                yield Group(tuple(self._items(element)), Path.parse(clip.attrib["d"]))
            elif tag == "g":
                yield from self._items(element)
                _, *cuts = self._referred(element.attrib["mask"])
                for cut in cuts:
                    yield KnockOut(Path.parse(cut.attrib["d"]), cut.get("fill-rule") == "evenodd")
            elif tag != "defs":
                raise ValueError(f"element {tag}")

    def _path(self, element: Element) -> Fill | Stroke:
        path = Path.parse(element.attrib["d"])
        opacity = float(element.get("opacity", "1"))
        if "stroke" not in element.attrib:
            return Fill(path, self._paint(element.attrib["fill"]), opacity, element.get("fill-rule") == "evenodd")
        dash = element.get("stroke-dasharray")
        drawn_gap = tuple(float(v) for v in dash.split()) if dash else None
        return Stroke(
            path,
            self._paint(element.attrib["stroke"]),
            float(element.attrib["stroke-width"]),
            opacity,
            (drawn_gap[0], drawn_gap[1]) if drawn_gap else None,
        )

    def _paint(self, text: str) -> Paint:
        if text.startswith("#"):
            return text
        found = self._defs[_target(text)]
        stops = tuple((float(s.attrib["offset"]), s.attrib["stop-color"]) for s in found)
        get = {k: float(v) for k, v in found.attrib.items() if k in ("x1", "y1", "x2", "y2", "cx", "cy", "r")}
        if found.tag.endswith("linearGradient"):
            return LinearGradient(get["x1"], get["y1"], get["x2"], get["y2"], stops)
        return RadialGradient(get["cx"], get["cy"], get["r"], stops)

    def _referred(self, text: str) -> list[Element]:
        return list(self._defs[_target(text)])


def _target(text: str) -> str:
    match = re.fullmatch(r"url\(#(\w+)\)", text)
    if not match:
        raise ValueError(f"paint {text}")
    return match[1]
