"""What single layouts and palettes promise: a pattern whose edges meet, enough of both, colours that everybody tells apart."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from pod.drawing import Canvas, rasterise
from pod.drawing.display import Fill
from pod.drawing.paths import Transform
from pod.providers.embedded.designer import draw
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.layouts.repeats import EDGE, PERIOD
from pod.providers.embedded.layouts.scene import SKY, above_ground
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.things import thing

TILE_PX = 300


def _field(data_dir, sentence: str) -> np.ndarray:
    """What the square window of a pattern shows: two tiles across and two down, each a whole number of pixels."""
    art = draw(sentence, data_dir=data_dir, seed=0, cloth_rgb="#ffffff").drawing
    box = art.ink_box()
    side = box.width * 2 * PERIOD / (2 * PERIOD + EDGE)
    inset = (box.width - side) / 2
    canvas = Canvas(side, side)
    canvas.place(art, Transform.move(-box.left - inset, -box.top - inset))
    return rasterise(canvas.drawing(), 2 * TILE_PX)[..., :3].astype(int)


def _unlike(one: np.ndarray, other: np.ndarray) -> float:
    return float((np.abs(one - other).max(axis=2) > 32).mean())


@pytest.mark.parametrize("sentence", ["seamless pattern of cactus and tacos", "corgi pattern"])
def test_a_pattern_repeats_to_the_pixel_across_its_edges(data_dir, sentence):
    """The second tile is the first, and what the right edge cuts goes on at the left edge."""
    field, rim = _field(data_dir, sentence), TILE_PX // 50
    for axis in (0, 1):
        first, second = np.split(field, 2, axis=axis)
        inner = np.s_[rim:-rim, rim:-rim]
        assert _unlike(first[inner], second[inner]) < 0.001
        assert _unlike(first[inner], np.roll(second, TILE_PX // 3, axis=axis)[inner]) > 0.05, "any picture would pass"


def test_a_pattern_shows_everything_that_was_named(library, data_dir):
    design = draw("seamless pattern of cactus and tacos", data_dir=data_dir, seed=0)
    assert design.layout == "pattern"
    assert not any("not drawn" in note for note in design.notes)


def test_there_are_layouts_and_palettes_to_choose_from():
    assert len(LAYOUTS) >= 28
    assert len(PALETTES) >= 24
    known = set(PALETTES)
    assert all(layout.palettes <= known for layout in LAYOUTS.values())


@pytest.mark.parametrize(
    ("sentence", "layout"),
    [
        ("varsity tigers", "varsity"),
        ("checkerboard daisies 70s", "checker"),
        ("synthwave palm trees", "synthwave"),
        ("letter M monogram with flowers", "monogram"),
        ("strawberry pattern", "pattern"),
    ],
)
def test_a_new_layout_is_drawn_where_it_is_named(data_dir, sentence, layout):
    assert {draw(sentence, data_dir=data_dir, seed=seed).layout for seed in range(3)} == {layout}


@pytest.mark.parametrize(
    ("sentence", "layout"),
    [
        ("pixel art cat", "blocks"),
        ("8-bit dragon", "blocks"),
        ("a pixelated frog", "blocks"),
        ("stained glass hummingbird", "panes"),
        ("a stained glass window with a rose", "panes"),
        ("art deco peacock", "deco"),
        ("fox in art-deco style", "deco"),
        ("water colour hydrangeas", "wash"),
        ("watercolor painting of a corgi", "wash"),
        ("cross stitch bee", "stitches"),
        ("blueprint of a rocket", "blueprint"),
        ("guitar blueprint", "blueprint"),
        ("neon sign of a cocktail", "neon"),
        ("flamingo neon sign", "neon"),
        ("chalk drawing of a cake", "chalk"),
        ("silhouette of a horse", "silhouette"),
    ],
)
def test_a_way_to_draw_that_is_said_is_how_it_is_drawn(library, data_dir, sentence, layout):
    assert {draw(sentence, data_dir=data_dir, seed=seed).layout for seed in range(4)} == {layout}


def test_pixel_art_has_no_edge_off_its_grid(data_dir):
    """Every edge of the sprite runs level or upright; as a sticker the same cat is full of slopes."""

    def slopes(layout: str) -> int:
        drawing = draw("a cat", data_dir=data_dir, seed=0, layouts=[layout]).drawing
        fills = [item for item in drawing.items if isinstance(item, Fill)]
        rings = [ring for item in fills for ring in item.path.rings()]
        return sum(abs(a[0] - b[0]) > 1e-3 and abs(a[1] - b[1]) > 1e-3 for ring in rings for a, b in pairwise(ring))

    assert slopes("blocks") == 0 < slopes("sticker")


@pytest.mark.parametrize("sentence", ["neon green frog", "cross stitch club", "blueprints", "a neon city"])
def test_the_same_words_as_a_colour_a_hobby_or_a_thing_are_no_way_to_draw(library, data_dir, sentence):
    drawn = {draw(sentence, data_dir=data_dir, seed=seed).layout for seed in range(4)}
    assert not drawn & {"neon", "stitches", "blueprint"}


@pytest.mark.parametrize("high", [0.5, 1.0])
def test_what_hangs_in_the_air_has_its_middle_in_the_sky(high):
    balloon = thing("hot air balloon")
    _, top, _, bottom = balloon.silhouette.bounds
    tall = (bottom - top) * high
    lifted = above_ground(balloon, 10 * tall, tall)
    assert lifted + tall / 2 == pytest.approx(SKY * tall)
