"""Other words in the place of those before: the picture stays where it was printed, to the pixel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pod.lettering import letter
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.model.recipe import LetteringLayer, Recipe
from pod.printprep import Master, words_laid
from pod.services.recipes import in_place_of
from tests.printprep.prints import SHOP, f_master, made, photo_master, recipe_with

TEE = SHOP.product("tee")
AREA = replace(TEE.areas[0], width_mm=120, height_mm=150, target_ppi=150, px=None)
BELOW = LetteringSlot("below", SlotKind.BLOCK, Box(0.1, 1.05, 0.8, 0.25), max_lines=2, cap_height=0.12)
AROUND = LetteringSlot(
    "around", SlotKind.ARC, Box(0, 0, 1, 1), centre_y=0.5, radius=0.56, max_degrees=150, cap_height=0.09
)
RUN_ON_PX = 17
"""How far around ink its colour goes on under alpha 0."""

SLOTS = {"below": BELOW, "around": AROUND}


def words(text: str, slot: LetteringSlot = BELOW) -> LetteringLayer:
    return letter(text, slot, font="Anton", ink="#1e3ca0")


def printed(layer, tmp_path, master) -> np.ndarray:
    file = made(TEE, AREA, master, tmp_path / layer.text.replace("\n", " "), formats=("png",), lettering=layer)["png"]
    return np.asarray(Image.open(file.path).convert("RGBA")), file


def outside(pixels: np.ndarray, *boxes_mm: Box, around_px: int = 1, ppi: int = AREA.target_ppi) -> np.ndarray:
    """The print without what lies in the boxes."""
    rest, per_mm = pixels.copy(), ppi / 25.4
    for box in boxes_mm:
        left, top = int(box.left * per_mm) - around_px, int(box.top * per_mm) - around_px
        right, bottom = int(box.right * per_mm) + 1 + around_px, int(box.bottom * per_mm) + 1 + around_px
        rest[max(0, top) : bottom, max(0, left) : right] = 0
    return rest


def seen(pixels: np.ndarray) -> np.ndarray:
    """Without the colour that runs on, unseen, around whatever is drawn."""
    return np.where(pixels[..., 3:] > 0, pixels, 0)


def laid(master: Master, *layers: LetteringLayer):
    recipe, product = recipe_with(TEE, AREA)
    return [found[0] for found in words_laid(recipe, product, SHOP.process(TEE.process), master, layers)]


@pytest.mark.parametrize("slot", SLOTS.values(), ids=SLOTS)
@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_nothing_but_the_words_changes_whether_they_grow_or_shrink(vector, slot, tmp_path):
    first, master = words("THE MILLERS", slot), f_master(vector=vector)
    before, old = printed(first, tmp_path, master)
    for text in ("JO", "THE GREAT BIG MILLERS AND SONS"):
        layer = in_place_of(first, words(text, slot))
        after, new = printed(layer, tmp_path, master)
        assert new.art_mm == old.art_mm
        boxes = [found.box_mm for found in laid(master, first, layer)]
        assert np.array_equal(outside(seen(before), *boxes), outside(seen(after), *boxes))
        assert np.array_equal(*(outside(print_, *boxes, around_px=RUN_ON_PX) for print_ in (before, after)))
        assert not np.array_equal(before, after)


def test_words_that_are_placed_anew_move_the_picture(tmp_path):
    """What is prevented: the control of the test above."""
    master = f_master(vector=False)
    before, old = printed(words("THE MILLERS"), tmp_path, master)
    after, new = printed(words("THE GREAT BIG MILLERS AND SONS"), tmp_path, master)
    boxes = [found.box_mm for found in laid(master, words("THE MILLERS"), words("THE GREAT BIG MILLERS AND SONS"))]
    assert new.art_mm != old.art_mm
    assert not np.array_equal(outside(seen(before), *boxes), outside(seen(after), *boxes))


def test_the_first_words_again_are_the_first_recipe_again(tmp_path):
    first = words("THE MILLERS")
    second = in_place_of(first, words("JO"))
    third = in_place_of(second, words("ANNABEL"))
    assert third.placed_by == second.placed_by == first
    assert in_place_of(third, words("THE MILLERS")) == first
    recipe = replace(recipe_with(TEE, AREA)[0], lettering=third)
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert "placed_by" not in replace(recipe, lettering=first).to_json()


def test_words_that_need_more_room_than_there_is_beside_the_picture_are_measured_and_told(tmp_path):
    """Along the foot of a picture that reaches to the edge of the safe area there is room for a line, not for three."""
    tall = replace(BELOW, box=Box(0.3, 1.02, 0.4, 0.5), max_lines=6)
    first, layer = words("A", replace(tall, box=Box(0.3, 1.02, 0.4, 0.04))), words("ONE\nTWO\nTHREE\nFOUR\nFIVE", tall)
    master = f_master(vector=False)
    area = replace(AREA, height_mm=100)
    recipe, product = recipe_with(TEE, area)
    [[found]] = words_laid(recipe, product, SHOP.process(TEE.process), master, [in_place_of(first, layer)])
    assert (found.held, found.wanted_mm.height > found.room_mm.height) == (False, True), found
    file = made(TEE, area, master, tmp_path, formats=("png",), lettering=in_place_of(first, layer))["png"]
    assert "words_moved_art" in {f.rule for f in file.findings.found}


def test_words_over_an_opaque_picture_leave_its_bleed_alone(tmp_path):
    slot = replace(BELOW, box=Box(0.2, 0.7, 0.6, 0.2))
    master, area = photo_master(900, 1125), replace(AREA, bleed_mm=3)
    first = words("THE MILLERS", slot)
    a = made(TEE, area, master, tmp_path / "a", formats=("png",), lettering=first)["png"]
    b = made(TEE, area, master, tmp_path / "b", formats=("png",), lettering=in_place_of(first, words("JO", slot)))[
        "png"
    ]
    before, after = (np.asarray(Image.open(f.path).convert("RGBA")) for f in (a, b))
    rows = np.flatnonzero((before != after).any(axis=(1, 2)))
    assert len(rows)
    assert rows[0] > 0.5 * len(before)
    assert a.art_mm == b.art_mm
