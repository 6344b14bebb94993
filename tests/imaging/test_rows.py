"""Rows of a PNG, read window by window: the same pixels as Pillow's, whatever filters and windows there are."""

from __future__ import annotations

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pod.imaging.png import encode_png
from pod.imaging.rows import PngRows
from pod.model.errors import InputRefused

HEIGHT, WIDTH = 90, 41


def soft(height: int = HEIGHT, width: int = WIDTH) -> np.ndarray:
    grain = np.random.default_rng(5).normal(128, 300, (height, width, 3)).astype(np.float32)
    return cv2.GaussianBlur(grain, (0, 0), 3).clip(0, 255).astype(np.uint8)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def filtered(pixels: np.ndarray, kinds: list[int]) -> bytes:
    """Lines with row filters 0 to 4 by turns, as W3C PNG 9.2 writes them down, one pixel after the other."""
    lines, above = [], np.zeros(pixels.shape[1:], dtype=int)
    nothing = np.zeros((1, pixels.shape[2]), int)
    for row, line in enumerate(pixels.astype(int)):
        left = np.vstack([nothing, line[:-1]])
        upper_left = np.vstack([nothing, above[:-1]])
        guess = left + above - upper_left
        away = np.abs(np.stack([guess - left, guess - above, guess - upper_left]))
        paeth = np.choose(away.argmin(axis=0), [left, above, upper_left])
        kind = kinds[row % len(kinds)]
        foretold = (np.zeros_like(line), left, above, (left + above) // 2, paeth)[kind]
        lines.append(bytes([kind]) + ((line - foretold) % 256).astype(np.uint8).tobytes())
        above = line
    return b"".join(lines)


def a_png(
    pixels: np.ndarray, lines: bytes, *, extra: bytes = b"", cut: int = 700, kind: bytes = b"\x08\x02\0\0\0"
) -> bytes:
    packed = zlib.compress(lines, 6)
    header = struct.pack(">II", pixels.shape[1], pixels.shape[0]) + kind
    idat = b"".join(chunk(b"IDAT", packed[at : at + cut]) for at in range(0, len(packed), cut))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + idat + chunk(b"IEND", b"")


def rows_of(data: bytes) -> PngRows | None:
    return PngRows.of(io.BytesIO(data), max_pixels=10**7)


def rgb(rows: PngRows, first: int, last: int) -> np.ndarray:
    pixels = rows.pixels(first, last)
    assert (pixels[..., 3] == 255).all()
    return pixels[..., :3]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 40)), min_size=1, max_size=8),
    st.permutations([0, 1, 2, 3, 4]),
)
def test_any_windows_downwards_are_the_rows_of_the_picture(steps, kinds):
    pixels = soft()
    rows = rows_of(a_png(pixels, filtered(pixels, kinds)))
    first = last = 0
    for back, forward in steps:
        first, last = max(first, last - back), min(HEIGHT, last + forward)
        if first < last:
            assert (rgb(rows, first, last) == pixels[first:last]).all()


def test_rows_that_nobody_asks_for_are_passed_over():
    pixels = soft()
    rows = rows_of(a_png(pixels, filtered(pixels, [4])))
    assert (rgb(rows, 50, 53) == pixels[50:53]).all()
    assert (rgb(rows, 80, 90) == pixels[80:90]).all()


@pytest.mark.parametrize("kinds", [[0], [1], [2], [3], [4]], ids=["none", "sub", "up", "average", "paeth"])
def test_every_filter_is_undone_as_pillow_undoes_it(kinds):
    data = a_png(soft(), filtered(soft(), kinds))
    assert (rgb(rows_of(data), 0, HEIGHT) == np.asarray(Image.open(io.BytesIO(data)))).all()


@pytest.mark.parametrize("kinds", [[0], [0, 0, 3], [4, 1, 2]], ids=["none", "few", "mixed"])
def test_alpha_is_read_as_it_stands(kinds):
    pixels = np.dstack([soft(), soft()[..., 0]])
    rows = rows_of(a_png(pixels, filtered(pixels, kinds), kind=b"\x08\x06\0\0\0"))
    assert rows.shape == (HEIGHT, WIDTH, 4)
    for first, last in ((0, 13), (10, 40), (40, 41), (60, HEIGHT)):
        assert (rows.pixels(first, last) == pixels[first:last]).all()


def profile(name: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


@pytest.mark.parametrize(
    ("extra", "taken"),
    [
        (b"", True),
        (chunk(b"sRGB", b"\0"), True),
        (chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)), True),
        (chunk(b"iCCP", b"any\0\0" + zlib.compress(profile("sRGB"))), True),
        (chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(profile("XYZ"))), False),
        (chunk(b"iCCP", b"any\0\0" + b"no profile"), False),
        (chunk(b"gAMA", struct.pack(">I", 100000)), False),
        (chunk(b"tRNS", bytes(6)), False),
        (chunk(b"eXIf", b"II*\0"), False),
        (chunk(b"cICP", b"\x0c\x0d\0\1"), False),
    ],
)
def test_only_what_changes_no_pixel_may_stand_beside_them(extra, taken):
    assert (rows_of(a_png(soft(), filtered(soft(), [1]), extra=extra)) is not None) is taken


@pytest.mark.parametrize(
    "kind", [b"\x10\x02\0\0\0", b"\x10\x06\0\0\0", b"\x08\x02\0\0\1", b"\x08\x06\0\0\1", b"\x08\x00\0\0\0"]
)
def test_other_kinds_of_picture_are_left_to_the_door(kind):
    assert rows_of(a_png(soft(), filtered(soft(), [1]), kind=kind)) is None


def test_a_turn_that_stands_behind_the_pixels_is_seen():
    data = a_png(soft(), filtered(soft(), [1]))
    end = len(data) - 12
    assert rows_of(data[:end] + chunk(b"tEXt", b"a\0b") + data[end:]) is not None
    assert rows_of(data[:end] + chunk(b"eXIf", b"II*\0") + data[end:]) is None


def test_what_is_no_png_or_too_large_is_left_to_the_door():
    assert rows_of(b"") is None
    assert rows_of(b"\xff\xd8\xff\xe0") is None
    assert rows_of(encode_png(soft())[:20]) is None
    assert PngRows.of(io.BytesIO(encode_png(soft())), max_pixels=HEIGHT * WIDTH - 1) is None


def damaged(data: bytes, where: str) -> bytes:
    at = len(data) // 2
    return data[:at] if where == "cut short" else data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


def all_windows(rows: PngRows) -> None:
    for top in range(0, HEIGHT, 10):
        rows.pixels(top, top + 10)


@pytest.mark.parametrize("where", ["cut short", "one byte wrong"])
def test_a_damaged_picture_is_refused_in_a_sentence(where):
    rows = rows_of(damaged(a_png(soft(), filtered(soft(), [4])), where))
    with pytest.raises(InputRefused, match="damaged or cut short") as refused:
        all_windows(rows)
    assert refused.value.hint


def test_a_picture_with_too_few_rows_is_refused():
    short = filtered(soft(), [1])[: -(1 + 3 * WIDTH)]
    with pytest.raises(InputRefused, match="damaged"):
        rows_of(a_png(soft(), short)).pixels(0, HEIGHT)
