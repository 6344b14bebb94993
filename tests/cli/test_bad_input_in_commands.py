"""Bad input on the command line: the same tables as over HTTP, with the exit code for input and nothing made."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.bad_input import DRAWN_SENTENCES, REFUSED_SENTENCES, brief
from tests.pictures import LARGE_PRINTS, ODD, REFUSED, UPRIGHT_PX
from tests.printprep import bad_files


@pytest.mark.parametrize("case", REFUSED_SENTENCES)
def test_a_sentence_that_cannot_be_drawn_makes_nothing(run, tmp_path, case):
    changes, where, code = REFUSED_SENTENCES[case]
    asked = brief(**changes)
    words = ("--lettering", asked["lettering"]) if "lettering" in asked else ()
    said = run("make", "--json", "--out", "o", *words, "--", asked["subject"], exit_code=3)
    told = said.json["error"]
    codes = {p["where"]: p["code"] for p in told["details"].get("problems", [])} or {where: told["code"]}
    assert codes == {where: code}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", ["emoji", "Arabic", "looks like an option"])
def test_a_sentence_that_is_only_odd_is_drawn(run, tmp_path, case):
    run("design", "--out", "o", "--seed", "7", "--", DRAWN_SENTENCES[case])
    with Image.open(tmp_path / "o" / "artwork.png") as picture:
        picture.load()
        assert picture.size == (4096, 4096)


COMMANDS = {
    "check": ("check", "in.png", "--repair", "o/mended.png"),
    "prepare": ("prepare", "in.png", "--product", "tee", "--out", "o"),
    "preflight": ("preflight", "in.png", "--product", "tee"),
}


@pytest.mark.parametrize(
    ("command", "case"),
    [(name, case) for name in COMMANDS for case in REFUSED if name != "preflight" or case not in LARGE_PRINTS],
)
def test_a_file_that_is_no_usable_picture_makes_nothing(run, tmp_path, command, case):
    data, code = REFUSED[case]
    (tmp_path / "in.png").write_bytes(data)
    told = run(*COMMANDS[command], "--json", exit_code=3).json["error"]
    assert told["code"] == code
    assert told["message"]
    assert told["hint"]
    assert [p.name for p in tmp_path.iterdir()] == ["in.png"]


@pytest.mark.parametrize("case", ODD)
def test_a_picture_that_is_only_odd_is_prepared_upright(run, tmp_path, case):
    (tmp_path / "in.png").write_bytes(ODD[case])
    run("prepare", "in.png", "--size-mm", "40x40", "--format", "png", "--out", "o", exit_code=None)
    with Image.open(tmp_path / "o" / "custom.png") as made:
        left, top, right, bottom = made.convert("RGBA").getchannel("A").getbbox()
    width, height = UPRIGHT_PX[case]
    assert (right - left) / (bottom - top) == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(
    "case", ["a page that unfolds", "a locked page", "a page tree that is a ring", "a TIFF that unfolds"]
)
def test_a_file_that_is_no_usable_print_is_refused_under_any_name(run, tmp_path, case):
    make, code = bad_files.REFUSED[case]
    (tmp_path / "print.png").write_bytes(make())
    told = run("preflight", "print.png", "--product", "tee", "--marked", "o/m.png", "--json", exit_code=3).json["error"]
    assert told["code"] == code
    assert told["hint"]
    assert [p.name for p in tmp_path.iterdir()] == ["print.png"]


def test_a_blocked_file_is_marked_and_its_places_are_told(run, tmp_path):
    (tmp_path / "in.tif").write_bytes(bad_files.good_files()["TIFF"])
    told = run("preflight", "in.tif", "--product", "tee", "--marked", "o/m.png", "--json", exit_code=4).json
    assert told["verdict"] == "blocked"
    assert next(f for f in told["findings"]["found"] if f["rule"] == "outside_safe")["where_mm"]
    with Image.open(tmp_path / "o" / "m.png") as marked:
        marked.load()
        assert marked.width >= 900
