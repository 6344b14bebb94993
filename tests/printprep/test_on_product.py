"""What pages lay over each other: the empty product, and the art of a design or of a change to it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import circle
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.paths import templates_dir
from pod.printprep import PREP_VERSION, Master, as_layer, enough_ppi, on_product, prepare, print_pixels, sketch
from pod.store.catalogue import FileCatalogue
from tests.web.shop import Watch

SHOP = FileCatalogue(templates_dir())
WIDTH_PX = 600
PRODUCTS = ["tee", "tote", "mug-11oz", "sticker-4in", "poster-18x24"]


def a_disc() -> Master:
    canvas = Canvas(4096, 4096)
    canvas.fill(circle(2048, 2048, 1800), "#cc2222")
    return Master(b"", write_svg(canvas.drawing()).encode())


def a_recipe(sku: str) -> Recipe:
    product = SHOP.product(sku)
    placed = (Placement(product.areas[0].name, product.areas[0].fit),)
    artwork = ArtworkLayer("a", "0" * 64, 4096, 4096)
    return Recipe(artwork, sku, product.cloths[-1].name, placed, PREP_VERSION)


def sketched(sku: str) -> NDArray[np.uint8]:
    product = SHOP.product(sku)
    area = product.areas[0]
    ppi = enough_ppi(product, area, width_px=WIDTH_PX)
    return sketch(a_recipe(sku), product, a_disc(), area.name, ppi=ppi)


@pytest.mark.parametrize("sku", PRODUCTS)
def test_the_layer_over_the_empty_product_is_the_proof(sku):
    product, art = SHOP.product(sku), sketched(sku)
    area, cloth = product.areas[0], product.cloths[-1]
    proof = on_product(art, product, area, cloth, SHOP.process(product.process), width_px=WIDTH_PX)
    empty = on_product(None, product, area, cloth, SHOP.process(product.process), width_px=WIDTH_PX)
    layer = as_layer(art, product, area, SHOP.process(product.process), width_px=WIDTH_PX)
    assert layer.shape[:2] == empty.shape[:2] == proof.shape[:2]
    cover = layer[..., 3:] / 255
    composed = layer[..., :3] * cover + empty[..., :3] * (1 - cover)
    apart = np.abs(composed - proof[..., :3]).max(axis=2)
    assert apart.mean() < 1.0
    assert (apart > 40).mean() < 0.004, "only along edges, where shading and blending change places"


def test_the_empty_product_carries_no_ink_and_the_proof_does():
    product = SHOP.product("tee")
    area, cloth = product.areas[0], product.cloths[0]
    empty = on_product(None, product, area, cloth, SHOP.process(product.process), width_px=WIDTH_PX)
    proof = on_product(sketched("tee"), product, area, cloth, SHOP.process(product.process), width_px=WIDTH_PX)
    assert red(empty).sum() == 0
    assert red(proof).sum() > 1000


def red(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return (pixels[..., 0].astype(int) > 140) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)


@pytest.mark.parametrize("sku", PRODUCTS)
def test_a_sketch_shows_what_the_print_file_shows(sku, tmp_path):
    product = SHOP.product(sku)
    area = product.areas[0]
    [file] = prepare(
        a_recipe(sku), product, SHOP.process(product.process), a_disc(), tmp_path, formats=("png",), when=Watch().now()
    )
    seen = [
        on_product(art, product, area, product.cloths[-1], SHOP.process(product.process), width_px=WIDTH_PX)[
            ..., :3
        ].astype(int)
        for art in (print_pixels(file.path.read_bytes()), sketched(sku))
    ]
    apart = np.abs(seen[0] - seen[1]).max(axis=2)
    assert apart.mean() < 1.5
    assert (apart > 60).mean() < 0.006


def test_a_sketch_is_no_finer_than_what_is_shown_and_no_coarser_than_the_print():
    for sku in PRODUCTS:
        product = SHOP.product(sku)
        area = product.areas[0]
        assert enough_ppi(product, area, width_px=100_000) == area.target_ppi
        assert enough_ppi(product, area, width_px=100) < 60
