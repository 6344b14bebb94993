"""The shop window's pictures: ready for every product that is offered, drawn for what is not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pod.model.errors import NotFound
from pod.paths import templates_dir
from pod.services.showroom import CARD_PX, Showroom
from pod.store.catalogue import FileCatalogue
from tests.example_pictures import EXAMPLE, PRODUCTS, in_the_window

SHOP = FileCatalogue(templates_dir())


class Unasked:
    """Picture work that counts how often it is called for."""

    def __init__(self) -> None:
        self.calls = 0

    def call(self, work, argument, *, timeout_s: float, memory_mb: int) -> bytes:
        self.calls += 1
        return work(argument)


@pytest.fixture
def offload() -> Unasked:
    return Unasked()


@pytest.fixture
def showroom(bench, offload) -> Showroom:
    return Showroom(replace(bench.tools, offload=offload), EXAMPLE)


def pixels(webp: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(webp)) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_every_product_that_is_offered_has_its_picture_ready_and_no_other():
    assert {path.stem for path in PRODUCTS.glob("*.webp")} == {p.sku for p in SHOP.products() if p.listed}, (
        "run python -m tests.example_pictures"
    )


@pytest.mark.parametrize("sku", ["hoodie", "canvas-12x16", "cap", "sticker-sheet"])
def test_a_ready_picture_is_what_would_be_drawn_now(sku):
    ready, drawn = (
        pixels(PRODUCTS.joinpath(f"{sku}.webp").read_bytes()),
        pixels(in_the_window(SHOP, SHOP.product(sku))),
    )
    assert ready.shape == drawn.shape
    assert np.abs(ready - drawn).mean() < 1.5, "run python -m tests.example_pictures"


def test_the_first_cloth_is_shown_without_drawing_and_another_is_drawn_once(showroom, offload):
    first, second = (cloth.name for cloth in SHOP.product("cap-low").cloths[:2])
    assert showroom.with_example("cap-low", first) == (PRODUCTS / "cap-low.webp").read_bytes()
    assert offload.calls == 0
    other = showroom.with_example("cap-low", second)
    assert showroom.with_example("cap-low", second) is other
    assert offload.calls == 1
    assert pixels(other).shape[1] == CARD_PX


def test_a_product_without_a_ready_picture_is_drawn(bench, offload, tmp_path: Path):
    example = tmp_path / "example.svg"
    example.write_bytes(EXAMPLE.read_bytes())
    drawn = Showroom(replace(bench.tools, offload=offload), example).with_example("cap-low", "black")
    assert offload.calls == 1
    assert np.abs(pixels(drawn) - pixels((PRODUCTS / "cap-low.webp").read_bytes())).mean() < 1.5


def test_what_there_is_not_is_said(showroom):
    with pytest.raises(NotFound, match="does not come in"):
        showroom.with_example("cap-low", "plaid")
    with pytest.raises(NotFound):
        showroom.with_example("no-such-product", "white")
