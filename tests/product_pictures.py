"""One picture of every print area on its product, for `docs/products.md`: `python -m tests.product_pictures`.

Cut-out designs are drawn by the offline designer without the motif packages; what is printed to its edge shows scenery
drawn here. Run it after a change to the mock-ups or the products, and look at what came out.
"""

from __future__ import annotations

import io
import sys
import tempfile
from itertools import cycle
from pathlib import Path

import fontpkg
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pod.model.product import Background, Cloth, Fit, Kind, PrintArea, Product
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, enough_ppi, on_product, sketch
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.store.catalogue import FileCatalogue
from tests.example_pictures import drawn

SHEET = Path(__file__).resolve().parent.parent / "docs" / "images" / "products.png"
COLUMNS, CELL_PX, CAPTION_PX, GAP_PX = 9, 150, 28, 10
DRAWN_PX = 2 * CELL_PX
MOST_BYTES = 600_000

DESIGNS = (
    ("a fox reading a book under the moon", "retro-sunset", 0),
    ("a bear", "mascot", 7),
    ("a whale", "minimal", 2),
    ("a cat", "kawaii-sticker", 3),
    ("a stag", "badge", 6),
)


def main() -> int:
    shop = FileCatalogue(templates_dir())
    ordered = sorted(shop.products(), key=lambda p: list(Kind).index(p.kind))
    cells = [(product, area) for product in ordered for area in product.areas]
    with tempfile.TemporaryDirectory() as without_motifs:
        designer = Embedded(EmbeddedSettings(without_motifs))
        masters = cycle([Master(b"", drawn(designer, *asked, "#f4f1ea")) for asked in DESIGNS])
        pictures = [shown(shop, *cell, next(masters), n) for n, cell in enumerate(cells)]
    sheet = laid_out(cells, pictures).quantize(256, dither=Image.Dither.NONE)
    sheet.save(SHEET, optimize=True)
    size = SHEET.stat().st_size
    sys.stdout.write(f"{SHEET.name}: {len(cells)} print areas, {sheet.width} × {sheet.height} px, {size} bytes\n")
    return int(size > MOST_BYTES)


def shown(shop: FileCatalogue, product: Product, area: PrintArea, design: Master, n: int) -> Image.Image:
    full = area.background is Background.FULL
    width, height = area.width_mm, area.height_mm
    if area.may_rotate and height > width and n % 3 == 0:
        width, height = height, width  # the picture lies, and the area turns for it
    master, size_px = (scenery(width / height), (width, height)) if full else (design, (1.0, 1.0))
    cloth: Cloth = product.cloths[n % len(product.cloths)]
    layer = ArtworkLayer("", "", *(round(100 * side) for side in size_px))
    recipe = Recipe(
        layer, product.sku, cloth.name, (Placement(area.name, Fit.COVER if full else area.fit),), PREP_VERSION
    )
    art = sketch(recipe, product, master, area.name, ppi=enough_ppi(product, area, width_px=DRAWN_PX))
    pixels = on_product(art, product, area, cloth, shop.process(product.process), width_px=DRAWN_PX)
    picture = Image.fromarray(pixels)
    picture.thumbnail((CELL_PX, CELL_PX))
    return picture


def scenery(aspect: float) -> Master:
    """Hills before a low sun, opaque to all four edges."""
    width, height = (900, round(900 / aspect)) if aspect >= 1 else (round(900 * aspect), 900)
    down = np.linspace(0, 1, height)[:, None, None]
    sky = np.array((250, 190, 110)) * (1 - down) + np.array((205, 92, 110)) * down
    picture = Image.fromarray(np.broadcast_to(sky, (height, width, 3)).astype(np.uint8))
    pen, side = ImageDraw.Draw(picture), min(width, height)
    middle, low = width / 2, 0.42 * height
    pen.ellipse([middle - 0.2 * side, low - 0.2 * side, middle + 0.2 * side, low + 0.2 * side], fill="#fff1cf")
    for n, hill in enumerate(("#7c4a6e", "#51365c", "#2c2342")):
        x = np.linspace(0, width, 60)
        y = (0.56 + 0.13 * n) * height + side * (0.05 * np.sin(x / side * (5 + n) + n) + 0.03 * np.sin(x / side * 11))
        pen.polygon([(0, height), *zip(x, y, strict=True), (width, height)], fill=hill)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return Master(stream.getvalue())


def laid_out(cells: list[tuple[Product, PrintArea]], pictures: list[Image.Image]) -> Image.Image:
    rows = -(-len(cells) // COLUMNS)
    step_x, step_y = CELL_PX + GAP_PX, CELL_PX + CAPTION_PX + GAP_PX
    sheet = Image.new("RGB", (COLUMNS * step_x + GAP_PX, rows * step_y + GAP_PX), "white")
    pen, face = ImageDraw.Draw(sheet), ImageFont.truetype(str(fontpkg.path("fira-sans", 400)), 11)
    for n, ((product, area), picture) in enumerate(zip(cells, pictures, strict=True)):
        left, top = GAP_PX + n % COLUMNS * step_x, GAP_PX + n // COLUMNS * step_y
        sheet.paste(picture, (left + (CELL_PX - picture.width) // 2, top + (CELL_PX - picture.height) // 2))
        for line, words in enumerate((product.sku, area.name)):
            pen.text((left + CELL_PX / 2, top + CELL_PX + 8 + 12 * line), words, fill="#3a3f3d", font=face, anchor="mm")
    return sheet


if __name__ == "__main__":
    sys.exit(main())
