"""Who does what for a living, what they wear for it and what they hold, and when a person of that trade is drawn."""

from __future__ import annotations

import pytest

from pod.drawing.raster import rasterise
from pod.providers.embedded.characters import Doing, character
from pod.providers.embedded.characters.actions import PHRASES
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.trades import CALLED, TRADES, trade_of
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.people import people_called
from pod.providers.embedded.understanding import read


def test_a_trade_names_only_what_there_is(library):
    index = index_of(library)
    assert len(TRADES) >= 60
    assert {name for trade in TRADES.values() for name in trade.wears} <= set(WARDROBE)
    tools = {trade.holds for trade in TRADES.values() if trade.holds and trade.holds not in PROPS}
    assert {tool for tool in tools if index.labelled(tool) is None} == set()


def test_no_garment_of_a_trade_hides_another():
    for trade in TRADES.values():
        layers = [WARDROBE[name].layer for name in trade.wears]
        assert len(layers) == len(set(layers)), trade.name


def test_no_word_is_two_trades():
    words = [word for trade in TRADES.values() for word in (trade.name, *trade.also)]
    assert len(words) == len(set(words)) == len(CALLED)


def test_trades_are_told_apart():
    """By what they wear, hold, drive and do, on the same fox; a tool of the icon sets tells the rest apart."""
    seen: dict[bytes, str] = {}
    done = {" ".join(said): name for said, name in PHRASES}
    for trade in TRADES.values():
        if trade.holds and trade.holds not in PROPS:
            continue
        action = trade.does or next((done[word] for word in (trade.name, *trade.also) if word in done), "")
        doing = Doing(wears=trade.wears, holds=trade.holds, rides=trade.rides, action=action)
        figure = character("fox", doing)
        pixels = rasterise(figure.drawing, 96).tobytes()
        same = seen.setdefault(pixels, trade.name)
        assert same == trade.name or {same, trade.name} in _ALIKE, (same, trade.name)


_ALIKE = ({"king", "queen"}, {"cowboy", "cowgirl"}, {"baseball player", "baseball batter"})


@pytest.mark.parametrize(
    ("sentence", "wears", "holds"),
    [
        ("paramedic penguin", "medic cap", "first aid kit"),
        ("electrician raccoon", "tool belt", "light bulb tool"),
        ("plumber frog", "overalls", "plunger tool"),
        ("a judge with a gavel", "judge's wig", "gavel"),
        ("mail carrier", "mail bag", "letter"),
        ("police officer bulldog", "police cap", ""),
        ("a penguin working as a welder", "welding mask", "welding torch"),
    ],
)
def test_a_trade_dresses_whoever_has_it(library, sentence, wears, holds):
    doing = read(sentence, library).doing
    assert wears in doing.wears
    assert doing.holds == holds


def test_a_tool_of_the_icon_sets_is_held(library):
    assert read("a lifeguard duck", library).held.label == "ring buoy"
    assert read("butcher", library).held.label == "cut of meat"


def test_who_is_judging_is_no_judge():
    assert trade_of("judges") is TRADES["judge"]
    assert trade_of("judging") is None
    assert trade_of("glass") is None


def test_a_pirate_captain_is_a_pirate(library):
    assert read("penguin pirate captain", library).doing.wears == ("pirate hat", "eye patch")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("a nurse", "woman"),
        ("gardener with a wheelbarrow", "woman"),
        ("grandma knitting a scarf", "grandma"),
        ("fisherman in a boat at sunrise", "man"),
        ("my husband the plumber", "man"),
        ("a girl with a balloon", "girl"),
        ("nurse life", "stethoscope"),
        ("just a girl who loves goats", "goat"),
        ("dad and his old truck", "pickup truck"),
        ("a nurse cat", "cat"),
    ],
)
def test_people_are_drawn_where_a_sentence_shows_them(library, sentence, who):
    assert read(sentence, library).heroes[0].label == who


def test_several_trades_and_kin_are_people():
    assert people_called("kids") == ("boy", "girl")
    assert people_called("welders") == ("woman", "woman")
    assert people_called("toaster") == ()


@pytest.mark.parametrize(
    ("said", "who", "wears", "does"),
    [
        ("flamenco dancer", "woman", "flamenco dress", "dancing together"),
        ("belly dancer", "woman", "coin belt", "dancing together"),
        ("irish dancers", "woman", "dress", "dancing"),
        ("tap dancer", "man", "top hat", "dancing"),
        ("dj", "man", "headphones", "djing"),
    ],
)
def test_who_dances_is_dressed_for_it(said, who, wears, does):
    trade = trade_of(said)
    assert people_called(said)[0] == who
    assert wears in trade.wears
    assert trade.does == does


@pytest.mark.parametrize("said", ["flute player", "tuba player", "bagpiper", "cello player", "piano player", "bassist"])
def test_who_plays_something_is_a_person_with_it(library, said):
    understood = read(said, library)
    assert understood.heroes[0].species in ("man", "woman")
    assert understood.doing.holds or understood.doing.tool or understood.doing.action
