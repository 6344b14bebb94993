"""What is on a sheet, read back by Pillow, pikepdf and poppler: the pieces' own pixels, cuts, labels, sizes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image

from pod.paths import templates_dir
from pod.printprep.gang import SHEETS, Cut, Ganged, Setup, SheetSize, Wanted, gang
from pod.printprep.gang.labels import label
from pod.store.catalogue import FileCatalogue
from tests.printprep.gang.pictures import CORNER, STAR, TRIANGLE, blocks, noise, piece, shaped
from tests.printprep.prints import needs, ran

WHEN = datetime(2026, 5, 4, tzinfo=UTC)
STICKER = FileCatalogue(templates_dir()).process("sticker")
SMALL = Setup(SheetSize(127, 101.6), gap_mm=3, margin_mm=5, ppi=150)
"""750 × 600 pixels, without a remainder."""

ROLL = replace(SMALL, sheet=SheetSize(127, 900, roll=True))


def ganged(
    wanted: list[Wanted], setup: Setup, folder: Path, formats: tuple[str, ...] = ("png",), **options: object
) -> Ganged:
    return gang(wanted, setup, STICKER, folder, formats=formats, when=WHEN, **options)


def pixels_of(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        assert picture.mode == "RGBA"
        return np.asarray(picture)


def trimmed(pixels: np.ndarray) -> np.ndarray:
    """What is nested of a picture: all but its empty edges."""
    left, top, right, bottom = Image.fromarray(pixels[..., 3]).getbbox()
    return pixels[top:bottom, left:right]


def on_sheets(made: Ganged) -> list[tuple[str, int, np.ndarray]]:
    """Of every piece: its name, how it was turned, and the pixels where it is said to lie."""
    found = []
    for sheet, path in zip(made.sheets, made.files, strict=True):
        pixels = pixels_of(path)
        assert pixels.shape[1::-1] == sheet.size_px
        for placed in sheet.placed:
            at = placed.art_px
            window = pixels[int(at.top) : int(at.bottom), int(at.left) : int(at.right)]
            found.append((placed.piece.name, placed.quarter_turns, window))
    return found


def test_a_print_file_lies_on_the_sheet_pixel_for_pixel_upright_or_turned(tmp_path: Path) -> None:
    pictures = {"wide": noise(420, 130, 1), "high": noise(150, 300, 2), "square": noise(97, 97, 3)}
    made = ganged([piece(name, p, 3, ppi=150) for name, p in pictures.items()], SMALL, tmp_path)
    laid = on_sheets(made)
    assert len(laid) == 9
    assert {turns for _, turns, _ in laid} == {0, 1}, "the set is made so that some have to be turned"
    for name, turns, window in laid:
        assert np.array_equal(window, np.rot90(pictures[name], -turns))


def test_nested_pieces_keep_their_pixels_although_their_boxes_overlap(tmp_path: Path) -> None:
    pictures = {"corner": shaped(CORNER, 180, 180, 5), "tri": shaped(TRIANGLE, 150, 150, 6)}
    made = ganged([piece(n, p, 5, ppi=150) for n, p in pictures.items()], replace(ROLL, nested=True), tmp_path)
    laid = on_sheets(made)
    assert len(laid) == 10
    assert len({turns for _, turns, _ in laid}) > 1
    boxes = [placed.art_px for placed in made.sheets[0].placed]
    assert any(
        a is not b and a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom
        for a in boxes
        for b in boxes
    )
    for name, turns, window in laid:
        own = np.rot90(trimmed(pictures[name]), -turns)
        shows = own[..., 3] > 0
        assert np.array_equal(window[shows], own[shows])


def test_between_nested_pieces_is_the_gap_in_every_direction(tmp_path: Path) -> None:
    pictures = {"star": shaped(STAR, 200, 200, 4), "corner": shaped(CORNER, 180, 180, 5)}
    setup = replace(SMALL, nested=True, gap_mm=2.5)
    made = ganged([piece(n, p, 4, ppi=150) for n, p in pictures.items()], setup, tmp_path)
    for sheet, path in zip(made.sheets, made.files, strict=True):
        shown = pixels_of(path)[..., 3] > 0
        count, labels = cv2.connectedComponents(shown.astype(np.uint8), connectivity=8)
        assert count - 1 == len(sheet.placed), "nothing touches"
        for n in range(1, count):
            away = cv2.distanceTransform((labels != n).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
            others = away[shown & (labels != n)]
            assert not len(others) or others.min() >= 2.5 / 25.4 * 150


def test_a_picture_is_brought_to_its_size_and_nothing_else_is(tmp_path: Path) -> None:
    setup = Setup(SheetSize(120, 90), ppi=150)
    flat = np.full((300, 600, 4), (200, 30, 30, 255), dtype=np.uint8)
    made = ganged([piece("flat", flat, ppi=None, width_mm=50.8)], setup, tmp_path)
    [(_, _, window)] = on_sheets(made)
    assert window.shape == (150, 300, 4)
    assert (window == (200, 30, 30, 255)).all()
    assert made.pieces[0].source_ppi == pytest.approx(300)


def test_a_print_file_of_another_resolution_keeps_its_size_in_millimetres(tmp_path: Path) -> None:
    made = ganged([piece("half", noise(200, 100), ppi=75)], SMALL, tmp_path)
    assert made.pieces[0].art_px.width == 400
    assert made.pieces[0].source_ppi == pytest.approx(75, abs=0.1)


def test_a_roll_is_cut_off_below_the_last_piece_and_sheets_are_not(tmp_path: Path) -> None:
    wanted = [piece("block", noise(300, 200), ppi=150)]
    roll = ganged(wanted, Setup(SheetSize(120, 900, roll=True), ppi=150), tmp_path)
    assert roll.sheets[0].size_mm.height == pytest.approx(200 / 150 * 25.4 + 10, abs=0.2)
    whole = ganged(wanted, Setup(SheetSize(120, 200), ppi=150), tmp_path)
    assert whole.sheets[0].size_mm.height == 200
    assert whole.fill == pytest.approx((300 * 200) * (25.4 / 150) ** 2 / (120 * 200))


def test_what_found_no_place_is_told_with_its_reason(tmp_path: Path) -> None:
    wanted = [piece("block", noise(300, 200), 7, ppi=150)]
    made = ganged(wanted, replace(SMALL, most_sheets=1), tmp_path)
    assert [path.name for path in made.files] == ["sheet-1.png"]
    laid = len(made.sheets[0].placed)
    assert [(left.name, left.copies, left.why) for left in made.left] == [
        ("block", 7 - laid, "there is no more room on 1 sheet")
    ]


def test_the_pdf_has_each_picture_once_and_places_it_where_the_png_has_it(tmp_path: Path) -> None:
    pictures = {"wide": blocks(420, 130, 1), "high": blocks(150, 300, 2), "square": blocks(97, 97, 3)}
    wanted = [piece(name, p, 3, ppi=150) for name, p in pictures.items()]
    # poppler shows a page with an output intent in that press's colours, which noise is not made of
    made = ganged(wanted, SMALL, tmp_path, ("png", "pdf"), press=lambda: None)
    assert {p.quarter_turns for sheet in made.sheets for p in sheet.placed} == {0, 1}
    for sheet, png_path, pdf_path in zip(made.sheets, made.files[::2], made.files[1::2], strict=True):
        ran(needs("pdftoppm"), "-r", "150", "-png", "-singlefile", pdf_path, tmp_path / "page")
        page = np.asarray(Image.open(tmp_path / "page.png").convert("RGB")).astype(int)
        pixels = pixels_of(png_path)
        shown = pixels[..., 3] == 255
        # poppler may draw a picture a pixel wider than it is, and then blends where blocks of 8 pixels meet
        assert np.abs(page - pixels[..., :3])[shown].mean() < 16
        assert np.abs(np.roll(page, 8, axis=1) - pixels[..., :3])[shown].mean() > 50, "the control: a block too far"
        assert (page[~shown] > 250).mean() > 0.97
        with pikepdf.open(pdf_path) as pdf:
            names = [n for n in pdf.pages[0].Resources.XObject if n != "/Overlay"]
            assert len(names) == len({p.piece.name for p in sheet.placed})


def test_pictures_in_the_pdf_are_lossless(tmp_path: Path) -> None:
    own = shaped(STAR, 160, 160, 7)
    made = ganged([piece("star", own, 2, ppi=150)], SMALL, tmp_path, ("pdf",))
    with pikepdf.open(made.files[0]) as pdf:
        image = pdf.pages[0].Resources.XObject.P0
        assert image.ColorSpace[0] == "/ICCBased"
        read = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        mask = pikepdf.PdfImage(image.SMask).as_pil_image().convert("L")
    assert np.array_equal(np.dstack([np.asarray(read), np.asarray(mask)]), own)


def test_boxes_of_the_page_are_the_sheet_in_points(tmp_path: Path) -> None:
    made = ganged([piece("block", noise(300, 200), ppi=150)], SMALL, tmp_path, ("pdf",))
    text = ran(needs("pdfinfo"), "-box", made.files[0])
    for name in ("Media", "Bleed", "Trim"):
        values = [float(v) for v in re.search(rf"^{name}Box:\s+(.*)$", text, re.M)[1].split()]
        assert values == pytest.approx([0, 0, 127 / 25.4 * 72, 101.6 / 25.4 * 72], abs=0.01)


def test_labels_are_outlines_below_their_pieces(tmp_path: Path) -> None:
    setup = replace(SMALL, labels=True, may_turn=False)
    made = ganged([piece("order-417", noise(200, 120), 4, ppi=150)], setup, tmp_path, ("png", "pdf"))
    assert [made.sheets[0].label(n) for n in range(2)] == ["order-417 1/4 · 1-1", "order-417 2/4 · 1-2"]
    pixels = pixels_of(made.files[0])
    for placed in made.sheets[0].placed:
        strip = placed.on_sheet(placed.piece.label_px)
        window = pixels[int(strip.top) : int(strip.bottom), int(strip.left) : int(strip.right)]
        assert window[..., 3].max() == 255
        assert strip.top == placed.art_px.bottom
    assert "no emb" not in ran(needs("pdffonts"), made.files[1])
    assert len(ran(needs("pdffonts"), made.files[1]).splitlines()) == 2, "a heading and no font"


def test_a_long_name_is_shortened_and_the_position_kept(tmp_path: Path) -> None:
    long = label("a-very-long-name-of-a-design 1/1 · 3-14", 200, 150).ink_box()
    short = label("3-14", 200, 150).ink_box()
    assert long.left >= 0
    assert long.right <= 200
    assert long.width > short.width


@pytest.mark.parametrize("cut", [Cut.BOX, Cut.CONTOUR])
def test_the_cut_is_a_closed_spot_line_and_poppler_and_pikepdf_find_it(cut: Cut, tmp_path: Path) -> None:
    made = ganged([piece("star", shaped(STAR, 200, 200), 2, ppi=150)], replace(SMALL, cut=cut), tmp_path, ("pdf",))
    with pikepdf.open(made.files[0]) as pdf:
        space = pdf.pages[0].Resources.ColorSpace.Cut
        assert (space[0], space[1]) == ("/Separation", "/CutContour")
        operators = [
            (str(op), [float(o) for o in operands if not isinstance(o, pikepdf.Name)])
            for operands, op in pikepdf.parse_content_stream(pdf.pages[0])
        ]
    names = [name for name, _ in operators]
    assert names.count("m") == names.count("h") == names.count("S") == 2
    assert ("SCN", [1.0]) in operators
    assert ("w", [0.25]) in operators


def test_a_contour_cut_keeps_its_border_from_the_art_and_its_gap_from_the_next(tmp_path: Path) -> None:
    own = shaped(STAR, 200, 200)
    setup = replace(SMALL, cut=Cut.CONTOUR, border_mm=2, gap_mm=2, nested=True)
    made = ganged([piece("star", own, 5, ppi=150)], setup, tmp_path)
    px = 150 / 25.4
    [sheet] = made.sheets
    shown = pixels_of(made.files[0])[..., 3] >= 128
    from_art = cv2.distanceTransform((~shown).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    lines = [
        np.array([p for ring in pl.piece.cut.transformed(pl.to_sheet).rings(0.1) for p in ring]) for pl in sheet.placed
    ]
    for n, line in enumerate(lines):
        at = np.clip(line.round().astype(int), 0, (shown.shape[1] - 1, shown.shape[0] - 1))
        away = from_art[at[:, 1], at[:, 0]] / px
        assert away.min() > 2 - 0.35
        assert away.max() < 2 + 2.5, "in the star's hollows the line is rounded"
        for other in lines[n + 1 :]:
            apart = np.hypot(*(line[:, None] - other[None]).transpose(2, 0, 1)).min()
            assert apart >= 2 * px


def test_corner_marks_lie_outside_and_end_before_the_next_piece(tmp_path: Path) -> None:
    setup = replace(SMALL, cut=Cut.CROP, gap_mm=4)
    own = noise(200, 120)
    made = ganged([piece("block", own, 4, ppi=150)], setup, tmp_path)
    assert all(np.array_equal(window, np.rot90(own, -turns)) for _, turns, window in on_sheets(made))
    pixels = pixels_of(made.files[0])
    for placed in made.sheets[0].placed:
        at = placed.art_px
        row = pixels[int(at.top), int(at.left) - 12 : int(at.left)]
        assert (row[:, 3] > 0).any(), "a bar level with the upper edge"
        assert not row[-2:, 3].any(), "and clear of the corner"


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path) -> None:
    wanted = [piece("star", shaped(STAR, 200, 200), 3, ppi=150), piece("block", noise(90, 60), 4, ppi=150)]
    digests = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        made = ganged(wanted, replace(SMALL, nested=True, labels=True, cut=Cut.CONTOUR), folder, ("png", "pdf"))
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in made.files])
    assert digests[0] == digests[1]


def test_every_sheet_that_is_sold_takes_a_piece(tmp_path: Path) -> None:
    for name, size in SHEETS.items():
        made = ganged([piece("block", noise(40, 40), ppi=40)], Setup(size, ppi=40), tmp_path, ("pdf",))
        assert len(made.sheets) == 1, name
