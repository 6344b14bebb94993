"""Products on the command line: several prints on one thing, sizes that no product has, the list of what there is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pod.model.product import Fit, Kind, Wrap
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PREP_VERSION
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


@pytest.fixture
def ramp(tmp_path):
    """A picture that is another colour at every place, so that no edge of it is flat."""
    across = np.linspace(0, 255, 400, dtype=np.uint8)
    red = np.tile(across, (400, 1))
    rgb = np.dstack([red, red[:, ::-1], red.T])
    path = tmp_path / "ramp.png"
    Image.fromarray(rgb).save(path)
    return path


def canvas(run, tmp_path, source, *options):
    """The left 30 mm of the wrap and of the face, as columns of colour."""
    asked = ("--product", "canvas-12x12", "--ppi", "100", "--fit", "cover", "--format", "png")
    run("prepare", source, *asked, *options, "--out", "o", "--json", exit_code=None)
    with Image.open(tmp_path / "o/front.png") as picture:
        middle = np.asarray(picture.convert("RGB"))[picture.height // 2].astype(int)
    assert len(middle) == 1800, "12 in and twice 3 in"
    return middle[300 - 118 : 300], middle[300 : 300 + 118]


def test_what_goes_round_a_canvas_is_chosen(run, ramp, tmp_path):
    wrap, face = canvas(run, tmp_path, "ramp.png", "--wrap", "mirror")
    assert (wrap == face[::-1]).all()
    wrap, shown = canvas(run, tmp_path, "ramp.png", "--wrap", "colour")
    assert (wrap == wrap[0]).all()
    assert (shown == face).all()
    wrap, shown = canvas(run, tmp_path, "ramp.png", "--wrap", "image")
    assert (np.diff(wrap[:, 0]) >= 0).all(), "the ramp begins on the side"
    assert wrap[-1, 0] <= shown[0, 0]
    assert shown[0, 0] > face[0, 0] + 30, "the face shows less of it"


def test_a_recipe_keeps_its_wrap(run, ramp, tmp_path):
    """It is remembered where `--wrap` is left out."""
    ramp.rename(tmp_path / "artwork.png")
    sha256 = hashlib.sha256((tmp_path / "artwork.png").read_bytes()).hexdigest()
    placement = Placement("front", Fit.COVER, wrap=Wrap.COLOUR)
    recipe = Recipe(ArtworkLayer("a", sha256, 400, 400), "canvas-12x12", "white", (placement,), PREP_VERSION)
    (tmp_path / "recipe.json").write_text(recipe.to_json(), encoding="utf-8")
    kept, coloured, mirrored = (
        canvas(run, tmp_path, "recipe.json", *options)[0]
        for options in ((), ("--wrap", "colour"), ("--wrap", "mirror"))
    )
    assert (kept == coloured).all()
    assert (kept != mirrored).any()


def test_a_wrap_is_drawn_into_the_recipe_or_refused_before_anything_is_drawn(run, tmp_path):
    run("design", "a fox", "--product", "canvas-12x12", "--wrap", "image", "--seed", "3", "--out", "o")
    recipe = json.loads((tmp_path / "o/recipe.json").read_text(encoding="utf-8"))
    assert [p["wrap"] for p in recipe["placements"]] == ["image"]
    for command in (("design", "a fox"), ("make", "a fox"), ("prepare", "o/artwork.png")):
        told = run(*command, "--product", "tee", "--wrap", "image", "--out", "p", "--json", exit_code=3).json
        assert "no edge that a picture goes round" in json.dumps(told)
    assert not (tmp_path / "p").exists()


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
