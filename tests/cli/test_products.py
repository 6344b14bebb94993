"""Products on the command line: several prints on one thing, sizes that no product has, the list of what there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from pod.model.product import Kind
from tests.terminal import pod

FRONT_BACK_SLEEVE = ("front", "back", "left-sleeve")


@pytest.fixture(scope="module")
def placed(tmp_path_factory, data_dir) -> Path:
    """The folder of one shirt with three prints, through the whole job."""
    folder = tmp_path_factory.mktemp("placed")
    areas = [word for name in FRONT_BACK_SLEEVE for word in ("--area", name)]
    report = pod(
        "make", "a fox reading a book", "--product", "tee", "--cloth", "navy", *areas, "--seed", "3", "--quantity", "2",
        "--out", "o", "--json", cwd=folder, POD_EMBEDDED_DATA_DIR=str(data_dir),
    ).json  # fmt: skip
    (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
    return folder


def test_every_placement_of_one_job_has_its_files_and_its_proof(placed):
    report = json.loads((placed / "report.json").read_text(encoding="utf-8"))
    assert report["print_files"] == [f"o/tee-{a}.{form}" for a in FRONT_BACK_SLEEVE for form in ("pdf", "png")]
    assert report["proofs"] == [f"o/proof-{area}.png" for area in FRONT_BACK_SLEEVE], "in the order that was asked for"
    sizes = {"front": (3600, 4800), "back": (3600, 4800), "left-sleeve": (1200, 1050)}
    for area, size in sizes.items():
        with Image.open(placed / f"o/tee-{area}.png") as picture:
            assert picture.size == size
    looks = {(placed / f"o/proof-{area}.png").read_bytes() for area in FRONT_BACK_SLEEVE}
    assert len(looks) == 3, "each shows its own side"


def test_every_placement_goes_to_the_press_in_one_job_with_one_ticket(placed):
    report = json.loads((placed / "report.json").read_text(encoding="utf-8"))
    folder = placed / report["handoff"]
    [item] = json.loads(next(folder.glob("*.json")).read_text(encoding="utf-8"))["items"]
    assert item["quantity"] == 2
    assert {(f["placement"], f["name"].rsplit(".")[-1]) for f in item["files"]} == {
        (area, form) for area in FRONT_BACK_SLEEVE for form in ("png", "pdf")
    }
    for file in item["files"]:
        source = placed / f"o/tee-{file['placement']}.{file['name'].rsplit('.')[-1]}"
        assert (folder / file["name"]).read_bytes() == source.read_bytes()
    assert len(list(folder.glob("*job-ticket*.pdf"))) == 1


def test_a_size_of_ones_own_goes_the_same_way_as_a_product(run, tmp_path):
    """From the sentence to the hand-off, and its files pass the check of the same size."""
    words = ("--size-mm", "120x90+3", "--ppi", "200", "--process", "canvas")
    report = run("make", "a fox", *words, "--seed", "3", "--out", "o", "--json").json
    [pdf, png] = [tmp_path / name for name in report["print_files"]]
    assert [pdf.name, png.name] == ["own-120x90mm-custom.pdf", "own-120x90mm-custom.png"]
    with Image.open(png) as picture:
        assert picture.size == (993, 756)  # 126 × 96 mm at 200 ppi, rounded up
    assert (tmp_path / report["handoff"]).is_dir()
    for file in (pdf, png):
        assert run("preflight", file.relative_to(tmp_path), *words, "--json").json["verdict"] == report["verdict"]


def test_a_size_that_is_cut_out_leaves_room_for_the_knife(run, picture, tmp_path):
    report = run(
        "prepare", "badge.png", "--size-mm", "90x90", "--process", "sticker", "--format", "pdf", "--out", "o", "--json"
    ).json
    assert "cut_near_art" not in {f["rule"] for f in report["files"][0]["findings"]["found"]}
    assert b"CutContour" in (tmp_path / "o/custom.pdf").read_bytes()


def test_a_partner_gets_its_own_area_for_its_own_size(run, picture, tmp_path):
    asked = ("--product", "hoodie", "--partner", "printify", "--size", "S")
    report = run("prepare", "badge.png", *asked, "--format", "png", "--out", "o", "--json").json
    assert (report["files"][0]["width_px"], report["files"][0]["height_px"]) == (2976, 1982)
    assert run("preflight", "o/front.png", *asked, "--json").json["verdict"] == "ready"
    other = run("preflight", "o/front.png", *asked[:-1], "M", "--json", exit_code=4).json
    assert "wrong_size" in {f["rule"] for f in other["findings"]["found"]}


def test_products_are_listed_by_kind_in_the_order_of_the_shop_window(run):
    found = run("products", "--json").json["products"]
    kinds = list(dict.fromkeys(product["kind"] for product in found))
    assert kinds == [str(kind) for kind in Kind]
    table = run("products").out
    assert "framed-12x16" in table
    assert "frames" in table
