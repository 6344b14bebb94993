"""Ink in the colour of its cloth: seen where other ink surrounds it, lost where it runs out into the cloth."""

from __future__ import annotations

import numpy as np
import pytest

from pod.composition import inspect
from pod.composition.seen import lost_on_cloth
from pod.model.findings import Finding, Severity
from tests.composition.pictures import RED, SIDE, WHITE, box, clear, disc, painted, ring

SHAPE = (SIDE, SIDE)
CLOTH = "#ffffff"
PALE = (238, 238, 238)
"""ΔE 6 from white: the cloth's own colour to an eye."""
FAINT = (215, 215, 205)
"""ΔE 15: told from white as an area, and no line that holds anything together."""

Shapes = list[tuple[np.ndarray, tuple[int, int, int]]]
BODY = disc(SHAPE, 500, 500, 350)
WIDE, THIN = ring(SHAPE, 500, 500, 370, 350), ring(SHAPE, 500, 500, 353, 350)


def found(*shapes: tuple[np.ndarray, tuple[int, int, int]], cloth: str = CLOTH) -> Finding | None:
    picture = clear()
    for mask, colour in shapes:
        picture = painted(picture, mask, colour)
    return inspect(picture, cloth_rgb=cloth).finding("invisible_on_cloth")


SEEN: dict[str, Shapes] = {
    "a hen on a disc": [(disc(SHAPE, 500, 500, 370), RED), (disc(SHAPE, 500, 500, 300), WHITE)],
    "a body in a wide outline": [(BODY, WHITE), (WIDE, RED)],
    "a body in a thin outline": [(BODY, WHITE), (THIN, RED)],
    "white letters in an outline": [
        shape for n in range(4) for shape in ((box(SHAPE, 60 + 230 * n, 300, 190, 400), RED),
                                              (box(SHAPE, 68 + 230 * n, 308, 174, 384), WHITE))
    ],
    "a little of the cloth's colour beside much else": [(BODY, RED), (box(SHAPE, 850, 400, 80, 200), WHITE)],
}  # fmt: skip
LOST: dict[str, tuple[Shapes, Severity]] = {
    "all of it": ([(BODY, WHITE)], Severity.BLOCKED),
    "all of it but nearly": ([(BODY, PALE)], Severity.BLOCKED),
    "rays that run out into the cloth": (
        [(disc(SHAPE, 500, 500, 400), RED), *[(box(SHAPE, 100 + 160 * n, 60, 80, 880), WHITE) for n in range(6)]],
        Severity.CHOOSE,
    ),
    "half of it beside the other half": ([(BODY, RED), (box(SHAPE, 500, 100, 400, 800), WHITE)], Severity.CHOOSE),
    "letters in a hole": ([(WIDE, RED), (box(SHAPE, 350, 350, 300, 300), WHITE)], Severity.CHOOSE),
    "a body in an outline that is open": (
        [(BODY, WHITE), (WIDE, RED), (box(SHAPE, 480, 120, 40, 60), WHITE)],
        Severity.CHOOSE,
    ),
    "a body in a line that is hardly seen": ([(BODY, WHITE), (THIN, FAINT)], Severity.BLOCKED),
}


@pytest.mark.parametrize("drawing", SEEN.values(), ids=SEEN)
def test_what_other_ink_surrounds_is_seen(drawing):
    assert found(*drawing) is None


@pytest.mark.parametrize(("drawing", "severity"), LOST.values(), ids=LOST)
def test_what_runs_into_the_cloth_is_not(drawing, severity):
    assert found(*drawing).severity is severity
    assert found(*drawing, cloth="#203040") is None


def test_a_picture_that_fills_its_frame_ends_at_the_cloth():
    everywhere = np.ones(SHAPE, dtype=bool)
    assert lost_on_cloth(np.full(SHAPE, 3, np.float32), everywhere).all()
    assert not lost_on_cloth(np.full(SHAPE, 30, np.float32), everywhere).any()


@pytest.mark.parametrize(("holes", "seen"), [(200, True), (2000, False)])
def test_a_worn_shape_is_still_one_and_crumbs_are_none(holes, seen):
    picture = painted(painted(clear(), disc(SHAPE, 500, 500, 370), RED), disc(SHAPE, 500, 500, 300), WHITE)
    for x, y in np.random.default_rng(1).integers(270, 720, (holes, 2)):
        picture[y : y + 9, x : x + 9] = 0
    assert (inspect(picture, cloth_rgb=CLOTH).finding("invisible_on_cloth") is None) is seen


def test_letters_that_are_cut_out_of_a_panel_in_the_cloths_colour_are_read_by_nobody():
    picture = painted(painted(clear(), BODY, WHITE), WIDE, RED)
    for n in range(5):
        picture[440:560, 300 + 90 * n : 330 + 90 * n] = 0
    assert inspect(picture, cloth_rgb=CLOTH).finding("invisible_on_cloth") is not None
    assert inspect(picture, cloth_rgb="#203040").finding("invisible_on_cloth") is None


def test_only_what_is_lost_counts_and_is_shown():
    """A white hen on a red disc, and a white box beside it: 28 % of the ink."""
    hen = [(disc(SHAPE, 350, 500, 280), RED), (disc(SHAPE, 350, 500, 200), WHITE)]
    finding = found(*hen, (box(SHAPE, 700, 250, 200, 480), WHITE))
    assert finding.measured == "28 %"
    assert (finding.where_px.left, finding.where_px.top) == pytest.approx((700, 250), abs=2)
    assert (finding.where_px.width, finding.where_px.height) == pytest.approx((200, 480), abs=2)
