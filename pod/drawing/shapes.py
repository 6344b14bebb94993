"""The shapes that designs are built from, as closed paths in design units."""

from __future__ import annotations

import math

from pod.drawing.paths import Path, Point

_ROUND = 0.5522847498
"""Control distance by which four cubic curves follow a circle to 0.03 %."""


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    kx, ky = _ROUND * rx, _ROUND * ry
    return Path(
        (
            ("M", (cx + rx, cy)),
            ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
            ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
            ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
            ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
            ("Z", ()),
        )
    )


def circle(cx: float, cy: float, r: float) -> Path:
    return ellipse(cx, cy, r, r)


def ring(cx: float, cy: float, outer: float, inner: float) -> Path:
    """Two circles: fill it with the even-odd rule."""
    return circle(cx, cy, outer) + circle(cx, cy, inner)


def rect(x: float, y: float, width: float, height: float) -> Path:
    return Path.lines([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def rounded_rect(x: float, y: float, width: float, height: float, r: float) -> Path:
    r = min(r, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, bottom = x + width, y + height
    return Path(
        (
            ("M", (x + r, y)),
            ("L", (right - r, y)),
            ("C", (right - k, y, right, y + k, right, y + r)),
            ("L", (right, bottom - r)),
            ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
            ("L", (x + r, bottom)),
            ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
            ("L", (x, y + r)),
            ("C", (x, y + k, x + k, y, x + r, y)),
            ("Z", ()),
        )
    )


def polar(cx: float, cy: float, r: float, degrees: float) -> Point:
    """The point at `degrees` from the top, clockwise."""
    angle = math.radians(degrees - 90)
    return cx + r * math.cos(angle), cy + r * math.sin(angle)


def polygon(cx: float, cy: float, r: float, sides: int, turn: float = 0.0) -> Path:
    return Path.lines([polar(cx, cy, r, turn + 360 * i / sides) for i in range(sides)])


def star(cx: float, cy: float, r: float, points: int = 5, inner: float = 0.42, turn: float = 0.0) -> Path:
    return Path.lines(
        [polar(cx, cy, r * (1 if i % 2 == 0 else inner), turn + 180 * i / points) for i in range(2 * points)]
    )


def sparkle(cx: float, cy: float, r: float, waist: float = 0.16) -> Path:
    """A four-pointed glint with hollow sides."""
    commands: list[tuple[str, tuple[float, ...]]] = [("M", (cx, cy - r))]
    for quarter in range(4):
        control = polar(cx, cy, r * waist, 45 + 90 * quarter)
        commands.append(("Q", (*control, *polar(cx, cy, r, 90 * (quarter + 1)))))
    return Path((*commands, ("Z", ())))


def scallop(cx: float, cy: float, r: float, bumps: int, depth: float) -> Path:
    """A circle whose rim is a row of bumps, as on a seal."""
    commands: list[tuple[str, tuple[float, ...]]] = [("M", polar(cx, cy, r, 0))]
    for i in range(bumps):
        control = polar(cx, cy, r + 2 * depth, 360 * (i + 0.5) / bumps)
        commands.append(("Q", (*control, *polar(cx, cy, r, 360 * (i + 1) / bumps))))
    return Path((*commands, ("Z", ())))


def rays(cx: float, cy: float, inner: float, outer: float, count: int, share: float = 0.5, turn: float = 0.0) -> Path:
    """`count` wedges from `inner` to `outer` radius, each `share` of its sector wide."""
    path = Path()
    half = 180 / count * share
    for i in range(count):
        at = turn + 360 * i / count
        path += Path.lines(
            [
                polar(cx, cy, inner, at - half),
                polar(cx, cy, outer, at - half),
                polar(cx, cy, outer, at + half),
                polar(cx, cy, inner, at + half),
            ]
        )
    return path


def leaf(x: float, y: float, length: float, width: float, degrees: float) -> Path:
    """A pointed leaf from its stem end at (x, y), growing towards `degrees` (0 is up, clockwise)."""
    tip = polar(x, y, length, degrees)
    left = polar(x, y, length * 0.5, degrees)
    side_x, side_y = polar(0, 0, width, degrees + 90)
    return Path(
        (
            ("M", (x, y)),
            ("Q", (left[0] + side_x, left[1] + side_y, *tip)),
            ("Q", (left[0] - side_x, left[1] - side_y, x, y)),
            ("Z", ()),
        )
    )


def heart(cx: float, cy: float, size: float) -> Path:
    s = size / 2
    return Path(
        (
            ("M", (cx, cy + s)),
            ("C", (cx - 1.9 * s, cy - 0.2 * s, cx - 0.95 * s, cy - 1.45 * s, cx, cy - 0.45 * s)),
            ("C", (cx + 0.95 * s, cy - 1.45 * s, cx + 1.9 * s, cy - 0.2 * s, cx, cy + s)),
            ("Z", ()),
        )
    )


def ribbon(cx: float, cy: float, width: float, height: float, tail: float, fold: float) -> tuple[Path, Path, Path]:
    """A banner in three parts, to be filled from back to front: tails, folds, face."""
    left, right, top, bottom = cx - width / 2, cx + width / 2, cy - height / 2, cy + height / 2
    notch, drop = tail * 0.35, fold
    tails = Path()
    for side, edge in ((-1, left), (1, right)):
        inner, outer = edge - side * fold * 1.4, edge + side * tail
        tails += Path.lines(
            [
                (inner, top + drop),
                (outer, top + drop),
                (outer - side * notch, cy + drop),
                (outer, bottom + drop),
                (inner, bottom + drop),
            ]
        )
    folds = Path()
    for side, edge in ((-1, left), (1, right)):
        folds += Path.lines(
            [(edge, bottom), (edge - side * fold * 1.4, bottom), (edge - side * fold * 1.4, bottom + drop)]
        )
    return tails, folds, rect(left, top, width, height)
