"""Drawings of one brief that are nearly the same: which of them says so, and of what it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pod.composition.likeness import ALIKE_BITS
from pod.model.artwork import Artwork, FileRef, Provenance
from pod.model.design import Candidate, CandidateState
from pod.model.edit import Edit
from pod.model.findings import Severity
from pod.services.variations import told_alike

FILE = FileRef("0" * 64, 1, "image/png")
MADE = Provenance("studio", "m", "f", datetime(2026, 1, 1, tzinfo=UTC))
FAR = (1 << 40) - 1


def drawing(n: int, mark: int | None, **changes) -> tuple[Candidate, Artwork]:
    likeness = "" if mark is None else f"{mark:016x}"
    art = Artwork(f"art{n}", "d", FILE, 9, 9, "RGBA", has_alpha=True, provenance=MADE, likeness=likeness)
    return replace(Candidate("d", n, CandidateState.READY, n, art.id), **changes), art


def told(*drawings: tuple[Candidate, Artwork]) -> dict[int, list[str]]:
    candidates, arts = zip(*drawings, strict=True)
    found = told_alike(candidates, {art.id: art for art in arts})
    return {c.n: [f.message for f in c.findings.found] for c in found if c.findings.found}


@pytest.mark.parametrize(("bits", "alike"), [(0, True), (ALIKE_BITS, True), (ALIKE_BITS + 1, False)])
def test_the_later_of_two_that_are_nearly_the_same_names_the_first(bits, alike):
    found = told(drawing(1, FAR), drawing(2, 0), drawing(3, FAR ^ ((1 << bits) - 1)))
    assert found == ({3: ["This drawing is nearly the same as drawing 1."]} if alike else {})


def test_it_is_for_a_person_to_look_at_and_keeps_what_was_found_before():
    (first, art), second = drawing(1, 5), drawing(2, 5)
    [_, later] = told_alike([first, second[0]], {art.id: art, second[1].id: second[1]})
    [finding] = later.findings.found
    assert (finding.severity, finding.measured) == (Severity.CHOOSE, "0 of 64 features differ")
    assert finding.way_out


def test_the_nearest_of_several_is_named():
    assert told(drawing(1, 0b111), drawing(2, 0b1), drawing(3, 0b0))[3] == [
        "This drawing is nearly the same as drawing 2."
    ]


@pytest.mark.parametrize(
    "second",
    [
        drawing(2, None),
        drawing(2, 5, edit=Edit("v", "a red hat")),
        drawing(2, 5, state=CandidateState.DRAWING),
        drawing(2, 5, state=CandidateState.FAILED),
    ],
    ids=["drawn before this was measured", "an edit", "still at work", "failed"],
)
def test_what_is_no_drawing_of_the_brief_is_like_none(second):
    assert told(drawing(1, 5), second) == {}
