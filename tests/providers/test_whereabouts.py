"""A landmark is the main mass of its view, in a land that is its own, and stands there without the edge of a sticker."""

import random

import pytest

from pod.drawing import UNITS, Canvas, rasterise
from pod.drawing.display import Fill
from pod.drawing.shapes import circle, rect
from pod.imaging.colour import oklch
from pod.model.geometry import Box
from pod.providers.embedded.crossings import SPOTS
from pod.providers.embedded.designer import draw
from pod.providers.embedded.layouts.base import Draft, Plan
from pod.providers.embedded.layouts.stage import aloft, in_the_sky, landmark, on_its_spot, set_in
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.standing import in_the_air
from pod.providers.embedded.suiting import may_show_a_place
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.view import View
from pod.providers.embedded.whereabouts import around_it, at_home, has_its_ground

BOX = Box(0, 0, UNITS, UNITS)
SQUARE, ROUND = rect(0, 0, UNITS, UNITS), circle(UNITS / 2, UNITS / 2, UNITS / 2)


def view_of(canvas: Canvas, palette=None, *, night: bool = False) -> View:
    palette = palette or PALETTES["ocean"]
    return View(canvas, BOX, 0.7 * UNITS, palette, random.Random(3), night)


@pytest.mark.parametrize("window", [SQUARE, ROUND])
@pytest.mark.parametrize(
    "name", ["eiffel tower", "log cabin", "camper van", "lighthouse", "colosseum", "taj mahal", "barn"]
)
def test_a_landmark_is_the_main_mass_of_its_window_and_is_not_cut(name, window):
    placed = landmark(thing(name), view_of(Canvas(UNITS, UNITS)), window)
    left, top, right, low = placed.area.bounds
    assert max((low - top) / 0.55, (right - left) / 0.6) >= UNITS
    assert placed.area.difference(window.geometry()).area < 0.02 * placed.area.area


@pytest.mark.parametrize("scene_name", ["headland", "ski_slope", "jump_hill", "under_tree"])
def test_who_has_a_spot_in_a_land_stands_on_it(scene_name):
    view, spot = view_of(Canvas(UNITS, UNITS)), SPOTS[scene_name]
    placed = on_its_spot(thing("lighthouse"), view, SQUARE, spot)
    assert placed.area.bounds[3] == pytest.approx(view.ground + spot.drop * view.unit, abs=view.unit)


def plan_of(hero, *, night: bool = False, aloft=()) -> Plan:
    return Plan(
        hero,
        PALETTES["ocean"],
        "#ffffff",
        lettering=False,
        scene="meadow",
        seed_text="x/1",
        shares={},
        in_land=True,
        aloft=aloft,
        night=night,
    )


def test_what_stands_in_a_window_has_no_light_edge_and_what_reaches_over_its_rim_has_one():
    hero = thing("barn")
    for window, edged in ((SQUARE, False), (rect(0, 0, UNITS, 0.6 * UNITS), True)):
        draft = Draft(Canvas(UNITS, UNITS))
        view = view_of(draft.canvas)
        set_in(plan_of(hero), draft, landmark(hero, view, SQUARE), view, window)
        first = [item.paint for item in draft.canvas.drawing().items if isinstance(item, Fill)]
        assert (first[0] == PALETTES["ocean"].light) == edged


def test_gulls_are_clear_of_the_lighthouse():
    hero, gull = thing("lighthouse"), thing("flying seagull")
    draft = Draft(Canvas(UNITS, UNITS))
    view = view_of(draft.canvas)
    placed = on_its_spot(hero, view, SQUARE, SPOTS["headland"])
    in_the_sky(plan_of(hero, aloft=(gull, gull)), draft, view, SQUARE, placed)
    flown, lit = (rasterise(one, 128)[..., 3] > 0 for one in (draft.canvas.drawing(), placed.drawing))
    assert flown.mean() > 0.01
    assert (flown & lit).mean() < 0.001


def test_what_swims_is_in_the_middle_of_the_water():
    view = view_of(Canvas(UNITS, UNITS))
    over = aloft(thing("sea turtle"), view, under_the_sky=False)
    assert SQUARE.geometry().contains(over.area)
    assert over.area.bounds[3] < view.ground + 2 * view.unit


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_no_sky_is_green_or_brown_and_a_night_is_blue(palette):
    by_day, by_night = (view_of(Canvas(UNITS, UNITS), palette, night=night).sky for night in (False, True))
    light, _, hue = oklch(by_day)
    assert light > 0.6
    assert not 64 < hue < 178
    assert oklch(by_night)[0] < light


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("lighthouse on a rocky coast", "headland"),
        ("lighthouse in a storm", "headland"),
        ("castle on a cliff", "headland"),
        ("lighthouse", "headland"),
        ("eiffel tower", "paris"),
        ("red barn", "meadow"),
        ("castle at night", "highlands"),
        ("cute lighthouse sticker", ""),
        ("little cottage with roses", "garden"),
        ("sea turtle swimming over coral", "reef"),
        ("whale at sunset", "ocean"),
        ("koi fish in a pond", "koi_pond"),
        ("skier going down a snowy mountain", "ski_slope"),
        ("snowboarder going down a hill", "ski_slope"),
        ("mountain bike rider jumping over a hill", "jump_hill"),
        ("girl reading a book under a tree", "under_tree"),
        ("cat sleeping under a cherry blossom tree", "under_blossom"),
        ("two kids building a snowman", "snow"),
        ("kids building a sandcastle", "beach"),
        ("fisherman in a boat at dawn", "lake"),
        ("fall trees and a winding road", "road"),
        ("mountain sunset with pine trees and a lake", "mountain_lake"),
        ("retro sunset with palm trees and stripes", "beach"),
        ("cherry blossoms and japanese temple", "kyoto"),
        ("scuba diver in the ocean", "reef"),
        ("skiing in colorado", "ski_slope"),
        ("pirate ship", "ocean"),
        ("red canoe", "lake"),
        ("canoe and paddles crossed", ""),
        ("hot air balloons in the sky", "meadow"),
        ("puffin on a cliff", "headland"),
        ("lake superior sunset with rocks", "lake"),
        ("haunted house", "graveyard"),
        ("fox reading a book", ""),
        ("camper van", ""),
    ],
)
def test_the_land_that_a_sentence_implies_is_around_its_hero(library, sentence, where):
    understood = read(sentence, library)
    there = at_home(understood) if may_show_a_place(understood, ()) else understood
    assert there.scene == where


def test_several_sheep_are_seen_where_sheep_are_said_and_one_where_one_is(library):
    counts = [at_home(read(said, library)).count for said in ("irish hills with sheep", "a black sheep in the hills")]
    assert counts == [3, 1]


@pytest.mark.parametrize(
    ("sentence", "flies"),
    [
        ("eagle flying over the mountains", True),
        ("boy flying a kite in the park", False),
        ("eagle in the mountains", False),
        ("koi fish in a pond", True),
    ],
)
def test_who_is_on_the_wing_is_in_the_sky_and_who_swims_in_the_water(library, sentence, flies):
    assert in_the_air(at_home(read(sentence, library))) == flies


@pytest.mark.parametrize(
    ("sentence", "around"),
    [
        ("lighthouse with a whale", {"whale"}),
        ("lighthouse with seagulls", {"flying seagull"}),
        ("cabin with a whale", set()),
    ],
)
def test_company_off_a_headland_is_in_its_water_or_its_sky(library, sentence, around):
    there = at_home(read(sentence, library))
    beside = {label for label in ("whale", "flying seagull") if label in around_it(there)}
    assert around <= beside


def test_spooky_lands_are_dark(library):
    nights = [at_home(read(said, library)).night for said in ("haunted forest with ghosts", "forest with deer")]
    assert nights == [True, False]


def test_a_style_without_a_land_keeps_the_tree_itself(library):
    understood = read("girl reading a book under a tree", library)
    assert not may_show_a_place(understood, ("sticker",))
    assert may_show_a_place(understood, ("poster", "sticker"))


def test_the_land_is_the_ground_only_where_it_is_drawn(library):
    slope = at_home(read("skier going down a snowy mountain", library))
    assert has_its_ground(slope, in_view=True)
    assert not has_its_ground(slope, in_view=False)


def test_a_sunset_that_is_to_be_round_is_a_disc(data_dir):
    for seed in range(3):
        design = draw("mountain sunset retro circle", data_dir=data_dir, seed=seed)
        box = design.drawing.ink_box()
        assert box.width == pytest.approx(box.height, rel=0.01)
