"""Scenery and ornament: ridges, pines, waves, cacti, moons, botanicals, and the worn-ink texture. Original shapes.

Every function takes the random source it may use: the same source gives the same shape.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Sequence

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix


def waves(left: float, right: float, y: float, height: float, length: float, phase: float, floor: float) -> Path:
    """Ground or water: a sine edge at `y`, filled down to `floor`."""
    steps = 72
    edge = [
        (
            left + (right - left) * i / steps,
            y + height * math.sin(2 * math.pi * (right - left) * i / steps / length + phase),
        )
        for i in range(steps + 1)
    ]
    return Path.lines([*edge, (right, floor), (left, floor)])


def pine(x: float, base: float, height: float, rng: random.Random, breadth: float = 0.4) -> Path:
    """A conifer's outline with drooping tiers, a little different on each side."""
    tiers = max(6, round(height / 80))
    trunk = height * 0.022
    sides: list[list[Point]] = []
    for side in (1, -1):
        points: list[Point] = []
        for i in range(tiers):
            share = (i + 1) / tiers
            reach = height * breadth / 2 * share**0.85 * rng.uniform(0.88, 1.1) + height * 0.008
            tier_top = base - height + height * 0.9 * i / tiers
            tier_low = tier_top + height * 0.9 / tiers * rng.uniform(0.95, 1.2)
            points += [(x + side * reach * 0.36, tier_top + height * 0.03), (x + side * reach, tier_low)]
        points += [(x + side * trunk, base - height * 0.1), (x + side * trunk, base)]
        sides.append(points)
    return Path.lines([(x, base - height), *sides[0], *reversed(sides[1])])


def ridge(points: Sequence[Point], rough: float, rng: random.Random, depth: int = 5) -> list[Point]:
    """A skyline broken up between `points` by midpoint displacement."""
    line = list(points)
    for _ in range(depth):
        finer = [line[0]]
        for (x0, y0), (x1, y1) in itertools.pairwise(line):
            middle = ((x0 + x1) / 2 + (x1 - x0) * rng.uniform(-0.1, 0.1), (y0 + y1) / 2 + rng.uniform(-rough, rough))
            finer += [middle, (x1, y1)]
        line, rough = finer, rough * 0.52
    return line


def mountains(
    canvas: Canvas,
    left: float,
    right: float,
    base: float,
    height: float,
    floor: float,
    ink: str,
    shade: str,
    rng: random.Random,
    snow: str = "",
) -> None:
    """A range with lit and shaded faces; the highest peak near the middle."""
    width = right - left
    heights = [0.5, 0.26, 1.0, 0.44, 0.68]
    places = [0.14, 0.32, 0.52 + rng.uniform(-0.06, 0.06), 0.72, 0.88]
    peaks = [
        (left + width * x, base - height * h * rng.uniform(0.9, 1.08)) for x, h in zip(places, heights, strict=True)
    ]
    line = ridge([(left - 40, base), *peaks, (right + 40, base)], height * 0.075, rng)
    body = Polygon([*line, (right + 40, floor), (left - 40, floor)]).buffer(0)
    canvas.fill(Path.from_geometry(body), ink)
    for x, y in peaks:
        if base - y < height * 0.4:
            continue
        canvas.fill(Path.from_geometry(body.intersection(_shaded_face(x, y, base - y))), shade)
        if snow:
            canvas.fill(Path.from_geometry(body.intersection(_snow_cap(x, y, base - y, rng))), snow)


def _shaded_face(x: float, y: float, height: float) -> BaseGeometry:
    jagged = [
        (x + height * (0.05 + 0.11 * (i % 2)) * (1 + 0.1 * i) - height * 0.02 * i, y + height * 0.7 * i / 7)
        for i in range(1, 8)
    ]
    return Polygon([(x, y - height * 0.02), *jagged, (x + height * 0.95, y + height * 0.78)]).buffer(0)


def _snow_cap(x: float, y: float, height: float, rng: random.Random) -> BaseGeometry:
    low = y + height * 0.27
    teeth = [
        (x + height * (0.32 - 0.08 * i), low + height * (0.1 if i % 2 else -0.015) * rng.uniform(0.7, 1.1))
        for i in range(9)
    ]
    return Polygon([(x, y - height * 0.1), *teeth]).buffer(0)


def bird(x: float, y: float, span: float) -> Path:
    """A gull far away: two strokes of one brush."""
    s = span
    return Path(
        (
            ("M", (x - s, y - s * 0.28)),
            ("Q", (x - s * 0.45, y - s * 0.62, x, y)),
            ("Q", (x + s * 0.45, y - s * 0.62, x + s, y - s * 0.28)),
            ("Q", (x + s * 0.42, y - s * 0.38, x, y + s * 0.14)),
            ("Q", (x - s * 0.42, y - s * 0.38, x - s, y - s * 0.28)),
            ("Z", ()),
        )
    )


def cactus(x: float, base: float, height: float) -> Path:
    """A saguaro with two arms."""
    w = height * 0.16
    parts = [
        rounded_rect(x - w / 2, base - height, w, height + w, w / 2),
        rounded_rect(x - w * 2.2, base - height * 0.52, w * 2.2, w * 0.72, w * 0.36),
        rounded_rect(x - w * 2.2, base - height * 0.78, w * 0.72, height * 0.34, w * 0.36),
        rounded_rect(x, base - height * 0.4, w * 2.1, w * 0.72, w * 0.36),
        rounded_rect(x + w * 1.4, base - height * 0.72, w * 0.72, height * 0.4, w * 0.36),
    ]
    return Path.from_geometry(unary_union([p.geometry() for p in parts]))


def palm(x: float, base: float, height: float, lean: float) -> Path:
    """A palm leaning by `lean` units at its crown."""
    top = (x + lean, base - height)
    w = height * 0.035
    trunk = Path(
        (
            ("M", (x - w, base)),
            ("Q", (x + lean * 0.15 - w, base - height * 0.55, top[0] - w * 0.6, top[1])),
            ("L", (top[0] + w * 0.6, top[1])),
            ("Q", (x + lean * 0.15 + w, base - height * 0.55, x + w * 1.2, base)),
            ("Z", ()),
        )
    )
    fronds = [_frond(*top, height * 0.44, turn) for turn in (-104, -68, -34, 8, 40, 72, 108)]
    return Path.from_geometry(unary_union([trunk.geometry(), *(f.geometry() for f in fronds)]))


def _frond(x: float, y: float, length: float, degrees: float) -> Path:
    side = math.copysign(1, degrees)
    tip = (
        x + length * math.sin(math.radians(degrees)),
        y - length * 0.5 * math.cos(math.radians(degrees)) + length * 0.34,
    )
    crown = ((x + tip[0]) / 2 + side * length * 0.02, min(y, tip[1]) - length * 0.3)
    under = ((x + tip[0]) / 2, min(y, tip[1]) - length * 0.06)
    return Path((("M", (x, y)), ("Q", (*crown, *tip)), ("Q", (*under, x, y)), ("Z", ())))


def skyline(left: float, right: float, base: float, height: float, rng: random.Random) -> Path:
    """A city far away: blocks, steps and a spire."""
    blocks, x = [], left
    while x < right:
        width = rng.uniform(0.05, 0.09) * (right - left)
        tall = height * rng.uniform(0.3, 0.85) * (1.15 - abs((x + width / 2 - left) / (right - left) - 0.5))
        blocks.append(rect(x, base - tall, width + 2, tall + 400))
        if rng.random() < 0.4:
            blocks.append(rect(x + width * 0.3, base - tall * 1.12, width * 0.4, tall * 0.2))
        if rng.random() < 0.2:
            blocks.append(rect(x + width * 0.47, base - tall * 1.32, width * 0.06, tall * 0.4))
        x += width
    return Path.from_geometry(unary_union([b.geometry() for b in blocks]))


def branch(
    canvas: Canvas,
    points: Sequence[Point],
    stem: str,
    leaves: Sequence[str],
    rng: random.Random,
    length: float,
    width: float = 15,
) -> None:
    """A stem with paired leaves that get smaller towards the tip."""
    canvas.stroke(Path.lines(points, closed=False), stem, width)
    for i in range(1, len(points) - 1):
        (x0, y0), (x1, y1) = points[i - 1], points[i + 1]
        heading = math.degrees(math.atan2(x1 - x0, y0 - y1))
        size = length * (1 - 0.45 * i / len(points))
        for side in (1, -1):
            one = size * rng.uniform(0.88, 1.1)
            canvas.fill(leaf(*points[i], one, one * 0.36, heading + side * rng.uniform(40, 54)), rng.choice(leaves))
    (x0, y0), tip = points[-2], points[-1]
    canvas.fill(leaf(*tip, length * 0.6, length * 0.2, math.degrees(math.atan2(tip[0] - x0, y0 - tip[1]))), leaves[0])


def flower(
    canvas: Canvas, x: float, y: float, r: float, petal: str, core: str, edge: str, petals: int = 5, turn: float = 0.0
) -> None:
    """A bloom with an outline, veined petals and a heart."""
    shapes = [leaf(x, y, r, r * 0.56, turn + 360 * i / petals) for i in range(petals)]
    outline = unary_union([s.geometry() for s in shapes]).buffer(r * 0.1, quad_segs=6)
    canvas.fill(Path.from_geometry(outline.simplify(1)), edge)
    for shape in shapes:
        canvas.fill(shape, petal)
    for i in range(petals):
        canvas.fill(leaf(x, y, r * 0.58, r * 0.16, turn + 360 * i / petals), mix(petal, core, 0.45))
    canvas.fill(circle(x, y, r * 0.25), core)


def moon(canvas: Canvas, x: float, y: float, r: float, ink: str, shade: str, rng: random.Random) -> None:
    canvas.fill(circle(x, y, r), ink)
    for _ in range(7):
        at = polar(x, y, r * 0.76 * math.sqrt(rng.random()), rng.uniform(0, 360))
        canvas.fill(circle(*at, r * rng.uniform(0.05, 0.12)), shade)


def arc_points(cx: float, cy: float, r: float, start: float, end: float, count: int) -> list[Point]:
    """`count` + 1 points along a circle, degrees from the top, clockwise."""
    return [polar(cx, cy, r, start + (end - start) * i / count) for i in range(count + 1)]


def worn(rng: random.Random, left: float, top: float, width: float, height: float, amount: float = 1.0) -> Path:
    """Missing flecks and a few hairlines, to be knocked out: the look of a shirt washed often."""
    path = Path()
    for _ in range(round(1500 * amount * width * height / 3600**2)):
        x, y = left + rng.random() * width, top + rng.random() * height
        path += _fleck(x, y, min(22.0, rng.paretovariate(2.3) * 3.0), rng)
    for _ in range(round(24 * amount)):  # short ones: a long hairline of cloth fills in
        x, y = left + rng.random() * width, top + rng.random() * height
        path += _scratch(x, y, rng.uniform(30, 72), rng)
    return path


def _fleck(x: float, y: float, size: float, rng: random.Random) -> Path:
    corners = rng.randint(5, 7)
    stretch, turn = rng.uniform(0.6, 1.6), rng.uniform(0, math.pi)
    points = []
    for i in range(corners):
        r = size * rng.uniform(0.5, 1.2)
        a = 2 * math.pi * i / corners
        u, v = r * math.cos(a) * stretch, r * math.sin(a)
        points.append((x + u * math.cos(turn) - v * math.sin(turn), y + u * math.sin(turn) + v * math.cos(turn)))
    return Path.lines(points)


def _scratch(x: float, y: float, length: float, rng: random.Random) -> Path:
    turn = rng.gauss(0.6, 0.5)
    line = LineString([(x, y), (x + math.cos(turn) * length, y + math.sin(turn) * length)])
    return Path.from_geometry(line.buffer(rng.uniform(2.0, 3.6), cap_style="round", quad_segs=2))
