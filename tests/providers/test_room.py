"""What layouts declare that they have room for: the declaration is measured, and the chooser keeps to it."""

from __future__ import annotations

import math
from functools import cache

import pytest

from pod.lettering import letter, set_type
from pod.providers.embedded.designer import draw
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.layouts.room import ROOMS, Asked, of_shape, with_room

LARGE = 0.03
"""Height of capitals, of the frame's width: 9 mm on a print 300 mm wide."""

TALK = "The quiet joy of mountain biking and a cup of hot coffee with old friends on a slow sunday morning by the lake in May"
SLOGAN = "I was told there would be cake and I have not seen any of it"
CLOTH = "#f4f1ea"


def test_every_layout_declares_its_room():
    assert list(ROOMS) == list(LAYOUTS)


@cache
def _drawn(data_dir, layout):
    turn = list(LAYOUTS).index(layout) % 4
    return draw("a moose", data_dir=data_dir, seed=turn, layouts=[layout], room=Asked(letters=6), cloth_rgb=CLOTH)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_as_many_letters_as_it_declares_stay_large(data_dir, layout):
    room, slot = ROOMS[layout], _drawn(data_dir, layout).slots[0]
    words = TALK[: room.letters].rsplit(" ", 1)[0] if room.letters < len(TALK) else TALK
    setting = set_type(letter(words, slot, cloth_rgb=CLOTH))
    assert setting.cap_height >= LARGE
    assert len(setting.lines) <= room.lines == slot.max_lines


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_drawn_has_the_shape_that_it_declares(data_dir, layout):
    box = _drawn(data_dir, layout).drawing.ink_box()
    least, most = ROOMS[layout].aspect
    assert least - 0.06 <= box.width / box.height <= most + 0.06


@pytest.mark.parametrize("seed", range(6))
def test_a_slogan_of_sixty_letters_never_goes_to_a_badge(data_dir, seed):
    assert len(SLOGAN) >= 60
    design = draw("a badger", data_dir=data_dir, seed=seed, room=Asked(letters=len(SLOGAN)))
    assert ROOMS[design.layout].letters >= len(SLOGAN)


def test_short_words_do_go_to_a_badge(data_dir):
    seen = {draw("badger brewery", data_dir=data_dir, seed=seed, room=Asked(letters=9)).layout for seed in range(6)}
    assert "badge" in seen


@pytest.mark.parametrize("aspect", [1.8, 0.6])
def test_a_wide_or_tall_area_gets_a_layout_of_its_shape(data_dir, aspect):
    names = [draw("a badger", data_dir=data_dir, seed=s, room=Asked(aspect=aspect)).layout for s in range(6)]
    a_square = abs(math.log(aspect))
    assert all(ROOMS[name].unlike(aspect) <= a_square for name in names)
    assert len(set(names)) >= 5


def test_details_that_a_small_area_does_not_hold_are_not_drawn_there(data_dir):
    names = {draw("a badger", data_dir=data_dir, seed=s, room=Asked(width_mm=60)).layout for s in range(6)}
    assert all(ROOMS[name].least_mm <= 60 for name in names)


def test_where_company_would_be_lost_nobody_brings_any(data_dir):
    names = {draw("a badger, a fox and a hen", data_dir=data_dir, seed=s).layout for s in range(6)}
    assert all(ROOMS[name].shows >= 3 for name in names)


def test_what_no_layout_holds_goes_to_the_roomiest():
    assert with_room(["badge", "sticker"], Asked(letters=200)) == ["badge"]
    assert with_room([], Asked()) == []


def test_a_square_area_takes_any_shape():
    assert of_shape(list(LAYOUTS), Asked(aspect=1.0)) == list(LAYOUTS)
