"""Words as type: every character drawn or refused by name, in its slot, the same every time."""

import itertools
import math
import unicodedata
from dataclasses import replace

import numpy as np
import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from pod.drawing import UNITS, write_svg
from pod.drawing.display import Fill, Stroke
from pod.drawing.paths import Path
from pod.imaging.colour import contrast
from pod.lettering import MIN_CONTRAST, Font, fonts, letter, set_type
from pod.lettering.fonts import JOINERS, code_points, font_named, shaper
from pod.lettering.rims import MOST_DEGREES
from pod.lettering.shaping import cap_height, glyph_outline, shape, x_height
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused, Problems
from pod.model.geometry import Box
from pod.model.recipe import LetteringLayer

ACCEPTANCE = "ÉTÉ & SUN 2026"

SAMPLE = ("alfa-slab-one", "anton", "fredoka", "pacifico", "archivo-black", "righteous", "playfair-display", "rubik")
every_kind = pytest.mark.parametrize("font", [font_named(name) for name in SAMPLE], ids=lambda font: font.name)


WIDE = Box(0.1, 0.3, 0.8, 0.3)


def block(box: Box = WIDE, **more: object) -> LetteringSlot:
    return LetteringSlot("title", SlotKind.BLOCK, box, **more)


def arc(**more: object) -> LetteringSlot:
    given = {"radius": 0.36, "cap_height": 0.09, "max_degrees": 150.0, "max_lines": 1} | more
    return LetteringSlot("rim", SlotKind.ARC, Box(0.0, 0.0, 1.0, 1.0), **given)


# --- exactly what was typed


@every_kind
def test_every_character_of_the_acceptance_text_has_its_own_outline(font: Font) -> None:
    setting = set_type(letter(ACCEPTANCE, block(max_lines=1), font=font.name))
    [fill] = setting.drawing.items
    opened = shaper(font)
    # straight from the font file's character map, without our shaping
    ids = [opened.get_nominal_glyph(ord(c)) for c in ACCEPTANCE if c != " "]
    assert all(ids)
    drawn = fill.path.geometry(evenodd=False).area / (UNITS * setting.cap_height / cap_height(font)) ** 2
    separate = sum(glyph_outline(font, i).geometry(evenodd=False).area for i in ids)
    # neighbours of a script overlap; more than a trace of loss would be a missing letter
    assert drawn == pytest.approx(separate, rel=0.06)
    if font.role != "script":
        assert len(fill.path.rings()) == sum(len(glyph_outline(font, i).rings()) for i in ids)


def test_decomposed_and_composed_text_set_the_same_type() -> None:
    slot = block()
    assert letter(unicodedata.normalize("NFD", ACCEPTANCE), slot) == letter(ACCEPTANCE, slot)


def test_control_characters_and_stray_blanks_are_left_out() -> None:
    assert letter("  HAPPY\u200b \t 40\x07 ", block()).text == "HAPPY 40"


def test_the_same_text_is_the_same_svg() -> None:
    layer = letter("Same again", block())
    first = write_svg(set_type(layer).drawing)
    shape.cache_clear()
    glyph_outline.cache_clear()
    assert write_svg(set_type(layer).drawing) == first


@every_kind
def test_a_kerned_pair_is_narrower_than_its_advances(font: Font) -> None:
    pair = shape(font, "To").advance
    apart = shape(font, "T").advance + shape(font, "o").advance
    assert pair < apart - 0.005


# --- blocks


@every_kind
@pytest.mark.parametrize("text", ["HI", "The quiet joy of Typography", "Ångström ÇÀÉ gjpqy", "Hit\ntwo\nthree"])
def test_block_type_fills_its_slot_without_leaving_it(font: Font, text: str) -> None:
    slot = block()
    setting = set_type(letter(text, slot, font=font.name))
    ink = setting.ink_box
    assert slot.box.contains(ink, tolerance=1e-6)
    assert ink.width == pytest.approx(slot.box.width, rel=1e-3) or ink.height == pytest.approx(
        slot.box.height, rel=1e-3
    )
    assert ink.centre == pytest.approx(slot.box.centre, abs=1e-6)


def test_lines_break_where_the_type_gets_largest() -> None:
    assert set_type(letter("HAPPY BIRTHDAY GRANDMA", block(Box(0, 0, 1, 0.1)))).lines == ("HAPPY BIRTHDAY GRANDMA",)
    assert set_type(letter("HAPPY BIRTHDAY GRANDMA", block(Box(0, 0, 0.3, 0.6)))).lines == (
        "HAPPY",
        "BIRTHDAY",
        "GRANDMA",
    )


def test_a_little_word_stays_with_the_word_it_belongs_to() -> None:
    tall = block(Box(0.1, 0.1, 0.3, 0.8), max_lines=2)
    # by length alone “Lord of / Hops” would be more even
    assert set_type(letter("Lord of Hops", tall, font="slab")).lines == ("Lord", "of Hops")


def test_typed_line_breaks_are_kept() -> None:
    assert set_type(letter("EAT\nSLEEP REPEAT", block())).lines == ("EAT", "SLEEP REPEAT")


def test_flat_words_do_not_grow_beyond_what_capitals_would() -> None:
    slot = block(Box(0.0, 0.0, 1.0, 0.1))
    assert set_type(letter("- - -", slot)).cap_height <= 0.1 + 1e-9


def test_an_outline_wider_than_the_slot_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        set_type(letter("Hi", block(), outline_mm=50.0))
    assert refused.value.code == "lettering_too_small"


def test_a_script_is_not_planned_for_capitals_but_set_where_asked_for() -> None:
    assert letter("Surf Club", block(font="script")).font == "pacifico"
    assert letter("SURF CLUB", block(font="script")).font != "pacifico"
    assert letter("SURF CLUB", block(), font="script").font == "pacifico"


def test_lines_of_a_block_never_touch() -> None:
    layer = letter("gypsy\nÉTÉ", block(), font="pacifico")
    [fill] = set_type(layer).drawing.items
    upper, lower = (set_type(replace(layer, text=t)).drawing.items[0] for t in ("gypsy", "ÉTÉ"))
    together = len(fill.path.rings())
    assert together == len(upper.path.rings()) + len(lower.path.rings())
    half = len(upper.path.rings())
    rings = fill.path.rings()
    lowest_of_first = max(y for ring in rings[:half] for _, y in ring)
    highest_of_second = min(y for ring in rings[half:] for _, y in ring)
    assert lowest_of_first < highest_of_second


# --- arcs


@every_kind
@pytest.mark.parametrize("upright", [True, False])
def test_letters_of_an_arc_stand_on_the_circle(font: Font, upright: bool) -> None:
    slot, text = arc(upright=upright), "HOUSE 27"
    [fill] = set_type(letter(text, slot, font=font.name)).drawing.items
    placed = iter(_points(fill.path))
    for glyph in shape(font, text, font.tracking_em).glyphs:
        own = _points(glyph.outline)
        there = list(itertools.islice(placed, len(own)))
        if own:
            foot, top = _carried(own, there, [(glyph.advance / 2, 0.0), (glyph.advance / 2, -1.0)])
            assert math.dist(foot, (UNITS / 2, UNITS / 2)) == pytest.approx(slot.radius * UNITS, abs=0.5)
            assert (math.dist(top, (UNITS / 2, UNITS / 2)) > slot.radius * UNITS) == upright


def _points(path: Path) -> list[tuple[float, float]]:
    """Every point a path's commands name, in order."""
    return [pair for _, v in path.commands for pair in zip(v[::2], v[1::2], strict=True)]


def _carried(
    own: list[tuple[float, float]], there: list[tuple[float, float]], points: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Where `points` go under the affine map that took `own` to `there`."""
    ones = np.ones((len(own), 1))
    solved, *_ = np.linalg.lstsq(np.hstack([np.array(own), ones]), np.array(there), rcond=None)
    return [(x, y) for x, y in (np.hstack([np.array(points), np.ones((len(points), 1))]) @ solved).tolist()]


def test_arc_type_is_centred_and_keeps_its_cap_height_where_it_fits() -> None:
    setting = set_type(letter("CLUB", arc()))
    assert setting.cap_height == pytest.approx(0.09)
    assert setting.ink_box.centre[0] == pytest.approx(0.5, abs=0.01)


@every_kind
@pytest.mark.parametrize("upright", [True, False])
def test_a_long_arc_shrinks_until_it_spans_its_degrees(font: Font, upright: bool) -> None:
    slot = arc(max_degrees=120.0, upright=upright)
    setting = set_type(letter("around the world and home", slot, font=font.name))
    assert setting.cap_height < slot.cap_height
    angles = _angles(setting.drawing.items[0], upright)
    # letters are rigid: the outermost corners reach a little further than the line that was measured
    assert max(angles) - min(angles) == pytest.approx(120.0, abs=6.0)


@every_kind
def test_the_ends_of_a_full_circle_never_meet(font: Font) -> None:
    setting = set_type(letter("around and around and around we go", arc(max_degrees=720.0), font=font.name))
    angles = _angles(setting.drawing.items[0], upright=True)
    assert max(angles) - min(angles) < 360.0 - (360.0 - MOST_DEGREES) / 2


@every_kind
def test_a_second_line_runs_along_the_other_half_of_the_same_band(font: Font) -> None:
    slot = arc(max_lines=2)
    setting = set_type(letter("Summer camp\nsince 1987", slot, font=font.name))
    assert setting.lines == ("Summer camp", "since 1987")
    [fill] = setting.drawing.items
    rings = fill.path.rings()
    middle = UNITS / 2
    above = [r for r in rings if all(y < middle for _, y in r)]
    below = [r for r in rings if all(y > middle for _, y in r)]
    assert len(above) + len(below) == len(rings), "no letter lies on both halves"
    reach = [[math.dist(p, (middle, middle)) / UNITS for ring in half for p in ring] for half in (above, below)]
    # ascenders and tails leave the band by as much as the face has of them
    slack = 0.6 * setting.cap_height
    for half in reach:
        assert slot.radius - slack <= min(half)
        assert max(half) <= slot.radius + slot.cap_height + slack


def test_a_long_line_is_broken_onto_both_halves_where_that_makes_it_larger() -> None:
    words = "the quiet joy of mountain biking"
    assert len(set_type(letter(words, arc(max_lines=2, max_degrees=120.0))).lines) == 2
    assert len(set_type(letter(words, arc(max_lines=1, max_degrees=120.0))).lines) == 1
    assert len(set_type(letter("two words", arc(max_lines=2))).lines) == 1


def test_a_circle_has_no_third_half() -> None:
    with pytest.raises(InputRefused) as refused:
        letter("one\ntwo\nthree", arc(max_lines=3))
    assert refused.value.code == "lettering_too_many_lines"
    assert refused.value.details["required"] == 2


def test_small_type_keeps_to_the_middle_of_the_band_that_was_kept_free() -> None:
    slot = arc(max_degrees=60.0)
    [fill] = set_type(letter("MOUNTAINS", slot)).drawing.items
    reach = [math.dist(p, (UNITS / 2, UNITS / 2)) / UNITS for ring in fill.path.rings() for p in ring]
    assert (min(reach) + max(reach)) / 2 == pytest.approx(slot.radius + slot.cap_height / 2, abs=0.004)


def _angles(item: Fill, upright: bool) -> list[float]:
    """Degrees of all points from the arc's middle."""
    sign = -1 if upright else 1
    points = [(x - UNITS / 2, y - UNITS / 2) for ring in item.path.rings() for x, y in ring]
    return [math.degrees(math.atan2(x, sign * y)) for x, y in points]


# --- measures


@every_kind
def test_measures_are_those_of_the_glyphs_themselves(font: Font) -> None:
    setting = set_type(letter("Hx", block(max_lines=1), font=font.name))
    assert setting.x_height / setting.cap_height == pytest.approx(x_height(font) / cap_height(font))
    big = set_type(letter("H", block(max_lines=1), font=font.name))
    assert big.cap_height <= big.ink_box.height + 1e-6


def test_every_face_is_another_file_and_draws_latin() -> None:
    assert len({font.sha256 for font in fonts()}) == len(fonts()) >= 30
    assert not [font.name for font in fonts() if font.missing("Handgloves 2026 & Co.")]


# --- refusals


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("", "lettering_empty", "no text"),
        (" \u200b\n", "lettering_empty", "no text"),
        ("x" * 10_000, "lettering_too_long", "10000"),
        ("LOVE 🐈", "lettering_emoji", "U+1F408 CAT"),
        ("LOVE ❤\ufe0f", "lettering_emoji", "U+2764"),
        ("ᚠ rune", "lettering_no_glyph", "U+16A0 RUNIC LETTER FEHU FEOH FE F"),
        ("a\nb\nc\nd", "lettering_too_many_lines", "4 lines"),
    ],
)
def test_what_cannot_be_set_is_refused_by_name(text: str, code: str, words: str) -> None:
    with pytest.raises(InputRefused) as refused:
        letter(text, block())
    assert refused.value.code == code
    assert words in refused.value.message
    assert refused.value.hint


def test_letters_that_the_chosen_face_lacks_come_from_the_likest_that_has_them() -> None:
    layer = letter("ЖУК 7", block(), font="anton")
    assert (layer.font, layer.stand_ins) == ("anton", ("roboto-condensed",))


def test_a_face_of_the_planned_kind_that_has_every_letter_is_chosen_over_the_planned_one() -> None:
    assert letter("ЖУК", block(font="anton")).font == "roboto-condensed"


def test_words_that_their_face_can_write_open_no_other() -> None:
    """The largest has a file of 33 MB."""
    code_points.cache_clear()
    letter("HAPPY DAYS", block(font="slab"))
    assert code_points.cache_info().currsize == 1


def test_words_that_no_face_writes_whole_are_set_in_a_usual_one_that_lacks_least() -> None:
    layer = letter("Surf 日本 שלום", block(font="pacifico"))
    assert (layer.font, layer.stand_ins) == ("fredoka", ("noto-sans-cjk",))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(Problems) as refused:
        letter("🐈 ᚠ", block())
    assert [problem.code for _, problem in refused.value.problems] == ["lettering_emoji", "lettering_no_glyph"]


def test_type_that_would_be_unreadably_small_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        letter("a very long line of small type", block(Box(0, 0, 0.05, 0.05)))
    assert refused.value.code == "lettering_too_small"


def test_an_unknown_face_is_refused_with_the_list() -> None:
    with pytest.raises(InputRefused) as refused:
        letter("Hi", block(), font="comic-sans")
    assert "anton" in refused.value.hint


def test_a_layer_from_elsewhere_is_checked_like_typed_text() -> None:
    with pytest.raises(InputRefused):
        set_type(replace(letter("Hi", block()), text="ᚠ"))


def test_an_arc_without_a_circle_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        letter("Hi", arc(radius=0.0))
    assert refused.value.code == "slot_without_circle"


def _set_or_refused(text: str, slot: LetteringSlot) -> LetteringLayer | InputRefused:
    try:
        return letter(text, slot)
    except InputRefused as refused:
        return refused


@settings(derandomize=True, max_examples=120, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_any_text_is_set_in_full_or_refused(text: str) -> None:
    layer = _set_or_refused(text, block())
    if isinstance(layer, InputRefused):
        assert layer.hint
        return
    faces = [font_named(name) for name in (layer.font, *layer.stand_ins)]
    assert not [c for c in layer.text if all(face.missing(c) for face in faces)]
    typed = [c for c in unicodedata.normalize("NFC", text) if not c.isspace() and unicodedata.category(c)[0] != "C"]
    assert [c for c in layer.text if not (c.isspace() or c in JOINERS)] == typed
    assert block().box.contains(set_type(layer).ink_box, tolerance=1e-6)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÉÜß &'-.0123456789", min_size=1, max_size=40))
def test_any_latin_words_stay_within_their_degrees(text: str) -> None:
    slot = arc(max_degrees=140.0)
    layer = _set_or_refused(text, slot)
    if isinstance(layer, InputRefused):
        assert layer.code in ("lettering_empty", "lettering_too_small")
        return
    setting = set_type(layer)
    angles = _angles(setting.drawing.items[0], upright=True)
    # rigid letters reach beyond the line that was measured by at most what one wide capital subtends
    assert max(angles) - min(angles) < 140.0 + math.degrees(setting.cap_height / slot.radius)


# --- ink


@pytest.mark.parametrize("cloth", ["#000000", "#ffffff", "#808080", "#1f3a5f", "#d33a2c", "#f2b134"])
def test_chosen_ink_reads_on_every_cloth(cloth: str) -> None:
    assert contrast(letter("Hi", block(), cloth_rgb=cloth).ink, cloth) >= MIN_CONTRAST


def test_ink_planned_by_the_artwork_is_kept() -> None:
    assert letter("Hi", block(ink="#f2b134"), cloth_rgb="#ffffff").ink == "#f2b134"


def test_ink_planned_for_a_line_below_the_artwork_follows_the_cloth() -> None:
    below = block(Box(0.1, 1.02, 0.8, 0.2), ink="#1d5a66")
    assert letter("Hi", below, cloth_rgb="#ffffff").ink == "#1d5a66"
    assert contrast(letter("Hi", below, cloth_rgb="#000000").ink, "#000000") >= MIN_CONTRAST


def test_ink_that_vanishes_on_the_cloth_is_refused_with_one_that_does_not() -> None:
    with pytest.raises(InputRefused) as refused:
        letter("Hi", block(), ink="#202020", cloth_rgb="#000000")
    assert refused.value.code == "lettering_invisible"
    [offered] = [word for word in refused.value.hint.replace(",", " ").split() if word.startswith("#")]
    assert contrast(offered, "#000000") >= MIN_CONTRAST


def test_an_outline_lies_behind_the_letters_and_inside_the_slot() -> None:
    slot = block()
    layer = letter("HAPPY", slot, outline_mm=3.0)
    setting = set_type(layer, width_mm=300.0)
    stroke, fill = setting.drawing.items
    assert isinstance(stroke, Stroke)
    assert isinstance(fill, Fill)
    assert stroke.width == pytest.approx(2 * 3.0 / 300.0 * UNITS)
    assert slot.box.contains(setting.ink_box, tolerance=1e-6)
    assert contrast(layer.outline_ink, layer.ink) > MIN_CONTRAST


def test_an_ink_that_is_no_colour_never_reaches_a_file() -> None:
    with pytest.raises(InputRefused):
        set_type(replace(letter("Hi", block()), ink='red" onload="alert(1)'))


def test_an_outline_without_an_ink_takes_one_that_stands_off() -> None:
    stroke, _ = set_type(replace(letter("Hi", block()), outline_mm=2.0)).drawing.items
    assert contrast(stroke.paint, letter("Hi", block()).ink) > MIN_CONTRAST


def test_roles_are_names_too() -> None:
    assert font_named("script").name == "pacifico"
    assert isinstance(shaper(font_named("round")), hb.Font)
