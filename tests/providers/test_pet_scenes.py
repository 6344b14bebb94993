"""Pets and their people: on a shoulder, over an edge, on a lead, of several breeds, with a moustache."""

from __future__ import annotations

import pytest

from pod.drawing.raster import rasterise
from pod.providers.embedded.arranging import arranged, several_of
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.moods import CHEEKY
from pod.providers.embedded.dyes import set_off
from pod.providers.embedded.groups import together
from pod.providers.embedded.retold import retold
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("green parrot on a man's shoulder", "man with green parrot on the shoulder"),
        ("lady with a sausage dog on a lead", "lady walking a sausage dog"),
        ("skateboard girl with green hair", "girl riding a skateboard with green hair"),
        ("rabbit and tortoise racing", "rabbit and tortoise running"),
        ("cat peeking", "cat peeking over the edge"),
        ("two pugs peeking over a table", "two pugs peeking over the edge"),
        ("pig in muddy wellies", "pig in wellies"),
        ("frog sticking its tongue out", "frog with tongue out"),
        ("three different breeds of cats", "three cats of different breeds"),
        ("girl in a wheelchair playing basketball", "girl in a wheelchair holding a basketball"),
        ("boy with ginger hair", "boy with red hair"),
        ("dog in cap and gown", "dog in graduation cap and robe"),
    ],
)
def test_a_saying_of_pets_is_told_plainly(typed, told):
    assert retold(typed) == told


@pytest.mark.parametrize("typed", ["ginger biscuit", "surf shop", "a man looking over the sea", "dog on a sofa"])
def test_what_says_something_else_stays(typed):
    assert retold(typed) == typed


def test_a_pet_on_a_shoulder_is_beside_the_head(library):
    understood = read("girl with a cat on her shoulder", library)
    girl, cat = character("girl"), character("cat")
    both = arranged(girl, [cat], understood, "with").silhouette.bounds
    beside = arranged(girl, [cat], read("girl with a cat", library), "with").silhouette.bounds
    assert (both[2] - both[0]) / (both[3] - both[1]) < (beside[2] - beside[0]) / (beside[3] - beside[1])


def test_no_two_dogs_of_different_breeds_are_alike(library):
    inks = [
        len(several_of(character("dog"), read(text, library)).drawing.inks())
        for text in ("four dogs of different breeds", "four dogs")
    ]
    assert inks[0] > inks[1]


def test_whoever_is_hugged_has_the_colour_that_is_said(library):
    white, plain = (
        cast(read(text, library), library, "badge", 1, needs_subject=True).hero
        for text in ("girl hugging her blue rabbit", "girl hugging her rabbit")
    )
    assert white is not None
    assert plain is not None
    assert white.drawing.inks() != plain.drawing.inks()


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("black cat stretching", "stretching"),
        ("golden retriever lying on its back", "belly up"),
        ("pug wants belly rubs", "belly up"),
        ("beagle with its head tilted", "head tilt"),
        ("poodle with one paw up", "paw"),
    ],
)
def test_what_pets_do_is_seen(library, typed, action):
    understood = read(typed, library)
    assert understood.doing.action == action
    who = understood.heroes[0].can_be_character
    assert character(who, understood.doing).drawing != character(who).drawing


def test_a_bird_is_of_the_colour_of_its_back(library):
    hero = cast(read("white cockatiel", library), library, "badge", 1, needs_subject=True).hero
    assert hero is not None
    assert "#a9adb8" not in hero.drawing.inks()


def test_a_tongue_that_is_said_is_out(library):
    assert read("border collie with tongue out", library).doing.mood == CHEEKY
    assert "#ef7f8b" in character("beagle", Doing(mood=CHEEKY)).drawing.inks()


def test_boots_of_the_wearers_own_colour_are_set_off():
    assert set_off("#f0cf4c", "#f8d45d") != "#f0cf4c"
    assert set_off("#3f6fb0", "#f8d45d") == "#3f6fb0"
    assert set_off("", "#f8d45d") == ""


def test_what_is_in_hand_is_not_there_twice(library):
    understood = read("teacher with a red apple and books", library)
    assert [c.label for c in understood.companions] == ["books"]


def test_a_biscuit_beside_somebody_is_smaller_than_beside_a_thing(library):
    biscuit = library.motif(read("cookie", library).heroes[0].codepoints)
    assert biscuit is not None
    share = {
        who: (bounds := together(one, [biscuit]).silhouette.bounds)[2] - bounds[0]
        for who, one in (("grandma", character("grandma")), ("bear", character("bear")))
    }
    tall = {who: (b := together(character(who), [biscuit]).silhouette.bounds)[3] - b[1] for who in share}
    assert share["grandma"] / tall["grandma"] < share["bear"] / tall["bear"]


def test_animals_wear_a_moustache_and_people_grow_one():
    def picture(who, doing):
        return rasterise(character(who, doing).drawing, 64).tobytes()

    worn = Doing(wears=("moustache",))
    assert picture("cat", worn) != picture("cat", IDLE)
    assert picture("man", worn) == picture("man", IDLE)


def test_a_portrait_is_cut_at_the_chest(library):
    understood = read("pug head with a bow tie", library)
    assert understood.doing.action == "portrait"
    whole, portrait = (character("pug", Doing(action=action)).silhouette for action in ("", "portrait"))
    assert portrait.bounds[3] < whole.bounds[3] - 100
    assert portrait.geom_type == "Polygon"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cat wearing a bee costume", "cat wearing a beesuit"),
        ("scientist with bubbling flasks", "scientist with alembic"),
        ("head of my black labrador", "black labrador headshot"),
        ("black pony with a rosette", "black pony with a prize rosette"),
    ],
)
def test_more_of_pets_is_told_plainly(typed, told):
    assert retold(typed) == told


def test_who_is_retired_is_drawn_beside_the_words(library):
    voice = voice_of("retired nurse with a cup of tea", library)
    assert voice.lines == ("retired nurse",)
    assert read_picture(voice, library).heroes[0].species == "woman"


@pytest.mark.parametrize("typed", ["girl dressed as a unicorn", "dog dressed up as a pirate"])
def test_whoever_is_dressed_as_somebody_wears_no_dress(library, typed):
    assert "dress" not in read(typed, library).doing.wears


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("kids dressed as superheroes", "kids dressed as a superhero"),
        ("baby in a bear suit", "baby in a bear costume"),
        ("girl as a unicorn", "girl dressed as a unicorn"),
        ("proposal under a tree", "man proposing to a woman under a tree"),
        ("student asleep on books", "student sleeping on a stack of books"),
        ("two labs one black one yellow", "two labradors one black one yellow"),
        ("ginger boy on a tractor", "red haired boy on a tractor"),
        ("wheelchair basketball player", "boy in a wheelchair holding a basketball"),
    ],
)
def test_what_people_are_dressed_as_and_do_is_told_plainly(typed, told):
    assert retold(typed) == told


def test_tattoos_are_on_bare_arms_of_people(library):
    doing = read("tattooed man with a bulldog", library).doing
    assert "tattoos" in doing.wears
    assert character("man", doing).drawing != character("man").drawing
    assert "tattoos" not in read("a tattoo artist", library).doing.wears


@pytest.mark.parametrize(
    ("typed", "who"),
    [("gay couple with two cats", ("man", "man")), ("lesbian brides with a corgi", ("bride", "bride"))],
)
def test_a_couple_is_of_whom_it_is_said_to_be(library, typed, who):
    understood = read(typed, library)
    assert understood.partner is not None
    assert (understood.heroes[0].species, understood.partner.species) == who


def test_a_pet_after_the_vet_wears_a_cone(library):
    assert "vet cone" in read("dog with a cone of shame", library).doing.wears
