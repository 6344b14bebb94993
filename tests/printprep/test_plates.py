"""The white underbase and what becomes of soft ink: the plates as Ghostscript separates them, the pixels as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from pod.drawing import Canvas, Drawing, LinearGradient, Transform, rasterise, write_svg
from pod.drawing.paths import Path as Outline
from pod.drawing.shapes import circle, rect
from pod.model.geometry import Box
from pod.model.product import SoftAlpha
from pod.printprep import Master, preflight
from pod.printprep.soft import SoftInk, is_black
from pod.printprep.underbase import is_dark, white_plate
from pod.printprep.white_paths import white_path
from tests.printprep.pdfx import broken
from tests.printprep.prints import SHOP, f_master, made, needs, png, ran

TEE = SHOP.product("tee")
SMALL = replace(TEE.areas[0], width_mm=50.8, height_mm=50.8, safe_mm=2, px=None, white="White")
PX_PER_MM = 300 / 25.4


def plates_of(path: Path, folder: Path, ppi: int) -> dict[str, np.ndarray]:
    """By name: 255 is full ink."""
    out = folder / "plates"
    out.mkdir(exist_ok=True)
    for old in out.iterdir():
        old.unlink()
    ran(
        needs("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-dUsePDFX3Profile", f"-r{ppi}",
        f"-sOutputFile={out}/p.tif", path,
    )  # fmt: skip
    return {f.stem[2:-1]: 255 - np.asarray(Image.open(f).convert("L")) for f in out.glob("p(*).tif")}


def soft_disc(side: int = 600) -> np.ndarray:
    """A solid disc with a glow that fades to nothing, on nothing."""
    y, x = np.mgrid[0:side, 0:side]
    away = np.hypot(x - side / 2 + 0.5, y - side / 2 + 0.5) / side
    pixels = np.zeros((side, side, 4), dtype=np.uint8)
    pixels[..., :3] = (200, 40, 30)
    pixels[..., 3] = np.rint(255 * np.clip((0.45 - away) / 0.25, 0, 1))
    return pixels


# --- white


@pytest.mark.parametrize("vector", [True, False], ids=["paths", "picture"])
def test_white_is_a_plate_of_its_own_and_changes_no_other(vector, tmp_path):
    with_white = made(TEE, SMALL, f_master(vector=vector), tmp_path / "a", cloth="black", formats=("pdf",))["pdf"]
    without = made(TEE, SMALL, f_master(vector=vector), tmp_path / "b", cloth="white", formats=("pdf",))["pdf"]
    one, other = (plates_of(f.path, f.path.parent, 300) for f in (with_white, without))
    assert set(one) == {"Cyan", "Magenta", "Yellow", "Black", "White"}
    assert set(other) == {"Cyan", "Magenta", "Yellow", "Black"}
    for name in other:
        assert np.abs(one[name].astype(int) - other[name]).max() <= 1, name
    assert broken(with_white.path) == set()


def test_white_under_soft_ink_changes_no_other_plate(tmp_path):
    """Overprint does where art is see-through, alone or beside Multiply: that is why the plate is multiplied and no more."""
    with_white = made(TEE, SMALL, png(soft_disc()), tmp_path / "a", cloth="black", formats=("pdf",))["pdf"]
    without = made(TEE, SMALL, png(soft_disc()), tmp_path / "b", cloth="white", formats=("pdf",))["pdf"]
    one, other = (plates_of(f.path, f.path.parent, 100) for f in (with_white, without))
    assert max(np.abs(one[n].astype(int) - other[n]).max() for n in other) <= 1
    assert one["White"].max() == 255
    for state in (Dictionary(OP=True, op=True, OPM=1), Dictionary(BM=Name.Multiply, OP=True, op=True)):
        with pikepdf.open(with_white.path) as pdf:
            pdf.pages[0].obj.Resources.ExtGState.Over = state
            pdf.save(tmp_path / "spoilt.pdf")
        spoilt = plates_of(tmp_path / "spoilt.pdf", tmp_path, 100)
        assert max(np.abs(spoilt[n].astype(int) - other[n]).max() for n in other) > 20, f"the control: {state}"


def test_white_stays_inside_the_ink_by_the_choke(tmp_path):
    file = made(TEE, SMALL, f_master(vector=True), tmp_path, cloth="navy", formats=("png", "pdf"))
    plates = plates_of(file["pdf"].path, tmp_path, 300)
    with Image.open(file["png"].path) as picture:
        ink = np.asarray(picture)[..., 3] > 127
    white = plates["White"] > 127
    assert not (white & ~ink).any(), "no white peeps out"
    depth = cv2.distanceTransform(ink.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) - 0.5
    choke_px = SHOP.process(TEE.process).white_choke_mm * PX_PER_MM
    assert white[depth > choke_px + 1].all(), "and nothing is missing further in"
    assert not white[(depth > 0) & (depth < choke_px - 0.5)].any()


def patterned() -> Drawing:
    """Everything that a drawing may hold at full strength: strokes thick, thin and dashed, holes, clips, shadings."""
    canvas = Canvas(4096, 4096)
    canvas.fill(rect(300, 300, 3400, 3400), LinearGradient(0, 0, 4096, 0, ((0, "#c8281e"), (1, "#f0b428"))))
    canvas.knock_out(circle(1200, 1200, 500))
    canvas.stroke(Outline.parse("M800 1200L1600 1200"), "#1e3ca0", 60)
    canvas.stroke(Outline.parse("M1200 900L1200 1500Z"), "#1e3ca0", 12)
    ring = circle(2800, 1200, 600) + circle(2800, 1200, 300)
    canvas.knock_out(ring, evenodd=True)
    canvas.stroke(circle(2800, 1200, 450), "#28a050", 100, dash=(250, 150))
    with canvas.group(clip=rect(600, 2200, 2800, 1300)):
        canvas.knock_out(rect(0, 0, 4096, 4096))
        canvas.fill(circle(2000, 2000, 1300) + circle(2000, 2000, 1000), "#141414", evenodd=True)
    canvas.knock_out(rect(1000, 2600, 2000, 250))
    return canvas.drawing()


@pytest.mark.parametrize("cut_off", [False, True], ids=["whole", "running off the sheet"])
def test_white_of_paths_lies_where_white_of_their_pixels_would(cut_off):
    """They differ along edges, by a pixel or two at 300 ppi."""
    mm, px_per_mm = 40 / 4096, 12.0
    drawing = patterned().transformed(Transform.move(-1200, -900)) if cut_off else patterned()
    path = white_path(drawing.transformed(Transform.scale(mm)), Box(0, 0, 40, 40), choke_mm=0.15)
    canvas = Canvas(4096, 4096)
    canvas.fill(path, "#000000", evenodd=True, transform=Transform.scale(1 / mm))
    of_paths = rasterise(canvas.drawing(), 480, 480)[..., 3] > 127
    alpha = rasterise(drawing, 480, 480)[..., 3]
    of_pixels = white_plate(alpha, choke_mm=0.15, px_per_mm=px_per_mm)
    assert of_paths.mean() > 0.2
    apart = (of_paths ^ of_pixels).astype(np.uint8)
    assert apart.mean() < 0.01
    deepest = cv2.distanceTransform(apart, cv2.DIST_L2, cv2.DIST_MASK_PRECISE).max()
    assert deepest <= 2, "no more than slivers along edges and in corners"
    assert not (of_paths & (alpha < 64)).any(), "and never beside the ink"


def test_half_transparent_ink_is_told_from_shading_on_solid_ink():
    for over, soft in ((circle(20, 20, 5), False), (circle(38, 20, 5), True)):
        canvas = Canvas(40, 40)
        canvas.fill(circle(20, 20, 15), "#c8281e")
        canvas.fill(over, "#ffffff", 0.5)
        found = white_path(canvas.drawing(), Box(0, 0, 40, 40), choke_mm=0.15)
        assert (found is None) is soft


def test_our_own_preflight_takes_the_plate_for_no_ink(tmp_path):
    """It covers only what it is under: the art would else count as an opaque box that leaves the safe area."""
    area = replace(SMALL, marks=True)
    file = made(TEE, area, f_master(vector=True), tmp_path, cloth="black", formats=("pdf",))["pdf"]
    process = SHOP.process(TEE.process)
    assert preflight(file.path.read_bytes(), area, process, cloth_rgb=TEE.cloth("black").rgb).found == ()


def test_the_plates_name_is_data(tmp_path):
    file = made(
        TEE, replace(SMALL, white="RDG_WHITE"), f_master(vector=True), tmp_path, cloth="black", formats=("pdf",)
    )["pdf"]
    assert "RDG_WHITE" in plates_of(file.path, tmp_path, 72)


@pytest.mark.parametrize(
    ("cloth", "dark"),
    [("black", True), ("navy", True), ("mustard", True), ("white", False), ("cream", False), ("mint", False)],
)
def test_only_dark_cloth_gets_white(cloth, dark):
    assert is_dark(TEE.cloth(cloth).rgb) is dark


def test_an_area_that_asks_for_no_white_gets_none(tmp_path):
    file = made(TEE, replace(SMALL, white=""), f_master(vector=True), tmp_path, cloth="black", formats=("pdf",))["pdf"]
    with pikepdf.open(file.path) as document:
        assert "/White" not in document.pages[0].obj.Resources.XObject


def stroke(width_px: int) -> np.ndarray:
    alpha = np.zeros((300, 300), dtype=np.uint8)
    alpha[50:250, 150 : 150 + width_px] = 255
    return alpha


@pytest.mark.parametrize("width_px", [1, 2, 3, 5, 8, 11])
def test_a_stroke_under_a_millimetre_keeps_its_white(width_px):
    """At 300 ppi a millimetre is 11.8 px."""
    alpha = stroke(width_px)
    white = white_plate(alpha, choke_mm=0.15, px_per_mm=PX_PER_MM)
    middle = slice(60, 240)  # at its ends too it may be choked
    assert (white[middle] == (alpha[middle] > 0)).all()


def test_a_wide_stroke_is_choked_on_both_sides():
    white = white_plate(stroke(40), choke_mm=0.15, px_per_mm=PX_PER_MM)
    assert white[150].sum() == 36
    assert not white[:52].any(), "and at its ends"


def test_white_is_the_same_however_it_was_cut_into_strips(monkeypatch):
    alpha = np.zeros((900, 200), dtype=np.uint8)
    for n in range(40):
        cv2.line(alpha, (5, n * 23), (190, (n * 37) % 900), 255, 1 + n % 14)
    whole = white_plate(alpha, choke_mm=0.2, px_per_mm=PX_PER_MM)
    monkeypatch.setattr("pod.printprep.underbase._BAND_PX", 90 * 200)
    assert (white_plate(alpha, choke_mm=0.2, px_per_mm=PX_PER_MM) == whole).all()


def test_ink_that_runs_to_the_edge_has_its_white_to_the_edge():
    full = np.full((80, 80), 255, dtype=np.uint8)
    assert white_plate(full, choke_mm=0.15, px_per_mm=PX_PER_MM).all()
    half = np.zeros((80, 80), dtype=np.uint8)
    half[:, :40] = 255
    white = white_plate(half, choke_mm=0.15, px_per_mm=PX_PER_MM)
    assert white[[0, -1], :30].all()
    assert white[40].sum() == 38


# --- soft ink


def printed(rule: SoftAlpha, folder: Path, cloth: str = "black", pixels=None, **change):
    area = replace(SMALL, soft_alpha=rule, **change)
    files = made(TEE, area, png(soft_disc() if pixels is None else pixels), folder, cloth=cloth, formats=("png",))
    with Image.open(files["png"].path) as picture:
        return np.asarray(picture), {f.rule: f for f in files["png"].findings.found}


def deep_soft(alpha: np.ndarray) -> int:
    """Pixels that are soft with soft ones all around: a smooth edge has none."""
    soft = ((alpha > 24) & (alpha < 232)).astype(np.uint8)
    return cv2.countNonZero(cv2.erode(soft, np.ones((3, 3), np.uint8)))


def test_soft_ink_that_is_kept_is_told(tmp_path):
    pixels, found = printed(SoftAlpha.KEEP, tmp_path)
    assert deep_soft(pixels[..., 3]) > 1000
    assert "soft_alpha" in found
    assert "soft_alpha_changed" not in found


@pytest.mark.parametrize("rule", [SoftAlpha.THRESHOLD, SoftAlpha.HALFTONE, SoftAlpha.MATTE])
def test_soft_ink_becomes_solid_or_nothing_and_is_told(rule, tmp_path):
    pixels, found = printed(rule, tmp_path)
    assert deep_soft(pixels[..., 3]) == 0
    assert found["soft_alpha_changed"].severity == "fixed"
    assert "soft_alpha" not in found


def test_a_threshold_leaves_a_smooth_edge_where_half_was(tmp_path):
    pixels, _ = printed(SoftAlpha.THRESHOLD, tmp_path)
    solid = pixels[..., 3] > 127
    kept, _ = printed(SoftAlpha.KEEP, tmp_path)
    assert (solid ^ (kept[..., 3] > 127)).mean() < 0.005
    edge = (pixels[..., 3] > 0) & (pixels[..., 3] < 255)
    assert 0 < edge.sum() < 8 * np.sqrt(solid.sum()), "a line about two pixels wide"


def test_dots_carry_the_tone_exactly(tmp_path):
    """Over any square of some dots the mean is the alpha that was there."""
    kept, _ = printed(SoftAlpha.KEEP, tmp_path)
    dotted, _ = printed(SoftAlpha.HALFTONE, tmp_path)
    assert set(np.unique(dotted[250:350, 80:110, 3])) == {0, 255}, "in the glow"
    means = [cv2.blur(p[..., 3].astype(np.float32), (61, 61)) for p in (kept, dotted)]
    assert np.abs(means[0] - means[1]).max() < 6


def test_dots_lie_where_the_process_says(tmp_path):
    """40 lines per inch at 300 ppi are cells of 7.5 px, turned by 22.5°: the strongest wave of a flat half tone."""
    flat = np.zeros((600, 600, 4), dtype=np.uint8)
    flat[10:590, 10:590] = (200, 40, 30, 128)
    pixels, _ = printed(SoftAlpha.HALFTONE, tmp_path, pixels=flat)
    field = pixels[150:406, 150:406, 3].astype(float)
    power = np.abs(np.fft.fft2(field - field.mean()))
    row, column = np.unravel_index(power.argmax(), power.shape)
    fy, fx = (v if v < 128 else v - 256 for v in (int(row), int(column)))
    assert 256 / np.hypot(fx, fy) == pytest.approx(7.5, abs=0.35)
    assert min(abs(np.degrees(np.arctan2(fy, fx)) % 90 - angle) for angle in (22.5, 67.5)) < 3


@pytest.mark.parametrize("height", [6, 37, 256, 599])
@pytest.mark.parametrize("rule", [SoftAlpha.THRESHOLD, SoftAlpha.HALFTONE, SoftAlpha.MATTE])
def test_no_seam_lies_between_strips(rule, height):
    area, process = replace(SMALL, soft_alpha=rule), SHOP.process(TEE.process)

    def changed(rows: int) -> np.ndarray:
        pixels = soft_disc()
        cut = (pixels[top : top + rows] for top in range(0, len(pixels), rows))
        return np.concatenate(list(SoftInk(area, process, cloth_rgb="#101010", px_per_mm=PX_PER_MM).strips(cut)))

    assert (changed(height) == changed(600)).all()


def test_matted_ink_is_mixed_with_the_cloth(tmp_path):
    flat = np.zeros((600, 600, 4), dtype=np.uint8)
    flat[10:590, 10:590] = (200, 40, 30, 128)
    pixels, _ = printed(SoftAlpha.MATTE, tmp_path, cloth="navy", pixels=flat)
    cloth = np.array([0x21, 0x26, 0x42])
    wanted = np.array([200, 40, 30]) * 128 / 255 + cloth * 127 / 255
    assert np.abs(pixels[300, 300, :3] - wanted).max() <= 1
    assert pixels[300, 300, 3] == 255


@pytest.mark.parametrize("rule", list(SoftAlpha))
def test_a_solid_shapes_own_smooth_edge_is_left_alone(rule, tmp_path):
    solid = soft_disc()
    large = cv2.circle(np.zeros((4800, 4800), np.uint8), (2400, 2400), 1900, 255, -1)
    solid[..., 3] = cv2.resize(large, (600, 600), interpolation=cv2.INTER_AREA)
    kept, _ = printed(SoftAlpha.KEEP, tmp_path, pixels=solid)
    pixels, found = printed(rule, tmp_path, pixels=solid)
    assert np.abs(kept[..., 3].astype(int) - pixels[..., 3]).max() <= 10, "but for dust of resampling"
    edge = (kept[..., 3] > 10) & (kept[..., 3] < 245)
    assert (pixels == kept)[edge].all()
    assert "soft_alpha_changed" not in found


def test_paths_with_soft_ink_are_printed_as_the_pixels_that_were_changed(tmp_path):
    canvas = Canvas(4096, 4096)
    canvas.fill(rect(500, 500, 3000, 3000), "#c8281e", 0.5)
    master = Master(b"", write_svg(canvas.drawing()).encode())
    area = replace(SMALL, soft_alpha=SoftAlpha.THRESHOLD)
    file = made(TEE, area, master, tmp_path, cloth="black", formats=("pdf",))["pdf"]
    assert len(ran(needs("pdfimages"), "-list", file.path).splitlines()) > 2


# --- black on black


def test_black_is_left_to_black_cloth(tmp_path):
    pixels = np.zeros((600, 600, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    pixels[100:500, 100:300, :3] = (200, 40, 30)
    pixels[100:500, 300:500, :3] = (48, 48, 48)
    kept, _ = printed(SoftAlpha.KEEP, tmp_path, pixels=pixels)
    gone, found = printed(SoftAlpha.KEEP, tmp_path, pixels=pixels, remove_black=True)
    assert found["black_removed"].severity == "fixed"
    side = len(gone)
    assert gone[side // 20, side // 2, 3] == 0, "black is no ink"
    assert (gone[side // 2, side // 3] == kept[side // 2, side // 3]).all(), "a colour is as it was"
    grey = gone[side // 3 : side // 2, 3 * side // 5 : 3 * side // 4]
    assert set(np.unique(grey[..., 3])) == {0, 255}, "a dark tone is dots"
    assert (grey[..., :3].astype(float) * (grey[..., 3:] / 255)).mean() == pytest.approx(48, abs=3), "of the same tone"


@pytest.mark.parametrize("cloth", ["navy", "white"])
def test_black_stays_on_other_cloth(cloth, tmp_path):
    assert not is_black(TEE.cloth(cloth).rgb)
    pixels = soft_disc()
    pixels[..., :3] = 5
    _, found = printed(SoftAlpha.KEEP, tmp_path, cloth=cloth, pixels=pixels, remove_black=True)
    assert "black_removed" not in found
