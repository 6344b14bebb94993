"""Check and mend a picture, make print files of it, proof them: beside a plain pipeline of Pillow and ReportLab.

The peer does the least that gives a file of the same pixels: open, resize with Lanczos, place on the sheet, write with
the resolution tag. It measures nothing, carries no profile, and its edges take colour from under alpha 0.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from pod import composition
from pod.drawing import write_svg
from pod.imaging.load import load_picture
from pod.imaging.png import encode_png
from pod.model.product import Product
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PREP_VERSION, Master, prepare, proof
from tests.bench.bench_print_speed import AREA, SAFE_PX, SHEET_PX, SHOP, SIDE_PX, TEE, WHEN
from tests.bench.emblems import emblem, on_a_key
from tests.bench.rows import Row, Said, Work
from tests.drawing.samples import badge

TITLE = "Print: check and mend, print files, proofs"


def rows() -> Iterator[Row]:
    yield "check and mend 4096 px, a cut-out in place", partial(_checking, emblem)
    yield "check and mend 4096 px, off centre on a flat key colour", partial(_checking, on_a_key)
    flat = "4096 px flat art to PNG and PDF"
    yield f"{flat}: Pod", partial(_preparing, emblem, ("png", "pdf"))
    yield f"{flat}: Pillow and ReportLab", lambda: partial(_by_pillow, png_of(emblem()))
    yield "paths to 4500 × 5400 PNG and PDF", _preparing_paths
    for sku in ("tee", "poster-18x24", "mug-11oz"):
        yield f"proof of a print file on a {SHOP.product(sku).name}", partial(_proofing, SHOP.product(sku))


def png_of(pixels: np.ndarray) -> bytes:
    return encode_png(pixels, ppi=300)


# --- Pod


def _checking(make) -> Work:
    data = png_of(make())
    return partial(_check_and_mend, data)


def _check_and_mend(data: bytes) -> Said:
    pixels = load_picture(data).pixels
    mended = composition.mend(pixels, composition.inspect(pixels))
    return Said(", ".join(step.kind for step in mended.steps) or "nothing to mend")


def _preparing(make, formats: tuple[str, ...]) -> Work:
    return partial(_prepare, Master(png_of(make())), formats)


def _preparing_paths() -> Work:
    return partial(_prepare, Master(b"", write_svg(badge()).encode()), ("png", "pdf"))


def _prepare(master: Master, formats: tuple[str, ...]) -> None:
    recipe = Recipe(ArtworkLayer("a", "0" * 64, SIDE_PX, SIDE_PX), "tee", "navy", (Placement("front"),), PREP_VERSION)
    product, process = replace(TEE, areas=(AREA,)), SHOP.process(TEE.process)
    with tempfile.TemporaryDirectory() as folder:
        prepare(recipe, product, process, master, Path(folder), formats=formats, title="bench", when=WHEN)


def _proofing(product: Product) -> Work:
    area, cloth, process = product.areas[0], product.cloths[-1], SHOP.process(product.process)
    recipe = Recipe(ArtworkLayer("a", "0" * 64, 1, 1), product.sku, cloth.name, (Placement(area.name),), PREP_VERSION)
    with tempfile.TemporaryDirectory() as folder:
        master = Master(b"", write_svg(badge()).encode())
        made = prepare(recipe, product, process, master, Path(folder), formats=("png",), title="bench", when=WHEN)
        data = made[0].path.read_bytes()
    return partial(_proof, data, product)


def _proof(data: bytes, product: Product) -> None:
    proof(data, product, product.areas[0], product.cloths[-1], SHOP.process(product.process))


# --- peers


def _by_pillow(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        art = Image.open(io.BytesIO(data))
        side = SHEET_PX[0] - 2 * SAFE_PX
        small = art.resize((side, side), Image.Resampling.LANCZOS)
        sheet = Image.new("RGBA", SHEET_PX)
        sheet.paste(small, (SAFE_PX, (SHEET_PX[1] - side) // 2))
        sheet.save(f"{folder}/front.png", dpi=(300, 300))
        width, height = (v / 300 * 72 for v in SHEET_PX)
        page = ReportLabCanvas(f"{folder}/front.pdf", pagesize=(width, height))
        page.drawImage(ImageReader(sheet), 0, 0, width, height, mask="auto")
        page.save()
