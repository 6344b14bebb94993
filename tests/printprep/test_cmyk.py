"""Areas that are printed in CMYK: the page and the TIFF have the press's inks, black paths one of them, alpha its own mask."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageCms

from pod.drawing import Canvas, write_svg
from pod.drawing.shapes import circle, rect
from pod.imaging.colour import srgb_icc
from pod.model.product import PdfStandard
from pod.model.recipe import ArtworkLayer, Placement, Recipe
from pod.printprep import PREP_VERSION, Master, soft_proof
from pod.printprep.pdf.inks import Inks
from pod.printprep.presswork import press_findings
from pod.printprep.profiles import SHIPPED, shipped_profile
from pod.services.picturework import PrintTask, make_print_set
from tests.printprep.pdfx import broken
from tests.printprep.prints import SHOP, WHEN, f_master, made, needs, photo_master, png, ran
from tests.printprep.test_plates import plates_of

TEE, POSTER = SHOP.product("tee"), SHOP.product("poster-18x24")
SMALL = replace(POSTER.areas[0], colour="cmyk", width_mm=50.8, height_mm=50.8, px=None)
CUT_OUT = replace(TEE.areas[0], colour="cmyk", width_mm=50.8, height_mm=50.8, safe_mm=2, px=None)


def inks_on_disk(rgb: Image.Image, folder) -> np.ndarray:
    """The reference: Little CMS through Pillow's other door, with the profile read from disk."""
    (folder / "srgb.icc").write_bytes(srgb_icc())
    return np.asarray(
        ImageCms.profileToProfile(
            rgb,
            str(folder / "srgb.icc"),
            str(SHIPPED),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="CMYK",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    )


def test_page_and_tiff_carry_the_inks_of_the_picture(tmp_path):
    files = made(POSTER, SMALL, photo_master(700, 700), tmp_path, formats=("png", "tiff", "pdf"))
    with Image.open(files["png"].path) as picture:
        wanted = inks_on_disk(picture.convert("RGB"), tmp_path)
    with Image.open(files["tiff"].path) as tiff:
        assert tiff.mode == "CMYK"
        assert tiff.info["icc_profile"] == SHIPPED.read_bytes()
        assert (np.asarray(tiff) == wanted).all()
    with pikepdf.open(files["pdf"].path) as document:
        art = document.pages[0].obj.Resources.XObject.Art
        assert art.ColorSpace == "/DeviceCMYK"
        packed = np.frombuffer(art.read_bytes(), dtype=np.uint8).reshape(wanted.shape)
        assert (packed == wanted).all()
    assert broken(files["pdf"].path) == set()
    assert (files["png"].colour, files["pdf"].colour, files["tiff"].colour) == ("srgb", "cmyk", "cmyk")


def test_alpha_is_kept_apart_and_nothing_is_no_ink(tmp_path):
    files = made(TEE, CUT_OUT, f_master(vector=False), tmp_path, formats=("png", "pdf", "tiff"))
    with Image.open(files["png"].path) as picture:
        alpha = np.asarray(picture)[..., 3]
    with pikepdf.open(files["pdf"].path) as document:
        art = document.pages[0].obj.Resources.XObject.Art
        mask = np.frombuffer(art.SMask.read_bytes(), dtype=np.uint8).reshape(alpha.shape)
        inks = np.frombuffer(art.read_bytes(), dtype=np.uint8).reshape(*alpha.shape, 4)
    assert (mask == alpha).all()
    assert inks[0, 0].tolist() == [0, 0, 0, 0], "black under alpha 0 would be 300 % ink in the file"
    with Image.open(files["tiff"].path) as tiff:
        assert np.asarray(tiff)[0, 0].tolist() == [0, 0, 0, 0]
    assert broken(files["pdf"].path) == set()


def black_and_red() -> Master:
    canvas = Canvas(4096, 4096)
    canvas.fill(rect(500, 500, 3000, 1000), "#000000")
    canvas.fill(circle(2000, 2600, 900), "#c8281e")
    return Master(b"", write_svg(canvas.drawing()).encode())


def test_black_paths_are_black_ink_alone(tmp_path):
    files = made(TEE, CUT_OUT, black_and_red(), tmp_path, formats=("pdf",))
    with pikepdf.open(files["pdf"].path) as document:
        art = document.pages[0].obj.Resources.XObject.Art
        colours = [
            tuple(round(float(v), 3) for v in s.operands)
            for s in pikepdf.parse_content_stream(art)
            if str(s.operator) == "scn"
        ]
        assert art.Resources.ColorSpace.Ink == "/DeviceCMYK"
    red = inks_on_disk(Image.new("RGB", (1, 1), (200, 40, 30)), tmp_path)[0, 0] / 255
    assert colours[0] == (0, 0, 0, 1)
    assert colours[1] == pytest.approx(tuple(red), abs=0.001)
    assert broken(files["pdf"].path) == set()


def test_ghostscript_finds_the_inks_on_their_plates(tmp_path):
    files = made(TEE, CUT_OUT, black_and_red(), tmp_path, formats=("pdf",))
    plates = plates_of(files["pdf"].path, tmp_path, ppi=100)
    assert set(plates) == {"Cyan", "Magenta", "Yellow", "Black"}
    bar = plates["Black"] > 250
    assert 0.05 < bar.mean() < 0.3
    assert max(plates[name][bar].max() for name in ("Cyan", "Magenta", "Yellow")) == 0
    disc = (plates["Magenta"] > 200) & ~bar
    red = inks_on_disk(Image.new("RGB", (1, 1), (200, 40, 30)), tmp_path)[0, 0]
    for name, wanted in zip(("Cyan", "Magenta", "Yellow", "Black"), red, strict=True):
        assert abs(float(np.median(plates[name][disc])) - wanted) <= 1, name


def test_a_flat_page_shows_soft_art_on_white(tmp_path):
    """X-1a knows no transparency: half of a red is a light red, and not a red."""
    pixels = np.zeros((400, 400, 4), dtype=np.uint8)
    pixels[50:350, 50:350] = (200, 40, 30, 128)
    area = replace(CUT_OUT, pdf=PdfStandard.X1A, target_ppi=150)
    files = made(TEE, area, png(pixels), tmp_path, formats=("pdf",))
    assert broken(files["pdf"].path) == set()
    with pikepdf.open(files["pdf"].path) as document:
        art = document.pages[0].obj.Resources.XObject.Art
        inks = np.frombuffer(art.read_bytes(), dtype=np.uint8).reshape(int(art.Height), int(art.Width), 4)
    middle = inks[len(inks) // 2, len(inks) // 2]
    wanted = inks_on_disk(Image.new("RGB", (1, 1), (227, 147, 142)), tmp_path)[0, 0]
    assert np.abs(middle.astype(int) - wanted).max() <= 2
    assert inks[0, 0].tolist() == [0, 0, 0, 0]


def test_see_through_paths_become_a_picture_where_the_page_must_be_flat(tmp_path):
    canvas = Canvas(4096, 4096)
    canvas.fill(rect(500, 500, 3000, 3000), "#1e3ca0", 0.5)
    master = Master(b"", write_svg(canvas.drawing()).encode())
    for standard, pictures in ((PdfStandard.X4, 0), (PdfStandard.X1A, 1)):
        area = replace(CUT_OUT, pdf=standard)
        file = made(TEE, area, master, tmp_path / standard, formats=("pdf",))["pdf"]
        assert broken(file.path) == set()
        assert len(ran(needs("pdfimages"), "-list", file.path).splitlines()) - 2 == pictures


# --- what a person is told


def findings_of(rgb, folder, **change) -> dict[str, object]:
    pixels = np.full((300, 300, 4), (*rgb, 255), dtype=np.uint8)
    area = replace(SMALL, **change)
    return {f.rule: f for f in made(POSTER, area, png(pixels), folder, formats=("pdf",))["pdf"].findings.found}


def test_colours_that_the_press_cannot_print_are_told_with_their_share(tmp_path):
    found = findings_of((0, 40, 255), tmp_path)["out_of_gamut"]
    assert (found.severity, found.measured, found.required) == ("choose", "100% of the ink", "at most 10%")
    assert "out_of_gamut" not in findings_of((190, 60, 50), tmp_path)


def test_nobody_is_told_of_a_press_that_gets_rgb(tmp_path):
    assert "out_of_gamut" not in findings_of((0, 40, 255), tmp_path, colour="srgb")


def test_total_ink_is_measured_against_the_process(tmp_path):
    process = replace(SHOP.process(POSTER.process), max_ink_percent=240)
    black = np.full((300, 300, 4), (5, 5, 5, 255), dtype=np.uint8)
    [found] = [f for f in press_findings(black, SMALL, process, shipped_profile()) if f.rule == "too_much_ink"]
    assert found.measured.startswith("29")
    assert found.required == "at most 240 %"
    light = np.full((300, 300, 4), (200, 200, 200, 255), dtype=np.uint8)
    assert not [f for f in press_findings(light, SMALL, process, shipped_profile()) if f.rule == "too_much_ink"]
    spot = light.copy()
    spot[100:110, 100:110] = (0, 0, 0, 255)  # 2 mm of black in a light field is no square of 15 mm
    assert not [f for f in press_findings(spot, SMALL, process, shipped_profile()) if f.rule == "too_much_ink"]


def test_a_soft_proof_is_the_picture_in_the_colours_of_the_press():
    pixels = np.zeros((300, 4, 4), dtype=np.uint8)
    pixels[:] = (0, 40, 255, 77)
    seen = soft_proof(pixels, shipped_profile())
    assert (seen[..., 3] == 77).all()
    assert seen[0, 0, 2] < 200, "a blue that no press has"
    assert (pixels[..., 2] == 255).all(), "the picture itself is left alone"


def test_conversion_never_holds_a_second_picture():
    """What is held at once is some strips of 256 rows, however high the picture is."""
    inks = Inks.of(SMALL, shipped_profile())
    pixels = np.full((6000, 1000, 4), (9, 90, 200, 255), dtype=np.uint8)
    inks.split(pixels[:256])
    tracemalloc.start()
    for top in range(0, 6000, 256):
        inks.split(pixels[top : top + 256])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * pixels[:256].nbytes < pixels.nbytes / 2


def test_the_proof_of_a_cmyk_print_shows_the_colours_of_the_press(tmp_path):
    """The same blue square on white paper: as the screen has it, and as the press prints it."""
    pixels = np.full((300, 300, 4), (0, 40, 255, 255), dtype=np.uint8)
    (tmp_path / "master.png").write_bytes(png(pixels).picture)
    seen = {}
    for colour in ("srgb", "cmyk"):
        area = replace(SMALL, colour=colour)
        product = replace(POSTER, areas=(area,))
        placement = (Placement(area.name, area.fit),)
        recipe = Recipe(ArtworkLayer("a", "0" * 64, 300, 300), product.sku, "white", placement, PREP_VERSION)
        folder = tmp_path / colour
        folder.mkdir()
        process = SHOP.process(product.process)
        task = PrintTask(recipe, product, process, tmp_path / "master.png", None, folder, "A square", WHEN)
        with Image.open(make_print_set(task).proofs[0].path) as proof:
            seen[colour] = np.asarray(proof.convert("RGB")).reshape(-1, 3).astype(int)
    bluest = {colour: int((p[:, 2] - p[:, 0]).max()) for colour, p in seen.items()}
    assert bluest["srgb"] > 200
    assert bluest["cmyk"] < bluest["srgb"] - 50
