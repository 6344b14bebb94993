"""What is wished for again and again: one picture for many ways to say it, in its colours, with its company around it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from pod.imaging.colour import hue_apart, oklch
from pod.providers.embedded.coils import coiled_about
from pod.providers.embedded.designer import draw
from pod.providers.embedded.fabrics import fabric_asked
from pod.providers.embedded.groups import _in_the_sky
from pod.providers.embedded.layouts.repeats import _once_each
from pod.providers.embedded.layouts.stage import is_a_row_by_night
from pod.providers.embedded.palettes import PALETTES
from pod.providers.embedded.rows import pair
from pod.providers.embedded.subjects import harmony, place, visible_shares
from pod.providers.embedded.things import thing
from pod.providers.embedded.voice import read_picture, voice_of


@pytest.mark.parametrize(
    ("sentence", "hero"),
    [
        ("medusa with snakes for hair", "head of medusa"),
        ("a beautiful medusa head with purple snakes", "head of medusa"),
        ("medusa drinking coffee", "medusa"),
        ("line art woman face with flower crown", "line face with flowers"),
        ("minimalist line art of a woman", "line face"),
        ("woman face line art with leaves", "line face with leaves"),
        ("motorcycle", "chopper motorcycle"),
        ("old red motorbike", "chopper motorcycle"),
        ("eagle and motorcycle with flames", "chopper motorcycle"),
        ("bald eagle over a motorcycle", "eagle"),
        ("japanese wave with a koi fish", "great wave with a koi"),
        ("koi in a great wave", "great wave with a koi"),
        ("japanese wave", "great wave"),
        ("ramen bowl with chopsticks and a wave japanese style", "ramen with a great wave"),
        ("ramen bowl with chopsticks and a smiling egg", "ramen with a smiling egg"),
        ("monstera leaves in a pink pot", "potted monstera"),
        ("monstera leaf", "monstera leaf"),
        ("red mushroom house in a forest with snail", "mushroom house"),
        ("blue mushroom cottage", "mushroom house"),
        ("avocado halves holding hands", "avocado couple"),
        ("saturn with rainbow rings and stars", "saturn with bright rings"),
        ("bowling pins and ball retro", "bowling pins and ball"),
        ("dragon curled round a castle tower", "dragon around a tower"),
        ("dragon wrapped around a lighthouse", "dragon"),
    ],
)
def test_many_ways_to_say_it_are_one_picture(library, sentence, hero):
    assert read_picture(voice_of(sentence, library), library).heroes[0].label == hero


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("eagle and motorcycle with flames", {"fire", "eagle"}),
        ("seamless pattern of lemons and leaves", {"green leaf"}),
        ("violin and sheet music", {"sheet of music"}),
        ("moth with a moon on its wings", {"phases of the moon"}),
    ],
)
def test_what_is_with_it_is_heard(library, sentence, beside):
    understood = read_picture(voice_of(sentence, library), library)
    assert {one.label for one in understood.companions} == beside


@pytest.mark.parametrize(
    "sentence", ["lemons and blue tiles", "blue tiles with lemons", "lemons on blue portuguese tiles"]
)
def test_what_is_named_with_tiles_lies_on_them(sentence):
    fabric = fabric_asked(sentence)
    assert (fabric.name, fabric.behind) == ("azulejos", True)
    assert "lemons" in fabric.rest
    assert any(hue_apart(oklch(ink)[2], 255) < 25 for ink in fabric.inks if oklch(ink)[1] > 0.05)


def test_a_mandala_in_two_inks_shows_as_much_of_both(data_dir):
    drawing = draw("mandala in teal and gold", data_dir=data_dir, seed=0).drawing
    shares = visible_shares(drawing)
    teal, gold = (
        sum(share for ink, share in shares.items() if oklch(ink)[1] > 0.05 and hue_apart(oklch(ink)[2], hue) < 30)
        for hue in (190, 85)
    )
    assert 0.4 < gold / teal < 2.5


def test_a_pattern_has_each_kind_once():
    lemon, leaf = thing("lemon and slices"), thing("monstera leaf")
    assert _once_each([lemon, leaf, leaf, leaf]) == (lemon, leaf)


@pytest.mark.parametrize(("count", "figures", "asked"), [(3, {"moon"}, True), (3, set(), False), (1, {"moon"}, False)])
def test_several_under_a_moon_stand_before_it(count, figures, asked):
    hero = pair(thing("pumpkin spice latte"), count) if count > 1 else thing("pumpkin spice latte")
    plan = SimpleNamespace(hero=hero, night=True, in_land=False, in_air=False, figures=figures)
    assert is_a_row_by_night(plan) is asked


@pytest.mark.parametrize("palette", sorted(PALETTES))
def test_no_palette_makes_a_yellow_green(palette):
    becomes = harmony(thing("lemon and slices").drawing, PALETTES[palette])
    yellows = [ink for ink in becomes if oklch(ink)[1] > 0.1 and hue_apart(oklch(ink)[2], 90) < 15]
    assert yellows
    assert all(hue_apart(oklch(ink)[2], oklch(becomes[ink])[2]) < 23 for ink in yellows)


@pytest.mark.parametrize(
    ("name", "hero", "times"), [("high voltage", "acoustic guitar", 1.1), ("red heart", "acoustic guitar", 0.0)]
)
def test_lightning_strikes_behind_whom_it_is_with_and_is_taller(name, hero, times):
    alone = place(thing(hero), 0, 0, 1000)
    bolt = _in_the_sky(alone, replace(thing("arrow"), name=name), hero, 1, 500)
    tall = (bolt.area.bounds[3] - bolt.area.bounds[1]) if bolt else 0.0
    assert tall >= times * (alone.area.bounds[3] - alone.area.bounds[1])
    assert bool(bolt) is bool(times)


def test_a_dragon_goes_up_a_tower_in_turns_and_lies_around_a_die():
    dragon = replace(thing("monstera leaf"), name="dragon")
    tower = coiled_about(dragon, thing("striped lighthouse")).silhouette.bounds
    die = coiled_about(dragon, thing("lemon and slices")).silhouette.bounds
    assert (tower[3] - tower[1]) / (tower[2] - tower[0]) > (die[3] - die[1]) / (die[2] - die[0])
