"""Two print files of the same art are alike, whatever their areas and resolutions; those of other art are not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pod.model.geometry import Box, Size
from pod.model.ownarea import MAX_UNLIKE
from pod.printprep import Printed, unlike


def lines(side_px, colour=(20, 60, 160, 255), step=20):
    """A drawing of thin lines, which no two resolutions draw alike, without being shrunk."""
    picture = Image.new("RGBA", (side_px, side_px))
    draw = ImageDraw.Draw(picture)
    for n in range(0, 1000, step):
        at = n * side_px / 1000
        draw.line((0, at, side_px, side_px - at), fill=colour, width=max(1, side_px // 400))
        draw.line((at, 0, at, side_px), fill=colour, width=max(1, side_px // 400))
    return picture


def printed(art, area_px, at_px, bleed_mm=0.0):
    """`art` on an area of `area_px`, a tenth of a millimetre each."""
    sheet = Image.new("RGBA", area_px)
    sheet.paste(art, at_px)
    trim = Size(area_px[0] / 10 - 2 * bleed_mm, area_px[1] / 10 - 2 * bleed_mm)
    left, top = at_px[0] / 10 - bleed_mm, at_px[1] / 10 - bleed_mm
    return Printed(np.asarray(sheet), trim, bleed_mm, Box(left, top, art.width / 10, art.height / 10))


OURS = printed(lines(1200), (1500, 1500), (150, 150))


@pytest.mark.parametrize("side_px", [1200, 800, 500, 1900])
def test_the_same_art_is_alike_at_any_size_and_place(side_px):
    theirs = printed(lines(side_px), (2000, 2400), (60, 300), bleed_mm=3.0)
    assert unlike(OURS, theirs) < MAX_UNLIKE


@pytest.mark.parametrize(
    "art",
    [
        lines(1200).rotate(90),
        lines(1200, colour=(160, 60, 20, 255)),
        lines(1200, step=10),
        Image.new("RGBA", (1200, 1200)),
    ],
    ids=["turned", "in another colour", "with more lines", "nothing"],
)
def test_other_art_is_not(art):
    assert unlike(OURS, printed(art, (1500, 1500), (150, 150))) > MAX_UNLIKE


def test_art_that_is_cut_off_on_one_is_compared_where_both_have_it():
    assert unlike(OURS, printed(lines(1200), (1000, 1200), (-100, 0))) < MAX_UNLIKE
