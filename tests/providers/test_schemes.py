"""Colours and ways of colour that a sentence says, measured in the picture that comes of it."""

from __future__ import annotations

import numpy as np
import pytest

from pod.drawing import rasterise
from pod.imaging.colour import distance, hue_apart, oklch, to_hex
from pod.providers.embedded.changes import Changes
from pod.providers.embedded.characters.looks import SKINS
from pod.providers.embedded.designer import COLOURS_KEPT, draw
from pod.providers.embedded.hues import ink_of

KINDS = {
    "one of our own": "raccoon",
    "a thing": "teapot",
    "a flower": "rose",
    "a vehicle": "motorcycle",
    "a motif": "butterfly",
    "a pictogram": "fire hydrant",
    "facets": "geometric wolf",
    "a pattern": "flower pattern",
    "a mandala": "mandala",
}
_SHARE = 0.07


def _pixels(data_dir, sentence, seed=0):
    """Colours in the middle of the picture, each a tenth of a shade coarse, and how much of it each covers."""
    pixels = rasterise(draw(sentence, data_dir=data_dir, seed=seed).drawing, 128)[22:106, 22:106].reshape(-1, 4)
    coarse = pixels[pixels[:, 3] > 200][:, :3] // 8 * 8 + 4
    seen, counts = np.unique(coarse, axis=0, return_counts=True)
    return {to_hex(tuple(rgb)): count / counts.sum() for rgb, count in zip(seen.tolist(), counts.tolist(), strict=True)}


def _share(pixels, colour):
    lightness, chroma, hue = oklch(ink_of(colour, ()))

    def like(ink):
        light, strong, turn = oklch(ink)
        if chroma < 0.03:
            return strong < 0.05 and abs(light - lightness) < 0.17
        return strong > min(0.045, chroma / 2) and hue_apart(turn, hue) < 24 and abs(light - lightness) < 0.26

    return sum(share for ink, share in pixels.items() if like(ink))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("colours", ["teal", "mustard", "purple", "black", "purple and gold", "navy and orange"])
def test_what_is_said_of_a_picture_covers_a_fair_share_of_it(data_dir, kind, colours):
    pixels = _pixels(data_dir, f"{KINDS[kind]} in {colours}")
    assert all(_share(pixels, colour) >= (0.03 if " and " in colours else _SHARE) for colour in colours.split(" and "))


@pytest.mark.parametrize(
    ("sentence", "colour"),
    [
        ("a blue geometric wolf", "blue"),
        ("vintage bicycle in sage green", "sage"),
        ("red vintage bicycle with a basket of flowers", "red"),
        ("pink wine", "pink"),
        ("a red apple", "red"),
        ("a neon green frog", "chartreuse"),
        ("hot pink flamingo", "fuchsia"),
        ("my cat, a grey tabby", "grey"),
        ("a gold butterfly on black", "gold"),
        ("purple lightning bolt", "purple"),
        ("a pink skull", "pink"),
        ("mountains in shades of blue", "blue"),
        ("daisies on a yellow background", "yellow"),
    ],
)
def test_a_colour_is_heard_however_it_is_said(data_dir, sentence, colour):
    assert _share(_pixels(data_dir, sentence), colour) >= _SHARE


def _tones(pixels):
    """Mean lightness, and chroma below which nine tenths of the picture are."""
    inks = sorted((oklch(ink)[1], oklch(ink)[0], share) for ink, share in pixels.items())
    most, covered = 0.0, 0.0
    for chroma, _, share in inks:
        covered, most = (covered + share, chroma) if covered < 0.9 else (covered, most)
    return sum(light * share for _, light, share in inks), most


@pytest.mark.parametrize("sentence", ["{} in black and white", "{}, black and white", "black and white {}"])
@pytest.mark.parametrize("thing", ["chess knight", "rose", "palm tree", "mountains"])
def test_black_and_white_is_ink_and_paper_only(data_dir, sentence, thing):
    assert _tones(_pixels(data_dir, sentence.format(thing)))[1] < 0.03


@pytest.mark.parametrize("thing", ["boombox", "sushi pattern", "cactus", "coffee cup", "fox"])
def test_pastel_is_pale_and_neon_glows_and_earth_is_neither(data_dir, thing):
    pastel, neon, earth = (
        _tones(_pixels(data_dir, f"{thing} in {way}")) for way in ("pastel colours", "neon colors", "earth tones")
    )
    assert pastel[0] > 0.7
    assert pastel[1] < 0.13 < 0.15 < neon[1]
    assert earth[1] < 0.13


@pytest.mark.parametrize(
    ("sentence", "layout"),
    [
        ("boho fox", "boho"),
        ("boho rainbow", "boho"),
        ("boho elephant mandala", "boho"),
        ("boho sun pattern", "pattern"),
        ("neon cat sign", "neon"),
    ],
)
def test_a_way_to_draw_is_followed(data_dir, sentence, layout):
    assert draw(sentence, data_dir=data_dir, seed=0).layout == layout


@pytest.mark.parametrize(
    "sentence",
    [
        "saturn and stars",
        "two budgies, one green, one blue",
        "red and blue balloons",
        "pastel pink cat",
        "neon sign",
        "a cup of tea with milk and cream",
    ],
)
def test_colours_of_each_or_of_none_are_no_scheme(data_dir, sentence):
    palette = draw(sentence, data_dir=data_dir, seed=0).palette.name
    assert not palette.startswith(("said", "on-", "ink-and"))


def test_watercolour_has_no_ink_lines(data_dir):
    inks = draw("watercolor fox", data_dir=data_dir, seed=0).drawing.inks()
    assert min(oklch(ink)[0] for ink in inks) > 0.3


@pytest.mark.parametrize(
    "sentence", ["cheerleader in blue and gold", "mermaid in purple and teal", "elf in green and red"]
)
def test_who_has_a_skin_keeps_it(data_dir, sentence):
    inks = draw(sentence, data_dir=data_dir, seed=0).drawing.inks()
    assert any(min(distance(ink, skin) for skin in SKINS) < 0.07 and 40 < oklch(ink)[2] < 75 for ink in inks)


@pytest.mark.parametrize(
    ("sentence", "above", "below"),
    [("teal mountains with a pink sky", "pink", "teal"), ("purple mountains under an orange sky", "orange", "purple")],
)
def test_sky_and_land_have_each_their_colour(data_dir, sentence, above, below):
    palette = draw(sentence, data_dir=data_dir, seed=0).palette
    hues = [oklch(ink)[2] for ink in palette.accents]
    assert hue_apart(hues[2], oklch(ink_of(above, ()))[2]) < 12
    assert hue_apart(hues[3], oklch(ink_of(below, ()))[2]) < 12


@pytest.mark.parametrize(
    "sentence", ["🐱 with a cat", "!!! with a cat", "_ with cats", "vıking skull", "kayakıng with a dog"]
)
def test_no_odd_letter_keeps_a_picture_from_being_drawn(data_dir, sentence):
    assert draw(sentence, data_dir=data_dir, seed=0).drawing.items


def test_what_is_changed_stays_in_the_colours_that_all_of_it_has(data_dir):
    sentence = "cat with a balloon in black and white"
    angry = draw(sentence, data_dir=data_dir, seed=0, changes=Changes(mood="grumpy"))
    assert all(oklch(ink)[1] < 0.02 for ink in angry.drawing.inks())


def test_what_is_dyed_has_its_dye_among_the_colours_that_all_of_it_has(data_dir):
    dyed = draw(
        "cat with a balloon in black and white", data_dir=data_dir, seed=0, changes=Changes(dyes=(("", "#d1493f"),))
    )
    assert any(oklch(ink)[1] > 0.1 for ink in dyed.drawing.inks())


def test_what_is_in_the_sky_has_the_colours_that_are_said(data_dir):
    inks = draw("lighthouse with a hot air balloon in purple and gold", data_dir=data_dir, seed=0).drawing.inks()
    assert "#dd5546" not in inks


def test_colours_that_are_said_are_kept_for_all_eyes_and_a_note_says_so(data_dir):
    asked = "cat in purple and gold, color blind friendly"
    assert COLOURS_KEPT in draw(asked, data_dir=data_dir, seed=0).notes
    assert COLOURS_KEPT not in draw("cat, color blind friendly", data_dir=data_dir, seed=0).notes
    assert COLOURS_KEPT not in draw("cat in purple and gold", data_dir=data_dir, seed=0).notes
