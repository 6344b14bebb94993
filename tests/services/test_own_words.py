"""Words that nobody asked for: set when the drawing that was made for them is chosen, and taken out or changed like any."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pod.model.lettering import LetteringEffect, LetteringLook
from pod.providers.base import Outcome, OutcomeKind, Picture
from tests.doubles.studio import SIDE_PX
from tests.services.bench import SHOPPER


def _picture() -> bytes:
    made, picture = io.BytesIO(), Image.new("RGBA", (SIDE_PX, SIDE_PX), (0, 0, 0, 0))
    picture.paste((200, 30, 30, 255), (SIDE_PX // 4, SIDE_PX // 4, SIDE_PX * 3 // 4, SIDE_PX * 3 // 4))
    picture.save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def spoken(bench):
    _draws(bench, "BE KIND")
    return bench


def _draws(bench, *own_words):
    for words in own_words:
        picture = Picture(_picture(), facts={"words": words}, border_meant=True)
        drawn = Outcome(OutcomeKind.OK, picture, "studio-1", request_id="1", cost=bench.studio.price)
        bench.studio.submits.append(drawn)


def _chosen(bench, design, n):
    version = bench.designs.choose(SHOPPER, design.id, n)
    bench.run()
    return _words(version)


def _words(version):
    return version.recipe.lettering.text if version.recipe.lettering else ""


def test_the_drawings_own_words_are_set_when_it_is_chosen(spoken):
    design = spoken.drawn()
    assert _words(spoken.designs.choose(SHOPPER, design.id, 1)) == "BE KIND"


def _shown(bench, file):
    with Image.open(io.BytesIO(bench.tools.files.open(file))) as picture:
        return picture.convert("RGBA")


def test_the_small_picture_shows_them_and_what_is_printed_is_the_same_wordless_drawing(spoken):
    design = spoken.drawn()
    artwork = spoken.designs.artwork(SHOPPER, design.candidates[0].artwork_id)
    worded, bare = (_shown(spoken, file) for file in (artwork.worded, artwork.preview))
    assert worded.size == bare.size
    assert worded.tobytes() != bare.tobytes()
    assert spoken.designs.recipe_for(SHOPPER, design.id, 1).artwork.sha256 == artwork.file.sha256
    assert len(spoken.studio.asked) == 1, "no second drawing"


def test_a_drawing_without_words_of_its_own_has_one_small_picture(bench):
    design = bench.drawn()
    assert bench.designs.artwork(SHOPPER, design.candidates[0].artwork_id).worded is None


def test_words_that_were_asked_for_come_before_those_of_the_drawing(spoken):
    design = spoken.drawn(lettering="HELLO")
    assert _words(spoken.designs.choose(SHOPPER, design.id, 1)) == "HELLO"


def test_words_that_were_taken_out_do_not_come_back(spoken):
    design = spoken.drawn()
    assert _words(spoken.designs.choose(SHOPPER, design.id, 1))
    assert _words(spoken.designs.edit(SHOPPER, design.id, lettering="")) == ""
    assert spoken.designs.recipe_for(SHOPPER, design.id, 1).lettering is None


def test_a_look_that_the_words_were_not_measured_in_never_keeps_a_drawing_from_being_chosen(spoken):
    design = spoken.drawn(look=LetteringLook("great-vibes", effect=LetteringEffect.INLINE))
    assert _words(spoken.designs.choose(SHOPPER, design.id, 1)) == "BE KIND"


@pytest.mark.parametrize("second", ["Be kind", ""])
@pytest.mark.parametrize("first", ["BE KIND", ""])
def test_another_drawing_is_chosen_with_its_own_words_and_not_with_those_of_the_one_before(bench, first, second):
    _draws(bench, first, second)
    design = bench.drawn(candidates=2)
    assert [_chosen(bench, design, n) for n in (1, 2, 1)] == [first, second, first]


@pytest.mark.parametrize("said", ["THE MILLERS", ""])
def test_what_somebody_has_said_of_the_words_goes_along_to_every_drawing(bench, said):
    _draws(bench, "BE KIND", "Be kind")
    design = bench.drawn(candidates=2)
    _chosen(bench, design, 1)
    bench.designs.edit(SHOPPER, design.id, lettering=said)
    bench.run()
    assert [_chosen(bench, design, n) for n in (2, 1)] == [said, said]
    assert not bench.designs.sets_own_words(SHOPPER, bench.designs.get(SHOPPER, design.id))


def test_small_pictures_have_words_in_the_ink_for_the_cloth_that_was_asked_for(spoken):
    design = spoken.drawn(product="tee", cloth="white")
    _chosen(spoken, design, 1)
    assert spoken.designs.on_its_first_cloth(SHOPPER, spoken.designs.get(SHOPPER, design.id))
    spoken.designs.edit(SHOPPER, design.id, cloth="black")
    spoken.run()
    changed = spoken.designs.get(SHOPPER, design.id)
    assert spoken.designs.sets_own_words(SHOPPER, changed)
    assert not spoken.designs.on_its_first_cloth(SHOPPER, changed)


def test_words_that_may_not_be_set_by_themselves_are_not(bench):
    """Of a sentence that passed: what is left of it by itself is another."""
    _draws(bench, "Sieg   Heil")
    design = bench.drawn()
    artwork = bench.designs.artwork(SHOPPER, design.candidates[0].artwork_id)
    assert (artwork.facts, artwork.worded) == ({}, None)
    assert _chosen(bench, design, 1) == ""
