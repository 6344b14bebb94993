"""Athletes are drawn at what they are known by, and so is whoever else does the same."""

from __future__ import annotations

import pytest

from pod.providers.embedded.characters.actions import ACTIONS
from pod.providers.embedded.characters.athletes import ATHLETES
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.characters.trades import TRADES
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.subjects import place
from pod.providers.embedded.understanding import read


def test_every_trade_does_what_can_be_drawn():
    assert {trade.does for trade in TRADES.values() if trade.does} <= ACTIONS.keys()


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("baseball pitcher", "pitching"),
        ("softball batter girl", "batting"),
        ("a frog playing baseball", "batting"),
        ("baseball catcher", "behind the plate"),
        ("hockey goalie making a save", "saving a puck"),
        ("goalkeeper diving for the ball", "diving for a ball"),
        ("quarterback", "football"),
        ("tennis player", "tennis"),
        ("dog playing ping pong", "table tennis"),
        ("grandpa golfing", "golf"),
        ("fencer", "fencing"),
        ("rower in a boat", "rowing"),
        ("girl diving into a pool", "diving in"),
        ("firefighter carrying a hose", "hosing"),
        ("sloth hanging upside down from a branch reading a book", "upside down"),
        ("black belt karate girl kicking", "kicking high"),
        ("soccer player", "soccer"),
        ("rock climber", "climbing"),
    ],
)
def test_it_is_seen_what_they_do(library, text, action):
    assert read(text, library).doing.action == action


@pytest.mark.parametrize(
    ("text", "held"), [("tennis player holding a trophy", "trophy"), ("golfer holding a beer", "beer")]
)
def test_who_has_something_else_in_hand_is_at_no_sport(library, text, held):
    doing = read(text, library)
    assert doing.doing.action == ""
    assert held in (doing.doing.holds, doing.held.label if doing.held else "")


def test_a_tennis_player_is_one(library):
    assert read("tennis player", library).count == 1
    assert read("tennis player", library).partner is None
    assert read("tennis players", library).partner is not None


def test_a_place_that_the_act_has_already_is_drawn_once(library):
    assert read("rower in a boat", library).doing.rides == ""
    assert read("sloth hanging upside down from a branch", library).doing.inside == ""


def test_who_kicks_no_ball_kicks_high_with_bare_feet():
    girl = character("girl", Doing(action="kicking high"))
    assert SPECIES["girl"].feet
    assert SPECIES["girl"].feet not in girl.drawing.inks()
    assert girl.drawing != character("girl", Doing(action="kicking")).drawing


@pytest.mark.parametrize("name", ATHLETES)
@pytest.mark.parametrize("who", ["fox", "bear", "duck"])
def test_whoever_does_it_has_it_around_them(name, who):
    assert character(who, Doing(action=name)).silhouette.area > character(who).silhouette.area


def test_mountain_bikers_ride_no_motorcycle(library):
    assert read("mountain biker", library).doing.rides == "bicycle"
    assert read("biker on a motorcycle", library).doing.rides == "motorcycle"


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        ("ice hockey cat", "cat", "hockey"),
        ("soccer dog", "dog", "soccer"),
        ("a golf panda", "panda", "golf"),
        ("tennis frog", "frog", "tennis"),
    ],
)
def test_an_animal_of_a_sport_plays_it(library, text, who, action):
    understood = read(text, library)
    assert (understood.heroes[0].can_be_character, understood.doing.action) == (who, action)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("man throwing a football", "football"),
        ("boy throwing a baseball", "pitching"),
        ("soccer girl kicking a ball", "soccer"),
        ("hockey player shooting a puck", "hockey"),
        ("baseball player with a bat", "batting"),
    ],
)
def test_a_game_has_its_own_ball_and_no_second_one(library, text, action):
    understood = read(text, library)
    assert understood.doing.action == action
    assert not understood.doing.holds
    assert (understood.held, understood.companions) == (None, ())


@pytest.mark.parametrize(
    ("text", "label"),
    [("butcher with a cleaver", "cleaver"), ("a bear holding a trophy", "trophy"), ("window washer", "squeegee")],
)
def test_tools_and_prizes_are_held_up(library, text, label):
    understood = read(text, library)
    assert understood.held.label == label
    assert understood.doing.lifts


def test_a_mug_is_held_beside_a_stethoscope_and_not_before_it():
    alone = character("woman", Doing(holds="clipboard")).silhouette
    beside = character("woman", Doing(holds="clipboard", wears=("stethoscope",))).silhouette
    assert beside.bounds[2] > alone.bounds[2]


def test_a_tray_of_drinks_is_carried_and_not_drunk(library):
    assert read("waitress carrying a tray of drinks", library).doing.action == "with a tray"
    assert read("a cat drinks milk", library).doing.action == "drinking"


@pytest.mark.parametrize(
    ("text", "held"), [("referee showing a red card", "red card"), ("referee with a yellow card", "yellow card")]
)
def test_a_referee_shows_a_card(library, text, held):
    assert read(text, library).doing.holds == held


def test_a_whistle_hangs_around_a_neck(library):
    assert "whistle" in read("coach with a whistle", library).doing.wears


def test_a_number_is_never_mirrored():
    player = character("man", Doing(wears=("red jersey",), number="12"))
    assert place(player, 0, 0, 100, flip=True).drawing == place(player, 0, 0, 100).drawing
    plain = character("man", Doing(action="pitching"))
    assert place(plain, 0, 0, 100, flip=True).drawing != place(plain, 0, 0, 100).drawing


def test_a_child_on_shoulders_is_above_the_head(library):
    understood = read("dad carrying his daughter on his shoulders", library)
    assert understood.heroes[0].label == HOUSEHOLD
    assert understood.held is None
