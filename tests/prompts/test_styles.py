"""Style files: each one is whole, and a wrong one says everything that is wrong with it."""

from __future__ import annotations

import shutil

import pytest

from pod.imaging.colour import delta_e
from pod.model.errors import InputRefused, Problems
from pod.providers.embedded.layouts import LAYOUTS
from prompts.styles import FOLDER, read_styles, style, styles

ASKED_FOR = {"retro-sunset", "badge", "line-art", "kawaii-sticker", "minimal", "typographic"}


def test_the_promised_styles_are_there():
    assert {s.name for s in styles()} >= ASKED_FOR


def test_every_file_is_found_without_a_list():
    assert [s.name for s in styles()] == sorted(p.stem for p in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("cloth", ["#ffffff", "#0c0c0c"])
@pytest.mark.parametrize("each", styles(), ids=lambda s: s.name)
def test_every_style_has_a_palette_whose_main_inks_stand_out_on_light_and_on_dark_cloth(each, cloth):
    def visible(inks):
        return sum(delta_e(ink, cloth) > 25 for ink in inks) / len(inks)

    assert max(visible(p.inks) for p in each.palettes) >= 0.5


@pytest.mark.parametrize("each", styles(), ids=lambda s: s.name)
def test_a_styles_layouts_are_layouts_that_the_embedded_designer_has(each):
    assert set(each.layouts) <= set(LAYOUTS)


def test_an_unknown_style_names_the_nearest():
    with pytest.raises(InputRefused) as refused:
        style("retro")
    assert refused.value.code == "unknown_style"
    assert refused.value.details["nearest"][0] == "retro-sunset"


def test_everything_wrong_in_all_style_files_is_reported_at_once(tmp_path):
    folder = tmp_path / "styles"
    shutil.copytree(FOLDER, folder)
    badge = folder / "badge.toml"
    text = badge.read_text(encoding="utf-8")
    text = text.replace("inks = [3, 5]", "inks = [6, 7]").replace("#f4e3c1", "cream", 1).replace("line =", "lines =")
    badge.write_text(text, encoding="utf-8")
    (folder / "minimal.toml").rename(folder / "maximal.toml")
    with pytest.raises(Problems) as refused:
        read_styles(folder)
    places = [where for where, _ in refused.value.problems]
    assert "badge.toml: line" in places
    assert "badge.toml: lines" in places
    assert "badge.toml, palettes: camp" in places
    assert places.count("badge.toml: palettes") == 3
    assert "maximal.toml: name" in places


def test_a_style_says_what_it_must_not_be_printed_on(tmp_path):
    text = (FOLDER / "badge.toml").read_text(encoding="utf-8")
    text = text.replace("layouts =", 'forbidden_products = ["mug-11oz"]\nforbidden_processes = ["screen"]\nlayouts =')
    (tmp_path / "badge.toml").write_text(text, encoding="utf-8")
    (badge,) = read_styles(tmp_path)
    assert badge.unsuited("mug-11oz") == "mug-11oz"
    assert badge.unsuited("tee", "screen") == "screen"
    assert badge.unsuited("tee", "dtg") == ""
