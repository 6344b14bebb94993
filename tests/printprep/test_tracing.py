"""Pictures as paths: the right inks, nothing lost that prints, measured by other readers, and photographs refused."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from pod.drawing import engines, rasterise, read_svg
from pod.model.errors import InputRefused
from pod.printprep import PreparedFile
from pod.printprep.tracing import Traced, difference_of, traced
from tests.printprep.prints import SHOP, f_master, made, needs, photo_master, png, ran

RED, BLUE, CREAM, NIGHT = (200, 40, 30), (30, 60, 160), (250, 236, 214), (24, 26, 40)


def emblem(side: int = 320, smooth: int = 4) -> np.ndarray:
    """Four inks with smooth edges on nothing: a disc, a ring, a bar, a hole, and a line of one pixel."""
    picture = Image.new("RGBA", (side * smooth, side * smooth), (0, 0, 0, 0))
    draw, s = ImageDraw.Draw(picture), side * smooth / 640
    draw.ellipse((40 * s, 40 * s, 600 * s, 600 * s), fill=(*NIGHT, 255))
    draw.ellipse((90 * s, 90 * s, 550 * s, 550 * s), fill=(*CREAM, 255))
    draw.rectangle((160 * s, 200 * s, 480 * s, 300 * s), fill=(*RED, 255))
    draw.polygon([(320 * s, 320 * s), (450 * s, 500 * s), (190 * s, 500 * s)], fill=(*BLUE, 255))
    draw.ellipse((290 * s, 400 * s, 350 * s, 460 * s), fill=(0, 0, 0, 0))
    premultiplied = np.asarray(
        picture.convert("RGBa").resize((side, side), Image.Resampling.BOX).convert("RGBA")
    ).copy()
    premultiplied[side // 4, side * 5 // 16 : side * 11 // 16] = (*NIGHT, 255)
    return premultiplied


@pytest.fixture(scope="module")
def trace() -> Traced:
    return traced(emblem(), apart_px=20, inside_px=4)


def hexes(*inks: tuple[int, int, int]) -> set[str]:
    return {"#{:02x}{:02x}{:02x}".format(*ink) for ink in inks}


def test_the_inks_are_the_pictures_own_and_no_blend_of_them(trace: Traced) -> None:
    assert set(trace.inks) == hexes(NIGHT, CREAM, RED, BLUE)


def test_few_nodes_draw_it(trace: Traced) -> None:
    assert trace.nodes < 1500


def test_what_is_said_of_the_difference_is_what_our_engine_draws(trace: Traced) -> None:
    picture = emblem()
    again = difference_of(picture, rasterise(trace.drawing, 320, 320))
    assert again == trace.difference
    assert again.mean < 2.5
    assert again.far_share < 0.03


def test_another_engine_draws_the_same_difference(trace: Traced) -> None:
    if "cairo" not in engines():
        pytest.skip("libcairo is not installed")
    other = difference_of(emblem(), rasterise(trace.drawing, 320, 320, engine="cairo"))
    assert other.mean == pytest.approx(trace.difference.mean, abs=0.7)
    assert other.far_share == pytest.approx(trace.difference.far_share, abs=0.01)


def test_the_difference_is_the_one_that_numpy_finds() -> None:
    one, other = emblem(96), emblem(96)
    other[10:20, 10:20] = (255, 255, 255, 255)
    on_grey = [
        p[..., :3] * (p[..., 3:] / 255) + 128 * (1 - p[..., 3:] / 255) for p in (one.astype(float), other.astype(float))
    ]
    shows = (one[..., 3] > 0) | (other[..., 3] > 0)
    apart = np.abs(on_grey[0] - on_grey[1]).max(axis=2)[shows]
    found = difference_of(one, other)
    assert found.mean == pytest.approx(apart.mean(), abs=1e-3)
    assert found.far_share == pytest.approx((apart > 32).mean())


def test_holes_stay_holes_and_a_thin_line_stays(trace: Traced) -> None:
    drawn = rasterise(trace.drawing, 320, 320)
    assert drawn[215, 160, 3] == 0
    assert (drawn[79:82, 120:200, :3].astype(int).min(axis=0).max(axis=1) < 140).mean() > 0.9


def test_specks_apart_are_dropped_and_flecks_inside_take_the_colour_around() -> None:
    picture = emblem()
    picture[4:8, 4:8] = (*RED, 255)
    picture[125:127, 150:152] = (*BLUE, 255)
    drawn = rasterise(traced(picture, apart_px=20, inside_px=5).drawing, 320, 320)
    assert not drawn[:20, :20, 3].any()
    assert tuple(drawn[126, 151, :3]) == RED
    kept = rasterise(traced(picture, apart_px=10, inside_px=5).drawing, 320, 320)
    assert kept[4:8, 4:8, 3].any()


def on_paper(side: int) -> Image.Image:
    flat = Image.fromarray(emblem(side))
    paper = Image.new("RGB", flat.size, "white")
    paper.paste(flat, (0, 0), flat)
    return paper


def as_jpeg(picture: Image.Image, quality: int, subsampling: int) -> np.ndarray:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality, subsampling=subsampling)
    return np.asarray(Image.open(stream).convert("RGBA"))


@pytest.mark.parametrize("quality", [60, 75, 90])
@pytest.mark.parametrize("subsampling", [0, 2], ids=["444", "420"])
@pytest.mark.parametrize("side", [320, 800])
def test_the_noise_of_a_jpeg_is_no_ink(side: int, subsampling: int, quality: int) -> None:
    """Five inks with the paper, each within what the JPEG's own steps have made of it, and no more nodes than four times the
    drawing's."""
    found = traced(as_jpeg(on_paper(side), quality, subsampling), apart_px=20, inside_px=4)
    inks = np.array([[int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in found.inks])
    wanted = np.array([NIGHT, CREAM, RED, BLUE, (255, 255, 255)])
    assert len(inks) == 5
    assert np.abs(inks[:, None] - wanted[None]).max(axis=2).min(axis=0).max() <= 5
    assert found.nodes < 4 * (449 if side == 320 else 1166)
    assert found.difference.mean < 4
    assert found.difference.far_share < 0.02


SHADED = (
    ((250, 236, 214), (238, 218, 190)),
    ((200, 40, 30), (178, 34, 30)),
    ((30, 60, 160), (44, 78, 178)),
    ((240, 190, 60), (226, 172, 44)),
    ((60, 120, 60), (76, 138, 72)),
    ((150, 90, 60), (132, 76, 50)),
    ((90, 180, 200), (108, 194, 210)),
    ((230, 150, 170), (216, 132, 154)),
)


def shaded(inks: int, side: int = 600, smooth: int = 4) -> Image.Image:
    """Outlined discs, on each a spot of a shade that is 5.6 to 9.3 ΔE from it and covers half a hundredth of the picture."""
    picture = Image.new("RGB", (side * smooth, side * smooth), "white")
    draw, unit = ImageDraw.Draw(picture), side * smooth / 100
    for n, (colour, shade) in enumerate(SHADED):
        x, y, left = 20 + 30 * (n % 3), 20 + 30 * (n // 3), inks - 2 - 2 * n
        for radius, fill in ((14, NIGHT), (13, colour))[: 2 * (left > 0)]:
            draw.ellipse([v * unit for v in (x - radius, y - radius, x + radius, y + radius)], fill=fill)
        if left > 1:
            draw.ellipse([v * unit for v in (x - 5, y - 2, x + 3, y + 6)], fill=shade)
    return picture.resize((side, side), Image.Resampling.BOX)


@pytest.mark.parametrize(("inks", "quality"), [(18, 60), (18, 75), (18, 90), (15, 60)])
def test_small_shades_of_larger_inks_are_inks_of_their_own_under_the_noise(inks: int, quality: int) -> None:
    """As many colours as were drawn, each of them, and as many in the paths."""
    found = traced(as_jpeg(shaded(inks), quality, 2), apart_px=20, inside_px=4)
    wanted = [NIGHT, (255, 255, 255), *[c for pair in SHADED for c in pair][: inks - 2]]
    away = np.array([[int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in found.inks])[:, None] - np.array(wanted)
    nearest = np.abs(away).max(axis=2)
    assert nearest.shape == (inks, inks)
    assert nearest.min(axis=0).max() <= 8
    assert sorted(nearest.argmin(axis=0)) == list(range(inks))
    drawn = rasterise(found.drawing, 600, 600)[..., :3].reshape(-1, 3)
    colours, counts = np.unique(drawn, axis=0, return_counts=True)
    plain = {"#{:02x}{:02x}{:02x}".format(*c) for c, n in zip(colours, counts, strict=True) if n > 500}
    assert plain == set(found.inks)
    assert found.difference.mean < 4
    assert found.difference.far_share < 0.02


def test_a_thin_line_in_its_own_ink_is_kept_under_the_noise() -> None:
    """Gold on cream, red and night, four pixels wide: a third of a hundredth of the picture."""
    drawn = np.asarray(Image.fromarray(as_jpeg(on_paper(800), 95, 0)[..., :3])).copy()
    drawn[395:399, 120:680] = (230, 180, 20)
    found = traced(as_jpeg(Image.fromarray(drawn), 90, 0), apart_px=20, inside_px=4)
    assert len(found.inks) == 6
    assert (
        np.abs(np.array([[int(ink[i : i + 2], 16) for i in (1, 3, 5)] for ink in found.inks]) - (230, 180, 20))
        .max(axis=1)
        .min()
        < 12
    )


@pytest.mark.parametrize("other", [(205, 43, 30), (200, 43, 36), (206, 44, 30)])
def test_large_inks_that_an_eye_hardly_tells_apart_stay_two(other: tuple[int, int, int]) -> None:
    """Side by side, 1 to 2.5 ΔE apart."""
    picture = np.full((240, 240, 4), (*CREAM, 255), dtype=np.uint8)
    picture[40:200, 40:120], picture[40:200, 120:200] = (*RED, 255), (*other, 255)
    assert set(traced(picture, apart_px=20, inside_px=4).inks) == hexes(CREAM, RED, other)


def test_the_same_picture_gives_the_same_paths(trace: Traced) -> None:
    assert traced(emblem(), apart_px=20, inside_px=4) == trace


def shading() -> np.ndarray:
    across = np.linspace(0, 1, 250)
    picture = np.full((200, 250, 4), 255, dtype=np.uint8)
    picture[..., 0] = 255 * across
    picture[..., 1] = 200 * np.linspace(0, 1, 200)[:, None]
    return picture


def photograph() -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(photo_master(250, 200).picture)).convert("RGBA"))


def grain() -> np.ndarray:
    pixels = np.random.default_rng(3).integers(0, 256, (150, 150, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    return pixels


@pytest.mark.parametrize("picture", [shading, photograph, grain])
def test_what_is_not_flat_art_is_refused(picture) -> None:
    with pytest.raises(InputRefused, match="This picture is not flat art") as refused:
        traced(picture(), apart_px=20, inside_px=4)
    assert refused.value.code == "not_flat_art"
    assert refused.value.details["measured"]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PreparedFile]:
    poster = SHOP.product("poster-18x24")
    area = poster.areas[0]
    small = type(area)(
        **{
            **{n: getattr(area, n) for n in area.__dataclass_fields__},
            "width_mm": 120.0,
            "height_mm": 120.0,
            "px": None,
            "target_ppi": 150,
        }
    )
    return made(poster, small, png(emblem()), tmp_path_factory.mktemp("traced"), formats=("svg", "pdf", "png"))


def test_the_page_holds_paths_and_no_picture(files: dict[str, PreparedFile]) -> None:
    assert len(ran(needs("pdfimages"), "-list", files["pdf"].path).splitlines()) == 2, "a heading and no picture"
    with pikepdf.open(files["pdf"].path) as pdf:
        assert not [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]


def test_every_file_says_how_it_was_traced(files: dict[str, PreparedFile]) -> None:
    for file in files.values():
        assert file.trace is not None
        assert file.trace.inks == 4
        assert 0 < file.trace.nodes < 1500
        assert 0 < file.trace.mean_levels < 2.5


def test_poppler_draws_of_the_page_what_the_print_file_shows(files: dict[str, PreparedFile], tmp_path: Path) -> None:
    ran(needs("pdftoppm"), "-r", "150", "-png", "-singlefile", files["pdf"].path, tmp_path / "page")
    page = Image.open(tmp_path / "page.png").convert("RGB")
    sheet = Image.open(files["png"].path).convert("RGB").resize(page.size)
    apart = np.abs(np.asarray(page).astype(int) - np.asarray(sheet)).max(axis=2)
    assert (apart > 48).mean() < 0.01


def test_the_svg_is_one_that_pod_reads_and_holds_no_picture(files: dict[str, PreparedFile]) -> None:
    text = files["svg"].path.read_text()
    assert "<image" not in text
    drawing = read_svg(text)
    assert len(drawing.inks()) == 4
    assert (drawing.width, drawing.height) == pytest.approx((4096, 4096), abs=15)


def test_drawn_art_passes_through_untouched(tmp_path: Path) -> None:
    poster = SHOP.product("poster-18x24")
    master = f_master(vector=True, side_px=256)
    files = made(poster, poster.areas[0], master, tmp_path, formats=("svg",))
    assert files["svg"].path.read_bytes() == master.vector
    assert files["svg"].trace is None


def test_a_photograph_is_refused_and_no_file_is_left(tmp_path: Path) -> None:
    poster = SHOP.product("poster-18x24")
    with pytest.raises(InputRefused, match="not flat art"):
        made(poster, poster.areas[0], photo_master(250, 200), tmp_path, formats=("svg", "pdf"))
    assert list(tmp_path.iterdir()) == []


# --- opaque pictures on a full ground

CARD = SHOP.product("postcard-4x6")


def framed_card() -> np.ndarray:
    """Opaque: a dark bar along the left edge, teeth along the right, plain above and below."""
    picture = np.full((300, 400, 4), (*CREAM, 255), dtype=np.uint8)
    picture[60:240, 80:320] = (*RED, 255)
    picture[:, :20] = (*NIGHT, 255)
    for top in range(0, 300, 40):
        picture[top : top + 20, 380:] = (*BLUE, 255)
    return picture


@pytest.mark.parametrize("size_mm", [(120, 90), (101.6, 152.4)], ids=["its own shape", "another shape"])
@pytest.mark.parametrize("wrap_mm", [0, 3], ids=["card", "canvas"])
def test_a_traced_picture_lies_and_bleeds_as_its_pixels_do(size_mm, wrap_mm, tmp_path: Path) -> None:
    """Over the whole sheet with its bleed, in the PNG and as poppler draws the page."""
    area = replace(
        CARD.areas[0],
        width_mm=size_mm[0],
        height_mm=size_mm[1],
        px=None,
        target_ppi=150,
        may_rotate=False,
        wrap_mm=wrap_mm,
    )
    traced_files = made(CARD, area, png(framed_card()), tmp_path / "paths", formats=("svg", "pdf", "png"))
    pixels = made(CARD, area, png(framed_card()), tmp_path / "pixels", formats=("png",))["png"]
    ran(needs("pdftoppm"), "-r", "150", "-png", "-singlefile", traced_files["pdf"].path, tmp_path / "page")
    wanted = np.asarray(Image.open(pixels.path).convert("RGB")).astype(int)
    for path, most in ((traced_files["png"].path, 0.006), (tmp_path / "page.png", 0.012)):
        shown = Image.open(path).convert("RGB").resize(wanted.shape[1::-1])
        assert (np.abs(np.asarray(shown) - wanted).max(axis=2) > 40).mean() < most
    told = {f.rule for f in pixels.findings.found} - {"low_resolution", "enlarged"}
    assert {f.rule for f in traced_files["pdf"].findings.found} == told


@pytest.mark.parametrize("ppi", [72, 433])
def test_no_seam_lies_between_traced_art_and_its_bleed(ppi: int, tmp_path: Path) -> None:
    """At resolutions at which no edge falls on a pixel: within the dark bar, which runs from art to bleed, all is dark."""
    area = replace(CARD.areas[0], width_mm=120, height_mm=90, px=None, target_ppi=150, may_rotate=False)
    page = made(CARD, area, png(framed_card()), tmp_path / "paths", formats=("svg", "pdf"))["pdf"].path
    ran(needs("pdftoppm"), "-r", str(ppi), "-png", "-singlefile", page, tmp_path / "page")
    shown = np.asarray(Image.open(tmp_path / "page.png").convert("RGB")).astype(int)
    bar = shown[3:-3, 3 : round((area.bleed_mm + 120 / 400 * 18) / 25.4 * ppi)]
    assert np.ptp(bar, axis=(0, 1)).max() <= 4
