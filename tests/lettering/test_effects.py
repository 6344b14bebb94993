"""What is done to letters: each effect measured on the areas that it draws."""

import pytest
from shapely.geometry.base import BaseGeometry

from pod.drawing import Drawing
from pod.drawing.display import KnockOut
from pod.lettering import Setting, letter, set_type
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.lettering import LetteringEffect

PLACE = LetteringSlot("title", SlotKind.BLOCK, Box(0.1, 0.3, 0.8, 0.34))


def made(effect: LetteringEffect, font: str = "slab", text: str = "Rodeo") -> Setting:
    return set_type(letter(text, PLACE, font=font, effect=effect))


def areas(drawing: Drawing) -> list[BaseGeometry]:
    return [item.path.geometry(evenodd=item.evenodd) for item in drawing.items]


@pytest.mark.parametrize("effect", LetteringEffect)
def test_no_effect_takes_away_what_lies_under_the_words(effect: LetteringEffect) -> None:
    assert not any(isinstance(item, KnockOut) for item in made(effect).drawing.items)


@pytest.mark.parametrize("effect", [LetteringEffect.OUTLINE, LetteringEffect.SHADOW, LetteringEffect.BLOCK])
def test_cloth_parts_the_letters_from_what_is_behind_them(effect: LetteringEffect) -> None:
    setting = made(effect)
    shade, letters = areas(setting.drawing)
    gap = shade.distance(letters) / (4096 * setting.cap_height)
    assert gap == pytest.approx(0.075 if effect is LetteringEffect.OUTLINE else 0.05, abs=0.004)


@pytest.mark.parametrize("effect", [LetteringEffect.SHADOW, LetteringEffect.BLOCK])
def test_a_shadow_falls_to_the_right_and_down(effect: LetteringEffect) -> None:
    shade, letters = areas(made(effect).drawing)
    assert shade.bounds[2] > letters.bounds[2]
    assert shade.bounds[3] > letters.bounds[3]
    assert shade.bounds[0] > letters.bounds[0]


def test_a_block_shadow_fills_the_way_that_a_shadow_jumps_over() -> None:
    shadow, block = (areas(made(e).drawing)[0] for e in (LetteringEffect.SHADOW, LetteringEffect.BLOCK))
    assert block.area > shadow.area


def test_a_line_inside_runs_through_the_stems_and_leaves_their_edges() -> None:
    [plain] = areas(made(LetteringEffect.PLAIN).drawing)
    [inline] = areas(made(LetteringEffect.INLINE).drawing)
    assert inline.bounds == pytest.approx(plain.bounds, abs=1.0)
    taken = plain.difference(inline)
    assert 0.05 < taken.area / plain.area < 0.5
    # none of it reaches the edge of a letter
    assert taken.buffer(-1).distance(plain.exterior if hasattr(plain, "exterior") else plain.boundary) > 5


def test_a_face_too_fine_for_a_line_inside_is_refused_with_both_numbers() -> None:
    with pytest.raises(InputRefused) as refused:
        made(LetteringEffect.INLINE, "great-vibes")
    assert refused.value.code == "effect_too_fine"
    assert refused.value.details["measured"] < refused.value.details["required"]


def test_worn_letters_lose_a_little_and_other_words_lose_it_elsewhere() -> None:
    [plain] = areas(made(LetteringEffect.PLAIN).drawing)
    [worn] = areas(made(LetteringEffect.WORN).drawing)
    assert 0.01 < 1 - worn.area / plain.area < 0.12
    assert plain.buffer(1).contains(worn)
    assert made(LetteringEffect.WORN).drawing == made(LetteringEffect.WORN).drawing


def test_the_second_ink_is_that_of_the_effect() -> None:
    layer = letter("Rodeo", PLACE, effect=LetteringEffect.BLOCK, ink="#112233")
    shade, letters = set_type(layer).drawing.items
    assert (shade.paint, letters.paint) == ("#112233", "#112233")
