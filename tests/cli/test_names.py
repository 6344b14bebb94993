"""`pod reletter --names`: a list of names becomes print files, all of them or a list of what is wrong."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
from PIL import Image

from pod import printprep
from pod.cli import names

NAMES = "words,name,quantity\nOLIVIA,,2\nTHE MILLERS,the-millers,1\nZOË & MAX,zoe,3\n"


class Crash(BaseException):
    """The process is gone: nothing catches this."""


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(NAMES, encoding="utf-8")
    return path


@pytest.fixture
def quick(monkeypatch):
    """Print files at a tenth of their resolution: what is looked at here is which of them there are."""
    prepare = printprep.prepare

    def small(recipe, product, *args, **kwargs):
        areas = tuple(_coarse(area) for area in product.areas)
        return prepare(recipe, replace(product, areas=areas), *args, **kwargs)

    monkeypatch.setattr(names.printprep, "prepare", small)


def _coarse(area):
    return replace(area, target_ppi=30, min_ppi=10, px=None)


def test_each_row_becomes_print_files_that_gang_sheets_take(run, drawn, listed, tmp_path, quick):
    said = run("reletter", drawn / "recipe.json", "--names", listed, "--out", "out", "--json").json
    assert (said["made"], said["blocked"]) == (3, 0)
    assert [item["name"] for item in said["items"]] == ["0002-olivia", "the-millers", "zoe"]
    out = tmp_path / "out"
    for item in said["items"]:
        recipe = json.loads((tmp_path / item["recipe"]).read_text(encoding="utf-8"))
        assert recipe["lettering"]["text"] == item["words"]
        assert Image.open(tmp_path / item["piece"].rpartition(":")[0]).size[0] > 100
    with (out / "report.csv").open(encoding="utf-8") as file:
        assert [row["quantity"] for row in csv.DictReader(file)] == ["2", "1", "3"]
    pieces = [item["piece"] for item in said["items"]]
    ganged = run(
        "gangsheet", *pieces, "--sheet", "22in-roll", "--out", "sheets", "--format", "png", "--dpi", "30", "--json"
    )
    assert ganged.json["left"] == []
    assert sum(sheet["pieces"] for sheet in ganged.json["sheets"]) == 6
    # any row is a recipe like any other
    run(
        "prepare",
        "out/zoe.json",
        "--product",
        "tee",
        "--dpi",
        "30",
        "--format",
        "png",
        "--out",
        "again",
        exit_code=None,
    )


def test_a_list_that_was_cut_off_is_gone_on_with_and_nothing_is_made_twice(
    run, drawn, listed, tmp_path, quick, monkeypatch
):
    made, prepare = [], names.printprep.prepare

    def counted(recipe, *args, **kwargs):
        made.append(recipe.lettering.text)
        if made.count("THE MILLERS") == 1 and recipe.lettering.text == "THE MILLERS":
            raise Crash
        return prepare(recipe, *args, **kwargs)

    monkeypatch.setattr(names.printprep, "prepare", counted)
    with pytest.raises(Crash):
        run("reletter", drawn / "recipe.json", "--names", listed, "--out", "out")
    first = (tmp_path / "out" / "0002-olivia.json").stat().st_mtime_ns
    run("reletter", drawn / "recipe.json", "--names", listed, "--out", "out")
    assert made == ["OLIVIA", "THE MILLERS", "THE MILLERS", "ZOË & MAX"]
    assert (tmp_path / "out" / "0002-olivia.json").stat().st_mtime_ns == first
    assert not list((tmp_path / "out").rglob("*.partial"))


def test_everything_wrong_with_any_row_is_said_at_once_and_nothing_is_made(run, drawn, tmp_path):
    (tmp_path / "names.csv").write_text(
        "words,name,sku,quantity\n"
        "OLIVIA,same,,1\n"
        "ᚠᚢ,b,,1\n"
        "Mickey Mouse,c,,1\n"
        f"{'W' * 60},d,,1\n"
        "MAX,e,mug-11oz/11oz/white,1\n"
        "LEO,f,,1\n",
        encoding="utf-8",
    )
    said = run("reletter", drawn / "recipe.json", "--names", "names.csv", "--out", "out", "--json", exit_code=3).json
    told = {(p["where"], p["code"]) for p in said["error"]["details"]["problems"]}
    assert told == {
        ("row 3, words", "lettering_no_glyph"),
        ("row 4, words", "screened_character"),
        ("row 5, words", "lettering_too_small"),
        ("row 6, sku", "unknown_variant"),
    }
    assert all(p["hint"] for p in said["error"]["details"]["problems"])
    assert not (tmp_path / "out").exists()


def test_no_row_takes_the_place_of_the_report(run, drawn, tmp_path):
    (tmp_path / "names.csv").write_text("words,name\nOLIVIA,Report\n", encoding="utf-8")
    said = run("reletter", drawn / "recipe.json", "--names", "names.csv", "--out", "out", "--json", exit_code=3).json
    assert said["error"]["code"] == "name_taken"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("table", "where"),
    [
        ("words,quantity\nA,0\nB,many\nC,1\n", ["row 2, quantity", "row 3, quantity"]),
        ("words,name\nA,same\nB,Same\n", ["row 2, name", "row 3, name"]),
        ("words,name\nA,../up\n,b\n", ["row 2, name", "row 3, words"]),
        ("words,line1,line2\nA,B,C\n", ["row 2, words"]),
    ],
)
def test_a_cell_that_is_wrong_is_named_by_row_and_column(run, drawn, tmp_path, table, where):
    (tmp_path / "names.csv").write_text(table, encoding="utf-8")
    said = run("reletter", drawn / "recipe.json", "--names", "names.csv", "--out", "out", "--json", exit_code=3).json
    assert [p["where"] for p in said["error"]["details"]["problems"]] == where


@pytest.mark.parametrize("table", [b"", b"words\n", b"who\nA\n", b"\xff\xfe", b"name\nA\n"])
def test_a_file_that_is_no_list_of_names_is_refused(run, drawn, tmp_path, table):
    (tmp_path / "names.csv").write_bytes(table)
    said = run("reletter", drawn / "recipe.json", "--names", "names.csv", "--out", "out", "--json", exit_code=3).json
    assert said["error"]["code"] == "csv_file"


def test_lines_of_their_own_are_set_under_each_other(run, drawn, tmp_path, quick):
    (tmp_path / "names.csv").write_text("line1,line2\nTHE,MILLERS\n", encoding="utf-8")
    said = run("reletter", drawn / "recipe.json", "--names", "names.csv", "--out", "out", "--json").json
    assert said["items"][0]["words"] == "THE\nMILLERS"


def test_words_and_a_list_of_them_are_not_set_together(run, drawn, listed):
    said = run("reletter", drawn / "recipe.json", "HELLO", "--names", listed, "--json", exit_code=3).json
    assert said["error"]["code"] == "words_or_names"
