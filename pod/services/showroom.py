"""The showroom: pictures of the products themselves, before there is a design to put on them."""

from __future__ import annotations

import threading
from pathlib import Path

from pod.model.errors import NotFound, PodError
from pod.model.product import Cloth, PrintArea, Product
from pod.services.picturework import STAGE_PX, ShowTask, draw_product
from pod.services.toolbox import Toolbox

CARD_PX = 480
_SHOW_S, _SHOW_MB = 20.0, 1024


class Showroom:
    """`example` is a wordless design of our own, which shows what a product looks like with something on it.

    A picture is drawn when it is first asked for, and kept as long as the process: some 15 kB each. What every visitor of
    the shop window asks for, each product in its first cloth, has been drawn before and lies beside the example
    (`python -m tests.example_pictures`); a product of one's own need not.
    """

    def __init__(self, tools: Toolbox, example: Path) -> None:
        self._tools = tools
        self._example = example
        self._drawn: dict[tuple[str, str, str, bool], bytes] = {}
        self._drawing = threading.Lock()

    def with_example(self, sku: str, cloth: str) -> bytes:
        """The product in `cloth` with the example on its first print area: WebP, `CARD_PX` wide."""
        product = self._product(sku)
        return self._picture(product, product.areas[0], _cloth(product, cloth), example=True)

    def empty(self, sku: str, area: str, cloth: str) -> bytes:
        """The product with nothing on it, to lay a design's look over: WebP, `STAGE_PX` wide."""
        product = self._product(sku)
        found = product.area(area)
        if found is None:
            raise NotFound("no_area", f"{product.name} has no print area “{area}”.", "See the product's list of areas.")
        return self._picture(product, found, _cloth(product, cloth), example=False)

    def _product(self, sku: str) -> Product:
        try:
            return self._tools.catalogue.product(sku)
        except PodError as e:
            raise NotFound(e.code, e.message, e.hint) from e

    def _picture(self, product: Product, area: PrintArea, cloth: Cloth, *, example: bool) -> bytes:
        ready = self._example.parent / "products" / f"{product.sku}.webp"
        if example and cloth == product.cloths[0] and ready.is_file():
            return ready.read_bytes()
        key = (product.sku, area.name, cloth.name, example)
        # one at a time: a first visitor asks for a dozen at once, and others want a processor too
        with self._drawing:
            if key not in self._drawn:
                vector, width_px = (self._example, CARD_PX) if example else (None, STAGE_PX)
                process = self._tools.catalogue.process(product.process)
                task = ShowTask(product, process, area, cloth, vector, width_px)
                self._drawn[key] = self._tools.offload.call(draw_product, task, timeout_s=_SHOW_S, memory_mb=_SHOW_MB)
            return self._drawn[key]


def _cloth(product: Product, name: str) -> Cloth:
    found = product.cloth(name)
    if found is None:
        raise NotFound("no_cloth", f"{product.name} does not come in “{name}”.", "See the product's list of cloths.")
    return found
