"""Several stand round what is between them; one alone does not, and bees fly."""

from __future__ import annotations

import pytest

from pod.providers.embedded.groups import together
from pod.providers.embedded.placing import before_crossed, gathered_round
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "between"),
    [
        ("three witches around a cauldron", "cauldron"),
        ("friends around a campfire", "campfire"),
        ("kids around a christmas tree", "Christmas tree"),
    ],
)
def test_what_they_are_around_is_led_by_that_word(library, sentence, between):
    understood = read(sentence, library)
    assert (between, "around") in understood.leads
    assert understood.count > 1 or understood.partner


def test_a_pot_stands_before_them_and_a_tree_behind():
    people = thing("snowman couple")
    pot, tree = (gathered_round(people, [thing(name)]) for name in ("cauldron", "apple tree"))
    tops = [one.silhouette.bounds[3] - one.silhouette.bounds[1] for one in (pot, tree)]
    assert tops[1] > tops[0]


@pytest.mark.parametrize(
    ("sentence", "behind"),
    [("skull with crossed wrenches", "crossed spanners"), ("skull with crossed drumsticks", "crossed drumsticks")],
)
def test_a_skull_is_before_what_is_crossed(library, sentence, behind):
    understood = read(sentence, library)
    skull, two = (thing(name) for name in ("deer skull", behind))
    assert behind in [choice.label for choice in understood.companions]
    assert len(before_crossed(skull, two).drawing.items) > len(skull.drawing.items)


def test_gulls_fly_clear_of_the_beams_of_a_lighthouse():
    plain = thing("striped lighthouse")
    whole = together(plain, [thing("flying seagull")])
    assert whole.silhouette.bounds[3] <= plain.silhouette.bounds[3] + 1
    assert whole.silhouette.bounds[2] > plain.silhouette.bounds[2]
