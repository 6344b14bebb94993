"""What is promised of every design: centred, inside its margins, wordless, told apart from its neighbours, room for type."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
import pytest

import prompts
from pod.composition.likeness import ALIKE_BITS, fingerprint
from pod.drawing import UNITS, Canvas, rasterise, write_svg
from pod.drawing.display import Drawing
from pod.drawing.paths import Transform
from pod.drawing.shapes import rect
from pod.imaging.colour import contrast, to_hex
from pod.lettering import MIN_CONTRAST, letter, set_type
from pod.model.artwork import LetteringSlot
from pod.model.geometry import Box
from pod.providers.embedded import designer
from pod.providers.embedded.designer import MOST_PALETTES, STANDS_OUT, draw
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.layouts.room import ROOMS, Asked
from pod.providers.embedded.motifs import curated_flags
from pod.providers.embedded.palettes import PALETTES

FOX = "a fox reading a book under the moon"
CASTS = ["axolotl barista", "capybara with an orange", "a fox riding a bicycle", "two swans in love", "a lighthouse"]
LIGHT, DARK = "#f4f1ea", "#23252b"
CENTRED_WITHIN = 0.005
LOOK_PX = 1024
TEXTS = {"short": "HOPE", "long": "The quiet joy of mountain biking", "two lines": "Summer camp\nsince 1987"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_art_stands_in_the_middle_of_its_frame(data_dir, layout):
    turn = list(LAYOUTS).index(layout) % 4
    said = CASTS[(turn + len(layout)) % len(CASTS)]
    design = draw(
        said,
        data_dir=data_dir,
        seed=turn,
        layouts=[layout],
        cloth_rgb=(LIGHT, DARK)[turn % 2],
        room=Asked(letters=6 if turn < 2 else 0),
    )
    alpha = rasterise(design.drawing, LOOK_PX)[..., 3] > 0
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    middle = np.array([rows[0] + rows[-1], columns[0] + columns[-1]]) / 2
    assert np.abs(middle - (LOOK_PX - 1) / 2).max() <= CENTRED_WITHIN * LOOK_PX
    margin = min(rows[0], columns[0], LOOK_PX - 1 - rows[-1], LOOK_PX - 1 - columns[-1])
    assert margin >= 0.05 * LOOK_PX, "art must keep its margin"
    assert max(np.ptp(rows), np.ptp(columns)) >= 0.85 * LOOK_PX, "art must fill its frame"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_written_in_the_art(data_dir, layout):
    svg = write_svg(draw(FOX, data_dir=data_dir, seed=4, layouts=[layout], room=Asked(letters=6)).drawing)
    assert "<text" not in svg
    assert "font" not in svg
    assert "<image" not in svg


def test_no_motif_with_letters_is_ever_shown(library):
    lettered = {name for name, flags in curated_flags().items() if "text" in flags}
    assert len(lettered) > 50
    named = {name: library.named(name) for name in ("calendar", "newspaper", "pool-8-ball", "stop-sign")}
    assert set(named) <= lettered
    assert not any(library.offers(codepoints) for codepoints in ("1f4c5", "1f4f0", "1f3b1", "1f6d1"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_anybody_can_stand_in_every_layout(data_dir, layout):
    subject = CASTS[list(LAYOUTS).index(layout) % len(CASTS)]
    design = draw(subject, data_dir=data_dir, seed=1, layouts=[layout], cloth_rgb=DARK)
    if layout not in ("line_art", "woodcut"):
        assert len(design.drawing.inks()) >= 3
    assert min(design.drawing.ink_box().width, design.drawing.ink_box().height) > 1000


# --- neighbours


@pytest.mark.parametrize("subject", ["a hedgehog", "vintage motorcycle", "tacos", "camping under the stars", "a d20"])
def test_four_candidates_are_four_layouts_and_four_pictures(data_dir, subject):
    designs = [draw(subject, data_dir=data_dir, seed=seed) for seed in range(4)]
    assert len({design.layout for design in designs}) == 4
    assert _closest([design.drawing for design in designs]) > ALIKE_BITS


@pytest.mark.parametrize("subject", ["a hedgehog", "vintage motorcycle", "tacos", "a d20"])
def test_four_candidates_have_more_than_one_palette_where_more_than_one_shows_them(data_dir, subject):
    """A green tent is seen before the grounds of one palette alone."""
    assert len({draw(subject, data_dir=data_dir, seed=seed).palette.name for seed in range(4)}) >= 2


@pytest.mark.parametrize("style", prompts.styles(), ids=lambda style: style.name)
def test_four_candidates_of_one_style_are_no_twins(data_dir, style):
    for subject in ("a fox riding a bicycle", "a sailing boat"):
        drawings = [draw(subject, data_dir=data_dir, seed=seed, layouts=style.layouts).drawing for seed in range(4)]
        assert _closest(drawings) > ALIKE_BITS, subject


@pytest.mark.parametrize("subject", ["axolotl sticker", "honey bee mandala", "retro sunset with a cactus", "tarot cat"])
def test_four_candidates_of_one_named_layout_are_no_twins(data_dir, subject):
    drawings = [draw(subject, data_dir=data_dir, seed=seed).drawing for seed in range(4)]
    assert _closest(drawings) > ALIKE_BITS


@pytest.mark.parametrize(
    "subject",
    ["dolphins jumping at sunset", "ballet shoes with ribbon", "fox badge", "two swans, woodcut", "neon synthwave cat"],
)
@pytest.mark.parametrize("first", [0, 5])
def test_where_few_layouts_suit_no_two_of_four_neighbours_share_layout_and_palette(data_dir, subject, first):
    designs = [draw(subject, data_dir=data_dir, seed=seed) for seed in range(first, first + 4)]
    assert len({design.layout for design in designs}) < 4, "else this says nothing"
    assert len({(design.layout, design.palette.name) for design in designs}) == 4


@pytest.mark.parametrize("subject", ["camping under the stars", "a pumpkin in a field at night"])
def test_what_stands_out_before_no_moon_is_not_sent_to_one_palette_by_every_seed(data_dir, subject):
    names = [draw(subject, data_dir=data_dir, seed=seed).palette.name for seed in range(4)]
    assert len(set(names)) >= 3, names


def test_few_layouts_still_come_in_many_palettes(data_dir):
    names = {draw("fox badge", data_dir=data_dir, seed=seed).palette.name for seed in range(12)}
    assert len(names) > MOST_PALETTES


def _closest(drawings: list[Drawing]) -> int:
    """Bits of 64 by which the two most similar ones differ."""
    prints = [fingerprint(rasterise(drawing, 512)) for drawing in drawings]
    return min((one ^ other).bit_count() for one, other in itertools.combinations(prints, 2))


# --- choice


@pytest.mark.parametrize(
    ("sentence", "layouts"),
    [
        ("axolotl barista sticker", {"sticker"}),
        ("a geometric wolf head", {"low_poly"}),
        ("wolf, badge", {"badge", "crest", "patch"}),
        ("honey pot mandala", {"mandala"}),
        ("retro sunset with pine trees", {"sunset"}),
        ("a raven, linocut", {"woodcut"}),
        ("the moon cat, tarot", {"card"}),
    ],
)
def test_a_layout_that_is_named_is_drawn_whatever_the_seed(data_dir, sentence, layouts):
    assert {draw(sentence, data_dir=data_dir, seed=seed).layout for seed in range(4)} <= layouts


@pytest.mark.parametrize("seed", range(6))
def test_no_taco_stands_on_a_hill_at_night(data_dir, seed):
    assert draw("a taco", data_dir=data_dir, seed=seed).layout not in {"sunset", "scene", "poster", "card", "stamp"}


@pytest.mark.parametrize("seed", range(4))
def test_a_place_that_is_named_is_shown(data_dir, seed):
    design = draw("bald eagle over mountains", data_dir=data_dir, seed=seed)
    assert design.facts["scene"] == "mountains"
    assert design.layout in {"sunset", "scene", "poster", "card", "stamp", "badge", "crest", "patch"}


@pytest.mark.parametrize("palette", PALETTES)
def test_every_palette_is_ordered_and_reads_on_light_and_dark_cloth(palette):
    p = PALETTES[palette]
    assert contrast(p.dark, p.light) >= 7
    assert all(ink not in ("#000000", "#ffffff") for ink in p.inks)
    assert contrast(p.type_ink("#ffffff"), "#ffffff") >= MIN_CONTRAST
    assert contrast(p.type_ink("#000000"), "#000000") >= MIN_CONTRAST


def test_a_hero_is_told_from_its_ground(data_dir, monkeypatch):
    """Over animals, vehicles and food in marks: the ground is chosen for the hero, or the next palette is taken."""
    said = [
        "a frog",
        "a pig",
        "cactus",
        "motorcycle",
        "a flamingo",
        "red apple",
        "whale",
        "a carrot",
        "penguin",
        "taco",
    ]
    apart = []
    kept = designer.build

    def watched(name, plan):
        apart.append(plan.stands_out(plan.ground))
        return kept(name, plan)

    monkeypatch.setattr(designer, "build", watched)
    for subject, layout in itertools.product(said, ("badge", "crest", "patch", "burst")):
        draw(subject, data_dir=data_dir, seed=len(subject), layouts=[layout])
    assert len(apart) >= 40, "what is tried again counts as well"
    assert np.mean(np.array(apart) >= STANDS_OUT) >= 0.9


# --- room for type


@cache
def _lettered(data_dir, layout: str, cloth: str, seed: int, asked: bool):
    return draw(
        "a moose",
        data_dir=data_dir,
        seed=seed,
        layouts=[layout],
        cloth_rgb=cloth,
        room=Asked(letters=6 if asked else 0),
    )


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_letters_stand_on_plain_ground_and_read_there(data_dir, layout, text):
    """Under and around every letter is one colour, the cloth's or the artwork's, and the ink reads on it.

    Every layout on light or dark cloth, with words that were asked for and with words that are added later, in turn.
    """
    turn = list(LAYOUTS).index(layout) + list(TEXTS).index(text)
    cloth, asked = (LIGHT, DARK)[turn % 2], turn % 3 != 2
    design = _lettered(data_dir, layout, cloth, 3, asked)
    layer = letter(TEXTS[text], design.slots[0], cloth_rgb=cloth)
    setting = set_type(layer)
    ground = _ground_under(design.drawing, setting.drawing, setting.ink_box, cloth)
    shade, count = np.unique(ground.reshape(-1, 3), axis=0, return_counts=True)
    assert count.max() / count.sum() >= 0.97, "artwork runs under the letters"
    assert contrast(layer.ink, to_hex(tuple(shade[count.argmax()]))) >= MIN_CONTRAST


def _ground_under(art: Drawing, letters: Drawing, ink_box: Box, cloth: str) -> np.ndarray:
    """Colours of art on cloth where the letters and a little around them will be."""
    view = ink_box.scaled(UNITS).grown(60)
    on_cloth, there = Canvas(view.width, view.height), Canvas(view.width, view.height)
    on_cloth.fill(rect(0, 0, view.width, view.height), cloth)
    on_cloth.place(art, Transform.move(-view.left, -view.top))
    there.place(letters, Transform.move(-view.left, -view.top))
    width_px = 600
    colours = rasterise(on_cloth.drawing(), width_px)[..., :3]
    inked = rasterise(there.drawing(), width_px)[..., 3] > 128
    assert inked.any()
    return colours[inked] // 4 * 4


@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_words_find_the_same_places(data_dir, layout):
    lines = min(2, ROOMS[layout].lines)
    one, other = (
        draw(f"{FOX} {said}", data_dir=data_dir, seed=4, layouts=[layout], room=Asked(letters=6))
        for said in ("", "“READ ON”")
    )
    assert [slot.name for slot in one.slots] == [slot.name for slot in other.slots]
    assert all(isinstance(slot, LetteringSlot) and slot.max_lines >= lines for slot in one.slots)
