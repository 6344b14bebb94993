"""Commands that make files: what comes out, read by Pillow and pikepdf from disk, and never half of it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pod.cli.sizes import AreaWanted, find_target
from pod.paths import templates_dir
from pod.printprep import preflight
from pod.store.catalogue import FileCatalogue
from tests.pictures import a_badge
from tests.terminal import pod


def px(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        picture.load()
        return picture.size


def test_design_leaves_artwork_and_a_recipe_that_fit_together(drawn):
    assert sorted(p.name for p in drawn.iterdir()) == ["artwork.png", "artwork.svg", "origin.json", "recipe.json"]
    assert px(drawn / "artwork.png") == (4096, 4096)
    recipe = json.loads((drawn / "recipe.json").read_text(encoding="utf-8"))
    assert recipe["artwork"]["sha256"] == hashlib.sha256((drawn / "artwork.png").read_bytes()).hexdigest()
    assert recipe["lettering"]["text"] == "READ ON"


def test_several_candidates_have_a_folder_each(run, tmp_path):
    report = run("design", "a cactus", "--candidates", "2", "--seed", "3", "--out", "d", "--json").json
    assert [Path(c["folder"]) for c in report["candidates"]] == [Path("d/1"), Path("d/2")]
    assert {p.name for p in (tmp_path / "d").iterdir()} == {"1", "2"}


def test_check_says_what_it_measured_and_mends_into_a_file(run, tmp_path):
    with Image.open(_written(tmp_path / "badge.png", a_badge(800))) as whole:
        off = Image.new("RGBA", (800, 800), (0, 0, 0, 0))
        off.paste(whole.crop((100, 100, 700, 700)), (20, 20))
        off.save(tmp_path / "off.png")
    report = run("check", "off.png", "--repair", "new/mended.png", "--json").json
    assert "off_centre" in [f["rule"] for f in report["findings"]["found"]]
    with Image.open(tmp_path / "new" / "mended.png") as mended:
        left, top, right, bottom = mended.getchannel("A").getbbox()
    assert abs((left + right) - mended.width) <= 4
    assert abs((top + bottom) - mended.height) <= 4


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_prepare_makes_the_size_that_was_asked_for(run, picture, tmp_path):
    report = run(
        "prepare", "badge.png", "--size-mm", "100x80", "--bleed-mm", "3", "--dpi", "254", "--out", "o", "--json"
    ).json
    assert [Path(f["path"]) for f in report["files"]] == [Path("o/custom.png"), Path("o/custom.pdf")]
    assert sorted(p.name for p in (tmp_path / "o").iterdir()) == ["custom.pdf", "custom.png"]
    assert px(tmp_path / "o" / "custom.png") == (1060, 860)
    with pikepdf.open(tmp_path / "o" / "custom.pdf") as pdf:
        trim = [float(v) for v in pdf.pages[0].TrimBox]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((100 * 72 / 25.4, 80 * 72 / 25.4), abs=0.01)


def test_prepare_takes_a_recipe_and_preflight_passes_what_it_made(run, drawn, tmp_path):
    run("prepare", drawn / "recipe.json", "--product", "tote", "--cloth", "black", "--out", "o")
    assert px(tmp_path / "o" / "front.png") == (3000, 3000)
    for name in ("front.png", "front.pdf"):
        report = run("preflight", f"o/{name}", "--product", "tote", "--cloth", "black", "--json").json
        assert report["verdict"] in ("ready", "choose"), report


def test_preflight_looks_at_a_file_in_a_child_with_a_limit(run, picture, monkeypatch):
    asked = ("preflight", "badge.png", "--size-mm", "60x80+3", "--json")
    said = run(*asked, exit_code=None).json["findings"]
    target = find_target(FileCatalogue(templates_dir()), AreaWanted(size_mm="60x80+3"))
    found = preflight(picture.read_bytes(), target.areas[0], target.process)
    assert [(f["rule"], f["measured"]) for f in said["found"]] == [(f.rule, f.measured) for f in found.found]
    assert said["not_measured"] == list(found.not_measured)
    monkeypatch.setattr("pod.cli.pictures._PREFLIGHT_MB", 1)
    assert run(*asked, exit_code=3).json["error"]["code"] == "too_much_work"


@pytest.mark.parametrize(("icc", "not_measured"), [("", False), ("none", True)])
def test_preflight_limits_ink_by_the_press_profile(run, tmp_path, icc, not_measured):
    Image.new("CMYK", (780, 1016), (200, 100, 80, 20)).save(tmp_path / "inks.tif", dpi=(300, 300))
    said = run("preflight", "inks.tif", "--size-mm", "60x80+3", "--profile", icc, "--json", exit_code=None).json
    assert ("over_ink" in said["findings"]["not_measured"]) is not_measured


def test_the_same_command_gives_the_same_bytes(run, picture, tmp_path):
    for folder in ("a", "b"):
        run("prepare", "badge.png", "--product", "sticker-4in", "--out", folder, exit_code=None)
    made = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert made
    for name in made:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_reletter_changes_the_words_and_not_the_artwork(run, drawn, tmp_path):
    report = run("reletter", drawn / "recipe.json", "--lettering", "SLEEP IN", "--out", "re", "--json").json
    assert {"artwork.png", "artwork.svg", "recipe.json", "front.png", "front.pdf"} == {
        p.name for p in (tmp_path / "re").iterdir()
    }
    assert (tmp_path / "re" / "artwork.png").read_bytes() == (drawn / "artwork.png").read_bytes()
    assert json.loads((tmp_path / "re" / "recipe.json").read_text(encoding="utf-8"))["lettering"]["text"] == "SLEEP IN"
    assert report["verdict"] in ("ready", "fixed", "choose")


@pytest.mark.parametrize(
    ("lettering", "code"),
    [
        ("Mickey Mouse", "screened_character"),
        ("", "lettering_empty"),
        ("w" * 10_000, "lettering_too_long"),
        ("\N{FOX FACE}", "lettering_emoji"),
    ],
)
def test_words_that_cannot_be_set_are_refused_and_leave_no_folder(run, drawn, tmp_path, lettering, code):
    told = run("reletter", drawn / "recipe.json", "--lettering", lettering, "--out", "re", "--json", exit_code=3).json
    assert told["error"]["code"] == code
    assert not (tmp_path / "re").exists()


def test_a_recipe_whose_artwork_has_changed_is_refused(run, drawn, tmp_path):
    shutil.copytree(drawn, tmp_path / "fox")
    (tmp_path / "fox" / "artwork.png").write_bytes(a_badge(400))
    told = run("prepare", "fox/recipe.json", "--product", "tee", "--out", "o", "--json", exit_code=3).json["error"]
    assert told["code"] == "master_changed"
    (tmp_path / "fox" / "artwork.png").unlink()
    told = run("prepare", "fox/recipe.json", "--product", "tee", "--out", "o", "--json", exit_code=3).json["error"]
    assert told["code"] == "master_missing"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema_version": 99}', "\x00", "[" * 100_000])
def test_a_recipe_that_is_none_is_refused(run, tmp_path, text):
    (tmp_path / "recipe.json").write_text(text)
    told = run("prepare", "recipe.json", "--product", "tee", "--out", "o", "--json", exit_code=3).json["error"]
    assert told["code"].startswith("recipe")
    assert not (tmp_path / "o").exists()


def test_a_contact_sheet_has_a_cell_for_each_sentence(run, tmp_path):
    (tmp_path / "s.txt").write_text("\ufeff# two of them\na fox\n\na whale on the moon\n", encoding="utf-8")
    run("contact-sheet", "s.txt", "--out", "sheet.png")
    assert px(tmp_path / "sheet.png") == (2 * 239 + 9, 239 + 9)
    assert run("contact-sheet", "-", "--out", "again.png", stdin=b"a fox\na whale on the moon\n").out == "again.png\n"
    assert (tmp_path / "again.png").read_bytes() == (tmp_path / "sheet.png").read_bytes()


def test_a_contact_sheet_is_as_fine_as_wanted_in_true_colour_and_a_webp_by_its_name(run, tmp_path):
    (tmp_path / "s.txt").write_text("a fox\na whale on the moon\n", encoding="utf-8")
    for name, kind in (("sheet.png", "PNG"), ("sheet.webp", "WEBP")):
        run("contact-sheet", "s.txt", "--out", name, "--cell-px", "100")
        with Image.open(tmp_path / name) as sheet:
            assert (sheet.format, sheet.mode, sheet.size) == (kind, "RGB", (2 * 109 + 9, 109 + 9))


def test_a_contact_sheet_without_the_motif_packages_says_what_is_missing(run_apart, tmp_path):
    (tmp_path / "s.txt").write_text("a fox\n", encoding="utf-8")
    told = run_apart("contact-sheet", "s.txt", "--out", "sheet.png", POD_EMBEDDED_DATA_DIR=str(tmp_path / "none"))
    assert told.out == "sheet.png\n"
    assert "Run pod setup" in told.errors


def test_setup_finds_what_is_there(run):
    assert "The motif packages are in" in run("setup").out
    assert run("setup", "--quiet-when-done").out == ""


def test_without_motifs_a_design_is_drawn_and_says_what_is_missing(tmp_path):
    said = pod(
        "design", "a fox and a volcano", "--seed", "1", "--out", "d", "--json",
        cwd=tmp_path, POD_DATA_DIR=str(tmp_path / "data"),
    )  # fmt: skip
    [candidate] = said.json["candidates"]
    assert any("pod setup" in note for note in candidate["notes"]), candidate["notes"]
    assert px(tmp_path / "d" / "artwork.png") == (4096, 4096)


@pytest.mark.parametrize(
    "args",
    [
        ("check", "badge.png", "--repair", "in-the-way/mended.png"),
        ("prepare", "badge.png", "--size-mm", "50x50", "--out", "in-the-way"),
        ("design", "a fox", "--out", "in-the-way"),
        ("make", "a fox", "--out", "in-the-way/below"),
    ],
    ids=lambda args: args[0],
)
def test_a_file_where_the_folder_should_be_is_a_sentence(run, picture, tmp_path, args):
    (tmp_path / "in-the-way").write_text("in the way")
    told = run(*args, "--json", exit_code=3).json["error"]
    assert told["code"] == "cannot_write"
    assert "in-the-way" in told["message"]
    assert (tmp_path / "in-the-way").read_text() == "in the way"


def test_an_existing_file_is_replaced_whole(run, picture, tmp_path):
    (tmp_path / "mended.png").write_bytes(b"old")
    run("check", "badge.png", "--repair", "mended.png")
    assert px(tmp_path / "mended.png") == (1600, 1600)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["badge.png", "mended.png"]
