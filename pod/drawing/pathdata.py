"""SVG path data in full (SVG 2, 9.3): relative commands, shorthand curves and arcs become what they stand for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from pod.drawing.paths import Command, Path, Point

_COMMAND = re.compile(r"[\s,]*([A-Za-z])")
_OPERANDS = {
    "number": re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"),
    # a flag is one digit, with or without anything before the next number: ``a5 5 0 013 3``
    "flag": re.compile(r"[\s,]*([01])"),
}
_N, _F = "number", "flag"
_TAKES: dict[str, tuple[str, ...]] = {
    "M": (_N,) * 2,
    "L": (_N,) * 2,
    "H": (_N,),
    "V": (_N,),
    "C": (_N,) * 6,
    "S": (_N,) * 4,
    "Q": (_N,) * 4,
    "T": (_N,) * 2,
    "A": (_N, _N, _N, _F, _F, _N, _N),
    "Z": (),
}
_CURVES = {"S": "C", "T": "Q"}


def read_path_data(d: str) -> Path:
    """`ValueError` where it breaks off or is none."""
    return Path(tuple(_drawn(d)))


def _drawn(d: str) -> Iterator[Command]:
    at = start = control = (0.0, 0.0)
    before, is_open = "", False
    for name, told in _commands(d):
        upper, values = name.upper(), _absolute(name, told, at)
        if upper != "M" and not is_open:
            if not before:
                raise ValueError("a path begins with a moveto")
            yield "M", start
        if upper in _CURVES:
            # the control point is the last one's mirror image, or there is none
            mirrored = _mirrored(control, at) if _CURVES.get(before, before) == _CURVES[upper] else at
            values = (*mirrored, *values)
        steps = list(arc(at, values)) if upper == "A" else [(_CURVES.get(upper, _line(upper)), values)]
        yield from steps
        end = _end(steps, start)
        start = end if upper == "M" else start
        control = _control(steps[-1], end) if steps else end
        at, before, is_open = end, upper, upper != "Z"


def _commands(d: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each with its operands; a command that is not repeated is the one before, or a line after a moveto."""
    at, name = 0, ""
    while d[at:].strip(" \t\r\n\f,"):
        command = _COMMAND.match(d, at)
        if command:
            name, at = command[1], command.end()
        if name.upper() not in _TAKES:
            raise ValueError(f"path data at {d[at : at + 20]!r}")
        values = []
        for kind in _TAKES[name.upper()]:
            match = _OPERANDS[kind].match(d, at)
            if match is None or not math.isfinite(float(match[1])):
                raise ValueError(f"path data at {d[at : at + 20]!r}")
            values.append(float(match[1]))
            at = match.end()
        yield name, tuple(values)
        name = {"M": "L", "m": "l", "Z": "", "z": ""}.get(name, name)


def _absolute(name: str, v: tuple[float, ...], at: Point) -> tuple[float, ...]:
    """Its operands from the origin; a horizontal or vertical line's as a whole point."""
    x, y = at if name.islower() else (0.0, 0.0)
    upper = name.upper()
    if upper == "H":
        return v[0] + x, at[1]
    if upper == "V":
        return at[0], v[0] + y
    if upper == "A":
        return (*v[:5], v[5] + x, v[6] + y)
    return tuple(value + (x, y)[i % 2] for i, value in enumerate(v))


def _line(upper: str) -> str:
    return "L" if upper in "HV" else upper


def _mirrored(control: Point, at: Point) -> Point:
    return 2 * at[0] - control[0], 2 * at[1] - control[1]


def _end(steps: list[Command], start: Point) -> Point:
    values = steps[-1][1] if steps else start
    return (values[-2], values[-1]) if values else start


def _control(step: Command, end: Point) -> Point:
    name, values = step
    return (values[-4], values[-3]) if name in ("C", "Q") else end


def arc(at: Point, values: tuple[float, ...]) -> Iterator[Command]:
    """An arc of an ellipse as cubics of a quarter turn at most (SVG 2, B.2.4 and B.2.5)."""
    rx, ry, degrees, large, sweep, x, y = values
    rx, ry = abs(rx), abs(ry)
    if not (rx and ry) or (x, y) == at:
        yield "L", (x, y)
        return
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    half_x, half_y = (at[0] - x) / 2, (at[1] - y) / 2
    px, py = cos * half_x + sin * half_y, cos * half_y - sin * half_x
    # radii that do not reach are grown until they do
    reach = math.hypot(px / rx, py / ry)
    rx, ry = rx * max(1.0, reach), ry * max(1.0, reach)
    off = math.sqrt(max(0.0, (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1))
    off = -off if bool(large) == bool(sweep) else off
    cx, cy = off * rx * py / ry, -off * ry * px / rx
    begin, end = math.atan2((py - cy) / ry, (px - cx) / rx), math.atan2((-py - cy) / ry, (-px - cx) / rx)
    turn = (end - begin) % math.tau if sweep else -((begin - end) % math.tau)
    centre = cos * cx - sin * cy + (at[0] + x) / 2, sin * cx + cos * cy + (at[1] + y) / 2

    def on(u: float, v: float) -> Point:
        """A point of the unit circle on the ellipse."""
        return centre[0] + cos * rx * u - sin * ry * v, centre[1] + sin * rx * u + cos * ry * v

    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / parts
    lever = 4 / 3 * math.tan(step / 4)
    for n in range(parts):
        a, b = begin + n * step, begin + (n + 1) * step
        first = on(math.cos(a) - lever * math.sin(a), math.sin(a) + lever * math.cos(a))
        second = on(math.cos(b) + lever * math.sin(b), math.sin(b) - lever * math.cos(b))
        yield "C", (*first, *second, *(on(math.cos(b), math.sin(b)) if n < parts - 1 else (x, y)))
