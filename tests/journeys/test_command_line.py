"""The whole job through the command line, its files read by others than us: Pillow, pikepdf and poppler."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.terminal import pod

SENTENCE = "a fox reading a book under the moon"


@pytest.fixture(scope="module")
def made(tmp_path_factory, data_dir) -> Path:
    folder = tmp_path_factory.mktemp("make")
    pod("make", SENTENCE, "--product", "tee", "--cloth", "navy", "--lettering", "READ ON", "--seed", "7",
        "--out", "made", cwd=folder, POD_DATA_DIR=str(data_dir))  # fmt: skip
    return folder / "made"


def test_the_print_file_has_the_exact_area_resolution_profile_and_alpha(made):
    with Image.open(made / "tee-front.png") as png:
        png.load()
        assert png.size == (3600, 4800)
        assert png.mode == "RGBA"
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.5)
        assert b"sRGB" in png.info["icc_profile"]
        alpha = png.getchannel("A")
    assert alpha.getextrema() == (0, 255)
    left, top, right, bottom = alpha.getbbox()
    assert min(left, top) > 0, "art must not touch the edge"
    assert (right < 3600, bottom < 4800) == (True, True), "art must not touch the edge"


def test_the_pdf_has_its_boxes_from_millimetres(made):
    with pikepdf.open(made / "tee-front.pdf") as pdf:
        assert pdf.check_pdf_syntax() == [] if hasattr(pdf, "check_pdf_syntax") else pdf.check() == []
        trim = [float(v) for v in pdf.pages[0].TrimBox]
    assert trim[2] - trim[0] == pytest.approx(12 * 72, abs=0.01)
    assert trim[3] - trim[1] == pytest.approx(16 * 72, abs=0.01)


def test_poppler_finds_no_font_that_is_not_embedded(made):
    if not shutil.which("pdffonts"):
        pytest.skip("poppler is not installed")
    listed = subprocess.run(["pdffonts", made / "tee-front.pdf"], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert all(" yes " in row for row in rows)


def test_the_hand_off_is_one_folder_whose_checksums_hold(made):
    folders = [p for p in (made / "handoff").iterdir() if p.is_dir() and p.name.startswith("job")]
    assert len(folders) == 1
    sums = (folders[0] / "SHA256SUMS").read_text().splitlines()
    assert sums
    for line in sums:
        wanted, name = line.split("  ", 1)
        assert hashlib.sha256((folders[0] / name).read_bytes()).hexdigest() == wanted


def test_what_was_proofed_is_what_was_handed_off(made):
    [folder] = [p for p in (made / "handoff").iterdir() if p.name.startswith("job")]
    [png] = folder.glob("*front*.png")
    assert png.read_bytes() == (made / "tee-front.png").read_bytes()


def test_the_same_sentence_and_seed_give_the_same_bytes(made, tmp_path, data_dir):
    pod("make", SENTENCE, "--product", "tee", "--cloth", "navy", "--lettering", "READ ON", "--seed", "7",
        "--out", "again", cwd=tmp_path, POD_DATA_DIR=str(data_dir), PYTHONHASHSEED="42")  # fmt: skip
    for name in ("artwork.svg", "artwork.png", "tee-front.png"):
        assert (tmp_path / "again" / name).read_bytes() == (made / name).read_bytes(), name


def test_other_words_cost_no_picture(made, tmp_path, data_dir):
    pod(
        "reletter",
        str(made / "recipe.json"),
        "--lettering",
        "ÉTÉ & SUN 2026",
        "--out",
        "re",
        cwd=tmp_path,
        POD_DATA_DIR=str(data_dir),
    )
    recipe = json.loads((tmp_path / "re" / "recipe.json").read_text())
    assert recipe["lettering"]["text"] == "ÉTÉ & SUN 2026"
    assert (tmp_path / "re" / "artwork.png").read_bytes() == (made / "artwork.png").read_bytes()
