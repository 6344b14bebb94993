"""Where art lands on a partner's own area, and how far that is from what was approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pod.model.geometry import Box
from pod.model.ownarea import Departure, departure, own_area, placement_on
from pod.model.product import Background, Fit, PartnerArea, PrintArea
from pod.model.recipe import Placement

DAY = date(2026, 11, 20)
FRONT = PrintArea("front", 254.0, 254.0, 300, 150, safe_mm=7.0, px=(3000, 3000))
ART = Box(7.0, 27.0, 240.0, 200.0)


def at(area, px, ppi=300, **row):
    return replace(area, partners=(PartnerArea("press", "7", px, ppi, DAY, **row),))


@pytest.mark.parametrize(
    ("px", "ppi", "row", "other"),
    [
        ((3000, 3000), 300, {}, False),
        ((1500, 1500), 150, {}, False),
        ((3001, 3000), 300, {}, False),
        ((3012, 3000), 300, {}, True),
        ((3094, 3094), 300, {"bleed_mm": 4.0}, True),
        ((3000, 3000), 300, {"colour": "cmyk"}, True),
        ((3000, 3000), 300, {"white": "White"}, True),
        ((3000, 3000), 300, {"sizes": ("XL",)}, False),
    ],
)
def test_another_file_is_wanted_where_millimetres_bleed_or_inks_differ(px, ppi, row, other):
    assert (own_area(at(FRONT, px, ppi, **row), "press", "S") is not None) is other


def test_what_the_partner_says_now_goes_before_what_the_file_says():
    area = at(FRONT, (2400, 2400))
    assert own_area(area, "press", "S", ((1500, 1500), 150)) is None
    told = own_area(area, "press", "S", ((900, 1200), 150))
    assert told.area.size_px == (900, 1200)
    assert told.size_mm.height == pytest.approx(203.2)


def test_wall_art_that_lies_at_the_partner_is_the_same_area():
    poster = replace(FRONT, width_mm=304.8, height_mm=406.4, px=(3600, 4800), may_rotate=True)
    assert own_area(at(poster, (4800, 3600)), "press", "S") is None
    assert own_area(at(replace(poster, may_rotate=False), (4800, 3600)), "press", "S") is not None


def test_an_area_is_named_by_what_its_files_depend_on_and_by_nothing_else():
    own, moved = (
        own_area(at(replace(FRONT, on_mockup_mm=place), (2400, 2400)), "press", "S") for place in (None, (1.0, 2.0))
    )
    assert own.sha256 == moved.sha256
    assert own.sha256 != own_area(at(replace(FRONT, marks=True), (2400, 2400)), "press", "S").sha256


# --- where the art lands


def landed(px, art=ART, area=FRONT):
    theirs = own_area(at(area, px), "press", "S").area
    return theirs, placement_on(theirs, area, Placement("front"), art).box_mm


def test_with_more_room_the_art_keeps_its_size_and_its_place_from_the_middle():
    theirs, box = landed((3600, 3600))
    assert (box.width, box.height) == (240.0, 200.0)
    assert box.centre == (theirs.width_mm / 2, theirs.height_mm / 2)


def test_with_less_room_it_is_as_large_as_the_safe_area_and_never_cut():
    theirs, box = landed((2400, 2400))
    assert box.width == pytest.approx(203.2 - 14)
    assert box.height / box.width == pytest.approx(200 / 240)
    assert Box(0, 0, theirs.width_mm, theirs.height_mm).grown(-7).contains(box, tolerance=0.001)


def test_art_that_stands_off_the_middle_stays_off_it_and_is_moved_in_where_it_would_stand_out():
    high = Box(7.0, 7.0, 100.0, 60.0)
    theirs, box = landed((3600, 3600), high)
    assert theirs.height_mm / 2 - box.centre[1] == pytest.approx(127 - 37)
    theirs, box = landed((2400, 1200), high)
    assert (box.width, box.top) == (100.0, pytest.approx(7.0))


def test_a_picture_that_runs_to_the_edge_is_laid_by_the_areas_own_rule():
    poster = replace(FRONT, background=Background.FULL, fit=Fit.COVER, bleed_mm=3.0)
    placement = Placement("front", Fit.COVER)
    assert placement_on(replace(poster, bleed_mm=0.0), poster, placement, ART) == placement


# --- how far it is


def test_a_smaller_print_is_told_in_percent_and_by_how_far_its_edge_moves():
    theirs, box = landed((2400, 2400))
    off = departure(FRONT, ART, theirs, box)
    assert off.change == pytest.approx((203.2 - 14) / 240 - 1)
    assert off.moved_mm == pytest.approx((240 - 189.2) / 2)
    assert (off.cut, off.within) == (0.0, False)
    assert off.words == "the art is 21% smaller (5% is allowed), its edge is 25 mm from where it was (10 mm is allowed)"


@pytest.mark.parametrize(
    ("off", "within"),
    [
        (Departure(-0.05, 10.0, 0.01, 0.02), True),
        (Departure(0.05, 0.0, 0.0), True),
        (Departure(-0.051, 0.0, 0.0), False),
        (Departure(0.06, 0.0, 0.0), False),
        (Departure(0.0, 10.1, 0.0), False),
        (Departure(0.0, 0.0, 0.02), False),
        (Departure(0.0, 0.0, 0.0, 0.03), False),
    ],
)
def test_an_approval_covers_five_percent_ten_millimetres_and_nothing_that_is_cut_off(off, within):
    assert off.within is within
    assert (off.words == "") is within


def test_what_a_cover_cuts_off_counts_only_as_far_as_it_was_not_approved():
    poster = replace(FRONT, width_mm=200.0, height_mm=300.0, px=None, fit=Fit.COVER)
    square = Box(-50.0, 0.0, 300.0, 300.0)
    narrower = replace(poster, width_mm=180.0)
    assert departure(poster, square, poster, square).cut == 0.0
    assert departure(poster, square, narrower, square.moved(-10, 0)).cut == pytest.approx(20 / 300)
