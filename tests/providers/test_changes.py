"""What the designer changes of what it has drawn: the colour or the mood of one, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pod.imaging.colour import hue_apart, oklch
from pod.model.errors import InputRefused
from pod.providers.embedded.changes import Changes, read_changes
from pod.providers.embedded.designer import draw
from pod.providers.embedded.palettes import HUES

FOX = "a fox reading a book under the moon"


def drawn(data_dir: Path, subject: str = FOX, seed: int = 5, instruction: str = ""):
    return draw(subject, data_dir=data_dir, seed=seed, changes=read_changes(instruction))


def new_inks(data_dir: Path, instruction: str, **what) -> set[str]:
    before, after = drawn(data_dir, **what), drawn(data_dir, instruction=instruction, **what)
    return set(after.drawing.inks()) - set(before.drawing.inks())


@pytest.mark.parametrize("colour", ["blue", "green", "purple"])
def test_a_new_colour_is_the_fur_s_in_all_its_shades(data_dir, colour):
    inks = new_inks(data_dir, f"make the fox {colour}")
    assert len(inks) >= 2
    assert all(hue_apart(oklch(ink)[2], HUES[colour]) < 8 for ink in inks)


def test_all_else_stays_where_and_as_it_was(data_dir):
    before, after = drawn(data_dir), drawn(data_dir, instruction="make the fox blue")
    assert [type(i) for i in after.drawing.items] == [type(i) for i in before.drawing.items]
    assert after.drawing.ink_box() == before.drawing.ink_box()
    assert (after.layout, after.palette, after.slots) == (before.layout, before.palette, before.slots)


def test_a_shade_is_lighter_or_darker(data_dir):
    lightness = {
        said: max(oklch(ink)[0] for ink in new_inks(data_dir, f"turn the fox's fur {said}"))
        for said in ("light blue", "blue", "dark blue")
    }
    assert lightness["light blue"] > lightness["blue"] > lightness["dark blue"]


def test_the_same_change_is_the_same_drawing(data_dir):
    first, again = (drawn(data_dir, instruction="make it blue; make it happy") for _ in range(2))
    assert first == again


def test_a_companion_is_coloured_alone(data_dir):
    cats = {"subject": "a cat and a dog", "seed": 3}
    inks = new_inks(data_dir, "make the dog purple", **cats)
    assert all(hue_apart(oklch(ink)[2], HUES["purple"]) < 8 for ink in inks)
    kept = set(drawn(data_dir, **cats).drawing.inks())
    assert kept & set(drawn(data_dir, instruction="make the dog purple", **cats).drawing.inks())


LAUGH = {"#7a2f3b", "#f0808a"}
"""What an open mouth shows."""


def test_a_mood_is_another_face_and_the_same_colours(data_dir):
    bear = {"subject": "a sleepy bear with a cup of coffee", "seed": 3}
    before, after = drawn(data_dir, **bear), drawn(data_dir, instruction="make it happier", **bear)
    assert after.drawing != before.drawing
    assert set(after.drawing.inks()) <= set(before.drawing.inks()) | LAUGH
    assert after.layout == before.layout


@pytest.mark.parametrize(
    ("what", "instruction", "said"),
    [
        ({}, "make the moon yellow", "no “moon” here"),
        ({"subject": "two avocados", "seed": 2}, "make it happy", "no face"),
        ({"subject": "a mountain lake at sunset", "seed": 5}, "make it blue", "no figure"),
        (
            {"subject": "line art of a sleepy bear with a cup of coffee", "seed": 3},
            "make the bear purple",
            "makes no difference",
        ),
    ],
)
def test_what_cannot_be_changed_is_refused_with_the_way_out(data_dir, what, instruction, said):
    with pytest.raises(InputRefused, match=said) as refused:
        drawn(data_dir, instruction=instruction, **what)
    assert refused.value.hint


def test_an_instruction_is_read_part_by_part_and_the_last_word_counts():
    changes = read_changes("make the fox blue; make it red and make the dog happier")
    assert dict(changes.dyes).keys() == {"fox", ""}
    assert (changes.mood, changes.unheard) == ("jolly", ())
    assert read_changes("make it red; make it blue") == read_changes("make it blue")
    assert read_changes("give it a hat").unheard == ("give it a hat",)
    assert not Changes()
