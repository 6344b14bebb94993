"""Seasons: whole files, palettes that can be asked for, and subjects that may be printed."""

from __future__ import annotations

import shutil

import pytest

from pod.model.brief import DesignBrief
from pod.model.errors import InputRefused, Problems
from pod.model.product import PrintArea
from prompts import compose, screen, seasons, style
from prompts.seasons import FOLDER, read_seasons

TEE = PrintArea("front", 304.8, 406.4, target_ppi=300, min_ppi=150)

every_season = pytest.mark.parametrize("each", seasons(), ids=lambda s: s.name)


def test_every_file_is_found_without_a_list_and_no_palette_has_two_seasons():
    assert [s.name for s in seasons()] == sorted(p.stem for p in FOLDER.glob("*.toml"))
    names = [p.name for s in seasons() for p in s.palettes]
    assert len(set(names)) == len(names)


@every_season
def test_each_palette_of_a_season_suits_one_of_its_styles_at_least(each):
    for palette in each.palettes:
        takes = [name for name in each.styles if style(name).least_inks <= len(palette.inks) <= style(name).most_inks]
        assert takes, palette.name
        brief = DesignBrief(each.subjects[0], "tee", takes[0], palette_name=palette.name)
        assert compose(brief, style(takes[0]), TEE).inks == palette.inks


@every_season
def test_what_a_season_suggests_may_be_printed(each):
    assert [subject for subject in each.subjects if screen(subject)] == []


def test_a_palette_with_too_many_inks_for_a_style_is_refused_with_both_numbers():
    with pytest.raises(InputRefused) as refused:
        compose(DesignBrief("a fox", "tee", palette_name="christmas-pine"), style("line-art"), TEE)
    assert (refused.value.code, refused.value.details["measured"]) == ("palette_inks", 4)


def test_everything_wrong_in_a_season_is_reported_at_once(tmp_path):
    folder = tmp_path / "seasons"
    shutil.copytree(FOLDER, folder)
    file = folder / "easter.toml"
    text = file.read_text(encoding="utf-8").replace("03-01", "13-01").replace('"botanical"', '"baroque"')
    file.write_text(text.replace("#fbf7e4", "cream"), encoding="utf-8")
    with pytest.raises(Problems) as refused:
        read_seasons(folder)
    assert [where for where, _ in refused.value.problems] == [
        "easter.toml: first_day",
        "easter.toml: styles",
        "easter.toml, palettes: easter-meadow",
    ]
