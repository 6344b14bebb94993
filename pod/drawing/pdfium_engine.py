"""Rasterising by PDFium, which pip brings along: nothing but Python is needed to draw.

The drawing becomes a one-page PDF, which PDFium draws straight into the rows of the finished picture, band by band: its
own layers for masks and groups are then never larger than a band.
"""

from __future__ import annotations

import ctypes
import io
import threading

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name

from pod.drawing.display import Drawing
from pod.drawing.pdf import write_form
from pod.model.errors import Unavailable

_BAND_ROWS = 512

# PDFium keeps state for the whole process and may not be entered twice at once: whoever calls it holds this.
PDFIUM_LOCK = threading.Lock()


def available() -> bool:
    return True


def rasterise(drawing: Drawing, width_px: int, height_px: int) -> NDArray[np.uint8]:
    pixels = np.zeros((height_px, width_px, 4), dtype=np.uint8)
    draw_page(pixels, page_of(drawing), (0, 0), (width_px, height_px))
    return pixels


def draw_page(sheet: NDArray[np.uint8], page_pdf: bytes, at_px: tuple[int, int], size_px: tuple[int, int]) -> None:
    """`page_of` a drawing over what is on `sheet`, its left upper corner at `at_px` and cut at the sheet's edges."""
    first, last = max(0, at_px[1]), min(len(sheet), at_px[1] + size_px[1])
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(page_pdf)
        try:
            page = document[0]
            for top in range(first, last, _BAND_ROWS):
                _draw_band(page, sheet[top : min(top + _BAND_ROWS, last)], (at_px[0], at_px[1] - top), size_px)
        finally:
            document.close()


def page_of(drawing: Drawing) -> bytes:
    """The drawing as PDFium reads it: made once for what is drawn many times."""
    pdf = pikepdf.new()
    form = pdf.make_indirect(write_form(pdf, drawing, for_screen=True))
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, drawing.width, drawing.height]),
        Resources=Dictionary(XObject=Dictionary(Drawing=form)),
        Contents=pdf.make_stream(b"/Drawing Do"),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    stream = io.BytesIO()
    pdf.save(stream, compress_streams=False)
    return stream.getvalue()


def _draw_band(
    page: pypdfium2.PdfPage, band: NDArray[np.uint8], at_px: tuple[int, int], size_px: tuple[int, int]
) -> None:
    """Draw the page in place. BGRA with its byte order reversed is our straight-alpha RGBA."""
    address = ctypes.c_void_p(band.ctypes.data)
    bitmap = pdfium.FPDFBitmap_CreateEx(band.shape[1], len(band), pdfium.FPDFBitmap_BGRA, address, band.strides[0])
    if not bitmap:
        raise Unavailable(
            "raster_failed",
            f"PDFium could not draw {size_px[0]} × {size_px[1]} pixels.",
            "Ask for a smaller picture, or give the process more memory.",
        )
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, *at_px, *size_px, 0, pdfium.FPDF_REVERSE_BYTE_ORDER)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    _clear_unseen(band)


def _clear_unseen(band: NDArray[np.uint8]) -> None:
    """PDFium leaves the colour of what was knocked out under its alpha of 0, where careless scaling finds it again."""
    words = band.view(np.uint32)[..., 0]
    np.multiply(words, band[..., 3] != 0, out=words)
