"""Streams that are copied into the page when it is written: other people's readers find them, and nothing moves unseen."""

from __future__ import annotations

import hashlib
import re
import zlib
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Name, Stream

from pod.imaging.png import PngWriter, RowPacker
from pod.printprep.pdf.apart import Packed, PackedRows, RowsOfPng, save

SIZES = (1, 9, 10, 70, 75, 76, 999, 123_457)
"""Of as many digits as there are, shorter and longer than the name that stands for a stream."""


def packed(folder: Path, content: bytes) -> PackedRows:
    rows = PackedRows(folder)
    rows.add_all(content[at : at + 50_000] for at in range(0, len(content), 50_000))
    return rows


def noise(size: int) -> bytes:
    return np.random.default_rng(size).integers(0, 256, size, dtype=np.uint8).tobytes()


def page_with(path: Path, contents: list[bytes], rows: list[Packed]) -> None:
    """Streams that are apart between others, so that what is moved stands before them and behind."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for n, (content, stream) in enumerate(zip(contents, rows, strict=True)):
            pdf.Root[f"/Apart{n}"] = pdf.make_indirect(Stream(pdf, stream.name, Note=Name("/Length")))
            pdf.Root[f"/Told{n}"] = pdf.make_stream(hashlib.sha256(content).hexdigest().encode())
        save(pdf, path, rows, compress_streams=False, deterministic_id=True)


def test_what_was_apart_is_read_back_by_another_reader(tmp_path):
    contents = [noise(size) for size in SIZES]
    page_with(tmp_path / "page.pdf", contents, [packed(tmp_path, content) for content in contents])
    with pikepdf.open(tmp_path / "page.pdf", attempt_recovery=False) as pdf:
        assert not pdf.check_pdf_syntax()
        for n, content in enumerate(contents):
            assert pdf.Root[f"/Apart{n}"].read_raw_bytes() == content
            assert pdf.Root[f"/Told{n}"].read_bytes() == hashlib.sha256(content).hexdigest().encode()


def test_every_offset_and_the_table_lie_where_the_file_says(tmp_path):
    contents = [noise(size) for size in SIZES]
    page_with(tmp_path / "page.pdf", contents, [packed(tmp_path, content) for content in contents])
    page = (tmp_path / "page.pdf").read_bytes()
    table = int(page[page.rindex(b"startxref") :].split()[1])
    count, entries = re.match(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] \n)+)", page[table:]).groups()
    assert len(entries) == 20 * int(count)
    for number, entry in enumerate(entries.splitlines()[1:], start=1):
        assert page[int(entry[:10]) :].startswith(b"%d 0 obj\n" % number)


def test_what_stands_apart_decides_the_identifiers(tmp_path):
    ids = set[str]()
    for name, content in (("a", b"one"), ("b", b"one"), ("c", b"two")):
        page_with(tmp_path / name, [b"told"], [packed(tmp_path, content)])
        with pikepdf.open(tmp_path / name) as pdf:
            ids.add(str(pdf.trailer.ID))
    assert len(ids) == 2
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_png_lends_its_rows(tmp_path):
    pixels = np.random.default_rng(1).integers(0, 256, (200, 90, 3), dtype=np.uint8)
    rows = RowsOfPng(tmp_path / "a.png")
    with (tmp_path / "a.png").open("wb") as file:
        PngWriter(file, 90, 200, 3, packed_to=rows.add).write(pixels).close()
    packer = RowPacker(90, 3)
    expected = b"".join([*packer.add(pixels), *packer.finish()])
    assert b"".join(rows.blocks()) == expected
    assert rows.size == len(expected)
    assert len(zlib.decompress(expected)) == 200 * (1 + 90 * 3)


def test_a_stream_that_is_shorter_than_was_told_writes_no_page_that_passes_for_one(tmp_path):
    rows = packed(tmp_path, b"whole")
    rows._file.truncate(2)
    with pytest.raises(ValueError, match="2 bytes of a stream of 5"):
        page_with(tmp_path / "page.pdf", [b"told"], [rows])
