"""SVG that others wrote: the shapes that come of it, and what does not come through."""

from __future__ import annotations

import math

import pytest

from pod.drawing import read_svg, write_svg
from pod.drawing.display import Fill, Group, LinearGradient, RadialGradient, Stroke
from pod.drawing.foreign import MAX_BYTES, WIDTH_UNITS, read_foreign_svg
from pod.drawing.pathdata import read_path_data
from pod.drawing.paths import Path
from pod.model.errors import InputRefused

PX = WIDTH_UNITS / 100
"""One unit of the samples' view box."""


def drawn(inside: str, frame: str = 'viewBox="0 0 100 50"'):
    return read_foreign_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{inside}</svg>'.encode())


def only(inside: str):
    (item,) = drawn(inside).drawing.items
    return item


def box(item) -> tuple[float, ...]:
    bounds = item.path.bounds()
    return tuple(round(v / PX, 2) for v in (bounds.left, bounds.top, bounds.width, bounds.height))


# --- path data


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("M10 10h20v20h-20z", "M10 10L30 10L30 30L10 30Z"),
        ("m10,10 20,0 0,20", "M10 10L30 10L30 30"),
        ("M0 0C0 10 10 10 10 0S20-10 20 0", "M0 0C0 10 10 10 10 0C10 -10 20 -10 20 0"),
        ("M0 0S5 5 10 0", "M0 0C0 0 5 5 10 0"),
        ("M0 0Q5 10 10 0T20 0", "M0 0Q5 10 10 0Q15 -10 20 0"),
        ("M0 0T10 0", "M0 0Q0 0 10 0"),
        ("M0 0q5 10 10 0t10 0t10 0", "M0 0Q5 10 10 0Q15 -10 20 0Q25 10 30 0"),
        ("M1 1L2 2zL5 5", "M1 1L2 2ZM1 1L5 5"),
        ("M.5.5-1e1-.5", "M0.5 0.5L-10 -0.5"),
        ("M0 0A5 5 0 0 1 0 0", "M0 0L0 0"),
        ("M0 0A0 5 0 0 1 9 9", "M0 0L9 9"),
    ],
)
def test_shorthand_is_what_it_stands_for(short, long):
    assert read_path_data(short).d == Path.parse(long).d


@pytest.mark.parametrize(
    "d", ["L1 1", "M1", "M1 1 2", "M1 1X", "M1 1L2 q", "M1 1Z 2 2", "M1 1A5 5 0 2 0 9 9", "M1e999 0"]
)
def test_path_data_that_breaks_off_is_refused(d):
    with pytest.raises(ValueError, match="path"):
        read_path_data(d)


@pytest.mark.parametrize(("large", "sweep", "part"), [(0, 0, 0.25), (0, 1, 0.25), (1, 0, 0.75), (1, 1, 0.75)])
def test_an_arc_is_its_part_of_the_circle(large, sweep, part):
    """A quarter turn apart on a circle of radius 10: the four arcs that SVG can mean."""
    path = read_path_data(f"M10 0A10 10 0 {large}{sweep}0 10")
    length = sum(math.dist(a, b) for a, b in zip(path.rings(0.001)[0], path.rings(0.001)[0][1:], strict=False))
    assert length == pytest.approx(2 * math.pi * 10 * part, rel=1e-3)
    centre = (0, 0) if large != sweep else (10, 10)
    assert all(math.dist(p, centre) == pytest.approx(10, rel=1e-3) for p in path.rings(0.001)[0])


def test_radii_that_do_not_reach_are_grown():
    bounds = read_path_data("M0 0A1 1 0 0 1 20 0").bounds()
    assert (round(bounds.width, 3), round(bounds.height, 3)) == (20, 10)


# --- shapes


@pytest.mark.parametrize(
    ("shape", "where"),
    [
        ('<rect x="10" y="5" width="20" height="10"/>', (10, 5, 20, 10)),
        ('<rect x="10" y="5" width="20" height="10" rx="4"/>', (10, 5, 20, 10)),
        ('<rect width="100%" height="50%"/>', (0, 0, 100, 25)),
        ('<circle cx="50" cy="20" r="10"/>', (40, 10, 20, 20)),
        ('<ellipse cx="50" cy="20" rx="20" ry="10"/>', (30, 10, 40, 20)),
        ('<polygon points="10,10 20,10 15,20"/>', (10, 10, 10, 10)),
        ('<path d="M10 10h5v5z"/>', (10, 10, 5, 5)),
        ('<g transform="translate(10 5) scale(2)"><rect width="5" height="5"/></g>', (10, 5, 10, 10)),
        ('<rect transform="rotate(90 10 10)" x="10" y="10" width="8" height="4"/>', (6, 10, 4, 8)),
        ('<rect transform="matrix(1 0 0 1 3 4)" width="5" height="5"/>', (3, 4, 5, 5)),
    ],
)
def test_a_shape_lies_where_it_was_drawn(shape, where):
    assert box(only(shape)) == where


def test_the_frame_is_the_view_box_wherever_it_begins():
    made = drawn('<rect x="-10" y="-10" width="5" height="5"/>', 'viewBox="-10 -10 100 50"').drawing
    assert (made.width, made.height) == (WIDTH_UNITS, WIDTH_UNITS / 2)
    assert box(made.items[0]) == (0, 0, 5, 5)


def test_a_line_is_a_stroke_and_has_no_inside():
    fill, stroke = drawn('<line x1="1" y1="2" x2="9" y2="2" stroke="red" stroke-width="3"/>').drawing.items
    assert isinstance(fill, Fill)
    assert isinstance(stroke, Stroke)
    assert (stroke.paint, round(stroke.width / PX, 2)) == ("#ff0000", 3)


def test_what_is_empty_or_hidden_is_not_drawn():
    shapes = '<rect/><path d=""/><circle r="0"/><polygon points="1,1"/><rect fill="none" width="5" height="5"/>'
    hidden = '<g display="none"><rect width="5" height="5"/></g><rect style="visibility:hidden" width="5" height="5"/>'
    assert drawn(shapes + hidden).drawing.items == ()


# --- colours


@pytest.mark.parametrize(
    ("told", "paint", "opacity"),
    [
        ("", "#000000", 1),
        ('fill="#abc"', "#aabbcc", 1),
        ('fill="rgb(255, 128, 0)"', "#ff8000", 1),
        ('fill="teal"', "#008080", 1),
        ('style="fill: #123456; fill-opacity: .5"', "#123456", 0.5),
        ('fill="red" style="fill:blue"', "#0000ff", 1),
        ('fill="currentColor" color="lime"', "#00ff00", 1),
        ('opacity="50%" fill-opacity=".5"', "#000000", 0.25),
        ('fill="url(#nothing) #333"', "#333333", 1),
    ],
)
def test_a_colour_in_any_spelling(told, paint, opacity):
    item = only(f'<rect width="5" height="5" {told}/>')
    assert (item.paint, item.opacity) == (paint, opacity)


def test_children_inherit_and_opacity_is_handed_down():
    item = only('<g fill="red" opacity=".5" fill-rule="evenodd"><g><rect width="5" height="5" opacity=".5"/></g></g>')
    assert (item.paint, item.opacity, item.evenodd) == ("#ff0000", 0.25, True)


def test_a_gradient_on_the_shape_s_own_box():
    item = only(
        '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
        '<rect x="10" y="10" width="20" height="10" fill="url(#g)"/>'
    )
    assert isinstance(item.paint, LinearGradient)
    assert [round(v / PX, 2) for v in (item.paint.x1, item.paint.x2)] == [10, 30]
    assert item.paint.stops == ((0.0, "#ff0000"), (1.0, "#0000ff"))


def test_a_gradient_takes_stops_from_the_one_that_it_links_to():
    item = only(
        '<defs><linearGradient id="a"><stop stop-color="red"/></linearGradient>'
        '<radialGradient id="b" href="#a" gradientUnits="userSpaceOnUse" cx="50" cy="25" r="10"/></defs>'
        '<rect width="50" height="50" fill="url(#b)"/>'
    )
    assert isinstance(item.paint, RadialGradient)
    assert [round(v / PX, 2) for v in (item.paint.cx, item.paint.cy, item.paint.r)] == [50, 25, 10]
    assert item.paint.stops[0][1] == "#ff0000"


def test_a_gradient_that_links_to_itself_has_no_stops():
    made = drawn('<linearGradient id="a" href="#a"/><rect width="5" height="5" fill="url(#a)"/>')
    assert (made.drawing.items, made.left_out) == ((), ("url(#a)",))


def test_a_clip_cuts_what_is_in_its_group():
    item = only(
        '<clipPath id="c"><circle cx="9" cy="9" r="9"/></clipPath><g clip-path="url(#c)"><path d="M0 0h9v9z"/></g>'
    )
    assert isinstance(item, Group)
    assert round(item.clip.bounds().width / PX, 2) == 18


# --- what does not come through


@pytest.mark.parametrize(
    ("hostile", "named"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<image href="file:///etc/passwd" width="9" height="9"/>', "image"),
        ('<use href="https://elsewhere.invalid/#a"/>', "use"),
        ("<text>FOX</text>", "text"),
        ('<foreignObject width="9" height="9"><p>hello</p></foreignObject>', "foreignObject"),
        ('<rect width="9" height="9" mask="url(#m)"/>', "mask"),
        ('<rect width="9" height="9" fill="url(https://elsewhere.invalid/#a)"/>', "url(https://elsewhere.invalid/#a)"),
        ('<rect width="9" height="9" fill="color(display-p3 1 0 0)"/>', "color(display-p3 1 0 0)"),
    ],
)
def test_what_is_left_out_is_named_and_nowhere_in_what_is_written(hostile, named):
    made = drawn(f'{hostile}<rect width="5" height="5" onload="alert(1)"/>')
    assert made.left_out == (named,)
    written = write_svg(made.drawing)
    assert not any(word in written for word in ("alert", "href", "elsewhere", "passwd", "FOX", "onload"))
    assert read_svg(written).width == made.drawing.width


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML",
        "<svg",
        "<html/>",
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        '<svg viewBox="0 0 0 9"/>',
        '<svg viewBox="0 0 1e999 9"/>',
        '<!DOCTYPE svg [<!ENTITY a "ha">]><svg viewBox="0 0 9 9"><text>&a;</text></svg>',
        '<svg viewBox="0 0 9 9"><style>.a{fill:red}</style><rect class="a" width="9" height="9"/></svg>',
        '<svg viewBox="0 0 9 9"><path d="M0 0L"/></svg>',
        '<svg viewBox="0 0 9 9"><rect width="wide" height="9"/></svg>',
        '<svg viewBox="0 0 9 9"><g transform="fly(3)"/></svg>',
        '<svg viewBox="0 0 9 9"><g transform="translate()"/></svg>',
        '<svg viewBox="0 0 9 9"><g transform="matrix(1 2)"/></svg>',
        '<svg viewBox="0 0 9 9"><polygon points="0,0 1e999,0 5,5"/></svg>',
        '<svg viewBox="0 0 9 9"><rect x="1e308" width="1e308" height="1"/></svg>',
        f'<svg viewBox="0 0 9 9">{"<g>" * 200}{"</g>" * 200}</svg>',
        f'<svg viewBox="0 0 9 9">{"<g/>" * 100_001}</svg>',
    ],
)
def test_what_cannot_be_read_to_the_end_is_refused_with_a_sentence(text):
    with pytest.raises(InputRefused) as refused:
        read_foreign_svg(text.encode())
    assert refused.value.code == "svg_refused"


def test_more_bytes_than_are_read_are_not_even_looked_at():
    with pytest.raises(InputRefused, match="at most"):
        read_foreign_svg(b"<" * (MAX_BYTES + 1))
