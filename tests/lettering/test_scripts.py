"""Every script as it is written: joined, turned round, with its marks, in a face that has it."""

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from pod.lettering import letter, set_type
from pod.lettering.bidi import levels, visual_order
from pod.lettering.breaking import words_of
from pod.lettering.fonts import font_named
from pod.lettering.pairing import with_stand_ins
from pod.lettering.scripts import pieces
from pod.lettering.shaping import cap_height, shape
from pod.lettering.text import cleaned
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box

SLOT = LetteringSlot("title", SlotKind.BLOCK, Box(0.1, 0.3, 0.8, 0.3))

WRITTEN = {
    "Greek": "Καλημέρα κόσμε",
    "Cyrillic": "Привет, мир",
    "Hebrew": "שָׁלוֹם עֲלֵיכֶם",
    "Arabic": "مرحبا بالعالم",
    "Persian": "می\u200cخواهم",
    "Devanagari": "नमस्ते दुनिया",
    "Thai": "สวัสดีชาวโลก",
    "Japanese": "日本の夏祭り",
    "Chinese": "生日快乐",
    "Korean": "생일 축하해",
    "Vietnamese": "Chúc mừng sinh nhật",
}


# --- which way it runs


@settings(derandomize=True, max_examples=600, deadline=None)
@given(st.text("abZ שלום\u05b8مرحبا123٣٤()[].,-+/%$:! &", max_size=16))
def test_mixed_writing_stands_in_the_order_that_an_independent_reader_gives_it(text: str) -> None:
    assert "".join(text[i] for i in visual_order(levels(text))) == get_display(text)


def test_a_line_that_begins_in_hebrew_reads_from_the_right() -> None:
    face = with_stand_ins(font_named("rubik"), "שלום abc")
    assert [piece.text for piece in pieces("שלום abc", face)] == ["abc", "שלום "]


def test_brackets_around_hebrew_are_turned_round() -> None:
    face = font_named("rubik")
    opened, *_, closed = shape(face, "(שלום)").glyphs
    latin_opened, *_, latin_closed = shape(face, "(abc)").glyphs
    assert (opened.outline, closed.outline) == (latin_opened.outline, latin_closed.outline)


# --- how its letters hang together


@pytest.mark.parametrize("font", ["rubik", "noto-sans-arabic", "amiri"])
def test_arabic_letters_take_the_forms_that_join(font: str) -> None:
    face = font_named(font)
    apart = [shape(face, c).glyphs[0].outline for c in "سسس"]
    last, middle, first = shape(face, "سسس").glyphs
    assert len({last.outline, middle.outline, first.outline, apart[0]}) == 4
    # one polygon: the letters touch
    assert shape(face, "سسس").outline.geometry(0.001, evenodd=False).geom_type == "Polygon"


@pytest.mark.parametrize("font", ["noto-sans-devanagari", "baloo-2", "kalam"])
def test_devanagari_consonants_become_one_sign(font: str) -> None:
    """Ka and ssa with a virama between them are written as the one sign kssa; the short i stands before its consonant."""
    face = font_named(font)
    assert len([g for g in shape(face, "क्ष").glyphs if g.advance]) == 1
    vowel, consonant = shape(face, "कि").glyphs[:2]
    assert shape(face, "क").glyphs[0].outline in (consonant.outline, shape(face, "कि").glyphs[-1].outline)
    assert vowel.outline != consonant.outline


@pytest.mark.parametrize("text", [WRITTEN["Arabic"], WRITTEN["Devanagari"]])
def test_letters_that_hang_together_are_never_spaced(text: str) -> None:
    face = with_stand_ins(font_named("slab"), text)
    assert shape(face, text, 0.2).outline == shape(face, text).outline


def test_hebrew_points_stand_under_their_own_letters() -> None:
    face = font_named("frank-ruhl-libre")
    run = shape(face, "שָ")
    point, letter_ = sorted(run.glyphs, key=lambda glyph: glyph.advance)
    under, over = point.outline.bounds(), letter_.outline.bounds()
    assert under.top > over.bottom - 0.05
    middle = under.centre[0] + point.x
    assert over.left + letter_.x < middle < over.right + letter_.x


def test_joiners_are_kept_where_they_are_letters_and_nowhere_else() -> None:
    assert cleaned("می\u200cخواهم") == "می\u200cخواهم"
    assert cleaned("surf\u200c\u200dclub\u200d") == "surfclub"
    face = font_named("rubik")
    assert shape(face, "می\u200cخواهم").outline != shape(face, "میخواهم").outline


# --- which face


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_every_script_is_set_without_being_told_a_face(text: str) -> None:
    layer = letter(text, SLOT)
    assert not font_named(layer.font).missing(layer.text)
    assert SLOT.box.contains(set_type(layer).ink_box, tolerance=1e-6)


@pytest.mark.parametrize("text", [WRITTEN[script] for script in WRITTEN if script != "Vietnamese"])
def test_every_script_is_set_beside_the_latin_of_a_face_that_lacks_it(text: str) -> None:
    layer = letter(f"Ahoy! {text}", SLOT, font="luckiest-guy")
    face = font_named(layer.font).standing_in(*map(font_named, layer.stand_ins))
    found = pieces(layer.text, face)
    assert not [piece for piece in found if piece.font.missing(piece.text)]
    assert any(piece.font == face for piece in found)
    assert any(piece.font.name in layer.stand_ins for piece in found)


def test_a_face_that_stands_in_comes_with_capitals_as_high() -> None:
    text = "AН"  # the second is a Cyrillic en
    face = with_stand_ins(font_named("anton"), text)
    tops = [-glyph.outline.bounds().top for glyph in shape(face, text).glyphs]
    assert tops == pytest.approx([cap_height(font_named("anton"))] * 2, rel=0.01)


def test_one_stretch_of_a_script_is_of_one_face() -> None:
    text = "Ahoy Ωμέγα"
    face = with_stand_ins(font_named("anton"), text)
    assert [(piece.text, piece.font.name) for piece in pieces(text, face)] == [
        ("Ahoy ", "anton"),
        ("Ωμέγα", "roboto-condensed"),
    ]


def test_han_characters_are_drawn_as_in_the_country_of_the_line() -> None:
    """The Japanese and the Chinese drawing of U+9AA8, bone, differ."""
    face = font_named("noto-sans-cjk")
    japanese, chinese = shape(face, "骨の").glyphs[0], shape(face, "骨").glyphs[0]
    assert japanese.outline != chinese.outline


# --- lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lord of Hops", ["Lord", " of", " Hops"]),
        ("日本の夏祭りは楽しいです", ["日本の", "夏祭りは", "楽しいです"]),
        ("สวัสดีชาวโลก", ["สวัสดี", "ชาว", "โลก"]),
        ("생일 축하해", ["생일", " 축하해"]),
        ("Tokyo 日本の夏", ["Tokyo", " 日本の", "夏"]),
    ],
)
def test_lines_may_break_between_words_and_between_phrases(text: str, words: list[str]) -> None:
    assert [" " * word.apart + word.text for word in words_of(text)] == words


def test_what_is_broken_over_lines_is_all_there() -> None:
    slot = LetteringSlot("tall", SlotKind.BLOCK, Box(0.1, 0.1, 0.3, 0.8))
    lines = set_type(letter(WRITTEN["Japanese"], slot)).lines
    assert len(lines) > 1
    assert "".join(lines) == WRITTEN["Japanese"]
