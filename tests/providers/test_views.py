"""Places: what is said to be somewhere is shown there, outdoors or in a room, and the place alone is a picture too."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from pod.drawing import UNITS, Canvas, rasterise
from pod.model.geometry import Box
from pod.providers.embedded.cities import PLACES
from pod.providers.embedded.designer import draw
from pod.providers.embedded.fields import FIELDS, before_the_feet
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.keywords import scene_words, weather_words
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.printable import unprintable
from pod.providers.embedded.understanding import read
from pod.providers.embedded.view import View
from pod.providers.embedded.vistas import SCENES, vista

CLOTH = "#f4f1ea"
LOOK_PX = 128
SHOW_A_PLACE = {"sunset", "scene", "poster", "card", "stamp", "badge", "crest", "patch"}


def seen(
    scene: str, weather: frozenset[str] = frozenset(), named: frozenset[str] = frozenset(), *, alone: bool = False
) -> np.ndarray:
    """A window full of the scene, RGB."""
    canvas = Canvas(UNITS, UNITS)
    box = Box(0, 0, UNITS, UNITS)
    palette, rng = next(iter(PALETTES.values())), random.Random(7)
    vista(View(canvas, box, UNITS * 0.68, palette, rng, night=False, weather=weather, named=named, alone=alone), scene)
    return rasterise(canvas.drawing(), LOOK_PX)[..., :3].astype(np.int16)


@pytest.fixture(scope="module")
def views() -> dict[str, np.ndarray]:
    return {scene: seen(scene) for scene in SCENES}


MARKED = 0.04
"""What a landmark takes at least of its view; lands differ by more."""


def test_every_place_looks_like_no_other(views):
    apart = {
        (one, other): (np.abs(views[one] - views[other]).max(axis=2) > 32).mean()
        for one, other in itertools.combinations(views, 2)
    }
    assert [pair for pair, share in apart.items() if share < MARKED] == []
    lands = [name for name in views if name not in PLACES]
    assert [pair for pair in itertools.combinations(lands, 2) if apart[pair] < 0.1] == []


@pytest.mark.parametrize("scene", ["cliff_town", *(name for name, (_, marks) in PLACES.items() if len(marks) == 1)])
def test_what_a_land_is_known_by_stands_in_its_middle_where_nobody_does(views, scene):
    middle = slice(LOOK_PX * 2 // 5, LOOK_PX * 3 // 5)
    told = np.abs(seen(scene, alone=True)[:, middle] - views[scene][:, middle]).max(axis=2) > 32
    assert told.mean() > 0.1


@pytest.mark.parametrize("crop", FIELDS)
def test_what_grows_stands_before_the_feet_and_hides_nobody(crop):
    canvas = Canvas(UNITS, UNITS)
    palette = next(iter(PALETTES.values()))
    view = View(canvas, Box(0, 0, UNITS, UNITS), UNITS * 0.68, palette, random.Random(7), night=False)
    before_the_feet(view, crop, UNITS * 0.9)
    drawn = rasterise(canvas.drawing(), LOOK_PX)[..., 3] > 0
    assert drawn[int(LOOK_PX * 0.9) :].mean() > 0.1
    assert not drawn[: int(LOOK_PX * 0.72), LOOK_PX // 3 : LOOK_PX * 2 // 3].any()


def test_every_place_can_be_said():
    assert set(scene_words().values()) == set(SCENES)


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene != "night"])
def test_who_is_said_to_be_there_is_shown_there(data_dir, scene):
    word = next(word for word, where in scene_words().items() if where == scene)
    for seed in range(2):
        design = draw(f"a bear in the {word}", data_dir=data_dir, seed=seed)
        assert (design.facts["scene"], design.facts["hero"]) == (scene, "bear")
        assert design.layout in SHOW_A_PLACE
        assert unprintable(design.drawing, CLOTH) == ()


def test_night_falls_where_somebody_is_at_home(data_dir):
    where = {draw(f"{who} at night", data_dir=data_dir, seed=0).facts["scene"] for who in ("a lighthouse", "a fox")}
    assert where == {"headland", "pines"}


@pytest.mark.parametrize("weather", weather_words())
def test_weather_is_seen_over_a_land(weather):
    plain, under = (seen("lake", frozenset(told)) for told in ((), (weather,)))
    assert (np.abs(plain - under).max(axis=2) > 32).mean() > 0.01


@pytest.mark.parametrize(
    ("sentence", "scene", "weather", "hero"),
    [
        ("a moose in alaska under the northern lights", "mountains", {"aurora"}, "moose"),
        ("red london bus in the rain", "london", {"rain"}, "red double-decker bus"),
        ("a castle on a hill in the fog", "", {"fog"}, "fairytale castle"),
        ("mountain landscape with a lightning storm", "mountains", {"storm"}, ""),
        ("lavender field in provence with a bicycle", "lavender", set(), "bicycle"),
        ("mount fuji with cherry blossoms", "fuji", set(), ""),
        ("a dog in rain boots", "", set(), "dog"),
        ("a storm trooper", "", set(), None),
    ],
)
def test_what_the_sky_and_the_land_show_is_drawn_there_and_not_beside(library, sentence, scene, weather, hero):
    understood = read(sentence, library)
    named = understood.heroes[0].label if understood.heroes else ""
    assert (understood.scene if scene else "", understood.weather) == (scene, weather)
    assert understood.companions == ()
    if hero is not None:
        assert named == hero


def test_a_landmark_that_is_the_hero_does_not_stand_behind_itself():
    alone, twice = (seen("rio", named=frozenset(named)) for named in (["christ the redeemer"], []))
    assert (np.abs(alone - twice).max(axis=2) > 32).mean() > MARKED


def test_under_a_sky_nobody_has_a_cloud_of_their_own(data_dir):
    design = draw("a frog in the rain", data_dir=data_dir, seed=0)
    assert design.layout in SHOW_A_PLACE - {"sunset"}


@pytest.mark.parametrize("scene", INTERIORS)
def test_the_sun_does_not_set_in_a_room(data_dir, scene):
    word = next(word for word, where in scene_words().items() if where == scene)
    drawn = {draw(f"a bear in the {word}", data_dir=data_dir, seed=seed).layout for seed in range(6)}
    assert "sunset" not in drawn
    assert len(drawn) > 2


def test_a_place_alone_is_a_picture_and_needs_no_excuse(data_dir):
    assert [draw("milky way over the desert", data_dir=data_dir, seed=seed).notes for seed in range(3)] == [()] * 3
