"""Print files of the F, made once for each area and read by many tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pod.model.product import PrintArea, Product
from pod.printprep import PreparedFile
from tests.printprep.prints import f_master, made

Shelf = Callable[..., dict[str, PreparedFile]]


@pytest.fixture(scope="session")
def on_file(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """``on_file(product, area, vector=True)``: the F's PNG and PDF for this area. Nobody writes to them."""
    kept = dict[tuple[str, str, bool], dict[str, PreparedFile]]()
    folder: Path = tmp_path_factory.mktemp("print-files")

    def get(product: Product, area: PrintArea, *, vector: bool = True) -> dict[str, PreparedFile]:
        key = (product.sku, area.name, vector)
        if key not in kept:
            kept[key] = made(product, area, f_master(vector=vector), folder / "-".join(map(str, key)))
        return kept[key]

    return get
