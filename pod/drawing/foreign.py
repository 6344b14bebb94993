"""SVG that others wrote, read into a drawing of ours: shapes, colours, gradients, clips. Nothing else comes through.

Scripts, links, pictures, text and filters are left out, and said: what is written again by `write_svg` can hold none of
them. Where leaving something out would change every colour, the file is refused. A drawing of ours has round caps and
joins, and radial gradients that stay circles: so do these.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import astuple, dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from PIL import ImageColor

from pod.drawing.display import Canvas, Drawing, Fill, LinearGradient, Paint, RadialGradient
from pod.drawing.pathdata import arc, read_path_data
from pod.drawing.paths import IDENTITY, Command, Path, Transform
from pod.imaging.colour import to_hex
from pod.model.errors import InputRefused
from pod.model.geometry import Box

MAX_BYTES = 16_000_000
MAX_ELEMENTS = 100_000
MAX_DEPTH = 100
WIDTH_UNITS = 4096.0

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(px|%)?\s*")
_FUNCTION = re.compile(r"(\w+)\s*\(([^()]*)\)")
_LINK = re.compile(r"""\s*url\(\s*['"]?#([^'")\s]+)['"]?\s*\)\s*(.*)""")
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_GRADIENT_DEFAULTS = {
    "gradientUnits": "objectBoundingBox",
    "x1": "0%",
    "y1": "0%",
    "x2": "100%",
    "y2": "0%",
    "cx": "50%",
    "cy": "50%",
    "r": "50%",
}
_SILENT = frozenset(
    ("defs", "title", "desc", "metadata", "linearGradient", "radialGradient", "clipPath", "symbol", "namedview")
)
"""What is no part of the picture where it stands."""


class Foreign(NamedTuple):
    """`left_out` names what was not taken over, in the file's own words."""

    drawing: Drawing
    left_out: tuple[str, ...]


def read_foreign_svg(data: bytes) -> Foreign:
    """Its view box on a frame that is `WIDTH_UNITS` wide. `InputRefused` for what is no SVG, or none that can be trusted."""
    if len(data) > MAX_BYTES:
        raise _refused(f"it has {len(data):,} bytes, at most {MAX_BYTES:,} are read")
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True)
        return _Importer(root).read()
    except (ElementTree.ParseError, DefusedXmlException, ValueError, RecursionError, OverflowError) as e:
        raise _refused(str(e) or type(e).__name__) from e


@dataclass(frozen=True, slots=True)
class _Look:
    """What children inherit (SVG 2, 6.4). Opacity is handed down as well, since a drawing has no layers."""

    fill: str = "black"
    stroke: str = "none"
    colour: str = "black"
    stroke_width: str = "1"
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    fill_rule: str = "nonzero"
    shown: bool = True

    def of(self, told: Mapping[str, str]) -> _Look:
        return _Look(
            fill=told.get("fill", self.fill),
            stroke=told.get("stroke", self.stroke),
            colour=told.get("color", self.colour),
            stroke_width=told.get("stroke-width", self.stroke_width),
            fill_opacity=_share(told["fill-opacity"]) if "fill-opacity" in told else self.fill_opacity,
            stroke_opacity=_share(told["stroke-opacity"]) if "stroke-opacity" in told else self.stroke_opacity,
            opacity=self.opacity * _share(told.get("opacity", "1")),
            fill_rule=told.get("fill-rule", self.fill_rule),
            shown=self.shown and told.get("display") != "none" and told.get("visibility") not in ("hidden", "collapse"),
        )


@dataclass(slots=True)
class _Importer:
    root: Element
    frame: Box = field(init=False)
    canvas: Canvas = field(init=False)
    by_id: dict[str, Element] = field(init=False)
    left_out: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        every = list(self.root.iter())
        if _tag(self.root) != "svg" or len(every) > MAX_ELEMENTS:
            raise ValueError(f"{_tag(self.root)} with {len(every):,} elements")
        if any(_tag(e) == "style" for e in every):
            raise ValueError("its colours stand in a style sheet, which is not read")
        self.by_id = {e.attrib["id"]: e for e in every if "id" in e.attrib}
        self.frame = _frame(self.root)
        self.canvas = Canvas(WIDTH_UNITS, WIDTH_UNITS * self.frame.height / self.frame.width)

    def read(self) -> Foreign:
        to_frame = Transform.move(-self.frame.left, -self.frame.top).then(
            Transform.scale(WIDTH_UNITS / self.frame.width)
        )
        with self.canvas.group(None, to_frame):
            self._children(self.root, _Look().of(_told(self.root)), 0)
        return Foreign(self.canvas.drawing(), tuple(self.left_out))

    def _children(self, parent: Element, look: _Look, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise ValueError(f"groups inside groups, more than {MAX_DEPTH} deep")
        for element in parent:
            if _tag(element) not in _SILENT:
                self._element(element, look, depth)

    def _element(self, element: Element, above: _Look, depth: int) -> None:
        tag, told = _tag(element), _told(element)
        look = above.of(told)
        if tag not in _SHAPES and tag not in ("g", "a"):
            self._leave_out(tag)
        elif look.shown:
            self._leave_out(*(name for name in ("mask", "filter") if told.get(name, "none") != "none"))
            with ExitStack() as around:
                around.enter_context(self.canvas.group(self._clip(told), _transform(told.get("transform", ""))))
                if tag in _SHAPES:
                    self._shape(_SHAPES[tag](told, self.frame), look)
                else:
                    self._children(element, look, depth + 1)

    def _shape(self, path: Path, look: _Look) -> None:
        if not path:
            return
        if not math.isfinite(sum(abs(v) for v in astuple(path.bounds()))):
            raise ValueError("a shape without an end")
        fill, fill_alpha = self._paint(look.fill, look, path)
        if fill is not None:
            self.canvas.fill(
                path, fill, look.opacity * look.fill_opacity * fill_alpha, evenodd=look.fill_rule == "evenodd"
            )
        stroke, stroke_alpha = self._paint(look.stroke, look, path)
        width = _length(look.stroke_width, self.frame.width)
        if stroke is not None and width > 0:
            self.canvas.stroke(path, stroke, width, look.opacity * look.stroke_opacity * stroke_alpha)

    def _clip(self, told: Mapping[str, str]) -> Path | None:
        link = _LINK.fullmatch(told.get("clip-path", ""))
        clip = self.by_id.get(link[1]) if link else None
        if clip is None:
            return None
        if clip.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            self._leave_out("clipPath")
            return None
        whole = Path()
        for shape in clip:
            told = _told(shape)
            if _tag(shape) in _SHAPES:
                whole += _SHAPES[_tag(shape)](told, self.frame).transformed(_transform(told.get("transform", "")))
        return whole

    # --- paint

    def _paint(self, text: str, look: _Look, path: Path) -> tuple[Paint | None, float]:
        """None is no paint. A link to a gradient may name a colour for where there is none."""
        text = look.colour if text.strip().lower() == "currentcolor" else text
        link = _LINK.fullmatch(text)
        gradient = self._gradient(self.by_id.get(link[1]), path) if link else None
        if gradient is not None:
            return gradient, 1.0
        try:
            return _colour(link[2] or text if link else text)
        except ValueError:
            self._leave_out(text.strip()[:40])
            return None, 1.0

    def _gradient(self, element: Element | None, path: Path) -> Paint | None:
        tag = _tag(element) if element is not None else ""
        if element is None or tag not in ("linearGradient", "radialGradient"):
            return None
        told = _GRADIENT_DEFAULTS | dict(self._inherited(element))
        stops = tuple(self._stops(element))
        if not stops:
            return None
        box = path.bounds()
        on_box = told["gradientUnits"] == "objectBoundingBox"
        whole = Box(0, 0, 1, 1) if on_box else self.frame
        to_shape = _transform(told.get("gradientTransform", ""))
        if on_box:
            to_shape = to_shape.then(Transform.scale(box.width, box.height)).then(Transform.move(box.left, box.top))
        if tag == "linearGradient":
            x1, y1, x2, y2 = _box(told, whole, "x1", "y1", "x2", "y2")
            return _turned(LinearGradient(x1, y1, x2, y2, stops), to_shape)
        cx, cy, r = _box(told, whole, "cx", "cy", "r")
        return _turned(RadialGradient(cx, cy, r, stops), to_shape)

    def _inherited(self, element: Element, depth: int = 0) -> Iterator[tuple[str, str]]:
        """A gradient's attributes, those of the one that it links to first."""
        other = self._linked(element)
        if other is not None and depth < MAX_DEPTH:
            yield from self._inherited(other, depth + 1)
        yield from element.attrib.items()

    def _stops(self, element: Element, depth: int = 0) -> Iterator[tuple[float, str]]:
        own = [e for e in element if _tag(e) == "stop"]
        other = self._linked(element)
        if not own and other is not None and depth < MAX_DEPTH:
            yield from self._stops(other, depth + 1)
        place = 0.0
        for stop in own:
            told = _told(stop)
            colour, alpha = _colour(told.get("stop-color", "black"))
            if alpha * _share(told.get("stop-opacity", "1")) < 1:
                self._leave_out("stop-opacity")
            place = max(place, min(1.0, _length(told.get("offset", "0"), 1.0)))
            yield place, str(colour or "#000000")

    def _linked(self, element: Element) -> Element | None:
        href = next((element.attrib[name] for name in _HREF if name in element.attrib), "")
        return self.by_id.get(href[1:]) if href.startswith("#") else None

    def _leave_out(self, *names: str) -> None:
        self.left_out |= dict.fromkeys(names)


# --- shapes


def _box(told: Mapping[str, str], frame: Box, *names: str) -> list[float]:
    """Lengths by name: those along x and widths are shares of the frame's width, the others of its height."""
    return [
        _length(told.get(n, "0"), frame.height if n in ("y", "height", "cy", "ry", "y1", "y2") else frame.width)
        for n in names
    ]


def _rect(told: Mapping[str, str], frame: Box) -> Path:
    x, y, width, height, rx, ry = _box(told, frame, "x", "y", "width", "height", "rx", "ry")
    if width <= 0 or height <= 0:
        return Path()
    rx, ry = (rx if "rx" in told else ry), (ry if "ry" in told else rx)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx <= 0 or ry <= 0:
        return Path.lines([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    d = (
        f"M{x + rx} {y}h{width - 2 * rx}a{rx} {ry} 0 0 1 {rx} {ry}v{height - 2 * ry}a{rx} {ry} 0 0 1 {-rx} {ry}"
        f"h{2 * rx - width}a{rx} {ry} 0 0 1 {-rx} {-ry}v{2 * ry - height}a{rx} {ry} 0 0 1 {rx} {-ry}z"
    )
    return read_path_data(d)


def _ellipse(told: Mapping[str, str], frame: Box) -> Path:
    cx, cy, r, rx, ry = _box(told, frame, "cx", "cy", "r", "rx", "ry")
    rx, ry = rx or r, ry or r
    if rx <= 0 or ry <= 0:
        return Path()
    left, right = (cx - rx, cy), (cx + rx, cy)
    halves: list[Command] = [*arc(left, (rx, ry, 0, 0, 1, *right)), *arc(right, (rx, ry, 0, 0, 1, *left))]
    return Path((("M", left), *halves, ("Z", ())))


def _line(told: Mapping[str, str], frame: Box) -> Path:
    x1, y1, x2, y2 = _box(told, frame, "x1", "y1", "x2", "y2")
    return Path.lines([(x1, y1), (x2, y2)], closed=False)


def _polygon(told: Mapping[str, str], closed: bool) -> Path:
    numbers = [float(n) for n in re.findall(_NUMBER, told.get("points", ""))]
    points = list(zip(numbers[::2], numbers[1::2], strict=False))
    return Path.lines(points, closed=closed) if len(points) > 1 else Path()


_SHAPES: Mapping[str, Callable[[Mapping[str, str], Box], Path]] = {
    "path": lambda told, _: read_path_data(told.get("d", "")),
    "rect": _rect,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "line": _line,
    "polygon": lambda told, _: _polygon(told, closed=True),
    "polyline": lambda told, _: _polygon(told, closed=False),
}


# --- attributes


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _told(element: Element) -> dict[str, str]:
    """Attributes, and over them the declarations of ``style``."""
    pairs = (one.partition(":") for one in element.get("style", "").split(";"))
    declared = {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value}
    return {**element.attrib, **declared}


def _frame(root: Element) -> Box:
    numbers = [float(n) for n in re.findall(_NUMBER, root.get("viewBox", ""))]
    left, top, width, height = (
        numbers if len(numbers) == 4 else (0.0, 0.0, *(_length(root.get(n, "0"), 0) for n in ("width", "height")))
    )
    if not (math.isfinite(left + top) and 0 < width < math.inf and 0 < height < math.inf):
        raise ValueError(f"a frame of {width:g} × {height:g}")
    return Box(left, top, width, height)


def _length(text: str, whole: float) -> float:
    match = _LENGTH.fullmatch(text)
    if match is None or not math.isfinite(float(match[1])):
        raise ValueError(f"a length of {text[:20]!r}")
    return float(match[1]) * (whole / 100 if match[2] == "%" else 1)


def _share(text: str) -> float:
    return min(1.0, max(0.0, _length(text, 1.0)))


def _colour(text: str) -> tuple[str | None, float]:
    text = text.strip()
    if text in ("none", "transparent", ""):
        return None, 1.0
    red, green, blue, *alpha = ImageColor.getrgb(text)
    return to_hex((red, green, blue)), alpha[0] / 255 if alpha else 1.0


def _transform(text: str) -> Transform:
    """A list of functions, of which the last is done first (SVG 2, 8.5)."""
    whole = IDENTITY
    for name, operands in _FUNCTION.findall(text):
        values = [float(n) for n in re.findall(_NUMBER, operands)]
        counts, made = _TRANSFORMS.get(name, ((), Transform))
        if len(values) not in counts or not all(map(math.isfinite, values)):
            raise ValueError(f"a transform {name}({operands[:20]})")
        whole = made(*values).then(whole)
    return whole


def _rotated(degrees: float, x: float = 0.0, y: float = 0.0) -> Transform:
    return Transform.rotate(degrees, (x, y))


_TRANSFORMS: Mapping[str, tuple[tuple[int, ...], Callable[..., Transform]]] = {
    "matrix": ((6,), Transform),
    "translate": ((1, 2), lambda x, y=0.0: Transform.move(x, y)),
    "scale": ((1, 2), Transform.scale),
    "rotate": ((1, 3), _rotated),
    "skewX": ((1,), lambda degrees: Transform(c=math.tan(math.radians(degrees)))),
    "skewY": ((1,), lambda degrees: Transform(b=math.tan(math.radians(degrees)))),
}
"""How many operands each takes, and what it does."""


def _turned(paint: Paint, by: Transform) -> Paint:
    moved = Drawing(1, 1, (Fill(Path(), paint),)).transformed(by).items[0]
    return moved.paint if isinstance(moved, Fill) else paint


def _refused(why: str) -> InputRefused:
    return InputRefused(
        "svg_refused", f"This SVG cannot be used: {why}.", "Send it as a PNG, or with plain shapes only."
    )
