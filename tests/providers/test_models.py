"""Model files: everything wrong with one is said at once, and every adapter's own is in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pod.model.errors import NotConfigured, Problems
from pod.model.money import Money
from pod.providers.base import Frame
from pod.providers.models import chosen_first, estimate_of, load_models

GOOD = """
source = "here"
checked_on = 2026-11-20
[pixels.one."1K"]
"1:1" = [1024, 1024]
"2:3" = [848, 1264]
[[models]]
id = "painter-2"
aliases = ["painter"]
pixels = "one"
sizes = ["1K"]
ratios = ["1:1", "3:2"]
references = 3
prices = { "1K" = 0.04 }
rates = { image = 30, text = 3, input = 0.5 }
allowance = { text = 1000, input = 2000, reference = 500 }
priced_on = 2026-10-01
price_source = "their page"
[[models]]
id = "painter-1"
sunset_on = 2026-05-12
replaced_by = "painter-2"
"""


def loaded(tmp_path: Path, text: str):
    file = tmp_path / "painter.toml"
    file.write_text(text)
    return load_models("painter", file)


def test_a_ratio_turned_on_its_side_has_its_pixels_turned(tmp_path):
    model, _ = loaded(tmp_path, GOOD)
    assert model.frames == (Frame("1K", "1:1", 1024, 1024), Frame("1K", "3:2", 1264, 848))


def test_an_estimate_holds_the_picture_the_words_and_the_pictures_along(tmp_path):
    model, _ = loaded(tmp_path, GOOD)
    words = 1000 * 3 + 2000 * 0.5
    assert estimate_of(model, model.frames[0]) == Money(40_000 + int(words))
    assert estimate_of(model, model.frames[0], 2) == Money(40_000 + int(words + 2 * 500 * 0.5))


def test_a_retired_model_needs_no_more_than_its_last_day_and_its_replacement(tmp_path):
    _, old = loaded(tmp_path, GOOD)
    assert old.retired(date(2026, 5, 12))
    assert not old.retired(date(2026, 5, 11))


def test_everything_wrong_with_a_file_is_said_at_once(tmp_path):
    text = (
        GOOD.replace('"3:2"]', '"3:2", "9:16"]')
        .replace('price_source = "their page"', "")
        .replace('replaced_by = "painter-2"', 'replaced_by = "painter-3"\ncolour = "blue"')
        .replace('aliases = ["painter"]', 'aliases = ["painter-1"]')
    )
    with pytest.raises(Problems) as told:
        loaded(tmp_path, text)
    said = str(told.value)
    for wrong in ("no 1K at 9:16", "prices without a source", "painter-3", "colour", "painter-1 is named twice"):
        assert wrong in said


def test_a_retired_model_is_not_configured_and_its_replacement_is_named(tmp_path):
    models = loaded(tmp_path, GOOD)
    assert chosen_first(models, "painter", date(2026, 11, 20), "POD_PAINTER_MODEL")[0].id == "painter-2"
    for name, named in (("painter-1", "Set POD_PAINTER_MODEL to painter-2"), ("sculptor", "There are: painter-2")):
        with pytest.raises(NotConfigured) as told:
            chosen_first(models, name, date(2026, 11, 20), "POD_PAINTER_MODEL")
        assert named in str(told.value)
