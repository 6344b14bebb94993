"""Who is remembered: the words and the name are set, whose name it is is drawn."""

from __future__ import annotations

import pytest

from pod.providers.embedded.retold import retold
from pod.providers.embedded.things import THINGS
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("typed", "lines", "shown"),
    [
        ("in memory of max, black labrador", ("in memory of", "max"), "black labrador"),
        ("in loving memory of our cat luna", ("in loving memory of", "luna"), "cat"),
        ("tabby cat with a halo, in memory of Jasper", ("in memory of", "Jasper"), "tabby cat"),
        ("my beagle buddy 2009 - 2024", ("buddy", "2009 - 2024"), "beagle"),
        ("paw print with angel wings, always in my heart", ("always in my heart",), "winged paw print"),
    ],
)
def test_a_pet_is_remembered_by_its_name(library, typed, lines, shown):
    voice = voice_of(typed, library)
    assert voice.lines == lines
    assert read_picture(voice, library).heroes[0].label == shown


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("dog paw print with wings and a halo", "haloed winged paw print"),
        ("paw print with a halo", "haloed paw print"),
        ("a red heart with a paw print inside", "paw print heart"),
        ("paws on my heart", "paw print heart"),
        ("paw prints under a rainbow", "rainbow paw print"),
        ("a beagle crossing the rainbow bridge", "rainbow bridge"),
        ("rainbow bridge cat", "rainbow bridge"),
    ],
)
def test_what_remembers_a_pet_is_one_picture(typed, thing):
    assert thing in THINGS
    assert thing in retold(typed)


def test_who_crosses_the_bridge_is_seen(library):
    understood = read("a beagle crossing the rainbow bridge", library)
    assert understood.heroes[0].label == "beagle"
