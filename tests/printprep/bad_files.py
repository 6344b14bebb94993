"""Files that were broken on purpose, or made to hurt: each whole on disk, and wrong inside."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from pod.imaging.colour import srgb_icc
from tests.imaging import files
from tests.pictures import bomb, png_of, saved
from tests.printprep.foreign import AREA, FULL, Change, art, as_png, plain_page, x1a_page, x4_page

SMALL = replace(FULL, width_mm=20, height_mm=24)
CUT_OUT = replace(AREA, width_mm=26, height_mm=30, safe_mm=2)


GOOD_KINDS = (
    "PNG", "PNG of 16 bits", "palette PNG", "JPEG", "CMYK JPEG", "WebP", "TIFF", "TIFF of 16 bits", "LZW TIFF", "CMYK TIFF",
    "PDF", "PDF/X-4", "PDF/X-1a",
)  # fmt: skip


@cache
def good_files() -> Mapping[str, bytes]:
    """One small whole file of every kind that is read."""
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (80, 60, 3), dtype=np.uint8))
    deep = np.random.default_rng(2).integers(0, 65535, (40, 30, 3), dtype=np.uint16)
    return {
        "PNG": as_png(art(CUT_OUT)),
        "PNG of 16 bits": files.png(deep),
        "palette PNG": saved(noise.quantize(16), "PNG"),
        "JPEG": saved(noise, "JPEG", icc_profile=srgb_icc()),
        "CMYK JPEG": saved(noise.convert("CMYK"), "JPEG"),
        "WebP": saved(noise, "WEBP"),
        "TIFF": saved(noise, "TIFF"),
        "TIFF of 16 bits": files.tiff(deep, files.RGB),
        "LZW TIFF": saved(noise, "TIFF", compression="tiff_lzw"),
        "CMYK TIFF": saved(noise.convert("CMYK"), "TIFF", compression="tiff_adobe_deflate"),
        "PDF": plain_page(area=SMALL, ppi=72),
        "PDF/X-4": x4_page(area=SMALL, ppi=72),
        "PDF/X-1a": x1a_page(area=SMALL, ppi=72),
    }


# --- pages by hand: what a library would put right when it writes


def pdf_of(*objects: bytes) -> bytes:
    """Objects numbered from 1, the first being the catalog, with a right cross-reference table."""
    out, places = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n", list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )


PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 187 244] /Contents 4 0 R /Resources <<>>>>"
CATALOG = b"<</Type /Catalog /Pages 2 0 R%s>>"
_FLATE = b"/Filter /FlateDecode"
TREE = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"


def stream(body: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(body), entries, body)


@cache
def _much(size: int = 300_000_000) -> bytes:
    """Spaces that deflate to a thousandth."""
    deflate = zlib.compressobj(9)
    return b"".join(deflate.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + deflate.flush()


def _content(body: bytes, entries: bytes = b"", page: bytes = PAGE) -> bytes:
    return pdf_of(CATALOG % b"", TREE, page, stream(body, entries))


def _metadata(body: bytes, entries: bytes = b"") -> bytes:
    packet = stream(body, b"/Type /Metadata /Subtype /XML " + entries)
    return pdf_of(CATALOG % b" /Metadata 5 0 R", TREE, PAGE, stream(b"0 0 9 9 re f"), packet)


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">{entities}]><x>&j;</x>'.encode()


def _tiff_bomb() -> bytes:
    """60 000 × 60 000 pixels of one bit, said in 200 bytes."""
    small = files.tiff(np.zeros((16, 16, 1), np.uint8), files.GREY)
    return small.replace(struct.pack("<HHII", 256, 4, 1, 16), struct.pack("<HHII", 256, 4, 1, 60_000)).replace(
        struct.pack("<HHII", 257, 4, 1, 16), struct.pack("<HHII", 257, 4, 1, 60_000)
    )


def _locked() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_page(area=SMALL, ppi=72))) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


def _giant_picture() -> bytes:
    def change(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        page.Resources.XObject.Im = pdf.make_indirect(
            Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000, BitsPerComponent=1)
        )

    return plain_page(change, area=SMALL, ppi=72)


REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "picture_empty"),
    "a letter called a print": (lambda: b"Dear printer,", "picture_type"),
    "an SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_type"),
    "a PNG that is all header": (lambda: png_of(60_000, 60_000, zlib.compress(b"\0" * 100)), "picture_too_large"),
    "a PNG that unfolds": (lambda: bomb(13_000), "picture_too_large"),
    "a TIFF that unfolds": (_tiff_bomb, "picture_too_large"),
    "a PDF that is all header": (lambda: b"%PDF-1.7 nothing", "pdf_unreadable"),
    "a page that unfolds": (lambda: _content(_much(), _FLATE), "pdf_bomb"),
    "a page that unfolds twice": (
        lambda: _content(zlib.compress(_much(), 9), b"/Filter [/FlateDecode /FlateDecode]"),
        "pdf_bomb",
    ),
    "metadata that unfolds": (lambda: _metadata(_much(), _FLATE), "pdf_bomb"),
    "objects that unfold": (
        lambda: pdf_of(CATALOG % b"", TREE, PAGE, stream(_much(), b"/Type /ObjStm /N 1 /First 4 " + _FLATE)),
        "pdf_bomb",
    ),
    "a picture of 3600 megapixels in a page": (_giant_picture, "picture_too_large"),
    "a locked page": (_locked, "pdf_locked"),
    "a page tree that is a ring": (
        lambda: pdf_of(CATALOG % b"", b"<</Type /Pages /Kids [2 0 R] /Count 1>>"),
        "pdf_unreadable",
    ),
    "no page": (lambda: pdf_of(CATALOG % b"", b"<</Type /Pages /Kids [] /Count 0>>"), "pdf_empty"),
    "a page without a size": (lambda: _content(b"", page=PAGE.replace(b"187 244", b"0 0")), "pdf_page_size"),
}
"""What it is: how it is made, and the code that it is refused with."""


# --- pages that can be judged


def _deep_forms(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    """Each form draws the next one twice: 60 of them are 2⁶⁰ drawings."""
    inner = pdf.make_indirect(_form(pdf, b"0 0 9 9 re f"))
    for _ in range(60):
        outer = _form(pdf, b"/N Do /N Do")
        outer.Resources = Dictionary(XObject=Dictionary(N=inner))
        inner = pdf.make_indirect(outer)
    page.Resources.XObject.Im = inner


def _wide_forms(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    """Seven forms, each drawing the next thirty times."""
    inner = pdf.make_indirect(_form(pdf, b"0 0 9 9 re f"))
    for _ in range(7):
        outer = _form(pdf, b"/N Do " * 30)
        outer.Resources = Dictionary(XObject=Dictionary(N=inner))
        inner = pdf.make_indirect(outer)
    page.Resources.XObject.Im = inner


def _form(pdf: pikepdf.Pdf, body: bytes) -> Stream:
    return Stream(pdf, body, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 99, 99]))


def _pattern_ring(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    tile = pdf.make_indirect(
        Stream(
            pdf,
            b"/Pattern cs /P scn 0 0 9 9 re f",
            Type=Name.Pattern,
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=Array([0, 0, 9, 9]),
            XStep=9,
            YStep=9,
        )
    )
    tile.Resources = Dictionary(Pattern=Dictionary(P=tile))
    page.Resources.Pattern = Dictionary(P=tile)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"/Pattern cs /P scn 0 0 50 50 re f")


def _parents_ring(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    pdf.Root.Pages.Parent = page


def _thousands_of_pages(pdf: pikepdf.Pdf, _page: pikepdf.Object) -> None:
    for _ in range(10_000):
        pdf.add_blank_page()


def _endless_numbers(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    more = b" q 1e400 0 0 99999999999999999999999999 0 0 cm 0 0 1 1 re f Q q 0 0 0 0 0 0 cm 0 0 1 1 re f Q"
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + more)


def _space_ring(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    ring = pdf.make_indirect(Array([Name.Indexed]))
    for part in (ring, 1, pikepdf.String("ab")):
        ring.append(part)
    page.Resources.ColorSpace = Dictionary(R=ring)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /R cs 0 sc 0 0 9 9 re f")


def _paged(change: Change) -> Callable[[], bytes]:
    return lambda: plain_page(change, area=SMALL, ppi=300)


JUDGED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "forms in forms without end": (_paged(_deep_forms), "page_tangled"),
    "forms that multiply": (_paged(_wide_forms), "page_tangled"),
    "a pattern in itself": (_paged(_pattern_ring), "page_loop"),
    "parents in a ring": (_paged(_parents_ring), ""),
    "10 001 pages": (_paged(_thousands_of_pages), "page_count"),
    "endless numbers": (_paged(_endless_numbers), ""),
    "a colour space in itself": (_paged(_space_ring), ""),
    "metadata that laughs": (lambda: _metadata(_laughs()), ""),
    "a strip of 100 000 px": (lambda: saved(Image.new("RGB", (100_000, 20), "red"), "PNG"), "wrong_size"),
    "a page whose size is words": (lambda: _content(b"", page=PAGE.replace(b"187 244", b"/a /b")), "damaged"),
    "content of brackets": (lambda: _content(b"[" * 100_000), "blank"),
}
"""Odd, and still answered: how it is made, and a rule that is among the findings; empty where there need be none."""
