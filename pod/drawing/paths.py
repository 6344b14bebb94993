"""Paths of lines and Bézier curves, and the affine transforms that move them. Immutable, in design units, y down.

Only absolute M, L, Q, C and Z exist here: whatever is read is brought to these, so every writer and engine knows five
commands. Coordinates are rounded to hundredths when written, which makes equal drawings equal bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.validation import make_valid

from pod.model.geometry import Box

Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]

_TOKENS = re.compile(r"[MLHVQCZmlhvqcz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}
_FLATTEN_STEPS = {"Q": 12, "C": 18}


@dataclass(frozen=True, slots=True)
class Transform:
    """x' = a·x + c·y + e, y' = b·x + d·y + f: the order that SVG's ``matrix()`` has."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @staticmethod
    def move(dx: float, dy: float) -> Transform:
        return Transform(e=dx, f=dy)

    @staticmethod
    def scale(x: float, y: float | None = None) -> Transform:
        return Transform(a=x, d=x if y is None else y)

    @staticmethod
    def rotate(degrees: float, about: Point = (0.0, 0.0)) -> Transform:
        """Clockwise as seen, y being down."""
        sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        turned = Transform(cosine, sine, -sine, cosine)
        return Transform.move(-about[0], -about[1]).then(turned).then(Transform.move(*about))

    def then(self, later: Transform) -> Transform:
        """This transform first, `later` afterwards."""
        return Transform(
            later.a * self.a + later.c * self.b,
            later.b * self.a + later.d * self.b,
            later.a * self.c + later.c * self.d,
            later.b * self.c + later.d * self.d,
            later.a * self.e + later.c * self.f + later.e,
            later.b * self.e + later.d * self.f + later.f,
        )

    def apply(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def factor(self) -> float:
        """How much lengths grow: the square root of the area's factor."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def values(self) -> tuple[float, float, float, float, float, float]:
        return self.a, self.b, self.c, self.d, self.e, self.f


IDENTITY = Transform()


@dataclass(frozen=True)
class Path:
    """`commands` are absolute: ("M", (x, y)), ("C", (x1, y1, x2, y2, x, y)), ("Z", ()) …"""

    commands: tuple[Command, ...] = ()

    @staticmethod
    def parse(d: str) -> Path:
        """SVG path data without arcs and shorthand curves; relative commands become absolute."""
        return Path(tuple(_absolute(_TOKENS.findall(d))))

    @staticmethod
    def lines(points: Sequence[Point], *, closed: bool = True) -> Path:
        first, *rest = points
        commands: list[Command] = [("M", first), *(("L", p) for p in rest)]
        return Path((*commands, ("Z", ()))) if closed else Path(tuple(commands))

    @staticmethod
    def from_geometry(area: BaseGeometry, *, smooth: bool = False) -> Path:
        """The outlines of a shapely polygon or several, holes included.

        `smooth` draws quadratic curves through the middles of the edges, which makes a traced or buffered outline look
        drawn; corners are rounded by it.
        """
        outline = _smooth_ring if smooth else _straight_ring
        return Path(
            tuple(
                c
                for polygon in polygons_of(area)
                for ring in (polygon.exterior, *polygon.interiors)
                for c in outline(ring.coords[:-1])
            )
        )

    @cached_property
    def d(self) -> str:
        return "".join(name + " ".join(number(v) for v in values) for name, values in self.commands)

    def __add__(self, other: Path) -> Path:
        return Path(self.commands + other.commands)

    def __bool__(self) -> bool:
        return bool(self.commands)

    def transformed(self, by: Transform) -> Path:
        if by == IDENTITY:
            return self
        return Path(tuple((name, _apply_all(by, values)) for name, values in self.commands))

    def cubic(self) -> Path:
        """The same outline without quadratic curves: each becomes the cubic that is the same curve."""
        if not any(name == "Q" for name, _ in self.commands):
            return self
        at = (0.0, 0.0)
        commands: list[Command] = []
        for name, v in self.commands:
            commands.append(("C", _raised(at, v)) if name == "Q" else (name, v))
            at = (v[-2], v[-1]) if v else at
        return Path(tuple(commands))

    def bounds(self) -> Box:
        """The box of the drawn outline, curves flattened; an empty path has an empty box at the origin."""
        rings = [np.asarray(ring) for ring in self.rings()]
        if not rings:
            return Box(0, 0, 0, 0)
        points = np.concatenate(rings)
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return Box(float(left), float(top), float(right - left), float(bottom - top))

    def rings(self) -> list[list[Point]]:
        """Each subpath as points, curves flattened."""
        found: list[list[Point]] = []
        for name, values in self.commands:
            if name == "M":
                found.append([(values[0], values[1])])
            elif name == "L":
                found[-1].append((values[0], values[1]))
            elif name != "Z":
                found[-1].extend(_flattened(name, found[-1][-1], values))
        return found

    def geometry(self, *, evenodd: bool = True) -> BaseGeometry:
        """The filled area as a shapely geometry; with `evenodd` rings inside rings are holes."""
        areas = [make_valid(shapes.Polygon(ring)) for ring in self.rings() if len(ring) > 2]
        areas.sort(key=lambda a: a.area, reverse=True)
        if not areas:
            return shapes.Polygon()
        if not evenodd:
            return unary_union(areas)
        whole: BaseGeometry = areas[0]
        for area in areas[1:]:
            whole = whole.symmetric_difference(area)
        return whole

    def offset(self, by: float) -> Path:
        """The filled outline grown (or shrunk) by `by` on every side, with round corners."""
        return Path.from_geometry(self.geometry(evenodd=False).buffer(by, quad_segs=12).simplify(0.6), smooth=False)


def polygons_of(area: BaseGeometry) -> Iterator[shapes.Polygon]:
    """Every polygon in a geometry, lines and points left out, largest first for a steady order."""
    parts = [p for p in getattr(area, "geoms", [area]) if not p.is_empty]
    for part in sorted(parts, key=lambda p: (-p.area, p.bounds)):
        if isinstance(part, shapes.Polygon):
            yield part
        elif hasattr(part, "geoms"):
            yield from polygons_of(part)


def number(value: float) -> str:
    """A coordinate as short text: hundredths, no trailing zeros, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _absolute(tokens: list[str]) -> Iterator[Command]:
    at = start = (0.0, 0.0)
    name, i = "", 0
    while i < len(tokens):
        if tokens[i][0].isalpha():
            name = tokens[i]
            i += 1
        count = _TAKES[name.upper()]
        values = tuple(float(v) for v in tokens[i : i + count])
        i += count
        for command, points in _one(name, values, at):
            yield command, points
            at = (points[-2], points[-1]) if points else start
            start = at if command == "M" else start
        # after a moveto, further pairs are lines (SVG 2, 9.3.3)
        name = {"M": "L", "m": "l"}.get(name, name)


def _one(name: str, values: tuple[float, ...], at: Point) -> Iterator[Command]:
    upper = name.upper()
    relative = name.islower()
    if upper == "Z":
        yield "Z", ()
    elif upper == "H":
        yield "L", (values[0] + (at[0] if relative else 0), at[1])
    elif upper == "V":
        yield "L", (at[0], values[0] + (at[1] if relative else 0))
    else:
        shift = at if relative else (0.0, 0.0)
        yield upper, tuple(v + shift[i % 2] for i, v in enumerate(values))


def _apply_all(by: Transform, values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(v for i in range(0, len(values), 2) for v in by.apply(values[i], values[i + 1]))


def _raised(at: Point, v: tuple[float, ...]) -> tuple[float, ...]:
    """The operands of the cubic that is the quadratic from `at` over (v[0], v[1]) to (v[2], v[3])."""
    return (
        at[0] + 2 / 3 * (v[0] - at[0]),
        at[1] + 2 / 3 * (v[1] - at[1]),
        v[2] + 2 / 3 * (v[0] - v[2]),
        v[3] + 2 / 3 * (v[1] - v[3]),
        v[2],
        v[3],
    )


def _flattened(name: str, at: Point, values: tuple[float, ...]) -> Iterable[Point]:
    controls = np.array([at, *((values[i], values[i + 1]) for i in range(0, len(values), 2))])
    t = np.linspace(0, 1, _FLATTEN_STEPS[name] + 1)[1:, None]
    if name == "Q":
        points = (1 - t) ** 2 * controls[0] + 2 * (1 - t) * t * controls[1] + t**2 * controls[2]
    else:
        points = (
            (1 - t) ** 3 * controls[0]
            + 3 * (1 - t) ** 2 * t * controls[1]
            + 3 * (1 - t) * t**2 * controls[2]
            + t**3 * controls[3]
        )
    return [(float(x), float(y)) for x, y in points]


def _straight_ring(points: Sequence[Point]) -> Iterator[Command]:
    yield "M", points[0]
    for point in points[1:]:
        yield "L", point
    yield "Z", ()


def _smooth_ring(points: Sequence[Point]) -> Iterator[Command]:
    if len(points) < 4:
        yield from _straight_ring(points)
        return
    middles = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for p, q in zip(points, [*points[1:], points[0]], strict=True)]
    yield "M", middles[-1]
    for point, middle in zip(points, middles, strict=True):
        yield "Q", (*point, *middle)
    yield "Z", ()
