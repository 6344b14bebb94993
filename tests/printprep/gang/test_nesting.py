"""Shapes lie in each other's hollows, apart by the gap, and take less of the sheet than their boxes would."""

from __future__ import annotations

import random

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pod.printprep.gang.nesting import Nest, Shape, nest
from pod.printprep.gang.packing import Tile, pack
from tests.printprep.gang.pictures import ARROW, CORNER, DISC, MOON, STAR, TRIANGLE

WIDTH, HEIGHT, GAP = 300, 1500, 3

STICKERS = {
    "stars and moons": (STAR, MOON),
    "triangles": (TRIANGLE,),
    "discs": (DISC,),
    "arrows and corners": (ARROW, CORNER),
    "of everything": (STAR, MOON, TRIANGLE, ARROW, CORNER, DISC),
}


def mask_of(outline: list[tuple[float, float]], side: int) -> np.ndarray:
    picture = Image.new("1", (side, side))
    ImageDraw.Draw(picture).polygon([(x * (side - 1), y * (side - 1)) for x, y in outline], fill=1)
    mask = np.asarray(picture)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def stickers(outlines: tuple[list[tuple[float, float]], ...], seed: int) -> list[np.ndarray]:
    dice = random.Random(seed)
    return [m for _ in range(5) for m in [mask_of(dice.choice(outlines), dice.randint(35, 75))] for _ in range(4)]


def sheet_of(shapes: list[Shape], nested: Nest, sheet: int) -> np.ndarray:
    """Cells by piece, counted from 1; a piece on another is an error."""
    cells = np.zeros((HEIGHT, WIDTH), dtype=np.int32)
    for n, spot in enumerate(nested.spots, start=1):
        if spot.sheet == sheet:
            mask = np.rot90(shapes[spot.shape].mask, -spot.quarter_turns)
            window = cells[spot.top : spot.top + len(mask), spot.left : spot.left + mask.shape[1]]
            assert window.shape == mask.shape, "a piece reaches out of the sheet"
            assert not window[mask].any(), "a piece lies on another"
            window[mask] = n
    return cells


def nearest(cells: np.ndarray) -> float:
    """The least distance between two pieces, from cell edge to cell edge, by a distance field around each."""
    least = np.inf
    for n in range(1, cells.max() + 1):
        rows, columns = np.nonzero(cells == n)
        top, left = max(0, rows.min() - 12), max(0, columns.min() - 12)
        window = cells[top : rows.max() + 13, left : columns.max() + 13]
        away = cv2.distanceTransform((window != n).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        others = away[(window != n) & (window != 0)]
        least = min(least, others.min() - 1 if len(others) else np.inf)
    return float(least)


@pytest.fixture(scope="module", params=STICKERS)
def laid(request: pytest.FixtureRequest) -> tuple[list[Shape], Nest]:
    shapes = [Shape(mask) for mask in stickers(STICKERS[request.param], seed=5)]
    return shapes, nest(shapes, WIDTH, HEIGHT, gap_cells=GAP)


def test_every_piece_is_there_once_and_the_gap_is_kept(laid: tuple[list[Shape], Nest]) -> None:
    shapes, nested = laid
    assert sorted(spot.shape for spot in nested.spots) == list(range(len(shapes)))
    # between the centres of two cells lies at most a cell more than between their edges
    assert nearest(sheet_of(shapes, nested, 0)) >= GAP - 1


def test_true_shapes_need_less_of_the_roll_than_their_boxes(laid: tuple[list[Shape], Nest]) -> None:
    shapes, nested = laid
    tiles = [Tile(s.mask.shape[1] + GAP, s.mask.shape[0] + GAP, may_turn=True) for s in shapes]
    boxes = pack(tiles, WIDTH + GAP, HEIGHT + GAP)
    assert len(nested.used) == len(boxes.used) == 1
    assert nested.used[0] < boxes.used[0] - GAP


def test_over_all_stickers_a_tenth_and_more_is_saved() -> None:
    saved = list[float]()
    for outlines in STICKERS.values():
        masks = stickers(outlines, seed=8)[:12]
        tiles = [Tile(m.shape[1] + GAP, m.shape[0] + GAP, may_turn=True) for m in masks]
        boxes = pack(tiles, WIDTH + GAP, HEIGHT + GAP).used[0] - GAP
        saved.append(1 - nest([Shape(m) for m in masks], WIDTH, HEIGHT, gap_cells=GAP).used[0] / boxes)
    assert sum(saved) / len(saved) > 0.1


@settings(max_examples=15, deadline=None)
@given(st.data(), st.floats(0, 4))
def test_between_any_two_outlines_is_the_gap(data: st.DataObject, gap: float) -> None:
    """Distances of points, not of cells: the corners of any two touched cells are the gap apart or more."""
    masks = [
        np.array(data.draw(st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=4, max_size=4)))
        for _ in range(4)
    ]
    shapes = [Shape(mask) for mask in masks if mask.any()] or [Shape(np.ones((2, 2), dtype=bool))]
    found = nest(shapes, 9, 60, gap_cells=gap)
    places = list[np.ndarray]()
    for spot in found.spots:
        mask = np.rot90(shapes[spot.shape].mask, -spot.quarter_turns)
        places.append(np.argwhere(mask) + np.array((spot.top, spot.left)))
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            apart = np.maximum(np.abs(one[:, None] - other[None]) - 1, 0)
            assert np.hypot(apart[..., 0], apart[..., 1]).min() >= gap
            assert (np.abs(one[:, None] - other[None]).max(axis=2) > 0).all()


def test_a_sheet_that_is_full_is_followed_by_another() -> None:
    shapes = [Shape(np.ones((40, 40), dtype=bool))] * 5
    found = nest(shapes, 84, 84, gap_cells=4)
    assert [spot.sheet for spot in found.spots] == [0, 0, 0, 0, 1]
    assert found.used == (84, 40)


def test_pieces_that_may_only_lie_two_ways_lie_no_other() -> None:
    shapes = [Shape(mask_of(TRIANGLE, 60), (0, 2))] * 8
    found = nest(shapes, 300, 400, gap_cells=2)
    assert {spot.quarter_turns for spot in found.spots} == {0, 2}, "triangles fit head to foot"


def test_the_same_shapes_lie_the_same_way_again() -> None:
    shapes = [Shape(mask) for mask in stickers(STICKERS["arrows and corners"], seed=9)[:8]]
    assert nest(shapes, WIDTH, HEIGHT, gap_cells=2) == nest(shapes, WIDTH, HEIGHT, gap_cells=2)
