"""What stands in a land is on ground that bears it; a place that is the picture has its name under it."""

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.cities import clear_of_the_mark
from pod.providers.embedded.place_names import place_written
from pod.providers.embedded.standing import in_the_air, in_the_land, on_the_bank
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "in_land", "ashore"),
    [
        ("camping van at a lake at night with stars", True, True),
        ("red cabin in a norwegian fjord", True, True),
        ("red canoe on a mountain lake", True, False),
        ("fishing boat in the harbour", True, False),
        ("bear by the lake", False, True),
        ("moose in a lake", False, False),
        ("camper van", False, False),
        ("bicycle in a library", False, False),
        ("fox riding a bicycle in the mountains", False, False),
        ("volcano on an island", True, True),
    ],
)
def test_things_stand_in_a_land_and_only_boats_in_its_water(library, sentence, in_land, ashore):
    understood = read(sentence, library)
    assert (in_the_land(understood), on_the_bank(understood)) == (in_land, ashore)


def test_several_on_one_fence_sit_closer_than_several_on_the_ground(library):
    cats = {
        sentence: cast(read(sentence, library), library, "patch", 0, needs_subject=True).hero
        for sentence in ("three cats on a fence", "three cats")
    }
    wide = {
        sentence: (hero.silhouette.bounds[2] - hero.silhouette.bounds[0])
        / (hero.silhouette.bounds[3] - hero.silhouette.bounds[1])
        for sentence, hero in cats.items()
    }
    assert wide["three cats on a fence"] < 1.15 * wide["three cats"]


@pytest.mark.parametrize(("scene", "side"), [("paris", 1.0), ("bavaria", -1.0), ("london", 0.0), ("lake", 0.0)])
def test_a_hero_leaves_the_one_landmark_to_be_seen(scene, side):
    assert clear_of_the_mark(scene) == side


@pytest.mark.parametrize(
    ("sentence", "flies"),
    [
        ("helicopter over the mountains", True),
        ("small plane on a runway", False),
        ("camper van in the mountains", False),
        ("helicopter", False),
    ],
)
def test_what_flies_is_in_the_sky_of_a_land_unless_it_is_parked(library, sentence, flies):
    assert in_the_air(read(sentence, library)) == flies


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("yellow lisbon tram", "lisbon"),
        ("Hawaii beach with palm trees", "Hawaii"),
        ("rice terraces in bali", "bali"),
        ("a camper van in the Scottish Highlands at sunset", "Scottish Highlands"),
        ("gondola under a bridge in venice", "venice"),
        ("zion national park", "zion national park"),
        ("motorcycle on route 66", "route 66"),
        ("from paris to rome", ""),
        ("wild turkey in turkey", ""),
        ("texas longhorn", ""),
        ("new york pizza", ""),
        ("california roll", ""),
        ("cairo egypt sphinx and pyramids", "cairo egypt"),
        ("nashville guitar and neon", "nashville"),
        ("a mug of tea", ""),
    ],
)
def test_a_place_that_is_the_picture_is_written_as_it_was_typed(sentence, place):
    assert place_written(sentence) == place


@pytest.mark.parametrize(("text", "floats"), [("whale in space", True), ("astronaut in space", False)])
def test_what_swims_has_no_ground_under_it_in_space(library, text, floats):
    assert in_the_air(read(text, library)) is floats
