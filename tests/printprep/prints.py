"""Artwork with known places, prepared for any product; and readers that are not ours."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pod.drawing import Canvas, write_svg
from pod.drawing.paths import Path as Outline
from pod.drawing.shapes import rect
from pod.imaging.png import encode_png
from pod.imaging.press import PressProfile
from pod.model.geometry import Box
from pod.model.product import Background, Fit, PrintArea, Product
from pod.model.recipe import ArtworkLayer, LetteringLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, PreparedFile, prepare
from pod.printprep.profiles import shipped_profile
from pod.store.catalogue import FileCatalogue

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
SHOP = FileCatalogue(templates_dir())
EVERY_AREA = [(p, a) for p in SHOP.products() for a in p.areas]
EVERY_AREA_IDS = [f"{p.sku} {a.name}" for p, a in EVERY_AREA]
_FORMS = (
    "tee front",
    "tee back",
    "tee left-sleeve",
    "tote front",
    "mug-11oz wrap",
    "poster-18x24 front",
    "sticker-4in front",
    "sticker-bumper front",
    "business-card front",
    "postcard-4x6 front",
    "phone-iphone back",
)
AREAS = [(p, a) for p, a in EVERY_AREA if f"{p.sku} {a.name}" in _FORMS]
"""One area of each form, whose files are made at their real size. What needs only boxes is asked of `EVERY_AREA`."""

AREA_IDS = [f"{p.sku} {a.name}" for p, a in AREAS]

RED, BLUE = (200, 40, 30), (30, 60, 160)
_F = ((700, 500, 700, 3100), (1400, 500, 1900, 700), (1400, 1700, 1200, 650))
"""An F in boxes (left, top, width, height) of 4096 units: turned or flipped it is not the same."""


def f_master(*, vector: bool, side_px: int = 2048) -> Master:
    """The F on nothing. Its picture and its paths cover exactly the same."""
    pixels = np.zeros((side_px, side_px, 4), dtype=np.uint8)
    canvas = Canvas(4096, 4096)
    for left, top, width, height in _F:
        x0, y0, x1, y1 = (round(v * side_px / 4096) for v in (left, top, left + width, top + height))
        pixels[y0:y1, x0:x1] = (*RED, 255)
        canvas.fill(rect(left, top, width, height), "#c8281e")
    return Master(encode_png(pixels), write_svg(canvas.drawing()).encode() if vector else None)


def shape_master(outline: Outline, ink: str = "#c8281e") -> Master:
    """Any outline in 4096 units, as paths."""
    canvas = Canvas(4096, 4096)
    canvas.fill(outline, ink)
    return Master(b"", write_svg(canvas.drawing()).encode())


def png(pixels: np.ndarray) -> Master:
    """A master written by another program than ours."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=1)
    return Master(stream.getvalue())


def photo_master(width: int, height: int) -> Master:
    """Opaque to all four edges, never near white, and different everywhere."""
    y, x = np.mgrid[0:height, 0:width]
    pixels = np.full((height, width, 4), 255, dtype=np.uint8)
    pixels[..., 0] = 40 + 120 * x / width + 20 * np.sin(y / 9)
    pixels[..., 1] = 60 + 100 * y / height + 20 * np.sin(x / 7)
    pixels[..., 2] = 90 + 40 * np.sin((x + y) / 31)
    return Master(encode_png(pixels))


def made(
    product: Product,
    area: PrintArea,
    master: Master,
    folder: Path,
    *,
    fit: Fit | None = None,
    formats: tuple[str, ...] | None = None,
    box: Box | None = None,
    cloth: str = "",
    lettering: LetteringLayer | None = None,
    title: str = "An F",
    press: Callable[[], PressProfile | None] = shipped_profile,
) -> dict[str, PreparedFile]:
    """The files of one area, by format."""
    folder.mkdir(exist_ok=True)
    recipe, own = recipe_with(product, area, fit=fit, box=box, cloth=cloth, lettering=lettering)
    process = SHOP.process(product.process)
    files = prepare(recipe, own, process, master, folder, formats=formats, title=title, when=WHEN, press=press)
    return {f.format: f for f in files}


def recipe_with(
    product: Product,
    area: PrintArea,
    *,
    fit: Fit | None = None,
    box: Box | None = None,
    cloth: str = "",
    lettering: LetteringLayer | None = None,
) -> tuple[Recipe, Product]:
    """A recipe for one area, and the product with it: it may be a test's own, which stands there in place of the one that it
    is named like."""
    recipe = Recipe(
        ArtworkLayer("a", "0" * 64, 4096, 4096),
        product.sku,
        cloth or product.cloths[0].name,
        (Placement(area.name, fit or area.fit, box),),
        PREP_VERSION,
        lettering=lettering,
    )
    return recipe, Product(**{**_fields(product), "areas": (area,)})


def _fields(product: Product) -> dict[str, object]:
    return {name: getattr(product, name) for name in product.__dataclass_fields__}


def ink_of(picture: Image.Image, area: PrintArea) -> np.ndarray:
    """Where the picture carries ink: by alpha, or by what is not the white ground."""
    pixels = np.asarray(picture)
    if area.background is Background.FULL:
        return pixels[..., :3].min(axis=2) < 128
    return pixels[..., 3] > 127


def box_of(ink: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in pixels."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def needs(program: str) -> str:
    """The program's path; where it is missing the test is skipped with its name."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


def ran(*command: str | Path) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True, timeout=240)
    return done.stdout


@dataclass(frozen=True)
class Boxes:
    """A page's boxes in points, as poppler reads them: left, bottom, right, top."""

    media: tuple[float, ...]
    bleed: tuple[float, ...]
    trim: tuple[float, ...]


def poppler_boxes(path: Path) -> Boxes:
    text = ran(needs("pdfinfo"), "-box", path)
    found = {
        name: tuple(float(v) for v in re.search(rf"^{name}Box:\s+(.*)$", text, re.M)[1].split())
        for name in ("Media", "Bleed", "Trim")
    }
    return Boxes(found["Media"], found["Bleed"], found["Trim"])
