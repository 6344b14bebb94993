"""Who does what with whom and with what: sports, crafts, walks, races, laps, and animals at what they are known for."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.doing import IN_THE_LAP, Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.duos import act_of
from pod.providers.embedded.groups import together
from pod.providers.embedded.retold import retold
from pod.providers.embedded.taken import pictures_of
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("girl doing yoga on a paddleboard", "yoga afloat"),
        ("goalkeeper catching a ball", "diving for a ball"),
        ("cricketer hitting a six", "cricket"),
        ("rugby player running with the ball", "rugby"),
        ("panda sumo wrestler", "sumo"),
        ("a cat fishing for hearts", "angling"),
        ("otter sliding down a hill", "downhill"),
        ("bear baking bread", "baking"),
        ("a boy pulling a sled", "pulling a sled"),
        ("tortoise and hare racing", "running"),
        ("dad building a treehouse", "building"),
        ("two dogs playing tug of war with a rope", "tug of war"),
        ("gnomes having a pillow fight", "pillow fight"),
        ("two men arm wrestling", "arm wrestling"),
        ("plumber fixing a leaking pipe", "plumbing"),
        ("boy jumping into a lake", "cannonball"),
        ("baker holding a tray of croissants", "with a tray"),
        ("boy walking on stilts", "stilts"),
        ("a nurse pushing a wheelchair", "pushing a wheelchair"),
        ("gorilla doing bicep curls", "barbell"),
        ("sloths doing a relay race", "running"),
        ("dog washing a car", "washing"),
        ("frog catching a fly with its tongue", "tongue"),
    ],
)
def test_what_is_done_with_gear_is_heard(library, sentence, action):
    assert read(sentence, library).doing.action == action


@pytest.mark.parametrize(
    ("sentence", "hero"),
    [
        ("wolf howling", "howling wolf"),
        ("geometric wolf howling at the moon", "howling wolf"),
        ("beagle howling", "howling beagle"),
        ("penguin sliding down a snowy hill", "sliding penguin"),
        ("huskies pulling a sled", "dog sled team"),
        ("five ducklings following their mother", "duck with five ducklings"),
        ("mother duck with her ducklings", "duck with four ducklings"),
        ("ducks in a row", "ducks in a row"),
        ("rowing crew of four", "rowing crew of four"),
    ],
)
def test_animals_and_crews_are_drawn_at_what_they_do(library, sentence, hero):
    understood = read(retold(sentence), library)
    assert understood.heroes[0].label == hero
    assert understood.count == 1


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("kids building a snowman", "build"),
        ("two girls whispering", "whisper"),
        ("couple decorating a christmas tree", "build"),
        ("robots shaking hands", "shake hands"),
        ("father and son playing catch", "catch"),
    ],
)
def test_what_two_do_together_is_one_act(sentence, act):
    assert act_of(sentence.split()) == act


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("postman being chased by a dog", "a dog chasing postman"),
        ("grandfather teaching his grandson to fish", "grandfather and his grandson fishing"),
        ("a boy teaching a dog how to knit", "a boy and a dog knitting"),
        ("cats playing poker around a table", "cats playing poker"),
        ("a man mowing the lawn", "a man pushing a lawn mower"),
        ("swimmer doing butterfly stroke", "swimmer swimming"),
        ("cowboy roping a calf", "cowboy with a lasso and a calf"),
        ("mum reading a story to her baby", "mum reading a book with her baby"),
    ],
)
def test_what_is_done_is_told_in_other_words(told, expected):
    assert retold(told) == expected


@pytest.mark.parametrize("sentence", ["robots shaking hands", "two bears in a snowball fight", "two bears boxing"])
def test_what_takes_two_is_done_by_two(library, sentence):
    assert read(sentence, library).partner is not None


def test_a_sleeping_dog_puts_nobody_else_to_sleep(library):
    assert read("fox sneaking past a sleeping dog", library).doing.action == ""
    assert read("a sleeping cat on a pile of books", library).doing.action == "sleeping"


def _slimness(figure):
    left, top, right, bottom = figure.silhouette.bounds
    return (right - left) / (bottom - top)


def test_a_horse_is_as_tall_as_whoever_is_with_it():
    boy, horse, mouse = character("boy"), character("horse"), character("mouse")
    assert _slimness(together(boy, [horse])) > _slimness(together(boy, [mouse]))


def test_of_two_on_a_seesaw_one_is_up(library):
    hero = cast(read("cat and dog on a seesaw", library), library, "sticker", 0, needs_subject=True).hero
    beside = cast(read("cat and dog", library), library, "sticker", 0, needs_subject=True).hero
    assert _slimness(hero) > 1.1 * _slimness(beside)


def test_what_two_build_stands_between_them_and_is_nobody(library):
    understood = read("kids building a snowman", library)
    assert (understood.partner.label, understood.held.label) == ("girl", "snowman")


def test_who_is_in_a_lap_is_on_no_head_and_beside_nobody(library):
    understood = read("crocheting granny with a cat in her lap", library)
    assert understood.doing.on_head == IN_THE_LAP
    assert understood.balanced.label == "cat"
    assert understood.companions == ()
    alone = cast(read("crocheting granny", library), library, "sticker", 0, needs_subject=True)
    with_cat = cast(understood, library, "sticker", 0, needs_subject=True)
    assert len(with_cat.hero.drawing.items) > len(alone.hero.drawing.items)
    assert with_cat.hero.silhouette.bounds[1] == pytest.approx(alone.hero.silhouette.bounds[1])


def test_ducks_that_are_fed_are_several(library):
    one, many = (pictures_of(read(f"a girl feeding {whom}", library), library).held for whom in ("a duck", "ducks"))
    assert len(many.items) > len(one.items)


def test_who_juggles_nothing_that_is_said_juggles_balls(library):
    clown = read("clown juggling", library).doing
    assert (clown.juggles, clown.holds, clown.tool) == (True, "", "")
    assert len(character("bear", Doing(juggles=True)).drawing.items) > len(character("bear").drawing.items)


def test_two_who_walk_go_hand_in_hand_and_the_dog_on_its_lead(library):
    understood = read("grandpa and grandson walking with a dog", library)
    apart = cast(read("grandpa and grandson with a dog", library), library, "sticker", 0, needs_subject=True)
    walking = cast(understood, library, "sticker", 0, needs_subject=True)
    assert walking.hero.drawing.items != apart.hero.drawing.items
