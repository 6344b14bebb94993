"""A leopard heart is a heart in a print, and the leopard of another sentence stays one."""

from __future__ import annotations

import pytest
from shapely.geometry.base import BaseGeometry

from pod.drawing.display import Group
from pod.providers.embedded.printed import MARKS, in_print, shape_first
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("a leopard print heart", "a heart leopardprint"),
        ("plaid deer", "deer plaidprint"),
        ("tie-dye peace sign", "peace sign tiedyeprint"),
        ("buffalo plaid moose", "moose buffaloplaidprint"),
        ("leopard heart", "leopard heart"),
        ("leopard print pattern", "leopard print pattern"),
        ("striped heart pattern", "striped heart pattern"),
        ("zebra on a hill", "zebra on a hill"),
    ],
)
def test_the_shape_comes_first_and_its_print_in_one_word_last(said, read_as):
    assert shape_first(said) == read_as


@pytest.mark.parametrize("sentence", ["leopard print heart", "plaid heart", "checkered heart"])
def test_the_hero_is_the_shape_and_no_note_speaks_of_the_print(library, sentence):
    understood = read(sentence, library)
    assert understood.heroes[0].label == "red heart"
    assert not MARKS & {*understood.unknown, *understood.unheard}


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_every_print_fills_the_outline_and_nothing_beyond_it(mark):
    plain = thing("red heart")
    printed = in_print(plain, ("heart", mark))
    assert any(isinstance(item, Group) for item in printed.drawing.items)
    assert _share(printed.silhouette) == pytest.approx(_share(plain.silhouette), rel=0.04)


def _share(area: BaseGeometry) -> float:
    """Of its own box: what reached over the outline would raise it."""
    left, top, right, bottom = area.bounds
    return area.area / ((right - left) * (bottom - top))


def test_what_is_in_no_print_stays_as_it_is():
    plain = thing("red heart")
    assert in_print(plain, ("heart",)) is plain
