"""The table of what a picture is asked for again for: whole, and read as it is meant."""

from __future__ import annotations

import pytest

import prompts
from pod.composition.inspection import ANY_PICTURE, KNOWN_INK
from pod.model.findings import Finding, Severity
from pod.model.repair import Way
from prompts.compose import clauses
from prompts.repairs import remedies
from tests.prompts.test_compose import TEE, brief

RULES = {detect.__name__ for detect in (*ANY_PICTURE, *KNOWN_INK)}
LIKED = ("gradients", "colours", "several_subjects", "frame_line", "hairlines", "tiny_gaps", "half_transparent", "halo")


def found(rule: str, severity: Severity = Severity.CHOOSE) -> Finding:
    return Finding(rule, severity, "", "", "")


def test_every_remedy_is_for_something_that_is_measured():
    assert set(remedies()) - {"blocked"} <= RULES


@pytest.mark.parametrize("rule", sorted(remedies()))
def test_every_way_of_a_remedy_has_its_words(rule):
    remedy = remedies()[rule]
    assert list(remedy.ways) == sorted(remedy.ways, key=list(Way).index), "in the ladder's order"
    assert (Way.EDIT in remedy.ways) == bool(remedy.edit)
    assert rule in clauses() or rule == "blocked"
    assert not remedy.edit.endswith(".")


@pytest.mark.parametrize("rule", LIKED)
def test_what_somebody_may_like_is_left_as_it_is(rule):
    assert prompts.wanting([found(rule)], cut_out=True) == ()


@pytest.mark.parametrize("rule", [*LIKED, "blank", "invisible_on_cloth", "black_slab"])
def test_what_blocks_a_print_is_always_asked_for_again(rule):
    assert prompts.wanting([found(rule, Severity.BLOCKED)], cut_out=False) == (rule,)
    assert Way.EMBEDDED in prompts.ways_for([rule])


def test_what_was_mended_is_not_asked_for_again():
    assert prompts.wanting([found("cut_by_edge", Severity.FIXED)], cut_out=True) == ()


def test_a_picture_that_fills_its_area_may_have_a_scene_and_run_off_its_edges():
    seen = [found("ground_not_flat"), found("cut_by_edge"), found("checkerboard")]
    assert prompts.wanting(seen, cut_out=False) == ("checkerboard",)
    assert prompts.wanting(seen, cut_out=True) == ("ground_not_flat", "cut_by_edge", "checkerboard")


def test_what_blocks_comes_first_and_only_ways_that_all_of_it_has_are_gone():
    rules = prompts.wanting([found("cut_by_edge"), found("blank", Severity.BLOCKED)], cut_out=True)
    assert rules == ("blank", "cut_by_edge")
    assert prompts.ways_for(rules) == (Way.REROLL, Way.ELSEWHERE)
    assert prompts.ways_for(()) == ()


def test_an_edit_names_the_ground_that_is_asked_for_and_what_stays():
    prompt = prompts.compose(brief(), prompts.style("badge"), TEE)
    told = prompts.told_by(("cut_by_edge", "ground_not_flat"), Way.EDIT, prompt)
    assert told.count(f"flat, uniform {prompt.key_rgb.upper()}") >= 1
    assert "Zoom out" in told
    assert "drawing style and its colours stay" in told
    assert "{" not in told
    assert prompts.told_by(("cut_by_edge",), Way.REROLL, prompt) == clauses()["cut_by_edge"]
