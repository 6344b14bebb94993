"""Packing near and far: the smaller one is found, and what changes between them is one stream to every reader."""

import io
import zlib

import cv2
import numpy as np
import pytest
from PIL import Image

from pod.imaging.deflate import Reach, ZlibStream, better_reach
from pod.imaging.png import encode_png

WIDTH_PX = 400
SYNC = b"\0\0\xff\xff"
"""What an empty stored block ends with (RFC 1951, 3.2.4): one compressor ends there, and another goes on."""


def grain(height: int = 64) -> np.ndarray:
    level = np.random.default_rng(5).normal(128, 4, (height, WIDTH_PX, 4))
    pixels = level.astype(np.uint8)
    pixels[..., 3] = 255
    return pixels


def flat(height: int = 64) -> np.ndarray:
    return np.full((height, WIDTH_PX, 4), (20, 120, 200, 255), dtype=np.uint8)


def stripes(height: int = 64) -> np.ndarray:
    """Of any colours, upright: every row is the one above, and nothing in a row is there twice."""
    return np.repeat(grain(1), height, axis=0)


def differences(pixels: np.ndarray) -> np.ndarray:
    return np.diff(pixels, axis=1).reshape(len(pixels), -1)


def packed(lines: np.ndarray, reach: Reach) -> bytes:
    stream = ZlibStream()
    return stream.add(lines, reach) + stream.finish()


def test_grain_packs_better_near_by_and_rows_that_repeat_the_one_above_far_back():
    for pixels, better in ((grain(), Reach.NEAR), (stripes(), Reach.FAR)):
        lines = differences(pixels)
        assert better_reach(lines) is better
        (other,) = set(Reach) - {better}
        assert len(packed(lines, better)) < 0.97 * len(packed(lines, other))


def test_a_picture_of_grain_is_packed_near_by():
    """A stream that was begun far has the change in it, before its first line."""
    lines = np.insert(np.diff(grain().astype(np.int16), axis=1, prepend=0).reshape(64, -1), 0, 1, axis=1)
    assert stream_of(encode_png(grain())) == packed(lines.astype(np.uint8), Reach.NEAR)


def stream_of(png: bytes) -> bytes:
    at = png.index(b"IDAT") - 4
    found = b""
    while png[at + 4 : at + 8] == b"IDAT":
        length = int.from_bytes(png[at : at + 4], "big")
        found += png[at + 8 : at + 8 + length]
        at += 12 + length
    return found


@pytest.mark.parametrize("parts", [(flat, grain, flat, stripes), (grain, flat, grain), (stripes, *[grain] * 8)])
def test_a_picture_of_both_is_one_stream_to_every_reader(parts):
    pixels = np.concatenate([part() for part in parts])
    png = encode_png(pixels)
    assert SYNC in stream_of(png)
    assert (np.asarray(Image.open(io.BytesIO(png))) == pixels).all()
    by_libpng = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
    assert (cv2.cvtColor(by_libpng, cv2.COLOR_BGRA2RGBA) == pixels).all()


def test_the_checksum_is_that_of_all_stretches_together():
    stream, first, second = ZlibStream(), differences(grain()), differences(stripes())
    data = stream.add(first, Reach.NEAR) + stream.add(second, Reach.FAR) + stream.add(first, Reach.NEAR)
    data += stream.finish()
    assert zlib.decompress(data) == first.tobytes() + second.tobytes() + first.tobytes()
    with pytest.raises(zlib.error, match="incorrect data check"):
        zlib.decompress(data[:-1] + bytes([data[-1] ^ 1]))


def test_a_stream_of_nothing_is_whole():
    assert zlib.decompress(ZlibStream().finish()) == b""
