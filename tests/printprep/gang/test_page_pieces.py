"""PDF pages as pieces: placed by their trim, paths as paths, their spot colours and layers with them, and what is refused."""

from __future__ import annotations

import io
import math
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import rect
from pod.model.errors import InputRefused
from pod.model.product import PrintArea
from pod.printprep import Master
from pod.printprep.gang import Cut, Wanted
from tests.printprep.gang.pictures import noise, piece
from tests.printprep.gang.test_sheets import SMALL, ganged, pixels_of
from tests.printprep.pdfx import broken
from tests.printprep.prints import SHOP, made, needs, ran
from tests.printprep.test_plates import plates_of

STICKER, TOTE = SHOP.product("sticker-3in"), SHOP.product("tote")
AREA = PrintArea("front", 40.0, 25.0, 300, 150, bleed_mm=3.0)
LEFT, RIGHT = "#c8281e", "#1e3ca0"


def halves() -> Master:
    """Red on the left and blue on the right, as paths: a turn or a flip shows."""
    canvas = Canvas(4096, 2560)
    canvas.fill(rect(0, 0, 2048, 2560), LEFT)
    canvas.fill(rect(2048, 0, 2048, 2560), RIGHT)
    return Master(b"", write_svg(canvas.drawing()).encode())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A print page of our own, PDF/X-4, 40 × 25 mm within 3 mm of bleed."""
    folder = tmp_path_factory.mktemp("page")
    return made(STICKER, AREA, halves(), folder, formats=("pdf",))["pdf"].path.read_bytes()


@pytest.fixture(scope="module")
def sticker(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    area = replace(STICKER.areas[0], width_mm=40, height_mm=40, px=None, safe_mm=3)
    folder = tmp_path_factory.mktemp("sticker")
    return made(STICKER, area, halves(), folder, formats=("pdf",))["pdf"].path.read_bytes()


def wanted(name: str, data: bytes, copies: int = 1, **size: float) -> Wanted:
    return Wanted(name, partial(bytes, data), copies, **size)


def changed(data: bytes, change) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document)
        stream = io.BytesIO()
        document.save(stream)
    return stream.getvalue()


def plain(data: bytes) -> bytes:
    """The same page without a promise."""

    def change(document: pikepdf.Pdf) -> None:
        del document.Root.OutputIntents
        del document.Root.Metadata

    return changed(data, change)


def drawn(path: Path, folder: Path) -> np.ndarray:
    ran(needs("pdftoppm"), "-r", "150", "-png", "-singlefile", path, folder / "page")
    return np.asarray(Image.open(folder / "page.png").convert("RGB")).astype(int)


def test_a_page_is_placed_by_its_trim_and_stays_paths(page: bytes, tmp_path: Path) -> None:
    made_of = ganged([wanted("card", page, 2)], SMALL, tmp_path, ("pdf",))
    [sheet] = made_of.sheets
    art = sheet.placed[0].piece.art_px
    assert (art.width, art.height) == (math.ceil(40 / 25.4 * 150), math.ceil(25 / 25.4 * 150))
    assert made_of.pieces[0].source_ppi is None
    assert len(ran(needs("pdfimages"), "-list", made_of.files[0]).splitlines()) == 2
    with pikepdf.open(made_of.files[0]) as document:
        forms = document.pages[0].Resources.XObject
        assert {key: str(form.Subtype) for key, form in forms.items()} == {"/P0": "/Form"}, "once, for both copies"
        assert [float(v) for v in forms.P0.BBox] == pytest.approx([3 / 25.4 * 72, 3 / 25.4 * 72, 43 / 25.4 * 72, 28 / 25.4 * 72], abs=0.01)  # fmt: skip
    assert broken(made_of.files[0]) == set()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_page_and_pixels_show_the_same_however_the_page_is_turned(turn: int, page: bytes, tmp_path: Path) -> None:
    def turned(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = turn

    setup = replace(SMALL, may_turn=False)
    made_of = ganged([wanted("card", changed(plain(page), turned), 3)], setup, tmp_path, ("png", "pdf"))
    pixels = pixels_of(made_of.files[0]).astype(int)
    shown = pixels[..., 3] == 255
    assert shown.mean() > 0.15
    on_page = drawn(made_of.files[1], tmp_path)
    assert np.abs(on_page - pixels[..., :3])[shown].mean() < 3
    box = made_of.sheets[0].placed[0].art_px
    first, last = pixels[int(box.top) + 8, int(box.left) + 8], pixels[int(box.bottom) - 8, int(box.right) - 8]
    reds = (first[0], last[0]) if turn in (0, 90) else (last[0], first[0])
    assert reds == pytest.approx((200, 30), abs=1), "clockwise"


def test_a_page_that_the_sheet_turns_is_turned_with_its_pixels(page: bytes, tmp_path: Path) -> None:
    narrow = replace(SMALL, sheet=replace(SMALL.sheet, width_mm=40))
    made_of = ganged([wanted("card", plain(page))], narrow, tmp_path, ("png", "pdf"))
    assert made_of.sheets[0].placed[0].quarter_turns == 1
    pixels = pixels_of(made_of.files[0]).astype(int)
    shown = pixels[..., 3] == 255
    assert np.abs(drawn(made_of.files[1], tmp_path) - pixels[..., :3])[shown].mean() < 3


def test_a_page_is_brought_to_another_size(page: bytes, tmp_path: Path) -> None:
    for asked_mm, scale in ((None, 1.0), (80, 2.0), (30, 0.75)):
        size = {"width_mm": asked_mm} if asked_mm else {}
        made_of = ganged([wanted("card", page, **size)], SMALL, tmp_path, ("pdf",))
        with pikepdf.open(made_of.files[0]) as document:
            steps = list(pikepdf.parse_content_stream(document.pages[0]))
        [matrix] = [[float(v) for v in s.operands] for s in steps if str(s.operator) == "cm"]
        assert matrix[:4] == pytest.approx([scale, 0, 0, scale], abs=1e-5), "to the hair, not to the pixel"
        art = made_of.pieces[0].art_px
        assert (art.width, art.height) == tuple(math.ceil(mm * scale / 25.4 * 150) for mm in (40, 25))


def test_pages_and_pictures_lie_on_one_sheet(page: bytes, tmp_path: Path) -> None:
    setup = replace(SMALL, labels=True, cmyk=True)
    made_of = ganged([wanted("card", page), piece("block", noise(120, 90), 2, ppi=150)], setup, tmp_path, ("pdf",))
    with pikepdf.open(made_of.files[0]) as document:
        kinds = [str(o.Subtype) for key, o in document.pages[0].Resources.XObject.items() if key != "/Overlay"]
    assert sorted(kinds) == ["/Form", "/Image"]
    assert broken(made_of.files[0]) == set()


def test_a_stickers_own_cut_and_its_layer_come_along(sticker: bytes, tmp_path: Path) -> None:
    made_of = ganged([wanted("sticker", sticker, 2)], SMALL, tmp_path, ("png", "pdf"))
    plates = plates_of(made_of.files[1], tmp_path, 150)
    line = plates["CutContour"] > 60
    for placed in made_of.sheets[0].placed:
        at = placed.art_px
        assert line[int(at.top) : int(at.bottom), int(at.left) : int(at.right)].sum() > 100
    with pikepdf.open(made_of.files[1]) as document:
        layers = [str(layer.Name) for layer in document.Root.OCProperties.OCGs]
        assert layers == [str(layer.Name) for layer in document.Root.OCProperties.D.ON] == ["Kiss cut"]
    assert broken(made_of.files[1]) == set()
    pixels = pixels_of(made_of.files[0])
    magenta = (pixels[..., 0] > 150) & (pixels[..., 1] < 60) & (pixels[..., 2] > 90) & (pixels[..., 3] > 0)
    assert not magenta.any(), "a knife's line is no ink: pixels do not show it"


def test_white_of_a_film_page_comes_along(tmp_path: Path) -> None:
    area = replace(TOTE.areas[0], width_mm=40, height_mm=25, px=None, safe_mm=2)
    data = made(TOTE, area, halves(), tmp_path, cloth="natural", formats=("pdf",))["pdf"].path.read_bytes()
    folder = tmp_path / "sheets"
    folder.mkdir()
    made_of = ganged([wanted("tote", data, 2)], SMALL, folder, ("pdf",))
    plates = plates_of(made_of.files[0], folder, 150)
    white, inked = plates["White"] > 127, plates["Magenta"] > 60
    assert 0.9 < white.sum() / inked.sum() < 1
    assert broken(made_of.files[0]) == set()


def test_a_contour_is_cut_around_a_page_that_brings_none(page: bytes, tmp_path: Path) -> None:
    made_of = ganged([wanted("card", page)], replace(SMALL, cut=Cut.CONTOUR, nested=True), tmp_path, ("pdf",))
    bounds = made_of.pieces[0].cut.bounds()
    px = 150 / 25.4
    assert (bounds.width / px, bounds.height / px) == pytest.approx((44, 29), abs=0.2)
    assert broken(made_of.files[0]) == set()


def test_a_page_without_a_promise_takes_it_from_the_sheet_and_it_is_said(page: bytes, tmp_path: Path) -> None:
    other_press = changed(page, lambda d: d.Root.OutputIntents[0].DestOutputProfile.write(b"of another press"))
    broken_claim = changed(page, lambda d: d.pages[0].obj.__delitem__("/TrimBox"))
    for data in (plain(page), other_press, broken_claim):
        made_of = ganged([wanted("logo", data)], SMALL, tmp_path, ("pdf",))
        assert made_of.unpromised == ("logo",)
        with pikepdf.open(made_of.files[0]) as document:
            assert b"GTS_PDFXVersion" not in document.Root.Metadata.read_bytes()
            assert "/OutputIntents" not in document.Root
    assert ganged([wanted("card", page)], SMALL, tmp_path, ("pdf",)).unpromised == ()


def test_pixels_of_a_page_in_inks_are_refused_and_its_pdf_is_not(tmp_path: Path) -> None:
    data = made(STICKER, replace(AREA, colour="cmyk"), halves(), tmp_path, formats=("pdf",))["pdf"].path.read_bytes()
    folder = tmp_path / "sheets"
    folder.mkdir()
    with pytest.raises(InputRefused, match="in a press's inks"):
        ganged([wanted("card", data)], SMALL, folder, ("png", "pdf"))
    assert not list(folder.iterdir())
    made_of = ganged([wanted("card", data)], SMALL, folder, ("pdf",))
    assert broken(made_of.files[0]) == set()
    plates = plates_of(made_of.files[0], folder, 100)
    assert plates["Magenta"].max() > 200


def test_marks_outside_the_trim_are_left_there(tmp_path: Path) -> None:
    """Crop marks are in inks, and no part of the piece."""
    data = made(STICKER, replace(AREA, marks=True), halves(), tmp_path, formats=("pdf",))["pdf"].path.read_bytes()
    folder = tmp_path / "sheets"
    folder.mkdir()
    made_of = ganged([wanted("card", data)], SMALL, folder, ("png", "pdf"))
    pixels = pixels_of(made_of.files[0])
    at = made_of.sheets[0].placed[0].art_px
    outside = pixels.copy()
    outside[int(at.top) : int(at.bottom), int(at.left) : int(at.right)] = 0
    assert not outside.any()
    plates = plates_of(made_of.files[1], folder, 150)
    black = plates["Black"].astype(int)
    black[int(at.top) : int(at.bottom) + 1, int(at.left) : int(at.right) + 1] = 0
    assert black.max() < 10


def two_pages(document: pikepdf.Pdf) -> None:
    document.pages.append(document.pages[0])


def hidden_layer(document: pikepdf.Pdf) -> None:
    group = document.make_indirect(Dictionary(Type=Name.OCG, Name="Notes"))
    document.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))


def scaled(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.UserUnit = 2


def flattened_trim(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.TrimBox = Array([0, 0, 0, 100])


def painting_itself(document: pikepdf.Pdf) -> None:
    form = document.pages[0].obj.Resources.XObject.Art
    form.Resources.XObject = Dictionary(Art=form)
    form.write(b"/Art Do")


def loose_font(document: pikepdf.Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    document.pages[0].obj.Resources.Font = Dictionary(F=document.make_indirect(font))


def stamp(document: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([40, 40, 60, 60]))
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (loose_font, "piece_unfinished"),
        (stamp, "piece_unfinished"),
        (two_pages, "piece_pages"),
        (hidden_layer, "piece_layers"),
        (scaled, "piece_scaled"),
        (flattened_trim, "pdf_page_size"),
        (painting_itself, "piece_tangled"),
    ],
)
def test_a_page_that_would_not_print_as_it_is_seen_is_refused(change, code: str, page: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        ganged([wanted("card", changed(page, change))], SMALL, tmp_path, ("pdf",))
    assert refused.value.code == code
    assert refused.value.hint
    assert not list(tmp_path.iterdir())


def test_a_page_is_not_stretched(page: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="is 40 × 25 mm and would be stretched to 40 × 40 mm"):
        ganged([wanted("card", page, width_mm=40, height_mm=40)], SMALL, tmp_path, ("pdf",))


def test_a_plate_is_not_drawn_twice(sticker: bytes, tmp_path: Path) -> None:
    for setup in (replace(SMALL, cut=Cut.BOX), replace(SMALL, cut=Cut.CONTOUR)):
        with pytest.raises(InputRefused, match="brings its own cut line"):
            ganged([wanted("sticker", sticker)], setup, tmp_path, ("pdf",))


def test_the_same_pages_give_the_same_bytes(page: bytes, sticker: bytes, tmp_path: Path) -> None:
    pieces = [wanted("card", page, 2), wanted("sticker", sticker, 2)]
    made_of = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        made_of.append([f.read_bytes() for f in ganged(pieces, SMALL, folder, ("png", "pdf")).files])
    assert made_of[0] == made_of[1]
