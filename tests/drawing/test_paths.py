"""Paths: reading, moving, measuring and turning into areas."""

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from pod.drawing import shapes as draw
from pod.drawing.paths import Path, Transform
from pod.model.errors import InputRefused
from pod.model.geometry import Box


def test_relative_and_short_commands_become_absolute() -> None:
    assert Path.parse("m10 10h5v5l-5 0z").d == "M10 10L15 10L15 15L10 15Z"
    assert Path.parse("M1,2,3,4").d == "M1 2L3 4"
    assert Path.parse("M0 0q1-1 2 0c.5.5 1 1 1e0 1").d == "M0 0Q1 -1 2 0C2.5 0.5 3 1 3 1"


def test_a_command_after_closing_starts_a_new_ring_where_the_last_began() -> None:
    assert Path.parse("M5 6L9 6L9 9ZL1 1").d == "M5 6L9 6L9 9ZM5 6L1 1"


@pytest.mark.parametrize(
    "d", ["L1 1", "M1", "M0 0A1 1 0 0 0 2 2", "M0 0C1 1 2 2", "M0 0Z5", "M0 1e999", "M0 0 L x", "12 3", "M0 0S1 1 2 2"]
)
def test_what_is_no_such_path_is_refused(d: str) -> None:
    with pytest.raises(InputRefused) as refused:
        Path.parse(d)
    assert refused.value.code == "path_unreadable"


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text("MLHVQCZmlhvqczA 0123456789.,-+e", max_size=40))
def test_any_text_is_a_path_or_refused(d: str) -> None:
    try:
        path = Path.parse(d)
    except InputRefused:
        return
    assert Path.parse(path.d).d == path.d
    path.bounds()


def test_written_and_read_again_is_the_same_path() -> None:
    for path in (draw.circle(10, 20, 5), draw.sparkle(0, 0, 100), draw.rounded_rect(0, 0, 9, 5, 2)):
        again = Path.parse(path.d)
        assert again.d == path.d
        assert Path.parse(again.d) == again


def test_coordinates_never_carry_minus_zero_or_more_than_hundredths() -> None:
    assert Path.lines([(-0.001, 1 / 3), (1e-9, 2.0)]).d == "M0 0.33L0 2Z"


def test_transforms_run_in_reading_order() -> None:
    moved_then_turned = Transform.move(10, 0).then(Transform.rotate(90))
    assert moved_then_turned.apply(0, 0) == pytest.approx((0, 10))
    assert Transform.rotate(180, about=(5, 5)).apply(0, 0) == pytest.approx((10, 10))
    assert Transform.scale(2, 8).factor == pytest.approx(4)


def test_bounds_are_those_of_the_curve_and_not_of_its_handles() -> None:
    box = Path.parse("M0 0Q50 100 100 0").bounds()
    assert (box.left, box.top, box.width, box.height) == pytest.approx((0, 0, 100, 50))
    box = Path.parse("M0 0C0 100 100 100 100 0").bounds()
    assert (box.left, box.top, box.width, box.height) == pytest.approx((0, 0, 100, 75))
    box = draw.circle(0, 0, 1).transformed(Transform.rotate(33)).bounds()
    assert (box.width, box.height) == pytest.approx((2, 2), rel=1e-3)


def test_a_tiny_path_is_measured_as_well_as_a_large_one() -> None:
    small = draw.circle(0.5, 0.5, 0.001)
    assert small.bounds().width == pytest.approx(0.002)
    assert small.geometry().area == pytest.approx(math.pi * 1e-6, rel=0.02)


def test_an_empty_path_has_an_empty_box() -> None:
    assert Path().bounds() == Box(0, 0, 0, 0)
    assert Path().geometry().is_empty
    assert Path().geometry(evenodd=False).is_empty


def test_chords_stay_within_the_tolerance() -> None:
    circle = draw.circle(0, 0, 2000)
    outline = shapely.LinearRing(circle.rings(tolerance=0.5)[0])
    assert max(abs(math.hypot(*p) - 2000) for p in outline.segmentize(1).coords) < 1.1  # the cubics themselves: 0.55


def test_a_quadratic_raised_to_a_cubic_draws_the_same_curve() -> None:
    wave = draw.scallop(0, 0, 100, 7, 20)
    raised = wave.cubic()
    assert "Q" not in raised.d
    assert raised.geometry(0.01).symmetric_difference(wave.geometry(0.01)).area < 0.05


def test_fill_rules_differ_where_rings_overlap() -> None:
    both = draw.rect(0, 0, 10, 10) + draw.rect(5, 0, 10, 10)
    assert both.geometry(evenodd=True).area == pytest.approx(100)
    assert both.geometry(evenodd=False).area == pytest.approx(150)


def test_a_ring_wound_the_other_way_is_a_hole_by_the_nonzero_rule() -> None:
    hole = Path.lines([(2, 2), (2, 8), (8, 8), (8, 2)])
    assert (draw.rect(0, 0, 10, 10) + hole).geometry(evenodd=False).area == pytest.approx(64)
    assert (draw.rect(0, 0, 10, 10) + draw.rect(2, 2, 6, 6)).geometry(evenodd=False).area == pytest.approx(100)


def test_a_self_crossing_star_is_full_or_hollow_by_its_rule() -> None:
    tips = [draw.polar(0, 0, 100, 144 * i) for i in range(5)]
    full = Path.lines(tips).geometry(evenodd=False)
    hollow = Path.lines(tips).geometry(evenodd=True)
    assert full.contains(shapely.Point(0, 0))
    assert not hollow.contains(shapely.Point(0, 0))


def test_an_area_becomes_the_outline_it_came_from() -> None:
    area = shapely.Point(0, 0).buffer(100).difference(shapely.Point(0, 0).buffer(50))
    assert Path.from_geometry(area).geometry().equals_exact(area, 1e-6, normalize=True)
    smooth = Path.from_geometry(area, smooth=True)
    assert smooth.d.count("Q") > 60
    assert smooth.geometry(0.1).symmetric_difference(area).area < 0.01 * area.area


@pytest.mark.parametrize("by", [30.0, -30.0])
def test_an_offset_keeps_its_distance_and_is_drawn_with_curves(by: float) -> None:
    grown = draw.rect(0, 0, 400, 300).offset(by)
    box = grown.bounds()
    assert (box.left, box.top, box.width, box.height) == pytest.approx((-by, -by, 400 + 2 * by, 300 + 2 * by), abs=1.5)
    assert "Q" in grown.d


def test_an_offset_keeps_holes_open() -> None:
    ring = Path.from_geometry(shapely.Point(0, 0).buffer(100).difference(shapely.Point(0, 0).buffer(50)))
    assert not ring.offset(10).geometry(evenodd=False).contains(shapely.Point(0, 0))


@pytest.mark.parametrize(
    ("path", "box"),
    [
        (draw.circle(50, 60, 10), (40, 50, 20, 20)),
        (draw.ellipse(0, 0, 20, 10), (-20, -10, 40, 20)),
        (draw.ring(0, 0, 9, 5), (-9, -9, 18, 18)),
        (draw.rect(1, 2, 3, 4), (1, 2, 3, 4)),
        (draw.rounded_rect(1, 2, 30, 40, 99), (1, 2, 30, 40)),
        (draw.polygon(0, 0, 10, 4), (-10, -10, 20, 20)),
        (draw.star(0, 0, 10, 4), (-10, -10, 20, 20)),
        (draw.sparkle(0, 0, 10), (-10, -10, 20, 20)),
        (draw.rays(0, 0, 2, 10, 4, share=0.001), (-10, -10, 20, 20)),
    ],
)
def test_shapes_are_as_large_as_they_say(path: Path, box: tuple[float, float, float, float]) -> None:
    measured = path.bounds()
    assert (measured.left, measured.top, measured.width, measured.height) == pytest.approx(box, abs=1e-2)
