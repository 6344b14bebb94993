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
    picture = Picture(_picture(), facts={"words": "BE KIND"}, border_meant=True)
    bench.studio.submits.append(Outcome(OutcomeKind.OK, picture, "studio-1", request_id="1", cost=bench.studio.price))
    return bench


def _words(version):
    return version.recipe.lettering.text if version.recipe.lettering else ""


def test_the_drawings_own_words_are_set_when_it_is_chosen(spoken):
    design = spoken.drawn()
    assert _words(spoken.designs.choose(SHOPPER, design.id, 1)) == "BE KIND"


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
