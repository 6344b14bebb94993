"""Drawings as PDF form XObjects (ISO 32000-2, 8.10): the same display list as vectors on a print page.

The form is as large as the drawing's frame in points, one design unit each, its left lower corner at the origin: place
it with a ``cm`` that scales. Colour is the caller's: a colour space and the components of each ink in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name

from pod.drawing.display import Drawing, Fill, Group, Item, KnockOut, LinearGradient, RadialGradient, Stroke
from pod.drawing.paths import Command, Path, number
from pod.imaging.colour import parse_hex
from pod.model.geometry import Box

Components = Callable[[str], Sequence[float]]

_FILL = {False: "f", True: "f*"}
_OPERATOR = {"M": "%.2f %.2f m ", "L": "%.2f %.2f l ", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c ", "Z": "h "}
"""Hundredths of a unit, as in the SVG. A whole path is written at once: number by number takes three times as long."""


def device_rgb(ink: str) -> tuple[float, ...]:
    """An ink as the three components of DeviceRGB."""
    return tuple(channel / 255 for channel in parse_hex(ink))


def write_form(
    pdf: pikepdf.Pdf,
    drawing: Drawing,
    *,
    space: pikepdf.Object = Name.DeviceRGB,
    components: Components = device_rgb,
    for_screen: bool = False,
) -> pikepdf.Stream:
    """The drawing as a form XObject of `pdf`, its colours in `space` with the numbers that `components` gives.

    `for_screen` closes every outline with a curve that runs straight: a renderer that recognises rectangles
    snaps them to whole pixels, which shifts edges and thickens thin lines.
    """
    writer = _Writer(pdf, drawing, space, components, for_screen)
    body = writer.listed(drawing.items)
    # y points down inside: patterns and nested forms then share one space (8.7.3.1)
    flip = Array([1, 0, 0, -1, 0, drawing.height])
    return writer.form(f"1 J 1 j\n{body}", Box(0, 0, drawing.width, drawing.height), Matrix=flip)


@dataclass(slots=True)
class _Writer:
    pdf: pikepdf.Pdf
    drawing: Drawing
    space: pikepdf.Object
    components: Components
    for_screen: bool
    _resources: pikepdf.Object = field(init=False)
    _names: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        categories = Dictionary(
            ColorSpace=Dictionary(Ink=self.space), ExtGState=Dictionary(), Pattern=Dictionary(), XObject=Dictionary()
        )
        self._resources = self.pdf.make_indirect(categories)

    def listed(self, items: tuple[Item, ...]) -> str:
        """Items in order; ink before a knock-out becomes a form of its own, shown through a soft mask."""
        body, holes = "", list[KnockOut]()
        for item in items:
            if isinstance(item, KnockOut):
                holes.append(item)
                continue
            body, holes = self._masked(body, holes), []
            body += self._one(item)
        return self._masked(body, holes)

    def form(self, operators: str, frame: Box, **more: pikepdf.Object) -> pikepdf.Stream:
        return pikepdf.Stream(
            self.pdf,
            operators.encode("ascii"),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([frame.left, frame.top, frame.right, frame.bottom]),
            Resources=self._resources,
            **more,
        )

    def _one(self, item: Fill | Stroke | Group) -> str:
        if isinstance(item, Group):
            return f"q {self._outline(item.clip)}W n\n{self.listed(item.items)}Q\n"
        if isinstance(item, Fill):
            inside = f"{self._paint(item.paint, stroking=False)}{self._outline(item.path)}{_FILL[item.evenodd]}\n"
            return self._with_opacity(item.opacity, inside)
        dash = f"[{number(item.dash[0])} {number(item.dash[1])}] 0 d " if item.dash else "[] 0 d "
        pen = f"{number(item.width)} w {dash}{self._paint(item.paint, stroking=True)}"
        return self._with_opacity(item.opacity, f"{pen}{self._outline(item.path)}S\n")

    def _outline(self, path: Path) -> str:
        return path_operators(_without_rectangles(path) if self.for_screen else path)

    def _with_opacity(self, opacity: float, operators: str) -> str:
        if opacity >= 1:
            return operators
        state = self._named(
            "ExtGState", f"opacity {opacity:.4f}", lambda: Dictionary(Type=Name.ExtGState, ca=opacity, CA=opacity)
        )
        return f"q /{state} gs {operators}Q\n"

    def _paint(self, paint: str | LinearGradient | RadialGradient, *, stroking: bool) -> str:
        choose, colour = ("CS", "SCN") if stroking else ("cs", "scn")
        if isinstance(paint, str):
            # five decimals, so that 8-bit inks come back as the very same numbers
            amounts = " ".join(f"{amount:.5f}" for amount in self.components(paint))
            return f"/Ink {choose} {amounts} {colour} "
        pattern = self._named("Pattern", repr(paint), lambda: self._pattern(paint))
        return f"/Pattern {choose} /{pattern} {colour} "

    def _pattern(self, paint: LinearGradient | RadialGradient) -> pikepdf.Object:
        if isinstance(paint, LinearGradient):
            kind, coordinates = 2, [paint.x1, paint.y1, paint.x2, paint.y2]
        else:
            kind, coordinates = 3, [paint.cx, paint.cy, 0, paint.cx, paint.cy, paint.r]
        shading = Dictionary(
            ShadingType=kind,
            ColorSpace=self.space,
            Coords=Array(coordinates),
            Function=self._ramp(paint.stops),
            Extend=Array([True, True]),
        )
        return Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading)

    def _ramp(self, stops: tuple[tuple[float, str], ...]) -> pikepdf.Object:
        """Straight steps between the stops (7.10.4), constant before the first and after the last."""
        padded = [(0.0, stops[0][1]), *stops, (1.0, stops[-1][1])]
        steps = [(a, b) for a, b in pairwise(padded) if b[0] > a[0]]
        functions = [
            Dictionary(
                FunctionType=2,
                Domain=Array([0, 1]),
                C0=Array(list(self.components(start))),
                C1=Array(list(self.components(end))),
                N=1,
            )
            for (_, start), (_, end) in steps
        ]
        return Dictionary(
            FunctionType=3,
            Domain=Array([0, 1]),
            Functions=Array(functions),
            Bounds=Array([end for (_, _), (end, _) in steps[:-1]]),
            Encode=Array([0, 1] * len(functions)),
        )

    def _masked(self, body: str, holes: list[KnockOut]) -> str:
        if not holes or not body:
            return body
        ink = self._named("XObject", f"ink {len(self._names)}", lambda: self._group(f"1 J 1 j {body}"))
        cuts = "".join(f"{self._outline(hole.path)}{_FILL[hole.evenodd]}\n" for hole in holes)
        sheet = f"1 g 0 0 {number(self.drawing.width)} {number(self.drawing.height)} re f 0 g\n{cuts}"
        state = self._named(
            "ExtGState",
            f"mask {len(self._names)}",
            lambda: Dictionary(
                Type=Name.ExtGState,
                SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=self._group(sheet, Name.DeviceGray)),
            ),
        )
        return f"q /{state} gs /{ink} Do Q\n"

    def _group(self, operators: str, space: pikepdf.Object | None = None) -> pikepdf.Object:
        """An isolated group: in the page's own colours unless `space` is given, as a luminosity mask must (11.5.3)."""
        group = Dictionary(Type=Name.Group, S=Name.Transparency, I=True)
        if space is not None:
            group.CS = space
        frame = Box(0, 0, self.drawing.width, self.drawing.height)
        return self.pdf.make_indirect(self.form(operators, frame, Group=group))

    def _named(self, category: str, key: str, make: Callable[[], pikepdf.Object]) -> str:
        """The resource name under which `make`'s object stands; the same key is the same object."""
        if key not in self._names:
            made = make()
            self._names[key] = f"R{len(self._names)}"
            self._resources[f"/{category}"][f"/{self._names[key]}"] = self.pdf.make_indirect(made)
        return self._names[key]


def path_operators(path: Path) -> str:
    """Path construction operators (8.5.2). PDF has no quadratic curves: each becomes the cubic that is the same curve."""
    commands = path.cubic().commands
    operators = "".join(_OPERATOR[name] for name, _ in commands)
    return (operators % tuple(chain.from_iterable(values for _, values in commands))).replace(".00 ", " ")


def _without_rectangles(path: Path) -> Path:
    """The same outline, each closing line drawn as a curve that runs straight."""
    commands = list[Command]()
    start = at = (0.0, 0.0)
    for name, v in path.commands:
        if name == "Z" and at != start:
            commands.append(("C", (*at, *start, *start)))
        commands.append((name, v))
        at = (v[-2], v[-1]) if v else start
        start = at if name == "M" else start
    return Path(tuple(commands))
