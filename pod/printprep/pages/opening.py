"""The door for foreign PDF: what would unfold to more than any page needs is refused before a library unfolds it.

A deflated stream can grow a thousandfold, and libraries inflate some of them (object streams, metadata) merely to open a
file. So the raw bytes are looked through first; pictures may be large, but no larger than a print.
"""

from __future__ import annotations

import contextlib
import io
import re
import warnings
import zlib
from collections.abc import Iterator

import pikepdf

from pod.model.errors import InputRefused
from pod.printprep.fit import MAX_SHEET_PX

MAX_PDF_BYTES = 200_000_000

MAX_UNFOLDED = 64_000_000
"""A page's content, a font, a profile or metadata: the largest honest one has a tenth of that."""

_DEFLATE_RATIO = 1032
"""The most that deflate can grow (RFC 1951: 258 bytes for two bits)."""

_DICTIONARY_BYTES = 4096
_MAX_LAYERS = 4
_STREAM = re.compile(rb"stream\r?\n")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_STRUCTURE = re.compile(rb"/Type\s*/(?:ObjStm|XRef|Metadata)\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_UNFOLDABLE = frozenset({"/FlateDecode", "/Fl"})
_SHRINKING = frozenset({"/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85"})
_OTHERS_RATIO = 4096
"""LZW's table holds 4096 entries (ISO 32000-2, 7.4.4.2): no code of 9 bits stands for more bytes; RunLength grows 64-fold."""


@contextlib.contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The document; whatever keeps it from being read is an `InputRefused`."""
    _refuse_weight(data)
    _refuse_bombs(data)
    try:
        with warnings.catch_warnings(), pikepdf.open(io.BytesIO(data)) as document:
            # what the library mends in silence is told as a finding, not on standard error
            warnings.simplefilter("ignore")
            if not _pages_of(document):
                raise InputRefused("pdf_empty", "This PDF has no page.", "Export it again.")
            _refuse_giant_pictures(document)
            yield document
    except pikepdf.PasswordError as e:
        raise InputRefused(
            "pdf_locked", "This PDF opens only with a password.", "Save it again without a password."
        ) from e
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, OverflowError) as e:
        raise unreadable(e) from e


def unreadable(cause: Exception) -> InputRefused:
    return InputRefused(
        "pdf_unreadable",
        f"This PDF is damaged and cannot be read ({type(cause).__name__}).",
        "Export it again; printing it to a new PDF often mends it.",
        cause=str(cause)[:200],
    )


def unfolded(stream: pikepdf.Stream) -> bytes:
    """A stream's bytes with its filters undone, at most `MAX_UNFOLDED` of them. Raises `InputRefused` beyond."""
    filters = filters_of(stream)
    if not filters:
        return _weighed(bytes(stream.read_raw_bytes()))
    if set(filters) <= _UNFOLDABLE and "/DecodeParms" not in stream:
        data = bytes(stream.read_raw_bytes())
        for _ in filters[:_MAX_LAYERS]:
            data = _inflated(data)
        return data
    growing = [f for f in filters if f not in _SHRINKING]
    if len(stream.read_raw_bytes()) * (_OTHERS_RATIO ** min(1, len(growing))) > MAX_UNFOLDED * 4 or len(growing) > 1:
        raise _bomb()
    return bytes(stream.read_bytes())


def _weighed(data: bytes) -> bytes:
    if len(data) > MAX_UNFOLDED:
        raise _bomb()
    return data


def filters_of(stream: pikepdf.Object) -> list[str]:
    named = stream.get("/Filter")
    if named is None:
        return []
    return [str(f) for f in named] if isinstance(named, pikepdf.Array) else [str(named)]


def _pages_of(document: pikepdf.Pdf) -> int:
    """A page tree that bites its own tail is told by the library when the pages are counted."""
    return len(document.pages)


def _refuse_weight(data: bytes) -> None:
    if len(data) > MAX_PDF_BYTES:
        raise InputRefused(
            "pdf_too_heavy",
            f"The file is {len(data) / 1e6:.0f} MB; up to {MAX_PDF_BYTES / 1e6:.0f} MB can be taken.",
            "Send one page, with pictures of the resolution that the print needs.",
            measured=len(data),
            required=MAX_PDF_BYTES,
        )


def _refuse_bombs(data: bytes) -> None:
    """Every deflated stream that is no picture, as it lies in the file."""
    for found in _STREAM.finditer(data):
        dictionary = _dictionary_before(data, found.start())
        if _FLATE.search(dictionary) is None:
            continue
        if _PICTURE.search(dictionary) and not _STRUCTURE.search(dictionary):
            continue
        layers = min(_MAX_LAYERS, len(_FLATE.findall(dictionary)))
        _refuse_growth(data, found.end(), layers)


def _dictionary_before(data: bytes, at: int) -> bytes:
    before = data[max(0, at - _DICTIONARY_BYTES) : at]
    return before[before.rfind(b" obj") + 1 :]


def _refuse_growth(data: bytes, start: int, layers: int) -> None:
    end = data.find(b"endstream", start)
    packed = data[start : end if end >= 0 else len(data)]
    for _ in range(layers):
        if len(packed) * _DEFLATE_RATIO <= MAX_UNFOLDED and layers == 1:
            return  # too short to grow that far
        packed = _inflated(packed)


def _inflated(packed: bytes) -> bytes:
    """As much as can be read: a damaged end is the reader's matter."""
    unfold = zlib.decompressobj()
    try:
        data = unfold.decompress(packed, MAX_UNFOLDED)
    except zlib.error:
        return b""
    if unfold.unconsumed_tail:
        raise _bomb()
    return data


def _bomb() -> InputRefused:
    return InputRefused(
        "pdf_bomb",
        f"A part of this PDF unfolds to more than {MAX_UNFOLDED / 1e6:.0f} MB, which no page needs.",
        "Export it again from the program that it comes from.",
        required=MAX_UNFOLDED,
    )


def _refuse_giant_pictures(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            width, height = int(thing.get("/Width", 0)), int(thing.get("/Height", 0))
            if width * height > MAX_SHEET_PX or min(width, height) < 0:
                raise InputRefused(
                    "picture_too_large",
                    f"A picture in this PDF has {width} × {height} pixels; up to {MAX_SHEET_PX / 1e6:.0f} million can be taken.",
                    "Scale it down to what the print needs.",
                    measured=f"{width}x{height}",
                    required=MAX_SHEET_PX,
                )
