"""A picture and the paths that print in its place, against paths that draw something else."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest

from pod.drawing import Canvas, rasterise, write_svg
from pod.drawing.shapes import rect
from pod.imaging.png import encode_png
from pod.model.artwork import MendKind, MendStep
from pod.model.errors import InputRefused
from pod.model.product import Fit
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import Master, refuse_other_paths

RECIPE = Recipe(ArtworkLayer("a", "0" * 64, 600, 600), "tee", "white", (Placement("front", Fit.CONTAIN),), "1")
HOUSE = ((120, 260, 360, 240), (180, 120, 240, 140), (250, 360, 80, 140))


@functools.cache
def canvas(*inks: str, moved: int = 0, left_out: int = 0) -> Canvas:
    drawn = Canvas(600, 600)
    for (left, top, width, height), ink in list(zip(HOUSE, inks, strict=True))[: len(HOUSE) - left_out]:
        drawn.fill(rect(left + moved, top, width, height), ink)
    return drawn


INKS = ("#c8281e", "#161a30", "#e6b566")


def master(paths: Canvas) -> Master:
    picture = encode_png(rasterise(canvas(*INKS).drawing(), 600))
    return Master(picture, write_svg(paths.drawing()).encode())


def test_paths_that_draw_the_picture_print():
    refuse_other_paths(RECIPE, master(canvas(*INKS)))


@pytest.mark.parametrize(
    "other",
    [canvas("#1e5c96", *INKS[1:]), canvas(*INKS, moved=40), canvas(*INKS, left_out=1), canvas(*INKS, left_out=2)],
    ids=["in another ink", "moved", "without its door", "another shape"],
)
def test_paths_that_draw_something_else_are_refused_with_a_way_out(other):
    with pytest.raises(InputRefused) as refused:
        refuse_other_paths(RECIPE, master(other))
    assert refused.value.code == "vector_differs"
    assert "upload the picture alone" in refused.value.hint


def test_paths_that_do_not_print_are_not_looked_at():
    cut = replace(RECIPE, mending=(MendStep(MendKind.DESPECK),))
    refuse_other_paths(cut, master(canvas("#1e5c96", *INKS[1:])))
