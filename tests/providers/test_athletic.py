"""People at a sport are long of limb; animals, costumes, gowns and full hands are drawn as they were."""

import pytest

from pod.providers.embedded.characters.athletic import facing, stance_for
from pod.providers.embedded.characters.build import BONES
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.known_by import told_apart
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.stances import ALOFT, STANCES

WOMAN = SPECIES["woman"]


def _doing(name: str) -> Doing:
    if name == "finish line":
        return Doing(action="running", inside=name)
    return Doing(rides=name) if name in RIDDEN else Doing(action=name)


RIDDEN = {"skateboard", "surfboard", "snowboard", "skis", "ice skates", "roller skates"}


@pytest.mark.parametrize("name", STANCES)
def test_a_person_at_a_sport_is_drawn_as_an_athlete(name):
    assert stance_for(WOMAN, _doing(name), laden=False) is STANCES[name]
    assert character("woman", _doing(name)).drawing.items


@pytest.mark.parametrize("name", STANCES)
def test_an_athletes_head_is_a_smaller_part_of_the_figure(name):
    """Above the hips is less than the limbs need: nobody is a head on two feet."""
    build = STANCES[name].build
    joints = (build.head, *build.hands, *build.feet)
    tall = max(y for _, y in joints) - min(y for _, y in joints)
    wide = max(x for x, _ in joints) - min(x for x, _ in joints)
    assert max(tall, wide) > 3 * 120


@pytest.mark.parametrize("name", ALOFT)
def test_who_jumps_on_a_board_is_in_the_air(name):
    flying = stance_for(WOMAN, Doing(rides=name, action="jumping"), laden=False)
    assert flying is ALOFT[name]


@pytest.mark.parametrize(
    ("who", "doing", "laden"),
    [
        ("bear", Doing(action="running"), False),
        ("woman", Doing(action="running", costume="banana"), False),
        ("woman", Doing(action="running", wears=("gown",)), False),
        ("woman", Doing(action="running", holds="cup"), False),
        ("woman", Doing(action="running"), True),
        ("woman", Doing(action="running", inside="bathtub"), False),
        ("woman", Doing(action="sleeping"), False),
    ],
)
def test_others_are_drawn_as_they_were(who, doing, laden):
    assert stance_for(SPECIES[who], doing, laden=laden) is None


def test_the_number_that_was_said_is_on_the_shirt():
    plain, numbered = (character("man", Doing(action="saving a puck", number=number)) for number in ("", "31"))
    assert len(numbered.drawing.items) > len(plain.drawing.items)
    assert numbered.one_way


@pytest.mark.parametrize("who", ["bigfoot", "yeti", "alien", "robot", "astronaut", "gorilla"])
def test_who_goes_upright_is_long_of_limb_and_wears_nothing_for_it(who):
    stance = stance_for(SPECIES[who], Doing(rides="surfboard"), laden=False)
    assert stance.build is STANCES["surfboard"].build
    assert stance.kit.bottom != STANCES["surfboard"].kit.bottom


def test_a_skeleton_at_a_sport_goes_on_its_bones():
    stance = stance_for(SPECIES["skeleton"], Doing(rides="surfboard"), laden=False)
    assert (stance.build, stance.kit.legs) == (STANCES["surfboard"].build, BONES)


def test_who_is_known_by_a_suit_keeps_it_at_a_sport_and_stands_at_ease_on_a_board():
    santa = SPECIES["santa"]
    kit = stance_for(santa, Doing(action="basketball"), laden=False).kit
    assert (kit.bottom, kit.sleeves, kit.legs) == (santa.torso, "long", "long")
    assert stance_for(santa, Doing(rides="surfboard"), laden=False) is None


def test_two_who_dance_hand_in_hand_face_each_other():
    left, right = (facing(Doing(action="dancing together", gesture=f"twirl {side}")) for side in ("right", "left"))
    assert left.apply(0, 0) != right.apply(0, 0)


def test_a_skeleton_shows_its_teeth_and_medusa_her_head():
    drinks = told_apart(SPECIES["skeleton"], Doing(action="drinking", holds="cup"))
    assert drinks.action == "cup aside"
    assert told_apart(SPECIES["bear"], Doing(action="drinking", holds="cup")).action == "drinking"
    assert told_apart(SPECIES["medusa"], Doing()).action == "portrait"
    assert told_apart(SPECIES["medusa"], Doing(action="dancing")).action == "dancing"


def test_bigfoot_walks_off_and_a_goat_keeps_its_horns_free():
    assert told_apart(SPECIES["bigfoot"], Doing(wears=("santa hat",))).action == "striding"
    assert told_apart(SPECIES["bigfoot"], Doing(holds="cup")).action == ""
    assert told_apart(SPECIES["goat"], Doing(action="yoga")).action == "meditating"
    assert told_apart(SPECIES["cat"], Doing(action="yoga")).action == "yoga"
