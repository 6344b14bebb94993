"""Never fewer pieces on a sheet than rectpack manages, with any of its algorithms, on twenty sets of the trade's sizes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pod.printprep.gang.packing import Layout, Tile, pack
from tests.printprep.gang.sets import KNOWN, PackingSet, best_of_rectpack, packing_sets

KNOWN_SETS = packing_sets(KNOWN)


def boxes(tiles: list[Tile], layout: Layout) -> list[tuple[int, int, int, int, int]]:
    """Sheet, left, top, right, bottom."""
    found = []
    for spot in layout.spots:
        tile = tiles[spot.tile]
        width, height = (tile.height, tile.width) if spot.turned else (tile.width, tile.height)
        found.append((spot.sheet, spot.left, spot.top, spot.left + width, spot.top + height))
    return found


def check(tiles: list[Tile], layout: Layout, width: int, height: int) -> None:
    """Every tile once, on its sheet, on no other, and `used` as far as they reach."""
    assert sorted(spot.tile for spot in layout.spots) == list(range(len(tiles)))
    laid = boxes(tiles, layout)
    assert all(left >= 0 and top >= 0 and right <= width and bottom <= height for _, left, top, right, bottom in laid)
    for n, (sheet, left, top, right, bottom) in enumerate(laid):
        for other, x0, y0, x1, y1 in laid[n + 1 :]:
            assert other != sheet or right <= x0 or x1 <= left or bottom <= y0 or y1 <= top
    reach = [max(bottom for s, *_, bottom in laid if s == sheet) for sheet in range(len(layout.used))]
    assert layout.used == tuple(reach)


@pytest.fixture(scope="module")
def layouts() -> dict[str, Layout]:
    return {one.name: pack(one.tiles, *one.room) for one in KNOWN_SETS}


@pytest.mark.parametrize("one", KNOWN_SETS, ids=lambda one: one.name)
def test_no_set_needs_more_than_the_best_that_rectpack_finds(one: PackingSet, layouts: dict[str, Layout]) -> None:
    layout = layouts[one.name]
    check(one.tiles, layout, *one.room)
    assert layout.cost <= one.rectpack


def test_four_fifths_of_all_sheets_are_covered_on_average(layouts: dict[str, Layout]) -> None:
    fills = [one.fill(layouts[one.name].used) for one in KNOWN_SETS]
    assert sum(fills) / len(fills) >= 0.8


def test_what_is_written_of_rectpack_is_what_rectpack_finds() -> None:
    one = min(KNOWN_SETS, key=lambda one: len(one.pieces_mm))
    assert best_of_rectpack(one) == one.rectpack


def test_twenty_sets_are_twenty_different_sets() -> None:
    assert len(KNOWN_SETS) == len({one.pieces_mm for one in KNOWN_SETS}) == 20


tiles = st.builds(Tile, st.integers(1, 30), st.integers(1, 30), st.booleans())


@settings(max_examples=25, deadline=None)
@given(st.lists(tiles, min_size=1, max_size=12))
def test_any_tiles_lie_apart_and_inside(drawn: list[Tile]) -> None:
    check(drawn, pack(drawn, 30, 30), 30, 30)


def test_a_tile_that_may_not_turn_does_not() -> None:
    drawn = [Tile(30, 10, may_turn=False)] * 7
    layout = pack(drawn, 40, 30)
    assert not any(spot.turned for spot in layout.spots)
    assert layout.used == (30, 30, 10)


def test_turning_is_used_where_it_saves_a_sheet() -> None:
    assert len(pack([Tile(30, 10, may_turn=True)] * 4, 40, 30).used) == 1


def test_the_same_tiles_lie_the_same_way_again() -> None:
    one = KNOWN_SETS[0]
    assert pack(one.tiles, *one.room) == pack(one.tiles, *one.room)


def test_as_many_pieces_as_are_taken_are_laid_by_the_skyline_alone() -> None:
    drawn = [Tile(50 + n % 7, 40 + n % 5, may_turn=True) for n in range(500)]
    check(drawn[:60], pack(drawn[:60], 560, 3000), 560, 3000)
    assert len(pack(drawn, 560, 3000).spots) == 500


def test_nothing_needs_no_sheet() -> None:
    assert pack([], 100, 100).used == ()
