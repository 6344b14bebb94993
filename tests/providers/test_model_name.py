"""The model's name says what it draws: whoever changes a drawing raises the number."""

from __future__ import annotations

from pod.providers.embedded.designer import Design, draw
from pod.providers.embedded.provider import MODEL

DRAWN = (
    ("a fox reading a book under the moon", 1),
    ("corgi astronaut riding a skateboard", 2),
    ("vintage motorcycle", 3),
    ("sunflowers", 4),
    ("camping under the stars", 5),
    ("letter M monogram with flowers", 6),
)


def test_what_a_model_draws_it_draws_for_ever(data_dir, as_expected, pytestconfig):
    """Where this fails on purpose: raise `MODEL`, delete the earlier model's file and run with --update-expected."""
    drawn = [(sentence, seed, draw(sentence, data_dir=data_dir, seed=seed)) for sentence, seed in DRAWN]
    told = [f"{sentence} / {seed}: {_told(design)}\n" for sentence, seed, design in drawn]
    as_expected(pytestconfig.rootpath / "tests" / "providers" / "expected" / f"{MODEL}.txt", "".join(told))


def _told(design: Design) -> str:
    """What another drawing would hardly have in common, and another processor does not change."""
    drawing, box = design.drawing, design.drawing.ink_box()
    sides = " ".join(f"{side:.0f}" for side in (box.left, box.top, box.right, box.bottom))
    return f"{design.layout}, {design.palette.name}, {len(drawing.items)} items, {sides}, {' '.join(drawing.inks())}"
