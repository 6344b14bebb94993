"""Lights and flags hang over a scene, and gulls fly over a lighthouse."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.hanging import hung_over, on_the_wing
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("typed", "hung"),
    [
        ("a camper and string lights", "christmas lights"),
        ("tent under fairy lights in the woods", "christmas lights"),
        ("cafe with bunting", "bunting"),
        ("string lights", ""),
        ("christmas tree with string lights", ""),
        ("a tent in the woods", ""),
    ],
)
def test_a_string_hangs_over_what_has_room_under_it(typed: str, hung: str, library: MotifLibrary) -> None:
    assert hung_over(read(typed, library)) == hung


def test_what_is_under_a_string_is_framed_by_its_poles(library: MotifLibrary) -> None:
    bare, hung = (
        cast(read(said, library), library, "badge", 1, needs_subject=True).hero
        for said in ("a tent", "a tent under fairy lights")
    )
    assert bare is not None
    assert hung is not None
    assert len(hung.drawing.items) > len(bare.drawing.items) + 20


@pytest.mark.parametrize(
    ("typed", "flies"),
    [
        ("lighthouse with seagulls", True),
        ("sailboat and three seagulls", True),
        ("a lighthouse and a seagull perched on it", False),
        ("a pelican with a seagull", False),
    ],
)
def test_gulls_are_on_the_wing_over_what_is_built(typed: str, flies: bool, library: MotifLibrary) -> None:
    understood = read(typed, library)
    gull = next(one for one in understood.companions if one.label == "seagull")
    shown = on_the_wing(gull, understood.heroes[0], understood.words)
    assert (shown.label == "flying seagull") is flies
