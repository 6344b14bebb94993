"""The embedded designer: the contract of its port, and what is promised of its drawings."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pod.drawing.raster import engines, rasterise
from pod.drawing.svg import read_svg, write_svg
from pod.providers.embedded import PROVIDER
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.designer import draw
from pod.providers.embedded.layouts import LAYOUTS
from pod.providers.embedded.provider import Embedded, EmbeddedSettings
from tests.contracts.provider_contract import ProviderContract

FOX = "a fox reading a book under the moon"
CASTS = ["axolotl barista", "capybara with an orange", "fox reading a book", "corgi", "red panda with a heart"]
CLOTH = "#27364d"
CENTRED_WITHIN = 0.01
MAX_MEAN_DIFFERENCE = 0.5 / 255


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


DIGEST = """
import hashlib, sys
from pathlib import Path
from pod.drawing.svg import write_svg
from pod.providers.embedded.designer import draw
for layout in sys.argv[3:]:
    drawing = draw(sys.argv[1], data_dir=Path(sys.argv[2]), seed=11, layout=layout).drawing
    print(layout, hashlib.sha256(write_svg(drawing).encode()).hexdigest())
"""


def test_the_vector_master_is_the_same_in_every_process(data_dir):
    said = []
    for salt in ("0", "1", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST, FOX, str(data_dir), *LAYOUTS],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(run.stdout)
    assert len(said[0].splitlines()) == len(LAYOUTS)
    assert said[0] == said[1] == said[2]


def test_a_motif_drawn_from_the_cache_is_the_motif_drawn_from_its_source(data_dir, tmp_path):
    (tmp_path / "packages").symlink_to((data_dir / "packages").absolute())
    fresh, cached, known = (
        write_svg(draw("a lobster", data_dir=folder, seed=2).drawing) for folder in (tmp_path, tmp_path, data_dir)
    )
    assert fresh == cached == known


def test_the_png_is_4096_square_at_300_ppi_with_its_profile(data_dir):
    from pod.providers.base import ProviderRequest
    from tests.contracts.provider_contract import a_prompt

    outcome = Embedded(EmbeddedSettings(str(data_dir))).submit(ProviderRequest(a_prompt(FOX), 3, 4096, 4096), "k")
    with Image.open(io.BytesIO(outcome.picture.data)) as png:
        assert (png.size, png.mode) == ((4096, 4096), "RGBA")
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.5)
        assert b"sRGB" in png.info["icc_profile"]
    assert read_svg(outcome.picture.vector.decode()).width == 4096


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_raster_engines_draw_the_same_picture(data_dir, layout):
    if len(engines()) < 2:
        pytest.skip("only one raster engine is installed here")
    drawing = draw(FOX, data_dir=data_dir, seed=5, layout=layout, cloth_rgb=CLOTH).drawing
    one, other = (_premultiplied(rasterise(drawing, 1024, engine=name)) for name in list(engines())[:2])
    assert float(np.abs(one - other).mean()) <= MAX_MEAN_DIFFERENCE


def _premultiplied(pixels) -> np.ndarray:
    """0–1; under no ink there is no colour to differ in."""
    straight = pixels.astype(np.float64) / 255
    return np.dstack([straight[..., :3] * straight[..., 3:], straight[..., 3:]])


@pytest.mark.parametrize("lettering", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_art_stands_in_the_middle_of_its_frame(data_dir, layout, lettering):
    design = draw(FOX, data_dir=data_dir, seed=4, layout=layout, cloth_rgb=CLOTH, lettering=lettering)
    alpha = rasterise(design.drawing, 1024)[..., 3] > 0
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    assert min(rows[0], columns[0]) > 0, "art must not touch its frame"
    assert max(rows[-1], columns[-1]) < 1023, "art must not touch its frame"
    middle = np.array([rows[0] + rows[-1], columns[0] + columns[-1]]) / 2
    assert np.abs(middle - 511.5).max() <= CENTRED_WITHIN * 1024
    assert max(np.ptp(rows), np.ptp(columns)) >= 0.85 * 1024, "art must fill its frame"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_that_are_asked_for_are_left_to_the_lettering(data_dir, layout):
    design = draw(FOX, data_dir=data_dir, seed=4, layout=layout, lettering=True)
    svg = write_svg(design.drawing)
    assert "<text" not in svg
    assert "font" not in svg
    assert design.slots, "there must be a place to set them"
    other_words = draw(
        'a fox reading a book under the moon "READ ON"', data_dir=data_dir, seed=4, layout=layout, lettering=True
    )
    assert {slot.name for slot in other_words.slots} == {slot.name for slot in design.slots}


@pytest.mark.parametrize("subject", CASTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_character_can_stand_in_every_layout(data_dir, layout, subject):
    design = draw(subject, data_dir=data_dir, seed=1, layout=layout, cloth_rgb=CLOTH)
    assert design.layout == layout
    if layout != "line_art":
        assert len(design.drawing.inks()) >= 3
    assert min(design.drawing.ink_box().width, design.drawing.ink_box().height) > 1000


@pytest.mark.parametrize("species", SPECIES)
def test_every_species_is_drawn_whole(species):
    figure = character(species, prop="cup", apron="#4f7f7a")
    assert figure.silhouette.is_valid
    assert figure.silhouette.area > 0.15 * 1024 * 1024


@pytest.mark.parametrize("subject", [FOX, "taco tuesday", "", "a lighthouse"])
def test_without_the_packages_it_still_draws_and_says_what_is_missing(tmp_path, subject):
    design = draw(subject, data_dir=tmp_path, seed=3)
    assert design.drawing.inks()
    assert any("pod setup" in note for note in design.notes)
    assert design.credits == ()


def test_a_third_party_picture_is_credited_with_its_set_and_licence(data_dir):
    assert draw("a lobster", data_dir=data_dir, seed=3).credits == ("lobster — Noto Emoji, Google, Apache-2.0",)
    assert draw("an axolotl", data_dir=data_dir, seed=3).credits == ()


def test_what_could_not_be_drawn_is_said(data_dir):
    design = draw("a llama beside a gramophone", data_dir=data_dir, seed=3)
    assert design.facts["hero"] == "llama"
    assert "No picture was found for “gramophone”." in design.notes


@pytest.mark.parametrize(
    ("sentence", "layouts"),
    [
        ("axolotl barista sticker", {"sticker"}),
        ("a geometric wolf head, badge", {"badge", "crest"}),
        ("honey bee mandala", {"mandala"}),
        ("retro sunset with pine trees", {"sunset"}),
    ],
)
def test_a_layout_that_is_named_is_drawn_whatever_the_seed(data_dir, sentence, layouts):
    assert {draw(sentence, data_dir=data_dir, seed=seed).layout for seed in range(4)} <= layouts


def test_candidates_side_by_side_differ_in_layout_and_palette(data_dir):
    designs = [draw("a hedgehog", data_dir=data_dir, seed=seed) for seed in range(4)]
    assert len({design.layout for design in designs}) == 4
    assert len({hashlib.sha256(write_svg(d.drawing).encode()).digest() for d in designs}) == 4


@pytest.mark.parametrize(("sentence", "seed"), [("a shark", s) for s in range(5)] + [("a puppy", s) for s in range(5)])
def test_sharks_and_heads_stay_out_of_the_forest(data_dir, sentence, seed):
    layout = draw(sentence, data_dir=data_dir, seed=seed).layout
    assert layout != "scene"
    assert (sentence, layout) != ("a puppy", "sunset")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.integers(0, 2**63))
def test_no_text_breaks_the_designer(data_dir, text, seed):
    assert draw(text, data_dir=data_dir, seed=seed).drawing.inks()
