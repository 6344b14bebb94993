"""Crews, clubs and families are the people in them, machines stand behind whoever works with them."""

from __future__ import annotations

import pytest

from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.crews import peopled
from pod.providers.embedded.duos import instruments
from pod.providers.embedded.groups import DRIVEN, together
from pod.providers.embedded.hearing import scene_of, weather_of
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.kinds import STOOD_BEFORE
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nurse team with stethoscopes", "three nurses with stethoscopes"),
        ("book club", "three women reading books"),
        ("book club drinking wine", "three women drinking wine"),
        ("our fire crew", "three firefighters"),
        ("wild swimming club est 2019", "a woman swimming est 2019"),
        ("firefighter dad with his little son", "a man firefighter with his son"),
        ("police officer dad and his daughter", "a man police officer and his daughter"),
        ("my nan who loves knitting", "a nan knitting"),
        ("personalised mug for my nan who loves knitting", "a nan knitting"),
        ("zion national park hikers", "hikers in zion national park"),
        ("camping family at a fire", "a couple with two kids camping at a fire"),
        ("family of five hiking", "a couple with three kids hiking"),
        ("mom and two kids baking", "mom with two kids baking"),
        ("yellow school bus with kids", "kids in a yellow school bus"),
        ("beekeeper mom", "a woman beekeeper"),
        ("trucker dad", "a man trucker"),
        ("fishing crew", "three men fishing"),
        ("fencing team", "three fencers"),
        ("ballet class of little girls", "three ballerinas"),
        ("mom reading a story to two kids", "mom with two kids reading a book"),
        ("new orleans jazz band", "three jazz musicians in a band in new orleans"),
        ("girls trip to the beach with cocktails", "three women at the beach with cocktails"),
        ("redwood forest with a tiny hiker", "a tiny hiker in redwood forest"),
        ("female electrician on a ladder", "a woman electrician on a ladder"),
        ("soccer girl", "a girl soccer player"),
        ("mammoth cave explorer with a headlamp", "explorer in a mammoth cave with a headlamp"),
        ("family road trip in an rv", "a couple with two kids in an rv"),
        ("family in a canoe on a lake", "a couple with two kids in a canoe on a lake"),
        ("three sisters drinking wine", "three women drinking wine"),
        ("mother daughter hiking trip in the smokies", "mother and daughter hiking in the smokies"),
        ("wedding on the beach", "bride and groom on the beach"),
        ("a family of three on bikes at the beach", "a couple with a boy riding bikes at the beach"),
        ("hockey team with a trophy", "three hockey players with a trophy"),
        ("kayaking on a lake", "a man kayaking on a lake"),
        ("mountain biking in moab", "mountain biker in moab"),
        ("mug for my grandma who loves gardening", "a grandma gardening"),
        ("for my brother who loves fishing", "a brother fishing"),
        ("for my brother who loves frogs", "gift for my brother who loves frogs"),
        ("girls softball team with bats", "three girl softball players with bats"),
        ("marching band drummer", "drummer"),
        ("dog walking group in the park", "two women walking dogs in the park"),
        ("dad teaching his daughter to ride a bike", "daughter riding a bike with dad"),
        ("mom reading a story to twins", "mom with two kids reading a book"),
        ("lemonade stand with two girls", "two girls at a lemonade stand"),
        ("chef in a kitchen with a cat", "chef with a cat in a kitchen"),
        ("stargazing couple", "couple stargazing"),
        ("hospital nurse with a teddy bear", "nurse with a teddy bear"),
        ("beach bonfire with friends", "three friends around a campfire at the beach"),
        ("backyard barbecue with family", "a couple with two kids with a grill in the garden"),
        ("family in the mountains", "a couple with two kids in the mountains"),
        ("soccer team girls with a trophy", "three girl soccer players with a trophy"),
        ("fly fisherman in a river", "man fishing in a river"),
        ("cousin crew at the lake", "three kids at the lake"),
        ("rainy window with a cat looking out", "a cat looking out of a rainy window"),
    ],
)
def test_a_crew_is_said_as_its_people(typed: str, told: str) -> None:
    assert peopled(typed) == told


@pytest.mark.parametrize(
    "typed",
    [
        "soccer team logo with a lion",
        "fishing club with a trout",
        "penguin family",
        "nurse mom life",
        "a bear family hiking",
    ],
)
def test_a_mark_or_a_saying_stays_what_it_is(typed: str) -> None:
    assert peopled(typed) == typed


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("three pickleball players", 3), ("four firefighters", 4), ("family of five hiking in the woods", 5)],
)
def test_as_many_are_drawn_as_were_said(library: MotifLibrary, sentence: str, number: int) -> None:
    understood = read(sentence, library)
    assert understood.partner is not None
    assert 2 + len(understood.others) == number


def test_every_machine_that_people_stand_before_can_be_drawn(library: MotifLibrary) -> None:
    labels = {choice.label for choice in index_of(library).choices.values()}
    assert labels >= STOOD_BEFORE


def _height(one: Subject) -> float:
    _, top, _, bottom = one.silhouette.bounds
    return float(bottom - top)


def test_an_excavator_is_larger_beside_a_builder_than_beside_a_ball() -> None:
    assert "excavator" in DRIVEN
    builder, cat = character("man"), character("cat")
    digger = thing("excavator")
    wide = together(builder, [digger]).silhouette.bounds[2]
    assert _height(together(builder, [digger])) / wide < _height(together(cat, [digger])) / wide


def test_each_of_a_band_plays_something_else() -> None:
    assert len({"saxophone", *instruments("saxophone", ("jazz", "band"), 2)}) == 3
    assert instruments("saxophone", ("three", "men"), 2) == ("saxophone", "saxophone")


def test_a_squad_that_is_lettered_is_drawn_too(library: MotifLibrary) -> None:
    voice = voice_of("cheerleader squad with pom poms", library)
    assert voice.words == "cheerleader squad"
    assert read_picture(voice, library).doing.holds == "pom poms"


def test_a_village_in_the_snow_has_houses() -> None:
    words = ("snowy", "village")
    assert scene_of(words) == "snow_village"
    assert set(weather_of(words)) == {"snowing"}


@pytest.mark.parametrize(
    ("sentence", "hero"),
    [
        ("house painter on a ladder", "man"),
        ("crossing guard with kids", "woman"),
        ("wildland firefighter in front of a fire", "man"),
    ],
)
def test_who_does_a_job_is_drawn_as_a_person(library: MotifLibrary, sentence: str, hero: str) -> None:
    assert read(sentence, library).heroes[0].label == hero


def test_nobody_is_in_the_jar_of_fireflies_nor_in_a_hat_for_the_tree(library: MotifLibrary) -> None:
    assert read("boy catching fireflies in a jar", library).doing.inside == ""
    tree = read("kids decorating a christmas tree", library)
    assert tree.doing.wears == ()
    assert tree.held.label == "Christmas tree"


@pytest.mark.parametrize(("sentence", "label"), [("a red house by the sea", "house"), ("houses by the sea", "houses")])
def test_a_house_is_not_houses_as_well(library: MotifLibrary, sentence: str, label: str) -> None:
    understood = read(sentence, library)
    assert understood.heroes[0].label == label
    assert not understood.companions


@pytest.mark.parametrize(
    ("sentence", "picture"),
    [
        ("crazy plant lady with monstera and cactus", "a woman watering monstera and cactus"),
        ("crazy cat lady with three cats", "a woman with three cats"),
        ("volleyball mom with a ball", "volleyball"),
        ("maple creek softball league with ball and bats", "softball and baseball bats"),
    ],
)
def test_what_a_motto_is_shown_with_is_its_own(sentence: str, picture: str, library: MotifLibrary) -> None:
    assert voice_of(sentence, library).picture == picture
