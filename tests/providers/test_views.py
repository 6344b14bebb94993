"""Places: what is said to be somewhere is shown there, outdoors or in a room, and the place alone is a picture too."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from pod.drawing import UNITS, Canvas, rasterise
from pod.model.geometry import Box
from pod.providers.embedded.designer import draw
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.keywords import scene_words
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.printable import unprintable
from pod.providers.embedded.view import View
from pod.providers.embedded.vistas import SCENES, vista

CLOTH = "#f4f1ea"
LOOK_PX = 128
SHOW_A_PLACE = {"sunset", "scene", "poster", "card", "stamp", "badge", "crest", "patch"}


def seen(scene: str) -> np.ndarray:
    """A window full of the scene, RGB."""
    canvas = Canvas(UNITS, UNITS)
    box = Box(0, 0, UNITS, UNITS)
    vista(View(canvas, box, UNITS * 0.68, next(iter(PALETTES.values())), random.Random(7), night=False), scene)
    return rasterise(canvas.drawing(), LOOK_PX)[..., :3].astype(np.int16)


@pytest.fixture(scope="module")
def views() -> dict[str, np.ndarray]:
    return {scene: seen(scene) for scene in SCENES}


def test_every_place_looks_like_no_other(views):
    alike = [
        (one, other)
        for one, other in itertools.combinations(views, 2)
        if (np.abs(views[one] - views[other]).max(axis=2) > 32).mean() < 0.1
    ]
    assert alike == []


def test_every_place_can_be_said():
    assert set(scene_words().values()) == set(SCENES)


@pytest.mark.parametrize("scene", SCENES)
def test_who_is_said_to_be_there_is_shown_there(data_dir, scene):
    word = next(word for word, where in scene_words().items() if where == scene)
    for seed in range(2):
        design = draw(f"a bear in the {word}", data_dir=data_dir, seed=seed)
        assert (design.facts["scene"], design.facts["hero"]) == (scene, "bear")
        assert design.layout in SHOW_A_PLACE
        assert unprintable(design.drawing, CLOTH) == ()


@pytest.mark.parametrize("scene", INTERIORS)
def test_the_sun_does_not_set_in_a_room(data_dir, scene):
    word = next(word for word, where in scene_words().items() if where == scene)
    drawn = {draw(f"a bear in the {word}", data_dir=data_dir, seed=seed).layout for seed in range(6)}
    assert "sunset" not in drawn
    assert len(drawn) > 2


def test_a_place_alone_is_a_picture_and_needs_no_excuse(data_dir):
    assert [draw("milky way over the desert", data_dir=data_dir, seed=seed).notes for seed in range(3)] == [()] * 3
