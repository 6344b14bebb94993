"""`pod edit`: from a recipe, and a catalogue of pictures in one go, which is gone on with and never paid twice."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PIL import Image

from pod.providers.base import OutcomeKind
from tests.servers.openai import KEY, OpenAiService
from tests.terminal import pod

SENTENCE = "give it a hat"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, data_dir) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    pod("design", "a fox reading a book", "--seed", "7", "--product", "sticker-4in", "--out", "fox", cwd=folder,
        POD_DATA_DIR=str(data_dir))  # fmt: skip
    return folder / "fox"


def test_a_recipe_is_changed_by_a_sentence_without_any_service(drawn, tmp_path, data_dir):
    told = pod("edit", str(drawn / "recipe.json"), "make the fox blue and the words should say “HI”", "--out", "blue",
               "--json", cwd=tmp_path, POD_DATA_DIR=str(data_dir))  # fmt: skip
    out = told.json
    recipe = json.loads((tmp_path / "blue" / "recipe.json").read_text())
    before = json.loads((drawn / "recipe.json").read_text())
    assert recipe["lettering"]["text"] == "HI"
    assert recipe["artwork"]["vector_sha256"] != before["artwork"]["vector_sha256"]
    assert out["change"]["elsewhere"] < 0.01
    assert {p.name for p in (tmp_path / "blue").iterdir()} >= {"sticker-4in-front.pdf", "before-and-after.webp"}


def test_a_damaged_origin_is_refused_and_without_one_the_picture_is_like_any_other(drawn, tmp_path, data_dir):
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("artwork.png", "artwork.svg", "recipe.json"):
        (copy / name).write_bytes((drawn / name).read_bytes())
    env = {"cwd": tmp_path, "POD_DATA_DIR": str(data_dir)}
    assert "edits pictures" in pod("edit", "copy/recipe.json", "make the fox blue", exit_code=5, **env).errors
    (copy / "origin.json").write_text('{"brief": 7}')
    assert (
        "origin.json cannot be read" in pod("edit", "copy/recipe.json", "make the fox blue", exit_code=3, **env).errors
    )


def picture(path: Path, colour: tuple[int, int, int]) -> str:
    made = io.BytesIO()
    image = Image.new("RGB", (300, 300), "white")
    image.paste(colour, (75, 75, 225, 225))
    image.save(made, "JPEG")
    path.write_bytes(made.getvalue())
    return path.name


def test_a_catalogue_is_changed_in_one_go_reported_and_gone_on_with_for_nothing(tmp_path, data_dir):
    files = [picture(tmp_path / f"sku-{n}.jpg", (60 * n, 90, 200)) for n in (1, 2)]
    (tmp_path / "note.jpg").write_text("no picture")
    with OpenAiService() as service:
        blocked = next(m.name for m in service.MODES if m.outcome is OutcomeKind.BLOCKED and not m.charged)
        service.play("ok", blocked)
        env = {
            "cwd": tmp_path,
            "POD_DATA_DIR": str(data_dir),
            "POD_PROVIDERS": "openai",
            "POD_DAILY_BUDGET": "5",
            "POD_OPENAI_API_KEY": KEY,
            "POD_OPENAI_BASE_URL": service.url,
        }
        command = ("edit", "--batch", *files, "note.jpg", SENTENCE, "--provider", "openai", "--out", "out")
        first = pod(*command, "--json", exit_code=5, **env)
        rows = list(csv.DictReader((tmp_path / "out" / "report.csv").read_text().splitlines()))
        assert [row["state"] for row in rows] == ["done", "failed", "failed"]
        assert "refused to draw" in rows[1]["reason"]
        assert rows[2]["reason"]
        assert float(rows[0]["cost_usd"]) > 0
        assert json.loads((tmp_path / "out" / "report.json").read_text())[0]["output"] == "out/sku-1.png"
        assert first.json["done"] == 1
        assert len(service.charged) == 1
        with Image.open(tmp_path / "out" / "sku-1.png") as made:
            made.load()

        pod(*command, exit_code=5, **env)
        rows = list(csv.DictReader((tmp_path / "out" / "report.csv").read_text().splitlines()))
        assert [row["state"] for row in rows] == ["done", "done", "failed"]
        assert len(service.charged) == 2, "what was done is not asked for again"
        asked = len(service.calls)
        pod(*command, exit_code=5, **env)
        assert len(service.calls) == asked
