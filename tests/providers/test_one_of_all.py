"""What one of several has on alone, and pictures that stand level: a row in which one is another, a mat, a row of ducks."""

from __future__ import annotations

import pytest

from pod.providers.embedded.breeding import one_of_all
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.hearing import scene_of
from pod.providers.embedded.layouts.sticker import lies_level
from pod.providers.embedded.placing import sipping
from pod.providers.embedded.retold import retold
from pod.providers.embedded.rows import as_large
from pod.providers.embedded.taken import in_colour
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import voice_of
from pod.providers.embedded.words import tokens


@pytest.mark.parametrize(
    ("sentence", "count", "which"),
    [
        ("five penguins in a row, one wearing a bow tie", 5, 2),
        ("three penguins, one with a red scarf", 3, 1),
        ("six cats and one of them wearing a crown", 6, 4),
    ],
)
def test_one_of_several_has_it_on_alone_and_is_in_the_middle_of_the_front(library, sentence, count, which):
    understood = read(retold(sentence), library)
    name = understood.heroes[0].can_be_character
    dressed = character(name, understood.doing)
    turns = one_of_all(dressed, understood)
    assert len(turns) == count
    assert [one is dressed for one in turns] == [at == which for at in range(count)]


def test_the_black_one_of_a_flock_is_of_the_black_kind(library):
    understood = read(retold("one black sheep among white sheep"), library)
    turns = one_of_all(character("sheep"), understood)
    assert [one.name for one in turns].count("black sheep") == 1 < len(turns)


def test_whoever_all_wear_it_is_dressed_as_the_rest(library):
    understood = read(retold("five penguins wearing bow ties"), library)
    assert one_of_all(character("penguin", understood.doing), understood) == []


def test_a_hat_makes_nobody_smaller_in_a_row(library):
    plain = character("black cat")
    hatted = character("black cat", read("a black cat in a witch hat", library).doing)
    bare, with_one = (as_large(one, plain, 512, 512, flip=False).area.bounds for one in (plain, hatted))
    assert with_one[3] == pytest.approx(bare[3], abs=1)
    assert with_one[1] < bare[1] - 20


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("five ducks in red boots", True),
        ("truck with a christmas tree", True),
        ("wellies of flowers", True),
        ("daisy", False),
    ],
)
def test_what_stands_on_level_ground_is_not_drawn_aslant(name, level):
    assert lies_level(thing(name)) == level


def test_a_bed_of_leaves_is_slept_on_and_others_are_in_it(library):
    asleep, awake = (
        cast(read(f"a fox {how} in autumn leaves", library), library, "badge", 1, needs_subject=True).hero
        for how in ("sleeping", "playing")
    )
    assert asleep is not None
    assert awake is not None
    long, high = (asleep.silhouette.bounds[k + 2] - asleep.silhouette.bounds[k] for k in (0, 1))
    assert long > high
    assert awake.silhouette.bounds != asleep.silhouette.bounds


def test_a_second_bird_is_across_the_flower_and_a_third_over_it():
    shapes = [sipping(character("hummingbird"), thing("daisy"), birds).silhouette.bounds for birds in (1, 2, 3)]
    one, two, three = ((right - left) / (bottom - top) for left, top, right, bottom in shapes)
    assert one < two
    assert three < two


def test_a_fur_of_that_colour_already_keeps_its_shades():
    cow = character("highland cow")
    assert in_colour(cow, "#7a4b29", "highland cow") is cow
    assert in_colour(cow, "#3f6fd0", "highland cow") is not cow


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("six ducks in a row with umbrella", "file of six ducks with umbrella"),
        ("ducks wearing yellow wellies", "three ducks in yellow boots"),
        ("humming bird drinking nectar from a flower", "hummingbird at a pink hibiscus"),
        ("hummingbird feeding on pink hibiscus", "hummingbird at a pink hibiscus"),
        ("pug doing yoga on a purple mat", "pug doing yoga"),
        ("flamingo with a pink flamingo float", "flamingo in a swim ring"),
        ("snail with a house on its back and flowers", "cottage snail"),
        ("dachshund in a knitted red sweater", "dachshund in a red sweater"),
        ("easter bunny with basket of coloured eggs", "easter bunny holding an easter basket"),
        ("llama with sunflowers on its head", "llama wearing a sunflower crown"),
        ("sea turtle over a reef with orange fish", "sea turtle over a reef with two clownfish"),
        ("octopus with a fish", "octopus with a fish"),
        ("red fox in the snow", "fox in the snow"),
        ("red pandas in a tree", "red pandas in a tree"),
        ("pink wellies full of wildflowers", "pink wellies of flowers"),
        ("two black cats making a heart with their tails", "hearttailed black cats"),
        ("squirrel with acorns", "squirrel with an acorn"),
        ("flock of sheep with one black sheep", "five sheep justone black"),
    ],
)
def test_it_is_said_plainly(said, plainly):
    assert retold(said).strip() == plainly


@pytest.mark.parametrize(
    ("sentence", "worn"),
    [
        ("frenchie with sunglasses and a gold chain", "gold chain"),
        ("highland cow with a sunflower crown", "sunflower crown"),
        ("goat with a crown of roses", "rose crown"),
        ("deer with a flower crown", "flower crown"),
    ],
)
def test_it_is_worn(library, sentence, worn):
    doing = read(retold(sentence), library).doing
    assert worn in doing.wears
    assert not doing.ink_for("gold chain")


def test_an_umbrella_in_a_colour_is_held_up_as_any_is(library):
    doing = read(retold("cat holding a red umbrella in the rain"), library).doing
    assert doing.holds == "umbrella"
    assert doing.ink_for("umbrella")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("sea turtle swimming with clownfish", ()),
        ("riverside dolphins swimming", ("riverside dolphins swimming",)),
    ],
)
def test_an_animal_that_swims_is_no_swimming_school(library, sentence, said):
    assert voice_of(sentence, library).lines == said


def test_who_is_dressed_as_a_pirate_may_be_anywhere():
    assert not scene_of(tokens("a pug dressed as a pirate"))
    assert scene_of(tokens("a pirate ship")) == "ocean"
