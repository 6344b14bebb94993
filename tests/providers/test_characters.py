"""Pod's own characters: everybody can wear, hold, ride and sit in everything, and is drawn whole."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from pod.drawing.raster import rasterise
from pod.providers.embedded.characters import ALIASES, BOX, SPECIES, STANDS_FOR, Doing, character
from pod.providers.embedded.characters.astride import BACKS
from pod.providers.embedded.characters.figure import Pictures
from pod.providers.embedded.characters.fowl import BODIES
from pod.providers.embedded.characters.moods import MOOD_WORDS
from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.pen import HEAD_Y, MIDDLE_X
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.dressing import dressed, seated
from pod.providers.embedded.groups import crossed, together
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.linework import line_work
from pod.providers.embedded.rows import pair
from pod.providers.embedded.things import THINGS, thing

EVERYBODY = tuple(SPECIES)


def test_there_is_a_zoo_with_a_wardrobe():
    assert len(SPECIES) >= 100
    assert len(WARDROBE) >= 30
    assert len(PROPS) >= 24
    assert len(PROPS) + len(RIDES) + len(NOOKS) >= 50


@pytest.mark.parametrize("species", SPECIES)
def test_every_species_is_drawn_whole(species):
    figure = character(species)
    assert figure.silhouette.is_valid
    assert figure.silhouette.area > 0.15 * BOX * BOX
    assert getattr(figure.silhouette, "geoms", [figure.silhouette])[0].area > 0.9 * figure.silhouette.area, (
        "in one piece"
    )


def test_no_two_species_look_the_same():
    pictures = {name: rasterise(character(name).drawing, 64).tobytes() for name in SPECIES}
    assert len(set(pictures.values())) == len(SPECIES)


def test_names_lead_to_one_species_each():
    assert set(ALIASES.values()) <= set(SPECIES)
    assert set(STANDS_FOR.values()) <= set(SPECIES)
    assert not set(ALIASES) & set(SPECIES)


@pytest.mark.parametrize(
    "doing",
    [
        *(Doing(wears=(name,)) for name in WARDROBE),
        *(Doing(holds=name) for name in PROPS),
        *(Doing(rides=name) for name in RIDES),
        *(Doing(inside=name) for name in NOOKS),
        *(Doing(mood=mood) for mood in MOOD_WORDS),
        Doing(gesture="flex"),
        Doing(juggles=True, holds="cup"),
        Doing(on_head="orange"),
        Doing(wears=("space suit",), rides="skateboard", mood="jolly"),
    ],
    ids=lambda doing: "-".join((*doing.wears, doing.holds, doing.rides, doing.inside, doing.mood, doing.on_head)).strip(
        "-"
    ),
)
def test_whatever_is_said_of_somebody_is_seen(doing):
    """For three species of different build: the picture differs from that of the one who does nothing."""
    for species in ("fox", "octopus", "penguin"):
        idle, busy = (rasterise(character(species, done).drawing, 96) for done in (Doing(), doing))
        without_feet = {"boots", "cowboy boots", "slippers", "sneakers", "striped socks"} & set(doing.wears)
        if species == "octopus" and (without_feet or doing.rides == "sled" or doing.gesture):
            continue
        assert idle.tobytes() != busy.tobytes(), species


@pytest.mark.parametrize("place", range(0, len(EVERYBODY), 13))
def test_nobody_falls_off_what_they_ride(place):
    """A rider and what is ridden are one piece: no gap between soles and board, paws and bar."""
    for ride in RIDES:
        if EVERYBODY[place] == "octopus" and ride == "sled":
            continue  # it floats rather than sits
        if SPECIES[EVERYBODY[place]].body in BODIES and ride == "roller skates":
            continue  # a bird from the side has its feet close together
        figure = character(EVERYBODY[place], Doing(rides=ride))
        parts = sorted((part.area for part in getattr(figure.silhouette, "geoms", [figure.silhouette])), reverse=True)
        assert sum(parts[1:]) < 0.12 * parts[0], (ride, EVERYBODY[place])


def test_whatever_is_ridden_or_sat_on_carries_its_rider(library):
    horse = library.named("horse").drawing
    alone = character("cat")
    for pictures in (Pictures(ridden=horse), Pictures(seat=horse)):
        figure = character("cat", pictures=pictures)
        assert figure.silhouette.bounds[3] > alone.silhouette.bounds[3] + 200, "something is under it"
        assert getattr(figure.silhouette, "geoms", [figure.silhouette])[0].area > 0.9 * figure.silhouette.area


@pytest.mark.parametrize("label", BACKS)
def test_the_back_of_what_is_ridden_astride_is_under_whoever_rides_it(library, label):
    """A point just below the seat is on the animal, wherever its head is."""
    choice = index_of(library).labelled(label)
    drawing = thing(label).drawing if label in THINGS else library.motif(choice.codepoints).drawing
    figure = character("cat", pictures=Pictures(ridden=drawing, back=BACKS[label]))
    assert figure.silhouette.contains(Point(MIDDLE_X - 60, 930.0))
    assert figure.silhouette.area > 1.4 * character("cat").silhouette.area


@pytest.mark.parametrize("number", ["7", "23", "08"])
def test_a_jersey_bears_the_number_that_was_asked_for(number):
    asked, other = (character("man", Doing(wears=("orange jersey",), number=n)) for n in (number, "11"))
    assert asked.drawing != other.drawing


def test_who_jumps_with_a_board_is_tilted():
    level, leaping = (character("cat", Doing(rides="skateboard", action=action)) for action in ("", "jumping"))
    assert level.silhouette.bounds != leaping.silhouette.bounds


def test_crossed_things_cross_in_the_middle():
    one = crossed(thing("lighthouse"), thing("lighthouse"))
    left, top, right, bottom = one.silhouette.bounds
    assert right - left == pytest.approx(bottom - top, rel=0.35)
    assert one.silhouette.contains(Point((left + right) / 2, (top + bottom) / 2))


def test_a_thing_wears_what_goes_on_a_head():
    lighthouse = thing("lighthouse")
    hatted = dressed(lighthouse, ("top hat", "boots"))
    assert len(hatted.drawing.items) > len(lighthouse.drawing.items)
    assert dressed(lighthouse, ("boots",)) is lighthouse


def test_a_thing_rides_as_a_character_does():
    lighthouse = thing("lighthouse")
    assert seated(lighthouse, Doing()) is lighthouse
    for doing in (Doing(rides="skateboard"), Doing(rides="bicycle"), Doing(inside="bathtub")):
        figure = seated(lighthouse, doing)
        parts = sorted((p.area for p in getattr(figure.silhouette, "geoms", [figure.silhouette])), reverse=True)
        assert sum(parts[1:]) < 0.12 * parts[0], doing


def test_a_thing_has_a_face_where_there_is_room_for_one(library):
    taco = library.named("taco")
    smiling = dressed(taco, (), with_face=True)
    assert len(smiling.drawing.items) > len(taco.drawing.items)


def test_a_doughnut_smiles_on_its_ring_and_a_mug_clear_of_its_handle():
    face = Point(MIDDLE_X, HEAD_Y)
    doughnut, mug = (dressed(thing(label), (), with_face=True) for label in ("pink doughnut", "coffee mug"))
    assert all(smiling.silhouette.contains(face.buffer(60)) for smiling in (doughnut, mug))
    assert doughnut.silhouette.centroid.x == pytest.approx(face.x, abs=20)
    assert mug.silhouette.centroid.x > face.x + 20


def test_a_group_is_one_subject_in_the_box_of_one():
    fox, heart = character("fox"), thing("red heart")
    for group in (together(fox, [heart, character("owl")]), pair(fox, 2, heart), pair(fox, 3)):
        left, top, right, bottom = group.silhouette.bounds
        assert max(right - left, bottom - top) == pytest.approx(BOX, abs=1)
        assert len(group.drawing.items) > len(fox.drawing.items)


@pytest.mark.parametrize("name", THINGS)
def test_things_are_drawn_within_reach(name):
    left, top, right, bottom = thing(name).silhouette.bounds
    assert -10 <= left < right <= BOX + 10
    assert -10 <= top < bottom <= BOX + 10


def test_line_work_is_lines():
    fox = character("fox", Doing(rides="bicycle"))
    lines = line_work(fox.drawing, fox.silhouette, 12).geometry()
    assert 0.05 < lines.area / fox.silhouette.area < 0.5


@pytest.mark.parametrize("where", ["under a tree", "lily pad", "hill"])
def test_who_does_yoga_somewhere_does_it_as_on_a_mat(where):
    frog = (character("frog", Doing(inside=where, action=action)).drawing for action in ("", "yoga"))
    idle, posed = (rasterise(drawing, 96).tobytes() for drawing in frog)
    assert idle != posed
