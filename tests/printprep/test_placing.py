"""Where art lands on a print area, as numbers."""

from __future__ import annotations

import pytest

from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.model.product import Fit, PrintArea
from pod.printprep.fit import Sheet, placed

AREA = PrintArea("front", 200, 300, target_ppi=300, min_ppi=150, bleed_mm=3, safe_mm=10)
CUT = PrintArea("front", 200, 300, target_ppi=300, min_ppi=150, safe_mm=10, cut="CutContour")


@pytest.mark.parametrize(
    ("fit", "opaque", "aspect", "box"),
    [
        (Fit.CONTAIN, False, 1.0, (10, 60, 180, 180)),
        (Fit.CONTAIN, False, 2.0, (10, 105, 180, 90)),
        (Fit.CONTAIN, False, 0.5, (30, 10, 140, 280)),
        (Fit.CONTAIN, True, 1.0, (0, 50, 200, 200)),
        (Fit.CONTAIN, True, 200 / 300, (0, 0, 200, 300)),
        (Fit.COVER, True, 1.0, (-53, -3, 306, 306)),
        (Fit.COVER, False, 0.25, (-3, -262, 206, 824)),
        (Fit.STRETCH, True, 7.0, (0, 0, 200, 300)),
    ],
)
def test_fits_are_centred_and_keep_proportions_unless_stretched(fit, opaque, aspect, box):
    at = placed(AREA, fit, aspect, opaque=opaque)
    assert (at.left, at.top, at.width, at.height) == pytest.approx(box)
    assert at.centre == pytest.approx((100, 150))


def test_a_knife_has_its_room_around_opaque_art_too():
    at = placed(CUT, Fit.CONTAIN, 1.0, opaque=True)
    assert (at.left, at.width) == pytest.approx((10, 180))


@pytest.mark.parametrize(
    "box", [Box(-4, 0, 50, 50), Box(0, 0, 204, 50), Box(0, 260, 50, 44), Box(0, 0, 0, 50), Box(0, 0, 50, -1)]
)
def test_a_place_outside_the_bleed_is_refused_in_millimetres(box):
    with pytest.raises(InputRefused, match="reaches out of the front area") as refused:
        placed(AREA, Fit.CONTAIN, 1.0, opaque=False, asked_mm=box)
    assert refused.value.details["required"] == "200 × 300 mm"


def test_a_place_within_the_bleed_is_taken_as_it_is():
    box = Box(-3, -3, 206, 20)
    assert placed(AREA, Fit.CONTAIN, 1.0, opaque=False, asked_mm=box) is box


def test_millimetres_and_pixels_turn_into_each_other():
    sheet = Sheet.of(AREA)
    assert (sheet.width_px, sheet.height_px) == (2434, 3615)
    box = sheet.to_px(Box(12.5, 40, 100, 55))
    back = sheet.to_mm(box)
    assert (back.left, back.top, back.right, back.bottom) == pytest.approx((12.5, 40, 112.5, 95), abs=0.05)
    assert sheet.trim_px == Box(35, 35, 2364, 3545)
