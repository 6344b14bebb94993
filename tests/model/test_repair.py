"""Which of two pictures goes on: tables of what their checks found."""

from __future__ import annotations

import pytest

from pod.model.findings import Finding, Findings, Severity
from pod.model.repair import Repair, Way, got_worse, is_better, left_in

CUT, SLAB, HALO = ("cut_by_edge",), ("black_slab",), ("halo",)


def seen(*rules: str, fixed: tuple[str, ...] = (), blocked: tuple[str, ...] = (), unknown: tuple[str, ...] = ()):
    found = [Finding(r, Severity.CHOOSE, "", "7 %", "") for r in rules]
    found += [Finding(r, Severity.FIXED, "", "7 %", "") for r in fixed]
    found += [Finding(r, Severity.BLOCKED, "", "7 %", "") for r in blocked]
    return Findings(tuple(found), unknown)


@pytest.mark.parametrize(
    ("old", "new", "reasons", "worse", "better"),
    [
        (seen("cut_by_edge"), seen(), CUT, (), True),
        (seen("cut_by_edge"), seen("cut_by_edge"), CUT, (), False),
        (seen("cut_by_edge", "halo"), seen("halo"), CUT, (), True),
        (seen("cut_by_edge"), seen("halo"), CUT, HALO, False),
        (seen("cut_by_edge", fixed=HALO), seen("halo"), CUT, HALO, False),
        (seen("cut_by_edge"), seen(fixed=HALO), CUT, (), True),
        (seen("cut_by_edge", unknown=HALO), seen("halo"), CUT, (), True),
        (seen("cut_by_edge"), seen(blocked=SLAB), CUT, SLAB, False),
        (seen("black_slab"), seen(blocked=SLAB), SLAB, SLAB, False),
        (seen(blocked=SLAB), seen("black_slab"), SLAB, (), True),
        (seen(blocked=SLAB), seen("halo"), SLAB, HALO, True),
        (seen(blocked=SLAB), seen(blocked=("blank",)), SLAB, ("blank",), False),
        (seen(blocked=("blank",)), seen("halo", "cut_by_edge"), ("blank",), (), True),
    ],
)
def test_the_better_picture_lacks_a_reason_and_fails_no_other_check(old, new, reasons, worse, better):
    assert got_worse(old, new) == worse
    assert is_better(old, new, reasons) is better


def test_what_was_mended_is_not_left():
    assert left_in(seen("halo", fixed=("specks",), blocked=SLAB)) == {"halo": "7 %", "black_slab": "7 %"}


def test_a_step_is_under_way_until_something_has_come_of_it():
    step = Repair(1, Way.EDIT, CUT, ("gemini",), 7, "Zoom out.", "a1")
    assert step.under_way
    assert not step.ended("The image service does not answer.").under_way
    done = step.compared("a2", seen("cut_by_edge"), seen())
    assert (done.kept, done.after, done.found, done.outcome) == (True, "a2", {}, "better")


def test_an_edit_says_in_its_own_words_what_is_to_change():
    assert Repair(1, Way.EDIT, CUT, (), 7, "", "a").strengthens == ()
    assert Repair(1, Way.REROLL, CUT, (), 7, "", "a").strengthens == CUT
