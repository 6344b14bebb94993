"""Ways to lay words into a place: all of them fill it, none leaves it."""

import itertools
import math
from dataclasses import replace

import pytest

from pod.drawing import write_svg
from pod.lettering import Setting, letter, set_type
from pod.lettering.fonts import font_named
from pod.lettering.shaping import shape
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.model.lettering import EFFECT_WORDS, LAYOUT_WORDS, LetteringEffect, LetteringLayout
from pod.model.recipe import LetteringLayer

BOX = Box(0.1, 0.3, 0.8, 0.34)
PLACE = LetteringSlot("title", SlotKind.BLOCK, BOX)
RIM = LetteringSlot("rim", SlotKind.ARC, Box(0, 0, 1, 1), radius=0.36, cap_height=0.09, max_degrees=150.0)
WORDS = "Mountain Bike Club"

every_layout = pytest.mark.parametrize("layout", LetteringLayout)
every_effect = pytest.mark.parametrize("effect", LetteringEffect)


def setting(layout: LetteringLayout, text: str = WORDS, effect: LetteringEffect = LetteringEffect.PLAIN) -> Setting:
    return set_type(letter(text, PLACE, layout=layout, effect=effect))


@every_layout
@every_effect
def test_words_with_any_effect_stay_in_their_place_and_fill_it(
    layout: LetteringLayout, effect: LetteringEffect
) -> None:
    ink = setting(layout, effect=effect).ink_box
    assert BOX.contains(ink, tolerance=1e-6)
    assert ink.width > 0.8 * BOX.width or ink.height > 0.8 * BOX.height
    # a shadow falls to one side: the letters themselves are what is centred
    assert ink.centre == pytest.approx(BOX.centre, abs=0.011)


@every_layout
@pytest.mark.parametrize("text", ["مرحبا بالعالم", "नमस्ते दुनिया", "日本の夏祭り", "שָׁלוֹם"])
def test_every_script_can_be_laid_in_every_way(layout: LetteringLayout, text: str) -> None:
    laid = setting(layout, text)
    assert BOX.contains(laid.ink_box, tolerance=1e-6)
    assert "".join(laid.lines).replace(" ", "") == text.replace(" ", "")


@every_layout
@every_effect
def test_every_way_has_a_name_in_plain_words(layout: LetteringLayout, effect: LetteringEffect) -> None:
    assert LAYOUT_WORDS[layout]
    assert EFFECT_WORDS[effect]


def test_the_same_words_are_the_same_bytes() -> None:
    layer = letter(WORDS, PLACE, layout=LetteringLayout.ARCH, effect=LetteringEffect.WORN)
    first = write_svg(set_type(layer).drawing)
    shape.cache_clear()
    assert write_svg(set_type(layer).drawing) == first


def test_stacked_lines_are_as_wide_as_each_other() -> None:
    laid = setting(LetteringLayout.STACKED, "ROCK\nAND ROLL\nFOREVER YOUNG")
    widths = [line.box.width for line in laid.set_lines]
    assert widths == pytest.approx([widths[0]] * 3)
    tops = [line.box.top for line in laid.set_lines]
    bottoms = [line.box.bottom for line in laid.set_lines]
    gaps = [top - bottom for top, bottom in zip(tops[1:], bottoms, strict=False)]
    assert gaps[0] == pytest.approx(gaps[1])
    assert gaps[0] > 0


def test_a_stack_narrows_a_short_line_and_widens_a_long_one_by_their_faces() -> None:
    layer = letter("GO\nCHAMPIONSHIP", PLACE, font="archivo-black", layout=LetteringLayout.STACKED)
    plain = replace(layer, line_fonts=("archivo-black", "archivo-black"))
    assert font_named(layer.line_fonts[1]).role == "condensed"
    assert _evenness(layer) < _evenness(plain)


def _evenness(layer: LetteringLayer) -> float:
    heights = [line.box.height for line in set_type(layer).set_lines]
    return max(heights) / min(heights)


def test_an_arc_turns_every_letter_and_keeps_the_distances_of_the_line() -> None:
    """Seen from the middle of the circle, neighbours are as far apart as they stand in the straight line, kerning included."""
    text, font = "AVATAR", font_named("anton")
    run = shape(font, text, font.tracking_em)
    [fill] = set_type(letter(text, RIM, font="anton")).drawing.items
    rings = iter(fill.path.rings())
    middles = []
    for glyph in run.glyphs:
        own = [next(rings) for _ in glyph.outline.rings()]
        xs = [math.atan2(x / 4096 - 0.5, 0.5 - y / 4096) for x, y in own[0]]
        middles.append((min(xs) + max(xs)) / 2)
    steps = [b - a for a, b in itertools.pairwise(middles)]
    straight = [g.x + g.outline.bounds().centre[0] for g in run.glyphs]
    wanted = [b - a for a, b in itertools.pairwise(straight)]
    scale = sum(steps) / sum(wanted)
    assert steps == pytest.approx([w * scale for w in wanted], rel=0.08)


def test_letters_that_hang_together_stay_together_on_an_arc() -> None:
    """One word of three letters that join is one shape, bent or not."""
    setting_ = set_type(letter("سسس", RIM))
    [fill] = setting_.drawing.items
    assert fill.path.geometry(evenodd=False).geom_type == "Polygon"


def test_a_rim_is_a_rim_whatever_layout_is_wished_for() -> None:
    layer = letter("CLUB", RIM, layout=LetteringLayout.RIBBON)
    assert layer.layout is LetteringLayout.AS_PLANNED
    assert set_type(layer).drawing == set_type(letter("CLUB", RIM)).drawing


def test_letters_on_a_ribbon_are_of_another_ink_than_the_ribbon() -> None:
    ribbon, letters = setting(LetteringLayout.RIBBON).drawing.items
    assert ribbon.paint != letters.paint
    assert ribbon.path.geometry().contains(letters.path.geometry(evenodd=False))


def test_small_type_is_given_air_and_joined_letters_none() -> None:
    small = LetteringSlot("foot", SlotKind.BLOCK, Box(0.1, 0.1, 0.6, 0.03), max_lines=1)
    assert letter("Summer camp since 1987", small, font="slab").tracking_em > 0
    assert letter("Summer camp since 1987", PLACE, font="slab").tracking_em == 0
    assert letter("Summer camp since 1987", small, font="pacifico").tracking_em == 0


def test_a_face_with_optical_sizes_is_sturdier_where_it_is_small() -> None:
    """Source Serif's hairlines take more of a letter's height in a caption than in a headline."""
    caption, headline = font_named("source-serif-4").at_size(8), font_named("source-serif-4").at_size(60)

    def hairline(face: object) -> float:
        e = shape(face, "e").outline.geometry(0.001, evenodd=False)
        return e.area / e.length

    assert hairline(caption) > 1.1 * hairline(headline)
    small = LetteringSlot("foot", SlotKind.BLOCK, Box(0.1, 0.1, 0.6, 0.03), max_lines=1)
    drawn = [set_type(letter("e", slot, font="source-serif-4")) for slot in (small, PLACE)]
    one, other = (d.drawing.items[0].path.geometry(evenodd=False) for d in drawn)
    assert one.area / one.length**2 > 1.1 * other.area / other.length**2
