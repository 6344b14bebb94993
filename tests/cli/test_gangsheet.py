"""`pod gangsheet`: what is said, in words and as JSON, and what is refused, with nothing half written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pod.drawing import Canvas, page_of
from pod.drawing.shapes import rect
from tests.printprep.gang.pictures import noise, png
from tests.terminal import Said

Run = Callable[..., Said]


@pytest.fixture
def block(tmp_path: Path) -> Path:
    path = tmp_path / "block.png"
    path.write_bytes(png(noise(120, 80), ppi=100))
    return path


def test_it_says_how_many_sheets_and_how_full(run: Run, block: Path, tmp_path: Path) -> None:
    said = run("gangsheet", f"{block.name}:16", "--sheet-mm", "110x120", "--dpi", "100", "--out", "out")
    assert "2 sheets" in said.out
    assert "sheet 1  110 × 120 mm  " in said.out
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "sheet-1.pdf", "sheet-1.png", "sheet-2.pdf", "sheet-2.png",
    ]  # fmt: skip
    with Image.open(tmp_path / "out" / "sheet-1.png") as sheet:
        assert sheet.info["dpi"] == pytest.approx((100, 100), abs=0.1)


def test_the_json_has_every_number(run: Run, block: Path) -> None:
    said = run(
        "gangsheet", f"{block.name}@40:5", "--sheet", "a4", "--dpi", "100", "--nest", "--labels",
        "--format", "png", "--out", "out", "--json",
    ).json  # fmt: skip
    assert said["sheets_needed"] == 1
    assert said["sheets"][0] | {"fill": 0} == {
        "number": 1, "width_mm": 210, "height_mm": 297, "width_px": 827, "height_px": 1170, "pieces": 5, "fill": 0,
    }  # fmt: skip
    assert said["fill"] == said["sheets"][0]["fill"] == pytest.approx(5 * 40 * 26.7 / (210 * 297), rel=0.03)
    assert said["pieces"] == [{"name": "block", "copies": 5, "source_ppi": pytest.approx(76, abs=1)}]
    assert said["left"] == []


def test_what_is_left_over_is_exit_code_4(run: Run, block: Path, tmp_path: Path) -> None:
    said = run(
        "gangsheet", f"{block.name}:20", "--sheet-mm", "110x120", "--dpi", "100", "--max-sheets", "1", "--out", "out",
        exit_code=4,
    )  # fmt: skip
    assert "left over: 8 × block, there is no more room on 1 sheet" in said.out
    assert (tmp_path / "out" / "sheet-1.png").exists()


def test_a_sheet_for_a_press_has_its_inks_and_its_white(run: Run, block: Path, tmp_path: Path) -> None:
    asked = ("--profile", "cmyk", "--white", "RDG_WHITE", "--cut", "box", "--format", "pdf")
    run("gangsheet", f"{block.name}:2", "--sheet-mm", "110x120", "--dpi", "100", *asked, "--out", "out")
    with pikepdf.open(tmp_path / "out" / "sheet-1.pdf") as pdf:
        resources = pdf.pages[0].Resources
        assert resources.XObject.P0.ColorSpace == "/DeviceCMYK"
        assert str(resources.XObject.W0.ColorSpace[1]) == "/RDG_WHITE"
        assert str(resources.ColorSpace.Cut[1]) == "/CutContour"
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"


def test_a_page_is_a_piece_and_it_is_said_what_it_costs(run: Run, block: Path, tmp_path: Path) -> None:
    canvas = Canvas(113.4, 85.05)
    canvas.fill(rect(0, 0, 113.4, 85.05), "#1e3ca0")
    (tmp_path / "logo.pdf").write_bytes(page_of(canvas.drawing()))
    asked = ("gangsheet", "logo.pdf:3", f"{block.name}:2", "--sheet", "a4", "--dpi", "100", "--out", "out")
    assert "the PDFs are no PDF/X, as logo is none for this press" in run(*asked).errors
    said = run(*asked, "--json").json
    assert said["no_pdfx_because_of"] == ["logo"]
    assert said["pieces"][0] == {"name": "logo", "copies": 3, "source_ppi": None}
    with pikepdf.open(tmp_path / "out" / "sheet-1.pdf") as pdf:
        assert [float(v) for v in pdf.pages[0].Resources.XObject.P0.BBox] == pytest.approx([0, 0, 113.4, 85.05])


SHEET = ("--sheet-mm", "110x120", "--dpi", "100")

REFUSED = {
    "no copies": (["block.png:0"], SHEET, "no_copies"),
    "fewer than none": (["block.png:-3"], SHEET, "no_copies"),
    "a million copies": (["block.png:1000000"], SHEET, "too_many_pieces"),
    "a size that is no number": (["block.png@nan"], SHEET, "piece_size"),
    "an endless size": (["block.png@inf"], SHEET, "piece_size"),
    "a size below nothing": (["block.png@-30"], SHEET, "piece_size"),
    "words for a size": (["block.png@large"], SHEET, "piece_unreadable"),
    "a size that would stretch it": (["block.png@50x50"], SHEET, "piece_stretched"),
    "larger than the sheet": (["block.png@200"], SHEET, "piece_too_large"),
    "fits only turned": (["block.png@105"], ("--sheet-mm", "80x140", "--dpi", "100", "--no-rotate"), "piece_too_large"),
    "two of one name": (["block.png:2", "other/block.png"], SHEET, "piece_named_twice"),
    "a letter": (["letter.png@50"], SHEET, "picture_type"),
    "no such file": (["missing.png@50"], SHEET, "file_unreadable"),
    "no size": (["plain.png"], SHEET, "no_size"),
    "no such sheet": (["block.png"], ("--sheet", "b9"), "unknown_sheet"),
    "no sheet": (["block.png"], (), "which_sheet"),
    "two sheets": (["block.png"], ("--sheet", "a3", "--sheet-mm", "80x80"), "which_sheet"),
    "a sheet that is no number": (["block.png"], ("--sheet-mm", "nanx100"), "size_out_of_range"),
    "no room between the margins": (["block.png"], (*SHEET, "--margin-mm", "70"), "no_room"),
    "a gap that is no number": (["block.png"], (*SHEET, "--gap-mm", "nan"), "gap_size"),
    "a gap below nothing": (["block.png"], (*SHEET, "--gap-mm", "-1"), "gap_size"),
    "a margin that is no number": (["block.png"], (*SHEET, "--margin-mm", "nan"), "margin_size"),
    "no resolution": (["block.png"], ("--sheet-mm", "110x120", "--dpi", "0"), "ppi"),
    "marks without room": (["block.png"], (*SHEET, "--cut", "crop", "--gap-mm", "1"), "gap_for_cut"),
    "a press that is none": (["block.png"], (*SHEET, "--profile", "block.png"), "profile_unusable"),
    "a spot colour that is no name": (["block.png"], (*SHEET, "--white", "/W"), "spot_name"),
    "an unknown format": (["block.png"], (*SHEET, "--format", "bmp"), "unknown_format"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_a_sentence_and_nothing_is_written(case: str, run: Run, block: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "block.png").write_bytes(block.read_bytes())
    (tmp_path / "letter.png").write_bytes(b"this is a letter")
    (tmp_path / "plain.png").write_bytes(png(noise(60, 60), ppi=None))
    pieces, options, code = REFUSED[case]
    said = run("gangsheet", *pieces, *options, "--out", "out", "--json", exit_code=3).json
    assert said["error"]["code"] == code
    assert said["error"]["message"]
    assert said["error"]["hint"]
    assert not (tmp_path / "out").exists()


def test_everything_that_is_wrong_is_said_at_once(run: Run, block: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.png").write_bytes(b"this is a letter")
    said = run("gangsheet", "letter.png@50", "block.png@500", *SHEET, "--out", "out", "--json", exit_code=3).json
    found = [(p["where"], p["code"]) for p in said["error"]["details"]["problems"]]
    assert found == [("letter", "picture_type"), ("block", "piece_too_large")]


def test_a_file_whose_name_looks_like_a_size_is_a_file(run: Run, block: Path, tmp_path: Path) -> None:
    (tmp_path / "a@2x:3.png").write_bytes(block.read_bytes())
    said = run("gangsheet", "a@2x:3.png", *SHEET, "--format", "png", "--out", "out", "--json").json
    assert said["pieces"][0] == {"name": "a@2x:3", "copies": 1, "source_ppi": pytest.approx(100, abs=0.1)}


def test_a_cut_through_thin_air_is_refused(run: Run, tmp_path: Path) -> None:
    faint = noise(120, 80)
    faint[..., 3] = 40
    (tmp_path / "faint.png").write_bytes(png(faint, ppi=100))
    said = run("gangsheet", "faint.png", *SHEET, "--cut", "contour", "--out", "out", "--json", exit_code=3).json
    assert said["error"]["code"] == "nothing_to_cut"
