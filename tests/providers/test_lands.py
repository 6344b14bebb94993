"""Lands that a sentence names are heard, drawn, and hold whoever stands in them."""

import pytest

from pod.providers.embedded.byways import BYWAYS
from pod.providers.embedded.crossings import CROSSINGS, SPOTS
from pod.providers.embedded.designer import draw
from pod.providers.embedded.facades import FACADES
from pod.providers.embedded.feasts import of_its_feast
from pod.providers.embedded.hamlets import HAMLETS
from pod.providers.embedded.retold import retold
from pod.providers.embedded.travels import TRAVELS
from pod.providers.embedded.understanding import read
from pod.providers.embedded.vistas import SCENES
from pod.providers.embedded.waters import WATERS_AND_HEIGHTS


@pytest.mark.parametrize(
    ("sentence", "scene"),
    [
        ("steam locomotive coming out of a tunnel", "tunnel"),
        ("train crossing a stone bridge", "viaduct"),
        ("boats under a bridge", "under_bridge"),
        ("church on a hill at night", "hilltop"),
        ("christmas village in the snow", "christmas_village"),
        ("ski village at night", "snow_village"),
        ("tokyo street with neon signs", "neon_street"),
        ("santa's sleigh over the roofs", "roofs"),
        ("yellow lisbon tram", "tram_hill"),
        ("rice terraces", "terraces"),
        ("village in mexico", "mexico"),
        ("beach in mexico", "beach"),
        ("polar bear on a glacier", "glacier"),
        ("red car on a desert road", "desert_road"),
        ("cypress road in tuscany", "tuscany"),
        ("overwater bungalow", "lagoon"),
        ("thailand longtail boat", "karst_bay"),
        ("castle in the clouds", "clouds"),
        ("vintage cars at a drive-in movie theater", "drive_in"),
        ("yellow school bus in front of a school", "school_front"),
        ("racing car on a race track", "race_track"),
        ("vintage car at a gas station", "petrol_station"),
        ("penguin on an iceberg", "glacier"),
    ],
)
def test_a_land_is_heard_by_its_names(library, sentence, scene):
    assert read(retold(sentence), library).scene == scene


@pytest.mark.parametrize(
    ("sentence", "weather"),
    [
        ("lightning over the prairie", {"lightning"}),
        ("thunderstorm over the prairie", {"storm"}),
        ("milky way over a tent", {"milky_way"}),
        ("fireworks over the lake", {"fireworks"}),
        ("lightning bug in a jar", set()),
    ],
)
def test_what_fills_the_sky_is_weather_and_brings_nothing_unsaid(library, sentence, weather):
    assert read(sentence, library).weather == weather


@pytest.mark.parametrize("scene", [*BYWAYS, *CROSSINGS, *FACADES, *HAMLETS, *TRAVELS, *WATERS_AND_HEIGHTS])
def test_every_land_is_a_scene(scene):
    assert scene in SCENES


def test_whoever_has_a_spot_has_a_land_for_it():
    assert set(SPOTS) <= set(SCENES)


@pytest.mark.parametrize("seed", range(4))
def test_a_van_by_a_lake_is_shown_in_a_wide_view(data_dir, seed):
    design = draw("camper van by a lake", data_dir=data_dir, seed=seed)
    assert design.layout in {"scene", "stamp", "poster", "patch", "crest", "card"}
    assert design.facts["scene"] == "lake"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("happy diwali with lamps", "happy diwali with diya lamps"),
        ("4th of july barbecue with flags", "4th of july barbecue with american flags"),
        ("easter bunny with eggs", "easter bunny with easter eggs"),
        ("floor lamps", "floor lamps"),
        ("easter eggs", "easter eggs"),
    ],
)
def test_things_of_a_feast_are_of_its_kind(sentence, told):
    assert of_its_feast(sentence) == told
