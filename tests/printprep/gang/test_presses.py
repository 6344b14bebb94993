"""Gang sheets for a press: PDF/X-4, in sRGB or in its inks, with the knife's line and the white plate as spot colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pod.model.errors import InputRefused, PodError
from pod.printprep.gang import Cut, Setup
from pod.printprep.profiles import SHIPPED
from tests.printprep.gang.pictures import DISC, STAR, noise, piece, shaped
from tests.printprep.gang.test_sheets import SMALL, ganged, pixels_of
from tests.printprep.pdfx import broken
from tests.printprep.prints import poppler_boxes
from tests.printprep.test_cmyk import inks_on_disk
from tests.printprep.test_plates import plates_of

FILM = replace(SMALL, white="White", labels=True, cut=Cut.CROP, gap_mm=4)
SETUPS = {
    "sRGB": SMALL,
    "inks": replace(SMALL, cmyk=True),
    "stickers": replace(SMALL, nested=True, labels=True, cut=Cut.CONTOUR),
    "stickers in inks": replace(SMALL, nested=True, cut=Cut.CONTOUR, cmyk=True),
    "film": FILM,
    "a roll of film": replace(FILM, sheet=replace(SMALL.sheet, height_mm=900, roll=True)),
}


def star(copies: int = 3):
    return piece("star", shaped(STAR, 200, 200, 7), copies, ppi=150)


def red_disc(copies: int = 2):
    pixels = shaped(DISC, 240, 240)
    pixels[pixels[..., 3] > 0, :3] = (200, 40, 30)
    return piece("disc", pixels, copies, ppi=150)


@pytest.mark.parametrize("name", SETUPS)
def test_a_sheet_keeps_every_rule_of_pdfx(name: str, tmp_path: Path) -> None:
    made = ganged([star(), piece("block", noise(90, 60), 2, ppi=150)], SETUPS[name], tmp_path, ("pdf",))
    sheet = made.sheets[0]
    trim = tuple(side / 25.4 * 72 for side in (0, 0, sheet.size_mm.width, sheet.size_mm.height))
    assert broken(made.files[0], trim=trim, bleed=trim) == set()
    with pikepdf.open(made.files[0]) as pdf:
        [intent] = pdf.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert intent.DestOutputProfile.read_bytes() == SHIPPED.read_bytes()
    assert poppler_boxes(made.files[0]).trim == pytest.approx(trim, abs=0.01)


def test_a_sheet_in_inks_has_little_cmss_numbers(tmp_path: Path) -> None:
    made = ganged([star()], replace(SMALL, cmyk=True), tmp_path, ("pdf",))
    with pikepdf.open(made.files[0]) as pdf:
        image = pdf.pages[0].Resources.XObject.P0
        assert image.ColorSpace == "/DeviceCMYK"
        inks = np.frombuffer(image.read_bytes(), dtype=np.uint8).reshape(200, 200, 4)
        alpha = np.frombuffer(image.SMask.read_bytes(), dtype=np.uint8).reshape(200, 200)
    own = shaped(STAR, 200, 200, 7)
    assert (alpha == own[..., 3]).all()
    wanted = inks_on_disk(Image.fromarray(own[..., :3]), tmp_path)
    assert (inks == wanted)[alpha > 0].all()
    assert not inks[alpha == 0].any(), "what is nothing is no ink"


def test_ghostscript_finds_every_piece_on_its_plates(tmp_path: Path) -> None:
    """White under each disc, a little smaller; marks and labels in black alone and in neither plate of the machine."""
    made = ganged([red_disc()], replace(FILM, cmyk=True), tmp_path, ("png", "pdf"))
    plates = plates_of(made.files[1], tmp_path, 150)
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black", "White"}
    for placed in made.sheets[0].placed:
        middle = int(placed.art_px.centre[1]), int(placed.art_px.centre[0])
        assert plates["White"][middle] == 255
        assert plates["Magenta"][middle] > 200
    shown = pixels_of(made.files[0])[..., 3] > 127
    white, magenta = plates["White"] > 127, plates["Magenta"] > 100
    assert not (white & ~shown).any(), "no white peeps out"
    assert 0.9 < white.sum() / magenta.sum() < 0.99
    beside = ~magenta & (plates["Black"] > 127)
    assert beside.sum() > 100
    for name in ("Cyan", "Magenta", "Yellow", "White"):
        assert plates[name][beside].max() < 10, name


def test_the_knifes_line_is_a_plate_of_its_own(tmp_path: Path) -> None:
    made = ganged([red_disc()], replace(SMALL, cut=Cut.CONTOUR), tmp_path, ("pdf",))
    plates = plates_of(made.files[0], tmp_path, 150)
    line = plates["CutContour"] > 60
    assert line.any()
    assert plates["Magenta"][line].max() == 0, "it lies outside the art, and prints nothing"


def test_without_a_profile_a_sheet_makes_no_promise(tmp_path: Path) -> None:
    made = ganged([star()], replace(SMALL, cut=Cut.BOX), tmp_path, ("pdf",), press=lambda: None)
    assert broken(made.files[0]) >= {"claim", "one intent"}
    with pikepdf.open(made.files[0]) as pdf:
        assert "/OutputIntents" not in pdf.Root


@pytest.mark.parametrize(
    ("setup", "code"),
    [
        (replace(SMALL, cmyk=True), "no_press_profile"),
        (replace(SMALL, white="White/2"), "spot_name"),
        (replace(SMALL, white="cutcontour"), "spot_twice"),
    ],
)
def test_what_no_press_can_do_is_refused(setup: Setup, code: str, tmp_path: Path) -> None:
    with pytest.raises(PodError) as refused:
        ganged([star()], setup, tmp_path, ("pdf",), press=lambda: None)
    assert refused.value.code == code
    assert isinstance(refused.value, InputRefused)
    assert not list(tmp_path.iterdir())
