"""Few curves for a smooth outline: they stay on it, they meet without a corner, and each ring is closed."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from shapely.geometry import Point, Polygon, box
from shapely.ops import unary_union

from pod.drawing.fitting import fitted_path

TOLERANCE = 0.05

SHAPES = {
    "disc": Point(20, 20).buffer(15, quad_segs=64),
    "round box": box(5, 5, 60, 25).buffer(3, quad_segs=32),
    "two": unary_union([Point(10, 10).buffer(5, quad_segs=64), Point(40, 10).buffer(8, quad_segs=64)]),
    "ring": Point(20, 20).buffer(15, quad_segs=64).difference(Point(20, 20).buffer(8, quad_segs=64)),
    "wave": Polygon([(r * np.cos(t), r * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 800)[:-1] for r in [20 + 3 * np.sin(6 * t)]]),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_curves_stay_on_the_outline(name):
    shape = SHAPES[name]
    drawn = fitted_path(shape, TOLERANCE).geometry(0.002)
    assert drawn.hausdorff_distance(shape) < 2 * TOLERANCE
    assert drawn.area == pytest.approx(shape.area, rel=0.01)


@pytest.mark.parametrize("name", SHAPES)
def test_every_ring_is_closed_and_begins_where_it_ends(name):
    commands = fitted_path(SHAPES[name], TOLERANCE).commands
    names = "".join(command for command, _ in commands)
    assert names.count("M") == names.count("Z") == {"two": 2, "ring": 2}.get(name, 1)
    start = end = (0.0, 0.0)
    for command, values in commands:
        if command == "M":
            start = values
        if command == "Z":
            assert end == pytest.approx(start, abs=1e-9)
        end = values[-2:]


@pytest.mark.parametrize("name", SHAPES)
def test_curves_meet_without_a_corner(name):
    curves = [(values, at) for at, values in curves_of(fitted_path(SHAPES[name], TOLERANCE))]
    turns = []
    for (values, _), (after, at) in pairwise(curves):
        if np.allclose(values[4:], at):
            into, out = np.subtract(values[4:6], values[2:4]), np.subtract(after[0:2], at)
            turns.append(np.degrees(abs(np.angle(complex(*out) / complex(*into)))))
    assert turns
    assert max(turns) < 0.1


def curves_of(path):
    at = (0.0, 0.0)
    for name, values in path.commands:
        if name == "C":
            yield at, values
        at = values[-2:] or at


def test_a_disc_takes_a_handful_of_curves():
    assert len(fitted_path(SHAPES["disc"], TOLERANCE).commands) <= 10
    assert len(fitted_path(SHAPES["wave"], TOLERANCE).commands) < 60


def test_the_stairs_of_pixels_are_evened_out():
    """A disc of 150 px, its outline along the pixels' edges, in tenths of a millimetre."""
    rows = range(-150, 150)
    half = [int(np.sqrt(150**2 - (r + 0.5) ** 2)) for r in rows]
    stairs = unary_union([box(-h / 10, r / 10, h / 10, r / 10 + 0.1) for r, h in zip(rows, half, strict=True)])
    path = fitted_path(stairs.buffer(1, quad_segs=16), TOLERANCE)
    assert len(path.commands) < 40
    assert path.geometry(0.002).hausdorff_distance(Point(0, 0).buffer(16, quad_segs=128)) < 0.12
