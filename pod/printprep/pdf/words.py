"""Words that can be read and searched, and are not seen: over letters that are outlines.

Text in render mode 3 (ISO 32000-2, 9.3.6) in a font without outlines, embedded as every font of PDF/X must be. Its codes
stand in the order in which the words are read; each lies where its letter is seen, so that a line that runs from right to
left reads back as it was typed.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from pod.lettering.bidi import levels, visual_order

_NAME = Name("/AAAAAA+PodWords")
_EM = 1000
_BLANK, _LETTER = 250, 500
"""Widths in thousandths of an em: the line is scaled to the width that is seen."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line as it is read, and where it is seen, y up."""

    text: str
    left_pt: float
    bottom_pt: float
    width_pt: float
    height_pt: float


def write_words(pdf: pikepdf.Pdf, sheet: pikepdf.Object, lines: Sequence[Words]) -> str:
    """Operators that lay the lines over the page; the font goes into its resources."""
    shown = [line for line in lines if line.text.strip() and line.width_pt > 0 and line.height_pt > 0]
    if not shown:
        return ""
    codes = {c: n for n, c in enumerate(dict.fromkeys(" " + "".join(line.text for line in shown)), start=1)}
    if "/Font" not in sheet.Resources:
        sheet.Resources.Font = Dictionary()
    sheet.Resources.Font.Words = _font(pdf, codes)
    drawn = "".join(_line(line, codes, last=line is shown[-1]) for line in shown)
    return f"q BT 3 Tr\n{drawn}ET Q\n"


def _line(line: Words, codes: dict[str, int], *, last: bool) -> str:
    """The line over the width of its ink; a blank parts it from the next one.

    Readers take a gap for the end of a column: the type is as high as the ink, or higher where its blanks would be too wide.
    """
    unit = line.width_pt / sum(map(_width, line.text))
    size = max(line.height_pt, 2 * _BLANK * unit)
    end = "" if last else f" <{codes[' ']:04X}>"
    place = f"{100 * unit * _EM / size:.4f} Tz /Words {size:.4f} Tf 1 0 0 1 {line.left_pt:.4f} {line.bottom_pt:.4f} Tm"
    return f"{place} [{_in_their_places(line.text, codes)}{end}] TJ\n"


def _in_their_places(text: str, codes: dict[str, int]) -> str:
    """Codes as they are read, with the pen moved to where each is seen: numbers of a TJ move it to the left."""
    seen, at = dict[int, int](), 0
    for i in visual_order(levels(text)):
        seen[i], at = at, at + _width(text[i])
    pen, parts = 0, list[str]()
    for i, c in enumerate(text):
        if seen[i] != pen:
            parts.append(str(pen - seen[i]))
        parts.append(f"<{codes[c]:04X}>")
        pen = seen[i] + _width(c)
    return " ".join(parts)


def _width(character: str) -> int:
    return _BLANK if character == " " else _LETTER


# --- the font


def _font(pdf: pikepdf.Pdf, codes: dict[str, int]) -> pikepdf.Object:
    file = Stream(pdf, _without_outlines())
    file.Length1 = len(_without_outlines())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=_NAME,
        Flags=4,
        FontBBox=Array([0, 0, _LETTER, _EM]),
        ItalicAngle=0,
        Ascent=_EM,
        Descent=0,
        CapHeight=_EM,
        StemV=80,
        FontFile2=pdf.make_indirect(file),
    )
    to_glyphs = b"\0\0" + b"\0\1" * len(codes)
    cid_font = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=_NAME,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=_LETTER,
        W=Array([codes[" "], Array([_BLANK])]),
        CIDToGIDMap=pdf.make_indirect(Stream(pdf, to_glyphs)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=_NAME,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(cid_font)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(codes))),
        )
    )


_MAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{chars}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_MOST_IN_A_BLOCK = 100


def _to_unicode(codes: dict[str, int]) -> bytes:
    """What each code says (9.10.3)."""
    rows = [f"<{code:04X}> <{c.encode('utf-16-be').hex().upper()}>\n" for c, code in codes.items()]
    blocks = [rows[i : i + _MOST_IN_A_BLOCK] for i in range(0, len(rows), _MOST_IN_A_BLOCK)]
    chars = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return _MAP.format(chars=chars).encode("ascii")


def _without_outlines() -> bytes:
    """A TrueType font of two empty glyphs, with the tables that ISO 32000-2, 9.9.1 asks for."""
    tables = {
        b"glyf": b"\0\0\0\0",
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, 0, _LETTER, _EM, 0, 8, 2, 0, 0
        ),
        b"hhea": struct.pack(">IhhhHhhhhhh4hhH", 0x10000, _EM, 0, 0, _LETTER, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"hmtx": struct.pack(">Hhh", _LETTER, 0, 0),
        b"loca": struct.pack(">3H", 0, 0, 0),
        b"maxp": struct.pack(">I14H", 0x10000, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    count = len(tables)
    at = 12 + 16 * count
    directory, body = b"", b""
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag, _checksum(data), at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    # four tables are the most of a power of two that six hold
    return struct.pack(">IHHHH", 0x10000, count, 4 * 16, 2, (count - 4) * 16) + directory + body


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
