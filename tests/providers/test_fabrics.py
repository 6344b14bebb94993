"""Surfaces that are a design by themselves: which one is asked for, in which inks, and that its tiles meet."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import numpy as np
import pytest

from pod.drawing import Canvas, rasterise
from pod.drawing.paths import Transform
from pod.providers.embedded.designer import draw
from pod.providers.embedded.fabrics import PAINTERS, PERIOD, SEAMLESS, Sheet, fabric_asked
from pod.providers.embedded.fabrics.sheet import LEFT, TOP
from pod.providers.embedded.layouts import LAYOUTS

TABLE = Path(__file__).parents[2] / "pod" / "providers" / "embedded" / "data" / "fabrics.toml"
TILE_PX = 200


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("black and white chevron pattern", "chevron"),
        ("geometric pattern triangles teal and orange", "triangles"),
        ("abstract shapes in mustard, terracotta and navy", "cut-outs"),
        ("a scottish plaid tote", "tartan"),
        ("buffalo plaid", "buffalo"),
        ("zebra stripes", "zebra"),
        ("terrazzo", "terrazzo"),
        ("diagonal stripes in red", "diagonals"),
        ("wavy lines pattern", "waves"),
    ],
)
def test_a_surface_is_drawn_where_nothing_else_is_named(data_dir, sentence, name):
    assert fabric_asked(sentence).name == name
    design = draw(sentence, data_dir=data_dir, seed=1)
    assert design.layout == "surface"
    assert not design.words
    assert not design.notes


def test_a_mandala_without_a_picture_is_a_mandala(data_dir):
    design = draw("mandala in teal and gold", data_dir=data_dir, seed=0)
    assert (design.layout, design.words) == ("mandala", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "a cat with polka dots",
        "fox in a checkered shirt",
        "a zebra",
        "spiral notebook",
        "retro sunset stripes with palm trees",
    ],
)
def test_who_is_named_beside_a_surface_is_drawn(data_dir, sentence):
    assert draw(sentence, data_dir=data_dir, seed=0).layout != "surface"


@pytest.mark.parametrize("sentence", ["memphis tennessee", "flannel season", "dots and dashes", "the circle of life"])
def test_what_only_sounds_like_a_surface_is_none(data_dir, sentence):
    assert draw(sentence, data_dir=data_dir, seed=0).layout != "surface"


def test_what_is_said_to_be_behind_is_behind(data_dir):
    design = draw("fox on a tartan background", data_dir=data_dir, seed=0)
    assert (design.layout, design.facts["hero"]) == ("surface", "fox")


@pytest.mark.parametrize(
    ("sentence", "inks"),
    [
        ("polka dots, white on navy background", 2),
        ("chevron in mustard and rust", 2),
        ("rainbow stripes", 7),
        ("stripes in teal", 3),
        ("terrazzo", 0),
    ],
)
def test_the_inks_are_those_that_are_said(sentence, inks):
    assert len(fabric_asked(sentence).inks) == inks


def test_the_ground_is_what_is_said_to_be_it():
    dark, light = (
        fabric_asked(said).inks[0] for said in ("white polka dots on a navy background", "navy and white polka dots")
    )
    assert (dark, light) == ("#223b6c", "#f7f5f0")


@pytest.mark.parametrize("count", [2, 3, 5])
@pytest.mark.parametrize("name", sorted(SEAMLESS))
def test_the_tiles_of_a_surface_meet_to_the_pixel(name, count):
    """The second tile is the first, across and down; moved by a part of it, it is another picture."""
    inks = ("#ffffff", "#102030", "#c03020", "#20a060", "#e0b040")[:count]
    canvas = Canvas(2 * PERIOD, 2 * PERIOD)
    inner = Canvas(4096, 4096)
    PAINTERS[name](Sheet(inner, inks, random.Random(5)))
    canvas.place(inner.drawing(), Transform.move(-LEFT, -TOP))
    field = rasterise(canvas.drawing(), 2 * TILE_PX).astype(int)
    for axis in (0, 1):
        first, second = np.split(field, 2, axis=axis)
        rim = np.s_[3:-3, 3:-3]
        assert _unlike(first[rim], second[rim]) < 0.002
    moved = np.roll(field, (TILE_PX // 27, TILE_PX // 31), axis=(0, 1))
    assert _unlike(field, moved) > 0.02, "any picture would pass"


def _unlike(one: np.ndarray, other: np.ndarray) -> float:
    return float((np.abs(one - other).max(axis=2) > 40).mean())


def test_every_surface_of_the_table_is_painted_and_every_painter_is_named():
    names = set(tomllib.loads(TABLE.read_text(encoding="utf-8")))
    assert names - set(LAYOUTS) == set(PAINTERS)
