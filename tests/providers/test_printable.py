"""The printer's rules that the designer keeps by itself, and inks: fewer of them, and such as everybody tells apart."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pod.drawing import UNITS, Canvas, rasterise
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rect
from pod.imaging.colour import distance
from pod.imaging.png import encode_png
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from pod.providers.embedded import ideas
from pod.providers.embedded.designer import draw
from pod.providers.embedded.inks import _merged, as_seen, asked_inks, least_apart, limited, safe_palettes
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.printable import LEAST_STROKE, kept_for_words, lines_that_hold, unprintable

CLOTH = "#f4f1ea"


def _drawing(*shapes: tuple[Path, str]):
    canvas = Canvas(UNITS, UNITS)
    for path, ink in shapes:
        canvas.fill(path, ink)
    return canvas


GOOD = (circle(2048, 2048, 1500), "#264653")


def test_a_sound_drawing_breaks_no_rule():
    assert unprintable(_drawing(GOOD).drawing(), CLOTH) == ()


@pytest.mark.parametrize(
    ("shapes", "says"),
    [
        (((circle(2048, 2048, 300), "#264653"),), "covers"),
        (((rect(170, 170, 3756, 3756), "#264653"),), "covers"),
        (((circle(2048, 1600, 1590), "#264653"),), "edge"),
        (((circle(2048, 2048, 1500), "#efece5"),), "cloth"),
        ((GOOD, *((rect(300 + 90 * k, 300, 9, 9), "#264653") for k in range(20))), "specks"),
    ],
)
def test_each_rule_finds_what_breaks_it(shapes, says):
    found = unprintable(_drawing(*shapes).drawing(), CLOTH)
    assert len(found) == 1
    assert says in found[0]


def test_a_hairline_is_too_thin():
    canvas = _drawing(GOOD)
    canvas.stroke(circle(2048, 2048, 900), "#ffffff", 2.0)
    assert "line" in unprintable(canvas.drawing(), CLOTH)[0]


def test_lines_that_have_become_too_thin_are_held_at_any_depth():
    canvas = _drawing(GOOD)
    with canvas.group(rect(0, 0, UNITS, UNITS)):
        canvas.stroke(circle(2048, 2048, 900), "#ffffff", 2.0)
    canvas.stroke(circle(2048, 2048, 700), "#ffffff", 40.0)
    held = lines_that_hold(canvas.drawing())
    assert unprintable(held, CLOTH) == ()
    assert [held.items[1].items[0].width, held.items[2].width] == [LEAST_STROKE, 40.0]
    assert lines_that_hold(held) is held


def test_a_guitars_strings_hold_in_a_pattern_of_small_figures(data_dir):
    design = draw("three owls with a guitar, pattern", data_dir=data_dir, seed=3, cloth_rgb=CLOTH)
    assert design.layout == "pattern"
    assert not [note for note in design.notes if "line" in note]


def test_what_is_kept_for_words_is_covered_by_them():
    sparse = _drawing((circle(2048, 2048, 400), "#264653")).drawing()
    field = LetteringSlot("field", SlotKind.BLOCK, Box(0.1, 0.7, 0.8, 0.2))
    below = LetteringSlot("below", SlotKind.BLOCK, Box(0.1, 1.02, 0.8, 0.2))
    assert kept_for_words([field, below]) == pytest.approx(0.16)
    assert unprintable(sparse, CLOTH, words=0.16) == ()
    assert "covers" in unprintable(sparse, CLOTH, words=kept_for_words([below]))[0]


def test_what_does_not_print_is_tried_again_with_other_dice(data_dir, monkeypatch):
    looked = []

    def first_is_bad(drawing, cloth_rgb, *, words, look):
        looked.append(drawing)
        return ("It covers 2%.",) if len(looked) == 1 else ()

    kept = draw("a moose", data_dir=data_dir, seed=3)
    monkeypatch.setattr(ideas, "unprintable", first_is_bad)
    again = draw("a moose", data_dir=data_dir, seed=3)
    assert len(looked) == 2
    assert looked[0] == kept.drawing
    assert again.drawing == looked[1] != kept.drawing
    assert again.layout == kept.layout
    assert not any("covers" in note for note in again.notes)


def test_what_never_prints_is_shown_with_what_it_breaks(data_dir, monkeypatch):
    monkeypatch.setattr(ideas, "unprintable", lambda drawing, cloth_rgb, *, words, look: ("It covers 2%.",))
    assert "It covers 2%." in draw("a moose", data_dir=data_dir, seed=3).notes


def test_what_a_check_would_find_has_fewer_inks_first_and_other_dice_then(data_dir, monkeypatch):
    asked, looked = draw("a moose", data_dir=data_dir, seed=3), []

    def too_many_twice(drawing, cloth_rgb, *, look):
        looked.append(drawing)
        return ("colours",) if len(looked) <= 2 else ()

    monkeypatch.setattr(ideas, "wanting", too_many_twice)
    fewer = draw("a moose", data_dir=data_dir, seed=3)
    assert looked[0] == asked.drawing
    assert fewer.drawing == looked[2]
    assert len(fewer.drawing.inks()) <= 8
    assert (fewer.layout, fewer.palette) == (asked.layout, asked.palette)


def test_what_keeps_the_printers_rules_comes_before_what_breaks_one(data_dir, monkeypatch):
    """Where a check finds something in all that is tried, the seed's own idea is the one that is shown."""
    kept = draw("a moose", data_dir=data_dir, seed=3)
    monkeypatch.setattr(ideas, "wanting", lambda drawing, cloth_rgb, *, look: ("gradients",))
    again = draw("a moose", data_dir=data_dir, seed=3)
    assert (again.drawing, again.notes) == (kept.drawing, kept.notes)


# --- inks


@pytest.mark.parametrize(
    ("said", "rest", "most"),
    [
        ("a fox in two colours", "a fox in  ", 2),
        ("3-color moose badge", "  moose badge", 3),
        ("two foxes", "two foxes", 0),
    ],
)
def test_a_number_of_inks_is_heard(said, rest, most):
    assert asked_inks(said) == (rest, most)


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_no_more_inks_are_used_than_were_asked_for(data_dir, tmp_path, most):
    """Counted by Pillow in the file, edges left out."""
    design = draw(f"a fox badge, {most} colours", data_dir=data_dir, seed=1, cloth_rgb=CLOTH)
    assert len(design.drawing.inks()) <= most
    file = tmp_path / "art.png"
    file.write_bytes(encode_png(rasterise(design.drawing, 512), ppi=300))
    with Image.open(file) as picture:
        pixels = np.array(picture.convert("RGBA")).reshape(-1, 4)
    shades, counts = np.unique(pixels[pixels[:, 3] == 255][:, :3], axis=0, return_counts=True)
    assert len({tuple((shade.astype(int) + 4) // 16) for shade in shades[counts > 300]}) <= most


def test_fewer_inks_are_of_those_that_were_there():
    drawing = _drawing(GOOD, (circle(2048, 2048, 700), "#e76f51"), (circle(2048, 2048, 60), "#e9c46a")).drawing()
    assert set(limited(drawing, 2).inks()) == {"#264653", "#e76f51"}


def test_two_shades_of_the_ground_go_together_before_a_small_tan_dog_turns_red():
    others = dict.fromkeys(("#3f978f", "#fbf2df", "#3a2430", "#3f6fb0", "#5fae6a"), 900.0)
    cover = {"#d9503f": 2000.0, "#c9924f": 200.0, "#8d4fb5": 9000.0, "#9759bd": 9000.0, **others}
    becomes = _merged(cover, 8)
    assert becomes["#c9924f"] == "#c9924f"
    assert becomes["#8d4fb5"] == becomes["#9759bd"]


def test_a_vivid_orange_does_not_fade_into_the_fur_that_it_lies_on():
    fur = {"#b07f4d": 4000.0, "#ddb07f": 1200.0, "#8d6638": 900.0}
    rest = dict.fromkeys(("#7cc4ea", "#9aa0a8", "#b4bac2", "#fbf2df", "#3a2430", "#d9828a"), 900.0)
    becomes = _merged({"#f0912f": 120.0, **fur, **rest}, 9)
    assert becomes["#f0912f"] == "#f0912f"


def test_safe_palettes_are_told_apart_by_every_eye():
    assert len(safe_palettes()) >= 8
    assert set(safe_palettes()) < set(PALETTES), "some are not, or the rule says nothing"
    assert least_apart(PALETTES["retro"]) > least_apart(PALETTES["pastel"])
    red, green = "#c0392b", "#5f7d2b"
    assert distance(as_seen(red, "deuteranopia"), as_seen(green, "deuteranopia")) < 0.6 * distance(red, green)


def test_for_colour_blind_eyes_only_those_are_used(data_dir):
    used = {
        draw("a green tree frog, colour-blind safe", data_dir=data_dir, seed=seed).palette.name for seed in range(5)
    }
    assert used <= set(safe_palettes()), "no hue is turned either"
