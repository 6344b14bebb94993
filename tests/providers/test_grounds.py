"""Slopes and cliffs are drawn under whoever is said to be on them; watercolour shows the place that was said."""

from __future__ import annotations

import sys

import pytest

from pod.drawing.display import Drawing
from pod.providers.embedded.casting import cast
from pod.providers.embedded.designer import draw
from pod.providers.embedded.grounds import on_its_ground
from pod.providers.embedded.hearing import scene_of
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    "words",
    [
        ("bike", "going", "down", "a", "hill"),
        ("sled", "down", "snowy", "hill"),
        ("lighthouse", "on", "a", "rocky", "cliff"),
    ],
)
def test_a_slope_or_a_cliff_lies_under_who_is_on_it(words: tuple[str, ...]) -> None:
    van = thing("camper van")
    assert on_its_ground(van, words).drawing != van.drawing


@pytest.mark.parametrize("words", [("bike", "by", "a", "hill"), ("upside", "down"), ("cliff", "swallow")])
def test_elsewhere_nothing_is_added(words: tuple[str, ...]) -> None:
    van = thing("camper van")
    assert on_its_ground(van, words) is van


@pytest.mark.parametrize(("who", "in_the_air"), [("bees", True), ("snails", False)])
def test_only_what_flies_is_off_the_ground(data_dir, monkeypatch, who: str, in_the_air: bool) -> None:
    def drawing() -> Drawing:
        return draw(f"lavender field with {who}", data_dir=data_dir, seed=0, layouts=("scene",)).drawing

    there = drawing()
    # the package holds a function of the same name
    monkeypatch.setattr(sys.modules["pod.providers.embedded.layouts.scene"], "FLIES", frozenset())
    assert (drawing() != there) == in_the_air


@pytest.mark.parametrize("sentence", ["highland cow with flower crown", "cactus in a pot with a smiley face"])
def test_a_name_with_a_place_in_it_is_no_place(sentence: str) -> None:
    assert scene_of(tuple(sentence.split())) == ""


def test_watercolour_shows_the_place_and_no_bare_head(data_dir, library: MotifLibrary) -> None:
    placed, nowhere = (
        draw(f"watercolor fox{where}", data_dir=data_dir, seed=0) for where in (" in a snowy forest", "")
    )
    assert {placed.layout, nowhere.layout} == {"wash"}
    assert placed.facts["scene"] == "snow"
    understood = read("watercolor fox in a snowy forest", library)
    hero = cast(understood, library, "wash", 1, needs_subject=False).hero
    assert hero is not None
    assert hero.name == "fox"


@pytest.mark.parametrize(
    "sentence", ["winter cabin with smoke coming out of the chimney", "cottage with a smoking chimney"]
)
def test_smoke_rises_from_a_chimney_and_nothing_lies_beside(library: MotifLibrary, sentence: str) -> None:
    understood = read(sentence, library)
    assert not understood.companions
    house = thing("camper van")
    assert on_its_ground(house, understood.words).drawing != house.drawing


@pytest.mark.parametrize(
    ("sentence", "scene"),
    [
        ("vineyard with mountains", "vineyard"),
        ("california poppies field with mountains", "poppies"),
        ("cat on a windowsill in paris", "paris"),
        ("times square at night", "city"),
        ("pacific northwest forest", "pines"),
    ],
)
def test_what_stands_behind_a_place_is_not_the_place(sentence: str, scene: str) -> None:
    assert scene_of(tuple(sentence.split())) == scene


def test_a_field_before_mountains_shows_both_and_no_second_mountain(data_dir, library: MotifLibrary) -> None:
    with_range, bare = (draw(f"poppy field{rest}", data_dir=data_dir, seed=0) for rest in (" with mountains", ""))
    assert with_range.drawing != bare.drawing
    understood = read("cabin by a lake with mountains", library)
    shown = cast(understood, library, "scene", 0, needs_subject=False)
    assert "mountain" not in [piece.name for piece in shown.pieces]
