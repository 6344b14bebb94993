"""What shoppers ask for again and again of places: retro sunsets, lighthouses, Paris, Lisbon, camps, vans in the mountains."""

import pytest

from pod.imaging.colour import oklch
from pod.providers.embedded.changes import dyed
from pod.providers.embedded.designer import draw
from pod.providers.embedded.figures import figures_of
from pod.providers.embedded.groups import together
from pod.providers.embedded.retold import retold
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.variants import as_said
from pod.providers.embedded.voice import voice_of
from pod.providers.embedded.whereabouts import at_home

PINK_AND_PURPLE = (285.0, 15.0)


def is_pink(ink: str) -> bool:
    light, chroma, hue = oklch(ink)
    return light > 0.35 and chroma > 0.06 and not PINK_AND_PURPLE[1] < hue < PINK_AND_PURPLE[0]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("sentence", ["70s retro sunset stripes with palm trees", "seventies sunset with mountains"])
def test_the_seventies_are_neither_pink_nor_purple(data_dir, sentence, seed):
    palette = draw(sentence, data_dir=data_dir, seed=seed).palette
    assert [ink for ink in palette.accents if is_pink(ink)] == []


@pytest.mark.parametrize("thing_said", ["a surfboard", "a flamingo", "a camper van"])
def test_a_retro_sunset_stays_one_whatever_stands_before_it(data_dir, thing_said):
    design = draw(f"retro sunset with palm trees and {thing_said}", data_dir=data_dir, seed=1)
    assert design.layout == "sunset"
    assert design.facts["hero"]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [("retro mountain sunset with pine trees", "pines"), ("lighthouse with crashing waves", "waves")],
)
def test_what_the_land_is_to_show_is_a_figure(library, sentence, figure):
    assert figure in figures_of(read(sentence, library), alone=True)


@pytest.mark.parametrize("name", ["lighthouse", "striped lighthouse"])
def test_a_blue_lighthouse_keeps_its_white(name):
    before, after = thing(name).drawing.inks(), dyed(thing(name), "#3f7cab").drawing.inks()
    assert len(set(before) - set(after)) == 1


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("lighthouse in maine with seagulls", "maine"),
        ("barn in vermont with cows", "vermont"),
        ("bear in montana", ""),
        ("lighthouse on cliffs cornwall", "cornwall"),
        ("lighthouse by the sea for grandma rose", "grandma rose"),
        ("road trip 2024 camper van with surfboard on roof", "road trip 2024"),
    ],
)
def test_a_place_is_written_though_animals_are_beside_what_is_there(library, sentence, written):
    assert " ".join(voice_of(sentence, library).lines) == written


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("camping tent under stars with campfire", "camping with a tent and a campfire under the stars"),
        ("paris with the eiffel tower and a croissant", "paris eiffel tower with a croissant"),
        ("yellow tram on a hill", "yellow tram on a steep street"),
        ("truck on a hill", "truck down a hill"),
        ("camper van by the sea with a surfboard on its roof", "camper van with surfboard on the roof by the sea"),
        ("tractor with a farmer and a chicken", "farmer on a tractor with a chicken"),
        ("eiffel tower cherry blossoms", "eiffel tower with cherry blossoms"),
        ("planets of the solar system in order", "line of planets"),
        ("solar system for kids room", "solar system"),
        ("70s sunset with a surfer", "surfer at sunset 70s"),
        ("rock climbing girl", "girl rock climbing"),
    ],
)
def test_places_are_retold_plainly(said, plainly):
    assert retold(said) == plainly


def test_a_lighthouse_of_an_inland_state_stands_at_the_sea_and_on_one_rock(library):
    there = at_home(read("lighthouse on a rock in north carolina", library))
    assert (there.scene, there.heroes[0].label) == ("headland", "lighthouse")


@pytest.mark.parametrize("words", [("gondola", "under", "a", "bridge"), ("gondola", "under_bridge")])
def test_a_gondola_under_a_bridge_brings_no_houses_of_its_own(words):
    assert as_said("gondola", words).name == "rowed gondola"


def test_what_is_shown_with_a_tower_lies_at_its_foot_and_leaves_it_large():
    tower = thing("eiffel tower")
    both = together(tower, [thing("croissant"), thing("croissant")])
    left, top, right, low = both.silhouette.bounds
    assert low - top > 0.9 * (right - left)


@pytest.mark.parametrize("sentence", ["farmer on a green tractor", "farmer on a tractor with a rooster"])
def test_a_tractor_is_driven_on_a_farm(library, sentence):
    assert at_home(read(sentence, library)).scene == "farm"
