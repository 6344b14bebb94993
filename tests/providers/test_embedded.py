"""The embedded designer: the contract of its port, the same bytes every time, the same picture from every renderer."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import pyvips
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pod.drawing.raster import engines, rasterise
from pod.drawing.svg import read_svg, write_svg
from pod.providers.base import OutcomeKind, ProviderRequest
from pod.providers.embedded import PROVIDER
from pod.providers.embedded.designer import draw
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from tests.contracts.provider_contract import ProviderContract, a_prompt

FOX = "a fox reading a book under the moon"
SAID = ["a fox riding a bicycle", "octopus juggling cups", "a lobster", "steam train", "two swans in love"]
CLOTH = "#27364d"
MAX_MEAN_DIFFERENCE = 0.5
MAX_SHARE_OFF, OFF_BY = 0.001, 32


class TestEmbedded(ProviderContract):
    @pytest.fixture
    def factory(self):
        return PROVIDER

    @pytest.fixture
    def provider(self, data_dir):
        return Embedded(EmbeddedSettings(str(data_dir)))

    @pytest.fixture(autouse=True)
    def _empty(self, tmp_path):
        self.empty = tmp_path

    @contextmanager
    def unreachable(self, provider):
        yield Embedded(EmbeddedSettings(str(self.empty)))

    def provoked(self, provider, kind):
        return provider if kind is OutcomeKind.OK else None


DIGEST = """
import hashlib, sys
from pathlib import Path
from pod.drawing.raster import engines, rasterise
from pod.drawing.svg import write_svg
from pod.imaging.png import encode_png
from pod.providers.embedded.designer import NOBODY_FOUND, draw
for i, layout in enumerate(sys.argv[2:]):
    drawing = draw(["a fox riding a bicycle", "two lobsters"][i % 2], data_dir=Path(sys.argv[1]), seed=11 + i, layouts=[layout]).drawing
    print(layout, "svg", hashlib.sha256(write_svg(drawing).encode()).hexdigest())
    for engine in engines():
        print(layout, engine, hashlib.sha256(encode_png(rasterise(drawing, 256, engine=engine))).hexdigest())
"""


def test_svg_and_png_are_the_same_bytes_in_every_process(data_dir):
    said = []
    for salt in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST, str(data_dir), *LAYOUTS],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(run.stdout.splitlines())
    assert len(said[0]) == len(LAYOUTS) * (1 + len(engines()))
    assert [lines for lines in zip(*said, strict=True) if len(set(lines)) > 1] == []


def test_a_motif_drawn_from_the_cache_is_the_motif_drawn_from_its_source(data_dir, tmp_path):
    (tmp_path / "packages").symlink_to((data_dir / "packages").absolute())
    fresh, cached, known = (
        write_svg(draw("a lobster", data_dir=folder, seed=2).drawing) for folder in (tmp_path, tmp_path, data_dir)
    )
    assert fresh == cached == known


def test_the_png_is_4096_square_at_300_ppi_with_its_profile(data_dir):
    outcome = Embedded(EmbeddedSettings(str(data_dir))).submit(ProviderRequest(a_prompt(FOX), 3, 4096, 4096), "k")
    with Image.open(io.BytesIO(outcome.picture.data)) as png:
        assert (png.size, png.mode) == ((4096, 4096), "RGBA")
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.5)
        assert b"sRGB" in png.info["icc_profile"]
    assert read_svg(outcome.picture.vector.decode()).width == 4096


def test_a_style_and_inks_that_were_asked_for_bind_it_and_those_that_were_only_tried_do_not(data_dir):
    designer = Embedded(EmbeddedSettings(str(data_dir)))
    asked = a_prompt("a bear", layouts="mandala")
    inks = ("#102b44", "#f4efe0", "#e3694c")

    def facts(prompt):
        return designer._design(ProviderRequest(prompt, 1, 4096, 4096), "").facts

    assert facts(asked)["layout"] == "mandala"
    assert facts(_inked(asked, inks, by="shopper"))["palette"] == "own"
    palettes = {
        designer._design(ProviderRequest(_inked(asked, inks, by="style"), seed, 4096, 4096), "").palette.name
        for seed in range(5)
    }
    assert "style" in palettes
    assert len(palettes) > 1
    assert facts(_inked(asked, inks, by=""))["palette"] not in ("own", "style")


def _inked(prompt, inks, *, by):
    return replace(prompt, inks=inks, slots={**prompt.slots, "palette_by": by})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_renderer_draws_the_same_picture(data_dir, layout):
    said = SAID[list(LAYOUTS).index(layout) % len(SAID)]
    drawing = draw(said, data_dir=data_dir, seed=5, layouts=[layout], cloth_rgb=CLOTH).drawing
    pictures = {engine: _premultiplied(rasterise(drawing, 1024, engine=engine)) for engine in engines()}
    svg = pyvips.Image.svgload_buffer(write_svg(drawing).encode(), scale=1024 / 4096)
    pictures["librsvg"] = _premultiplied(svg.numpy())
    first = pictures.pop(engines()[0])
    for name, other in pictures.items():
        difference = np.abs(first - other)
        assert difference.mean() <= MAX_MEAN_DIFFERENCE, name
        assert (difference.max(axis=2) > OFF_BY).mean() <= MAX_SHARE_OFF, name


def _premultiplied(pixels) -> np.ndarray:
    """0–255; under no ink there is no colour to differ in."""
    straight = pixels.astype(np.float64)
    return np.dstack([straight[..., :3] * straight[..., 3:] / 255, straight[..., 3:]])


@pytest.mark.parametrize("subject", [FOX, "taco tuesday", "", "a lighthouse"])
def test_without_the_packages_it_still_draws_and_says_what_is_missing(tmp_path, subject):
    design = draw(subject, data_dir=tmp_path, seed=3)
    assert design.drawing.inks()
    assert any("pod setup" in note for note in design.notes)
    assert design.credits == ()


def test_a_third_party_picture_is_credited_with_its_set_and_licence(data_dir):
    lobster = "lobster — Noto Emoji, Google, Apache-2.0"
    assert draw("a lobster", data_dir=data_dir, seed=3).credits == (lobster,)
    assert draw("an axolotl", data_dir=data_dir, seed=3).credits == ()
    held = draw("a koala eating pizza", data_dir=data_dir, seed=3)
    assert held.credits == ("pizza — Noto Emoji, Google, Apache-2.0",)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("a llama beside a photocopier", "No picture was found for “photocopier”."),
        ("zxqv blorp", "No picture was found for this sentence, so its own words are set"),
        ("a cow with a bell, a rose, a guitar and a drum beside a tulip", "There is no place for"),
    ],
)
def test_what_could_not_be_drawn_is_said(data_dir, said, note):
    design = draw(said, data_dir=data_dir, seed=3)
    assert any(told.startswith(note) for told in design.notes), design.notes


def test_what_could_be_drawn_is_not_excused(data_dir):
    for said in ("a fox riding a bicycle", "capybara reading in a hot spring", "corgi astronaut riding a skateboard"):
        assert draw(said, data_dir=data_dir, seed=3).notes == ()


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.integers(0, 2**63))
def test_no_text_breaks_the_designer(data_dir, text, seed):
    assert draw(text, data_dir=data_dir, seed=seed).drawing.inks()


def test_no_part_of_the_designer_reads_the_clock_or_the_machine():
    folder = Path(sys.modules["pod.providers.embedded.designer"].__file__).parent
    for source in folder.rglob("*.py"):
        text = source.read_text()
        assert "import time" not in text, source
        assert "hash(" not in text, source
