"""Draws the pictures that the pages show before anybody has asked for a design: `python -m tests.example_pictures`.

The example for the products, every product with it in its first cloth, and one small picture for each style. All are drawn without the motif packages, so that
every line in them is Pod's own. Run it after a change to the designer or to the styles, and look at what came out.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import prompts
from pod.drawing import rasterise, read_svg
from pod.imaging.webp import encode_webp
from pod.model.brief import DesignBrief
from pod.model.product import Product
from pod.paths import templates_dir
from pod.providers.base import OutcomeKind, Picture, ProviderRequest
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from pod.services.picturework import ShowTask, draw_product
from pod.services.showroom import CARD_PX
from pod.store.catalogue import FileCatalogue

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "templates" / "mockups" / "example.svg"
PRODUCTS = EXAMPLE.parent / "products"
STYLES = ROOT / "pod" / "web" / "static" / "styles"

EXAMPLE_SENTENCE, EXAMPLE_STYLE, EXAMPLE_SEED = "a fox reading a book under the moon", "retro-sunset", 0
STYLE_SENTENCE = "a fox"
"""The same subject in every style: what differs is the style."""

STYLE_SEEDS = {
    "art-deco": 2,
    "badge": 6,
    "blueprint": 2,
    "botanical": 4,
    "collegiate": 4,
    "geometric": 7,
    "japanese-print": 4,
    "low-poly": 0,
    "mascot": 7,
    "mid-century": 8,
    "minimal": 2,
    "one-line": 1,
    "pixel-art": 1,
    "pop-art": 0,
    "stencil": 2,
    "tattoo-flash": 5,
    "typographic": 11,
    "vintage-distressed": 5,
    "woodcut": 12,
}
_SEED = 3
_SIDE_PX = 168
_NAVY, _PAPER = "#212642", "#f4f1ea"


def main() -> int:
    with tempfile.TemporaryDirectory() as without_motifs:
        designer = Embedded(EmbeddedSettings(without_motifs))
        example = drawn(designer, EXAMPLE_SENTENCE, EXAMPLE_STYLE, EXAMPLE_SEED, _NAVY)
        EXAMPLE.parent.mkdir(exist_ok=True)
        EXAMPLE.write_bytes(example)
        draw_products()
        STYLES.mkdir(exist_ok=True)
        for style in prompts.styles():
            picture = drawn(designer, STYLE_SENTENCE, style.name, STYLE_SEEDS.get(style.name, _SEED), _PAPER)
            pixels = rasterise(read_svg(picture.decode()), _SIDE_PX, _SIDE_PX)
            (STYLES / f"{style.name}.webp").write_bytes(encode_webp(pixels))
    sys.stdout.write(f"{EXAMPLE.relative_to(ROOT)} and {len(prompts.styles())} styles in {STYLES.relative_to(ROOT)}\n")
    return 0


def draw_products() -> None:
    """What nobody is offered needs no picture, and an old one is taken away."""
    shop = FileCatalogue(templates_dir())
    offered = {product.sku: in_the_window(shop, product) for product in shop.products() if product.listed}
    PRODUCTS.mkdir(exist_ok=True)
    for old in PRODUCTS.glob("*.webp"):
        old.unlink()
    for sku, picture in offered.items():
        (PRODUCTS / f"{sku}.webp").write_bytes(picture)


def in_the_window(shop: FileCatalogue, product: Product) -> bytes:
    process = shop.process(product.process)
    return draw_product(ShowTask(product, process, product.areas[0], product.cloths[0], EXAMPLE, CARD_PX))


def drawn(designer: Embedded, sentence: str, style_name: str, seed: int, cloth_rgb: str) -> bytes:
    """The design as SVG, asked for as a shopper's is."""
    brief = DesignBrief(sentence, "tee", style_name)
    area = FileCatalogue(templates_dir()).product("tee").areas[0]
    family = designer.capabilities.prompt_family
    prompt = prompts.compose(brief, prompts.style(style_name), area, cloth_rgb=cloth_rgb, family=family)
    [(width_px, height_px)] = designer.capabilities.sizes_px
    outcome = designer.submit(ProviderRequest(prompt, seed, width_px, height_px), "example")
    picture = getattr(outcome, "picture", None)
    if not isinstance(picture, Picture) or picture.vector is None or outcome.kind is not OutcomeKind.OK:
        raise AssertionError(f"{style_name} was not drawn: {outcome}")
    if picture.credits:
        raise AssertionError(f"{style_name} shows pictures that are not Pod's own: {picture.credits}")
    return picture.vector


if __name__ == "__main__":
    sys.exit(main())
