"""How words are set is asked for with a design, kept in its recipe, and changed without a new picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.brief import DesignBrief
from pod.model.errors import InputRefused, Problems
from pod.model.lettering import LetteringEffect, LetteringLayout, LetteringLook
from pod.services.designs import _as_asked
from tests.services.bench import BRIEF, KEY, SHOPPER

LOOK = LetteringLook("retro", LetteringLayout.ARCH, LetteringEffect.OUTLINE)


@pytest.fixture
def worded(bench):
    """A design with words that were asked for in a look; a picture that keeps no rim for them."""
    design = bench.drawn(lettering="HELLO", look=LOOK)
    return bench, design, bench.designs.choose(SHOPPER, design.id, 1)


def test_the_look_that_was_asked_for_is_in_the_recipe(worded):
    *_, version = worded
    layer = version.recipe.lettering
    assert (layer.font, layer.layout, layer.effect) == ("righteous", LetteringLayout.ARCH, LetteringEffect.OUTLINE)


def test_other_words_keep_the_look_and_another_look_keeps_the_words(worded):
    bench, design, first = worded
    other = bench.designs.edit(SHOPPER, design.id, lettering="GOODBYE").recipe.lettering
    assert (other.text, other.look) == ("GOODBYE", first.recipe.lettering.look)
    ribbon = bench.designs.edit(SHOPPER, design.id, look=LetteringLook(layout=LetteringLayout.RIBBON))
    assert ribbon.recipe.lettering.text == "GOODBYE"
    assert ribbon.recipe.lettering.look == LetteringLook("righteous", LetteringLayout.RIBBON, LetteringEffect.OUTLINE)
    assert ribbon.recipe.artwork == first.recipe.artwork
    assert len(bench.studio.charged) == 1
    assert bench.designs.edit(SHOPPER, design.id, look=ribbon.recipe.lettering.look) == ribbon


def test_a_face_that_there_is_not_is_said_with_everything_else_that_is_wrong(bench):
    with pytest.raises(Problems) as refused:
        bench.asked(product="spaceship", look=LetteringLook("comic-sans"))
    assert {where for where, _ in refused.value.problems} == {"product", "font"}


def test_an_effect_that_the_letters_are_too_fine_for_is_refused_and_nothing_changes(worded):
    bench, design, first = worded
    with pytest.raises(InputRefused) as refused:
        bench.designs.edit(SHOPPER, design.id, look=LetteringLook("great-vibes", effect=LetteringEffect.INLINE))
    assert refused.value.code == "effect_too_fine"
    assert bench.design(design).current_version_id == first.id


def test_a_brief_without_a_look_is_asked_for_as_before_there_were_any():
    """A key that was used before an update still brings its design back."""
    assert "look" not in _as_asked(BRIEF)
    assert _as_asked(DesignBrief("a fox", "tee", look=LOOK))["look"]["font"] == "retro"


def test_the_same_key_with_another_look_is_another_brief(bench):
    bench.designs.request_design(SHOPPER, BRIEF, idempotency_key=KEY)
    with pytest.raises(InputRefused) as refused:
        bench.designs.request_design(SHOPPER, replace(BRIEF, look=LOOK), idempotency_key=KEY)
    assert refused.value.code == "idempotency_mismatch"
