"""Raster engines: the same picture from each, straight alpha, seamless bands."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from pod.drawing import Canvas, Drawing, draw_onto, engines, rasterise
from pod.drawing import pdfium_engine as pdfium
from pod.drawing import shapes as draw
from pod.model.errors import NotConfigured, Unavailable
from pod.model.geometry import Box
from tests.drawing.samples import DRAWINGS

every_engine = pytest.mark.parametrize("engine", engines())
every_drawing = pytest.mark.parametrize("name", DRAWINGS)


def premultiplied(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """What the eye compares: the colour of a nearly transparent pixel does not count."""
    as_float = pixels.astype(np.float32)
    as_float[..., :3] *= as_float[..., 3:] / 255
    return as_float


def test_an_engine_comes_with_pip_alone() -> None:
    assert engines()[0] == "pdfium"


@pytest.mark.skipif("cairo" not in engines(), reason="this system has no libcairo")
@every_drawing
def test_both_engines_draw_the_same_picture(name: str) -> None:
    drawing = DRAWINGS[name]()
    one, other = (premultiplied(rasterise(drawing, 1024, engine=e)) for e in ("pdfium", "cairo"))
    difference = np.abs(one - other)
    assert difference.mean() < 0.5
    # engines differ in how soft they draw an edge; whole pixels that differ would be a missing piece
    assert np.mean(difference.max(axis=2) > 64) < 1e-4


@every_engine
@every_drawing
def test_drawing_twice_gives_the_same_bytes(engine: str, name: str) -> None:
    drawing = DRAWINGS[name]()
    assert np.array_equal(rasterise(drawing, 300, engine=engine), rasterise(drawing, 300, engine=engine))


def test_threads_may_draw_at_the_same_time() -> None:
    drawing = DRAWINGS["badge"]()
    alone = rasterise(drawing, 200)
    with ThreadPoolExecutor(4) as pool:
        for pixels in pool.map(lambda _: rasterise(drawing, 200), range(12)):
            assert np.array_equal(pixels, alone)


@every_drawing
def test_bands_leave_no_seam(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = DRAWINGS[name]()
    whole = rasterise(drawing, 500, engine="pdfium")
    monkeypatch.setattr(pdfium, "_BAND_ROWS", 64)
    # curves are flattened per band, so single levels may differ, but no row stands out
    rows = np.abs(premultiplied(whole) - premultiplied(rasterise(drawing, 500, engine="pdfium"))).mean(axis=(1, 2))
    assert rows.max() < 0.5


@every_engine
def test_alpha_is_straight(engine: str) -> None:
    canvas = Canvas(100, 100)
    canvas.fill(draw.rect(0, 0, 100, 100), "#c86432", 0.5)
    pixel = rasterise(canvas.drawing(), 10, engine=engine)[5, 5].astype(int)
    assert abs(pixel - (200, 100, 50, 128)).max() <= 2


@every_engine
def test_inks_come_out_as_the_very_same_numbers(engine: str) -> None:
    canvas = Canvas(256, 1)
    for i in range(256):
        canvas.fill(draw.rect(i, 0, 1, 1), f"#{i:02x}{255 - i:02x}7b")
    row = rasterise(canvas.drawing(), 256, 1, engine=engine)[0]
    assert np.array_equal(row[:, 0], np.arange(256))
    assert np.array_equal(row[:, 1], 255 - np.arange(256))
    assert (row[:, 2:] == (0x7B, 255)).all()


@every_engine
def test_edges_between_pixels_are_soft_by_their_share(engine: str) -> None:
    canvas = Canvas(10, 10)
    canvas.fill(draw.rect(2.25, 3.0, 4.5, 4.0), "#000000")
    alpha = rasterise(canvas.drawing(), 10, engine=engine)[5, :, 3].astype(int)
    assert abs(alpha - (0, 0, 191, 255, 255, 255, 191, 0, 0, 0)).max() <= 4


@every_engine
def test_height_follows_the_frame_unless_given(engine: str) -> None:
    drawing = Drawing(400, 300)
    assert rasterise(drawing, 40, engine=engine).shape == (30, 40, 4)
    assert rasterise(drawing, 40, 50, engine=engine).shape == (50, 40, 4)
    assert not rasterise(drawing, 40, engine=engine).any()


@every_engine
def test_a_knock_out_shows_the_cloth_and_later_ink_covers_it(engine: str) -> None:
    canvas = Canvas(30, 10)
    canvas.fill(draw.rect(0, 0, 30, 10), "#112233")
    canvas.knock_out(draw.rect(10, 0, 20, 10))
    canvas.fill(draw.rect(20, 0, 10, 10), "#445566")
    row = rasterise(canvas.drawing(), 3, 1, engine=engine)[0]
    assert row[:, 3].tolist() == [255, 0, 255]
    assert row[2, :3].tolist() == [0x44, 0x55, 0x66]


@every_engine
def test_a_knock_out_in_a_group_leaves_what_lies_below_the_group(engine: str) -> None:
    canvas = Canvas(20, 10)
    canvas.fill(draw.rect(0, 0, 20, 10), "#112233")
    with canvas.group(draw.rect(0, 0, 20, 10)):
        canvas.fill(draw.rect(0, 0, 20, 10), "#445566")
        canvas.knock_out(draw.rect(10, 0, 10, 10))
    row = rasterise(canvas.drawing(), 2, 1, engine=engine)[0]
    assert row.tolist() == [[0x44, 0x55, 0x66, 255], [0x11, 0x22, 0x33, 255]]


@every_engine
def test_no_colour_lies_hidden_where_something_was_knocked_out(engine: str) -> None:
    canvas = Canvas(100, 100)
    canvas.fill(draw.rect(10, 10, 80, 80), "#c8102e")
    canvas.knock_out(draw.rect(30, 30, 40, 40))
    pixels = rasterise(canvas.drawing(), 100, engine=engine)
    assert pixels[50, 50].tolist() == [0, 0, 0, 0]
    assert not pixels[pixels[..., 3] == 0].any()


def test_a_picture_that_could_not_be_drawn_is_never_a_blank_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium.pdfium, "FPDFBitmap_CreateEx", lambda *_: None)
    with pytest.raises(Unavailable) as failed:
        rasterise(DRAWINGS["badge"](), 64, engine="pdfium")
    assert "64" in failed.value.message


def test_an_engine_that_is_not_here_is_refused_with_those_that_are() -> None:
    with pytest.raises(NotConfigured) as refused:
        rasterise(Drawing(1, 1), 1, engine="crayon")
    assert "pdfium" in refused.value.hint


@every_drawing
@pytest.mark.parametrize("at", [(40, 25), (-60, 300), (250, -90)], ids=["inside", "left below", "right above"])
def test_drawing_onto_a_sheet_draws_the_same_picture_there_cut_at_the_edges(name: str, at: tuple[int, int]) -> None:
    drawing = DRAWINGS[name]()
    alone = rasterise(drawing, 300)
    height = len(alone)
    sheet = np.zeros((500, 400, 4), dtype=np.uint8)
    draw_onto(sheet, drawing, Box(*at, 300, height))
    left, top = max(0, at[0]), max(0, at[1])
    right, bottom = min(400, at[0] + 300), min(500, at[1] + height)
    drawn = sheet[top:bottom, left:right].copy()
    there = alone[top - at[1] : bottom - at[1], left - at[0] : right - at[0]]
    assert np.abs(premultiplied(drawn) - premultiplied(there)).max() <= 2
    sheet[top:bottom, left:right] = 0
    assert not sheet.any(), "nothing beside it"


@every_drawing
def test_drawing_onto_ink_is_the_picture_over_it(name: str) -> None:
    drawing = DRAWINGS[name]()
    alone = rasterise(drawing, 300).astype(np.float32)
    sheet = np.full((len(alone), 300, 4), (250, 240, 60, 255), dtype=np.uint8)
    draw_onto(sheet, drawing, Box(0, 0, 300, len(alone)))
    share = alone[..., 3:] / 255
    over = alone[..., :3] * share + np.array((250, 240, 60)) * (1 - share)
    assert np.abs(sheet[..., :3] - over).max() <= 3
    assert (sheet[..., 3] == 255).all()
