"""Every print area as a picture in text: what the files say of themselves, read by Pillow and poppler."""

from __future__ import annotations

import io
import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from pod.model.product import PrintArea
from tests.printprep.prints import AREA_IDS, AREAS, Boxes, ink_of, poppler_boxes

EXPECTED = Path(__file__).parent / "expected"
COLUMNS = 60
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


def test_no_expected_picture_is_left_over():
    names = {f"{product.sku}-{area.name}.txt" for product, area in AREAS}
    assert {path.name for path in EXPECTED.glob("*.txt")} == names
