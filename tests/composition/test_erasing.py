"""Names and lines beside a drawing that was asked for without words, against the same drawing that never had any."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pod.composition import Mended, mend, replay
from pod.composition.inspection import inspect_for
from pod.composition.measured import Asked
from pod.imaging.colour import to_hex
from pod.model.artwork import MendKind, Questions
from pod.model.findings import Severity
from tests.composition.pictures import BLUE, RED, SIDE, as_jpeg, box, clear, disc, filled, painted
from tests.composition.test_marks import font
from tests.composition.test_quantising import through_a_recipe

SHAPE = (SIDE, SIDE)
KEY = (0, 255, 127)
YELLOW = (240, 190, 40)
GROUNDS = {"clear": clear, "key": lambda: filled(KEY)}


def drawing(ground=clear) -> np.ndarray:
    """A figure a little to the left, that leaves the corners and the lowest quarter empty."""
    figure = np.maximum(disc(SHAPE, 460, 420, 260), disc(SHAPE, 460, 230, 120))
    return painted(ground(), figure, RED)


def lettered(picture: np.ndarray, text: str, left: int, top: int, size: int = 40) -> np.ndarray:
    sheet = Image.new("L", SHAPE)
    ImageDraw.Draw(sheet).text((left, top), text, fill=255, font=font("anton", size))
    return painted(picture, np.array(sheet), BLUE)


CAPTION = "\n".join(["Lorem ipsum dolor sit amet elit"] * 5)
"""More than is erased."""


def mended(picture: np.ndarray, *, wordless: bool = True, **asked) -> Mended:
    return mend(picture, inspect_for(picture, Asked(expected_ground=to_hex(KEY), wordless=wordless, **asked)))


def kinds(result: Mended) -> list[MendKind]:
    return [step.kind for step in result.steps]


def found(result: Mended, rule: str):
    return next((f for f in result.findings.found if f.rule == rule), None)


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
@pytest.mark.parametrize(
    ("text", "left", "top"), [("Ann", 860, 920), ("2026-11-26", 380, 800), ("Lorem ipsum\ndolor", 360, 790)]
)
def test_the_picture_is_then_the_one_that_never_had_it_to_the_last_byte(ground, text, left, top):
    result = mended(lettered(drawing(ground), text, left, top))
    assert MendKind.ERASE_MARKS in kinds(result)
    assert (result.pixels == mended(drawing(ground)).pixels).all()


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_a_drawing_that_was_large_enough_only_with_its_caption_is_cropped_to_its_own_size(ground):
    small = painted(ground(), disc(SHAPE, 500, 330, 240), RED)
    result = mended(lettered(small, "Lorem ipsum", 380, 800))
    assert {MendKind.ERASE_MARKS, MendKind.MOVE_AND_PAD} <= set(kinds(result))
    assert (result.pixels == mended(small).pixels).all()


def test_what_was_done_is_told_in_words_and_stands_in_the_recipe_with_both_numbers():
    result = mended(lettered(drawing(), "Ann", 860, 920))
    told = found(result, "stray_words")
    assert (told.severity, told.measured, told.after) == (Severity.FIXED, "1", "none")
    assert "We erased it" in told.message
    step = next(s for s in result.steps if s.kind is MendKind.ERASE_MARKS)
    assert (step.before, step.after) == ("1 mark", "none")


def test_a_spoilt_name_is_erased_with_what_the_codec_left_around_it():
    result = mended(as_jpeg(lettered(drawing(GROUNDS["key"]), "Ann", 860, 920)))
    assert MendKind.ERASE_MARKS in kinds(result)
    assert found(result, "stray_words").severity is Severity.FIXED
    rows, columns = np.nonzero(result.pixels[..., 3])
    clean = mended(as_jpeg(drawing(GROUNDS["key"]))).pixels
    assert (np.ptp(rows), np.ptp(columns)) == tuple(np.ptp(side) for side in np.nonzero(clean[..., 3]))


# --- what stays


def test_lettering_of_a_picture_that_nobody_asked_to_be_wordless_is_not_touched():
    result = mended(lettered(drawing(), "Ann", 860, 920), wordless=False)
    assert MendKind.ERASE_MARKS not in kinds(result)
    assert found(result, "stray_words").severity is Severity.CHOOSE


def test_a_name_that_only_moved_with_the_drawing_is_not_told_as_gone():
    """Moved to the middle with it, it lies in no corner any more."""
    came = lettered(drawing(), "Ann", 860, 920)
    result = mended(came, wordless=False)
    assert MendKind.MOVE_AND_PAD in kinds(result)
    assert inspect_for(result.pixels, Asked()).finding("stray_words") is None
    left = found(result, "stray_words")
    assert left.severity is Severity.CHOOSE
    place = left.where_px
    part = result.pixels[int(place.top) : int(place.bottom), int(place.left) : int(place.right)]
    assert (part[..., 3].any(axis=0).mean(), part[..., 3].any(axis=1).mean()) == pytest.approx((1, 1), abs=0.2)


def test_what_is_as_large_as_a_part_of_the_drawing_is_left_to_a_person():
    result = mended(lettered(drawing(), CAPTION, 200, 740))
    assert MendKind.ERASE_MARKS not in kinds(result)
    assert found(result, "stray_words").severity is Severity.CHOOSE


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_a_line_that_hangs_on_the_drawing_is_not_torn_off(ground):
    """Its first letters stand alone, and the rest is one piece with a rule that runs up into the drawing."""
    signed = lettered(drawing(ground), "Lorem ipsum", 380, 800)
    one_piece = painted(signed, box(SHAPE, 380, 812, 120, 12), BLUE)
    held = painted(one_piece, box(SHAPE, 440, 660, 6, 160), BLUE)
    result = mended(held)
    line = result.pixels[np.all(result.pixels == (*BLUE, 255), axis=-1)]
    assert len(line) >= 120 * 12 + 6 * 100


def test_a_picture_whose_marks_cannot_go_is_cut_out_all_the_same():
    result = mended(lettered(drawing(GROUNDS["key"]), CAPTION, 200, 740))
    assert kinds(result)[0] is MendKind.KEY_OUT
    assert MendKind.ERASE_MARKS not in kinds(result)


def _with_a_sun(picture: np.ndarray) -> np.ndarray:
    return painted(picture, disc(SHAPE, 90, 80, 40), YELLOW)


def _with_ducklings(picture: np.ndarray) -> np.ndarray:
    """One holds its head up, one looks ahead, one is asleep: no row of equals."""
    for n, (radius, ahead, up) in enumerate(((20, 12, 24), (16, 22, 3), (12, 0, 0), (18, 20, 9))):
        x, y = 300 + 60 * n, 880 - radius
        body = np.maximum(disc(SHAPE, x, y, radius), disc(SHAPE, x + ahead, y - up, 10))
        picture = painted(painted(picture, body, YELLOW), disc(SHAPE, x - radius // 3, y, radius // 2), RED)
    return picture


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
@pytest.mark.parametrize("beside", [_with_a_sun, _with_ducklings])
def test_a_sun_in_a_corner_and_ducklings_in_a_row_are_drawn_and_not_written(ground, beside):
    result = mended(beside(drawing(ground)))
    assert found(result, "stray_words").severity is Severity.CHOOSE, "it is said, and a person looks"
    assert MendKind.ERASE_MARKS not in kinds(result)
    assert (result.pixels[..., :3][result.pixels[..., 3] == 255] == YELLOW).all(axis=-1).sum() > 1500


# --- again, from the recipe


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
def test_a_recipe_erases_it_again_byte_for_byte(ground):
    before = lettered(drawing(ground), "2026-11-26", 380, 800)
    result = mended(before)
    assert (replay(before, through_a_recipe(result.steps).mending) == result.pixels).all()


def test_a_recipe_from_before_anybody_asked_for_no_words_keeps_its_text():
    recipe = through_a_recipe((), Questions(palette=("#112233",)))
    assert "wordless" not in recipe.to_json()
    assert through_a_recipe((), Questions(wordless=True)).asked == Questions(wordless=True)
