"""A bear with mountains inside is its outline full of mountains; a bear in the mountains stays a bear."""

from __future__ import annotations

import pytest

from pod.drawing.display import Group
from pod.providers.embedded.designer import draw
from pod.providers.embedded.landscaped import MARKS, has_view, view_inside, with_view
from pod.providers.embedded.things import thing


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("bear silhouette with mountains inside", "bear mountainsinside"),
        ("mountain range in an outline of a bear", "a bear mountainsinside"),
        ("wolf head filled with galaxy", "wolf head galaxyinside"),
        ("deer double exposure with forest", "deer forestinside"),
        ("whale with ocean waves inside", "whale oceaninside"),
        ("fox outline with night sky and moon inside", "fox nightinside"),
        ("elephant silhouette filled with wildflowers", "elephant flowersinside"),
        ("a heart made of roses", "a heart rosesinside"),
        ("a bear in the mountains", "a bear in the mountains"),
        ("mason jar filled with flowers", "mason jar filled with flowers"),
        ("snow globe with mountains inside", "snow globe with mountains inside"),
        ("wreath made of leaves", "wreath made of leaves"),
        ("truck filled with sunflowers", "truck filled with sunflowers"),
    ],
)
def test_a_view_within_an_outline_is_told_from_a_place(said, read_as):
    assert view_inside(said) == read_as


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_every_view_stays_within_the_outline(mark):
    plain = thing("red heart")
    full = with_view(plain, ("heart", mark))
    left, top, right, bottom = full.silhouette.bounds
    share = full.silhouette.area / ((right - left) * (bottom - top))
    left, top, right, bottom = plain.silhouette.bounds
    assert any(isinstance(item, Group) for item in full.drawing.items)
    assert share == pytest.approx(plain.silhouette.area / ((right - left) * (bottom - top)), rel=0.05)


def test_what_has_no_view_stays_as_it_is():
    plain = thing("red heart")
    assert with_view(plain, ("heart",)) is plain
    assert not has_view(("heart", "mountains"))


def test_the_place_is_inside_and_not_around(data_dir):
    design = draw("bear silhouette with mountains inside", data_dir=data_dir, seed=1)
    assert design.facts["scene"] == ""
    assert design.layout != "silhouette"
    assert design.notes == ()
