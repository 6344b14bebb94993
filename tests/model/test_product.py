"""A print area as it lies for a picture, and as a partner asks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pod.model.product import PartnerArea, PrintArea

POSTER = PrintArea("front", 457.2, 609.6, target_ppi=300, min_ppi=100, bleed_mm=3.175, may_rotate=True, px=(5475, 7275))
SHIRT = replace(POSTER, may_rotate=False)
SQUARE = PrintArea("front", 300, 300, target_ppi=300, min_ppi=100, may_rotate=True)
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(("width", "height"), [(3000, 2000), (6000, 4000), (1100, 1000), (16, 9)])
def test_the_area_turns_for_a_picture_that_lies_the_other_way(width, height):
    turned = POSTER.facing(width, height)
    assert (turned.width_mm, turned.height_mm, turned.size_px) == (609.6, 457.2, (7275, 5475))
    assert turned.facing(width, height) == turned
    assert turned.facing(height, width) == POSTER


@pytest.mark.parametrize(("width", "height"), [(2000, 3000), (1000, 1000), (1090, 1000), (1000, 1090)])
def test_an_upright_or_nearly_square_picture_turns_nothing(width, height):
    assert POSTER.facing(width, height) is POSTER


def test_what_may_not_turn_stays_and_a_square_has_no_other_way_to_lie():
    assert SHIRT.facing(3000, 2000) is SHIRT
    assert SQUARE.facing(3000, 2000) is SQUARE


def test_a_row_for_one_size_goes_before_a_row_for_all():
    every = PartnerArea("press", "7", (3000, 3000), 300, DAY)
    small = PartnerArea("press", "7", (1500, 1500), 150, DAY, sizes=("S",), bleed_mm=12.7)
    area = replace(SQUARE, partners=(every, small))
    assert area.at_partner("press", "M").size_px == (3000, 3000)
    at_s = area.at_partner("press", "S")
    assert (at_s.size_px, at_s.target_ppi, at_s.width_mm) == ((1500, 1500), 150, pytest.approx(254 - 25.4))
    assert area.at_partner("other", "S") is area


def test_a_coarser_partner_lowers_what_is_asked_of_the_picture():
    area = replace(SQUARE, min_ppi=150, partners=(PartnerArea("press", "7", (900, 900), 72, DAY),))
    assert area.at_partner("press", "S").min_ppi == 72
