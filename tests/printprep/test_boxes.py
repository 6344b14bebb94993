"""Every print area as a picture in text: what the files say of themselves, read by Pillow and poppler."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from pod.model.geometry import Box
from pod.model.product import PrintArea
from pod.printprep import Master
from tests.printprep.prints import (
    AREA_IDS,
    AREAS,
    EVERY_AREA,
    EVERY_AREA_IDS,
    Boxes,
    box_of,
    f_master,
    ink_of,
    made,
    poppler_boxes,
)

EXPECTED = Path(__file__).parent / "expected"
COLUMNS = 60
COARSE_PPI = 50
MM = 25.4 / 72


@pytest.mark.parametrize(("product", "area"), AREAS, ids=AREA_IDS)
def test_the_files_of_an_area_are_as_drawn(product, area, on_file, as_expected):
    files = on_file(product, area)
    boxes = poppler_boxes(files["pdf"].path)
    with Image.open(files["png"].path) as picture:
        picture.load()
    text = "\n".join([*facts(picture, boxes), "", *drawn(ink_of(picture, area), boxes, area), ""])
    as_expected(EXPECTED / f"{product.sku}-{area.name}.txt", text)


def facts(picture: Image.Image, boxes: Boxes) -> list[str]:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
    across, down = picture.info["dpi"]
    name = ImageCms.getProfileDescription(profile).strip()
    return [
        f"png    {picture.width} × {picture.height} px, {across:.2f} × {down:.2f} dpi, {picture.mode}, {name}",
        *(
            f"{name:6} {' '.join(f'{v:8.2f}' for v in box)} pt   {(box[2] - box[0]) * MM:7.2f} × {(box[3] - box[1]) * MM:.2f} mm"
            for name, box in (("media", boxes.media), ("bleed", boxes.bleed), ("trim", boxes.trim))
        ),
    ]


def drawn(ink: np.ndarray, boxes: Boxes, area: PrintArea) -> list[str]:
    """``b`` bleed, ``.`` the margin that stays clear, space the safe area, ``#`` ink. A line is two columns high."""
    left, bottom, right, top = boxes.bleed
    rows = math.ceil((top - bottom) / (2 * (right - left) / COLUMNS))
    wide, high = (right - left) / COLUMNS, (top - bottom) / rows
    lines = []
    for row in range(rows):
        ys = (top - row * high, top - (row + 1) * high)
        line = ""
        for column in range(COLUMNS):
            xs = (left + column * wide, left + (column + 1) * wide)
            at = (int((row + 0.5) / rows * ink.shape[0]), int((column + 0.5) / COLUMNS * ink.shape[1]))
            line += "#" if ink[at] else ground(xs, ys, boxes.trim, area.safe_mm / MM)
        lines.append(line.rstrip())
    return lines


def ground(xs: tuple[float, float], ys: tuple[float, float], trim: tuple[float, ...], safe_pt: float) -> str:
    """By what of the cell lies furthest out."""
    inside = min(
        *(x - trim[0] for x in xs), *(trim[2] - x for x in xs), *(y - trim[1] for y in ys), *(trim[3] - y for y in ys)
    )
    return "b" if inside < -0.005 else "." if inside < safe_pt else " "


@pytest.fixture(scope="module")
def f() -> Master:
    return f_master(vector=True, side_px=256)


@pytest.mark.parametrize(("product", "area"), EVERY_AREA, ids=EVERY_AREA_IDS)
def test_every_area_has_its_boxes_and_its_ink_inside_the_safe_area(product, area, f, tmp_path):
    """Coarse, so that it is quick: boxes come from millimetres and not from pixels."""
    coarse = replace(area, target_ppi=COARSE_PPI, min_ppi=COARSE_PPI, px=None)
    files = made(product, coarse, f, tmp_path, formats=("png", "pdf"))
    boxes = poppler_boxes(files["pdf"].path)
    bleed = [mm / MM for mm in (area.width_mm + 2 * area.bleed_mm, area.height_mm + 2 * area.bleed_mm)]
    assert [boxes.bleed[2] - boxes.bleed[0], boxes.bleed[3] - boxes.bleed[1]] == pytest.approx(bleed, abs=0.02)
    trim = [mm / MM for mm in (area.width_mm, area.height_mm)]
    assert [boxes.trim[2] - boxes.trim[0], boxes.trim[3] - boxes.trim[1]] == pytest.approx(trim, abs=0.02)
    assert boxes.trim[0] - boxes.bleed[0] == pytest.approx(area.bleed_mm / MM, abs=0.02)
    with Image.open(files["png"].path) as picture:
        per_mm = picture.width / (area.width_mm + 2 * area.bleed_mm)
        left, top, right, bottom = (v / per_mm - area.bleed_mm for v in box_of(ink_of(picture, area)))
    room = Box(0, 0, area.width_mm, area.height_mm).grown(-area.safe_mm)
    ink = Box(left, top, right - left, bottom - top)
    assert room.contains(ink, tolerance=1.5 / per_mm)
    assert max(ink.width / room.width, ink.height / room.height) == pytest.approx(
        1, abs=4 / per_mm / min(room.width, room.height)
    )


def test_no_expected_picture_is_left_over():
    names = {f"{product.sku}-{area.name}.txt" for product, area in AREAS}
    assert {path.name for path in EXPECTED.glob("*.txt")} == names
