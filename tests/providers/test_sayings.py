"""What is said rather than shown is set in type, as it was typed; so is a sentence that no picture is found for."""

from __future__ import annotations

import pytest

from pod.lettering import letter, set_type
from pod.providers.embedded.designer import NOBODY_FOUND, draw
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.layouts.room import ROOMS, Asked
from pod.providers.embedded.sayings import MOST_LETTERS, own_words, saying
from pod.providers.embedded.voice import read_picture, voice_of

CLOTH = "#f4f1ea"
SAID = [
    "i run on iced coffee",
    "drink local beer",
    "just a girl who loves farm life",
    "i like my cat hair",
    "life is better at the lake house",
    "happy anniversary mom and dad",
    "dogs are better than people",
    "not all who wander are lost",
    "best mom ever",
    "i'd rather be reading",
    "be kind",
    "powered by coffee and chaos",
    "class of 2026",
    "the Johnson family reunion 2026",
    "our little farm, est 2015",
    "taco tuesday",
    "the mountains are calling",
    "this librarian runs on coffee",
    "i run on iced coffee and true crime",
    "introverts unite seperately in your own homes",
    "best friends forever",
    "plant mum",
    "cat lady for life",
    "sew much fabric so little time",
    "espresso yourself",
    "nurses call the shots",
    "easily distracted by dogs",
    "thanks a latte",
    "save water drink wine",
    "bachelorette weekend nashville",
    "not today satan",
    "just a girl who loves frogs",
    "i like big books",
    "mama needs wine",
    "talk to the paw",
    "emotionally attached to my cat",
    "life is better with dogs",
    "easily distracted by plants and dogs",
    "i love guinea pigs",
    "save the sea turtles",
]
IN_PART = [
    ("you make my heart melt snowman", "you make my heart melt"),
    ("you're so fetch golden retriever", "you're so fetch"),
    ("made in the 90s gameboy", "made in the 90s"),
    ("thanks for being an awesome coach soccer", "thanks for being an awesome coach"),
    ("my heart is on that field baseball", "my heart is on that field"),
    ("welcome to the farm sheep", "welcome to the farm"),
    ("family reunion 2025 the Johnson family oak tree", "family reunion 2025 the Johnson family"),
    ("happy birthday tom and lisa cake", "happy birthday tom and lisa"),
    ("sloth in a hammock, do not disturb", "do not disturb"),
    ("goose with a knife, peace was never an option", "peace was never an option"),
    ("stay weird, alien riding a bicycle", "stay weird"),
    ("nope, not today!", "not today!"),
    ("class of 2026 graduation owl", "class of 2026"),
    ("happy camper tent under the stars", "happy camper"),
    ("rise and shine sun", "rise and shine"),
    ("go with the flow, jellyfish", "go with the flow"),
    ("vote, dinosaur", "vote"),
    ("best friends forever, two penguins hugging", "best friends forever"),
    ("crazy plant lady surrounded by plants", "crazy plant lady"),
    ("best teacher ever apple and pencil", "best teacher ever"),
    ("soccer mom ball and heart", "soccer mom"),
    ("chess club knight and queen", "chess club"),
    ("team bride bachelorette cowgirl boots and hat", "team bride bachelorette"),
    ("girls trip miami flamingo and palm trees", "girls trip miami"),
    ("bride to be bachelorette crew nashville cowboy boots pink", "bride to be bachelorette crew nashville"),
    ("senior 2026 graduation cap", "senior 2026"),
    ("happy birthday mia unicorn and rainbow", "happy birthday mia"),
    ("thank you mrs smith apple and books", "thank you mrs smith"),
    ("the miller family reunion oak tree", "the miller family reunion"),
    ("but first coffee skeleton holding a cup", "but first coffee"),
    ("not a morning person sloth", "not a morning person"),
    ("support your local farmers tractor", "support your local farmers"),
    ("olive you so much jar of olives", "olive you so much"),
    ("alpaca my bags llama with suitcase", "alpaca my bags"),
    ("let's avo-cuddle two avocados", "let's avo-cuddle"),
    ("trust me i'm an engineer gear", "trust me i'm an engineer"),
]
PICTURED = [
    ("best grandpa ever fishing at sunset", "best grandpa ever", "grandpa fishing at sunset"),
    ("world's best grandma knitting", "world's best grandma", "grandma knitting"),
    ("chess club knight and queen", "chess club", "chess knight and queen"),
    ("soccer mom ball and heart", "soccer mom", "soccer ball and heart"),
    ("worlds okayest dad mug with a lawnmower", "worlds okayest dad", "a lawnmower"),
]
SHOWN = [
    "a fox reading a book under the moon",
    "a dog that is asleep on the couch",
    "dogs are playing poker",
    "gnome with a watering can",
    "i want a cat on a bike",
    "gift for my sister, she is obsessed with frogs",
    "a sticker for the club",
    "pov you are a raccoon in a hot tub",
    "tree of life",
    "my corgi Biscuit",
    "we are a bakery with a cat",
    "an old lady with a parrot",
    "a horse running on the beach",
    "my dad fishing",
    "a girl in the rain, umbrella",
    "sunset, palms",
    "a farm girl on a tractor",
    "",
]


TOLD = [
    "a cat, no words please",
    "a skull, do not add any text",
    "don't use any text",
    "no text, just a pattern",
    "make sure there is no text",
    "a bear. use dark colours. no background",
    "a wolf, keep it simple",
    "an old motorcycle, must be black and white",
    "make the background transparent",
    "please make it pink and fun",
    "we are getting married and want a logo",
    "surprise me",
    "something cool",
    "whatever you like, in blue",
]
"""What whoever draws is told, which nobody wants to wear."""


@pytest.mark.parametrize("sentence", TOLD)
def test_what_is_told_about_the_design_is_set_on_nothing(said, sentence):
    assert (said(sentence), own_words(sentence)) == ("", "")


@pytest.mark.parametrize("sentence", ["keep calm and carry on", "never give up", "no drama llama club"])
def test_what_only_begins_like_an_order_is_a_saying(said, sentence):
    assert said(sentence) == sentence


def test_of_a_saying_and_an_order_only_the_saying_is_set(said):
    assert said("be kind, no background") == "be kind"


@pytest.fixture(scope="module")
def said(library):
    index = index_of(library)

    def is_animal(word: str) -> bool:
        key = index.exact((word,))
        return bool(key) and index.is_creature(index.choices[key])

    return lambda sentence: saying(sentence, is_animal, is_named=lambda word: bool(index.exact((word,))))


@pytest.mark.parametrize("sentence", SAID)
def test_a_saying_is_set_as_it_was_typed(said, sentence):
    assert said(sentence) == sentence


@pytest.mark.parametrize(("sentence", "words"), IN_PART)
def test_beside_a_picture_only_what_is_said_is_set(said, sentence, words):
    assert said(sentence) == words


@pytest.mark.parametrize("sentence", SHOWN)
def test_what_tells_of_a_picture_or_of_whom_it_is_for_is_never_set(said, sentence):
    assert said(sentence) == ""


@pytest.mark.parametrize(
    "sentence", [*SAID, *(sentence for sentence, _ in IN_PART), "a gift for my dad who loves blorps"]
)
def test_what_is_set_is_one_piece_of_what_was_screened(said, sentence):
    assert (said(sentence) or own_words(sentence)) in sentence


def test_what_is_too_long_to_be_read_is_not_set(said):
    assert said("i " + "really " * 20 + "like it") == ""
    assert own_words("blorp " * 20) == ""
    assert len(own_words("blorp " * (MOST_LETTERS // 6)).split()) == MOST_LETTERS // 6


def test_what_is_listed_after_a_saying_is_seen_and_not_set(library):
    known = {"map", "compass", "olives"}
    for sentence, words in (
        ("let's get lost, map and compass", "let's get lost"),
        ("olive you, two olives", "olive you"),
    ):
        assert saying(sentence, lambda _word: False, is_named=known.__contains__) == words


# --- as designs


@pytest.mark.parametrize(
    ("sentence", "hero"),
    [
        ("this librarian runs on coffee", "cup of coffee"),
        ("happy camper tent under the stars", "tent"),
        ("keep calm and knit on", "yarn"),
        ("too cool for school, a dinosaur", "T-Rex"),
    ],
)
def test_beside_the_words_stands_what_they_are_about(data_dir, sentence, hero):
    design = draw(sentence, data_dir=data_dir, seed=1, cloth_rgb=CLOTH)
    assert design.facts["hero"] == hero
    assert design.words


def test_a_long_saying_is_broken_and_not_made_small(data_dir):
    short, long = (
        draw(said, data_dir=data_dir, seed=0, layouts=["burst"], cloth_rgb=CLOTH)
        for said in ("dogs are better", "dogs are better than people and so much softer too")
    )
    assert short.slots[0].max_lines < long.slots[0].max_lines
    assert set_type(letter(long.words, long.slots[0], cloth_rgb=CLOTH)).cap_height > 0.05


@pytest.mark.parametrize("seed", range(4))
def test_where_nothing_is_found_the_words_are_the_design_and_the_notes_say_so(data_dir, seed):
    design = draw("zxqv blorp", data_dir=data_dir, seed=seed, cloth_rgb=CLOTH)
    assert design.words.lower() == "zxqv blorp"
    assert letter(design.words, design.slots[0], cloth_rgb=CLOTH).text == design.words
    (told,) = design.notes
    assert told.startswith("No picture was found for this sentence, so its own words are set")
    assert "Give it other words, or name an animal" in told


def test_four_candidates_of_nothing_but_words_have_four_ornaments_in_four_palettes(data_dir):
    designs = [draw("zxqv blorp", data_dir=data_dir, seed=seed) for seed in range(4)]
    assert {design.layout for design in designs} == {"typographic"}
    assert (
        len({len(design.drawing.items) for design in designs}) == len({design.palette.name for design in designs}) == 4
    )


@pytest.mark.parametrize("seed", range(3))
def test_a_saying_stands_beside_the_picture_that_it_names(data_dir, seed):
    design = draw("dogs are better than people", data_dir=data_dir, seed=seed)
    assert design.facts["hero"] == "dog"
    assert design.words.lower() == "dogs are better than people"
    assert ROOMS[design.layout].letters >= len(design.words)
    assert not any("“better”" in note for note in design.notes), "what is written is not missing"


def test_nothing_is_set_over_a_picture_that_shows_what_was_asked(data_dir):
    assert draw("a fox reading a book", data_dir=data_dir, seed=1).words == ""


def test_whoever_gives_words_gets_those_alone(data_dir):
    assert draw("be kind", data_dir=data_dir, seed=1, room=Asked(letters=5)).words == ""


def test_what_no_face_can_set_is_ornament_as_before(data_dir):
    design = draw("\U00013080\U00013081 \U00013082", data_dir=data_dir, seed=1)
    assert design.words == ""
    assert NOBODY_FOUND in design.notes


@pytest.mark.parametrize(
    "sentence",
    [
        "sieg in gothic letters heil",
        "hello in gothic letters kitty",
        "just in varsity letters do it",
        "hello in 2 colors kitty",
    ],
)
def test_nothing_is_set_that_was_joined_by_a_cut(data_dir, sentence):
    assert draw(sentence, data_dir=data_dir, seed=1).words == ""


def test_the_face_may_be_told_beside_a_saying(data_dir):
    assert draw("best mom ever in gothic letters", data_dir=data_dir, seed=1).words.casefold() == "best mom ever"


@pytest.mark.parametrize("sentence", ['"cat"', "“beagle mom”", "'cat' 'hat'"])
def test_a_sentence_of_nothing_but_quotations_is_drawn(data_dir, sentence):
    assert draw(sentence, data_dir=data_dir, seed=1).layout


@pytest.mark.parametrize(
    ("sentence", "words", "shown"),
    [
        ("lake life with canoe paddles", "lake life", "canoe"),
        ("feeling cute might delete later raccoon", "feeling cute might delete later", "raccoon"),
        ("nope not today sloth", "nope not today", "sloth"),
        ("sweet but prickly cactus", "sweet but prickly", "cactus"),
        ("go outside bear", "go outside", "bear"),
        ("coffee first adventure later", "coffee first adventure later", "coffee"),
    ],
)
def test_a_motto_ends_before_whoever_it_is_shown_with(library, sentence, words, shown):
    voice = voice_of(sentence, library)
    assert " ".join(voice.lines) == words
    assert shown in voice.picture


@pytest.mark.parametrize(("sentence", "words", "picture"), PICTURED)
def test_beside_a_motto_its_picture_is_drawn_with_who_or_what_the_motto_tells_of(library, sentence, words, picture):
    voice = voice_of(sentence, library)
    assert (voice.words, voice.picture) == (words, picture)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("maple street bakery est 1962", "sourdough loaf"),
        ("green thumb landscaping", "garden tools"),
        ("joe's auto repair", "wrench"),
    ],
)
def test_a_house_whose_name_stands_alone_shows_the_sign_of_its_trade(library, sentence, shown):
    assert read_picture(voice_of(sentence, library), library).heroes[0].label == shown
