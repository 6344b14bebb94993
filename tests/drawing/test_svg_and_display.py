"""The display list, its SVG and its PDF form."""

import io

import numpy as np
import pikepdf
import pypdfium2
import pytest

from pod.drawing import Canvas, Drawing, LinearGradient, RadialGradient, rasterise, read_svg, write_svg
from pod.drawing import shapes as draw
from pod.drawing.display import Fill, Group
from pod.drawing.paths import Path, Transform
from pod.drawing.pdf import write_form
from pod.drawing.pdfium_engine import PDFIUM_LOCK
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from tests.drawing.samples import DRAWINGS

every_drawing = pytest.mark.parametrize("name", DRAWINGS)


@every_drawing
def test_svg_written_read_and_written_again_is_the_same_text(name: str) -> None:
    text = write_svg(DRAWINGS[name]())
    assert write_svg(read_svg(text)) == text


@every_drawing
def test_svg_read_again_is_the_same_picture(name: str) -> None:
    drawing = DRAWINGS[name]()
    one, other = rasterise(drawing, 512).astype(int), rasterise(read_svg(write_svg(drawing)), 512).astype(int)
    visible = (one[..., 3] > 0) & (other[..., 3] > 0)
    assert np.abs(one - other)[visible].mean() < 0.05
    assert np.abs(one - other)[..., 3].max() <= 8


@every_drawing
def test_a_reader_of_svg_that_is_not_ours_sees_the_same_picture(name: str) -> None:
    pyvips = pytest.importorskip("pyvips", reason="librsvg by way of pyvips-binary is not installed")
    drawing = DRAWINGS[name]()
    theirs = pyvips.Image.svgload_buffer(write_svg(drawing).encode(), scale=1024 / drawing.width).numpy()
    ours = rasterise(drawing, 1024)
    weigh = [a[..., :3] * (a[..., 3:] / 255.0) for a in (ours.astype(float), theirs.astype(float))]
    assert np.abs(weigh[0] - weigh[1]).mean() < 0.5


@every_drawing
def test_svg_is_vectors_only(name: str) -> None:
    text = write_svg(DRAWINGS[name]())
    assert not any(word in text for word in ("<text", "<image", "href", "<style", "<script"))


def test_neighbouring_knock_outs_share_one_mask() -> None:
    assert write_svg(DRAWINGS["sunset"]()).count("<mask") == 1


@pytest.mark.parametrize(
    "text",
    [
        "not xml",
        "<svg/>",
        '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="nan" height="1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text>hi</text></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0A1 1 0 0 0 2 2" fill="#000000"/></svg>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0" fill="url(http://x/y)"/></svg>',
    ],
)
def test_foreign_svg_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        read_svg(text)


def test_ink_box_respects_strokes_and_clips_and_ignores_knock_outs() -> None:
    canvas = Canvas(100, 100)
    canvas.stroke(draw.rect(20, 20, 10, 10), "#000000", 4)
    canvas.knock_out(draw.rect(0, 0, 100, 100))
    with canvas.group(draw.rect(50, 50, 10, 10)):
        canvas.fill(draw.rect(0, 0, 100, 100), "#000000")
    assert canvas.drawing().ink_box() == Box(18, 18, 42, 42)
    assert Drawing(10, 10).ink_box() == Box(0, 0, 0, 0)


def test_fitted_ink_is_centred_and_as_large_as_can_be() -> None:
    canvas = Canvas(100, 100)
    canvas.fill(draw.rect(3, 4, 10, 20), "#000000")
    assert canvas.drawing().fitted(Box(10, 10, 80, 80)).ink_box() == Box(30, 10, 40, 80)


def test_a_group_moves_its_clip_along() -> None:
    canvas = Canvas(100, 100)
    with canvas.group(draw.rect(0, 0, 10, 10), Transform.move(50, 60)):
        canvas.fill(draw.circle(0, 0, 100), "#123456")
    [group] = canvas.drawing().items
    assert isinstance(group, Group)
    assert canvas.drawing().ink_box() == Box(50, 60, 10, 10)


def test_a_group_without_a_clip_only_moves() -> None:
    canvas = Canvas(100, 100)
    with canvas.group(transform=Transform.scale(2)):
        canvas.stroke(Path.lines([(10, 10), (20, 10)], closed=False), "#123456", 3, dash=(4, 2))
    [stroke] = canvas.drawing().items
    assert stroke.width == 6
    assert stroke.dash == (8, 4)


def test_a_sheared_gradient_keeps_its_lines_of_equal_colour() -> None:
    canvas = Canvas(100, 100)
    skew = Transform(1, 0, 1, 1, 0, 0)
    ramp = LinearGradient(0, 0, 10, 0, ((0, "#000000"), (1, "#ffffff")))
    canvas.fill(draw.rect(0, 0, 10, 10), ramp, transform=skew)
    [fill] = canvas.drawing().items
    moved = fill.paint
    assert isinstance(moved, LinearGradient)
    axis = np.array([moved.x2 - moved.x1, moved.y2 - moved.y1])
    for y in (0.0, 5.0, 10.0):  # the picture of the line x = 5, where the colour is half way
        at = np.array(skew.apply(5.0, y)) - (moved.x1, moved.y1)
        assert float(at @ axis / (axis @ axis)) == pytest.approx(0.5)


def test_inks_are_listed_once_in_the_order_of_first_use() -> None:
    canvas = Canvas(10, 10)
    for ink in ("#111111", "#222222", "#111111"):
        canvas.fill(draw.circle(5, 5, 1), ink)
    canvas.fill(draw.circle(5, 5, 1), RadialGradient(5, 5, 1, ((0, "#333333"), (1, "#222222"))))
    assert canvas.drawing().inks() == ("#111111", "#222222", "#333333")


@every_drawing
def test_a_pdf_form_of_the_same_drawing_is_the_same_bytes(name: str) -> None:
    assert _pdf(DRAWINGS[name]()) == _pdf(DRAWINGS[name]())


def test_a_pdf_form_takes_its_colours_from_the_caller() -> None:
    pdf = pikepdf.new()
    drawing = Drawing(10, 10, (Fill(draw.circle(5, 5, 4), "#ff0000"),))
    form = write_form(pdf, drawing, space=pikepdf.Name.DeviceCMYK, components=lambda ink: (0.0, 1.0, 1.0, 0.0))
    assert form.Resources.ColorSpace.Ink == pikepdf.Name.DeviceCMYK
    assert b"/Ink cs 0.00000 1.00000 1.00000 0.00000 scn" in form.read_bytes()


@every_drawing
def test_a_pdf_form_on_a_page_is_the_same_picture(name: str) -> None:
    drawing = DRAWINGS[name]()
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(256, 256))
    form = page.add_resource(write_form(pdf, drawing), pikepdf.Name.XObject)
    page.Contents = pdf.make_stream(f"q {1 / 16} 0 0 {1 / 16} 0 0 cm {form} Do Q".encode())
    stream = io.BytesIO()
    pdf.save(stream)
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(stream.getvalue())
        seen = document[0].render(scale=4).to_numpy()[..., 2::-1].astype(float)
        document.close()
    pixels = rasterise(drawing, 1024).astype(float)
    opacity = pixels[..., 3:] / 255
    # on a page PDFium snaps plain rectangles to whole pixels: the twenty stripes of `medal` come to 0.7
    assert np.abs(pixels[..., :3] * opacity + 255 * (1 - opacity) - seen).mean() < 1.0


def test_a_colour_is_written_as_nothing_but_a_colour() -> None:
    drawing = Drawing(10, 10, (Fill(draw.circle(5, 5, 4), '#000"><script>'),))
    with pytest.raises(InputRefused):
        write_svg(drawing)


def _pdf(drawing: Drawing) -> bytes:
    pdf = pikepdf.new()
    pdf.Root.Form = pdf.make_indirect(write_form(pdf, drawing))
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True)
    return stream.getvalue()
