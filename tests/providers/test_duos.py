"""Two who do something with each other, or the same beside each other."""

from __future__ import annotations

import pytest
from shapely import get_parts
from shapely.geometry import box

from pod.imaging.colour import distance
from pod.providers.embedded.characters import Doing, character
from pod.providers.embedded.designer import draw
from pod.providers.embedded.duos import ACTS, act_of, duo
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.understanding import read

FOX, BEAR, GIRL = Choice("fox", species="fox"), Choice("bear", species="bear"), Choice("girl", species="girl")


def _drawn(who: Choice, doing: Doing):
    return character(who.can_be_character, doing)


@pytest.mark.parametrize("act", [name for name in ACTS if name not in ("catch", "wed")])  # a ball, a heart over hats
def test_two_who_do_something_with_each_other_are_one_piece(act):
    figure = duo(FOX, BEAR, Doing(holds="umbrella") if act in ("share", "build") else Doing(), act, _drawn)
    parts = sorted((part.area for part in get_parts(figure.silhouette)), reverse=True)
    assert sum(parts[1:]) < 0.02 * parts[0]


def test_who_hugs_is_nearer_than_who_holds_hands():
    hug, hands = (duo(FOX, BEAR, Doing(), act, _drawn).silhouette.bounds for act in ("hug", "hands"))
    assert (hug[2] - hug[0]) / (hug[3] - hug[1]) < (hands[2] - hands[0]) / (hands[3] - hands[1])


def test_two_share_one_umbrella():
    shared = duo(FOX, BEAR, Doing(holds="umbrella"), "share", _drawn)
    each = duo(FOX, BEAR, Doing(holds="umbrella"), "", _drawn)
    assert len(shared.drawing.items) < len(each.drawing.items)


def test_two_who_dance_have_one_umbrella_between_them():
    dancing = duo(FOX, BEAR, Doing(holds="umbrella", action="dancing"), "dance", _drawn)
    each = duo(FOX, BEAR, Doing(holds="umbrella"), "", _drawn)
    assert len(dancing.drawing.items) < len(each.drawing.items)


def test_two_who_fish_hold_their_rods_outwards():
    apart = duo(FOX, BEAR, Doing(holds="fishing rod"), "", _drawn).silhouette.bounds
    inward = duo(FOX, BEAR, Doing(holds="flower"), "", _drawn).silhouette.bounds
    assert apart[2] - apart[0] > inward[2] - inward[0]


def test_a_child_is_smaller_than_a_bear():
    figure = duo(BEAR, GIRL, Doing(), "", _drawn)
    left, top, right, bottom = figure.silhouette.bounds
    heights = [
        half.bounds[3] - half.bounds[1]
        for half in (
            figure.silhouette.intersection(box(left, top, left + 0.2 * (right - left), bottom)),
            figure.silhouette.intersection(box(right - 0.2 * (right - left), top, right, bottom)),
        )
    ]
    assert heights[1] < 0.9 * heights[0]


@pytest.mark.parametrize(
    ("sentence", "hero", "partner", "act"),
    [
        ("two giraffes hugging", "giraffe", "giraffe", "hug"),
        ("bear hugging a fox", "bear", "fox", "hug"),
        ("two otters holding hands", "otter", "otter", "hands"),
        ("two cats sharing an umbrella", "cat", "cat", "share"),
        ("a chicken chasing a farmer", "chicken", "man", "chase"),
        ("a dog hugging a nurse", "dog", "woman", "hug"),
        ("a man proposing to his girlfriend in paris", "man", "woman", "propose"),
        ("a man proposing to a woman on one knee", "man", "woman", "propose"),
        ("penguins kissing", "penguin", "penguin", "kiss"),
        ("a couple dancing", "woman", "man", "dance"),
        ("a grandfather and grandson fishing", "grandpa", "boy", ""),
        ("frog and toad on a bench", "frog", "toad", ""),
        ("cat and dog best friends", "cat", "dog", ""),
    ],
)
def test_partners_are_heard(library: MotifLibrary, sentence: str, hero: str, partner: str, act: str):
    understood = read(sentence, library)
    assert understood.heroes[0].label == hero
    assert understood.partner is not None
    assert (understood.partner.label, understood.act) == (partner, act)
    assert understood.companions == ()


@pytest.mark.parametrize("sentence", ["a fox with a hedgehog", "a girl walking her dog", "koala hugging a tree"])
def test_company_is_no_partner(library, sentence):
    assert read(sentence, library).partner is None


def test_acts_are_whole_words():
    assert act_of(("two", "foxes", "shareholders")) == ""
    assert act_of(("holding", "hands")) == "hands"


def test_who_marries_has_a_top_hat_or_a_veil_on(library):
    understood = read("two penguins getting married", library)
    assert understood.act == "wed"
    groom, bride = ACTS["wed"].dress
    assert "top hat" in groom
    assert "bridal veil" in bride


def test_a_pattern_lies_on_the_colour_that_is_said(data_dir):
    design = draw("cats pattern in pink", data_dir=data_dir, seed=2)
    pinks = [ink for ink in design.drawing.inks() if distance(ink, ink_of("pink", ())) < 0.02]
    assert design.layout == "pattern"
    assert pinks
