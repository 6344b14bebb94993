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
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union
from shapely.validation import make_valid

from pod.model.errors import InputRefused
from pod.model.geometry import Box

Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]

_TOKENS = re.compile(r"[A-DF-Za-df-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}

FEWEST_CHORDS, MOST_CHORDS = 8, 96
"""A curve is flattened into at least this many chords, however small its unit, and never into more."""


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
        """SVG path data without arcs and shorthand curves; relative commands become absolute.

        Anything else is refused by name with `InputRefused`.
        """
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
        """The tight box around the outline, curves included; an empty path has an empty box at the origin."""
        return self._bounds

    @cached_property
    def _bounds(self) -> Box:
        if not self.commands:
            return Box(0, 0, 0, 0)
        ends = np.array([values[-2:] for _, values in self.commands if values])
        points = np.concatenate([ends, *self._turns()])
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return Box(float(left), float(top), float(right - left), float(bottom - top))

    def rings(self, tolerance: float = 0.5) -> list[list[Point]]:
        """Each subpath as points, its curves as chords that stray no further than `tolerance` from them."""
        found: list[list[Point]] = []
        for name, values in self.commands:
            if name == "M":
                found.append([(values[0], values[1])])
            elif name == "L":
                found[-1].append((values[0], values[1]))
            elif name != "Z":
                found[-1].extend(_flattened(found[-1][-1], values, tolerance))
        return found

    def geometry(self, tolerance: float = 0.5, *, evenodd: bool = True) -> BaseGeometry:
        """The filled area as a valid shapely geometry: rings inside rings are holes, or the non-zero rule applies."""
        rings = [ring for ring in self.rings(tolerance) if len(ring) > 2]
        if len(rings) == 1 and (simple := shapes.Polygon(rings[0])).is_valid:
            return simple
        if not evenodd:
            return _nonzero_area(rings)
        areas = sorted((make_valid(shapes.Polygon(ring)) for ring in rings), key=lambda a: a.area, reverse=True)
        whole: BaseGeometry = shapes.Polygon()
        for area in areas:
            whole = whole.symmetric_difference(area)
        return whole

    def offset(self, by: float) -> Path:
        """The filled outline grown (or shrunk) by `by` on every side, with round corners, drawn as a smooth curve."""
        grown = self.geometry(evenodd=False).buffer(by, quad_segs=12).simplify(0.6)
        # a spline through the middles of the edges cuts corners: short edges keep the cut below what can be seen
        return Path.from_geometry(grown.segmentize(max(abs(by) / 4, 12.0)), smooth=True)

    def _turns(self) -> Iterator[NDArray[np.float64]]:
        """Points where a curve turns back in x or in y."""
        curves: dict[str, list[tuple[float, ...]]] = {"Q": [], "C": []}
        at: tuple[float, ...] = (0.0, 0.0)
        for name, values in self.commands:
            if name in curves:
                curves[name].append((*at, *values))
            at = values[-2:] or at
        for name, solve in (("Q", _quadratic_turns), ("C", _cubic_turns)):
            if curves[name]:
                controls = np.array(curves[name]).reshape(len(curves[name]), -1, 2).transpose(1, 0, 2)
                for places in solve(controls):
                    yield _on_curve(controls, places)


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
    begun = is_open = False
    while i < len(tokens):
        if tokens[i].isalpha():
            name = tokens[i]
            i += 1
        count = _TAKES.get(name.upper(), -1)
        values = tokens[i : i + max(count, 0)]
        begun = begun or name in ("M", "m")
        if not (begun and _numeric(values, count)):
            raise _unreadable(tokens, i, name)
        i += count
        if not is_open and name not in "Mm":
            yield "M", start  # every subpath of ours begins with its own moveto
        for command, points in _one(name, tuple(float(v) for v in values), at):
            yield command, points
            at = (points[-2], points[-1]) if points else start
            start = at if command == "M" else start
        is_open = name not in "Zz"
        # after a moveto, further pairs are lines (SVG 2, 9.3.3); after a closepath a command must follow
        name = {"M": "L", "m": "l", "Z": "", "z": ""}.get(name, name)


def _numeric(values: list[str], count: int) -> bool:
    """As many as the command takes, and numbers that a page has room for (``1e999`` reads as infinite)."""
    return len(values) == count and all(not v.isalpha() and math.isfinite(float(v)) for v in values)


def _unreadable(tokens: list[str], i: int, name: str) -> InputRefused:
    near = " ".join(tokens[max(0, i - 4) : i + 4])
    return InputRefused(
        "path_unreadable",
        f"This path cannot be read at command “{name}” (near “{near}”).",
        "Write it with M, L, H, V, Q, C and Z, each followed by all its numbers.",
    )


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


def _flattened(at: Point, values: tuple[float, ...], tolerance: float) -> Iterable[Point]:
    """Points on the curve after its start. With n equal steps a chord strays at most d·(d-1)·bend / (8·n²)."""
    controls = np.array((*at, *values)).reshape(-1, 1, 2)
    degree = len(controls) - 1
    bend = math.sqrt(2) * float(np.abs(np.diff(controls, n=2, axis=0)).max())
    chords = math.ceil(math.sqrt(degree * (degree - 1) * bend / (8 * tolerance)))
    t = np.linspace(0, 1, min(max(chords, FEWEST_CHORDS), MOST_CHORDS) + 1)[1:, None]
    return [(x, y) for x, y in _on_curve(controls, t).tolist()]


def _on_curve(controls: NDArray[np.float64], t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points on Bézier curves by de Casteljau: `controls` is (degree + 1) × curves × 2, `t` broadcasts against a level."""
    level: list[NDArray[np.float64]] = list(controls)
    while len(level) > 1:
        level = [p + (q - p) * t for p, q in pairwise(level)]
    return level[0]


def _quadratic_turns(p: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    with np.errstate(divide="ignore", invalid="ignore"):
        yield _within((p[0] - p[1]) / (p[0] - 2 * p[1] + p[2]))


def _cubic_turns(p: NDArray[np.float64]) -> Iterator[NDArray[np.float64]]:
    """Roots of the derivative a·t² + b·t + c, in the form that loses no digits where a is small."""
    a, b, c = p[3] - 3 * p[2] + 3 * p[1] - p[0], 2 * (p[0] - 2 * p[1] + p[2]), p[1] - p[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        q = -0.5 * (b + np.copysign(np.sqrt(b * b - 4 * a * c), b))
        yield _within(q / a)
        yield _within(c / q)


def _within(t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Places on the curve; a turn beyond its ends, or none at all, counts as the start, which moves no bound."""
    turns: NDArray[np.float64] = np.where((t > 0) & (t < 1), t, 0.0)
    return turns


def _nonzero_area(rings: list[list[Point]]) -> BaseGeometry:
    """The faces that the rings cut the plane into, those with a winding number other than zero joined."""
    if not rings:
        return shapes.Polygon()
    edges = _noded(shapes.MultiLineString([[*ring, ring[0]] for ring in rings]))
    loops = [np.array(ring) for ring in rings]
    here, after = np.concatenate(loops), np.concatenate([np.roll(loop, -1, axis=0) for loop in loops])
    faces = shapely.polygonize([edges]).geoms
    return unary_union([face for face in faces if _winding(here, after, face.representative_point())])


def _noded(lines: shapes.MultiLineString) -> BaseGeometry:
    """The lines cut wherever two meet; on a grid of thousandths where they all but touch so often that GEOS gives up."""
    try:
        return shapely.node(lines)
    except shapely.GEOSException:
        return shapely.union_all(lines, grid_size=0.001)


def _winding(here: NDArray[np.float64], after: NDArray[np.float64], at: shapes.Point) -> int:
    """How often edges from `here` to `after` run around the point, clockwise against counter-clockwise."""
    side = (after[:, 0] - here[:, 0]) * (at.y - here[:, 1]) - (at.x - here[:, 0]) * (after[:, 1] - here[:, 1])
    down = (here[:, 1] <= at.y) & (after[:, 1] > at.y) & (side > 0)
    up = (here[:, 1] > at.y) & (after[:, 1] <= at.y) & (side < 0)
    return int(down.sum()) - int(up.sum())


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
