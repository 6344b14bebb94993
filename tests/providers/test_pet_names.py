"""What a pet is called is set without “called” before it; what only stands beside an animal is no name."""

from __future__ import annotations

import pytest

from pod.providers.embedded.voice import read_picture, voice_of

NAMED = [
    ("my dachshund frank in a yellow raincoat", "frank", "dachshund"),
    ("our cat milo asleep on a stack of books", "milo", "cat"),
    ("our golden retriever tucker with a tennis ball", "tucker", "golden retriever"),
    ("our great dane moose with a birthday cake", "moose", "great dane"),
    ("biscuit the beagle in a bow tie", "biscuit the beagle", "beagle"),
    ("steve the cactus with sunglasses", "steve the cactus", "cactus"),
    ("mr whiskers the cat detective", "mr whiskers the cat", "cat"),
    ("luna my black cat with a moon", "luna", "black cat"),
    ("two cats named luna and milo on a windowsill", "luna and milo", "cat"),
    ("our dogs max and bella at the beach", "max and bella", "dog"),
    ("milo & otis cat and dog best friends", "milo & otis", "cat"),
    ("the duke of barkington, a regal dog with a crown", "the duke of barkington", "dog"),
    ("three cats named salt pepper and paprika", "salt pepper and paprika", "cat"),
    ("happy gotcha day willow the greyhound", "happy gotcha day\nwillow the greyhound", "greyhound"),
    ("grandpa joe fishing", "grandpa joe", "grandpa"),
    ("ella's first birthday bunny", "ella's first birthday", "rabbit face"),
]


@pytest.mark.parametrize(("sentence", "name", "hero"), NAMED)
def test_a_name_is_set_and_whose_it_is_is_drawn(library, sentence, name, hero):
    voice = voice_of(sentence, library)
    assert voice.words == name
    assert read_picture(voice, library).heroes[0].label == hero


@pytest.mark.parametrize(
    "sentence",
    [
        "my horse trailer with hay",
        "my cat dressed as a pirate",
        "our dog chasing a squirrel",
        "feed the birds",
        "my cat loaf",
        "two dogs and a cat",
        "a great horned owl",
    ],
)
def test_what_only_stands_beside_an_animal_is_no_name(library, sentence):
    assert not [line for line in voice_of(sentence, library).lines if line != sentence]
