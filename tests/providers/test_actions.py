"""What somebody does with arms and legs, people and things alike."""

from __future__ import annotations

import pytest
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import Pictures, character, ridden_character, silhouette_of
from pod.providers.embedded.characters.fours import SADDLE, goes_on_fours
from pod.providers.embedded.characters.pen import BOX, HEAD_Y
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import clothes_of
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_changes_the_figure(name):
    fox, plain = character("fox", Doing(action=name)), character("fox")
    assert fox.drawing.items != plain.drawing.items
    assert fox.silhouette.is_valid


def test_every_pose_of_an_action_can_be_drawn_on_an_octopus_too():
    assert {action.pose for action in ACTIONS.values()} - {Pose()}
    for name in ACTIONS:
        assert character("octopus", Doing(action=name)).silhouette.area > 0


def test_no_two_actions_answer_the_same_words():
    said = [words for action in ACTIONS.values() for words in action.words]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("a girl blowing bubbles", "bubbles"),
        ("a rabbit running on the beach", "running"),
        ("a fox running on coffee", ""),
        ("a bear with running shoes", ""),
        ("a cat asleep in a hammock", "sleeping"),
        ("a koala waving", "waving"),
        ("a bear waving a flag", ""),
        ("an avocado doing yoga", "yoga"),
        ("a taco running", "running"),
        ("rabbit painting eggs", "egg painting"),
        ("a dog getting a haircut", "haircut"),
        ("grandma knitting a red scarf", "knitting"),
        ("a cat vacuuming", "vacuuming"),
        ("a fox paragliding", "parachuting"),
        ("a dog water skiing", "water skiing"),
        ("a penguin curling", "curling"),
        ("a bear chopping vegetables", "chopping food"),
        ("a woman pottery throwing on a wheel", "pottery"),
        ("a girl picking apples", "picking fruit"),
        ("a man doing push ups", "push up"),
        ("a panda doing karate", "kicking high"),
        ("a man milking a cow", "milking"),
        ("a carpenter sawing wood", "sawing"),
        ("a bear with two hammers", ""),
        ("a robot watering the plants", "watering"),
        ("a chef tossing a pizza", "tossing pizza"),
        ("a tiger jumping through a ring of fire", "burning hoop"),
        ("a crocodile brushing its teeth", "teeth"),
        ("a dog with a stick in its mouth", "in the mouth"),
        ("a puppy chewing on a bone", "in the mouth"),
    ],
)
def test_what_is_done_is_heard_as_it_is_written(library, sentence, action):
    assert read(sentence, library).doing.action == action


def test_what_is_jumped_over_is_there(library):
    assert [c.label for c in read("a cow jumping over the moon", library).companions] == ["crescent moon"]


def test_a_thing_at_its_action_has_limbs(library):
    still, busy = (
        cast(read(s, library), library, "badge", 1, needs_subject=True) for s in ("a taco", "a taco running")
    )
    assert still.hero is not None
    assert busy.hero is not None
    assert len(busy.hero.drawing.items) > len(still.hero.drawing.items) + 10


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("a bear fishing in a pond", ""),
        ("a bear swimming in a lake", "swim"),
        ("a horse jumping over a fence", ""),
        ("a dog peeking over a fence", "over a fence"),
        ("a cat pouring tea into a cup", ""),
        ("a turtle in running shoes", ""),
        ("a woman climbing a rock wall", ""),
        ("a girl reading under an apple tree", "under an apple tree"),
    ],
)
def test_what_is_done_says_whether_somebody_is_in_a_place(library, sentence, inside):
    assert read(sentence, library).doing.inside == inside


def test_a_teapot_pours_into_a_cup_below_it(library):
    hero = cast(read("a teapot pouring tea into a cup", library), library, "badge", 1, needs_subject=True).hero
    assert hero is not None
    alone = library.named("teapot")
    assert len(hero.drawing.items) > len(alone.drawing.items) + 5


def test_two_are_at_one_table(library):
    def kings(sentence: str) -> int:
        hero = cast(read(sentence, library), library, "badge", 1, needs_subject=True).hero
        assert hero is not None
        return sum(getattr(item, "paint", "") == "#6b4632" for item in hero.drawing.items)

    assert kings("two cats playing chess") == kings("a cat playing chess") > 0


@pytest.mark.parametrize(
    ("sentence", "held"), [("a cat with a fish in its mouth", "fish"), ("a fox with a rose in its mouth", "rose")]
)
def test_what_is_in_a_mouth_is_held_though_it_is_an_animal(library, sentence, held):
    understood = read(sentence, library)
    assert understood.doing.action == "in the mouth"
    assert (understood.held.label if understood.held else "") == held
    assert bool(held) != bool(understood.doing.holds)


@pytest.mark.parametrize("bird", ["hummingbird", "pelican", "toucan", "chicken"])
@pytest.mark.parametrize("action", ["eating", "drinking", "in the mouth"])
def test_a_bird_seen_from_the_side_has_it_at_its_beak(bird, action):
    carried, plain = (character(bird, Doing(action=action, holds=held)) for held in ("flower", ""))
    new = [item.path.geometry() for item in carried.drawing.items if item not in plain.drawing.items]
    assert unary_union(new).centroid.x > 0.6 * BOX
    assert unary_union(new).intersects(plain.silhouette)


def test_what_is_in_a_mouth_lies_across_it_below_the_eyes():
    carried, plain = (
        character("fox", Doing(action=name, holds=held))
        for name, held in (("in the mouth", "flower"), ("in the mouth", ""))
    )
    new = [item.path.geometry() for item in carried.drawing.items if item not in plain.drawing.items]
    left, top, right, bottom = unary_union(new).bounds
    assert right - left > bottom - top
    assert top > HEAD_Y


@pytest.mark.parametrize(
    ("sentence", "held"),
    [("a puppy chewing a shoe", "running shoe"), ("a dog with a slipper in its mouth", "slippers")],
)
def test_one_shoe_is_on_no_foot(library, sentence, held):
    understood = read(sentence, library)
    assert understood.doing.wears == ()
    assert understood.held is not None
    assert understood.held.label == held


@pytest.mark.parametrize(
    "sentence", ["a chicken chasing a farmer", "a dog hugging a nurse", "a goose chasing a mailman"]
)
def test_whoever_it_is_done_to_wears_the_clothes_of_the_trade(library, sentence):
    understood = read(sentence, library)
    assert understood.doing.wears == ()
    assert set(clothes_of(understood.words)) <= set(WARDROBE)
    assert clothes_of(understood.words)


def test_a_cat_chases_a_mouse_that_is_smaller(library):
    understood = read("a cat chasing a mouse", library)
    assert understood.partner is None
    assert understood.held is not None


def test_an_animal_of_our_own_is_ridden_on_all_fours(library):
    def ridden(sentence: str) -> BaseGeometry:
        hero = cast(read(sentence, library), library, "badge", 1, needs_subject=True).hero
        assert hero is not None
        return hero.silhouette

    left, top, right, bottom = ridden("a mouse riding a cat").bounds
    assert right - left > 0.7 * (bottom - top)
    assert character("mouse", Doing(), Pictures(ridden=ridden_character("cat"), saddle=SADDLE)).silhouette.is_valid


@pytest.mark.parametrize("action", ["running", "jumping", "clearing", "chasing"])
def test_who_has_four_legs_runs_and_leaps_on_them_unless_dressed(action):
    def is_long(*wears: str) -> bool:
        left, top, right, bottom = character("horse", Doing(action=action, wears=wears)).silhouette.bounds
        return right - left > 1.1 * (bottom - top)

    assert [is_long(), is_long("santa hat"), is_long("raincoat")] == [True, True, False]


@pytest.mark.parametrize("name", [name for name, one in SPECIES.items() if goes_on_fours(one)])
def test_whoever_walks_on_paws_can_be_ridden(name):
    left, top, right, bottom = silhouette_of(ridden_character(name)).bounds
    assert 0.8 < (right - left) / (bottom - top) < 2.2
