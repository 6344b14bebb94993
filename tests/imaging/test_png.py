"""The strip writer: read back by Pillow, the same bytes however it is fed, with the chunks a printer looks for."""

import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pod.imaging.colour import srgb_icc
from pod.imaging.flat import flat_share, is_flat
from pod.imaging.png import PngWriter, encode_png


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    at, found = 8, []
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def rows_of(png: bytes) -> bytes:
    return zlib.decompress(b"".join(data for name, data in chunks(png) if name == b"IDAT"))


def noise(height: int, width: int, channels: int) -> np.ndarray:
    return np.random.default_rng(7).integers(0, 256, (height, width, channels), dtype=np.uint8)


def emblem() -> np.ndarray:
    art = np.zeros((300, 300, 4), dtype=np.uint8)
    cv2.circle(art, (150, 150), 120, (200, 40, 30, 255), -1, cv2.LINE_AA)
    return art


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (63, 5), (64, 5), (200, 31)])
def test_what_is_written_is_read_back(channels, size):
    pixels = noise(*size, channels)
    read = np.asarray(Image.open(io.BytesIO(encode_png(pixels))))
    assert (read.reshape(pixels.shape) == pixels).all()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 150), min_size=1, max_size=6))
def test_strips_of_any_height_give_the_same_bytes(heights):
    pixels = noise(sum(heights), 9, 4)
    pixels[: heights[0]] = 0
    stream = io.BytesIO()
    writer = PngWriter(stream, 9, sum(heights), 4)
    top = 0
    for height in heights:
        writer.write(pixels[top : top + height])
        top += height
    writer.close()
    assert stream.getvalue() == encode_png(pixels)


def test_resolution_and_profile_are_in_the_file_in_the_order_of_the_standard():
    png = encode_png(emblem(), ppi=300, icc=srgb_icc())
    assert [name for name, _ in chunks(png)][:3] == [b"IHDR", b"iCCP", b"pHYs"]
    image = Image.open(io.BytesIO(png))
    assert image.info["icc_profile"] == srgb_icc()
    assert dict(chunks(png))[b"pHYs"] == struct.pack(">IIB", 11811, 11811, 1)
    assert image.info["dpi"][0] == pytest.approx(300, abs=0.01)


def test_flat_art_is_stored_unfiltered_and_soft_art_with_sub():
    soft = np.dstack([np.tile(np.arange(256, dtype=np.uint8), (64, 1))] * 3)
    assert is_flat(emblem())
    assert not is_flat(soft)
    assert flat_share(np.zeros((4, 1, 3), dtype=np.uint8)) == 1.0
    assert rows_of(encode_png(emblem()))[0] == 0
    assert rows_of(encode_png(soft))[0] == 1


def test_missing_rows_and_rows_too_many_are_refused():
    writer = PngWriter(io.BytesIO(), 4, 10, 3)
    writer.write(noise(4, 4, 3))
    with pytest.raises(ValueError, match="6 rows of the picture are missing"):
        writer.close()
    with pytest.raises(ValueError, match="2 rows more"):
        writer.write(noise(8, 4, 3))
    with pytest.raises(ValueError, match="the picture is"):
        writer.write(noise(1, 5, 3))


def test_the_profile_is_a_profile_and_always_the_same():
    srgb = ImageCms.ImageCmsProfile(io.BytesIO(srgb_icc()))
    assert ImageCms.getProfileDescription(srgb).strip() == "sRGB IEC61966-2.1"
    ramp = Image.fromarray(noise(40, 40, 3))
    there = ImageCms.profileToProfile(ramp, srgb, ImageCms.createProfile("sRGB"), outputMode="RGB")
    assert np.abs(np.asarray(there).astype(int) - np.asarray(ramp)).max() <= 1
    assert srgb_icc.__wrapped__() == srgb_icc()
